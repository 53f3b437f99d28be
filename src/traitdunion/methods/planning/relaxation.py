"""When limits cannot all be met: which of them clash, and the least that must give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.integer_program import Answer, minimized
from traitdunion.methods.planning.problem import SLACK, Floats, Ints, Problem, within_limits

Side = Literal["least", "most"]
WORK = 5_000_000  # branches looked at in each program times its variables
FEW = 1_000  # candidates tried first beside those a linear program uses
TRIES = 8  # plans that the solver's own tolerance lets through before giving up


@dataclass(frozen=True, slots=True)
class Change:
    """How far one limit must give.

    Attributes
    ----------
    limit : int
    side : {"least", "most"}
    was, to : float
    """

    limit: int
    side: Side
    was: float
    to: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why no plan keeps every limit.

    Attributes
    ----------
    relaxed : tuple of Change
        With these a plan exists, and with no smaller sum of changes; by limit. Empty where a pinned candidate
        is barred too: no limit mends that.
    clash : tuple of (int, {"least", "most"})
        Limits that cannot all be kept, together with the pins; without any one of these and those, they can.
    pins : tuple of int
        Pinned candidates that have part in it.
    """

    relaxed: tuple[Change, ...]
    clash: tuple[tuple[int, Side], ...]
    pins: tuple[int, ...]


def conflicts(problem: Problem, *, most_candidates: int = 200_000) -> Conflict | None:
    """Say why no plan keeps every limit, and what is the least that must give; None where some plan does.

    Limits give in whole units. Of all ways with the same sum of changes one that changes the fewest limits
    is given. What the plan is worth has no part in it. With thousands of candidates the clash may be one that
    remains when candidates are taken in parts: a true one, of which no limit can be spared in that sense.

    Parameters
    ----------
    problem : Problem
    most_candidates : int
        Where more than this could help to reach a minimum, so many of them, evenly spread, are looked at.

    Notes
    -----
    Chinneck (2008), Feasibility and Infeasibility in Optimization, chapters 6 (deletion) and 7 (elastic
    programs); for the order of deletion Junker (2004), QuickXplain: preferred explanations and relaxations
    for over-constrained problems, AAAI.

    Examples
    --------
    >>> from dataclasses import replace
    >>> problem = replace(Problem.of_members([0.5, 0.4], [0, 1], budget=1), least=np.array([2.0]))
    >>> found = conflicts(problem)
    >>> [(change.side, change.was, change.to) for change in found.relaxed], found.clash
    ([('least', 2.0, 1.0)], ((0, 'least'), (0, 'most')))
    """
    pins = np.flatnonzero(problem.pinned)
    if within_limits(problem, pins):
        return None
    rules = _Rules(problem, _helpful(problem, most_candidates))
    barred = np.flatnonzero(problem.pinned & problem.barred)
    if len(barred):
        return Conflict((), (), (int(barred[0]),))
    sides: list[tuple[int, Side]] = [
        *((limit, "least") for limit in np.flatnonzero(problem.least > 0).tolist()),
        *((limit, "most") for limit in np.flatnonzero(np.isfinite(problem.most)).tolist()),
    ]
    items = [*sides, *((pin, "pin") for pin in pins.tolist())]
    if rules.hold(items):
        return None
    relaxed = rules.relaxed()
    # What candidates in parts cannot keep is seen quickly; where they can, only whole ones tell.
    whole = len(rules.column) <= 2 * FEW or rules.hold(items, whole=False)
    clash = irreducible(items, lambda some: not rules.hold(some, whole=whole))
    return Conflict(
        relaxed,
        tuple(sorted(side for side in sides if side in clash)),
        tuple(pin for pin in pins.tolist() if (pin, "pin") in clash),
    )


def feasible_plan(problem: Problem, *, worth: npt.ArrayLike, most_candidates: int = 50_000) -> Ints | None:
    """Make the plan within the limits whose worth, added up candidate by candidate, is highest.

    For when picking one by one does not meet the minima. It is a beginning: what introductions are worth
    together is not looked at.

    Parameters
    ----------
    problem : Problem
    worth : array_like, shape (n,)
        Of each candidate; a first marginal gain serves well.
    most_candidates : int
        Of more, those worth most are taken, and those worth most to each minimum; all where that fails.

    Returns
    -------
    ndarray of int64, shape (k,), or None
        None where there is no such plan, or none was found.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4], [0, 1], budget=1)
    >>> feasible_plan(problem, worth=[1.0, 2.0]).tolist()
    [1]
    """
    value = np.asarray(worth, dtype=float)
    free = np.flatnonzero(~problem.barred | problem.pinned)
    if (problem.pinned & problem.barred).any():
        return None
    if len(free) <= most_candidates:
        return _best(problem, free, value)
    some = _worth_most(problem, free, value, most_candidates)
    found = _best(problem, some, value)
    return _best(problem, free, value) if found is None else found


