"""The manager's rules, and the answers to introductions: kept by record, given by organization.

Both are kept under records, as judgments are: the record an organization has its id from stays what it is
when organizations are brought together or taken apart. What is asked is answered in the ids of the
organizations that stand behind the records now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from traitdunion.domain.answer import COOLDOWN_DAYS, Answer, Outcome, Standing
from traitdunion.domain.answer import standing as stand
from traitdunion.domain.organization import Resolution
from traitdunion.domain.record import Fault
from traitdunion.domain.rule import FAMILIES, ONE_SIDED, Rule, RuleKind, decided
from traitdunion.errors import InputError
from traitdunion.store import answers as answer_store
from traitdunion.store import rules as rule_store
from traitdunion.store.base import all_or_nothing
from traitdunion.workspace import registry
from traitdunion.workspace.base import Workspace, now

_AHEAD = timedelta(days=1)  # the clock is UTC: at midnight in Belgium the day there is one ahead


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold.

    Attributes
    ----------
    items : tuple of Rule
        In ids of organizations, one of each family for the same sides, in the order of the sides.
    unresolved : tuple of Rule
        In record keys: those of which a record is in no organization now (its load was undone), and those
        whose two sides have become one organization. They are kept and hold again when that changes.
    """

    items: tuple[Rule, ...] = ()
    unresolved: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers that hold.

    Attributes
    ----------
    items : tuple of Answer
        In ids of organizations, by day.
    unresolved : tuple of Answer
        In record keys, as of `Rules`.
    """

    items: tuple[Answer, ...] = ()
    unresolved: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersLoaded:
    """What a load of answers did.

    Attributes
    ----------
    rows_read : int
    added : int
        Answers not known before; none when there is any fault.
    known : int
        Answers known word for word.
    faults, notes : tuple
        Everything wrong; everything passed over.
    """

    rows_read: int
    added: int
    known: int
    faults: tuple[Fault, ...]
    notes: tuple[Any, ...]


def rule(
    workspace: Workspace, kind: RuleKind, organization: str, partner: str = "", *, by: str, reason: str
) -> Rule:
    """Require or forbid that two meet, or that one meets its rivals; or keep its consent; in record keys.

    A rule of the same family before it on the same sides is closed, not lost: "must" and "must-not" take the
    place of each other, "may-be-proposed" and "not-proposed" do.

    Parameters
    ----------
    kind : {"must", "must-not", "no-rivals", "may-be-proposed", "not-proposed"}
    organization, partner : str
        A record ("source:ref"), the id of an organization, or its exact name; no partner for the last three.
    by, reason : str
        Who decides, and why. Neither may name a person: `by` is a login or initials.

    Raises
    ------
    InputError
        When one names nobody, both are one organization, or `Rule` refuses it.
    """
    resolution = registry.resolve(workspace)
    made = _decided(resolution, kind, organization, partner, by, reason)
    at = now()
    with all_or_nothing():
        for before in _same_sides(resolution, made):
            rule_store.withdraw(before, by=made.by, at=at)
        rule_store.add(made, at=at)
    return replace(made, at=at.isoformat())


def withdraw_rule(
    workspace: Workspace, kind: RuleKind, organization: str, partner: str = "", *, by: str = ""
) -> None:
    """Take a rule back.

    Raises
    ------
    InputError
        `rule-unknown` when there is no such rule, beside what `rule` raises.
    """
    resolution = registry.resolve(workspace)
    asked = _decided(resolution, kind, organization, partner, by="-", reason="-")
    found = [before for before in _same_sides(resolution, asked) if before.kind == kind]
    if not found:
        raise InputError("rule-unknown", kind=kind, sides=[one for one in (organization, partner) if one])
    at = now()
    with all_or_nothing():
        for before in found:
            rule_store.withdraw(before, by=by.strip(), at=at)


def rules(workspace: Workspace, resolution: Resolution | None = None) -> Rules:
    """Give the rules that hold, in ids of organizations; those that name nobody known are told apart.

    Parameters
    ----------
    resolution : Resolution, optional
        Where it is at hand already; else it is found, unless there is no rule at all.
    """
    kept = rule_store.standing()
    if not kept:
        return Rules()
    of = _organizations(resolution or registry.resolve(workspace))
    newest: dict[tuple[str, str, int], Rule] = {}
    unresolved = []
    for one in kept:
        sides = [of.get(record) for record in (one.organization, one.partner) if record]
        if None in sides or len({*sides}) < len(sides):
            unresolved.append(one)
            continue
        placed = decided(one.kind, *map(str, sides), by=one.by, reason=one.reason, at=one.at)
        newest[placed.organization, placed.partner, FAMILIES.index(placed.family)] = placed
    return Rules(tuple(newest[sides] for sides in sorted(newest)), tuple(unresolved))


def answer(
    workspace: Workspace,
    organization: str,
    partner: str,
    outcome: Outcome,
    *,
    by: str,
    reason: str = "",
    note: str = "",
    at: date | None = None,
) -> Answer:
    """Write down what became of an introduction; in record keys. Answers before it stay.

    Parameters
    ----------
    organization, partner : str
        To whom it was proposed, and whom it was to meet; as of `rule`.
    outcome : {"proposed", "silent", "accepted", "met", "declined", "partnered"}
    by, reason, note : str
        Who writes it down; why it was declined, one of `domain.answer.DECLINED_FOR`; free text. None of them
        may name a person.
    at : datetime.date, optional
        The day; today when left out.

    Raises
    ------
    InputError
        When one names nobody, the day is yet to come, or `Answer` refuses it.
    """
    find = _finder(registry.resolve(workspace))
    day = at or now().date()
    if day > _latest():
        raise InputError("answer-in-the-future", day=day)
    given = Answer(
        find(organization), find(partner), outcome, day.isoformat(), by.strip(), reason, note.strip()
    )
    answer_store.add([given], at=now())
    return given


def withdraw_answer(
    workspace: Workspace,
    organization: str,
    partner: str,
    outcome: Outcome,
    *,
    by: str = "",
    at: date | None = None,
) -> Answer:
    """Take back an answer that should not have been written down; the last of that outcome, or that of a day.

    Raises
    ------
    InputError
        `answer-unknown` when there is none.
    """
    resolution = registry.resolve(workspace)
    find, of = _finder(resolution), _organizations(resolution)
    sides = {of[find(organization)], of[find(partner)]}
    found = [
        one
        for one in answer_store.standing()
        if one.outcome == outcome
        and {of.get(one.organization), of.get(one.partner)} == sides
        and (at is None or one.at == at.isoformat())
    ]
    if not found:
        raise InputError("answer-unknown", organization=organization, partner=partner, outcome=outcome)
    answer_store.withdraw(found[-1], by=by.strip(), at=now())
    return found[-1]


def answers(workspace: Workspace, resolution: Resolution | None = None) -> Answers:
    """Give the answers that hold, in ids of organizations; those that name nobody known are told apart."""
    kept = answer_store.standing()
    if not kept:
        return Answers()
    of = _organizations(resolution or registry.resolve(workspace))
    placed, unresolved = [], []
    for one in kept:
        organization, partner = of.get(one.organization), of.get(one.partner)
        if organization is None or partner is None or organization == partner:
            unresolved.append(one)
        else:
            placed.append(replace(one, organization=organization, partner=partner))
    return Answers(tuple(placed), tuple(unresolved))


def standing(
    workspace: Workspace,
    resolution: Resolution | None = None,
    *,
    on: date | None = None,
    cooldown_days: int = COOLDOWN_DAYS,
) -> dict[tuple[str, str], Standing]:
    """Tell where each pair with an answer stands, by the two ids in alphabetical order.

    Parameters
    ----------
    on : datetime.date, optional
        Today when left out. The day of a snapshot is that of its newest evidence, and answers come after it.
    """
    held = answers(workspace, resolution).items
    today = max([now().date(), *(date.fromisoformat(one.at) for one in held)])
    return stand(held, as_of=on or today, cooldown_days=cooldown_days)


def load_answers(workspace: Workspace, path: Path, *, by: str = "") -> AnswersLoaded:
    """Load a spreadsheet of answers: all or nothing; what is known already is not added twice.

    Parameters
    ----------
    path : Path
        CSV, TSV, XLSX, ODS or Parquet with the columns organization, partner, outcome and at (day); and
        reason, by, note.
    by : str
        Who wrote down the rows that do not say.
    """
    from traitdunion.registers.answers import read_answers  # noqa: PLC0415  slow to import

    find = _finder(registry.resolve(workspace))
    workspace.progress("load")
    read = read_answers(path, find=find, latest=_latest(), by=by.strip())
    if read.faults:
        return AnswersLoaded(read.rows_read, 0, 0, read.faults, read.notes)
    added = answer_store.add(read.answers, at=now())
    return AnswersLoaded(read.rows_read, added, len(read.answers) - added, (), read.notes)


def names(workspace: Workspace) -> Mapping[str, str]:
    """Give the name of each organization by its id, and of each record by its key."""
    resolution = registry.resolve(workspace)
    table = resolution.organizations
    of_id = dict(zip(table["id"].to_pylist(), table["name"].to_pylist(), strict=True))
    of_record = {record: of_id[one] for record, one in _organizations(resolution).items()}
    return {**of_record, **of_id}


def _decided(
    resolution: Resolution, kind: RuleKind, organization: str, partner: str, by: str, reason: str
) -> Rule:
    if kind in ONE_SIDED and partner:
        raise InputError("rule-partner-unasked", partner=partner)
    if kind in ("must", "must-not") and not partner:
        raise InputError("rule-partner-missing", organization=organization)
    find = _finder(resolution)
    first, second = find(organization), find(partner) if partner else ""
    if first == second:
        raise InputError("pair-itself", organization=organization)
    return decided(kind, first, second, by=by, reason=reason)


def _same_sides(resolution: Resolution, made: Rule) -> list[Rule]:
    """Find the open rules on the organizations of a rule, by whichever of their records they name them."""
    of = _organizations(resolution)

    def sides(one: Rule) -> set[str]:
        return {of.get(record, record) for record in (one.organization, one.partner) if record}

    return [one for one in rule_store.standing() if one.family == made.family and sides(one) == sides(made)]


def _organizations(resolution: Resolution) -> dict[str, str]:
    table = resolution.membership
    return dict(zip(table["record"].to_pylist(), table["organization"].to_pylist(), strict=True))


def finder(resolution: Resolution) -> Callable[[str], str]:
    """Make a function that gives the id of an organization by record, id or exact name.

    It raises `organization-unknown` or `organization-ambiguous`.
    """
    of = _organizations(resolution)
    called: dict[str, set[str]] = {}
    for one in resolution.organizations.select(["id", "name"]).to_pylist():
        for name in (one["id"], one["name"]):
            called.setdefault(name, set()).add(one["id"])

    def find(name: str) -> str:
        by_record = of.get(name) or of.get(f"local:{name}")
        found = [by_record] if by_record else sorted(called.get(name, ()))
        if len(found) != 1:
            key = "organization-ambiguous" if found else "organization-unknown"
            raise InputError(key, organization=name, candidates=found)
        return found[0]

    return find


def _finder(resolution: Resolution) -> Callable[[str], str]:
    """Make a function that gives the record an organization is kept under, as `finder` finds it."""
    of, find = _organizations(resolution), finder(resolution)

    def record(name: str) -> str:
        found = find(name)
        return local if of.get(local := f"local:{found}") == found else found

    return record


def _latest() -> date:
    return now().date() + _AHEAD
