"""A plan: the introductions a broker can make, chosen so that the network changes most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from traitdunion.domain.mandate import Mandate, Pair, pair_of
from traitdunion.domain.recommendation import Purpose, Reason


@dataclass(frozen=True, slots=True)
class Line:
    """One introduction of a plan, with what it adds to those before it."""

    rank: int
    organization: str
    partner: str
    purpose: Purpose
    via: str
    probability: float
    gain: float
    reasons: tuple[Reason, ...]
    broker: str = ""
    pinned: bool = False

    @property
    def pair(self) -> Pair:
        """The two sides in alphabetical order."""
        return pair_of(self.organization, self.partner)


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with the 5th and the 95th percentile."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Beside:
    """Another plan set beside this one under the same acceptances, simulated.

    Attributes
    ----------
    gain : float
        Expected.
    low, high : float
        Between which nine in ten simulated rounds end.
    introductions : float
        Lines of it.
    difference : Interval
        What this plan is worth more, round by round.
    share : float
        Of rounds in which this plan is worth more.
    """

    gain: float
    low: float
    high: float
    introductions: float
    difference: Interval
    share: float


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a budget gains, and what no plan of that budget exceeds."""

    introductions: int
    gain: float
    bound: float


@dataclass(frozen=True, slots=True)
class OtherPrior:
    """What would change if acceptance were half or double what is assumed.

    Attributes
    ----------
    gain : float
        Of the plan made under that assumption.
    kept : float
        Of this plan under that assumption.
    same : int
        Lines the two have in common.
    """

    gain: float
    kept: float
    same: int


