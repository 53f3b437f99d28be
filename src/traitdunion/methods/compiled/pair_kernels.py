"""Loops over pairs of sites: distances gathered by kind of distance, never held."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import boolean, float64, int32, int64, void

from traitdunion.methods.compiled.base import compiled

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]


@compiled(void(float64[:, ::1], float64[::1], float64[:, ::1], float64[::1], boolean, float64, float64,
               float64, float64[:, ::1]))  # fmt: skip
def pair_moments(
    first: Floats, weight: Floats, second: Floats, other: Floats, same: bool, radius: float, width: float,
    scale: float, out: Floats,
) -> None:  # fmt: skip
    """Add every pair's weight to the node nearest its distance, with powers of its offset from there.

    `first` and `second` are places in space; `same` says that they are one list, of which each pair counts
    once. Distances follow the sphere of `radius`, or are straight where that is 0. Nodes stand `width`
    apart; `out[b, k]` gathers w w' ((distance - b width) / scale)^k, and what lies beyond the last is left
    out.
    """
    nodes, powers = out.shape
    for i in range(first.shape[0]):
        for j in range(i + 1 if same else 0, second.shape[0]):
            x, y, z = first[i, 0] - second[j, 0], first[i, 1] - second[j, 1], first[i, 2] - second[j, 2]
            d = math.sqrt(x * x + y * y + z * z)
            if radius > 0.0:
                d = 2.0 * radius * math.asin(min(d / (2.0 * radius), 1.0))
            node = d / width + 0.5
            if node < nodes:
                b = int(node)
                value, offset = weight[i] * other[j], (d - b * width) / scale
                for k in range(powers):
                    out[b, k] += value
                    value *= offset


@compiled(void(int32[::1], int32[::1], int32[::1], float64[::1], float64[:, ::1], float64[:, ::1], boolean,
               float64[:, ::1]))  # fmt: skip
def place_products(
    first: Codes, second: Codes, node: Codes, share: Floats, one: Floats, other: Floats, same: bool,
    out: Floats,
) -> None:  # fmt: skip
    """Add, for every pair of places and every column, the pairs of sites between them to two nodes.

    `one` and `other` hold the weights at each place (rows) in each draw (columns). The pairs of a place pair
    go to `node` and, by `share`, to the node after it. `same` says that both are the same weights.
    """
    columns, last = one.shape[1], out.shape[0] - 1
    for p in range(first.size):
        i, j, b, part = first[p], second[p], node[p], share[p]
        if b >= last:
            continue
        if same:
            for s in range(columns):
                value = 2.0 * one[i, s] * one[j, s]
                moved = value * part
                out[b, s] += value - moved
                out[b + 1, s] += moved
        else:
            for s in range(columns):
                value = one[i, s] * other[j, s] + one[j, s] * other[i, s]
                moved = value * part
                out[b, s] += value - moved
                out[b + 1, s] += moved


@compiled(void(float64[:, ::1], float64[::1], boolean[::1], int64[::1], float64[::1], float64, int64,
               float64[:, ::1], float64[:, ::1]))  # fmt: skip
def disc_sums(
    sites: Floats, weight: Floats, near: npt.NDArray[np.bool_], centers: Integers, chords: Floats,
    reach: float, axis: int, same: Floats, every: Floats,
) -> None:  # fmt: skip
    """Add up weights in rings around centers: of the marked neighbours, and of everyone.

    `sites` are sorted along `axis`; `chords` holds squared straight distances, ascending, and ring r of a
    center its sites up to `chords[r]` and beyond `chords[r - 1]`. No site is its own neighbour.
    """
    rings, count = chords.size, sites.shape[0]
    for c in range(centers.size):
        i = centers[c]
        for step in (-1, 1):
            j = i + step
            while 0 <= j < count and abs(sites[j, axis] - sites[i, axis]) <= reach:
                x, y, z = sites[j, 0] - sites[i, 0], sites[j, 1] - sites[i, 1], sites[j, 2] - sites[i, 2]
                square = x * x + y * y + z * z
                if square <= chords[rings - 1]:
                    low, high = 0, rings - 1
                    while low < high:
                        middle = (low + high) // 2
                        if square <= chords[middle]:
                            high = middle
                        else:
                            low = middle + 1
                    every[c, low] += weight[j]
                    if near[j]:
                        same[c, low] += weight[j]
                j += step


@compiled(void(float64[:, ::1], float64[::1], boolean[::1], int64[::1], float64, float64, float64[:, ::1],
               float64[:, ::1]))  # fmt: skip
def distance_profiles(
    sites: Floats, weight: Floats, near: npt.NDArray[np.bool_], centers: Integers, radius: float,
    width: float, same: Floats, every: Floats,
) -> None:  # fmt: skip
    """Add up weights by distance from each center, each split between the two nodes around its distance.

    As `disc_sums` for whom, as `pair_moments` for distances and nodes.
    """
    last = every.shape[1] - 1
    for c in range(centers.size):
        i = centers[c]
        for j in range(sites.shape[0]):
            x, y, z = sites[j, 0] - sites[i, 0], sites[j, 1] - sites[i, 1], sites[j, 2] - sites[i, 2]
            d = math.sqrt(x * x + y * y + z * z)
            if radius > 0.0:
                d = 2.0 * radius * math.asin(min(d / (2.0 * radius), 1.0))
            place = d / width
            if j == i or place >= last:
                continue
            b = int(place)
            part = weight[j] * (place - b)
            every[c, b] += weight[j] - part
            every[c, b + 1] += part
            if near[j]:
                same[c, b] += weight[j] - part
                same[c, b + 1] += part
