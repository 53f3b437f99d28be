"""Organizations with no tie before: their first partners, foretold from what they are alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from scipy import sparse

from traitdunion.domain.backtest import Advisor, Bools, Floats, Ints, Newcomer, Task
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.history import Meetings, meetings
from traitdunion.steps.backtest.baselines import Baselines
from traitdunion.steps.backtest.judging import Question, nobody, task
from traitdunion.steps.backtest.partners import met_between, most_asked, places

_FACTS = ("kind", "region", "lat", "lon", "activities", "topics")


def newcomer_task(
    ecosystem: Ecosystem,
    before: Ecosystem,
    advisor: Advisor,
    home: Bools,
    home_after: Bools,
    begin: date,
    end: date,
    *,
    seed: int,
) -> Task:
    """Judge advice to organizations that had no dated tie before, on the partners of their first meetings.

    `home` and `home_after` mark whom advice is for, and about, in the earlier ecosystem and in the later one.
    """
    columns = advisor.candidates(before, home)
    after = meetings(ecosystem)
    rows, first = _first(after, home_after, begin, end)
    met = met_between(after, rows, places(before, ecosystem, columns), begin.toordinal(), end.toordinal())
    some = np.flatnonzero(np.diff(met.indptr) > 0)[: most_asked(len(columns))]
    if not len(some):
        return nobody("newcomers", candidates=len(columns), seed=seed)
    question = Question(met[some].toarray(), np.ones((len(some), len(columns)), dtype=bool))
    newcomers = _newcomers(ecosystem, after, rows[some], first[some])
    told = advisor.newcomers(before, home, newcomers)
    measured = {"model": question.measured(told.scores)}
    for name, scores in _baselines(before, columns, newcomers, seed):
        measured[name] = question.measured(scores)
    return task(
        "newcomers",
        measured,
        parts={part: question.measured(scores) for part, scores in told.parts.items()},
        candidates=len(columns),
        seed=seed,
    )


def _baselines(
    before: Ecosystem, columns: Ints, newcomers: Sequence[Newcomer], seed: int
) -> Iterator[tuple[str, Floats]]:
    lat, lon = (np.array([one.facts[name] for one in newcomers], dtype=float) for name in ("lat", "lon"))
    themes = [one.themes for one in newcomers]
    return Baselines.of(before, columns).newcomer_scores(themes, lat, lon, seed=seed)


def _first(after: Meetings, home: Bools, begin: date, end: date) -> tuple[Ints, Ints]:
    """Find home organizations whose first dated meeting falls within the days judged, and that meeting."""
    dated = np.flatnonzero(after.dated)
    order = dated[np.argsort(after.day[dated], kind="stable")]
    part = sparse.csr_array(after.part[:, order])
    part.sort_indices()
    rows = np.flatnonzero((np.diff(part.indptr) > 0) & home)
    first = order[part.indices[part.indptr[rows]]]
    inside = (after.day[first] >= begin.toordinal()) & (after.day[first] <= end.toordinal())
    return rows[inside], first[inside]


def _newcomers(ecosystem: Ecosystem, after: Meetings, rows: Ints, first: Ints) -> list[Newcomer]:
    """Tell what newcomers are, and the call of their first meeting."""
    facts = ecosystem.organizations.select(["id", *_FACTS]).take(rows).to_pylist()
    labels = {
        row["id"]: row["label_en"] or row["label_fr"] or row["label_nl"] or ""
        for row in ecosystem.topics.to_pylist()
    }
    topics = ecosystem.events["topics"].to_pylist()
    found = []
    for fact, event in zip(facts, after.event[first].tolist(), strict=True):
        themes = tuple(topics[event] or ()) if event >= 0 else ()
        text = " ".join(labels.get(theme, "") for theme in themes).strip()
        found.append(Newcomer(fact["id"], {name: fact[name] for name in _FACTS}, themes, text))
    return found
