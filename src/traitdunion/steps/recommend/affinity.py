"""How well two organizations fit, part by part, for organizations by possible partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.recommend.ground import Floats, Ground, Part

DECAY_KM = 40.0  # at this distance nearness has fallen to 1/e
_ROWS = 4096  # organizations scored at once: bounds the memory


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two fit: the score, and what each part adds to it."""

    score: float
    parts: Mapping[Part, float]


Scored = tuple[int, Fit]


@dataclass(frozen=True, slots=True)
class Affinity:
    """Scores of organizations by partners, each the sum of its weighted parts, between 0 and 1."""

    scores: Floats
    parts: Mapping[Part, Floats]

    @classmethod
    def of(cls, ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Affinity:
        """Score every organization with every partner."""
        parts = {name: ground.weights[name] * part for name, part in _parts(ground, rows, partners).items()}
        return cls(np.round(np.sum(list(parts.values()), axis=0), 12), parts)

    def at(self, row: int, partner: int) -> Fit:
        """Give the fit of one organization with one partner, by their places."""
        return Fit(
            float(self.scores[row, partner]),
            {name: float(part[row, partner]) for name, part in self.parts.items()},
        )


def best(
    ground: Ground, rows: Sequence[int], partners: Sequence[int], top: int
) -> Iterator[tuple[int, list[Scored]]]:
    """Give each organization its best partners with their scores, equals in the order of the partners."""
    for start in range(0, len(rows), _ROWS):
        band = list(rows[start : start + _ROWS])
        affinity = Affinity.of(ground, band, partners)
        order = np.argsort(-affinity.scores, axis=1, kind="stable")[:, :top]
        for place, row in enumerate(band):
            yield row, [(partners[one], affinity.at(place, int(one))) for one in order[place]]


def _parts(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> dict[Part, Floats]:
    return {
        "distance": np.exp(-kilometres(ground, rows, partners) / DECAY_KM),
        "shared-topics": _alike(ground, rows, partners),
        "complementary": _complementary(ground, rows, partners),
        "partners-in-common": _saturated(_common(ground, rows, partners), 2.0),
        "peers": _saturated(_peers(ground, rows, partners), 3.0),
    }


def kilometres(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Floats:
    """Great-circle distance; infinite where a place is not known."""
    one, other = np.asarray(rows, dtype=np.int64)[:, None], np.asarray(partners, dtype=np.int64)[None, :]
    distance = great_circle_km(ground.lat[one], ground.lon[one], ground.lat[other], ground.lon[other])
    return np.where(np.isnan(distance), np.inf, distance)


def _alike(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Floats:
    """Cosine of what one does and what is done around the other; the rarer a topic, the more it weighs."""
    spread = np.asarray(ground.profiles.sum(axis=0)).ravel()
    rarity = np.log1p(ground.profiles.shape[0] / np.maximum(spread, 1.0))
    own = _unit(ground.profiles[list(rows)].multiply(rarity))
    theirs = _unit(ground.around[list(partners)].multiply(rarity))
    return np.asarray((own @ theirs.T).toarray(), dtype=float)


def _complementary(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Floats:
    """Share of what one is close to and lacks that is done around the other."""
    lacked = ground.closeness[list(rows)] * (ground.profiles[list(rows)].toarray() == 0)
    total = lacked.sum(axis=1, keepdims=True)
    done = (ground.around[list(partners)].toarray() > 0).astype(float)
    return np.asarray((lacked @ done.T) / np.where(total > 0, total, 1.0), dtype=float)


def _common(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Floats:
    """Adamic-Adar: partners in common, each weighing less the more partners it has itself."""
    degree = np.asarray(ground.network.sum(axis=1)).ravel()
    weight = sparse.diags_array(1.0 / np.log(np.maximum(degree, 2.0)))
    return np.asarray((ground.network[list(rows)] @ weight @ ground.network[list(partners)].T).toarray())


def _peers(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Floats:
    there = ground.network[list(partners)] @ ground.divisions
    return np.asarray((ground.divisions[list(rows)] @ there.T).toarray(), dtype=float)


def _saturated(count: Floats, half: float) -> Floats:
    return np.asarray(count / (count + half), dtype=float)


def _unit(matrix: Any) -> Any:
    matrix = sparse.csr_array(matrix)
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.diags_array(1.0 / np.where(length > 0, length, 1.0)) @ matrix
