"""Where sites stand close together: density clusters on a plane or on the sphere.

They say where there is much of something, not where there is more of it than of everything else: sites of any
kind are dense in cities. For that use `hot_spots`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers
from traitdunion.methods.space.proximity import EARTH_RADIUS_KM, great_circle_km

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Metric = Literal["plane", "sphere"]
METRICS = ("plane", "sphere")


@dataclass(frozen=True, slots=True)
class DensityClusters:
    """Clusters of points.

    Attributes
    ----------
    labels : ndarray of int, shape (points,)
        From 0 up, numbered by their first point; -1 for a point in no cluster (noise).
    membership : ndarray, shape (points,)
        From 0 (noise) to 1: how near to the densest of its cluster the point stays with it.
    """

    labels: Integers
    membership: Floats


def hdbscan(
    points: npt.ArrayLike, *, metric: Metric = "plane", smallest: int = 5, neighbours: int | None = None
) -> DensityClusters:
    """Find clusters of any shape and density, and leave the rest as noise.

    Parameters
    ----------
    points : array_like, shape (points, 2)
        x and y in one unit; or latitude and longitude in degrees on the sphere.
    metric : {"plane", "sphere"}
    smallest : int
        Fewest points of a cluster, at least 2.
    neighbours : int, optional
        Points within the distance that counts as dense, the point itself among them; by default `smallest`.

    Raises
    ------
    InputError
        `option-choice`, `cluster-size` for `smallest` below 2 or `neighbours` below 1, `lengths-differ`,
        `values-not-numbers`, `latitude-out-of-range`, `longitude-out-of-range`.

    Notes
    -----
    Campello, Moulavi & Sander (2013), Density-based clustering based on hierarchical density estimates,
    PAKDD; the clusters of greatest excess of mass, by scikit-learn. The package hdbscan does not count the
    point itself: its `min_samples` is one less. All points together are never one cluster, so that points all
    at one place are noise, as are fewer points than `smallest` or `neighbours`. As many points as that at one
    place are infinitely dense and always a cluster of their own: where sites are known by postcode alone,
    this finds postcodes.

    Examples
    --------
    >>> hdbscan([[0, 0], [0, 1], [9, 0], [0, 2], [9, 1], [9, 2]], smallest=3).labels.tolist()
    [0, 0, 1, 0, 1, 1]
    """
    from sklearn.cluster import HDBSCAN  # noqa: PLC0415  slow to import

    place = coordinates(points, metric)
    around = smallest if neighbours is None else neighbours
    if smallest < 2 or around < 1:
        raise InputError("cluster-size", size=min(smallest, around))
    if len(place) < max(smallest, around):
        return DensityClusters(np.full(len(place), -1, dtype=np.int64), np.zeros(len(place)))
    found = HDBSCAN(
        min_cluster_size=smallest, min_samples=around, copy=True, metric=_named(metric), n_jobs=1
    ).fit(_measured(place, metric))
    labels = _by_first(found.labels_)
    return DensityClusters(labels, np.where(labels < 0, 0.0, np.asarray(found.probabilities_, dtype=float)))


def dbscan(points: npt.ArrayLike, *, radius: float, neighbours: int, metric: Metric = "plane") -> Integers:
    """Find clusters of one density: points with enough neighbours, and what is within reach of them.

    Parameters
    ----------
    points : array_like, shape (points, 2)
        x and y in one unit; or latitude and longitude in degrees on the sphere.
    radius : float
        Reach of a point: in the unit of the plane, in kilometres on the sphere.
    neighbours : int
        Points within reach that make a point dense, itself among them.
    metric : {"plane", "sphere"}

    Returns
    -------
    ndarray of int, shape (points,)
        Clusters from 0 up, numbered by their first point; -1 for noise.

    Raises
    ------
    InputError
        `radius-range` unless above zero and finite, `cluster-size` for `neighbours` below 1, and the others
        of `hdbscan`.

    Notes
    -----
    Ester, Kriegel, Sander & Xu (1996), A density-based algorithm for discovering clusters, KDD. A point that
    is not dense itself and in reach of two clusters falls to the one found first: only the dense points do
    not depend on the order of the points.

    Examples
    --------
    >>> dbscan([[0, 0], [0, 1], [9, 9], [0, 2]], radius=1.5, neighbours=2).tolist()
    [0, 0, -1, 0]
    """
    from sklearn.cluster import DBSCAN  # noqa: PLC0415  slow to import

    place = coordinates(points, metric)
    if not 0.0 < radius < np.inf:
        raise InputError("radius-range", radius=radius)
    if neighbours < 1:
        raise InputError("cluster-size", size=neighbours)
    if not len(place):
        return np.zeros(0, dtype=np.int64)
    reach = radius / EARTH_RADIUS_KM if metric == "sphere" else radius
    found = DBSCAN(eps=reach, min_samples=neighbours, metric=_named(metric), algorithm="ball_tree", n_jobs=1)
    return _by_first(found.fit(_measured(place, metric)).labels_)


def coordinates(points: npt.ArrayLike, metric: str) -> Floats:
    """Read points, and ask whether they can be where they are said to be.

    Parameters
    ----------
    points : array_like, shape (points, 2)
    metric : {"plane", "sphere"}

    Raises
    ------
    InputError
        As `hdbscan`.

    Examples
    --------
    >>> coordinates([[50.8, 4.4]], "sphere").shape
    (1, 2)
    """
    if metric not in METRICS:
        raise InputError("option-choice", option="metric", value=metric, known=list(METRICS))
    place = numbers(points, "points")
    if place.size == 0:
        return np.zeros((0, 2))
    if place.ndim != 2 or place.shape[1] != 2:
        raise InputError(
            "lengths-differ", name="points", found=place.shape[-1] if place.ndim else 1, expected=2
        )
    if metric == "sphere":
        great_circle_km(place[:, 0], place[:, 1], 0.0, 0.0)  # which refuses degrees that are none
    return place + 0.0  # so that there is one zero, not two


def _named(metric: Metric) -> str:
    return "haversine" if metric == "sphere" else "euclidean"


def _measured(place: Floats, metric: Metric) -> Floats:
    """Coordinates as the metric of scikit-learn wants them: latitude, longitude in radians."""
    return np.radians(place) if metric == "sphere" else place


def _by_first(labels: Any) -> Integers:
    """Number clusters by their first point; noise stays -1."""
    known = np.asarray(labels, dtype=np.int64)
    numbered = np.full(known.size, -1, dtype=np.int64)
    clustered = known >= 0
    _, first, codes = np.unique(known[clustered], return_index=True, return_inverse=True)
    rank = np.empty(first.size, dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(first.size)
    numbered[clustered] = rank[codes]
    return numbered
