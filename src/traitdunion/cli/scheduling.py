"""The verb `schedule`: the one-to-one meetings of a matching day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from traitdunion.cli.program import AsOfOption, JsonOption, command
from traitdunion.cli.show import LANGUAGE, day, fault_document, said, tell, tell_json, where_of


@command("schedule")
def schedule(
    wishes: Annotated[Path, typer.Argument(metavar="FILE", help=said("option-wishes-file"))],
    slots: Annotated[int, typer.Option(min=1, help=said("option-slots"))],
    tables: Annotated[int, typer.Option(min=0, help=said("option-tables"))],
    minutes: Annotated[int, typer.Option(min=1, help=said("option-minutes"))] = 20,
    gap: Annotated[int, typer.Option(min=0, help=said("option-gap"))] = 0,
    start: Annotated[str, typer.Option(metavar="HH:MM", help=said("option-start"))] = "09:00",
    on: Annotated[str, typer.Option("--day", metavar="DAY", help=said("option-schedule-day"))] = "",
    breaks: Annotated[
        list[int] | None, typer.Option("--break", metavar="SLOT", help=said("option-break"))
    ] = None,
    participants: Annotated[
        Path | None, typer.Option(metavar="FILE", help=said("option-participants"))
    ] = None,
    walk: Annotated[bool, typer.Option("--walk", help=said("option-walk"))] = False,
    former: Annotated[Path | None, typer.Option(metavar="FILE", help=said("option-former"))] = None,
    absent: Annotated[list[str] | None, typer.Option(metavar="NAME", help=said("option-absent"))] = None,
    give: Annotated[float, typer.Option(min=0.0, max=1.0, help=said("option-give"))] = 0.01,
    top: Annotated[int, typer.Option(min=1, help=said("option-top"))] = 20,
    export: Annotated[Path | None, typer.Option(metavar="DIR", help=said("option-export"))] = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give one-to-one meetings their slots and tables."""
    from traitdunion.domain.schedule import House, Timetable  # noqa: PLC0415  keeps --help fast
    from traitdunion.language.catalog import fault_sentences  # noqa: PLC0415  keeps --help fast
    from traitdunion.language.schedules import lines  # noqa: PLC0415  as above
    from traitdunion.workspace import scheduling  # noqa: PLC0415  as above
    from traitdunion.workspace.base import now  # noqa: PLC0415  as above

    timetable = Timetable(slots, minutes, gap, start, on)
    house = House(tables, tuple(breaks or ()), walk)
    files = scheduling.Files(wishes, participants, former)
    told = day(as_of) or now().date()
    with Console(stderr=True, quiet=as_json).status(said("progress-schedule")):
        made, notes = scheduling.schedule(files, timetable, house, absent=absent or (), give=give)
    if export is not None:
        scheduling.export(made, export, as_of=told)
    if as_json:
        document = scheduling.schedule_document(made)
        tell_json({**document, "notes": [fault_document(note) for note in notes]})
        return
    for note in notes:
        typer.echo(f"  {where_of(note)}{fault_sentences(note, LANGUAGE)[0]}")
    console = Console(highlight=False, soft_wrap=False)
    for line in lines(made, LANGUAGE, top=top):
        console.print(line, markup=False) if isinstance(line, str) else console.print(line)
    if export is not None:
        tell("export-done", folder=str(export))
