"""Places on the plane: an equal-area projection that says how wrong its distances are.

Tree counts and Fourier transforms need a plane. For single distances use `proximity.great_circle_km`, which
needs none.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers
from traitdunion.methods.space.proximity import EARTH_RADIUS_KM

Floats = npt.NDArray[np.float64]
LIMITS = ((90.0, "latitude-out-of-range"), (180.0, "longitude-out-of-range"))
# Cosine of an angle that the last bits cannot tell from a quarter of the globe.
QUARTER = 1e-9


class Projected(NamedTuple):
    """Places on a plane.

    Attributes
    ----------
    x, y : ndarray, shape (n,)
        Kilometres east and north of the centre.
    center : tuple of float
        Latitude and longitude of the centre, degrees.
    distortion : float
        No distance between two of the places is wrong by more than this share of itself.
    """

    x: Floats
    y: Floats
    center: tuple[float, float]
    distortion: float


def equal_area(
    lat: npt.ArrayLike, lon: npt.ArrayLike, *, center: tuple[float, float] | None = None
) -> Projected:
    """Project places onto a plane so that areas keep their size (Lambert azimuthal, mean sphere).

    Parameters
    ----------
    lat, lon : array_like, shape (n,)
        Degrees, WGS 84.
    center : tuple of float, optional
        Latitude and longitude; by default the middle of the places.

    Raises
    ------
    InputError
        `group-empty`, `coordinates-differ-in-length`, `values-not-numbers`, `latitude-out-of-range`,
        `longitude-out-of-range`, `extent-too-wide` where a place lies a quarter of the globe from the centre.

    Notes
    -----
    Snyder (1987), Map Projections: A Working Manual, U.S. Geological Survey Professional Paper 1395, pages
    182-190. At an angle c from the centre the scale is cos(c/2) outwards and its inverse across. A straight
    line of the map and the shortest way on the sphere both stay within the largest c, so a distance is wrong
    by at most 1/cos(c/2) - 1: 0.007 % for Belgium, 0.3 % for a circle of 1,000 km.

    Examples
    --------
    >>> flat = equal_area([50.8466, 50.6337], [4.3517, 5.5675])  # Brussels, Liège
    >>> round(float(np.hypot(*np.ptp([flat.x, flat.y], axis=1)))), flat.distortion < 1e-5
    (89, True)
    """
    sites = unit_vectors(lat, lon)
    if center is None:
        near = _angles(_middle(sites))
        x, y = _centred(sites, near)
        center = _angles(_back((x.min() + x.max()) / 2.0, (y.min() + y.max()) / 2.0, near))
    middle = unit_vectors([center[0]], [center[1]])[0]
    widest = float(np.arccos(np.clip((sites @ middle).min(), -1.0, 1.0)))
    x, y = _centred(sites, center)
    return Projected(x, y, center, 1.0 / float(np.cos(widest / 2.0)) - 1.0)


def unit_vectors(lat: npt.ArrayLike, lon: npt.ArrayLike) -> Floats:
    """Place latitudes and longitudes on the sphere of radius 1.

    Parameters
    ----------
    lat, lon : array_like, shape (n,)
        Degrees.

    Returns
    -------
    ndarray, shape (n, 3)
        Towards latitude 0 and longitude 0, towards longitude 90, and towards the north pole.

    Raises
    ------
    InputError
        As `equal_area`.

    Examples
    --------
    >>> unit_vectors([0, 90], [90, 0]).round(9).tolist()
    [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    phi, theta = numbers(lat, "latitudes"), numbers(lon, "longitudes")
    if phi.ndim != 1 or phi.shape != theta.shape:
        raise InputError("coordinates-differ-in-length", lat=str(phi.shape), lon=str(theta.shape))
    if phi.size == 0:
        raise InputError("group-empty", name="latitudes")
    for values, (limit, key) in zip((phi, theta), LIMITS, strict=True):
        beyond = values[np.abs(values) > limit]
        if beyond.size:
            raise InputError(key, value=float(beyond[0]), limit=limit)
    phi, theta = np.radians(phi), np.radians(theta)
    return np.stack([np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)], axis=1)


def _middle(sites: Floats) -> Floats:
    mean = sites.mean(axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length if length > 0 else sites[0], dtype=float)


def _angles(site: Floats) -> tuple[float, float]:
    lat = np.degrees(np.arctan2(site[2], np.hypot(site[0], site[1])))
    return float(lat), float(np.degrees(np.arctan2(site[1], site[0])))


def _axes(center: tuple[float, float]) -> tuple[Floats, Floats, Floats]:
    """Directions of the centre, of east and of north at the centre."""
    phi, theta = np.radians(center[0]), np.radians(center[1])
    out = unit_vectors([center[0]], [center[1]])[0]
    east = np.array([-np.sin(theta), np.cos(theta), 0.0])
    north = np.array([-np.sin(phi) * np.cos(theta), -np.sin(phi) * np.sin(theta), np.cos(phi)])
    return out, east, north


def _centred(sites: Floats, center: tuple[float, float]) -> tuple[Floats, Floats]:
    out, east, north = _axes(center)
    forward = sites @ out
    if forward.min() <= QUARTER:
        raise InputError("extent-too-wide", count=int((forward <= QUARTER).sum()))
    scale = EARTH_RADIUS_KM * np.sqrt(2.0 / (1.0 + forward))
    return scale * (sites @ east), scale * (sites @ north)


def _back(x: float, y: float, center: tuple[float, float]) -> Floats:
    """Point of the sphere that a point of the map stands for."""
    out, east, north = _axes(center)
    across = np.hypot(x, y) / EARTH_RADIUS_KM
    forward = 1.0 - across**2 / 2.0
    scale = np.sqrt((1.0 + forward) / 2.0) / EARTH_RADIUS_KM
    return np.asarray(forward * out + scale * (x * east + y * north), dtype=float)
