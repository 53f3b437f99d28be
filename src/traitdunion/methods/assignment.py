"""Who meets whom in which slot of a matching day: wishes met, nobody left behind, and how far from the best.

The wishes that can be met at all are chosen first, slots aside (a b-matching, solved to the end); what that
choice is worth bounds every schedule. Slots are then filled one by one by matchings that serve the busiest
first (as edges are coloured), and improved a few slots at a time with all else held still.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.matching_day import Bools, Day, Floats, Ints, Wished
from traitdunion.methods.matching_program import Program
from traitdunion.methods.permutation import stream

_EXACT = 1_500  # pairs times slots up to which the whole is one program
_WIDE = 10_000  # pairs times slots up to which three slots are filled anew at a time, two beyond
_TILT = 1e-4  # by which equal wishes differ while slots are filled anew, so that no two turns are the same
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Meetings:
    """A schedule.

    Attributes
    ----------
    slot : ndarray of int, shape (n,)
        The slot in which each wish is met, from 0; -1 where it is not. Wishes of both sides share a meeting.
    value : float
        Sum of the weights of the wishes met.
    bound : float
        No schedule is worth more.
    shares : ndarray, shape (m,)
        Of each participant's own wishes, the share met of those its slots leave room for; NaN where it
        wished nobody, or nobody it can meet.
    """

    slot: Ints
    value: float
    bound: float
    shares: Floats

    @property
    def smallest_share(self) -> float:
        """The share of the participant served least; 1 where nobody wished."""
        return float(np.nanmin(self.shares)) if np.isfinite(self.shares).any() else 1.0


def meeting_schedule(
    wishes: npt.ArrayLike,
    day: Day,
    *,
    weights: npt.ArrayLike | None = None,
    give: float = 0.0,
    rounds: int = 30,
    seed: int = 0,
) -> Meetings:
    """Give every meeting a slot: first the weighted wishes met, then the smallest share of wishes met.

    Do not use it where people choose their own slots while the day runs, nor for meetings of more than two.

    Parameters
    ----------
    wishes : array_like of int, shape (n, 2)
        Who wishes to meet whom; each wish once. A wish of both sides is one meeting that meets two wishes.
    day : Day
    weights : array_like, shape (n,), optional
        What each wish is worth, above 0; 1 by default.
    give : float
        The share of the weighted wishes that may be given up to raise the smallest share, 0 to 1.
    rounds : int
        How often a few slots are emptied and filled anew; it ends earlier where nothing is left to gain.
    seed : int

    Returns
    -------
    Meetings

    Raises
    ------
    InputError
        `schedule-range`, with the name of what is out of range; `seed-negative`.

    Notes
    -----
    A schedule of a day without booths and limits is an edge colouring: n - 1 slots for everybody with
    everybody (n even), n for n odd; the greatest number of meetings of anybody for two separate sides (König
    1916, Über Graphen und ihre Anwendung auf Determinantentheorie und Mengenlehre, Math. Ann. 77). The
    programs are solved by HiGHS: Huangfu & Hall (2018), Parallelizing the dual revised simplex method,
    Math. Prog. Comp. 10.
    Filling anew a part of a solution with the rest held still is large-neighbourhood search: Shaw (1998),
    Using constraint programming and local search methods to solve vehicle routing problems, CP '98.
    Small problems are solved as one program, to the end.

    Examples
    --------
    Three who all wish to meet need three slots: only one pair at a time.

    >>> day = Day.open_to_all(3, slots=2, tables=5)
    >>> found = meeting_schedule([[0, 1], [1, 2], [0, 2]], day, weights=[2, 1, 3])
    >>> found.value, found.bound, int((found.slot >= 0).sum())
    (5.0, 5.0, 2)
    """
    wished = Wished.of(wishes, day, weights)
    if not 0 <= give <= 1 or rounds < 0:
        raise InputError("schedule-range", name="give, rounds")
    stream(seed, 0)
    if wished.possible.size <= _EXACT:
        found = _exact(wished, give)
        if found is not None:
            return found
    chosen, bound, need = _choice(wished, give)
    slots = _placed(wished, chosen)
    slots = _improved(wished, slots, need, (1 - give) * bound, rounds, seed)
    return _meetings(wished, slots, bound)


def repaired_schedule(
    wishes: npt.ArrayLike, slot: npt.ArrayLike, day: Day, *, weights: npt.ArrayLike | None = None
) -> Meetings:
    """Mend a schedule after the day has changed, moving nothing that can stay.

    Meetings that cannot be held any more are dropped, all others stay where they are. Those who lost a
    meeting are given another in a slot that is free for both, where they have a wish left or are wished.

    Do not use it to plan anew: a schedule made from the start may be worth more.

    Parameters
    ----------
    wishes, weights
        As for `meeting_schedule`.
    slot : array_like of int, shape (n,)
        The schedule so far; -1 for a wish that is not met.
    day : Day
        As it is now: who does not come is available in no slot.

    Returns
    -------
    Meetings
        `bound` is that of any schedule of the day as it is now, however much it moves.

    Raises
    ------
    InputError
        `schedule-range`, with the name of what is out of range.

    Examples
    --------
    The second does not come; the first meets the third instead.

    >>> day = Day(np.array([[True], [False], [True]]), tables=1)
    >>> repaired_schedule([[0, 1], [0, 2]], [0, -1], day).slot.tolist()
    [-1, 0]
    """
    wished = Wished.of(wishes, day, weights)
    before = np.asarray(slot, dtype=np.int64)
    slots = day.available.shape[1]
    if before.shape != wished.pair_of.shape or ((before < -1) | (before >= slots)).any():
        raise InputError("schedule-range", name="slot")
    held = np.full(len(wished.weight), -1)
    np.maximum.at(held, wished.pair_of, before)
    stays = (held >= 0) & wished.possible[np.arange(len(held)), held]
    lost = np.unique(wished.sides[(held >= 0) & ~stays])
    kept = np.where(stays, held, -1)
    if not wished.fits(kept):
        raise InputError("schedule-range", name="slot")
    movable = (kept < 0) & np.isin(wished.sides, lost).any(axis=1)
    mended = _filled(wished, kept, movable, np.arange(slots), np.zeros(len(day.available)))
    return _meetings(wished, mended, _choice(wished, 1.0)[1])


def _meetings(wished: Wished, slots: Ints, bound: float) -> Meetings:
    met = np.bincount(wished.wisher[slots[wished.pair_of] >= 0], minlength=len(wished.room))
    shares = np.divide(met, wished.room, out=np.full(len(met), np.nan), where=wished.room > 0)
    value = float(wished.weight[slots >= 0].sum())
    return Meetings(slots[wished.pair_of], value, max(bound, value), shares)


def _choice(wished: Wished, give: float) -> tuple[Bools, float, Floats]:
    """Choose pairs with no thought of slots; give them, their bound, and how many wishes each is owed."""
    possible, day = wished.possible, wished.day
    pair = np.flatnonzero(possible.any(axis=1))
    if not len(pair):
        return np.zeros(len(wished.weight), dtype=bool), 0.0, np.zeros(len(wished.room))
    there = day.available.sum(axis=0)
    program = Program.of(
        wished, pair, np.zeros(len(pair), dtype=np.int64), day.available.sum(axis=1)[:, None],
        np.array([np.minimum(day.tables, there // 2).sum()]),
    )  # fmt: skip
    every = (np.ones((1, len(pair))), np.array([-np.inf]), np.array([float((there // 2).sum())]))
    program = replace(program, rows=(*program.rows, every))
    worth = wished.weight[pair]
    best = program.solved(worth, np.zeros(0), np.zeros(0))
    bound = min(-best.bound, float(worth.sum()))
    x = best.values
    if best.values is not None and give < 1:
        fair = program.fairly(worth, (1 - give) * float(worth @ np.round(best.values)) - _EPSILON)
        x = best.values if fair is None else fair
    chosen = np.zeros(len(wished.weight), dtype=bool)
    if x is not None:
        chosen[pair] = x > 0.5
    met = wished.asks()[:, np.flatnonzero(chosen)].sum(axis=1)
    share = np.divide(met, wished.room, out=np.ones(len(met)), where=wished.room > 0).min(initial=1.0)
    return chosen, bound, np.ceil(share * wished.room - _EPSILON)


def _exact(wished: Wished, give: float) -> Meetings | None:
    """Solve the whole as one program; None where that takes too long."""
    slots = np.full(len(wished.weight), -1)
    pair, slot = np.nonzero(wished.possible)
    if not len(pair):
        return _meetings(wished, slots, 0.0)
    program = Program.beside(wished, slots, pair, slot)
    worth = wished.weight[pair]
    best = program.solved(worth, np.zeros(0), np.zeros(0))
    if best.status != "optimal" or best.values is None:
        return None
    bound = float(worth @ np.round(best.values))
    fair = program.fairest(worth, (1 - give) * bound - _EPSILON)
    x = best.values if fair.values is None else fair.values[:-1]
    slots[pair[x > 0.5]] = slot[x > 0.5]
    return _meetings(wished, slots, bound)


def _placed(wished: Wished, chosen: Bools) -> Ints:
    """Fill slot after slot with chosen pairs, those first whose sides have few slots for many meetings."""
    slots = np.full(len(chosen), -1)
    available = wished.day.available
    for slot in range(available.shape[1]):
        left = np.flatnonzero(chosen & (slots < 0))
        owed = np.bincount(wished.sides[left].ravel(), minlength=len(available))
        ahead = np.maximum(available[:, slot:].sum(axis=1), 1)
        haste = 1.0 + ((owed / ahead)[wished.sides] ** 4).sum(axis=1)
        eager = replace(wished, weight=haste)
        slots = _filled(eager, slots, chosen & (slots < 0), np.array([slot]), np.zeros(len(available)))
    return slots


def _improved(wished: Wished, slots: Ints, need: Floats, target: float, rounds: int, seed: int) -> Ints:
    """Empty a few slots at a time and fill them anew, until nothing is missing."""
    best, score = slots, _score(wished, slots, need)
    width = 3 if wished.possible.size <= _WIDE else 2
    for turn in range(rounds):
        short = _short(wished, best, need)
        if wished.weight[best >= 0].sum() >= target - _EPSILON and not short:
            break
        dice = stream(seed, turn)
        some = dice.permutation(wished.possible.shape[1])[:width]
        movable = (best < 0) | np.isin(best, some)
        tilted = replace(wished, weight=wished.weight * (1 + _TILT * dice.random(len(slots))))
        trial = _filled(tilted, best, movable, np.sort(some), need)
        reached = _score(wished, trial, need)
        if reached >= score - _EPSILON:  # an equal schedule is taken too: it may lead on
            best, score = trial, reached
    return best


def _short(wished: Wished, slots: Ints, need: Floats) -> float:
    met = np.bincount(wished.wisher[slots[wished.pair_of] >= 0], minlength=len(need))
    return float(np.maximum(need - met, 0).sum())


def _score(wished: Wished, slots: Ints, need: Floats) -> float:
    return float(wished.weight[slots >= 0].sum()) - _penalty(wished) * _short(wished, slots, need)


def _penalty(wished: Wished) -> float:
    return float(wished.weight.max(initial=0.0)) * 2


def _filled(wished: Wished, slots: Ints, movable: Bools, free: Ints, need: Floats) -> Ints:
    """Give the movable pairs the best of the free slots, all others held still."""
    held = np.where(movable, -1, slots)
    candidates = np.flatnonzero(movable)
    mask = wished.possible[np.ix_(candidates, free)]
    row, column = np.nonzero(mask)
    pair, slot = candidates[row], free[column]
    open_ = _unblocked(wished, held, pair, slot)
    pair, slot = pair[open_], slot[open_]
    if not len(pair):
        return held
    program = Program.beside(wished, held, pair, slot)
    met = np.bincount(wished.wisher[held[wished.pair_of] >= 0], minlength=len(need))
    owed = np.maximum(need - met, 0)
    owing = np.flatnonzero(owed)
    found = program.solved(
        wished.weight[pair],
        np.full(len(owing), -_penalty(wished)),
        owed[owing],
        program.owed(owing, owed),
    )
    if found.values is None:
        return slots
    taken = found.values[: len(pair)] > 0.5
    filled = held.copy()
    filled[pair[taken]] = slot[taken]
    return filled


def _unblocked(wished: Wished, held: Ints, pair: Ints, slot: Ints) -> Bools:
    """Leave out meetings that one of a side's in the slot before or after is too far from."""
    if not wished.day.walk:
        return np.ones(len(pair), dtype=bool)
    people, slots = wished.day.available.shape
    where = np.full((people, slots + 2), -2)  # a slot of nothing at either end
    at = np.flatnonzero(held >= 0)
    where[wished.sides[at].T, held[at] + 1] = wished.zone[at]
    beside = np.stack([where[wished.sides[pair], (slot + step)[:, None]] for step in (0, 2)])
    return np.asarray(((beside == -2) | (beside == wished.zone[pair][None, :, None])).all(axis=(0, 2)))
