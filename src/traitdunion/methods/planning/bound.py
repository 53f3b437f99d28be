"""How good a plan is at least: the closest value that is certain not to be exceeded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linprog

from traitdunion.methods.planning.certificate import Certificate, Passes, certified_bound
from traitdunion.methods.planning.linear import Cuts, Model, model
from traitdunion.methods.planning.majorants import binomial_line, poisson_filled, summed
from traitdunion.methods.planning.problem import Bools, Floats, Ints, Problem, gain

__all__ = ["Bound", "Certificate", "Search", "certified_bound", "upper_bound"]

STALLS = 3  # programs in a row that prove nothing closer end the search
CLOSE = 1e-4  # of the bound: nearer to the program's own value the search ends
NONE: Ints = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Bound:
    """A value no plan exceeds, and what follows from it.

    Attributes
    ----------
    value : float
    certificate : Certificate
        Its proof: `certified_bound(problem, certificate)` is `value`.
    reduced : ndarray, shape (n,)
        What each candidate is worth there beyond the prices it pays; negative where it does not pay.
    fixed_out : ndarray of bool, shape (n,)
        Candidates that no plan better than the one handed in contains.
    """

    value: float
    certificate: Certificate
    reduced: Floats
    fixed_out: Bools


def upper_bound(
    problem: Problem, chosen: Sequence[int] | Ints, *, rounds: int = 25, columns: int = 400
) -> Bound:
    """Find a value that no plan within the limits exceeds, as near the best plan as a linear program comes.

    A linear program over few candidates, taken in parts, gives the certificate; candidates it underrates
    come in, lines it overrates are replaced, until the certified bound meets the program's own value.
    What is returned is never more than what the marginal gains of `chosen` and of its beginnings prove.

    Parameters
    ----------
    problem : Problem
    chosen : sequence of int
        A plan, in the order it was made; a good one gives a close bound and rules out more candidates.
    rounds : int
        Linear programs solved, at most.
    columns : int
        Candidates that come in with each.

    Notes
    -----
    Kelley (1960), The cutting-plane method for solving convex programs; Dantzig & Wolfe (1960), Decomposition
    principle for linear programs. Bound from marginal gains: Leskovec et al. (2007), Cost-effective outbreak
    detection in networks, KDD, section 3. Where the program cannot be solved, the best bound so far is given.

    Examples
    --------
    >>> found = upper_bound(Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2), [0, 2])
    >>> round(found.value, 4), found.fixed_out.tolist()
    (0.9, [False, False, False])
    """
    order = np.asarray(chosen, dtype=np.int64)
    search = Search(problem, order)
    for part in (0, len(order) // 2, len(order)):
        search.judge(search.passes.from_base(order[:part]))
    search.grow(search.reduced, columns)
    for _ in range(rounds):
        if not search.round(columns):
            break
    return Bound(search.value, search.certificate, search.reduced, search.fixed_out)


class Search:
    """The linear program as it grows, and the best that was proved on the way."""

    def __init__(self, problem: Problem, order: Ints) -> None:
        self.problem, self.passes, plan = problem, Passes(problem), np.unique(order)
        self.reached = gain(problem, plan).total
        self.plan = plan[~problem.barred[plan]]
        self.inside = problem.pinned & ~problem.barred
        self.inside[self.plan] = True
        self.fixed_out = np.zeros(len(problem.probability), dtype=bool)
        self.fixed_in = self.fixed_out.copy()
        self.value, self.stalled = np.inf, 0
        self.judge(Certificate.plain(problem))
        self.cuts = Cuts(bases=(self.plan,))
        self._begin(np.flatnonzero(problem.weight > 0))
        self.cuts = self.cuts.more(*self._tangents(self.plan), NONE, np.zeros(0))

    def _begin(self, groups: Ints) -> None:
        """Give groups the tangent at zero: one that no candidate touches yet may come to be touched."""
        self.cuts = self.cuts.more(NONE, np.zeros(0), groups, np.zeros(len(groups)))

    def _tangents(self, plan: Ints) -> tuple[Ints, Floats]:
        """Where a plan stands on the elements it touches."""
        own, _ = self.problem.served.of_some(plan)
        element = np.unique(own.item).astype(np.int64)
        return element, summed(own, self.passes.hazard[plan])[element]

    def judge(self, certificate: Certificate) -> float:
        """See what a certificate proves; keep the best."""
        value, reduced = self.passes.bound(certificate)
        short = value - np.abs(reduced) < self.reached - 1e-9 * (1.0 + abs(self.reached))
        self.fixed_out |= short & (reduced < 0) & self.passes.open
        self.fixed_in |= short & (reduced > 0) & self.passes.open
        if value < self.value:
            self.value, self.certificate, self.reduced = value, certificate, reduced
        self.last = reduced
        return value

    def grow(self, reduced: Floats, columns: int) -> int:
        """Let in the candidates that would gain most."""
        paying = np.flatnonzero(self.passes.open & ~self.inside & (reduced > 1e-9 * (1.0 + self.reached)))
        if len(paying) > columns:
            paying = paying[np.argpartition(-reduced[paying], columns)[:columns]]
        self.inside[paying] = True
        return len(paying)

    def round(self, columns: int) -> bool:
        """Solve the program once and learn from it; False when there is nothing more to learn."""
        column = np.flatnonzero(self.inside)
        part = self.problem.only(column)
        cuts = replace(self.cuts, bases=(np.searchsorted(column, self.plan),))
        penalty = 100.0 * float(np.abs(self.reduced).max(initial=1.0))
        program = model(part, cuts, cap=self.passes.cap, chance=self.passes.chance, penalty=penalty)
        if not len(program.worth):
            return False
        scale = program.scale
        answer = linprog(
            -program.worth / scale,
            A_ub=program.upper,
            b_ub=program.bound,
            A_eq=program.equal,
            b_eq=np.zeros(program.equal.shape[0]),
            bounds=np.column_stack([program.low, program.high]),
            method="highs",
        )
        if answer.status != 0:
            return False
        prices = np.maximum(-answer.ineqlin.marginals, 0.0) * scale
        before, value = self.value, self.judge(self._certificate(program, prices))
        # A line that touches the program nowhere comes back should it be needed.
        tangent, log, count = (prices[program.rows[kind]] for kind in ("tangent", "log", "count"))
        self.cuts = program.cuts.priced(tangent, log, count[len(program.element) :])
        self._begin(np.setdiff1d(np.flatnonzero(self.problem.weight > 0), program.group))
        over = self._sharpen(program, answer.x)
        if value + answer.fun * scale > CLOSE * value and self.grow(self.last, columns):
            return True
        self.stalled = 0 if before - self.value > CLOSE * value else self.stalled + 1
        return over > CLOSE * value and self.stalled < STALLS

    def _sharpen(self, program: Model, x: Floats) -> float:
        """Add tangents where the program overrates; give by how much in all."""
        at, cap, problem = program.variables, self.passes.cap[program.element], self.problem
        hazard, served = np.maximum(x[at["hazard"]], 0.0), np.maximum(x[at["served"]], 0.0)
        count, filled = np.maximum(x[at["count"]], 0.0), x[at["filled"]]
        chance, value = self.passes.chance[program.element], problem.value[program.element]
        step = np.floor(count / chance + 1e-9)
        slope, meets = binomial_line(step, cap, chance)
        bent = value * (filled - poisson_filled(hazard, cap))
        long = value * (filled - meets - slope * count)
        above = problem.weight[program.group] * (x[at["log"]] - np.log1p(served))
        least = CLOSE / 100 * self.value / (1.0 + len(self.plan))
        some, several, steps = bent > least, above > least, long > least
        self.cuts = self.cuts.more(
            program.element[some], hazard[some], program.group[several], served[several]
        ).stepping(program.element[steps], step[steps])
        return float(np.maximum(np.maximum(bent, long), 0.0).sum() + above[several].sum())

    def _certificate(self, program: Model, prices: Floats) -> Certificate:
        """Read the certificate off the prices of the rows."""
        problem, cuts, size = self.problem, program.cuts, len(self.problem.value)
        bent = prices[program.rows["tangent"]]
        curve = np.bincount(cuts.element, bent, minlength=size)
        mean = np.bincount(cuts.element, bent * cuts.element_at, minlength=size)
        decay = np.bincount(cuts.element, bent * np.exp(-cuts.element_at), minlength=size)
        based = np.bincount(program.based, prices[program.rows["base"]], minlength=size)
        counted = np.concatenate([program.element, cuts.stepped])
        step = np.concatenate([np.zeros(len(program.element)), cuts.step])
        straight = np.bincount(counted, prices[program.rows["count"]], minlength=size)
        steps = np.bincount(counted, prices[program.rows["count"]] * step, minlength=size)
        whole = np.maximum(curve + based + straight, 1e-300)
        # With a cap of 1 the tangent of the mean slope is known; elsewhere the mean point is near it.
        with np.errstate(divide="ignore", invalid="ignore"):
            point = np.where(self.passes.cap <= 1.0, -np.log(decay / curve), mean / curve)
            slope = np.bincount(
                cuts.group, prices[program.rows["log"]] / (1.0 + cuts.group_at), minlength=len(problem.weight)
            )
            group_point = (
                np.bincount(cuts.group, prices[program.rows["log"]], minlength=len(problem.weight)) / slope
                - 1.0
            )
        most, least = np.zeros(len(problem.most)), np.zeros(len(problem.most))
        most[np.isfinite(problem.most)] = prices[program.rows["most"]]
        least[program.scarce] = prices[program.rows["least"]]
        return Certificate(
            point=np.nan_to_num(point, posinf=0.0),
            curve=curve / whole,
            based=based / whole,
            step=steps / np.maximum(straight, 1e-300),
            base=self.plan,
            group_point=np.nan_to_num(group_point, posinf=0.0),
            most=most,
            least=least,
        )
