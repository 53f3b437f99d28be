"""The waiting list: who is introduced now and who next round, drawn among near-equals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from traitdunion.domain.plan import DrawCost
from traitdunion.domain.recommendation import PURPOSES
from traitdunion.methods.planning.greedy import Choice, in_order, lazy_greedy
from traitdunion.methods.planning.problem import Ints, Problem
from traitdunion.methods.planning.waiting_list import Design, Draw, cost_of, designed, waiting_list
from traitdunion.steps.plan.comparing import with_budget
from traitdunion.steps.plan.ground import Ground
from traitdunion.steps.plan.layout import Layout

SHARES = (0.1, 0.2, 0.3, 0.5)  # of the introductions, for which the cost of drawing is told


def drawn(ground: Ground, layout: Layout, choice: Choice, *, share: float, budget: int, seed: int) -> Draw:
    """Draw; what it costs is computed before, from the design alone.

    The unit is the organization, so that nobody is both introduced and waiting. Strata are the purpose, then
    the region.
    """
    design = _designed(ground, layout, choice, share=share, budget=budget)
    return waiting_list(layout.problem, design, seed=seed)


def costs(ground: Ground, layout: Layout, choice: Choice, *, budget: int) -> tuple[DrawCost, ...]:
    """Say what drawing would cost, for some shares, before anything is drawn."""
    found = []
    for share in SHARES:
        design = _designed(ground, layout, choice, share=share, budget=budget)
        cost = cost_of(layout.problem, design)
        drawn_by_lot = len(design.lines) // 2
        found.append(DrawCost(share, design.asked, drawn_by_lot, cost.mean, cost.low, cost.high))
    return tuple(found)


def _designed(ground: Ground, layout: Layout, choice: Choice, *, share: float, budget: int) -> Design:
    problem = layout.problem
    lines = np.concatenate([choice.chosen, _next(problem, choice.chosen, budget, share)])
    regions = sorted({region or "" for region in ground.facts["region"]})
    strata = [
        [PURPOSES.index(one.purpose), regions.index(ground.said("region", one.organization) or "")]
        for one in layout.candidates
    ]
    units = [ground.row_of[one.organization] for one in layout.candidates]
    return designed(problem, lines, budget=len(choice.chosen), share=share, unit=units, strata=strata)


def _next(problem: Problem, chosen: Ints, budget: int, share: float) -> Ints:
    """Give what a larger budget would add to the plan, in order of gain."""
    larger = with_budget(problem, budget + int(share * budget + 0.5))
    pinned = problem.pinned.copy()
    pinned[chosen] = True
    more = lazy_greedy(replace(larger, pinned=pinned)).chosen
    added = np.setdiff1d(more, chosen)
    order = in_order(problem, np.concatenate([chosen, added])).chosen
    return order[np.isin(order, added)]
