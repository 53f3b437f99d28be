"""From recommendations to the arrays of a problem, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.domain.mandate import Mandate, Pair, pair_of
from traitdunion.domain.recommendation import Recommendation
from traitdunion.errors import InputError
from traitdunion.methods.planning.problem import Gain, Incidence, Problem
from traitdunion.steps.plan.ground import Ground
from traitdunion.steps.plan.limits import Limits, check_quotas, limits_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
PARTS = ("tied", "bridged", "reached")


@dataclass(frozen=True, slots=True)
class Layout:
    """A problem, and what its numbers stand for.

    Attributes
    ----------
    candidates : tuple of Recommendation
    problem : Problem
    limits : Limits
    of_part : mapping of str to slice
        Which elements are of which part of the gain.
    place : mapping of Pair to int
        The candidate of each pair.
    """

    candidates: tuple[Recommendation, ...]
    problem: Problem
    limits: Limits
    of_part: Mapping[str, slice]
    place: Mapping[Pair, int]

    def parts(self, gain: Gain) -> dict[str, float]:
        """Give a gain part by part."""
        elements = {name: float(gain.elements[of].sum()) for name, of in self.of_part.items()}
        return {**elements, "spread": float(gain.groups.sum()), "structural": gain.worth}


def once_each(candidates: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """Keep the first recommendation of each pair: a bridge may be recommended for several gaps.

    Examples
    --------
    >>> one = Recommendation("umicore", "a6k", "bridge", "thor-park", 0.5, ())
    >>> other = Recommendation("umicore", "a6k", "bridge", "arenberg", 0.5, ())
    >>> [kept.via for kept in once_each([one, other])]
    ['thor-park']
    """
    found: dict[Pair, Recommendation] = {}
    for one in candidates:
        found.setdefault(pair_of(one.organization, one.partner), one)
    return tuple(found.values())


def laid_out(
    ground: Ground,
    candidates: tuple[Recommendation, ...],
    probability: Floats,
    structural: Floats,
    *,
    budget: Mapping[str, int],
    mandate: Mandate,
    weights: Mapping[str, float],
) -> Layout:
    """Lay out candidates as a problem.

    Raises
    ------
    InputError
        `quota-group-unknown`, `brokers-too-many`, `pin-not-a-candidate`, `pin-barred`.
    """
    check_quotas(ground, mandate.quotas)
    limits = limits_of(ground, candidates, budget, mandate)
    incidence, least, most = limits.arrays()
    served, of_part = _served(ground, candidates)
    value, cap = _values(ground, served.size, of_part, weights)
    groups, weight = _groups(ground, candidates, weights["spread"])
    pairs = [pair_of(one.organization, one.partner) for one in candidates]
    barred = _barred(candidates, pairs, ground, mandate)
    problem = Problem(
        probability=probability,
        served=served,
        value=value,
        cap=cap,
        groups=groups,
        weight=weight,
        worth=weights["structural"] * structural,
        limits=incidence,
        amount=np.ones(len(incidence.item)),
        least=least,
        most=most,
        pinned=_pinned(pairs, barred, mandate),
        barred=barred,
    )
    return Layout(candidates, problem, limits, of_part, {pair: number for number, pair in enumerate(pairs)})


def _served(ground: Ground, candidates: Sequence[Recommendation]) -> tuple[Incidence, dict[str, slice]]:
    """Number members newly tied first, then gap pairs, then those coming within reach."""
    far = np.flatnonzero(ground.far).tolist()
    reached = {row: number for number, row in enumerate(far)}
    sizes = {"tied": len(ground.untied), "bridged": len(ground.gaps), "reached": len(far)}
    ends = np.cumsum([0, *sizes.values()]).tolist()
    of_part = {name: slice(ends[place], ends[place + 1]) for place, name in enumerate(PARTS)}
    rows = [
        [
            *ground.members_of(one),
            *(ends[1] + number for number in ground.gaps_of(one)),
            *(ends[2] + reached[row] for row in ground.reached_by(one)),
        ]
        for one in candidates
    ]
    return Incidence.of(rows, ends[-1]), of_part


def _values(
    ground: Ground, size: int, of_part: Mapping[str, slice], weights: Mapping[str, float]
) -> tuple[Floats, Floats]:
    value, cap = np.zeros(size), np.ones(size)
    value[of_part["tied"]] = weights["tied"]
    value[of_part["bridged"]] = weights["bridged"] * np.array(
        [1.0 + (gap["complementarity"] or 0.0) for gap in ground.gaps]
    )
    value[of_part["reached"]] = weights["reached"]
    cap[of_part["bridged"]] = [gap["missing"] for gap in ground.gaps]
    return value, cap


def _groups(ground: Ground, candidates: Sequence[Recommendation], weight: float) -> tuple[Incidence, Floats]:
    """Give clusters, regions and sectors the same weight each."""
    named: dict[tuple[str, str], int] = {}
    rows = [[named.setdefault(group, len(named)) for group in _groups_of(ground, one)] for one in candidates]
    return Incidence.of(rows, len(named)), np.full(len(named), weight)


def _groups_of(ground: Ground, one: Recommendation) -> list[tuple[str, str]]:
    clusters = [side for side in (one.organization, one.partner, one.via) if side in ground.clusters]
    companies = ground.companies(one)
    said = [(name, ground.said(name, side)) for name in ("region", "sector") for side in companies]
    return [("cluster", cluster) for cluster in clusters] + [(name, of) for name, of in said if of]


def _barred(
    candidates: Sequence[Recommendation], pairs: Sequence[Pair], ground: Ground, mandate: Mandate
) -> npt.NDArray[np.bool_]:
    def unasked(one: Recommendation) -> bool:
        sides = (one.organization, one.partner)
        refused = any(side in mandate.unwilling for side in sides)
        unsaid = mandate.willing is not None and any(
            side not in mandate.willing for side in sides if side not in ground.clusters
        )
        return refused or unsaid

    return np.array(
        [pair in mandate.dropped or unasked(one) for one, pair in zip(candidates, pairs, strict=True)],
        dtype=bool,
    )


def _pinned(pairs: Sequence[Pair], barred: npt.NDArray[np.bool_], mandate: Mandate) -> npt.NDArray[np.bool_]:
    known = {pair: number for number, pair in enumerate(pairs)}
    pinned = np.zeros(len(pairs), dtype=bool)
    for pair in sorted(mandate.pinned):
        if pair not in known:
            raise InputError("pin-not-a-candidate", organization=pair[0], partner=pair[1])
        if barred[known[pair]]:
            raise InputError("pin-barred", organization=pair[0], partner=pair[1])
        pinned[known[pair]] = True
    return pinned
