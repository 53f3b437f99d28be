from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.spatial_autocorrelation import geary, getis_ord, local_moran, moran


def grid(side):
    """Cells that share a side."""
    line = np.diag(np.ones(side - 1), 1) + np.diag(np.ones(side - 1), -1)
    return np.kron(line, np.eye(side)) + np.kron(np.eye(side), line)


def lopsided(n, seed):
    """Weights that differ by direction, every place with a neighbour."""
    weight = stream(seed, 0).random((n, n)) * (stream(seed, 1).random((n, n)) < 0.6)
    weight[np.arange(n), (np.arange(n) + 1) % n] = 1.0
    np.fill_diagonal(weight, 0.0)
    return weight


def index(x, w):
    z = x - x.mean()
    return (
        len(x) / w.sum() * sum(w[i, j] * z[i] * z[j] for i in range(len(x)) for j in range(len(x))) / (z @ z)
    )


@pytest.mark.parametrize("seed", range(3))
def test_moments_over_all_permutations(seed):
    x, w = stream(seed, 2).exponential(size=6), lopsided(6, seed)
    found = moran(x, w)
    dealt = np.array([index(np.array(one), w) for one in permutations(x)])
    assert found.index == pytest.approx(index(x, w))
    assert found.expected == pytest.approx(dealt.mean())
    assert found.randomization.variance == pytest.approx(dealt.var())
    assert found.randomization.z == pytest.approx((index(x, w) - dealt.mean()) / dealt.std())


def test_variance_under_normality():
    w = lopsided(12, 1)
    drawn = [index(stream(5, draw).normal(size=12), w) for draw in range(4000)]
    assert moran(np.arange(12.0), w).normality.variance == pytest.approx(np.var(drawn), rel=0.1)


def test_tails():
    x = np.add.outer(np.arange(5.0), np.arange(5.0)).ravel()
    upper, lower, both = (moran(x, grid(5), tail=tail).randomization.p for tail in ("upper", "lower", "both"))
    assert upper < 0.001
    assert upper + lower == pytest.approx(1.0)
    assert both == pytest.approx(2 * upper)


def test_geary_by_its_definition():
    x, w = stream(1, 2).normal(size=8), lopsided(8, 1)
    apart = sum(w[i, j] * (x[i] - x[j]) ** 2 for i in range(8) for j in range(8))
    assert geary(x, w) == pytest.approx(7 * apart / (2 * w.sum() * ((x - x.mean()) ** 2).sum()))


def test_places_without_neighbours_are_left_out_and_a_place_is_none_of_its_own():
    x, w = stream(1, 2).normal(size=16), grid(4)
    wide = np.zeros((18, 18))
    wide[:16, :16] = w
    assert moran([*x, 99.0, -5.0], wide) == moran(x, w)
    assert geary([*x, 99.0, -5.0], wide) == geary(x, w)
    looped = w + np.diag(np.arange(16.0))
    assert moran(x, looped) == moran(x, w)
    np.testing.assert_array_equal(local_moran(x, looped, draws=9).p, local_moran(x, w, draws=9).p)
    np.testing.assert_array_equal(getis_ord(x, looped), getis_ord(x, w))
    local = local_moran([*x, 99.0, -5.0], wide, draws=9)
    for nothing in (local.index, local.p, local.q):
        assert np.isnan(nothing[16:]).all()
    assert np.isfinite(local.p[:16]).all()
    assert np.isnan(getis_ord([*x, 99.0, -5.0], wide)[16:]).all()


def test_duplicated_entries_are_summed():
    row, column = np.nonzero(grid(3))
    twice = sparse.coo_array((np.full(2 * row.size, 0.5), (np.tile(row, 2), np.tile(column, 2))))
    x = stream(1, 2).normal(size=9)
    assert moran(x, twice).index == pytest.approx(moran(x, grid(3)).index)
    np.testing.assert_allclose(getis_ord(x, twice), getis_ord(x, grid(3)))


def test_local_by_definition_and_by_all_permutations_of_the_others():
    x, w = stream(2, 2).exponential(size=6), lopsided(6, 2)
    z = x - x.mean()
    found = local_moran(x, w, draws=4000, tail="upper")
    for i in range(6):
        others = np.delete(z, i)
        dealt = np.array([z[i] * (np.delete(w[i], i) @ np.array(one)) for one in permutations(others)])
        dealt /= (z**2).mean()
        assert found.index[i] == pytest.approx(z[i] * (w[i] @ z) / (z**2).mean())
        assert found.expected[i] == pytest.approx(dealt.mean())
        exact = (dealt >= found.index[i] - 1e-12).mean()
        assert abs(found.p[i] - exact) < 4 * np.sqrt(exact * (1 - exact) / 4000) + 1 / 4000
    assert found.index.sum() == pytest.approx(moran(x, w).index * w.sum())
    assert (found.q >= found.p).all()
    assert (found.high == (x > x.mean())).all()


