"""Loops that seat organizations in groups: the rules, building a seating, and improving it by moves."""

from __future__ import annotations

from typing import Any, NamedTuple

import numba
import numpy as np

from traitdunion.methods.compiled.base import compiled
from traitdunion.methods.compiled.group_worth import (
    FLOAT_ROWS,
    FLOATS,
    INTS,
    REAL,
    STATE,
    TIES,
    WHOLE,
    WORTH,
    add,
    come,
    leave,
    rounded,
    sit,
)

types: Any = numba.types
TINY = 1e-9  # a smaller gain is rounding


class Frame(NamedTuple):
    """What a group must keep to."""

    low: int
    high: int
    mixed: int
    reach: float
    apart_start: Any
    apart: Any
    places: Any
    tongues: Any
    home: Any
    seatable: Any


BOOLS, BOOL_ROWS = types.boolean[::1], types.boolean[:, ::1]
FRAME = types.NamedTuple((WHOLE, WHOLE, WHOLE, REAL, INTS, INTS, FLOAT_ROWS, BOOL_ROWS, INTS, BOOLS), Frame)


@compiled(types.boolean(FRAME, INTS, WHOLE))
def travels(frame: Any, group: Any, size: int) -> Any:
    """Say whether all are within reach of the group's medoid, of equals the first by number."""
    if not np.isfinite(frame.reach):
        return True
    least, least_far, medoid = np.inf, np.inf, -1
    for one in range(size):
        total, far = 0.0, 0.0
        for other in range(size):
            east = frame.places[group[one], 0] - frame.places[group[other], 0]
            north = frame.places[group[one], 1] - frame.places[group[other], 1]
            apart = np.sqrt(east * east + north * north)
            total += apart
            far = max(far, apart)
        if total < least or (total == least and group[one] < medoid):
            least, least_far, medoid = total, far, group[one]
    return least_far <= frame.reach


@compiled(types.boolean(FRAME, INTS, WHOLE, WHOLE))
def agree(frame: Any, group: Any, size: int, target: int) -> Any:
    """Say whether a group may grow to its target size: who may meet, languages, travel, and the mix."""
    for one in range(size):
        node = group[one]
        for at in range(frame.apart_start[node], frame.apart_start[node + 1]):
            for other in range(size):
                if group[other] == frame.apart[at]:
                    return False
    shared = frame.tongues.shape[1] == 0
    for tongue in range(frame.tongues.shape[1]):
        spoken = True
        for one in range(size):
            spoken = spoken and frame.tongues[group[one], tongue]
        shared = shared or spoken
    if not shared:
        return False
    clusters = 0
    for one in range(size if frame.mixed >= 0 else 0):
        home, same, first = frame.home[group[one]], 0, True
        for other in range(size):
            if frame.home[group[other]] == home:
                same += 1
                first = first and other >= one
        if home >= 0 and 2 * same > target:
            return False
        clusters += 1 if home >= 0 and first else 0
    if frame.mixed - clusters > target - size:
        return False
    return travels(frame, group, size)


@compiled(types.boolean(FRAME, STATE, WHOLE, WHOLE, WHOLE, WHOLE))
def fits(frame: Any, state: Any, group: int, without: int, new: int, target: int) -> Any:
    """Say whether a group keeps to the rules when one leaves and one comes (-1: nobody).

    A target of 0 asks whether it is then a group as it should be, else whether it may grow to that size.
    """
    trial = np.full(frame.high + 1, -1, np.int64)
    size = 0
    for place in range(state.sizes[group]):
        if state.members[group, place] != without:
            trial[size] = state.members[group, place]
            size += 1
    if new >= 0:
        trial[size] = new
        size += 1
    if target > 0:
        return size <= target and agree(frame, trial, size, target)
    return frame.low <= size <= frame.high and agree(frame, trial, size, size)


