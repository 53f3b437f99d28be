"""Lists open in Excel as it is used in Belgium, whatever names they hold."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from traitdunion.domain.recommendation import Reason
from traitdunion.domain.report import Column, Listing, Report
from traitdunion.language.catalog import LANGUAGES
from traitdunion.language.cells import cell_markup, cell_text, rows_of, site
from traitdunion.language.names import Names
from traitdunion.language.sheets import csv_text, sheet_of, write_csv, write_workbook

HOSTILE = ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")
CELLS: dict[str, tuple[str, Any, str]] = {
    "name": ("text", "Barco", "Barco"),
    "aliases": ("text", ["A", "B"], "A, B"),
    "members": ("integer", 12345, "12,345"),
    "ratio": ("decimal", 0.456, "0.46"),
    "probability": ("share", 0.434, "43%"),
    "since": ("partial-date", "2019-05", "May 2019"),
    "until": ("partial-date", "2019-05-03", "3 May 2019"),
    "source_url": ("link", "https://a.be/x https://b.be", "https://a.be/x https://b.be"),
    "status": ("term", "unknown", "not checked"),
    "broker": ("text", True, "yes"),
    "group": ("text", "28", "28 Manufacture of machinery and equipment n.e.c."),
    "region": ("term", "Flanders", "Flanders"),
    "place": ("text", "Antwerpen", "Antwerp"),
    "organization": ("organization", "alstom", "Alstom"),
    "partner": ("organization", "nobody-known", "nobody-known"),
    "clusters": ("organizations", ["a6k", "the-pod"], "A6K, The POD"),
    "topic": ("topic", "robotics", "robotics"),
    "topics": ("topics", ["robotics", "energy"], "robotics, energy"),
    "sector": ("activity", "nace-rev2:62", "62 Computer programming, consultancy and related activities"),
    "area": ("area", "44", "Ghent"),
    "reasons": (
        "reasons",
        (Reason("few-data", {}, "", ""),),
        "Few data: this advice rests on the profile of Alstom alone.",
    ),
    "score": ("decimal", None, ""),
    "gain": ("decimal", float("nan"), ""),
}


@pytest.fixture
def listing() -> Listing:
    columns = tuple(Column(key, kind) for key, (kind, _, _) in CELLS.items())
    return Listing("plan", columns, (tuple(value for _, value, _ in CELLS.values()),))


def _read(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_every_kind_of_cell_is_written(listing: Listing, names: Callable[[str], Names]) -> None:
    row = next(rows_of(listing))
    written = {column.key: cell_text(column, row, names("en")) for column in listing.columns}
    assert written == {key: text for key, (_, _, text) in CELLS.items()}
    assert {kind for kind, _, _ in CELLS.values()} == set(Column.__annotations__ and _kinds())


def _kinds() -> tuple[str, ...]:
    from typing import get_args

    from traitdunion.domain.report import CellKind

    return get_args(CellKind)


def test_csv_is_what_belgian_excel_opens(
    listing: Listing, names: Callable[[str], Names], tmp_path: Path
) -> None:
    path = write_csv(sheet_of(listing, names("nl")), tmp_path / "lists" / "plan.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = _read(path.read_text("utf-8-sig"), ";")
    assert row["Gezien t.o.v. verwacht"] == "0,456"
    assert row["Leden"] == "12345"
    assert row["Sinds"] == "2019-05"
    assert row["Organisatie"] == "Alstom"
    assert row["Score"] == ""
    (english,) = _read(csv_text(sheet_of(listing, names("en"))), ",")
    assert english["Seen over expected"] == "0.456"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_of_a_csv_is_a_formula(name: str, language: str, names: Callable[[str], Names]) -> None:
    listing = Listing("members", (Column("name", "text"), Column("ratio", "decimal")), ((name, -1.5),))
    out = csv_text(sheet_of(listing, names(language)))
    text, number = list(csv.reader(io.StringIO(out, newline=""), delimiter=";" if language != "en" else ","))[
        1
    ]
    assert text == f"'{name}"
    assert number in ("-1,5", "-1.5")


def test_no_cell_of_a_workbook_is_a_formula(names: Callable[[str], Names], tmp_path: Path) -> None:
    rows = tuple((name, 1) for name in HOSTILE)
    listing = Listing("members", (Column("name", "text"), Column("members", "integer")), rows)
    path = write_workbook([sheet_of(listing, names("fr"))], tmp_path / "a.xlsx", title="=1+1")
    page = openpyxl.load_workbook(path)["Membres et leurs liens"]
    cells = [page.cell(row, 1) for row in range(2, 2 + len(HOSTILE))]
    assert [cell.data_type for cell in cells] == ["s"] * len(HOSTILE)
    assert cells[0].value == HOSTILE[0]


def test_a_workbook_has_headings_filters_numbers_and_days(
    listing: Listing, names: Callable[[str], Names], tmp_path: Path
) -> None:
    sheet = sheet_of(listing, names("en"))
    page = openpyxl.load_workbook(write_workbook([sheet], tmp_path / "a.xlsx", title="x")).active
    assert page is not None
    cells = {cell.value: page.cell(2, place) for place, cell in enumerate(page[1], start=1)}
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref.startswith("A1:")
    assert cells["Seen over expected"].value == 0.456
    assert (cells["Probability"].value, cells["Probability"].number_format) == (0.434, "0%")
    assert cells["Until"].value == datetime(2019, 5, 3)
    assert cells["Since"].value == "2019-05"
    assert cells["Gain"].value is None


def test_sheets_never_share_a_name(names: Callable[[str], Names], tmp_path: Path) -> None:
    sheet = sheet_of(Listing("members", (Column("name", "text"),), (("A",),)), names("en"))
    long = replace(sheet, title="A title that is longer than Excel allows for a sheet")
    book = openpyxl.load_workbook(write_workbook([long, long, sheet, sheet], tmp_path / "a.xlsx", title="x"))
    assert len(set(book.sheetnames)) == 4
    assert max(map(len, book.sheetnames)) <= 31


def test_the_same_lists_are_the_same_bytes(report: Report, tmp_path: Path) -> None:
    sheets = [sheet_of(listing, Names.of(report, "fr")) for listing in report.listings]
    one, other = (
        write_workbook(sheets, tmp_path / name, title="x").read_bytes() for name in ("a.xlsx", "b.xlsx")
    )
    assert one == other


def test_only_web_addresses_become_links(names: Callable[[str], Names]) -> None:
    assert [site(text) for text in ("https://www.a.be/x", "javascript:alert(1)", "http://[", "a.xlsx")] == [
        "a.be",
        "",
        "",
        "",
    ]
    row = {"website": 'javascript:alert(1) https://a.be/?q="><script>'}
    markup = cell_markup(Column("website", "link"), row, names("en"))
    assert "<script>" not in markup
    assert markup.count("<a ") == 1
