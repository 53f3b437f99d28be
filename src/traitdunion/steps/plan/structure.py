"""What new ties do to the network as a whole: a weight for each beforehand, the exact sum afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.domain.plan import Structure
from traitdunion.domain.recommendation import Recommendation
from traitdunion.methods.networks.resistance import kirchhoff_index, set_gain, tie_gains
from traitdunion.methods.networks.resistance_sketch import sketched_gains
from traitdunion.steps.plan.ground import Ground

Floats = npt.NDArray[np.float64]
EXACT = 2_500  # organizations up to which a table of all pairs is no matter; beyond, projections
DIMENSIONS = 100


def structural_shares(ground: Ground, candidates: Sequence[Recommendation], *, seed: int) -> Floats:
    """Give each candidate what its tie alone would lower the resistances of the network by, shape (n,).

    In shares of the largest fall among the candidates, so between 0 and 1. A tie to an organization that has
    none lowers nothing: what it does is counted as a member newly tied.
    """
    ends = _ends(ground, candidates)
    if not len(ends):
        return np.zeros(0)
    if len(ground.ids) <= EXACT:
        drop = tie_gains(ground.network, ends).drop
    else:
        drop = sketched_gains(ground.network, ends, seed=seed, dimensions=DIMENSIONS).drop
    largest = float(drop.max())
    return np.round(drop / largest, 12) if largest > 0 else np.zeros(len(ends))


def structure_after(ground: Ground, lines: Sequence[Recommendation]) -> Structure:
    """Say exactly what all lines together do, if every one is accepted."""
    after = set_gain(ground.network, _ends(ground, lines))
    before = kirchhoff_index(ground.network).index if len(ground.ids) <= EXACT else None
    return Structure(before, after.drop, after.joined)


def _ends(ground: Ground, some: Sequence[Recommendation]) -> Any:
    ends = [(ground.row_of[one.organization], ground.row_of[one.partner]) for one in some]
    return np.array(ends, dtype=np.int64).reshape(-1, 2)
