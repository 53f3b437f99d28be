"""A person's ruling on two records: the same organization, or different ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Judgment:
    """A ruling, which always wins over a score. It is closed by a later one, never overwritten.

    Attributes
    ----------
    left, right : str
        Record keys, `left` before `right`.
    verdict : {"same", "different"}
    by, at : str
        Who ruled, and when (ISO 8601, UTC).
    note : str
    """

    left: str
    right: str
    verdict: Verdict
    by: str = ""
    at: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError("a judgment names its two records in alphabetical order, and they differ")
        if self.verdict not in ("same", "different"):
            raise ValueError(f"a verdict is 'same' or 'different', not {self.verdict!r}")


def ruled(
    first: str, second: str, verdict: Verdict, *, by: str = "", at: str = "", note: str = ""
) -> Judgment:
    """Make a judgment of two records handed in either order."""
    left, right = sorted((first, second))
    return Judgment(left, right, verdict, by, at, note)
