"""What the tables of one load say against each other: repeated rows, references used twice, events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.domain.record import SCHEMAS, Noun, record_key
from traitdunion.errors import InputError
from traitdunion.registers.base import Findings
from traitdunion.registers.names import fold

_PLACE = ("file", "row")
_ALIKE = 50  # of 100: names below it have hardly a word in common


def once_each(noun: Noun, table: pa.Table, findings: Findings) -> pa.Table:
    """Keep one of rows that say exactly the same; give rows that say more than their record a record each.

    Two ties between the same ends that differ only in when they ended stay two ties.
    """
    seen: dict[tuple[Any, ...], int] = {}
    repeats: dict[str, list[int]] = defaultdict(list)
    told = [name for name in table.column_names if name not in _PLACE]
    rows = list(zip(*(table[name].to_pylist() for name in told), strict=True))
    for at, row in enumerate(rows):
        if seen.setdefault(row, at) != at:
            repeats[table["file"][at].as_py()].append(at)
    for file, places in repeats.items():
        findings.note(file, "row-repeated", row=table["row"][places[0]].as_py(), count=len(places))
    kept = sorted(seen.values())
    return _own_records(noun, table.take(pa.array(kept, pa.int64())) if repeats else table)


def _own_records(noun: Noun, table: pa.Table) -> pa.Table:
    records = table["record"].to_pylist()
    if len(set(records)) == len(records):
        return table
    more = ("until",) if noun == "ties" else ("role", "amount")
    taken: set[str] = set()
    for at, record in enumerate(records):
        if record in taken:
            told = [table[name][at].as_py() for name in more]
            records[at] = record_key(record, *(None if value is None else str(value) for value in told))
        taken.add(record)
    position = table.schema.get_field_index("record")
    return table.set_column(position, SCHEMAS[noun].field("record"), pa.array(records, pa.string()))


def check_references(organizations: pa.Table, headings: Mapping[str, str], findings: Findings) -> None:
    """Find references that two clearly different organizations share, as when two files both count 1 to n.

    A reference is shared wrongly where the names have hardly a word in common and either the kinds differ
    too, or most of the references that the two files share disagree so. One organization may well have a
    Dutch and a French name.

    Parameters
    ----------
    organizations : pyarrow.Table
        All of the load.
    headings : mapping of str to str
        The heading of the column of references, by file, where it has one; identifiers of registers are
        not asked.
    findings : Findings
    """
    shared: dict[str, list[dict[str, Any]]] = defaultdict(list)
    asked = organizations.select(["record", "ref", "name", "aliases", "kind", "file", "row"])
    named = asked.filter(pc.is_valid(asked["name"]))
    often = Counter(named["record"].to_pylist())
    again = pa.array([often[record] > 1 for record in named["record"].to_pylist()], pa.bool_())
    for row in named.filter(again).to_pylist():
        if row["file"] in headings:
            shared[row["record"]].append(row)
    pairs = [(first, other) for first, *others in map(_distinct, shared.values()) for other in others]
    differing = [pair for pair in pairs if not _alike(*pair)]
    files = Counter(_files(pair) for pair in pairs)
    apart = Counter(_files(pair) for pair in differing)
    for first, second in differing:
        kinds = {first["kind"], second["kind"]} - {None}
        both = _files((first, second))
        if len(kinds) == 2 or (len(both) == 2 and 2 * apart[both] > files[both]):
            error = InputError(
                "reference-of-two", ref=second["ref"], name=second["name"], other=first["name"],
                other_file=first["file"], other_row=first["row"],
            )  # fmt: skip
            findings.fault(
                second["file"], error, row=second["row"], column=headings[second["file"]], value=second["ref"]
            )


def _distinct(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep one row of each file and name."""
    return list({(row["file"], row["name"]): row for row in reversed(rows)}.values())[::-1]


def _files(pair: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(row["file"] for row in pair)


def _alike(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415  needed only where a reference comes back

    one, other = ([fold(name) for name in (row["name"], *(row["aliases"] or ()))] for row in (first, second))
    return any(fuzz.token_set_ratio(left, right) >= _ALIKE for left in one for right in other)


def join_events(events: pa.Table, derived: pa.Table, participations: pa.Table) -> tuple[pa.Table, pa.Table]:
    """Let participations that name an event point to it, and make events of those no table describes.

    Returns
    -------
    events, participations : pyarrow.Table
    """
    known = set(events["ref"].to_pylist())
    times = Counter(events["name"].to_pylist())
    pairs = zip(events["name"].to_pylist(), events["ref"].to_pylist(), strict=True)
    by_name = {name: ref for name, ref in pairs if name and times[name] == 1 and name not in known}
    fresh: dict[str, dict[str, Any]] = {}
    for row in derived.to_pylist():
        if row["ref"] not in known and row["ref"] not in by_name:
            first = fresh.setdefault(row["ref"], row)
            fresh[row["ref"]] = {name: first[name] if first[name] is not None else row[name] for name in row}
    refs = [by_name.get(ref, ref) for ref in participations["event_ref"].to_pylist()]
    if refs != participations["event_ref"].to_pylist():
        participations = _pointing(participations, refs)
    return pa.concat_tables(
        [events, pa.Table.from_pylist(list(fresh.values()), events.schema)]
    ), participations


def _pointing(participations: pa.Table, refs: Sequence[str]) -> pa.Table:
    rows = participations.to_pylist()
    for row, ref in zip(rows, refs, strict=True):
        row["event_ref"] = ref
        row["record"] = record_key(row["source"], ref, row["organization_ref"])
    return pa.Table.from_pylist(rows, schema=participations.schema)
