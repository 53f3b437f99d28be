"""Who has open space around: Burt's measures, betweenness, and who holds parts of the network together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.report import Column, Listing
from traitdunion.methods.networks.centrality import Betweenness, betweenness, sampled_betweenness
from traitdunion.methods.networks.cohesion import articulation_points, bridges, components, core_number
from traitdunion.methods.networks.structural_holes import constraint as constrained
from traitdunion.methods.networks.structural_holes import effective_size, hierarchy
from traitdunion.steps.measure.network import Network, one_tie_is_most
from traitdunion.version import VERSION

_EXACT = 3_000  # organizations up to which betweenness is exact: some seconds
_PIVOTS = 500
_COLUMNS = (
    Column("organization", "organization"),
    Column("kind", "term"),
    Column("region", "term"),
    Column("contacts", "integer"),
    Column("constraint", "decimal"),
    Column("effective_size", "decimal"),
    Column("efficiency", "share"),
    Column("hierarchy", "decimal"),
    Column("betweenness", "decimal"),
    Column("core", "integer"),
    Column("cut_point", "term"),
    Column("broker", "term"),
)
Floats = npt.NDArray[np.float64]


def constraint(ecosystem: Ecosystem, *, broker: Sequence[str] = (), seed: int = 1) -> Measurement:
    """Measure how open the network is around each organization.

    Parameters
    ----------
    ecosystem : Ecosystem
    broker : sequence of str
        Ids of the organizations that run the tool; they are marked, and stay in the network.
    seed : int
        Of the pivots, where betweenness is estimated.

    Returns
    -------
    Measurement
        With the list `constraint`, the least constrained first. Organizations without a tie are left out:
        constraint says nothing about the isolated.
    """
    network = Network.of(ecosystem, broker)
    weights = network.weights[network.tied][:, network.tied]
    between = _betweenness(weights, seed)
    listing = Listing("constraint", _COLUMNS, tuple(_rows(ecosystem, network, weights, between)))
    return Measurement(
        name="constraint",
        findings=tuple(_findings(network, weights)),
        listings=(listing,),
        caveats=tuple(_caveats(network, weights, between)),
        parameters={"pivots": between.pivots if between.sampled else None},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=ecosystem.key,
        seed=seed,
        version=VERSION,
    )


def _betweenness(weights: Any, seed: int) -> Betweenness:
    size = weights.shape[0]
    return betweenness(weights) if size <= _EXACT else sampled_betweenness(weights, pivots=_PIVOTS, seed=seed)


def _rows(
    ecosystem: Ecosystem, network: Network, weights: Any, between: Betweenness
) -> Iterator[tuple[object, ...]]:
    contacts = np.diff(weights.indptr)
    size = effective_size(weights)
    measures = {
        "constraint": constrained(weights),
        "size": size,
        "efficiency": size / np.maximum(contacts, 1),
        "hierarchy": hierarchy(weights),
        "betweenness": between.values,
    }
    core, cut = core_number(weights), articulation_points(weights)
    facts = ecosystem.organizations.select(["id", "kind", "region"]).to_pylist()
    for place in np.lexsort((network.tied, measures["constraint"])).tolist():
        row = facts[network.tied[place]]
        yield (
            row["id"],
            row["kind"],
            row["region"],
            int(contacts[place]),
            *(_plain(values[place]) for values in measures.values()),
            int(core[place]),
            bool(cut[place]),
            row["id"] in network.broker,
        )


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _findings(network: Network, weights: Any) -> Iterator[Finding]:
    yield Finding("organizations", float(len(network.ids)))
    yield Finding("tied-organizations", float(len(network.tied)))
    yield Finding("pairs-tied", float(weights.nnz // 2))
    yield Finding("components", float(components(weights).max(initial=-1) + 1))
    yield Finding("cut-points", float(articulation_points(weights).sum()))
    yield Finding("bridges", float(len(bridges(weights))))


def _caveats(network: Network, weights: Any, between: Betweenness) -> Iterator[Caveat]:
    alone = len(network.ids) - len(network.tied)
    yield Caveat("ties-unseen")
    if alone:
        yield Caveat("isolated", {"count": alone})
    if network.large > 2:
        yield Caveat("hyperedges", {"partners": int(network.large)})
    heavy = one_tie_is_most(weights)
    if heavy:
        yield Caveat("heavy-ties", {"count": heavy})
    if between.sampled:
        error = float(np.nanmax(between.standard_error))
        yield Caveat("sampled-betweenness", {"pivots": between.pivots, "error": error})
