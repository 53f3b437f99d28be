"""Resolve: from records to organizations, and pairs of doubt for a person to judge.

The same number is the same organization; else name and place together. A judgment always wins. What an
organization is, is a function of records and judgments alone: take a judgment back and everything stands
as before, since a tie keeps the reference of its record and never that of an organization.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.domain.judgment import Judgment
from traitdunion.domain.organization import DOUBTS, MEMBERSHIP, MERGED, SITES, Resolution
from traitdunion.domain.record import ORGANIZATIONS, Records
from traitdunion.registers.linkage import SURE, score_pairs
from traitdunion.registers.places import locate_places
from traitdunion.registers.references import refer

_LISTS = ("aliases", "activities", "topics", "offers", "needs", "source_urls")
_FLAGS = ("member", "named", "ties_complete")
_PLACE = ("lat", "lon", "precision", "country", "region", "municipality_fr", "municipality_nl")
_IDENTIFIERS = ("number", "vat", "pic", "lei", "ror")
_FIELDS = tuple(
    name for name in ORGANIZATIONS.names if name not in ("record", "source", "ref", "extra", "file", "row")
)


def resolve(records: Records, judgments: Sequence[Judgment] = (), *, seed: int = 1) -> Resolution:
    """Find the organizations that records speak of.

    Parameters
    ----------
    records : Records
        Of all loads, the newest load first: it has the first word where two disagree.
    judgments : sequence of Judgment
        Rulings that hold; they win over every score.
    seed : int
        Of the linkage's sampling.

    Returns
    -------
    Resolution

    Examples
    --------
    >>> resolve(Records.empty()).organizations.num_rows
    0
    """
    subjects = _subjects(records.organizations)
    pairs = score_pairs(_linkable(subjects), seed=seed)
    groups = merge_groups(subjects, pairs, judgments)
    organizations = [_organization(group) for group in groups]
    organizations.sort(key=lambda organization: organization["id"])
    merged = _with_places(pa.Table.from_pylist([_only(row, MERGED) for row in organizations], schema=MERGED))
    membership = _membership(organizations)
    ties, participations, unresolved = refer(records, merged, membership)
    return Resolution(
        organizations=merged,
        sites=_sites(organizations, subjects),
        membership=membership,
        ties=ties,
        events=records.events,
        participations=participations,
        topics=records.topics,
        doubts=_doubts(pairs, organizations, judgments),
        unresolved=unresolved,
        records=records,
    )


def merge_groups(
    subjects: Mapping[str, dict[str, Any]], pairs: pa.Table, judgments: Sequence[Judgment]
) -> list[list[dict[str, Any]]]:
    """Bring subjects together: what was ruled the same, then sure pairs, the surest first.

    No two subjects ruled different, and no two enterprise numbers, ever end in one group.
    """
    groups = _Groups(subjects, judgments)
    for judgment in judgments:
        if judgment.verdict == "same" and judgment.left in subjects and judgment.right in subjects:
            groups.join(judgment.left, judgment.right, ruled=True)
    sure = pairs.filter(pc.greater_equal(pairs["probability"], SURE))
    order = [("probability", "descending"), ("left", "ascending"), ("right", "ascending")]
    for pair in sure.sort_by(order).to_pylist():
        groups.join(pair["left"], pair["right"])
    return groups.collected()


class _Groups:
    """Disjoint sets of subjects that know whom they may not hold together."""

    def __init__(self, subjects: Mapping[str, dict[str, Any]], judgments: Iterable[Judgment]) -> None:
        self._subjects = subjects
        self._of = {key: key for key in subjects}
        self._held = {key: [key] for key in subjects}
        self._numbers = {key: {one["number"]} - {None} for key, one in subjects.items()}
        self._apart: dict[str, set[str]] = {}
        for judgment in judgments:
            if judgment.verdict == "different":
                self._apart.setdefault(judgment.left, set()).add(judgment.right)
                self._apart.setdefault(judgment.right, set()).add(judgment.left)

    def join(self, left: str, right: str, *, ruled: bool = False) -> None:
        first, second = self._of[left], self._of[right]
        if first == second or self._forbidden(first, second):
            return
        if not ruled and len(self._numbers[first] | self._numbers[second]) > 1:
            return
        for key in self._held[second]:
            self._of[key] = first
        self._held[first] += self._held.pop(second)
        self._numbers[first] |= self._numbers.pop(second)

    def collected(self) -> list[list[dict[str, Any]]]:
        return [
            [self._subjects[key] for key in sorted(keys, key=_precedence)] for keys in self._held.values()
        ]

    def _forbidden(self, first: str, second: str) -> bool:
        there = set(self._held[second])
        return any(self._apart.get(key, set()) & there for key in self._held[first])


def _subjects(table: pa.Table) -> dict[str, dict[str, Any]]:
    """Lay the rows that speak of one record over each other; the first to say a thing is believed."""
    subjects: dict[str, dict[str, Any]] = {}
    for row in table.to_pylist():
        known = subjects.get(row["record"])
        subjects[row["record"]] = row if known is None else _over(known, row)
    return subjects


def _over(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Give what `first` says, and where it is silent what `second` says; lists and flags add up."""
    merged = dict(first)
    for name in _FIELDS:
        if name in _LISTS:
            merged[name] = list(dict.fromkeys([*(first[name] or ()), *(second[name] or ())])) or None
        elif name in _FLAGS:
            merged[name] = True if first[name] or second[name] else first[name] or second[name]
        elif merged[name] is None:
            merged[name] = second[name]
    if first["lat"] is None or first["lon"] is None:
        merged |= {name: second[name] for name in ("lat", "lon", "precision")}
    return merged


