from itertools import permutations, product
from math import factorial

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.methods.networks.graphs import duplicated, kernel_arrays, networks, refused, without_loops
from traitdunion.errors import InputError
from traitdunion.methods.compiled.triangles import closed_pairs
from traitdunion.methods.networks.brokerage import (
    ROLES,
    ei_index,
    gould_fernandez,
    mixing,
    modularity,
    participation_coefficient,
)
from traitdunion.methods.networks.brokerage_null import node_moments, whole_moments
from traitdunion.methods.networks.triangles import forward


@st.composite
def grouped(draw, largest=8, directed=True, least=0, unknown=True):
    weights = draw(networks(largest=largest, directed=directed, least=least))
    codes = st.integers(-1 if unknown else 0, 3)
    return weights, draw(hnp.arrays(np.int64, len(weights), elements=codes))


def role(i, e, j):
    patterns = {
        "coordinator": i == e == j,
        "itinerant": i == j != e,
        "representative": i == e != j,
        "gatekeeper": i != e == j,
        "liaison": len({i, e, j}) == 3,
    }
    (name,) = (name for name, holds in patterns.items() if holds)
    return ROLES.index(name)


def counted(tied, groups):
    """Open pairs around each node by role, in the last two axes; tied may hold many networks."""
    nodes = len(groups)
    found = np.zeros((*tied.shape[:-2], nodes, 6), dtype=np.int64)
    for i, e, j in permutations(range(nodes), 3):
        if min(groups[i], groups[e], groups[j]) >= 0:
            brokered = tied[..., i, e] & tied[..., e, j] & ~tied[..., i, j]
            found[..., e, role(groups[i], groups[e], groups[j])] += brokered
    found[..., 5] = found[..., :5].sum(axis=-1)
    return found


@given(grouped())
def test_counts_are_those_of_every_triple(network):
    weights, groups = network
    found = gould_fernandez(weights, groups)
    expected = counted(weights > 0, groups)
    np.testing.assert_array_equal(found.nodes.counts, expected)
    np.testing.assert_array_equal(found.whole.counts, expected.sum(axis=0))


@given(grouped(directed=False))
def test_of_ties_both_ways_each_pair_counts_twice(network):
    weights, groups = network
    found = gould_fernandez(weights, groups)
    counts = dict(zip(ROLES, found.nodes.counts.T, strict=True))
    assert not found.directed
    np.testing.assert_array_equal(found.nodes.counts, counted(weights > 0, groups))
    np.testing.assert_array_equal(counts["representative"], counts["gatekeeper"])
    for name in ("coordinator", "itinerant", "liaison", "total"):
        assert (counts[name] % 2 == 0).all()


@given(grouped())
def test_nodes_of_unknown_group_are_as_if_they_were_not_there(network):
    weights, groups = network
    known = np.flatnonzero(groups >= 0)
    found = gould_fernandez(weights, groups, directed=True)
    alone = gould_fernandez(weights[np.ix_(known, known)], groups[known], directed=True)
    for name in ("counts", "expected", "deviation", "z"):
        np.testing.assert_array_equal(getattr(found.nodes, name)[known], getattr(alone.nodes, name))
        np.testing.assert_array_equal(getattr(found.whole, name), getattr(alone.whole, name))
    assert not found.nodes.counts[groups < 0].any()
    assert np.isnan(found.nodes.z[groups < 0]).all()


@given(grouped())
def test_weights_doubling_loops_and_names_of_groups_change_nothing(network):
    weights, groups = network
    found = gould_fernandez(weights, groups)
    renamed = np.where(groups < 0, -1, 9 - groups)
    others = [(weights * 9, groups), (duplicated(weights), groups), (weights, renamed)]
    for other in (*others, (weights + np.eye(len(weights)), groups)):
        again = gould_fernandez(*other)
        np.testing.assert_array_equal(again.nodes.counts, found.nodes.counts)
        np.testing.assert_allclose(again.nodes.z, found.nodes.z, rtol=1e-12)
        np.testing.assert_allclose(again.whole.z, found.whole.z, rtol=1e-12)


def every_network(nodes, directed):
    """All networks of so many nodes, and the number of ties of each."""
    ends = (
        list(permutations(range(nodes), 2))
        if directed
        else list(zip(*np.triu_indices(nodes, 1), strict=True))
    )
    states = np.array(list(product((False, True), repeat=len(ends))))
    tied = np.zeros((len(states), nodes, nodes), dtype=bool)
    for at, (a, b) in enumerate(ends):
        tied[:, a, b] = states[:, at]
        if not directed:
            tied[:, b, a] = states[:, at]
    return tied, states.sum(axis=1), len(ends)


