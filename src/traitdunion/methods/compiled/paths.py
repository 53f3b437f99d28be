"""Loops over the shortest paths from given nodes, after Brandes (2001)."""

from __future__ import annotations

from typing import Any

import numpy as np

from traitdunion.methods.compiled.base import compiled

# Lengths that differ by less, relative to the path, are of one length: sums of reciprocals are rounded.
_EQUAL = 1e-12


@compiled("UniTuple(float64[:], 2)(int64[:], int64[:], int64[:])")
def dependencies(indptr: Any, indices: Any, pivots: Any) -> Any:
    """Sum over the pivots the dependency of each on every node, and its square; every tie is one step."""
    nodes = len(indptr) - 1
    total, square = np.zeros(nodes), np.zeros(nodes)
    distance, order = np.full(nodes, -1, np.int64), np.empty(nodes, np.int64)
    paths, dependency = np.zeros(nodes), np.zeros(nodes)
    for pivot in pivots:
        distance[pivot], paths[pivot], order[0] = 0, 1.0, pivot
        done, found = 0, 1
        while done < found:
            u = order[done]
            done += 1
            for entry in range(indptr[u], indptr[u + 1]):
                v = indices[entry]
                if distance[v] < 0:
                    distance[v] = distance[u] + 1
                    order[found] = v
                    found += 1
                if distance[v] == distance[u] + 1:
                    paths[v] += paths[u]
        for place in range(found - 1, -1, -1):
            u = order[place]
            for entry in range(indptr[u], indptr[u + 1]):
                v = indices[entry]
                if distance[v] == distance[u] + 1:
                    dependency[u] += paths[u] / paths[v] * (1.0 + dependency[v])
        dependency[pivot] = 0.0
        for place in range(found):
            u = order[place]
            total[u] += dependency[u]
            square[u] += dependency[u] * dependency[u]
            distance[u], paths[u], dependency[u] = -1, 0.0, 0.0
    return total, square


@compiled("UniTuple(float64[:], 2)(int64[:], int64[:], float64[:], int64[:])")
def weighted_dependencies(indptr: Any, indices: Any, length: Any, pivots: Any) -> Any:
    """Sum over the pivots the dependency of each on every node, and its square; ties have lengths above zero.

    Dijkstra's algorithm on a binary heap that knows the place of each node.
    """
    nodes = len(indptr) - 1
    total, square = np.zeros(nodes), np.zeros(nodes)
    distance, order = np.full(nodes, np.inf), np.empty(nodes, np.int64)
    paths, dependency = np.zeros(nodes), np.zeros(nodes)
    heap, place = np.empty(nodes, np.int64), np.full(nodes, -1, np.int64)
    for pivot in pivots:
        distance[pivot], paths[pivot] = 0.0, 1.0
        heap[0], place[pivot], size, found = pivot, 0, 1, 0
        while size > 0:
            u = heap[0]
            order[found] = u
            found += 1
            size -= 1
            if size > 0:
                last, at = heap[size], 0
                while 2 * at + 1 < size:
                    child = 2 * at + 1
                    if child + 1 < size and distance[heap[child + 1]] < distance[heap[child]]:
                        child += 1
                    if distance[heap[child]] >= distance[last]:
                        break
                    heap[at] = heap[child]
                    place[heap[at]] = at
                    at = child
                heap[at], place[last] = last, at
            for entry in range(indptr[u], indptr[u + 1]):
                v = indices[entry]
                far = distance[u] + length[entry]
                if far < distance[v]:
                    distance[v] = far
                    at = place[v]
                    if at < 0:
                        at = size
                        size += 1
                    while at > 0 and distance[heap[(at - 1) // 2]] > far:
                        heap[at] = heap[(at - 1) // 2]
                        place[heap[at]] = at
                        at = (at - 1) // 2
                    heap[at], place[v] = v, at
        for step in range(found):
            u = order[step]
            for entry in range(indptr[u], indptr[u + 1]):
                v = indices[entry]
                gap = abs(distance[u] + length[entry] - distance[v])
                if distance[u] < distance[v] and gap <= _EQUAL * distance[v]:
                    paths[v] += paths[u]
        for step in range(found - 1, -1, -1):
            u = order[step]
            for entry in range(indptr[u], indptr[u + 1]):
                v = indices[entry]
                gap = abs(distance[u] + length[entry] - distance[v])
                if distance[u] < distance[v] and gap <= _EQUAL * distance[v]:
                    dependency[u] += paths[u] / paths[v] * (1.0 + dependency[v])
        dependency[pivot] = 0.0
        for step in range(found):
            u = order[step]
            total[u] += dependency[u]
            square[u] += dependency[u] * dependency[u]
            distance[u], paths[u], dependency[u], place[u] = np.inf, 0.0, 0.0, -1
    return total, square


@compiled("UniTuple(float64[:], 3)(int64[:], int64[:], int64[:])")
def reach(indptr: Any, indices: Any, sources: Any) -> Any:
    """Count for each source the nodes it reaches, and sum their distances and one over them."""
    nodes = len(indptr) - 1
    reached, total, inverse = np.zeros(len(sources)), np.zeros(len(sources)), np.zeros(len(sources))
    distance, order = np.full(nodes, -1, np.int64), np.empty(nodes, np.int64)
    for number in range(len(sources)):
        source = sources[number]
        distance[source], order[0] = 0, source
        done, found = 0, 1
        while done < found:
            u = order[done]
            done += 1
            if distance[u] > 0:
                total[number] += distance[u]
                inverse[number] += 1.0 / distance[u]
            for entry in range(indptr[u], indptr[u + 1]):
                v = indices[entry]
                if distance[v] < 0:
                    distance[v] = distance[u] + 1
                    order[found] = v
                    found += 1
        reached[number] = found - 1
        for place in range(found):
            distance[order[place]] = -1
    return reached, total, inverse
