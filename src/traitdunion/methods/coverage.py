"""Which introductions to make: the plan that is expected to change most within its limits.

What a plan is worth grows with every introduction and ever more slowly (it is monotone and submodular), so
picking the best next one is provably near the best plan, and the marginal gains left bound what was missed.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.permutation import drawn

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# A gain below this is rounding: the plan ends there.
NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Problem:
    """Introductions that could be made, what they are worth, and what limits them.

    A plan S is worth the sum of three parts, where x sums the probabilities of the introductions of S that
    touch a pair or a group:

    - members: each member's value times the chance that one introduction succeeds, 1 - prod (1 - p);
    - pairs: each cluster pair's value times min(x, deficit), missing contacts filled in expectation;
    - groups: each group's weight times log(1 + x), so that no cluster and no region is left out.

    Attributes
    ----------
    probability : ndarray, shape (n,)
        Chance of success of each candidate, 0 to 1.
    members : ndarray of int, shape (n, a)
        Members a candidate would serve; -1 for none, here and below. One named twice counts once.
    pairs : ndarray of int, shape (n,)
        Cluster pair it would bridge.
    groups : ndarray of int, shape (n, b)
        Groups it would serve (clusters and regions numbered in one row).
    limits : ndarray of int, shape (n, c)
        Limits it would use one place of (an organization, a cluster).
    member_value, pair_value, pair_deficit, group_weight : ndarray
        Not negative; indexed by members, pairs, pairs and groups.
    capacity : ndarray of int
        Places of each limit.
    budget : int
        Introductions in all.

    Raises
    ------
    InputError
        `plan-shapes`, `plan-index` or `plan-range`, each with the attribute's name.
    """

    probability: Floats
    members: Ints
    pairs: Ints
    groups: Ints
    limits: Ints
    member_value: Floats
    pair_value: Floats
    pair_deficit: Floats
    group_weight: Floats
    capacity: Ints
    budget: int

    @classmethod
    def of_members(cls, probability: npt.ArrayLike, member: npt.ArrayLike, *, budget: int) -> Problem:
        """Make the plainest problem: each candidate serves one member, each member is worth 1.

        Examples
        --------
        >>> Problem.of_members([0.5, 0.4], [0, 1], budget=1).member_value.tolist()
        [1.0, 1.0]
        """
        chance, served = np.asarray(probability, dtype=float), np.asarray(member, dtype=np.int64)
        nobody, nothing = np.zeros((len(chance), 0), dtype=np.int64), np.zeros(0)
        return cls(
            probability=chance, members=served[:, None], pairs=np.full(len(chance), -1), groups=nobody,
            limits=nobody, member_value=np.ones(int(served.max(initial=-1)) + 1), pair_value=nothing,
            pair_deficit=nothing, group_weight=nothing, capacity=np.zeros(0, dtype=np.int64), budget=budget,
        )  # fmt: skip

    def __post_init__(self) -> None:
        sizes = {"members": self.member_value, "pairs": self.pair_value, "groups": self.group_weight}
        for name, target in {**sizes, "limits": self.capacity}.items():
            index = getattr(self, name)
            if len(index) != len(self.probability) or index.ndim != (1 if name == "pairs" else 2):
                raise InputError(
                    "plan-shapes", name=name, candidates=len(self.probability), shape=index.shape
                )
            if index.size and not (-1 <= index.min() <= index.max() < len(target)):
                raise InputError("plan-index", name=name, known=len(target))
        if self.pair_deficit.shape != self.pair_value.shape:
            raise InputError("plan-shapes", name="pair_deficit", shape=self.pair_deficit.shape)
        for field in fields(self):
            values = np.asarray(getattr(self, field.name))
            if values.dtype.kind == "f" and not (values >= 0).all():
                raise InputError("plan-range", name=field.name)
        if (self.probability > 1).any() or (self.capacity < 0).any() or self.budget < 0:
            raise InputError("plan-range", name="probability, capacity, budget")


@dataclass(frozen=True, slots=True)
class Gain:
    """What a plan is worth, by part."""

    members: float
    pairs: float
    groups: float

    @property
    def total(self) -> float:
        """All three parts."""
        return self.members + self.pairs + self.groups


@dataclass(frozen=True, slots=True)
class Coverage:
    """A plan.

    Attributes
    ----------
    chosen : ndarray of int, shape (k,)
        Candidates in the order chosen; fewer than the budget where limits or gains run out.
    marginal : ndarray, shape (k,)
        What each added when it was chosen; never increasing.
    gain : Gain
    bound : float
        No plan within the limits is worth more.
    evaluations : int
        Marginal gains computed, the first of every candidate included.
    """

    chosen: Ints
    marginal: Floats
    gain: Gain
    bound: float
    evaluations: int


def lazy_greedy(problem: Problem) -> Coverage:
    """Choose introductions one by one, each time the one that adds most, of equals the first.

    A marginal gain computed earlier can only have shrunk, so a candidate is looked at again only when its old
    gain comes first. At least 1 - 1/e of the best plan without limits, at least 1/(c + 1) with c of them.

    Notes
    -----
    Minoux (1978), Accelerated greedy algorithms for maximizing submodular set functions; Fisher, Nemhauser &
    Wolsey (1978), Mathematical Programming Study 8. For the bound see `upper_bound`.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> plan = lazy_greedy(problem)
    >>> plan.chosen.tolist(), plan.marginal.tolist(), plan.gain.total
    ([0, 2], [0.5, 0.4], 0.9)
    """
    state = _State(problem)
    first = state.marginal(np.arange(len(problem.probability)))
    # Rounded, lest the order of a sum decide between equals.
    heap = list(zip((-first).round(12).tolist(), range(len(first)), [0] * len(first), strict=True))
    heapq.heapify(heap)
    chosen: list[int] = []
    marginal: list[float] = []
    evaluations = len(first)
    while heap and len(chosen) < problem.budget:
        value, candidate, age = heapq.heappop(heap)
        if -value <= NOTHING:
            break
        if not state.allows(candidate):
            continue
        if age < len(chosen):
            fresh = state.marginal(np.array([candidate]))
            heapq.heappush(heap, (round(-float(fresh[0]), 12), candidate, len(chosen)))
            evaluations += 1
            continue
        state.take(candidate)
        chosen.append(candidate)
        marginal.append(-value)
    plan = np.array(chosen, dtype=np.int64)
    bound = upper_bound(problem, plan)
    return Coverage(plan, np.array(marginal), gain(problem, plan), bound, evaluations)


def gain(problem: Problem, chosen: Sequence[int] | Ints) -> Gain:
    """What a plan is worth, added up plainly from the definition; order and repetition do not matter.

    Examples
    --------
    >>> gain(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [0, 1]).total
    0.75
    """
    missed: dict[int, float] = {}
    bridged: dict[int, float] = {}
    served: dict[int, float] = {}
    for candidate in sorted({int(number) for number in chosen}):
        p = float(problem.probability[candidate])
        for member in {int(number) for number in problem.members[candidate]} - {-1}:
            missed[member] = missed.get(member, 1.0) * (1.0 - p)
        for pair in {int(problem.pairs[candidate])} - {-1}:
            bridged[pair] = bridged.get(pair, 0.0) + p
        for group in {int(number) for number in problem.groups[candidate]} - {-1}:
            served[group] = served.get(group, 0.0) + p
    return Gain(
        members=float(
            sum(problem.member_value[member] * (1.0 - missed[member]) for member in sorted(missed))
        ),
        pairs=float(
            sum(
                problem.pair_value[pair] * min(bridged[pair], problem.pair_deficit[pair])
                for pair in sorted(bridged)
            )
        ),
        groups=float(sum(problem.group_weight[group] * np.log1p(served[group]) for group in sorted(served))),
    )


def upper_bound(problem: Problem, chosen: Sequence[int] | Ints) -> float:
    """Value that no plan within the limits exceeds, from what every candidate would still add.

    Whatever the best plan, it is worth no more than any set at hand plus the sum of its own marginal gains on
    top of that set. The sum is bounded by the largest marginal gains that fit the budget and one kind of
    limit; the set is each of some beginnings of `chosen`, and the smallest bound holds.

    Parameters
    ----------
    problem : Problem
    chosen : sequence of int
        Any set of candidates; a good plan gives a close bound.

    Notes
    -----
    Leskovec et al. (2007), Cost-effective outbreak detection in networks, KDD, section 3.

    Examples
    --------
    >>> float(upper_bound(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [0, 2]))
    1.0
    """
    state, everyone = _State(problem), np.arange(len(problem.probability))
    plan = np.asarray(chosen, dtype=np.int64)
    cuts = sorted({len(plan) * part // 8 for part in range(9)})
    bounds, start = [], 0
    for cut in cuts:
        for candidate in plan[start:cut]:
            state.take(int(candidate))
        start = cut
        bounds.append(
            gain(problem, plan[:cut]).total + _fitting(problem, state.marginal(everyone), plan[:cut])
        )
    return min(bounds)


def top_scores(problem: Problem, scores: npt.ArrayLike) -> Ints:
    """Take candidates by score, best first, as far as the limits allow: the plan of a ranked list.

    Parameters
    ----------
    problem : Problem
    scores : array_like, shape (n,)
        Higher is better; of equals the first.

    Returns
    -------
    ndarray of int, shape (k,)

    Examples
    --------
    >>> top_scores(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [3.0, 2.0, 1.0]).tolist()
    [0, 1]
    """
    state = _State(problem)
    chosen: list[int] = []
    for candidate in np.argsort(-np.asarray(scores, dtype=float), kind="stable").tolist():
        if len(chosen) == problem.budget:
            break
        if state.allows(candidate):
            state.take(candidate)
            chosen.append(candidate)
    return np.array(chosen, dtype=np.int64)


def random_plans(problem: Problem, *, draws: int, seed: int) -> Floats:
    """Worth of plans drawn blindly within the limits: what a plan must beat.

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

    def blind(dice: np.random.Generator) -> float:
        return gain(problem, top_scores(problem, dice.random(len(problem.probability)))).total

    return drawn(blind, draws=draws, seed=seed)


