"""DuckDB, in this process and in memory: a continent's register fits a laptop."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import pyarrow as pa

from traitdunion.engine.base import quoted, text
from traitdunion.errors import InputError

# Nothing is fetched from elsewhere, and no order is promised but that of ORDER BY.
SETTINGS = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "preserve_insertion_order": False,
}
# No line of headings is longer.
LINE = 1_000_000


class DuckEngine:
    """An engine that lives as long as its `with` block.

    What does not fit in memory is put down in a folder of its own, which goes with it.

    Parameters
    ----------
    threads : int, optional
        By default one for each core. Answers do not depend on it.

    Examples
    --------
    >>> with DuckEngine() as engine:
    ...     engine.register("plants", pa.table({"region": ["a", "b", "a"]}))
    ...     found = engine.run("SELECT region, count(*) AS n FROM plants GROUP BY region ORDER BY region")
    >>> found.to_pydict()
    {'region': ['a', 'b'], 'n': [2, 1]}
    """

    def __init__(self, *, threads: int | None = None) -> None:
        self._threads = threads
        self._folder: TemporaryDirectory[str] | None = None
        self._connection: Any = None

    def __enter__(self) -> Self:
        import duckdb  # noqa: PLC0415  heavy, needed only where registers are run

        self._folder = TemporaryDirectory(prefix="traitdunion-")
        config: dict[str, Any] = {**SETTINGS, "temp_directory": self._folder.name}
        if self._threads is not None:
            config["threads"] = self._threads
        self._connection = duckdb.connect(":memory:", config=config)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        if self._folder is not None:
            self._folder.cleanup()

    def register(self, name: str, table: pa.Table) -> None:
        """Make a table in memory a relation; a name that is taken now means this table."""
        self._connection.register(name, table)

    def read(self, name: str, file: Path, *, types: Mapping[str, str] | None = None) -> None:
        """Make a file a relation, read afresh by each text that uses it: CSV with headings, or Parquet.

        The first line of CSV, which may be packed with gzip, says what parts its columns; every other must
        have as many.

        Parameters
        ----------
        name : str
        file : Path
        types : mapping of str to str, optional
            Columns of CSV that are not texts, each with its type in SQL, such as `{"jobs": "DOUBLE"}`.

        Raises
        ------
        InputError
            `file-unreadable`, `file-empty`; `relation-column-missing` for a type of no column.
        """
        try:
            source = _parquet(file) if file.suffix == ".parquet" else _csv(name, file, types or {})
            self.run(f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS FROM {source}")
        except InputError as error:
            if error.key != "relation-unreadable":
                raise
            detail = error.values["detail"]
            raise InputError("file-unreadable", file=str(file), detail=detail) from error

    def run(self, sql: str, parameters: Mapping[str, object] | None = None) -> pa.Table:
        """Run one statement, with values for its `$names`, and give its answer: no rows if it has none.

        Raises
        ------
        InputError
            `relation-unknown`; `relation-unreadable` for a column that is not there, a value that is not of
            the type of its column, or a file that went away or is damaged.
        """
        import duckdb  # noqa: PLC0415  heavy, needed only where registers are run

        try:
            answer = self._connection.sql(sql, params=dict(parameters) if parameters else None)
            return pa.table({}) if answer is None else answer.to_arrow_table()
        except duckdb.CatalogException as error:
            raise InputError("relation-unknown", detail=_first_line(error)) from error
        except (
            duckdb.BinderException,
            duckdb.ConversionException,
            duckdb.InvalidInputException,
            duckdb.IOException,
        ) as error:
            raise InputError("relation-unreadable", detail=_first_line(error)) from error


def _parquet(file: Path) -> str:
    _start(file)
    return f"read_parquet({text(str(file))})"


def _csv(name: str, file: Path, types: Mapping[str, str]) -> str:
    """Say in SQL how to read a file, with nothing left to guess."""
    try:
        line = _start(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("file-unreadable", file=str(file), detail=str(error)) from error
    if not line.strip():
        raise InputError("file-empty")
    delimiter = max(",;\t|", key=line.count)
    columns = next(csv.reader([line], delimiter=delimiter))
    missing = [column for column in types if column not in columns]
    if missing:
        raise InputError("relation-column-missing", relation=name, column=missing[0], needed=list(types))
    typed = ", ".join(f"{text(column)}: {text(types.get(column, 'VARCHAR'))}" for column in columns)
    return (
        f"read_csv({text(str(file))}, auto_detect = false, header = true, delim = {text(delimiter)}, "
        f"""quote = '"', escape = '"', columns = {{{typed}}})"""
    )


def _start(file: Path) -> bytes:
    """First line of a file, unpacked."""
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as raw:
            return raw.readline(LINE)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError("file-unreadable", file=str(file), detail=str(error)) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
