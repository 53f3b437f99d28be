"""Schedules by brute force on small days, and what every schedule must keep to on any day."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods import assignment
from traitdunion.methods.assignment import Day, meeting_schedule, repaired_schedule


def place(day, first, second):
    """The zone of a meeting; None at a table."""
    booths = [-1, -1] if day.booth is None else [int(day.booth[one]) for one in sorted((first, second))]
    return next((zone for zone in booths if zone >= 0), None)


def kept_to(wishes, slot, day):
    """Say whether a schedule keeps to the day."""
    meetings = {(min(pair), max(pair)): int(at) for pair, at in zip(wishes, slot, strict=True) if at >= 0}
    if any(meetings.get((min(pair), max(pair)), -1) != at for pair, at in zip(wishes, slot, strict=True)):
        return False
    where, tables = {}, [0] * day.available.shape[1]
    for (first, second), at in meetings.items():
        zone = place(day, first, second)
        tables[at] += zone is None
        for person in (first, second):
            if not day.available[person, at] or (person, at) in where:
                return False
            where[person, at] = zone
    apart = any(
        (person, at + 1) in where and where[person, at + 1] != zone for (person, at), zone in where.items()
    )
    return max(tables, default=0) <= day.tables and not (day.walk and apart)


def smallest(wishes, slot, day):
    """The smallest share, by its definition."""
    shares = []
    for person in range(len(day.available)):
        can = [
            at
            for (a, b), at in zip(wishes, slot, strict=True)
            if a == person
            and (day.available[a] & day.available[b]).any()
            and (day.tables or place(day, a, b) is not None)
        ]
        if can:
            shares.append(sum(at >= 0 for at in can) / min(len(can), day.available[person].sum()))
    return min(shares, default=1.0)


def brute(wishes, weights, day):
    """The best value and, of the schedules worth that, the best smallest share."""
    pairs = sorted({(min(pair), max(pair)) for pair in wishes})
    best = (-1.0, -1.0)
    for at in product(range(-1, day.available.shape[1]), repeat=len(pairs)):
        held = dict(zip(pairs, at, strict=True))
        slot = [held[min(pair), max(pair)] for pair in wishes]
        if kept_to(wishes, slot, day):
            value = float(sum(weight for weight, one in zip(weights, slot, strict=True) if one >= 0))
            best = max(best, (value, smallest(wishes, slot, day)))
    return best


@st.composite
def days(draw, people=5, slots=3, most=6):
    count = draw(st.integers(2, people))
    every = [(a, b) for a in range(count) for b in range(count) if a != b]
    wishes = draw(st.lists(st.sampled_from(every), min_size=1, max_size=most, unique=True))
    weights = [draw(st.sampled_from([1, 2, 4])) for _ in wishes]
    width = draw(st.integers(1, slots))
    cells = draw(st.lists(st.booleans(), min_size=count * width, max_size=count * width))
    booth = np.array([draw(st.sampled_from([-1, -1, 0, 1])) for _ in range(count)])
    day = Day(
        np.array(cells).reshape(count, width) | draw(st.booleans()),
        tables=draw(st.integers(0, 2)),
        booth=booth,
        walk=draw(st.booleans()),
    )
    return wishes, weights, day


@settings(max_examples=40, deadline=None)
@given(days(people=4, slots=3, most=5))
def test_small_days_are_solved_to_the_end(case):
    wishes, weights, day = case
    found = meeting_schedule(wishes, day, weights=weights)
    assert kept_to(wishes, found.slot, day)
    value, share = brute(wishes, weights, day)
    assert found.value == pytest.approx(value)
    assert found.bound == pytest.approx(value)
    assert found.smallest_share == pytest.approx(share)
    assert smallest(wishes, found.slot, day) == pytest.approx(share)


@settings(max_examples=40, deadline=None)
@given(days(people=8, slots=4, most=20), st.sampled_from([0.0, 0.1]))
def test_days_too_large_for_one_program_keep_to_the_rules_and_under_the_bound(case, give):
    wishes, weights, day = case
    exact = meeting_schedule(wishes, day, weights=weights)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assignment, "_EXACT", -1)
        found = meeting_schedule(wishes, day, weights=weights, give=give, rounds=5)
    assert kept_to(wishes, found.slot, day)
    assert found.value <= exact.value + 1e-6 <= found.bound + 2e-6
    assert found.value == pytest.approx(
        sum(weight for weight, at in zip(weights, found.slot, strict=True) if at >= 0)
    )


@settings(max_examples=40, deadline=None)
@given(days(people=6, slots=4, most=15), st.data())
def test_repair_moves_nothing_that_can_stay(case, data):
    wishes, weights, day = case
    before = meeting_schedule(wishes, day, weights=weights)
    absent = data.draw(st.integers(0, len(day.available) - 1))
    there = day.available.copy()
    there[absent, data.draw(st.integers(0, day.available.shape[1])) :] = False
    now = Day(there, tables=day.tables, booth=day.booth, walk=day.walk)
    after = repaired_schedule(wishes, before.slot, now, weights=weights)
    assert kept_to(wishes, after.slot, now)
    for (a, b), old, new in zip(wishes, before.slot, after.slot, strict=True):
        if old >= 0:
            assert new == old or (new == -1 and not (there[a, old] and there[b, old])) or absent in (a, b)
    assert after.value <= after.bound + 1e-6


def test_a_no_show_leaves_room_for_a_wish_not_met_before():
    wishes = [[0, 1], [2, 3], [0, 2]]
    day = Day(np.array([[True], [False], [True], [True]]), tables=2)
    mended = repaired_schedule(wishes, [0, 0, -1], day)
    assert mended.slot.tolist() == [-1, 0, -1]  # 2 meets 3 already, and that meeting stays
    free = Day(np.array([[True, True], [False, False], [True, True], [True, True]]), tables=2)
    assert repaired_schedule(wishes, [0, 0, -1], free).slot.tolist() == [-1, 0, 1]


def test_fairness_is_bought_with_the_share_given_up():
    wishes, weights = [[0, 1], [2, 3]], [10.0, 9.5]
    day = Day(np.ones((4, 1), dtype=bool), tables=1)
    assert meeting_schedule(wishes, day, weights=weights).slot.tolist() == [0, -1]
    star = [[0, 1], [0, 2], [0, 3], [4, 5], [4, 6]]
    day = Day(np.ones((7, 2), dtype=bool), tables=1)
    worth = [2, 2, 1, 1.9, 1]
    assert meeting_schedule(star, day, weights=worth).smallest_share == 0.0
    assert meeting_schedule(star, day, weights=worth, give=0.1).smallest_share == 0.5


def test_a_larger_day_is_near_its_bound_and_the_same_again():
    dice = np.random.default_rng(5)
    every = [(a, b) for a in range(40) for b in range(40) if a != b]
    wishes = [every[at] for at in dice.choice(len(every), 320, replace=False)]
    weights = dice.choice([1, 2, 4], len(wishes))
    day = Day.open_to_all(40, slots=6, tables=15)
    found = meeting_schedule(wishes, day, weights=weights, give=0.01)
    assert kept_to(wishes, found.slot, day)
    assert found.value >= 0.98 * found.bound
    assert found.smallest_share > 0
    again = meeting_schedule(wishes, day, weights=weights, give=0.01)
    assert again.slot.tolist() == found.slot.tolist()


def test_bad_input_is_named():
    day = Day.open_to_all(3, slots=2, tables=1)
    bad = [
        lambda: meeting_schedule([[0, 0]], day),
        lambda: meeting_schedule([[0, 3]], day),
        lambda: meeting_schedule([[0, 1], [0, 1]], day),
        lambda: meeting_schedule([[0, 1]], day, weights=[0]),
        lambda: meeting_schedule([[0, 1]], day, weights=[float("nan")]),
        lambda: meeting_schedule([[0, 1]], day, give=1.5),
        lambda: repaired_schedule([[0, 1]], [2], day),
        lambda: repaired_schedule([[0, 1], [1, 2]], [0, 0], day),
        lambda: Day(np.ones((2, 2)), tables=1),
        lambda: Day.open_to_all(2, slots=2, tables=-1),
        lambda: Day.open_to_all(2, slots=-1, tables=1),
        lambda: Day(np.ones((2, 2), dtype=bool), tables=1, booth=np.array([-2, 0])),
    ]
    for call in bad:
        with pytest.raises(InputError) as caught:
            call()
        assert caught.value.key == "schedule-range"
    assert meeting_schedule([], day).smallest_share == 1.0
    assert meeting_schedule([[0, 1]], Day.open_to_all(3, slots=0, tables=1)).slot.tolist() == [-1]
    assert meeting_schedule([[0, 1]], Day.open_to_all(3, slots=2, tables=0)).slot.tolist() == [-1]


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(
    ("zones", "slots", "met"),
    [((0, 1), 2, 1), ((0, 1), 3, 2), ((0, 0), 2, 2), ((0, -1), 2, 1), ((0, -1), 3, 2)],
)
def test_a_change_of_zone_takes_a_slot(monkeypatch, exact, zones, slots, met):
    if not exact:
        monkeypatch.setattr(assignment, "_EXACT", -1)
    day = Day(np.ones((3, slots), dtype=bool), tables=1, booth=np.array([*zones, -1]), walk=True)
    assert meeting_schedule([[2, 0], [2, 1]], day).value == met
    still = Day(np.ones((3, slots), dtype=bool), tables=1, booth=np.array([*zones, -1]))
    assert meeting_schedule([[2, 0], [2, 1]], still).value == 2
