import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.methods.space.places import snapped
from traitdunion.methods.space.proximity import great_circle_km

BELGIUM = st.lists(st.tuples(st.floats(49.5, 51.5), st.floats(2.6, 6.4)), min_size=1, max_size=40).map(
    np.array
)


@given(BELGIUM, st.integers(1, 50))
def test_few_places_are_left_and_no_point_moves_beyond_its_cell(points, most):
    found = snapped(points, most=most)
    assert len(np.unique(found.points, axis=0)) <= max(most, 1)
    moved = great_circle_km(*points.T, *found.points.T)
    # The middle of latitudes and longitudes is not quite that of the plane: a hundredth at this width.
    assert moved.max() <= found.cell_km * np.sqrt(2) * 1.01 + 1e-9
    assert found.cell_km < 1_000, "Belgium fits into one cell of half that"


@given(BELGIUM)
def test_nothing_is_moved_where_nothing_has_to_be(points):
    found = snapped(points, most=len(points))
    assert found.cell_km == 0.0
    np.testing.assert_array_equal(found.points, points)


def test_points_of_one_cell_are_one_place_in_their_middle():
    found = snapped([[50.0, 4.0], [50.001, 4.0], [51.0, 5.0], [51.0, 5.0]], most=2)
    assert found.points[0].tolist() == found.points[1].tolist() == [pytest.approx(50.0005), 4.0]
    assert found.points[3].tolist() == [51.0, 5.0]


@pytest.mark.parametrize(
    ("points", "key"), [([[np.nan, 4.0]], "values-not-numbers"), ([[95.0, 4.0]], "latitude-out-of-range")]
)
def test_refusals(points, key):
    with pytest.raises(InputError) as error:
        snapped(points, most=1)
    assert error.value.key == key
