"""Brokerage, groups and structure of networks against R sna 2.7-1, R igraph 1.3.5 and networkx 2.8.8."""

import csv

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.networks.brokerage import (
    ROLES,
    ei_index,
    gould_fernandez,
    mixing,
    modularity,
    participation_coefficient,
)
from traitdunion.methods.networks.centrality import betweenness, distances
from traitdunion.methods.networks.cohesion import degree_assortativity, rich_club, transitivity

# sna's names of the roles.
COLUMNS = {
    "w_I": "coordinator",
    "w_O": "itinerant",
    "b_IO": "representative",
    "b_OI": "gatekeeper",
    "b_O": "liaison",
    "t": "total",
}


@pytest.fixture(scope="module")
def karate(data, reference):
    check = reference["burt_karate"]["input"]
    with (data / "reference" / check["file"]).open(encoding="utf-8", newline="") as file:
        edges = np.array([[int(row["u"]), int(row["v"])] for row in csv.DictReader(file)]) - 1
    half = sparse.coo_array((np.ones(len(edges)), tuple(edges.T)), shape=(check["nodes"],) * 2)
    return sparse.csr_array(half + half.T)


@pytest.fixture(scope="module")
def factions(reference):
    return np.array(reference["gould_fernandez_karate"]["input"]["fac"]) - 1


@pytest.mark.reproduces("gould_fernandez_12")
def test_brokerage_of_twelve_in_three_groups(reference):
    check = reference["gould_fernandez_12"]
    expected, tolerance = check["expected"], check["tolerance"]
    assert tuple(COLUMNS[name] for name in expected["columns"]) == ROLES
    arcs, groups = np.array(check["input"]["A"]), np.array(check["input"]["cl"]) - 1
    found = gould_fernandez(arcs, groups)
    assert found.directed
    np.testing.assert_array_equal(found.nodes.counts, expected["raw"])
    # Groups of one size: every node has the same moments.
    for node in range(12):
        np.testing.assert_allclose(found.nodes.expected[node], expected["expected"], rtol=0, atol=tolerance)
        np.testing.assert_allclose(found.nodes.deviation[node], expected["sd"], rtol=0, atol=tolerance)
    np.testing.assert_allclose(found.nodes.z, expected["z"], rtol=0, atol=tolerance)
    np.testing.assert_array_equal(found.whole.counts, expected["global_raw"])
    np.testing.assert_allclose(found.whole.expected, expected["global_expected"], rtol=0, atol=tolerance)
    published = gould_fernandez(arcs, groups, covariances="published").whole
    np.testing.assert_allclose(published.z, expected["global_z"], rtol=0, atol=tolerance)
    # Itinerant and liaison are published with every covariance.
    np.testing.assert_allclose(
        found.whole.z[[1, 4]], np.array(expected["global_z"])[[1, 4]], rtol=0, atol=tolerance
    )


@pytest.mark.reproduces("gould_fernandez_karate")
def test_brokerage_in_the_karate_club(reference, karate, factions):
    expected = reference["gould_fernandez_karate"]["expected"]
    found = gould_fernandez(karate, factions)
    np.testing.assert_array_equal(found.nodes.counts, expected["raw"])
    np.testing.assert_array_equal(found.whole.counts, expected["global_raw"])


@pytest.mark.reproduces("karate_structure")
def test_structure_of_the_karate_club(reference, karate, factions):
    check = reference["karate_structure"]
    between, way, together = betweenness(karate).values, distances(karate), mixing(karate, factions)
    found = {
        "betw_1": between[0],
        "betw_34": between[33],
        "modularity_factions": modularity(karate, factions),
        "ext_ties": together[0, 1],
        "EI": ei_index(karate, factions, draws=1).whole,
        "transitivity": transitivity(karate),
        "mean_distance": way.mean,
        "assortativity": degree_assortativity(karate),
        "global_efficiency": way.efficiency,
    }
    assert set(found) == set(check["expected"])
    for name, value in found.items():
        assert value == pytest.approx(check["expected"][name], rel=0, abs=check["tolerance"]), name


@pytest.mark.reproduces("participation_karate")
def test_participation_in_the_karate_club(reference, karate):
    check = reference["participation_karate"]
    found = participation_coefficient(karate, np.array(check["input"]["fac"]) - 1)
    np.testing.assert_allclose(found, check["expected"], rtol=0, atol=check["tolerance"])


@pytest.mark.reproduces("richclub_karate")
def test_rich_club_of_the_karate_club(reference, karate):
    check = reference["richclub_karate"]
    club = rich_club(karate)
    assert [str(k) for k in club.k] == list(check["expected"])
    np.testing.assert_allclose(club.phi, list(check["expected"].values()), rtol=0, atol=check["tolerance"])
