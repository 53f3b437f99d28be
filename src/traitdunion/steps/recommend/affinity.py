"""How well an organization and a possible partner fit, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import sparse

from traitdunion.methods.partners.words import unit
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.recommend.ground import Floats, Ground, Part
from traitdunion.steps.recommend.wishes import NONE, Wishes

DECAY_KM = 40.0  # at this distance nearness has fallen to 1/e
MUST = 2.0  # what a rule makes of a score: more than any other
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
        parts = {name: ground.weights[name] * part for name, part in parts_of(ground, rows, partners).items()}
        return cls(np.round(np.sum(list(parts.values()), axis=0), 12), parts)

    def at(self, row: int, partner: int) -> Fit:
        """Give the fit of one organization with one partner, by their places."""
        return Fit(
            float(self.scores[row, partner]),
            {name: float(part[row, partner]) for name, part in self.parts.items()},
        )


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the pairs, a row for each organization."""

    rows: tuple[int, ...]
    near: Any  # by organizations: who it is in contact with
    around: Any  # by topics: how many of those, itself with them, do it
    divisions: Any  # by NACE divisions: how many of those are in it

    @classmethod
    def of(cls, ground: Ground, rows: Sequence[int]) -> _Side:
        at = list(rows)
        near = ground.network[at]
        return cls(tuple(at), near, ground.around[at], sparse.csr_array(near @ ground.divisions))

    def without(self, ground: Ground, row: int, other: int) -> _Side:
        """Forget that the organization of one row is in contact with another one."""
        place = self.rows.index(row)
        if self.near[place, other] == 0:
            return self

        def less(matrix: Any, taken: Any) -> Any:
            cells = (taken.data, (np.full(taken.nnz, place), taken.indices))
            found = sparse.csr_array(matrix - sparse.csr_array(cells, shape=matrix.shape))
            found.eliminate_zeros()
            return found

        link = sparse.csr_array(([self.near[place, other]], ([0], [other])), shape=(1, self.near.shape[1]))
        return replace(
            self,
            near=less(self.near, link),
            around=less(self.around, ground.profiles[[other]]),
            divisions=less(self.divisions, ground.divisions[[other]]),
        )


def best(
    ground: Ground, rows: Sequence[int], partners: Sequence[int], top: int, wishes: Wishes = NONE
) -> Iterator[tuple[int, list[Scored]]]:
    """Give each organization its best partners with their scores, equals in the order of the partners."""
    place_of = {ground.rows[one]["id"]: place for place, one in enumerate(partners)}
    for start in range(0, len(rows), _ROWS):
        band = list(rows[start : start + _ROWS])
        affinity = Affinity.of(ground, band, partners)
        ranked = affinity.scores.copy()
        _obey(ranked, {ground.rows[row]["id"]: line for line, row in enumerate(band)}, place_of, wishes)
        order = np.argsort(-ranked, axis=1, kind="stable")[:, :top]
        for place, row in enumerate(band):
            chosen = [int(one) for one in order[place] if ranked[place, one] > -np.inf]
            yield row, [(partners[one], affinity.at(place, one)) for one in chosen]


def _obey(scores: Floats, lines: Mapping[str, int], places: Mapping[str, int], wishes: Wishes) -> None:
    """Bar whom rules and answers bar, and put first who must meet; written into `scores`."""
    for value, pairs in ((MUST, wishes.musts), (-np.inf, wishes.barred)):
        for one, other in pairs:
            if one in lines and other in places:
                scores[lines[one], places[other]] = value


