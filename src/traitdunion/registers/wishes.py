"""Wishes for a matching day, and the list of those who come, read whole or not at all.

Lists as b2match and pretalx export them can be handed in as they are: only the organization (or the number of
the badge), the languages, the slots and the booth are read. Columns that speak of persons are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from traitdunion.domain.record import Fault
from traitdunion.domain.rule import check_no_person
from traitdunion.domain.schedule import Former, Meeting, Participant, Timetable, Wish
from traitdunion.errors import InputError
from traitdunion.registers import values
from traitdunion.registers.base import Findings, Note
from traitdunion.registers.rows import Known, Row, tables
from traitdunion.registers.words import word

_WISHES: Known = {
    "wisher": (
        *("from", "de", "van", "wisher", "organization", "organisation", "organisatie", "requester"),
        *("demandeur", "aanvrager", "sender"),
    ),
    "wished": (
        *("to", "vers", "à", "naar", "met", "avec", "wished", "partner", "partenaire", "requested"),
        *("wishes to meet", "souhaite rencontrer", "wil ontmoeten", "recipient"),
    ),
    "priority": ("priority", "priorité", "prioriteit", "rank", "rang", "importance", "belang"),
}
_PARTICIPANTS: Known = {
    "name": (
        *("participant", "organization", "organisation", "organisatie", "company", "entreprise", "société"),
        *("bedrijf", "onderneming", "deelnemer", "badge", "badge number", "numéro de badge", "badgenummer"),
        *("id", "code"),
    ),
    "languages": ("languages", "language", "langues", "langue", "talen", "taal", "spoken languages"),
    "unavailable": (
        *("unavailable", "not available", "absent", "indisponible", "indisponibilités", "niet beschikbaar"),
        *("afwezig", "busy"),
    ),
    "available": ("available", "availability", "disponible", "disponibilités", "beschikbaar", "slots"),
    "zone": ("zone", "hall", "area", "salle", "zaal"),
    "booth": ("booth", "stand", "stand number", "numéro de stand", "standnummer"),
}
_PRIORITY = {
    1: ("1", "high", "must", "haute", "élevée", "hoog", "a"),
    2: ("2", "medium", "normal", "moyenne", "normale", "gemiddeld", "middel", "normaal", "b"),
    3: ("3", "low", "nice", "basse", "faible", "laag", "c"),
}
_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class ReadWishes:
    """What the files of a matching day say.

    Attributes
    ----------
    wishes : tuple of Wish
    participants : tuple of Participant
        None of either when there is any fault.
    faults : tuple of Fault
    notes : tuple of Note
    """

    wishes: tuple[Wish, ...]
    participants: tuple[Participant, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]


def read_wishes(path: Path, participants: Path | None = None, *, slots: int) -> ReadWishes:
    """Read a file of wishes and, where there is one, the list of those who come.

    Parameters
    ----------
    path : Path
        Who, whom, and the priority where there is one (1 to 3; 2 where it is not told).
    participants : Path, optional
        Who comes: languages, slots, zone, booth. Then nobody else may be wished or wish. Rows of one
        organization are brought together: it speaks the languages of all and is there when one of them is.
    slots : int
        Slots of the day.
    """
    findings = Findings()
    rows = _rows(participants, _PARTICIPANTS, ("name",), findings) if participants else []
    listed = _participants(rows, findings, slots)
    names = {word(name): name for name in listed}
    wishes: dict[tuple[str, str], tuple[int, Wish]] = {}
    for row in _rows(path, _WISHES, ("wisher", "wished"), findings):
        wish = _wish(row, findings, names, closed=participants is not None)
        if wish is None:
            continue
        first, _ = wishes.setdefault((wish.wisher, wish.wished), (row.number, wish))
        if first != row.number:
            row.fault(findings, InputError("wish-repeated", first_row=str(first)), "wished")
    whole = not findings.faults
    return ReadWishes(
        wishes=tuple(wish for _, wish in wishes.values()) if whole else (),
        participants=tuple(listed.values()) if whole else (),
        faults=tuple(findings.faults),
        notes=tuple(findings.notes),
    )


def read_former(path: Path) -> Former:
    """Read a schedule written before.

    Raises
    ------
    InputError
        `schedule-unreadable` for a file that is none.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Former(
            tuple(_meeting(one) for one in told["meetings"]),
            tuple(_meeting(one) for one in told["cancelled"]),
            Timetable(**told["timetable"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError("schedule-unreadable", file=path.name) from error


def _meeting(told: Mapping[str, Any]) -> Meeting:
    kinds = {"slot": int, "a": str, "b": str, "table": int, "booth": str, "zone": str, "wishes": int}
    return Meeting(**{name: kind(told[name]) for name, kind in {**kinds, "sequence": int}.items()})


def _rows(path: Path, known: Known, needed: Sequence[str], findings: Findings) -> list[Row]:
    """Read the rows of the first table that has the headings needed."""
    found = tables(path, known, needed, findings, _lacking)
    return found[0].rows(findings) if found else []


def _lacking(missing: list[str], columns: str) -> InputError:
    return InputError("wishes-columns-missing", missing=missing, columns=columns)


def _wish(row: Row, findings: Findings, names: dict[str, str], *, closed: bool) -> Wish | None:
    def side(text: str | None) -> str:
        name = _name(text)
        if closed and word(name) not in names:
            raise InputError("participant-not-known", participant=name)
        return names.setdefault(word(name), name)

    read = row.read(findings, {"wisher": side, "wished": side, "priority": _priority})
    if read and read["wisher"] == read["wished"]:
        row.fault(findings, InputError("pair-itself", organization=read["wisher"]), "wished")
        return None
    return Wish(**read) if read else None


def _participants(rows: Sequence[Row], findings: Findings, slots: int) -> dict[str, Participant]:
    """Read who comes, the rows of one organization brought together."""
    listed: dict[str, Participant] = {}
    every = frozenset(range(1, slots + 1))
    spelled: dict[str, str] = {}
    for row in rows:
        read = row.read(findings, {
            "name": _name, "languages": lambda text: values.languages(text or ""),
            "zone": lambda text: text or "",
            "booth": lambda text: text or "",
            "unavailable": lambda text: _slots(text, slots) if text else frozenset(),
            "available": lambda text: every - _slots(text, slots) if text else frozenset(),
        })  # fmt: skip
        if not read:
            continue
        read["unavailable"] |= read.pop("available")
        one = Participant(**read)
        name = spelled.setdefault(word(one.name), one.name)
        before = listed.get(name)
        listed[name] = one if before is None else _together(before, one)
    return listed


def _together(one: Participant, other: Participant) -> Participant:
    host = one if one.booth or not other.booth else other
    return replace(
        one, languages=one.languages | other.languages, unavailable=one.unavailable & other.unavailable,
        zone=host.zone, booth=host.booth,
    )  # fmt: skip


def _name(text: str | None) -> str:
    if text is None or not word(text):
        raise InputError("wish-without-side")
    check_no_person(text)
    return values.line(text)


def _priority(text: str | None) -> int:
    if text is None:
        return 2
    for priority, words in _PRIORITY.items():
        if word(text) in {word(one) for one in words}:
            return priority
    raise InputError("wish-priority", value=text)


def _slots(text: str, slots: int) -> frozenset[int]:
    """Read "1-3, 5" as slots."""
    read: set[int] = set()
    closed = re.sub(r"\s*[-–]\s*", "-", text.strip())
    for part in re.split(r"[,;\s]+", closed):
        found = _RANGE.fullmatch(part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= slots:
            raise InputError("slots-unreadable", value=text, slots=slots)
        read |= set(range(first, last + 1))
    return frozenset(read)
