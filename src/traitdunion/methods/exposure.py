"""Lists of advice in which nobody is named too often, and nobody who is wanted is never named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import weights
from traitdunion.methods.ranking import settled

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Up to so many rows times columns the best lists are found, beyond it good ones.
EXACT = 200_000
# Bids are raised by this share of the mean worth of a place.
STEP = 1e-3
PASSES = 10


@dataclass(frozen=True, slots=True)
class Lists:
    """Columns named to each row, and what it costs that they are not the best of each row.

    Attributes
    ----------
    columns : ndarray of int, shape (q, length)
        Best first by score, -1 where none is left.
    times : ndarray of int, shape (n,)
        In how many lists each column is.
    cost : float
        Share of the total of the free lists (each row's best) that is given up; NaN where the free lists
        have no total. By `value` it may be negative: the best by score are then not the best by value.
    total : float
        Worth of these lists, the sum of scores; where scores are negative, each counts from the lowest.
    bound : float
        No lists under the same cap, with every column as often named as here up to its floor, are worth more.
    short : int
        Places by which wanted columns stay below the floor, all together.
    exact : bool
        Whether these are the best lists (to 1e-7 of the range of scores for each place); otherwise `bound`
        says how far from it they may be.
    """

    columns: Ints
    times: Ints
    cost: float
    total: float
    bound: float
    short: int
    exact: bool


class _Limits(NamedTuple):
    """Of lists: their length, the most lists a column may be in, and the fewest for each column."""

    length: int
    cap: int
    floors: Ints


def capped_lists(
    scores: npt.ArrayLike,
    *,
    length: int,
    cap: int | None = None,
    floor: int = 0,
    barred: Any = None,
    value: npt.ArrayLike | None = None,
) -> Lists:
    """Choose the best columns for each row, none in too many lists and none that is wanted in too few.

    The best of each row alone are often the same few hubs, who cannot answer everybody, while others are
    never named. The scores must be comparable between rows, as chances are: the cap takes a column from the
    row that loses least. Scores that only order the candidates of one row (a conditional logit's) are not. Do
    not hide what it costs: the result says it.

    Parameters
    ----------
    scores : array_like, shape (q, n)
        Higher is better; minus infinity for no candidate. Scores that agree but for their last twelve bits
        are equal; of equals the lower column comes first.
    length : int
        Columns of a list, at most.
    cap : int, optional
        Lists a column may be in, at most; as many as there are by default.
    floor : int
        Lists a column is to be in at least, if any row has it for a candidate; no more are asked for than
        rows that have it.
    barred : array_like or sparse array, shape (q, n), optional
        Any non-zero entry is no candidate.
    value : array_like, shape (q, n), optional
        Zero or more, by which the cost is told, such as chances of success; the lists are chosen by score.

    Raises
    ------
    InputError
        `design-shape`, `lengths-differ`, `values-not-numbers` for NaN or infinity, `values-negative`,
        `top-negative`, `floor-above-cap`.

    Notes
    -----
    The lists of the most worth in total: a transportation problem. A place left empty is worth nothing, which
    is a score of 0, or the lowest score where that is below 0; a list stays shorter than `length` where its
    candidates are worth more elsewhere or are all used up. The floor comes first: as many of the places it
    asks for as possible are filled, then the worth is the largest.

    Where q * n is at most 200,000 the linear programme is solved, whose corners are whole numbers. Beyond it
    rows bid for columns in an auction (Bertsekas 1988, The auction algorithm, Annals of Operations Research
    14; with places of like columns: Bertsekas & Castañon 1989, Annals of Operations Research 20). Without a
    floor it ends within its step, times the places filled, of the best lists; the step is a thousandth of the
    mean worth of a place in the free lists, and is doubled where bidding takes too long. Columns below the
    floor then take the places that cost least, one after the other, rarest first: this is not exact, and a
    floor that needs a chain of exchanges is left unmet. Prices of the auction give `bound`, by duality.

    Equal sets of lists are told apart by the order of rows and columns only: the same input gives the same
    lists, the rows in another order may give others of the same worth.

    Examples
    --------
    Everybody wants column 0; who loses least gets another.

    >>> found = capped_lists([[0.9, 0.1], [0.9, 0.8]], length=1, cap=1)
    >>> found.columns.tolist(), found.times.tolist(), round(found.cost, 4)
    ([[0], [1]], [1, 1], 0.0556)
    """
    from traitdunion.methods.compiled.exposure import best_columns  # noqa: PLC0415  slow to import

    table = _read(scores, barred)
    if length < 0:
        raise InputError("top-negative", k=length)
    rows, columns = table.shape
    limits = _limits(table, length, cap, floor)
    worth = _worth(table)
    free, nets = best_columns(worth, np.zeros(columns), length)
    exact = rows * columns <= EXACT or _obeyed(free, limits)
    lists, bound = free, float(nets.sum())
    if not _obeyed(free, limits):
        lists, bound, prices = _bidden(worth, free, limits)
        if exact:
            lists = _solved(worth, limits, _open(worth, prices, limits, lists, bound))
            bound = _total(worth, lists)
    lists = _ordered(worth, lists)
    times = _times(lists, columns)
    judge = worth if value is None else _value(value, table.shape)
    had, has = _total(judge, free), _total(judge, lists)
    return Lists(
        columns=lists,
        times=times,
        cost=(had - has) / had if had > 0 else np.nan,
        total=_total(worth, lists),
        bound=bound,
        short=int(np.maximum(limits.floors - times, 0).sum()),
        exact=exact,
    )


def _read(scores: npt.ArrayLike, barred: Any) -> Floats:
    table = settled(scores)
    if table.ndim != 2:
        raise InputError("design-shape", name="scores", found=table.ndim)
    if wrong := int((np.isnan(table) | (table == np.inf)).sum()):
        raise InputError("values-not-numbers", name="scores", count=wrong)
    if barred is None:
        return table
    out = barred.toarray() if sparse.issparse(barred) else np.asarray(barred)
    _same_shape(out, table.shape, "barred")
    return np.where(out != 0, -np.inf, table)


def _value(value: npt.ArrayLike, shape: tuple[int, ...]) -> Floats:
    read = weights(value, "value")
    _same_shape(read, shape, "value")
    return read


def _same_shape(array: npt.NDArray[Any], shape: tuple[int, ...], name: str) -> None:
    if array.ndim != 2:
        raise InputError("design-shape", name=name, found=array.ndim)
    for found, expected in zip(array.shape, shape, strict=True):
        if found != expected:
            raise InputError("lengths-differ", name=name, found=found, expected=expected)


def _limits(table: Floats, length: int, cap: int | None, floor: int) -> _Limits:
    most = len(table) if cap is None else cap
    for name, number in (("cap", most), ("floor", floor)):
        weights(number, name)
    if cap is not None and floor > cap:
        raise InputError("floor-above-cap", floor=floor, cap=cap)
    wanted = (table > -np.inf).sum(axis=0)
    return _Limits(length, min(most, len(table)), np.minimum(wanted, floor).astype(np.int64))


def _worth(table: Floats) -> Floats:
    """Scores from zero up, minus one where there is no candidate."""
    finite = table > -np.inf
    lowest = min(table.min(where=finite, initial=0.0), 0.0)
    return np.where(finite, table - lowest, -1.0)


def _obeyed(lists: Ints, limits: _Limits) -> bool:
    times = _times(lists, len(limits.floors))
    return bool((times <= limits.cap).all() and (times >= limits.floors).all())


def _times(lists: Ints, columns: int) -> Ints:
    return np.bincount(lists[lists >= 0], minlength=columns).astype(np.int64)


def _total(worth: Floats, lists: Ints) -> float:
    rows, places = np.nonzero(lists >= 0)
    return float(worth[rows, lists[rows, places]].sum())


def _ordered(worth: Floats, lists: Ints) -> Ints:
    """Best first, of equals the lower column, empty places last."""
    rows = np.arange(len(lists))[:, None]
    key = np.where(lists >= 0, -worth[rows, np.maximum(lists, 0)] if worth.size else 0.0, np.inf)
    order = np.lexsort((lists, key), axis=-1)
    return np.asarray(np.take_along_axis(lists, order, axis=1))


def _open(worth: Floats, prices: Floats, limits: _Limits, lists: Ints, bound: float) -> npt.NDArray[np.bool_]:
    """Pairs that the best lists may hold: none that costs its row more than these lists may lack."""
    from traitdunion.methods.compiled.exposure import best_columns  # noqa: PLC0415  slow to import

    candidate = worth >= 0
    if not _obeyed(lists, limits) or limits.length == 0:
        return candidate
    least = best_columns(worth, prices, limits.length)[1][:, -1:]
    lack = bound - _total(worth, lists)
    return np.asarray(candidate & (worth - prices >= least - lack - 1e-9 * worth.max(initial=0.0)))


def _solved(worth: Floats, limits: _Limits, candidate: npt.NDArray[np.bool_]) -> Ints:
    """The best lists, by a linear programme over the flow from rows through columns.

    A column's places split in those its floor asks for, which are worth more than any chain of exchanges, and
    the rest.
    """
    count, columns = worth.shape
    rows, chosen = np.nonzero(candidate)
    size, each = len(rows), np.arange(columns)
    gain = worth[rows, chosen]
    gain = gain / max(gain.max(initial=0.0), np.finfo(float).tiny)
    bonus = min(count, columns) + 2.0
    ones = np.ones(size)
    of_rows = sparse.csr_array((ones, (rows, np.arange(size))), shape=(count, size + 2 * columns))
    of_columns = sparse.csr_array(
        (
            np.concatenate([ones, -np.ones(2 * columns)]),
            (np.concatenate([chosen, each, each]), np.arange(size + 2 * columns)),
        ),
        shape=(columns, size + 2 * columns),
    )
    ends = np.concatenate([ones, limits.floors, limits.cap - limits.floors])
    found = optimize.linprog(
        -np.concatenate([gain, np.full(columns, bonus), np.zeros(columns)]),
        A_ub=of_rows,
        b_ub=np.full(count, float(limits.length)),
        A_eq=of_columns,
        b_eq=np.zeros(columns),
        bounds=np.column_stack([np.zeros_like(ends), ends]),
        method="highs-ds",
    )
    taken = found.x[:size] > 0.5
    return _packed(rows[taken], chosen[taken], count, limits.length)


def _packed(rows: Ints, columns: Ints, count: int, length: int) -> Ints:
    """Lists of pairs that come row by row."""
    lists = np.full((count, length), -1, dtype=np.int64)
    sizes = np.bincount(rows, minlength=count)
    lists[rows, np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)] = columns
    return lists


def _bidden(worth: Floats, free: Ints, limits: _Limits) -> tuple[Ints, float, Floats]:
    """Good lists, a bound and the prices it is of, by an auction and swaps towards the floor."""
    from traitdunion.methods.compiled import exposure  # noqa: PLC0415  slow to import

    columns = worth.shape[1]
    if limits.cap == 0 or limits.length == 0:
        return np.full_like(free, -1), 0.0, np.full(columns, np.inf)
    lists, prices, times = free, np.zeros(columns), _times(free, columns)
    if (times > limits.cap).any():
        step = max(STEP * _total(worth, free) / times.sum(), np.finfo(float).tiny)
        width = min(2 * limits.length + 20, columns)
        lists, prices = exposure.auction(worth, limits.length, limits.cap, step, width)
    bound = _dual(worth, prices, limits)
    if (_times(lists, columns) < limits.floors).any():
        rarest = np.argsort((worth >= 0).sum(axis=0), kind="stable")
        lists, subsidy = exposure.lift(worth, lists, prices, limits.floors, rarest)
        if _obeyed(lists, limits):
            paid = np.where(subsidy < 0, subsidy, prices)
            lower = _dual(worth, paid, limits)
            if lower < bound:
                bound, prices = lower, paid
    return exposure.improve(worth, lists, limits.floors, limits.cap, PASSES), bound, prices


def _dual(worth: Floats, prices: Floats, limits: _Limits) -> float:
    """What rows gain at these prices, and what the places cost: no lists within limits are worth more."""
    from traitdunion.methods.compiled.exposure import best_columns  # noqa: PLC0415  slow to import

    nets = best_columns(worth, prices, limits.length)[1]
    return float(nets.sum() + np.where(prices > 0, limits.cap, limits.floors) @ prices)
