from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.methods.planning.small import one_by_one, problems, realistic, worth_of
from traitdunion.methods.planning.bound import upper_bound
from traitdunion.methods.planning.exact import best_plan
from traitdunion.methods.planning.problem import Incidence, Problem, gain, within_limits


@given(problems(), st.data())
@settings(max_examples=120)
def test_the_best_of_all_plans_is_found_and_proved(problem, data):
    worth = worth_of(problem)
    assume(worth)
    best = max(worth.values())
    found = best_plan(problem, data.draw(st.sampled_from([*worth])))
    assert found.gain == pytest.approx(best, rel=2e-6, abs=1e-9)
    assert found.gain == gain(problem, found.chosen).total
    assert within_limits(problem, found.chosen)
    assert found.bound >= best * (1 - 2e-6)
    assert found.proved


@given(problems())
@settings(max_examples=60)
def test_a_start_outside_the_limits_is_only_a_beginning(problem):
    worth = worth_of(problem)
    everything = np.arange(len(problem.probability))
    assume(tuple(everything.tolist()) not in worth)
    found = best_plan(problem, everything)
    if worth:
        assert found.proved
        assert found.gain == pytest.approx(max(worth.values()), rel=2e-6, abs=1e-9)
    else:
        assert not found.proved
        assert found.chosen.tolist() == everything.tolist()


def test_where_everything_is_barred_the_best_plan_is_to_do_nothing():
    problem = Problem.of_members([0.5, 0.4], [0, 1], budget=2)
    found = best_plan(replace(problem, barred=np.ones(2, dtype=bool)), [0, 1])
    assert (found.chosen.tolist(), found.gain, found.proved) == ([], 0.0, True)


@given(problems(), st.integers(0, 2), st.integers(0, 1))
@settings(max_examples=60)
def test_with_hardly_any_means_what_is_said_still_holds(problem, rounds, nodes):
    worth = worth_of(problem)
    assume(worth)
    start = min(worth, key=worth.get)
    found = best_plan(problem, start, rounds=rounds, nodes=nodes)
    assert worth[start] <= found.gain <= max(worth.values()) + 1e-12
    assert found.bound >= max(worth.values()) * (1 - 2e-6)
    assert not found.proved or found.gain == pytest.approx(max(worth.values()), rel=2e-6, abs=1e-9)


def test_more_candidates_than_allowed_give_back_the_start_and_its_bound():
    problem = realistic(200, seed=1)
    bound = upper_bound(problem, [0, 1])
    found = best_plan(problem, [0, 1], bound, most_candidates=10)
    assert (found.chosen.tolist(), found.bound, found.proved) == ([0, 1], bound.value, False)


def test_several_successes_at_one_element_need_lines_of_their_own():
    """Here the tangents alone leave a plan overrated for ever: only lines from plans close the gap."""
    n = 8
    problem = replace(
        Problem.of_members(np.linspace(0.35, 0.6, n), [0] * n, budget=4),
        cap=np.array([3.0]),
        served=Incidence.of([[0]] * n, 1),
    )
    found = best_plan(problem, [0, 1, 2, 3])
    assert found.proved
    assert found.chosen.tolist() == [4, 5, 6, 7]


def test_the_plan_made_one_by_one_is_improved_and_proved():
    problem = realistic(300, seed=2)
    start = one_by_one(problem)
    bound = upper_bound(problem, start)
    found = best_plan(problem, start, bound)
    assert found.proved
    assert gain(problem, start).total < found.gain <= found.bound * (1 + 1e-12) <= bound.value * (1 + 1e-12)
    assert within_limits(problem, found.chosen)


def test_the_same_problem_gives_the_same_answer():
    problem = realistic(150, seed=4)
    first, second = (best_plan(problem, [0]) for _ in range(2))
    assert first.chosen.tolist() == second.chosen.tolist()
    assert (first.gain, first.bound) == (second.gain, second.bound)
