"""Plants of different sizes thrown into regions by chance: what the indices of agglomeration stand on.

Under the null model (the dartboard) each plant falls into a region with the chance of the region's share of
everything, independently of the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import special

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights
from traitdunion.methods.permutation import Tail
from traitdunion.methods.regions.tables import shares

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
# Equal configurations differ in the last bits by the order of their sums: a tie must stay a tie.
DIGITS = 12


@dataclass(frozen=True, slots=True)
class PlantSums:
    """What the indices need to know of all plants.

    Attributes
    ----------
    jobs : ndarray, shape (regions, industries)
    plants : ndarray of int, shape (industries,)
        Plants with jobs.
    herfindahl, cubes, fourths : ndarray, shape (industries,)
        Sums of squares, cubes and fourth powers of the plants' shares of their industry's jobs; NaN for an
        industry without jobs.
    """

    jobs: Floats
    plants: Integers
    herfindahl: Floats
    cubes: Floats
    fourths: Floats


class Bounds(NamedTuple):
    """The least and the greatest that a figure can be."""

    low: float
    high: float


def plant_sums(
    industry: npt.ArrayLike,
    region: npt.ArrayLike,
    jobs: npt.ArrayLike,
    *,
    regions: int | None = None,
) -> PlantSums:
    """Sum plants into what the indices need.

    Parameters
    ----------
    industry, region : array_like of int, shape (plants,)
    jobs : array_like, shape (plants,)
    regions : int, optional
        How many there are, if the last have no plant.

    Raises
    ------
    InputError
        As `ellison_glaeser`.

    Examples
    --------
    >>> plant_sums([0, 0], [0, 1], [3, 1]).herfindahl.tolist()
    [0.625]
    """
    of, where, size = _plants(industry, region, jobs, regions)
    count = int(of.max()) + 1
    grid = _gathered(of, where, size, regions or int(where.max()) + 1, count)
    total = np.bincount(of, size, count)[of]
    share = size / np.where(total > 0, total, np.nan)
    plants = np.bincount(of, size > 0, count).astype(np.int64)
    powers = [np.bincount(of, share**power, count) for power in (2, 3, 4)]
    return PlantSums(grid, plants, *(np.where(plants > 0, one, np.nan) for one in powers))


def herfindahl_bounds(
    plants: npt.ArrayLike, jobs: npt.ArrayLike, *, smallest: npt.ArrayLike, largest: npt.ArrayLike
) -> Bounds:
    """Bound the Herfindahl index of plants of which only size bands are known.

    Least when the plants of a band are all of one size, greatest when all but one stand at its ends; NaN
    without jobs.

    Parameters
    ----------
    plants, jobs : array_like, shape (bands,)
        Number of plants in each band, and their jobs together.
    smallest, largest : array_like, shape (bands,)
        Jobs that a plant of the band has at least and at most; the last may be infinite.

    Raises
    ------
    InputError
        `lengths-differ`, `values-not-numbers`, `values-negative`, `bands-impossible` where the plants of a
        band cannot have its jobs.

    Notes
    -----
    A sum of squares is convex: least at the mean, greatest at a corner of what is possible. Put each end into
    the index to bound that too; which end makes it larger depends on the industry.

    Examples
    --------
    >>> herfindahl_bounds([2, 1], [10, 10], smallest=[1, 10], largest=[9, 49])
    Bounds(low=0.375, high=0.455)
    """
    count, work = weights(plants, "plants"), weights(jobs, "jobs", length=np.size(plants))
    least = weights(smallest, "smallest", length=count.size)
    most = np.asarray(largest, dtype=float)
    if most.shape != count.shape:
        raise InputError("lengths-differ", name="largest", found=most.size, expected=count.size)
    reach = np.where(count > 0, count * np.where(count > 0, most, 0.0), 0.0)
    wrong = int((~((count * least <= work) & (work <= reach) & (least <= most))).sum())
    if wrong:
        raise InputError("bands-impossible", count=wrong)
    if not work.any():
        return Bounds(np.nan, np.nan)
    low = np.where(count > 0, work**2 / np.maximum(count, 1.0), 0.0)
    high = [_most_uneven(*band) for band in zip(count, work, least, most, strict=True)]
    return Bounds(float(low.sum() / work.sum() ** 2), float(sum(high) / work.sum() ** 2))


def dartboard(
    industry: npt.ArrayLike, region: npt.ArrayLike, jobs: npt.ArrayLike, totals: npt.ArrayLike | None
) -> tuple[PlantSums, Floats, Callable[[np.random.Generator], Floats]]:
    """Prepare throws of plants into regions by chance.

    Parameters and errors are those of `agglomeration.ellison_glaeser`.

    Returns
    -------
    sums : PlantSums
        Of the plants where they are.
    chances : ndarray, shape (regions,)
    throw : callable
        Given a generator, throws every plant into a region; gives the regions' shares of each industry.

    Examples
    --------
    >>> _, chances, throw = dartboard([0, 0], [0, 1], [1, 1], None)
    >>> throw(np.random.default_rng(1)).sum(axis=0).tolist()
    [1.0]
    """
    regions = None if totals is None else np.size(totals)
    sums = plant_sums(industry, region, jobs, regions=regions)
    of, _, size = _plants(industry, region, jobs, regions)
    chances = region_chances(sums.jobs, totals)
    limits = np.cumsum(chances)[:-1]

    def throw(dice: np.random.Generator) -> Floats:
        where = np.searchsorted(limits, dice.random(of.size), side="right")
        return shares(_gathered(of, where, size, *sums.jobs.shape))

    return sums, chances, throw


def region_chances(jobs: Floats, totals: npt.ArrayLike | None) -> Floats:
    """Share of each region in the totals, by default in the jobs of all industries.

    Examples
    --------
    >>> region_chances(np.array([[3.0], [1.0]]), None).tolist()
    [0.75, 0.25]
    """
    base = jobs.sum(axis=1) if totals is None else weights(totals, "totals", length=jobs.shape[0])
    if not base.any():
        raise InputError("group-empty", name="totals")
    return shares(base)


def power_sum(values: Floats, power: int) -> float:
    """Sum of a power of shares.

    Examples
    --------
    >>> power_sum(np.array([0.5, 0.5]), 2)
    0.5
    """
    return float((values**power).sum())


def normal_p(z: Floats, tail: Tail) -> Floats:
    """P-value of a standard normal statistic; NaN stays NaN.

    Examples
    --------
    >>> normal_p(np.array([0.0, np.nan]), "upper").tolist()
    [0.5, nan]
    """
    found = {"upper": special.ndtr(-z), "lower": special.ndtr(z), "both": 2.0 * special.ndtr(-np.abs(z))}
    return np.asarray(found[tail], dtype=float)


def draws_asked(draws: int) -> int:
    """Check a number of draws, of which 0 asks for the normal approximation.

    Raises
    ------
    InputError
        `draws-too-few` for a negative number.

    Examples
    --------
    >>> draws_asked(0)
    0
    """
    if draws < 0:
        raise InputError("draws-too-few", draws=draws, least=0)
    return draws


def _most_uneven(count: float, work: float, least: float, most: float) -> float:
    """Greatest sum of squares of so many sizes between two ends with that sum."""
    spare, span = work - count * least, most - least
    if count == 0 or spare <= 0:
        return float(count * least**2)
    full = min(float(spare // span), count) if np.isfinite(span) else 0.0
    last = least + spare - (full * span if full else 0.0)
    return float(full * most**2 if full else 0.0) + (
        last**2 + (count - full - 1) * least**2 if full < count else 0.0
    )


def _plants(
    industry: npt.ArrayLike, region: npt.ArrayLike, jobs: npt.ArrayLike, regions: int | None
) -> tuple[Integers, Integers, Floats]:
    size = weights(jobs, "jobs")
    if size.size == 0:
        raise InputError("group-empty", name="jobs")
    of, where = _codes(industry, "industry", size.size), _codes(region, "region", size.size)
    if regions is not None and int(where.max()) >= regions:
        raise InputError("code-unknown", name="region", code=int(where.max()), known=regions)
    return of, where, size


def _codes(values: npt.ArrayLike, name: str, length: int) -> Integers:
    given = numbers(values, name, length=length, negative=False)
    if (broken := given != np.floor(given)).any():
        raise InputError("number-not-whole", value=float(given[broken][0]))
    return given.astype(np.int64)


def _gathered(of: Integers, where: Integers, size: Floats, regions: int, industries: int) -> Floats:
    flat = np.bincount(where * industries + of, size, regions * industries)
    return np.asarray(flat.reshape(regions, industries), dtype=float)
