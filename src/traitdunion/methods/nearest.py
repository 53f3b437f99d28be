"""Nearest neighbours among many vectors: the likest of each, exactly or by cells, and no index to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream

Singles = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Rows up to which every pair is looked at, and columns of a block then.
EXACT, WIDE = 20_000, 2_048
# Likenesses held at once, and rows served together.
BLOCK, CHUNK = 4_000_000, 65_536
# Cells searched for each row, rows for each cell that cells are made from, and steps of making them.
PROBES, SAMPLE, STEPS = 24, 64, 6
# A place of a list is one whole number, likeness before column: places compare, and sort, as numbers.
MILLION, LOW = 1e6, np.int64(0xFFFFFFFF)
NOBODY = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The likest of each row, best first.

    Attributes
    ----------
    columns : ndarray of int, shape (q, k)
        -1 where there are fewer.
    scores : ndarray, shape (q, k)
        Cosines, rounded to six decimals; NaN where there are fewer.
    """

    columns: Ints
    scores: Floats


class _Cells(NamedTuple):
    """Vectors cell after cell: centres (none: all are searched), rows, numbers, bounds, pairs barred."""

    centres: Singles | None
    rows: Singles
    numbers: Ints
    start: Ints
    barred: Any


def nearest(
    vectors: npt.ArrayLike,
    *,
    k: int,
    queries: npt.ArrayLike | None = None,
    excluded: Any = None,
    cells: int | None = None,
    probes: int = PROBES,
    seed: int = 1,
) -> Neighbours:
    """Find the k vectors of the greatest cosine with each.

    Up to 20,000 vectors every pair is looked at. Beyond, the vectors are parted in cells around centres, and
    each is compared with those of the cells whose centres are nearest: some neighbours are missed, those it
    finds are right. Of 200,000 vectors with the structure of texts (64 columns, 800 topics) 99 in 100 of the
    true twenty are found (benchmarks/nearest_neighbours.py). Vectors without any structure are the worst
    case: of 200,000 drawn from one Gaussian in 64 dimensions a third are found; then ask for more `probes`,
    or for `cells=1`, which is exact at any size.

    Parameters
    ----------
    vectors : array_like, shape (n, d)
        Of any length: only directions count. A row of zeros is like nobody: it is in no list and has none.
    k : int
        Length of lists, from 1.
    queries : array_like, shape (q, d), optional
        Whose lists are made; by default each of `vectors`, which is then never in its own list.
    excluded : array_like or sparse array, shape (q, n), optional
        Any non-zero entry is no candidate for that query, as a partner known already; others take its place.
    cells : int, optional
        By default 1 up to 20,000 vectors, beyond twice the square root of their number.
    probes : int
        Cells searched for each query; all of them where these hold fewer than k candidates.
    seed : int
        Of the sample that cells are made from; without cells nothing is drawn.

    Raises
    ------
    InputError
        `values-not-numbers`, `lengths-differ`, `count-from-one`, `seed-negative`.

    Notes
    -----
    Cosines are computed in single precision and rounded to six decimals; equal ones are listed by column.
    Cells are the inverted file of Sivic & Zisserman (2003), Video Google, ICCV; centres are those of
    spherical k-means, Dhillon & Modha (2001), Concept decompositions for large sparse text data using
    clustering, Machine Learning 42. Work grows as n^1.5, as n^2 where nearly all vectors are alike. Memory:
    the vectors three times in single precision, 16 bytes for each place of the lists, and some 150 MB.
    Products run on one thread: blocks are small, and threads waiting for each other cost more than they
    bring; it keeps results the same on any number of cores, too.

    Examples
    --------
    >>> found = nearest([[1, 0], [2, 0.1], [0, 3], [0, 0]], k=2)
    >>> found.columns.tolist()
    [[1, 2], [0, 2], [1, 0], [-1, -1]]
    >>> found.scores[2].tolist()
    [0.049938, 0.0]
    """
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # noqa: PLC0415  rarely needed

    for name, value in (("k", k), ("probes", probes), ("cells", 1 if cells is None else cells)):
        if value < 1:
            raise InputError("count-from-one", name=name, value=value)
    rows = unit_rows(vectors, "vectors")
    asked = rows if queries is None else unit_rows(queries, "queries", columns=rows.shape[1])
    barred = _barred(excluded, (len(asked), len(rows)), itself=queries is None)
    best = np.full((len(asked), k), NOBODY)
    with threadpool_limits(limits=1, user_api="blas"):
        made = _parted(rows, barred, cells, seed)
        for cell, which in _visits(made, asked, probes):
            _look(best, asked, which, made, cell)
        if made.centres is not None:
            _complete(best, asked, made)
    found = best[:, ::-1]
    nobody = found == NOBODY
    return Neighbours(
        np.where(nobody, -1, LOW - (found & LOW)), np.where(nobody, np.nan, (found >> 32) / MILLION)
    )


