from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.planning.instances import invented, optimum, problems
from traitdunion.errors import InputError
from traitdunion.methods.compiled import exchanges
from traitdunion.methods.compiled import planning as loops
from traitdunion.methods.permutation import stream
from traitdunion.methods.planning.arrays import arrays, empty_heap, quotas
from traitdunion.methods.planning.greedy import (
    amount_share,
    fast_gain,
    in_order,
    lazy_greedy,
    random_plans,
    top_scores,
)
from traitdunion.methods.planning.local_search import _holders
from traitdunion.methods.planning.problem import (
    Incidence,
    Problem,
    expected_filled,
    gain,
    used_amounts,
    within_limits,
)


def added(problem, plan, i):
    return gain(problem, [*plan, i]).total - gain(problem, plan).total


def fitting(problem, plan):
    """Candidates that no limit's most forbids, nor a bar."""
    for i in sorted(set(range(len(problem.probability))) - set(plan)):
        used = used_amounts(problem, [*plan, i])
        touched = problem.limits.of_one(i)
        if not problem.barred[i] and (used[touched] <= problem.most[touched] + 1e-9).all():
            yield i


def follows_plain_greedy(problem, plan, marginal, score):
    """Whether each candidate of a plan has the best score of those that fit, and adds what is said."""
    pins = np.flatnonzero(problem.pinned).tolist()
    assert plan[: len(pins)] == pins
    for at, i in enumerate(plan):
        before = plan[:at]
        assert marginal[at] == pytest.approx(added(problem, before, i), abs=1e-9)
        if at < len(pins):
            continue
        best = {j: score(added(problem, before, j), j) for j in fitting(problem, before)}
        assert best[i] >= max(best.values()) - 1e-9
    assert all(added(problem, plan, j) <= 1e-9 for j in fitting(problem, plan))


@given(problems(most=8, marks=0.1), st.booleans())
@settings(max_examples=80)
def test_each_choice_is_that_of_greedy_choice_that_adds_up_every_set(problem, in_pairs):
    if in_pairs:  # twice the same: equals are decided by number
        problem = problem.only(np.repeat(np.arange(len(problem.probability)), 2))
    found = lazy_greedy(problem, scored="gain")
    follows_plain_greedy(problem, found.chosen.tolist(), found.marginal, lambda more, _: more)
    assert found.gain.total == pytest.approx(found.marginal.sum(), abs=1e-9)
    assert found.evaluations <= len(problem.probability) * (len(found.chosen) + 1)
    if in_pairs:
        order = found.chosen.tolist()
        free = [i for i in order if not problem.pinned[i]]
        assert all(i % 2 == 0 or i - 1 in free[: free.index(i)] for i in free)


@given(problems(most=8, amounts=True))
@settings(max_examples=60)
def test_per_amount_each_choice_has_the_best_ratio(problem):
    share = amount_share(problem)
    found = lazy_greedy(problem, scored="gain-per-amount")
    ratio = np.ones(len(problem.probability)) if len(share) == 0 else share
    follows_plain_greedy(problem, found.chosen.tolist(), found.marginal, lambda more, i: more / ratio[i])


@given(problems(most=8, amounts=True, marks=0.1))
@settings(max_examples=60)
def test_both_is_the_better_of_the_two(problem):
    both, one, other = (lazy_greedy(problem, scored=way) for way in ("both", "gain", "gain-per-amount"))
    ways = [one, other] if len(amount_share(problem)) else [one]
    assert both.gain.total == pytest.approx(max(way.gain.total for way in ways), abs=1e-9)
    assert both.evaluations == sum(way.evaluations for way in ways)


def test_a_small_cheap_candidate_does_not_hide_a_large_one_nor_the_other_way_round():
    plain = Problem.of_members([0.9, 0.5, 0.5, 0.5], [0, 1, 2, 3], budget=3)
    dear = replace(plain, amount=np.array([3.0, 1.0, 1.0, 1.0]))
    assert lazy_greedy(dear).chosen.tolist() == [1, 2, 3]
    assert lazy_greedy(dear, scored="gain").chosen.tolist() == [0]
    tiny = replace(plain, amount=np.array([3.0, 1.5, 2.0, 2.0]))
    assert lazy_greedy(tiny, scored="gain-per-amount").chosen.tolist() == [1]
    assert lazy_greedy(tiny).chosen.tolist() == [0]


