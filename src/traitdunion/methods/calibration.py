"""Do things foretold at thirty per cent come true three times in ten?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Probabilities against outcomes, and the reliability table, one row a class of probabilities.

    Attributes
    ----------
    brier : float
        Mean squared difference of probability and outcome.
    skill : float
        One less its ratio to that of foretelling the mean for all; NaN where all outcomes are alike.
    error : float
        Expected calibration error: mean difference of foretold and observed in a class, by its size.
    edges : ndarray, shape (classes + 1,)
    count : ndarray of int, shape (classes,)
    predicted, observed : ndarray, shape (classes,)
        Mean probability and share that came true; NaN of an empty class.
    """

    brier: float
    skill: float
    error: float
    edges: Floats
    count: Ints
    predicted: Floats
    observed: Floats


def calibration(
    probability: npt.ArrayLike, outcome: npt.ArrayLike, *, edges: npt.ArrayLike | None = None
) -> Calibration:
    """Compare probabilities with what came true.

    Parameters
    ----------
    probability, outcome : array_like, shape (n,)
        From 0 to 1; 0 or 1. Outcomes must be of the horizon foretold: chances for one year look too low
        against two years.
    edges : array_like, optional
        Of the classes, from 0 to 1; ten of equal width by default. For rare outcomes give narrow ones near 0.
        The upper edge belongs to the next class, but for 1.

    Raises
    ------
    InputError
        `group-empty`, `lengths-differ`, `values-not-numbers`, `values-negative`, `probability-range`,
        `outcomes-not-binary`, `edges-not-increasing`.

    Notes
    -----
    Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78;
    Naeini, Cooper & Hauskrecht (2015), AAAI 29. The calibration error depends on the classes: compare it only
    at the same edges.

    Examples
    --------
    >>> found = calibration([0.1, 0.1, 0.9, 0.7], [0, 0, 1, 1], edges=[0, 0.5, 1])
    >>> round(found.brier, 6), round(found.error, 6), found.count.tolist(), found.observed.tolist()
    (0.03, 0.15, [2, 2], [0.0, 1.0])
    """
    chance = weights(probability, "probability").ravel()
    came = numbers(outcome, "outcome", length=chance.size).ravel()
    if chance.size == 0:
        raise InputError("group-empty", name="probability")
    if above := int((chance > 1).sum()):
        raise InputError("probability-range", count=above)
    if wrong := int(((came != 0) & (came != 1)).sum()):
        raise InputError("outcomes-not-binary", name="outcome", count=wrong)
    limits = _edges(edges)
    of = np.clip(np.searchsorted(limits, chance, "right") - 1, 0, len(limits) - 2)
    count = np.bincount(of, minlength=len(limits) - 1)
    predicted, observed = (_means(of, values, count) for values in (chance, came))
    brier, plain = float(((chance - came) ** 2).mean()), float(came.var())
    return Calibration(
        brier=brier,
        skill=1.0 - brier / plain if plain > 0 else np.nan,
        error=float(np.nansum(count * np.abs(predicted - observed)) / chance.size),
        edges=limits,
        count=count.astype(np.int64),
        predicted=predicted,
        observed=observed,
    )


def _means(of: Ints, values: Floats, count: Ints) -> Floats:
    total = np.bincount(of, values, minlength=len(count))
    mean: Floats = np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0)
    return mean


def _edges(edges: npt.ArrayLike | None) -> Floats:
    limits = np.linspace(0.0, 1.0, 11) if edges is None else numbers(edges, "edges").ravel()
    if len(limits) < 2 or limits[0] != 0 or limits[-1] != 1 or (np.diff(limits) <= 0).any():
        raise InputError("edges-not-increasing")
    return limits