def unit_rows(vectors: npt.ArrayLike, name: str, *, columns: int | None = None) -> Singles:
    """Bring each row to length one; a row of zeros stays.

    Raises
    ------
    InputError
        `values-not-numbers`, `lengths-differ`.

    Examples
    --------
    >>> unit_rows([[3, 4], [0, 0]], "vectors").tolist()
    [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    """
    given = np.asarray(vectors)
    if given.ndim != 2:
        raise InputError("lengths-differ", name=name, found=given.ndim, expected=2)
    if columns is not None and given.shape[1] != columns:
        raise InputError("lengths-differ", name=name, found=given.shape[1], expected=columns)
    with np.errstate(over="ignore"):
        read = given.astype(np.float32)
    if wrong := int((~np.isfinite(read)).sum()):
        raise InputError("values-not-numbers", name=name, count=wrong)
    # By the largest entry first, so that no square is too large or too small.
    _divide(read, np.abs(read).max(axis=1, initial=0.0))
    _divide(read, np.sqrt(np.einsum("ij,ij->i", read, read)))
    return read


def _divide(rows: Singles, sizes: Singles) -> None:
    rows /= np.where(sizes > 0, sizes, np.float32(1.0))[:, None]


def _barred(excluded: Any, shape: tuple[int, int], *, itself: bool) -> Any:
    """Pairs that are none, by column."""
    read = sparse.csc_array(shape, dtype=bool) if excluded is None else sparse.csc_array(excluded) != 0
    for found, expected in zip(read.shape, shape, strict=True):
        if found != expected:
            raise InputError("lengths-differ", name="excluded", found=found, expected=expected)
    return sparse.csc_array(read + sparse.eye_array(*shape, dtype=bool) if itself else read)


def _parted(rows: Singles, barred: Any, cells: int | None, seed: int) -> _Cells:
    """Sort the vectors by cell; those of zeros are left out."""
    some = np.flatnonzero(rows.any(axis=1))
    count = min(_cells_for(len(some)) if cells is None else cells, max(len(some), 1))
    if count == 1:
        start = np.append(np.arange(0, len(some), WIDE), len(some))
        return _Cells(None, rows[some], some, start, barred[:, some])
    kept = rows[some]
    centres = _centres(kept, count, seed)
    home = _nearest_centres(kept, centres, 1)[:, 0]
    order = np.argsort(home, kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(home, minlength=count))])
    return _Cells(centres, kept[order], some[order], start, barred[:, some[order]])


def _cells_for(rows: int) -> int:
    return 1 if rows <= EXACT else round(2.0 * rows**0.5)


def _centres(rows: Singles, count: int, seed: int) -> Singles:
    """Spherical k-means on a sample; a centre that loses all its rows stays where it is."""
    drawn = stream(seed, 0).permutation(len(rows))[: max(SAMPLE * count, count)]
    sample = rows[drawn]
    centres = sample[:count]
    for _ in range(STEPS):
        home = _nearest_centres(sample, centres, 1)[:, 0]
        one = sparse.csr_array(
            (np.ones(len(home), np.float32), (home, np.arange(len(home)))), shape=(count, len(home))
        )
        means = unit_rows(one @ sample, "vectors")
        centres = np.where((means != 0).any(axis=1, keepdims=True), means, centres)
    return centres


