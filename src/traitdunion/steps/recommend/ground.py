"""The ecosystem laid out for scoring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.ecosystem import Ecosystem, ends, incidence, topic_profiles
from traitdunion.methods.industries.relatedness import density, proximity
from traitdunion.methods.networks.link_prediction import co_participation

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Part = Literal["distance", "shared-topics", "complementary", "partners-in-common", "peers"]


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
    topics: list[str]
    lat: Floats  # degrees, NaN where not known
    lon: Floats

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
            topics=topics,
            lat=np.array([row["lat"] for row in rows], dtype=float),
            lon=np.array([row["lon"] for row in rows], dtype=float),
        )

    def near(self, row: int) -> Ints:
        """Give the organizations one is in contact with."""
        return _row(self.network, row)[0]

    def does(self, row: int) -> list[int]:
        """Give the topics an organization states."""
        return [int(topic) for topic in _row(self.profiles, row)[0]]

    def done_around(self, row: int) -> dict[int, int]:
        """Count, by topic, the organizations in contact with one that state it, itself with them."""
        topics, counts = _row(self.around, row)
        return {int(topic): int(count) for topic, count in zip(topics, counts, strict=True)}

    def divisions_of(self, row: int) -> set[int]:
        """Give the NACE divisions of an organization."""
        return set(_row(self.divisions, row)[0].tolist())


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


def _row(matrix: Any, row: int) -> tuple[Ints, Floats]:
    start, end = matrix.indptr[row], matrix.indptr[row + 1]
    return matrix.indices[start:end], matrix.data[start:end]
