"""Seconds of the scan statistic and of hot spots over the number of places, and against a plain HDBSCAN.

    python benchmarks/hot_spots.py [--sizes 250 1000 2500] [--draws 199] [--quick] [--json]

Every site stands at a place of its own, the worst case: sites that share a postcode are one place. The peer
is HDBSCAN of scikit-learn run once for each draw on the sites of the activity: it finds, but tests nothing.
The exponent is the slope of log seconds over log size between the smallest and the largest size.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from traitdunion.methods.space.density_clusters import hdbscan
from traitdunion.methods.space.hot_spots import hot_spots
from traitdunion.methods.space.scan_statistic import scan

KINDS = ("scan_999", "circles", "hulls", "both", "hdbscan")


def run(size: int, draws: int, seed: int) -> dict[str, Any]:
    dice = np.random.default_rng(seed)
    points = np.column_stack([50.0 + dice.random(size), 4.0 + 1.6 * dice.random(size)])
    member = dice.permutation(size) < size // 6
    population = dice.integers(1, 50, size)
    cases = dice.binomial(population, 0.05)
    asked = {"draws": draws, "seed": seed}
    kinds: dict[str, Callable[[], Any]] = {
        "scan_999": lambda: scan(points, cases, population, metric="sphere", seed=seed),
        "circles": lambda: hot_spots(points, member, candidates="scan", **asked),
        "hulls": lambda: hot_spots(points, member, candidates="density", **asked),
        "both": lambda: hot_spots(points, member, **asked),
        "hdbscan": lambda: [
            hdbscan(points[dice.permutation(size) < size // 6], metric="sphere") for _ in range(draws)
        ],
    }
    seconds = {kind: timed(kinds[kind]) for kind in KINDS}
    return {"places": size, "seconds": seconds, "hulls_over_hdbscan": seconds["hulls"] / seconds["hdbscan"]}


def timed(function: Callable[[], Any]) -> float:
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


def exponents(runs: list[dict[str, Any]]) -> dict[str, float]:
    small, large = runs[0], runs[-1]
    span = math.log(large["places"] / small["places"])
    return {kind: math.log(large["seconds"][kind] / small["seconds"][kind]) / span for kind in KINDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 1000, 2500])
    parser.add_argument("--draws", type=int, default=199)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="small sizes, few draws")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    sizes, draws = ([100, 200, 400], 19) if given.quick else (given.sizes, given.draws)
    run(60, 2, given.seed)  # the first run pays for imports and compiled files: not counted
    runs = [run(size, draws, given.seed) for size in sorted(sizes)]
    result = {"draws": draws, "runs": runs, "exponents": exponents(runs) if len(runs) > 1 else {}}
    if given.json:
        print(json.dumps(result, indent=2))
        return
    print(f"{'places':>8} " + " ".join(f"{kind:>10}" for kind in KINDS) + f" {'hulls/hdbscan':>14}")
    for one in runs:
        took = " ".join(f"{one['seconds'][kind]:>9.2f}s" for kind in KINDS)
        print(f"{one['places']:>8,} {took} {one['hulls_over_hdbscan']:>14.1f}")
    print(f"{'exponent':>8} " + " ".join(f"{value:>10.2f}" for value in result["exponents"].values()))


if __name__ == "__main__":
    main()
