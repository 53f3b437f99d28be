"""Columns of text turned into columns of values, each distinct text read once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.errors import InputError
from traitdunion.registers import values
from traitdunion.registers.activities import parse_activity
from traitdunion.registers.base import Findings
from traitdunion.registers.identifiers import enterprise_numbers
from traitdunion.registers.mapping import EXTRA, LEAVE_OUT, TableMapping
from traitdunion.registers.sheets import Sheet
from traitdunion.registers.values import Approximate, Conversion, listed
from traitdunion.registers.words import word

_TEXTS = pa.list_(pa.string())
_LINES = r"\n"
_LISTED = rf"[;|]|{_LINES}"
_E_MAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}"
_LABELLED_CODE = re.compile(r"([A-V]?\d[\d.]*)\s*[-–—:(]?\s+[^\W\d]")  # "62.010 - Programmation"
_TELEPHONE = r"^(\+|00)\d[\d ./()-]{6,}$|^\(?0\d{1,3}\)?[ ]?/[\d ./-]{5,}$"

_LISTS: Mapping[str, str] = {
    "aliases": rf"\||{_LINES}",
    "topics": _LISTED,
    "offers": _LISTED,
    "needs": _LISTED,
    "activities": _LISTED,
    "source_urls": r"\s+|\|",
    "clusters": _LISTED,
    "participants": _LISTED,
}
_WORDED = ("topics", "offers", "needs")
_REFERENCES = ("id", "from", "to", "member_ref", "cluster", "event", "organization")
_LONG_TEXTS = ("description_en", "description_fr", "description_nl", "note")


def _same(text: str) -> str:
    return text


_CONVERSIONS: Mapping[str, tuple[Conversion, pa.DataType]] = {
    **{name: (values.reference, pa.string()) for name in _REFERENCES},
    **{name: (_same, pa.string()) for name in _LONG_TEXTS},
    **{
        name: (values.date, pa.string())
        for name in ("since", "until", "source_date", "as_of", "member_since")
    },
    **{name: (values.identifier(name), pa.string()) for name in ("vat", "pic", "lei", "ror")},
    **{name: (values.boolean, pa.bool_()) for name in ("member", "named", "ties_complete")},
    **{name: (values.decimal, pa.float64()) for name in ("lat", "lon", "weight")},
    "number": (values.identifier("enterprise"), pa.string()),
    "cluster_kind": (values.cluster_kind, pa.string()),
    "country": (values.country, pa.string()),
    "region": (values.one_of("regions"), pa.string()),
    "postcode": (values.postcode, pa.string()),
    "size_class": (values.one_of("size_classes"), pa.string()),
    "employees": (values.employees, pa.int64()),
    "members_stated": (values.integer, pa.int64()),
    "basis": (values.one_of("bases"), pa.string()),
    "status": (values.one_of("tie_states"), pa.string()),
    "role": (values.own_word("roles"), pa.string()),
    "amount": (values.amount, pa.float64()),
}
_KINDS: Mapping[str, Conversion] = {
    "organizations": values.organization_kind,
    "ties": values.own_word("tie_kinds"),
    "events": values.own_word("event_kinds"),
    "participations": values.own_word("event_kinds"),
}


@dataclass(slots=True)
class Cells:
    """The read columns of one table, by field, while records are made of them."""

    sheet: Sheet
    mapping: TableMapping
    columns: dict[str, pa.Array]
    headings: Mapping[str, str]
    kept: dict[str, pa.Array] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.sheet.rows)

    def get(self, name: str, kind: pa.DataType | None = None) -> pa.Array:
        """Give a column, all null where the table has none."""
        found = self.columns.get(name)
        return pa.nulls(self.height, kind or pa.string()) if found is None else found

    def extra(self) -> list[dict[str, str] | None]:
        """Give, row by row, what the records have no place for, by heading."""
        rows: list[dict[str, str] | None] = [None] * self.height
        for heading in self.sheet.headings:
            for at, text in enumerate(self.kept[heading].to_pylist() if heading in self.kept else ()):
                if text is not None:
                    row = rows[at] = rows[at] or {}
                    row[heading] = text
        return rows


def read_cells(sheet: Sheet, mapping: TableMapping, findings: Findings) -> Cells:
    """Read every column of a table as its field asks; what cannot be read becomes a fault.

    A cell that holds an e-mail address is dropped wherever it stands, and a column of telephone numbers is
    left out: a record has no place for a person.
    """
    fields = {field: name for name, field in mapping.columns.items() if field not in (EXTRA, LEAVE_OUT)}
    cells = Cells(sheet, mapping, {}, fields)
    # A foreign number is told by the country, which is read first.
    for heading, name in sorted(mapping.columns.items(), key=lambda pair: pair[1] != "country"):
        if name == LEAVE_OUT:
            continue
        column = _without_mail(sheet, heading, findings)
        if name != EXTRA:
            cells.columns[name], rest = _converted(cells, name, column, findings)
            column = rest
        elif _telephones(column):
            findings.note(sheet.label, "person-column-left-out", row=sheet.heading_row, column=heading)
            continue
        if column is not None and column.null_count < len(column):
            cells.kept[heading] = column
    for name, text in mapping.constants.items():
        try:
            _fill(cells, name, text)
        except InputError as error:
            findings.fault(sheet.label, error, column=name, value=text)
    return cells


def _without_mail(sheet: Sheet, heading: str, findings: Findings) -> pa.Array:
    column = sheet.column(heading)
    mail = pc.fill_null(pc.match_substring_regex(column, _E_MAIL), False)
    if not pc.any(mail).as_py():
        return column
    first = pc.index(mail, True).as_py()
    count = pc.sum(mail).as_py()
    findings.note(sheet.label, "mail-left-out", row=sheet.rows[first].as_py(), column=heading, count=count)
    return pc.if_else(mail, pa.scalar(None, pa.string()), column)


def _telephones(column: pa.Array) -> bool:
    written = column.drop_null()
    alike = pc.sum(pc.match_substring_regex(written, _TELEPHONE)).as_py() or 0
    return bool(alike and 2 * alike >= len(written))


def _fill(cells: Cells, name: str, text: str) -> None:
    """Put a constant where a column has nothing; it is read as a cell would be."""
    conversion, kind = conversion_of(cells.mapping, name)
    read = conversion(text)
    value = read.value if isinstance(read, Approximate) else read
    cells.columns[name] = pc.coalesce(cells.get(name, kind), pa.scalar(value, kind))


def conversion_of(mapping: TableMapping, name: str, heading: str = "") -> tuple[Conversion, pa.DataType]:
    """Tell how the cells of a field are read, and as what."""
    if name == "activities":
        return partial(_activities, _separator(mapping, name), _version(heading)), _TEXTS
    if name in _LISTS:
        return listed(_separator(mapping, name), worded=name in _WORDED), _TEXTS
    if name == "kind" and mapping.noun and mapping.noun in _KINDS:
        return _KINDS[mapping.noun], pa.string()
    if name == "member" and mapping.noun == "ties":
        name = "member_ref"
    return _CONVERSIONS.get(name, (values.line, pa.string()))


def _separator(mapping: TableMapping, name: str) -> str:
    said = mapping.separators.get(name)
    return re.escape(said) if said else _LISTS[name]


def _version(heading: str) -> str:
    digits = word(heading)
    return "rev2.1" if "2025" in digits or "21" in digits else "rev1.1" if "2003" in digits else "rev2"


def _activities(separator: str, version: str, text: str) -> list[str] | None:
    codes = []
    for item in listed(separator)(text) or []:
        labelled = _LABELLED_CODE.match(item)
        parts = [labelled[1]] if labelled else listed(",")(item) or []
        codes += [str(parse_activity(part, version=version)) for part in parts]
    return list(dict.fromkeys(codes)) or None


def _converted(
    cells: Cells, name: str, column: pa.Array, findings: Findings
) -> tuple[pa.Array, pa.Array | None]:
    """Read one column; give also the texts that its values do not hold."""
    sheet, heading = cells.sheet, cells.headings[name]
    conversion, kind = conversion_of(cells.mapping, name, heading)
    if conversion is _same:
        return column, None
    if name == "number":
        return _numbers(cells, heading, column, findings)
    encoded = column.dictionary_encode()
    texts = encoded.dictionary.to_pylist()
    read, lost = [], []
    wrong: dict[int, InputError | Approximate] = {}
    for at, text in enumerate(texts):
        try:
            value = conversion(text)
        except InputError as error:
            value, wrong[at] = None, error
        if isinstance(value, Approximate):
            wrong[at] = value
        rounded = isinstance(value, Approximate) and value.key != "own-word"
        read.append(value.value if isinstance(value, Approximate) else value)
        lost.append(text if rounded else None)
    if wrong:
        _report(sheet, heading, encoded, wrong, findings)
    result = pa.array(read, kind).take(encoded.indices)
    return result, pa.array(lost, pa.string()).take(encoded.indices) if any(lost) else None


def _report(
    sheet: Sheet, heading: str, encoded: pa.Array, wrong: Mapping[int, InputError | Approximate],
    findings: Findings,
) -> None:  # fmt: skip
    """Say where texts stand that could not be read: every row of a fault, the first of an approximation."""
    rows: dict[int, list[int]] = {at: [] for at in wrong}
    for at, row in zip(encoded.indices.to_pylist(), sheet.rows.to_pylist(), strict=True):
        if at in rows:
            rows[at].append(row)
    for at, problem in wrong.items():
        text = encoded.dictionary[at].as_py()
        if isinstance(problem, InputError):
            for row in rows[at]:
                findings.fault(sheet.label, problem, row=row, column=heading, value=text)
        else:
            findings.note(
                sheet.label, problem.key, row=rows[at][0], column=heading, value=text,
                read=problem.value, count=len(rows[at]),
            )  # fmt: skip


def _numbers(
    cells: Cells, heading: str, column: pa.Array, findings: Findings
) -> tuple[pa.Array, pa.Array | None]:
    """Read a column of enterprise numbers at once; numbers of other countries are kept beside the record."""
    sheet, said = cells.sheet, column.to_pylist()
    countries = cells.get("country").to_pylist()
    foreign = [None if land in (None, "BE") else text for text, land in zip(said, countries, strict=True)]
    own = [
        text if text and other is None and not values.nothing(text) else None
        for text, other in zip(said, foreign, strict=True)
    ]
    read = enterprise_numbers(pa.array(own, pa.string()))
    for at in read.faulty.nonzero()[0].tolist():
        try:
            values.identifier("enterprise")(own[at] or "")
        except InputError as error:
            findings.fault(sheet.label, error, row=sheet.rows[at].as_py(), column=heading, value=own[at])
    _note_first(sheet, "zero-restored", heading, read.repaired.nonzero()[0].tolist(), findings)
    elsewhere = [at for at, text in enumerate(foreign) if text is not None]
    _note_first(sheet, "number-of-another-country", heading, elsewhere, findings)
    return read.normalized, pa.array(foreign, pa.string()) if elsewhere else None


def _note_first(sheet: Sheet, key: str, heading: str, places: Sequence[int], findings: Findings) -> None:
    if places:
        findings.note(
            sheet.label, key, row=sheet.rows[places[0]].as_py(), column=heading,
            value=sheet.column(heading)[places[0]].as_py(), count=len(places),
        )  # fmt: skip
