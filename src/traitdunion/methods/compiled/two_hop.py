"""Loops over paths of two ties in a network, for scores that sum over partners in common."""

from __future__ import annotations

from typing import Any

import numpy as np

from traitdunion.methods.compiled.base import compiled


@compiled("float64[:, :](int64[:], int64[:], float64[:], float64[:], int64[:])")
def two_hop_scores(indptr: Any, indices: Any, first: Any, second: Any, rows: Any) -> Any:
    """Sum first[u z] second[z v] over the partners z that u, a row served, and any v have in common.

    `first` and `second` hold a number for each entry of the network; an empty second counts one for each.
    """
    nodes = len(indptr) - 1
    found = np.zeros((len(rows), nodes))
    for at in range(len(rows)):
        u = rows[at]
        for uz in range(indptr[u], indptr[u + 1]):
            z, weight = indices[uz], first[uz]
            if len(second) == 0:
                for zv in range(indptr[z], indptr[z + 1]):
                    found[at, indices[zv]] += weight
            else:
                for zv in range(indptr[z], indptr[z + 1]):
                    found[at, indices[zv]] += weight * second[zv]
    return found


@compiled(
    "Tuple((int64[:, :], float64[:, :]))"
    "(int64[:], int64[:], float64[:], float64[:], int64[:], int64[:], int64[:], int64)"
)
def two_hop_best(
    indptr: Any, indices: Any, first: Any, second: Any, known: Any, partners: Any, rows: Any, k: int
) -> Any:
    """Give the k best columns of each row by `two_hop_scores`, best first, but those known to it and itself.

    Row u knows partners[known[u]:known[u + 1]]. Of equals the lower column comes first; scores that agree but
    for their last twelve bits are equals. Places that nobody fills hold column -1 and score 0. Only scores
    above zero count.
    """
    nodes = len(indptr) - 1
    best = np.full((len(rows), k), -1, np.int64)
    value = np.zeros((len(rows), k))
    key = np.zeros(k)
    score = np.zeros(nodes)
    for at in range(len(rows) if k > 0 else 0):
        u = rows[at]
        for uz in range(indptr[u], indptr[u + 1]):
            z, weight = indices[uz], first[uz]
            if len(second) == 0:
                for zv in range(indptr[z], indptr[z + 1]):
                    score[indices[zv]] += weight
            else:
                for zv in range(indptr[z], indptr[z + 1]):
                    score[indices[zv]] += weight * second[zv]
        score[u] = 0.0
        for place in range(known[u], known[u + 1]):
            score[partners[place]] = 0.0
        filled, floor = 0, 0.0
        # Columns come in order: of equals the one already there is the lower.
        for v in range(nodes):
            found = score[v]
            if found > floor:
                near = found * 4097.0
                near = near - (near - found)
                slot = filled
                if filled == k:
                    slot = k - 1
                    if near <= key[slot]:
                        continue
                while slot > 0 and near > key[slot - 1]:
                    key[slot] = key[slot - 1]
                    best[at, slot] = best[at, slot - 1]
                    value[at, slot] = value[at, slot - 1]
                    slot -= 1
                key[slot] = near
                best[at, slot] = v
                value[at, slot] = found
                filled = min(filled + 1, k)
                if filled == k:
                    floor = key[k - 1]
        score[:] = 0.0
    return best, value
