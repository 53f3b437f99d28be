"""Which noun a table holds, and which field each of its columns is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.domain.record import NOUNS, Noun
from traitdunion.errors import InputError
from traitdunion.registers.base import Findings
from traitdunion.registers.mapping import EXTRA, LEAVE_OUT, TableMapping, check_field
from traitdunion.registers.sheets import Sheet
from traitdunion.registers.values import boolean, date
from traitdunion.registers.words import field_ranks, folded, hints_of, person_heading, unbracketed, word

_IDENTIFIERS = frozenset({"number", "vat", "pic", "lei", "ror"})
# Fields that only a table of organizations would have beside the name.
_DESCRIBING = _IDENTIFIERS | {
    "website", "street", "postcode", "city", "country", "lat", "lon", "employees", "activities",
    "size_class", "topics", "offers", "needs", "aliases", "member",
}  # fmt: skip
_LABELS = frozenset({"label_en", "label_fr", "label_nl"})
_LISTS = frozenset({"members", "clusters"})
_LANGUAGE_FIELDS = ("description", "label")


@dataclass(frozen=True, slots=True)
class _Claim:
    heading: str
    field: str
    rank: int


_Claims = Mapping[Noun, tuple[_Claim, ...]]


def recognize_table(
    sheet: Sheet, findings: Findings, *, given: TableMapping | None = None, noun: Noun | None = None
) -> TableMapping | None:
    """Tell how a table is to be read: its noun and the field, `extra` or `leave-out`, of each column.

    Parameters
    ----------
    sheet : Sheet
    findings : Findings
        Takes the notes of what was guessed and of the columns about persons that were left out.
    given : TableMapping, optional
        What a person said; it wins over every guess.
    noun : str, optional
        What the rows speak of, where `given` does not say.

    Returns
    -------
    TableMapping or None
        None where nothing tells what the table holds.
    """
    said = _said(sheet, given, findings)
    persons = _persons(sheet) - said.keys()
    open_headings = [name for name in sheet.headings if name not in said and name not in persons]
    claims: _Claims = {each: _claims(each, sheet, open_headings) for each in NOUNS}
    file, _, title = sheet.label.partition("#")
    hints = hints_of(PurePath(file).stem, title)
    found = (given.noun if given else None) or noun or _noun(claims, set(said.values()), hints)
    if found is None:
        return None
    for name in [name for name, field in said.items() if field not in (EXTRA, LEAVE_OUT)]:
        check_field(said[name], found)
    chosen = said | _choice(claims[found], said, sheet, findings)
    chosen = _in_language(chosen, sheet)
    constants = dict(given.constants) if given else {}
    if found == "organizations":
        chosen = _by_hints(chosen, said, hints)
        constants = _hinted(sheet, hints, chosen, findings) | constants
    for name in sorted(persons, key=sheet.headings.index):
        findings.note(sheet.label, "person-column-left-out", row=sheet.heading_row, column=name)
    columns = {name: LEAVE_OUT if name in persons else chosen.get(name, EXTRA) for name in sheet.headings}
    separators = dict(given.separators) if given else {}
    return TableMapping(sheet.label, found, columns, constants, separators)


def _said(sheet: Sheet, given: TableMapping | None, findings: Findings) -> dict[str, str]:
    """Find the headings that a person spoke of, by their letters, else by what counts in them."""
    folds = {word(name): name for name in reversed(sheet.headings)}
    said: dict[str, str] = {}
    for name, field in given.columns.items() if given else ():
        heading = name if name in sheet.headings else folds.get(word(name))
        if heading is None:
            error = InputError("mapping-column-missing", columns=", ".join(sheet.headings))
            findings.fault(sheet.label, error, row=sheet.heading_row, column=name)
        else:
            said[heading] = field
    return said


def _persons(sheet: Sheet) -> set[str]:
    """Find the columns about persons; a bare "name" beside a first name is a person's."""
    persons = {name for name in sheet.headings if person_heading(name)}
    if any(word(name) in folded("persons", "first_names") for name in persons):
        persons |= {name for name in sheet.headings if word(name) in folded("persons", "surnames")}
    return persons


def _claims(noun: Noun, sheet: Sheet, headings: list[str]) -> tuple[_Claim, ...]:
    claims = []
    for heading in headings:
        ranks = field_ranks(noun)
        claim = ranks.get(word(heading)) or ranks.get(word(unbracketed(heading)))
        field = _told_by_cells(noun, claim[0], heading, sheet.column(heading)) if claim else None
        if claim and field:
            claims.append(_Claim(heading, field, claim[1]))
    return tuple(claims)


