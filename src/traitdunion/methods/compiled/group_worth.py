"""Loops that keep what is worth what while organizations take seats in groups and leave them.

What introductions are worth is kept in cells: one for each element (chances that 0, 1, ... of the successes
that count have come) and one for each group of the problem (the expected count). Each cell has three layers:
what is, what is once somebody has left, and what would be once somebody else has come. A layer counts only
where its stamp is of today, so that trying costs nothing to undo.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numba
import numpy as np

from traitdunion.methods.compiled.base import compiled


class Worth(NamedTuple):
    """What introductions are worth: chances, modular parts, and the cells each touches, row by row."""

    chance: Any
    alone: Any
    start: Any
    cell: Any
    owner: Any
    slots: Any
    factor: Any
    cap: Any
    elements: int


class Ties(NamedTuple):
    """Introductions of each organization, row by row: the other one and the introduction's number."""

    start: Any
    other: Any
    candidate: Any
    ends: Any


class State(NamedTuple):
    """What is: who sits where, what takes place, and the cells with their layers."""

    members: Any
    sizes: Any
    seat: Any
    head: Any
    after: Any
    before: Any
    gone: Any
    layer: Any
    stamp: Any
    today: Any


types: Any = numba.types
FLOATS, FLOAT_ROWS, INTS, INT_ROWS = (
    types.float64[::1],
    types.float64[:, ::1],
    types.int64[::1],
    types.int64[:, ::1],
)
WHOLE, REAL = types.int64, types.float64
WORTH = types.NamedTuple((FLOATS, FLOATS, INTS, INTS, INTS, INTS, FLOATS, FLOATS, WHOLE), Worth)
TIES = types.NamedTuple((INTS, INTS, INTS, INT_ROWS), Ties)
STATE = types.NamedTuple((INT_ROWS, INTS, INTS, INTS, INTS, INTS, INTS, FLOAT_ROWS, INT_ROWS, INTS), State)


@compiled(REAL(REAL))
def rounded(value: float) -> float:
    """Round to 12 digits behind the point, lest the order of a sum decide between equals."""
    return float(np.floor(value * 1e12 + 0.5) / 1e12)


@compiled(REAL(WORTH, STATE, WHOLE, WHOLE))
def cell_worth(worth: Any, state: Any, cell: int, layer: int) -> Any:
    """Tell what a cell is worth in a layer."""
    first = worth.slots[cell]
    if cell >= worth.elements:
        return worth.factor[cell] * np.log1p(state.layer[layer, first])
    total = worth.cap[cell]
    for count in range(worth.slots[cell + 1] - first):
        total -= state.layer[layer, first + count] * (worth.cap[cell] - count)
    return worth.factor[cell] * total


@compiled(types.void(WORTH, STATE, WHOLE, WHOLE, REAL))
def pour(worth: Any, state: Any, cell: int, layer: int, chance: float) -> None:
    """Let one more introduction touch a cell of a layer."""
    first, last = worth.slots[cell], worth.slots[cell + 1] - 1
    if cell >= worth.elements:
        state.layer[layer, first] += chance
        return
    for slot in range(last, first, -1):
        state.layer[layer, slot] *= 1.0 - chance
        state.layer[layer, slot] += chance * state.layer[layer, slot - 1]
    if last >= first:
        state.layer[layer, first] *= 1.0 - chance


@compiled(types.void(WORTH, STATE, WHOLE, WHOLE, WHOLE))
def refill(worth: Any, state: Any, cell: int, layer: int, mark: int) -> None:
    """Fill a cell of a layer anew with all that takes place and is not marked as gone."""
    for slot in range(worth.slots[cell], worth.slots[cell + 1]):
        state.layer[layer, slot] = 0.0
    if cell < worth.elements and worth.slots[cell + 1] > worth.slots[cell]:
        state.layer[layer, worth.slots[cell]] = 1.0
    entry = state.head[cell]
    while entry >= 0:
        if state.gone[worth.owner[entry]] != mark:
            pour(worth, state, cell, layer, worth.chance[worth.owner[entry]])
        entry = state.after[entry]


@compiled(REAL(WORTH, STATE, WHOLE))
def add(worth: Any, state: Any, candidate: int) -> Any:
    """Add an introduction in the top layer; give what it adds there."""
    chance, gained = worth.chance[candidate], worth.alone[candidate]
    for entry in range(worth.start[candidate], worth.start[candidate + 1]):
        cell = worth.cell[entry]
        if state.stamp[2, cell] != state.today[2]:
            below = 1 if state.stamp[1, cell] == state.today[1] else 0
            for slot in range(worth.slots[cell], worth.slots[cell + 1]):
                state.layer[2, slot] = state.layer[below, slot]
            state.stamp[2, cell] = state.today[2]
        if cell >= worth.elements:
            mass = state.layer[2, worth.slots[cell]]
            gained += worth.factor[cell] * np.log1p(chance / (1.0 + mass))
        else:
            first, room = worth.slots[cell], 0.0
            for count in range(worth.slots[cell + 1] - first):
                room += state.layer[2, first + count] * min(1.0, worth.cap[cell] - count)
            gained += worth.factor[cell] * chance * room
        pour(worth, state, cell, 2, chance)
    return gained


