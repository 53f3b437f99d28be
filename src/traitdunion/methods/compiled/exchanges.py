"""The loops of exchanging introductions: what others may regain by a drop, the best that may come in.

The state of a plan is that of `compiled.planning`. A compiled loop of another module is kept with its caller:
after a change there, compile this one anew.
"""

from __future__ import annotations

import math

from numba import types

from traitdunion.methods.compiled.base import compiled
from traitdunion.methods.compiled.planning import GIVEN, SLACK, STATE, more, score

# What the order of a sum may change in it.
ROUNDING = 1e-10

_F, _I, _J, _B = types.float64[::1], types.int64[::1], types.int32[::1], types.boolean[::1]
_int, _float, _bool, _void = types.int64, types.float64, types.boolean, types.void
_FOUND = types.Tuple((_int, _float, _int))  # type: ignore[no-untyped-call]


@compiled(_bool(GIVEN, STATE, _F, _I, _int))
def replaces(given, state, earlier, short, i):  # type: ignore[no-untyped-def]
    """Say whether a candidate may come in for what was dropped.

    No limit is passed that was kept `earlier`, none by more; each limit that is now `short` is made good.
    """
    for entry in range(given.limits_start[i], given.limits_start[i + 1]):
        limit = given.limits[entry]
        used = state.used[limit] + given.amount[entry]
        if used > given.most[limit] + SLACK and used > earlier[limit]:
            return False
    for limit in short:
        used = state.used[limit]
        for entry in range(given.limits_start[i], given.limits_start[i + 1]):
            if given.limits[entry] == limit:
                used += given.amount[entry]
        if used < given.least[limit] - SLACK and used < earlier[limit]:
            return False
    return True


@compiled(_float(GIVEN, STATE, _I, _J, _F, _F, _I, _F))
def regain(given, state, holder_start, holder, rest, expected, dropped, bonus):  # type: ignore[no-untyped-def]
    """Add to each candidate's bonus what the elements of the dropped ones leave it; bound the groups' part.

    Parameters
    ----------
    holder_start, holder : ndarray of int
        Candidates of each element.
    rest, expected : ndarray
        Of the state before dropping.
    dropped : ndarray of int
    bonus : ndarray, shape (n,)
        Changed in place.

    Returns
    -------
    float
        What the groups leave to any candidate, at most.
    """
    most = 0.0
    for at in range(len(dropped)):
        j = dropped[at]
        for entry in range(given.served_start[j], given.served_start[j + 1]):
            e = given.served[entry]
            once = True
            for earlier in dropped[:at]:
                for other in range(given.served_start[earlier], given.served_start[earlier + 1]):
                    once = once and given.served[other] != e
            if once:
                freed = max(state.rest[e] - rest[e], 0.0)
                for place in range(holder_start[e], holder_start[e + 1]):
                    bonus[holder[place]] += given.probability[holder[place]] * freed
        # A group that two of them serve counts twice: still no less than it may be.
        for entry in range(given.groups_start[j], given.groups_start[j + 1]):
            g = given.groups[entry]
            more_of_it = math.log1p(1.0 / (1.0 + state.expected[g])) - math.log1p(1.0 / (1.0 + expected[g]))
            most += given.weight[g] * max(more_of_it, 0.0)
    return most


@compiled(_void(GIVEN, _I, _J, _I, _F))
def forget(given, holder_start, holder, dropped, bonus):  # type: ignore[no-untyped-def]
    """Set to nothing what `regain` has changed."""
    for j in dropped:
        for entry in range(given.served_start[j], given.served_start[j + 1]):
            e = given.served[entry]
            for place in range(holder_start[e], holder_start[e + 1]):
                bonus[holder[place]] = 0.0


@compiled(_FOUND(GIVEN, STATE, _B, _F, _F, _float, _F, _F, _I, _float))
def best_fit(given, state, open, now, bonus, spread, share, earlier, short, floor):  # type: ignore[no-untyped-def]
    """Find the candidate that adds most and may come in; of equals the smallest.

    Parameters
    ----------
    open : ndarray of bool, shape (n,)
        Candidates that may come in.
    now, bonus : ndarray, shape (n,)
        What each would add to the whole plan, and what it may regain by what was dropped.
    spread : float
        What any may regain besides: together no less than what each adds.
    share : ndarray, shape (n,) or (0,)
        By what a gain is divided.
    earlier : ndarray
        What was used of each limit before candidates were dropped.
    short : ndarray of int
        Limits that must be made good.
    floor : float
        What the score must exceed.

    Returns
    -------
    int, float, int
        The candidate or -1, its score, gains computed.
    """
    best, found, looked = floor, -1, 0
    for i in range(len(open)):
        if not open[i] or score(now[i] + bonus[i] + spread + ROUNDING, share, i) <= best:
            continue
        if not replaces(given, state, earlier, short, i):
            continue
        looked += 1
        added = score(more(given, state, i), share, i)
        if added > best:
            best, found = added, i
    return found, best, looked
