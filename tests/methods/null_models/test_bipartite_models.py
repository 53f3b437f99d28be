from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.compiled import inclusion, poisson_binomial
from traitdunion.methods.null_models.bipartite_models import (
    bipartite_configuration,
    pattern,
    shared_by_tie_ends,
    shared_expected,
    shared_observed,
    shared_tails,
)

TABLES = arrays(np.int64, st.tuples(st.integers(1, 6), st.integers(1, 5)), elements=st.integers(0, 1))
MODELS = ("exact", "average")


@pytest.fixture(scope="module")
def memberships():
    """600 organizations in 30 clusters, most of them in one."""
    dice = np.random.default_rng(3)
    share = dice.lognormal(0, 0.8, 30)
    table = np.zeros((600, 30))
    for row, size in enumerate(dice.choice([1, 1, 1, 1, 2, 2, 3, 5], 600)):
        table[row, dice.choice(30, size, replace=False, p=share / share.sum())] = 1
    return table


@given(TABLES)
def test_every_table_has_a_model_of_its_own_sums(table):
    model = bipartite_configuration(table.sum(axis=1), table.sum(axis=0))
    chance = model.probabilities
    np.testing.assert_allclose(chance.sum(axis=1), table.sum(axis=1), atol=1e-8)
    np.testing.assert_allclose(chance.sum(axis=0), table.sum(axis=0), atol=1e-8)
    assert ((chance >= 0) & (chance <= 1)).all()
    # What is certain holds in every table of the sums, hence in this one.
    assert table[chance == 1].all()
    assert not table[chance == 0].any()


@given(TABLES)
def test_odds_are_products_of_one_factor_for_each_line(table):
    chance = bipartite_configuration(table.sum(axis=1), table.sum(axis=0)).probabilities
    for (i, j), (a, b) in product(
        combinations(range(table.shape[0]), 2), combinations(range(table.shape[1]), 2)
    ):
        four = chance[np.ix_([i, j], [a, b])]
        if ((four > 0) & (four < 1)).all():
            odds = four / (1 - four)
            assert odds[0, 0] * odds[1, 1] == pytest.approx(odds[0, 1] * odds[1, 0], rel=1e-6)


def test_full_and_empty_lines_are_certain():
    table = np.array([[1, 1, 1, 0], [1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]])
    chance = bipartite_configuration(table.sum(axis=1), table.sum(axis=0)).probabilities
    np.testing.assert_array_equal(chance[0], [1, 1, 1, 0])
    np.testing.assert_array_equal(chance[1], [1, 0, 0, 0])
    np.testing.assert_array_equal(chance[:4, 0], 1)
    assert not chance[4].any()
    np.testing.assert_allclose(chance[2:4, 1:3], 0.5, atol=1e-9)


@pytest.mark.parametrize(
    ("rows", "columns", "key"),
    [
        ([2, 1], [1, 1], "bipartite-degrees"),
        ([3, 0], [1, 2], "bipartite-degrees"),
        ([2, 2, 0], [4, 0], "bipartite-degrees"),
        ([], [1], "bipartite-degrees"),
        ([np.nan], [1], "values-not-numbers"),
        ([-1, 1], [0], "values-negative"),
    ],
)
def test_sums_of_no_table_are_refused(rows, columns, key):
    with pytest.raises(InputError) as caught:
        bipartite_configuration(rows, columns)
    assert caught.value.key == key


