"""Small ecosystems made by hand, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.record import Records, record_key, table_of
from traitdunion.registers.resolve import resolve
from traitdunion.registers.snapshot import snapshot


def organization(ref: str, **said: Any) -> dict[str, Any]:
    kind = said.pop("kind", "company")
    row = {
        "record": f"local:{ref}",
        "source": "local",
        "ref": ref,
        "name": ref,
        "kind": kind,
        "file": "t",
        "row": 2,
    }
    return row | said


def cluster(ref: str, **said: Any) -> dict[str, Any]:
    return organization(ref, kind="cluster", cluster_kind="hub", **said)


def tie(one: str, other: str, kind: str = "member", **said: Any) -> dict[str, Any]:
    key = record_key("local", one, other, kind, said.get("since"))
    row = {
        "record": key,
        "source": "local",
        "from_ref": one,
        "to_ref": other,
        "kind": kind,
        "file": "t",
        "row": 2,
    }
    return row | said


def records(
    organizations: Iterable[Mapping[str, Any]], ties: Iterable[Mapping[str, Any]] = (), **others: Any
) -> Records:
    empty = Records.empty()
    return Records(
        organizations=table_of("organizations", organizations),
        ties=table_of("ties", ties),
        events=table_of("events", others.get("events", ())),
        participations=table_of("participations", others.get("participations", ())),
        topics=empty.topics,
    )


def ecosystem(*parts: Any, as_of: date = date(2026, 1, 1), **others: Any) -> Ecosystem:
    return snapshot(resolve(records(*parts, **others)), as_of=as_of)
