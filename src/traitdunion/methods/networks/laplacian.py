"""Potentials on a network read as wires: what every measure of resistance solves for.

A tie of weight w conducts w. The Laplacian L has the sum of a node's ties on the diagonal and minus the ties
elsewhere; its pseudo-inverse gives the potentials that a current causes, each part of the network by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from traitdunion.errors import InputError
from traitdunion.methods.networks.candidate_scores import laid_out
from traitdunion.methods.networks.cohesion import components

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# Nodes up to which the whole pseudo-inverse is computed and kept.
DENSE = 2000
# Systems solved at once.
BLOCK = 32
# Steps of the iteration before it is given up.
STEPS = 20_000
# What is left of the right side where a result is called exact.
EXACT = 1e-11


@dataclass(frozen=True, slots=True)
class Laplacian:
    """A network laid out for solving.

    Attributes
    ----------
    ties : csr_array, shape (n, n)
        Weights, without ties to oneself.
    matrix : csr_array, shape (n, n)
        The Laplacian.
    part : ndarray of int, shape (n,)
        Component of each node, from 0.
    size : ndarray of int, shape (components,)
        Nodes of each component.
    inverse : ndarray, shape (n, n), or None
        Pseudo-inverse; None for more than 2,000 nodes, where systems are solved one by one.
    nearby : SuperLU or None
        Factors of a matrix near the Laplacian, where there is no inverse.
    """

    ties: Any
    matrix: Any
    part: Integers
    size: Integers
    inverse: Floats | None
    nearby: Any


def laplacian(adjacency: Any) -> Laplacian:
    """Lay a network out for solving.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric weights, not negative; ties to oneself are passed over, duplicated ties summed.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> laplacian([[0, 2], [2, 0]]).matrix.toarray().tolist()
    [[2.0, -2.0], [-2.0, 2.0]]
    """
    ties = laid_out(adjacency).ties
    strength = np.asarray(ties.sum(axis=1)).ravel()
    matrix = sparse.csr_array(sparse.diags_array(strength) - ties)
    part = components(ties)
    size = np.bincount(part).astype(np.int64)
    if len(part) <= DENSE:
        return Laplacian(ties, matrix, part, size, _pseudo_inverse(matrix, part, size), None)
    return Laplacian(ties, matrix, part, size, None, _nearby(ties, strength, part))


def centred(network: Laplacian, values: Floats) -> Floats:
    """Take the mean of each component off each column.

    Examples
    --------
    >>> centred(laplacian([[0, 1], [1, 0]]), np.array([[1.0], [3.0]])).tolist()
    [[-1.0], [1.0]]
    """
    means = part_sums(network, values) / network.size[:, None]
    return np.asarray(values - means[network.part], dtype=float)


def part_sums(network: Laplacian, values: Floats) -> Floats:
    """Sum each column over each component.

    Examples
    --------
    >>> part_sums(laplacian([[0, 1], [1, 0]]), np.array([[1.0], [3.0]])).tolist()
    [[4.0]]
    """
    nodes = len(network.part)
    member = sparse.csr_array(
        (np.ones(nodes), (network.part, np.arange(nodes))), shape=(len(network.size), nodes)
    )
    return np.asarray(member @ values)


def potentials(network: Laplacian, currents: Floats, *, left: float = EXACT) -> Floats:
    """Give the pseudo-inverse of the Laplacian times some columns.

    Parameters
    ----------
    network : Laplacian
    currents : ndarray, shape (n, k)
        What flows in at each node; what does not flow out of the same component is taken off evenly.
    left : float
        What may be left of each column, as a share, where systems are solved one by one.

    Returns
    -------
    ndarray, shape (n, k)
        The mean over each component is zero.

    Raises
    ------
    InputError
        `resistance-no-convergence`.

    Notes
    -----
    Beyond 2,000 nodes by conjugate gradients. They are led by a spanning forest of the strongest ties with
    the strength of the other ties on the diagonal: exact for a forest, quick for chains that hang on a core.
    Hestenes & Stiefel (1952), Journal of Research of the National Bureau of Standards 49; Vaidya (1991),
    spanning trees as preconditioners.

    Examples
    --------
    >>> potentials(laplacian([[0, 2], [2, 0]]), np.array([[1.0], [-1.0]])).tolist()
    [[0.25], [-0.25]]
    """
    if network.inverse is not None:
        return np.asarray(network.inverse @ currents)
    found = np.empty(currents.shape)
    for start in range(0, currents.shape[1], BLOCK):
        block = centred(network, currents[:, start : start + BLOCK])
        found[:, start : start + BLOCK] = _solved(network, block, left)
    return found


def _pseudo_inverse(matrix: Any, part: Integers, size: Integers) -> Floats:
    """Invert with each component's mean held by a spring, and take the spring off again."""
    if len(part) == 0:
        return np.zeros((0, 0))
    diagonal = matrix.diagonal()
    strength = np.bincount(part, weights=diagonal) / size
    # A component of one node has no strength: any spring will do.
    spring = np.where(strength > 0, strength, 1.0)
    same = np.where(part[:, None] == part[None, :], 1.0 / size[part], 0.0)
    inverse = np.linalg.inv(matrix.toarray() + same * spring[part]) - same / spring[part]
    return np.asarray((inverse + inverse.T) / 2.0)


def _nearby(ties: Any, strength: Floats, part: Integers) -> Any:
    """Factor the diagonal of the Laplacian with the strongest forest, held at one node a component."""
    from scipy.sparse.linalg import splu  # noqa: PLC0415  slow to import

    longest = ties.copy()
    longest.data = 1.0 / longest.data
    forest = csgraph.minimum_spanning_tree(longest)
    forest.data = 1.0 / forest.data
    held = strength.copy()
    root = np.unique(part, return_index=True)[1]
    held[root] = np.where(strength[root] > 0, 2.0 * strength[root], 1.0)
    near = sparse.csc_array(sparse.diags_array(held) - forest - forest.T)
    return splu(near, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})


def _solved(network: Laplacian, currents: Floats, left: float) -> Floats:
    """Solve for columns that sum to zero over each component; one that is near enough stands still."""
    found, rest = np.zeros(currents.shape), currents.copy()
    goal = left * np.linalg.norm(currents, axis=0)
    way = near = network.nearby.solve(rest)
    size = (rest * near).sum(axis=0)
    for _ in range(STEPS):
        open_ = np.linalg.norm(rest, axis=0) > goal
        if not open_.any():
            return centred(network, found)
        drawn = network.matrix @ way
        step = _ratio(size, (way * drawn).sum(axis=0), open_)
        found += step * way
        rest -= step * drawn
        near = network.nearby.solve(rest)
        fresh = (rest * near).sum(axis=0)
        way = near + _ratio(fresh, size, open_) * way
        size = fresh
    raise InputError("resistance-no-convergence", steps=STEPS)


def _ratio(above: Floats, below: Floats, where: npt.NDArray[np.bool_]) -> Floats:
    share: Floats = np.divide(above, below, out=np.zeros_like(above), where=where & (below > 0))
    return share
