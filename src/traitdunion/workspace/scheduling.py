"""The meetings of a matching day: files in, a schedule and its files out; nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from traitdunion.domain.schedule import House, Schedule, Timetable
from traitdunion.errors import FaultyFile
from traitdunion.registers.base import Note


@dataclass(frozen=True, slots=True)
class Files:
    """What is read: wishes, who comes, and a schedule told before."""

    wishes: Path
    participants: Path | None = None
    former: Path | None = None


def schedule(
    files: Files,
    timetable: Timetable,
    house: House,
    *,
    absent: Sequence[str] = (),
    give: float = 0.01,
    seed: int = 1,
) -> tuple[Schedule, tuple[Note, ...]]:
    """Make a schedule of files, or mend one; give the notes of what was mended or left out in reading.

    Parameters
    ----------
    files : Files
    timetable : Timetable
    house : House
    absent : sequence of str
        Who does not come, or "name@5" for from slot 5 on.
    give, seed
        As for `steps.schedule.schedule`.

    Raises
    ------
    FaultyFile
        With every fault of the files.
    InputError
        As for `steps.schedule.schedule`, and `schedule-unreadable`.
    """
    from traitdunion.registers.wishes import read_former, read_wishes  # noqa: PLC0415  slow to import
    from traitdunion.steps.schedule import schedule as scheduled  # noqa: PLC0415  as above

    read = read_wishes(files.wishes, files.participants, slots=timetable.slots)
    if read.faults:
        raise FaultyFile(read.faults)
    former = read_former(files.former) if files.former else None
    made = scheduled(
        read.wishes,
        read.participants,
        timetable,
        house,
        absent=_absent(absent),
        former=former,
        give=give,
        seed=seed,
    )
    return made, read.notes


def _absent(told: Sequence[str]) -> dict[str, int]:
    """Read "name" and "name@5"."""
    read = {}
    for text in told:
        name, at, slot = text.rpartition("@")
        since = at and name and slot.isdecimal()
        read[name if since else text] = int(slot) if since else 1
    return read


def export(made: Schedule, folder: Path, *, as_of: date) -> dict[str, Path]:
    """Write the sheets, lists and calendars of a schedule, and `schedule.json`; give the sheets."""
    from traitdunion.language import schedules  # noqa: PLC0415  slow to import

    pages = schedules.write(made, folder, stamp=datetime.combine(as_of, time(), tzinfo=UTC))
    document = json.dumps(schedule_document(made), ensure_ascii=False, indent=1)
    (folder / "schedule.json").write_text(document + "\n", encoding="utf-8")
    return pages


def schedule_document(made: Schedule) -> dict[str, Any]:
    """Write a schedule as a plain document."""
    return {
        "meetings": [_meeting(made, one) for one in made.meetings],
        "wishes_met": made.wishes_met,
        "wishes": made.wishes,
        "smallest_share": round(made.smallest_share, 9),
        "value": round(made.value, 9),
        "bound": round(made.bound, 9),
        "shares": {name: round(share, 9) for name, share in made.shares.items()},
        "unmet": [{**asdict(wish), "why": why} for wish, why in made.unmet],
        "cancelled": [_meeting(made, one) for one in made.cancelled],
        "added": made.added,
        "dropped": made.dropped,
        "timetable": asdict(made.timetable),
        "tables": made.tables,
        "seed": made.seed,
        "version": made.version,
    }


def _meeting(made: Schedule, meeting: Any) -> Mapping[str, Any]:
    starts, ends = made.timetable.hours(meeting.slot)
    return {**asdict(meeting), "starts": starts, "ends": ends}
