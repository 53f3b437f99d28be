"""Workbooks (XLSX, ODS) and Parquet: their cells as text, and no room for files made to burst.

An identifier written as a number comes back as its digits, a date as ISO 8601.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from traitdunion.errors import InputError

MAX_UNPACKED = 1 << 30  # bytes a packed file may unpack to
MAX_RATIO = 200  # of unpacked to packed bytes, in files that unpack to more than MIN_SUSPECT
MIN_SUSPECT = 1 << 26
MAX_CELLS = 20_000_000  # of one sheet, empty ones between filled ones included

Rows = list[list[str]]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(rb'<c r="([A-Z]+)\d')
_ROW = re.compile(rb'<row[^>]*? r="(\d+)"')
_REPEATED_ROWS = re.compile(rb'number-rows-repeated="(\d+)"')
_REPEATED_COLUMNS = re.compile(rb'number-columns-repeated="(\d+)"')


def checked_size(unpacked: int, packed: int) -> None:
    """Refuse a file that would unpack to more than memory should hold."""
    if unpacked > MAX_UNPACKED or (unpacked > MIN_SUSPECT and unpacked > MAX_RATIO * max(packed, 1)):
        raise InputError("file-too-large", megabytes=unpacked >> 20, limit=MAX_UNPACKED >> 20)


def checked_cells(rows: int, columns: int) -> None:
    """Refuse a table of more cells than memory should hold."""
    if rows * columns > MAX_CELLS:
        raise InputError("too-many-cells", cells=rows * columns, limit=MAX_CELLS)


def workbook_rows(path: Path) -> Iterator[tuple[str, Rows | None]]:
    """Give each sheet of a workbook by name: its rows, or None where the sheet is hidden.

    Raises
    ------
    InputError
        `file-encrypted`, `file-damaged`, `file-too-large` or `too-many-cells`.
    """
    from python_calamine import (  # noqa: PLC0415  only workbooks need it
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    raw = path.read_bytes()
    check_archive(raw)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        for sheet in book.sheets_metadata:
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != SheetVisibleEnum.Visible:
                yield sheet.name, None
                continue
            cells = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            yield sheet.name, [[cell_text(value) for value in row] for row in cells]
    except CalamineError as error:
        raise InputError("file-damaged", detail=str(error)) from error


def cell_text(value: Any) -> str:
    """Write a typed cell as text.

    Examples
    --------
    >>> cell_text(403170701.0), cell_text(1e5), cell_text(0.1 + 0.2), cell_text(True), cell_text(1e22)
    ('403170701', '100000', '0.3', 'true', '10000000000000000000000')
    >>> cell_text(datetime(2019, 12, 31)), cell_text(datetime(2019, 12, 31, 14, 30))
    ('2019-12-31', '2019-12-31T14:30:00')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else _digits(value)
    if isinstance(value, datetime):
        return value.isoformat() if any(value.timetuple()[3:6]) else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "|".join(cell_text(item) for item in value)
    return str(value)


def _digits(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    return format(Decimal(format(value, ".15g")), "f")  # fifteen digits are what a spreadsheet shows


def parquet_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Give the headings and the columns of a Parquet file, as text."""
    import pyarrow as pa  # noqa: PLC0415  heavy beside the rest of this module
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        with pq.ParquetFile(path) as file:
            about = file.metadata
            checked_cells(about.num_rows, about.num_columns)
            groups = range(about.num_row_groups)
            checked_size(sum(about.row_group(group).total_byte_size for group in groups), path.stat().st_size)
            table = file.read()
    except (pa.ArrowException, OSError) as error:
        raise InputError("file-damaged", detail=str(error).partition("\n")[0]) from error
    return table.column_names, [[cell_text(cell) for cell in column.to_pylist()] for column in table.columns]


def check_archive(raw: bytes) -> None:
    """Refuse a workbook that is locked, damaged, or would unpack to more than memory should hold.

    The sizes a packed file declares are held against what it unpacks to, by its check sums.
    """
    if raw.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in raw
        raise InputError("file-encrypted") if locked else InputError("file-damaged", detail="OLE")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            members = archive.infolist()
            checked_size(sum(member.file_size for member in members), len(raw))
            if any(member.flag_bits & 1 for member in members):
                raise InputError("file-encrypted")
            for member in members:
                _check_member(member.filename, archive.read(member))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise InputError("file-damaged", detail=str(error)) from error


def _check_member(name: str, content: bytes) -> None:
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        checked_cells(*_xlsx_extent(content))
    elif name == "content.xml":
        for sheet in content.split(b"<table:table ")[1:]:
            checked_cells(*_ods_extent(sheet))
    elif name == "META-INF/manifest.xml" and b"encryption-data" in content:
        raise InputError("file-encrypted")


def _xlsx_extent(content: bytes) -> tuple[int, int]:
    letters = max(set(_CELL.findall(content)), key=lambda name: (len(name), name), default=b"A")
    width = 0
    for letter in letters:
        width = 26 * width + letter - ord("A") + 1
    return max((int(row) for row in set(_ROW.findall(content))), default=0), width


def _ods_extent(sheet: bytes) -> tuple[int, int]:
    height = filled = width = 0
    for row in sheet.split(b"<table:table-row")[1:]:
        height += _times(_REPEATED_ROWS, row.partition(b">")[0])
        cells = _filled(row.split(b"<table:table-cell")[1:])
        if cells:
            filled = height
            width = max(width, sum(_times(_REPEATED_COLUMNS, cell.partition(b">")[0]) for cell in cells))
    return filled, width


def _filled(cells: Sequence[bytes]) -> Sequence[bytes]:
    last = max((at for at, cell in enumerate(cells) if b"value-type" in cell.partition(b">")[0]), default=-1)
    return cells[: last + 1]


def _times(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found[1]) if found else 1
