"""What a source says: records of organizations, ties, events, participations and topics, and where.

A record states one fact of one source and is never changed. A record has no field for a person.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

Noun = Literal["organizations", "ties", "events", "participations", "topics"]
NOUNS: tuple[Noun, ...] = ("organizations", "ties", "events", "participations", "topics")

ORGANIZATION_KINDS = (
    "company",
    "cluster",
    "research-center",
    "university",
    "school",
    "federation",
    "investor",
    "public-body",
    "association",
    "programme",
    "other",
)
CLUSTER_KINDS = (
    "hub",
    "science-park",
    "spearhead-cluster",
    "competitiveness-pole",
    "network",
    "incubator",
    "other",
)
TIE_KINDS = (
    "resident",
    "member",
    "founding-partner",
    "shareholder",
    "operator",
    "board-member",
    "research-partner",
    "training-partner",
    "joint-project",
    "joint-event",
    "agreement",
    "award",
    "funder",
    "spin-off",
    "part-of",
    "partner",
)
TIE_STATES = ("active", "ended", "announced", "unknown")
SIZE_CLASSES = ("micro", "small", "medium", "large")
BASES = ("stated", "inferred", "general-knowledge", "unknown")

_text, _texts, _number = pa.string(), pa.list_(pa.string()), pa.float64()
_where = [
    pa.field("extra", _text),  # columns of the file this schema has no place for, as a JSON object
    pa.field("file", _text, nullable=False),
    pa.field("row", pa.int64(), nullable=False),  # 1 is the header's row, as a spreadsheet counts
]

ORGANIZATIONS = pa.schema(
    [
        pa.field("record", _text, nullable=False),  # "source:ref"; several rows may speak of the same one
        pa.field("source", _text, nullable=False),  # the space in which `ref` is unique, "local" by default
        pa.field("ref", _text, nullable=False),
        pa.field("name", _text),  # null in a row that only adds to what another says
        pa.field("aliases", _texts),
        pa.field("kind", _text),  # one of ORGANIZATION_KINDS
        pa.field("cluster_kind", _text),  # one of CLUSTER_KINDS
        pa.field("number", _text),  # Belgian enterprise number, ten digits
        pa.field("vat", _text),
        pa.field("pic", _text),
        pa.field("lei", _text),
        pa.field("ror", _text),
        pa.field("website", _text),
        pa.field("street", _text),
        pa.field("postcode", _text),
        pa.field("city", _text),
        pa.field("country", _text),  # two letters, ISO 3166-1
        pa.field("region", _text),  # Flanders, Brussels, Wallonia, abroad
        pa.field("lat", _number),  # degrees, WGS 84
        pa.field("lon", _number),
        pa.field("precision", _text),  # of the coordinates: street, postcode, city ...
        pa.field("activities", _texts),  # "nace-rev2:2841"
        pa.field("topics", _texts),
        pa.field("offers", _texts),  # topics, or short texts
        pa.field("needs", _texts),
        pa.field("description_en", _text),
        pa.field("description_fr", _text),
        pa.field("description_nl", _text),
        pa.field("size_class", _text),  # one of SIZE_CLASSES
        pa.field("employees", pa.int64()),
        pa.field("member", pa.bool_()),  # of the federation
        pa.field("member_basis", _text),  # why it is held for a member: list, award ...
        pa.field("member_since", _text),
        pa.field("member_source", _text),
        pa.field("named", pa.bool_()),  # a cluster the federation has named as its own concern
        pa.field("members_stated", pa.int64()),
        pa.field("ties_complete", pa.bool_()),  # the file lists every tie this organization has to clusters
        pa.field("basis", _text),  # one of BASES
        pa.field("source_urls", _texts),
        pa.field("as_of", _text),  # year, month or day of the newest evidence
        *_where,
    ]
)
TIES = pa.schema(
    [
        pa.field("record", _text, nullable=False),  # hash of source, ends, kind, since; then until
        pa.field("source", _text, nullable=False),
        pa.field("from_ref", _text, nullable=False),  # a ref, an identifier or an exact name, in that order
        pa.field("to_ref", _text, nullable=False),
        pa.field("kind", _text, nullable=False),  # one of TIE_KINDS, or the user's own word
        pa.field("since", _text),  # year, month or day
        pa.field("until", _text),
        pa.field("status", _text),  # one of TIE_STATES
        pa.field("weight", _number),
        pa.field("basis", _text),
        pa.field("source_url", _text),
        pa.field("source_date", _text),
        pa.field("note", _text),
        *_where,
    ]
)
EVENTS = pa.schema(
    [
        pa.field("record", _text, nullable=False),  # "source:ref"
        pa.field("source", _text, nullable=False),
        pa.field("ref", _text, nullable=False),
        pa.field("name", _text),
        pa.field("kind", _text),  # project, event
        pa.field("since", _text),
        pa.field("until", _text),
        pa.field("topics", _texts),
        pa.field("programme", _text),
        pa.field("source_url", _text),
        pa.field("source_date", _text),
        *_where,
    ]
)
PARTICIPATIONS = pa.schema(
    [
        pa.field("record", _text, nullable=False),  # hash of source, event, organization; then role
        pa.field("source", _text, nullable=False),
        pa.field("event_ref", _text, nullable=False),
        pa.field("organization_ref", _text, nullable=False),
        pa.field("role", _text),
        pa.field("amount", _number),  # euros
        pa.field("source_url", _text),
        pa.field("source_date", _text),
        *_where,
    ]
)
TOPICS = pa.schema(
    [
        pa.field("record", _text, nullable=False),  # "source:ref"
        pa.field("source", _text, nullable=False),
        pa.field("ref", _text, nullable=False),
        pa.field("label_en", _text),
        pa.field("label_fr", _text),
        pa.field("label_nl", _text),
        *_where,
    ]
)
SCHEMAS: Mapping[Noun, pa.Schema] = {
    "organizations": ORGANIZATIONS,
    "ties": TIES,
    "events": EVENTS,
    "participations": PARTICIPATIONS,
    "topics": TOPICS,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in an input file: where, and what, by key; `language` says it in words.

    `key` names a message of the catalogs whose attribute `remedy` says how to mend it.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one load, as one Arrow table a noun in the schemas of this module.

    Examples
    --------
    >>> Records.empty().rows
    0
    """

    organizations: pa.Table
    ties: pa.Table
    events: pa.Table
    participations: pa.Table
    topics: pa.Table

    def __post_init__(self) -> None:
        for noun in NOUNS:
            if not getattr(self, noun).schema.equals(SCHEMAS[noun]):
                raise ValueError(f"the table of {noun} does not have the schema of its noun")

    @classmethod
    def empty(cls) -> Records:
        """No record at all."""
        return cls(*(SCHEMAS[noun].empty_table() for noun in NOUNS))

    @property
    def rows(self) -> int:
        """How many records there are, of all nouns."""
        return sum(getattr(self, noun).num_rows for noun in NOUNS)

    def tables(self) -> Iterable[tuple[Noun, pa.Table]]:
        """Each noun with its table, in the order of the nouns."""
        return ((noun, getattr(self, noun)) for noun in NOUNS)


def joined(parts: Iterable[Records]) -> Records:
    """Lay the records of several loads end to end, in the order given."""
    kept = [Records.empty(), *parts]
    return Records(*(pa.concat_tables([getattr(part, noun) for part in kept]) for noun in NOUNS))


def table_of(noun: Noun, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Make the table of a noun from rows that name only the columns they have."""
    schema = SCHEMAS[noun]
    filled = [{name: row.get(name) for name in schema.names} for row in rows]
    return pa.Table.from_pylist(filled, schema=schema)


def record_key(*parts: str | None) -> str:
    """Name a record that has no reference of its own by a hash of what makes it itself.

    Examples
    --------
    >>> record_key("local", "3e", "lrm", "joint-project", None)
    '5c8ada17d7f1e135'
    """
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def content_hash(tables: Iterable[pa.Table]) -> str:
    """Hash what tables say, whatever their chunks or buffers: the same content, the same 64 digits."""
    digest = hashlib.sha256()
    for table in tables:
        for name, column in zip(table.column_names, table.columns, strict=True):
            digest.update(json.dumps([name, column.to_pylist()]).encode())
    return digest.hexdigest()
