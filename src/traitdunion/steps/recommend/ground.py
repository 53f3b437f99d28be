"""The ecosystem laid out for scoring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.ecosystem import Ecosystem, ends, incidence, topic_profiles
from traitdunion.methods.industries.relatedness import density, proximity
from traitdunion.methods.networks.link_prediction import co_participation
from traitdunion.methods.partners.features import Proximity
from traitdunion.steps.recommend.facts import Once, entries

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Part = Literal[
    "distance",
    "shared-topics",
    "complementary",
    "partners-in-common",
    "peers",
    "need-met",
    "same-region",
    "same-group",
    "standing",
]

# The stated prior: how much each part counts before anything is learned. They add up to one.
WEIGHTS: Mapping[Part, float] = {
    "distance": 0.25,
    "shared-topics": 0.22,
    "complementary": 0.10,
    "partners-in-common": 0.18,
    "peers": 0.10,
    "need-met": 0.05,
    "same-region": 0.05,
    "same-group": 0.02,
    "standing": 0.03,
}
PROXIMITY_OF: Mapping[Part, Proximity] = {
    "distance": "geographic",
    "shared-topics": "cognitive",
    "complementary": "cognitive",
    "partners-in-common": "social",
    "peers": "cognitive",
    "need-met": "cognitive",
    "same-region": "institutional",
    "same-group": "organizational",
    "standing": "standing",
}
OWNERS = frozenset({"shareholder", "operator", "spin-off"})


@dataclass(frozen=True, slots=True)
class Ground:
    """The ecosystem laid out for scoring. All matrices have a row for each organization."""

    ecosystem: Ecosystem
    weights: Mapping[Part, float]
    rows: list[dict[str, Any]]
    row_of: Mapping[str, int]
    network: Any  # by organizations: one where a tie is valid or an event was shared, but with the broker
    evidence: Mapping[tuple[int, int], dict[str, Any]]  # a tie behind each pair that has one
    profiles: Any  # by topics: what it does
    around: Any  # by topics: how many of those tied to it, itself with them, do it
    closeness: Floats  # by topics: how near what it does is to the topic
    divisions: Any  # by NACE divisions
    needs: Any  # by what is needed or offered: what it needs
    offers: Any  # and what it offers
    exchanged: list[str]
    group: Any  # by organizations: one between those of one owner
    regions: npt.NDArray[Any]  # where not known, of each its own
    topics: list[str]
    lat: Floats  # degrees, NaN where not known
    lon: Floats
    _once: Once = field(default_factory=Once)

    @classmethod
    def of(cls, ecosystem: Ecosystem, weights: Mapping[Part, float], *, broker: Sequence[str] = ()) -> Ground:
        """Lay out an ecosystem; `broker` names organizations by id."""
        names = ["id", "kind", "region", "city", "lat", "lon", "precision", "activities", "topics"]
        rows = ecosystem.organizations.select([*names, "source_urls", "as_of", "member"]).to_pylist()
        profiles, topics = topic_profiles(ecosystem)
        ties, evidence = _ties(ecosystem)
        network = _without(
            ties + co_participation(incidence(ecosystem)), [ecosystem.row(one) for one in broker]
        )
        needs, offers, exchanged = exchange(ecosystem)
        return cls(
            ecosystem=ecosystem,
            weights=weights,
            rows=rows,
            row_of={row["id"]: number for number, row in enumerate(rows)},
            network=network,
            evidence=evidence,
            profiles=profiles,
            around=sparse.csr_array(profiles + network @ profiles),
            closeness=np.nan_to_num(density(profiles, proximity(profiles))),
            divisions=_divisions(rows),
            needs=needs,
            offers=offers,
            exchanged=exchanged,
            group=owner_groups(ecosystem),
            regions=np.array(
                [row["region"] or f"?{number}" for number, row in enumerate(rows)], dtype=object
            ),
            topics=topics,
            lat=np.array([row["lat"] for row in rows], dtype=float),
            lon=np.array([row["lon"] for row in rows], dtype=float),
        )

    def near(self, row: int) -> list[int]:
        """Give the organizations one is in contact with."""
        found: list[int] = self._once("near", row, lambda one: entries(self.network, one))
        return found

    def does(self, row: int) -> list[int]:
        """Give the topics an organization states."""
        found: list[int] = self._once("does", row, lambda one: entries(self.profiles, one))
        return found

    def done_around(self, row: int) -> Mapping[int, int]:
        """Count, by topic, the organizations in contact with one that state it, itself with them."""
        found: dict[int, int] = self._once("around", row, self._done_around)
        return found

    def close_to(self, row: int) -> list[float]:
        """Tell how near what one does is to each topic."""
        found: list[float] = self._once("close", row, lambda one: self.closeness[one].tolist())
        return found

    def peers_at(self, row: int) -> Mapping[int, list[int]]:
        """Give the organizations one is in contact with by their NACE divisions."""
        found: dict[int, list[int]] = self._once("peers", row, self._peers_at)
        return found

    def regions_at(self, row: int) -> set[str | None]:
        """Give the regions of the members one is in contact with."""
        found: set[str | None] = self._once("regions", row, self._regions_at)
        return found

    def divisions_of(self, row: int) -> list[int]:
        """Give the NACE divisions of an organization."""
        return entries(self.divisions, row)

    def _done_around(self, row: int) -> dict[int, int]:
        start, end = self.around.indptr[row], self.around.indptr[row + 1]
        counts = self.around.data[start:end].astype(int).tolist()
        return dict(zip(entries(self.around, row), counts, strict=True))

    def _peers_at(self, row: int) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for one in self.near(row):
            for division in self.divisions_of(one):
                found.setdefault(division, []).append(one)
        return found

    def _regions_at(self, row: int) -> set[str | None]:
        return {self.rows[one]["region"] for one in self.near(row) if self.rows[one]["member"]}


def _ties(ecosystem: Ecosystem) -> tuple[Any, dict[tuple[int, int], dict[str, Any]]]:
    _, _, valid = ends(ecosystem)
    evidence: dict[tuple[int, int], dict[str, Any]] = {}
    for number, tie in enumerate(ecosystem.ties.to_pylist()):
        if valid[number] and tie["kind"] != "award":
            evidence.setdefault((tie["source"], tie["target"]), tie)
            evidence.setdefault((tie["target"], tie["source"]), tie)
    rows, columns = zip(*sorted(evidence), strict=True) if evidence else ((), ())
    size = ecosystem.organizations.num_rows
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(size, size)), evidence


def _without(network: Any, left_out: Sequence[int]) -> Any:
    kept = np.ones(network.shape[0])
    kept[list(left_out)] = 0.0
    pattern = sparse.csr_array(network != 0, dtype=float)
    trimmed = sparse.csr_array(sparse.diags_array(kept) @ pattern @ sparse.diags_array(kept))
    trimmed.eliminate_zeros()
    return trimmed


def _divisions(rows: Sequence[Mapping[str, Any]]) -> Any:
    divisions = [sorted({code.rpartition(":")[2][:2] for code in row["activities"] or ()}) for row in rows]
    column = {name: place for place, name in enumerate(sorted({one for own in divisions for one in own}))}
    cells = [(row, column[one]) for row, own in enumerate(divisions) for one in own]
    at = tuple(zip(*cells, strict=True)) if cells else ((), ())
    return sparse.csr_array((np.ones(len(cells)), at), shape=(len(rows), len(column)))


def owner_groups(ecosystem: Ecosystem) -> sparse.csr_array:
    """Tie an owner, what it owns, and what else it owns; to own a cluster is to be tied to it, no more."""
    size, cluster = ecosystem.organizations.num_rows, set(ecosystem.clusters.tolist())
    ends = [
        (tie["source"], tie["target"])
        for tie in ecosystem.ties.select(["source", "target", "kind", "valid"]).to_pylist()
        if tie["kind"] in OWNERS and tie["valid"]
    ]
    kept = [pair for pair in ends if not cluster & {*pair}]
    owned = np.array(kept, dtype=np.int64).reshape(-1, 2)
    ties = sparse.csr_array((np.ones(len(owned)), (owned[:, 0], owned[:, 1])), shape=(size, size))
    ties = sparse.csr_array(ties + ties.T)
    near = sparse.csr_array((ties + ties @ ties) != 0, dtype=float)
    near.setdiag(0.0)
    near.eliminate_zeros()
    return near


def exchange(ecosystem: Ecosystem) -> tuple[Any, Any, list[str]]:
    """Lay out what organizations need and what they offer, over the same columns."""
    stated = [
        [
            sorted({one.strip().casefold() for one in own or ()})
            for own in ecosystem.organizations[name].to_pylist()
        ]
        for name in ("needs", "offers")
    ]
    names = sorted({one for side in stated for own in side for one in own})
    column = {name: place for place, name in enumerate(names)}

    def laid_out(side: list[list[str]]) -> Any:
        cells = np.array([(row, column[one]) for row, own in enumerate(side) for one in own], dtype=np.int64)
        at = tuple(cells.reshape(-1, 2).T)
        return sparse.csr_array((np.ones(len(cells)), at), shape=(len(side), len(names)))

    return laid_out(stated[0]), laid_out(stated[1]), names
