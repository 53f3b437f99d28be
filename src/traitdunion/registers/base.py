"""What every reader of a source hands back: records, faults, and notes of what it mended or guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from traitdunion.domain.record import Fault, Records
from traitdunion.errors import InputError
from traitdunion.registers.mapping import TableMapping


@dataclass(frozen=True, slots=True)
class Note:
    """One thing mended or guessed while reading: where, and what, by key, as a `Fault` has it.

    A note speaks of the first row it concerns; where it concerns several, `values["count"]` says how many.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one load read.

    Attributes
    ----------
    records : Records
        Empty when there is any fault: a load is whole or it is nothing.
    faults : tuple of Fault
        Everything wrong in all files, by file, row and column.
    notes : tuple of Note
        What was mended, guessed or left out.
    rows_read : int
        Rows below the headings, in all tables.
    mapping : tuple of TableMapping
        How each table was read, guessed and given together; `mapping_to_toml` writes it down.
    """

    records: Records
    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    rows_read: int = 0
    mapping: tuple[TableMapping, ...] = ()


@dataclass(slots=True)
class Findings:
    """Faults and notes while they are being gathered."""

    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    marked: set[tuple[str, int | None, str | None]] = field(default_factory=set)

    def fault(
        self, file: str, error: InputError, *, row: int | None = None, column: str | None = None,
        value: str | None = None,
    ) -> None:  # fmt: skip
        """Keep what is wrong, with its place."""
        self.faults.append(Fault(file, row, column, value, error.key, error.values))
        self.marked.add((file, row, column))

    def note(
        self, file: str, key: str, *, row: int | None = None, column: str | None = None,
        value: str | None = None, **values: Any,
    ) -> None:  # fmt: skip
        """Keep what was mended or guessed, with its place."""
        self.notes.append(Note(file, row, column, value, key, values))
