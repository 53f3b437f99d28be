"""A plan: the introductions a broker can make, chosen so that the network changes most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over draws with the 5th and the 95th percentile."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The chosen introductions beside what chance and plain scores would reach.

    Attributes
    ----------
    lines : tuple of Line, in the order chosen
    gain : float
        Expected gain of all lines together, in the units of `weights`.
    parts : mapping
        The gain by part: "tied" (members newly tied), "bridged" (gap pairs), "spread" (nobody left out).
    bound : float
        No plan under these budgets can gain more.
    random : Interval
        Gain of plans drawn at random among the candidates, under the same caps.
    top_scores : float
        Gain of the plan that takes the best scores in order, under the same caps.
    candidates : int
        How many introductions were weighed.
    weights, budget : mapping
        Every number that steers the choice.
    ecosystem, version : str
    seed : int
    """

    lines: tuple[Line, ...]
    gain: float
    parts: Mapping[str, float]
    bound: float
    random: Interval
    top_scores: float
    candidates: int
    weights: Mapping[str, float]
    budget: Mapping[str, int]
    ecosystem: str
    seed: int
    version: str
