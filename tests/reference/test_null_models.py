"""Gravity, shrinkage and configuration models against published and independent numbers."""

import csv
import json

import numpy as np
import pytest
from scipy import stats

from traitdunion.methods.configuration_models import (
    chung_lu,
    maximum_entropy,
    poisson_binomial_lower_tail,
    stub_matching,
)
from traitdunion.methods.null_models import endpoints, gravity, lower_tail, shrunken_ratio
from traitdunion.methods.significance import false_discovery_rate


@pytest.fixture(scope="module")
def reference(data):
    checks = json.loads((data / "reference" / "reference_numbers.json").read_text(encoding="utf-8"))
    return {check["id"]: check for check in checks}


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(rows, column):
    return np.unique([row[column] for row in rows], return_inverse=True)[1]


def test_trade_falls_with_distance_as_in_pyfixest(data, reference):
    check = reference["ppml_gravity_od"]
    rows = table(data / "reference" / check["input"]["file"])
    ends = endpoints(codes(rows, "Origin"), codes(rows, "Destination"), directed=True)
    euros, log_distance = ([float(row[name]) for row in rows] for name in ("Euros", "ld"))
    fit = gravity(euros, np.array(log_distance)[:, None], names=["log_distance"], absorb=ends)
    assert fit.coefficients[0] == pytest.approx(check["expected"], abs=check["tolerance"])


def test_lip_cancer_in_scotland_is_shrunk_as_in_spatialepi(data, reference):
    check = reference["eb_lq_scotland"]
    rows = table(data / "reference" / check["input"]["file"])
    found = shrunken_ratio([float(row["cases"]) for row in rows], [float(row["expected"]) for row in rows])
    expected, tolerance = check["expected"], check["tolerance"]
    assert found.shape == pytest.approx(expected["alpha"], abs=tolerance)
    assert found.mean == pytest.approx(expected["prior_mean"], abs=tolerance)
    np.testing.assert_allclose(found.ratio[:6], expected["first6"], atol=tolerance)


def test_ties_between_the_factions_of_the_karate_club(data, reference):
    check = reference["karate_intercluster_null"]
    expected, tolerance = check["expected"], check["tolerance"]["default"]
    edges = np.array(
        [
            [int(row["u"]) - 1, int(row["v"]) - 1]
            for row in table(data / "reference" / "data_karate_edges.csv")
        ]
    )
    faction = np.array(check["input"]["fac"]) - 1
    degrees = np.bincount(edges.ravel(), minlength=34)
    strengths = np.bincount(faction, degrees)
    assert strengths.tolist() == expected["K"]
    observed = int((faction[edges[:, 0]] != faction[edges[:, 1]]).sum())
    assert observed == expected["observed"]
    between = chung_lu(strengths)[0, 1]
    assert between == pytest.approx(expected["chung_lu"], abs=tolerance)
    assert stub_matching(strengths)[0, 1] == pytest.approx(expected["stub_matching_exact"], abs=tolerance)
    assert lower_tail(observed, between) == pytest.approx(expected["p_lower_poisson"], rel=tolerance)
    tie = maximum_entropy(degrees)[np.ix_(faction == 0, faction == 1)]
    assert tie.sum() == pytest.approx(expected["UBCM"], abs=tolerance)
    assert np.sqrt((tie * (1 - tie)).sum()) == pytest.approx(expected["UBCM_sd"], abs=tolerance)
    tail = poisson_binomial_lower_tail(tie, observed)
    assert tail == pytest.approx(expected["p_lower_UBCM_poisson_binomial"], rel=tolerance)


CLUSTERS, PLANTED, RATE, DECAY, MEAN = 50, 40, 0.2, 0.9, 25.0
REPLICATES = 12


