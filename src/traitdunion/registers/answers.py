"""Answers to introductions as a manager keeps them in a spreadsheet, read whole or not at all.

One row an answer: the two organizations, the outcome and the day, and where there is one the reason of a no,
a note, and who wrote it down. Headings and words are known in English, French and Dutch, so that the list of
a plan with a column for the outcome beside it can be handed in as it is: a row without an outcome is an
introduction not answered yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from traitdunion.domain.answer import DECLINED_FOR, OUTCOMES, Answer
from traitdunion.domain.record import Fault
from traitdunion.domain.rule import check_no_person, check_owner
from traitdunion.errors import InputError
from traitdunion.registers import values
from traitdunion.registers.base import Findings, Note
from traitdunion.registers.rows import SIDES, Find, Known, Reader, Row, tables
from traitdunion.registers.words import word

_HEADINGS: Known = {
    **SIDES,
    "outcome": ("outcome", "answer", "résultat", "réponse", "issue", "uitkomst", "antwoord", "resultaat"),
    "at": ("at", "day", "date", "jour", "datum", "dag"),
    "reason": ("reason", "raison", "motif", "reden"),
    "by": ("by", "par", "door", "noted by", "noté par", "genoteerd door"),
    "note": ("note", "notes", "remark", "comment", "remarque", "commentaire", "nota", "opmerking"),
}
_NEEDED = ("organization", "partner", "outcome")
_OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "proposed": ("proposé", "proposée", "voorgesteld", "introduced", "sent", "envoyé", "verstuurd"),
    "silent": ("no answer", "silence", "sans réponse", "pas de réponse", "geen antwoord", "stilte"),
    "accepted": ("accept", "yes", "accepté", "acceptée", "oui", "aanvaard", "geaccepteerd", "ja"),
    "met": ("meeting held", "rencontré", "rencontrés", "rencontre", "ontmoet", "ontmoeting"),
    "declined": (
        *("decline", "refused", "no", "refusé", "refusée", "décliné", "non", "geweigerd", "afgewezen"),
        "nee",
    ),
    "partnered": ("partners", "partnership", "partenaires", "partenariat", "samenwerking"),
}  # fmt: skip
_REASONS: Mapping[str, tuple[str, ...]] = {
    "competitor": ("rival", "concurrent", "concurrente"),
    "no-time": ("not now", "pas le temps", "pas maintenant", "geen tijd", "niet nu"),
    "no-need": ("pas de besoin", "pas besoin", "geen nood", "geen behoefte"),
    "known-already": ("known", "already known", "déjà connu", "déjà connue", "connu", "al bekend", "kent al"),
    "not-relevant": ("irrelevant", "pas pertinent", "non pertinent", "niet relevant"),
    "other": ("autre", "andere", "anders"),
}
# Which cell is to be mended when the cells of a row do not go together.
_MEND = {
    "pair-itself": "partner",
    "answer-reason-missing": "reason",
    "answer-reason-unasked": "reason",
}


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """What a file of answers says.

    Attributes
    ----------
    answers : tuple of Answer
        In the order of the rows; none when there is any fault.
    faults : tuple of Fault
    notes : tuple of Note
    rows_read : int
        Rows below the headings, in the tables that hold answers.
    """

    answers: tuple[Answer, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]
    rows_read: int


def read_answers(path: Path, *, find: Find, latest: date, by: str = "") -> ReadAnswers:
    """Read a file of answers (CSV, TSV, XLSX, ODS, Parquet).

    Parameters
    ----------
    path : Path
    find : callable
        Gives the record key of an organization by what people call it, or raises InputError.
    latest : datetime.date
        An answer after this day is a fault.
    by : str
        Who wrote down the rows that do not say.
    """
    findings = Findings()
    read = [table.rows(findings) for table in tables(path, _HEADINGS, _NEEDED, findings, _lacking)]
    given = [answer for rows in read for answer in _answers(rows, findings, find, latest, by)]
    return ReadAnswers(
        answers=() if findings.faults else tuple(given),
        faults=tuple(findings.faults),
        notes=tuple(findings.notes),
        rows_read=sum(map(len, read)),
    )


def _lacking(missing: list[str], columns: str) -> InputError:
    return InputError("answer-columns-missing", missing=missing, columns=columns)


def _answers(rows: Sequence[Row], findings: Findings, find: Find, latest: date, by: str) -> list[Answer]:
    """Read the rows of one table; what cannot be read becomes a fault."""
    seen: dict[tuple[str, ...], tuple[int, Answer]] = {}
    unanswered = []
    for row in rows:
        if row.texts["outcome"] is None and row.texts.get("reason") is None:
            unanswered.append(row)
            continue
        answer = _answer(row, findings, {"find": find, "latest": latest, "by": by})
        if answer is None:
            continue
        key = (answer.organization, answer.partner, answer.outcome, answer.at)
        first, before = seen.setdefault(key, (row.number, answer))
        if before != answer:
            row.fault(findings, InputError("answer-repeated", first_row=str(first)), "outcome")
    if unanswered:
        first_row = unanswered[0]
        findings.note(first_row.label, "answer-not-given", row=first_row.number, count=len(unanswered))
    return [answer for _, answer in seen.values()]


def _answer(row: Row, findings: Findings, asked: Mapping[str, Any]) -> Answer | None:
    readers: dict[str, Reader] = {
        "organization": lambda text: _found(text, asked["find"]),
        "partner": lambda text: _found(text, asked["find"]),
        "outcome": lambda text: _one_of(text, "OUTCOME", OUTCOMES, _OUTCOMES),
        "at": lambda text: _day(text, asked["latest"]),
        "reason": lambda text: "" if text is None else _one_of(text, "REASON", DECLINED_FOR, _REASONS),
        "by": lambda text: _owner(text or asked["by"]),
        "note": lambda text: _note(text or ""),
    }
    read = row.read(findings, readers)
    try:
        return Answer(**read) if read else None
    except InputError as error:
        row.fault(findings, error, _MEND.get(error.key, "outcome"))
        return None


def _found(text: str | None, find: Find) -> str:
    if text is None:
        raise InputError("answer-without-side")
    return find(values.line(text))


def _day(text: str | None, latest: date) -> str:
    read = values.date(text) if text is not None else None
    if read is None:
        raise InputError("answer-without-day")
    if len(read) < len("2026-06-30"):
        raise InputError("day-not-a-date", value=text)
    if date.fromisoformat(read) > latest:
        raise InputError("answer-in-the-future", day=read)
    return read


def _owner(text: str) -> str:
    check_owner(text)
    return text


def _note(text: str) -> str:
    check_no_person(text)
    return text


def _one_of(
    text: str | None, option: str, known: tuple[str, ...], words: Mapping[str, tuple[str, ...]]
) -> str:
    found = _folded(known, tuple(words.items())).get(word(text or ""))
    if found is None:
        raise InputError("option-choice", option=option, value=text or "", known=list(known))
    return found


@cache
def _folded(known: tuple[str, ...], words: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    return {word(text): term for term, synonyms in words for text in (*synonyms, term)} | {
        word(term): term for term in known
    }
