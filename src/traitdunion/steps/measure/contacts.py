"""Contacts between clusters, beside what four null models would have them be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.report import Column, Listing
from traitdunion.methods.null_models.bipartite_models import SharedTails, shared_by_tie_ends, shared_tails
from traitdunion.methods.null_models.swaps import SwapDraws, shared_by_swaps
from traitdunion.methods.ranks import rank_interval
from traitdunion.version import VERSION

Floats = npt.NDArray[np.float64]
_DISPERSED = 0.05  # p below which contacts scatter more than Poisson counts do
_FEW = 5.0  # expected contacts of a pair below which most pairs cannot be told from chance
_COLUMNS = (
    Column("a", "organization"),
    Column("b", "organization"),
    Column("observed", "integer"),
    Column("expected", "decimal"),
    Column("ratio", "decimal"),
    Column("low", "decimal"),
    Column("high", "decimal"),
    Column("rank", "integer"),
    Column("rank_low", "integer"),
    Column("rank_high", "integer"),
    Column("p", "decimal"),
    Column("q", "decimal"),
    Column("shared", "integer"),
    Column("by_ends", "decimal"),
    Column("by_entropy", "decimal"),
    Column("p_entropy", "decimal"),
    Column("by_swaps", "decimal"),
    Column("p_swaps", "decimal"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Who belongs to which cluster, the broker apart, and what chance makes of its sums."""

    number: Mapping[str, int]
    by_ends: Floats
    entropy: SharedTails
    swaps: SwapDraws

    def at(self, pair: Mapping[str, Any]) -> tuple[int, int]:
        """Give the place of a pair in the matrices."""
        return self.number[pair["a"]], self.number[pair["b"]]


def contacts(ecosystem: Ecosystem, audit: Audit, *, draws: int = 999, seed: int = 1) -> Measurement:
    """Set the contacts of each pair of clusters beside four null models.

    Parameters
    ----------
    ecosystem : Ecosystem
    audit : Audit
        Of the same ecosystem: its contacts, its gravity model, and who is tied to which cluster.
    draws, seed : int
        Of the swaps and of the places in the ranking.

    Returns
    -------
    Measurement
        With the list `contacts-expected`, the pairs furthest below the gravity model first. Three models know
        only who has how many ties, and are of organizations tied to both; gravity is of every contact.
    """
    table = _table(audit, draws=draws, seed=seed)
    pairs = audit.pairs.to_pylist()
    observed, expected = (
        np.array([row[name] for row in pairs], dtype=float) for name in ("observed", "expected")
    )
    places = rank_interval(
        observed,
        expected,
        shape=audit.model.get("prior_shape", np.inf),
        mean=audit.model.get("prior_mean", 1.0),
        level=audit.level,
        draws=draws,
        seed=seed,
    )
    rows = [
        _row(row, table, int(best), int(worst))
        for row, best, worst in zip(pairs, places.best, places.worst, strict=True)
    ]
    rows.sort(key=lambda row: (row[7], row[0], row[1]))
    return Measurement(
        name="contacts",
        findings=tuple(_findings(audit, table, pairs)),
        listings=(Listing("contacts-expected", _COLUMNS, tuple(rows)),),
        caveats=tuple(_caveats(audit, table, float(expected.mean()) if len(expected) else 0.0)),
        parameters={"draws": draws, "level": audit.level},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=ecosystem.key,
        seed=seed,
        version=VERSION,
    )


def _table(audit: Audit, *, draws: int, seed: int) -> Table:
    ties = [row for row in audit.memberships.to_pylist() if not row["broker"]]
    clusters = sorted({row[end] for row in audit.pairs.to_pylist() for end in ("a", "b")})
    organizations = sorted({row["organization"] for row in ties})
    number = {cluster: place for place, cluster in enumerate(clusters)}
    line = {organization: place for place, organization in enumerate(organizations)}
    held = [(line[row["organization"]], number[row["cluster"]]) for row in ties if row["cluster"] in number]
    rows, columns = zip(*held, strict=True) if held else ((), ())
    shape = (len(organizations), len(clusters))
    belongs = sparse.csr_array((np.ones(len(held)), (rows, columns)), shape=shape)
    return Table(
        number=number,
        by_ends=shared_by_tie_ends(belongs),
        entropy=shared_tails(belongs),
        swaps=shared_by_swaps(belongs, draws=draws, seed=seed),
    )


def _row(pair: Mapping[str, Any], table: Table, best: int, worst: int) -> tuple[Any, ...]:
    at = table.at(pair)
    gravity = (pair[name] for name in ("observed", "expected", "ratio", "low", "high", "rank"))
    return (
        pair["a"],
        pair["b"],
        *gravity,
        best,
        worst,
        pair["p"],
        pair["q"],
        int(table.entropy.observed[at]),
        float(table.by_ends[at]),
        float(table.entropy.expected[at]),
        float(table.entropy.p_lower[at]),
        float(table.swaps.mean[at]),
        float(table.swaps.p_lower[at]),
    )


def _findings(audit: Audit, table: Table, pairs: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    yield Finding("cluster-pairs", float(len(pairs)))
    yield Finding("shared", float(sum(table.entropy.observed[table.at(row)] for row in pairs)))
    yield Finding("below", float(sum(row["high"] < 1 for row in pairs)))
    yield Finding("overdispersion-p", audit.model.get("overdispersion_p"))
    yield Finding("mixed", float(int(_effective(table.swaps))))


def _effective(swaps: SwapDraws) -> float:
    """Draws that the swaps are worth for the pair they are worth least for, of those that vary."""
    varies = swaps.sd > 0
    return float(swaps.effective[varies].min()) if varies.any() else float(swaps.draws)


def _caveats(audit: Audit, table: Table, mean: float) -> Iterator[Caveat]:
    yield Caveat("configuration-sees-distance")
    if audit.model.get("overdispersion_p", 1.0) < _DISPERSED:
        yield Caveat("dispersed")
    if mean < _FEW:
        yield Caveat("few-contacts", {"mean": mean})
    if not table.swaps.mixed:
        effective = int(_effective(table.swaps))
        yield Caveat("not-mixed", {"effective": effective, "draws": table.swaps.draws})
    yield Caveat("ties-unseen")
