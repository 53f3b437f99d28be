"""Places where points stand, and the circles around them: what is counted where, and from near to far."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.space.density_clusters import Metric, coordinates
from traitdunion.methods.space.projection import equal_area
from traitdunion.methods.space.proximity import distance_matrix_km

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
# Distances that differ by less, relatively, are one: a circle takes in both places or neither.
TIE = 1e-9
# What rounding may add to a share that is just the largest allowed.
SLACK = 1e-12


class Places(NamedTuple):
    """Distinct places, in the order of their coordinates.

    Attributes
    ----------
    points : ndarray, shape (places, 2)
    of : ndarray of int, shape (points,)
        Place of each point.
    distances : ndarray, shape (places, places)
        In the unit of the plane, in kilometres on the sphere.
    """

    points: Floats
    of: Integers
    distances: Floats


class Circles(NamedTuple):
    """Every circle around every place.

    Attributes
    ----------
    order : ndarray of int32, shape (places, places)
        Places from near to far; `~place` where the next is as far, so that no circle ends there.
    reach : ndarray of int, shape (places,)
        How many of them the largest circle may hold.
    """

    order: npt.NDArray[np.int32]
    reach: Integers


def places_of(points: npt.ArrayLike, metric: Metric) -> Places:
    """Merge points at one place.

    Parameters
    ----------
    points : array_like, shape (rows, 2)
    metric : {"plane", "sphere"}

    Raises
    ------
    InputError
        `group-empty` without a point, and as `hdbscan`.

    Examples
    --------
    >>> places_of([[3, 4], [0, 0], [3, 4]], "plane").distances.tolist()
    [[0.0, 5.0], [5.0, 0.0]]
    """
    rows = coordinates(points, metric)
    if not len(rows):
        raise InputError("group-empty", name="points")
    distinct, of = np.unique(rows, axis=0, return_inverse=True)
    if metric == "sphere":
        return Places(distinct, of.ravel(), distance_matrix_km(distinct[:, 0], distinct[:, 1]))
    across = distinct[:, None, :] - distinct[None, :, :]
    return Places(distinct, of.ravel(), np.hypot(across[..., 0], across[..., 1]))


def circles(distances: Floats, population: Floats, largest: float, widest: float = np.inf) -> Circles:
    """Make every circle around every place.

    Parameters
    ----------
    distances : ndarray, shape (places, places)
    population : ndarray, shape (places,)
    largest : float
        Share of the population that a circle may hold.
    widest : float
        Radius that it may have.

    Raises
    ------
    InputError
        `level-range` for a share outside 0 to 1, `radius-range`.

    Examples
    --------
    >>> rings = circles(np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([1.0, 3.0]), 0.5)
    >>> rings.order.tolist(), rings.reach.tolist()
    ([[0, 1], [1, 0]], [1, 0])
    """
    if not 0.0 < largest <= 1.0:
        raise InputError("level-range", level=largest)
    if not widest > 0.0:
        raise InputError("radius-range", radius=widest)
    order = np.argsort(distances, axis=1, kind="stable").astype(np.int32)
    far = np.take_along_axis(distances, order, axis=1)
    limit = (largest + SLACK) * population.sum()
    allowed = (np.cumsum(population[order], axis=1) <= limit) & (far <= widest)
    alike = np.zeros(order.shape, dtype=bool)
    alike[:, :-1] = far[:, 1:] - far[:, :-1] <= TIE * far[:, 1:]
    return Circles(np.where(alike, ~order, order).astype(np.int32), allowed.sum(axis=1).astype(np.int64))


def circle(rings: Circles, centre: int, held: int) -> Integers:
    """Places of a circle, in order.

    Examples
    --------
    >>> rings = circles(np.array([[0.0, 1.0], [1.0, 0.0]]), np.ones(2), 1.0)
    >>> circle(rings, 1, 2).tolist()
    [0, 1]
    """
    entries = rings.order[centre, :held].astype(np.int64)
    return np.sort(np.where(entries < 0, ~entries, entries))


def tally(places: Places, values: npt.ArrayLike) -> Floats:
    """Sum values of points at each place.

    Parameters
    ----------
    places : Places
    values : array_like, shape (points,)

    Examples
    --------
    >>> tally(places_of([[3, 4], [0, 0], [3, 4]], "plane"), [1, 2, 3]).tolist()
    [2.0, 4.0]
    """
    return np.bincount(places.of, np.asarray(values, dtype=float), len(places.points)).astype(float)


class Snapped(NamedTuple):
    """Points gathered into few places.

    Attributes
    ----------
    points : ndarray, shape (rows, 2)
        Each at the middle of the points of its cell.
    cell_km : float
        Side of the cells, 0 where nothing had to be gathered; a point moves by at most their diagonal.
    """

    points: Floats
    cell_km: float


def snapped(points: npt.ArrayLike, *, most: int, smallest_km: float = 0.25) -> Snapped:
    """Gather points of the globe into square cells, as large as it takes for few places to be left.

    What goes by pairs of places costs their square: a country by addresses would not fit into memory, and the
    circles of a scan do not need to tell neighbours apart.

    Parameters
    ----------
    points : array_like, shape (rows, 2)
        Latitude and longitude in degrees.
    most : int
        Places that may be left, at least 1.
    smallest_km : float
        Side of the first cells tried; each next one is twice as wide.

    Raises
    ------
    InputError
        As `places_of`, and `extent-too-wide` for points that no plane holds.

    Examples
    --------
    >>> snapped([[50.0, 4.0], [50.0001, 4.0], [51.0, 4.0]], most=2).points.round(3).tolist()
    [[50.0, 4.0], [50.0, 4.0], [51.0, 4.0]]
    """
    rows = coordinates(points, "sphere")
    if len(np.unique(rows, axis=0)) <= most:
        return Snapped(rows, 0.0)
    flat, side = equal_area(rows[:, 0], rows[:, 1]), smallest_km
    along = [axis - axis.min() for axis in (flat.x, flat.y)]
    while True:
        cells = np.column_stack([np.floor(axis / side) for axis in along])
        distinct, of = np.unique(cells, axis=0, return_inverse=True)
        if len(distinct) <= max(most, 1):
            break
        side *= 2.0
    count = np.bincount(of.ravel())
    middle = np.column_stack([np.bincount(of.ravel(), axis) / count for axis in rows.T])
    return Snapped(middle[of.ravel()], side)
