"""A plan of the built-in example, and what it is made from."""

import pytest

import traitdunion as td
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendations
from traitdunion.steps.plan import Extras
from traitdunion.steps.plan.ground import Ground


@pytest.fixture(scope="session")
def advice(example: Ecosystem, example_audit: Audit) -> Recommendations:
    return td.recommend(example, example_audit)


@pytest.fixture(scope="session")
def made(advice: Recommendations) -> Plan:
    return td.plan(advice, introductions=40, extras=Extras(solver="quick"))


@pytest.fixture(scope="session")
def ground(example: Ecosystem, example_audit: Audit) -> Ground:
    return Ground.of(example, example_audit)
