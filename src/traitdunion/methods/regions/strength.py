"""How strong is an industry in a region? Stars for size, specialization, focus, productivity and growth.

The rules are configuration: several European observatories had several, and none of them is *the* method.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers
from traitdunion.methods.regions.tables import quotient, shares, table

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Measure = Literal["size", "specialization", "focus", "productivity", "growth"]
Among = Literal["industry", "table"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What earns a star; where both are given, both must hold.

    Attributes
    ----------
    measure : {"size", "specialization", "focus", "productivity", "growth"}
    at_least : float, optional
        Value of the measure.
    top : float, optional
        Share of the cells with jobs that are let in, from the largest value on; at least one cell, and all
        that equal the last.
    among : {"industry", "table"}
        Whether `top` is counted among the regions of the same industry or among all cells of the table.
    """

    measure: Measure
    at_least: float | None = None
    top: float | None = None
    among: Among = "industry"


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set of rules.

    Attributes
    ----------
    rules : tuple of Rule
    published : bool
        Whether the rules were read in a publication; else they are from memory and wait to be checked.
    source : str
    """

    rules: tuple[Rule, ...]
    published: bool
    source: str


@dataclass(frozen=True, slots=True)
class Strength:
    """Strength of every region and industry.

    Attributes
    ----------
    size : ndarray, shape (regions, industries)
        Jobs.
    specialization : ndarray, shape (regions, industries)
        Location quotient, or what was given in its place.
    focus : ndarray, shape (regions, industries)
        Share of the region's jobs; NaN for a region without any.
    met : ndarray of bool, shape (rules, regions, industries)
        Whether the rule is met; never where there are no jobs.
    stars : ndarray of int, shape (regions, industries)
        Number of rules met.
    rules : tuple of Rule
        Those applied: a rule on a measure that was not given is left out.
    """

    size: Floats
    specialization: Floats
    focus: Floats
    met: Bools
    stars: npt.NDArray[np.int64]
    rules: tuple[Rule, ...]


PRESETS: Mapping[str, Preset] = {
    "observatory-2007": Preset(
        rules=(
            Rule("size", top=0.10),
            Rule("specialization", at_least=2.0),
            # Read as among all clusters: the text names the category for size alone.
            Rule("focus", top=0.10, among="table"),
        ),
        published=True,
        source="European Cluster Observatory (2007), evaluation of regional cluster strength",
    ),
    "panorama-2014": Preset(
        rules=(
            Rule("specialization", top=0.20),
            Rule("size", top=0.20),
            Rule("productivity", top=0.20),
            Rule("growth", top=0.20),
        ),
        published=False,
        source="European Cluster Panorama (2014, 2016): measures published, thresholds from memory",
    ),
    "panorama-2020": Preset(
        rules=(
            Rule("specialization", at_least=1.5),
            Rule("size", top=0.20),
            Rule("productivity", top=0.20),
            Rule("growth", top=0.20),
        ),
        published=False,
        source="European Panorama of Clusters and Industrial Change (2020): thresholds from memory",
    ),
}


def strength(
    jobs: Any,
    preset: str | Preset = "observatory-2007",
    *,
    specialization: npt.ArrayLike | None = None,
    productivity: npt.ArrayLike | None = None,
    growth: npt.ArrayLike | None = None,
) -> Strength:
    """Give each industry in each region its stars.

    Parameters
    ----------
    jobs : array_like or sparse array, shape (regions, industries)
    preset : str or Preset
        A name in `PRESETS`, or rules of your own.
    specialization : array_like, shape (regions, industries), optional
        In place of the raw location quotient, such as the low end of its interval
        (`specialization.location_quotient`), which small cells do not reach by chance. NaN earns no star.
    productivity, growth : array_like, shape (regions, industries), optional
        In any unit; NaN where not known, which earns no star and counts in no ranking.

    Raises
    ------
    InputError
        `preset-unknown`, `lengths-differ`, `table-dimensions`, `group-empty`, `values-not-numbers`,
        `values-negative`, `level-range` for a share outside 0 to 1.

    Notes
    -----
    Presets say in `published` and `source` what is known of them. Stars are thresholds: cells at either side
    of one differ little. Regions of other sizes give other stars.

    Examples
    --------
    >>> found = strength([[90, 10], [10, 90], [10, 10]])
    >>> found.stars.tolist()
    [[2, 0], [0, 2], [0, 0]]
    >>> [rule.measure for rule in found.rules]
    ['size', 'specialization', 'focus']
    """
    size = table(jobs, "jobs")
    chosen = _preset(preset)
    focus = shares(size, axis=1)
    whole = shares(size.sum(axis=0))
    quotients = quotient(focus, whole[None, :])
    measures = {"size": size, "specialization": quotients, "focus": focus}
    given = {"specialization": specialization, "productivity": productivity, "growth": growth}
    measures |= {name: _like(values, name, size) for name, values in given.items() if values is not None}
    rules = tuple(rule for rule in chosen.rules if rule.measure in measures)
    met = np.zeros((len(rules), *size.shape), dtype=bool)
    for at, rule in enumerate(rules):
        met[at] = _met(np.where(size > 0, measures[rule.measure], np.nan), rule)
    stars = met.sum(axis=0).astype(np.int64)
    return Strength(size, measures["specialization"], focus, met, stars, rules)


def _preset(preset: str | Preset) -> Preset:
    if isinstance(preset, Preset):
        return preset
    if preset not in PRESETS:
        raise InputError("preset-unknown", name=preset, known=sorted(PRESETS))
    return PRESETS[preset]


def _like(values: npt.ArrayLike, name: str, size: Floats) -> Floats:
    array = np.asarray(values, dtype=float)
    if array.shape != size.shape:
        raise InputError("lengths-differ", name=name, found=array.size, expected=size.size)
    numbers(array[~np.isnan(array)], name)
    return array


def _met(values: Floats, rule: Rule) -> Bools:
    """Where the rule is met; NaN never meets one."""
    met = ~np.isnan(values)
    if rule.at_least is not None:
        met &= values >= rule.at_least
    if rule.top is None:
        return met
    if not 0.0 <= rule.top <= 1.0:
        raise InputError("level-range", level=rule.top)
    columns = values if rule.among == "industry" else values.reshape(-1, 1)
    return met & (columns >= _limits(columns, rule.top)).reshape(values.shape)


def _limits(columns: Floats, top: float) -> Floats:
    """Smallest value let in, in each column; infinite in a column without values."""
    known = (~np.isnan(columns)).sum(axis=0)
    # A share times a count can come out a hair above the whole number that is meant.
    kept = np.maximum(np.ceil(top * known - 1e-9), 1).astype(int)
    falling = np.vstack([-np.sort(-columns, axis=0), np.full((1, columns.shape[1]), np.nan)])
    last = falling[np.minimum(kept, len(columns)) - 1, np.arange(columns.shape[1])]
    return np.where(known > 0, last, np.inf)
