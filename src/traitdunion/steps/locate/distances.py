"""At which distances organizations of the activity stand nearer to each other than chance would have it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from traitdunion.domain.agglomeration import Curve
from traitdunion.domain.measurement import Finding
from traitdunion.domain.report import Column, Listing
from traitdunion.methods.space.k_density import KDensity, k_density
from traitdunion.steps.locate.ground import Sites

Bools = npt.NDArray[np.bool_]
_FEWEST = 5  # members of the activity, below which a curve says nothing
_THOUSAND = 1_000.0  # pairs the densities are told for: one in a thousand is readable, 0.001 is not
_COLUMNS = (
    Column("distance_km", "decimal"),
    Column("density", "decimal"),
    Column("density_low", "decimal"),
    Column("density_high", "decimal"),
    Column("finding", "term"),
)


def distances(sites: Sites, *, draws: int, level: float, seed: int) -> KDensity | None:
    """Estimate the density of distances; None when there are too few sites, or they are all in one place."""
    apart = len(np.unique(sites.points, axis=0)) > 1
    if sites.member.sum() < _FEWEST or sites.member.all() or not apart:
        return None
    return k_density(sites.points, sites.member, metric="sphere", draws=draws, level=level, seed=seed)


def curve(found: KDensity) -> Curve:
    """Take what is drawn."""
    return Curve(found.distances, found.values, found.low, found.high)


def curve_listing(found: KDensity | None) -> Listing:
    """List the curve: the table twin of its drawing."""
    if found is None:
        return Listing("curve", _COLUMNS, ())
    rows = tuple(
        (
            float(distance),
            *(float(one * _THOUSAND) for one in (value, low, high)),
            "above" if value > high else "gap" if value < low else "within",
        )
        for distance, value, low, high in zip(
            found.distances, found.values, found.low, found.high, strict=True
        )
    )
    return Listing("curve", _COLUMNS, rows)


def curve_findings(found: KDensity | None) -> Iterator[Finding]:
    """Say whether the curve leaves its band, and up to where."""
    if found is None:
        return
    yield Finding("curve-p", float(found.p))
    if found.localized:
        yield from _first_stretch(found, found.values > found.high, "nearer")
    elif found.dispersed:
        yield from _first_stretch(found, found.values < found.low, "rarer")


def _first_stretch(found: KDensity, beyond: Bools, name: str) -> Iterator[Finding]:
    """Say from and up to which distance the curve first lies beyond its band."""
    first = int(np.argmax(beyond))
    rest = beyond[first:]
    last = first + (len(rest) if rest.all() else int(np.argmin(rest))) - 1
    yield Finding(f"{name}-from", float(found.distances[first]))
    yield Finding(f"{name}-until", float(found.distances[last]))
