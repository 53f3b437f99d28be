import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from traitdunion.errors import InputError
from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.methods.null_models.gravity import dispersion, endpoints, gravity, lower_tail, upper_tail


@pytest.fixture(scope="module")
def pairs():
    """Contacts of 40 clusters, busy and idle, that fall with distance."""
    dice = np.random.default_rng(7)
    first, second = np.triu_indices(40, 1)
    place, mass = dice.uniform(0, 100, (40, 2)), dice.lognormal(0, 0.5, 40)
    log_distance = np.log(5 + np.hypot(*(place[first] - place[second]).T))
    log_mass = np.log(mass[first] * mass[second])
    counts = dice.poisson(np.exp(4.0 + log_mass - 0.9 * log_distance))
    return counts, np.column_stack([log_distance, log_mass]), first, second


NAMES = ["log_distance", "log_mass"]


def corrected(rows, parameters):
    """What HC1 adds to HC0; a statsmodels GLM leaves it out under either name."""
    return np.sqrt(rows / (rows - parameters))


def test_gravity_agrees_with_a_generalized_linear_model(pairs):
    counts, covariates, _, _ = pairs
    ours = gravity(counts, covariates, names=NAMES)
    theirs = sm.GLM(counts, np.column_stack([covariates, np.ones(len(counts))]), sm.families.Poisson())
    theirs = theirs.fit(cov_type="HC0", tol=1e-12)
    np.testing.assert_allclose(ours.coefficients, theirs.params, rtol=1e-8)
    np.testing.assert_allclose(ours.standard_errors, theirs.bse * corrected(len(counts), 3), rtol=1e-7)
    np.testing.assert_allclose(ours.expected, theirs.fittedvalues, rtol=1e-8)
    assert ours.deviance == pytest.approx(theirs.deviance, rel=1e-10)
    assert ours.names == ("log_distance", "log_mass", "intercept")


def test_errors_that_go_together_agree_with_clustered_ones(pairs):
    counts, covariates, first, _ = pairs
    ours = gravity(counts, covariates, names=NAMES, error_groups=first)
    theirs = sm.GLM(counts, np.column_stack([covariates, np.ones(len(counts))]), sm.families.Poisson())
    theirs = theirs.fit(cov_type="cluster", cov_kwds={"groups": first}, tol=1e-12)
    np.testing.assert_allclose(ours.standard_errors, theirs.bse, rtol=1e-7)


def test_absorbed_clusters_equal_indicator_columns(pairs):
    counts, covariates, first, second = pairs
    ends = endpoints(first, second)
    ours = gravity(counts, covariates[:, :1], names=NAMES[:1], absorb=ends)
    design = np.column_stack([covariates[:, :1], ends.toarray()])
    theirs = sm.GLM(counts, design, sm.families.Poisson()).fit(cov_type="HC0", tol=1e-12)
    assert ours.names == ("log_distance",)
    assert ours.coefficients[0] == pytest.approx(theirs.params[0], rel=1e-8)
    assert ours.standard_errors[0] == pytest.approx(theirs.bse[0] * corrected(len(counts), 41), rel=1e-6)
    np.testing.assert_allclose(ends.T @ ours.expected, ends.T @ counts, rtol=1e-8)


def test_weighted_counts_are_allowed(pairs):
    counts, covariates, _, _ = pairs
    whole, part = (gravity(c, covariates, names=NAMES) for c in (counts, counts / 7.0))
    np.testing.assert_allclose(part.coefficients[:2], whole.coefficients[:2], rtol=1e-8)
    np.testing.assert_allclose(part.expected * 7.0, whole.expected, rtol=1e-8)


def test_an_offset_is_a_covariate_with_coefficient_one(pairs):
    counts, covariates, _, _ = pairs
    plain = gravity(counts, covariates, names=NAMES)
    moved = gravity(counts, covariates, names=NAMES, offset=0.3 * covariates[:, 0] + 2.0)
    np.testing.assert_allclose(moved.coefficients, plain.coefficients - [0.3, 0.0, 2.0], rtol=1e-7)
    np.testing.assert_allclose(moved.expected, plain.expected, rtol=1e-8)


