import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.networks.negatives import matched_negatives, random_negatives


@pytest.fixture(scope="module")
def grown():
    adjacency = nx.to_scipy_sparse_array(nx.barabasi_albert_graph(600, 4, seed=1), dtype=float)
    return sparse.csr_array(adjacency)


@given(st.integers(0, 8), st.integers(0, 60), st.integers(0, 99))
def test_negatives_are_pairs_not_tied(nodes, count, seed):
    dice = np.random.default_rng(seed)
    tied = np.triu(dice.random((nodes, nodes)) < 0.5, 1).astype(float)
    tied += tied.T
    found = random_negatives(tied, count=count, seed=seed)
    assert len(found.rows) <= count
    matched = matched_negatives(*np.nonzero(tied), tied, tied.sum(axis=1), seed=seed, size=3)
    for pairs in (found, matched):
        assert (pairs.rows != pairs.columns).all()
        assert not tied[pairs.rows, pairs.columns].any()


def test_random_pairs_are_all_equally_likely():
    found = random_negatives(np.zeros((4, 4)), count=60_000, seed=1)
    _, times = np.unique(found.rows * 4 + found.columns, return_counts=True)
    assert len(times) == 12
    np.testing.assert_allclose(times / 5_000, 1, atol=0.06)


@pytest.mark.parametrize("size", [1, 20, 100])
def test_a_stand_in_has_about_as_many_partners(grown, size):
    """A node larger than all asks, so that every pair finds its stand-in."""
    degree = np.append(np.diff(grown.indptr), [1_000] * 200)
    columns = np.repeat(np.arange(600), 20)
    found = matched_negatives(
        np.full(len(columns), 600), columns, sparse.csr_array((800, 800)), degree, seed=1, size=size
    )
    assert len(found.columns) == len(columns)
    ordered = np.sort(degree)
    low, high = np.sort([degree[columns], degree[found.columns]], axis=0)
    between = np.searchsorted(ordered, high, "left") - np.searchsorted(ordered, low, "right")
    assert between.max() <= size - 2 if size > 1 else (low == high).all()
    assert (low < high).any() == (size > 1)


def test_every_node_of_a_group_stands_in(grown):
    degree = np.diff(grown.indptr)
    column = int(np.argmin(degree))
    peers = np.flatnonzero(degree == degree[column])
    found = matched_negatives(
        np.full(30_000, 0), np.full(30_000, column), sparse.csr_array((600, 600)), degree, seed=2, size=1
    )
    assert set(found.columns) == set(peers) - {0}


def test_the_same_seed_gives_the_same_pairs(grown):
    degree = np.diff(grown.indptr)
    one, same, other = (
        matched_negatives(np.arange(50), np.arange(50) + 1, grown, degree, seed=seed) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one.columns, same.columns)
    assert other.columns.tolist() != one.columns.tolist()


@pytest.mark.parametrize(
    ("rows", "columns", "degree", "size", "key"),
    [
        ([0], [0, 1], [1, 1], 1, "lengths-differ"),
        ([0], [1], [1], 1, "lengths-differ"),
        ([0], [2], [1, 1], 1, "rows-outside"),
        ([0], [1], [1, 1], 0, "ranks-from-one"),
    ],
)
def test_what_cannot_be_matched_is_named(rows, columns, degree, size, key):
    with pytest.raises(InputError) as caught:
        matched_negatives(rows, columns, np.zeros((2, 2)), degree, seed=1, size=size)
    assert caught.value.key == key