def irreducible(
    items: Sequence[tuple[int, str]], fails: Callable[[Sequence[tuple[int, str]]], bool]
) -> list[tuple[int, str]]:
    """Find items that fail together and no longer do when any one of them is left out.

    Parameters
    ----------
    items : sequence
        They fail together.
    fails : callable
        Whether some items fail together; more of them never fail less.

    Examples
    --------
    >>> irreducible([(1, "a"), (2, "a"), (3, "a")], lambda some: (1, "a") in some and (3, "a") in some)
    [(3, 'a'), (1, 'a')]
    """
    kept: list[tuple[int, str]] = []
    rest = list(items)
    while rest and not fails(kept):
        low, high = 1, len(rest)
        # Often each is needed, and the last one first.
        low = high if not fails([*kept, *rest[:-1]]) else low
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if fails([*kept, *rest[:middle]]) else (middle + 1, high)
        kept.append(rest[low - 1])
        rest = rest[: low - 1]
    return kept


class _Rules:
    """The limits of a problem as rows over the candidates that can help to keep them."""

    def __init__(self, problem: Problem, helpful: Ints) -> None:
        self.problem = problem
        self.column = np.union1d(np.flatnonzero(problem.pinned), helpful)
        part = problem.only(self.column)
        shape = (len(self.column), len(problem.most))
        self.uses = sparse.csr_array(
            (part.amount, part.limits.item, part.limits.start), shape=shape
        ).T.tocsr()
        self.pinned, self.barred = part.pinned, part.barred

    def hold(self, items: Sequence[tuple[int, str]], *, whole: bool = True) -> bool:
        """Whether some plan keeps these limits and pins; in parts, if they need not be whole."""
        chosen: dict[str, list[int]] = {"least": [], "most": [], "pin": []}
        for number, side in items:
            chosen[side].append(number)
        low = np.zeros(len(self.column))
        low[np.searchsorted(self.column, chosen["pin"])] = 1.0
        least, most = (np.array(chosen[side], dtype=np.int64) for side in ("least", "most"))
        used = self.uses @ low
        if (used[most] > self.problem.most[most] + SLACK).any():
            return False
        if (used[least] >= self.problem.least[least] - SLACK).all():
            return True
        if not len(self.column):
            return False
        rows = sparse.vstack([self.uses[least], -self.uses[most]], format="csr")
        floor = np.concatenate([self.problem.least[least], -self.problem.most[most]]) - SLACK
        high = np.where(self.barred, low, 1.0)
        # What cannot be shown within the work allowed counts as kept.
        cost = np.zeros(len(low))
        if not whole:
            return _program(cost, False, low, high, rows, floor).status != "infeasible"
        return _solve(cost, len(low), low, high, rows, floor).status != "infeasible"

    def relaxed(self) -> tuple[Change, ...]:
        """The changes of the smallest sum, and of those the fewest."""
        problem, n = self.problem, len(self.column)
        least, most = np.flatnonzero(problem.least > 0), np.flatnonzero(np.isfinite(problem.most))
        used = np.diff(self.uses.indptr)
        most = most[used[most] > 0]
        k = len(least) + len(most)
        rows = sparse.vstack([self.uses[least], -self.uses[most]], format="csr")
        rows = sparse.hstack([rows, sparse.eye_array(k)], format="csr")
        floor = np.concatenate([problem.least[least], -problem.most[most]]) - SLACK
        ceiling = np.concatenate([np.ceil(problem.least[least]), np.full(len(most), np.inf)])
        low = np.concatenate([self.pinned.astype(float), np.zeros(k)])
        high = np.concatenate([np.where(self.barred, 0.0, 1.0), ceiling])
        cost = np.concatenate([np.zeros(n), np.ones(k)])
        first = _solve(cost, n, low, high, rows, floor)
        if first.values is None:
            return ()
        given = np.round(first.values[n:])
        total = given.sum()
        if total > 0:
            given = _fewest(rows, floor, low, high, total=total, given=given)
        changes = [
            Change(limit, "least", float(problem.least[limit]), max(float(problem.least[limit] - step), 0.0))
            for limit, step in zip(least.tolist(), given[: len(least)].tolist(), strict=True)
            if step > 0
        ]
        changes += [
            Change(limit, "most", float(problem.most[limit]), float(problem.most[limit] + step))
            for limit, step in zip(most.tolist(), given[len(least) :].tolist(), strict=True)
            if step > 0
        ]
        return tuple(sorted(changes, key=lambda change: (change.limit, change.side)))


