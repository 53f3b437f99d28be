"""Burt's measures against R igraph 1.3.5."""

import csv
import json

import numpy as np
import pytest
from scipy import sparse

from traitdunion.methods.structural_holes import constraint, effective_size


@pytest.fixture(scope="module")
def reference(data):
    checks = json.loads((data / "reference" / "reference_numbers.json").read_text(encoding="utf-8"))
    return {check["id"]: check for check in checks}


def adjacency(edges):
    first, second = np.array(edges).T - 1
    half = sparse.coo_array((np.ones(len(first)), (first, second)), shape=(second.max() + 1,) * 2)
    return sparse.csr_array(half + half.T)


@pytest.mark.parametrize("name", ["burt_karate", "burt_kite"])
def test_unweighted(data, reference, name):
    check = reference[name]
    if "file" in check["input"]:
        with (data / "reference" / check["input"]["file"]).open(encoding="utf-8", newline="") as file:
            ties = adjacency([[int(row["u"]), int(row["v"])] for row in csv.DictReader(file)])
    else:
        ties = adjacency(check["input"]["edges"])
    for method in (constraint, effective_size):
        expected = check["expected"][method.__name__]
        np.testing.assert_allclose(method(ties), expected, atol=check["tolerance"])


def test_weighted_and_directed(reference):
    check = reference["burt_weighted_directed"]
    found = constraint(sparse.csr_array(np.array(check["input"]["W"], dtype=float)))
    np.testing.assert_allclose(found, check["expected"], atol=check["tolerance"])
