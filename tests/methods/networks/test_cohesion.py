import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from scipy import sparse

from tests.methods.networks.graphs import duplicated, kernel_arrays, networks, refused
from traitdunion.methods.compiled.cohesion import core_numbers, cut_points
from traitdunion.methods.compiled.triangles import count_triangles
from traitdunion.methods.networks.cohesion import (
    articulation_points,
    bridges,
    components,
    core_number,
    degree_assortativity,
    rich_club,
    transitivity,
)
from traitdunion.methods.networks.triangles import forward, undirected

MEASURES = (
    components,
    articulation_points,
    bridges,
    core_number,
    rich_club,
    transitivity,
    degree_assortativity,
)


def read(weights):
    """The same network for networkx: without direction, weight or loops."""
    tied = weights > 0
    return nx.from_numpy_array((tied | tied.T) & ~np.eye(len(weights), dtype=bool))


@given(networks(largest=12))
def test_components_are_those_of_networkx(weights):
    found = components(weights)
    parts = sorted(nx.connected_components(read(weights)), key=min)
    expected = np.full(len(weights), -1)
    for number, part in enumerate(parts):
        expected[list(part)] = number
    np.testing.assert_array_equal(found, expected)


@given(networks(largest=12))
def test_cut_points_and_bridges_are_those_of_networkx(weights):
    graph = read(weights)
    assert set(np.flatnonzero(articulation_points(weights))) == set(nx.articulation_points(graph))
    expected = sorted(tuple(sorted(edge)) for edge in nx.bridges(graph))
    assert [tuple(edge) for edge in bridges(weights).tolist()] == expected
    assert bridges(weights).shape == (len(expected), 2)


@given(networks(largest=7))
def test_a_bridge_and_a_cut_point_are_what_their_removal_says(weights):
    whole = components(weights)
    tied = undirected(weights).toarray() > 0
    for node, cuts in enumerate(articulation_points(weights)):
        rest = np.delete(np.delete(tied, node, axis=0), node, axis=1)
        lost = 1 if not tied[node].any() else 0
        assert cuts == (components(rest).max(initial=-1) + lost > whole.max(initial=-1))
    cut = {tuple(edge) for edge in bridges(weights).tolist()}
    for a, b in zip(*np.nonzero(np.triu(tied)), strict=True):
        without = tied.copy()
        without[a, b] = without[b, a] = False
        assert ((int(a), int(b)) in cut) == (components(without).max() > whole.max())


@given(networks(largest=12))
def test_cores_are_those_of_networkx(weights):
    assert core_number(weights).tolist() == list(nx.core_number(read(weights)).values())


@pytest.mark.parametrize("seed", range(3))
def test_larger_networks_too(seed):
    graph = nx.barabasi_albert_graph(400, 2, seed=seed)
    graph.remove_nodes_from([3, 9])
    graph = nx.convert_node_labels_to_integers(graph)
    adjacency = nx.to_scipy_sparse_array(graph)
    assert set(np.flatnonzero(articulation_points(adjacency))) == set(nx.articulation_points(graph))
    assert bridges(adjacency).tolist() == sorted(sorted(edge) for edge in nx.bridges(graph))
    assert core_number(adjacency).tolist() == list(nx.core_number(graph).values())


def test_a_long_path_is_walked_without_recursion():
    line = sparse.diags_array(np.ones(49_999), offsets=1)
    assert articulation_points(line).sum() == 49_998
    assert len(bridges(line)) == 49_999


@given(networks(largest=12))
def test_rich_club_is_that_of_networkx(weights):
    graph, club = read(weights), rich_club(weights)
    if graph.number_of_edges():
        expected = nx.rich_club_coefficient(graph, normalized=False)
        assert club.k.tolist() == list(expected)
        np.testing.assert_allclose(club.phi, list(expected.values()))
    else:
        assert club.k.size == club.phi.size == 0


@given(networks(largest=12))
def test_transitivity_and_assortativity(weights):
    graph = read(weights)
    degrees = np.array([degree for _, degree in graph.degree])
    found = transitivity(weights)
    assert np.isnan(found) if (degrees < 2).all() else found == pytest.approx(nx.transitivity(graph))
    found = degree_assortativity(weights)
    ends = degrees[degrees > 0]
    if len(set(ends)) > 1:
        assert found == pytest.approx(nx.degree_pearson_correlation_coefficient(graph), abs=1e-9)
    else:
        assert np.isnan(found)


@given(networks())
def test_weight_direction_doubling_and_loops_change_nothing(weights):
    changed = [weights.T, weights * 3, duplicated(weights), weights + np.eye(len(weights))]
    for measure in MEASURES:
        found = measure(weights)
        for other in changed:
            np.testing.assert_array_equal(measure(other), found)


def test_a_network_without_anything():
    nothing = np.zeros((0, 0))
    assert (
        components(nothing).shape == articulation_points(nothing).shape == core_number(nothing).shape == (0,)
    )
    assert bridges(nothing).shape == (0, 2)
    assert np.isnan(transitivity(nothing))
    assert np.isnan(degree_assortativity(nothing))


def test_the_kernels_are_their_python():
    network = kernel_arrays(chance=0.12)
    walked = network.indptr.astype(np.int64), network.indices.astype(np.int64)
    edges = forward(kernel_arrays())
    for kernel, arrays in (
        (cut_points, walked),
        (core_numbers, walked),
        (count_triangles, (edges.indptr, edges.higher)),
    ):
        found = kernel(*arrays)
        np.testing.assert_array_equal(found, kernel.py_func(*arrays))
        assert np.any(found)


@pytest.mark.parametrize("measure", MEASURES)
def test_refusals(measure):
    refused(measure)
