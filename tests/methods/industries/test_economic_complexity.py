import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.industries.economic_complexity import complexity, reflections

ROW = st.lists(st.booleans(), min_size=4, max_size=4)
PROFILES = st.lists(ROW, min_size=1, max_size=7).map(lambda rows: np.array(rows, dtype=float))


@given(PROFILES)
def test_reflections_are_averages_over_neighbours(profiles):
    found = reflections(profiles, steps=3)
    np.testing.assert_array_equal(found.places[0], profiles.sum(axis=1))
    np.testing.assert_array_equal(found.industries[0], profiles.sum(axis=0))
    for step in range(3):
        for place, row in enumerate(profiles):
            near = found.industries[step][row > 0]
            expected = near.mean() if len(near) else np.nan
            assert found.places[step + 1, place] == pytest.approx(expected, nan_ok=True)
        for industry, column in enumerate(profiles.T):
            near = found.places[step][column > 0]
            expected = near.mean() if len(near) else np.nan
            assert found.industries[step + 1, industry] == pytest.approx(expected, nan_ok=True)


def random_profiles(seed, shape=(25, 15), share=0.35):
    return (np.random.default_rng(seed).random(shape) < share).astype(float)


@pytest.mark.parametrize("seed", range(5))
def test_complexity_is_the_second_eigenvector_of_the_mean_of_means(seed):
    profiles = random_profiles(seed)
    found = complexity(profiles)
    diversity, ubiquity = profiles.sum(axis=1), profiles.sum(axis=0)
    back_and_forth = (profiles / diversity[:, None]) @ (profiles / ubiquity).T
    values = np.sort(np.linalg.eigvals(back_and_forth).real)[::-1]
    np.testing.assert_allclose(found.eigenvalues, values, atol=1e-9)
    # Standardizing moves an eigenvector along the constant one, whose eigenvalue is 1.
    score = found.places - (found.places @ diversity) / diversity.sum()
    np.testing.assert_allclose(back_and_forth @ score, values[1] * score, atol=1e-8)
    mean = (profiles / ubiquity).T @ found.places
    np.testing.assert_allclose(found.industries, (mean - mean.mean()) / mean.std(), atol=1e-9)
    for one in (found.places, found.industries):
        assert (one.mean(), one.std()) == (pytest.approx(0, abs=1e-9), pytest.approx(1))
    assert np.corrcoef(found.places, diversity)[0, 1] > 0


@pytest.mark.parametrize("seed", range(3))
def test_complexity_is_where_reflections_go(seed):
    """On nested profiles with some exceptions, where the second eigenvalue is well above the third."""
    nested, exceptions = np.tri(25, 15), random_profiles(seed, share=0.05)
    profiles = np.abs(nested - exceptions)
    found = complexity(profiles)
    assert found.eigenvalues[1] > 1.5 * found.eigenvalues[2]
    late = reflections(profiles, steps=20).places[20]
    assert abs(np.corrcoef(late, found.places)[0, 1]) > 0.99


@given(PROFILES, st.randoms(use_true_random=False))
def test_the_order_of_places_and_any_weight_change_nothing(profiles, dice):
    order = list(range(len(profiles)))
    dice.shuffle(order)
    found = complexity(profiles)
    weighted = complexity(sparse.csr_array(profiles * 3.5))
    np.testing.assert_array_equal(found.places, weighted.places)
    shuffled = complexity(profiles[order]).eigenvalues
    if len(shuffled) == len(found.eigenvalues):
        np.testing.assert_allclose(shuffled, found.eigenvalues, atol=1e-9)


@given(PROFILES)
def test_what_is_known_is_standardized_and_of_one_part(profiles):
    found = complexity(profiles)
    for one, count in ((found.places, len(profiles)), (found.industries, profiles.shape[1])):
        assert one.shape == (count,)
        known = one[np.isfinite(one)]
        if len(known):
            assert (known.mean(), known.std()) == (pytest.approx(0, abs=1e-6), pytest.approx(1))
    assert not np.isfinite(found.places[profiles.sum(axis=1) == 0]).any()
    assert np.isfinite(found.places).any() == np.isfinite(found.industries).any()


def test_only_the_largest_part_is_known():
    profiles = np.zeros((6, 6))
    profiles[:4, :4] = np.tri(4)
    profiles[4:, 4:] = 1
    found = complexity(profiles)
    assert np.isfinite(found.places).tolist() == [True] * 4 + [False] * 2
    assert np.isfinite(found.industries).tolist() == [True] * 4 + [False] * 2
    # All do the first; only the most diverse does the last.
    assert (np.diff(found.places[:4]) > 0).all()
    assert (np.diff(found.industries[:4]) > 0).all()


@pytest.mark.parametrize(
    "profiles", [np.ones((3, 3)), np.eye(3), np.zeros((2, 2)), [[1.0]], np.zeros((0, 3))]
)
def test_where_no_direction_stands_out_nothing_is_known(profiles):
    found = complexity(profiles)
    assert np.isnan(found.places).all()
    assert np.isnan(found.industries).all()


def test_equal_eigenvalues_have_no_direction():
    """Three pairs of places around a ring: turning it changes nothing, so that no end is up."""
    ring = np.array([[1, 1, 0], [0, 1, 1], [1, 0, 1]])
    assert np.isnan(complexity(ring).places).all()


@pytest.mark.parametrize("measure", [complexity, reflections])
def test_what_is_not_a_number_is_no_presence(measure):
    with pytest.raises(InputError) as refused:
        measure([[1.0, np.nan], [1.0, 0.0]])
    assert refused.value.key == "values-not-numbers"


def test_steps_go_forward():
    with pytest.raises(InputError) as refused:
        reflections([[1]], steps=-1)
    assert refused.value.key == "values-negative"
    assert reflections([[1, 0]], steps=0).places.tolist() == [[1.0]]
