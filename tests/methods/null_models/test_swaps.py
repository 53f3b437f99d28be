from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import sparse, stats

from traitdunion.errors import InputError
from traitdunion.methods.compiled import swaps as kernels
from traitdunion.methods.null_models.bipartite_models import shared_observed
from traitdunion.methods.null_models.configuration_models import contacts_between
from traitdunion.methods.null_models.swaps import contacts_by_swaps, curveball, shared_by_swaps

TABLES = arrays(np.int64, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.integers(0, 1))


def tables_of(rows, columns):
    """Every table of these sums."""
    lines = [list(combinations(range(len(columns)), d)) for d in rows]
    for choice in product(*lines):
        table = np.zeros((len(rows), len(columns)), dtype=int)
        for i, held in enumerate(choice):
            table[i, list(held)] = 1
        if (table.sum(axis=0) == columns).all():
            yield table


def networks_of(degrees):
    """Every simple network of these degrees."""
    pairs = list(combinations(range(len(degrees)), 2))
    for chosen in combinations(pairs, sum(degrees) // 2):
        network = np.zeros((len(degrees),) * 2, dtype=int)
        for i, j in chosen:
            network[i, j] = network[j, i] = 1
        if (network.sum(axis=0) == degrees).all():
            yield network


@given(TABLES, st.integers(0, 50), st.integers(0, 99))
def test_a_drawn_table_keeps_every_sum(table, trades, seed):
    before = table.copy()
    drawn = curveball(table, trades=trades, seed=seed).toarray()
    np.testing.assert_array_equal(drawn.sum(axis=0), table.sum(axis=0))
    np.testing.assert_array_equal(drawn.sum(axis=1), table.sum(axis=1))
    assert set(np.unique(drawn)) <= {0, 1}
    np.testing.assert_array_equal(table, before)


@pytest.mark.parametrize("turn", [False, True])
def test_every_table_is_drawn_as_often(turn):
    table = np.array([[1, 1, 0, 0, 0], [1, 0, 1, 0, 0], [0, 1, 0, 1, 1]])
    table = table.T if turn else table
    every = [t.tobytes() for t in tables_of(table.sum(axis=1), table.sum(axis=0))]
    draws = 6000
    drawn = [curveball(table, seed=1, draw=d).toarray().astype(int).tobytes() for d in range(draws)]
    counts = np.array([drawn.count(one) for one in every])
    assert len(every) > 10
    assert counts.sum() == draws
    assert stats.chisquare(counts).pvalue > 0.001


@pytest.mark.parametrize("first", [[1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 0, 0]])
def test_one_trade_deals_every_hand_as_often(first):
    table = np.array([first, [1 - held for held in first]])
    every = [t.tobytes() for t in tables_of(table.sum(axis=1), table.sum(axis=0))]
    drawn = [curveball(table, trades=1, seed=2, draw=d).toarray().astype(int).tobytes() for d in range(8000)]
    assert stats.chisquare([drawn.count(one) for one in every]).pvalue > 0.001


def test_a_draw_hangs_on_seed_and_number_alone():
    table = (np.random.default_rng(0).random((20, 15)) < 0.3).astype(int)
    one, same, other = (curveball(table, seed=s, draw=d).toarray() for s, d in ((1, 2), (1, 2), (1, 3)))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_shared_rows_have_the_moments_and_tails_of_all_tables():
    table = np.array([[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 0, 1], [1, 0, 0, 0]])
    every = np.array([shared_observed(t) for t in tables_of(table.sum(axis=1), table.sum(axis=0))])
    draws = 4000
    found = shared_by_swaps(table, draws=draws, seed=2)
    assert found.mixed
    error = every.std(axis=0) / np.sqrt(found.effective)
    np.testing.assert_array_less(np.abs(found.mean - every.mean(axis=0)), 4 * error + 1e-9)
    np.testing.assert_allclose(found.sd, every.std(axis=0), atol=0.05)
    for p, true in (
        (found.p_lower, (every <= found.observed).mean(axis=0)),
        (found.p_upper, (every >= found.observed).mean(axis=0)),
    ):
        np.testing.assert_array_less(np.abs(p - true), 4 * np.sqrt(0.25 / found.effective) + 1 / draws)


def test_ties_between_groups_have_the_moments_and_tails_of_all_networks():
    network = np.array([[0, 1, 1, 1, 0], [1, 0, 1, 0, 0], [1, 1, 0, 0, 1], [1, 0, 0, 0, 1], [0, 0, 1, 1, 0]])
    groups = np.array([0, 0, 1, 1, -1])
    every = np.array([contacts_between(n, groups) for n in networks_of(network.sum(axis=0))])
    assert len(every) > 5
    found = contacts_by_swaps(network, groups, draws=4000, seed=2)
    assert found.mixed
    error = every.std(axis=0) / np.sqrt(found.effective)
    np.testing.assert_array_less(np.abs(found.mean - every.mean(axis=0)), 4 * error + 1e-9)
    np.testing.assert_allclose(found.sd, every.std(axis=0), atol=0.05)
    lower = (every <= found.observed).mean(axis=0)
    np.testing.assert_array_less(np.abs(found.p_lower - lower), 4 * np.sqrt(0.25 / found.effective) + 1e-3)


def test_every_network_is_drawn_as_often():
    degrees = np.array([2, 2, 2, 1, 1])
    every = [n.tobytes() for n in networks_of(degrees)]
    network = next(networks_of(degrees))
    starts = np.append(0, np.cumsum(degrees))
    owners = np.repeat(np.arange(5, dtype=np.int32), degrees)
    counts = dict.fromkeys(every, 0)
    for key in range(4000):
        entries = np.nonzero(network)[1].astype(np.int32)
        partners = np.empty(8, dtype=np.int64)
        partners[np.lexsort((owners, entries))] = np.lexsort((entries, owners))
        kernels.swap_ends(starts, entries, owners, partners, 60, key)
        np.testing.assert_array_equal(entries[partners], owners)
        drawn = np.zeros((5, 5), dtype=int)
        drawn[owners, entries] = 1
        counts[drawn.tobytes()] += 1
    assert stats.chisquare(list(counts.values())).pvalue > 0.001


@pytest.fixture(scope="module")
def sorted_table():
    """600 rows in two camps that share no column: far from what its sums make likely."""
    dice = np.random.default_rng(5)
    table = np.zeros((600, 40))
    for row in range(600):
        table[row, dice.choice(20, 3, replace=False) + 20 * (row % 2)] = 1
    return table


def test_chains_that_have_not_mixed_say_so(sorted_table):
    settled = shared_by_swaps(sorted_table, draws=200, seed=1)
    hasty = shared_by_swaps(sorted_table, draws=200, seed=1, burn_in=0, thin=1)
    assert settled.mixed
    assert not hasty.mixed
    apart = ~np.eye(40, dtype=bool)
    assert np.median(settled.r_hat[apart]) < 1.02
    assert np.median(hasty.r_hat[apart]) > 1.1
    assert np.median(settled.effective[apart]) > 150
    assert np.median(hasty.effective[apart]) < 50


def test_effective_draws_give_the_standard_error(sorted_table):
    """Means of many short runs vary as sd / sqrt(effective) says."""
    runs = [shared_by_swaps(sorted_table, draws=200, seed=s, burn_in=4000, thin=15) for s in range(40)]
    apart = np.triu_indices(40, 1)
    spread = np.std([run.mean[apart] for run in runs], axis=0)
    stated = np.mean([run.sd[apart] / np.sqrt(run.effective[apart]) for run in runs], axis=0)
    assert np.median(stated) > 1.3 * np.median(runs[0].sd[apart]) / np.sqrt(200)
    # Neighbours speak for the whole chain: within a fifth.
    assert np.median(spread / stated) == pytest.approx(1.0, abs=0.2)


def test_groups_are_counted_in_each_draw():
    dice = np.random.default_rng(4)
    table = (dice.random((30, 24)) < 0.2).astype(int)
    groups = np.arange(24) % 4 - 1
    found = shared_by_swaps(table, groups=groups, draws=8, seed=3)
    np.testing.assert_array_equal(found.observed, shared_observed(table, groups))
    assert found.mean.shape == (3, 3)
    d = table.sum(axis=1)
    each = shared_by_swaps(table, draws=8, seed=3)
    assert np.triu(each.mean).sum() == pytest.approx((d * (d - 1) / 2).sum())
    into = (groups[:, None] == np.arange(3)).astype(float)
    together = into.T @ each.mean @ into
    np.fill_diagonal(together, np.diag(together) / 2)
    np.testing.assert_allclose(found.mean, together)


@pytest.mark.parametrize("groups", [None, [0, -1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0]])
def test_the_same_seed_gives_the_same_bytes(groups):
    table = (np.random.default_rng(1).random((12, 12)) < 0.3).astype(int)
    first, again, other = (shared_by_swaps(table, groups=groups, draws=20, seed=s) for s in (1, 1, 2))
    assert first.mean.tobytes() == again.mean.tobytes()
    assert first.p_lower.tobytes() == again.p_lower.tobytes()
    assert (first.mean != other.mean).any()


def test_p_values_count_the_observed_and_are_never_zero(sorted_table):
    found = shared_by_swaps(sorted_table, groups=np.arange(40) // 20, draws=99, seed=1)
    np.testing.assert_array_equal(found.p_lower, [[1.0, 0.01], [0.01, 1.0]])
    np.testing.assert_array_equal(found.p_upper, [[0.01, 1.0], [1.0, 0.01]])


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (0, 3), (3, 3), (1, 4)])
@pytest.mark.parametrize("fill", [np.zeros, np.ones])
def test_tables_without_choice_stay_as_they_are(shape, fill):
    table = fill(shape)
    np.testing.assert_array_equal(curveball(table, seed=1).toarray(), table)
    found = shared_by_swaps(table, draws=8, seed=1)
    np.testing.assert_array_equal(found.mean, shared_observed(table))
    assert not found.sd.any()
    assert found.mixed


