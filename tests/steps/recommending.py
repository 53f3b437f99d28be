"""An ecosystem drawn by dice, with dated projects, to advise on."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.ecosystem import Ecosystem

TOPICS = ("biotech", "drones", "energy", "logistics", "medtech", "photonics", "robotics", "space")
NACE = ("nace-rev2:2841", "nace-rev2:6201", "nace-rev2:2120", "nace-rev2:3030")
WORDS = ("welding cells", "solar sails", "cold chains", "surgical tools", "laser optics", "cargo swarms")
FIRMS, CLUSTERS, PROJECTS = 60, 5, 110


def firm(number: int, dice: np.random.Generator) -> dict[str, Any]:
    some = sorted(dice.choice(TOPICS, 2, replace=False).tolist())
    return organization(
        f"f{number:02d}",
        kind="university" if number % 10 == 3 else "company",
        member=number % 3 == 0,
        topics=some,
        activities=[NACE[number % 4]],
        country="BE",
        region=("Flanders", "Wallonia")[number % 2],
        city=f"Town {number % 7}",
        precision="postcode",
        lat=float(50.2 + dice.random()),
        lon=float(3.0 + 2.5 * dice.random()),
        needs=["test bench"] if number % 11 == 1 else [],
        offers=["Test Bench "] if number % 13 == 2 else [],
        as_of="2025-03",
        source_url=f"https://example.org/{number}",
    )


def project(number: int, dice: np.random.Generator) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    chances = 1.0 / (np.arange(FIRMS) + 4.0)
    who = dice.choice(FIRMS, int(dice.integers(2, 6)), replace=False, p=chances / chances.sum())
    where = {"source": "local", "file": "t", "row": 2}
    event = where | {
        "record": f"local:p{number}",
        "ref": f"p{number}",
        "name": f"P{number}: {WORDS[number % len(WORDS)]}",
        "kind": "project",
        "since": f"{dice.integers(2018, 2026)}-{dice.integers(1, 13):02d}-01",
        "topics": sorted(dice.choice(TOPICS, 2, replace=False).tolist()),
        "source_url": f"https://example.org/p{number}",
    }
    parts = [
        where | {"record": f"t{number}-{one}", "event_ref": f"p{number}", "organization_ref": f"f{one:02d}"}
        for one in sorted(who.tolist())
    ]
    return event, parts


def drawn(seed: int = 1, *, without: tuple[str, str] | None = None) -> Ecosystem:
    """Draw it; `without` leaves the ties of one pair out."""
    dice = np.random.default_rng(seed)
    rows = [firm(number, dice) for number in range(FIRMS)]
    rows += [
        cluster(
            f"c{number}",
            topics=sorted(dice.choice(TOPICS, 3, replace=False).tolist()),
            region=("Flanders", "Wallonia")[number % 2],
            lat=float(50.2 + dice.random()),
            lon=float(3.0 + 2.5 * dice.random()),
        )
        for number in range(CLUSTERS)
    ]
    rows.append(organization("blank", country="BE"))
    rows.append(organization("abroad", country="FR", region="abroad", topics=["space"]))
    made = [project(number, dice) for number in range(PROJECTS)]
    stated = {"status": "active", "source_url": "https://example.org/tie", "source_date": "2024-05"}
    ties = [
        tie(f"f{number:02d}", f"c{there}", "member", since=str(2015 + number % 9), **stated)
        for number in range(FIRMS)
        for there in sorted(dice.choice(CLUSTERS, int(dice.integers(0, 3)), replace=False).tolist())
    ]
    ties += [tie("f05", f"f{number:02d}", "shareholder", **stated) for number in (7, 9, 31)]
    ties += [tie("f40", f"f{number:02d}", "joint-project", **stated) for number in (41, 42, 50)]
    return ecosystem(
        rows,
        [one for one in ties if {one["from_ref"], one["to_ref"]} != {*(without or ())}],
        events=[event for event, _ in made],
        participations=[part for _, parts in made for part in parts],
    )
