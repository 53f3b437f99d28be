"""Sites as points: what the methods on distances between them share.

What can be said is bounded by the points. Sites known by their postcode stand at one place and at no distance
from each other; plants beyond the border are not seen; the sites to compare with must be able to hold the
same activity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.projection import unit_vectors
from traitdunion.methods.space.proximity import EARTH_RADIUS_KM

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Metric = Literal["plane", "sphere"]
# Beyond so many, distances are summed up from an even selection: two million pairs.
SAMPLE = 2000
# A weight that its pairs with the largest would be lost in the last bits with.
NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Sites:
    """Points in space, with the surface that distances follow.

    Attributes
    ----------
    points : ndarray, shape (n, 2)
        As they were given.
    space : ndarray, shape (n, 3)
        Where they stand; flat for the plane.
    radius : float
        Of the sphere, 0 for the plane.
    """

    points: Floats
    space: Floats
    radius: float


@dataclass(frozen=True, slots=True)
class Groups:
    """Whose distances to whom are looked at.

    Attributes
    ----------
    first : ndarray of int, shape (members,)
        Sites of the activity.
    first_weight : ndarray, shape (members,)
        Scaled by a power of two, so that the largest weight of all is near 1.
    second : ndarray of int, shape (neighbours,)
        The same array when distances within one activity are looked at.
    second_weight : ndarray, shape (neighbours,)
    """

    first: Integers
    first_weight: Floats
    second: Integers
    second_weight: Floats

    @property
    def same(self) -> bool:
        """Whether distances within one activity are looked at."""
        return self.first is self.second

    @property
    def alone(self) -> float:
        """Weight that sites would have as pairs with themselves."""
        return float(self.first_weight @ self.first_weight) if self.same else 0.0

    @property
    def total(self) -> float:
        """Weight of all pairs, those within one activity in both orders."""
        every = float(self.first_weight.sum() * self.second_weight.sum())
        if every > 2.0 * self.alone:
            return every - self.alone
        # One large plant would leave nothing of the difference.
        return 2.0 * float(self.first_weight[1:] @ np.cumsum(self.first_weight)[:-1])


def read_sites(points: npt.ArrayLike, metric: Metric = "plane") -> Sites:
    """Read points of a plane or of the globe.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        On the plane x and y in one unit; on the sphere latitude and longitude in degrees, with distances in
        kilometres.
    metric : {"plane", "sphere"}

    Raises
    ------
    InputError
        `option-choice`, `points-shape`, `group-empty`, `values-not-numbers`, `latitude-out-of-range`,
        `longitude-out-of-range`.

    Examples
    --------
    >>> read_sites([[0, 0], [3, 4]]).space.tolist()
    [[0.0, 0.0, 0.0], [3.0, 4.0, 0.0]]
    """
    if metric not in get_args(Metric):
        raise InputError("option-choice", option="metric", value=metric, known=", ".join(get_args(Metric)))
    where = numbers(points, "points")
    if where.size == 0:
        raise InputError("group-empty", name="points")
    if where.ndim != 2 or where.shape[1] != 2:
        raise InputError("points-shape", shape=str(where.shape))
    if metric == "sphere":
        return Sites(where, unit_vectors(where[:, 0], where[:, 1]) * EARTH_RADIUS_KM, EARTH_RADIUS_KM)
    return Sites(where, np.column_stack([where, np.zeros(len(where))]), 0.0)


def read_groups(
    sites: Sites, member: npt.ArrayLike, neighbours: npt.ArrayLike | None, weight: npt.ArrayLike | None
) -> Groups:
    """Read which sites are looked at, and with what weight.

    Raises
    ------
    InputError
        `lengths-differ`, `values-not-numbers`, `values-negative`; `sites-too-few` where no pair of sites
        of some weight is left; `groups-overlap` where a site is both a member and a neighbour.

    Examples
    --------
    >>> read_groups(read_sites([[0, 0], [3, 4], [6, 8]]), [True, False, True], None, None).first.tolist()
    [0, 2]
    """
    count = len(sites.space)
    size = np.ones(count) if weight is None else weights(weight, "weights", length=count)
    if weight is not None:
        size = np.ldexp(size, -np.frexp(size.max())[1])
    first = _chosen(member, "member", count, size, 1 if neighbours is not None else 2)
    if neighbours is None:
        heavy = size[first]
        return Groups(first, heavy, first, heavy)
    second = _chosen(neighbours, "neighbours", count, size, 1)
    shared = np.intersect1d(first, second).size
    if shared:
        raise InputError("groups-overlap", count=shared)
    return Groups(first, size[first], second, size[second])


def read_distances(distances: npt.ArrayLike) -> Floats:
    """Read distances to look at.

    Raises
    ------
    InputError
        `group-empty`, `values-not-numbers`, `values-negative`, `distances-not-increasing`.

    Examples
    --------
    >>> read_distances([0, 5, 10]).tolist()
    [0.0, 5.0, 10.0]
    """
    asked = np.atleast_1d(weights(distances, "distances"))
    if asked.size == 0:
        raise InputError("group-empty", name="distances")
    if asked.ndim != 1 or (np.diff(asked) <= 0).any():
        raise InputError("distances-not-increasing")
    return asked


def relabelled(groups: Groups, count: int, *, seed: int, draw: int) -> Groups:
    """Give one draw of the null model: the activity at sites of the whole population at random.

    Members go to as many sites without replacement, each with its weight, so that the activity stays as
    concentrated in large plants as it is. Of two activities the members stay and the neighbours go to other
    sites: whether they are near each other is asked, not whether either keeps together.

    Examples
    --------
    >>> groups = read_groups(read_sites([[0, 0], [1, 0], [2, 0]]), [True, True, False], None, [5, 7, 1])
    >>> relabelled(groups, 3, seed=1, draw=0).first_weight.tolist()
    [0.625, 0.875]
    """
    dice = stream(seed, draw)
    if groups.same:
        moved = dice.choice(count, groups.first.size, replace=False)
        return Groups(moved, groups.first_weight, moved, groups.second_weight)
    free = np.setdiff1d(np.arange(count), groups.first, assume_unique=True)
    moved = free[dice.choice(free.size, groups.second.size, replace=False)]
    return Groups(groups.first, groups.first_weight, moved, groups.second_weight)


def pair_distances(sites: Sites, groups: Groups) -> Floats:
    """Distances of all pairs, each once; of an even selection of sites where there are more than 2,000.

    Examples
    --------
    >>> sites = read_sites([[0, 0], [3, 4], [6, 8]])
    >>> pair_distances(sites, read_groups(sites, [True, True, True], None, None)).tolist()
    [5.0, 10.0, 5.0]
    """
    from scipy.spatial.distance import cdist, pdist  # noqa: PLC0415  slow to import

    first, second = (sites.space[evenly(which, SAMPLE)] for which in (groups.first, groups.second))
    return _arcs(pdist(first) if groups.same else cdist(first, second).ravel(), sites.radius)


def between(sites: Sites, first: Integers, second: Integers) -> Floats:
    """Distances from each of some sites to each of others.

    Examples
    --------
    >>> between(read_sites([[0, 0], [3, 4]]), np.array([0]), np.array([0, 1])).tolist()
    [[0.0, 5.0]]
    """
    square = np.zeros((first.size, second.size))
    for axis in range(3):
        square += np.subtract.outer(sites.space[first, axis], sites.space[second, axis]) ** 2
    return _arcs(np.sqrt(square), sites.radius)


def evenly(which: Integers, most: int) -> Integers:
    """Select at most so many, evenly along the list: no dice, and no region left out of a sorted one.

    Examples
    --------
    >>> evenly(np.arange(10), 4).tolist()
    [0, 3, 6, 9]
    """
    if which.size <= most:
        return which
    return which[np.linspace(0, which.size - 1, most).round().astype(np.int64)]


def _arcs(straight: Floats, radius: float) -> Floats:
    if radius == 0.0:
        return straight
    return np.asarray(2.0 * radius * np.arcsin(np.minimum(straight / (2.0 * radius), 1.0)))


def _chosen(which: npt.ArrayLike, name: str, count: int, size: Floats, least: int) -> Integers:
    mask = np.asarray(which, dtype=bool)
    if mask.shape != (count,):
        raise InputError("lengths-differ", name=name, found=mask.size, expected=count)
    chosen = np.flatnonzero(mask)
    weighty = int((size[chosen] > NOTHING * size[chosen].max(initial=0.0)).sum())
    if weighty < least:
        raise InputError("sites-too-few", name=name, count=weighty, least=least)
    return chosen
