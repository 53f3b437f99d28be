from collections import Counter
from itertools import combinations

import pytest

import traitdunion as td
from traitdunion.domain.mandate import Broker, Mandate, Quota, pair_of, quota_of
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.steps.plan import Extras
from traitdunion.steps.plan.ground import Ground
from traitdunion.steps.plan.limits import Limits, Named, _share_out, carriers, shared_out

QUICK = Extras(solver="quick")


def planned(advice: Recommendations, **mandate: object) -> Plan:
    return td.plan(advice, introductions=40, mandate=Mandate(**mandate), extras=QUICK)  # type: ignore[arg-type]


def test_quotas_of_regions_sizes_and_clusters_are_met(advice: Recommendations, ground: Ground) -> None:
    plan = planned(
        advice,
        quotas=(
            quota_of("region:Wallonia=25", at_least=True),
            quota_of("size:large=50%", at_least=True),
            quota_of("cluster:a6k=4", at_least=True),
            quota_of("language:nl=10", at_least=False),
        ),
    )
    lines = plan.lines
    assert sum(_of(ground, line, "region", "Wallonia") for line in lines) >= 25
    assert sum(_of(ground, line, "size", "large") for line in lines) >= 20
    assert sum("a6k" in line.pair for line in lines) >= 4
    assert (
        sum(any("nl" in ground.said("language", side) for side in _companies(ground, line)) for line in lines)
        <= 10
    )


def _companies(ground: Ground, line) -> list[str]:
    return ground.companies(Recommendation(line.organization, line.partner, line.purpose, "", 0.0, ()))


def _of(ground: Ground, line, dimension: str, group: str) -> bool:
    return any(ground.said(dimension, side) == group for side in _companies(ground, line))


def test_each_cluster_gets_its_share(advice: Recommendations, ground: Ground) -> None:
    plan = td.plan(
        advice, introductions=90, mandate=Mandate(quotas=(Quota("cluster", "*", least=1),)), extras=QUICK
    )
    served = {side for line in plan.lines for side in line.pair if side in ground.clusters}
    assert served == ground.clusters


def test_rules_that_clash_are_named_with_the_smallest_change(advice: Recommendations) -> None:
    with pytest.raises(td.InputError) as caught:
        planned(advice, quotas=(quota_of("region:Wallonia=60", at_least=True),))
    assert caught.value.key == "plan-impossible"
    assert caught.value.values["rules"] == ["--introductions ≤ 40", "region:Wallonia ≥ 60"]
    (change,) = caught.value.values["changes"]
    assert change in ("--introductions ≤ 40 → 60", "region:Wallonia ≥ 60 → 40")


def test_a_group_nobody_is_in_is_refused(advice: Recommendations) -> None:
    for text in ("region:Atlantis=1", "language:xx=1", "purpose:marry=1"):
        with pytest.raises(td.InputError) as caught:
            planned(advice, quotas=(quota_of(text, at_least=True),))
        assert caught.value.key == "quota-group-unknown"
    with pytest.raises(td.InputError, match="umicore"):
        planned(advice, quotas=(quota_of("cluster:umicore=1", at_least=True),))


@pytest.mark.parametrize("text", ["region:Wallonia", "20", "region=20", "region:=20", "region:Wallonia=many"])
def test_a_quota_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(td.InputError) as caught:
        quota_of(text, at_least=True)
    assert caught.value.key == "quota-not-read"


@pytest.mark.parametrize("text", ["size:small=150%", "region:Wallonia=-1"])
def test_a_quota_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(td.InputError) as caught:
        quota_of(text, at_least=True)
    assert caught.value.key == "quota-range"


def test_brokers_make_what_they_can_in_the_languages_they_speak(
    advice: Recommendations, ground: Ground
) -> None:
    brokers = (
        Broker("mv", 12, languages=frozenset({"nl"})),
        Broker("jd", 9, languages=frozenset({"fr"}), regions=frozenset({"Wallonia"})),
        Broker("ab", 6, languages=frozenset({"fr", "nl"}), regions=frozenset({"Brussels"})),
    )
    plan = planned(advice, brokers=brokers)
    loads = Counter(line.broker for line in plan.lines)
    assert {name: loads[name] for name in ("mv", "jd", "ab")} == {"mv": 12, "jd": 9, "ab": 6}
    speaks = {broker.name: broker for broker in brokers}
    for line in plan.lines:
        for side in _companies(ground, line):
            spoken = ground.said("language", side)
            assert not spoken or speaks[line.broker].languages & {*spoken}
    assert all(
        _of(ground, line, "region", "Wallonia") or _unplaced(ground, line)
        for line in plan.lines
        if line.broker == "jd"
    )


def _unplaced(ground: Ground, line) -> bool:
    return any(ground.said("region", side) is None for side in _companies(ground, line))


