"""The facts behind a recommendation, each with its source and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from traitdunion.domain.recommendation import Purpose, Reason, Recommendation
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.recommend import facts
from traitdunion.steps.recommend.affinity import Fit
from traitdunion.steps.recommend.facts import MOST, NAMED, entries, said_of
from traitdunion.steps.recommend.ground import Ground, Part

TELLING = 0.005  # a part that adds less to the score than this is no reason


def recommendation(
    ground: Ground,
    row: int,
    partner: int,
    fit: Fit,
    purpose: Purpose,
    *,
    first: Sequence[Reason] = (),
    via: int | None = None,
) -> Recommendation:
    """Write a recommendation: the reasons given first, then what fits, the weightiest first."""
    fitting = sorted(_fitting(ground, row, partner, fit), key=lambda reason: -reason.weight)
    one, other = ground.rows[row], ground.rows[partner]
    return Recommendation(
        organization=one["id"],
        partner=other["id"],
        purpose=purpose,
        via="" if via is None else ground.rows[via]["id"],
        score=fit.score,
        reasons=facts.at_least_two([*first, *fitting][:MOST], one, other, len(ground.near(partner))),
    )


def _fitting(ground: Ground, row: int, partner: int, fit: Fit) -> Iterator[Reason]:
    """Give the facts behind each part of the score that is not zero, and what would be a first."""
    for name, maker in _MAKERS.items():
        if fit.parts[name] >= TELLING:
            yield from maker(ground, row, partner, fit.parts[name])
    yield from _first_of_region(ground, row, partner)


def _distance(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    km = float(great_circle_km(ground.lat[row], ground.lon[row], ground.lat[partner], ground.lon[partner]))
    one = ground.rows[row]
    yield facts.distance(one, ground.rows[partner], km, weight, of=one)


def _shared_topics(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    there = ground.done_around(partner)
    shared = [topic for topic in ground.does(row) if topic in there]
    best = sorted(shared, key=lambda topic: (-there[topic], ground.topics[topic]))[:NAMED]
    others = there[best[0]] - (best[0] in ground.does(partner))
    values = {"topics": [ground.topics[topic] for topic in best], "organizations": others}
    yield Reason("shared-topics", values, *said_of(ground.rows[partner]), weight)


def _complement(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    own, near = {*ground.does(row)}, ground.close_to(row)
    wanted = [topic for topic in ground.done_around(partner) if topic not in own and near[topic] > 0]
    best = sorted(wanted, key=lambda topic: (-near[topic], ground.topics[topic]))[:NAMED]
    values = {"topics": [ground.topics[topic] for topic in best]}
    yield Reason("complementary", values, *said_of(ground.rows[partner]), weight)


def _known_to_both(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    common = {*ground.near(row)} & {*ground.near(partner)}
    best = sorted(common, key=lambda one: (len(ground.near(one)), ground.rows[one]["id"]))
    evidence = [ground.evidence[row, one] for one in best[:NAMED] if (row, one) in ground.evidence]
    values = _named(ground, best)
    yield Reason("partners-in-common", values, *_evidence(evidence, ground.rows[row]), weight)


def _peers_there(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    there = ground.peers_at(partner)
    peers = {one for division in ground.divisions_of(row) for one in there.get(division, ())} - {row}
    best = sorted(peers, key=lambda one: str(ground.rows[one]["id"]))
    evidence = [ground.evidence[one, partner] for one in best[:NAMED] if (one, partner) in ground.evidence]
    if best:
        values = _named(ground, best)
        yield Reason("peers", values, *_evidence(evidence, ground.rows[partner]), weight)


def _named(ground: Ground, rows: Sequence[int]) -> dict[str, Any]:
    return {"organizations": [ground.rows[one]["id"] for one in rows[:NAMED]], "count": len(rows)}


def _first_of_region(ground: Ground, row: int, partner: int) -> Iterator[Reason]:
    region = ground.rows[row]["region"]
    if region and ground.rows[row]["member"] and region not in ground.regions_at(partner):
        yield Reason("first-of-region", {"region": region}, *said_of(ground.rows[partner]))


def gap_reason(ground: Ground, gap: Mapping[str, Any]) -> Reason:
    """Say that two clusters meet less than expected, or only through the broker."""
    key = "gap" if gap["observed"] or not gap["through_broker"] else "nothing-between"
    values = {name: gap[name] for name in ("a", "b", "observed", "expected", "ratio", "low", "high")}
    return Reason(
        key, values, f"audit:{ground.ecosystem.key[:12]}", ground.ecosystem.as_of.isoformat(), gap["weight"]
    )


def standing_reasons(ground: Ground, row: int, here: int) -> Iterator[Reason]:
    """Say how an organization is tied to the cluster it would come from."""
    tie = ground.evidence.get((row, here))
    if tie is not None:
        values = {"cluster": ground.rows[here]["id"], "kind": tie["kind"], "since": tie["since"] or ""}
        yield Reason("tied-to", values, *_evidence([tie], ground.rows[row]))


def _needed(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    met = {*entries(ground.needs, row)} & {*entries(ground.offers, partner)}
    needs = [ground.exchanged[column] for column in met]
    yield facts.exchanged("need-met", needs, ground.rows[partner], weight)


def _same_region(ground: Ground, _: int, partner: int, weight: float) -> Iterator[Reason]:
    yield facts.same_region(ground.rows[partner], weight)


def _same_group(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    """Name those of one's own group that the partner has contact with."""
    inside = sorted({*entries(ground.group, row)} & {*ground.near(partner)})
    key = "group-there" if inside else "same-group"
    yield Reason(key, _named(ground, inside), *said_of(ground.rows[partner]), weight)


def _standing(ground: Ground, _: int, partner: int, weight: float) -> Iterator[Reason]:
    yield facts.standing(ground.rows[partner], len(ground.near(partner)), weight)


def _evidence(ties: Sequence[Mapping[str, Any]], row: Mapping[str, Any]) -> tuple[str, str]:
    stated = [tie for tie in ties if tie["source_url"]]
    return (stated[0]["source_url"], stated[0]["source_date"] or "") if stated else said_of(row)


_MAKERS: Mapping[Part, Callable[[Ground, int, int, float], Iterator[Reason]]] = {
    "distance": _distance,
    "shared-topics": _shared_topics,
    "complementary": _complement,
    "partners-in-common": _known_to_both,
    "peers": _peers_there,
    "need-met": _needed,
    "same-region": _same_region,
    "same-group": _same_group,
    "standing": _standing,
}
