"""What new ties would do in a network too large to ask exactly: random projections, with their error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.networks.laplacian import BLOCK, Laplacian, laplacian, potentials
from traitdunion.methods.networks.new_ties import TieGains, drops, new_ties
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

# What may be left of a system that a sketch solves: far below the error of the sketch.
LEFT = 1e-6


def sketched_gains(
    adjacency: Any, pairs: npt.ArrayLike, *, seed: int, dimensions: int = 200, weight: npt.ArrayLike = 1.0
) -> TieGains:
    """Estimate `resistance.tie_gains` for very many candidates in a large network, with the error of each.

    Candidates are compared by random projections of the potentials, so that time grows with ties times
    dimensions plus candidates times dimensions. Use it to make a short list, then ask `resistance.tie_gains`
    for the exact gains of those on it: of the estimates the largest are also the luckiest. Not to be summed:
    the drop of a set is not submodular, two ties may do more together than apart.

    Parameters
    ----------
    adjacency, pairs, weight
        As for `resistance.tie_gains`.
    seed : int
    dimensions : int
        Of each of two projections. The relative standard error of a drop is at most 2 / sqrt(dimensions),
        14 % for 200, and less where the new tie is weak; that of a resistance sqrt(2 / dimensions).

    Returns
    -------
    TieGains
        With the standard error of each drop, rather too large than too small: an upper bound, in which the
        estimate stands for the truth. Estimates lie too high by at most some 2 / dimensions of themselves.

    Raises
    ------
    InputError
        Those of `resistance.tie_gains`; `draws-too-few` for less than one dimension, `seed-negative`.

    Notes
    -----
    Resistances: Spielman & Srivastava (2011), Graph sparsification by effective resistances, SIAM Journal on
    Computing 40(6). Projections by signs: Achlioptas (2003), Database-friendly random projections, Journal of
    Computer and System Sciences 66: with 4 log(k) / (e²/2 - e³/3) dimensions no resistance of k pairs is
    likely to be wrong by more than the share e. The second projection, of the potentials themselves, rests on
    the same lemma. The variance of a squared length under signs is at most 2 / dimensions
    of its square.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> gains = sketched_gains(path, [[0, 2]], seed=1, dimensions=4000)
    >>> bool(abs(gains.drop[0] - 2.0) < 4 * gains.standard_error[0])
    True
    """
    if dimensions < 1:
        raise InputError("draws-too-few", draws=dimensions, least=1)
    network = laplacian(adjacency)
    new, flows = new_ties(network, pairs, weight), _tie_currents(network)
    nodes, count = flows.shape

    def by_ties(draw: int) -> Floats:
        return np.asarray(flows @ _signs(seed, 2 * draw, count))

    def by_nodes(draw: int) -> Floats:
        return _signs(seed, 2 * draw + 1, nodes)

    resistance = _lengths(network, new.ends, by_ties, dimensions)
    drop, share = drops(new, resistance, _lengths(network, new.ends, by_nodes, dimensions))
    error = drop * np.sqrt(2.0 / dimensions * (1.0 + share**2))
    return TieGains(drop, new.joined, error)


def _tie_currents(network: Laplacian) -> Any:
    """One column a tie: the root of its weight in at one end, out at the other."""
    upper = sparse.triu(network.ties, k=1, format="coo")
    count, root = upper.nnz, np.sqrt(upper.data)
    rows, columns = np.concatenate(upper.coords), np.tile(np.arange(count), 2)
    return sparse.csr_array(
        (np.concatenate([root, -root]), (rows, columns)), shape=(len(network.part), count)
    )


def _signs(seed: int, draw: int, count: int) -> Floats:
    return np.asarray(2.0 * stream(seed, draw).integers(0, 2, count) - 1.0)


def _lengths(network: Laplacian, ends: Integers, project: Callable[[int], Floats], dimensions: int) -> Floats:
    """Mean over the projections of the squared difference between the two ends."""
    total = np.zeros(len(ends))
    for start in range(0, dimensions, BLOCK):
        draws = range(start, min(start + BLOCK, dimensions))
        block = np.column_stack([project(draw) for draw in draws])
        for column in potentials(network, block, left=LEFT).T:
            total += (column[ends[:, 0]] - column[ends[:, 1]]) ** 2
    return total / dimensions
