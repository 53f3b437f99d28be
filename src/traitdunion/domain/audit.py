"""An audit: who is tied to a cluster, which clusters meet less than they should, who holds them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

Coverage = Literal["tied", "no-tie-known", "no-data"]

_text = pa.string()
MEMBERS = pa.schema(
    [
        pa.field("organization", _text, nullable=False),
        pa.field("status", _text, nullable=False),  # a Coverage
        pa.field("region", _text),
        pa.field("sector", _text),  # NACE division of its first activity
        pa.field("size_class", _text),
        pa.field("clusters", pa.list_(_text), nullable=False),
    ]
)
MEMBER_TIES = pa.schema(
    [
        pa.field("organization", _text, nullable=False),
        pa.field("cluster", _text, nullable=False),
        pa.field("kind", _text, nullable=False),
        pa.field("since", _text),
        pa.field("status", _text),
        pa.field("source_url", _text),
        pa.field("source_date", _text),
    ]
)
SHARES = pa.schema(
    [
        pa.field("dimension", _text, nullable=False),  # all, region, sector, size
        pa.field("group", _text),  # null: not known
        pa.field("members", pa.int64(), nullable=False),
        pa.field("tied", pa.int64(), nullable=False),
        pa.field("no_tie_known", pa.int64(), nullable=False),
        pa.field("no_data", pa.int64(), nullable=False),
    ]
)
PAIRS = pa.schema(
    [
        pa.field("a", _text, nullable=False),
        pa.field("b", _text, nullable=False),
        pa.field("observed", pa.int64(), nullable=False),  # all contacts seen
        pa.field("shared", pa.int64(), nullable=False),  # organizations tied to both
        pa.field("agreements", pa.int64(), nullable=False),
        pa.field("projects", pa.int64(), nullable=False),
        pa.field("events", pa.int64(), nullable=False),
        pa.field("other", pa.int64(), nullable=False),  # other ties between the two
        pa.field("through_broker", pa.int64(), nullable=False),  # left out of the count
        pa.field("distance_km", pa.float64()),
        pa.field("expected", pa.float64(), nullable=False),
        pa.field("ratio", pa.float64(), nullable=False),  # shrunken, seen over expected
        pa.field("low", pa.float64(), nullable=False),
        pa.field("high", pa.float64(), nullable=False),
        pa.field("rank", pa.int64(), nullable=False),  # 1: furthest below expectation
        pa.field("p", pa.float64(), nullable=False),
        pa.field("q", pa.float64(), nullable=False),
        pa.field("complementarity", pa.float64()),
        pa.field("missing", pa.float64(), nullable=False),  # contacts short of expectation
        pa.field("weight", pa.float64(), nullable=False),  # of the gap; 0 where there is none
    ]
)
CONTACTS = pa.schema(
    [
        pa.field("a", _text, nullable=False),
        pa.field("b", _text, nullable=False),
        pa.field("kind", _text, nullable=False),  # shared, agreement, project, event, other
        pa.field("through", _text),  # the organization or the event they share
        pa.field("name", _text),
        pa.field("since", _text),
        pa.field("source_url", _text),
        pa.field("source_date", _text),
        pa.field("broker", pa.bool_(), nullable=False),
    ]
)
MEMBERSHIPS = pa.schema(
    [
        pa.field("organization", _text, nullable=False),
        pa.field("cluster", _text, nullable=False),  # it is tied to, or to a part of
        pa.field("broker", pa.bool_(), nullable=False),
    ]
)
BRIDGES = pa.schema(
    [
        pa.field("organization", _text, nullable=False),
        pa.field("clusters", pa.int64(), nullable=False),
        pa.field("pairs", pa.int64(), nullable=False),  # pairs of clusters it is tied to both of
        pa.field("alone", pa.int64(), nullable=False),  # pairs nothing else holds together
        pa.field("share", pa.float64(), nullable=False),  # pairs, each divided by its contacts
        pa.field("broker", pa.bool_(), nullable=False),
    ]
)
WEAK_SPOTS = pa.schema(
    [
        pa.field("a", _text, nullable=False),
        pa.field("b", _text, nullable=False),
        pa.field("organization", _text, nullable=False),  # without it the pair has no contact known
        pa.field("broker", pa.bool_(), nullable=False),
    ]
)
STRENGTHS = pa.schema(
    [
        pa.field("cluster", _text, nullable=False),
        pa.field("topic", _text, nullable=False),
        pa.field("organizations", pa.int64(), nullable=False),  # tied to it and stating the topic
        pa.field("quotient", pa.float64(), nullable=False),  # share here over share everywhere, shrunken
        pa.field("low", pa.float64(), nullable=False),
        pa.field("high", pa.float64(), nullable=False),
    ]
)


@dataclass(frozen=True, slots=True)
class Audit:
    """What is connected, what is not, and how surely.

    Attributes
    ----------
    members, member_ties, shares : pyarrow.Table
        Each member's coverage, the ties behind it, and counts by region, sector and size.
    pairs, contacts : pyarrow.Table
        Each pair of clusters, seen against expected, and every contact counted.
    memberships : pyarrow.Table
        Who is tied to which cluster: the two-mode table behind the contacts through organizations.
    bridges, weak_spots : pyarrow.Table
        Who holds pairs of clusters together, and which pairs hang on one organization.
    strengths : pyarrow.Table
        What each cluster is strong in.
    model : mapping
        The null model: coefficients and standard errors by name, dispersion and its p-value.
    broker : tuple of str
        Organizations left out of the count and shown apart.
    level : float
        Of the intervals.
    ecosystem, version : str
    seed : int
    """

    members: pa.Table
    member_ties: pa.Table
    shares: pa.Table
    pairs: pa.Table
    contacts: pa.Table
    memberships: pa.Table
    bridges: pa.Table
    weak_spots: pa.Table
    strengths: pa.Table
    model: Mapping[str, float]
    broker: tuple[str, ...]
    level: float
    ecosystem: str
    seed: int
    version: str

    def coverage(self) -> dict[str, int]:
        """Count members tied, with no tie known although covered, and without data."""
        status = self.members["status"].to_pylist()
        return {name.replace("-", "_"): status.count(name) for name in ("tied", "no-tie-known", "no-data")}
