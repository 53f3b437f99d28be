"""Ecosystems: a row in the memory, and beside it the tables as Parquet, under the hash of their content."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path

from pyarrow import parquet

from traitdunion.domain.ecosystem import SCHEMAS, Ecosystem
from traitdunion.errors import InputError, WorkspaceError


def save(ecosystem: Ecosystem, folder: Path, *, inputs: str, version: str, at: datetime) -> None:
    """Keep an ecosystem; keeping it twice changes nothing.

    The tables are written aside and moved into place in one step, the row comes last: a row always
    finds its tables.
    """
    from traitdunion.store.models import EcosystemRow  # noqa: PLC0415  needs Django set up

    _write_tables(ecosystem, folder / ecosystem.key)
    counts = {name: table.num_rows for name, table in ecosystem.tables().items()}
    EcosystemRow.objects.get_or_create(
        key=ecosystem.key,
        defaults={
            "as_of": ecosystem.as_of,
            "inputs": inputs,
            "counts": counts,
            "version": version,
            "made_at": at,
        },
    )


def find(inputs: str, as_of: date, version: str) -> str | None:
    """Find the key of the ecosystem already made from these inputs for this day, by this version."""
    from traitdunion.store.models import EcosystemRow  # noqa: PLC0415  needs Django set up

    rows = EcosystemRow.objects.filter(inputs=inputs, as_of=as_of, version=version)
    return rows.values_list("key", flat=True).first()


def newest() -> str | None:
    """Give the key of the ecosystem made last."""
    from traitdunion.store.models import EcosystemRow  # noqa: PLC0415  needs Django set up

    return EcosystemRow.objects.order_by("-id").values_list("key", flat=True).first()


def load(key: str, folder: Path) -> Ecosystem:
    """Read an ecosystem by its key, and check that its content still has that hash.

    Raises
    ------
    InputError
        When there is no such ecosystem.
    WorkspaceError
        When its tables were changed or lost.
    """
    from traitdunion.store.models import EcosystemRow  # noqa: PLC0415  needs Django set up

    row = EcosystemRow.objects.filter(key=key).first()
    if row is None:
        raise InputError("ecosystem-unknown", key=key)
    try:
        tables = {
            name: parquet.read_table(folder / key / f"{name}.parquet", schema=SCHEMAS[name])
            for name in SCHEMAS
        }
    except (OSError, ValueError) as error:
        raise WorkspaceError("ecosystem-damaged", key=key, folder=str(folder / key)) from error
    ecosystem = Ecosystem.of(row.as_of, tables)
    if ecosystem.key != key:
        raise WorkspaceError("ecosystem-damaged", key=key, folder=str(folder / key))
    return ecosystem


def _write_tables(ecosystem: Ecosystem, folder: Path) -> None:
    if folder.exists():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        for name, table in ecosystem.tables().items():
            parquet.write_table(table, aside / f"{name}.parquet", compression="zstd")
        aside.chmod(0o755)
        aside.rename(folder)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        if not folder.exists():
            raise
