"""What a method asks of the arrays handed in, checked in one place with one name for each fault."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def numbers(values: npt.ArrayLike, name: str, *, length: int | None = None, negative: bool = True) -> Floats:
    """Read finite numbers.

    Parameters
    ----------
    values : array_like
    name : str
        What the error calls them.
    length : int, optional
        Of the first axis.
    negative : bool
        Whether negative numbers are allowed.

    Raises
    ------
    InputError
        `lengths-differ`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> numbers([1, 2], "weights").tolist()
    [1.0, 2.0]
    """
    array = np.asarray(values, dtype=float)
    if length is not None and (array.ndim == 0 or array.shape[0] != length):
        raise InputError(
            "lengths-differ", name=name, found=array.shape[0] if array.ndim else 1, expected=length
        )
    wrong = int((~np.isfinite(array)).sum())
    if wrong:
        raise InputError("values-not-numbers", name=name, count=wrong)
    below = int((array < 0).sum())
    if below and not negative:
        raise InputError("values-negative", name=name, count=below)
    return array


def weights(values: npt.ArrayLike, name: str, *, length: int | None = None) -> Floats:
    """Read finite numbers from zero up.

    Examples
    --------
    >>> weights([1, 0], "jobs").tolist()
    [1.0, 0.0]
    """
    return numbers(values, name, length=length, negative=False)


def ties(adjacency: Any, name: str = "adjacency") -> Any:
    """Read a square sparse matrix of tie weights; duplicated ties are summed, explicit zeros dropped.

    Returns
    -------
    csr_array, shape (n, n)
        A fresh one: ties of a node to itself are kept.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> ties([[0, 1], [1, 0]]).nnz
    2
    """
    matrix = sparse.csr_array(adjacency, dtype=float, copy=True)
    if matrix.shape[0] != matrix.shape[1]:
        raise InputError("matrix-not-square", name=name, rows=matrix.shape[0], columns=matrix.shape[1])
    matrix.sum_duplicates()
    weights(matrix.data, name)
    matrix.eliminate_zeros()
    return matrix


def group_codes(groups: npt.ArrayLike, *, length: int) -> Integers:
    """Read the group of each node or column: whole numbers from 0, -1 for none or unknown.

    Raises
    ------
    InputError
        `lengths-differ`, `values-not-numbers`, `group-codes`.

    Examples
    --------
    >>> group_codes([0, -1, 2], length=3).tolist()
    [0, -1, 2]
    """
    read = numbers(groups, "groups", length=length)
    wrong = (read != np.floor(read)) | (read < -1)
    if wrong.any():
        raise InputError("group-codes", count=int(wrong.sum()))
    return read.astype(np.int64)
