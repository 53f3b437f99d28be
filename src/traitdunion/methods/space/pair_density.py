"""Density of the distances between sites, smoothed by a Gaussian: three ways to the same curve.

Each engine takes groups of sites and gives their curves; it states an error, as a share of the curve's peak
over all distances, that its curves never exceed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.space.point_patterns import Groups, Sites, between, evenly
from traitdunion.methods.space.smoothing import gaussian, node_count
from traitdunion.methods.space.structure_factor import WaveDensity, grid_fits

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Name = Literal["auto", "exact", "places", "grid"]
# A Gaussian is nothing to a double beyond so many deviations, and 2e-8 of its peak beyond the fewer.
FAR, REACH = 8.5, 6.0
# Nodes per bandwidth and powers kept at each: Taylor's remainder is (1/16)^8 / 8! of the eighth derivative.
NODES, POWERS = 8, 8
FINE = 20
# Linear shares between nodes err by (bandwidth / FINE)² / 8 of the second derivative, which is at most 1.55
# times the peak over bandwidth²: half a thousandth. What sites have with themselves is taken out of sums: the
# last bits stay.
PLACES_ERROR, LAST_BITS = 5e-4, 1e-14
MOST_PLACES, BLOCK = 4096, 64
# Pairs that the exact engine is asked for when left to choose: some seconds.
AFFORDABLE = 5e8


class Engine(Protocol):
    """A way to the curves of groups of sites.

    Attributes
    ----------
    name : str
    error : float
        Bound of the error, as a share of the curve's peak.
    """

    @property
    def name(self) -> str:
        """How the engine is called."""

    @property
    def error(self) -> float:
        """Bound of the error, as a share of the curve's peak."""

    def curves(self, batch: Sequence[Groups]) -> Floats:
        """Smoothed density of pair distances of each, shape (batch, distances)."""


class ExactDensity:
    """Every pair at its own distance: exact to eleven digits.

    Distances are gathered at nodes with eight powers of their offset, from which Taylor's series of the
    Gaussian gives every pair its own place (Greengard & Strain, 1991, The fast Gauss transform, SIAM Journal
    on Scientific and Statistical Computing 12(1), in one dimension).
    """

    name = "exact"
    error = 0.0

    def __init__(self, sites: Sites, distances: Floats, bandwidth: float) -> None:
        self._space, self._radius, self._bandwidth = sites.space, sites.radius, bandwidth
        self._nodes = node_count(distances, bandwidth, FAR, NODES)
        self._series = _series(distances / bandwidth, self._nodes) / bandwidth

    def curves(self, batch: Sequence[Groups]) -> Floats:
        """Smoothed density of pair distances of each."""
        return in_blocks(batch, self._block)

    def _block(self, batch: Sequence[Groups]) -> Floats:
        from traitdunion.methods.compiled.pair_kernels import pair_moments  # noqa: PLC0415  slow to import

        moments = np.zeros((len(batch), self._nodes, POWERS))
        for out, groups in zip(moments, batch, strict=True):
            pair_moments(
                self._space[groups.first], groups.first_weight,
                self._space[groups.second], groups.second_weight,
                groups.same, self._radius, self._bandwidth / NODES, self._bandwidth, out,
            )  # fmt: skip
        each = [groups.total / (2.0 if groups.same else 1.0) for groups in batch]
        return np.asarray(moments.reshape(len(batch), -1) @ self._series / np.array(each)[:, None])


class PlaceDensity:
    """Sites that share few places: the distances of places are tabled once, whatever the draws."""

    name = "places"

    def __init__(self, sites: Sites, distances: Floats, bandwidth: float, *, groups: Groups) -> None:
        self.error = PLACES_ERROR + LAST_BITS * groups.alone / groups.total
        nodes = node_count(distances, bandwidth, REACH, FINE)
        where, self._place = places(sites.points)
        self._pairs = _place_pairs(sites, where, bandwidth / FINE, nodes)
        self._count, self._nodes = where.size, nodes
        self._smooth = gaussian(distances, np.arange(nodes, dtype=float) * (bandwidth / FINE), bandwidth)

    def curves(self, batch: Sequence[Groups]) -> Floats:
        """Smoothed density of pair distances of each."""
        return in_blocks(batch, self._block)

    def _block(self, batch: Sequence[Groups]) -> Floats:
        from traitdunion.methods.compiled.pair_kernels import place_products  # noqa: PLC0415  slow to import

        one = np.stack([self._held(g.first, g.first_weight) for g in batch], axis=1)
        other = one if batch[0].same else np.stack(
            [self._held(g.second, g.second_weight) for g in batch], axis=1
        )  # fmt: skip
        gathered = np.zeros((self._nodes, len(batch)))
        place_products(*self._pairs, one, other, batch[0].same, gathered)
        alone = [groups.alone for groups in batch]
        gathered[0] += (one * other).sum(axis=0) - alone
        return np.asarray((self._smooth @ gathered).T / np.array([groups.total for groups in batch])[:, None])

    def _held(self, which: Integers, weight: Floats) -> Floats:
        return np.asarray(np.bincount(self._place[which], weight, self._count), dtype=float)


