"""The distribution of a sum of independent trials of unequal chance, those of equal chance taken together."""

from __future__ import annotations

import math

import numpy as np

from traitdunion.methods.compiled.base import compiled

# Share of the peak below which a term is left out: tails down to 1e-30 are those of the whole sum.
FAINT = 1e-45


@compiled("UniTuple(int64, 2)(float64, int64, float64[::1])")
def binomial(chance, trials, mass):  # type: ignore[no-untyped-def]
    """Fill `mass` with the binomial distribution, faint ends left out.

    Parameters
    ----------
    chance : float
    trials : int
    mass : ndarray
        At least trials + 1 places.

    Returns
    -------
    int, int
        First and last sum that is not faint; `mass[0]` belongs to the first.

    Examples
    --------
    >>> mass = np.zeros(3)
    >>> binomial(0.5, 2, mass), mass.tolist()
    ((0, 2), [0.25, 0.5, 0.25])
    """
    if chance <= 0.0 or chance >= 1.0 or trials == 0:
        mass[0] = 1.0
        sure = trials if chance >= 1.0 else 0
        return sure, sure
    odds = chance / (1.0 - chance)
    peak = min(int((trials + 1) * chance), trials)
    low, term, total = peak, 1.0, 1.0
    while low > 0:
        term *= low / ((trials - low + 1) * odds)
        if term < FAINT:
            break
        total += term
        low -= 1
    high, term = peak, 1.0
    while high < trials:
        term *= (trials - high) * odds / (high + 1)
        if term < FAINT:
            break
        total += term
        high += 1
    term = 1.0 / total
    for k in range(peak, high + 1):
        mass[k - low] = term
        term *= (trials - k) * odds / (k + 1)
    term = 1.0 / total
    for k in range(peak, low - 1, -1):
        mass[k - low] = term
        term *= k / ((trials - k + 1) * odds)
    return low, high


@compiled("float64[::1](float64[::1], int64[::1], int64)")
def pooled(chances, trials, most):  # type: ignore[no-untyped-def]
    """Give the distribution of the sum of several binomial numbers, from 0 to `most`.

    Parameters
    ----------
    chances, trials : ndarray, shape (classes,)
    most : int
        Not negative.

    Returns
    -------
    ndarray, shape (most + 1,)

    Examples
    --------
    >>> pooled(np.array([0.5, 1.0]), np.array([2, 1]), 3).tolist()
    [0.0, 0.25, 0.5, 0.25]
    """
    widest = 0
    for many in trials:
        widest = max(widest, many)
    part = np.zeros(widest + 1)
    mass = np.zeros(most + 1)
    mixed = np.zeros(most + 1)
    mass[0] = 1.0
    start, end = 0, 0
    for one in range(len(chances)):
        low, high = binomial(chances[one], trials[one], part)
        mixed[:] = 0.0
        for i in range(start, end + 1):
            weight = mass[i]
            for k in range(min(high, most - i) - low + 1):
                mixed[i + low + k] += weight * part[k]
        mass, mixed = mixed, mass
        start, end = start + low, min(end + high, most)
        peak = 0.0
        for i in range(start, end + 1):
            peak = max(peak, mass[i])
        while start < end and mass[start] < FAINT * peak:
            mass[start] = 0.0
            start += 1
        while end > start and mass[end] < FAINT * peak:
            mass[end] = 0.0
            end -= 1
    return mass


@compiled("void(float64[:, ::1], int64[::1], int64[::1], int64[::1], float64[::1], float64[::1])")
def tails(chances, trials, problems, observed, lower, upper):  # type: ignore[no-untyped-def]
    """Fill the chances of at most, and of at least, what was observed; each distribution is formed once.

    Parameters
    ----------
    chances : ndarray, shape (problems, classes)
    trials : ndarray of int, shape (classes,)
    problems : ndarray of int, shape (n,)
        Row of `chances` that each observation belongs to, in rising order.
    observed : ndarray of int, shape (n,)
        Not negative.
    lower, upper : ndarray, shape (n,)
    """
    trial_count = trials.sum()
    first = 0
    while first < len(problems):
        problem = problems[first]
        end, largest = first, 0
        while end < len(problems) and problems[end] == problem:
            largest = max(largest, observed[end])
            end += 1
        mean, variance = 0.0, 0.0
        for one in range(len(trials)):
            chance = chances[problem, one]
            mean += trials[one] * chance
            variance += trials[one] * chance * (1.0 - chance)
        # What lies beyond is less than 1e-16 of any tail asked for: the terms fall at least geometrically.
        most = min(trial_count, int(max(float(largest), mean) + 12.0 * math.sqrt(variance)) + 60)
        mass = pooled(chances[problem], trials, most)
        for at in range(first, end):
            seen = observed[at]
            total = 0.0
            for k in range(min(seen, most) + 1):
                total += mass[k]
            lower[at] = min(total, 1.0)
            total = 0.0
            for k in range(most, seen - 1, -1):
                total += mass[k]
            upper[at] = min(total, 1.0)
        first = end
