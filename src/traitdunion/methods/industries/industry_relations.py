"""Which industries belong together: by where they are, what they buy of each other, and what they share.

Each measure sees something else and errs in its own way; `combined` joins what several of them say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import ties, weights
from traitdunion.methods.networks.link_prediction import co_participation

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Kind = Literal["coagglomeration", "location-correlation", "input-output", "co-participation", "combined"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How related each two industries are, by one measure.

    Attributes
    ----------
    kind : str
    values : ndarray, shape (industries, industries)
        Symmetric; higher is more related; NaN on the diagonal and where not known. Kinds have scales of their
        own: compare within one.
    count : ndarray, shape (industries, industries)
        What each value rests on: places with both industries, trading partners of the one that has fewer,
        events shared; of combined relations the smallest.
    """

    kind: Kind
    values: Floats
    count: Floats


@dataclass(frozen=True, slots=True)
class RelatedPairs:
    """Pairs of industries of which something is known, the most related first.

    Attributes
    ----------
    first, second : ndarray of int, shape (pairs,)
        `first` is always the lower number.
    value, count : ndarray, shape (pairs,)
    doubtful : ndarray of bool, shape (pairs,)
        The value rests on too little to be believed.
    """

    first: Ints
    second: Ints
    value: Floats
    count: Floats
    doubtful: Bools


def colocation(jobs: Any, *, region_shares: npt.ArrayLike | None = None) -> Relation:
    """How much two industries gather in the same regions, beyond where all jobs are.

    Parameters
    ----------
    jobs : array or sparse array, shape (regions, industries)
        Not negative. A cell kept secret is not a zero: leave its region or its industry out.
    region_shares : array_like, shape (regions,), optional
        Size of each region, in any unit; else its part of all jobs given.

    Returns
    -------
    Relation
        0 where two industries lie as if independent, negative where they avoid each other; NaN for industries
        without jobs and when there is only one region. Not comparable between different maps of regions, and
        one large plant can make a value: look at the count.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`, `lengths-differ`.

    Notes
    -----
    Sum over regions of (s_ri - x_r)(s_rj - x_r), divided by 1 - sum of x_r squared: Ellison, Glaeser & Kerr
    (2010), What causes industry agglomeration?, American Economic Review 100(3). Unlike the index of one
    industry it needs no plant sizes.

    Examples
    --------
    >>> colocation([[9, 9, 1], [1, 1, 9]]).values.round(3).tolist()
    [[nan, 0.306, -0.612], [0.306, nan, -0.612], [-0.612, -0.612, nan]]
    """
    placed = _table(jobs, "jobs")
    size = placed.sum(axis=1) if region_shares is None else np.asarray(region_shares, dtype=float)
    region = _shares(weights(size, "region_shares", length=len(placed))[:, None])
    apart = _shares(placed) - region
    possible = 1.0 - float((region**2).sum())
    with np.errstate(invalid="ignore"):
        values = apart.T @ apart / (possible if possible > 1e-12 else np.nan)
    return Relation("coagglomeration", _open_diagonal(values), _together(placed))


def location_correlation(jobs: Any) -> Relation:
    """Correlation, over regions, of the jobs in two industries.

    Parameters
    ----------
    jobs : array or sparse array, shape (regions, industries)
        As for `colocation`.

    Returns
    -------
    Relation
        From -1 to 1; NaN for industries that have as many jobs everywhere. Large regions have more of
        everything, so that nearly all values are positive: compare them, do not read them.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`.

    Notes
    -----
    Locational correlation of employment: Porter (2003), The economic performance of regions, Regional Studies
    37(6-7).

    Examples
    --------
    >>> location_correlation([[1, 2, 0], [2, 4, 1], [3, 6, 0]]).values.round(3).tolist()
    [[nan, 1.0, 0.0], [1.0, nan, 0.0], [0.0, 0.0, nan]]
    """
    placed = _table(jobs, "jobs")
    apart = placed - (placed.sum(axis=0) / max(len(placed), 1))
    length = np.sqrt((apart**2).sum(axis=0))
    varies = length > 1e-12 * np.abs(placed).max(axis=0, initial=0.0)
    unit = np.divide(apart, length, out=np.full_like(apart, np.nan), where=varies)
    with np.errstate(invalid="ignore"):
        values = np.clip(unit.T @ unit, -1.0, 1.0)
    return Relation("location-correlation", _open_diagonal(values), _together(placed))


def input_output(
    flows: Any, *, inputs: npt.ArrayLike | None = None, outputs: npt.ArrayLike | None = None
) -> Relation:
    """How much two industries trade: the largest of the four shares of either's purchases and sales.

    Parameters
    ----------
    flows : array or sparse array, shape (industries, industries)
        Entry i, j: what industry j buys of industry i, not negative.
    inputs, outputs : array_like, shape (industries,), optional
        All an industry buys and sells, in the table or not (imports, wages, final use), at least what the
        table says; else what the table says, its own products included.

    Returns
    -------
    Relation
        From 0 to 1; NaN between two industries of which one neither buys nor sells. Nations trade
        differently, and industries that serve all others, such as wholesale, lead most lists.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`, `lengths-differ`.

    Notes
    -----
    Ellison, Glaeser & Kerr (2010), What causes industry agglomeration?, American Economic Review 100(3).

    Examples
    --------
    >>> input_output([[0, 8, 0], [1, 0, 1], [1, 0, 2]]).values.round(3).tolist()
    [[nan, 1.0, 0.5], [1.0, nan, 0.5], [0.5, 0.5, nan]]
    """
    sold = ties(flows, "flows").toarray()
    bought = sold.sum(axis=0) if inputs is None else weights(inputs, "inputs", length=len(sold))
    shipped = sold.sum(axis=1) if outputs is None else weights(outputs, "outputs", length=len(sold))
    one_way = np.maximum(_over(sold, bought[None, :]), _over(sold, shipped[:, None]))
    values = np.maximum(one_way, one_way.T)
    idle = (bought == 0) & (shipped == 0)
    values[idle[:, None] | idle[None, :]] = np.nan
    partners = ((sold + sold.T) > 0).sum(axis=1).astype(float)
    return Relation("input-output", _open_diagonal(values), np.minimum.outer(partners, partners))


