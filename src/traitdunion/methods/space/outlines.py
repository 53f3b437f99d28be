"""How a group of places is drawn: its middle, its reach and its convex hull, on a plane or on the sphere.

Points are handed over as vectors: of length one on the sphere, at height one above a plane. Seen from the
centre of the sphere, the shortest way between two points is a straight line on a plane that touches it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from traitdunion.methods.space.proximity import EARTH_RADIUS_KM

Floats = npt.NDArray[np.float64]
# A hull without area is drawn so wide around its places: postcodes are not known to the metre.
DRAWN_KM = 0.5
# Of a vector, along the middle: beyond it the plane is stretched beyond use.
HORIZON = 0.2
# Nearer to the axis than this a point is a pole.
POLE = 1e-12


def vectors(points: Floats, metric: str) -> Floats:
    """Points as vectors.

    Parameters
    ----------
    points : ndarray, shape (points, 2)
        Latitude and longitude in degrees, or x and y.
    metric : {"plane", "sphere"}

    Returns
    -------
    ndarray, shape (points, 3)

    Examples
    --------
    >>> vectors(np.array([[0.0, 90.0]]), "sphere").round(9).tolist()
    [[0.0, 1.0, 0.0]]
    """
    if metric == "plane":
        return np.column_stack([points, np.ones(len(points))])
    lat, lon = np.radians(points).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def middle(places: Floats, weight: Floats, sphere: bool) -> tuple[float, float]:
    """Mean of places by weight; where there is no weight at all, each counts 1.

    Parameters
    ----------
    places : ndarray, shape (places, 3)
        Vectors.
    weight : ndarray, shape (places,)
    sphere : bool

    Returns
    -------
    tuple of float
        Latitude and longitude in degrees, or x and y.

    Examples
    --------
    >>> middle(vectors(np.array([[0.0, 0.0], [0.0, 90.0]]), "sphere"), np.ones(2), True)
    (0.0, 45.0)
    """
    counted = weight if weight.any() else np.ones(len(places))
    return _back((places * counted[:, None]).sum(axis=0) / counted.sum(), sphere)


def farthest_km(center: tuple[float, float], places: Floats, sphere: bool) -> float:
    """Distance from a centre to the farthest of the places.

    Parameters
    ----------
    center : tuple of float
        Latitude and longitude, or x and y.
    places : ndarray, shape (places, 3)
        Vectors.
    sphere : bool

    Returns
    -------
    float
        In kilometres on the sphere, in the unit of the plane.

    Examples
    --------
    >>> farthest_km((0.0, 0.0), vectors(np.array([[3.0, 4.0]]), "plane"), False)
    5.0
    """
    point = vectors(np.array([center]), "sphere" if sphere else "plane")[0]
    chord = float(np.sqrt(((places - point) ** 2).sum(axis=1)).max())
    return float(2.0 * EARTH_RADIUS_KM * np.arcsin(min(chord / 2.0, 1.0))) if sphere else chord


def ring(places: Floats, sphere: bool) -> Floats:
    """Convex hull of places; where it has no area, the strip of half a kilometre around them.

    Parameters
    ----------
    places : ndarray, shape (places, 3)
        Vectors.
    sphere : bool

    Returns
    -------
    ndarray, shape (k, 2)
        Corners, counter-clockwise seen from outside, the first again at the end: latitude and longitude, or x
        and y in kilometres. None for places that reach almost half around the sphere.

    Examples
    --------
    >>> ring(vectors(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.1, 0.1]]), "plane"), False).tolist()
    [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]
    """
    import shapely  # noqa: PLC0415  slow to import

    frame = _frame(places.sum(axis=0)) if sphere else np.eye(3)
    local = places @ frame.T
    if (local[:, 2] <= HORIZON).any():
        return np.zeros((0, 2))
    shape = shapely.convex_hull(shapely.MultiPoint(local[:, :2] / local[:, 2:]))
    if shape.area == 0:
        shape = shape.buffer(DRAWN_KM / EARTH_RADIUS_KM if sphere else DRAWN_KM, quad_segs=2)
    corners = shapely.get_coordinates(shapely.orient_polygons(shapely.normalize(shape)))
    raised = np.column_stack([corners, np.ones(len(corners))]) @ frame
    return np.array([_back(corner, sphere) for corner in raised])


def _back(vector: Floats, sphere: bool) -> tuple[float, float]:
    """Latitude and longitude, or x and y, of a vector."""
    x, y, z = (float(part) for part in vector)
    if not sphere:
        return x / z, y / z
    return float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))


def _frame(middle: Floats) -> Floats:
    """East, north and outward at a point of the sphere."""
    up = middle / max(float(np.linalg.norm(middle)), POLE)
    east = np.cross([0.0, 0.0, 1.0], up)
    norm = np.linalg.norm(east)
    east = east / norm if norm > POLE else np.array([0.0, 1.0, 0.0])
    return np.stack([east, np.cross(up, east), up])
