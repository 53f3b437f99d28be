"""Tables of files, every cell as text or nothing, with the row numbers a spreadsheet shows."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.errors import InputError
from traitdunion.registers.base import Findings
from traitdunion.registers.delimited import decoded, parsed, torn, unmangled
from traitdunion.registers.words import person_heading
from traitdunion.registers.workbooks import (
    MAX_UNPACKED,
    checked_cells,
    checked_size,
    parquet_rows,
    workbook_rows,
)

DELIMITED = (".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz")
WORKBOOKS = (".xlsx", ".xlsm", ".ods")
EXTENSIONS = (*DELIMITED, *WORKBOOKS, ".parquet")

_SPACES = "[\u00a0\u2007\u202f\u2009]"
_NO_WIDTH = "[\u200b\u200c\u2060\ufeff]"
_ODD = "[\u00a0\u2007\u202f\u2009\u200b\u200c\u2060\ufeff\r]"
_GUARDED = r"""^(?:="([^"]*)"|'([=+\-@0-9].*))$"""  # how programs keep digits from being read as a number
# The first letter of a sequence of UTF-8 read as Windows-1252, and any second one.
_MANGLED = (
    "[\u00c2-\u00f4]"
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it stands in a file.

    Attributes
    ----------
    label : str
        Name of the file; with "#" and the name of the sheet in a workbook.
    headings : tuple of str
        Each once, none empty.
    columns : tuple of pyarrow.StringArray
        One for each heading: text without spaces around it, or null.
    rows : pyarrow.Int64Array
        The row of each line of the table, as a spreadsheet counts.
    heading_row : int
        The row of the headings.
    """

    label: str
    headings: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    rows: pa.Array
    heading_row: int = 1

    def column(self, heading: str) -> pa.Array:
        """Give the cells under a heading."""
        return self.columns[self.headings.index(heading)]


def read_sheets(path: Path, findings: Findings, *, label: str | None = None) -> list[Sheet]:
    """Read every table of a CSV, TSV, XLSX, ODS or Parquet file.

    What is wrong in rows goes to `findings`, under `label` or else the name of the file; so does what was
    mended. Empty sheets are passed over.

    Raises
    ------
    InputError
        When the file as a whole cannot be read: `file-missing`, `file-is-folder`, `file-extension`,
        `file-empty`, `file-only-headings`, `file-not-text`, `file-encrypted`, `file-damaged`,
        `file-too-large`, `too-many-cells`, `quotes-broken`.
    """
    label = label or path.name
    extension = _extension(path)
    if extension == ".parquet":
        return [_parquet(path, label, findings)]
    if extension in WORKBOOKS:
        return _workbook(path, label, findings)
    text, encoding = decoded(content(path))
    if encoding == "cp1252":
        findings.note(label, "encoding-guessed", encoding="Windows-1252")
    sheet = _sheet(label, parsed(text), findings)
    if sheet is None:
        raise InputError("file-empty")
    return [_filled(sheet)]


def content(path: Path) -> bytes:
    """Read a file whole, unpacking it when it is gzip, never beyond what memory should hold."""
    raw = path.read_bytes()
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    try:
        with gzip.open(path) as packed:
            unpacked = packed.read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError("file-damaged", detail=str(error)) from error
    checked_size(len(unpacked), len(raw))
    return unpacked


def _extension(path: Path) -> str:
    if path.is_dir():
        raise InputError("file-is-folder")
    if not path.is_file():
        raise InputError("file-missing")
    name = path.name.lower()
    for extension in sorted(EXTENSIONS, key=len, reverse=True):
        if name.endswith(extension):
            if path.stat().st_size == 0:
                raise InputError("file-empty")
            return extension
    raise InputError("file-extension", extension=path.suffix, known=", ".join(EXTENSIONS))


def _workbook(path: Path, name: str, findings: Findings) -> list[Sheet]:
    sheets = []
    for title, rows in workbook_rows(path):
        label = f"{name}#{title}"
        if rows is None:
            findings.note(label, "sheet-hidden")
        elif (sheet := _sheet(label, rows, findings)) is not None:
            sheets.append(sheet)
    if not sheets:
        raise InputError("file-empty")
    filled = [sheet for sheet in sheets if len(sheet.rows)]
    return filled or [_filled(sheets[0])]


def _parquet(path: Path, label: str, findings: Findings) -> Sheet:
    names, columns = parquet_rows(path)
    if not names:
        raise InputError("file-empty")
    rows = pa.array(range(2, 2 + (len(columns[0]) if columns else 0)), pa.int64())
    texts = tuple(pa.array(cells, pa.string()) for cells in columns)
    return _filled(_cleaned(Sheet(label, tuple(names), texts, rows), findings))


def _filled(sheet: Sheet) -> Sheet:
    if not len(sheet.rows):
        raise InputError("file-only-headings")
    return sheet


def _sheet(label: str, lines: Sequence[list[str]], findings: Findings) -> Sheet | None:
    """Make a table of lines whose first filled one, a title above it apart, is the headings."""
    filled = [at for at, line in enumerate(lines) if any(map(str.strip, line))]
    if not filled:
        return None
    if len(filled) > 1 and _is_title(lines[filled[0]], lines[filled[1]]):
        findings.note(label, "title-skipped", row=filled[0] + 1)
        del filled[0]
    top, body = filled[0], filled[1:]
    headings = _without_empty_end(lines[top])
    width = len(headings)
    _check_widths(label, lines, top, width, findings)
    checked_cells(len(body), width)
    across = zip_longest(headings, *(lines[at][:width] for at in body), fillvalue="")
    rows = pa.array([at + 1 for at in body], pa.int64())
    columns = tuple(pa.array(cells[1:], pa.string()) for cells in across)
    sheet = Sheet(label, tuple(headings), columns, rows, top + 1)
    return _cleaned(sheet, findings)


def _is_title(line: Sequence[str], below: Sequence[str]) -> bool:
    return sum(bool(cell.strip()) for cell in line) == 1 and sum(bool(cell.strip()) for cell in below) > 2


def _check_widths(label: str, lines: Sequence[list[str]], top: int, width: int, findings: Findings) -> None:
    for at in range(top + 1, len(lines)):
        if len(lines[at]) > width and len(cells := _without_empty_end(lines[at])) > width:
            error = InputError("row-too-long", cells=len(cells), headings=width)
            findings.fault(label, error, row=at + 1)
    below = lines[top + 1 :]
    for at in torn([len(line) if any(line) else 0 for line in below], width):
        error = InputError("row-torn", cells=len(below[at]), headings=width)
        findings.fault(label, error, row=top + 2 + at)


def _without_empty_end(cells: Sequence[str]) -> list[str]:
    last = max((at for at, cell in enumerate(cells) if cell.strip()), default=-1)
    return list(cells[: last + 1])


def _cleaned(sheet: Sheet, findings: Findings) -> Sheet:
    """Clean the headings and cells of a table; leave out columns that have neither."""
    label, top = sheet.label, sheet.heading_row
    names = pc.fill_null(_clean(pa.array(sheet.headings, pa.string())), "").to_pylist()
    kept: dict[str, pa.Array] = {}
    seen: set[str] = set()
    for at, (name, cells) in enumerate(zip(names, sheet.columns, strict=True)):
        column = _clean(cells)
        if not name:
            if column.null_count == len(column):
                continue
            name = _letters(at)
            findings.note(label, "heading-missing", row=top, column=name)
        if name.casefold() in seen:
            findings.fault(label, InputError("heading-twice"), row=top, column=name)
        seen.add(name.casefold())
        kept[name] = _mended(sheet, name, column, findings)
    return Sheet(label, tuple(kept), tuple(kept.values()), sheet.rows, top)


def _clean(column: pa.Array) -> pa.Array:
    """Trim every cell, make every space a plain one, and an empty cell null."""
    if pc.any(pc.match_substring_regex(column, _ODD)).as_py():
        column = pc.replace_substring_regex(column, _SPACES, " ")
        column = pc.replace_substring_regex(column, _NO_WIDTH, "")
        column = pc.replace_substring_regex(column, "\r\n?", "\n")
    column = pc.utf8_trim_whitespace(column)
    if pc.any(pc.match_substring_regex(column, "^[='].")).as_py():
        column = pc.utf8_trim_whitespace(pc.replace_substring_regex(column, _GUARDED, r"\1\2"))
    column = pc.utf8_normalize(column, "NFC")
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)


def _mended(sheet: Sheet, heading: str, column: pa.Array, findings: Findings) -> pa.Array:
    """Mend cells whose letters were encoded twice; say where the first is and how many there are."""
    suspect = pc.indices_nonzero(pc.fill_null(pc.match_substring_regex(column, _MANGLED), False)).to_pylist()
    mended = {at: text for at in suspect if (text := unmangled(column[at].as_py())) != column[at].as_py()}
    if not mended:
        return column
    shown = [at for at in mended if "@" not in mended[at] and not person_heading(heading)]
    if shown:
        findings.note(
            sheet.label, "letters-mended", row=sheet.rows[shown[0]].as_py(), column=heading,
            value=column[shown[0]].as_py(), mended=mended[shown[0]], count=len(mended),
        )  # fmt: skip
    cells = column.to_pylist()
    return pa.array([mended.get(at, cell) for at, cell in enumerate(cells)], pa.string())


def _letters(at: int) -> str:
    """Name a column as a spreadsheet does: A, B ... Z, AA."""
    name = ""
    while at >= 0:
        name, at = chr(ord("A") + at % 26) + name, at // 26 - 1
    return name
