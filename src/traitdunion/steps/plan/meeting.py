"""Mixed groups across clusters that meet monthly, for the same objective as single introductions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from traitdunion.domain.mandate import Pair
from traitdunion.domain.plan import Group, Groups, Line
from traitdunion.methods.planning.groups import Groups as Seated
from traitdunion.methods.planning.groups import grouped, random_groups, score_groups
from traitdunion.methods.planning.seating import Rules
from traitdunion.methods.space.projection import equal_area
from traitdunion.steps.plan.ground import Ground
from traitdunion.steps.plan.layout import Layout

DRAWS = 50  # seatings drawn blindly


@dataclass(frozen=True, slots=True)
class Gathering:
    """What groups are asked for.

    Attributes
    ----------
    count : int
    size : tuple of (int, int)
        Fewest and most organizations of a group.
    kilometres : float
        From the organization in the middle of a group, at most, so that people can come every month.
    clusters : int
        Home clusters in a group, at least.
    """

    count: int
    size: tuple[int, int] = (5, 10)
    kilometres: float = 60.0
    clusters: int = 2


def gathered(ground: Ground, layout: Layout, asked: Gathering, apart: Sequence[Pair], *, seed: int) -> Groups:
    """Seat groups.

    Parameters
    ----------
    apart : sequence of Pair
        Who may not sit together: by rule, as rivals, or asked a short while ago.

    Returns
    -------
    Groups
    """
    seatable = sorted({side for one in layout.candidates for side in (one.organization, one.partner)})
    number = {one: place for place, one in enumerate(seatable)}
    ends = [(number[one.organization], number[one.partner]) for one in layout.candidates]
    rules = _rules(ground, seatable, number, asked, apart)
    found = grouped(layout.problem, ends, rules, seed=seed)
    scores = layout.problem.probability
    blind = random_groups(layout.problem, ends, rules, draws=DRAWS, seed=seed)
    return Groups(
        groups=_groups(ground, layout, found, seatable),
        gain=found.total,
        bound=found.bound,
        random=float(blind.mean()),
        top_scores=score_groups(layout.problem, ends, rules, scores).total,
        asked=asked.count,
        size=asked.size,
    )


def _rules(
    ground: Ground, seatable: Sequence[str], number: Any, asked: Gathering, apart: Sequence[Pair]
) -> Rules:
    rows = [ground.row_of[one] for one in seatable]
    tongues = _tongues(ground)
    spoken = [ground.said("language", one) for one in seatable]
    return Rules(
        nodes=len(seatable),
        count=asked.count,
        size=asked.size,
        apart=np.array(
            [[number[one], number[other]] for one, other in apart if one in number and other in number],
            dtype=np.int64,
        ).reshape(-1, 2),
        places=_places(ground, rows),
        reach=asked.kilometres,
        tongues=np.array([[not said or tongue in said for tongue in tongues] for said in spoken], dtype=bool),
        home=_homes(ground, seatable),
        mixed=asked.clusters,
    )


def _places(ground: Ground, rows: Sequence[int]) -> Any:
    """Lay places on a plane, in kilometres; NaN where none is known, and abroad."""
    facts = ground.ecosystem.organizations.select(["lat", "lon", "region"]).to_pylist()
    at = np.full((len(rows), 2), np.nan)
    known = [
        place
        for place, row in enumerate(rows)
        if facts[row]["lat"] is not None and facts[row]["region"] != "abroad"
    ]
    if known:
        flat = equal_area(*([facts[rows[place]][name] for place in known] for name in ("lat", "lon")))
        at[known] = np.column_stack([flat.x, flat.y])
    return at


def _tongues(ground: Ground) -> list[str]:
    return sorted({tongue for said in ground.facts["language"] for tongue in said}) or ["en"]


def _homes(ground: Ground, seatable: Sequence[str]) -> Any:
    """Give the first cluster each is tied to, a cluster being its own; -1 where none is known."""
    clusters = {cluster: place for place, cluster in enumerate(sorted(ground.clusters))}
    return np.array(
        [
            clusters[one]
            if one in clusters
            else clusters[ground.tied_to[one][0]]
            if ground.tied_to.get(one)
            else -1
            for one in seatable
        ],
        dtype=np.int64,
    )


def _groups(ground: Ground, layout: Layout, found: Seated, seatable: Sequence[str]) -> tuple[Group, ...]:
    return tuple(
        Group(
            organizations=tuple(seatable[node] for node in seats.tolist()),
            lines=_lines(layout, within.tolist()),
            gain=float(gain),
            kilometres=_farthest(ground, [seatable[node] for node in seats.tolist()]),
            languages=_shared(ground, [seatable[node] for node in seats.tolist()]),
        )
        for seats, within, gain in zip(found.seats, found.introductions, found.gains, strict=True)
    )


def _lines(layout: Layout, chosen: Sequence[int]) -> tuple[Line, ...]:
    """Give the introductions within a group; their gain counts together, not one by one."""
    return tuple(
        Line(
            rank=rank,
            organization=layout.candidates[number].organization,
            partner=layout.candidates[number].partner,
            purpose=layout.candidates[number].purpose,
            via=layout.candidates[number].via,
            probability=float(layout.problem.probability[number]),
            gain=0.0,
            reasons=layout.candidates[number].reasons,
        )
        for rank, number in enumerate(chosen, start=1)
    )


def _shared(ground: Ground, seated: Sequence[str]) -> tuple[str, ...]:
    spoken = [{*said} for said in (ground.said("language", one) for one in seated) if said]
    return tuple(sorted(set.intersection(*spoken))) if spoken else ()


def _farthest(ground: Ground, seated: Sequence[str]) -> float | None:
    from traitdunion.methods.space.proximity import distance_matrix_km  # noqa: PLC0415  slow to import

    rows = [ground.row_of[one] for one in seated]
    lat, lon = (ground.ecosystem.organizations[name].to_pylist() for name in ("lat", "lon"))
    if any(lat[row] is None or lon[row] is None for row in rows):
        return None
    km = distance_matrix_km([lat[row] for row in rows], [lon[row] for row in rows])
    return float(km[km.sum(axis=1).argmin()].max())
