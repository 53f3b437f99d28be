"""Two plans under the same luck: what one realization would show, and what is true on the average."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers
from traitdunion.methods.permutation import stream
from traitdunion.methods.planning.problem import Bools, Floats, Ints, Problem

BAND = 250  # draws counted at a time, so that memory does not grow with their number


@dataclass(frozen=True, slots=True)
class Difference:
    """One plan against another, draw by draw.

    Attributes
    ----------
    mean : float
        Of the first less the second.
    error : float
        Standard error of that mean: how exactly it is known from so many draws. NaN of one draw.
    low, high : float
        Between these lies the difference that one realization would show, at the level asked for.
    share, share_less : float
        Draws in which the first is worth more, and less; what is left are ties.
    ratio : float
        Mean of the first by mean of the second.
    ratio_low, ratio_high : float
        Between these lies the ratio that one realization would show. Nothing against nothing is 1.
    """

    mean: float
    error: float
    low: float
    high: float
    share: float
    share_less: float
    ratio: float
    ratio_low: float
    ratio_high: float


def simulated(
    problem: Problem, plans: Mapping[str, Sequence[int] | Ints], *, draws: int = 1000, seed: int
) -> dict[str, Floats]:
    """Draw which introductions succeed, and what each plan is then worth.

    A candidate that stands in two plans succeeds in both or in neither. A plan's numbers do not depend on
    the other plans, and the first draws not on how many there are. It takes the chances for right and
    introductions for independent: it shows luck, not what the chances may be wrong about.

    Parameters
    ----------
    problem : Problem
    plans : mapping of str to array_like of int
        Candidates of each plan; one named twice counts once.
    draws : int
        At least 1.
    seed : int

    Returns
    -------
    dict of str to ndarray, shape (draws,)

    Raises
    ------
    InputError
        `draws-too-few`, `seed-negative`, `plan-index` for a candidate that does not exist.

    Notes
    -----
    Common random numbers: Glasserman & Yao (1992), Some guidelines and guarantees for common random numbers,
    Management Science 38. Candidate i succeeds in draw d when the d-th number of the stream of seed and i is
    below its chance. What a draw is worth is `problem.realized`.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> worth = simulated(problem, {"wide": [0, 2], "narrow": [0, 1]}, draws=2000, seed=1)
    >>> [round(float(worth[name].mean()), 2) for name in ("wide", "narrow")]
    [0.91, 0.75]
    """
    if draws < 1:
        raise InputError("draws-too-few", draws=draws, least=1)
    chosen = {name: _candidates(problem, plan, name) for name, plan in plans.items()}
    drawn = np.unique(np.concatenate([*chosen.values(), np.zeros(0, dtype=np.int64)]))
    succeeded = np.empty((len(drawn), draws), dtype=np.bool_)
    for row, candidate in enumerate(drawn.tolist()):
        succeeded[row] = stream(seed, candidate).random(draws) < problem.probability[candidate]
    return {
        name: _realized(problem, plan, succeeded[np.searchsorted(drawn, plan)])
        for name, plan in chosen.items()
    }


def compared(worth: npt.ArrayLike, other: npt.ArrayLike, *, level: float = 0.9) -> Difference:
    """Compare two plans by what they were worth in the same draws.

    Do not hand in plans drawn with different seeds: then the interval is wider than it need be.

    Parameters
    ----------
    worth, other : array_like, shape (draws,)
        As `simulated` gives them; not negative.
    level : float
        Share of realizations between `low` and `high`.

    Raises
    ------
    InputError
        `group-empty`, `lengths-differ`, `values-not-numbers`, `values-negative`, `level-range`.

    Examples
    --------
    >>> found = compared([3.0, 2.0, 4.0], [1.0, 2.0, 2.0])
    >>> round(found.mean, 3), round(found.share, 3), round(found.ratio, 3), found.ratio_high
    (1.333, 0.667, 1.8, 3.0)
    """
    if not 0 < level < 1:
        raise InputError("level-range", level=level)
    first = numbers(worth, "worth", negative=False).ravel()
    second = numbers(other, "other", length=len(first), negative=False).ravel()
    if not len(first):
        raise InputError("group-empty", name="worth")
    difference = first - second
    low, high = _between(difference, level)
    ratio_low, ratio_high = _between(_ratio(first, second), level)
    error = difference.std(ddof=1) / np.sqrt(len(first)) if len(first) > 1 else np.nan
    return Difference(
        mean=float(difference.mean()),
        error=float(error),
        low=low,
        high=high,
        share=float((difference > 0).mean()),
        share_less=float((difference < 0).mean()),
        ratio=float(_ratio(first.mean(keepdims=True), second.mean(keepdims=True))[0]),
        ratio_low=ratio_low,
        ratio_high=ratio_high,
    )


def _candidates(problem: Problem, plan: Sequence[int] | Ints, name: str) -> Ints:
    found = np.unique(np.asarray(plan, dtype=np.int64))
    known = len(problem.probability)
    if len(found) and not (found[0] >= 0 and found[-1] < known):
        raise InputError("plan-index", name=name, known=known)
    return found


def _realized(problem: Problem, plan: Ints, succeeded: Bools) -> Floats:
    """What one plan is worth in each draw; `succeeded` has one row for each of its candidates."""
    part = problem.only(plan)
    touched, at = np.unique(part.served.item, return_inverse=True)
    entries = (np.ones(len(at)), (at, part.served.candidate))
    serves = sparse.csr_array(entries, shape=(len(touched), len(plan)))
    value, cap = problem.value[touched, None], problem.cap[touched, None]
    expected = np.bincount(
        part.groups.item, part.probability[part.groups.candidate], minlength=len(problem.weight)
    )
    worth = np.full(succeeded.shape[1], float((problem.weight * np.log1p(expected)).sum()))
    for start in range(0, len(worth), BAND):
        band = succeeded[:, start : start + BAND].astype(float)
        filled = value * np.minimum(serves @ band, cap)
        # Added up row by row: a product of matrices may add in another order for another width.
        worth[start : start + BAND] += filled.sum(axis=0) + (part.worth[:, None] * band).sum(axis=0)
    return worth


def _ratio(first: Floats, second: Floats) -> Floats:
    """First by second; infinite over nothing, 1 where both are nothing."""
    over_nothing = np.where(first > 0, np.inf, 1.0)
    ratio: Floats = np.divide(first, second, out=over_nothing, where=second > 0)
    return ratio


def _between(values: Floats, level: float) -> tuple[float, float]:
    """Quantiles that are values themselves, so that an infinite one stays what it is."""
    tail = (1 - level) / 2
    low, high = np.quantile(values, [tail, 1 - tail], method="inverted_cdf")
    return float(low), float(high)
