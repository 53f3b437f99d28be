import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, special, stats

from traitdunion.errors import InputError
from traitdunion.methods.acceptance import chance, foretold, interval, learned

KINDS = 4
BELIEVED = np.array([0, 1] + [0] * KINDS, dtype=float)
WIDTH = np.array([1, 0.5] + [0.5] * KINDS)


def answered(n, truth, seed):
    """Introductions of a known truth: stated chance, kind, answer."""
    dice = np.random.default_rng(seed)
    stated, kinds = special.expit(dice.normal(-1, 1.2, n)), dice.integers(0, KINDS, n)
    score = truth[0] + truth[1] * special.logit(stated) + truth[2 + kinds]
    return stated, kinds, dice.random(n) < special.expit(score)


@given(st.lists(st.floats(1e-9, 1 - 1e-9), max_size=20), st.integers(0, KINDS - 1))
def test_without_answers_the_chance_is_the_stated_one(stated, kind):
    before = learned([], [], [], kind_count=KINDS)
    assert (before.answers, before.accepted, before.kind_count) == (0, 0, KINDS)
    np.testing.assert_array_equal(before.coefficients, BELIEVED)
    np.testing.assert_allclose(before.covariance, np.diag(WIDTH**2), rtol=1e-12)
    np.testing.assert_allclose(chance(before, stated, [kind] * len(stated)), stated, rtol=1e-9)


