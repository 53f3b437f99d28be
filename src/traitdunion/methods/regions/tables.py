"""Tables of regions by industries: how they are read, and divided into shares."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods.arguments import weights

Floats = npt.NDArray[np.float64]


def table(counts: Any, name: str = "counts") -> Floats:
    """Read a table of regions by industries, dense or sparse, as a dense one.

    Parameters
    ----------
    counts : array_like or sparse array, shape (regions, industries)
        Not negative; duplicated entries of a sparse table are summed.
    name : str
        What an error calls it.

    Raises
    ------
    InputError
        `table-dimensions`, `group-empty` without a region or an industry, `values-not-numbers`,
        `values-negative`.

    Examples
    --------
    >>> table(sparse.csr_array([[1, 0], [0, 2]])).tolist()
    [[1.0, 0.0], [0.0, 2.0]]
    """
    array = np.asarray(counts.toarray() if sparse.issparse(counts) else counts, dtype=float)
    if array.ndim != 2:
        raise InputError("table-dimensions", name=name, found=array.ndim)
    if array.size == 0:
        raise InputError("group-empty", name=name)
    return weights(array, name)


def shares(values: npt.ArrayLike, *, axis: int = 0) -> Floats:
    """Divide by the total along an axis; NaN where that total is zero.

    Examples
    --------
    >>> shares([[1.0, 0.0], [3.0, 0.0]]).tolist()
    [[0.25, nan], [0.75, nan]]
    """
    array = np.asarray(values, dtype=float)
    total = array.sum(axis=axis, keepdims=True)
    return np.asarray(array / np.where(total > 0, total, np.nan), dtype=float)


def quotient(above: npt.ArrayLike, below: npt.ArrayLike) -> Floats:
    """Divide; NaN where nothing is divided by nothing, infinity where something is.

    Examples
    --------
    >>> quotient([1.0, 0.0, 1.0], [2.0, 0.0, 0.0]).tolist()
    [0.5, nan, inf]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.true_divide(above, below), dtype=float)