def shared_events(incidence: Any) -> Relation:
    """How much two topics or industries share events, such as projects, large events counting little.

    Parameters
    ----------
    incidence : sparse array, shape (topics, events)
        Any non-zero entry says that the event is about the topic, or that the industry takes part.

    Returns
    -------
    Relation
        Sum over shared events of 1/(n - 1), n the number in the event; 0 where nothing is shared, NaN for
        what is in no event. It grows with how common both are: put `association_strength` over it to compare
        what is common with what is rare.

    Notes
    -----
    Newman (2001), Scientific collaboration networks II, Physical Review E 64, 016132.

    Examples
    --------
    >>> shared_events([[1, 1], [1, 0], [1, 1]]).values.tolist()
    [[nan, 0.5, 1.5], [0.5, nan, 0.5], [1.5, 0.5, nan]]
    """
    part = sparse.csr_array(sparse.csr_array(incidence) != 0, dtype=float)
    values = co_participation(part).toarray()
    absent = np.asarray(part.sum(axis=1)).ravel() == 0
    values[absent[:, None] | absent[None, :]] = np.nan
    return Relation("co-participation", _open_diagonal(values), (part @ part.T).toarray())


def combined(relations: Sequence[Relation], how: Literal["rank", "z"] = "rank") -> Relation:
    """Average what several measures say of the same industries.

    Parameters
    ----------
    relations : sequence of Relation
        At least one, all of the same industries in the same order.
    how : {"rank", "z"}
        Mean of the ranks of each pair, from 0 to 1, which no extreme value can carry; or mean of the
        standardized values.

    Returns
    -------
    Relation
        NaN for pairs that one of the measures does not know. Measures that see the same thing, such as two
        of location, count twice.

    Raises
    ------
    InputError
        `group-empty` without a relation, `lengths-differ`.

    Notes
    -----
    Delgado, Porter & Stern (2016), Defining clusters of related industries, Journal of Economic Geography
    16(1), average measures of location, trade and occupations, and find the average better than each.

    Examples
    --------
    >>> place = colocation([[9, 9, 1], [1, 1, 9]])
    >>> trade = input_output([[0, 9, 0], [0, 0, 1], [0, 9, 0]])
    >>> combined([place, trade]).values.round(3).tolist()
    [[nan, 0.75, 0.25], [0.75, nan, 0.5], [0.25, 0.5, nan]]
    """
    if not relations:
        raise InputError("group-empty", name="relations")
    size = len(relations[0].values)
    for one in relations:
        if len(one.values) != size:
            raise InputError("lengths-differ", name="relations", found=len(one.values), expected=size)
    first, second = np.triu_indices(size, 1)
    said = np.array([one.values[first, second] for one in relations])
    known = np.isfinite(said).all(axis=0)
    level = np.mean([_level(each[known], how) for each in said], axis=0)
    values = np.full((size, size), np.nan)
    values[first[known], second[known]] = values[second[known], first[known]] = level
    return Relation("combined", values, np.minimum.reduce([one.count for one in relations]))


def related_pairs(relation: Relation, *, fewest: float = 5.0) -> RelatedPairs:
    """List the pairs of which something is known, the most related first, of equals the lower numbers first.

    Parameters
    ----------
    relation : Relation
    fewest : float
        Values that rest on less than this are called doubtful; they are kept.

    Examples
    --------
    >>> pairs = related_pairs(colocation([[9, 9, 1], [1, 1, 9]]))
    >>> pairs.first.tolist(), pairs.second.tolist(), pairs.doubtful.tolist()
    ([0, 0, 1], [1, 2, 2], [True, True, True])
    """
    first, second = np.triu_indices(len(relation.values), 1)
    value, count = relation.values[first, second], relation.count[first, second]
    order = np.lexsort((second, first, -value))
    order = order[np.isfinite(value[order])]
    return RelatedPairs(first[order], second[order], value[order], count[order], count[order] < fewest)


def _table(jobs: Any, name: str) -> Floats:
    dense = jobs.toarray() if sparse.issparse(jobs) else np.asarray(jobs, dtype=float)
    return weights(np.atleast_2d(dense), name)


def _shares(placed: Floats) -> Floats:
    """Each column over its sum; NaN for a column of nothing."""
    return _over(placed, np.where((total := placed.sum(axis=0)) > 0, total, np.nan)[None, :])


def _over(part: Floats, whole: Floats) -> Floats:
    """Parts of a whole; nothing is no part of nothing."""
    return np.divide(part, whole, out=np.zeros_like(part), where=np.broadcast_to(whole != 0, part.shape))


def _together(placed: Floats) -> Floats:
    present = (placed > 0).astype(float)
    return np.asarray(present.T @ present)


def _open_diagonal(values: Floats) -> Floats:
    """Exactly symmetric, and nothing said of an industry with itself."""
    both = (values + values.T) / 2.0
    np.fill_diagonal(both, np.nan)
    return both


def _level(values: Floats, how: str) -> Floats:
    if how == "rank":
        from scipy.stats import rankdata  # noqa: PLC0415  slow to import, and needed here alone

        return np.asarray((rankdata(values) - 0.5) / max(len(values), 1))
    spread = float(values.std()) if len(values) else 0.0
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)
