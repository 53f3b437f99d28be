"""The main job, once from end to end, on the built-in ecosystem."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendations
from traitdunion.domain.report import Report
from traitdunion.workspace import analysis, planning, registry
from traitdunion.workspace.base import Workspace, changed

EXAMPLE = Path(__file__).parent.parent / "examples" / "belgium"
_FILES = ("organizations.csv", "clusters.csv", "ties.csv", "topics.csv", "federation_members.csv")
_BROKER = ("agoria", "sirris")


@dataclass(frozen=True, slots=True)
class Route:
    """What the route made, verb by verb."""

    ecosystem: Ecosystem
    audit: Audit
    recommendations: Recommendations
    plan: Plan
    report: Report
    pages: dict[str, Path]


def demo(workspace: Workspace) -> Route:
    """Load the built-in Belgian ecosystem into a workspace and walk the route to the report.

    The day is that of the newest evidence, so that the same facts give the same result on any day.
    """
    if not workspace.settings.broker:
        workspace = changed(workspace, broker=_BROKER)
    registry.load(workspace, [EXAMPLE / name for name in _FILES])
    return route(workspace)


def route(workspace: Workspace) -> Route:
    """Walk from the records of a workspace to its report, as of the newest evidence."""
    ecosystem = registry.snapshot(workspace)
    audit = analysis.audit(workspace, ecosystem)
    recommendations = analysis.recommend(workspace, ecosystem, audit)
    plan = planning.plan(workspace, recommendations)
    report, pages = analysis.report(workspace, recommendations, plan)
    return Route(ecosystem, audit, recommendations, plan, report, pages)
