"""The verbs as commands. Sentences come from the catalogs, work from the workspace; nothing else is here."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from traitdunion.errors import FaultyFile, InputError, TraitdunionError
from traitdunion.language.catalog import error_sentences, fault_sentences, say, spoken
from traitdunion.version import VERSION

EXIT_FAULT = 2
LANGUAGE = spoken(
    os.environ.get("TRAITDUNION_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG")
)


def _said(key: str) -> str:
    return say(key, LANGUAGE)


app = typer.Typer(
    name="traitdunion",
    help=_said("help-introduction"),
    epilog=_said("help-example"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

WorkspaceOption = Annotated[
    Path | None, typer.Option("--workspace", metavar="DIR", help=_said("option-workspace"))
]
JsonOption = Annotated[bool, typer.Option("--json", help=_said("option-json"))]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=_said("option-as-of"))]
BudgetOption = Annotated[int, typer.Option("--introductions", min=1, help=_said("option-introductions"))]
EachOption = Annotated[int, typer.Option("--per-organization", min=1, help=_said("option-per-organization"))]
ClusterOption = Annotated[int, typer.Option("--per-cluster", min=1, help=_said("option-per-cluster"))]


def command(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add a verb to the program, in the order of the route, with its help from the catalog."""
    return app.command(name, help=_said(f"command-{name}-help"), short_help=_said(f"command-{name}"))


@command("load")
def load(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_said("option-files"))],
    workspace: WorkspaceOption = None,
    format: Annotated[str, typer.Option(help=_said("option-format"))] = "table",
    source: Annotated[str, typer.Option(help=_said("option-source"))] = "local",
    map: Annotated[Path | None, typer.Option("--map", metavar="FILE", help=_said("option-map"))] = None,
    save_mapping: Annotated[
        Path | None, typer.Option("--save-mapping", metavar="FILE", help=_said("option-save-mapping"))
    ] = None,
    complete: Annotated[bool, typer.Option("--complete", help=_said("option-complete"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_said("option-dry-run"))] = False,
    as_json: JsonOption = False,
) -> None:
    """Read files into the workspace."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    if format not in registry.FORMATS:
        raise InputError("option-choice", option="--format", value=format, known=list(registry.FORMATS))
    with _opened(workspace, as_json) as place:
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
        _print_json(_load_document(done))
    elif not done.faults:
        _show_load(done)
    if done.faults:
        if not as_json:
            _show_faults(done.faults)
        raise typer.Exit(EXIT_FAULT)


@command("batches")
def batches(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """List the loads."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        listed = registry.batches(place)
    if as_json:
        _print_json([_batch_document(batch) for batch in listed])
        return
    names = ("batch", "loaded_at", "files", "rows_read", "undone_at")
    _show_table(names, [[_batch_document(batch)[name] for name in names] for batch in listed], "no-batches")