def test_the_share_is_that_of_the_scarcest_limit_whose_amounts_differ():
    index = Incidence.of([[0, 1], [0, 1], [1], [0, 2]], 3)
    problem = replace(
        Problem.of_members([0.5] * 4, [0, 1, 2, 3], budget=1),
        limits=index,
        amount=np.array([2.0, 1.0, 4.0, 2.0, 3.0, 1.0, 1.0]),
        least=np.zeros(3),
        most=np.array([2.0, 6.0, 0.5]),
    )
    # Of the first limit 2 + 4 + 1 = 7 are asked and 2 there are; of the second 1 + 2 + 3 of 6, which fit.
    assert amount_share(problem).tolist() == [0.5, 1.0, 0.25, 0.25]
    assert amount_share(replace(problem, most=np.array([7.0, 6.0, 0.5]))).tolist() == []


@given(problems(most=8, limits=0))
@settings(max_examples=60)
def test_with_one_limit_on_the_number_it_keeps_its_guarantee(problem):
    assert lazy_greedy(problem).gain.total >= (1 - np.exp(-1)) * optimum(problem) - 1e-9


@given(problems(most=8))
@settings(max_examples=60)
def test_with_places_it_keeps_its_guarantee(problem):
    places = int(np.diff(problem.limits.start).max(initial=0))
    assert lazy_greedy(problem).gain.total >= optimum(problem) / (places + 1) - 1e-9


@given(problems(most=8, limits=0, amounts=True))
@settings(max_examples=60)
def test_with_amounts_it_keeps_its_guarantee(problem):
    assert lazy_greedy(problem).gain.total >= (1 - np.exp(-1)) / 2 * optimum(problem) - 1e-9


@given(problems(most=9, least=1.0, marks=0.05), st.booleans())
@settings(max_examples=120)
def test_it_says_whether_the_limits_are_kept(problem, dear):
    if dear:
        amount = 0.5 + np.arange(len(problem.amount)) % 3
        problem = replace(problem, amount=amount)
    found = lazy_greedy(problem)
    assert found.met == within_limits(problem, found.chosen)
    assert not problem.barred[found.chosen].any()
    if not problem.pinned.any():
        assert (used_amounts(problem, found.chosen) <= problem.most + 1e-9).all()
    if found.met:
        assert optimum(problem) is not None


@pytest.mark.parametrize("kinds", [1, 2, 3])
def test_leasts_are_met_although_better_candidates_would_fill_the_budget(kinds):
    dice = np.random.default_rng(kinds)
    n, size = 60, 5
    kind = dice.integers(0, size, (n, kinds))
    index = Incidence.of(
        [[0, *(1 + size * np.arange(kinds) + row).tolist()] for row in kind], 1 + size * kinds
    )
    plain = Problem.of_members(np.where(kind[:, 0] == 0, 0.9, 0.1), np.arange(n), budget=2 * size * kinds)
    least = np.concatenate([[0.0], np.full(size * kinds, 2.0)])
    most = np.concatenate([plain.most, np.full(size * kinds, np.inf)])
    problem = replace(plain, limits=index, amount=np.ones(len(index.item)), least=least, most=most)
    found = lazy_greedy(problem)
    assert found.met
    assert lazy_greedy(replace(problem, least=least * 0)).gain.total >= found.gain.total
    tied = replace(problem, probability=np.where(kind[:, 0] == 0, 0.9, 0.0))  # the others add nothing
    assert lazy_greedy(tied).met


def test_room_is_not_kept_twice_for_a_limit_within_another():
    # Both ask for 2; what is in the second is in the first. Of 4 places 2 remain for the best.
    index = Incidence.of([[0], [0], [0], [0, 1, 2], [0, 1, 2], [0, 1]], 3)
    plain = Problem.of_members([0.9, 0.8, 0.7, 0.2, 0.1, 0.3], np.arange(6), budget=4)
    problem = replace(
        plain,
        limits=index,
        amount=np.ones(len(index.item)),
        least=np.array([0.0, 2.0, 2.0]),
        most=np.array([4.0, np.inf, np.inf]),
    )
    found = lazy_greedy(problem)
    assert sorted(found.chosen.tolist()) == [0, 1, 3, 4]
    assert found.met


def test_what_was_put_aside_for_a_quota_comes_back():
    # Room is kept for two quotas; candidate 2 serves both, and frees a place for candidate 1.
    index = Incidence.of([[0], [0], [0, 1, 2], [0, 1], [0, 2]], 3)
    plain = Problem.of_members([0.9, 0.8, 0.5, 0.1, 0.1], np.arange(5), budget=3)
    problem = replace(
        plain,
        limits=index,
        amount=np.ones(len(index.item)),
        least=np.array([0.0, 1.0, 1.0]),
        most=np.array([3.0, np.inf, np.inf]),
    )
    found = lazy_greedy(problem)
    assert found.chosen.tolist() == [0, 2, 1]
    assert found.met


