"""Whether an activity's sites lie nearer to each other than chance would have it, and at what distance.

K-density of Duranton and Overman, with bands that hold over all distances at once. Distances are taken as
they are, whatever the borders of regions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.space.global_bands import exits, global_band, global_p
from traitdunion.methods.space.pair_density import Engine, Name, make_engine
from traitdunion.methods.space.point_patterns import (
    Groups,
    Metric,
    Sites,
    read_distances,
    read_groups,
    read_sites,
    relabelled,
)
from traitdunion.methods.space.smoothing import Rule, choose_bandwidth, median_distance

Floats = npt.NDArray[np.float64]
# Distances from zero to the median distance of two sites, where none are asked for.
STEPS = 101
BATCH = 64


@dataclass(frozen=True, slots=True)
class DensityCurve:
    """Smoothed density of the distances between sites.

    Attributes
    ----------
    distances, values : ndarray, shape (distances,)
        Values are per unit of distance: over all distances they make up 1.
    bandwidth : float
    bandwidth_rule : str
        "given", "pairs", "near pairs", or "all sites" where all pairs of the activity are at one distance.
    engine : str
        "exact", "places" or "grid".
    error : float
        No value is wrong by more than this share of the curve's peak over all distances.
    """

    distances: Floats
    values: Floats
    bandwidth: float
    bandwidth_rule: str
    engine: str
    error: float


@dataclass(frozen=True, slots=True)
class KDensity:
    """Smoothed density of the distances between an activity's sites, and what chance makes of it.

    Attributes
    ----------
    distances, values : ndarray, shape (distances,)
        As for `DensityCurve`, like `bandwidth`, `bandwidth_rule`, `engine` and `error`.
    low, high : ndarray, shape (distances,)
        Global band: by chance a curve falls below `low` anywhere with probability `level`, and likewise rises
        above `high`.
    center : ndarray, shape (distances,)
        Mean of the draws.
    excess : ndarray, shape (distances,)
        Index of localization: height above the band.
    deficit : ndarray, shape (distances,)
        Index of dispersion: depth below the band, 0 throughout for an activity that is localized anywhere.
    localized, dispersed : bool
        Above the band somewhere; below it somewhere and above it nowhere.
    p : float
        Of the whole curve, in either direction: rank of its largest deviation in standard deviations.
    sites, members : int
        Sites of the population, and of the activity.
    draws : int
    level : float
    seed : int
    """

    distances: Floats
    values: Floats
    low: Floats
    high: Floats
    center: Floats
    excess: Floats
    deficit: Floats
    localized: bool
    dispersed: bool
    p: float
    sites: int
    members: int
    bandwidth: float
    bandwidth_rule: str
    engine: str
    error: float
    draws: int
    level: float
    seed: int


def k_density(
    points: npt.ArrayLike,
    member: npt.ArrayLike,
    *,
    neighbours: npt.ArrayLike | None = None,
    metric: Metric = "plane",
    weights: npt.ArrayLike | None = None,
    distances: npt.ArrayLike | None = None,
    bandwidth: float | Rule | None = None,
    draws: int = 999,
    level: float = 0.05,
    seed: int = 1,
    engine: Name = "auto",
) -> KDensity:
    """K-density of an activity among all sites, with global bands.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        All sites that could hold the activity. On the plane x and y in one unit; on the sphere latitude and
        longitude in degrees.
    member : array_like of bool, shape (n,)
        Which of them are of the activity.
    neighbours : array_like of bool, shape (n,), optional
        Sites of another activity: distances from members to them instead of among members.
    metric : {"plane", "sphere"}
        On the sphere distances are great-circle distances in kilometres.
    weights : array_like, shape (n,), optional
        Such as jobs: a pair counts by the product of its weights. One large plant can make the whole curve;
        look at the curve without weights too.
    distances : array_like, shape (distances,), optional
        Increasing; by default 101 from 0 to the median distance of two sites.
    bandwidth : float or {"pairs", "near pairs"}, optional
        By default "pairs"; see `smoothing.choose_bandwidth`. The draws are smoothed by the same bandwidth.
    draws : int
    level : float
    seed : int
    engine : {"auto", "exact", "places", "grid"}
        "exact" takes every pair, "places" counts between distinct places, "grid" goes by a Fourier transform.

    Raises
    ------
    InputError
        `group-empty`, `points-shape`, `values-not-numbers`, `values-negative`, `lengths-differ`,
        `latitude-out-of-range`, `longitude-out-of-range`, `option-choice`, `distances-not-increasing`,
        `sites-too-few` for less than two members of positive weight, `groups-overlap`, `points-coincide`
        where all sites stand at one place and a default is asked of their distances, `bandwidth-range`,
        `grid-too-large`, `extent-too-wide`, `level-range`, `draws-too-few`, `seed-negative`.

    Notes
    -----
    Duranton & Overman (2005), Testing for localization using micro-geographic data, Review of Economic
    Studies 72(4): Gaussian kernel reflected at zero; the null model puts the activity's sites at random among
    all sites. Do not use it where the population holds sites that could never be of the activity, nor near a
    border beyond which sites are unknown. Sites known by their postcode are at no distance from each other,
    in the draws too.

    Examples
    --------
    >>> dice = np.random.default_rng(1)
    >>> points = np.concatenate([dice.random((180, 2)) * 100, dice.random((20, 2)) * 10])
    >>> found = k_density(points, np.arange(200) >= 180, draws=199)
    >>> found.localized, found.engine, found.distances[found.excess > 0].max() < 20
    (True, 'exact', np.True_)
    """
    sites, groups, asked = _read(points, member, neighbours, metric, weights, distances)
    smoothing = choose_bandwidth(sites, groups, "pairs" if bandwidth is None else bandwidth, asked[-1])
    worker = make_engine(engine, sites, groups, asked, smoothing.value, draws=draws)
    values = worker.curves([groups])[0]
    simulated = _simulated(worker, groups, len(sites.space), draws, seed)
    band = global_band(simulated, level=level)
    out = exits(values, band)
    return KDensity(
        asked, values, band.low, band.high, band.center,
        out.above, np.zeros_like(out.below) if out.localized else out.below, out.localized, out.dispersed,
        global_p(values, simulated), len(sites.space), groups.first.size, *smoothing,
        worker.name, worker.error, draws, level, seed,
    )  # fmt: skip


def density_curve(
    points: npt.ArrayLike,
    member: npt.ArrayLike,
    *,
    neighbours: npt.ArrayLike | None = None,
    metric: Metric = "plane",
    weights: npt.ArrayLike | None = None,
    distances: npt.ArrayLike | None = None,
    bandwidth: float | Rule | None = None,
    engine: Name = "auto",
) -> DensityCurve:
    """K-density alone, without draws: a description, from which nothing about chance can be read.

    Parameters and errors are those of `k_density`.

    Examples
    --------
    >>> found = density_curve([[0, 0], [3, 4]], [True, True], distances=[0, 5], bandwidth=1.0)
    >>> found.values.round(4).tolist()
    [0.0, 0.3989]
    """
    sites, groups, asked = _read(points, member, neighbours, metric, weights, distances)
    smoothing = choose_bandwidth(sites, groups, "pairs" if bandwidth is None else bandwidth, asked[-1])
    worker = make_engine(engine, sites, groups, asked, smoothing.value, draws=0)
    return DensityCurve(asked, worker.curves([groups])[0], *smoothing, worker.name, worker.error)


def _read(
    points: npt.ArrayLike, member: npt.ArrayLike, neighbours: npt.ArrayLike | None, metric: Metric,
    weights: npt.ArrayLike | None, distances: npt.ArrayLike | None,
) -> tuple[Sites, Groups, Floats]:  # fmt: skip
    sites = read_sites(points, metric)
    groups = read_groups(sites, member, neighbours, weights)
    if distances is None:
        return sites, groups, np.linspace(0.0, median_distance(sites), STEPS)
    return sites, groups, read_distances(distances)


def _simulated(worker: Engine, groups: Groups, count: int, draws: int, seed: int) -> Floats:
    if draws < 1:
        raise InputError("draws-too-few", draws=draws, least=1)
    starts = range(0, draws, BATCH)
    return np.concatenate(
        [worker.curves(_labels(groups, count, seed, start, min(start + BATCH, draws))) for start in starts]
    )


def _labels(groups: Groups, count: int, seed: int, start: int, stop: int) -> Sequence[Groups]:
    return [relabelled(groups, count, seed=seed, draw=draw) for draw in range(start, stop)]
