"""Poisson pseudo-maximum likelihood on exact normal equations: the arithmetic under the gravity model.

Columns of a design may overlap (absorbed effects do): every inverse is a pseudo-inverse, so the fitted means
and the coefficients of the columns kept are unique all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import linalg, optimize, sparse, special

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

MAX_STEPS = 100
# Normal equations square the condition: a column whose residual share is smaller than this is no column.
COLLINEAR = 1e-10
# Entries of a dense product held at once: some 80 MB.
BAND = 10_000_000


@dataclass(frozen=True, slots=True)
class Fit:
    """A Poisson regression: arrays of length k + 1 hold the covariates, then the intercept.

    Attributes
    ----------
    coefficients, standard_errors : ndarray, shape (k + 1,)
        NaN for a dropped column. With absorbed effects the intercept has no meaning of its own.
    expected : ndarray, shape (n,)
        Fitted means, 0 in separated rows.
    log_errors : ndarray, shape (n,)
        Standard errors of their logarithms, 0 in separated rows.
    separated : ndarray of bool, shape (n,)
        Rows left out because the columns foresee their zero without fail.
    kept : ndarray of bool, shape (k,)
        Covariates that are no combination of earlier ones or of the absorbed effects.
    deviance : float
    iterations : int
    """

    coefficients: Floats
    standard_errors: Floats
    expected: Floats
    log_errors: Floats
    separated: Bools
    kept: Bools
    deviance: float
    iterations: int


def fit_poisson(
    counts: Floats, covariates: Floats, *, offset: Floats, absorb: Any = None, error_groups: Any = None
) -> Fit:
    """Regress counts on covariates, an intercept and absorbed columns, with sandwich errors.

    Parameters
    ----------
    counts, covariates, offset : ndarray, shapes (n,), (n, k), (n,)
        Finite; counts not negative and not all 0.
    absorb : sparse array, shape (n, m), optional
        Columns whose effects are not reported.
    error_groups : array_like, shape (n,), optional
        Rows of one code may err together; otherwise each row errs alone (HC1).

    Raises
    ------
    InputError
        `gravity-too-few-pairs`, `gravity-no-convergence`.

    Notes
    -----
    Santos Silva & Tenreyro (2006), The Log of Gravity, Review of Economics and Statistics 88(4).

    Examples
    --------
    >>> counts, treated = np.array([1.0, 3.0, 4.0, 8.0]), np.array([[0.0], [0.0], [1.0], [1.0]])
    >>> fit = fit_poisson(counts, treated, offset=np.zeros(4))
    >>> np.exp(fit.coefficients).round(6).tolist()
    [3.0, 2.0]
    """
    center, spread = covariates.mean(axis=0), covariates.std(axis=0)
    spread = np.where(np.ptp(covariates, axis=0) > 0, spread, 1.0)
    scaled = (covariates - center) / spread
    base = sparse.csr_array(np.ones((len(counts), 1)))
    if absorb is not None:
        base = sparse.csr_array(sparse.hstack([base, absorb]))
    separated = separated_zeros(counts, _beside(scaled, base))
    rows = ~separated
    kept = _independent(scaled[rows], base[rows])
    design = _beside(scaled[rows][:, kept], base[rows])
    beta, mean, deviance, steps = _reweighted_least_squares(counts[rows], design, offset[rows])
    groups = None if error_groups is None else np.asarray(error_groups)[rows]
    covariance = _sandwich(counts[rows] - mean, mean, design, groups)
    coefficients, errors = _unscaled(beta, covariance, center[kept] / spread[kept], spread[kept])
    columns = np.append(kept, True)
    return Fit(
        coefficients=_filled(coefficients, columns, np.nan),
        standard_errors=_filled(errors, columns, np.nan),
        expected=_filled(mean, rows, 0.0),
        log_errors=_filled(_errors_of_rows(design, covariance), rows, 0.0),
        separated=separated,
        kept=kept,
        deviance=deviance,
        iterations=steps,
    )


def separated_zeros(counts: Floats, design: Any) -> Bools:
    """Zeros that some combination of columns marks off, being null on every positive count.

    Their fitted mean would sink to 0 without end, and no maximum would exist. Found by linear programmes
    over the combinations that are null on the positive counts.

    Parameters
    ----------
    counts : ndarray, shape (n,)
    design : sparse array, shape (n, p)

    Notes
    -----
    Correia, Guimaraes & Zylkin (2019), Verifying the existence of maximum likelihood estimates for
    generalized linear models, arXiv:1903.01633.

    Examples
    --------
    >>> separated_zeros(np.array([0.0, 2.0, 1.0]), sparse.csr_array([[1, 1], [1, 0], [1, 0]])).tolist()
    [True, False, False]
    """
    found = _silenced(counts, design)
    rest, zero = ~found, (counts == 0) & ~found
    length = np.sqrt(np.asarray(design[rest].multiply(design[rest]).sum(axis=0)).ravel())
    unit = design @ sparse.diags_array(np.sqrt(rest.sum()) / np.where(length > 0, length, 1.0))
    values, vectors = linalg.eigh(_gram(unit, (counts > 0).astype(float)))
    null = vectors[:, (values < 1e-12 * values[-1])]
    marks = unit[zero] @ null
    marks, place = np.unique(np.where(np.abs(marks) > 1e-4, marks, 0.0).round(9), axis=0, return_inverse=True)
    marked, left = np.zeros(len(marks), dtype=bool), marks.any(axis=1)
    while left.any():
        more = _marked_off(marks[left])
        if not more.any():
            break
        marked[left] = more
        left &= ~marked
    found[zero] = marked[place.ravel()]
    return found


def _silenced(counts: Floats, design: Any) -> Bools:
    """Zeros under a column of one sign that no positive count meets: those of a cluster without contact."""
    met = np.asarray(abs(design[counts > 0]).sum(axis=0)).ravel() > 0
    signs = np.asarray(design.sum(axis=0)).ravel(), np.asarray(abs(design).sum(axis=0)).ravel()
    silent = ~met & (np.abs(signs[0]) == signs[1])
    return np.asarray(abs(design) @ silent.astype(float) > 0)


def _marked_off(marks: Floats) -> Bools:
    """Rows that some bounded combination of columns raises above 0 while it lowers none."""
    rows, width = marks.shape
    slack = sparse.hstack([sparse.csr_array(-marks), sparse.eye_array(rows)])
    goal = np.concatenate([np.zeros(width), -np.ones(rows)])
    bounds = [(-1.0, 1.0)] * width + [(0.0, 1.0)] * rows
    best = optimize.linprog(goal, A_ub=slack, b_ub=np.zeros(rows), bounds=bounds, method="highs")
    # The solver keeps its constraints to 1e-7.
    return np.asarray(best.x[width:] > 1e-5)


def _beside(left: Floats, right: Any) -> Any:
    return sparse.csr_array(sparse.hstack([sparse.csr_array(left), right]))


def _gram(design: Any, weights: Floats) -> Floats:
    gram: Floats = (design.T @ (sparse.diags_array(weights) @ design)).toarray()
    return gram


def _inverse(gram: Floats) -> tuple[Floats, int]:
    """Pseudo-inverse of a Gram matrix whose columns may differ in scale by far, and its rank."""
    diagonal = np.diag(gram)
    scale = 1.0 / np.sqrt(np.where(diagonal > 0, diagonal, 1.0))
    inverse, rank = linalg.pinvh(gram * np.outer(scale, scale), rtol=1e-13, return_rank=True)
    return inverse * np.outer(scale, scale), int(rank)


def _independent(columns: Floats, base: Any) -> Bools:
    """Which columns add something to the base and to the columns before them."""
    width = columns.shape[1]
    gram = _gram(_beside(columns, base), np.ones(len(columns)))
    kept = np.append(np.zeros(width, dtype=bool), np.ones(base.shape[1], dtype=bool))
    for j in range(width):
        cross = gram[j, kept]
        rest = gram[j, j] - cross @ _inverse(gram[np.ix_(kept, kept)])[0] @ cross
        kept[j] = rest > COLLINEAR * gram[j, j]
    return kept[:width]


def _reweighted_least_squares(y: Floats, design: Any, known: Floats) -> tuple[Floats, Floats, float, int]:
    """Newton's method, a step halved until it no longer climbs."""
    mu = (y + y.mean()) / 2.0
    beta, deviance = np.zeros(design.shape[1]), np.inf
    for step in range(1, MAX_STEPS + 1):
        working = np.log(mu) - known + (y - mu) / mu
        target = _inverse(_gram(design, mu))[0] @ (design.T @ (mu * working))
        for _ in range(30):
            mu = np.exp(np.clip(known + design @ target, -700.0, 700.0))
            reached = _deviance(y, mu)
            if reached <= deviance * (1 + 1e-12) + 1e-12:
                break
            target = (target + beta) / 2.0
        done = abs(deviance - reached) <= 1e-12 * (0.1 + abs(reached))
        beta, deviance = target, reached
        if done:
            return beta, mu, deviance, step
    raise InputError("gravity-no-convergence", steps=MAX_STEPS)


