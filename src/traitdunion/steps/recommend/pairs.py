"""Advice on pairs that somebody named: a manager's own list, a line to pin, what was proposed before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from traitdunion.domain.audit import Audit
from traitdunion.domain.recommendation import Purpose, Recommendation
from traitdunion.errors import InputError
from traitdunion.steps.recommend.affinity import Affinity, Fit
from traitdunion.steps.recommend.bulk import bulk
from traitdunion.steps.recommend.ground import Ground
from traitdunion.steps.recommend.partners import PartnerAdvice, recommended, weighed_for
from traitdunion.steps.recommend.reasons import gap_reason, recommendation, standing_reasons
from traitdunion.steps.recommend.wishes import NONE, Wishes

Pair = tuple[str, str]


def advised_pairs(
    ground: Ground,
    audit: Audit,
    pairs: Sequence[Pair],
    *,
    advice: PartnerAdvice | None = None,
    wishes: Wishes = NONE,
) -> tuple[Recommendation, ...]:
    """Give for each pair what a recommendation would say of it, whether or not it would be made.

    Parameters
    ----------
    ground : Ground
    audit : Audit
    pairs : sequence of (id, id)
        In either order; the order of the result is that of the pairs.
    advice : PartnerAdvice, optional
        Needed for pairs of two organizations that are no clusters.
    wishes : Wishes

    Raises
    ------
    InputError
        `pair-itself`, `organization-unknown`, `organization-not-advised`, `partner-advice-missing`.
    """
    cluster = {ground.rows[row]["id"] for row in ground.ecosystem.clusters.tolist()}
    for one, other in pairs:
        if one == other:
            raise InputError("pair-itself", organization=one)
    two = [pair for pair in pairs if not cluster & {*pair}]
    if two and advice is None:
        raise InputError("partner-advice-missing", organization=two[0][0], partner=two[0][1])
    with bulk():
        found = dict(_of_clusters(ground, audit, [pair for pair in pairs if cluster & {*pair}], cluster))
        if advice is not None:
            found |= _of_partners(advice, two, wishes)
    return tuple(found[pair] for pair in pairs)


def _of_clusters(
    ground: Ground, audit: Audit, pairs: Sequence[Pair], cluster: set[str]
) -> Iterator[tuple[Pair, Recommendation]]:
    gaps = {(gap["a"], gap["b"]): gap for gap in audit.pairs.to_pylist() if gap["weight"] > 0}
    tied: dict[str, list[str]] = {}
    for held in audit.memberships.to_pylist():
        tied.setdefault(held["organization"], []).append(held["cluster"])
    for pair in pairs:
        one, other = sorted(pair, key=lambda side: (side in cluster, side))
        row, partner = ground.row_of[one], ground.row_of[other]
        fit = Affinity.of(ground, [row], [partner]).at(0, 0)
        yield (
            pair,
            _of_cluster(ground, (row, partner), fit, gaps, [] if one in cluster else tied.get(one, [])),
        )


def _of_cluster(
    ground: Ground, rows: tuple[int, int], fit: Fit, gaps: Mapping[Pair, Any], tied: Sequence[str]
) -> Recommendation:
    row, partner = rows
    other = ground.rows[partner]["id"]
    if ground.rows[row]["kind"] == "cluster":
        gap = gaps.get(_ordered(ground.rows[row]["id"], other))
        first = [gap_reason(ground, gap)] if gap else []
        return recommendation(ground, row, partner, fit, "clusters", first=first)
    between = [gaps[pair] for pair in (_ordered(here, other) for here in tied) if pair in gaps]
    if not between:
        purpose: Purpose = "bridge" if tied else "join"
        via = ground.row_of[tied[0]] if tied else None
        return recommendation(ground, row, partner, fit, purpose, via=via)
    gap = min(between, key=lambda one: (-one["weight"], one["a"], one["b"]))
    here = ground.row_of[gap["b"] if gap["a"] == other else gap["a"]]
    reasons = [gap_reason(ground, gap), *standing_reasons(ground, row, here)]
    return recommendation(ground, row, partner, fit, "bridge", first=reasons, via=here)


def _of_partners(advice: PartnerAdvice, pairs: Sequence[Pair], wishes: Wishes) -> dict[Pair, Recommendation]:
    sides = np.array([[advice.place(one) for one in pair] for pair in pairs], dtype=np.int64).reshape(-1, 2)
    rows, lines = np.unique(sides[:, 0], return_inverse=True)
    weighed = weighed_for(advice, rows, wishes)
    return dict(zip(pairs, recommended(advice, weighed, lines, sides[:, 1], wishes), strict=True))


def _ordered(one: str, other: str) -> Pair:
    return (min(one, other), max(one, other))
