import numpy as np
import pytest

from traitdunion.errors import InputError
from traitdunion.methods.permutation import drawn, monte_carlo_p, stream


def test_a_draw_is_the_same_whatever_was_drawn_before_it():
    whole = drawn(lambda dice: dice.normal(size=3), draws=10, seed=7)
    parts = [drawn(lambda dice: dice.normal(size=3), draws=n, seed=7, first=f) for n, f in ((4, 0), (6, 4))]
    np.testing.assert_array_equal(whole, np.concatenate(parts))
    assert len(np.unique(whole)) == whole.size
    assert not np.array_equal(whole, drawn(lambda dice: dice.normal(size=3), draws=10, seed=8))


def test_p_values_under_the_null_are_uniform():
    dice = stream(3, 0)
    p = monte_carlo_p(dice.normal(size=4000), dice.normal(size=(199, 4000)))
    for level in (0.05, 0.25, 0.5, 0.9):
        assert abs((p <= level).mean() - level) < 4 * np.sqrt(level * (1 - level) / 4000)


def test_p_values_count_equals_and_never_reach_zero():
    assert monte_carlo_p(5.0, [1.0, 2.0, 3.0]).item() == 0.25
    assert monte_carlo_p(1.0, [1.0, 1.0, 1.0], tail="lower").item() == 1.0
    assert monte_carlo_p(2.0, [1.0, 2.0, 3.0], tail="both").item() == 1.0
    assert np.isnan(monte_carlo_p([np.nan], [[1.0], [2.0]])).all()


def test_refusals():
    with pytest.raises(InputError, match="draws"):
        drawn(lambda dice: dice.normal(), draws=0, seed=1)
    with pytest.raises(InputError, match="seed"):
        stream(-1, 0)
