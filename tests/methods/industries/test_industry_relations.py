import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.industries.industry_relations import (
    Relation,
    colocation,
    combined,
    input_output,
    location_correlation,
    related_pairs,
    shared_events,
)


def tables(rows, columns):
    row = st.lists(st.integers(0, 6), min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows).map(np.array)


JOBS = st.integers(1, 6).flatmap(lambda regions: tables(regions, 4))
FLOWS = tables(5, 5)


def is_a_relation(relation, size):
    assert relation.values.shape == relation.count.shape == (size, size)
    np.testing.assert_array_equal(relation.values, relation.values.T)
    np.testing.assert_array_equal(relation.count, relation.count.T)
    assert np.isnan(np.diag(relation.values)).all()


@given(JOBS)
def test_colocation_is_as_defined(jobs):
    relation = colocation(jobs)
    is_a_relation(relation, 4)
    total = jobs.sum()
    for i in range(4):
        for j in range(4):
            if i == j or not jobs[:, i].any() or not jobs[:, j].any() or (jobs.sum(axis=1) == total).any():
                assert np.isnan(relation.values[i, j])
                continue
            x = jobs.sum(axis=1) / total
            s, t = jobs[:, i] / jobs[:, i].sum(), jobs[:, j] / jobs[:, j].sum()
            expected = sum((s - x) * (t - x)) / (1 - sum(x * x))
            assert relation.values[i, j] == pytest.approx(expected, abs=1e-12)
            assert relation.count[i, j] == ((jobs[:, i] > 0) & (jobs[:, j] > 0)).sum()


def test_two_of_a_kind_in_one_region_are_as_close_as_can_be_and_apart_they_are_not():
    same = colocation([[5, 5], [0, 0]], region_shares=[1, 1])
    other = colocation([[5, 0], [0, 5]], region_shares=[1, 1])
    assert (same.values[0, 1], other.values[0, 1]) == (1.0, -1.0)


def test_industries_scattered_at_random_are_not_related():
    dice = np.random.default_rng(1)
    share = dice.dirichlet(np.full(40, 2.0))
    jobs = dice.multinomial(4_000, share, size=60).T
    values = colocation(jobs, region_shares=share).values
    assert abs(np.nanmean(values)) < 3 * np.nanstd(values) / np.sqrt(60 * 59 / 2)


@given(JOBS)
def test_location_correlation_agrees_with_numpy(jobs):
    relation = location_correlation(sparse.csr_array(jobs))
    is_a_relation(relation, 4)
    for i in range(4):
        for j in range(i):
            if np.ptp(jobs[:, i]) == 0 or np.ptp(jobs[:, j]) == 0:
                assert np.isnan(relation.values[i, j])
            else:
                expected = np.corrcoef(jobs[:, i], jobs[:, j])[0, 1]
                assert relation.values[i, j] == pytest.approx(expected, abs=1e-12)


@given(FLOWS)
def test_trade_is_the_largest_of_four_shares(flows):
    relation = input_output(flows)
    is_a_relation(relation, 5)
    bought, sold = flows.sum(axis=0), flows.sum(axis=1)
    for i in range(5):
        for j in range(i):
            if not (bought[i] + sold[i]) or not (bought[j] + sold[j]):
                assert np.isnan(relation.values[i, j])
                continue
            shares = [
                part / whole if whole else 0.0
                for part, whole in [
                    (flows[i, j], bought[j]),
                    (flows[j, i], bought[i]),
                    (flows[i, j], sold[i]),
                    (flows[j, i], sold[j]),
                ]
            ]
            assert relation.values[i, j] == pytest.approx(max(shares))


def test_what_is_bought_and_sold_outside_the_table_makes_shares_smaller():
    flows = [[0, 4], [0, 0]]
    assert input_output(flows).values[0, 1] == 1.0
    assert input_output(flows, inputs=[5, 16], outputs=[8, 9]).values[0, 1] == 0.5


