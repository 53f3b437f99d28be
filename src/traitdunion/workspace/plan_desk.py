"""The plan a page shows: made when it is looked at, held in memory for the next look, and never kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock
from typing import Any

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.mandate import DIMENSIONS, EACH, UNDER_50
from traitdunion.domain.measurement import Measurement
from traitdunion.domain.plan import Plan, WhatIf, what_if
from traitdunion.domain.recommendation import PURPOSES
from traitdunion.workspace import plan_pages, planning
from traitdunion.workspace.atlas import Atlas, atlas
from traitdunion.workspace.base import Workspace, hashed
from traitdunion.workspace.planning import Options

_HELD = 8  # plans
_held: dict[str, Plan] = {}  # the one asked for last comes last
_shelf, _making = Lock(), Lock()


@dataclass(frozen=True, slots=True)
class Seen:
    """A plan that is looked at.

    Attributes
    ----------
    plan : Plan
    beside : WhatIf, optional
        The plan without the lines pinned, added or dropped, and with them; None where there are none.
    ecosystem : Ecosystem
        It was made from.
    """

    plan: Plan
    beside: WhatIf | None
    ecosystem: Ecosystem

    @property
    def measurement(self) -> Measurement:
        """Its figures, lists and doubts."""
        return plan_pages.measurement(self.plan, self.ecosystem)


def seen(workspace: Workspace, options: Options) -> Seen:
    """Give what a plan would be, without keeping it.

    Made once for what it is made of and what is asked for; the last eight are held. Requests that ask while
    it is made wait for it.

    Parameters
    ----------
    workspace : Workspace
    options : Options

    Raises
    ------
    WorkspaceError
        `workspace-empty`.
    InputError, FaultyFile
        Those of `planning.plan`; nothing is held then.
    """
    ground = atlas(workspace)
    made = _plan(workspace, ground, options)
    if not options.changed:
        return Seen(made, None, ground.ecosystem)
    plain = replace(options, pin=(), add=(), drop=(), compare=None, groups=0)
    return Seen(made, what_if(_plan(workspace, ground, plain), made), ground.ecosystem)


@lru_cache(maxsize=2)  # as many as there are atlases
def groups(ground: Atlas) -> Mapping[str, tuple[str, ...]]:
    """Give the groups a quota can be of, by dimension, as they are written in a quota."""
    from traitdunion.steps.plan.ground import Ground  # noqa: PLC0415  slow to import

    laid_out = Ground.of(ground.ecosystem, ground.audit)
    return {dimension: tuple(_groups(laid_out, dimension)) for dimension in DIMENSIONS}


def _groups(laid_out: Any, dimension: str) -> list[str]:
    if dimension == "purpose":
        return list(PURPOSES)
    if dimension == "cluster":
        return [EACH, *sorted(laid_out.clusters)]
    if dimension == "language":
        return sorted({one for spoken in laid_out.facts["language"] for one in spoken})
    found = sorted({one for one in laid_out.facts[dimension] if one})
    return [*found, UNDER_50] if dimension == "size" else found


def _plan(workspace: Workspace, ground: Atlas, options: Options) -> Plan:
    key = hashed(ground.key, options)
    known = _taken(key)
    if known is not None:
        return known
    with _making:
        known = _taken(key)
        if known is None:
            known = planning.planned(workspace, ground.recommendations, options)
            if atlas(workspace) is ground:  # else something was loaded meanwhile: it may be half of each
                _hold(key, known)
        return known


def _taken(key: str) -> Plan | None:
    with _shelf:
        known = _held.pop(key, None)
        if known is not None:
            _held[key] = known
        return known


def _hold(key: str, made: Plan) -> None:
    with _shelf:
        _held[key] = made
        for old in list(_held)[:-_HELD]:
            del _held[old]
