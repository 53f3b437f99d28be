"""Seconds of choosing introductions: the quick choice, the exchanges, the bound, against plain greedy choice.

    python benchmarks/plan.py [--quick] [--json] [--seed 1]

The peers are greedy choice that adds up the gain of every set anew with `gain()`, timed on two steps over 200
candidates and scaled to all of them, and greedy choice that computes all marginal gains with NumPy at each
step. The second part chooses 1,000 of 5,000,000 candidates; its memory is that of the whole process at its
greatest, the instance included. The exponent is the slope of log seconds over log candidates.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import time
from typing import Any

import numpy as np

from traitdunion.methods.planning.bound import upper_bound
from traitdunion.methods.planning.greedy import lazy_greedy
from traitdunion.methods.planning.local_search import local_search
from traitdunion.methods.planning.problem import Incidence, Problem, gain

CLUSTERS, REGIONS, PER_ORGANIZATION, PER_CLUSTER = 60, 11, 3, 10


def invented(candidates: int, budget: int, *, seed: int) -> Problem:
    """Pairs of organizations, each of one cluster and region; one organization for about 23 candidates."""
    dice = np.random.default_rng(seed)
    organizations = max(candidates * 2200 // 50_000, 40)
    cluster = dice.integers(0, CLUSTERS, organizations)
    region = dice.integers(0, REGIONS, organizations)
    one = dice.integers(0, organizations, candidates)
    other = (one + dice.integers(1, organizations, candidates)) % organizations
    ends = np.column_stack([one, other])
    unconnected = dice.random(organizations) < 0.3
    near, far = np.sort(cluster[ends], axis=1).T
    pair = np.where(near == far, -1, near * CLUSTERS + far)
    reach = dice.integers(0, organizations, (candidates, 10))
    reach[dice.random(reach.shape) < 0.5] = -1
    pairs_from, reach_from = organizations, organizations + CLUSTERS**2
    served = np.column_stack(
        [
            np.where(unconnected[ends], ends, -1),
            np.where(pair < 0, -1, pair + pairs_from),
            np.where(reach < 0, -1, reach + reach_from),
        ]
    )
    groups = np.column_stack([cluster[ends], CLUSTERS + region[ends]])
    limits = np.column_stack(
        [np.zeros(candidates, dtype=np.int64), 1 + ends, 1 + organizations + cluster[ends]]
    )
    elements = reach_from + organizations
    value = np.concatenate([np.ones(organizations), np.full(CLUSTERS**2, 0.4), np.full(organizations, 0.1)])
    cap = np.ones(elements)
    cap[pairs_from:reach_from] = dice.integers(1, 5, CLUSTERS**2)
    most = np.full(1 + organizations + CLUSTERS, float(PER_ORGANIZATION))
    most[0], most[1 + organizations :] = budget, PER_CLUSTER * max(budget / 100, 1)
    counted = rows(limits, len(most))
    nobody = np.zeros(candidates, dtype=bool)
    return Problem(
        probability=dice.beta(2, 4, candidates),
        served=rows(served, elements),
        value=value,
        cap=cap,
        groups=rows(groups, CLUSTERS + REGIONS),
        weight=np.full(CLUSTERS + REGIONS, 0.2),
        worth=dice.gamma(2.0, 0.05, candidates),
        limits=counted,
        amount=np.ones(len(counted.item)),
        least=np.zeros(len(most)),
        most=most,
        pinned=nobody,
        barred=nobody,
    )


def rows(table: np.ndarray, size: int) -> Incidence:
    """Lay out a table of items, -1 for none, without a Python loop."""
    table = np.sort(table.astype(np.int32), axis=1)
    kept = table >= 0
    kept[:, 1:] &= table[:, 1:] != table[:, :-1]
    start = np.concatenate([[0], np.cumsum(kept.sum(axis=1))]).astype(np.int64)
    return Incidence(start, table[kept], size)


def plain_seconds(problem: Problem, budget: int, looked_at: int = 200) -> float:
    """Greedy choice that adds up every set anew: two steps over some candidates, scaled to all of both."""
    n, plan = len(problem.probability), list[int]()
    began = time.perf_counter()
    for _ in range(2):
        gains = [(gain(problem, [*plan, i]).total, -i) for i in range(min(looked_at, n)) if i not in plan]
        plan.append(-max(gains)[1])
    return (time.perf_counter() - began) / 2 / min(looked_at, n) * n * budget


def numpy_seconds(problem: Problem, budget: int) -> tuple[float, float]:
    """Greedy choice with all marginal gains by NumPy at each step, within the limits; its worth too."""
    began = time.perf_counter()
    p, n = problem.probability, len(problem.probability)
    depth = int(np.ceil(problem.cap.max()))
    counts = np.arange(depth)
    weight = np.clip(problem.cap[:, None] - counts, 0.0, 1.0)
    mass = np.zeros((len(problem.cap), depth))
    mass[:, 0] = 1.0
    expected, used = np.zeros(len(problem.weight)), np.zeros(len(problem.most))
    by_element, by_group, by_limit = (
        index.candidate for index in (problem.served, problem.groups, problem.limits)
    )
    open_, plan = np.ones(n, dtype=bool), list[int]()
    while True:
        rest = problem.value * (weight * mass).sum(axis=1)
        gains = p * (problem.worth + np.bincount(by_element, rest[problem.served.item], minlength=n))
        more = problem.weight[problem.groups.item] * np.log1p(
            p[by_group] / (1.0 + expected[problem.groups.item])
        )
        gains += np.bincount(by_group, more, minlength=n)
        full = used[problem.limits.item] + problem.amount > problem.most[problem.limits.item] + 1e-9
        open_[by_limit[full]] = False
        best = int(np.argmax(np.where(open_, gains.round(12), -1.0)))
        if not open_[best] or gains[best] <= 1e-12 or len(plan) == budget:
            break
        plan.append(best)
        open_[best] = False
        touched = problem.served.of_one(best)
        shifted = np.concatenate([np.zeros((len(touched), 1)), mass[touched, :-1]], axis=1)
        mass[touched] = mass[touched] * (1.0 - p[best]) + shifted * p[best]
        expected[problem.groups.of_one(best)] += p[best]
        used[problem.limits.of_one(best)] += 1.0
    return time.perf_counter() - began, gain(problem, plan).total


def timed(function: Any, *arguments: Any) -> tuple[float, Any]:
    began = time.perf_counter()
    result = function(*arguments)
    return time.perf_counter() - began, result


def choose(candidates: int, budget: int, seed: int) -> dict[str, Any]:
    problem = invented(candidates, budget, seed=seed)
    greedy, plan = timed(lazy_greedy, problem)
    local, better = timed(local_search, problem, plan.chosen)
    bound, proven = timed(upper_bound, problem, better.chosen)
    by_numpy, worth = numpy_seconds(problem, budget)
    by_gain = plain_seconds(problem, budget)
    return {
        "candidates": candidates,
        "budget": budget,
        "chosen": len(better.chosen),
        "seconds": {"lazy_greedy": greedy, "local_search": local, "upper_bound": bound},
        "worth": {"lazy_greedy": plan.gain.total, "local_search": better.gain.total, "bound": proven.value},
        "gap": 1.0 - better.gain.total / proven.value,
        "evaluations": plan.evaluations,
        "peer_seconds": {"gain_of_every_set_scaled": by_gain, "numpy_marginals": by_numpy},
        "ratios": {"gain_of_every_set": by_gain / greedy, "numpy_marginals": by_numpy / greedy},
        "same_worth_as_numpy": math.isclose(worth, plan.gain.total, rel_tol=1e-9),
    }


def choose_among_many(candidates: int, budget: int, seed: int) -> dict[str, Any]:
    making, problem = timed(lambda: invented(candidates, budget, seed=seed))
    greedy, plan = timed(lazy_greedy, problem)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return {
        "candidates": candidates,
        "chosen": len(plan.chosen),
        "making_seconds": making,
        "seconds": greedy,
        "evaluations": plan.evaluations,
        "worth": plan.gain.total,
        "peak_gigabytes": peak,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    warm = invented(200, 5, seed=given.seed)  # the first run pays for imports and compiled files: not counted
    upper_bound(warm, local_search(warm, lazy_greedy(warm).chosen).chosen)
    result: dict[str, Any] = {}
    if not given.quick:
        result["many"] = choose_among_many(5_000_000, 1000, given.seed)
    sizes = [1250, 2500, 5000] if given.quick else [5000, 50_000, 500_000]
    seconds = []
    for size in sizes:
        problem = invented(size, 100, seed=given.seed)
        seconds.append(min(timed(lazy_greedy, problem)[0] for _ in range(3)))
    slope = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
    result["sizes"] = {"candidates": sizes, "lazy_greedy_seconds": seconds, "exponent": slope}
    result["plan"] = choose(5000 if given.quick else 50_000, 100, given.seed)
    print(json.dumps(result, indent=2) if given.json else told(result))


def told(result: dict[str, Any]) -> str:
    plan, sizes = result["plan"], result["sizes"]
    took = ", ".join(f"{name} {seconds:.3f} s" for name, seconds in plan["seconds"].items())
    worth = ", ".join(f"{name} {value:.4f}" for name, value in plan["worth"].items())
    peers, same = plan["peer_seconds"], plan["same_worth_as_numpy"]
    lines = [
        f"{plan['candidates']:,} candidates, {plan['chosen']} chosen: {took}",
        f"  worth: {worth}; at most {plan['gap']:.2%} from the best",
        f"  plain greedy, gain of every set (scaled): {peers['gain_of_every_set_scaled']:,.0f} s,"
        f" {plan['ratios']['gain_of_every_set']:,.0f} times lazy_greedy",
        f"  plain greedy, marginal gains by NumPy: {peers['numpy_marginals']:.3f} s,"
        f" {plan['ratios']['numpy_marginals']:,.1f} times lazy_greedy; same worth: {same}",
        "  ".join(
            f"{size:,}: {seconds:.3f} s"
            for size, seconds in zip(sizes["candidates"], sizes["lazy_greedy_seconds"], strict=True)
        )
        + f"  exponent {sizes['exponent']:.2f}",
    ]
    if "many" in result:
        many = result["many"]
        lines.append(
            f"{many['candidates']:,} candidates, {many['chosen']:,} chosen: {many['seconds']:.1f} s,"
            f" {many['peak_gigabytes']:.2f} GB at most (instance made in {many['making_seconds']:.0f} s)"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
