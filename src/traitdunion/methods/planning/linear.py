"""The linear program behind a bound: candidates in parts or whole, under cuts that only overestimate."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from scipy import sparse

from traitdunion.methods.planning.majorants import (
    binomial_line,
    hazards,
    poisson_filled,
    poisson_rate,
    standing,
)
from traitdunion.methods.planning.problem import Bools, Floats, Ints, Problem


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where the worth of elements and groups is overestimated by a straight line.

    Attributes
    ----------
    element, element_at : ndarray, shape (c,)
        Tangents of `poisson_filled` at a sum of hazards.
    group, group_at : ndarray, shape (b,)
        Tangents of the logarithm at an expected count.
    stepped, step : ndarray, shape (d,)
        Elements and steps of `binomial_line`; step 0 of every element is always there.
    bases : tuple of ndarray of int64
        Plans; on top of each, no candidate adds more to an element than it does to that plan.
    refused : tuple of ndarray of int64
        Plans that are out of the question as they stand.
    """

    element: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    element_at: Floats = field(default_factory=lambda: np.zeros(0))
    group: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    group_at: Floats = field(default_factory=lambda: np.zeros(0))
    stepped: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    step: Floats = field(default_factory=lambda: np.zeros(0))
    bases: tuple[Ints, ...] = ()
    refused: tuple[Ints, ...] = ()

    def more(self, element: Ints, element_at: Floats, group: Ints, group_at: Floats) -> Cuts:
        """Add tangents.

        Examples
        --------
        >>> len(Cuts().more(np.array([0]), np.array([0.5]), np.zeros(0), np.zeros(0)).element)
        1
        """
        return replace(
            self,
            element=np.concatenate([self.element, element]).astype(np.int64),
            element_at=np.concatenate([self.element_at, element_at]),
            group=np.concatenate([self.group, group]).astype(np.int64),
            group_at=np.concatenate([self.group_at, group_at]),
        )

    def within(self, element: Ints, group: Ints) -> Cuts:
        """Keep the tangents of some elements and groups.

        Examples
        --------
        >>> len(Cuts().within(np.array([0]), np.array([0])).element)
        0
        """
        return self._some(
            np.isin(self.element, element), np.isin(self.group, group), np.isin(self.stepped, element)
        )

    def stepping(self, stepped: Ints, step: Floats) -> Cuts:
        """Add lines of the expected count.

        Examples
        --------
        >>> len(Cuts().stepping(np.array([0]), np.array([1.0])).step)
        1
        """
        return replace(
            self,
            stepped=np.concatenate([self.stepped, stepped]).astype(np.int64),
            step=np.concatenate([self.step, step]),
        )

    def priced(self, element: Floats, group: Floats, step: Floats) -> Cuts:
        """Keep the tangents that have a price; of a group, the one at zero too.

        Examples
        --------
        >>> len(Cuts().priced(np.zeros(0), np.zeros(0), np.zeros(0)).element)
        0
        """
        return self._some(element > 0, (group > 0) | (self.group_at == 0), step > 0)

    def _some(self, some: Bools, several: Bools, steps: Bools) -> Cuts:
        return replace(
            self,
            element=self.element[some],
            element_at=self.element_at[some],
            group=self.group[several],
            group_at=self.group_at[several],
            stepped=self.stepped[steps],
            step=self.step[steps],
        )


@dataclass(frozen=True, slots=True)
class Model:
    """Maximize `worth` over variables with `upper` at most `bound` and `equal` zero, from `low` to `high`.

    The variables are the candidates, then for each element they touch the sum of hazards, the expected count
    and the worth, then for each group the expected count and the worth, then what each minimum lacks.

    Attributes
    ----------
    cuts : Cuts
        Those that have rows.
    rows : dict of str to slice
        Rows of `upper`, by kind.
    variables : dict of str to slice
        By kind.
    element, group, scarce : ndarray of int64
        Numbers of the elements, groups and limits with a minimum.
    based : ndarray of int64
        Element of each row of the bases.
    """

    cuts: Cuts
    worth: Floats
    upper: sparse.csr_array
    bound: Floats
    equal: sparse.csr_array
    low: Floats
    high: Floats
    rows: dict[str, slice]
    variables: dict[str, slice]
    element: Ints
    group: Ints
    scarce: Ints
    based: Ints

    @property
    def scale(self) -> float:
        """By what to divide the worth to bring it near 1."""
        return float(self.worth.max(initial=0.0)) or 1.0


