import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy import stats

from traitdunion.errors import InputError
from traitdunion.methods.compiled import scan_statistic as loops
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.places import circles, places_of
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.methods.space.scan_statistic import greatest_ratios, log_likelihood_ratio, scan

MODELS = ("poisson", "bernoulli")


def region(seed, rows=40, lattice=True):
    """Points of which many are as far from each other as others, and some at one place; cases, population."""
    dice = stream(seed, 0)
    points = dice.integers(0, 6, (rows, 2)).astype(float) if lattice else dice.random((rows, 2))
    population = dice.integers(1, 12, rows).astype(float)
    return points, dice.binomial(population.astype(int), 0.25).astype(float), population


def every_zone(points, population, largest):
    """Each circle around a point through a point, as a set of rows."""
    found = set()
    for center in points:
        distances = np.hypot(*(points - center).T)
        for radius in distances:
            inside = distances <= radius + 1e-9
            if population[inside].sum() <= largest * population.sum() + 1e-9:
                found.add(frozenset(np.flatnonzero(inside).tolist()))
    return found


def ratio(zone, cases, population, model):
    """By the definition: log likelihood with a rate inside and one outside, less that with one rate."""
    rows = sorted(zone)
    c, n, total, whole = cases[rows].sum(), population[rows].sum(), cases.sum(), population.sum()
    if c / n <= total / whole:
        return 0.0
    parts = [(c, n), (total - c, whole - n)]
    if model == "poisson":
        return sum(stats.poisson.logpmf(k, k) - stats.poisson.logpmf(k, m * total / whole) for k, m in parts)
    return sum(stats.binom.logpmf(k, m, k / m) - stats.binom.logpmf(k, m, total / whole) for k, m in parts)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", range(6))
def test_zones_are_the_greatest_of_all_circles(seed, model):
    points, cases, population = region(seed)
    free = every_zone(points, population, 0.5)
    found = scan(points, cases, population, model=model, draws=1, zones=5)
    for zone in found.zones:
        scores = {one: ratio(one, cases, population, model) for one in free}
        assert zone.llr == pytest.approx(max(scores.values()), abs=1e-9)
        members = frozenset(zone.members.tolist())
        assert scores[members] == pytest.approx(zone.llr, abs=1e-9)
        free = {one for one in free if not one & members}
    assert len(found.zones) == 5 or not any(ratio(one, cases, population, model) > 1e-9 for one in free)


@pytest.mark.parametrize("seed", range(4))
def test_a_zone_is_the_circle_it_says(seed):
    points, cases, population = region(seed, lattice=False)
    for zone in scan(points, cases, population, draws=1).zones:
        distances = np.hypot(*(points - points[zone.center]).T)
        assert zone.members.tolist() == np.flatnonzero(distances <= zone.radius).tolist()
        assert zone.cases == cases[zone.members].sum()
        assert zone.population == population[zone.members].sum() <= population.sum() / 2
        assert zone.expected == pytest.approx(cases.sum() * zone.population / population.sum())
        outside = (cases.sum() - zone.cases) / (cases.sum() - zone.expected)
        assert zone.relative_risk == pytest.approx(zone.cases / zone.expected / outside)
        assert zone.llr == pytest.approx(log_likelihood_ratio(zone.cases, zone.expected, cases.sum()).item())


def test_circles_on_the_sphere_cross_the_date_line():
    points = np.array(
        [[0.0, 179.9], [0.0, -179.9], [0.1, 180.0], [0.0, 170.0], [10.0, 175.0], [-9.0, -170.0]]
    )
    found = scan(points, [5, 5, 5, 0, 0, 1], np.full(6, 10.0), metric="sphere", draws=9).zones[0]
    assert found.members.tolist() == [0, 1, 2]
    far = great_circle_km(*points[found.center], points[:3, 0], points[:3, 1]).max()
    assert found.radius == pytest.approx(far)


@pytest.mark.parametrize("model", MODELS)
def test_rows_at_one_place_are_one_place_and_their_order_is_nothing(model):
    points, cases, population = region(3)
    found = scan(points, cases, population, model=model, draws=19)
    order = stream(1, 1).permutation(len(points))
    again = scan(points[order], cases[order], population[order], model=model, draws=19)
    places, of = np.unique(points, axis=0, return_inverse=True)
    merged = scan(places, np.bincount(of, cases), np.bincount(of, population), model=model, draws=19)
    for one, two, three in zip(found.zones, again.zones, merged.zones, strict=True):
        assert one.members.tolist() == sorted(order[two.members].tolist())
        assert one.members.tolist() == np.flatnonzero(np.isin(of, three.members)).tolist()
        assert one.llr == two.llr == three.llr
        assert one.p == two.p == three.p


