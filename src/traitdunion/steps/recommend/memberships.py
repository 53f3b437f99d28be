"""What memberships teach: each held out in turn, as if it were not known, and every cluster scored for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from traitdunion.domain.ecosystem import Ecosystem, memberships
from traitdunion.methods.discrete_choice import conditional_logit
from traitdunion.methods.ranking import judged
from traitdunion.steps.recommend.affinity import parts_held_out
from traitdunion.steps.recommend.ground import Floats, Ground, Part

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
SHARP = 8.0  # coefficients of the choice are the weights times this, before anything is learned
PENALTY = 1.0
ENOUGH = 30  # memberships that teach anything
HELD = 1_000  # at most: evenly over all
FOLDS = 5  # no organization is judged by weights that its own memberships taught


def sampled(ecosystem: Ecosystem) -> list[tuple[int, int]]:
    """Give memberships to learn from: all, or as many as are enough, evenly over all."""
    every = memberships(ecosystem)
    if len(every) <= HELD:
        return every
    return [every[place] for place in np.linspace(0, len(every) - 1, HELD).astype(int).tolist()]


def held_out(ground: Ground, held: Sequence[tuple[int, int]], clusters: Sequence[int]) -> Floats:
    """Describe every cluster to an organization as if one membership were not known.

    Parameters
    ----------
    held : sequence of (organization, cluster)
        -1 for the cluster: nothing is held out.

    Returns
    -------
    ndarray, shape (held, clusters, parts)
        Parts in the order of the ground's weights.
    """
    found = np.empty((len(held), len(clusters), len(ground.weights)))
    for line, known in enumerate(parts_held_out(ground, held, clusters)):
        for place, name in enumerate(ground.weights):
            found[line, :, place] = known[name][0]
    return found


def open_clusters(ground: Ground, held: Sequence[tuple[int, int]], clusters: Sequence[int]) -> Bools:
    """Tell which clusters an organization is not tied to, the one held out taken for such."""
    free = np.ones((len(held), len(clusters)), dtype=bool)
    place = {cluster: column for column, cluster in enumerate(clusters)}
    for line, (row, cluster) in enumerate(held):
        for near in ground.near(row):
            if near in place and near != cluster:
                free[line, place[near]] = False
    return free


def weights_learned(
    ground: Ground, described: Floats, free: Bools, held: Sequence[tuple[int, int]], clusters: Sequence[int]
) -> dict[Part, float]:
    """Learn how much each part counts, where that serves organizations it was not learned from better.

    Parameters
    ----------
    described : ndarray, shape (held, clusters, parts)
        As of `held_out`.
    free : ndarray of bool, shape (held, clusters)

    Returns
    -------
    dict of part to float
        None below zero, adding to one: learned from memberships held out in turn, or the stated prior where
        they are few, or where what they teach does not carry over from one organization to the next.
    """
    prior = dict(ground.weights)
    if len(held) < ENOUGH:
        return prior
    chosen = _chosen(held, clusters)
    learned = cross_fitted(ground, described, free, held, clusters, fit=_fitted)
    worth = [
        np.nanmean(judged(np.where(free, scores, -np.inf), chosen, excluded=~free).reciprocal)
        for scores in (learned, weighted(described, prior))
    ]
    return _fitted(ground, described, free, held, clusters) if worth[0] > worth[1] else prior


Fit = Callable[[Ground, Floats, Bools, Sequence[tuple[int, int]], Sequence[int]], dict[Part, float]]


def cross_fitted(
    ground: Ground,
    described: Floats,
    free: Bools,
    held: Sequence[tuple[int, int]],
    clusters: Sequence[int],
    *,
    fit: Fit = weights_learned,
) -> Floats:
    """Score memberships held out, by weights that other organizations taught."""
    organizations = sorted({row for row, _ in held})
    fold = {row: number % FOLDS for number, row in enumerate(organizations)}
    of = np.array([fold[row] for row, _ in held], dtype=np.int64)
    scores = np.zeros(free.shape)
    for number in range(FOLDS):
        taught, asked = np.flatnonzero(of != number), np.flatnonzero(of == number)
        weights = fit(
            ground, described[taught], free[taught], [held[one] for one in taught.tolist()], clusters
        )
        scores[asked] = weighted(described[asked], weights)
    return scores


def _fitted(
    ground: Ground, described: Floats, free: Bools, held: Sequence[tuple[int, int]], clusters: Sequence[int]
) -> dict[Part, float]:
    prior = SHARP * np.array(list(ground.weights.values()))
    chosen = _chosen(held, clusters)
    fit = conditional_logit(described[free], chosen[free], free.sum(axis=1), penalty=PENALTY, prior=prior)
    counted = np.maximum(fit.coefficients, 0.0)
    shares = counted / counted.sum() if counted.sum() > 0 else prior / prior.sum()
    return {name: float(share) for name, share in zip(ground.weights, shares, strict=True)}


def _chosen(held: Sequence[tuple[int, int]], clusters: Sequence[int]) -> Bools:
    place = {cluster: column for column, cluster in enumerate(clusters)}
    chosen = np.zeros((len(held), len(clusters)), dtype=bool)
    for line, (_, cluster) in enumerate(held):
        chosen[line, place[cluster]] = True
    return chosen


def weighted(described: Floats, weights: Mapping[Part, float]) -> Floats:
    """Add parts up by their weights."""
    return np.asarray(np.round(described @ np.array(list(weights.values())), 12), dtype=float)
