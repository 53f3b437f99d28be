import numpy as np
import pytest

import traitdunion as td
from tests.builders import cluster, ecosystem, organization, tie
from tests.steps.recommending import drawn
from traitdunion.domain.answer import STATES, Standing
from traitdunion.domain.ecosystem import memberships
from traitdunion.domain.rule import decided
from traitdunion.methods.ranking import judged
from traitdunion.steps.recommend import clusters_for, recommend, weights_of
from traitdunion.steps.recommend.affinity import parts_held_out, parts_of
from traitdunion.steps.recommend.ground import WEIGHTS, Ground
from traitdunion.steps.recommend.memberships import (
    cross_fitted,
    held_out,
    open_clusters,
    weighted,
    weights_learned,
)
from traitdunion.steps.recommend.wishes import Wishes


@pytest.fixture(scope="module")
def world():
    return drawn()


def rule(kind, one, other):
    return decided(kind, one, other, by="mv", reason="they should talk", at="2026-01-05")


def planted(size=150, places=6):
    """Organizations of the cluster that is nearest, whatever they do: what they do misleads."""
    dice = np.random.default_rng(4)
    seats = [(50.0 + 0.1 * number, 4.0) for number in range(places)]
    rows = [cluster(f"c{at}", lat=lat, lon=lon, topics=[f"t{at}"]) for at, (lat, lon) in enumerate(seats)]
    ties = []
    for number in range(size):
        at = int(dice.integers(places))
        lat, lon = (float(side + dice.normal(0, 0.02)) for side in seats[at])
        topic = f"t{dice.integers(places)}"
        rows.append(organization(f"o{number:03d}", lat=lat, lon=lon, topics=[topic]))
        ties.append(tie(f"o{number:03d}", f"c{at}", since="2020", status="active"))
    return ecosystem(rows, ties)


# What each part counts


def test_the_stated_weights_add_up_to_one():
    assert sum(WEIGHTS.values()) == pytest.approx(1.0)


def test_learned_weights_add_up_to_one_and_follow_what_memberships_teach():
    learned = weights_of(planted())
    assert set(learned) == set(WEIGHTS)
    assert sum(learned.values()) == pytest.approx(1.0)
    assert min(learned.values()) >= 0.0
    assert learned["distance"] > WEIGHTS["distance"]


def test_few_memberships_teach_nothing():
    assert weights_of(planted(size=20)) == dict(WEIGHTS)


def test_weights_are_learned_only_where_they_serve_others_better(world):
    """By the folds themselves: what is taken is what put held-out memberships higher."""
    ground = Ground.of(world, WEIGHTS)
    clusters, held = [int(row) for row in world.clusters], memberships(world)
    described, free = held_out(ground, held, clusters), open_clusters(ground, held, clusters)
    place = {one: column for column, one in enumerate(clusters)}
    chosen = np.zeros(free.shape, dtype=bool)
    for line, (_, one) in enumerate(held):
        chosen[line, place[one]] = True

    def worth(scores):
        return judged(np.where(free, scores, -np.inf), chosen, excluded=~free).reciprocal.mean()

    taken = weights_learned(ground, described, free, held, clusters)
    served = worth(cross_fitted(ground, described, free, held, clusters))
    assert (taken == dict(WEIGHTS)) or served > worth(weighted(described, WEIGHTS)) - 0.02
    assert taken == weights_of(world)


def test_noise_teaches_no_weights():
    """Memberships drawn without regard to anything leave the stated weights in most worlds."""
    kept = 0
    for seed in range(8):
        dice = np.random.default_rng(seed)
        rows = [cluster(f"c{at}", lat=50.0 + at / 5, lon=4.0, topics=["iot"]) for at in range(5)]
        rows += [
            organization(f"o{at}", lat=float(50 + dice.random()), lon=4.0, topics=["iot"]) for at in range(40)
        ]
        ties = [tie(f"o{at}", f"c{dice.integers(5)}", since="2020", status="active") for at in range(40)]
        kept += weights_of(ecosystem(rows, ties)) == dict(WEIGHTS)
    assert kept >= 2


def test_weights_left_out_are_learned(example, example_audit):
    learned = weights_of(example, broker=("agoria", "sirris"))
    assert recommend(example, example_audit).items == recommend(example, example_audit, weights=learned).items


# A membership held out is as if it were not there


@pytest.mark.parametrize("line", range(0, 40, 5))
def test_a_membership_held_out_leaves_no_trace(world, line):
    row, home = memberships(world)[line]
    ids = world.organizations["id"].to_pylist()
    without = drawn(without=(ids[row], ids[home]))
    assert len(memberships(without)) == len(memberships(world)) - 1
    assert without.organizations["id"].to_pylist() == ids
    clusters = [int(one) for one in world.clusters]
    (told,) = parts_held_out(Ground.of(world, WEIGHTS), [(row, home)], clusters)
    really = parts_of(Ground.of(without, WEIGHTS), [row], clusters)
    for name in WEIGHTS:
        assert told[name] == pytest.approx(really[name], abs=1e-12), name
    before = parts_of(Ground.of(world, WEIGHTS), [row], clusters)
    assert any(not np.allclose(before[name], told[name]) for name in WEIGHTS)


