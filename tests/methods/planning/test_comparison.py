import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.planning.comparison import compared, simulated
from traitdunion.methods.planning.problem import Incidence, Problem, gain, realized


def made(seed, n=12, elements=6, groups=3, reach=3):
    """A problem with every part of the worth in it: caps above one, groups, worth of its own."""
    dice = np.random.default_rng(seed)
    rows = [dice.integers(0, elements, dice.integers(0, reach + 1)).tolist() for _ in range(n)]
    return Problem(
        probability=np.where(dice.random(n) < 0.1, dice.integers(0, 2, n), dice.random(n)),
        served=Incidence.of(rows, elements),
        value=dice.random(elements) * 3,
        cap=dice.choice([0.0, 0.5, 1.0, 2.0, 2.5], elements),
        groups=Incidence.of(dice.integers(-1, groups, (n, 2)).tolist(), groups),
        weight=dice.random(groups),
        worth=dice.random(n) * dice.integers(0, 2, n),
        limits=Incidence.of([[0]] * n, 1),
        amount=np.ones(n),
        least=np.zeros(1),
        most=np.array([float(n)]),
        pinned=np.zeros(n, dtype=bool),
        barred=np.zeros(n, dtype=bool),
    )


@given(st.integers(0, 500), st.lists(st.integers(0, 11), max_size=15), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_each_draw_is_what_the_plan_turned_out_to_be_worth(instance, plan, seed):
    problem = made(instance)
    worth = simulated(problem, {"plan": plan}, draws=7, seed=seed)["plan"]
    luck = np.array([stream(seed, candidate).random(7) for candidate in range(12)])
    for draw in range(7):
        succeeded = luck[:, draw] < problem.probability
        assert worth[draw] == pytest.approx(realized(problem, plan, succeeded), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("instance", range(4))
def test_the_mean_over_many_draws_is_the_gain(instance):
    problem, plan = made(instance, n=30), [1, 4, 9, 16, 25]
    means = [simulated(problem, {"plan": plan}, draws=400, seed=seed)["plan"] for seed in range(40)]
    away = [(one.mean() - gain(problem, plan).total) / (one.std(ddof=1) / 20) for one in means]
    # Forty standard normal deviates: their mean within 4 of its errors, few beyond 2.
    assert abs(np.mean(away)) < 4 / np.sqrt(40)
    assert np.mean(np.abs(away) > 2) < 0.2
    assert np.std(away) == pytest.approx(1, abs=0.45)


def test_pairing_is_real():
    problem = made(1, n=40)
    plans = {"a": [0, 5, 7, 9], "same": [9, 7, 5, 0, 0], "more": [0, 5, 7, 9, 11]}
    worth = simulated(problem, plans, draws=300, seed=3)
    alike = compared(worth["a"], worth["same"])
    assert (alike.mean, alike.error, alike.low, alike.high) == (0, 0, 0, 0)
    assert (alike.share, alike.share_less, alike.ratio, alike.ratio_low) == (0, 0, 1, 1)
    assert (worth["more"] >= worth["a"] - 1e-12).all()
    # Apart from what is shared nothing is left to differ: the same luck makes a difference exact.
    strangers = simulated(problem, {"more": plans["more"]}, draws=300, seed=4)["more"]
    assert compared(worth["more"], worth["a"]).error < 0.5 * compared(strangers, worth["a"]).error


def test_other_plans_and_more_draws_change_nothing():
    problem = made(2, n=40)
    alone = simulated(problem, {"a": [3, 8, 30]}, draws=600, seed=3)["a"]
    among = simulated(problem, {"b": range(40), "a": [30, 3, 8]}, draws=600, seed=3)["a"]
    fewer = simulated(problem, {"a": [3, 8, 30]}, draws=333, seed=3)["a"]
    np.testing.assert_array_equal(alone, among)
    np.testing.assert_array_equal(alone[:333], fewer)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30),
    st.sampled_from([0.5, 0.8, 0.9]),
)
def test_a_difference_is_that_of_its_definitions(pairs, level):
    first, second = np.array(pairs, dtype=float).T
    found = compared(first, second, level=level)
    assert found.mean == pytest.approx((first - second).mean())
    assert found.share == (first > second).mean()
    assert found.share_less == (first < second).mean()
    inside = ((first - second) >= found.low) & ((first - second) <= found.high)
    assert inside.mean() >= level - 1e-12
    ratio = [1.0 if a == b == 0 else np.inf if b == 0 else a / b for a, b in pairs]
    assert (
        np.mean((ratio >= np.float64(found.ratio_low)) & (ratio <= np.float64(found.ratio_high)))
        >= level - 1e-12
    )
    opposite = compared(second, first, level=level)
    assert (opposite.share, opposite.mean) == (found.share_less, -found.mean)
    if len(pairs) > 1:
        assert found.error == pytest.approx(np.std(first - second, ddof=1) / np.sqrt(len(pairs)))
    else:
        assert np.isnan(found.error)


def test_the_interval_holds_one_realization_as_often_as_it_says():
    problem = made(5, n=60, elements=30)
    worth = simulated(problem, {"a": range(30), "b": range(20, 50)}, draws=4000, seed=1)
    found = compared(worth["a"][:2000], worth["b"][:2000], level=0.8)
    fresh = (worth["a"] - worth["b"])[2000:]
    assert ((fresh >= found.low) & (fresh <= found.high)).mean() == pytest.approx(0.8, abs=0.05)


def test_nothing_is_worth_nothing():
    problem = made(3)
    assert simulated(problem, {}, seed=1) == {}
    empty = simulated(problem, {"none": []}, draws=5, seed=1)["none"]
    np.testing.assert_array_equal(empty, np.zeros(5))
    assert compared(empty, empty).ratio == 1
    assert compared(empty + 1, empty).ratio_low == np.inf


def test_bad_input_is_named():
    problem = made(4)
    for plan in ([-1], [12]):
        with pytest.raises(InputError) as caught:
            simulated(problem, {"plan": plan}, seed=1)
        assert caught.value.key == "plan-index"
    for call, key in (
        (lambda: simulated(problem, {}, draws=0, seed=1), "draws-too-few"),
        (lambda: simulated(problem, {"a": [1]}, seed=-1), "seed-negative"),
        (lambda: compared([], []), "group-empty"),
        (lambda: compared([1.0], [1.0, 2.0]), "lengths-differ"),
        (lambda: compared([np.nan], [1.0]), "values-not-numbers"),
        (lambda: compared([-1.0], [1.0]), "values-negative"),
        (lambda: compared([1.0], [1.0], level=0.0), "level-range"),
    ):
        with pytest.raises(InputError) as caught:
            call()
        assert caught.value.key == key
