from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.planning.small import one_by_one, problems, realistic, worth_of
from traitdunion.methods.planning import majorants
from traitdunion.methods.planning.bound import Certificate, certified_bound, upper_bound
from traitdunion.methods.planning.problem import Incidence, Problem, expected_filled, gain

CHANCES = st.lists(st.sampled_from([0.0, 0.1, 0.35, 0.6, 0.9, 1.0]), max_size=7)
CAPS = st.sampled_from([0.0, 0.4, 1.0, 1.5, 2.0, 3.7, 9.0])


@given(CHANCES, CAPS)
def test_a_poisson_count_is_never_less_than_the_successes_it_stands_for(chances, cap):
    filled = majorants.poisson_filled(majorants.hazards(chances).sum(), cap)
    assert filled >= expected_filled(chances, cap) - 1e-9
    if cap <= 1.0:
        assert filled == pytest.approx(expected_filled(chances, cap), abs=1e-9)


@given(st.floats(0, 12), CAPS)
def test_the_slope_is_that_of_the_curve_and_falls(mean, cap):
    counts = np.arange(80)
    mass = np.exp(-mean + counts * np.log(max(mean, 1e-300)) - np.cumsum(np.log(np.maximum(counts, 1))))
    assert majorants.poisson_filled(mean, cap) == pytest.approx(mass @ np.minimum(counts, cap), abs=1e-9)
    step = 1e-6
    rise = majorants.poisson_filled(mean + step, cap) - majorants.poisson_filled(mean, cap)
    assert majorants.poisson_rate(mean, cap) == pytest.approx(rise / step, abs=1e-5)
    assert majorants.poisson_rate(mean + 0.5, cap) <= majorants.poisson_rate(mean, cap) + 1e-12


@given(problems(), st.data())
def test_what_one_more_success_adds_is_the_difference(problem, data):
    drawn = data.draw(st.sets(st.integers(0, len(problem.probability) - 1)))
    plan = np.array(sorted(drawn), dtype=np.int64)
    filled, rate = majorants.standing(problem, plan)
    assert problem.value * filled == pytest.approx(gain(problem, plan).elements, abs=1e-12)
    sure = np.append(problem.probability, 1.0)
    for element in range(len(problem.value)):
        touching = [i for i in plan.tolist() if element in problem.served.of_one(i)]
        more = expected_filled([*sure[touching], 1.0], problem.cap[element])
        assert rate[element] == pytest.approx(more - filled[element], abs=1e-12)


@given(CHANCES, CAPS, st.integers(0, 8), st.sampled_from([0.0, 0.05, 0.4]))
def test_no_successes_pass_a_line_of_the_largest_chance(chances, cap, step, spare):
    chance = min(max([*chances, 0.1]) + spare, 1.0)
    slope, meets = majorants.binomial_line(step, cap, chance)
    assert slope * sum(chances) + meets >= expected_filled(chances, cap) - 1e-12
    for count in (step, step + 1):
        met = expected_filled([chance] * count, cap)
        assert slope * chance * count + meets == pytest.approx(met, abs=1e-12)


def certificates(problem):
    """Any numbers at all, out of range too."""
    number = st.sampled_from([-1.0, 0.0, 0.2, 0.7, 1.0, 2.5])

    def row(size):
        return st.lists(number, min_size=size, max_size=size).map(np.array)

    m, g, r, n = len(problem.value), len(problem.weight), len(problem.most), len(problem.probability)
    return st.builds(
        Certificate,
        point=row(m),
        curve=row(m),
        based=row(m),
        step=row(m),
        base=st.lists(st.integers(0, n - 1), max_size=4).map(lambda some: np.array(some, dtype=np.int64)),
        group_point=row(g),
        most=row(r),
        least=row(r),
    )


@given(problems(), st.data())
@settings(max_examples=300)
def test_no_plan_passes_what_any_certificate_proves(problem, data):
    certificate = data.draw(certificates(problem))
    best = max(worth_of(problem).values(), default=-np.inf)
    assert certified_bound(problem, certificate) >= best


