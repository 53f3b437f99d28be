"""Proximity and density against ecomplexity 0.5.3."""

import json

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.relatedness import density, proximity


@pytest.fixture(scope="module")
def check(data):
    checks = json.loads((data / "reference" / "reference_numbers.json").read_text(encoding="utf-8"))
    return next(check for check in checks if check["id"] == "proximity_5x5")


def test_proximity_and_density(check):
    profiles = sparse.csr_array(np.array(check["input"]["binary"]))
    relation = proximity(profiles)
    np.testing.assert_allclose(relation.toarray(), check["expected"]["phi"], atol=check["tolerance"])
    expected = np.array(check["expected"]["density"], dtype=float)
    np.testing.assert_allclose(density(profiles, relation), expected, atol=check["tolerance"])
