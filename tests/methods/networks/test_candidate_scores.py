import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.compiled.two_hop import two_hop_best, two_hop_scores
from traitdunion.methods.networks.candidate_scores import laid_out, score_rows
from traitdunion.methods.networks.link_prediction import top_candidates
from traitdunion.methods.ranking import settled

KINDS = [
    "popularity",
    "common_neighbours",
    "adamic_adar",
    "resource_allocation",
    "weighted_resource_allocation",
    "jaccard",
    "salton",
    "katz",
    "page_rank",
    "spectral",
]


def whole(adjacency, kind, **options):
    return np.vstack([batch.scores for batch in score_rows(adjacency, kind, **options)])


@pytest.fixture(scope="module")
def karate():
    graph = nx.karate_club_graph()
    return graph, nx.to_scipy_sparse_array(graph, weight="weight", dtype=float)


@st.composite
def networks(draw):
    nodes = draw(st.integers(1, 9))
    ends = st.integers(0, nodes - 1)
    adjacency = np.zeros((nodes, nodes))
    for first, second, weight in draw(st.lists(st.tuples(ends, ends, st.integers(1, 5)), max_size=25)):
        adjacency[first, second] = adjacency[second, first] = weight
    return adjacency


@pytest.mark.parametrize(
    ("kind", "index"),
    [
        ("adamic_adar", nx.adamic_adar_index),
        ("resource_allocation", nx.resource_allocation_index),
        ("jaccard", nx.jaccard_coefficient),
    ],
)
def test_scores_agree_with_networkx(karate, kind, index):
    graph, adjacency = karate
    pairs = list(nx.non_edges(graph))
    found = whole(adjacency, kind)
    np.testing.assert_allclose(
        [found[u, v] for u, v in pairs], [score for _, _, score in index(graph, pairs)], rtol=1e-12
    )


@given(networks())
def test_scores_follow_their_definitions(adjacency):
    loopless = adjacency * (1 - np.eye(len(adjacency)))
    near, strength = loopless > 0, loopless.sum(axis=1)
    degree = near.sum(axis=1)
    common, weighted = np.zeros((2, *adjacency.shape))
    for u, v, z in np.ndindex((len(adjacency),) * 3):
        if near[u, z] and near[z, v]:
            common[u, v] += 1
            weighted[u, v] += loopless[u, z] * loopless[z, v] / strength[z]
    np.testing.assert_array_equal(whole(adjacency, "common_neighbours"), common)
    np.testing.assert_allclose(whole(adjacency, "weighted_resource_allocation"), weighted)
    np.testing.assert_array_equal(whole(adjacency, "popularity"), np.tile(degree, (len(degree), 1)))
    root = np.sqrt(np.outer(degree, degree))
    np.testing.assert_allclose(whole(adjacency, "salton") * root, common)