@dataclass(frozen=True, slots=True)
class AcceptanceModel:
    """Where the chances of acceptance come from.

    Attributes
    ----------
    answers, accepted : int
        Learned from; 0: the stated prior.
    mean : float
        Of the plan's lines.
    low, high : float
        Interval of that mean; both the mean itself under the stated prior, which has none.
    foretold : mapping of str to float
        How well answers of organizations held out are foretold; empty where there are too few.
    half, double : OtherPrior
    """

    answers: int
    accepted: int
    mean: float
    low: float
    high: float
    foretold: Mapping[str, float]
    half: OtherPrior
    double: OtherPrior


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line that was drawn: now or next round.

    Attributes
    ----------
    line : Line
    now : bool
    block : int
        Number of the near-equals it was drawn among.
    propensity : float
        Chance it had of being introduced now.
    """

    line: Line
    now: bool
    block: int
    propensity: float


@dataclass(frozen=True, slots=True)
class Lottery:
    """The recorded draw of who is introduced now and who waits.

    Attributes
    ----------
    drawn : tuple of Waiting
    share : float
        Of the introductions that was asked to be drawn.
    asked : int
        Introductions that is; fewer are drawn where too few near-equals are of an organization of its own.
    cost, low, high : float
        Expected gain given up by drawing, and its interval.
    seed : int
    """

    drawn: tuple[Waiting, ...]
    share: float
    asked: int
    cost: float
    low: float
    high: float
    seed: int


@dataclass(frozen=True, slots=True)
class DrawCost:
    """What a waiting list would cost, before anything is drawn.

    Attributes
    ----------
    share : float
        Of the introductions to be drawn.
    asked, drawn : int
        Introductions that is, and how many can be drawn.
    cost, low, high : float
        Expected gain given up, and between what nine draws in ten give up.
    """

    share: float
    asked: int
    drawn: int
    cost: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Structure:
    """What the whole plan would do to the resistance of the network, exactly, if every line is accepted.

    Attributes
    ----------
    before : float, optional
        Sum of effective resistances over the pairs of organizations that reach each other; None where there
        are too many to sum.
    drop : float
        By which that sum falls, over the same pairs.
    joined : int
        Pairs of organizations that come within reach.
    """

    before: float | None
    drop: float
    joined: int


@dataclass(frozen=True, slots=True)
class Effects:
    """What the plan is expected to change, as rows for lists.

    Attributes
    ----------
    members : mapping of str to float
        "tied" before, "newly-tied" expected, "reached" expected: organizations newly within two steps.
    pairs : tuple of mapping
        a, b, observed, missing, introductions, expected_contacts, still_missing.
    brokerage : tuple of mapping
        organization, pairs, alone, share, pairs_after, alone_after, share_after: after, if all is accepted.
    weak_spots : tuple of (int, int)
        Of the pairs of clusters in contact before, those that hang on one organization, before and after, if
        all is accepted.
    first_contacts : int
        Pairs that would get their first contact, if all is accepted.
    """

    members: Mapping[str, float]
    pairs: tuple[Mapping[str, Any], ...]
    brokerage: tuple[Mapping[str, Any], ...]
    weak_spots: tuple[int, int]
    first_contacts: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Organizations that meet monthly.

    Attributes
    ----------
    organizations : tuple of str
    lines : tuple of Line
        Introductions that take place within it.
    gain : float
        What it adds to the groups before it.
    kilometres : float, optional
        From the organization in the middle to the farthest; None where a place is not known.
    languages : tuple of str
        All of them share.
    """

    organizations: tuple[str, ...]
    lines: tuple[Line, ...]
    gain: float
    kilometres: float | None
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Mixed groups that meet monthly.

    Attributes
    ----------
    groups : tuple of Group
    gain, bound : float
    random, top_scores : float
        Gain of groups drawn blindly, and of those formed by score.
    asked : int
        Groups asked for; fewer may be seated.
    size : tuple of (int, int)
    """

    groups: tuple[Group, ...]
    gain: float
    bound: float
    random: float
    top_scores: float
    asked: int
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """The chosen introductions, with a proof of how good they are and what else was possible.

    Attributes
    ----------
    lines : tuple of Line, in the order in which each next adds most
    gain : float
        Expected gain of all lines together, in the units of `weights`.
    parts : mapping
        The gain by part: "tied" (members newly tied), "bridged" (gap pairs), "reached" (within two steps of a
        cluster), "spread" (nobody left out), "structural" (the network held together better).
    bound : float
        No plan under these budgets and rules can gain more.
    exact : bool
        Whether the plan is proved to be the best.
    rounds : Interval
        What simulated rounds of acceptances come to.
    random, top_scores : Beside
        Plans drawn at random among the candidates, and the one that takes the best scores in order.
    random_same_mix, top_scores_same_mix : Beside
        The same with as many of each purpose as the plan has: harder to beat.
    compared : Beside, optional
        The manager's own list.
    compared_lines : tuple of Line
        Its lines.
    curve : tuple of CurvePoint
    acceptance : AcceptanceModel
    structure : Structure
    effects : Effects
    draw_costs : tuple of DrawCost
        What a waiting list would cost.
    lottery : Lottery, optional
    groups : Groups, optional
    candidates : int
        How many introductions were weighed.
    weights, budget : mapping
        Every number that steers the choice.
    mandate : Mandate
    ecosystem, version : str
    seed : int
    """

    lines: tuple[Line, ...]
    gain: float
    parts: Mapping[str, float]
    bound: float
    exact: bool
    rounds: Interval
    random: Beside
    top_scores: Beside
    random_same_mix: Beside
    top_scores_same_mix: Beside
    curve: tuple[CurvePoint, ...]
    acceptance: AcceptanceModel
    structure: Structure
    effects: Effects
    draw_costs: tuple[DrawCost, ...]
    candidates: int
    weights: Mapping[str, float]
    budget: Mapping[str, int]
    mandate: Mandate
    ecosystem: str
    seed: int
    version: str
    compared: Beside | None = None
    compared_lines: tuple[Line, ...] = ()
    lottery: Lottery | None = None
    groups: Groups | None = None

    @property
    def ratio(self) -> float:
        """Share of its own bound that the plan reaches; 1 where nothing can be gained."""
        return min(1.0, self.gain / self.bound) if self.bound > 0 else 1.0

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Lines that were drawn to wait for the next round."""
        return tuple(one.line for one in self.lottery.drawn if not one.now) if self.lottery else ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A plan, and what it would be with some lines pinned, added or dropped."""

    before: Plan
    after: Plan
    gone: tuple[Line, ...] = field(default=())
    come: tuple[Line, ...] = field(default=())


def what_if(before: Plan, after: Plan) -> WhatIf:
    """Set two plans side by side: which lines go, and which come."""
    old, new = ({line.pair for line in one.lines} for one in (before, after))
    return WhatIf(
        before,
        after,
        gone=tuple(line for line in before.lines if line.pair not in new),
        come=tuple(line for line in after.lines if line.pair not in old),
    )
