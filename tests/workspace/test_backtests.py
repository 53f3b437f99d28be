import csv
import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.builders import ecosystem, organization
from traitdunion.domain.backtest import Backtest, Exposure, Ratio, Reliability, Score, Task
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.language.backtests import lines, ranked, ratio_sentence
from traitdunion.language.catalog import LANGUAGES, has, say
from traitdunion.language.measurements import caveats
from traitdunion.workspace.backtests import backtest_document, export, measurement

NONE = Score(np.nan, np.nan, np.nan)
RANKED = ("mrr", "hits10", "recall20")


def scores(value: float, *names: str) -> dict[str, Score]:
    return {name: Score(value, value - 0.02, value + 0.02) for name in names or RANKED}


def asked(name: str, n: int, ratio: tuple[float, float, float]) -> Task:
    baselines = {"katz": scores(0.3), "random": scores(0.01), "adamic_adar": scores(0.2)}
    ratios = {"mrr": Ratio("katz", *ratio)}
    return Task(name, n, 50, scores(0.36), baselines, {"walk": scores(0.31)}, ratios)


def reliability(name: str, predicted: float, observed: float) -> Reliability:
    row = {"low": 0.0, "high": 0.1, "pairs": 1000.0, "predicted": predicted, "observed": observed}
    return Reliability(name, 1000, abs(predicted - observed), 0.04, 0.1, (row,), 1.0)


@pytest.fixture
def small() -> Ecosystem:
    return ecosystem([organization("a"), organization("b")], as_of=date(2021, 1, 1))


@pytest.fixture
def found() -> Backtest:
    nobody = Task("newcomers", 0, 50, {"mrr": NONE}, {})
    tasks = [
        asked("partners", 540, (1.13, 1.07, 1.2)),
        asked("partners_no_hubs", 400, (0.98, 0.9, 1.07)),
        asked("small", 60, (0.8, 0.7, 0.9)),
        nobody,
        Task("degree_matched", 540, 50, scores(0.7, "auc"), {"katz": scores(0.6, "auc")}),
        Task("clusters", 30, 7, scores(0.5, "mrr", "hits3", "recall3"), {}),
    ]
    return Backtest(
        tasks={one.name: one for one in tasks},
        calibration=(reliability("advice", 0.05, 0.051), reliability("all", 0.05, 0.051)),
        spread=(Exposure("model", 0.5, 0.8, 0.0), Exposure("popularity", 0.9, None, 0.0)),
        learned={"lists": np.int64(3), "worth": np.float64(0.5), "windows": (1, 2)},
        parameters={"until": "2017", "from": "2018", "to": None, "country": "BE"},
        ecosystem="ab" * 32,
        seed=1,
        version="0",
    )


@pytest.fixture
def keys(found: Backtest, small: Ecosystem) -> Callable[..., list[str]]:
    def doubts(**changes: object) -> list[str]:
        return [one.key for one in measurement(replace(found, **changes), small).caveats]  # type: ignore[arg-type]

    return doubts


def plain(found: Backtest, language: str) -> str:
    return "\n".join(line for line in lines(found, language) if isinstance(line, str))


def test_a_task_nobody_asked_keeps_its_place_with_nulls(found: Backtest) -> None:
    document = backtest_document(found, 1.23456)
    assert list(document["tasks"]) == [
        *("partners", "partners_no_hubs", "degree_matched", "newcomers", "small", "clusters"),
        *("calibration", "spread"),
    ]
    assert document["tasks"]["newcomers"] == {
        "n": 0,
        "candidates": 50,
        "model": {**dict.fromkeys(RANKED), "intervals": {name: [None, None] for name in RANKED}},
        "baselines": {},
        "parts": {},
        "ratios": {},
    }
    assert document["tasks"]["partners"]["ratios"] == {
        "mrr": {"baseline": "katz", "value": 1.13, "low": 1.07, "high": 1.2}
    }
    assert document["learned"] == {"lists": 3, "worth": 0.5, "windows": [1, 2]}
    assert (document["seconds"], type(document["learned"]["lists"])) == (1.235, int)
    assert document["tasks"]["spread"]["capped"] == {"gini": None, "companies": None, "cost": None}


def test_without_chances_all_of_calibration_is_null(found: Backtest) -> None:
    chances = backtest_document(replace(found, calibration=()), 1.0)["tasks"]["calibration"]
    nothing = {"error": None, "brier": None, "skill": None, "years": None, "pairs": 0, "table": []}
    assert chances == {**nothing, "all": nothing}
    assert say("backtest-no-chances", "nl") in plain(replace(found, calibration=()), "nl")


def test_a_ratio_is_called_better_only_where_its_interval_is_above_one() -> None:
    told = {
        (1.13, 1.07, 1.2): "MRR: better than the best baseline (Katz): 1.13 times, 1.07 to 1.20",
        (0.98, 0.9, 1.07): "MRR: not shown to be better than the best baseline (Katz): "
        "0.98 times, 0.90 to 1.07 (the interval includes 1)",
        (0.8, 0.7, 0.9): "MRR: worse than the best baseline (Katz): 0.80 times, 0.70 to 0.90",
        (1.05, 1.0, 1.1): "MRR: not shown to be better than the best baseline (Katz): "
        "1.05 times, 1.00 to 1.10 (the interval includes 1)",
        (1.05, 1.003, 1.1): "MRR: better than the best baseline (Katz): 1.050 times, 1.003 to 1.100",
    }
    assert {bounds: ratio_sentence("mrr", Ratio("katz", *bounds), "en") for bounds in told} == told


