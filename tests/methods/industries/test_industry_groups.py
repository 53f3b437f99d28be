import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from traitdunion.errors import InputError
from traitdunion.methods.industries.industry_groups import grouping_score, grouping_test, industry_groups
from traitdunion.methods.permutation import stream

LABELS = st.lists(st.integers(0, 3), min_size=2, max_size=7)


def random_relation(seed, count, unknown=0.0):
    dice = stream(seed, 0)
    values = dice.normal(size=(count, count))
    values[dice.random((count, count)) < unknown] = np.nan
    return (values + values.T) / 2


def planted(seed=1, sizes=(6, 5, 4, 3), closer=4.0):
    labels = np.repeat(np.arange(len(sizes)), sizes)
    return random_relation(seed, len(labels)) + closer * np.equal.outer(labels, labels), labels


def same_groups(one, other):
    return (np.equal.outer(one, one) == np.equal.outer(other, other)).all()


@pytest.mark.parametrize("method", ["average", "ward"])
def test_groups_that_are_there_are_found(method):
    values, labels = planted()
    order = stream(2, 0).permutation(len(labels))
    found = industry_groups(values[np.ix_(order, order)], 4, method=method)
    assert same_groups(found, labels[order])
    firsts = [found.tolist().index(group) for group in range(4)]
    assert firsts == sorted(firsts)


@given(st.integers(2, 7), st.integers(0, 99), st.integers(1, 7))
def test_as_many_groups_as_asked_for(count, seed, groups):
    groups = min(groups, count)
    found = industry_groups(random_relation(seed, count), groups)
    assert sorted(set(found.tolist())) == list(range(groups))
    distance = -random_relation(seed, count)[np.triu_indices(count, 1)]
    tree = linkage(distance - distance.min(), "average")
    assert same_groups(found, fcluster(tree, groups, criterion="maxclust"))


@pytest.mark.parametrize("method", ["average", "ward"])
def test_the_unknown_is_the_least_related_and_the_diagonal_nothing(method):
    values, labels = planted()
    holes = values.copy()
    holes[0, 9] = holes[9, 0] = np.nan
    np.fill_diagonal(holes, -1e9)
    assert same_groups(industry_groups(holes, 4, method=method), labels)
    assert industry_groups(np.full((3, 3), np.nan), 2, method=method).tolist() == [0, 0, 0]
    assert industry_groups([[5.0]], 1, method=method).tolist() == [0]


def scores_by_hand(values, labels):
    """Mean of the known pairs within and between groups, from the definition."""
    names = sorted(set(labels))

    def mean(a, b):
        pairs = [
            values[i, j]
            for i, one in enumerate(labels)
            for j, other in enumerate(labels)
            if i != j and (one, other) == (a, b) and np.isfinite(values[i, j])
        ]
        return np.mean(pairs) if pairs else np.nan

    return np.array([[mean(a, b) for b in names] for a in names])


@given(LABELS, st.integers(0, 99))
def test_scores_are_as_defined(labels, seed):
    values = random_relation(seed, len(labels), unknown=0.1)
    found, by_hand = grouping_score(values, labels), scores_by_hand(values, labels)
    np.testing.assert_allclose(found.within, np.diag(by_hand), atol=1e-12)
    apart = ~np.eye(len(by_hand), dtype=bool)
    np.testing.assert_allclose(found.between[apart], by_hand[apart], atol=1e-12)
    assert np.isnan(np.diag(found.between)).all()
    judged = [
        (inside, [one for one in row if np.isfinite(one)])
        for inside, row in zip(found.within, found.between, strict=True)
        if np.isfinite(inside) and np.isfinite(row).any()
    ]
    assert found.groups_judged == len(judged)
    for share, limit in ((found.above_mean, np.mean), (found.above_95, lambda row: np.percentile(row, 95))):
        expected = np.mean([inside > limit(row) for inside, row in judged]) if judged else np.nan
        assert share == pytest.approx(expected, nan_ok=True)


