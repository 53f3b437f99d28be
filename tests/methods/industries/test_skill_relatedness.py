import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from traitdunion.errors import InputError
from traitdunion.methods.industries.skill_relatedness import skill_relatedness
from traitdunion.methods.permutation import stream

ROW = st.lists(st.integers(0, 9), min_size=4, max_size=4)
MOVES = st.lists(ROW, min_size=4, max_size=4).map(np.array)


@given(MOVES)
def test_ratios_are_as_defined(moves):
    found = skill_relatedness(moves)
    flow = moves - np.diag(np.diag(moves))
    total = flow.sum()
    for i in range(4):
        for j in range(4):
            left, joined = flow[i].sum(), flow[:, j].sum()
            if i == j or left == 0 or joined == 0:
                assert np.isnan([found.ratio[i, j], found.p_upper[i, j]]).all()
                continue
            assert found.expected[i, j] == pytest.approx(left * joined / total)
            assert found.ratio[i, j] == pytest.approx(flow[i, j] * total / (left * joined))
            chance = sum(
                stats.hypergeom.pmf(k, total, left, joined) for k in range(flow[i, j], min(left, joined) + 1)
            )
            assert found.p_upper[i, j] == pytest.approx(chance, abs=1e-9)
            back = found.ratio[j, i]
            if np.isfinite(back):
                both = [(one - 1) / (one + 1) for one in (found.ratio[i, j], back)]
                assert found.symmetric[i, j] == pytest.approx(np.mean(both))
    np.testing.assert_array_equal(found.symmetric, found.symmetric.T)


def test_moves_at_random_are_unrelated_and_p_values_uniform():
    """Among 120 industries alike, staying is 1 move in 120: the ratio is 1 but for that, and p as it says.

    The 14,280 p-values are of counts: each level stands where the chance of so many moves is just below it.
    """
    count = 120
    moves = stream(1, 0).multinomial(500_000, np.full(count * count, count**-2)).reshape(count, count)
    found = skill_relatedness(moves)
    apart = ~np.eye(count, dtype=bool)
    assert found.ratio[apart].mean() == pytest.approx(count / (count - 1), abs=0.005)
    assert found.symmetric[apart].mean() == pytest.approx(0, abs=0.01)
    for level in (0.1, 0.5, 0.9):
        assert (found.p_upper[apart] <= level).mean() == pytest.approx(level, abs=0.05)


@given(MOVES)
def test_moves_within_duplicates_and_scale(moves):
    found = skill_relatedness(moves)
    stayed = skill_relatedness(moves + np.diag([5, 6, 7, 8]))
    row, column = moves.nonzero()
    twice = (np.tile(moves[row, column] / 2, 2), (np.tile(row, 2), np.tile(column, 2)))
    summed = skill_relatedness(sparse.coo_array(twice, moves.shape))
    for other in (stayed, summed):
        np.testing.assert_array_equal(other.ratio, found.ratio)
        np.testing.assert_array_equal(other.p_upper, found.p_upper)
    np.testing.assert_allclose(skill_relatedness(moves * 3).ratio, found.ratio)


def test_weighted_moves_have_a_ratio_and_no_p():
    found = skill_relatedness([[0, 1.5, 1], [2, 0, 1], [1, 1, 0]])
    assert np.isfinite(found.ratio[0, 1])
    assert np.isnan(found.p_upper).all()


@pytest.mark.parametrize("moves", [np.zeros((3, 3)), np.diag([4, 5]), [[3]], np.zeros((0, 0))])
def test_where_nobody_moves_nothing_is_known(moves):
    found = skill_relatedness(moves)
    for one in (found.ratio, found.symmetric, found.p_upper):
        assert one.shape == np.shape(moves)
        assert np.isnan(one).all()


@pytest.mark.parametrize(
    ("moves", "key"),
    [
        (np.ones((2, 3)), "matrix-not-square"),
        ([[0, np.nan], [1, 0]], "values-not-numbers"),
        ([[0, -1], [1, 0]], "values-negative"),
    ],
)
def test_what_cannot_be_is_refused(moves, key):
    with pytest.raises(InputError) as refused:
        skill_relatedness(moves)
    assert refused.value.key == key
