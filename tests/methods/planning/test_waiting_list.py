from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from traitdunion.errors import InputError
from traitdunion.methods.planning import waiting_list as module
from traitdunion.methods.planning.problem import Incidence, Problem, gain, used_amounts, within_limits
from traitdunion.methods.planning.waiting_list import cost_of, designed, waiting_list


def made(seed, n, budget):
    """Every part of the worth; a budget, and limits of amounts that `most` and `least` of this round bind."""
    dice = np.random.default_rng(seed)
    rows = [dice.integers(0, 6, dice.integers(0, 4)).tolist() for _ in range(n)]
    extra = dice.integers(-1, 3, n)
    limits = Incidence.of([[0, *([one + 1] if one >= 0 else [])] for one in extra], 4)
    amount = np.where(limits.item == 0, 1.0, dice.choice([1.0, 1.0, 2.0, 2.5], len(limits.item)))
    problem = Problem(
        probability=dice.random(n),
        served=Incidence.of(rows, 6),
        value=dice.random(6) * 3,
        cap=dice.choice([0.5, 1.0, 2.0, 2.5], 6),
        groups=Incidence.of(dice.integers(-1, 3, (n, 2)).tolist(), 3),
        weight=dice.random(3),
        worth=dice.random(n) * dice.integers(0, 2, n),
        limits=limits,
        amount=amount,
        least=np.zeros(4),
        most=np.full(4, np.inf),
        pinned=dice.random(n) < 0.05,
        barred=np.zeros(n, dtype=bool),
    )
    problem.most[0] = budget
    plan = np.arange(min(budget, n))
    used = used_amounts(problem, plan)
    problem.most[1:] = used[1:] + dice.choice([0.0, 1.0, 2.0, np.inf], 3, p=[0.1, 0.1, 0.2, 0.6])
    problem.least[1:] = np.maximum(
        used[1:] - dice.choice([0.0, 1.0, 2.0, 99.0], 3, p=[0.1, 0.1, 0.2, 0.6]), 0
    )
    problem.pinned[len(plan) :] = False
    return problem


