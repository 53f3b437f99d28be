"""Where an activity gathers more than everything else does: agglomerations found from the sites alone.

Sites of any activity are dense in cities. A hot spot holds more sites of the activity than its share of all
sites, more than the best that could be found had the activity been dealt to the sites by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import special

from traitdunion.errors import InputError
from traitdunion.methods import arguments
from traitdunion.methods.permutation import monte_carlo_p, stream
from traitdunion.methods.significance import false_discovery_rate
from traitdunion.methods.space.density_clusters import Metric
from traitdunion.methods.space.outlines import farthest_km, middle, ring, vectors
from traitdunion.methods.space.places import SLACK, Circles, Places, circle, circles, places_of, tally
from traitdunion.methods.space.scan_statistic import BATCH, DIGITS, relative_risk

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Found = Literal["density", "scan"]
Candidates = Literal["both", "density", "scan"]
CANDIDATES: dict[str, tuple[Found, ...]] = {
    "both": ("density", "scan"),
    "density": ("density",),
    "scan": ("scan",),
}


@dataclass(frozen=True, slots=True)
class HotSpot:
    """A place where the activity gathers.

    Attributes
    ----------
    members : ndarray of int
        Rows of the sites of the activity inside.
    sites : ndarray of int
        Rows of all sites inside.
    center : tuple of float
        Mean of the members, by weight: latitude and longitude, or x and y.
    hull : ndarray, shape (k, 2)
        Corners of the convex hull of the places inside, counter-clockwise, the first again at the end. Where
        it would have no area, half a kilometre around the places.
    radius_km : float
        From the centre to the farthest site inside.
    cases, expected : float
        Weight of the members inside, and what the share of all sites inside would make of it.
    relative_risk, low, high : float
        How many times likelier a site inside is of the activity than one outside, and the ends of its exact
        interval (at 1 - level) for a region fixed beforehand: chosen for being high, this one flatters.
    llr : float
        Log likelihood ratio: the strength of the evidence.
    p : float
        Of the greatest ratio of all candidates; minds that the best was looked for.
    q : float
        The false discovery rate among all candidates tested here.
    found_by : {"density", "scan"}
    """

    members: Integers
    sites: Integers
    center: tuple[float, float]
    hull: Floats
    radius_km: float
    cases: float
    expected: float
    relative_risk: float
    low: float
    high: float
    llr: float
    p: float
    q: float
    found_by: Found


@dataclass(frozen=True, slots=True)
class HotSpots:
    """The hot spots of an activity.

    Attributes
    ----------
    spots : tuple of HotSpot
        Those of p at most `level`, by falling ratio; no place is in two.
    tested : int
        Candidates apart from each other that had more than their share.
    sites, members, places : int
        How many there are: sites, those of the activity, and places where sites stand.
    draws : int
    level : float
    seed : int
    """

    spots: tuple[HotSpot, ...]
    tested: int
    sites: int
    members: int
    places: int
    draws: int
    level: float
    seed: int


class _Ground(NamedTuple):
    """Everything that does not change from draw to draw."""

    places: Places
    vectors: Floats
    sphere: bool
    member: npt.NDArray[np.bool_]
    weight: Floats
    shares: Floats
    rings: Circles
    smallest: int
    largest: float
    widest: float
    kinds: tuple[Found, ...]


class _Region(NamedTuple):
    """A candidate: the places inside, by number."""

    llr: float
    inside: Integers
    found_by: Found


def hot_spots(
    points: npt.ArrayLike,
    member: npt.ArrayLike,
    *,
    weights: npt.ArrayLike | None = None,
    metric: Metric = "sphere",
    smallest: int = 5,
    largest: float = 0.5,
    widest_km: float = np.inf,
    candidates: Candidates = "both",
    draws: int = 199,
    level: float = 0.05,
    seed: int = 1,
) -> HotSpots:
    """Find where an activity gathers more than all sites do.

    Candidates are the convex hulls of every cluster of the activity's sites at every density, and every
    circle. What counts is what is inside, of the activity and of everything.

    Parameters
    ----------
    points : array_like, shape (sites, 2)
        Latitude and longitude in degrees of all sites of all activities; on the plane x and y in kilometres.
    member : array_like of bool, shape (sites,)
        Whether a site is of the activity.
    weights : array_like, shape (sites,), optional
        Such as jobs; by default each site counts 1.
    metric : {"sphere", "plane"}
    smallest : int
        Fewest sites of the activity in a hot spot, at least 2.
    largest : float
        Share of all sites (by weight) that a hot spot may hold.
    widest_km : float
        A hot spot fits in a circle of this radius around one of its places. Where a capital holds half of all
        sites, an activity that shuns it has more than its share in all the rest of the country: say how wide
        an agglomeration may be.
    candidates : {"both", "density", "scan"}
        Hulls of density clusters, circles, or both.
    draws : int
        At least 1. Each deals the activity anew to as many sites, whichever.
    level : float
        Greatest p of a hot spot: also the chance of any at all when the activity is dealt by chance.
    seed : int

    Returns
    -------
    HotSpots
        Without spots where no site is of the activity, or every site, or all are at one place.

    Raises
    ------
    InputError
        `group-empty` without a site or with no weight at all, `lengths-differ`, `values-not-numbers`,
        `values-negative`, `cluster-size`, `radius-range`, `level-range`, `option-choice`, `draws-too-few`,
        `seed-negative`, `latitude-out-of-range`, `longitude-out-of-range`.

    Notes
    -----
    Ratio and test: Kulldorff (1997), A spatial scan statistic, Communications in Statistics 26(6), in its
    Bernoulli form. Clusters at every density: the hierarchy of HDBSCAN*, Campello, Moulavi & Sander (2013),
    PAKDD, with the `smallest` nearest. Its usual choice of the most stable clusters is not made: stable means
    dense, and dense are the cities; the ratio chooses instead. Sites at one place are one place with as many
    sites, so that a postcode may be a hot spot of its own, or part of one.

    Candidates are found by looking at the activity, so each draw looks for its own in the same way, and p is
    the rank among the greatest ratios of the draws. Hot spots after the first are compared with the same, and
    have too large a p rather than too small. A draw costs the square of the places for the circles, and for
    the hulls the places times the places of the activity.

    Not for activities that shun each other's sites by law or that come in groups under one roof: sites are
    taken as dealt one by one. Enter a firm with ten sites in one street as one.

    Examples
    --------
    >>> points = [[50.0 + row / 10, 4.0 + column / 10] for row in range(6) for column in range(6)]
    >>> member = [row < 2 and column < 3 for row in range(6) for column in range(6)]
    >>> found = hot_spots(points, member, draws=99)
    >>> [(spot.members.tolist(), spot.expected, spot.p) for spot in found.spots]
    [([0, 1, 2, 6, 7, 8], 1.0, 0.01)]
    """
    ground = _ground(points, member, weights, metric, smallest, largest, widest_km, candidates)
    if not 0.0 < level < 1.0:
        raise InputError("level-range", level=level)
    if draws < 1:
        raise InputError("draws-too-few", draws=draws, least=1)
    stream(seed, 0)  # refuses a negative seed, drawn or not
    found = list(_regions(ground))
    null = _maxima(ground, draws, seed) if found else np.zeros((draws, 1))
    p = monte_carlo_p(np.array([region.llr for region in found]), null)
    q = false_discovery_rate(p)
    spots = tuple(
        _described(ground, region, level, float(p[at]), float(q[at]))
        for at, region in enumerate(found)
        if p[at] <= level
    )
    sites, members, places = ground.member.size, int(ground.member.sum()), len(ground.shares)
    return HotSpots(spots, len(found), sites, members, places, draws, level, seed)


def _ground(
    points: npt.ArrayLike, member: npt.ArrayLike, weights: npt.ArrayLike | None,
    metric: Metric, smallest: int, largest: float, widest: float, candidates: str,
) -> _Ground:  # fmt: skip
    if candidates not in CANDIDATES:
        raise InputError("option-choice", option="candidates", value=candidates, known=list(CANDIDATES))
    if smallest < 2:
        raise InputError("cluster-size", size=smallest)
    places = places_of(points, metric)
    sites = places.of.size
    of = arguments.numbers(np.asarray(member, dtype=float), "member", length=sites) != 0
    weight = np.ones(sites) if weights is None else arguments.weights(weights, "weights", length=sites)
    people = tally(places, weight)
    if not people.any():
        raise InputError("group-empty", name="weights")
    rings = circles(places.distances, people, largest, widest)
    return _Ground(
        places, vectors(places.points, metric), metric == "sphere", of, weight, people / people.sum(),
        rings, smallest, largest + SLACK, widest, CANDIDATES[candidates],
    )  # fmt: skip


def _tally(ground: _Ground, member: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Weight and number of the activity's sites at each place."""
    return tally(ground.places, ground.weight * member), tally(ground.places, member)


