"""P-values on data made under each null, and what is found of bridges that were left out on purpose.

Figures in the docstrings were measured with the seeds below; the assertions leave room for other seeds.
"""

from functools import cache

import numpy as np
import pytest
from scipy import stats

from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.methods.null_models.bipartite_models import (
    bipartite_configuration,
    shared_observed,
    shared_tails,
)
from traitdunion.methods.null_models.configuration_models import (
    chung_lu,
    contacts_between,
    group_tails,
    matched_stubs,
    maximum_entropy,
    poisson_binomial_lower_tail,
    poisson_binomial_upper_tail,
)
from traitdunion.methods.null_models.gravity import endpoints, gravity, lower_tail, upper_tail
from traitdunion.methods.null_models.swaps import curveball, shared_by_swaps
from traitdunion.methods.permutation import drawn, monte_carlo_p, stream
from traitdunion.methods.significance import false_discovery_rate

LEVELS = (0.01, 0.05, 0.1, 0.25)


def spread_out(lower, upper, seed=0):
    """P-value of a discrete count with its step filled evenly: uniform under the null, not only above it."""
    lower, upper = np.ravel(lower), np.ravel(upper)
    return 1 - upper + stream(seed, 0).random(lower.size) * (lower + upper - 1)


def assert_uniform(p):
    assert stats.kstest(p, "uniform").pvalue > 0.001


def assert_never_too_small(p, independent=None):
    """Share of p-values at most a level is at most the level, but for three standard errors."""
    p = np.ravel(p)
    for level in LEVELS:
        margin = 3 * np.sqrt(level * (1 - level) / (independent or p.size))
        assert (p <= level).mean() <= level + margin


# Each null, on data made under it.


def test_chung_lu():
    strengths = np.array([300, 200, 150, 90, 60, 40, 20, 10])
    expected = chung_lu(strengths)[np.triu_indices(8, 1)]
    counts = stream(1, 0).poisson(expected, (150, expected.size))
    lower, upper = lower_tail(counts, expected), upper_tail(counts, expected)
    assert_uniform(spread_out(lower, upper))
    assert_never_too_small(lower)
    assert_never_too_small(upper)


def test_stub_matching():
    strengths = np.array([60, 40, 30, 20, 10])
    null = drawn(lambda dice: matched_stubs(strengths, dice), draws=2000, seed=1)
    data = drawn(lambda dice: matched_stubs(strengths, dice), draws=400, seed=2)
    lower, upper = (
        np.array([monte_carlo_p(one, null, tail=tail) for one in data]) for tail in ("lower", "upper")
    )
    for r, s in ((0, 1), (0, 3), (2, 2)):
        assert_uniform(spread_out(lower[:, r, s], upper[:, r, s], seed=r))
    assert_never_too_small(lower, independent=400)
    assert_never_too_small(upper, independent=400)


@cache
def networks():
    """Tails of the groups of networks drawn from maximum entropy: of the known model, and of fitted ones."""
    degrees = np.array([9, 7, 6, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1])
    groups = np.arange(degrees.size) % 3
    tie = maximum_entropy(degrees)
    known, fitted = [], []
    for draw in range(400):
        upper = np.triu(stream(3, draw).random(tie.shape) < tie, 1)
        network = upper | upper.T
        contacts = contacts_between(network, groups)
        known.append(group_tails(tie, groups, contacts))
        seen = network.sum(axis=1)
        if draw < 200 and seen.max() < (seen > 0).sum() - 1:
            fitted.append(group_tails(maximum_entropy(seen), groups, contacts))
    return np.array(known), np.array(fitted)


def test_maximum_entropy():
    known, fitted = networks()
    for r, s in ((0, 1), (1, 2), (2, 2)):
        assert_uniform(spread_out(known[:, 0, r, s], known[:, 1, r, s], seed=r))
    # As used, fitted to the degrees of the data themselves: not smaller.
    assert_never_too_small(fitted[:, 0], independent=len(fitted))
    assert_never_too_small(fitted[:, 1], independent=len(fitted))


def memberships(organizations=200, sizes=(1, 1, 1, 2, 2, 3, 4)):
    """Organizations in as many of 12 clusters as drawn from the sizes."""
    dice = stream(4, 0)
    share = dice.lognormal(0, 0.6, 12)
    table = np.zeros((organizations, 12))
    for row, size in enumerate(dice.choice(sizes, organizations)):
        table[row, dice.choice(12, size, replace=False, p=share / share.sum())] = 1
    return table


PAIRS = np.triu_indices(12, 1)
# No two of them share a column.
DISJOINT = np.arange(0, 12, 2), np.arange(1, 12, 2)


def drawn_tie_by_tie(table, draws):
    """Tables of independent ties with the sums of this one on average, and the chance of each tie."""
    chance = bipartite_configuration(table.sum(axis=1), table.sum(axis=0)).probabilities
    return chance, [stream(5, draw).random(chance.shape) < chance for draw in range(draws)]


def both_tails(tables, **how):
    found = [shared_tails(table, **how) for table in tables]
    return tuple(np.array([getattr(one, name)[PAIRS] for one in found]) for name in ("p_lower", "p_upper"))


