from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.regions.concentration import gini, hoover, litzenberger_sternberg, locational_gini

MEASURES = (hoover, locational_gini)


def tables(width, height=(1, 6)):
    row = st.lists(st.integers(0, 9), min_size=width, max_size=width)
    return st.lists(row, min_size=height[0], max_size=height[1]).map(np.array)


def curve_area(industry, base):
    """Area between the diagonal and the localization curve, by trapezes of exact fractions."""
    everything, total = int(base.sum()), int(industry.sum())
    sizes = [(int(b), int(n)) for b, n in zip(base, industry, strict=True) if b]
    points = [(Fraction(b, everything), Fraction(n, total)) for b, n in sizes]
    points.sort(key=lambda point: point[1] / point[0])
    x = y = area = Fraction(0)
    for wide, high in points:
        area += wide * (y + high / 2)
        x, y = x + wide, y + high
    return Fraction(1, 2) - area


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_gini_is_half_the_mean_difference_over_the_mean(values):
    found = gini(values).item()
    if not any(values):
        assert np.isnan(found)
        return
    n = len(values)
    expected = sum(abs(a - b) for a in values for b in values) / (2 * n * sum(values))
    assert found == pytest.approx(expected, abs=1e-12)
    assert gini([one * 3 for one in values]).item() == pytest.approx(expected, abs=1e-12)


def test_gini_takes_columns_and_reaches_its_ends():
    columns = np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1.0, 4.0, 0.0]])
    np.testing.assert_allclose(gini(columns), [0.0, 2 / 3, np.nan], atol=1e-15)
    for column, together in zip(columns.T, gini(columns), strict=True):
        np.testing.assert_array_equal(gini(column), together)


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ([], "group-empty"),
        (3.0, "group-empty"),
        ([1.0, np.nan], "values-not-numbers"),
        ([1.0, -1.0], "values-negative"),
    ],
)
def test_gini_refuses(values, key):
    with pytest.raises(InputError) as refused:
        gini(values)
    assert refused.value.key == key


@given(tables(3))
def test_concentration_is_as_defined(counts):
    base = counts.sum(axis=1)
    moved, area, double = hoover(counts), locational_gini(counts), locational_gini(counts, normalized=True)
    for i, industry in enumerate(counts.T):
        if not industry.any():
            assert np.isnan([moved[i], area[i], double[i]]).all()
            continue
        share, whole = industry / industry.sum(), base / base.sum()
        assert moved[i] == pytest.approx(np.maximum(share - whole, 0).sum(), abs=1e-12)
        assert area[i] == pytest.approx(float(curve_area(industry, base)), abs=1e-12)
        assert double[i] == pytest.approx(2 * area[i], abs=1e-12)


@given(tables(2, (2, 6)), st.data())
def test_it_does_not_matter_which_region_comes_first_or_how_many_jobs_there_are(counts, data):
    order = data.draw(st.permutations(range(len(counts))))
    for measure in MEASURES:
        np.testing.assert_allclose(measure(counts[order]), measure(counts), atol=1e-12)
        np.testing.assert_allclose(measure(counts * 3), measure(counts), atol=1e-12)


@given(tables(2, (2, 6)))
def test_a_region_cut_into_parts_alike_changes_no_curve(counts):
    cut = np.vstack([counts[:1], counts[:1], 2 * counts[1:]])
    for measure in MEASURES:
        np.testing.assert_allclose(measure(cut), measure(counts), atol=1e-12)


def test_one_region_and_all_in_one_region():
    for measure in MEASURES:
        assert measure([[3, 2]]).tolist() == [0.0, 0.0]
    many = np.zeros((100, 1))
    many[0] = 5
    assert hoover(many, reference=np.ones(100)).item() == pytest.approx(0.99)
    assert locational_gini(many, reference=np.ones(100)).item() == pytest.approx(0.495)
    assert locational_gini(many, reference=np.ones(100), normalized=True).item() == pytest.approx(0.99)


def test_jobs_where_the_reference_has_none_lie_at_the_end_of_the_curve():
    assert hoover([[1], [1]], reference=[0, 1]).item() == 0.5
    assert locational_gini([[1], [1]], reference=[0, 1]).item() == 0.25
    for measure in MEASURES:
        assert np.isnan(measure([[1], [1]], reference=[0, 0])).all()


@given(tables(2))
def test_a_sparse_table_is_a_table(counts):
    for measure in MEASURES:
        np.testing.assert_array_equal(measure(sparse.csr_array(counts)), measure(counts))


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(
    ("counts", "reference", "key"),
    [
        (np.zeros((0, 2)), None, "group-empty"),
        (np.zeros((2, 0)), None, "group-empty"),
        ([1, 2], None, "table-dimensions"),
        ([[1, np.nan]], None, "values-not-numbers"),
        ([[1, -1]], None, "values-negative"),
        ([[1, 1]], [1, 2], "lengths-differ"),
        ([[1, 1]], [-1], "values-negative"),
        ([[1, 1]], [np.inf], "values-not-numbers"),
    ],
)
def test_what_is_no_table_is_refused(measure, counts, reference, key):
    with pytest.raises(InputError) as refused:
        measure(counts, reference=reference)
    assert refused.value.key == key


@given(tables(2, (2, 4)), tables(2, (2, 4)), st.data())
def test_cluster_index_is_the_product_of_three_ratios(jobs, firms, data):
    regions = min(len(jobs), len(firms))
    jobs, firms = jobs[:regions] + 1, firms[:regions] + 1
    sizes = st.lists(st.integers(1, 9), min_size=regions, max_size=regions)
    area, people = np.array(data.draw(sizes)), np.array(data.draw(sizes))
    found = litzenberger_sternberg(jobs, firms, area=area, population=people)
    for r in range(regions):
        for i in range(2):
            weight = jobs[r, i] / jobs[:, i].sum()
            dense = weight / (area[r] / area.sum())
            among = weight / (people[r] / people.sum())
            small = (firms[r, i] / firms[:, i].sum()) / weight
            assert found[r, i] == pytest.approx(dense * among * small, rel=1e-12)


def test_cluster_index_where_something_is_missing():
    found = litzenberger_sternberg([[1, 0], [0, 0]], [[1, 0], [0, 0]], area=[0, 1], population=[1, 1])
    np.testing.assert_array_equal(found, [[np.inf, np.nan], [0.0, np.nan]])
    for given_firms, area, key in (
        ([[1], [1]], [1], "lengths-differ"),
        ([[1]], [1, 1], "lengths-differ"),
        ([[1], [1]], [1, -1], "values-negative"),
    ):
        with pytest.raises(InputError) as refused:
            litzenberger_sternberg([[1], [1]], given_firms, area=area, population=[1, 1])
        assert refused.value.key == key