def _regions(ground: _Ground) -> Iterator[_Region]:
    """Candidates by falling ratio, none touching one before; of equals the hull before the circle."""
    cases, counts = _tally(ground, ground.member)
    if ground.member.all():
        return
    hulls = _hulls(ground, cases, counts) if "density" in ground.kinds else []
    taken = np.zeros(len(cases), dtype=np.uint8)
    while True:
        free = [region for region in hulls if not taken[region.inside].any()]
        options = free[:1] + (_circles(ground, cases, counts, taken) if "scan" in ground.kinds else [])
        if not options:
            return
        chosen = max(options, key=lambda region: region.llr)
        hulls, taken[chosen.inside] = free, 1
        yield chosen


def _circles(ground: _Ground, cases: Floats, counts: Floats, taken: npt.NDArray[np.uint8]) -> list[_Region]:
    """The best circle that touches no place taken, if any has more than its share."""
    from traitdunion.methods.compiled.scan_statistic import greatest_circle  # noqa: PLC0415  slow to import

    total, rings = float(ground.weight.sum()), ground.rings
    llr, centre, held = greatest_circle(
        rings.order, rings.reach, ground.shares, cases, counts, total, float(ground.smallest), taken
    )
    ratio = round(llr, DIGITS)
    return [_Region(ratio, circle(rings, int(centre), int(held)), "scan")] if ratio > 0 else []


