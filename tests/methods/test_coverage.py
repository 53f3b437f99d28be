from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.coverage import Problem, gain, lazy_greedy, random_plans, top_scores, upper_bound


def problem(seed, *, candidates=8, budget=3, capacity=(1, 2)):
    """A small instance with each part of the value, two kinds of limits, and many equal numbers."""
    dice = np.random.default_rng(seed)
    member = dice.integers(0, 4, candidates)
    partner = dice.integers(0, 3, candidates)
    return Problem(
        probability=dice.choice([0.0, 0.25, 0.5, 0.9, 1.0], candidates),
        members=np.column_stack([member, dice.integers(-1, 4, candidates)]),
        pairs=dice.integers(-1, 3, candidates),
        groups=np.column_stack([partner, dice.integers(-1, 5, candidates)]),
        limits=np.column_stack([member, 4 + partner]),
        member_value=dice.choice([0.0, 0.5, 1.0, 2.0], 4),
        pair_value=dice.choice([0.0, 0.7, 1.0], 3),
        pair_deficit=dice.choice([0.3, 1.0, 5.0], 3),
        group_weight=dice.choice([0.0, 0.2, 1.0], 5),
        capacity=np.repeat(capacity, [4, 3]),
        budget=budget,
    )


def allowed(instance, plan):
    """Whether a plan keeps the budget and every limit."""
    used = np.zeros(len(instance.capacity), dtype=int)
    for candidate in plan:
        used[list(set(instance.limits[candidate].tolist()) - {-1})] += 1
    return len(plan) <= instance.budget and bool((used <= instance.capacity).all())


def optimum(instance):
    everyone = range(len(instance.probability))
    plans = (plan for size in range(instance.budget + 1) for plan in combinations(everyone, size))
    return max(gain(instance, plan).total for plan in plans if allowed(instance, plan))


def test_the_value_of_a_plan_by_hand():
    instance = Problem(
        probability=np.array([0.5, 0.4]),
        members=np.array([[0, 0], [0, 1]]),
        pairs=np.array([0, 0]),
        groups=np.array([[0], [-1]]),
        limits=np.zeros((2, 0), dtype=np.int64),
        member_value=np.array([2.0, 1.0]),
        pair_value=np.array([3.0]),
        pair_deficit=np.array([0.6]),
        group_weight=np.array([1.0]),
        capacity=np.zeros(0, dtype=np.int64),
        budget=2,
    )
    worth = gain(instance, [1, 0, 1])
    assert worth.members == pytest.approx(2.0 * (1 - 0.5 * 0.6) + 1.0 * 0.4)
    assert worth.pairs == pytest.approx(3.0 * 0.6)
    assert worth.groups == pytest.approx(np.log(1.5))
    assert worth.total == pytest.approx(1.8 + 1.8 + np.log(1.5))
    assert lazy_greedy(instance).gain == gain(instance, [0, 1])


@given(st.integers(0, 2**32 - 1), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)), st.integers(0, 7))
def test_more_is_never_worse_and_adds_ever_less(seed, some, others, extra):
    instance = problem(seed)
    small, large = some & others, some | others

    def worth(plan):
        return gain(instance, sorted(plan)).total

    assert worth(large) >= worth(small) - 1e-12
    assert (
        worth(small | {extra}) - worth(small) >= worth(large | {extra}) - worth(large) - 1e-12
        or extra in large
    )


@given(st.integers(0, 2**32 - 1), st.integers(0, 8), st.integers(0, 3))
def test_every_choice_is_the_one_that_adds_most(seed, budget, room):
    instance = problem(seed, budget=budget, capacity=(room, 2))
    plan = lazy_greedy(instance)
    taken = []
    for choice, marginal in zip(plan.chosen.tolist(), plan.marginal, strict=True):
        free = [c for c in range(8) if c not in taken and allowed(instance, [*taken, c])]
        added = {c: gain(instance, [*taken, c]).total - gain(instance, taken).total for c in free}
        assert choice in free
        assert marginal == pytest.approx(added[choice], abs=1e-9)
        assert added[choice] >= max(added.values()) - 1e-9
        assert choice == min(c for c in free if added[c] >= added[choice] - 1e-9)
        taken.append(choice)
    free = [c for c in range(8) if c not in taken and allowed(instance, [*taken, c])]
    assert all(gain(instance, [*taken, c]).total - gain(instance, taken).total < 1e-9 for c in free)
    assert plan.gain.total == pytest.approx(plan.marginal.sum(), abs=1e-9)
    assert (np.diff(plan.marginal) <= 1e-12).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 4), st.integers(1, 2))
