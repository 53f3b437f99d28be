"""Recommend: who should meet whom, from place, activities, networks and peers, each with its reasons.

Advice on clusters begins with a stated prior (`ground.WEIGHTS`): near, alike in what they do, known to the
same people, with peers already there. Where known memberships teach weights that serve other organizations
better, those are taken. Advice on partners is in `partners`.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import NOT_INTRODUCED, Ecosystem
from traitdunion.domain.recommendation import Reason, Recommendation, Recommendations
from traitdunion.steps.recommend.affinity import Affinity, best
from traitdunion.steps.recommend.bulk import bulk
from traitdunion.steps.recommend.facts import asked_for
from traitdunion.steps.recommend.ground import PROXIMITY_OF, WEIGHTS, Ground, Part
from traitdunion.steps.recommend.memberships import held_out, open_clusters, sampled, weights_learned
from traitdunion.steps.recommend.pairs import advised_pairs
from traitdunion.steps.recommend.partners import PartnerAdvice
from traitdunion.steps.recommend.reasons import gap_reason, recommendation, standing_reasons
from traitdunion.steps.recommend.wishes import NONE, Wishes

Weights = Mapping[Part, float]


def recommend(
    ecosystem: Ecosystem,
    audit: Audit,
    *,
    top: int = 3,
    weights: Weights | None = None,
    wishes: Wishes = NONE,
) -> Recommendations:
    """Recommend clusters to members not tied, who could carry each bridge, and clusters to each other.

    Parameters
    ----------
    ecosystem : Ecosystem
    audit : Audit
        Of the same ecosystem.
    top : int
        Clusters for each member, organizations for each gap pair, and other clusters for each cluster.
    weights : mapping of part to float, optional
        They add up to one; learned when left out (`weights_of`).
    wishes : Wishes
        Of the manager.

    Returns
    -------
    Recommendations
    """
    known = weights_of(ecosystem, broker=audit.broker) if weights is None else weights
    ground = _ground(ecosystem, known, wishes, audit.broker)
    clusters = [int(row) for row in ecosystem.clusters]
    members = zip(audit.members["organization"].to_pylist(), audit.members["status"].to_pylist(), strict=True)
    untied = [ground.row_of[organization] for organization, status in members if status != "tied"]
    with bulk():
        joins = tuple(_joins(ground, untied, clusters, top, wishes))
        bridges = tuple(_bridges(ground, audit, clusters, top, wishes))
        links = tuple(_links(ground, audit, clusters, top, wishes))
    return Recommendations(
        ecosystem, audit, joins + bridges + links, {str(name): value for name, value in known.items()}
    )


def recommend_pairs(
    ecosystem: Ecosystem,
    audit: Audit,
    pairs: Sequence[tuple[str, str]],
    *,
    advice: PartnerAdvice | None = None,
    weights: Weights | None = None,
    wishes: Wishes = NONE,
) -> tuple[Recommendation, ...]:
    """Say of pairs that somebody named what a recommendation would say; see `pairs.advised_pairs`."""
    ground = _ground(ecosystem, weights, wishes, audit.broker)
    return advised_pairs(ground, audit, pairs, advice=advice, wishes=wishes)


def weights_of(ecosystem: Ecosystem, *, broker: Sequence[str] = ()) -> dict[Part, float]:
    """Learn how much each part counts from memberships known; the stated prior where they teach nothing."""
    ground = Ground.of(ecosystem, WEIGHTS, broker=broker)
    held, clusters = sampled(ecosystem), [int(row) for row in ecosystem.clusters]
    free = open_clusters(ground, held, clusters)
    return weights_learned(ground, held_out(ground, held, clusters), free, held, clusters)


def _ground(
    ecosystem: Ecosystem, weights: Weights | None, wishes: Wishes, broker: Sequence[str] = ()
) -> Ground:
    known = weights_of(ecosystem, broker=broker) if weights is None else weights
    raised = {name: weight * wishes.raised(PROXIMITY_OF[name]) for name, weight in known.items()}
    total = sum(raised.values())
    shares = {name: weight / total for name, weight in raised.items()} if total > 0 else dict(known)
    return Ground.of(ecosystem, shares if wishes.proximities else known, broker=broker)


def clusters_for(
    ecosystem: Ecosystem,
    organization: str,
    *,
    top: int = 10,
    weights: Weights | None = None,
    wishes: Wishes = NONE,
) -> tuple[Recommendation, ...]:
    """Recommend clusters to one organization: those it is not tied to yet."""
    ground = _ground(ecosystem, weights, wishes)
    row = ecosystem.row(organization)
    known = {*ground.near(row), row}
    others = [int(cluster) for cluster in ecosystem.clusters if int(cluster) not in known]
    return tuple(_joins(ground, [row], others, top, wishes))


def _joins(
    ground: Ground, rows: Sequence[int], clusters: Sequence[int], top: int, wishes: Wishes
) -> Iterator[Recommendation]:
    """Recommend the best clusters to each organization, with the rule by which it must meet one."""
    first: dict[tuple[str, str], list[Reason]] = {
        pair: [asked_for(must)] for pair, must in wishes.musts.items()
    }
    for row, found in best(ground, rows, clusters, top, wishes):
        for cluster, fit in found:
            pair = ground.rows[row]["id"], ground.rows[cluster]["id"]
            yield recommendation(ground, row, cluster, fit, "join", first=first.get(pair, ()))


def members_for(
    ecosystem: Ecosystem,
    audit: Audit,
    organizations: Sequence[str],
    *,
    top: int = 5,
    weights: Weights | None = None,
) -> dict[str, tuple[Recommendation, ...]]:
    """Recommend members that no cluster is known to have to each of these organizations."""
    ground = _ground(ecosystem, weights, NONE, audit.broker)
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


def _bridges(
    ground: Ground, audit: Audit, clusters: Sequence[int], top: int, wishes: Wishes
) -> Iterator[Recommendation]:
    """For each gap pair, the organizations tied to one cluster that fit the other best."""
    place = {cluster: number for number, cluster in enumerate(clusters)}
    apart = {"cluster", *NOT_INTRODUCED}
    around: dict[int, set[int]] = {cluster: set() for cluster in clusters}
    for held in audit.memberships.to_pylist():
        if not held["broker"]:
            around[ground.row_of[held["cluster"]]].add(ground.row_of[held["organization"]])
    tied = sorted({row for near in around.values() for row in near if ground.rows[row]["kind"] not in apart})
    affinity = Affinity.of(ground, tied, clusters)
    line = {row: number for number, row in enumerate(tied)}
    barred = wishes.barred
    gaps = [gap for gap in audit.pairs.to_pylist() if gap["weight"] > 0]
    for gap in sorted(gaps, key=lambda gap: (-gap["weight"], gap["a"], gap["b"])):
        a, b = ground.row_of[gap["a"]], ground.row_of[gap["b"]]
        offers = heapq.nsmallest(
            top,
            (
                (-affinity.scores[line[row], place[there]], row, here, there)
                for here, there in ((a, b), (b, a))
                for row in around[here] - around[there]
                if row in line and (ground.rows[row]["id"], ground.rows[there]["id"]) not in barred
            ),
        )
        for _, row, here, there in offers:
            first = [gap_reason(ground, gap), *standing_reasons(ground, row, here)]
            fit = affinity.at(line[row], place[there])
            yield recommendation(ground, row, there, fit, "bridge", first=first, via=here)


def _links(
    ground: Ground, audit: Audit, clusters: Sequence[int], top: int, wishes: Wishes
) -> Iterator[Recommendation]:
    """Let the two clusters of the heaviest gaps meet themselves, each in at most so many recommendations."""
    place = {ground.rows[row]["id"]: number for number, row in enumerate(clusters)}
    affinity = Affinity.of(ground, clusters, clusters)
    named: Counter[str] = Counter()
    barred = wishes.barred
    gaps = [gap for gap in audit.pairs.to_pylist() if gap["weight"] > 0]
    for gap in sorted(gaps, key=lambda gap: (-gap["weight"], gap["a"], gap["b"])):
        a, b = gap["a"], gap["b"]
        if max(named[a], named[b]) < top and (a, b) not in barred:
            named.update((a, b))
            fit = affinity.at(place[a], place[b])
            rows = clusters[place[a]], clusters[place[b]]
            yield recommendation(ground, *rows, fit, "clusters", first=[gap_reason(ground, gap)])
