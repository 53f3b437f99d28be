import pytest

import traitdunion as td
from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.recommendation import Recommendations
from traitdunion.steps.recommend import clusters_for, members_for
from traitdunion.steps.recommend.ground import WEIGHTS
from traitdunion.steps.recommend.partners import partner_advice, partners


@pytest.fixture(scope="module")
def found(example: Ecosystem, example_audit: Audit) -> Recommendations:
    return td.recommend(example, example_audit)


def test_every_member_without_a_tie_is_advised_three_clusters(found: Recommendations) -> None:
    untied = [row["organization"] for row in found.audit.members.to_pylist() if row["status"] != "tied"]
    joins = [one for one in found if one.purpose == "join"]
    assert [one.organization for one in joins] == [organization for organization in untied for _ in range(3)]


def carriers(found: Recommendations) -> dict[str, set[str]]:
    """Who counts as tied to each cluster and can be introduced: not the broker, and no programme."""
    kind = dict(
        zip(*(found.ecosystem.organizations[name].to_pylist() for name in ("id", "kind")), strict=True)
    )
    around: dict[str, set[str]] = {}
    for held in found.audit.memberships.to_pylist():
        if not held["broker"] and kind[held["organization"]] not in ("cluster", "programme"):
            around.setdefault(held["cluster"], set()).add(held["organization"])
    return around


def test_no_programme_is_introduced(found: Recommendations) -> None:
    kind = dict(
        zip(*(found.ecosystem.organizations[name].to_pylist() for name in ("id", "kind")), strict=True)
    )
    assert "programme" in kind.values()
    assert all(kind[one.organization] != "programme" for one in found)


def test_every_gap_pair_with_somebody_to_carry_it_has_a_bridge(found: Recommendations) -> None:
    gaps = {(row["a"], row["b"]) for row in found.audit.pairs.to_pylist() if row["weight"] > 0}
    bridged = {tuple(sorted((one.via, one.partner))) for one in found if one.purpose == "bridge"}
    assert bridged <= gaps
    around = carriers(found)
    assert {(a, b) for a, b in gaps if around.get(a, set()) ^ around.get(b, set())} == bridged


def test_reasons_are_two_to_five_with_a_source_and_never_a_sentence(found: Recommendations) -> None:
    for one in found:
        assert 2 <= len(one.reasons) <= 5
        assert all(" " not in reason.key for reason in one.reasons)
    assert all(reason.source for one in found for reason in one.reasons)


def test_a_score_is_what_its_parts_add_up_to(found: Recommendations) -> None:
    for one in found.items[:100]:
        told = sum(reason.weight for reason in one.reasons if reason.key in WEIGHTS)
        assert told <= one.score + 1e-9
        assert 0 <= one.score <= 1


def test_the_near_and_alike_cluster_comes_first() -> None:
    near, far = {"lat": 51.0, "lon": 4.4}, {"lat": 49.7, "lon": 5.8}
    world = ecosystem(
        [
            cluster("Near", topics=["robotics"], **near),
            cluster("Far", topics=["biotech"], **far),
            organization("Acme", member=True, topics=["robotics"], lat=51.01, lon=4.41),
        ]
    )
    advice = clusters_for(world, "Acme")
    assert [one.partner for one in advice] == ["Near", "Far"]
    assert {reason.key for reason in advice[0].reasons} >= {"distance", "shared-topics"}


def test_an_organization_nothing_is_known_of_is_told_so() -> None:
    world = ecosystem([cluster("Hub"), organization("Blank", member=True)])
    (advice,) = clusters_for(world, "Blank")
    assert {reason.key for reason in advice.reasons} >= {"few-data"}
    assert len(advice.reasons) >= 2


def test_partners_are_companies_not_yet_met() -> None:
    world = ecosystem(
        [
            organization("Acme", topics=["iot"]),
            organization("Known", topics=["iot"]),
            organization("New", topics=["iot"]),
        ],
        [tie("Acme", "Known", "joint-project", since="2020")],
    )
    assert [one.partner for one in partners(partner_advice(world), "Acme")] == ["New"]


def test_members_are_found_for_the_broker_too(example: Ecosystem, example_audit: Audit) -> None:
    fitting = members_for(example, example_audit, ["a6k", "agoria"], top=5)
    assert {name: len(found) for name, found in fitting.items()} == {"a6k": 5, "agoria": 5}


def test_an_unknown_name_is_an_error(example: Ecosystem) -> None:
    with pytest.raises(td.InputError, match="Nobody"):
        partners(partner_advice(example), "Nobody")
