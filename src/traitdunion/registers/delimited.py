"""Delimited text as programs of all ages wrote it: its letters, its delimiter, its rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from traitdunion.errors import InputError

DELIMITERS = (",", ";", "\t", "|")
ONE_COLUMN = "\x1f"  # the delimiter of text that has none
_SAMPLE = 1 << 16  # characters looked at to tell the delimiter
_DECLARED = re.compile(r'^"?sep=(.)"?\r?\n', re.IGNORECASE)
# Bytes 80 to 9F of Windows-1252; the five it leaves undefined stay what they are in Latin-1.
_WINDOWS = {
    byte: letter
    for byte in range(0x80, 0xA0)
    if (letter := bytes([byte]).decode("cp1252", errors="ignore"))
}  # fmt: skip
_LATIN = {ord(letter): byte for byte, letter in _WINDOWS.items()}


def decoded(raw: bytes) -> tuple[str, str]:
    """Turn the bytes of a text file into letters, and name the encoding found.

    UTF-8 and UTF-16 with their mark, UTF-8 without, and Windows-1252 for what is none of these.

    Raises
    ------
    InputError
        `file-not-text` when there are zero bytes in it.

    Examples
    --------
    >>> decoded("Liège".encode("cp1252"))
    ('Liège', 'cp1252')
    """
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16"), "utf-16"
        text, encoding = raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = raw.decode("latin-1").translate(_WINDOWS), "cp1252"
    if "\0" in text:
        raise InputError("file-not-text")
    return text, encoding


def unmangled(text: str) -> str:
    """Mend a text that was UTF-8, read as Windows-1252 and written again, once or several times.

    Only a text that is UTF-8 from end to end when taken back is mended.

    Examples
    --------
    >>> unmangled("LiÃ¨ge"), unmangled("Âge d'or")
    ('Liège', "Âge d'or")
    """
    for _ in range(3):
        try:
            mended = text.translate(_LATIN).encode("latin-1").decode("utf-8")
        except UnicodeError:
            return text
        if mended == text:
            return text
        text = mended
    return text


def parsed(text: str) -> list[list[str]]:
    """Cut text into rows and cells; blank lines are rows without cells, quoted line ends are no line ends.

    A first line ``sep=;``, which spreadsheet programs write and do not show, is not a row.

    Raises
    ------
    InputError
        `quotes-broken` with the row where a quotation is not closed or is followed by letters.
    """
    declared = _DECLARED.match(text)
    body = text[declared.end() :] if declared else text
    delimiter = declared[1] if declared else delimiter_of(body)
    rows: list[list[str]] = []
    try:
        rows.extend(_reader(body, delimiter, strict=True))
    except csv.Error as error:
        raise InputError("quotes-broken", row=len(rows) + 1) from error
    return rows


def delimiter_of(text: str) -> str:
    """Tell by what the cells of text are parted.

    The delimiter that cuts most rows like the headings, weighed by how many columns it makes, wins.

    Examples
    --------
    >>> delimiter_of("naam;lat;lon\\nA6K, Charleroi;50,4114;4,4445\\n")
    ';'
    """
    scores = [(_fit(text[:_SAMPLE], delimiter), delimiter) for delimiter in DELIMITERS]
    best, delimiter = max(scores, key=lambda scored: scored[0])
    return delimiter if best > 0 else ONE_COLUMN


def _fit(sample: str, delimiter: str) -> float:
    rows: list[list[str]] = []
    try:
        rows.extend(row for row in _reader(sample, delimiter, strict=False) if row)
    except csv.Error:
        return 0.0
    widths = [len(row) for row in (rows[:-1] if len(sample) == _SAMPLE and len(rows) > 1 else rows)]
    if not widths or widths[0] < 2:
        return 0.0
    return widths[0] * widths.count(widths[0]) / len(widths)


def _reader(text: str, delimiter: str, *, strict: bool) -> csv.Reader:  # type: ignore[name-defined,unused-ignore]
    lines = io.StringIO(text, newline="")
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=strict)


def torn(widths: Sequence[int], expected: int) -> list[int]:
    """Find rows that an unquoted line end tore in two.

    Rows may be short because empty last cells were not written. They are held to be torn only where all
    short rows of the table come in neighbouring pairs that together make one whole row.

    Parameters
    ----------
    widths : sequence of int
        Number of cells of each row; 0 for a blank line.
    expected : int
        Number of headings.

    Returns
    -------
    list of int
        Positions of the first halves.

    Examples
    --------
    >>> torn([4, 2, 3, 4], 4)
    [1]
    """
    short = [at for at, width in enumerate(widths) if 0 < width < expected]
    pairs = list(zip(short[::2], short[1::2], strict=False))
    whole = all(
        second == first + 1 and widths[first] + widths[second] == expected + 1 for first, second in pairs
    )
    return [first for first, _ in pairs] if whole and len(short) == 2 * len(pairs) else []
