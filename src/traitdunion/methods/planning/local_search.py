"""A plan made better step by step: one more, one for another, one for two, two for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from traitdunion.methods.planning.arrays import arrays, checked, everyone
from traitdunion.methods.planning.greedy import Choice, amount_share, in_order
from traitdunion.methods.planning.problem import SLACK, Ints, Problem

# What a step must add at least.
LEAST_STEP = 1e-9
# For dropping two at once: pairs of so many candidates that matter least, and so many of these pairs.
LEAST_LOSSES, PAIRS = 60, 100


def local_search(problem: Problem, chosen: Sequence[int] | Ints, *, most_passes: int = 20) -> Choice:
    """Better a plan by adding, by putting one candidate for another, and by one for two or two for one.

    A pass takes the candidates of the plan by number and puts the best other one in the place of each, where
    that gains. Only when a pass changes nothing are two put for one, or else, for pairs that matter least,
    one or two for two. It ends when none of that gains more than 1e-9: then no exchange of one for one does.

    Parameters
    ----------
    problem : Problem
    chosen : sequence of int
        The plan to begin with. Barred candidates are left out, pinned ones put in and never dropped.
    most_passes : int
        After as many it stops, whatever could still be gained; 0 only leaves out and puts in.

    Returns
    -------
    Choice
        In the order in which each next adds most; worth no less than what it began with, barred ones left
        out. A limit that was kept is kept; one that was passed, or a least not reached, is never made worse.

    Raises
    ------
    InputError
        `plan-index` where a candidate does not exist.

    Notes
    -----
    Nemhauser, Wolsey & Fisher (1978), An analysis of approximations for maximizing submodular set functions
    I, Mathematical Programming 14, section 5: with one limit on the number, a plan that no exchange of one
    betters is worth half the best at least. Seconds grow with candidates times plan: hand in a problem
    reduced to what may matter (`Problem.only`) where there are millions.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> local_search(problem, [0, 1]).chosen.tolist()
    [1, 2]
    """
    plan = checked(problem, chosen)
    plan = np.union1d(plan[~problem.barred[plan]], np.flatnonzero(problem.pinned))
    search = _Search(problem, plan)
    for _ in range(most_passes):
        changed = [search.grow(), search.swap()]  # both, whatever the first says
        if not (any(changed) or search.one_for_two() or search.two_for_one()):
            break
    found = in_order(problem, search.plan)
    return replace(found, evaluations=found.evaluations + search.looked)


class _Search:
    """A plan and what is needed to change it."""

    def __init__(self, problem: Problem, plan: Ints) -> None:
        from traitdunion.methods.compiled import exchanges  # noqa: PLC0415  slow to import
        from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

        self.loops, self.exchanges, self.problem = loops, exchanges, problem
        self.given, self.state = arrays(problem)
        n = len(problem.probability)
        self.share = amount_share(problem)
        self.now, self.bonus, self.spread = np.zeros(n), np.zeros(n), 0.0
        self.open = ~problem.barred
        self.holder_start, self.holder = _holders(problem)
        loops.marginals(self.given, self.state, self.now)
        self.top = float(self.now.max(initial=0.0))
        self.total = np.flatnonzero(everyone(problem))
        smallest = np.full(len(problem.most), np.inf)
        np.minimum.at(smallest, problem.limits.item, problem.amount)
        self.smallest = smallest[self.total]
        self.looked = 0
        self.plan = self.taken = self.dropped = np.zeros(0, dtype=np.int64)
        self._put(plan)

    def grow(self) -> bool:
        """Add what fits and gains."""
        size = len(self.plan)
        while self._room(1) and (found := self._best(LEAST_STEP)[0]) >= 0:
            self._put(np.union1d(self.plan, [found]))
        return len(self.plan) > size

    def swap(self) -> bool:
        """Put another for each, where that gains."""
        return self._pass([(candidate,) for candidate in self._free()], self._one)

    def one_for_two(self) -> bool:
        """Put two for each, where that gains."""
        return self._pass([(candidate,) for candidate in self._free()], self._two)

    def two_for_one(self) -> bool:
        """Put one or two for two, of the pairs that matter least."""
        loss = {candidate: self._without((candidate,)) for candidate in self._free()}
        few = sorted(sorted(loss, key=lambda candidate: (loss[candidate], candidate))[:LEAST_LOSSES])
        pairs = sorted((loss[i] + loss[j], i, j) for i, j in combinations(few, 2))
        likely = [(i, j) for lost, i, j in pairs if lost < 2.0 * self.top][:PAIRS]
        return self._pass(likely, self._one) or self._pass(likely, self._two)

    def _free(self) -> list[int]:
        return [int(candidate) for candidate in self.plan if not self.problem.pinned[candidate]]

    def _set(self, taken: Ints) -> None:
        """Make this what is taken, added up anew: the same whatever was tried before."""
        self.loops.clear(self.given, self.state, self.taken)
        self.loops.take_all(self.given, self.state, taken)
        self.taken = taken

    def _put(self, plan: Ints) -> None:
        """Make this the plan."""
        self._forget()
        self._set(plan)
        self.open[self.plan] = ~self.problem.barred[self.plan]
        self.open[plan] = False
        self.plan, self.used = plan, self.state.used.copy()
        self.rest, self.expected = self.state.rest.copy(), self.state.expected.copy()
        self.loops.marginals(self.given, self.state, self.now)

    def _forget(self) -> None:
        """Nothing is dropped."""
        self.exchanges.forget(self.given, self.holder_start, self.holder, self.dropped, self.bonus)
        self.dropped, self.spread = np.zeros(0, dtype=np.int64), 0.0

    def _without(self, dropped: tuple[int, ...]) -> float:
        """Take the plan without some; give what these would add to that."""
        self._forget()
        rest, self.dropped = np.setdiff1d(self.plan, dropped), np.array(dropped)
        loss = 0.0
        if len(dropped) > 1:
            self._set(np.union1d(rest, dropped[:1]))
            loss = self.loops.more(self.given, self.state, dropped[1])
        self._set(rest)
        self.spread = self.exchanges.regain(
            self.given,
            self.state,
            self.holder_start,
            self.holder,
            self.rest,
            self.expected,
            self.dropped,
            self.bonus,
        )
        return float(loss + self.loops.more(self.given, self.state, dropped[0]))

    def _best(self, floor: float, *, by_share: bool = False) -> tuple[int, float]:
        """The candidate that adds most to the state, and what; -1 where none adds more than the floor."""
        least, used = self.problem.least, self.state.used
        short = np.flatnonzero((used < least - SLACK) & (used < self.used))
        share = self.share if by_share else np.zeros(0)
        promised = (self.open, self.now, self.bonus, self.spread, share)
        found, gained, looked = self.exchanges.best_fit(
            self.given, self.state, *promised, self.used, short, floor
        )
        self.looked += looked
        if by_share and found >= 0:
            gained = self.loops.more(self.given, self.state, found)
        return found, gained

    def _room(self, times: int) -> bool:
        """Whether the limits that every candidate counts in have room for as many of the smallest."""
        used = self.state.used[self.total] + times * self.smallest
        return bool((used <= self.problem.most[self.total] + SLACK).all())

    def _pass(self, drops: Sequence[tuple[int, ...]], coming: Callable[[float], list[int]]) -> bool:
        """Try to put others for each of these, at once where that gains."""
        changed = False
        for dropped in drops:
            if not np.isin(dropped, self.plan).all():
                continue
            loss = self._without(dropped)
            found = coming(loss + LEAST_STEP)
            if found:
                self._put(np.union1d(np.setdiff1d(self.plan, dropped), found))
                changed = True
        self._put(self.plan)
        return changed

    def _one(self, target: float) -> list[int]:
        """The best one to come in, where it adds more than the target."""
        found = self._best(target)[0]
        return [] if found < 0 else [found]

    def _two(self, target: float) -> list[int]:
        """Two to come in, the first the best by what it adds or by that per share, where both add more."""
        for by_share in (False, True)[: 2 if len(self.share) else 1]:
            if not self._room(2):
                return []
            first, gained = self._best(0.0, by_share=by_share)
            if first < 0:
                return []
            rest = self.taken
            self._set(np.union1d(rest, [first]))
            self.open[first] = False
            second = self._best(max(target - gained, 0.0))[0] if self._room(1) else -1
            self.open[first] = True
            self._set(rest)
            if second >= 0:
                return [first, second]
        return []


def _holders(problem: Problem) -> tuple[Ints, npt.NDArray[np.int32]]:
    """The candidates of each element, element by element."""
    counts = np.bincount(problem.served.item, minlength=problem.served.size)
    start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    order = np.argsort(problem.served.item, kind="stable")
    return start, problem.served.candidate[order].astype(np.int32)
