import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.test_cli import run
from traitdunion.cli import app, main
from traitdunion.workspace.demo import EXAMPLE

QUICK = ("--partners", "0", "--solver", "quick", "--introductions", "20")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan") / "workspace"
    asked("load", *map(str, sorted(EXAMPLE.glob("*.csv"))), workspace=folder)
    return folder


def asked(*arguments: str, workspace: Path) -> Any:
    """Run a verb in this process: to start one for each takes seconds."""
    done = CliRunner().invoke(app, [*arguments, "--json", "--workspace", str(workspace)])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_the_document_has_what_was_promised(place: Path) -> None:
    plan = asked("plan", *QUICK, "--randomize", "0.4", workspace=place)
    assert len(plan["introductions"]) == 20
    assert plan["ratio"] == pytest.approx(plan["gain"] / plan["bound"])
    for name in ("random", "top_scores", "random_same_mix", "top_scores_same_mix"):
        assert plan[name]["low"] <= plan[name]["gain"] <= plan[name]["high"]
    assert [set(point) for point in plan["curve"]] == [{"introductions", "gain", "bound"}] * len(
        plan["curve"]
    )
    assert plan["weights"]["tied"] == 2.0
    assert {one["when"] for one in plan["waiting_list"]} == {"now", "next-round"}
    assert {one["propensity"] for one in plan["waiting_list"]} == {0.5}
    assert plan["seed"] == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("of the best possible within the limits", "Best scores", "probability")),
        ("fr", ("du meilleur possible", "Meilleurs scores", "probabilité")),
        ("nl", ("van het best mogelijke", "Beste scores", "kans")),
    ],
)
def test_a_plan_is_said_in_three_languages(place: Path, language: str, words: tuple[str, ...]) -> None:
    told = run("plan", *QUICK, workspace=place, TRAITDUNION_LANGUAGE=language)
    assert told.returncode == 0, told.stderr
    flat = " ".join(told.stdout.split())
    assert all(word in flat for word in words), told.stdout
    assert "<rich" not in told.stdout


def test_what_if_is_told_and_written_beside_the_plan(place: Path) -> None:
    first = asked("plan", *QUICK, workspace=place)["introductions"][0]
    cluster = first.get("cluster") or first["partner"]
    drop = f"{first['organization']}={cluster}"
    changed = asked("plan", *QUICK, "--drop", drop, "--add", "Umicore = A6K", workspace=place)
    assert [line["organization"] for line in changed["what_if"]["gone"]].count(first["organization"]) >= 1
    assert ("umicore", "a6k") in {
        (line["organization"], line.get("cluster")) for line in changed["what_if"]["come"]
    }
    assert changed["gain"] == changed["what_if"]["after"]["gain"] < changed["what_if"]["before"]["gain"]
    told = run("plan", *QUICK, "--drop", drop, workspace=place).stdout
    assert "Before" in told
    assert "After" in told


def test_an_exported_plan_can_be_handed_in_as_a_list(place: Path, tmp_path: Path) -> None:
    asked("plan", *QUICK, "--export", str(tmp_path / "out"), workspace=place)
    assert {path.name for path in (tmp_path / "out").glob("*.html")} == {
        "plan-en.html", "plan-fr.html", "plan-nl.html",
    }  # fmt: skip
    (listed,) = (tmp_path / "out" / "lists").rglob("en/introductions.csv")
    with listed.open(encoding="utf-8-sig") as file:
        assert len(list(csv.reader(file))) == 21
    compared = asked("plan", *QUICK, "--compare", str(listed), workspace=place)["compared"]
    assert compared["introductions"] == 20
    assert (compared["difference"]["low"], compared["difference"]["high"]) == (0, 0)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--at-least", "region:Wallonia=30"), ("region:Wallonia ≥ 30", "--introductions ≤ 20", "→")),
        (("--at-least", "region:Atlantis=3"), ("region:Atlantis", "Wallonia")),
        (("--at-most", "everything"), ("everything", "region:Wallonia=20")),
        (("--pin", "umicore"), ("umicore", "ORG=ORG")),
        (("--add", "umicore=Nowhere"), ("Nowhere",)),
        (("--group-size", "9-3"), ("9-3", "5-10")),
        (("--weigh", "tide=3"), ("tide", "tied")),
        (("--weigh", "tied=much"), ("tied=much",)),
        (("--solver", "magic"), ("magic", "quick")),
    ],
)
def test_what_cannot_be_is_said_with_its_remedy(
    place: Path,
    options: tuple[str, ...],
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = ["traitdunion", "plan", *QUICK, *options, "--workspace", str(place)]
    monkeypatch.setattr(sys, "argv", given)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    flat = " ".join(capsys.readouterr().err.split())
    assert all(word in flat for word in words), flat


def test_faults_of_a_list_are_told_by_row(place: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("organization,partner\nUmicore,Nowhere\n", encoding="utf-8")
    told = run("plan", *QUICK, "--compare", str(own), workspace=place)
    assert told.returncode == 2
    assert "mine.csv" in told.stderr
    assert "row 2, partner" in told.stderr
    assert "Nowhere" in told.stderr
    brokers = tmp_path / "brokers.csv"
    brokers.write_text("broker,introductions\nmv,some\n", encoding="utf-8")
    told = run("plan", *QUICK, "--brokers", str(brokers), workspace=place)
    assert told.returncode == 2
    assert "brokers.csv, row 2, introductions" in told.stderr
