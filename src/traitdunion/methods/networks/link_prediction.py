"""Who would probably meet: ties from shared events, and scores from shared partners.

Adamic-Adar is the baseline that is hard to beat; it knows nothing of newcomers, who have no partners yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Score = Literal["adamic_adar", "common_neighbours"]

# Entries of a product held at once: some 250 MB.
BAND = 20_000_000


@dataclass(frozen=True, slots=True)
class Candidates:
    """Scored pairs, in the order of the rows served, best first, of equals the lower column first.

    Attributes
    ----------
    rows, columns : ndarray of int, shape (n,)
    scores : ndarray, shape (n,)
    """

    rows: Ints
    columns: Ints
    scores: Floats


def co_participation(incidence: Any) -> Any:
    """Tie organizations that took part in the same events, large events counting little for each pair.

    Each event of n participants gives 1/(n - 1) to each pair, so that it gives every participant 1 in all:
    a consortium of fifty is not a clique of 1,225 friendships. Events of one participant give nothing.

    Parameters
    ----------
    incidence : sparse array, shape (organizations, events)
        Any non-zero entry is a participation.

    Returns
    -------
    csr_array, shape (organizations, organizations)
        Symmetric, empty diagonal.

    Notes
    -----
    Newman (2001), Scientific collaboration networks II, Physical Review E 64, 016132.

    Examples
    --------
    >>> co_participation(sparse.csr_array([[1, 1], [1, 0], [1, 1]])).toarray().tolist()
    [[0.0, 0.5, 1.5], [0.5, 0.0, 0.5], [1.5, 0.5, 0.0]]
    """
    part = _pattern(incidence)
    size = np.asarray(part.sum(axis=0)).ravel()
    weight = np.divide(1.0, size - 1.0, out=np.zeros_like(size), where=size > 1)
    ties = sparse.csr_array(part @ (sparse.diags_array(weight) @ part.T))
    ties.setdiag(0.0)
    ties.eliminate_zeros()
    ties.sort_indices()
    return ties


def common_neighbours(adjacency: Any, rows: npt.ArrayLike, columns: npt.ArrayLike) -> Floats:
    """Number of partners each pair (row, column) has in common.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric; any non-zero entry is a tie, ties to oneself are passed over.
    rows, columns : array_like of int, shape (pairs,)

    Notes
    -----
    Newman (2001), Clustering and preferential attachment in growing networks, Physical Review E 64, 025102.

    Examples
    --------
    >>> common_neighbours(sparse.csr_array([[0, 1, 1], [1, 0, 1], [1, 1, 0]]), [0], [1]).tolist()
    [1.0]
    """
    return _pair_scores(adjacency, rows, columns, "common_neighbours")


def adamic_adar(adjacency: Any, rows: npt.ArrayLike, columns: npt.ArrayLike) -> Floats:
    """Partners in common, each counting one over the logarithm of how many partners it has.

    Parameters
    ----------
    adjacency, rows, columns
        As for `common_neighbours`.

    Notes
    -----
    Adamic & Adar (2003), Friends and neighbors on the Web, Social Networks 25(3).

    Examples
    --------
    >>> adamic_adar(sparse.csr_array([[0, 1, 1], [1, 0, 1], [1, 1, 0]]), [0], [1]).round(6).tolist()
    [1.442695]
    """
    return _pair_scores(adjacency, rows, columns, "adamic_adar")


def top_candidates(
    adjacency: Any, *, k: int, score: Score = "adamic_adar", rows: npt.ArrayLike | None = None
) -> Candidates:
    """Give each row its k best columns among those it is not tied to, in bounded memory.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        As for `common_neighbours`.
    k : int
        Candidates for each row; fewer where fewer share a partner with it.
    score : {"adamic_adar", "common_neighbours"}
    rows : array_like of int, optional
        The rows to serve; all of them by default.

    Examples
    --------
    >>> path = sparse.csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> best = top_candidates(path, k=1, score="common_neighbours")
    >>> best.rows.tolist(), best.columns.tolist(), best.scores.tolist()
    ([0, 2], [2, 0], [1.0, 1.0])
    """
    ties = _ties(adjacency)
    weighted = _weighted(ties, score)
    served = np.arange(ties.shape[0]) if rows is None else np.asarray(rows, dtype=np.int64)
    work = ties[served] @ np.diff(ties.indptr).astype(float)
    band = np.cumsum(work) // BAND
    columns, scores = np.full((len(served), k), -1, dtype=np.int64), np.zeros((len(served), k))
    for number in np.unique(band):
        here = np.flatnonzero(band == number)
        product = sparse.csr_array(weighted[served[here]] @ ties)
        for at, start, stop in zip(here, product.indptr[:-1], product.indptr[1:], strict=True):
            known = np.append(_row(ties, served[at]), served[at])
            best, value = _best(product.indices[start:stop], product.data[start:stop], known, k)
            columns[at, : len(best)], scores[at, : len(best)] = best, value
    filled = columns >= 0
    return Candidates(np.repeat(served, filled.sum(axis=1)), columns[filled], scores[filled])


def _row(ties: Any, row: int) -> Ints:
    return np.asarray(ties.indices[ties.indptr[row] : ties.indptr[row + 1]], dtype=np.int64)


def _best(columns: Ints, scores: Floats, known: Ints, k: int) -> tuple[Ints, Floats]:
    """The k best columns that are not known, best first, of equals the lower first."""
    new = ~np.isin(columns, known, assume_unique=True)
    columns, scores = columns[new], scores[new]
    if len(scores) > k:
        near = scores >= np.partition(scores, -k)[-k] * (1 - 1e-12)
        columns, scores = columns[near], scores[near]
    # Rounded, lest the order of a sum decide between equals.
    order = np.lexsort((columns, -scores.round(12)))[:k]
    return columns[order], scores[order]


def _pair_scores(adjacency: Any, rows: npt.ArrayLike, columns: npt.ArrayLike, score: Score) -> Floats:
    ties = _ties(adjacency)
    weighted = _weighted(ties, score)
    row, column = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
    band = np.cumsum(np.diff(ties.indptr)[row].astype(float)) // BAND
    found = np.zeros(len(row))
    for number in np.unique(band):
        here = band == number
        found[here] = ties[row[here]].multiply(weighted[column[here]]).sum(axis=1)
    return found


def _weighted(ties: Any, score: Score) -> Any:
    """Ties whose columns count what a partner counts."""
    degree = np.diff(ties.indptr).astype(float)
    if score == "common_neighbours":
        return ties
    # A partner in common has at least two partners: degree 1 is never met.
    weight = np.divide(1.0, np.log(np.maximum(degree, 1.0)), out=np.zeros_like(degree), where=degree > 1)
    return sparse.csr_array(ties @ sparse.diags_array(weight))


def _ties(adjacency: Any) -> Any:
    ties = _pattern(adjacency)
    ties.setdiag(0.0)
    ties.eliminate_zeros()
    return ties


def _pattern(matrix: Any) -> Any:
    """A fresh 0/1 matrix of what is not zero."""
    return sparse.csr_array(sparse.csr_array(matrix) != 0, dtype=float)
