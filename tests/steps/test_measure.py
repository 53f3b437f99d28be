"""Measurements on small ecosystems whose answers can be counted by hand, and on the example."""

from collections import Counter

import numpy as np
import pytest
from scipy import sparse

import traitdunion as td
from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import MEASURES, Measurement
from traitdunion.errors import InputError
from traitdunion.steps.measure.network import one_tie_is_most
from traitdunion.workspace.documents import measurement_document


def rows_of(measured: Measurement, key: str) -> list[dict]:
    (listing,) = [one for one in measured.listings if one.key == key]
    names = [column.key for column in listing.columns]
    return [dict(zip(names, row, strict=True)) for row in listing.rows]


def figures(measured: Measurement) -> dict:
    return {one.key: one.value for one in measured.findings}


def by(rows: list[dict], world: Ecosystem) -> dict[str, dict]:
    names = dict(
        zip(world.organizations["id"].to_pylist(), world.organizations["name"].to_pylist(), strict=True)
    )
    return {names[row["organization"]]: row for row in rows}


def star() -> Ecosystem:
    """Mid is tied to one in the north and two in the south, those to each other; apart stands alone."""
    firms = [
        organization("mid alpha", region="Flanders"),
        organization("north bravo", region="Flanders"),
        organization("south charlie", region="Wallonia"),
        organization("south delta", region="Wallonia"),
        organization("apart echo", region="Brussels"),
        organization("lost foxtrot"),
    ]
    ties = [
        tie("mid alpha", "north bravo", "partner"),
        tie("mid alpha", "south charlie", "partner"),
        tie("mid alpha", "south delta", "partner"),
        tie("south charlie", "south delta", "partner"),
        tie("lost foxtrot", "north bravo", "partner"),
    ]
    return ecosystem(firms, ties)


def test_brokerage_counts_each_open_pair_once_by_role() -> None:
    world = star()
    measured = td.measure(world, "brokerage", by="region", draws=19)
    mid = by(rows_of(measured, "brokerage"), world)["mid alpha"]
    # north-charlie and north-delta are open: own group to another; charlie-delta is closed.
    assert (mid["brokered"], mid["gatekeeper"], mid["coordinator"], mid["liaison"]) == (2, 2, 0, 0)
    assert mid["contacts"] == 3
    assert mid["participation"] == pytest.approx(1 - (1 / 3) ** 2 - (2 / 3) ** 2)
    assert "lost foxtrot" not in by(rows_of(measured, "brokerage"), world)
    assert {one.key: one.values for one in measured.caveats}["group-unknown"] == {"count": 1}
    mixing = {row["group"]: row for row in rows_of(measured, "mixing")}
    assert (mixing["Flanders"]["internal"], mixing["Flanders"]["external"]) == (1.0, 2.0)
    assert (mixing["Wallonia"]["internal"], mixing["Wallonia"]["external"]) == (1.0, 2.0)
    assert figures(measured)["ei"] == 0.0


def test_groups_must_exist_and_be_known() -> None:
    with pytest.raises(InputError) as error:
        td.measure(star(), "brokerage", by="colour")
    assert error.value.key == "option-choice"
    nobody = ecosystem([organization("a one"), organization("b two")], [tie("a one", "b two", "partner")])
    with pytest.raises(InputError) as error:
        td.measure(nobody, "brokerage", by="region")
    assert error.value.key == "group-empty"


def test_constraint_lists_the_most_open_first_and_leaves_out_the_isolated() -> None:
    world = star()
    measured = td.measure(world, "constraint")
    rows = rows_of(measured, "constraint")
    assert [row["constraint"] for row in rows] == sorted(row["constraint"] for row in rows)
    found = by(rows, world)
    assert "apart echo" not in found
    assert found["mid alpha"]["effective_size"] == pytest.approx(3 - 2 * 1 / 3)
    assert found["mid alpha"]["cut_point"]
    assert found["north bravo"]["cut_point"]
    assert not found["south delta"]["cut_point"]
    assert (figures(measured)["bridges"], figures(measured)["components"]) == (2.0, 1.0)
    assert {one.key: one.values for one in measured.caveats}["isolated"] == {"count": 1}


def test_a_project_of_many_counts_little_for_each_pair() -> None:
    firms = [organization(f"firm {name * 3}") for name in "abcdef"]
    event = {"record": "local:p", "source": "local", "ref": "p", "name": "P", "kind": "project"}
    took_part = [
        {"record": f"local:p|{firm['ref']}", "source": "local", "event_ref": "p", "file": "t", "row": 2}
        | {"organization_ref": firm["ref"]}
        for firm in firms[:5]
    ]
    world = ecosystem(
        firms,
        [tie("firm aaa", "firm fff", "partner")],
        events=[event | {"file": "t", "row": 2}],
        participations=took_part,
    )
    measured = td.measure(world, "constraint")
    # Newman: four partners at 1/4 each, the direct tie at 1: one half of firm aaa's ties is the direct one.
    found = by(rows_of(measured, "constraint"), world)["firm aaa"]
    share, among = 1 / 8, 1 / 4
    expected = 0.5**2 + 4 * (share + 3 * share * among) ** 2
    assert found["constraint"] == pytest.approx(expected)
    doubts = {one.key: one.values for one in measured.caveats}
    assert doubts["hyperedges"] == {"partners": 5}
    # Of firm aaa the direct tie weighs as much as the four others together, and so no more.
    assert "heavy-ties" not in doubts