class _State:
    """What has been given so far. Weights end with a 0, which the index -1 finds."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.members, self.groups = _once(problem.members), _once(problem.groups)
        self.limits = _once(problem.limits)
        self.value = np.append(problem.member_value, 0.0)
        self.pair_value, self.deficit = (
            np.append(problem.pair_value, 0.0),
            np.append(problem.pair_deficit, 0.0),
        )
        self.weight = np.append(problem.group_weight, 0.0)
        self.missed, self.bridged = np.ones(len(self.value)), np.zeros(len(self.deficit))
        self.served = np.zeros(len(self.weight))
        self.left = np.append(problem.capacity, problem.budget + 1)

    def marginal(self, candidates: Ints) -> Floats:
        """What each candidate would add to what has been given."""
        p = self.problem.probability[candidates]
        members, pairs, groups = (
            self.members[candidates],
            self.problem.pairs[candidates],
            self.groups[candidates],
        )
        some = (self.value * self.missed)[members].sum(axis=1) * p
        room = np.maximum(self.deficit - self.bridged, 0.0)[pairs]
        more = np.log1p(p[:, None] / (1.0 + self.served[groups]))
        total: Floats = (
            some + self.pair_value[pairs] * np.minimum(p, room) + (self.weight[groups] * more).sum(axis=1)
        )
        return total

    def allows(self, candidate: int) -> bool:
        """Whether every limit of the candidate has a place left."""
        return bool((self.left[self.limits[candidate]] > 0).all())

    def take(self, candidate: int) -> None:
        """Give this introduction."""
        p = self.problem.probability[candidate]
        self.missed[self.members[candidate]] *= 1.0 - p
        self.bridged[self.problem.pairs[candidate]] += p
        self.served[self.groups[candidate]] += p
        self.left[self.limits[candidate]] -= 1


def _once(index: Ints) -> Ints:
    """The same rows with every repetition of a number replaced by -1."""
    order = np.sort(index, axis=1)
    order[:, 1:][order[:, 1:] == order[:, :-1]] = -1
    return order


def _fitting(problem: Problem, marginal: Floats, chosen: Ints) -> float:
    """Largest sum of marginal gains within the budget and one column of limits, whichever binds most."""
    rest = marginal.copy()
    rest[chosen] = 0.0
    order = np.argsort(-rest, kind="stable")
    sums = [rest[order[: problem.budget]].sum()]
    for column in problem.limits.T:
        limit = column[order]
        by_limit = np.argsort(limit, kind="stable")
        place = np.empty(len(order), dtype=np.int64)
        place[by_limit] = np.arange(len(order)) - np.searchsorted(limit[by_limit], limit[by_limit])
        room = np.append(problem.capacity, len(order))[limit]
        sums.append(rest[order[place < room][: problem.budget]].sum())
    return float(min(sums))
