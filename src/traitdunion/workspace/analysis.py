"""From an ecosystem to a report: audit, recommend, report. Nothing here knows a person."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.domain.report import Report
from traitdunion.version import VERSION
from traitdunion.workspace import advising
from traitdunion.workspace.base import Workspace, hashed
from traitdunion.workspace.documents import audit_document, plan_document

_ADDRESSES = {
    "Statbel": "https://statbel.fgov.be",
    "NGI": "https://www.ngi.be",
    "GeoNames": "https://www.geonames.org",
}
_CORDIS = ("CORDIS, European Union", "https://cordis.europa.eu", "CC BY 4.0")
_STAMP = ".made-from"  # written last: a report without it was cut short and is written again


def audit(workspace: Workspace, ecosystem: Ecosystem) -> Audit:
    """Audit an ecosystem, with the broker of the settings left out of the count."""
    from traitdunion.steps.audit import audit as audited  # noqa: PLC0415  slow to import

    workspace.progress("audit")
    settings = workspace.settings
    return audited(ecosystem, broker=settings.broker, seed=settings.seed)


def recommend(
    workspace: Workspace,
    ecosystem: Ecosystem,
    audited: Audit,
    *,
    top: int = 3,
    proximities: Mapping[str, float] | None = None,
) -> Recommendations:
    """Recommend clusters to members that have none, and carriers for the gaps; rules and answers hold."""
    from traitdunion.steps.recommend import recommend as recommended  # noqa: PLC0415  slow to import

    workspace.progress("recommend")
    wished = advising.wishes(workspace, ecosystem, proximities)
    return recommended(ecosystem, audited, top=top, wishes=wished)


def recommend_clusters(
    workspace: Workspace,
    ecosystem: Ecosystem,
    organization: str,
    *,
    top: int = 10,
    proximities: Mapping[str, float] | None = None,
) -> tuple[Recommendation, ...]:
    """Recommend clusters to one organization."""
    from traitdunion.steps.recommend import clusters_for  # noqa: PLC0415  slow to import

    workspace.progress("recommend")
    wished = advising.wishes(workspace, ecosystem, proximities)
    return clusters_for(ecosystem, organization, top=top, wishes=wished)


def report(
    workspace: Workspace,
    recommendations: Recommendations,
    planned: Plan,
) -> tuple[Report, dict[str, Path]]:
    """Write the report in each language, with its lists; give it and where the pages lie."""
    from traitdunion.language.catalog import LANGUAGES  # noqa: PLC0415  slow to import
    from traitdunion.language.reports import write_report  # noqa: PLC0415  as above
    from traitdunion.registers.boundaries import CREDITS, outlines  # noqa: PLC0415  as above
    from traitdunion.steps.recommend import members_for  # noqa: PLC0415  as above
    from traitdunion.steps.report import Sources  # noqa: PLC0415  as above
    from traitdunion.steps.report import report as gathered  # noqa: PLC0415  as above

    workspace.progress("report")
    ecosystem, audited = recommendations.ecosystem, recommendations.audit
    named = ecosystem.organizations.filter(ecosystem.organizations["named"].fill_null(False))
    spoken_of = [*named["id"].to_pylist(), *audited.broker]
    credits = tuple((one.holder, _ADDRESSES[one.holder], one.licence) for one in CREDITS)
    sources = Sources(credits=(_CORDIS, *credits), fitting=members_for(ecosystem, audited, spoken_of))
    made = gathered(recommendations, planned, sources=sources)
    content = hashed(plan_document(planned), audit_document(audited), VERSION)
    pages = {language: workspace.reports / f"report-{language}.html" for language in LANGUAGES}
    if not _written(workspace.reports, content):
        pages = write_report(made, workspace.reports, outlines=outlines())
        (workspace.reports / _STAMP).write_text(content, encoding="utf-8")
    return made, pages


def _written(folder: Path, content: str) -> bool:
    """Say whether the reports in a folder were made from exactly this."""
    stamp = folder / _STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8") == content
