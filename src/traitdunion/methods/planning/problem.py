"""The problem of a plan: introductions that could be made, what they are worth together, what limits them.

What a set of introductions is worth grows with every one of them and ever more slowly: it is monotone and
submodular by construction, as a sum of expectations of concave functions of a count of successes, concave
functions of an expected count, and a modular part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SLACK = 1e-9  # by which a limit may be passed: sums of amounts are rounded


@dataclass(frozen=True, slots=True)
class Incidence:
    """Which items each candidate touches, row by row (compressed sparse rows).

    Attributes
    ----------
    start : ndarray of int64, shape (n + 1,)
        The items of candidate i stand from `start[i]` to before `start[i + 1]`.
    item : ndarray of int32, shape (z,)
        Within a candidate, ascending and each once.
    size : int
        Number of items there are.
    """

    start: Ints
    item: npt.NDArray[np.int32]
    size: int

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], size: int) -> Incidence:
        """Lay out the items of each candidate; one named twice counts once, a negative one is none.

        Examples
        --------
        >>> made = Incidence.of([[2, 0, 2], [], [-1, 1]], 3)
        >>> made.start.tolist(), made.item.tolist()
        ([0, 2, 2, 3], [0, 2, 1])
        """
        clean = [sorted({int(item) for item in row if item >= 0}) for row in rows]
        start = np.concatenate([[0], np.cumsum([len(row) for row in clean], dtype=np.int64)])
        flat = [item for row in clean for item in row]
        return cls(start.astype(np.int64), np.array(flat, dtype=np.int32), size)

    @classmethod
    def none(cls, candidates: int) -> Incidence:
        """Touch nothing.

        Examples
        --------
        >>> Incidence.none(2).start.tolist()
        [0, 0, 0]
        """
        return cls(np.zeros(candidates + 1, dtype=np.int64), np.zeros(0, dtype=np.int32), 0)

    @property
    def candidate(self) -> Ints:
        """The candidate of each entry of `item`, shape (z,)."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def of_one(self, candidate: int) -> npt.NDArray[np.int32]:
        """Give the items of one candidate."""
        return self.item[self.start[candidate] : self.start[candidate + 1]]

    def of_some(self, candidates: Ints) -> tuple[Incidence, Ints]:
        """Keep some candidates, in the order given; give also the places their entries had."""
        counts = np.diff(self.start)[candidates]
        start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        place = np.repeat(self.start[candidates] - start[:-1], counts) + np.arange(start[-1])
        return Incidence(start, self.item[place], self.size), place


@dataclass(frozen=True, slots=True)
class Problem:
    """Introductions that could be made.

    A plan S is worth the sum of three parts. Each introduction i of S succeeds by itself with probability
    p_i; X is the number of successes of S that touch an element, x = sum of p_i of those that touch a group:

    - elements: value times E min(X, cap). With a cap of 1 this is value (1 - prod (1 - p)): a member newly
      tied, an organization newly within reach. With the deficit as cap: missing contacts filled.
    - groups: weight times log(1 + x), so that no region, sector and cluster is left out. Of what is
      expected, not of what comes to pass.
    - worth: the sum of p_i worth_i, fixed beforehand for each introduction.

    A plan is within its limits when for each of them the sum of the amounts of its introductions is between
    `least` and `most`, every pinned introduction is in it and no barred one.

    Attributes
    ----------
    probability : ndarray, shape (n,)
        Chance that each candidate succeeds when it is proposed.
    served : Incidence
        Elements each candidate would serve.
    value, cap : ndarray, shape (m,)
        Of the elements; not negative.
    groups : Incidence
        Groups each candidate would serve.
    weight : ndarray, shape (g,)
        Of the groups; not negative.
    worth : ndarray, shape (n,)
        What each success is worth by itself; not negative.
    limits : Incidence
        Limits each candidate counts in.
    amount : ndarray, shape (z,)
        By how much, entry by entry of `limits`; positive.
    least, most : ndarray, shape (r,)
        Of the limits; `most` may be infinite.
    pinned, barred : ndarray of bool, shape (n,)
        Must be in every plan; must be in none.

    Raises
    ------
    InputError
        `plan-shapes`, `plan-index` or `plan-range`, each with the attribute's name.
    """

    probability: Floats
    served: Incidence
    value: Floats
    cap: Floats
    groups: Incidence
    weight: Floats
    worth: Floats
    limits: Incidence
    amount: Floats
    least: Floats
    most: Floats
    pinned: Bools
    barred: Bools

    @classmethod
    def of_members(cls, probability: npt.ArrayLike, member: npt.ArrayLike, *, budget: int) -> Problem:
        """Make the plainest problem: each candidate serves one member, each member is worth 1.

        Examples
        --------
        >>> Problem.of_members([0.5, 0.4], [0, 1], budget=1).value.tolist()
        [1.0, 1.0]
        """
        chance, served = np.asarray(probability, dtype=float), np.asarray(member, dtype=np.int64)
        n, members = len(chance), int(served.max(initial=-1)) + 1
        return cls(
            probability=chance,
            served=Incidence.of(served[:, None].tolist(), members),
            value=np.ones(members),
            cap=np.ones(members),
            groups=Incidence.none(n),
            weight=np.zeros(0),
            worth=np.zeros(n),
            limits=Incidence.of([[0]] * n, 1),
            amount=np.ones(n),
            least=np.zeros(1),
            most=np.array([float(budget)]),
            pinned=np.zeros(n, dtype=bool),
            barred=np.zeros(n, dtype=bool),
        )

    def __post_init__(self) -> None:
        n = len(self.probability)
        self._check_incidence("served", self.value)
        self._check_incidence("groups", self.weight)
        self._check_incidence("limits", self.least)
        lengths = {"worth": n, "pinned": n, "barred": n, "cap": len(self.value), "most": len(self.least)}
        for name, length in {**lengths, "amount": len(self.limits.item)}.items():
            if getattr(self, name).shape != (length,):
                raise InputError("plan-shapes", name=name, shape=getattr(self, name).shape, candidates=n)
        for name in ("probability", "value", "cap", "weight", "worth", "amount", "least", "most"):
            if not (getattr(self, name) >= 0).all():
                raise InputError("plan-range", name=name)
        if (self.probability > 1).any() or (self.amount == 0).any():
            raise InputError("plan-range", name="probability, amount")

    def _check_incidence(self, name: str, target: Floats) -> None:
        index: Incidence = getattr(self, name)
        n = len(self.probability)
        if index.start.shape != (n + 1,) or index.start[-1] != len(index.item):
            raise InputError("plan-shapes", name=name, shape=index.start.shape, candidates=n)
        if index.size != len(target):
            raise InputError("plan-index", name=name, known=len(target))
        if len(index.item) and not (index.item.min() >= 0 and index.item.max() < len(target)):
            raise InputError("plan-index", name=name, known=len(target))

    def only(self, candidates: npt.ArrayLike) -> Problem:
        """Keep some candidates, in the order given; elements, groups and limits keep their numbers.

        Examples
        --------
        >>> Problem.of_members([0.5, 0.4], [0, 1], budget=1).only([1]).probability.tolist()
        [0.4]
        """
        kept = np.asarray(candidates, dtype=np.int64)
        limits, place = self.limits.of_some(kept)
        return replace(
            self,
            probability=self.probability[kept],
            served=self.served.of_some(kept)[0],
            groups=self.groups.of_some(kept)[0],
            worth=self.worth[kept],
            limits=limits,
            amount=self.amount[place],
            pinned=self.pinned[kept],
            barred=self.barred[kept],
        )


