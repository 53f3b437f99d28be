from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import traitdunion as td
from traitdunion.store import answers as answer_store
from traitdunion.store import rules as rule_store
from traitdunion.workspace import registry, wishes
from traitdunion.workspace.base import Workspace, now, opened

LIST = "id,name,city\n1,Acme,Gent\n2,Globex,Gent\n3,Initech,Liège\n4,Twin,Gent\n5,Twin,Liège\n"
WHY = {"by": "mv", "reason": "why"}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workspace]:
    file = tmp_path / "companies.csv"
    file.write_text(LIST, encoding="utf-8")
    with opened(tmp_path / "workspace") as workspace:
        registry.load(workspace, [file])
        yield workspace


def sides(held: wishes.Rules) -> list[tuple[str, str, str]]:
    return [(one.kind, one.organization, one.partner) for one in held.items]


def test_the_tables_are_those_of_the_migrations(place: Workspace) -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_rules_are_given_in_ids_with_owner_day_and_reason(place: Workspace) -> None:
    wishes.rule(place, "must-not", "Globex", "local:1", by=" mv ", reason="lawsuit")
    wishes.rule(place, "no-rivals", "Initech", by="jd", reason="asked for it")
    held = wishes.rules(place)
    assert sides(held) == [("must-not", "1", "2"), ("no-rivals", "3", "")]
    assert [(one.by, one.reason) for one in held.items] == [("mv", "lawsuit"), ("jd", "asked for it")]
    assert all(one.at.startswith(str(now().year)) for one in held.items)
    assert held.unresolved == ()
    assert wishes.rules(place, registry.resolve(place)) == held


def test_a_new_rule_on_the_same_two_closes_the_old_one_and_loses_nothing(place: Workspace) -> None:
    wishes.rule(place, "must", "Acme", "Globex", **WHY)
    wishes.rule(place, "must-not", "2", "1", **WHY)
    wishes.rule(place, "no-rivals", "1", **WHY)
    assert sides(wishes.rules(place)) == [("no-rivals", "1", ""), ("must-not", "1", "2")]
    assert [(one.kind, closed is None) for one, closed in rule_store.history()] == [
        ("must", False),
        ("must-not", True),
        ("no-rivals", True),
    ]


def test_a_rule_is_withdrawn_by_kind_and_stays_in_the_history(place: Workspace) -> None:
    wishes.rule(place, "must", "Acme", "Globex", **WHY)
    with pytest.raises(td.InputError) as caught:
        wishes.withdraw_rule(place, "must-not", "Acme", "Globex")
    assert caught.value.key == "rule-unknown"
    wishes.withdraw_rule(place, "must", "Globex", "Acme", by="jd")
    assert wishes.rules(place) == wishes.Rules()
    assert [closed is None for _, closed in rule_store.history()] == [False]
    with pytest.raises(td.InputError):
        wishes.withdraw_rule(place, "must", "Globex", "Acme")


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("must", "Nobody", "Acme"), "organization-unknown"),
        (("must", "Acme", "Twin"), "organization-ambiguous"),
        (("must", "Acme", "1"), "pair-itself"),
        (("must", "Acme", ""), "rule-partner-missing"),
        (("no-rivals", "Acme", "Globex"), "rule-partner-unasked"),
        (("may", "Acme", "Globex"), "option-choice"),
    ],
)
def test_a_rule_that_cannot_be_kept_says_why(place: Workspace, names: tuple[str, str, str], key: str) -> None:
    with pytest.raises(td.InputError) as caught:
        wishes.rule(place, *names, **WHY)  # type: ignore[arg-type]
    assert caught.value.key == key
    assert rule_store.history() == ()


def test_rules_and_answers_follow_organizations_as_they_are_joined_and_parted(place: Workspace) -> None:
    wishes.rule(place, "must-not", "2", "3", **WHY)
    wishes.rule(place, "must", "1", "3", **WHY)
    wishes.rule(place, "must", "1", "2", **WHY)
    wishes.answer(place, "2", "3", "met", by="mv", at=date(2026, 3, 1))
    wishes.answer(place, "1", "2", "met", by="mv", at=date(2026, 3, 1))
    before = wishes.rules(place), wishes.answers(place)
    registry.judge(place, "same", "1", "2")
    held, told = wishes.rules(place), wishes.answers(place)
    assert sides(held) == [("must", "1", "3")]  # the newest word on what is now one pair
    assert [(one.organization, one.partner) for one in held.unresolved] == [("local:1", "local:2")]
    assert [one.pair for one in told.items] == [("1", "3")]
    assert len(told.unresolved) == 1
    registry.withdraw(place, "local:1", "local:2")
    assert (wishes.rules(place), wishes.answers(place)) == before


def test_a_rule_on_joined_organizations_closes_those_of_each_of_their_records(place: Workspace) -> None:
    wishes.rule(place, "must", "2", "3", **WHY)
    registry.judge(place, "same", "1", "2")
    wishes.rule(place, "must-not", "1", "3", **WHY)
    assert [closed is None for _, closed in rule_store.history()] == [False, True]
    registry.withdraw(place, "local:1", "local:2")
    assert sides(wishes.rules(place)) == [("must-not", "1", "3")]


