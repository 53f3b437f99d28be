"""What an interval of a ratio shows."""

from __future__ import annotations

from typing import Literal

Verdict = Literal["better", "worse", "not-shown"]


def verdict(low: float, high: float) -> Verdict:
    """Say whether a ratio is surely above one; an interval that includes one shows nothing.

    Examples
    --------
    >>> verdict(1.07, 1.2), verdict(0.9, 1.07), verdict(0.7, 0.9), verdict(0.9, 1.0)
    ('better', 'not-shown', 'worse', 'not-shown')
    """
    return "better" if low > 1 else "worse" if high < 1 else "not-shown"
