"""Tables and networks drawn at random among all that have the same degrees, and whether the drawing mixed.

The yardstick of the fast forms in `bipartite_models` and `configuration_models`: every degree holds exactly,
no tie is double. Like them it knows nothing of distance.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.arguments import group_codes, ties
from traitdunion.methods.null_models.bipartite_models import pattern, shared_observed
from traitdunion.methods.null_models.configuration_models import contacts_between
from traitdunion.methods.null_models.mixing import BURN, Entries, Keys, plan, summarized, whole
from traitdunion.methods.null_models.mixing import SwapDraws as SwapDraws
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Trades for each line, and swaps for each tie, between draws.
TRADES, SWAPS = 5, 5


@dataclass(frozen=True, slots=True)
class _Lines:
    """The side of a table that trades: its lines, what they hold, and whether they are the columns."""

    starts: Ints
    entries: Entries
    movable: Ints
    others: int
    turned: bool


def curveball(membership: Any, *, trades: int | None = None, seed: int, draw: int = 0) -> Any:
    """Draw a table of the same row and column sums, each of them as likely once enough trades are made.

    Two lines at a time deal out anew what only one of them holds. Lines are rows or columns, whichever are
    fewer.

    Parameters
    ----------
    membership : sparse array, shape (rows, columns)
        Any weight above 0 is one tie.
    trades : int, optional
        By default 40 for each line.
    seed, draw : int
        As for `permutation.stream`.

    Returns
    -------
    csr_array of float, shape (rows, columns)
        Of ones.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative` (also for trades), `seed-negative`.

    Notes
    -----
    Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz (2014), A fast and unbiased procedure to randomize
    ecological binary matrices, Nature Communications 5, 4114. Uniform: Carstens (2015), Physical Review E
    91, 042812.

    Examples
    --------
    >>> drawn = curveball([[1, 0, 1], [0, 1, 0]], seed=1)
    >>> drawn.sum(axis=0).tolist(), drawn.sum(axis=1).tolist()
    ([1.0, 1.0, 1.0], [2.0, 1.0])
    """
    table = pattern(membership)
    lines = _lines(table)
    entries = lines.entries.copy()
    turns = whole(trades, "trades", TRADES * BURN * lines.movable.size)
    _trade(lines, entries, turns, stream(seed, draw).integers(2**64, dtype=np.uint64))
    starts, of = _rows(lines, entries)
    drawn = sparse.csr_array((np.ones(of.size), of, starts), shape=table.shape)
    drawn.sort_indices()
    return drawn


def shared_by_swaps(
    membership: Any,
    *,
    groups: npt.ArrayLike | None = None,
    draws: int,
    seed: int,
    burn_in: int | None = None,
    thin: int | None = None,
) -> SwapDraws:
    """Draw the shared rows of each pair of columns, or contacts of groups of columns, by `curveball` trades.

    Half of the draws come from a chain that starts at the table itself, half from one that starts at the
    most nested table of the same sums: where they disagree, neither has forgotten its start.

    Parameters
    ----------
    membership : sparse array, shape (rows, columns)
        Organizations by clusters, or projects by organizations; any weight above 0 is one tie.
    groups : array_like of int, shape (columns,), optional
        Group of each column from 0, -1 for none; contacts are counted as in `shared_expected`.
    draws : int
        At least 8; some hundreds for a mean, 1,000 and more for small p-values.
    seed : int
    burn_in, thin : int, optional
        Trades before the first draw of a chain, by default 40 for each line, and between draws, by
        default 5 for each line. Lines are the rows or columns, whichever are fewer.

    Raises
    ------
    InputError
        `draws-too-few`, `seed-negative`, `values-not-numbers`, `values-negative`, `lengths-differ`,
        `group-codes`.

    Notes
    -----
    As `curveball`. Split chains: Gelman et al. (2013), Bayesian Data Analysis, section 11.4.

    Examples
    --------
    >>> drawn = shared_by_swaps([[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 0, 1]], draws=400, seed=1)
    >>> drawn.mixed, float(drawn.observed[0, 1]), bool(drawn.mean[0, 1] < 1.5)
    (True, 2.0, True)
    """
    from traitdunion.methods.compiled.swaps import count_shared  # noqa: PLC0415  slow to import

    table = pattern(membership)
    observed = shared_observed(table, groups)
    of = np.arange(table.shape[1]) if groups is None else group_codes(groups, length=table.shape[1])
    lines = _lines(table)
    pace = plan(draws, seed, thin, burn_in, TRADES * lines.movable.size)

    def walk(entries: Entries, keys: Keys) -> Iterator[Ints]:
        for turn, key in enumerate(keys):
            _trade(lines, entries, pace.thin if turn else pace.burn_in, key)
            contacts = np.empty(observed.shape, dtype=np.int64)
            count_shared(*_rows(lines, entries), of, contacts)
            yield contacts

    return summarized(observed, walk, (lines.entries.copy(), _nested(lines)), pace)


def contacts_by_swaps(
    adjacency: Any,
    groups: npt.ArrayLike,
    *,
    draws: int,
    seed: int,
    burn_in: int | None = None,
    thin: int | None = None,
) -> SwapDraws:
    """Draw the ties between groups among all simple networks of the same degrees, by swaps of two ties' ends.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        A tie in either direction is one tie, whatever its weight; those of a node to itself are passed over.
    groups : array_like of int, shape (n,)
        Group of every node from 0, -1 for none.
    draws : int
        At least 8.
    seed : int
    burn_in, thin : int, optional
        Swaps tried before the first draw of a chain, by default 40 for each tie, and between draws, by
        default 5 for each tie. One chain starts at the network, one at the most nested of its degrees.

    Raises
    ------
    InputError
        `draws-too-few`, `seed-negative`, `matrix-not-square`, `values-not-numbers`, `values-negative`,
        `lengths-differ`, `group-codes`.

    Notes
    -----
    Rao, Jana & Bandyopadhyay (1996), Sankhya A 58(2); a swap that is refused counts as a step: Fosdick,
    Larremore, Nishimura & Ugander (2018), Configuring random graph models with fixed degree sequences, SIAM
    Review 60(2).

    Examples
    --------
    >>> ring = [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]]
    >>> contacts_by_swaps(ring, [0, 0, 1, 1], draws=400, seed=1).mean.round().tolist()
    [[1.0, 3.0], [3.0, 1.0]]
    """
    from traitdunion.methods.compiled.swaps import count_ties, swap_ends  # noqa: PLC0415  slow to import

    matrix = ties(adjacency)
    of = group_codes(groups, length=matrix.shape[0])
    observed = contacts_between(matrix, of).astype(float)
    matrix = sparse.csr_array((matrix + matrix.T) > 0)
    matrix.setdiag(False)
    matrix.eliminate_zeros()
    matrix.sort_indices()
    starts = matrix.indptr.astype(np.int64)
    owners = np.repeat(np.arange(matrix.shape[0], dtype=np.int32), np.diff(starts))
    pace = plan(draws, seed, thin, burn_in, SWAPS * matrix.nnz // 2)

    def walk(entries: Entries, keys: Keys) -> Iterator[Ints]:
        partners = np.empty(entries.size, dtype=np.int64)
        partners[np.lexsort((owners, entries))] = np.lexsort((entries, owners))
        for turn, key in enumerate(keys):
            if entries.size:
                swap_ends(starts, entries, owners, partners, pace.thin if turn else pace.burn_in, key)
            contacts = np.empty(observed.shape, dtype=np.int64)
            count_ties(owners, entries, of, contacts)
            yield contacts

    begin = matrix.indices.astype(np.int32), _nested_network(np.diff(starts))
    return summarized(observed, walk, begin, pace)


def _lines(table: Any) -> _Lines:
    """Lines of the shorter side; those empty or full never change and stay out."""
    turned = table.shape[1] < table.shape[0]
    side = sparse.csr_array(table.T) if turned else table
    size = np.diff(side.indptr)
    movable = np.flatnonzero((size > 0) & (size < side.shape[1]))
    return _Lines(side.indptr.astype(np.int64), side.indices.astype(np.int32), movable, side.shape[1], turned)


def _rows(lines: _Lines, entries: Entries) -> tuple[Ints, Entries]:
    """Starts and entries of the rows of the table; a view of the lines where these are the rows."""
    if not lines.turned:
        return lines.starts, entries
    shape = (lines.starts.size - 1, lines.others)
    table = sparse.csr_array((np.ones(entries.size, dtype=np.int8), entries, lines.starts), shape=shape)
    rows = table.tocsc()
    return rows.indptr.astype(np.int64), rows.indices.astype(np.int32)


def _trade(lines: _Lines, entries: Entries, trades: int, key: np.uint64) -> None:
    from traitdunion.methods.compiled.swaps import trade  # noqa: PLC0415  slow to import

    if lines.movable.size > 1:
        trade(lines.starts, entries, lines.movable, lines.others, trades, key)


def _nested(lines: _Lines) -> Entries:
    """Entries of a table of the same sums, each line in turn, the longest first, holding what is wanted most.

    Ryser (1957), Combinatorial properties of matrices of zeros and ones, Canadian Journal of Mathematics 9.
    """
    wanted = np.bincount(lines.entries, minlength=lines.others)
    heap = [(-int(count), other) for other, count in enumerate(wanted) if count]
    heapq.heapify(heap)
    entries = np.empty_like(lines.entries)
    size = np.diff(lines.starts)
    for line in np.argsort(-size, kind="stable"):
        taken = [heapq.heappop(heap) for _ in range(size[line])]
        start = lines.starts[line]
        entries[start : start + len(taken)] = [other for _, other in taken]
        for count, other in taken:
            if count < -1:
                heapq.heappush(heap, (count + 1, other))
    return entries


def _nested_network(degrees: Ints) -> Entries:
    """Neighbours in a simple network of the degrees: the node that wants most takes those that want most.

    Havel (1955), Casopis pro pestovani matematiky 80; Hakimi (1962), SIAM Journal 10(3).
    """
    heap = [(-int(degree), node) for node, degree in enumerate(degrees) if degree]
    heapq.heapify(heap)
    near: list[list[int]] = [[] for _ in degrees]
    while heap:
        count, node = heapq.heappop(heap)
        taken = [heapq.heappop(heap) for _ in range(-count)]
        for wanted, other in taken:
            near[node].append(other)
            near[other].append(node)
            if wanted < -1:
                heapq.heappush(heap, (wanted + 1, other))
    return np.array([other for ends in near for other in sorted(ends)], dtype=np.int32)
