import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.networks.graphs import duplicated, kernel_arrays, networks, refused, without_loops
from traitdunion.errors import InputError
from traitdunion.methods.compiled import paths
from traitdunion.methods.networks import centrality
from traitdunion.methods.networks.centrality import betweenness, closeness, distances, sampled_betweenness


def read(weights, directed):
    graph = nx.from_numpy_array(without_loops(weights), create_using=nx.DiGraph if directed else nx.Graph)
    for _, _, tie in graph.edges(data=True):
        tie["length"] = 1.0 / tie["weight"]
    return graph


@given(networks(largest=10), st.booleans(), st.booleans())
def test_directed_betweenness_is_that_of_networkx(weights, weighted, normalized):
    compared(weights, weighted=weighted, normalized=normalized, directed=True)


@given(networks(largest=10, directed=False), st.booleans())
def test_undirected_betweenness_is_that_of_networkx(weights, weighted):
    compared(weights, weighted=weighted, normalized=False, directed=False)
    compared(weights, weighted=weighted, normalized=True, directed=False)


def compared(weights, *, weighted, normalized, directed):
    # The lengths 1/3 and 1/7 make sums that are equal but for rounding, where networkx counts one path only.
    weights = np.where(np.isin(weights, (3.0, 7.0)), 4.0, weights) if weighted else weights
    if directed and (without_loops(weights) == without_loops(weights).T).all() and not normalized:
        return  # a symmetric matrix is read as undirected
    found = betweenness(weights, weighted=weighted, normalized=normalized)
    graph = read(weights, directed)
    expected = nx.betweenness_centrality(graph, normalized=normalized, weight="length" if weighted else None)
    np.testing.assert_allclose(found.values, list(expected.values()), rtol=1e-9, atol=1e-12)
    assert (found.sampled, found.pivots) == (False, len(weights))
    assert not found.standard_error.any()


def test_paths_of_one_length_are_equal_in_spite_of_rounding():
    # From 0 to 2 over 1 or over 3; from 1 to 3 over 0 only, since over 2 is longer.
    lengths = {(0, 1): 0.1, (1, 2): 0.2, (0, 3): 0.15, (3, 2): 0.15}
    assert 0.1 + 0.2 != 0.15 + 0.15
    weights = np.zeros((4, 4))
    for (a, b), length in lengths.items():
        weights[a, b] = weights[b, a] = 1 / length
    found = betweenness(weights, weighted=True, normalized=False)
    np.testing.assert_allclose(found.values, [1.0, 0.5, 0.0, 0.5])


@given(networks())
def test_doubling_and_loops_change_nothing(weights):
    for weighted in (False, True):
        found = betweenness(weights, weighted=weighted).values
        for other in (duplicated(weights), weights + np.eye(len(weights))):
            np.testing.assert_allclose(betweenness(other, weighted=weighted).values, found, atol=1e-12)


@given(networks(largest=8, least=1), st.integers(1, 12), st.booleans())
def test_a_sample_of_all_is_exact(weights, more, weighted):
    found = sampled_betweenness(weights, pivots=len(weights) + more - 1, seed=3, weighted=weighted)
    np.testing.assert_array_equal(found.values, betweenness(weights, weighted=weighted).values)
    assert not found.sampled
    assert not found.standard_error.any()


@pytest.mark.parametrize("weighted", [False, True])
def test_samples_are_unbiased_and_their_errors_cover(weighted):
    """Mean within its own error, error as large as the spread, intervals that hold the truth."""
    dice, seeds = np.random.default_rng(5), 300
    weights = nx.to_numpy_array(nx.barabasi_albert_graph(150, 2, seed=4))
    weights *= np.triu(dice.integers(1, 4, weights.shape), 1)
    weights += weights.T
    exact = betweenness(weights, weighted=weighted).values
    drawn = [sampled_betweenness(weights, pivots=60, seed=seed, weighted=weighted) for seed in range(seeds)]
    values = np.stack([one.values for one in drawn])
    errors = np.stack([one.standard_error for one in drawn])
    assert all(one.sampled and one.pivots == 60 for one in drawn)
    spread = values.std(axis=0, ddof=1)
    np.testing.assert_array_less(np.abs(values.mean(axis=0) - exact), 4 * spread / np.sqrt(seeds) + 1e-12)
    busy = np.argsort(exact)[-10:]
    np.testing.assert_allclose(np.sqrt((errors**2).mean(axis=0))[busy], spread[busy], rtol=0.15)
    held = np.abs(values - exact)[:, busy] <= 2.0 * errors[:, busy]
    # Less than the 0.95 of normal estimates: few sources make most of a node's betweenness.
    assert 0.88 <= held.mean() <= 0.97


