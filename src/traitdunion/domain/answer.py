"""What became of an introduction, and what follows for the pair: open, cooling, refused, done.

An answer is a fact of two organizations. `by` is the manager's login or initials; no field may name a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.partial_date import first_day
from traitdunion.domain.rule import check_no_person, check_owner
from traitdunion.errors import InputError

Outcome = Literal["proposed", "accepted", "declined", "met", "partnered", "silent"]
# In the order in which answers of one day are taken: a no of either side weighs more than a yes of the other.
OUTCOMES: tuple[Outcome, ...] = ("proposed", "silent", "accepted", "met", "declined", "partnered")
DECLINED_FOR = ("competitor", "no-time", "no-need", "known-already", "not-relevant", "other")
State = Literal["open", "cooling", "refused", "done"]
STATES: tuple[State, ...] = ("open", "cooling", "refused", "done")
COOLDOWN_DAYS = 180
_CENTURY = 36_500  # days
_YES = ("accepted", "met")


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one introduction on one day.

    Attributes
    ----------
    organization, partner : str
        To whom it was proposed, and whom it was to meet: ids of organizations; in the memory, record keys.
    outcome : {"proposed", "silent", "accepted", "met", "declined", "partnered"}
        "silent": asked, and no answer came.
    at : str
        The day, such as "2026-06-30".
    by : str
        Who wrote it down: a login or initials.
    reason : str
        Why it was declined, one of `DECLINED_FOR`; empty for every other outcome.
    note : str
        Free text, which must not name a person.

    Raises
    ------
    InputError
        `option-choice`, `pair-itself`, `wish-without-owner`, `day-not-a-date`, `answer-reason-missing`,
        `answer-reason-unasked`, `wish-names-person`.
    """

    organization: str
    partner: str
    outcome: Outcome
    at: str
    by: str
    reason: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise InputError("option-choice", option="OUTCOME", value=self.outcome, known=list(OUTCOMES))
        if self.organization == self.partner:
            raise InputError("pair-itself", organization=self.organization)
        _check_day(self.at)
        check_owner(self.by)
        _check_reason(self.outcome, self.reason)
        check_no_person(self.note)

    @property
    def pair(self) -> tuple[str, str]:
        """The two sides in alphabetical order."""
        first, second = sorted((self.organization, self.partner))
        return first, second


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a pair stands.

    Attributes
    ----------
    state : {"open", "cooling", "refused", "done"}
        May be proposed; not yet again; not without new facts; partners already.
    at : str
        The day of the last answer. For a refused pair, new facts are those after it.
    outcome : str
        The last answer.
    reason : str
        Why it was declined, when a no stands.
    until : str
        The first day on which a cooling pair is no longer; else empty.
    """

    state: State
    at: str
    outcome: Outcome
    reason: str = ""
    until: str = ""


def standing(
    answers: Iterable[Answer], *, as_of: date, cooldown_days: int = COOLDOWN_DAYS
) -> dict[tuple[str, str], Standing]:
    """Tell where each pair with an answer stands on a day.

    Parameters
    ----------
    answers : iterable of Answer
        In any order. One after the day is not known on it and is left out: hand in today, not the day of a
        snapshot, which is that of its newest evidence and may lie before the answers.
    as_of : datetime.date
    cooldown_days : int
        For how long a pair is left alone after an answer that is neither a no nor a partnership.

    Raises
    ------
    InputError
        `cooldown-range`.

    Returns
    -------
    dict
        By the two ids in alphabetical order, sorted: what holds for a pair holds for both sides.

    Notes
    -----
    A no stands until a yes (accepted, met): to be asked again, or to stay silent, takes no "no" back.
    A partnership stands until a no.

    Examples
    --------
    >>> given = [Answer("a6k", "umicore", "declined", "2026-03-01", "mv", "no-time")]
    >>> standing(given, as_of=date(2030, 1, 1))["a6k", "umicore"]
    Standing(state='refused', at='2026-03-01', outcome='declined', reason='no-time', until='')
    """
    if not 0 <= cooldown_days <= _CENTURY:
        raise InputError("cooldown-range", days=cooldown_days, most=_CENTURY)
    of_pair: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        if date.fromisoformat(answer.at) <= as_of:
            of_pair.setdefault(answer.pair, []).append(answer)
    cooldown = timedelta(days=cooldown_days)
    return {pair: _standing(of_pair[pair], as_of, cooldown) for pair in sorted(of_pair)}


def lifted(standing: Standing, newest_fact: str | None) -> bool:
    """Tell whether a no is lifted by a fact that is surely newer than it.

    Parameters
    ----------
    standing : Standing
    newest_fact : str or None
        Year, month or day of the newest fact of either side, such as `newest_facts` gives; None when none has
        a date. A year alone counts from its first day, so that "2026" lifts no no of 2026.

    Returns
    -------
    bool
        False for a pair that is not refused.

    Examples
    --------
    >>> no = Standing("refused", "2026-03-01", "declined", "no-time")
    >>> [lifted(no, fact) for fact in (None, "2026", "2026-03", "2026-03-02", "2026-04")]
    [False, False, False, True, True]
    """
    if standing.state != "refused" or not newest_fact:
        return False
    return first_day(newest_fact) > date.fromisoformat(standing.at)


def newest_facts(ecosystem: Ecosystem) -> dict[str, str]:
    """Give the newest dated fact of each organization that has one: a tie, or an event it took part in.

    A fact is dated by its beginning, and by its source only where no beginning is known: to read an old page
    anew makes nothing new. The profile of an organization says when it was read and not when it changed, and
    dates nothing.

    Returns
    -------
    dict
        Year, month or day, by the id of the organization.
    """
    ties = ecosystem.ties.select(["source", "target", "since", "source_date"]).to_pylist()
    events = ecosystem.events.select(["since", "source_date"]).to_pylist()
    took_part = ecosystem.participations.select(["event", "organization"]).to_pylist()
    facts = [(tie[side], tie) for tie in ties for side in ("source", "target")]
    facts += [(one["organization"], events[one["event"]]) for one in took_part]
    newest: dict[int, str] = {}
    for row, fact in facts:
        day = fact["since"] or fact["source_date"]
        if day and (row not in newest or first_day(day) > first_day(newest[row])):
            newest[row] = day
    ids = ecosystem.organizations["id"].to_pylist()
    return {ids[row]: newest[row] for row in sorted(newest)}


def _standing(answers: Iterable[Answer], as_of: date, cooldown: timedelta) -> Standing:
    ordered = sorted(answers, key=_place)
    last = ordered[-1]
    state, reason = _decided(ordered)
    if state == "done" or last.outcome == "declined":
        return Standing(state, last.at, last.outcome, reason)
    until = date.fromisoformat(last.at) + cooldown
    if as_of < until:
        return Standing("cooling", last.at, last.outcome, reason, until.isoformat())
    return Standing(state, last.at, last.outcome, reason)


def _decided(ordered: Iterable[Answer]) -> tuple[State, str]:
    """Tell what was decided, whatever the day: the last no, yes or partnership."""
    state: State = "open"
    reason = ""
    for answer in ordered:
        if answer.outcome == "declined":
            state, reason = "refused", answer.reason
        elif answer.outcome == "partnered":
            state, reason = "done", ""
        elif answer.outcome in _YES and state == "refused":
            state, reason = "open", ""
    return state, reason


def _place(answer: Answer) -> tuple[str, int, str, str]:
    return answer.at, OUTCOMES.index(answer.outcome), answer.organization, answer.reason


def _check_day(at: str) -> None:
    try:
        whole = date.fromisoformat(at).isoformat() == at
    except ValueError:
        whole = False
    if not whole:
        raise InputError("day-not-a-date", value=at)


def _check_reason(outcome: Outcome, reason: str) -> None:
    if outcome != "declined":
        if reason:
            raise InputError("answer-reason-unasked", reason=reason, outcome=outcome)
    elif not reason:
        raise InputError("answer-reason-missing", known=list(DECLINED_FOR))
    elif reason not in DECLINED_FOR:
        raise InputError("option-choice", option="REASON", value=reason, known=list(DECLINED_FOR))
