"""The baselines that advice has to beat, on the ties dated before the advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.history import meetings
from traitdunion.methods.networks.candidate_scores import Kind, score_rows
from traitdunion.methods.networks.link_prediction import co_participation
from traitdunion.methods.partners.words import unit
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.proximity import great_circle_km

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

GRAPH: dict[str, Kind] = {
    "popularity": "popularity",
    "common_neighbours": "common_neighbours",
    "adamic_adar": "adamic_adar",
    "resource_allocation": "resource_allocation",
    "salton": "salton",
    "katz": "katz",
    "personalized_pagerank": "page_rank",
}
DICE = 1  # other dice than those that draw the negatives
FAR_KM = 1e6  # where a place is not known


@dataclass(frozen=True, slots=True)
class Baselines:
    """What baselines score from: all of it known before the advice.

    Attributes
    ----------
    network : csr_array, shape (n, n)
        Dated ties, by Newman's weights.
    columns : ndarray of int, shape (h,)
        Candidates.
    themes : csr_array, shape (n, t)
        Themes of the dated meetings of each organization, by rarity, rows of length one.
    vocabulary : tuple of str, length t
    rarity : ndarray, shape (t,)
    lat, lon : ndarray, shape (n,)
    """

    network: Any
    columns: Ints
    themes: Any
    vocabulary: tuple[str, ...]
    rarity: Floats
    lat: Floats
    lon: Floats

    @classmethod
    def of(cls, before: Ecosystem, columns: Ints) -> Baselines:
        """Lay out an ecosystem known before the advice."""
        met = meetings(before)
        chosen = np.flatnonzero(met.dated)
        part = sparse.csr_array(met.part[:, chosen])
        stated = before.events["topics"].to_pylist()
        own = [stated[row] or [] if row >= 0 else [] for row in met.event[chosen].tolist()]
        names = sorted({theme for themes in own for theme in themes})
        place = {name: column for column, name in enumerate(names)}
        cells = np.array(
            [(row, place[theme]) for row, themes in enumerate(own) for theme in sorted(set(themes))],
            dtype=np.int64,
        ).reshape(-1, 2)
        of = sparse.csr_array((np.ones(len(cells)), (cells[:, 0], cells[:, 1])), shape=(len(own), len(names)))
        rarity = np.log(max(len(own), 1) / np.maximum(np.asarray(of.sum(axis=0)).ravel(), 1.0))
        return cls(
            network=co_participation(part),
            columns=columns,
            themes=unit(sparse.csr_array(part @ of @ sparse.diags_array(rarity))),
            vocabulary=tuple(names),
            rarity=rarity,
            lat=np.array(before.organizations["lat"].to_pylist(), dtype=float),
            lon=np.array(before.organizations["lon"].to_pylist(), dtype=float),
        )

    @property
    def degree(self) -> Floats:
        """Partners of each candidate."""
        return np.asarray(np.diff(self.network.indptr)[self.columns], dtype=float)

    def scores(self, rows: Ints, *, seed: int) -> Iterator[tuple[str, Floats]]:
        """Score all candidates for organizations by each baseline, shape (q, h)."""
        for name, kind in GRAPH.items():
            found = [batch.scores[:, self.columns] for batch in score_rows(self.network, kind, rows=rows)]
            yield name, np.concatenate(found) if found else np.zeros((0, len(self.columns)))
        yield "distance", self.nearness(self.lat[rows], self.lon[rows])
        yield "topic_cosine", np.asarray((self.themes[rows] @ self.themes[self.columns].T).toarray())
        yield "random", self.chance(len(rows), seed)

    def newcomer_scores(
        self, themes: list[tuple[str, ...]], lat: Floats, lon: Floats, *, seed: int
    ) -> Iterator[tuple[str, Floats]]:
        """Score for organizations without a tie: what the network says of them is nought."""
        shape = (len(themes), len(self.columns))
        yield "popularity", np.tile(self.degree, (len(themes), 1))
        yield from ((name, np.zeros(shape)) for name in GRAPH if name != "popularity")
        yield "distance", self.nearness(lat, lon)
        yield "topic_cosine", self._cosine(themes)
        yield "random", self.chance(len(themes), seed)

    def nearness(self, lat: Floats, lon: Floats) -> Floats:
        """Kilometres, the nearest highest."""
        km = great_circle_km(lat[:, None], lon[:, None], self.lat[self.columns], self.lon[self.columns])
        return -np.nan_to_num(km, nan=FAR_KM)

    def chance(self, rows: int, seed: int) -> Floats:
        """Dice."""
        return stream(seed, DICE).random((rows, len(self.columns)))

    def _cosine(self, themes: list[tuple[str, ...]]) -> Floats:
        place = {name: column for column, name in enumerate(self.vocabulary)}
        asked = np.zeros((len(themes), len(place)))
        for row, own in enumerate(themes):
            for theme in own:
                if theme in place:
                    asked[row, place[theme]] = self.rarity[place[theme]]
        return np.asarray((unit(sparse.csr_array(asked)) @ self.themes[self.columns].T).toarray())
