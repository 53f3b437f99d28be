from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.regions.agglomeration import (
    ellison_glaeser,
    ellison_glaeser_from_sums,
    maurel_sedillot,
    maurel_sedillot_from_sums,
)
from traitdunion.methods.regions.plants import plant_sums

INDICES = (ellison_glaeser, maurel_sedillot)
FROM_SUMS = {ellison_glaeser: ellison_glaeser_from_sums, maurel_sedillot: maurel_sedillot_from_sums}
PLANTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=12)


def columns(plants):
    return tuple(list(one) for one in zip(*plants, strict=True))


def by_definition(index, size, share, chances):
    """Raw concentration and index of one industry, from the published formulas."""
    h, second = ((size / size.sum()) ** 2).sum(), (chances**2).sum()
    if index is ellison_glaeser:
        raw = ((share - chances) ** 2).sum()
        return raw, (raw - (1 - second) * h) / ((1 - second) * (1 - h))
    raw = ((share**2).sum() - second) / (1 - second)
    return raw, (raw - h) / (1 - h)


@pytest.mark.parametrize("index", INDICES)
@given(plants=PLANTS, totals=st.lists(st.integers(1, 9), min_size=3, max_size=3))
def test_the_index_is_as_defined(index, plants, totals):
    industry, region, jobs = map(np.array, columns(plants))
    chances = np.array(totals) / sum(totals)
    found = index(industry, region, jobs, totals=totals, draws=0)
    assert found.draws == 0
    for i in range(industry.max() + 1):
        size = jobs[(industry == i) & (jobs > 0)]
        assert found.plants[i] == len(size)
        if len(size) < 2:
            assert np.isnan([found.gamma[i], found.z[i], found.p[i]]).all()
            continue
        share = np.array([jobs[(industry == i) & (region == r)].sum() for r in range(3)]) / size.sum()
        raw, gamma = by_definition(index, size, share, chances)
        assert found.raw[i] == pytest.approx(raw, abs=1e-12)
        assert found.gamma[i] == pytest.approx(gamma, abs=1e-12)


@pytest.mark.parametrize("index", INDICES)
def test_mean_and_variance_under_the_dartboard_are_exact(index):
    """All ways to throw four plants of different sizes into three regions, each with its chance."""
    size, chances = np.array([5.0, 3.0, 2.0, 1.0]), np.array([0.5, 0.3, 0.2])
    mean = square = 0.0
    for where in product(range(3), repeat=4):
        chance = chances[list(where)].prod()
        raw, _ = by_definition(index, size, np.bincount(where, size, 3) / size.sum(), chances)
        mean, square = mean + chance * raw, square + chance * raw**2
    found = index([0] * 4, [0, 1, 2, 0], size, totals=chances, draws=0)
    assert found.expected.item() == pytest.approx(mean, rel=1e-12)
    assert found.variance.item() == pytest.approx(square - mean**2, rel=1e-12)
    assert found.z.item() == pytest.approx((found.raw.item() - mean) / np.sqrt(square - mean**2))


@pytest.mark.parametrize("index", INDICES)
@pytest.mark.parametrize("tail", ["upper", "lower", "both"])
def test_p_values_are_uniform_under_the_dartboard(index, tail):
    """300 industries of ten plants thrown at random: the shares of small p-values are what they say."""
    dice, count = stream(4, 0), 300
    industry, jobs = np.repeat(np.arange(count), 10), dice.lognormal(0, 1.5, 10 * count)
    chances = np.array([0.35, 0.25, 0.2, 0.15, 0.05])
    region = dice.choice(5, 10 * count, p=chances)
    found = index(industry, region, jobs, totals=chances, draws=199, tail=tail)
    assert (found.draws, found.p.min() >= 1 / 200) == (199, True)
    for level in (0.05, 0.1, 0.25, 0.5, 0.75):
        margin = 4 * np.sqrt(level * (1 - level) / count)
        assert abs((found.p <= level).mean() - level) < margin + 1 / 200
    assert stats.kstest(found.p, "uniform").pvalue > 0.001
    assert found.z.mean() == pytest.approx(0, abs=4 / np.sqrt(count))
    assert found.z.std() == pytest.approx(1, abs=0.2)


