"""The verbs that answer: snapshot, audit, plan, report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from traitdunion.cli.program import AsOfOption, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import LANGUAGE, day, said, tell, tell_json, tell_lines, workspace_opened

BudgetOption = Annotated[int, typer.Option("--introductions", min=1, help=said("option-introductions"))]
EachOption = Annotated[int, typer.Option("--per-organization", min=1, help=said("option-per-organization"))]
ClusterOption = Annotated[int, typer.Option("--per-cluster", min=1, help=said("option-per-cluster"))]


@command("snapshot")
def snapshot(
    workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False
) -> None:
    """Freeze the ecosystem of a day."""
    from traitdunion.workspace import documents, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
    document = documents.ecosystem_document(ecosystem)
    if as_json:
        tell_json(document)
    else:
        tell("snapshot-done", **{**document, "short_key": ecosystem.key[:12], "as_of": ecosystem.as_of})


@command("audit")
def audit(workspace: WorkspaceOption = None, as_of: AsOfOption = None, as_json: JsonOption = False) -> None:
    """Say who is unconnected and which clusters meet less than they should."""
    from traitdunion.workspace import analysis, documents, registry  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        audited = analysis.audit(place, ecosystem)
    if as_json:
        tell_json(documents.audit_document(audited))
        return
    from traitdunion.language.summary import audit_lines  # noqa: PLC0415  keeps --help fast

    tell_lines(audit_lines(audited, ecosystem, LANGUAGE))


@command("plan")
def plan(
    workspace: WorkspaceOption = None,
    introductions: BudgetOption = 100,
    per_organization: EachOption = 3,
    per_cluster: ClusterOption = 10,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Choose the introductions that change the network most."""
    from traitdunion.language.summary import plan_lines  # noqa: PLC0415  keeps --help fast
    from traitdunion.workspace import documents  # noqa: PLC0415  as above

    budget = {
        "introductions": introductions,
        "per_organization": per_organization,
        "per_cluster": per_cluster,
    }
    with workspace_opened(workspace, as_json) as place:
        found, made = _planned(place, as_of, budget)
    if as_json:
        tell_json(documents.plan_document(made))
    else:
        tell_lines(plan_lines(made, found.ecosystem, LANGUAGE))


@command("report")
def report(
    workspace: WorkspaceOption = None,
    introductions: BudgetOption = 100,
    per_organization: EachOption = 3,
    per_cluster: ClusterOption = 10,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the report in three languages, with every list."""
    from traitdunion.workspace import analysis  # noqa: PLC0415  keeps --help fast

    budget = {
        "introductions": introductions,
        "per_organization": per_organization,
        "per_cluster": per_cluster,
    }
    with workspace_opened(workspace, as_json) as place:
        _, pages = analysis.report(place, *_planned(place, as_of, budget))
    if as_json:
        tell_json({language: str(path) for language, path in pages.items()})
    else:
        tell("report-done", folder=str(next(iter(pages.values())).parent))


def _planned(place: Any, as_of: str | None, budget: Mapping[str, int]) -> tuple[Any, Any]:
    from traitdunion.workspace import analysis, registry  # noqa: PLC0415  keeps --help fast

    ecosystem = registry.snapshot(place, day(as_of))
    found = analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))
    return found, analysis.plan(place, found, **budget)
