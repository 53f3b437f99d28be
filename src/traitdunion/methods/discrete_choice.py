"""Who is chosen from a list? Conditional logit over lists of candidates, with what was known before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import linalg, optimize

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Features = npt.NDArray[Any]

# Rows multiplied at once: single-precision sums stay this short, and copies in double precision this small.
BAND = 16_384
# Directions whose curvature at the start is below this share of the steepest are not stretched.
FLATTEST = 1e-8
MAX_STEPS = 500


@dataclass(frozen=True, slots=True)
class ConditionalLogit:
    """Coefficients of a conditional logit: the score of a candidate is its features times them.

    Attributes
    ----------
    coefficients : ndarray, shape (p,)
    errors : ndarray, shape (p,)
        Standard errors; NaN for `first` above 0, or where the features and the penalty do not settle every
        coefficient.
    loss : float
        The objective at the coefficients, penalty included, summed over lists.
    iterations : int
        Steps taken.
    """

    coefficients: Floats
    errors: Floats
    loss: float
    iterations: int


class _Lists(NamedTuple):
    """Lists one after another; arrays over lists, but for features (N, p) and chosen, the rows chosen."""

    features: Features
    chosen: Ints
    starts: Ints
    lengths: Ints
    chosen_starts: Ints
    counts: Ints
    weights: Floats


class _Ridge(NamedTuple):
    penalty: Floats
    prior: Floats


def conditional_logit(
    features: npt.ArrayLike,
    chosen: npt.ArrayLike,
    lengths: npt.ArrayLike,
    *,
    penalty: npt.ArrayLike,
    prior: npt.ArrayLike | None = None,
    weights: npt.ArrayLike | None = None,
    first: float = 0.0,
) -> ConditionalLogit:
    """Learn from lists of candidates, some of whom came true, how features make a candidate come true.

    It compares within a list only: what is the same for all candidates of a list (who asks, when) drops out,
    and scores say who comes first, not how likely anything is. Do not read them as chances; for those see
    `hazard.fit_hazard`. Do not hand in lists from which candidates were left out because they failed.

    Parameters
    ----------
    features : array_like, shape (N, p)
        Rows of all candidates, list after list. Single precision is multiplied in single precision, and
        summed in double; anything else is read as double precision. Give columns of a like scale where the
        penalty is one number.
    chosen : array_like of bool, shape (N,)
        Which candidates came true: one or more in each list.
    lengths : array_like of int, shape (q,)
        Candidates in each list.
    penalty : float or array_like, shape (p,)
        Half of it times the square of (coefficient - prior) is added to the sum over lists: the precision of
        what was known before, 1 / (its standard error squared).
    prior : array_like, shape (p,), optional
        What was known before, such as published effects; zeros by default. Without any list it is the answer.
    weights : array_like, shape (q,), optional
        Of the lists; 1 by default.
    first : float
        From 0 to 1, between two readings of a list with several chosen. 0: each chosen one was chosen among
        all candidates, averaged over the chosen of the list. 1: the one chosen first was any of the chosen;
        it rewards one good answer on top. Both agree where one is chosen.

    Raises
    ------
    InputError
        `design-shape`, `values-not-numbers`, `values-negative`, `lengths-differ`, `counts-not-whole`,
        `outcomes-not-binary`, `lists-without-chosen`, `share-range`.

    Notes
    -----
    McFadden (1974), Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics.
    With scores s, chosen set C and all candidates A, a list adds

        log sum_A exp(s) - (1 - first) mean_C s - first log sum_C exp(s).

    For `first` = 0 the objective is convex and the answer unique, but for directions that neither the lists
    nor the penalty see: there it keeps to the prior. Otherwise it is the optimum found from the prior.
    Minimized by L-BFGS in coordinates that make the curvature at the prior round.

    Standard errors are the roots of the diagonal of the inverse of

        sum over lists of weight * covariance of the features under the fitted choice + diag(penalty),

    the observed information, penalty included: each list counts as one observation, however many are chosen
    in it. They take lists for independent.

    Examples
    --------
    Two in three take the candidate with the feature: odds of 2.

    >>> lists = [[1.0], [0.0], [1.0], [0.0], [1.0], [0.0]]
    >>> fit = conditional_logit(lists, [True, False, True, False, False, True], [2, 2, 2], penalty=0.0)
    >>> np.exp(fit.coefficients).round(4).tolist()
    [2.0]

    Before there is any list, what was known.

    >>> fit = conditional_logit(np.zeros((0, 1)), [], [], penalty=4.0, prior=[0.7])
    >>> fit.coefficients.tolist(), fit.errors.tolist()
    ([0.7], [0.5])
    """
    if not 0.0 <= first <= 1.0:
        raise InputError("share-range", name="first", value=first)
    lists = _read(features, chosen, lengths, weights)
    ridge = _read_ridge(penalty, prior, lists.features.shape[1])
    stretch = _stretch(_information(lists, ridge, ridge.prior))

    def objective(moved: Floats) -> tuple[float, Floats]:
        loss, gradient = _objective(lists, ridge, ridge.prior + stretch @ moved, first)
        return loss, stretch.T @ gradient

    found = optimize.minimize(
        objective,
        np.zeros(len(ridge.prior)),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": MAX_STEPS, "maxcor": 20, "ftol": 1e-14, "gtol": 1e-9},
    )
    coefficients = ridge.prior + stretch @ found.x
    errors = np.full(len(coefficients), np.nan)
    if first == 0:
        errors = _errors(_information(lists, ridge, coefficients))
    return ConditionalLogit(coefficients, errors, float(found.fun), int(found.nit))


def _objective(lists: _Lists, ridge: _Ridge, coefficients: Floats, first: float) -> tuple[float, Floats]:
    """Loss over all lists and its gradient."""
    scores = _scores(lists.features, coefficients)
    of_chosen = scores[lists.chosen]
    every, share = _log_sum(scores, lists.starts, lists.lengths)
    some, share_of_chosen = _log_sum(of_chosen, lists.chosen_starts, lists.counts)
    mean = _sums(of_chosen, lists.chosen_starts) / lists.counts
    loss = lists.weights @ (every - (1.0 - first) * mean - first * some)
    residual = share * np.repeat(lists.weights, lists.lengths)
    pull = (1.0 - first) / np.repeat(lists.counts, lists.counts) + first * share_of_chosen
    residual[lists.chosen] -= pull * np.repeat(lists.weights, lists.counts)
    away = coefficients - ridge.prior
    gradient = _weighted_rows(lists.features, residual) + ridge.penalty * away
    return float(loss + 0.5 * ridge.penalty @ away**2), gradient


def _scores(features: Features, coefficients: Floats) -> Floats:
    return np.asarray(features @ coefficients.astype(features.dtype), dtype=float)


def _weighted_rows(features: Features, residual: Floats) -> Floats:
    """Sum of the rows times their residuals: in the precision of the features in a band, double across."""
    total, multiplied = np.zeros(features.shape[1]), residual.astype(features.dtype)
    for start in range(0, len(features), BAND):
        total += multiplied[start : start + BAND] @ features[start : start + BAND]
    return total


def _log_sum(scores: Floats, starts: Ints, lengths: Ints) -> tuple[Floats, Floats]:
    """Log of the sum of exponentials of each list, and the share of each row in it."""
    if not len(starts):
        return np.zeros(0), np.zeros(0)
    highest = np.maximum.reduceat(scores, starts)
    share = np.exp(scores - np.repeat(highest, lengths))
    total = _sums(share, starts)
    return highest + np.log(total), share / np.repeat(total, lengths)


def _sums(values: Floats, starts: Ints) -> Floats:
    return np.asarray(np.add.reduceat(values, starts, axis=0)) if len(starts) else values


def _information(lists: _Lists, ridge: _Ridge, coefficients: Floats) -> Floats:
    """Curvature of the loss for `first` = 0, in bands of whole lists."""
    total = np.diag(ridge.penalty)
    share = _log_sum(_scores(lists.features, coefficients), lists.starts, lists.lengths)[1]
    band = np.concatenate([[0], np.flatnonzero(np.diff(lists.starts // BAND)) + 1, [len(lists.starts)]])
    for start, end in pairwise(band):
        if start == end:
            continue
        low, lengths = lists.starts[start], lists.lengths[start:end]
        rows = slice(low, low + lengths.sum())
        block, part = np.asarray(lists.features[rows], dtype=float), share[rows, None]
        mean = _sums(part * block, lists.starts[start:end] - low)
        mean = np.repeat(mean, lengths, axis=0)
        apart = block - mean
        # What is the same all over a list is its own mean but for rounding.
        apart[np.abs(apart) <= 1e-12 * np.abs(mean)] = 0.0
        total += (apart * part * np.repeat(lists.weights[start:end], lengths)[:, None]).T @ apart
    return total


def _stretch(information: Floats) -> Floats:
    """Coordinates in which the curvature is one in every direction that has any."""
    diagonal = np.diag(information)
    scale = 1.0 / np.sqrt(np.where(diagonal > 0, diagonal, 1.0))
    if not (diagonal > 0).any():
        return np.diag(scale)
    values, vectors = linalg.eigh(information * np.outer(scale, scale))
    steepest = values.max()
    return np.asarray(
        scale[:, None] * vectors / np.sqrt(np.where(values > FLATTEST * steepest, values, steepest))
    )


def _errors(information: Floats) -> Floats:
    """Roots of the diagonal of the inverse, NaN where there is none."""
    diagonal = np.diag(information)
    if (diagonal <= 0).any():
        return np.full(len(diagonal), np.nan)
    scale = 1.0 / np.sqrt(diagonal)
    even = information * np.outer(scale, scale)
    if len(even) and linalg.eigvalsh(even)[0] < 1e-12:
        return np.full(len(diagonal), np.nan)
    return np.asarray(np.sqrt(np.diag(linalg.inv(even))) * scale)


def _read(
    features: npt.ArrayLike, chosen: npt.ArrayLike, lengths: npt.ArrayLike, given: npt.ArrayLike | None
) -> _Lists:
    table = np.asarray(features)
    if table.dtype not in (np.float32, np.float64):
        table = np.asarray(table, dtype=float)
    if table.ndim != 2:
        raise InputError("design-shape", name="features", found=table.ndim)
    if wrong := int((~np.isfinite(table)).sum()):
        raise InputError("values-not-numbers", name="features", count=wrong)
    sizes = _sizes(lengths, rows=len(table))
    came = numbers(chosen, "chosen", length=len(table)).ravel()
    if wrong := int(((came != 0) & (came != 1)).sum()):
        raise InputError("outcomes-not-binary", name="chosen", count=wrong)
    rows = np.flatnonzero(came)
    counts = np.bincount(np.repeat(np.arange(len(sizes)), sizes)[rows], minlength=len(sizes))
    if without := int((counts == 0).sum()):
        raise InputError("lists-without-chosen", count=without)
    of_list = np.ones(len(sizes)) if given is None else weights(given, "weights", length=len(sizes)).ravel()
    return _Lists(table, rows, _starts(sizes), sizes, _starts(counts), counts, of_list)


def _sizes(lengths: npt.ArrayLike, *, rows: int) -> Ints:
    read = weights(lengths, "lengths").ravel()
    if wrong := int((read != np.floor(read)).sum()):
        raise InputError("counts-not-whole", name="lengths", count=wrong)
    if read.sum() != rows:
        raise InputError("lengths-differ", name="features", found=rows, expected=int(read.sum()))
    return read.astype(np.int64)


def _starts(sizes: Ints) -> Ints:
    return np.cumsum(sizes) - sizes


def _read_ridge(penalty: npt.ArrayLike, prior: npt.ArrayLike | None, width: int) -> _Ridge:
    strength = weights(penalty, "penalty")
    if strength.ndim == 0:
        strength = np.full(width, float(strength))
    strength = weights(strength, "penalty", length=width)
    known = np.zeros(width) if prior is None else numbers(prior, "prior", length=width)
    return _Ridge(strength, known)
