"""Scores of every node as a partner of some: the baselines that advice has to beat.

Walks and spectral scores are in `walks`; `score_rows` gives them all in one form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import ties
from traitdunion.methods.networks import walks

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Kind = Literal[
    "popularity",
    "common_neighbours",
    "adamic_adar",
    "resource_allocation",
    "weighted_resource_allocation",
    "jaccard",
    "salton",
    "katz",
    "page_rank",
    "spectral",
]

# Numbers of a batch of scores held at once: some 130 MB.
BATCH = 16_000_000
# Kinds that are a sum over partners in common and nothing more: `two_hop_best` serves them.
SUMS = ("common_neighbours", "adamic_adar", "resource_allocation", "weighted_resource_allocation")


class Batch(NamedTuple):
    """Scores of some rows against all columns, of shape (rows, n); the rows are those of the network."""

    rows: Ints
    scores: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """A network laid out for scoring: symmetric, without ties to oneself.

    Attributes
    ----------
    ties : csr_array, shape (n, n)
        Weights.
    indptr, indices : ndarray of int
        Of the ties, in the width the compiled loops ask for.
    degree : ndarray, shape (n,)
        Partners of each node.
    """

    ties: Any
    indptr: Ints
    indices: Ints
    degree: Floats


def laid_out(adjacency: Any) -> Network:
    """Read a network for scoring.

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
    >>> laid_out([[3, 1], [1, 0]]).degree.tolist()
    [1.0, 1.0]
    """
    read = ties(adjacency)
    # Sums of the same weights in another order differ in their last digits.
    if abs(read - read.T).data.max(initial=0.0) > 1e-9 * read.data.max(initial=0.0):
        raise InputError("matrix-not-symmetric", name="adjacency")
    read.setdiag(0.0)
    read.eliminate_zeros()
    read.sort_indices()
    degree = np.diff(read.indptr).astype(float)
    return Network(read, read.indptr.astype(np.int64), read.indices.astype(np.int64), degree)


def served_rows(rows: npt.ArrayLike | None, nodes: int) -> Ints:
    """Read the rows to serve: all of them by default, in the order given.

    Raises
    ------
    InputError
        `rows-outside`.

    Examples
    --------
    >>> served_rows(None, 2).tolist()
    [0, 1]
    """
    if rows is None:
        return np.arange(nodes)
    read = np.asarray(rows, dtype=np.int64).ravel()
    wrong = int(((read < 0) | (read >= nodes)).sum())
    if wrong:
        raise InputError("rows-outside", count=wrong, rows=nodes)
    return read


def score_rows(
    adjacency: Any, kind: Kind, *, rows: npt.ArrayLike | None = None, batch: int | None = None
) -> Iterator[Batch]:
    """Score all columns as partners of each row, some rows at a time.

    To judge a recommendation hold it against all of these, `popularity` before any other: it is hard to beat.
    None knows anything of newcomers, who have no partners yet. For the few best of each row
    `link_prediction.top_candidates` is faster and smaller.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        As for `laid_out`, such as from `link_prediction.co_participation`.
    kind : str
        With N(u) the partners of u, d their number, w the weights and s their sum:

        - popularity: d(v), whoever asks;
        - common_neighbours: partners z of both; adamic_adar: 1/log d(z) for each; resource_allocation: 1/d(z)
          for each; weighted_resource_allocation: w(u, z) w(z, v) / s(z) for each;
        - jaccard: common neighbours over partners of either; salton: over the root of d(u) d(v);
        - katz: walks of one to three ties (`walks.katz`); page_rank: where walks by weight, that start afresh
          at u now and then, are found (`walks.page_rank`); spectral: the network by its 64 largest singular
          values (`walks.spectral`), by weight.

        Only where w is named do weights count.
    rows : array_like of int, optional
        All by default.
    batch : int, optional
        Rows scored at once; by default as many as fit some 130 MB.

    Yields
    ------
    Batch
        Scores of the rows themselves and of partners already tied are given as well: leave them out when
        ranking (`ranking.judged`, `excluded`).

    Raises
    ------
    InputError
        Those of `laid_out`, and `rows-outside`.

    Notes
    -----
    Lü & Zhou (2011), Link prediction in complex networks: a survey, Physica A 390; Zhou, Lü & Zhang (2009),
    Predicting missing links via local information, European Physical Journal B 71.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> next(score_rows(path, "resource_allocation", rows=[0])).scores.tolist()
    [[0.5, 0.0, 0.5]]
    """
    network = laid_out(adjacency)
    served = served_rows(rows, len(network.degree))
    step = max(1, BATCH // max(1, len(network.degree))) if batch is None else batch
    return _batches(_scorer(network, kind), served, max(1, step))


def _batches(score: Callable[[Ints], Floats], served: Ints, step: int) -> Iterator[Batch]:
    for start in range(0, len(served), step):
        chosen = served[start : start + step]
        yield Batch(chosen, score(chosen))


def _scorer(network: Network, kind: Kind) -> Callable[[Ints], Floats]:
    degree = network.degree
    if kind == "popularity":
        return lambda rows: np.tile(degree, (len(rows), 1))
    if kind == "katz":
        binary = pattern(network)
        return lambda rows: walks.katz(binary, rows)
    if kind == "page_rank":
        return lambda rows: walks.page_rank(network.ties, rows)
    if kind == "spectral":
        left, right = walks.spectral(network.ties)
        return lambda rows: _sized(left[rows] @ right.T, np.abs(left).max(initial=0.0))
    if kind == "jaccard":
        return lambda rows: _jaccard(_sums(network, "common_neighbours", rows), degree[rows], degree)
    if kind == "salton":
        return lambda rows: _salton(_sums(network, "common_neighbours", rows), degree[rows], degree)
    return lambda rows: _sums(network, kind, rows)


def _jaccard(common: Floats, asking: Floats, degree: Floats) -> Floats:
    return _over(common, asking[:, None] + degree - common)


def _salton(common: Floats, asking: Floats, degree: Floats) -> Floats:
    return _over(common, np.sqrt(np.outer(asking, degree)))


def _over(common: Floats, whole: Floats) -> Floats:
    share: Floats = np.divide(common, whole, out=np.zeros_like(common), where=common > 0)
    return share


def _sized(scores: Floats, largest: float) -> Floats:
    """Nought where only the rounding of vectors is left."""
    return np.where(np.abs(scores) > 1e-12 * largest, scores, 0.0)


def _sums(network: Network, kind: Kind, rows: Ints) -> Floats:
    from traitdunion.methods.compiled.two_hop import two_hop_scores  # noqa: PLC0415  slow to import

    first, second = entry_weights(network, kind)
    found: Floats = two_hop_scores(network.indptr, network.indices, first, second, rows)
    return found


def pattern(network: Network) -> Any:
    """Give the network without its weights.

    Examples
    --------
    >>> pattern(laid_out([[0, 5], [5, 0]])).toarray().tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    binary = network.ties.copy()
    binary.data = np.ones_like(binary.data)
    return binary


def entry_weights(network: Network, kind: Kind) -> tuple[Floats, Floats]:
    """Give the two numbers of each tie whose products, summed over paths of two ties, are the score.

    The second is empty where it is one for every tie.

    Examples
    --------
    >>> path = laid_out([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    >>> [part.tolist() for part in entry_weights(path, "resource_allocation")]
    [[0.5, 1.0, 1.0, 0.5], []]
    """
    one, degree = np.zeros(0), network.degree
    if kind == "common_neighbours":
        return np.ones(len(network.indices)), one
    if kind == "weighted_resource_allocation":
        strength = np.asarray(network.ties.sum(axis=1)).ravel()
        weight = network.ties.data.astype(float)
        return weight / strength[network.indices], weight
    # A partner in common has at least two partners: one of a single partner leads back to the row only.
    divisor = {"adamic_adar": np.log(np.maximum(degree, 2.0)), "resource_allocation": np.maximum(degree, 1.0)}
    return 1.0 / divisor[kind][network.indices], one
