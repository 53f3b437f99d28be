"""How many of the flagged are false: p-values of many tests at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]


def false_discovery_rate(p: npt.ArrayLike) -> Floats:
    """Smallest false discovery rate at which each test would be flagged, by Benjamini and Hochberg.

    Flagging all q at most 0.05 keeps the expected share of false flags at 5 %, for independent or positively
    dependent tests.

    Parameters
    ----------
    p : array_like
        P-values of any shape; NaN stands for a test not made, is not counted and stays NaN.

    Returns
    -------
    ndarray, same shape
        Never below p, and in the order of p.

    Raises
    ------
    InputError
        `p-value-range` for a value outside 0 to 1.

    Notes
    -----
    Benjamini & Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical
    Society B 57(1).

    Examples
    --------
    >>> false_discovery_rate([0.01, 0.04, 0.03, 0.5]).round(6).tolist()
    [0.04, 0.053333, 0.053333, 0.5]
    """
    values = np.asarray(p, dtype=float)
    made = ~np.isnan(values)
    tests = values[made]
    if not ((tests >= 0) & (tests <= 1)).all():
        raise InputError("p-value-range", count=int((~((tests >= 0) & (tests <= 1))).sum()))
    order = np.argsort(tests, kind="stable")
    scaled = tests[order] * tests.size / np.arange(1, tests.size + 1)
    q = np.empty_like(tests)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    rates = np.full(values.shape, np.nan)
    rates[made] = q
    return rates