def simulated(seed, planted=PLANTED, theta=None):
    """Contacts of 50 clusters that fall with distance; some pairs meet at a fifth of their rate."""
    dice = np.random.default_rng(seed)
    first, second = np.triu_indices(CLUSTERS, 1)
    place, mass = dice.uniform(0, 200, (CLUSTERS, 2)), dice.lognormal(0, 0.5, CLUSTERS)
    log_distance = np.log(5 + np.hypot(*(place[first] - place[second]).T))
    rate = mass[first] * mass[second] * np.exp(-DECAY * log_distance)
    rate *= MEAN / rate.mean()
    silent = np.zeros(len(first), dtype=bool)
    silent[dice.choice(len(first), planted, replace=False)] = True
    rate = np.where(silent, RATE * rate, rate)
    noise = 1.0 if theta is None else dice.gamma(theta, 1 / theta, len(first))
    return first, second, log_distance, dice.poisson(rate * noise), silent


def fitted(first, second, log_distance, counts):
    return gravity(counts, log_distance[:, None], names=["log_distance"], absorb=endpoints(first, second))


def p_values(first, second, log_distance, counts):
    fit = fitted(first, second, log_distance, counts)
    return lower_tail(counts, fit.expected, fit.dispersion)


def by_busyness_alone(first, second, _, counts):
    strength = np.bincount(first, counts, CLUSTERS) + np.bincount(second, counts, CLUSTERS)
    return lower_tail(counts, chung_lu(strength)[first, second])


def rates(method):
    """Mean false discovery rate and power at a stated rate of 5 %."""
    false, found = [], []
    for seed in range(REPLICATES):
        *pairs, silent = simulated(seed)
        flagged = false_discovery_rate(method(*pairs)) <= 0.05
        false.append((flagged & ~silent).sum() / max(flagged.sum(), 1))
        found.append(flagged[silent].mean())
    return np.mean(false), np.mean(found)


def test_gravity_finds_planted_deficits_at_the_stated_rate():
    false, found = rates(p_values)
    assert false < 0.05
    assert found > 0.5


def test_a_model_of_busyness_alone_mostly_finds_distance(reference):
    # An independent simulation of the same design had 82 % false; ours has other clusters, hence the width.
    false, _ = rates(by_busyness_alone)
    published = reference["deficit_pairs_simulation"]["expected"]["theta=1000000.0"]["configuration Poisson"][
        1
    ]
    assert false == pytest.approx(published, abs=0.1)


@pytest.mark.parametrize("theta", [None, 4.0])
def test_p_values_under_the_null_are_never_too_small(theta):
    p = np.concatenate([p_values(*simulated(seed, planted=0, theta=theta)[:4]) for seed in range(REPLICATES)])
    # 14,700 p-values; three standard errors of a share are 0.0025 at 1 % and 0.0054 at 5 %.
    for level in (0.01, 0.05, 0.1, 0.25):
        margin = 3 * np.sqrt(level * (1 - level) / len(p))
        assert (p <= level).mean() <= level + margin
    assert (p <= 0.25).mean() > 0.15


def test_planted_deficits_do_not_pass_as_dispersion_and_dispersion_is_found():
    calm = [fitted(*simulated(seed)[:4]).dispersion for seed in range(REPLICATES)]
    noisy = [fitted(*simulated(seed, theta=4.0)[:4]).dispersion for seed in range(REPLICATES)]
    # The moment estimate on the same design was 1/21 where the truth is 0.
    assert np.mean(calm) < 1 / 21 / 3
    assert np.mean(noisy) == pytest.approx(1 / 4, abs=0.05)


def test_the_distance_decay_is_recovered():
    slopes, errors = [], []
    for seed in range(REPLICATES):
        fit = fitted(*simulated(seed, planted=0)[:4])
        slopes.append(fit.coefficients[0])
        errors.append(fit.standard_errors[0])
    scaled = (np.array(slopes) + DECAY) / errors
    assert abs(scaled.mean()) < stats.norm.ppf(0.9995) / np.sqrt(REPLICATES)
