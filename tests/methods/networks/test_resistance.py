import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from tests.methods.networks.graphs import duplicated, networks, refused
from traitdunion.errors import InputError
from traitdunion.methods.networks import laplacian as solving
from traitdunion.methods.networks.cohesion import components
from traitdunion.methods.networks.fiedler import fiedler
from traitdunion.methods.networks.laplacian import laplacian, potentials
from traitdunion.methods.networks.resistance import (
    effective_resistance,
    kirchhoff_index,
    set_gain,
    tie_gains,
)
from traitdunion.methods.networks.resistance_sketch import sketched_gains

UNDIRECTED = networks(largest=8, directed=False)
SOME = networks(largest=8, directed=False, least=1)


def sketch(adjacency, pairs, weight=1.0):
    return sketched_gains(adjacency, pairs, seed=1, dimensions=8, weight=weight)


def resistances(weights):
    """All pairs from the definition: the potential that holds one unit of current, by least squares."""
    bare = weights - np.diag(np.diag(weights))
    matrix, nodes = np.diag(bare.sum(axis=1)) - bare, len(bare)
    found, part = np.full((nodes, nodes), np.inf), components(weights)
    for a, b in itertools.product(range(nodes), repeat=2):
        if part[a] == part[b]:
            current = np.eye(nodes)[a] - np.eye(nodes)[b]
            potential = np.linalg.lstsq(matrix, current, rcond=1e-12)[0]
            found[a, b] = current @ potential
    return found


def total(table, where=True):
    upper = np.triu(np.isfinite(table) & where, 1)
    return table[upper].sum()


def with_ties(weights, pairs, new):
    after = weights.astype(float).copy()
    for (a, b), weight in zip(pairs, new, strict=True):
        if a != b:
            after[a, b] += weight
            after[b, a] += weight
    return after


def gain_by_definition(weights, pairs, new):
    before, after = resistances(weights), resistances(with_ties(weights, pairs, new))
    reached = np.isfinite(before)
    joined = np.triu(np.isfinite(after) & ~reached, 1).sum()
    return total(before) - total(after, reached), joined


@st.composite
def planned(draw, most=5):
    weights = draw(SOME)
    node = st.integers(0, len(weights) - 1)
    pairs = draw(st.lists(st.tuples(node, node), max_size=most))
    new = draw(st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=len(pairs), max_size=len(pairs)))
    return weights, pairs, new


@pytest.fixture
def one_by_one(monkeypatch):
    """No whole inverse, however small the network."""
    monkeypatch.setattr(solving, "DENSE", -1)


@given(UNDIRECTED)
def test_the_index_is_the_sum_of_the_resistances(weights):
    found = kirchhoff_index(weights)
    assert found.index == pytest.approx(total(resistances(weights)), rel=1e-9, abs=1e-9)
    assert found.components == len(found.by_component) == components(weights).max(initial=-1) + 1
    assert found.by_component.sum() == pytest.approx(found.index)


@given(UNDIRECTED)
def test_the_index_is_that_of_the_eigenvalues_part_by_part(weights):
    found, part = kirchhoff_index(weights), components(weights)
    for number, index in enumerate(found.by_component):
        inside = weights[np.ix_(part == number, part == number)]
        bare = inside - np.diag(np.diag(inside))
        values = np.linalg.eigvalsh(np.diag(bare.sum(axis=1)) - bare)[1:]
        assert index == pytest.approx(len(bare) * (1.0 / values).sum(), rel=1e-9, abs=1e-12)


@given(SOME)
def test_resistances_are_those_of_the_definition(weights):
    pairs = list(itertools.product(range(len(weights)), repeat=2))
    found = effective_resistance(weights, pairs).reshape(len(weights), -1)
    np.testing.assert_allclose(found, resistances(weights), rtol=1e-9, atol=1e-9)