def test_bipartite_configuration():
    chance, tables = drawn_tie_by_tie(memberships(), 150)
    seen = np.array([shared_observed(table)[DISJOINT] for table in tables]).astype(int)
    together = (chance[:, DISJOINT[0]] * chance[:, DISJOINT[1]]).T
    lower, upper = (
        [[tail(p, k) for p, k in zip(together, counts, strict=True)] for counts in seen]
        for tail in (poisson_binomial_lower_tail, poisson_binomial_upper_tail)
    )
    assert_uniform(spread_out(lower, upper))
    for p in (lower, upper, *both_tails(tables)):
        assert_never_too_small(p, independent=seen.size)


def test_average_rows_fitted_to_the_data_see_deficits_that_are_none():
    """Measured, with 1.4 memberships each: 69 % of the lower tails are at most 5 %; 2 % with exact rows."""
    _, tables = drawn_tie_by_tie(memberships(2000, (1, 1, 1, 1, 1, 1, 2, 3)), 30)
    (average, _), (exact, _) = both_tails(tables, rows="average"), both_tails(tables)
    assert (average <= 0.05).mean() > 0.4
    assert_never_too_small(exact, independent=30 * 6)


def test_swaps_and_exact_rows():
    """Tables drawn with the same sums: both p-values hold, and they are not far from each other."""
    table = memberships()
    by_swaps, by_tails = [], []
    for draw in range(120):
        data = curveball(table, seed=6, draw=draw)
        swapped, tails = shared_by_swaps(data, draws=199, seed=1000 + draw), shared_tails(data)
        assert swapped.mixed
        by_swaps.append([swapped.p_lower, swapped.p_upper])
        by_tails.append([tails.p_lower, tails.p_upper])
    by_swaps, by_tails = np.array(by_swaps), np.array(by_tails)
    assert_uniform(spread_out(*(by_swaps[:, side][:, *DISJOINT] for side in (0, 1))))
    for p in (by_swaps, by_tails):
        assert_never_too_small(p[:, :, *PAIRS], independent=120 * 6)
    # Columns on average widen the tails: p-values below 5 % are rarer, not unknown.
    off = by_swaps[:, :, *PAIRS] - by_tails[:, :, *PAIRS]
    assert np.median(np.abs(off)) < 0.03
    assert (by_tails[:, :, *PAIRS] <= 0.05).mean() > 0.005


# Gravity: contacts of 50 clusters that fall with distance, some pairs planted at a fifth of their rate.

CLUSTERS, PLANTED, RATE, DECAY, MEAN, LEAST = 50, 40, 0.2, 0.9, 22.0, 8.0
REPLICATES = 20


@cache
def simulated(seed, planted=PLANTED, theta=None, periods=1):
    """Pairs, log distance, counts, which pairs are planted, and rates relative to unplanted, unnoisy ones.

    Over-dispersion is gamma noise of shape theta on each pair, drawn anew in each period.
    """
    dice = np.random.default_rng(seed)
    first, second = np.triu_indices(CLUSTERS, 1)
    place, mass = dice.uniform(0, 100, (CLUSTERS, 2)), dice.lognormal(0, 0.5, CLUSTERS)
    log_distance = np.log(1 + np.hypot(*(place[first] - place[second]).T))
    rate = mass[first] * mass[second] * np.exp(-DECAY * log_distance)
    rate *= MEAN / rate.mean()
    silent = np.zeros(len(first), dtype=bool)
    silent[dice.choice(np.flatnonzero(rate >= LEAST), planted, replace=False)] = True
    noise = np.ones((periods, len(first)))
    if theta is not None:
        noise = dice.gamma(theta, 1 / theta, noise.shape)
    ratio = np.where(silent, RATE, 1.0) * noise.mean(axis=0)
    return first, second, log_distance, dice.poisson(rate * periods * ratio), silent, ratio


@cache
def fitted(*which, **how):
    first, second, log_distance, counts, *_ = simulated(*which, **how)
    return gravity(counts, log_distance[:, None], names=["log_distance"], absorb=endpoints(first, second))


def by_gravity(seed, **how):
    fit = fitted(seed, **how)
    return lower_tail(simulated(seed, **how)[3], fit.expected, fit.dispersion)


def by_gravity_without_dispersion(seed, **how):
    return lower_tail(simulated(seed, **how)[3], fitted(seed, **how).expected)


def by_busyness_alone(seed, **how):
    first, second, _, counts, *_ = simulated(seed, **how)
    strength = np.bincount(first, counts, CLUSTERS) + np.bincount(second, counts, CLUSTERS)
    return lower_tail(counts, chung_lu(strength)[first, second])


@cache
def rates(method, **how):
    """Mean number flagged, false discovery rate and power at a stated rate of 5 %."""
    rows = []
    for seed in range(REPLICATES):
        silent = simulated(seed, **how)[4]
        flagged = false_discovery_rate(method(seed, **how)) <= 0.05
        rows.append(
            (flagged.sum(), (flagged & ~silent).sum() / max(flagged.sum(), 1), flagged[silent].mean())
        )
    return np.mean(rows, axis=0)