def test_a_year_far_from_zero_costs_no_digits(pairs):
    counts, covariates, _, _ = pairs
    year = 2020.0 + np.arange(len(counts)) % 5
    near = gravity(counts, np.column_stack([covariates, year - 2022]), names=[*NAMES, "year"])
    far = gravity(counts, np.column_stack([covariates, year]), names=[*NAMES, "year"])
    np.testing.assert_allclose(far.coefficients[:3], near.coefficients[:3], rtol=1e-8)
    np.testing.assert_allclose(far.standard_errors[:3], near.standard_errors[:3], rtol=1e-8)


def test_columns_that_repeat_are_dropped_by_name(pairs):
    counts, covariates, first, second = pairs
    twice = np.column_stack([covariates, covariates.sum(axis=1), np.full(len(counts), 3.0)])
    fit = gravity(counts, twice, names=[*NAMES, "sum", "constant"])
    assert fit.dropped == ("sum", "constant")
    assert np.isnan(fit.coefficients).tolist() == [False, False, True, True, False]
    np.testing.assert_allclose(fit.expected, gravity(counts, covariates, names=NAMES).expected, rtol=1e-8)
    absorbed = gravity(counts, covariates, names=NAMES, absorb=endpoints(first, second))
    assert absorbed.dropped == ("log_mass",)


def test_separated_pairs_are_left_out_and_named(pairs):
    counts, covariates, _, _ = pairs
    island = (np.arange(len(counts)) % 50 == 0).astype(float)
    silent = np.where(island > 0, 0, counts)
    fit = gravity(silent, np.column_stack([covariates, island]), names=[*NAMES, "island"])
    np.testing.assert_array_equal(fit.separated, island > 0)
    assert not fit.expected[fit.separated].any()
    assert fit.dropped == ("island",)
    rest = gravity(silent[island == 0], covariates[island == 0], names=NAMES)
    np.testing.assert_allclose(fit.coefficients[[0, 1, 3]], rest.coefficients, rtol=1e-8)


def test_an_absorbed_cluster_without_contact_says_nothing(pairs):
    counts, covariates, first, second = pairs
    alone = (first == 3) | (second == 3)
    fit = gravity(
        np.where(alone, 0, counts), covariates[:, :1], names=NAMES[:1], absorb=endpoints(first, second)
    )
    np.testing.assert_array_equal(fit.separated, alone)


def test_overdispersion_is_the_statistic_of_the_auxiliary_regression(pairs):
    counts, covariates, _, _ = pairs
    fit = gravity(counts, covariates, names=NAMES)
    auxiliary = sm.OLS(((counts - fit.expected) ** 2 - counts) / fit.expected, fit.expected).fit()
    assert fit.overdispersion == pytest.approx(auxiliary.tvalues[0], rel=1e-9)
    assert fit.overdispersion_p == pytest.approx(stats.norm.sf(auxiliary.tvalues[0]), rel=1e-9)


def test_dispersion_is_found_and_not_invented():
    dice = np.random.default_rng(3)
    mean = dice.uniform(2, 40, 4000)
    assert dispersion(dice.poisson(mean), mean) < 0.01
    noisy = dice.poisson(mean * dice.gamma(4.0, 0.25, len(mean)))
    # 4,000 pairs estimate 0.25 within about 0.01; half of them are censored.
    assert dispersion(noisy, mean) == pytest.approx(0.25, abs=0.03)


def test_deficits_do_not_pass_as_dispersion():
    dice = np.random.default_rng(4)
    mean = np.full(2000, 25.0)
    counts = dice.poisson(np.where(np.arange(2000) < 100, 0.2 * mean, mean))
    moments = ((counts - mean) ** 2 - counts).sum() / (mean**2).sum()
    assert moments > 0.02
    assert dispersion(counts, mean) < moments / 10


