"""What two clusters have in common, each contact with its source; and who holds pairs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from traitdunion.domain import audit as noun
from traitdunion.domain.ecosystem import NO_CONTACT
from traitdunion.methods.networks.contacts import holders, rolled_up
from traitdunion.steps.audit.ground import Ground, Row, table

_CONTACT_OF = {"agreement": "agreement", "joint-project": "project", "joint-event": "event"}


def contacts_between(ground: Ground) -> list[Row]:
    """List every contact between two clusters that are not part of one another."""
    rows = [*_shared(ground), *_direct(ground)]
    order = ("a", "b", "kind", "through", "since")
    return sorted(rows, key=lambda row: tuple(row[name] or "" for name in order))


def _shared(ground: Ground) -> Iterator[Row]:
    for organization, met in ground.reach():
        numbers = list(met)
        for position, first in enumerate(numbers):
            for second in numbers[position + 1 :]:
                if not (ground.within[first, second] or ground.within[second, first]):
                    evidence = [met[first][0], met[second][0]]
                    yield _contact(ground, (first, second), "shared", evidence, through=organization)


def _direct(ground: Ground) -> Iterator[Row]:
    """Give the ties between two clusters, or their parts, and the events both took part in."""
    seen = set()
    for organization in [row for row in ground.clusters if row in ground.ties]:
        mine = rolled_up([ground.place[organization]], ground.within)
        for other, ties in ground.ties[organization].items():
            theirs = rolled_up([other], ground.within)
            for tie in [tie for tie in ties if tie["kind"] not in NO_CONTACT]:
                for first, second in _apart(mine, theirs, ground):
                    what = (first, second, _said(tie))
                    if what not in seen:
                        seen.add(what)
                        yield _contact(ground, (first, second), _CONTACT_OF.get(tie["kind"], "other"), [tie])


def _apart(mine: Sequence[int], theirs: Sequence[int], ground: Ground) -> Iterator[tuple[int, int]]:
    for one in mine:
        for other in theirs:
            if not (ground.within[one, other] or ground.within[other, one]):
                yield min(one, other), max(one, other)


def _said(tie: Mapping[str, Any]) -> tuple[Any, ...]:
    event = tie.get("event")
    return (event["id"],) if event else tuple(tie[name] for name in ("source", "target", "kind", "since"))


def _contact(
    ground: Ground, pair: tuple[int, int], kind: str, evidence: Sequence[Row], *, through: int | None = None
) -> Row:
    event = evidence[0].get("event") if through is None else None
    return {
        "a": ground.id_of(pair[0]),
        "b": ground.id_of(pair[1]),
        "kind": kind,
        "through": ground.ids[through] if through is not None else event["id"] if event else None,
        "name": event["name"] if event else None,
        "since": max((one["since"] or "" for one in evidence), default="") or None,
        "source_url": " ".join(dict.fromkeys(one["source_url"] for one in evidence if one["source_url"]))
        or None,
        "source_date": max((one["source_date"] or "" for one in evidence), default="") or None,
        "broker": through in ground.broker,
    }


def memberships(ground: Ground) -> pa.Table:
    """List who is tied to which cluster, wholes with their parts."""
    rows = [
        {
            "organization": ground.ids[organization],
            "cluster": ground.id_of(cluster),
            "broker": organization in ground.broker,
        }
        for organization, met in ground.reach()
        for cluster in met
    ]
    return pa.Table.from_pylist(rows, schema=noun.MEMBERSHIPS)


def bridges(ground: Ground, contacts: Sequence[Row]) -> pa.Table:
    """Say who holds pairs of clusters together; the broker counts among the others only for itself."""
    met = dict(ground.reach())
    rows = [
        row
        for broker in (False, True)
        for row in _held(ground, met, [contact for contact in contacts if broker or not contact["broker"]])
        if row["broker"] == broker
    ]
    rows.sort(key=lambda row: (row["broker"], -row["share"], row["organization"]))
    return table(rows, noun.BRIDGES)


def _held(ground: Ground, met: Mapping[int, Any], contacts: Sequence[Row]) -> Iterator[Row]:
    row_of = {organization: row for row, organization in enumerate(ground.ids)}
    between: dict[tuple[str, str], list[int]] = defaultdict(list)
    for contact in contacts:
        holder = row_of[contact["through"]] if contact["kind"] == "shared" else -1
        between[contact["a"], contact["b"]].append(holder)
    for organization, (pairs, alone, share) in holders(between).items():
        yield {
            "organization": ground.ids[organization],
            "clusters": len(met[organization]),
            "pairs": pairs,
            "alone": alone,
            "share": share,
            "broker": organization in ground.broker,
        }


def weak_spots(contacts: Sequence[Row]) -> pa.Table:
    """List the pairs that one organization alone holds together; the broker is one, however many it is."""
    between: dict[tuple[str, str], list[tuple[bool, str | None]]] = defaultdict(list)
    for contact in contacts:
        held_by = contact["through"] if contact["kind"] == "shared" else None
        between[contact["a"], contact["b"]].append((contact["broker"], held_by))
    rows = []
    for (a, b), held in sorted(between.items()):
        others = [organization for broker, organization in held if not broker]
        if not others:
            rows.append({"a": a, "b": b, "organization": held[0][1], "broker": True})
        elif len(others) == 1 and others[0] is not None:
            rows.append({"a": a, "b": b, "organization": others[0], "broker": False})
    return table(rows, noun.WEAK_SPOTS)
