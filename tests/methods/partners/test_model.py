from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given

from tests.methods.partners.worlds import dice_world, evidence, small_worlds
from traitdunion.methods.partners import windows as cuts
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.features import FEATURES, features_of
from traitdunion.methods.partners.model import (
    FOLDS,
    PENALTIES,
    PartnerModel,
    _rising,
    contributions,
    hazard_design,
    scored,
    train,
    yearly_hazard,
)
from traitdunion.methods.partners.pair_scores import prepared
from traitdunion.methods.partners.prior import prior_of
from traitdunion.methods.partners.windows import NEGATIVES, YEAR, alternatives, windows
from traitdunion.methods.ranking import judged

DAY = 6.0 * YEAR


@cache
def learned(by: str) -> tuple[Evidence, PartnerModel]:
    world = dice_world(3, by=by, meetings=220)
    return world, train(world, day=DAY)


def weight(model: PartnerModel, name: str) -> float:
    return float(model.coefficients[[one.name for one in model.named].index(name)])


@given(small_worlds())
def test_without_history_the_prior_stands(world: Evidence) -> None:
    """Seven organizations are fewer than teach anything, whatever they did."""
    model = train(world, day=6.0)
    assert model.coefficients.tolist() == prior_of(model.named).tolist()
    assert (model.lists, model.windows, model.hazard) == (0, (), None)
    scene = prepared(world, world.known)
    scores = scored(scene, model, np.arange(len(world.known)))
    assert not np.isnan(scores).any()
    assert yearly_hazard(scene, model, np.arange(len(world.known)), scores) is None


def test_what_was_planted_is_found() -> None:
    """Towns that keep to themselves teach that nearness counts; themes that do so, that themes count."""
    _, by_place = learned("place")
    _, by_theme = learned("theme")
    for name, more, less in (
        ("nearness", by_place, by_theme),
        ("region", by_place, by_theme),
        ("profile", by_theme, by_place),
    ):
        prior = float(prior_of([one for one in by_place.named if one.name == name])[0])
        assert weight(more, name) > prior > weight(less, name)


@pytest.mark.parametrize("by", ["place", "theme"])
def test_what_was_learned_puts_first_who_met_afterwards(by: str) -> None:
    """Meetings of the last year, foretold from those before: better than the prior does, and than dice."""
    world = dice_world(3, by=by, size=120, meetings=300)
    cut = DAY - YEAR
    before = world.before(cut)
    model = train(before, day=cut)
    scene = prepared(before, before.met)
    rows = np.arange(len(scene.columns))
    scores = scored(scene, model, rows)
    new = world.partners_between(cut, DAY, scene.columns, scene.columns).toarray() & np.isfinite(scores)
    some = new.any(axis=1)

    def worth(given: np.ndarray) -> float:
        return float(judged(given[some], new[some], excluded=np.isinf(scores[some])).reciprocal.mean())

    prior = replace(model, coefficients=prior_of(model.named))
    assert worth(scores) > worth(scored(scene, prior, rows))
    assert worth(scores) > 1.5 * worth(np.where(np.isinf(scores), -np.inf, 0.0))


def test_contributions_add_up_to_the_score() -> None:
    world, model = learned("place")
    scene = prepared(world, world.known)
    rows = np.arange(len(scene.columns))
    parts, free = contributions(scene, model, rows)
    scores = scored(scene, model, rows)
    assert (free == np.isfinite(scores)).all()
    assert np.sum(list(parts.values()), axis=0)[free] == pytest.approx(scores[free], abs=1e-4)
    assert set(parts) == {one.evidence for one in model.named}


@pytest.mark.parametrize("name", sorted({one.evidence for one in features_of([0])}))
def test_to_forget_one_evidence_takes_its_contribution_away(name: str) -> None:
    world, model = learned("theme")
    scene, rows = prepared(world, world.known), np.arange(10)
    kept = np.array([one.evidence != name for one in model.named])
    without = replace(model, coefficients=model.coefficients * kept)
    parts, free = contributions(scene, model, rows)
    lost = scored(scene, model, rows)[free] - scored(scene, without, rows)[free]
    assert lost == pytest.approx(parts[name][free], abs=1e-4)


def test_the_same_evidence_teaches_the_same() -> None:
    one, other = (train(dice_world(3, meetings=120), day=DAY) for _ in range(2))
    assert one.coefficients.tobytes() == other.coefficients.tobytes()
    assert one.hazard is not None
    assert one.hazard.coefficients.tobytes() == other.hazard.coefficients.tobytes()
    assert (one.windows, one.lists, one.choices) == (other.windows, other.lists, other.choices)


def test_windows_go_back_in_time_and_show_nothing_later() -> None:
    """Meetings from a window on change none of its features: only who came true."""
    world, _ = learned("place")
    swapped = replace(world, themes=world.themes[::-1], part=world.part[::-1])
    named = features_of([0, 1])
    for window in windows(world, named, DAY):
        cut = world.day < window.day
        kept = replace(
            world,
            part=_where(world.part.T, swapped.part.T, cut).T,
            themes=_where(world.themes, swapped.themes, cut),
        )
        other = next(one for one in windows(kept, named, DAY) if one.day == window.day)
        assert window.scene.everything.data.tobytes() == other.scene.everything.data.tobytes()
        assert window.scene.pattern.indices.tobytes() == other.scene.pattern.indices.tobytes()


def _where(one, other, rows):
    from scipy import sparse

    return sparse.csr_array(np.where(rows[:, None], one.toarray(), other.toarray()))


