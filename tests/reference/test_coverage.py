"""Plans of introductions against exact solvers (CP-SAT and HiGHS agree on both)."""

import numpy as np
import pytest

from traitdunion.methods.coverage import Problem, lazy_greedy


def introductions(check):
    """Member by broker chances; every member is worth 1."""
    chance = np.array(check["input"]["p"])
    members = len(chance)
    member, broker = (index.ravel() for index in np.indices(chance.shape))
    nothing = np.zeros(0)
    return Problem(
        probability=chance.ravel(),
        members=member[:, None],
        pairs=np.full(chance.size, -1),
        groups=np.zeros((chance.size, 0), dtype=np.int64),
        limits=np.column_stack([member, members + broker]),
        member_value=np.ones(members),
        pair_value=nothing,
        pair_deficit=nothing,
        group_weight=nothing,
        capacity=np.array([check["input"]["per_member"]] * members + check["input"]["cap"]),
        budget=check["input"]["budget"],
    )


@pytest.mark.reproduces("intro_plan_milp", "intro_greedy_gap")
@pytest.mark.parametrize("name", ["intro_plan_milp", "intro_greedy_gap"])
def test_greedy_is_worth_what_it_was_and_the_bound_holds_the_optimum(reference, name):
    check = reference[name]
    plan = lazy_greedy(introductions(check))
    assert plan.gain.total == pytest.approx(check["expected"]["greedy"], abs=check["tolerance"])
    assert plan.bound >= check["expected"]["optimum"] - check["tolerance"]