def test_the_plan_and_its_bound_hold_the_optimum_between_them(seed, budget, room):
    instance = problem(seed, budget=budget, capacity=(room, 2))
    plan, best = lazy_greedy(instance), optimum(instance)
    assert plan.gain.total <= best + 1e-9
    assert plan.gain.total >= best / 3 - 1e-9
    assert plan.bound >= best - 1e-9
    for other in ([], [0], [7, 1, 3]):
        assert upper_bound(instance, other) >= best - 1e-9


def test_every_plan_keeps_the_limits():
    instance = problem(11, candidates=200, budget=20, capacity=(3, 5))
    scores = np.random.default_rng(1).random(200)
    for plan in (lazy_greedy(instance).chosen, top_scores(instance, scores)):
        assert allowed(instance, plan.tolist())
        assert len(set(plan.tolist())) == len(plan)
    assert len(top_scores(instance, scores)) == 12


def test_a_ranked_list_is_taken_from_its_top():
    instance = problem(2, budget=2, capacity=(8, 8))
    assert top_scores(instance, [0, 3, 1, 3, 2, 0, 0, 0]).tolist() == [1, 3]


def test_chance_is_drawn_from_its_seed_and_beaten():
    instance = problem(11, candidates=200, budget=10, capacity=(3, 5))
    worth = random_plans(instance, draws=20, seed=4)
    np.testing.assert_array_equal(worth, random_plans(instance, draws=20, seed=4))
    assert (worth != random_plans(instance, draws=20, seed=5)).any()
    plan = lazy_greedy(instance)
    assert (worth <= plan.gain.total).all()
    assert (worth <= plan.bound).all()


def test_a_candidate_is_looked_at_again_only_when_it_may_lead():
    instance = problem(5, candidates=2000, budget=20, capacity=(20, 20))
    plan = lazy_greedy(instance)
    # Looking at everyone for each choice would take the candidates times the choices.
    assert len(plan.chosen) == 20
    assert plan.evaluations < 2000 * 20 / 4


def test_a_budget_beyond_the_candidates_takes_all_that_help():
    instance = problem(3, budget=100, capacity=(100, 100))
    plan = lazy_greedy(instance)
    assert set(plan.chosen.tolist()) <= set(range(8))
    assert plan.gain.total == pytest.approx(gain(instance, range(8)).total)


def test_nothing_to_choose_from_is_an_empty_plan():
    plan = lazy_greedy(problem(0, candidates=0))
    assert plan.chosen.shape == plan.marginal.shape == (0,)
    assert plan.gain.total == plan.bound == 0.0
    assert lazy_greedy(problem(0, budget=0)).chosen.shape == (0,)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"pairs": np.zeros(3, dtype=np.int64)}, "plan-shapes"),
        ({"members": np.zeros(8, dtype=np.int64)}, "plan-shapes"),
        ({"pair_deficit": np.ones(2)}, "plan-shapes"),
        ({"groups": np.full((8, 1), 5)}, "plan-index"),
        ({"limits": np.full((8, 1), -2)}, "plan-index"),
        ({"probability": np.full(8, 1.2)}, "plan-range"),
        ({"member_value": np.full(4, -1.0)}, "plan-range"),
        ({"pair_value": np.full(3, np.nan)}, "plan-range"),
        ({"budget": -1}, "plan-range"),
    ],
)
def test_a_problem_that_makes_no_sense_is_refused(change, key):
    good = problem(0)
    parts = {name: getattr(good, name) for name in Problem.__dataclass_fields__}
    with pytest.raises(InputError) as caught:
        Problem(**{**parts, **change})
    assert caught.value.key == key
