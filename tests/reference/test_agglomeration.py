"""Agglomeration against REAT 3.0.3, the published formulas, and the theorem that the index is unbiased."""

import csv
from itertools import combinations

import numpy as np
import pytest

from traitdunion.methods.permutation import stream
from traitdunion.methods.regions.agglomeration import ellison_glaeser, maurel_sedillot
from traitdunion.methods.regions.coagglomeration import coagglomeration


@pytest.fixture
def austria(reference):
    """Ten plants of one industry: their industry, region and jobs, and all jobs of the regions."""
    given = reference["ellison_glaeser_doc"]["input"]
    names = list(given["region_emp"])
    where = [names.index(name) for name in given["regions"]]
    return [0] * len(where), where, given["plants"], list(given["region_emp"].values())


@pytest.fixture
def plants(reference, data):
    """Plants of four industries: names of the industries, industry, region and jobs of each, all jobs."""
    name = reference["eg_by_industry_fk2014"]["input"]["file"]
    assert name == reference["eg_coagglomeration_identity"]["input"]["file"]
    with (data / "reference" / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names, industry = np.unique([row["industry"] for row in rows], return_inverse=True)
    _, first, region = np.unique([int(row["region"]) for row in rows], return_index=True, return_inverse=True)
    jobs = [float(row["emp_firm"]) for row in rows]
    return names.tolist(), industry, region, jobs, [float(rows[at]["emp_region"]) for at in first]


@pytest.mark.reproduces("ellison_glaeser_doc")
def test_ellison_glaeser_of_one_industry(reference, austria):
    check = reference["ellison_glaeser_doc"]
    expected, tolerance = check["expected"], check["tolerance"]
    industry, region, jobs, totals = austria
    found = ellison_glaeser(industry, region, jobs, totals=totals, draws=0)
    assert found.gamma.item() == pytest.approx(expected["gamma"], abs=tolerance)
    assert found.raw.item() == pytest.approx(expected["G"], abs=tolerance)
    assert found.herfindahl.item() == pytest.approx(expected["H"], abs=tolerance)
    assert found.z.item() == pytest.approx(expected["z"], abs=tolerance)


@pytest.mark.reproduces("maurel_sedillot_doc")
def test_maurel_sedillot_of_one_industry(reference, austria):
    check = reference["maurel_sedillot_doc"]
    industry, region, jobs, totals = austria
    found = maurel_sedillot(industry, region, jobs, totals=totals, draws=0)
    assert found.gamma.item() == pytest.approx(check["expected"], abs=check["tolerance"])


@pytest.mark.reproduces("eg_by_industry_fk2014")
def test_ellison_glaeser_of_several_industries(reference, plants):
    check = reference["eg_by_industry_fk2014"]
    names, industry, region, jobs, _ = plants
    found = ellison_glaeser(industry, region, jobs, draws=0)
    assert dict(zip(names, found.gamma.tolist(), strict=True)) == pytest.approx(
        check["expected"], abs=check["tolerance"]
    )


@pytest.mark.reproduces("eg_coagglomeration_identity")
def test_coagglomeration(reference, plants):
    """The group is the mean of its pairs, and what its concentration has beyond that of each industry."""
    check = reference["eg_coagglomeration_identity"]
    expected, tolerance = check["expected"], check["tolerance"]
    names, industry, region, jobs, totals = plants
    found = coagglomeration(industry, region, jobs, totals=totals, draws=0)
    alone = ellison_glaeser(industry, region, jobs, totals=totals, draws=0)
    assert found.group == pytest.approx(expected["group"], abs=tolerance)
    pairs = {
        f"{names[i]}|{names[j]}": found.pairs[i, j].item() for i, j in combinations(range(len(names)), 2)
    }
    assert pairs == pytest.approx(expected["pairs"], abs=tolerance)
    assert dict(zip(names, alone.gamma.tolist(), strict=True)) == pytest.approx(
        expected["gamma"], abs=tolerance
    )
    weight = np.bincount(industry, jobs) / sum(jobs)
    merged = ellison_glaeser(np.zeros_like(industry), region, jobs, totals=totals, draws=0)
    possible, rest = 1.0 - sum((x / sum(totals)) ** 2 for x in totals), 1.0 - (weight**2).sum()
    group = (merged.raw.item() / possible - weight**2 @ (alone.raw / possible)) / rest
    assert group == pytest.approx(found.group, abs=tolerance)


@pytest.mark.reproduces("eg_unbiased_simulation")
@pytest.mark.parametrize("index", [ellison_glaeser, maurel_sedillot])
def test_both_indices_are_unbiased(reference, index):
    """Plants follow a centre with the chance whose square is gamma, so that two share it by that chance.

    A plant that does not follow falls by the dartboard: two plants share a region with probability
    gamma + (1 - gamma) sum x^2, as the theory has it. Each industry of the call is one draw.
    """
    check = reference["eg_unbiased_simulation"]
    shares, count = np.array(check["input"]["x"]), check["input"]["plants"]
    draws, dice = 20_000, stream(check["input"]["seed"], 0)
    size = dice.lognormal(0.0, check["input"]["sigma"], count)
    industry = np.repeat(np.arange(draws), count)
    for name, expected in check["expected"].items():
        gamma = float(name.removeprefix("gamma0="))
        centre = np.repeat(dice.choice(len(shares), draws, p=shares), count)
        alone = dice.choice(len(shares), draws * count, p=shares)
        region = np.where(dice.random(draws * count) < np.sqrt(gamma), centre, alone)
        found = index(industry, region, np.tile(size, draws), totals=shares, draws=0)
        error = found.gamma.std() / np.sqrt(draws)
        assert 4 * error < 2 * check["tolerance"]
        assert found.gamma.mean() == pytest.approx(expected, abs=check["tolerance"])
