"""Greedy plans of introductions where exact solvers are known; the exact solver's tests carry the marks."""

import numpy as np
import pytest

from traitdunion.methods.planning.greedy import lazy_greedy
from traitdunion.methods.planning.local_search import local_search
from traitdunion.methods.planning.problem import Incidence, Problem


def introductions(check):
    """Member by broker chances; every member is worth 1."""
    chance = np.array(check["input"]["p"])
    members, brokers = chance.shape
    member, broker = (index.ravel() for index in np.indices(chance.shape))
    n = chance.size
    limits = Incidence.of(
        [[0, 1 + m, 1 + members + b] for m, b in zip(member, broker, strict=True)], 1 + members + brokers
    )
    nobody = np.zeros(n, dtype=bool)
    return Problem(
        probability=chance.ravel(),
        served=Incidence.of(member[:, None].tolist(), members),
        value=np.ones(members),
        cap=np.ones(members),
        groups=Incidence.none(n),
        weight=np.zeros(0),
        worth=np.zeros(n),
        limits=limits,
        amount=np.ones(3 * n),
        least=np.zeros(limits.size),
        most=np.array(
            [check["input"]["budget"]] + [check["input"]["per_member"]] * members + check["input"]["cap"],
            dtype=float,
        ),
        pinned=nobody,
        barred=nobody,
    )


@pytest.mark.parametrize("name", ["intro_plan_milp", "intro_greedy_gap"])
def test_greedy_is_worth_what_it_was_and_exchanges_reach_the_optimum(reference, name):
    check = reference[name]
    problem = introductions(check)
    plan = lazy_greedy(problem)
    assert plan.gain.total == pytest.approx(check["expected"]["greedy"], abs=check["tolerance"])
    better = local_search(problem, plan.chosen)
    assert better.gain.total == pytest.approx(check["expected"]["optimum"], abs=check["tolerance"])