@compiled(types.void(WORTH, TIES, FRAME, STATE, WHOLE, WHOLE, FLOATS, INTS, types.boolean))
def grow(
    worth: Any,
    ties: Any,
    frame: Any,
    state: Any,
    group: int,
    target: int,
    taste: Any,
    order: Any,
    full: bool,
) -> None:
    """Let a group grow by whoever adds most; to its lowest size, or to the full, by others in their order."""
    seen = np.full(len(state.seat), -1, np.int64)
    while state.sizes[group] < target:
        size, best, chosen = state.sizes[group], TINY, -1
        for place in range(size):
            node = state.members[group, place]
            for at in range(ties.start[node], ties.start[node + 1]):
                other = ties.other[at]
                if state.seat[other] >= 0 or seen[other] == size or not frame.seatable[other]:
                    continue
                seen[other] = size
                state.today[1] += 1
                state.today[2] += 1
                gained = rounded(come(worth, ties, state, other, group, -1) * taste[other])
                better = gained > best or (gained == best and chosen >= 0 and other < chosen)
                if better and fits(frame, state, group, -1, other, target):
                    best, chosen = gained, other
        if chosen < 0 and (full or size < frame.low):
            for node in order:
                if state.seat[node] < 0 and fits(frame, state, group, -1, node, target):
                    chosen = node
                    break
        if chosen < 0:
            return
        sit(worth, ties, state, chosen, group)


@compiled(types.boolean(WORTH, TIES, FRAME, STATE, WHOLE, WHOLE, WHOLE, WHOLE, FLOATS, INTS, types.boolean))
def founded(
    worth: Any,
    ties: Any,
    frame: Any,
    state: Any,
    group: int,
    one: int,
    two: int,
    target: int,
    taste: Any,
    order: Any,
    full: bool,
) -> Any:
    """Build a group from one or two of its members; say whether that came off, else leave it empty."""
    while target >= frame.low:
        sit(worth, ties, state, one, group)
        if two >= 0 and fits(frame, state, group, -1, two, target):
            sit(worth, ties, state, two, group)
        grow(worth, ties, frame, state, group, target, taste, order, full)
        if fits(frame, state, group, -1, -1, 0):
            return True
        target = min(target - 1, state.sizes[group])
        while state.sizes[group] > 0:
            sit(worth, ties, state, state.members[group, 0], -1)
    return False


@compiled(types.void(WORTH, TIES, FRAME, STATE, FLOATS, INTS, types.boolean, WHOLE))
def build(
    worth: Any, ties: Any, frame: Any, state: Any, taste: Any, order: Any, full: bool, tries: int
) -> None:
    """Build every empty group: from the introduction that adds most, or else from whoever comes first.

    What an introduction adds only shrinks while groups are built, so that most need no second look.
    """
    known = np.full(len(worth.chance), np.inf)
    empty = np.flatnonzero(state.sizes == 0)
    for turn in range(len(empty)):
        group = empty[turn]
        free = 0
        for node in order:
            free += 1 if state.seat[node] < 0 else 0
        target = max(min(frame.high, free - (len(empty) - turn - 1) * frame.low), frame.low)
        if free < frame.low:
            return
        done = False
        for _ in range(tries):
            best, chosen = TINY, -1
            for candidate in range(len(known)):
                one, two = ties.ends[candidate, 0], ties.ends[candidate, 1]
                if known[candidate] <= best or state.seat[one] >= 0 or state.seat[two] >= 0:
                    continue
                state.today[1] += 1
                state.today[2] += 1
                gained = rounded(add(worth, state, candidate) * np.sqrt(taste[one] * taste[two]))
                known[candidate] = gained
                if gained > best:
                    best, chosen = gained, candidate
            if chosen < 0:
                break
            one, two = ties.ends[chosen, 0], ties.ends[chosen, 1]
            done = founded(worth, ties, frame, state, group, one, two, target, taste, order, full)
            if done:
                break
            known[chosen] = -1.0
        tried = 0
        for node in order:
            if done or tried == tries:
                break
            if state.seat[node] < 0:
                tried += 1
                done = founded(worth, ties, frame, state, group, node, -1, target, taste, order, full)
        if not done:
            return


