"""The ecosystem laid out for planning: who is tied, who is within reach, which clusters should meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem, direct_ties, incidence
from traitdunion.domain.mandate import Pair, languages_of, pair_of, size_of
from traitdunion.domain.recommendation import Recommendation
from traitdunion.methods.networks.link_prediction import co_participation

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ground:
    """What introductions could change.

    Attributes
    ----------
    ecosystem : Ecosystem
    audit : Audit
    ids : list of str
        Of the organizations, in the order of the rows.
    row_of : mapping of id to row
    clusters : frozenset of str
    untied : mapping of id to int
        Members without a known tie, numbered.
    gaps : tuple of mapping
        Pairs of clusters that lack contacts.
    gap_of : mapping of Pair to int
    tied_to : mapping of id to list of id
        Clusters each organization is tied to; the broker's organizations left out.
    network : csr_array, shape (organizations, organizations)
        Contacts of organizations, weighted, the broker's left out.
    tied : ndarray of bool, shape (organizations,)
        Tied to a cluster.
    far : ndarray of bool, shape (organizations,)
        Not known to be within two steps of a cluster; clusters, the broker and those abroad are not far.
    facts : mapping of str to list
        What quotas and fairness ask, by dimension: region, province, language, size, sector, kind; and
        `part_of`, the row of the whole of a cluster.
    """

    ecosystem: Ecosystem
    audit: Audit
    ids: list[str]
    row_of: Mapping[str, int]
    clusters: frozenset[str]
    untied: Mapping[str, int]
    gaps: tuple[Mapping[str, Any], ...]
    gap_of: Mapping[Pair, int]
    tied_to: Mapping[str, list[str]]
    network: Any
    tied: Bools
    far: Bools
    facts: Mapping[str, list[Any]]

    @classmethod
    def of(cls, ecosystem: Ecosystem, audit: Audit) -> Ground:
        """Lay out an ecosystem and its audit."""
        ids = ecosystem.organizations["id"].to_pylist()
        row_of = {one: row for row, one in enumerate(ids)}
        clusters = frozenset(ids[row] for row in ecosystem.clusters.tolist())
        gaps = tuple(pair for pair in audit.pairs.to_pylist() if pair["weight"] > 0)
        network = _contacts(ecosystem, [row_of[one] for one in audit.broker])
        tied_to = _tied_to(audit)
        tied = np.zeros(len(ids), dtype=bool)
        tied[[row_of[one] for one in tied_to]] = True
        return cls(
            ecosystem=ecosystem,
            audit=audit,
            ids=ids,
            row_of=row_of,
            clusters=clusters,
            untied=_untied(audit),
            gaps=gaps,
            gap_of={(gap["a"], gap["b"]): number for number, gap in enumerate(gaps)},
            tied_to=tied_to,
            network=network,
            tied=tied,
            far=_far(ecosystem, audit, network, tied, clusters),
            facts=_facts(ecosystem),
        )

    def members_of(self, one: Recommendation) -> list[int]:
        """Give the members it would newly tie."""
        number = self.untied.get(one.organization, -1)
        return [number] if one.purpose == "join" and number >= 0 else []

    def gaps_of(self, one: Recommendation) -> list[int]:
        """Give the gap pairs it would bring a contact: the cluster it leads to with each one tied to."""
        if one.purpose == "partner":
            return []
        own = (
            self.wholes(one.organization)
            if one.purpose == "clusters"
            else self.tied_to.get(one.organization, [])
        )
        found = [self.gap_of.get(pair_of(side, new), -1) for side in own for new in self.wholes(one.partner)]
        return sorted({number for number in found if number >= 0})

    def wholes(self, cluster: str) -> list[str]:
        """Give a cluster and every one it is part of: what it has counts for those too."""
        part_of, found = self.facts["part_of"], [self.row_of[cluster]]
        while (whole := part_of[found[-1]]) is not None and whole not in found:
            found.append(whole)
        return [self.ids[row] for row in found if self.ids[row] in self.clusters]

    def reached_by(self, one: Recommendation) -> list[int]:
        """Give the rows of those it would bring within two steps of a cluster, with ties there are."""
        row, other = self.row_of[one.organization], self.row_of[one.partner]
        if one.purpose == "clusters":
            return []
        if one.purpose == "partner":
            near = [side for side, beside in ((row, other), (other, row)) if self.tied[beside]]
            return [side for side in near if self.far[side]]
        return [side for side in (row, *self.neighbours(row)) if self.far[side]]

    def neighbours(self, row: int) -> list[int]:
        """Give whom an organization is in contact with."""
        found: list[int] = self.network.indices[
            self.network.indptr[row] : self.network.indptr[row + 1]
        ].tolist()
        return found

    def companies(self, one: Recommendation) -> list[str]:
        """Give the sides introduced for their own sake: not the cluster an organization is led to."""
        if one.purpose in ("partner", "clusters"):
            return [one.organization, one.partner]
        return [one.organization]

    def said(self, dimension: str, organization: str) -> Any:
        """Give the value of an organization on a dimension, a tuple of languages; None if not known."""
        return self.facts[dimension][self.row_of[organization]]


def _tied_to(audit: Audit) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for held in audit.memberships.to_pylist():
        if not held["broker"]:
            found[held["organization"]].append(held["cluster"])
    return dict(found)


def _untied(audit: Audit) -> dict[str, int]:
    rows = audit.members.select(["organization", "status"]).to_pylist()
    untied = [row["organization"] for row in rows if row["status"] != "tied"]
    return {organization: number for number, organization in enumerate(untied)}


def _contacts(ecosystem: Ecosystem, broker: Sequence[int]) -> Any:
    """Weigh one for a tie of their own, and each project by one over the number of its other participants."""
    kept = np.ones(ecosystem.organizations.num_rows)
    kept[list(broker)] = 0.0
    contacts = direct_ties(ecosystem) + co_participation(incidence(ecosystem))
    network = sparse.csr_array(sparse.diags_array(kept) @ contacts @ sparse.diags_array(kept))
    network.setdiag(0.0)
    network.eliminate_zeros()
    network.sort_indices()
    return network


def _far(ecosystem: Ecosystem, audit: Audit, network: Any, tied: Bools, clusters: frozenset[str]) -> Bools:
    beside = np.asarray(network @ tied.astype(float)).ravel() > 0
    rows = ecosystem.organizations.select(["id", "region"]).to_pylist()
    apart = clusters | set(audit.broker)
    asked = np.array([row["id"] not in apart and row["region"] != "abroad" for row in rows], dtype=bool)
    return asked & ~tied & ~beside


def _facts(ecosystem: Ecosystem) -> dict[str, list[Any]]:
    names = ("region", "province", "nuts3", "size_class", "employees", "activities", "kind", "part_of")
    rows = ecosystem.organizations.select(list(names)).to_pylist()
    return {
        "region": [row["region"] or None for row in rows],
        "province": [row["province"] or None for row in rows],
        "language": [languages_of(row["region"], row["nuts3"]) for row in rows],
        "size": [size_of(row["size_class"], row["employees"]) for row in rows],
        "sector": [_division(row["activities"]) for row in rows],
        "kind": [row["kind"] for row in rows],
        "part_of": [row["part_of"] for row in rows],
    }


def _division(activities: Sequence[str] | None) -> str | None:
    return activities[0].rpartition(":")[2][:2] if activities else None
