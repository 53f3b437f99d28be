"""How related industries are, and what two clusters could bring to each other.

Similarity alone recommends twins; `complementarity` looks for what one has, the other lacks, and is close to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import ties

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Complementarity:
    """What clusters could bring to each other, from 0 to 1.

    Attributes
    ----------
    directed : ndarray, shape (clusters, clusters)
        Entry a, b: share, weighted by closeness to a, of what a lacks that b has. NaN in the row of a cluster
        that lacks nothing it is close to, and on the diagonal.
    symmetric : ndarray, shape (clusters, clusters)
        Mean of both directions, NaN where either is.
    """

    directed: Floats
    symmetric: Floats


def proximity(profiles: Any) -> Any:
    """How often two industries are found together: the smaller of the two conditional probabilities.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Any non-zero entry means that the place is specialised in the industry.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, from 0 to 1, empty diagonal; empty rows for industries met nowhere or always alone.

    Notes
    -----
    Hidalgo, Klinger, Barabasi & Hausmann (2007), The product space conditions the development of nations,
    Science 317.

    Examples
    --------
    >>> proximity(sparse.csr_array([[1, 1], [0, 1]])).toarray().tolist()
    [[0.0, 0.5], [0.5, 0.0]]
    """
    present = _pattern(profiles)
    together = sparse.coo_array(present.T @ present)
    count = np.asarray(present.sum(axis=0)).ravel()
    value = together.data / np.maximum(count[together.row], count[together.col])
    return _off_diagonal(together, value)


def cosine(profiles: Any) -> Any:
    """Cosine of the angle between each two columns of weights.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Weights, not negative. Transpose to compare places.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, from 0 to 1, empty diagonal.

    Notes
    -----
    Salton & McGill (1983), Introduction to Modern Information Retrieval.

    Examples
    --------
    >>> cosine(sparse.csr_array([[3.0, 1.0], [4.0, 0.0]])).toarray().round(6).tolist()
    [[0.0, 0.6], [0.6, 0.0]]
    """
    weights = sparse.csr_array(profiles, dtype=float)
    together = sparse.coo_array(weights.T @ weights)
    length = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=0)).ravel())
    return _off_diagonal(together, together.data / (length[together.row] * length[together.col]))


def jaccard(profiles: Any) -> Any:
    """Share of the places of either column that have both; weights are read as present or absent.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Transpose to compare places.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, from 0 to 1, empty diagonal.

    Notes
    -----
    Jaccard (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2).

    Examples
    --------
    >>> jaccard(sparse.csr_array([[1, 1], [1, 0], [0, 1]])).toarray().round(6).tolist()
    [[0.0, 0.333333], [0.333333, 0.0]]
    """
    present = _pattern(profiles)
    together = sparse.coo_array(present.T @ present)
    count = np.asarray(present.sum(axis=0)).ravel()
    value = together.data / (count[together.row] + count[together.col] - together.data)
    return _off_diagonal(together, value)


def association_strength(together: Any) -> Any:
    """How often two industries occur together, in times what their frequencies alone would give.

    Of the simple measures the one that corrects for size: the cosine and the Jaccard index grow with how
    common both industries are.

    Parameters
    ----------
    together : sparse array, shape (industries, industries)
        Symmetric counts of co-occurrence, such as `profiles.T @ profiles`; the diagonal is passed over.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, 1 where as often as by chance, empty diagonal. Counts below some five are mostly noise.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    c_ij T / (s_i s_j), where s_i is the sum of row i and T that of the whole matrix, both triangles: van Eck
    & Waltman (2009), How to normalize cooccurrence data?, JASIST 60(8). Over one triangle it would be half.

    Examples
    --------
    >>> association_strength([[0, 2, 1], [2, 0, 0], [1, 0, 0]]).toarray().tolist()
    [[0.0, 2.0, 2.0], [2.0, 0.0, 0.0], [2.0, 0.0, 0.0]]
    """
    pairs, size = _co_occurrence(together)
    return _like(pairs, pairs.data * size.sum() / (size[pairs.row] * size[pairs.col]))


def association_probability(together: Any) -> Any:
    """As `association_strength`, with the two partners of an occurrence drawn without replacement.

    An industry never occurs with itself, so that large ones meet others more often than independence says:
    prefer this form where a few industries make most of the counts.

    Parameters
    ----------
    together : sparse array, shape (industries, industries)
        As for `association_strength`.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, 1 where as often as by chance, empty diagonal.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Steijn (2021), Improvement on the association strength: implementing a probabilistic measure based on
    combinations without repetition, Quantitative Science Studies 2(2).

    Examples
    --------
    >>> association_probability([[0, 2, 1], [2, 0, 0], [1, 0, 0]]).toarray().round(6).tolist()
    [[0.0, 1.142857, 1.25], [1.142857, 0.0, 0.0], [1.25, 0.0, 0.0]]
    """
    pairs, size = _co_occurrence(together)
    total, first, second = size.sum(), size[pairs.row], size[pairs.col]
    chance = first * second / total * (1.0 / (total - first) + 1.0 / (total - second))
    return _like(pairs, pairs.data / (chance * total / 2.0))


def co_occurrence_cosine(together: Any) -> Any:
    """Occurrences together over the geometric mean of all occurrences of either with anything.

    Parameters
    ----------
    together : sparse array, shape (industries, industries)
        As for `association_strength`; `cosine` measures from the profiles themselves.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, from 0 to 1, empty diagonal.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    The cosine as van Eck & Waltman (2009) define it on co-occurrence; JASIST 60(8).

    Examples
    --------
    >>> co_occurrence_cosine([[0, 2, 2], [2, 0, 0], [2, 0, 0]]).toarray().round(6).tolist()
    [[0.0, 0.707107, 0.707107], [0.707107, 0.0, 0.0], [0.707107, 0.0, 0.0]]
    """
    pairs, size = _co_occurrence(together)
    return _like(pairs, pairs.data / np.sqrt(size[pairs.row] * size[pairs.col]))


def co_occurrence_jaccard(together: Any) -> Any:
    """Occurrences together over those of either with anything.

    Parameters
    ----------
    together : sparse array, shape (industries, industries)
        As for `association_strength`; `jaccard` measures from the profiles themselves.

    Returns
    -------
    csr_array, shape (industries, industries)
        Symmetric, from 0 to 1, empty diagonal.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    The Jaccard index as van Eck & Waltman (2009) define it on co-occurrence; JASIST 60(8).

    Examples
    --------
    >>> co_occurrence_jaccard([[0, 2, 2], [2, 0, 0], [2, 0, 0]]).toarray().tolist()
    [[0.0, 0.5, 0.5], [0.5, 0.0, 0.0], [0.5, 0.0, 0.0]]
    """
    pairs, size = _co_occurrence(together)
    return _like(pairs, pairs.data / (size[pairs.row] + size[pairs.col] - pairs.data))


def co_occurrence_z(profiles: Any) -> Floats:
    """How many standard deviations more often two industries are found together than if spread at random.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Any non-zero entry is a presence; places such as firms with their activities.

    Returns
    -------
    ndarray, shape (industries, industries)
        Symmetric; NaN on the diagonal and for industries found nowhere or everywhere, or in a single place
        in all. Not normal for expectations below some five; it grows with the number of places, so compare
        within one table only.

    Notes
    -----
    Hypergeometric mean and variance: Teece, Rumelt, Dosi & Winter (1994), Understanding corporate coherence,
    Journal of Economic Behavior & Organization 23(1).

    Examples
    --------
    >>> co_occurrence_z([[1, 1], [1, 1], [0, 0], [0, 0]]).round(6).tolist()
    [[nan, 1.732051], [1.732051, nan]]
    """
    present = _pattern(profiles)
    places, count = present.shape[0], np.asarray(present.sum(axis=0)).ravel()
    expected = np.outer(count, count) / max(places, 1)
    spread = expected * np.outer(places - count, places - count) / max(places * (places - 1), 1)
    known = (spread > 0) & ~np.eye(len(count), dtype=bool)
    excess = (present.T @ present).toarray() - expected
    z: Floats = np.divide(excess, np.sqrt(spread), out=np.full_like(spread, np.nan), where=known)
    return z


def density(profiles: Any, relation: Any) -> Floats:
    """How close each place is to each industry: the share of the industry's proximity that is present.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Any non-zero entry is a presence.
    relation : sparse array, shape (industries, industries)
        Symmetric, such as `proximity`.

    Returns
    -------
    ndarray, shape (places, industries)
        From 0 to 1; NaN in the column of an industry related to none, whose closeness is not known.

    Notes
    -----
    Hidalgo, Klinger, Barabasi & Hausmann (2007), Science 317.

    Examples
    --------
    >>> related = sparse.csr_array([[0.0, 0.5, 0.5], [0.5, 0.0, 0.0], [0.5, 0.0, 0.0]])
    >>> density(sparse.csr_array([[0, 1, 0]]), related).tolist()
    [[0.5, 0.0, 0.0]]
    """
    near_by = sparse.csr_array(relation, dtype=float)
    total = np.asarray(near_by.sum(axis=0)).ravel()
    near = (_pattern(profiles) @ near_by).toarray()
    return np.asarray(near / np.where(total > 0, total, np.nan), dtype=float)


def complementarity(profiles: Any, relation: Any) -> Complementarity:
    """Score cluster pairs by what one has that the other lacks and is close to.

    Parameters
    ----------
    profiles : sparse array, shape (clusters, industries)
        Any non-zero entry is a presence.
    relation : sparse array, shape (industries, industries)
        Such as `proximity`, best computed on more places than the clusters themselves.

    Notes
    -----
    Relatedness to what a region lacks, through its links: Balland & Boschma (2021), Complementary
    interregional linkages and smart specialisation, Regional Studies 55(6).

    Examples
    --------
    >>> related = sparse.csr_array([[0.0, 0.5, 0.5], [0.5, 0.0, 0.0], [0.5, 0.0, 0.0]])
    >>> complementarity(sparse.csr_array([[1, 1, 0], [1, 0, 1]]), related).symmetric.tolist()
    [[nan, 1.0], [1.0, nan]]
    """
    present = _pattern(profiles).toarray()
    wanted = np.nan_to_num(density(profiles, relation)) * (1.0 - present)
    total = wanted.sum(axis=1, keepdims=True)
    directed = (wanted @ present.T) / np.where(total > 0, total, np.nan)
    np.fill_diagonal(directed, np.nan)
    return Complementarity(directed=directed, symmetric=(directed + directed.T) / 2.0)


def _pattern(matrix: Any) -> Any:
    """A fresh 0/1 matrix of what is not zero."""
    return sparse.csr_array(sparse.csr_array(matrix) != 0, dtype=float)


def _co_occurrence(together: Any) -> tuple[Any, Floats]:
    """Pairs of different industries met together, and how often each industry is met with any other."""
    counts = sparse.coo_array(ties(together, "together"))
    counts = _off_diagonal(counts, counts.data)
    if counts.nnz and abs(counts - counts.T).max() > 1e-9 * counts.max():
        raise InputError("matrix-not-symmetric", name="together")
    return sparse.coo_array(counts), np.asarray(counts.sum(axis=1)).ravel()


def _like(pairs: Any, value: Floats) -> Any:
    return sparse.csr_array((value, (pairs.row, pairs.col)), shape=pairs.shape)


def _off_diagonal(where: Any, value: Floats) -> Any:
    apart = where.row != where.col
    return sparse.csr_array((value[apart], (where.row[apart], where.col[apart])), shape=where.shape)
