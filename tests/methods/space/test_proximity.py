import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.space.proximity import EARTH_RADIUS_KM, distance_matrix_km, great_circle_km

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
points = st.tuples(latitudes, longitudes)


def by_chord(lat1, lon1, lat2, lon2):
    """The same distance through the straight line between two unit vectors."""

    def unit(lat, lon):
        phi, lam = np.radians(lat), np.radians(lon)
        return np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])

    chord = np.linalg.norm(unit(lat1, lon1) - unit(lat2, lon2))
    return 2 * EARTH_RADIUS_KM * np.arcsin(min(chord / 2, 1.0))


@given(points, points)
def test_agrees_with_the_chord_formula(a, b):
    # Near antipodes both formulas lose half the digits of a double: 1e-8 radians is 0.1 m.
    assert great_circle_km(*a, *b) == pytest.approx(by_chord(*a, *b), abs=2e-4)


def test_small_distances_keep_their_digits():
    # One thousandth of a second of arc northwards is R times that angle, exactly so on a meridian.
    step = 1 / 3_600_000
    assert great_circle_km(50, 4, 50 + step, 4) == pytest.approx(EARTH_RADIUS_KM * np.radians(step), rel=1e-6)


def test_published_geodesics_within_the_error_of_the_sphere():
    # Flinders Peak to Buninyong, 54 972.271 m on the ellipsoid (Geocentric Datum of Australia manual).
    flinders = -(37 + 57 / 60 + 3.72030 / 3600), 144 + 25 / 60 + 29.52440 / 3600
    buninyong = -(37 + 39 / 60 + 10.15610 / 3600), 143 + 55 / 60 + 35.38390 / 3600
    assert great_circle_km(*flinders, *buninyong) == pytest.approx(54.972271, rel=0.0056)


def test_the_radius_is_the_mean_of_the_ellipsoid():
    # (2a + b) / 3 of GRS 80, whose semi-axes are 6378.1370 and 6356.7523141 km.
    assert pytest.approx((2 * 6378.1370 + 6356.7523141) / 3, abs=1e-4) == EARTH_RADIUS_KM


def test_quarter_and_half_of_the_meridian():
    quarter = EARTH_RADIUS_KM * np.pi / 2
    assert great_circle_km(0, 0, 90, 17) == pytest.approx(quarter)
    assert great_circle_km(0, 0, 0, 180) == pytest.approx(2 * quarter)
    assert great_circle_km(31, -140, -31, 40) == pytest.approx(2 * quarter)


@given(points, points)
def test_is_the_same_both_ways_and_nothing_to_itself(a, b):
    assert great_circle_km(*a, *b) == great_circle_km(*b, *a)
    assert great_circle_km(*a, *a) == 0


@given(points, points, points)
def test_a_detour_is_never_shorter(a, b, c):
    direct = great_circle_km(*a, *c)
    assert direct <= great_circle_km(*a, *b) + great_circle_km(*b, *c) + 2e-4


def test_broadcasts_and_passes_nan_on():
    found = great_circle_km([[50.0], [np.nan]], 4, [50, 51, np.nan], [4, 4, 4])
    assert found.shape == (2, 3)
    assert np.isnan(found).tolist() == [[False, False, True], [True, True, True]]


def test_matrix_holds_every_pair():
    lat, lon = np.array([50.85, 51.05, np.nan, 50.63]), np.array([4.35, 3.72, 4.0, 5.57])
    matrix = distance_matrix_km(lat, lon)
    assert matrix[0, 3] == great_circle_km(lat[0], lon[0], lat[3], lon[3])
    np.testing.assert_array_equal(matrix, matrix.T)
    np.testing.assert_array_equal(np.diag(matrix), [0, 0, np.nan, 0])
    assert np.isnan(matrix[2]).all()


@pytest.mark.parametrize(
    ("point", "key"),
    [
        ((90.1, 0), "latitude-out-of-range"),
        ((-91, 0), "latitude-out-of-range"),
        ((0, 180.5), "longitude-out-of-range"),
        ((0, -np.inf), "longitude-out-of-range"),
    ],
)
def test_refuses_what_is_not_on_the_globe(point, key):
    with pytest.raises(InputError) as caught:
        great_circle_km(50, 4, *point)
    assert caught.value.key == key


def test_refuses_lists_of_different_length():
    with pytest.raises(InputError) as caught:
        distance_matrix_km([50, 51], [4])
    assert caught.value.key == "coordinates-differ-in-length"
