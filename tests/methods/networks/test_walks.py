import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.networks.walks import katz, page_rank, spectral


@pytest.fixture(scope="module")
def karate():
    graph = nx.karate_club_graph()
    return graph, nx.to_scipy_sparse_array(graph, weight="weight", dtype=float)


def test_page_rank_agrees_with_networkx(karate):
    graph, adjacency = karate
    found = page_rank(adjacency, [5, 33])
    for row, node in enumerate((5, 33)):
        expected = nx.pagerank(graph, alpha=0.85, personalization={node: 1}, tol=1e-14, max_iter=1000)
        np.testing.assert_allclose(found[row], [expected[other] for other in graph], atol=1e-8)


@given(st.integers(1, 8), st.floats(0.05, 0.95), st.integers(0, 2**20))
def test_page_rank_solves_its_equation(nodes, restart, seed):
    dice = np.random.default_rng(seed)
    upper = np.triu(dice.integers(1, 9, (nodes, nodes)) * (dice.random((nodes, nodes)) < 0.4), 1).astype(
        float
    )
    ties = upper + upper.T
    strength = ties.sum(axis=0)
    onwards = np.divide(ties, strength, out=np.zeros_like(ties), where=strength > 0)
    # Who has no ties stays.
    onwards[np.flatnonzero(strength == 0), np.flatnonzero(strength == 0)] = 1
    expected = restart * np.linalg.inv(np.eye(nodes) - (1 - restart) * onwards)
    found = page_rank(sparse.csr_array(ties), np.arange(nodes), restart=restart)
    np.testing.assert_allclose(found, expected.T, atol=1e-7)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-7)


@pytest.mark.parametrize("steps", [1, 2, 3, 5])
def test_katz_sums_powers(karate, steps):
    adjacency = karate[1].toarray()
    powers = [0.01**step * np.linalg.matrix_power(adjacency, step) for step in range(1, steps + 1)]
    found = katz(sparse.csr_array(adjacency), np.arange(34), beta=0.01, steps=steps)
    np.testing.assert_allclose(found, sum(powers), rtol=1e-12)


@pytest.mark.parametrize("dimensions", [1, 5, 33])
def test_spectral_scores_are_the_best_of_their_rank(karate, dimensions):
    adjacency = karate[1]
    u, values, vt = np.linalg.svd(adjacency.toarray())
    left, right = spectral(adjacency, dimensions=dimensions)
    best = (u[:, :dimensions] * values[:dimensions]) @ vt[:dimensions]
    np.testing.assert_allclose(left @ right.T, best, atol=1e-8)


def test_large_networks_are_searched_to_the_same_end():
    adjacency = nx.to_scipy_sparse_array(nx.barabasi_albert_graph(400, 3, seed=1), dtype=float)
    u, values, vt = np.linalg.svd(adjacency.toarray())
    left, right = spectral(sparse.csr_array(adjacency), dimensions=8)
    np.testing.assert_allclose(left @ right.T, (u[:, :8] * values[:8]) @ vt[:8], atol=1e-8)
    again = spectral(sparse.csr_array(adjacency), dimensions=8)
    np.testing.assert_array_equal(again[0], left)


def test_small_and_empty_networks_have_no_spectrum():
    assert spectral(sparse.csr_array((1, 1)))[0].shape == (1, 0)
    assert spectral(sparse.csr_array((5, 5)))[0].shape == (5, 0)


@pytest.mark.parametrize("share", [0.0, 1.0, -0.1, float("nan")])
def test_shares_lie_between_nought_and_one(karate, share):
    for call in (lambda: katz(karate[1], [0], beta=share), lambda: page_rank(karate[1], [0], restart=share)):
        with pytest.raises(InputError) as caught:
            call()
        assert caught.value.key == "share-range"
