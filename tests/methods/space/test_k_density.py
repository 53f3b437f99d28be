import csv
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.k_density import density_curve, k_density
from traitdunion.methods.space.projection import equal_area


def scattered(count=300, seed=1):
    return stream(seed, 0).random((count, 2)) * 100


def first(count, members):
    return np.arange(count) < members


def same(one, other):
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in one.__dataclass_fields__)


def test_a_cluster_among_scattered_sites_is_found_at_its_distance():
    points = np.concatenate([50 + stream(1, 0).normal(size=(40, 2)) * 3, scattered()])
    found = k_density(points, first(340, 40))
    assert found.localized
    assert not found.dispersed
    assert found.p == 0.001
    assert found.distances[found.excess > 0].max() < 20
    assert found.excess.argmax() < 20
    assert (found.deficit == 0).all()
    assert (found.low <= found.center).all()
    assert (found.center <= found.high).all()
    np.testing.assert_array_equal(found.excess, np.maximum(found.values - found.high, 0))
    assert (found.sites, found.members, found.draws, found.level, found.seed) == (340, 40, 999, 0.05, 1)


def test_sites_that_keep_apart_are_dispersed():
    grid = np.stack(np.meshgrid(np.arange(5.0), np.arange(5.0)), axis=-1).reshape(-1, 2) * 22 + 5
    points = np.concatenate([grid, scattered(400)])
    found = k_density(points, first(425, 25), distances=np.linspace(0, 30, 31))
    assert found.dispersed
    assert not found.localized
    assert found.deficit[:10].all()
    np.testing.assert_array_equal(found.deficit, np.maximum(found.low - found.values, 0))


def test_of_random_activities_one_in_twenty_is_localized_and_one_in_twenty_leaves_the_lower_band():
    """The whole path: draws, band and verdict; a pointwise band would be left by a third."""
    points, left = scattered(300, seed=3), []
    asked = {"distances": np.linspace(0, 50, 26), "bandwidth": 4.0, "draws": 199}
    for trial in range(200):
        member = np.zeros(300, bool)
        member[stream(4, trial).choice(300, 25, replace=False)] = True
        found = k_density(points, member, seed=trial, **asked)
        left.append([found.localized, (found.values < found.low).any(), found.p <= 0.05])
    margin = 4 * np.sqrt(0.05 * 0.95 / 200)
    assert (np.abs(np.mean(left, axis=0) - 0.05) < margin).all()


def test_weights_of_jobs_change_the_curve_and_go_along_with_the_draws():
    near = np.array([[0.0, 0.0], [1.0, 0.0]])
    points = np.concatenate([near, scattered(200, seed=5)])
    member = first(202, 20)
    jobs = np.where(np.arange(202) < 2, 500.0, 5.0)
    plain = k_density(points, member, bandwidth=2.0, draws=199)
    weighted = k_density(points, member, bandwidth=2.0, draws=199, weights=jobs)
    assert weighted.values[1] > 20 * plain.values[1]
    # One pair of large plants makes the curve and every draw: wherever it falls it makes a peak.
    assert weighted.high.max() > 2 * plain.high.max()
    alike = k_density(points, member, bandwidth=2.0, draws=199, weights=np.full(202, 7.0))
    np.testing.assert_allclose(alike.values, plain.values, rtol=1e-12)
    np.testing.assert_allclose(alike.high, plain.high, rtol=1e-12)
    only = np.where(member, jobs, 0)
    assert same(weighted, k_density(points, member, bandwidth=2.0, draws=199, weights=only))


def test_a_plant_of_two_jobs_is_not_two_plants_of_one():
    """A pair counts by its product; a plant makes no pair with itself."""
    found = density_curve([[0, 0], [0, 9], [0, 20]], [1, 1, 1], weights=[2, 1, 1], distances=[9, 11, 20],
                          bandwidth=0.5)  # fmt: skip
    peak = 1 / (0.5 * np.sqrt(2 * np.pi))
    np.testing.assert_allclose(found.values / peak, np.array([2, 1, 2]) / 5, atol=1e-3)


@pytest.mark.parametrize("engine", ["places", "grid"])
def test_the_engines_give_the_same_curve_and_the_same_band_within_their_error(engine):
    dice = stream(6, 0)
    towns = dice.random((40, 2)) * 100
    points = towns[dice.integers(40, size=500)]
    weights = dice.pareto(2.0, 500) + 1.0
    exact = k_density(points, first(500, 60), weights=weights, draws=99, engine="exact")
    other = k_density(points, first(500, 60), weights=weights, draws=99, engine=engine)
    assert (exact.error, exact.engine, other.engine) == (0.0, "exact", engine)
    assert other.error < 2e-3
    for name in ("values", "low", "high", "center"):
        one, two = getattr(exact, name), getattr(other, name)
        # An envelope joins two curves, or stretches one away from the mean.
        assert np.abs(one - two).max() <= 4 * other.error * max(one.max(), exact.values.max()), name


