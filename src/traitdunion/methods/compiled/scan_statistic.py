"""Loops of the scan statistic and of density clusters: circles, hulls, and how unlikely their content is.

Places are distinct. A share is that of a zone in the population (or in what is expected); `population` is its
total for the Bernoulli model, 0 for the Poisson model.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from traitdunion.methods.compiled.base import compiled

# Below it a plane that touches the sphere is stretched beyond use: 78 degrees from where it touches.
HORIZON = 0.2
# Of the extent of a hull: what rounding may put a place outside that stands on its edge.
EDGE = 1e-9
# Heights that differ by less are one height.
TIE = 1e-12


@compiled("f8(f8, f8, f8, f8)")
def log_ratio(cases: float, total: float, share: float, population: float) -> float:
    """Log likelihood ratio of a zone with more cases than its share of them; else 0."""
    expected = total * share
    if cases <= expected or share <= 0.0 or share >= 1.0:
        return 0.0
    ratio = cases * np.log(cases / expected)
    if cases < total:
        ratio += (total - cases) * np.log((total - cases) / (total - expected))
    others = population - total
    if population > 0.0 and others > 0.0:
        free, usual = population * share - cases, others * share
        if free > 0.0:
            ratio += free * np.log(free / usual)
        if others - free > 0.0:
            ratio += (others - free) * np.log((others - free) / (others - usual))
    return float(max(ratio, 0.0))


@compiled("f8(f8, f8)")
def bound(total: float, population: float) -> float:
    """What makes a bound of the ratio of (cases - expected)² / (share (1 - share)).

    The relative entropy of two shares is at most chi-square; between a share and its complement it is at most
    half of it, since 1 / (t (1 - t)) is greatest at the ends.
    """
    if total <= 0.0:
        return 0.0
    if population <= 0.0:
        return 0.5 / total
    return 0.5 / total + 1.0 / (population - total) if total < population else 0.0


@compiled("void(i4[:,::1], i8[::1], f8[::1], f8[:,::1], f8[:,::1], f8, f8, f8[::1])")
def greatest_circles(
    order: Any, reach: Any, shares: Any, cases: Any, counts: Any, population: float, least: float, best: Any
) -> None:
    """Greatest ratio over all circles, for every column of cases at once, into `best`.

    A circle counts where it holds at least `least` of the counts. Logarithms are taken only where their bound
    exceeds the greatest ratio so far.
    """
    places, draws = cases.shape
    total, factor = np.zeros(draws), np.zeros(draws)
    for place in range(places):
        for draw in range(draws):
            total[draw] += cases[place, draw]
    for draw in range(draws):
        factor[draw] = bound(total[draw], population)
        best[draw] = 0.0
    inside, number = np.zeros(draws), np.full(draws, least)
    for centre in range(places):
        inside[:] = 0.0
        if least > 0.0:
            number[:] = 0.0
        share = 0.0
        for at in range(reach[centre]):
            entry = order[centre, at]
            place = entry if entry >= 0 else ~entry
            share += shares[place]
            here = cases[place]
            for draw in range(draws):
                inside[draw] += here[draw]
            if least > 0.0:
                here = counts[place]
                for draw in range(draws):
                    number[draw] += here[draw]
            if entry < 0:
                continue
            spread = share * (1.0 - share)
            most = 1.0 - share if share <= 0.5 else 0.0
            higher = 0
            for draw in range(draws):
                excess = inside[draw] - share * total[draw]
                over = excess * abs(excess) * factor[draw] > best[draw] * spread
                over = over | (inside[draw] > most * total[draw])
                higher += over & (number[draw] >= least)
            if higher == 0:
                continue
            for draw in range(draws):
                excess = inside[draw] - share * total[draw]
                over = excess * abs(excess) * factor[draw] > best[draw] * spread
                over = over | (inside[draw] > most * total[draw])
                if over and number[draw] >= least:
                    ratio = log_ratio(inside[draw], total[draw], share, population)
                    best[draw] = max(best[draw], ratio)


@compiled("UniTuple(f8, 3)(i4[:,::1], i8[::1], f8[::1], f8[::1], f8[::1], f8, f8, u1[::1])")
def greatest_circle(
    order: Any, reach: Any, shares: Any, cases: Any, counts: Any, population: float, least: float, taken: Any
) -> tuple[float, float, float]:
    """Greatest ratio over the circles that touch no place taken, its centre, and how many places it holds."""
    places = cases.shape[0]
    total = 0.0
    for place in range(places):
        total += cases[place]
    best, where, held = 0.0, -1, 0
    for centre in range(places):
        inside, number, share = 0.0, 0.0, 0.0
        for at in range(reach[centre]):
            entry = order[centre, at]
            place = entry if entry >= 0 else ~entry
            if taken[place]:
                break
            inside += cases[place]
            number += counts[place]
            share += shares[place]
            if entry >= 0 and number >= least:
                ratio = log_ratio(inside, total, share, population)
                if ratio > best:
                    best, where, held = ratio, centre, at + 1
    return best, float(where), float(held)


@compiled("f8[::1](f8[:,::1], f8[::1], i8[::1], i8)")
def core_distances(distances: Any, counts: Any, members: Any, neighbours: int) -> Any:
    """Distance of each member place to its k-th nearest member, itself and those beside it counted."""
    core = np.empty(members.shape[0])
    near, held = np.empty(neighbours), np.empty(neighbours)
    for row in range(members.shape[0]):
        kept = 0
        for other in range(members.shape[0]):
            distance = distances[members[row], members[other]]
            if kept == neighbours and distance >= near[kept - 1]:
                continue
            at = min(kept, neighbours - 1)
            while at > 0 and near[at - 1] > distance:
                near[at], held[at] = near[at - 1], held[at - 1]
                at -= 1
            near[at], held[at] = distance, counts[members[other]]
            kept = min(kept + 1, neighbours)
        core[row], found = np.inf, 0.0
        for at in range(kept):
            found += held[at]
            if found >= neighbours:
                core[row] = near[at]
                break
    return core


@compiled("Tuple((i8[::1], i8[::1], f8[::1]))(f8[:,::1], i8[::1], f8[::1])")
def spanning_tree(distances: Any, members: Any, core: Any) -> tuple[Any, Any, Any]:
    """Minimum spanning tree of mutual reachability, by Prim: ends as numbers among the members, lengths."""
    size = members.shape[0]
    first, second = np.zeros(max(size - 1, 0), np.int64), np.zeros(max(size - 1, 0), np.int64)
    length = np.zeros(max(size - 1, 0))
    reached, nearest = np.full(size, np.inf), np.zeros(size, np.int64)
    joined = np.zeros(size, np.uint8)
    last = 0
    for edge in range(size - 1):
        joined[last] = 1
        chosen = -1
        for other in range(size):
            if joined[other]:
                continue
            reach = max(distances[members[last], members[other]], core[last], core[other])
            if reach < reached[other]:
                reached[other], nearest[other] = reach, last
            if chosen < 0 or reached[other] < reached[chosen]:
                chosen = other
        first[edge], second[edge], length[edge] = nearest[chosen], chosen, reached[chosen]
        last = chosen
    return first, second, length


@compiled("UniTuple(i8[::1], 3)(f8[:,::1], f8[::1], i8)")
def dense_groups(distances: Any, counts: Any, smallest: int) -> tuple[Any, Any, Any]:
    """Every cluster that DBSCAN* finds at any radius: the nodes of the hierarchy of HDBSCAN*.

    Gives the member places in an order in which each group is a run, and the start and length of each run.
    """
    members = np.nonzero(counts)[0]
    size = members.shape[0]
    core = core_distances(distances, counts, members, smallest)
    first, second, length = spanning_tree(distances, members, core)
    nodes = max(2 * size - 1, 0)
    weight, height, above = np.zeros(nodes), np.zeros(nodes), np.full(nodes, np.inf)
    head, tail, held = np.zeros(nodes, np.int64), np.zeros(nodes, np.int64), np.zeros(nodes, np.int64)
    after, root = np.full(size, -1), np.arange(nodes)
    for leaf in range(size):
        weight[leaf], height[leaf] = counts[members[leaf]], core[leaf]
        head[leaf], tail[leaf], held[leaf] = leaf, leaf, 1
    made = size
    for edge in np.argsort(length, kind="mergesort"):
        one, two = first[edge], second[edge]
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        while root[two] != two:
            root[two] = root[root[two]]
            two = root[two]
        root[one], root[two] = made, made
        above[one], above[two], height[made] = length[edge], length[edge], length[edge]
        weight[made], held[made] = weight[one] + weight[two], held[one] + held[two]
        head[made], tail[made] = head[one], tail[two]
        after[tail[one]] = head[two]
        made += 1
    place, rank = np.empty(size, np.int64), np.empty(size, np.int64)
    leaf = head[nodes - 1] if size else -1
    for at in range(size):
        place[at], rank[leaf] = members[leaf], at
        leaf = after[leaf]
    # A node that its parent swallows at its own height is no cluster at any radius, only half of one.
    start, run = np.empty(nodes, np.int64), np.empty(nodes, np.int64)
    kept = 0
    for node in range(nodes):
        if weight[node] >= smallest and above[node] > height[node] * (1.0 + TIE):
            start[kept], run[kept] = rank[head[node]], held[node]
            kept += 1
    return place, start[:kept].copy(), run[:kept].copy()


@compiled("b1(f8[:,::1], i8[::1], b1, f8[:,::1])")
def flattened(vectors: Any, chosen: Any, sphere: bool, flat: Any) -> bool:
    """Coordinates of all places in the plane where the chosen lie: on the sphere great circles become lines.

    The plane touches the sphere at the middle of the chosen (gnomonic projection); what lies beyond its
    horizon gets NaN. False where that takes one of the chosen.
    """
    if not sphere:
        flat[:] = vectors[:, :2]
        return True
    middle = np.zeros(3)
    for place in chosen:
        middle += vectors[place]
    norm = np.sqrt((middle * middle).sum())
    if norm < HORIZON:
        return False
    middle /= norm
    side = np.zeros(3)
    side[np.argmin(np.abs(middle))] = 1.0
    east = np.cross(side, middle)
    east /= np.sqrt((east * east).sum())
    north = np.cross(middle, east)
    for place in range(vectors.shape[0]):
        x, y, z = vectors[place, 0], vectors[place, 1], vectors[place, 2]
        depth = x * middle[0] + y * middle[1] + z * middle[2]
        flat[place, 0] = flat[place, 1] = np.nan
        if depth > HORIZON:
            flat[place, 0] = (x * east[0] + y * east[1] + z * east[2]) / depth
            flat[place, 1] = (x * north[0] + y * north[1] + z * north[2]) / depth
    return not np.isnan(flat[chosen]).any()


@compiled("i8[::1](f8[:,::1], i8[::1])")
def hull(flat: Any, chosen: Any) -> Any:
    """Corners of the convex hull of the chosen places, counter-clockwise: Andrew's monotone chain."""
    size = chosen.shape[0]
    falling = np.argsort(flat[chosen, 1], kind="mergesort")
    sorted_ = chosen[falling[np.argsort(flat[chosen[falling], 0], kind="mergesort")]]
    corners = np.empty(2 * size + 1, np.int64)
    kept = 0
    for side in range(2):
        base = kept
        for at in range(size):
            place = sorted_[at] if side == 0 else sorted_[size - 1 - at]
            while kept - base >= 2:
                a, b = corners[kept - 2], corners[kept - 1]
                across = (flat[b, 0] - flat[a, 0]) * (flat[place, 1] - flat[a, 1])
                across -= (flat[b, 1] - flat[a, 1]) * (flat[place, 0] - flat[a, 0])
                if across > 0.0:
                    break
                kept -= 1
            corners[kept] = place
            kept += 1
        kept -= 1
    return corners[: max(kept, 1)].copy()


