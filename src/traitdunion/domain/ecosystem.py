"""The frozen ecosystem of one day: everything after it is arithmetic on arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy import sparse

from traitdunion.domain.organization import MERGED
from traitdunion.domain.record import content_hash
from traitdunion.errors import InputError

Indices = npt.NDArray[np.int64]

# Who pays for two clusters, or honours two, does not make them meet; a part is not a contact of its whole.
NO_CONTACT = frozenset({"award", "funder", "part-of"})

# A standing tie holds until it ends; any other kind is a contact that took place and stays one.
STANDING_KINDS = frozenset(
    {
        "resident",
        "member",
        "founding-partner",
        "shareholder",
        "operator",
        "board-member",
        "research-partner",
        "training-partner",
        "funder",
        "part-of",
        "partner",
    }
)

# Stands among the organizations, but nobody can be introduced to it: what meets are those who take part.
NOT_INTRODUCED = frozenset({"programme"})

# Who holds one of these belongs to a cluster.
MEMBERSHIP_KINDS = STANDING_KINDS - {"funder", "part-of"}

_int = pa.int32()
ORGANIZATIONS = pa.schema(
    [
        *(field for field in MERGED if field.name not in ("records", "ties_complete")),
        pa.field("covered", pa.bool_(), nullable=False),  # some source looked at its ties
        pa.field("part_of", _int),  # the cluster this cluster is a part of, as a row number
    ]
)
SITES = pa.schema(
    [
        pa.field("organization", _int, nullable=False),
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
TIES = pa.schema(
    [
        pa.field("source", _int, nullable=False),  # row numbers of `organizations`
        pa.field("target", _int, nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("since", pa.string()),
        pa.field("until", pa.string()),
        pa.field("status", pa.string(), nullable=False),
        pa.field("valid", pa.bool_(), nullable=False),  # holds, or has taken place, on the day
        pa.field("weight", pa.float64()),
        pa.field("basis", pa.string()),
        pa.field("source_url", pa.string()),
        pa.field("source_date", pa.string()),
        pa.field("note", pa.string()),
    ]
)
EVENTS = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("name", pa.string()),
        pa.field("kind", pa.string()),
        pa.field("since", pa.string()),
        pa.field("until", pa.string()),
        pa.field("topics", pa.list_(pa.string())),
        pa.field("programme", pa.string()),
        pa.field("source_url", pa.string()),
        pa.field("source_date", pa.string()),
    ]
)
PARTICIPATIONS = pa.schema(
    [
        pa.field("event", _int, nullable=False),
        pa.field("organization", _int, nullable=False),
        pa.field("role", pa.string()),
        pa.field("amount", pa.float64()),
    ]
)
TOPICS = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("label_en", pa.string()),
        pa.field("label_fr", pa.string()),
        pa.field("label_nl", pa.string()),
    ]
)
SCHEMAS: Mapping[str, pa.Schema] = {
    "organizations": ORGANIZATIONS,
    "sites": SITES,
    "ties": TIES,
    "events": EVENTS,
    "participations": PARTICIPATIONS,
    "topics": TOPICS,
}


@dataclass(frozen=True, slots=True)
class Ecosystem:
    """Organizations, sites, clusters and the ties known on one day.

    Attributes
    ----------
    as_of : datetime.date
    organizations : pyarrow.Table
        Sorted by id; a cluster is an organization of kind "cluster".
    sites, ties, events, participations, topics : pyarrow.Table
        In the schemas of this module; their organizations are row numbers.
    key : str
        SHA-256 of the day and the content: the same facts have the same key.
    """

    as_of: date
    organizations: pa.Table
    sites: pa.Table
    ties: pa.Table
    events: pa.Table
    participations: pa.Table
    topics: pa.Table
    key: str

    @classmethod
    def of(cls, as_of: date, tables: Mapping[str, pa.Table]) -> Ecosystem:
        """Freeze tables into an ecosystem; each must have the schema of its name."""
        for name, schema in SCHEMAS.items():
            if not tables[name].schema.equals(schema):
                raise ValueError(f"the table of {name} does not have its schema")
        key = content_hash([pa.table({"as_of": [as_of.isoformat()]}), *(tables[name] for name in SCHEMAS)])
        return cls(as_of=as_of, key=key, **{name: tables[name] for name in SCHEMAS})

    @property
    def clusters(self) -> Indices:
        """Row numbers of the clusters; one abroad is an organization like any other."""
        kind, region = (
            np.asarray(self.organizations[name].to_pylist(), dtype=object) for name in ("kind", "region")
        )
        return np.flatnonzero((kind == "cluster") & (region != "abroad"))

    @property
    def members(self) -> Indices:
        """Row numbers of the federation's members."""
        return np.flatnonzero(self.organizations["member"].fill_null(False).to_numpy())

    def tables(self) -> dict[str, pa.Table]:
        """Each table by its name."""
        return {name: getattr(self, name) for name in SCHEMAS}

    def row(self, organization: str) -> int:
        """Find the row number of an organization by its id, or by its exact name when only one has it."""
        ids = self.organizations["id"].to_pylist()
        if organization in ids:
            return int(ids.index(organization))
        named = [
            row for row, name in enumerate(self.organizations["name"].to_pylist()) if name == organization
        ]
        if len(named) == 1:
            return named[0]
        key = "organization-ambiguous" if named else "organization-unknown"
        raise InputError(key, organization=organization, candidates=[ids[row] for row in named])


