"""The verbs that fill a workspace: load, batches, undo, resolve, review, judge."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from traitdunion.cli.program import EXIT_FAULT, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import (
    batch_document,
    load_document,
    said,
    show_doubt,
    show_faults,
    show_load,
    show_table,
    tell,
    tell_json,
    workspace_opened,
)
from traitdunion.errors import InputError


@command("load")
def load(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=said("option-files"))],
    workspace: WorkspaceOption = None,
    format: Annotated[str, typer.Option(help=said("option-format"))] = "table",
    source: Annotated[str, typer.Option(help=said("option-source"))] = "local",
    map: Annotated[Path | None, typer.Option("--map", metavar="FILE", help=said("option-map"))] = None,
    save_mapping: Annotated[
        Path | None, typer.Option("--save-mapping", metavar="FILE", help=said("option-save-mapping"))
    ] = None,
    complete: Annotated[bool, typer.Option("--complete", help=said("option-complete"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=said("option-dry-run"))] = False,
    as_json: JsonOption = False,
) -> None:
    """Read files into the workspace."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    if format not in registry.FORMATS:
        raise InputError("option-choice", option="--format", value=format, known=list(registry.FORMATS))
    with workspace_opened(workspace, as_json) as place:
        done = registry.load(
            place,
            files,
            source=source,
            format=format,
            mapping=map,
            complete=complete,
            dry_run=dry_run,  # type: ignore[arg-type]
        )
    if save_mapping is not None and done.mapping:
        save_mapping.write_text(done.mapping, encoding="utf-8")
    if as_json:
        tell_json(load_document(done))
    elif not done.faults:
        show_load(done)
    if done.faults:
        if not as_json:
            show_faults(done.faults)
        raise typer.Exit(EXIT_FAULT)


@command("batches")
def batches(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """List the loads."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        listed = registry.batches(place)
    if as_json:
        tell_json([batch_document(batch) for batch in listed])
        return
    names = ("batch", "loaded_at", "files", "rows_read", "undone_at")
    show_table(names, [[batch_document(batch)[name] for name in names] for batch in listed], "no-batches")


@command("undo")
def undo(
    batch: Annotated[int, typer.Argument(help=said("option-batch"))],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Undo a load."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        undone = registry.undo(place, batch)
    if as_json:
        tell_json(batch_document(undone))
    else:
        tell("undo-done", batch=undone.number, rows=undone.rows_read)


@command("resolve")
def resolve(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """Find the organizations behind the records."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        found = registry.resolve(place)
    counts = {
        "records": found.membership.num_rows,
        "organizations": found.organizations.num_rows,
        "doubts": found.doubts.num_rows,
        "unresolved": found.unresolved.num_rows,
    }
    if as_json:
        tell_json({**counts, "unresolved": found.unresolved.to_pylist()})
        return
    tell("resolve-done", **counts)
    if found.unresolved.num_rows:
        rows = [[row["file"], row["row"], row["ref"]] for row in found.unresolved.to_pylist()]
        show_table(("file", "row", "ref"), rows[:20], "no-rows")


@command("review")
def review(
    workspace: WorkspaceOption = None,
    top: Annotated[int, typer.Option(min=1, help=said("option-top"))] = 20,
    as_json: JsonOption = False,
) -> None:
    """List doubtful pairs with the evidence."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        doubts = registry.review(place)
    rows = [{**row, "evidence": json.loads(row["evidence"] or "[]")} for row in doubts.to_pylist()]
    if as_json:
        tell_json(rows)
        return
    tell("review-count", count=len(rows))
    for row in rows[:top]:
        show_doubt(row)


@command("judge")
def judge(
    verdict: Annotated[str, typer.Argument(metavar="same|different|undo", help=said("option-verdict"))],
    first: Annotated[str, typer.Argument(metavar="A", help=said("option-first"))],
    second: Annotated[str, typer.Argument(metavar="B", help=said("option-second"))],
    workspace: WorkspaceOption = None,
    by: Annotated[str, typer.Option(help=said("option-by"))] = "",
    note: Annotated[str, typer.Option(help=said("option-note"))] = "",
    as_json: JsonOption = False,
) -> None:
    """Rule on two organizations."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    if verdict not in ("same", "different", "undo"):
        raise InputError(
            "option-choice", option="VERDICT", value=verdict, known=["same", "different", "undo"]
        )
    with workspace_opened(workspace, as_json) as place:
        if verdict == "undo":
            registry.withdraw(place, first, second)
        else:
            registry.judge(place, verdict, first, second, by=by, note=note)  # type: ignore[arg-type]
        left = registry.resolve(place).organizations.num_rows
    if as_json:
        tell_json({"verdict": verdict, "first": first, "second": second, "organizations": left})
    else:
        tell(f"judge-{verdict}", first=first, second=second, organizations=left)
