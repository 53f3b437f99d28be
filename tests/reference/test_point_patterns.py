"""Distances between sites against dbmss 2.9.2, spatstat 3.0.6 and counts made beside them."""

import csv

import numpy as np
import pytest

from traitdunion.methods.permutation import stream
from traitdunion.methods.space.global_bands import exits, global_band
from traitdunion.methods.space.k_density import density_curve, k_density
from traitdunion.methods.space.marcon_puech import marcon_puech_density, marcon_puech_m
from traitdunion.methods.space.ripley import clark_evans, ripley

UNIT = ((0.0, 1.0), (0.0, 1.0))


@pytest.fixture(scope="session")
def points_of(data):
    def read(check):
        file = data / "reference" / check["input"]["file"]
        return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))

    return read


@pytest.fixture(scope="session")
def trees(reference, points_of):
    """Places, weights and kinds of the trees of Paracou, plot 16."""
    rows = points_of(reference["M_vamericana"])
    where = np.array([[float(row["x"]), float(row["y"])] for row in rows])
    kind = np.array([row["type"] for row in rows])
    return where, np.array([float(row["w"]) for row in rows]), {
        "V": kind == "V. Americana", "Q": kind == "Q. Rosea", "": None,
    }  # fmt: skip


@pytest.mark.reproduces("M_vamericana", "M_qrosea", "M_cross")
@pytest.mark.parametrize(
    ("name", "member", "neighbours"),
    [("M_vamericana", "V", ""), ("M_qrosea", "Q", ""), ("M_cross", "V", "Q")],
)
def test_m(reference, trees, name, member, neighbours):
    check, (where, weight, kinds) = reference[name], trees
    found = marcon_puech_m(
        where, kinds[member], neighbours=kinds[neighbours], weights=weight,
        distances=check["input"]["r"], draws=19,
    )  # fmt: skip
    expected = np.array(check["expected"], dtype=float)
    np.testing.assert_allclose(found.values, expected, rtol=0, atol=check["tolerance"])


@pytest.mark.reproduces("m_lower_qrosea")
def test_density_of_m(reference, trees):
    check, (where, weight, kinds) = reference["m_lower_qrosea"], trees
    found = marcon_puech_density(
        where, kinds["Q"], weights=weight, distances=check["input"]["r"], bandwidth="near pairs", draws=19
    )
    np.testing.assert_allclose(found.values, check["expected"], rtol=check["tolerance"])


@pytest.mark.reproduces("Kd_qrosea", "Kemp_qrosea")
@pytest.mark.parametrize("name", ["Kd_qrosea", "Kemp_qrosea"])
def test_k_density(reference, trees, name):
    check, (where, weight, kinds) = reference[name], trees
    asked = {"distances": check["input"]["r"], "weights": weight if name == "Kemp_qrosea" else None}
    found = density_curve(where, kinds["Q"], bandwidth="near pairs", **asked)
    np.testing.assert_allclose(found.values, check["expected"]["dbmss"], rtol=check["tolerance"])
    np.testing.assert_allclose(found.values, check["expected"]["exact_kernel_sum"], rtol=1e-10)
    bandwidths = reference["Kd_qrosea"]["expected"]
    assert found.bandwidth == pytest.approx(bandwidths["bandwidth"], rel=1e-9)
    whole = density_curve(where, kinds["Q"], bandwidth="pairs", **asked)
    assert whole.bandwidth == pytest.approx(bandwidths["bandwidth_all_pairs"], rel=1e-9)
    assert kinds["Q"].sum() * (kinds["Q"].sum() - 1) / 2 == bandwidths["n_pairs"]


@pytest.mark.reproduces("Kd_cross")
def test_k_density_of_two_kinds(reference, trees):
    check, (where, _, kinds) = reference["Kd_cross"], trees
    found = density_curve(
        where, kinds["Q"], neighbours=kinds["V"], distances=check["input"]["r"], bandwidth="near pairs"
    )
    np.testing.assert_allclose(found.values, check["expected"], rtol=check["tolerance"])


