"""How many contacts should two clusters have? A gravity model and its tails.

Distance, mass and language explain most silences between clusters; what they do not explain is a deficit.
`configuration_models` knows only how busy each cluster is, and finds distance again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse, special

from traitdunion.errors import InputError
from traitdunion.methods.empirical_bayes import log_mass
from traitdunion.methods.null_models.poisson_regression import fit_poisson

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

LOG_ALPHA = (float(np.log(1e-6)), float(np.log(1e3)))
# A gain in log likelihood that rounding of the gamma function could fake.
ROUNDING = 1e-3


@dataclass(frozen=True, slots=True)
class Gravity:
    """A fitted gravity model of contacts.

    Attributes
    ----------
    names : tuple of str, length k
        The covariates, then `"intercept"` unless effects were absorbed.
    coefficients, standard_errors : ndarray, shape (k,)
        Of the logarithm of the expected count; NaN for a dropped column.
    expected : ndarray, shape (n,)
        Expected count of every pair; 0 for a separated one.
    log_errors : ndarray, shape (n,)
        Standard errors of the logarithms of the expected counts, for `shrunken_ratio`.
    separated : ndarray of bool, shape (n,)
        Pairs without contact that the covariates or effects foresee without fail (those of an absorbed
        cluster that has no contact at all): left out of the fit, they say nothing about a deficit.
    dropped : tuple of str
        Covariates that are combinations of earlier ones or of the absorbed effects.
    dispersion : float
        See `dispersion`; 0 where the counts are not over-dispersed.
    overdispersion, overdispersion_p : float
        Cameron-Trivedi statistic (standard normal without over-dispersion) and its upper tail.
    deviance : float
        Poisson deviance.
    iterations : int
        Steps of reweighted least squares.
    """

    names: tuple[str, ...]
    coefficients: Floats
    standard_errors: Floats
    expected: Floats
    log_errors: Floats
    separated: Bools
    dropped: tuple[str, ...]
    dispersion: float
    overdispersion: float
    overdispersion_p: float
    deviance: float
    iterations: int


def gravity(
    counts: npt.ArrayLike,
    covariates: npt.ArrayLike,
    *,
    names: Sequence[str],
    offset: npt.ArrayLike | None = None,
    absorb: Any = None,
    error_groups: npt.ArrayLike | None = None,
) -> Gravity:
    """Fit the expected contacts of pairs by Poisson pseudo-maximum likelihood.

    Consistent whenever the mean is right, whatever the variance; zeros stay in. Solved by reweighted least
    squares on exact normal equations; the standard errors are of the sandwich kind.

    Parameters
    ----------
    counts : array_like, shape (n,)
        Contacts of each pair, not negative; weighted counts are allowed.
    covariates : array_like, shape (n, k)
        What explains contacts: log distance, log masses, same language.
    names : sequence of str, length k
        The covariates' names.
    offset : array_like, shape (n,), optional
        Known part of the log mean, such as the log of members times reporting rate.
    absorb : sparse array, shape (n, m), optional
        Columns whose effects are removed and not reported, such as `endpoints`; m up to some thousands.
    error_groups : array_like of int, shape (n,), optional
        Rows of one code may err together; otherwise each row errs alone (HC1).

    Raises
    ------
    InputError
        `gravity-shapes`, `gravity-counts`, `gravity-covariate`, `gravity-no-contacts`,
        `gravity-too-few-pairs`, `gravity-no-convergence`, `lengths-differ` for what is absorbed or for the
        groups of errors.

    Notes
    -----
    Santos Silva & Tenreyro (2006), The Log of Gravity, Review of Economics and Statistics 88(4).
    Over-dispersion: Cameron & Trivedi (1990), Journal of Econometrics 46(3).

    Examples
    --------
    >>> log_distance = np.log([[10.0], [20.0], [40.0], [80.0]])
    >>> fit = gravity([8, 4, 2, 1], log_distance, names=["log_distance"])
    >>> fit.names, fit.coefficients.round(6).tolist()
    (('log_distance', 'intercept'), [-1.0, 4.382027])
    >>> fit.expected.round(6).tolist()
    [8.0, 4.0, 2.0, 1.0]
    """
    y, x, known = _checked(counts, covariates, names, offset)
    for name, given in (("absorb", absorb), ("error_groups", error_groups)):
        if given is not None and np.shape(given)[0] != y.size:
            raise InputError("lengths-differ", name=name, found=np.shape(given)[0], expected=y.size)
    fit = fit_poisson(y, x, offset=known, absorb=absorb, error_groups=error_groups)
    shown = (*names, "intercept") if absorb is None else tuple(names)
    rows = ~fit.separated
    statistic = _cameron_trivedi(y[rows], fit.expected[rows])
    return Gravity(
        names=shown,
        coefficients=fit.coefficients[: len(shown)],
        standard_errors=fit.standard_errors[: len(shown)],
        expected=fit.expected,
        log_errors=fit.log_errors,
        separated=fit.separated,
        dropped=tuple(name for name, keep in zip(names, fit.kept, strict=True) if not keep),
        dispersion=dispersion(y, fit.expected),
        overdispersion=statistic,
        overdispersion_p=float(special.ndtr(-statistic)),
        deviance=fit.deviance,
        iterations=fit.iterations,
    )


def endpoints(first: npt.ArrayLike, second: npt.ArrayLike, *, directed: bool = False) -> Any:
    """Indicator columns of the two ends of each pair, to be absorbed: one effect for every cluster.

    Parameters
    ----------
    first, second : array_like of int, shape (n,)
        The clusters of each pair, numbered from 0.
    directed : bool
        Whether a cluster has one effect as first end and another as second, as origin and destination.

    Returns
    -------
    csr_array, shape (n, clusters) or, directed, (n, firsts + seconds)

    Examples
    --------
    >>> endpoints([0, 0, 1], [1, 2, 2]).toarray().astype(int).tolist()
    [[1, 1, 0], [1, 0, 1], [0, 1, 1]]
    """
    a, b = np.asarray(first, dtype=np.int64), np.asarray(second, dtype=np.int64)
    shift = int(a.max(initial=-1)) + 1 if directed else 0
    row = np.tile(np.arange(len(a)), 2)
    column = np.concatenate([a, b + shift])
    return sparse.csr_array((np.ones(2 * len(a)), (row, column)))


def dispersion(counts: npt.ArrayLike, expected: npt.ArrayLike) -> float:
    """Estimate alpha of the negative binomial variance mu + alpha mu^2 from the pairs not in deficit.

    Pairs at or below their expectation count only as being there, not by how far: otherwise the very
    deficits that are looked for would pass as noise and hide themselves. Maximum likelihood with that
    censoring, the means taken as known; 0 where the likelihood falls from 0 on.

    Parameters
    ----------
    counts, expected : array_like, shape (n,)
        Observed contacts and fitted means; pairs with a mean of 0 are passed over.

    Notes
    -----
    Negative binomial of the second kind: Cameron & Trivedi (1986), Journal of Applied Econometrics 1(1).

    Examples
    --------
    >>> dispersion([2, 3, 1, 2], [2.0, 2.0, 2.0, 2.0])
    0.0
    """
    y, mu = np.asarray(counts, dtype=float), np.asarray(expected, dtype=float)
    y, mu = y[mu > 0], mu[mu > 0]
    above = y > np.floor(mu)

    def loss(alpha: float) -> float:
        below = lower_tail(np.floor(mu[~above]), mu[~above], alpha)
        return -float(log_mass(y[above], mu[above], alpha).sum() + np.log(below).sum())

    best = optimize.minimize_scalar(
        lambda log_alpha: loss(np.exp(log_alpha)), bounds=LOG_ALPHA, method="bounded"
    )
    return float(np.exp(best.x)) if best.fun < loss(0.0) - ROUNDING else 0.0


def lower_tail(observed: npt.ArrayLike, expected: npt.ArrayLike, dispersion: float = 0.0) -> Floats:
    """Probability of at most the observed count, under Poisson or (dispersion > 0) negative binomial.

    Exact; a fractional count is read as the whole number below it. With an expectation of 0 it is 1.

    Examples
    --------
    >>> lower_tail([0, 2], [1.0, 2.0]).round(6).tolist()
    [0.367879, 0.676676]
    """
    k, mu = np.floor(np.asarray(observed, dtype=float)), np.asarray(expected, dtype=float)
    if dispersion > 0:
        tail = special.betainc(1.0 / dispersion, k + 1.0, 1.0 / (1.0 + dispersion * mu))
    else:
        tail = special.gammaincc(k + 1.0, mu)
    return np.asarray(tail, dtype=float)


def upper_tail(observed: npt.ArrayLike, expected: npt.ArrayLike, dispersion: float = 0.0) -> Floats:
    """Probability of at least the observed count, under Poisson or (dispersion > 0) negative binomial.

    Exact; a fractional count is read as the whole number above it. For a count of 0 it is 1.

    Examples
    --------
    >>> upper_tail([0, 1], [1.0, 1.0]).round(6).tolist()
    [1.0, 0.632121]
    """
    k, mu = np.broadcast_arrays(np.ceil(np.asarray(observed, dtype=float)), np.asarray(expected, dtype=float))
    some = np.maximum(k, 1.0)
    if dispersion > 0:
        tail = special.betaincc(1.0 / dispersion, some, 1.0 / (1.0 + dispersion * mu))
    else:
        tail = special.gammainc(some, mu)
    return np.where(k > 0, tail, 1.0)


def _checked(
    counts: npt.ArrayLike, covariates: npt.ArrayLike, names: Sequence[str], offset: npt.ArrayLike | None
) -> tuple[Floats, Floats, Floats]:
    y, x = np.asarray(counts, dtype=float), np.asarray(covariates, dtype=float)
    known = np.zeros(y.shape) if offset is None else np.asarray(offset, dtype=float)
    if x.shape != (y.size, len(names)) or known.shape != y.shape:
        raise InputError("gravity-shapes", pairs=y.size, covariates=x.shape, names=len(names))
    if not (np.isfinite(y) & (y >= 0)).all():
        raise InputError("gravity-counts", pairs=int((~(np.isfinite(y) & (y >= 0))).sum()))
    for name, column in [*zip(names, x.T, strict=True), ("offset", known)]:
        if not np.isfinite(column).all():
            raise InputError("gravity-covariate", name=name, pairs=int((~np.isfinite(column)).sum()))
    if not y.any():
        raise InputError("gravity-no-contacts", pairs=y.size)
    return y, x, known


def _cameron_trivedi(y: Floats, mu: Floats) -> float:
    """Student statistic of the regression of ((y - mu)^2 - y) / mu on mu without intercept."""
    excess = ((y - mu) ** 2 - y) / mu
    slope = (excess @ mu) / (mu @ mu)
    rest = excess - slope * mu
    error = np.sqrt((rest @ rest) / (len(y) - 1) / (mu @ mu))
    return float(slope / error) if error > 0 else 0.0
