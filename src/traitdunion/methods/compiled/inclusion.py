"""Chances that a row of a given number of ties holds a column, or two, when columns differ in weight."""

from __future__ import annotations

import numpy as np

from traitdunion.methods.compiled.base import compiled
from traitdunion.methods.compiled.poisson_binomial import binomial


@compiled("void(float64, int64, float64[::1], float64[::1])")
def dealt(chance, trials, room, mass):  # type: ignore[no-untyped-def]
    """Fill `mass` with the start of the binomial distribution; `room` has at least trials + 1 places.

    Examples
    --------
    >>> mass = np.zeros(2)
    >>> dealt(0.5, 2, np.zeros(3), mass), mass.tolist()
    (None, [0.25, 0.5])
    """
    mass[:] = 0.0
    low, high = binomial(chance, trials, room)
    for k in range(low, min(high, len(mass) - 1) + 1):
        mass[k] = room[k - low]


@compiled("void(float64[::1], float64[::1], float64[::1])")
def add_up(one, other, both):  # type: ignore[no-untyped-def]
    """Fill `both` with the start of the distribution of the sum of two numbers, all of one length.

    Examples
    --------
    >>> both = np.zeros(2)
    >>> add_up(np.array([0.5, 0.5]), np.array([0.5, 0.5]), both), both.tolist()
    (None, [0.25, 0.5])
    """
    size = len(both)
    end = size
    while end > 0 and other[end - 1] == 0.0:
        end -= 1
    both[:] = 0.0
    for i in range(size):
        weight = one[i]
        if weight != 0.0:
            for k in range(min(end, size - i)):
                both[i + k] += weight * other[k]


@compiled("void(float64[::1], int64[::1], int64[::1], boolean, float64[:, ::1], float64[:, :, ::1])")
def inclusion(odds, count, degrees, pairs, single, pair):  # type: ignore[no-untyped-def]
    """Fill the chances of one column, and of two, given that independent trials add up to the degree.

    All sums have positive terms: the distribution without one or two columns is formed from those of the
    classes before, between and after.

    Parameters
    ----------
    odds : ndarray, shape (classes,)
        Of each column of the class; all times one factor give the same chances. Choose it so that trials
        add up to about the degrees, or the masses vanish.
    count : ndarray of int, shape (classes,)
        Columns in each class.
    degrees : ndarray of int, shape (rows,)
        From 1 to the number of columns.
    pairs : bool
        Whether `pair` is filled.
    single : ndarray, shape (rows, classes)
    pair : ndarray, shape (rows, classes, classes)
        On the diagonal two different columns of the class, 0 where there is but one.
    """
    classes = len(odds)
    size = degrees.max() + 1
    room = np.zeros(count.max() + 1)
    chance = odds / (1.0 + odds)
    whole, less, least = (np.zeros((classes, size)), np.zeros((classes, size)), np.zeros((classes, size)))
    for a in range(classes):
        dealt(chance[a], count[a], room, whole[a])
        dealt(chance[a], count[a] - 1, room, less[a])
        if count[a] > 1:
            dealt(chance[a], count[a] - 2, room, least[a])
    before, after = np.zeros((classes + 1, size)), np.zeros((classes + 1, size))
    before[0, 0] = after[classes, 0] = 1.0
    for a in range(classes):
        add_up(before[a], whole[a], before[a + 1])
        add_up(after[classes - a], whole[classes - 1 - a], after[classes - 1 - a])
    near, far, between = np.zeros(size), np.zeros(size), np.zeros(size)
    for a in range(classes):
        add_up(before[a], less[a], near)
        add_up(near, after[a + 1], far)
        for d in range(len(degrees)):
            single[d, a] = chance[a] * far[degrees[d] - 1] / before[classes, degrees[d]]
        if not pairs:
            continue
        add_up(before[a], least[a], between)
        add_up(between, after[a + 1], far)
        for d in range(len(degrees)):
            pair[d, a, a] = 0.0
            if degrees[d] > 1:
                pair[d, a, a] = chance[a] ** 2 * far[degrees[d] - 2] / before[classes, degrees[d]]
        for b in range(a + 1, classes):
            add_up(near, less[b], between)
            for d in range(len(degrees)):
                total = 0.0
                for k in range(degrees[d] - 1):
                    total += between[k] * after[b + 1, degrees[d] - 2 - k]
                total *= chance[a] * chance[b] / before[classes, degrees[d]]
                pair[d, a, b] = pair[d, b, a] = total
            add_up(near, whole[b], far)
            near[:] = far
