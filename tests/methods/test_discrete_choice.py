from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import logsumexp

from traitdunion.errors import InputError
from traitdunion.methods import discrete_choice
from traitdunion.methods.discrete_choice import conditional_logit


def lists_of(seed, *, lists=6, width=3, longest=6):
    """Random lists, one or more chosen in each."""
    dice = np.random.default_rng(seed)
    lengths = dice.integers(1, longest + 1, lists)
    features = dice.normal(size=(lengths.sum(), width))
    chosen = dice.random(lengths.sum()) < 0.3
    chosen[np.cumsum(lengths) - 1] = True
    return features, chosen, lengths


def planted(coefficients, *, lists, seed, length=8):
    """Lists of which one candidate is chosen by a conditional logit."""
    dice = np.random.default_rng(seed)
    features = dice.normal(size=(lists, length, len(coefficients)))
    noisy = features @ coefficients + dice.gumbel(size=(lists, length))
    chosen = np.zeros((lists, length), dtype=bool)
    chosen[np.arange(lists), noisy.argmax(axis=1)] = True
    return features.reshape(lists * length, -1), chosen.ravel(), np.full(lists, length)


def by_definition(features, chosen, lengths, beta, *, penalty, prior, weights, first):
    total, at = 0.5 * (penalty * (beta - prior) ** 2).sum(), 0
    for length, weight in zip(lengths, weights, strict=True):
        score, came = features[at : at + length] @ beta, chosen[at : at + length]
        each = -(score[came] - logsumexp(score)).mean()
        any_of_them = -(logsumexp(score[came]) - logsumexp(score))
        total += weight * ((1 - first) * each + first * any_of_them)
        at += length
    return total


@given(st.integers(0, 10_000), st.sampled_from([0.0, 0.3, 1.0]))
def test_the_objective_is_the_definition_and_its_gradient_that_of_finite_differences(seed, first):
    features, chosen, lengths = lists_of(seed)
    dice = np.random.default_rng(seed + 1)
    beta, prior = dice.normal(size=(2, 3))
    penalty, weights = dice.random(3), dice.random(len(lengths))
    lists = discrete_choice._read(features, chosen, lengths, weights)
    ridge = discrete_choice._read_ridge(penalty, prior, 3)

    def defined(at):
        return by_definition(
            features, chosen, lengths, at, penalty=penalty, prior=prior, weights=weights, first=first
        )

    loss, gradient = discrete_choice._objective(lists, ridge, beta, first)
    assert loss == pytest.approx(defined(beta), abs=1e-10)
    step = 1e-5 * np.eye(3)
    slopes = [(defined(beta + one) - defined(beta - one)) / 2e-5 for one in step]
    np.testing.assert_allclose(gradient, slopes, atol=1e-7)


@given(st.integers(0, 10_000))
def test_no_other_coefficients_do_better(seed):
    features, chosen, lengths = lists_of(seed)
    found = conditional_logit(features, chosen, lengths, penalty=0.1)
    near = np.random.default_rng(seed).normal(scale=0.01, size=(20, 3))
    told = {"penalty": 0.1, "prior": 0.0, "weights": np.ones(len(lengths)), "first": 0.0}
    for beta in found.coefficients + near:
        assert by_definition(features, chosen, lengths, beta, **told) >= found.loss - 1e-10


@given(st.integers(0, 10_000))
def test_errors_come_of_the_curvature_of_the_objective(seed):
    features, chosen, lengths = lists_of(seed)
    found = conditional_logit(features, chosen, lengths, penalty=0.5)
    lists = discrete_choice._read(features, chosen, lengths, None)
    ridge = discrete_choice._read_ridge(0.5, None, 3)
    slopes = [
        discrete_choice._objective(lists, ridge, found.coefficients + sign * one, 0.0)[1]
        for sign in (1, -1)
        for one in 1e-5 * np.eye(3)
    ]
    curvature = (np.array(slopes[:3]) - np.array(slopes[3:])) / 2e-5
    np.testing.assert_allclose(found.errors, np.sqrt(np.diag(np.linalg.inv(curvature))), rtol=1e-6)


