import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.regions.specialization import location_quotient
from traitdunion.methods.regions.strength import PRESETS, Preset, Rule, strength

ROW = st.lists(st.integers(0, 9), min_size=3, max_size=3)
JOBS = st.lists(ROW, min_size=1, max_size=8).map(np.array)


def own(*rules):
    return Preset(rules, published=False, source="a test")


def best(values, share):
    """Values from the largest on, as many as the share says, at least one, and all that equal the last."""
    known = sorted((one for one in values if not math.isnan(one)), reverse=True)
    kept = max(math.ceil(round(share * len(known), 6)), 1)
    return set(known[:kept])


@given(JOBS)
def test_the_measures_are_as_defined(jobs):
    found = strength(jobs)
    np.testing.assert_array_equal(found.size, jobs)
    total = jobs.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(found.focus, jobs / np.where(total > 0, total, np.nan))
    np.testing.assert_allclose(found.specialization, location_quotient(jobs).raw, rtol=1e-12)
    np.testing.assert_array_equal(found.stars, found.met.sum(axis=0))


@given(JOBS, st.sampled_from([0.0, 0.1, 0.2, 0.5, 1.0]))
def test_the_top_is_counted_among_cells_with_jobs(jobs, top):
    rules = [Rule("size", top=top), Rule("size", top=top, among="table")]
    found = strength(jobs, own(*rules))
    there = np.where(jobs > 0, jobs, np.nan)
    for i, column in enumerate(there.T):
        let_in = best(column, top)
        assert found.met[0, :, i].tolist() == [one in let_in for one in column]
    let_in = best(there.ravel(), top)
    assert found.met[1].ravel().tolist() == [one in let_in for one in there.ravel()]


def test_one_of_ten_regions_is_the_top_tenth():
    for regions, kept in ((10, 1), (11, 2), (20, 2), (30, 3), (1, 1)):
        found = strength(np.arange(1, regions + 1)[:, None], own(Rule("size", top=0.1)))
        assert found.stars.sum() == kept
        assert found.stars[-1].item() == 1


def test_thresholds_hold_at_their_value():
    jobs = [[30, 10], [20, 60]]
    quotient = location_quotient(jobs).raw
    for limit, stars in ((quotient[0, 0], 1), (np.nextafter(quotient[0, 0], 9), 0)):
        found = strength(jobs, own(Rule("specialization", at_least=limit)), specialization=quotient)
        assert found.stars[0, 0] == stars


def test_where_two_conditions_are_given_both_must_hold():
    jobs = [[9], [8], [1]]
    found = strength(jobs, own(Rule("size", at_least=8.5, top=0.7)))
    assert found.stars[:, 0].tolist() == [1, 0, 0]
    assert strength(jobs, own(Rule("size"))).stars[:, 0].tolist() == [1, 1, 1]


def test_productivity_counts_where_given_and_known():
    jobs = np.array([[5, 5], [5, 0], [5, 5]])
    made = np.array([[3.0, -2.0], [np.nan, 9.0], [1.0, -1.0]])
    rules = own(Rule("size", at_least=1), Rule("productivity", top=0.5), Rule("growth", top=0.5))
    without, given_some = strength(jobs, rules), strength(jobs, rules, productivity=made)
    assert [rule.measure for rule in without.rules] == ["size"]
    assert [rule.measure for rule in given_some.rules] == ["size", "productivity"]
    assert given_some.met[1].tolist() == [[True, False], [False, False], [False, True]]
    assert strength(jobs, rules, productivity=made, growth=made).stars.max() == 3


def test_a_small_cell_gets_no_star_by_chance():
    """With the low end of the interval in place of the quotient one plant is no specialization."""
    counts = np.full((20, 8), 40)
    counts[0] = 0
    counts[0, 0] = counts[1, 1] = 1
    counts[2, 2] = 400
    rule = own(Rule("specialization", at_least=2.0))
    careful = strength(counts, rule, specialization=location_quotient(counts).low)
    assert strength(counts, rule).stars[0, 0] == 1
    assert (careful.stars[0, 0], careful.stars[2, 2]) == (0, 1)


@given(JOBS)
def test_no_jobs_no_star(jobs):
    for name in PRESETS:
        found = strength(jobs, name, productivity=np.ones(jobs.shape), growth=np.ones(jobs.shape))
        assert len(found.rules) == len(PRESETS[name].rules)
        assert not found.met[:, jobs == 0].any()
        np.testing.assert_array_equal(strength(sparse.csr_array(jobs), name).size, found.size)


def test_presets_say_what_is_known_of_them():
    assert "observatory-2007" in PRESETS
    for preset in PRESETS.values():
        assert preset.source
        assert preset.published or "memory" in preset.source
    assert PRESETS["observatory-2007"].published


@pytest.mark.parametrize(
    ("jobs", "preset", "options", "key"),
    [
        ([[1, 1]], "observatory-1807", {}, "preset-unknown"),
        ([1, 1], "observatory-2007", {}, "table-dimensions"),
        (np.zeros((0, 1)), "observatory-2007", {}, "group-empty"),
        ([[1, np.nan]], "observatory-2007", {}, "values-not-numbers"),
        ([[1, -1]], "observatory-2007", {}, "values-negative"),
        ([[1, 1]], own(Rule("size", top=1.5)), {}, "level-range"),
        ([[1, 1]], own(Rule("size", top=math.nan)), {}, "level-range"),
        ([[1, 1]], "panorama-2014", {"productivity": [1, 1]}, "lengths-differ"),
        ([[1, 1]], "panorama-2014", {"growth": [[1, np.inf]]}, "values-not-numbers"),
        ([[1, 1]], "panorama-2014", {"specialization": [[1], [1]]}, "lengths-differ"),
    ],
)
def test_what_cannot_be_is_refused(jobs, preset, options, key):
    with pytest.raises(InputError) as refused:
        strength(jobs, preset, **options)
    assert refused.value.key == key
