"""Who would probably meet: ties from shared events, and scores from shared partners.

Adamic-Adar is the baseline that is hard to beat; it knows nothing of newcomers, who have no partners yet. The
other baselines are in `candidate_scores`; `methods.ranking` judges them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.networks.candidate_scores import (
    SUMS,
    Kind,
    Network,
    entry_weights,
    laid_out,
    score_rows,
    served_rows,
)
from traitdunion.methods.ranking import settled

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
    adjacency: Any,
    *,
    k: int,
    score: Kind = "adamic_adar",
    rows: npt.ArrayLike | None = None,
    exclude: Any = None,
) -> Candidates:
    """Give each row its k best columns among those it is not tied to, in bounded memory.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric weights, not negative; ties to oneself are passed over.
    k : int
        Candidates for each row, from 0; fewer where fewer score above zero.
    score : str
        As for `candidate_scores.score_rows`; weights count only where it says so.
    rows : array_like of int, optional
        The rows to serve; all of them by default.
    exclude : sparse array, shape (n, n), optional
        Who must not be served to whom (any non-zero entry), in place of those tied already. A row is never
        served to itself.

    Raises
    ------
    InputError
        Those of `candidate_scores.laid_out`, `rows-outside`, `top-negative`, and `lengths-differ` for an
        exclude of another shape.

    Notes
    -----
    Scores that agree but for their last twelve bits are equals, lest the order of a sum decide.

    Examples
    --------
    >>> path = sparse.csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> best = top_candidates(path, k=1, score="common_neighbours")
    >>> best.rows.tolist(), best.columns.tolist(), best.scores.tolist()
    ([0, 2], [2, 0], [1.0, 1.0])
    """
    if k < 0:
        raise InputError("top-negative", k=k)
    network = laid_out(adjacency)
    served = served_rows(rows, len(network.degree))
    known = network.ties if exclude is None else _pattern(exclude)
    if known.shape != network.ties.shape:
        raise InputError(
            "lengths-differ", name="exclude", found=known.shape[0], expected=network.ties.shape[0]
        )
    if score in SUMS:
        columns, scores = _summed(network, score, known, served, k)
    else:
        columns, scores = _scored(network, score, known, served, k)
    filled = columns >= 0
    return Candidates(np.repeat(served, filled.sum(axis=1)), columns[filled], scores[filled])


def _summed(network: Network, score: Kind, known: Any, served: Ints, k: int) -> tuple[Ints, Floats]:
    from traitdunion.methods.compiled.two_hop import two_hop_best  # noqa: PLC0415  slow to import

    first, second = entry_weights(network, score)
    start, partners = known.indptr.astype(np.int64), known.indices.astype(np.int64)
    found: tuple[Ints, Floats] = two_hop_best(
        network.indptr, network.indices, first, second, start, partners, served, k
    )
    return found


def _scored(network: Network, score: Kind, known: Any, served: Ints, k: int) -> tuple[Ints, Floats]:
    columns, scores = np.full((len(served), k), -1, dtype=np.int64), np.zeros((len(served), k))
    at = 0
    for batch in score_rows(network.ties, score, rows=served):
        for row, given in zip(batch.rows, batch.scores, strict=True):
            given[_row(known, row)] = 0.0
            given[row] = 0.0
            best = _best(given, k)
            columns[at, : len(best)], scores[at, : len(best)] = best, given[best]
            at += 1
    return columns, scores


def _row(ties: Any, row: int) -> Ints:
    return np.asarray(ties.indices[ties.indptr[row] : ties.indptr[row + 1]], dtype=np.int64)


def _best(scores: Floats, k: int) -> Ints:
    """The k best columns of a score above zero, best first, of equals the lower first."""
    near = settled(scores)
    columns = np.flatnonzero(near > 0)
    if len(columns) > k > 0:
        columns = columns[near[columns] >= np.partition(near[columns], -k)[-k]]
    return columns[np.lexsort((columns, -near[columns]))[:k]]


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