def make_engine(
    name: Name, sites: Sites, groups: Groups, distances: Floats, bandwidth: float, *, draws: int
) -> Engine:
    """Take the engine asked for, or the one that fits: exact if that is quick, else by places, else a grid.

    Raises
    ------
    InputError
        `option-choice`; `bandwidth-range` where it is too small for the distances asked for; `grid-too-large`
        where a grid was asked for and would not fit.

    Examples
    --------
    >>> from traitdunion.methods.space.point_patterns import read_groups, read_sites
    >>> sites = read_sites([[0, 0], [3, 4], [6, 8]])
    >>> groups = read_groups(sites, [1, 1, 1], None, None)
    >>> make_engine("auto", sites, groups, np.array([0.0, 5.0]), 1.0, draws=999).name
    'exact'
    """
    known = ("auto", "exact", "places", "grid")
    if name not in known:
        raise InputError("option-choice", option="engine", value=name, known=", ".join(known))
    chosen = _fitting(sites, groups, distances, bandwidth, draws) if name == "auto" else name
    if chosen == "exact":
        return ExactDensity(sites, distances, bandwidth)
    if chosen == "places":
        return PlaceDensity(sites, distances, bandwidth, groups=groups)
    return WaveDensity(sites, distances, bandwidth, groups=groups)


def in_blocks(batch: Sequence[Groups], curves: Callable[[Sequence[Groups]], Floats]) -> Floats:
    """Take a batch in blocks that stay in fast memory.

    Examples
    --------
    >>> in_blocks([], lambda block: np.ones((len(block), 3))).shape
    (0, 3)
    """
    blocks = [batch[start : start + BLOCK] for start in range(0, max(len(batch), 1), BLOCK)]
    return np.concatenate([curves(block) for block in blocks])


def places(points: Floats) -> tuple[Integers, Integers]:
    """Find the distinct places of points.

    Returns
    -------
    where : ndarray of int, shape (places,)
        A point that stands at each.
    place : ndarray of int, shape (n,)
        Number of each point's place.

    Examples
    --------
    >>> [part.tolist() for part in places(np.array([[1.0, 2.0], [0.0, 0.0], [1.0, 2.0]]))]
    [[1, 0], [1, 0, 1]]
    """
    flat = points[:, 0] + 0.0 + 1j * (points[:, 1] + 0.0)
    _, where, place = np.unique(flat, return_index=True, return_inverse=True)
    return where.astype(np.int64), place.astype(np.int64)


def _fitting(sites: Sites, groups: Groups, distances: Floats, bandwidth: float, draws: int) -> Name:
    pairs = float(groups.first.size) * groups.second.size / (2.0 if groups.same else 1.0)
    if pairs * (draws + 1) <= AFFORDABLE:
        return "exact"
    some = sites.points[evenly(np.arange(len(sites.points)), 4 * MOST_PLACES)]
    if places(some)[0].size <= MOST_PLACES and places(sites.points)[0].size <= MOST_PLACES:
        return "places"
    return "grid" if grid_fits(sites, distances, bandwidth, groups) else "exact"


def _series(far: Floats, nodes: int) -> Floats:
    """Terms of Taylor's series of the reflected Gaussian of unit width, shape (nodes * POWERS, distances)."""
    at = np.arange(nodes)[:, None] / NODES
    terms = np.zeros((nodes, POWERS, far.size))
    for reflected in (far, -far):
        offset = reflected - at
        before, now = np.zeros_like(offset), np.exp(-(offset**2) / 2.0)
        factorial = 1.0
        for power in range(POWERS):
            terms[:, power] += now / factorial
            before, now = now, offset * now - power * before
            factorial *= power + 1.0
    return np.asarray(terms.reshape(nodes * POWERS, far.size) / np.sqrt(2.0 * np.pi))


def _place_pairs(
    sites: Sites, where: Integers, width: float, nodes: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int32], Floats]:
    """Pairs of places close enough to count, by the node below their distance and their share of the next."""
    parts, step = [], max(1, 4_000_000 // where.size)
    for start in range(0, where.size, step):
        rows = where[start : start + step]
        place = between(sites, rows, where) / width
        later = np.arange(where.size) > np.arange(start, start + rows.size)[:, None]
        first, second = np.nonzero(later & (place < nodes - 1))
        found = place[first, second]
        parts.append((first + start, second, found.astype(np.int64), found % 1.0))
    first, second, node, share = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(node, kind="stable")
    low, high, at = (values[order].astype(np.int32) for values in (first, second, node))
    return low, high, at, np.asarray(share[order], dtype=float)
