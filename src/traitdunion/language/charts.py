"""The drawings of a page, as inline SVG that takes its colours from the page's style.

A drawing never stands alone: the page shows the same facts as a table or in words beside it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from markupsafe import Markup

from traitdunion.domain.report import Point

Floats = npt.NDArray[np.float64]
WIDTH = 1000.0  # units across the map
_MARGIN = 24.0
_STEP = 0.8  # vertices of an outline nearer than this are left out
_APART = 4.6  # spread of points that share one place
_GOLDEN = math.pi * (3 - math.sqrt(5))
_STATES = ("other", "no-data", "no-tie-known", "tied", "cluster")  # drawn in this order: the last on top
_LETTER = 8.6  # width of a letter of a label
_LINE = 17.0  # height of a label


class Outline(Protocol):
    """A backdrop: the boundary of a region or province, as rings of longitude and latitude."""

    @property
    def code(self) -> str: ...  # noqa: D102
    @property
    def rings(self) -> Sequence[Floats]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Projection:
    """A local equirectangular map: true to scale in both directions at its middle latitude."""

    west: float
    north: float
    across: float  # units a degree of longitude
    up: float  # units a degree of latitude
    height: float

    @classmethod
    def around(cls, lon: Floats, lat: Floats) -> Projection:
        """Fit the map around points, `WIDTH` units across with a margin."""
        ratio = math.cos(math.radians((lat.min() + lat.max()) / 2))
        span = max(float(np.ptp(lon)), 0.1)
        across = (WIDTH - 2 * _MARGIN) / span
        up = across / ratio
        height = max(float(np.ptp(lat)), 0.1) * up + 2 * _MARGIN
        return cls(float(lon.min()), float(lat.max()), across, up, round(height, 1))

    def place(self, lon: Any, lat: Any) -> tuple[Any, Any]:
        """Give the units across and down of a longitude and latitude, in degrees."""
        return (lon - self.west) * self.across + _MARGIN, (self.north - lat) * self.up + _MARGIN

    def holds(self, point: Point) -> bool:
        """Say whether a point falls on the map."""
        across, down = self.place(point.lon, point.lat)
        return bool(0 <= across <= WIDTH and 0 <= down <= self.height)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the map: where, in which state, and the name it shows when pointed at."""

    x: float
    y: float
    state: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """A named cluster on the map: its number, its name, and where the name is written."""

    x: float
    y: float
    number: int
    name: str
    text_x: float
    text_y: float
    side: str


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything the map draws."""

    height: float
    paths: tuple[str, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    left_out: int


def map_view(
    points: Sequence[Point], outlines: Sequence[Outline], *, names: Mapping[str, str], named: Sequence[str]
) -> MapView | None:
    """Lay out the map of organizations.

    Parameters
    ----------
    points : sequence of Point
        Positions in degrees (WGS 84). Points of one place are spread around it, so that each is seen.
    outlines : sequence of Outline
        The backdrop, which also sets the frame; without it the frame is set by the points.
    names : mapping of organization to the name it shows
    named : sequence of str
        The clusters that carry a number and a label, in the order of the numbers.

    Returns
    -------
    MapView or None
        None when there is nothing to draw. Points outside the frame are counted in `left_out`.
    """
    rings = [np.asarray(ring, dtype=float) for outline in outlines for ring in outline.rings]
    frame = np.concatenate(rings) if rings else np.array([(point.lon, point.lat) for point in points])
    if len(frame) == 0:
        return None
    projection = Projection.around(frame[:, 0], frame[:, 1])
    inside = [point for point in points if projection.holds(point)]
    return MapView(
        height=projection.height,
        paths=tuple(path for ring in rings if (path := outline_path(ring, projection))),
        marks=tuple(_marks(inside, projection, names)),
        labels=tuple(_labels(inside, projection, names, named)),
        left_out=len(points) - len(inside),
    )


def outline_path(ring: Floats, projection: Projection) -> str:
    """Draw a ring with one decimal, leaving out vertices too near the last one to be told apart."""
    across, down = projection.place(ring[:, 0], ring[:, 1])
    kept: list[tuple[float, float]] = []
    for x, y in zip(across.tolist(), down.tolist(), strict=True):
        if not kept or math.hypot(x - kept[-1][0], y - kept[-1][1]) >= _STEP:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"


def _marks(points: Iterable[Point], projection: Projection, names: Mapping[str, str]) -> list[Mark]:
    """Spread the points of each place like the seeds of a sunflower, the most telling in the middle."""
    places: dict[tuple[float, float], list[Point]] = defaultdict(list)
    for point in points:
        places[round(point.lon, 4), round(point.lat, 4)].append(point)
    marks = []
    for (lon, lat), here in sorted(places.items()):
        x, y = projection.place(lon, lat)
        here.sort(key=lambda point: (-_STATES.index(point.state), not point.named, point.organization))
        for seed, point in enumerate(here):
            away, turn = _APART * math.sqrt(seed), seed * _GOLDEN
            at = (round(x + away * math.cos(turn), 1), round(y + away * math.sin(turn), 1))
            marks.append(Mark(*at, point.state, names.get(point.organization, point.organization)))
    return sorted(marks, key=lambda mark: (_STATES.index(mark.state), mark.y, mark.x))


def _labels(
    points: Iterable[Point], projection: Projection, names: Mapping[str, str], named: Sequence[str]
) -> list[Label]:
    """Write each name beside its mark, on the first side where it covers neither name nor mark."""
    where = {point.organization: projection.place(point.lon, point.lat) for point in points}
    shown = [(number, one, *where[one]) for number, one in enumerate(named, start=1) if one in where]
    taken = [(x - 14, y - 14, x + 14, y + 14) for _, _, x, y in shown]
    labels = []
    for number, one, x, y in shown:
        name = names.get(one, one)
        side, box = _free_side(x, y, len(name) * _LETTER, taken)
        taken.append(box)
        text_x = {"start": box[0], "end": box[2], "middle": (box[0] + box[2]) / 2}[side]
        labels.append(
            Label(
                x=round(float(x), 1),
                y=round(float(y), 1),
                number=number,
                name=name,
                text_x=round(float(text_x), 1),
                text_y=round(float(box[3]) - 4, 1),
                side=side,
            )
        )
    return labels


def _free_side(
    x: float, y: float, width: float, taken: Sequence[tuple[float, float, float, float]]
) -> tuple[str, tuple[float, float, float, float]]:
    half = _LINE / 2
    sides = [
        ("start", (x + 18, y - half, x + 18 + width, y + half)),
        ("end", (x - 18 - width, y - half, x - 18, y + half)),
        ("middle", (x - width / 2, y + 17, x + width / 2, y + 17 + _LINE)),
        ("middle", (x - width / 2, y - 17 - _LINE, x + width / 2, y - 17)),
    ]
    free = [(side, box) for side, box in sides if box[0] >= 0 and box[2] <= WIDTH and not _hits(box, taken)]
    return free[0] if free else sides[0]


def _hits(box: tuple[float, ...], taken: Iterable[tuple[float, ...]]) -> bool:
    return any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def ratio_position(ratio: float, *, width: float) -> float:
    """Place a ratio on a line from an eighth to eight times, one in the middle; beyond, at the end.

    Examples
    --------
    >>> ratio_position(1.0, width=200), ratio_position(0.0, width=200), ratio_position(2.0, width=180)
    (100.0, 0.0, 120.0)
    """
    doublings = math.log2(ratio) if ratio > 0 else -math.inf
    return round((min(max(doublings, -3.0), 3.0) + 3.0) / 6.0 * width, 1)


def interval_svg(value: float, low: float, high: float) -> Markup:
    """Draw a ratio with its interval beside the line of one. Decoration: the figures stand beside it."""
    at, left, right = (ratio_position(one, width=160) for one in (value, low, high))
    return Markup(
        '<svg class="interval" viewBox="-4 0 168 16" aria-hidden="true" focusable="false">'
        '<path class="rule" d="M0 8H160"/><path class="one" d="M80 1V15"/>'
        '<path class="span" d="M{} 8H{}"/><circle cx="{}" cy="8" r="4"/></svg>'
    ).format(left, right, at)


def bar_svg(parts: Sequence[tuple[str, float]], total: float) -> Markup:
    """Draw a bar of parts, each in the look of its state. Decoration: the figures stand beside it."""
    drawn, at = [], 0.0
    for state, amount in parts:
        width = round(amount / total * 200, 1) if total else 0.0
        drawn.append(Markup('<rect class="{}" x="{}" width="{}" height="12"/>').format(state, at, width))
        at = round(at + width, 1)
    return Markup(
        '<svg class="bar" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true"'
        ' focusable="false">{}</svg>'
    ).format(Markup("").join(drawn))


def gain_svg(value: float, most: float, *, low: float | None = None, high: float | None = None) -> Markup:
    """Draw a gain as a bar up to the most there is, with its interval. Decoration, as above."""
    scale = 300 / most if most else 0.0
    bar = Markup('<rect class="value" y="3" width="{}" height="12"/>').format(round(value * scale, 1))
    if low is not None and high is not None:
        ends = (round(low * scale, 1), round(high * scale, 1))
        bar += Markup('<path class="whisker" d="M{0} 9H{1}M{0} 4V14M{1} 4V14"/>').format(*ends)
    return Markup(
        '<svg class="gain" viewBox="0 0 302 18" aria-hidden="true" focusable="false">{}</svg>'
    ).format(bar)
