"""Answers: what became of introductions. They are added to; one told anew for the same day closes the old."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from traitdunion.domain.answer import Answer
from traitdunion.store.base import all_or_nothing


def add(answers: Iterable[Answer], *, at: datetime) -> int:
    """Keep answers of record keys, all or none; say how many were new.

    An answer known word for word is passed over. One with the same sides, outcome and day, and another
    reason, note or owner, closes the one before.
    """
    from traitdunion.store.models import AnswerRow  # noqa: PLC0415  needs Django set up

    added = 0
    with all_or_nothing():
        known = {_key(answer): answer for answer in standing()}
        for answer in answers:
            before = known.get(_key(answer))
            if before == answer:
                continue
            if before is not None:
                withdraw(before, by=answer.by, at=at)
            AnswerRow.objects.create(**_columns(answer), made_at=at)
            known[_key(answer)] = answer
            added += 1
    return added


def withdraw(answer: Answer, *, by: str = "", at: datetime) -> bool:
    """Close the open answer with these sides, outcome and day; say whether there was one."""
    from traitdunion.store.models import AnswerRow  # noqa: PLC0415  needs Django set up

    found = AnswerRow.objects.filter(
        organization=answer.organization,
        partner=answer.partner,
        outcome=answer.outcome,
        day=date.fromisoformat(answer.at),
        closed_at__isnull=True,
    )
    return bool(found.update(closed_at=at, closed_by=by))


def standing() -> tuple[Answer, ...]:
    """Give the answers that hold now, by day, then in the order they were told."""
    from traitdunion.store.models import AnswerRow  # noqa: PLC0415  needs Django set up

    rows = AnswerRow.objects.filter(closed_at__isnull=True).order_by("day", "id")
    return tuple(_answer(row) for row in rows)


def history() -> tuple[tuple[Answer, datetime | None], ...]:
    """Give every answer ever told, with the time it was closed."""
    from traitdunion.store.models import AnswerRow  # noqa: PLC0415  needs Django set up

    return tuple((_answer(row), row.closed_at) for row in AnswerRow.objects.all())


def _key(answer: Answer) -> tuple[str, str, str, str]:
    return answer.organization, answer.partner, answer.outcome, answer.at


def _columns(answer: Answer) -> dict[str, Any]:
    return {
        "organization": answer.organization,
        "partner": answer.partner,
        "outcome": answer.outcome,
        "day": date.fromisoformat(answer.at),
        "by": answer.by,
        "reason": answer.reason,
        "note": answer.note,
    }


def _answer(row: Any) -> Answer:
    return Answer(
        row.organization, row.partner, row.outcome, row.day.isoformat(), row.by, row.reason, row.note
    )