@compiled(types.int64(WORTH, TIES, FRAME, STATE, WHOLE))
def widen(worth: Any, ties: Any, frame: Any, state: Any, group: int) -> Any:
    """Let those outside join a group as long as one adds something; give how many came."""
    came = 0
    while 0 < state.sizes[group] < frame.high:
        best, chosen = TINY, -1
        for place in range(state.sizes[group]):
            node = state.members[group, place]
            for at in range(ties.start[node], ties.start[node + 1]):
                other = ties.other[at]
                if state.seat[other] >= 0 or not frame.seatable[other]:
                    continue
                state.today[1] += 1
                state.today[2] += 1
                gained = rounded(come(worth, ties, state, other, group, -1))
                better = gained > best or (gained == best and chosen >= 0 and other < chosen)
                if better and fits(frame, state, group, -1, other, 0):
                    best, chosen = gained, other
        if chosen < 0:
            break
        sit(worth, ties, state, chosen, group)
        came += 1
    return came


@compiled(types.Tuple((REAL, WHOLE))(WORTH, TIES, FRAME, STATE, WHOLE))
def best_replacement(worth: Any, ties: Any, frame: Any, state: Any, node: int) -> Any:
    """Find who from outside should have somebody's seat; give what is gained and who, -1 for nobody."""
    group, best, chosen = state.seat[node], TINY, -1
    seen = np.zeros(len(state.seat), np.bool_)
    state.today[1] += 1
    lost = leave(worth, ties, state, node)
    for place in range(state.sizes[group]):
        member = state.members[group, place]
        for at in range(ties.start[member], ties.start[member + 1] if member != node else 0):
            other = ties.other[at]
            if state.seat[other] >= 0 or seen[other] or not frame.seatable[other]:
                continue
            seen[other] = True
            state.today[2] += 1
            gained = rounded(come(worth, ties, state, other, group, node) - lost)
            better = gained > best or (gained == best and chosen >= 0 and other < chosen)
            if better and fits(frame, state, group, node, other, 0):
                best, chosen = gained, other
    return best, chosen


@compiled(types.Tuple((REAL, WHOLE, WHOLE))(WORTH, TIES, FRAME, STATE, WHOLE))
def best_transfer(worth: Any, ties: Any, frame: Any, state: Any, node: int) -> Any:
    """Find the group somebody should move to, and with whom to change seats (-1: nobody, a free seat)."""
    own, best, chosen, partner = state.seat[node], TINY, -1, -1
    seen = np.zeros(len(state.sizes), np.bool_)
    for at in range(ties.start[node], ties.start[node + 1]):
        group = state.seat[ties.other[at]]
        if group < 0 or group == own or seen[group]:
            continue
        seen[group] = True
        for place in range(-1, state.sizes[group]):
            other = state.members[group, place] if place >= 0 else -1
            if other < 0 and (state.sizes[group] >= frame.high or state.sizes[own] <= frame.low):
                continue
            state.today[1] += 1
            state.today[2] += 1
            gained = -leave(worth, ties, state, node)
            if other >= 0:
                gained -= leave(worth, ties, state, other)
                gained += come(worth, ties, state, other, own, node)
            gained = rounded(gained + come(worth, ties, state, node, group, other))
            if gained < best or (gained == best and (chosen < 0 or other >= partner)):
                continue
            if fits(frame, state, own, node, other, 0) and fits(frame, state, group, other, node, 0):
                best, chosen, partner = gained, group, other
    return best, chosen, partner


@compiled(WHOLE(WORTH, TIES, FRAME, STATE, WHOLE))
def improve(worth: Any, ties: Any, frame: Any, state: Any, passes: int) -> Any:
    """Make moves that gain until none does: join, replace, move, change seats; give how many."""
    moves = 0
    for _ in range(passes):
        before = moves
        for group in range(len(state.sizes)):
            moves += widen(worth, ties, frame, state, group)
        for node in range(len(state.seat)):
            own = state.seat[node]
            if own < 0:
                continue
            more, outsider = best_replacement(worth, ties, frame, state, node)
            gained, group, partner = best_transfer(worth, ties, frame, state, node)
            if outsider < 0 and group < 0:
                continue
            moves += 1
            sit(worth, ties, state, node, -1)
            if outsider >= 0 and more >= gained:
                sit(worth, ties, state, outsider, own)
                continue
            if partner >= 0:
                sit(worth, ties, state, partner, -1)
                sit(worth, ties, state, partner, own)
            sit(worth, ties, state, node, group)
        if moves == before:
            break
    return moves