def test_a_ridge_of_high_values_is_seen_where_it_is():
    x = stream(3, 2).normal(size=(10, 10))
    x[4:6, 2:8] += 4
    found, z = local_moran(x.ravel(), grid(10), tail="upper"), getis_ord(x.ravel(), grid(10), star=True)
    seen = ((found.p < 0.02) & found.high & (found.index > 0)).reshape(10, 10)
    ridge = np.zeros((10, 10), dtype=bool)
    ridge[4:6, 2:8] = True
    assert seen[ridge].mean() > 0.6
    assert seen[~ridge].mean() < 0.05
    assert z.reshape(10, 10)[ridge].mean() > 3


@pytest.mark.parametrize("star", [False, True])
def test_getis_ord_has_mean_zero_and_variance_one_over_permutations(star):
    x, w = stream(4, 2).exponential(size=6), lopsided(6, 4)
    scores = []
    for order in permutations(range(1, 6)):
        # Without itself a place is compared with the others, dealt anew; with itself all are dealt.
        scores.append(getis_ord(x[[0, *order]], w, star=star)[0])
    if star:
        scores = [getis_ord(x[list(order)], w, star=True)[0] for order in permutations(range(6))]
    assert np.mean(scores) == pytest.approx(0.0, abs=1e-12)
    assert np.var(scores) == pytest.approx(1.0)


def test_a_star_uses_the_diagonal_or_one():
    x, w = stream(4, 2).normal(size=9), grid(3)
    np.testing.assert_array_equal(getis_ord(x, w, star=True), getis_ord(x, w + np.eye(9), star=True))
    assert not np.allclose(getis_ord(x, w, star=True), getis_ord(x, w + 3 * np.eye(9), star=True))


def test_where_nothing_varies():
    same, w = np.full(9, 3.3), grid(3)
    assert np.isnan([moran(same, w).index, moran(same, w).randomization.p]).all()
    assert np.isnan(geary(same, w))
    assert np.isnan(local_moran(same, w).p).all()
    assert np.isnan(getis_ord(same, w)).all()
    assert np.isnan(getis_ord(same, w, star=True)).all()
    peak = np.array([5.3] + [0.1] * 8)
    assert np.isnan(getis_ord(peak, w)[0])
    assert np.isfinite(getis_ord(peak, w)[1:]).all()
    everyone = np.ones((4, 4))
    assert np.isnan(getis_ord([1, 2, 3, 4], everyone)).all()
    assert np.isnan(getis_ord([1, 2, 3, 4], everyone, star=True)).all()


@pytest.mark.parametrize("n", [0, 1, 2])
def test_few_places(n):
    x, w = np.arange(float(n)), np.ones((n, n))
    assert moran(x, w).places == (n if n > 1 else 0)
    assert np.isnan(moran(x, w).randomization.variance)
    assert local_moran(x, w, draws=3).p.shape == getis_ord(x, w).shape == (n,)


@pytest.mark.parametrize("function", [moran, geary, local_moran, getis_ord])
@pytest.mark.parametrize(
    ("key", "values", "neighbours"),
    [
        ("lengths-differ", [1, 2], np.ones((3, 3))),
        ("lengths-differ", np.ones((3, 2)), np.ones((3, 3))),
        ("matrix-not-square", [1, 2, 3], np.ones((3, 2))),
        ("values-not-numbers", [1, np.nan, 3], np.ones((3, 3))),
        ("values-not-numbers", [1, 2, 3], np.full((3, 3), np.nan)),
        ("values-negative", [1, 2, 3], -np.ones((3, 3))),
    ],
)
def test_refusals(function, key, values, neighbours):
    with pytest.raises(InputError) as error:
        function(values, neighbours)
    assert error.value.key == key


def test_refusals_of_draws():
    for key, change in (("draws-too-few", {"draws": 0}), ("seed-negative", {"seed": -1})):
        with pytest.raises(InputError) as error:
            local_moran([1, 2, 3], np.ones((3, 3)), **change)
        assert error.value.key == key


@given(st.data())
def test_anything_gives_figures_or_nan(data):
    n = data.draw(st.integers(0, 7))
    some = st.sampled_from([0.0, 1.0, 1e-9, -2.5, 1e6, 0.1])
    x = data.draw(arrays.arrays(float, n, elements=some))
    w = data.draw(arrays.arrays(float, (n, n), elements=st.sampled_from([0.0, 0.0, 1.0, 0.3])))
    before = x.copy(), w.copy()
    found, local = moran(x, w), local_moran(x, w, draws=3)
    assert -1e-9 <= found.randomization.p <= 1 or np.isnan(found.randomization.p)
    assert (np.isnan(local.p) | ((local.p >= 0.25) & (local.p <= 1))).all()
    for star in (False, True):
        assert not np.isinf(getis_ord(x, w, star=star)).any()
    assert not np.isinf(geary(x, w))
    np.testing.assert_array_equal(before[0], x)
    np.testing.assert_array_equal(before[1], w)
