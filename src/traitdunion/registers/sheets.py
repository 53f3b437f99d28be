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
_MANGLED = "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it stands in a file.

    Attributes
    ----------
    label : str
        Name of the file; with "#" and the name of the sheet where a file has several.
    headings : tuple of str
        Each once, none empty.
    columns : tuple of pyarrow.StringArray
        One for each heading: text without spaces around it, or null.
    rows : pyarrow.Int64Array
        The row of each line of the table; the headings of a table that starts at the top are in row 1.
    """

    label: str
    headings: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    rows: pa.Array

    def column(self, heading: str) -> pa.Array:
        """Give the cells under a heading."""
        return self.columns[self.headings.index(heading)]


def read_sheets(path: Path, findings: Findings) -> list[Sheet]:
    """Read every table of a CSV, TSV, XLSX, ODS or Parquet file.

    What is wrong in rows goes to `findings`; so does what was mended. Empty sheets are passed over.

    Raises
    ------
    InputError
        When the file as a whole cannot be read: `file-missing`, `file-is-folder`, `file-extension`,
        `file-empty`, `file-only-headings`, `file-not-text`, `file-encrypted`, `file-damaged`,
        `file-too-large`, `too-many-cells`, `quotes-broken`.
    """
    extension = _extension(path)
    if extension == ".parquet":
        return [_parquet(path, findings)]
    if extension in WORKBOOKS:
        return _workbook(path, findings)
    text, encoding = decoded(content(path))
    if encoding == "cp1252":
        findings.note(path.name, "encoding-guessed", encoding="Windows-1252")
    sheet = _sheet(path.name, parsed(text), findings)
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


def _workbook(path: Path, findings: Findings) -> list[Sheet]:
    sheets = []
    found = list(workbook_rows(path))
    for name, rows in found:
        label = path.name if len(found) == 1 else f"{path.name}#{name}"
        if rows is None:
            findings.note(label, "sheet-hidden")
        elif (sheet := _sheet(label, rows, findings)) is not None:
            sheets.append(sheet)
    if not sheets:
        raise InputError("file-empty")
    filled = [sheet for sheet in sheets if len(sheet.rows)]
    return filled or [_filled(sheets[0])]


def _parquet(path: Path, findings: Findings) -> Sheet:
    names, columns = parquet_rows(path)
    if not names:
        raise InputError("file-empty")
    rows = pa.array(range(2, 2 + (len(columns[0]) if columns else 0)), pa.int64())
    return _filled(_cleaned(path.name, names, columns, rows, findings))


def _filled(sheet: Sheet) -> Sheet:
    if not len(sheet.rows):
        raise InputError("file-only-headings")
    return sheet


def _sheet(label: str, lines: Sequence[list[str]], findings: Findings) -> Sheet | None:
    """Make a table of lines whose first filled one is the headings."""
    filled = [at for at, line in enumerate(lines) if any(map(str.strip, line))]
    if not filled:
        return None
    top, body = filled[0], filled[1:]
    headings = _without_empty_end(lines[top])
    width = len(headings)
    _check_widths(label, lines, top, width, findings)
    checked_cells(len(body), width)
    across = zip_longest(headings, *(lines[at][:width] for at in body), fillvalue="")
    rows = pa.array([at + 1 for at in body], pa.int64())
    return _cleaned(label, headings, [cells[1:] for cells in across], rows, findings)


def _check_widths(label: str, lines: Sequence[list[str]], top: int, width: int, findings: Findings) -> None:
    for at in range(top + 1, len(lines)):
        if len(lines[at]) > width and len(cells := _without_empty_end(lines[at])) > width:
            error = InputError("row-too-long", cells=len(cells), headings=width)
            findings.fault(label, error, row=at + 1, value=cells[width])
    below = lines[top + 1 :]
    for at in torn([len(line) if any(line) else 0 for line in below], width):
        error = InputError("row-torn", cells=len(below[at]), headings=width)
        findings.fault(label, error, row=top + 2 + at, value=below[at][-1])


def _without_empty_end(cells: Sequence[str]) -> list[str]:
    last = max((at for at, cell in enumerate(cells) if cell.strip()), default=-1)
    return list(cells[: last + 1])


def _cleaned(
    label: str, headings: Sequence[str], columns: Sequence[Sequence[str]], rows: pa.Array, findings: Findings
) -> Sheet:
    names = pc.fill_null(_clean(pa.array(headings, pa.string())), "").to_pylist()
    kept: dict[str, pa.Array] = {}
    seen: set[str] = set()
    for at, (name, cells) in enumerate(zip(names, columns, strict=True)):
        column = _clean(pa.array(cells, pa.string()))
        if not name:
            if column.null_count == len(column):
                continue
            name = _letters(at)
            findings.note(label, "heading-missing", row=1, column=name)
        if name.casefold() in seen:
            findings.fault(label, InputError("heading-twice"), row=1, column=name)
        seen.add(name.casefold())
        kept[name] = _mended(label, name, column, rows, findings)
    return Sheet(label, tuple(kept), tuple(kept.values()), rows)


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


def _mended(label: str, heading: str, column: pa.Array, rows: pa.Array, findings: Findings) -> pa.Array:
    """Mend cells whose letters were encoded twice, and say which is the first and how many."""
    suspect = pc.indices_nonzero(pc.fill_null(pc.match_substring_regex(column, _MANGLED), False)).to_pylist()
    mended = {at: text for at in suspect if (text := unmangled(column[at].as_py())) != column[at].as_py()}
    if not mended:
        return column
    first = min(mended)
    findings.note(
        label, "letters-mended", row=rows[first].as_py(), column=heading, value=column[first].as_py(),
        mended=mended[first], count=len(mended),
    )  # fmt: skip
    cells = column.to_pylist()
    return pa.array([mended.get(at, cell) for at, cell in enumerate(cells)], pa.string())


def _letters(at: int) -> str:
    """Name a column as a spreadsheet does: A, B ... Z, AA."""
    name = ""
    while at >= 0:
        name, at = chr(ord("A") + at % 26) + name, at // 26 - 1
    return name
