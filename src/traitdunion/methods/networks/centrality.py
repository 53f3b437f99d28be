"""Who lies between: betweenness, exact or from a sample with its error, closeness, and mean distance.

All look at the whole network, so one unseen tie far away changes them; constraint and brokerage are local.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import ties
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
# Blocks of source nodes: however many threads there are, sums are taken block by block.
_BLOCKS = 16


@dataclass(frozen=True, slots=True)
class Betweenness:
    """Betweenness of each node.

    Attributes
    ----------
    values : ndarray, shape (n,)
    sampled : bool
        Whether they are estimated from some source nodes rather than all.
    pivots : int
        Source nodes used.
    standard_error : ndarray, shape (n,)
        Of the estimate; zeros when exact, NaN for a sample of one.
    """

    values: Floats
    sampled: bool
    pivots: int
    standard_error: Floats


@dataclass(frozen=True, slots=True)
class Distances:
    """Steps between nodes, over ordered pairs of two different ones.

    Attributes
    ----------
    mean : float
        Over the pairs of which one reaches the other; NaN when there is none.
    efficiency : float
        Mean of one over the distance, pairs out of reach counting zero; NaN for fewer than two nodes.
    unreachable : float
        Share of pairs out of reach; NaN for fewer than two nodes.
    """

    mean: float
    efficiency: float
    unreachable: float


def betweenness(adjacency: Any, *, weighted: bool = False, normalized: bool = True) -> Betweenness:
    """Sum for each node, over all pairs of others, the share of their shortest paths that pass it.

    Exact. Time grows with nodes times ties: seconds for some thousands of nodes, many minutes for 30,000;
    there, `sampled_betweenness`.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties from row to column, not negative; ties of a node to itself are passed over. Undirected
        where it says the same in both directions.
    weighted : bool
        Whether the length of a tie is one over its weight; otherwise every tie is one step.
    normalized : bool
        Divide by the number of pairs of others, so that 1 is the centre of a star; otherwise sum over
        pairs, in either order where ties have a direction.

    Returns
    -------
    Betweenness
        Zero for the isolated; pairs that do not reach each other count nothing.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Freeman (1977), Sociometry 40(1); Brandes (2001), A faster algorithm for betweenness centrality, Journal
    of Mathematical Sociology 25(2); lengths: Newman (2001), Scientific collaboration networks II, Physical
    Review E 64, 016132. In a network of large projects nearly all are two steps apart, and it says little
    that degree does not.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> betweenness(path).values.tolist(), betweenness(path, normalized=False).values.tolist()
    ([0.0, 1.0, 0.0], [0.0, 1.0, 0.0])
    """
    network = _network(adjacency)
    total, _ = _dependencies(network, np.arange(network.shape[0]), weighted=weighted)
    nodes = network.shape[0]
    return Betweenness(total * _scale(network, normalized=normalized), False, nodes, np.zeros(nodes))


def sampled_betweenness(
    adjacency: Any, *, pivots: int, seed: int, weighted: bool = False, normalized: bool = True
) -> Betweenness:
    """Estimate betweenness from the shortest paths that start at some nodes, with the error of the estimate.

    Unbiased: a node's mean over the other pivots stands for all others, since it lies on no path of its own.
    The error is that of the sample of nodes. Two errors either side hold the truth in about nine of ten cases
    for the largest values and in fewer for small ones, which few sources make: a node that no sampled path
    passes gets 0 with error 0.

    Parameters
    ----------
    adjacency, weighted, normalized
        As for `betweenness`.
    pivots : int
        Nodes to start from, drawn without replacement; all of them give the exact values. A single one
        leaves its own value unknown (NaN).
    seed : int

    Raises
    ------
    InputError
        `draws-too-few` for less than one pivot; `matrix-not-square`, `values-not-numbers`,
        `values-negative`, `seed-negative`.

    Notes
    -----
    Brandes & Pich (2007), Centrality estimation in large networks, International Journal of Bifurcation and
    Chaos 17(7). Standard error of a total by simple random sampling, with the finite population correction.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> sampled_betweenness(path, pivots=3, seed=1).values.tolist()
    [0.0, 1.0, 0.0]
    """
    if pivots < 1:
        raise InputError("draws-too-few", draws=pivots, least=1)
    network = _network(adjacency)
    nodes = network.shape[0]
    drawn = np.sort(stream(seed, 0).choice(nodes, size=min(pivots, nodes), replace=False))
    if len(drawn) == nodes:
        return betweenness(adjacency, weighted=weighted, normalized=normalized)
    total, square = _dependencies(network, drawn, weighted=weighted)
    used, others = np.full(nodes, float(len(drawn))), nodes - 1.0
    used[drawn] -= 1.0
    some, several = np.where(used > 0, used, np.nan), np.where(used > 1, used, np.nan)
    variance = np.maximum(square - total**2 / several, 0.0) / (several - 1.0)
    error = others * np.sqrt(np.maximum(1.0 - several / others, 0.0) * variance / several)
    scale = _scale(network, normalized=normalized)
    return Betweenness(total * others / some * scale, True, len(drawn), error * scale)


def closeness(adjacency: Any) -> Floats:
    """Give one over the mean distance from each node to the others, in steps.

    Where a node does not reach all others, the mean is over those it reaches, and the result is multiplied
    by their share among the others: 0 for the isolated.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Any weight above zero is a tie from row to column; ties of a node to itself are passed over.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Freeman (1979), Social Networks 1(3); share reached: Wasserman & Faust (1994), Social Network Analysis,
    section 5.2. Exact: time grows with nodes times ties.

    Examples
    --------
    >>> closeness([[0, 1, 0], [1, 0, 1], [0, 1, 0]]).round(6).tolist()
    [0.666667, 1.0, 0.666667]
    """
    reached, total, _ = _reach(_network(adjacency))
    others = max(len(reached) - 1, 1)
    return np.divide(reached**2, total * others, out=np.zeros(len(total)), where=total > 0)


def distances(adjacency: Any) -> Distances:
    """Give the mean number of steps between nodes, and how well they reach each other.

    Parameters and errors are those of `closeness`.

    Notes
    -----
    Efficiency: Latora & Marchiori (2001), Efficient behavior of small-world networks, Physical Review Letters
    87, 198701.

    Examples
    --------
    >>> distances([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    Distances(mean=1.3333333333333333, efficiency=0.8333333333333334, unreachable=0.0)
    """
    reached, total, inverse = _reach(_network(adjacency))
    pairs = len(reached) * (len(reached) - 1)
    if pairs == 0:
        return Distances(float("nan"), float("nan"), float("nan"))
    mean = total.sum() / reached.sum() if reached.any() else float("nan")
    return Distances(float(mean), float(inverse.sum() / pairs), float(1.0 - reached.sum() / pairs))


def _network(adjacency: Any) -> Any:
    network = ties(adjacency)
    network.setdiag(0.0)
    network.eliminate_zeros()
    network.sort_indices()
    return network


def _scale(network: Any, *, normalized: bool) -> float:
    """Give the factor from sums over ordered pairs to what is asked."""
    nodes = int(network.shape[0])
    if normalized:
        return 1.0 / float(max((nodes - 1) * (nodes - 2), 1))
    return 1.0 if (network != network.T).nnz else 0.5


def _dependencies(network: Any, pivots: Integers, *, weighted: bool) -> tuple[Floats, Floats]:
    """Sum the dependencies of the pivots on each node, and their squares."""
    from traitdunion.methods.compiled import paths  # noqa: PLC0415  slow to import

    indptr, indices = network.indptr.astype(np.int64), network.indices.astype(np.int64)
    length = 1.0 / network.data if weighted else None

    def one(block: Integers) -> tuple[Floats, Floats]:
        if length is None:
            return paths.dependencies(indptr, indices, block)  # type: ignore[no-any-return]
        return paths.weighted_dependencies(indptr, indices, length, block)  # type: ignore[no-any-return]

    total, square = np.zeros(network.shape[0]), np.zeros(network.shape[0])
    for sums, squares in _in_blocks(one, pivots):
        total += sums
        square += squares
    return total, square


def _reach(network: Any) -> tuple[Floats, Floats, Floats]:
    from traitdunion.methods.compiled.paths import reach  # noqa: PLC0415  slow to import

    indptr, indices = network.indptr.astype(np.int64), network.indices.astype(np.int64)
    blocks = _in_blocks(lambda block: reach(indptr, indices, block), np.arange(network.shape[0]))
    reached, total, inverse = (np.concatenate(part) for part in zip(*blocks, strict=True))
    return reached, total, inverse


def _in_blocks(kernel: Callable[[Integers], Any], sources: Integers) -> list[Any]:
    """Hand the sources to threads block by block; the results come in the order of the blocks."""
    blocks = np.array_split(sources.astype(np.int64), _BLOCKS)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, _BLOCKS)) as pool:
        return list(pool.map(kernel, blocks))
