"""How likely is it that something happens within so many years? A hazard seen at one time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import linalg

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights

Floats = npt.NDArray[np.float64]

MAX_STEPS = 200
# A smaller share of a step does not change the coefficients in their digits.
SMALLEST = 1e-10


@dataclass(frozen=True, slots=True)
class Hazard:
    """A yearly hazard exp(intercept + design @ coefficients).

    Attributes
    ----------
    intercept : float
        Minus infinity where nothing ever happened, infinity where everything did.
    coefficients : ndarray, shape (p,)
        Differences of the log hazard.
    errors : ndarray, shape (p,)
        Their standard errors, the penalty read as what was known before; NaN where the intercept is infinite.
    iterations : int
    """

    intercept: float
    coefficients: Floats
    errors: Floats
    iterations: int

    def chance(self, design: npt.ArrayLike, years: npt.ArrayLike) -> Floats:
        """Give the chance that it happens within so many years, for each row.

        Parameters
        ----------
        design : array_like, shape (n, p)
            Of the columns fitted.
        years : float or array_like, shape (n,)
            Zero or more.

        Returns
        -------
        ndarray, shape (n,)
            1 - exp(-years * hazard); that of two years is 1 - (1 - that of one)^2.

        Raises
        ------
        InputError
            `design-shape`, `values-not-numbers`, `values-negative`, `lengths-differ`.
        """
        table = _table(design)
        if table.shape[1] != len(self.coefficients):
            raise InputError(
                "lengths-differ", name="coefficients", found=len(self.coefficients), expected=table.shape[1]
            )
        time = _spread(weights(years, "years"), len(table))
        with np.errstate(over="ignore", under="ignore"):
            hazard = np.exp(self.intercept + table @ self.coefficients)
        # Zero years are no time at all, even under an infinite hazard.
        return -np.expm1(-np.multiply(time, hazard, out=np.zeros(len(table)), where=time > 0))


def fit_hazard(
    design: npt.ArrayLike, outcome: npt.ArrayLike, years: npt.ArrayLike, *, penalty: float = 1e-3
) -> Hazard:
    """Learn a hazard from who was watched for how long and to whom it happened.

    For things of which is known only that they happened by the end, not when: a first project together within
    two years. Rows watched for different times may be mixed, and the chance be asked for any other horizon,
    as long as the hazard stays the same over time. Where it does not (most partners meet in their first
    year), do not ask for horizons far from those seen. Do not use it where the time of each event is known.

    Parameters
    ----------
    design : array_like, shape (n, p)
        Features, of a like scale, without a column of ones: the intercept is added.
    outcome : array_like of bool, shape (n,)
        Whether it happened while watched.
    years : float or array_like, shape (n,)
        How long each row was watched, above 0. Any unit serves, as long as `chance` is asked in the same.
    penalty : float
        Above 0. Half of it times the sum of squared coefficients is added to the loss over all rows; the
        intercept is free. It holds coefficients where a feature tells the outcomes apart without fail, and
        shares an effect among columns that say the same.

    Raises
    ------
    InputError
        `design-shape`, `group-empty` without rows, `lengths-differ`, `values-not-numbers`,
        `outcomes-not-binary`, `values-not-positive` for years and penalty.

    Notes
    -----
    Complementary log-log regression with log years as offset: Prentice & Gloeckler (1978), Regression
    analysis of grouped survival data with application to breast cancer data, Biometrics 34. The chance is
    1 - exp(-years * exp(intercept + design @ coefficients)). The loss is strictly convex: Newton's method, a
    step halved until it descends. Where all outcomes are alike the intercept has no optimum but infinity: the
    chance is then 0 or 1 for all, and the coefficients are 0, the limit of the penalized ones.

    Examples
    --------
    Half of the rows within two years is a chance of 29 per cent in one.

    >>> fit = fit_hazard(np.zeros((4, 1)), [0, 1, 0, 1], 2.0)
    >>> fit.chance([[0.0], [0.0]], [2.0, 1.0]).round(4).tolist()
    [0.5, 0.2929]
    """
    table = _table(design)
    if not len(table):
        raise InputError("group-empty", name="design")
    came = numbers(outcome, "outcome", length=len(table)).ravel()
    if wrong := int(((came != 0) & (came != 1)).sum()):
        raise InputError("outcomes-not-binary", name="outcome", count=wrong)
    time, strength = _spread(_positive(years, "years"), len(table)), _positive(penalty, "penalty").ravel()
    if came.min() == came.max():
        none = np.zeros(table.shape[1])
        return Hazard(np.inf if came[0] else -np.inf, none, np.full(len(none), np.nan), 0)
    ridge = np.append(0.0, np.repeat(strength, table.shape[1])[: table.shape[1]])
    beta, covariance, steps = _newton(
        np.column_stack([np.ones(len(table)), table]), came > 0, np.log(time), ridge
    )
    return Hazard(float(beta[0]), beta[1:], np.sqrt(np.diag(covariance))[1:], steps)


def _newton(
    design: Floats, came: npt.NDArray[np.bool_], offset: Floats, ridge: Floats
) -> tuple[Floats, Floats, int]:
    """Coefficients, the inverse of the curvature there, and the steps taken."""
    beta = np.zeros(design.shape[1])
    beta[0] = np.log(-np.log1p(-came.mean())) - np.log(np.exp(offset).mean())
    loss, mean = _loss(design, came, offset, ridge, beta)
    steps = 0
    while True:
        slope, curvature = _derivatives(mean, came)
        gradient = design.T @ slope + ridge * beta
        inverse = _inverse((design * curvature[:, None]).T @ design + np.diag(ridge))
        move, share = inverse @ gradient, 1.0
        promised = gradient @ move
        if promised <= 1e-14 * (1.0 + abs(loss)) or steps == MAX_STEPS:
            return beta, inverse, steps
        while True:
            reached, mean = _loss(design, came, offset, ridge, beta - share * move)
            if reached <= loss - 1e-4 * share * promised:
                break
            share /= 2.0
            if share < SMALLEST:
                return beta, inverse, steps
        beta, loss, steps = beta - share * move, reached, steps + 1


def _loss(
    design: Floats, came: npt.NDArray[np.bool_], offset: Floats, ridge: Floats, beta: Floats
) -> tuple[float, Floats]:
    """Minus the penalized log likelihood, and the events expected of each row (minus the log of no event)."""
    mean = np.exp(np.clip(offset + design @ beta, -700.0, 700.0))
    return float(mean[~came].sum() - np.log(-np.expm1(-mean[came])).sum() + 0.5 * ridge @ beta**2), mean


def _derivatives(mean: Floats, came: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """First and second derivative of each row's loss by its log hazard."""
    slope, curvature = mean.copy(), mean.copy()
    of_events = mean[came]
    ratio = of_events / np.expm1(np.minimum(of_events, 700.0))
    slope[came] = -ratio
    # ratio = 1 - mean / 2 + mean^2 / 12 for a small mean, where the difference would cancel.
    curvature[came] = ratio * np.where(
        of_events < 1e-4, of_events / 2.0 + of_events**2 / 12.0, ratio + of_events - 1.0
    )
    return slope, curvature


def _inverse(curvature: Floats) -> Floats:
    """Pseudo-inverse of a curvature whose columns may differ in scale by far."""
    diagonal = np.diag(curvature)
    scale = 1.0 / np.sqrt(np.where(diagonal > 0, diagonal, 1.0))
    return np.asarray(linalg.pinvh(curvature * np.outer(scale, scale)) * np.outer(scale, scale))


def _table(design: npt.ArrayLike) -> Floats:
    table = numbers(design, "design")
    if table.ndim != 2:
        raise InputError("design-shape", name="design", found=table.ndim)
    return table


def _positive(values: npt.ArrayLike, name: str) -> Floats:
    read = numbers(values, name)
    if wrong := int((read <= 0).sum()):
        raise InputError("values-not-positive", name=name, count=wrong)
    return read


def _spread(years: Floats, rows: int) -> Floats:
    """One number of years for each row."""
    if years.ndim == 0:
        return np.full(rows, float(years))
    return numbers(years, "years", length=rows).ravel()