def test_methods_stand_from_the_best_down_and_the_unmeasured_last() -> None:
    given = {"none": {"mrr": NONE}, "low": scores(0.1), "high": scores(0.4), "lacking": {}}
    assert ranked(given, "mrr")[:2] == ["high", "low"]
    assert set(ranked(given, "mrr")[2:]) == {"none", "lacking"}


def test_the_list_of_methods_starts_with_the_advice_and_tells_what_each_is(
    found: Backtest, small: Ecosystem
) -> None:
    verdicts, methods, *_ = measurement(found, small).listings
    first = [row[1:3] for row in methods.rows if row[0] == "partners"]
    assert first == [
        ("model", "model"),
        *((name, "baseline") for name in ("katz", "adamic_adar", "random")),
        ("walk", "ingredient"),
    ]
    assert [row[-1] for row in verdicts.rows] == ["better", "not-shown", "worse"]
    hits = [column.key for column in methods.columns].index("hits")
    assert [row[hits] for row in methods.rows if row[0] == "clusters"] == [0.5]


def test_chances_off_beyond_chance_are_said(keys: Callable[..., list[str]]) -> None:
    assert not {"chance-too-high", "chance-too-low"} & {*keys()}
    assert keys(calibration=(reliability("advice", 0.08, 0.04),))[0] == "chance-too-high"
    assert keys(calibration=(reliability("advice", 0.04, 0.08),))[0] == "chance-too-low"
    assert "chance-too-high" not in keys(calibration=(reliability("all", 0.08, 0.04),))


def test_lists_dealt_by_chance_are_told_apart_from_those_by_score(
    keys: Callable[..., list[str]], found: Backtest, small: Ecosystem
) -> None:
    capped = (*found.spread, Exposure("capped", 0.4, 0.9, 0.01))
    assert "spread-by-chance" not in keys()
    assert "spread-by-chance" in keys(spread=capped)
    assert "spread-by-chance" not in keys(spread=capped, calibration=())
    rows = measurement(replace(found, spread=capped), small).listings[-1].rows
    assert [(row[0], row[-1]) for row in rows] == [("model", 0.0), ("popularity", None), ("capped", 0.01)]


def test_doubts_count_what_rests_on_few_and_what_is_not_shown(found: Backtest, small: Ecosystem) -> None:
    told = {one.key: dict(one.values) for one in measurement(found, small).caveats}
    assert told["ratios-include-one"] == {"count": 1, "all": 3}
    assert told["few-asking"] == {"count": 2, "all": 5, "fewest": 100}
    assert {"undated-facts", "kinder-figures", "judged-days"} <= {*told}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_terminal_is_told_everything_in_each_language(
    found: Backtest, small: Ecosystem, language: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        doubts = caveats(measurement(found, small), language)
        text = "\n".join(str(one) for one in lines(found, language, doubts))
    for name in ("partners", "partners-no-hubs", "small", "newcomers", "degree-matched", "clusters"):
        assert say(f"term-task-{name}", language) in text
    assert all(doubt in text for doubt in doubts)
    assert re.search(r"\b540\b", text)


def test_pages_and_lists_have_words_for_all_and_name_how_many_asked(
    found: Backtest, small: Ecosystem, tmp_path: Path
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pages = export(found, small, tmp_path / "once")
        again = export(found, small, tmp_path / "twice")
    for language, page in pages.items():
        html = page.read_text("utf-8")
        assert page.read_bytes() == again[language].read_bytes()
        assert "nan" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL).lower().split()
        assert ">540<" in html
        assert html.count('<svg class="chart bars"') == 3
        table = (tmp_path / "once" / "lists" / language / "backtest.csv").read_text("utf-8-sig")
        rows = list(csv.reader(table.splitlines(), delimiter="," if language == "en" else ";"))
        assert all(len(row) == len(rows[0]) for row in rows)
        assert say("term-task-partners-no-hubs", language) in table
        assert "partners_no_hubs" not in table + html


def test_every_word_of_a_backtest_is_in_the_catalog(found: Backtest, small: Ecosystem) -> None:
    from traitdunion.steps.backtest.baselines import GRAPH

    measured = measurement(found, small)
    methods = [*GRAPH, "distance", "topic_cosine", "random"]
    wanted = [
        f"term-{column}-{one.replace('_', '-')}" for one in methods for column in ("method", "baseline")
    ]
    wanted += [f"listing-{one.key}" for one in measured.listings]
    wanted += [f"label-{one.key.replace('_', '-')}" for each in measured.listings for one in each.columns]
    wanted += [f"finding-{one.key}" for one in measured.findings]
    wanted += [f"parameter-{one}" for one in measured.parameters]
    wanted += [f"progress-{one}" for one in ("train", "describe", "recommend")]
    wanted += [f"progress-backtest-{one}" for one in ("partners", "newcomers", "clusters")]
    assert [key for key in wanted if not has(key)] == []