@pytest.mark.reproduces("M_band_vamericana")
def test_the_band_of_m(reference, trees):
    """dbmss shares 5 % between both envelopes; its draws leave weights where they are."""
    check, (where, weight, kinds) = reference["M_band_vamericana"], trees
    expected, radii = check["expected"], np.array(check["input"]["r"])
    found = marcon_puech_m(
        where, kinds["V"], weights=weight, distances=radii, null="labels", draws=999, level=0.025
    )
    np.testing.assert_allclose(found.values, expected["obs"], rtol=1e-9)
    above = np.array(expected["obs"]) > np.array(expected["hi"])
    assert radii[above].min() == 15 == radii[found.excess > 0].min()
    np.testing.assert_array_equal(found.excess > 0, above)
    far = radii >= 10  # nearer, the extremes of a thousand draws are a few trees
    np.testing.assert_allclose(found.high[far], np.array(expected["hi"])[far], rtol=0.15)
    np.testing.assert_allclose(found.low[far], np.array(expected["lo"])[far], rtol=0.15)
    assert found.localized


@pytest.mark.reproduces("Kd_band_qrosea")
def test_the_band_of_k_density(reference, trees):
    """dbmss shares 5 % between both envelopes. Its curve all but touches the upper one at 15 to 25 m."""
    check, (where, _, kinds) = reference["Kd_band_qrosea"], trees
    expected, asked = check["expected"], np.array(check["input"]["r"])
    found = k_density(where, kinds["Q"], distances=asked, bandwidth="near pairs", draws=999, level=0.025)
    np.testing.assert_allclose(found.values, expected["obs"], rtol=0.005)
    np.testing.assert_allclose(found.high, expected["hi"], rtol=0.1)
    np.testing.assert_allclose(found.low[asked >= 10], np.array(expected["lo"])[asked >= 10], rtol=0.2)
    reached = np.array(expected["obs"]) / np.array(expected["hi"])
    np.testing.assert_allclose(found.values / found.high, reached, rtol=0.1)
    assert asked[(found.values / found.high).argmax()] == asked[reached.argmax()]
    assert found.deficit.max() == 0


@pytest.mark.reproduces("ripley_cells", "ripley_redwood", "ripley_japanesepines")
@pytest.mark.parametrize("name", ["cells", "redwood", "japanesepines"])
def test_ripley_and_clark_evans(reference, points_of, name):
    check = reference[f"ripley_{name}"]
    points = np.array([[float(row["x"]), float(row["y"])] for row in points_of(check)])
    window = UNIT if points.min() >= 0 else ((0.0, 1.0), (-1.0, 0.0))  # redwood hangs below the axis
    expected, tolerance = check["expected"], check["tolerance"]
    radii = np.array(expected["K"]["r"])
    known = (("un", "none"), ("iso", "isotropic"), ("trans", "translation"), ("border", "border"))
    for theirs, ours in known:
        # Coordinates of two or three digits: pairs stand at exactly these radii, and on which side of the rim
        # they count there hangs on the last bits. So the value lies between those a hair to either side.
        sides = [ripley(points, window, radii * (1 + hair), ours).k for hair in (-1e-9, 1e-9)]
        assert (np.min(sides, axis=0) - tolerance <= expected["K"][theirs]).all(), theirs
        assert (expected["K"][theirs] <= np.max(sides, axis=0) + tolerance).all(), theirs
    plain, donnelly = expected["clark_evans"]
    assert clark_evans(points, window) == pytest.approx(plain, abs=tolerance)
    assert clark_evans(points, window, "donnelly") == pytest.approx(donnelly, abs=tolerance)