@given(problems(), st.data())
@settings(max_examples=100)
def test_no_plan_passes_the_bound_and_better_ones_lack_what_is_ruled_out(problem, data):
    worth = worth_of(problem)
    n = len(problem.probability)
    start = data.draw(st.sampled_from([*worth, tuple(range(n)), ()]))
    found = upper_bound(problem, start)
    assert found.value >= max(worth.values(), default=-np.inf)
    assert found.value == certified_bound(problem, found.certificate)
    reached = gain(problem, start).total
    out = set(np.flatnonzero(found.fixed_out).tolist())
    for plan, value in worth.items():
        assert not (value > reached + 1e-9 and out & set(plan))


@given(problems())
@settings(max_examples=60)
def test_the_bound_is_no_worse_than_the_marginal_gains_of_the_plan(problem):
    problem = replace(problem, least=np.zeros(len(problem.least)), pinned=np.zeros_like(problem.pinned))
    worth = worth_of(problem)
    plan = max(worth, key=worth.get)
    found = upper_bound(problem, plan)
    whole = gain(problem, plan).total
    rest = [i for i in range(len(problem.probability)) if i not in plan and not problem.barred[i]]
    # A group's line gives a little more than the logarithm: by at most p - log(1 + p) of its weight.
    spare = sum(
        problem.weight[problem.groups.of_one(i)].sum()
        * (problem.probability[i] - np.log1p(problem.probability[i]))
        for i in rest
    )
    marginal = sum(gain(problem, [*plan, i]).total - whole for i in rest)
    assert found.value <= whole + marginal + spare + 1e-6 * (1 + whole)


def test_with_one_candidate_each_the_bound_is_the_best_plan():
    problem = Problem.of_members([0.5, 0.4, 0.3, 0.2], [0, 1, 2, 3], budget=2)
    assert upper_bound(problem, [0, 1]).value == pytest.approx(0.9, rel=1e-6)
    assert upper_bound(problem, [0, 1]).fixed_out.tolist() == [False, False, True, True]


def test_few_columns_at_a_time_lead_to_the_same_bound():
    problem = realistic(400, seed=3)
    start = np.arange(5)
    every, few = (upper_bound(problem, start, rounds=60, columns=size).value for size in (400, 15))
    assert few == pytest.approx(every, rel=2e-3)


def test_on_a_real_looking_problem_the_bound_is_close():
    problem = realistic(600, seed=1)
    plan = one_by_one(problem)
    reached = gain(problem, plan).total
    found = upper_bound(problem, plan)
    assert reached <= found.value <= 1.03 * reached
    assert found.fixed_out.any()


@pytest.mark.parametrize("rounds", [0, 1])
def test_no_round_at_all_still_gives_a_bound(rounds):
    problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    assert 0.9 <= upper_bound(problem, [0, 2], rounds=rounds).value <= 1.0 + 1e-6


def test_limits_that_nothing_meets_do_not_raise():
    problem = replace(Problem.of_members([0.5, 0.4], [0, 1], budget=1), least=np.array([3.0]))
    assert np.isfinite(upper_bound(problem, [0]).value)
    pinned = replace(problem, least=np.zeros(1), pinned=np.array([True, True]))
    assert np.isfinite(upper_bound(pinned, [0, 1]).value)
    assert upper_bound(Problem.of_members([], [], budget=3), []).value == 0.0


@pytest.mark.parametrize("price", [0.0, 0.3, 5.0])
def test_prices_of_limits_that_are_just_met_neither_add_nor_take(price):
    problem = replace(Problem.of_members([0.5, 0.4], [0, 1], budget=2), least=np.array([2.0]))
    free = Certificate.plain(problem)
    for paid in (replace(free, least=np.array([price])), replace(free, most=np.array([min(price, 0.4)]))):
        assert certified_bound(problem, paid) == pytest.approx(0.9, abs=1e-7)
        assert certified_bound(problem, paid) >= 0.9


def test_groups_first_touched_by_candidates_that_come_in_later_keep_the_bound_close():
    n, budget = 60, 10
    alone = Incidence.of([[number] for number in range(n)], n)
    dice = np.random.default_rng(3)
    problem = replace(
        Problem.of_members(dice.uniform(0.2, 0.6, n), np.arange(n), budget=budget),
        groups=alone,
        weight=dice.uniform(0.5, 1.0, n),
    )
    single = problem.probability + problem.weight * np.log1p(problem.probability)
    order = np.argsort(-single)
    best = single[order[:budget]].sum()
    # Shares of candidates gain a little more than whole ones where a logarithm bends.
    assert best <= upper_bound(problem, order[-budget:], columns=3).value + 1e-9 < 1.02 * best
