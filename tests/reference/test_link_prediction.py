"""Who meets whom in Horizon 2020: learn before 2018, judge on 2018 and 2019.

The published figures are over 1,500 organizations (2,000 newcomers; 20,000 pairs) drawn by a seed that is not
known. Here other ones are drawn: two samples differ by their errors, so that a figure may be off by the
tolerance of the file or by three standard errors of the difference, whichever is larger. Two rows of
h2020_ranking and one of h2020_auc_pitfall are of LightGBM, a model trained on these scores and others; it is
not in this program, and not judged here. All other rows of h2020_ranking and h2020_cold_start are.
"""

import csv
import gzip
from typing import NamedTuple

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.networks.candidate_scores import score_rows
from traitdunion.methods.networks.link_prediction import co_participation, top_candidates
from traitdunion.methods.networks.negatives import matched_negatives, random_negatives
from traitdunion.methods.ranking import auc, joined, judged

FILE = "h2020_participations_europe.csv.gz"
# Published name, and ours; `batches` makes those that are no kind of `score_rows`.
METHODS = {
    "PA (degree)": "popularity",
    "CN": "common_neighbours",
    "AA": "adamic_adar",
    "RA": "resource_allocation",
    "Jaccard": "jaccard",
    "Salton": "salton",
    "wRA (Newman-weighted)": "weighted_resource_allocation",
    "PPR a=.15": "page_rank",
    "Katz b=.0005 (3 steps)": "katz",
    "same country x degree": "same country",
    "SVD64 (binary A)": "spectral, binary",
    "SVD64 (log weights)": "spectral, log",
}
# Not judged: 64 singular vectors of the normalized network are published, but it has 197 components and so
# the value 1 at least 197 times. Which 64 of their vectors come out hangs on the solver and its start (.88 to
# .90 against random pairs in trials), which the file does not give: the tests of AUC are not marked as
# reproducing h2020_auc_pitfall.
NORMALIZED = "SVD64 (norm. Laplacian)"
TRAINED = {"LGBM lambdarank (2-stage)", "LGBM classifier (2-stage)", "LightGBM (temporal)"}
# Walks are slow: fewer queries.
QUERIES = {"page_rank": 600, "katz": 1000}
# The file does not say what candidates abroad count in "same country x degree". One number was found from its
# figures: with a twentieth four measures of lists and two of pairs agree; with nothing R@100 is .04 too low.
ABROAD = 0.05


class Networks(NamedTuple):
    """Of all organizations: ties before and after, projects before, country and type."""

    before: object
    after: object
    projects: object
    country: object
    kind: object


class Warm(NamedTuple):
    """Of the organizations known before: ties, new ties after, common projects, country."""

    train: object
    new: object
    together: object
    country: object


@pytest.fixture(scope="module")
def networks(data):
    """Ties of the consortia of 2 to 50 that started before 2018, and of those of 2018 and 2019."""
    with gzip.open(data / "cordis" / FILE, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["start_year"].isdigit()]
    ids, organization = np.unique([row["pic"] for row in rows], return_inverse=True)
    _, project = np.unique([row["rcn"] for row in rows], return_inverse=True)
    incidence = sparse.csr_array(sparse.coo_array((np.ones(len(rows)), (organization, project)))) != 0
    year = np.zeros(project.max() + 1, dtype=int)
    year[project] = [int(row["start_year"]) for row in rows]
    size = np.asarray(incidence.sum(axis=0)).ravel()
    fit = (size >= 2) & (size <= 50)
    before, after = fit & (year < 2018), fit & (year >= 2018) & (year <= 2019)
    country, kind = (np.empty(len(ids), dtype="U8") for _ in range(2))
    country[organization], kind[organization] = ([row[name] for row in rows] for name in ("country", "type"))
    projects = [sparse.csr_array(incidence[:, np.flatnonzero(when)], dtype=float) for when in (before, after)]
    return Networks(*(co_participation(part) for part in projects), projects[0], country, kind)


@pytest.fixture(scope="module")
def warm(networks):
    known = np.flatnonzero(np.diff(networks.before.indptr) > 0)
    train = sparse.csr_array(networks.before[known][:, known])
    test = networks.after[known][:, known].astype(bool)
    new = sparse.csr_array(test.astype(int) - test.multiply(train.astype(bool)).astype(int))
    new.eliminate_zeros()
    part = networks.projects[known]
    together = sparse.csr_array(part @ part.T)
    together.setdiag(0.0)
    together.eliminate_zeros()
    return Warm(train, new, together, networks.country[known])