def ends(ecosystem: Ecosystem) -> tuple[Indices, Indices, npt.NDArray[np.bool_]]:
    """Give the ties as two arrays of row numbers and a mask of those valid on the day."""
    ties = ecosystem.ties
    return (
        ties["source"].to_numpy().astype(np.int64),
        ties["target"].to_numpy().astype(np.int64),
        ties["valid"].to_numpy(),
    )


def direct_ties(ecosystem: Ecosystem) -> sparse.csr_array:
    """Give one where two organizations have a tie of their own on the day that makes them meet, symmetric."""
    source, target, valid = ends(ecosystem)
    kinds = np.asarray(ecosystem.ties["kind"].to_pylist(), dtype=object)
    meeting = valid & ~np.isin(kinds, sorted(NO_CONTACT))
    size = ecosystem.organizations.num_rows
    rows = np.concatenate([source[meeting], target[meeting]])
    columns = np.concatenate([target[meeting], source[meeting]])
    tied = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    tied.data[:] = 1.0
    return tied


def incidence(ecosystem: Ecosystem) -> sparse.csr_array:
    """Give who took part in what: organizations by events, one where an organization took part."""
    rows = ecosystem.participations["organization"].to_numpy()
    columns = ecosystem.participations["event"].to_numpy()
    shape = (ecosystem.organizations.num_rows, ecosystem.events.num_rows)
    matrix = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    matrix.data[:] = 1.0
    return matrix


def topic_profiles(ecosystem: Ecosystem) -> tuple[sparse.csr_array, list[str]]:
    """Give what organizations do: organizations by topics, one where a topic is stated; and the topics."""
    stated = ecosystem.organizations["topics"].to_pylist()
    names = sorted({topic for topics in stated for topic in topics or ()})
    column = {name: index for index, name in enumerate(names)}
    cells = [(row, column[topic]) for row, topics in enumerate(stated) for topic in sorted(set(topics or ()))]
    rows, columns = zip(*cells, strict=True) if cells else ((), ())
    shape = (len(stated), len(names))
    return sparse.csr_array((np.ones(len(cells)), (rows, columns)), shape=shape), names


def memberships(ecosystem: Ecosystem) -> list[tuple[int, int]]:
    """Give who is member, resident, partner ... of which cluster: organization and cluster, as rows."""
    cluster = {int(row) for row in ecosystem.clusters}
    found: set[tuple[int, int]] = set()
    for tie in ecosystem.ties.select(["source", "target", "kind", "valid"]).to_pylist():
        for one, other in ((tie["source"], tie["target"]), (tie["target"], tie["source"])):
            if tie["valid"] and tie["kind"] in MEMBERSHIP_KINDS and other in cluster and one not in cluster:
                found.add((one, other))
    return sorted(found)
