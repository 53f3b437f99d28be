"""Swaps that keep every degree, and the contacts counted after them.

A table is held as lists of one side, its lines: line i holds `entries[starts[i]:starts[i + 1]]`, each at
most once, in any order. Chance comes from a counter, so that a key says all there is to know about a walk.
"""

from __future__ import annotations

import numpy as np

from traitdunion.methods.compiled.base import compiled

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
HALF = np.uint64(32)
BY_30, BY_27, BY_31 = np.uint64(30), np.uint64(27), np.uint64(31)


@compiled("uint64(uint64, int64)")
def word(key, counter):  # type: ignore[no-untyped-def]
    """64 random bits at a place of the stream of a key: SplitMix64, Steele, Lea & Flood (2014), OOPSLA '14.

    Examples
    --------
    >>> word(1234567, 1)
    6457827717110365317
    """
    z = key + np.uint64(counter) * GOLDEN
    z = (z ^ (z >> BY_30)) * FIRST
    z = (z ^ (z >> BY_27)) * SECOND
    return z ^ (z >> BY_31)


@compiled("int64(uint64, int64, int64)")
def below(key, counter, limit):  # type: ignore[no-untyped-def]
    """Give a whole number from 0 up to `limit`, exclusive; uneven by less than limit / 2^32.

    Examples
    --------
    >>> below(1, 1, 1)
    0
    """
    return np.int64(((word(key, counter) >> HALF) * np.uint64(limit)) >> HALF)


@compiled("void(int64[::1], int32[::1], int64[::1], int64, int64, uint64)")
def trade(starts, entries, movable, others, trades, key):  # type: ignore[no-untyped-def]
    """Let pairs of lines deal out anew what only one of them holds; `entries` are changed in place.

    Parameters
    ----------
    starts, entries : ndarray of int
        The lines.
    movable : ndarray of int
        Lines that take part: at least two, each neither empty nor full.
    others : int
        One more than the largest entry.
    trades : int
    key : int
    """
    mark = np.zeros(others, np.int64)
    counter = 0
    for turn in range(1, trades + 1):
        i = below(key, counter + 1, len(movable))
        j = below(key, counter + 2, len(movable) - 1)
        counter += 2
        if j >= i:
            j += 1
        a, b = movable[i], movable[j]
        # What both hold is moved to the front of each; the rest is dealt.
        own, end = starts[a], starts[a + 1]
        its, its_end = starts[b], starts[b + 1]
        for at in range(its, its_end):
            mark[entries[at]] = turn
        for at in range(own, end):
            entry = entries[at]
            if mark[entry] == turn:
                mark[entry] = -turn
                entries[at], entries[own] = entries[own], entry
                own += 1
        if own > starts[a]:
            for at in range(its, its_end):
                entry = entries[at]
                if mark[entry] == -turn:
                    entries[at], entries[its] = entries[its], entry
                    its += 1
        share, rest = end - own, its_end - its
        if share > rest:
            own, its, share, rest = its, own, rest, share
        # Drawing the smaller hand from all there is leaves the other.
        for dealt in range(share):
            counter += 1
            other = dealt + below(key, counter, share + rest - dealt)
            at = own + other if other < share else its + other - share
            entries[own + dealt], entries[at] = entries[at], entries[own + dealt]


@compiled("void(int64[::1], int32[::1], int64[::1], int64[:, ::1])")
def count_shared(starts, entries, groups, contacts):  # type: ignore[no-untyped-def]
    """Count, in each line, the pairs of entries of two groups; `contacts` is filled, symmetric.

    Parameters
    ----------
    starts, entries : ndarray of int
        The lines.
    groups : ndarray of int
        Group of every entry, below the size of `contacts`; a negative one counts nowhere.
    contacts : ndarray of int, shape (groups, groups)
        On the diagonal the pairs within one group.
    """
    size = len(contacts)
    held = np.zeros(size, np.int64)
    seen = np.empty(size, np.int64)
    contacts[:] = 0
    for line in range(len(starts) - 1):
        found = 0
        for at in range(starts[line], starts[line + 1]):
            group = groups[entries[at]]
            if group >= 0:
                if held[group] == 0:
                    seen[found] = group
                    found += 1
                held[group] += 1
        for i in range(found):
            r = seen[i]
            own = held[r]
            contacts[r, r] += own * (own - 1) // 2
            for j in range(i):
                s = seen[j]
                contacts[min(r, s), max(r, s)] += own * held[s]
        for i in range(found):
            held[seen[i]] = 0
    for r in range(size):
        for s in range(r):
            contacts[r, s] = contacts[s, r]