@pytest.mark.parametrize("density", [0.3, 0.62])
@pytest.mark.parametrize(
    ("groups", "directed"),
    [
        ([0, 0, 0, 0], True),
        ([0, 0, 0, 1], True),
        ([0, 0, 1, 1], True),
        ([0, 1, 1, 2], True),
        ([0, 1, 2, 3], True),
        ([0, 0, 0, 0, 0], False),
        ([0, 0, 0, 1, 1], False),
        ([0, 0, 1, 1, 2], False),
        ([0, 1, 1, 1, 2], False),
        ([0, 1, 2, 3, 4], False),
    ],
)
def test_moments_are_those_over_every_network(groups, directed, density):
    """Exact: each network of four (five) nodes, weighed with its chance."""
    tied, ties, most = every_network(len(groups), directed)
    chance = density**ties * (1 - density) ** (most - ties)
    sizes = np.bincount(groups)
    each, whole = (moments(sizes, density, directed=directed) for moments in (node_moments, whole_moments))
    counts = counted(tied, groups).astype(float)
    for values, expected, variance in (
        (counts, each.expected[groups], each.variance[groups]),
        (counts.sum(axis=1), whole.expected, whole.variance),
    ):
        mean = np.tensordot(chance, values, axes=1)
        np.testing.assert_allclose(expected, mean, atol=1e-12)
        np.testing.assert_allclose(variance, np.tensordot(chance, (values - mean) ** 2, axes=1), atol=1e-12)


def test_moments_of_a_larger_network_by_drawing_it():
    """Five groups of sizes that differ, in 4,000 networks: each mean and variance within its own error."""
    dice, draws, density = np.random.default_rng(8), 4000, 0.2
    groups = np.repeat(np.arange(5), [1, 2, 3, 3, 5])
    for directed in (True, False):
        tied = dice.random((draws, 14, 14)) < density
        tied = tied if directed else np.triu(tied, 1) | np.triu(tied, 1).transpose(0, 2, 1)
        whole = whole_moments(np.bincount(groups), density, directed=directed)
        values = counted(tied, groups).sum(axis=1)
        error = np.sqrt(whole.variance / draws)
        assert (np.abs(values.mean(axis=0) - whole.expected) < 4 * error).all()
        centred = (values - whole.expected) ** 2
        error = centred.std(axis=0) / np.sqrt(draws)
        assert (np.abs(centred.mean(axis=0) - whole.variance) < 4 * error).all()


def test_published_deviations_are_larger_and_only_of_the_directed_whole():
    dice = np.random.default_rng(2)
    weights, groups = dice.random((20, 20)) < 0.2, np.repeat(np.arange(4), 5)
    exact = gould_fernandez(weights, groups)
    published = gould_fernandez(weights, groups, covariances="published")
    np.testing.assert_array_equal(exact.nodes.z, published.nodes.z)
    alike = exact.whole.deviation == published.whole.deviation
    assert [name for name, same in zip(ROLES, alike, strict=True) if same] == ["itinerant", "liaison"]
    assert (published.whole.deviation[~alike] > exact.whole.deviation[~alike]).all()
    mutual = weights | weights.T
    one, other = (gould_fernandez(mutual, groups, covariances=how) for how in ("exact", "published"))
    np.testing.assert_array_equal(one.whole.z, other.whole.z)


def test_where_nothing_varies_there_is_no_z():
    for weights in (np.zeros((4, 4)), np.ones((4, 4)), np.zeros((1, 1)), np.zeros((0, 0))):
        found = gould_fernandez(weights, [0] * len(weights))
        assert not found.nodes.counts.any()
        assert np.isnan(found.nodes.z).all()
        assert np.isnan(found.whole.z).all()


def test_the_kernel_is_its_python():
    skeleton = kernel_arrays(chance=0.4)
    edges = forward(skeleton)
    dice = np.random.default_rng(1)
    ways, group = dice.integers(1, 4, len(edges.higher)), dice.integers(0, 3, skeleton.shape[0])
    found = closed_pairs(edges.indptr, edges.higher, ways, group)
    np.testing.assert_array_equal(found, closed_pairs.py_func(edges.indptr, edges.higher, ways, group))
    assert found.any(axis=0).all()


# --- groups ---------------------------------------------------------------------------------------------


def index(inside, across):
    return (across - inside) / (across + inside) if across + inside else np.nan


def external_internal(weights, groups, which):
    """Ties across less ties within over both, of the nodes chosen."""
    mutual = without_loops(weights + weights.T)
    inside = across = 0.0
    for i, j in zip(*np.nonzero(mutual), strict=True):
        if which[i] and groups[i] >= 0 and groups[j] >= 0:
            inside += mutual[i, j] * (groups[i] == groups[j])
            across += mutual[i, j] * (groups[i] != groups[j])
    return index(inside, across)


@given(grouped())
def test_ei_index_is_counted_tie_by_tie(network):
    weights, groups = network
    found = ei_index(weights, groups, draws=1)
    everyone = np.ones(len(groups), dtype=bool)
    np.testing.assert_allclose(found.whole, external_internal(weights, groups, everyone), atol=1e-9)
    by_group = [external_internal(weights, groups, groups == g) for g in range(groups.max(initial=-1) + 1)]
    np.testing.assert_allclose(found.groups, by_group, atol=1e-9)
    by_node = [
        external_internal(weights, groups, everyone & (np.arange(len(groups)) == i))
        for i in range(len(groups))
    ]
    np.testing.assert_allclose(found.nodes, by_node, atol=1e-9)


