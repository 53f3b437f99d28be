from collections import defaultdict
from datetime import date

import numpy as np
import pytest

import traitdunion as td
from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.steps.audit.ground import Ground
from traitdunion.steps.audit.pairs import _likeness

SEVEN = {"a6k", "arenberg", "becentral", "kortrijk-industry-4-0", "the-beacon", "the-pod", "thor-park"}


def pair(audit: Audit, a: str, b: str) -> dict:
    (found,) = [row for row in audit.pairs.to_pylist() if (row["a"], row["b"]) == (a, b)]
    return found


def test_the_example_has_the_facts_it_says(example: Ecosystem) -> None:
    assert example.organizations.num_rows == 626
    assert len(example.clusters) == 66
    assert example.ties.num_rows == 999
    assert len(example.members) == 71


def test_ten_of_the_members_are_known_to_be_tied(example_audit: Audit) -> None:
    coverage = example_audit.coverage()
    assert coverage["tied"] == 10
    assert sum(coverage.values()) == 71


def test_every_tied_member_has_a_tie_with_a_source(example_audit: Audit) -> None:
    tied = {row["organization"] for row in example_audit.members.to_pylist() if row["status"] == "tied"}
    ties = example_audit.member_ties.to_pylist()
    assert {row["organization"] for row in ties} == tied
    assert all(row["source_url"] for row in ties)


def test_fifteen_pairs_of_the_seven_share_nobody_but_the_broker(example_audit: Audit) -> None:
    seven = [row for row in example_audit.pairs.to_pylist() if {row["a"], row["b"]} <= SEVEN]
    assert len(seven) == 21
    alone = [row for row in seven if row["observed"] == 0]
    assert len(alone) == 15
    assert all(row["through_broker"] > 0 for row in alone)


def test_without_leaving_the_broker_out_no_pair_of_the_seven_is_alone(example: Ecosystem) -> None:
    told = td.audit(example, broker=("agoria",)).pairs.to_pylist()
    seven = [row for row in told if {row["a"], row["b"]} <= SEVEN]
    assert all(row["observed"] + row["through_broker"] > 0 for row in seven)


def test_counts_of_a_pair_are_the_contacts_listed(example_audit: Audit) -> None:
    listed = example_audit.contacts.to_pylist()
    for row in example_audit.pairs.to_pylist():
        mine = [one for one in listed if (one["a"], one["b"]) == (row["a"], row["b"])]
        assert row["observed"] == sum(not one["broker"] for one in mine)
        assert row["observed"] == sum(
            row[name] for name in ("shared", "agreements", "projects", "events", "other")
        )


def test_expected_contacts_add_up_to_those_seen(example_audit: Audit) -> None:
    rows = example_audit.pairs.to_pylist()
    assert sum(row["expected"] for row in rows) == pytest.approx(
        sum(row["observed"] for row in rows), rel=1e-6
    )


def test_intervals_hold_their_ratio_and_ranks_order_it(example_audit: Audit) -> None:
    rows = sorted(example_audit.pairs.to_pylist(), key=lambda row: row["rank"])
    assert all(row["low"] <= row["ratio"] <= row["high"] for row in rows)
    ratios = [row["ratio"] for row in rows]
    assert ratios == sorted(ratios)


def test_a_part_is_no_pair_with_its_whole_and_counts_for_it() -> None:
    world = ecosystem(
        [cluster("Whole"), cluster("Part"), cluster("Third"), organization("Acme")],
        [tie("Part", "Whole", "part-of"), tie("Acme", "Part"), tie("Acme", "Third")],
    )
    audit = td.audit(world)
    assert {(row["a"], row["b"]) for row in audit.pairs.to_pylist()} == {
        ("Part", "Third"),
        ("Third", "Whole"),
    }
    assert pair(audit, "Third", "Whole")["shared"] == 1


def test_who_pays_for_two_clusters_does_not_make_them_meet() -> None:
    world = ecosystem(
        [cluster("A"), cluster("B"), organization("Fund")],
        [tie("Fund", "A", "funder"), tie("Fund", "B", "funder")],
    )
    assert pair(td.audit(world), "A", "B")["observed"] == 0


def test_a_shared_organization_a_project_and_an_agreement_each_count_once() -> None:
    event = {
        "record": "local:p",
        "source": "local",
        "ref": "p",
        "name": "P",
        "kind": "project",
        "file": "t",
        "row": 2,
    }
    took_part = [
        {
            "record": f"p{one}",
            "source": "local",
            "event_ref": "p",
            "organization_ref": one,
            "file": "t",
            "row": 2,
        }
        for one in ("A", "B")
    ]
    world = ecosystem(
        [cluster("A"), cluster("B"), organization("Acme")],
        [tie("Acme", "A"), tie("Acme", "B", "resident"), tie("A", "B", "agreement", since="2020")],
        events=[event],
        participations=took_part,
    )
    found = pair(td.audit(world), "A", "B")
    assert {name: found[name] for name in ("shared", "agreements", "projects", "events", "observed")} == {
        "shared": 1,
        "agreements": 1,
        "projects": 1,
        "events": 0,
        "observed": 3,
    }