Block = tuple[Ints, Ints, Floats | float]


class _Rows:
    """Rows of a sparse matrix under way, kind by kind."""

    def __init__(self) -> None:
        self.count = 0
        self.kinds: dict[str, slice] = {}
        self.row: list[Ints] = []
        self.column: list[Ints] = []
        self.entry: list[Floats] = []
        self.bound: list[Floats] = []

    def add(self, kind: str, bound: Floats, *blocks: Block) -> None:
        """Add as many rows as bounds; a block says row (from 0), column and entry."""
        for row, column, entry in blocks:
            self.row.append(row + self.count)
            self.column.append(column)
            self.entry.append(np.broadcast_to(np.asarray(entry, dtype=float), row.shape))
        self.bound.append(bound)
        self.kinds[kind] = slice(self.count, self.count + len(bound))
        self.count += len(bound)

    def matrix(self, width: int) -> sparse.csr_array:
        """All rows; entries of one place are summed."""
        if not self.row:
            return sparse.csr_array((self.count, width))
        place = (np.concatenate(self.row), np.concatenate(self.column))
        return sparse.csr_array((np.concatenate(self.entry), place), shape=(self.count, width))


def model(problem: Problem, cuts: Cuts, *, cap: Floats, chance: Floats, penalty: float) -> Model:
    """Write the program of a problem under cuts.

    Parameters
    ----------
    problem : Problem
        All of its candidates become variables: hand in a part of a large one, by `Problem.only`.
    cuts : Cuts
        In the numbers of this problem.
    cap : ndarray, shape (m,)
        What can count of each element, as `majorants.room` says.
    chance : ndarray, shape (m,)
        Largest chance of each, as `majorants.largest_chance` says.
    penalty : float
        What it costs to lack one unit of a minimum; infinite where none may be lacked.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4], [0, 1], budget=1)
    >>> model(problem, Cuts(), cap=np.ones(2), chance=np.ones(2), penalty=9.0).upper.shape
    (3, 8)
    """
    element, group = (np.unique(index.item).astype(np.int64) for index in (problem.served, problem.groups))
    scarce, n = np.flatnonzero(problem.least > 0), len(problem.probability)
    sizes = {"candidate": n, "hazard": len(element), "count": len(element), "filled": len(element)}
    sizes |= {"served": len(group), "log": len(group), "lack": len(scarce)}
    ends = dict(zip(sizes, np.cumsum(list(sizes.values())).tolist(), strict=True))
    at = {kind: slice(ends[kind] - sizes[kind], ends[kind]) for kind in sizes}
    width = ends["lack"]
    cuts, upper = cuts.within(element, group), _Rows()
    based = _element_rows(upper, problem, cuts, cap=cap, chance=chance, at=at, element=element)
    _group_rows(upper, cuts, at=at, group=group)
    _limit_rows(upper, problem, cuts.refused, at=at, scarce=scarce)
    worth, low, high = np.zeros(width), np.full(width, -np.inf), np.full(width, np.inf)
    worth[at["candidate"]] = problem.probability * problem.worth
    worth[at["filled"]], worth[at["log"]] = problem.value[element], problem.weight[group]
    worth[at["lack"]] = -penalty if np.isfinite(penalty) else 0.0
    low[at["candidate"]], high[at["candidate"]] = problem.pinned, problem.pinned | ~problem.barred
    low[at["lack"]], high[at["lack"]] = 0.0, np.inf if np.isfinite(penalty) else 0.0
    equal = _definitions(problem, at=at, element=element, group=group)
    kinds = upper.kinds
    bound = np.concatenate(upper.bound)
    return Model(
        cuts,
        worth,
        upper.matrix(width),
        bound,
        equal.matrix(width),
        low,
        high,
        kinds,
        at,
        element,
        group,
        scarce,
        based,
    )


