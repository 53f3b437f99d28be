import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.hazard import _derivatives, _loss, fit_hazard


def watched(seed, *, rows=40, width=2, intercept=-1.0):
    """Rows watched for different times, both outcomes among them."""
    dice = np.random.default_rng(seed)
    design, years = dice.normal(size=(rows, width)), dice.uniform(0.2, 5.0, rows)
    hazard = np.exp(intercept + design @ np.linspace(0.5, -0.5, width))
    outcome = dice.random(rows) < -np.expm1(-years * hazard)
    outcome[:2] = [True, False]
    return design, outcome, years


def loss(design, outcome, years, intercept, beta, penalty):
    chance = 1 - np.exp(-years * np.exp(intercept + design @ beta))
    return -np.log(np.where(outcome, chance, 1 - chance)).sum() + penalty / 2 * (beta**2).sum()


@given(st.integers(0, 10_000), st.sampled_from([1e-3, 0.1, 10.0]))
def test_no_other_coefficients_do_better(seed, penalty):
    design, outcome, years = watched(seed)
    found = fit_hazard(design, outcome, years, penalty=penalty)
    best = loss(design, outcome, years, found.intercept, found.coefficients, penalty)
    for move in np.random.default_rng(seed).normal(scale=0.01, size=(20, 3)):
        there = loss(
            design, outcome, years, found.intercept + move[0], found.coefficients + move[1:], penalty
        )
        assert there >= best - 1e-10


@given(st.integers(0, 10_000))
def test_derivatives_are_those_of_finite_differences(seed):
    dice = np.random.default_rng(seed)
    height = dice.uniform(-9.0, 3.0, 12)
    came = dice.random(12) < 0.5
    slope, curvature = _derivatives(np.exp(height), came)

    def of_rows(at):
        return np.where(came, -np.log(-np.expm1(-np.exp(at))), np.exp(at))

    np.testing.assert_allclose(slope, (of_rows(height + 1e-5) - of_rows(height - 1e-5)) / 2e-5, atol=1e-7)
    near = [_derivatives(np.exp(height + move), came)[0] for move in (1e-5, -1e-5)]
    np.testing.assert_allclose(curvature, (near[0] - near[1]) / 2e-5, rtol=1e-5, atol=1e-9)


def test_the_curvature_of_rare_events_does_not_cancel():
    mean = np.array([1e-14, 1e-8, 0.99e-4, 1.01e-4])
    curvature = _derivatives(mean, np.ones(4, dtype=bool))[1]
    np.testing.assert_allclose(curvature, mean / 2, rtol=1e-4)


@given(st.integers(0, 10_000))
def test_chances_of_two_years_are_those_of_one_twice(seed):
    design, outcome, years = watched(seed)
    found = fit_hazard(design, outcome, years)
    one, two = (found.chance(design, horizon) for horizon in (1.0, 2.0))
    np.testing.assert_allclose(two, 1 - (1 - one) ** 2, rtol=1e-9)
    np.testing.assert_array_equal(found.chance(design, 0.0), np.zeros(len(design)))
    assert ((one > 0) & (one <= 1)).all()


@given(st.integers(0, 10_000))
def test_another_unit_of_time_is_another_intercept(seed):
    design, outcome, years = watched(seed)
    in_years, in_months = (fit_hazard(design, outcome, years * unit) for unit in (1.0, 12.0))
    np.testing.assert_allclose(in_months.coefficients, in_years.coefficients, atol=1e-6)
    assert in_months.intercept == pytest.approx(in_years.intercept - np.log(12.0), abs=1e-6)


def test_planted_coefficients_are_found_again():
    design, outcome, years = watched(1, rows=30_000, width=3, intercept=-3.0)
    found = fit_hazard(design, outcome, years)
    truth = np.array([0.5, 0.0, -0.5])
    assert (np.abs(found.coefficients - truth) < 3.5 * found.errors).all()
    assert (found.errors < 0.02).all()
    assert found.intercept == pytest.approx(-3.0, abs=0.05)


def test_errors_are_the_scatter_over_repeated_watching():
    every = [fit_hazard(*watched(seed, rows=300)) for seed in range(300)]
    scatter = np.std([one.coefficients for one in every], axis=0)
    np.testing.assert_allclose(np.mean([one.errors for one in every], axis=0), scatter, rtol=0.15)


