"""Loops over the triangles of a network given as forward edges (`methods.triangles.forward`)."""

from __future__ import annotations

from typing import Any

import numpy as np

from traitdunion.methods.compiled.base import compiled


@compiled("int64[:](int64[:], int64[:])")
def count_triangles(indptr: Any, higher: Any) -> Any:
    """Count the triangles each node is in."""
    nodes = len(indptr) - 1
    found = np.zeros(nodes, np.int64)
    mark = np.zeros(nodes, np.int64)
    for u in range(nodes):
        for k in range(indptr[u], indptr[u + 1]):
            mark[higher[k]] = 1
        for k in range(indptr[u], indptr[u + 1]):
            v = higher[k]
            for other in range(indptr[v], indptr[v + 1]):
                x = higher[other]
                if mark[x]:
                    found[u] += 1
                    found[v] += 1
                    found[x] += 1
        for k in range(indptr[u], indptr[u + 1]):
            mark[higher[k]] = 0
    return found


@compiled("float64[:, :](int64[:], int64[:], float64[:, :])")
def shared_partners(indptr: Any, higher: Any, weight: Any) -> Any:
    """Sum w_ix w_jx / s_x, and w_ix w_jx, over the partners x that the ends i and j of each edge share.

    `weight` has for each edge w, w over the strength s of its lower end, and w over that of its higher end.
    """
    nodes = len(indptr) - 1
    found = np.zeros((len(higher), 2))
    mark = np.zeros(nodes, np.int64)
    for u in range(nodes):
        for uv in range(indptr[u], indptr[u + 1]):
            mark[higher[uv]] = uv + 1
        for uv in range(indptr[u], indptr[u + 1]):
            v, w_uv = higher[uv], weight[uv, 0]
            for vx in range(indptr[v], indptr[v + 1]):
                ux = mark[higher[vx]] - 1
                if ux >= 0:
                    w_ux, w_vx = weight[ux, 0], weight[vx, 0]
                    found[uv, 0] += w_ux * weight[vx, 2]
                    found[uv, 1] += w_ux * w_vx
                    found[ux, 0] += w_uv * weight[vx, 1]
                    found[ux, 1] += w_uv * w_vx
                    found[vx, 0] += w_uv * weight[ux, 1]
                    found[vx, 1] += w_uv * w_ux
        for uv in range(indptr[u], indptr[u + 1]):
            mark[higher[uv]] = 0
    return found


@compiled("int64[:, :](int64[:], int64[:], int64[:], int64[:])")
def closed_pairs(indptr: Any, higher: Any, ways: Any, group: Any) -> Any:
    """Count by role the pairs i -> e -> j around each node e of which i -> j as well.

    `ways` says of each edge which arcs it has: 1 from its lower to its higher end, 2 back, 3 both. Roles, by
    the groups of i, e, j: 0 AAA, 1 ABA, 2 AAB, 3 ABB, 4 ABC.
    """
    nodes = len(indptr) - 1
    found = np.zeros((nodes, 5), np.int64)
    mark = np.zeros(nodes, np.int64)
    corner = np.zeros(3, np.int64)
    arc = np.zeros((3, 3), np.int64)
    for u in range(nodes):
        for uv in range(indptr[u], indptr[u + 1]):
            mark[higher[uv]] = uv + 1
        for uv in range(indptr[u], indptr[u + 1]):
            v = higher[uv]
            for vx in range(indptr[v], indptr[v + 1]):
                ux = mark[higher[vx]] - 1
                if ux < 0:
                    continue
                corner[0], corner[1], corner[2] = u, v, higher[vx]
                arc[0, 1], arc[1, 0] = ways[uv] & 1, ways[uv] >> 1
                arc[0, 2], arc[2, 0] = ways[ux] & 1, ways[ux] >> 1
                arc[1, 2], arc[2, 1] = ways[vx] & 1, ways[vx] >> 1
                for middle in range(3):
                    ego = corner[middle]
                    for turn in range(1, 3):
                        first, last = (middle + turn) % 3, (middle + 3 - turn) % 3
                        if arc[first, middle] & arc[middle, last] & arc[first, last]:
                            a, b = group[corner[first]], group[corner[last]]
                            if a == group[ego]:
                                role = 0 if b == a else 2
                            elif b == a:
                                role = 1
                            elif b == group[ego]:
                                role = 3
                            else:
                                role = 4
                            found[ego, role] += 1
        for uv in range(indptr[u], indptr[u + 1]):
            mark[higher[uv]] = 0
    return found
