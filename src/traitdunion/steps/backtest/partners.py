"""Organization to organization: new partners foretold, and the chances and the spread of the advice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.special import softmax

from traitdunion.domain.backtest import Advisor, Bools, Exposure, Floats, Foretold, Ints, Reliability, Task
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.history import Meetings, meetings
from traitdunion.errors import InputError
from traitdunion.methods.calibration import calibration
from traitdunion.methods.exposure import capped_lists
from traitdunion.methods.networks.negatives import matched_negatives
from traitdunion.methods.partners.evidence import apart
from traitdunion.methods.ranking import settled, spread
from traitdunion.steps.backtest.baselines import Baselines
from traitdunion.steps.backtest.judging import Measures, Question, task

ASKING, CELLS = 2_000, 8_000_000  # organizations asked for at most, and pairs of them: bounds the memory
HUBS = 0.01  # share of the best-connected left out as candidates
SIZE = 20  # organizations of about one degree that a true partner is told apart from
NEGATIVES = 10  # of them for each true partner
LIST = 20  # a list of advice, for calibration
SHOWN = 10  # and for spread
CAP = 3.0  # times the mean number of lists an organization is in, where exposure is capped
YEAR = 365.25
EDGES = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Partners:
    """What was found of partners."""

    tasks: tuple[Task, ...]
    calibration: tuple[Reliability, ...]
    spread: tuple[Exposure, ...]
    learned: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Stage:
    """Everything one question needs."""

    before: Ecosystem
    told: Foretold
    baselines: Baselines
    asking: Ints  # places among the candidates
    question: Question
    strangers: Bools  # pairs that no tie shows together before, dated or not
    seed: int


def judged_partners(
    ecosystem: Ecosystem,
    before: Ecosystem,
    advisor: Advisor,
    home: Bools,
    begin: date,
    end: date,
    *,
    seed: int,
) -> Partners:
    """Judge advice on new partners: pairs with no dated tie before, and one from `begin` to `end`."""
    columns = advisor.candidates(before, home)
    after = meetings(ecosystem)
    asking = _evenly(len(columns), most_asked(len(columns)))
    at = places(before, ecosystem, columns)
    baselines = Baselines.of(before, columns)
    free = ~_tied(baselines.network, columns, asking)
    new = met_between(after, at[asking], at, begin.toordinal(), end.toordinal()).toarray() & free
    if not new.any():
        raise InputError("backtest-no-history", start=begin.isoformat())
    past = meetings(before)
    stage = _Stage(
        before=before,
        told=advisor.partners(before, home, asking),
        baselines=baselines,
        asking=asking,
        question=Question(new, free),
        strangers=~_tied(sparse.csr_array(past.part @ past.part.T), columns, asking),
        seed=seed,
    )
    horizon = _last_full_year(after, begin, end)
    soon = met_between(after, at[asking], at, begin.toordinal(), horizon).toarray() & free
    return Partners(
        tasks=tuple(_tasks(stage)),
        calibration=tuple(_reliability(stage, soon, (horizon + 1 - begin.toordinal()) / YEAR)),
        spread=tuple(_exposure(stage)),
        learned=stage.told.learned,
    )


def places(before: Ecosystem, ecosystem: Ecosystem, rows: Ints) -> Ints:
    """Find organizations of the earlier ecosystem in the later one."""
    place = {one: row for row, one in enumerate(ecosystem.organizations["id"].to_pylist())}
    ids = before.organizations["id"].to_pylist()
    return np.array([place[ids[row]] for row in rows], dtype=np.int64)


def hubs(degree: Floats) -> Bools:
    """Mark the best-connected share of candidates, at least one."""
    most = np.lexsort((np.arange(len(degree)), -degree))[: int(np.ceil(HUBS * len(degree)))]
    return np.isin(np.arange(len(degree)), most)


def most_asked(candidates: int) -> int:
    """Give how many may ask, where each is told of so many candidates."""
    return max(1, min(ASKING, CELLS // max(candidates, 1)))


def _evenly(count: int, most: int) -> Ints:
    return np.arange(count) if count <= most else np.linspace(0, count - 1, most).astype(np.int64)


def met_between(after: Meetings, rows: Ints, columns: Ints, first: float, last: float) -> Any:
    """Tell who of `rows` met whom of `columns` on some day from the first to the last.

    Returns
    -------
    csr_array of bool, shape (rows, columns)
    """
    chosen = np.flatnonzero(after.dated & (after.day >= first) & (after.day <= last))
    part = after.part[:, chosen]
    return apart(sparse.csr_array(part[rows] @ part[columns].T) != 0, rows, columns)


def _tied(network: Any, columns: Ints, asking: Ints) -> Bools:
    tied = np.asarray(network[columns[asking]][:, columns].toarray() != 0)
    tied[np.arange(len(asking)), asking] = True
    return tied


def _last_full_year(after: Meetings, begin: date, end: date) -> int:
    """The last day judged that lies in a year with at least half the meetings of the three before it.

    Data often ends in the midst of a year, or has not yet heard of the last ones: chances foretold for days
    that nobody has reported are not wrong. Where no year judged is full, the last with any meeting counts.
    """
    years = np.array([date.fromordinal(int(day)).year for day in after.day[after.dated]])
    values, counts = np.unique(years[years <= end.year], return_counts=True)
    judged = np.flatnonzero(values >= begin.year).tolist()
    full = [
        place
        for place in judged
        if not place or counts[place] >= np.median(counts[max(0, place - 3) : place]) / 2
    ]
    last = date(int(values[(full or judged)[-1]]), 12, 31)
    return min(end, last).toordinal()


def _tasks(stage: _Stage) -> Iterator[Task]:
    """Put every question to every method, one method in memory at a time."""
    kinds = np.array(stage.before.organizations["kind"].to_pylist(), dtype=object)
    company = np.asarray(kinds[stage.told.columns[stage.asking]] == "company", dtype=bool)
    question = stage.question
    questions: dict[str, Callable[[Floats], Measures]] = {}
    candidates = {}
    for name, asked in (
        ("partners", question),
        ("partners_no_hubs", question.only(columns=~hubs(stage.baselines.degree))),
        ("small", question.only(rows=company)),
        ("strangers", Question(question.new & stage.strangers, question.free & stage.strangers)),
    ):
        questions[name], candidates[name] = asked.measured, int(asked.free.any(axis=0).sum())
    questions["degree_matched"], candidates["degree_matched"] = _matched(stage), len(stage.told.columns)
    baselines = stage.baselines.scores(stage.told.columns[stage.asking], seed=stage.seed)
    methods = _measured(questions, chain([("model", stage.told.scores)], baselines))
    parts = _measured(questions, stage.told.parts.items())
    for name in questions:
        yield task(name, methods[name], candidates=candidates[name], parts=parts[name], seed=stage.seed)


def _measured(
    questions: Mapping[str, Callable[[Floats], Measures]], scored: Iterable[tuple[str, Floats]]
) -> dict[str, dict[str, Measures]]:
    """Judge methods on every question: by question, then by method."""
    found: dict[str, dict[str, Measures]] = {name: {} for name in questions}
    for method, scores in scored:
        for name, measured in questions.items():
            found[name][method] = measured(scores)
    return found


def _matched(stage: _Stage) -> Callable[[Floats], Measures]:
    """Tell a true partner from others of about as many partners that the asking one never met."""
    size = len(stage.told.columns)
    line, column = np.nonzero(~stage.question.free | stage.question.new)
    cells = (np.ones(len(line)), (stage.asking[line], column))
    row, column = np.nonzero(stage.question.new)
    found = matched_negatives(
        np.repeat(stage.asking[row], NEGATIVES),
        np.repeat(column, NEGATIVES),
        sparse.csr_array(cells, shape=(size, size)),
        stage.baselines.degree,
        seed=stage.seed,
        size=SIZE,
    )
    return partial(_won, stage.question.new, np.searchsorted(stage.asking, found.rows), found.columns)


def _won(new: Bools, line: Ints, other: Ints, scores: npt.NDArray[Any]) -> Measures:
    """Share of stand-ins that the true partners of each organization score above, half for equals."""
    near = settled(np.nan_to_num(scores.astype(float), neginf=-1e300))
    total, count = np.zeros(len(new)), np.zeros(len(new))
    for row in np.unique(line):
        true = near[row, new[row]]
        against = near[row, other[line == row]]
        total[row] = ((true[:, None] > against) + 0.5 * (true[:, None] == against)).sum()
        count[row] = len(true) * len(against)
    asked = count > 0
    return {"auc": total[asked] / count[asked]}


def _reliability(stage: _Stage, came: Bools, years: float) -> Iterator[Reliability]:
    if stage.told.yearly is None:
        return
    chance = -np.expm1(-years * np.where(stage.question.free, stage.told.yearly, 0.0))
    order = np.argsort(-np.where(stage.question.free, stage.told.scores, -np.inf), axis=1, kind="stable")
    listed = np.zeros_like(stage.question.free)
    np.put_along_axis(listed, order[:, :LIST], True, axis=1)
    for name, chosen in (("advice", listed & stage.question.free), ("all", stage.question.free)):
        found = calibration(chance[chosen], came[chosen].astype(float), edges=EDGES)
        rows = zip(
            found.edges[:-1], found.edges[1:], found.count, found.predicted, found.observed, strict=True
        )
        names = ("low", "high", "pairs", "predicted", "observed")
        classes = tuple(dict(zip(names, map(float, row), strict=True)) for row in rows if row[2])
        yield Reliability(name, int(chosen.sum()), found.error, found.brier, found.skill, classes, years)


def _exposure(stage: _Stage) -> Iterator[Exposure]:
    """Tell how lists of ten fall on candidates: as advised, by popularity, and with a cap and a floor."""
    free, count = stage.question.free, len(stage.told.columns)
    kinds = np.array(stage.before.organizations["kind"].to_pylist(), dtype=object)
    company = np.asarray(kinds[stage.told.columns] == "company", dtype=bool)
    scores = np.where(free, stage.told.scores, -np.inf)
    mean = SHOWN * len(stage.asking) / count
    served = {
        "model": capped_lists(scores, length=SHOWN),
        "popularity": capped_lists(np.where(free, stage.baselines.degree, -np.inf), length=SHOWN),
        "capped": capped_lists(_worth(stage), length=SHOWN, barred=~free, cap=int(np.ceil(CAP * mean))),
        "floored": capped_lists(_worth(stage), length=SHOWN, barred=~free, floor=1),
    }
    for name, lists in served.items():
        named = lists.columns[lists.columns >= 0]
        times = np.bincount(named, minlength=count)
        share = float((times[company] > 0).mean()) if company.any() else None
        yield Exposure(name, spread(named, candidates=count).gini, share, float(lists.cost))


def _worth(stage: _Stage) -> Floats:
    """What is expected of each pair: its chance, or where none is known its share of the list."""
    if stage.told.yearly is not None:
        chance: Floats = -np.expm1(-stage.told.yearly)
        return chance
    given = np.where(stage.question.free, stage.told.scores, -np.inf)
    given[~stage.question.free.any(axis=1)] = 0.0
    return np.asarray(np.where(stage.question.free, softmax(given, axis=1), 0.0))
