"""What the model of advice sees of a pair, each feature under one of Boschma's proximities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from traitdunion.methods.partners.pair_scores import Prepared, Scores, pair_scores

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Proximity = Literal["geographic", "cognitive", "social", "organizational", "institutional", "standing"]
# Boschma (2005), Proximity and innovation: a critical assessment, Regional Studies 39; "standing" is how many
# partners a candidate has, which is no proximity.
PROXIMITIES: tuple[Proximity, ...] = (
    "geographic",
    "cognitive",
    "social",
    "organizational",
    "institutional",
    "standing",
)
BATCH, CELLS = 128, 2_000_000  # lists described at once, and their candidates: bounds the memory
SHARP = 3.0  # how many times the mean of its list a score is where its logarithm has its bend


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a pair.

    Attributes
    ----------
    name : str
        Of the score it is made from, or "kinds:a:b" for a candidate of kind b asked by kind a.
    proximity : str
    evidence : str
        What a reason made of it speaks of: features of one evidence are explained together.
    form : {"rank", "level", "plain"}
        Logarithm of one plus SHARP times the score over its mean in the list, then the list brought to mean 0
        and deviation 1; the score itself so; or the score as it is.
    """

    name: str
    proximity: Proximity
    evidence: str
    form: Literal["rank", "level", "plain"]


FEATURES: tuple[Feature, ...] = (
    Feature("adamic_adar", "social", "partners-in-common", "rank"),
    Feature("adamic_adar_every", "social", "partners-in-common", "rank"),
    Feature("walk", "social", "close-in-network", "rank"),
    Feature("walk_back", "social", "close-in-network", "rank"),
    Feature("wide_walk", "social", "close-in-network", "rank"),
    Feature("wide_walk_back", "social", "close-in-network", "rank"),
    Feature("themes", "cognitive", "shared-calls", "rank"),
    Feature("text", "cognitive", "shared-words", "rank"),
    Feature("profile", "cognitive", "shared-topics", "rank"),
    Feature("need", "cognitive", "need-met", "plain"),
    Feature("offer", "cognitive", "offer-wanted", "plain"),
    Feature("degree", "standing", "standing", "level"),
    Feature("nearness", "geographic", "distance", "plain"),
    Feature("region", "institutional", "same-region", "plain"),
    Feature("group", "organizational", "same-group", "plain"),
)


def features_of(kinds: Sequence[int]) -> tuple[Feature, ...]:
    """Give the features where organizations are of these kinds: all pairs of kinds are features.

    Examples
    --------
    >>> [one.name for one in features_of([0, 1])][-4:]
    ['kinds:0:0', 'kinds:0:1', 'kinds:1:0', 'kinds:1:1']
    """
    pairs = [f"kinds:{one}:{other}" for one in sorted(set(kinds)) for other in sorted(set(kinds))]
    return (*FEATURES, *(Feature(name, "institutional", "kinds", "plain") for name in pairs))


def open_pairs(scene: Prepared, rows: Ints) -> Bools:
    """Tell which candidates are not yet partners of some of them, nor themselves.

    Returns
    -------
    ndarray of bool, shape (q, h)

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.pair_scores import prepared
    >>> open_pairs(prepared(example(), np.arange(3)), np.array([0])).tolist()
    [[False, False, True]]
    """
    at = scene.columns[rows]
    free: Bools = np.asarray(scene.pattern[at][:, scene.columns].toarray() == 0)
    free[np.arange(len(rows)), rows] = False
    return free


def features(scene: Prepared, rows: Ints, named: Sequence[Feature], free: Bools) -> Scores:
    """Describe every candidate to some who ask.

    Parameters
    ----------
    scene : Prepared
    rows : ndarray of int, shape (q,)
        Places in `scene.columns`.
    named : sequence of Feature, length p
    free : ndarray of bool, shape (q, h)
        Candidates: what is said of a list is said of these.

    Returns
    -------
    ndarray of float32, shape (q, h, p)

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.pair_scores import prepared
    >>> scene, rows = prepared(example(), np.arange(3)), np.array([0])
    >>> features(scene, rows, FEATURES[:2], open_pairs(scene, rows)).shape
    (1, 3, 2)
    """
    scores = pair_scores(scene, rows)
    kind = scene.evidence.kind[scene.columns]
    found = np.empty((len(rows), len(scene.columns), len(named)), dtype=np.float32)
    for place, feature in enumerate(named):
        if feature.name.startswith("kinds:"):
            one, other = (int(code) for code in feature.name.split(":")[1:])
            found[:, :, place] = (kind[rows] == one)[:, None] & (kind == other)
        else:
            found[:, :, place] = _FORMS[feature.form](scores[feature.name], free)
    return found


def batches(lists: int, candidates: int) -> Iterator[slice]:
    """Cut lists of candidates into batches that are described at once.

    Examples
    --------
    >>> list(batches(200, 10))
    [slice(0, 128, None), slice(128, 200, None)]
    """
    size = max(1, min(BATCH, CELLS // max(candidates, 1)))
    for start in range(0, lists, size):
        yield slice(start, min(start + size, lists))


def ranked(values: npt.NDArray[Any], free: Bools) -> Floats:
    """Bring scores of each list to a scale of their own: only who stands out counts.

    Logarithm of one plus SHARP times the score over its mean, then `level`.

    Examples
    --------
    >>> ranked(np.array([[0.0, 1.0]]), np.ones((1, 2), dtype=bool)).tolist()
    [[-1.0, 1.0]]
    """
    mean = _means(values, free)
    return level(np.log1p(SHARP * values / np.where(mean > 0, mean, 1.0)), free)


def level(values: npt.NDArray[Any], free: Bools) -> Floats:
    """Bring the candidates of each list to mean 0 and deviation 1; others, and lists all alike, are 0.

    Examples
    --------
    >>> level(np.array([[1.0, 3.0, 9.0]]), np.array([[True, True, False]])).tolist()
    [[-1.0, 1.0, 0.0]]
    """
    mean = _means(values, free)
    deviation = np.sqrt(_means((values - mean) ** 2, free))
    return np.where(free, (values - mean) / np.where(deviation > 1e-6, deviation, np.inf), 0.0)


def _means(values: npt.NDArray[Any], free: Bools) -> Floats:
    count = np.maximum(free.sum(axis=1, keepdims=True), 1)
    return np.asarray(np.where(free, values, 0.0).sum(axis=1, keepdims=True, dtype=float) / count)


_FORMS: Mapping[str, Callable[[npt.NDArray[Any], Bools], npt.NDArray[Any]]] = {
    "rank": ranked,
    "level": level,
    "plain": lambda values, _: values,
}