@given(grouped(largest=6, least=2, unknown=False))
def test_the_expectation_is_the_mean_over_all_ways_to_deal_the_groups(network):
    weights, groups = network
    assume(without_loops(weights).any())
    dealt = [
        external_internal(weights, groups[list(order)], groups >= 0)
        for order in permutations(range(len(groups)))
    ]
    assert len(dealt) == factorial(len(groups))
    assert ei_index(weights, groups, draws=1).expected == pytest.approx(np.mean(dealt), abs=1e-9)


def test_p_and_expectation_of_groups_by_drawing_are_those_of_all_deals():
    dice = np.random.default_rng(3)
    weights = (dice.random((7, 7)) < 0.35).astype(float)
    groups = np.array([0, 0, 0, 1, 1, 1, 2])
    found = ei_index(weights, groups, draws=2000, seed=4, tail="lower")
    deals = [groups[list(order)] for order in permutations(range(7))]
    values = np.array([external_internal(weights, deal, deal >= 0) for deal in deals])
    p = (values <= found.whole + 1e-9).mean()
    assert abs(found.p - p) < 4 * np.sqrt(p * (1 - p) / 2000) + 1e-3
    for group in range(3):
        values = np.array([external_internal(weights, deal, deal == group) for deal in deals])
        error = np.nanstd(values) / np.sqrt(2000)
        assert abs(found.expected_groups[group] - np.nanmean(values)) <= 4 * error
        p = (values[~np.isnan(values)] <= found.groups[group] + 1e-9).mean()
        assert abs(found.p_groups[group] - p) < 4 * np.sqrt(p * (1 - p) / 2000) + 1e-3


def test_groups_that_keep_to_themselves_are_found_out():
    weights = np.kron(np.eye(3), np.ones((8, 8)))
    groups = np.repeat(np.arange(3), 8)
    found = ei_index(weights, groups, draws=199, seed=1)
    assert found.whole == -1.0
    assert found.p == 2 / 200
    assert (found.p_groups == 2 / 200).all()
    mixed = ei_index(weights, np.tile(np.arange(3), 8), draws=199, seed=1)
    assert mixed.whole > mixed.expected
    again = ei_index(weights, groups, draws=199, seed=1)
    np.testing.assert_array_equal(again.expected_groups, found.expected_groups)


@given(grouped())
def test_mixing_sums_each_tie_once(network):
    weights, groups = network
    found, ties = mixing(weights, groups), without_loops(weights)
    for a, b in np.ndindex(found.shape):
        assert found[a, b] == pytest.approx(ties[np.ix_(groups == a, groups == b)].sum())
    assert found.shape == (groups.max(initial=-1) + 1,) * 2


@given(grouped())
def test_participation_is_one_less_the_squared_shares(network):
    weights, groups = network
    mutual = without_loops(weights + weights.T)
    found = participation_coefficient(weights, groups)
    for i, value in enumerate(found):
        towards = np.array([mutual[i, groups == g].sum() for g in range(4)])
        if towards.sum():
            assert value == pytest.approx(1 - ((towards / towards.sum()) ** 2).sum(), abs=1e-12)
            assert 0 <= value <= 0.75
        else:
            assert np.isnan(value)


@given(grouped(unknown=False, directed=False))
def test_modularity_is_that_of_networkx(network):
    weights, groups = network
    graph = nx.from_numpy_array(without_loops(weights))
    found = modularity(weights, groups)
    if graph.number_of_edges():
        parts = [set(np.flatnonzero(groups == g)) for g in np.unique(groups)]
        assert found == pytest.approx(nx.community.modularity(graph, parts), abs=1e-9)
    else:
        assert np.isnan(found)


@pytest.mark.parametrize(
    "measure", [gould_fernandez, ei_index, mixing, participation_coefficient, modularity]
)
def test_refusals(measure):
    refused(lambda weights: measure(weights, [0, 1]))
    for groups, key in (
        ([0], "lengths-differ"),
        ([[0, 1]], "lengths-differ"),
        ([0.5, 1], "group-codes"),
        ([-2, 1], "group-codes"),
        ([np.nan, 1], "values-not-numbers"),
    ):
        with pytest.raises(InputError) as error:
            measure(np.ones((2, 2)), groups)
        assert error.value.key == key


def test_refusals_of_what_is_asked():
    with pytest.raises(InputError) as error:
        ei_index(np.ones((2, 2)), [0, 1], draws=0)
    assert error.value.key == "draws-too-few"
    with pytest.raises(InputError) as error:
        gould_fernandez([[0, 1], [0, 0]], [0, 1], directed=False)
    assert error.value.key == "matrix-not-symmetric"