def naive_raster(points, cell, distances, bandwidth):
    """Sites counted by cell, pairs by the difference of their cells, in rings as wide as a cell."""
    from scipy import fft

    index = np.floor(points / cell).astype(int)
    counts = np.zeros(index.max(axis=0) + 1)
    np.add.at(counts, tuple(index.T), 1)
    shape = [fft.next_fast_len(2 * side) for side in counts.shape]
    pairs = fft.irfft2(np.abs(fft.rfft2(counts, shape)) ** 2, shape)
    pairs[0, 0] -= len(points)
    lag = [np.minimum(np.arange(side), side - np.arange(side)) for side in shape]
    ring = np.hypot(lag[0][:, None], lag[1]).astype(int)
    rings = np.bincount(ring.ravel(), pairs.ravel())
    middle = (np.arange(rings.size) + 0.5) * cell
    bells = sum(np.exp(-(((distances[:, None] + sign * middle) / bandwidth) ** 2) / 2) for sign in (1, -1))
    return bells @ rings / (len(points) * (len(points) - 1.0)) / bandwidth / np.sqrt(2 * np.pi)


@pytest.mark.reproduces("fft_pair_histogram")
@pytest.mark.parametrize("count", [10_000, 30_000])
def test_the_error_of_a_raster_and_of_waves(reference, count):
    """A plain raster errs by what was measured, at distance 0; the grid engine does not."""
    check = reference["fft_pair_histogram"]
    points = stream(1, 0).random((count, 2)) * [280, 240]
    asked = {"distances": np.arange(0.0, 181.0), "bandwidth": 3.0}
    exact = density_curve(points, np.ones(count, bool), engine="exact", **asked).values
    for cell in (1.0, 0.5, 0.25):
        gap = np.abs(naive_raster(points, cell, asked["distances"], 3.0) / exact - 1)
        measured = check["expected"][f"{count}_{cell}"]["err"]
        assert gap.argmax() == 0
        assert gap[0] == pytest.approx(measured, rel=0.2)  # of other random points
        assert np.median(gap) < 1e-3
    waves = density_curve(points, np.ones(count, bool), engine="grid", **asked)
    off = np.abs(waves.values - exact)
    assert (off / exact).max() < measured / 100
    assert off.max() < waves.error * exact.max()
    assert waves.error < 0.01


@pytest.mark.reproduces("global_band_coverage")
def test_how_often_chance_leaves_a_band(reference):
    """600 sites, 40 plants, 26 distances: 2,000 draws make the band, 2,000 others are judged."""
    check = reference["global_band_coverage"]
    points = stream(2, 0).random((600, 2)) * 100
    drawn = k_density_draws(points, 40, np.linspace(0, 50, 26), 4000)
    band_draws, judged = drawn[:2000], drawn[2000:]
    band = global_band(band_draws, level=0.05)
    upper = np.mean([exits(curve, band).localized for curve in judged])
    lower = (judged < band.low).any(axis=1).mean()
    # Two standard errors of 2,000 judged and of 2,000 draws of the band, beside the tolerance.
    margin = check["tolerance"]["global_"] + 2 * np.sqrt(2 * 0.05 * 0.95 / 2000)
    assert upper == pytest.approx(check["expected"]["global_upper"], abs=margin)
    assert lower == pytest.approx(check["expected"]["global_lower"], abs=margin)
    ends = np.quantile(band_draws, [0.05, 0.95], axis=0)
    local = (judged > ends[1]).any(axis=1).mean()
    assert local > 4 * 0.05
    near = 50 + stream(3, 0).normal(size=(40, 2)) * 5
    clustered = density_curve(
        np.concatenate([near, points]), np.arange(640) < 40, distances=np.linspace(0, 50, 26), bandwidth=5.0
    )
    assert float(exits(clustered.values, band).localized) == check["expected"]["power"]


def k_density_draws(points, members, distances, draws):
    """Curves of random activities, each by a call of its own."""
    curves = []
    for draw in range(draws):
        member = np.zeros(len(points), bool)
        member[stream(9, draw).choice(len(points), members, replace=False)] = True
        curves.append(density_curve(points, member, distances=distances, bandwidth=5.0).values)
    return np.array(curves)
