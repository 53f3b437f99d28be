import csv
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from tests.test_cli import run
from traitdunion.cli import app
from traitdunion.examples.generator import invent, write
from traitdunion.language.catalog import LANGUAGES, say

TASKS = (
    *("partners", "partners_no_hubs", "degree_matched", "newcomers", "small", "strangers"),
    *("clusters", "clusters_by_year", "calibration", "spread"),
)
DAYS = ("--until", "2016", "--from", "2017")


def dated(folder: Path, *, size: int = 50, seed: int = 3) -> list[Path]:
    """Write an invented ecosystem with projects from 2012 to 2020; some organizations come late."""
    made = invent(size, seed=seed)
    write(made, folder)
    dice = np.random.default_rng(seed)
    own = [row["topics"].split(";") for row in made.organizations]
    themes = sorted({one for topics in own for one in topics})
    events, took = [], []
    for number in range(160):
        year, theme = 2012 + number // 18, themes[int(dice.integers(len(themes)))]
        there = size if year > 2016 else size - 6  # the last six are newcomers
        pull = np.array([9.0 if theme in topics else 1.0 for topics in own[:there]])
        chosen = dice.choice(there, size=int(dice.integers(2, 5)), replace=False, p=pull / pull.sum())
        events.append({"id": f"p{number}", "name": f"Project {number}", "kind": "project", "since": year})
        events[-1]["topics"] = theme
        took += [{"event": f"p{number}", "organization": f"o{one}"} for one in sorted(chosen.tolist())]
    for name, rows in (("events", events), ("participations", took)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return sorted(folder.glob("*.csv"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backtest")
    files = dated(folder / "data")
    done = CliRunner().invoke(app, ["load", *map(str, files), "--workspace", str(folder / "workspace")])
    assert done.exit_code == 0, done.output
    return folder / "workspace"


def said(*arguments: str, workspace: Path) -> Any:
    done = CliRunner().invoke(app, ["backtest", *arguments, "--json", "--workspace", str(workspace)])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def document(place: Path) -> Any:
    return said(*DAYS, workspace=place)


def numbers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from numbers(one)
    elif not isinstance(value, str):
        yield value


def test_the_document_has_its_keys_in_order(document: Any) -> None:
    assert list(document) == [
        *("tasks", "learned", "parameters", "ecosystem", "version", "seed", "seconds"),
    ]
    assert tuple(document["tasks"]) == TASKS
    for name in TASKS[:8]:
        task = document["tasks"][name]
        assert list(task) == ["n", "candidates", "model", "baselines", "parts", "ratios"]
        measures = [*task["model"]["intervals"]]
        assert list(task["model"]) == [*measures, "intervals"]
        expected = ["auc"] if name == "degree_matched" else ["mrr", "hits10", "recall20"]
        assert measures == (["mrr", "hits3", "recall3"] if name.startswith("clusters") else expected)
        for scores in (*task["baselines"].values(), *task["parts"].values()):
            assert list(scores) == list(task["model"])
        for ratio in task["ratios"].values():
            assert list(ratio) == ["baseline", "value", "low", "high"]
            assert ratio["baseline"] in task["baselines"]
    chances = document["tasks"]["calibration"]
    assert list(chances) == ["error", "brier", "skill", "years", "pairs", "table", "all"]
    assert list(chances["all"]) == list(chances)[:-1]
    assert list(document["tasks"]["spread"]) == ["model", "popularity", "capped", "floored"]
    assert document["parameters"] == {"until": "2016", "from": "2017", "to": None, "country": "BE"}


def test_every_number_is_finite_or_null_and_the_figures_agree(document: Any) -> None:
    assert all(one is None or math.isfinite(one) for one in numbers(document))
    tasks = document["tasks"]
    assert tasks["partners"]["n"] > 20
    assert tasks["newcomers"]["n"] > 0
    for name in TASKS[:8]:
        for scores in (tasks[name]["model"], *tasks[name]["baselines"].values()):
            for measure, (low, high) in scores["intervals"].items():
                assert 0 <= low <= scores[measure] <= high <= 1
        for measure, ratio in tasks[name]["ratios"].items():
            best = max(own[measure] for own in tasks[name]["baselines"].values())
            assert tasks[name]["baselines"][ratio["baseline"]][measure] == best
            assert ratio["value"] == pytest.approx(tasks[name]["model"][measure] / best, abs=1e-6)
    assert sum(row["pairs"] for row in tasks["calibration"]["table"]) == tasks["calibration"]["pairs"]


def test_the_same_question_has_the_same_answer(place: Path, document: Any) -> None:
    again = said(*DAYS, workspace=place)
    assert json.dumps({**again, "seconds": 0}) == json.dumps({**document, "seconds": 0})


def test_people_are_told_every_task_and_what_is_shown(
    place: Path, document: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("backtest", *DAYS, "--export", str(tmp_path), workspace=place, TRAITDUNION_LANGUAGE="fr")
    assert (done.returncode, done.stderr) == (0, "")
    text = " ".join(done.stdout.split())
    assert " ".join(say("term-task-partners-no-hubs", "fr").split()) in text
    shown = [ratio for name in TASKS[:8] for ratio in document["tasks"][name]["ratios"].values()]
    open_ = sum(one["low"] <= 1 <= one["high"] for one in shown)
    assert text.count("(l’intervalle contient 1)") == open_
    assert text.count("mieux que la meilleure référence (") == sum(one["low"] > 1 for one in shown)
    for language in LANGUAGES:
        page = (tmp_path / f"backtest-{language}.html").read_text("utf-8")
        assert str(document["tasks"]["partners"]["n"]) in page
        assert page.count('<svg class="chart bars"') == 3
        assert sorted(file.name for file in (tmp_path / "lists" / language).iterdir()) == [
            *("backtest-verdicts.csv", "backtest.csv", "reliability.csv", "spread.csv"),
        ]


@pytest.mark.parametrize(
    ("language", "word"), [("en", "last day known"), ("fr", "dernier jour connu"), ("nl", "laatste dag die")]
)
def test_help_is_given_in_three_languages(language: str, word: str) -> None:
    done = run("backtest", "--help", TRAITDUNION_LANGUAGE=language)
    assert word in done.stdout
    assert all(option in done.stdout for option in ("--until", "--from", "--to", "--country", "--export"))


def refused(arguments: Sequence[str], workspace: Path) -> list[str]:
    done = run("backtest", *arguments, workspace=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr.splitlines()


def test_days_that_cannot_be_are_told_in_two_lines(place: Path) -> None:
    for days in (("--until", "2018", "--from", "2017"), ("--until", "soon", "--from", "2017")):
        assert len(refused(days, place)) == 2
    assert len(refused((*DAYS, "--to", "2016"), place)) == 2
