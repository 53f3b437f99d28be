from collections import Counter
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

import traitdunion as td
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.mandate import Asked, Mandate, pair_of
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendations
from traitdunion.steps.plan import WEIGHTS, Extras
from traitdunion.steps.plan.acceptance import chances_of
from traitdunion.steps.plan.ground import Ground

QUICK = Extras(solver="quick")


def test_budgets_hold(made: Plan, ground: Ground) -> None:
    assert len(made.lines) == 40
    sides = Counter(side for line in made.lines for side in (line.organization, line.partner))
    assert max(count for side, count in sides.items() if side not in ground.clusters) <= 3
    assert max(count for side, count in sides.items() if side in ground.clusters) <= 10


def test_gains_add_up_and_never_grow(made: Plan) -> None:
    gains = [line.gain for line in made.lines]
    assert gains == sorted(gains, reverse=True)
    assert sum(gains) == pytest.approx(made.gain)
    assert sum(made.parts.values()) == pytest.approx(made.gain)


def test_the_plan_stands_between_its_bound_and_what_it_is_compared_with(made: Plan) -> None:
    assert made.gain <= made.bound
    for other in (made.random, made.random_same_mix, made.top_scores, made.top_scores_same_mix):
        assert other.gain < made.gain
        assert other.low < other.high
        assert other.difference.low < other.difference.mean < other.difference.high
        assert other.difference.mean == pytest.approx(made.gain - other.gain, rel=0.1)
    assert made.random.gain < made.random_same_mix.gain
    assert made.top_scores.introductions == 40


def test_all_three_ways_agree_and_the_exact_one_proves_it(advice: Recommendations) -> None:
    plans = {
        solver: td.plan(advice, introductions=8, extras=Extras(solver=solver))
        for solver in ("quick", "auto", "exact")
    }
    assert plans["quick"].gain <= plans["auto"].gain + 1e-9 <= plans["exact"].gain + 2e-9
    assert plans["exact"].exact
    assert plans["exact"].bound == pytest.approx(plans["exact"].gain, rel=1e-5)
    assert plans["exact"].gain <= plans["quick"].bound + 1e-9


def test_no_region_with_members_is_left_out(made: Plan, ground: Ground) -> None:
    served = {ground.said("region", line.organization) for line in made.lines}
    assert served >= {"Flanders", "Wallonia", "Brussels"}


def test_the_same_seed_gives_the_same_plan(advice: Recommendations, made: Plan) -> None:
    again = td.plan(advice, introductions=40, extras=QUICK)
    assert again.lines == made.lines
    assert (again.random, again.curve, again.effects) == (made.random, made.curve, made.effects)
    other = td.plan(advice, introductions=40, extras=QUICK, seed=2)
    assert other.lines == made.lines
    assert other.random != made.random


def test_the_curve_rises_ever_more_slowly_below_its_bound(made: Plan) -> None:
    points = made.curve
    assert [point.introductions for point in points] == [10, 20, 30, 40, 60, 80]
    assert all(point.gain <= point.bound + 1e-9 for point in points)
    each = [
        (later.gain - former.gain) / (later.introductions - former.introductions)
        for former, later in pairwise(points)
    ]
    assert all(slope > 0 for slope in each)
    assert each[0] > each[-1]
    assert points[3].gain == made.gain


def test_a_budget_of_nothing_is_refused(advice: Recommendations) -> None:
    with pytest.raises(td.InputError, match="introductions"):
        td.plan(advice, introductions=0)


def test_half_and_double_the_acceptance_are_told(made: Plan) -> None:
    half, double = made.acceptance.half, made.acceptance.double
    assert half.gain < made.gain < double.gain
    for other in (half, double):
        assert 0 < other.same <= 40
        assert other.kept <= other.gain + 1e-9
    assert (made.acceptance.answers, made.acceptance.low) == (0, made.acceptance.mean)


def test_answers_teach_how_often_introductions_are_accepted(advice: Recommendations, made: Plan) -> None:
    joins = [one for one in advice if one.purpose == "join"][:60]
    never = tuple(Asked(one.organization, one.purpose, one.score, accepted=False) for one in joins)
    taught = td.plan(advice, introductions=40, mandate=Mandate(asked=never), extras=QUICK)
    assert (taught.acceptance.answers, taught.acceptance.accepted) == (60, 0)
    assert taught.acceptance.low < taught.acceptance.mean < taught.acceptance.high

    assert sum(line.purpose == "join" for line in made.lines) > 10
    assert all(line.purpose != "join" for line in taught.lines)
    stated, used = (chances_of(joins, asked, WEIGHTS, seed=1).used for asked in ((), never))
    assert (used < 0.4 * stated).all()
    mixed = tuple(replace(one, accepted=number % 3 == 0) for number, one in enumerate(never))
    told = td.plan(advice, introductions=40, mandate=Mandate(asked=mixed), extras=QUICK).acceptance.foretold
    assert told["log_loss_learned"] > 0
    assert set(told) == {
        f"{name}_{way}"
        for name in ("log_loss", "brier", "error")
        for way in ("learned", "stated", "constant")
    }


def test_the_managers_own_list_is_set_beside_and_adds_no_candidate(
    advice: Recommendations, made: Plan
) -> None:
    own = [one for one in advice if one.purpose == "join"][:10]
    compared = td.plan(advice, introductions=40, extras=replace(QUICK, compare=tuple(own)))
    assert compared.compared is not None
    assert compared.compared.introductions == len({pair_of(one.organization, one.partner) for one in own})
    assert compared.compared.gain < compared.gain
    assert [line.pair for line in compared.lines] == [line.pair for line in made.lines]
    foreign = replace(own[0], partner="ugent")
    other = td.plan(advice, introductions=40, extras=replace(QUICK, compare=(foreign,)))
    assert other.candidates == made.candidates
    assert [line.pair for line in other.compared_lines] == [pair_of(own[0].organization, "ugent")]


def test_a_list_that_is_the_plan_differs_by_nothing(advice: Recommendations, made: Plan) -> None:
    of_pair = {pair_of(one.organization, one.partner): one for one in reversed(advice.items)}
    same = tuple(of_pair[line.pair] for line in made.lines)
    found = td.plan(advice, introductions=40, extras=replace(QUICK, compare=same)).compared
    assert found is not None
    assert (found.difference.low, found.difference.high, found.share) == (0.0, 0.0, 0.0)
    assert found.gain == pytest.approx(made.gain)


def test_structure_is_exact_and_only_of_the_lines(made: Plan, ground: Ground, example: Ecosystem) -> None:
    from traitdunion.methods.networks.resistance import kirchhoff_index

    before = kirchhoff_index(ground.network)
    tied = ground.network.tolil()
    for line in made.lines:
        one, other = (example.row(side) for side in line.pair)
        tied[one, other] += 1.0
        tied[other, one] += 1.0
    after = kirchhoff_index(tied.tocsr())
    assert made.structure.before == pytest.approx(before.index)
    reached = [count * (count - 1) / 2 for count in _sizes(tied.tocsr())]
    known = [count * (count - 1) / 2 for count in _sizes(ground.network)]
    assert made.structure.joined == sum(reached) - sum(known)
    assert 0 < made.structure.drop < before.index
    assert after.components < before.components


def _sizes(network) -> np.ndarray:
    from scipy.sparse.csgraph import connected_components

    return np.bincount(connected_components(network, directed=False)[1])
