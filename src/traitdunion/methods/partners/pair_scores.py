"""Scores of pairs: how near two organizations are, by one kind of evidence at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.networks.link_prediction import co_participation
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.words import unit, weighed
from traitdunion.methods.space.proximity import great_circle_km

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

DECAY_KM = 20.0  # at this distance nearness has fallen to 1/e
OLD_TIE = 0.3  # what a tie without a date of its own counts in the walk over ties
OLD_STEP = 0.5  # and in the walk over everything
GO_ON, STEPS = 0.5, 10  # of the walk over ties
GO_ON_WIDE, STEPS_WIDE = 0.85, 16  # of the walk over everything
CONTENT: Mapping[str, float] = {"themes": 0.5, "families": 0.5, "words": 0.15}
_COLUMNS = 64  # walks at once: they stay near the processor


@dataclass(frozen=True, slots=True)
class Prepared:
    """Evidence prepared for scoring.

    Attributes
    ----------
    evidence : Evidence
    columns : ndarray of int, shape (h,)
        Rows of `evidence` that are candidates: the home organizations known.
    every : csr_array, shape (n, n)
        Ties by Newman's weights, those of meetings that are not dated OLD_TIE times.
    pattern, pattern_every : csr_array, shape (n, n)
        One where two met: at a meeting that is dated, and at any.
    degree, degree_every : ndarray, shape (n,)
        Their sums.
    strength : ndarray, shape (n,)
        Sum of `every`.
    everything : csr_array
        Organizations, meetings, themes, families and words, in this order, as one graph.
    strength_everything : ndarray
        Sum of `everything`.
    profile : csr_array, shape (h, t)
        Themes of the candidates' meetings, by rarity, rows of length one.
    text : csr_array, shape (h, v)
        Words likewise.
    own : csr_array, shape (h, a)
        What the candidates state of themselves, likewise.
    """

    evidence: Evidence
    columns: Ints
    every: Any
    pattern: Any
    pattern_every: Any
    degree: Floats
    degree_every: Floats
    strength: Floats
    everything: Any
    strength_everything: Floats
    profile: Any
    text: Any
    own: Any


def prepared(evidence: Evidence, columns: Ints) -> Prepared:
    """Prepare evidence for scoring.

    Parameters
    ----------
    evidence : Evidence
        Nothing but what is known at the time of the advice.
    columns : ndarray of int, shape (h,)
        Rows that may be recommended.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> prepared(example(), np.arange(3)).degree.tolist()
    [1.0, 2.0, 1.0]
    """
    dated = sparse.csr_array(evidence.part[:, evidence.dated])
    old = sparse.csr_array(evidence.part[:, ~evidence.dated])
    recent, then = co_participation(dated), co_participation(old)
    every = sparse.csr_array(recent + OLD_TIE * then)
    pattern, pattern_every = _pattern(recent), _pattern(every)
    words, shared = weighed(evidence.words), _shared(evidence.part)
    everything = _everything(evidence, words, shared)
    took_part = sparse.csr_array(shared[columns])
    own = evidence.profile[columns]
    return Prepared(
        evidence=evidence,
        columns=np.asarray(columns, dtype=np.int64),
        every=every,
        pattern=pattern,
        pattern_every=pattern_every,
        degree=_sums(pattern),
        degree_every=_sums(pattern_every),
        strength=_sums(every),
        everything=everything,
        strength_everything=_sums(everything),
        profile=unit(
            sparse.csr_array(took_part @ evidence.themes @ sparse.diags_array(_rarity(evidence.themes)))
        ),
        text=unit(sparse.csr_array(evidence.part[columns] @ words)),
        own=unit(sparse.csr_array(own @ sparse.diags_array(_rarity(evidence.profile)))),
    )


def pair_scores(scene: Prepared, rows: Ints) -> dict[str, Scores]:
    """Score candidates as partners of some of them, by each kind of evidence.

    Parameters
    ----------
    scene : Prepared
    rows : ndarray of int, shape (q,)
        Places in `scene.columns`.

    Returns
    -------
    dict of name to ndarray of float32, shape (q, h)
        With u who asks and v the candidate:

        - adamic_adar, adamic_adar_every: partners in common, in dated meetings and in all;
        - walk, walk_back: where a walk by ties from u is found, and from v (Haveliwala 2002);
        - wide_walk, wide_walk_back: the same over organizations, meetings, themes and words together;
        - themes, text, profile: cosine of what their projects are about, and of what they state;
        - nearness: exp(-km / 20), 0 where a place is not known; region: 1/2 in the same, -1/2 in another;
        - need, offer: share of u's needs that v offers, and of v's that u offers;
        - group: of the same owners;
        - degree: logarithm of one plus partners of v.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> found = pair_scores(prepared(example(), np.arange(3)), np.array([0]))
    >>> found["adamic_adar"].astype(float).round(3).tolist()
    [[1.443, 0.0, 1.443]]
    """
    at = scene.columns[rows]
    lat, lon = scene.evidence.lat, scene.evidence.lon
    walk = _walk(scene.every, scene.strength, at, scene.columns, GO_ON, STEPS)
    wide = _walk(scene.everything, scene.strength_everything, at, scene.columns, GO_ON_WIDE, STEPS_WIDE)
    found = {
        "adamic_adar": _adamic_adar(scene.pattern, scene.degree, at, scene.columns),
        "adamic_adar_every": _adamic_adar(scene.pattern_every, scene.degree_every, at, scene.columns),
        "walk": walk,
        "walk_back": _turned(walk, scene.strength, at, scene.columns),
        "wide_walk": wide,
        "wide_walk_back": _turned(wide, scene.strength_everything, at, scene.columns),
        "themes": _cosine(scene.profile, rows),
        "text": _cosine(scene.text, rows),
        "profile": _cosine(scene.own, rows),
        "nearness": nearness(lat[at], lon[at], lat[scene.columns], lon[scene.columns]),
        "region": same_region(scene.evidence.region[at], scene.evidence.region[scene.columns]),
        "need": _met(scene.evidence.needs[at], scene.evidence.offers[scene.columns]),
        "offer": _met(scene.evidence.needs[scene.columns], scene.evidence.offers[at]).T,
        "group": np.asarray(scene.evidence.group[at][:, scene.columns].toarray()),
        "degree": np.tile(np.log1p(scene.degree[scene.columns]), (len(at), 1)),
    }
    return {name: np.asarray(values, dtype=np.float32) for name, values in found.items()}


def _shared(part: Any) -> Any:
    """Leave meetings of a single organization out."""
    size = np.asarray(part.sum(axis=0)).ravel()
    return sparse.csr_array(part @ sparse.diags_array((size > 1).astype(float)))


def _everything(evidence: Evidence, words: Any, shared: Any) -> Any:
    parts = {"themes": evidence.themes, "families": evidence.families, "words": words}
    content = sparse.hstack([CONTENT[name] * matrix for name, matrix in parts.items()])
    counted = (np.asarray(shared.sum(axis=0)).ravel() > 0).astype(float)
    content = sparse.csr_array(sparse.diags_array(counted) @ content)
    steps = sparse.csr_array(shared @ sparse.diags_array(np.where(evidence.dated, 1.0, OLD_STEP)))
    return sparse.csr_array(
        sparse.block_array([[None, steps, None], [steps.T, None, content], [None, content.T, None]])
    )


def _rarity(labels: Any) -> Floats:
    """Logarithm of rows over rows with the label."""
    spread = np.bincount(labels.indices, minlength=labels.shape[1])
    rarity: Floats = np.log(max(labels.shape[0], 1) / np.maximum(spread, 1))
    return rarity


def walked(ties: Any, strength: Floats, starts: Any, ends: Ints, go_on: float, steps: int) -> Scores:
    """Tell where a walk that goes on with a chance, and else starts afresh, is found after some steps.

    Parameters
    ----------
    ties : csr_array, shape (n, n)
        Symmetric weights.
    strength : ndarray, shape (n,)
        Their sums.
    starts : csr_array, shape (q, n)
        Chances of where each walk starts; each row adds to one, or is empty.
    ends : ndarray of int, shape (h,)
    go_on : float
    steps : int

    Returns
    -------
    ndarray of float32, shape (q, h)

    Examples
    --------
    >>> path = sparse.csr_array([[0.0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> starts = sparse.csr_array([[1.0, 0, 0]])
    >>> walked(path, np.array([1.0, 2, 1]), starts, np.arange(3), 0.5, 30).astype(float).round(3).tolist()
    [[0.583, 0.333, 0.083]]
    """
    onwards = np.divide(go_on, strength, out=np.zeros_like(strength), where=strength > 0)
    step = sparse.csr_array(ties @ sparse.diags_array(onwards), dtype=np.float32)
    found = np.zeros((starts.shape[0], len(ends)), dtype=np.float32)
    for first in range(0, starts.shape[0], _COLUMNS):
        at = starts[first : first + _COLUMNS].T.toarray().astype(np.float32)
        seed = np.float32(1.0 - go_on) * at
        for _ in range(steps):
            at = step @ at + seed
        found[first : first + _COLUMNS] = at[ends].T
    return found


def _walk(ties: Any, strength: Floats, starts: Ints, ends: Ints, go_on: float, steps: int) -> Scores:
    cells = (np.ones(len(starts)), (np.arange(len(starts)), starts))
    seed = sparse.csr_array(cells, shape=(len(starts), ties.shape[0]))
    return walked(ties, strength, seed, ends, go_on, steps)


def _turned(walk: Scores, strength: Floats, starts: Ints, ends: Ints) -> Floats:
    """Turn a walk around: on ties that go both ways, s(u) p(u to v) = s(v) p(v to u)."""
    back = np.divide(1.0, strength[ends], out=np.zeros(len(ends)), where=strength[ends] > 0)
    turned: Floats = walk * strength[starts][:, None] * back
    return turned


def _adamic_adar(pattern: Any, degree: Floats, rows: Ints, columns: Ints) -> Floats:
    from traitdunion.methods.compiled.two_hop import two_hop_scores  # noqa: PLC0415  slow to import

    first = (1.0 / np.log(np.maximum(degree, 2.0)))[pattern.indices]
    indptr, indices = pattern.indptr.astype(np.int64), pattern.indices.astype(np.int64)
    found: Floats = two_hop_scores(indptr, indices, first, np.zeros(0), rows)
    return found[:, columns]


def _cosine(vectors: Any, rows: Ints) -> Floats:
    return np.asarray((vectors[rows] @ vectors.T).toarray())


def nearness(lat: Floats, lon: Floats, other_lat: Floats, other_lon: Floats) -> Floats:
    """Give exp(-km / DECAY_KM), 0 where a place is not known, shape (q, h).

    Examples
    --------
    >>> nearness(np.array([51.0]), np.array([4.0]), np.array([51.0, np.nan]), np.array([4.0, 4.0])).tolist()
    [[1.0, 0.0]]
    """
    km = great_circle_km(lat[:, None], lon[:, None], other_lat, other_lon)
    return np.nan_to_num(np.exp(-km / DECAY_KM))


def same_region(one: Ints, other: Ints) -> Floats:
    """Give 1/2 in the same region, -1/2 in another, 0 where one is not known, shape (q, h).

    Examples
    --------
    >>> same_region(np.array([0]), np.array([0, 1, -1])).tolist()
    [[0.5, -0.5, 0.0]]
    """
    known = (one[:, None] >= 0) & (other >= 0)
    return np.where(known, (one[:, None] == other) - 0.5, 0.0)


def _met(needs: Any, offers: Any) -> Floats:
    count = np.maximum(_sums(needs), 1.0)[:, None]
    return np.asarray((needs @ offers.T).toarray() / count, dtype=float)


def _pattern(ties: Any) -> Any:
    return sparse.csr_array(ties != 0, dtype=float)


def _sums(matrix: Any) -> Floats:
    return np.asarray(matrix.sum(axis=1), dtype=float).ravel()
