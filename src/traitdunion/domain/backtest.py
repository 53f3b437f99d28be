"""A backtest: how often yesterday's advice came true, beside every baseline; and what an advisor must do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from traitdunion.domain.ecosystem import Ecosystem

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of one method, with its interval over those who asked."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measure of the model over that of the best baseline, drawn query by query.

    Attributes
    ----------
    baseline : str
        The best in this measure.
    value, low, high : float
    """

    baseline: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Task:
    """One question put to the advice, and how each method answered it.

    Attributes
    ----------
    name : str
        "partners", "newcomers" ...
    n : int
        Who asked: only those for whom something came true.
    candidates : int
        Who could be named.
    model : mapping of measure to Score
    baselines : mapping of method to (mapping of measure to Score)
    parts : mapping of method to (mapping of measure to Score)
        The model's own ingredients, each alone.
    ratios : mapping of measure to Ratio
    """

    name: str
    n: int
    candidates: int
    model: Mapping[str, Score]
    baselines: Mapping[str, Mapping[str, Score]]
    parts: Mapping[str, Mapping[str, Score]] = field(default_factory=dict)
    ratios: Mapping[str, Ratio] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reliability:
    """Chances foretold against what happened.

    Attributes
    ----------
    name : str
        "advice": the first twenty of every list; "all": every pair.
    pairs : int
    error, brier, skill : float
    classes : tuple of mapping
        low, high, pairs, predicted, observed.
    years : float
        How far ahead was foretold.
    """

    name: str
    pairs: int
    error: float
    brier: float
    skill: float
    classes: tuple[Mapping[str, float], ...]
    years: float


@dataclass(frozen=True, slots=True)
class Exposure:
    """How advice falls on those advised.

    Attributes
    ----------
    name : str
        "model", "popularity", "capped" ...
    gini : float
        Of times named, over all candidates.
    companies : float or None
        Share of companies that stand in any list; None where there is none.
    cost : float
        Share of expected successes given up for it.
    """

    name: str
    gini: float
    companies: float | None
    cost: float


@dataclass(frozen=True, slots=True)
class Backtest:
    """What came true of the advice given on an earlier day.

    Attributes
    ----------
    tasks : mapping of name to Task
    calibration : tuple of Reliability
        Empty where the history is too short to foretell chances.
    spread : tuple of Exposure
    learned : mapping
        What the model was learned from and how it was chosen.
    parameters : mapping
        until, from, to, country, top.
    ecosystem, version : str
    seed : int
    """

    tasks: Mapping[str, Task]
    calibration: tuple[Reliability, ...]
    spread: tuple[Exposure, ...]
    learned: Mapping[str, Any]
    parameters: Mapping[str, Any]
    ecosystem: str
    seed: int
    version: str


@dataclass(frozen=True, slots=True)
class Foretold:
    """What an advisor says of candidates to some who ask.

    Attributes
    ----------
    columns : ndarray of int, shape (h,)
        Candidates, as rows of the ecosystem.
    scores : ndarray, shape (q, h)
        Who asks by who is named; -inf for no candidate.
    yearly : ndarray or None, shape (q, h)
        Cumulated hazard of one year: the chance within y years is 1 - exp(-y times it). None: not known.
    parts : mapping of name to ndarray, shape (q, h)
        The ingredients of the score, each alone.
    learned : mapping
        For people: lists, windows, settings tried.
    """

    columns: Ints
    scores: Floats
    yearly: Floats | None = None
    parts: Mapping[str, npt.NDArray[Any]] = field(default_factory=dict)
    learned: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An organization without a tie: what it is, and the call of its first project.

    Attributes
    ----------
    organization : str
    facts : mapping
        kind, region, lat, lon, activities, topics.
    themes : tuple of str
        Topics of the call.
    text : str
        Words of the call, not of the project.
    """

    organization: str
    facts: Mapping[str, Any]
    themes: tuple[str, ...]
    text: str


class Advisor(Protocol):
    """Who gives advice, from what an ecosystem holds and nothing else."""

    def candidates(self, ecosystem: Ecosystem, home: Bools) -> Ints:
        """Give the rows of the home organizations that can be named, and can ask."""
        ...

    def partners(self, ecosystem: Ecosystem, home: Bools, asking: Ints) -> Foretold:
        """Score all candidates for some of them, given as places among the candidates."""
        ...

    def newcomers(self, ecosystem: Ecosystem, home: Bools, newcomers: Sequence[Newcomer]) -> Foretold:
        """Score all candidates for organizations without a tie."""
        ...

    def clusters(self, ecosystem: Ecosystem, held: Sequence[tuple[int, int]]) -> Foretold:
        """Score all clusters for organizations as if one membership of each were not known.

        `held` gives organization and cluster as rows, -1 where nothing is held out; `columns` of the answer
        are the clusters. Nothing learned may rest on a membership of the organization asked about.
        """
        ...
