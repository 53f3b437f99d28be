"""Results as plain documents for machines: the `--json` of every command, and what the memory keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Reason, Recommendation, Recommendations
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
            "ratio": plan.gain / plan.bound if plan.bound else 1.0,
            "random": {"gain": plan.random.mean, "low": plan.random.low, "high": plan.random.high},
            "top_scores": {"gain": plan.top_scores},
            "candidates": plan.candidates,
            "weights": dict(plan.weights),
            "budget": dict(plan.budget),
            "ecosystem": plan.ecosystem,
            "seed": plan.seed,
            "version": plan.version,
        }
    )
    return document


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
    """Round every number to what no change in the order of a sum can reach."""
    if isinstance(value, float):
        return round(value, _DIGITS)
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
        "reasons": _reasons(line.reasons),
    }


def _reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{name: value for name, value in asdict(reason).items() if name != "weight"} for reason in reasons]
