"""Locate: where an activity really concentrates, how strongly, and how surely.

Everything is relative to all organizations whose place is known: a city is not a concentration, more of one
activity than the city leads one to expect is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from traitdunion.domain.agglomeration import Agglomeration, Location
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.report import Column, Listing
from traitdunion.errors import InputError
from traitdunion.methods.space.hot_spots import HotSpots, hot_spots
from traitdunion.methods.space.places import snapped
from traitdunion.steps.locate.areas import areas, spread, thin
from traitdunion.steps.locate.distances import curve, curve_findings, curve_listing, distances
from traitdunion.steps.locate.ground import Sites, town_of
from traitdunion.steps.locate.practice import practised
from traitdunion.version import VERSION

__all__ = ["locate"]

_FEW = 30  # sites of an activity below which every figure rests on a handful
_MOST_IN_ONE = 0.5  # share of the activity in one town above which the town is the activity
_WIDEST_KM = 15.0  # a district of average area (714 km²) is no wider: beyond, it is a part of the country
_MOST_PLACES = 2_500  # of hot spots: what they cost goes with the square of the places
_MOST_DRAWS = 199  # of hot spots: each draw looks for all of them anew
_COARSE = frozenset({"municipality", "locality", "city", "postcode"})
_AGGLOMERATIONS = (
    Column("number", "integer"),
    Column("place", "term"),
    Column("organizations", "integer"),
    Column("everyone", "integer"),
    Column("expected", "decimal"),
    Column("ratio", "decimal"),
    Column("low", "decimal"),
    Column("high", "decimal"),
    Column("p", "decimal"),
    Column("q", "decimal"),
    Column("radius_km", "decimal"),
    Column("lat", "decimal"),
    Column("lon", "decimal"),
    Column("found_by", "term"),
)
_ORGANIZATIONS = (
    Column("organization", "organization"),
    Column("place", "term"),
    Column("area", "area"),
    Column("agglomeration", "integer"),
    Column("by_code", "term"),
    Column("by_topic", "term"),
    Column("by_project", "term"),
)


def locate(
    ecosystem: Ecosystem, activity: str, *, draws: int = 999, level: float = 0.05, seed: int = 1
) -> Location:
    """Find where an activity concentrates.

    Parameters
    ----------
    ecosystem : Ecosystem
    activity : str
        A field ("life-sciences", "digital", "energy", "manufacturing"), a NACE code, or a theme.
    draws : int
        Of the null models: labels dealt blindly over all sites.
    level : float
        Share of curves without concentration that leave the band; an agglomeration is kept when its p is at
        most this.
    seed : int

    Returns
    -------
    Location
        With the lists `agglomerations`, `areas`, `provinces`, `curve` and `activity-organizations`. Each
        organization counts as one site, wherever and however large it is.

    Raises
    ------
    InputError
        `activity-unknown`, `activity-nowhere` when no organization of it has a known place.
    """
    practice = practised(ecosystem, activity)
    sites = Sites.of(ecosystem, practice)
    if not sites.member.any():
        raise InputError("activity-nowhere", activity=practice.activity)
    density = distances(sites, draws=draws, level=level, seed=seed)
    spots = _spots(sites, draws=draws, level=level, seed=seed)
    found = tuple(_agglomerations(sites, spots))
    districts = areas(sites, "arrondissement", key="areas", level=1 - 2 * level)
    return Location(
        activity=practice.activity,
        agglomerations=found,
        curve=None if density is None else curve(density),
        points=sites.points,
        chosen=sites.member,
        ids=tuple(row["id"] for row in sites.rows),
        measurement=Measurement(
            name="locate",
            findings=(
                *_findings(sites, found),
                *curve_findings(density),
                *spread(sites, draws=draws, seed=seed),
            ),
            listings=(
                _agglomeration_listing(found),
                districts,
                areas(sites, "province", key="provinces", level=1 - 2 * level),
                curve_listing(density),
                _organization_listing(sites, found),
            ),
            caveats=tuple(_caveats(sites, districts, has_curve=density is not None)),
            parameters={
                "activity": practice.activity,
                "draws": draws,
                "search_draws": min(draws, _MOST_DRAWS),
                "level": level,
                "widest_km": _WIDEST_KM,
                "bandwidth": None if density is None else round(float(density.bandwidth), 3),
                "engine": None if density is None else density.engine,
            },
            as_of=ecosystem.as_of.isoformat(),
            ecosystem=ecosystem.key,
            seed=seed,
            version=VERSION,
        ),
    )


def _spots(sites: Sites, *, draws: int, level: float, seed: int) -> HotSpots | None:
    """Look for hot spots; nowhere when all sites do the activity, or none but one does."""
    if sites.member.sum() < 2 or sites.member.all():
        return None
    return hot_spots(
        snapped(sites.points, most=_MOST_PLACES).points,
        sites.member,
        metric="sphere",
        widest_km=_WIDEST_KM,
        draws=min(draws, _MOST_DRAWS),
        level=level,
        seed=seed,
    )


def _agglomerations(sites: Sites, found: HotSpots | None) -> Iterator[Agglomeration]:
    for number, spot in enumerate(found.spots if found else (), start=1):
        yield Agglomeration(
            number=number,
            places=sites.towns(spot.members),
            organizations=tuple(sites.rows[row]["id"] for row in spot.members.tolist()),
            everyone=len(spot.sites),
            expected=spot.expected,
            ratio=spot.relative_risk,
            low=spot.low,
            high=spot.high,
            p=spot.p,
            q=spot.q,
            lat=float(spot.center[0]),
            lon=float(spot.center[1]),
            radius_km=spot.radius_km,
            hull=spot.hull,
            found_by=spot.found_by,
        )


def _agglomeration_listing(found: Sequence[Agglomeration]) -> Listing:
    rows = tuple(
        (
            one.number,
            one.places,
            len(one.organizations),
            *(one.everyone, one.expected, one.ratio, one.low, one.high),
            *(one.p, one.q, one.radius_km, one.lat, one.lon, one.found_by),
        )
        for one in found
    )
    return Listing("agglomerations", _AGGLOMERATIONS, rows)


def _organization_listing(sites: Sites, found: Sequence[Agglomeration]) -> Listing:
    number = {organization: one.number for one in found for organization in one.organizations}
    rows = [
        (
            sites.rows[row]["id"],
            town_of(sites.rows[row]),
            sites.rows[row]["arrondissement"],
            number.get(sites.rows[row]["id"]),
            *(bool(known[row]) for known in (sites.by_code, sites.by_topic, sites.by_project)),
        )
        for row in np.flatnonzero(sites.member).tolist()
    ]
    rows.sort(key=lambda row: (row[3] is None, row[3] or 0, row[1], row[0]))
    return Listing("activity-organizations", _ORGANIZATIONS, tuple(rows))


def _findings(sites: Sites, found: Sequence[Agglomeration]) -> Iterator[Finding]:
    members, inside = int(sites.member.sum()), sum(len(one.organizations) for one in found)
    yield Finding("activity-organizations", float(members))
    yield Finding("sites", float(len(sites.rows)))
    yield Finding("agglomerations", float(len(found)))
    if found:
        yield Finding("share-inside", inside / members)
        yield Finding("share-everyone", sum(one.everyone for one in found) / len(sites.rows))


def _caveats(sites: Sites, districts: Listing, *, has_curve: bool) -> Iterator[Caveat]:
    members = int(sites.member.sum())
    if members < _FEW:
        yield Caveat("few-sites", {"count": members})
    if not has_curve:
        yield Caveat("no-curve")
    town, share = _largest_town(sites)
    if share > _MOST_IN_ONE:
        yield Caveat("one-town", {"share": share, "town": town})
    if thin(districts):
        yield Caveat("thin-areas", {"count": thin(districts), "all": len(districts.rows)})
    coarse = sum(row["precision"] in _COARSE for row in sites.rows) / len(sites.rows)
    if coarse > 0:
        yield Caveat("coarse-places", {"share": coarse})
    cell = snapped(sites.points, most=_MOST_PLACES).cell_km
    if cell:
        yield Caveat("places-gathered", {"cell": cell})
    if sites.unplaced:
        yield Caveat("unplaced", {"count": sites.unplaced})
    only = sites.member & sites.by_project & ~sites.by_code & ~sites.by_topic
    if only.any():
        yield Caveat("by-project-only", {"share": float(only.sum() / members)})
    yield Caveat("each-counts-one")
    yield Caveat("registered-place")
    yield Caveat("sample-not-register")


def _largest_town(sites: Sites) -> tuple[str, float]:
    towns = Counter(town_of(sites.rows[row]) for row in np.flatnonzero(sites.member).tolist())
    town, count = min(towns.items(), key=lambda one: (-one[1], one[0]))
    return town, count / towns.total()
