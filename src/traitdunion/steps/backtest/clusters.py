"""Organization to cluster: memberships held out one at a time, and those that came later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from scipy import sparse

from traitdunion.domain.backtest import Advisor, Floats, Ints, Task
from traitdunion.domain.ecosystem import MEMBERSHIP_KINDS, Ecosystem, memberships, topic_profiles
from traitdunion.domain.history import known_by, meetings
from traitdunion.domain.partial_date import first_day
from traitdunion.methods.networks.candidate_scores import score_rows
from traitdunion.methods.networks.link_prediction import co_participation
from traitdunion.methods.partners.words import unit
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.backtest.baselines import DICE, FAR_KM, GRAPH
from traitdunion.steps.backtest.judging import SHORT, Question, nobody, task

HELD = 400  # memberships asked for at most, evenly over all
Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Organizations and the cluster of each that is held out (-1: none is), and which clusters they chose."""

    ecosystem: Ecosystem
    held: Pairs
    question: Question
    columns: Ints


def cluster_tasks(
    ecosystem: Ecosystem, advisor: Advisor, known: date, begin: date, end: date, *, seed: int
) -> Iterator[Task]:
    """Judge advice on clusters: leave-one-out over all memberships known, then by year."""
    yield _judged("clusters", _left_out(ecosystem), advisor, seed)
    yield _judged("clusters_by_year", _later(ecosystem, known, begin, end), advisor, seed)


def _judged(name: str, asked: _Asked, advisor: Advisor, seed: int) -> Task:
    candidates = len(asked.columns)
    if not asked.question.asking.size:
        return nobody(name, candidates=candidates, seed=seed, lengths=SHORT)
    told = advisor.clusters(asked.ecosystem, asked.held)
    methods = {"model": told.scores} | dict(_baselines(asked, seed))
    measured = {method: asked.question.measured(scores, SHORT) for method, scores in methods.items()}
    parts = {part: asked.question.measured(scores, SHORT) for part, scores in told.parts.items()}
    return task(name, measured, parts=parts, candidates=candidates, seed=seed)


def _left_out(ecosystem: Ecosystem) -> _Asked:
    held = memberships(ecosystem)
    if len(held) > HELD:
        held = [held[place] for place in np.linspace(0, len(held) - 1, HELD).astype(int).tolist()]
    return _asked(ecosystem, held, held)


def _later(ecosystem: Ecosystem, known: date, begin: date, end: date) -> _Asked:
    """Memberships that began in time, of organizations and clusters already known, and not to each other."""
    before = known_by(ecosystem, known)
    ids = ecosystem.organizations["id"].to_pylist()
    row_of = {one: row for row, one in enumerate(before.organizations["id"].to_pylist())}
    since = _since(ecosystem)
    contacts = _contacts(before)
    began = [
        (row_of[ids[row]], row_of[ids[cluster]])
        for row, cluster in memberships(ecosystem)
        if ids[row] in row_of and ids[cluster] in row_of
        if (day := since[row, cluster]) is not None and begin <= day <= end
        if not contacts[row_of[ids[row]], row_of[ids[cluster]]]
    ]
    return _asked(before, [(row, -1) for row, _ in began], began)


def _since(ecosystem: Ecosystem) -> dict[tuple[int, int], date | None]:
    """The day each membership began: of several ties the first; None where one has no date."""
    found: dict[tuple[int, int], date | None] = {}
    for tie in ecosystem.ties.select(["source", "target", "kind", "valid", "since"]).to_pylist():
        if tie["valid"] and tie["kind"] in MEMBERSHIP_KINDS:
            day = first_day(tie["since"]) if tie["since"] else None
            for pair in ((tie["source"], tie["target"]), (tie["target"], tie["source"])):
                earlier = found.get(pair, day)
                found[pair] = None if day is None or earlier is None else min(day, earlier)
    return found


def _asked(ecosystem: Ecosystem, held: Pairs, chosen: Pairs) -> _Asked:
    """Ask for the cluster chosen of each pair, among those the organization is not in contact with.

    What else it chose is nobody's wrong answer, and no candidate.
    """
    columns = ecosystem.clusters
    place = {int(cluster): column for column, cluster in enumerate(columns)}
    free, new = (np.full((len(held), len(columns)), value, dtype=bool) for value in (True, False))
    around = _contacts(ecosystem)
    chose: dict[int, set[int]] = {}
    for row, cluster in chosen:
        chose.setdefault(row, set()).add(cluster)
    for line, (row, cluster) in enumerate(chosen):
        new[line, place[cluster]] = True
        near = around.indices[around.indptr[row] : around.indptr[row + 1]].tolist()
        for other in ({*near} | chose[row]) - {cluster}:
            if other in place:
                free[line, place[other]] = False
    return _Asked(ecosystem, held, Question(new, free), columns)


def _contacts(ecosystem: Ecosystem) -> Any:
    return co_participation(meetings(ecosystem).part)


def _baselines(asked: _Asked, seed: int) -> Iterator[tuple[str, Floats]]:
    network, columns = _contacts(asked.ecosystem), asked.columns
    shape = (len(asked.held), len(columns))
    scores = {name: np.zeros(shape) for name in GRAPH}
    for line, (row, out) in enumerate(asked.held):
        without = network if out < 0 else _without(network, row, out)
        for name, kind in GRAPH.items():
            scores[name][line] = next(score_rows(without, kind, rows=[row])).scores[0, columns]
    yield from scores.items()
    rows = np.array([row for row, _ in asked.held], dtype=np.int64)
    lat, lon = (
        np.array(asked.ecosystem.organizations[name].to_pylist(), dtype=float) for name in ("lat", "lon")
    )
    km = great_circle_km(lat[rows][:, None], lon[rows][:, None], lat[columns], lon[columns])
    yield "distance", -np.nan_to_num(km, nan=FAR_KM)
    yield "topic_cosine", _topic_cosine(asked.ecosystem, rows, columns)
    yield "random", stream(seed, DICE).random(shape)


def _without(network: Any, row: int, other: int) -> Any:
    less = network.copy()
    for one, two in ((row, other), (other, row)):
        span = slice(less.indptr[one], less.indptr[one + 1])
        less.data[span][less.indices[span] == two] = 0.0
    less.eliminate_zeros()
    return less


def _topic_cosine(ecosystem: Ecosystem, rows: Ints, columns: Ints) -> Floats:
    profiles = topic_profiles(ecosystem)[0]
    spread = np.maximum(np.asarray(profiles.sum(axis=0)).ravel(), 1.0)
    heavy = unit(sparse.csr_array(profiles @ sparse.diags_array(np.log(max(profiles.shape[0], 1) / spread))))
    return np.asarray((heavy[rows] @ heavy[columns].T).toarray())
