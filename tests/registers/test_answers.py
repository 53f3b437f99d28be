from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from traitdunion.errors import InputError
from traitdunion.registers.answers import ReadAnswers, read_answers

KNOWN = {"Acme": "local:1", "Globex": "local:2", "Initech": "local:3"}


def find(name: str) -> str:
    if name not in KNOWN:
        raise InputError("organization-unknown", organization=name, candidates=[])
    return KNOWN[name]


def read(path: Path, *, by: str = "") -> ReadAnswers:
    return read_answers(path, find=find, latest=date(2026, 6, 30), by=by)


def written(folder: Path, text: str) -> Path:
    path = folder / "answers.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "organization,partner,outcome,date,reason,by,note\n"
        "Acme,Globex,declined,2026-03-01,no-time,mv,busy\nAcme,Initech,met,2026-04-02,,mv,\n",
        "Organisation;Partenaire;Résultat;Date;Raison;Par;Remarque\n"
        "Acme;Globex;Refusé;01/03/2026;Pas le temps;mv;busy\nAcme;Initech;rencontrés;02/04/2026;;mv;\n",
        "Organisatie\tTe ontmoeten\tUitkomst\tDatum\tReden\tDoor\tOpmerking\n"
        "Acme\tGlobex\tGeweigerd\t1/3/2026\tgeen tijd\tmv\tbusy\nAcme\tInitech\tOntmoet\t2/4/2026\t-\tmv\t\n",
    ],
)
def test_answers_are_read_in_three_languages(tmp_path: Path, text: str) -> None:
    found = read(written(tmp_path, text))
    assert (found.faults, found.rows_read) == ((), 2)
    assert [(one.organization, one.partner, one.outcome, one.at) for one in found.answers] == [
        ("local:1", "local:2", "declined", "2026-03-01"),
        ("local:1", "local:3", "met", "2026-04-02"),
    ]
    assert (found.answers[0].reason, found.answers[0].by, found.answers[0].note) == ("no-time", "mv", "busy")


def test_a_workbook_with_real_dates_is_read_and_other_sheets_are_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Organization", "To meet", "Answer", "Day"])
    sheet.append(["Acme", "Globex", "accepted", date(2026, 3, 1)])
    book.create_sheet("other").append(["a", "b"])
    book["other"].append(["1", "2"])
    book.save(tmp_path / "answers.xlsx")
    found = read(tmp_path / "answers.xlsx", by="mv")
    assert found.faults == ()
    assert [(one.outcome, one.at, one.by) for one in found.answers] == [("accepted", "2026-03-01", "mv")]


def test_every_fault_is_told_with_its_place_and_nothing_is_read(tmp_path: Path) -> None:
    text = (
        "organization,partner,outcome,date,reason,by,note\n"
        "Acme,Globex,met,2026-03-01,,mv,\n"  # the one row that is right
        "Nobody,Globex,perhaps,2026-13-01,,mv,\n"
        "Acme,Acme,met,2026-03-01,,mv,\n"
        "Acme,Globex,declined,2026-03-02,,mv,\n"
        "Acme,Globex,accepted,2026-03-02,no-time,mv,\n"
        "Acme,,met,2026-03-02,,mv,\n"
        "Acme,Initech,met,2026-03,,mv,\n"
        "Acme,Initech,met,,,mv,\n"
        "Acme,Initech,met,2026-07-15,,mv,\n"
        "Acme,Initech,met,2026-03-02,,,\n"
        "Acme,Initech,silent,2026-03-02,,mv,ask jan@example.be\n"
        "Acme,Globex,,2026-03-02,no-time,mv,\n"
        "Acme,Globex,met,2026-03-01,,mv,but not well\n"
    )
    found = read(written(tmp_path, text))
    assert found.answers == ()
    assert [(fault.row, fault.column, fault.key) for fault in found.faults] == [
        (3, "organization", "organization-unknown"),
        (3, "outcome", "option-choice"),
        (3, "date", "date-impossible"),
        (4, "partner", "pair-itself"),
        (5, "reason", "answer-reason-missing"),
        (6, "reason", "answer-reason-unasked"),
        (7, "partner", "answer-without-side"),
        (8, "date", "day-not-a-date"),
        (9, "date", "answer-without-day"),
        (10, "date", "answer-in-the-future"),
        (11, "by", "wish-without-owner"),
        (12, "note", "wish-names-person"),
        (13, "outcome", "option-choice"),
        (14, "outcome", "answer-repeated"),
    ]
    assert {fault.file for fault in found.faults} == {"answers.csv"}


def test_a_row_without_an_outcome_is_not_answered_yet(tmp_path: Path) -> None:
    text = (
        "organization,partner,outcome,date\nAcme,Globex,,\nAcme,Initech,met,2026-03-01\nGlobex,Initech,-,\n"
    )
    found = read(written(tmp_path, text), by="mv")
    assert len(found.answers) == 1
    assert [(note.key, note.row, note.values["count"]) for note in found.notes] == [
        ("answer-not-given", 2, 2)
    ]


def test_a_row_told_twice_is_one_answer_and_both_sides_may_answer_on_a_day(tmp_path: Path) -> None:
    rows = "Acme,Globex,declined,2026-03-01,no-time\n" * 2 + "Globex,Acme,declined,2026-03-01,competitor\n"
    found = read(written(tmp_path, "organization,partner,outcome,date,reason\n" + rows), by="mv")
    assert found.faults == ()
    assert [one.reason for one in found.answers] == ["no-time", "competitor"]


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("a.csv", "organization,partner,date\nAcme,Globex,2026-03-01\n", "answer-columns-missing"),
        ("a.csv", "", "file-empty"),
        ("a.csv", None, "file-missing"),
        ("a.pdf", "x", "file-extension"),
    ],
)
def test_a_file_that_holds_no_answers_is_a_fault(
    tmp_path: Path, name: str, text: str | None, key: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = read(tmp_path / name)
    assert [fault.key for fault in found.faults] == [key]
