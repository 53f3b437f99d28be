"""Pairs that did not come true, to tell those that did from: at random, or of partners of the same size."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import ties
from traitdunion.methods.networks.candidate_scores import served_rows
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Pairs(NamedTuple):
    """Rows and columns, of the same shape."""

    rows: Ints
    columns: Ints


def random_negatives(tied: Any, *, count: int, seed: int) -> Pairs:
    """Draw pairs of two different nodes, none of them tied, all equally likely.

    They are far too easy: most have no partner in common and one end of few partners. Report what is measured
    against them only next to `matched_negatives`.

    Parameters
    ----------
    tied : sparse array, shape (n, n)
        Any non-zero entry is a pair that must not be drawn, such as ties before and after.
    count : int
        Pairs tried: as many are given as turn out not to be tied.
    seed : int

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`, `seed-negative`.

    Examples
    --------
    >>> pairs = random_negatives([[0, 1, 0], [1, 0, 0], [0, 0, 0]], count=20, seed=1)
    >>> sorted({*zip(pairs.rows.tolist(), pairs.columns.tolist())})
    [(0, 2), (1, 2), (2, 0), (2, 1)]
    """
    barred = ties(tied, "tied")
    dice, nodes = stream(seed, 0), barred.shape[0]
    if nodes < 2:
        return Pairs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    row, column = dice.integers(nodes, size=count), dice.integers(nodes - 1, size=count)
    return _open(barred, row, column + (column >= row))


def matched_negatives(
    rows: npt.ArrayLike,
    columns: npt.ArrayLike,
    tied: Any,
    degree: npt.ArrayLike,
    *,
    seed: int,
    size: int = 100,
) -> Pairs:
    """Swap the column of each pair for a node of about as many partners that its row is not tied to.

    A score that tells pairs from these knows who fits whom, not only who is large.

    Parameters
    ----------
    rows, columns : array_like of int, shape (p,)
        Pairs that came true.
    tied : sparse array, shape (n, n)
        As for `random_negatives`.
    degree : array_like, shape (n,)
        Partners of each node, or another size.
    seed : int
    size : int
        Nodes are cut by degree into groups of about this many; equal degrees stay together, so that there
        are larger groups where many have few partners. At least 1.

    Returns
    -------
    Pairs
        At most p: pairs whose stand-in is tied to the row, or is the row, are left out. Hubs lose more pairs
        than others, as most of their like are their partners.

    Raises
    ------
    InputError
        As for `random_negatives`; `lengths-differ`, `rows-outside`, `ranks-from-one`.

    Notes
    -----
    Negatives that are hard for a reason: Li et al. (2023), Evaluating graph neural networks for link
    prediction: current pitfalls and new benchmarking, NeurIPS 36.

    Examples
    --------
    >>> tied = [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    >>> pairs = matched_negatives([0] * 9, [1] * 9, tied, [1, 1, 1, 7], size=1, seed=1)
    >>> {*pairs.columns.tolist()}
    {2}
    """
    barred = ties(tied, "tied")
    row, column = served_rows(rows, barred.shape[0]), served_rows(columns, barred.shape[0])
    amount = np.asarray(degree, dtype=float)
    for name, found, expected in (
        ("columns", len(column), len(row)),
        ("degree", len(amount), barred.shape[0]),
    ):
        if found != expected:
            raise InputError("lengths-differ", name=name, found=found, expected=expected)
    if size < 1:
        raise InputError("ranks-from-one", name="size", value=size)
    if len(row) == 0:
        return Pairs(row, column)
    order = np.argsort(amount, kind="stable")
    start, stop = _groups(amount[order], size)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    drawn = stream(seed, 0).integers(start[place[column]], stop[place[column]])
    return _open(barred, row, order[drawn])


def _groups(ordered: Floats, size: int) -> tuple[Ints, Ints]:
    """Where the group of each place begins and ends, in order of degree; equal degrees are never cut."""
    places = np.arange(len(ordered))
    # Counted from the top, where degrees are far apart: the group that comes out short is at the bottom.
    block = (len(ordered) - np.searchsorted(ordered, ordered, "right")) // size
    begins = np.flatnonzero(np.append(True, block[1:] != block[:-1]))
    ends = np.append(begins[1:], len(ordered))
    at = np.searchsorted(begins, places, "right") - 1
    return begins[at], ends[at]


def _open(barred: Any, rows: Ints, columns: Ints) -> Pairs:
    free = rows != columns
    rows, columns = rows[free], columns[free]
    if len(rows):
        free = np.asarray(barred[rows, columns]).ravel() == 0
        rows, columns = rows[free], columns[free]
    return Pairs(rows, columns)