@given(
    total=st.integers(1, 60),
    share=st.floats(0.01, 0.99),
    part=st.floats(0, 1),
    spare=st.none() | st.integers(1, 500),
)
def test_the_ratio_is_the_same_everywhere_and_never_above_its_bound(total, share, part, spare):
    cases = round(part * total)
    whole = 0.0 if spare is None else float(total + spare)
    assume(not whole or (cases <= whole * share and total - cases <= whole * (1 - share)))
    found = loops.log_ratio(cases, total, share, whole)
    expected = log_likelihood_ratio(cases, total * share, total, population=whole or None).item()
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)
    if share <= 0.5 and cases <= (1 - share) * total:
        factor = loops.bound(total, whole)
        assert found <= factor * (cases - share * total) ** 2 / (share * (1 - share)) + 1e-12


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("least", [0.0, 4.0])
@pytest.mark.parametrize("largest", [0.5, 1.0])
def test_all_draws_at_once_are_each_draw_alone(model, least, largest):
    points, _, population = region(5)
    places, of = np.unique(points, axis=0, return_inverse=True)
    people = np.bincount(of, population)
    rings = circles(places_of(places, "plane").distances, people, largest)
    whole = people.sum() if model == "bernoulli" else 0.0
    cases = stream(1, 0).binomial(people.astype(int), 0.2, (7, len(people))).T.astype(float)
    cases[:, 3] = 0.0
    cases[:, 4] = people
    counts = np.ascontiguousarray((cases > 1).astype(float))
    given = (
        rings.order,
        rings.reach,
        people / people.sum(),
        np.ascontiguousarray(cases),
        counts,
        whole,
        least,
    )
    for form in (loops.greatest_circles, loops.greatest_circles.py_func):
        best = np.zeros(7)
        form(*given, best)
        for draw in range(7):
            column = (*given[:3], cases[:, draw].copy(), counts[:, draw].copy(), whole, least)
            for alone in (loops.greatest_circle, loops.greatest_circle.py_func):
                single = alone(*column, np.zeros(len(people), np.uint8))
                assert single[0] == pytest.approx(best[draw], abs=1e-10)


@pytest.mark.parametrize("model", MODELS)
def test_draws_have_as_many_cases_in_proportion(model):
    from traitdunion.methods.space.scan_statistic import _throws

    people, cases = np.array([10.0, 30.0, 60.0]), np.array([8.0, 8.0, 4.0])
    throw = _throws(cases, people, people / people.sum(), model)
    thrown = np.stack([throw(stream(1, draw)) for draw in range(4000)])
    assert (thrown.sum(axis=1) == 20).all()
    np.testing.assert_allclose(thrown.mean(axis=0), [2, 6, 12], atol=0.15)
    spread = 20 * np.array([0.09, 0.21, 0.24]) * (80 / 99 if model == "bernoulli" else 1.0)
    np.testing.assert_allclose(thrown.var(axis=0), spread, rtol=0.12)
    assert model == "poisson" or (thrown <= people).all()


@pytest.mark.parametrize("model", MODELS)
def test_chance_is_seldom_called_a_cluster(model):
    flagged, runs = 0, 400
    for run in range(runs):
        dice = stream(11, run)
        points, population = dice.random((25, 2)), dice.integers(5, 40, 25)
        share = population / population.sum()
        cases = (
            dice.multinomial(40, share)
            if model == "poisson"
            else dice.multivariate_hypergeometric(population, 40)
        )
        zones = scan(points, cases, population, model=model, draws=39, seed=run).zones
        flagged += bool(zones) and zones[0].p <= 0.05
    assert 0.02 < flagged / runs < 0.05 + 3 * np.sqrt(0.05 * 0.95 / runs)


def test_a_planted_cluster_is_found():
    dice = stream(4, 0)
    points, population = dice.random((200, 2)), dice.integers(20, 60, 200)
    planted = np.hypot(*(points - [0.3, 0.6]).T) < 0.12
    cases = dice.poisson(population * np.where(planted, 0.3, 0.1))
    zone = scan(points, cases, population, draws=99).zones[0]
    assert zone.p == 0.01
    both = np.intersect1d(zone.members, np.flatnonzero(planted)).size
    assert both / np.union1d(zone.members, np.flatnonzero(planted)).size > 0.6


def test_expected_cases_take_the_place_of_the_population():
    points, cases, population = region(2, lattice=False)
    adjusted = population * np.where(points[:, 0] > 0.5, 3.0, 1.0)
    plain = scan(points, cases, adjusted, draws=9, largest=1.0).zones[0]
    given_ = scan(points, cases, population, expected=adjusted * 7, draws=9, largest=1.0).zones[0]
    assert given_.llr == plain.llr
    assert given_.expected == pytest.approx(plain.expected)
    assert given_.population == population[given_.members].sum()


