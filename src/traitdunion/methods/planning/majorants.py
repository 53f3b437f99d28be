"""Concave functions that lie nowhere under the worth of a plan, and on it where it counts.

Whole introductions are all or nothing; a bound lets them be taken in parts, and then the worth of an element
needs a concave function of the parts that is never less than the expectation at whole ones.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import special

from traitdunion.methods.planning.problem import Floats, Incidence, Ints, Problem, expected_filled

SURE = 1.0 - 1e-12  # a certain success would weigh infinitely much


def hazards(probability: npt.ArrayLike) -> Floats:
    """Weigh a success so that weights add up where chances of failing multiply: -log(1 - p).

    Examples
    --------
    >>> hazards([0.0, 0.5]).round(4).tolist()
    [0.0, 0.6931]
    """
    weight: Floats = -np.log1p(-np.minimum(np.asarray(probability, dtype=float), SURE))
    return weight


def poisson_filled(mean: npt.ArrayLike, cap: npt.ArrayLike) -> Floats:
    """Expected value of min(N, cap), N of a Poisson distribution.

    Of the sum of the hazards of some candidates it is at least the expectation of min(X, cap), X the number
    of successes: a success is never more than a Poisson count with the same chance of none. With a cap of at
    most 1 the two are equal. It is concave in the mean.

    Parameters
    ----------
    mean, cap : array_like, shape (m,)
        From zero up, finite.

    Examples
    --------
    >>> poisson_filled([0.0, np.log(2.0), 3.0], [1.0, 1.0, 2.0]).round(4).tolist()
    [0.0, 0.5, 1.7511]
    """
    y, d = np.asarray(mean, dtype=float), np.asarray(cap, dtype=float)
    whole = np.floor(d)
    filled: Floats = y * _at_most(whole - 1.0, y) + d * special.pdtrc(whole, y)
    return filled


def poisson_rate(mean: npt.ArrayLike, cap: npt.ArrayLike) -> Floats:
    """Slope of `poisson_filled` in the mean.

    Examples
    --------
    >>> poisson_rate([0.0, np.log(2.0)], [1.0, 1.0]).round(4).tolist()
    [1.0, 0.5]
    """
    y, d = np.asarray(mean, dtype=float), np.asarray(cap, dtype=float)
    whole = np.floor(d)
    below = _at_most(whole - 1.0, y)
    rate: Floats = below + (d - whole) * (special.pdtr(whole, y) - below)
    return rate


def binomial_line(step: npt.ArrayLike, cap: npt.ArrayLike, chance: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Straight line in the expected count that the expectation of min(X, cap) never passes.

    Of candidates with the same expected count and chances up to this one, those of exactly this chance vary
    least in number of successes and so fill most; the line runs through so many of them and one more. That
    of step 0 is the expected count itself, times the cap where that is below 1.

    Parameters
    ----------
    step, cap, chance : array_like, shape (m,)
        Whole numbers from 0 up, caps, and the largest chance there is, above 0.

    Returns
    -------
    slope, meets : ndarray, shape (m,)
        The line is `meets` at an expected count of 0.

    Notes
    -----
    Hoeffding (1956), On the distribution of the number of successes in independent trials, Annals of
    Mathematical Statistics 27.

    Examples
    --------
    >>> slope, meets = binomial_line([0.0, 1.0], [1.0, 1.0], [0.5, 0.5])
    >>> slope.tolist(), meets.tolist()
    ([1.0, 0.5], [0.0, 0.25])
    """
    k, d, q = (np.asarray(given, dtype=float) for given in (step, cap, chance))
    whole = np.floor(d)
    below, upto = _binomial(whole - 1.0, k, q), _binomial(whole, k, q)
    slope: Floats = below + (d - whole) * (upto - below)
    filled = k * q * _binomial(whole - 1.0, k - 1.0, q) + d * (1.0 - upto)
    return slope, filled - slope * k * q


def _binomial(count: Floats, trials: Floats, chance: Floats) -> Floats:
    """Chance of at most so many successes."""
    inside = (count >= 0) & (count < trials)
    found = special.bdtr(np.where(inside, count, 0.0), np.where(inside, trials, 1.0).astype(np.int64), chance)
    return np.where(inside, found, (count >= 0).astype(float))


def largest_chance(problem: Problem) -> Floats:
    """Largest probability among the candidates of each element, shape (m,); a little above 0 where none.

    Examples
    --------
    >>> largest_chance(Problem.of_members([0.5, 0.4], [0, 0], budget=1)).tolist()
    [0.5]
    """
    largest = np.full(problem.served.size, 1e-9)
    np.maximum.at(largest, problem.served.item, problem.probability[problem.served.candidate])
    return largest


def _at_most(count: Floats, mean: Floats) -> Floats:
    """Chance of at most so many; of at most -1, none."""
    return np.where(count < 0, 0.0, special.pdtr(np.maximum(count, 0.0), mean))


def room(problem: Problem) -> Floats:
    """Successes that can count at each element: its cap, at most the candidates there are, shape (m,).

    Examples
    --------
    >>> room(Problem.of_members([0.5, 0.4], [0, 1], budget=1)).tolist()
    [1.0, 1.0]
    """
    least: Floats = np.minimum(problem.cap, np.bincount(problem.served.item, minlength=problem.served.size))
    return least


def standing(problem: Problem, chosen: Ints) -> tuple[Floats, Floats]:
    """What a plan fills of each element, and what one more success would fill; the value left out.

    Parameters
    ----------
    problem : Problem
    chosen : ndarray of int64, shape (k,)
        Each once.

    Returns
    -------
    filled, rate : ndarray, shape (m,)

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.5, 0.4], [0, 0, 1], budget=2)
    >>> [part.tolist() for part in standing(problem, np.array([0, 1]))]
    [[0.75, 0.0], [0.25, 1.0]]
    """
    part = problem.only(chosen)
    chances: dict[int, list[float]] = {}
    for candidate, element in zip(part.served.candidate.tolist(), part.served.item.tolist(), strict=True):
        chances.setdefault(element, []).append(float(part.probability[candidate]))
    filled, rate = np.zeros(len(problem.cap)), np.minimum(problem.cap, 1.0)
    for element, found in chances.items():
        cap = float(problem.cap[element])
        filled[element] = expected_filled(found, cap)
        rate[element] = expected_filled([*found, 1.0], cap) - filled[element]
    return filled, rate


def summed(index: Incidence, each: Floats) -> Floats:
    """Add up a number of every candidate over the items it touches, shape (size,).

    Examples
    --------
    >>> summed(Incidence.of([[0], [0, 1]], 3), np.array([0.5, 0.25])).tolist()
    [0.75, 0.25, 0.0]
    """
    return np.bincount(index.item, each[index.candidate], minlength=index.size).astype(np.float64)