@compiled("void(f8[:,::1], i8[::1], b1, u1[::1])")
def enclosed(vectors: Any, chosen: Any, sphere: bool, within: Any) -> None:
    """Mark the places in the convex hull of the chosen, its edge included; none if it spans too far."""
    within[:] = 0
    places = vectors.shape[0]
    flat = np.empty((places, 2))
    if chosen.shape[0] == 0 or not flattened(vectors, chosen, sphere, flat):
        return
    corners = hull(flat, chosen)
    low, high = flat[corners[0]].copy(), flat[corners[0]].copy()
    for corner in corners:
        low = np.minimum(low, flat[corner])
        high = np.maximum(high, flat[corner])
    slack = EDGE * max(high[0] - low[0], high[1] - low[1])
    for place in range(places):
        x, y = flat[place, 0], flat[place, 1]
        if not (low[0] - slack <= x <= high[0] + slack and low[1] - slack <= y <= high[1] + slack):
            continue
        ok = True
        for at in range(corners.shape[0]):
            a, b = corners[at], corners[(at + 1) % corners.shape[0]]
            run, rise = flat[b, 0] - flat[a, 0], flat[b, 1] - flat[a, 1]
            across = run * (y - flat[a, 1]) - rise * (x - flat[a, 0])
            if across < -slack * np.sqrt(run * run + rise * rise):
                ok = False
                break
        if ok:
            within[place] = 1