@pytest.mark.parametrize("first", [0.0, 0.5, 1.0])
def test_planted_coefficients_are_found_again(first):
    truth = np.array([1.0, -0.5, 0.0])
    features, chosen, lengths = planted(truth, lists=4000, seed=1)
    found = conditional_logit(features, chosen, lengths, penalty=1e-6, first=first)
    np.testing.assert_allclose(found.coefficients, truth, atol=0.09)
    if first == 0:
        assert (np.abs(found.coefficients - truth) < 3.5 * found.errors).all()
        assert (found.errors < 0.03).all()
    else:
        assert np.isnan(found.errors).all()


def test_errors_are_the_scatter_over_repeated_lists():
    truth = np.array([0.8, -0.4])
    every = [
        conditional_logit(*planted(truth, lists=150, seed=seed), penalty=1e-9) for seed in range(100, 300)
    ]
    scatter = np.std([one.coefficients for one in every], axis=0)
    np.testing.assert_allclose(np.mean([one.errors for one in every], axis=0), scatter, rtol=0.15)


def test_without_lists_the_answer_is_what_was_known():
    found = conditional_logit(np.zeros((0, 2)), [], [], penalty=[4.0, 1.0], prior=[0.7, -1.0])
    np.testing.assert_array_equal(found.coefficients, [0.7, -1.0])
    np.testing.assert_allclose(found.errors, [0.5, 1.0])
    assert (found.loss, found.iterations) == (0.0, 0)
    assert np.isnan(conditional_logit(np.zeros((0, 2)), [], [], penalty=0.0).errors).all()


def test_a_list_of_one_candidate_says_nothing():
    found = conditional_logit([[5.0], [7.0]], [1, 1], [1, 1], penalty=1.0, prior=[0.3])
    assert found.coefficients[0] == pytest.approx(0.3)


@given(st.integers(0, 10_000))
def test_a_stronger_penalty_pulls_nearer_to_what_was_known(seed):
    features, chosen, lengths = lists_of(seed, width=1)
    away = [
        abs(conditional_logit(features, chosen, lengths, penalty=one, prior=[2.0]).coefficients[0] - 2.0)
        for one in (0.1, 1.0, 10.0, 1e4)
    ]
    assert all(far >= near - 1e-8 for far, near in pairwise(away))
    assert away[-1] < 0.02


@given(st.integers(0, 10_000), st.sampled_from([0.0, 1.0]))
def test_what_is_the_same_for_all_of_a_list_drops_out(seed, first):
    features, chosen, lengths = lists_of(seed)
    constant = np.repeat(np.random.default_rng(seed).normal(size=(len(lengths), 3)), lengths, axis=0)
    plain = conditional_logit(features, chosen, lengths, penalty=0.5, first=first)
    moved = conditional_logit(features + constant, chosen, lengths, penalty=0.5, first=first)
    if first == 0:
        np.testing.assert_allclose(moved.coefficients, plain.coefficients, atol=1e-5)
    assert moved.loss == pytest.approx(plain.loss, abs=1e-6)


def test_a_feature_that_never_differs_keeps_to_what_was_known():
    features, chosen, lengths = planted(np.array([1.0]), lists=200, seed=2)
    wide = np.column_stack([features, np.repeat(np.arange(200.0), 8)])
    found = conditional_logit(wide, chosen, lengths, penalty=0.0, prior=[0.0, 0.4])
    alone = conditional_logit(features, chosen, lengths, penalty=0.0)
    assert found.coefficients[1] == pytest.approx(0.4, abs=1e-6)
    assert found.coefficients[0] == pytest.approx(alone.coefficients[0], abs=1e-6)
    assert np.isnan(found.errors).all()


