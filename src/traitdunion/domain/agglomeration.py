"""Agglomerations: where an activity concentrates, how strongly, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.domain.measurement import Measurement

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Agglomeration:
    """A place where an activity gathers more than everything else does.

    Attributes
    ----------
    number : int
        From 1, the surest first.
    places : tuple of str
        Names of the towns most of its organizations stand in, the most frequent first.
    organizations : tuple of str
        Ids of those of the activity inside.
    everyone : int
        All organizations inside, of whatever activity.
    expected : float
        Organizations of the activity inside if it were spread as everything is.
    ratio, low, high : float
        Observed over expected, with its interval.
    p, q : float
        Chance that labels dealt blindly make anything as strong anywhere; the false discovery rate.
    lat, lon, radius_km : float
        Centre in degrees, and how far the farthest member stands.
    hull : ndarray, shape (k, 2)
        Ring of latitudes and longitudes around the members.
    found_by : str
        "density" or "scan".
    """

    number: int
    places: tuple[str, ...]
    organizations: tuple[str, ...]
    everyone: int
    expected: float
    ratio: float
    low: float
    high: float
    p: float
    q: float
    lat: float
    lon: float
    radius_km: float
    hull: Floats
    found_by: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Density of distances between organizations of an activity, beside what chance would make of it.

    Attributes
    ----------
    distances : ndarray, shape (m,)
        Kilometres.
    values, low, high : ndarray, shape (m,)
        Density per kilometre, and the band that a curve of as many drawn blindly leaves anywhere in one of
        twenty cases at each side.
    """

    distances: Floats
    values: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Location:
    """Where an activity concentrates.

    Attributes
    ----------
    activity : str
    agglomerations : tuple of Agglomeration
        Those surely more than chance, the surest first.
    curve : Curve or None
        None with too few sites for one.
    points : ndarray, shape (n, 2)
        Latitude and longitude of every organization compared, in degrees.
    chosen : ndarray of bool, shape (n,)
        Those of the activity.
    ids : tuple of str, length n
    measurement : Measurement
        Figures, lists, and when not to believe them.
    """

    activity: str
    agglomerations: tuple[Agglomeration, ...]
    curve: Curve | None
    points: Floats
    chosen: Bools
    ids: tuple[str, ...]
    measurement: Measurement
