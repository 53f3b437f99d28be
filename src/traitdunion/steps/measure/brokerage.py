"""Who stands between groups: the five roles of Gould and Fernandez, beside what chance would make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.report import CellKind, Column, Listing
from traitdunion.errors import InputError
from traitdunion.methods.networks.brokerage import (
    EIIndex,
    ei_index,
    gould_fernandez,
    mixing,
    participation_coefficient,
)
from traitdunion.steps.measure.network import Network, groups
from traitdunion.version import VERSION

# Ties have no direction here, so that whom a gatekeeper lets in a representative speaks to.
_ROLES = ("coordinator", "itinerant", "gatekeeper", "liaison")
_AREAS = frozenset({"province", "arrondissement"})


@dataclass(frozen=True, slots=True)
class Grouped:
    """Organizations with a tie and a known group: rows, names of the groups, group of each, ties."""

    rows: npt.NDArray[np.int64]
    names: tuple[str, ...]
    code: npt.NDArray[np.int64]
    weights: Any


def brokerage(
    ecosystem: Ecosystem,
    *,
    by: str = "region",
    broker: Sequence[str] = (),
    draws: int = 999,
    seed: int = 1,
) -> Measurement:
    """Measure who stands between groups.

    Parameters
    ----------
    ecosystem : Ecosystem
    by : {"region", "province", "arrondissement", "kind", "sector"}
        What makes a group. Organizations of which it is not known are left out, with their ties.
    broker : sequence of str
        Ids of the organizations that run the tool; they are marked, and stay in the network.
    draws, seed : int
        Of the expectation of the E-I index, by dealing the groups anew.

    Returns
    -------
    Measurement
        With the lists `brokerage`, those who stand between most pairs first, and `mixing`.

    Raises
    ------
    InputError
        `option-choice` for a grouping that does not exist, `group-empty` when nobody has both a tie and a
        known group.
    """
    network = Network.of(ecosystem, broker)
    grouped = _laid_out(network, groups(ecosystem, by))
    ei = ei_index(grouped.weights, grouped.code, draws=draws, seed=seed)
    kind: CellKind = "area" if by in _AREAS else "term"
    return Measurement(
        name="brokerage",
        findings=tuple(_findings(network, grouped, ei)),
        listings=(_brokers(ecosystem, network, grouped, kind), _mixing(grouped, kind, ei)),
        caveats=tuple(_caveats(network, grouped)),
        parameters={"by": by, "draws": draws},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=ecosystem.key,
        seed=seed,
        version=VERSION,
    )


def _laid_out(network: Network, stated: Sequence[str | None]) -> Grouped:
    """Take the organizations that have both a tie and a known group."""
    rows = np.array([row for row in network.tied.tolist() if stated[row] is not None], dtype=np.int64)
    if not rows.size:
        raise InputError("group-empty", name="groups")
    names, code = np.unique([str(stated[row]) for row in rows.tolist()], return_inverse=True)
    return Grouped(rows, tuple(names.tolist()), code.astype(np.int64), network.weights[rows][:, rows])


def _brokers(ecosystem: Ecosystem, network: Network, grouped: Grouped, kind: CellKind) -> Listing:
    """List organizations by the pairs they broker; each pair counts once."""
    found = gould_fernandez(grouped.weights, grouped.code).nodes
    spread = participation_coefficient(grouped.weights, grouped.code)
    ids = ecosystem.organizations["id"].to_pylist()
    contacts = np.diff(grouped.weights.indptr)
    total = found.counts[:, -1] // 2
    rows = [
        (
            ids[grouped.rows[at]],
            grouped.names[grouped.code[at]],
            int(contacts[at]),
            int(total[at]),
            _plain(found.z[at, -1]),
            *_roles(found.counts[at].tolist()),
            _plain(spread[at]),
            ids[grouped.rows[at]] in network.broker,
        )
        for at in np.lexsort((grouped.rows, -total)).tolist()
    ]
    keys = ("organization", _heading(kind), "contacts", "brokered", "z", *_ROLES, "participation", "broker")
    kinds = (
        "organization",
        kind,
        "integer",
        "integer",
        "decimal",
        *["integer"] * len(_ROLES),
        "share",
        "term",
    )
    columns = tuple(Column(key, one) for key, one in zip(keys, kinds, strict=True))  # type: ignore[arg-type]
    return Listing("brokerage", columns, tuple(rows))


def _heading(kind: CellKind) -> str:
    return "area" if kind == "area" else "group"


def _roles(counts: list[int]) -> Iterator[int]:
    """Count each pair once: without directions the gatekeeper and the representative are one role."""
    coordinator, itinerant, representative, gatekeeper, liaison, _ = counts
    yield coordinator // 2
    yield itinerant // 2
    yield (representative + gatekeeper) // 2
    yield liaison // 2


def _mixing(grouped: Grouped, kind: CellKind, ei: EIIndex) -> Listing:
    """List the ties of each group within and to others, beside groups dealt anew."""
    between = mixing(grouped.weights, grouped.code)
    inside = np.diag(between) / 2.0
    rows = tuple(
        (
            name,
            int((grouped.code == at).sum()),
            float(inside[at]),
            float(between[at].sum() - between[at, at]),
            _plain(ei.groups[at]),
            _plain(ei.expected_groups[at]),
            _plain(ei.p_groups[at]),
        )
        for at, name in enumerate(grouped.names)
    )
    keys = (_heading(kind), "organizations", "internal", "external", "ei", "ei_expected", "p")
    kinds = (kind, "integer", *["decimal"] * 5)
    columns = tuple(Column(key, one) for key, one in zip(keys, kinds, strict=True))  # type: ignore[arg-type]
    return Listing("mixing", columns, rows)


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _findings(network: Network, grouped: Grouped, ei: EIIndex) -> Iterator[Finding]:
    yield Finding("tied-organizations", float(len(network.tied)))
    yield Finding("grouped", float(len(grouped.rows)))
    yield Finding("ei", ei.whole)
    yield Finding("ei-expected", ei.expected)
    yield Finding("ei-p", ei.p)


def _caveats(network: Network, grouped: Grouped) -> Iterator[Caveat]:
    yield Caveat("ties-unseen")
    yield Caveat("z-follows-ties")
    unknown = len(network.tied) - len(grouped.rows)
    if unknown:
        yield Caveat("group-unknown", {"count": unknown})
    if network.large > 2:
        yield Caveat("hyperedges", {"partners": int(network.large)})
