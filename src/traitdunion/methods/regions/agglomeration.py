"""Is an industry more concentrated than its plants make it? Indices that mind how few and large they are.

Both are unbiased estimates of one parameter: the excess of the chance that two plants share a region, as
nature and neighbours would make it, over that of plants thrown at random (`plants.dartboard`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.methods.permutation import Tail, drawn, monte_carlo_p
from traitdunion.methods.regions.plants import (
    DIGITS,
    PlantSums,
    dartboard,
    draws_asked,
    normal_p,
    power_sum,
    region_chances,
)
from traitdunion.methods.regions.tables import quotient, shares, table

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Agglomeration:
    """Concentration of each industry beyond that of its plants; all of shape (industries,).

    Attributes
    ----------
    gamma : ndarray
        The index, 0 in the mean for plants thrown at random. When all are in one region 1 by Maurel and
        Sedillot; by Ellison and Glaeser 1 in the mean over regions by their size, above 1 when it is small.
        NaN for an industry of one plant or none, or when one region has everything.
    raw : ndarray
        Concentration before plants are minded: of Ellison and Glaeser G, of Maurel and Sedillot G_A.
    expected, variance : ndarray
        Of `raw` under the dartboard model, given the sizes of the plants; exact.
    z : ndarray
        (raw - expected) / standard deviation.
    p : ndarray
        By draws; without draws by the normal approximation, too small in the upper tail for few plants.
    herfindahl : ndarray
        Of the plants' sizes: 1 for one plant, 1/n for n equal ones.
    plants : ndarray of int
    draws : int
    """

    gamma: Floats
    raw: Floats
    expected: Floats
    variance: Floats
    z: Floats
    p: Floats
    herfindahl: Floats
    plants: Integers
    draws: int


class _Moments(NamedTuple):
    """Raw concentration and what the dartboard makes of it: expected value at one plant, variance."""

    raw: Callable[[Floats, Floats], Floats]
    scale: Callable[[Floats], float]
    variance: Callable[[Floats, PlantSums], Floats]


def ellison_glaeser(
    industry: npt.ArrayLike,
    region: npt.ArrayLike,
    jobs: npt.ArrayLike,
    *,
    totals: npt.ArrayLike | None = None,
    draws: int = 999,
    seed: int = 1,
    tail: Tail = "upper",
) -> Agglomeration:
    """Index of Ellison and Glaeser for each industry, with its significance.

    Parameters
    ----------
    industry, region : array_like of int, shape (plants,)
        Numbered from 0.
    jobs : array_like, shape (plants,)
        Jobs of each plant: a plant, not a firm of several.
    totals : array_like, shape (regions,), optional
        What chance follows, such as all jobs of each region; by default the sum of the plants given.
    draws : int
        Of the dartboard model; 0 for the normal approximation alone.
    seed : int
    tail : {"upper", "lower", "both"}
        Concentrated, dispersed, or either.

    Raises
    ------
    InputError
        `group-empty`, `lengths-differ`, `values-not-numbers`, `values-negative`, `number-not-whole`,
        `code-unknown`, `seed-negative`, `draws-too-few` for a negative number.

    Notes
    -----
    Ellison & Glaeser (1997), Geographic concentration in U.S. manufacturing industries, Journal of Political
    Economy 105(5), with their variance. Not comparable between different maps of regions. A draw costs one
    pass over the plants.

    Examples
    --------
    >>> found = ellison_glaeser([0, 0, 0, 0], [0, 0, 0, 1], [5, 5, 5, 5], totals=[50, 50], draws=99)
    >>> found.gamma.round(6).tolist(), found.herfindahl.tolist(), found.p.tolist()
    ([0.0], [0.25], [0.67])
    """
    return _index(_ELLISON_GLAESER, industry, region, jobs, totals, draws, seed, tail)


def maurel_sedillot(
    industry: npt.ArrayLike,
    region: npt.ArrayLike,
    jobs: npt.ArrayLike,
    *,
    totals: npt.ArrayLike | None = None,
    draws: int = 999,
    seed: int = 1,
    tail: Tail = "upper",
) -> Agglomeration:
    """Index of Maurel and Sedillot for each industry, with its significance.

    Parameters and errors are those of `ellison_glaeser`; only the weight of regions differs: an industry that
    spreads over small regions and shuns the large one comes out dispersed (below zero), where
    `ellison_glaeser` finds it concentrated.

    Notes
    -----
    Maurel & Sédillot (1999), A measure of the geographic concentration in French manufacturing industries,
    Regional Science and Urban Economics 29(5).

    Examples
    --------
    >>> found = maurel_sedillot([0, 0, 0, 0], [0, 0, 0, 1], [5, 5, 5, 5], totals=[50, 50], draws=99)
    >>> found.gamma.round(6).tolist(), found.raw.tolist()
    ([0.0], [0.25])
    """
    return _index(_MAUREL_SEDILLOT, industry, region, jobs, totals, draws, seed, tail)


def ellison_glaeser_from_sums(
    sums: PlantSums, *, totals: npt.ArrayLike | None = None, tail: Tail = "upper"
) -> Agglomeration:
    """`ellison_glaeser` of plants that were summed elsewhere; p by the normal approximation.

    Examples
    --------
    >>> from traitdunion.methods.regions.plants import plant_sums
    >>> sums = plant_sums([0, 0, 1], [0, 1, 1], [5, 5, 10])
    >>> ellison_glaeser_from_sums(sums).gamma.round(6).tolist()
    [-0.333333, nan]
    """
    return _from_sums(_ELLISON_GLAESER, sums, region_chances(sums.jobs, totals), tail)


def maurel_sedillot_from_sums(
    sums: PlantSums, *, totals: npt.ArrayLike | None = None, tail: Tail = "upper"
) -> Agglomeration:
    """`maurel_sedillot` of plants that were summed elsewhere; p by the normal approximation.

    Examples
    --------
    >>> from traitdunion.methods.regions.plants import plant_sums
    >>> sums = plant_sums([0, 0, 1], [0, 1, 1], [5, 5, 10])
    >>> maurel_sedillot_from_sums(sums).gamma.round(6).tolist()
    [-1.666667, nan]
    """
    return _from_sums(_MAUREL_SEDILLOT, sums, region_chances(sums.jobs, totals), tail)


def _index(
    kind: _Moments, industry: npt.ArrayLike, region: npt.ArrayLike, jobs: npt.ArrayLike,
    totals: npt.ArrayLike | None, draws: int, seed: int, tail: Tail,
) -> Agglomeration:  # fmt: skip
    sums, chances, thrown = dartboard(industry, region, jobs, totals)
    found = _from_sums(kind, sums, chances, tail)
    if draws_asked(draws) == 0:
        return found
    simulated = drawn(lambda dice: kind.raw(thrown(dice), chances), draws=draws, seed=seed)
    p = monte_carlo_p(found.raw.round(DIGITS), simulated.round(DIGITS), tail=tail)
    p = np.where(np.isnan(found.gamma), np.nan, p)
    return Agglomeration(
        found.gamma, found.raw, found.expected, found.variance, found.z, p,
        found.herfindahl, found.plants, draws,
    )  # fmt: skip


def _from_sums(kind: _Moments, sums: PlantSums, chances: Floats, tail: Tail) -> Agglomeration:
    table(sums.jobs, "jobs")
    raw, scale, several = kind.raw(shares(sums.jobs), chances), kind.scale(chances), sums.plants > 1
    expected, variance = scale * sums.herfindahl, kind.variance(chances, sums)
    gamma = quotient(raw - expected, scale * (1.0 - sums.herfindahl))
    sound = several & (scale > 0)
    spread = np.sqrt(np.where(sound & (variance > 0), variance, np.nan))
    z = (raw - expected) / spread
    gamma = np.where(sound, gamma, np.nan)
    p = normal_p(z, tail)
    return Agglomeration(gamma, raw, expected, variance, z, p, sums.herfindahl, sums.plants, 0)


def _eg_raw(share: Floats, chances: Floats) -> Floats:
    return np.asarray(((share - chances[:, None]) ** 2).sum(axis=0), dtype=float)


def _eg_variance(chances: Floats, sums: PlantSums) -> Floats:
    second, third = power_sum(chances, 2), power_sum(chances, 3)
    pairs = second - 2.0 * third + second**2
    same = second - 4.0 * third + 3.0 * second**2
    return np.asarray(2.0 * (sums.herfindahl**2 * pairs - sums.fourths * same), dtype=float)


def _ms_raw(share: Floats, chances: Floats) -> Floats:
    second = power_sum(chances, 2)
    return quotient((share**2).sum(axis=0) - second, 1.0 - second)


def _ms_variance(chances: Floats, sums: PlantSums) -> Floats:
    """Variance of the share of pairs of plants in one region.

    Two pairs of plants without a plant in common fall together independently; with one in common they do so
    with the chance that all three do.
    """
    second, third = power_sum(chances, 2), power_sum(chances, 3)
    h, t, f = sums.herfindahl, sums.cubes, sums.fourths
    alike, joined = 2.0 * (h**2 - f), 4.0 * (h - 2.0 * t - h**2 + 2.0 * f)
    spread = alike * (second - second**2) + joined * (third - second**2)
    return quotient(spread, (1.0 - second) ** 2)


_ELLISON_GLAESER = _Moments(_eg_raw, lambda chances: 1.0 - power_sum(chances, 2), _eg_variance)
_MAUREL_SEDILLOT = _Moments(_ms_raw, lambda chances: float(power_sum(chances, 2) < 1.0), _ms_variance)
