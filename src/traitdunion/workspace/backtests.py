"""A backtest as a document for machines, as a measurement with its doubts, and as pages and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite, sqrt
from pathlib import Path
from typing import Any

from traitdunion.domain.backtest import Backtest, Reliability, Score, Task
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.report import Column, Listing
from traitdunion.domain.verdict import verdict
from traitdunion.workspace.documents import rounded

_ORDER = (
    *("partners", "partners_no_hubs", "degree_matched", "newcomers", "small", "strangers"),
    *("clusters", "clusters_by_year"),
)
_SMALL = ("mrr", "hits3", "recall3")
_MEASURES: Mapping[str, tuple[str, ...]] = {
    "degree_matched": ("auc",),
    "clusters": _SMALL,
    "clusters_by_year": _SMALL,
}
_RANKED = ("mrr", "hits10", "recall20")
_SPREAD = ("model", "popularity", "capped", "floored")
_ASKED = ("until", "from", "to", "country")
_FEW = 100  # who asked: below this the intervals are wide
_FAR = 2.0  # standard errors beyond which chances are said to be too high or too low

_VERDICTS = (
    Column("task", "term"),
    Column("measure", "term"),
    Column("n", "integer"),
    Column("model", "decimal"),
    Column("baseline", "term"),
    Column("best", "decimal"),
    Column("times", "decimal"),
    Column("low", "decimal"),
    Column("high", "decimal"),
    Column("verdict", "term"),
)
_SHOWN = ("mrr", "hits", "recall", "auc")
_METHODS = (
    Column("task", "term"),
    Column("method", "term"),
    Column("part", "term"),
    Column("n", "integer"),
    Column("candidates", "integer"),
    *(Column(f"{one}{end}", "decimal") for one in _SHOWN for end in ("", "_low", "_high")),
)
_RELIABILITY = (
    Column("covers", "term"),
    Column("chance_from", "share"),
    Column("chance_to", "share"),
    Column("pairs_foretold", "integer"),
    Column("predicted", "share"),
    Column("came_true", "share"),
)
_EXPOSURE = (
    Column("method", "term"),
    Column("gini", "decimal"),
    Column("companies_named", "share"),
    Column("cost", "share"),
)


def backtest_document(found: Backtest, seconds: float) -> dict[str, Any]:
    """Write a backtest: every task in a fixed order, what is not known as null."""
    document: dict[str, Any] = rounded(
        {
            "tasks": {
                **{name: _task(found.tasks[name]) for name in sorted(found.tasks, key=_place)},
                "calibration": _calibration(found),
                "spread": _spread(found),
            },
            "learned": _plain(found.learned),
            "parameters": _plain(found.parameters),
            "ecosystem": found.ecosystem,
            "version": found.version,
            "seed": found.seed,
            "seconds": round(seconds, 3),
        }
    )
    return document


def measurement(found: Backtest, ecosystem: Ecosystem) -> Measurement:
    """Put a backtest into figures, lists and doubts."""
    return Measurement(
        name="backtest",
        findings=tuple(_findings(found)),
        listings=(
            Listing("backtest-verdicts", _VERDICTS, tuple(_verdict_rows(found))),
            Listing("backtest", _METHODS, tuple(_method_rows(found))),
            Listing("reliability", _RELIABILITY, tuple(_reliability_rows(found))),
            Listing("spread", _EXPOSURE, tuple(_spread_rows(found))),
        ),
        caveats=tuple(_caveats(found)),
        parameters={name: found.parameters.get(name) for name in _ASKED},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=found.ecosystem,
        seed=found.seed,
        version=found.version,
    )


def export(found: Backtest, ecosystem: Ecosystem, folder: Path) -> dict[str, Path]:
    """Write the pages and the lists of a backtest into a folder; give the page of each language."""
    from traitdunion.language import backtests, measurements  # noqa: PLC0415  slow to import
    from traitdunion.language.catalog import LANGUAGES  # noqa: PLC0415  as above
    from traitdunion.language.names import Names  # noqa: PLC0415  as above

    names = {language: Names.within(ecosystem, language) for language in LANGUAGES}
    drawn = {language: backtests.drawings(found, language) for language in LANGUAGES}
    return measurements.write(measurement(found, ecosystem), folder, names=names, drawings=drawn)


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _task(task: Task) -> dict[str, Any]:
    measures = _MEASURES.get(task.name, _RANKED)
    return {
        "n": task.n,
        "candidates": task.candidates,
        "model": _scores(task.model, measures),
        "baselines": {name: _scores(own, measures) for name, own in task.baselines.items()},
        "parts": {name: _scores(own, measures) for name, own in task.parts.items()},
        "ratios": {
            measure: {"baseline": one.baseline, "value": one.value, "low": one.low, "high": one.high}
            for measure, one in task.ratios.items()
        },
    }


def _scores(given: Mapping[str, Score], measures: tuple[str, ...]) -> dict[str, Any]:
    known = {name: given[name] for name in measures if name in given}
    return {
        **{name: known[name].value if name in known else None for name in measures},
        "intervals": {
            name: [known[name].low, known[name].high] if name in known else [None, None] for name in measures
        },
    }


def _calibration(found: Backtest) -> dict[str, Any]:
    by_name = {one.name: one for one in found.calibration}
    return {**_reliability(by_name.get("advice")), "all": _reliability(by_name.get("all"))}


def _reliability(one: Reliability | None) -> dict[str, Any]:
    if one is None:
        return {**dict.fromkeys(("error", "brier", "skill", "years")), "pairs": 0, "table": []}
    return {
        "error": one.error,
        "brier": one.brier,
        "skill": one.skill,
        "years": one.years,
        "pairs": one.pairs,
        "table": [{**row, "pairs": int(row["pairs"])} for row in one.classes],
    }


def _spread(found: Backtest) -> dict[str, Any]:
    by_name = {one.name: one for one in found.spread}
    return {
        name: {key: getattr(by_name.get(name), key, None) for key in ("gini", "companies", "cost")}
        for name in _SPREAD
    }


def _plain(value: Any) -> Any:
    """Turn numbers of arrays into numbers of documents."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.item() if hasattr(value, "item") else value


