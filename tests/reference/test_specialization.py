"""Specialization and concentration against EconGeo 1.3, REAT 3.0.3, SpatialEpi 1.2.8 and published sums."""

import csv

import numpy as np
import pytest

from traitdunion.methods.regions.concentration import gini, hoover, litzenberger_sternberg, locational_gini
from traitdunion.methods.regions.specialization import (
    hachman,
    hoover_specialization,
    krugman,
    location_quotient,
    related_variety,
    specialization_gini,
)


def five_by_five(reference):
    return np.array(reference["lq_econgeo_5x5"]["input"]["regions_x_industries"])


@pytest.mark.reproduces("lq_econgeo_5x5")
def test_location_quotients_of_a_table(reference):
    check = reference["lq_econgeo_5x5"]
    found = location_quotient(five_by_five(reference))
    np.testing.assert_allclose(found.raw, check["expected"], atol=check["tolerance"])


@pytest.mark.reproduces("lq_farhauer")
def test_a_location_quotient_of_one_cell_with_totals_given(reference):
    check = reference["lq_farhauer"]
    given = check["input"]
    found = location_quotient(
        [[given["e_ij"]]], region_totals=[given["e_j"]], industry_totals=[given["e_i"]], total=given["e"]
    )
    assert found.raw.item() == pytest.approx(check["expected"], abs=check["tolerance"])


@pytest.mark.reproduces("krugman_5x5", "hoover_spec_5x5", "hachman_5x5")
@pytest.mark.parametrize(
    ("measure", "name"),
    [(krugman, "krugman_5x5"), (hoover_specialization, "hoover_spec_5x5"), (hachman, "hachman_5x5")],
)
def test_one_figure_for_each_region(reference, measure, name):
    check = reference[name]
    assert check["input"] == {"ref": "lq_econgeo_5x5"}
    np.testing.assert_allclose(measure(five_by_five(reference)), check["expected"], atol=check["tolerance"])


@pytest.mark.reproduces("locgini_5x5")
def test_locational_gini(reference):
    check = reference["locgini_5x5"]
    found = locational_gini(five_by_five(reference))
    np.testing.assert_allclose(found, check["expected"], atol=check["tolerance"])


@pytest.mark.reproduces("hoover_gini_vec")
def test_hoover_and_the_two_ginis(reference):
    check = reference["hoover_gini_vec"]
    expected, tolerance = check["expected"], check["tolerance"]
    industry, people = np.array(check["input"]["ind"])[:, None], check["input"]["pop"]
    assert 100 * hoover(industry, reference=people).item() == pytest.approx(
        expected["hoover_pct"], abs=tolerance
    )
    double = locational_gini(industry, reference=people, normalized=True)
    assert double.item() == pytest.approx(expected["hoover_gini"], abs=tolerance)
    assert gini(industry[:, 0]).item() == pytest.approx(expected["gini"], abs=tolerance)


@pytest.mark.reproduces("gini_spec_farhauer")
def test_gini_of_specialization(reference):
    check = reference["gini_spec_farhauer"]
    found = specialization_gini([check["input"]["E_ij"]], reference=check["input"]["E_i"])
    assert found.item() == pytest.approx(check["expected"], abs=check["tolerance"])


@pytest.mark.reproduces("goettingen_2017")
def test_goettingen(reference):
    """The total of the town exceeds its sections: quotients take the total, the indices what is shown."""
    check = reference["goettingen_2017"]
    expected, tolerance = check["expected"], check["tolerance"]
    assert check["input"]["first_entry"] == "total"
    (everyone, *local), (country, *whole) = check["input"]["local"], check["input"]["ref"]
    assert sum(local) < everyone
    found = location_quotient([local], region_totals=[everyone], industry_totals=whole, total=country)
    np.testing.assert_allclose(found.raw[0], expected["lq"], atol=tolerance)
    assert krugman([local], reference=whole).item() == pytest.approx(expected["krugman"], abs=tolerance)
    assert specialization_gini([local], reference=whole).item() == pytest.approx(
        expected["gini_spec"], abs=tolerance
    )


@pytest.mark.reproduces("litzenberger")
def test_cluster_index(reference):
    """The example gives one region and the totals: the rest of the country stands as a second region."""
    check = reference["litzenberger"]
    given = check["input"]

    def both(local, whole):
        return np.array([given[local], given[whole] - given[local]])

    found = litzenberger_sternberg(
        both("e_ij", "e_i")[:, None],
        both("b_ij", "b_i")[:, None],
        area=both("a_j", "a"),
        population=both("p_j", "p"),
    )
    assert found[0].item() == pytest.approx(check["expected"], abs=check["tolerance"])


@pytest.mark.reproduces("eb_lq_scotland")
def test_quotients_are_shrunk_as_in_spatialepi(reference, data):
    """One column whose expectations are given: what each region would have if all had the same share."""
    check = reference["eb_lq_scotland"]
    with (data / "reference" / check["input"]["file"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cases = np.array([[float(row["cases"])] for row in rows])
    due = np.array([float(row["expected"]) for row in rows])
    found = location_quotient(cases, region_totals=due, industry_totals=[1.0], total=1.0)
    expected, tolerance = check["expected"], check["tolerance"]
    assert found.shape.item() == pytest.approx(expected["alpha"], abs=tolerance)
    assert found.mean.item() == pytest.approx(expected["prior_mean"], abs=tolerance)
    np.testing.assert_allclose(found.shrunken[:6, 0], expected["first6"], atol=tolerance)


@pytest.mark.reproduces("related_variety_identity")
def test_related_and_unrelated_variety(reference):
    check = reference["related_variety_identity"]
    expected, tolerance = check["expected"], check["tolerance"]
    found = related_variety([check["input"]["emp"]], check["input"]["group"])
    assert found.total.item() == pytest.approx(expected["H"], abs=tolerance)
    assert found.unrelated.item() == pytest.approx(expected["UV"], abs=tolerance)
    assert found.related.item() == pytest.approx(expected["RV"], abs=tolerance)
