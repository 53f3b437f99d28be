from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from tests.methods.networks.graphs import duplicated, kernel_arrays, networks, refused, without_loops
from traitdunion.methods.compiled.triangles import shared_partners
from traitdunion.methods.networks import structural_holes as methods
from traitdunion.methods.networks.link_prediction import co_participation
from traitdunion.methods.networks.structural_holes import (
    bridging,
    constraint,
    effective_size,
    efficiency,
    hierarchy,
    sole_bridges,
    structural_holes,
)
from traitdunion.methods.networks.triangles import forward

MEASURES = ("constraint", "effective_size", "efficiency", "hierarchy")


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


def by_definition(weights):
    """Burt's formulas, node by node and contact by contact."""
    mutual = without_loops(weights + weights.T)
    size = len(mutual)
    found = {name: np.full(size, np.nan) for name in MEASURES}
    for i in range(size):
        contacts = np.flatnonzero(mutual[i])
        if len(contacts) == 0:
            continue
        share = mutual[i] / mutual[i].sum()
        held, repeated = [], 0.0
        for j in contacts:
            others = [q for q in contacts if q != j]
            held.append((share[j] + sum(share[q] * mutual[q, j] / mutual[q].sum() for q in others)) ** 2)
            repeated += sum(share[q] * mutual[j, q] / mutual[j].max() for q in others)
        count, ratio = len(contacts), np.array(held) / np.mean(held)
        found["constraint"][i] = sum(held)
        found["effective_size"][i] = count - repeated
        found["efficiency"][i] = 1 - repeated / count
        disorder = (ratio * np.log(ratio)).sum()
        found["hierarchy"][i] = 1.0 if count == 1 else disorder / (count * np.log(count))
    return found


@given(networks())
def test_all_four_are_what_burt_wrote(weights):
    found, expected = structural_holes(weights), by_definition(weights)
    for name in MEASURES:
        np.testing.assert_allclose(getattr(found, name), expected[name], rtol=1e-10, atol=1e-12)


@given(networks())
def test_each_alone_is_the_same_as_together(weights):
    together = structural_holes(weights)
    for name, alone in zip(MEASURES, (constraint, effective_size, efficiency, hierarchy), strict=True):
        np.testing.assert_array_equal(getattr(together, name), alone(weights))


@given(networks(), st.randoms(use_true_random=False))
def test_neither_order_nor_unit_nor_direction_nor_doubling_matters(weights, dice):
    order = np.arange(len(weights))
    dice.shuffle(order)
    found = structural_holes(weights)
    same = [weights * 1e-3, weights.T, duplicated(weights), weights + np.diag(np.arange(len(weights)))]
    moved = structural_holes(weights[np.ix_(order, order)])
    for name in MEASURES:
        values = getattr(found, name)
        np.testing.assert_allclose(getattr(moved, name), values[order], rtol=1e-10, atol=1e-12)
        for other in same:
            np.testing.assert_allclose(getattr(structural_holes(other), name), values, rtol=1e-10, atol=1e-12)


@given(networks(least=1))
def test_bounds(weights):
    found = structural_holes(weights)
    contacts = (without_loops(weights + weights.T) > 0).sum(axis=1)
    tied = contacts > 0
    for name in MEASURES:
        np.testing.assert_array_equal(np.isnan(getattr(found, name)), ~tied)
    assert (found.constraint[tied] > 0).all()
    assert (found.effective_size[tied] <= contacts[tied]).all()
    assert (found.effective_size[tied] >= 1 - 1e-9).all()
    assert ((found.hierarchy[tied] >= 0) & (found.hierarchy[tied] <= 1)).all()


def test_ties_to_oneself_count_for_nothing():
    weights = weighted_graph(1)
    looped = weights + np.diag(np.arange(25.0))
    for measure in (constraint, effective_size, efficiency, hierarchy):
        np.testing.assert_array_equal(measure(sparse.csr_array(weights)), measure(sparse.csr_array(looped)))


def test_nothing_handed_in_is_changed():
    weights = sparse.csr_array(weighted_graph(2) + np.eye(25))
    before = weights.copy()
    structural_holes(weights)
    assert (weights != before).nnz == 0
    assert weights.nnz == before.nnz


def test_efficiency_is_effective_size_per_contact():
    adjacency = nx.to_scipy_sparse_array(nx.karate_club_graph(), weight=None)
    contacts = np.array([degree for _, degree in nx.karate_club_graph().degree])
    np.testing.assert_allclose(efficiency(adjacency) * contacts, effective_size(adjacency))
    assert np.isnan(efficiency(sparse.csr_array((3, 3)))).all()


def test_hierarchy_is_high_when_one_contact_is_tied_to_all_others():
    # A star: the centre is constrained by all alike. Then the first leaf ties to all others: the centre is
    # constrained by that one most.
    star = np.zeros((40, 40))
    star[0, 1:] = 1.0
    assert hierarchy(star)[0] == pytest.approx(0.0, abs=1e-12)
    star[1, 2:] = 1.0
    assert hierarchy(star)[0] > 0.5


def test_extreme_weights_neither_overflow_nor_vanish():
    for unit in (1e-300, 1e300):
        found = structural_holes(weighted_graph(3) * unit)
        np.testing.assert_allclose(found.constraint, constraint(weighted_graph(3)), rtol=1e-12)
        np.testing.assert_allclose(found.effective_size, effective_size(weighted_graph(3)), rtol=1e-12)


def test_a_large_project_closes_fewer_holes_when_it_is_weighted():
    # One organization with a project of two in each of four places, and one project of thirty.
    incidence = np.zeros((34, 5))
    incidence[0] = 1.0
    incidence[[1, 2, 3, 4], [0, 1, 2, 3]] = 1.0
    incidence[5:, 4] = 1.0
    weighted = co_participation(sparse.csr_array(incidence))
    assert weighted[0].sum() == pytest.approx(5.0)
    assert efficiency(weighted)[0] > 2 * efficiency(weighted > 0)[0]


def test_the_kernel_is_its_python():
    edges = forward(kernel_arrays())
    weight = np.random.default_rng(4).random((len(edges.higher), 3))
    found = shared_partners(edges.indptr, edges.higher, weight)
    np.testing.assert_array_equal(found, shared_partners.py_func(edges.indptr, edges.higher, weight))
    assert found.any(axis=0).all()


def test_refusals():
    refused(structural_holes)


def test_bands_of_rows_change_nothing(monkeypatch):
    membership = sparse.csr_array(weighted_graph(3))
    whole = bridging(membership).share
    monkeypatch.setattr(methods, "BAND", 7)
    np.testing.assert_allclose(bridging(membership).share, whole, rtol=1e-13)


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
