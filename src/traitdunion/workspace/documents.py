"""Results as plain documents for machines: the `--json` of every command, and what the memory keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from math import isfinite
from typing import Any

from traitdunion.domain.agglomeration import Agglomeration, Location
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.mandate import Mandate
from traitdunion.domain.measurement import Caveat, Measurement
from traitdunion.domain.plan import Beside, Groups, Lottery, Plan, Waiting, WhatIf
from traitdunion.domain.recommendation import Reason, Recommendation, Recommendations
from traitdunion.domain.report import Listing
from traitdunion.version import VERSION

_PAIR = ("a", "b", "observed", "expected", "ratio", "low", "high", "p", "q")
_DIGITS = 9  # beyond these a sum depends on the order a processor adds in


def plan_document(plan: Plan) -> dict[str, Any]:
    """Write a plan, with everything it was made from."""
    document: dict[str, Any] = rounded(
        {
            "introductions": [_line(line) for line in plan.lines],
            "gain": plan.gain,
            "parts": dict(plan.parts),
            "bound": plan.bound,
            "ratio": plan.ratio,
            "proved_best": plan.exact,
            "rounds": asdict(plan.rounds),
            "random": _beside(plan.random),
            "top_scores": _beside(plan.top_scores),
            "random_same_mix": _beside(plan.random_same_mix),
            "top_scores_same_mix": _beside(plan.top_scores_same_mix),
            "compared": _compared(plan),
            "curve": [asdict(point) for point in plan.curve],
            "acceptance": asdict(plan.acceptance),
            "structure": asdict(plan.structure),
            "effects": asdict(plan.effects),
            "waiting_list": [_waiting(one) for one in plan.lottery.drawn] if plan.lottery else [],
            "waiting_list_cost": _cost(plan.lottery),
            "draw_costs": [asdict(one) for one in plan.draw_costs],
            "groups": _groups(plan.groups),
            "candidates": plan.candidates,
            "weights": dict(plan.weights),
            "budget": dict(plan.budget),
            "mandate": _mandate(plan.mandate),
            "ecosystem": plan.ecosystem,
            "seed": plan.seed,
            "version": plan.version,
        }
    )
    return document


def what_if_document(found: WhatIf) -> dict[str, Any]:
    """Write the plan as it would be, and what goes and comes beside the one without the change."""
    before, after = found.before, found.after
    document: dict[str, Any] = rounded(
        {
            "gone": [_line(line) for line in found.gone],
            "come": [_line(line) for line in found.come],
            "before": _side(before),
            "after": _side(after),
        }
    )
    return {**plan_document(after), "what_if": document}


def _side(plan: Plan) -> dict[str, Any]:
    """Write what one side of a what-if reaches; what it does to pairs and brokerage stands in the effects."""
    return {
        "gain": plan.gain,
        "bound": plan.bound,
        "parts": dict(plan.parts),
        "effects": asdict(plan.effects),
    }


def _beside(beside: Beside) -> dict[str, Any]:
    return {
        "gain": beside.gain,
        "low": beside.low,
        "high": beside.high,
        "introductions": beside.introductions,
        "difference": asdict(beside.difference),
        "plan_worth_more_in": beside.share,
    }


def _compared(plan: Plan) -> dict[str, Any] | None:
    if plan.compared is None:
        return None
    return {**_beside(plan.compared), "lines": [_line(line) for line in plan.compared_lines]}


def _waiting(one: Waiting) -> dict[str, Any]:
    when = "now" if one.now else "next-round"
    return {**_line(one.line), "when": when, "block": one.block, "propensity": one.propensity}


def _cost(lottery: Lottery | None) -> dict[str, Any] | None:
    if lottery is None:
        return None
    bounds = {"gain": lottery.cost, "low": lottery.low, "high": lottery.high}
    return {"share": lottery.share, "asked": lottery.asked, **bounds}


def _groups(groups: Groups | None) -> dict[str, Any] | None:
    if groups is None:
        return None
    seated = [
        {
            "organizations": list(group.organizations),
            "introductions": [[line.organization, line.partner] for line in group.lines],
            "gain": group.gain,
            "kilometres": group.kilometres,
            "languages": list(group.languages),
        }
        for group in groups.groups
    ]
    figures = ("gain", "bound", "random", "top_scores", "asked", "size")
    return {"seated": seated, **{name: getattr(groups, name) for name in figures}}


def _mandate(mandate: Mandate) -> dict[str, Any]:
    return {
        "quotas": [
            {
                "group": f"{quota.dimension}:{quota.group}",
                "least": quota.least,
                "most": quota.most,
                "share": quota.share,
            }
            for quota in mandate.quotas
        ],
        "brokers": [
            {
                "broker": broker.name,
                "introductions": broker.introductions,
                "languages": sorted(broker.languages),
                "regions": sorted(broker.regions),
            }
            for broker in mandate.brokers
        ],
        "pinned": sorted(map(list, mandate.pinned)),
        "dropped": sorted(map(list, mandate.dropped)),
        "unwilling": sorted(mandate.unwilling),
        "consented_only": mandate.willing is not None,
        "answers": len(mandate.asked),
    }


def audit_document(audit: Audit) -> dict[str, Any]:
    """Write an audit."""
    tables = ("members", "member_ties", "shares", "bridges", "weak_spots", "strengths")
    document: dict[str, Any] = rounded(
        {
            "coverage": audit.coverage(),
            "pairs": audit.pairs.to_pylist(),
            **{name: getattr(audit, name).to_pylist() for name in tables},
            "model": dict(audit.model),
            "broker": list(audit.broker),
            "level": audit.level,
            "ecosystem": audit.ecosystem,
            "seed": audit.seed,
            "version": audit.version,
        }
    )
    return document


def measurement_document(measurement: Measurement) -> dict[str, Any]:
    """Write a measurement: its figures, its lists row by row, and when not to believe it."""
    document: dict[str, Any] = rounded(
        {
            "measure": measurement.name,
            "findings": {
                one.key: {"value": one.value, "low": one.low, "high": one.high}
                for one in measurement.findings
            },
            "caveats": caveats_document(measurement.caveats),
            **{listing.key.replace("-", "_"): rows_document(listing) for listing in measurement.listings},
            "parameters": dict(measurement.parameters),
            "as_of": measurement.as_of,
            "ecosystem": measurement.ecosystem,
            "seed": measurement.seed,
            "version": measurement.version,
        }
    )
    return document


def location_document(location: Location) -> dict[str, Any]:
    """Write where an activity concentrates: its measurement, and the shape of each agglomeration."""
    document: dict[str, Any] = rounded(
        {
            **measurement_document(location.measurement),
            "shapes": [
                {"number": found.number, "places": found.places, "organizations": found.organizations}
                | {"hull": found.hull.tolist()}
                for found in location.agglomerations
            ],
        }
    )
    return document


def map_document(location: Location) -> dict[str, Any]:
    """Write a location as GeoJSON (RFC 7946): agglomerations as areas, organizations as points."""
    document: dict[str, Any] = rounded(
        {
            "type": "FeatureCollection",
            "features": [
                *(_area_feature(found) for found in location.agglomerations),
                *(
                    {
                        "type": "Feature",
                        "geometry": {"type": "Point", "coordinates": [lon, lat]},
                        "properties": {"organization": one, "activity": chosen},
                    }
                    for one, (lat, lon), chosen in zip(
                        location.ids, location.points.tolist(), location.chosen.tolist(), strict=True
                    )
                ),
            ],
        }
    )
    return document


def _area_feature(found: Agglomeration) -> dict[str, Any]:
    """Write one agglomeration; its ring runs counter-clockwise and is closed, as RFC 7946 has it."""
    ring = [[lon, lat] for lat, lon in found.hull.tolist()]
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    ring = ring[::-1] if doubled < 0 else ring
    closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    facts = ("number", "places", "everyone", "expected", "ratio", "low", "high", "p", "q", "radius_km")
    return {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [closed]},
        "properties": {
            "organizations": len(found.organizations),
            **{name: getattr(found, name) for name in facts},
        },
    }


def rows_document(listing: Listing) -> list[dict[str, Any]]:
    """Write a list row by row; what is not known is null."""
    keys = [column.key for column in listing.columns]
    return [dict(zip(keys, row, strict=True)) for row in listing.rows]


def caveats_document(caveats: Iterable[Caveat]) -> list[dict[str, Any]]:
    """Write when not to believe a result."""
    return [{"key": one.key, **one.values} for one in caveats]


def recommendations_document(recommendations: Iterable[Recommendation]) -> list[dict[str, Any]]:
    """Write recommendations."""
    return [
        rounded(
            {
                "organization": one.organization,
                "partner": one.partner,
                "purpose": one.purpose,
                "via": one.via or None,
                "score": one.score,
                **({} if one.chance is None else {"chance": one.chance}),
                "reasons": _reasons(one.reasons),
            }
        )
        for one in recommendations
    ]


def ecosystem_document(ecosystem: Ecosystem) -> dict[str, Any]:
    """Write what an ecosystem holds."""
    return {
        "ecosystem": ecosystem.key,
        "as_of": ecosystem.as_of.isoformat(),
        "organizations": ecosystem.organizations.num_rows,
        "clusters": len(ecosystem.clusters),
        "members": len(ecosystem.members),
        "ties": ecosystem.ties.num_rows,
        "events": ecosystem.events.num_rows,
        "participations": ecosystem.participations.num_rows,
        "version": VERSION,
    }


def route_document(
    recommendations: Recommendations,
    plan: Plan,
    reports: Mapping[str, Any],
) -> dict[str, Any]:
    """Write the whole route, as `traitdunion demo --json` prints it."""
    ecosystem, audit = recommendations.ecosystem, recommendations.audit
    facts = ecosystem_document(ecosystem)
    document: dict[str, Any] = rounded(
        {
            **{name: facts[name] for name in ("organizations", "clusters", "ties", "members")},
            "as_of": facts["as_of"],
            "coverage": audit.coverage(),
            "pairs": [{name: pair[name] for name in _PAIR} for pair in audit.pairs.to_pylist()],
            "recommendations": len(recommendations),
            "plan": [_line(line) for line in plan.lines],
            "ecosystem": ecosystem.key,
            "seed": plan.seed,
            "version": VERSION,
            "reports": {language: str(path) for language, path in reports.items()},
        }
    )
    return document


def rounded(value: Any) -> Any:
    """Round every number to what no change in the order of a sum can reach; what is not known is null."""
    if isinstance(value, float):
        return round(value, _DIGITS) if isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    return value


def _line(line: Any) -> dict[str, Any]:
    to_cluster = line.purpose in ("join", "bridge")
    return {
        "rank": line.rank,
        "organization": line.organization,
        "cluster" if to_cluster else "partner": line.partner,
        "purpose": line.purpose,
        "via": line.via or None,
        "probability": line.probability,
        "gain": line.gain,
        "broker": line.broker or None,
        "pinned": line.pinned,
        "reasons": _reasons(line.reasons),
    }


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{name: value for name, value in asdict(reason).items() if name != "weight"} for reason in reasons]