def test_dispersion_of_no_pairs_is_zero():
    assert dispersion([], []) == 0.0
    assert dispersion([0.0], [0.0]) == 0.0


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"counts": [1.0, -1.0, 2.0]}, "gravity-counts"),
        ({"counts": [1.0, np.nan, 2.0]}, "gravity-counts"),
        ({"counts": [0.0, 0.0, 0.0]}, "gravity-no-contacts"),
        ({"covariates": [[1.0], [np.inf], [2.0]]}, "gravity-covariate"),
        ({"covariates": [[1.0], [2.0]]}, "gravity-shapes"),
        ({"offset": [0.0, -np.inf, 0.0]}, "gravity-covariate"),
        ({"counts": [1.0, 2.0], "covariates": [[1.0], [2.0]]}, "gravity-too-few-pairs"),
        ({"error_groups": [0, 0, 0]}, "gravity-too-few-pairs"),
        ({"error_groups": [0, 1]}, "lengths-differ"),
        ({"absorb": sparse.csr_array((2, 1))}, "lengths-differ"),
    ],
)
def test_what_cannot_be_fitted_is_named(change, key):
    given_in = {"counts": [1.0, 3.0, 2.0], "covariates": [[1.0], [2.0], [5.0]], **change}
    with pytest.raises(InputError) as caught:
        gravity(names=["x"], **given_in)
    assert caught.value.key == key


VALUES = st.sampled_from([0.0, 1.0, 2.0, 7.0, -1.0, np.nan, np.inf])


@given(st.lists(st.tuples(VALUES, VALUES, st.integers(0, 3)), min_size=1, max_size=12))
def test_gravity_fits_or_says_what_is_wrong(rows):
    counts, covariate, ends = (np.array(column) for column in zip(*rows, strict=True))
    known = (np.isfinite(counts) & (counts >= 0) & np.isfinite(covariate)).all() and counts.any()
    try:
        fit = gravity(counts, covariate[:, None], names=["x"], absorb=endpoints(ends, (ends + 1) % 4))
    except InputError as error:
        if known and error.key != "gravity-too-few-pairs":
            raise
        return
    assert known
    assert np.isfinite(fit.expected).all()
    assert fit.expected.sum() == pytest.approx(counts.sum(), rel=1e-6)
    assert fit.dispersion >= 0


@given(st.lists(st.tuples(VALUES, VALUES), max_size=12))
def test_ratios_are_shrunk_or_what_is_wrong_is_said(rows):
    observed, expected = np.array(rows, dtype=float).reshape(-1, 2).T
    numbers = np.isfinite(observed) & np.isfinite(expected) & (observed >= 0) & (expected >= 0)
    if not numbers.all() or (observed[expected == 0] > 0).any():
        with pytest.raises(InputError) as caught:
            shrunken_ratio(observed, expected)
        assert caught.value.key in {"ratio-counts", "ratio-impossible"}
        return
    found = shrunken_ratio(observed, expected)
    assert (found.ratio >= 0).all()
    assert (found.low <= found.high).all()


def test_a_level_that_is_no_share_is_refused():
    with pytest.raises(InputError) as caught:
        shrunken_ratio([1.0], [1.0], level=90)
    assert caught.value.key == "level-range"


def test_endpoints_of_directed_pairs_have_two_effects():
    assert endpoints([0, 1], [1, 0], directed=True).toarray().tolist() == [[1, 0, 0, 1], [0, 1, 1, 0]]


@pytest.mark.parametrize("alpha", [0.0, 0.05, 2.0])
def test_tails_are_the_exact_ones(alpha):
    count, mean = (grid.ravel() for grid in np.meshgrid(np.arange(30), [0.01, 0.5, 3.0, 20.0]))
    law = stats.poisson(mean) if alpha == 0 else stats.nbinom(1 / alpha, 1 / (1 + alpha * mean))
    np.testing.assert_allclose(lower_tail(count, mean, alpha), law.cdf(count), rtol=1e-9)
    np.testing.assert_allclose(upper_tail(count, mean, alpha), law.sf(count - 1), rtol=1e-9)


