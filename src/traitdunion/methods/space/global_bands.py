"""Whether a curve leaves what chance does: bands that hold over all distances at once.

A band drawn distance by distance at 5 % is left somewhere by a third of curves that are pure chance. A global
band is left anywhere by 5 % of them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]
# Curves that are equal on paper differ in the last bits by the order of their sums.
SAME = 1e-9


class GlobalBand(NamedTuple):
    """What curves of chance do.

    Attributes
    ----------
    low, high : ndarray, shape (distances,)
        NaN where too few draws have a value.
    center : ndarray, shape (distances,)
        Mean of the draws.
    local_low, local_high : float
        Share of draws beyond each envelope at one distance: what "5 % anywhere" comes to "there".
    """

    low: Floats
    high: Floats
    center: Floats
    local_low: float
    local_high: float


class Exits(NamedTuple):
    """How a curve leaves a band.

    Attributes
    ----------
    above, below : ndarray, shape (distances,)
        By how much it lies above, and below; 0 within.
    localized : bool
        Above somewhere.
    dispersed : bool
        Below somewhere, and above nowhere.
    """

    above: Floats
    below: Floats
    localized: bool
    dispersed: bool


def global_band(simulated: npt.ArrayLike, *, level: float = 0.05) -> GlobalBand:
    """Draw the two envelopes that a curve of chance leaves anywhere with a given probability each.

    Parameters
    ----------
    simulated : array_like, shape (draws, distances)
        Curves under the null model; NaN where a curve has no value, which then leaves nothing.
    level : float
        Probability of leaving the upper envelope, and of leaving the lower one.

    Raises
    ------
    InputError
        `level-range`, `group-empty`, `draws-too-few` for less than 19 draws at 5 %.

    Notes
    -----
    Duranton & Overman (2005), Testing for localization using micro-geographic data, Review of Economic
    Studies 72(4), section 3: at every distance the same local percentile, chosen so that the share `level` of
    the draws hits the envelope anywhere. To hit is to reach it: a further curve then rises above it with that
    probability. Between two ranks the envelope is interpolated; equal values never count as leaving.

    Rough curves over many distances would leave even the highest of the draws too often. It is then stretched
    away from the mean, by the factor that keeps all but the share `level` of the draws below what is highest
    of the other draws, stretched.

    Examples
    --------
    >>> band = global_band([[1.0, 2.0], [2.0, 3.0], [3.0, 4.0], [4.0, 5.0]], level=0.2)
    >>> band.high.tolist(), band.low.tolist(), band.center.tolist()
    ([4.0, 5.0], [1.0, 2.0], [2.5, 3.5])
    """
    curves = np.asarray(simulated, dtype=float)
    if not 0.0 < level < 1.0:
        raise InputError("level-range", level=level)
    if curves.ndim != 2 or curves.size == 0:
        raise InputError("group-empty", name="simulated")
    if level * (len(curves) + 1) + SAME < 1.0:
        raise InputError("draws-too-few", draws=len(curves), least=int(np.ceil(1.0 / level - SAME)) - 1)
    known = np.isfinite(curves)
    center = np.where(known, curves, 0.0).sum(axis=0) / np.where(known.any(axis=0), known.sum(axis=0), np.nan)
    high, local_high = _upper(curves, center, level)
    low, local_low = _upper(-curves, -center, level)
    return GlobalBand(-low, high, center, local_low, local_high)


def exits(observed: npt.ArrayLike, band: GlobalBand) -> Exits:
    """Say where a curve leaves a band.

    Examples
    --------
    >>> band = GlobalBand(np.zeros(2), np.ones(2), np.full(2, 0.5), 0.01, 0.01)
    >>> exits([1.5, -1.0], band)
    Exits(above=array([0.5, 0. ]), below=array([0., 1.]), localized=True, dispersed=False)
    """
    curve = np.asarray(observed, dtype=float)
    slack = SAME * _scale(curve, band.low, band.high)
    above, below = (_beyond(gap, slack) for gap in (curve - band.high, band.low - curve))
    localized = bool(above.any())
    return Exits(above, below, localized, bool(below.any()) and not localized)


def global_p(observed: npt.ArrayLike, simulated: npt.ArrayLike) -> float:
    """P-value of a whole curve: the rank of its largest deviation in standard deviations, either way.

    Parameters
    ----------
    observed : array_like, shape (distances,)
    simulated : array_like, shape (draws, distances)

    Returns
    -------
    float
        Exact under the null for any number of draws: mean and deviation are taken over the draws and the
        observed curve together. NaN if the observed curve has no value.

    Notes
    -----
    Studentized maximum absolute deviation: Myllymäki, Mrkvička, Grabarnik, Seijo & Hahn (2017), Global
    envelope tests for spatial processes, Journal of the Royal Statistical Society B 79(2).

    Examples
    --------
    >>> global_p([9.0, 9.0], [[1.0, 2.0], [2.0, 1.0], [1.5, 1.5]])
    0.25
    """
    curves = np.vstack([np.asarray(observed, dtype=float)[None, :], np.asarray(simulated, dtype=float)])
    seen = np.isfinite(curves)
    if not seen[0].any():
        return float("nan")
    count = np.maximum(seen.sum(axis=0), 1)
    mean = np.where(seen, curves, 0.0).sum(axis=0) / count
    gap = np.where(seen, np.abs(curves - mean), 0.0)
    spread = np.sqrt((gap**2).sum(axis=0) / count)
    varied = spread > SAME * _scale(curves)
    largest = np.max(np.where(varied, gap, 0.0) / np.where(varied, spread, 1.0), axis=1)
    return float((largest >= largest[0] * (1.0 - SAME)).mean())


def _upper(curves: Floats, center: Floats, level: float) -> tuple[Floats, float]:
    """Give the envelope that a further curve rises above anywhere with that probability.

    A curve rises above the k-th highest value of the others where it ranks among the first k of all, itself
    and its equals counted; as many draws as do so by their best rank tell how probable that is.
    """
    known = np.where(np.isnan(curves), -np.inf, curves)
    draws, aimed = len(curves), level * (len(curves) + 1)
    best = np.min([_ranks(values) for values in _rounded(known).T], axis=0)
    hits = np.cumsum(np.bincount(best, minlength=draws + 1))[1:]
    descending = -np.sort(-known, axis=0)
    if hits[0] > aimed + SAME:
        return _stretched(known, center, descending, aimed), 1.0 / (draws + 1)
    rank = int(np.searchsorted(hits, aimed + SAME, side="right"))
    part = max(aimed - hits[rank - 1], 0.0) / (hits[rank] - hits[rank - 1]) if rank < draws else 0.0
    first, second = descending[rank - 1], descending[min(rank, draws - 1)]
    between = np.isfinite(first) & np.isfinite(second)
    step = np.subtract(first, second, out=np.zeros_like(first), where=between)
    return _numbers(first - part * step), float(rank + part) / (draws + 1)


def _stretched(known: Floats, center: Floats, descending: Floats, aimed: float) -> Floats:
    """Stretch the highest of the draws away from their mean, as far as each draw would need for the others.

    Where one draw alone is above the mean there is nothing to stretch, and no envelope.
    """
    slack = SAME * _scale(known)
    others = np.where(known >= descending[0] - slack, descending[1], descending[0])
    room = others - center
    blind = ((known - center > slack) & ~(room > slack)).any(axis=0)
    need = np.divide(known - center, room, out=np.zeros_like(room), where=(room > slack) & ~blind)
    farthest = -np.sort(-need.max(axis=1))
    stretch = max(float(farthest[int(aimed + SAME) - 1]), 1.0)
    return np.where(blind, np.nan, _numbers(center + stretch * (descending[0] - center)))


def _numbers(envelope: Floats) -> Floats:
    return np.where(np.isfinite(envelope), envelope, np.nan)


def _ranks(values: Floats) -> npt.NDArray[np.int64]:
    """How many are as high, itself counted."""
    return values.size - np.searchsorted(np.sort(values), values)


def _rounded(curves: Floats) -> Floats:
    scale = _scale(curves)
    return np.round(curves / (SAME * scale)) if scale > 0 else curves


def _beyond(gap: Floats, slack: float) -> Floats:
    return np.where(np.nan_to_num(gap, nan=0.0) > slack, gap, 0.0)


def _scale(*curves: Floats) -> float:
    together = np.concatenate([np.abs(values).ravel() for values in curves])
    finite = together[np.isfinite(together)]
    return float(finite.max()) if finite.size else 0.0
