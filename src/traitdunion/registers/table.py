"""Tables of people: organizations, members, clusters, ties, events and topics in CSV, XLSX, ODS, Parquet.

What each column is, and what each table holds, is guessed from headings in English, French and Dutch and
from the names of files and sheets; a mapping (see `traitdunion.registers.mapping` for its form) says what
the guess does not find. All faults of all files come together, each with its row and column.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from traitdunion.domain.record import NOUNS, SCHEMAS, Fault, Noun, Records
from traitdunion.errors import InputError
from traitdunion.registers.assemble import DERIVED, assemble
from traitdunion.registers.base import Findings, Loaded, Note
from traitdunion.registers.cells import read_cells
from traitdunion.registers.columns import recognize_table
from traitdunion.registers.consistency import check_references, join_events, once_each
from traitdunion.registers.mapping import TableMapping, mapping_from_toml, mapping_to_toml
from traitdunion.registers.sheets import Sheet, read_sheets

__all__ = ["Loaded", "load_tables", "mapping_from_toml", "mapping_to_toml"]


def load_tables(
    paths: Sequence[Path],
    *,
    source: str = "local",
    mapping: Sequence[TableMapping] | None = None,
    noun: Noun | None = None,
) -> Loaded:
    """Read files of tables into records.

    Parameters
    ----------
    paths : sequence of Path
        CSV, TSV, XLSX, ODS and Parquet files; the order is kept.
    source : str
        The space in which the references of these files are unique.
    mapping : sequence of TableMapping, optional
        What the columns are, where a person said so.
    noun : str, optional
        What all these tables hold, where the mapping does not say.

    Returns
    -------
    Loaded
        With faults it holds no records at all.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "leden.csv")
    ...     _ = file.write_text("naam;ondernemingsnummer\\nSirris;406606380\\n")
    ...     loaded = load_tables([file])
    >>> loaded.records.organizations["number"].to_pylist(), [note.key for note in loaded.notes]
    (['0406606380'], ['members-guessed', 'zero-restored'])
    """
    findings = Findings()
    names = _labels(paths)
    sheets = [
        sheet
        for path, name in zip(paths, names, strict=True)
        for sheet in _recognized(path, name, mapping or (), noun, findings)
    ]
    tables: dict[str, list[pa.Table]] = defaultdict(list)
    for sheet, read_as in sheets:
        for made, table in assemble(read_cells(sheet, read_as, findings), source, findings).items():
            tables[made].append(table)
    records = _together(tables, findings)
    headings = {sheet.label: column for sheet, said in sheets if (column := _reference_column(said))}
    check_references(records.organizations, headings, findings)
    order = {name: at for at, name in reversed([*enumerate(names)])}

    def place(found: Fault | Note) -> tuple[int, int]:
        return order.get(found.file, order.get(found.file.partition("#")[0], 0)), found.row or 0

    return Loaded(
        records=Records.empty() if findings.faults else records,
        faults=tuple(sorted(findings.faults, key=place)),
        notes=tuple(sorted(findings.notes, key=place)),
        rows_read=sum(len(sheet.rows) for sheet, _ in sheets),
        mapping=tuple(said for _, said in sheets),
    )


_Recognized = tuple[Sheet, TableMapping]


def _labels(paths: Sequence[Path]) -> list[str]:
    """Call each file by its name, and by its folder too where two files have one name."""
    often = Counter(path.name for path in dict.fromkeys(paths))
    return [path.name if often[path.name] == 1 else f"{path.parent.name}/{path.name}" for path in paths]


def _recognized(
    path: Path, label: str, mapping: Sequence[TableMapping], noun: Noun | None, findings: Findings
) -> list[_Recognized]:
    """Read one file and tell what its tables hold; a file that holds nothing known is a fault."""
    try:
        sheets = read_sheets(path, findings, label=label)
    except InputError as error:
        findings.fault(label, error, row=error.values.get("row"))
        return []
    found: list[_Recognized] = []
    strangers: list[Sheet] = []
    for sheet in sheets:
        given = next((table for table in mapping if table.concerns(sheet.label)), None)
        try:
            read_as = recognize_table(sheet, findings, given=given, noun=noun)
        except InputError as error:
            findings.fault(sheet.label, error)
            continue
        if read_as is None:
            strangers.append(sheet)
        else:
            found.append((sheet, read_as))
    for sheet in strangers:
        columns = ", ".join(sheet.headings)
        if found:
            findings.note(sheet.label, "table-not-recognized", row=sheet.heading_row, columns=columns)
        else:
            stranger = InputError("table-not-recognized", columns=columns)
            findings.fault(sheet.label, stranger, row=sheet.heading_row)
    return found


def _together(tables: dict[str, list[pa.Table]], findings: Findings) -> Records:
    def whole(noun: str) -> pa.Table:
        schema = SCHEMAS["events" if noun == DERIVED else noun]  # type: ignore[index]
        return pa.concat_tables([schema.empty_table(), *tables[noun]])

    events, participations = join_events(whole("events"), whole(DERIVED), whole("participations"))
    parts = {noun: whole(noun) for noun in NOUNS} | {"events": events, "participations": participations}
    for noun in ("ties", "participations"):
        parts[noun] = once_each(noun, parts[noun], findings)
    return Records(**{noun: parts[noun].combine_chunks() for noun in NOUNS})


def _reference_column(said: TableMapping) -> str | None:
    return next((heading for heading, field in said.columns.items() if field == "id"), None)
