"""Contacts between clusters, counted from who is tied to whom.

A cluster that is part of another is never a pair with it, and what it has counts for the other too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Bools = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]


def families(parents: Sequence[int]) -> Bools:
    """Find which clusters lie within which.

    Parameters
    ----------
    parents : sequence of int, length k
        The cluster each cluster is part of, -1 for none. A ring of clusters counts as one family.

    Returns
    -------
    ndarray of bool, shape (k, k)
        True at [a, b] where b is a, or a part of a at any depth.

    Examples
    --------
    >>> families([-1, 0, 1]).astype(int)
    array([[1, 1, 1],
           [0, 1, 1],
           [0, 0, 1]])
    """
    within = np.eye(len(parents), dtype=bool)
    for part in range(len(parents)):
        whole, seen = parents[part], {part}
        while whole >= 0 and whole not in seen:
            within[whole, part] = True
            seen.add(whole)
            whole = parents[whole]
    return within


def pairs_of(within: Bools) -> tuple[Indices, Indices]:
    """Give every pair of clusters of which neither lies within the other, in order.

    Parameters
    ----------
    within : ndarray of bool, shape (k, k)
        As `families` gives it.

    Returns
    -------
    first, second : ndarray of int, shape (pairs,)

    Examples
    --------
    >>> pairs_of(families([-1, 0, -1]))
    (array([0, 1]), array([2, 2]))
    """
    first, second = np.triu_indices(len(within), 1)
    apart = ~(within[first, second] | within[second, first])
    return first[apart].astype(np.int64), second[apart].astype(np.int64)


def rolled_up(clusters: Sequence[int], within: Bools) -> list[int]:
    """Give the clusters reached through these: each, and every one it lies within.

    Examples
    --------
    >>> rolled_up([1], families([-1, 0, -1]))
    [0, 1]
    """
    return [int(cluster) for cluster in np.flatnonzero(within[:, list(clusters)].any(axis=1))]


def holders(pairs: Mapping[Any, Sequence[int]]) -> dict[int, tuple[int, int, float]]:
    """Say what each organization holds together.

    Parameters
    ----------
    pairs : mapping of (a, b) to organizations
        For each pair of clusters in contact, the organizations tied to both; -1 stands for a direct
        contact that needs nobody.

    Returns
    -------
    dict of organization to (pairs, pairs it holds alone, its share)
        The share adds, over its pairs, one over the number of contacts the pair has.

    Examples
    --------
    >>> holders({(0, 1): [7], (0, 2): [7, -1]})
    {7: (2, 1, 1.5)}
    """
    found: dict[int, tuple[int, int, float]] = {}
    for between in pairs.values():
        for organization in sorted(set(between) - {-1}):
            count, alone, share = found.get(organization, (0, 0, 0.0))
            found[organization] = (count + 1, alone + (len(between) == 1), share + 1 / len(between))
    return dict(sorted(found.items()))
