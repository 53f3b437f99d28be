"""What stands beside a plan: chance, plain scores, the manager's list, other budgets, other acceptance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from traitdunion.domain.plan import Beside, CurvePoint, Interval, OtherPrior
from traitdunion.methods.permutation import stream
from traitdunion.methods.planning.bound import upper_bound
from traitdunion.methods.planning.comparison import compared, simulated
from traitdunion.methods.planning.greedy import fast_gain, lazy_greedy, top_scores
from traitdunion.methods.planning.local_search import local_search
from traitdunion.methods.planning.problem import Ints, Problem
from traitdunion.steps.plan.choosing import Chosen

Floats = npt.NDArray[np.float64]
RANDOM = 100  # plans drawn blindly
DRAWS = 1_000  # rounds of acceptances simulated
SHARES = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)  # of the budget, on the curve
_NOT_PLANS = 7  # stream of the orders of random plans, apart from that of acceptances


def rounds(problem: Problem, chosen: Ints, *, seed: int) -> Interval:
    """Say what a plan comes to in simulated rounds of acceptances."""
    worth = simulated(problem, {"plan": chosen}, draws=DRAWS, seed=seed)["plan"]
    low, high = np.quantile(worth, [0.05, 0.95])
    return Interval(float(worth.mean()), float(low), float(high))


def beside(problem: Problem, chosen: Ints, other: Ints, *, seed: int) -> Beside:
    """Set another plan beside the chosen one, under the same acceptances."""
    worth = simulated(problem, {"plan": chosen, "other": other}, draws=DRAWS, seed=seed)
    return _beside(worth["plan"], worth["other"], fast_gain(problem, other), float(len(other)))


def beside_random(problem: Problem, kinds: Ints, chosen: Ints, *, seed: int) -> Beside:
    """Set plans drawn blindly beside the chosen one, in each round another one; see `mixed`.

    Candidates of one kind only, all 0, are drawn among all.
    """
    dice = stream(seed, _NOT_PLANS)
    plans = [mixed(problem, kinds, chosen, dice.random(len(kinds))) for _ in range(RANDOM)]
    named: Mapping[str, Sequence[int] | Ints] = {
        "plan": chosen, **{f"random {number}": plan for number, plan in enumerate(plans)}
    }  # fmt: skip
    worth = simulated(problem, named, draws=DRAWS, seed=seed)
    other = np.array([worth[f"random {draw % RANDOM}"][draw] for draw in range(DRAWS)])
    expected = float(np.mean([fast_gain(problem, plan) for plan in plans]))
    return _beside(worth["plan"], other, expected, float(np.mean([len(plan) for plan in plans])))


def mixed(problem: Problem, kinds: Ints, chosen: Ints, scores: Floats) -> Ints:
    """Take the best scores of each kind, as many of each as the chosen plan has, within the limits.

    A plan by scores of all kinds together is an easy opponent: scores of different kinds are not made to be
    compared, and most candidates are of kinds that gain little.
    """
    wanted = np.bincount(kinds[chosen], minlength=int(kinds.max(initial=0)) + 1)
    order = np.lexsort((-scores, kinds))
    rank = np.empty(len(order))
    starts = np.searchsorted(kinds[order], kinds[order])
    rank[order] = np.arange(len(order)) - starts
    turn = (rank + 1) / np.maximum(wanted[kinds], 1e-9)
    return top_scores(problem, -turn)


def _beside(worth: Floats, other: Floats, expected: float, introductions: float) -> Beside:
    found = compared(worth, other)
    low, high = np.quantile(other, [0.05, 0.95])
    return Beside(
        gain=expected,
        low=float(low),
        high=float(high),
        introductions=introductions,
        difference=Interval(found.mean, found.low, found.high),
        share=found.share,
    )


def curve(problem: Problem, chosen: Chosen, budget: int) -> tuple[CurvePoint, ...]:
    """Give what smaller and larger budgets gain, and what no plan of each exceeds."""
    budgets = sorted({max(1, round(budget * share)) for share in SHARES})
    points: list[CurvePoint] = []
    for introductions in budgets:
        if introductions == budget:
            points.append(CurvePoint(budget, chosen.choice.gain.total, chosen.bound))
            continue
        other = with_budget(problem, introductions)
        plan = local_search(other, lazy_greedy(other).chosen).chosen
        points.append(CurvePoint(introductions, fast_gain(other, plan), upper_bound(other, plan).value))
    return tuple(points)


def with_budget(problem: Problem, introductions: int) -> Problem:
    """Change the budget, limit 0; quotas are of the budget asked for and are let go."""
    most = problem.most.copy()
    most[0] = introductions
    return replace(problem, most=most, least=np.zeros(len(most)))


def other_prior(problem: Problem, chosen: Ints, times: float) -> OtherPrior:
    """Plan again as if every chance were so many times what is assumed, at most 1."""
    other = replace(problem, probability=np.clip(problem.probability * times, 0.0, 1.0))
    plan = local_search(other, lazy_greedy(other).chosen).chosen
    return OtherPrior(
        gain=fast_gain(other, plan),
        kept=fast_gain(other, chosen),
        same=len(np.intersect1d(plan, chosen)),
    )