def test_coverage_has_three_values() -> None:
    world = ecosystem(
        [
            cluster("Hub"),
            organization("Tied", member=True),
            organization("Seen", member=True),
            organization("Listed", member=True, ties_complete=True),
            organization("Unseen", member=True),
            organization("Honoured", member=True),
            organization("Other"),
        ],
        [tie("Tied", "Hub"), tie("Seen", "Other", "joint-project"), tie("Honoured", "Other", "award")],
    )
    members = td.audit(world).members.to_pylist()
    assert {row["organization"]: row["status"] for row in members} == {
        "Tied": "tied",
        "Seen": "no-tie-known",
        "Listed": "no-tie-known",
        "Unseen": "no-data",
        "Honoured": "no-data",
    }


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"until": "2019"}, "no-tie-known"),
        ({"until": "2026"}, "tied"),
        ({"status": "ended"}, "no-tie-known"),
        ({"status": "announced"}, "no-tie-known"),
        ({"since": "2026-06"}, "no-tie-known"),
        ({"since": "2015"}, "tied"),
    ],
)
def test_a_standing_tie_counts_while_it_holds(said: dict, status: str) -> None:
    world = ecosystem([cluster("Hub"), organization("Acme", member=True)], [tie("Acme", "Hub", **said)])
    assert td.audit(world).members["status"].to_pylist() == [status]


def test_a_contact_that_took_place_stays_one() -> None:
    past = tie("Acme", "Hub", "joint-project", since="2014", until="2016", status="ended")
    world = ecosystem([cluster("Hub"), organization("Acme", member=True)], [past])
    assert td.audit(world).coverage()["tied"] == 1


def test_the_pair_that_hangs_on_one_organization_is_a_weak_spot() -> None:
    world = ecosystem(
        [
            cluster("A"),
            cluster("B"),
            cluster("C"),
            organization("One"),
            organization("Two"),
            organization("Fed"),
        ],
        [tie(one, to) for one, to in [("One", "A"), ("One", "B"), ("Two", "A"), ("Two", "B"), ("One", "C")]]
        + [tie("Fed", "B"), tie("Fed", "C")],
    )
    audit = td.audit(world, broker=("Fed",))
    spots = {
        (row["a"], row["b"]): (row["organization"], row["broker"]) for row in audit.weak_spots.to_pylist()
    }
    assert spots == {("A", "C"): ("One", False), ("B", "C"): ("One", False)}
    one = next(row for row in audit.bridges.to_pylist() if row["organization"] == "One")
    assert (one["clusters"], one["pairs"], one["alone"], one["share"]) == (3, 3, 2, 2.5)


def test_an_ecosystem_without_a_cluster_or_a_contact_has_an_audit() -> None:
    assert td.audit(ecosystem([organization("Acme", member=True)])).pairs.num_rows == 0
    silent = td.audit(ecosystem([cluster("A"), cluster("B")]))
    assert pair(silent, "A", "B")["observed"] == 0


def test_an_unknown_broker_is_named(example: Ecosystem) -> None:
    with pytest.raises(td.InputError, match="nobody-here"):
        td.audit(example, broker=("nobody-here",))


def test_a_snapshot_of_an_earlier_day_knows_less() -> None:
    parts = ([cluster("Hub"), organization("Acme", member=True)], [tie("Acme", "Hub", since="2020-05-04")])
    assert ecosystem(*parts, as_of=date(2020, 5, 3)).ties.num_rows == 0
    assert ecosystem(*parts, as_of=date(2020, 5, 4)).ties.num_rows == 1


def test_relatedness_does_not_foresee_the_contact_it_is_to_explain() -> None:
    world = ecosystem(
        [
            cluster("A"),
            cluster("B"),
            organization("Both", topics=["robotics"]),
            organization("One", topics=["food"]),
            organization("Two", topics=["glass", "robotics"]),
        ],
        [tie(one, to) for one, to in [("Both", "A"), ("Both", "B"), ("One", "A"), ("Two", "B")]],
    )
    ground = Ground.of(world, ())
    for first, second in ((0, 1), (1, 0)):
        assert _likeness(ground, np.array([first]), np.array([second])).tolist() == [0.0]


def test_relatedness_sees_what_the_others_have_in_common() -> None:
    world = ecosystem(
        [
            cluster("A"),
            cluster("B"),
            organization("One", topics=["food"]),
            organization("Two", topics=["food"]),
        ],
        [tie("One", "A"), tie("Two", "B")],
    )
    alike = _likeness(Ground.of(world, ()), np.array([0]), np.array([1]))
    assert alike.tolist() == pytest.approx([1.0])


def test_memberships_are_the_two_mode_table_behind_the_shared_contacts(example_audit: Audit) -> None:
    met = defaultdict(set)
    for row in example_audit.memberships.to_pylist():
        met[row["organization"]].add(row["cluster"])
    shared = [row for row in example_audit.contacts.to_pylist() if row["kind"] == "shared"]
    assert len(shared) > 300
    assert all({row["a"], row["b"]} <= met[row["through"]] for row in shared)
