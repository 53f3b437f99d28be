"""Small problems with everything in them, small enough to try every plan."""

from itertools import chain, combinations

import numpy as np
from hypothesis import strategies as st

from traitdunion.methods.planning.problem import Incidence, Problem, gain, within_limits


def invented(dice, n, *, elements=4, groups=3, limits=2, budget=3.0, amounts=False, least=0.0, marks=0.0):
    """A problem by lot: the first limit counts everyone, each of the others about half."""
    touched = {
        name: Incidence.of([np.flatnonzero(row).tolist() for row in dice.random((n, size)) < 0.4], size)
        for name, size in (("served", elements), ("groups", groups))
    }
    counted = [[0, *(1 + np.flatnonzero(row)).tolist()] for row in dice.random((n, limits)) < 0.5]
    index = Incidence.of(counted, 1 + limits)
    z = len(index.item)
    marked = dice.random((2, n)) < marks
    return Problem(
        probability=dice.random(n),
        served=touched["served"],
        value=dice.random(elements) * 2,
        cap=dice.choice([0.0, 0.5, 1.0, 1.0, 1.7, 3.0, np.inf], elements),
        groups=touched["groups"],
        weight=dice.random(groups),
        worth=dice.random(n) * 0.3,
        limits=index,
        amount=dice.integers(1, 6, z) / 2.0 if amounts else np.ones(z),
        least=np.concatenate([[0.0], np.full(limits, least)]),
        most=np.concatenate([[budget], dice.integers(1, 4, limits).astype(float)]),
        pinned=marked[0] & ~marked[1],
        barred=marked[1],
    )


@st.composite
def problems(draw, most=7, **ways):
    """Problems by lot."""
    dice = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    given = {"budget": float(draw(st.integers(0, 5))), "limits": draw(st.integers(0, 3)), **ways}
    return invented(dice, draw(st.integers(0, most)), **given)


def subsets(n):
    """Every set of the numbers below n."""
    return chain.from_iterable(combinations(range(n), size) for size in range(n + 1))


def optimum(problem):
    """What the best plan within the limits is worth, by trying all; None where there is none."""
    worths = [
        gain(problem, plan).total
        for plan in subsets(len(problem.probability))
        if within_limits(problem, plan)
    ]
    return max(worths, default=None)