@given(
    st.lists(
        st.tuples(st.floats(1e-6, 1 - 1e-6), st.integers(-1, KINDS - 1), st.booleans()),
        min_size=1,
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_the_mode_is_that_of_the_posterior_written_out(rows):
    stated, kinds, came = (np.array(column) for column in zip(*rows, strict=True))
    found = learned(stated, kinds, came, kind_count=KINDS)

    def surprise(at):
        of_kind = np.where(kinds >= 0, at[2 + kinds], 0.0)
        score = at[0] + at[1] * special.logit(stated) + of_kind
        likely = np.where(came, special.log_expit(score), special.log_expit(-score)).sum()
        return -likely - stats.norm.logpdf(at, BELIEVED, WIDTH).sum()

    best = optimize.minimize(surprise, found.coefficients, method="BFGS", options={"gtol": 1e-7})
    assert surprise(found.coefficients) <= best.fun + 1e-9
    np.testing.assert_allclose(found.coefficients, best.x, atol=2e-4)


def test_the_covariance_is_the_inverse_of_the_curvature():
    stated, kinds, came = answered(60, np.array([0.5, 0.8, 0.2, -0.3, 0.1, 0.0]), seed=3)
    found = learned(stated, kinds, came, kind_count=KINDS)

    def slope(at):
        design = np.column_stack([np.ones(60), special.logit(stated), kinds[:, None] == np.arange(KINDS)])
        return design.T @ (special.expit(design @ at) - came) + (at - BELIEVED) / WIDTH**2

    moves = 1e-5 * np.eye(len(WIDTH))
    curvature = [
        (slope(found.coefficients + move) - slope(found.coefficients - move)) / 2e-5 for move in moves
    ]
    np.testing.assert_allclose(found.covariance @ np.array(curvature), np.eye(len(WIDTH)), atol=1e-7)


@pytest.mark.parametrize("n", [30, 300])
def test_nine_in_ten_intervals_hold_the_truth(n):
    """Truths drawn from what is believed beforehand: then 90 % of intervals must hold them."""
    inside, seeds = np.zeros((len(WIDTH) + 1,)), 400
    for seed in range(seeds):
        truth = np.random.default_rng([n, seed]).normal(BELIEVED, WIDTH)
        found = learned(*answered(n, truth, seed), kind_count=KINDS)
        away = np.abs(found.coefficients - truth) / np.sqrt(np.diag(found.covariance))
        inside[:-1] += away <= stats.norm.ppf(0.95)
        low, high = interval(found, [0.3], [1])[0]
        inside[-1] += low <= special.expit(truth[0] + truth[1] * special.logit(0.3) + truth[3]) <= high
    # Two-sided one in ten thousand for each of the seven.
    low, high = stats.binom.ppf([5e-5, 1 - 5e-5], seeds, 0.9)
    assert (low <= inside).all()
    assert (inside <= high).all()


def test_few_answers_move_little_and_many_move_all_the_way():
    truth = np.array([-1.0, 0.7, 0.4, -0.4, 0.0, 0.2])
    target = special.expit(truth[0] + truth[1] * special.logit(0.5) + truth[2])
    away, wide = [], []
    for n in (0, 3, 30, 3000):
        found = [learned(*answered(n, truth, seed), kind_count=KINDS) for seed in range(20)]
        away.append(np.mean([abs(chance(one, [0.5], [0])[0] - target) for one in found]))
        wide.append(np.mean([np.diff(interval(one, [0.5], [0]))[0, 0] for one in found]))
    assert away[0] > away[1] > away[2] > away[3]
    assert wide[0] > wide[1] > wide[2] > wide[3]
    assert away[3] < 0.03


@pytest.mark.parametrize("came", [[True] * 40, [False] * 40, [False] * 20 + [True] * 20])
def test_answers_all_alike_or_parted_perfectly_stay_finite(came):
    stated = np.linspace(0.02, 0.98, 40)
    found = learned(stated, [0] * 40, came, kind_count=1)
    assert np.isfinite(found.coefficients).all()
    held = chance(found, stated, [0] * 40)
    assert ((held > 0) & (held < 1)).all()
    assert (interval(found, stated, [0] * 40)[:, 0] <= held).all()
    judged = foretold(stated, [0] * 40, came, np.arange(40), kind_count=1, seed=1)
    assert np.isfinite([judged.learned.log_loss, judged.stated.log_loss, judged.constant.log_loss]).all()


def test_extreme_stated_chances_and_wrong_answers():
    stated = np.array([1e-12, 1 - 1e-12] * 5)
    found = learned(stated, [0] * 10, [True, False] * 5, kind_count=1)
    assert np.isfinite(found.coefficients).all()
    assert found.coefficients[1] < 0.1


def test_learning_helps_where_the_stated_chances_are_wrong_and_is_judged_by_others():
    truth = np.array([-1.2, 0.6, 0.5, -0.5, 0.0, 0.0])
    stated, kinds, came = answered(1500, truth, seed=5)
    groups = np.arange(1500) // 3
    found = foretold(stated, kinds, came, groups, kind_count=KINDS, seed=2)
    assert found.folds == 10
    assert found.learned.log_loss < found.constant.log_loss < found.stated.log_loss
    assert found.learned.brier < found.stated.brier
    assert abs(found.learned.in_the_large) < 0.2
    assert found.stated.in_the_large < -0.5
    assert abs(found.learned.slope - 1) < 0.25
    assert found.stated.slope < 0.8
    assert found.learned.error < 2 * found.learned.error_expected
    assert found.stated.error > 3 * found.stated.error_expected


def test_a_fold_is_foretold_by_the_others_alone():
    stated, kinds, came = answered(120, BELIEVED, seed=6)
    groups = np.repeat(np.arange(12), 10)
    found = foretold(stated, kinds, came, groups, kind_count=KINDS, folds=12, seed=4)
    aside = groups == 5
    other = learned(stated[~aside], kinds[~aside], came[~aside], kind_count=KINDS)
    np.testing.assert_allclose(found.chance[aside], chance(other, stated[aside], kinds[aside]), rtol=1e-9)
    turned = came ^ aside  # answers of the group itself do not touch its chances
    again = foretold(stated, kinds, turned, groups, kind_count=KINDS, folds=12, seed=4)
    np.testing.assert_array_equal(again.chance[aside], found.chance[aside])


def test_figures_are_those_of_their_definitions():
    stated, kinds, came = answered(200, np.array([0.4, 1.3, 0, 0, 0, 0]), seed=7)
    found = foretold(stated, kinds, came, np.arange(200), kind_count=KINDS, folds=5, seed=1)
    for judged, held in ((found.stated, stated), (found.learned, found.chance)):
        assert judged.log_loss == pytest.approx(-np.log(np.where(came, held, 1 - held)).mean())
        assert judged.brier == pytest.approx(((held - came) ** 2).mean())
        order = np.argsort(held)
        by_hand = sum(abs(held[part].sum() - came[part].sum()) for part in np.split(order, 10)) / 200
        assert judged.error == pytest.approx(by_hand)
        moved = special.expit(special.logit(held) + judged.in_the_large)
        assert moved.mean() == pytest.approx(came.mean(), abs=1e-5)  # as of a maximum likelihood intercept


def test_the_expected_error_is_that_of_chances_that_are_right():
    errors, expected = [], []
    for seed in range(40):
        stated, kinds, came = answered(200, BELIEVED, seed)
        found = foretold(stated, kinds, came, np.arange(200), kind_count=KINDS, folds=2, seed=seed)
        errors.append(found.stated.error)
        expected.append(found.stated.error_expected)
    assert np.mean(errors) == pytest.approx(np.mean(expected), abs=4 * np.std(errors) / np.sqrt(40))


def test_same_seed_same_answer_and_few_groups_make_few_folds():
    stated, kinds, came = answered(30, BELIEVED, seed=8)
    groups = np.arange(30) % 3
    first, second = (foretold(stated, kinds, came, groups, kind_count=KINDS, seed=9) for _ in range(2))
    assert first.folds == 3
    np.testing.assert_array_equal(first.chance, second.chance)
    assert first.learned == second.learned


def test_one_chance_for_all_has_no_slope():
    found = foretold([0.3] * 20, [0] * 20, [True, False] * 10, np.arange(20), kind_count=1, seed=1)
    assert np.isnan(found.stated.slope)
    assert found.stated.in_the_large == pytest.approx(np.log(0.5 / 0.5) - special.logit(0.3), abs=1e-4)


@pytest.mark.parametrize(
    ("prior", "kinds", "accepted", "key"),
    [
        ([0.0], [0], [1], "chance-not-inside"),
        ([1.0], [0], [1], "chance-not-inside"),
        ([np.nan], [0], [1], "values-not-numbers"),
        ([0.5], [2], [1], "code-unknown"),
        ([0.5], [0.5], [1], "group-codes"),
        ([0.5], [0, 1], [1], "lengths-differ"),
        ([0.5], [0], [1, 0], "lengths-differ"),
        ([0.5], [0], [2], "outcomes-not-binary"),
    ],
)
def test_bad_answers_are_named(prior, kinds, accepted, key):
    with pytest.raises(InputError) as caught:
        learned(prior, kinds, accepted, kind_count=2)
    assert caught.value.key == key


def test_bad_folds_and_levels_are_named():
    for folds, groups in ((1, [0, 1]), (2, [0, 0])):
        with pytest.raises(InputError) as caught:
            foretold([0.5, 0.5], [0, 0], [0, 1], groups, kind_count=1, folds=folds, seed=1)
        assert caught.value.key == "count-too-small"
    with pytest.raises(InputError) as caught:
        interval(learned([], [], [], kind_count=1), [0.5], [0], level=1.0)
    assert caught.value.key == "level-range"


@given(
    st.lists(
        st.tuples(st.floats(1e-9, 1 - 1e-9), st.integers(-1, KINDS - 1), st.booleans(), st.integers(-1, 5)),
        min_size=2,
        max_size=25,
    ),
    st.integers(2, 12),
)
@settings(max_examples=20, deadline=None)
def test_whatever_was_answered_can_be_judged(rows, folds):
    stated, kinds, came, groups = (np.array(column) for column in zip(*rows, strict=True))
    if len(np.unique(groups)) < 2:
        return
    found = foretold(stated, kinds, came, groups, kind_count=KINDS, folds=folds, seed=0)
    assert found.folds == min(folds, len(np.unique(groups)))
    assert ((found.chance > 0) & (found.chance < 1)).all()
    for judged in (found.learned, found.stated, found.constant):
        assert judged.log_loss >= 0
        assert 0 <= judged.brier <= 1
        assert 0 <= judged.error <= 1
        assert 0 <= judged.error_expected <= 1
        assert np.isfinite(judged.in_the_large) == (came.min() != came.max())
