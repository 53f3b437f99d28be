"""What reasons for advice on partners are made from, laid out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.history import Meetings, meetings
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.pair_scores import Prepared
from traitdunion.methods.partners.words import as_written, indicator, lasting, weighed
from traitdunion.steps.recommend.evidence import event_themes, texts
from traitdunion.steps.recommend.facts import Once, entries

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
KEPT = 10_000_000  # pairs of which it is kept who is within two steps, a byte each


class Together(NamedTuple):
    """What two did together: the name and year of a project where they are known, source and date."""

    project: str
    year: int | str
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What reasons are made from.

    Attributes
    ----------
    ids : list of str, length h
        Candidates, in the order of the scores.
    rows : list of mapping, length h
        Facts of each; what it states as sets.
    columns : ndarray of int, shape (h,)
        Their rows in the ecosystem.
    every : list of str
        Ids of all organizations of the ecosystem.
    scene : Prepared
    met : Meetings
        Its columns are those of the evidence.
    members : csr_array
        Meetings by organizations.
    rank : ndarray of int
        Place of each organization of the ecosystem, those with the fewest partners first.
    events, ties : list of mapping
        Facts of each, by their rows in the ecosystem.
    projects : list of list of int, length h
        Events of each candidate, as rows.
    order : ndarray of int
        Place of each event in time.
    did : csr_array, shape (h, t)
        Projects of each candidate with each theme.
    themes : csr_array, shape (events, t)
    topics : list of str, length t
        A topic that each theme stands for.
    rarity : ndarray, shape (t,)
    spoken : csr_array, shape (h, v)
        Words of each candidate's projects, weighed.
    vocabulary : tuple of str, length v
    texts : list of str
        Of each event.
    reached : ndarray of bool, shape (h, n), or None
        Whom the contacts of each candidate are in contact with; None where that is too much to keep.
    """

    ids: list[str]
    rows: list[dict[str, Any]]
    columns: Ints
    every: list[str]
    scene: Prepared
    met: Meetings
    members: Any
    rank: Ints
    events: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    projects: list[list[int]]
    order: Ints
    did: Any
    themes: Any
    topics: list[str]
    rarity: Floats
    spoken: Any
    vocabulary: tuple[str, ...]
    texts: list[str]
    reached: Bools | None
    _once: Once = field(default_factory=Once)

    def contacts_of(self, row: int) -> list[int]:
        """Give who an organization of the ecosystem is in contact with, as rows."""
        return entries(self.scene.pattern_every, row)

    def contacts(self, places: Ints) -> Any:
        """Give who some candidates are in contact with, one line each."""
        return self.scene.pattern_every[self.columns[places]]

    def last_with(self, place: int) -> Mapping[int, Together]:
        """Give what a candidate did last with each organization, by its row."""
        found: dict[int, Together] = self._once("last", place, self._last_with)
        return found

    def with_theme(self, place: int) -> Mapping[int, list[int]]:
        """Give the projects of a candidate by theme."""
        found: dict[int, list[int]] = self._once("theme", place, self._with_theme)
        return found

    def spelled(self, place: int) -> Mapping[int, str]:
        """Give the words of a candidate's projects as they are written there, by their columns."""
        found: dict[int, str] = self._once("spelled", place, self._spelled)
        return found

    def last_project(self, place: int) -> tuple[str, str] | None:
        """Give source and date of the last project of a candidate, if it has any."""
        found: tuple[str, str] | None = self._once("project", place, self._last_project)
        return found

    def reach(self, places: Ints) -> Bools:
        """Tell whom the contacts of some candidates are in contact with, one line each."""
        if self.reached is not None:
            return self.reached[places]
        return np.asarray((self.contacts(places) @ self.scene.pattern_every).toarray() != 0)

    def warm(self) -> None:
        """Make all that is made once, before anything is asked."""
        for place in range(len(self.ids)):
            for make in (self.last_with, self.with_theme, self.spelled, self.last_project):
                make(place)

    def source_of(self, event: int) -> tuple[str, str]:
        """Give source and date of an event."""
        fact = self.events[event]
        return fact["source_url"] or "", fact["since"] or fact["source_date"] or ""

    def _last_with(self, place: int) -> dict[int, Together]:
        took_part = entries(self.scene.evidence.part, int(self.columns[place]))
        last: dict[int, int] = {}
        for meeting in sorted(took_part, key=lambda one: (self.met.day[one], -one)):
            last |= dict.fromkeys(entries(self.members, meeting), meeting)
        return {row: self._once("told", meeting, self._told) for row, meeting in last.items()}

    def _told(self, meeting: int) -> Together:
        event, tie = int(self.met.event[meeting]), int(self.met.tie[meeting])
        fact = self.events[event] if event >= 0 else self.ties[tie]
        year = int(fact["since"][:4]) if fact["since"] else ""
        if event >= 0:
            name = (fact["name"] or "").partition(":")[0].strip()
            return Together(name, year, *self.source_of(event))
        return Together("", year, fact["source_url"] or "", fact["source_date"] or fact["since"] or "")

    def _with_theme(self, place: int) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for event in self.projects[place]:
            for theme in entries(self.themes, event):
                found.setdefault(theme, []).append(event)
        return found

    def _spelled(self, place: int) -> dict[int, str]:
        words = entries(self.spoken, place)
        written = as_written(
            [self.vocabulary[word] for word in words], [self.texts[event] for event in self.projects[place]]
        )
        return dict(zip(words, written, strict=True))

    def _last_project(self, place: int) -> tuple[str, str] | None:
        own = self.projects[place]
        return self.source_of(max(own, key=self.order.__getitem__)) if own else None


