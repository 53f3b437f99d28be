"""The verb `backtest`: how often earlier advice came true."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from traitdunion.cli.program import AsOfOption, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import LANGUAGE, day, said, tell, tell_json, workspace_opened


@command("backtest")
def backtest(
    until: Annotated[str, typer.Option("--until", metavar="DAY", help=said("option-until"))],
    start: Annotated[str, typer.Option("--from", metavar="DAY", help=said("option-from"))],
    to: Annotated[str | None, typer.Option("--to", metavar="DAY", help=said("option-to"))] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CC", help=said("option-country"))
    ] = None,
    workspace: WorkspaceOption = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="DIR", help=said("option-export"))
    ] = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say how often earlier advice came true, beside every baseline."""
    from traitdunion.workspace import advising, backtests, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        found, seconds = advising.backtest(place, ecosystem, until=until, start=start, to=to, country=country)
        if export is not None:
            backtests.export(found, ecosystem, export)
    if as_json:
        tell_json(backtests.backtest_document(found, seconds))
        return
    _show(found, backtests.measurement(found, ecosystem))
    if export is not None:
        tell("export-done", folder=str(export))


def _show(found: Any, measured: Any) -> None:
    from traitdunion.language.backtests import lines  # noqa: PLC0415  keeps --help fast
    from traitdunion.language.measurements import caveats  # noqa: PLC0415  as above

    console = Console(highlight=False, soft_wrap=False)
    for line in lines(found, LANGUAGE, caveats(measured, LANGUAGE)):
        console.print(line, markup=False) if isinstance(line, str) else console.print(line)
