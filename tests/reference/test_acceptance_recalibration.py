"""Recalibrated chances against logistic regressions of statsmodels and scikit-learn.

With the same answers given many times over, what was believed beforehand weighs nothing, and the posterior
mode must be the maximum likelihood estimate. The mode is moved from it by about covariance times the pull of
the beliefs: with 2,000 copies of 300 answers covariances are below 1e-4 and pulls below 8, hence 1e-3.
"""

import numpy as np
import pytest
from scipy import special

from traitdunion.methods.acceptance import foretold, learned

COPIES = 2000


@pytest.fixture(scope="module")
def answers():
    dice = np.random.default_rng(11)
    stated, kinds = special.expit(dice.normal(-0.5, 1.0, 300)), dice.integers(0, 3, 300)
    came = dice.random(300) < special.expit(
        -0.4 + 0.7 * special.logit(stated) + np.array([0, 0.5, -0.5])[kinds]
    )
    return stated, kinds, came


def test_many_answers_give_the_maximum_likelihood_estimate(answers):
    import statsmodels.api as sm

    stated, kinds, came = answers
    found = learned(*(np.tile(column, COPIES) for column in answers), kind_count=3)
    design = np.column_stack([special.logit(stated), kinds[:, None] == np.arange(3)]).astype(float)
    peer = sm.GLM(came.astype(float), design, family=sm.families.Binomial()).fit(tol=1e-12)
    ours = np.concatenate([found.coefficients[1:2], found.coefficients[0] + found.coefficients[2:]])
    np.testing.assert_allclose(ours, peer.params, atol=1e-3)
    # Intercept and kinds share what the answers cannot tell apart; their sums have the usual errors.
    turn = np.column_stack([[0, 1, 1, 1], [1, 0, 0, 0], np.zeros((4, 3))])
    turn[1:, 2:] = np.eye(3)
    covariance = COPIES * turn @ found.covariance @ turn.T
    np.testing.assert_allclose(covariance, peer.cov_params(), atol=1e-3 * np.abs(peer.cov_params()).max())


def test_the_mode_is_that_of_a_ridge_regression(answers):
    """Columns scaled by their spread turn the beliefs into scikit-learn's penalty of 1, exactly.

    The slope is believed to be about 1, which scikit-learn cannot be told: it is told that of a chance of
    one half throughout, where the slope plays no part. Both stop within 1e-6 of the optimum.
    """
    from sklearn.linear_model import LogisticRegression

    _, kinds, came = answers
    found = learned(np.full(300, 0.5), kinds, came, kind_count=3)
    design = np.column_stack([np.ones(300), 0.5 * (kinds[:, None] == np.arange(3))])
    peer = LogisticRegression(C=1.0, fit_intercept=False, tol=1e-10, max_iter=1000).fit(design, came)
    spread = np.array([1.0, 0.5, 0.5, 0.5])
    np.testing.assert_allclose(found.coefficients[[0, 2, 3, 4]], peer.coef_[0] * spread, atol=1e-6)
    assert found.coefficients[1] == 1.0


def test_slope_and_level_are_those_of_a_regression_on_the_log_odds(answers):
    import statsmodels.api as sm

    stated, kinds, came = answers
    judged = foretold(stated, kinds, came, np.arange(300), kind_count=3, seed=1).stated
    odds = special.logit(stated)
    family = sm.families.Binomial()
    slope = sm.GLM(came.astype(float), sm.add_constant(odds), family=family).fit(tol=1e-12).params[1]
    level = sm.GLM(came.astype(float), np.ones(300), family=family, offset=odds).fit(tol=1e-12).params[0]
    # Ours carry a belief of precision 1e-4 that keeps them finite: it moves them by less than 1e-5.
    assert judged.slope == pytest.approx(slope, abs=1e-5)
    assert judged.in_the_large == pytest.approx(level, abs=1e-5)
