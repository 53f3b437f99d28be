"""Who bridges: Burt's measures on a network of ties, and who alone holds two clusters together.

Every product is formed in bands of rows and cut to the ties at once, so memory stays bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Entries of an uncut product held at once: some 250 MB.
BAND = 20_000_000


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


def constraint(adjacency: Any) -> Floats:
    """Burt's constraint: how far each node's ties lead back to each other. Low means a broker.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative. A directed one is read as the sum of both directions; ties of a node
        to itself are passed over.

    Returns
    -------
    ndarray, shape (n,)
        NaN for a node without ties: constraint says nothing about the isolated.

    Notes
    -----
    Burt (1992), Structural Holes, Harvard University Press, chapter 2.

    Examples
    --------
    >>> constraint(sparse.csr_array([[0, 1, 1], [1, 0, 0], [1, 0, 0]])).tolist()
    [0.5, 1.0, 1.0]
    """
    mutual = _mutual(adjacency)
    share = _rows_scaled(mutual, mutual.sum(axis=1))
    total = np.full(mutual.shape[0], np.nan)
    for rows in _bands(mutual, mutual):
        held = share[rows] + (share[rows] @ share).multiply(mutual[rows] > 0)
        total[rows] = held.multiply(held).sum(axis=1)
    total[_degrees(mutual) == 0] = np.nan
    return total


def effective_size(adjacency: Any) -> Floats:
    """Burt's effective size: the number of contacts less what they repeat of each other.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        As for `constraint`.

    Returns
    -------
    ndarray, shape (n,)
        NaN for a node without ties. For unweighted ties it is n - 2t/n with t ties among the n contacts.

    Notes
    -----
    Burt (1992), Structural Holes; Borgatti (1997), Connections 20(1), for the unweighted form.

    Examples
    --------
    >>> effective_size(sparse.csr_array([[0, 1, 1], [1, 0, 0], [1, 0, 0]])).tolist()
    [2.0, 1.0, 1.0]
    """
    mutual = _mutual(adjacency)
    share = _rows_scaled(mutual, mutual.sum(axis=1))
    strongest = mutual.max(axis=1).toarray().ravel() if mutual.nnz else np.zeros(mutual.shape[0])
    marginal = sparse.csr_array(_rows_scaled(mutual, strongest).T)
    size = _degrees(mutual).astype(float)
    for rows in _bands(mutual, mutual):
        size[rows] -= (share[rows] @ marginal).multiply(mutual[rows] > 0).sum(axis=1)
    size[_degrees(mutual) == 0] = np.nan
    return size


def efficiency(adjacency: Any) -> Floats:
    """Burt's efficiency: effective size over the number of contacts, NaN for a node without ties.

    Examples
    --------
    >>> efficiency(sparse.csr_array([[0, 1, 1], [1, 0, 1], [1, 1, 0]])).tolist()
    [0.5, 0.5, 0.5]
    """
    contacts = _degrees(_mutual(adjacency)).astype(float)
    return effective_size(adjacency) / np.where(contacts > 0, contacts, np.nan)


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


def _mutual(adjacency: Any) -> Any:
    """Weights of both directions together, without ties to oneself."""
    directed = sparse.csr_array(adjacency, dtype=float)
    mutual = sparse.csr_array(directed + directed.T)
    mutual.setdiag(0.0)
    mutual.eliminate_zeros()
    return mutual


def _members(membership: Any) -> Any:
    member = sparse.csr_array(sparse.csr_array(membership) != 0, dtype=np.int64)
    member.sum_duplicates()
    return member


def _degrees(mutual: Any) -> Ints:
    return np.asarray(np.diff(mutual.indptr), dtype=np.int64)


def _rows_scaled(matrix: Any, divisors: npt.ArrayLike) -> Any:
    divisor = np.asarray(divisors, dtype=float)
    return sparse.csr_array(sparse.diags_array(1.0 / np.where(divisor > 0, divisor, 1.0)) @ matrix)


def _bands(left: Any, right: Any) -> Iterator[slice]:
    """Bands of rows whose product left @ right holds no more than about BAND entries."""
    work = (left != 0) @ np.diff(right.indptr).astype(float)
    band = (np.cumsum(work) // BAND).astype(np.int64)
    edges = np.concatenate([[0], np.flatnonzero(np.diff(band)) + 1, [left.shape[0]]])
    for start, stop in pairwise(edges):
        if stop > start:
            yield slice(int(start), int(stop))
