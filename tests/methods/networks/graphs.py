"""Small networks of every kind, for hypothesis: weights, both directions, ties to oneself, the isolated."""

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import sparse

from traitdunion.errors import InputError

WEIGHTS = st.sampled_from([0.0, 0.0, 0.0, 0.0, 0.25, 0.5, 1.0, 2.0, 3.0, 7.0])


@st.composite
def networks(draw, largest=9, directed=True, least=0):
    size = draw(st.integers(least, largest))
    weights = draw(hnp.arrays(float, (size, size), elements=WEIGHTS))
    return weights if directed else np.triu(weights) + np.triu(weights, 1).T


def without_loops(weights):
    return weights - np.diag(np.diag(weights))


def duplicated(weights):
    """The same network with each tie stated twice, half each."""
    rows, columns = np.nonzero(weights)
    halves = np.tile(weights[rows, columns] / 2, 2)
    return sparse.coo_array((halves, (np.tile(rows, 2), np.tile(columns, 2))), shape=weights.shape)


def kernel_arrays(seed=1, nodes=18, chance=0.25):
    """A symmetric matrix without diagonal, the same for the same seed."""
    dice = np.random.default_rng(seed)
    upper = np.triu(dice.integers(1, 9, (nodes, nodes)) * (dice.random((nodes, nodes)) < chance), 1)
    return sparse.csr_array((upper + upper.T).astype(float))


def refused(measure):
    """Each fault of a matrix has its name."""
    faults = {
        "matrix-not-square": np.ones((2, 3)),
        "values-not-numbers": [[0.0, np.nan], [1.0, 0.0]],
        "values-negative": [[0.0, -1.0], [1.0, 0.0]],
    }
    for key, matrix in faults.items():
        with pytest.raises(InputError) as error:
            measure(matrix)
        assert error.value.key == key
    with pytest.raises(InputError) as error:
        measure([[0.0, np.inf], [1.0, 0.0]])
    assert error.value.key == "values-not-numbers"
