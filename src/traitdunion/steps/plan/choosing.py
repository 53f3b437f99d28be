"""Choosing: quick, then bettered, then proved; and which rules clash where no plan keeps them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from traitdunion.errors import InputError
from traitdunion.methods.planning.bound import upper_bound
from traitdunion.methods.planning.exact import best_plan
from traitdunion.methods.planning.greedy import Choice, fast_gain, in_order, lazy_greedy
from traitdunion.methods.planning.local_search import local_search
from traitdunion.methods.planning.relaxation import Conflict, Side, conflicts, feasible_plan
from traitdunion.steps.plan.layout import Layout
from traitdunion.steps.plan.limits import Named

Solver = Literal["auto", "quick", "exact"]
SOLVERS: tuple[Solver, ...] = ("auto", "quick", "exact")
PROVED = 1e-6  # share of the bound that may be missing from a plan called the best
NEAR = 0.995  # share of the bound from which "auto" looks no further
_OPTIONS = {
    "introductions": "introductions",
    "organization": "per-organization",
    "cluster": "per-cluster",
    "brokers": "brokers",
}
NODES = {"auto": 200, "exact": 20_000}  # of the search tree of the exact solver
ROUNDS = {"auto": 2, "exact": 30}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A plan in the order in which each next line adds most, with its proof."""

    choice: Choice
    bound: float
    exact: bool


def choose(layout: Layout, *, solver: Solver) -> Chosen:
    """Choose the introductions.

    "quick" stops at a plan that no exchange betters; "exact" goes on until it is proved to be the best, or
    the size of the search says stop; "auto" goes on a little where the bound leaves room.

    Raises
    ------
    InputError
        `plan-impossible` where rules clash, with the smallest change that lets them hold.
    """
    problem = layout.problem
    best = bettered(layout)
    proof = upper_bound(problem, best.chosen)
    bound = max(proof.value, best.gain.total)
    enough = {"quick": 0.0, "auto": NEAR, "exact": 1 - PROVED}[solver]
    if best.gain.total < enough * bound:
        found = best_plan(problem, best.chosen, proof, nodes=NODES[solver], rounds=ROUNDS[solver])
        best, bound = in_order(problem, found.chosen), min(bound, found.bound)
    bound = max(bound, best.gain.total)
    return Chosen(best, bound, best.gain.total >= bound * (1 - PROVED))


def bettered(layout: Layout) -> Choice:
    """Choose quickly, and better by exchanges; the limits hold, or the rules that clash are named."""
    problem = layout.problem
    first = lazy_greedy(problem)
    start = first.chosen
    if not first.met:
        clash = conflicts(problem)
        if clash is not None:
            rules, changes = _told(layout, clash)
            raise InputError("plan-impossible", rules=rules, changes=changes)
        alone = np.array([fast_gain(problem, [one]) for one in range(len(problem.probability))])
        found = feasible_plan(problem, worth=alone)
        start = first.chosen if found is None else found
    return in_order(problem, local_search(problem, start).chosen)


def _told(layout: Layout, clash: Conflict) -> tuple[list[str], list[str]]:
    """Name the rules that clash as they are written on the command line, and the smallest change."""
    problem, names = layout.problem, layout.limits.names
    bounds = {"least": problem.least, "most": problem.most}
    rules = [written(names[limit], side, float(bounds[side][limit])) for limit, side in clash.clash]
    rules += [f"--pin {_pair(layout, pin)}" for pin in clash.pins]
    changes = [f"{written(names[one.limit], one.side, one.was)} → {one.to:g}" for one in clash.relaxed]
    return rules, changes


def written(name: Named, side: Side, bound: float) -> str:
    """Write a limit as a manager would set it.

    Examples
    --------
    >>> written(Named("quota", "region:Wallonia"), "least", 20.0)
    'region:Wallonia ≥ 20'
    """
    of = f" ({name.of})" if name.of else ""
    option = name.of if name.kind == "quota" else f"--{_OPTIONS[name.kind]}{of}"
    return f"{option} {'≥' if side == 'least' else '≤'} {bound:g}"


def _pair(layout: Layout, candidate: int) -> str:
    one = layout.candidates[candidate]
    return f"{one.organization}={one.partner}"
