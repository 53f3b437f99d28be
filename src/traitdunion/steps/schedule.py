"""Schedule: one-to-one meetings from wishes, and mended meetings after somebody does not come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from traitdunion.domain.schedule import (
    PRIORITIES,
    Former,
    House,
    Meeting,
    Participant,
    Schedule,
    Timetable,
    Unmet,
    Wish,
)
from traitdunion.errors import InputError
from traitdunion.methods.assignment import Meetings, meeting_schedule, repaired_schedule
from traitdunion.methods.matching_day import Day
from traitdunion.version import VERSION

GIVE = 0.01  # the share of the weighted wishes that may go to raise the smallest share


def schedule(
    wishes: Sequence[Wish],
    participants: Sequence[Participant],
    timetable: Timetable,
    house: House,
    *,
    absent: Mapping[str, int] | None = None,
    former: Former | None = None,
    give: float = GIVE,
    seed: int = 1,
) -> Schedule:
    """Give meetings their slots and places: quality before quantity, then nobody left behind.

    Parameters
    ----------
    wishes : sequence of Wish
    participants : sequence of Participant
        Who has told more than its wishes; others are there all day.
    timetable : Timetable
    house : House
    absent : mapping of name to int, optional
        Who is not there from a slot on; 1 for all day.
    former : Former, optional
        A schedule told before: what can stay of it stays, and only who lost a meeting gets another.
    give : float
        As for `methods.assignment.meeting_schedule`.
    seed : int

    Raises
    ------
    InputError
        `participant-not-known` for one absent who is in no list; `break-not-a-slot`; `schedule-range`.
    """
    people = _people(wishes, participants, absent or {})
    for slot in house.breaks:
        if not 1 <= slot <= timetable.slots:
            raise InputError("break-not-a-slot", value=slot, slots=timetable.slots)
    day = _day(people, timetable, house)
    number = {one.name: at for at, one in enumerate(people)}
    known = {one.name: one for one in people}
    ordered = sorted(wishes, key=lambda wish: (wish.wisher, wish.wished))
    spoken = [wish for wish in ordered if _understand(known[wish.wisher], known[wish.wished])]
    ends = np.array([[number[wish.wisher], number[wish.wished]] for wish in spoken], dtype=np.int64)
    weights = [PRIORITIES[wish.priority] for wish in spoken]
    if former is None:
        found = meeting_schedule(ends, day, weights=weights, give=give, seed=seed)
    else:
        found = repaired_schedule(ends, _before(spoken, former, timetable), day, weights=weights)
    return _told(found, (ordered, spoken), people, day, (timetable, house), former, seed)


def _people(
    wishes: Sequence[Wish], participants: Sequence[Participant], absent: Mapping[str, int]
) -> list[Participant]:
    """Give everybody who comes, by name, without the slots of those who do not."""
    known = {one.name: one for one in participants}
    names = {*known, *(name for wish in wishes for name in (wish.wisher, wish.wished))}
    for name in absent:
        if name not in names:
            raise InputError("participant-not-known", participant=name)
    everyone = [known.get(name, Participant(name)) for name in sorted(names)]
    return [
        replace(one, unavailable=one.unavailable | frozenset(range(absent[one.name], 10_000)))
        if one.name in absent
        else one
        for one in everyone
    ]


def _day(people: Sequence[Participant], timetable: Timetable, house: House) -> Day:
    available = np.array(
        [
            [slot not in one.unavailable and slot not in house.breaks for slot in _slots(timetable)]
            for one in people
        ],
        dtype=bool,
    ).reshape(len(people), timetable.slots)
    zones = sorted({one.zone for one in people if one.booth})
    booth = np.array([zones.index(one.zone) if one.booth else -1 for one in people], dtype=np.int64)
    return Day(available, tables=house.tables, booth=booth, walk=house.walk)


def _slots(timetable: Timetable) -> range:
    return range(1, timetable.slots + 1)


def _understand(one: Participant, other: Participant) -> bool:
    return not (one.languages and other.languages) or bool(one.languages & other.languages)


def _before(wishes: Sequence[Wish], former: Former, timetable: Timetable) -> list[int]:
    """Give the slot, from 0, in which each wish was to be met."""
    at = {meeting.sides: meeting.slot - 1 for meeting in former.meetings if meeting.slot <= timetable.slots}
    return [at.get(_sides(wish), -1) for wish in wishes]


def _sides(wish: Wish) -> tuple[str, str]:
    first, second = sorted((wish.wisher, wish.wished))
    return first, second


def _told(
    found: Meetings,
    wishes: tuple[Sequence[Wish], Sequence[Wish]],
    people: Sequence[Participant],
    day: Day,
    place: tuple[Timetable, House],
    former: Former | None,
    seed: int,
) -> Schedule:
    """Put a solution into the words of the domain."""
    (ordered, spoken), (timetable, house) = wishes, place
    slot_of = {wish: int(slot) + 1 for wish, slot in zip(spoken, found.slot, strict=True) if slot >= 0}
    bare = _meetings(slot_of, {one.name: one for one in people})
    meetings, cancelled = _numbered(_seated(bare, former, house.tables), former, timetable)
    before = {one.sides: one.slot for one in former.meetings} if former else {}
    now = {one.sides: one.slot for one in meetings}
    return Schedule(
        meetings=meetings,
        cancelled=cancelled,
        unmet=tuple((wish, _why(wish, people, day)) for wish in ordered if wish not in slot_of),
        participants=tuple(one.name for one in people),
        shares={
            one.name: float(share)
            for one, share in zip(people, found.shares, strict=True)
            if not np.isnan(share)
        },
        wishes_met=len(slot_of),
        wishes=len(ordered),
        value=found.value,
        bound=found.bound,
        smallest_share=found.smallest_share,
        added=len(now.items() - before.items()) if former else 0,
        dropped=len(before.items() - now.items()),
        timetable=timetable,
        tables=house.tables,
        seed=seed,
        version=VERSION,
    )


def _meetings(slot_of: Mapping[Wish, int], people: Mapping[str, Participant]) -> list[Meeting]:
    """Make one meeting of the wishes of both sides, at the booth of one of them if there is one."""
    count = Counter(_sides(wish) for wish in slot_of)
    slots = {_sides(wish): slot for wish, slot in slot_of.items()}
    made = []
    for (a, b), slot in sorted(slots.items(), key=lambda item: (item[1], item[0])):
        host = next((people[name] for name in (a, b) if people[name].booth), None)
        booth, zone = (host.booth, host.zone) if host else ("", "")
        made.append(Meeting(slot, a, b, booth=booth, zone=zone, wishes=count[a, b]))
    return made


def _seated(meetings: Sequence[Meeting], former: Former | None, tables: int) -> list[Meeting]:
    """Give each meeting without a booth a table: the one it was told, else the first free."""
    told = {(one.sides, one.slot): one.table for one in former.meetings} if former else {}
    taken: set[tuple[int, int]] = set()
    seats: dict[Meeting, int] = {}
    for meeting in meetings:
        table = told.get((meeting.sides, meeting.slot), 0)
        if not meeting.booth and 0 < table <= tables and (meeting.slot, table) not in taken:
            taken.add((meeting.slot, table))
            seats[meeting] = table
    for meeting in meetings:
        if not meeting.booth and meeting not in seats:
            seats[meeting] = next(
                table for table in range(1, tables + 1) if (meeting.slot, table) not in taken
            )
            taken.add((meeting.slot, seats[meeting]))
    return [replace(one, table=seats.get(one, 0)) for one in meetings]


def _numbered(
    meetings: Sequence[Meeting], former: Former | None, timetable: Timetable
) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """Count the changes of each meeting; give those called off too, each with one change more."""
    ordered = sorted(meetings, key=lambda one: (one.slot, one.booth != "", one.table, one.sides))
    if former is None:
        return tuple(ordered), ()
    live = {one.sides: one for one in former.meetings}
    gone = {one.sides: one for one in former.cancelled}
    shifted = former.timetable != replace(timetable, slots=former.timetable.slots)
    numbered = []
    for one in ordered:
        old, off = live.pop(one.sides, None), gone.pop(one.sides, None)
        moved = old is not None and (shifted or _where(old) != _where(one))
        last = old or off
        numbered.append(replace(one, sequence=last.sequence + (moved or old is None) if last else 0))
    off_now = [replace(one, sequence=one.sequence + 1) for one in live.values()]
    return tuple(numbered), tuple(sorted([*gone.values(), *off_now], key=lambda one: one.sides))


def _where(meeting: Meeting) -> tuple[int, int, str, str]:
    return meeting.slot, meeting.table, meeting.booth, meeting.zone


def _why(wish: Wish, people: Sequence[Participant], day: Day) -> Unmet:
    number = {one.name: at for at, one in enumerate(people)}
    first, second = number[wish.wisher], number[wish.wished]
    if not _understand(people[first], people[second]):
        return "no-common-language"
    return "no-room" if (day.available[first] & day.available[second]).any() else "no-common-slot"
