import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.global_bands import GlobalBand, exits, global_band, global_p

WALKS = {
    "walks": lambda dice, shape: dice.normal(size=shape).cumsum(axis=1),
    "noise": lambda dice, shape: dice.normal(size=shape),
    "skewed noise": lambda dice, shape: dice.exponential(size=shape),
    "steps": lambda dice, shape: dice.poisson(3.0, shape).cumsum(axis=1).astype(float),
}


@pytest.mark.parametrize("kind", WALKS)
@pytest.mark.parametrize(("draws", "distances"), [(999, 40), (199, 101), (99, 20)])
def test_further_curves_leave_each_envelope_as_often_as_asked(kind, draws, distances):
    """Smooth and rough curves, with draws that resolve the level and with draws that do not."""
    left = []
    for trial in range(60):
        dice = stream(11, trial)
        band = global_band(WALKS[kind](dice, (draws, distances)), level=0.05)
        further = WALKS[kind](dice, (400, distances))
        left.append([(further > band.high).any(axis=1).mean(), (further < band.low).any(axis=1).mean()])
    mean, error = np.mean(left, axis=0), np.std(left, axis=0) / np.sqrt(len(left))
    assert (mean < 0.05 + 4 * error).all(), mean
    # Equal values never count as leaving, and few draws err on the safe side.
    least = 0.03 if kind == "steps" or draws < 199 else 0.05
    assert (mean > least - 4 * error).all(), mean


def test_a_band_of_each_distance_is_left_far_more_often():
    curves = WALKS["noise"](stream(1, 0), (999, 40))
    pointwise = np.quantile(curves, 0.95, axis=0)
    assert (curves > pointwise).any(axis=1).mean() > 0.5
    band = global_band(curves, level=0.05)
    assert (band.high > pointwise).all()
    assert band.local_high < 0.005


def test_at_one_distance_it_is_the_rank():
    curves = stream(2, 0).permutation(99).astype(float)[:, None]
    band = global_band(curves, level=0.05)
    assert band.high == [94.0]
    assert band.low == [4.0]
    assert band.local_high == band.local_low == pytest.approx(0.05)


def test_upper_and_lower_mirror_each_other():
    curves = WALKS["skewed noise"](stream(3, 0), (399, 15))
    band, mirrored = global_band(curves), global_band(-curves)
    np.testing.assert_array_equal(band.high, -mirrored.low)
    np.testing.assert_array_equal(band.low, -mirrored.high)


def test_the_unit_and_the_order_of_draws_do_not_matter():
    curves = WALKS["walks"](stream(4, 0), (299, 12))
    band = global_band(curves)
    for other in (global_band(curves[::-1]), global_band(curves * 1e-9)):
        np.testing.assert_allclose(other.high / np.abs(other.high).max(), band.high / np.abs(band.high).max())
        assert other.local_high == pytest.approx(band.local_high)


def test_equal_curves_leave_nothing_whatever_their_last_bits():
    dice = stream(5, 0)
    curve = dice.random(30) + 1.0
    curves = curve * (1.0 + 1e-15 * dice.normal(size=(199, 30)))
    band = global_band(curves)
    found = exits(curve * (1.0 + 2e-15), band)
    assert not found.localized
    assert not found.dispersed
    assert global_p(curve * (1.0 + 5e-15), curves) == 1.0


def test_missing_values_leave_nothing():
    curves = WALKS["walks"](stream(6, 0), (199, 5))
    curves[:, 0] = np.nan
    curves[::2, 1] = np.nan
    band = global_band(curves)
    assert np.isnan([band.low[0], band.high[0], band.center[0]]).all()
    assert np.isfinite([band.low[1:], band.high[1:]]).all()
    found = exits(np.full(5, np.nan), band)
    assert not found.localized
    assert found.above.tolist() == found.below.tolist() == [0.0] * 5
    assert np.isnan(global_p(np.full(5, np.nan), curves))
    assert global_p(curves[1], curves) > 0


def test_one_draw_alone_above_the_rest_gives_no_envelope():
    curves = np.column_stack([np.zeros(39), WALKS["noise"](stream(7, 0), (39, 20))])
    curves[5, 0] = 1.0
    band = global_band(curves)
    assert np.isnan(band.high[0])
    assert np.isfinite(band.high[1:]).all()
    assert exits(np.r_[9.0, band.center[1:]], band).localized is False


def test_p_of_a_curve_is_uniform_under_the_null_and_small_off_it():
    p = []
    for trial in range(300):
        curves = WALKS["skewed noise"](stream(8, trial), (40, 10))
        p.append(global_p(curves[0], curves[1:]))
    for level in (0.1, 0.3, 0.6):
        assert abs(np.mean(np.array(p) <= level) - level) < 4 * np.sqrt(level * (1 - level) / 300)
    curves = WALKS["noise"](stream(9, 0), (199, 10))
    assert global_p(np.r_[np.zeros(9), 9.0], curves) == pytest.approx(1 / 200)
    assert global_p(np.r_[np.zeros(9), -9.0], curves) == pytest.approx(1 / 200)


@given(arrays.arrays(float, (25, 4), elements=st.floats(-3, 3).map(lambda x: round(x, 1)) | st.just(np.nan)))
def test_any_curves_have_an_answer(curves):
    band = global_band(curves, level=0.1)
    assert isinstance(band, GlobalBand)
    seen = np.isfinite(band.low) & np.isfinite(band.high)
    assert (band.low[seen] <= band.high[seen] + 1e-12).all()
    found = exits(curves[0], band)
    assert not (found.localized and found.dispersed)
    assert np.isnan(p := global_p(curves[0], curves[1:])) or 1 / 25 <= p <= 1


@pytest.mark.parametrize(
    ("curves", "level", "key"),
    [
        (np.zeros((18, 3)), 0.05, "draws-too-few"),
        (np.zeros((19, 3)), 0.0, "level-range"),
        (np.zeros((19, 3)), 1.0, "level-range"),
        (np.zeros((0, 3)), 0.05, "group-empty"),
        (np.zeros((3, 0)), 0.05, "group-empty"),
        (np.zeros(3), 0.05, "group-empty"),
    ],
)
def test_refusals(curves, level, key):
    with pytest.raises(InputError) as refused:
        global_band(curves, level=level)
    assert refused.value.key == key
    assert global_band(np.zeros((19, 3))).high.tolist() == [0.0] * 3
