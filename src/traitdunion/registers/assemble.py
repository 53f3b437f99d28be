"""Records made of read columns: organizations, ties, events, participations and topics."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.domain.partial_date import first_day, last_day
from traitdunion.domain.record import SCHEMAS, Noun, record_key
from traitdunion.errors import InputError
from traitdunion.registers.base import Findings
from traitdunion.registers.cells import Cells
from traitdunion.registers.values import kind_of_cluster

Tables = dict[str, pa.Table]
DERIVED = "derived"  # events known only through who took part
_JSON = json.JSONEncoder(ensure_ascii=False).encode
_BELGIUM = {"lat": (49.4, 51.6), "lon": (2.5, 6.5)}


def assemble(cells: Cells, source: str, findings: Findings) -> Tables:
    """Make the records of one table, checking what its rows say against each other.

    Returns
    -------
    dict
        A table by noun. Rows of a list of members that names clusters are ties as well; rows of a list of
        events that names participants are participations as well.
    """
    makers = {
        "organizations": _organizations,
        "ties": _ties,
        "events": _events,
        "participations": _participations,
        "topics": _topics,
    }
    return makers[cells.mapping.noun or ""](cells, source, findings)


def _organizations(cells: Cells, source: str, findings: Findings) -> Tables:
    _check_coordinates(cells, findings)
    belgian_vat = pc.utf8_slice_codeunits(_where(cells.get("vat"), "^BE"), 2)
    number = pc.coalesce(cells.get("number"), belgian_vat)
    street = pc.coalesce(_joined(cells.get("street"), cells.get("house_number"), " "), cells.get("street"))
    place = pc.coalesce(cells.get("postcode"), cells.get("city"))
    name = cells.get("name")
    others = [cells.get(scheme) for scheme in ("vat", "pic", "lei", "ror")]
    ref = pc.coalesce(cells.get("id"), number, *others, _joined(name, place, "@"), name)
    _require(cells, {"": ref}, "row-names-nothing", findings)
    cluster_kind = pc.coalesce(cells.get("cluster_kind"), _cluster_kinds(cells))
    made = {"number": number, "street": street, "cluster_kind": cluster_kind}
    table = _table("organizations", cells, source, made | _named(source, ref))
    clusters = cells.get("clusters", pa.list_(pa.string()))
    if clusters.null_count == len(clusters):
        return {"organizations": table}
    rows = [
        {"from_ref": own, "to_ref": cluster, "kind": "member", "basis": "stated", "row": row}
        for own, listed, row in zip(
            ref.to_pylist(), clusters.to_pylist(), cells.sheet.rows.to_pylist(), strict=True
        )
        for cluster in listed or ()
    ]
    return {"organizations": table, "ties": _of_rows("ties", cells, source, rows)}


def _cluster_kinds(cells: Cells) -> pa.Array:
    heading = cells.headings.get("kind")
    if heading is None:
        return pa.nulls(cells.height, pa.string())
    encoded = cells.sheet.column(heading).dictionary_encode()
    kinds = [kind_of_cluster(text) for text in encoded.dictionary.to_pylist()]
    return pa.array(kinds, pa.string()).take(encoded.indices)


def _ties(cells: Cells, source: str, findings: Findings) -> Tables:
    start = "from" if "from" in cells.columns else "member"
    end = "to" if "to" in cells.columns else "cluster"
    starts, ends = cells.get(start), cells.get(end)
    _require(cells, {start: starts, end: ends}, "tie-without-end", findings)
    itself = pc.fill_null(pc.equal(starts, ends), False)
    for at in pc.indices_nonzero(itself).to_pylist():
        _fault(cells, at, end, InputError("tie-to-itself"), findings)
    _check_order(cells, findings)
    kind = cells.get("kind")
    if kind.null_count:
        assumed = "member" if "cluster" in cells.columns else "partner"
        findings.note(
            cells.sheet.label, "tie-kind-assumed", column=cells.headings.get("kind"), kind=assumed,
            count=kind.null_count,
        )  # fmt: skip
        kind = pc.fill_null(kind, assumed)
    return {"ties": _table("ties", cells, source, {"from_ref": starts, "to_ref": ends, "kind": kind})}


def _events(cells: Cells, source: str, findings: Findings) -> Tables:
    ref = pc.coalesce(cells.get("id"), cells.get("name"))
    _require(cells, {"": ref}, "row-names-nothing", findings)
    _check_order(cells, findings)
    events = _table("events", cells, source, _named(source, ref))
    participants = cells.get("participants", pa.list_(pa.string()))
    rows = [
        {"event_ref": event, "organization_ref": name, "source_url": url, "source_date": day, "row": row}
        for event, listed, url, day, row in zip(
            ref.to_pylist(), participants.to_pylist(), cells.get("source_url").to_pylist(),
            cells.get("source_date").to_pylist(), cells.sheet.rows.to_pylist(), strict=True,
        )
        for name in listed or ()
    ]  # fmt: skip
    return {"events": events, "participations": _of_rows("participations", cells, source, rows)}


def _participations(cells: Cells, source: str, findings: Findings) -> Tables:
    event, organization = cells.get("event"), cells.get("organization")
    _require(cells, {"event": event, "organization": organization}, "participation-without-end", findings)
    _check_order(cells, findings)
    made = {"event_ref": event, "organization_ref": organization}
    table = _table("participations", cells, source, made)
    derived = _table("events", cells, source, _named(source, event) | {"name": event}, extra=False)
    return {"participations": table, DERIVED: derived}


def _topics(cells: Cells, source: str, findings: Findings) -> Tables:
    labels = [cells.get(f"label_{language}") for language in ("en", "fr", "nl")]
    ref = pc.coalesce(cells.get("id"), *labels)
    _require(cells, {"": ref}, "row-names-nothing", findings)
    return {"topics": _table("topics", cells, source, _named(source, ref))}


def _named(source: str, ref: pa.Array) -> dict[str, pa.Array]:
    return {"ref": ref, "record": pc.binary_join_element_wise(pa.scalar(source), ref, ":")}


def _table(
    noun: Noun, cells: Cells, source: str, made: Mapping[str, pa.Array], *, extra: bool = True
) -> pa.Table:
    """Lay the columns of a noun side by side; rows that lack what they must have are already faults."""
    schema = SCHEMAS[noun]
    kept = [row and _JSON(row) for row in cells.extra()] if extra else None
    known = dict(made) | {
        "source": pa.array([source] * cells.height, pa.string()),
        "file": pa.array([cells.sheet.label] * cells.height, pa.string()),
        "row": cells.sheet.rows,
        "extra": pa.array(kept or [None] * cells.height, pa.string()),
    }
    columns = [known.get(field.name, cells.get(field.name, field.type)) for field in schema]
    laid = dict(zip(schema.names, columns, strict=True))
    if noun in _KEYS:
        laid["record"] = _records(noun, laid)
    table = pa.table(laid)
    required = [name for name in schema.names if not schema.field(name).nullable]
    complete = pc.is_valid(table[required[0]])
    for name in required[1:]:
        complete = pc.and_(complete, pc.is_valid(table[name]))
    return table.filter(complete).cast(schema)


_KEYS: Mapping[str, Sequence[str]] = {
    "ties": ("source", "from_ref", "to_ref", "kind", "since"),
    "participations": ("source", "event_ref", "organization_ref"),
}


def _records(noun: Noun, columns: Mapping[str, pa.Array]) -> pa.Array:
    parts = zip(*(columns[name].to_pylist() for name in _KEYS[noun]), strict=True)
    return pa.array([record_key(*row) for row in parts], pa.string())


def _of_rows(noun: Noun, cells: Cells, source: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    whole = [dict(row, source=source, file=cells.sheet.label) for row in rows]
    keyed = [dict(row, record=record_key(*(row.get(name) for name in _KEYS[noun]))) for row in whole]
    return pa.Table.from_pylist(keyed, schema=SCHEMAS[noun])


def _joined(left: pa.Array, right: pa.Array, sign: str) -> pa.Array:
    return pc.binary_join_element_wise(left, right, sign)


def _where(texts: pa.Array, pattern: str) -> pa.Array:
    return pc.if_else(pc.match_substring_regex(texts, pattern), texts, pa.scalar(None, pa.string()))


def _require(cells: Cells, needed: Mapping[str, pa.Array], key: str, findings: Findings) -> None:
    for name, column in needed.items():
        for at in pc.indices_nonzero(pc.is_null(column)).to_pylist():
            _fault(cells, at, name, InputError(key), findings)


def _fault(cells: Cells, at: int, name: str, error: InputError, findings: Findings) -> None:
    heading = cells.headings.get(name)
    value = cells.sheet.column(heading)[at].as_py() if heading else None
    row = cells.sheet.rows[at].as_py()
    if (cells.sheet.label, row, heading) not in findings.marked:  # one fault a cell: the first tells most
        findings.fault(cells.sheet.label, error, row=row, column=heading, value=value)


def _check_order(cells: Cells, findings: Findings) -> None:
    dates = zip(cells.get("since").to_pylist(), cells.get("until").to_pylist(), strict=True)
    for at, (since, until) in enumerate(dates):
        if since and until and last_day(until) < first_day(since):
            _fault(cells, at, "until", InputError("until-before-since", since=since, until=until), findings)


def _check_coordinates(cells: Cells, findings: Findings) -> None:
    both = [cells.get(name, pa.float64()).to_pylist() for name in ("lat", "lon")]
    for at, (lat, lon) in enumerate(zip(*both, strict=True)):
        if (lat is None) != (lon is None):
            _fault(cells, at, "lon" if lon is None else "lat", InputError("coordinate-alone"), findings)
        elif lat is None or lon is None:
            continue
        elif not -90 <= lat <= 90 or not -180 <= lon <= 180:
            name = "lon" if -90 <= lat <= 90 else "lat"
            _fault(cells, at, name, InputError("coordinate-outside", lat=lat, lon=lon), findings)
        elif _inside(lat, "lon") and _inside(lon, "lat"):
            _fault(cells, at, "lat", InputError("coordinates-swapped", lat=lat, lon=lon), findings)


def _inside(degrees: float, axis: str) -> bool:
    low, high = _BELGIUM[axis]
    return low <= degrees <= high
