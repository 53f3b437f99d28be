"""Which industries share skills: people who change jobs go where what they know is of use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.methods.arguments import ties

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SkillRelatedness:
    """How many more people move between industries than their sizes explain.

    Attributes
    ----------
    ratio : ndarray, shape (industries, industries)
        Entry i, j: moves from i to j over their expectation; 1 is as by chance; NaN where none is expected
        and on the diagonal.
    symmetric : ndarray, shape (industries, industries)
        Mean over both directions of (ratio - 1)/(ratio + 1), from -1 to 1, 0 as by chance.
    p_upper : ndarray, shape (industries, industries)
        Chance of as many moves from i to j or more if everyone who moves went anywhere alike. NaN where the
        ratio is and, throughout, for moves that are not whole numbers. Colleagues move together, when a plant
        closes: too small, then.
    expected : ndarray, shape (industries, industries)
        Moves expected from i to j; do not believe a ratio where this is below some five.
    """

    ratio: Floats
    symmetric: Floats
    p_upper: Floats
    expected: Floats


def skill_relatedness(moves: Any) -> SkillRelatedness:
    """Compare moves of people between industries with what sizes alone explain.

    Parameters
    ----------
    moves : array or sparse array, shape (industries, industries)
        Entry i, j: people who left industry i for industry j. Moves within an industry are passed over.

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`.

    Notes
    -----
    F_ij F / (F_i F_j): Neffke & Henning (2013), Skill relatedness and firm diversification, Strategic
    Management Journal 34(3); symmetric form: Neffke, Otto & Weyh (2017), Inter-industry labor flows, Journal
    of Economic Behavior & Organization 142. The p-value is hypergeometric, given what each industry loses
    and gains. Both let people move to where they are, which they cannot: with few industries, or one that
    makes much of all moves, ratios come out too high and p-values too small.

    Examples
    --------
    >>> found = skill_relatedness([[0, 6, 2], [6, 0, 2], [2, 2, 0]])
    >>> found.ratio.round(3).tolist()
    [[nan, 1.875, 1.25], [1.875, nan, 1.25], [1.25, 1.25, nan]]
    >>> found.symmetric.round(3).tolist()
    [[nan, 0.304, 0.111], [0.304, nan, 0.111], [0.111, 0.111, nan]]
    """
    flow = ties(moves, "moves").toarray()
    np.fill_diagonal(flow, 0.0)
    left, joined, total = flow.sum(axis=1), flow.sum(axis=0), flow.sum()
    expected = np.outer(left, joined) / max(total, np.finfo(float).tiny)
    known = (expected > 0) & ~np.eye(len(flow), dtype=bool)
    ratio = np.divide(flow, expected, out=np.full_like(flow, np.nan), where=known)
    scaled = (ratio - 1.0) / (ratio + 1.0)
    return SkillRelatedness(ratio, (scaled + scaled.T) / 2.0, _upper_tail(flow, known), expected)


def _upper_tail(flow: Floats, known: npt.NDArray[np.bool_]) -> Floats:
    from scipy.stats import hypergeom  # noqa: PLC0415  slow to import, and needed here alone

    p = np.full_like(flow, np.nan)
    if (flow != np.round(flow)).any():
        return p
    row, column = np.nonzero(known)
    left, joined = flow.sum(axis=1), flow.sum(axis=0)
    p[row, column] = hypergeom.sf(flow[row, column] - 1.0, flow.sum(), left[row], joined[column])
    return p
