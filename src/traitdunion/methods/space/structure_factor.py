"""Density of the distances between sites by way of waves: one Fourier transform a curve, however many sites.

The smoothed density at distance d is the sum, over pairs of sites, of a ring of radius d around one site,
taken at the other. Reflected at zero the ring is smooth everywhere, so its transform is nothing beyond five
wave numbers per bandwidth: a coarse grid carries all that the curve can show. The power of the sites' waves,
gathered by wave number, is their structure factor; the rings' transforms turn it into the curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.compiled.constants import SPLINE_ORDER
from traitdunion.methods.space.point_patterns import Groups, Sites
from traitdunion.methods.space.projection import equal_area
from traitdunion.methods.space.smoothing import gaussian

Floats = npt.NDArray[np.float64]
# Cells per bandwidth, and wave numbers kept per bandwidth. Waves too short for the grid fold back with a
# share of 2 (k / (4 pi - k))^6 where the Gaussian leaves exp(-k²/2): below 3e-5.
CELLS, WAVES = 2.0, 5.0
# Deviations of the Gaussian that are looked at.
REACH = 6.0
# Rings of wave numbers between two zeros of the fastest wave: six-point interpolation errs by 1e-4.
RINGS = 6
# Points of Gauss and Legendre's rule on panels of so many bandwidths: 2e-7 off for the shortest wave.
POINTS, PANEL = 12, 4.0
# Steps of the table of Bessel's function: four-point interpolation errs by 4e-9.
TABLE = 0.02
GRID_ERROR, WORST = 1e-3, 1e-2
# By how much of its peak a curve moves at most if all distances change by a bandwidth: see `grid_distortion`.
SLOPE = 1.1
MOST_CELLS, MANY = 2**26, 100_000


class WaveDensity:
    """Sites spread over a grid, transformed, and their waves gathered by wave number."""

    name = "grid"

    def __init__(self, sites: Sites, distances: Floats, bandwidth: float, *, groups: Groups) -> None:
        from traitdunion.methods.compiled.spectral_kernels import by_row  # noqa: PLC0415  slow to import

        self.error = grid_error(sites, distances, bandwidth, groups)
        plane = np.ascontiguousarray(_plane(sites))
        reach = float(distances[-1]) + REACH * bandwidth
        cell = bandwidth / CELLS
        self.shape = _sides(plane, reach, cell)
        # Sites are kept row by row, so that the rows that many of them write to stay in fast memory.
        self._rank, self._place = np.empty(len(plane), dtype=np.int64), np.empty(plane.shape)
        by_row(plane, cell, np.zeros(self.shape[0] + 1, dtype=np.int64), self._rank, self._place)
        self._waves = _waves(self.shape, cell)
        self._width = np.pi / (RINGS * reach)
        self._rings = int(WAVES / bandwidth / self._width) + 8
        self._transfer = _ring_transforms(
            distances, bandwidth, reach, np.abs(np.arange(self._rings) - 2.0) * self._width
        ) / (self.shape[0] * self.shape[1] * cell**2)

    def curves(self, batch: Sequence[Groups]) -> Floats:
        """Smoothed density of pair distances of each."""
        return np.stack([self._curve(groups) for groups in batch])

    def _curve(self, groups: Groups) -> Floats:
        from traitdunion.methods.compiled.spectral_kernels import ring_power  # noqa: PLC0415  slow to import

        one = self._spectrum(groups.first, groups.first_weight)
        other = one if groups.same else self._spectrum(groups.second, groups.second_weight)
        power = np.zeros(self._rings)
        ring_power(one, other, *self._waves, groups.alone, self._width, power)
        return np.asarray(power @ self._transfer / groups.total)

    def _spectrum(self, which: npt.NDArray[np.int64], weight: Floats) -> Any:
        from scipy import fft  # noqa: PLC0415  slow to import

        from traitdunion.methods.compiled.spectral_kernels import spread  # noqa: PLC0415  slow to import

        at = self._rank[which]
        if which.size > MANY:
            held = np.zeros(self._rank.size)
            held[at] = weight
            at = np.flatnonzero(held)
            weight = held[at]
        grid = np.zeros(self.shape)
        spread(at, weight, self._place, grid)
        return fft.rfft2(grid, overwrite_x=True, workers=1)


def grid_distortion(sites: Sites, distances: Floats, bandwidth: float) -> float:
    """Bound what projecting the sphere onto a plane does to a curve, as a share of its peak; 0 on the plane.

    Notes
    -----
    A distance off by a share e moves its Gaussian by e d. The slope of a Gaussian is everywhere below 0.546
    times two Gaussians of the same width one bandwidth to either side, over the bandwidth, and these sum up
    to the curve: so a curve moves by at most 1.1 e d / bandwidth of its peak.

    Examples
    --------
    >>> from traitdunion.methods.space.point_patterns import read_sites
    >>> belgium = read_sites([[51.5, 2.5], [49.5, 6.4]], "sphere")
    >>> round(grid_distortion(belgium, np.array([0.0, 100.0]), 5.0), 4)
    0.0028
    """
    if sites.radius == 0.0:
        return 0.0
    off = equal_area(sites.points[:, 0], sites.points[:, 1]).distortion
    return SLOPE * off * (float(distances[-1]) / bandwidth + REACH)


def grid_error(sites: Sites, distances: Floats, bandwidth: float, groups: Groups) -> float:
    """Bound the error of a grid's curve, as a share of its peak.

    What a site has with itself is taken out of the sum; where one plant outweighs the pairs, its error stays.

    Examples
    --------
    >>> from traitdunion.methods.space.point_patterns import read_groups, read_sites
    >>> sites = read_sites([[0, 0], [1, 0], [2, 0]])
    >>> grid_error(sites, np.array([0.0, 5.0]), 1.0, read_groups(sites, [1, 1, 1], None, None))
    0.0015
    """
    return GRID_ERROR * (1.0 + groups.alone / groups.total) + grid_distortion(sites, distances, bandwidth)


def grid_fits(sites: Sites, distances: Floats, bandwidth: float, groups: Groups) -> bool:
    """Whether a grid fits into memory and errs by less than a hundredth of the peak.

    Examples
    --------
    >>> from traitdunion.methods.space.point_patterns import read_groups, read_sites
    >>> sites = read_sites([[0, 0], [9, 9]])
    >>> grid_fits(sites, np.array([0.0, 5.0]), 1e-9, read_groups(sites, [1, 1], None, None))
    False
    """
    try:
        error = grid_error(sites, distances, bandwidth, groups)
        _sides(_plane(sites), float(distances[-1]) + REACH * bandwidth, bandwidth / CELLS)
    except InputError:
        return False
    return error <= WORST


def _plane(sites: Sites) -> Floats:
    if sites.radius == 0.0:
        return np.asarray(sites.points - [column.min() for column in sites.points.T], dtype=float)
    flat = equal_area(sites.points[:, 0], sites.points[:, 1])
    return np.column_stack([flat.x - flat.x.min(), flat.y - flat.y.min()])


def _sides(plane: Floats, reach: float, cell: float) -> tuple[int, int]:
    """Cells along each side: no two sites may meet around the edge within what is looked at."""
    from scipy import fft  # noqa: PLC0415  slow to import

    widest = np.array([column.max() for column in plane.T])
    needed = np.ceil((widest + reach) / cell) + 2 * SPLINE_ORDER
    if needed.prod() > MOST_CELLS:
        raise InputError("grid-too-large", cells=float(needed.prod()), most=MOST_CELLS)
    return fft.next_fast_len(int(needed[0])), fft.next_fast_len(int(needed[1]), real=True)


def _waves(shape: tuple[int, int], cell: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Wave numbers of rows and columns of a half spectrum, and what undoes the spreading in each."""
    across = np.asarray(np.fft.fftfreq(shape[0], cell), dtype=float)
    along = np.asarray(np.fft.rfftfreq(shape[1], cell), dtype=float)

    def mend(waves: Floats) -> Floats:
        return np.asarray(np.sinc(waves * cell) ** (-2.0 * SPLINE_ORDER), dtype=float)

    return 2.0 * np.pi * across, 2.0 * np.pi * along, mend(across), mend(along)


def _ring_transforms(distances: Floats, bandwidth: float, reach: float, waves: Floats) -> Floats:
    """Transform the smoothed ring of each distance, reflected at zero: shape (waves, distances).

    Hankel's integral by Gauss and Legendre's rule.
    """
    from scipy.special import j0  # noqa: PLC0415  slow to import

    from traitdunion.methods.compiled.spectral_kernels import tabled  # noqa: PLC0415  slow to import

    nodes, shares = np.polynomial.legendre.leggauss(POINTS)
    half = PANEL / 2.0 * bandwidth
    starts = np.arange(0.0, reach, 2.0 * half)
    radius = (starts[:, None] + half * (nodes + 1.0)).ravel()
    share = np.tile(half * shares, starts.size)
    rings = gaussian(distances, radius, bandwidth) * (2.0 * np.pi * radius * share)
    table = j0(np.arange(-1.0, waves.max() * radius[-1] / TABLE + 6.0) * TABLE)
    waved = np.empty((waves.size, radius.size))
    tabled(waves, radius, table, TABLE, waved)
    return np.asarray(waved @ rings.T, dtype=float)
