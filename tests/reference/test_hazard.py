"""The hazard seen at one time against a binomial model with complementary log-log link of statsmodels."""

import numpy as np
import pytest
import statsmodels.api as sm

from traitdunion.methods.hazard import fit_hazard


@pytest.mark.parametrize("seed", range(4))
def test_coefficients_errors_and_chances(seed):
    dice = np.random.default_rng(seed)
    design, years = dice.normal(size=(600, 3)), dice.uniform(0.5, 4.0, 600)
    outcome = dice.random(600) < -np.expm1(-years * np.exp(-1.5 + design @ [0.6, -0.3, 0.0]))
    family = sm.families.Binomial(link=sm.families.links.CLogLog())
    model = sm.GLM(outcome.astype(float), sm.add_constant(design), family=family, offset=np.log(years))
    other = model.fit(tol=1e-12, maxiter=200)
    found = fit_hazard(design, outcome, years, penalty=1e-10)
    np.testing.assert_allclose(
        np.append(found.intercept, found.coefficients), other.params, rtol=1e-5, atol=1e-7
    )
    np.testing.assert_allclose(found.chance(design, years), other.fittedvalues, rtol=1e-5)
    # Errors here are of the observed information, those of fit() above of the expected one.
    observed = np.linalg.inv(-model.hessian(other.params, observed=True))
    np.testing.assert_allclose(found.errors, np.sqrt(np.diag(observed))[1:], rtol=1e-4)
