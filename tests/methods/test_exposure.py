from itertools import combinations, pairwise, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize, sparse

from traitdunion.errors import InputError
from traitdunion.methods import exposure
from traitdunion.methods.compiled.exposure import auction, best_columns, improve, lift
from traitdunion.methods.exposure import capped_lists
from traitdunion.methods.ranking import settled


@st.composite
def tables(draw, rows=5, columns=6):
    """Scores of a small table; some pairs are no candidates, some scores are equal or below zero."""
    q, n = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    score = st.one_of(st.integers(-2, 8).map(lambda one: one / 4), st.just(-np.inf))
    return np.array(draw(st.lists(score, min_size=q * n, max_size=q * n))).reshape(q, n)


def larger(seed, rows=60, columns=50):
    """Chances in which a few columns are best for almost all."""
    dice = np.random.default_rng(seed)
    odds = dice.lognormal(-3, 1.5, columns) * dice.lognormal(0, 1, (rows, columns))
    chance = odds / (1 + odds)
    chance[dice.random((rows, columns)) < 0.2] = -np.inf
    return chance


def worth_of(scores):
    finite = np.isfinite(scores)
    return np.where(finite, scores - min(scores.min(where=finite, initial=0.0), 0.0), np.nan)


def best_by_trying(scores, length, cap, floor):
    """Fewest places below the floor, then the most worth, over all sets of lists."""
    worth, (rows, columns) = worth_of(scores), scores.shape
    floors = np.minimum(np.isfinite(scores).sum(axis=0), floor)
    options = []
    for row in range(rows):
        open_to = [column for column in range(columns) if np.isfinite(scores[row, column])]
        options.append(
            [one for k in range(min(length, len(open_to)) + 1) for one in combinations(open_to, k)]
        )
    best = (-np.inf, -np.inf)
    for lists in product(*options):
        times = np.bincount([column for one in lists for column in one], minlength=columns)
        if (times > cap).any():
            continue
        total = sum(worth[row, column] for row, one in enumerate(lists) for column in one)
        best = max(best, (-np.maximum(floors - times, 0).sum(), total))
    return -best[0], best[1]


def check(scores, found, *, length, cap, floor):
    """What holds of any lists, exact or not."""
    rows, columns = scores.shape
    assert found.columns.shape == (rows, length)
    times = np.zeros(columns, dtype=int)
    for row, named in enumerate(found.columns):
        listed = named[named >= 0]
        assert (named[: len(listed)] >= 0).all()
        assert len(set(listed)) == len(listed)
        assert np.isfinite(scores[row, listed]).all()
        order = sorted(listed, key=lambda column: (-settled(scores[row, column]), column))
        np.testing.assert_array_equal(listed, order)
        times[listed] += 1
    np.testing.assert_array_equal(found.times, times)
    assert (times <= (rows if cap is None else cap)).all()
    floors = np.minimum(np.isfinite(scores).sum(axis=0), floor)
    assert found.short == np.maximum(floors - times, 0).sum()
    pairs = [(row, column) for row, named in enumerate(found.columns) for column in named if column >= 0]
    assert found.total == pytest.approx(sum(worth_of(scores)[pair] for pair in pairs), abs=1e-9)


@given(tables(rows=3, columns=4), st.integers(0, 3), st.integers(0, 3), st.integers(0, 2))
def test_small_tables_get_the_best_lists_there_are(scores, length, cap, floor):
    assume(floor <= cap)
    found = capped_lists(scores, length=length, cap=cap, floor=floor)
    check(scores, found, length=length, cap=cap, floor=floor)
    short, total = best_by_trying(scores, length, cap, floor)
    assert found.exact
    assert found.short == short
    assert found.total == pytest.approx(total, abs=1e-6)
    assert found.bound == pytest.approx(found.total, abs=1e-9)