def _deviance(y: Floats, mu: Floats) -> float:
    return float(2.0 * (special.xlogy(y, y / mu) - (y - mu)).sum())


def _sandwich(residual: Floats, mu: Floats, design: Any, groups: npt.NDArray[Any] | None) -> Floats:
    n = residual.size
    bread, rank = _inverse(_gram(design, mu))
    if n <= rank:
        raise InputError("gravity-too-few-pairs", pairs=n, parameters=rank)
    if groups is None:
        return bread @ _gram(design, residual**2) @ bread * (n / (n - rank))
    codes, code = np.unique(groups, return_inverse=True)
    if len(codes) < 2:
        raise InputError("gravity-too-few-pairs", pairs=len(codes), parameters=rank)
    scores: Floats = (sparse.csr_array((residual, (code, np.arange(n)))) @ design).toarray()
    correction = len(codes) / (len(codes) - 1) * (n - 1) / (n - rank)
    return bread @ (scores.T @ scores) @ bread * correction


def _errors_of_rows(design: Any, covariance: Floats) -> Floats:
    """Root of x' V x for each row, in bands of rows so that memory stays bounded."""
    step = max(BAND // max(covariance.shape[0], 1), 1)
    bands = [design[start : start + step] for start in range(0, design.shape[0], step)]
    squares = [np.asarray(band.multiply(band @ covariance).sum(axis=1)).ravel() for band in bands]
    errors: Floats = np.sqrt(np.maximum(np.concatenate(squares), 0.0))
    return errors


def _unscaled(beta: Floats, covariance: Floats, shift: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """Coefficients and standard errors of the raw covariates and the intercept, from standardized ones."""
    k = len(spread)
    back = np.diag(np.append(1.0 / spread, 1.0))
    back[k, :k] = -shift
    return back @ beta[: k + 1], np.sqrt(np.diag(back @ covariance[: k + 1, : k + 1] @ back.T))


def _filled(values: Floats, where: Bools, otherwise: float) -> Floats:
    full = np.full(where.shape, otherwise)
    full[where] = values
    return full
