"""Relatedness and complexity against EconGeo 1.3, ecomplexity 0.5.3 and published formulas."""

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.industries.economic_complexity import complexity, reflections
from traitdunion.methods.industries.relatedness import (
    association_probability,
    association_strength,
    co_occurrence_cosine,
    co_occurrence_jaccard,
    co_occurrence_z,
    density,
    proximity,
)
from traitdunion.methods.industries.skill_relatedness import skill_relatedness


def apart(matrix):
    """All but the diagonal, which some programs fill with figures that mean nothing."""
    square = np.array(matrix, dtype=float)
    return square[~np.eye(len(square), dtype=bool)]


@pytest.mark.reproduces("proximity_5x5")
def test_proximity_and_density(reference):
    check = reference["proximity_5x5"]
    profiles = sparse.csr_array(np.array(check["input"]["binary"]))
    relation = proximity(profiles)
    np.testing.assert_allclose(relation.toarray(), check["expected"]["phi"], atol=check["tolerance"])
    expected = np.array(check["expected"]["density"], dtype=float)
    np.testing.assert_allclose(density(profiles, relation), expected, atol=check["tolerance"])


@pytest.mark.reproduces("cooc_relatedness_5x5")
@pytest.mark.parametrize(
    ("measure", "name"),
    [
        (association_probability, "prob"),
        (association_strength, "association"),
        (co_occurrence_cosine, "cosine"),
        (co_occurrence_jaccard, "jaccard"),
    ],
)
def test_measures_of_co_occurrence(reference, measure, name):
    check = reference["cooc_relatedness_5x5"]
    present = np.array(check["input"]["binary"])
    together = present.T @ present
    assert (apart(together) == apart(check["input"]["cooc"])).all()
    found = measure(together).toarray()
    np.testing.assert_allclose(found, check["expected"][name], atol=check["tolerance"])


@pytest.mark.reproduces("teece_z")
def test_z_of_co_occurrence(reference):
    check = reference["teece_z"]
    found = co_occurrence_z(sparse.csr_array(np.array(check["input"]["incidence"])))
    np.testing.assert_allclose(apart(found), apart(check["expected"]), atol=check["tolerance"])


@pytest.mark.reproduces("skill_relatedness_toy")
def test_skill_relatedness(reference):
    check = reference["skill_relatedness_toy"]
    found = skill_relatedness(check["input"]["F"])
    np.testing.assert_allclose(apart(found.ratio), apart(check["expected"]["SR"]), atol=check["tolerance"])
    np.testing.assert_allclose(
        apart(found.symmetric), apart(check["expected"]["sym"]), atol=check["tolerance"]
    )


@pytest.mark.reproduces("hh2009_toy")
def test_reflections_and_complexity(reference):
    check = reference["hh2009_toy"]
    expected, tolerance = check["expected"], check["tolerance"]
    first = reflections(check["input"]["M"], steps=1)
    np.testing.assert_allclose(first.places[1], expected["kc1"], atol=tolerance)
    np.testing.assert_allclose(first.industries[1], expected["kp1"], atol=tolerance)
    found = complexity(check["input"]["M"])
    np.testing.assert_allclose(found.eigenvalues, expected["eig"], atol=tolerance)
    np.testing.assert_allclose(found.places, expected["ECI"], atol=tolerance)
