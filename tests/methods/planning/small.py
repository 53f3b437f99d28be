"""Problems small enough to look at every plan, and larger ones that look real."""

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from traitdunion.methods.planning.majorants import standing
from traitdunion.methods.planning.problem import Incidence, Problem, gain, within_limits


@st.composite
def problems(draw, most_candidates=7, feasible=False):
    """Up to seven candidates with caps above 1, groups, worth, maxima, minima, pins and bars."""
    n = draw(st.integers(1, most_candidates))
    m, g, r = draw(st.integers(0, 3)), draw(st.integers(0, 2)), draw(st.integers(1, 3))

    def many(values, size):
        return np.array(draw(st.lists(st.sampled_from(values), min_size=size, max_size=size)))

    def rows(size):
        items = st.lists(st.integers(0, max(size - 1, 0)), max_size=3 if size else 0)
        return Incidence.of(draw(st.lists(items, min_size=n, max_size=n)), size)

    limits = rows(r)
    if draw(st.booleans()):
        limits = Incidence.of([sorted({0, *limits.of_one(i).tolist()}) for i in range(n)], r)
    pins, bars = (many([False, False, False, False, True], n).astype(bool) for _ in range(2))
    return Problem(
        probability=many([0.0, 0.15, 0.3, 0.5, 0.8, 1.0], n).astype(float),
        served=rows(m),
        value=many([0.0, 0.5, 1.0, 3.0], m).astype(float),
        cap=many([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, np.inf], m).astype(float),
        groups=rows(g),
        weight=many([0.0, 0.4, 2.0], g).astype(float),
        worth=many([0.0, 0.1, 0.9], n).astype(float),
        limits=limits,
        amount=many([1.0, 1.0, 0.5, 2.25], len(limits.item)).astype(float),
        least=many([0.0, 0.0, 0.0, 1.0] if feasible else [0.0, 0.0, 1.0, 2.5, 4.0], r).astype(float),
        most=many([0.0, 1.0, 2.0, 3.5, np.inf], r).astype(float),
        pinned=pins,
        barred=bars,
    )


def plans(problem):
    """Every set of candidates within the limits."""
    everyone = range(len(problem.probability))
    sets = (chosen for size in range(len(everyone) + 1) for chosen in combinations(everyone, size))
    return [chosen for chosen in sets if within_limits(problem, chosen)]


def worth_of(problem):
    """What every plan within the limits is worth."""
    return {plan: gain(problem, plan).total for plan in plans(problem)}


def realistic(n, seed):
    """Members with some ten candidates each, gaps between clusters, a budget and places per organization."""
    dice = np.random.default_rng(seed)
    members, clusters = max(n // 10, 2), 8
    home = dice.integers(0, clusters, members)
    first, second = dice.integers(0, members, (2, n))
    pair = np.minimum(home[first], home[second]) * clusters + np.maximum(home[first], home[second])
    gap = np.where(dice.random(clusters**2) < 0.5, dice.integers(1, 5, clusters**2), 0).astype(float)
    wanted = [
        [a, b, members + c] if gap[c] else [a, b]
        for a, b, c in zip(first.tolist(), second.tolist(), pair.tolist(), strict=True)
    ]
    limits = [[0, 1 + a, 1 + b] for a, b in zip(first.tolist(), second.tolist(), strict=True)]
    laid = Incidence.of(limits, 1 + members)
    return Problem(
        probability=dice.uniform(0.2, 0.6, n),
        served=Incidence.of(wanted, members + clusters**2),
        value=np.concatenate([np.ones(members), np.full(clusters**2, 0.5)]),
        cap=np.concatenate([np.ones(members), gap]),
        groups=Incidence.of(
            [sorted({int(home[a]), int(home[b])}) for a, b in zip(first, second, strict=True)], clusters
        ),
        weight=np.full(clusters, 0.2),
        worth=0.3 * dice.random(n),
        limits=laid,
        amount=np.ones(len(laid.item)),
        least=np.zeros(1 + members),
        most=np.concatenate([[max(n // 20, 2)], np.full(members, 3.0)]),
        pinned=np.zeros(n, dtype=bool),
        barred=np.zeros(n, dtype=bool),
    )


def one_by_one(problem):
    """Each time the candidate that adds most, by the definition, among those with room."""
    chosen = []
    while True:
        free = [
            i
            for i in range(len(problem.probability))
            if i not in chosen and within_limits(problem, [*chosen, i])
        ]
        if not free:
            return chosen
        rate = standing(problem, np.array(sorted(chosen), dtype=np.int64))[1] * problem.value
        chosen.append(
            max(
                free,
                key=lambda i, rate=rate: (
                    problem.probability[i] * (rate[problem.served.of_one(i)].sum() + problem.worth[i])
                ),
            )
        )
