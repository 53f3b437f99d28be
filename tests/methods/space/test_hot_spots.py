import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy import stats

from traitdunion.errors import InputError
from traitdunion.methods.compiled import scan_statistic as loops
from traitdunion.methods.permutation import stream
from traitdunion.methods.space import hot_spots as module
from traitdunion.methods.space.hot_spots import hot_spots
from traitdunion.methods.space.outlines import vectors
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.methods.space.scan_statistic import log_likelihood_ratio

CANDIDATES = ("both", "density", "scan")


def country(seed, sites=120):
    """A city with half of all sites at few places, towns, and sites alone, around Brussels."""
    dice = stream(seed, 0)
    city = np.array([50.85, 4.35]) + dice.normal(0, 0.03, (6, 2))
    towns = np.array([50.6, 4.0]) + dice.random((10, 2)) * [0.6, 1.2]
    rest = np.array([50.4, 3.6]) + dice.random((sites, 2)) * [1.0, 2.0]
    kind = dice.choice(3, sites, p=[0.5, 0.3, 0.2])
    pick = [city[dice.integers(6, size=sites)], towns[dice.integers(10, size=sites)], rest]
    return np.choose(kind[:, None], pick)


def with_a_park(seed):
    """A country with a park of 14 sites of the activity and 4 others; elsewhere a fifth are of it."""
    dice = stream(seed, 1)
    park = np.array([51.05, 5.1]) + dice.normal(0, 0.01, (18, 2))
    points = np.vstack([country(seed, 200), park])
    return points, np.concatenate([dice.random(200) < 0.2, np.arange(18) < 14])


@pytest.mark.parametrize("candidates", CANDIDATES)
@pytest.mark.parametrize("weighted", [False, True])
def test_an_activity_dealt_by_chance_seldom_has_a_hot_spot(candidates, weighted):
    """The null model runs the whole search anew, so that no more than one in twenty is wrong."""
    flagged, runs = 0, 300
    for run in range(runs):
        points, dice = country(run, 80), stream(run, 7)
        member = dice.permutation(80) < 25
        weights = dice.pareto(1.5, 80) + 1 if weighted else None
        found = hot_spots(
            points, member, weights=weights, candidates=candidates, smallest=3, draws=39, seed=run
        )
        flagged += bool(found.spots)
    assert flagged / runs < 0.05 + 3 * np.sqrt(0.05 * 0.95 / runs)
    assert flagged / runs > 0.01


@pytest.mark.parametrize("candidates", CANDIDATES)
def test_a_planted_park_is_found_and_the_city_is_not(candidates):
    park = np.arange(200, 218)
    for seed in range(10):
        points, member = with_a_park(seed)
        spots = hot_spots(points, member, candidates=candidates, draws=99).spots
        assert spots
        alike = np.intersect1d(spots[0].sites, park).size / np.union1d(spots[0].sites, park).size
        assert alike > 0.5
        for spot in spots:
            assert great_circle_km(*spot.center, 50.85, 4.35) > 10


def test_a_city_dense_in_everything_is_no_hot_spot():
    """Density alone would call it one: half of the activity is there, as is half of everything."""
    points = country(3, 300)
    member = np.arange(300) % 3 == 0
    assert hot_spots(points, member, draws=99).spots == ()


@pytest.mark.parametrize("candidates", CANDIDATES)
def test_a_postcode_full_of_the_activity_is_a_hot_spot(candidates):
    """Forty firms with one pair of coordinates are a cluster, not an artefact."""
    points = np.vstack([country(5, 200), np.tile([50.7, 5.2], (40, 1))])
    member = np.concatenate([np.arange(200) % 5 == 0, np.arange(40) < 30])
    spot = hot_spots(points, member, candidates=candidates, draws=99).spots[0]
    assert set(range(200, 240)) <= set(spot.sites.tolist())
    assert len(spot.sites) < 50