def conditional(table):
    """Chances of two columns in each row, over all tables of its row sums, by brute force.

    Column weights are found by the plain fixed point; every sum runs over all sets of columns.
    """
    degrees, wanted = table.sum(axis=1), table.sum(axis=0)
    weight = np.maximum(wanted / wanted.sum(), 1e-300)
    sets = [list(combinations(range(table.shape[1]), d)) for d in degrees]
    for _ in range(3000):
        law = [np.array([np.prod(weight[list(s)]) for s in one]) for one in sets]
        law = [one / one.sum() for one in law]
        held = sum(
            sum(p * np.isin(range(len(wanted)), s) for p, s in zip(one, of, strict=True))
            for one, of in zip(law, sets, strict=True)
        )
        weight = weight * wanted / np.maximum(held, 1e-300)
        if np.abs(held - wanted).max() < 1e-12:
            break
    pair = np.zeros((len(degrees), len(wanted), len(wanted)))
    for row, (one, of) in enumerate(zip(law, sets, strict=True)):
        for p, s in zip(one, of, strict=True):
            for a, b in product(s, s):
                pair[row, a, b] += p * (a != b)
    return pair


@pytest.mark.parametrize(
    "table",
    [
        [[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 1, 1], [1, 0, 0, 0], [0, 0, 0, 1]],
        [
            [1, 1, 1, 0, 0],
            [1, 1, 0, 0, 0],
            [1, 0, 0, 1, 0],
            [0, 0, 1, 0, 1],
            [0, 0, 0, 1, 1],
            [1, 0, 0, 0, 0],
        ],
    ],
)
def test_exact_rows_are_those_of_all_tables_with_their_sums(table):
    table = np.array(table)
    pair = conditional(table)
    np.testing.assert_allclose(shared_expected(table), pair.sum(axis=0), atol=1e-8)
    found = shared_tails(table)
    for a, b in combinations(range(table.shape[1]), 2):
        law = poisson_binomial.pooled.py_func(pair[:, a, b], np.ones(len(pair), dtype=np.int64), len(pair))
        seen = int(found.observed[a, b])
        assert found.p_lower[a, b] == pytest.approx(law[: seen + 1].sum(), abs=1e-8)
        assert found.p_upper[a, b] == pytest.approx(law[seen:].sum(), abs=1e-8)


@pytest.mark.parametrize("rows", MODELS)
@given(TABLES, st.lists(st.integers(-1, 2), min_size=5, max_size=5))
def test_groups_share_what_their_columns_share(rows, table, codes):
    groups = np.array(codes[: table.shape[1]])
    each = shared_expected(table, rows=rows)
    np.testing.assert_allclose(each, each.T, atol=1e-12)
    assert not np.diag(each).any()
    into = (groups[:, None] == np.arange(groups.max(initial=-1) + 1)).astype(float)
    together = into.T @ each @ into
    np.fill_diagonal(together, np.diag(together) / 2)
    np.testing.assert_allclose(shared_expected(table, groups, rows=rows), together, atol=1e-8)


@given(TABLES)
def test_exact_rows_share_as_much_in_all_as_they_must(table):
    d = table.sum(axis=1)
    expected = shared_expected(table)
    assert expected.sum() / 2 == pytest.approx((d * (d - 1) / 2).sum(), abs=1e-7)


def test_average_rows_of_one_tie_share_though_they_cannot(memberships):
    """Why "exact" is the rule: degrees on average make up half as many shared rows again."""
    d = memberships.sum(axis=1)
    truth = (d * (d - 1) / 2).sum()
    assert shared_expected(memberships).sum() / 2 == pytest.approx(truth, rel=1e-9)
    assert shared_expected(memberships, rows="average").sum() / 2 > 1.4 * truth


@pytest.mark.parametrize("rows", MODELS)
def test_tails_have_the_mean_of_the_model(memberships, rows):
    found = shared_tails(memberships, rows=rows)
    first, second = np.triu_indices(30, 1)
    np.testing.assert_array_equal(found.observed, shared_observed(memberships))
    np.testing.assert_allclose(found.p_lower, found.p_lower.T)
    assert np.isnan(np.diag(found.p_lower)).all()
    assert np.isnan(np.diag(found.p_upper)).all()
    both = found.p_lower[first, second] + found.p_upper[first, second]
    # Both tails hold the observed number itself.
    assert (both >= 1 - 1e-12).all()
    low = found.observed[first, second] < found.expected[first, second] - 1
    assert (found.p_lower[first, second][low] < 0.65).all()


