from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes
from traitdunion.methods.compiled import poisson_binomial
from traitdunion.methods.null_models.configuration_models import (
    chung_lu,
    contacts_between,
    group_tails,
    matched_stubs,
    maximum_entropy,
    poisson_binomial_lower_tail,
    poisson_binomial_upper_tail,
    stub_matching,
)

STRENGTHS = st.lists(st.integers(0, 40), min_size=1, max_size=8).filter(lambda ends: sum(ends) > 1)


@given(STRENGTHS)
def test_all_ties_are_shared_out(strengths):
    for expected in (chung_lu(strengths), stub_matching(strengths)):
        assert np.triu(expected).sum() == pytest.approx(sum(strengths) / 2)
        np.testing.assert_array_equal(expected, expected.T)


def test_stub_matching_is_the_mean_of_shuffled_stubs():
    strengths = np.array([2, 3, 5])
    dice = np.random.default_rng(0)
    counts = sum(matched_stubs(strengths, dice) for _ in range(20_000))
    # Standard errors of these means are below 0.008.
    np.testing.assert_allclose(counts / 20_000, stub_matching(strengths), atol=0.03)


@given(STRENGTHS, st.integers(0, 99))
def test_stubs_are_all_matched_but_an_odd_one(strengths, seed):
    drawn = matched_stubs(strengths, np.random.default_rng(seed))
    np.testing.assert_array_equal(drawn, drawn.T)
    ends = drawn.sum(axis=1) + np.diag(drawn)
    assert (ends <= strengths).all()
    assert sum(strengths) - ends.sum() == sum(strengths) % 2


@pytest.mark.parametrize("degrees", [[1, 1, 1, 1], [2, 2, 2, 1, 1, 0], [5, 3, 3, 2, 2, 2, 1]])
def test_maximum_entropy_keeps_every_degree(degrees):
    tie = maximum_entropy(degrees)
    np.testing.assert_allclose(tie.sum(axis=1), degrees, rtol=1e-8)
    np.testing.assert_array_equal(np.diag(tie), 0.0)
    odds = tie / (1 - tie)
    # Maximum entropy: the odds of a tie are a product of one factor for each end.
    assert odds[0, 1] * odds[2, 3] == pytest.approx(odds[0, 2] * odds[1, 3], rel=1e-6)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6))
def test_maximum_entropy_exists_exactly_where_no_set_of_nodes_is_forced(degrees):
    """Every two sets of nodes apart leave room between the ties the one needs and the other can take."""
    nodes = [i for i, degree in enumerate(degrees) if degree]
    some = [degrees[i] for i in nodes]
    sets = [set(s) for size in range(len(some) + 1) for s in combinations(range(len(some)), size)]
    room = all(
        sum(some[i] for i in s) - sum(some[i] for i in t) < len(s) * (len(some) - 1 - len(t))
        for s, t in product(sets, repeat=2)
        if not s & t and (s or t)
    )
    if room:
        tie = maximum_entropy(degrees)
        np.testing.assert_allclose(tie.sum(axis=1), degrees, rtol=1e-8)
        assert (tie < 1).all()
    else:
        with pytest.raises(InputError, match="degrees"):
            maximum_entropy(degrees)


def test_thousands_of_nodes_are_solved():
    degrees = np.minimum(np.random.default_rng(1).zipf(2.0, 2000), 200)
    np.testing.assert_allclose(maximum_entropy(degrees).sum(axis=1), degrees, rtol=1e-10)


@pytest.mark.parametrize("degrees", [[4, 1, 0], [3, 2, 2, 1, 0]])
def test_degrees_that_leave_no_freedom_are_refused(degrees):
    with pytest.raises(InputError) as caught:
        maximum_entropy(degrees)
    assert caught.value.key == "degrees-without-graph"


@given(st.lists(st.floats(0, 1), max_size=8), st.integers(-1, 9))
def test_the_poisson_binomial_tail_is_the_sum_over_all_outcomes(chances, observed):
    total = sum(
        np.prod([p if hit else 1 - p for p, hit in zip(chances, outcome, strict=True)])
        for outcome in product([0, 1], repeat=len(chances))
        if sum(outcome) <= observed
    )
    assert poisson_binomial_lower_tail(chances, observed) == pytest.approx(total, abs=1e-12)
    point = total - poisson_binomial_lower_tail(chances, observed - 1)
    assert poisson_binomial_upper_tail(chances, observed) == pytest.approx(1 - total + point, abs=1e-12)