@given(LABELS, st.integers(0, 99))
def test_industries_are_judged_one_by_one(labels, seed):
    values, labels = random_relation(seed, len(labels), unknown=0.1), np.array(labels)
    held = []
    for i, label in enumerate(labels):
        near = {}
        for group in set(labels.tolist()):
            known = [values[i, j] for j in np.flatnonzero(labels == group) if j != i]
            known = [one for one in known if np.isfinite(one)]
            near[group] = np.mean(known) if known else np.nan
        own = near.pop(label.item())
        others = [one for one in near.values() if np.isfinite(one)]
        if np.isfinite(own) and others:
            held.append(own > np.percentile(others, 95))
    found = grouping_score(values, labels)
    assert found.industries_judged == len(held)
    assert found.industries_above_95 == pytest.approx(np.mean(held) if held else np.nan, nan_ok=True)


def test_names_and_numbers_label_alike():
    values, labels = planted()
    named = grouping_score(values, np.array(list("dcba"))[labels])
    numbered = grouping_score(values, labels)
    np.testing.assert_allclose(named.within, numbered.within[::-1])
    assert (named.above_95, named.industries_above_95) == (numbered.above_95, 1.0)


def test_groups_that_are_there_pass_and_labels_at_random_do_not():
    values, labels = planted()
    found = grouping_test(values, labels, draws=199)
    same = np.equal.outer(labels, labels)[np.triu_indices(len(labels), 1)]
    pairs = values[np.triu_indices(len(labels), 1)]
    assert found.excess == pytest.approx(pairs[same].mean() - pairs[~same].mean())
    assert (found.p, found.draws) == (1 / 200, 199)
    assert abs(found.expected) < 0.1


def test_p_values_are_uniform_when_labels_say_nothing():
    p = np.array(
        [
            grouping_test(random_relation(seed, 10), [0, 0, 0, 0, 1, 1, 1, 2, 2, 2], draws=39, seed=seed).p
            for seed in range(300)
        ]
    )
    for level in (0.1, 0.25, 0.5, 0.75):
        assert abs((p <= level).mean() - level) < 4 * np.sqrt(level * (1 - level) / 300)


@pytest.mark.parametrize("labels", [[0, 0, 0], [0, 1, 2]])
def test_groups_of_one_kind_cannot_be_tested(labels):
    found = grouping_test(random_relation(1, 3), labels, draws=9)
    assert np.isnan([found.excess, found.expected, found.p]).all()


def test_nothing_to_group():
    nothing = np.zeros((0, 0))
    score = grouping_score(nothing, [])
    assert (score.groups_judged, score.industries_judged) == (0, 0)
    assert np.isnan([score.above_mean, score.above_95, score.industries_above_95]).all()
    with pytest.raises(InputError) as refused:
        industry_groups(nothing, 1)
    assert refused.value.key == "groups-range"


@pytest.mark.parametrize(
    ("values", "labels", "key"),
    [
        (np.ones((2, 3)), [0, 1], "matrix-not-square"),
        (np.ones(3), [0, 1, 1], "matrix-not-square"),
        ([[0, 1], [2, 0]], [0, 1], "matrix-not-symmetric"),
        ([[0, np.nan], [2, 0]], [0, 1], "matrix-not-symmetric"),
        (np.ones((2, 2)), [0, 1, 2], "lengths-differ"),
    ],
)
def test_what_cannot_be_is_refused(values, labels, key):
    for method in (grouping_score, grouping_test):
        with pytest.raises(InputError) as refused:
            method(values, labels)
        assert refused.value.key == key
    if key != "lengths-differ":
        with pytest.raises(InputError) as refused:
            industry_groups(values, 1)
        assert refused.value.key == key


@pytest.mark.parametrize(
    ("options", "key"), [({"draws": 0}, "draws-too-few"), ({"seed": -1}, "seed-negative")]
)
def test_draws_that_cannot_be_are_refused(options, key):
    with pytest.raises(InputError) as refused:
        grouping_test(np.ones((2, 2)), [0, 1], **options)
    assert refused.value.key == key


@pytest.mark.parametrize("groups", [0, 4, -1])
def test_a_number_of_groups_that_cannot_be_is_refused(groups):
    with pytest.raises(InputError) as refused:
        industry_groups(np.ones((3, 3)), groups)
    assert refused.value.key == "groups-range"
