"""Loops that share out columns among lists: an auction under a cap, and swaps towards a floor."""

from __future__ import annotations

from typing import Any

import numpy as np

from traitdunion.methods.compiled.base import compiled


@compiled("Tuple((int64[:, :], float64[:, :]))(float64[:, :], float64[:], int64)")
def best_columns(worth: Any, prices: Any, k: int) -> Any:
    """Give the k columns of each row of the most worth above their price, best first, and that difference.

    Only differences from zero up count; of equals the lower column comes first. Places that nobody fills hold
    column -1 and difference 0.
    """
    rows, columns = worth.shape
    best = np.full((rows, k), -1, np.int64)
    value = np.zeros((rows, k))
    for row in range(rows if k > 0 else 0):
        held = 0
        for column in range(columns):
            net = worth[row, column] - prices[column]
            if net < 0.0 or (held == k and net <= value[row, k - 1]):
                continue
            at = held if held < k else k - 1
            while at > 0 and value[row, at - 1] < net:
                value[row, at], best[row, at] = value[row, at - 1], best[row, at - 1]
                at -= 1
            value[row, at], best[row, at] = net, column
            held = min(held + 1, k)
    return best, value


@compiled("Tuple((int64[:, :], float64[:]))(float64[:, :], int64, int64, float64, int64)")
def auction(worth: Any, length: int, cap: int, step: float, width: int) -> Any:
    """Let rows bid for up to `length` columns each, of which each has `cap` places; give lists and prices.

    A row bids as much above the price as a column is better than the next one it would take, and `step` more.
    A full column gives up its lowest bidder, and costs what the lowest then bids. The step doubles after so
    many bids that prices would take too long. Each row looks at the `width` columns that were best when it
    last looked at all; as prices only rise, no other can be worth more than the last of these was then.
    """
    rows, columns = worth.shape
    prices = np.zeros(columns)
    held = np.zeros(columns, np.int64)
    holder = np.full((columns, cap), -1, np.int64)
    offer = np.zeros((columns, cap))
    lists = np.full((rows, length), -1, np.int64)
    size = np.zeros(rows, np.int64)
    mine = np.full(columns, -1, np.int64)
    short = np.full((rows, width), -1, np.int64)
    limit = np.full(rows, np.inf)
    queue = np.arange(rows)
    waiting = np.ones(rows, np.bool_)
    head, queued, bids, patience = 0, rows, 0, 3 * rows * length + 1000
    best = np.full(length + 1, -1, np.int64)
    value = np.zeros(length + 1)
    near = np.zeros(width)
    while queued > 0:
        row = queue[head]
        head = (head + 1) % rows
        queued -= 1
        waiting[row] = False
        for at in range(size[row]):
            mine[lists[row, at]] = row
        wanted = length - size[row]
        for _ in range(2):
            found = 0
            for place in range(width):
                column = short[row, place]
                if column < 0:
                    break
                if mine[column] == row:
                    continue
                net = worth[row, column] - prices[column]
                if net < 0.0 or (found > wanted and net <= value[wanted]):
                    continue
                at = min(found, wanted)
                while at > 0 and value[at - 1] < net:
                    value[at], best[at] = value[at - 1], best[at - 1]
                    at -= 1
                value[at], best[at] = net, column
                found = min(found + 1, wanted + 1)
            if limit[row] < 0.0 or (found > wanted and value[wanted] >= limit[row]):
                break
            kept = 0
            for column in range(columns):
                net = worth[row, column] - prices[column]
                if net < 0.0 or (kept == width and net <= near[width - 1]):
                    continue
                at = min(kept, width - 1)
                while at > 0 and near[at - 1] < net:
                    near[at], short[row, at] = near[at - 1], short[row, at - 1]
                    at -= 1
                near[at], short[row, at] = net, column
                kept = min(kept + 1, width)
            if kept < width:
                short[row, kept] = -1
            limit[row] = near[width - 1] if kept == width else -1.0
        for at in range(size[row]):
            mine[lists[row, at]] = -1
        other = value[wanted] if found > wanted else 0.0
        for at in range(min(found, wanted)):
            column = best[at]
            bid = worth[row, column] - other + step
            bids += 1
            place = held[column]
            if place == cap:
                place = 0
                for one in range(1, cap):
                    if offer[column, one] < offer[column, place] or (
                        offer[column, one] == offer[column, place]
                        and holder[column, one] > holder[column, place]
                    ):
                        place = one
                loser = holder[column, place]
                for one in range(size[loser]):
                    if lists[loser, one] == column:
                        lists[loser, one] = lists[loser, size[loser] - 1]
                        lists[loser, size[loser] - 1] = -1
                        break
                size[loser] -= 1
                if not waiting[loser]:
                    waiting[loser] = True
                    queue[(head + queued) % rows] = loser
                    queued += 1
            else:
                held[column] += 1
            holder[column, place], offer[column, place] = row, bid
            lists[row, size[row]] = column
            size[row] += 1
            if held[column] == cap:
                lowest = offer[column, 0]
                for one in range(1, cap):
                    lowest = min(lowest, offer[column, one])
                prices[column] = lowest
        if bids > patience:
            bids = 0
            step *= 2.0
    return lists, prices


