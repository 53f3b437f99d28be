"""Drawings of a plan as inline SVG: what each budget gains under its maximum, and the plan beside others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from traitdunion.domain.plan import Beside, CurvePoint, Plan
from traitdunion.language import formats
from traitdunion.language.backtest_drawings import Bar, bars_svg
from traitdunion.language.catalog import say
from traitdunion.language.drawings import ticks
from traitdunion.language.plans import besides

_WIDE, _HIGH = 480, 320  # narrow enough to be read on a telephone
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 12, 40, 58
_DOT = 6
Drawing = Mapping[str, Any]


def drawings(plan: Plan, language: str) -> list[Drawing]:
    """Draw what each budget gains, and the plan beside the other choices; nothing of an empty plan."""
    drawn: list[Drawing] = []
    if not plan.lines:
        return drawn
    points = sorted(plan.curve, key=lambda point: point.introductions)
    if len(points) > 1:
        title = say("measure-plan-curve", language)
        described = say("measure-plan-curve-described", language)
        labels = [say(f"measure-plan-curve-{axis}", language) for axis in ("across", "up")]
        svg = curve_svg(points, chosen(plan), labels=(*labels, title), language=language)
        drawn.append({"title": title, "described": described, "svg": svg})
    title, described = say("measure-plan-beside", language), say("measure-plan-beside-described", language)
    drawn.append(
        {"title": title, "described": described, "svg": bars_svg(_bars(plan, language), label=title)}
    )
    return drawn


def chosen(plan: Plan) -> CurvePoint:
    """Give the plan itself as a point of its curve."""
    return CurvePoint(len(plan.lines), plan.gain, plan.bound)


def curve_svg(
    points: Sequence[CurvePoint], mark: CurvePoint, *, labels: Sequence[str], language: str
) -> Markup:
    """Draw gain by budget under the maximum of that budget.

    Parameters
    ----------
    points : sequence of CurvePoint
        By ascending budget.
    mark : CurvePoint
        The budget chosen.
    labels : sequence of str
        Names of the horizontal axis, of the vertical one, and of the whole drawing.
    language : str
        Numbers are written in it.
    """
    everything = [*points, mark]
    frame = _Frame(
        max(point.introductions for point in everything) or 1,
        max(max(point.gain, point.bound) for point in everything) or 1.0,
    )
    origin = [] if points[0].introductions == 0 else [(0.0, 0.0)]
    bound = frame.path([*origin, *((point.introductions, point.bound) for point in points)])
    gain = frame.path([*origin, *((point.introductions, point.gain) for point in points)])
    parts = [
        _axis_across(frame, labels[0], language),
        _axis_up(frame, labels[1], language),
        Markup('<path class="same" fill="none" d="{}"/>').format(bound),
        Markup('<path class="curve" d="{}"/>').format(gain),
        _marked(frame, mark, language),
    ]
    return Markup('<svg class="chart bars" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
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
        return "M" + "L".join("{} {}".format(*self.at(*point)) for point in points)


def _marked(frame: _Frame, mark: CurvePoint, language: str) -> Markup:
    """Mark the budget by an upright line with its number above, and its gain by a dot."""
    x, y = frame.at(mark.introductions, mark.gain)
    side = "much" if x > _WIDE / 2 else "of"
    text = f"{formats.number(mark.introductions, language)} → {formats.number(mark.gain, language, digits=1)}"
    return Markup(
        '<g class="own"><path class="whisker" stroke-dasharray="2 3" d="M{0} {1}V{2}"/>'
        '<circle class="own" cx="{0}" cy="{3}" r="{4}"/><text class="{5}" x="{0}" y="{6}">{7}</text></g>'
    ).format(x, _TOP - 12, _HIGH - _BOTTOM, y, _DOT, side, _TOP - 18, text)


def _axis_across(frame: _Frame, label: str, language: str) -> Markup:
    floor = _HIGH - _BOTTOM
    marks = [
        Markup('<path d="M{0} {1}v5"/><text x="{0}" y="{2}">{3}</text>').format(
            frame.at(value, 0)[0], floor, floor + 20, formats.number(value, language)
        )
        for value in ticks(frame.right, most=5)
        if value == int(value)
    ]
    return Markup(
        '<g class="axis"><path d="M{} {}H{}"/>{}<text class="name" x="{}" y="{}">{}</text></g>'
    ).format(_LEFT, floor, _WIDE - _RIGHT, Markup("").join(marks), _WIDE - _RIGHT, floor + 46, label)


def _axis_up(frame: _Frame, label: str, language: str) -> Markup:
    values = ticks(frame.top, most=5)
    digits = 0 if all(value == int(value) for value in values) else 1 if frame.top >= 1 else 2
    marks = [
        Markup('<path d="M{0} {1}h-5"/><text class="much" x="{2}" y="{3}">{4}</text>').format(
            _LEFT, y, _LEFT - 9, y + 5, formats.number(value, language, digits=digits)
        )
        for value in values
        for y in [frame.at(0, value)[1]]
    ]
    return Markup(
        '<g class="axis"><path d="M{0} {1}V{2}"/>{3}'
        '<text class="name" transform="translate(14 {1}) rotate(-90)">{4}</text></g>'
    ).format(_LEFT, _TOP, _HIGH - _BOTTOM, Markup("").join(marks), label)


def _bars(plan: Plan, language: str) -> list[Bar]:
    """Give this plan first, then the others by what they gain."""
    span = formats.interval(plan.rounds.low, plan.rounds.high, language)
    gain = f"{formats.number(plan.gain, language, digits=1)} ({span})"
    own = Bar(say("plan-ours", language), plan.gain, plan.rounds.low, plan.rounds.high, gain, own=True)
    others = [
        Bar(
            name=say(f"plan-{name}", language),
            value=other.gain,
            low=other.low,
            high=other.high,
            text=_spanned(other, language),
            own=False,
        )
        for name, other in besides(plan)
    ]
    return [own, *sorted(others, key=lambda bar: -bar.value)]


def _spanned(other: Beside, language: str) -> str:
    span = formats.interval(other.low, other.high, language)
    return f"{formats.number(other.gain, language, digits=1)} ({span})"
