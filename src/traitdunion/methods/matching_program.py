"""Linear programs over whole numbers that fill the slots of a matching day, solved by HiGHS."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from traitdunion.methods.integer_program import Answer, minimized
from traitdunion.methods.matching_day import Floats, Ints, Wished

_NEAR = 1e-6
_NODES = 2_000  # of a program, so that the work is the same on every machine


@dataclass(frozen=True, slots=True)
class Program:
    """A linear program over whole numbers: one variable for each pair and slot that may still be filled."""

    wished: Wished
    pair: Ints
    rows: tuple[tuple[Any, Floats, Floats], ...]  # matrix, at least, at most
    asks: Any  # participants by variables: 1 where the meeting meets a wish of the participant's own

    def solved(
        self, gain: Floats, extra: Floats, bounds: Floats, more: Sequence[Any] = (), *, whole: bool = True
    ) -> Answer:
        """Maximize the gain of meetings and of extra variables beside them, held between 0 and `bounds`.

        `whole` False lets meetings be parts of one: a bound, found quickly.
        """
        from scipy.sparse import csr_array, hstack  # noqa: PLC0415  slow to import

        meetings, beside = len(self.pair), len(extra)
        wide = [
            (hstack([matrix, csr_array((matrix.shape[0], beside))]), low, high)
            for matrix, low, high in self.rows
        ]
        return minimized(
            -np.concatenate([gain, extra]),
            [*wide, *more],
            low=0.0,
            high=np.concatenate([np.ones(meetings), bounds]),
            whole=np.arange(meetings + beside) < meetings * whole,
            nodes=_NODES,
        )

    @classmethod
    def of(cls, wished: Wished, pair: Ints, slot: Ints, seats: Ints, tables: Ints) -> Program:
        """Write down: one meeting a pair, and no more than the seats of each participant and the tables."""
        from scipy.sparse import csr_array  # noqa: PLC0415  slow to import

        at, slots, ones = np.arange(len(pair)), seats.shape[1], np.ones(len(pair))
        places = wished.sides[pair] * slots + slot[:, None]
        asks = wished.asks()[:, pair]
        sitting = wished.table[pair]
        blocks = [
            (
                csr_array((ones, (pair, at)), shape=(len(wished.weight), len(pair))),
                np.ones(len(wished.weight)),
            ),
            (
                csr_array(
                    (np.repeat(ones, 2), (places.ravel(), np.repeat(at, 2))), shape=(seats.size, len(pair))
                ),
                seats.ravel().astype(float),
            ),
            (
                csr_array((ones[sitting], (slot[sitting], at[sitting])), shape=(slots, len(pair))),
                tables.astype(float),
            ),
        ]
        rows = []
        for matrix, most in blocks:
            filled = np.diff(matrix.indptr) > 0
            rows.append((matrix[np.flatnonzero(filled)], np.full(filled.sum(), -np.inf), most[filled]))
        return cls(wished, pair, tuple(rows), asks)

    @classmethod
    def beside(cls, wished: Wished, held: Ints, pair: Ints, slot: Ints) -> Program:
        """Write the program of the seats and tables that the meetings held leave."""
        seats = wished.day.available.astype(np.int64)
        at = np.flatnonzero(held >= 0)
        np.subtract.at(seats, (wished.sides[at].T, held[at]), 1)
        sitting = np.bincount(held[at][wished.table[at]], minlength=seats.shape[1])
        program = cls.of(wished, pair, slot, seats, wished.day.tables - sitting)
        return replace(program, rows=(*program.rows, *_walks(wished, pair, slot)))

    def fairly(self, worth: Floats, least: float) -> Floats | None:
        """Raise the smallest share step by step, from what meetings in parts would reach downwards.

        For programs too large for `fairest`. A share is a whole number of wishes of those there is room for:
        the shares that can be are tried by halving, each as a plain demand.
        """
        asking = np.flatnonzero(self.wished.room > 0)
        room = self.wished.room[asking]
        parts = self.fairest(worth, least, whole=False)
        reach = 1.0 if parts.values is None else parts.values[-1] + _NEAR
        levels = sorted({k / r for r in np.unique(room) for k in range(1, int(r) + 1) if k / r <= reach})
        low, high, found = 0, len(levels), None
        tried = high  # the highest first: it is often reached
        while low < high:
            need = np.ceil(levels[tried - 1] * room - _NEAR)
            demand = (self.asks.tocsr()[asking], need, np.full(len(asking), np.inf))
            x = self.solved(worth, np.zeros(0), np.zeros(0), [demand]).values
            if x is not None and worth @ x >= least:
                low, found = tried, x
            else:
                high = tried - 1
            tried = (low + high + 1) // 2
        return found

    def fairest(self, worth: Floats, least: float, *, whole: bool = True) -> Answer:
        """Raise the smallest share as far as a value of `least` allows."""
        from scipy.sparse import csr_array, hstack  # noqa: PLC0415  slow to import

        asking = np.flatnonzero(self.wished.room > 0)
        room = csr_array(-self.wished.room[asking][:, None])
        shares = (
            hstack([self.asks.tocsr()[asking], room]),
            np.zeros(len(asking)),
            np.full(len(asking), np.inf),
        )
        value = (
            hstack([csr_array(worth[None, :]), csr_array((1, 1))]),
            np.array([least]),
            np.array([np.inf]),
        )
        tilt = worth / (1e4 * max(worth.sum(), 1.0))  # of equal shares the worthier
        return self.solved(tilt, np.ones(1), np.ones(1), [shares, value], whole=whole)

    def owed(self, owing: Ints, owed: Floats) -> list[Any]:
        """Each participant's wishes met and wishes still short make up what it is owed."""
        from scipy.sparse import csr_array, eye_array, hstack  # noqa: PLC0415  slow to import

        if not len(owing):
            return []
        short = csr_array(eye_array(len(owing)))
        return [(hstack([self.asks.tocsr()[owing], short]), owed[owing], np.full(len(owing), np.inf))]


def _walks(wished: Wished, pair: Ints, slot: Ints) -> list[Any]:
    """Nobody meets in one zone and, in the slot after it, in another."""
    from scipy.sparse import csr_array  # noqa: PLC0415  slow to import

    if not wished.day.walk:
        return []
    people, slots = wished.day.available.shape
    rows, variables, count = [], [], 0
    for zone in np.unique(wished.zone[pair]):
        here = wished.zone[pair] == zone
        for first, after in ((here, 0), (~here, 1)):
            at = np.flatnonzero(first & (slot >= after))
            places = wished.sides[pair[at]] * slots + (slot[at] - after)[:, None]
            rows.append(count + places.ravel())
            variables.append(np.repeat(at, 2))
        count += people * slots
    row, column = np.concatenate(rows), np.concatenate(variables)
    matrix = csr_array((np.ones(len(row)), (row, column)), shape=(count, len(pair)))
    filled = np.flatnonzero(np.diff(matrix.indptr) > 1)
    return [(matrix[filled], np.full(len(filled), -np.inf), np.ones(len(filled)))]
