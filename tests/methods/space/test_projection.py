import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.space.projection import equal_area, unit_vectors
from traitdunion.methods.space.proximity import EARTH_RADIUS_KM, distance_matrix_km


def apart(flat):
    return np.hypot(np.subtract.outer(flat.x, flat.x), np.subtract.outer(flat.y, flat.y))


def worst(lat, lon, flat):
    true = distance_matrix_km(lat, lon)
    seen = true > 1e-3
    return (np.abs(apart(flat) - true)[seen] / true[seen]).max(initial=0.0)


@given(
    st.floats(-60, 60), st.floats(-180, 180), st.floats(0.01, 25),
    st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=2, max_size=30),
)  # fmt: skip
def test_no_distance_errs_by_more_than_stated(lat, lon, width, offsets):
    north, east = np.array(offsets).T
    lats = np.clip(lat + width * north, -90, 90)
    lons = (lon + width * east + 180) % 360 - 180
    flat = equal_area(lats, lons)
    assert worst(lats, lons, flat) <= flat.distortion + 1e-9


def test_the_statement_is_not_idle():
    dice = np.random.default_rng(1)
    lat, lon = dice.uniform(40, 60, 400), dice.uniform(-5, 20, 400)
    flat = equal_area(lat, lon)
    assert 0.3 * flat.distortion < worst(lat, lon, flat) <= flat.distortion


def test_belgium_errs_by_less_than_a_ten_thousandth(data):
    file = data / "geography" / "belgium_localities_2017.csv"
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    lat, lon = (np.array([float(row[column]) for row in rows[::2]]) for column in (3, 2))
    flat = equal_area(lat, lon)
    assert len(rows) > 2000
    assert worst(lat, lon, flat) <= flat.distortion < 1e-4


def test_areas_keep_their_size():
    """A small square anywhere on the map covers what it covers on the sphere."""
    dice = np.random.default_rng(2)
    lat, lon, step = dice.uniform(-40, 60, 50), dice.uniform(-40, 40, 50), 1e-4
    corners = [(lat, lon), (lat + step, lon), (lat + step, lon + step), (lat, lon + step)]
    flat = equal_area(np.concatenate([c[0] for c in corners]), np.concatenate([c[1] for c in corners]),
                      center=(10.0, 0.0))  # fmt: skip
    x, y = flat.x.reshape(4, 50), flat.y.reshape(4, 50)
    area = np.abs((x * np.roll(y, -1, 0) - np.roll(x, -1, 0) * y).sum(0)) / 2
    true = EARTH_RADIUS_KM**2 * np.radians(step) * np.diff(np.sin(np.radians([lat, lat + step])), axis=0)[0]
    np.testing.assert_allclose(area, true, rtol=1e-4)


def test_north_is_up_and_a_given_centre_is_the_origin():
    flat = equal_area([50.0, 51.0, 50.0], [4.0, 4.0, 5.0], center=(50.0, 4.0))
    assert flat.center == (50.0, 4.0)
    assert flat.x[0] == pytest.approx(0, abs=1e-9) == flat.y[0]
    assert flat.y[1] > 100
    assert flat.x[2] > 70


def test_the_middle_does_not_depend_on_where_most_places_lie():
    lat, lon = [50, 52, 52, 52, 52], [3, 6, 6, 6, 6]
    assert equal_area(lat, lon).center == pytest.approx(equal_area(lat[:2], lon[:2]).center, abs=0.01)


def test_across_the_date_line():
    flat = equal_area([10.0, 10.0], [179.5, -179.5])
    assert apart(flat)[0, 1] == pytest.approx(distance_matrix_km([10, 10], [179.5, -179.5])[0, 1], rel=1e-5)


@pytest.mark.parametrize(
    ("lat", "lon", "key"),
    [
        ([], [], "group-empty"),
        ([1.0, 2.0], [1.0], "coordinates-differ-in-length"),
        ([float("nan")], [1.0], "values-not-numbers"),
        ([91.0], [0.0], "latitude-out-of-range"),
        ([0.0], [181.0], "longitude-out-of-range"),
        ([0.0, 0.0, 0.0], [0.0, 100.0, -170.0], "extent-too-wide"),
        ([0.0, 0.0], [0.0, 180.0], "extent-too-wide"),
    ],
)
def test_refusals(lat, lon, key):
    with pytest.raises(InputError) as refused:
        equal_area(lat, lon)
    assert refused.value.key == key


def test_one_place_is_the_centre():
    flat = equal_area([50.0], [4.0])
    assert flat.distortion < 1e-14
    assert np.abs([flat.x, flat.y]).max() < 1e-6
    np.testing.assert_allclose(np.linalg.norm(unit_vectors([50.0, -3.0], [4.0, 99.0]), axis=1), 1.0)
