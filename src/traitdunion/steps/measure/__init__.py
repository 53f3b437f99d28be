"""Measure: who stands between groups, who has open space around, what chance would do, what is related."""

from __future__ import annotations

from collections.abc import Sequence

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import MEASURES, Measure, Measurement
from traitdunion.errors import InputError
from traitdunion.steps.measure.brokerage import brokerage
from traitdunion.steps.measure.constraint import constraint
from traitdunion.steps.measure.contacts import contacts
from traitdunion.steps.measure.relatedness import relatedness

__all__ = ["brokerage", "constraint", "contacts", "measure", "relatedness"]


def measure(
    ecosystem: Ecosystem,
    what: Measure,
    *,
    audit: Audit | None = None,
    by: str = "region",
    of: str | None = None,
    broker: Sequence[str] = (),
    draws: int = 999,
    seed: int = 1,
) -> Measurement:
    """Measure one thing on the whole network.

    Parameters
    ----------
    ecosystem : Ecosystem
    what : {"brokerage", "constraint", "contacts", "relatedness"}
    audit : Audit, optional
        Of the same ecosystem; contacts and relatedness need it: it says who is tied to which cluster.
    by : str
        Groups of `brokerage`: "region", "province", "arrondissement", "kind" or "sector".
    of : str, optional
        What `relatedness` relates: "topics", "activities" or "themes".
    broker : sequence of str
        Ids of the organizations that run the tool, marked by `brokerage` and `constraint`.
    draws, seed : int
        Of the null models.

    Raises
    ------
    InputError
        `option-choice`, `audit-needed`, `group-empty`.
    """
    if what not in MEASURES:
        raise InputError("option-choice", option="what", value=what, known=list(MEASURES))
    if what == "brokerage":
        return brokerage(ecosystem, by=by, broker=broker, draws=draws, seed=seed)
    if what == "constraint":
        return constraint(ecosystem, broker=broker, seed=seed)
    if audit is None:
        raise InputError("audit-needed", what=what)
    if what == "contacts":
        return contacts(ecosystem, audit, draws=draws, seed=seed)
    return relatedness(ecosystem, audit, of=of, seed=seed)