@pytest.mark.parametrize("chance", [0.002, 0.3, 0.97])
def test_equal_chances_make_the_binomial_tails_also_far_out(chance):
    trials = 4000
    law = stats.binom(trials, chance)
    for observed in (law.ppf(q) for q in (1e-25, 1e-9, 0.2, 0.5, 1 - 1e-9)):
        lower = poisson_binomial_lower_tail(np.full(trials, chance), int(observed))
        upper = poisson_binomial_upper_tail(np.full(trials, chance), int(observed))
        assert lower == pytest.approx(law.cdf(observed), rel=1e-9)
        assert upper == pytest.approx(law.sf(observed - 1), rel=1e-9)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12)), min_size=1, max_size=5), st.integers(0, 30))
def test_the_compiled_sum_is_the_plain_one(classes, most):
    chances, trials = np.array([c for c, _ in classes]), np.array([n for _, n in classes])
    plain = poisson_binomial.pooled.py_func(chances, trials, most)
    np.testing.assert_array_equal(poisson_binomial.pooled(chances, trials, most), plain)
    direct = np.zeros(trials.sum() + 1)
    direct[0] = 1.0
    for p in np.repeat(chances, trials):
        direct[1:] = direct[1:] * (1 - p) + direct[:-1] * p
        direct[0] *= 1 - p
    size = min(most, trials.sum()) + 1
    np.testing.assert_allclose(plain[:size], direct[:size], rtol=1e-11, atol=1e-40)


def test_ties_of_groups_have_the_tails_of_their_block():
    tie = maximum_entropy([3, 2, 2, 2, 1, 1, 1])
    groups = np.array([0, 0, 1, 1, 1, -1, 0])
    seen = np.array([[1, 2], [2, 0]])
    lower, upper = group_tails(tie, groups, seen)
    apart = tie[np.ix_(groups == 0, groups == 1)]
    assert lower[0, 1] == lower[1, 0] == poisson_binomial_lower_tail(apart, 2)
    assert upper[0, 1] == poisson_binomial_upper_tail(apart, 2)
    within = [tie[0, 1], tie[0, 6], tie[1, 6]]
    assert upper[0, 0] == pytest.approx(1 - np.prod(1 - np.array(within)))


@given(st.integers(1, 7), st.integers(0, 99))
def test_contacts_between_groups_are_counted(nodes, seed):
    dice = np.random.default_rng(seed)
    ties = dice.integers(0, 3, (nodes, nodes)) * (dice.random((nodes, nodes)) < 0.4)
    groups = dice.integers(-1, 3, nodes)
    found = contacts_between(sparse.csr_array(ties), groups)
    expected = np.zeros((groups.max(initial=-1) + 1,) * 2, dtype=int)
    for i, j in combinations(range(nodes), 2):
        r, s = groups[i], groups[j]
        if (ties[i, j] or ties[j, i]) and r >= 0 and s >= 0:
            expected[r, s] += 1
            expected[s, r] += r != s
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: chung_lu([1.0, np.nan]), "values-not-numbers"),
        (lambda: stub_matching([-1.0]), "values-negative"),
        (lambda: maximum_entropy([np.inf]), "values-not-numbers"),
        (lambda: poisson_binomial_lower_tail([0.5, 1.5], 1), "probability-range"),
        (lambda: poisson_binomial_upper_tail([np.nan], 1), "values-not-numbers"),
        (lambda: group_codes([0.5], length=1), "group-codes"),
        (lambda: group_codes([-2], length=1), "group-codes"),
        (lambda: group_codes([0], length=2), "lengths-differ"),
        (lambda: contacts_between(np.ones((2, 3)), [0, 0]), "matrix-not-square"),
        (lambda: contacts_between([[0, -1], [0, 0]], [0, 0]), "values-negative"),
    ],
)
def test_what_cannot_be_read_is_named(call, key):
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.key == key


def test_nothing_at_all_is_an_answer():
    assert chung_lu([]).shape == stub_matching([]).shape == maximum_entropy([]).shape == (0, 0)
    assert chung_lu([0, 0]).tolist() == stub_matching([0, 0]).tolist() == maximum_entropy([0, 0]).tolist()
    assert contacts_between(np.zeros((0, 0)), []).shape == (0, 0)
    assert poisson_binomial_lower_tail([], 0) == poisson_binomial_upper_tail([], 0) == 1.0
