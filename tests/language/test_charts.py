"""Drawings: where things stand on them."""

import math

import numpy as np
import pytest

from traitdunion.domain.report import Point
from traitdunion.language.charts import (
    WIDTH,
    Projection,
    bar_svg,
    gain_svg,
    interval_svg,
    map_view,
    ratio_position,
)

BRUSSELS, LEUVEN, PARIS = (50.85, 4.35), (50.88, 4.70), (48.86, 2.35)


def _point(name: str, place: tuple[float, float], state: str = "other", named: bool = False) -> Point:
    return Point(name, *place, state, named)


def test_the_projection_is_true_to_scale_both_ways() -> None:
    projection = Projection.around(np.array([3.0, 6.0]), np.array([49.5, 51.5]))
    x0, y0 = projection.place(4.0, 50.5)
    east = projection.place(4.0 + 10 / (111.32 * math.cos(math.radians(50.5))), 50.5)[0] - x0
    north = y0 - projection.place(4.0, 50.5 + 10 / 111.32)[1]
    assert east == pytest.approx(north, rel=1e-3)
    assert projection.place(3.0, 51.5) == (24.0, 24.0)


def test_points_outside_the_frame_are_counted(outlines: tuple[object, ...]) -> None:
    points = [_point("a", BRUSSELS), _point("b", PARIS)]
    view = map_view(points, outlines, names={"a": "A"}, named=())  # type: ignore[arg-type]
    assert view is not None
    assert (len(view.marks), view.left_out) == (1, 1)
    assert view.paths[0].startswith("M")


def test_points_of_one_place_are_spread_and_none_hides_another() -> None:
    points = [_point(f"o{number}", BRUSSELS) for number in range(60)] + [_point("c", LEUVEN, "cluster")]
    view = map_view(points, (), names={}, named=())
    assert view is not None
    places = {(mark.x, mark.y) for mark in view.marks}
    assert len(places) == 61
    nearest = min(math.dist(one, other) for one in places for other in places if one != other)
    assert nearest > 4.0


def test_labels_of_named_clusters_do_not_overlap() -> None:
    points = [
        _point(name, place, "cluster", True)
        for name, place in (("a", BRUSSELS), ("b", (50.85, 4.36)), ("c", LEUVEN))
    ]
    view = map_view(
        points,
        (),
        names={"a": "BeCentral", "b": "Other", "c": "Arenberg Science Park"},
        named=("a", "b", "c"),
    )
    assert view is not None
    assert [label.number for label in view.labels] == [1, 2, 3]
    spots = {(label.text_x, label.text_y) for label in view.labels}
    assert len(spots) == 3
    assert all(0 <= label.text_x <= WIDTH for label in view.labels)


def test_nothing_to_draw_is_no_map() -> None:
    assert map_view([], (), names={}, named=()) is None


def test_ratios_stand_on_a_logarithmic_line() -> None:
    assert [ratio_position(ratio, width=60) for ratio in (0.0, 0.125, 0.5, 1.0, 2.0, 8.0, 100.0)] == [
        0.0,
        0.0,
        20.0,
        30.0,
        40.0,
        60.0,
        60.0,
    ]


def test_drawings_are_decoration_and_escape_what_they_hold() -> None:
    drawn = (
        interval_svg(0.5, 0.2, 0.9),
        bar_svg([('"><b>', 1), ("tied", 3)], 4),
        gain_svg(5, 10, low=4, high=6),
    )
    assert all('aria-hidden="true"' in one for one in drawn)
    assert "<b>" not in drawn[1]
    assert 'width="150.0"' in drawn[1]
    assert 'width="150.0"' in drawn[2]
    assert 'width="0.0"' in bar_svg([("tied", 0)], 0)
