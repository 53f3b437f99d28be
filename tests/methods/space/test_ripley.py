import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.space.ripley import clark_evans, ripley

SQUARE = ((0.0, 1.0), (0.0, 1.0))
POINTS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=12)


def circle(center, radius, window, steps=20_000):
    """Share of a circle inside the window, by walking along it."""
    angle = (np.arange(steps) + 0.5) * 2 * np.pi / steps
    on = center + radius * np.column_stack([np.cos(angle), np.sin(angle)])
    low, high = np.array(window).T
    return ((on >= low) & (on <= high)).all(axis=1).mean()


def test_corrections_follow_their_definitions():
    window = ((-1.0, 1.5), (2.0, 3.0))
    dice = np.random.default_rng(1)
    points = np.column_stack([dice.uniform(-1, 1.5, 40), dice.uniform(2, 3, 40)])
    gaps = np.abs(points[:, None] - points)
    apart = np.hypot(*gaps.transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    radii = [0.05, 0.2, 0.4]
    share = np.ones_like(apart)
    for i, j in zip(*np.nonzero(apart < 0.41), strict=True):
        share[i, j] = circle(points[i], apart[i, j], window)
    moved = ((2.5 - gaps[:, :, 0]) * (1.0 - gaps[:, :, 1])) / 2.5
    depth = np.minimum(points - [-1, 2], [1.5, 3] - points).min(axis=1)
    for at, r in enumerate(radii):
        near = apart <= r
        kept = depth >= r
        expected = {
            "none": near.sum() * 2.5 / (40 * 39),
            "isotropic": (near / share).sum() * 2.5 / (40 * 39),
            "translation": (near / moved).sum() * 2.5 / (40 * 39),
            "border": near[kept].sum() / kept.sum() * 2.5 / 40,
        }
        for correction, value in expected.items():
            found = ripley(points, window, radii, correction)
            assert found.k[at] == pytest.approx(value, rel=2e-4), correction
            assert found.l[at] == pytest.approx(np.sqrt(value / np.pi), rel=1e-4)


def test_an_even_scatter_has_the_area_of_the_circle():
    radii, scatters = np.array([0.05, 0.1, 0.2]), np.random.default_rng(1).random((40, 200, 2))
    for correction in ("isotropic", "translation", "border"):
        k = np.mean([ripley(points, SQUARE, radii, correction).k for points in scatters], axis=0)
        np.testing.assert_allclose(k, np.pi * radii**2, rtol=0.04)
    plain = np.mean([ripley(points, SQUARE, radii, "none").k for points in scatters], axis=0)
    assert plain[2] < 0.9 * np.pi * 0.04
    nearest = [clark_evans(points, SQUARE, "donnelly") for points in scatters]
    assert np.mean(nearest) == pytest.approx(1.0, abs=0.02)


@given(POINTS)
def test_any_points_have_an_answer(points):
    for correction in ("none", "isotropic", "translation"):
        found = ripley(points, SQUARE, [0.0, 0.1, 0.2], correction)
        assert np.isfinite(found.k).all()
        assert (np.diff(found.k) >= 0).all()
    assert clark_evans(points, SQUARE) >= 0


def test_clark_evans_is_the_mean_nearest_distance():
    assert clark_evans([[0.5, 0.5], [0.5, 0.5]], SQUARE) == 0.0
    assert clark_evans([[0.0, 0.0], [1.0, 0.0]], ((0, 2), (0, 2))) == pytest.approx(
        1.0 / (0.5 * np.sqrt(4 / 2))
    )


def test_no_point_far_enough_from_the_border_gives_nan():
    assert np.isnan(ripley([[0.1, 0.1], [0.2, 0.2]], SQUARE, [0.3], "border").k[0])


@pytest.mark.parametrize(
    ("points", "window", "distances", "correction", "key"),
    [
        ([], SQUARE, [0.1], "none", "group-empty"),
        ([[0.5, 0.5]], SQUARE, [0.1], "none", "sites-too-few"),
        ([[0.5, 0.5], [1.5, 0.5]], SQUARE, [0.1], "none", "points-outside-window"),
        ([[0.5, 0.5], [0.5, 0.5]], ((0.5, 0.5), (0, 1)), [0.1], "none", "points-outside-window"),
        ([[0.5, 0.5], [0.5, 0.5]], ((0, np.inf), (0, 1)), [0.1], "none", "points-outside-window"),
        ([[0.5, 0.5], [np.nan, 0.5]], SQUARE, [0.1], "none", "values-not-numbers"),
        ([[0.5, 0.5], [0.6, 0.5]], SQUARE, [0.2, 0.1], "none", "distances-not-increasing"),
        ([[0.5, 0.5], [0.6, 0.5]], SQUARE, [0.1], "toroidal", "option-choice"),
    ],
)
def test_refusals(points, window, distances, correction, key):
    with pytest.raises(InputError) as refused:
        ripley(points, window, distances, correction)
    assert refused.value.key == key
    with pytest.raises(InputError) as refused:
        clark_evans([[0.5, 0.5], [0.6, 0.6]], SQUARE, "cdf")
    assert refused.value.key == "option-choice"
