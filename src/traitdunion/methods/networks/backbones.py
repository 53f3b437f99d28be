"""Which ties are strong, or weak, for the two ends they have: no one threshold for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import ties

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Least total weight for which the weights can be read as counts.
LEAST_COUNT = 2.0


@dataclass(frozen=True, slots=True)
class Disparity:
    """Ties of an undirected network, first end below second, in order.

    Attributes
    ----------
    first, second : ndarray of int, shape (ties,)
    alpha : ndarray, shape (ties,)
        Chance of a share as large, the smaller of both ends'. 1 for a tie that is the only one of both.
    """

    first: Ints
    second: Ints
    alpha: Floats


@dataclass(frozen=True, slots=True)
class NoiseCorrected:
    """Ties of an undirected network, first end below second, in order.

    Attributes
    ----------
    first, second : ndarray of int, shape (ties,)
    score : ndarray, shape (ties,)
        From -1, much weaker than its ends are busy, over 0, as expected, to 1.
    deviation : ndarray, shape (ties,)
        Standard deviation of the score; NaN where all weights add up to less than one tie of weight 1.
    """

    first: Ints
    second: Ints
    score: Floats
    deviation: Floats


def disparity(adjacency: Any) -> Disparity:
    """Chance that a node's weight, broken at random over its ties, gives one of them a share as large.

    A tie is kept if alpha is small. Not a test of too *weak* ties, and blind at nodes of one tie: these count
    for their other end only.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric weights; ties of a node to itself are passed over.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    (1 - w / s) ^ (k - 1): Serrano, Boguna & Vespignani (2009), Extracting the multiscale backbone of complex
    weighted networks, PNAS 106(16).

    Examples
    --------
    >>> disparity([[0, 3, 1], [3, 0, 0], [1, 0, 0]]).alpha.tolist()
    [0.25, 0.75]
    """
    first, second, weight, strength, degree = _ends(adjacency)
    at_first, at_second = (
        np.maximum(1.0 - weight / strength[end], 0.0) ** (degree[end] - 1.0) for end in (first, second)
    )
    return Disparity(first, second, np.minimum(at_first, at_second))


def noise_corrected(adjacency: Any) -> NoiseCorrected:
    """How far each tie is stronger or weaker than its ends are busy, with the noise of a count.

    Keep ties whose score lies some deviations above 0; those as far below are weaker than expected. Weights
    are read as counts: weights of another scale give the same score but another deviation.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Symmetric weights; ties of a node to itself are passed over.

    Raises
    ------
    InputError
        `matrix-not-square`, `matrix-not-symmetric`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    Coscia & Neffke (2017), Network backboning with noisy data, ICDE 2017, equations 1 to 8: weights are
    binomial, their chance a priori beta with the mean and about the variance of the hypergeometric share.

    Examples
    --------
    >>> found = noise_corrected([[0, 3, 1], [3, 0, 0], [1, 0, 0]])
    >>> found.score.round(6).tolist()
    [0.333333, 0.333333]
    """
    first, second, weight, strength, _ = _ends(adjacency)
    total = strength.sum()
    if not weight.size or total < LEAST_COUNT:
        score = _surprise(weight, strength[first] * strength[second], total)
        return NoiseCorrected(first, second, score, np.full(weight.shape, np.nan))
    a, b = strength[first], strength[second]
    mean = a * b / total**2
    variance = a * b * (total - a) * (total - b) / (total**4 * (total - 1.0))
    alpha = mean**2 / variance * (1.0 - mean) - mean
    # As the authors have it; a beta of exactly this variance would have the square of 1 - mean.
    beta = mean / variance * (1.0 - mean**2) - (1.0 - mean)
    chance = (alpha + weight) / (alpha + beta + total)
    noise = total * chance * (1.0 - chance)
    lift = total / (a * b)
    by_weight = 1.0 / (a * b) - total * (a + b) / (a * b) ** 2
    slope = 2.0 * (lift + weight * by_weight) / (lift * weight + 1.0) ** 2
    return NoiseCorrected(
        first, second, _surprise(weight, a * b, total), np.sqrt(np.maximum(noise, 0.0)) * np.abs(slope)
    )


def _surprise(weight: Floats, product: Floats, total: float) -> Floats:
    lift = weight * total / product
    return (lift - 1.0) / (lift + 1.0)


def _ends(adjacency: Any) -> tuple[Ints, Ints, Floats, Floats, Floats]:
    """Ends and weights of the ties, strength and degree of the nodes."""
    matrix = ties(adjacency)
    matrix.setdiag(0.0)
    matrix.eliminate_zeros()
    if abs(matrix - matrix.T).sum() > 1e-12 * matrix.sum():
        raise InputError("matrix-not-symmetric", name="adjacency")
    upper = sparse.csr_array(sparse.triu(matrix, 1))
    upper.sort_indices()
    upper = sparse.coo_array(upper)
    strength = np.asarray(matrix.sum(axis=1)).ravel()
    degree = np.diff(matrix.indptr).astype(float)
    return upper.row.astype(np.int64), upper.col.astype(np.int64), upper.data, strength, degree
