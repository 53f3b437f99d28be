"""Groups that meet monthly: against all seatings there are, every move, and their own rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.compiled import group_worth, grouping
from traitdunion.methods.planning.group_bound import relaxed_problem, seating_bound
from traitdunion.methods.planning.groups import Groups, grouped, random_groups, score_groups
from traitdunion.methods.planning.problem import Incidence, Problem, gain, within_limits
from traitdunion.methods.planning.seating import (
    Rules,
    Search,
    admissible,
    taking_place,
)


def invented(
    seed: int, *, nodes: int, n: int, low: int, high: int, count: int, tight: bool = True
) -> tuple[Problem, np.ndarray, Rules]:
    dice = np.random.default_rng(seed)
    ends = dice.integers(0, nodes, (n, 2))
    members, gaps, fair = nodes, 4, 3
    gap = members + dice.integers(0, gaps, n)
    gap[dice.random(n) < 0.2] = -1
    problem = Problem(
        probability=dice.choice([0.0, 0.1, 0.3, 0.5, 0.5, 1.0], n),
        served=Incidence.of(np.column_stack([ends, gap]).tolist(), members + gaps),
        value=dice.choice([0.0, 0.5, 1.0], members + gaps),
        cap=np.concatenate([np.ones(members), dice.choice([0.0, 1.5, 2.0, 3.0, np.inf], gaps)]),
        groups=Incidence.of(dice.integers(-1, fair, (n, 2)).tolist(), fair),
        weight=dice.random(fair),
        worth=dice.choice([0.0, 0.0, 0.2], n),
        limits=Incidence.of([[0]] * n, 1),
        amount=np.ones(n),
        least=np.zeros(1),
        most=np.ones(1),
        pinned=dice.random(n) < 0.1,
        barred=dice.random(n) < 0.1,
    )  # fmt: skip
    if not tight:
        return problem, ends, Rules(nodes=nodes, count=count, size=(low, high))
    places = dice.normal(0, 10_000, (nodes, 2))
    places[dice.random(nodes) < 0.05] = np.nan
    rules = Rules(
        nodes=nodes,
        count=count,
        size=(low, high),
        apart=dice.integers(0, nodes, (nodes // 3, 2)),
        places=places,
        reach=18_000.0,
        tongues=dice.random((nodes, 2)) < 0.8,
        home=dice.integers(-1, 4, nodes),
        mixed=2,
    )
    return problem, ends, rules


def allowed(rules: Rules, group: tuple[int, ...]) -> bool:
    """Whether a group keeps to the rules, read from their definition."""
    members = list(group)
    if not rules.size[0] <= len(members) <= rules.size[1]:
        return False
    if any({int(a), int(b)} <= set(members) and a != b for a, b in rules.apart):
        return False
    if rules.tongues is not None and not rules.tongues[members].all(axis=0).any():
        return False
    if rules.home is not None:
        homes = [int(home) for home in rules.home[members] if home >= 0]
        if len(set(homes)) < rules.mixed or any(2 * homes.count(home) > len(members) for home in homes):
            return False
    if rules.places is not None and np.isfinite(rules.reach):
        away = np.hypot(*(rules.places[members][:, None] - rules.places[members][None]).transpose(2, 0, 1))
        if not np.isfinite(away).all():
            return False
        return bool(away[away.sum(axis=1).argmin()].max() <= rules.reach)
    return True


def seatings(rules: Rules) -> Iterator[list[tuple[int, ...]]]:
    """All ways to seat up to as many groups as asked for."""
    groups = [
        group
        for size in range(rules.size[0], rules.size[1] + 1)
        for group in combinations(range(rules.nodes), size)
        if allowed(rules, group)
    ]
    yield []
    for count in range(1, rules.count + 1):
        for chosen in combinations(groups, count):
            if len({node for group in chosen for node in group}) == sum(map(len, chosen)):
                yield list(chosen)


def worth(problem: Problem, ends: np.ndarray, seats: list[tuple[int, ...]]) -> float:
    """What a seating is worth, read from the definition."""
    seat = {node: number for number, group in enumerate(seats) for node in group}
    within = [
        candidate
        for candidate, (one, two) in enumerate(ends.tolist())
        if one != two
        and not problem.barred[candidate]
        and seat.get(one, -1) == seat.get(two, -2)
    ]  # fmt: skip
    return gain(problem, within).total


def moved(rules: Rules, seats: list[tuple[int, ...]]) -> Iterator[list[tuple[int, ...]]]:
    """All seatings that one move makes: join, replace, move, change seats."""
    outside = sorted(set(range(rules.nodes)) - {node for group in seats for node in group})

    def changed(*new: tuple[int, set[int]]) -> Iterator[list[tuple[int, ...]]]:
        after = list(seats)
        for number, group in new:
            after[number] = tuple(sorted(group))
        if all(allowed(rules, after[number]) for number, _ in new):
            yield after

    for a, group in enumerate(seats):
        for node in outside:
            yield from changed((a, {*group, node}))
            for out in group:
                yield from changed((a, {*group, node} - {out}))
        for b, other in enumerate(seats):
            for node in group if a != b else ():
                yield from changed((a, set(group) - {node}), (b, {*other, node}))
                for partner in other if a < b else ():
                    yield from changed(
                        (a, {*group, partner} - {node}), (b, {*other, node} - {partner})
                    )  # fmt: skip


def as_tuples(found: Groups) -> list[tuple[int, ...]]:
    return [tuple(group.tolist()) for group in found.seats]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), tight=st.booleans())
def test_no_seating_is_above_the_best_and_no_bound_below_it(seed: int, tight: bool) -> None:
    problem, ends, rules = invented(seed, nodes=8, n=24, low=3, high=4, count=2, tight=tight)
    best = max(worth(problem, ends, seats) for seats in seatings(rules))
    found = grouped(problem, ends, rules)
    assert found.total <= best + 1e-9
    assert found.bound >= best - 1e-9
    assert seating_bound(problem, ends, rules) >= best - 1e-9
    assert found.total == pytest.approx(worth(problem, ends, as_tuples(found)), abs=1e-9)


def test_seatings_of_small_instances_come_close_to_the_best() -> None:
    shares, most = [], []
    for seed in range(40):
        problem, ends, rules = invented(seed, nodes=8, n=24, low=3, high=4, count=2, tight=seed % 2 == 0)
        count, best = max((len(seats), worth(problem, ends, seats)) for seats in seatings(rules))
        found = grouped(problem, ends, rules)
        most.append(found.seated == count)
        if found.seated == count and best > 0:
            shares.append(found.total / best)
    assert len(shares) >= 30
    assert np.mean(most) >= 0.8
    assert np.mean(shares) >= 0.95


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_move_gains_and_no_rule_is_broken(seed: int) -> None:
    problem, ends, rules = invented(seed, nodes=30, n=200, low=3, high=5, count=4)
    found = grouped(problem, ends, rules, restarts=2)
    seats = as_tuples(found)
    assert all(allowed(rules, group) for group in seats)
    assert len({node for group in seats for node in group}) == sum(map(len, seats))
    assert found.total == pytest.approx(worth(problem, ends, seats), abs=1e-9)
    for after in moved(rules, seats):
        assert worth(problem, ends, after) <= found.total + 1e-8


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), tight=st.booleans())
def test_what_is_told_agrees_with_the_seats(seed: int, tight: bool) -> None:
    problem, ends, rules = invented(seed, nodes=20, n=120, low=2, high=5, count=3, tight=tight)
    found = grouped(problem, ends, rules, restarts=1)
    for one, other in zip(found.introductions, taking_place(problem, ends, found.seats), strict=True):
        np.testing.assert_array_equal(one, other)
    taken: list[int] = []
    for own, gained in zip(found.introductions, found.gains, strict=True):
        before = gain(problem, taken).total
        taken += own.tolist()
        assert gained == pytest.approx(gain(problem, taken).total - before, abs=1e-9)
    assert (np.diff(found.gains) <= 1e-9).all()
    assert found.gains.sum() == pytest.approx(found.total)
    assert found.total <= found.bound + 1e-9
    assert 0 <= found.ratio <= 1 + 1e-9
    assert found.asked == 3 >= found.seated


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), tight=st.booleans())
def test_every_seating_is_a_plan_of_the_relaxed_problem_and_worth_the_same_there(
    seed: int, tight: bool
) -> None:
    problem, ends, rules = invented(seed, nodes=20, n=150, low=2, high=6, count=3, tight=tight)
    loose = relaxed_problem(problem, ends, rules)
    for found in (
        grouped(problem, ends, rules, restarts=0),
        score_groups(problem, ends, rules, np.ones(150)),
    ):
        chosen = np.concatenate([*found.introductions, np.zeros(0, dtype=int)])
        assert within_limits(loose, chosen)
        assert gain(loose, chosen).total == pytest.approx(found.total)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_beside_it_the_same_rules_hold(seed: int) -> None:
    problem, ends, rules = invented(seed, nodes=25, n=150, low=3, high=5, count=3)
    scored = score_groups(problem, ends, rules, problem.probability)
    assert all(allowed(rules, group) for group in as_tuples(scored))
    search = Search(problem.only([]), np.zeros((0, 2), dtype=np.int64), rules)
    search.build(
        np.ones(25), np.random.default_rng(seed).permutation(np.flatnonzero(rules.seatable)), full=True
    )
    seats = [tuple(group.tolist()) for group in search.seats() if len(group)]
    assert all(allowed(rules, group) for group in seats)
    assert len({node for group in seats for node in group}) == sum(map(len, seats))


def test_groups_beat_blind_ones_and_those_by_score() -> None:
    problem, ends, rules = invented(5, nodes=80, n=900, low=4, high=6, count=5)
    found = grouped(problem, ends, rules)
    blind = random_groups(problem, ends, rules, draws=20)
    assert blind.shape == (20,)
    assert len(set(blind.tolist())) > 10
    assert found.total > blind.max()
    assert found.total > score_groups(problem, ends, rules, problem.probability).total


def test_scores_alone_decide_who_sits_by_score() -> None:
    problem = Problem.of_members([0.1, 0.9, 0.9], [0, 1, 2], budget=1)
    found = score_groups(problem, [[0, 1], [2, 3], [1, 4]], Rules(nodes=5, count=1, size=(2, 2)), [3, 1, 2])
    assert as_tuples(found) == [(0, 1)]
    assert found.total == pytest.approx(0.1)


def test_same_input_same_seats_whatever_the_seed_of_others() -> None:
    problem, ends, rules = invented(7, nodes=40, n=300, low=3, high=6, count=4)
    one, two = (grouped(problem, ends, rules, seed=3) for _ in range(2))
    assert as_tuples(one) == as_tuples(two)
    assert one.total == two.total
    assert one.gains.tobytes() == two.gains.tobytes()
    blind = random_groups(problem, ends, rules, draws=6, seed=4)
    np.testing.assert_array_equal(blind[:3], random_groups(problem, ends, rules, draws=3, seed=4))


def test_more_restarts_never_lose() -> None:
    for seed in range(5):
        problem, ends, rules = invented(seed, nodes=40, n=300, low=3, high=6, count=4)
        totals = [grouped(problem, ends, rules, restarts=restarts) for restarts in (0, 3, 6)]
        ranks = [(found.seated, round(found.total, 9)) for found in totals]
        assert ranks == sorted(ranks)


def test_limits_and_pins_do_not_count_within_groups_and_barred_never_counts() -> None:
    problem, ends, rules = invented(11, nodes=12, n=60, low=4, high=4, count=2, tight=False)
    found = grouped(problem, ends, rules)
    chosen = np.concatenate(found.introductions)
    assert len(chosen) > problem.most[0]
    assert not problem.barred[chosen].any()
    assert (ends[chosen, 0] != ends[chosen, 1]).all()


def test_two_clusters_are_mixed_where_one_would_be_worth_more() -> None:
    ends = np.array([[0, 1], [0, 2], [1, 2], [0, 3], [3, 4]])
    problem = Problem.of_members([0.9, 0.9, 0.9, 0.1, 0.1], [0, 1, 2, 3, 4], budget=1)
    home = np.array([0, 0, 0, 1, -1])
    free = grouped(problem, ends, Rules(nodes=5, count=1, size=(3, 4)))
    assert {0, 1, 2} <= set(as_tuples(free)[0])
    mixed = grouped(problem, ends, Rules(nodes=5, count=1, size=(3, 4), home=home))
    assert as_tuples(mixed) == [(0, 1, 3, 4)]


def test_fewer_groups_than_asked_are_said() -> None:
    problem, ends, rules = invented(1, nodes=11, n=40, low=5, high=10, count=4, tight=False)
    found = grouped(problem, ends, rules)
    assert (found.seated, found.asked) == (2, 4)


@pytest.mark.parametrize(
    "rules",
    [
        Rules(nodes=6, count=0),
        Rules(nodes=6, count=2, size=(7, 9)),
        Rules(nodes=6, count=1, size=(2, 4), mixed=5, home=np.arange(6)),
        Rules(nodes=6, count=1, size=(2, 4), home=np.full(6, -1)),
        Rules(nodes=6, count=1, size=(2, 4), tongues=np.eye(6, dtype=bool)),
        Rules(nodes=6, count=1, size=(2, 4), tongues=np.zeros((6, 2), dtype=bool)),
        Rules(nodes=6, count=1, size=(2, 4), places=np.full((6, 2), np.nan), reach=1000.0),
        Rules(nodes=6, count=1, size=(2, 4), places=np.arange(12.0).reshape(6, 2), reach=0.5),
        Rules(nodes=6, count=1, size=(2, 4), apart=np.array(list(combinations(range(6), 2)))),
    ],
)
def test_what_cannot_be_seated_is_not(rules: Rules) -> None:
    problem = Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=3)
    ends = np.array([[0, 1], [1, 2], [3, 4]])
    for found in (grouped(problem, ends, rules), score_groups(problem, ends, rules, np.ones(3))):
        assert (found.seats, found.introductions, found.total) == ((), (), 0.0)
        assert found.gains.shape == (0,)
        assert found.seated == 0
    assert random_groups(problem, ends, rules, draws=2).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("nodes", [0, 6])
def test_nothing_to_introduce_is_worth_nothing(nodes: int) -> None:
    problem = Problem.of_members([], [], budget=3)
    rules = Rules(nodes=nodes, count=2, size=(2, 3))
    found = grouped(problem, [], rules)
    assert (found.total, found.bound, found.ratio) == (0.0, 0.0, 1.0)
    assert found.seated == (2 if nodes else 0)
    assert random_groups(problem, [], rules, draws=1).tolist() == [0.0]


def test_places_that_are_unknown_do_not_matter_where_nobody_asks_for_them() -> None:
    problem = Problem.of_members([0.5], [0], budget=1)
    rules = Rules(nodes=2, count=1, size=(2, 2), places=np.full((2, 2), np.nan))
    assert grouped(problem, [[0, 1]], rules).total == 0.5


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("groups-size", {"size": (1, 3)}),
        ("groups-size", {"size": (4, 3)}),
        ("plan-range", {"count": -1}),
        ("plan-range", {"mixed": -1}),
        ("plan-range", {"reach": float("nan")}),
        ("plan-range", {"nodes": -1}),
        ("plan-shapes", {"apart": np.array([1, 2])}),
        ("plan-index", {"apart": np.array([[0, 6]])}),
        ("plan-shapes", {"places": np.zeros((5, 2))}),
        ("plan-shapes", {"places": np.zeros((6, 3))}),
        ("plan-shapes", {"tongues": np.ones(6, dtype=bool)}),
        ("lengths-differ", {"home": np.zeros(5)}),
        ("group-codes", {"home": np.full(6, -2)}),
    ],
)
def test_rules_that_make_no_sense_are_told(key: str, changes: dict) -> None:
    with pytest.raises(InputError) as told:
        Rules(**{"nodes": 6, "count": 1, **changes})
    assert told.value.key == key


def test_candidates_that_do_not_match_are_told() -> None:
    problem, rules = Problem.of_members([0.5], [0], budget=1), Rules(nodes=2, count=1, size=(2, 2))
    for ends, key in (([[0, 2]], "plan-index"), ([[0, 1]] * 2, "plan-shapes"), ([], "plan-shapes")):
        with pytest.raises(InputError) as told:
            grouped(problem, ends, rules)
        assert told.value.key == key
    with pytest.raises(InputError) as told:
        grouped(problem, [[0, 1]], rules, restarts=-1)
    assert told.value.key == "plan-range"
    with pytest.raises(InputError) as told:
        score_groups(problem, [[0, 1]], rules, [-1.0])
    assert told.value.key == "values-negative"


def test_nothing_handed_in_is_changed() -> None:
    problem, ends, rules = invented(3, nodes=20, n=100, low=3, high=5, count=2)
    before = [ends.tobytes(), problem.probability.tobytes(), problem.cap.tobytes(), rules.places.tobytes()]
    grouped(problem, ends, rules, restarts=1)
    after = [ends.tobytes(), problem.probability.tobytes(), problem.cap.tobytes(), rules.places.tobytes()]
    assert before == after


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_pairs_that_may_not_meet_are_those_of_no_group(seed: int) -> None:
    _, _, rules = invented(seed, nodes=7, n=1, low=2, high=3, count=1)
    pairs = np.array(list(combinations(range(7), 2)))
    fine = admissible(rules, pairs)
    for (one, two), able in zip(pairs.tolist(), fine, strict=True):
        others = [node for node in range(7) if node not in (one, two)]
        trios = [(one, two), *(tuple(sorted((one, two, other))) for other in others)]
        assert able or not any(allowed(rules, trio) for trio in trios)


@pytest.mark.parametrize("seed", range(6))
def test_compiled_loops_do_what_their_python_says(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem, ends, rules = invented(seed, nodes=16, n=70, low=3, high=5, count=3, tight=seed % 2 == 0)
    fast = grouped(problem, ends, rules, restarts=2)
    blind = random_groups(problem, ends, rules, draws=3)
    replaced = 0
    for module in (group_worth, grouping):
        for name, kernel in list(vars(module).items()):
            if hasattr(kernel, "py_func"):
                monkeypatch.setattr(module, name, kernel.py_func)
                replaced += 1
    assert replaced >= 20
    plain = grouped(problem, ends, rules, restarts=2)
    assert as_tuples(plain) == as_tuples(fast)
    np.testing.assert_allclose(plain.gains, fast.gains, rtol=1e-12, atol=1e-12)
    assert plain.bound == pytest.approx(fast.bound, rel=1e-12)
    np.testing.assert_array_equal(blind, random_groups(problem, ends, rules, draws=3))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_cells_know_what_seats_are_worth_after_any_coming_and_going(seed: int) -> None:
    problem, ends, rules = invented(seed, nodes=12, n=80, low=2, high=5, count=2, tight=False)
    search, dice = Search(problem, ends, rules), np.random.default_rng(seed)
    parts = (search.worth, search.ties, search.state)
    for _ in range(40):
        node = int(dice.integers(12))
        free = np.append(np.flatnonzero(search.state.sizes < 5), -1)
        group_worth.sit(*parts, node, -1)
        group_worth.sit(*parts, node, int(dice.choice(free)))
    seats = [tuple(group.tolist()) for group in search.seats()]
    cells = range(len(search.worth.slots) - 1)
    here = worth(problem, ends, seats)
    kept = sum(group_worth.cell_worth(search.worth, search.state, cell, 0) for cell in cells)
    _, seat = search.state.members, search.state.seat
    one, two = seat[search.ties.ends].T
    assert kept + search.worth.alone[(one == two) & (one >= 0)].sum() == pytest.approx(here, abs=1e-9)
    for node in np.flatnonzero(seat >= 0).tolist():
        others = [tuple(set(group) - {node}) for group in seats]
        search.state.today[1:] += 1
        lost = group_worth.leave(*parts, node)
        assert lost == pytest.approx(here - worth(problem, ends, others), abs=1e-9)
        assert group_worth.come(*parts, node, seat[node], -1) == pytest.approx(lost, abs=1e-9)
