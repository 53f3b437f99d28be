"""First partners of organizations without a tie: from what they are, and the call of their first project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.discrete_choice import conditional_logit
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.features import Proximity, batches, level, ranked
from traitdunion.methods.partners.pair_scores import (
    CONTENT,
    Prepared,
    Scores,
    nearness,
    prepared,
    same_region,
    walked,
)
from traitdunion.methods.partners.windows import FEWEST, SEEN, WINDOWS, YEAR, Lists, alternatives, together
from traitdunion.methods.partners.words import unit, weighed

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

PENALTY = 30.0
GO_ON, STEPS = 0.7, 12  # of the walk that starts at the call
LISTS = 1_000  # newcomers of a window at most

# What each counts before anything is learned: who is large where the newcomer begins, then all else.
PRIOR: dict[str, tuple[Proximity, float]] = {
    "degree": ("standing", 0.2),
    "theme_activity": ("cognitive", 0.2),
    "theme_by_degree": ("cognitive", 0.4),
    "call_walk": ("cognitive", 0.2),
    "text": ("cognitive", 0.1),
    "profile": ("cognitive", 0.2),
    "nearness": ("geographic", 0.5),
    "region": ("institutional", 0.2),
}


class Newcomers(NamedTuple):
    """Organizations without a tie.

    Attributes
    ----------
    kind, region : ndarray of int, shape (q,)
    lat, lon : ndarray, shape (q,)
    profile : csr_array, shape (q, a)
        What they state of themselves, in the columns of `Evidence.profile`.
    themes, families, words : csr_array, shape (q, t), (q, f), (q, v)
        Of the call of the first project, in the columns of the evidence. Not of the project itself.
    """

    kind: Ints
    region: Ints
    lat: Floats
    lon: Floats
    profile: Any
    themes: Any
    families: Any
    words: Any

    def some(self, rows: slice) -> Newcomers:
        """Give some of them.

        Examples
        --------
        >>> from traitdunion.methods.partners.evidence import example
        >>> described_by_call(example(), np.arange(3), np.arange(3)).some(slice(0, 2)).kind.tolist()
        [0, 1]
        """
        parts: list[Any] = [part[rows] for part in self]
        return Newcomers(*parts)


@dataclass(frozen=True, slots=True)
class NewcomerModel:
    """What was learned of first partners.

    Attributes
    ----------
    named : tuple of str, length p
    coefficients : ndarray, shape (p,)
    lists : int
        Newcomers it was learned from; 0: the prior alone.
    """

    named: tuple[str, ...]
    coefficients: Floats
    lists: int


def train_newcomers(evidence: Evidence, *, day: float) -> NewcomerModel:
    """Learn who the first partners of organizations without a tie are.

    Parameters
    ----------
    evidence : Evidence
        Nothing in it may be later than `day`.
    day : float

    Returns
    -------
    NewcomerModel
        Without newcomers to learn from, PRIOR.

    Notes
    -----
    Conditional logit, ridge towards a prior: newcomers of a window cut are those whose first dated meeting is
    after it, known then by nothing but what they are and the call of that meeting.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> model = train_newcomers(example(), day=3.0)
    >>> model.lists, dict(zip(model.named, model.coefficients.tolist()))["nearness"]
    (0, 0.5)
    """
    kinds = sorted({int(kind) for kind in evidence.kind[evidence.home]})
    named = (*PRIOR, *(f"kinds:{one}:{other}" for one in kinds for other in kinds))
    taught = together(list(_taught(evidence, named, day)), len(named))
    prior = np.array([PRIOR[name][1] if name in PRIOR else 0.0 for name in named])
    found = conditional_logit(*taught, penalty=PENALTY, prior=prior)
    return NewcomerModel(named, found.coefficients, len(taught.lengths))


def newcomer_scores(scene: Prepared, model: NewcomerModel, newcomers: Newcomers) -> Floats:
    """Score every candidate for organizations without a tie.

    Returns
    -------
    ndarray, shape (q, h)

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> scene, model = prepared(example(), np.arange(3)), train_newcomers(example(), day=3.0)
    >>> newcomers = described_by_call(example(), np.arange(2), np.arange(2))
    >>> newcomer_scores(scene, model, newcomers).shape
    (2, 3)
    """
    found = np.empty((len(newcomers.kind), len(scene.columns)))
    for at in batches(*found.shape):
        found[at] = newcomer_features(scene, newcomers.some(at), model.named) @ model.coefficients
    return found


def newcomer_parts(scene: Prepared, newcomers: Newcomers) -> dict[str, Floats]:
    """Score every candidate by each kind of evidence.

    Returns
    -------
    dict of name to ndarray, shape (q, h)
        With u who asks and v the candidate:

        - degree: logarithm of one plus partners of v;
        - theme_activity: meetings of v with others in the themes of the call;
        - theme_by_degree: the logarithm of one plus these, times the degree;
        - call_walk: where a walk that starts at the call is found, as wide_walk of `pair_scores.pair_scores`;
        - text: cosine of the words of the call and those of v's meetings; profile: of what both state;
        - nearness, region: as in `pair_scores.pair_scores`.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> newcomers = described_by_call(example(), np.array([0]), np.array([0]))
    >>> newcomer_parts(prepared(example(), np.arange(3)), newcomers)["theme_activity"].tolist()
    [[1.0, 1.0, 0.0]]
    """
    evidence, columns = scene.evidence, scene.columns
    degree = np.tile(np.log1p(scene.degree[columns]), (len(newcomers.kind), 1))
    activity = _activity(scene, newcomers)
    return {
        "degree": degree,
        "theme_activity": activity,
        "theme_by_degree": np.log1p(activity) * degree,
        "call_walk": _call_walk(scene, newcomers),
        "text": _spoken(scene, newcomers),
        "profile": np.asarray((unit(newcomers.profile) @ scene.own.T).toarray()),
        "nearness": nearness(newcomers.lat, newcomers.lon, evidence.lat[columns], evidence.lon[columns]),
        "region": same_region(newcomers.region, evidence.region[columns]),
    }


def _activity(scene: Prepared, newcomers: Newcomers) -> Floats:
    """Meetings of each candidate with others in the themes of the call."""
    evidence = scene.evidence
    shared = np.asarray(evidence.part.sum(axis=0)).ravel() > 1
    took_part = sparse.csr_array(evidence.part[scene.columns] @ sparse.diags_array(shared.astype(float)))
    return np.asarray((newcomers.themes @ (took_part @ evidence.themes).T).toarray())


def _spoken(scene: Prepared, newcomers: Newcomers) -> Floats:
    """Cosine of the words of the call and those of each candidate's meetings."""
    asked = weighed(newcomers.words, among=scene.evidence.words)
    return np.asarray((asked @ scene.text.T).toarray())


