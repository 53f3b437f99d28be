from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.methods import structural_holes
from traitdunion.methods.structural_holes import (
    bridging,
    constraint,
    effective_size,
    efficiency,
    sole_bridges,
)


def weighted_graph(seed, directed=False):
    """Some isolates, some ties to oneself."""
    dice = np.random.default_rng(seed)
    weights = dice.integers(1, 6, (25, 25)) * (dice.random((25, 25)) < 0.12)
    if not directed:
        weights = np.triu(weights) + np.triu(weights, 1).T
    weights[[3, 9]] = weights[:, [3, 9]] = 0
    return weights.astype(float)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("directed", [False, True])
def test_burt_agrees_with_networkx(seed, directed):
    weights = weighted_graph(seed, directed)
    np.fill_diagonal(weights, 0)
    graph = nx.from_numpy_array(weights, create_using=nx.DiGraph if directed else nx.Graph)
    adjacency = sparse.csr_array(weights)
    # Naming the nodes keeps networkx on its own loops, which know no node that is only tied to by others; its
    # matrix form divides by the wrong node's maximum.
    known = weights.any(axis=1)
    for ours, theirs in ((effective_size, nx.effective_size), (constraint, nx.constraint)):
        expected = np.array(list(theirs(graph, nodes=list(graph), weight="weight").values()))
        np.testing.assert_allclose(ours(adjacency)[known], expected[known], rtol=1e-10)
    assert np.isnan(constraint(adjacency)[[3, 9]]).all()


def test_ties_to_oneself_count_for_nothing():
    weights = weighted_graph(1)
    looped = weights + np.diag(np.arange(25.0))
    for measure in (constraint, effective_size, efficiency):
        np.testing.assert_array_equal(measure(sparse.csr_array(weights)), measure(sparse.csr_array(looped)))


def test_efficiency_is_effective_size_per_contact():
    adjacency = nx.to_scipy_sparse_array(nx.karate_club_graph(), weight=None)
    contacts = np.array([degree for _, degree in nx.karate_club_graph().degree])
    np.testing.assert_allclose(efficiency(adjacency) * contacts, effective_size(adjacency))
    assert np.isnan(efficiency(sparse.csr_array((3, 3)))).all()


def test_bands_of_rows_change_nothing(monkeypatch):
    adjacency = sparse.csr_array(weighted_graph(2))
    membership = sparse.csr_array(weighted_graph(3))
    whole = constraint(adjacency), effective_size(adjacency), bridging(membership).share
    monkeypatch.setattr(structural_holes, "BAND", 7)
    banded = constraint(adjacency), effective_size(adjacency), bridging(membership).share
    for one, other in zip(whole, banded, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-13)


MEMBERSHIPS = st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=12)


@given(MEMBERSHIPS, st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=4))
def test_bridges_are_those_counted_by_hand(rows, direct):
    membership = np.array(rows)
    holders = {
        pair: np.flatnonzero(membership[:, pair[0]] & membership[:, pair[1]])
        for pair in combinations(range(5), 2)
    }
    found = sole_bridges(sparse.csr_array(membership), np.array(direct).reshape(-1, 2))
    known = {tuple(sorted(pair)) for pair in direct}
    expected = [(*pair, who[0]) for pair, who in holders.items() if len(who) == 1 and pair not in known]
    assert list(zip(found.first, found.second, found.organization, strict=True)) == expected

    held = bridging(sparse.csr_array(membership))
    for organization in range(len(membership)):
        mine = [who for who in holders.values() if organization in who]
        assert held.pairs[organization] == len(mine)
        assert held.alone[organization] == sum(len(who) == 1 for who in mine)
        assert held.share[organization] == pytest.approx(sum(1 / len(who) for who in mine))
    assert held.share.sum() == pytest.approx(sum(len(who) > 0 for who in holders.values()))


def test_weights_of_membership_do_not_matter():
    parts = sparse.csr_array([[0.5, 0.5, 0.0], [0.2, 0.3, 0.5]])
    assert sole_bridges(parts, []).organization.tolist() == [1, 1]
    assert bridging(parts).pairs.tolist() == [1, 3]