def test_tie_ends_are_shuffled_stubs():
    table = np.array([[1, 1, 0], [1, 0, 1], [0, 1, 0], [1, 1, 1]])
    dice, draws = np.random.default_rng(0), 20_000
    row = np.repeat(np.arange(4), table.sum(axis=1))
    column = np.repeat(np.arange(3), table.sum(axis=0))
    met = np.zeros((3, 3))
    for _ in range(draws):
        held = np.zeros((4, 3))
        np.add.at(held, (row, dice.permutation(column)), 1)
        met += held.T @ held
    met[np.diag_indices(3)] = (np.diag(met) - draws * table.sum(axis=0)) / 2
    # Standard errors are below 0.01.
    np.testing.assert_allclose(met / draws, shared_by_tie_ends(table), atol=0.04)


@given(TABLES)
def test_what_is_shared_is_counted(table):
    together = table.T @ table
    np.fill_diagonal(together, 0)
    np.testing.assert_array_equal(shared_observed(table), together)
    groups = np.arange(table.shape[1]) % 2
    counted = np.zeros((groups.max() + 1,) * 2)
    for row in table:
        for a, b in combinations(np.flatnonzero(row), 2):
            r, s = sorted((groups[a], groups[b]))
            counted[r, s] += 1
            counted[s, r] += r != s
    np.testing.assert_array_equal(shared_observed(table, groups), counted)


def test_a_tie_given_twice_is_one_and_weights_are_passed_over():
    twice = sparse.coo_array(([2.0, 3.0, 0.0], ([0, 0, 1], [1, 1, 0])), shape=(2, 2))
    assert pattern(twice).toarray().tolist() == [[0, 1], [0, 0]]
    assert twice.data.tolist() == [2.0, 3.0, 0.0]


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (0, 3), (3, 3), (3, 1)])
@pytest.mark.parametrize("rows", MODELS)
def test_tables_without_ties_share_nothing(shape, rows):
    found = shared_tails(np.zeros(shape), rows=rows)
    assert found.expected.shape == found.p_lower.shape == (shape[1],) * 2
    assert not found.expected.any()
    apart = ~np.eye(shape[1], dtype=bool)
    np.testing.assert_array_equal(found.p_lower[apart], 1.0)
    np.testing.assert_array_equal(found.p_upper[apart], 1.0)


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: shared_expected([[1.0, np.nan]]), "values-not-numbers"),
        (lambda: shared_tails([[1.0, -1.0]]), "values-negative"),
        (lambda: shared_by_tie_ends([[1.0, 1.0]], [0]), "lengths-differ"),
        (lambda: shared_observed([[1.0, 1.0]], [0, 0.5]), "group-codes"),
    ],
)
def test_what_cannot_be_read_is_named(call, key):
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.key == key


@given(
    st.lists(st.tuples(st.floats(0.01, 20), st.integers(1, 3)), min_size=1, max_size=4),
    st.lists(st.integers(1, 6), min_size=1, max_size=3),
)
def test_the_compiled_inclusion_is_the_plain_one(classes, degrees):
    odds, count = np.array([o for o, _ in classes]), np.array([n for _, n in classes])
    degrees = np.minimum(degrees, count.sum())
    results = []
    for function in (inclusion.inclusion, inclusion.inclusion.py_func):
        single = np.zeros((len(degrees), len(odds)))
        pair = np.zeros((len(degrees), len(odds), len(odds)))
        function(odds, count, degrees, True, single, pair)
        results.append((single, pair))
    np.testing.assert_allclose(results[0][0], results[1][0], rtol=1e-12)
    np.testing.assert_allclose(results[0][1], results[1][1], rtol=1e-12)
    np.testing.assert_allclose(results[0][0] @ count, degrees, rtol=1e-9)


def test_nothing_handed_in_is_changed(memberships):
    table = sparse.csr_array(memberships * 2)
    before = table.copy()
    shared_tails(table)
    shared_by_tie_ends(table)
    assert (table != before).nnz == 0