@pytest.mark.parametrize("theta", [None, 4.0])
def test_gravity(theta):
    p = np.concatenate([by_gravity(seed, planted=0, theta=theta) for seed in range(REPLICATES)])
    assert_never_too_small(p)
    assert (p <= 0.25).mean() > 0.15


def test_gravity_is_uniform_where_counts_are_poisson():
    first, second, log_distance, *_ = simulated(0, planted=0)
    fit = fitted(0, planted=0)
    for draw in range(3):
        counts = stream(7, draw).poisson(fit.expected)
        again = gravity(
            counts, log_distance[:, None], names=["log_distance"], absorb=endpoints(first, second)
        )
        lower, upper = lower_tail(counts, again.expected), upper_tail(counts, again.expected)
        # 51 parameters for 1,225 pairs bring expectations a little too near: 2 % of the variance of each.
        assert_uniform(spread_out(lower, upper, seed=draw))


def test_gravity_finds_planted_deficits_at_the_stated_rate():
    """Measured: 29 flagged, 1.2 % of them false, 72 % of the planted found."""
    _, false, power = rates(by_gravity)
    assert false < 0.05
    assert power > 0.6


@pytest.mark.parametrize(("theta", "sound"), [(None, True), (4.0, False)])
def test_only_distance_and_dispersion_together_keep_what_they_promise(theta, sound):
    """The pattern of an independent simulation whose design is not published in full.

    It had 82 % false by busyness alone; by distance with Poisson tails under 1 % where counts are Poisson and
    77 % where they are over-dispersed; with negative binomial tails next to nothing there, true or false.
    """
    _, false, _ = rates(by_busyness_alone, theta=theta)
    assert false > 0.5
    _, false, power = rates(by_gravity_without_dispersion, theta=theta)
    assert (false < 0.05) == sound
    assert power > 0.5
    flagged, false, _ = rates(by_gravity, theta=theta)
    assert false < 0.05
    assert (flagged > 10) == sound


def test_planted_deficits_do_not_pass_as_dispersion_and_dispersion_is_found():
    calm = [fitted(seed).dispersion for seed in range(REPLICATES)]
    noisy = [fitted(seed, theta=4.0).dispersion for seed in range(REPLICATES)]
    # The moment estimate on the same design was 1/21 where the truth is 0.
    assert np.mean(calm) < 1 / 21 / 3
    assert np.mean(noisy) == pytest.approx(1 / 4, abs=0.05)


def test_the_distance_decay_is_recovered():
    slopes = np.array([fitted(seed, planted=0).coefficients[0] for seed in range(REPLICATES)])
    errors = np.array([fitted(seed, planted=0).standard_errors[0] for seed in range(REPLICATES)])
    assert abs(((slopes + DECAY) / errors).mean()) < stats.norm.ppf(0.9995) / np.sqrt(REPLICATES)


# Over-dispersed contacts: ranks, pooled periods and wide intervals.


def ratios(seed, **how):
    fit = fitted(seed, **how)
    return shrunken_ratio(simulated(seed, **how)[3], fit.expected, log_errors=fit.log_errors)


def test_over_dispersed_contacts_are_hardly_flagged():
    """Measured: 1 flag in 20 runs of 40 planted each; a Poisson tail flags 165 a run, 80 % of them false."""
    flagged, _, _ = rates(by_gravity, theta=4.0)
    assert flagged < 1
    assert rates(by_gravity_without_dispersion, theta=4.0)[1] > 0.7


def test_over_dispersed_pairs_are_ranked_far_better_than_by_chance():
    """Measured: a planted pair stands before another one in 96 % of cases."""
    ahead = []
    for seed in range(REPLICATES):
        silent, rank = simulated(seed, theta=4.0)[4], ratios(seed, theta=4.0).rank
        ahead.append(
            stats.mannwhitneyu(rank[~silent], rank[silent]).statistic / silent.sum() / (~silent).sum()
        )
    assert np.mean(ahead) > 0.9


def test_pooled_periods_raise_power():
    """Measured: found 0.1 % of the planted in one period, 62 % in three, 98 % in six; 2 % false at most."""
    power = {}
    for periods in (1, 3, 6):
        _, false, power[periods] = rates(by_gravity, theta=4.0, periods=periods)
        assert false < 0.05
    assert power[3] > power[1] + 0.4
    assert power[6] > power[3] + 0.2


@pytest.mark.parametrize("how", [{}, {"planted": 0}, {"planted": 0, "periods": 3}], ids=str)
def test_intervals_cover_the_true_ratio_as_often_as_stated(how):
    """Measured at 90 %: 90.7 %, 91.1 % and 91.2 %; 84 to 85 % if expectations are taken as known."""
    inside = []
    for seed in range(REPLICATES):
        true, found = simulated(seed, theta=4.0, **how)[5], ratios(seed, theta=4.0, **how)
        inside.append(((found.low <= true) & (true <= found.high)).mean())
    assert np.mean(inside) == pytest.approx(0.9, abs=0.03)
