"""Three engines, one curve: each against the definition, within the error it states."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.compiled import pair_kernels, spectral_kernels
from traitdunion.methods.space import pair_density, structure_factor
from traitdunion.methods.space.pair_density import make_engine, places
from traitdunion.methods.space.point_patterns import Groups, between, read_groups, read_sites
from traitdunion.methods.space.structure_factor import grid_distortion, grid_error, grid_fits

ENGINES = ("exact", "places", "grid")


def built(engine, sites, groups, distances, bandwidth):
    return make_engine(engine, sites, groups, distances, bandwidth, draws=0)


def defined(sites, groups, distances, bandwidth):
    """The kernel sum, pair by pair."""
    apart = between(sites, groups.first, groups.second)
    product = np.outer(groups.first_weight, groups.second_weight)
    if groups.same:
        np.fill_diagonal(product, 0.0)
    gauss = [sum(np.exp(-(((d + s * apart) / bandwidth) ** 2) / 2) for s in (1, -1)) for d in distances]
    return np.array([(product * g).sum() for g in gauss]) / product.sum() / bandwidth / np.sqrt(2 * np.pi)


def everyone(count, weight=None):
    ids = np.arange(count)
    weight = np.ones(count) if weight is None else weight
    return Groups(ids, weight, ids, weight)


def patterns():
    dice = np.random.default_rng(1)
    lattice = np.stack(np.meshgrid(np.arange(12.0), np.arange(9.0)), axis=-1).reshape(-1, 2)
    towns = dice.random((12, 2)) * 60
    return {
        "even": dice.random((150, 2)) * [80, 50],
        "towns": towns[dice.integers(12, size=150)] + dice.normal(size=(150, 2)) * 0.5,
        "at places": towns[dice.integers(12, size=150)],
        "one place": np.full((30, 2), 7.3),
        "two places": np.repeat([[0.0, 0.0], [30.3, 11.0]], [3, 1], axis=0),
        "lattice": lattice * 3.0,
        "line": np.column_stack([np.linspace(0, 100, 140), np.zeros(140)]),
        "far off": dice.random((60, 2)) * 40 + [6e5, -2e5],
    }


@pytest.mark.parametrize("kind", patterns())
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("bandwidth", [0.7, 2.0, 9.0])
def test_every_engine_is_within_the_error_it_states(kind, engine, bandwidth):
    points = patterns()[kind]
    sites, distances = read_sites(points), np.linspace(0, 60, 61)
    weight = np.random.default_rng(2).pareto(1.5, len(points)) + 0.1
    for groups in (everyone(len(points)), everyone(len(points), weight)):
        worker = built(engine, sites, groups, distances, bandwidth)
        found = worker.curves([groups])[0]
        true = defined(sites, groups, distances, bandwidth)
        assert np.abs(found - true).max() <= (worker.error or 1e-10) * true.max()
        assert worker.name == engine


@pytest.mark.parametrize("engine", ENGINES)
def test_distances_between_two_activities(engine):
    dice = np.random.default_rng(3)
    sites, distances = read_sites(dice.random((90, 2)) * 50), np.array([0.0, 1.0, 5.0, 30.0])
    part = np.arange(90) % 3
    groups = read_groups(sites, part == 0, part == 1, dice.random(90))
    worker = built(engine, sites, groups, distances, 2.5)
    true = defined(sites, groups, distances, 2.5)
    np.testing.assert_allclose(worker.curves([groups])[0], true, atol=(worker.error or 1e-10) * true.max())


@pytest.mark.parametrize("engine", ENGINES)
def test_on_the_sphere(engine):
    """Belgium: the plane errs by what the engine states, and by far less."""
    dice = np.random.default_rng(4)
    points = np.column_stack([dice.uniform(49.5, 51.5, 120), dice.uniform(2.5, 6.4, 120)])
    sites = read_sites(points, "sphere")
    distances = np.linspace(0, 100, 51)
    worker = built(engine, sites, everyone(120), distances, 3.0)
    true = defined(sites, everyone(120), distances, 3.0)
    found = worker.curves([everyone(120)])[0]
    assert worker.error < 0.01
    assert np.abs(found - true).max() <= (worker.error or 1e-9) * true.max()


def test_the_plane_differs_from_the_sphere_by_less_than_stated_and_by_something():
    dice = np.random.default_rng(5)
    points = np.column_stack([dice.uniform(40, 60, 150), dice.uniform(-10, 25, 150)])
    sites, distances = read_sites(points, "sphere"), np.linspace(0, 1500, 40)
    stated = grid_distortion(sites, distances, 200.0)
    true = defined(sites, everyone(150), distances, 200.0)
    found = built("grid", sites, everyone(150), distances, 200.0).curves([everyone(150)])[0]
    gap = np.abs(found - true).max() / true.max()
    assert 1e-4 < gap < stated
    assert grid_distortion(read_sites(points), distances, 200.0) == 0.0


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=12),
    st.lists(st.floats(0.1, 50), min_size=12, max_size=12),
    st.floats(0.3, 5),
)
def test_engines_agree_on_any_sites(points, weight, bandwidth):
    sites, distances = read_sites(np.array(points, float)), np.array([0.0, 0.5, 2.0, 7.0])
    groups = everyone(len(points), np.array(weight[: len(points)]))
    curves = {name: built(name, sites, groups, distances, bandwidth) for name in ENGINES}
    found = {name: worker.curves([groups])[0] for name, worker in curves.items()}
    # Two sites farther apart than looked at have a curve of next to nothing: the peak lies beyond.
    peak = max(found["exact"].max(), defined(sites, groups, np.linspace(0, 10, 101), bandwidth).max())
    for name in ("places", "grid"):
        assert np.abs(found[name] - found["exact"]).max() <= curves[name].error * peak


def test_the_curve_makes_up_one():
    sites, distances = read_sites(patterns()["towns"]), np.linspace(0, 120, 4801)
    values = built("exact", sites, everyone(150), distances, 1.0).curves([everyone(150)])[0]
    assert np.trapezoid(values, distances) == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_batch_is_its_curves_one_by_one(engine):
    dice = np.random.default_rng(6)
    sites, distances = read_sites(dice.random((50, 2)) * 9), np.linspace(0, 5, 6)
    batch = [everyone(50, dice.random(50)) for _ in range(37)]
    worker = built(engine, sites, batch[0], distances, 1.0)
    singly = np.concatenate([worker.curves([one]) for one in batch])
    np.testing.assert_allclose(worker.curves(batch), singly, rtol=1e-12)


@pytest.mark.parametrize("engine", ENGINES)
def test_moving_or_turning_the_sites_changes_nothing(engine):
    points = patterns()["towns"]
    distances = np.linspace(0, 40, 21)
    turned = points @ np.array([[0.6, -0.8], [0.8, 0.6]]) + [1000.0, -3.0]
    sites = [read_sites(where) for where in (points, turned)]
    one, other = (built(engine, where, everyone(150), distances, 2.0) for where in sites)
    first, second = (worker.curves([everyone(150)])[0] for worker in (one, other))
    assert np.abs(first - second).max() <= max(2 * one.error, 1e-9) * first.max()


def test_which_engine_is_taken(monkeypatch):
    dice = np.random.default_rng(7)
    points = dice.random((3000, 2)) * 100
    distances = np.linspace(0, 50, 11)
    groups = everyone(3000)

    def taken(where, metric="plane", bandwidth=2.0):
        return make_engine("auto", read_sites(where, metric), groups, distances, bandwidth, draws=999).name

    few = everyone(20)
    assert make_engine("auto", read_sites(points), few, distances, 2.0, draws=999).name == "exact"
    assert taken(points.round(-1)) == "places"
    monkeypatch.setattr(pair_density, "MOST_PLACES", 500)
    assert taken(points) == "grid"
    wide = np.column_stack([dice.uniform(-60, 60, 3000), dice.uniform(-180, 180, 3000)])
    assert taken(wide, "sphere", 5.0) == "exact"
    assert not grid_fits(read_sites(wide, "sphere"), distances, 5.0, groups)
    monkeypatch.setattr(structure_factor, "MOST_CELLS", 1000)
    assert taken(points) == "exact"


def test_refusals(monkeypatch):
    sites, distances = read_sites(patterns()["even"]), np.linspace(0, 50, 11)
    with pytest.raises(InputError) as refused:
        make_engine("tree", sites, everyone(150), distances, 1.0, draws=9)
    assert refused.value.key == "option-choice"
    for engine in ("exact", "places"):
        with pytest.raises(InputError) as refused:
            make_engine(engine, sites, everyone(150), distances, 1e-4, draws=9)
        assert refused.value.key == "bandwidth-range"
    monkeypatch.setattr(structure_factor, "MOST_CELLS", 1000)
    with pytest.raises(InputError) as refused:
        make_engine("grid", sites, everyone(150), distances, 1.0, draws=9)
    assert refused.value.key == "grid-too-large"


def test_one_dominant_plant_makes_the_grid_less_certain_and_says_so():
    """Its power with itself, taken out again, outweighs all pairs."""
    sites, distances = read_sites(patterns()["even"]), np.linspace(0, 50, 51)
    weight = np.where(np.arange(150) == 3, 1e6, 1.0)
    groups = everyone(150, weight)
    worker = built("grid", sites, groups, distances, 2.0)
    assert worker.error == grid_error(sites, distances, 2.0, groups) > 1.0
    assert not grid_fits(sites, distances, 2.0, groups)
    true = defined(sites, groups, distances, 2.0)
    gap = np.abs(worker.curves([groups])[0] - true).max() / true.max()
    assert 1e-3 < gap < worker.error


def test_places_are_distinct_points():
    dice = np.random.default_rng(8)
    points = dice.integers(0, 4, (40, 2)).astype(float)
    points[3] = [-0.0, 0.0]
    points[4] = [0.0, -0.0]
    where, place = places(points)
    np.testing.assert_array_equal(points[where][place], points)
    assert where.size == len(np.unique(points + 0.0, axis=0))


def test_kernels_do_what_their_python_says():
    dice = np.random.default_rng(9)
    space, weight = dice.random((20, 3)) * 10, dice.random(20)
    ints = dice.integers(0, 6, (2, 15)).astype(np.int32)
    counts = dice.random((2, 6, 4))
    nodes, share = dice.integers(0, 9, 15).astype(np.int32), dice.random(15)
    members = np.array([3, 0, 17])
    spectra = dice.random((2, 8, 5)) + 1j * dice.random((2, 8, 5))
    waves = np.fft.fftfreq(8), np.fft.rfftfreq(8), dice.random(8), dice.random(5)
    cells = dice.random((20, 2)) * 12 - 2
    near = dice.random(20) < 0.5
    chords, by_x = np.array([1.0, 9.0, 30.0]), np.ascontiguousarray(space[np.argsort(space[:, 0])])
    cases = [
        (pair_kernels.pair_moments, (space, weight, space, weight, True, 0.0, 0.5, 1.0), [(12, 3)]),
        (pair_kernels.pair_moments, (space, weight, space[:5], weight[:5], False, 7.0, 0.5, 2.0), [(99, 8)]),
        (pair_kernels.place_products, (*ints, nodes, share, *counts, False), [(8, 4)]),
        (pair_kernels.place_products, (*ints, nodes, share, counts[0], counts[0], True), [(8, 4)]),
        (pair_kernels.disc_sums, (by_x, weight, near, members, chords, 30**0.5, 0), [(3, 3), (3, 3)]),
        (pair_kernels.distance_profiles, (space, weight, near, members, 7.0, 0.5), [(3, 9), (3, 9)]),
        (spectral_kernels.tabled, (members * 0.1, weight, dice.random(9), 0.2), [(3, 20)]),
        (spectral_kernels.spread, (members, weight[:3], cells), [(12, 12)]),
        (spectral_kernels.ring_power, (*spectra, *waves, 0.3, 0.1), [(12,)]),
    ]
    for kernel, arguments, shapes in cases:
        one, other = ([np.zeros(shape) for shape in shapes] for _ in range(2))
        kernel(*arguments, *one)
        kernel.py_func(*arguments, *other)
        for mine, plain in zip(one, other, strict=True):
            assert plain.any()
            np.testing.assert_allclose(mine, plain, rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize("sort", [spectral_kernels.by_row, spectral_kernels.by_row.py_func])
def test_sites_are_kept_row_by_row_those_beyond_the_edge_with_the_last(sort):
    plane = np.random.default_rng(12).random((50, 2)) * 30
    plane[7, 0] = 1e9
    rank, place = np.empty(50, dtype=np.int64), np.empty((50, 2))
    sort(plane, 2.0, np.zeros(13, dtype=np.int64), rank, place)
    rows = np.minimum(plane[:, 0] // 2, 11)
    np.testing.assert_array_equal(np.argsort(rank), np.argsort(rows, kind="stable"))
    np.testing.assert_allclose(place[rank], plane / 2.0)


def test_sites_are_spread_by_a_b_spline():
    from scipy.interpolate import BSpline

    bell = BSpline.basis_element(np.arange(7.0), extrapolate=False)
    for row, column in np.random.default_rng(10).random((30, 2)) * 9:
        grid = np.zeros((16, 17))
        spectral_kernels.spread(np.array([0]), np.array([2.5]), np.array([[row, column]]), grid)
        shares = [np.nan_to_num(bell(x + 5 - np.arange(side))) for x, side in ((row, 16), (column, 17))]
        np.testing.assert_allclose(grid, 2.5 * np.outer(*shares), atol=1e-14)
