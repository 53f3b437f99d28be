"""One engine for everything that is drawn: one seed, draws that do not depend on how many are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]
Tail = Literal["upper", "lower", "both"]
Statistic = Callable[[np.random.Generator], npt.ArrayLike]


def stream(seed: int, draw: int) -> np.random.Generator:
    """Give the generator of one draw: the same whatever was drawn before it, and independent of the others.

    Parameters
    ----------
    seed : int
        Not negative.
    draw : int
        Number of the draw, from 0.

    Notes
    -----
    Philox, a counter-based generator keyed by seed and draw: Salmon, Moraes, Dror & Shaw (2011), Parallel
    random numbers: as easy as 1, 2, 3, SC '11.

    Examples
    --------
    >>> stream(1, 2).integers(100) == stream(1, 2).integers(100)
    np.True_
    """
    if seed < 0 or draw < 0:
        raise InputError("seed-negative", seed=seed)
    return np.random.Generator(np.random.Philox(np.random.SeedSequence(seed, spawn_key=(draw,))))


def drawn(statistic: Statistic, *, draws: int, seed: int, first: int = 0) -> Floats:
    """Draw a statistic again and again under a null model.

    Parameters
    ----------
    statistic : callable
        Given a generator, makes one draw of the null model and returns its statistic, always of one shape.
    draws : int
        At least 1.
    seed : int
    first : int
        Number of the first draw; `drawn(draws=10)` is `drawn(draws=4)` followed by `drawn(draws=6, first=4)`.

    Returns
    -------
    ndarray, shape (draws, ...)

    Raises
    ------
    InputError
        `draws-too-few` for less than one draw, `seed-negative`.

    Examples
    --------
    >>> drawn(lambda dice: dice.permutation(3), draws=2, seed=1).shape
    (2, 3)
    """
    if draws < 1:
        raise InputError("draws-too-few", draws=draws, least=1)
    return np.stack(
        [np.asarray(statistic(stream(seed, draw)), dtype=float) for draw in range(first, first + draws)]
    )


def monte_carlo_p(observed: npt.ArrayLike, simulated: npt.ArrayLike, *, tail: Tail = "upper") -> Floats:
    """P-value of an observed statistic among draws of the null; never zero, and honest for few draws.

    Parameters
    ----------
    observed : array_like, shape (...)
    simulated : array_like, shape (draws, ...)
    tail : {"upper", "lower", "both"}
        "both" doubles the smaller of the two tails, at most 1.

    Returns
    -------
    ndarray, shape (...)
        (1 + draws at least as extreme) / (1 + draws); NaN where the observed or any draw is NaN.

    Notes
    -----
    Davison & Hinkley (1997), Bootstrap Methods and their Application, section 4.2. A draw that equals the
    observed counts as extreme, so that p-values of discrete statistics err on the safe side.

    Examples
    --------
    >>> monte_carlo_p(3.0, [1.0, 2.0, 3.0]).tolist()
    0.5
    """
    value, null = np.asarray(observed, dtype=float), np.asarray(simulated, dtype=float)
    draws = null.shape[0]
    upper = (1.0 + (null >= value).sum(axis=0)) / (1.0 + draws)
    lower = (1.0 + (null <= value).sum(axis=0)) / (1.0 + draws)
    p = {"upper": upper, "lower": lower, "both": np.minimum(2.0 * np.minimum(upper, lower), 1.0)}[tail]
    return np.where(np.isnan(value) | np.isnan(null).any(axis=0), np.nan, p)