def every_draw(design):
    """All sets that may be introduced now."""
    blocks = [design.lines[design.block == number] for number in range(max(design.block, default=-1) + 1)]
    for halves in product(*(combinations(block.tolist(), len(block) // 2) for block in blocks)):
        yield [*design.sure.tolist(), *(line for half in halves for line in half)]


@st.composite
def cases(draw, most=14):
    n = draw(st.just(most) | st.integers(0, most))
    budget = draw(st.just(most // 2) | st.integers(0, most))
    problem = made(draw(st.integers(0, 10_000)), n, budget)
    unit = np.arange(n)
    for place, other in draw(st.lists(st.tuples(st.integers(0, 99), st.integers(-1, most)), max_size=2)):
        unit[place % max(n, 1) : place % max(n, 1) + 1] = other
    keys = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=n, max_size=n))
    share = draw(st.sampled_from([1.0, 0.8, 0.5, 0.0]))
    strata = np.array(keys, dtype=int).reshape(n, 2)
    return problem, {"budget": budget, "share": share, "unit": unit, "strata": strata}


@given(cases())
@settings(max_examples=150, deadline=None)
def test_every_draw_keeps_the_limits_and_the_number_of_introductions(case):
    problem, terms = case
    n = len(problem.probability)
    found = designed(problem, np.arange(n), **terms)
    for now in every_draw(found):
        assert within_limits(problem, now)
        assert len(set(now)) == len(found.plan) == min(n, terms["budget"])
    assert set(found.sure) <= set(found.plan)
    seen = found.plan.tolist() + list(range(len(found.plan), min(n, len(found.plan) + found.asked)))
    owners = Counter(terms["unit"][line] for line in seen)
    for line in found.lines.tolist():
        assert terms["unit"][line] >= 0
        assert owners[terms["unit"][line]] == 1
        assert line in seen[len(found.plan) - found.asked :]
        assert not problem.pinned[line]
    sizes = Counter(found.block.tolist())
    assert sorted(sizes) == list(range(len(sizes)))
    assert all(size >= 4 and size % 2 == 0 for size in sizes.values())
    assert np.isin(found.lines, found.plan).sum() * 2 == len(found.lines) <= 2 * found.asked


@given(cases(most=12))
@settings(max_examples=80, deadline=None)
def test_the_cost_is_that_of_all_draws_taken_together(case):
    problem, terms = case
    found = designed(problem, np.arange(len(problem.probability)), **terms)
    cost = cost_of(problem, found)
    gains = [gain(problem, now).total for now in every_draw(found)]
    assert cost.expected_gain == pytest.approx(np.mean(gains), rel=1e-10, abs=1e-10)
    assert cost.gain_without == gain(problem, found.plan).total
    assert cost.mean == pytest.approx(cost.gain_without - np.mean(gains), abs=1e-9)
    costs = [cost.gain_without - one for one in gains]
    assert min(costs) - 1e-9 <= cost.low <= cost.high <= max(costs) + 1e-9


@given(st.integers(0, 10_000), st.integers(0, 5))
@settings(max_examples=40, deadline=None)
def test_a_draw_instead_of_the_best_plan_costs_something(seed, quota):
    problem, k = made(seed, 10, 5), 5
    problem = replace(problem, least=np.array([0.0, 0, 0, quota]), most=np.array([5.0, 6, np.inf, np.inf]))
    plans = [plan for plan in combinations(range(10), k) if within_limits(problem, plan)]
    assume(plans)
    best = max(plans, key=lambda plan: gain(problem, plan).total)
    lines = [*best, *(line for line in range(10) if line not in best)]
    terms = {"unit": np.arange(10), "strata": np.zeros((10, 0))}
    found = designed(problem, lines, budget=k, share=0.8, **terms)
    assert cost_of(problem, found).mean >= -1e-9


def test_nothing_that_could_be_drawn_is_left_out_where_nothing_binds():
    problem = Problem.of_members(np.linspace(0.9, 0.1, 30), np.arange(30), budget=20)
    keys = np.column_stack([np.arange(30) % 3, np.arange(30) // 15])
    for share, half in ((0.1, 2), (0.2, 4), (0.25, 5), (0.5, 10)):
        terms = {"budget": 20, "share": share, "unit": np.arange(30), "strata": keys}
        found = designed(problem, np.arange(30), **terms)
        assert found.asked == half
        assert sorted(found.lines) == list(range(20 - half, 20 + half))


def test_blocks_are_of_one_stratum_and_of_near_gains_before_they_are_not():
    problem = Problem.of_members(np.linspace(0.9, 0.1, 40), np.arange(40), budget=20)
    keys = np.column_stack([np.repeat([0, 1], 20), np.arange(40) % 2])
    keys[[7, 33]] = 2  # each alone in its stratum
    terms = {"budget": 20, "share": 1.0, "unit": np.arange(40), "strata": keys}
    found = designed(problem, np.arange(40), **terms)
    mixed = []
    for number in range(found.block.max() + 1):
        lines = found.lines[found.block == number]
        alike = len(np.unique(keys[lines], axis=0))
        same_first = len(np.unique(keys[lines, 0]))
        mixed.append((alike > 1, same_first > 1))
        if alike == 1:
            stratum = np.flatnonzero((keys == keys[lines[0]]).all(axis=1))
            at = np.searchsorted(stratum, np.sort(lines))
            assert at.max() - at.min() == len(lines) - 1  # neighbours in order of gain
    assert sum(one for one, _ in mixed) <= 2
    assert sum(other for _, other in mixed) <= 1


def test_the_propensity_written_down_is_the_share_of_draws(monkeypatch):
    monkeypatch.setattr(module, "cost_of", lambda *_: None)  # it takes longer than a draw
    problem = Problem.of_members(np.linspace(0.9, 0.1, 24), np.arange(24), budget=12)
    keys = np.arange(24)[:, None] % 3
    found = designed(problem, np.arange(24), budget=12, share=0.75, unit=np.arange(24), strata=keys)
    assert sorted(Counter(found.block.tolist()).values()) == [6, 6, 6]
    seeds, firsts, pairs = 1000, np.zeros(len(found.lines)), 0
    for seed in range(seeds):
        draw = waiting_list(problem, found, seed=seed)
        firsts += draw.first
        pairs += draw.first[0] and draw.first[1]
        assert Counter(found.block[draw.first].tolist()) == Counter(found.block[~draw.first].tolist())
    low, high = stats.binom.ppf([[5e-5], [1 - 5e-5]], seeds, draw.propensity)
    assert (low <= firsts).all()
    assert (firsts <= high).all()
    size = (found.block == found.block[0]).sum()
    together = (size / 2 - 1) / (size - 1) / 2  # two of one block are both first
    assert stats.binom.ppf(5e-5, seeds, together) <= pairs <= stats.binom.ppf(1 - 5e-5, seeds, together)


def test_a_draw_is_a_function_of_its_seed_and_nobody_is_in_both_lists():
    problem = made(8, 30, 15)
    terms = {"budget": 15, "share": 0.6, "unit": np.arange(30), "strata": np.zeros((30, 0))}
    found = designed(problem, np.arange(30), **terms)
    draws = [waiting_list(problem, found, seed=seed) for seed in (1, 1, 2, 3, 4)]
    np.testing.assert_array_equal(draws[0].now, draws[1].now)
    assert len({tuple(one.now.tolist()) for one in draws}) > 1
    for one in draws:
        assert not set(one.now) & set(one.waiting)
        assert set(one.now) == set(found.sure) | set(found.lines[one.first])
        assert len(one.now) == 15
        assert one.cost == draws[0].cost
        assert (one.propensity == 0.5).all()


def test_tiny_rounds_draw_nothing():
    problem = Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=2)
    found = designed(problem, [0, 1, 2], budget=2, share=0.5, unit=[0, 1, 2], strata=np.zeros((3, 1)))
    assert (found.asked, len(found.lines), found.sure.tolist()) == (1, 0, [0, 1])
    draw = waiting_list(problem, found, seed=5)
    assert (draw.now.tolist(), len(draw.waiting), draw.cost.mean) == ([0, 1], 0, 0.0)
    assert (draw.cost.low, draw.cost.high) == (0, 0)


def test_a_quota_keeps_as_many_sure_as_it_needs_and_no_more():
    n = 16
    problem = Problem.of_members(np.linspace(0.9, 0.5, n), np.arange(n), budget=8)
    quota = Incidence.of([[0, 1] if one in (6, 7, 8) else [0] for one in range(n)], 2)
    problem = replace(
        problem, limits=quota, amount=np.ones(n + 3), least=np.array([0.0, 2]), most=np.array([8, np.inf])
    )
    terms = {"budget": 8, "share": 1.0, "unit": np.arange(n), "strata": np.zeros((n, 0))}
    found = designed(problem, np.arange(n), **terms)
    assert {6, 7} <= set(found.sure)
    assert len(found.lines) == 12


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"share": 1.5}, "share-range"),
        ({"share": np.nan}, "share-range"),
        ({"lines": [0, 9]}, "plan-index"),
        ({"lines": [-1]}, "plan-index"),
        ({"lines": [0, 1, 1, 2]}, "waiting-list-plan"),
        ({"budget": 4}, "waiting-list-plan"),
        ({"unit": [0]}, "lengths-differ"),
        ({"unit": [0.5] * 9}, "group-codes"),
        ({"strata": [[0]]}, "lengths-differ"),
        ({"strata": np.full((9, 1), np.nan)}, "values-not-numbers"),
    ],
)
def test_bad_input_is_named(change, key):
    problem = Problem.of_members(np.linspace(0.9, 0.1, 9), np.arange(9), budget=3)
    terms = {"lines": range(9), "budget": 3, "share": 0.5, "unit": range(9), "strata": np.zeros((9, 1))}
    terms.update(change)
    lines = list(terms.pop("lines"))
    with pytest.raises(InputError) as caught:
        designed(problem, lines, **terms)
    assert caught.value.key == key
