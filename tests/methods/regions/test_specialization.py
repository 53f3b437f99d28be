import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, sparse, stats

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.regions.specialization import (
    entropy,
    hachman,
    hoover_specialization,
    krugman,
    location_quotient,
    related_variety,
    specialization_gini,
    symmetric,
)

MEASURES = (krugman, hoover_specialization, hachman, entropy, specialization_gini)
WITH_REFERENCE = (krugman, hoover_specialization, hachman, specialization_gini)


def tables(regions=(1, 5), industries=(1, 5), most=9):
    def of_width(width):
        row = st.lists(st.integers(0, most), min_size=width, max_size=width)
        return st.lists(row, min_size=regions[0], max_size=regions[1])

    return st.integers(*industries).flatmap(of_width).map(np.array)


def fraction(part, whole):
    return Fraction(int(part), int(whole)) if whole else None


@given(tables())
def test_quotients_are_as_defined(counts):
    found = location_quotient(counts)
    everything = counts.sum()
    for (r, i), count in np.ndenumerate(counts):
        region, industry = counts[r].sum(), counts[:, i].sum()
        if region == 0 or industry == 0:
            assert np.isnan(found.raw[r, i])
            assert np.isnan(found.symmetric[r, i])
            assert found.expected[r, i] == 0
            continue
        quotient = fraction(count, region) / fraction(industry, everything)
        assert found.raw[r, i] == pytest.approx(float(quotient), rel=1e-12)
        assert found.symmetric[r, i] == pytest.approx(float((quotient - 1) / (quotient + 1)), abs=1e-12)
        assert found.expected[r, i] == pytest.approx(float(fraction(region * industry, everything)))


@given(tables(), st.sampled_from(["table", "industry"]))
def test_nothing_explodes_and_intervals_hold_their_mean(counts, prior):
    found = location_quotient(counts, prior=prior)
    for one in (found.shrunken, found.low, found.high):
        assert one.shape == counts.shape
        assert np.isfinite(one).all()
    assert (found.low >= 0).all()
    assert (found.low <= found.high).all()
    assert found.shape.shape == found.mean.shape == ((1,) if prior == "table" else (counts.shape[1],))
    # Between the prior and what is seen; two more rounded bits.
    seen = np.where(np.isnan(found.raw), found.mean, found.raw)
    least, most = np.minimum(seen, found.mean), np.maximum(seen, found.mean)
    assert ((least - 1e-9 <= found.shrunken) & (found.shrunken <= most + 1e-9)).all()


def test_an_empty_cell_and_a_lone_plant_are_drawn_towards_the_rest():
    dice = stream(1, 0)
    counts = dice.poisson(20 * dice.gamma(2.0, 0.5, (30, 20)))
    counts[0, 0], counts[:, 1] = 0, 0
    counts[3, 1] = 1
    found = location_quotient(counts)
    assert found.raw[0, 0] == 0 < found.low[0, 0] < found.shrunken[0, 0]
    assert found.raw[3, 1] > 10
    assert found.low[3, 1] < 1 < found.high[3, 1] < found.raw[3, 1]
    large = found.expected > 10
    assert np.abs(found.shrunken - found.raw)[large].max() < np.abs(found.shrunken - found.raw)[3, 1]


def test_the_interval_is_that_of_the_posterior():
    dice = stream(2, 0)
    counts = dice.poisson(5 * dice.gamma(1.5, 0.7, (12, 10)))
    found = location_quotient(counts, level=0.8)
    a = counts + found.shape
    rate = found.expected + found.shape / found.mean
    np.testing.assert_allclose(found.shrunken, a / rate, rtol=1e-12)
    for end, chance in ((found.low, 0.1), (found.high, 0.9)):
        np.testing.assert_allclose(end, stats.gamma.ppf(chance, a, scale=1 / rate), rtol=1e-9)

    def loss(logs):
        r, mean = np.exp(logs)
        return -stats.nbinom.logpmf(counts, r, r / (r + mean * found.expected)).sum()

    best = optimize.minimize(loss, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10})
    assert loss(np.log([found.shape.item(), found.mean.item()])) <= best.fun + 1e-6


