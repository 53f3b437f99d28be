from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from scipy import sparse

from tests.methods.partners.worlds import evidence, small_worlds
from traitdunion.methods.partners import newcomers as module
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.newcomers import (
    PRIOR,
    NewcomerModel,
    described_by_call,
    first_meetings,
    newcomer_features,
    newcomer_parts,
    newcomer_scores,
    train_newcomers,
)
from traitdunion.methods.partners.pair_scores import prepared
from traitdunion.methods.partners.windows import YEAR
from traitdunion.methods.ranking import judged

DAY = 6.0 * YEAR


def world(seed: int, by: str) -> Evidence:
    """Every month somebody new starts with one of the first thirty, by its town or by its theme."""
    dice = np.random.default_rng(seed)
    size, known = 200, 30
    town, theme = dice.integers(2, size=size), dice.integers(2, size=size)
    alike = town if by == "place" else theme
    met, themes = [], []
    for new in range(size):
        among = np.flatnonzero((alike[:known] == alike[new]) & (np.arange(known) != new))
        met.append([new, int(dice.choice(among))])
        themes.append(np.eye(2)[theme[new]])
    days = np.concatenate([np.zeros(known), np.linspace(2 * YEAR, DAY - 1, size - known)])
    return evidence(
        met,
        size=size,
        days=days,
        themes=sparse.csr_array(np.array(themes)),
        lat=51.0 - 1.5 * town,
        lon=np.full(size, 4.4),
    )


@cache
def learned(by: str) -> NewcomerModel:
    return train_newcomers(world(1, by), day=DAY)


def weight(model: NewcomerModel, name: str) -> float:
    return float(model.coefficients[model.named.index(name)])


@given(small_worlds())
def test_without_newcomers_the_prior_stands(small: Evidence) -> None:
    model = train_newcomers(small, day=6.0)
    known = {name: float(value) for name, value in zip(model.named, model.coefficients, strict=True)}
    assert model.lists == 0
    assert known == {name: PRIOR[name][1] if name in PRIOR else 0.0 for name in model.named}


def test_what_was_planted_is_found() -> None:
    by_place, by_theme = learned("place"), learned("theme")
    assert weight(by_place, "nearness") > PRIOR["nearness"][1] > weight(by_theme, "nearness")
    assert weight(by_theme, "theme_activity") + weight(by_theme, "call_walk") > 0.4 + 0.5
    assert weight(by_place, "theme_activity") + weight(by_place, "call_walk") < 0.4
    assert by_place.lists > 100


@pytest.mark.parametrize("by", ["place", "theme"])
def test_newcomers_are_told_of_those_they_then_meet(by: str) -> None:
    everything = world(1, by)
    cut = DAY - YEAR
    before = everything.before(cut)
    scene = prepared(before, before.met)
    rows, first = first_meetings(everything, cut, DAY)
    scores = newcomer_scores(
        scene, train_newcomers(before, day=cut), described_by_call(everything, rows, first)
    )
    new = everything.partners_between(cut, DAY, rows, scene.columns).toarray()
    assert new.sum(axis=1).tolist() == [1] * len(rows)
    dice = np.random.default_rng(1).random(scores.shape)
    assert judged(scores, new).reciprocal.mean() > 3 * judged(dice, new).reciprocal.mean()


def test_the_score_is_the_sum_of_its_features() -> None:
    everything, model = world(1, "theme"), learned("theme")
    scene = prepared(everything, everything.met[:40])
    newcomers = described_by_call(everything, np.arange(150, 160), np.arange(150, 160))
    described = newcomer_features(scene, newcomers, model.named).astype(float)
    scores = newcomer_scores(scene, model, newcomers)
    assert scores == pytest.approx(described @ model.coefficients, abs=1e-4)
    for place in range(len(model.named)):
        without = replace(model, coefficients=model.coefficients * (np.arange(len(model.named)) != place))
        lost = scores - newcomer_scores(scene, without, newcomers)
        assert lost == pytest.approx(described[:, :, place] * model.coefficients[place], abs=1e-4)


def test_what_a_newcomer_is_told_does_not_depend_on_who_else_asks() -> None:
    everything, model = world(1, "theme"), learned("theme")
    words = sparse.csr_array(np.random.default_rng(2).binomial(2, 0.1, (200, 5)).astype(float))
    everything = replace(everything, words=words, calls=words)
    scene = prepared(everything.before(5 * YEAR), np.arange(30))
    newcomers = described_by_call(everything, np.arange(180, 200), np.arange(180, 200))
    together = newcomer_scores(scene, model, newcomers)
    assert newcomer_parts(scene, newcomers)["text"].any()
    for place in range(20):
        alone = newcomer_scores(scene, model, newcomers.some(slice(place, place + 1)))
        assert alone[0] == pytest.approx(together[place], abs=1e-6)


def test_the_project_itself_is_not_looked_at() -> None:
    """Nothing of the first meeting counts but its call: not its words, not who else is there."""
    everything = world(1, "theme")
    words = sparse.csr_array(np.ones((200, 3)))
    one = described_by_call(
        replace(everything, words=words, calls=sparse.csr_array((200, 3))), np.array([190]), np.array([190])
    )
    assert one.words.nnz == 0
    assert one._fields == ("kind", "region", "lat", "lon", "profile", "themes", "families", "words")


def test_first_meetings_are_those_of_organizations_never_seen_before() -> None:
    some = evidence([[0, 1], [1, 2], [2, 3], [3, 4]], size=5, days=[0, 1, 1, 2])
    assert [found.tolist() for found in first_meetings(some, 1, 2)] == [[2, 3], [1, 2]]
    abroad = replace(some, home=np.array([True, True, True, False, True]))
    assert [found.tolist() for found in first_meetings(abroad, 1, 9)] == [[2, 4], [1, 3]]
    undated = replace(some, dated=np.array([True, False, True, True]))
    assert [found.tolist() for found in first_meetings(undated, 1, 2)] == [[2, 3], [2, 2]]


def test_many_candidates_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    from traitdunion.methods.partners import windows

    every = learned("place")  # before the limits are lowered
    monkeypatch.setattr(windows, "MANY", 25)
    monkeypatch.setattr(windows, "NEGATIVES", 20)
    sampled = train_newcomers(world(1, "place"), day=DAY)
    again = train_newcomers(world(1, "place"), day=DAY)
    assert sampled.coefficients.tobytes() == again.coefficients.tobytes()
    assert sampled.lists == every.lists
    assert weight(sampled, "nearness") > PRIOR["nearness"][1]
    assert sampled.coefficients.tolist() != every.coefficients.tolist()
    assert sampled.lists <= 5 * module.LISTS
