import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.marcon_puech import marcon_puech_density, marcon_puech_m
from traitdunion.methods.space.point_patterns import between, read_sites


def first(count, members):
    return np.arange(count) < members


def defined(sites, member, near, weight, inside):
    """Share around each member that has anyone around, over its share everywhere, by plain sums."""
    every = np.arange(len(member))
    apart, same = between(sites, every, every), (member == near).all()
    values = []
    for looked in inside:
        local, expected = [], []
        for i in np.flatnonzero(member):
            counts = looked(apart[i]) * (every != i)
            if (weight * counts).sum() > 0:
                local.append((weight * counts)[near].sum() / (weight * counts).sum())
                whole = weight[near].sum() - (weight[i] if same else 0)
                expected.append(whole / (weight.sum() - weight[i]))
        values.append(np.mean(local) / np.mean(expected) if local else np.nan)
    return np.array(values)


def discs(radii):
    return [lambda apart, r=r: (apart <= r).astype(float) for r in radii]


def bells(distances, bandwidth):
    return [lambda apart, d=d: np.exp(-(((d - apart) / bandwidth) ** 2) / 2) for d in distances]


@pytest.mark.parametrize("metric", ["plane", "sphere"])
@pytest.mark.parametrize("cross", [False, True])
def test_both_follow_their_definition(metric, cross):
    dice = np.random.default_rng(1)
    points = np.column_stack([dice.uniform(48, 52, 120), dice.uniform(2, 8, 120)])
    member, weight = first(120, 25), dice.pareto(1.5, 120) + 0.1
    near = np.arange(120) >= 90 if cross else member
    radii = np.array([0.3, 1.0, 2.0, 4.0]) * (100 if metric == "sphere" else 1)
    asked = {"distances": radii, "weights": weight, "metric": metric, "draws": 19}
    asked["neighbours"] = near if cross else None
    sites = read_sites(points, metric)
    found = marcon_puech_m(points, member, **asked)
    np.testing.assert_allclose(found.values, defined(sites, member, near, weight, discs(radii)), rtol=1e-12)
    wide = radii[1] / 2
    found = marcon_puech_density(points, member, bandwidth=wide, **asked)
    true = defined(sites, member, near, weight, bells(radii, wide))
    np.testing.assert_allclose(found.values, true, rtol=5e-4)
    assert (found.bandwidth, found.bandwidth_rule) == (wide, "given")


def test_whoever_has_no_neighbour_is_left_out_and_nobody_gives_nan():
    points = [[0, 0], [1, 0], [50, 0], [51, 0], [90, 0]]
    found = marcon_puech_m(points, [1, 1, 0, 0, 1], distances=[0.5, 1, 100], draws=19)
    assert np.isnan(found.values[0])
    # The two at 0 and 1 have each other only, that is all of one kind; the one at 90 nobody.
    assert found.values[1] == pytest.approx(1 / (2 / 4))
    assert found.values[2] == pytest.approx(1.0)


def test_a_site_on_the_rim_is_inside():
    points = np.array([[0.1, 0.0], [0.4, 0.0], [0.1, 0.3], [5.0, 5.0]])
    found = marcon_puech_m(points, [1, 1, 0, 0], distances=[0.3], draws=19)
    assert found.values[0] == pytest.approx((1 / 2 + 1) / 2 * 3)


def test_towns_are_no_clusters_but_a_cluster_is():
    """Everyone keeps to towns: the activity that does no more than that is not localized."""
    dice = stream(2, 0)
    towns = dice.random((10, 2)) * 100
    points = towns[dice.integers(10, size=500)] + dice.normal(size=(500, 2))
    member = np.zeros(500, bool)
    member[dice.choice(500, 60, replace=False)] = True
    radii = np.linspace(1, 30, 15)
    assert marcon_puech_m(points, member, distances=radii, draws=199).p > 0.05
    points[:20] = [50, 50] + dice.normal(size=(20, 2)) * 0.1
    found = marcon_puech_m(points, first(500, 40), distances=radii, draws=199)
    assert found.localized
    assert found.excess[0] > 0
    assert (found.deficit == 0).all()
    assert marcon_puech_density(points, first(500, 40), distances=radii, bandwidth=1.0, draws=99).localized


