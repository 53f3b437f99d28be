"""Every list of a report as CSV and as one workbook: what Excel opens in Belgium, safe against formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from traitdunion.domain.report import Listing, Report
from traitdunion.language.cells import Value, cell_value, rows_of
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.terms import heading

# Excel set to French or Dutch for Belgium reads semicolons and decimal commas.
_DELIMITER = {"fr": ";", "nl": ";", "en": ","}
_DECIMAL = {"fr": ",", "nl": ",", "en": "."}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_WIDEST = 60  # characters of a column
_SAMPLE = 200  # rows its width is measured on
_LONGEST_NAME = 31  # Excel's limit for the name of a sheet
_LONGEST_TEXT = 32_767  # Excel's limit for the text of a cell
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # fixed: the same lists, the same bytes


def csv_text(listing: Listing, names: Names) -> str:
    """Write a listing as CSV, with the separator and the decimal sign of the language.

    A text that a spreadsheet would take for a formula is written behind an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_DELIMITER[names.language], lineterminator="\r\n")
    writer.writerow([_inert(heading(column.key, names.language)) for column in listing.columns])
    writer.writerows([_csv_cell(value, names.language) for value in row] for row in _values(listing, names))
    return out.getvalue()


def write_csv(listing: Listing, names: Names, path: Path) -> Path:
    """Write a listing as a CSV file, with the mark by which Excel knows UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_text(listing, names).encode("utf-8-sig"))
    return path


def write_workbook(report: Report, names: Names, path: Path) -> Path:
    """Write every listing of a report as a sheet: translated headings, frozen header, filters, real numbers."""
    import xlsxwriter  # noqa: PLC0415  only this function writes workbooks

    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": say("report-title", names.language), "created": _CREATED})
        shapes = _formats(book)
        for title, listing in zip(
            _sheet_names(report.listings, names.language), report.listings, strict=True
        ):
            _write_sheet(book.add_worksheet(title), listing, names, shapes)
    return path


def _values(listing: Listing, names: Names) -> Iterable[list[Value]]:
    return ([cell_value(column, row, names) for column in listing.columns] for row in rows_of(listing))


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv_cell(value: Value, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", _DECIMAL[language])
    if isinstance(value, int):
        return str(value)
    return value.isoformat() if isinstance(value, date) else _inert(value)


def _formats(book: Any) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format(wrapped),
        "integer": book.add_format({"num_format": "#,##0", "valign": "top"}),
        "decimal": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
        "share": book.add_format({"num_format": "0%", "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    }


def _write_sheet(sheet: Any, listing: Listing, names: Names, shapes: dict[str, Any]) -> None:
    headings = [heading(column.key, names.language) for column in listing.columns]
    rows = list(_values(listing, names))
    for position, text in enumerate(headings):
        sheet.write_string(0, position, text, shapes["head"])
        cells = [row[position] for row in rows]
        sheet.set_column(position, position, _width(text, cells))
        for number, value in enumerate(cells, start=1):
            _write_cell(sheet, (number, position), value, shapes, listing.columns[position].kind)
    sheet.freeze_panes(1, 1)
    if headings:
        sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)


def _write_cell(sheet: Any, place: tuple[int, int], value: Value, shapes: dict[str, Any], kind: str) -> None:
    """Write text as text whatever it begins with; only numbers and days are anything else."""
    if isinstance(value, str):
        sheet.write_string(*place, value[:_LONGEST_TEXT], shapes["text"])
    elif isinstance(value, date):
        sheet.write_datetime(*place, value, shapes["day"])
    elif value is not None:
        sheet.write_number(*place, value, shapes[kind])


def _width(title: str, cells: Sequence[Value]) -> float:
    """Fit a column to what most of its cells need."""
    longest = max((len(str(cell)) for cell in cells[:_SAMPLE] if cell is not None), default=0)
    return min(max(len(title) * 0.8, longest, 8) + 2, _WIDEST)


def _sheet_names(listings: Sequence[Listing], language: str) -> list[str]:
    """Name the sheets by the titles of their lists, within Excel's limit and never twice the same."""
    taken: list[str] = []
    for listing in listings:
        name = say(f"listing-{listing.key}", language)[:_LONGEST_NAME].rstrip()
        number = 2
        while name.casefold() in [other.casefold() for other in taken]:
            name, number = f"{name[: _LONGEST_NAME - 3].rstrip()} {number}", number + 1
        taken.append(name)
    return taken
