"""Drawings of a measurement as inline SVG: a curve with its band, a map of areas; lists are their twins."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from markupsafe import Markup

from traitdunion.language import formats
from traitdunion.language.charts import WIDTH, Outline, Projection, outline_path

Floats = npt.NDArray[np.float64]
_WIDE, _HIGH = 720, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 12, 44
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a map: its ring of longitudes and latitudes in degrees, its centre, its number and name."""

    ring: Floats
    lon: float
    lat: float
    name: str


def curve_svg(
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    *,
    labels: Sequence[str],
    language: str,
) -> Markup:
    """Draw a curve over the band in which chance would hold it.

    Parameters
    ----------
    x, y, low, high : array_like, shape (n,)
        Ascending x; the band may hold NaN where chance says nothing.
    labels : sequence of str
        Names of the horizontal axis, of the vertical one, and of the whole drawing.
    language : str
        Numbers are written in it.
    """
    across, up, lower, upper = (np.asarray(one, dtype=float) for one in (x, y, low, high))
    top = float(np.nanmax(np.concatenate([up, upper, [0.0]]))) or 1.0
    frame = _Frame(float(across.max(initial=1.0)) or 1.0, top)
    known = np.isfinite(lower) & np.isfinite(upper)
    band = [
        *zip(across[known], upper[known], strict=True),
        *reversed(list(zip(across[known], lower[known], strict=True))),
    ]
    line = [(a, b) for a, b in zip(across, up, strict=True) if np.isfinite(b)]
    parts = [_axis_across(frame, labels[0], language), _axis_up(labels[1])]
    if band:
        parts.append(Markup('<path class="band" d="{}Z"/>').format(frame.path(band)))
    parts.append(Markup('<path class="curve" d="{}"/>').format(frame.path(line)))
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDE, _HIGH, labels[2], Markup("").join(parts)
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    right: float
    top: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        across = _LEFT + x / self.right * (_WIDE - _LEFT - _RIGHT)
        return round(across, 1), round(_HIGH - _BOTTOM - y / self.top * (_HIGH - _TOP - _BOTTOM), 1)

    def path(self, points: Sequence[tuple[float, float]]) -> str:
        return "M" + "L".join("{} {}".format(*self.at(float(x), float(y))) for x, y in points)


def ticks(top: float, *, most: int = 7) -> list[float]:
    """Choose round numbers from zero up to a top.

    Examples
    --------
    >>> ticks(95.0), ticks(0.7, most=4)
    ([0.0, 20.0, 40.0, 60.0, 80.0], [0.0, 0.2, 0.4, 0.6])
    """
    rough = top / most
    scale = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    step = next(scale * one for one in _STEPS if scale * one >= rough) if rough > 0 else 1.0
    return [round(step * number, 10) for number in range(int(top / step + 1e-9) + 1)]


def _axis_across(frame: _Frame, label: str, language: str) -> Markup:
    marks = [
        Markup('<path class="tick" d="M{0} {1}v5"/><text x="{0}" y="{2}">{3}</text>').format(
            frame.at(value, 0)[0],
            _HIGH - _BOTTOM,
            _HIGH - _BOTTOM + 19,
            formats.number(value, language, digits=0 if value == int(value) else 1),
        )
        for value in ticks(frame.right)
    ]
    return Markup(
        '<g class="axis"><path d="M{} {}H{}"/>{}<text class="name" x="{}" y="{}">{}</text></g>'
    ).format(_LEFT, _HIGH - _BOTTOM, _WIDE - _RIGHT, Markup("").join(marks), _WIDE - _RIGHT, _HIGH - 4, label)


def _axis_up(label: str) -> Markup:
    """Draw the vertical axis without figures: a density says more or less, its table says how much."""
    return Markup(
        '<g class="axis up"><path d="M{0} {1}V{2}"/>'
        '<text class="name" transform="translate({3} {1}) rotate(-90)">{4}</text></g>'
    ).format(_LEFT, _TOP, _HIGH - _BOTTOM, _LEFT - 16, label)


def area_map_svg(
    outlines: Sequence[Outline], everyone: Floats, chosen: Floats, areas: Sequence[Area], *, label: str
) -> Markup:
    """Draw areas over the places of those chosen among everyone.

    Parameters
    ----------
    outlines : sequence of Outline
        The backdrop, which also sets the frame; without it the points set it.
    everyone, chosen : ndarray, shape (n, 2)
        Longitude and latitude in degrees, one row a place.
    areas : sequence of Area
        Numbered in their order; the numbers are those of the list.
    label : str
        Of the whole drawing.
    """
    rings = [np.asarray(ring, dtype=float) for outline in outlines for ring in outline.rings]
    framed = np.concatenate(rings) if rings else everyone
    projection = Projection.around(framed[:, 0], framed[:, 1])
    drawn = (outline_path(ring, projection) for ring in rings)
    parts = [Markup('<path class="land" d="{}"/>').format(path) for path in drawn if path]
    parts += _dots(everyone, projection, "m-other", 2.2) + _dots(chosen, projection, "m-tied", 3.2)
    for number, area in enumerate(areas, start=1):
        parts += [_shape(area, projection), _pin(number, area, projection)]
    return Markup('<svg class="areas" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, projection.height, label, Markup("").join(parts)
    )


def _dots(points: Floats, projection: Projection, look: str, radius: float) -> list[Markup]:
    at = (
        {
            (round(float(x), 1), round(float(y), 1))
            for x, y in zip(*projection.place(points[:, 0], points[:, 1]), strict=True)
            if 0 <= x <= WIDTH and 0 <= y <= projection.height
        }
        if len(points)
        else set()
    )
    return [
        Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(look, x, y, radius)
        for x, y in sorted(at)
    ]


def _shape(area: Area, projection: Projection) -> Markup:
    if len(area.ring) < 3:
        return Markup("")
    across, down = projection.place(area.ring[:, 0], area.ring[:, 1])
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(across, down, strict=True)) + "Z"
    return Markup('<path class="area" d="{}"/>').format(path)


def _pin(number: int, area: Area, projection: Projection) -> Markup:
    x, y = projection.place(area.lon, area.lat)
    return Markup(
        '<g class="pin" transform="translate({} {})"><title>{}</title>'
        '<circle r="12"/><text y="5">{}</text></g>'
    ).format(round(float(x), 1), round(float(y), 1), area.name, number)
