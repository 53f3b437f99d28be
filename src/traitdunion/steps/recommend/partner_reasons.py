"""The facts behind advice on partners, each with its source and date, the weightiest first.

A reason stands for one kind of evidence. Its weight is what that evidence adds to the score: without its
features the score would be lower by as much. Evidence that speaks against a pair is no reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.recommendation import Reason
from traitdunion.domain.rule import Rule
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.recommend import facts as told
from traitdunion.steps.recommend.facts import MOST, NAMED, said_of
from traitdunion.steps.recommend.partner_facts import Explained

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Made = Iterator[Reason | None]
Maker = Callable[[Explained, Ints, Ints, Sequence[float]], Made]
TELLING = 0.05  # what adds less to the score is no reason
BATCH = 4_096  # pairs explained at once


def reasons_for(
    facts: Explained,
    rows: Ints,
    columns: Ints,
    adds: Mapping[str, npt.NDArray[Any]],
    musts: Sequence[Rule | None],
) -> list[tuple[Reason, ...]]:
    """Give two to five facts for each of some pairs of candidates.

    Parameters
    ----------
    facts : Explained
    rows, columns : ndarray of int, shape (n,)
        Who asks and who is named, as places.
    adds : mapping of evidence to ndarray, shape (n,)
        What it adds to each score.
    musts : sequence of Rule or None, length n
        By which they must meet.
    """
    found: list[tuple[Reason, ...]] = []
    for start in range(0, len(rows), BATCH):
        at = slice(start, start + BATCH)
        some = {name: np.asarray(part[at], dtype=float) for name, part in sorted(adds.items())}
        found.extend(_chosen(facts, rows[at], columns[at], some, musts[at]))
    return found


def _chosen(
    facts: Explained, rows: Ints, columns: Ints, adds: Mapping[str, Floats], musts: Sequence[Rule | None]
) -> Iterator[tuple[Reason, ...]]:
    """Take the weightiest of each pair; of equals the first by name."""
    table = np.column_stack(list(adds.values()))
    made = [_made(facts, rows, columns, name, weights) for name, weights in adds.items()]
    order = np.argsort(-table, axis=1, kind="stable").tolist()
    telling = (table >= TELLING).sum(axis=1).tolist()
    contacts = facts.scene.degree_every[facts.columns[columns]].tolist()
    for line, (row, column, must) in enumerate(zip(rows.tolist(), columns.tolist(), musts, strict=True)):
        found = [] if must is None else [told.asked_for(must)]
        for place in order[line][: telling[line]]:
            reason = made[place][line]
            if reason is not None:
                found.append(reason)
        count = int(contacts[line]) or None
        yield told.at_least_two(found[:MOST], facts.rows[row], facts.rows[column], count)


def _made(
    facts: Explained, rows: Ints, columns: Ints, name: str, weights: Floats
) -> Mapping[int, Reason | None]:
    """Make the reason of one kind of evidence for the pairs it speaks for."""
    at = np.flatnonzero(weights >= TELLING)
    if not len(at):
        return {}
    return dict(
        zip(at.tolist(), _MAKERS[name](facts, rows[at], columns[at], weights[at].tolist()), strict=True)
    )


def _shared_partners(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    common = sparse.csr_array(facts.contacts(rows).multiply(facts.contacts(columns)))
    best, counts = _best(common, 2, facts.rank), np.diff(common.indptr).tolist()
    for row, partners, count, weight in zip(rows.tolist(), best, counts, weights, strict=True):
        last = facts.last_with(row)
        shown = [last[partner] for partner in partners]
        values = {
            "organizations": [facts.every[partner] for partner in partners],
            "projects": [one.project for one in shown],
            "years": [one.year for one in shown],
            "count": count,
        }
        yield _when(shown, "shared-partners-projects", values, weight)


def _close(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    """Count those around one that are in contact with the other, or with somebody around the other."""
    mine, theirs = facts.contacts(rows), facts.contacts(columns)
    common = sparse.csr_array(mine.multiply(theirs))
    named, line = np.unique(columns, return_inverse=True)
    reach, near = facts.reach(named), facts.contacts(named).toarray() != 0
    near[np.arange(len(named)), facts.columns[named]] = True
    at = np.repeat(line, np.diff(mine.indptr)), mine.indices
    mine.data = (reach[at] & ~near[at]).astype(float)
    mine.eliminate_zeros()
    counts = (np.diff(mine.indptr) + np.diff(common.indptr)).tolist()
    firsts = zip(_best(mine, 1, facts.rank), _best(common, 1, facts.rank), strict=True)
    for row, first, count, weight in zip(rows.tolist(), firsts, counts, weights, strict=True):
        last = facts.last_with(row)
        shown = [last[one] for one in first[0] or first[1]]
        yield _when(shown, "close-in-network", {"partners": count}, weight)


def _when(shown: Sequence[Any], key: str, values: Mapping[str, Any], weight: float) -> Reason | None:
    """Give a reason the source of the first of what was done together; none where nothing was."""
    return Reason(key, values, shown[0].source, shown[0].date, weight) if shown else None


def _calls(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    both = sparse.csr_array(facts.did[rows].minimum(facts.did[columns]))
    both.data = both.data * facts.rarity[both.indices]
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    for pair, best, weight in zip(pairs, _best(both, NAMED), weights, strict=True):
        own, other = (_of_themes(facts, place, best) for place in pair)
        values = {"topics": [facts.topics[theme] for theme in best], "here": len(own), "there": len(other)}
        last = max(other, key=facts.order.__getitem__, default=None)
        yield None if last is None else Reason("shared-calls", values, *facts.source_of(last), weight)


def _of_themes(facts: Explained, place: int, themes: Sequence[int]) -> set[int]:
    of = facts.with_theme(place)
    return {event for theme in themes for event in of[theme]}


def _words(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    both = sparse.csr_array(facts.spoken[rows].multiply(facts.spoken[columns]))
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    for (row, column), best, weight in zip(pairs, _best(both, NAMED), weights, strict=True):
        last = facts.last_project(column)
        written = facts.spelled(row)
        values = {"words": [written[word] for word in best]}
        yield Reason("shared-words", values, *last, weight) if best and last else None


def _topics(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    for row, column, weight in zip(rows.tolist(), columns.tolist(), weights, strict=True):
        one, other = facts.rows[row], facts.rows[column]
        said = said_of(other)
        topics = one["topics"] & other["topics"]
        activities = () if topics else one["activities"] & other["activities"]
        if topics:
            values = {"topics": sorted(topics)[:NAMED], "organizations": 0}
            yield Reason("shared-topics", values, *said, weight)
        elif activities:
            yield Reason("shared-activities", {"activities": sorted(activities)[:NAMED]}, *said, weight)
        else:
            yield None


def _need(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    for row, column, weight in zip(rows.tolist(), columns.tolist(), weights, strict=True):
        met = facts.rows[row]["needs"] & facts.rows[column]["offers"]
        yield told.exchanged("need-met", met, facts.rows[column], weight) if met else None


def _offer(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    for row, column, weight in zip(rows.tolist(), columns.tolist(), weights, strict=True):
        met = facts.rows[column]["needs"] & facts.rows[row]["offers"]
        yield told.exchanged("offer-wanted", met, facts.rows[column], weight) if met else None


def _distance(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    lat, lon = (getattr(facts.scene.evidence, name)[facts.columns] for name in ("lat", "lon"))
    km = great_circle_km(lat[rows], lon[rows], lat[columns], lon[columns])
    for row, column, apart, weight in zip(rows.tolist(), columns.tolist(), km.tolist(), weights, strict=True):
        other = facts.rows[column]
        known = np.isfinite(apart)
        yield told.distance(facts.rows[row], other, apart, weight, of=other) if known else None


def _region(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    for row, column, weight in zip(rows.tolist(), columns.tolist(), weights, strict=True):
        other = facts.rows[column]
        same = other["region"] and facts.rows[row]["region"] == other["region"]
        yield told.same_region(other, weight) if same else None


def _kinds(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    for row, column, weight in zip(rows.tolist(), columns.tolist(), weights, strict=True):
        other = facts.rows[column]
        values = {"kind": facts.rows[row]["kind"], "partner_kind": other["kind"]}
        yield Reason("kinds", values, *said_of(other), weight) if all(values.values()) else None


def _group(facts: Explained, rows: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    inside = facts.scene.evidence.group[facts.columns[rows], facts.columns[columns]]
    of_one = np.asarray(inside.todense() if sparse.issparse(inside) else inside).ravel().tolist()
    for column, same, weight in zip(columns.tolist(), of_one, weights, strict=True):
        values: dict[str, Any] = {"organizations": []}
        yield Reason("same-group", values, *said_of(facts.rows[column]), weight) if same else None


def _standing(facts: Explained, _: Ints, columns: Ints, weights: Sequence[float]) -> Made:
    counts = facts.scene.degree_every[facts.columns[columns]].astype(int).tolist()
    for column, count, weight in zip(columns.tolist(), counts, weights, strict=True):
        yield told.standing(facts.rows[column], count, weight) if count else None


def _best(matrix: Any, most: int, rank: Ints | None = None) -> list[list[int]]:
    """Give the columns of each row that hold the most; of equals those of the lowest rank."""
    lines = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    equals = matrix.indices if rank is None else rank[matrix.indices]
    columns = matrix.indices[np.lexsort((equals, -matrix.data, lines))].tolist()
    starts, ends = matrix.indptr[:-1].tolist(), matrix.indptr[1:].tolist()
    return [columns[start : min(start + most, end)] for start, end in zip(starts, ends, strict=True)]


_MAKERS: Mapping[str, Maker] = {
    "partners-in-common": _shared_partners,
    "close-in-network": _close,
    "shared-calls": _calls,
    "shared-words": _words,
    "shared-topics": _topics,
    "need-met": _need,
    "offer-wanted": _offer,
    "distance": _distance,
    "same-region": _region,
    "kinds": _kinds,
    "same-group": _group,
    "standing": _standing,
}
