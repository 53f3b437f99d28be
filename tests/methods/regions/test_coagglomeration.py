from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.industries.industry_relations import colocation
from traitdunion.methods.permutation import stream
from traitdunion.methods.regions.coagglomeration import coagglomeration, coagglomeration_from_sums
from traitdunion.methods.regions.plants import plant_sums

PLANTS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=12)


@given(PLANTS, st.lists(st.integers(1, 9), min_size=3, max_size=3))
def test_pairs_and_their_mean_are_as_defined(plants, totals):
    industry, region, jobs = zip(*plants, strict=True)
    sums = plant_sums(industry, region, jobs, regions=3)
    found = coagglomeration(industry, region, jobs, totals=totals, draws=0)
    x, size = np.array(totals) / sum(totals), sums.jobs.sum(axis=0)
    expected = np.full(found.pairs.shape, np.nan)
    for i, j in combinations(np.flatnonzero(size > 0), 2):
        s, t = sums.jobs[:, i] / size[i], sums.jobs[:, j] / size[j]
        expected[i, j] = expected[j, i] = ((s - x) * (t - x)).sum() / (1 - (x**2).sum())
    np.testing.assert_allclose(found.pairs, expected, atol=1e-12)
    np.testing.assert_array_equal(np.isnan(found.z), np.isnan(expected))
    if (size > 0).sum() < 2:
        assert np.isnan([found.group, found.group_z, found.group_p]).all()
        return
    w = size / size.sum()
    mean = sum(
        w[i] * w[j] * expected[i, j]
        for i, j in product(range(len(w)), repeat=2)
        if np.isfinite(expected[i, j])
    ) / (1 - (w**2).sum())
    assert found.group == pytest.approx(mean, abs=1e-12)


@given(PLANTS)
def test_pairs_are_those_of_colocation(plants):
    industry, region, jobs = zip(*plants, strict=True)
    sums = plant_sums(industry, region, jobs)
    if not sums.jobs.any():
        return
    there = colocation(sums.jobs).values
    here = coagglomeration_from_sums(sums).pairs
    # Colocation says nothing either of regions that hold all but a hair.
    np.testing.assert_allclose(here[np.isfinite(there)], there[np.isfinite(there)], atol=1e-12)


def test_variances_under_the_dartboard_are_exact():
    """All ways to throw two plants of one industry and two and one of others into three regions."""
    chances, industry = np.array([0.5, 0.3, 0.2]), [0, 0, 1, 1, 2]
    jobs, totals = [3.0, 1.0, 2.0, 2.0, 4.0], 100 * chances
    mean, square, group_mean, group_square = 0.0, 0.0, 0.0, 0.0
    for where in product(range(3), repeat=5):
        chance = chances[list(where)].prod()
        thrown = coagglomeration(industry, where, jobs, totals=totals, draws=0)
        mean, square = mean + chance * thrown.pairs, square + chance * thrown.pairs**2
        group_mean += chance * thrown.group
        group_square += chance * thrown.group**2
    found = coagglomeration(industry, [0, 1, 2, 0, 1], jobs, totals=totals, draws=0)
    apart = ~np.eye(3, dtype=bool)
    np.testing.assert_allclose(mean[apart], 0.0, atol=1e-12)
    np.testing.assert_allclose(found.z[apart], (found.pairs / np.sqrt(square))[apart], rtol=1e-9)
    assert group_mean == pytest.approx(0.0, abs=1e-12)
    assert found.group_z == pytest.approx(found.group / np.sqrt(group_square))


def test_p_values_are_uniform_under_the_dartboard():
    """Upper tails of the 190 pairs of 20 industries thrown at random, which depend on each other a little."""
    dice, chances = stream(6, 0), np.array([0.4, 0.3, 0.2, 0.1])
    industry, jobs = np.repeat(np.arange(20), 12), dice.lognormal(0, 1, 240)
    region = dice.choice(4, 240, p=chances)
    found = coagglomeration(industry, region, jobs, totals=chances, draws=199)
    p = found.p[np.triu_indices(20, 1)]
    for level in (0.1, 0.25, 0.5, 0.75):
        assert abs((p <= level).mean() - level) < 4 * np.sqrt(level * (1 - level) / 190)
    assert found.group_p > 0.01
    normal = coagglomeration(industry, region, jobs, totals=chances, draws=0)
    np.testing.assert_allclose(normal.p[np.triu_indices(20, 1)], p, atol=0.15)


def test_group_p_is_uniform_under_the_dartboard():
    dice, chances = stream(8, 0), np.array([0.4, 0.3, 0.2, 0.1])
    industry, jobs = np.repeat(np.arange(4), 6), dice.lognormal(0, 1, 24)
    p = np.array(
        [
            coagglomeration(industry, dice.choice(4, 24, p=chances), jobs, totals=chances, draws=39).group_p
            for _ in range(300)
        ]
    )
    for level in (0.1, 0.25, 0.5, 0.75):
        assert abs((p <= level).mean() - level) < 4 * np.sqrt(level * (1 - level) / 300)


def test_industries_that_share_a_region_stand_out():
    industry, region = np.repeat([0, 1, 2], 20), np.array([0] * 40 + [1, 2] * 10)
    found = coagglomeration(industry, region, np.ones(60), totals=[1, 1, 1], draws=99)
    assert found.pairs[0, 1] == pytest.approx(1.0)
    assert found.p[0, 1] == 0.01
    assert found.pairs[0, 2] < 0
    lower = coagglomeration(industry, region, np.ones(60), totals=[1, 1, 1], draws=99, tail="lower")
    assert lower.p[0, 2] == 0.01


def test_sums_made_elsewhere_give_the_same():
    given_plants = ([0, 0, 1, 2, 2], [0, 1, 1, 2, 0], [1, 2, 3, 4, 5])
    whole = coagglomeration(*given_plants, totals=[3, 2, 1], draws=0, tail="both")
    parts = coagglomeration_from_sums(plant_sums(*given_plants), totals=[3, 2, 1], tail="both")
    for name in ("pairs", "z", "p", "group", "group_z", "group_p"):
        np.testing.assert_array_equal(getattr(whole, name), getattr(parts, name))


@pytest.mark.parametrize("draws", [0, 9])
def test_one_industry_or_one_region_says_nothing(draws):
    for given_plants in (([0, 0], [0, 1], [1, 1]), ([0, 1], [0, 0], [1, 1])):
        found = coagglomeration(*given_plants, draws=draws)
        assert np.isnan(found.pairs).all()
        assert np.isnan(found.p).all()
        assert np.isnan([found.group, found.group_z, found.group_p]).all()
    elsewhere = coagglomeration([0, 1], [1, 1], [1, 1], totals=[5, 0], draws=draws)
    assert np.isnan(elsewhere.pairs).all()


@pytest.mark.parametrize(
    ("plants", "options", "key"),
    [
        (([], [], []), {}, "group-empty"),
        (([0], [0], [np.nan]), {}, "values-not-numbers"),
        (([0], [3], [1]), {"totals": [1, 1]}, "code-unknown"),
        (([0, 1], [0, 0], [1, 1]), {"draws": -1}, "draws-too-few"),
        (([0, 1], [0, 0], [1, 1]), {"seed": -1}, "seed-negative"),
    ],
)
def test_what_cannot_be_is_refused(plants, options, key):
    with pytest.raises(InputError) as refused:
        coagglomeration(*plants, **options)
    assert refused.value.key == key