def test_what_a_hot_spot_says_of_itself():
    points, member = with_a_park(2)
    weights = stream(2, 9).integers(1, 6, len(points)).astype(float)
    found = hot_spots(points, member, weights=weights, draws=99, level=0.1)
    assert (found.sites, found.members, found.places) == (218, member.sum(), len(np.unique(points, axis=0)))
    assert found.spots
    for spot in found.spots:
        assert spot.members.tolist() == [row for row in spot.sites.tolist() if member[row]]
        total, whole = weights[member].sum(), weights.sum()
        share = weights[spot.sites].sum() / whole
        assert spot.cases == weights[spot.members].sum()
        assert spot.expected == pytest.approx(total * share)
        inside, outside = spot.cases / share, (total - spot.cases) / (1 - share)
        assert spot.relative_risk == pytest.approx(inside / outside)
        ratio = log_likelihood_ratio(spot.cases, spot.expected, total, population=whole).item()
        assert spot.llr == pytest.approx(ratio)
        assert spot.low < spot.relative_risk < spot.high
        assert spot.p <= 0.1
        assert spot.p <= spot.q
        lat, lon = points[spot.sites].T
        assert spot.radius_km == pytest.approx(great_circle_km(*spot.center, lat, lon).max())
        area = shapely.Polygon(spot.hull)
        assert area.is_valid
        assert shapely.Polygon(spot.hull[:, ::-1]).exterior.is_ccw  # longitude runs east, latitude north
        assert (spot.hull[0] == spot.hull[-1]).all()
        assert shapely.distance(shapely.points(points[spot.sites]), area).max() < 1e-5
    inside = [row for spot in found.spots for row in spot.sites.tolist()]
    assert len(inside) == len(set(inside))
    assert [spot.llr for spot in found.spots] == sorted((spot.llr for spot in found.spots), reverse=True)


@pytest.mark.parametrize(("cases", "total", "share"), [(7, 30, 0.1), (30, 30, 0.4), (1, 9, 0.05)])
def test_the_interval_is_where_either_tail_has_half_the_error(cases, total, share):
    low, high = module._interval(cases, total, share, 0.1)

    def chance(risk):
        return risk * share / (risk * share + 1 - share)

    assert stats.binom.sf(cases - 1, total, chance(low)) == pytest.approx(0.05)
    if cases == total:
        assert high == np.inf
    else:
        assert stats.binom.cdf(cases, total, chance(high)) == pytest.approx(0.05)


def test_no_more_sites_and_no_wider_than_allowed():
    points, member = with_a_park(1)
    for candidates in CANDIDATES:
        found = hot_spots(points, member, candidates=candidates, largest=0.05, level=0.99, draws=19)
        assert found.spots
        assert all(len(spot.sites) <= 0.05 * len(points) for spot in found.spots)
        found = hot_spots(points, member, candidates=candidates, widest_km=4.0, level=0.99, draws=19)
        assert found.spots
        for spot in found.spots:
            lat, lon = points[spot.sites].T
            apart = great_circle_km(lat[:, None], lon[:, None], lat, lon)
            assert apart.max(axis=1).min() <= 4.0 + 1e-9
        assert all(len(spot.members) >= 5 for spot in found.spots)


def same(one, other, order=None, shift=0.0):
    for a, b in zip(one.spots, other.spots, strict=True):
        rows = b.members if order is None else np.sort(order[b.members])
        assert a.members.tolist() == rows.tolist()
        assert (a.p, a.q, a.found_by) == (b.p, b.q, b.found_by)
        assert a.llr == pytest.approx(b.llr)
        np.testing.assert_allclose(a.center, np.add(b.center, [0, -shift]), atol=1e-9)


@pytest.mark.parametrize("candidates", CANDIDATES)
def test_the_order_of_the_rows_the_unit_of_weight_and_the_meridian_are_nothing(candidates):
    points, member = with_a_park(4)
    weights = stream(4, 9).integers(1, 6, len(points)).astype(float)
    asked = {"candidates": candidates, "draws": 39, "level": 0.5}
    found = hot_spots(points, member, weights=weights, **asked)
    assert found.spots
    order = stream(4, 5).permutation(len(points))
    same(found, hot_spots(points[order], member[order], weights=weights[order], **asked), order)
    thousands = hot_spots(points, member, weights=weights / 1000, **asked)
    for one, other in zip(found.spots, thousands.spots, strict=True):
        assert one.members.tolist() == other.members.tolist()
        assert (one.p, one.high) == (other.p, pytest.approx(other.high))
    east = hot_spots(np.add(points, [0.0, 170.0]), member, weights=weights, **asked)
    same(found, east, shift=170.0)


