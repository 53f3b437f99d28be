import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.planning.instances import invented, problems, subsets
from traitdunion.errors import InputError
from traitdunion.methods.planning.problem import (
    Incidence,
    Problem,
    expected_filled,
    gain,
    realized,
    used_amounts,
    within_limits,
)


@given(problems(most=6))
@settings(max_examples=60)
def test_one_more_never_harms_and_adds_less_to_more(problem):
    n = len(problem.probability)
    worth = {plan: gain(problem, plan).total for plan in subsets(n)}
    for plan in worth:
        for i in set(range(n)) - set(plan):
            added = worth[tuple(sorted((*plan, i)))] - worth[plan]
            assert added >= -1e-12
            for j in set(range(n)) - {*plan, i}:
                later = worth[tuple(sorted((*plan, i, j)))] - worth[tuple(sorted((*plan, j)))]
                assert later <= added + 1e-12


@given(problems(most=6))
@settings(max_examples=60)
def test_what_comes_to_pass_is_on_average_what_was_expected(problem):
    n = len(problem.probability)
    plan = list(range(0, n, 2)) + list(range(1, n, 4))
    mean = 0.0
    for outcome in itertools.product([False, True], repeat=n):
        succeeded = np.array(outcome, dtype=bool)
        chance = np.where(succeeded, problem.probability, 1.0 - problem.probability).prod()
        mean += chance * realized(problem, plan, succeeded)
    assert mean == pytest.approx(gain(problem, plan).total, abs=1e-10)


@given(st.lists(st.floats(0, 1), max_size=7), st.floats(0, 5))
def test_expected_filled_by_every_outcome(chances, cap):
    expected = 0.0
    for outcome in itertools.product([0, 1], repeat=len(chances)):
        pairs = zip(outcome, chances, strict=True)
        expected += np.prod([p if done else 1 - p for done, p in pairs]) * min(sum(outcome), cap)
    assert expected_filled(chances, cap) == pytest.approx(expected, abs=1e-12)


def test_order_and_repetition_do_not_matter():
    problem = invented(np.random.default_rng(1), 6)
    assert gain(problem, [4, 1, 1, 2]).total == gain(problem, [1, 2, 4]).total


def test_keeping_some_is_worth_the_same():
    problem = invented(np.random.default_rng(2), 8, amounts=True)
    kept = np.array([5, 2, 7])
    part = problem.only(kept)
    assert gain(part, [0, 2]).total == pytest.approx(gain(problem, [5, 7]).total)
    np.testing.assert_allclose(used_amounts(part, [0, 2]), used_amounts(problem, [5, 7]))


def test_limits_pins_and_bars():
    problem = Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=2)
    marked = np.array([False, False, True])
    assert within_limits(problem, [])
    assert not within_limits(Problem(**{**parts(problem), "pinned": marked}), [0])
    assert not within_limits(Problem(**{**parts(problem), "barred": marked}), [2])
    assert not within_limits(Problem(**{**parts(problem), "least": np.ones(1)}), [])


def parts(problem):
    return {name: getattr(problem, name) for name in problem.__slots__}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"worth": np.zeros(2)}, "plan-shapes"),
        ({"cap": np.zeros(2)}, "plan-shapes"),
        ({"amount": np.zeros(2)}, "plan-shapes"),
        ({"served": Incidence.none(2)}, "plan-shapes"),
        ({"served": Incidence.of([[0], [1], [3]], 3)}, "plan-index"),
        ({"groups": Incidence.of([[0], [], []], 1)}, "plan-index"),
        ({"probability": np.array([0.5, np.nan, 0.5])}, "plan-range"),
        ({"probability": np.array([0.5, 1.5, 0.5])}, "plan-range"),
        ({"amount": np.zeros(3)}, "plan-range"),
        ({"most": np.array([-1.0])}, "plan-range"),
    ],
)
def test_refusals(change, key):
    problem = Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=2)
    with pytest.raises(InputError) as refused:
        Problem(**{**parts(problem), **change})
    assert refused.value.key == key
