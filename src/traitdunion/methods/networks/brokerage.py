"""Who stands between groups: the five roles of a broker, counted and compared with chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes, ties
from traitdunion.methods.networks.brokerage_null import Moments, node_moments, whole_moments
from traitdunion.methods.networks.group_mixing import (
    EIIndex,
    ei_index,
    mixing,
    modularity,
    participation_coefficient,
)
from traitdunion.methods.networks.triangles import forward

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Covariances = Literal["exact", "published"]

__all__ = [
    "ROLES",
    "Brokerage",
    "EIIndex",
    "Roles",
    "ei_index",
    "gould_fernandez",
    "mixing",
    "modularity",
    "participation_coefficient",
]

# By the groups of i, e, j where e brokers i -> e -> j: AAA, ABA, AAB, ABB, ABC, any.
ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")


@dataclass(frozen=True, slots=True)
class Roles:
    """Brokered pairs by role, in the order of `ROLES`, and what chance would do.

    Attributes
    ----------
    counts : ndarray of int, shape (n, 6), or (6,) for the whole network
    expected, deviation, z : ndarray of the same shape
        Expected count, its standard deviation, and (counts - expected) / deviation, NaN where nothing varies.
    """

    counts: Integers
    expected: Floats
    deviation: Floats
    z: Floats


@dataclass(frozen=True, slots=True)
class Brokerage:
    """Brokerage of each node and of the whole network.

    Attributes
    ----------
    nodes : Roles
        For a node of unknown group the counts are zero and the rest is NaN.
    whole : Roles
        Sums over the nodes.
    density : float
        Arcs over all there could be, among nodes of known group; NaN for fewer than two.
    directed : bool
        False where each tie goes both ways, and so each brokered pair is counted twice.
    """

    nodes: Roles
    whole: Roles
    density: float
    directed: bool


def gould_fernandez(
    adjacency: Any,
    groups: npt.ArrayLike,
    *,
    directed: bool | None = None,
    covariances: Covariances = "exact",
) -> Brokerage:
    """Count the pairs i -> e -> j without i -> j that each node e brokers, by the groups of the three.

    The coordinator brokers within its own group (AAA), the itinerant within another (ABA),
    the representative from its own group to another (AAB), the gatekeeper from another to its own (ABB), the
    liaison between two others (ABC).

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Any weight above zero is a tie from row to column; ties of a node to itself are passed over. Weights
        do not count: among ties from shared projects, leave out the weak ones of large projects first if
        they should not close a pair.
    groups : array_like of int, shape (n,)
        Numbered from 0; nodes of -1 are left out with their ties.
    directed : bool, optional
        What chance deals out: arcs, or ties that go both ways. By default the second where the matrix says
        the same in both directions; then each brokered pair counts twice, and representative and gatekeeper
        are one.
    covariances : {"exact", "published"}
        Of the whole network's directed counts. The deviations that are in use leave out covariances between
        triples of which one needs an arc that the other must not have: for coordinator and total those within
        the same three nodes, for representative and gatekeeper all. They come out a few per cent too large;
        "published" does the same, for comparison. Nodes by themselves have no such triples.

    Returns
    -------
    Brokerage

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`, `lengths-differ`, `group-codes`;
        `matrix-not-symmetric` where `directed` is denied.

    Notes
    -----
    Gould & Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks,
    Sociological Methodology 19. Chance throws the same number of ties, on average, anywhere: a z of 10 is
    ordinary for a node of many ties, and tells of its ties rather than of its role. Compare nodes of about as
    many ties, or the shares of the roles. Closed pairs are found triangle by triangle: O(ties^1.5).

    Examples
    --------
    >>> found = gould_fernandez([[0, 1, 0], [0, 0, 1], [0, 0, 0]], [0, 0, 1])
    >>> dict(zip(ROLES, found.nodes.counts[1].tolist()))["representative"]
    1
    >>> found.whole.counts.tolist(), found.whole.expected.round(6).tolist()
    ([0, 0, 1, 0, 0, 1], [0.0, 0.148148, 0.148148, 0.148148, 0.0, 0.444444])
    """
    arcs = ties(adjacency)
    arcs.setdiag(0.0)
    arcs.eliminate_zeros()
    code = group_codes(groups, length=arcs.shape[0])
    known = np.flatnonzero(code >= 0)
    among = sparse.csr_array(arcs[known][:, known] != 0, dtype=np.int64)
    _, of = np.unique(code[known], return_inverse=True)
    lopsided = bool((among != among.T).nnz)
    if lopsided and directed is False:
        raise InputError("matrix-not-symmetric", name="adjacency")
    one_way = lopsided if directed is None else directed
    counts = np.zeros((len(code), len(ROLES)), dtype=np.int64)
    counts[known] = _open_pairs(among, of)

    size, n = np.bincount(of), len(known)
    density = float(among.nnz / (n * (n - 1))) if n > 1 else float("nan")
    each = node_moments(size, density, directed=one_way)
    moments = Moments(*(np.full(counts.shape, np.nan) for _ in each))
    for filled, values in zip(moments, each, strict=True):
        filled[known] = values[of]
    published = covariances == "published" and one_way
    together = whole_moments(size, density, directed=one_way, published=published)
    nodes, whole = _compared(counts, moments), _compared(counts.sum(axis=0), together)
    return Brokerage(nodes, whole, density, one_way)


def _compared(counts: Integers, moments: Moments) -> Roles:
    deviation = np.sqrt(moments.variance)
    z = (counts - moments.expected) / np.where(deviation > 0, deviation, np.nan)
    return Roles(counts, moments.expected, deviation, z)


def _open_pairs(among: Any, of: Integers) -> Integers:
    """Count every pair that each node stands between, less the closed ones."""
    from traitdunion.methods.compiled.triangles import closed_pairs  # noqa: PLC0415  slow to import

    pairs = _pairs(among, of)
    skeleton = sparse.csr_array(among + 2 * among.T)
    skeleton.sort_indices()
    edges = forward(skeleton)
    closed = closed_pairs(edges.indptr, edges.higher, skeleton.data[edges.entry], of.astype(np.int64))
    roles = pairs - closed
    return np.column_stack([roles, roles.sum(axis=1)])


def _pairs(among: Any, of: Integers) -> Integers:
    """Count by role the pairs i -> e -> j around each node e, closed or not, but i and j two."""
    nodes = len(of)
    arc, back = sparse.coo_array(among), sparse.coo_array(among.multiply(among.T))
    own = of[arc.row] == of[arc.col]
    own_in, own_out = (np.bincount(ends[own], minlength=nodes) for ends in (arc.col, arc.row))
    far_in, far_out = (np.bincount(ends[~own], minlength=nodes) for ends in (arc.col, arc.row))
    own_back = np.bincount(back.row[of[back.row] == of[back.col]], minlength=nodes)
    far_back = np.bincount(back.row, minlength=nodes) - own_back

    shape = (nodes, int(of.max(initial=-1)) + 1)
    belongs = sparse.csr_array((np.ones(nodes, dtype=np.int64), (np.arange(nodes), of)), shape=shape)
    matched = np.asarray((among.T @ belongs).multiply(among @ belongs).sum(axis=1)).ravel()
    alike = matched - own_in * own_out
    coordinator, itinerant, liaison = own_in * own_out - own_back, alike - far_back, far_in * far_out - alike
    return np.column_stack([coordinator, itinerant, own_in * far_out, far_in * own_out, liaison])
