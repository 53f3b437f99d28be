"""The overview, the lists and the search."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse

from traitdunion.language import site, site_lists, site_records
from traitdunion.language.sheets import csv_text, sheet_of, write_workbook
from traitdunion.web import answers
from traitdunion.workspace import atlas

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@answers.page
def overview(request: HttpRequest, language: str) -> HttpResponse:
    """Show what is known, what to do next, and where the lists are."""
    place = answers.place_of(request, language)
    return answers.shown(site_lists.overview_page(answers.ground(), place), language)


@answers.page
def one_list(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Show a list, narrowed down and sorted as the link says."""
    place = answers.place_of(request, language)
    return answers.shown(site_lists.list_page(answers.ground(), key, place), language)


@answers.page
def download(request: HttpRequest, language: str, key: str, kind: str) -> HttpResponse:
    """Hand out exactly the rows a link asks for, as a file."""
    ground, place = answers.ground(), answers.place_of(request, language)
    sheet = sheet_of(site_lists.chosen(ground, key, place), site.names_of(ground, language))
    response = HttpResponse(content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{key}.{kind}"'
    if kind == "csv":
        response.write(csv_text(sheet).encode("utf-8-sig"))
        return response
    with TemporaryDirectory() as folder:
        path = write_workbook([sheet], Path(folder) / "list.xlsx", title=sheet.title)
        response.write(path.read_bytes())
    return response


@answers.page
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Show what is called something like the text asked for."""
    ground, place = answers.ground(), answers.place_of(request, language)
    text = request.GET.get("q", "").strip()
    hits = atlas.search(ground, text, limit=site_records.MOST_HITS) if text else ()
    return answers.shown(site_records.search_page(ground, place, hits), language)
