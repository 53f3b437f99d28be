"""Conditional logit against that of statsmodels, on lists of one chosen candidate."""

import numpy as np
import pytest
from statsmodels.discrete.conditional_models import ConditionalLogit

from traitdunion.methods.discrete_choice import conditional_logit


@pytest.mark.parametrize("seed", range(4))
def test_coefficients_errors_and_likelihood(seed):
    dice = np.random.default_rng(seed)
    lengths = dice.integers(2, 12, 300)
    of_list = np.repeat(np.arange(300), lengths)
    features = dice.normal(size=(lengths.sum(), 4)) * [1.0, 3.0, 0.2, 1.0]
    noisy = features @ [0.7, -0.2, 2.0, 0.0] + dice.gumbel(size=len(features))
    chosen = np.zeros(len(features), dtype=bool)
    for block in np.split(np.arange(len(features)), np.cumsum(lengths)[:-1]):
        chosen[block[noisy[block].argmax()]] = True
    other = ConditionalLogit(chosen.astype(int), features, groups=of_list).fit(disp=False)
    found = conditional_logit(features, chosen, lengths, penalty=0.0)
    # Both stop at a slope near zero: they agree as far as that one's optimizer goes.
    np.testing.assert_allclose(found.coefficients, other.params, atol=2e-4)
    np.testing.assert_allclose(found.errors, other.bse, rtol=1e-3)
    assert -found.loss == pytest.approx(other.llf, abs=1e-5)
    assert -found.loss >= other.llf - 1e-9
