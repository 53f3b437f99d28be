"""Who meets whom in Horizon 2020: learn before 2018, judge on 2018 and 2019."""

import csv
import gzip

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.networks.link_prediction import co_participation, top_candidates

FILE = "h2020_participations_europe.csv.gz"


@pytest.fixture(scope="module")
def networks(data):
    """Ties of the consortia of 2 to 50 that started before 2018, and of those of 2018 and 2019."""
    with gzip.open(data / "cordis" / FILE, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["start_year"].isdigit()]
    _, organization = np.unique([row["pic"] for row in rows], return_inverse=True)
    _, project = np.unique([row["rcn"] for row in rows], return_inverse=True)
    incidence = sparse.csr_array(sparse.coo_array((np.ones(len(rows)), (organization, project)))) != 0
    year = np.zeros(project.max() + 1, dtype=int)
    year[project] = [int(row["start_year"]) for row in rows]
    size = np.asarray(incidence.sum(axis=0)).ravel()
    fit = (size >= 2) & (size <= 50)
    before, after = fit & (year < 2018), fit & (year >= 2018) & (year <= 2019)
    return tuple(co_participation(incidence[:, np.flatnonzero(when)]) for when in (before, after))


@pytest.mark.reproduces("h2020_temporal_stats")
def test_the_networks_are_the_published_ones(networks, reference):
    before, after = networks
    check = reference["h2020_temporal_stats"]
    expected, tolerance = check["expected"], check["tolerance"]
    assert (np.diff(before.indptr) > 0).sum() == expected["train_orgs"]
    assert before.nnz // 2 == expected["train_ties"]
    assert after.nnz // 2 == expected["test_ties"]
    repeated = before.astype(bool).multiply(after.astype(bool))
    assert repeated.nnz / after.nnz == pytest.approx(expected["repeat"], abs=tolerance)


@pytest.mark.reproduces("h2020_temporal_stats")
def test_most_ties_are_new_and_many_are_with_newcomers(networks, reference):
    before, after = networks
    check = reference["h2020_temporal_stats"]
    first, second = sparse.triu(after, 1).tocoo().coords
    known = np.diff(before.indptr) > 0
    ends = known[first].astype(int) + known[second].astype(int)
    repeated = np.asarray(before[first, second]).ravel() > 0
    found = {
        "both_warm_new": ((ends == 2) & ~repeated).mean(),
        "one_cold": (ends == 1).mean(),
        "both_cold": (ends == 0).mean(),
    }
    for share, value in found.items():
        assert value == pytest.approx(check["expected"][share], abs=check["tolerance"])


@pytest.mark.parametrize(("score", "name"), [("adamic_adar", "AA"), ("common_neighbours", "CN")])
def test_ten_candidates_are_as_precise_as_published(networks, reference, score, name):
    before, after = networks
    known = np.flatnonzero(np.diff(before.indptr) > 0)
    train, test = (ties[known][:, known].astype(bool) for ties in (before, after))
    new = sparse.csr_array(test.astype(int) - test.multiply(train).astype(int))
    new.eliminate_zeros()
    judged = np.flatnonzero(np.diff(new.indptr) > 0)
    found = top_candidates(train, k=10, score=score, rows=judged)
    hits = np.asarray(new[found.rows, found.columns]).ravel() > 0
    published = reference["h2020_ranking"]["expected"]["rank"][name]
    # The published figure is over a sample of 1,500 of these organizations: three of its standard errors.
    assert hits.sum() / (10 * len(judged)) == pytest.approx(published["P@10"], abs=3 * published["se_P@10"])
