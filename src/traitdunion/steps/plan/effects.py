"""What a plan is expected to change: who is tied, which clusters meet, who holds them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from traitdunion.domain.mandate import Pair, pair_of
from traitdunion.domain.plan import Effects
from traitdunion.methods.networks.contacts import holders
from traitdunion.methods.planning.problem import Gain, Ints
from traitdunion.steps.plan.ground import Ground
from traitdunion.steps.plan.layout import Layout

NOBODY = "-"  # holds a contact that is not through an organization


def effects_of(ground: Ground, layout: Layout, chosen: Ints, gain: Gain) -> Effects:
    """Say what changes, in expectation for members and pairs, and if all is accepted for brokerage."""
    coverage = ground.audit.coverage()
    problem = layout.problem
    expected = {
        name: float((gain.elements[of] / np.where(problem.value[of] > 0, problem.value[of], 1.0)).sum())
        for name, of in layout.of_part.items()
    }
    before = _between(ground)
    after = _with(before, _new_contacts(ground, layout, chosen))
    return Effects(
        members={
            **{name: float(count) for name, count in coverage.items()},
            "newly_tied": expected["tied"],
            "far": float(ground.far.sum()),
            "reached": expected["reached"],
        },
        pairs=tuple(_pairs(ground, layout, chosen, gain)),
        brokerage=tuple(_brokerage(before, after)),
        weak_spots=(_alone(before, before), _alone(after, before)),
        first_contacts=len(after.keys() - before.keys()),
    )


def _pairs(ground: Ground, layout: Layout, chosen: Ints, gain: Gain) -> list[Mapping[str, Any]]:
    """Give each gap pair an introduction touches: what it lacked, and what it still lacks in expectation."""
    of = layout.of_part["bridged"]
    served = layout.problem.only(chosen).served
    candidate = served.candidate
    contacts = np.bincount(served.item, layout.problem.probability[chosen][candidate], minlength=served.size)[
        of
    ]
    lines = np.bincount(served.item, minlength=served.size)[of]
    filled = gain.elements[of] / np.where(layout.problem.value[of] > 0, layout.problem.value[of], 1.0)
    return [
        {
            "a": gap["a"],
            "b": gap["b"],
            "observed": gap["observed"],
            "expected": gap["expected"],
            "missing": gap["missing"],
            "introductions": int(lines[number]),
            "expected_contacts": float(contacts[number]),
            "still_missing": max(0.0, float(gap["missing"] - filled[number])),
        }
        for number, gap in enumerate(ground.gaps)
        if lines[number]
    ]


def _between(ground: Ground) -> dict[Pair, list[str]]:
    """Give who holds each contact of each pair of clusters, the broker's left out."""
    found: dict[Pair, list[str]] = defaultdict(list)
    for contact in ground.audit.contacts.to_pylist():
        if not contact["broker"]:
            holder = contact["through"] if contact["kind"] == "shared" else NOBODY
            found[contact["a"], contact["b"]].append(holder)
    return dict(found)


def _new_contacts(ground: Ground, layout: Layout, chosen: Ints) -> list[tuple[Pair, str]]:
    """Give the contacts the lines would make: an organization tied to both, or two clusters that meet."""
    held = {(organization, cluster) for organization, found in ground.tied_to.items() for cluster in found}
    known = {pair_of(row["a"], row["b"]) for row in ground.audit.pairs.select(["a", "b"]).to_pylist()}
    new: list[tuple[Pair, str]] = []
    tied = {organization: list(found) for organization, found in ground.tied_to.items()}
    for number in chosen.tolist():
        one = layout.candidates[number]
        if one.purpose == "partner":
            continue
        theirs = ground.wholes(one.partner)
        if one.purpose == "clusters":
            sides = [(own, other, NOBODY) for own in ground.wholes(one.organization) for other in theirs]
        else:
            fresh = [cluster for cluster in theirs if (one.organization, cluster) not in held]
            own = tied.setdefault(one.organization, [])
            sides = [(here, cluster, one.organization) for here in own for cluster in fresh]
            own += fresh
            held |= {(one.organization, cluster) for cluster in fresh}
        new += [(pair_of(a, b), by) for a, b, by in sides if pair_of(a, b) in known]
    return new


def _with(before: Mapping[Pair, Sequence[str]], new: Sequence[tuple[Pair, str]]) -> dict[Pair, list[str]]:
    after = {pair: list(found) for pair, found in before.items()}
    for pair, holder in new:
        after.setdefault(pair, []).append(holder)
    return after


def _brokerage(
    before: Mapping[Pair, Sequence[str]], after: Mapping[Pair, Sequence[str]]
) -> list[Mapping[str, Any]]:
    """Give the organizations whose place between clusters moves, the largest move first."""
    old, new = _held(before), _held(after)
    nothing = (0, 0, 0.0)
    rows: list[dict[str, Any]] = [
        {
            "organization": organization,
            **dict(zip(("pairs", "alone", "share"), old.get(organization, nothing), strict=True)),
            **dict(
                zip(
                    ("pairs_after", "alone_after", "share_after"), new.get(organization, nothing), strict=True
                )
            ),
        }
        for organization in sorted({*old, *new})
    ]
    moved = [
        row
        for row in rows
        if abs(row["share_after"] - row["share"]) > 1e-9 or row["alone"] != row["alone_after"]
    ]
    return sorted(moved, key=lambda row: (-abs(row["share_after"] - row["share"]), row["organization"]))


def _held(between: Mapping[Pair, Sequence[str]]) -> dict[str, tuple[int, int, float]]:
    number = {
        name: place for place, name in enumerate(sorted({one for held in between.values() for one in held}))
    }
    names = list(number)
    found = holders(
        {pair: [-1 if one == NOBODY else number[one] for one in held] for pair, held in between.items()}
    )
    return {names[place]: held for place, held in found.items()}


def _alone(between: Mapping[Pair, Sequence[str]], known: Mapping[Pair, Sequence[str]]) -> int:
    """Count the pairs in contact before that one organization alone holds together."""
    return sum(len(between[pair]) == 1 and between[pair][0] != NOBODY for pair in known)
