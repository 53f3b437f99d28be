"""The plan: budgets and rules in the address, what comes of them on the page. Looking keeps nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse

from traitdunion.errors import InputError
from traitdunion.language.sheets import csv_text, sheet_of, write_workbook
from traitdunion.language.site import names_of
from traitdunion.language.site_plan import Asked, plan_page, refused_page
from traitdunion.settings import read_settings
from traitdunion.web import answers, lists
from traitdunion.workspace import plan_desk
from traitdunion.workspace.base import Workspace
from traitdunion.workspace.planning import Options


@answers.page
def plan(request: HttpRequest, language: str) -> HttpResponse:
    """Show the plan a link asks for; what cannot be planned is told above the form, with what was typed."""
    place, ground = answers.place_of(request, language), answers.ground()
    asked, groups = Asked.of(place.state), plan_desk.groups(ground)
    try:
        settled = asked.settled()
        seen = plan_desk.seen(_workspace(), options(settled, language))
    except InputError as error:
        return answers.shown(refused_page(ground, place, asked, groups, error), language, status=400)
    text = plan_page(
        ground, place, settled, groups, plan=seen.plan, beside=seen.beside, measured=seen.measurement
    )
    return answers.shown(text, language)


@answers.page
def download(request: HttpRequest, language: str, kind: str) -> HttpResponse:
    """Hand out the lines of the plan a link asks for, as a file."""
    asked = Asked.of(answers.place_of(request, language).state).settled()
    seen = plan_desk.seen(_workspace(), options(asked, language))
    sheet = sheet_of(seen.measurement.listings[0], names_of(answers.ground(), language))
    response = HttpResponse(content_type=lists.TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="introductions.{kind}"'
    if kind == "csv":
        response.write(csv_text(sheet).encode("utf-8-sig"))
        return response
    with TemporaryDirectory() as folder:
        path = write_workbook([sheet], Path(folder) / "list.xlsx", title=sheet.title)
        response.write(path.read_bytes())
    return response


def options(asked: Asked, language: str) -> Options:
    """Read what a link asks for as options of a plan.

    Raises
    ------
    InputError
        Those of `Asked.amounts` and `Asked.sides`.
    """
    amounts = asked.amounts(language)
    return Options(
        introductions=amounts["introductions"],
        per_organization=amounts["per-organization"],
        per_cluster=amounts["per-cluster"],
        partners=amounts["partners"],
        randomize=amounts["randomize"] / 100,
        at_least=asked.quotas["at-least"],
        at_most=asked.quotas["at-most"],
        pin=asked.sides("pin"),
        add=asked.sides("add"),
        drop=asked.sides("drop"),
        consented=asked.consented,
        solver="quick",
    )


def _workspace() -> Workspace:
    """Give the workspace that is open."""
    return Workspace(read_settings(answers.reports_folder().parent))