@compiled(REAL(WORTH, TIES, STATE, WHOLE, WHOLE, WHOLE))
def come(worth: Any, ties: Any, state: Any, node: int, group: int, without: int) -> Any:
    """Let one join a group, one of its members away, in the top layer; give what that adds."""
    gained = 0.0
    for at in range(ties.start[node], ties.start[node + 1]):
        other = ties.other[at]
        if state.seat[other] == group and other != without and other != node:
            gained += add(worth, state, ties.candidate[at])
    return gained


@compiled(REAL(WORTH, TIES, STATE, WHOLE))
def leave(worth: Any, ties: Any, state: Any, node: int) -> Any:
    """Let one leave the group in the middle layer; give what that loses. Others may have left before."""
    lost, mark = 0.0, state.today[1]
    for at in range(ties.start[node], ties.start[node + 1]):
        if state.seat[ties.other[at]] == state.seat[node]:
            state.gone[ties.candidate[at]] = mark
            lost += worth.alone[ties.candidate[at]]
    for at in range(ties.start[node], ties.start[node + 1]):
        if state.seat[ties.other[at]] != state.seat[node]:
            continue
        candidate = ties.candidate[at]
        for entry in range(worth.start[candidate], worth.start[candidate + 1]):
            cell = worth.cell[entry]
            before = cell_worth(worth, state, cell, 1 if state.stamp[1, cell] == mark else 0)
            refill(worth, state, cell, 1, mark)
            state.stamp[1, cell] = mark
            lost += before - cell_worth(worth, state, cell, 1)
    return lost


@compiled(types.void(WORTH, STATE, WHOLE, types.boolean))
def settle(worth: Any, state: Any, candidate: int, takes_place: bool) -> None:
    """Write down that an introduction takes place, or no longer does."""
    for entry in range(worth.start[candidate], worth.start[candidate + 1]):
        cell = worth.cell[entry]
        if takes_place:
            state.before[entry], state.after[entry] = -1, state.head[cell]
            if state.head[cell] >= 0:
                state.before[state.head[cell]] = entry
            state.head[cell] = entry
        else:
            if state.before[entry] >= 0:
                state.after[state.before[entry]] = state.after[entry]
            else:
                state.head[cell] = state.after[entry]
            if state.after[entry] >= 0:
                state.before[state.after[entry]] = state.before[entry]
        refill(worth, state, cell, 0, -1)


@compiled(types.void(WORTH, TIES, STATE, WHOLE, WHOLE))
def sit(worth: Any, ties: Any, state: Any, node: int, group: int) -> None:
    """Seat one in a group for good, or nowhere (-1)."""
    old = state.seat[node]
    for at in range(ties.start[node], ties.start[node + 1]):
        other = ties.other[at]
        if other != node and state.seat[other] == old and old >= 0:
            settle(worth, state, ties.candidate[at], False)
    if old >= 0:
        place = 0
        while state.members[old, place] != node:
            place += 1
        state.sizes[old] -= 1
        state.members[old, place] = state.members[old, state.sizes[old]]
        state.members[old, state.sizes[old]] = -1
    state.seat[node] = group
    if group >= 0:
        state.members[group, state.sizes[group]] = node
        state.sizes[group] += 1
        for at in range(ties.start[node], ties.start[node + 1]):
            other = ties.other[at]
            if other != node and state.seat[other] == group:
                settle(worth, state, ties.candidate[at], True)


@compiled(FLOATS(WORTH, STATE, INTS))
def further(worth: Any, state: Any, given: Any) -> Any:
    """Let introductions take place, wherever their ends sit; give what each of all would then still add."""
    for candidate in given:
        for entry in range(worth.start[candidate], worth.start[candidate + 1]):
            pour(worth, state, worth.cell[entry], 0, worth.chance[candidate])
    gains = np.zeros(len(worth.chance))
    for candidate in range(len(gains)):
        state.today[1] += 1
        state.today[2] += 1
        gains[candidate] = add(worth, state, candidate)
    return gains


@compiled(types.Tuple((INTS, FLOATS))(WORTH, STATE, INTS, INTS))
def in_order(worth: Any, state: Any, start: Any, given: Any) -> Any:
    """Take sets of introductions one by one, always the one that adds most; give their order and gains.

    Set i is `given[start[i]:start[i + 1]]`. Of equals the first comes first.
    """
    sets = len(start) - 1
    order, gains = np.full(sets, -1, np.int64), np.zeros(sets)
    done = np.zeros(sets, np.bool_)
    for turn in range(sets):
        for one in range(sets):
            if done[one]:
                continue
            state.today[1] += 1
            state.today[2] += 1
            gained = 0.0
            for at in range(start[one], start[one + 1]):
                gained += add(worth, state, given[at])
            if order[turn] < 0 or rounded(gained) > rounded(gains[turn]):
                order[turn], gains[turn] = one, gained
        done[order[turn]] = True
        for at in range(start[order[turn]], start[order[turn] + 1]):
            for entry in range(worth.start[given[at]], worth.start[given[at] + 1]):
                pour(worth, state, worth.cell[entry], 0, worth.chance[given[at]])
    return order, gains