@dataclass(frozen=True, slots=True)
class Gain:
    """What a plan is worth.

    Attributes
    ----------
    elements : ndarray, shape (m,)
        By element, value included.
    groups : ndarray, shape (g,)
        By group, weight included.
    worth : float
    """

    elements: Floats
    groups: Floats
    worth: float

    @property
    def total(self) -> float:
        """All three parts."""
        return float(self.elements.sum() + self.groups.sum()) + self.worth


def gain(problem: Problem, chosen: Sequence[int] | Ints) -> Gain:
    """What a plan is worth, added up plainly from the definition; order and repetition do not matter.

    Examples
    --------
    >>> gain(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [0, 1]).total
    0.75
    """
    plan = np.unique(np.asarray(chosen, dtype=np.int64))
    part = problem.only(plan)
    chances: dict[int, list[float]] = {}
    for candidate, element in zip(part.served.candidate.tolist(), part.served.item.tolist(), strict=True):
        chances.setdefault(element, []).append(float(part.probability[candidate]))
    elements = np.zeros(len(problem.value))
    for element, found in chances.items():
        elements[element] = problem.value[element] * expected_filled(found, float(problem.cap[element]))
    served = np.bincount(
        part.groups.item, part.probability[part.groups.candidate], minlength=len(problem.weight)
    )
    return Gain(elements, problem.weight * np.log1p(served), float(part.probability @ part.worth))


def expected_filled(chances: Sequence[float], cap: float) -> float:
    """Expected value of min(X, cap), X the number of successes of independent trials.

    Examples
    --------
    >>> expected_filled([0.5, 0.5], 1.0), expected_filled([0.5, 0.5], 1.5)
    (0.75, 0.875)
    """
    counts = np.array([1.0])
    for chance in chances:
        counts = np.convolve(counts, [1.0 - chance, chance])
    return float(counts @ np.minimum(np.arange(len(counts)), cap))


def within_limits(problem: Problem, chosen: Sequence[int] | Ints) -> bool:
    """Say whether a plan keeps every limit, has every pinned candidate and no barred one.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> within_limits(problem, [0, 2]), within_limits(problem, [0, 1, 2])
    (True, False)
    """
    plan = np.unique(np.asarray(chosen, dtype=np.int64))
    used = used_amounts(problem, plan)
    kept = bool((used <= problem.most + SLACK).all() and (used >= problem.least - SLACK).all())
    pins = np.flatnonzero(problem.pinned)
    return kept and bool(np.isin(pins, plan).all()) and not problem.barred[plan].any()


def used_amounts(problem: Problem, chosen: Sequence[int] | Ints) -> Floats:
    """How much of each limit a plan uses, shape (r,).

    Examples
    --------
    >>> used_amounts(Problem.of_members([0.5, 0.4], [0, 1], budget=2), [0, 1]).tolist()
    [2.0]
    """
    limits, place = problem.limits.of_some(np.asarray(chosen, dtype=np.int64))
    used: Floats = np.zeros(len(problem.most)) + np.bincount(
        limits.item, problem.amount[place], minlength=len(problem.most)
    )
    return used


def realized(problem: Problem, chosen: Sequence[int] | Ints, succeeded: Bools) -> float:
    """What a plan turned out to be worth, once it is known which candidates succeeded, shape (n,).

    Its expectation over successes is `gain(problem, chosen).total`.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> realized(problem, [0, 2], np.array([True, True, False]))
    1.0
    """
    plan = np.unique(np.asarray(chosen, dtype=np.int64))
    done = plan[succeeded[plan]]
    counts = np.bincount(problem.only(done).served.item, minlength=len(problem.value))
    filled = float(problem.value @ np.minimum(counts, problem.cap))
    return filled + float(problem.worth[done].sum()) + float(gain(problem, plan).groups.sum())