def test_any_plan_within_the_limits_of_brokers_can_be_shared_out() -> None:
    """Hall's condition against trying every sharing out, on all small cases."""
    brokers = (Broker("a", 1), Broker("b", 2))
    kinds = [frozenset[int](), frozenset({0}), frozenset({1}), frozenset({0, 1})]
    able = [kind for kind in kinds for _ in range(3)]
    limits = Limits(rows=[[] for _ in able])
    _share_out(limits, able, brokers)
    for size in range(1, 5):
        for chosen in combinations(range(len(able)), size):
            allowed = all(
                sum(number in limits.rows[one] for one in chosen) <= most
                for number, most in enumerate(limits.most)
            )
            assert allowed == _can_be_shared([able[one] for one in chosen], [1, 2])
            if allowed:
                given = shared_out([able[one] for one in chosen], brokers)
                assert all(broker in able[one] for broker, one in zip(given, chosen, strict=True))
                assert all(given.count(number) <= (1, 2)[number] for number in (0, 1))


def _can_be_shared(able: list[frozenset[int]], room: list[int]) -> bool:
    if not able:
        return True
    return any(
        room[broker] > 0
        and _can_be_shared(able[1:], [left - (place == broker) for place, left in enumerate(room)])
        for broker in able[0]
    )


def test_loads_are_even_in_proportion_to_what_each_can_make() -> None:
    brokers = (Broker("a", 4), Broker("b", 8))
    given = shared_out([frozenset({0, 1})] * 6, brokers)
    assert Counter(given) == {0: 2, 1: 4}


def test_too_many_brokers_are_refused(advice: Recommendations) -> None:
    with pytest.raises(td.InputError) as caught:
        planned(advice, brokers=tuple(Broker(f"b{number}", 1) for number in range(13)))
    assert caught.value.key == "brokers-too-many"


def test_who_carries_what_is_not_known_may_be_anybody(advice: Recommendations, ground: Ground) -> None:
    unplaced = next(
        one for one in advice if not ground.said("language", one.organization) and one.purpose == "bridge"
    )
    assert carriers(ground, unplaced, [Broker("a", 1, languages=frozenset({"fr"}))]) == {0}


def test_pins_stay_and_drops_go(advice: Recommendations, made: Plan) -> None:
    first, last = made.lines[0].pair, made.lines[-1].pair
    unlikely = min((one for one in advice if one.purpose == "clusters"), key=lambda one: one.score)
    pin = pair_of(unlikely.organization, unlikely.partner)
    plan = planned(advice, pinned=frozenset({pin, last}), dropped=frozenset({first}))
    pairs = {line.pair for line in plan.lines}
    assert {pin, last} <= pairs
    assert first not in pairs
    assert {line.pair for line in plan.lines if line.pinned} == {pin, last}
    assert plan.gain < made.gain
    assert len(plan.lines) == 40


def test_pins_beyond_a_budget_clash_and_are_named(advice: Recommendations) -> None:
    many = [
        pair_of(one.organization, one.partner)
        for one in advice
        if one.organization == advice.items[0].organization
    ]
    pins = frozenset(many[:3])
    assert len(pins) == 3
    with pytest.raises(td.InputError) as caught:
        td.plan(advice, introductions=40, per_organization=2, mandate=Mandate(pinned=pins), extras=QUICK)
    assert caught.value.key == "plan-impossible"
    named = " ".join(caught.value.values["rules"])
    assert f"--per-organization ({advice.items[0].organization}) ≤ 2" in named
    assert all(f"--pin {one.organization}={one.partner}" in named for one in advice.items[:3])


def test_a_pin_that_cannot_be_is_refused(advice: Recommendations) -> None:
    one = advice.items[0]
    pair = pair_of(one.organization, one.partner)
    with pytest.raises(td.InputError) as caught:
        planned(advice, pinned=frozenset({pair}), unwilling=frozenset({one.organization}))
    assert caught.value.key == "pin-barred"
    with pytest.raises(td.InputError) as caught:
        planned(advice, pinned=frozenset({("nobody", "umicore")}))
    assert caught.value.key == "pin-not-a-candidate"


def test_nobody_is_proposed_without_consent(advice: Recommendations, made: Plan, ground: Ground) -> None:
    refusing = made.lines[0].organization
    plan = planned(advice, unwilling=frozenset({refusing}))
    assert all(refusing not in line.pair for line in plan.lines)
    willing = frozenset({line.organization for line in made.lines[:5]})
    only = planned(advice, willing=willing)
    assert only.lines
    asked = {side for line in only.lines for side in line.pair if side not in ground.clusters}
    assert asked <= willing
    assert any(line.purpose == "clusters" for line in only.lines)


def test_a_limit_nothing_could_break_is_not_made() -> None:
    limits = Limits(rows=[[], []])
    limits.add(Named("organization", "a"), [0, 1], most=3)
    limits.add(Named("organization", "b"), [0, 1], most=1)
    assert [name.of for name in limits.names] == ["b"]
    assert limits.rows == [[0], [0]]
