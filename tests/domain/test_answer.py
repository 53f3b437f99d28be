from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.answer import (
    DECLINED_FOR,
    OUTCOMES,
    STATES,
    Answer,
    Standing,
    lifted,
    newest_facts,
    standing,
)
from traitdunion.domain.partial_date import first_day
from traitdunion.errors import InputError

DAY = date(2026, 6, 1)


def told(outcome: Any, day: date | str = DAY, sides: str = "ab", reason: str = "") -> Answer:
    reason = reason or ("no-need" if outcome == "declined" else "")
    return Answer(sides[0], sides[1], outcome, str(day), "mv", reason)


def state(*answers: Answer, after: int = 0, **said: Any) -> Standing:
    return standing(answers, as_of=DAY + timedelta(days=after), **said)["a", "b"]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("option-choice", {"outcome": "perhaps"}),
        ("pair-itself", {"partner": "a"}),
        ("day-not-a-date", {"at": "2026-06"}),
        ("day-not-a-date", {"at": "20260601"}),
        ("day-not-a-date", {"at": "2026-06-31"}),
        ("wish-without-owner", {"by": ""}),
        ("answer-reason-missing", {"reason": ""}),
        ("option-choice", {"reason": "bad weather"}),
        ("answer-reason-unasked", {"outcome": "met"}),
        ("wish-names-person", {"note": "call jan@example.be"}),
    ],
)
def test_an_answer_that_does_not_hold_together_is_refused(key: str, said: dict[str, Any]) -> None:
    whole = {
        "organization": "a",
        "partner": "b",
        "outcome": "declined",
        "at": "2026-06-01",
        "by": "mv",
        "reason": "competitor",
        "note": "",
    }
    Answer(**whole)
    with pytest.raises(InputError) as caught:
        Answer(**whole | said)
    assert caught.value.key == key


@pytest.mark.parametrize("outcome", ["proposed", "silent", "accepted", "met"])
def test_a_pair_that_was_asked_is_left_alone_for_a_while_and_then_open(outcome: str) -> None:
    assert state(told(outcome)).until == "2026-11-28"
    days = (0, 179, 180)
    assert [state(told(outcome), after=day).state for day in days] == ["cooling", "cooling", "open"]
    assert state(told(outcome), cooldown_days=0).state == "open"


def test_a_no_stands_for_ever_and_for_both_sides() -> None:
    for sides in ("ab", "ba"):
        found = state(told("declined", sides=sides, reason="competitor"), after=4_000)
        assert found == Standing("refused", "2026-06-01", "declined", "competitor", "")


def test_to_ask_again_or_hear_nothing_takes_no_no_back() -> None:
    for outcome in ("proposed", "silent"):
        later = (told("declined"), told(outcome, "2026-07-01"))
        assert state(*later, after=60).state == "cooling"
        found = state(*later, after=400)
        assert (found.state, found.reason, found.at) == ("refused", "no-need", "2026-07-01")
        assert not lifted(found, "2026-06-15")  # this was known when they were asked again
        assert lifted(found, "2026-07-02")


@pytest.mark.parametrize("outcome", ["accepted", "met"])
def test_a_yes_takes_a_no_back(outcome: str) -> None:
    assert state(told("declined"), told(outcome, "2026-07-01"), after=400).state == "open"


def test_of_one_day_the_no_weighs_more_than_the_yes() -> None:
    assert state(told("accepted"), told("declined", sides="ba")).state == "refused"
    assert state(told("declined", sides="ba"), told("accepted")).state == "refused"


def test_a_fact_of_the_day_of_the_no_was_known_to_both() -> None:
    found = state(told("declined"))
    facts = ("2026-05-31", "2026-06", "2026-06-01", "2026-06-02", "2026", "2027")
    assert [lifted(found, fact) for fact in facts] == [False, False, False, True, False, True]


def test_partners_stay_partners_until_a_no() -> None:
    assert state(told("partnered"), told("declined", sides="ba")).state == "done"
    assert state(told("partnered"), told("met", "2026-07-01"), after=400).state == "done"
    assert state(told("partnered"), told("declined", "2026-07-01"), after=400).state == "refused"


def test_what_was_answered_later_is_not_known_on_the_day() -> None:
    assert standing([told("declined")], as_of=DAY - timedelta(days=1)) == {}
    assert state(told("proposed"), told("declined", "2026-06-03"), after=1).state == "cooling"


@pytest.mark.parametrize("days", [-1, 10**9])
def test_a_cool_down_that_cannot_be_is_refused(days: int) -> None:
    with pytest.raises(InputError) as caught:
        standing([told("proposed")], as_of=DAY, cooldown_days=days)
    assert caught.value.key == "cooldown-range"


SOME = st.lists(
    st.builds(
        told,
        st.sampled_from(OUTCOMES),
        st.dates(DAY - timedelta(days=500), DAY + timedelta(days=30)),
        st.sampled_from(["ab", "ba", "ac", "cb"]),
    ),
    max_size=8,
)


@given(SOME, st.randoms(use_true_random=False))
def test_standing_does_not_hang_on_the_order_told_and_says_why(answers: list[Answer], dice: Any) -> None:
    found = standing(answers, as_of=DAY)
    mixed = list(answers)
    dice.shuffle(mixed)
    assert standing(mixed, as_of=DAY) == found
    assert list(found) == sorted(found)
    known = [one for one in answers if date.fromisoformat(one.at) <= DAY]
    assert set(found) == {one.pair for one in known}
    for pair, one in found.items():
        mine = [answer for answer in known if answer.pair == pair]
        outcomes = {answer.outcome for answer in mine}
        assert one.state in STATES
        assert one.at == max(answer.at for answer in mine)
        assert (one.state == "cooling") == bool(one.until)
        if "declined" in outcomes and not outcomes & {"accepted", "met", "partnered"}:
            assert one.state in ("refused", "cooling")
            assert one.reason in DECLINED_FOR
        if not outcomes & {"declined", "partnered"}:
            young = date.fromisoformat(one.at) + timedelta(days=180) > DAY
            assert one.state == ("cooling" if young else "open")


FACTS = st.one_of(
    st.none(),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(str),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(lambda day: str(day)[:7]),
    st.integers(2020, 2030).map(str),
)


@given(FACTS, st.sampled_from(STATES))
def test_only_a_no_is_lifted_and_only_by_what_is_surely_newer(fact: str | None, state: Any) -> None:
    one = Standing(state, "2026-06-01", "declined", "no-time")
    newer = fact is not None and first_day(fact) > DAY
    assert lifted(one, fact) == (state == "refused" and newer)


def test_the_newest_fact_is_a_beginning_and_only_without_one_the_day_of_the_source() -> None:
    events = [
        {
            "record": "local:e",
            "source": "local",
            "ref": "e",
            "name": "e",
            "since": "2026-02",
            "file": "t",
            "row": 2,
        }
    ]
    part = {
        "record": "p",
        "source": "local",
        "event_ref": "e",
        "organization_ref": "b",
        "file": "t",
        "row": 2,
    }
    made = ecosystem(
        [organization("a", as_of="2026-05-01"), organization("b"), organization("c"), cluster("hub")],
        [
            tie("a", "hub", since="2019", source_date="2026-04-01"),
            tie("b", "hub", source_date="2025-03-01"),
            tie("a", "hub", kind="agreement", since="2020-05"),
        ],
        events=events,
        participations=[part],
        as_of=date(2026, 6, 1),
    )
    assert newest_facts(made) == {"a": "2020-05", "b": "2026-02", "hub": "2025-03-01"}
