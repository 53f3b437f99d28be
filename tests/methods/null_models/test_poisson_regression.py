import numpy as np
import pytest
from scipy import optimize, sparse

from traitdunion.methods.null_models.poisson_regression import separated_zeros


def one_by_one(counts, design):
    """Separated rows by a programme of its own for each, over all coefficients."""
    found = []
    for row in range(len(counts)):
        best = optimize.linprog(
            -design[row],
            A_ub=np.vstack([-design[counts == 0], design[row]]),
            b_ub=np.append(np.zeros((counts == 0).sum()), 1.0),
            A_eq=design[counts > 0],
            b_eq=np.zeros((counts > 0).sum()),
            bounds=(None, None),
        )
        found.append(counts[row] == 0 and -best.fun > 0.5)
    return np.array(found)


def case(seed):
    dice = np.random.default_rng(seed)
    columns = dice.integers(-1, 2, (14, 4)).astype(float)
    counts = dice.poisson(0.2, 14).astype(float)
    counts[0] = 1.0
    return counts, np.column_stack([np.ones(14), columns, columns[:, 0] - columns[:, 1]])


@pytest.mark.parametrize("seed", range(40))
def test_separation_is_the_one_found_row_by_row(seed):
    counts, design = case(seed)
    np.testing.assert_array_equal(
        separated_zeros(counts, sparse.csr_array(design)), one_by_one(counts, design)
    )


def test_the_cases_above_are_of_both_kinds():
    assert {bool(one_by_one(*case(seed)).any()) for seed in range(40)} == {True, False}
