"""How much a place can do, and how much it takes to do a thing, read from who does what alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Eigenvalues closer than this are one and the same: no direction is told from another.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Reflections:
    """Averages of averages over the network of places and industries.

    Attributes
    ----------
    places, industries : ndarray, shape (steps + 1, places), (steps + 1, industries)
        Step 0 is diversity (industries of a place) and ubiquity (places of an industry); each further step
        the mean of the step before over one's neighbours. NaN from step 1 on for what has no neighbours.
    """

    places: Floats
    industries: Floats


@dataclass(frozen=True, slots=True)
class Complexity:
    """Indices of complexity.

    Attributes
    ----------
    places : ndarray, shape (places,)
        Mean 0 and variance 1 over the places that have one; NaN outside the largest connected part, whose
        numbers could not be compared, and throughout where no direction stands out.
    industries : ndarray, shape (industries,)
        Likewise.
    eigenvalues : ndarray, shape (places of the largest connected part,)
        From the largest, always 1, down. A second close to the third: an index of little meaning.
    """

    places: Floats
    industries: Floats
    eigenvalues: Floats


def reflections(profiles: Any, steps: int = 2) -> Reflections:
    """Average diversity and ubiquity back and forth.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Any non-zero entry is a presence, such as a location quotient above 1.
    steps : int
        Not negative. All values approach one another as steps go on: compare ranks, or use `complexity`.

    Raises
    ------
    InputError
        `values-negative` for negative steps, `values-not-numbers`.

    Notes
    -----
    Hidalgo & Hausmann (2009), The building blocks of economic complexity, PNAS 106(26).

    Examples
    --------
    >>> found = reflections([[1, 1], [0, 1]], steps=1)
    >>> found.places.tolist(), found.industries.tolist()
    ([[2.0, 1.0], [1.5, 2.0]], [[1.0, 2.0], [2.0, 1.5]])
    """
    if steps < 0:
        raise InputError("values-negative", name="steps", count=1)
    present = _pattern(profiles)
    diversity, ubiquity = present.sum(axis=1), present.sum(axis=0)
    places, industries = [diversity], [ubiquity]
    for _ in range(steps):
        of_industries = present @ np.nan_to_num(industries[-1])
        of_places = present.T @ np.nan_to_num(places[-1])
        places.append(_mean(of_industries, diversity))
        industries.append(_mean(of_places, ubiquity))
    return Reflections(np.array(places), np.array(industries))


def complexity(profiles: Any) -> Complexity:
    """Order places and industries by the limit of reflections.

    Parameters
    ----------
    profiles : sparse array, shape (places, industries)
        Any non-zero entry is a presence, such as a location quotient above 1. Presences decided by a few jobs
        are noise that the index hands on: shrink location quotients first.

    Raises
    ------
    InputError
        `values-not-numbers`.

    Notes
    -----
    Second eigenvector of the mean over industries of the mean over places: Hausmann, Hidalgo et al. (2014),
    The Atlas of Economic Complexity. Its sign is arbitrary: here diverse places score high, and where
    diversity does not decide, the first place away from the mean scores low. It parts the network in two
    halves; that one half is the more complex is a reading.

    Examples
    --------
    >>> found = complexity([[1, 1, 1], [0, 1, 1], [0, 0, 1]])
    >>> found.places.round(3).tolist(), found.industries.round(3).tolist()
    ([1.225, 0.0, -1.225], [1.225, 0.0, -1.225])
    """
    present = _pattern(profiles)
    places, industries = np.full(present.shape[0], np.nan), np.full(present.shape[1], np.nan)
    rows, columns = _largest_part(present)
    part = present[np.ix_(rows, columns)]
    diversity, ubiquity = part.sum(axis=1), part.sum(axis=0)
    half = part / np.sqrt(np.outer(diversity, ubiquity))
    values, vectors = np.linalg.eigh(half @ half.T)
    values, vectors = values[::-1], vectors[:, ::-1]
    if len(values) > 1 and values[1] > SAME and (len(values) == 2 or values[1] - values[2] > SAME):
        score = _upright(vectors[:, 1] / np.sqrt(diversity), diversity)
        places[rows] = _standardized(score)
        industries[columns] = _standardized((part.T @ score) / ubiquity)
    return Complexity(places, industries, values)


def _pattern(profiles: Any) -> Floats:
    dense = numbers(profiles.toarray() if sparse.issparse(profiles) else profiles, "profiles")
    return np.asarray(np.atleast_2d(dense) != 0, dtype=float)


def _mean(total: Floats, count: Floats) -> Floats:
    return np.divide(total, count, out=np.full_like(total, np.nan), where=count > 0)


def _largest_part(present: Floats) -> tuple[Ints, Ints]:
    """Places and industries of the connected part with most of both; of equals, that of the first place."""
    places = len(present)
    joined = sparse.block_array([[None, present], [present.T, None]]) if present.any() else None
    if joined is None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    _, label = connected_components(joined, directed=False)
    largest = label == np.bincount(label).argmax()
    return np.flatnonzero(largest[:places]), np.flatnonzero(largest[places:])


def _upright(score: Floats, diversity: Floats) -> Floats:
    slope = float((score - score.mean()) @ (diversity - diversity.mean()))
    if abs(slope) < SAME * float(np.abs(score).max() * diversity.max()):
        away = np.abs(score) > SAME * np.abs(score).max()
        slope = -float(score[away.argmax()])
    return score if slope > 0 else -score


def _standardized(score: Floats) -> Floats:
    return np.asarray((score - score.mean()) / score.std(), dtype=float)