def batches(warm, name, rows):
    """Scores of rows by one of METHODS."""
    train = warm.train
    if name == "same country":
        for batch in score_rows(train, "popularity", rows=rows):
            home = warm.country[batch.rows][:, None] == warm.country
            yield batch.rows, batch.scores * np.where(home, 1.0, ABROAD)
        return
    kind = "spectral" if name.startswith("spectral") else name
    by_name = {
        "spectral, binary": lambda: train.astype(bool).astype(float),
        "spectral, log": lambda: warm.together.log1p(),
    }
    yield from score_rows(by_name.get(name, lambda: train)(), kind, rows=rows)


def close(found, error, expected, tolerance):
    assert found == pytest.approx(expected, abs=max(tolerance, 3 * error))


def close_means(values, published, size, tolerance):
    """The means over queries, and their errors, against published ones over so many queries."""
    for name, given in values.items():
        error = given.std() * np.sqrt(1 / len(given) + 1 / size)
        close(given.mean(), error, published[name], tolerance)


@pytest.mark.reproduces("h2020_temporal_stats")
def test_the_networks_are_the_published_ones(networks, reference):
    before, after = networks.before, networks.after
    check = reference["h2020_temporal_stats"]
    expected, tolerance = check["expected"], check["tolerance"]
    assert (np.diff(before.indptr) > 0).sum() == expected["train_orgs"]
    assert before.nnz // 2 == expected["train_ties"]
    assert after.nnz // 2 == expected["test_ties"]
    repeated = before.astype(bool).multiply(after.astype(bool))
    assert repeated.nnz / after.nnz == pytest.approx(expected["repeat"], abs=tolerance)


@pytest.mark.reproduces("h2020_temporal_stats")
def test_most_ties_are_new_and_many_are_with_newcomers(networks, reference):
    before, after = networks.before, networks.after
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


@pytest.mark.reproduces("h2020_ranking")
@pytest.mark.parametrize(("score", "name"), [("adamic_adar", "AA"), ("common_neighbours", "CN")])
def test_ten_candidates_are_as_precise_as_published(warm, reference, score, name):
    """The lists that are served, over all organizations."""
    judges = np.flatnonzero(np.diff(warm.new.indptr) > 0)
    found = top_candidates(warm.train, k=10, score=score, rows=judges)
    hits = np.asarray(warm.new[found.rows, found.columns]).ravel() > 0
    published = reference["h2020_ranking"]["expected"]["rank"][name]
    assert hits.sum() / (10 * len(judges)) == pytest.approx(published["P@10"], abs=3 * published["se_P@10"])


def measures(found):
    return {
        "P@10": found.precision[10],
        "Hit@10": found.hits[10],
        "R@100": found.recall[100],
        "MRR_best": found.reciprocal,
    }


@pytest.mark.reproduces("h2020_ranking")
def test_every_method_but_the_trained_ones_is_ranked(reference):
    rank = reference["h2020_ranking"]["expected"]["rank"]
    assert set(rank) - TRAINED <= set(METHODS)
    assert len(set(rank) & TRAINED) == 2
    assert len(set(rank) - TRAINED) == 12


@pytest.mark.reproduces("h2020_ranking")
@pytest.mark.parametrize("method", METHODS)
def test_lists_are_as_good_as_published(warm, reference, method):
    check = reference["h2020_ranking"]
    name = METHODS[method]
    everyone = np.flatnonzero(np.diff(warm.new.indptr) > 0)
    queries = np.random.default_rng(1).permutation(everyone)[: QUERIES.get(name, 1500)]
    barred = sparse.csr_array(warm.train + sparse.eye_array(warm.train.shape[0]))
    found = measures(
        joined(
            [
                judged(scores, warm.new[rows], excluded=barred[rows])
                for rows, scores in batches(warm, name, queries)
            ]
        )
    )
    close_means(found, check["expected"]["rank"][method], 1500, check["tolerance"])


@pytest.mark.reproduces("h2020_ranking")
def test_chance_is_as_small_as_published(warm, reference):
    """P@10 of lists in random order is the share of the relevant among candidates."""
    check = reference["h2020_ranking"]
    nodes = warm.train.shape[0]
    everyone = np.flatnonzero(np.diff(warm.new.indptr) > 0)
    share = np.diff(warm.new.indptr)[everyone] / (nodes - 1 - np.diff(warm.train.indptr)[everyone])
    error = share.std() * np.sqrt(1 / 1500)
    # Far below the tolerance of the file: held to the errors alone.
    close(share.mean(), error, check["expected"]["random_P10"], 0.0)


