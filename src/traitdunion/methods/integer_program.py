"""Linear programs with whole variables, solved by HiGHS: the same input gives the same answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Status = Literal["optimal", "feasible", "infeasible", "unbounded", "nothing found"]
Rows = tuple[Any, npt.ArrayLike, npt.ArrayLike]

# No limit of time, one thread, nothing printed: the work and the answer are the same on every run.
_ALWAYS: dict[str, bool | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
}
_NEAR = 1e-7  # by how much a sum may leave its row, as HiGHS has it


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a program.

    Attributes
    ----------
    status : {"optimal", "feasible", "infeasible", "unbounded", "nothing found"}
        "feasible": the search ended at its limit with `values` at hand; "nothing found": it ended without, or
        HiGHS declines the program (a coefficient of 1e15 or more).
    values : ndarray, shape (n,), or None
        Whole to 1e-6 where they must be. None where the status has none.
    objective : float
        Cost of `values`; NaN without them.
    bound : float
        No values cost less, to 1e-6; -inf where nothing is known, inf where there are no values.
    nodes : int
        Branches looked at.
    """

    status: Status
    values: Floats | None
    objective: float
    bound: float
    nodes: int


@dataclass(frozen=True, slots=True)
class _Program:
    """A program read and checked, as HiGHS takes it."""

    cost: Floats
    low: Floats
    high: Floats
    whole: Bools
    matrix: Any
    least: Floats
    most: Floats

    @property
    def void(self) -> bool:
        """Whether a variable or a row has no room at all."""
        least, most = np.append(self.low, self.least), np.append(self.high, self.most)
        empty = np.diff(self.matrix.indptr) == 0
        unmet = empty & ((self.least > _NEAR) | (self.most < -_NEAR))
        return bool(((least > most) | (least == np.inf) | (most == -np.inf)).any() or unmet.any())


def minimized(
    cost: npt.ArrayLike,
    rows: Sequence[Rows],
    *,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    whole: npt.ArrayLike,
    nodes: int,
    gap: float = 0.0,
) -> Answer:
    """Minimize a cost over variables between bounds, some of them whole, under rows.

    Do not use it for a linear program whose prices are wanted: `scipy.optimize.linprog` gives them.

    Parameters
    ----------
    cost : array_like, shape (n,)
    rows : sequence of (matrix, least, most)
        Sums that the variables keep: each matrix has n columns, each of its rows adds up to between its
        least and its most; -inf and inf where there is no such end.
    low, high : array_like, shape (n,) or ()
        Ends of each variable, -inf and inf where there is none; 1e20 and beyond is infinite.
    whole : array_like of bool, shape (n,) or ()
        Variables that must be whole numbers.
    nodes : int
        Branches looked at, at most.
    gap : float
        The search may end once the values cost no more than this share above the bound.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative` (nodes, gap), `lengths-differ`.

    Notes
    -----
    Huangfu & Hall (2018), Parallelizing the dual revised simplex method, Mathematical Programming
    Computation 10. Where the parts of a program fall without end, the program with whole variables does too,
    if it has any values (Meyer 1974, On the existence of optimal solutions to integer and mixed-integer
    programming problems, Mathematical Programming 7).

    Examples
    --------
    Worth 5, 4 and 3, of size 2, 3 and 1, in a bag of 5:

    >>> found = minimized([-5, -4, -3], [([[2, 3, 1]], -np.inf, 5)], low=0, high=1, whole=True, nodes=100)
    >>> found.status, found.values.tolist(), found.objective, found.bound
    ('optimal', [1.0, 1.0, 0.0], -9.0, -9.0)
    """
    program = _read(cost, rows, low, high, whole)
    numbers([nodes, gap], "nodes, gap", negative=False)
    if program.void:
        return Answer("infeasible", None, np.nan, np.inf, 0)
    if not len(program.cost):
        return Answer("optimal", np.zeros(0), 0.0, 0.0, 0)
    return _run(program, nodes, gap)