@command("undo")
def undo(
    batch: Annotated[int, typer.Argument(help=_said("option-batch"))],
    workspace: WorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Undo a load."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        undone = registry.undo(place, batch)
    if as_json:
        _print_json(_batch_document(undone))
    else:
        _print("undo-done", batch=undone.number, rows=undone.rows_read)


@command("resolve")
def resolve(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """Find the organizations behind the records."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        found = registry.resolve(place)
    counts = {
        "records": found.membership.num_rows,
        "organizations": found.organizations.num_rows,
        "doubts": found.doubts.num_rows,
        "unresolved": found.unresolved.num_rows,
    }
    if as_json:
        _print_json({**counts, "unresolved": found.unresolved.to_pylist()})
        return
    _print("resolve-done", **counts)
    if found.unresolved.num_rows:
        rows = [[row["file"], row["row"], row["ref"]] for row in found.unresolved.to_pylist()]
        _show_table(("file", "row", "ref"), rows[:20], "no-rows")


@command("review")
def review(
    workspace: WorkspaceOption = None,
    top: Annotated[int, typer.Option(min=1, help=_said("option-top"))] = 20,
    as_json: JsonOption = False,
) -> None:
    """List doubtful pairs with the evidence."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        doubts = registry.review(place)
    rows = [{**row, "evidence": json.loads(row["evidence"] or "[]")} for row in doubts.to_pylist()]
    if as_json:
        _print_json(rows)
        return
    _print("review-count", count=len(rows))
    for row in rows[:top]:
        _show_doubt(row)


@command("judge")
def judge(
    verdict: Annotated[str, typer.Argument(metavar="same|different|undo", help=_said("option-verdict"))],
    first: Annotated[str, typer.Argument(metavar="A", help=_said("option-first"))],
    second: Annotated[str, typer.Argument(metavar="B", help=_said("option-second"))],
    workspace: WorkspaceOption = None,
    by: Annotated[str, typer.Option(help=_said("option-by"))] = "",
    note: Annotated[str, typer.Option(help=_said("option-note"))] = "",
    as_json: JsonOption = False,
) -> None:
    """Rule on two organizations."""
    from traitdunion.workspace import registry  # noqa: PLC0415  keeps --help fast

    if verdict not in ("same", "different", "undo"):
        raise InputError(
            "option-choice", option="VERDICT", value=verdict, known=["same", "different", "undo"]
        )
    with _opened(workspace, as_json) as place:
        if verdict == "undo":
            registry.withdraw(place, first, second)
        else:
            registry.judge(place, verdict, first, second, by=by, note=note)  # type: ignore[arg-type]
        left = registry.resolve(place).organizations.num_rows
    if as_json:
        _print_json({"verdict": verdict, "first": first, "second": second, "organizations": left})
    else:
        _print(f"judge-{verdict}", first=first, second=second, organizations=left)


@command("snapshot")
def snapshot(
    workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False
) -> None:
    """Freeze the ecosystem of a day."""
    from traitdunion.workspace import documents, registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, _day(as_of))
    document = documents.ecosystem_document(ecosystem)
    if as_json:
        _print_json(document)
    else:
        _print("snapshot-done", **{**document, "key": ecosystem.key[:12], "as_of": ecosystem.as_of})


@command("audit")
def audit(workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Say who is unconnected and which clusters meet less than they should."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        audited = analysis.audit(place, registry.snapshot(place, _day(as_of)))
        ecosystem = registry.snapshot(place, _day(as_of))
    if as_json:
        _print_json(documents.audit_document(audited))
        return
    from traitdunion.language.summary import audit_lines  # noqa: PLC0415  keeps --help fast

    _print_lines(audit_lines(audited, ecosystem, LANGUAGE))


@command("recommend")
def recommend(
    organization: Annotated[
        str | None, typer.Argument(metavar="[ORG]", help=_said("option-organization"))
    ] = None,
    workspace: WorkspaceOption = None,
    kind: Annotated[str, typer.Option(help=_said("option-kind"))] = "cluster",
    top: Annotated[int | None, typer.Option(min=1, help=_said("option-top"))] = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who should meet whom, and why."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    if kind not in analysis.KINDS:
        raise InputError("option-choice", option="--kind", value=kind, known=list(analysis.KINDS))
    with _opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, _day(as_of))
        if organization is not None:
            found = analysis.recommend_to(place, ecosystem, organization, kind=kind, top=top or 10)  # type: ignore[arg-type]
        else:
            found = analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem), top=top or 3).items
    if as_json:
        _print_json(documents.recommendations_document(found))
        return
    from traitdunion.language.summary import recommendation_lines  # noqa: PLC0415  keeps --help fast

    _print_lines(recommendation_lines(found, ecosystem, LANGUAGE))


@command("plan")
def plan(
    workspace: WorkspaceOption = None,
    introductions: BudgetOption = 100,
    per_organization: EachOption = 3,
    per_cluster: ClusterOption = 10,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Choose the introductions that change the network most."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, _day(as_of))
        found = analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))
        made = analysis.plan(
            place,
            found,
            introductions=introductions,
            per_organization=per_organization,
            per_cluster=per_cluster,
        )
    if as_json:
        _print_json(documents.plan_document(made))
        return
    from traitdunion.language.summary import plan_lines  # noqa: PLC0415  keeps --help fast

    _print_lines(plan_lines(made, ecosystem, LANGUAGE))


