"""A matching day from wishes to meetings, and after somebody does not come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.domain.schedule import Former, House, Participant, Timetable, Wish
from traitdunion.errors import InputError
from traitdunion.steps.schedule import schedule

HOURS = Timetable(4, minutes=20, gap=5, start="13:30", day="2026-12-03")
NAMES = [f"org {letter}" for letter in "abcdefgh"]


def wished(*pairs):
    return [Wish(f"org {pair[0]}", f"org {pair[1]}", int(pair[2:] or 2)) for pair in pairs]


def former(told):
    return Former(told.meetings, told.cancelled, told.timetable)


def test_a_wish_of_both_sides_is_one_meeting_and_two_wishes():
    told = schedule(wished("ab", "ba", "ac"), [], HOURS, House(tables=2))
    assert {(one.a, one.b, one.wishes) for one in told.meetings} == {
        ("org a", "org b", 2),
        ("org a", "org c", 1),
    }
    assert (told.wishes_met, told.wishes, told.smallest_share, told.unmet) == (3, 3, 1.0, ())


def test_quality_comes_before_quantity():
    told = schedule(wished("ab1", "cd3", "ef3"), [], Timetable(1), House(tables=1))
    assert [one.sides for one in told.meetings] == [("org a", "org b")]
    assert [why for _, why in told.unmet] == ["no-room", "no-room"]


def test_who_shares_no_language_or_no_slot_does_not_meet_and_is_told_why():
    people = [
        Participant("org a", frozenset({"fr"})),
        Participant("org b", frozenset({"nl"})),
        Participant("org c", frozenset({"fr", "nl"}), frozenset({1, 2, 3, 4})),
        Participant("org d"),
    ]
    told = schedule(wished("ab", "ac", "ad"), people, HOURS, House(tables=2))
    assert [one.sides for one in told.meetings] == [("org a", "org d")]
    assert {wish.wished: why for wish, why in told.unmet} == {
        "org b": "no-common-language",
        "org c": "no-common-slot",
    }


def test_nobody_meets_in_a_break_and_a_booth_takes_no_table():
    people = [Participant("org a", booth="B12", zone="hall 1")]
    told = schedule(wished("ab", "ac", "bc"), people, HOURS, House(tables=0, breaks=(1,)))
    assert {(one.sides, one.booth, one.zone, one.table) for one in told.meetings} == {
        (("org a", "org b"), "B12", "hall 1", 0),
        (("org a", "org c"), "B12", "hall 1", 0),
    }
    assert all(one.slot != 1 for one in told.meetings)


def test_a_walk_between_zones_takes_a_slot():
    people = [Participant("org a", booth="1", zone="x"), Participant("org b", booth="2", zone="y")]
    wishes = wished("ca", "cb")
    told = schedule(wishes, people, Timetable(2), House(tables=1, walk=True))
    assert len(told.meetings) == 1
    told = schedule(wishes, people, Timetable(3), House(tables=1, walk=True))
    assert sorted(one.slot for one in told.meetings) == [1, 3]


def test_after_a_no_show_all_others_stay_and_changes_are_counted():
    wishes = wished("ab", "cd", "ac", "bd", "ae")
    first = schedule(wishes, [], Timetable(2, day="2026-12-03"), House(tables=2))
    assert first.wishes_met == 4
    gone = first.meetings[0].b
    second = schedule(wishes, [], first.timetable, House(tables=2), absent={gone: 1}, former=former(first))
    stay = [one for one in first.meetings if gone not in one.sides]
    assert set(stay) <= set(second.meetings)
    assert {one.sides for one in second.cancelled} == {
        one.sides for one in first.meetings if gone in one.sides
    }
    assert all(one.sequence == 1 for one in second.cancelled)
    assert second.dropped == len(first.meetings) - len(stay)
    assert second.added == len(second.meetings) - len(stay)
    third = schedule(wishes, [], first.timetable, House(tables=2), former=former(second))
    back = {one.sides: one.sequence for one in third.meetings}
    again = {one.sides: one.sequence for one in third.cancelled}
    assert all((back | again)[one.sides] >= one.sequence for one in second.cancelled)
    assert not back.keys() & again.keys()


def test_a_new_hour_changes_every_meeting():
    first = schedule(wished("ab"), [], HOURS, House(tables=1))
    later = Timetable(4, minutes=20, gap=5, start="14:00", day="2026-12-03")
    second = schedule(wished("ab"), [], later, House(tables=1), former=former(first))
    assert [one.sequence for one in second.meetings] == [1]
    assert (second.added, second.dropped) == (0, 0)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(1, 3)).filter(
            lambda one: one[0] != one[1]
        ),
        unique_by=lambda one: one[:2],
        max_size=20,
    ),
    st.integers(1, 3),
    st.sampled_from(NAMES),
    st.integers(1, 4),
)
def test_nobody_is_in_two_places_and_no_table_is_taken_twice(rows, tables, gone, since):
    wishes = [Wish(*row) for row in rows]
    people = [Participant(name) for name in NAMES]
    first = schedule(wishes, people, HOURS, House(tables))
    second = schedule(wishes, people, HOURS, House(tables), absent={gone: since}, former=former(first))
    for told in (first, second):
        seats = [(one.slot, one.table) for one in told.meetings]
        busy = [(one.slot, name) for one in told.meetings for name in one.sides]
        assert len(set(seats)) == len(seats)
        assert len(set(busy)) == len(busy)
        assert all(1 <= one.table <= tables and 1 <= one.slot <= 4 for one in told.meetings)
        assert told.wishes_met == sum(one.wishes for one in told.meetings)
        assert told.wishes_met + len(told.unmet) == told.wishes == len(rows)
        assert told.value <= told.bound + 1e-6
    assert all(gone not in one.sides for one in second.meetings if one.slot >= since)
    assert first == schedule(wishes[::-1], people[::-1], HOURS, House(tables))


def test_bad_input_is_named():
    for call, key in (
        (lambda: schedule(wished("ab"), [], HOURS, House(1), absent={"x": 1}), "participant-not-known"),
        (lambda: schedule(wished("ab"), [], HOURS, House(1, breaks=(5,))), "break-not-a-slot"),
        (lambda: schedule(wished("ab"), [], HOURS, House(-1)), "schedule-range"),
        (lambda: Timetable(0), "timetable-range"),
        (lambda: Timetable(100, minutes=20), "timetable-too-long"),
        (lambda: Timetable(3, start="9h"), "hour-not-a-time"),
        (lambda: Timetable(3, day="3 December"), "day-not-a-date"),
    ):
        with pytest.raises(InputError) as caught:
            call()
        assert caught.value.key == key