@pytest.mark.parametrize(("shape", "mean", "level"), [(0.8, 1.0, 0.9), (3.0, 1.4, 0.9), (2.0, 1.0, 0.5)])
def test_intervals_hold_the_truth_as_often_as_they_say(shape, mean, level):
    """Quotients and counts drawn from the model itself, totals known; 6,000 cells.

    The standard error of a share of 6,000 cells is at most 0.0065; four of them, and 0.005 for the two
    parameters of the prior, which are estimated.
    """
    dice = stream(11, 0)
    region, industry = dice.lognormal(0, 1, 120), dice.lognormal(0, 1, 50)
    region, industry = region / region.sum(), industry / industry.sum()
    truth = dice.gamma(shape, mean / shape, (120, 50))
    counts = dice.poisson(30_000 * np.outer(region, industry) * truth)
    assert (counts == 0).mean() > 0.1
    found = location_quotient(
        counts, level=level, region_totals=30_000 * region, industry_totals=30_000 * industry, total=30_000
    )
    held = ((found.low <= truth) & (truth <= found.high)).mean()
    assert abs(held - level) < 4 * np.sqrt(level * (1 - level) / truth.size) + 0.005
    error, raw_error = (np.mean((one - truth) ** 2) for one in (found.shrunken, found.raw))
    assert error < raw_error / 2


def test_where_counts_vary_as_chance_alone_every_quotient_is_the_mean():
    found = location_quotient([[5, 5], [5, 5]])
    assert np.isinf(found.shape).all()
    for one in (found.shrunken, found.low, found.high):
        np.testing.assert_array_equal(one, 1.0)


def test_industries_may_have_priors_of_their_own():
    dice = stream(5, 0)
    counts = np.column_stack(
        [dice.poisson(40 * dice.gamma(shape, 1 / shape, 200)) for shape in (0.5, 2.0, 20.0)]
    )
    own = location_quotient(counts, prior="industry", region_totals=np.full(200, 1.0))
    assert own.shape[0] < own.shape[1] < own.shape[2]
    for i in range(3):
        alone = location_quotient(
            counts[:, [i]], region_totals=np.full(200, 1.0), industry_totals=[counts[:, i].sum()]
        )
        np.testing.assert_array_equal(alone.low[:, 0], own.low[:, i])


def test_symmetric_quotients_run_from_absent_to_alone():
    np.testing.assert_array_equal(symmetric([0.0, 1.0, np.inf, np.nan]), [-1.0, 0.0, 1.0, np.nan])
    found = symmetric([0.25, 4.0])
    assert found[0] == pytest.approx(-found[1])


@given(tables())
def test_figures_of_a_region_are_as_defined(counts):
    whole = [fraction(one, counts.sum()) for one in counts.sum(axis=0)]
    found = {measure: measure(counts) for measure in MEASURES}
    for r, row in enumerate(counts):
        if not row.any():
            assert all(np.isnan(one[r]) for one in found.values())
            continue
        share = [fraction(one, row.sum()) for one in row]
        apart = sum(abs(s - x) for s, x in zip(share, whole, strict=True))
        assert found[krugman][r] == pytest.approx(float(apart), abs=1e-12)
        assert found[hoover_specialization][r] == pytest.approx(float(apart / 2), abs=1e-12)
        quotients = [s / x for s, x in zip(share, whole, strict=True) if x]
        weighted = sum(s * s / x for s, x in zip(share, whole, strict=True) if x)
        assert found[hachman][r] == pytest.approx(float(1 / weighted), rel=1e-12)
        bits = -sum(float(s) * math.log2(s) for s in share if s)
        assert found[entropy][r] == pytest.approx(bits, abs=1e-12)
        gaps = sum(abs(a - b) for a in quotients for b in quotients)
        gini = gaps / (2 * len(quotients) * sum(quotients))
        assert found[specialization_gini][r] == pytest.approx(float(gini), abs=1e-12)


@given(tables(), st.integers(2, 5))
def test_only_proportions_count(counts, times):
    for measure in MEASURES:
        np.testing.assert_allclose(measure(counts * times), measure(counts), atol=1e-12)
    np.testing.assert_allclose(
        location_quotient(counts * times).raw, location_quotient(counts).raw, rtol=1e-12
    )


