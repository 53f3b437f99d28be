"""Plan: the introductions that change the network most within what a broker can do.

The gain of a plan is expected over who accepts: members newly tied, gap pairs newly bridged up to their
deficit, and a little for every cluster and region that is served at all. Until there are answers to learn
from, the chance of acceptance is a stated prior that rises with the score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Interval, Line, Plan
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.errors import InputError
from traitdunion.methods.coverage import Problem, gain, lazy_greedy, random_plans, top_scores
from traitdunion.version import VERSION

WEIGHTS: Mapping[str, float] = {
    "tied": 2.0,  # a member newly tied to a cluster: what the federation exists for
    "bridged": 1.0,  # one missing contact between two clusters, times one plus their complementarity
    "spread": 0.05,  # for each cluster and region, of the logarithm of one plus what it gets
    "acceptance": 0.2,  # prior chance that an introduction with score 0 becomes a tie
    "acceptance_by_score": 0.4,  # what a score of 1 adds to it
}
DRAWS = 200  # random plans the plan is set beside


def plan(
    recommendations: Recommendations,
    *,
    introductions: int = 100,
    per_organization: int = 3,
    per_cluster: int = 10,
    weights: Mapping[str, float] = WEIGHTS,
    seed: int = 1,
) -> Plan:
    """Choose introductions.

    Parameters
    ----------
    recommendations : Recommendations
        The candidates are its joins and bridges.
    introductions, per_organization, per_cluster : int
        Budgets: in all, for each organization, for each cluster.
    weights : mapping
        See WEIGHTS.
    seed : int
        Of the random plans it is compared with.

    Returns
    -------
    Plan

    Raises
    ------
    InputError
        When a budget is below one.
    """
    budget = {
        "introductions": introductions,
        "per_organization": per_organization,
        "per_cluster": per_cluster,
    }
    for name, value in budget.items():
        if value < 1:
            raise InputError("budget-too-small", name=name, value=value)
    candidates = [one for one in recommendations if one.purpose in ("join", "bridge")]
    problem = _problem(
        _Numbers.of(recommendations.ecosystem, recommendations.audit), candidates, budget, weights
    )
    chosen = lazy_greedy(problem)
    scores = np.array([one.score for one in candidates])
    return Plan(
        lines=_lines(candidates, problem.probability, chosen.chosen, chosen.marginal),
        gain=chosen.gain.total,
        parts={
            "tied": chosen.gain.members,
            "bridged": chosen.gain.pairs,
            "spread": chosen.gain.groups,
        },
        bound=chosen.bound,
        random=_interval(random_plans(problem, draws=DRAWS, seed=seed)),
        top_scores=gain(problem, top_scores(problem, scores)).total,
        candidates=len(candidates),
        weights=dict(weights),
        budget=budget,
        ecosystem=recommendations.ecosystem.key,
        seed=seed,
        version=VERSION,
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Members, gap pairs, clusters and regions by number."""

    members: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    gaps: Sequence[Mapping[str, Any]]
    limits: Mapping[str, int]
    clusters: Sequence[str]
    groups: Mapping[str, int]
    region: Mapping[str, str | None]

    @classmethod
    def of(cls, ecosystem: Ecosystem, audit: Audit) -> _Numbers:
        ids = ecosystem.organizations["id"].to_pylist()
        regions = ecosystem.organizations["region"].to_pylist()
        gaps = [pair for pair in audit.pairs.to_pylist() if pair["weight"] > 0]
        clusters = [ids[row] for row in ecosystem.clusters]
        named = [f"cluster:{one}" for one in clusters] + sorted({f"region:{one}" for one in regions if one})
        return cls(
            members=_numbered(audit.members["organization"].to_pylist()),
            pairs={(gap["a"], gap["b"]): number for number, gap in enumerate(gaps)},
            gaps=gaps,
            limits=_numbered(ids),
            clusters=clusters,
            groups=_numbered(named),
            region=dict(zip(ids, regions, strict=True)),
        )

    def groups_of(self, one: Recommendation) -> list[int]:
        named = (f"cluster:{one.partner}", f"cluster:{one.via}", f"region:{self.region[one.organization]}")
        return [self.groups.get(name, -1) for name in named]

    def member_of(self, one: Recommendation) -> int:
        return self.members.get(one.organization, -1) if one.purpose == "join" else -1

    def pair_of(self, one: Recommendation) -> int:
        return self.pairs.get((min(one.partner, one.via), max(one.partner, one.via)), -1) if one.via else -1


def _problem(
    numbers: _Numbers,
    candidates: Sequence[Recommendation],
    budget: Mapping[str, int],
    weights: Mapping[str, float],
) -> Problem:
    scores = np.array([one.score for one in candidates])
    capacity = np.full(len(numbers.limits), budget["per_organization"])
    capacity[[numbers.limits[cluster] for cluster in numbers.clusters]] = budget["per_cluster"]
    members = [[numbers.member_of(one)] for one in candidates]
    limits = [[numbers.limits[one.organization], numbers.limits[one.partner]] for one in candidates]
    return Problem(
        probability=np.clip(weights["acceptance"] + weights["acceptance_by_score"] * scores, 0.0, 1.0),
        members=_indices(members, 1),
        pairs=np.array([numbers.pair_of(one) for one in candidates], dtype=np.int64),
        groups=_indices([numbers.groups_of(one) for one in candidates], 3),
        limits=_indices(limits, 2),
        member_value=np.full(len(numbers.members), weights["tied"]),
        pair_value=weights["bridged"]
        * np.array([1 + (gap["complementarity"] or 0.0) for gap in numbers.gaps]),
        pair_deficit=np.array([gap["missing"] for gap in numbers.gaps], dtype=float),
        group_weight=np.full(len(numbers.groups), weights["spread"]),
        capacity=capacity,
        budget=budget["introductions"],
    )


def _lines(
    candidates: Sequence[Recommendation], probability: Any, chosen: Any, marginal: Any
) -> tuple[Line, ...]:
    return tuple(
        Line(
            rank=rank,
            organization=candidates[number].organization,
            partner=candidates[number].partner,
            purpose=candidates[number].purpose,
            via=candidates[number].via,
            probability=float(probability[number]),
            gain=float(added),
            reasons=candidates[number].reasons,
        )
        for rank, (number, added) in enumerate(zip(chosen.tolist(), marginal.tolist(), strict=True), start=1)
    )


def _interval(gains: npt.NDArray[np.float64]) -> Interval:
    low, high = np.percentile(gains, [5, 95])
    return Interval(float(gains.mean()), float(low), float(high))


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _indices(rows: Sequence[Sequence[int]], width: int) -> npt.NDArray[np.int64]:
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)