def test_a_least_that_cannot_be_met_leaves_the_rest_of_the_plan_alone():
    index = Incidence.of([[0], [0], [0, 1]], 2)
    plain = Problem.of_members([0.9, 0.8, 0.5], np.arange(3), budget=2)
    problem = replace(
        plain, limits=index, amount=np.ones(4), least=np.array([0.0, 5.0]), most=np.array([2.0, np.inf])
    )
    found = lazy_greedy(problem)
    assert not found.met
    assert found.chosen.tolist() == [2, 0]


def test_a_least_of_everyone_is_filled_with_what_adds_nothing():
    plain = Problem.of_members([0.0, 0.9, 0.0], [0, 1, 2], budget=3)
    assert lazy_greedy(plain).chosen.tolist() == [1]
    found = lazy_greedy(replace(plain, least=np.array([2.0])))
    assert found.chosen.tolist() == [1, 0]
    assert found.met


def test_pinned_are_taken_first_even_where_they_do_not_fit():
    plain = Problem.of_members([0.1, 0.9, 0.2], [0, 1, 2], budget=1)
    found = lazy_greedy(replace(plain, pinned=np.array([True, False, True])))
    assert found.chosen.tolist() == [0, 2]
    assert not found.met


@given(problems(most=8, marks=0.1), st.data())
@settings(max_examples=60)
def test_a_plan_in_order_is_the_same_plan_and_each_next_adds_most(problem, data):
    n = len(problem.probability)
    plan = data.draw(st.lists(st.integers(0, max(n - 1, 0)), max_size=n)) if n else []
    found = in_order(problem, plan)
    order = found.chosen.tolist()
    assert sorted(order) == sorted(set(plan))
    assert found.gain.total == gain(problem, plan).total
    assert found.marginal.sum() == pytest.approx(found.gain.total, abs=1e-9)
    assert found.met == within_limits(problem, plan)
    for at, i in enumerate(order):
        more = [added(problem, order[:at], j) for j in order[at:]]
        assert found.marginal[at] == pytest.approx(more[0], abs=1e-9)
        assert more[0] >= max(more) - 1e-9, i


@given(problems(most=8, amounts=True), st.data())
@settings(max_examples=60)
def test_the_quick_sum_is_the_plain_one(problem, data):
    n = len(problem.probability)
    plan = data.draw(st.lists(st.integers(0, max(n - 1, 0)), max_size=n)) if n else []
    assert fast_gain(problem, plan) == pytest.approx(gain(problem, plan).total, abs=1e-10)


def by_rank(problem, order):
    plan = np.flatnonzero(problem.pinned).tolist()
    for i in order:
        if i not in plan and i in set(fitting(problem, plan)):
            plan.append(i)
    return plan


@given(problems(most=8, amounts=True, marks=0.2), st.integers(0, 99))
@settings(max_examples=60)
def test_ranked_and_blind_plans_take_what_fits_in_their_order(problem, seed):
    n = len(problem.probability)
    order = np.random.default_rng(seed).permutation(n)
    scores = np.empty(n)
    scores[order] = -np.arange(n)
    assert top_scores(problem, scores).tolist() == by_rank(problem, order.tolist())
    worths = [
        gain(problem, by_rank(problem, stream(seed, draw).permutation(n).tolist())).total for draw in range(3)
    ]
    np.testing.assert_allclose(random_plans(problem, draws=3, seed=seed), worths, atol=1e-10)


def test_scores_that_are_missing_come_last_and_equals_by_number():
    problem = Problem.of_members([0.5] * 4, [0, 1, 2, 3], budget=3)
    assert top_scores(problem, [np.nan, 1.0, 2.0, 2.0]).tolist() == [2, 3, 1]


def test_nothing_to_choose_from_and_nothing_to_spend():
    nobody = Problem.of_members([], [], budget=3)
    for found in (lazy_greedy(nobody), in_order(nobody, [])):
        assert found.chosen.tolist() == []
        assert found.met
    assert top_scores(nobody, []).tolist() == []
    assert random_plans(nobody, draws=1, seed=0).tolist() == [0.0]
    broke = Problem.of_members([0.5], [0], budget=0)
    assert lazy_greedy(broke).chosen.tolist() == []
    assert not lazy_greedy(replace(nobody, least=np.ones(1))).met


def test_the_same_bytes_every_time_and_nothing_handed_in_is_changed():
    problem = invented(np.random.default_rng(5), 30, budget=6.0, amounts=True, marks=0.1)
    kept = {name: getattr(problem, name) for name in ("probability", "value", "cap", "most", "amount")}
    copies = {name: values.copy() for name, values in kept.items()}
    for values in kept.values():
        values.flags.writeable = False
    one, two = lazy_greedy(problem), lazy_greedy(problem)
    assert one.chosen.tobytes() == two.chosen.tobytes()
    assert one.marginal.tobytes() == two.marginal.tobytes()
    for name, values in kept.items():
        np.testing.assert_array_equal(values, copies[name])
    assert (
        random_plans(problem, draws=4, seed=1)[:2].tolist() == random_plans(problem, draws=2, seed=1).tolist()
    )


