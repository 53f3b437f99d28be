import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.methods.networks import link_prediction
from traitdunion.methods.networks.link_prediction import (
    adamic_adar,
    co_participation,
    common_neighbours,
    top_candidates,
)

WOMEN = 18


@pytest.fixture(scope="module")
def davis():
    graph = nx.davis_southern_women_graph()
    return graph, nx.to_scipy_sparse_array(graph, weight=None)[:WOMEN, WOMEN:]


@pytest.fixture(scope="module")
def karate():
    graph = nx.karate_club_graph()
    return graph, nx.to_scipy_sparse_array(graph, weight=None)


def test_co_participation_is_newmans_projection(davis):
    graph, incidence = davis
    women = list(graph)[:WOMEN]
    expected = nx.bipartite.collaboration_weighted_projected_graph(graph, women)
    expected = nx.to_numpy_array(expected, nodelist=women)
    np.testing.assert_allclose(co_participation(incidence).toarray(), expected, rtol=1e-12)


def test_every_event_gives_each_participant_one(davis):
    _, incidence = davis
    np.testing.assert_allclose(co_participation(incidence).sum(axis=1), incidence.sum(axis=1))


def test_events_of_one_and_repeated_entries_give_nothing_more():
    incidence = sparse.coo_array(([1.0, 1.0, 5.0, 1.0], ([0, 0, 1, 1], [0, 0, 0, 1])), shape=(3, 2))
    ties = co_participation(incidence)
    assert ties.toarray().tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    assert ties.nnz == 2


def test_pair_scores_agree_with_networkx(karate):
    graph, adjacency = karate
    rows, columns = np.triu_indices(len(graph), 1)
    pairs = list(zip(rows.tolist(), columns.tolist(), strict=True))
    expected = [score for _, _, score in nx.adamic_adar_index(graph, pairs)]
    np.testing.assert_allclose(adamic_adar(adjacency, rows, columns), expected, rtol=1e-12)
    expected = [len(list(nx.common_neighbors(graph, u, v))) for u, v in pairs]
    np.testing.assert_array_equal(common_neighbours(adjacency, rows, columns), expected)
    assert adamic_adar(adjacency, [], []).shape == (0,)


@pytest.mark.parametrize("score", ["adamic_adar", "common_neighbours"])
@pytest.mark.parametrize("k", [1, 4, 50])
def test_top_candidates_are_the_best_of_all_new_pairs(karate, score, k):
    graph, adjacency = karate
    found = top_candidates(adjacency, k=k, score=score)
    everyone = np.arange(len(graph))
    rows, columns, scores = [], [], []
    for row in everyone:
        new = np.array([v for v in everyone if v != row and not graph.has_edge(row, v)])
        value = getattr(link_prediction, score)(adjacency, np.full(len(new), row), new)
        best = [place for place in np.lexsort((new, -value.round(10))) if value[place] > 0][:k]
        rows += [row] * len(best)
        columns += new[best].tolist()
        scores += value[best].tolist()
    assert found.rows.tolist() == rows
    assert found.columns.tolist() == columns
    np.testing.assert_allclose(found.scores, scores, rtol=1e-12)


def test_chosen_rows_are_served_in_their_order(karate):
    _, adjacency = karate
    every = top_candidates(adjacency, k=3)
    some = top_candidates(adjacency, k=3, rows=[20, 4])
    assert some.rows.tolist() == [20] * 3 + [4] * 3
    np.testing.assert_array_equal(some.columns[3:], every.columns[every.rows == 4])
    assert top_candidates(adjacency, k=3, rows=[]).rows.size == 0


def test_bands_of_rows_change_nothing(karate, monkeypatch):
    _, adjacency = karate
    rows, columns = np.triu_indices(34, 1)
    whole = top_candidates(adjacency, k=5), adamic_adar(adjacency, rows, columns)
    monkeypatch.setattr(link_prediction, "BAND", 50)
    banded = top_candidates(adjacency, k=5), adamic_adar(adjacency, rows, columns)
    np.testing.assert_array_equal(whole[0].columns, banded[0].columns)
    np.testing.assert_allclose(whole[1], banded[1], rtol=1e-13)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_nobody_is_recommended_to_themselves_or_to_a_partner(pairs):
    adjacency = np.zeros((10, 10))
    for first, second in pairs:
        adjacency[first, second] = adjacency[second, first] = 1
    found = top_candidates(sparse.csr_array(adjacency), k=3)
    assert (found.rows != found.columns).all()
    assert not adjacency[found.rows, found.columns].any()
    assert (found.scores > 0).all()