def explained(ecosystem: Ecosystem, evidence: Evidence, scene: Prepared) -> Explained:
    """Lay out what reasons are made from."""
    columns, part = scene.columns, evidence.part
    names = ["id", "kind", "region", "city", "precision", "activities", "topics", "needs", "offers"]
    rows = ecosystem.organizations.select([*names, "as_of", "source_urls"]).to_pylist()
    events, met = ecosystem.events.to_pylist(), meetings(ecosystem)
    own = event_themes(ecosystem)
    themes, labels = indicator([sorted({lasting(theme) for theme in themes}) for themes in own])
    topic_of = {lasting(theme): theme for themes in own for theme in themes}
    projects = [
        [int(met.event[one]) for one in entries(part, row) if met.event[one] >= 0] for row in columns.tolist()
    ]
    took_part = _laid_out(projects, len(events))
    every = [row["id"] for row in rows]
    return Explained(
        ids=[every[row] for row in columns.tolist()],
        rows=[_folded(rows[row]) for row in columns.tolist()],
        columns=columns,
        every=every,
        scene=scene,
        met=met,
        members=sparse.csr_array(part.T),
        rank=_places(range(len(every)), key=lambda one: (scene.degree_every[one], every[one])),
        events=events,
        ties=ecosystem.ties.to_pylist(),
        projects=projects,
        order=_places(range(len(events)), key=lambda one: (events[one]["since"] or "", -one)),
        did=sparse.csr_array(took_part @ themes),
        themes=themes,
        topics=[topic_of[label] for label in labels],
        rarity=1.0 / np.log(np.e + np.bincount(themes.indices, minlength=len(labels))),
        spoken=sparse.csr_array(part[columns] @ weighed(evidence.words)),
        vocabulary=evidence.vocabulary,
        texts=texts(ecosystem),
        reached=_reached(scene),
    )


def _reached(scene: Prepared) -> Bools | None:
    if len(scene.columns) * scene.pattern_every.shape[0] > KEPT:
        return None
    near = scene.pattern_every[scene.columns]
    return np.asarray((near @ scene.pattern_every).toarray() != 0)


def _folded(row: dict[str, Any]) -> dict[str, Any]:
    """Turn what is stated into sets, needs and offers written in one way."""
    said = {name: frozenset(row[name] or ()) for name in ("topics", "activities")}
    traded = {
        name: frozenset(one.strip().casefold() for one in row[name] or ()) for name in ("needs", "offers")
    }
    return row | said | traded


def _laid_out(columns: Sequence[Sequence[int]], size: int) -> Any:
    lengths = [len(own) for own in columns]
    at = np.repeat(np.arange(len(columns)), lengths), np.concatenate([np.zeros(0, np.int64), *columns])
    return sparse.csr_array((np.ones(len(at[0])), at), shape=(len(columns), size))


def _places(of: Sequence[int], *, key: Callable[[int], Any]) -> Ints:
    """Give the place of each in the order of a key."""
    places = np.empty(len(of), dtype=np.int64)
    places[sorted(of, key=key)] = np.arange(len(of))
    return places
