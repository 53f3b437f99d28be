"""What holds a network together: components, cut points, bridges, cores; do the busy know each other?

Ties are read without direction and without weight: any weight above zero, in either direction, is a tie.
Duplicated ties are one tie, so a bridge may be a tie that was stated twice.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csgraph

from traitdunion.methods.networks.triangles import forward, undirected

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class RichClub(NamedTuple):
    """Density among the nodes of more than k ties.

    Attributes
    ----------
    k : ndarray of int, shape (m,)
        From 0, as long as two nodes have more.
    phi : ndarray, shape (m,)
        Ties among them over all there could be.
    """

    k: Integers
    phi: Floats


def components(adjacency: Any) -> Integers:
    """Number the parts of the network between which no path leads.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative; ties of a node to itself are passed over.

    Returns
    -------
    ndarray of int, shape (n,)
        From 0 in the order of their first nodes; an isolated node is one of its own.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> components([[0, 0, 1], [0, 0, 0], [0, 0, 0]]).tolist()
    [0, 1, 0]
    """
    network = undirected(adjacency)
    if network.shape[0] == 0:
        return np.zeros(0, dtype=np.int64)
    _, label = csgraph.connected_components(network, directed=False)
    _, first, of = np.unique(label, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[of].astype(np.int64)


def articulation_points(adjacency: Any) -> Bools:
    """Say which nodes cut the network: without such a node, some of its partners could not reach each other.

    Parameters and errors are those of `components`.

    Returns
    -------
    ndarray of bool, shape (n,)

    Notes
    -----
    Hopcroft & Tarjan (1973), Efficient algorithms for graph manipulation, Communications of the ACM 16(6).
    Among unseen ties there may be one that closes the gap: a cut point of the data is a candidate, no more.

    Examples
    --------
    >>> articulation_points([[0, 1, 0], [1, 0, 1], [0, 1, 0]]).tolist()
    [False, True, False]
    """
    return _cuts(adjacency)[0] > 0


def bridges(adjacency: Any) -> Integers:
    """List the ties without which the two ends could not reach each other.

    Parameters and errors are those of `components`. What clusters hold together by a shared member is another
    question: `structural_holes.sole_bridges`.

    Returns
    -------
    ndarray of int, shape (k, 2)
        Lower end first, in order.

    Examples
    --------
    >>> bridges([[0, 1, 0], [1, 0, 1], [0, 1, 0]]).tolist()
    [[0, 1], [1, 2]]
    """
    parent = _cuts(adjacency)[1]
    below = np.flatnonzero(parent >= 0)
    ends = np.sort(np.column_stack([below, parent[below]]), axis=1)
    return ends[np.lexsort((ends[:, 1], ends[:, 0]))]


def core_number(adjacency: Any) -> Integers:
    """Give for each node the largest k such that it has k ties among nodes that all have k among themselves.

    Parameters and errors are those of `components`. A single project of fifty makes a core of 49: among ties
    from projects it says who was in a large one.

    Returns
    -------
    ndarray of int, shape (n,)
        0 for the isolated.

    Notes
    -----
    Seidman (1983), Network structure and minimum degree, Social Networks 5(3).

    Examples
    --------
    >>> core_number([[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]]).tolist()
    [2, 2, 2, 1]
    """
    from traitdunion.methods.compiled.cohesion import core_numbers  # noqa: PLC0415  slow to import

    network = undirected(adjacency)
    return np.asarray(core_numbers(*_pattern(network)), dtype=np.int64)


def rich_club(adjacency: Any) -> RichClub:
    """Give the density of ties among the nodes of more than k ties, for each k.

    Parameters and errors are those of `components`. It rises with k in any network, random ones included:
    divide by its mean over networks of the same degrees before calling anything a club.

    Notes
    -----
    Zhou & Mondragon (2004), The rich-club phenomenon in the Internet topology, IEEE Communications Letters
    8(3); the warning: Colizza, Flammini, Serrano & Vespignani (2006), Nature Physics 2.

    Examples
    --------
    >>> club = rich_club([[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]])
    >>> club.k.tolist(), club.phi.round(6).tolist()
    ([0, 1], [0.666667, 1.0])
    """
    network = undirected(adjacency)
    degree, edges = np.diff(network.indptr), forward(network)
    most = int(degree.max(initial=0)) + 1
    lesser = np.minimum(degree[edges.lower], degree[edges.higher])
    rich = _more(np.bincount(degree, minlength=most))
    among = _more(np.bincount(lesser, minlength=most))
    k = np.flatnonzero(rich > 1)
    return RichClub(k, 2.0 * among[k] / (rich[k] * (rich[k] - 1.0)))


def transitivity(adjacency: Any) -> float:
    """Give the share of paths of two steps whose ends are tied.

    Parameters and errors are those of `components`. NaN without such a path. Ties from projects make it large
    whatever people do: every project is closed.

    Examples
    --------
    >>> transitivity([[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]])
    0.6
    """
    from traitdunion.methods.compiled.triangles import count_triangles  # noqa: PLC0415  slow to import

    network = undirected(adjacency)
    degree, edges = np.diff(network.indptr).astype(float), forward(network)
    paths = (degree * (degree - 1.0)).sum() / 2.0
    return float(count_triangles(edges.indptr, edges.higher).sum() / paths) if paths else float("nan")


def degree_assortativity(adjacency: Any) -> float:
    """Correlate the numbers of ties at the two ends of each tie.

    Parameters and errors are those of `components`. NaN without ties, or where all ends have as many.

    Notes
    -----
    Newman (2002), Assortative mixing in networks, Physical Review Letters 89, 208701.

    Examples
    --------
    >>> round(degree_assortativity([[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]]), 6)
    -0.714286
    """
    network = undirected(adjacency)
    degree = np.diff(network.indptr).astype(float)
    here, there = np.repeat(degree, np.diff(network.indptr)), degree[network.indices]
    if here.size == 0 or here.min() == here.max():
        return float("nan")
    return float(((here - here.mean()) * (there - here.mean())).mean() / here.var())


def _more(count: npt.NDArray[Any]) -> Floats:
    """Turn counts at 0, 1, 2, ... into counts of more than 0, 1, 2, ..."""
    return np.asarray(count.sum() - np.cumsum(count), dtype=float)


def _pattern(network: Any) -> tuple[Integers, Integers]:
    return network.indptr.astype(np.int64), network.indices.astype(np.int64)


def _cuts(adjacency: Any) -> tuple[Integers, Integers]:
    from traitdunion.methods.compiled.cohesion import cut_points  # noqa: PLC0415  slow to import

    cut, bridge = cut_points(*_pattern(undirected(adjacency)))
    return cut, bridge
