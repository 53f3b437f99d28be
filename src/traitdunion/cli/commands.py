"""The verbs as commands. Sentences come from the catalogs, work from the workspace; nothing else is here."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from traitdunion.cli.show import (
    LANGUAGE,
    batch_document,
    day,
    load_document,
    said,
    show_doubt,
    show_faults,
    show_load,
    show_table,
    tell,
    tell_json,
    tell_lines,
    workspace_opened,
)
from traitdunion.errors import InputError, TraitdunionError
from traitdunion.language.catalog import error_sentences
from traitdunion.version import VERSION

EXIT_FAULT = 2
EXIT_STOPPED = 130
_UsageError: Any = typer.BadParameter.__base__  # what typer raises for words it cannot read

app = typer.Typer(
    name="traitdunion",
    help=said("help-introduction"),
    epilog=said("help-example"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

WorkspaceOption = Annotated[
    Path | None, typer.Option("--workspace", metavar="DIR", help=said("option-workspace"))
]
JsonOption = Annotated[bool, typer.Option("--json", help=said("option-json"))]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=said("option-as-of"))]
BudgetOption = Annotated[int, typer.Option("--introductions", min=1, help=said("option-introductions"))]
EachOption = Annotated[int, typer.Option("--per-organization", min=1, help=said("option-per-organization"))]
ClusterOption = Annotated[int, typer.Option("--per-cluster", min=1, help=said("option-per-cluster"))]


def command(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add a verb to the program, in the order of the route, with its help from the catalog."""
    return app.command(name, help=said(f"command-{name}-help"), short_help=said(f"command-{name}"))


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


@command("snapshot")
def snapshot(
    workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False
) -> None:
    """Freeze the ecosystem of a day."""
    from traitdunion.workspace import documents, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
    document = documents.ecosystem_document(ecosystem)
    if as_json:
        tell_json(document)
    else:
        tell("snapshot-done", **{**document, "short_key": ecosystem.key[:12], "as_of": ecosystem.as_of})


@command("audit")
def audit(workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Say who is unconnected and which clusters meet less than they should."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        audited = analysis.audit(place, ecosystem)
    if as_json:
        tell_json(documents.audit_document(audited))
        return
    from traitdunion.language.summary import audit_lines  # noqa: PLC0415  keeps --help fast

    tell_lines(audit_lines(audited, ecosystem, LANGUAGE))


@command("recommend")
def recommend(
    organization: Annotated[
        str | None, typer.Argument(metavar="[ORG]", help=said("option-organization"))
    ] = None,
    workspace: WorkspaceOption = None,
    kind: Annotated[str, typer.Option(help=said("option-kind"))] = "cluster",
    top: Annotated[int | None, typer.Option(min=1, help=said("option-top"))] = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who should meet whom, and why."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    if kind not in analysis.KINDS:
        raise InputError("option-choice", option="--kind", value=kind, known=list(analysis.KINDS))
    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        if organization is not None:
            found = analysis.recommend_to(place, ecosystem, organization, kind=kind, top=top or 10)  # type: ignore[arg-type]
        else:
            found = analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem), top=top or 3).items
    if as_json:
        tell_json(documents.recommendations_document(found))
        return
    from traitdunion.language.summary import recommendation_lines  # noqa: PLC0415  keeps --help fast

    tell_lines(recommendation_lines(found, ecosystem, LANGUAGE))


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
    from traitdunion.language.summary import plan_lines  # noqa: PLC0415  keeps --help fast
    from traitdunion.workspace import documents  # noqa: PLC0415  as above

    budget = {
        "introductions": introductions,
        "per_organization": per_organization,
        "per_cluster": per_cluster,
    }
    with workspace_opened(workspace, as_json) as place:
        found, made = _planned(place, as_of, budget)
    if as_json:
        tell_json(documents.plan_document(made))
    else:
        tell_lines(plan_lines(made, found.ecosystem, LANGUAGE))


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
    from traitdunion.workspace import analysis  # noqa: PLC0415  keeps --help fast

    budget = {
        "introductions": introductions,
        "per_organization": per_organization,
        "per_cluster": per_cluster,
    }
    with workspace_opened(workspace, as_json) as place:
        _, pages = analysis.report(place, *_planned(place, as_of, budget))
    if as_json:
        tell_json({language: str(path) for language, path in pages.items()})
    else:
        tell("report-done", folder=str(next(iter(pages.values())).parent))


def _planned(place: Any, as_of: str | None, budget: Mapping[str, int]) -> tuple[Any, Any]:
    from traitdunion.workspace import analysis, registry  # noqa: PLC0415  keeps --help fast

    ecosystem = registry.snapshot(place, day(as_of))
    found = analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))
    return found, analysis.plan(place, found, **budget)


@command("demo")
def demo(
    workspace: WorkspaceOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help=said("option-port"))] = 8000,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help=said("option-serve"))] = True,
    as_json: JsonOption = False,
) -> None:
    """Walk the whole route on the built-in Belgian ecosystem."""
    from traitdunion.workspace import demo as main_job  # noqa: PLC0415  keeps --help fast
    from traitdunion.workspace import documents  # noqa: PLC0415  as above

    with workspace_opened(workspace, as_json) as place:
        walked = main_job.demo(place)
        folder = place.folder
    if as_json:
        tell_json(documents.route_document(walked.recommendations, walked.plan, walked.pages))
    else:
        from traitdunion.language.summary import summary  # noqa: PLC0415  keeps --help fast

        Console(highlight=False).print(summary(walked.report, LANGUAGE, folder=folder))
    if serve:
        _serve(folder, port)


@command("serve")
def serve(
    workspace: WorkspaceOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help=said("option-port"))] = 8000,
) -> None:
    """Open the site on this machine."""
    from traitdunion.workspace.base import opened  # noqa: PLC0415  keeps --help fast

    with opened(workspace) as place:
        folder = place.folder
    _serve(folder, port)


def _serve(folder: Path, port: int) -> None:
    from traitdunion.workspace.site import run  # noqa: PLC0415  keeps --help fast

    run(folder, port, announce=lambda address: tell("serving", address=address))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"traitdunion {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=said("option-version"))
    ] = False,
) -> None:
    """Nothing to do before a verb."""


def main() -> None:
    """Run the program: an error is two lines, fact and remedy, and exit code 2."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = app(standalone_mode=False)
    except TraitdunionError as error:
        _refuse(*error_sentences(error, LANGUAGE))
    except _UsageError as error:
        _refuse(error.format_message(), said("usage-remedy"))
    except (KeyboardInterrupt, typer.Abort):
        code = EXIT_STOPPED
    if code == EXIT_STOPPED:
        typer.echo(said("stopped"), err=True)
    sys.exit(code)


def _refuse(fact: str, remedy: str) -> None:
    typer.echo(f"{fact}\n{remedy}", err=True)
    sys.exit(EXIT_FAULT)