@pytest.mark.parametrize("index", INDICES)
def test_what_is_gathered_or_scattered_stands_out(index):
    size = np.ones(40)
    gathered = index([0] * 40, [0] * 30 + [1] * 5 + [2] * 5, size, totals=[1, 1, 1], draws=199)
    scattered = index([0] * 39, [0, 1, 2] * 13, size[:39], totals=[1, 1, 1], draws=199, tail="lower")
    assert gathered.gamma.item() > 0.2 > 0 > scattered.gamma.item()
    assert gathered.p.item() == 1 / 200
    assert scattered.p.item() < 0.1
    assert index([0] * 40, [0] * 30 + [1] * 10, size, totals=[1, 1], draws=0, tail="lower").p.item() > 0.99


@given(PLANTS)
def test_sums_made_elsewhere_give_the_same(plants):
    industry, region, jobs = columns(plants)
    totals = [4, 3, 2]
    for index, from_sums in FROM_SUMS.items():
        whole = index(industry, region, jobs, totals=totals, draws=0, tail="both")
        parts = from_sums(plant_sums(industry, region, jobs, regions=3), totals=totals, tail="both")
        for name in ("gamma", "raw", "expected", "variance", "z", "p", "herfindahl", "plants"):
            np.testing.assert_array_equal(getattr(whole, name), getattr(parts, name))


def test_all_in_one_region():
    plants, totals = ([0, 0, 0, 1, 1], [1, 1, 1, 0, 0], [3, 2, 1, 4, 4]), np.array([9, 1])
    gathered = maurel_sedillot(*plants, totals=totals, draws=99)
    np.testing.assert_allclose(gathered.gamma, 1.0)
    by_size = ellison_glaeser(*plants, totals=totals, draws=99)
    assert by_size.gamma[0] > 1 > by_size.gamma[1]
    raw = by_size.raw[[1, 0]]
    assert raw @ totals / totals.sum() == pytest.approx(1 - ((totals / totals.sum()) ** 2).sum())


@pytest.mark.parametrize("index", INDICES)
def test_one_region_with_everything_says_nothing(index):
    found = index([0, 0], [0, 0], [1, 1], draws=19)
    assert np.isnan([found.gamma.item(), found.z.item(), found.p.item()]).all()


def test_a_large_region_shunned_is_dispersion_to_one_index_and_concentration_to_the_other():
    where, totals = list(range(1, 11)) * 10, [50] + [5] * 10
    assert ellison_glaeser([0] * 100, where, [1] * 100, totals=totals, draws=0).gamma.item() > 0.3
    assert maurel_sedillot([0] * 100, where, [1] * 100, totals=totals, draws=0).gamma.item() < -0.1


@pytest.mark.parametrize("index", INDICES)
def test_one_plant_and_industries_without_any_are_not_known(index):
    found = index([0, 2, 2, 3], [0, 0, 1, 1], [5, 3, 1, 0], draws=19)
    assert found.plants.tolist() == [1, 0, 2, 0]
    assert np.isnan(found.gamma).tolist() == np.isnan(found.p).tolist() == [True, True, False, True]
    np.testing.assert_allclose(found.herfindahl, [1.0, np.nan, 0.625, np.nan])


@pytest.mark.parametrize("index", INDICES)
def test_draws_do_not_depend_on_how_many_are_asked_for(index):
    given = ([0, 0, 0, 1, 1, 1], [0, 1, 1, 2, 0, 0], [1, 2, 3, 4, 5, 6])
    np.testing.assert_array_equal(index(*given, draws=49).p, index(*given, draws=49, seed=1).p)
    assert (index(*given, draws=49, seed=2).p != index(*given, draws=49).p).any()


@pytest.mark.parametrize("index", INDICES)
@pytest.mark.parametrize(
    ("plants", "options", "key"),
    [
        (([], [], []), {}, "group-empty"),
        (([0], [0], [np.nan]), {}, "values-not-numbers"),
        (([0], [0], [-1]), {}, "values-negative"),
        (([0, 0], [0], [1]), {}, "lengths-differ"),
        (([0], [3], [1]), {"totals": [1, 1]}, "code-unknown"),
        (([0], [0], [0]), {}, "group-empty"),
        (([0], [0], [1]), {"draws": -1}, "draws-too-few"),
        (([0], [0], [1]), {"seed": -1}, "seed-negative"),
    ],
)
def test_what_cannot_be_is_refused(index, plants, options, key):
    with pytest.raises(InputError) as refused:
        index(*plants, **options)
    assert refused.value.key == key
