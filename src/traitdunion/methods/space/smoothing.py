"""The kernel that pairs of sites are smoothed with, and rules for its bandwidth, each by its name."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.space.point_patterns import Groups, Sites, evenly, pair_distances

Floats = npt.NDArray[np.float64]
# More nodes than this along the distances asked for means a bandwidth lost against them.
MOST_NODES = 40_000
Rule = Literal["pairs", "near pairs"]


class Bandwidth(NamedTuple):
    """A bandwidth and where it comes from.

    Attributes
    ----------
    value : float
        Standard deviation of the Gaussian kernel, in the unit of distance.
    rule : str
        "given", or the rule: "pairs", "near pairs", or "all sites" where the rule's pairs are all at one
        distance.
    """

    value: float
    rule: str


def gaussian(distances: Floats, at: Floats, bandwidth: float, *, reflected: bool = True) -> Floats:
    """Gaussian around each distance at other distances, with what lies below zero folded back.

    Examples
    --------
    >>> gaussian(np.array([0.0]), np.array([0.0]), 1.0).round(4).tolist()
    [[0.7979]]
    """
    signs = (1.0, -1.0) if reflected else (1.0,)
    total = sum(np.exp(-(((sign * distances[:, None] - at) / bandwidth) ** 2) / 2.0) for sign in signs)
    return np.asarray(total / (np.sqrt(2.0 * np.pi) * bandwidth), dtype=float)


def node_count(distances: Floats, bandwidth: float, reach: float, fine: int) -> int:
    """How many nodes cover the distances asked for and what is smoothed into them.

    Raises
    ------
    InputError
        `bandwidth-range`.

    Examples
    --------
    >>> node_count(np.array([0.0, 10.0]), 1.0, 6.0, 20)
    322
    """
    count = (float(distances[-1]) / bandwidth + reach) * fine
    if count > MOST_NODES:
        raise InputError("bandwidth-range", value=bandwidth, longest=float(distances[-1]))
    return int(count) + 2


def silverman(distances: Floats, *, pairs: float | None = None) -> float:
    """Silverman's rule of thumb: 0.9 min(deviation, quartile range / 1.34) times pairs to the power -1/5.

    Parameters
    ----------
    distances : ndarray
    pairs : float, optional
        How many there are, where `distances` is a selection.

    Returns
    -------
    float
        0 where all distances are equal, or where there is one only.

    Notes
    -----
    Silverman (1986), Density Estimation for Statistics and Data Analysis, equation 3.31.

    Examples
    --------
    >>> round(silverman(np.arange(32.0)), 3)
    4.221
    """
    if distances.size < 2:
        return 0.0
    deviation = float(distances.std(ddof=1))
    quartiles = np.percentile(distances, [25.0, 75.0])
    spread = min(deviation, float(quartiles[1] - quartiles[0]) / 1.34) or deviation
    return float(0.9 * spread * (pairs or distances.size) ** -0.2)


def choose_bandwidth(sites: Sites, groups: Groups, bandwidth: float | Rule, longest: float) -> Bandwidth:
    """Take the bandwidth given, or follow a rule.

    Parameters
    ----------
    sites : Sites
    groups : Groups
    bandwidth : float or {"pairs", "near pairs"}
        "pairs" applies Silverman's rule to the distances of all pairs (Duranton and Overman), "near pairs"
        to those of at most twice the longest distance looked at (as the R package dbmss does).
    longest : float
        Longest distance looked at.

    Raises
    ------
    InputError
        `option-choice`, `bandwidth-range`, `points-coincide` where all sites stand at one place.

    Examples
    --------
    >>> from traitdunion.methods.space.point_patterns import read_groups, read_sites
    >>> sites = read_sites([[0, 0], [1, 0], [3, 0]])
    >>> choose_bandwidth(sites, read_groups(sites, [1, 1, 1], None, None), "pairs", 2.0)
    Bandwidth(value=0.539154780286722, rule='pairs')
    """
    if not isinstance(bandwidth, str):
        if not 0.0 < bandwidth < np.inf:
            raise InputError("bandwidth-range", value=float(bandwidth), longest=longest)
        return Bandwidth(float(bandwidth), "given")
    if bandwidth not in get_args(Rule):
        raise InputError(
            "option-choice", option="bandwidth", value=bandwidth, known=", ".join(get_args(Rule))
        )
    pairs = _pairs(groups)
    for rule, known in ((bandwidth, groups), ("all sites", _everyone(sites))):
        distances = pair_distances(sites, known)
        near = distances[distances <= (2.0 * longest if rule == "near pairs" else np.inf)]
        value = silverman(near, pairs=max(pairs * near.size / max(distances.size, 1), 1.0))
        if value > 0.0:
            return Bandwidth(value, rule)
    raise InputError("points-coincide")


def median_distance(sites: Sites) -> float:
    """Median distance of all pairs of sites, of those apart if most stand at one place.

    Raises
    ------
    InputError
        `points-coincide` where all do.

    Examples
    --------
    >>> from traitdunion.methods.space.point_patterns import read_sites
    >>> median_distance(read_sites([[0, 0], [1, 0], [3, 0]]))
    2.0
    """
    distances = pair_distances(sites, _everyone(sites))
    apart = distances[distances > 0.0]
    if apart.size == 0:
        raise InputError("points-coincide")
    return float(np.median(distances) or np.median(apart))


def _everyone(sites: Sites) -> Groups:
    every = evenly(np.arange(len(sites.space)), len(sites.space))
    alike = np.ones(every.size)
    return Groups(every, alike, every, alike)


def _pairs(groups: Groups) -> float:
    count = groups.first.size
    return count * (count - 1) / 2.0 if groups.same else float(count * groups.second.size)
