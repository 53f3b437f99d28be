"""How the activity is spread over areas: quotients with their interval, and one figure for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from traitdunion.domain.measurement import Finding
from traitdunion.domain.report import Column, Listing
from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.methods.regions.agglomeration import Agglomeration, ellison_glaeser
from traitdunion.methods.regions.concentration import locational_gini
from traitdunion.methods.regions.specialization import symmetric
from traitdunion.steps.locate.ground import Sites

Floats = npt.NDArray[np.float64]
_THIN = 5  # organizations in all, below which a quotient is that of a firm or two
_COLUMNS = (
    Column("area", "area"),
    Column("organizations", "integer"),
    Column("everyone", "integer"),
    Column("expected", "decimal"),
    Column("location_quotient", "decimal"),
    Column("symmetric_quotient", "decimal"),
    Column("quotient", "decimal"),
    Column("low", "decimal"),
    Column("high", "decimal"),
    Column("finding", "term"),
)


def areas(sites: Sites, by: str, *, key: str, level: float) -> Listing:
    """List areas by how much more of the activity they have than of everything.

    Parameters
    ----------
    sites : Sites
    by : {"arrondissement", "province"}
    key : str
        Name of the list.
    level : float
        Posterior probability of the interval.
    """
    names, place = _coded(sites, by)
    everyone = np.bincount(place[place >= 0], minlength=len(names)).astype(float)
    observed = np.bincount(place[(place >= 0) & sites.member], minlength=len(names)).astype(float)
    if not names or observed.sum() == 0:
        return Listing(key, _COLUMNS, ())
    expected = everyone * (observed.sum() / everyone.sum())
    ratios = shrunken_ratio(observed, expected, level=level)
    raw = observed / expected
    order = np.lexsort((np.arange(len(names)), -ratios.low, -ratios.ratio))
    rows = tuple(
        (
            names[at],
            int(observed[at]),
            int(everyone[at]),
            *(float(one[at]) for one in (expected, raw, symmetric(raw))),
            *(float(one[at]) for one in (ratios.ratio, ratios.low, ratios.high)),
            "above" if ratios.low[at] > 1 else "gap" if ratios.high[at] < 1 else "unsure",
        )
        for at in order.tolist()
    )
    return Listing(key, _COLUMNS, rows)


def spread(sites: Sites, *, draws: int, seed: int) -> Iterator[Finding]:
    """Say how unevenly the activity is spread over districts, beyond what its number makes it."""
    names, place = _coded(sites, "arrondissement")
    if len(names) < 2 or (sites.member & (place >= 0)).sum() < 2:
        return
    everyone = np.bincount(place[place >= 0], minlength=len(names)).astype(float)
    inside = place[sites.member & (place >= 0)]
    found: Agglomeration = ellison_glaeser(
        np.zeros(len(inside), dtype=np.int64),
        inside,
        np.ones(len(inside)),
        totals=everyone,
        draws=draws,
        seed=seed,
    )
    counts = np.bincount(inside, minlength=len(names)).astype(float)[:, None]
    yield Finding("gini", float(locational_gini(counts, reference=everyone, normalized=True)[0]))
    yield Finding("gamma", float(found.gamma[0]))
    yield Finding("gamma-p", float(found.p[0]))


def thin(listing: Listing) -> int:
    """Count the areas with so few organizations in all that one firm is the area."""
    return sum(row[2] < _THIN for row in listing.rows)


def _coded(sites: Sites, by: str) -> tuple[Sequence[str], npt.NDArray[np.int64]]:
    """Number the areas in order; -1 where the area is not known."""
    stated = [row[by] for row in sites.rows]
    names = sorted({name for name in stated if name})
    number = {name: place for place, name in enumerate(names)}
    return names, np.array([number.get(name, -1) for name in stated], dtype=np.int64)