def test_tails_at_the_edges():
    assert lower_tail([0, 3], [0.0, 0.0]).tolist() == [1.0, 1.0]
    assert upper_tail([0, 3], [0.0, 0.0]).tolist() == [1.0, 0.0]
    assert lower_tail(2.7, 2.0) == lower_tail(2, 2.0)
    assert upper_tail(2.2, 2.0) == upper_tail(3, 2.0)


COUNTS = st.lists(st.tuples(st.integers(0, 60), st.floats(0.1, 30.0)), min_size=3, max_size=30)


@given(COUNTS)
def test_shrunken_ratios_lie_between_their_own_and_the_mean(rows):
    observed, expected = np.array(rows, dtype=float).T
    ratios = shrunken_ratio(observed, expected)
    low, high = (np.minimum(observed / expected, ratios.mean), np.maximum(observed / expected, ratios.mean))
    assert (ratios.ratio >= low - 1e-9).all()
    assert (ratios.ratio <= high + 1e-9).all()
    assert (ratios.low <= ratios.ratio + 1e-9).all()
    order = np.argsort(ratios.ratio, kind="stable")
    assert (np.diff(ratios.rank[order]) >= 0).all()
    assert ratios.rank.min() == 1


def test_the_prior_maximises_the_marginal_likelihood():
    dice = np.random.default_rng(5)
    expected = dice.uniform(1, 30, 200)
    observed = dice.poisson(expected * dice.gamma(3.0, 0.5, 200))
    found = shrunken_ratio(observed, expected)

    def likelihood(shape, mean):
        return stats.nbinom.logpmf(observed, shape, shape / (shape + mean * expected)).sum()

    best = likelihood(found.shape, found.mean)
    for factor in (0.98, 1.02):
        assert likelihood(found.shape * factor, found.mean) < best
        assert likelihood(found.shape, found.mean * factor) < best
    assert found.shape * found.scale == pytest.approx(found.mean)


def test_the_interval_holds_its_posterior_probability():
    observed, expected = np.array([0, 40, 1, 9, 30]), np.array([0.5, 20.0, 0.2, 20.0, 10.0])
    found = shrunken_ratio(observed, expected, level=0.8)
    posterior = stats.gamma(observed + found.shape, scale=1 / (expected + 1 / found.scale))
    np.testing.assert_allclose(posterior.cdf(found.low), 0.1, rtol=1e-9)
    np.testing.assert_allclose(posterior.cdf(found.high), 0.9, rtol=1e-9)


@pytest.mark.parametrize(("observed", "mean"), [([0, 0, 0], 0.0), ([4, 5, 6], 1.0)])
def test_without_overdispersion_every_ratio_is_the_mean(observed, mean):
    found = shrunken_ratio(observed, [5.0, 5.0, 5.0])
    assert found.shape == np.inf
    for values in (found.ratio, found.low, found.high):
        np.testing.assert_allclose(values, mean)
    assert found.rank.tolist() == [1, 1, 1]


def test_a_pair_without_expectation_gets_the_prior():
    found = shrunken_ratio([0, 40, 1, 9], [0.0, 20.0, 0.2, 20.0])
    assert found.ratio[0] == pytest.approx(found.mean)
    with pytest.raises(InputError) as caught:
        shrunken_ratio([1, 40], [0.0, 20.0])
    assert caught.value.key == "ratio-impossible"
    with pytest.raises(InputError) as caught:
        shrunken_ratio([-1, 40], [1.0, 20.0])
    assert caught.value.key == "ratio-counts"


def test_nothing_handed_in_is_changed(pairs):
    counts, covariates, _, _ = pairs
    before = counts.copy(), covariates.copy()
    gravity(counts, covariates, names=NAMES)
    shrunken_ratio(counts, np.ones(len(counts)))
    np.testing.assert_array_equal(counts, before[0])
    np.testing.assert_array_equal(covariates, before[1])
