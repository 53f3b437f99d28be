from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.planning.test_waiting_list import made
from traitdunion.methods.planning.drawn_gain import gains, mean_gain
from traitdunion.methods.planning.problem import gain


@given(st.integers(0, 10_000), st.integers(0, 4), st.lists(st.sampled_from([2, 4]), max_size=3))
@settings(max_examples=60, deadline=None)
def test_the_mean_is_that_of_all_draws(seed, sure, sizes):
    problem = made(seed, 16, 16)
    block = np.repeat(np.arange(len(sizes)), sizes).astype(int)
    order = np.random.default_rng(seed).permutation(16)
    certain, lines = order[:sure], order[sure : sure + len(block)]
    blocks = [lines[block == number].tolist() for number in range(len(sizes))]
    every = product(*(combinations(one, len(one) // 2) for one in blocks))
    worth = [gain(problem, [*certain, *sum(halves, ())]).total for halves in every]
    found = mean_gain(problem, certain, lines, block)
    assert found == pytest.approx(np.mean(worth), rel=1e-11, abs=1e-12)


@given(st.integers(0, 10_000), st.integers(0, 16))
@settings(max_examples=60, deadline=None)
def test_many_plans_at_once_are_worth_what_each_is_by_itself(seed, taken):
    problem, dice = made(seed, 16, 16), np.random.default_rng(seed)
    lines, present = dice.permutation(16)[:taken], dice.random((taken, 5)) < 0.5
    found = gains(problem, lines, present)
    worth = [gain(problem, lines[plan]).total for plan in present.T]
    np.testing.assert_allclose(found, worth, rtol=1e-12, atol=1e-12)


def test_groups_of_many_and_of_hardly_any_successes_are_exact_too():
    for chance in (1e-9, 1e-3, 1.0):
        problem = made(1, 200, 200)
        problem.probability[:] = chance
        found = mean_gain(problem, np.arange(200), np.zeros(0, dtype=int), np.zeros(0, dtype=int))
        assert found == pytest.approx(gain(problem, np.arange(200)).total, rel=1e-11)