@pytest.fixture(scope="module")
def pairs(warm):
    """New ties from their lower row; pairs at random; and new ties with a stand-in for the column."""
    dice = np.random.default_rng(2)
    rows, columns = sparse.triu(warm.new, 1).tocoo().coords
    chosen = dice.permutation(len(rows))[:20_000]
    tied = warm.train + warm.new
    positives = rows[chosen], columns[chosen]
    degree = np.diff(warm.train.indptr)
    return {
        "positives": positives,
        "AUC_random": random_negatives(tied, count=20_000, seed=1),
        "AUC_degmatched": matched_negatives(*positives, tied, degree, seed=1),
    }


def scores_of(warm, name, rows, columns, most):
    """Scores of pairs; of the first ones only where each row has to be walked from."""
    rows, columns = rows[:most], columns[:most]
    asked, at = np.unique(rows, return_inverse=True)
    found, done = np.empty(len(rows)), 0
    for served, scores in batches(warm, name, asked):
        here = (at >= done) & (at < done + len(served))
        found[here] = scores[at[here] - done, columns[here]]
        done += len(served)
    return found


def test_every_method_but_the_trained_one_has_an_auc(reference):
    expected = set(reference["h2020_auc_pitfall"]["expected"])
    assert expected & TRAINED == {"LightGBM (temporal)"}
    assert expected - TRAINED == set(METHODS) - {"SVD64 (binary A)", "SVD64 (log weights)"} | {NORMALIZED}


@pytest.mark.parametrize(
    "method", [name for name in METHODS if not name.startswith(("SVD64 (b", "SVD64 (l"))]
)
def test_size_tells_random_pairs_apart_and_little_else(warm, pairs, reference, method):
    check = reference["h2020_auc_pitfall"]
    name = METHODS[method]
    most = {"page_rank": 700, "katz": 2500}.get(name, 20_000)
    positives = scores_of(warm, name, *pairs["positives"], most)
    for against in ("AUC_random", "AUC_degmatched"):
        found = auc(positives, scores_of(warm, name, *pairs[against], most))
        # The file's own error is that of 20,000 pairs.
        error = found.error * np.sqrt(1 + most / 20_000)
        close(found.value, error, check["expected"][method][against], check["tolerance"])


def test_negatives_are_lost_as_published(pairs, reference):
    """The pitfall itself: number of partners alone, from .90 to little above one half."""
    expected = reference["h2020_auc_pitfall"]["expected"]["PA (degree)"]
    assert expected["AUC_random"] - expected["AUC_degmatched"] > 0.3
    assert len(pairs["AUC_random"].rows) > 19_900
    assert 17_000 < len(pairs["AUC_degmatched"].rows) < 19_000


@pytest.fixture(scope="module")
def newcomers(networks):
    """Organizations without ties before, by the partners known before that they found."""
    known = np.diff(networks.before.indptr) > 0
    met = sparse.csr_array(networks.after[~known][:, known])
    asking = np.flatnonzero(np.diff(met.indptr) > 0)
    return np.flatnonzero(~known)[asking], met[asking], np.flatnonzero(known)


def lift(networks, labels, cold, known, *, prior=1.0):
    """Log of ties between two kinds over what their numbers of ties lead to expect, one tie added to both."""
    _, code = np.unique(labels, return_inverse=True)
    member = sparse.csr_array((np.ones(len(code)), (np.arange(len(code)), code)))
    between = (member.T @ networks.before.astype(bool).astype(float) @ member).toarray()
    total = between.sum(axis=0)
    ratio = (between + prior) / (np.outer(total, total) / total.sum() + prior)
    return np.log(ratio)[code[cold]][:, code[known]]


@pytest.mark.reproduces("h2020_cold_start")
def test_newcomers_are_served_by_size_country_and_type(networks, newcomers, reference):
    check = reference["h2020_cold_start"]
    cold, met, known = newcomers
    chosen = np.random.default_rng(3).permutation(len(cold))[:1000]
    cold, met = cold[chosen], met[chosen]
    degree = np.diff(networks.before.indptr)[known].astype(float)
    country, kind = (lift(networks, labels, cold, known) for labels in (networks.country, networks.kind))
    home = networks.country[cold][:, None] == networks.country[known]
    scores = {
        "popularity": lambda: np.tile(degree, (len(cold), 1)),
        "same country pop": lambda: degree * np.where(home, 1.0, 1e-6),
        "log pop + country lift + type lift": lambda: np.log(degree) + country + kind,
        "1.5log pop + .5 country lift": lambda: 1.5 * np.log(degree) + 0.5 * country,
    }
    assert scores.keys() == check["expected"].keys()
    for name, given in scores.items():
        found = judged(given(), met)
        values = {"P10": found.precision[10], "Hit10": found.hits[10], "R100": found.recall[100]}
        close_means(values, check["expected"][name], 2000, check["tolerance"])