@given(st.integers(0, 10_000))
def test_weights_are_lists_said_more_than_once(seed):
    features, chosen, lengths = lists_of(seed)
    often = np.random.default_rng(seed).integers(0, 3, len(lengths))
    blocks = np.split(np.arange(len(features)), np.cumsum(lengths)[:-1])
    rows = np.concatenate(
        [np.zeros(0, int), *(block for block, k in zip(blocks, often, strict=True) for _ in range(k))]
    )
    weighted = conditional_logit(features, chosen, lengths, penalty=0.5, weights=often)
    repeated = conditional_logit(features[rows], chosen[rows], np.repeat(lengths, often), penalty=0.5)
    np.testing.assert_allclose(weighted.coefficients, repeated.coefficients, atol=1e-5)
    np.testing.assert_allclose(weighted.errors, repeated.errors, rtol=1e-4)


def test_single_precision_gives_the_same_answer_to_its_precision(monkeypatch):
    features, chosen, lengths = planted(np.array([1.0, -0.5]), lists=500, seed=3)
    double = conditional_logit(features, chosen, lengths, penalty=1.0)
    single = conditional_logit(features.astype(np.float32), chosen, lengths, penalty=1.0)
    np.testing.assert_allclose(single.coefficients, double.coefficients, atol=1e-4)
    monkeypatch.setattr(discrete_choice, "BAND", 7)
    banded = conditional_logit(features, chosen, lengths, penalty=1.0)
    np.testing.assert_allclose(banded.coefficients, double.coefficients, atol=1e-7)
    np.testing.assert_allclose(banded.errors, double.errors, rtol=1e-7)


def test_scores_beyond_the_reach_of_exponentials_are_summed_all_the_same():
    found = conditional_logit([[1e4], [0.0], [0.0], [1e4]], [1, 0, 1, 0], [2, 2], penalty=1e-3, prior=[1.0])
    assert np.isfinite(found.loss)
    assert found.coefficients[0] == pytest.approx(0.0, abs=1e-4)


def test_lists_that_leave_no_doubt_are_held_by_the_penalty():
    found = conditional_logit([[1.0], [0.0]] * 20, [1, 0] * 20, [2] * 20, penalty=0.1)
    beta = found.coefficients[0]
    assert 20 / (1 + np.exp(beta)) == pytest.approx(0.1 * beta, rel=1e-5)


def test_nothing_handed_in_is_changed_and_the_same_input_gives_the_same_bytes():
    features, chosen, lengths = lists_of(5)
    before = features.copy(), chosen.copy(), lengths.copy()
    one, other = (conditional_logit(features, chosen, lengths, penalty=0.1) for _ in range(2))
    for kept, now in zip(before, (features, chosen, lengths), strict=True):
        np.testing.assert_array_equal(kept, now)
    assert one.coefficients.tobytes() == other.coefficients.tobytes()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"features": [1.0, 2.0]}, "design-shape"),
        ({"features": [[1.0], [np.nan]]}, "values-not-numbers"),
        ({"chosen": [1]}, "lengths-differ"),
        ({"chosen": [0, 2]}, "outcomes-not-binary"),
        ({"chosen": [0, 0]}, "lists-without-chosen"),
        ({"lengths": [2, 0]}, "lists-without-chosen"),
        ({"lengths": [3]}, "lengths-differ"),
        ({"lengths": [3, -1]}, "values-negative"),
        ({"lengths": [0.5, 1.5]}, "counts-not-whole"),
        ({"penalty": -1.0}, "values-negative"),
        ({"penalty": [1.0, 1.0]}, "lengths-differ"),
        ({"prior": [0.0, 0.0]}, "lengths-differ"),
        ({"weights": [1.0, 1.0]}, "lengths-differ"),
        ({"weights": [-1.0]}, "values-negative"),
        ({"first": 1.5}, "share-range"),
        ({"first": np.nan}, "share-range"),
    ],
)
def test_what_cannot_be_learned_from_is_named(change, key):
    plain = {"features": [[1.0], [0.0]], "chosen": [1, 0], "lengths": [2], "penalty": 1.0}
    with pytest.raises(InputError) as caught:
        conditional_logit(**(plain | change))
    assert caught.value.key == key
