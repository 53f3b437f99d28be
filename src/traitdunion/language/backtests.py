"""A backtest in words: what came true, beside every baseline, on a terminal; and its drawings for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from rich.table import Table

from traitdunion.domain.backtest import Backtest, Exposure, Ratio, Reliability, Score, Task
from traitdunion.domain.verdict import verdict
from traitdunion.language import formats
from traitdunion.language.backtest_drawings import Bar, Dot, bars_svg, reliability_svg
from traitdunion.language.catalog import say
from traitdunion.language.terms import heading, term

_SAID = {"better": "backtest-better", "worse": "backtest-worse", "not-shown": "backtest-not-shown"}
_NONE = "–"
Drawing = Mapping[str, Any]


def lines(found: Backtest, language: str, doubts: Sequence[str] = ()) -> Iterator[str | Table]:
    """Say a backtest on a terminal.

    Parameters
    ----------
    found : Backtest
    language : str
    doubts : sequence of str
        When not to believe it, said already.

    Yields
    ------
    str or Table
        For each task a table, this advice first and the baselines from the best down, and its ratio to the
        best of them in words; then chances and spread.
    """
    yield say("measure-backtest-title", language)
    yield say("backtest-legend", language)
    for task in found.tasks.values():
        yield ""
        yield from _task_lines(task, language)
    yield ""
    yield from _chance_lines(found.calibration, language)
    yield ""
    yield from _spread_lines(found.spread, language)
    if doubts:
        yield ""
        yield say("measure-when-not", language)
        yield from (f"  – {text}" for text in doubts)


def ranked(methods: Mapping[str, Mapping[str, Score]], measure: str) -> list[str]:
    """Name methods by one measure, the best first; those not measured last."""
    return sorted(methods, key=lambda name: -_value(methods[name].get(measure)))


def ratio_sentence(measure: str, ratio: Ratio, language: str) -> str:
    """Say whether the advice beats the best baseline; an interval that includes one shows nothing."""
    bounds = (ratio.low, ratio.high)
    shown = verdict(*bounds)
    fine = shown != "not-shown" and any(round(one, 2) == 1 for one in bounds)  # 1.003 is not 1.00
    times, low, high = (
        formats.number(one, language, digits=3 if fine else 2) for one in (ratio.value, *bounds)
    )
    return say(
        _SAID[shown],
        language,
        measure=term(measure, language, column="measure"),
        baseline=term(ratio.baseline, language, column="method"),
        ratio=times,
        low=low,
        high=high,
    )


def drawings(found: Backtest, language: str) -> list[Drawing]:
    """Draw what was measured of new partners, by method, and chances foretold against those that came."""
    drawn: list[Drawing] = []
    partners = found.tasks.get("partners")
    if partners is not None and partners.n:
        for measure in ("mrr", "recall20"):
            title = say(f"measure-backtest-bars-{measure}", language)
            described = say("measure-backtest-bars-described", language, count=partners.n)
            svg = bars_svg(_bars(partners, measure, language), label=title)
            drawn.append({"title": title, "described": described, "svg": svg})
    dots = [dot for one in found.calibration for dot in _dots(one)]
    if dots:
        title = say("measure-backtest-reliability", language)
        labels = [say(f"measure-backtest-{axis}", language) for axis in ("predicted", "observed")]
        described = say("measure-backtest-reliability-described", language)
        svg = reliability_svg(dots, labels=(*labels, title), language=language)
        drawn.append({"title": title, "described": described, "svg": svg})
    return drawn


def _value(score: Score | None) -> float:
    return score.value if score is not None and isfinite(score.value) else -1.0


def _task_lines(task: Task, language: str) -> Iterator[str | Table]:
    name = term(task.name, language, column="task")
    if not task.n:
        yield say("backtest-nobody", language, task=name)
        return
    yield say("backtest-task", language, task=name, asked=task.n, candidates=task.candidates)
    yield _task_table(task, language)
    for measure, ratio in task.ratios.items():
        if isfinite(ratio.low) and isfinite(ratio.high):
            yield "  " + ratio_sentence(measure, ratio, language)


def _task_table(task: Task, language: str) -> Table:
    measures = list(task.model)
    table = Table(box=None, pad_edge=False)
    table.add_column(heading("method", language))
    for measure in measures:
        table.add_column(term(measure, language, column="measure"), justify="right")
    table.add_row(
        term("model", language, column="method"), *(_cell(task.model[one], language) for one in measures)
    )
    spans = (_span(task.model[one], language) for one in measures)
    table.add_row("  " + say("backtest-interval", language), *spans)
    for method in ranked(task.baselines, measures[0]):
        scores = task.baselines[method]
        cells = (_cell(scores.get(one), language) for one in measures)
        table.add_row(term(method, language, column="method"), *cells)
    return table


def _cell(score: Score | None, language: str) -> str:
    known = score is not None and isfinite(score.value)
    return formats.number(score.value, language, digits=3) if score is not None and known else _NONE


def _span(score: Score, language: str) -> str:
    known = isfinite(score.low) and isfinite(score.high)
    return formats.interval(score.low, score.high, language, digits=3) if known else _NONE


def _chance_lines(found: Sequence[Reliability], language: str) -> Iterator[str | Table]:
    advice = next((one for one in found if one.name == "advice" and one.pairs), None)
    if advice is None:
        yield say("backtest-no-chances", language)
        return
    foretold, came = (
        sum(row["pairs"] * row[name] for row in advice.classes) for name in ("predicted", "observed")
    )
    years = round(advice.years, 1)
    yield say(
        "backtest-chances",
        language,
        pairs=advice.pairs,
        foretold=round(foretold),
        came=round(came),
        years=int(years) if years == int(years) else years,
        error=formats.number(100 * advice.error, language, digits=1),
    )
    table = Table(box=None, pad_edge=False)
    for name in ("chance-foretold", "pairs-foretold", "predicted", "came-true"):
        table.add_column(heading(name, language), justify="right")
    for row in advice.classes:
        low, high, predicted, observed = (
            formats.percent(row[name], language, digits=1)
            for name in ("low", "high", "predicted", "observed")
        )
        table.add_row(f"{low}–{high}", formats.number(row["pairs"], language), predicted, observed)
    yield table


def _spread_lines(found: Sequence[Exposure], language: str) -> Iterator[str | Table]:
    yield say("listing-spread", language)
    table = Table(box=None, pad_edge=False)
    table.add_column(heading("method", language))
    for name in ("gini", "companies-named", "cost"):
        table.add_column(heading(name, language), justify="right")
    for one in found:
        table.add_row(
            term(one.name, language, column="method"),
            formats.number(one.gini, language, digits=3),
            _NONE if one.companies is None else formats.percent(one.companies, language),
            _NONE if one.name == "popularity" else formats.percent(one.cost, language, digits=1),
        )
    yield table


def _bars(task: Task, measure: str, language: str) -> list[Bar]:
    methods = {"model": task.model, **task.baselines}
    return [
        Bar(
            name=term(method, language, column="method"),
            value=score.value,
            low=score.low,
            high=score.high,
            text=_cell(score, language),
            own=method == "model",
        )
        for method in ranked(methods, measure)
        if (score := methods[method].get(measure)) is not None and isfinite(score.value)
    ]


def _dots(one: Reliability) -> Iterator[Dot]:
    for row in one.classes:
        yield Dot(row["predicted"], row["observed"], row["pairs"], own=one.name == "advice")
