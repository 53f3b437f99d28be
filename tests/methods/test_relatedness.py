import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.spatial.distance import cdist

from traitdunion.methods.relatedness import complementarity, cosine, density, jaccard, proximity

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
