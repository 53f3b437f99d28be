"""What clusters would share if organizations kept the number of their clusters, and clusters their size.

Fast forms of what `swaps` draws: `shared_by_tie_ends` in closed form, and maximum-entropy models, in which no
organization belongs to a cluster twice. None knows distance: baselines, as `configuration_models`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse, special

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes, weights
from traitdunion.methods.null_models.configuration_models import Model, newton
from traitdunion.methods.null_models.exact_rows import pair_chances

Rows = Literal["exact", "average"]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Share of all ties by which an inequality may be missed and still hold with equality.
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Bipartite:
    """Tie probabilities of two-mode data; lines of one degree share them.

    Attributes
    ----------
    chance : ndarray, shape (row classes, column classes)
        Exactly 0 or 1 where the degrees leave no choice.
    row_class, column_class : ndarray of int, shapes (rows,), (columns,)
        Class of each line, by rising degree.
    row_count, column_count : ndarray of int
        Lines in each class.
    """

    chance: Floats
    row_class: Ints
    column_class: Ints
    row_count: Ints
    column_count: Ints

    @property
    def probabilities(self) -> Floats:
        """Probability of each tie, shape (rows, columns)."""
        return self.chance[np.ix_(self.row_class, self.column_class)]


@dataclass(frozen=True, slots=True)
class SharedTails:
    """Shared rows of each pair of columns beside a model of chance; NaN on the diagonals of p.

    Attributes
    ----------
    observed, expected : ndarray, shape (k, k)
        0 on the diagonal.
    p_lower, p_upper : ndarray, shape (k, k)
        Probability of at most, and of at least, the observed number.
    """

    observed: Floats
    expected: Floats
    p_lower: Floats
    p_upper: Floats


def bipartite_configuration(row_degrees: npt.ArrayLike, column_degrees: npt.ArrayLike) -> Bipartite:
    """Tie probabilities of the most random two-mode table with the given expected degrees (BiCM).

    Where the degrees force ties (a row in every column, a row in none, a nested block), these are certain and
    the rest is solved without them. Lines of one degree share one unknown, so many lines are quick.

    Parameters
    ----------
    row_degrees, column_degrees : array_like, shapes (rows,), (columns,)

    Raises
    ------
    InputError
        `bipartite-degrees` if the two do not add up to the same number or no table has them,
        `values-not-numbers`, `values-negative`.

    Notes
    -----
    Saracco, Di Clemente, Gabrielli & Squartini (2015), Randomizing bipartite networks: the case of the World
    Trade Web, Scientific Reports 5, 10595. Which tables exist: Gale (1957), Pacific Journal of Mathematics
    7(2); the cases of equality there are those of certain ties.

    Examples
    --------
    >>> bipartite_configuration([2, 1, 1], [2, 2]).probabilities.tolist()
    [[1.0, 1.0], [0.5, 0.5], [0.5, 0.5]]
    """
    rows, columns = weights(row_degrees, "row_degrees"), weights(column_degrees, "column_degrees")
    r, row_class, n = np.unique(rows, return_inverse=True, return_counts=True)
    c, column_class, k = np.unique(columns, return_inverse=True, return_counts=True)
    if abs(rows.sum() - columns.sum()) > ROUNDING * max(rows.sum(), 1.0):
        raise InputError("bipartite-degrees", rows=rows.size, columns=columns.size)
    falling = _chances(r[::-1], n[::-1].astype(float), c[::-1], k[::-1].astype(float), columns.sum())
    chance: Floats = np.ascontiguousarray(falling[::-1, ::-1])
    return Bipartite(chance, row_class, column_class, n, k)


def shared_expected(membership: Any, groups: npt.ArrayLike | None = None, *, rows: Rows = "exact") -> Floats:
    """Expected shared rows of each pair of columns, or contacts of groups of columns, at random.

    Parameters
    ----------
    membership : sparse array, shape (rows, columns)
        Organizations by clusters, or projects by organizations; any weight above 0 is one tie.
    groups : array_like of int, shape (columns,), optional
        Group of each column from 0, -1 for none; without it each column is its own.
    rows : {"exact", "average"}
        Whether every row has exactly its ties, as in `swaps`, or on average only, as in `Bipartite`. The
        latter is far too high where rows have few ties: a row of one tie then shares too.

    Returns
    -------
    ndarray, shape (g, g)
        Expected number of (row, column of one group, column of the other); on the diagonal that of pairs of
        different columns within the group, 0 for a single one.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`, `lengths-differ`, `group-codes`.

    Notes
    -----
    Rows exact, columns on average: see `exact_rows.pair_chances`.

    Examples
    --------
    >>> shared_expected([[1, 1], [1, 0], [0, 1]]).tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    >>> shared_expected([[1, 1], [1, 0], [0, 1]], rows="average").tolist()
    [[0.0, 1.5], [1.5, 0.0]]
    """
    table = pattern(membership)
    model, pair = _paired(table, rows)
    size, of = _columns_of(table, groups)
    known = of >= 0
    met = np.zeros((model.column_count.size, size))
    np.add.at(met, (model.column_class[known], of[known]), 1.0)
    together = np.tensordot(model.row_count.astype(float), pair, axes=1)
    expected: Floats = met.T @ together @ met
    itself = np.diag(together) @ met
    np.fill_diagonal(expected, np.maximum(np.diag(expected) - itself, 0.0) / 2.0)
    return expected


def shared_tails(membership: Any, *, rows: Rows = "exact") -> SharedTails:
    """Exact tails of the shared rows of each pair of columns at random.

    Given the model rows are independent, so the number shared is a sum of trials of unequal chance. Columns
    hold their sums on average only, which makes the tails somewhat wide beside `swaps.shared_by_swaps`.

    Parameters
    ----------
    membership : sparse array, shape (rows, columns)
        Organizations by clusters; any weight above 0 is one tie.
    rows : {"exact", "average"}
        As for `shared_expected`. Of "average" the lower tail is far too small where rows have few ties:
        deficits would be found that are none.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`.

    Notes
    -----
    Saracco et al. (2017), Inferring monopartite projections of bipartite networks, New Journal of Physics 19,
    053022. Exact to rounding down to 1e-30; below that only that it is below is certain.

    Examples
    --------
    >>> tails = shared_tails([[1, 1], [1, 0], [0, 1]])
    >>> float(tails.p_lower[0, 1]), float(tails.p_upper[0, 1])
    (1.0, 1.0)
    """
    from traitdunion.methods.compiled.poisson_binomial import tails  # noqa: PLC0415  slow to import

    table = pattern(membership)
    model, pair = _paired(table, rows)
    observed = shared_observed(table)
    first, second = np.triu_indices(table.shape[1], 1)
    a, b = model.column_class[first], model.column_class[second]
    code = np.minimum(a, b) * model.column_count.size + np.maximum(a, b)
    order = np.argsort(code, kind="stable")
    kinds, problem = np.unique(code[order], return_inverse=True)
    one, other = np.divmod(kinds, max(model.column_count.size, 1))
    chances = np.ascontiguousarray(pair[:, one, other].T)
    lower, upper = np.empty(first.size), np.empty(first.size)
    seen = observed[first, second].astype(np.int64)[order]
    tails(chances, model.row_count, problem, seen, lower, upper)
    p_lower, p_upper = (np.full(observed.shape, np.nan) for _ in range(2))
    for p, found in ((p_lower, lower), (p_upper, upper)):
        p[first[order], second[order]] = p[second[order], first[order]] = found
    return SharedTails(observed, shared_expected(table, rows=rows), p_lower, p_upper)


def shared_by_tie_ends(membership: Any, groups: npt.ArrayLike | None = None) -> Floats:
    """Expected shared rows when the tie ends of columns meet those of rows with equal chance.

    Exact for ends paired at random, where a column may meet a row twice; off by some percent, more where
    columns are large, since a table has no double ties: see `shared_expected`.

    Parameters
    ----------
    membership, groups
        As for `shared_expected`.

    Returns
    -------
    ndarray, shape (g, g)
        K_r K_s sum d (d - 1) / m (m - 1) between groups with K tie ends, over rows of degree d; within one,
        with K (K - 1) / 2. Unlike in `shared_expected` the latter counts a column met twice.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`, `lengths-differ`, `group-codes`.

    Examples
    --------
    >>> shared_by_tie_ends([[1, 1], [1, 0], [0, 1]]).round(6).tolist()
    [[0.166667, 0.666667], [0.666667, 0.166667]]
    """
    table = pattern(membership)
    d, c = _degrees(table)
    size, of = _columns_of(table, groups)
    ends = np.bincount(of[of >= 0], c[of >= 0], size)
    m = float(d.sum())
    together = float((d * (d - 1.0)).sum()) / max(m * (m - 1.0), 1.0)
    expected: Floats = np.outer(ends, ends).astype(float) * together
    np.fill_diagonal(expected, ends * (ends - 1.0) / 2.0 * together)
    return expected


def shared_observed(membership: Any, groups: npt.ArrayLike | None = None) -> Floats:
    """Shared rows of each pair of columns, or contacts of groups of columns, as they are.

    Parameters and result as for `shared_expected`.

    Examples
    --------
    >>> shared_observed([[1, 1, 1], [1, 0, 1]], [0, 0, 1]).tolist()
    [[1.0, 3.0], [3.0, 0.0]]
    """
    table = pattern(membership)
    size, of = _columns_of(table, groups)
    known = np.flatnonzero(of >= 0)
    into = sparse.csr_array((np.ones(known.size), (known, of[known])), shape=(of.size, size))
    held = table @ into
    met: Floats = (held.T @ held).toarray()
    np.fill_diagonal(met, (np.diag(met) - np.asarray(held.sum(axis=0)).ravel()) / 2.0)
    return met


def pattern(membership: Any) -> Any:
    """Read a two-mode table: any weight above 0 is one tie, a tie given twice is one.

    Returns
    -------
    csr_array of float, shape (rows, columns)
        A fresh one, of ones, entries in order.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> pattern([[2, 0], [0, 1]]).toarray().tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    table = sparse.csr_array(membership, dtype=float, copy=True)
    weights(table.data, "membership")
    table.sum_duplicates()
    table.eliminate_zeros()
    table.data[:] = 1.0
    return table


def _paired(table: Any, rows: Rows) -> tuple[Bipartite, Floats]:
    """Classes of lines, and the chance that a row of a class holds two columns of two classes."""
    degrees = _degrees(table)
    model = bipartite_configuration(*degrees)
    if rows == "average":
        return model, model.chance[:, :, None] * model.chance[:, None, :]
    row_degree, column_degree = (np.unique(side) for side in degrees)
    pair = pair_chances(model.chance, row_degree, model.row_count, column_degree, model.column_count)
    return model, pair


def _degrees(table: Any) -> tuple[Floats, Floats]:
    return np.asarray(table.sum(axis=1)).ravel(), np.asarray(table.sum(axis=0)).ravel()


def _columns_of(table: Any, groups: npt.ArrayLike | None) -> tuple[int, Ints]:
    """Number of groups, and group of each column."""
    if groups is None:
        return table.shape[1], np.arange(table.shape[1], dtype=np.int64)
    of = group_codes(groups, length=table.shape[1])
    return int(of.max(initial=-1)) + 1, of


def _chances(r: Floats, n: Floats, c: Floats, k: Floats, ties: float) -> Floats:
    """Probabilities between classes of falling degree: certain ones split off, the rest solved.

    A set of a first row classes and b first column classes is tight if all its ties and the rest of the
    columns' only just hold what its rows need: then its block is full, the opposite block is empty, and two
    smaller tables are left.
    """
    chance = np.zeros((r.size, c.size))
    if not chance.size:
        return chance
    rows, columns = (np.append(0.0, np.cumsum(count)) for count in (n, k))
    need, give = np.append(0.0, np.cumsum(n * r)), np.append(0.0, np.cumsum(k * c))
    room = np.outer(rows, columns) + (give[-1] - give) - need[:, None]
    if room.min() < -ROUNDING * max(ties, 1.0):
        raise InputError("bipartite-degrees", rows=int(rows[-1]), columns=int(columns[-1]))
    tight = room <= ROUNDING * max(ties, 1.0)
    tight[0, -1] = tight[-1, 0] = False
    if not tight.any():
        return _solved(r, n, c, k)
    found = np.argwhere(tight)
    a, b = found[len(found) // 2]
    chance[:a, :b] = 1.0
    chance[:a, b:] = _chances(np.maximum(r[:a] - columns[b], 0.0), n[:a], c[b:], k[b:], ties)
    chance[a:, :b] = _chances(r[a:], n[a:], np.maximum(c[:b] - rows[a], 0.0), k[:b], ties)
    return chance


def _solved(r: Floats, n: Floats, c: Floats, k: Floats) -> Floats:
    """Probabilities strictly between 0 and 1, by Newton's method on the fitnesses' logarithms."""
    root = np.log(n @ r) / 2.0
    x = newton(_two_mode(r, n, c, k), np.concatenate([np.log(r) - root, np.log(c) - root]))
    return np.asarray(special.expit(np.add.outer(x[: r.size], x[r.size :])), dtype=float)


def _two_mode(r: Floats, n: Floats, c: Floats, k: Floats) -> Model:
    """Loss whose slope is what each class's expected degree is off by."""
    pairs, wanted = np.outer(n, k), np.concatenate([n * r, k * c])
    # The same loss all along this direction: curvature is given to it, slope it has none.
    free = np.concatenate([np.ones(r.size), -np.ones(c.size)])

    def model(x: Floats) -> tuple[float, Floats, Floats]:
        together = np.add.outer(x[: r.size], x[r.size :])
        chance = special.expit(together)
        tied, spread = pairs * chance, pairs * chance * (1.0 - chance)
        loss = float((pairs * np.logaddexp(0.0, together)).sum() - wanted @ x)
        slope = np.concatenate([tied.sum(axis=1), tied.sum(axis=0)]) - wanted
        own = np.diag(np.concatenate([spread.sum(axis=1), spread.sum(axis=0)]))
        own[: r.size, r.size :], own[r.size :, : r.size] = spread, spread.T
        return loss, slope, own + spread.mean() * np.outer(free, free)

    return model
