from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.planning.small import plans, problems, realistic
from traitdunion.methods.planning.problem import Incidence, Problem, used_amounts, within_limits
from traitdunion.methods.planning.relaxation import conflicts, feasible_plan, irreducible


def smallest_change(problem):
    """By looking at every plan: the smallest sum of whole changes and the fewest limits for it."""
    pins = set(np.flatnonzero(problem.pinned).tolist())
    free = [i for i in range(len(problem.probability)) if i not in pins and not problem.barred[i]]
    found = []
    for size in range(len(free) + 1):
        for more in combinations(free, size):
            used = used_amounts(problem, sorted({*pins, *more}))
            above = np.ceil(np.maximum(used - problem.most, 0.0) - 1e-9)
            below = np.ceil(np.maximum(problem.least - used, 0.0) - 1e-9)
            found.append((above.sum() + below.sum(), (above > 0).sum() + (below > 0).sum()))
    return min(found)


def keeping(problem, clash, pins):
    """The problem with these limits and pins alone."""
    r, n = len(problem.most), len(problem.probability)
    least = [problem.least[i] if (i, "least") in clash else 0.0 for i in range(r)]
    most = [problem.most[i] if (i, "most") in clash else np.inf for i in range(r)]
    pinned = np.isin(np.arange(n), list(pins))
    return replace(problem, least=np.array(least), most=np.array(most), pinned=pinned)


@given(problems())
@settings(max_examples=200)
def test_a_conflict_is_found_exactly_where_no_plan_keeps_the_limits(problem):
    found = conflicts(problem)
    assert (found is None) == bool(plans(problem))
    if found is None:
        return
    # Irreducible: together they cannot be kept, without any one of them they can.
    assert not plans(keeping(problem, found.clash, found.pins))
    for one in found.clash:
        assert plans(keeping(problem, set(found.clash) - {one}, found.pins))
    for pin in found.pins:
        assert plans(keeping(problem, found.clash, set(found.pins) - {pin}))


@given(problems())
@settings(max_examples=200)
def test_the_relaxation_is_the_smallest_and_changes_the_fewest_limits(problem):
    found = conflicts(problem)
    if found is None:
        return
    if (problem.pinned & problem.barred).any():
        assert found.relaxed == ()
        return
    sides = {"least": problem.least.copy(), "most": problem.most.copy()}
    steps = []
    for change in found.relaxed:
        assert change.was == getattr(problem, change.side)[change.limit]
        step = change.to - change.was if change.side == "most" else change.was - change.to
        assert step == round(step) or change.to == 0.0
        steps.append(np.ceil(step))
        sides[change.side][change.limit] = change.to
    assert plans(replace(problem, **sides))
    assert (sum(steps), len(steps)) == smallest_change(problem)
    assert [(c.limit, c.side) for c in found.relaxed] == sorted((c.limit, c.side) for c in found.relaxed)


@given(problems(), st.data())
@settings(max_examples=100)
def test_the_plan_of_highest_sum_is_found_where_there_is_one(problem, data):
    n = len(problem.probability)
    worth = np.array(data.draw(st.lists(st.sampled_from([-1.0, 0.0, 0.5, 2.0]), min_size=n, max_size=n)))
    every = plans(problem)
    for most_candidates in (50_000, 1):
        found = feasible_plan(problem, worth=worth, most_candidates=most_candidates)
        assert (found is None) == (not every)
        if found is None:
            continue
        assert within_limits(problem, found)
        if most_candidates > 1:
            assert worth[found].sum() == pytest.approx(max(worth[list(plan)].sum() for plan in every))


def test_pins_that_do_not_fit_are_named():
    problem = replace(
        Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=1), pinned=np.array([True, False, True])
    )
    found = conflicts(problem)
    assert (found.clash, found.pins) == (((0, "most"),), (0, 2))
    assert [(change.limit, change.side, change.to) for change in found.relaxed] == [(0, "most", 2.0)]


def test_a_pin_that_is_barred_cannot_be_mended_by_limits():
    problem = replace(
        Problem.of_members([0.5], [0], budget=1), pinned=np.array([True]), barred=np.array([True])
    )
    found = conflicts(problem)
    assert (found.relaxed, found.clash, found.pins) == ((), (), (0,))
    assert feasible_plan(problem, worth=[1.0]) is None


def test_minima_that_picking_one_by_one_misses_are_met():
    """The best candidate takes the only place that both minima could have shared."""
    problem = replace(
        Problem.of_members([0.9, 0.5, 0.5], [0, 1, 2], budget=1),
        limits=Incidence.of([[0, 1], [0, 1, 2], [0, 2]], 3),
        amount=np.ones(7),
        least=np.array([0.0, 1.0, 1.0]),
        most=np.array([1.0, np.inf, np.inf]),
    )
    assert feasible_plan(problem, worth=problem.probability).tolist() == [1]


def test_quotas_of_a_large_problem():
    problem = realistic(3000, seed=5)
    least = problem.least.copy()
    least[1:60] = 2.0
    quotas = replace(problem, least=least)
    assert conflicts(quotas) is None
    plan = feasible_plan(quotas, worth=problem.probability)
    assert within_limits(quotas, plan)
    few = feasible_plan(quotas, worth=problem.probability, most_candidates=300)
    assert within_limits(quotas, few)
    short = replace(quotas, most=np.concatenate([[40.0], problem.most[1:]]))
    found = conflicts(short)
    assert (0, "most") in found.clash
    assert sum(abs(change.to - change.was) for change in found.relaxed) >= 1


@given(st.integers(1, 9), st.data())
def test_what_is_irreducible_fails_and_no_part_of_it_does(size, data):
    items = [(i, "most") for i in range(size)]
    causes = data.draw(st.lists(st.sets(st.integers(0, size - 1), min_size=1), min_size=1, max_size=3))

    def fails(some):
        numbers = {number for number, _ in some}
        return any(cause <= numbers for cause in causes)

    found = irreducible(items, fails)
    assert fails(found)
    assert not any(fails([item for item in found if item != one]) for one in found)
