"""How the columns of a table are to be read, said by a person in a TOML file.

The file holds one `[[table]]` for each table it speaks of. Everything but `match` may be left out; what is
not said is guessed.

    [[table]]
    match = "leden*.xlsx#Blad1"      # name of the file, "#" and the sheet; * and ? as in file names
    noun = "organizations"           # organizations, ties, events, participations or topics

    [table.columns]                  # heading in the file = field
    "Firmanaam" = "name"
    "Interne code" = "extra"         # kept beside the record, unread
    "Opmerking" = "leave-out"        # not kept at all

    [table.constants]                # the same value in every row
    kind = "company"
    member = "yes"

    [table.separators]               # what stands between the items of a list
    topics = ","

Fields are the columns of the records (`traitdunion.domain.record`) and, beside these: `id`, `house_number`,
`description` and `clusters` of organizations; `from`, `to`, `member` and `cluster` of ties; `id` and
`participants` of events; `event`, `organization`, `since`, `until`, `kind` and `programme` of
participations; `id` of topics.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any, get_args

from traitdunion.domain.record import Noun
from traitdunion.errors import InputError
from traitdunion.registers.words import table_of_words

EXTRA = "extra"
LEAVE_OUT = "leave-out"
_NOUNS = get_args(Noun)
_PARTS = ("match", "noun", "columns", "constants", "separators")


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How the tables whose name matches are read.

    Attributes
    ----------
    match : str
        Name of the file, or "file#sheet"; ``*`` and ``?`` stand for anything.
    noun : str or None
        What the rows speak of; guessed when None.
    columns : mapping of str to str
        Heading in the file to field.
    constants : mapping of str to str
        Field to the value it has in every row that does not say otherwise.
    separators : mapping of str to str
        Field to the text between the items of its list.
    """

    match: str
    noun: Noun | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    separators: Mapping[str, str] = field(default_factory=dict)

    def concerns(self, label: str) -> bool:
        """Tell whether a table of this name is meant."""
        file, sign, title = label.partition("#")
        name = PurePath(file).name
        called = [each.lower() for each in (label, file, name, f"{name}{sign}{title}")]
        meant = self.match.lower()
        return meant in called or any(fnmatchcase(each, meant) for each in called)


def fields_of(noun: str) -> frozenset[str]:
    """Name the fields that a column of a table of this noun may be."""
    return frozenset(table_of_words()["columns"][noun]) | {EXTRA, LEAVE_OUT}


def mapping_to_toml(mapping: tuple[TableMapping, ...]) -> str:
    """Write a mapping down, to be read back by `mapping_from_toml`.

    Examples
    --------
    >>> print(mapping_to_toml((TableMapping("leden.csv", "organizations", {"Firma": "name"}),)))
    [[table]]
    match = "leden.csv"
    noun = "organizations"
    <BLANKLINE>
    [table.columns]
    Firma = "name"
    <BLANKLINE>
    """
    import tomli_w  # noqa: PLC0415  needed only to write

    parts = [{part: getattr(table, part) for part in _PARTS} for table in mapping]
    written = [tomli_w.dumps({"table": {k: v for k, v in table.items() if v}}) for table in parts]
    return "\n".join(text.replace("[table]", "[[table]]", 1) for text in written)


def mapping_from_toml(text: str) -> tuple[TableMapping, ...]:
    """Read what `mapping_to_toml` or a person wrote.

    Raises
    ------
    InputError
        When the text is not TOML (`mapping-not-toml`), lacks its parts or has others (`mapping-part`), or
        names a noun (`mapping-noun`) or a field (`mapping-field`) that does not exist.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError("mapping-not-toml", detail=str(error)) from error
    listed = tables.pop("table", None)
    if tables or not isinstance(listed, list):
        raise InputError("mapping-part", part=next(iter(tables), "table"), known="table")
    return tuple(_table(given) for given in listed)


def _table(given: Any) -> TableMapping:
    if not isinstance(given, dict) or not isinstance(given.get("match"), str):
        raise InputError("mapping-part", part="match", known=", ".join(_PARTS))
    for part, value in given.items():
        if part not in _PARTS or not isinstance(value, str if part in _PARTS[:2] else dict):
            raise InputError("mapping-part", part=part, known=", ".join(_PARTS))
    table = TableMapping(**{part: _texts(value) for part, value in given.items()})
    if table.noun not in (None, *_NOUNS):
        raise InputError("mapping-noun", noun=table.noun, known=", ".join(_NOUNS))
    for name in (*table.columns.values(), *table.constants, *table.separators):
        check_field(name, table.noun)
    return table


def check_field(name: str, noun: Noun | None) -> None:
    """Refuse a field that no table, or no table of this noun, has."""
    known = frozenset[str]().union(*(fields_of(each) for each in ([noun] if noun else _NOUNS)))
    if name not in known:
        raise InputError("mapping-field", field=name, noun=noun or "", known=", ".join(sorted(known)))


def _texts(value: Any) -> Any:
    return value if isinstance(value, str) else {str(name): str(text) for name, text in value.items()}
