"""One-to-one meetings of a matching day: who comes, who wishes whom, and who meets whom when and where.

A participant is a delegation of an organization, named by the organization or by the number of its badge;
nothing here speaks of a person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from traitdunion.errors import InputError

# Why a wish is not met. "no-room": the slots and tables went to other wishes.
Unmet = Literal["no-room", "no-common-language", "no-common-slot"]
PRIORITIES: Mapping[int, float] = {1: 4.0, 2: 2.0, 3: 1.0}  # what a wish is worth; both sides' add up
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Participant:
    """A delegation that comes.

    Attributes
    ----------
    name : str
    languages : frozenset of str
        Empty: not told, and no obstacle.
    unavailable : frozenset of int
        Slots in which it is not there, from 1.
    zone, booth : str
        Where it has a booth; empty for none.
    """

    name: str
    languages: frozenset[str] = frozenset()
    unavailable: frozenset[int] = frozenset()
    zone: str = ""
    booth: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wishes to meet whom, and how much: priority 1 before 2 before 3."""

    wisher: str
    wished: str
    priority: int = 2


@dataclass(frozen=True, slots=True)
class Timetable:
    """When the slots are.

    Attributes
    ----------
    slots : int
    minutes, gap : int
        Length of a meeting, and minutes between two.
    start : str
        "09:00"; empty for no hours.
    day : str
        "2026-12-03"; empty where it is not known.

    Raises
    ------
    InputError
        `timetable-range`, `day-not-a-date`, `hour-not-a-time`, `timetable-too-long`.
    """

    slots: int
    minutes: int = 20
    gap: int = 0
    start: str = "09:00"
    day: str = ""

    def __post_init__(self) -> None:
        if self.slots < 1 or self.minutes < 1 or self.gap < 0:
            raise InputError("timetable-range")
        if self.day and not _readable(date, self.day):
            raise InputError("day-not-a-date", value=self.day)
        if not _readable(time, self.start) or len(self.start) != len("09:00"):
            raise InputError("hour-not-a-time", value=self.start)
        begin = time.fromisoformat(self.start)
        if begin.hour * 60 + begin.minute + self.slots * (self.minutes + self.gap) > _DAY:
            raise InputError("timetable-too-long", slots=self.slots, minutes=self.minutes)

    def hours(self, slot: int) -> tuple[str, str]:
        """Give the beginning and the end of a slot.

        Examples
        --------
        >>> Timetable(12, minutes=20, gap=5).hours(2)
        ('09:25', '09:45')
        """
        begin, end = self.moments(slot)
        return begin.strftime("%H:%M"), end.strftime("%H:%M")

    def moments(self, slot: int) -> tuple[datetime, datetime]:
        """Give the beginning and the end of a slot on the day, in the time of the place."""
        day = date.fromisoformat(self.day or "2000-01-01")
        begin = datetime.combine(day, time.fromisoformat(self.start))
        begin += (slot - 1) * timedelta(minutes=self.minutes + self.gap)
        return begin, begin + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class House:
    """The place: tables in one slot, slots left free for all, and whether a change of zone takes a slot."""

    tables: int
    breaks: Collection[int] = ()
    walk: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two delegations, a slot and a place.

    Attributes
    ----------
    slot : int
        From 1.
    a, b : str
        In the order of their names.
    table : int
        From 1; 0 for a meeting at a booth.
    booth, zone : str
        Of the side at whose booth it is; empty at a table.
    wishes : int
        Wishes it meets: 1, or 2 where both sides wished it.
    sequence : int
        How often it was changed since it was first told: what a calendar orders changes by.
    """

    slot: int
    a: str
    b: str
    table: int = 0
    booth: str = ""
    zone: str = ""
    wishes: int = 1
    sequence: int = 0

    @property
    def sides(self) -> tuple[str, str]:
        """Both sides."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Former:
    """A schedule told before: its meetings, those called off, and its hours."""

    meetings: tuple[Meeting, ...]
    cancelled: tuple[Meeting, ...]
    timetable: Timetable


@dataclass(frozen=True, slots=True)
class Schedule:
    """The meetings of a day.

    Attributes
    ----------
    meetings : tuple of Meeting
        By slot, then by place.
    cancelled : tuple of Meeting
        Told before and called off since.
    unmet : tuple of (Wish, str)
        With the reason.
    participants : tuple of str
        All who come, by name.
    shares : mapping of str to float
        Of each participant's own wishes, the share met of those its slots leave room for; who wished nobody
        it can meet is not in it.
    wishes_met, wishes : int
    value, bound : float
        Weight of the wishes met, and what no schedule can exceed.
    smallest_share : float
    added, dropped : int
        Meetings that are new, and told before but called off now; 0 for a first schedule.
    timetable : Timetable
    tables : int
    seed : int
    version : str
    """

    meetings: tuple[Meeting, ...]
    cancelled: tuple[Meeting, ...]
    unmet: tuple[tuple[Wish, Unmet], ...]
    participants: tuple[str, ...]
    shares: Mapping[str, float]
    wishes_met: int
    wishes: int
    value: float
    bound: float
    smallest_share: float
    added: int
    dropped: int
    timetable: Timetable
    tables: int
    seed: int
    version: str


def _readable(kind: type[date] | type[time], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True