@given(st.integers(1, 30), st.integers(1, 30), st.floats(0.1, 10.0))
def test_without_features_the_chance_is_the_share(events, others, years):
    outcome = [1] * events + [0] * others
    found = fit_hazard(np.zeros((events + others, 0)), outcome, years)
    share = events / (events + others)
    assert found.intercept == pytest.approx(np.log(-np.log1p(-share) / years), abs=1e-7)
    assert found.chance(np.zeros((1, 0)), years)[0] == pytest.approx(share, abs=1e-7)


def test_rare_outcomes_keep_their_digits():
    rows = 200_000
    outcome = np.zeros(rows)
    outcome[[0, 1]] = 1
    design = (np.arange(rows) % 2).astype(float)[:, None]
    found = fit_hazard(design, outcome, 1.0)
    assert found.chance([[0.0]], 1e-9)[0] == pytest.approx(1e-5 * 1e-9, rel=1e-3)


def test_a_feature_that_tells_without_fail_is_held_by_the_penalty():
    design = np.repeat([[0.0], [1.0]], 50, axis=0)
    outcome = design.ravel() > 0
    weak, strong = (fit_hazard(design, outcome, 1.0, penalty=one) for one in (1e-3, 1.0))
    assert 0 < strong.coefficients[0] < weak.coefficients[0] < 30
    low, high = weak.chance([[0.0], [1.0]], 1.0)
    assert low < 0.01
    assert high > 0.99


def test_columns_that_say_the_same_share_the_effect():
    design, outcome, years = watched(3)
    twice = fit_hazard(design[:, [0, 0]], outcome, years, penalty=0.1)
    once = fit_hazard(design[:, [0]], outcome, years, penalty=0.05)
    np.testing.assert_allclose(twice.coefficients, np.repeat(once.coefficients, 2) / 2, atol=1e-6)
    constant = fit_hazard(np.column_stack([design, np.ones(len(design))]), outcome, years, penalty=0.1)
    assert constant.coefficients[2] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(("outcome", "chance"), [(0, 0.0), (1, 1.0)])
def test_outcomes_all_alike_have_a_defined_answer(outcome, chance):
    found = fit_hazard([[1.0], [2.0]], [outcome, outcome], 1.0)
    np.testing.assert_array_equal(found.chance([[1.0], [5.0]], 2.0), [chance, chance])
    np.testing.assert_array_equal(found.chance([[1.0]], 0.0), [0.0])
    assert found.coefficients.tolist() == [0.0]
    assert np.isnan(found.errors).all()


@pytest.mark.parametrize("scale", [1e-6, 1e6])
def test_a_feature_of_another_scale_is_fitted_as_well(scale):
    design, outcome, years = watched(4)
    plain = fit_hazard(design, outcome, years, penalty=1e-9)
    scaled = fit_hazard(design * [scale, 1.0], outcome, years, penalty=1e-9 * min(scale**2, 1.0))
    np.testing.assert_allclose(scaled.coefficients * [scale, 1.0], plain.coefficients, atol=1e-4)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"design": [1.0, 2.0]}, "design-shape"),
        ({"design": [[1.0], [np.inf]]}, "values-not-numbers"),
        ({"design": np.zeros((0, 1)), "outcome": []}, "group-empty"),
        ({"outcome": [1]}, "lengths-differ"),
        ({"outcome": [0, 2]}, "outcomes-not-binary"),
        ({"years": 0.0}, "values-not-positive"),
        ({"years": [1.0, -1.0]}, "values-not-positive"),
        ({"years": [1.0]}, "lengths-differ"),
        ({"penalty": 0.0}, "values-not-positive"),
    ],
)
def test_what_cannot_be_learned_from_is_named(change, key):
    plain = {"design": [[1.0], [0.0]], "outcome": [1, 0], "years": 1.0}
    with pytest.raises(InputError) as caught:
        fit_hazard(**(plain | change))
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("design", "years", "key"),
    [([1.0], 1.0, "design-shape"), ([[1.0, 2.0]], 1.0, "lengths-differ"), ([[1.0]], -1.0, "values-negative")],
)
def test_what_cannot_be_foretold_is_named(design, years, key):
    with pytest.raises(InputError) as caught:
        fit_hazard([[1.0], [0.0]], [1, 0], 1.0).chance(design, years)
    assert caught.value.key == key


def test_the_loss_is_the_one_documented():
    design, outcome, years = watched(6)
    beta = np.array([-0.7, 0.3, 0.2])
    ridge = np.array([0.0, 0.4, 0.4])
    table = np.column_stack([np.ones(len(design)), design])
    found, _ = _loss(table, outcome, np.log(years), ridge, beta)
    assert found == pytest.approx(loss(design, outcome, years, beta[0], beta[1:], 0.4))