def test_resistances_are_those_of_networkx():
    graph = nx.barbell_graph(5, 2)
    for a, b in graph.edges:
        graph[a][b]["weight"] = 1.0 + (a * b) % 3
    pairs = list(itertools.combinations(range(12), 2))
    expected = [nx.resistance_distance(graph, a, b, "weight", invert_weight=False) for a, b in pairs]
    found = effective_resistance(nx.to_numpy_array(graph), pairs)
    np.testing.assert_allclose(found, expected, rtol=1e-9)


@given(planned())
def test_each_gain_is_what_the_network_with_that_tie_says(plan):
    weights, pairs, new = plan
    found = tie_gains(weights, pairs, weight=new)
    assert not found.standard_error.any()
    for number, pair in enumerate(pairs):
        drop, joined = gain_by_definition(weights, [pair], [new[number]])
        assert found.drop[number] == pytest.approx(drop, rel=1e-7, abs=1e-8)
        assert found.joined[number] == joined
        together = set_gain(weights, [pair], weight=new[number])
        assert together.drop == pytest.approx(found.drop[number], rel=1e-9, abs=1e-9)
        assert together.joined == joined


@given(planned())
def test_the_gain_of_a_set_is_what_the_network_with_all_of_them_says(plan):
    weights, pairs, new = plan
    found = set_gain(weights, pairs, weight=new)
    drop, joined = gain_by_definition(weights, pairs, new)
    assert found.drop == pytest.approx(drop, rel=1e-7, abs=1e-8)
    assert found.joined == joined
    assert set_gain(weights, pairs[::-1], weight=new[::-1]).drop == pytest.approx(found.drop, abs=1e-9)


@given(planned())
def test_one_by_one_solves_the_same(plan):
    weights, pairs, new = plan
    whole = (
        kirchhoff_index(weights).index,
        *tie_gains(weights, pairs, weight=new).drop,
        set_gain(weights, pairs, weight=new).drop,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "DENSE", -1)
        assert laplacian(weights).inverse is None
        single = (
            kirchhoff_index(weights).index,
            *tie_gains(weights, pairs, weight=new).drop,
            set_gain(weights, pairs, weight=new).drop,
        )
    np.testing.assert_allclose(single, whole, rtol=1e-8, atol=1e-8)


def test_the_gain_of_a_set_is_not_the_sum_of_gains():
    """Together more for some pairs of ties, less for others."""
    ties = [(0, 4), (0, 6), (1, 3), (2, 3), (2, 4), (2, 6), (3, 5), (4, 6), (5, 7), (6, 7)]
    weights = nx.to_numpy_array(nx.Graph(ties), nodelist=range(8))
    pairs = list(itertools.combinations(itertools.combinations(range(8), 2), 2))
    beyond = [set_gain(weights, pair).drop - tie_gains(weights, pair).drop.sum() for pair in pairs]
    assert max(beyond) > 0.1
    assert min(beyond) < -0.1


@pytest.mark.parametrize("graph", [nx.path_graph(3000), nx.cycle_graph(3000), nx.star_graph(2999)])
def test_chains_and_stars_are_solved_in_a_few_steps(graph, monkeypatch):
    monkeypatch.setattr(solving, "STEPS", 30)
    ties = nx.to_scipy_sparse_array(graph, dtype=float)
    network = laplacian(ties)
    assert network.inverse is None
    currents = np.random.default_rng(1).standard_normal((3000, 40))
    currents -= currents.mean(axis=0)
    found = potentials(network, currents)
    rest = np.linalg.norm(network.matrix @ found - currents, axis=0)
    assert (rest <= 1e-8 * np.linalg.norm(currents, axis=0)).all()
    np.testing.assert_allclose(found.sum(axis=0), 0.0, atol=1e-9 * np.abs(found).max() * 3000)


def test_what_does_not_settle_is_told(monkeypatch, one_by_one):
    monkeypatch.setattr(solving, "STEPS", 1)
    with pytest.raises(InputError) as error:
        tie_gains(nx.to_numpy_array(nx.karate_club_graph()), [[0, 9]])
    assert error.value.key == "resistance-no-convergence"


