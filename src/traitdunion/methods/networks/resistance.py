"""How far apart a network keeps its members over all paths at once, and how much nearer new ties bring them.

Read ties as wires that conduct their weight. The effective resistance of two nodes is small where many short
paths lead from one to the other. Summed over all pairs it is the Kirchhoff index: what new ties bring down.

The fall by a set of ties is NOT the sum of the falls by each. Two ties may do more together than apart (the
fall is not submodular, and how far from it has no bound) or less: never sum gains as if they were the effect
of a plan. Ask `set_gain` for the plan at hand; gains one by one only rank candidates. Unseen ties bias all of
it: a gain is one over the network observed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.networks.laplacian import BLOCK, Laplacian, laplacian, part_sums, potentials
from traitdunion.methods.networks.new_ties import TieGains, drops, end_currents, new_ties

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Kirchhoff:
    """Sum of effective resistances.

    Attributes
    ----------
    index : float
        Over the unordered pairs of nodes that reach each other; over all pairs it is infinite as soon as
        there are two components.
    components : int
    by_component : ndarray, shape (components,)
        Its parts, components in the order of their first nodes: n times the sum of 1 / eigenvalue of each.
    """

    index: float
    components: int
    by_component: Floats


@dataclass(frozen=True, slots=True)
class SetGain:
    """What a set of new ties does together; the parts are defined as those of `TieGains`."""

    drop: float
    joined: int


def kirchhoff_index(adjacency: Any) -> Kirchhoff:
    """Sum the effective resistances of all pairs of nodes that reach each other.

    Time grows with the cube of the nodes: a second for 2,000. Beyond some thousands
    `resistance_sketch.sketched_gains` compares new ties without it.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric weights, not negative: how well each tie conducts. Ties to oneself are passed over,
        duplicated ties summed.

    Returns
    -------
    Kirchhoff
        A component of one node, and a network without nodes, has index 0.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`;
        `resistance-no-convergence` for a large network whose weights differ too much.

    Notes
    -----
    Klein & Randić (1993), Resistance distance, Journal of Mathematical Chemistry 12; as n times the sum of
    1 / eigenvalue: Gutman & Mohar (1996), Journal of Chemical Information and Computer Sciences 36.

    Examples
    --------
    >>> found = kirchhoff_index([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> round(found.index, 9), found.components
    (4.0, 1)
    """
    network = laplacian(adjacency)
    trace = np.bincount(network.part, weights=_diagonal(network), minlength=len(network.size))
    parts = np.where(network.size > 1, network.size * trace, 0.0)
    return Kirchhoff(float(parts.sum()), len(network.size), parts)


def effective_resistance(adjacency: Any, pairs: npt.ArrayLike) -> Floats:
    """Give the resistance between the two nodes of each pair.

    Not for saying who is near whom in a large dense network: there it comes close to 1/strength of the one
    plus 1/strength of the other, and says no more than these (von Luxburg et al. 2014).

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        As for `kirchhoff_index`.
    pairs : array_like of int, shape (k, 2)

    Returns
    -------
    ndarray, shape (k,)
        0 for a node and itself, infinite where no path leads from one to the other.

    Raises
    ------
    InputError
        Those of `kirchhoff_index`, `rows-outside`, `lengths-differ`.

    Notes
    -----
    Klein & Randić (1993); von Luxburg, Radl & Hein (2014), Hitting and commute times in large random
    neighborhood graphs, Journal of Machine Learning Research 15.

    Examples
    --------
    >>> effective_resistance([[0, 1, 0], [1, 0, 1], [0, 1, 0]], [[0, 2], [1, 1]]).round(9).tolist()
    [2.0, 0.0]
    """
    network = laplacian(adjacency)
    asked = new_ties(network, pairs)
    return np.where(asked.crossing, np.inf, _exact(network, asked.ends)[0])


def tie_gains(adjacency: Any, pairs: npt.ArrayLike, *, weight: npt.ArrayLike = 1.0) -> TieGains:
    """Say exactly how much each new tie, alone, would bring the Kirchhoff index down.

    To rank candidates. The drops of several must not be summed: the drop of a set is not submodular, two ties
    may do more together than apart, and greedy choice by it has no guarantee (`set_gain` judges a plan).

    Time: the cube of the nodes once, then nodes per candidate; beyond 2,000 nodes one sparse system per
    candidate, so that `resistance_sketch.sketched_gains` should make the short list there.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        As for `kirchhoff_index`.
    pairs : array_like of int, shape (k, 2)
        Candidates. A pair already tied gains weight; a node and itself drops nothing.
    weight : array_like, scalar or shape (k,)
        Of the new ties, from 0 up.

    Returns
    -------
    TieGains

    Raises
    ------
    InputError
        Those of `kirchhoff_index`, `rows-outside`, `lengths-differ`.

    Notes
    -----
    n |L+ b|² w / (1 + w b'L+ b), from the rank-one update of the pseudo-inverse L+, with b the two ends:
    Ghosh, Boyd & Saberi (2008), Minimizing effective resistance of a graph, SIAM Review 50. Not submodular,
    not even nearly: Achterberg & Kooij (2025), arXiv 2501.03363.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]
    >>> gains = tie_gains(path, [[0, 2], [2, 3]])
    >>> gains.drop.round(9).tolist(), gains.joined.tolist()
    ([2.0, 0.0], [0, 3])
    """
    network = laplacian(adjacency)
    new = new_ties(network, pairs, weight)
    drop, _ = drops(new, *_exact(network, new.ends))
    return TieGains(drop, new.joined, np.zeros(len(drop)))


def set_gain(adjacency: Any, pairs: npt.ArrayLike, *, weight: npt.ArrayLike = 1.0) -> SetGain:
    """Say exactly what a set of new ties does together.

    This, not the sum of `tie_gains`, is the effect of a plan: it may be more than their sum or less.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        As for `kirchhoff_index`.
    pairs : array_like of int, shape (k, 2)
        A pair named twice is tied twice. Memory grows with n times k.
    weight : array_like, scalar or shape (k,)

    Returns
    -------
    SetGain
        The drop is over the pairs that reach each other already; a plan of ties between components may
        drop something too, since two of them make a second path.

    Raises
    ------
    InputError
        Those of `tie_gains`.

    Notes
    -----
    Woodbury's identity. The first tie between two components changes no resistance within them, so these are
    laid first, and the others are an update of the network so joined.

    Examples
    --------
    >>> apart = [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]
    >>> found = set_gain(apart, [[0, 2], [1, 3]])
    >>> round(found.drop, 9), found.joined
    (0.5, 4)
    """
    before = laplacian(adjacency)
    new = new_ties(before, pairs, weight)
    real = (new.weight > 0) & (new.ends[:, 0] != new.ends[:, 1])
    ends, weights = new.ends[real], new.weight[real]
    first = _first_joins(before.part[ends], len(before.size))
    after = laplacian(_with_ties(before.ties, ends[first], weights[first])) if first.any() else before
    joined = _pairs_within(after.size) - _pairs_within(before.size)
    return SetGain(_lowered(before, after, ends[~first], weights[~first]), joined)


def _lowered(before: Laplacian, after: Laplacian, ends: Integers, weights: Floats) -> float:
    """Fall of resistances within the components before, by ties within those after."""
    currents = end_currents(ends, len(before.part))
    way = potentials(after, currents)
    by_tie = way @ np.linalg.inv(np.diag(1.0 / weights) + currents.T @ way)
    squares = before.size[before.part] @ (by_tie * way).sum(axis=1)
    return float(squares - (part_sums(before, by_tie) * part_sums(before, way)).sum())


def _diagonal(network: Laplacian) -> Floats:
    """Diagonal of the pseudo-inverse."""
    if network.inverse is not None:
        return np.asarray(network.inverse.diagonal())
    nodes, found = len(network.part), np.empty(len(network.part))
    for start in range(0, nodes, BLOCK):
        at = np.arange(start, min(start + BLOCK, nodes))
        currents = np.zeros((nodes, len(at)))
        currents[at, at - start] = 1.0
        found[at] = potentials(network, currents)[at, at - start]
    return found


def _differences(network: Laplacian, ends: Integers) -> Floats:
    """Potentials when one flows from end to end, a row a pair."""
    if network.inverse is not None:
        return np.asarray(network.inverse[ends[:, 0]] - network.inverse[ends[:, 1]])
    return potentials(network, end_currents(ends, len(network.part))).T


def _exact(network: Laplacian, ends: Integers) -> tuple[Floats, Floats]:
    """Resistance of each pair, and the sum of squares of the potentials it causes."""
    resistance, square = np.zeros(len(ends)), np.zeros(len(ends))
    for start in range(0, len(ends), BLOCK):
        some = ends[start : start + BLOCK]
        way, row = _differences(network, some), np.arange(len(some))
        resistance[start : start + BLOCK] = way[row, some[:, 0]] - way[row, some[:, 1]]
        square[start : start + BLOCK] = (way**2).sum(axis=1)
    return np.maximum(resistance, 0.0), square


def _first_joins(parts: Integers, count: int) -> npt.NDArray[np.bool_]:
    """Mark the pairs of components that are not joined by those before."""
    label, first = np.arange(count), np.zeros(len(parts), dtype=bool)
    for number, (one, other) in enumerate(parts):
        first[number] = label[one] != label[other]
        label[label == label[other]] = label[one]
    return first


def _with_ties(ties: Any, ends: Integers, new: Floats) -> Any:
    added = sparse.coo_array((new, (ends[:, 0], ends[:, 1])), shape=ties.shape)
    return sparse.csr_array(ties + added + added.T)


def _pairs_within(size: Integers) -> int:
    return int((size * (size - 1) // 2).sum())