def test_same_input_same_answer_and_draws_do_not_depend_on_how_many_there_are(monkeypatch):
    points, member = with_a_park(6)
    ground = module._ground(points, member, None, "sphere", 5, 0.5, np.inf, "both")
    many = module._maxima(ground, 30, 1)
    monkeypatch.setattr(module, "BATCH", 7)
    np.testing.assert_array_equal(module._maxima(ground, 30, 1), many)
    np.testing.assert_array_equal(module._maxima(ground, 12, 1), many[:12])
    assert not np.array_equal(module._maxima(ground, 30, 2), many)


@pytest.mark.parametrize("candidates", CANDIDATES)
@pytest.mark.parametrize("widest", [np.inf, 15.0])
def test_draws_search_as_the_observed_is_searched(candidates, widest):
    """Given the labels of the observed, a draw finds the ratio of its best candidate."""
    for seed in range(6):
        points, member = with_a_park(seed)
        weights = stream(seed, 9).integers(0, 6, len(points)).astype(float)
        ground = module._ground(points, member, weights, "sphere", 4, 0.3, widest, candidates)
        best = next(module._regions(ground)).llr
        real = module._dealt
        try:
            module._dealt = lambda ground, order, dice: ground.member
            assert module._maxima(ground, 3, 1).ravel().tolist() == [best] * 3
        finally:
            module._dealt = real


def test_draws_deal_as_many_members():
    points, member = with_a_park(6)
    ground = module._ground(points, member, None, "sphere", 5, 0.5, np.inf, "both")
    order = np.arange(len(points))
    dealt = np.stack([module._dealt(ground, order, stream(1, draw)) for draw in range(400)])
    assert (dealt.sum(axis=1) == member.sum()).all()
    np.testing.assert_allclose(dealt.mean(axis=0), member.mean(), atol=0.12)


@given(
    grid=arrays.arrays(np.int64, st.tuples(st.integers(1, 30), st.just(2)), elements=st.integers(0, 6)),
    data=st.data(),
)
def test_inside_a_hull_is_what_geometry_says(grid, data):
    points = np.unique(grid, axis=0).astype(float)
    chosen = np.array(data.draw(st.lists(st.integers(0, len(points) - 1), min_size=1, unique=True)))
    area = shapely.convex_hull(shapely.MultiPoint(points[chosen]))
    expected = shapely.covers(area, shapely.points(points))
    for form in (loops.enclosed, loops.enclosed.py_func):
        within = np.full(len(points), 9, np.uint8)
        form(vectors(points, "plane"), chosen.astype(np.int64), False, within)
        assert within.astype(bool).tolist() == expected.tolist()


@pytest.mark.parametrize("seed", range(4))
def test_inside_a_hull_on_the_sphere_is_left_of_every_side(seed):
    """Across the pole and the date line: no side of the hull has a chosen place at its right."""
    dice = stream(seed, 0)
    space = dice.normal(size=(60, 3)) * 0.25 + [[1, 0, 0], [-1, 0.1, 0], [0, 0.2, 1], [0, 0, -1]][seed]
    space /= np.linalg.norm(space, axis=1)[:, None]
    chosen = np.arange(12)
    within = np.zeros(60, np.uint8)
    loops.enclosed(np.ascontiguousarray(space), chosen, True, within)
    sides = [
        np.cross(space[a], space[b])
        for a in chosen
        for b in chosen
        if a != b and (space[chosen] @ np.cross(space[a], space[b]) >= -1e-12).all()
    ]
    expected = (space @ np.array(sides).T >= -1e-12).all(axis=1)
    assert within.astype(bool).tolist() == expected.tolist()
    assert within[:12].all()
    assert 12 < within.sum() < 60
    again = np.zeros(60, np.uint8)
    loops.enclosed.py_func(np.ascontiguousarray(space), chosen, True, again)
    assert again.tolist() == within.tolist()


def test_groups_around_half_the_world_have_no_hull():
    space = np.ascontiguousarray(np.vstack([np.eye(3), -np.eye(3)]))
    within = np.ones(6, np.uint8)
    loops.enclosed(space, np.arange(6), True, within)
    assert not within.any()
    everywhere = np.array([[0, 0], [0, 120], [0, -120], [90, 0], [-90, 0]] * 4, dtype=float)
    assert hot_spots(everywhere, np.arange(20) % 2, draws=9).spots == ()


