"""What answers to introductions teach: how much each proximity counts for those who were asked."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import optimize
from scipy.special import expit

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes, numbers
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

PENALTY = 4.0  # as if multipliers were known to lie about 1, give or take a half
LEAST, MOST = 0.0, 5.0
ENOUGH, EACH = 40, 10  # answers that teach anything, and of each kind
FOLDS = 5


class Taught(NamedTuple):
    """What answers taught.

    Attributes
    ----------
    multipliers : ndarray, shape (p,)
        All 1 where the answers are too few, or foretell others no better.
    gain : float
        By how much the log loss of answers held out is lower than with multipliers of 1, in the mean over
        groups; NaN where the answers are too few.
    error : float
        Its standard error over groups.
    """

    multipliers: Floats
    gain: float
    error: float


def fitted_multipliers(parts: npt.ArrayLike, outcome: npt.ArrayLike) -> tuple[float, Floats]:
    """Learn by how much to multiply each part of a score, so that the score foretells yes and no.

    Parameters
    ----------
    parts : array_like, shape (n, p)
        What each part adds to the score of each pair asked.
    outcome : array_like of bool, shape (n,)

    Returns
    -------
    intercept : float
    multipliers : ndarray, shape (p,)
        From 0 to 5.

    Raises
    ------
    InputError
        `design-shape`, `lengths-differ`, `values-not-numbers`, `outcomes-not-binary`.

    Notes
    -----
    Logistic regression with a ridge towards 1 in place of 0, the intercept free: le Cessie & van Houwelingen
    (1992), Ridge estimators in logistic regression, Applied Statistics 41. Where all answers are alike there
    is no intercept, and the multipliers stay 1. Do not use it to tell what causes a yes: who is asked was
    chosen by the same score.

    Examples
    --------
    Half of those with a part say yes, as do half of those without: it counts for less than 1.

    >>> intercept, multipliers = fitted_multipliers([[0.0], [0.0], [2.0], [2.0]], [0, 1, 0, 1])
    >>> bool(multipliers[0] < 1.0)
    True
    """
    table, came = _read(parts, outcome)
    ones = np.ones(table.shape[1])
    if not len(came) or came.all() or not came.any():
        return 0.0, ones
    return _fit(table, came, [(LEAST, MOST)] * table.shape[1])


def taught(parts: npt.ArrayLike, outcome: npt.ArrayLike, groups: npt.ArrayLike, *, seed: int = 1) -> Taught:
    """Learn multipliers as `fitted_multipliers`, and take them only where they foretell others' answers.

    Parameters
    ----------
    parts, outcome
        As of `fitted_multipliers`.
    groups : array_like of int, shape (n,)
        Who was asked: no one is judged by multipliers that its own answers taught.
    seed : int
        Of the folds.

    Raises
    ------
    InputError
        As `fitted_multipliers`; `group-codes`, `seed-negative`.

    Notes
    -----
    Five folds of groups. The log loss held out must be lower than that of multipliers of 1, with an intercept
    fitted likewise, by more than the standard error of the difference over groups, each of which counts once:
    the rule of one standard error of Breiman, Friedman, Olshen & Stone (1984), Classification and regression
    trees.

    Examples
    --------
    >>> taught([[1.0], [0.0]], [1, 0], [0, 1]).multipliers.tolist()
    [1.0]
    """
    table, came = _read(parts, outcome)
    ones = np.ones(table.shape[1])
    named, codes = np.unique(group_codes(groups, length=len(came)), return_inverse=True)
    count = len(named)
    if len(came) < ENOUGH or min(int(came.sum()), int((~came).sum())) < EACH or count < FOLDS:
        return Taught(ones, np.nan, np.nan)
    fold = np.empty(count, dtype=np.int64)
    fold[stream(seed, 0).permutation(count)] = np.arange(count) % FOLDS
    gains = np.empty(len(came))
    for number in range(FOLDS):
        held = fold[codes] == number
        gains[held] = _gains(table, came, held)
    of_groups = np.bincount(codes, weights=gains) / np.bincount(codes)
    gain, error = float(of_groups.mean()), float(of_groups.std(ddof=1) / np.sqrt(count))
    return Taught(fitted_multipliers(table, came)[1] if gain > error else ones, gain, error)


def _gains(table: Floats, came: Bools, held: Bools) -> Floats:
    """How much lower the log loss of each answer held out is by what the others teach."""
    ones = [(1.0, 1.0)] * table.shape[1]
    known = came[~held]
    if not len(known) or known.all() or not known.any():
        return np.zeros(int(held.sum()))
    losses = [
        _losses(table[held], came[held], *_fit(table[~held], known, bounds))
        for bounds in (ones, [(LEAST, MOST)] * table.shape[1])
    ]
    return np.asarray(losses[0] - losses[1])


def _losses(table: Floats, came: Bools, intercept: float, multipliers: Floats) -> Floats:
    return np.logaddexp(0.0, np.where(came, -1.0, 1.0) * (intercept + table @ multipliers))


def _fit(table: Floats, came: Bools, bounds: list[tuple[float, float]]) -> tuple[float, Floats]:
    design = np.column_stack([np.ones(len(table)), table])

    def loss(beta: Floats) -> tuple[float, Floats]:
        away = np.append(0.0, beta[1:] - 1.0)
        total = _losses(table, came, float(beta[0]), beta[1:]).sum() + 0.5 * PENALTY * (away @ away)
        return float(total), design.T @ (expit(design @ beta) - came) + PENALTY * away

    start = np.ones(design.shape[1])
    start[0] = np.log(came.mean() / (1.0 - came.mean())) - table.sum(axis=1).mean()
    found = optimize.minimize(
        loss,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None), *bounds],
        options={"ftol": 1e-14, "gtol": 1e-9, "maxiter": 1_000},
    )
    return float(found.x[0]), np.asarray(found.x[1:], dtype=float)


def _read(parts: npt.ArrayLike, outcome: npt.ArrayLike) -> tuple[Floats, Bools]:
    table = numbers(parts, "parts")
    if table.ndim != 2:
        raise InputError("design-shape", name="parts", found=table.ndim)
    came = numbers(outcome, "outcome", length=len(table)).ravel()
    if wrong := int(((came != 0) & (came != 1)).sum()):
        raise InputError("outcomes-not-binary", name="outcome", count=wrong)
    return table, came > 0
