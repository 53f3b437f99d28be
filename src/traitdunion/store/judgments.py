"""Judgments: who is the same as whom, as people ruled. A new ruling closes the old one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from traitdunion.domain.judgment import Judgment
from traitdunion.store.base import all_or_nothing


def add(judgment: Judgment, *, at: datetime) -> None:
    """Keep a ruling; an open one on the same pair is closed."""
    from traitdunion.store.models import Ruling  # noqa: PLC0415  needs Django set up

    with all_or_nothing():
        withdraw(judgment.left, judgment.right, at=at)
        Ruling.objects.create(
            left=judgment.left,
            right=judgment.right,
            verdict=judgment.verdict,
            by=judgment.by,
            note=judgment.note,
            made_at=at,
        )


def withdraw(left: str, right: str, *, at: datetime) -> bool:
    """Close the open ruling on a pair; say whether there was one."""
    from traitdunion.store.models import Ruling  # noqa: PLC0415  needs Django set up

    return bool(Ruling.objects.filter(left=left, right=right, closed_at__isnull=True).update(closed_at=at))


def standing() -> tuple[Judgment, ...]:
    """Give the rulings that hold now, in the order of their pairs."""
    from traitdunion.store.models import Ruling  # noqa: PLC0415  needs Django set up

    return tuple(
        _judgment(row) for row in Ruling.objects.filter(closed_at__isnull=True).order_by("left", "right")
    )


def history() -> tuple[tuple[Judgment, datetime | None], ...]:
    """Give every ruling ever made, with the day it was closed."""
    from traitdunion.store.models import Ruling  # noqa: PLC0415  needs Django set up

    return tuple((_judgment(row), row.closed_at) for row in Ruling.objects.all())


def _judgment(row: Any) -> Judgment:
    return Judgment(row.left, row.right, row.verdict, row.by, row.made_at.isoformat(), row.note)
