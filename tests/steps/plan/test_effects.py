import pytest

import traitdunion as td
from traitdunion.domain.mandate import pair_of
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.steps.plan import WEIGHTS, Extras, Gathering
from traitdunion.steps.plan.effects import _between, _with
from traitdunion.steps.plan.ground import Ground

QUICK = Extras(solver="quick")


def test_members_newly_tied_are_counted_once_each(made: Plan, ground: Ground) -> None:
    missed: dict[str, float] = {}
    for line in made.lines:
        if line.purpose == "join":
            missed[line.organization] = missed.get(line.organization, 1.0) * (1 - line.probability)
    assert made.effects.members["newly_tied"] == pytest.approx(sum(1 - chance for chance in missed.values()))
    assert made.parts["tied"] == pytest.approx(WEIGHTS["tied"] * made.effects.members["newly_tied"])
    assert set(missed) <= set(ground.untied)


def test_nobody_near_a_cluster_counts_as_newly_reached(made: Plan, ground: Ground) -> None:
    near = ground.tied.copy()
    near |= (ground.network @ ground.tied) > 0
    assert not (near & ground.far).any()
    assert 0 < made.effects.members["reached"] < made.effects.members["far"] == ground.far.sum()
    partner = Recommendation("umicore", "agfa-gevaert", "partner", "", 0.5, ())
    if "agfa-gevaert" in ground.row_of:
        assert all(ground.far[row] for row in ground.reached_by(partner))


def test_pairs_lose_what_is_filled_and_no_more(made: Plan) -> None:
    assert made.effects.pairs
    for pair in made.effects.pairs:
        assert 0 <= pair["still_missing"] <= pair["missing"]
        assert pair["missing"] - pair["still_missing"] <= pair["expected_contacts"] + 1e-9
        assert pair["introductions"] >= 1


def test_an_introduction_fills_the_gaps_with_every_cluster_one_is_tied_to(
    advice: Recommendations, ground: Ground
) -> None:
    bridge = max(
        (one for one in advice if one.purpose == "bridge"),
        key=lambda one: len(ground.tied_to[one.organization]),
    )
    gaps = {(ground.gaps[number]["a"], ground.gaps[number]["b"]) for number in ground.gaps_of(bridge)}
    assert pair_of(bridge.via, bridge.partner) in gaps
    expected = {
        pair_of(here, there)
        for here in ground.tied_to[bridge.organization]
        for there in ground.wholes(bridge.partner)
    }
    assert gaps == expected & set(ground.gap_of)


def test_brokerage_moves_as_contacts_are_added_by_hand(made: Plan, ground: Ground) -> None:
    before = _between(ground)
    moved = {row["organization"]: row for row in made.effects.brokerage}
    bridges = {line.organization for line in made.lines if line.purpose == "bridge"}
    assert bridges & set(moved)
    for organization in bridges & set(moved):
        row = moved[organization]
        assert row["pairs"] == sum(organization in held for held in before.values())
        assert row["pairs_after"] >= row["pairs"]
    weak = sum(len(held) == 1 and held[0] != "-" for held in before.values())
    assert made.effects.weak_spots[0] == weak
    assert made.effects.weak_spots[1] <= weak


def test_contacts_added_leave_those_before_as_they_were(ground: Ground) -> None:
    before = _between(ground)
    pair = next(iter(before))
    after = _with(before, [(pair, "umicore"), (("x", "y"), "umicore")])
    assert after[pair] == [*before[pair], "umicore"]
    assert after["x", "y"] == ["umicore"]
    assert ("x", "y") not in before


def test_a_waiting_list_is_drawn_among_near_equals_and_costs_little(advice: Recommendations) -> None:
    plain = td.plan(advice, introductions=60, extras=QUICK)
    plan = td.plan(advice, introductions=60, extras=Extras(solver="quick", randomize=0.4))
    lottery = plan.lottery
    assert lottery is not None
    now = {one.line.pair for one in lottery.drawn if one.now}
    wait = {one.line.pair for one in lottery.drawn if not one.now}
    assert len(now) == len(wait) > 0
    assert now <= {line.pair for line in plan.lines}
    assert not wait & {line.pair for line in plan.lines}
    assert {line.pair for line in plan.waiting} == wait
    organizations = [one.line.organization for one in lottery.drawn]
    assert len({*organizations}) == len(organizations)
    assert all(one.propensity == 0.5 for one in lottery.drawn)
    assert len(plan.lines) == 60
    assert lottery.low <= lottery.high
    assert lottery.cost < 0.05 * plain.gain
    assert plan.gain == pytest.approx(sum(plan.parts.values()))
    other = td.plan(advice, introductions=60, extras=Extras(solver="quick", randomize=0.4), seed=5)
    assert other.lottery is not None
    assert other.lottery.cost == lottery.cost
    assert {one.line.pair for one in other.lottery.drawn} == {one.line.pair for one in lottery.drawn}
    assert [one.now for one in other.lottery.drawn] != [one.now for one in lottery.drawn]


def test_a_share_out_of_range_is_refused() -> None:
    with pytest.raises(td.InputError) as caught:
        Extras(randomize=1.5)
    assert caught.value.key == "share-range"
    with pytest.raises(td.InputError) as caught:
        Extras(solver="magic")  # type: ignore[arg-type]
    assert caught.value.key == "option-choice"


def test_groups_mix_clusters_keep_apart_and_stay_near(advice: Recommendations, ground: Ground) -> None:
    apart = (("biowin", "uclouvain"),)
    plan = td.plan(
        advice,
        introductions=20,
        extras=Extras(solver="quick", groups=Gathering(3, (5, 8), 40.0), apart=apart),
    )
    groups = plan.groups
    assert groups is not None
    assert len(groups.groups) == groups.asked == 3
    assert groups.top_scores <= groups.gain <= groups.bound
    assert groups.random < groups.gain
    seated = [one for group in groups.groups for one in group.organizations]
    assert len({*seated}) == len(seated)
    for group in groups.groups:
        assert 5 <= len(group.organizations) <= 8
        assert not {"biowin", "uclouvain"} <= {*group.organizations}
        assert group.kilometres is not None
        assert group.kilometres <= 40.5
        homes = {
            home
            for one in group.organizations
            for home in ([one] if one in ground.clusters else ground.tied_to.get(one, []))
        }
        assert len(homes) >= 2
        assert all({*line.pair} <= {*group.organizations} for line in group.lines)
