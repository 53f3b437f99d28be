"""How specialized is a region? Location quotients that bear small counts, and one figure for each region.

All take a table of regions by industries: establishments or jobs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import special

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights
from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.methods.regions.concentration import gini
from traitdunion.methods.regions.tables import quotient, shares, table

Floats = npt.NDArray[np.float64]
Prior = Literal["table", "industry"]


@dataclass(frozen=True, slots=True)
class LocationQuotients:
    """Location quotients of every region and industry.

    Attributes
    ----------
    raw : ndarray, shape (regions, industries)
        Share of the industry in the region over its share everywhere. NaN where the region or the industry
        has nothing, infinite where the region has what the totals given say is nowhere.
    symmetric : ndarray, shape (regions, industries)
        (raw - 1) / (raw + 1), from -1 to 1.
    expected : ndarray, shape (regions, industries)
        The count that makes the quotient 1.
    shrunken, low, high : ndarray, shape (regions, industries)
        Posterior mean of the quotient and the ends of its central interval; those of the prior where nothing
        is expected. All three are the mean of the prior where its shape is infinite.
    shape, mean : ndarray, shape (1,) or (industries,)
        Of the gamma prior; shape is infinite where the counts vary no more than chance makes them.
    level : float
        Posterior probability of the interval.
    """

    raw: Floats
    symmetric: Floats
    expected: Floats
    shrunken: Floats
    low: Floats
    high: Floats
    shape: Floats
    mean: Floats
    level: float


@dataclass(frozen=True, slots=True)
class Variety:
    """The entropy of each region, and its two parts.

    Attributes
    ----------
    total, unrelated, related : ndarray, shape (regions,)
        In bits: of the industries, of their groups, and the mean within the groups. The last two add up to
        the first. NaN for a region without anything.
    """

    total: Floats
    unrelated: Floats
    related: Floats


def location_quotient(
    counts: Any,
    *,
    level: float = 0.90,
    prior: Prior = "table",
    region_totals: npt.ArrayLike | None = None,
    industry_totals: npt.ArrayLike | None = None,
    total: float | None = None,
) -> LocationQuotients:
    """Compare the share of each industry in each region with its share everywhere, minding small counts.

    The count of a cell is Poisson with mean quotient times expectation, and the quotients are draws of one
    gamma distribution: what is known of a small cell comes mostly from all cells, of a large one from itself.

    Parameters
    ----------
    counts : array_like or sparse array, shape (regions, industries)
        Establishments, or jobs. The interval is meant for establishments: the jobs of one establishment are
        not independent of each other, and an interval made of jobs is far too short.
    level : float
        Posterior probability of the interval.
    prior : {"table", "industry"}
        One prior for the whole table, or one for each industry: apt when there are dozens of regions and
        industries differ in how unevenly they are spread, noisy when there are few regions.
    region_totals, industry_totals : array_like, shape (regions,) and (industries,), optional
        Where the table does not show everything (confidential cells, an extract).
    total : float, optional
        Of everything; by default the sum of `region_totals`, or of the table.

    Raises
    ------
    InputError
        `level-range`, `lengths-differ`, `values-not-numbers`, `values-negative`, `table-dimensions`,
        `group-empty`, `ratio-impossible` for a count where the totals given leave none.

    Notes
    -----
    Quotient: Hoover (1936), The measurement of industrial localization, Review of Economics and Statistics
    18(4). Shrinking: Clayton & Kaldor (1987), Biometrics 43(3), see `empirical_bayes.shrunken_ratio`. The
    parameters of the prior are taken as known, and a region's own count as no part of the totals: with a
    handful of regions do not believe the interval. A zero made by confidentiality is not a zero.

    Examples
    --------
    >>> found = location_quotient([[40, 10], [10, 40], [1, 0]])
    >>> found.raw.round(2).tolist()
    [[1.58, 0.4], [0.4, 1.62], [1.98, 0.0]]
    >>> found.shrunken.round(2).tolist()
    [[1.53, 0.46], [0.46, 1.55], [1.15, 0.85]]
    """
    if not 0.0 < level < 1.0:
        raise InputError("level-range", level=level)
    seen = table(counts)
    of_region = _totals(seen, region_totals, axis=1, name="region_totals")
    of_industry = _totals(seen, industry_totals, axis=0, name="industry_totals")
    everything = float(of_region.sum()) if total is None else float(numbers(total, "total", negative=False))
    expected = np.outer(of_region, of_industry) / everything if everything > 0 else np.zeros(seen.shape)
    raw = quotient(seen, expected)
    found = [shrunken_ratio(*pair, level=level) for pair in _parts(seen, expected, prior)]
    shrunken, low, high = (
        np.stack([getattr(one, name) for one in found], axis=-1).reshape(seen.shape)
        for name in ("ratio", "low", "high")
    )
    shape, mean = np.array([one.shape for one in found]), np.array([one.mean for one in found])
    return LocationQuotients(raw, symmetric(raw), expected, shrunken, low, high, shape, mean, level)


def symmetric(quotients: npt.ArrayLike) -> Floats:
    """Bring a quotient between -1 (absent) and 1, with 0 for 1: (q - 1) / (q + 1).

    Notes
    -----
    Dalum, Laursen & Villumsen (1998), Structural change in OECD export specialisation patterns, International
    Review of Applied Economics 12(3).

    Examples
    --------
    >>> symmetric([0.0, 1.0, 3.0]).tolist()
    [-1.0, 0.0, 0.5]
    """
    return np.asarray(1.0 - 2.0 / (np.asarray(quotients, dtype=float) + 1.0), dtype=float)


def krugman(counts: Any, *, reference: npt.ArrayLike | None = None) -> Floats:
    """Sum the differences between a region's industry shares and those of the whole: from 0 up to 2.

    Parameters
    ----------
    counts : array_like or sparse array, shape (regions, industries)
    reference : array_like, shape (industries,), optional
        Counts in what the regions are compared with; by default the sum of all regions of the table.

    Returns
    -------
    ndarray, shape (regions,)
        NaN for a region without anything, or a reference without.

    Raises
    ------
    InputError
        `lengths-differ`, `table-dimensions`, `group-empty`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Krugman (1991), Geography and Trade. The finer the industries the larger it is: compare like with like.

    Examples
    --------
    >>> krugman([[2, 0], [0, 2]]).tolist()
    [1.0, 1.0]
    """
    local, whole = _local_and_whole(counts, reference)
    return np.asarray(np.abs(local - whole).sum(axis=1), dtype=float)


def hoover_specialization(counts: Any, *, reference: npt.ArrayLike | None = None) -> Floats:
    """Share of a region that would have to change industry to look like the whole: half of `krugman`.

    Returns
    -------
    ndarray, shape (regions,)
        From 0 to 1; NaN for a region without anything.

    Notes
    -----
    Hoover & Giarratani (1985), An Introduction to Regional Economics.

    Examples
    --------
    >>> hoover_specialization([[2, 0], [0, 2]]).tolist()
    [0.5, 0.5]
    """
    return krugman(counts, reference=reference) / 2.0


def hachman(counts: Any, *, reference: npt.ArrayLike | None = None) -> Floats:
    """How much a region's industries resemble the whole: 1 when alike, towards 0 when specialized.

    Returns
    -------
    ndarray, shape (regions,)
        Reciprocal of the mean location quotient, weighted by the region's shares. NaN for a region without
        anything; 0 for one with an industry that the reference lacks.

    Notes
    -----
    Moore, Ramachandran & Hachman (1989), University of Utah, Bureau of Economic and Business Research.

    Examples
    --------
    >>> hachman([[2, 0], [0, 2]]).tolist()
    [0.5, 0.5]
    """
    local, whole = _local_and_whole(counts, reference)
    parts = np.where(local == 0, 0.0, quotient(local**2, whole[None, :]))
    return np.asarray(1.0 / parts.sum(axis=1), dtype=float)


def entropy(counts: Any) -> Floats:
    """Shannon's entropy of the industries of each region, in bits: the more varied, the higher.

    Returns
    -------
    ndarray, shape (regions,)
        From 0 to the binary logarithm of the number of industries; NaN for a region without anything.

    Notes
    -----
    Shannon (1948), A mathematical theory of communication, Bell System Technical Journal 27.

    Examples
    --------
    >>> entropy([[1, 1, 1, 1], [5, 0, 0, 0]]).tolist()
    [2.0, 0.0]
    """
    return np.asarray(special.entr(shares(table(counts), axis=1)).sum(axis=1) / np.log(2.0) + 0.0)


def related_variety(counts: Any, groups: npt.ArrayLike) -> Variety:
    """Split the entropy of each region into variety among groups of industries and within them.

    Parameters
    ----------
    counts : array_like or sparse array, shape (regions, industries)
    groups : array_like of int, shape (industries,)
        Group of each industry, such as its division; any numbers.

    Raises
    ------
    InputError
        `lengths-differ`, `table-dimensions`, `group-empty`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Frenken, Van Oort & Verburg (2007), Related variety, unrelated variety and regional economic growth,
    Regional Studies 41(5).

    Examples
    --------
    >>> variety = related_variety([[1, 1, 2]], [0, 0, 1])
    >>> variety.total.tolist(), variety.unrelated.tolist(), variety.related.tolist()
    ([1.5], [1.0], [0.5])
    """
    seen = table(counts)
    found, codes = np.unique(numbers(groups, "groups", length=seen.shape[1]), return_inverse=True)
    gathered = seen @ np.eye(len(found))[codes]
    share = shares(seen, axis=1)
    within = special.rel_entr(share, shares(gathered, axis=1)[:, codes])
    related = -within.sum(axis=1) / np.log(2.0) + 0.0
    return Variety(total=entropy(seen), unrelated=entropy(gathered), related=related)


def specialization_gini(counts: Any, *, reference: npt.ArrayLike | None = None) -> Floats:
    """Gini coefficient of each region's location quotients: 0 when alike, towards 1 when specialized.

    Returns
    -------
    ndarray, shape (regions,)
        At most 1 - 1 / industries; NaN for a region without anything. Industries that the reference lacks are
        left out.

    Notes
    -----
    Farhauer & Kröll (2013), Standorttheorien, chapter on specialization and concentration. Each industry
    counts once however small it is, so that a few tiny ones weigh much; `krugman` weighs by size.

    Examples
    --------
    >>> specialization_gini([[2, 0], [0, 2]]).tolist()
    [0.5, 0.5]
    """
    local, whole = _local_and_whole(counts, reference)
    known = whole > 0
    if not known.any():
        return np.full(local.shape[0], np.nan)
    spread = np.nan_to_num(local[:, known] / whole[known])
    return gini(spread.T)


def _totals(seen: Floats, given: npt.ArrayLike | None, *, axis: int, name: str) -> Floats:
    if given is None:
        return np.asarray(seen.sum(axis=axis), dtype=float)
    return weights(given, name, length=seen.shape[1 - axis])


def _local_and_whole(counts: Any, reference: npt.ArrayLike | None) -> tuple[Floats, Floats]:
    """Industry shares of each region, and of what they are compared with."""
    seen = table(counts)
    return shares(seen, axis=1), shares(_totals(seen, reference, axis=0, name="reference"))


def _parts(seen: Floats, expected: Floats, prior: Prior) -> list[tuple[Floats, Floats]]:
    """Pairs of counts and expectations that share a prior."""
    if prior == "table":
        return [(seen.ravel(), expected.ravel())]
    return list(zip(seen.T, expected.T, strict=True))
