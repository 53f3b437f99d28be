"""New ties by resistance: closed forms, R igraph 1.3.5, enumerations, and where returns do not diminish."""

import ast
import csv
import itertools
import re

import networkx as nx
import numpy as np
import pytest

from traitdunion.methods.networks.centrality import distances
from traitdunion.methods.networks.cohesion import components
from traitdunion.methods.networks.fiedler import fiedler
from traitdunion.methods.networks.resistance import kirchhoff_index, set_gain, tie_gains

# How the reference prints its numbers.
FLOAT = re.compile(r"np\.float64\(([^)]*)\)")
SHAPES = {"path": nx.path_graph, "cycle": nx.cycle_graph, "complete": nx.complete_graph}


@pytest.fixture(scope="module")
def karate(data, reference):
    check = reference["karate_resistance"]["input"]
    with (data / "reference" / check["file"]).open(encoding="utf-8", newline="") as file:
        edges = [(int(row["u"]) - 1, int(row["v"]) - 1) for row in csv.DictReader(file)]
    return nx.to_numpy_array(nx.Graph(edges), nodelist=range(check["nodes"]))


def untied(weights):
    return [pair for pair in itertools.combinations(range(len(weights)), 2) if not weights[pair]]


def tied(weights, *pairs):
    more = weights.copy()
    for a, b in pairs:
        more[a, b] = more[b, a] = 1.0
    return more


def zero_based(pair):
    """The reference numbers nodes from 1."""
    return tuple(node - 1 for node in pair)


def best_of(candidates, values):
    """All the best: members with the same partners make equal ties, of which rounding names one."""
    values = np.asarray(values)
    return [candidates[number] for number in np.flatnonzero(values >= values.max() - 1e-9)]


@pytest.mark.reproduces("kirchhoff_closed_forms")
def test_closed_forms(reference):
    check = reference["kirchhoff_closed_forms"]
    for n in check["input"]["n"]:
        graphs = {name: shape(n) for name, shape in SHAPES.items()} | {"star": nx.star_graph(n - 1)}
        for name, graph in graphs.items():
            weights, expected = nx.to_numpy_array(graph), check["expected"][f"{name}{n}"]
            found = kirchhoff_index(weights)
            assert found.components == 1
            assert found.index == pytest.approx(expected["kirchhoff"], rel=0, abs=check["tolerance"])
            assert fiedler(weights).connectivity == pytest.approx(
                expected["lam2"], rel=0, abs=check["tolerance"]
            )


@pytest.mark.reproduces("karate_resistance")
def test_resistance_of_the_karate_club(reference, karate):
    check = reference["karate_resistance"]
    expected, tolerance = check["expected"], check["tolerance"]
    assert kirchhoff_index(karate).index == pytest.approx(expected["kirchhoff"], rel=0, abs=tolerance)
    assert fiedler(karate).connectivity == pytest.approx(expected["lambda2"], rel=0, abs=tolerance)


@pytest.mark.reproduces("karate_add_edges_kirchhoff")
def test_ties_that_bring_the_index_down_most(reference, karate):
    check = reference["karate_add_edges_kirchhoff"]
    tolerance, before = check["tolerance"], kirchhoff_index(karate).index
    taken = []
    for pair, index in check["expected"]["greedy"]:
        now = tied(karate, *taken)
        candidates = untied(now)
        drop = tie_gains(now, candidates).drop
        assert zero_based(pair) in best_of(candidates, drop)
        assert kirchhoff_index(now).index - drop.max() == pytest.approx(index, rel=0, abs=tolerance)
        taken.append(zero_based(pair))
        assert before - set_gain(karate, taken).drop == pytest.approx(index, rel=0, abs=tolerance)


@pytest.mark.reproduces("karate_add_edges_kirchhoff")
def test_the_best_two_of_all_pairs_of_ties(reference, karate):
    check = reference["karate_add_edges_kirchhoff"]
    pairs, index = check["expected"]["exact_k2"]
    candidates = untied(karate)
    assert len(candidates) * (len(candidates) - 1) // 2 == 116403
    first, together, drop = tie_gains(karate, candidates).drop, [], []
    for number, one in enumerate(candidates[:-1]):
        later = candidates[number + 1 :]
        together += [(one, other) for other in later]
        drop += (first[number] + tie_gains(tied(karate, one), later).drop).tolist()
    assert tuple(sorted(map(zero_based, pairs))) in best_of(together, drop)
    assert kirchhoff_index(karate).index - max(drop) == pytest.approx(index, rel=0, abs=check["tolerance"])


@pytest.mark.reproduces("karate_add_edges_lambda2")
def test_ties_that_raise_algebraic_connectivity(reference, karate):
    check = reference["karate_add_edges_lambda2"]
    expected, tolerance = check["expected"], check["tolerance"]
    base = fiedler(karate).connectivity
    assert base == pytest.approx(expected["base"], rel=0, abs=tolerance)
    now = karate
    for name in ("best1", "greedy2"):
        pair, connectivity = expected[name]
        found = [fiedler(tied(now, candidate)).connectivity for candidate in untied(now)]
        assert zero_based(pair) in best_of(untied(now), found)
        assert max(found) == pytest.approx(connectivity, rel=0, abs=tolerance)
        now = tied(now, zero_based(pair))


