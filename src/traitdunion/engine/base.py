"""What an engine does: keep relations by name, run one SQL text over them, give the answer as a table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pyarrow as pa


class Engine(Protocol):
    """Relations by name, and SQL over them.

    All SQL goes through `run`, written in DuckDB's dialect: another engine has one place to translate it. The
    order of an answer is that of its ORDER BY and of nothing else.
    """

    def register(self, name: str, table: pa.Table) -> None:
        """Make a table in memory a relation; a name that is taken now means this table."""

    def read(self, name: str, file: Path, *, types: Mapping[str, str] | None = None) -> None:
        """Make a file a relation, read afresh by each text that uses it: CSV with headings, or Parquet.

        Columns of CSV are texts, as registers have codes that look like numbers; `types` says which are not.
        Parquet knows its types.
        """

    def run(self, sql: str, parameters: Mapping[str, object] | None = None) -> pa.Table:
        """Run one statement, with values for its `$names`, and give its answer: no rows if it has none."""


def quoted(name: str) -> str:
    """Write the name of a relation or column so that SQL takes it as it is.

    Examples
    --------
    >>> quoted('my "own" list')
    '"my ""own"" list"'
    """
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Write a text so that SQL takes it as it is, where no parameter may stand.

    Examples
    --------
    >>> text("l'été.csv")
    "'l''été.csv'"
    """
    return "'" + value.replace("'", "''") + "'"
