"""Plans of introductions against exact solvers (CP-SAT and HiGHS agree on both)."""

import numpy as np
import pytest

from traitdunion.methods.planning.bound import upper_bound
from traitdunion.methods.planning.exact import best_plan
from traitdunion.methods.planning.problem import Incidence, Problem, gain, within_limits


def introductions(check):
    """Member by broker chances; every member is worth 1."""
    chance = np.array(check["input"]["p"])
    members, brokers = chance.shape
    member, broker = (index.ravel() for index in np.indices(chance.shape))
    n, limits = chance.size, 1 + members + brokers
    most = [check["input"]["budget"], *[check["input"]["per_member"]] * members, *check["input"]["cap"]]
    return Problem(
        probability=chance.ravel(),
        served=Incidence.of(member[:, None].tolist(), members),
        value=np.ones(members),
        cap=np.ones(members),
        groups=Incidence.none(n),
        weight=np.zeros(0),
        worth=np.zeros(n),
        limits=Incidence.of(np.column_stack([0 * member, 1 + member, 1 + members + broker]).tolist(), limits),
        amount=np.ones(3 * n),
        least=np.zeros(limits),
        most=np.array(most, dtype=float),
        pinned=np.zeros(n, dtype=bool),
        barred=np.zeros(n, dtype=bool),
    )


def one_by_one(problem):
    """Each time the candidate that adds most, by the definition: what is called greedy."""
    chosen = []
    while True:
        whole = gain(problem, chosen).total
        more = {
            i: gain(problem, [*chosen, i]).total - whole
            for i in range(len(problem.probability))
            if i not in chosen and within_limits(problem, [*chosen, i])
        }
        if not more or max(more.values()) < 1e-12:
            return chosen
        chosen.append(max(more, key=lambda i: round(more[i], 12)))


@pytest.mark.reproduces("intro_plan_milp", "intro_greedy_gap")
@pytest.mark.parametrize("name", ["intro_plan_milp", "intro_greedy_gap"])
def test_the_optimum_is_found_and_proved_from_the_greedy_plan(reference, name):
    check = reference[name]
    problem = introductions(check)
    start = one_by_one(problem)
    assert gain(problem, start).total == pytest.approx(check["expected"]["greedy"], abs=check["tolerance"])
    assert upper_bound(problem, start).value >= check["expected"]["optimum"] - check["tolerance"]
    found = best_plan(problem, start)
    assert found.gain == pytest.approx(check["expected"]["optimum"], abs=check["tolerance"])
    assert found.proved
    # A plan is proved the best when its worth meets the bound to a millionth.
    assert found.bound == pytest.approx(check["expected"]["optimum"], rel=1e-6)


@pytest.mark.parametrize("name", ["intro_plan_milp", "intro_greedy_gap"])
def test_the_optimum_is_found_from_nothing(reference, name):
    check = reference[name]
    found = best_plan(introductions(check), [])
    assert found.gain == pytest.approx(check["expected"]["optimum"], abs=check["tolerance"])
    assert found.proved
