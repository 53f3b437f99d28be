"""A measurement: figures for the whole, lists a person can sort, and when not to believe them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from traitdunion.domain.report import Listing

Measure = Literal["brokerage", "constraint", "contacts", "relatedness"]
MEASURES: tuple[Measure, ...] = ("brokerage", "constraint", "contacts", "relatedness")


@dataclass(frozen=True, slots=True)
class Caveat:
    """When not to believe a result; `language` makes the sentence.

    Attributes
    ----------
    key : str
        Name of the sentence: "few-sites", "heavy-ties" ...
    values : mapping
        The figures it names.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure for the whole, with its interval where it has one.

    Attributes
    ----------
    key : str
        Name of its label.
    value : float or None
        None: not known.
    low, high : float, optional
    """

    key: str
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured on one ecosystem.

    Attributes
    ----------
    name : str
        What was measured: "brokerage", "constraint", "contacts", "relatedness".
    findings : tuple of Finding
    listings : tuple of Listing
        The first is the result, the others stand behind it.
    caveats : tuple of Caveat
        When not to believe it, the gravest first.
    parameters : mapping
        What was asked: groups, level, draws.
    as_of, ecosystem, version : str
    seed : int
    """

    name: str
    findings: tuple[Finding, ...]
    listings: tuple[Listing, ...]
    caveats: tuple[Caveat, ...]
    parameters: Mapping[str, Any]
    as_of: str
    ecosystem: str
    seed: int
    version: str