def test_refusals():
    problem = Problem.of_members([0.5, 0.4], [0, 1], budget=1)
    for refused, key in (
        (lambda: in_order(problem, [2]), "plan-index"),
        (lambda: fast_gain(problem, [-1]), "plan-index"),
        (lambda: top_scores(problem, [1.0]), "plan-shapes"),
        (lambda: random_plans(problem, draws=0, seed=1), "draws-too-few"),
        (lambda: random_plans(problem, draws=1, seed=-1), "seed-negative"),
    ):
        with pytest.raises(InputError) as error:
            refused()
        assert error.value.key == key


@pytest.mark.parametrize("seed", range(4))
def test_the_compiled_loops_are_what_they_say_in_python(seed):
    problem = invented(np.random.default_rng(seed), 25, budget=6.0, least=2.0, amounts=seed % 2 == 1)
    share = amount_share(problem)
    results = []
    for plainly in (False, True):
        given, state = arrays(problem)
        names = ("begin", "promise", "drain", "fill", "fit", "clear", "take_all", "marginals")
        run = {name: getattr(loops, name) for name in names}
        run |= {name: getattr(exchanges, name) for name in ("best_fit", "regain", "forget")}
        if plainly:
            run = {name: loop.py_func for name, loop in run.items()}
        open_ = np.ones(25, dtype=bool)
        chosen, marginal, tally = np.zeros(25, dtype=np.int64), np.zeros(25), np.zeros(3, dtype=np.int64)
        run["begin"](given, state)
        run["drain"](
            given, state, quotas(problem), False, open_, share, empty_heap(25), chosen, marginal, tally
        )
        run["fill"](given, state, quotas(problem).everyone, open_, False, chosen, marginal, tally)
        plan = chosen[: tally[0]]
        run["clear"](given, state, plan)
        worth = run["take_all"](given, state, plan[1:])
        alone = np.zeros(25)
        run["marginals"](given, state, alone)
        order, bonus = np.argsort(-alone, kind="stable"), np.zeros(25)
        start, holder = _holders(problem)
        dropped = plan[:2].copy()
        before = (state.rest * 0.5, state.expected + 1.0)
        spread = run["regain"](given, state, start, holder, *before, dropped, bonus)
        short = np.flatnonzero(state.used < problem.least)
        found = run["best_fit"](
            given, state, open_, alone, bonus, spread, np.zeros(0), state.used + 0.5, short, 0.0
        )
        regained = [spread, *bonus]
        run["forget"](given, start, holder, dropped, bonus)
        assert not bonus.any()
        heap, empty = empty_heap(25), np.zeros(0, dtype=np.int64)
        size = run["promise"](given, state, open_, share, heap, tally)
        filled = run["fit"](given, state, open_, order, empty, np.zeros(0), chosen.copy())
        results.append(
            [*plan, *marginal, *tally, worth, *alone, *regained, *found, size, *heap.candidate, *filled]
        )
    assert results[0] == results[1]


@pytest.mark.parametrize("seed", range(4))
def test_the_small_loops_in_python(seed):
    problem = invented(np.random.default_rng(seed), 12, least=1.0)
    owed, (given, state) = quotas(problem), arrays(problem)
    kept, room = np.zeros(3), np.zeros(1)
    for i in range(4):
        assert loops.more.py_func(given, state, i) == loops.more(given, state, i)
        assert loops.take.py_func(given, state, i) == pytest.approx(added(problem, list(range(i)), i))
        plain = loops.keep.py_func(given, state, owed, kept.copy(), room.copy())
        assert plain == loops.keep(given, state, owed, kept, room)
        for j in range(12):
            assert loops.fits.py_func(given, state, kept, j) == loops.fits(given, state, kept, j)
            assert loops.eases.py_func(given, state, owed, room, j) == loops.eases(
                given, state, owed, room, j
            )
            assert loops.serves.py_func(given, state, owed.everyone, j, False) == loops.serves(
                given, state, owed.everyone, j, False
            )
            short = np.flatnonzero(state.used < problem.least)
            assert exchanges.replaces.py_func(given, state, state.used, short, j) == exchanges.replaces(
                given, state, state.used, short, j
            )
    for e in range(len(problem.value)):
        touching = [i for i in range(4) if e in problem.served.of_one(i)]
        chances = [*problem.probability[touching], 1.0]
        sure = expected_filled(chances, problem.cap[e]) - expected_filled(chances[:-1], problem.cap[e])
        if e in problem.served.item:
            many = np.count_nonzero(problem.served.item == e)
            if many > len(touching):
                assert state.rest[e] == pytest.approx(problem.value[e] * sure)