def test_sphere_and_plane_agree_on_belgium(data):
    file = data / "geography" / "belgium_localities_2017.csv"
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    points = np.array([[float(row[3]), float(row[2])] for row in rows])
    member = np.zeros(len(points), bool)
    member[stream(7, 0).choice(len(points), 150, replace=False)] = True
    flat = equal_area(*points.T)
    asked = {"distances": np.linspace(0, 150, 76), "bandwidth": 3.0, "draws": 19}
    sphere = k_density(points, member, metric="sphere", engine="exact", **asked)
    plane = k_density(np.column_stack([flat.x, flat.y]), member, engine="exact", **asked)
    grid = k_density(points, member, metric="sphere", engine="grid", **asked)
    # A distance off by a share moves its Gaussian by that share, and no curve is steeper than 1.1 peaks a
    # bandwidth.
    stated = 1.1 * flat.distortion * (150 / 3.0 + 6)
    assert 0 < np.abs(sphere.values - plane.values).max() <= stated * sphere.values.max()
    assert np.abs(sphere.values - grid.values).max() <= grid.error * sphere.values.max()
    assert stated < grid.error < 0.01
    degrees = k_density(points, member, engine="exact", **asked)
    assert np.abs(degrees.values - sphere.values).max() > sphere.values.max()


def test_two_activities_near_each_other():
    dice = stream(8, 0)
    makers = dice.random((30, 2)) * 100
    suppliers = makers + dice.normal(size=(30, 2))
    points = np.concatenate([makers, suppliers, scattered(300, seed=9)])
    part = np.repeat([0, 1, 2], [30, 30, 300])
    found = k_density(points, part == 0, neighbours=part == 1, bandwidth=1.5, draws=199)
    assert found.localized
    assert found.distances[found.excess > 0].min() < 3
    strangers = k_density(points, part == 0, neighbours=np.arange(360) >= 330, bandwidth=1.5, draws=199)
    assert strangers.p > 0.01


def test_same_input_same_answer_and_nothing_changed():
    points, member, weights = scattered(80), first(80, 20), np.ones(80)
    kept = points.copy(), member.copy(), weights.copy()
    one = k_density(points, member, weights=weights, draws=99)
    assert same(one, k_density(points, member, weights=weights, draws=99))
    assert not same(one, k_density(points, member, weights=weights, draws=99, seed=2))
    for before, after in zip(kept, (points, member, weights), strict=True):
        np.testing.assert_array_equal(before, after)


def test_the_defaults():
    points = scattered(120)
    found = k_density(points, first(120, 30), draws=19)
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))[np.triu_indices(120, 1)]
    np.testing.assert_allclose(found.distances, np.linspace(0, np.median(apart), 101))
    assert found.bandwidth_rule == "pairs"
    curve = density_curve(points, first(120, 30))
    np.testing.assert_array_equal(curve.values, found.values)
    assert replace(curve, engine="exact") == curve


def test_when_every_site_is_a_member_nothing_can_be_said():
    found = k_density(scattered(40), np.ones(40, bool), draws=39)
    assert (found.localized, found.dispersed) == (False, False)
    assert found.p == 1.0
    np.testing.assert_allclose(found.high, found.values, rtol=1e-9)


def test_an_activity_at_one_place():
    points = np.concatenate([np.full((10, 2), 50.0), scattered()])
    found = k_density(points, first(310, 10))
    assert found.localized
    assert found.bandwidth_rule == "all sites"
    assert found.excess[0] > 0


def test_all_sites_at_one_place():
    with pytest.raises(InputError) as refused:
        k_density(np.full((10, 2), 3.0), first(10, 4))
    assert refused.value.key == "points-coincide"
    found = k_density(np.full((10, 2), 3.0), first(10, 4), distances=[0, 1], bandwidth=1.0, draws=19)
    assert (found.localized, found.dispersed) == (False, False)
    assert found.values[0] == pytest.approx(2 / np.sqrt(2 * np.pi))


COORDINATE = st.sampled_from([0.0, 0.5, 7.0, 40.0])
POINTS = st.lists(st.tuples(COORDINATE, COORDINATE | st.floats(0, 60)), min_size=1, max_size=12)
WEIGHTS = st.lists(st.floats(-1, 9) | st.just(float("nan")) | st.integers(0, 3), min_size=12, max_size=12)
KNOWN = {"values-not-numbers", "values-negative", "sites-too-few", "points-coincide", "bandwidth-range"}


@settings(max_examples=60)
@given(
    POINTS, st.integers(0, 2**12 - 1), WEIGHTS | st.none(),
    st.sampled_from(["plane", "sphere"]), st.sampled_from(["auto", "exact", "places", "grid"]),
)  # fmt: skip
def test_any_input_has_an_answer_or_a_named_error(points, which, weights, metric, engine):
    member = [bool(which >> i & 1) for i in range(len(points))]
    given = None if weights is None else weights[: len(points)]
    try:
        found = k_density(points, member, weights=given, metric=metric, draws=19, engine=engine)
    except InputError as error:
        # The grid is too large for places far apart with a bandwidth of next to nothing.
        assert error.key in KNOWN | {"grid-too-large"}  # noqa: PT017  the other answer is checked below
        return
    assert np.isfinite(found.values).all()
    assert (found.values >= -2 * found.error * max(found.values.max(), 1 / found.bandwidth)).all()
    assert not (found.localized and found.dispersed)
    assert 1 / 20 <= found.p <= 1


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"draws": 0}, "draws-too-few"),
        ({"draws": 18}, "draws-too-few"),
        ({"level": 1.5}, "level-range"),
        ({"seed": -1}, "seed-negative"),
        ({"engine": "fast"}, "option-choice"),
        ({"metric": "globe"}, "option-choice"),
        ({"bandwidth": "sj"}, "option-choice"),
        ({"bandwidth": 0.0}, "bandwidth-range"),
        ({"distances": []}, "group-empty"),
        ({"neighbours": first(30, 3)}, "groups-overlap"),
    ],
)
def test_refusals(changed, key):
    with pytest.raises(InputError) as refused:
        k_density(scattered(30), first(30, 10), **({"draws": 19} | changed))
    assert refused.value.key == key
