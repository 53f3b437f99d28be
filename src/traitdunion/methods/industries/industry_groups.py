"""Groups of industries that belong together, and whether a grouping holds what it promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.permutation import drawn, monte_carlo_p

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class GroupingScore:
    """How well a grouping keeps related industries together.

    Attributes
    ----------
    within : ndarray, shape (groups,)
        Mean relatedness of the pairs inside each group, in the order of the sorted labels; NaN for groups of
        one industry or of which nothing is known.
    between : ndarray, shape (groups, groups)
        Mean relatedness of the pairs of two groups; NaN on the diagonal and where nothing is known.
    above_mean, above_95 : float
        Share of groups whose inner relatedness exceeds the mean, and the 95th percentile, of that with each
        other group; NaN when no group can be judged.
    industries_above_95 : float
        Share of industries closer to their own group than to 95 of 100 others.
    groups_judged, industries_judged : int
        How many have both an inside and an outside.
    """

    within: Floats
    between: Floats
    above_mean: float
    above_95: float
    industries_above_95: float
    groups_judged: int
    industries_judged: int


@dataclass(frozen=True, slots=True)
class GroupingTest:
    """Whether pairs of one group are more related than if labels were dealt at random.

    Attributes
    ----------
    excess : float
        Mean relatedness within groups less that between; NaN when there are no pairs of one of the kinds.
    expected : float
        Its mean over draws.
    p : float
        Of an excess as large by chance; like the mean NaN when a draw leaves no pairs of one of the kinds.
    draws : int
    """

    excess: float
    expected: float
    p: float
    draws: int


def industry_groups(
    values: npt.ArrayLike, groups: int, *, method: Literal["average", "ward"] = "average"
) -> Ints:
    """Group industries so that related ones come together.

    Parameters
    ----------
    values : array_like, shape (industries, industries)
        Symmetric relatedness, higher is closer; what is not finite is read as the least related of all, the
        diagonal not at all.
    groups : int
        From 1 to the number of industries; fewer come out where ties of distance leave no such cut.
    method : {"average", "ward"}
        Mean distance between groups; or least growth of the variance of the industries' rows, for which two
        industries are close when they relate alike to all others.

    Returns
    -------
    ndarray of int, shape (industries,)
        Labels from 0 in the order of the first industry of each.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `groups-range`.

    Notes
    -----
    Ward's method on rows of similarity as in Delgado, Porter & Stern (2016), Defining clusters of related
    industries, Journal of Economic Geography 16(1). Every industry gets a group, related or not: judge with
    `grouping_score` on other data than those the groups were made of.

    Examples
    --------
    >>> industry_groups([[0, 9, 1, 1], [9, 0, 1, 1], [1, 1, 0, 9], [1, 1, 9, 0]], 2).tolist()
    [0, 0, 1, 1]
    """
    related = _relatedness(values)
    count = len(related)
    if not 1 <= groups <= count:
        raise InputError("groups-range", groups=groups, count=count)
    if count == 1:
        return np.zeros(1, dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415  slow to import, needed here alone
    from scipy.spatial.distance import pdist  # noqa: PLC0415  slow to import, needed here alone

    known = related[np.isfinite(related)]
    lowest, highest = (known.min(), known.max()) if len(known) else (0.0, 0.0)
    filled = np.where(np.isnan(related), lowest, related)
    np.fill_diagonal(filled, highest)
    first, second = np.triu_indices(count, 1)
    apart = pdist(filled) if method == "ward" else highest - filled[first, second]
    tree = linkage(apart, method=method)
    return _in_order(fcluster(tree, groups, criterion="maxclust"))


def grouping_score(values: npt.ArrayLike, labels: npt.ArrayLike) -> GroupingScore:
    """Compare the relatedness inside each group with that to the other groups.

    Parameters
    ----------
    values : array_like, shape (industries, industries)
        Symmetric relatedness; NaN is not known.
    labels : array_like, shape (industries,)
        Group of each industry.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `lengths-differ`.

    Notes
    -----
    Validation scores of Delgado, Porter & Stern (2016), Journal of Economic Geography 16(1). With few groups
    the 95th percentile is next to their maximum; do not compare scores of very different numbers of groups.

    Examples
    --------
    >>> related = [[0, 9, 1, 2], [9, 0, 2, 1], [1, 2, 0, 8], [2, 1, 8, 0]]
    >>> score = grouping_score(related, ["a", "a", "b", "b"])
    >>> score.within.tolist(), score.above_95, score.industries_above_95
    ([9.0, 8.0], 1.0, 1.0)
    """
    related, label, count = _labelled(values, labels)
    member = np.equal.outer(label, np.arange(count)).astype(float)
    known = np.isfinite(related).astype(float)
    to_group = _ratio(np.nan_to_num(related) @ member, known @ member)
    mean = _ratio(member.T @ np.nan_to_num(related) @ member, member.T @ known @ member)
    own = to_group[np.arange(len(label)), label]
    others = np.where(member > 0, np.nan, to_group)
    within, between = np.diag(mean).copy(), np.where(np.eye(count, dtype=bool), np.nan, mean)
    groups, industries = _judged(within, between), _judged(own, others)
    return GroupingScore(
        within=within,
        between=between,
        above_mean=_share(within[groups] > _row_means(between[groups])),
        above_95=_share(within[groups] > _percentile(between[groups])),
        industries_above_95=_share(own[industries] > _percentile(others[industries])),
        groups_judged=int(groups.sum()),
        industries_judged=int(industries.sum()),
    )


def grouping_test(
    values: npt.ArrayLike, labels: npt.ArrayLike, *, draws: int = 999, seed: int = 1
) -> GroupingTest:
    """Test a grouping against the same labels dealt to industries at random.

    Parameters
    ----------
    values : array_like, shape (industries, industries)
        Symmetric relatedness; NaN is not known.
    labels : array_like, shape (industries,)
    draws, seed : int

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `lengths-differ`, `draws-too-few`, `seed-negative`.

    Notes
    -----
    Mantel (1967), The detection of disease clustering and a generalized regression approach, Cancer Research
    27(2): whole rows and columns are permuted together, since pairs of one industry are not independent.

    Examples
    --------
    >>> related = [[0, 9, 1, 2], [9, 0, 2, 1], [1, 2, 0, 8], [2, 1, 8, 0]]
    >>> grouping_test(related, [0, 0, 1, 1], draws=99).excess
    7.0
    """
    related, label, _ = _labelled(values, labels)
    first, second = np.triu_indices(len(label), 1)
    value = related[first, second]
    known = np.isfinite(value)
    first, second, value = first[known], second[known], value[known]

    def excess(dealt: Ints) -> float:
        same = dealt[first] == dealt[second]
        if same.all() or not same.any():
            return float("nan")
        return float(value[same].mean() - value[~same].mean())

    null = drawn(lambda dice: excess(dice.permutation(label)), draws=draws, seed=seed)
    observed = excess(label)
    return GroupingTest(observed, float(null.mean()), float(monte_carlo_p(observed, null)), draws)


def _relatedness(values: npt.ArrayLike) -> Floats:
    """A fresh symmetric matrix with nothing on its diagonal."""
    related = np.atleast_2d(np.array(values, dtype=float))
    if related.ndim != 2 or related.shape[0] != related.shape[1]:
        raise InputError("matrix-not-square", name="values", rows=related.shape[0], columns=related.shape[-1])
    np.fill_diagonal(related, np.nan)
    related[np.isinf(related)] = np.nan
    if not np.allclose(related, related.T, rtol=1e-9, atol=1e-12, equal_nan=True):
        raise InputError("matrix-not-symmetric", name="values")
    return related


def _labelled(values: npt.ArrayLike, labels: npt.ArrayLike) -> tuple[Floats, Ints, int]:
    related = _relatedness(values)
    given = np.asarray(labels)
    if given.shape != (len(related),):
        raise InputError("lengths-differ", name="labels", found=given.size, expected=len(related))
    names, label = np.unique(given, return_inverse=True)
    return related, label.astype(np.int64), len(names)


def _in_order(label: Ints) -> Ints:
    _, first, place = np.unique(label, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[place].astype(np.int64)


def _ratio(total: Floats, count: Floats) -> Floats:
    return np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)


def _judged(own: Floats, others: Floats) -> npt.NDArray[np.bool_]:
    return np.asarray(np.isfinite(own) & np.isfinite(others).any(axis=1))


def _row_means(others: Floats) -> Floats:
    return np.asarray(np.nanmean(others, axis=1)) if len(others) else np.zeros(0)


def _percentile(others: Floats) -> Floats:
    return np.asarray(np.nanpercentile(others, 95, axis=1)) if len(others) else np.zeros(0)


def _share(holds: npt.NDArray[np.bool_]) -> float:
    return float(holds.mean()) if len(holds) else float("nan")
