"""Burt's measures, betweenness and closeness against R igraph 1.3.5."""

import csv

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.networks.centrality import betweenness, closeness
from traitdunion.methods.networks.structural_holes import constraint, effective_size


def adjacency(edges):
    first, second = np.array(edges).T - 1
    half = sparse.coo_array((np.ones(len(first)), (first, second)), shape=(second.max() + 1,) * 2)
    return sparse.csr_array(half + half.T)


@pytest.mark.reproduces("burt_karate")
def test_the_karate_club(data, reference):
    check = reference["burt_karate"]
    with (data / "reference" / check["input"]["file"]).open(encoding="utf-8", newline="") as file:
        ties = adjacency([[int(row["u"]), int(row["v"])] for row in csv.DictReader(file)])
    assert ties.shape[0] == check["input"]["nodes"]
    for method in (constraint, effective_size):
        expected = check["expected"][method.__name__]
        np.testing.assert_allclose(method(ties), expected, rtol=0, atol=check["tolerance"])


@pytest.mark.reproduces("burt_kite")
def test_the_kite(reference):
    check = reference["burt_kite"]
    ties = adjacency(check["input"]["edges"])
    found = {
        "constraint": constraint(ties),
        "effective_size": effective_size(ties),
        "betweenness": betweenness(ties, normalized=False).values,
        "closeness": closeness(ties),
    }
    assert set(found) == set(check["expected"])
    for name, values in found.items():
        np.testing.assert_allclose(values, check["expected"][name], rtol=0, atol=check["tolerance"])


@pytest.mark.reproduces("burt_weighted_directed")
def test_weighted_and_directed(reference):
    check = reference["burt_weighted_directed"]
    found = constraint(sparse.csr_array(np.array(check["input"]["W"], dtype=float)))
    np.testing.assert_allclose(found, check["expected"], rtol=0, atol=check["tolerance"])
