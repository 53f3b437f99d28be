"""Loops around a Fourier transform of sites: onto the grid before it, into rings of wave numbers after it."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import complex128, float64, int64, void

from traitdunion.methods.compiled.base import compiled
from traitdunion.methods.compiled.constants import SPLINE_ORDER

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Complexes = npt.NDArray[np.complex128]


@compiled(void(float64[:, ::1], float64, int64[::1], int64[::1], float64[:, ::1]))
def by_row(plane: Floats, cell: float, starts: Integers, rank: Integers, place: Floats) -> None:
    """Put sites in the order of their rows of cells, those of a row as they come.

    `starts` has one zero more than there are rows, and is used up. `rank` becomes the new place of each site,
    `place` row and column in cells, in the new order; a site beyond the last row counts as of that.
    """
    last, inverse = starts.size - 2, 1.0 / cell
    for i in range(plane.shape[0]):
        starts[min(max(int(plane[i, 0] * inverse), 0), last) + 1] += 1
    for row in range(1, last + 1):
        starts[row + 1] += starts[row]
    for i in range(plane.shape[0]):
        row = min(max(int(plane[i, 0] * inverse), 0), last)
        at = starts[row]
        starts[row] += 1
        rank[i] = at
        place[at, 0] = plane[i, 0] * inverse
        place[at, 1] = plane[i, 1] * inverse


@compiled(void(int64[::1], float64[::1], float64[:, ::1], float64[:, ::1]))
def spread(members: Integers, weight: Floats, place: Floats, out: Floats) -> None:
    """Add each member's weight to the cells around it, by the shares of a B-spline along rows and columns.

    `place` holds the row and the column of every site, in cells; a site goes to `SPLINE_ORDER` rows and
    columns, from its own cell on. What would fall off the grid is left out.
    """
    rows, columns = out.shape
    share = np.zeros((2, SPLINE_ORDER))
    for m in range(members.size):
        i = members[m]
        top, left = math.floor(place[i, 0]), math.floor(place[i, 1])
        if top < 0 or left < 0 or top + SPLINE_ORDER > rows or left + SPLINE_ORDER > columns:
            continue
        for axis in range(2):
            part = place[i, axis] - (top if axis == 0 else left)
            share[axis, 0] = weight[m] if axis == 0 else 1.0
            for n in range(2, SPLINE_ORDER + 1):
                over = 1.0 / (n - 1)
                for j in range(n - 1, 0, -1):
                    lower = (part + (n - 1) - j) * share[axis, j - 1]
                    own = (1.0 - part + j) * share[axis, j] if j < n - 1 else 0.0
                    share[axis, j] = (own + lower) * over
                share[axis, 0] *= (1.0 - part) * over
        for a in range(SPLINE_ORDER):
            for b in range(SPLINE_ORDER):
                out[top + a, left + b] += share[0, a] * share[1, b]


@compiled(void(complex128[:, ::1], complex128[:, ::1], float64[::1], float64[::1], float64[::1],
               float64[::1], float64, float64, float64[::1]))  # fmt: skip
def ring_power(
    one: Complexes, other: Complexes, across: Floats, along: Floats, mend_rows: Floats, mend_columns: Floats,
    alone: float, width: float, out: Floats,
) -> None:  # fmt: skip
    """Add up the power of every wave over rings of wave numbers, by six-point interpolation.

    `one` and `other` are half spectra as `rfft2` gives them, of sides `across` and `along` in wave numbers;
    a row and the row opposite hold waves of one length. The factors `mend` undo the spreading over cells,
    `alone` is the power that sites have with themselves.
    Ring q stands at wave number (q - 2) `width`; waves beyond the last but four are left out.
    """
    rings, columns, rows = out.size, along.size, across.size
    for r in range(rows // 2 + 1):
        twin = (rows - r) % rows
        for c in range(columns):
            wave = math.sqrt(across[r] * across[r] + along[c] * along[c]) / width
            b = int(wave)
            if b + 5 >= rings:
                break
            a, o = one[r, c], other[r, c]
            power = (a.real * o.real + a.imag * o.imag) * mend_rows[r] * mend_columns[c] - alone
            if twin != r:
                a, o = one[twin, c], other[twin, c]
                power += (a.real * o.real + a.imag * o.imag) * mend_rows[r] * mend_columns[c] - alone
            if c > 0:
                power *= 2.0
            t = wave - b
            # Lagrange's polynomials through the nodes -2 to 3.
            u2, u1, v1, v2, v3 = t + 2.0, t + 1.0, t - 1.0, t - 2.0, t - 3.0
            out[b] -= power * u1 * t * v1 * v2 * v3 / 120.0
            out[b + 1] += power * u2 * t * v1 * v2 * v3 / 24.0
            out[b + 2] -= power * u2 * u1 * v1 * v2 * v3 / 12.0
            out[b + 3] += power * u2 * u1 * t * v2 * v3 / 12.0
            out[b + 4] -= power * u2 * u1 * t * v1 * v3 / 24.0
            out[b + 5] += power * u2 * u1 * t * v1 * v2 / 120.0


@compiled(void(float64[::1], float64[::1], float64[::1], float64, float64[:, ::1]))
def tabled(one: Floats, other: Floats, table: Floats, step: float, out: Floats) -> None:
    """Read a function of the product of two numbers from a table, by four-point interpolation.

    `table[k]` is the function at (k - 1) `step`; beyond the last but three the answer is the last value.
    """
    last = table.size - 1
    for i in range(one.size):
        steps = one[i] / step
        for j in range(other.size):
            place = steps * other[j]
            if place + 4.0 > last:
                out[i, j] = table[last]
                continue
            b = int(place)
            t = place - b
            u, v, w = t + 1.0, t - 1.0, t - 2.0
            before = u * v * w * table[b + 1] / 2.0 - t * v * w * table[b] / 6.0
            out[i, j] = before - u * t * w * table[b + 2] / 2.0 + u * t * v * table[b + 3] / 6.0