def test_of_random_activities_one_in_twenty_is_localized():
    points, left = stream(3, 0).random((150, 2)) * 100, []
    weight = stream(3, 1).pareto(2.0, 150) + 1.0
    for trial in range(150):
        member = np.zeros(150, bool)
        member[stream(4, trial).choice(150, 25, replace=False)] = True
        found = marcon_puech_m(
            points, member, weights=weight, distances=np.arange(5, 50, 5), null="labels", draws=99, seed=trial
        )
        left.append([found.localized, (found.values < found.low).any(), found.p <= 0.05])
    assert (np.mean(left, axis=0) < 0.05 + 4 * np.sqrt(0.05 * 0.95 / 150)).all()
    assert np.mean(left) > 0.01


def test_plants_that_move_keep_their_weight_and_labels_leave_it_behind():
    """The activity has both large plants, some four fifths of all weight: no share can be much above that."""
    points = stream(5, 0).random((60, 2)) * 100
    weight = np.where(np.arange(60) < 2, 100.0, 1.0)
    asked = {"distances": [20.0, 200.0], "weights": weight, "draws": 199}
    plants = marcon_puech_m(points, first(60, 10), null="plants", **asked)
    labels = marcon_puech_m(points, first(60, 10), null="labels", **asked)
    assert plants.high[0] < 1.3 < labels.high[0]
    for found in (plants, labels):  # with everyone inside there is nothing to compare
        assert [found.low[1], found.values[1], found.high[1]] == pytest.approx([1.0] * 3)


def test_neighbours_move_and_members_stay():
    points = np.concatenate([np.zeros((5, 2)), np.full((5, 2), 9.0), stream(6, 0).random((40, 2)) * 3 + 20])
    part = np.repeat([0, 1, 2], [5, 5, 40])
    found = marcon_puech_m(points, part == 0, neighbours=part == 1, distances=[1, 15], draws=99)
    # Within 15 of the members there are five other sites, all of them neighbours.
    assert found.values.tolist() == pytest.approx([0.0, (5 / 9) / (5 / 49)])
    assert found.localized
    assert found.high[0] == 0.0


def test_same_input_same_answer():
    points = stream(7, 0).random((50, 2))
    one, again, other = (
        marcon_puech_m(points, first(50, 9), distances=[0.2, 0.5], draws=39, seed=seed) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one.high, again.high)
    assert not np.array_equal(one.high, other.high)


PLACES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.5, 7.0]), st.sampled_from([0.0, 1.0, 40.0])), min_size=1, max_size=10
)
KNOWN = {"values-not-numbers", "values-negative", "sites-too-few", "points-coincide", "bandwidth-range"}


@settings(max_examples=60)
@given(
    PLACES, st.integers(0, 2**10 - 1), st.lists(st.floats(-1, 9), min_size=10, max_size=10) | st.none(),
    st.sampled_from([marcon_puech_m, marcon_puech_density]), st.sampled_from(["plants", "labels"]),
)  # fmt: skip
def test_any_input_has_an_answer_or_a_named_error(points, which, weights, measure, null):
    member = [bool(which >> i & 1) for i in range(len(points))]
    given = None if weights is None else weights[: len(points)]
    try:
        found = measure(points, member, weights=given, distances=[0.0, 1.0, 9.0], null=null, draws=19)
    except InputError as error:
        assert error.key in KNOWN  # noqa: PT017  the other answer is checked below
        return
    seen = found.values[~np.isnan(found.values)]
    assert ((seen >= 0) & np.isfinite(seen)).all()
    assert not (found.localized and found.dispersed)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"draws": 0}, "draws-too-few"),
        ({"null": "sites"}, "option-choice"),
        ({"distances": [2, 1]}, "distances-not-increasing"),
        ({"weights": [1, 2]}, "lengths-differ"),
        ({"neighbours": first(30, 3)}, "groups-overlap"),
        ({"metric": "globe"}, "option-choice"),
    ],
)
def test_refusals(changed, key):
    asked = {"draws": 19, "distances": [1]} | changed
    with pytest.raises(InputError) as refused:
        marcon_puech_m(stream(1, 0).random((30, 2)), first(30, 10), **asked)
    assert refused.value.key == key
