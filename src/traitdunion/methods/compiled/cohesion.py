"""Walks through a network that NumPy cannot say: depth first for cut points, by degree for cores."""

from __future__ import annotations

from typing import Any

import numpy as np

from traitdunion.methods.compiled.base import compiled


@compiled("UniTuple(int64[:], 2)(int64[:], int64[:])")
def cut_points(indptr: Any, indices: Any) -> Any:
    """Say which nodes cut the network, and of which the tie to its parent in the walk is a bridge (or -1).

    Tarjan (1974), A note on finding the bridges of a graph, Information Processing Letters 2(6).
    """
    nodes = len(indptr) - 1
    cut, bridge = np.zeros(nodes, np.int64), np.full(nodes, -1, np.int64)
    entered, low = np.full(nodes, -1, np.int64), np.zeros(nodes, np.int64)
    parent, following = np.full(nodes, -1, np.int64), indptr[:-1].copy()
    time = 0
    for root in range(nodes):
        if entered[root] >= 0:
            continue
        entered[root] = low[root] = time
        time += 1
        u, branches = root, 0
        while u >= 0:
            if following[u] < indptr[u + 1]:
                v = indices[following[u]]
                following[u] += 1
                if entered[v] < 0:
                    parent[v] = u
                    entered[v] = low[v] = time
                    time += 1
                    u = v
                elif v != parent[u]:
                    low[u] = min(low[u], entered[v])
                continue
            above = parent[u]
            if above >= 0:
                low[above] = min(low[above], low[u])
                if low[u] > entered[above]:
                    bridge[u] = above
                if above == root:
                    branches += 1
                elif low[u] >= entered[above]:
                    cut[above] = 1
            u = above
        cut[root] = 1 if branches > 1 else 0
    return cut, bridge


@compiled("int64[:](int64[:], int64[:])")
def core_numbers(indptr: Any, indices: Any) -> Any:
    """Take away the node of fewest ties left, again and again; the fewest so far is its core number.

    Batagelj & Zaversnik (2003), An O(m) algorithm for cores decomposition of networks: nodes stand in order
    of their ties left, and one step forward for each tie lost.
    """
    nodes = len(indptr) - 1
    left = indptr[1:] - indptr[:-1]
    most = 0
    for u in range(nodes):
        most = max(most, left[u])
    start = np.zeros(most + 2, np.int64)
    for u in range(nodes):
        start[left[u] + 1] += 1
    for degree in range(most + 1):
        start[degree + 1] += start[degree]
    order, place, free = np.empty(nodes, np.int64), np.empty(nodes, np.int64), start.copy()
    for u in range(nodes):
        place[u] = free[left[u]]
        order[place[u]] = u
        free[left[u]] += 1
    for step in range(nodes):
        u = order[step]
        for entry in range(indptr[u], indptr[u + 1]):
            v = indices[entry]
            if left[v] > left[u]:
                first = max(start[left[v]], step + 1)
                other = order[first]
                order[place[v]], order[first] = other, v
                place[other], place[v] = place[v], first
                start[left[v]] = first + 1
                left[v] -= 1
    return left
