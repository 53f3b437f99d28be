"""Facts that advice on clusters and advice on partners both give as reasons."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from traitdunion.domain.recommendation import Reason
from traitdunion.domain.rule import Rule

Row = Mapping[str, Any]  # of an organization
NAMED = 3  # how many names, topics or words a reason spells out
MOST, LEAST = 5, 2  # reasons of a recommendation


class Once:
    """Keeps what is made, so that it is made once."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def __call__(self, name: str, place: int, make: Callable[[int], Any]) -> Any:
        """Give what `make` makes of a place, kept under a name."""
        key = name, place
        if key not in self._made:
            self._made[key] = make(place)
        return self._made[key]


def said_of(row: Row) -> tuple[str, str]:
    """Give source and date of what is said of an organization."""
    return (row["source_urls"] or [""])[0], row["as_of"] or ""


def entries(matrix: Any, row: int) -> list[int]:
    """Give the columns of a row of a sparse matrix that hold something."""
    found: list[int] = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]].tolist()
    return found


def distance(one: Row, other: Row, km: float, weight: float, *, of: Row) -> Reason:
    """Say how far apart two are, with the source of one of them."""
    values = {"km": round(km, 1), "place": one["city"] or "", "partner_place": other["city"] or ""}
    return Reason("distance", {**values, "precision": one["precision"] or ""}, *said_of(of), weight)


def same_region(other: Row, weight: float) -> Reason:
    """Say that the partner is in the same region."""
    return Reason("same-region", {"region": other["region"]}, *said_of(other), weight)


def exchanged(key: str, needs: Iterable[str], other: Row, weight: float) -> Reason:
    """Say what one needs that the other offers: "need-met", or "offer-wanted" the other way around."""
    return Reason(key, {"needs": sorted(needs)[:NAMED]}, *said_of(other), weight)


def standing(other: Row, count: int, weight: float = 0.0) -> Reason:
    """Say how many organizations are tied to the partner."""
    return Reason("standing", {"organizations": count}, *said_of(other), weight)


def asked_for(must: Rule) -> Reason:
    """Say who asked for an introduction, and why."""
    day = must.at[:10]
    return Reason("rule", {"by": must.by, "reason": must.reason, "date": day}, f"rule:{must.by}", day)


def at_least_two(reasons: list[Reason], one: Row, other: Row, count: int | None) -> tuple[Reason, ...]:
    """Fill up with how many are tied to the partner, where that is not None, and with how little is known."""
    if len(reasons) < LEAST and count is not None and all(reason.key != "standing" for reason in reasons):
        reasons.append(standing(other, count))
    if len(reasons) < LEAST:
        reasons.append(Reason("few-data", {}, *said_of(one)))
    if len(reasons) < LEAST:
        reasons.append(standing(other, count or 0))
    return tuple(reasons[:MOST])
