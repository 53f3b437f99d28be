"""Drawings of a backtest as inline SVG: bars with intervals, chances foretold beside what came true."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from traitdunion.language import formats

_WIDE = 480  # narrow enough to be read on a telephone
_ROW = 40  # height of a bar with its name above
_SIDE = 380  # of the square of chances
_LEFT, _TOP, _BOTTOM = 76, 14, 58
_TICKS = (0.0, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0)
_APART = 40.0  # units between two ticks at least


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its value with interval, the value as text, and whether it is the advice judged."""

    name: str
    value: float
    low: float
    high: float
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A class of chances: foretold, came true, of how many pairs, and whether these were advised."""

    predicted: float
    observed: float
    pairs: float
    own: bool


def bars_svg(bars: Sequence[Bar], *, label: str) -> Markup:
    """Draw bars one below the other, each under its name."""
    most = max((one.high if math.isfinite(one.high) else one.value for one in bars), default=0.0) or 1.0
    drawn = Markup("").join(_bar(place, one, _WIDE / most) for place, one in enumerate(bars))
    return Markup('<svg class="chart bars" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDE, len(bars) * _ROW, label, drawn
    )


def _bar(place: int, bar: Bar, scale: float) -> Markup:
    top = place * _ROW
    parts = [
        Markup(
            '<text class="of" x="0" y="{0}">{1}</text><text class="much" x="{2}" y="{0}">{3}</text>'
        ).format(top + 15, bar.name, _WIDE, bar.text),
        Markup('<rect y="{}" width="{}" height="9"/>').format(top + 21, round(bar.value * scale, 1)),
    ]
    if math.isfinite(bar.low) and math.isfinite(bar.high):
        low, high = round(bar.low * scale, 1), min(round(bar.high * scale, 1), _WIDE - 1)
        parts.append(
            Markup('<path class="whisker" d="M{0} {2}H{1}M{0} {3}v7M{1} {3}v7"/>').format(
                low, high, top + 25.5, top + 22
            )
        )
    return Markup('<g class="{}">{}</g>').format("own" if bar.own else "other", Markup("").join(parts))


def reliability_svg(dots: Sequence[Dot], *, labels: Sequence[str], language: str) -> Markup:
    """Draw chances that came true over those foretold; on the line both are the same.

    Parameters
    ----------
    dots : sequence of Dot
    labels : sequence of str
        Names of the horizontal axis, of the vertical one, and of the whole drawing.
    language : str

    Notes
    -----
    Both axes are drawn by the square root: most chances are small.
    """
    top = max((one for dot in dots for one in (dot.predicted, dot.observed)), default=0.0) or 1.0
    most = max((dot.pairs for dot in dots), default=1.0)
    parts = [
        _axes(top, labels, language),
        Markup('<path class="same" d="M{} {}L{} {}"/>').format(*_at(0.0, 0.0, top), *_at(top, top, top)),
    ]
    for dot in sorted(dots, key=lambda one: one.own):
        radius = round(3.0 + 7.0 * math.sqrt(dot.pairs / most), 1)
        parts.append(
            Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
                "own" if dot.own else "other", *_at(dot.predicted, dot.observed, top), radius
            )
        )
    return Markup('<svg class="chart bars" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDE, _SIDE + _TOP + _BOTTOM, labels[2], Markup("").join(parts)
    )


def _at(x: float, y: float, top: float) -> tuple[float, float]:
    across, up = (math.sqrt(one / top) * _SIDE for one in (x, y))
    return round(_LEFT + across, 1), round(_TOP + _SIDE - up, 1)


def _axes(top: float, labels: Sequence[str], language: str) -> Markup:
    floor = _TOP + _SIDE
    parts = [Markup('<path d="M{} {}V{}H{}"/>').format(_LEFT, _TOP, floor, _LEFT + _SIDE)]
    for value in _ticks(top):
        x, y = _at(value, value, top)
        text = formats.percent(value, language, digits=0 if value in (0.0, 1.0) or value >= 0.01 else 1)
        parts += [
            Markup('<path d="M{0} {1}v5"/><text x="{0}" y="{2}">{3}</text>').format(
                x, floor, floor + 20, text
            ),
            Markup('<path d="M{0} {1}h-5"/><text class="much" x="{2}" y="{3}">{4}</text>').format(
                _LEFT, y, _LEFT - 8, y + 5, text
            ),
        ]
    parts += [
        Markup('<text class="name" x="{}" y="{}">{}</text>').format(_LEFT + _SIDE, floor + 46, labels[0]),
        Markup('<text class="name" transform="translate(14 {}) rotate(-90)">{}</text>').format(
            _TOP, labels[1]
        ),
    ]
    return Markup('<g class="axis">{}</g>').format(Markup("").join(parts))


def _ticks(top: float) -> list[float]:
    """Choose ticks up to a top that do not stand in each other's way."""
    kept = [0.0]
    for value in _TICKS:
        if value <= top and (math.sqrt(value) - math.sqrt(kept[-1])) / math.sqrt(top) * _SIDE >= _APART:
            kept.append(value)
    return kept
