from collections import Counter

import pytest

import traitdunion as td
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendations


@pytest.fixture(scope="module")
def advice(example: Ecosystem, example_audit: Audit) -> Recommendations:
    return td.recommend(example, example_audit)


@pytest.fixture(scope="module")
def made(advice: Recommendations) -> Plan:
    return td.plan(advice, introductions=100, per_organization=3, per_cluster=10)


def test_budgets_hold(made: Plan) -> None:
    assert len(made.lines) == 100
    assert max(Counter(line.organization for line in made.lines).values()) <= 3
    assert max(Counter(line.partner for line in made.lines).values()) <= 10


def test_gains_add_up_and_never_grow(made: Plan) -> None:
    gains = [line.gain for line in made.lines]
    assert gains == sorted(gains, reverse=True)
    assert sum(gains) == pytest.approx(made.gain)
    assert sum(made.parts.values()) == pytest.approx(made.gain)


def test_the_plan_beats_chance_and_plain_scores_and_stays_under_its_bound(made: Plan) -> None:
    assert made.random.high < made.gain
    assert made.top_scores < made.gain <= made.bound


def test_no_region_with_members_is_left_out(made: Plan, example: Ecosystem) -> None:
    region = dict(zip(*(example.organizations[name].to_pylist() for name in ("id", "region")), strict=True))
    served = {region[line.organization] for line in made.lines}
    assert served >= {"Flanders", "Wallonia", "Brussels"}


def test_the_same_seed_gives_the_same_plan(advice: Recommendations, made: Plan) -> None:
    assert td.plan(advice, introductions=100, per_organization=3, per_cluster=10) == made


def test_a_smaller_budget_is_the_beginning_of_a_larger_one(advice: Recommendations, made: Plan) -> None:
    few = td.plan(advice, introductions=10, per_organization=3, per_cluster=10)
    assert [line.organization for line in few.lines] == [line.organization for line in made.lines[:10]]


def test_a_budget_of_nothing_is_refused(advice: Recommendations) -> None:
    with pytest.raises(td.InputError, match="introductions"):
        td.plan(advice, introductions=0)
