"""Quick choice: introductions taken one by one, by what each adds, by a score or by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.permutation import drawn
from traitdunion.methods.planning.arrays import arrays, checked, empty_heap, everyone, quotas
from traitdunion.methods.planning.problem import (
    SLACK,
    Floats,
    Gain,
    Ints,
    Problem,
    gain,
    within_limits,
)

Scored = Literal["gain", "gain-per-amount", "both"]

# Gains are compared after rounding to as many digits.
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan.

    Attributes
    ----------
    chosen : ndarray of int, shape (k,)
        Candidates in the order chosen.
    marginal : ndarray, shape (k,)
        What each added when it was chosen.
    gain : Gain
        What they are worth together: the sum of `marginal`.
    evaluations : int
        Gains of one more candidate that were computed.
    met : bool
        Whether the plan is within its limits: no most passed, every least reached, pins in, bars out.
    """

    chosen: Ints
    marginal: Floats
    gain: Gain
    evaluations: int
    met: bool


def lazy_greedy(problem: Problem, *, scored: Scored = "both") -> Choice:
    """Choose introductions one by one, each time the one that adds most, of equals the first.

    A gain computed earlier can only have shrunk, so a candidate is looked at again only when its old gain
    comes first. Pinned candidates are taken first, whether or not they fit; barred ones never. Where a
    limit has a least, room for what is still short is kept in the limits that every candidate counts in.

    Parameters
    ----------
    problem : Problem
    scored : {"gain", "gain-per-amount", "both"}
        What comes first: what adds most, or what adds most per amount of the scarcest limit whose amounts
        differ. "both" takes the better plan; where all amounts are 1 they are the same, and it is made once.

    Returns
    -------
    Choice
        Ends where nothing that fits adds anything. With leasts that cannot be met, or were not found to be,
        `met` is False: an exact solver may still find a plan.

    Notes
    -----
    Minoux (1978), Accelerated greedy algorithms for maximizing submodular set functions. Of the best plan it
    is worth at least 1 - 1/e with one limit on the number (Nemhauser, Wolsey & Fisher 1978, Mathematical
    Programming 14), and 1/(p + 1) with p limits of which each candidate uses places, as many as it counts in
    (Fisher, Nemhauser & Wolsey 1978, Mathematical Programming Study 8). The better of both ways is worth at
    least (1 - 1/e)/2 with one limit of unequal amounts (Leskovec et al. 2007, Cost-effective outbreak
    detection in networks, KDD). No guarantee holds with leasts. Do not use it where one introduction stands
    in the way of two: `local_search` mends some of that, an exact solver all.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> plan = lazy_greedy(problem)
    >>> plan.chosen.tolist(), plan.marginal.tolist(), plan.gain.total, plan.met
    ([0, 2], [0.5, 0.4], 0.9, True)
    """
    share = np.zeros(0) if scored == "gain" else amount_share(problem)
    ways = [np.zeros(0)] if scored == "both" and len(share) else []
    plans = [_greedy(problem, way) for way in [*ways, share]]
    met = [within_limits(problem, plan.chosen) for plan in plans]
    worth = [round(float(plan.marginal.sum()), DIGITS) for plan in plans]
    best = max(range(len(plans)), key=lambda at: (met[at], worth[at], -at))
    plan, looked = plans[best], sum(plan.evaluations for plan in plans)
    return Choice(plan.chosen, plan.marginal, gain(problem, plan.chosen), looked, met[best])


def in_order(problem: Problem, chosen: Sequence[int] | Ints) -> Choice:
    """Put a plan in the order in which each next introduction adds most, of equals the first.

    Parameters
    ----------
    problem : Problem
    chosen : sequence of int
        In any order; one named twice counts once. Limits and pins do not matter.

    Raises
    ------
    InputError
        `plan-index` where a candidate does not exist.

    Examples
    --------
    >>> plan = in_order(Problem.of_members([0.2, 0.5, 0.4], [0, 0, 1], budget=3), [0, 2, 1])
    >>> plan.chosen.tolist(), plan.marginal.tolist()
    ([1, 2, 0], [0.5, 0.4, 0.1])
    """
    from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

    plan = checked(problem, chosen)
    part = problem.only(plan)
    free = replace(part, least=np.zeros(len(part.least)), most=np.full(len(part.most), np.inf))
    given, state = arrays(free)
    order, marginal, tally = _records(len(plan))
    open_ = np.ones(len(plan), dtype=bool)
    record = (empty_heap(len(plan)), order, marginal, tally)
    loops.drain(given, state, quotas(free), False, open_, np.zeros(0), *record)
    rest = np.flatnonzero(open_)
    order[tally[0] :] = rest
    marginal[tally[0] :] = [loops.take(given, state, candidate) for candidate in rest.tolist()]
    total, met = gain(problem, plan), within_limits(problem, plan)
    return Choice(plan[order], marginal, total, int(tally[1]), met)


def fast_gain(problem: Problem, chosen: Sequence[int] | Ints) -> float:
    """Add up quickly what a plan is worth: `gain(problem, chosen).total`, to rounding.

    Raises
    ------
    InputError
        `plan-index` where a candidate does not exist.

    Examples
    --------
    >>> fast_gain(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [0, 1])
    0.75
    """
    from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

    plan = checked(problem, chosen)
    given, state = arrays(problem.only(plan))
    return float(loops.take_all(given, state, np.arange(len(plan))))


