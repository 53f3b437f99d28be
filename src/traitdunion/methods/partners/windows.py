"""History cut on earlier days, to learn from: who had a new partner afterwards, among whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.features import Feature, batches, features, open_pairs
from traitdunion.methods.partners.pair_scores import Prepared, Scores, prepared
from traitdunion.methods.permutation import stream

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

YEAR = 365.25
WINDOWS = (2.5, 2.0, 1.5, 1.0, 0.5)  # years before the day of the advice, where history is cut
ENOUGH = 10  # lists of a window that teach anything
ROWS = 1_000_000  # candidates kept, over all lists of a window
SEEN = 6_000_000  # candidates described, likewise
FEWEST = 200  # lists of a window, where there are so many
MANY, NEGATIVES = 2_000, 500  # beside those that came true: where there are so many, so many are kept


class Lists(NamedTuple):
    """Lists of candidates one after another.

    Attributes
    ----------
    features : ndarray of float32, shape (N, p)
    chosen : ndarray of bool, shape (N,)
        Who came true.
    lengths : ndarray of int, shape (q,)
    """

    features: Scores
    chosen: Bools
    lengths: Ints


class Window(NamedTuple):
    """History cut on a day: who had a new partner afterwards, with candidates described as of that day.

    Attributes
    ----------
    day : float
    scene : Prepared
    lists : Lists
        `chosen` is by the day of the advice.
    by : mapping of day to ndarray of bool
        The same rows, chosen by an earlier day.
    """

    day: float
    scene: Prepared
    lists: Lists
    by: dict[float, Bools]

    def until(self, end: float) -> Lists:
        """Give the lists of those who had a new partner by a day.

        Examples
        --------
        >>> described = np.array([[1.0], [2.0], [3.0]], dtype=np.float32)
        >>> every = Lists(described, np.array([True, False, True]), np.array([2, 1]))
        >>> window = Window(0.0, None, every, {1.0: np.array([False, True, False]), 2.0: every.chosen})
        >>> window.until(1.0).lengths.tolist(), window.until(2.0).lengths.tolist()
        ([2], [2, 1])
        """
        chosen = self.by[end]
        starts = np.cumsum(self.lists.lengths) - self.lists.lengths
        some = np.logical_or.reduceat(chosen, starts) if len(starts) else np.zeros(0, dtype=bool)
        rows = np.repeat(some, self.lists.lengths)
        return Lists(self.lists.features[rows], chosen[rows], self.lists.lengths[some])


def together(lists: Sequence[Lists], width: int) -> Lists:
    """Put lists of several windows together; none at all have features of a width.

    Examples
    --------
    >>> together([], 3).features.shape
    (0, 3)
    """
    none = Lists(np.zeros((0, width), np.float32), np.zeros(0, bool), np.zeros(0, np.int64))
    if len(lists) == 1:
        return lists[0]
    return Lists(*(np.concatenate(column) for column in zip(*(lists or [none]), strict=True)))


def windows(
    evidence: Evidence,
    named: Sequence[Feature],
    day: float,
    *,
    progress: Callable[[str], None] = lambda _: None,
) -> Iterator[Window]:
    """Cut history, and describe the candidates of all who had a new partner afterwards.

    Parameters
    ----------
    evidence : Evidence
        Nothing in it may be later than `day`.
    named : sequence of Feature
    day : float
        Of the advice.
    progress : callable
        Told "describe" for each window.

    Yields
    ------
    Window
        The earliest first; none where fewer than ENOUGH had a new partner.

    Examples
    --------
    Three organizations are not enough.

    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.features import FEATURES
    >>> list(windows(example(), FEATURES, 3.0))
    []
    """
    cuts = [day - years * YEAR for years in WINDOWS]
    for cut in cuts:
        progress("describe")
        before = evidence.before(cut)
        scene = prepared(before, before.met)
        asking = _askers(evidence, scene, cut, day)
        if len(asking) < ENOUGH:
            continue
        ends = [end for end in (*cuts, day) if end > cut]
        parts = list(_described(evidence, scene, named, asking, cut, ends))
        by = {end: np.concatenate([chosen[end] for _, chosen in parts]) for end in ends}
        lengths = np.array([len(described) for described, _ in parts], dtype=np.int64)
        yield Window(cut, scene, Lists(np.concatenate([one for one, _ in parts]), by[day], lengths), by)


def alternatives(free: Bools, new: Bools, *, seed: int) -> Ints:
    """Give the candidates of a list; where they are MANY, those that came true and NEGATIVES others.

    Parameters
    ----------
    free, new : ndarray of bool, shape (h,)
        Who is a candidate, and who of them came true.
    seed : int

    Returns
    -------
    ndarray of int
        In order.

    Notes
    -----
    Uniform sampling of alternatives leaves the coefficients consistent: McFadden (1978), Modelling the choice
    of residential location.

    Examples
    --------
    >>> alternatives(np.array([True, False, True]), np.array([False, False, True]), seed=1).tolist()
    [0, 2]
    >>> len(alternatives(np.ones(9_000, dtype=bool), np.arange(9_000) < 7, seed=1))
    507
    """
    others = np.flatnonzero(free & ~new)
    if len(others) > MANY:
        others = stream(seed, 0).choice(others, NEGATIVES, replace=False)
    return np.sort(np.concatenate([np.flatnonzero(new), others]))


def _askers(evidence: Evidence, scene: Prepared, start: float, end: float) -> Ints:
    """Who had a new partner from one day until another; evenly over all where they are many."""
    columns = scene.columns
    met = evidence.partners_between(start, end, columns, columns)
    known = sparse.csr_array(scene.pattern[columns][:, columns] != 0)
    new = sparse.csr_array(met > met.multiply(known))
    asking = np.flatnonzero(np.diff(new.indptr) > 0)
    count = max(len(columns), 1)
    most = max(FEWEST, min(ROWS // min(count, MANY), SEEN // count))
    return asking if len(asking) <= most else asking[np.linspace(0, len(asking) - 1, most).astype(np.int64)]


def _described(
    evidence: Evidence,
    scene: Prepared,
    named: Sequence[Feature],
    asking: Ints,
    start: float,
    ends: Sequence[float],
) -> Iterator[tuple[Scores, dict[float, Bools]]]:
    """Describe the candidates kept of each list, with who came true by each of several days."""
    at = scene.columns[asking]
    met = {end: evidence.partners_between(start, end, at, scene.columns) for end in ends}
    for batch in batches(len(asking), len(scene.columns)):
        free = open_pairs(scene, asking[batch])
        described = features(scene, asking[batch], named, free)
        new = {end: met[end][batch].toarray() & free for end in ends}
        for line, row in enumerate(asking[batch].tolist()):
            kept = alternatives(free[line], new[max(ends)][line], seed=row)
            yield described[line][kept], {end: chosen[line][kept] for end, chosen in new.items()}
