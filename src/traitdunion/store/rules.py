"""Rules: what holds for introductions. A new one of the same family and sides closes the old one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from traitdunion.domain.rule import Rule
from traitdunion.store.base import all_or_nothing


def add(rule: Rule, *, at: datetime) -> None:
    """Keep a rule between record keys; an open one of its family on the same sides is closed."""
    from traitdunion.store.models import RuleRow  # noqa: PLC0415  needs Django set up

    with all_or_nothing():
        withdraw(rule, by=rule.by, at=at)
        RuleRow.objects.create(
            kind=rule.kind,
            organization=rule.organization,
            partner=rule.partner,
            by=rule.by,
            reason=rule.reason,
            made_at=at,
        )


def withdraw(rule: Rule, *, by: str = "", at: datetime) -> bool:
    """Close the open rule of the family and the sides of this one; say whether there was one."""
    from traitdunion.store.models import RuleRow  # noqa: PLC0415  needs Django set up

    found = RuleRow.objects.filter(
        organization=rule.organization,
        partner=rule.partner,
        kind__in=sorted(rule.family),
        closed_at__isnull=True,
    )
    return bool(found.update(closed_at=at, closed_by=by))


def standing() -> tuple[Rule, ...]:
    """Give the rules that hold now, in the order they were made."""
    from traitdunion.store.models import RuleRow  # noqa: PLC0415  needs Django set up

    return tuple(_rule(row) for row in RuleRow.objects.filter(closed_at__isnull=True))


def history() -> tuple[tuple[Rule, datetime | None], ...]:
    """Give every rule ever made, with the time it was closed."""
    from traitdunion.store.models import RuleRow  # noqa: PLC0415  needs Django set up

    return tuple((_rule(row), row.closed_at) for row in RuleRow.objects.all())


def _rule(row: Any) -> Rule:
    return Rule(row.kind, row.organization, row.partner, row.by, row.made_at.isoformat(), row.reason)