def newcomer_features(scene: Prepared, newcomers: Newcomers, named: Sequence[str]) -> npt.NDArray[np.float32]:
    """Describe every candidate to organizations without a tie.

    Returns
    -------
    ndarray of float32, shape (q, h, p)

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> newcomers = described_by_call(example(), np.array([0]), np.array([0]))
    >>> found = newcomer_features(prepared(example(), np.arange(3)), newcomers, ["region", "kinds:0:1"])
    >>> found.tolist()
    [[[0.5, 0.0], [0.5, 1.0], [-0.5, 1.0]]]
    """
    scores = newcomer_parts(scene, newcomers)
    kind = scene.evidence.kind[scene.columns]
    free = np.ones((len(newcomers.kind), len(scene.columns)), dtype=bool)
    found = np.empty((*free.shape, len(named)), dtype=np.float32)
    for place, name in enumerate(named):
        if name.startswith("kinds:"):
            one, other = (int(code) for code in name.split(":")[1:])
            found[:, :, place] = (newcomers.kind == one)[:, None] & (kind == other)
        elif name in ("nearness", "region"):
            found[:, :, place] = scores[name]
        else:
            found[:, :, place] = (level if name == "degree" else ranked)(scores[name], free)
    return found


def first_meetings(evidence: Evidence, start: float, end: float) -> tuple[Ints, Ints]:
    """Find the home organizations whose first dated meeting begins within some days, and that meeting.

    Returns
    -------
    rows, meetings : ndarray of int

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> [found.tolist() for found in first_meetings(example(), 1.0, 3.0)]
    [[2], [1]]
    """
    dated = np.flatnonzero(evidence.dated)
    order = dated[np.argsort(evidence.day[dated], kind="stable")]
    part = sparse.csr_array(evidence.part[:, order])
    part.sort_indices()
    some = np.flatnonzero((np.diff(part.indptr) > 0) & evidence.home)
    first = order[part.indices[part.indptr[some]]] if len(some) else np.zeros(0, dtype=np.int64)
    inside = (evidence.day[first] >= start) & (evidence.day[first] < end)
    return some[inside], first[inside]