def _hulls(ground: _Ground, cases: Floats, counts: Floats) -> list[_Region]:
    """Hulls of density clusters with more than their share, by falling ratio; the small one first."""
    from traitdunion.methods.compiled import scan_statistic as loops  # noqa: PLC0415  slow to import

    place, start, run = loops.dense_groups(ground.places.distances, counts, ground.smallest)
    total, found = float(ground.weight.sum()), []
    within = np.zeros(len(cases), dtype=np.uint8)
    for first, length in zip(start, run, strict=True):
        group = place[first : first + length]
        if not loops.fits(ground.places.distances, group, ground.widest):
            continue
        loops.enclosed(ground.vectors, group, ground.sphere, within)
        inside = np.flatnonzero(within)
        share = float(ground.shares[inside].sum())
        if share <= ground.largest:
            llr = loops.log_ratio(float(cases[inside].sum()), float(cases.sum()), share, total)
            found.append(_Region(round(llr, DIGITS), inside, "density"))
    several = [region for region in found if region.llr > 0]
    return sorted(several, key=lambda region: (-region.llr, region.inside.size, region.inside.tolist()))


def _maxima(ground: _Ground, draws: int, seed: int) -> Floats:
    """Greatest ratio of all candidates in each draw, shape (draws, 1)."""
    from traitdunion.methods.compiled import scan_statistic as loops  # noqa: PLC0415  slow to import

    total, best = float(ground.weight.sum()), np.zeros(draws)
    # Sites alike in place and weight are interchangeable: the order of the rows handed in plays no part.
    order = np.lexsort((ground.weight, ground.places.of))
    for first in range(0, draws, BATCH):
        numbers = range(first, min(first + BATCH, draws))
        dealt = [_tally(ground, _dealt(ground, order, stream(seed, draw))) for draw in numbers]
        part = np.zeros(len(dealt))
        if "scan" in ground.kinds:
            cases, counts = (np.ascontiguousarray(np.stack(one, axis=1)) for one in zip(*dealt, strict=True))
            loops.greatest_circles(
                ground.rings.order, ground.rings.reach, ground.shares, cases, counts,
                total, float(ground.smallest), part,
            )  # fmt: skip
        if "density" in ground.kinds:
            hulls = [
                loops.greatest_group(
                    ground.places.distances, ground.vectors, ground.sphere, ground.shares, *one,
                    total, ground.smallest, ground.largest, ground.widest,
                )
                for one in dealt
            ]  # fmt: skip
            part = np.maximum(part, hulls)
        best[first : first + len(part)] = part
    return best.round(DIGITS)[:, None]


def _dealt(ground: _Ground, order: Integers, dice: np.random.Generator) -> npt.NDArray[np.bool_]:
    """Deal the activity to as many sites, whichever."""
    member = np.zeros(order.size, dtype=bool)
    member[order[dice.permutation(order.size)[: int(ground.member.sum())]]] = True
    return member


def _described(ground: _Ground, region: _Region, level: float, p: float, q: float) -> HotSpot:
    within = np.isin(ground.places.of, region.inside)
    members, sites = np.flatnonzero(within & ground.member), np.flatnonzero(within)
    weight = ground.weight[ground.member]
    total, cases = float(weight.sum()), float(ground.weight[members].sum())
    share = float(ground.shares[region.inside].sum())
    # So many sites of equal weight would tell as much.
    sample = total**2 / float((weight**2).sum())
    low, high = _interval(cases / total * sample, sample, share, level)
    inside = ground.vectors[region.inside]
    center = middle(ground.vectors[ground.places.of[members]], ground.weight[members], ground.sphere)
    return HotSpot(
        members=members, sites=sites, center=center, hull=ring(inside, ground.sphere),
        radius_km=farthest_km(center, inside, ground.sphere), cases=cases, expected=total * share,
        relative_risk=relative_risk(cases, total * share, total), low=low, high=high,
        llr=region.llr, p=p, q=q, found_by=region.found_by,
    )  # fmt: skip


def _interval(cases: float, total: float, share: float, level: float) -> tuple[float, float]:
    """Exact interval of the ratio of two Poisson rates given the sum of the counts: Clopper, Pearson."""
    tail, odds = level / 2.0, (1.0 - share) / share
    low = special.betaincinv(cases, total - cases + 1.0, tail) if cases > 0 else 0.0
    high = special.betaincinv(cases + 1.0, total - cases, 1.0 - tail) if cases < total * (1 - SLACK) else 1.0
    return tuple(float(one / (1.0 - one) * odds) if one < 1.0 else np.inf for one in (low, high))  # type: ignore[return-value]