def _read(
    cost: npt.ArrayLike,
    rows: Sequence[Rows],
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    whole: npt.ArrayLike,
) -> _Program:
    costs = np.atleast_1d(numbers(cost, "cost"))
    n = len(costs)
    matrices = [
        sparse.csr_array(m if sparse.issparse(m) else np.atleast_2d(m), dtype=float) for m, *_ in rows
    ]
    least, most = [np.zeros(0)], [np.zeros(0)]
    for matrix, (_, lower, upper) in zip(matrices, rows, strict=True):
        if matrix.shape[1] != n:
            raise InputError("lengths-differ", name="rows", found=matrix.shape[1], expected=n)
        least.append(_ends(lower, "least", matrix.shape[0]))
        most.append(_ends(upper, "most", matrix.shape[0]))
    matrix = sparse.vstack([sparse.csr_array((0, n)), *matrices], format="csr")
    matrix.sum_duplicates()
    numbers(matrix.data, "rows")
    must = np.asarray(whole, dtype=bool)
    if must.ndim and must.shape != (n,):
        raise InputError("lengths-differ", name="whole", found=must.size, expected=n)
    return _Program(
        costs,
        _ends(low, "low", n),
        _ends(high, "high", n),
        np.broadcast_to(must, n),
        matrix,
        np.concatenate(least),
        np.concatenate(most),
    )


def _ends(values: npt.ArrayLike, name: str, length: int) -> Floats:
    """Read numbers that may be infinite, one for all or one for each."""
    array = np.asarray(values, dtype=float)
    numbers(np.where(np.isinf(array), 0.0, array), name)
    if array.ndim and array.shape != (length,):
        raise InputError("lengths-differ", name=name, found=array.size, expected=length)
    return np.broadcast_to(array, length).astype(float)


def _run(program: _Program, nodes: int, gap: float) -> Answer:
    import highspy  # noqa: PLC0415  slow to import
    from highspy._core import _Highs  # noqa: PLC0415  as above; `highspy.Highs` prints its name when made

    solver = _Highs()
    options: dict[str, bool | float | str] = {
        **_ALWAYS,
        "mip_max_nodes": min(int(nodes), 2**31 - 1),
        "mip_rel_gap": float(gap),
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    if _pass(solver, program) == highspy.HighsStatus.kError:
        return Answer("nothing found", None, np.nan, -np.inf, 0)
    solver.run()
    state, kinds = solver.getModelStatus(), highspy.HighsModelStatus
    if state in (kinds.kUnbounded, kinds.kUnboundedOrInfeasible):
        return _endless(program, nodes)
    info = solver.getInfo()
    seen = max(int(info.mip_node_count), 0)
    if state == kinds.kInfeasible:
        return Answer("infeasible", None, np.nan, np.inf, seen)
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    bound = info.mip_dual_bound if program.whole.any() else -np.inf
    if not found:
        return Answer("nothing found", None, np.nan, bound, seen)
    values = np.array(solver.getSolution().col_value) + 0.0  # no -0.0
    objective = float(info.objective_function_value)
    if state != kinds.kOptimal:
        return Answer("feasible", values, objective, bound, seen)
    return Answer("optimal", values, objective, bound if program.whole.any() else objective, seen)


def _pass(solver: Any, program: _Program) -> Any:
    matrix = program.matrix
    return solver.passModel(
        len(program.cost),
        len(program.least),
        matrix.nnz,
        2,  # by row
        1,  # minimize
        0.0,
        program.cost,
        program.low,
        program.high,
        program.least,
        program.most,
        matrix.indptr.astype(np.int32),
        matrix.indices.astype(np.int32),
        matrix.data,
        program.whole.astype(np.int32),
    )


def _endless(program: _Program, nodes: int) -> Answer:
    """Tell a cost without end from a program without values: at no cost the second stays without."""
    if not program.cost.any():
        return Answer("infeasible", None, np.nan, np.inf, 0)
    free = _run(replace(program, cost=np.zeros(len(program.cost))), nodes, 0.0)
    return free if free.values is None else Answer("unbounded", None, np.nan, -np.inf, free.nodes)
