"""A matching day and the wishes of those who come: who could meet whom, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Day:
    """What a matching day has room for.

    Attributes
    ----------
    available : ndarray of bool, shape (m, slots)
        When each participant is there; a break is a slot in which nobody is.
    tables : int
        Meetings at tables in one slot.
    booth : ndarray of int, shape (m,), optional
        The zone of a participant's booth, from 0; -1 for none. A meeting with somebody who has a booth is
        held there and takes no table; of two booths, at that of the participant with the lower number.
    walk : bool
        Whether a change of zone takes a free slot; all tables are in one zone of their own.

    Raises
    ------
    InputError
        `schedule-range`, with the attribute's name.
    """

    available: Bools
    tables: int
    booth: Ints | None = None
    walk: bool = False

    def __post_init__(self) -> None:
        if self.available.ndim != 2 or self.available.dtype != np.bool_:
            raise InputError("schedule-range", name="available")
        if self.tables < 0:
            raise InputError("schedule-range", name="tables")
        if self.booth is not None and (
            self.booth.shape != self.available.shape[:1] or self.booth.min(initial=0) < -1
        ):
            raise InputError("schedule-range", name="booth")

    @classmethod
    def open_to_all(cls, participants: int, *, slots: int, tables: int) -> Day:
        """Make the plainest day: everybody is there all day, and nobody has a booth.

        Examples
        --------
        >>> Day.open_to_all(4, slots=3, tables=2).available.shape
        (4, 3)
        """
        if participants < 0 or slots < 0:
            raise InputError("schedule-range", name="slots")
        return cls(available=np.ones((participants, slots), dtype=bool), tables=tables)


@dataclass(frozen=True, slots=True)
class Wished:
    """Wishes brought together by pair, with the slots each pair could meet in.

    Attributes
    ----------
    sides : ndarray of int, shape (p, 2)
        Of each pair, the lower number first.
    weight : ndarray, shape (p,)
        Of the wishes of both sides.
    pair_of, wisher : ndarray of int, shape (n,)
        The pair of each wish, and whose wish it is.
    possible : ndarray of bool, shape (p, slots)
    zone : ndarray of int, shape (p,)
        Where a pair would meet; -1: at a table.
    day : Day
    room : ndarray, shape (m,)
        Of each participant's wishes that can be met at all, how many its slots leave room for.
    """

    sides: Ints
    weight: Floats
    pair_of: Ints
    wisher: Ints
    possible: Bools
    zone: Ints
    day: Day
    room: Floats

    @classmethod
    def of(cls, wishes: npt.ArrayLike, day: Day, weights: npt.ArrayLike | None) -> Wished:
        """Bring wishes together, or raise InputError (`schedule-range`)."""
        wished = np.asarray(wishes, dtype=np.int64).reshape(-1, 2)
        worth = np.ones(len(wished)) if weights is None else np.asarray(weights, dtype=float)
        people = len(day.available)
        if wished.size and (
            wished.min() < 0 or wished.max() >= people or (wished[:, 0] == wished[:, 1]).any()
        ):
            raise InputError("schedule-range", name="wishes")
        if worth.shape != wished.shape[:1] or not ((worth > 0) & np.isfinite(worth)).all():
            raise InputError("schedule-range", name="weights")
        if len(np.unique(wished, axis=0)) < len(wished):
            raise InputError("schedule-range", name="wishes")
        sides, pair_of = np.unique(np.sort(wished, axis=1), axis=0, return_inverse=True)
        pair_of = pair_of.reshape(-1)
        booth = np.full(people, -1) if day.booth is None else day.booth
        zone = np.where(booth[sides[:, 0]] >= 0, booth[sides[:, 0]], booth[sides[:, 1]])
        possible: Bools = np.logical_and(day.available[sides[:, 0]], day.available[sides[:, 1]])
        if day.tables == 0:
            possible = possible & (zone >= 0)[:, None]
        can = np.any(possible, axis=1).reshape(-1)[pair_of]
        asked = np.bincount(wished[can, 0], minlength=people).astype(float)
        weight = np.bincount(pair_of, worth, minlength=len(sides)).astype(float)
        return cls(
            sides=sides, weight=weight, pair_of=pair_of,
            wisher=wished[:, 0], possible=possible, zone=zone, day=day,
            room=np.minimum(asked, day.available.sum(axis=1)),
        )  # fmt: skip

    @property
    def table(self) -> Bools:
        """Whether a pair takes a table."""
        return self.zone < 0

    def fits(self, slots: Ints) -> bool:
        """Say whether nobody is in two places and no slot has more meetings than tables."""
        at = np.flatnonzero(slots >= 0)
        busy = np.zeros(self.day.available.shape, dtype=np.int64)
        np.add.at(busy, (self.sides[at].T, slots[at]), 1)
        tables = np.bincount(slots[at][self.table[at]], minlength=1)
        return bool(busy.max(initial=0) <= 1 and tables.max(initial=0) <= self.day.tables)

    def asks(self) -> Any:
        """Give participants by pairs: 1 where the participant wished the meeting."""
        from scipy.sparse import csc_array  # noqa: PLC0415  slow to import

        shape = (len(self.room), len(self.weight))
        return csc_array((np.ones(len(self.wisher)), (self.wisher, self.pair_of)), shape=shape)
