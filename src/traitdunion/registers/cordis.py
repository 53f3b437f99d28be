"""CORDIS: organizations, projects and participations of the European framework programmes.

Reads the tables that the Publications Office publishes (`organization.csv`, `project.csv`, in CSV or ZIP) and
the tables cut from them that carry the same facts under other headings. What a table holds is told by its
headings; every row is first brought into one form, then all rows that speak of one organization, one project
or one participation are laid over each other: the official tables first, then those with names, then those
with participant codes alone.

Data: CORDIS, European Union, reuse under CC BY 4.0, https://cordis.europa.eu.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pyarrow as pa

from traitdunion.domain.record import SCHEMAS, Noun, Records, record_key
from traitdunion.errors import InputError
from traitdunion.registers import cordis_sql
from traitdunion.registers.base import Findings, Loaded
from traitdunion.registers.delimited import decoded, delimiter_of
from traitdunion.registers.identifiers import parse_identifier
from traitdunion.registers.sheets import content
from traitdunion.registers.words import word
from traitdunion.registers.workbooks import checked_size

_FORMATS = (".csv", ".csv.gz", ".zip")
# What the headings mean, folded; the first heading present counts.
_COLUMNS = {
    "project_key": ("projectkey",),
    "project_id": ("projectid",),
    "rcn": ("projectrcn", "rcn"),
    "ref": ("organisationid", "organizationid", "pic", "neworgid"),
    "role": ("role",),
    "amount": ("eccontribution", "contribution"),
    "name": ("name", "organisationname", "organizationname"),
    "short_name": ("shortname", "organisationshortname"),
    "activity": ("activitytype", "type"),
    "vat": ("vatnumber", "vat"),
    "street": ("street",),
    "postcode": ("postcode",),
    "city": ("city",),
    "country": ("country",),
    "nuts": ("nutscode", "nuts3", "regionlevelnuts3"),
    "website": ("organizationurl", "organisationurl", "url"),
    "sme": ("sme",),
    "place": ("geolocation",),
    "acronym": ("acronym", "projectacronym"),
    "title": ("title", "projecttitle"),
    "since": ("startdate",),
    "until": ("enddate",),
    "programme": ("frameworkprogramme", "programmefw"),
    "topic": ("topics", "topiccode"),
    "topic_label": ("topicdescription",),
    "part": ("programmepart",),
    "id_source": ("idsource",),
    "stamp": ("contentupdatedate", "source"),
}
# A table by the headings it must have, and its precedence: 0 speaks before 1.
_LAYOUTS = (
    (frozenset({"organisationid", "projectid"}), 0),
    (frozenset({"id", "acronym", "title", "startdate"}), 0),
    (frozenset({"projectrcn", "id", "activitytype"}), 0),
    (frozenset({"projectkey", "projectacronym"}), 1),
    (frozenset({"rcn", "pic", "name"}), 1),
    (frozenset({"pic", "activitytype", "name"}), 1),
    (frozenset({"rcn", "pic", "role"}), 2),
    (frozenset({"rcn", "programmepart"}), 2),
    (frozenset({"projectrcn", "neworgid"}), 3),
)


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    rank: int
    table: pa.Table  # of texts, under the names of _COLUMNS


def load_cordis(paths: Path | Sequence[Path], *, source: str = "cordis") -> Loaded:
    """Read a folder, or files, of CORDIS tables.

    Parameters
    ----------
    paths : Path or sequence of Path
        A folder, of which every CSV and ZIP file is read by name, or the files themselves; CSV may be packed
        with gzip.
    source : str
        The space of the references. An organization's is its participant code (PIC); the tables of FP7 have
        an identifier of their own where they know no code. A project's is `rcn:` and its record number, or
        `id:` and its number.

    Returns
    -------
    Loaded
        A Belgian VAT number is kept, with the enterprise number in it, where its check holds; other VAT
        numbers are left out and counted in a note. An organization known by its code alone is called by it.

    Notes
    -----
    ``NA`` in the column of countries is Namibia; CORDIS writes UK and EL for GB and GR.
    """
    findings = Findings()
    found = [table for path in _files(paths, findings) for table in _tables(path, findings)]
    if not found and not findings.faults:
        findings.fault(_name(paths), InputError("cordis-not-found"))
    if findings.faults:
        return Loaded(Records.empty(), tuple(findings.faults), tuple(findings.notes))
    records = _records(found, source, findings)
    return Loaded(records, (), tuple(findings.notes), sum(each.table.num_rows for each in found))


def _name(paths: Path | Sequence[Path]) -> str:
    return paths.name if isinstance(paths, Path) else ", ".join(path.name for path in paths)


def _files(paths: Path | Sequence[Path], findings: Findings) -> Iterator[Path]:
    for path in [paths] if isinstance(paths, Path) else paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        yield from (file for file in inside if file == path or file.name.lower().endswith(_FORMATS))
        if not path.exists():
            findings.fault(path.name, InputError("file-missing"))


def _tables(path: Path, findings: Findings) -> Iterator[_Found]:
    try:
        for label, raw in _contents(path):
            found = _table(label, raw)
            if found is None:
                findings.note(label, "table-not-recognized", row=1, columns=_first_line(raw))
            else:
                yield found
    except InputError as error:
        findings.fault(path.name, error, row=error.values.get("row"))


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    if not path.exists():
        return
    if path.suffix.lower() != ".zip":
        yield path.name, content(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if member.filename.lower().endswith(".csv")]
            checked_size(sum(member.file_size for member in members), path.stat().st_size)
            for member in members:
                yield f"{path.name}#{member.filename}", archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, OSError) as error:
        raise InputError("file-damaged", detail=str(error)) from error


def _first_line(raw: bytes) -> str:
    return decoded(raw[:4096])[0].partition("\n")[0].strip()


def _table(label: str, raw: bytes) -> _Found | None:
    """Read the columns of one table that mean something here."""
    names = _headings(raw)
    folds = {word(name): name for name in reversed(names)}
    rank = next((rank for needed, rank in _LAYOUTS if needed <= folds.keys()), None)
    if rank is None:
        return None
    of_project = {"id", "acronym", "title"} <= folds.keys()
    by_id = "id" in folds
    wanted = dict(_COLUMNS)
    if by_id:  # `id` names the project in the table of projects, the organization in the older other one
        wanted["project_id" if of_project else "ref"] = ("id",)
    if "projectacronym" not in folds:  # where it is not a part of the framework programme
        wanted["programme"] += ("programme",)
    if "organisationid" in folds:  # where `rcn` is the organization's
        wanted["rcn"] = ("projectrcn",)
    picked = {
        field: folds[heading]
        for field, headings in wanted.items()
        if (heading := next((each for each in headings if each in folds), None))
    }
    table = _read(raw, list(dict.fromkeys(picked.values())))
    rows = pa.array(range(2, 2 + table.num_rows), pa.int64())
    columns = {
        field: table[picked[field]] if field in picked else pa.nulls(len(rows), pa.string())
        for field in _COLUMNS
    }
    if "neworgid" in folds:
        columns["programme"] = pa.array(["FP7"] * len(rows), pa.string())
    kept = pa.table(columns).append_column("row", rows)
    return _Found(label, rank, kept.append_column("file", pa.array([label] * len(rows), pa.string())))


def _headings(raw: bytes) -> list[str]:
    line = _first_line(raw)
    return [name.strip().strip('"') for name in line.split(delimiter_of(line))]


def _read(raw: bytes, names: Sequence[str]) -> pa.Table:
    from pyarrow import csv  # noqa: PLC0415  slow to import, needed only where tables are read

    try:
        return csv.read_csv(
            BytesIO(raw),
            parse_options=csv.ParseOptions(delimiter=delimiter_of(_first_line(raw)), newlines_in_values=True),
            convert_options=csv.ConvertOptions(
                include_columns=list(names), column_types=dict.fromkeys(names, pa.string()),
                null_values=["", "-"], strings_can_be_null=True, quoted_strings_can_be_null=True,
            ),
        )  # fmt: skip
    except pa.ArrowInvalid as error:
        raise InputError("file-damaged", detail=str(error).partition("\n")[0]) from error


def _records(found: Iterable[_Found], source: str, findings: Findings) -> Records:
    """Lay all rows over each other."""
    import duckdb  # noqa: PLC0415  heavy, needed only where registers are read

    ranked = [each.table.append_column("rank", pa.array([each.rank] * each.table.num_rows)) for each in found]
    rows = pa.concat_tables(ranked).combine_chunks()
    with duckdb.connect(
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    ) as db:
        db.register("rows", rows)
        db.register("vats", _belgian_numbers(rows, findings))
        db.execute(cordis_sql.STATED)
        made = {
            noun: db.sql(sql, params=[source]).to_arrow_table() for noun, sql in cordis_sql.QUERIES.items()
        }
        keyless = db.execute(cordis_sql.KEYLESS).fetchall()
    for file, row, count in keyless:
        findings.note(file, "cordis-row-without-key", row=row, count=count)
    pairs = made["participations"].select(["source", "event_ref", "organization_ref"]).to_pylist()
    keys = [record_key(*pair.values()) for pair in pairs]
    made["participations"] = made["participations"].append_column("record", pa.array(keys, pa.string()))
    return Records(**{noun: _shaped(noun, made.get(noun)) for noun in SCHEMAS})


def _shaped(noun: Noun, table: pa.Table | None) -> pa.Table:
    schema = SCHEMAS[noun]
    if table is None:
        return schema.empty_table()
    columns = [
        table[field.name].cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema).combine_chunks()


def _belgian_numbers(rows: pa.Table, findings: Findings) -> pa.Table:
    """Check each VAT number once; give the Belgian ones that hold."""
    held: dict[str, str] = {}
    first: dict[str, int] = {}
    left_out: dict[str, int] = {}
    for text, file, row in zip(*(rows[name].to_pylist() for name in ("vat", "file", "row")), strict=True):
        if text is None or text in held:
            continue
        try:
            found = parse_identifier("vat", text) if text.upper().startswith("BE") else None
        except InputError:
            found = None
        if found is None:
            left_out[file] = left_out.get(file, 0) + 1
            first.setdefault(file, row)
        else:
            held[text] = found.value
    for file, count in left_out.items():
        findings.note(file, "vat-left-out", row=first[file], count=count)
    texts, values = list(held), list(held.values())
    return pa.table({"vat": pa.array(texts, pa.string()), "value": pa.array(values, pa.string())})
