"""Counts of points around points against an even scatter: Ripley's K and L, and Clark and Evans.

For firms they are wrong: they take it that a site is as likely in any one place as in any other, so that
every town is a cluster. They are kept to check programs and data against the literature; use `k_density` and
`marcon_puech_m`, which compare with other sites.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.space.point_patterns import read_distances, read_sites

Floats = npt.NDArray[np.float64]
Window = tuple[tuple[float, float], tuple[float, float]]
Correction = Literal["none", "isotropic", "translation", "border"]
NearestCorrection = Literal["none", "donnelly"]
# A circle of which next to nothing lies in the window says next to nothing.
MOST = 100.0
# A point on the rim of a circle is inside, whatever the last bits of its coordinates say.
RIM = 1.0 + 1e-12


class Ripley(NamedTuple):
    """Ripley's functions.

    Attributes
    ----------
    distances : ndarray, shape (distances,)
    k : ndarray, shape (distances,)
        Mean number of others within each distance, over their number in a unit of area; NaN where no point is
        far enough from the border.
    l : ndarray, shape (distances,)
        Square root of `k` over pi: the distance itself for an even scatter.
    """

    distances: Floats
    k: Floats
    l: Floats  # noqa: E741  its name in the field


def ripley(
    points: npt.ArrayLike, window: Window, distances: npt.ArrayLike, correction: Correction = "isotropic"
) -> Ripley:
    """Ripley's K and L in a rectangle.

    Parameters
    ----------
    points : array_like, shape (n, 2)
    window : tuple of two pairs
        Smallest and largest x, smallest and largest y.
    distances : array_like, shape (distances,)
        Increasing; the corrections hold to about a quarter of the shorter side.
    correction : {"isotropic", "translation", "border", "none"}
        For what lies outside the window: by the share of the circle inside, by the share of the window that
        stays within when moved, by leaving out points near the border, or not at all.

    Raises
    ------
    InputError
        `group-empty`, `points-shape`, `values-not-numbers`, `values-negative`, `distances-not-increasing`,
        `sites-too-few`, `points-outside-window`, `option-choice`.

    Notes
    -----
    Ripley (1977), Modelling spatial patterns, Journal of the Royal Statistical Society B 39(2); Ohser &
    Stoyan (1981), Biometrical Journal 23(6), for the translation correction.

    Examples
    --------
    >>> ripley([[0.4, 0.5], [0.6, 0.5]], ((0, 1), (0, 1)), [0.1, 0.3], "none").k.tolist()
    [0.0, 1.0]
    """
    where, sides = _read(points, window)
    asked = read_distances(distances)
    _choice(correction, get_args(Correction), "correction")
    first, second, apart = _near_pairs(where, float(asked[-1]))
    area, count = float(sides.prod()), len(where)
    if correction == "border":
        k = _border(where, window, first, apart, asked) * area / count
    else:
        weigh: dict[str, Callable[[], Floats]] = {
            "none": lambda: np.ones(apart.size),
            "isotropic": lambda: 1.0 / np.maximum(_inside(where[first], window, apart), 1.0 / MOST),
            "translation": lambda: (sides / (sides - np.abs(where[first] - where[second]))).prod(axis=1),
        }
        order = np.argsort(apart, kind="stable")
        total = np.concatenate([[0.0], np.cumsum(weigh[correction]()[order])])
        k = total[np.searchsorted(apart[order], asked * RIM, side="right")] * area / (count * (count - 1.0))
    return Ripley(asked, k, np.sqrt(k / np.pi))


def clark_evans(points: npt.ArrayLike, window: Window, correction: NearestCorrection = "none") -> float:
    """Mean distance to the nearest other point over what an even scatter would have: below 1 is clustered.

    Parameters
    ----------
    points, window
        As for `ripley`.
    correction : {"none", "donnelly"}
        Donnelly's allows for points near the border, whose nearest neighbour may be outside.

    Raises
    ------
    InputError
        As `ripley`.

    Notes
    -----
    Clark & Evans (1954), Ecology 35(4); Donnelly (1978), in Hodder, Simulation Studies in Archaeology.

    Examples
    --------
    >>> round(clark_evans([[0.25, 0.5], [0.75, 0.5]], ((0, 1), (0, 1))), 6)
    1.414214
    """
    from scipy.spatial import cKDTree  # noqa: PLC0415  slow to import

    where, sides = _read(points, window)
    _choice(correction, get_args(NearestCorrection), "correction")
    count, area, around = len(where), float(sides.prod()), 2.0 * float(sides.sum())
    expected = 0.5 * np.sqrt(area / count)
    if correction == "donnelly":
        expected += (0.0514 + 0.0412 / np.sqrt(count)) * around / count
    nearest = cKDTree(where).query(where, k=2)[0][:, 1]
    return float(nearest.mean() / expected)


def _read(points: npt.ArrayLike, window: Window) -> tuple[Floats, Floats]:
    where = read_sites(points).points
    if len(where) < 2:
        raise InputError("sites-too-few", name="points", count=len(where), least=2)
    edges = np.asarray(window, dtype=float)
    outside = ~((where >= edges[:, 0]) & (where <= edges[:, 1])).all(axis=1)
    sides = edges[:, 1] - edges[:, 0]
    if outside.any() or not (np.isfinite(sides).all() and (sides > 0).all()):
        raise InputError("points-outside-window", count=int(outside.sum()))
    return where, sides


def _choice(value: str, known: tuple[str, ...], option: str) -> None:
    if value not in known:
        raise InputError("option-choice", option=option, value=value, known=", ".join(known))


def _near_pairs(where: Floats, reach: float) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats]:
    """Pairs within reach in both orders, with their distances."""
    from scipy.spatial import cKDTree  # noqa: PLC0415  slow to import

    pairs = cKDTree(where).query_pairs(reach * RIM, output_type="ndarray").astype(np.int64)
    first, second = np.concatenate([pairs, pairs[:, ::-1]]).T
    return first, second, np.hypot(*(where[first] - where[second]).T)


def _to_sides(where: Floats, window: Window) -> Floats:
    """Distances to the left, right, lower and upper side."""
    (left, right), (lower, upper) = window
    x, y = where.T
    return np.stack([x - left, right - x, y - lower, upper - y], axis=1)


def _inside(center: Floats, window: Window, radius: Floats) -> Floats:
    """Share of the circle around each center that lies in the window."""
    reach = np.where(radius > 0, radius, 1.0)[:, None]
    away = np.minimum(_to_sides(center, window), reach) / reach
    angle = np.where(radius[:, None] > 0, np.arccos(away), 0.0)
    shared = sum(
        np.maximum(angle[:, one] + angle[:, other] - np.pi / 2.0, 0.0)
        for one, other in ((0, 2), (0, 3), (1, 2), (1, 3))
    )
    return np.asarray(1.0 - (2.0 * angle.sum(axis=1) - shared) / (2.0 * np.pi))


def _border(
    where: Floats, window: Window, first: npt.NDArray[np.int64], apart: Floats, asked: Floats
) -> Floats:
    """Mean number of others within each distance, of points at least as far from the border."""
    depth = _to_sides(where, window).min(axis=1) * RIM
    kept = (depth[:, None] >= asked).sum(axis=0)
    found = np.array([((apart <= reach * RIM) & (depth[first] >= reach)).sum() for reach in asked])
    return np.asarray(found / np.where(kept > 0, kept, np.nan), dtype=float)
