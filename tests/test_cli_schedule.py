"""The verb `schedule` from files to files."""

import json

import pytest
from typer.testing import CliRunner

from traitdunion.cli import app

WISHES = "from,to,priority\nAcme,Bolt,1\nBolt,Acme,1\nCork,Acme,2\nCork,Dent,3\nDent,Bolt,2\n"
DAY = ("--slots", "3", "--tables", "2", "--day", "2026-12-03", "--as-of", "2026-11-24")


@pytest.fixture
def wishes(tmp_path):
    path = tmp_path / "wishes.csv"
    path.write_text(WISHES, encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["schedule", *map(str, arguments)])


def said(*arguments):
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_wishes_become_meetings(wishes):
    told = said(wishes, *DAY)
    assert (told["wishes_met"], told["wishes"], told["smallest_share"]) == (5, 5, 1.0)
    assert told["bound"] == told["value"] == 4 + 4 + 2 + 1 + 2
    assert {(one["a"], one["b"]) for one in told["meetings"]} == {
        ("Acme", "Bolt"),
        ("Acme", "Cork"),
        ("Cork", "Dent"),
        ("Bolt", "Dent"),
    }
    assert told["meetings"][0]["starts"] == "09:00"
    assert told == said(wishes, *DAY)


def test_people_are_told_figures_and_meetings(wishes):
    done = run(wishes, *DAY, "--top", "2", "--break", "2")
    assert done.exit_code == 0, done.output
    assert "Acme" in done.stdout


def test_a_no_show_is_mended_from_the_export(wishes, tmp_path):
    folder = tmp_path / "out"
    assert run(wishes, *DAY, "--export", folder).exit_code == 0
    first = json.loads((folder / "schedule.json").read_text("utf-8"))
    assert (folder / "sheets-nl.html").exists()
    assert len(list((folder / "calendars" / "fr").glob("*.ics"))) == 4
    second = said(wishes, *DAY, "--former", folder / "schedule.json", "--absent", "Dent")
    kept = [one for one in first["meetings"] if "Dent" not in (one["a"], one["b"])]
    assert second["meetings"] == kept
    assert second["dropped"] == len(second["cancelled"]) == 2
    partly = said(wishes, *DAY, "--former", folder / "schedule.json", "--absent", "Dent@3")
    assert all(one["slot"] < 3 for one in partly["meetings"] if "Dent" in (one["a"], one["b"]))


def test_faults_and_bad_options_are_told(wishes, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("organization,first name\nAcme,An\n", encoding="utf-8")
    for arguments, key in (
        ((wishes, *DAY, "--participants", people), "faulty-file"),
        ((wishes, *DAY, "--absent", "Nobody"), "participant-not-known"),
        ((wishes, *DAY, "--break", "9"), "break-not-a-slot"),
        ((wishes, *DAY, "--former", wishes), "schedule-unreadable"),
        ((wishes, *DAY, "--start", "late"), "hour-not-a-time"),
    ):
        done = run(*arguments)
        assert done.exit_code != 0
        assert done.exception.key == key


def test_columns_about_persons_are_noted(wishes, tmp_path):
    people = tmp_path / "people.csv"
    rows = "".join(f"{name},An,fr\n" for name in ("Acme", "Bolt", "Cork", "Dent"))
    people.write_text(f"organization,first name,languages\n{rows}", encoding="utf-8")
    told = said(wishes, *DAY, "--participants", people)
    assert [one["key"] for one in told["notes"]] == ["person-column-left-out"]
    done = run(wishes, *DAY, "--participants", people)
    assert "first name" in done.stdout
