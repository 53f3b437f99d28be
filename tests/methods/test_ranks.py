import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.methods.permutation import stream
from traitdunion.methods.ranks import rank_interval


def test_intervals_hold_the_true_place_as_often_as_stated():
    """40 ratios from a gamma prior in 60 worlds: 2,400 places, three standard errors of a share are 1.8 %.

    Places are whole numbers, so that an interval holds somewhat more than stated; with 40 of them some 3 %.
    """
    held = []
    for world in range(60):
        dice = stream(11, world)
        truth, expected = dice.gamma(2.0, 0.15, 40), dice.uniform(1, 90, 40)
        found = rank_interval(
            dice.poisson(truth * expected), expected, shape=2.0, mean=0.3, draws=199, seed=world
        )
        place = np.argsort(np.argsort(truth)) + 1
        held.append((found.best <= place) & (place <= found.worst))
    assert 0.90 - 0.018 <= np.mean(held) <= 0.95


def test_small_counts_leave_places_open_and_large_ones_settle_them():
    ratio = np.linspace(0.5, 2.0, 10)
    for expected, widest in ((1.0, 10), (10_000.0, 1)):
        found = rank_interval(np.round(ratio * expected), np.full(10, expected), shape=2.0, mean=1.0)
        assert (found.worst - found.best + 1).max() <= widest
    few = rank_interval(np.round(ratio), np.ones(10), shape=2.0, mean=1.0)
    assert (few.worst - few.best).mean() > 4


@given(st.lists(st.tuples(st.integers(0, 9), st.floats(0, 9)), max_size=8), st.integers(0, 5))
def test_bounds_are_places_and_the_order_of_the_rows_does_not_matter_for_their_kind(rows, seed):
    observed, expected = (np.array([row[end] for row in rows], dtype=float) for end in (0, 1))
    found = rank_interval(observed, expected, shape=1.5, mean=0.8, draws=19, seed=seed)
    assert ((found.best >= 1) & (found.best <= found.worst) & (found.worst <= len(rows))).all()


def test_a_prior_without_spread_leaves_every_place_open():
    ratios = shrunken_ratio([1, 1, 1], [1.0, 1.0, 1.0])
    assert np.isinf(ratios.shape)
    found = rank_interval([1, 1, 1], [1.0, 1.0, 1.0], shape=ratios.shape, mean=ratios.mean)
    assert (found.best.tolist(), found.worst.tolist()) == ([1, 1, 1], [3, 3, 3])


@pytest.mark.parametrize(
    ("observed", "expected", "level", "key"),
    [
        ([1, 2], [1.0], 0.9, "lengths-differ"),
        ([np.nan], [1.0], 0.9, "values-not-numbers"),
        ([-1], [1.0], 0.9, "values-negative"),
        ([1], [1.0], 1.0, "level-range"),
    ],
)
def test_refusals(observed, expected, level, key):
    with pytest.raises(InputError) as error:
        rank_interval(observed, expected, shape=1.0, mean=1.0, level=level)
    assert error.value.key == key


def test_a_pair_of_which_nothing_is_expected_has_the_place_of_the_prior():
    found = rank_interval([0, 10_000], [0.0, 10_000.0], shape=50.0, mean=0.3)
    assert (found.best.tolist(), found.worst.tolist()) == ([1, 2], [1, 2])
