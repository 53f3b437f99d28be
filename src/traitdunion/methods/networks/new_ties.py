"""Ties that could be made, read once, and the rule that turns potentials into what each would do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights
from traitdunion.methods.networks.laplacian import Laplacian

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class NewTies:
    """Candidates in a network.

    Attributes
    ----------
    ends : ndarray of int, shape (k, 2)
    weight : ndarray, shape (k,)
    crossing : ndarray of bool, shape (k,)
        Whether the ends lie in two components.
    nodes : ndarray of int, shape (k,)
        Nodes of the component of the first end.
    joined : ndarray of int, shape (k,)
        Pairs of nodes that the tie brings within reach.
    """

    ends: Integers
    weight: Floats
    crossing: Bools
    nodes: Integers
    joined: Integers


@dataclass(frozen=True, slots=True)
class TieGains:
    """What each candidate would do if it were the only new tie. Not to be summed.

    Attributes
    ----------
    drop : ndarray, shape (k,)
        Fall of the sum of resistances over the pairs that reach each other already; exactly 0 for a tie
        between two components, which changes no resistance within them.
    joined : ndarray of int, shape (k,)
        Pairs that come within reach: the product of the sizes of two components, otherwise 0.
    standard_error : ndarray, shape (k,)
        Of the drop; zeros where it is exact.
    """

    drop: Floats
    joined: Integers
    standard_error: Floats


def new_ties(network: Laplacian, pairs: npt.ArrayLike, weight: npt.ArrayLike = 1.0) -> NewTies:
    """Read candidates.

    Parameters
    ----------
    network : Laplacian
    pairs : array_like of int, shape (k, 2)
    weight : array_like, scalar or shape (k,)

    Raises
    ------
    InputError
        `rows-outside`, `lengths-differ`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> from traitdunion.methods.networks.laplacian import laplacian
    >>> new_ties(laplacian([[0, 1, 0], [1, 0, 0], [0, 0, 0]]), [[0, 2]]).joined.tolist()
    [2]
    """
    ends = _ends(pairs, len(network.part))
    new = weights(weight, "weight")
    new = np.full(len(ends), float(new)) if new.ndim == 0 else weights(new, "weight", length=len(ends))
    part = network.part[ends]
    crossing = np.asarray(part[:, 0] != part[:, 1])
    joined = np.where(crossing & (new > 0), network.size[part].prod(axis=1), 0)
    return NewTies(ends, new, crossing, network.size[part[:, 0]], joined)


def drops(new: NewTies, resistance: Floats, square: Floats) -> tuple[Floats, Floats]:
    """Turn what a current from end to end does into what a tie there would do.

    Parameters
    ----------
    new : NewTies
    resistance : ndarray, shape (k,)
        Between the ends: b'L+ b.
    square : ndarray, shape (k,)
        Sum of squares of the potentials: |L+ b|².

    Returns
    -------
    drop : ndarray, shape (k,)
        n |L+ b|² w / (1 + w b'L+ b).
    share : ndarray, shape (k,)
        Of the current that the new tie would take over: w b'L+ b / (1 + w b'L+ b).

    Examples
    --------
    >>> from traitdunion.methods.networks.laplacian import laplacian
    >>> pair = new_ties(laplacian([[0, 1], [1, 0]]), [[0, 1]])
    >>> [part.tolist() for part in drops(pair, np.array([1.0]), np.array([0.5]))]
    [[0.5], [0.5]]
    """
    taken = new.weight / (1.0 + new.weight * resistance)
    return (
        np.where(new.crossing, 0.0, new.nodes * square * taken),
        np.where(new.crossing, 0.0, resistance * taken),
    )


def end_currents(ends: Integers, nodes: int) -> Floats:
    """Let one flow in at the first end of each pair and out at the second.

    Examples
    --------
    >>> end_currents(np.array([[0, 2]]), 3).tolist()
    [[1.0], [0.0], [-1.0]]
    """
    currents, column = np.zeros((nodes, len(ends))), np.arange(len(ends))
    currents[ends[:, 0], column] += 1.0
    currents[ends[:, 1], column] -= 1.0
    return currents


def _ends(pairs: npt.ArrayLike, nodes: int) -> Integers:
    read = numbers(pairs, "pairs")
    read = read.reshape(-1, 2) if read.size == 0 else read
    if read.ndim != 2 or read.shape[1] != 2:
        found = read.shape[-1] if read.ndim else 1
        raise InputError("lengths-differ", name="pairs", found=found, expected=2)
    wrong = int(((read < 0) | (read >= nodes) | (read != np.floor(read))).any(axis=1).sum())
    if wrong:
        raise InputError("rows-outside", count=wrong, rows=nodes)
    return read.astype(np.int64)
