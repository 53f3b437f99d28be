"""What no seating in groups can be worth more than: the plan that the same rules would allow pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from traitdunion.methods.planning.problem import Incidence, Problem, gain
from traitdunion.methods.planning.seating import (
    Rules,
    admissible,
    empty_state,
    pairs_of,
    usable,
    worth_arrays,
)

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

# The bound is looked for after so many beginnings of a seating, and at the best of them in so many steps.
BEGINNINGS = 8
STEPS = 30
FIRST_STEP = 0.3


def relaxed_problem(problem: Problem, ends: npt.ArrayLike, rules: Rules) -> Problem:
    """Let go of the groups: the best plan of this problem is worth at least the best seating.

    Its candidates are the same. Barred are those that can take place in no group. Each organization is in at
    most as many introductions as it has neighbours in a full group, of its own cluster in at most as many as
    that group may hold of it, and in all there are at most as many as full groups have pairs. Candidates of
    the same two organizations take place together and share one amount.

    Parameters
    ----------
    problem : Problem
        Its own limits and pins are dropped, as they do not count within groups.
    ends, rules
        As for `grouped`.

    Raises
    ------
    InputError
        Those of `grouped`.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4], [0, 1], budget=1)
    >>> loose = relaxed_problem(problem, [[0, 1], [1, 2]], Rules(nodes=3, count=1, size=(2, 3)))
    >>> loose.most.tolist(), loose.barred.tolist()
    ([2.0, 2.0, 2.0, 3.0], [False, False])
    """
    joined = pairs_of(ends, "ends", rules.nodes, len(problem.probability))
    n, high = len(joined), rules.size[1]
    barred = ~admissible(rules, joined) | problem.barred
    _, pair = np.unique(np.sort(joined, axis=1), axis=0, return_inverse=True)
    amount = 1.0 / np.maximum(np.bincount(pair[~barred], minlength=n)[pair], 1)
    rows = np.column_stack([joined, np.full(n, rules.nodes)])
    most = np.append(np.full(rules.nodes, high - 1.0), _most_pairs(rules))
    if rules.home is not None:
        own = _neighbours(rules, joined)
        rows = np.column_stack([rows, np.where(own[:, None], joined + rules.nodes + 1, -1)])
        most = np.concatenate([most, np.full(rules.nodes, max(high // 2 - 1.0, 0.0))])
    limits = Incidence.of(rows.tolist(), len(most))
    return replace(
        problem,
        limits=limits,
        amount=amount[limits.candidate],
        least=np.zeros(len(most)),
        most=most,
        pinned=np.zeros(n, dtype=bool),
        barred=barred,
    )


def seating_bound(
    problem: Problem, ends: npt.ArrayLike, rules: Rules, chosen: Sequence[int] | Ints = ()
) -> float:
    """Value that no seating under the rules exceeds, from what every candidate would still add.

    Whatever the best seating, it is worth no more than any set of introductions plus the sum of what its own
    would add to that set, by submodularity. Of that sum each introduction gives a share to either end; no
    more organizations sit than there are seats, and each meets no more others than a full group holds, of its
    own cluster no more than half of it. The set is each of some beginnings of `chosen`; at the best of them
    shares move towards a smaller sum. Every set and every shares give a bound: the smallest holds.

    Parameters
    ----------
    problem, ends, rules
        As for `grouped`.
    chosen : sequence of int
        Any introductions; those of a good seating give a close bound.

    Raises
    ------
    InputError
        Those of `grouped`.

    Notes
    -----
    Leskovec et al. (2007), Cost-effective outbreak detection in networks, KDD, section 3, for plans.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4], [0, 1], budget=2)
    >>> rules = Rules(nodes=4, count=1, size=(2, 2))
    >>> round(seating_bound(problem, [[0, 1], [2, 3]], rules, [0]), 12)
    0.5
    """
    joined = pairs_of(ends, "ends", rules.nodes, len(problem.probability))
    loose = relaxed_problem(problem, joined, rules)
    if rules.most == 0 or len(usable(loose, joined)) == 0:
        return 0.0
    plan = np.asarray(chosen, dtype=np.int64)
    tried = []
    for cut in sorted({len(plan) * part // BEGINNINGS for part in range(BEGINNINGS + 1)}):
        sums = _Sums(joined, _further(loose, plan[:cut]), rules)
        tried.append((gain(loose, plan[:cut]).total, sums, sums.fitting()))
    base, sums, _ = min(tried, key=lambda one: one[0] + one[2])
    return min([base + sums.priced(), *(start + fitting for start, _, fitting in tried)])


def _most_pairs(rules: Rules) -> float:
    """Pairs that sit together at most: as many groups as asked are as full as there are organizations."""
    high = rules.size[1]
    seats = min(rules.most * high, int(rules.seatable.sum()))
    full, rest = divmod(seats, high)
    return float(full * (high * (high - 1) // 2) + rest * (rest - 1) // 2)


def _neighbours(rules: Rules, pairs: Ints) -> Bools:
    """Say of each pair whether both are of the same cluster."""
    if rules.home is None:
        return np.zeros(len(pairs), dtype=bool)
    one, two = rules.home[pairs].T
    same: Bools = (one == two) & (one >= 0)
    return same


def _further(loose: Problem, given: Ints) -> Floats:
    """What each candidate adds to those given; nothing for those and for the barred."""
    from traitdunion.methods.compiled.group_worth import further  # noqa: PLC0415  slow to import

    worth = worth_arrays(loose)
    gains: Floats = further(worth, empty_state(worth, 0, 0, 1), given)
    gains[loose.barred] = 0.0
    gains[given] = 0.0
    return gains


class _Sums:
    """The largest sum of what introductions add that seats and neighbours allow, from above."""

    def __init__(self, ends: Ints, rest: Floats, rules: Rules) -> None:
        kept = np.flatnonzero(rest > 0.0)
        pairs, number = np.unique(np.sort(ends[kept], axis=1), axis=0, return_inverse=True)
        self.value = np.bincount(number, rest[kept], minlength=len(pairs))
        self.node = np.concatenate([pairs[:, 0], pairs[:, 1]])
        self.own = np.tile(_neighbours(rules, pairs), 2)
        self.rules = rules
        self.seats = min(rules.most * rules.size[1], int(rules.seatable.sum()))

    def fitting(self) -> float:
        """Give either end half, or forget the organizations: the smaller sum."""
        most = int(_most_pairs(self.rules))
        return min(self._seated(np.full(len(self.value), 0.5))[0], float(-np.sort(-self.value)[:most].sum()))

    def priced(self) -> float:
        """Shift shares from the end that is counted to the one that is not; give the smallest sum seen."""
        share = np.full(len(self.value), 0.5)
        sums = []
        for step in range(STEPS):
            total, counted = self._seated(share)
            sums.append(total)
            one, two = counted.reshape(2, -1).astype(float)
            share = np.clip(share - FIRST_STEP / np.sqrt(1.0 + step) * (one - two), 0.0, 1.0)
        return min(sums)

    def _seated(self, share: Floats) -> tuple[float, Bools]:
        """Sum up the best neighbours of the best organizations; say which ends are counted."""
        high = self.rules.size[1]
        each = np.concatenate([self.value * share, self.value * (1.0 - share)])
        order = np.lexsort((-each, self.node))
        node, own = self.node[order], self.own[order]
        limit = max(high // 2 - 1, 0) if self.rules.home is not None else high - 1
        allowed = ~own | (_counted(own, node) <= limit)
        order = order[allowed & (_counted(allowed, node) < high)]
        by_node = np.bincount(self.node[order], each[order], minlength=self.rules.nodes)
        best = np.argsort(-by_node, kind="stable")[: self.seats]
        counted = np.zeros(len(each), dtype=bool)
        counted[order] = np.isin(self.node[order], best)
        return float(by_node[best].sum()), counted


def _counted(these: Bools, label: Ints) -> Ints:
    """How many of these there are up to each entry within its label; labels ascend."""
    so_far = np.concatenate([[0], np.cumsum(these)])
    count: Ints = so_far[1:] - so_far[np.searchsorted(label, label)]
    return count