@given(tables(4, 6))
def test_shared_events_count_little_when_large(incidence):
    relation = shared_events(sparse.csr_array(incidence > 2))
    is_a_relation(relation, 4)
    part = incidence > 2
    size = part.sum(axis=0)
    for i in range(4):
        for j in range(i):
            shared = part[i] & part[j]
            if not part[i].any() or not part[j].any():
                assert np.isnan(relation.values[i, j])
            else:
                assert relation.values[i, j] == pytest.approx((1 / (size[shared] - 1)).sum())
                assert relation.count[i, j] == shared.sum()


@given(JOBS, tables(4, 4), st.sampled_from(["rank", "z"]))
def test_what_is_combined_is_known_to_all_and_keeps_a_common_order(jobs, flows, how):
    place, trade = colocation(jobs), input_output(flows)
    both = combined([place, trade], how)
    is_a_relation(both, 4)
    known = np.isfinite(place.values) & np.isfinite(trade.values)
    np.testing.assert_array_equal(np.isfinite(both.values), known)
    again = combined([trade, place], how)
    np.testing.assert_allclose(both.values, again.values, atol=1e-12)
    first, second = np.nonzero(known)
    for a in zip(first, second, strict=True):
        for b in zip(first, second, strict=True):
            if place.values[a] > place.values[b] and trade.values[a] > trade.values[b]:
                assert both.values[a] > both.values[b]


def test_ranks_do_not_mind_how_far_a_value_lies_and_standard_scores_do():
    def with_value(far):
        values = np.array([[np.nan, 1.0, 2.0], [1.0, np.nan, far], [2.0, far, np.nan]])
        return Relation("input-output", values, np.ones((3, 3)))

    for how, same in (("rank", True), ("z", False)):
        near, far = (combined([with_value(value)], how).values for value in (3.0, 300.0))
        assert np.array_equal(near, far, equal_nan=True) is same


def test_measures_that_say_the_same_of_all_pairs_say_nothing():
    flat = Relation("input-output", np.where(np.eye(3) > 0, np.nan, 2.0), np.ones((3, 3)))
    assert np.nanmax(np.abs(combined([flat], "z").values)) == 0.0


@given(JOBS)
def test_pairs_are_listed_once_from_the_most_related_down(jobs):
    relation = colocation(jobs)
    pairs = related_pairs(relation, fewest=2)
    assert len(pairs.value) == np.isfinite(relation.values).sum() / 2
    assert (pairs.first < pairs.second).all()
    assert (np.diff(pairs.value) <= 0).all()
    assert (pairs.value == relation.values[pairs.first, pairs.second]).all()
    assert (pairs.doubtful == (relation.count[pairs.first, pairs.second] < 2)).all()


@pytest.mark.parametrize("measure", [colocation, location_correlation, input_output, shared_events])
@pytest.mark.parametrize("size", [0, 1])
def test_hardly_any_industry_has_no_pairs(measure, size):
    relation = measure(np.ones((size, size)))
    assert len(related_pairs(relation).value) == len(related_pairs(combined([relation])).value) == 0


@pytest.mark.parametrize(
    ("measure", "values", "key"),
    [
        (colocation, [[1, -1]], "values-negative"),
        (location_correlation, [[1, np.nan]], "values-not-numbers"),
        (input_output, [[1, 2, 3]], "matrix-not-square"),
        (input_output, [[1, -2], [3, 4]], "values-negative"),
        (lambda jobs: colocation(jobs, region_shares=[1, 1]), [[1, 2]], "lengths-differ"),
        (lambda flows: input_output(flows, inputs=[1]), [[1, 2], [3, 4]], "lengths-differ"),
        (
            lambda sizes: combined([colocation(np.ones((2, size))) for size in sizes]),
            [2, 3],
            "lengths-differ",
        ),
        (combined, [], "group-empty"),
    ],
)
def test_what_cannot_be_is_refused(measure, values, key):
    with pytest.raises(InputError) as error:
        measure(values)
    assert error.value.key == key
