"""Tables whose rows hold exactly their number of ties, and whose columns hold theirs on average.

Where most rows have one or two ties, as organizations in clusters have, degrees that hold on average only
let a row of one tie share: the expectation is then far too high. Here a row of one tie shares nothing.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import optimize

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MAX_SWEEPS = 2000
# Share of a column sum by which the expected one may miss it.
CLOSE = 1e-10
# Rows are taken together whose degrees differ by less than this factor, so that no mass vanishes.
BAND, MIDDLE = 1.5, 0.82


def pair_chances(
    chance: Floats, row_degree: Floats, row_count: Ints, column_degree: Floats, column_count: Ints
) -> Floats:
    """Chance that a row of each class holds two given columns, for each two classes of columns.

    Parameters
    ----------
    chance : ndarray, shape (row classes, column classes)
        Of `bipartite_configuration`: says which ties are certain, and is where the search starts.
    row_degree, column_degree : ndarray
        Of each class; those of rows whole numbers.
    row_count, column_count : ndarray of int

    Returns
    -------
    ndarray, shape (row classes, column classes, column classes)
        For two different columns, also on the diagonals.

    Notes
    -----
    Independent trials given their sum: Chen, Dempster & Liu (1994), Weighted finite population sampling to
    maximize entropy, Biometrika 81(3); the weights by their iteration.

    Examples
    --------
    >>> degrees, counts = np.array([1.0, 2.0]), np.array([2, 1])
    >>> chance = np.array([[0.5], [1.0]])
    >>> pair_chances(chance, degrees, counts, np.array([2.0]), np.array([2])).ravel().tolist()
    [0.0, 1.0]
    """
    free = (chance > 0) & (chance < 1)
    certain = chance >= 1
    single = certain.astype(float)
    pair: Floats = single[:, :, None] * single[:, None, :]
    for mask in np.unique(free[free.any(axis=1)], axis=0):
        rows, columns = np.flatnonzero((free == mask).all(axis=1)), np.flatnonzero(mask)
        degree = np.rint(row_degree[rows] - certain[rows] @ column_count).astype(np.int64)
        wanted = column_degree[columns] - row_count @ certain[:, columns]
        odds = chance[rows[0], columns] / (1.0 - chance[rows[0], columns])
        one, two = _block(odds, column_count[columns], degree, row_count[rows], wanted)
        single[np.ix_(rows, columns)] = one
        pair[rows] = single[rows][:, :, None] * single[rows][:, None, :]
        pair[np.ix_(rows, columns, columns)] = two
    return pair


def _block(odds: Floats, count: Ints, degree: Ints, rows: Ints, wanted: Floats) -> tuple[Floats, Floats]:
    """Chances of one column and of two where no tie is certain: odds scaled until every column sum is met."""
    for _ in range(MAX_SWEEPS):
        single, _ = _inclusion(odds, count, degree, pairs=False)
        held = rows @ single
        if np.abs(held - wanted).max() <= CLOSE * wanted.max():
            break
        odds = odds * wanted / held
    return _inclusion(odds, count, degree, pairs=True)


def _inclusion(odds: Floats, count: Ints, degree: Ints, *, pairs: bool) -> tuple[Floats, Floats]:
    from traitdunion.methods.compiled.inclusion import inclusion  # noqa: PLC0415  slow to import

    single = np.empty((degree.size, odds.size))
    pair = np.empty((degree.size if pairs else 0, odds.size, odds.size))
    rest = np.arange(degree.size)
    while rest.size:
        top = int(degree[rest].max())
        band = rest[degree[rest] * BAND > top]
        rest = rest[degree[rest] * BAND <= top]
        scaled = odds * _factor(odds, count, MIDDLE * top)
        one, two = np.empty((band.size, odds.size)), np.empty((band.size if pairs else 0, *pair.shape[1:]))
        inclusion(scaled, count, degree[band], pairs, one, two)
        single[band] = one
        if pairs:
            pair[band] = two
    return single, pair


def _factor(odds: Floats, count: Ints, target: float) -> float:
    """Factor of the odds at which trials add up to the target on average."""

    def above(log_factor: float) -> float:
        scaled = odds * np.exp(log_factor)
        return float(count @ (scaled / (1.0 + scaled))) - target

    reach = np.log(odds).min(), np.log(odds).max()
    share = np.log(target / (count.sum() - target))
    return float(np.exp(optimize.brentq(above, share - reach[1] - 1.0, share - reach[0] + 1.0, xtol=1e-3)))
