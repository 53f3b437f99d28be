"""How sure is a place in a ranking?"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import weights
from traitdunion.methods.permutation import drawn

Integers = npt.NDArray[np.int64]


class RankInterval(NamedTuple):
    """The best and the worst place that is still likely; both of shape (n,), 1 for the smallest ratio."""

    best: Integers
    worst: Integers


def rank_interval(
    observed: npt.ArrayLike,
    expected: npt.ArrayLike,
    *,
    shape: float,
    mean: float,
    level: float = 0.90,
    draws: int = 999,
    seed: int = 1,
) -> RankInterval:
    """Give the interval of each place when ratios of counts to expectations are ranked from the smallest.

    Places in a ranking are far less sure than the ratios themselves: with small counts most pairs could be
    anywhere, and a list that hides it misleads. Among many pairs the first by estimate is seldom the first in
    truth: its place by estimate may lie outside the interval, which is of the true ratios.

    Parameters
    ----------
    observed, expected : array_like, shape (n,)
        Counts and their expectation, as for `empirical_bayes.shrunken_ratio`.
    shape, mean : float
        Of the gamma prior, as found there; an infinite shape leaves all places open.
    level : float
        Posterior probability that a place lies in its interval, at least: places are whole numbers.
    draws, seed : int
        Of the posterior of all ratios together.

    Raises
    ------
    InputError
        `level-range`, `lengths-differ`, `values-not-numbers`, `values-negative`, `draws-too-few`,
        `seed-negative`.

    Notes
    -----
    Goldstein & Spiegelhalter (1996), League tables and their limitations: statistical issues in comparisons
    of institutional performance, Journal of the Royal Statistical Society A 159(3).

    Examples
    --------
    >>> found = rank_interval([0, 50, 200], [50, 50, 50], shape=2.0, mean=1.0)
    >>> found.best.tolist(), found.worst.tolist()
    ([1, 2, 3], [1, 2, 3])
    """
    if not 0.0 < level < 1.0:
        raise InputError("level-range", level=level)
    y = weights(observed, "observed")
    e = weights(expected, "expected", length=y.size)
    if y.size == 0 or np.isinf(shape):
        return RankInterval(np.ones(y.size, dtype=np.int64), np.full(y.size, y.size, dtype=np.int64))
    posterior, rate = y + shape, e + shape / mean

    def places(dice: np.random.Generator) -> npt.NDArray[np.float64]:
        return np.asarray(np.argsort(np.argsort(dice.standard_gamma(posterior) / rate)) + 1.0, dtype=float)

    found = drawn(places, draws=draws, seed=seed)
    ends = np.quantile(found, [(1 - level) / 2, (1 + level) / 2], axis=0, method="inverted_cdf")
    return RankInterval(*ends.astype(np.int64))
