"""The best plan there is, with its proof, where the problem is small enough for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from traitdunion.methods.integer_program import Answer, minimized
from traitdunion.methods.planning.bound import Bound, Search, upper_bound
from traitdunion.methods.planning.linear import Cuts, Model, model
from traitdunion.methods.planning.majorants import (
    hazards,
    largest_chance,
    poisson_filled,
    room,
    standing,
    summed,
)
from traitdunion.methods.planning.problem import Floats, Ints, Problem, gain, within_limits

FIRST = 15  # linear programs before the first one with whole candidates
ALIKE = 1e-6  # of the bound: nearer to it a plan counts as the best


@dataclass(frozen=True, slots=True)
class Exact:
    """The best plan seen and what is known about all others.

    Attributes
    ----------
    chosen : ndarray of int64, shape (k,)
        Ascending.
    gain : float
    bound : float
        No plan within the limits is worth more.
    proved : bool
        Whether the plan is within the limits and its worth meets the bound, to a millionth.
    """

    chosen: Ints
    gain: float
    bound: float
    proved: bool


def best_plan(
    problem: Problem,
    start: Sequence[int] | Ints,
    bound: Bound | None = None,
    *,
    nodes: int = 20_000,
    rounds: int = 30,
    most_candidates: int = 20_000,
) -> Exact:
    """Find the best plan within the limits and prove it, starting from a good one.

    Candidates that no better plan contains are set aside; over the others a mixed-integer program under
    lines that overestimate gives a plan and a bound. Where the plan is overestimated, lines through its true
    worth come in and the program is solved again.

    Parameters
    ----------
    problem : Problem
    start : sequence of int
        A plan; the better it is, the more candidates are set aside.
    bound : Bound, optional
        Of `upper_bound(problem, start)`, where it is at hand already.
    nodes : int
        Branches looked at in all.
    rounds : int
        Programs with whole candidates solved, at most.
    most_candidates : int
        With more left than this, `start` is given back with its bound.

    Notes
    -----
    Nemhauser & Wolsey (1981), Maximizing submodular set functions: formulations and analysis of algorithms;
    Duran & Grossmann (1986), An outer-approximation algorithm for a class of mixed-integer nonlinear
    programs, Mathematical Programming 36. Solved by HiGHS: Huangfu & Hall (2018).

    Examples
    --------
    >>> found = best_plan(Problem.of_members([0.5, 0.45, 0.4], [0, 0, 1], budget=2), [0, 1])
    >>> found.chosen.tolist(), round(found.gain, 6), found.proved
    ([0, 2], 0.9, True)
    """
    plan = np.unique(np.asarray(start, dtype=np.int64))
    known = upper_bound(problem, start) if bound is None else bound
    state = _State(problem, plan, known.value)
    kept = ~problem.barred
    if state.within:
        kept &= ~known.fixed_out
        kept[plan] = True
    if not kept.any():
        state.saw(plan[:0])
    elif kept.sum() <= most_candidates and not state.met:
        state.prove(np.flatnonzero(kept), plan, nodes=nodes, rounds=rounds)
    return Exact(state.plan, state.reached, state.bound, state.met)


class _State:
    """The best plan so far and the smallest bound."""

    def __init__(self, problem: Problem, plan: Ints, bound: float) -> None:
        self.problem, self.plan, self.bound = problem, plan, bound
        self.reached, self.within = gain(problem, plan).total, within_limits(problem, plan)

    @property
    def met(self) -> bool:
        """Whether nothing better can exist."""
        return self.within and self.reached >= self.bound - ALIKE * abs(self.bound)

    def saw(self, plan: Ints) -> bool:
        """Take a plan if it is better; say whether it is within the limits."""
        if not within_limits(self.problem, plan):
            return False
        reached = gain(self.problem, plan).total
        if reached > self.reached or not self.within:
            self.plan, self.reached, self.within = plan, reached, True
        return True

    def not_above(self, value: float) -> None:
        """Lower the bound; plans that were set aside are no better than the one at hand."""
        self.bound = min(self.bound, max(value, self.reached) if self.within else value)

    def prove(self, column: Ints, start: Ints, *, nodes: int, rounds: int) -> None:
        """Solve programs over some candidates until the bound is met or the means are spent."""
        part = self.problem.only(column)
        search = Search(part, np.searchsorted(column, start[np.isin(start, column)]))
        search.inside |= ~part.barred
        for _ in range(FIRST):
            if not search.round(1):
                break
        self.not_above(search.value)
        if self.within:
            keep = ~search.fixed_out
            part = replace(part, pinned=part.pinned | search.fixed_in)
            column, part = column[keep], part.only(np.flatnonzero(keep))
        whole = np.isin(self.plan, column).all()
        cuts = replace(search.cuts, bases=(np.searchsorted(column, self.plan),) if whole else ())
        while not self.met and rounds > 0 and nodes > 0:
            program = model(part, cuts, cap=room(part), chance=largest_chance(part), penalty=np.inf)
            answer, scale = _solved(program, nodes)
            if answer.status == "infeasible":
                # Nothing is better than what has been seen, or there is no plan at all.
                self.not_above(self.reached if self.within else self.bound)
                return
            self.not_above(-answer.bound * scale)
            if answer.values is None:
                return
            local = np.flatnonzero(answer.values[program.variables["candidate"]] > 0.5)
            fits = self.saw(column[local])
            more = _learned(part, program, answer.values, cuts, local) if fits else None
            if fits and more is None:
                return
            cuts = more if more is not None else replace(cuts, refused=(*cuts.refused, local))
            rounds, nodes = rounds - 1, nodes - answer.nodes


def _solved(program: Model, nodes: int) -> tuple[Answer, float]:
    """Solve a program with its candidates whole; the objective is divided by the number given too."""
    scale = program.scale
    whole = np.zeros(len(program.worth), dtype=bool)
    whole[program.variables["candidate"]] = True
    none = np.zeros(program.equal.shape[0])
    answer = minimized(
        -program.worth / scale,
        [(program.upper, -np.inf, program.bound), (program.equal, none, none)],
        low=program.low,
        high=program.high,
        whole=whole,
        nodes=nodes,
        gap=ALIKE / 10,
    )
    return answer, scale


def _learned(part: Problem, program: Model, x: Floats, cuts: Cuts, plan: Ints) -> Cuts | None:
    """Add lines through the true worth of a plan where the program overrates it; None where it does not."""
    element, group, at = program.element, program.group, program.variables
    own, groups = part.served.of_some(plan)[0], part.groups.of_some(plan)[0]
    p = part.probability[plan]
    hazard, served = summed(own, hazards(p))[element], summed(groups, p)[group]
    filled, log = x[at["filled"]], x[at["log"]]
    bent = (filled - poisson_filled(hazard, room(part)[element]) > ALIKE) & (part.value[element] > 0)
    above = (log - np.log1p(served) > ALIKE) & (part.weight[group] > 0)
    over = (filled - standing(part, plan)[0][element] > ALIKE) & (part.value[element] > 0)
    if not (bent.any() or above.any() or over.any()):
        return None
    more = cuts.more(element[bent], hazard[bent], group[above], served[above])
    return replace(more, bases=(*more.bases, plan)) if over.any() else more