@given(st.integers(0, 6), st.integers(0, 99))
def test_networks_of_any_kind_are_drawn(nodes, seed):
    """Loops, ties in one direction, nodes without ties, networks without choice."""
    dice = np.random.default_rng(seed)
    ties = sparse.csr_array(dice.random((nodes, nodes)) < 0.4)
    groups = dice.integers(0, 2, nodes)
    found = contacts_by_swaps(ties, groups, draws=8, seed=seed)
    np.testing.assert_array_equal(found.observed, contacts_between(ties, groups))
    assert np.triu(found.mean).sum() == pytest.approx(np.triu(found.observed).sum())
    assert ((found.p_lower > 0) & (found.p_lower <= 1)).all()


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: shared_by_swaps([[1, 0]], draws=7, seed=1), "draws-too-few"),
        (lambda: shared_by_swaps([[1, 0]], draws=8, seed=-1), "seed-negative"),
        (lambda: shared_by_swaps([[1, 0]], draws=8, seed=1, thin=-1), "values-negative"),
        (lambda: shared_by_swaps([[1, 0]], groups=[0], draws=8, seed=1), "lengths-differ"),
        (lambda: curveball([[np.nan]], seed=1), "values-not-numbers"),
        (lambda: curveball([[-1.0]], seed=1), "values-negative"),
        (lambda: curveball([[1.0]], trades=-1, seed=1), "values-negative"),
        (lambda: contacts_by_swaps([[0, 1]], [0], draws=8, seed=1), "matrix-not-square"),
        (lambda: contacts_by_swaps([[0.0, 1.0], [1.0, 0.0]], [0], draws=8, seed=1), "lengths-differ"),
    ],
)
def test_what_cannot_be_done_is_named(call, key):
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.key == key


