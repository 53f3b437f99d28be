"""A recommendation: who should meet whom, and the reasons, as facts with a source and a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem

Purpose = Literal["join", "bridge", "partner", "clusters"]
PURPOSES: tuple[Purpose, ...] = ("join", "bridge", "partner", "clusters")


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that speaks for an introduction; `language` makes the sentence.

    Attributes
    ----------
    key : str
        Name of the sentence: "distance", "shared-topics", "peers" ...
    values : mapping
        What the sentence needs. Names of organizations are ids, topics are topic ids.
    source : str
        Address, file or credit the fact comes from.
    date : str
        Date of the evidence (year, month or day), empty when the source has none.
    weight : float
        What the fact adds to the score.
    """

    key: str
    values: Mapping[str, Any]
    source: str
    date: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An introduction worth making.

    Attributes
    ----------
    organization, partner : str
        Ids. The partner is a cluster when the purpose is "join" or "bridge"; both are when it is "clusters".
    purpose : {"join", "bridge", "partner", "clusters"}
        To tie a member to a cluster; to let an organization tied to one cluster of a pair meet the
        other; to let two organizations meet; or to let the two clusters of a gap pair meet.
    via : str
        For a bridge, the cluster the organization is already tied to; else empty.
    score : float
        Sum of the parts: between 0 and 1 for a cluster; for a partner on a scale of its own, for comparing
        within one list.
    reasons : tuple of Reason
        Two to five, the weightiest first.
    chance : float, optional
        That the two begin something together within a year; None where history does not tell.
    """

    organization: str
    partner: str
    purpose: Purpose
    via: str
    score: float
    reasons: tuple[Reason, ...]
    chance: float | None = None


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Every introduction worth making in one ecosystem, and what they were made from.

    Attributes
    ----------
    ecosystem : Ecosystem
    audit : Audit
    items : tuple of Recommendation
        The joins first, in the order of the members; then the bridges, the heaviest gap first; then pairs of
        clusters, likewise.
    weights : mapping of str to float
        What each part of the advice on clusters counted.
    """

    ecosystem: Ecosystem
    audit: Audit
    items: tuple[Recommendation, ...]
    weights: Mapping[str, float] = field(default_factory=dict)

    def and_also(self, others: Iterable[Recommendation]) -> Recommendations:
        """Add recommendations made elsewhere, such as partners."""
        return replace(self, items=(*self.items, *others))

    def __iter__(self) -> Iterator[Recommendation]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
