"""What holds for introductions: must meet, must not, no rivals, and who consents to be proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from traitdunion.errors import InputError

RuleKind = Literal["must", "must-not", "no-rivals", "may-be-proposed", "not-proposed"]
RULE_KINDS: tuple[RuleKind, ...] = ("must", "must-not", "no-rivals", "may-be-proposed", "not-proposed")
# Rules of one family on the same sides take the place of each other.
FAMILIES: tuple[frozenset[RuleKind], ...] = (
    frozenset({"must", "must-not"}),
    frozenset({"no-rivals"}),
    frozenset({"may-be-proposed", "not-proposed"}),
)
ONE_SIDED: frozenset[RuleKind] = frozenset({"no-rivals", "may-be-proposed", "not-proposed"})
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A decision of the manager, which wins over every score. It is closed by a later one, never overwritten.

    Attributes
    ----------
    kind : {"must", "must-not", "no-rivals", "may-be-proposed", "not-proposed"}
        The two must meet; the two must not; the organization wants no partner of its own four-digit class
        of NACE (see `rivals`); it consents to be proposed to others; it does not.
    organization, partner : str
        `organization` before `partner` in the alphabet, as the rule holds for both alike; `partner` is empty
        for the kinds of one side. Ids of organizations; in the memory, record keys.
    by : str
        Who decided: a login or initials, never a name or an address.
    at : str
        When (ISO 8601, UTC); empty before it is kept.
    reason : str
        Why. It is shown beside the advice and must not name a person.

    Raises
    ------
    InputError
        `option-choice`, `rule-partner-missing`, `rule-partner-unasked`, `pair-itself`, `wish-without-owner`,
        `rule-without-reason`, `wish-names-person`.
    """

    kind: RuleKind
    organization: str
    partner: str
    by: str
    at: str
    reason: str

    def __post_init__(self) -> None:
        if self.kind not in RULE_KINDS:
            raise InputError("option-choice", option="KIND", value=self.kind, known=list(RULE_KINDS))
        if self.kind in ONE_SIDED and self.partner:
            raise InputError("rule-partner-unasked", partner=self.partner)
        if self.kind not in ONE_SIDED:
            self._check_pair()
        check_owner(self.by)
        if not self.reason.strip():
            raise InputError("rule-without-reason")
        check_no_person(self.reason)

    @property
    def family(self) -> frozenset[RuleKind]:
        """The kinds that take the place of each other on the same sides."""
        return next(family for family in FAMILIES if self.kind in family)

    def _check_pair(self) -> None:
        if not self.partner:
            raise InputError("rule-partner-missing", organization=self.organization)
        if self.organization == self.partner:
            raise InputError("pair-itself", organization=self.organization)
        if self.organization > self.partner:
            raise ValueError("a rule names its two sides in alphabetical order")


def decided(kind: RuleKind, first: str, second: str = "", *, by: str, reason: str, at: str = "") -> Rule:
    """Make a rule of two sides handed in either order.

    Examples
    --------
    >>> rule = decided("must-not", "umicore", "a6k", by="mv", reason="lawsuit between the two")
    >>> rule.organization, rule.partner
    ('a6k', 'umicore')
    """
    organization, partner = sorted((first, second)) if second else (first, "")
    return Rule(kind, organization, partner, by.strip(), at, reason.strip())


def rivals(activities: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two organizations share a four-digit class of NACE, by codes such as "nace-rev2:2841".

    Codes of fewer digits, and codes of two editions of NACE, tell nothing: who is known by its division
    alone is nobody's rival here.

    Examples
    --------
    >>> rivals(["nace-rev2:2841"], ["nace-rev2:28411", "nace-rev2:6201"])
    True
    >>> rivals(["nace-rev2:28"], ["nace-rev2:28"])
    False
    """
    return bool(_classes(activities) & _classes(others))


def _classes(activities: Iterable[str]) -> set[tuple[str, str]]:
    parted = (code.rpartition(":") for code in activities)
    return {(scheme, digits[:4]) for scheme, _, digits in parted if len(digits) >= 4}


def check_owner(by: str) -> None:
    """Refuse a decision that nobody answers for."""
    if not by.strip():
        raise InputError("wish-without-owner")
    check_no_person(by)


def check_no_person(text: str) -> None:
    """Refuse a person's address. A name cannot be told from other words: the writer is to leave it out."""
    found = _E_MAIL.search(text)
    if found:
        raise InputError("wish-names-person", address=found[0])