def halves():
    """Two clubs with few ties between, weights, a pendant chain, another component and an isolated node."""
    dice = np.random.default_rng(5)
    weights = np.zeros((44, 44))
    for start in (0, 18):
        inside = np.triu(dice.integers(1, 4, (18, 18)) * (dice.random((18, 18)) < 0.3), 1)
        weights[start : start + 18, start : start + 18] = inside
    for a, b in [(3, 20), (17, 36), (36, 37), (37, 38), (39, 40), (40, 41), (41, 42)]:
        weights[a, b] = 1.0
    return weights + weights.T


def test_a_sketch_errs_as_it_says():
    weights, dimensions, draws = halves(), 64, 150
    pairs = np.array(list(itertools.combinations(range(44), 2)))
    exact = tie_gains(weights, pairs)
    inside = exact.drop > 0
    assert inside.sum() > 600
    sketches = [sketched_gains(weights, pairs, seed=seed, dimensions=dimensions) for seed in range(draws)]
    for one in sketches:
        np.testing.assert_array_equal(one.joined, exact.joined)
        assert (one.drop[~inside] == 0).all()
        assert (one.standard_error[~inside] == 0).all()
        assert (one.standard_error[inside] <= 2.0 / np.sqrt(dimensions) * one.drop[inside]).all()
    drops = np.array([one.drop[inside] for one in sketches])
    said = np.array([one.standard_error[inside] for one in sketches])
    relative = drops / exact.drop[inside] - 1.0
    # Too high by 2 / dimensions at most, as said; the mean over 150 sketches and 600 pairs is known to 0.01.
    assert -0.01 < relative.mean() < 2.0 / dimensions + 0.01
    # The true spread of each pair is below the error that is said, and not far below it for all of them.
    spread = drops.std(axis=0) / np.sqrt((said**2).mean(axis=0))
    assert spread.max() < 1.3
    assert spread.max() > 0.7
    assert 0.93 < (np.abs(drops - exact.drop[inside]) < 2.0 * said).mean() <= 1.0


def test_more_dimensions_are_nearer():
    weights = halves()
    pairs = np.array(list(itertools.combinations(range(36), 2)))
    exact = tie_gains(weights, pairs).drop

    def off(dimensions):
        every = [sketched_gains(weights, pairs, seed=seed, dimensions=dimensions).drop for seed in range(9)]
        return np.sqrt(((np.array(every) / exact - 1.0) ** 2).mean())

    assert off(400) == pytest.approx(off(25) / 4.0, rel=0.3)


def test_a_sketch_of_a_large_network_is_near_the_exact_gains():
    graph = nx.barabasi_albert_graph(2500, 3, seed=4)
    ties = nx.to_scipy_sparse_array(graph, dtype=float)
    pairs = np.random.default_rng(2).integers(0, 2500, (60, 2))
    exact, found = tie_gains(ties, pairs), sketched_gains(ties, pairs, seed=3)
    away = pairs[:, 0] != pairs[:, 1]
    z = (found.drop - exact.drop)[away] / found.standard_error[away]
    assert np.abs(z).max() < 5
    assert np.corrcoef(found.drop, exact.drop)[0, 1] > 0.95


def test_the_same_seed_the_same_bytes():
    weights, pairs = halves(), [[0, 9], [2, 30]]
    one, same = (sketched_gains(weights, pairs, seed=7, dimensions=40).drop for _ in range(2))
    assert one.tobytes() == same.tobytes()
    other = sketched_gains(weights, pairs, seed=8, dimensions=40).drop
    assert (one != other).all()


@given(UNDIRECTED)
def test_algebraic_connectivity_is_the_second_eigenvalue(weights):
    found, bare = fiedler(weights), weights - np.diag(np.diag(weights))
    if len(weights) < 2:
        assert np.isnan(found.connectivity)
        assert not found.vector.any()
        return
    matrix = np.diag(bare.sum(axis=1)) - bare
    assert found.connectivity == pytest.approx(np.linalg.eigvalsh(matrix)[1], abs=1e-9)
    if components(weights).max() > 0:
        assert found.connectivity == 0.0
        assert not found.vector.any()
        return
    assert np.linalg.norm(found.vector) == pytest.approx(1.0)
    np.testing.assert_allclose(matrix @ found.vector, found.connectivity * found.vector, atol=1e-8)
    assert found.vector.max() >= -found.vector.min() * (1.0 - 1e-8)


