"""Budgets, quotas and brokers as limits of a plan, each with a name for when they clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.domain.mandate import EACH, UNDER_50, Broker, Mandate, Quota
from traitdunion.domain.recommendation import PURPOSES, Recommendation
from traitdunion.errors import InputError
from traitdunion.methods.planning.problem import Incidence
from traitdunion.steps.plan.ground import Ground

MOST_BROKERS = 12  # beyond which the groups of brokers that may be short are too many to look at


@dataclass(frozen=True, slots=True)
class Named:
    """A limit in words of the manager: what kind it is, and of whom."""

    kind: str  # introductions, organization, cluster, quota, brokers
    of: str


@dataclass(slots=True)
class Limits:
    """Limits, with the candidates that count in each."""

    names: list[Named] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)  # of each candidate

    def add(
        self, name: Named, candidates: Sequence[int], *, least: float = 0.0, most: float = np.inf
    ) -> None:
        """Add a limit, unless nothing could ever break it."""
        if least <= 0 and len(candidates) <= most and name.kind != "introductions":
            return
        for candidate in candidates:
            self.rows[candidate].append(len(self.names))
        self.names.append(name)
        self.least.append(least)
        self.most.append(most)

    def arrays(self) -> tuple[Incidence, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Give who counts where, and what each limit allows."""
        return Incidence.of(self.rows, len(self.names)), np.array(self.least), np.array(self.most)


def limits_of(
    ground: Ground, candidates: Sequence[Recommendation], budget: Mapping[str, int], mandate: Mandate
) -> Limits:
    """Lay out every limit.

    Raises
    ------
    InputError
        `quota-group-unknown`, `brokers-too-many`.
    """
    limits = Limits(rows=[[] for _ in candidates])
    limits.add(Named("introductions", ""), range(len(candidates)), most=budget["introductions"])
    of_side: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(candidates):
        for side in (one.organization, one.partner):
            of_side[side].append(number)
    for side in sorted(of_side):
        kind = "cluster" if side in ground.clusters else "organization"
        limits.add(Named(kind, side), of_side[side], most=budget[f"per_{kind}"])
    for quota in mandate.quotas:
        for of, found in _counted(ground, candidates, quota):
            scale = budget["introductions"] if quota.share else 1
            least, most = ceil(quota.least * scale - 1e-9), quota.most * scale
            whole = floor(most + 1e-9) if np.isfinite(most) else most
            limits.add(Named("quota", of), found, least=least, most=whole)
    if mandate.brokers:
        _share_out(limits, [carriers(ground, one, mandate.brokers) for one in candidates], mandate.brokers)
    return limits


def _counted(
    ground: Ground, candidates: Sequence[Recommendation], quota: Quota
) -> Iterator[tuple[str, list[int]]]:
    """Give the candidates that count for a quota; for each cluster where it is of each."""
    if quota.dimension == "cluster":
        wanted = sorted(ground.clusters) if quota.group == EACH else [_cluster(ground, quota.group)]
        for cluster in wanted:
            found = [
                number for number, one in enumerate(candidates) if cluster in (one.organization, one.partner)
            ]
            yield f"cluster:{cluster}", found
        return
    counts = [number for number, one in enumerate(candidates) if _counts(ground, one, quota)]
    yield f"{quota.dimension}:{quota.group}", counts


def _counts(ground: Ground, one: Recommendation, quota: Quota) -> bool:
    if quota.dimension == "purpose":
        return one.purpose == quota.group
    said = [ground.said(quota.dimension, side) for side in ground.companies(one)]
    if quota.dimension == "language":
        return any(quota.group in spoken for spoken in said)
    if quota.dimension == "size" and quota.group == UNDER_50:
        return any(size in ("micro", "small") for size in said)
    return quota.group in said


def check_quotas(ground: Ground, quotas: Sequence[Quota]) -> None:
    """Refuse a quota of a group that nobody is in.

    Raises
    ------
    InputError
        `quota-group-unknown`, with the groups there are.
    """
    for quota in quotas:
        if quota.dimension == "cluster":
            if quota.group != EACH:
                _cluster(ground, quota.group)
            continue
        known = _known(ground, quota.dimension)
        if quota.group not in known:
            raise InputError("quota-group-unknown", quota=f"{quota.dimension}:{quota.group}", known=known)


def _known(ground: Ground, dimension: str) -> list[str]:
    if dimension == "purpose":
        return list(PURPOSES)
    if dimension == "language":
        return sorted({one for spoken in ground.facts["language"] for one in spoken})
    found = sorted({one for one in ground.facts[dimension] if one})
    return [*found, UNDER_50] if dimension == "size" else found


def _cluster(ground: Ground, name: str) -> str:
    found: str = ground.ids[ground.ecosystem.row(name)]
    if found not in ground.clusters:
        raise InputError("not-a-cluster", organization=name)
    return found


def carriers(ground: Ground, one: Recommendation, brokers: Sequence[Broker]) -> frozenset[int]:
    """Give who may make an introduction: speaks with each side, and looks after the region of one."""
    sides = ground.companies(one)
    return frozenset(
        number
        for number, broker in enumerate(brokers)
        if all(_speaks(broker, ground.said("language", side)) for side in sides)
        and (
            not broker.regions
            or any(ground.said("region", side) in (*broker.regions, None) for side in sides)
        )
    )


def _speaks(broker: Broker, spoken: Sequence[str]) -> bool:
    return not broker.languages or not spoken or bool(broker.languages & {*spoken})


def _share_out(limits: Limits, able: Sequence[frozenset[int]], brokers: Sequence[Broker]) -> None:
    """Limit what any brokers together can make: it can then be shared out (Hall 1935, of capacities)."""
    if len(brokers) > MOST_BROKERS:
        raise InputError("brokers-too-many", count=len(brokers), most=MOST_BROKERS)
    of_able: dict[frozenset[int], list[int]] = defaultdict(list)
    for number, some in enumerate(able):
        of_able[some].append(number)
    for together in _unions(of_able):
        inside = sorted(number for some, found in of_able.items() if some <= together for number in found)
        room = sum(brokers[number].introductions for number in together)
        named = " + ".join(brokers[number].name for number in sorted(together))
        limits.add(Named("brokers", named), inside, most=room)


def _unions(some: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """Give every union of the sets: only these can run short together."""
    found: set[frozenset[int]] = set()
    for one in some:
        found |= {one} | {one | other for other in found}
    return sorted(found, key=sorted)


def shared_out(able: Sequence[frozenset[int]], brokers: Sequence[Broker]) -> list[int]:
    """Give each introduction to a broker who may make it, loads as even as their capacities allow.

    Returns
    -------
    list of int
        Number of the broker, in the order of the introductions.
    """
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  slow to import

    places = [
        (number, (place + 1) / broker.introductions)
        for number, broker in enumerate(brokers)
        for place in range(min(broker.introductions, len(able)))
    ]
    cost = np.array(
        [[load if number in some else 1e6 for number, load in places] for some in able], dtype=float
    ).reshape(len(able), len(places))
    lines, chosen = linear_sum_assignment(cost)
    of_line: dict[int, Any] = dict(zip(lines.tolist(), chosen.tolist(), strict=True))
    return [places[of_line[line]][0] for line in range(len(able))]
