"""The ecosystem laid out for counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from traitdunion.domain.ecosystem import NO_CONTACT, Ecosystem, ends, topic_profiles
from traitdunion.methods.networks.contacts import families, rolled_up

Floats = npt.NDArray[np.float64]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """The ecosystem laid out for counting: clusters are numbered, ties are grouped by whom they tie."""

    ecosystem: Ecosystem
    ids: list[str]
    clusters: list[int]
    place: Mapping[int, int]  # from an organization's row to its number as a cluster
    within: npt.NDArray[np.bool_]
    broker: frozenset[int]
    profiles: Any  # what organizations do, by topics
    topic_names: list[str]
    ties: Mapping[int, Mapping[int, list[Row]]]  # organization, cluster number, ties between them

    @classmethod
    def of(cls, ecosystem: Ecosystem, broker: Sequence[str]) -> Ground:
        """Lay out an ecosystem; `broker` names organizations by id."""
        clusters = [int(row) for row in ecosystem.clusters]
        profiles, topic_names = topic_profiles(ecosystem)
        rows = frozenset(ecosystem.row(organization) for organization in broker)
        place = {row: number for number, row in enumerate(clusters)}
        part_of = ecosystem.organizations["part_of"].to_pylist()
        parents = [place.get(part_of[row], -1) for row in clusters]
        return cls(
            ecosystem=ecosystem,
            ids=ecosystem.organizations["id"].to_pylist(),
            clusters=clusters,
            place=place,
            within=families(parents),
            broker=rows,
            profiles=profiles,
            topic_names=topic_names,
            ties=_ties_by_end(ecosystem, place, rows),
        )

    def id_of(self, cluster: int) -> str:
        """Give the id of a cluster by its number."""
        return self.ids[self.clusters[cluster]]

    def reach(self) -> Iterator[tuple[int, dict[int, list[Row]]]]:
        """Give, for each organization, the clusters it meets and by which ties, wholes with their parts."""
        for organization, by_cluster in self.ties.items():
            met: dict[int, list[Row]] = defaultdict(list)
            for cluster, ties in by_cluster.items():
                meeting = [tie for tie in ties if tie["kind"] not in NO_CONTACT]
                for whole in rolled_up([cluster], self.within) if meeting else ():
                    if not self._inside(organization, whole):
                        met[whole] += meeting
            if met:
                yield organization, dict(sorted(met.items()))

    def sizes(self) -> Floats:
        """Count the organizations known to be tied to each cluster, the broker apart."""
        count = np.zeros(len(self.clusters))
        for organization, met in self.reach():
            if organization not in self.broker:
                count[list(met)] += 1
        return count

    def column(self, name: str) -> list[Any]:
        """Give what the organizations table says of each cluster."""
        values = self.ecosystem.organizations[name].to_pylist()
        return [values[row] for row in self.clusters]

    def tied(self) -> Floats:
        """Give who is tied to each cluster, itself included, the broker apart: clusters by organizations."""
        tied = np.zeros((len(self.clusters), self.ecosystem.organizations.num_rows))
        tied[np.arange(len(self.clusters)), self.clusters] = 1.0
        for organization, met in self.reach():
            if organization not in self.broker:
                tied[list(met), organization] = 1.0
        return tied

    def topics(self) -> Floats:
        """Count, by cluster and topic, who states the topic among those tied to it, itself included."""
        return self.stated(self.tied())

    def broker_ids(self) -> list[str]:
        """Give the ids of the broker's organizations."""
        return [self.ids[row] for row in sorted(self.broker)]

    def broker_topics(self) -> Floats:
        """Count the same for the broker's organizations."""
        tied = np.zeros((len(self.broker), self.ecosystem.organizations.num_rows))
        source, target, valid = ends(self.ecosystem)
        for place, row in enumerate(sorted(self.broker)):
            tied[place, row] = 1.0
            tied[place, target[valid & (source == row)]] = 1.0
            tied[place, source[valid & (target == row)]] = 1.0
        return self.stated(tied)

    def stated(self, tied: Floats) -> Floats:
        """Count the topics stated by the organizations of each row."""
        return np.asarray(tied @ self.profiles, dtype=float)

    def _inside(self, organization: int, whole: int) -> bool:
        return organization in self.place and bool(self.within[whole, self.place[organization]])


def _ties_by_end(
    ecosystem: Ecosystem, place: Mapping[int, int], broker: frozenset[int]
) -> dict[int, dict[int, list[Row]]]:
    """Group ties, and events clusters took part in, by organization and cluster.

    Only valid ties count, but what the broker has announced is held too: it is shown apart anyway.
    """
    found: dict[int, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    source, target, valid = ends(ecosystem)
    for row, tie in enumerate(ecosystem.ties.to_pylist()):
        for one, other in ((int(source[row]), int(target[row])), (int(target[row]), int(source[row]))):
            if other in place and (valid[row] or (one in broker and tie["status"] == "announced")):
                found[one][place[other]].append(tie)
    for organizations, event in _events(ecosystem):
        for cluster in [one for one in organizations if one in place]:
            for organization in organizations:
                if organization != cluster:
                    found[organization][place[cluster]].append(event)
    return {organization: dict(found[organization]) for organization in sorted(found)}


def _events(ecosystem: Ecosystem) -> Iterator[tuple[list[int], Row]]:
    """Give each event with the organizations that took part, written as the tie it makes."""
    took_part: dict[int, list[int]] = defaultdict(list)
    for row in ecosystem.participations.select(["event", "organization"]).to_pylist():
        took_part[row["event"]].append(row["organization"])
    events = ecosystem.events.to_pylist()
    for number in sorted(took_part):
        event = events[number]
        kind = "joint-event" if event["kind"] == "event" else "joint-project"
        said = {name: event[name] for name in ("since", "until", "source_url", "source_date")}
        yield took_part[number], {"kind": kind, "status": "unknown", "event": event, **said}


def table(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Make a table of rows that may hold more than its schema, or less."""
    return pa.Table.from_pylist(
        [{name: row.get(name) for name in schema.names} for row in rows], schema=schema
    )
