"""The sites compared: every organization whose place is known, and which of them do the activity."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.steps.locate.practice import Practice

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

# A cluster is what is looked for, and says where it is: to count it would be to find it by itself.
_NOT_COMPARED = frozenset({"cluster"})
_FACTS = (
    *("id", "kind", "region", "country", "lat", "lon", "city", "precision", "arrondissement", "province"),
    *("municipality_fr", "municipality_nl"),
)


@dataclass(frozen=True, slots=True)
class Sites:
    """The organizations compared, one row each.

    Attributes
    ----------
    rows : list of dict
        What is known of each.
    points : ndarray, shape (n, 2)
        Latitude and longitude in degrees.
    member : ndarray of bool, shape (n,)
        Those of the activity.
    by_code, by_topic, by_project : ndarray of bool, shape (n,)
        How that is known.
    unplaced : int
        Organizations of the activity left out because their place is not known.
    """

    rows: list[dict[str, Any]]
    points: Floats
    member: Bools
    by_code: Bools
    by_topic: Bools
    by_project: Bools
    unplaced: int

    @classmethod
    def of(cls, ecosystem: Ecosystem, practice: Practice) -> Sites:
        """Lay out the organizations of the country that are no clusters."""
        facts = ecosystem.organizations.select(_FACTS).to_pylist()
        home = np.array([row["kind"] not in _NOT_COMPARED and row["region"] != "abroad" for row in facts])
        placed = np.array([row["lat"] is not None and row["lon"] is not None for row in facts])
        kept = np.flatnonzero(home & placed)
        rows = [facts[row] for row in kept]
        return cls(
            rows=rows,
            points=np.array([(row["lat"], row["lon"]) for row in rows], dtype=float).reshape(-1, 2),
            member=practice.anyhow[kept],
            by_code=practice.by_code[kept],
            by_topic=practice.by_topic[kept],
            by_project=practice.by_project[kept],
            unplaced=int((practice.anyhow & home & ~placed).sum()),
        )

    def towns(self, rows: npt.NDArray[np.int64], *, most: int = 3) -> tuple[str, ...]:
        """Name the towns most of these stand in: enough for half of them, at most so many."""
        counted = Counter(town_of(self.rows[row]) for row in rows.tolist())
        counted.pop("", None)
        ordered = sorted(counted.items(), key=lambda town: (-town[1], town[0]))
        named: list[str] = []
        for town, _ in ordered[:most]:
            named.append(town)
            if 2 * sum(counted[one] for one in named) > counted.total():
                break
        return tuple(named)


def town_of(row: dict[str, Any]) -> str:
    """Name the town of a site: that of its address, written as towns are; else its municipality."""
    city = (row["city"] or row["municipality_nl"] or "").split("/")[0].strip()
    return city.title() if city.isupper() else city
