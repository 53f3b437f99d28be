"""Advice on partners and its backtest: learned once for a snapshot, kept in the cache, served with wishes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from traitdunion.domain.answer import lifted, newest_facts
from traitdunion.domain.backtest import Backtest
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.partial_date import first_day
from traitdunion.domain.recommendation import Recommendation
from traitdunion.domain.report import Column, Listing
from traitdunion.version import VERSION
from traitdunion.workspace import wishes as kept
from traitdunion.workspace.base import Workspace, hashed

if TYPE_CHECKING:
    from traitdunion.methods.partners.model import PartnerModel
    from traitdunion.steps.recommend.partners import PartnerAdvice, PartnerLists
    from traitdunion.steps.recommend.wishes import Wishes

_COLUMNS = (
    Column("organization", "organization"),
    Column("partner", "organization"),
    Column("purpose", "term"),
    Column("via", "organization"),
    Column("score", "decimal"),
    Column("chance", "share"),
    Column("reasons", "reasons"),
)


def wishes(
    workspace: Workspace, ecosystem: Ecosystem, proximities: Mapping[str, float] | None = None
) -> Wishes:
    """Gather what the manager wishes: proximities raised or lowered, rules that hold, pairs asked already.

    A pair that said no is asked again only once something newer is known of one of the two.
    """
    from traitdunion.steps.recommend.wishes import Wishes as Made  # noqa: PLC0415  slow to import

    standing = kept.standing(workspace)
    newest = newest_facts(ecosystem) if standing else {}
    barring = {
        pair: one
        for pair, one in standing.items()
        if one.state != "open" and not (one.state == "refused" and lifted(one, _newer(newest, pair)))
    }
    return Made(dict(proximities or {}), kept.rules(workspace).items, barring)  # type: ignore[arg-type]


def advice(workspace: Workspace, ecosystem: Ecosystem) -> PartnerAdvice:
    """Learn who starts to work with whom, or take what was learned from the same snapshot before."""
    from traitdunion.steps.recommend.partners import partner_advice  # noqa: PLC0415  slow to import

    broker = workspace.settings.broker
    path = workspace.cache / f"advice-{hashed(ecosystem.key, broker, VERSION)[:16]}.json"
    if path.exists():
        workspace.progress("recommend")
        model = _read(path.read_text(encoding="utf-8"))
        return partner_advice(ecosystem, broker=broker, model=model)
    made = partner_advice(ecosystem, broker=broker, progress=workspace.progress)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_text(_written(made.model), encoding="utf-8")
    beside.replace(path)
    return made


def recommend_partners(
    workspace: Workspace,
    ecosystem: Ecosystem,
    organization: str | None = None,
    *,
    top: int = 10,
    cap: int | None = None,
    floor: int = 0,
    proximities: Mapping[str, float] | None = None,
) -> PartnerLists:
    """Recommend partners to one organization, or to all."""
    from traitdunion.steps.recommend.partners import partner_lists  # noqa: PLC0415  slow to import

    made = advice(workspace, ecosystem)
    workspace.progress("recommend")
    wished = taught(workspace, made, wishes(workspace, ecosystem, proximities))
    asked = None if organization is None else [organization]
    return partner_lists(made, asked, top=top, cap=cap, floor=floor, wishes=wished)


def recommend_between(
    workspace: Workspace,
    ecosystem: Ecosystem,
    first: str,
    second: str,
    *,
    top: int = 10,
    proximities: Mapping[str, float] | None = None,
) -> tuple[Recommendation, ...]:
    """Recommend introductions between those around one cluster and those around another."""
    from traitdunion.steps.recommend.partners import between  # noqa: PLC0415  slow to import

    made = advice(workspace, ecosystem)
    workspace.progress("recommend")
    wished = taught(workspace, made, wishes(workspace, ecosystem, proximities))
    return between(made, first, second, top=top, wishes=wished)


def export(
    workspace: Workspace, ecosystem: Ecosystem, found: Iterable[Recommendation], folder: Path
) -> dict[str, Path]:
    """Write recommendations as pages and lists into a folder; give the page of each language."""
    from traitdunion.language import measurements  # noqa: PLC0415  slow to import
    from traitdunion.language.catalog import LANGUAGES  # noqa: PLC0415  as above
    from traitdunion.language.names import Names  # noqa: PLC0415  as above

    rows = tuple(
        (one.organization, one.partner, one.purpose, one.via, one.score, one.chance, one.reasons)
        for one in found
    )
    organizations = {row[0] for row in rows}
    measured = Measurement(
        name="recommend",
        findings=(
            Finding("introductions", float(len(rows))),
            Finding("organizations-advised", float(len(organizations))),
        ),
        listings=(Listing("recommendations", _COLUMNS, rows),),
        caveats=(Caveat("advice-is-not-destiny"), Caveat("ties-unseen")),
        parameters={},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=ecosystem.key,
        seed=workspace.settings.seed,
        version=VERSION,
    )
    names = {language: Names.within(ecosystem, language) for language in LANGUAGES}
    return measurements.write(measured, folder, names=names)


def backtest(
    workspace: Workspace,
    ecosystem: Ecosystem,
    *,
    until: str,
    start: str,
    to: str | None = None,
    country: str | None = None,
) -> tuple[Backtest, float]:
    """See how often the advice of an earlier day came true; and the seconds it took."""
    from traitdunion.steps.backtest import backtest as judged  # noqa: PLC0415  slow to import
    from traitdunion.steps.recommend.advisor import Advisor  # noqa: PLC0415  as above

    began = perf_counter()
    found = judged(
        ecosystem,
        Advisor(progress=workspace.progress),
        until=until,
        start=start,
        to=to,
        country=country,
        seed=workspace.settings.seed,
        progress=workspace.progress,
    )
    return found, perf_counter() - began


def taught(workspace: Workspace, made: PartnerAdvice, wished: Wishes) -> Wishes:
    """Let answers teach how much each proximity counts, where they are enough and foretell others."""
    from traitdunion.steps.recommend.answers import learned_multipliers  # noqa: PLC0415  slow to import

    answers = kept.answers(workspace).items
    if not answers:
        return wished
    learned = learned_multipliers(made, answers, seed=workspace.settings.seed)
    return replace(wished, learned=learned)


def _newer(newest: Mapping[str, str], pair: tuple[str, str]) -> str | None:
    known = [newest[one] for one in pair if one in newest]
    return max(known, key=first_day, default=None)


def _written(model: PartnerModel) -> str:
    hazard = model.hazard
    document = {
        "named": [asdict(one) for one in model.named],
        "coefficients": model.coefficients.tolist(),
        "hazard": None if hazard is None else [hazard.intercept, hazard.coefficients.tolist()],
        "windows": list(model.windows),
        "lists": model.lists,
        "choices": [list(one) for one in model.choices],
    }
    return json.dumps(document, indent=1) + "\n"


def _read(text: str) -> PartnerModel:
    import numpy as np  # noqa: PLC0415  slow to import

    from traitdunion.methods.hazard import Hazard  # noqa: PLC0415  as above
    from traitdunion.methods.partners.features import Feature  # noqa: PLC0415  as above
    from traitdunion.methods.partners.model import Choice, PartnerModel  # noqa: PLC0415  as above

    known: dict[str, Any] = json.loads(text)
    hazard = known["hazard"]
    return PartnerModel(
        named=tuple(Feature(**one) for one in known["named"]),
        coefficients=np.array(known["coefficients"]),
        hazard=None
        if hazard is None
        else Hazard(hazard[0], np.array(hazard[1]), np.full(len(hazard[1]), np.nan), 0),
        windows=tuple(known["windows"]),
        lists=known["lists"],
        choices=tuple(Choice(*one) for one in known["choices"]),
    )