@pytest.mark.parametrize("candidates", CANDIDATES)
@pytest.mark.parametrize(
    ("points", "member"),
    [
        ([[50, 4]], [1]),  # one site
        ([[50, 4]], [0]),
        ([[50, 4]] * 30, [1] * 10 + [0] * 20),  # all at one place
        ([[50, 4], [51, 5]] * 9, [0] * 18),  # none of the activity
        ([[50, 4], [51, 5]] * 9, [1] * 18),  # all of it
        ([[50, 4], [51, 5], [50, 5]] * 4, [1, 1, 0] + [0] * 9),  # fewer than the smallest
    ],
)
def test_where_there_is_nothing_to_find(points, member, candidates):
    found = hot_spots(points, member, candidates=candidates, draws=9)
    assert found.spots == ()
    assert (found.sites, found.members) == (len(points), sum(member))


def test_two_places():
    found = hot_spots([[50, 4]] * 20 + [[51, 5]] * 30, [True] * 20 + [False] * 30, draws=99)
    assert [spot.members.tolist() for spot in found.spots] == [list(range(20))]
    spot = found.spots[0]
    assert (spot.relative_risk, spot.high) == (np.inf, np.inf)
    assert spot.radius_km == pytest.approx(0.0, abs=1e-6)
    around = great_circle_km(50, 4, *spot.hull.T)
    np.testing.assert_allclose(around, 0.5, rtol=1e-3)


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("group-empty", {"points": np.zeros((0, 2)), "member": []}),
        ("group-empty", {"weights": [0, 0, 0]}),
        ("values-negative", {"weights": [1, -1, 0]}),
        ("values-not-numbers", {"weights": [1, np.nan, 0]}),
        ("values-not-numbers", {"points": [[1, 1], [np.nan, 1], [2, 2]]}),
        ("values-not-numbers", {"member": [1, np.nan, 0]}),
        ("lengths-differ", {"member": [1, 0]}),
        ("lengths-differ", {"weights": [1, 0]}),
        ("lengths-differ", {"points": [1, 0, 2]}),
        ("latitude-out-of-range", {"points": [[91, 1], [1, 1], [2, 2]]}),
        ("longitude-out-of-range", {"points": [[9, 999], [1, 1], [2, 2]]}),
        ("cluster-size", {"smallest": 1}),
        ("level-range", {"largest": 0}),
        ("level-range", {"level": 0.0}),
        ("level-range", {"level": 1.0}),
        ("radius-range", {"widest_km": 0.0}),
        ("radius-range", {"widest_km": np.nan}),
        ("option-choice", {"candidates": "all"}),
        ("option-choice", {"metric": "torus"}),
        ("draws-too-few", {"draws": 0}),
        ("seed-negative", {"seed": -1}),
    ],
)
def test_refusals(key, change):
    with pytest.raises(InputError) as error:
        hot_spots(**{"points": [[0, 0], [1, 1], [2, 2]], "member": [1, 0, 0], "draws": 9, **change})
    assert error.value.key == key


@given(st.data())
def test_anything_gives_an_answer_or_a_named_error(data):
    rows = data.draw(st.integers(0, 16))
    place = st.sampled_from([0.0, 0.01, 1.0, 89.0, -90.0, -179.0, 180.0, np.nan])
    points = data.draw(arrays.arrays(float, (rows, 2), elements=place))
    member = data.draw(arrays.arrays(bool, rows))
    some = st.sampled_from([1.0, 1.0, 0.0, 2.5, 1e9, -1.0])
    weights = data.draw(st.none() | arrays.arrays(float, rows, elements=some))
    metric = data.draw(st.sampled_from(["plane", "sphere"]))
    before = points.copy(), member.copy()
    try:
        found = hot_spots(
            points, member, weights=weights, metric=metric, smallest=2, largest=1.0, level=0.9, draws=4
        )
    except InputError:
        return
    np.testing.assert_array_equal(points, before[0])
    np.testing.assert_array_equal(member, before[1])
    inside = [row for spot in found.spots for row in spot.sites.tolist()]
    assert len(inside) == len(set(inside))
    for spot in found.spots:
        assert len(spot.members) >= 2
        assert member[spot.members].all()
        assert np.isfinite([spot.llr, spot.expected, spot.radius_km, *spot.center]).all()
        assert np.isfinite(spot.hull).all()
        assert spot.low <= spot.relative_risk <= spot.high