def _definitions(problem: Problem, *, at: dict[str, slice], element: Ints, group: Ints) -> _Rows:
    """Sums of hazards and expected counts are what they are."""
    rows, p = _Rows(), problem.probability
    kinds = (
        ("hazard", problem.served, element, hazards(p)),
        ("count", problem.served, element, p),
        ("served", problem.groups, group, p),
    )
    for kind, index, number, each in kinds:
        place, candidate = np.searchsorted(number, index.item), index.candidate
        own = np.arange(len(number))
        sums = (place, candidate, -each[candidate])
        rows.add(kind, np.zeros(len(number)), sums, (own, at[kind].start + own, 1.0))
    return rows


def _element_rows(
    rows: _Rows,
    problem: Problem,
    cuts: Cuts,
    *,
    cap: Floats,
    chance: Floats,
    at: dict[str, slice],
    element: Ints,
) -> Ints:
    """Keep the worth of elements under the expected count, the tangents and the bases."""
    hazard, count, filled = (at[kind].start for kind in ("hazard", "count", "filled"))
    number = np.concatenate([element, cuts.stepped])
    place, each = np.searchsorted(element, number), np.arange(len(number))
    step = np.concatenate([np.zeros(len(element)), cuts.step])
    slope, meets = binomial_line(step, cap[number], chance[number])
    rows.add("count", meets, (each, filled + place, 1.0), (each, count + place, -slope))
    place, each = np.searchsorted(element, cuts.element), np.arange(len(cuts.element))
    slope = poisson_rate(cuts.element_at, cap[cuts.element])
    meets = poisson_filled(cuts.element_at, cap[cuts.element]) - slope * cuts.element_at
    rows.add("tangent", meets, (each, filled + place, 1.0), (each, hazard + place, -slope))
    based, blocks, bounds = [np.zeros(0, dtype=np.int64)], list[Block](), [np.zeros(0)]
    for base in cuts.bases:
        own, first = problem.served.of_some(base)[0], sum(len(touched) for touched in based)
        touched = np.unique(own.item).astype(np.int64)
        full, rate = standing(problem, base)
        place, each = np.searchsorted(element, touched), first + np.arange(len(touched))
        blocks += [(each, filled + place, 1.0), (each, count + place, -rate[touched])]
        # What the plan has itself adds nothing to it.
        candidate, row = base[own.candidate], first + np.searchsorted(touched, own.item)
        blocks.append((row, candidate, rate[own.item] * problem.probability[candidate]))
        bounds.append(full[touched])
        based.append(touched)
    rows.add("base", np.concatenate(bounds), *blocks)
    return np.concatenate(based)


def _group_rows(rows: _Rows, cuts: Cuts, *, at: dict[str, slice], group: Ints) -> None:
    """Keep the worth of groups under the tangents of the logarithm."""
    place, each = np.searchsorted(group, cuts.group), np.arange(len(cuts.group))
    slope = 1.0 / (1.0 + cuts.group_at)
    meets = np.log1p(cuts.group_at) - slope * cuts.group_at
    rows.add("log", meets, (each, at["log"].start + place, 1.0), (each, at["served"].start + place, -slope))


def _limit_rows(
    rows: _Rows, problem: Problem, refused: tuple[Ints, ...], *, at: dict[str, slice], scarce: Ints
) -> None:
    """Keep every maximum, and every minimum but for what it lacks; leave out plans that were refused."""
    limit, candidate = problem.limits.item, problem.limits.candidate
    tight = np.flatnonzero(np.isfinite(problem.most))
    some = np.isfinite(problem.most)[limit]
    rows.add(
        "most",
        problem.most[tight],
        (np.searchsorted(tight, limit[some]), candidate[some], problem.amount[some]),
    )
    some, each = (problem.least > 0)[limit], np.arange(len(scarce))
    rows.add(
        "least",
        -problem.least[scarce],
        (np.searchsorted(scarce, limit[some]), candidate[some], -problem.amount[some]),
        (each, at["lack"].start + each, -1.0),
    )
    for number, plan in enumerate(refused):
        sign = np.full(len(problem.probability), -1.0)
        sign[plan] = 1.0
        every = np.arange(len(sign))
        rows.add(f"refused {number}", np.array([len(plan) - 1.0]), (0 * every, every, sign))
