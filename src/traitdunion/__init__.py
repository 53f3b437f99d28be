"""Traitdunion connects the dots of an industrial ecosystem.

    import traitdunion as td

    ecosystem = td.snapshot(td.resolve(td.load("members.xlsx", "ties.csv")), as_of="2026-06-30")
    audit = td.audit(ecosystem)
    plan = td.plan(td.recommend(ecosystem, audit), introductions=100)

Importing it is quick and needs no settings, no server and no database: each name is fetched when it is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from traitdunion.errors import FaultyFile, InputError, TraitdunionError, WorkspaceError, speak_with
from traitdunion.version import VERSION as __version__

if TYPE_CHECKING:
    from traitdunion.domain.agglomeration import Location
    from traitdunion.domain.audit import Audit
    from traitdunion.domain.backtest import Backtest
    from traitdunion.domain.ecosystem import Ecosystem
    from traitdunion.domain.judgment import ruled
    from traitdunion.domain.mandate import Mandate
    from traitdunion.domain.measurement import Measurement
    from traitdunion.domain.plan import Plan
    from traitdunion.domain.recommendation import Reason, Recommendation
    from traitdunion.domain.record import Records
    from traitdunion.face import backtest, load, read_example, resolve, snapshot, write_report
    from traitdunion.steps.audit import audit
    from traitdunion.steps.locate import locate
    from traitdunion.steps.measure import measure
    from traitdunion.steps.plan import Extras, plan
    from traitdunion.steps.recommend import clusters_for, recommend
    from traitdunion.steps.recommend.partners import between, partner_advice, partner_lists, partners
    from traitdunion.steps.recommend.wishes import Wishes
    from traitdunion.steps.report import report
    from traitdunion.steps.schedule import schedule

_WHERE = {
    "Audit": "domain.audit",
    "Backtest": "domain.backtest",
    "Ecosystem": "domain.ecosystem",
    "Extras": "steps.plan",
    "Location": "domain.agglomeration",
    "Mandate": "domain.mandate",
    "Measurement": "domain.measurement",
    "Plan": "domain.plan",
    "Reason": "domain.recommendation",
    "Recommendation": "domain.recommendation",
    "Records": "domain.record",
    "Wishes": "steps.recommend.wishes",
    "audit": "steps.audit",
    "backtest": "face",
    "between": "steps.recommend.partners",
    "clusters_for": "steps.recommend",
    "load": "face",
    "locate": "steps.locate",
    "measure": "steps.measure",
    "partner_advice": "steps.recommend.partners",
    "partner_lists": "steps.recommend.partners",
    "partners": "steps.recommend.partners",
    "plan": "steps.plan",
    "read_example": "face",
    "recommend": "steps.recommend",
    "report": "steps.report",
    "resolve": "face",
    "ruled": "domain.judgment",
    "schedule": "steps.schedule",
    "snapshot": "face",
    "write_report": "face",
}
__all__ = [
    "Audit",
    "Backtest",
    "Ecosystem",
    "Extras",
    "FaultyFile",
    "InputError",
    "Location",
    "Mandate",
    "Measurement",
    "Plan",
    "Reason",
    "Recommendation",
    "Records",
    "TraitdunionError",
    "Wishes",
    "WorkspaceError",
    "__version__",
    "audit",
    "backtest",
    "between",
    "clusters_for",
    "load",
    "locate",
    "measure",
    "partner_advice",
    "partner_lists",
    "partners",
    "plan",
    "read_example",
    "recommend",
    "report",
    "resolve",
    "ruled",
    "schedule",
    "snapshot",
    "write_report",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return __all__


def _voice(error: TraitdunionError) -> str:
    from traitdunion.language.catalog import error_sentences  # noqa: PLC0415  only when something went wrong

    return " ".join(error_sentences(error, "en"))


speak_with(_voice)
