"""What contacts would look like if each cluster or organization kept its ties but chose ends blindly.

Baselines only: they know how busy everyone is and nothing of distance, so most of the deficits they show are
distance (see `gravity`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import linalg, sparse, special

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes, ties, weights

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
# Loss, its slope and its curvature at a point.
Model = Callable[[Floats], tuple[float, Floats, Floats]]

MAX_STEPS = 200
# Newton's method doubles the digits at each step: one this small is the last.
SMALL_STEP = 1e-9


def chung_lu(strengths: npt.ArrayLike) -> Floats:
    """Expected contacts between groups when every tie end meets any other with equal chance.

    Parameters
    ----------
    strengths : array_like, shape (g,)
        Tie ends in each group. In two-mode data, the sum over its members of their membership times their
        ties.

    Returns
    -------
    ndarray, shape (g, g)
        K_r K_s / 2m between groups, half of that within one.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`.

    Notes
    -----
    Chung & Lu (2002), Connected components in random graphs with given expected degree sequences, Annals of
    Combinatorics 6(2).

    Examples
    --------
    >>> chung_lu([6, 2]).tolist()
    [[2.25, 1.5], [1.5, 0.25]]
    """
    k = weights(strengths, "strengths")
    expected: Floats = np.outer(k, k) / max(k.sum(), 1.0)
    np.fill_diagonal(expected, np.diag(expected) / 2.0)
    return expected


def stub_matching(strengths: npt.ArrayLike) -> Floats:
    """Expected contacts between groups when whole tie ends are paired at random, none with itself.

    Parameters
    ----------
    strengths : array_like, shape (g,)
        Tie ends in each group.

    Returns
    -------
    ndarray, shape (g, g)
        K_r K_s / (2m - 1) between groups, K_r (K_r - 1) / 2(2m - 1) within one.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`.

    Notes
    -----
    Molloy & Reed (1995), A critical point for random graphs with a given degree sequence, Random Structures
    and Algorithms 6(2-3).

    Examples
    --------
    >>> stub_matching([1, 3]).tolist()
    [[0.0, 1.0], [1.0, 1.0]]
    """
    k = weights(strengths, "strengths")
    expected: Floats = np.outer(k, k) / max(k.sum() - 1.0, 1.0)
    np.fill_diagonal(expected, k * (k - 1.0) / 2.0 / max(k.sum() - 1.0, 1.0))
    return expected


def matched_stubs(strengths: npt.ArrayLike, dice: np.random.Generator) -> Ints:
    """Draw contacts between groups once: tie ends paired at random, to be handed to `permutation.drawn`.

    Parameters
    ----------
    strengths : array_like of int, shape (g,)
        Tie ends in each group; of an odd number in all one, drawn at random, stays alone.
    dice : Generator

    Returns
    -------
    ndarray of int, shape (g, g)
        Symmetric, ties within a group on the diagonal.

    Examples
    --------
    >>> matched_stubs([1, 3, 0], np.random.default_rng(1)).tolist()
    [[0, 1, 0], [1, 1, 0], [0, 0, 0]]
    """
    k = weights(strengths, "strengths").astype(np.int64)
    stubs = dice.permutation(np.repeat(np.arange(k.size), k))
    first, second = stubs[: k.sum() // 2], stubs[k.sum() // 2 : k.sum() // 2 * 2]
    met = np.bincount(first * k.size + second, minlength=k.size**2).reshape(k.size, k.size)
    return np.asarray(met + met.T - np.diag(np.diag(met)), dtype=np.int64)


def maximum_entropy(degrees: npt.ArrayLike) -> Floats:
    """Tie probabilities of the most random simple graph with the given expected degrees.

    Unlike `chung_lu` no pair is tied twice and none to itself, which moves the expectation where hubs are
    strong. Nodes of one degree share one unknown, so thousands of nodes are quick.

    Parameters
    ----------
    degrees : array_like, shape (n,)
        Each below the number of other nodes that have ties.

    Returns
    -------
    ndarray, shape (n, n)
        Symmetric, 0 on the diagonal, rows summing to the degrees.

    Raises
    ------
    InputError
        `degrees-without-graph` if no such probabilities strictly between 0 and 1 exist,
        `values-not-numbers`, `values-negative`.

    Notes
    -----
    Park & Newman (2004), Statistical mechanics of networks, Physical Review E 70, 066117. Such
    probabilities exist where the inequalities of Erdos & Gallai (1960), Matematikai Lapok 11, are strict.

    Examples
    --------
    >>> maximum_entropy([1, 1, 1, 1]).round(6)[0].tolist()
    [0.0, 0.333333, 0.333333, 0.333333]
    """
    k = weights(degrees, "degrees")
    values, place, count = np.unique(k, return_inverse=True, return_counts=True)
    if not _strictly_graphical(k[k > 0]):
        raise InputError("degrees-without-graph", nodes=k.size, largest=float(k.max(initial=0.0)))
    some = values > 0
    chance = np.zeros((values.size, values.size))
    if some.any():
        start = np.log(values[some] / np.sqrt(k.sum()))
        x = newton(_simple_graph(values[some], count[some].astype(float)), start)
        chance[np.ix_(some, some)] = special.expit(np.add.outer(x, x))
    tie: Floats = chance[np.ix_(place, place)]
    np.fill_diagonal(tie, 0.0)
    return tie


def newton(model: Model, start: Floats) -> Floats:
    """Find the lowest point of a convex loss by Newton's method, a step halved until it no longer climbs.

    Parameters
    ----------
    model : callable
        Gives loss, slope and curvature at a point. Directions without curvature are left alone.
    start : ndarray, shape (n,)

    Raises
    ------
    InputError
        `degrees-without-graph` where it does not settle.

    Examples
    --------
    >>> newton(lambda x: (float((x - 3) @ (x - 3)), 2 * (x - 3), 2 * np.eye(1)), np.zeros(1)).tolist()
    [3.0]
    """
    point = start
    loss, slope, curvature = model(point)
    for _ in range(MAX_STEPS):
        try:
            step = linalg.cho_solve(linalg.cho_factor(curvature, check_finite=False), slope)
        except linalg.LinAlgError:
            step = linalg.lstsq(curvature, slope)[0]
        if np.abs(step).max() <= SMALL_STEP:
            break
        share, gain = 1.0, float(slope @ step)
        reached = model(point - step)
        # Rounding of the loss must not turn back a step that gains less than that.
        while reached[0] > loss - 0.1 * share * gain + 1e-13 * abs(loss) and share > SMALL_STEP:
            share /= 2.0
            reached = model(point - share * step)
        point = point - share * step
        loss, slope, curvature = reached
    else:
        raise InputError("degrees-without-graph", nodes=start.size, largest=float(np.exp(start.max())))
    lowest: Floats = point - step
    return lowest


def poisson_binomial_lower_tail(probabilities: npt.ArrayLike, observed: int) -> float:
    """Probability of at most `observed` successes in independent trials of unequal chance; exact.

    Parameters
    ----------
    probabilities : array_like
        Chance of every trial, of any shape: the block of `maximum_entropy` between two groups.
    observed : int

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`, `probability-range`.

    Notes
    -----
    Direct convolution, all terms positive, equal chances taken together: Hong (2013), Computational
    Statistics & Data Analysis 59. Below 1e-30 only that it is below is certain.

    Examples
    --------
    >>> round(poisson_binomial_lower_tail([0.5, 0.5], 1), 6)
    0.75
    """
    return _tails(probabilities, observed)[0]


def poisson_binomial_upper_tail(probabilities: npt.ArrayLike, observed: int) -> float:
    """Probability of at least `observed` successes in independent trials of unequal chance; exact.

    As `poisson_binomial_lower_tail`.

    Examples
    --------
    >>> round(poisson_binomial_upper_tail([0.5, 0.5], 1), 6)
    0.75
    """
    return _tails(probabilities, observed)[1]


def group_tails(tie: npt.ArrayLike, groups: npt.ArrayLike, contacts: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Probability of at most, and of at least, the observed ties between groups when ties are independent.

    Parameters
    ----------
    tie : array_like, shape (n, n)
        Symmetric probabilities, as `maximum_entropy` gives them; the diagonal is passed over.
    groups : array_like of int, shape (n,)
        Group of every node from 0, -1 for none.
    contacts : array_like of int, shape (g, g)
        As `contacts_between` gives them.

    Returns
    -------
    lower, upper : ndarray, shape (g, g)
        Symmetric; on the diagonal those of the ties within.

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`, `probability-range`, `lengths-differ`, `group-codes`.

    Examples
    --------
    >>> tie = maximum_entropy([1, 1, 1, 1])
    >>> lower, upper = group_tails(tie, [0, 0, 1, 1], [[0, 2], [2, 0]])
    >>> lower.round(6).tolist()
    [[0.666667, 0.888889], [0.888889, 0.666667]]
    """
    chance, seen = weights(tie, "tie"), weights(contacts, "contacts")
    place = group_codes(groups, length=chance.shape[0])
    members = [np.flatnonzero(place == group) for group in range(seen.shape[0])]
    lower, upper = np.ones(seen.shape), np.ones(seen.shape)
    for r, s in zip(*np.triu_indices(seen.shape[0]), strict=True):
        block = chance[np.ix_(members[r], members[s])]
        trials = block[np.triu_indices(len(block), 1)] if r == s else block
        lower[r, s], upper[r, s] = lower[s, r], upper[s, r] = _tails(trials, int(seen[r, s]))
    return lower, upper


def contacts_between(adjacency: Any, groups: npt.ArrayLike) -> Ints:
    """Count the ties between groups.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        A tie in either direction is one tie, whatever its weight; those of a node to itself are passed over.
    groups : array_like of int, shape (n,)
        Group of every node from 0, -1 for none.

    Returns
    -------
    ndarray of int, shape (g, g)
        Symmetric, ties within a group on the diagonal; g is one more than the largest code.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`, `lengths-differ`, `group-codes`.

    Examples
    --------
    >>> contacts_between([[0, 1, 0], [1, 0, 1], [0, 1, 0]], [0, 0, 1]).tolist()
    [[1, 1], [1, 0]]
    """
    matrix = ties(adjacency)
    place = group_codes(groups, length=matrix.shape[0])
    size = int(place.max(initial=-1)) + 1
    either = sparse.coo_array(sparse.triu(matrix + matrix.T, 1))
    r, s = place[either.row], place[either.col]
    known = (r >= 0) & (s >= 0)
    low, high = np.minimum(r, s)[known], np.maximum(r, s)[known]
    met = np.bincount(low * size + high, minlength=size**2).reshape(size, size)
    return np.asarray(met + np.triu(met, 1).T, dtype=np.int64)


def _strictly_graphical(k: Floats) -> bool:
    """Whether each inequality of Erdos and Gallai, for degrees above 0, has room."""
    falling = np.sort(k)[::-1]
    taken = np.cumsum(falling)
    count = np.arange(1, k.size + 1)
    # Of the others, those of less than `count` ties cannot meet all the taken ones.
    short = np.searchsorted(-falling, -count, side="right")
    short = np.maximum(short, count)
    rest = (k.size - short) * count - (taken[-1:] - np.append(0.0, taken)[short])
    return bool((taken - count * (k.size - 1.0) + rest < 0).all())


def _simple_graph(values: Floats, count: Floats) -> Model:
    """Loss of the tie probabilities: those of classes of nodes of one degree."""
    pairs = np.outer(count, count)
    np.fill_diagonal(pairs, count * (count - 1.0))

    def model(x: Floats) -> tuple[float, Floats, Floats]:
        together = np.add.outer(x, x)
        chance = special.expit(together)
        loss = (pairs * np.logaddexp(0.0, together)).sum() / 2.0 - (count * values) @ x
        slope = (pairs * chance).sum(axis=1) - count * values
        curvature = pairs * chance * (1.0 - chance)
        return float(loss), slope, curvature + np.diag(curvature.sum(axis=1))

    return model


def _tails(probabilities: npt.ArrayLike, observed: int) -> tuple[float, float]:
    from traitdunion.methods.compiled.poisson_binomial import tails  # noqa: PLC0415  slow to import

    chances, trials = np.unique(weights(probabilities, "probabilities"), return_counts=True)
    if (chances > 1).any():
        raise InputError("probability-range", count=int(trials[chances > 1].sum()))
    if observed < 0:
        return 0.0, 1.0
    lower, upper = np.empty(1), np.empty(1)
    tails(chances[None, :], trials, np.zeros(1, np.int64), np.array([observed]), lower, upper)
    return float(lower[0]), float(upper[0])
