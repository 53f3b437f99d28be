"""Rows of short lists that people keep, each cell by its field: answers, wishes, brokers, introductions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traitdunion.errors import InputError
from traitdunion.registers import values
from traitdunion.registers.base import Findings
from traitdunion.registers.sheets import Sheet, read_sheets
from traitdunion.registers.words import person_heading, word

Known = Mapping[str, tuple[str, ...]]  # headings by field; the first that stands in the file wins
Reader = Callable[[str | None], Any]
Find = Callable[[str], str]  # the key of an organization by what people call it, or an InputError

SIDES: Known = {
    "organization": (
        *("organization", "organisation", "organisatie", "company", "entreprise", "société", "bedrijf"),
        *("onderneming", "member", "membre", "lid"),
    ),
    "partner": ("partner", "partenaire", "to meet", "à rencontrer", "te ontmoeten", "other side", "cluster"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list.

    Attributes
    ----------
    label : str
        Of its table, as a `Sheet` has it.
    number : int
        As a spreadsheet counts.
    headings : mapping of str to str
        Of each field the table has.
    texts : mapping of str to str or None
        The cell of each of these fields; None where it says nothing.
    """

    label: str
    number: int
    headings: Mapping[str, str]
    texts: Mapping[str, str | None]

    def fault(self, findings: Findings, error: InputError, field: str) -> None:
        """Keep what is wrong in a cell, under the heading it has in the file."""
        column = self.headings.get(field, field)
        findings.fault(self.label, error, row=self.number, column=column, value=self.texts.get(field))

    def read(self, findings: Findings, readers: Mapping[str, Reader]) -> dict[str, Any]:
        """Read every cell, so that all the faults of a row are known at once; empty when there is any."""
        read: dict[str, Any] = {}
        for field, reader in readers.items():
            try:
                read[field] = reader(self.texts.get(field))
            except InputError as error:
                self.fault(findings, error, field)
        return read if len(read) == len(readers) else {}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file that has the headings needed."""

    sheet: Sheet
    headings: Mapping[str, str]

    def rows(self, findings: Findings) -> list[Row]:
        """Give the rows; columns that speak of persons are left out, with a note."""
        label = self.sheet.label
        for heading in filter(person_heading, self.sheet.headings):
            findings.note(label, "person-column-left-out", row=self.sheet.heading_row, column=heading)
        columns = {field: self.sheet.column(heading).to_pylist() for field, heading in self.headings.items()}
        return [
            Row(label, row, self.headings, {field: _said(cells[at]) for field, cells in columns.items()})
            for at, row in enumerate(self.sheet.rows.to_pylist())
        ]


def tables(
    path: Path,
    known: Known,
    needed: Sequence[str],
    findings: Findings,
    lacking: Callable[[list[str], str], InputError],
) -> list[Table]:
    """Find the tables of a file that have the headings needed, and pass over its others.

    Parameters
    ----------
    path : Path
    known : mapping
        Headings by field.
    needed : sequence of str
        Fields a table must have.
    findings : Findings
        Takes what is wrong with the file as a whole.
    lacking : callable
        Gives the error of a file with no such table, by the headings its first one lacks and those it has.
    """
    try:
        sheets = read_sheets(path, findings)
    except InputError as error:
        findings.fault(path.name, error, row=error.values.get("row"))
        return []
    found = [
        Table(sheet, fields) for sheet in sheets if set(needed) <= (fields := _fields(sheet, known)).keys()
    ]
    if not found:
        fields = _fields(sheets[0], known)
        missing = [known[field][0] for field in needed if field not in fields]
        lack = lacking(missing, ", ".join(sheets[0].headings))
        findings.fault(sheets[0].label, lack, row=sheets[0].heading_row)
    return found


def _fields(sheet: Sheet, known: Known) -> dict[str, str]:
    folded = {word(heading): heading for heading in reversed(sheet.headings) if not person_heading(heading)}
    found = {
        field: next((folded[word(name)] for name in names if word(name) in folded), None)
        for field, names in known.items()
    }
    return {field: heading for field, heading in found.items() if heading is not None}


def _said(text: str | None) -> str | None:
    return None if text is None or values.nothing(text) else text