def test_draws_do_not_depend_on_how_many_there_are(monkeypatch):
    from traitdunion.methods.space import scan_statistic

    ground = places_of(np.arange(12.0).reshape(6, 2), "plane")
    rings = circles(ground.distances, np.ones(6), 0.5)

    def maxima(draws):
        return greatest_ratios(
            rings, np.full(6, 1 / 6), lambda dice: dice.multinomial(9, np.full(6, 1 / 6)),
            population=0.0, draws=draws, seed=2,
        )  # fmt: skip

    many = maxima(50)
    monkeypatch.setattr(scan_statistic, "BATCH", 7)
    np.testing.assert_array_equal(maxima(50), many)
    np.testing.assert_array_equal(maxima(20), many[:20])


@pytest.mark.parametrize(
    ("points", "cases", "population"),
    [
        ([[0, 0], [1, 1]], [0, 0], [5, 5]),  # no cases
        ([[2, 3]], [4], [9]),  # one point
        ([[2, 3]] * 6, [4, 0, 0, 0, 0, 0], [9] * 6),  # one place
        ([[0, 0], [1, 1], [2, 2]], [2, 2, 2], [5, 5, 5]),  # nowhere more than its share
        ([[0, 0], [1, 1], [9, 9]], [5, 5, 5], [5, 5, 5]),  # all are cases
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_where_there_is_nothing_to_find(points, cases, population, model):
    found = scan(points, cases, population, model=model, draws=9)
    assert found.zones == ()
    assert (found.maxima == 0).all() or len(points) == 3


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("group-empty", {"points": np.zeros((0, 2)), "cases": [], "population": []}),
        ("group-empty", {"population": [0, 0, 0], "cases": [0, 0, 0]}),
        ("group-empty", {"expected": [0, 0, 0], "cases": [0, 0, 0]}),
        ("values-not-numbers", {"points": [[0, 0], [1, np.nan], [2, 2]]}),
        ("values-not-numbers", {"cases": [1, np.nan, 0]}),
        ("values-negative", {"cases": [1, -1, 0]}),
        ("values-negative", {"population": [1, -1, 0]}),
        ("lengths-differ", {"cases": [1, 1]}),
        ("lengths-differ", {"points": [[0, 0, 0]] * 3}),
        ("cases-impossible", {"population": [0, 5, 5]}),
        ("cases-impossible", {"expected": [0, 5, 5]}),
        ("cases-impossible", {"population": [1, 5, 5], "model": "bernoulli"}),
        ("counts-not-whole", {"cases": [1.5, 1, 1], "model": "bernoulli"}),
        ("population-too-large", {"population": [1e9, 5, 5], "model": "bernoulli"}),
        ("option-choice", {"model": "normal"}),
        ("option-choice", {"metric": "torus"}),
        ("latitude-out-of-range", {"points": [[95, 0]] * 3, "metric": "sphere"}),
        ("longitude-out-of-range", {"points": [[5, 200]] * 3, "metric": "sphere"}),
        ("level-range", {"largest": 0.0}),
        ("level-range", {"largest": 1.5}),
        ("draws-too-few", {"draws": 0}),
        ("seed-negative", {"seed": -1}),
    ],
)
def test_refusals(key, change):
    given_ = {"points": [[0, 0], [1, 1], [2, 2]], "cases": [2, 1, 0], "population": [5, 5, 5], "draws": 9}
    with pytest.raises(InputError) as error:
        scan(**{**given_, **change})
    assert error.value.key == key


def test_refusals_of_the_ratio():
    for wrong in ({"cases": 3, "expected": 0.0}, {"cases": 9, "expected": 1.0}):
        with pytest.raises(InputError) as error:
            log_likelihood_ratio(**wrong, total=5)
        assert error.value.key in ("cases-impossible", "values-negative")
    with pytest.raises(InputError) as error:
        log_likelihood_ratio(5, 1.0, total=5, population=10)
    assert error.value.key == "cases-impossible"


@given(st.data())
def test_anything_gives_an_answer_or_a_named_error(data):
    rows = data.draw(st.integers(0, 8))
    some = st.sampled_from([0.0, 1.0, 2.0, 3.5, -1.0, 1e9, np.nan, np.inf])
    points = data.draw(
        arrays.arrays(float, (rows, 2), elements=st.sampled_from([0.0, 1.0, 89.0, -179.0, np.nan]))
    )
    cases, population = (data.draw(arrays.arrays(float, rows, elements=some)) for _ in range(2))
    model, metric = data.draw(st.sampled_from(MODELS)), data.draw(st.sampled_from(["plane", "sphere"]))
    before = points.copy(), cases.copy(), population.copy()
    try:
        found = scan(points, cases, population, model=model, metric=metric, draws=3)
    except InputError:
        return
    finally:
        for one, two in zip(before, (points, cases, population), strict=True):
            np.testing.assert_array_equal(one, two)
    members = [row for zone in found.zones for row in zone.members.tolist()]
    assert len(members) == len(set(members))
    assert all(np.isfinite(zone.llr) and zone.llr > 0 and 0.25 <= zone.p <= 1 for zone in found.zones)
    assert [zone.llr for zone in found.zones] == sorted((zone.llr for zone in found.zones), reverse=True)
