"""How related industries are, and what two clusters could bring to each other.

Similarity alone recommends twins; `complementarity` looks for what one has, the other lacks, and is close to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

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


def _off_diagonal(where: Any, value: Floats) -> Any:
    apart = where.row != where.col
    return sparse.csr_array((value[apart], (where.row[apart], where.col[apart])), shape=where.shape)
