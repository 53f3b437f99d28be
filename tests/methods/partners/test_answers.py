import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

import traitdunion as td
from traitdunion.methods.partners.answers import LEAST, MOST, PENALTY, fitted_multipliers, taught


def asked(size, multipliers, *, seed, groups=80, intercept=-0.3):
    """Parts of pairs asked, answers drawn with these multipliers, and who was asked."""
    dice = np.random.default_rng(seed)
    parts = dice.normal(0.0, 1.0, (size, len(multipliers)))
    came = dice.random(size) < expit(intercept + parts @ np.array(multipliers))
    return parts, came, dice.integers(groups, size=size)


def test_planted_multipliers_are_recovered():
    parts, came, groups = asked(6_000, [0.0, 2.5, 1.0], seed=1)
    intercept, found = fitted_multipliers(parts, came)
    assert found == pytest.approx([0.0, 2.5, 1.0], abs=0.2)
    assert intercept == pytest.approx(-0.3, abs=0.15)
    assert taught(parts, came, groups).multipliers.tolist() == found.tolist()


def test_few_answers_move_multipliers_less_than_many():
    parts, came, _ = asked(4_000, [3.0, 1.0], seed=2)
    few, many = (fitted_multipliers(parts[:size], came[:size])[1][0] for size in (40, 4_000))
    assert 1.0 < few < many


def test_the_slope_of_the_penalized_loss_is_zero_inside_the_bounds():
    parts, came, _ = asked(300, [1.5, 0.7], seed=3)
    intercept, found = fitted_multipliers(parts, came)
    away = expit(intercept + parts @ found) - came
    assert away.sum() == pytest.approx(0.0, abs=1e-4)
    assert parts.T @ away + PENALTY * (found - 1.0) == pytest.approx([0.0, 0.0], abs=1e-4)


def test_answers_as_the_model_expects_teach_nothing():
    learned = [taught(*asked(120, [1.0, 1.0, 1.0], seed=seed, groups=30), seed=seed) for seed in range(40)]
    assert sum(one.multipliers.tolist() != [1.0, 1.0, 1.0] for one in learned) <= 4


def test_what_holds_for_one_organization_alone_is_not_carried_over():
    parts, came, groups = asked(200, [1.0, 1.0], seed=5, groups=20)
    parts, came = (
        np.vstack([parts, np.tile([[3.0, 0.0], [0.0, 0.0]], (150, 1))]),
        np.append(came, [0, 1] * 150),
    )
    groups = np.append(groups, np.full(300, 20))
    assert fitted_multipliers(parts, came)[1][0] < 0.5
    assert taught(parts, came, groups).multipliers.tolist() == [1.0, 1.0]


@pytest.mark.parametrize(("yes", "no"), [(39, 0), (30, 9), (9, 60), (19, 20)])
def test_few_answers_teach_nothing(yes, no):
    parts = np.append(np.full(yes, 5.0), np.full(no, -5.0))[:, None]
    found = taught(parts, [1] * yes + [0] * no, np.arange(yes + no))
    assert found.multipliers.tolist() == [1.0]
    assert np.isnan(found.gain)


def test_enough_answers_teach():
    parts, came, groups = asked(40, [0.0], seed=7, groups=40, intercept=0.0)
    parts = parts * 4
    assert min(came.sum(), (~came).sum()) >= 10
    assert taught(parts, came, groups).multipliers[0] < 1.0


def test_no_answers_are_no_error():
    assert taught(np.zeros((0, 3)), [], []).multipliers.tolist() == [1.0, 1.0, 1.0]
    assert fitted_multipliers(np.zeros((0, 2)), [])[1].tolist() == [1.0, 1.0]
    assert fitted_multipliers([[1.0]], [1])[1].tolist() == [1.0]


@given(st.integers(0, 2**32 - 1), st.floats(0.1, 50.0))
def test_multipliers_stay_within_bounds(seed, scale):
    dice = np.random.default_rng(seed)
    parts = scale * dice.normal(size=(30, 2))
    found = fitted_multipliers(parts, dice.random(30) < 0.5)[1]
    assert np.isfinite(found).all()
    assert ((found >= LEAST) & (found <= MOST)).all()


def test_the_same_twice():
    given_ = asked(100, [0.2, 2.0], seed=9)
    assert taught(*given_, seed=3).multipliers.tobytes() == taught(*given_, seed=3).multipliers.tobytes()


@pytest.mark.parametrize(
    ("parts", "outcome", "key"),
    [
        ([1.0], [1], "design-shape"),
        ([[1.0]], [1, 0], "lengths-differ"),
        ([[np.nan]], [1], "values-not-numbers"),
        ([[1.0]], [2], "outcomes-not-binary"),
    ],
)
def test_bad_input_is_named(parts, outcome, key):
    with pytest.raises(td.InputError) as error:
        fitted_multipliers(parts, outcome)
    assert error.value.key == key
