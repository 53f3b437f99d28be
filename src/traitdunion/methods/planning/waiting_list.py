"""Who is introduced now and who next round, drawn among near-equals, so that the effect can be known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes, numbers
from traitdunion.methods.permutation import stream
from traitdunion.methods.planning.drawn_gain import gains, mean_gain
from traitdunion.methods.planning.problem import (
    SLACK,
    Bools,
    Floats,
    Ints,
    Problem,
    gain,
    used_amounts,
    within_limits,
)

LEAST_BLOCK = 4  # two now and two later: below that a block has no variance of its own
SPREAD_DRAWS = 200
SPREAD_SEED = 0  # of the draws that show how much a cost varies; never that of the draw itself


@dataclass(frozen=True, slots=True)
class Design:
    """What will be drawn, fixed before any draw.

    Attributes
    ----------
    plan : ndarray of int, shape (k,)
        The plan of this round without a draw, in order of gain.
    sure : ndarray of int
        Introduced now whatever the draw, in order of gain.
    lines : ndarray of int, shape (2 h,)
        Near-equals of which h are introduced now, block after block.
    block : ndarray of int, shape (2 h,)
        Of each of them, from 0; at least four in each, half of them now.
    asked : int
        How many of this round should have been drawn: h is that or fewer.
    """

    plan: Ints
    sure: Ints
    lines: Ints
    block: Ints
    asked: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What is given up by drawing.

    Attributes
    ----------
    gain_without : float
        Of the plan without a draw.
    expected_gain : float
        Mean over all draws there are, exact.
    mean : float
        The first less the second; not negative where the plan is optimal.
    low, high : float
        Between these lies the cost of nine draws in ten.
    """

    gain_without: float
    expected_gain: float
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw, to be recorded before anyone is introduced.

    Attributes
    ----------
    now : ndarray of int, shape (k,)
        Introduced this round: the sure ones, then those drawn.
    waiting : ndarray of int, shape (h,)
        Introduced next round.
    lines, block : ndarray of int, shape (2 h,)
        What was drawn, and in which block.
    first : ndarray of bool, shape (2 h,)
        Which of `lines` are introduced now.
    propensity : ndarray, shape (2 h,)
        Chance each of `lines` had of that.
    seed : int
    cost : Cost
    """

    now: Ints
    waiting: Ints
    lines: Ints
    block: Ints
    first: Bools
    propensity: Floats
    seed: int
    cost: Cost


def designed(
    problem: Problem,
    lines: Sequence[int] | Ints,
    *,
    budget: int,
    share: float,
    unit: npt.ArrayLike,
    strata: npt.ArrayLike,
) -> Design:
    """Choose among whom to draw: the last of this round's plan against the first of what comes next.

    With m = `share` times `budget`, rounded, the last m of the plan and the m next are near-equals. Only
    lines whose unit has no other line are drawn. Every draw keeps every limit of the problem: where one might
    not, the line that counts most in that limit is not drawn, until all do. Lines of this round that are not
    drawn are sure; lines of the next that are not drawn are left to it.

    Do not use it for tiny rounds: with fewer than eight near-equals, two blocks, hardly any effect can be
    told from chance, and below four nothing is drawn. Nor where the next round is uncertain: those who wait
    must be able to count on it. Effects that spread from one unit to another are not seen.

    Parameters
    ----------
    problem : Problem
        Of this round, with its budget among its limits.
    lines : array_like of int
        The best plan of this round in order of gain, then what the best plan of a larger budget adds, in
        order of gain. What comes after `budget` + m is not looked at.
    budget : int
        Introductions of this round.
    share : float
        Of them to be drawn, from 0 to 1.
    unit : array_like of int, shape (n,)
        Organization that each candidate introduces; -1 is never drawn.
    strata : array_like of int, shape (n, c)
        Keys of each candidate, the most important first: what a tight limit counts, then purpose and region.
        A limit that counts all of a block alike is the same in every draw.

    Raises
    ------
    InputError
        `share-range`, `plan-index`, `lengths-differ`, `group-codes`, and `waiting-list-plan` where the first
        `budget` lines do not keep the limits or a line stands twice.

    Notes
    -----
    Blocks: Imbens & Rubin (2015), Causal Inference for Statistics, Social, and Biomedical Sciences, chapters
    9 and 10. Lines with the same keys, in order of gain, make blocks of four, the last one of six where
    needed; who is left over is joined with those who share all keys but the last, and so on; the last two
    join the block made last.

    Examples
    --------
    >>> problem = Problem.of_members(np.linspace(0.9, 0.1, 9), np.arange(9), budget=4)
    >>> found = designed(problem, np.arange(9), budget=4, share=0.5, unit=np.arange(9), strata=[[0]] * 9)
    >>> found.sure.tolist(), found.lines.tolist()
    ([0, 1], [2, 3, 4, 5])
    """
    order, plan, asked = _near(problem, lines, budget, share)
    n = len(problem.probability)
    owner = group_codes(unit, length=n)[order]
    keys = numbers(strata, "strata", length=n)
    keys = keys.reshape(n, int(np.prod(keys.shape[1:])))[order]
    lines_of = np.bincount(owner[owner >= 0], minlength=1)
    may = (owner >= 0) & (lines_of[owner] == 1) & ~problem.pinned[order] & ~problem.barred[order]
    may[: len(plan) - asked] = False
    while True:
        places, block = _blocked(np.flatnonzero(may), len(plan), keys)
        sure = np.setdiff1d(np.arange(len(plan)), places)
        found = Design(plan, order[sure], order[places], block, asked)
        fault = _fault(problem, found)
        if fault is None:
            return found
        may &= order != fault


def cost_of(problem: Problem, design: Design) -> Cost:
    """Say what drawing costs, before anything is drawn.

    Notes
    -----
    The mean over draws is exact (`drawn_gain.mean_gain`); only `low` and `high` are simulated, from draws
    numbered otherwise than the one of `waiting_list`.

    Examples
    --------
    >>> problem = Problem.of_members(np.linspace(0.9, 0.1, 9), np.arange(9), budget=4)
    >>> found = designed(problem, np.arange(9), budget=4, share=0.5, unit=np.arange(9), strata=[[0]] * 9)
    >>> cost = cost_of(problem, found)
    >>> round(cost.gain_without, 6), round(cost.expected_gain, 6), round(cost.mean, 6)
    (3.0, 2.8, 0.2)
    """
    without = gain(problem, design.plan).total
    expected = mean_gain(problem, design.sure, design.lines, design.block)
    lines = np.concatenate([design.sure, design.lines])
    present = np.ones((len(lines), SPREAD_DRAWS), dtype=np.bool_)
    for draw in range(SPREAD_DRAWS):
        present[len(design.sure) :, draw] = _halves(design.block, SPREAD_SEED, draw + 1)
    costs = without - gains(problem, lines, present)
    low, high = np.quantile(costs, [0.05, 0.95], method="inverted_cdf")
    return Cost(without, expected, without - expected, float(low), float(high))


def waiting_list(problem: Problem, design: Design, *, seed: int) -> Draw:
    """Draw who is introduced now and who next round.

    Compare afterwards all who were drawn first with all who were drawn to wait, block by block, whatever
    became of their introductions (intention to treat). A second draw because the first displeased is no draw.

    Parameters
    ----------
    problem : Problem
    design : Design
    seed : int
        The draw is a function of it alone: name it before.

    Raises
    ------
    InputError
        `seed-negative`.

    Examples
    --------
    >>> problem = Problem.of_members(np.linspace(0.9, 0.1, 9), np.arange(9), budget=4)
    >>> found = designed(problem, np.arange(9), budget=4, share=0.5, unit=np.arange(9), strata=[[0]] * 9)
    >>> draw = waiting_list(problem, found, seed=1)
    >>> sorted([*draw.now, *draw.waiting]) == [0, 1, 2, 3, 4, 5], len(draw.now), draw.propensity.tolist()
    (True, 4, [0.5, 0.5, 0.5, 0.5])
    """
    first = _halves(design.block, seed, 0)
    size = np.bincount(design.block, minlength=1)
    return Draw(
        now=_now(design, first),
        waiting=design.lines[~first],
        lines=design.lines,
        block=design.block,
        first=first,
        propensity=(size // 2 / np.maximum(size, 1))[design.block],
        seed=seed,
        cost=cost_of(problem, design),
    )


def _now(design: Design, first: Bools) -> Ints:
    return np.concatenate([design.sure, design.lines[first]])


def _halves(block: Ints, seed: int, draw: int) -> Bools:
    """Draw half of each block."""
    dice = stream(seed, draw)
    first = np.zeros(len(block), dtype=np.bool_)
    for number in range(int(block.max(initial=-1)) + 1):
        members = np.flatnonzero(block == number)
        first[dice.permutation(members)[: len(members) // 2]] = True
    return first


def _near(problem: Problem, lines: Sequence[int] | Ints, budget: int, share: float) -> tuple[Ints, Ints, int]:
    """Lines to be looked at, the plan of this round among them, and how many of it should be drawn."""
    if not 0 <= share <= 1:
        raise InputError("share-range", name="share", value=share)
    order = np.asarray(lines, dtype=np.int64)
    known = len(problem.probability)
    if len(order) and not (order.min() >= 0 and order.max() < known):
        raise InputError("plan-index", name="lines", known=known)
    plan = order[: max(budget, 0)]
    if len(np.unique(order)) < len(order) or not within_limits(problem, plan):
        raise InputError("waiting-list-plan", budget=budget)
    asked = floor(share * len(plan) + 0.5)
    return order[: len(plan) + asked], plan, asked


def _blocked(may: Ints, budget: int, keys: Floats) -> tuple[Ints, Ints]:
    """Places of the lines to be drawn and their blocks: as many of this round as of the next."""
    here, next_round = may[may < budget], may[may >= budget]
    half = min(len(here), len(next_round))
    if 2 * half < LEAST_BLOCK:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    rest = [*here[len(here) - half :].tolist(), *next_round[:half].tolist()]
    blocks: list[list[int]] = []
    for depth in range(keys.shape[1], -1, -1):
        alike: dict[tuple[float, ...], list[int]] = {}
        for place in rest:
            alike.setdefault(tuple(keys[place, :depth].tolist()), []).append(place)
        rest = []
        for members in alike.values():
            cut, left = _cut(members)
            blocks += cut
            rest += left
        rest.sort()
    blocks[-1] += rest
    number = np.repeat(np.arange(len(blocks)), [len(one) for one in blocks])
    return np.array([place for one in blocks for place in one], dtype=np.int64), number


def _cut(members: list[int]) -> tuple[list[list[int]], list[int]]:
    """Blocks of four, the last of six where two more are left, and who is left over."""
    even = len(members) - len(members) % 2
    if even < LEAST_BLOCK:
        return [], members
    starts = list(range(0, even - even % LEAST_BLOCK, LEAST_BLOCK))
    ends = [*starts[1:], even]
    return [members[start:end] for start, end in zip(starts, ends, strict=True)], members[even:]


def _fault(problem: Problem, design: Design) -> int | None:
    """Give a line that must not be drawn, or none: without it the limit holds at more draws."""
    if not len(design.lines):
        return None
    later = ~np.isin(design.lines, design.plan)
    limits, at = problem.limits.of_some(design.lines)
    amount, line, number = problem.amount[at], limits.candidate, limits.item
    most, least = used_amounts(problem, design.sure), used_amounts(problem, design.sure)
    size = np.bincount(design.block)
    pairs, pair = np.unique(number * len(size) + design.block[line], return_inverse=True)
    for found, inside in zip(pairs.tolist(), _parts(pair), strict=True):
        limit, block = divmod(found, len(size))
        amounts = np.zeros(size[block])
        amounts[: len(inside)] = amount[inside]
        amounts.sort()
        least[limit] += amounts[: len(amounts) // 2].sum()
        most[limit] += amounts[len(amounts) // 2 :].sum()
    for broken, side in ((most > problem.most + SLACK, later), (least < problem.least - SLACK, ~later)):
        counted = broken[number] & side[line]
        if counted.any():
            first = np.flatnonzero(counted & (number == number[counted].min()))
            return int(design.lines[line[first[np.argmax(amount[first])]]])
    return None


def _parts(of: Ints) -> list[Ints]:
    """Places of each number from 0 up, each of which occurs."""
    starts = np.cumsum(np.bincount(of))[:-1]
    return np.split(np.argsort(of, kind="stable"), starts) if len(of) else []