@compiled("void(int64[::1], int32[::1], int32[::1], int64[::1], int64, uint64)")
def swap_ends(starts, entries, owners, partners, steps, key):  # type: ignore[no-untyped-def]
    """Let pairs of ties exchange ends where this makes neither a loop nor a double tie; in place.

    A step that may not be made is a step that stays: every simple network of the degrees is as likely.

    Parameters
    ----------
    starts, entries : ndarray of int
        Neighbours of each node, every tie twice.
    owners : ndarray of int
        Node in whose list each entry stands.
    partners : ndarray of int
        Where the same tie stands in the list of its other end; changed in place too.
    steps : int
    key : int
    """
    ends = len(entries)
    counter = 0
    for _ in range(steps):
        p = below(key, counter + 1, ends)
        q = below(key, counter + 2, ends)
        counter += 2
        a, b, c, d = owners[p], entries[p], owners[q], entries[q]
        if a in (c, d) or b in (c, d):
            continue
        free = True
        for near, far in ((a, d), (c, b)):
            if starts[near + 1] - starts[near] > starts[far + 1] - starts[far]:
                near, far = far, near
            for at in range(starts[near], starts[near + 1]):
                if entries[at] == far:
                    free = False
                    break
        if not free:
            continue
        back_p, back_q = partners[p], partners[q]
        entries[p], entries[q] = d, b
        entries[back_p], entries[back_q] = c, a
        partners[p], partners[back_q] = back_q, p
        partners[q], partners[back_p] = back_p, q


@compiled("void(int32[::1], int32[::1], int64[::1], int64[:, ::1])")
def count_ties(owners, entries, groups, contacts):  # type: ignore[no-untyped-def]
    """Count the ties between groups; `contacts` is filled, symmetric, with the ties within on the diagonal.

    Parameters
    ----------
    owners, entries : ndarray of int
        Both ends of each tie, every tie twice.
    groups : ndarray of int
        Group of every node, below the size of `contacts`; a negative one counts nowhere.
    contacts : ndarray of int, shape (groups, groups)
    """
    contacts[:] = 0
    for at in range(len(entries)):
        r, s = groups[owners[at]], groups[entries[at]]
        if r >= 0 and s >= 0 and owners[at] < entries[at]:
            contacts[min(r, s), max(r, s)] += 1
    for r in range(len(contacts)):
        for s in range(r):
            contacts[r, s] = contacts[s, r]


@compiled(
    "void(int64[:, ::1], float64[:, ::1], float64[:, ::1], float64[:, ::1], float64[:, ::1],"
    " float64[:, ::1], float64[:, ::1], float64[:, ::1])"
)
def tally(contacts, observed, last, sums, squares, lagged, at_most, at_least):  # type: ignore[no-untyped-def]
    """Add one draw to the sums, in place; all of one shape.

    Parameters
    ----------
    contacts, observed : ndarray
        Of this draw, and those it is measured from.
    last : ndarray
        Draw before this one, less the observed, zeros before the first; holds this one afterwards.
    sums, squares, lagged : ndarray
        Sums of the draws less the observed, of their squares, and of their products with the draw before.
    at_most, at_least : ndarray
        Numbers of draws up to, and from, the observed.
    """
    for r in range(contacts.shape[0]):
        for s in range(contacts.shape[1]):
            off = contacts[r, s] - observed[r, s]
            sums[r, s] += off
            squares[r, s] += off * off
            lagged[r, s] += off * last[r, s]
            last[r, s] = off
            if off <= 0.0:
                at_most[r, s] += 1.0
            if off >= 0.0:
                at_least[r, s] += 1.0
