"""Who bridges: Burt's measures on a network of ties, and who alone holds two clusters together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse, special

from traitdunion.methods.networks.triangles import forward, undirected

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Entries of an uncut product held at once: some 250 MB.
BAND = 20_000_000


@dataclass(frozen=True, slots=True)
class StructuralHoles:
    """Burt's measures of each node; NaN for a node without ties.

    Attributes
    ----------
    constraint : ndarray, shape (n,)
        Low for a broker; it may exceed 1 for a node of few contacts who know each other.
    effective_size : ndarray, shape (n,)
        Contacts less what they repeat of each other, from 1 up.
    efficiency : ndarray, shape (n,)
        Effective size over contacts.
    hierarchy : ndarray, shape (n,)
        0 where all contacts constrain alike, 1 where a single one does.
    """

    constraint: Floats
    effective_size: Floats
    efficiency: Floats
    hierarchy: Floats


@dataclass(frozen=True, slots=True)
class SoleBridges:
    """Cluster pairs that one organization alone holds together, first below second, in order.

    Attributes
    ----------
    first, second, organization : ndarray of int, shape (pairs,)
    """

    first: Ints
    second: Ints
    organization: Ints


@dataclass(frozen=True, slots=True)
class Bridging:
    """What each organization holds together by belonging to several clusters.

    Attributes
    ----------
    pairs : ndarray of int, shape (organizations,)
        Cluster pairs it belongs to both ends of.
    alone : ndarray of int, shape (organizations,)
        Those of them that no other organization shares.
    share : ndarray, shape (organizations,)
        Sum over its pairs of one over the number of organizations that hold the pair; all shares add up to
        the number of pairs held by anyone.
    """

    pairs: Ints
    alone: Ints
    share: Floats


def structural_holes(adjacency: Any) -> StructuralHoles:
    """Measure in one pass how open the network is around each node.

    All four look at a node, its contacts, and the ties among them; nothing farther away counts. They say
    nothing of what flows through the ties, and they cannot tell an unseen tie from an open space.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative; duplicated ties are summed. A directed one is read as the sum of both
        directions; ties of a node to itself are passed over. Ties from shared projects belong in weighted
        by 1/(participants - 1) (`link_prediction.co_participation`): unweighted, one large project closes
        every hole among its members.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Burt (1992), Structural Holes, Harvard University Press, chapter 2. With p_ij the share of the weight of i
    that its tie to j has, constraint sums (p_ij + sum over q of p_iq p_qj)^2 over the contacts j. Every
    triangle is met once: O(edges^1.5) steps at most, in a fixed order.

    Examples
    --------
    >>> found = structural_holes([[0, 1, 1], [1, 0, 0], [1, 0, 0]])
    >>> found.constraint.tolist(), found.effective_size.tolist()
    ([0.5, 1.0, 1.0], [2.0, 1.0, 1.0])
    >>> found.efficiency.tolist(), found.hierarchy.tolist()
    ([1.0, 1.0, 1.0], [0.0, 1.0, 1.0])
    """
    from traitdunion.methods.compiled.triangles import shared_partners  # noqa: PLC0415  slow to import

    mutual = undirected(adjacency)
    edges, nodes = forward(mutual), mutual.shape[0]
    strength, degree = np.asarray(mutual.sum(axis=1)).ravel(), _degrees(mutual)
    weight = mutual.data[edges.entry]
    shares = [weight / strength[end] for end in (edges.lower, edges.higher)]
    led_back, in_common = shared_partners(edges.indptr, edges.higher, np.column_stack([weight, *shares])).T
    ego, contact = (
        np.concatenate(ends) for ends in ((edges.lower, edges.higher), (edges.higher, edges.lower))
    )
    held = (np.tile(weight + led_back, 2) / strength[ego]) ** 2
    repeated = np.tile(in_common, 2) / (strength[ego] * _strongest(mutual)[contact])
    contacts = np.where(degree > 0, degree, np.nan)
    constrained = np.where(degree > 0, np.bincount(ego, held, nodes), np.nan)
    size = np.asarray(contacts - np.bincount(ego, repeated, nodes), dtype=float)
    return StructuralHoles(constrained, size, size / contacts, _inequality(held, ego, contacts))


def constraint(adjacency: Any) -> Floats:
    """Burt's constraint: how far each node's ties lead back to each other. Low means a broker.

    Parameters and errors are those of `structural_holes`. NaN for a node without ties: constraint says
    nothing about the isolated.

    Examples
    --------
    >>> constraint(sparse.csr_array([[0, 1, 1], [1, 0, 0], [1, 0, 0]])).tolist()
    [0.5, 1.0, 1.0]
    """
    return structural_holes(adjacency).constraint


def effective_size(adjacency: Any) -> Floats:
    """Burt's effective size: the number of contacts less what they repeat of each other.

    Parameters and errors are those of `structural_holes`. NaN for a node without ties. For unweighted ties it
    is n - 2t/n with t ties among the n contacts (Borgatti 1997, Connections 20(1)).

    Examples
    --------
    >>> effective_size(sparse.csr_array([[0, 1, 1], [1, 0, 0], [1, 0, 0]])).tolist()
    [2.0, 1.0, 1.0]
    """
    return structural_holes(adjacency).effective_size


def efficiency(adjacency: Any) -> Floats:
    """Burt's efficiency: effective size over the number of contacts, NaN for a node without ties.

    Parameters and errors are those of `structural_holes`.

    Examples
    --------
    >>> efficiency(sparse.csr_array([[0, 1, 1], [1, 0, 1], [1, 1, 0]])).tolist()
    [0.5, 0.5, 0.5]
    """
    return structural_holes(adjacency).efficiency


def hierarchy(adjacency: Any) -> Floats:
    """Burt's hierarchy: how far a node's constraint comes from a single contact, from 0 (all alike) to 1.

    Parameters and errors are those of `structural_holes`. NaN for a node without ties; 1 for a node of one
    contact, which holds all there is: the formula gives 0/0 there, and Burt's own program says 1.

    Notes
    -----
    Burt (1992), Structural Holes, chapter 2: the Coleman-Theil inequality of constraint over contacts.

    Examples
    --------
    >>> hierarchy([[0, 1, 1], [1, 0, 0], [1, 0, 0]]).tolist()
    [0.0, 1.0, 1.0]
    """
    return structural_holes(adjacency).hierarchy


def sole_bridges(membership: Any, direct: npt.ArrayLike) -> SoleBridges:
    """Cluster pairs that would lose sight of each other if a single organization left.

    Parameters
    ----------
    membership : sparse array, shape (organizations, clusters)
        Any non-zero entry is a membership.
    direct : array_like of int, shape (k, 2)
        Cluster pairs in direct contact, in either order: nobody bridges these alone.

    Examples
    --------
    >>> bridges = sole_bridges(sparse.csr_array([[1, 1, 0], [1, 1, 1]]), direct=[(2, 1)])
    >>> list(zip(bridges.first.tolist(), bridges.second.tolist(), bridges.organization.tolist()))
    [(0, 2, 1)]
    """
    member = _members(membership)
    shared = member.T @ member
    numbers = member * np.arange(1, member.shape[0] + 1)[:, None]
    once = sparse.csr_array((shared == 1).astype(np.int64))
    once = sparse.csr_array(sparse.triu(once, k=1))
    known = np.asarray(direct, dtype=np.int64).reshape(-1, 2)
    seen = sparse.csr_array((np.ones(len(known), dtype=np.int64), tuple(known.T)), shape=shared.shape)
    once -= once.multiply(seen + seen.T > 0)
    held = sparse.coo_array((member.T @ numbers).multiply(once))
    held.eliminate_zeros()
    order = np.lexsort((held.col, held.row))
    first, second, number = (
        np.asarray(part, dtype=np.int64)[order] for part in (held.row, held.col, held.data)
    )
    return SoleBridges(first, second, number - 1)


def bridging(membership: Any) -> Bridging:
    """Count the cluster pairs each organization holds together, and how many others hold them too.

    Parameters
    ----------
    membership : sparse array, shape (organizations, clusters)
        Any non-zero entry is a membership.

    Examples
    --------
    >>> found = bridging(sparse.csr_array([[1, 1, 0], [1, 1, 1]]))
    >>> found.pairs.tolist(), found.alone.tolist(), found.share.tolist()
    ([1, 3], [0, 2], [0.5, 2.5])
    """
    member = _members(membership)
    clusters = np.diff(member.indptr).astype(np.int64)
    shared = sparse.coo_array(member.T @ member)
    apart = shared.row != shared.col
    row, column, holders = shared.row[apart], shared.col[apart], shared.data[apart]
    part = sparse.csr_array((1.0 / holders, (row, column)), shape=shared.shape)
    sole = sparse.csr_array(((holders == 1).astype(np.int64), (row, column)), shape=shared.shape)
    share, alone = np.zeros(len(clusters)), np.zeros(len(clusters), dtype=np.int64)
    for rows in _bands(member, part):
        share[rows] = (member[rows] @ part).multiply(member[rows]).sum(axis=1) / 2.0
        alone[rows] = (member[rows] @ sole).multiply(member[rows]).sum(axis=1) // 2
    return Bridging(clusters * (clusters - 1) // 2, alone, share)


def _strongest(mutual: Any) -> Floats:
    """Give the weight of the strongest tie of each node."""
    strongest = np.zeros(mutual.shape[0])
    tied = _degrees(mutual) > 0
    strongest[tied] = np.maximum.reduceat(mutual.data, mutual.indptr[:-1][tied]) if tied.any() else 0.0
    return strongest


def _inequality(held: Floats, ego: Ints, contacts: Floats) -> Floats:
    """Coleman-Theil inequality of what each node's contacts hold: 1 for a single one, NaN for none."""
    mean = np.bincount(ego, held, len(contacts)) / contacts
    ratio = held / mean[ego]
    disorder = np.bincount(ego, special.xlogy(ratio, ratio), len(contacts))
    most = np.where(contacts == 1.0, 1.0, contacts * np.log(contacts))
    return np.where(contacts == 1.0, 1.0, np.clip(disorder / most, 0.0, 1.0))


def _members(membership: Any) -> Any:
    member = sparse.csr_array(sparse.csr_array(membership) != 0, dtype=np.int64)
    member.sum_duplicates()
    return member


def _degrees(mutual: Any) -> Ints:
    return np.asarray(np.diff(mutual.indptr), dtype=np.int64)


def _bands(left: Any, right: Any) -> Iterator[slice]:
    """Bands of rows whose product left @ right holds no more than about BAND entries."""
    work = (left != 0) @ np.diff(right.indptr).astype(float)
    band = (np.cumsum(work) // BAND).astype(np.int64)
    edges = np.concatenate([[0], np.flatnonzero(np.diff(band)) + 1, [left.shape[0]]])
    for start, stop in pairwise(edges):
        if stop > start:
            yield slice(int(start), int(stop))
