"""Dates as sources give them: a year, a month or a day."""

from __future__ import annotations

import calendar
from datetime import date


def first_day(partial: str) -> date:
    """Give the first day of a year, a month or a day.

    Examples
    --------
    >>> first_day("2019-05")
    datetime.date(2019, 5, 1)
    """
    year, month, day = (*(int(part) for part in partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """Give the last day of a year, a month or a day.

    Examples
    --------
    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (*parts, 12)[:2]
    return date(year, month, calendar.monthrange(year, month)[1])
