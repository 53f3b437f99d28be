"""Density clusters, scan statistic, spatial autocorrelation against R dbscan, spdep, SpatialEpi, smerc."""

import json

import numpy as np
import pytest
from scipy import sparse
from sklearn.metrics import adjusted_rand_score

from traitdunion.methods.space.density_clusters import dbscan, hdbscan
from traitdunion.methods.space.scan_statistic import scan
from traitdunion.methods.space.spatial_autocorrelation import geary, getis_ord, local_moran, moran


def columns(data, check):
    return np.genfromtxt(data / "reference" / check["input"]["file"], delimiter=",", names=True)


def points(data, check):
    table = columns(data, check)
    return np.column_stack([table["X"], table["Y"]])


def sizes(labels):
    return sorted(np.bincount(labels[labels >= 0]).tolist())


@pytest.fixture
def columbus(reference, data):
    """Crime in 49 neighbourhoods, and which of them touch."""
    table = json.loads((data / "reference" / reference["moran_oldcol"]["input"]["file"]).read_text())
    around = table["neighbours_1based"]
    row = np.repeat(np.arange(len(around)), [len(one) for one in around])
    touching = sparse.csr_array((np.ones(row.size), (row, np.concatenate(around) - 1)))
    return np.array(table["crime"]), touching


def scaled(touching):
    return sparse.diags_array(1.0 / touching.sum(axis=1)) @ touching


@pytest.mark.reproduces("hdbscan_moons")
def test_hdbscan_of_moons(reference, data):
    check = reference["hdbscan_moons"]
    labels = hdbscan(points(data, check), smallest=5).labels
    assert sizes(labels) == sorted(check["expected"]["sizes"])
    assert (labels < 0).sum() == check["expected"]["noise"]


@pytest.mark.reproduces("hdbscan_ds3")
def test_hdbscan_of_8000_points(reference, data):
    check = reference["hdbscan_ds3"]
    labels = hdbscan(points(data, check), smallest=25).labels
    expected = dict(check["expected"])
    noise = expected.pop("0")
    # The tolerance of the file is in words: "sizes within 5".
    np.testing.assert_allclose(sizes(labels), sorted(expected.values()), atol=5)
    assert (labels < 0).sum() == pytest.approx(noise, abs=5)


@pytest.mark.reproduces("dbscan_moons")
def test_dbscan_of_moons(reference, data):
    check = reference["dbscan_moons"]
    expected = np.array(check["expected"]["labels"])
    labels = dbscan(points(data, check), radius=0.3, neighbours=5)
    assert adjusted_rand_score(expected, labels) == 1.0
    assert ((labels < 0) == (expected == 0)).all()


@pytest.mark.reproduces("moran_oldcol")
def test_moran_and_geary(reference, columbus):
    check = reference["moran_oldcol"]
    expected, within = check["expected"], {"abs": check["tolerance"]}
    found = moran(columbus[0], scaled(columbus[1]))
    assert found.index == pytest.approx(expected["I"], **within)
    assert found.expected == pytest.approx(expected["EI"], **within)
    assert found.randomization.variance == pytest.approx(expected["V"], **within)
    assert found.randomization.z == pytest.approx(expected["z"], **within)
    assert found.normality.variance == pytest.approx(expected["norm"]["V"], **within)
    assert found.normality.z == pytest.approx(expected["norm"]["z"], **within)
    assert geary(columbus[0], scaled(columbus[1])) == pytest.approx(expected["geary"], **within)


@pytest.mark.reproduces("getis_ord_oldcol")
def test_getis_ord(reference, columbus):
    check = reference["getis_ord_oldcol"]
    for star, name in ((False, "G"), (True, "Gstar")):
        found = getis_ord(*columbus, star=star)
        np.testing.assert_allclose(found, check["expected"][name], atol=check["tolerance"])


@pytest.mark.reproduces("lisa_oldcol")
def test_local_moran(reference, columbus):
    check = reference["lisa_oldcol"]
    found = local_moran(columbus[0], scaled(columbus[1]), draws=9)
    np.testing.assert_allclose(found.index, check["expected"], atol=check["tolerance"])


@pytest.mark.reproduces("kulldorff_ny")
def test_scan_of_leukaemia_in_new_york(reference, data):
    check, table = reference["kulldorff_ny"], columns(data, reference["kulldorff_ny"])
    expected, tolerance = check["expected"], check["tolerance"]
    place = np.column_stack([table["x"], table["y"]])
    found = scan(place, table["cases"], table["pop"], largest=check["input"]["maxpop"])
    zone = found.zones[0]
    assert (zone.members + 1).tolist() == expected["ids"]
    assert len(zone.members) == expected["n_tracts"]
    # Printed to 9 and 11 places after the point.
    assert zone.cases == pytest.approx(expected["cases"], abs=1e-9)
    assert zone.expected == pytest.approx(expected["expected"], abs=1e-9)
    assert zone.llr == pytest.approx(expected["llr"], abs=tolerance["llr"])
    assert zone.p == 0.001  # of 999 draws, as both programs in the file have it


@pytest.mark.reproduces("kulldorff_nydf_smerc")
def test_scan_of_whole_cases(reference, data):
    check, table = reference["kulldorff_nydf_smerc"], columns(data, reference["kulldorff_nydf_smerc"])
    place = np.column_stack([table["x"], table["y"]])
    found = scan(place, np.floor(table["cases"]), table["population"])
    for zone, expected in zip(found.zones[:2], check["expected"], strict=True):
        assert len(zone.members) == expected["n"]
        assert zone.cases == expected["cases"]
        assert zone.expected == pytest.approx(expected["expected"], abs=1e-9)
        assert zone.llr == pytest.approx(expected["llr"], abs=check["tolerance"]["llr"])
        # Two sets of 999 draws: four standard errors of their difference.
        error = np.sqrt(2 * expected["p"] * (1 - expected["p"]) / 999)
        assert abs(zone.p - expected["p"]) < 4 * error
