"""What a plan is worth of which parts are drawn: half of each block, the rest sure."""

from __future__ import annotations

from math import ceil, comb
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.methods.planning.problem import Bools, Floats, Incidence, Ints, Problem

Numbers = npt.NDArray[Any]  # real or complex

# Points of log t between which the integral for groups is added up: what lies outside is below 1e-15, and
# the integrand is analytic in a strip of pi / 2, so that a step of 0.2 leaves an error below 1e-15 as well.
STEP = 0.2
LOG_TIMES = np.arange(-45.0, 4.0, STEP)


def mean_gain(problem: Problem, sure: Ints, lines: Ints, block: Ints) -> float:
    """Mean of `problem.gain` over all draws of half of each block, exact however many draws there are.

    Parameters
    ----------
    problem : Problem
    sure : ndarray of int
        Candidates in every draw.
    lines : ndarray of int, shape (d,)
        Candidates that are drawn; none of them sure, each once.
    block : ndarray of int, shape (d,)
        Of each of them, from 0 and none left out; an even number in each.

    Notes
    -----
    Of an element, the generating function of its successes is the product over blocks of the mean over halves
    of a block, a ratio of elementary symmetric sums; its values on the unit circle give the distribution. Of
    a group, with x what is expected to touch it,

        log(1 + x) = integral over t > 0 of (1 - exp(-t x)) exp(-t) / t        (Frullani),

    and the mean of exp(-t x) is such a product too.

    Examples
    --------
    Either of two introductions of one member, and one of another: the mean of .5 and .4, and .3.

    >>> problem = Problem.of_members([0.3, 0.5, 0.4], [0, 1, 1], budget=2)
    >>> round(mean_gain(problem, np.array([0]), np.array([1, 2]), np.array([0, 0])), 12)
    0.75
    """
    part = problem.only(np.concatenate([sure, lines]))
    of = np.concatenate([np.full(len(sure), -1), block])
    size = np.bincount(block, minlength=1)
    total = float((np.where(of < 0, 1.0, 0.5) * part.probability) @ part.worth)
    for element, rows in _rows_of(part.served):
        chance = part.probability[rows, None]
        circle = np.exp(2j * np.pi * np.arange(len(rows) + 1) / (len(rows) + 1))
        product = _mean_product(1 - chance + chance * circle, of[rows], size)
        counts = np.fft.fft(product).real / len(circle)
        filled = np.minimum(np.arange(len(counts)), problem.cap[element])
        total += float(problem.value[element] * (counts @ filled))
    times = np.exp(LOG_TIMES)
    for group, rows in _rows_of(part.groups):
        product = _mean_product(np.exp(-part.probability[rows, None] * times), of[rows], size)
        total += float(problem.weight[group] * ((1 - product) * np.exp(-times)).sum() * STEP)
    return total


def gains(problem: Problem, lines: Ints, present: Bools) -> Floats:
    """Give `problem.gain` of many plans made of the same candidates at once.

    Parameters
    ----------
    problem : Problem
    lines : ndarray of int, shape (d,)
        Candidates, each once.
    present : ndarray of bool, shape (d, plans)
        Which of them are in which plan.

    Returns
    -------
    ndarray, shape (plans,)

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> both = np.array([[True, True], [True, False], [False, True]])
    >>> gains(problem, np.array([0, 1, 2]), both).tolist()
    [0.75, 0.9]
    """
    part = problem.only(lines)
    chance = part.probability[:, None] * present
    total: Floats = (part.worth[:, None] * chance).sum(axis=0)
    for element, rows in _rows_of(part.served):
        cap = float(problem.cap[element])
        counts = np.zeros((min(ceil(cap), len(rows)) + 1, present.shape[1]))
        counts[0] = 1.0
        for row in rows.tolist():
            moved = counts[:-1] * chance[row]
            counts[:-1] -= moved
            counts[1:] += moved
        total += problem.value[element] * (np.minimum(np.arange(len(counts)), cap) @ counts)
    for group, rows in _rows_of(part.groups):
        total += problem.weight[group] * np.log1p(chance[rows].sum(axis=0))
    return total


def _rows_of(incidence: Incidence) -> list[tuple[int, Ints]]:
    """Each item touched and the candidates that touch it."""
    order = np.argsort(incidence.item, kind="stable")
    items, starts = np.unique(incidence.item[order], return_index=True)
    parts = np.split(incidence.candidate[order], starts)[1:]
    return list(zip(items.tolist(), parts, strict=True))


def _mean_product(factors: Numbers, block: Ints, size: Ints) -> Numbers:
    """Mean over draws of the product of the factors of the lines drawn and of the sure ones (block -1)."""
    product: Numbers = factors[block < 0].prod(axis=0)
    for number in np.unique(block[block >= 0]).tolist():
        product = product * _mean_half(factors[block == number], int(size[number]))
    return product


def _mean_half(factors: Numbers, size: int) -> Numbers:
    """Mean of the product over halves of a block; factors of lines not given are 1."""
    half, others = size // 2, size - len(factors)
    sums = [np.ones_like(factors[0]), *(np.zeros_like(factors[0]) for _ in factors)]  # elementary symmetric
    for factor in factors:
        sums = [sums[0], *(sums[j] + factor * sums[j - 1] for j in range(1, len(sums)))]
    mean: Numbers = np.zeros_like(factors[0])
    for j, of_j in enumerate(sums[: half + 1]):
        mean = mean + of_j * (comb(others, half - j) / comb(size, half))
    return mean