def _told_by_cells(noun: Noun, field: str, heading: str, cells: pa.Array) -> str | None:
    """Let the cells decide where a heading may mean two things."""
    if noun == "ties" and field in ("from", "to") and _all(cells, date):
        return "since" if field == "from" else "until"
    if noun == "ties" and field == "kind" and _all(cells, _direction):
        return None
    if noun == "ties" and field == "cluster" and cells.null_count:
        return None  # organizations of no cluster stand in the table too
    if noun == "organizations" and word(heading) in folded("telling", "member_or_name"):
        return "member" if _all(cells, boolean) else "name"
    if field in ("offers", "needs") and _all(cells, boolean):
        return None  # "Recherche: oui" says that it does research, not what it is looking for
    return field


def _direction(text: str) -> None:
    if word(text) not in folded("telling", "directions"):
        raise InputError("direction")


def _all(cells: pa.Array, reads: Callable[[str], object]) -> bool:
    texts = pc.unique(cells.drop_null())[:50].to_pylist()
    try:
        for text in texts:
            reads(text)
    except InputError:
        return False
    return bool(texts)


def _noun(claims: _Claims, said: set[str], hints: frozenset[str]) -> Noun | None:
    """Tell what a table holds: by columns that no other has, then by its name, then by what is left."""
    has = {noun: {claim.field for claim in claims[noun]} | said for noun in NOUNS}
    organization = has["organizations"]
    describes = organization & _DESCRIBING - (set() if "name" in organization else {"number"})
    names_event = bool({"name", "id"} & has["events"])
    told_by = {word(claim.heading) for claim in claims["events"]} & folded("telling", "participants")
    signs: tuple[tuple[bool, Noun], ...] = (
        ({"from", "to"} <= has["ties"], "ties"),
        (len(_LABELS & has["topics"]) > 1 and "name" not in organization, "topics"),
        (
            "participants" in has["events"] and names_event
            and ("event" in has["participations"] or "events" in hints or bool(told_by)),
            "events",
        ),
        ({"event", "organization"} <= has["participations"], "participations"),
        ({"member", "cluster"} <= has["ties"] and not describes, "ties"),
        ("topics" in hints and bool({"id", "label"} & has["topics"]), "topics"),
        ("events" in hints and names_event, "events"),
        ("event" in has["participations"] and "name" not in organization, "events"),
        (bool(({"name"} | _IDENTIFIERS) & organization), "organizations"),
        ("id" in organization and (len(organization) > 2 or bool(hints & _LISTS)), "organizations"),
    )  # fmt: skip
    return next((noun for holds, noun in signs if holds), None)


def _choice(
    claims: tuple[_Claim, ...], said: Mapping[str, str], sheet: Sheet, findings: Findings
) -> dict[str, str]:
    """Give each field the column with the best claim; say where another claimed it too."""
    best: dict[str, _Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.rank):
        if claim.field in said.values():
            continue
        if claim.field in best:
            findings.note(
                sheet.label, "column-also-claims", row=sheet.heading_row, column=claim.heading,
                field=claim.field, chosen=best[claim.field].heading,
            )  # fmt: skip
        else:
            best[claim.field] = claim
    return {claim.heading: claim.field for claim in best.values()}


def _in_language(chosen: Mapping[str, str], sheet: Sheet) -> dict[str, str]:
    """Hold a text of unnamed language to be in the language of the headings, unless that is taken."""
    words = {word(name) for name in sheet.headings}
    french, dutch = (len(words & folded("languages", language)) for language in ("french", "dutch"))
    language = "fr" if french > dutch else "nl" if dutch > french else "en"

    def named(field: str) -> str:
        exact = f"{field}_{language}"
        return field if field not in _LANGUAGE_FIELDS else EXTRA if exact in chosen.values() else exact

    return {name: named(field) for name, field in chosen.items()}


def _by_hints(chosen: Mapping[str, str], said: Mapping[str, str], hints: frozenset[str]) -> dict[str, str]:
    """Read what a list of members, or of clusters, says of its rows as what it means there."""
    taken = set(chosen.values())
    swaps = {"year": "member_since" if "members" in hints or "member" in taken else EXTRA}
    if "members" in hints:
        swaps |= {"basis": "member_basis", "source_urls": "member_source"}
    elif "clusters" in hints and "cluster_kind" not in taken:
        swaps |= {"kind": "cluster_kind"}
    swaps = {old: EXTRA if new in taken else new for old, new in swaps.items()}
    kept = said.keys() - {name for name, field in said.items() if field == "year"}
    return {name: field if name in kept else swaps.get(field, field) for name, field in chosen.items()}


def _hinted(
    sheet: Sheet, hints: frozenset[str], chosen: Mapping[str, str], findings: Findings
) -> dict[str, str]:
    """Guess what holds for every row from the name of the file or sheet."""
    if "members" in hints and "member" not in chosen.values():
        findings.note(sheet.label, "members-guessed")
        return {"member": "true"}
    if "clusters" in hints and "members" not in hints and "kind" not in chosen.values():
        findings.note(sheet.label, "clusters-guessed")
        return {"kind": "cluster"}
    return {}