@pytest.mark.parametrize("kind", KINDS)
def test_batches_rows_and_weights_of_many_ties_change_nothing(karate, kind):
    _, adjacency = karate
    every = whole(adjacency, kind)
    assert [len(batch.rows) for batch in score_rows(adjacency, kind, batch=20)] == [20, 14]
    np.testing.assert_allclose(whole(adjacency, kind, batch=5), every, rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(
        whole(adjacency, kind, rows=[7, 7, 0]), every[[7, 7, 0]], rtol=1e-9, atol=1e-15
    )
    twice = sparse.coo_array(adjacency)
    halves = sparse.coo_array((np.tile(twice.data / 2, 2), (np.tile(twice.row, 2), np.tile(twice.col, 2))))
    np.testing.assert_allclose(whole(halves, kind), every, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_self_loops_and_empty_networks_have_an_answer(karate, kind):
    _, adjacency = karate
    looped = adjacency + sparse.eye_array(34)
    np.testing.assert_allclose(whole(looped, kind), whole(adjacency, kind), rtol=1e-9, atol=1e-12)
    empty = whole(np.zeros((3, 3)), kind)
    np.testing.assert_array_equal(empty, np.eye(3) if kind == "page_rank" else np.zeros((3, 3)))
    assert list(score_rows(adjacency, kind, rows=[])) == []
    assert list(score_rows(np.zeros((0, 0)), kind)) == []


@pytest.mark.parametrize(
    ("adjacency", "rows", "key"),
    [
        ([[0, 1]], None, "matrix-not-square"),
        ([[0, 1], [0, 0]], None, "matrix-not-symmetric"),
        ([[0, -1], [-1, 0]], None, "values-negative"),
        ([[0, np.nan], [np.nan, 0]], None, "values-not-numbers"),
        ([[0, 1], [1, 0]], [2], "rows-outside"),
        ([[0, 1], [1, 0]], [-1], "rows-outside"),
    ],
)
def test_what_cannot_be_scored_is_named(adjacency, rows, key):
    for call in (
        lambda: list(score_rows(np.array(adjacency), "katz", rows=rows)),
        lambda: top_candidates(np.array(adjacency), k=1, rows=rows),
    ):
        with pytest.raises(InputError) as caught:
            call()
        assert caught.value.key == key


@settings(max_examples=40)
@given(networks(), st.integers(0, 4), st.sampled_from(KINDS), st.data())
def test_the_best_are_the_best_of_all_scores(adjacency, k, kind, data):
    nodes = len(adjacency)
    excluded = None
    if data.draw(st.booleans()):
        flat = data.draw(st.lists(st.booleans(), min_size=nodes * nodes, max_size=nodes * nodes))
        excluded = np.array(flat).reshape(nodes, nodes)
    found = top_candidates(adjacency, k=k, score=kind, exclude=excluded)
    scores = settled(whole(adjacency, kind))
    rows, columns = [], []
    for row in range(nodes):
        barred = adjacency[row] > 0 if excluded is None else excluded[row].copy()
        barred[row] = True
        good = np.flatnonzero((scores[row] > 0) & ~barred)
        best = good[np.lexsort((good, -scores[row, good]))][:k]
        rows += [row] * len(best)
        columns += best.tolist()
    assert found.rows.tolist() == rows
    assert found.columns.tolist() == columns
    np.testing.assert_allclose(settled(found.scores), scores[rows, columns], rtol=1e-10)


@pytest.mark.parametrize("plain", [True, False])
@given(adjacency=networks(), k=st.integers(0, 3))
def test_compiled_loops_do_what_they_say(adjacency, k, plain):
    network = laid_out(adjacency)
    weight = network.ties.data.astype(float)
    second = np.zeros(0) if plain else np.sqrt(weight)
    rows = np.arange(len(adjacency))[::-1].copy()
    start, ends = network.indptr, network.indices
    scores = two_hop_scores(start, ends, weight, second, rows)
    np.testing.assert_array_equal(scores, two_hop_scores.py_func(start, ends, weight, second, rows))
    given = (start, ends, weight, second, start, ends, rows, k)
    for one, other in zip(two_hop_best(*given), two_hop_best.py_func(*given), strict=True):
        np.testing.assert_array_equal(one, other)


def test_terms_of_zero_do_not_matter():
    path = laid_out([[0, 1, 1, 0], [1, 0, 0, 1], [1, 0, 0, 1], [0, 1, 1, 0]])
    nought = np.zeros(len(path.indices))
    nobody = np.zeros(5, dtype=np.int64)
    columns, scores = two_hop_best(
        path.indptr, path.indices, nought, nought, nobody, nobody[:0], nobody[:1], 3
    )
    assert columns.tolist() == [[-1, -1, -1]]
    assert scores.tolist() == [[0, 0, 0]]


def test_a_list_shorter_than_none_is_refused():
    for options, key in (({"k": -1}, "top-negative"), ({"k": 1, "exclude": np.eye(3)}, "lengths-differ")):
        with pytest.raises(InputError) as caught:
            top_candidates(np.zeros((2, 2)), **options)
        assert caught.value.key == key
