"""The loops of choosing introductions: what one more would add, a heap of promises, what is owed to quotas.

For each element the chance of k successes is kept for every k below its cap; one more success is worth
`rest`, the value times the chance that it still counts. Candidates, elements, groups and limits are numbers
that the caller has checked.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numba import types

from traitdunion.methods.compiled.base import compiled

# A gain below this is rounding.
NOTHING = 1e-12
# By which a limit may be passed; as in the definition of a plan's limits.
SLACK = 1e-9
# Gains are compared after rounding to as many digits, lest the order of a sum decide between equals.
DIGITS = 1e12


class Given(NamedTuple):
    """The arrays of a problem; `cap` no higher than what touches the element."""

    probability: Any
    served_start: Any
    served: Any
    value: Any
    cap: Any
    groups_start: Any
    groups: Any
    weight: Any
    worth: Any
    limits_start: Any
    limits: Any
    amount: Any
    least: Any
    most: Any


class State(NamedTuple):
    """What has been taken so far, changed in place.

    `mass[start[e] + k]` is the chance of k successes of element e; `rest` what one more is worth;
    `expected` by group; `used` by limit.
    """

    start: Any
    mass: Any
    rest: Any
    expected: Any
    used: Any


class Quotas(NamedTuple):
    """Limits with a least that not every candidate counts in, after all those they contain.

    `everyone` marks the limits that every candidate counts in, listed in `total`; `parent` is the place of
    the smallest quota that contains a quota, or -1; `ratio` how much of each total one unit may take at most.
    """

    everyone: Any
    total: Any
    quota: Any
    parent: Any
    ratio: Any


class Heap(NamedTuple):
    """Promised gains, the greatest first and of equals the smallest candidate; those put aside at the end."""

    key: Any
    candidate: Any
    age: Any


_F, _I, _J, _B = types.float64[::1], types.int64[::1], types.int32[::1], types.boolean[::1]
GIVEN = types.NamedTuple((_F, _I, _J, _F, _F, _I, _J, _F, _F, _I, _J, _F, _F, _F), Given)  # type: ignore[no-untyped-call]
STATE = types.NamedTuple((_I, _F, _F, _F, _F), State)  # type: ignore[no-untyped-call]
QUOTAS = types.NamedTuple((_B, _I, _I, _I, types.float64[:, ::1]), Quotas)  # type: ignore[no-untyped-call]
HEAP = types.NamedTuple((_F, _J, _J), Heap)  # type: ignore[no-untyped-call]
_int, _float, _bool, _void = types.int64, types.float64, types.boolean, types.void
_FILLED = types.Tuple((_int, _float))  # type: ignore[no-untyped-call]


@compiled(_float(_float))
def rounded(gain):  # type: ignore[no-untyped-def]
    """Round a gain to the digits that count."""
    return np.rint(gain * DIGITS) / DIGITS


@compiled(_float(GIVEN, STATE, _int))
def more(given, state, i):  # type: ignore[no-untyped-def]
    """Compute what a candidate would add."""
    p = given.probability[i]
    success, spread = given.worth[i], 0.0
    for entry in range(given.served_start[i], given.served_start[i + 1]):
        success += state.rest[given.served[entry]]
    for entry in range(given.groups_start[i], given.groups_start[i + 1]):
        g = given.groups[entry]
        spread += given.weight[g] * math.log1p(p / (1.0 + state.expected[g]))
    return p * success + spread


@compiled(_void(GIVEN, STATE, _int))
def weigh(given, state, e):  # type: ignore[no-untyped-def]
    """Say what one more success of an element is worth."""
    start, end = state.start[e], state.start[e + 1]
    chance = 0.0
    for at in range(start, end - 1):
        chance += state.mass[at]
    if end > start:
        chance += (given.cap[e] - (end - start - 1)) * state.mass[end - 1]
    state.rest[e] = given.value[e] * chance


@compiled(_float(GIVEN, STATE, _int))
def take(given, state, i):  # type: ignore[no-untyped-def]
    """Take a candidate and give what it added."""
    added = more(given, state, i)
    p = given.probability[i]
    for entry in range(given.served_start[i], given.served_start[i + 1]):
        e = given.served[entry]
        for at in range(state.start[e + 1] - 1, state.start[e], -1):
            state.mass[at] = state.mass[at] * (1.0 - p) + state.mass[at - 1] * p
        if state.start[e + 1] > state.start[e]:
            state.mass[state.start[e]] *= 1.0 - p
        weigh(given, state, e)
    for entry in range(given.groups_start[i], given.groups_start[i + 1]):
        state.expected[given.groups[entry]] += p
    for entry in range(given.limits_start[i], given.limits_start[i + 1]):
        state.used[given.limits[entry]] += given.amount[entry]
    return added


@compiled(_void(GIVEN, STATE, _I))
def clear(given, state, plan):  # type: ignore[no-untyped-def]
    """Undo all that the candidates of a plan have touched."""
    for i in plan:
        for entry in range(given.served_start[i], given.served_start[i + 1]):
            e = given.served[entry]
            for at in range(state.start[e], state.start[e + 1]):
                state.mass[at] = 1.0 if at == state.start[e] else 0.0
            weigh(given, state, e)
        for entry in range(given.groups_start[i], given.groups_start[i + 1]):
            state.expected[given.groups[entry]] = 0.0
        for entry in range(given.limits_start[i], given.limits_start[i + 1]):
            state.used[given.limits[entry]] = 0.0


@compiled(_void(GIVEN, STATE))
def begin(given, state):  # type: ignore[no-untyped-def]
    """Start with nothing taken."""
    state.mass[:] = 0.0
    state.expected[:] = 0.0
    state.used[:] = 0.0
    for e in range(len(given.value)):
        if state.start[e + 1] > state.start[e]:
            state.mass[state.start[e]] = 1.0
        weigh(given, state, e)


@compiled(_void(GIVEN, STATE, _F))
def marginals(given, state, gains):  # type: ignore[no-untyped-def]
    """Fill what every candidate would add, rounded."""
    for i in range(len(gains)):
        gains[i] = rounded(more(given, state, i))


@compiled(_bool(GIVEN, STATE, _F, _int))
def fits(given, state, kept, i):  # type: ignore[no-untyped-def]
    """Say whether every limit of a candidate has room for it beside what is kept."""
    for entry in range(given.limits_start[i], given.limits_start[i + 1]):
        limit = given.limits[entry]
        if state.used[limit] + given.amount[entry] + kept[limit] > given.most[limit] + SLACK:
            return False
    return True


@compiled(_bool(GIVEN, STATE, _B, _int, _bool))
def serves(given, state, everyone, i, total):  # type: ignore[no-untyped-def]
    """Say whether a candidate counts in a limit that is short of its least: a total one or another."""
    for entry in range(given.limits_start[i], given.limits_start[i + 1]):
        limit = given.limits[entry]
        if everyone[limit] == total and state.used[limit] < given.least[limit] - SLACK:
            return True
    return False


@compiled(_float(GIVEN, STATE, QUOTAS, _int))
def owed(given, state, quotas, t):  # type: ignore[no-untyped-def]
    """Compute how much of a total the quotas may still take for what they are short of."""
    carried, need = np.zeros(len(quotas.quota)), 0.0
    for q in range(len(quotas.quota)):
        limit = quotas.quota[q]
        short = max(given.least[limit] - state.used[limit], 0.0) * quotas.ratio[t, q]
        short = max(short, carried[q])
        if quotas.parent[q] >= 0:
            carried[quotas.parent[q]] += short
        else:
            need += short
    return need


@compiled(_bool(GIVEN, STATE, QUOTAS, _F, _F))
def keep(given, state, quotas, kept, room):  # type: ignore[no-untyped-def]
    """Keep room in the totals for what the quotas are short of; say whether more is free than before."""
    freed = False
    for t in range(len(quotas.total)):
        total = quotas.total[t]
        kept[total] = owed(given, state, quotas, t)
        free = given.most[total] - state.used[total] - kept[total]
        freed = freed or free > room[t] + SLACK
        room[t] = free
    return freed


@compiled(_bool(GIVEN, STATE, QUOTAS, _F, _int))
def eases(given, state, quotas, room, i):  # type: ignore[no-untyped-def]
    """Say whether with a candidate the totals would keep the room that is owed, or lack no more of it."""
    first, last = given.limits_start[i], given.limits_start[i + 1]
    earlier = np.zeros(last - first)
    for entry in range(first, last):
        earlier[entry - first] = state.used[given.limits[entry]]
        state.used[given.limits[entry]] += given.amount[entry]
    easy = True
    for t in range(len(quotas.total)):
        total = quotas.total[t]
        free = given.most[total] - state.used[total] - owed(given, state, quotas, t)
        easy = easy and (free >= -SLACK or free >= room[t] - SLACK)
    for entry in range(first, last):
        state.used[given.limits[entry]] = earlier[entry - first]
    return easy


@compiled(_bool(HEAP, _int, _int))
def before(heap, a, b):  # type: ignore[no-untyped-def]
    """Say whether the entry at one place comes before that at another."""
    if heap.key[a] != heap.key[b]:
        return heap.key[a] > heap.key[b]
    return heap.candidate[a] < heap.candidate[b]


@compiled(_void(HEAP, _int, _int))
def exchange(heap, a, b):  # type: ignore[no-untyped-def]
    """Let two entries change places."""
    heap.key[a], heap.key[b] = heap.key[b], heap.key[a]
    heap.candidate[a], heap.candidate[b] = heap.candidate[b], heap.candidate[a]
    heap.age[a], heap.age[b] = heap.age[b], heap.age[a]


@compiled(_void(HEAP, _int, _int))
def sink(heap, size, at):  # type: ignore[no-untyped-def]
    """Let an entry sink to its place."""
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and before(heap, child + 1, child):
            child += 1
        if not before(heap, child, at):
            break
        exchange(heap, at, child)
        at = child


@compiled(_int(HEAP, _int, _int))
def back(heap, size, aside):  # type: ignore[no-untyped-def]
    """Bring back what was put aside at the end; give the new size."""
    for at in range(len(heap.key) - aside, len(heap.key)):
        exchange(heap, at, size)
        child = size
        while child > 0 and before(heap, child, (child - 1) // 2):
            exchange(heap, child, (child - 1) // 2)
            child = (child - 1) // 2
        size += 1
    return size


@compiled(_float(_float, _F, _int))
def score(added, share, i):  # type: ignore[no-untyped-def]
    """Give what comes first: a gain, or a gain per share of a limit."""
    return rounded(added / share[i]) if len(share) else rounded(added)


@compiled(_int(GIVEN, STATE, _B, _F, HEAP, _I))
def promise(given, state, open, share, heap, tally):  # type: ignore[no-untyped-def]
    """Fill the heap with every open candidate that fits and would add something; give its size."""
    nothing = np.zeros(len(state.used))
    size = 0
    for i in range(len(open)):
        if not open[i] or not fits(given, state, nothing, i):
            continue
        tally[1] += 1
        added = more(given, state, i)
        if added > NOTHING:
            heap.key[size], heap.candidate[size] = score(added, share, i), i
            heap.age[size] = tally[0]
            size += 1
    for at in range(size // 2 - 1, -1, -1):
        sink(heap, size, at)
    return size


@compiled(_void(GIVEN, STATE, QUOTAS, _bool, _B, _F, HEAP, _I, _F, _I))
def drain(given, state, quotas, loosely, open, share, heap, chosen, marginal, tally):  # type: ignore[no-untyped-def]
    """Take the best candidate again and again while one fits; lazily, after Minoux (1978).

    Parameters
    ----------
    loosely : bool
        Let in what serves a quota even where it takes the room of others.
    open : ndarray of bool, shape (n,)
        What may still be taken; changed in place.
    share : ndarray, shape (n,) or (0,)
    chosen, marginal : ndarray, shape (n,)
        Filled from `tally[0]` on.
    tally : ndarray of int, shape (3,)
        Taken; gains computed; put aside to leave room for quotas.
    """
    size = promise(given, state, open, share, heap, tally)
    nothing, kept = np.zeros(len(state.used)), np.zeros(len(state.used))
    room = np.zeros(len(quotas.total))
    guarded, aside = len(quotas.quota) > 0, 0
    if guarded:
        keep(given, state, quotas, kept, room)
    while size > 0 and heap.key[0] > NOTHING:
        i = heap.candidate[0]
        fit = fits(given, state, nothing, i)
        barred = fit and guarded and not fits(given, state, kept, i)
        if barred and loosely:
            barred = not serves(given, state, quotas.everyone, i, False)
        elif barred:
            barred = not eases(given, state, quotas, room, i)
        if fit and not barred and heap.age[0] != tally[0]:
            added = more(given, state, i)
            tally[1] += 1
            heap.key[0], heap.age[0] = score(added, share, i), tally[0]
            if added > NOTHING:
                sink(heap, size, 0)
                continue
            fit = False
        size -= 1
        exchange(heap, 0, size)
        sink(heap, size, 0)
        if barred:
            aside += 1
            exchange(heap, size, len(heap.key) - aside)
        elif fit:
            chosen[tally[0]], marginal[tally[0]] = i, take(given, state, i)
            tally[0] += 1
            open[i] = False
            if guarded and keep(given, state, quotas, kept, room) and aside > 0:
                size = back(heap, size, aside)
                aside = 0
    tally[2] = aside


@compiled(_int(GIVEN, STATE, _B, _B, _bool, _I, _F, _I))
def fill(given, state, everyone, open, total, chosen, marginal, tally):  # type: ignore[no-untyped-def]
    """Take candidates that a limit short of its least counts, whatever they add; give how many."""
    nothing, first = np.zeros(len(state.used)), tally[0]
    for i in range(len(open)):
        if open[i] and serves(given, state, everyone, i, total) and fits(given, state, nothing, i):
            chosen[tally[0]], marginal[tally[0]] = i, take(given, state, i)
            tally[0] += 1
            open[i] = False
    return tally[0] - first


@compiled(_FILLED(GIVEN, STATE, _B, _I, _I, _F, _I))
def fit(given, state, open, order, total, smallest, chosen):  # type: ignore[no-untyped-def]
    """Take candidates in an order as far as they fit; give how many, and what they added.

    Parameters
    ----------
    order : ndarray of int
    total : ndarray of int
        Limits that every candidate counts in, and
    smallest : ndarray
        the smallest amount in each: without room for it, nothing fits.
    chosen : ndarray of int, shape (n,)
        Filled.
    """
    nothing, count, worth = np.zeros(len(state.used)), 0, 0.0
    for i in order:
        if not open[i] or not fits(given, state, nothing, i):
            continue
        worth += take(given, state, i)
        chosen[count] = i
        count += 1
        for t in range(len(total)):
            if state.used[total[t]] + smallest[t] > given.most[total[t]] + SLACK:
                return count, worth
    return count, worth


@compiled(_float(GIVEN, STATE, _I))
def take_all(given, state, plan):  # type: ignore[no-untyped-def]
    """Take the candidates of a plan and give what they added."""
    worth = 0.0
    for i in plan:
        worth += take(given, state, i)
    return worth