@pytest.mark.parametrize("measure", MEASURES)
def test_one_region_is_the_whole(measure):
    found = measure([[4, 3, 1]]).item()
    known = {hachman: 1.0, entropy: entropy([[4, 3, 1]]).item()}
    assert found == pytest.approx(known.get(measure, 0.0), abs=1e-12)
    assert entropy([[7, 0, 0]]).item() == 0.0
    assert math.copysign(1.0, entropy([[7, 0, 0]]).item()) == 1.0


def test_a_reference_of_ones_own():
    counts, whole = [[3, 1], [0, 0]], [5, 5]
    np.testing.assert_allclose(krugman(counts, reference=whole), [0.5, np.nan])
    np.testing.assert_allclose(hachman(counts, reference=whole), [0.8, np.nan])
    assert hachman([[3, 1]], reference=[5, 0]).item() == 0.0
    for measure in WITH_REFERENCE:
        assert np.isnan(measure(counts, reference=[0, 0])).all()
        with pytest.raises(InputError) as refused:
            measure(counts, reference=[1, 2, 3])
        assert refused.value.key == "lengths-differ"


@given(tables(industries=(4, 4)), st.lists(st.integers(-2, 2), min_size=4, max_size=4))
def test_variety_is_split_without_rest(counts, groups):
    found = related_variety(counts, groups)
    np.testing.assert_allclose(found.total, entropy(counts), atol=1e-12)
    np.testing.assert_allclose(found.unrelated + found.related, found.total, atol=1e-12)
    for row, related in zip(counts, found.related, strict=True):
        if not row.any():
            assert np.isnan(related)
            continue
        mean = 0.0
        for group in set(groups):
            inside = row[np.array(groups) == group]
            mean += inside.sum() / row.sum() * (entropy([inside]).item() if inside.any() else 0.0)
        assert related == pytest.approx(mean, abs=1e-12)


def test_variety_is_all_related_in_one_group_and_none_in_groups_of_one():
    counts = [[1, 2, 3]]
    one, apart = related_variety(counts, [7, 7, 7]), related_variety(counts, [3, 1, 2])
    assert (one.unrelated.item(), apart.related.item()) == (0.0, 0.0)
    assert one.related.item() == pytest.approx(one.total.item())
    assert apart.unrelated.item() == pytest.approx(apart.total.item())


@given(tables())
def test_a_sparse_table_is_a_table(counts):
    places, industries = counts.nonzero()
    half = counts[places, industries] / 2
    twice = sparse.coo_array((np.tile(half, 2), (np.tile(places, 2), np.tile(industries, 2))), counts.shape)
    for measure in MEASURES:
        np.testing.assert_array_equal(measure(twice), measure(counts))
    np.testing.assert_array_equal(location_quotient(twice).low, location_quotient(counts).low)


@pytest.mark.parametrize("measure", [location_quotient, *MEASURES])
@pytest.mark.parametrize(
    ("counts", "key"),
    [
        (np.zeros((0, 2)), "group-empty"),
        ([1, 2], "table-dimensions"),
        ([[1, np.nan]], "values-not-numbers"),
        ([[1, -1]], "values-negative"),
    ],
)
def test_what_is_no_table_is_refused(measure, counts, key):
    with pytest.raises(InputError) as refused:
        measure(counts)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"level": 0.0}, "level-range"),
        ({"level": 1.0}, "level-range"),
        ({"level": np.nan}, "level-range"),
        ({"region_totals": [1]}, "lengths-differ"),
        ({"industry_totals": [1, 2, 3]}, "lengths-differ"),
        ({"region_totals": [1, -1]}, "values-negative"),
        ({"total": np.nan}, "values-not-numbers"),
        ({"total": -1}, "values-negative"),
        ({"total": 0}, "ratio-impossible"),
        ({"region_totals": [0, 9]}, "ratio-impossible"),
    ],
)
def test_what_a_quotient_cannot_be_made_of_is_refused(options, key):
    with pytest.raises(InputError) as refused:
        location_quotient([[2, 1], [1, 2]], **options)
    assert refused.value.key == key


def test_variety_wants_a_group_for_each_industry():
    for groups, key in (([0, 1, 2], "lengths-differ"), ([0, np.nan], "values-not-numbers")):
        with pytest.raises(InputError) as refused:
            related_variety([[1, 1]], groups)
        assert refused.value.key == key