@command("report")
def report(
    workspace: WorkspaceOption = None,
    introductions: BudgetOption = 100,
    per_organization: EachOption = 3,
    per_cluster: ClusterOption = 10,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the report in three languages, with every list."""
    from traitdunion.workspace import analysis, registry  # noqa: PLC0415  keeps --help fast

    with _opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, _day(as_of))
        found = analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))
        made = analysis.plan(
            place,
            found,
            introductions=introductions,
            per_organization=per_organization,
            per_cluster=per_cluster,
        )
        _, pages = analysis.report(place, found, made)
    if as_json:
        _print_json({language: str(path) for language, path in pages.items()})
    else:
        _print("report-done", folder=str(next(iter(pages.values())).parent))


@command("demo")
def demo(
    workspace: WorkspaceOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help=_said("option-port"))] = 8000,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help=_said("option-serve"))] = True,
    as_json: JsonOption = False,
) -> None:
    """Walk the whole route on the built-in Belgian ecosystem."""
    from traitdunion.workspace import demo as main_job  # noqa: PLC0415  keeps --help fast
    from traitdunion.workspace import documents  # noqa: PLC0415  as above

    with _opened(workspace, as_json) as place:
        walked = main_job.demo(place)
        folder = place.folder
    if as_json:
        _print_json(documents.route_document(walked.recommendations, walked.plan, walked.pages))
    else:
        from traitdunion.language.summary import summary  # noqa: PLC0415  keeps --help fast

        Console(highlight=False).print(summary(walked.report, LANGUAGE, folder=folder))
    if serve:
        _serve(folder, port)


@command("serve")
def serve(
    workspace: WorkspaceOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help=_said("option-port"))] = 8000,
) -> None:
    """Open the site on this machine."""
    from traitdunion.workspace.base import opened  # noqa: PLC0415  keeps --help fast

    with opened(workspace) as place:
        folder = place.folder
    _serve(folder, port)


def _serve(folder: Path, port: int) -> None:
    from traitdunion.web.server import run  # noqa: PLC0415  keeps --help fast

    run(folder, port, announce=lambda address: _print("serving", address=address))


@contextmanager
def _opened(folder: Path | None, quiet: bool) -> Iterator[Any]:
    """Open the workspace and show progress on the terminal's error stream, unless a machine is reading."""
    from traitdunion.workspace.base import opened  # noqa: PLC0415  keeps --help fast

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        with opened(folder) as place:
            yield place
        return
    with console.status(_said("progress-open")) as status:
        with opened(folder, progress=lambda verb: status.update(_said(f"progress-{verb}"))) as place:
            yield place


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("day-not-a-date", value=text) from error


def _load_document(done: Any) -> dict[str, Any]:
    document = {
        "batch": done.batch,
        "again": done.again,
        "rows_read": done.rows_read,
        **{noun: done.counts.get(noun, 0) for noun in ("organizations", "ties", "events", "participations")},
        "faults": [_fault_document(fault) for fault in done.faults],
        "notes": [_fault_document(note) for note in done.notes],
    }
    return {**document, "changes": done.changes} if done.changes else document


def _fault_document(fault: Any) -> dict[str, Any]:
    problem, remedy = fault_sentences(fault, LANGUAGE)
    where = {name: getattr(fault, name) for name in ("file", "row", "column", "value")}
    return {**where, "key": fault.key, "problem": problem, "remedy": remedy}


def _batch_document(batch: Any) -> dict[str, Any]:
    return {
        "batch": batch.number,
        "files": list(batch.files),
        "source": batch.source,
        "format": batch.format,
        "rows_read": batch.rows_read,
        "counts": dict(batch.counts),
        "loaded_at": batch.loaded_at.isoformat(timespec="seconds"),
        "undone_at": batch.undone_at.isoformat(timespec="seconds") if batch.undone_at else None,
    }


def _show_load(done: Any) -> None:
    if done.again:
        _print("load-again", batch=done.batch, rows=done.rows_read)
    elif done.batch is None:
        _print("load-dry-run", rows=done.rows_read)
        for noun, counts in done.changes.items():
            _print("load-changes", noun=noun, **counts)
    else:
        _print("load-done", batch=done.batch, rows=done.rows_read)
    for noun, count in done.counts.items():
        _print("load-count", noun=noun, count=count)
    for note in done.notes:
        problem, _ = fault_sentences(note, LANGUAGE)
        typer.echo(f"  {_where(note)}{problem}")


def _show_faults(faults: Any) -> None:
    fact, remedy = error_sentences(FaultyFile(faults), LANGUAGE)
    typer.echo(fact, err=True)
    for fault in faults[:50]:
        problem, mend = fault_sentences(fault, LANGUAGE)
        typer.echo(f"  {_where(fault)}{problem} {mend}", err=True)
    typer.echo(remedy, err=True)


def _where(fault: Any) -> str:
    parts = [fault.file, say("at-row", LANGUAGE, row=str(fault.row)) if fault.row else "", fault.column or ""]
    return ", ".join(part for part in parts if part) + ": "


def _show_doubt(row: dict[str, Any]) -> None:
    from traitdunion.language.summary import doubt_lines  # noqa: PLC0415  keeps --help fast

    _print_lines(doubt_lines(row, LANGUAGE))


def _show_table(names: tuple[str, ...], rows: list[list[Any]], empty: str) -> None:
    from rich.table import Table  # noqa: PLC0415  keeps --help fast

    from traitdunion.language.terms import heading  # noqa: PLC0415  as above

    if not rows:
        _print(empty)
        return
    table = Table(*(heading(name, LANGUAGE) for name in names), box=None)
    for row in rows:
        table.add_row(
            *("" if cell is None else " ".join(cell) if isinstance(cell, list) else str(cell) for cell in row)
        )
    Console(highlight=False).print(table)


def _print(key: str, **values: Any) -> None:
    typer.echo(say(key, LANGUAGE, **values))


def _print_lines(lines: Any) -> None:
    for line in lines:
        typer.echo(line)


def _print_json(document: Any) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"traitdunion {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=_said("option-version"))
    ] = False,
) -> None:
    """Nothing to do before a verb."""


def main() -> None:
    """Run the program: an error is two lines, fact and remedy, and exit code 2."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app(standalone_mode=True)
    except TraitdunionError as error:
        fact, remedy = error_sentences(error, LANGUAGE)
        typer.echo(f"{fact}\n{remedy}", err=True)
        sys.exit(EXIT_FAULT)
    except KeyboardInterrupt:
        _print_stopped()
        sys.exit(130)


def _print_stopped() -> None:
    typer.echo(_said("stopped"), err=True)
