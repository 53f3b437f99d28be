"""Did the advice come true? Lists judged against what happened, for each query, with how sure that is.

Every candidate is ranked, none are sampled: measures on sampled candidates order methods wrongly (Krichene &
Rendle 2020, On sampled metrics for item recommendation, KDD). Calibration is in `calibration`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers
from traitdunion.methods.permutation import drawn
from traitdunion.methods.regions.concentration import gini

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judged:
    """Measures of each query; NaN for a query without a relevant candidate, which nothing could serve.

    Attributes
    ----------
    reciprocal : ndarray, shape (q,)
        One over the place of the best-placed relevant candidate; its mean is MRR.
    hits, recall, precision : dict of int to ndarray, shape (q,)
        By length of list k: whether a relevant candidate is in the list; share of the relevant that are;
        share of k places that hold one (k places, be there fewer candidates or not).
    """

    reciprocal: Floats
    hits: dict[int, Floats]
    recall: dict[int, Floats]
    precision: dict[int, Floats]


class Interval(NamedTuple):
    """A mean over queries and its interval."""

    mean: float
    low: float
    high: float


class Auc(NamedTuple):
    """Probability that a positive scores above a negative, and its standard error (NaN of fewer than 2)."""

    value: float
    error: float


class Spread(NamedTuple):
    """How advice falls on those advised: Gini coefficient, and share of candidates named at all."""

    gini: float
    share: float


class _Front(NamedTuple):
    """Equal scores with relevant ones among them: how many stand above, are equal, and are relevant."""

    above: Floats
    tied: Floats
    relevant: Floats


def settled(scores: npt.ArrayLike) -> Floats:
    """Drop the last twelve bits of scores: sums of the same terms in another order become equal.

    Infinite scores stay; a score beyond 1e300 is kept in full.

    Notes
    -----
    Dekker (1971), A floating-point technique for extending the available precision, Numerische Mathematik 18.

    Examples
    --------
    >>> bool(settled(0.1 + 0.2) == settled(0.3))
    True
    """
    given = np.asarray(scores, dtype=float)
    with np.errstate(invalid="ignore", over="ignore"):
        large = given * 4097.0
        return np.asarray(np.where(np.abs(given) < 1e300, large - (large - given), given))


def judged(
    scores: npt.ArrayLike, relevant: Any, *, excluded: Any = None, lengths: Sequence[int] = (10, 100)
) -> Judged:
    """Judge the ranking of all candidates for each query.

    Equal scores are judged by expectation: each measure is its mean over all orders of the equal ones, so
    that neither the order of columns nor luck helps a method that cannot tell candidates apart. A list that
    is really served breaks ties somehow; over many queries it earns the same.

    Parameters
    ----------
    scores : array_like, shape (q, n)
        Of each candidate, the higher the better; not NaN.
    relevant : array_like or sparse array, shape (q, n)
        Any non-zero entry came true.
    excluded : array_like or sparse array, shape (q, n), optional
        Any non-zero entry is no candidate, as a partner tied already or the query itself; relevant ones
        that are excluded do not count as relevant either.
    lengths : sequence of int
        Of lists, each at least 1.

    Raises
    ------
    InputError
        `lengths-differ`, `values-not-numbers`, `ranks-from-one`.

    Notes
    -----
    McSherry & Najork (2008), Computing information retrieval performance measures efficiently in the
    presence of tied scores, ECIR 2008.

    Examples
    --------
    >>> found = judged([[3, 2, 1, 1]], [[0, 1, 0, 1]], lengths=[2, 3])
    >>> found.reciprocal.tolist(), found.recall[2].tolist(), found.recall[3].tolist()
    ([0.5], [0.5], [0.75])
    """
    for k in lengths:
        if k < 1:
            raise InputError("ranks-from-one", name="lengths", value=k)
    given = np.asarray(scores, dtype=float)
    if wrong := int(np.isnan(given).sum()):
        raise InputError("values-not-numbers", name="scores", count=wrong)
    right = _pattern(relevant, given.shape, "relevant")
    barred = _pattern(np.zeros(given.shape) if excluded is None else excluded, given.shape, "excluded")
    near = settled(given)
    fronts = [_front(near[row], _row(right, row), _row(barred, row)) for row in range(len(near))]
    counts = np.array([front.relevant.sum() for front in fronts], dtype=float)
    found = {k: np.array([_expected_found(front, k) for front in fronts], dtype=float) for k in lengths}
    known = np.where(counts > 0, counts, np.nan)
    return Judged(
        reciprocal=np.array([_expected_reciprocal(front) for front in fronts], dtype=float),
        hits={k: np.array([_expected_hit(front, k) for front in fronts], dtype=float) for k in lengths},
        recall={k: found[k] / known for k in lengths},
        precision={k: np.where(counts > 0, found[k] / k, np.nan) for k in lengths},
    )


def joined(parts: Sequence[Judged]) -> Judged:
    """Put together what was judged batch by batch.

    Examples
    --------
    >>> one = judged([[2, 1]], [[1, 0]], lengths=[1])
    >>> joined([one, one]).reciprocal.tolist()
    [1.0, 1.0]
    """

    def every(name: str) -> dict[int, Floats]:
        tables = [getattr(part, name) for part in parts]
        return {k: np.concatenate([table[k] for table in tables]) for k in tables[0]} if tables else {}

    reciprocal = np.concatenate([part.reciprocal for part in parts]) if parts else np.zeros(0)
    return Judged(reciprocal, every("hits"), every("recall"), every("precision"))


def mean_interval(values: npt.ArrayLike, *, level: float = 0.95, draws: int = 999, seed: int = 1) -> Interval:
    """Mean over queries with its bootstrap interval; queries of NaN are left out.

    For the difference of two methods hand in the differences, query by query: methods fail at the same
    queries, and the interval of the difference is far narrower than the two intervals suggest.

    Parameters
    ----------
    values : array_like, shape (q,)
    level : float
    draws, seed : int
        Of queries, with replacement.

    Raises
    ------
    InputError
        `group-empty` where no query is left, `level-range`, `draws-too-few`, `seed-negative`.

    Notes
    -----
    Percentile intervals: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13. Queries are
    taken for independent; those of one consortium are not quite, and the interval is somewhat too narrow.

    Examples
    --------
    >>> mean_interval([1.0, 1.0, float("nan")])
    Interval(mean=1.0, low=1.0, high=1.0)
    """
    if not 0.0 < level < 1.0:
        raise InputError("level-range", level=level)
    given = np.asarray(values, dtype=float).ravel()
    given = numbers(given[~np.isnan(given)], "values")
    if given.size == 0:
        raise InputError("group-empty", name="values")

    def mean(dice: np.random.Generator) -> Any:
        return given[dice.integers(given.size, size=given.size)].mean()

    low, high = np.quantile(drawn(mean, draws=draws, seed=seed), [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(given.mean()), float(low), float(high))


def auc(positives: npt.ArrayLike, negatives: npt.ArrayLike) -> Auc:
    """Probability that a positive scores above a negative, equal scores counting half.

    Against negatives drawn at random it rewards knowing who is large and little else: on Horizon 2020 the
    number of partners alone reaches .90. Take `networks.negatives.matched_negatives`, and read it second to
    `judged`.

    Parameters
    ----------
    positives, negatives : array_like, shape (p,), (m,)
        Scores, not NaN; infinite ones are compared as they are.

    Raises
    ------
    InputError
        `group-empty`, `values-not-numbers`.

    Notes
    -----
    Mann & Whitney (1947); standard error of DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44.

    Examples
    --------
    >>> auc([2, 3], [1, 2]).value
    0.875
    """
    first, second = _scored(positives, "positives"), _scored(negatives, "negatives")
    above = _wins(first, np.sort(second))
    below = 1.0 - _wins(second, np.sort(first))
    error = np.nan
    if min(len(first), len(second)) > 1:
        error = np.sqrt(above.var(ddof=1) / len(first) + below.var(ddof=1) / len(second))
    return Auc(float(above.mean()), float(error))


def spread(recommended: npt.ArrayLike, *, candidates: int) -> Spread:
    """How evenly advice falls on those who could be advised.

    Parameters
    ----------
    recommended : array_like of int
        The candidates named, once for each list they are in (`Candidates.columns`).
    candidates : int
        How many there are; they are numbered from 0.

    Returns
    -------
    Spread
        Gini of times named over all candidates, never named ones too: 0 all alike, near 1 a few hubs in every
        list; NaN where nobody is named.

    Raises
    ------
    InputError
        `group-empty` where there is no candidate, `rows-outside`.

    Examples
    --------
    >>> spread([0, 1, 0, 1], candidates=4)
    Spread(gini=0.5, share=0.5)
    """
    named = np.asarray(recommended, dtype=np.int64).ravel()
    wrong = int(((named < 0) | (named >= candidates)).sum())
    if wrong:
        raise InputError("rows-outside", count=wrong, rows=candidates)
    times = np.bincount(named, minlength=candidates)
    return Spread(float(gini(times)), float((times > 0).mean()))


def _pattern(matrix: Any, shape: tuple[int, ...], name: str) -> Any:
    read = sparse.csr_array(matrix)
    for found, expected in zip(read.shape, shape, strict=True):
        if found != expected:
            raise InputError("lengths-differ", name=name, found=found, expected=expected)
    # A fresh one without duplicated entries and explicit zeros.
    return sparse.csr_array(read != 0)


def _row(matrix: Any, row: int) -> Ints:
    return np.asarray(matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]], dtype=np.int64)


def _front(scores: Floats, relevant: Ints, barred: Ints) -> _Front:
    """The scores of relevant candidates, best first."""
    kept = np.ones(len(scores), dtype=bool)
    kept[barred] = False
    values, count = np.unique(-scores[relevant[kept[relevant]]], return_counts=True)
    ordered = np.sort(-scores[kept])
    above, upto = (np.searchsorted(ordered, values, side).astype(float) for side in ("left", "right"))
    return _Front(above, upto - above, count.astype(float))


def _expected_found(front: _Front, k: int) -> float:
    """Relevant candidates among the first k."""
    inside = np.clip((k - front.above) / front.tied, 0.0, 1.0)
    return float((front.relevant * inside).sum())


def _none_yet(front: _Front, places: int) -> Floats:
    """Probability that none of the relevant is among the first 1, 2, ... places of the best front."""
    tied, relevant = front.tied[0], front.relevant[0]
    left = tied - np.arange(places)
    return np.asarray(np.cumprod(np.clip((left - relevant) / left, 0.0, 1.0)), dtype=float)


def _expected_hit(front: _Front, k: int) -> float:
    if not len(front.above):
        return np.nan
    places = int(min(k - front.above[0], front.tied[0]))
    return 1.0 - float(_none_yet(front, places)[-1]) if places > 0 else 0.0


def _expected_reciprocal(front: _Front) -> float:
    if not len(front.above):
        return np.nan
    places = int(front.tied[0] - front.relevant[0]) + 1
    none = np.concatenate([[1.0], _none_yet(front, places)])
    return float(((none[:-1] - none[1:]) / (front.above[0] + np.arange(1, places + 1))).sum())


def _scored(values: npt.ArrayLike, name: str) -> Floats:
    given = settled(np.asarray(values, dtype=float).ravel())
    if given.size == 0:
        raise InputError("group-empty", name=name)
    if wrong := int(np.isnan(given).sum()):
        raise InputError("values-not-numbers", name=name, count=wrong)
    return given


def _wins(scores: Floats, ordered: Floats) -> Floats:
    """Share of the others each score beats, half for equals."""
    less, upto = (np.searchsorted(ordered, scores, side) for side in ("left", "right"))
    return np.asarray((less + upto) / (2.0 * len(ordered)), dtype=float)
