import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from traitdunion.errors import InputError
from traitdunion.methods.networks.block_models import profile_likelihood
from traitdunion.methods.null_models.configuration_models import contacts_between


def two_camps(size, within, between):
    dice = np.random.default_rng(1)
    groups = np.repeat([0, 1], size)
    chance = np.where(groups[:, None] == groups, within, between)
    upper = np.triu(dice.random((2 * size, 2 * size)) < chance, 1)
    return upper | upper.T, groups


def test_differences_are_those_of_the_poisson_likelihood_at_its_best():
    """Ties of two nodes are Poisson with mean k_i k_j w_rs, w at its best."""
    network, groups = two_camps(15, 0.5, 0.1)
    degrees = network.sum(axis=1)

    def likelihood(of):
        m = contacts_between(network, of) * (1 + np.eye(of.max() + 1))
        ends = np.bincount(of, degrees)
        rate = np.outer(degrees, degrees) * (m / np.outer(ends, ends))[np.ix_(of, of)]
        first, second = np.triu_indices(len(of), 1)
        apart = stats.poisson.logpmf(network[first, second], rate[first, second]).sum()
        # The model also allows loops, of half that mean; none was seen.
        return apart - np.diag(rate).sum() / 2

    other = np.arange(30) % 2
    difference = profile_likelihood(network, groups) - profile_likelihood(network, other)
    assert difference / 2 == pytest.approx(likelihood(groups) - likelihood(other), rel=1e-9)
    assert difference > 0


@given(st.integers(0, 7), st.integers(0, 99))
def test_splitting_a_group_never_fits_worse(nodes, seed):
    dice = np.random.default_rng(seed)
    network = dice.random((nodes, nodes)) < 0.5
    coarse = dice.integers(0, 2, nodes)
    fine = 2 * coarse + dice.integers(0, 2, nodes)
    assert profile_likelihood(network, fine) >= profile_likelihood(network, coarse) - 1e-9


def test_groups_without_ties_or_members_add_nothing():
    path = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    assert profile_likelihood(path, [0, 0, 0]) == profile_likelihood(path, [5, 5, 5])
    assert profile_likelihood(np.zeros((2, 2)), [0, 1]) == 0.0
    assert profile_likelihood(np.zeros((0, 0)), []) == 0.0


def test_a_group_for_each_node_is_needed():
    with pytest.raises(InputError) as caught:
        profile_likelihood(np.zeros((2, 2)), [0])
    assert caught.value.key == "lengths-differ"
