"""A report: everything `language` needs to write it, and not one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from traitdunion.domain.audit import Audit
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendation

# How a cell is shown: "term" is a word of a vocabulary (kind of tie, region ...), "organization" an id
# shown by its name, "topic" and "topics" ids of topics, "reasons" a tuple of Reason, "partial-date" a
# year, month or day, "activity" a NACE code, "area" a REFNIS code of a province or arrondissement.
CellKind = Literal[
    "text",
    "integer",
    "decimal",
    "share",
    "partial-date",
    "link",
    "term",
    "organization",
    "organizations",
    "topic",
    "topics",
    "activity",
    "area",
    "reasons",
]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing: the key of its heading, and how its cells are shown."""

    key: str
    kind: CellKind


@dataclass(frozen=True, slots=True)
class Listing:
    """A table a person can sort, filter and download."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """An organization on the map. `state`: cluster, tied, no-tie-known, no-data, or other."""

    organization: str
    lat: float
    lon: float
    state: str
    named: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the contact matrix. `state`: gap (below expectation), within, above, or unsure."""

    observed: int
    through_broker: int
    expected: float
    ratio: float
    low: float
    high: float
    state: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One organization the report speaks of by name: a named cluster, the federation, its research centre.

    Attributes
    ----------
    organization : str
    ties : Listing
        Who is tied to it: kind, date, source.
    strengths : Listing
        What it is strong in; empty for an organization that is not a cluster.
    meets, should_meet : Listing
        Other clusters it meets, and those it meets less than expected.
    fitting : tuple of Recommendation
        Unconnected members that fit it best, and why.
    """

    organization: str
    ties: Listing
    strengths: Listing
    meets: Listing
    should_meet: Listing
    fitting: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the report must know of an organization to speak of it, with facts and their sources."""

    name: str
    kind: str
    place: str
    region: str
    descriptions: Mapping[str, str]
    website: str
    sources: tuple[str, ...]
    as_of: str
    basis: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    Attributes
    ----------
    counts : mapping
        organizations, clusters, ties, members, events.
    matrix : mapping of (cluster, cluster) to Cell, over the named clusters
    named : tuple of str
        Ids of the named clusters, in the order of the matrix.
    subjects : mapping of id to Subject, for every organization the report mentions
    topics : mapping of topic id to its label by language
    listings : tuple of Listing
        Every list of the report; each is downloaded as CSV and XLSX.
    caveats : tuple of str
        Keys of what a reader must know before believing a number.
    credits : tuple of (what, address, licence)
    as_of, data_date : str
        The day of the snapshot, and the date of the newest evidence.
    """

    counts: Mapping[str, int]
    audit: Audit
    plan: Plan
    points: tuple[Point, ...]
    named: tuple[str, ...]
    matrix: Mapping[tuple[str, str], Cell]
    profiles: tuple[Profile, ...]
    subjects: Mapping[str, Subject]
    topics: Mapping[str, Mapping[str, str]]
    listings: tuple[Listing, ...]
    caveats: tuple[str, ...]
    credits: tuple[tuple[str, str, str], ...]
    as_of: str
    data_date: str
