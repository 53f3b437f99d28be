"""The network of an ecosystem: who is tied to whom, and how strongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.ecosystem import Ecosystem, direct_ties, incidence
from traitdunion.errors import InputError
from traitdunion.methods.networks.link_prediction import co_participation

GROUPINGS = ("region", "province", "arrondissement", "kind", "sector")


@dataclass(frozen=True, slots=True)
class Network:
    """Ties between organizations, weighted.

    Attributes
    ----------
    ids : list of str
        Of the organizations, in the order of the rows.
    weights : csr_array, shape (organizations, organizations)
        Symmetric: one for two organizations with a tie of their own, and for each project both took part in
        one over the number of its other participants.
    tied : ndarray of int
        Row numbers of the organizations that have any.
    large : float
        Participants of the largest project; zero without projects.
    broker : frozenset of str
        Ids of the organizations that run the tool.
    """

    ids: list[str]
    weights: Any
    tied: npt.NDArray[np.int64]
    large: float
    broker: frozenset[str]

    @classmethod
    def of(cls, ecosystem: Ecosystem, broker: Sequence[str] = ()) -> Network:
        """Lay out the ties that hold or took place on the day, and what organizations took part in."""
        for organization in broker:
            ecosystem.row(organization)
        part = incidence(ecosystem)
        weights = sparse.csr_array(direct_ties(ecosystem) + co_participation(part))
        weights.setdiag(0.0)
        weights.eliminate_zeros()
        weights.sort_indices()
        sizes = np.asarray(part.sum(axis=0)).ravel()
        return cls(
            ids=ecosystem.organizations["id"].to_pylist(),
            weights=weights,
            tied=np.flatnonzero(np.diff(weights.indptr) > 0).astype(np.int64),
            large=float(sizes.max(initial=0.0)),
            broker=frozenset(broker),
        )


def one_tie_is_most(weights: Any) -> int:
    """Count the organizations of several partners of whose ties one outweighs all the others together."""
    strength = np.asarray(weights.sum(axis=1)).ravel()
    strongest = weights.max(axis=1).toarray().ravel() if weights.nnz else np.zeros(len(strength))
    return int(((np.diff(weights.indptr) > 1) & (2 * strongest > strength)).sum())


def groups(ecosystem: Ecosystem, by: str) -> list[str | None]:
    """Give the group of each organization, None where it is not known.

    Raises
    ------
    InputError
        `option-choice` for a grouping that does not exist.
    """
    if by not in GROUPINGS:
        raise InputError("option-choice", option="--by", value=by, known=list(GROUPINGS))
    if by != "sector":
        return [value or None for value in ecosystem.organizations[by].to_pylist()]
    return [_division(stated) for stated in ecosystem.organizations["activities"].to_pylist()]


def _division(activities: Sequence[str] | None) -> str | None:
    return activities[0].rpartition(":")[2][:2] if activities else None