@given(tables(), st.integers(0, 4), st.integers(0, 4), st.integers(0, 3))
def test_bids_keep_the_cap_and_stay_below_their_bound(scores, length, cap, floor):
    assume(floor <= cap)
    best = capped_lists(scores, length=length, cap=cap, floor=floor)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exposure, "EXACT", -1)
        found = capped_lists(scores, length=length, cap=cap, floor=floor)
    check(scores, found, length=length, cap=cap, floor=floor)
    assert found.short >= best.short
    if found.short == best.short:
        assert found.total <= best.total + 1e-6
    if best.short == 0:
        assert found.bound >= best.total - 1e-6
    if floor == 0:
        # The auction ends within its step, times the places filled, of the best.
        free = capped_lists(scores, length=length)
        places, mean = (best.columns >= 0).sum(), free.total / max((free.columns >= 0).sum(), 1)
        assert found.total >= best.total - exposure.STEP * mean * places - 1e-6


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("cap", "floor"), [(8, 0), (10, 1), (12, 5), (None, 4)])
def test_bids_come_near_the_best_lists(seed, cap, floor, monkeypatch):
    scores = larger(seed)
    best = capped_lists(scores, length=6, cap=cap, floor=floor)
    monkeypatch.setattr(exposure, "EXACT", -1)
    found = capped_lists(scores, length=6, cap=cap, floor=floor)
    for lists in (best, found):
        check(scores, lists, length=6, cap=cap, floor=floor)
        assert lists.short == 0
    assert not found.exact
    assert found.total <= best.total + 1e-6 <= found.bound + 2e-6
    assert found.total >= best.total * (0.999 if floor == 0 else 0.97)
    assert found.bound <= best.total * (1.001 if floor == 0 else 1.06)
    assert found.cost >= best.cost - 1e-9


@pytest.mark.parametrize("seed", range(4))
def test_pairs_left_out_beforehand_do_not_change_the_best(seed, monkeypatch):
    scores = larger(seed, rows=30, columns=25)
    quick = capped_lists(scores, length=5, cap=7, floor=2)
    monkeypatch.setattr(exposure, "_open", lambda worth, *others: worth >= 0)
    assert quick.total == pytest.approx(capped_lists(scores, length=5, cap=7, floor=2).total, abs=1e-7)


@pytest.mark.parametrize("seed", range(4))
def test_one_to_one_is_the_assignment_problem(seed):
    scores = np.random.default_rng(seed).random((40, 40))
    rows, columns = optimize.linear_sum_assignment(scores, maximize=True)
    found = capped_lists(scores, length=1, cap=1)
    assert found.total == pytest.approx(scores[rows, columns].sum(), abs=1e-7)


@given(tables(), st.integers(0, 7))
def test_without_a_cap_each_row_gets_its_best_and_nothing_is_lost(scores, length):
    found = capped_lists(scores, length=length)
    for row, named in enumerate(found.columns):
        candidates = [column for column in range(scores.shape[1]) if np.isfinite(scores[row, column])]
        order = sorted(candidates, key=lambda column: (-scores[row, column], column))[:length]
        np.testing.assert_array_equal(named[named >= 0], order)
    assert found.exact
    assert found.total == pytest.approx(found.bound)
    assert found.cost == 0.0 or (np.isnan(found.cost) and found.total == 0)


@given(tables(), st.integers(1, 4))
def test_a_looser_cap_never_costs_more(scores, length):
    totals = [capped_lists(scores, length=length, cap=cap).total for cap in range(6)]
    assert all(low <= high + 1e-6 for low, high in pairwise(totals))


def test_a_floor_names_whom_nobody_would():
    scores = np.tile([0.9, 0.8, 0.1], (4, 1))
    assert capped_lists(scores, length=2).times.tolist() == [4, 4, 0]
    found = capped_lists(scores, length=2, floor=1)
    assert found.times.tolist() == [4, 3, 1]
    assert found.cost == pytest.approx(0.7 / 6.8)
    scores[1:, 2] = -np.inf
    assert capped_lists(scores, length=2, floor=3).times.tolist() == [4, 3, 1]


def test_a_floor_that_cannot_be_met_is_met_as_far_as_it_can():
    found = capped_lists(np.ones((1, 3)), length=2, floor=1)
    assert found.times.tolist() == [1, 1, 0] or found.times.sum() == 2
    assert found.short == 1


def test_the_barred_are_named_to_nobody():
    scores, barred = np.array([[0.9, 0.5], [0.8, 0.7]]), np.array([[1, 0], [0, 0]])
    for form in (barred, barred.astype(bool), sparse.csr_array(barred), barred.tolist()):
        assert capped_lists(scores, length=1, barred=form).columns.tolist() == [[1], [0]]
    masked = np.where(barred, -np.inf, scores)
    np.testing.assert_array_equal(
        capped_lists(masked, length=2, cap=1).columns,
        capped_lists(scores, length=2, cap=1, barred=barred).columns,
    )


