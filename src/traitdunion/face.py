"""The verbs as plain functions for a notebook: files in, nouns out, no workspace and no settings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from traitdunion.domain.backtest import Backtest
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.judgment import Judgment
from traitdunion.domain.organization import Resolution
from traitdunion.domain.record import Records
from traitdunion.domain.report import Report
from traitdunion.errors import FaultyFile, InputError

_EXAMPLE = Path(__file__).parent / "examples" / "belgium"


def load(*files: str | Path, source: str = "local", mapping: str | Path | None = None) -> Records:
    """Read files into records; nothing is stored.

    Parameters
    ----------
    *files : str or Path
        CSV, TSV, XLSX, ODS or Parquet: organizations, members, clusters, ties, events, topics.
    source : str
        The space in which the files' references are unique.
    mapping : path, optional
        Which columns mean what, as TOML.

    Raises
    ------
    FaultyFile
        With every fault of every file.

    Examples
    --------
    >>> import traitdunion as td
    >>> td.read_example().organizations.num_rows > 600
    True
    """
    from traitdunion.registers.mapping import mapping_from_toml  # noqa: PLC0415  slow to import
    from traitdunion.registers.table import load_tables  # noqa: PLC0415  as above

    given = mapping_from_toml(Path(mapping).read_text(encoding="utf-8")) if mapping else None
    read = load_tables([Path(file) for file in files], source=source, mapping=given)
    if read.faults:
        raise FaultyFile(read.faults)
    return read.records


def read_example() -> Records:
    """Read the built-in Belgian ecosystem."""
    return load(
        *sorted(_EXAMPLE.glob("*.csv"), key=lambda file: (file.name != "organizations.csv", file.name))
    )


def resolve(records: Records, judgments: Sequence[Judgment] = (), *, seed: int = 1) -> Resolution:
    """Find the organizations that records speak of; see `traitdunion.registers.resolve`."""
    from traitdunion.registers.resolve import resolve as resolved  # noqa: PLC0415  slow to import

    return resolved(records, judgments, seed=seed)


def snapshot(resolution: Resolution, *, as_of: str | date) -> Ecosystem:
    """Freeze the ecosystem of a day, given as a date or as "2026-06-30".

    Raises
    ------
    InputError
        When the day is not a date.
    """
    from traitdunion.registers.snapshot import snapshot as frozen  # noqa: PLC0415  slow to import

    return frozen(resolution, as_of=as_of if isinstance(as_of, date) else day(as_of))


def backtest(
    ecosystem: Ecosystem,
    *,
    until: str,
    start: str,
    to: str | None = None,
    country: str | None = None,
    seed: int = 1,
) -> Backtest:
    """See how often the advice of an earlier day came true, beside every baseline.

    Parameters
    ----------
    ecosystem : Ecosystem
    until, start, to : str
        Year, month or day: the last day the advice knows, the first and the last it is judged by.
    country : str, optional
        Whose organizations are advised; see `traitdunion.steps.backtest`.
    seed : int
    """
    from traitdunion.steps.backtest import backtest as judged  # noqa: PLC0415  slow to import
    from traitdunion.steps.recommend.advisor import Advisor  # noqa: PLC0415  as above

    return judged(ecosystem, Advisor(), until=until, start=start, to=to, country=country, seed=seed)


def write_report(report: Report, folder: str | Path) -> dict[str, Path]:
    """Write a report in French, Dutch and English, with its lists; give the page of each language."""
    from traitdunion.language.reports import write_report as written  # noqa: PLC0415  slow to import
    from traitdunion.registers.boundaries import outlines  # noqa: PLC0415  as above

    return written(report, Path(folder), outlines=outlines())


def day(text: str) -> date:
    """Read a day given as "2026-06-30"."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("day-not-a-date", value=text) from error
