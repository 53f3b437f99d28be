"""Lists a manager hands to a plan, read whole or not at all: introductions of one's own, and who makes them.

Headings and words are known in English, French and Dutch. The list of introductions that a plan exports can
be handed in as it is. Columns that speak of persons are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from traitdunion.domain.mandate import Broker, pair_of
from traitdunion.domain.record import Fault
from traitdunion.domain.rule import check_no_person
from traitdunion.errors import InputError
from traitdunion.registers import values
from traitdunion.registers.base import Findings, Note
from traitdunion.registers.places import region_of
from traitdunion.registers.rows import SIDES, Find, Known, Row, tables
from traitdunion.registers.words import word

_BROKERS: Known = {
    "broker": (
        *("broker", "brokers", "intermédiaire", "bemiddelaar", "courtier", "makelaar", "initials"),
        *("initiales", "initialen", "login", "who", "qui", "wie", "by", "par", "door"),
    ),
    "introductions": (
        *("introductions", "introducties", "mises en relation", "capacity", "capacité", "capaciteit"),
        *("number of introductions", "nombre d'introductions", "aantal introducties", "number", "nombre"),
        *("aantal", "maximum", "max"),
    ),
    "languages": (
        *("languages", "language", "langues", "langue", "talen", "taal", "spoken languages"),
        *("langues parlées", "gesproken talen"),
    ),
    "regions": ("regions", "region", "régions", "région", "regio's", "regio", "gewesten", "gewest"),
}
_LANGUAGES = ("fr", "nl", "en", "de")
_REGIONS = ("Flanders", "Brussels", "Wallonia")
_ALL = ("all", "tous", "toutes", "alle", "allemaal")


@dataclass(frozen=True, slots=True)
class ReadPairs:
    """What a list of introductions says.

    Attributes
    ----------
    pairs : tuple of (str, str)
        Organization and partner, in the order of the rows, each pair once; none when there is any fault.
    faults : tuple of Fault
    notes : tuple of Note
    rows_read : int
        Rows below the headings, in the tables that hold introductions.
    """

    pairs: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]
    rows_read: int


@dataclass(frozen=True, slots=True)
class ReadBrokers:
    """What a list of brokers says.

    Attributes
    ----------
    brokers : tuple of Broker
        In the order of the rows; none when there is any fault.
    faults : tuple of Fault
    notes : tuple of Note
    """

    brokers: tuple[Broker, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]


def read_pairs(path: Path, *, find: Find) -> ReadPairs:
    """Read a list of introductions (CSV, TSV, XLSX, ODS, Parquet): an organization and a partner in each row.

    A pair told again, either way around, is kept once, with a note.

    Parameters
    ----------
    path : Path
    find : callable
        Gives the id of an organization by what people call it, or raises InputError.
    """
    findings = Findings()
    read = [
        table.rows(findings) for table in tables(path, SIDES, ("organization", "partner"), findings, _lacking)
    ]
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for rows in read:
        _add_pairs(rows, findings, find, seen)
    return ReadPairs(
        pairs=() if findings.faults else tuple(seen.values()),
        faults=tuple(findings.faults),
        notes=tuple(findings.notes),
        rows_read=sum(map(len, read)),
    )


def read_brokers(path: Path) -> ReadBrokers:
    """Read a list of those who make introductions (CSV, TSV, XLSX, ODS, Parquet).

    Each is named by a login or initials, with how many introductions fit in this round; languages and regions
    where there are any, several in a cell. Without them, or with "all", a broker looks after everybody.

    Parameters
    ----------
    path : Path
    """
    findings = Findings()
    found = tables(path, _BROKERS, ("broker", "introductions"), findings, _lacking)
    brokers: dict[str, tuple[int, Broker]] = {}
    for row in [row for table in found for row in table.rows(findings)]:
        broker = _broker(row, findings)
        if broker is None:
            continue
        first, before = brokers.setdefault(broker.name.casefold(), (row.number, broker))
        if before is not broker:
            row.fault(findings, InputError("broker-repeated", first_row=str(first)), "broker")
    return ReadBrokers(
        brokers=() if findings.faults else tuple(broker for _, broker in brokers.values()),
        faults=tuple(findings.faults),
        notes=tuple(findings.notes),
    )


def _lacking(missing: list[str], columns: str) -> InputError:
    return InputError("list-columns-missing", missing=missing, columns=columns)


def _add_pairs(
    rows: Sequence[Row], findings: Findings, find: Find, seen: dict[tuple[str, str], tuple[str, str]]
) -> None:
    """Read the rows of one table into the pairs seen so far."""

    def side(text: str | None) -> str:
        if text is None:
            raise InputError("introduction-without-side")
        return find(values.line(text))

    repeated = []
    for row in rows:
        read = row.read(findings, {"organization": side, "partner": side})
        if not read:
            continue
        pair = (read["organization"], read["partner"])
        if pair[0] == pair[1]:
            organization = row.texts["organization"]
            row.fault(findings, InputError("pair-itself", organization=organization), "partner")
        elif seen.setdefault(pair_of(*pair), pair) is not pair:
            repeated.append(row)
    if repeated:
        findings.note(repeated[0].label, "row-repeated", row=repeated[0].number, count=len(repeated))


def _broker(row: Row, findings: Findings) -> Broker | None:
    read = row.read(findings, {
        "broker": _name, "introductions": _introductions, "languages": _languages, "regions": _regions,
    })  # fmt: skip
    return Broker(read.pop("broker"), **read) if read else None


def _name(text: str | None) -> str:
    if text is None:
        raise InputError("broker-missing")
    check_no_person(text)
    return values.line(text)


def _introductions(text: str | None) -> int:
    number = values.integer(text) if text is not None else None
    if number is None:
        raise InputError("broker-without-introductions")
    if number < 0:
        raise InputError("number-below-zero")
    return number


def _languages(text: str | None) -> frozenset[str]:
    if text is None or _says_all(text):
        return frozenset()
    read = values.languages(text)
    return _known("languages", text, read, _LANGUAGES)


def _regions(text: str | None) -> frozenset[str]:
    if text is None or _says_all(text):
        return frozenset()
    read = [region_of(part) for part in values.parted(text)]
    return _known("regions", text, read, _REGIONS)


def _says_all(text: str) -> bool:
    return word(text) in _ALL


def _known(option: str, text: str, read: Collection[str | None], known: Sequence[str]) -> frozenset[str]:
    """Refuse a cell with a word that is not known, and one in which nothing is left to read."""
    kept = frozenset(one for one in known if one in read)
    if not read or len(kept) < len(frozenset(read)):
        raise InputError("option-choice", option=option, value=text, known=list(known))
    return kept
