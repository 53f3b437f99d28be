import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.space import point_patterns
from traitdunion.methods.space.point_patterns import (
    between,
    evenly,
    pair_distances,
    read_distances,
    read_groups,
    read_sites,
    relabelled,
)
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.methods.space.smoothing import choose_bandwidth, median_distance, silverman

COORDINATE = st.floats(-1e3, 1e3)


def line(*places):
    return read_sites([[place, 0.0] for place in places])


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=2, max_size=8))
def test_distances_on_the_sphere_are_great_circle_distances(places):
    sites = read_sites(places, "sphere")
    every = np.arange(len(places))
    lat, lon = np.array(places).T
    true = great_circle_km(lat[:, None], lon[:, None], lat, lon)
    # Near antipodes the arcsine of a number close to 1 keeps but half of the digits.
    np.testing.assert_allclose(between(sites, every, every), true, atol=1e-3)
    near = true < 15_000
    np.testing.assert_allclose(between(sites, every, every)[near], true[near], atol=1e-6)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=8))
def test_distances_on_the_plane_are_straight(places):
    sites, where = read_sites(places), np.array(places)
    groups = read_groups(sites, np.ones(len(places), bool), None, None)
    expected = [np.hypot(*(where[i] - where[j])) for i in range(len(places)) for j in range(i)]
    np.testing.assert_allclose(np.sort(pair_distances(sites, groups)), np.sort(expected), atol=1e-9)


def test_a_relabelling_draws_every_site_alike_and_keeps_the_weights():
    sites = line(*range(10))
    groups = read_groups(sites, np.arange(10) < 3, None, np.arange(10) + 1.0)
    drawn = [relabelled(groups, 10, seed=5, draw=draw) for draw in range(3000)]
    for one in drawn:
        assert one.same
        assert (16 * one.first_weight).tolist() == [1.0, 2.0, 3.0]
        assert len(set(one.first.tolist())) == 3
    first = np.array([one.first for one in drawn])
    for column in first.T:  # each weight goes everywhere alike
        assert abs(np.bincount(column, minlength=10) - 300).max() < 5 * np.sqrt(270)
    again = relabelled(groups, 10, seed=5, draw=17).first
    np.testing.assert_array_equal(again, first[17])


def test_of_two_activities_the_neighbours_move_to_other_sites_than_the_members():
    sites = line(*range(10))
    groups = read_groups(sites, np.arange(10) < 3, np.arange(10) > 7, np.arange(10) + 1.0)
    drawn = [relabelled(groups, 10, seed=5, draw=draw) for draw in range(500)]
    assert all(one.first.tolist() == [0, 1, 2] and not one.same for one in drawn)
    seen = np.bincount(np.concatenate([one.second for one in drawn]), minlength=10)
    assert (seen[:3] == 0).all()
    assert abs(seen[3:] - 1000 / 7).max() < 5 * np.sqrt(1000 / 7)
    assert drawn[0].alone == 0.0
    assert drawn[0].total * 16**2 == 6.0 * 19.0


def test_silverman_follows_the_formula():
    distances = np.random.default_rng(1).gamma(2.0, size=500)
    quarter = np.subtract(*np.percentile(distances, [75, 25])) / 1.34
    expected = 0.9 * min(distances.std(ddof=1), quarter) * 500**-0.2
    assert silverman(distances) == pytest.approx(expected)
    assert silverman(distances, pairs=5e6) == pytest.approx(expected * 1e4**-0.2)
    mostly_zero = np.r_[np.zeros(90), 1.0]
    assert silverman(mostly_zero) == pytest.approx(0.9 * mostly_zero.std(ddof=1) * 91**-0.2)


def test_rules_for_the_bandwidth():
    dice = np.random.default_rng(2)
    sites = read_sites(dice.random((60, 2)) * 100)
    groups = read_groups(sites, np.arange(60) < 30, None, None)
    distances = pair_distances(sites, groups)
    assert choose_bandwidth(sites, groups, "pairs", 10.0) == (silverman(distances), "pairs")
    near = choose_bandwidth(sites, groups, "near pairs", 10.0)
    assert near == (pytest.approx(silverman(distances[distances <= 20.0])), "near pairs")
    assert choose_bandwidth(sites, groups, 3, 10.0) == (3.0, "given")


def test_an_activity_at_one_place_takes_the_bandwidth_of_all_sites():
    sites = line(0, 0, 0, 3, 9, 20)
    groups = read_groups(sites, [1, 1, 1, 0, 0, 0], None, None)
    found = choose_bandwidth(sites, groups, "pairs", 10.0)
    assert found.rule == "all sites"
    everyone = pair_distances(sites, read_groups(sites, np.ones(6, bool), None, None))
    assert found.value == pytest.approx(silverman(everyone, pairs=3))


