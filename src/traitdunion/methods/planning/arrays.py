"""A problem laid out for the compiled loops, and what its leasts ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.planning.problem import Bools, Ints, Problem

if TYPE_CHECKING:
    from traitdunion.methods.compiled.planning import Given, Heap, Quotas, State


def checked(problem: Problem, chosen: Sequence[int] | Ints) -> Ints:
    """Sort the candidates of a plan, each once.

    Raises
    ------
    InputError
        `plan-index` where a candidate does not exist.

    Examples
    --------
    >>> checked(Problem.of_members([0.5, 0.4], [0, 1], budget=1), [1, 0, 1]).tolist()
    [0, 1]
    """
    plan = np.unique(np.asarray(chosen, dtype=np.int64))
    if len(plan) and not (plan[0] >= 0 and plan[-1] < len(problem.probability)):
        raise InputError("plan-index", name="chosen", known=len(problem.probability))
    return plan


def arrays(problem: Problem) -> tuple[Given, State]:
    """Lay out a problem for the compiled loops, with nothing taken.

    Examples
    --------
    >>> given, state = arrays(Problem.of_members([0.5, 0.4], [0, 1], budget=1))
    >>> given.value.tolist(), state.rest.tolist()
    ([1.0, 1.0], [1.0, 1.0])
    """
    from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

    def plain(values: npt.NDArray[np.generic], kind: type[np.generic]) -> npt.NDArray[np.generic]:
        return np.require(values, kind, ["C", "W"])  # a loop takes no array that may not be written

    served, groups, limits = problem.served, problem.groups, problem.limits
    # A cap above what touches the element never binds.
    cap = np.minimum(problem.cap, np.bincount(served.item, minlength=len(problem.cap)))
    given = loops.Given(
        probability=plain(problem.probability, np.float64),
        served_start=plain(served.start, np.int64),
        served=plain(served.item, np.int32),
        value=plain(problem.value, np.float64),
        cap=cap,
        groups_start=plain(groups.start, np.int64),
        groups=plain(groups.item, np.int32),
        weight=plain(problem.weight, np.float64),
        worth=plain(problem.worth, np.float64),
        limits_start=plain(limits.start, np.int64),
        limits=plain(limits.item, np.int32),
        amount=plain(problem.amount, np.float64),
        least=plain(problem.least, np.float64),
        most=plain(problem.most, np.float64),
    )
    start = np.concatenate([[0], np.cumsum(np.ceil(cap).astype(np.int64))]).astype(np.int64)
    state = loops.State(
        start=start,
        mass=np.zeros(start[-1]),
        rest=np.zeros(len(cap)),
        expected=np.zeros(len(problem.weight)),
        used=np.zeros(len(problem.most)),
    )
    loops.begin(given, state)
    return given, state


def everyone(problem: Problem) -> Bools:
    """Mark the limits that every candidate counts in, shape (r,).

    Examples
    --------
    >>> everyone(Problem.of_members([0.5, 0.4], [0, 1], budget=1)).tolist()
    [True]
    """
    counts = np.bincount(problem.limits.item, minlength=len(problem.most))
    marked: Bools = counts == len(problem.probability)
    return marked


def empty_heap(n: int) -> Heap:
    """Room for the promised gains of n candidates.

    Examples
    --------
    >>> empty_heap(2).age.tolist()
    [0, 0]
    """
    from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

    return loops.Heap(np.zeros(n), np.zeros(n, dtype=np.int32), np.zeros(n, dtype=np.int32))


def quotas(problem: Problem) -> Quotas:
    """Say for which leasts a choice one by one must keep room, and in what.

    Room is kept in the limits that every candidate counts in, for the leasts of the others. Where all amounts
    are 1 a limit within another one is not counted twice; elsewhere the sum is kept, never too little. One
    that no candidate counts in is left out: it cannot be met.

    Examples
    --------
    >>> quotas(Problem.of_members([0.5, 0.4], [0, 1], budget=1)).quota.tolist()
    []
    """
    from traitdunion.methods.compiled import planning as loops  # noqa: PLC0415  slow to import

    marked = everyone(problem)
    total, quota = np.flatnonzero(marked), np.flatnonzero(~marked & (problem.least > 0))
    if not len(quota) or not len(total):
        nothing = np.zeros(0, dtype=np.int64)
        return loops.Quotas(marked, total, nothing, nothing, np.zeros((len(total), 0)))
    place = np.full(len(problem.most), -1)
    place[quota] = np.arange(len(quota))
    entries = np.flatnonzero(place[problem.limits.item] >= 0)
    candidate = np.searchsorted(problem.limits.start, entries, side="right") - 1
    among = place[problem.limits.item[entries]]
    order, parent = _nested(candidate, among, len(quota), flat=bool((problem.amount == 1).all()))
    ratio = np.zeros((len(total), len(quota)))
    for row, limit in enumerate(total.tolist()):
        takes = problem.amount[problem.limits.item == limit]  # one of each candidate, in their order
        np.maximum.at(ratio[row], among, takes[candidate] / problem.amount[entries])
    return loops.Quotas(marked, total, quota[order], parent, np.ascontiguousarray(ratio[:, order]))


def _nested(candidate: Ints, among: Ints, size: int, *, flat: bool) -> tuple[Ints, Ints]:
    """Order limits so that each comes after those within it, and point to the smallest that contains it."""
    from scipy import sparse  # noqa: PLC0415  slow to import

    counts = np.bincount(among, minlength=size)
    order = np.lexsort((-np.arange(size), counts))
    order = order[counts[order] > 0]
    parent = np.full(len(order), -1, dtype=np.int64)
    if flat:
        rows = int(candidate.max(initial=0)) + 1
        counted = sparse.csr_array((np.ones(len(among)), (candidate, among)), shape=(rows, size))[:, order]
        shared = (counted.T @ counted).toarray()
        for at in range(len(order)):
            around = np.flatnonzero(shared[at, at + 1 :] == shared[at, at])
            if len(around):
                parent[at] = at + 1 + around[0]
    return order, parent
