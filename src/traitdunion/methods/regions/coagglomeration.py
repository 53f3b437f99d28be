"""Do industries choose the same regions, beyond chance?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.methods.permutation import Tail, drawn, monte_carlo_p
from traitdunion.methods.regions.plants import (
    DIGITS,
    PlantSums,
    dartboard,
    draws_asked,
    normal_p,
    power_sum,
    region_chances,
)
from traitdunion.methods.regions.tables import quotient, shares

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coagglomeration:
    """Whether industries choose the same regions, beyond chance.

    Attributes
    ----------
    pairs : ndarray, shape (industries, industries)
        Symmetric; NaN on the diagonal, for industries without jobs, and when one region has everything.
    z, p : ndarray, shape (industries, industries)
        Of the pairs under the dartboard model, with exact variance; p by draws, or without
        draws by the normal approximation.
    group, group_z, group_p : float
        Mean of the pairs, weighted by the industries' shares of jobs, and the same of it.
    draws : int
    """

    pairs: Floats
    z: Floats
    p: Floats
    group: float
    group_z: float
    group_p: float
    draws: int


def coagglomeration(
    industry: npt.ArrayLike,
    region: npt.ArrayLike,
    jobs: npt.ArrayLike,
    *,
    totals: npt.ArrayLike | None = None,
    draws: int = 999,
    seed: int = 1,
    tail: Tail = "upper",
) -> Coagglomeration:
    """Measure whether pairs of industries, and all together, choose the same regions.

    Parameters and errors are those of `agglomeration.ellison_glaeser`; here `totals` should cover more than
    the industries compared. All draws are kept, draws times industries squared numbers: give 0 draws for
    hundreds of industries.

    Notes
    -----
    Ellison & Glaeser (1997); the form for pairs: Ellison, Glaeser & Kerr (2010), What causes industry
    agglomeration?, American Economic Review 100(3). No plant of one industry is one of another, so the sizes
    of plants do not bias it.

    Examples
    --------
    >>> found = coagglomeration([0, 0, 1, 1], [0, 0, 0, 0], [1, 1, 1, 1], totals=[1, 1], draws=0)
    >>> found.pairs.tolist(), found.group
    ([[nan, 1.0], [1.0, nan]], 1.0)
    """
    sums, chances, thrown = dartboard(industry, region, jobs, totals)
    found = _coagglomeration(sums, chances, tail)
    if draws_asked(draws) == 0:
        return found
    weight = shares(sums.jobs.sum(axis=0))

    def statistic(dice: np.random.Generator) -> Floats:
        pairs = _pairs(thrown(dice), chances)
        return np.append(pairs.ravel(), _mean_of_pairs(pairs, weight))

    simulated = drawn(statistic, draws=draws, seed=seed).round(DIGITS)
    observed = np.append(found.pairs.ravel(), found.group).round(DIGITS)
    p = monte_carlo_p(observed, simulated, tail=tail)
    return Coagglomeration(
        pairs=found.pairs, z=found.z, p=p[:-1].reshape(found.pairs.shape),
        group=found.group, group_z=found.group_z, group_p=float(p[-1]), draws=draws,
    )  # fmt: skip


def coagglomeration_from_sums(
    sums: PlantSums, *, totals: npt.ArrayLike | None = None, tail: Tail = "upper"
) -> Coagglomeration:
    """`coagglomeration` of plants that were summed elsewhere; p by the normal approximation.

    Examples
    --------
    >>> from traitdunion.methods.regions.plants import plant_sums
    >>> sums = plant_sums([0, 1], [0, 1], [1, 1])
    >>> coagglomeration_from_sums(sums).group
    -1.0
    """
    return _coagglomeration(sums, region_chances(sums.jobs, totals), tail)


def _coagglomeration(sums: PlantSums, chances: Floats, tail: Tail) -> Coagglomeration:
    share, weight = shares(sums.jobs), shares(sums.jobs.sum(axis=0))
    pairs = _pairs(share, chances)
    second, third = power_sum(chances, 2), power_sum(chances, 3)
    of_pair = np.outer(sums.herfindahl, sums.herfindahl)
    of_pair = of_pair * quotient(second - 2.0 * third + second**2, (1.0 - second) ** 2)
    np.fill_diagonal(of_pair, np.nan)
    both = quotient(np.outer(weight, weight), 1.0 - power_sum(weight, 2))
    group, spread = _mean_of_pairs(pairs, weight), np.sqrt(2.0 * np.nansum(both**2 * of_pair))
    group_z = group / spread if spread > 0 else np.nan
    z = quotient(pairs, np.sqrt(of_pair))
    group_p = float(normal_p(np.array(group_z), tail))
    return Coagglomeration(pairs, z, normal_p(z, tail), group, float(group_z), group_p, 0)


def _pairs(share: Floats, chances: Floats) -> Floats:
    apart = share - chances[:, None]
    possible = 1.0 - power_sum(chances, 2)
    found = apart.T @ apart / (possible if possible > 0 else np.nan)
    np.fill_diagonal(found, np.nan)
    return found


def _mean_of_pairs(pairs: Floats, weight: Floats) -> float:
    rest = 1.0 - power_sum(weight, 2)
    known = np.where(np.isnan(pairs), 0.0, pairs)
    enough = (weight > 0).sum() > 1 and not np.isnan(pairs[np.ix_(weight > 0, weight > 0)]).all()
    return float(weight @ known @ weight / rest) if enough else float("nan")
