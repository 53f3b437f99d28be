import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.spatial.distance import cdist

from traitdunion.errors import InputError
from traitdunion.methods.industries.relatedness import (
    association_probability,
    association_strength,
    co_occurrence_cosine,
    co_occurrence_jaccard,
    co_occurrence_z,
    complementarity,
    cosine,
    density,
    jaccard,
    proximity,
)

PROFILES = st.lists(st.lists(st.integers(0, 3), min_size=6, max_size=6), min_size=1, max_size=8).map(np.array)


def off_diagonal(matrix):
    return np.nan_to_num(matrix) * (1 - np.eye(len(matrix)))


@given(PROFILES)
def test_cosine_agrees_with_scipy(profiles):
    columns = profiles.T.astype(float)
    met = columns.any(axis=1)
    expected = np.zeros((6, 6))
    expected[np.ix_(met, met)] = 1 - cdist(columns[met], columns[met], "cosine")
    np.testing.assert_allclose(
        cosine(sparse.csr_array(profiles)).toarray(), off_diagonal(expected), atol=1e-12
    )


@given(PROFILES)
def test_jaccard_agrees_with_scipy(profiles):
    columns = profiles.T > 0
    met = columns.any(axis=1)
    expected = np.zeros((6, 6))
    expected[np.ix_(met, met)] = 1 - cdist(columns[met], columns[met], "jaccard")
    np.testing.assert_allclose(
        jaccard(sparse.csr_array(profiles)).toarray(), off_diagonal(expected), atol=1e-12
    )


@given(PROFILES)
def test_proximity_is_the_smaller_conditional_probability(profiles):
    present = profiles > 0
    found = proximity(sparse.csr_array(profiles)).toarray()
    for i in range(6):
        for j in range(6):
            if i == j or not (present[:, i].any() and present[:, j].any()):
                assert found[i, j] == 0
            else:
                given_i, given_j = present[present[:, i], j].mean(), present[present[:, j], i].mean()
                assert found[i, j] == pytest.approx(min(given_i, given_j))


@given(PROFILES, PROFILES)
def test_complementarity_is_its_definition(places, clusters):
    relation = proximity(sparse.csr_array(places))
    near = density(sparse.csr_array(clusters), relation)
    found = complementarity(sparse.csr_array(clusters), relation)
    present = clusters > 0
    for a in range(len(clusters)):
        lacking = [i for i in range(6) if not present[a, i] and not np.isnan(near[a, i])]
        weight = sum(near[a, i] for i in lacking)
        for b in range(len(clusters)):
            if a == b or weight == 0:
                assert np.isnan(found.directed[a, b])
            else:
                expected = sum(near[a, i] for i in lacking if present[b, i]) / weight
                assert found.directed[a, b] == pytest.approx(expected)
    np.testing.assert_allclose(found.symmetric, (found.directed + found.directed.T) / 2)


def test_twins_have_nothing_to_bring_each_other():
    places = sparse.csr_array([[1, 1, 1, 0], [1, 1, 0, 1], [0, 1, 1, 1]])
    clusters = sparse.csr_array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1]])
    found = complementarity(clusters, proximity(places)).symmetric
    assert found[0, 1] == 0.0
    assert found[0, 2] == 1.0


def test_an_isolated_industry_is_not_known_and_not_counted():
    relation = proximity(sparse.csr_array([[1, 1, 0], [0, 0, 1]]))
    clusters = sparse.csr_array([[1, 0, 0], [0, 1, 1]])
    assert np.isnan(density(clusters, relation)[:, 2]).all()
    assert complementarity(clusters, relation).directed[0, 1] == 1.0


COUNTS = (
    st.lists(st.lists(st.integers(0, 4), min_size=5, max_size=5), min_size=5, max_size=5)
    .map(np.array)
    .map(lambda square: square + square.T)
)


def by_hand(together, measure):
    """Each pair from the definition, given its count, both sums of rows and their total."""
    counts = together * (1 - np.eye(len(together)))
    size, total = counts.sum(axis=1), counts.sum()
    found = np.zeros(counts.shape)
    for i, j in zip(*np.nonzero(counts), strict=True):
        found[i, j] = measure(counts[i, j], size[i], size[j], total)
    return found


@given(COUNTS)
def test_co_occurrence_is_as_defined(together):
    definitions = {
        association_strength: lambda c, a, b, t: c * t / (a * b),
        co_occurrence_cosine: lambda c, a, b, t: c / np.sqrt(a * b),
        co_occurrence_jaccard: lambda c, a, b, t: c / (a + b - c),
        association_probability: lambda c, a, b, t: c / (t / 2 * (a / t * b / (t - a) + b / t * a / (t - b))),
    }
    for measure, definition in definitions.items():
        found = measure(sparse.csr_array(together))
        np.testing.assert_allclose(found.toarray(), by_hand(together, definition))
        assert abs(found - found.T).max() == 0


@given(COUNTS, st.integers(2, 9))
def test_association_does_not_depend_on_how_much_was_counted(together, times):
    once, more = (association_strength(sparse.csr_array(one)) for one in (together, times * together))
    np.testing.assert_allclose(once.toarray(), more.toarray())


def test_duplicated_counts_are_added_and_the_diagonal_is_passed_over():
    twice = sparse.coo_array(([1.0, 1.0, 1.0, 1.0, 7.0], ([0, 0, 1, 1, 2], [1, 1, 0, 0, 2])), shape=(3, 3))
    assert association_strength(twice).toarray().tolist() == [[0, 2, 0], [2, 0, 0], [0, 0, 0]]


MEASURES = [association_strength, association_probability, co_occurrence_cosine, co_occurrence_jaccard]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("together", [np.zeros((0, 0)), np.zeros((3, 3)), np.ones((1, 1))])
def test_nothing_together_is_no_relation(measure, together):
    assert measure(sparse.csr_array(together)).nnz == 0


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(
    ("together", "key"),
    [
        ([[0, 1], [2, 0]], "matrix-not-symmetric"),
        ([[0, 1, 1], [1, 0, 1]], "matrix-not-square"),
        ([[0, -1], [-1, 0]], "values-negative"),
        ([[0, np.nan], [np.nan, 0]], "values-not-numbers"),
    ],
)
def test_counts_that_cannot_be_are_refused(measure, together, key):
    with pytest.raises(InputError) as error:
        measure(together)
    assert error.value.key == key


@given(PROFILES.filter(lambda profiles: 2 <= len(profiles) <= 5))
def test_z_has_the_moments_of_shuffled_columns(profiles):
    present = (profiles > 0).astype(int)
    found = co_occurrence_z(sparse.csr_array(present))
    shuffles = list(itertools.permutations(range(len(present))))
    for i in range(6):
        for j in range(6):
            dealt = [present[:, i] @ present[list(order), j] for order in shuffles]
            if i == j or np.ptp(dealt) == 0:
                assert np.isnan(found[i, j])
            else:
                excess = present[:, i] @ present[:, j] - np.mean(dealt)
                assert found[i, j] == pytest.approx(excess / np.std(dealt), abs=1e-9)


def test_z_of_one_place_is_not_known():
    assert np.isnan(co_occurrence_z(np.array([[1, 0, 1]]))).all()
