"""What contacts would look like if each cluster or organization kept its ties but chose ends blindly.

Baselines only: they know how busy everyone is and nothing of distance, so most of the deficits they show are
distance (see `null_models.gravity`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]

MAX_SWEEPS = 100_000
DIVERGED = 1e100


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

    Notes
    -----
    Chung & Lu (2002), Connected components in random graphs with given expected degree sequences, Annals of
    Combinatorics 6(2).

    Examples
    --------
    >>> chung_lu([6, 2]).tolist()
    [[2.25, 1.5], [1.5, 0.25]]
    """
    k = np.asarray(strengths, dtype=float)
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

    Notes
    -----
    Molloy & Reed (1995), A critical point for random graphs with a given degree sequence, Random Structures
    and Algorithms 6(2-3).

    Examples
    --------
    >>> stub_matching([1, 3]).tolist()
    [[0.0, 1.0], [1.0, 1.0]]
    """
    k = np.asarray(strengths, dtype=float)
    expected: Floats = np.outer(k, k) / max(k.sum() - 1.0, 1.0)
    np.fill_diagonal(expected, k * (k - 1.0) / 2.0 / max(k.sum() - 1.0, 1.0))
    return expected


def maximum_entropy(degrees: npt.ArrayLike) -> Floats:
    """Tie probabilities of the most random simple graph with the given expected degrees.

    Unlike `chung_lu` no pair is tied twice and none to itself, which moves the expectation where hubs are
    strong. Nodes of one degree share one unknown, so thousands of nodes are quick.

    Parameters
    ----------
    degrees : array_like of int, shape (n,)
        Each below the number of other nodes that have ties.

    Returns
    -------
    ndarray, shape (n, n)
        Symmetric, 0 on the diagonal, rows summing to the degrees.

    Raises
    ------
    InputError
        `degrees-without-graph` if no such probabilities strictly between 0 and 1 exist.

    Notes
    -----
    Park & Newman (2004), Statistical mechanics of networks, Physical Review E 70, 066117.

    Examples
    --------
    >>> maximum_entropy([1, 1, 1, 1]).round(6)[0].tolist()
    [0.0, 0.333333, 0.333333, 0.333333]
    """
    k = np.asarray(degrees, dtype=float)
    values, place, count = np.unique(k, return_inverse=True, return_counts=True)
    x = values / max(np.sqrt(k.sum()), 1.0)
    others = np.tile(count.astype(float), (len(values), 1)) - np.eye(len(values))
    for _ in range(MAX_SWEEPS):
        pull = (others * (x / (1.0 + np.outer(x, x)))).sum(axis=1)
        new = np.divide(values, pull, out=np.zeros_like(x), where=pull > 0)
        if np.allclose(new, x, rtol=1e-14, atol=0.0) or new.max(initial=0.0) > DIVERGED:
            break
        x = new
    odds = np.outer(x[place], x[place])
    tie = odds / (1.0 + odds)
    np.fill_diagonal(tie, 0.0)
    if not np.allclose(tie.sum(axis=1), k, rtol=1e-8, atol=1e-8):
        raise InputError("degrees-without-graph", nodes=k.size, largest=float(k.max(initial=0.0)))
    return tie


def poisson_binomial_lower_tail(probabilities: npt.ArrayLike, observed: int) -> float:
    """Probability of at most `observed` successes in independent trials of unequal chance; exact.

    Parameters
    ----------
    probabilities : array_like
        Chance of every trial, of any shape: the block of `maximum_entropy` between two groups.
    observed : int

    Notes
    -----
    Direct convolution, all terms positive: Hong (2013), Computational Statistics & Data Analysis 59.

    Examples
    --------
    >>> round(poisson_binomial_lower_tail([0.5, 0.5], 1), 6)
    0.75
    """
    if observed < 0:
        return 0.0
    mass = np.zeros(observed + 1)
    mass[0] = 1.0
    for p in np.asarray(probabilities, dtype=float).ravel():
        mass[1:] = mass[1:] * (1.0 - p) + mass[:-1] * p
        mass[0] *= 1.0 - p
    return float(mass.sum())
