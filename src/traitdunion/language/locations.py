"""Where an activity concentrates, as a page with its map and its curve, and as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from traitdunion.domain.agglomeration import Location
from traitdunion.language import measurements
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.charts import Outline
from traitdunion.language.drawings import Area, area_map_svg, curve_svg
from traitdunion.language.names import Names
from traitdunion.language.terms import term


def drawings(
    location: Location, names: Names, outlines: Sequence[Outline] = ()
) -> list[measurements.Drawing]:
    """Draw the map of an activity, and its curve where there is one.

    Parameters
    ----------
    location : Location
    names : Names
    outlines : sequence of Outline
        Backdrop of the map.
    """
    language = names.language
    told = {
        "activity": names.activity(location.activity),
        "agglomerations": len(location.agglomerations),
    }
    drawn = [_drawing("locate-map", _map(location, outlines, language), language, told)]
    if location.curve is not None:
        drawn.append(_drawing("locate-curve", _curve(location, language), language, told))
    return drawn


def write(
    location: Location, folder: Path, *, names: Mapping[str, Names], outlines: Sequence[Outline] = ()
) -> dict[str, Path]:
    """Write a location into a folder: as `measurements.write`, with map and curve."""
    drawn = {language: drawings(location, names[language], outlines) for language in LANGUAGES}
    return measurements.write(location.measurement, folder, names=names, drawings=drawn)


def _drawing(key: str, svg: Markup, language: str, told: Mapping[str, object]) -> measurements.Drawing:
    return {"title": say(key, language), "described": say(f"{key}-described", language, **told), "svg": svg}


def _map(location: Location, outlines: Sequence[Outline], language: str) -> Markup:
    areas = [
        Area(
            ring=found.hull[:, ::-1],
            lon=found.lon,
            lat=found.lat,
            name=", ".join(term(place, language, column="place") for place in found.places),
        )
        for found in location.agglomerations
    ]
    points = location.points[:, ::-1]
    return area_map_svg(
        outlines, points[~location.chosen], points[location.chosen], areas, label=say("locate-map", language)
    )


def _curve(location: Location, language: str) -> Markup:
    assert location.curve is not None
    labels = [say(f"locate-curve{part}", language) for part in ("-across", "-up", "")]
    curve = location.curve
    return curve_svg(curve.distances, curve.values, curve.low, curve.high, labels=labels, language=language)
