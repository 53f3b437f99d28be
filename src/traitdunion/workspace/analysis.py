"""From an ecosystem to a report: audit, recommend, plan, report. Nothing here knows a person."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.domain.report import Report
from traitdunion.store import plans
from traitdunion.workspace.base import Workspace, now
from traitdunion.workspace.documents import plan_document

Kind = Literal["cluster", "partner"]
KINDS: tuple[Kind, ...] = ("cluster", "partner")


def audit(workspace: Workspace, ecosystem: Ecosystem) -> Audit:
    """Audit an ecosystem, with the broker of the settings left out of the count."""
    from traitdunion.steps.audit import audit as audited  # noqa: PLC0415  slow to import

    workspace.progress("audit")
    settings = workspace.settings
    return audited(ecosystem, broker=settings.broker, seed=settings.seed)


def recommend(workspace: Workspace, ecosystem: Ecosystem, audited: Audit, *, top: int = 3) -> Recommendations:
    """Recommend clusters to members that have none, and carriers for the gaps."""
    from traitdunion.steps.recommend import recommend as recommended  # noqa: PLC0415  slow to import

    workspace.progress("recommend")
    return recommended(ecosystem, audited, top=top)


def recommend_to(
    workspace: Workspace, ecosystem: Ecosystem, organization: str, *, kind: Kind = "cluster", top: int = 10
) -> tuple[Recommendation, ...]:
    """Recommend clusters, or companies, to one organization."""
    from traitdunion.steps import recommend as step  # noqa: PLC0415  slow to import

    workspace.progress("recommend")
    advise = step.clusters_for if kind == "cluster" else step.partners
    return advise(ecosystem, organization, top=top)


def plan(
    workspace: Workspace,
    recommendations: Recommendations,
    *,
    introductions: int = 100,
    per_organization: int = 3,
    per_cluster: int = 10,
) -> Plan:
    """Choose introductions, and keep the plan."""
    from traitdunion.steps.plan import plan as planned  # noqa: PLC0415  slow to import

    workspace.progress("plan")
    made = planned(
        recommendations,
        introductions=introductions,
        per_organization=per_organization,
        per_cluster=per_cluster,
        seed=workspace.settings.seed,
    )
    plans.save(plan_document(made), at=now())
    return made


def report(
    workspace: Workspace,
    recommendations: Recommendations,
    planned: Plan,
) -> tuple[Report, dict[str, Path]]:
    """Write the report in each language, with its lists; give it and where the pages lie."""
    from traitdunion.language.reports import write_report  # noqa: PLC0415  slow to import
    from traitdunion.registers.boundaries import CREDITS, outlines  # noqa: PLC0415  as above
    from traitdunion.steps.recommend import members_for  # noqa: PLC0415  as above
    from traitdunion.steps.report import Sources  # noqa: PLC0415  as above
    from traitdunion.steps.report import report as gathered  # noqa: PLC0415  as above

    workspace.progress("report")
    ecosystem, audited = recommendations.ecosystem, recommendations.audit
    named = ecosystem.organizations.filter(ecosystem.organizations["named"].fill_null(False))
    spoken_of = [*named["id"].to_pylist(), *audited.broker]
    credits = tuple((one.holder, one.licence_url, one.licence) for one in CREDITS)
    sources = Sources(credits=credits, fitting=members_for(ecosystem, audited, spoken_of))
    made = gathered(recommendations, planned, sources=sources)
    return made, write_report(made, workspace.reports, outlines=outlines())
