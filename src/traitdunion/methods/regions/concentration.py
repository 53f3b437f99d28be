"""How unevenly is an industry spread over regions? Curves and shares; `agglomeration` minds the plants.

All compare the industry's share of each region with the region's share of everything.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import weights
from traitdunion.methods.regions.tables import quotient, shares, table

Floats = npt.NDArray[np.float64]


def gini(values: npt.ArrayLike) -> Floats:
    """Gini coefficient: half the mean difference between two values, over the mean.

    Parameters
    ----------
    values : array_like, shape (n,) or (n, columns)
        Not negative.

    Returns
    -------
    ndarray, shape () or (columns,)
        From 0, all equal, to 1 - 1/n, one has all; NaN where all are zero.

    Raises
    ------
    InputError
        `group-empty`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Gini (1912), Variabilità e mutabilità. Not corrected for small n.

    Examples
    --------
    >>> gini([0, 10, 10, 30, 50]).round(6).tolist()
    0.48
    """
    given = weights(values, "values")
    n = given.shape[0] if given.ndim else 0
    if n == 0:
        raise InputError("group-empty", name="values")
    ordered = np.sort(given, axis=0)
    rank = 2.0 * np.arange(1, n + 1) - n - 1.0
    return np.asarray(np.einsum("i,i...->...", rank, shares(ordered)) / n, dtype=float)


def hoover(counts: Any, *, reference: npt.ArrayLike | None = None) -> Floats:
    """Share of each industry that would have to move for it to be spread as everything is.

    Parameters
    ----------
    counts : array_like or sparse array, shape (regions, industries)
    reference : array_like, shape (regions,), optional
        What the industry is compared with, such as population; by default the sum of all industries.

    Returns
    -------
    ndarray, shape (industries,)
        From 0 to 1; NaN for an industry without anything, or a reference without.

    Raises
    ------
    InputError
        `lengths-differ`, `table-dimensions`, `group-empty`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Hoover (1936), The measurement of industrial localization, Review of Economics and Statistics 18(4).

    Examples
    --------
    >>> hoover([[3], [1]], reference=[1, 1]).tolist()
    [0.25]
    """
    seen, base = _seen_and_base(counts, reference)
    return np.asarray(np.abs(shares(seen) - shares(base)[:, None]).sum(axis=0) / 2.0, dtype=float)


def locational_gini(
    counts: Any, *, reference: npt.ArrayLike | None = None, normalized: bool = False
) -> Floats:
    """Area between the localization curve of each industry and the diagonal.

    The curve adds up regions from the lowest location quotient to the highest: share of everything across,
    share of the industry up.

    Parameters
    ----------
    counts : array_like or sparse array, shape (regions, industries)
    reference : array_like, shape (regions,), optional
        By default the sum of all industries.
    normalized : bool
        Twice the area, known as the Hoover-Gini, which goes up to 1; else up to 0.5.

    Returns
    -------
    ndarray, shape (industries,)
        NaN for an industry without anything, or a reference without.

    Raises
    ------
    InputError
        As `hoover`.

    Notes
    -----
    Krugman (1991), Geography and Trade; Hoover (1936). An industry of few plants is concentrated by this
    measure whatever it does: see `agglomeration.ellison_glaeser`.

    Examples
    --------
    >>> locational_gini([[3], [1]], reference=[1, 1]).tolist()
    [0.125]
    """
    seen, base = _seen_and_base(counts, reference)
    across, up = shares(base), shares(seen)
    order = np.argsort(quotient(up, across[:, None]), axis=0, kind="stable")
    climbed = np.take_along_axis(up, order, axis=0)
    middle = np.cumsum(climbed, axis=0) - climbed / 2.0
    area = 0.5 - (across[order] * middle).sum(axis=0)
    return np.asarray((2.0 if normalized else 1.0) * area, dtype=float)


def litzenberger_sternberg(
    jobs: Any, firms: Any, *, area: npt.ArrayLike, population: npt.ArrayLike
) -> Floats:
    """Index of an industry's density, weight and small firms in each region.

    The product of the density of jobs in space, of jobs among people, and of firms among jobs, each against
    the mean of all regions: 1 is the mean, and it has no upper limit.

    Parameters
    ----------
    jobs, firms : array_like or sparse array, shape (regions, industries)
    area, population : array_like, shape (regions,)
        In any unit.

    Returns
    -------
    ndarray, shape (regions, industries)
        NaN for an industry without anything, infinite where there are firms and no area or people, NaN where
        none of these is.

    Raises
    ------
    InputError
        `lengths-differ`, `table-dimensions`, `group-empty`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Litzenberger & Sternberg (2006), Der Clusterindex, Geographische Zeitschrift 94(2). A product of three
    ratios: in small regions it explodes, and nothing says what chance would make of it.

    Examples
    --------
    >>> litzenberger_sternberg([[3], [1]], [[1], [1]], area=[1, 1], population=[1, 1]).tolist()
    [[1.5], [0.5]]
    """
    work, works = table(jobs, "jobs"), table(firms, "firms")
    if work.shape != works.shape:
        raise InputError("lengths-differ", name="firms", found=works.size, expected=work.size)
    room = shares(weights(area, "area", length=len(work)))
    people = shares(weights(population, "population", length=len(work)))
    return quotient(shares(work) * shares(works), (room * people)[:, None])


def _seen_and_base(counts: Any, reference: npt.ArrayLike | None) -> tuple[Floats, Floats]:
    seen = table(counts)
    if reference is None:
        return seen, np.asarray(seen.sum(axis=1), dtype=float)
    return seen, weights(reference, "reference", length=seen.shape[0])