@compiled("Tuple((int64[:, :], float64[:]))(float64[:, :], int64[:, :], float64[:], int64[:], int64[:])")
def lift(worth: Any, lists: Any, prices: Any, floors: Any, order: Any) -> Any:
    """Put columns that are in fewer lists than their floor into the lists where it costs least.

    Columns come in the order given. Each takes an empty place, or that of a column which stays at its floor
    or above; what is lost is counted above prices. Gives the lists and, for each column, minus the most it
    cost.
    """
    rows, columns = worth.shape
    length = lists.shape[1]
    lists = lists.copy()
    subsidy = np.zeros(columns)
    times = np.zeros(columns, np.int64)
    inside = np.zeros((rows, columns), np.bool_)
    for row in range(rows):
        for at in range(length):
            if lists[row, at] >= 0:
                times[lists[row, at]] += 1
                inside[row, lists[row, at]] = True
    # The least a row must give up; it never falls, so that only the row chosen is looked at again.
    weakest = np.full(rows, -np.inf)
    for column in order:
        while times[column] < floors[column]:
            chosen, loss = -1, np.inf
            for row in range(rows):
                if worth[row, column] < 0.0 or inside[row, column]:
                    continue
                if weakest[row] - worth[row, column] < loss:
                    chosen, loss = row, weakest[row] - worth[row, column]
            if chosen < 0:
                break
            least, at_least = np.inf, -1
            for at in range(length):
                other = lists[chosen, at]
                net = 0.0 if other < 0 else worth[chosen, other] - prices[other]
                if net < least and (other < 0 or times[other] > floors[other]):
                    least, at_least = net, at
            if least > weakest[chosen]:
                weakest[chosen] = least
                continue
            other = lists[chosen, at_least]
            if other >= 0:
                times[other] -= 1
                inside[chosen, other] = False
            lists[chosen, at_least] = column
            inside[chosen, column] = True
            times[column] += 1
            weakest[chosen] = -np.inf
            subsidy[column] = min(subsidy[column], -loss)
    return lists, subsidy


@compiled("int64[:, :](float64[:, :], int64[:, :], int64[:], int64, int64)")
def improve(worth: Any, lists: Any, floors: Any, cap: int, passes: int) -> Any:
    """Let each row take columns that still have room instead of worse ones that are above their floor."""
    rows, columns = worth.shape
    length = lists.shape[1]
    lists = lists.copy()
    times = np.zeros(columns, np.int64)
    for row in range(rows):
        for at in range(length):
            if lists[row, at] >= 0:
                times[lists[row, at]] += 1
    mine = np.full(columns, -1, np.int64)
    for turn in range(passes if length > 0 else 0):
        changed = False
        for row in range(rows):
            mark = row + rows * turn
            for at in range(length):
                if lists[row, at] >= 0:
                    mine[lists[row, at]] = mark
            for column in range(columns):
                if worth[row, column] < 0.0 or times[column] >= cap or mine[column] == mark:
                    continue
                least, at_least = np.inf, -1
                for at in range(length):
                    other = lists[row, at]
                    kept = -1.0 if other < 0 else worth[row, other]
                    if kept < least and (other < 0 or times[other] > floors[other]):
                        least, at_least = kept, at
                if least >= worth[row, column]:
                    continue
                other = lists[row, at_least]
                if other >= 0:
                    times[other] -= 1
                    mine[other] = -1
                lists[row, at_least] = column
                times[column] += 1
                mine[column] = mark
                changed = True
        if not changed:
            break
    return lists
