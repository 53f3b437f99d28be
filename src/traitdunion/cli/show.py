"""What a command shows: on the terminal for people, as JSON for machines."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from traitdunion.errors import FaultyFile, InputError
from traitdunion.language.catalog import error_sentences, fault_sentences, say, spoken

LANGUAGE = spoken(
    os.environ.get("TRAITDUNION_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG")
)


def said(key: str) -> str:
    """Say a message in the language of the terminal."""
    return say(key, LANGUAGE)


@contextmanager
def workspace_opened(folder: Path | None, quiet: bool) -> Iterator[Any]:
    """Open the workspace and show progress on the terminal's error stream, unless a machine is reading."""
    from traitdunion.workspace.base import opened  # noqa: PLC0415  keeps --help fast

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        with opened(folder) as place:
            yield place
        return
    with (
        console.status(said("progress-open")) as status,
        opened(folder, progress=lambda verb: status.update(said(f"progress-{verb}"))) as place,
    ):
        yield place


def day(text: str | None) -> date | None:
    """Read a day such as 2026-06-30."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("day-not-a-date", value=text) from error


def load_document(done: Any) -> dict[str, Any]:
    """Write what a load did."""
    document = {
        "batch": done.batch,
        "again": done.again,
        "rows_read": done.rows_read,
        **{noun: done.counts.get(noun, 0) for noun in ("organizations", "ties", "events", "participations")},
        "faults": [fault_document(fault) for fault in done.faults],
        "notes": [fault_document(note) for note in done.notes],
    }
    return {**document, "changes": done.changes} if done.changes else document


def fault_document(fault: Any) -> dict[str, Any]:
    """Write a fault or a note."""
    problem, remedy = fault_sentences(fault, LANGUAGE)
    where = {name: getattr(fault, name) for name in ("file", "row", "column", "value")}
    return {**where, "key": fault.key, "problem": problem, "remedy": remedy}


def batch_document(batch: Any) -> dict[str, Any]:
    """Write a batch."""
    return {
        "batch": batch.number,
        "files": list(batch.files),
        "source": batch.source,
        "format": batch.format,
        "rows_read": batch.rows_read,
        "counts": dict(batch.counts),
        "loaded_at": batch.loaded_at.isoformat(timespec="seconds"),
        "undone_at": batch.undone_at.isoformat(timespec="seconds") if batch.undone_at else None,
    }


def show_load(done: Any) -> None:
    """Tell a person what a load did."""
    if done.again:
        tell("load-again", batch=done.batch, rows=done.rows_read)
    elif done.batch is None:
        tell("load-dry-run", rows=done.rows_read)
        for noun, counts in done.changes.items():
            tell("load-changes", noun=noun, **counts)
    else:
        tell("load-done", batch=done.batch, rows=done.rows_read)
    for noun, count in done.counts.items():
        tell("load-count", noun=noun, count=count)
    for note in done.notes:
        problem, _ = fault_sentences(note, LANGUAGE)
        typer.echo(f"  {where_of(note)}{problem}")


def show_faults(faults: Any) -> None:
    """Tell a person every fault of a file."""
    fact, remedy = error_sentences(FaultyFile(faults), LANGUAGE)
    typer.echo(fact, err=True)
    for fault in faults[:50]:
        problem, mend = fault_sentences(fault, LANGUAGE)
        typer.echo(f"  {where_of(fault)}{problem} {mend}", err=True)
    typer.echo(remedy, err=True)


def where_of(fault: Any) -> str:
    """Say where a fault stands."""
    parts = [fault.file, say("at-row", LANGUAGE, row=str(fault.row)) if fault.row else "", fault.column or ""]
    return ", ".join(part for part in parts if part) + ": "


def show_doubt(row: dict[str, Any]) -> None:
    """Show two organizations that may be one."""
    from traitdunion.language.summary import doubt_lines  # noqa: PLC0415  keeps --help fast

    tell_lines(doubt_lines(row, LANGUAGE))


def show_table(names: tuple[str, ...], rows: list[list[Any]], empty: str) -> None:
    """Show a table, or say that it is empty."""
    from rich.table import Table  # noqa: PLC0415  keeps --help fast

    from traitdunion.language.terms import heading  # noqa: PLC0415  as above

    if not rows:
        tell(empty)
        return
    table = Table(*(heading(name, LANGUAGE) for name in names), box=None)
    for row in rows:
        table.add_row(
            *("" if cell is None else " ".join(cell) if isinstance(cell, list) else str(cell) for cell in row)
        )
    Console(highlight=False).print(table)


def tell(key: str, **values: Any) -> None:
    """Say a sentence."""
    typer.echo(say(key, LANGUAGE, **values))


def tell_lines(lines: Any) -> None:
    """Say lines that are written already, and print tables."""
    for line in lines:
        if isinstance(line, str):
            typer.echo(line)
        else:
            Console(highlight=False).print(line)


def tell_json(document: Any) -> None:
    """Print a document."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False))
