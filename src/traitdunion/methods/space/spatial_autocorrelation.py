"""Are neighbours alike? One figure for the whole map, and one for each place on it.

Neighbours are given as a matrix of weights W: w_ij is how much j counts as a neighbour of i. It need not be
the same in both directions, such as when rows are scaled to add up to 1. A place is no neighbour of itself:
the diagonal is passed over, but for `getis_ord` with `star`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, ties
from traitdunion.methods.permutation import Tail, drawn, monte_carlo_p
from traitdunion.methods.regions.plants import normal_p
from traitdunion.methods.significance import false_discovery_rate

Floats = npt.NDArray[np.float64]
# Equal sums differ in the last bits by their order: a tie must stay a tie.
DIGITS = 12
# Less of the squared weights than this is rounding: all places are neighbours alike, and nothing can vary.
ROOM = 1e-9


class Normal(NamedTuple):
    """Variance of a statistic under a null model, and its normal test."""

    variance: float
    z: float
    p: float


@dataclass(frozen=True, slots=True)
class Moran:
    """Moran's I of a map.

    Attributes
    ----------
    index : float
        Above `expected` where neighbours are alike, below where they differ.
    expected : float
        -1 / (places - 1).
    normality : Normal
        As if the values were normal.
    randomization : Normal
        As if the values found were dealt to the places: the better one when they are skewed.
    places : int
        With neighbours.
    """

    index: float
    expected: float
    normality: Normal
    randomization: Normal
    places: int


@dataclass(frozen=True, slots=True)
class LocalMoran:
    """Local Moran's I of each place; NaN for one without neighbours, and for all when all values are equal.

    Attributes
    ----------
    index : ndarray, shape (places,)
        (x_i - mean) times the sum of w_ij (x_j - mean), over the variance with divisor n.
    expected : ndarray, shape (places,)
        Given the value of the place itself.
    p : ndarray, shape (places,)
        By draws: the place keeps its value, all others are dealt anew.
    q : ndarray, shape (places,)
        The false discovery rate.
    high : ndarray of bool, shape (places,)
        Whether the value of the place is above the mean.
    draws : int
    """

    index: Floats
    expected: Floats
    p: Floats
    q: Floats
    high: npt.NDArray[np.bool_]
    draws: int


def moran(values: npt.ArrayLike, neighbours: Any, *, tail: Tail = "upper") -> Moran:
    """Ask whether neighbours are alike.

    Parameters
    ----------
    values : array_like, shape (places,)
    neighbours : array_like or sparse array, shape (places, places)
        Weights; duplicated entries are summed.
    tail : {"upper", "lower", "both"}
        Alike, different, or either.

    Returns
    -------
    Moran
        Of the places with a neighbour in either direction: the others are left out altogether. NaN where
        all their values are equal or they are fewer than two (for randomization, than four).

    Raises
    ------
    InputError
        `lengths-differ`, `matrix-not-square`, `values-not-numbers`, `values-negative` for a weight.

    Notes
    -----
    Moran (1950), Notes on continuous stochastic phenomena, Biometrika 37; moments of Cliff & Ord (1981),
    Spatial Processes. Not for rates of places of very different size: small ones vary more, and lie together.

    Examples
    --------
    >>> path = np.diag(np.ones(5), 1) + np.diag(np.ones(5), -1)
    >>> found = moran([1, 2, 3, 4, 5, 6], path)
    >>> round(found.index, 4), round(found.expected, 4), round(found.randomization.p, 4)
    (0.6, -0.2, 0.0198)
    """
    value, weight = _map(values, neighbours)
    linked = (weight.sum(axis=0) + weight.sum(axis=1)) > 0
    value, weight = value[linked], weight[linked][:, linked]
    n = value.size
    if n < 2 or not np.ptp(value) > 0:
        nothing = Normal(np.nan, np.nan, np.nan)
        return Moran(np.nan, np.nan, nothing, nothing, n)
    z = value - value.mean()
    square, all_weight = float((z**2).sum()), float(weight.sum())
    index = n / all_weight * float(z @ (weight @ z)) / square
    expected = -1.0 / (n - 1)
    normal, random = (
        _tested(index - expected, variance, tail)
        for variance in _moran_variances(weight, n, n * float((z**4).sum()) / square**2)
    )
    return Moran(index, expected, normal, random, n)


def geary(values: npt.ArrayLike, neighbours: Any) -> float:
    """Geary's c: the squared difference of neighbours over that of any two; below 1 where they are alike.

    Parameters, errors and the places left out are those of `moran`; NaN as there.

    Notes
    -----
    Geary (1954), The contiguity ratio and statistical mapping, The Incorporated Statistician 5.

    Examples
    --------
    >>> path = np.diag(np.ones(5), 1) + np.diag(np.ones(5), -1)
    >>> round(geary([1, 2, 3, 4, 5, 6], path), 4)
    0.1429
    """
    value, weight = _map(values, neighbours)
    linked = (weight.sum(axis=0) + weight.sum(axis=1)) > 0
    value, weight = value[linked], weight[linked][:, linked].tocoo()
    if value.size < 2 or not np.ptp(value) > 0:
        return float("nan")
    apart = float((weight.data * (value[weight.row] - value[weight.col]) ** 2).sum())
    square = float(((value - value.mean()) ** 2).sum())
    return float((value.size - 1) * apart / (2.0 * float(weight.sum()) * square))


def local_moran(
    values: npt.ArrayLike, neighbours: Any, *, draws: int = 999, seed: int = 1, tail: Tail = "both"
) -> LocalMoran:
    """Ask of each place whether its neighbours are like it.

    A place high among high ones or low among low ones is above 0; one unlike its neighbours is below.

    Parameters
    ----------
    values : array_like, shape (places,)
    neighbours : array_like or sparse array, shape (places, places)
    draws : int
        At least 1.
    seed : int
    tail : {"both", "upper", "lower"}

    Raises
    ------
    InputError
        As `moran`; `draws-too-few`, `seed-negative`.

    Notes
    -----
    Anselin (1995), Local indicators of spatial association - LISA, Geographical Analysis 27(2). The variance
    has divisor n, as in spdep; with n - 1, as in esda, all are smaller by (n - 1) / n. One draw serves all
    places; read q, not p, when looking for places. A draw costs one pass over the weights.

    Examples
    --------
    >>> path = np.diag(np.ones(5), 1) + np.diag(np.ones(5), -1)
    >>> local_moran([1, 2, 3, 4, 5, 6], path, draws=9).index.round(4).tolist()
    [1.2857, 1.5429, 0.1714, 0.1714, 1.5429, 1.2857]
    """
    value, weight = _map(values, neighbours)
    n = value.size
    sums = weight.sum(axis=1) if n else np.zeros(0)
    if n < 2 or not np.ptp(value) > 0:
        nothing = np.full(n, np.nan)
        return LocalMoran(nothing, nothing, nothing, nothing, np.zeros(n, dtype=bool), draws)
    z = value - value.mean()
    scaled = np.where(sums > 0, z / (z**2).mean(), np.nan)
    index = scaled * (weight @ z)
    simulated = drawn(lambda dice: scaled * _dealt(weight, z, dice), draws=draws, seed=seed)
    p = monte_carlo_p(index.round(DIGITS), simulated.round(DIGITS), tail=tail)
    expected = -scaled * z * sums / (n - 1)
    return LocalMoran(index, expected, p, false_discovery_rate(p), z > 0, draws)


def getis_ord(values: npt.ArrayLike, neighbours: Any, *, star: bool = False) -> Floats:
    """Ask of each place whether high values, or low ones, lie around it.

    Parameters
    ----------
    values : array_like, shape (places,)
    neighbours : array_like or sparse array, shape (places, places)
        Binary as a rule.
    star : bool
        Whether the place itself counts among its neighbours: with its weight on the diagonal, or with 1 where
        there is none.

    Returns
    -------
    ndarray, shape (places,)
        Standard normal under no pattern: high values around are above 0. NaN for a place without neighbours,
        or with all places as neighbours, and where the values it is compared with are all equal.

    Raises
    ------
    InputError
        As `moran`.

    Notes
    -----
    Ord & Getis (1995), Local spatial autocorrelation statistics, Geographical Analysis 27(4). The normal
    approximation is poor with few neighbours and skewed values.

    Examples
    --------
    >>> path = np.diag(np.ones(5), 1) + np.diag(np.ones(5), -1)
    >>> getis_ord([1, 2, 3, 4, 5, 6], path).round(4).tolist()
    [-1.4142, -1.7085, -0.5283, 0.5283, 1.7085, 1.4142]
    """
    value, weight = _map(values, neighbours, diagonal=star)
    n = value.size
    if n < 3:
        return np.full(n, np.nan)
    if star:
        weight = weight + sparse.diags_array((weight.diagonal() == 0).astype(float))
    held, squares = weight.sum(axis=1), (weight**2).sum(axis=1)
    apart = value - value.mean()
    others, own = (n, np.zeros(n)) if star else (n - 1, apart)
    mean = -own / others
    # Of the others: leaving one out takes its square times n / (n - 1) from the sum of squares.
    spread = ((apart**2).sum() - own**2 * n / (n - 1)) / others
    room = (others * squares - held**2) / (others - 1)
    solid = (held > 0) & (room > ROOM * squares) & (spread > 0) & (_range(value, star) > 0)
    below = np.sqrt(np.where(solid, spread * room, 1.0))
    return np.where(solid, (weight @ apart - held * mean) / below, np.nan)


def _range(value: Floats, star: bool) -> Floats:
    """Range of the values that a place is compared with: all of them, or all but its own."""
    low, high = np.partition(value, 1)[:2], -np.partition(-value, 1)[:2]
    if star:
        return np.full(value.size, high[0] - low[0])
    most, least = np.where(value == high[0], high[1], high[0]), np.where(value == low[0], low[1], low[0])
    return np.asarray(most - least, dtype=float)


def _map(values: npt.ArrayLike, neighbours: Any, *, diagonal: bool = False) -> tuple[Floats, Any]:
    """Values and weights, without the diagonal unless wanted."""
    weight = ties(neighbours, "neighbours")
    value = numbers(values, "values", length=weight.shape[0])
    if value.ndim != 1:
        raise InputError("lengths-differ", name="values", found=value.size, expected=weight.shape[0])
    if not diagonal:
        weight.setdiag(0.0)
        weight.eliminate_zeros()
    return value, weight


def _tested(excess: float, variance: float, tail: Tail) -> Normal:
    z = excess / np.sqrt(variance) if variance > 0 else np.nan
    return Normal(variance, float(z), float(normal_p(np.array(z), tail)))


def _moran_variances(weight: Any, n: int, kurtosis: float) -> tuple[float, float]:
    """Variances of I under normality and under randomization."""
    s0 = float(weight.sum())
    s1 = float(((weight + weight.T) ** 2).sum()) / 2.0
    s2 = float(((weight.sum(axis=0) + weight.sum(axis=1)) ** 2).sum())
    mean = 1.0 / (n - 1) ** 2
    normal = (n**2 * s1 - n * s2 + 3.0 * s0**2) / (s0**2 * (n**2 - 1)) - mean
    if n < 4:
        return normal, float("nan")
    upper = n * ((n**2 - 3 * n + 3) * s1 - n * s2 + 3.0 * s0**2)
    upper -= kurtosis * ((n**2 - n) * s1 - 2 * n * s2 + 6.0 * s0**2)
    return normal, upper / ((n - 1) * (n - 2) * (n - 3) * s0**2) - mean


def _dealt(weight: Any, z: Floats, dice: np.random.Generator) -> Floats:
    """Weighted sums around each place with the other places' values dealt anew.

    Of a permutation of n - 1 the k-th neighbour of a place takes the k-th, counted among the others.
    """
    around = np.diff(weight.indptr)
    row = np.repeat(np.arange(z.size), around)
    slot = np.arange(row.size) - weight.indptr[:-1][row]
    other = dice.permutation(z.size - 1)[slot]
    return np.bincount(row, weight.data * z[other + (other >= row)], z.size).astype(float)
