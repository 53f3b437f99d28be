"""The verb `recommend`: clusters or partners, for one, for all, or between two clusters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from traitdunion.cli.program import AsOfOption, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import LANGUAGE, day, said, tell, tell_json, tell_lines, workspace_opened
from traitdunion.errors import InputError

KINDS = ("cluster", "partner")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for."""

    organization: str | None
    kind: str
    pairs: tuple[str, str] | None
    top: int | None
    cap: int | None
    floor: int
    proximities: Mapping[str, float]


@command("recommend")
def recommend(
    organization: Annotated[
        str | None, typer.Argument(metavar="[ORG]", help=said("option-organization"))
    ] = None,
    workspace: WorkspaceOption = None,
    kind: Annotated[str, typer.Option(help=said("option-kind"))] = "cluster",
    everyone: Annotated[bool, typer.Option("--all", help=said("option-all"))] = False,
    pairs: Annotated[
        tuple[str, str] | None, typer.Option(metavar="CLUSTER CLUSTER", help=said("option-pairs"))
    ] = None,
    top: Annotated[int | None, typer.Option(min=1, help=said("option-top"))] = None,
    weigh: Annotated[
        list[str] | None, typer.Option(metavar="PROXIMITY=TIMES", help=said("option-weigh"))
    ] = None,
    cap: Annotated[int | None, typer.Option(min=1, help=said("option-cap"))] = None,
    floor: Annotated[int, typer.Option(min=0, help=said("option-floor"))] = 0,
    export: Annotated[Path | None, typer.Option(metavar="DIR", help=said("option-export"))] = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who should meet whom, and why."""
    from traitdunion.workspace import advising, documents, registry  # noqa: PLC0415  keeps --help fast

    asked = _Asked(organization, kind, pairs, top, cap, floor, _times(weigh or []))
    _check(asked, everyone)
    with workspace_opened(workspace, as_json) as place:
        ecosystem = registry.snapshot(place, day(as_of))
        found = _found(place, ecosystem, asked)
        if export is not None:
            advising.export(place, ecosystem, found, export)
    if as_json:
        tell_json(documents.recommendations_document(found))
        return
    from traitdunion.language.summary import recommendation_lines  # noqa: PLC0415  keeps --help fast

    tell_lines(recommendation_lines(list(found), ecosystem, LANGUAGE))
    if cap is not None or floor:
        from traitdunion.language.formats import percent  # noqa: PLC0415  keeps --help fast

        tell("recommend-cost", share=percent(found.cost, LANGUAGE), count=len(found.named))
    if export is not None:
        tell("export-done", folder=str(export))


def _check(asked: _Asked, everyone: bool) -> None:
    if asked.kind not in KINDS:
        raise InputError("option-choice", option="--kind", value=asked.kind, known=list(KINDS))
    ways = [asked.organization is not None, everyone, asked.pairs is not None]
    if sum(ways) > 1:
        raise InputError("recommend-one-way")
    if (asked.cap is not None or asked.floor) and (asked.kind != "partner" or any(ways[::2])):
        raise InputError("recommend-cap-for-all")


def _found(place: Any, ecosystem: Any, asked: _Asked) -> Any:
    from traitdunion.workspace import advising, analysis  # noqa: PLC0415  keeps --help fast

    if asked.pairs is not None:
        return advising.recommend_between(
            place, ecosystem, *asked.pairs, top=asked.top or 10, proximities=asked.proximities
        )
    if asked.kind == "partner":
        return advising.recommend_partners(
            place,
            ecosystem,
            asked.organization,
            top=asked.top or 10,
            cap=asked.cap,
            floor=asked.floor,
            proximities=asked.proximities,
        )
    if asked.organization is not None:
        return analysis.recommend_clusters(
            place, ecosystem, asked.organization, top=asked.top or 10, proximities=asked.proximities
        )
    audited = analysis.audit(place, ecosystem)
    found = analysis.recommend(place, ecosystem, audited, top=asked.top or 3, proximities=asked.proximities)
    return found.items


def _times(given: Sequence[str]) -> dict[str, float]:
    """Read "geographic=2"."""
    found = {}
    for text in given:
        name, sign, value = text.partition("=")
        try:
            found[name.strip()] = float(value.replace(",", "."))
        except ValueError as error:
            raise InputError("weigh-not-a-number", value=text) from error
        if not sign:
            raise InputError("weigh-not-a-number", value=text)
    return found