def test_lists_of_a_window_by_an_earlier_day() -> None:
    """Fewer partners have come true by an earlier day, and lists without any are left out."""
    world, model = learned("place")
    every = list(windows(world, model.named, DAY))
    assert [one.day for one in every] == list(model.windows) == [DAY - years * YEAR for years in cuts.WINDOWS]
    first = every[0]
    before, after = first.until(every[1].day), first.until(DAY)
    assert 0 < before.chosen.sum() < after.chosen.sum()
    assert len(before.features) == len(before.chosen) == before.lengths.sum()
    starts = np.cumsum(before.lengths) - before.lengths
    assert np.logical_or.reduceat(before.chosen, starts).all()
    met = world.partners_between(first.day, every[1].day, first.scene.columns, first.scene.columns)
    new = met.toarray() & ~(first.scene.pattern[first.scene.columns][:, first.scene.columns].toarray() > 0)
    assert before.chosen.sum() == new.sum()


def test_large_homes_keep_a_sample_of_those_who_did_not_come_true() -> None:
    free, new = np.ones(9_000, dtype=bool), np.zeros(9_000, dtype=bool)
    free[:100], new[[200, 8_000]] = False, True
    kept = alternatives(free, new, seed=7)
    assert (
        kept.tolist() == alternatives(free, new, seed=7).tolist() != alternatives(free, new, seed=8).tolist()
    )
    assert len(kept) == len(set(kept.tolist())) == NEGATIVES + 2
    assert {200, 8_000} <= {*kept.tolist()}
    assert (np.sort(kept) == kept).all()
    assert kept.min() >= 100
    assert alternatives(free & (np.arange(9_000) < 900), new, seed=7).tolist() == [*range(100, 900), 8_000]


def test_a_sample_of_alternatives_teaches_much_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    world, model = learned("place")
    monkeypatch.setattr(cuts, "MANY", 30)
    monkeypatch.setattr(cuts, "NEGATIVES", 25)
    sampled = train(world, day=DAY)
    assert weight(sampled, "nearness") > 0.5
    assert np.abs(sampled.coefficients - model.coefficients).max() < 0.6
    assert sampled.coefficients.tolist() != model.coefficients.tolist()


def test_the_penalty_is_the_one_that_served_best() -> None:
    _, model = learned("place")
    assert sorted(one.penalty for one in model.choices) == sorted(PENALTIES)
    assert [one.worth for one in model.choices] == sorted((one.worth for one in model.choices), reverse=True)
    assert len(model.windows) > max(FOLDS)


def test_the_chance_grows_with_the_score_and_with_the_years() -> None:
    world, model = learned("place")
    scene = prepared(world, world.met)
    rows = np.arange(len(scene.columns))
    scores = scored(scene, model, rows)
    yearly = yearly_hazard(scene, model, rows, scores)
    assert yearly is not None
    free = np.isfinite(scores)
    assert ((yearly[free] > 0) & np.isfinite(yearly[free])).all()
    assert (yearly[~free] == 0).all()
    assert model.hazard is not None
    one, two = (model.hazard.chance(hazard_design(scene, rows, scores), years) for years in (1.0, 2.0))
    assert two == pytest.approx(1 - (1 - one) ** 2)
    assert one == pytest.approx(-np.expm1(-yearly[free]))


@pytest.mark.parametrize("came", ["more", "less", "bent"])
def test_of_two_pairs_equally_large_the_better_scored_is_never_the_less_likely(came: str) -> None:
    """Even where what happened was against it."""
    dice = np.random.default_rng(1)
    place = dice.normal(size=20_000) * 1.5
    design = np.column_stack(
        [place, np.maximum(place - 2, 0), dice.normal(size=20_000), dice.normal(size=20_000)]
    )
    slope = {"more": place, "less": -place, "bent": np.where(place < 2, place, 4 - 3 * (place - 2))}[came]
    outcome = dice.random(20_000) < -np.expm1(-np.exp(-4 + 0.5 * slope))
    hazard = _rising(design, outcome, np.ones(20_000))
    steps = np.linspace(-3, 5, 50)
    lists = np.column_stack([steps, np.maximum(steps - 2, 0), np.zeros(50), np.zeros(50)])
    rise = np.diff(hazard.chance(lists, 1.0))
    assert (rise > 0).all() if came == "more" else (rise >= 0).all()


def test_chances_are_as_often_right_as_they_say() -> None:
    """Foretold for a year that was kept back: as many new pairs as chances add up to, give or take a half."""
    world = dice_world(5, by="place", meetings=500, years=7.0)
    cut = 6.0 * YEAR
    before = world.before(cut)
    model = train(before, day=cut)
    scene = prepared(before, before.met)
    rows = np.arange(len(scene.columns))
    yearly = yearly_hazard(scene, model, rows, scored(scene, model, rows))
    assert yearly is not None
    free = yearly > 0
    came = world.partners_between(cut, cut + YEAR, scene.columns, scene.columns).toarray()[free]
    assert -np.expm1(-yearly[free]).sum() == pytest.approx(came.sum(), rel=0.5)


def test_one_organization_or_none_at_all() -> None:
    for size in (0, 1):
        world = evidence([], size=size)
        model = train(world, day=5.0)
        scene = prepared(world, world.known)
        assert scored(scene, model, np.arange(0)).shape == (0, 0)
        assert len(model.named) == len(FEATURES) + min(size, 1)