@compiled("b1(f8[:,::1], i8[::1], f8)")
def fits(distances: Any, chosen: Any, widest: float) -> bool:
    """Whether a circle of that radius around one of the chosen places holds them all."""
    for center in chosen:
        within = True
        for other in chosen:
            if distances[center, other] > widest:
                within = False
                break
        if within:
            return True
    return False


@compiled("f8(f8[:,::1], f8[:,::1], b1, f8[::1], f8[::1], f8[::1], f8, i8, f8, f8)")
def greatest_group(
    distances: Any, vectors: Any, sphere: bool, shares: Any, cases: Any, counts: Any,
    population: float, smallest: int, largest: float, widest: float,
) -> float:  # fmt: skip
    """Greatest ratio over the hulls of all dense groups, none larger or wider than allowed."""
    place, start, run = dense_groups(distances, counts, smallest)
    total, best = 0.0, 0.0
    for at in range(cases.shape[0]):
        total += cases[at]
    within = np.empty(cases.shape[0], np.uint8)
    for group in range(start.shape[0]):
        chosen = place[start[group] : start[group] + run[group]]
        held = 0.0
        for one in chosen:
            held += shares[one]
        if held > largest or not fits(distances, chosen, widest):
            continue
        enclosed(vectors, chosen, sphere, within)
        inside, share = 0.0, 0.0
        for at in range(cases.shape[0]):
            if within[at]:
                inside += cases[at]
                share += shares[at]
        if share <= largest:
            best = max(best, log_ratio(inside, total, share, population))
    return best
