"""The verbs that measure: locate and measure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from traitdunion.cli.program import AsOfOption, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import LANGUAGE, day, said, tell, tell_json, workspace_opened
from traitdunion.errors import InputError

DrawsOption = Annotated[int, typer.Option("--draws", min=19, help=said("option-draws"))]
ExportOption = Annotated[Path | None, typer.Option("--export", metavar="DIR", help=said("option-export"))]
TopOption = Annotated[int, typer.Option("--top", min=1, help=said("option-top"))]


@command("locate")
def locate(
    activity: Annotated[str, typer.Argument(metavar="ACTIVITY", help=said("option-activity"))],
    workspace: WorkspaceOption = None,
    draws: DrawsOption = 999,
    top: TopOption = 20,
    export: ExportOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say where an activity concentrates, how strongly and how surely."""
    from traitdunion.workspace import documents, measuring, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        found = measuring.locate(place, ecosystem, activity, draws=draws)
        if export is not None:
            measuring.export_location(found, ecosystem, export)
    if as_json:
        tell_json(documents.location_document(found))
        return
    _show(found.measurement, ecosystem, top)
    if export is not None:
        tell("export-done", folder=str(export))


@command("measure")
def measure(
    what: Annotated[
        str, typer.Argument(metavar="brokerage|constraint|contacts|relatedness", help=said("option-measure"))
    ],
    workspace: WorkspaceOption = None,
    by: Annotated[str, typer.Option("--by", help=said("option-groups"))] = "region",
    of: Annotated[str | None, typer.Option("--of", help=said("option-of"))] = None,
    draws: DrawsOption = 999,
    top: TopOption = 20,
    export: ExportOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure who bridges, what is related, or what chance would do."""
    from traitdunion.workspace import documents, measuring, registry  # noqa: PLC0415  keeps --help fast

    if what not in measuring.MEASURES:
        raise InputError("option-choice", option="WHAT", value=what, known=list(measuring.MEASURES))
    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        found = measuring.measure(place, ecosystem, what, by=by, of=of, draws=draws)  # type: ignore[arg-type]
        if export is not None:
            measuring.export(found, ecosystem, export)
    if as_json:
        tell_json(documents.measurement_document(found))
        return
    _show(found, ecosystem, top)
    if export is not None:
        tell("export-done", folder=str(export))


def _show(measured: Any, ecosystem: Any, top: int) -> None:
    from traitdunion.language.measurements import lines  # noqa: PLC0415  keeps --help fast
    from traitdunion.language.names import Names  # noqa: PLC0415  as above

    console = Console(highlight=False, soft_wrap=False)
    for line in lines(measured, Names.within(ecosystem, LANGUAGE), top=top):
        console.print(line, markup=False) if isinstance(line, str) else console.print(line)
