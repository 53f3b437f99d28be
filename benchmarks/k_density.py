"""Seconds for K-density with its draws, over sizes, against pair counts by trees and against one transform.

    python benchmarks/k_density.py [--quick] [--json]

Peers, measured in the same run: a K-density by counts of pairs in scipy's cKDTree (bins of a twentieth of the
bandwidth up to the same distance, smoothed afterwards), a few curves of which stand for all of them; and one
`scipy.fft.rfft2` of the very grid that the curve of a million sites goes by. A tree is quicker where sites
share places: the ratio to a tree at true coordinates stands beside. The error is the largest distance from
the exact curve over its peak. The exponent is the slope of log seconds over log size, smallest to largest.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from typing import Any

import numpy as np
from scipy import fft
from scipy.spatial import cKDTree

from traitdunion.methods.space.k_density import density_curve, k_density
from traitdunion.methods.space.point_patterns import read_groups, read_sites
from traitdunion.methods.space.structure_factor import WaveDensity

EXTENT, POSTCODES, BINS = (280.0, 240.0), 1150, 20.0


def country(sites: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """True coordinates around towns of very different sizes, and the towns' own coordinates."""
    dice = np.random.default_rng(seed)
    towns = dice.random((POSTCODES, 2)) * EXTENT
    size = dice.lognormal(0.0, 1.0, POSTCODES)
    at = towns[dice.choice(POSTCODES, sites, p=size / size.sum())]
    return at + dice.normal(size=(sites, 2)) * 2.0, at


def chosen(sites: int, members: int, seed: int) -> np.ndarray:
    mask = np.zeros(sites, dtype=bool)
    mask[np.random.default_rng(seed + 1).choice(sites, members, replace=False)] = True
    return mask


def tree_curve(points: np.ndarray, distances: np.ndarray, bandwidth: float) -> np.ndarray:
    """The peer: pairs counted by a tree in narrow bins, then smoothed."""
    edges = np.arange(0.0, distances[-1] + 6.0 * bandwidth, bandwidth / BINS)
    tree = cKDTree(points)
    pairs = tree.count_neighbors(tree, np.r_[0.0, edges[1:]], cumulative=False).astype(float)
    pairs[0] -= len(points)
    middle = np.r_[0.0, (edges[1:] + edges[:-1]) / 2.0]
    bells = sum(
        np.exp(-(((distances[:, None] + sign * middle) / bandwidth) ** 2) / 2.0) for sign in (1.0, -1.0)
    )
    return bells @ pairs / (len(points) * (len(points) - 1.0)) / bandwidth / math.sqrt(2.0 * math.pi)


def seconds(function: Any, *arguments: Any, **named: Any) -> tuple[float, Any]:
    began = time.perf_counter()
    result = function(*arguments, **named)
    return time.perf_counter() - began, result


def relabelling(kind: str, sites: int, members: int, draws: int, curves: int, seed: int) -> dict[str, Any]:
    points = country(sites, seed)[kind == "places"]
    member = chosen(sites, members, seed)
    took, found = seconds(k_density, points, member, draws=draws, engine=kind, seed=seed)
    exact = density_curve(
        points, member, distances=found.distances, bandwidth=found.bandwidth, engine="exact"
    )
    peer = [
        seconds(tree_curve, points[chosen(sites, members, seed + draw)], found.distances, found.bandwidth)[0]
        for draw in range(curves)
    ]
    apart = country(sites, seed)[0][chosen(sites, members, seed)]
    true = seconds(tree_curve, apart, found.distances, found.bandwidth)[0]
    tree = float(np.mean(peer)) * (draws + 1)
    return {
        "engine": kind, "sites": sites, "members": members, "draws": draws, "seconds": took,
        "tree_seconds_a_curve": float(np.mean(peer)), "tree_over_ours": tree / took,
        "tree_at_true_coordinates_over_ours": true * (draws + 1) / took,
        "bandwidth_km": found.bandwidth, "distance_km": float(found.distances[-1]),
        "error": float(np.abs(found.values - exact.values).max() / exact.values.max()), "stated": found.error,
    }  # fmt: skip


def one_curve(sites: int, seed: int, *, exact: bool) -> dict[str, Any]:
    points, member = country(sites, seed)[0], np.ones(sites, dtype=bool)
    took, found = min(
        (seconds(density_curve, points, member, engine="grid") for _ in range(3)), key=lambda run: run[0]
    )
    where = read_sites(points)
    worker = WaveDensity(
        where, found.distances, found.bandwidth, groups=read_groups(where, member, None, None)
    )
    grid = np.random.default_rng(seed).random(worker.shape)
    transform = min(seconds(fft.rfft2, grid, workers=1)[0] for _ in range(3))
    result = {
        "engine": "grid", "sites": sites, "cells": int(np.prod(worker.shape)), "seconds": took,
        "transform_seconds": transform, "over_transform": took / transform,
        "bandwidth_km": found.bandwidth, "stated": found.error,
    }  # fmt: skip
    if exact:
        asked = {"distances": found.distances, "bandwidth": found.bandwidth}
        true = density_curve(points, member, engine="exact", **asked).values
        result["error"] = float(np.abs(found.values - true).max() / true.max())
    return result


def exponent(runs: list[dict[str, Any]], size: str) -> float:
    small, large = runs[0], runs[-1]
    return math.log(large["seconds"] / small["seconds"]) / math.log(large[size] / small[size])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the draws and of the largest size")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draws, curves = (99, 2) if given.quick else (999, 10)
    relabelling("places", 2000, 200, 19, 1, given.seed)  # the first runs pay for imports: not counted
    relabelling("grid", 2000, 200, 19, 1, given.seed)
    result: dict[str, Any] = {"exponents": {}}
    for kind in ("places", "grid"):
        runs = [
            relabelling(kind, 10 * members, members, draws, curves if members == 10_000 else 1, given.seed)
            for members in (1_000, 3_000, 10_000)
        ]
        result[kind], result["exponents"][kind] = runs, exponent(runs, "members")
    sizes = (10_000, 30_000, 100_000) if given.quick else (10_000, 100_000, 1_000_000)
    result["one"] = [one_curve(sites, given.seed, exact=sites <= 30_000) for sites in sizes]
    result["exponents"]["one"] = exponent(result["one"], "sites")
    if given.json:
        print(json.dumps(result, indent=2))
        return
    print(
        f"{draws} draws    members   seconds   tree, a curve   tree / ours (apart)   error / stated (of peak)"
    )
    for kind in ("places", "grid"):
        for run in result[kind]:
            ratios = f"{run['tree_over_ours']:>11,.0f} ({run['tree_at_true_coordinates_over_ours']:,.0f})"
            error = f"{run['error']:.1e} / {run['stated']:.1e}"
            print(
                f"{kind:>9} {run['members']:>11,} {run['seconds']:>9.2f} "
                f"{run['tree_seconds_a_curve']:>15.2f} {ratios:>21} {error:>22}"
            )
        print(f"{'exponent':>27} {result['exponents'][kind]:>11.2f}")
    print("one curve            sites     seconds  one transform ours / transform       cells error / stated")
    for run in result["one"]:
        error = f"{run['error']:.1e}" if "error" in run else "not counted"
        print(
            f"{'grid':>10} {run['sites']:>16,} {run['seconds']:>11.2f} {run['transform_seconds']:>14.3f} "
            f"{run['over_transform']:>14.1f} {run['cells']:>14,} {error:>12} / {run['stated']:.1e}"
        )
    print(f"{'exponent':>27} {result['exponents']['one']:>11.2f}")


if __name__ == "__main__":
    main()
