"""Meetings of a matching day beside first-come-first-served booking: wishes met, smallest share, seconds.

    python benchmarks/schedule.py [--quick] [--json]

Wishes are drawn at random, with favourites (who is wished follows a power law, as at fairs) and priorities 1
to 3; all see the same. Booking takes the wishes in random order, as people would send them, or the most
wanted first: each takes the first slot free for both and a table. Three sizes, of fifteen wishes a
participant and twelve slots; the exponent is the slope of log seconds over log wishes between the first and
the last. Tables are 30 and half the participants: enough for all. Where the choice of wishes can be given
slots at once the work ends there; small days with few others to meet need more turns than large ones, so
that seconds may fall with size. A no-show then takes the participant with most meetings away; "others called
off" are meetings without it that did not stay.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from typing import Any

import numpy as np

from traitdunion.methods.assignment import meeting_schedule, repaired_schedule
from traitdunion.methods.matching_day import Day

SLOTS, EACH, GIVE = 12, 15, 0.01


def drawn(people: int, seed: int) -> tuple[Any, Any]:
    """Wishes and their weights."""
    dice = np.random.default_rng(seed)
    fame = dice.permutation(1.0 / np.arange(1, people + 1) ** 0.5)
    pairs = []
    for one in range(people):
        chance = np.where(np.arange(people) == one, 0.0, fame)
        others = dice.choice(people, EACH, replace=False, p=chance / chance.sum())
        pairs += [(one, int(other)) for other in others]
    return np.array(pairs), dice.choice([1.0, 2.0, 4.0], len(pairs))


def booked(wishes: Any, weights: Any, day: Day, seed: int) -> Any:
    """First come, first served; equal weights come in random order."""
    free, tables = day.available.copy(), np.full(day.available.shape[1], day.tables)
    slot, met = np.full(len(wishes), -1), {}
    order = np.random.default_rng(seed).permutation(len(wishes))
    for at in order[np.argsort(-weights[order], kind="stable")]:
        first, second = wishes[at]
        if (second, first) in met:  # they meet already
            slot[at] = met[second, first]
            continue
        open_ = np.flatnonzero(free[first] & free[second] & (tables > 0))
        if len(open_):
            slot[at] = met[first, second] = open_[0]
            free[[first, second], open_[0]] = False
            tables[open_[0]] -= 1
    return slot


def told(wishes: Any, weights: Any, slot: Any, people: int) -> dict[str, float]:
    met = slot >= 0
    own = np.bincount(wishes[met, 0], minlength=people) / min(EACH, SLOTS)
    return {
        "wishes_met": float(met.mean()),
        "weight_met": float(weights[met].sum()),
        "smallest_share": float(own.min()),
    }


def measured(people: int, tables: int) -> dict[str, Any]:
    wishes, weights = drawn(people, seed=people)
    day = Day.open_to_all(people, slots=SLOTS, tables=tables)
    begun = time.perf_counter()
    found = meeting_schedule(wishes, day, weights=weights, give=GIVE)
    seconds = time.perf_counter() - begun
    peers = {"booking": np.ones(len(wishes)), "booking, most wanted first": weights}
    return {
        "people": people,
        "tables": tables,
        "wishes": len(wishes),
        "seconds": seconds,
        "ours": told(wishes, weights, found.slot, people),
        "bound": found.bound,
        "of_bound": found.value / found.bound,
        "peers": {name: averaged(wishes, weights, order, day) for name, order in peers.items()},
        "no_show": no_show(wishes, weights, day, found.slot),
    }


def averaged(wishes: Any, weights: Any, order: Any, day: Day) -> dict[str, float]:
    """Twenty days of booking."""
    people = len(day.available)
    done = [told(wishes, weights, booked(wishes, order, day, seed), people) for seed in range(20)]
    return {key: float(np.mean([one[key] for one in done])) for key in done[0]}


def no_show(wishes: Any, weights: Any, day: Day, slot: Any) -> dict[str, float]:
    """Take away the participant with most meetings."""
    met = wishes[slot >= 0]
    absent = int(np.bincount(met.ravel(), minlength=len(day.available)).argmax())
    there = day.available.copy()
    there[absent] = False
    begun = time.perf_counter()
    mended = repaired_schedule(wishes, slot, Day(there, tables=day.tables), weights=weights)
    seconds = time.perf_counter() - begun
    meetings = [
        {(*sorted(pair), at) for pair, at in zip(wishes.tolist(), slots.tolist(), strict=True) if at >= 0}
        for slots in (slot, mended.slot)
    ]
    forced = sum(absent in (first, second) for first, second, _ in meetings[0])
    return {
        "seconds": seconds,
        "lost": forced,
        "called_off_beside": len(meetings[0] - meetings[1]) - forced,
        "added": len(meetings[1] - meetings[0]),
    }


def lines(one: dict[str, Any]) -> list[str]:
    ours, gone = one["ours"], one["no_show"]
    return [
        f"{one['people']} people, {one['wishes']} wishes, {SLOTS} slots, {one['tables']} tables: "
        f"{one['seconds']:.1f} s, {one['of_bound']:.1%} of the bound",
        f"  wishes met {ours['wishes_met']:.1%}, smallest share {ours['smallest_share']:.1%}",
        *(
            f"  {name}: {peer['wishes_met']:.1%}, smallest share {peer['smallest_share']:.1%}; we meet "
            f"{ours['wishes_met'] / peer['wishes_met']:.2f} times the wishes, "
            f"{ours['weight_met'] / peer['weight_met']:.2f} times their weight"
            for name, peer in one["peers"].items()
        ),
        f"  a no-show with {gone['lost']} meetings: {gone['called_off_beside']} others called off, "
        f"{gone['added']} added, {gone['seconds']:.2f} s",
    ]


def exponent(runs: list[dict[str, Any]]) -> float:
    first, last = runs[0], runs[-1]
    return math.log(last["seconds"] / first["seconds"]) / math.log(last["wishes"] / first["wishes"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a quarter of the participants")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    sizes = (16, 24, 48) if asked.quick else (50, 100, 200)
    measured(16, 8)  # warm
    done = [measured(people, tables) for people in sizes for tables in (30, people // 2)]
    slopes = {"30 tables": exponent(done[::2]), "tables for all": exponent(done[1::2])}
    if asked.json:
        print(json.dumps({"runs": done, "exponents": slopes}, indent=1))
        return
    for one in done:
        print("\n".join(lines(one)))
    for name, slope in slopes.items():
        print(f"{name}: seconds grow with wishes to the power {slope:.2f}")


if __name__ == "__main__":
    main()
