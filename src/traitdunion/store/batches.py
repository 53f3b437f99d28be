"""Batches: each load, all or nothing; undone by a date, never deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from traitdunion.domain.record import NOUNS, SCHEMAS, Noun, Records
from traitdunion.errors import InputError
from traitdunion.store.base import all_or_nothing

PART_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Batch:
    """What the memory knows of one load."""

    number: int
    content: str
    source: str
    format: str
    files: tuple[str, ...]
    rows_read: int
    counts: Mapping[str, int]
    loaded_at: datetime
    undone_at: datetime | None


def find(content: str) -> Batch | None:
    """Find the batch, not undone, that loaded exactly this content."""
    from traitdunion.store.models import Batch as Row  # noqa: PLC0415  needs Django set up

    row = Row.objects.filter(content=content, undone_at__isnull=True).first()
    return None if row is None else _batch(row)


def add(records: Records, described: Mapping[str, Any], *, at: datetime) -> Batch:
    """Keep records as a new batch, in one transaction.

    Parameters
    ----------
    records : Records
    described : mapping
        content, source, format, files, mapping and rows_read of the load.
    at : datetime
        With a time zone.
    """
    from traitdunion.store.models import Batch as Row  # noqa: PLC0415  needs Django set up

    counts = {noun: table.num_rows for noun, table in records.tables() if table.num_rows}
    with all_or_nothing():
        row = Row.objects.create(**described, counts=counts, loaded_at=at)
        for noun, table in records.tables():
            for position, part in enumerate(_parts(table)):
                row.parts.create(noun=noun, position=position, rows=part.num_rows, parquet=_bytes(part))
    return _batch(row)


def listed() -> tuple[Batch, ...]:
    """Give every batch, the first first, undone ones too."""
    from traitdunion.store.models import Batch as Row  # noqa: PLC0415  needs Django set up

    return tuple(_batch(row) for row in Row.objects.all())


def undo(number: int, *, at: datetime) -> Batch:
    """Undo a batch: its records no longer count. Nothing is deleted.

    Raises
    ------
    InputError
        When there is no such batch, or it is already undone.
    """
    from traitdunion.store.models import Batch as Row  # noqa: PLC0415  needs Django set up

    with all_or_nothing():
        row = Row.objects.select_for_update().filter(pk=number).first()
        if row is None:
            raise InputError("batch-unknown", batch=number)
        if row.undone_at is not None:
            raise InputError("batch-undone", batch=number, at=row.undone_at.date().isoformat())
        row.undone_at = at
        row.save(update_fields=["undone_at"])
    return _batch(row)


def records() -> Records:
    """Give the records of all batches not undone, the newest batch first, so that it has the first word.

    A batch kept by a version that did not know a column says nothing of it: the column is null there.
    """
    found: dict[Noun, list[pa.Table]] = {noun: [SCHEMAS[noun].empty_table()] for noun in NOUNS}
    for noun, content in _active_parts():
        found[noun].append(parquet.read_table(BytesIO(content), schema=SCHEMAS[noun]))
    return Records(*(pa.concat_tables(found[noun]) for noun in NOUNS))


def state() -> tuple[str, ...]:
    """Give the contents that count now, newest first: what everything computed depends on."""
    from traitdunion.store.models import Batch as Row  # noqa: PLC0415  needs Django set up

    active = Row.objects.filter(undone_at__isnull=True).order_by("-id")
    return tuple(active.values_list("content", flat=True))


def _active_parts() -> Iterator[tuple[Noun, bytes]]:
    from traitdunion.store.models import Part  # noqa: PLC0415  needs Django set up

    parts = Part.objects.filter(batch__undone_at__isnull=True).order_by("-batch_id", "noun", "position")
    for part in parts.iterator(chunk_size=8):
        yield part.noun, bytes(part.parquet)


def _parts(table: pa.Table) -> Sequence[pa.Table]:
    return [table.slice(start, PART_ROWS) for start in range(0, table.num_rows, PART_ROWS)]


def _bytes(table: pa.Table) -> bytes:
    sink = BytesIO()
    parquet.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def _batch(row: Any) -> Batch:
    return Batch(
        number=row.pk,
        content=row.content,
        source=row.source,
        format=row.format,
        files=tuple(row.files),
        rows_read=row.rows_read,
        counts=row.counts,
        loaded_at=row.loaded_at,
        undone_at=row.undone_at,
    )