def test_connectivity_of_a_large_network_too(one_by_one):
    graph = nx.barbell_graph(20, 5)
    ties = nx.to_numpy_array(graph)
    found = fiedler(ties)
    values, vectors = np.linalg.eigh(nx.laplacian_matrix(graph).toarray().astype(float))
    assert found.connectivity == pytest.approx(values[1], rel=1e-8)
    assert abs(found.vector @ vectors[:, 1]) == pytest.approx(1.0, abs=1e-7)


@given(planned())
def test_loops_and_duplicated_ties_change_nothing_and_nothing_is_mutated(plan):
    weights, pairs, new = plan
    kept, looped = weights.copy(), weights + 3.0 * np.eye(len(weights))
    expected = tie_gains(weights, pairs, weight=new)
    for same in (looped, duplicated(weights), sparse.csr_array(weights)):
        np.testing.assert_allclose(tie_gains(same, pairs, weight=new).drop, expected.drop, atol=1e-9)
        assert kirchhoff_index(same).index == pytest.approx(kirchhoff_index(weights).index)
    np.testing.assert_array_equal(weights, kept)


def test_nothing_gives_nothing():
    empty = np.zeros((0, 0))
    assert kirchhoff_index(empty).index == 0.0
    assert kirchhoff_index(empty).components == 0
    assert kirchhoff_index(np.zeros((3, 3))).by_component.tolist() == [0.0, 0.0, 0.0]
    for gains in (tie_gains, sketch):
        assert gains(empty, []).drop.shape == (0,)
    assert set_gain(empty, []).joined == 0
    assert effective_resistance(np.zeros((2, 2)), [[0, 1], [1, 1]]).tolist() == [np.inf, 0.0]


def test_bad_networks_have_a_name():
    refused(kirchhoff_index)
    refused(fiedler)
    refused(lambda ties: effective_resistance(ties, []))
    refused(lambda ties: tie_gains(ties, []))
    refused(lambda ties: set_gain(ties, []))
    refused(lambda ties: sketch(ties, []))
    with pytest.raises(InputError) as error:
        kirchhoff_index([[0.0, 1.0], [0.0, 0.0]])
    assert error.value.key == "matrix-not-symmetric"


@pytest.mark.parametrize("gains", [tie_gains, set_gain, sketch])
@pytest.mark.parametrize(
    ("pairs", "weight", "key"),
    [
        ([[0, 2]], 1.0, "rows-outside"),
        ([[-1, 0]], 1.0, "rows-outside"),
        ([[0.5, 1]], 1.0, "rows-outside"),
        ([[0, np.nan]], 1.0, "values-not-numbers"),
        ([[0, 1, 1]], 1.0, "lengths-differ"),
        ([0, 1], 1.0, "lengths-differ"),
        ([[0, 1]], [1.0, 2.0], "lengths-differ"),
        ([[0, 1]], -1.0, "values-negative"),
        ([[0, 1]], [np.nan], "values-not-numbers"),
    ],
)
def test_bad_candidates_have_a_name(gains, pairs, weight, key):
    with pytest.raises(InputError) as error:
        gains([[0.0, 1.0], [1.0, 0.0]], pairs, weight=weight)
    assert error.value.key == key


def test_a_sketch_asks_for_a_dimension_and_a_seed():
    tie = [[0.0, 1.0], [1.0, 0.0]]
    for options, key in (({"dimensions": 0, "seed": 1}, "draws-too-few"), ({"seed": -1}, "seed-negative")):
        with pytest.raises(InputError) as error:
            sketched_gains(tie, [[0, 1]], **options)
        assert error.value.key == key