@pytest.mark.reproduces("karate_add_edges_lambda2")
def test_ties_that_the_fiedler_vector_names(reference, karate):
    check = reference["karate_add_edges_lambda2"]
    now = karate
    for name in ("fiedler1", "fiedler2"):
        pair, connectivity = check["expected"][name]
        vector = fiedler(now).vector
        rise = [(vector[a] - vector[b]) ** 2 for a, b in untied(now)]
        assert zero_based(pair) in best_of(untied(now), rise)
        now = tied(now, zero_based(pair))
        found = fiedler(now).connectivity
        assert found == pytest.approx(connectivity, rel=0, abs=check["tolerance"])


def ritz_bound(weights, candidates, size=6):
    """No tie raises algebraic connectivity above its Ritz value over some vectors that sum to zero."""
    values, vectors = np.linalg.eigh(np.diag(weights.sum(axis=1)) - weights)
    ends = np.array(candidates)
    across = vectors[ends[:, 0], 1 : size + 1] - vectors[ends[:, 1], 1 : size + 1]
    return np.linalg.eigvalsh(np.diag(values[1 : size + 1]) + across[:, :, None] * across[:, None, :])[:, 0]


@pytest.mark.reproduces("karate_add_edges_lambda2")
def test_the_best_two_ties_for_algebraic_connectivity(reference, karate):
    check = reference["karate_add_edges_lambda2"]
    pairs, connectivity = check["expected"]["opt2"]
    candidates, value = untied(karate), {}
    for number, one in enumerate(candidates[:-1]):
        now, later = tied(karate, one), candidates[number + 1 :]
        possible = ritz_bound(now, later) > connectivity - check["tolerance"]
        for other in itertools.compress(later, possible):
            value[one, other] = fiedler(tied(now, other)).connectivity
    assert value
    assert tuple(sorted(map(zero_based, pairs))) in best_of(list(value), list(value.values()))
    assert max(value.values()) == pytest.approx(connectivity, rel=0, abs=check["tolerance"])


def total_distance(weights):
    """Over ordered pairs, as the reference counts them."""
    return distances(weights).mean * len(weights) * (len(weights) - 1)


def connected_pairs(weights):
    """Ordered ones."""
    size = np.bincount(components(weights))
    return int((size * (size - 1)).sum())


def harmonic(weights, node=0):
    reached = nx.single_source_shortest_path_length(nx.from_numpy_array(weights), node)
    return sum(1.0 / steps for steps in reached.values() if steps)


WORTH = {
    "submod_algebraic_connectivity": lambda weights: fiedler(weights).connectivity,
    "submod_neg_kirchhoff": lambda weights: -kirchhoff_index(weights).index,
    "submod_neg_total_distance": lambda weights: -total_distance(weights),
    "submod_global_efficiency": lambda weights: distances(weights).efficiency,
    "submod_connected_pairs": connected_pairs,
}


def random_networks(count, chance, connected):
    found, seed = [], 0
    while len(found) < count:
        graph, seed = nx.gnp_random_graph(8, chance, seed=seed), seed + 1
        if not connected or nx.is_connected(graph):
            found.append(nx.to_numpy_array(graph))
    return found


def growing_returns(worth, weights, candidates):
    """Pairs of ties worth more together than the sum of each."""
    base = worth(weights)
    alone = {pair: worth(tied(weights, pair)) - base for pair in candidates}
    for one, other in itertools.combinations(candidates, 2):
        together = worth(tied(weights, one, other)) - base
        if together > alone[one] + alone[other] + 1e-9:
            yield one, other


@pytest.mark.reproduces("submodularity_counterexamples")
@pytest.mark.parametrize("name", WORTH)
def test_the_published_example_of_growing_returns(reference, name):
    check = reference["submodularity_counterexamples"]["expected"][name]
    edges, one, other, *expected = ast.literal_eval(FLOAT.sub(r"\1", check["example"]))
    weights, worth = tied(np.zeros((8, 8)), *edges), WORTH[name]
    found = [worth(tied(weights, *pairs)) - worth(weights) for pairs in ([one], [other], [one, other])]
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-9)
    assert found[2] > found[0] + found[1]


@pytest.mark.reproduces("submodularity_counterexamples")
@pytest.mark.parametrize("name", WORTH)
def test_returns_grow_in_random_networks(reference, name):
    """Which networks the reference drew is not given: there are such pairs, as its tolerance asks."""
    assert reference["submodularity_counterexamples"]["expected"][name]["violations"] > 0
    connected = name != "submod_connected_pairs"
    drawn = random_networks(3, 0.3 if connected else 0.1, connected)
    assert any(list(growing_returns(WORTH[name], weights, untied(weights))) for weights in drawn)


@pytest.mark.reproduces("submodularity_counterexamples")
def test_returns_of_one_node_diminish(reference):
    """Ties of one node, for its harmonic closeness: on top of any set of others a tie adds no more."""
    assert reference["submodularity_counterexamples"]["expected"]["submod_node_harmonic"]["violations"] == 0
    checks = 0
    for weights in random_networks(25, 0.3, connected=True):
        candidates = [pair for pair in untied(weights) if 0 in pair]
        for size in range(len(candidates) - 1):
            for already in itertools.combinations(candidates, size):
                rest = [pair for pair in candidates if pair not in already]
                grown = tied(weights, *already)
                assert list(growing_returns(harmonic, grown, rest)) == []
                checks += len(rest) * (len(rest) - 1) // 2
    assert checks > 1000