def mixed_word(key, counter):
    """SplitMix64 in whole numbers without end."""
    z = (key + counter * 0x9E3779B97F4A7C15) % 2**64
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
    return z ^ (z >> 31)


@given(st.integers(0, 2**64 - 1), st.integers(1, 2**40), st.integers(1, 2**31))
def test_chance_comes_from_key_and_counter(key, counter, limit):
    assert kernels.word(np.uint64(key), counter) == mixed_word(key, counter)
    assert kernels.below(np.uint64(key), counter, limit) == (mixed_word(key, counter) >> 32) * limit >> 32


@given(TABLES, st.integers(0, 2**63 - 1))
def test_the_compiled_trade_is_the_plain_one(table, key):
    rows = sparse.csr_array(table)
    starts = rows.indptr.astype(np.int64)
    movable = np.flatnonzero(np.diff(starts))
    if movable.size < 2:
        return
    results = []
    for function in (kernels.trade, kernels.trade.py_func):
        entries = rows.indices.astype(np.int32)
        function(starts, entries, movable, table.shape[1], 7, key)
        results.append(entries)
    np.testing.assert_array_equal(*results)
    results = []
    for function in (kernels.count_shared, kernels.count_shared.py_func):
        contacts = np.full((2, 2), 9)
        function(starts, entries, np.arange(table.shape[1]) % 3 - 1, contacts)
        results.append(contacts)
    np.testing.assert_array_equal(*results)


@given(st.integers(3, 7), st.integers(0, 2**63 - 1))
def test_the_compiled_swap_is_the_plain_one(nodes, key):
    network = np.triu(np.random.default_rng(key).random((nodes, nodes)) < 0.5, 1)
    matrix = sparse.csr_array(network | network.T)
    if not matrix.nnz:
        return
    starts = matrix.indptr.astype(np.int64)
    owners = np.repeat(np.arange(nodes, dtype=np.int32), np.diff(starts))
    results = []
    for swap, count in (
        (kernels.swap_ends, kernels.count_ties),
        (kernels.swap_ends.py_func, kernels.count_ties.py_func),
    ):
        entries = matrix.indices.astype(np.int32)
        partners = np.empty(entries.size, dtype=np.int64)
        partners[np.lexsort((owners, entries))] = np.lexsort((entries, owners))
        swap(starts, entries, owners, partners, 30, key)
        contacts = np.full((2, 2), 9)
        count(owners, entries, np.arange(nodes) % 3 - 1, contacts)
        results.append((entries, partners, contacts))
    for compiled, plain in zip(*results, strict=True):
        np.testing.assert_array_equal(compiled, plain)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_the_compiled_tally_is_the_plain_one(values):
    results = []
    for function in (kernels.tally, kernels.tally.py_func):
        kept = [np.zeros((1, 1)) for _ in range(6)]
        for value in values:
            function(np.array([[value]]), np.array([[4.0]]), *kept)
        results.append([array.item() for array in kept])
    assert results[0] == results[1]
    off = np.array(values) - 4
    expected = [off[-1], off.sum(), off @ off, off[1:] @ off[:-1], (off <= 0).sum(), (off >= 0).sum()]
    assert results[0] == expected