def _nearest_centres(rows: Singles, centres: Singles, count: int) -> Ints:
    """Numbers of the nearest centres, the nearest first."""
    found = np.empty((len(rows), count), dtype=np.int64)
    for part in _slices(len(rows), max(BLOCK // len(centres), 1)):
        away = -(rows[part] @ centres.T)
        if count == 1:
            found[part, 0] = away.argmin(axis=1)
            continue
        near = np.sort(np.argpartition(away, count - 1, axis=1)[:, :count], axis=1)
        order = np.argsort(np.take_along_axis(away, near, axis=1), axis=1, kind="stable")
        found[part] = np.take_along_axis(near, order, axis=1)
    return found


def _visits(made: _Cells, asked: Singles, probes: int) -> Iterator[tuple[int, Ints]]:
    """Which queries look into which cell: everybody into the nearest first, for most are found there."""
    served = np.flatnonzero(asked.any(axis=1))
    cells = len(made.start) - 1
    for part in _slices(len(served), CHUNK):
        which = served[part]
        if made.centres is None:
            yield from ((cell, which) for cell in range(cells))
            continue
        near = _nearest_centres(asked[which], made.centres, min(probes, cells))
        for ranks in (near[:, :1], near[:, 1:]):
            flat = ranks.ravel()
            order = np.argsort(flat, kind="stable")
            ends = np.cumsum(np.bincount(flat, minlength=cells))
            for cell, rows in enumerate(np.split(order, ends[:-1])):
                yield cell, which[rows // ranks.shape[1]] if len(rows) else rows


def _complete(best: Ints, asked: Singles, made: _Cells) -> None:
    """Search everything for queries whose cells held fewer than their list has places."""
    short = np.flatnonzero(asked.any(axis=1) & (best[:, 0] == NOBODY))
    best[short] = NOBODY
    for cell in range(len(made.start) - 1):
        _look(best, asked, short, made, cell)


def _look(best: Ints, asked: Singles, which: Ints, made: _Cells, cell: int) -> None:
    """Compare queries with the vectors of one cell, and keep the best of both in `best`."""
    inside = slice(made.start[cell], made.start[cell + 1])
    width = inside.stop - inside.start
    if not width or not len(which):
        return
    no = made.barred[:, inside]
    column = np.repeat(np.arange(width), np.diff(no.indptr))
    place = np.full(len(asked), -1)
    for part in _slices(len(which), max(BLOCK // width, 1)):
        rows = which[part]
        scores = asked[rows] @ made.rows[inside].T
        place[rows] = np.arange(len(rows))
        here = place[no.indices]
        scores[here[here >= 0], column[here >= 0]] = -np.inf
        place[rows] = -1
        _keep(best, rows, scores, made.numbers[inside])


def _keep(best: Ints, rows: Ints, scores: Singles, numbers: Ints) -> None:
    """Merge scores into the places held by rows, of which the first is the worst."""
    k, floor = best.shape[1], _floor(best[rows, 0], scores, best.shape[1])
    row, column = np.divmod(np.flatnonzero(scores >= floor[:, None]), scores.shape[1])
    if not len(row):
        return
    places = np.rint(scores[row, column] * MILLION).astype(np.int64) << 32 | (LOW - numbers[column])
    counts = np.bincount(row, minlength=len(rows))
    touched = np.flatnonzero(counts)
    first, line = np.cumsum(counts) - counts, np.cumsum(counts > 0) - 1
    held = np.full((len(touched), k + counts.max()), NOBODY)
    held[:, :k] = best[rows[touched]]
    held[line[row], k + np.arange(len(row)) - first[row]] = places
    held.sort(axis=1)
    best[rows[touched]] = held[:, -k:]


def _floor(worst: Ints, scores: Singles, k: int) -> Singles:
    """What a score has to reach: the worst place held, else the k-th of these; a barred one never does."""
    floor = ((worst >> 32) / MILLION).astype(np.float32)
    empty = worst == NOBODY
    if empty.any():
        short = scores.shape[1] - k
        floor[empty] = np.partition(scores[empty], short, axis=1)[:, short] if short > 0 else -2.0
    # Rounding makes equals of scores less than a millionth apart.
    return np.asarray(np.maximum(floor - 1.5e-6, -2.0), dtype=np.float32)


def _slices(length: int, step: int) -> Iterator[slice]:
    yield from (slice(start, min(start + step, length)) for start in range(0, length, step))
