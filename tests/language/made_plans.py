"""Plans made by hand."""

from collections.abc import Sequence
from typing import Any

from traitdunion.domain.mandate import Mandate
from traitdunion.domain.plan import (
    AcceptanceModel,
    Beside,
    CurvePoint,
    DrawCost,
    Effects,
    Group,
    Groups,
    Interval,
    Line,
    Lottery,
    OtherPrior,
    Plan,
    Structure,
    Waiting,
)
from traitdunion.domain.recommendation import Purpose, Reason

KEY = "ab" * 32
PAIR = {
    "a": "the-beacon",
    "b": "a6k",
    "observed": 1,
    "missing": 4.0,
    "introductions": 3,
    "expected_contacts": 1.75,
    "still_missing": 2.5,
}
BROKERAGE = {
    "organization": "kbc",
    "pairs": 3,
    "alone": 1,
    "share": 1.25,
    "pairs_after": 4,
    "alone_after": 0,
    "share_after": 1.75,
}


def line(
    rank: int,
    organization: str,
    partner: str,
    purpose: Purpose = "join",
    *,
    reasons: Sequence[Reason] = (),
    **given: Any,
) -> Line:
    told: dict[str, Any] = {"via": "", "probability": 0.4, "gain": 3 / rank, "reasons": tuple(reasons)}
    return Line(rank, organization, partner, purpose, **{**told, **given})


def beside(gain: float, difference: float, *, spread: float = 1.5, introductions: float = 30) -> Beside:
    interval = Interval(difference, difference - spread, difference + spread)
    return Beside(gain, gain - 1.3, gain + 1.3, introductions, interval, 0.93)


def made_plan(lines: Sequence[Line], **given: Any) -> Plan:
    told: dict[str, Any] = {
        "gain": 20.5,
        "parts": {"tied": 12.0, "bridged": 6.0, "reached": 1.5, "spread": 0.5, "structural": 0.5},
        "bound": 21.0,
        "exact": False,
        "rounds": Interval(7.0, 4.0, 10.0),
        "random": beside(8.2, 12.3),
        "top_scores": beside(19.4, 1.1),
        "random_same_mix": beside(14.2, 6.3),
        "top_scores_same_mix": beside(19.9, 0.6),
        "curve": (CurvePoint(10, 11.0, 11.5), CurvePoint(20, 17.0, 17.4), CurvePoint(30, 20.5, 21.0)),
        "acceptance": AcceptanceModel(
            0, 0, 0.4, 0.4, 0.4, {}, half=OtherPrior(11.0, 10.8, 26), double=OtherPrior(33.0, 32.0, 24)
        ),
        "structure": Structure(before=1000.0, drop=25.0, joined=7),
        "effects": Effects({"newly_tied": 6.2, "reached": 9.7}, (PAIR,), (BROKERAGE,), (34, 31), 2),
        "draw_costs": (DrawCost(0.1, 3, 3, 0.11, 0.05, 0.2), DrawCost(0.2, 6, 4, 0.21, 0.1, 0.3)),
        "candidates": 420,
        "weights": {"tied": 2.0},
        "budget": {"introductions": 30, "per_organization": 3, "per_cluster": 10},
        "mandate": Mandate(),
        "ecosystem": KEY,
        "seed": 7,
        "version": "0.1.0",
    }
    return Plan(lines=tuple(lines), **{**told, **given})


def lottery(now: Line, later: Line) -> Lottery:
    drawn = (Waiting(now, True, 1, 0.5), Waiting(later, False, 1, 0.5))
    return Lottery(drawn, share=0.2, asked=2, cost=0.31, low=0.12, high=0.52, seed=7)


def groups(*lines: Line) -> Groups:
    one = Group(("alstom", "kbc", "a6k"), lines, 2.4, 31.4, ("fr",))
    other = Group(("ugent", "howest"), (), 1.1, None, ())
    return Groups((one, other), gain=3.5, bound=3.9, random=1.4, top_scores=2.9, asked=3, size=(2, 10))
