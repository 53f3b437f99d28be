"""Every triangle of a network once: what Burt's measures, brokerage and transitivity are counted from.

Each edge points from its end of fewer partners to that of more, so that a triangle is met at one corner only
and no hub is searched from its own side: O(edges^1.5) steps at most, far fewer than there are paths of two.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.arguments import ties

Integers = npt.NDArray[np.int64]


class Forward(NamedTuple):
    """Edges of a network, each once, from its lower to its higher end.

    Attributes
    ----------
    indptr : ndarray of int, shape (n + 1,)
        Where the edges of each lower end start.
    lower, higher : ndarray of int, shape (edges,)
        The ends; lower has fewer partners, of equals the lower number.
    entry : ndarray of int, shape (edges,)
        Place of the entry (lower, higher) among those of the matrix.
    """

    indptr: Integers
    lower: Integers
    higher: Integers
    entry: Integers


def undirected(adjacency: Any) -> Any:
    """Read a network as undirected: the sum of both directions, without ties to oneself.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative; duplicated ties are summed.

    Returns
    -------
    csr_array, shape (n, n)
        Symmetric, columns in order. The weights are divided by a power of two that brings all of them below
        one, so that no sum overflows.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> undirected([[5, 2], [0, 0]]).toarray().tolist()
    [[0.0, 0.5], [0.5, 0.0]]
    """
    directed = ties(adjacency)
    directed.setdiag(0.0)
    directed.eliminate_zeros()
    directed.data = np.ldexp(directed.data, -np.frexp(directed.data.max(initial=0.0))[1])
    mutual = sparse.csr_array(directed + directed.T)
    mutual.eliminate_zeros()
    mutual.sort_indices()
    return mutual


def forward(mutual: Any) -> Forward:
    """Point each edge of a symmetric matrix without diagonal from fewer partners to more.

    Examples
    --------
    >>> star = forward(sparse.csr_array([[0, 1, 1], [1, 0, 0], [1, 0, 0]]))
    >>> star.lower.tolist(), star.higher.tolist(), star.entry.tolist()
    ([1, 2], [0, 0], [2, 3])
    """
    degree = np.diff(mutual.indptr)
    nodes = len(degree)
    rank = np.empty(nodes, dtype=np.int64)
    rank[np.argsort(degree, kind="stable")] = np.arange(nodes)
    row, column = np.repeat(np.arange(nodes), degree), mutual.indices.astype(np.int64)
    entry = np.flatnonzero(rank[row] < rank[column]).astype(np.int64)
    lower = row[entry]
    indptr = np.concatenate([[0], np.cumsum(np.bincount(lower, minlength=nodes))]).astype(np.int64)
    return Forward(indptr, lower, column[entry], entry)
