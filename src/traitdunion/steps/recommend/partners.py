"""Advice on partners: organization to organization, from a model that learned what came true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import softmax

from traitdunion.domain.ecosystem import NOT_INTRODUCED, Ecosystem
from traitdunion.domain.recommendation import Recommendation
from traitdunion.domain.rule import rivals
from traitdunion.errors import InputError
from traitdunion.methods.exposure import capped_lists
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.model import PartnerModel, contributions, train, yearly_hazard
from traitdunion.methods.partners.pair_scores import Prepared, prepared
from traitdunion.steps.recommend.bulk import bulk
from traitdunion.steps.recommend.evidence import evidence_of
from traitdunion.steps.recommend.partner_facts import Explained, explained
from traitdunion.steps.recommend.partner_reasons import reasons_for
from traitdunion.steps.recommend.wishes import NONE, Wishes

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
MUST = 1e6  # what a rule adds: more than any score
KEPT = 3_000  # candidates up to which all scores are kept, half a gigabyte; else they are made when asked for
BATCH = 512  # lists made at once where scores are not kept


class Added(NamedTuple):
    """What each kind of evidence adds to scores as learned.

    Attributes
    ----------
    parts : mapping of evidence to ndarray of float32, shape (q, h)
    plain : ndarray, shape (q, h)
        Their sum.
    free : ndarray of bool, shape (q, h)
        Who is a candidate.
    chance : ndarray, shape (q, h), or None
        That two begin something together within a year, 0 where not free; None where history does not tell,
        or where only some of many candidates ask: a score stands for a chance only among the scores of all.
    """

    parts: Mapping[str, npt.NDArray[np.float32]]
    plain: Floats
    free: Bools
    chance: Floats | None


@dataclass(frozen=True, slots=True)
class PartnerAdvice:
    """All that is needed to advise on partners.

    Attributes
    ----------
    ecosystem : Ecosystem
    model : PartnerModel
    evidence : Evidence
    scene : Prepared
        Of all home organizations known.
    facts : Explained
        What reasons are made from.
    kept : Added or None
        Of all candidates; None where they are too many to keep.
    """

    ecosystem: Ecosystem
    model: PartnerModel
    evidence: Evidence
    scene: Prepared
    facts: Explained
    kept: Added | None

    def place(self, organization: str) -> int:
        """Find a candidate by id or exact name.

        Raises
        ------
        InputError
            `organization-unknown`, `organization-not-advised` for one that is abroad, a cluster, or of which
            nothing is known.
        """
        row = self.ecosystem.row(organization)
        found = np.flatnonzero(self.scene.columns == row)
        if not found.size:
            raise InputError("organization-not-advised", organization=organization)
        return int(found[0])

    def added(self, rows: Ints) -> Added:
        """Tell what each kind of evidence adds for some who ask."""
        if self.kept is None:
            return _added(self.scene, self.model, rows)
        if np.array_equal(rows, np.arange(len(self.scene.columns))):
            return self.kept
        parts = {name: part[rows] for name, part in self.kept.parts.items()}
        chance = None if self.kept.chance is None else self.kept.chance[rows]
        return Added(parts, self.kept.plain[rows], self.kept.free[rows], chance)


def _added(scene: Prepared, model: PartnerModel, rows: Ints) -> Added:
    parts, unmet = contributions(scene, model, rows)
    at = scene.columns[rows]
    free = unmet & np.asarray(scene.pattern_every[at][:, scene.columns].toarray() == 0)
    plain = _sum(parts, free.shape)
    hazard = None
    if len(rows) == len(scene.columns):
        hazard = yearly_hazard(scene, model, rows, np.where(unmet, plain, -np.inf))
    return Added(parts, plain, free, None if hazard is None else -np.expm1(-hazard))


def _sum(
    parts: Mapping[str, npt.NDArray[np.float32]],
    shape: tuple[int, ...],
    counts: Mapping[str, float] = MappingProxyType({}),
) -> Floats:
    total = np.zeros(shape)
    for name, part in parts.items():
        total += np.float32(counts.get(name, 1.0)) * part
    return total


@dataclass(frozen=True, slots=True)
class PartnerLists:
    """Advice to many at once.

    Attributes
    ----------
    items : tuple of Recommendation
        In the order of those who asked, the best first.
    cost : float
        Share of the expected success given up to a cap or a floor; 0 without, or where nothing is expected.
    named : mapping of organization to int
        How many lists each is in.
    """

    items: tuple[Recommendation, ...]
    cost: float = 0.0
    named: Mapping[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Recommendation]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def partner_advice(
    ecosystem: Ecosystem,
    *,
    broker: Sequence[str] = (),
    model: PartnerModel | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> PartnerAdvice:
    """Learn who starts to work with whom, and make ready to advise.

    Parameters
    ----------
    ecosystem : Ecosystem
    broker : sequence of str
        Ids of the organizations that run the tool: they introduce, and are not introduced.
    model : PartnerModel, optional
        Learned before from the same ecosystem; learned now when left out.
    progress : callable
        Told the name of each stage.
    """
    evidence = evidence_of(ecosystem, advised(ecosystem, broker))
    if model is None:
        model = train(evidence, day=float(ecosystem.as_of.toordinal() + 1), progress=progress)
    scene = prepared(evidence, evidence.known)
    every = np.arange(len(scene.columns))
    kept = _added(scene, model, every) if len(every) <= KEPT else None
    facts = explained(ecosystem, evidence, scene)
    if kept is not None:
        facts.warm()
    return PartnerAdvice(ecosystem, model, evidence, scene, facts, kept)


def advised(ecosystem: Ecosystem, broker: Sequence[str] = ()) -> Bools:
    """Mark whom advice on partners is about: all but clusters, programmes, those abroad, and the broker."""
    facts = ecosystem.organizations.select(["id", "kind", "region"]).to_pylist()
    apart = {"cluster", *NOT_INTRODUCED}
    return np.array(
        [
            fact["kind"] not in apart and fact["region"] != "abroad" and fact["id"] not in broker
            for fact in facts
        ],
        dtype=bool,
    )


def partners(
    advice: PartnerAdvice, organization: str, *, top: int = 10, wishes: Wishes = NONE
) -> tuple[Recommendation, ...]:
    """Recommend partners to an organization: those that no tie shows together with it, dated or not.

    Parameters
    ----------
    organization : str
        Id or exact name.
    top : int
    wishes : Wishes

    Raises
    ------
    InputError
        When nobody, or more than one, is called so, or it is not one that is advised.
    """
    return partner_lists(advice, [organization], top=top, wishes=wishes).items


def partner_lists(
    advice: PartnerAdvice,
    organizations: Sequence[str] | None = None,
    *,
    top: int = 10,
    cap: int | None = None,
    floor: int = 0,
    wishes: Wishes = NONE,
) -> PartnerLists:
    """Recommend partners to many organizations, all that are advised by default.

    Parameters
    ----------
    top : int
        Of each list.
    cap : int, optional
        Lists an organization is in at most, so that stars are not drowned.
    floor : int
        Lists an organization is in at least, where it is a candidate of so many.
    wishes : Wishes

    Raises
    ------
    InputError
        `organization-unknown`, `organization-not-advised`; `top-negative`, `floor-above-cap`.
    """
    every = np.arange(len(advice.scene.columns))
    rows = (
        every if organizations is None else np.array([advice.place(one) for one in organizations], np.int64)
    )
    whole = bool(cap or floor) or advice.kept is not None
    size = max(len(rows), 1) if whole else BATCH
    items: list[Recommendation] = []
    named = np.zeros(len(every), dtype=np.int64)
    cost = 0.0
    for some in (rows[start : start + size] for start in range(0, len(rows), size)):
        weighed = weighed_for(advice, some, wishes)
        chance = weighed.added.chance
        worth = _worth(weighed) if cap or floor else weighed.scores
        lists = capped_lists(worth, length=top, cap=cap, floor=floor, value=chance)
        lines, at = np.nonzero(lists.columns >= 0)
        with bulk():
            items += recommended(advice, weighed, lines, lists.columns[lines, at], wishes)
        named += lists.times
        cost = lists.cost if (cap or floor) and np.isfinite(lists.cost) else 0.0
    ids = advice.facts.ids
    return PartnerLists(
        tuple(items), float(cost), {ids[one]: int(named[one]) for one in np.flatnonzero(named).tolist()}
    )


def _worth(weighed: Weighed) -> Floats:
    """What a place in a list is worth, in a measure that compares lists: a chance."""
    candidates = np.isfinite(weighed.scores)
    shares = softmax(np.where(candidates, weighed.total, -1e9), axis=1)
    chance = shares if weighed.added.chance is None else weighed.added.chance
    return np.where(candidates, np.where(weighed.scores >= MUST, 2.0, chance), -np.inf)


def between(
    advice: PartnerAdvice, first: str, second: str, *, top: int = 10, each: int = 2, wishes: Wishes = NONE
) -> tuple[Recommendation, ...]:
    """Recommend introductions between those around one cluster and those around another.

    Parameters
    ----------
    first, second : str
        Clusters, by id or exact name.
    top : int
    each : int
        Introductions an organization is in at most.

    Raises
    ------
    InputError
        `organization-unknown`; `not-a-cluster`; `pair-itself`.
    """
    if advice.ecosystem.row(first) == advice.ecosystem.row(second):
        raise InputError("pair-itself", organization=first)
    sides = [_around(advice, name) for name in (first, second)]
    here, there = (np.array(sorted(own - other), dtype=np.int64) for own, other in (sides, sides[::-1]))
    weighed = weighed_for(advice, here, wishes)
    lines, columns = _spread(weighed.scores[:, there], here, there, top, each)
    return tuple(recommended(advice, weighed, lines, there[columns], wishes))


def _spread(scores: Floats, here: Ints, there: Ints, top: int, each: int) -> tuple[Ints, Ints]:
    """Choose the best pairs, nobody in more than `each`, as places in the scores."""
    used: dict[int, int] = {}
    found: list[tuple[int, int]] = []
    for place in np.argsort(-scores, axis=None, kind="stable").tolist():
        line, column = divmod(place, len(there))
        pair = int(here[line]), int(there[column])
        if len(found) >= top or not np.isfinite(scores[line, column]):
            break
        if all(used.get(one, 0) < each for one in pair):
            used |= {one: used.get(one, 0) + 1 for one in pair}
            found.append((line, column))
    lines, columns = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return lines, columns


class Weighed(NamedTuple):
    """Scores after the manager's wishes.

    Attributes
    ----------
    rows : ndarray of int, shape (q,)
        Who asks.
    added : Added
        As learned.
    counts : mapping of evidence to float
        What each counts.
    total : ndarray, shape (q, h)
        Sum of what each adds, as it counts.
    scores : ndarray, shape (q, h)
        The same, but -inf for who is no candidate or barred, and more than any other for who must meet.
    """

    rows: Ints
    added: Added
    counts: Mapping[str, float]
    total: Floats
    scores: Floats


def weighed_for(advice: PartnerAdvice, rows: Ints, wishes: Wishes) -> Weighed:
    """Score all candidates for some who ask, as the manager wishes."""
    added = advice.added(rows)
    counts = {one.evidence: wishes.counts(one.proximity) for one in advice.model.named}
    raised = any(count != 1.0 for count in counts.values())
    total = _sum(added.parts, added.free.shape, counts) if raised else added.plain
    scores = np.where(added.free, total, -np.inf)
    _obey(advice, rows, scores, wishes)
    return Weighed(rows, added, counts, total, scores)


def _obey(advice: PartnerAdvice, rows: Ints, scores: Floats, wishes: Wishes) -> None:
    """Bar whom rules and answers bar, and put first who must meet; written into `scores`.

    Who must meet meets even a rival; who must not, or was asked already, is never named.
    """
    ids, activities = advice.facts.ids, [row["activities"] or () for row in advice.facts.rows]
    place = {one: column for column, one in enumerate(ids)}
    line = {row: number for number, row in enumerate(rows.tolist())}
    for shy in sorted(place[one] for one in wishes.shy if one in place):
        alike = np.array([rivals(activities[shy], other) for other in activities], dtype=bool)
        scores[alike[rows], shy] = -np.inf
        if shy in line:
            scores[line[shy], alike] = -np.inf
    for value, pairs in ((MUST, wishes.musts), (-np.inf, wishes.barred)):
        for one, other in ((place.get(one), place.get(other)) for one, other in pairs):
            if one in line and other is not None and one != other:
                scores[line[one], other] = value


def _around(advice: PartnerAdvice, cluster: str) -> set[int]:
    """Candidates in contact with a cluster, as places."""
    row = advice.ecosystem.row(cluster)
    if advice.ecosystem.organizations["kind"][row].as_py() != "cluster":
        raise InputError("not-a-cluster", organization=cluster)
    near = set(advice.facts.contacts_of(row))
    return {place for place, column in enumerate(advice.scene.columns.tolist()) if column in near}


def recommended(
    advice: PartnerAdvice, weighed: Weighed, lines: Ints, columns: Ints, wishes: Wishes
) -> list[Recommendation]:
    """Write recommendations for some pairs: lines of the scores, and columns."""
    ids, rows = advice.facts.ids, weighed.rows[lines]
    adds = {
        name: np.float32(weighed.counts[name]) * part[lines, columns]
        for name, part in weighed.added.parts.items()
    }
    pairs = [(ids[row], ids[column]) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]
    musts = wishes.musts
    reasons = reasons_for(advice.facts, rows, columns, adds, [musts.get(pair) for pair in pairs])
    scores = weighed.total[lines, columns].tolist()
    return [
        Recommendation(organization, partner, "partner", "", score, told, chance)
        for (organization, partner), score, told, chance in zip(
            pairs, scores, reasons, _chances(weighed.added, lines, columns), strict=True
        )
    ]


def _chances(added: Added, lines: Ints, columns: Ints) -> list[float | None]:
    """Give the chance of each pair; None for partners already, whom a rule makes meet."""
    if added.chance is None:
        return [None] * len(lines)
    free = added.free[lines, columns].tolist()
    chances = added.chance[lines, columns].tolist()
    return [chance if new else None for chance, new in zip(chances, free, strict=True)]
