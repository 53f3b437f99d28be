"""Empirical Bayes: ratios of counts to expectations, drawn together as far as the counts are small."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

from traitdunion.errors import InputError
from traitdunion.methods.arguments import weights

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ratios:
    """Observed over expected, drawn towards the mean of all as far as the counts are small.

    Attributes
    ----------
    ratio, low, high : ndarray, shape (n,)
        Posterior mean and the ends of the central interval.
    rank : ndarray of int, shape (n,)
        Place by posterior mean, 1 for the smallest; equals share the first of their places.
    shape, scale : float
        Of the gamma prior. Without over-dispersion shape is infinite, scale 0, and every ratio is the mean.
    mean : float
        Of the prior.
    """

    ratio: Floats
    low: Floats
    high: Floats
    rank: npt.NDArray[np.int64]
    shape: float
    scale: float
    mean: float


def shrunken_ratio(
    observed: npt.ArrayLike,
    expected: npt.ArrayLike,
    *,
    level: float = 0.90,
    log_errors: npt.ArrayLike | None = None,
) -> Ratios:
    """Shrink observed/expected ratios by empirical Bayes, so that small counts do not lead every list.

    Each count is Poisson with mean ratio times expected, the ratios are draws of one gamma distribution
    whose two parameters maximise the marginal (negative binomial) likelihood. Weighted counts are allowed.
    The interval takes those two parameters as known, so it is somewhat short when there are few pairs.

    Parameters
    ----------
    observed, expected : array_like, shape (n,)
        Counts and their expectation. A pair with expectation 0 gets the prior.
    level : float
        Posterior probability of the interval.
    log_errors : array_like, shape (n,), optional
        Standard errors of the logarithms of expectations that were estimated, as `gravity` gives them: they
        widen the interval, and nothing else.

    Raises
    ------
    InputError
        `ratio-counts` for negative or missing values, `ratio-impossible` for a count where 0 is expected,
        `level-range`, `lengths-differ`, `values-not-numbers`, `values-negative` for the errors.

    Notes
    -----
    Clayton & Kaldor (1987), Empirical Bayes estimates of age-standardized relative risks, Biometrics 43(3).
    Errors of the expectations: Zou & Donner (2008), Statistics in Medicine 27(10).

    Examples
    --------
    >>> ratios = shrunken_ratio([0, 40, 1, 9], [0.5, 20.0, 0.2, 20.0])
    >>> ratios.rank.tolist()
    [2, 4, 3, 1]
    """
    if not 0 < level < 1:
        raise InputError("level-range", level=level)
    y, e = np.asarray(observed, dtype=float), np.asarray(expected, dtype=float)
    if y.shape != e.shape or not (np.isfinite(y) & np.isfinite(e) & (y >= 0) & (e >= 0)).all():
        raise InputError("ratio-counts", counts=y.size, expectations=e.size)
    if (y[e == 0] > 0).any():
        raise InputError("ratio-impossible", pairs=int((y[e == 0] > 0).sum()))
    shape, mean = _gamma_prior(y, e)
    if np.isinf(shape):
        ratio = low = high = np.full(y.shape, mean)
        scale = 0.0
    else:
        scale = mean / shape
        a, rate = y + shape, e + 1.0 / scale
        ratio = a / rate
        distinct, at = np.unique(a, return_inverse=True)
        ends = (special.gammaincinv(distinct, (1 + sign * level) / 2)[at] for sign in (-1, 1))
        low, high = (end.reshape(a.shape) / rate for end in ends)
    if log_errors is not None:
        errors = weights(log_errors, "log_errors", length=y.size)
        low, high = _widened(ratio, low, high, float(special.ndtri((1 + level) / 2)) * errors)
    rank = 1 + np.searchsorted(np.sort(ratio), ratio)
    return Ratios(ratio, low, high, rank.astype(np.int64), shape, scale, mean)


def _widened(ratio: Floats, low: Floats, high: Floats, reach: Floats) -> tuple[Floats, Floats]:
    """Add independent errors of numerator and denominator as squares, each end by itself, on the log scale.

    Zou & Donner (2008), Construction of confidence limits about effect measures, Statistics in Medicine 27.
    """
    some = ratio > 0
    middle, ends = np.where(some, ratio, 1.0), (np.where(some, low, 1.0), np.where(some, high, 1.0))
    down, up = (np.hypot(np.log(np.maximum(end, 1e-300) / middle), reach) for end in ends)
    return ratio * np.exp(-down), ratio * np.exp(up)


def log_mass(y: Floats, mu: Floats, alpha: float) -> Floats:
    """Logarithm of the negative binomial mass, with variance mu + alpha mu^2; Poisson where alpha is 0.

    Examples
    --------
    >>> log_mass(np.array([0.0]), np.array([2.0]), 0.0).tolist()
    [-2.0]
    """
    if alpha == 0:
        return np.asarray(special.xlogy(y, mu) - mu - special.gammaln(y + 1.0), dtype=float)
    r, odds = 1.0 / alpha, alpha * mu
    ways = special.gammaln(y + r) - special.gammaln(r) - special.gammaln(y + 1.0)
    return np.asarray(ways + special.xlogy(y, odds) - (y + r) * np.log1p(odds), dtype=float)


def _gamma_prior(y: Floats, expected: Floats) -> tuple[float, float]:
    """Shape and mean of the gamma prior by marginal maximum likelihood; shape infinite at the boundary."""
    y, expected = y[expected > 0], expected[expected > 0]
    mean = float(y.sum() / expected.sum()) if y.size else 1.0
    mu = mean * expected
    if ((y - mu) ** 2 - y).sum() <= 0:
        return np.inf, mean

    def loss(parameters: Floats) -> float:
        log_alpha, log_mean = parameters
        return -float(log_mass(y, np.exp(log_mean) * expected, np.exp(log_alpha)).sum())

    def gradient(parameters: Floats) -> Floats:
        r, m = np.exp(-parameters[0]), np.exp(parameters[1]) * expected
        by_r = special.digamma(y + r) - special.digamma(r) + np.log(r / (r + m)) + (m - y) / (r + m)
        return np.array([r * by_r.sum(), -(r * (y - m) / (r + m)).sum()])

    start = np.array([np.log(((y - mu) ** 2 - y).sum() / (mu**2).sum()), np.log(mean)])
    bounds = [(-18.0, 12.0), (start[1] - 5.0, start[1] + 5.0)]
    rough = optimize.minimize(loss, start, jac=gradient, bounds=bounds, method="L-BFGS-B")
    # The solver steps in proportion to what it solves for, which must not be 0: a mean of 1 has logarithm 0.
    fine = optimize.root(lambda from_one: gradient(rough.x + from_one - 1.0), np.ones(2), tol=1e-12)
    solved = rough.x + fine.x - 1.0
    log_alpha, log_mean = solved if fine.success and loss(solved) <= rough.fun + 1e-9 else rough.x
    return float(np.exp(-log_alpha)), float(np.exp(log_mean))