def test_the_cost_is_told_by_value_where_there_is_one():
    scores = np.array([[2.0, 1.0], [2.0, 1.9]])
    value = np.array([[0.5, 0.4], [0.4, 0.1]])
    found = capped_lists(scores, length=1, cap=1, value=value)
    assert found.columns.tolist() == [[0], [1]]
    assert found.cost == pytest.approx(1 - (0.5 + 0.1) / (0.5 + 0.4))
    assert np.isnan(capped_lists(scores, length=1, cap=1, value=np.zeros((2, 2))).cost)


def test_scores_equal_but_for_rounding_are_equal():
    found = capped_lists([[0.3, 0.1 + 0.2]], length=2)
    assert found.columns.tolist() == [[0, 1]]


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (0, 0)])
def test_nobody_to_advise_and_nobody_to_name(shape):
    found = capped_lists(np.zeros(shape), length=2, cap=1, floor=1)
    assert found.columns.tolist() == [[-1, -1]] * shape[0]
    assert found.times.tolist() == [0] * shape[1]
    assert np.isnan(found.cost)


def test_nothing_handed_in_is_changed_and_the_same_input_gives_the_same_lists(monkeypatch):
    scores = larger(9)
    before = scores.copy()
    for size in (exposure.EXACT, -1):
        monkeypatch.setattr(exposure, "EXACT", size)
        one, other = (capped_lists(scores, length=5, cap=9, floor=2) for _ in range(2))
        np.testing.assert_array_equal(scores, before)
        assert one.columns.tobytes() == other.columns.tobytes()
        assert (one.bound, one.cost) == (other.bound, other.cost)


@pytest.mark.parametrize("seed", range(4))
def test_compiled_loops_do_what_is_written(seed):
    worth = np.where(np.isfinite(scores := larger(seed, rows=12, columns=9)), scores, -1.0)
    prices = np.random.default_rng(seed).random(9) / 10
    for given_in in ((worth, prices, 4), (worth, np.zeros(9), 20)):
        for one, other in zip(best_columns(*given_in), best_columns.py_func(*given_in), strict=True):
            np.testing.assert_array_equal(one, other)
    for width in (9, 5):
        given_in = (worth, 2, 3, 1e-4, width)
        for one, other in zip(auction(*given_in), auction.py_func(*given_in), strict=True):
            np.testing.assert_array_equal(one, other)
    lists, prices = auction(worth, 3, 6, 1e-4, 8)
    given_in = (worth, lists, prices, np.full(9, 3), np.arange(9)[::-1].copy())
    for one, other in zip(lift(*given_in), lift.py_func(*given_in), strict=True):
        np.testing.assert_array_equal(one, other)
    given_in = (worth, lift(*given_in)[0], np.full(9, 3), 6, 5)
    np.testing.assert_array_equal(improve(*given_in), improve.py_func(*given_in))


@given(tables(), st.integers(1, 4), st.integers(1, 3))
def test_looking_at_a_short_list_is_looking_at_all(scores, length, cap):
    worth = np.where(np.isfinite(scores), scores + 2.0, -1.0)
    all_of_them = auction(worth, length, cap, 1e-3, max(scores.shape[1], length + 1))
    few = auction(worth, length, cap, 1e-3, min(length + 1, scores.shape[1]))
    sums = [np.take_along_axis(worth, np.maximum(one, 0), 1)[one >= 0].sum() for one, _ in (all_of_them, few)]
    assert sums[0] == pytest.approx(sums[1], abs=1e-3 * worth.size)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"scores": [1.0]}, "design-shape"),
        ({"scores": [[np.nan]]}, "values-not-numbers"),
        ({"scores": [[np.inf]]}, "values-not-numbers"),
        ({"length": -1}, "top-negative"),
        ({"cap": -1}, "values-negative"),
        ({"floor": -1}, "values-negative"),
        ({"cap": 1, "floor": 2}, "floor-above-cap"),
        ({"barred": [[0, 0]]}, "lengths-differ"),
        ({"barred": [0]}, "design-shape"),
        ({"value": [[-1.0]]}, "values-negative"),
        ({"value": [[1.0, 1.0]]}, "lengths-differ"),
    ],
)
def test_what_cannot_be_shared_out_is_named(change, key):
    with pytest.raises(InputError) as caught:
        capped_lists(**({"scores": [[1.0]], "length": 1} | change))
    assert caught.value.key == key
