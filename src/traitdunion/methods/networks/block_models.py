"""How well a grouping of the nodes explains a network whose nodes differ in how busy they are."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import special

from traitdunion.methods.arguments import group_codes
from traitdunion.methods.null_models.configuration_models import contacts_between


def profile_likelihood(adjacency: Any, groups: npt.ArrayLike) -> float:
    """Log likelihood of the degree-corrected block model, all but its constant, at its best parameters.

    Compare groupings of the same network by it, the higher the better; more groups never fit worse, so it
    says nothing about how many there should be.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        A tie in either direction is one tie, whatever its weight; those of a node to itself are passed over.
    groups : array_like of int, shape (n,)
        Group of every node from 0; ties of nodes of group -1 are passed over.

    Returns
    -------
    float
        Sum of m_rs log(m_rs / K_r K_s) over ordered pairs of groups, m_rr being twice the ties within and
        K_r the tie ends of group r; 0 without ties.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`, `lengths-differ`, `group-codes`.

    Notes
    -----
    Karrer & Newman (2011), Stochastic blockmodels and community structure in networks, Physical Review E 83,
    016107, equation 15 up to terms without the groups.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> round(profile_likelihood(path, [0, 0, 1, 1]), 6), round(profile_likelihood(path, [0, 0, 0, 0]), 6)
    (-10.410759, -10.750557)
    """
    of = group_codes(groups, length=np.shape(adjacency)[0])
    m = contacts_between(adjacency, of).astype(float)
    m += np.diag(np.diag(m))
    ends = m.sum(axis=1)
    product = np.outer(ends, ends)
    return float(special.xlogy(m, np.divide(m, product, out=np.ones_like(m), where=product > 0)).sum())