def _findings(found: Backtest) -> Iterator[Finding]:
    partners = found.tasks["partners"]
    yield Finding("backtest-asked", float(partners.n))
    yield _figure("backtest-mrr", partners.model.get("mrr"))
    yield _figure("backtest-recall", partners.model.get("recall20"))
    yield _figure("backtest-times-recall", partners.ratios.get("recall20"))
    for name, key, measure in (
        ("degree_matched", "backtest-auc", "auc"),
        ("clusters", "backtest-clusters", "mrr"),
    ):
        yield _figure(key, found.tasks[name].model.get(measure) if name in found.tasks else None)
    for one in found.calibration:
        if one.name == "advice":
            yield Finding("backtest-calibration", _known(one.error))
    for exposure in found.spread:
        if exposure.name == "model":
            yield Finding("share-backtest-companies", _known(exposure.companies))


def _figure(key: str, one: Any) -> Finding:
    if one is None or not isfinite(one.value):
        return Finding(key, None)
    return Finding(key, one.value, _known(one.low), _known(one.high))


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _verdict_rows(found: Backtest) -> Iterator[tuple[Any, ...]]:
    for task in found.tasks.values():
        for measure, ratio in task.ratios.items():
            best = task.baselines[ratio.baseline][measure].value
            bounds = (ratio.value, ratio.low, ratio.high)
            told = (ratio.baseline, best, *bounds, verdict(ratio.low, ratio.high))
            yield (task.name, measure, task.n, task.model[measure].value, *told)


def _method_rows(found: Backtest) -> Iterator[tuple[Any, ...]]:
    for task in found.tasks.values():
        first = _MEASURES.get(task.name, _RANKED)[0]
        for part, methods in (
            ("model", {"model": task.model}),
            ("baseline", task.baselines),
            ("ingredient", task.parts),
        ):
            for method in sorted(methods, key=lambda one: -_order(methods[one].get(first))):
                cells = [cell for name in _SHOWN for cell in _bounds(methods[method], name)]
                yield (task.name, method, part, task.n, task.candidates, *cells)


def _order(score: Score | None) -> float:
    return score.value if score is not None and isfinite(score.value) else -1.0


def _bounds(scores: Mapping[str, Score], name: str) -> tuple[float | None, ...]:
    """Find a measure whatever the length of its lists: "hits" is hits10 or hits3."""
    for measure, one in scores.items():
        if measure.rstrip("0123456789") == name:
            return _known(one.value), _known(one.low), _known(one.high)
    return None, None, None


def _reliability_rows(found: Backtest) -> Iterator[tuple[Any, ...]]:
    for one in found.calibration:
        for row in one.classes:
            bounds = (row["low"], row["high"])
            yield (one.name, *bounds, int(row["pairs"]), row["predicted"], row["observed"])


def _spread_rows(found: Backtest) -> Iterator[tuple[Any, ...]]:
    """Give the spread of each way to make lists; by popularity, what is given up is not known."""
    return (
        (one.name, one.gini, one.companies, None if one.name == "popularity" else one.cost)
        for one in found.spread
    )


def _caveats(found: Backtest) -> Iterator[Caveat]:
    for one in found.calibration:
        if one.name == "advice":
            yield from _biased(one)
    ratios = [ratio for task in found.tasks.values() for ratio in task.ratios.values()]
    unsure = sum(verdict(one.low, one.high) == "not-shown" for one in ratios)
    if unsure:
        yield Caveat("ratios-include-one", {"count": unsure, "all": len(ratios)})
    asked = [task.n for task in found.tasks.values() if task.n]
    few = sum(n < _FEW for n in asked)
    if few:
        yield Caveat("few-asking", {"count": few, "all": len(asked), "fewest": _FEW})
    yield from (Caveat("undated-facts"), Caveat("kinder-figures"), Caveat("judged-days"))
    if found.calibration and any(one.name == "capped" for one in found.spread):
        yield Caveat("spread-by-chance")


def _biased(one: Reliability) -> Iterator[Caveat]:
    """Say when more or fewer pairs began than foretold, beyond what chance would do."""
    foretold = sum(row["pairs"] * row["predicted"] for row in one.classes)
    came = sum(row["pairs"] * row["observed"] for row in one.classes)
    doubt = sqrt(sum(row["pairs"] * row["predicted"] * (1 - row["predicted"]) for row in one.classes))
    if abs(foretold - came) > _FAR * doubt:
        key = "chance-too-high" if foretold > came else "chance-too-low"
        yield Caveat(key, {"pairs": one.pairs, "foretold": round(foretold), "came": round(came)})
