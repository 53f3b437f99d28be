"""From files to an ecosystem: load, batches, undo, review, judge, resolve, snapshot."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
from pyarrow import parquet

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.judgment import Judgment, Verdict, ruled
from traitdunion.domain.organization import Resolution
from traitdunion.domain.record import ORGANIZATIONS, Fault, Records
from traitdunion.errors import InputError
from traitdunion.store import batches as batch_store
from traitdunion.store import ecosystems as ecosystem_store
from traitdunion.store import judgments as judgment_store
from traitdunion.store.batches import Batch
from traitdunion.version import VERSION
from traitdunion.workspace.base import Workspace, files_hashed, hashed, now

Format = Literal["table", "cordis"]
FORMATS: tuple[Format, ...] = ("table", "cordis")
_RESOLUTION_TABLES = (
    "organizations",
    "sites",
    "membership",
    "ties",
    "events",
    "participations",
    "topics",
    "doubts",
    "unresolved",
)


@dataclass(frozen=True, slots=True)
class Load:
    """What a load did, or would do.

    Attributes
    ----------
    batch : int or None
        Its number; None for a dry run and for a load with faults.
    again : bool
        The same content was loaded before: nothing was added.
    rows_read : int
    counts : mapping of noun to records
    faults, notes : tuple
        Everything wrong; everything mended or guessed.
    changes : mapping of noun to how many records are new, changed and the same, for a dry run
    mapping : str
        How each table was read, as TOML.
    """

    batch: int | None
    again: bool
    rows_read: int
    counts: Mapping[str, int]
    faults: tuple[Fault, ...]
    notes: tuple[Any, ...]
    changes: Mapping[str, Mapping[str, int]]
    mapping: str


def load(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    source: str = "local",
    format: Format = "table",
    mapping: Path | None = None,
    complete: bool = False,
    dry_run: bool = False,
) -> Load:
    """Load files as one batch: all or nothing, and once.

    Parameters
    ----------
    workspace : Workspace
    paths : sequence of Path
    source : str
        The space in which the files' references are unique.
    format : {"table", "cordis"}
    mapping : Path, optional
        A mapping of columns, as TOML.
    complete : bool
        The files list every tie of their organizations: who has none is known to have none.
    dry_run : bool
        Say what would change and change nothing.
    """
    workspace.progress("load")
    content = _content(paths, source, format, mapping, complete)
    known = batch_store.find(content)
    if known is not None and not dry_run:
        return Load(known.number, True, known.rows_read, known.counts, (), (), {}, "")
    read = _read(paths, source, format, mapping)
    records = _complete(read.records) if complete else read.records
    counts = {noun: table.num_rows for noun, table in records.tables() if table.num_rows}
    outcome = Load(None, False, read.rows_read, counts, read.faults, read.notes, {}, _toml(read.mapping))
    if read.faults:
        return outcome
    if dry_run:
        return replace(outcome, changes=_changes(records, batch_store.records()))
    described = {
        "content": content,
        "source": source,
        "format": format,
        "files": [path.name for path in paths],
        "mapping": outcome.mapping,
        "rows_read": read.rows_read,
    }
    return replace(outcome, batch=batch_store.add(records, described, at=now()).number)


def batches(_: Workspace) -> tuple[Batch, ...]:
    """Give every batch, undone ones too."""
    return batch_store.listed()


def undo(_: Workspace, number: int) -> Batch:
    """Undo a batch; nothing is deleted."""
    return batch_store.undo(number, at=now())


def resolve(workspace: Workspace) -> Resolution:
    """Find the organizations behind the records; computed once for the same records and judgments."""
    from traitdunion.registers.resolve import resolve as resolved  # noqa: PLC0415  slow to import

    workspace.progress("resolve")
    rulings = judgment_store.standing()
    key = _inputs(workspace)
    records = batch_store.records()
    found = _cached(workspace, key, records)
    if found is None:
        found = resolved(records, rulings, seed=workspace.settings.seed)
        _keep(workspace, key, found)
    return found


def snapshot(workspace: Workspace, as_of: date | None = None) -> Ecosystem:
    """Freeze the ecosystem of a day, by default that of the newest evidence; the same inputs once."""
    from traitdunion.registers.snapshot import snapshot as frozen  # noqa: PLC0415  slow to import

    day, inputs = as_of or newest_evidence(workspace), _inputs(workspace)
    known = ecosystem_store.find(inputs, day, VERSION)
    if known is not None:
        workspace.progress("snapshot")
        return ecosystem_store.load(known, workspace.ecosystems)
    resolution = resolve(workspace)
    workspace.progress("snapshot")
    ecosystem = frozen(resolution, as_of=day)
    ecosystem_store.save(ecosystem, workspace.ecosystems, inputs=inputs, version=VERSION, at=now())
    return ecosystem


def newest_evidence(workspace: Workspace) -> date:
    """Give the day of the newest evidence, today when no source has a date."""
    from traitdunion.registers.snapshot import newest_evidence as newest  # noqa: PLC0415  slow to import

    return newest(resolve(workspace)) or now().date()


def review(workspace: Workspace) -> pa.Table:
    """Give the pairs of organizations a person should judge, the most probable first."""
    return resolve(workspace).doubts


def judge(
    workspace: Workspace, verdict: Verdict, first: str, second: str, *, by: str = "", note: str = ""
) -> Judgment:
    """Rule that two organizations are the same, or different. A ruling before it is closed, not lost.

    Parameters
    ----------
    first, second : str
        A record ("source:ref"), the id of an organization, or its exact name.

    Raises
    ------
    InputError
        When one names nobody, or both name the same record.
    """
    resolution = resolve(workspace)
    left, right = (_record(resolution, name) for name in (first, second))
    if left == right:
        raise InputError("judge-itself", first=first, second=second, record=left)
    judgment = ruled(left, right, verdict, by=by, note=note)
    judgment_store.add(judgment, at=now())
    return judgment


def withdraw(workspace: Workspace, first: str, second: str) -> None:
    """Take the ruling on two organizations back.

    Raises
    ------
    InputError
        When there is none.
    """
    resolution = resolve(workspace)
    left, right = sorted(_record(resolution, name) for name in (first, second))
    if not judgment_store.withdraw(left, right, at=now()):
        raise InputError("judgment-unknown", first=first, second=second)


def _record(resolution: Resolution, name: str) -> str:
    records = set(resolution.membership["record"].to_pylist())
    for candidate in (name, f"local:{name}"):
        if candidate in records:
            return candidate
    organizations = resolution.organizations.select(["id", "name", "records"]).to_pylist()
    found = [one for one in organizations if name in (one["id"], one["name"])]
    if len(found) == 1:
        return str(found[0]["records"][0])
    key = "organization-ambiguous" if found else "organization-unknown"
    raise InputError(key, organization=name, candidates=[one["id"] for one in found])


def _content(paths: Sequence[Path], source: str, format: str, mapping: Path | None, complete: bool) -> str:
    files = sorted(inner for path in paths for inner in ([path] if not path.is_dir() else path.rglob("*")))
    read = [path for path in [*files, *([mapping] if mapping else [])] if not path.is_dir()]
    return hashed(files_hashed(read), [path.name for path in files], source, format, complete)


def _read(paths: Sequence[Path], source: str, format: str, mapping: Path | None) -> Any:
    from traitdunion.registers.mapping import mapping_from_toml  # noqa: PLC0415  slow to import
    from traitdunion.registers.table import load_tables  # noqa: PLC0415  as above

    if format == "cordis":
        from traitdunion.registers.cordis import load_cordis  # noqa: PLC0415  as above

        return load_cordis(paths, source="cordis" if source == "local" else source)
    given = mapping_from_toml(mapping.read_text(encoding="utf-8")) if mapping else None
    return load_tables(paths, source=source, mapping=given)


def _toml(mapping: Any) -> str:
    from traitdunion.registers.mapping import mapping_to_toml  # noqa: PLC0415  slow to import

    return mapping_to_toml(mapping)


def _complete(records: Records) -> Records:
    table = records.organizations
    place = table.schema.get_field_index("ties_complete")
    all_known = pa.array([True] * table.num_rows, pa.bool_())
    return replace(records, organizations=table.set_column(place, table.schema.field(place), all_known))


def _changes(new: Records, old: Records) -> dict[str, dict[str, int]]:
    changes: dict[str, dict[str, int]] = {}
    for noun, table in new.tables():
        before: dict[str, Any] = {}
        for row in getattr(old, noun).to_pylist():
            before.setdefault(row["record"], _said(row))
        counts = {"new": 0, "changed": 0, "same": 0}
        for row in table.to_pylist():
            known = before.get(row["record"])
            counts["new" if known is None else "same" if known == _said(row) else "changed"] += 1
        if table.num_rows:
            changes[noun] = counts
    return changes


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("file", "row")}


def _inputs(workspace: Workspace) -> str:
    rulings = [(one.left, one.right, one.verdict) for one in judgment_store.standing()]
    return hashed(batch_store.state(), rulings, workspace.settings.seed, VERSION, ORGANIZATIONS.names)


def _cached(workspace: Workspace, key: str, records: Records) -> Resolution | None:
    folder = workspace.cache / f"resolution-{key}"
    if not folder.exists():
        return None
    tables = {name: parquet.read_table(folder / f"{name}.parquet") for name in _RESOLUTION_TABLES}
    return Resolution(**tables, records=records)


def _keep(workspace: Workspace, key: str, resolution: Resolution) -> None:
    workspace.cache.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".making-", dir=workspace.cache))
    for name in _RESOLUTION_TABLES:
        parquet.write_table(getattr(resolution, name), aside / f"{name}.parquet", compression="zstd")
    try:
        aside.rename(workspace.cache / f"resolution-{key}")
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
