"""What proves that no plan is worth more, and the check of it, which needs no solver."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from traitdunion.methods.planning.majorants import (
    binomial_line,
    hazards,
    largest_chance,
    poisson_filled,
    poisson_rate,
    room,
    standing,
    summed,
)
from traitdunion.methods.planning.problem import SLACK, Floats, Incidence, Ints, Problem

ROUNDING = 1e-11  # of all that is summed: what the sums themselves may be off


@dataclass(frozen=True, slots=True)
class Certificate:
    """What proves a bound: lines over the worth of elements and groups, and a price on every limit.

    Any numbers give a true bound, good ones a close one; what is out of range is brought into it.

    Attributes
    ----------
    point, curve, based, step : ndarray, shape (m,)
        Each element is overestimated by a mixture: with weight `curve` by the tangent of `poisson_filled` at
        `point`, with weight `based` by what the plan `base` fills and each other candidate adds to it, for
        the rest by the `majorants.binomial_line` of `step`; between two steps, by a mixture of both.
    base : ndarray of int64
        A plan.
    group_point : ndarray, shape (g,)
        Expected count at which the tangent of the logarithm is taken.
    most, least : ndarray, shape (r,)
        Prices: worth of one more unit of a maximum, of one less of a minimum.
    """

    point: Floats
    curve: Floats
    based: Floats
    step: Floats
    base: Ints
    group_point: Floats
    most: Floats
    least: Floats

    @classmethod
    def plain(cls, problem: Problem) -> Certificate:
        """Count every candidate whole, with no price on anything.

        Examples
        --------
        >>> Certificate.plain(Problem.of_members([0.5, 0.4], [0, 1], budget=1)).most.tolist()
        [0.0]
        """
        m, r = len(problem.value), len(problem.most)
        base, groups = np.zeros(0, dtype=np.int64), np.zeros(len(problem.weight))
        return cls(np.zeros(m), np.zeros(m), np.zeros(m), np.zeros(m), base, groups, np.zeros(r), np.zeros(r))


def certified_bound(problem: Problem, certificate: Certificate) -> float:
    """Value that no plan within the limits exceeds, by one pass over the candidates.

    The worth of every element and group is replaced by a straight line nowhere below it, every limit by its
    price; what remains is a sum over candidates, and no plan does better than taking all that are positive.
    The proof asks no trust in what found the certificate.

    Parameters
    ----------
    problem : Problem
    certificate : Certificate
        Of the shapes of the problem.

    Notes
    -----
    Lagrangian duality: Geoffrion (1974), Lagrangean relaxation for integer programming, Mathematical
    Programming Study 2. For the lines see `majorants.poisson_filled` and, for those from a base plan,
    Nemhauser & Wolsey (1981), Maximizing submodular set functions: formulations and analysis of algorithms.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> free = Certificate.plain(problem)
    >>> round(certified_bound(problem, free), 6)
    1.4
    >>> round(certified_bound(problem, replace(free, most=np.array([0.4]))), 6)
    1.0
    """
    return Passes(problem).bound(certificate)[0]


class Passes:
    """Passes over all candidates of a problem; what they share is laid out once."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.hazard, self.cap = problem, hazards(problem.probability), room(problem)
        self.chance = largest_chance(problem)
        self.open = ~(problem.pinned | problem.barred)
        self.served, self.groups = _ones(problem.served), _ones(problem.groups)
        self.limits = _table(problem.limits, problem.amount)
        self.widest = self._widest()

    def bound(self, certificate: Certificate) -> tuple[float, Floats]:
        """What a certificate proves, and what each candidate is worth in it."""
        problem, p = self.problem, self.problem.probability
        point = np.maximum(certificate.point, 0.0)
        curve = np.clip(certificate.curve, 0.0, 1.0)
        based = np.clip(certificate.based, 0.0, 1.0 - curve)
        base = np.unique(certificate.base)
        slope = poisson_rate(point, self.cap)
        filled, rate = standing(problem, base) if based.any() else (np.zeros(len(point)), np.ones(len(point)))
        straight, (rise, meets) = 1.0 - curve - based, self._stepped(certificate.step)
        at = np.maximum(certificate.group_point, 0.0)
        most = np.where(np.isfinite(problem.most), np.maximum(certificate.most, 0.0), 0.0)
        least = np.maximum(certificate.least, 0.0)

        reduced = self.hazard * (self.served @ (problem.value * curve * slope))
        reduced += p * (self.served @ (problem.value * (straight * rise + based * rate)))
        if based.any():
            own = _ones(problem.served.of_some(base)[0])
            reduced[base] -= p[base] * (own @ (problem.value * based * rate))
        reduced += p * (self.groups @ (problem.weight / (1.0 + at)) + problem.worth)
        reduced -= self.limits @ (most - least)

        parts = (
            problem.value * curve * (poisson_filled(point, self.cap) - slope * point),
            problem.value * straight * meets,
            problem.value * based * filled,
            problem.weight * (np.log1p(at) - at / (1.0 + at)),
            np.where(most > 0, most * (np.where(most > 0, problem.most, 0.0) + SLACK), 0.0),
            least * (SLACK - problem.least),
            np.maximum(reduced[self.open], 0.0),
            reduced[problem.pinned],
        )
        sums = [float(part.sum()) for part in parts]
        size = float(sum(np.abs(part).sum() for part in parts))
        return sum(sums) + ROUNDING * size, reduced

    def _stepped(self, step: Floats) -> tuple[Floats, Floats]:
        """Slope and height of the lines of the expected count, mixed between whole steps."""
        at = np.clip(step, 0.0, 1e6)
        low, part = np.floor(at), at - np.floor(at)
        slope, meets = binomial_line(low, self.cap, self.chance)
        next_slope, next_meets = binomial_line(low + 1.0, self.cap, self.chance)
        return slope + part * (next_slope - slope), meets + part * (next_meets - meets)

    def from_base(self, base: Ints) -> Certificate:
        """Prove by what every candidate would add to a plan, with a price on the widest limit."""
        problem = self.problem
        served = summed(problem.groups.of_some(base)[0], problem.probability[base])
        free = replace(Certificate.plain(problem), base=base, group_point=served)
        free = replace(free, based=np.ones(len(problem.value)))
        if self.widest is None:
            return free
        limit, candidate, amount = self.widest
        price = np.zeros(len(problem.most))
        worth = np.where(self.open, self.bound(free)[1], 0.0)[candidate]
        price[limit] = _price(worth / amount, amount, float(problem.most[limit]))
        return replace(free, most=price)

    def _widest(self) -> tuple[int, Ints, Floats] | None:
        """The maximum that most candidates count in, with those and their amounts."""
        problem = self.problem
        finite = np.isfinite(problem.most)
        if not finite.any():
            return None
        limit = int(np.argmax(np.bincount(problem.limits.item, minlength=len(finite)) * finite))
        entries = np.flatnonzero(problem.limits.item == limit)
        candidate = np.searchsorted(problem.limits.start, entries, side="right") - 1
        return limit, candidate.astype(np.int64), problem.amount[entries]


def _price(ratio: Floats, amount: Floats, most: float) -> float:
    """Price at which what is worth more, by its amount, just fits."""
    paying = np.flatnonzero(ratio > 0)
    if amount[paying].sum() <= most:
        return 0.0
    fit = int(most / amount.min()) + 1
    if fit < len(paying):
        paying = paying[np.argpartition(-ratio[paying], fit)[: fit + 1]]
    order = paying[np.argsort(-ratio[paying], kind="stable")]
    return float(ratio[order[np.searchsorted(np.cumsum(amount[order]), most)]])


def _ones(index: Incidence) -> sparse.csr_array:
    return _table(index, np.ones(len(index.item)))


def _table(index: Incidence, data: Floats) -> sparse.csr_array:
    return sparse.csr_array((data, index.item, index.start), shape=(len(index.start) - 1, index.size))
