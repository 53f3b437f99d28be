from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.regions.plants import (
    dartboard,
    draws_asked,
    herfindahl_bounds,
    normal_p,
    plant_sums,
    region_chances,
)

PLANTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 9)), min_size=1, max_size=12)


@given(PLANTS)
def test_sums_are_those_of_the_plants(plants):
    industry, region, jobs = zip(*plants, strict=True)
    sums = plant_sums(industry, region, jobs)
    assert sums.jobs.shape == (max(region) + 1, max(industry) + 1)
    for r, i in product(range(max(region) + 1), range(max(industry) + 1)):
        assert sums.jobs[r, i] == sum(j for one, two, j in plants if (one, two) == (i, r))
    for i in range(max(industry) + 1):
        size = np.array([j for one, _, j in plants if one == i and j > 0], dtype=float)
        assert sums.plants[i] == len(size)
        for power, found in ((2, sums.herfindahl), (3, sums.cubes), (4, sums.fourths)):
            expected = ((size / size.sum()) ** power).sum() if len(size) else np.nan
            assert found[i] == pytest.approx(expected, nan_ok=True)


def test_regions_without_plants_are_regions():
    assert plant_sums([0], [0], [1], regions=3).jobs.tolist() == [[1.0], [0.0], [0.0]]


@pytest.mark.parametrize(
    ("industry", "region", "jobs", "regions", "key"),
    [
        ([], [], [], None, "group-empty"),
        ([0], [0, 0], [1, 1], None, "lengths-differ"),
        ([0, 0], [0], [1, 1], None, "lengths-differ"),
        ([0], [0], [np.nan], None, "values-not-numbers"),
        ([0], [0], [-1], None, "values-negative"),
        ([-1], [0], [1], None, "values-negative"),
        ([0], [np.nan], [1], None, "values-not-numbers"),
        ([0.5], [0], [1], None, "number-not-whole"),
        ([0], [2], [1], 2, "code-unknown"),
        ([0], [0], [1], 0, "code-unknown"),
    ],
)
def test_what_is_no_plant_is_refused(industry, region, jobs, regions, key):
    with pytest.raises(InputError) as refused:
        plant_sums(industry, region, jobs, regions=regions)
    assert refused.value.key == key


def ways(count, jobs, least, most):
    """Every way for so many plants to have so many jobs, each between two limits."""
    sizes = range(least, most + 1)
    return [one for one in product(sizes, repeat=count) if sum(one) == jobs]


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 4), st.integers(0, 12)),
        min_size=1,
        max_size=2,
    )
)
def test_bounds_enclose_every_way_to_fill_the_bands(bands):
    count, least, span, jobs = map(list, zip(*bands, strict=True))
    most = [a + b for a, b in zip(least, span, strict=True)]
    possible = [ways(*band) for band in zip(count, jobs, least, most, strict=True)]
    if not all(possible):
        with pytest.raises(InputError) as refused:
            herfindahl_bounds(count, jobs, smallest=least, largest=most)
        assert refused.value.key == "bands-impossible"
        return
    found = herfindahl_bounds(count, jobs, smallest=least, largest=most)
    if not any(jobs):
        assert np.isnan(found).all()
        return
    squares = [sum(x * x for band in way for x in band) / sum(jobs) ** 2 for way in product(*possible)]
    assert found.high == pytest.approx(max(squares))
    assert found.low <= min(squares) + 1e-12
    mean = sum(n * (j / n) ** 2 for n, j in zip(count, jobs, strict=True) if n) / sum(jobs) ** 2
    assert found.low == pytest.approx(mean)


def test_an_open_band_bounds_too():
    found = herfindahl_bounds([2, 3], [150, 30], smallest=[50, 1], largest=[np.inf, 49])
    assert found.low == pytest.approx((2 * 75**2 + 3 * 10**2) / 180**2)
    assert found.high == pytest.approx((50**2 + 100**2 + 28**2 + 1 + 1) / 180**2)
    assert np.isnan(herfindahl_bounds([], [], smallest=[], largest=[])).all()


@pytest.mark.parametrize(
    ("plants", "jobs", "smallest", "largest", "key"),
    [
        ([1], [1, 2], [1], [2], "lengths-differ"),
        ([1], [1], [1], [1, 2], "lengths-differ"),
        ([1], [1], [np.nan], [1], "values-not-numbers"),
        ([-1], [1], [1], [1], "values-negative"),
        ([1], [5], [1], [np.nan], "bands-impossible"),
        ([0], [5], [1], [9], "bands-impossible"),
    ],
)
def test_bands_that_cannot_be_are_refused(plants, jobs, smallest, largest, key):
    with pytest.raises(InputError) as refused:
        herfindahl_bounds(plants, jobs, smallest=smallest, largest=largest)
    assert refused.value.key == key


def test_the_dartboard_throws_every_plant_by_the_size_of_the_regions():
    jobs = [5.0, 3.0, 2.0, 7.0]
    sums, chances, throw = dartboard([0, 0, 0, 1], [0, 1, 1, 2], jobs, [30, 50, 0, 20])
    assert chances.tolist() == [0.3, 0.5, 0.0, 0.2]
    assert sums.plants.tolist() == [3, 1]
    thrown = np.stack([throw(stream(1, draw)) for draw in range(4000)])
    np.testing.assert_allclose(thrown.sum(axis=1), 1.0)
    assert not thrown[:, 2].any()
    np.testing.assert_allclose(thrown.mean(axis=0), np.tile(chances[:, None], 2), atol=0.03)
    # Shares of the first industry: the squares tell whether plants fall one by one.
    spread = (thrown[:, :, 0] ** 2).sum(axis=1).mean()
    h = sums.herfindahl[0]
    assert spread == pytest.approx(h + (1 - h) * (chances**2).sum(), abs=0.015)
    np.testing.assert_array_equal(throw(stream(1, 7)), throw(stream(1, 7)))


@given(PLANTS)
def test_chances_follow_the_plants_unless_totals_are_given(plants):
    industry, region, jobs = zip(*plants, strict=True)
    assume(any(jobs))
    sums = plant_sums(industry, region, jobs)
    np.testing.assert_allclose(region_chances(sums.jobs, None), sums.jobs.sum(axis=1) / sum(jobs))
    ones = region_chances(sums.jobs, np.ones(len(sums.jobs)))
    np.testing.assert_allclose(ones, 1 / len(sums.jobs))


def test_refusals():
    for totals, key in (([0, 0], "group-empty"), ([1], "lengths-differ"), ([1, -1], "values-negative")):
        with pytest.raises(InputError) as refused:
            region_chances(np.ones((2, 1)), totals)
        assert refused.value.key == key
    with pytest.raises(InputError, match="draws"):
        draws_asked(-1)


def test_tails_of_the_normal():
    z = np.array([0.0, 1.96, -1.96, np.nan])
    np.testing.assert_allclose(normal_p(z, "upper"), [0.5, 0.025, 0.975, np.nan], atol=1e-4)
    np.testing.assert_allclose(normal_p(z, "lower"), [0.5, 0.975, 0.025, np.nan], atol=1e-4)
    np.testing.assert_allclose(normal_p(z, "both"), [1.0, 0.05, 0.05, np.nan], atol=1e-4)
