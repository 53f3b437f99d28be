"""Where a network would fall apart, and how far it is from that: algebraic connectivity and its vector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.methods.networks.laplacian import Laplacian, laplacian, potentials
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fiedler:
    """The slowest way in which a network evens out.

    Attributes
    ----------
    connectivity : float
        Algebraic connectivity, the second smallest eigenvalue of the Laplacian: 0 for a network in several
        components, NaN for less than two nodes.
    vector : ndarray, shape (n,)
        Its eigenvector, of length one, the largest entry positive; zeros where connectivity is 0 or NaN.
        Where the eigenvalue is repeated, one of many.
    """

    connectivity: float
    vector: Floats


def fiedler(adjacency: Any, *, seed: int = 0) -> Fiedler:
    """Give the algebraic connectivity, and the vector that shows where a network would fall apart.

    Of candidates (i, j) the one with the largest (v[i] - v[j])² raises it most as long as the rise is small;
    taken one by one that is a weak plan. The rise is not submodular: ties may do nothing one by one and much
    together, so rises must not be summed. One number for the whole network, 0 as soon as one node is cut off:
    for plans `resistance.tie_gains` says more.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric weights, not negative; ties to oneself are passed over, duplicated ties summed.
    seed : int
        Of the start of the search in more than 2,000 nodes.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`;
        `seed-negative` and `resistance-no-convergence` for more than 2,000 nodes.

    Notes
    -----
    Fiedler (1973), Algebraic connectivity of graphs, Czechoslovak Mathematical Journal 23; choice by the
    vector: Ghosh & Boyd (2006), Growing well-connected graphs, IEEE Conference on Decision and Control. Large
    networks by the Lanczos method on the pseudo-inverse.

    Examples
    --------
    >>> found = fiedler([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> round(found.connectivity, 9), found.vector.round(6).tolist()[0]
    (1.0, 0.707107)
    """
    network = laplacian(adjacency)
    nodes = len(network.part)
    if nodes < 2 or len(network.size) > 1:
        return Fiedler(0.0 if nodes > 1 else float("nan"), np.zeros(nodes))
    value, vector = _slowest(network, seed)
    # Of equal sizes the first, lest rounding turn the sign.
    size = np.abs(vector)
    largest = int(np.flatnonzero(size >= size.max() * (1.0 - 1e-9))[0])
    return Fiedler(value, vector * np.sign(vector[largest]))


def _slowest(network: Laplacian, seed: int) -> tuple[float, Floats]:
    if network.inverse is not None:
        values, vectors = np.linalg.eigh(network.matrix.toarray())
        return float(values[1]), np.asarray(vectors[:, 1])
    from scipy.sparse.linalg import LinearOperator, eigsh  # noqa: PLC0415  slow to import

    dice, nodes = stream(seed, 0), len(network.part)
    start = dice.standard_normal(nodes)
    solve = LinearOperator(
        (nodes, nodes), lambda right: potentials(network, right.reshape(-1, 1)).ravel(), dtype=float
    )
    values, vectors = eigsh(solve, k=1, which="LA", v0=start - start.mean(), tol=1e-10, rng=dice)
    return float(1.0 / values[0]), np.asarray(vectors[:, 0])
