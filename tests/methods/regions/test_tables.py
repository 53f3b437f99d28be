import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.regions.tables import quotient, shares, table

COUNTS = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=5).map(np.array)


@given(COUNTS)
def test_a_table_is_read_the_same_dense_and_sparse(counts):
    np.testing.assert_array_equal(table(counts), counts)
    for kind in (sparse.coo_array, sparse.csr_array, sparse.csc_array):
        np.testing.assert_array_equal(table(kind(counts)), counts)


def test_duplicated_entries_of_a_sparse_table_are_summed():
    twice = sparse.coo_array(([1.0, 2.0, 4.0], ([0, 0, 1], [1, 1, 0])), shape=(2, 2))
    unsummed = sparse.csr_array((np.array([1.0, 2.0, 4.0]), [1, 1, 0], [0, 2, 3]), shape=(2, 2))
    for given_table in (twice, unsummed):
        np.testing.assert_array_equal(table(given_table), [[0, 3], [4, 0]])


@pytest.mark.parametrize(
    ("counts", "key"),
    [
        ([], "table-dimensions"),
        ([1, 2], "table-dimensions"),
        ([[[1]]], "table-dimensions"),
        (np.zeros((0, 3)), "group-empty"),
        (sparse.csr_array((3, 0)), "group-empty"),
        ([[1.0, np.nan]], "values-not-numbers"),
        ([[1.0, np.inf]], "values-not-numbers"),
        ([[1.0, -1.0]], "values-negative"),
    ],
)
def test_what_is_no_table_of_counts_is_refused(counts, key):
    with pytest.raises(InputError) as refused:
        table(counts, "jobs")
    assert (refused.value.key, refused.value.values["name"]) == (key, "jobs")


@given(COUNTS, st.integers(0, 1))
def test_shares_add_up_to_one_or_are_not_known(counts, axis):
    total = shares(counts, axis=axis).sum(axis=axis)
    np.testing.assert_allclose(total, np.where(counts.sum(axis=axis) > 0, 1.0, np.nan))


def test_a_quotient_tells_nothing_from_too_much():
    found = quotient([[0.0, 2.0, 0.0, 6.0]], [0.0, 0.0, 2.0, 3.0])
    np.testing.assert_array_equal(found, [[np.nan, np.inf, 0.0, 2.0]])
