import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from traitdunion.errors import InputError
from traitdunion.methods.ranking import auc, joined, judged, mean_interval, settled, spread

SMALL = st.integers(0, 3)


def of_order(order, relevant, k):
    """Measures of one order of candidates, by their definitions."""
    places = [place for place, column in enumerate(order, 1) if column in relevant]
    inside = sum(place <= k for place in places)
    return 1 / min(places), float(inside > 0), inside / len(places), inside / k


@given(st.lists(st.tuples(SMALL, st.booleans(), st.booleans()), min_size=1, max_size=6), st.integers(1, 7))
def test_ties_are_judged_by_the_mean_over_all_orders(candidates, k):
    scores, right, barred = (np.array(part) for part in zip(*candidates, strict=True))
    kept = [column for column in range(len(scores)) if not barred[column]]
    relevant = {column for column in kept if right[column]}
    found = judged([scores], [right], excluded=[barred], lengths=[k])
    measures = [found.reciprocal[0], found.hits[k][0], found.recall[k][0], found.precision[k][0]]
    if not relevant:
        assert np.isnan(measures).all()
        return
    orders = [
        order
        for order in itertools.permutations(kept)
        if all(scores[a] >= scores[b] for a, b in itertools.pairwise(order))
    ]
    expected = np.mean([of_order(order, relevant, k) for order in orders], axis=0)
    np.testing.assert_allclose(measures, expected, rtol=1e-12)


def test_a_known_list():
    found = judged([[9, 8, 7, 6, 5]], [[0, 0, 1, 0, 1]], lengths=[2, 3, 10])
    assert found.reciprocal.tolist() == [1 / 3]
    assert [found.hits[k][0] for k in (2, 3, 10)] == [0, 1, 1]
    assert [found.recall[k][0] for k in (2, 3, 10)] == [0, 0.5, 1]
    assert [found.precision[k][0] for k in (2, 3, 10)] == [0, 1 / 3, 0.2]


def test_who_is_excluded_takes_no_place():
    found = judged([[9, 8, 7, 6]], [[1, 0, 1, 0]], excluded=[[1, 1, 0, 0]], lengths=[1])
    assert found.reciprocal.tolist() == found.precision[1].tolist() == found.recall[1].tolist() == [1.0]


def test_sums_in_another_order_are_ties():
    scores = [[0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1]]
    assert scores[0][0] != scores[0][1]
    assert judged(scores, [[0, 1]], lengths=[1]).precision[1].tolist() == [0.5]
    assert settled(1.0) != settled(1.0 + 1e-10)
    assert settled([np.inf, -np.inf, 1e305, 0.0]).tolist() == [np.inf, -np.inf, 1e305, 0.0]


def test_a_constant_score_finds_what_chance_finds():
    relevant = np.zeros((1, 1000))
    relevant[0, 900:] = 1
    found = judged(np.zeros((1, 1000)), relevant, lengths=[10])
    assert found.precision[10][0] == pytest.approx(0.1)
    assert found.hits[10][0] == pytest.approx(1 - np.prod(1 - 100 / (1000 - np.arange(10))))


def test_batches_join_to_the_whole():
    dice = np.random.default_rng(1)
    scores, relevant = dice.integers(5, size=(9, 30)), dice.random((9, 30)) < 0.1
    whole = judged(scores, relevant, lengths=[3, 7])
    parts = joined([judged(scores[at], relevant[at], lengths=[3, 7]) for at in (slice(0, 4), slice(4, 9))])
    np.testing.assert_array_equal(parts.reciprocal, whole.reciprocal)
    for name in ("hits", "recall", "precision"):
        for k in (3, 7):
            np.testing.assert_array_equal(getattr(parts, name)[k], getattr(whole, name)[k])
    assert joined([]).reciprocal.size == 0


def test_no_query_gives_nothing():
    assert judged(np.zeros((0, 4)), np.zeros((0, 4))).reciprocal.shape == (0,)


@pytest.mark.parametrize(
    ("arguments", "options", "key"),
    [
        (([[1, np.nan]], [[1, 0]]), {}, "values-not-numbers"),
        (([[1, 2]], [[1, 0, 0]]), {}, "lengths-differ"),
        (([[1, 2]], [[1, 0]]), {"excluded": [[1, 0], [0, 0]]}, "lengths-differ"),
        (([[1, 2]], [[1, 0]]), {"lengths": [0]}, "ranks-from-one"),
    ],
)
def test_what_cannot_be_judged_is_named(arguments, options, key):
    with pytest.raises(InputError) as caught:
        judged(*arguments, **options)
    assert caught.value.key == key


@given(st.lists(SMALL, min_size=1, max_size=12), st.lists(SMALL, min_size=1, max_size=12))
def test_auc_counts_pairs(positives, negatives):
    wins = [(a > b) + (a == b) / 2 for a in positives for b in negatives]
    assert auc(positives, negatives).value == pytest.approx(np.mean(wins), abs=1e-12)
    truth = np.repeat([1, 0], [len(positives), len(negatives)])
    assert auc(positives, negatives).value == pytest.approx(roc_auc_score(truth, positives + negatives))


def test_the_error_of_auc_is_that_of_many_samples():
    dice = np.random.default_rng(2)
    samples = [auc(dice.normal(1, 1, 60), dice.normal(0, 1, 80)) for _ in range(600)]
    spread_of_values = np.std([one.value for one in samples])
    assert np.mean([one.error for one in samples]) == pytest.approx(spread_of_values, rel=0.08)
    assert np.isnan(auc([1], [0, 2]).error)


def test_auc_of_nothing_is_refused():
    for arguments, key in ((([], [1]), "group-empty"), (([1], [np.nan]), "values-not-numbers")):
        with pytest.raises(InputError) as caught:
            auc(*arguments)
        assert caught.value.key == key


def test_intervals_cover_the_mean_and_shrink_with_pairing():
    dice = np.random.default_rng(3)
    hard = dice.random(400)
    first, second = hard + 0.02 + dice.normal(0, 0.02, 400), hard + dice.normal(0, 0.02, 400)
    alone, paired = mean_interval(first), mean_interval(first - second)
    assert alone.low < alone.mean < alone.high
    assert (paired.high - paired.low) < (alone.high - alone.low) / 5
    assert paired.low > 0
    width = 2 * 1.96 * first.std() / np.sqrt(400)
    assert alone.high - alone.low == pytest.approx(width, rel=0.1)


def test_queries_without_an_answer_are_left_out():
    assert mean_interval([np.nan, 2.0, 4.0], seed=5).mean == 3.0
    for options, key in (({"level": 1.0}, "level-range"), ({"draws": 0}, "draws-too-few")):
        with pytest.raises(InputError) as caught:
            mean_interval([1.0], **options)
        assert caught.value.key == key
    with pytest.raises(InputError) as caught:
        mean_interval([np.nan])
    assert caught.value.key == "group-empty"


def test_spread_counts_those_never_named():
    assert spread([3] * 10, candidates=10) == (pytest.approx(0.9), 0.1)
    assert spread(range(10), candidates=10) == (pytest.approx(0.0), 1.0)
    assert np.isnan(spread([], candidates=3).gini)
    for named, candidates, key in (([3], 3, "rows-outside"), ([], 0, "group-empty")):
        with pytest.raises(InputError) as caught:
            spread(named, candidates=candidates)
        assert caught.value.key == key
