"""Seconds and worth of monthly groups: against groups by highest score, and against groups drawn blindly.

    python benchmarks/groups.py [--quick] [--json]

The exponent is the slope of log seconds over log candidates between the smallest and the largest size: 1 is
proportional. Every peer keeps to the same rules and is timed in the same run, in seconds of one processor.
The instances are invented.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from typing import Any

import numpy as np

from traitdunion.methods.planning.groups import grouped, random_groups, score_groups
from traitdunion.methods.planning.problem import Incidence, Problem
from traitdunion.methods.planning.seating import Rules

SIZES = [(550, 12_500, 5), (2200, 50_000, 20), (8800, 200_000, 80)]
CLUSTERS, REGIONS = 20, 5


def invent(nodes: int, candidates: int, count: int, seed: int) -> tuple[Problem, np.ndarray, Rules]:
    """Organizations of clusters in towns of two languages, and candidates who are mostly near each other."""
    dice = np.random.default_rng(seed)
    home = dice.integers(-1, CLUSTERS, nodes)
    town = dice.normal(0, 60_000, (40, 2))
    places = town[dice.integers(0, 40, nodes)] + dice.normal(0, 8_000, (nodes, 2))
    tongues = np.column_stack([places[:, 1] > -20_000, places[:, 1] < 20_000, dice.random(nodes) < 0.3])
    region = np.clip((places[:, 0] // 40_000 + 2).astype(int), 0, REGIONS - 1)
    strength = dice.pareto(2.5, nodes) + 1.0
    one = dice.choice(nodes, 4 * candidates, p=strength / strength.sum())
    two = dice.choice(nodes, 4 * candidates, p=strength / strength.sum())
    away = np.hypot(*(places[one] - places[two]).T)
    fine = (one != two) & (dice.random(len(one)) < np.exp(-away / 60_000))
    ends = np.unique(np.sort(np.column_stack([one, two])[fine], axis=1), axis=0)
    ends = ends[np.sort(dice.permutation(len(ends))[:candidates])]
    n, pairs = len(ends), CLUSTERS * CLUSTERS
    belongs = np.where(home >= 0, home + REGIONS, -1)
    low, high = np.sort(home[ends], axis=1).T
    gap = np.where((low >= 0) & (low < high), nodes + low * CLUSTERS + high, -1)
    problem = Problem(
        probability=dice.beta(2, 8, n),
        served=Incidence.of(np.column_stack([ends, gap]).tolist(), nodes + pairs),
        value=np.concatenate([(dice.random(nodes) < 0.4).astype(float), np.full(pairs, 0.5)]),
        cap=np.concatenate([np.ones(nodes), dice.integers(1, 6, pairs)]),
        groups=Incidence.of(np.column_stack([region[ends], belongs[ends]]).tolist(), REGIONS + CLUSTERS),
        weight=np.full(REGIONS + CLUSTERS, 0.5),
        worth=dice.gamma(1.0, 0.3, n),
        limits=Incidence.none(n), amount=np.zeros(0), least=np.zeros(0), most=np.zeros(0),
        pinned=np.zeros(n, dtype=bool), barred=np.zeros(n, dtype=bool),
    )  # fmt: skip
    rivals = dice.integers(0, nodes, (nodes, 2))
    rules = Rules(
        nodes=nodes, count=count, size=(5, 8), apart=rivals, places=places, reach=30_000.0, tongues=tongues,
        home=home, mixed=3,
    )  # fmt: skip
    return problem, ends, rules


def measure(size: tuple[int, int, int], seed: int, restarts: int, draws: int) -> dict[str, Any]:
    problem, ends, rules = invent(*size, seed)
    seconds = {}
    began = time.process_time()
    found = grouped(problem, ends, rules, restarts=restarts)
    seconds["grouped"] = time.process_time() - began
    began = time.process_time()
    plain = grouped(problem, ends, rules, restarts=0)
    seconds["without restarts"] = time.process_time() - began
    began = time.process_time()
    scored = score_groups(problem, ends, rules, problem.probability)
    seconds["by score"] = time.process_time() - began
    began = time.process_time()
    blind = random_groups(problem, ends, rules, draws=draws)
    seconds["blind"] = (time.process_time() - began) / draws
    return {
        "nodes": size[0],
        "candidates": len(ends),
        "groups": size[2],
        "seated": found.seated,
        "introductions": sum(len(one) for one in found.introductions),
        "total": found.total,
        "ratio to the bound": found.ratio,
        "over no restarts": found.total / plain.total,
        "over groups by score": found.total / scored.total,
        "over the mean of blind groups": found.total / blind.mean(),
        "over the best of blind groups": found.total / blind.max(),
        "seconds": seconds,
    }


def exponents(runs: list[dict[str, Any]]) -> dict[str, float]:
    small, large = runs[0], runs[-1]
    span = math.log(large["candidates"] / small["candidates"])
    return {
        name: math.log(large["seconds"][name] / small["seconds"][name]) / span for name in small["seconds"]
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="the two smaller sizes, fewer restarts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    restarts, draws = (3, 10) if given.quick else (10, 50)
    measure((60, 500, 1), given.seed, 0, 1)  # the first run pays for compiled files: not counted
    runs = [measure(size, given.seed, restarts, draws) for size in SIZES[: 2 if given.quick else 3]]
    result = {"restarts": restarts, "draws": draws, "runs": runs, "exponents": exponents(runs)}
    if given.json:
        print(json.dumps(result, indent=2))
        return
    for run in runs:
        print(f"{run['nodes']:,} organizations, {run['candidates']:,} candidates, {run['groups']} groups")
        for name, value in run.items():
            if isinstance(value, float):
                print(f"  {name:>32} {value:10.3f}")
        print(f"  {'seated':>32} {run['seated']:>6}   introductions {run['introductions']}")
        print("  " + ", ".join(f"{name} {took:.3f} s" for name, took in run["seconds"].items()))
    print("exponents: " + ", ".join(f"{name} {value:.2f}" for name, value in result["exponents"].items()))


if __name__ == "__main__":
    main()