def test_a_tie_that_outweighs_all_others_is_named() -> None:
    weights = sparse.csr_array([[0, 5, 1, 1], [5, 0, 0, 0], [1, 0, 0, 1], [1, 0, 1, 0]])
    assert one_tie_is_most(weights) == 1
    assert one_tie_is_most(sparse.csr_array((3, 3))) == 0


def test_contacts_stand_beside_four_null_models(example: Ecosystem, example_audit: Audit) -> None:
    measured = td.measure(example, "contacts", audit=example_audit, draws=199)
    rows = rows_of(measured, "contacts-expected")
    assert len(rows) == example_audit.pairs.num_rows
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    assert all(row["rank_low"] <= row["rank_high"] for row in rows)
    swaps, ends = (np.array([row[name] for row in rows]) for name in ("by_swaps", "by_ends"))
    shared = np.array([row["shared"] for row in rows])
    assert shared.sum() == figures(measured)["shared"] > 250
    # Swaps keep how many clusters each organization has, and so how many pairs it is in: all its pairs of
    # clusters together, those of a part with its whole too, which the list leaves out.
    each = Counter(row["organization"] for row in example_audit.memberships.to_pylist() if not row["broker"])
    everything = sum(count * (count - 1) // 2 for count in each.values())
    assert shared.sum() < swaps.sum() <= everything
    assert np.corrcoef(swaps, ends)[0, 1] > 0.98


def test_tails_of_contacts_are_lower_tails(example: Ecosystem, example_audit: Audit) -> None:
    rows = rows_of(td.measure(example, "contacts", audit=example_audit, draws=199), "contacts-expected")
    many = [row for row in rows if row["shared"] >= 3 * max(row["by_entropy"], 1.0)]
    none = [row for row in rows if row["shared"] == 0 and row["by_entropy"] > 1]
    assert len(many) > 5 < len(none)
    assert all(row["p_entropy"] > 0.9 and row["p_swaps"] > 0.9 for row in many)
    assert all(row["p_entropy"] < 0.45 and row["p_swaps"] < 0.45 for row in none)


def test_who_pays_or_honours_is_no_partner() -> None:
    firms = [organization(f"firm {name * 3}") for name in "abc"]
    ties = [tie("firm aaa", "firm bbb", "partner"), tie("firm aaa", "firm ccc", "award")]
    world = ecosystem(firms, ties)
    assert sorted(by(rows_of(td.measure(world, "constraint"), "constraint"), world)) == [
        "firm aaa",
        "firm bbb",
    ]


def test_relatedness_of_topics_and_of_themes_come_from_different_sources(
    example: Ecosystem, example_audit: Audit
) -> None:
    topics = td.measure(example, "relatedness", audit=example_audit, of="topics")
    assert rows_of(topics, "relatedness")[0]["proximity"] >= rows_of(topics, "relatedness")[-1]["proximity"]
    assert {row["a"] for row in rows_of(topics, "complements")} <= set(
        example.organizations["id"].to_pylist()
    )
    with pytest.raises(InputError) as error:
        td.measure(example, "relatedness", audit=example_audit, of="themes")
    assert error.value.key == "group-empty"
    with pytest.raises(InputError) as error:
        td.measure(example, "relatedness", audit=example_audit, of="colours")
    assert error.value.key == "option-choice"


def test_what_two_clusters_bring_each_other_is_what_the_other_lacks() -> None:
    firms = [
        cluster("park one", topics=["biotech", "pharma"]),
        cluster("park two", topics=["biotech", "medtech"]),
        organization("both worlds", topics=["pharma", "medtech"]),
        organization("old biotech", topics=["biotech", "medtech"]),
    ]
    world = ecosystem(firms)
    audited = td.audit(world)
    (row,) = rows_of(td.measure(world, "relatedness", audit=audited, of="topics"), "complements")
    assert row["complementarity"] == pytest.approx((row["brings_a"] + row["brings_b"]) / 2)
    assert row["brings_a"] > 0


@pytest.mark.parametrize("what", ["contacts", "relatedness"])
def test_an_audit_is_asked_for_where_it_is_needed(example: Ecosystem, what: str) -> None:
    with pytest.raises(InputError, match="audit") as error:
        td.measure(example, what)  # type: ignore[arg-type]
    assert error.value.key == "audit-needed"


def test_an_unknown_measure_is_refused_with_those_there_are(example: Ecosystem) -> None:
    with pytest.raises(InputError, match="brokerage") as error:
        td.measure(example, "beauty")  # type: ignore[arg-type]
    assert error.value.key == "option-choice"


@pytest.mark.parametrize("what", MEASURES)
def test_the_same_question_has_the_same_answer(example: Ecosystem, example_audit: Audit, what: str) -> None:
    first, second = (
        measurement_document(td.measure(example, what, audit=example_audit, draws=49)) for _ in range(2)
    )
    assert first == second
    assert first["measure"] == what
    assert first["caveats"]