def parts_of(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> dict[Part, Floats]:
    """Score each part from 0 to 1, before it is weighted."""
    return _parts(ground, _Side.of(ground, rows), _Side.of(ground, partners))


def parts_held_out(
    ground: Ground, held: Sequence[tuple[int, int]], partners: Sequence[int]
) -> Iterator[dict[Part, Floats]]:
    """Score each part for organizations as if the tie of each with one of the partners were not known.

    `held` gives organization and partner, -1 where nothing is held out; each answer has one row.
    """
    there = _Side.of(ground, partners)
    for row, partner in held:
        own = _Side.of(ground, [row])
        if partner < 0:
            yield _parts(ground, own, there)
        else:
            yield _parts(ground, own.without(ground, row, partner), there.without(ground, partner, row))


def _parts(ground: Ground, own: _Side, there: _Side) -> dict[Part, Floats]:
    standing = np.diff(there.near.indptr).astype(float)
    region = ground.regions
    return {
        "distance": np.exp(-kilometres(ground, own.rows, there.rows) / DECAY_KM),
        "shared-topics": _alike(ground, own, there),
        "complementary": _complementary(ground, own, there),
        "partners-in-common": _saturated(_common(ground, own, there), 2.0),
        "peers": _saturated(_peers(ground, own, there), 3.0),
        "need-met": _needed(ground, own, there),
        "same-region": (region[list(own.rows)][:, None] == region[list(there.rows)]) * 1.0,
        "same-group": _saturated(_owned(ground, own, there), 1.0),
        "standing": np.tile(_saturated(standing, 20.0), (len(own.rows), 1)),
    }


def kilometres(ground: Ground, rows: Sequence[int], partners: Sequence[int]) -> Floats:
    """Great-circle distance; infinite where a place is not known."""
    one, other = np.asarray(rows, dtype=np.int64)[:, None], np.asarray(partners, dtype=np.int64)[None, :]
    distance = great_circle_km(ground.lat[one], ground.lon[one], ground.lat[other], ground.lon[other])
    return np.where(np.isnan(distance), np.inf, distance)


def _alike(ground: Ground, own: _Side, there: _Side) -> Floats:
    """Cosine of what one does and what is done around the other; the rarer a topic, the more it weighs."""
    spread = np.asarray(ground.profiles.sum(axis=0)).ravel()
    rarity = np.log1p(ground.profiles.shape[0] / np.maximum(spread, 1.0))
    mine = unit(sparse.csr_array(ground.profiles[list(own.rows)].multiply(rarity)))
    return np.asarray((mine @ unit(sparse.csr_array(there.around.multiply(rarity))).T).toarray(), dtype=float)


def _complementary(ground: Ground, own: _Side, there: _Side) -> Floats:
    """Share of what one is close to and lacks that is done around the other."""
    rows = list(own.rows)
    lacked = ground.closeness[rows] * (ground.profiles[rows].toarray() == 0)
    total = lacked.sum(axis=1, keepdims=True)
    done = (there.around.toarray() > 0).astype(float)
    return np.asarray((lacked @ done.T) / np.where(total > 0, total, 1.0), dtype=float)


def _common(ground: Ground, own: _Side, there: _Side) -> Floats:
    """Adamic-Adar: partners in common, each weighing less the more partners it has itself."""
    degree = np.asarray(ground.network.sum(axis=1)).ravel()
    weight = sparse.diags_array(1.0 / np.log(np.maximum(degree, 2.0)))
    return np.asarray((own.near @ weight @ there.near.T).toarray())


def _peers(ground: Ground, own: _Side, there: _Side) -> Floats:
    return np.asarray((ground.divisions[list(own.rows)] @ there.divisions.T).toarray(), dtype=float)


def _needed(ground: Ground, own: _Side, there: _Side) -> Floats:
    """Share of what one needs that the other offers."""
    needs = ground.needs[list(own.rows)]
    count = np.maximum(np.asarray(needs.sum(axis=1)).ravel(), 1.0)
    met = np.asarray((needs @ ground.offers[list(there.rows)].T).toarray(), dtype=float)
    return np.asarray(met / count[:, None])


def _owned(ground: Ground, own: _Side, there: _Side) -> Floats:
    """Organizations of one's group that the other is, or is in contact with."""
    group = ground.group[list(own.rows)]
    inside = group[:, list(there.rows)] + group @ there.near.T
    return np.asarray(inside.toarray(), dtype=float)


def _saturated(count: Floats, half: float) -> Floats:
    return np.asarray(count / (count + half), dtype=float)
