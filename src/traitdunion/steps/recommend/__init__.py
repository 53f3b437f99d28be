"""Recommend: who should meet whom, from place, activities, networks and peers, each with its reasons.

The weights are a stated prior, not learned: near, alike in what they do, known to the same people, with
peers already there. They are the arguments of `recommend` and stand in every result that uses them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.steps.recommend.affinity import Affinity, best
from traitdunion.steps.recommend.ground import Ground, Part
from traitdunion.steps.recommend.reasons import gap_reason, recommendation, standing_reasons

WEIGHTS: Mapping[Part, float] = {
    "distance": 0.30,
    "shared-topics": 0.30,
    "complementary": 0.10,
    "partners-in-common": 0.20,
    "peers": 0.10,
}


def recommend(
    ecosystem: Ecosystem, audit: Audit, *, top: int = 3, weights: Mapping[Part, float] = WEIGHTS
) -> Recommendations:
    """Recommend clusters to every member that is not tied, and who could carry each bridge.

    Parameters
    ----------
    ecosystem : Ecosystem
    audit : Audit
        Of the same ecosystem.
    top : int
        Clusters for each member, and organizations for each gap pair.
    weights : mapping of part to float
        They add up to one.

    Returns
    -------
    Recommendations
    """
    ground = Ground.of(ecosystem, weights, broker=audit.broker)
    clusters = [int(row) for row in ecosystem.clusters]
    members = zip(audit.members["organization"].to_pylist(), audit.members["status"].to_pylist(), strict=True)
    untied = [ground.row_of[organization] for organization, status in members if status != "tied"]
    joins = [
        recommendation(ground, row, cluster, fit, "join")
        for row, found in best(ground, untied, clusters, top)
        for cluster, fit in found
    ]
    return Recommendations(ecosystem, audit, (*joins, *_bridges(ground, audit, clusters, top)))


def partners(
    ecosystem: Ecosystem, organization: str, *, top: int = 10, weights: Mapping[Part, float] = WEIGHTS
) -> tuple[Recommendation, ...]:
    """Recommend other companies to an organization: those it has no tie with yet.

    Parameters
    ----------
    organization : str
        Id or exact name.

    Raises
    ------
    InputError
        When nobody, or more than one, is called so.
    """
    ground = Ground.of(ecosystem, weights)
    row = ecosystem.row(organization)
    kinds = ecosystem.organizations["kind"].to_pylist()
    known = set(ground.near(row).tolist()) | {row}
    others = [other for other, kind in enumerate(kinds) if kind == "company" and other not in known]
    return tuple(
        recommendation(ground, row, other, fit, "partner")
        for _, found in best(ground, [row], others, top)
        for other, fit in found
    )


def clusters_for(
    ecosystem: Ecosystem, organization: str, *, top: int = 10, weights: Mapping[Part, float] = WEIGHTS
) -> tuple[Recommendation, ...]:
    """Recommend clusters to one organization: those it is not tied to yet."""
    ground = Ground.of(ecosystem, weights)
    row = ecosystem.row(organization)
    known = set(ground.near(row).tolist()) | {row}
    others = [int(cluster) for cluster in ecosystem.clusters if int(cluster) not in known]
    return tuple(
        recommendation(ground, row, cluster, fit, "join")
        for _, found in best(ground, [row], others, top)
        for cluster, fit in found
    )


def members_for(
    ecosystem: Ecosystem,
    audit: Audit,
    organizations: Sequence[str],
    *,
    top: int = 5,
    weights: Mapping[Part, float] = WEIGHTS,
) -> dict[str, tuple[Recommendation, ...]]:
    """Recommend members that no cluster is known to have to each of these organizations."""
    ground = Ground.of(ecosystem, weights, broker=audit.broker)
    members = zip(audit.members["organization"].to_pylist(), audit.members["status"].to_pylist(), strict=True)
    untied = [ground.row_of[organization] for organization, status in members if status != "tied"]
    rows = [ecosystem.row(organization) for organization in organizations]
    affinity = Affinity.of(ground, untied, rows)
    return {
        organization: tuple(
            recommendation(ground, untied[place], rows[column], affinity.at(int(place), column), "join")
            for place in np.argsort(-affinity.scores[:, column], kind="stable")[:top]
        )
        for column, organization in enumerate(organizations)
    }


def _bridges(ground: Ground, audit: Audit, clusters: Sequence[int], top: int) -> Iterator[Recommendation]:
    """For each gap pair, the organizations tied to one cluster that fit the other best."""
    place = {cluster: number for number, cluster in enumerate(clusters)}
    around = {cluster: set(ground.near(cluster).tolist()) for cluster in clusters}
    tied = sorted({row for near in around.values() for row in near if ground.rows[row]["kind"] != "cluster"})
    affinity = Affinity.of(ground, tied, clusters)
    line = {row: number for number, row in enumerate(tied)}
    gaps = [gap for gap in audit.pairs.to_pylist() if gap["weight"] > 0]
    for gap in sorted(gaps, key=lambda gap: (-gap["weight"], gap["a"], gap["b"])):
        a, b = ground.row_of[gap["a"]], ground.row_of[gap["b"]]
        offers = heapq.nsmallest(
            top,
            (
                (-affinity.scores[line[row], place[there]], row, here, there)
                for here, there in ((a, b), (b, a))
                for row in around[here] - around[there]
                if row in line
            ),
        )
        for _, row, here, there in offers:
            first = [gap_reason(ground, gap), *standing_reasons(ground, row, here)]
            fit = affinity.at(line[row], place[there])
            yield recommendation(ground, row, there, fit, "bridge", first=first, via=here)
