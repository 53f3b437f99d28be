import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.test_cli import run
from traitdunion.cli import app

LIST = "id,name,city,nace\n1,Acme,Gent,28.41\n2,Globex,Gent,28.41\n3,Initech,Liège,62.01\n"


def said(*arguments: str, workspace: Path) -> Any:
    """Run a verb in this process: to start one for each takes seconds."""
    done = CliRunner().invoke(app, [*arguments, "--json", "--workspace", str(workspace)])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wishes")
    (folder / "companies.csv").write_text(LIST, encoding="utf-8")
    said("load", str(folder / "companies.csv"), workspace=folder / "workspace")
    return folder / "workspace"


def test_a_rule_is_made_listed_and_withdrawn(place: Path) -> None:
    made = said("rule", "must-not", "Globex", "Acme", "--by", "mv", "--reason", "law [/x]", workspace=place)
    assert (made["withdrawn"], made["rules"]) == (False, 1)
    said("rule", "no-rivals", "3", "--by", "mv", "--reason", "asked", workspace=place)
    listed = said("rules", workspace=place)
    assert [(one["kind"], one["organization"], one["partner"]) for one in listed["rules"]] == [
        ("must-not", "1", "2"),
        ("no-rivals", "3", ""),
    ]
    assert listed["unresolved"] == []
    told = run("rules", workspace=place, TRAITDUNION_LANGUAGE="fr").stdout
    assert all(text in told for text in ("law [/x]", "Initech", "pas de rivaux"))
    said("rule", "no-rivals", "Initech", "--withdraw", workspace=place)
    assert len(said("rules", workspace=place)["rules"]) == 1


def test_answers_are_written_down_listed_and_withdrawn(place: Path) -> None:
    given = ("answer", "Acme", "Initech", "declined")
    done = run(
        *(*given, "--by", "mv", "--reason", "no-time", "--at", "2026-03-01"),
        workspace=place,
        TRAITDUNION_LANGUAGE="nl",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Acme en Initech: geweigerd, op 1 maart 2026.\n"
    listed = said("answers", workspace=place)
    assert [(one["pair"], one["state"]) for one in listed["pairs"]] == [(["1", "3"], "refused")]
    assert [(one["outcome"], one["reason"], one["at"]) for one in listed["answers"]] == [
        ("declined", "no-time", "2026-03-01")
    ]
    people = run("answers", workspace=place, TRAITDUNION_LANGUAGE="fr")
    assert (people.returncode, people.stderr) == (0, "")
    assert "pas le temps" in people.stdout
    assert said(*given, "--withdraw", workspace=place)["withdrawn"] is True
    assert said("answers", workspace=place)["answers"] == []


def test_a_spreadsheet_of_answers_is_loaded(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("organization,partner,outcome,date\n1,2,met,2026-03-01\n1,3,,\n", encoding="utf-8")
    told = said("answer", "--file", str(file), "--by", "mv", workspace=place)
    assert (told["rows_read"], told["added"], told["known"], told["faults"]) == (2, 1, 0, [])
    people = run("answer", "--file", str(file), "--by", "mv", workspace=place, TRAITDUNION_LANGUAGE="en")
    assert people.stdout.splitlines()[0] == "2 rows read: 0 answers are new, 1 known already."
    file.write_text("organization,partner,outcome,date\n1,Nobody,met,yesterday\n", encoding="utf-8")
    done = run("answer", "--file", str(file), workspace=place, TRAITDUNION_LANGUAGE="en")
    assert done.returncode == 2
    assert "answers.csv, row 2, partner: " in done.stderr
    assert "answers.csv, row 2, date: " in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("rule", "may", "Acme", "Globex", "--by", "mv", "--reason", "x"),
        ("rule", "must", "Acme", "Globex", "--by", "mv"),
        ("rule", "must", "Acme", "Initech", "--withdraw"),
        ("answer",),
        ("answer", "Acme", "Globex"),
        ("answer", "Acme", "Globex", "declined", "--by", "mv"),
        ("answer", "Acme", "Globex", "met", "--by", "mv", "--at", "soon"),
        ("answer", "Acme", "Globex", "met", "--by", "mv", "--file", "x.csv"),
    ],
)
def test_a_refusal_is_a_fact_and_a_remedy(place: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, workspace=place)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 2, done.stderr
    assert "Traceback" not in done.stderr
