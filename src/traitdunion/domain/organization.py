"""Organizations: what the records of one real organization say together."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from traitdunion.domain.record import ORGANIZATIONS, Records

_own = {"record", "source", "ref", "extra", "file", "row"}

# An organization has every field of its records but those that place a row in a file.
MERGED = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("records", pa.list_(pa.string()), nullable=False),  # what it was made of, sorted
        *(field for field in ORGANIZATIONS if field.name not in _own),
        pa.field("municipality_fr", pa.string()),
        pa.field("municipality_nl", pa.string()),
        pa.field("arrondissement", pa.string()),  # two digits of the REFNIS code
        pa.field("province", pa.string()),
        pa.field("nuts3", pa.string()),
    ]
)
SITES = pa.schema(
    [
        pa.field("organization", pa.string(), nullable=False),
        pa.field("record", pa.string(), nullable=False),
        pa.field("street", pa.string()),
        pa.field("postcode", pa.string()),
        pa.field("city", pa.string()),
        pa.field("country", pa.string()),
        pa.field("lat", pa.float64()),
        pa.field("lon", pa.float64()),
        pa.field("precision", pa.string()),
        pa.field("nuts3", pa.string()),
    ]
)
MEMBERSHIP = pa.schema(
    [pa.field("record", pa.string(), nullable=False), pa.field("organization", pa.string(), nullable=False)]
)
DOUBTS = pa.schema(
    [
        pa.field("left", pa.string(), nullable=False),
        pa.field("right", pa.string(), nullable=False),
        pa.field("left_name", pa.string()),
        pa.field("right_name", pa.string()),
        pa.field("probability", pa.float64(), nullable=False),
        pa.field("basis", pa.string(), nullable=False),
        pa.field("evidence", pa.string()),  # a JSON list of what agreed and what did not
    ]
)
UNRESOLVED = pa.schema(
    [
        pa.field("record", pa.string(), nullable=False),  # the tie or participation
        pa.field("noun", pa.string(), nullable=False),
        pa.field("ref", pa.string(), nullable=False),  # the end that names nobody known
        pa.field("file", pa.string()),
        pa.field("row", pa.int64()),
    ]
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Organizations, the records behind each, and what is left for a person to judge.

    Attributes
    ----------
    organizations : pyarrow.Table in the schema MERGED, sorted by id
    sites : pyarrow.Table in the schema SITES
    membership : pyarrow.Table in the schema MEMBERSHIP; which organization each record belongs to
    ties, events, participations : pyarrow.Table
        The records of those nouns with `from_id`, `to_id`, `organization_id`: ids of organizations.
    doubts : pyarrow.Table in the schema DOUBTS, most probable first
    unresolved : pyarrow.Table in the schema UNRESOLVED; ends of ties that name no known organization
    records : Records
        What it was made from, kept so that nothing is lost.
    """

    organizations: pa.Table
    sites: pa.Table
    membership: pa.Table
    ties: pa.Table
    events: pa.Table
    participations: pa.Table
    topics: pa.Table
    doubts: pa.Table
    unresolved: pa.Table
    records: Records
