import re
from itertools import pairwise

import pytest

from traitdunion.language.backtest_drawings import Bar, Dot, bars_svg, reliability_svg

LABELS = ("foretold", "came", "whole")


def circles(svg: str) -> list[tuple[str, float, float, float]]:
    found = re.findall(r'<circle class="(\w+)" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg)
    return [(look, float(x), float(y), float(r)) for look, x, y, r in found]


def test_bars_are_as_long_as_their_values_within_the_longest_interval() -> None:
    bars = [Bar("a", 0.2, 0.1, 0.4, "0.2", own=True), Bar("b <i>", 0.1, 0.05, 0.15, "0.1", own=False)]
    svg = bars_svg(bars, label="all & each")
    assert [float(one) for one in re.findall(r'<rect y="\d+" width="([\d.]+)"', svg)] == [240.0, 120.0]
    assert svg.count('<g class="own">') == svg.count('<g class="other">') == 1
    assert "b &lt;i&gt;" in svg
    assert 'aria-label="all &amp; each"' in svg


def test_a_bar_without_an_interval_has_no_whisker() -> None:
    nan = float("nan")
    assert "whisker" not in bars_svg([Bar("a", 0.2, nan, nan, "0.2", own=True)], label="x")
    assert bars_svg([], label="x").startswith("<svg")
    assert 'width="0.0"' in bars_svg([Bar("a", 0.0, 0.0, 0.0, "0", own=False)], label="x")


def test_chances_that_came_true_as_foretold_lie_on_the_line() -> None:
    dots = [Dot(0.25, 0.25, 100, own=True), Dot(0.01, 0.01, 25, own=False), Dot(0.04, 0.16, 1, own=True)]
    svg = str(reliability_svg(dots, labels=LABELS, language="fr"))
    left, floor, right, top = map(
        float, re.findall(r'class="same" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"', svg)[0]
    )
    found = {(look, radius): (x, y) for look, x, y, radius in circles(svg)}
    for x, y in (found["own", 10.0], found["other", 6.5]):
        assert (x - left) / (right - left) == pytest.approx((floor - y) / (floor - top), abs=0.002)
    x, y = found["own", 3.7]
    assert (floor - y) > (x - left)
    assert "20\u00a0%" in svg


def test_ticks_never_stand_in_each_others_way() -> None:
    for most in (0.004, 0.03, 0.2, 1.0):
        svg = str(reliability_svg([Dot(most, most / 2, 5, own=True)], labels=LABELS, language="en"))
        across = [float(one) for one in re.findall(r'<path d="M([\d.]+) [\d.]+v5"', svg)]
        assert len(across) >= 2
        assert min(b - a for a, b in pairwise(across)) >= 39.9
