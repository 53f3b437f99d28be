"""Every list of a report as CSV and as one workbook: what Excel opens in Belgium, safe against formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from traitdunion.domain.report import CellKind, Listing
from traitdunion.language.catalog import say
from traitdunion.language.cells import Value, cell_value, rows_of
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A listing in one language: its title, its headings, and cells as values a spreadsheet computes with."""

    key: str
    title: str
    language: str
    headings: tuple[str, ...]
    kinds: tuple[CellKind, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheet_of(listing: Listing, names: Names) -> Sheet:
    """Put a listing into the language of the names."""
    return Sheet(
        key=listing.key,
        title=say(f"listing-{listing.key}", names.language),
        language=names.language,
        headings=tuple(heading(column.key, names.language) for column in listing.columns),
        kinds=tuple(column.kind for column in listing.columns),
        rows=tuple(
            tuple(cell_value(column, row, names) for column in listing.columns) for row in rows_of(listing)
        ),
    )


def csv_text(sheet: Sheet) -> str:
    """Write a listing as CSV, with the separator and the decimal sign of the language.

    A text that a spreadsheet would take for a formula is written behind an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_DELIMITER[sheet.language], lineterminator="\r\n")
    writer.writerow([_inert(text) for text in sheet.headings])
    writer.writerows([_csv_cell(value, sheet.language) for value in row] for row in sheet.rows)
    return out.getvalue()


def write_csv(sheet: Sheet, path: Path) -> Path:
    """Write a listing as a CSV file, with the mark by which Excel knows UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_text(sheet).encode("utf-8-sig"))
    return path


def write_workbook(sheets: Sequence[Sheet], path: Path, *, title: str) -> Path:
    """Write listings as the sheets of one workbook: frozen headings, filters, real numbers and dates."""
    import xlsxwriter  # noqa: PLC0415  only this function writes workbooks

    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": title, "created": _CREATED})
        shapes = _formats(book)
        for name, sheet in zip(_sheet_names([sheet.title for sheet in sheets]), sheets, strict=True):
            _write_sheet(book.add_worksheet(name), sheet, shapes)
    return path


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


def _write_sheet(page: Any, sheet: Sheet, shapes: dict[str, Any]) -> None:
    for column, (text, kind) in enumerate(zip(sheet.headings, sheet.kinds, strict=True)):
        page.write_string(0, column, text, shapes["head"])
        cells = [row[column] for row in sheet.rows]
        page.set_column(column, column, _width(text, cells))
        for row, value in enumerate(cells, start=1):
            _write_cell(page, (row, column), value, shapes, kind)
    page.freeze_panes(1, 1)
    if sheet.headings:
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.headings) - 1)


def _write_cell(page: Any, place: tuple[int, int], value: Value, shapes: dict[str, Any], kind: str) -> None:
    """Write text as text whatever it begins with; only numbers and days are anything else."""
    if isinstance(value, str):
        page.write_string(*place, value[:_LONGEST_TEXT], shapes["text"])
    elif isinstance(value, date):
        page.write_datetime(*place, value, shapes["day"])
    elif value is not None:
        page.write_number(*place, value, shapes[kind])


def _width(title: str, cells: Sequence[Value]) -> float:
    """Fit a column to what most of its cells need."""
    longest = max((len(str(cell)) for cell in cells[:_SAMPLE] if cell is not None), default=0)
    return min(max(len(title) * 0.8, longest, 8) + 2, _WIDEST)


def _sheet_names(titles: Sequence[str]) -> list[str]:
    """Name the sheets by the titles of their lists, within Excel's limit and never twice the same."""
    taken: list[str] = []
    for title in titles:
        name, number = title[:_LONGEST_NAME].rstrip(), 2
        while name.casefold() in [other.casefold() for other in taken]:
            name, number = f"{title[: _LONGEST_NAME - 3].rstrip()} {number}", number + 1
        taken.append(name)
    return taken