def _fewest(
    rows: sparse.csr_array, floor: Floats, low: Floats, high: Floats, *, total: float, given: Floats
) -> Floats:
    """Of all ways with this sum of changes, one that changes the fewest limits, the first ones of equals."""
    k = len(given)
    n = rows.shape[1] - k
    step, marked = sparse.eye_array(k) * -1.0, sparse.eye_array(k) * total
    wide = sparse.block_array(
        [
            [rows, sparse.csr_array((rows.shape[0], k))],
            [sparse.hstack([sparse.csr_array((k, n)), step]), marked],
            [sparse.csr_array(np.concatenate([np.zeros(n), -np.ones(k)])[None, :]), sparse.csr_array((1, k))],
        ],
        format="csr",
    )
    cost = np.concatenate([np.zeros(n + k), 1.0 + np.arange(k) / (k * (k + 1.0))])
    answer = _solve(
        cost,
        n,
        np.concatenate([low, np.zeros(k)]),
        np.concatenate([high[:n], np.minimum(high[n:], total), np.ones(k)]),
        wide,
        np.concatenate([floor, np.zeros(k), [-total]]),
    )
    return given if answer.values is None else np.round(answer.values[n : n + k])


def _helpful(problem: Problem, most_candidates: int) -> Ints:
    """Candidates that could help to reach a minimum; of too many, some evenly spread."""
    free, limit = ~(problem.pinned | problem.barred), problem.limits.item
    found = np.unique(problem.limits.candidate[(problem.least > 0)[limit]])
    found = found[free[found]]
    if len(found) > most_candidates:
        found = found[np.linspace(0, len(found) - 1, most_candidates).astype(np.int64)]
    return found


def _worth_most(problem: Problem, free: Ints, value: Floats, most_candidates: int) -> Ints:
    """Candidates worth most: by themselves, and to each minimum four times as many as it asks for."""
    some = [np.flatnonzero(problem.pinned), free[np.argsort(-value[free], kind="stable")[:most_candidates]]]
    scarce = (problem.least > 0)[problem.limits.item] & ~problem.barred[problem.limits.candidate]
    candidate, limit = problem.limits.candidate[scarce], problem.limits.item[scarce]
    order = np.lexsort((candidate, -value[candidate], limit))
    candidate, limit = candidate[order], limit[order]
    place = np.arange(len(limit)) - np.searchsorted(limit, limit)
    some.append(candidate[place < 4 * np.ceil(problem.least[limit]) + 50])
    return np.unique(np.concatenate(some))


def _best(problem: Problem, column: Ints, value: Floats) -> Ints | None:
    """The plan of highest sum among some candidates."""
    rules = _Rules(problem, column)
    least, most = np.flatnonzero(problem.least > 0), np.flatnonzero(np.isfinite(problem.most))
    rows = sparse.vstack([rules.uses[least], -rules.uses[most]], format="csr")
    floor = np.concatenate([problem.least[least], -problem.most[most]])
    low, high = rules.pinned.astype(float), np.where(rules.barred, 0.0, 1.0)
    cost = -value[rules.column]
    cost = cost / (float(np.abs(cost).max(initial=0.0)) or 1.0)
    for _ in range(TRIES if len(cost) else 0):
        answer = _solve(cost, len(cost), low, high, rows, floor - SLACK)
        if answer.values is None:
            return None
        inside = answer.values > 0.5
        plan: Ints = rules.column[inside]
        if within_limits(problem, plan):
            return plan
        rows = sparse.vstack([rows, np.where(inside, -1.0, 1.0)[None, :]], format="csr")
        floor = np.append(floor, 1.0 - inside.sum())
    return None


def _solve(cost: Floats, candidates: int, low: Floats, high: Floats, rows: Any, floor: Floats) -> Answer:
    """Minimize a cost over whole variables of which each row is at least its floor.

    The candidates come first. Where they are many, those that a linear program takes in parts are tried, with
    some more: if they reach its value no others are needed.
    """
    if candidates > 2 * FEW:
        loose = _program(cost, False, low, high, rows, floor)
        if loose.values is None:
            return loose
        some = np.linspace(0, candidates - 1, FEW).astype(np.int64)
        taken = (loose.values[:candidates] > 1e-9) | (low[:candidates] > 0)
        taken[some] = True
        narrow = high.copy()
        narrow[:candidates] *= taken
        found = _program(cost, True, low, narrow, rows, floor)
        if found.values is not None and found.objective <= _next(cost, loose.objective) + 1e-6 * (
            1.0 + abs(loose.objective)
        ):
            return found
    return _program(cost, True, low, high, rows, floor)


def _next(cost: Floats, value: float) -> float:
    """The first cost from a value up that whole variables can have."""
    return float(np.ceil(value - 1e-6)) if (cost == np.round(cost)).all() else value


def _program(cost: Floats, whole: bool, low: Floats, high: Floats, rows: Any, floor: Floats) -> Answer:
    return minimized(
        cost,
        [(rows, floor, np.inf)],
        low=low,
        high=high,
        whole=whole,
        nodes=20 + WORK // len(cost),
        gap=0.0 if len(cost) <= FEW else 1e-4,
    )
