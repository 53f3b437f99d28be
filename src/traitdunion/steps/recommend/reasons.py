"""The facts behind a recommendation, each with its source and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from traitdunion.domain.recommendation import Purpose, Reason, Recommendation
from traitdunion.steps.recommend.affinity import Fit, kilometres
from traitdunion.steps.recommend.ground import Ground, Part

NAMED = 3  # how many names or topics a reason spells out
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
    reasons = [*first, *fitting][:5]
    if len(reasons) < 2:
        reasons.append(_size(ground, partner))
    if len(reasons) < 2:
        reasons.append(Reason("few-data", {}, *_said_of(ground.rows[row])))
    return Recommendation(
        organization=ground.rows[row]["id"],
        partner=ground.rows[partner]["id"],
        purpose=purpose,
        via="" if via is None else ground.rows[via]["id"],
        score=fit.score,
        reasons=tuple(reasons),
    )


def _fitting(ground: Ground, row: int, partner: int, fit: Fit) -> Iterator[Reason]:
    """Give the facts behind each part of the score that is not zero, and what would be a first."""
    for name, maker in _MAKERS.items():
        if fit.parts[name] >= TELLING:
            yield from maker(ground, row, partner, fit.parts[name])
    yield from _first_of_region(ground, row, partner)


def _distance(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    one, other = ground.rows[row], ground.rows[partner]
    km = float(kilometres(ground, [row], [partner])[0, 0])
    values = {"km": round(km, 1), "place": one["city"] or "", "partner_place": other["city"] or ""}
    yield Reason("distance", {**values, "precision": one["precision"] or ""}, *_said_of(one), weight)


def _shared_topics(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    there = ground.done_around(partner)
    shared = [topic for topic in ground.does(row) if topic in there]
    best = sorted(shared, key=lambda topic: (-there[topic], ground.topics[topic]))[:NAMED]
    others = there[best[0]] - (best[0] in ground.does(partner))
    values = {"topics": [ground.topics[topic] for topic in best], "organizations": others}
    yield Reason("shared-topics", values, *_said_of(ground.rows[partner]), weight)


def _complement(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    own = set(ground.does(row))
    wanted = {
        topic: ground.closeness[row, topic] for topic in ground.done_around(partner) if topic not in own
    }
    best = sorted(wanted, key=lambda topic: (-wanted[topic], ground.topics[topic]))[:NAMED]
    values = {"topics": [ground.topics[topic] for topic in best if wanted[topic] > 0]}
    yield Reason("complementary", values, *_said_of(ground.rows[partner]), weight)


def _known_to_both(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    common = set(ground.near(row).tolist()) & set(ground.near(partner).tolist())
    best = sorted(common, key=lambda one: (len(ground.near(one)), ground.rows[one]["id"]))
    evidence = [ground.evidence[row, one] for one in best[:NAMED] if (row, one) in ground.evidence]
    values = {"organizations": [ground.rows[one]["id"] for one in best[:NAMED]], "count": len(best)}
    yield Reason("partners-in-common", values, *_evidence(evidence, ground.rows[row]), weight)


def _peers_there(ground: Ground, row: int, partner: int, weight: float) -> Iterator[Reason]:
    own = ground.divisions_of(row)
    peers = [one for one in ground.near(partner).tolist() if one != row and own & ground.divisions_of(one)]
    best = sorted(peers, key=lambda one: ground.rows[one]["id"])
    evidence = [ground.evidence[one, partner] for one in best[:NAMED] if (one, partner) in ground.evidence]
    values = {"organizations": [ground.rows[one]["id"] for one in best[:NAMED]], "count": len(best)}
    if best:
        yield Reason("peers", values, *_evidence(evidence, ground.rows[partner]), weight)


def _first_of_region(ground: Ground, row: int, partner: int) -> Iterator[Reason]:
    region = ground.rows[row]["region"]
    tied = ground.near(partner).tolist()
    there = [one for one in tied if ground.rows[one]["member"] and ground.rows[one]["region"] == region]
    if region and ground.rows[row]["member"] and not there:
        yield Reason("first-of-region", {"region": region}, *_said_of(ground.rows[partner]))


def _size(ground: Ground, partner: int) -> Reason:
    count = len(ground.near(partner))
    return Reason("standing", {"organizations": count}, *_said_of(ground.rows[partner]))


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


def _said_of(row: Mapping[str, Any]) -> tuple[str, str]:
    return (row["source_urls"] or [""])[0], row["as_of"] or ""


def _evidence(ties: Sequence[Mapping[str, Any]], row: Mapping[str, Any]) -> tuple[str, str]:
    stated = [tie for tie in ties if tie["source_url"]]
    return (stated[0]["source_url"], stated[0]["source_date"] or "") if stated else _said_of(row)


_MAKERS: Mapping[Part, Callable[[Ground, int, int, float], Iterator[Reason]]] = {
    "distance": _distance,
    "shared-topics": _shared_topics,
    "complementary": _complement,
    "partners-in-common": _known_to_both,
    "peers": _peers_there,
}