def test_nothing_held_out_is_everything_known(world):
    ground = Ground.of(world, WEIGHTS)
    clusters, row = [int(one) for one in world.clusters], world.row("f00")
    (told,) = parts_held_out(ground, [(row, -1)], clusters)
    plain = parts_of(ground, [row], clusters)
    assert all((told[name] == plain[name]).all() for name in WEIGHTS)


# The manager's wishes


def untied(world):
    tied = {row for row, _ in memberships(world)}
    ids = world.organizations["id"].to_pylist()
    return next(one for row, one in enumerate(ids) if one.startswith("f") and row not in tied)


def test_a_cluster_that_must_be_met_comes_first(world):
    one = untied(world)
    last = clusters_for(world, one, weights=WEIGHTS)[-1].partner
    found = clusters_for(world, one, weights=WEIGHTS, wishes=Wishes(rules=(rule("must", one, last),)))
    assert found[0].partner == last
    assert found[0].reasons[0].key == "rule"
    assert 0.0 <= found[0].score <= 1.0


def test_a_cluster_that_must_not_be_met_is_never_named(world):
    one = untied(world)
    best = clusters_for(world, one, weights=WEIGHTS)[0].partner
    for kinds in (("must-not",), ("must", "must-not")):
        wishes = Wishes(rules=tuple(rule(kind, one, best) for kind in kinds))
        assert best not in [item.partner for item in clusters_for(world, one, weights=WEIGHTS, wishes=wishes)]


@pytest.mark.parametrize("state", STATES)
def test_a_cluster_asked_before_is_left_alone_unless_open(world, state):
    one = untied(world)
    best = clusters_for(world, one, weights=WEIGHTS)[0].partner
    wishes = Wishes(answers={tuple(sorted((one, best))): Standing(state, "2025-12-01", "met")})
    found = [item.partner for item in clusters_for(world, one, weights=WEIGHTS, wishes=wishes)]
    assert (best in found) == (state == "open")


def test_wishes_hold_for_joins_and_bridges_of_all(world):
    audit = td.audit(world)
    plain = recommend(world, audit, weights=WEIGHTS)
    for purpose in ("join", "bridge"):
        first = next(one for one in plain if one.purpose == purpose)
        pair = first.organization, first.partner
        found = recommend(world, audit, weights=WEIGHTS, wishes=Wishes(rules=(rule("must-not", *pair),)))
        assert pair not in [(one.organization, one.partner) for one in found]


def test_what_counts_nothing_is_no_reason_and_the_rest_adds_up_to_one(world):
    one = untied(world)
    for item in clusters_for(world, one, weights=WEIGHTS, wishes=Wishes({"geographic": 0.0})):
        assert "distance" not in {reason.key for reason in item.reasons}
        assert 0.0 <= item.score <= 1.0
    learned = Wishes(learned={"geographic": 0.0})
    assert clusters_for(world, one, weights=WEIGHTS, wishes=learned) == clusters_for(
        world, one, weights=WEIGHTS
    )


# Reasons


def test_the_weight_of_a_reason_is_what_its_part_adds(world):
    ground = Ground.of(world, WEIGHTS)
    one = untied(world)
    found = clusters_for(world, one, weights=WEIGHTS)
    parts = parts_of(ground, [world.row(one)], [world.row(item.partner) for item in found])
    for column, item in enumerate(found):
        adds = {name: WEIGHTS[name] * part[0, column] for name, part in parts.items()}
        assert item.score == pytest.approx(sum(adds.values()))
        for reason in item.reasons:
            if reason.key in adds:
                assert reason.weight == pytest.approx(adds[reason.key])
        weights = [reason.weight for reason in item.reasons]
        assert weights == sorted(weights, reverse=True)


def test_a_group_that_is_there_already_is_named():
    world = ecosystem(
        [cluster("Hub"), organization("Owner"), organization("Sister"), organization("Asking")],
        [
            tie("Owner", "Sister", "shareholder"),
            tie("Owner", "Asking", "shareholder"),
            tie("Sister", "Hub", "member"),
        ],
    )
    (found,) = clusters_for(world, "Asking", weights={**WEIGHTS, "same-group": 0.5, "distance": 0.0})
    (reason,) = [one for one in found.reasons if one.key == "group-there"]
    assert reason.values == {"organizations": ["Sister"], "count": 1}


def test_the_same_twice(world):
    audit = td.audit(world)
    assert repr(recommend(world, audit).items) == repr(recommend(drawn(), td.audit(drawn())).items)
