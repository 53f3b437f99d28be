import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from traitdunion.errors import InputError
from traitdunion.methods.significance import false_discovery_rate


def test_by_hand():
    # 5 tests: 0.05 * 5/5, 0.02 * 5/4, 0.01 * 5/2 (shared by the two smallest from 0.008 * 5/1), 0.015 * 5/3.
    q = false_discovery_rate([0.05, 0.008, 0.01, 0.015, 0.02])
    np.testing.assert_allclose(q, [0.05, 0.025, 0.025, 0.025, 0.025])


@given(st.lists(st.floats(0, 1, allow_subnormal=False), min_size=1, max_size=50))
def test_agrees_with_an_independent_implementation(p):
    q = false_discovery_rate(p)
    np.testing.assert_allclose(q, multipletests(p, method="fdr_bh")[1], rtol=1e-12)
    assert (np.diff(q[np.argsort(p)]) >= 0).all()
    assert (q >= np.array(p) * (1 - 1e-12)).all()


def test_tests_not_made_are_not_counted():
    q = false_discovery_rate([[0.01, np.nan], [0.04, np.nan]])
    np.testing.assert_allclose(q, [[0.02, np.nan], [0.04, np.nan]])
    assert false_discovery_rate([]).shape == (0,)


@pytest.mark.parametrize("p", [-0.1, 1.1, np.inf])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(InputError) as caught:
        false_discovery_rate([0.5, p])
    assert caught.value.key == "p-value-range"
