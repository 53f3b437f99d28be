from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.configuration_models import (
    chung_lu,
    maximum_entropy,
    poisson_binomial_lower_tail,
    stub_matching,
)

STRENGTHS = st.lists(st.integers(0, 40), min_size=1, max_size=8).filter(lambda ends: sum(ends) > 1)


@given(STRENGTHS)
def test_all_ties_are_shared_out(strengths):
    for expected in (chung_lu(strengths), stub_matching(strengths)):
        assert np.triu(expected).sum() == pytest.approx(sum(strengths) / 2)
        np.testing.assert_array_equal(expected, expected.T)


def test_stub_matching_is_the_mean_of_shuffled_stubs():
    strengths = np.array([2, 3, 5])
    stubs, dice, counts = np.repeat(np.arange(3), strengths), np.random.default_rng(0), np.zeros((3, 3))
    for _ in range(20_000):
        first, second = dice.permutation(stubs).reshape(2, -1)
        np.add.at(counts, (np.minimum(first, second), np.maximum(first, second)), 1)
    # Standard errors of these means are below 0.008.
    np.testing.assert_allclose(counts / 20_000, np.triu(stub_matching(strengths)), atol=0.03)


@pytest.mark.parametrize("degrees", [[1, 1, 1, 1], [2, 2, 2, 1, 1, 0], [5, 3, 3, 2, 2, 2, 1]])
def test_maximum_entropy_keeps_every_degree(degrees):
    tie = maximum_entropy(degrees)
    np.testing.assert_allclose(tie.sum(axis=1), degrees, rtol=1e-8)
    np.testing.assert_array_equal(np.diag(tie), 0.0)
    odds = tie / (1 - tie)
    # Maximum entropy: the odds of a tie are a product of one factor for each end.
    assert odds[0, 1] * odds[2, 3] == pytest.approx(odds[0, 2] * odds[1, 3], rel=1e-6)


@pytest.mark.parametrize("degrees", [[4, 1, 0], [3, 2, 2, 1, 0]])
def test_degrees_that_leave_no_freedom_are_refused(degrees):
    with pytest.raises(InputError) as caught:
        maximum_entropy(degrees)
    assert caught.value.key == "degrees-without-graph"


@given(st.lists(st.floats(0, 1), max_size=8), st.integers(-1, 9))
def test_the_poisson_binomial_tail_is_the_sum_over_all_outcomes(chances, observed):
    total = sum(
        np.prod([p if hit else 1 - p for p, hit in zip(chances, outcome, strict=True)])
        for outcome in product([0, 1], repeat=len(chances))
        if sum(outcome) <= observed
    )
    assert poisson_binomial_lower_tail(chances, observed) == pytest.approx(total, abs=1e-12)
