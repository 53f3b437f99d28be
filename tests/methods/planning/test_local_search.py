from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.planning.instances import invented, optimum, problems
from traitdunion.errors import InputError
from traitdunion.methods.planning.greedy import lazy_greedy, random_plans, top_scores
from traitdunion.methods.planning.local_search import local_search
from traitdunion.methods.planning.problem import Incidence, Problem, gain, used_amounts, within_limits


def beginnings(problem, seed):
    """Plans by lot that pass no most."""
    return top_scores(problem, np.random.default_rng(seed).random(len(problem.probability)))


@given(problems(most=8, marks=0.1, least=1.0), st.booleans(), st.integers(0, 99))
@settings(max_examples=100)
def test_never_worse_and_no_limit_harmed(problem, dear, seed):
    if dear:
        problem = replace(problem, amount=0.5 + np.arange(len(problem.amount)) % 3)
    plan = beginnings(problem, seed)
    found = local_search(problem, plan)
    assert found.gain.total >= gain(problem, plan).total - 1e-9
    assert found.met == within_limits(problem, found.chosen)
    if within_limits(problem, plan):
        assert found.met
    used, earlier = used_amounts(problem, found.chosen), used_amounts(problem, plan)
    assert (used <= np.maximum(problem.most, earlier) + 1e-9).all()
    assert (used >= np.minimum(problem.least, earlier) - 1e-9).all()
    assert set(np.flatnonzero(problem.pinned)) <= set(found.chosen.tolist())
    assert not problem.barred[found.chosen].any()


@given(problems(most=8, marks=0.1, least=1.0), st.booleans(), st.integers(0, 99))
@settings(max_examples=100)
def test_no_exchange_of_one_for_one_gains(problem, dear, seed):
    if dear:
        problem = replace(problem, amount=0.5 + np.arange(len(problem.amount)) % 3)
    plan = beginnings(problem, seed)
    found = local_search(problem, plan, most_passes=1000)
    if not found.met:
        return
    inside = set(found.chosen.tolist())
    outside = set(range(len(problem.probability))) - inside
    worth = found.gain.total
    tried = [inside | {i} for i in outside] + [(inside - {j}) | {i} for j in inside for i in outside]
    for other in tried:
        if within_limits(problem, sorted(other)):
            assert gain(problem, sorted(other)).total <= worth + 1.1e-9


@given(problems(most=8, limits=0), st.integers(0, 99))
@settings(max_examples=40)
def test_with_one_limit_on_the_number_it_is_worth_half_the_best(problem, seed):
    assert local_search(problem, beginnings(problem, seed)).gain.total >= optimum(problem) / 2 - 1e-9


def pairs_of_two(chances, most):
    """Candidates between two people, each at most once, and at most so many."""
    people = Incidence.of([[0, 1, 2], [0, 1, 3], [0, 2, 4]], 5)
    return replace(
        Problem.of_members(chances, [0, 1, 2], budget=most),
        limits=people,
        amount=np.ones(9),
        least=np.zeros(5),
        most=np.array([float(most), 1.0, 1.0, 1.0, 1.0]),
    )


def test_two_for_one():
    # Between people 1 and 2 first; 1 with 3 and 2 with 4 together are worth more.
    problem = pairs_of_two([0.6, 0.5, 0.5], 2)
    assert lazy_greedy(problem).chosen.tolist() == [0]
    assert local_search(problem, [0]).chosen.tolist() == [1, 2]
    assert local_search(replace(problem, pinned=np.array([True, False, False])), [0]).chosen.tolist() == [0]


def test_one_for_two():
    problem = pairs_of_two([0.6, 0.25, 0.25], 2)
    assert local_search(problem, [1, 2]).chosen.tolist() == [0]


def test_two_small_for_one_large_by_amount():
    problem = replace(
        Problem.of_members([0.6, 0.61, 0.4, 0.4], [0, 1, 2, 3], budget=4),
        amount=np.array([4.0, 4.0, 2.0, 2.0]),
    )
    assert local_search(problem, [0]).chosen.tolist() == [2, 3]


def test_a_least_is_kept_when_exchanging():
    problem = replace(
        Problem.of_members([0.9, 0.8, 0.1, 0.2], [0, 1, 2, 3], budget=2),
        limits=Incidence.of([[0], [0], [0, 1], [0, 1]], 2),
        amount=np.ones(6),
        least=np.array([0.0, 1.0]),
        most=np.array([2.0, 2.0]),
    )
    assert sorted(local_search(problem, [1, 2]).chosen.tolist()) == [0, 3]


def test_barred_are_left_out_and_pinned_put_in():
    problem = replace(
        Problem.of_members([0.9, 0.8, 0.1], [0, 1, 2], budget=2),
        pinned=np.array([False, False, True]),
        barred=np.array([True, False, False]),
    )
    assert local_search(problem, [0]).chosen.tolist() == [1, 2]
    assert local_search(problem, [0], most_passes=0).chosen.tolist() == [2]


def test_nothing_to_choose_from_and_nothing_to_spend():
    assert local_search(Problem.of_members([], [], budget=3), []).chosen.tolist() == []
    assert local_search(Problem.of_members([0.5], [0], budget=0), []).chosen.tolist() == []
    assert local_search(Problem.of_members([0.0], [0], budget=1), []).chosen.tolist() == []
    with pytest.raises(InputError) as refused:
        local_search(Problem.of_members([0.5], [0], budget=0), [1])
    assert refused.value.key == "plan-index"


def test_the_same_bytes_every_time_in_whatever_order_a_plan_is_handed_in():
    problem = invented(np.random.default_rng(3), 60, elements=20, budget=8.0, amounts=True)
    plan = beginnings(problem, 1)
    one, two = local_search(problem, plan), local_search(problem, plan[::-1])
    assert one.chosen.tobytes() == two.chosen.tobytes()
    assert one.marginal.tobytes() == two.marginal.tobytes()
    assert one.evaluations == two.evaluations
    assert one.gain.total > random_plans(problem, draws=50, seed=1).max()


def test_another_for_the_same_member_and_of_equals_the_first():
    problem = Problem.of_members([0.5, 0.6, 0.6], [0, 0, 0], budget=1)
    assert local_search(problem, [0]).chosen.tolist() == [1]
