"""What is told of a schedule: files of three languages, calendars a program can read, nothing that runs."""

import re
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from traitdunion.domain.schedule import Former, House, Participant, Timetable, Wish
from traitdunion.language.catalog import LANGUAGES
from traitdunion.language.schedules import calendar, file_name, lines, render, uid, write
from traitdunion.steps.schedule import schedule

STAMP = datetime(2026, 11, 24, tzinfo=UTC)
HOURS = Timetable(3, minutes=20, gap=5, start="09:00", day="2026-12-03")
LONG = "Établissements <Néo; Mécanique>, fabrication de pièces et de très grandes machines à coudre"
WISHES = [Wish("Acme", "Bolt", 1), Wish("Bolt", "Acme"), Wish("Acme", LONG), Wish("Bolt", "=Cork()")]


@pytest.fixture(scope="module")
def made():
    people = [Participant(LONG, booth="B7", zone="Hall 2")]
    return schedule(WISHES, people, HOURS, House(tables=2))


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_keeps_to_the_standard(made):
    text = calendar(made, "Acme", "fr", stamp=STAMP)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    told = unfolded(text)
    assert told[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert told.count("BEGIN:VEVENT") == told.count("END:VEVENT") == 2
    assert sum(line.startswith("UID:") for line in told) == 2
    assert "DTSTAMP:20261124T000000Z" in told
    plain = LONG.replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:Acme – {plain}" in told
    assert "LOCATION:Stand B7\\, Hall 2" in told
    starts = {line for line in told if line.startswith("DTSTART;TZID=Europe/Brussels:")}
    assert starts <= {f"DTSTART;TZID=Europe/Brussels:20261203T{hour}00" for hour in ("0900", "0925", "0950")}


def test_a_change_keeps_the_uid_and_counts_on(made):
    former = Former(made.meetings, made.cancelled, made.timetable)
    later = Timetable(3, minutes=20, gap=5, start="10:00", day="2026-12-03")
    moved = schedule(WISHES, [], later, House(tables=2), absent={"Bolt": 1}, former=former)
    told = unfolded(calendar(moved, "Acme", "en", stamp=STAMP))
    first = unfolded(calendar(made, "Acme", "en", stamp=STAMP))
    uids = [line for line in told if line.startswith("UID:")]
    assert sorted(uids) == sorted(line for line in first if line.startswith("UID:"))
    assert told.count("SEQUENCE:1") == 2
    assert told.count("STATUS:CANCELLED") == 1
    assert told.count("STATUS:CONFIRMED") == 1
    other = calendar(moved, "Bolt", "en", stamp=STAMP)
    assert other.count("STATUS:CANCELLED") == 2
    assert uid("2026-12-03", made.meetings[0]) != uid("2026-12-04", made.meetings[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_has_a_sheet_and_names_cannot_run(made, language):
    page = render(made, language)
    assert page.count('<section class="sheet"') == len(made.participants) == 4
    assert "&lt;Néo; Mécanique&gt;" in page
    assert "<Néo" not in page
    assert not re.search(r"(src|href)=\"https?:", page)
    assert "09:00–09:20" in page
    spoken = list(lines(made, language, top=1))
    assert len(spoken) > 5


def test_files_are_the_same_again_and_open_in_a_spreadsheet(made, tmp_path):
    for name in ("one", "two"):
        write(made, tmp_path / name, stamp=STAMP)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two
    assert len([path for path in one if path.suffix == ".ics"]) == 4 * 3
    book = load_workbook(tmp_path / "one" / "schedule-nl.xlsx")
    assert book.sheetnames == ["Gesprekken", "Niet vervulde wensen", "Deelnemers"]
    rows = list(book["Gesprekken"].values)
    assert rows[0][:3] == ("Tijdvak", "Begin", "Einde")
    assert len(rows) == 1 + len(made.meetings)
    text = (tmp_path / "one" / "lists" / "en" / "meetings.csv").read_text("utf-8-sig")
    assert "'=Cork()" in text
    assert text.count("\n") == 1 + len(made.meetings)


def test_without_a_day_there_are_no_calendars(tmp_path):
    made = schedule([Wish("a", "b")], [], Timetable(1), House(1))
    write(made, tmp_path, stamp=STAMP)
    assert not (tmp_path / "calendars").exists()
    assert (tmp_path / "sheets-fr.html").exists()


def test_file_names_tell_participants_apart():
    assert file_name("A/B") != file_name("A B")
    assert re.fullmatch(r"[a-z0-9-]+", file_name("../Ünï\n"))
    assert file_name("東京")
