"""Scores from walks of more than two ties and from the spectrum: who is near without a partner in common."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Rows walked from at once: their probabilities stay near the processor.
ROWS = 32
# Nodes up to which all of a spectrum is computed.
DENSE = 300
# What is left of the error of `page_rank`.
NEAR = 1e-9


def katz(adjacency: Any, rows: npt.ArrayLike, *, beta: float = 0.0005, steps: int = 3) -> Floats:
    """Count the walks from each row to every node, each tie on the way counting beta.

    Parameters
    ----------
    adjacency : csr_array, shape (n, n)
        Symmetric.
    rows : array_like of int, shape (q,)
    beta : float
        Of the whole series (no limit of steps) the sum is finite only below one over the largest eigenvalue;
        cut at three steps it always is.
    steps : int
        Longest walk.

    Returns
    -------
    ndarray, shape (q, n)
        sum over l of beta^l (A^l)[row].

    Raises
    ------
    InputError
        `share-range` for a beta outside 0 to 1.

    Notes
    -----
    Katz (1953), A new status index derived from sociometric analysis, Psychometrika 18.

    Examples
    --------
    >>> path = sparse.csr_array([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    >>> katz(path, [0], beta=0.1).tolist()
    [[0.010000000000000002, 0.10200000000000001, 0.010000000000000002]]
    """
    _share(beta, "beta")
    at = np.asarray(rows, dtype=np.int64)
    found = np.empty((len(at), adjacency.shape[0]))
    for start in range(0, len(at), ROWS):
        walk = _starts(at[start : start + ROWS], adjacency.shape[0])
        total = np.zeros_like(walk)
        for _ in range(steps):
            walk = beta * (adjacency @ walk)
            total += walk
        found[start : start + ROWS] = total.T
    return found


def page_rank(adjacency: Any, rows: npt.ArrayLike, *, restart: float = 0.15) -> Floats:
    """Where a walk that starts at a row, and starts afresh there again and again, is found.

    Parameters
    ----------
    adjacency : csr_array, shape (n, n)
        Symmetric weights without ties to oneself: the walk goes on by weight. Newman's weights
        (`link_prediction.co_participation`) go to every event alike.
    rows : array_like of int, shape (q,)
    restart : float
        Probability of starting afresh before each step.

    Returns
    -------
    ndarray, shape (q, n)
        Each row sums to one; a row without ties is found at itself only. The error is below 1e-9 of what
        the row began with.

    Raises
    ------
    InputError
        `share-range` for a restart not between 0 and 1.

    Notes
    -----
    Haveliwala (2002), Topic-sensitive PageRank, WWW 2002. Solved by the Chebyshev iteration, which takes the
    root of the steps of walking itself: Golub & Varga (1961), Numerische Mathematik 3.

    Examples
    --------
    >>> path = sparse.csr_array([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    >>> page_rank(path, [0], restart=0.5).round(6).tolist()
    [[0.583333, 0.333333, 0.083333]]
    """
    _share(restart, "restart")
    at = np.asarray(rows, dtype=np.int64)
    strength = np.asarray(adjacency.sum(axis=1)).ravel()
    onwards = np.divide(1.0 - restart, strength, out=np.zeros_like(strength), where=strength > 0)
    walk = sparse.csr_array(adjacency @ sparse.diags_array(onwards))
    found = np.empty((len(at), adjacency.shape[0]))
    for start in range(0, len(at), ROWS):
        chosen = at[start : start + ROWS]
        source = restart * _starts(chosen, adjacency.shape[0])
        # Nowhere to go on to: the walk stays.
        source[:, strength[chosen] == 0] /= restart
        found[start : start + ROWS] = _solved(walk, source, 1.0 - restart).T
    return found


def _solved(walk: Any, source: Floats, radius: float) -> Floats:
    """Solve x = walk x + source, the eigenvalues of walk being real and within the radius."""
    rate = radius / (1.0 + np.sqrt(1.0 - radius * radius))
    steps = int(np.ceil(np.log(NEAR / 2.0) / np.log(rate)))
    before, relax = source, 2.0
    now: Floats = source + walk @ source
    for _ in range(steps):
        relax = 1.0 / (1.0 - radius * radius * relax / 4.0)
        before, now = now, relax * (walk @ now + source - before) + before
    return now


def spectral(adjacency: Any, *, dimensions: int = 64, seed: int = 0) -> tuple[Floats, Floats]:
    """Rebuild a network from its largest singular values: near are those who have the same kind of partners.

    Parameters
    ----------
    adjacency : csr_array, shape (n, n)
        Symmetric; hand in logarithms of weights where few are very large.
    dimensions : int
        At most n - 1 are found. Where more singular values than these are equal, as those of a normalized
        network of many components, which ones are found is chance: leave small components out before.
    seed : int
        Of the start of the search in a large network.

    Returns
    -------
    left, right : ndarray, shape (n, dimensions)
        The score of a pair is left[row] @ right[column].

    Notes
    -----
    Liben-Nowell & Kleinberg (2007), The link-prediction problem for social networks, JASIST 58, section 4.3.

    Examples
    --------
    >>> square = sparse.csr_array([[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]])
    >>> left, right = spectral(square, dimensions=2)
    >>> np.abs(left @ right.T).round(6).tolist()[0]
    [0.0, 1.0, 0.0, 1.0]
    """
    nodes = adjacency.shape[0]
    most = min(dimensions, nodes - 1)
    if most < 1 or adjacency.nnz == 0:
        return np.zeros((nodes, 0)), np.zeros((nodes, 0))
    # Singular values of a symmetric matrix are the sizes of its eigenvalues.
    values, vectors = _leading(sparse.csr_array(adjacency, dtype=float), most, seed)
    return np.asarray(vectors * values), vectors


def _leading(ties: Any, most: int, seed: int) -> tuple[Floats, Floats]:
    """The largest eigenvalues by size, and their vectors."""
    if ties.shape[0] <= DENSE:
        values, vectors = np.linalg.eigh(ties.toarray())
        largest = np.argsort(-np.abs(values), kind="stable")[:most]
        return values[largest], vectors[:, largest]
    from scipy.sparse.linalg import eigsh  # noqa: PLC0415  slow to import

    dice = stream(seed, 0)
    values, vectors = eigsh(ties, k=most, which="LM", v0=dice.standard_normal(ties.shape[0]), rng=dice)
    return np.asarray(values), np.asarray(vectors)


def _starts(rows: Ints, nodes: int) -> Floats:
    start = np.zeros((nodes, len(rows)))
    start[rows, np.arange(len(rows))] = 1.0
    return start


def _share(value: float, name: str) -> None:
    if not 0.0 < value < 1.0:
        raise InputError("share-range", name=name, value=value)