@pytest.mark.parametrize("seed", range(6))
def test_the_centre_of_a_star_is_known_from_any_two(seed):
    # Every leaf says the same of the centre, and the centre says nothing of itself.
    found = sampled_betweenness(nx.to_numpy_array(nx.star_graph(7)), pivots=3, seed=seed)
    assert found.values[0] == pytest.approx(1.0)
    assert found.standard_error[0] == pytest.approx(0.0, abs=1e-12)


def test_one_pivot_has_no_error_and_none_is_refused():
    path = nx.to_numpy_array(nx.path_graph(5))
    found = sampled_betweenness(path, pivots=1, seed=1)
    assert np.isnan(found.standard_error).all()
    # The one pivot lies on none of its own paths: nothing is known of it.
    assert np.isnan(found.values).sum() == 1
    with pytest.raises(InputError) as error:
        sampled_betweenness(path, pivots=0, seed=1)
    assert error.value.key == "draws-too-few"
    with pytest.raises(InputError) as error:
        sampled_betweenness(path, pivots=2, seed=-1)
    assert error.value.key == "seed-negative"


def test_threads_and_seeds(monkeypatch):
    weights = kernel_arrays(nodes=40)
    one = sampled_betweenness(weights, pivots=25, seed=1)
    monkeypatch.setattr(centrality.os, "cpu_count", lambda: 1)
    np.testing.assert_array_equal(sampled_betweenness(weights, pivots=25, seed=1).values, one.values)
    assert not np.array_equal(sampled_betweenness(weights, pivots=25, seed=2).values, one.values)


@given(networks(largest=10))
def test_closeness_and_distances_are_those_of_networkx(weights):
    graph = read(weights, directed=True)
    # networkx measures the way to a node, not from it.
    expected = nx.closeness_centrality(graph.reverse())
    np.testing.assert_allclose(closeness(weights), list(expected.values()), rtol=1e-12)
    found, size = distances(weights), len(weights)
    steps = [
        step
        for source, row in nx.all_pairs_shortest_path_length(graph)
        for to, step in row.items()
        if to != source
    ]
    pairs = size * (size - 1)
    if pairs:
        assert found.efficiency == pytest.approx(sum(1 / step for step in steps) / pairs)
        assert found.unreachable == pytest.approx(1 - len(steps) / pairs)
    if steps:
        assert found.mean == pytest.approx(np.mean(steps))
    else:
        assert np.isnan(found.mean)


def test_a_network_without_anything():
    for nothing in (np.zeros((0, 0)), np.zeros((1, 1)), np.zeros((2, 2))):
        assert betweenness(nothing).values.tolist() == [0.0] * len(nothing)
        assert closeness(nothing).tolist() == [0.0] * len(nothing)
        assert sampled_betweenness(nothing, pivots=5, seed=1).values.tolist() == [0.0] * len(nothing)


def test_the_kernels_are_their_python():
    network = kernel_arrays(chance=0.15)
    indptr, indices = network.indptr.astype(np.int64), network.indices.astype(np.int64)
    pivots = np.array([0, 3, 7, 11])
    for kernel, arrays in (
        (paths.dependencies, (indptr, indices, pivots)),
        (paths.weighted_dependencies, (indptr, indices, 1.0 / network.data, pivots)),
        (paths.reach, (indptr, indices, pivots)),
    ):
        for compiled, plain in zip(kernel(*arrays), kernel.py_func(*arrays), strict=True):
            np.testing.assert_array_equal(compiled, plain)
            assert compiled.any()


@pytest.mark.parametrize(
    "measure", [betweenness, closeness, distances, lambda m: sampled_betweenness(m, pivots=2, seed=1)]
)
def test_refusals(measure):
    refused(measure)
