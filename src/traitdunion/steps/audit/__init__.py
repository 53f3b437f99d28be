"""Audit: who is tied to a cluster, which clusters meet less than they should, who holds them together.

The broker who runs the tool meets everybody by trade: it is left out of the contacts and shown apart.
Expected contacts come from a gravity model (size known to the sources, distance, what they do, language);
the shrunken ratio with its interval comes first, the p-value second.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from traitdunion.domain import audit as noun
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.steps.audit.contacts import bridges, contacts_between, memberships, weak_spots
from traitdunion.steps.audit.coverage import members_and_ties, shares
from traitdunion.steps.audit.ground import Ground
from traitdunion.steps.audit.pairs import pairs_expected
from traitdunion.steps.audit.strengths import strengths
from traitdunion.version import VERSION


def audit(ecosystem: Ecosystem, *, broker: Sequence[str] = (), level: float = 0.90, seed: int = 1) -> Audit:
    """Audit an ecosystem.

    Parameters
    ----------
    ecosystem : Ecosystem
    broker : sequence of str
        Ids of the organizations that run the tool.
    level : float
        Of the intervals of the ratios.
    seed : int
        Kept with the result; nothing here is drawn.

    Returns
    -------
    Audit

    Raises
    ------
    InputError
        When the broker is not an organization of the ecosystem.
    """
    ground = Ground.of(ecosystem, broker)
    contacts = contacts_between(ground)
    pairs, model = pairs_expected(ground, contacts, level)
    members, member_ties = members_and_ties(ground)
    return Audit(
        members=members,
        member_ties=member_ties,
        shares=shares(members),
        pairs=pairs,
        contacts=pa.Table.from_pylist(contacts, schema=noun.CONTACTS),
        memberships=memberships(ground),
        bridges=bridges(ground, contacts),
        weak_spots=weak_spots(contacts),
        strengths=strengths(ground, level),
        model=model,
        broker=tuple(ground.broker_ids()),
        level=level,
        ecosystem=ecosystem.key,
        seed=seed,
        version=VERSION,
    )