def _linkable(subjects: Mapping[str, dict[str, Any]]) -> pa.Table:
    names = (
        "record",
        "name",
        "aliases",
        "kind",
        *_IDENTIFIERS,
        "website",
        "street",
        "postcode",
        "city",
        "country",
    )
    schema = pa.schema([ORGANIZATIONS.field(name) for name in (*names, "lat", "lon")])
    return pa.Table.from_pylist([_only(subjects[key], schema) for key in sorted(subjects)], schema=schema)


def _organization(group: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    merged = dict(group[0])
    for other in group[1:]:
        merged = _over(merged, other)
    merged["id"] = group[0]["ref"] if group[0]["source"] == "local" else group[0]["record"]
    merged["records"] = sorted(one["record"] for one in group)
    merged["name"] = merged["name"] or merged["ref"]
    names = [one["name"] for one in group if one["name"]] + (merged["aliases"] or [])
    merged["aliases"] = [name for name in dict.fromkeys(names) if name != merged["name"]] or None
    return merged


def _precedence(record: str) -> tuple[bool, str]:
    return (not record.startswith("local:"), record)


def _membership(organizations: Sequence[Mapping[str, Any]]) -> pa.Table:
    rows = [
        {"record": record, "organization": one["id"]} for one in organizations for record in one["records"]
    ]
    return pa.Table.from_pylist(sorted(rows, key=lambda row: row["record"]), schema=MEMBERSHIP)


def _with_places(organizations: pa.Table) -> pa.Table:
    """Add municipality, province, region and, where none is given, coordinates."""
    asked = organizations.select(["postcode", "city", "country", "lat", "lon", "region", "precision"])
    found = locate_places(asked)
    for name in (*_PLACE, "arrondissement", "province", "nuts3"):
        given = organizations[name]
        field = MERGED.field(name)
        column = pc.coalesce(given, found[name].cast(field.type)) if name in found.column_names else given
        organizations = organizations.set_column(organizations.schema.get_field_index(name), field, column)
    return organizations


def _sites(organizations: Sequence[Mapping[str, Any]], subjects: Mapping[str, dict[str, Any]]) -> pa.Table:
    """Give every distinct address an organization has among its records."""
    rows, seen = [], set()
    for organization in organizations:
        for record in organization["records"]:
            subject = subjects[record]
            address = (organization["id"], subject["street"], subject["postcode"], subject["city"])
            if any(address[1:]) and address not in seen:
                seen.add(address)
                rows.append({**_only(subject, SITES), "organization": organization["id"], "record": record})
    table = pa.Table.from_pylist(rows, schema=SITES)
    found = locate_places(table.select(["postcode", "city", "country", "lat", "lon", "precision"]))
    for name in ("lat", "lon", "precision", "country", "nuts3"):
        column = pc.coalesce(table[name], found[name].cast(SITES.field(name).type))
        table = table.set_column(table.schema.get_field_index(name), SITES.field(name), column)
    return table


def _doubts(
    pairs: pa.Table, organizations: Sequence[Mapping[str, Any]], judgments: Sequence[Judgment]
) -> pa.Table:
    """Give the pairs nobody ruled on that are not in one organization already, the most probable first."""
    of = {record: one["id"] for one in organizations for record in one["records"]}
    names = {one["id"]: one["name"] for one in organizations}
    ruled = {(of.get(judgment.left), of.get(judgment.right)) for judgment in judgments}
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for pair in pairs.to_pylist():
        left, right = sorted((of[pair["left"]], of[pair["right"]]))
        if left == right or {(left, right), (right, left)} & ruled:
            continue
        if (left, right) not in best or pair["probability"] > best[left, right]["probability"]:
            best[left, right] = {**pair, "left_name": names[left], "right_name": names[right]}
    rows = sorted(best.values(), key=lambda row: (-row["probability"], row["left"], row["right"]))
    return pa.Table.from_pylist([_only(row, DOUBTS) for row in rows], schema=DOUBTS)


def _only(row: Mapping[str, Any], schema: pa.Schema) -> dict[str, Any]:
    return {name: row.get(name) for name in schema.names}
