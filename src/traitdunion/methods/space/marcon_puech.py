"""Whether an activity is more present around its sites than everywhere: M of Marcon and Puech, and density m.

Both compare with all sites around, so that following the towns does not make an activity clustered; neither
needs a correction at the border.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.permutation import drawn
from traitdunion.methods.space.global_bands import exits, global_band, global_p
from traitdunion.methods.space.point_patterns import (
    Groups,
    Metric,
    Sites,
    read_distances,
    read_groups,
    read_sites,
)
from traitdunion.methods.space.smoothing import Rule, choose_bandwidth, gaussian, node_count

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Null = Literal["plants", "labels"]
# As `pair_density`: an error below two ten-thousandths of the densities that are divided.
REACH, FINE = 6.0, 40
# A site on the rim of a disc is inside, whatever the last bits of its coordinates say.
RIM = 1.0 + 1e-12
# Profiles of so many members are held at once.
BLOCK = 256


@dataclass(frozen=True, slots=True)
class RelativeConcentration:
    """Share of an activity around its sites over its share everywhere, by distance.

    Attributes
    ----------
    distances : ndarray, shape (distances,)
    values : ndarray, shape (distances,)
        1 is what chance gives, 2 twice as much; NaN where no member has a neighbour.
    low, high : ndarray, shape (distances,)
        Global band, as for `k_density.KDensity`; NaN where no draw has a value.
    center : ndarray, shape (distances,)
        Mean of the draws.
    excess, deficit : ndarray, shape (distances,)
        Height above the band; depth below it, 0 throughout where it is above anywhere.
    localized, dispersed : bool
    p : float
        Of the whole curve, as for `k_density.KDensity`.
    sites, members : int
    bandwidth : float
        0 for the cumulative M, which has none.
    bandwidth_rule : str
        "none" for the cumulative M.
    draws : int
    level : float
    seed : int
    """

    distances: Floats
    values: Floats
    low: Floats
    high: Floats
    center: Floats
    excess: Floats
    deficit: Floats
    localized: bool
    dispersed: bool
    p: float
    sites: int
    members: int
    bandwidth: float
    bandwidth_rule: str
    draws: int
    level: float
    seed: int


@dataclass(frozen=True, slots=True)
class _Labels:
    """Who stands at each site: its weight, whether it is a neighbour looked for; and where members are."""

    weight: Floats
    near: Mask
    members: Integers


Around = Callable[[_Labels], tuple[Floats, Floats]]


def marcon_puech_m(
    points: npt.ArrayLike,
    member: npt.ArrayLike,
    *,
    distances: npt.ArrayLike,
    neighbours: npt.ArrayLike | None = None,
    weights: npt.ArrayLike | None = None,
    metric: Metric = "plane",
    null: Null = "plants",
    draws: int = 999,
    level: float = 0.05,
    seed: int = 1,
) -> RelativeConcentration:
    """Compare the share of an activity within each distance of its sites with its share everywhere.

    Parameters
    ----------
    points, member, neighbours, weights, metric
        As for `k_density.k_density`; here the weights of all sites count.
    distances : array_like, shape (distances,)
        Increasing: radii of discs around the members. A site on the rim is inside.
    null : {"plants", "labels"}
        What chance does: plants change places, each with its activity and its weight, or activities change
        plants and weights stay. The first keeps an activity of large plants one of large plants. Of two
        activities the members stay as they are.
    draws : int
    level : float
    seed : int

    Raises
    ------
    InputError
        As `k_density.k_density`.

    Notes
    -----
    Marcon & Puech (2010), Measures of the geographic concentration of industries: improving distance-based
    methods, Journal of Economic Geography 10(5). Members without a neighbour of any kind within a distance
    are left out there. Exact; a draw costs members times the sites within the largest distance along one
    axis. Being cumulative it stays high long after the cluster's edge: use `marcon_puech_density` to see at
    which distances concentration happens.

    Examples
    --------
    >>> points = [[0, 0], [1, 0], [9, 0], [10, 0]]
    >>> found = marcon_puech_m(points, [True, True, False, False], distances=[1, 10], draws=19)
    >>> found.values.tolist()
    [3.0, 1.0]
    """
    sites, groups = _read(points, member, neighbours, weights, metric)
    asked, everyone = read_distances(distances), _weights(weights, len(sites.space))
    return _found(
        asked, sites, groups, everyone, _discs(sites, asked), (0.0, "none"), null, draws, level, seed
    )


def marcon_puech_density(
    points: npt.ArrayLike,
    member: npt.ArrayLike,
    *,
    distances: npt.ArrayLike,
    neighbours: npt.ArrayLike | None = None,
    weights: npt.ArrayLike | None = None,
    metric: Metric = "plane",
    bandwidth: float | Rule = "pairs",
    null: Null = "plants",
    draws: int = 999,
    level: float = 0.05,
    seed: int = 1,
) -> RelativeConcentration:
    """Compare the share of an activity at each distance from its sites with its share everywhere: m.

    Parameters and errors are those of `marcon_puech_m`, and `bandwidth` that of `k_density.k_density`.

    Notes
    -----
    Lang, Marcon & Puech (2020), Distance-based measures of spatial concentration: introducing a relative
    density function, Annals of Regional Science 64. Gaussian kernel without reflection, since both densities
    lose the same at zero. A draw costs members times sites.

    Examples
    --------
    >>> points = [[0, 0], [1, 0], [9, 0], [10, 0]]
    >>> found = marcon_puech_density(
    ...     points, [True, True, False, False], distances=[1, 9], bandwidth=1.0, draws=19)
    >>> found.values.round(6).tolist()
    [3.0, 0.0]
    """
    sites, groups = _read(points, member, neighbours, weights, metric)
    asked, everyone = read_distances(distances), _weights(weights, len(sites.space))
    chosen = choose_bandwidth(sites, groups, bandwidth, asked[-1])
    around = _profiles(sites, asked, chosen.value)
    return _found(asked, sites, groups, everyone, around, chosen, null, draws, level, seed)


def _read(
    points: npt.ArrayLike, member: npt.ArrayLike, neighbours: npt.ArrayLike | None,
    weights: npt.ArrayLike | None, metric: Metric,
) -> tuple[Sites, Groups]:  # fmt: skip
    sites = read_sites(points, metric)
    return sites, read_groups(sites, member, neighbours, weights)


def _found(
    asked: Floats, sites: Sites, groups: Groups, weight: Floats, around: Around,
    smoothing: tuple[float, str], null: Null, draws: int, level: float, seed: int,
) -> RelativeConcentration:  # fmt: skip
    if null not in get_args(Null):
        raise InputError("option-choice", option="null", value=null, known=", ".join(get_args(Null)))
    near = np.zeros(weight.size, dtype=bool)
    near[groups.second] = True
    own = _Labels(weight, near, groups.first)
    values = _ratio(own, around, groups.same)
    simulated = drawn(
        lambda dice: _ratio(_exchanged(dice, own, groups.same, null), around, groups.same),
        draws=draws,
        seed=seed,
    )
    band = global_band(simulated, level=level)
    out = exits(values, band)
    return RelativeConcentration(
        asked, values, band.low, band.high, band.center,
        out.above, np.zeros_like(out.below) if out.localized else out.below, out.localized, out.dispersed,
        global_p(values, simulated), len(sites.space), groups.first.size, *smoothing, draws, level, seed,
    )  # fmt: skip


def _weights(weights: npt.ArrayLike | None, count: int) -> Floats:
    return np.ones(count) if weights is None else np.asarray(weights, dtype=float)


def _exchanged(dice: np.random.Generator, own: _Labels, same: bool, null: Null) -> _Labels:
    """Let plants change places or activities change plants: all of them, or all but the members."""
    here = np.arange(own.weight.size) if same else np.setdiff1d(np.arange(own.weight.size), own.members)
    plant = np.arange(own.weight.size)
    plant[here] = dice.permutation(here)
    member = np.zeros(plant.size, dtype=bool)
    member[own.members] = True
    weight = own.weight[plant] if null == "plants" else own.weight
    return _Labels(weight, own.near[plant], np.flatnonzero(member[plant]))


def _ratio(labels: _Labels, around: Around, same: bool) -> Floats:
    """Mean share around the members over their mean share everywhere, of members that have neighbours."""
    found, every = around(labels)
    known = every > 0.0
    local = np.divide(found, every, out=np.zeros_like(every), where=known).sum(axis=0)
    own = labels.weight[labels.members]
    of_activity = labels.weight[labels.near].sum() - (own if same else 0.0)
    expected = (known * (of_activity / (labels.weight.sum() - own))[:, None]).sum(axis=0)
    return np.asarray(local / np.where(expected > 0.0, expected, np.nan), dtype=float)


def _discs(sites: Sites, radii: Floats) -> Around:
    """Sums within discs; sites are sorted along their widest axis, where those within reach are a run."""
    axis = int(np.argmax(np.ptp(sites.space, axis=0)))
    order = np.argsort(sites.space[:, axis], kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(order.size)
    chords = ((radii if sites.radius == 0.0 else _chords(radii, sites.radius)) * RIM) ** 2
    space, reach = sites.space[order], float(np.sqrt(chords[-1])) * RIM

    def around(labels: _Labels) -> tuple[Floats, Floats]:
        from traitdunion.methods.compiled.pair_kernels import disc_sums  # noqa: PLC0415  slow to import

        found, every = (np.zeros((labels.members.size, radii.size)) for _ in range(2))
        disc_sums(
            space, labels.weight[order], labels.near[order], rank[labels.members], chords, reach, axis,
            found, every,
        )  # fmt: skip
        return found.cumsum(axis=1), every.cumsum(axis=1)

    return around


def _chords(arcs: Floats, radius: float) -> Floats:
    return np.asarray(2.0 * radius * np.sin(np.minimum(arcs / (2.0 * radius), np.pi / 2.0)))


def _profiles(sites: Sites, distances: Floats, bandwidth: float) -> Around:
    """Sums smoothed around each distance."""
    nodes, width = node_count(distances, bandwidth, REACH, FINE), bandwidth / FINE
    smooth = gaussian(distances, np.arange(nodes, dtype=float) * width, bandwidth, reflected=False).T

    def around(labels: _Labels) -> tuple[Floats, Floats]:
        from traitdunion.methods.compiled.pair_kernels import (  # noqa: PLC0415  slow to import
            distance_profiles,
        )

        sums = np.empty((2, labels.members.size, distances.size))
        for start in range(0, labels.members.size, BLOCK):
            members = labels.members[start : start + BLOCK]
            found, every = (np.zeros((members.size, nodes)) for _ in range(2))
            distance_profiles(
                sites.space, labels.weight, labels.near, members, sites.radius, width, found, every
            )
            sums[:, start : start + BLOCK] = found @ smooth, every @ smooth
        return sums[0], sums[1]

    return around