def described_by_call(evidence: Evidence, rows: Ints, first: Ints) -> Newcomers:
    """Describe organizations as newcomers: by what they are and their first call, not what they did there.

    Parameters
    ----------
    evidence : Evidence
    rows : ndarray of int, shape (q,)
        Organizations.
    first : ndarray of int, shape (q,)
        The first meeting of each.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> described_by_call(example(), np.array([2]), np.array([1])).themes.toarray().tolist()
    [[0.0, 1.0, 0.0]]
    """
    return Newcomers(
        kind=evidence.kind[rows],
        region=evidence.region[rows],
        lat=evidence.lat[rows],
        lon=evidence.lon[rows],
        profile=sparse.csr_array(evidence.profile[rows]),
        themes=sparse.csr_array(evidence.themes[first]),
        families=sparse.csr_array(evidence.families[first]),
        words=sparse.csr_array(evidence.calls[first]),
    )


def _taught(evidence: Evidence, named: Sequence[str], day: float) -> Iterator[Lists]:
    """Newcomers of each window, with all candidates described; a sample of them where they are many."""
    for years in WINDOWS:
        cut = day - years * YEAR
        before = evidence.before(cut)
        rows, first = first_meetings(evidence, cut, day)
        columns = before.met
        if not len(columns) or not len(rows):
            continue
        met = evidence.partners_between(cut, day, rows, columns)
        most = min(LISTS, max(FEWEST, SEEN // len(columns)))
        some = np.flatnonzero(np.diff(met.indptr) > 0)[:most]
        if len(some):
            newcomers = described_by_call(evidence, rows[some], first[some])
            yield _lists(prepared(before, columns), newcomers, met[some], named)


def _lists(scene: Prepared, newcomers: Newcomers, met: Any, named: Sequence[str]) -> Lists:
    found: list[tuple[Scores, Bools]] = []
    free = np.ones(len(scene.columns), dtype=bool)
    for at in batches(*met.shape):
        described = newcomer_features(scene, newcomers.some(at), named)
        for new, own in zip(met[at].toarray(), described, strict=True):
            kept = alternatives(free, new, seed=len(found))
            found.append((own[kept], new[kept]))
    lengths = np.array([len(own) for own, _ in found], dtype=np.int64)
    return Lists(
        np.concatenate([own for own, _ in found]), np.concatenate([new for _, new in found]), lengths
    )


def _call_walk(scene: Prepared, newcomers: Newcomers) -> Floats:
    """Where a walk over everything is found that starts at the call, and starts there afresh."""
    content = {"themes": newcomers.themes, "families": newcomers.families, "words": newcomers.words}
    seed = sparse.csr_array(sparse.hstack([CONTENT[name] * unit(part) for name, part in content.items()]))
    total = np.asarray(seed.sum(axis=1)).ravel()
    scale = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
    seed = sparse.csr_array(sparse.diags_array(scale) @ seed)
    ahead = scene.everything.shape[0] - seed.shape[1]
    starts = sparse.csr_array(sparse.hstack([sparse.csr_array((seed.shape[0], ahead)), seed]))
    found = walked(scene.everything, scene.strength_everything, starts, scene.columns, GO_ON, STEPS)
    return np.asarray(found, dtype=float)
