"""Snapshot: the ecosystem of one day, frozen.

A standing tie (resident, member, shareholder ...) counts while it holds: it has begun, and has not ended.
A contact (joint project, joint event, agreement ...) that took place stays one. An announced tie is shown
and does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from traitdunion.domain.ecosystem import (
    EVENTS,
    ORGANIZATIONS,
    PARTICIPATIONS,
    SITES,
    STANDING_KINDS,
    TIES,
    TOPICS,
    Ecosystem,
)
from traitdunion.domain.organization import Resolution
from traitdunion.domain.partial_date import first_day, last_day

_SAYS_NOTHING_OF_TIES = frozenset({"award"})  # being honoured does not mean that anyone looked at its ties


def snapshot(resolution: Resolution, *, as_of: date) -> Ecosystem:
    """Freeze what is known on a day.

    Parameters
    ----------
    resolution : Resolution
    as_of : datetime.date
        Ties, events and participations that begin later are left out.

    Returns
    -------
    Ecosystem
    """
    ids = resolution.organizations["id"].to_pylist()
    row_of = {organization: row for row, organization in enumerate(ids)}
    ties = _ties(resolution.ties.to_pylist(), row_of, as_of)
    events, participations = _events(resolution, row_of, as_of)
    covered = _covered(resolution, row_of)
    return Ecosystem.of(
        as_of,
        {
            "organizations": _organizations(resolution, covered, _parents(ties, resolution)),
            "sites": _sites(resolution, row_of),
            "ties": pa.Table.from_pylist(ties, schema=TIES),
            "events": events,
            "participations": participations,
            "topics": _topics(resolution),
        },
    )


def newest_evidence(resolution: Resolution) -> date | None:
    """Give the day of the newest evidence: what a report calls the date of its data.

    A source dated by its year alone counts from the first day of that year.
    """
    dates = [*resolution.ties["source_date"].to_pylist(), *resolution.organizations["as_of"].to_pylist()]
    days = [last_day(partial) if len(partial) > 4 else first_day(partial) for partial in set(dates) - {None}]
    return max(days, default=None)


def _known(row: Mapping[str, Any], as_of: date) -> bool:
    return not row["since"] or first_day(row["since"]) <= as_of


def _valid(row: Mapping[str, Any], as_of: date) -> bool:
    if row["status"] == "announced":
        return False
    if row["kind"] not in STANDING_KINDS:
        return True
    if row["until"]:
        return last_day(row["until"]) >= as_of
    return bool(row["status"] != "ended")


def _ties(rows: Iterable[Mapping[str, Any]], row_of: Mapping[str, int], as_of: date) -> list[dict[str, Any]]:
    kept: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        source, target = row_of[row["from_id"]], row_of[row["to_id"]]
        if source == target or not _known(row, as_of):
            continue
        tie = {name: row.get(name) for name in TIES.names}
        tie |= {"source": source, "target": target, "status": row["status"] or "unknown"}
        tie["valid"] = _valid(tie, as_of)
        kept.setdefault((source, target, row["kind"], row["since"] or "", row["until"] or ""), tie)
    return [kept[key] for key in sorted(kept)]


def _parents(ties: Sequence[Mapping[str, Any]], resolution: Resolution) -> dict[int, int]:
    """Find the cluster each cluster is a part of."""
    kinds = resolution.organizations["kind"].to_pylist()
    return {
        tie["source"]: tie["target"]
        for tie in ties
        if tie["kind"] == "part-of"
        and tie["valid"]
        and kinds[tie["source"]] == kinds[tie["target"]] == "cluster"
    }


def _covered(resolution: Resolution, row_of: Mapping[str, int]) -> set[int]:
    """Find the organizations whose ties some source looked at."""
    table = resolution.organizations
    complete = zip(table["id"].to_pylist(), table["ties_complete"].to_pylist(), strict=True)
    found = {row_of[organization] for organization, all_known in complete if all_known}
    for tie in resolution.ties.select(["from_id", "to_id", "kind"]).to_pylist():
        if tie["kind"] not in _SAYS_NOTHING_OF_TIES:
            found |= {row_of[tie["from_id"]], row_of[tie["to_id"]]}
    took_part = resolution.participations["organization_id"].unique().to_pylist()
    return found | {row_of[organization] for organization in took_part}


def _organizations(resolution: Resolution, covered: set[int], parents: Mapping[int, int]) -> pa.Table:
    table = resolution.organizations
    rows = range(table.num_rows)
    added = {
        "covered": pa.array([row in covered for row in rows], pa.bool_()),
        "part_of": pa.array([parents.get(row) for row in rows], pa.int32()),
    }
    columns = [added[name] if name in added else table[name] for name in ORGANIZATIONS.names]
    return pa.Table.from_arrays(columns, schema=ORGANIZATIONS)


def _sites(resolution: Resolution, row_of: Mapping[str, int]) -> pa.Table:
    rows = [{**row, "organization": row_of[row["organization"]]} for row in resolution.sites.to_pylist()]
    rows.sort(key=lambda row: (row["organization"], row["record"]))
    return pa.Table.from_pylist([{name: row[name] for name in SITES.names} for row in rows], schema=SITES)


def _events(resolution: Resolution, row_of: Mapping[str, int], as_of: date) -> tuple[pa.Table, pa.Table]:
    newest: dict[str, dict[str, Any]] = {}
    for row in resolution.events.to_pylist():
        newest.setdefault(row["record"], row)
    known = sorted(record for record, row in newest.items() if _known(row, as_of))
    column_of = {record: column for column, record in enumerate(known)}
    events = [{**newest[record], "id": record} for record in known]
    took_part: dict[tuple[int, int], dict[str, Any]] = {}
    for row in resolution.participations.to_pylist():
        if row["event_record"] in column_of:
            place = (column_of[row["event_record"]], row_of[row["organization_id"]])
            took_part.setdefault(place, {"role": row["role"], "amount": row["amount"]})
    participations = [
        {"event": event, "organization": organization, **took_part[event, organization]}
        for event, organization in sorted(took_part)
    ]
    return (
        pa.Table.from_pylist([{name: row[name] for name in EVENTS.names} for row in events], schema=EVENTS),
        pa.Table.from_pylist(participations, schema=PARTICIPATIONS),
    )


def _topics(resolution: Resolution) -> pa.Table:
    labels: dict[str, dict[str, Any]] = {}
    for row in resolution.topics.to_pylist():
        labels.setdefault(row["ref"], {"id": row["ref"], **{name: row[name] for name in TOPICS.names[1:]}})
    return pa.Table.from_pylist([labels[topic] for topic in sorted(labels)], schema=TOPICS)
