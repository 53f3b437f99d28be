import numpy as np
import pytest
from hypothesis import given

from tests.methods.partners.worlds import dice_world, evidence, small_worlds
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.features import (
    FEATURES,
    PROXIMITIES,
    SHARP,
    batches,
    features,
    features_of,
    level,
    open_pairs,
    ranked,
)
from traitdunion.methods.partners.pair_scores import pair_scores, prepared
from traitdunion.methods.partners.prior import PRIOR, prior_of

EVERYONE = np.arange(7)


@given(small_worlds())
def test_each_list_is_brought_to_a_scale_of_its_own(world: Evidence) -> None:
    scene = prepared(world, EVERYONE)
    free = open_pairs(scene, EVERYONE)
    found = features(scene, EVERYONE, FEATURES, free).astype(float)
    for place, feature in enumerate(FEATURES):
        if feature.form == "plain":
            continue
        for row in EVERYONE:
            own = found[row, free[row], place]
            if own.size:
                assert own.mean() == pytest.approx(0, abs=1e-5)
                assert own.std() == pytest.approx(1, abs=1e-4) or (own == 0).all()
            assert (found[row, ~free[row], place] == 0).all()


@given(small_worlds())
def test_open_pairs_are_all_but_those_who_met_at_something_dated(world: Evidence) -> None:
    part = world.part.toarray()[:, world.dated]
    expected = (part @ part.T == 0) & ~np.eye(7, dtype=bool)
    assert (open_pairs(prepared(world, EVERYONE), EVERYONE) == expected).all()


def test_what_is_said_of_a_list_is_said_of_its_candidates_only() -> None:
    values, free = np.array([[1.0, 2.0, 4.0, 1e9]]), np.array([[True, True, True, False]])
    logs = np.log1p(SHARP * np.array([1, 2, 4]) / (7 / 3))
    expected = (logs - logs.mean()) / logs.std()
    assert ranked(values, free)[0].tolist() == pytest.approx([*expected, 0.0])
    assert level(values, free)[0, :3].mean() == pytest.approx(0)


def test_lists_all_alike_or_empty_say_nothing() -> None:
    nothing = np.zeros((1, 3), dtype=bool)
    for form in (ranked, level):
        assert form(np.ones((1, 3)), ~nothing).tolist() == [[0.0, 0.0, 0.0]]
        assert form(np.zeros((1, 3)), ~nothing).tolist() == [[0.0, 0.0, 0.0]]
        assert form(np.array([[1.0, 2.0, 3.0]]), nothing).tolist() == [[0.0, 0.0, 0.0]]


def test_pairs_of_kinds_are_told_apart_by_who_asks() -> None:
    world = evidence([[0, 1]], size=3, kind=np.array([0, 1, -1]))
    named = features_of(world.kind.tolist())
    scene = prepared(world, np.arange(3))
    found = features(scene, np.arange(3), named, open_pairs(scene, np.arange(3)))
    for place, feature in enumerate(named):
        if feature.evidence == "kinds":
            one, other = (int(code) for code in feature.name.split(":")[1:])
            expected = (world.kind[:, None] == one) & (world.kind == other)
            assert (found[:, :, place] == expected).all()
    assert sum(feature.evidence == "kinds" for feature in named) == 9


def test_every_feature_is_a_score_of_pairs_and_every_proximity_has_one() -> None:
    scores = pair_scores(prepared(dice_world(1), np.arange(60)), np.array([0]))
    assert [feature.name for feature in FEATURES if feature.name not in scores] == []
    assert {feature.proximity for feature in FEATURES} == set(PROXIMITIES)
    for evidence_of in {feature.evidence for feature in FEATURES}:
        assert len({one.proximity for one in FEATURES if one.evidence == evidence_of}) == 1


def test_the_prior_is_of_features_that_there_are_and_never_against_nearness() -> None:
    assert set(PRIOR) <= {feature.name for feature in FEATURES}
    assert (prior_of(features_of([0, 1])) >= 0).all()
    strength = {
        proximity: sum(
            PRIOR.get(one.name, 0) for one in FEATURES if one.proximity == proximity and one.form == "rank"
        )
        for proximity in ("social", "cognitive")
    }
    assert strength["social"] > strength["cognitive"] > 0


def test_batches_cover_every_list_once_and_shrink_with_the_candidates() -> None:
    for lists, candidates in ((0, 5), (1, 5), (300, 5), (300, 100_000), (3, 10**9)):
        found = list(batches(lists, candidates))
        assert [row for batch in found for row in range(lists)[batch]] == list(range(lists))
    assert max(one.stop - one.start for one in batches(300, 100_000)) == 20
