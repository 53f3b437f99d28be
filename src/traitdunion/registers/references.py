"""Whom a tie or a participation names: by reference, by identifier, by exact name, in that order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from traitdunion.domain.organization import UNRESOLVED
from traitdunion.domain.record import PARTICIPATIONS, TIES, Records

TIES_REFERRED = pa.schema([*TIES, pa.field("from_id", pa.string()), pa.field("to_id", pa.string())])
PARTICIPATIONS_REFERRED = pa.schema(
    [*PARTICIPATIONS, pa.field("organization_id", pa.string()), pa.field("event_record", pa.string())]
)
_IDENTIFIERS = ("number", "vat", "pic", "lei", "ror")


def refer(
    records: Records, organizations: pa.Table, membership: pa.Table
) -> tuple[pa.Table, pa.Table, pa.Table]:
    """Find the organizations that ties and participations name.

    Returns
    -------
    ties, participations : pyarrow.Table
        Those whose ends are all known, with the ids of the organizations.
    unresolved : pyarrow.Table
        Ends that name no known organization, or more than one.
    """
    book = _Book(organizations, membership)
    events = set(records.events["record"].to_pylist())
    ties, lost_ties = _found(_newest(records.ties), book, {"from_id": "from_ref", "to_id": "to_ref"}, "ties")
    took_part, lost = _found(
        _newest(records.participations), book, {"organization_id": "organization_ref"}, "participations"
    )
    for row in took_part:
        row["event_record"] = f"{row['source']}:{row['event_ref']}"
    lost += [_lost(row, row["event_ref"], "events") for row in took_part if row["event_record"] not in events]
    took_part = [row for row in took_part if row["event_record"] in events]
    return (
        pa.Table.from_pylist(ties, schema=TIES_REFERRED),
        pa.Table.from_pylist(took_part, schema=PARTICIPATIONS_REFERRED),
        pa.Table.from_pylist(lost_ties + lost, schema=UNRESOLVED),
    )


class _Book:
    """Looks organizations up by what people call them."""

    def __init__(self, organizations: pa.Table, membership: pa.Table) -> None:
        pairs = zip(membership["record"].to_pylist(), membership["organization"].to_pylist(), strict=True)
        self._by_record: Mapping[str, str] = dict(pairs)
        self._by_identifier = _unique(self._identifiers(organizations))
        self._by_name = _unique(self._names(organizations))

    def find(self, source: str, ref: str) -> str | None:
        for record in (f"{source}:{ref}", ref):
            if record in self._by_record:
                return self._by_record[record]
        digits = "".join(sign for sign in ref if sign.isalnum()).upper()
        for identifier in (digits, digits.removeprefix("BE")):
            if identifier in self._by_identifier:
                return self._by_identifier[identifier]
        return self._by_name.get(_plain(ref))

    @staticmethod
    def _identifiers(organizations: pa.Table) -> Iterable[tuple[str, str]]:
        ids = organizations["id"].to_pylist()
        for scheme in _IDENTIFIERS:
            for organization, value in zip(ids, organizations[scheme].to_pylist(), strict=True):
                if value:
                    yield value.upper(), organization

    @staticmethod
    def _names(organizations: pa.Table) -> Iterable[tuple[str, str]]:
        columns = [organizations[name].to_pylist() for name in ("id", "name", "aliases")]
        for organization, name, aliases in zip(*columns, strict=True):
            for one in (name, *(aliases or ())):
                yield _plain(one), organization


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str | None] = {}
    for key, organization in pairs:
        found[key] = organization if found.get(key, organization) == organization else None
    return {key: organization for key, organization in found.items() if organization is not None}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _newest(table: pa.Table) -> list[dict[str, Any]]:
    """Keep the first row of each record: the newest load stands first."""
    rows: dict[str, dict[str, Any]] = {}
    for row in table.to_pylist():
        rows.setdefault(row["record"], row)
    return list(rows.values())


def _found(
    rows: list[dict[str, Any]], book: _Book, ends: Mapping[str, str], noun: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    known, lost = [], []
    for row in rows:
        for name, ref in ends.items():
            row[name] = book.find(row["source"], row[ref])
        missing = [row[ref] for name, ref in ends.items() if row[name] is None]
        lost += [_lost(row, ref, noun) for ref in missing]
        if not missing:
            known.append(row)
    return known, lost


def _lost(row: Mapping[str, Any], ref: str, noun: str) -> dict[str, Any]:
    return {"record": row["record"], "noun": noun, "ref": ref, "file": row["file"], "row": row["row"]}