def test_the_median_distance_is_of_all_pairs_or_of_those_apart():
    assert median_distance(line(0, 1, 3)) == 2.0
    assert median_distance(line(0, 0, 0, 0, 5, 7)) == 5.0
    with pytest.raises(InputError, match=r"one place|coincide"):
        median_distance(line(4, 4, 4))


def test_a_selection_is_even_and_close_to_the_whole(monkeypatch):
    assert evenly(np.arange(10), 20).tolist() == list(range(10))
    dice = np.random.default_rng(3)
    sites = read_sites(dice.random((900, 2)) * 100)
    whole = median_distance(sites)
    monkeypatch.setattr(point_patterns, "SAMPLE", 300)
    assert 0 < abs(median_distance(sites) / whole - 1) < 0.05


@pytest.mark.parametrize(
    ("points", "metric", "key"),
    [
        ([], "plane", "group-empty"),
        (np.empty((0, 2)), "sphere", "group-empty"),
        ([1.0, 2.0], "plane", "points-shape"),
        ([[1.0, 2.0, 3.0]], "plane", "points-shape"),
        ([[np.nan, 0.0]], "plane", "values-not-numbers"),
        ([[np.inf, 0.0]], "sphere", "values-not-numbers"),
        ([[91.0, 0.0]], "sphere", "latitude-out-of-range"),
        ([[0.0, 181.0]], "sphere", "longitude-out-of-range"),
        ([[0.0, 0.0]], "torus", "option-choice"),
    ],
)
def test_points_refused(points, metric, key):
    with pytest.raises(InputError) as refused:
        read_sites(points, metric)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("member", "neighbours", "weight", "key"),
    [
        ([0, 0, 0], None, None, "sites-too-few"),
        ([1, 0, 0], None, None, "sites-too-few"),
        ([1, 1, 0], None, [1, 0, 5], "sites-too-few"),
        ([1, 1, 0], None, [1, 1e-13, 5], "sites-too-few"),
        ([1, 0, 0], [0, 0, 0], None, "sites-too-few"),
        ([1, 1, 0], [0, 1, 1], None, "groups-overlap"),
        ([1, 1], None, None, "lengths-differ"),
        ([1, 1, 0], [1, 0], None, "lengths-differ"),
        ([1, 1, 0], None, [1, 1], "lengths-differ"),
        ([1, 1, 0], None, [1, 1, -1], "values-negative"),
        ([1, 1, 0], None, [1, 1, np.nan], "values-not-numbers"),
    ],
)
def test_groups_refused(member, neighbours, weight, key):
    with pytest.raises(InputError) as refused:
        read_groups(line(0, 1, 2), member, neighbours, weight)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("distances", "key"),
    [
        ([], "group-empty"),
        ([2.0, 1.0], "distances-not-increasing"),
        ([1.0, 1.0], "distances-not-increasing"),
        ([-1.0, 1.0], "values-negative"),
        ([0.0, np.nan], "values-not-numbers"),
    ],
)
def test_distances_refused(distances, key):
    with pytest.raises(InputError) as refused:
        read_distances(distances)
    assert refused.value.key == key


@pytest.mark.parametrize("bandwidth", [0.0, -1.0, np.inf, np.nan])
def test_bandwidths_refused(bandwidth):
    sites = line(0, 1, 2)
    groups = read_groups(sites, [1, 1, 0], None, None)
    with pytest.raises(InputError) as refused:
        choose_bandwidth(sites, groups, bandwidth, 1.0)
    assert refused.value.key == "bandwidth-range"
    with pytest.raises(InputError) as refused:
        choose_bandwidth(sites, groups, "scott", 1.0)
    assert refused.value.key == "option-choice"


@given(st.lists(st.floats(1e-9, 1e9), min_size=2, max_size=9))
def test_the_weight_of_pairs_is_summed_pair_by_pair(weight):
    sites = line(*range(len(weight)))
    try:
        groups = read_groups(sites, np.ones(len(weight), bool), None, weight)
    except InputError:
        assert sorted(weight)[-2] <= 1e-12 * max(weight)
        return
    size = groups.first_weight
    expected = 2 * sum(size[i] * size[j] for i in range(size.size) for j in range(i))
    assert groups.total == pytest.approx(expected, rel=1e-12)
    assert groups.alone == pytest.approx((size**2).sum())
    assert 0.25 < size.max() <= 1.0