def top_scores(problem: Problem, scores: npt.ArrayLike) -> Ints:
    """Take candidates by score, best first, as far as no limit's most is passed: the plan of a ranked list.

    Parameters
    ----------
    problem : Problem
    scores : array_like, shape (n,)
        Higher is better; of equals the first; NaN comes last.

    Returns
    -------
    ndarray of int, shape (k,)
        In the order taken, the pinned first. Leasts are not looked at.

    Raises
    ------
    InputError
        `plan-shapes` where there is not one score per candidate.

    Examples
    --------
    >>> top_scores(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [3.0, 2.0, 1.0]).tolist()
    [0, 1]
    """
    score = np.asarray(scores, dtype=float)
    if score.shape != problem.probability.shape:
        raise InputError("plan-shapes", name="scores", shape=score.shape, candidates=len(problem.probability))
    return _Filler(problem).taken(np.argsort(-score, kind="stable"))[0]


def random_plans(problem: Problem, *, draws: int, seed: int) -> Floats:
    """Worth of plans drawn blindly, as far as no limit's most is passed: what a plan must beat.

    Candidates are taken in an order drawn by lot, the pinned first. Leasts are not looked at.

    Returns
    -------
    ndarray, shape (draws,)

    Raises
    ------
    InputError
        `draws-too-few`, `seed-negative`.

    Examples
    --------
    >>> random_plans(Problem.of_members([0.5, 0.5], [0, 0], budget=2), draws=2, seed=1).tolist()
    [0.75, 0.75]
    """
    filler = _Filler(problem)
    n = len(problem.probability)
    return drawn(lambda dice: filler.taken(dice.permutation(n))[1], draws=draws, seed=seed)


def amount_share(problem: Problem) -> Floats:
    """Share of the scarcest limit that each candidate uses, the largest being 1.

    Scarcest is the limit whose amounts differ and would be passed most times over if every candidate that is
    not barred were taken. A candidate that does not count in it uses as little as the least of those that do.

    Returns
    -------
    ndarray, shape (n,) or (0,)
        Empty where no limit with differing amounts would be passed.

    Examples
    --------
    >>> amount_share(Problem.of_members([0.5, 0.4], [0, 1], budget=1)).tolist()
    []
    """
    if (problem.amount == 1).all():
        return np.zeros(0)
    item, size = problem.limits.item, len(problem.most)
    free = ~problem.barred[problem.limits.candidate]
    demand = np.bincount(item[free], problem.amount[free], minlength=size)
    least, most = np.full(size, np.inf), np.zeros(size)
    np.minimum.at(least, item[free], problem.amount[free])
    np.maximum.at(most, item[free], problem.amount[free])
    times = np.divide(demand, problem.most, out=np.full(size, np.inf), where=problem.most > 0)
    times[(least >= most) | (demand <= problem.most + SLACK)] = 0.0
    if not times.any():
        return np.zeros(0)
    limit = int(np.argmax(times))
    share = np.full(len(problem.probability), least[limit])
    entries = np.flatnonzero(item == limit)
    share[np.searchsorted(problem.limits.start, entries, side="right") - 1] = problem.amount[entries]
    share /= most[limit]
    return share


@dataclass(frozen=True, slots=True)
class _Plan:
    chosen: Ints
    marginal: Floats
    evaluations: int


def _greedy(problem: Problem, share: Floats) -> _Plan:
    """One plan by gain, or by gain per share."""
    from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

    given, state = arrays(problem)
    owed, n = quotas(problem), len(problem.probability)
    open_ = ~(problem.barred | problem.pinned)
    pins = np.flatnonzero(problem.pinned)
    chosen, marginal, tally = _records(n)
    chosen[: len(pins)] = pins
    marginal[: len(pins)] = [loops.take(given, state, candidate) for candidate in pins.tolist()]
    tally[0] = len(pins)
    rest = (open_, share, empty_heap(n), chosen, marginal, tally)
    loops.drain(given, state, owed, False, *rest)
    if problem.least.any():
        # More loosely; then what adds nothing but is owed, which may free room; at last no room is kept.
        end = (chosen, marginal, tally)
        if tally[2]:
            loops.drain(given, state, owed, True, *rest)
        while loops.fill(given, state, owed.everyone, open_, False, *end) and tally[2]:
            loops.drain(given, state, owed, True, *rest)
        if tally[2]:
            loops.drain(given, state, owed._replace(quota=owed.quota[:0]), True, *rest)
        loops.fill(given, state, owed.everyone, open_, True, *end)
    count = int(tally[0])
    return _Plan(chosen[:count].copy(), marginal[:count].copy(), int(tally[1]))


def _records(n: int) -> tuple[Ints, Floats, Ints]:
    """Room for what is chosen, what each adds, and the tally."""
    return np.empty(n, dtype=np.int64), np.empty(n), np.zeros(3, dtype=np.int64)


class _Filler:
    """Takes candidates in an order as far as they fit, again and again from nothing."""

    def __init__(self, problem: Problem) -> None:
        self.given, self.state = arrays(problem)
        self.pins = np.flatnonzero(problem.pinned)
        self.open = ~(problem.barred | problem.pinned)
        self.total = np.flatnonzero(everyone(problem))
        smallest = np.full(len(problem.most), np.inf)
        np.minimum.at(smallest, problem.limits.item, problem.amount)
        self.smallest = smallest[self.total]
        self.room = np.zeros(len(problem.probability), dtype=np.int64)

    def taken(self, order: Ints) -> tuple[Ints, float]:
        """Give the candidates taken, and what they are worth."""
        from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

        worth = loops.take_all(self.given, self.state, self.pins)
        ends = (self.total, self.smallest, self.room)
        count, more = loops.fit(self.given, self.state, self.open, order, *ends)
        plan = np.concatenate([self.pins, self.room[:count]])
        loops.clear(self.given, self.state, plan)
        return plan, float(worth + more)