def test_what_names_an_undone_load_is_told_apart_and_holds_again(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("id,name\n9,Umbrella\n", encoding="utf-8")
    registry.load(place, [tmp_path / "more.csv"])
    wishes.rule(place, "must", "Umbrella", "Acme", **WHY)
    wishes.rule(place, "no-rivals", "Umbrella", **WHY)
    wishes.answer(place, "Acme", "Umbrella", "silent", by="mv")
    before = wishes.rules(place), wishes.answers(place)
    registry.undo(place, 2)
    assert [one.organization for one in wishes.rules(place).unresolved] == ["local:1", "local:9"]
    assert wishes.rules(place).items == wishes.answers(place).items == ()
    assert wishes.standing(place) == {}
    registry.load(place, [tmp_path / "more.csv"])
    assert (wishes.rules(place), wishes.answers(place)) == before


def test_answers_add_up_and_say_where_a_pair_stands(place: Workspace) -> None:
    wishes.answer(place, "Globex", "Acme", "proposed", by="mv", at=date(2026, 1, 5))
    assert wishes.standing(place, on=date(2026, 1, 6))["1", "2"].state == "cooling"
    wishes.answer(place, "Acme", "Globex", "declined", by="mv", reason="no-time", at=date(2026, 1, 20))
    found = wishes.standing(place)["1", "2"]
    assert (found.state, found.at, found.reason) == ("refused", "2026-01-20", "no-time")
    assert wishes.standing(place, on=date(2026, 1, 6))["1", "2"].state == "cooling"
    assert [one.outcome for one in wishes.answers(place).items] == ["proposed", "declined"]
    assert [(one.organization, one.partner) for one in wishes.answers(place).items] == [
        ("2", "1"),
        ("1", "2"),
    ]


def test_an_answer_told_twice_is_kept_once_and_one_told_anew_closes_the_old(place: Workspace) -> None:
    day = date(2026, 1, 20)
    for _ in range(2):
        wishes.answer(place, "1", "2", "declined", by="mv", reason="no-time", at=day)
    assert len(answer_store.history()) == 1
    wishes.answer(place, "1", "2", "declined", by="jd", reason="competitor", at=day)
    assert [(one.reason, closed is None) for one, closed in answer_store.history()] == [
        ("no-time", False),
        ("competitor", True),
    ]


def test_a_wrong_answer_is_withdrawn_and_stays_in_the_history(place: Workspace) -> None:
    for day in (1, 2, 3):
        wishes.answer(place, "1", "2", "declined", by="mv", reason="no-time", at=date(2026, 1, day))
    assert wishes.withdraw_answer(place, "2", "1", "declined").at == "2026-01-03"
    assert wishes.withdraw_answer(place, "1", "2", "declined", at=date(2026, 1, 1)).at == "2026-01-01"
    assert [one.at for one in wishes.answers(place).items] == ["2026-01-02"]
    assert len(answer_store.history()) == 3
    with pytest.raises(td.InputError) as caught:
        wishes.withdraw_answer(place, "1", "2", "met")
    assert caught.value.key == "answer-unknown"


def test_an_answer_of_a_day_to_come_or_of_one_organization_is_refused(place: Workspace) -> None:
    with pytest.raises(td.InputError) as caught:
        wishes.answer(place, "1", "2", "met", by="mv", at=now().date() + timedelta(days=3))
    assert caught.value.key == "answer-in-the-future"
    with pytest.raises(td.InputError) as caught:
        wishes.answer(place, "Acme", "local:1", "met", by="mv")
    assert caught.value.key == "pair-itself"


def test_a_spreadsheet_is_loaded_whole_and_once(place: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(
        "organization,partner,outcome,date,reason\n"
        "Acme,Globex,declined,2026-01-20,competitor\nInitech,1,met,2026-02-01,\n2,3,,,\n",
        encoding="utf-8",
    )
    done = wishes.load_answers(place, file, by="mv")
    assert (done.rows_read, done.added, done.known, done.faults) == (3, 2, 0, ())
    assert [note.key for note in done.notes] == ["answer-not-given"]
    again = wishes.load_answers(place, file, by="mv")
    assert (again.added, again.known) == (0, 2)
    assert [one.by for one in wishes.answers(place).items] == ["mv", "mv"]


def test_one_fault_and_nothing_of_the_spreadsheet_is_kept(place: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(
        "organization,partner,outcome,date,by\nAcme,Globex,met,2026-01-20,mv\nAcme,Twin,met,2026-01-20,mv\n",
        encoding="utf-8",
    )
    done = wishes.load_answers(place, file)
    assert [(one.row, one.column, one.key) for one in done.faults] == [
        (3, "partner", "organization-ambiguous")
    ]
    assert answer_store.history() == ()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["must", "must-not", "no-rivals", "withdraw", "join", "part"]),
        st.sampled_from("123"),
        st.sampled_from("123"),
    ),
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_nothing_decided_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    (folder / "companies.csv").write_text(LIST, encoding="utf-8")
    with opened(folder / "workspace") as place:
        registry.load(place, [folder / "companies.csv"])
        made = 0
        for what, first, second in steps:
            try:
                if what == "withdraw":
                    wishes.withdraw_rule(place, "must", first, second)
                elif what in ("join", "part"):
                    verdict = "same" if what == "join" else "different"
                    registry.judge(place, verdict, f"local:{first}", f"local:{second}")  # type: ignore[arg-type]
                else:
                    wishes.rule(place, what, first, "" if what == "no-rivals" else second, **WHY)  # type: ignore[arg-type]
                    made += 1
            except td.InputError:
                continue
            held = wishes.rules(place)
            assert len({(one.organization, one.partner) for one in held.items}) == len(held.items)
        assert len(rule_store.history()) == made
