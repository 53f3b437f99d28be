"""The verbs `plan` and `report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from traitdunion.cli.program import AsOfOption, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import LANGUAGE, day, said, tell, tell_json, tell_lines, workspace_opened
from traitdunion.errors import InputError

BudgetOption = Annotated[int, typer.Option("--introductions", min=1, help=said("option-introductions"))]
EachOption = Annotated[int, typer.Option("--per-organization", min=1, help=said("option-per-organization"))]
ClusterOption = Annotated[int, typer.Option("--per-cluster", min=1, help=said("option-per-cluster"))]
Texts = list[str] | None


@command("plan")
def plan(
    workspace: WorkspaceOption = None,
    introductions: BudgetOption = 100,
    per_organization: EachOption = 3,
    per_cluster: ClusterOption = 10,
    at_least: Annotated[
        Texts, typer.Option("--at-least", metavar="GROUP=NUMBER", help=said("option-at-least"))
    ] = None,
    at_most: Annotated[
        Texts, typer.Option("--at-most", metavar="GROUP=NUMBER", help=said("option-at-most"))
    ] = None,
    brokers: Annotated[Path | None, typer.Option(metavar="FILE", help=said("option-brokers"))] = None,
    consented: Annotated[bool, typer.Option("--consented", help=said("option-consented"))] = False,
    pin: Annotated[Texts, typer.Option("--pin", metavar="ORG=ORG", help=said("option-pin"))] = None,
    add: Annotated[Texts, typer.Option("--add", metavar="ORG=ORG", help=said("option-add"))] = None,
    drop: Annotated[Texts, typer.Option("--drop", metavar="ORG=ORG", help=said("option-drop"))] = None,
    compare: Annotated[Path | None, typer.Option(metavar="FILE", help=said("option-compare"))] = None,
    randomize: Annotated[
        float, typer.Option(metavar="SHARE", min=0.0, max=1.0, help=said("option-randomize"))
    ] = 0.0,
    groups: Annotated[int, typer.Option(min=0, help=said("option-meeting-groups"))] = 0,
    group_size: Annotated[str, typer.Option(metavar="FROM-TO", help=said("option-group-size"))] = "5-10",
    within: Annotated[float, typer.Option(metavar="KM", min=0.0, help=said("option-within"))] = 60.0,
    partners: Annotated[int, typer.Option(min=0, help=said("option-partners"))] = 3,
    solver: Annotated[str, typer.Option(help=said("option-solver"))] = "auto",
    weigh: Annotated[
        Texts, typer.Option("--weigh", metavar="PART=NUMBER", help=said("option-weigh-plan"))
    ] = None,
    export: Annotated[Path | None, typer.Option(metavar="DIR", help=said("option-export"))] = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Choose the introductions that change the network most."""
    from traitdunion.workspace.planning import Options  # noqa: PLC0415  keeps --help fast

    options = Options(
        introductions=introductions,
        per_organization=per_organization,
        per_cluster=per_cluster,
        at_least=at_least or (),
        at_most=at_most or (),
        brokers=brokers,
        compare=compare,
        pin=[_pair(text) for text in pin or ()],
        add=[_pair(text) for text in add or ()],
        drop=[_pair(text) for text in drop or ()],
        consented=consented,
        randomize=randomize,
        groups=groups,
        group_size=_size(group_size),
        within=within,
        partners=partners,
        solver=solver,
        weights=dict(_weight(text) for text in weigh or ()),
    )
    _show(workspace, options, as_of, export, as_json=as_json)


def _show(workspace: Any, options: Any, as_of: str | None, export: Path | None, *, as_json: bool) -> None:
    from traitdunion.language import plans  # noqa: PLC0415  keeps --help fast
    from traitdunion.language.names import Names  # noqa: PLC0415  as above
    from traitdunion.language.what_if import lines as side_by_side  # noqa: PLC0415  as above
    from traitdunion.workspace import documents, plan_pages, planning  # noqa: PLC0415  as above

    with workspace_opened(workspace, as_json) as place:
        found = _recommended(place, as_of)
        what_if = planning.changed(place, found, options) if options.changed else None
        made = planning.plan(place, found, options) if what_if is None else what_if.after
        if export is not None:
            plan_pages.export(place, found.ecosystem, made, export)
    if as_json:
        tell_json(documents.what_if_document(what_if) if what_if else documents.plan_document(made))
        return
    names = Names.within(found.ecosystem, LANGUAGE)
    tell_lines(side_by_side(what_if, names) if what_if else plans.lines(made, names))
    if export is not None:
        tell("export-done", folder=str(export))


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
    from traitdunion.workspace import analysis, planning  # noqa: PLC0415  keeps --help fast

    options = planning.Options(introductions, per_organization, per_cluster)
    with workspace_opened(workspace, as_json) as place:
        found = _recommended(place, as_of)
        _, pages = analysis.report(place, found, planning.plan(place, found, options))
    if as_json:
        tell_json({language: str(path) for language, path in pages.items()})
    else:
        tell("report-done", folder=str(next(iter(pages.values())).parent))


def _recommended(place: Any, as_of: str | None) -> Any:
    from traitdunion.workspace import analysis, registry  # noqa: PLC0415  keeps --help fast

    ecosystem = registry.snapshot(place, day(as_of))
    return analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))


def _pair(text: str) -> tuple[str, str]:
    """Read "umicore=a6k"."""
    one, sign, other = (part.strip() for part in text.partition("="))
    if not (one and sign and other):
        raise InputError("pair-not-read", value=text)
    return one, other


def _size(text: str) -> tuple[int, int]:
    """Read "5-10", and "8" for exactly eight."""
    fewest, _, most = text.partition("-")
    try:
        size = int(fewest), int(most or fewest)
    except ValueError as error:
        raise InputError("group-size-not-read", value=text) from error
    if not 2 <= size[0] <= size[1]:
        raise InputError("group-size-not-read", value=text)
    return size


def _weight(text: str) -> tuple[str, float]:
    """Read "tied=3"."""
    name, _, value = text.partition("=")
    try:
        return name.strip(), float(value.replace(",", "."))
    except ValueError as error:
        raise InputError("weigh-not-a-number", value=text) from error
