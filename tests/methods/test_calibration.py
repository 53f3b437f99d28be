import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss

from traitdunion.errors import InputError
from traitdunion.methods.calibration import calibration


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 1)), min_size=1, max_size=40))
def test_the_table_is_counted_class_by_class(pairs):
    chance = np.array([part for part, _ in pairs]) / 20
    came = np.array([outcome for _, outcome in pairs])
    edges = [0, 0.25, 0.5, 1]
    found = calibration(chance, came, edges=edges)
    assert found.brier == pytest.approx(brier_score_loss(came, chance, labels=[0, 1]))
    error = 0.0
    for at, (low, high) in enumerate([(0, 0.25), (0.25, 0.5), (0.5, 1.01)]):
        inside = (chance >= low) & (chance < high)
        assert found.count[at] == inside.sum()
        if not inside.any():
            assert np.isnan(found.predicted[at])
            assert np.isnan(found.observed[at])
            continue
        assert found.predicted[at] == pytest.approx(chance[inside].mean())
        assert found.observed[at] == pytest.approx(came[inside].mean())
        error += abs(chance[inside].mean() - came[inside].mean()) * inside.mean()
    assert found.error == pytest.approx(error, abs=1e-12)


def test_what_comes_true_as_foretold_has_a_small_error():
    dice = np.random.default_rng(1)
    chance = dice.random(50_000)
    came = dice.random(50_000) < chance
    assert calibration(chance, came).error < 0.01
    assert calibration(chance / 2, came).error == pytest.approx(0.25, abs=0.01)


def test_skill_is_none_for_the_mean_and_all_for_knowing():
    came = [0, 0, 0, 1]
    assert calibration([0.25] * 4, came).skill == pytest.approx(0.0)
    assert calibration(came, came).skill == 1.0
    assert np.isnan(calibration([0.5], [1]).skill)


@pytest.mark.parametrize(
    ("chance", "came", "edges", "key"),
    [
        ([], [], None, "group-empty"),
        ([0.5], [1, 0], None, "lengths-differ"),
        ([np.nan], [1], None, "values-not-numbers"),
        ([-0.5], [1], None, "values-negative"),
        ([1.5], [1], None, "probability-range"),
        ([0.5], [0.5], None, "outcomes-not-binary"),
        ([0.5], [1], [0, 0.5, 0.5, 1], "edges-not-increasing"),
        ([0.5], [1], [0.1, 1], "edges-not-increasing"),
        ([0.5], [1], [1], "edges-not-increasing"),
    ],
)
def test_what_cannot_be_judged_is_named(chance, came, edges, key):
    with pytest.raises(InputError) as caught:
        calibration(chance, came, edges=edges)
    assert caught.value.key == key
