"""A plan as a measurement with its doubts, and as pages and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.plan import Beside, Group, Line, Plan
from traitdunion.domain.report import Column, Listing

if TYPE_CHECKING:
    from traitdunion.workspace.base import Workspace

_ASKED = ("introductions", "per_organization", "per_cluster")
_NINE_IN_TEN = 1.645  # standard deviations on either side that hold nine rounds in ten
_LINE = (
    Column("organization", "organization"),
    Column("partner", "organization"),
    Column("purpose", "term"),
    Column("via", "organization"),
    Column("probability", "share"),
    Column("gain", "decimal"),
)
_INTRODUCTIONS = (
    Column("rank", "integer"),
    *_LINE,
    Column("introduced_by", "term"),
    Column("reasons", "reasons"),
)
_WAITING = (
    *_LINE[:3],
    Column("block", "integer"),
    Column("drawn", "term"),
    Column("propensity", "share"),
    Column("gain", "decimal"),
)
_DRAWS = (
    Column("draw_share", "share"),
    Column("draw_asked", "integer"),
    Column("draw_possible", "integer"),
    Column("given_up", "decimal"),
    Column("given_up_low", "decimal"),
    Column("given_up_high", "decimal"),
)
_CURVE = (Column("introductions", "integer"), Column("gain", "decimal"), Column("bound", "decimal"))
_BESIDE = (
    Column("choice", "term"),
    Column("introductions", "integer"),
    Column("gain", "decimal"),
    Column("low", "decimal"),
    Column("high", "decimal"),
    Column("difference", "decimal"),
    Column("difference_low", "decimal"),
    Column("difference_high", "decimal"),
    Column("rounds_won", "share"),
)
_ACCEPTANCE = (
    Column("assumed", "term"),
    Column("best_then", "decimal"),
    Column("kept", "decimal"),
    Column("same", "integer"),
)
_PAIRS = (
    Column("a", "organization"),
    Column("b", "organization"),
    Column("observed", "integer"),
    Column("missing", "decimal"),
    Column("introductions", "integer"),
    Column("expected_contacts", "decimal"),
    Column("still_missing", "decimal"),
)
_BROKERAGE = (
    Column("organization", "organization"),
    Column("pairs", "integer"),
    Column("pairs_after", "integer"),
    Column("alone", "integer"),
    Column("alone_after", "integer"),
    Column("share", "decimal"),
    Column("share_after", "decimal"),
)
_GROUPS = (
    Column("group_number", "integer"),
    Column("organizations", "organizations"),
    Column("languages", "term"),
    Column("radius_km", "decimal"),
    Column("gain", "decimal"),
)
_WITHIN = (Column("group_number", "integer"), *_LINE[:5])


def measurement(plan: Plan, ecosystem: Ecosystem) -> Measurement:
    """Put a plan into figures, lists and doubts; lists without a row are left out, but for the first."""
    first, *others = _listings(plan)
    return Measurement(
        name="plan",
        findings=tuple(_findings(plan)),
        listings=(first, *(listing for listing in others if listing.rows)),
        caveats=tuple(_caveats(plan)),
        parameters={name: plan.budget[name] for name in _ASKED if name in plan.budget},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=plan.ecosystem,
        seed=plan.seed,
        version=plan.version,
    )


def export(workspace: Workspace, ecosystem: Ecosystem, plan: Plan, folder: Path) -> dict[str, Path]:
    """Write the pages and the lists of a plan into a folder; give the page of each language."""
    from traitdunion.language import measurements, plan_drawings  # noqa: PLC0415  slow to import
    from traitdunion.language.catalog import LANGUAGES  # noqa: PLC0415  as above
    from traitdunion.language.names import Names  # noqa: PLC0415  as above

    brokers = tuple(workspace.settings.broker)
    names = {language: Names.within(ecosystem, language, brokers=brokers) for language in LANGUAGES}
    drawn = {language: plan_drawings.drawings(plan, language) for language in LANGUAGES}
    return measurements.write(measurement(plan, ecosystem), folder, names=names, drawings=drawn)


def _findings(plan: Plan) -> Iterator[Finding]:
    from traitdunion.language.plans import filled, rounded_down  # noqa: PLC0415  slow to import

    yield Finding("introductions", float(len(plan.lines)))
    yield Finding("plan-gain", plan.gain)
    yield Finding("plan-bound", plan.bound)
    yield Finding("share-plan-best", 1.0 if plan.exact else rounded_down(plan.ratio))
    yield Finding("plan-tied", float(plan.effects.members.get("newly_tied", 0.0)))
    yield Finding("plan-filled", filled(plan))
    yield Finding("plan-reached", float(plan.effects.members.get("reached", 0.0)))
    yield Finding("plan-weak", float(plan.effects.weak_spots[1]))


def _listings(plan: Plan) -> Iterator[Listing]:
    yield Listing("introductions", _INTRODUCTIONS, tuple(_introduction(line) for line in plan.lines))
    yield Listing("waiting-list", _WAITING, tuple(_waiting(plan)))
    yield Listing("plan-beside", _BESIDE, tuple(_beside_rows(plan)) if plan.lines else ())
    yield Listing("plan-acceptance", _ACCEPTANCE, tuple(_acceptance_rows(plan)) if plan.lines else ())
    yield Listing("plan-pairs", _PAIRS, _picked(plan.effects.pairs, _PAIRS))
    yield Listing("plan-brokerage", _BROKERAGE, _picked(plan.effects.brokerage, _BROKERAGE))
    groups = () if plan.groups is None else plan.groups.groups
    yield Listing(
        "plan-groups", _GROUPS, tuple(_group(number, one) for number, one in enumerate(groups, start=1))
    )
    yield Listing("group-introductions", _WITHIN, tuple(_within(groups)))
    curve = tuple((point.introductions, point.gain, point.bound) for point in plan.curve)
    yield Listing("plan-curve", _CURVE, curve)
    draws = tuple(
        (one.share, one.asked, one.drawn, one.cost, one.low, one.high) for one in plan.draw_costs if one.asked
    )
    yield Listing("plan-draws", _DRAWS, draws)


def _line(line: Line) -> tuple[Any, ...]:
    sides = (line.organization, line.partner)
    return (*sides, line.purpose, line.via or None, line.probability, line.gain)


def _introduction(line: Line) -> tuple[Any, ...]:
    return (line.rank, *_line(line), line.broker or None, line.reasons)


def _waiting(plan: Plan) -> Iterator[tuple[Any, ...]]:
    """Give everything drawn, those that wait included: comparing the two is what a draw is for."""
    for one in plan.lottery.drawn if plan.lottery else ():
        line = one.line
        drawn = (one.block, "now" if one.now else "next", one.propensity)
        yield (line.organization, line.partner, line.purpose, *drawn, line.gain)


def _beside_rows(plan: Plan) -> Iterator[tuple[Any, ...]]:
    from traitdunion.language.plans import besides  # noqa: PLC0415  slow to import

    yield ("ours", len(plan.lines), plan.gain, *[None] * 6)
    for name, other in besides(plan):
        yield _beside(name, other)


def _beside(name: str, other: Beside) -> tuple[Any, ...]:
    difference = other.difference
    bounds = (difference.mean, difference.low, difference.high)
    return (name, round(other.introductions), other.gain, other.low, other.high, *bounds, other.share)


def _acceptance_rows(plan: Plan) -> Iterator[tuple[Any, ...]]:
    for name, other in (("half", plan.acceptance.half), ("double", plan.acceptance.double)):
        yield (name, other.gain, other.kept, other.same)


def _picked(
    rows: Iterable[Mapping[str, object]], columns: Sequence[Column]
) -> tuple[tuple[object, ...], ...]:
    return tuple(tuple(row.get(column.key) for column in columns) for row in rows)


def _group(number: int, one: Group) -> tuple[Any, ...]:
    return (number, one.organizations, one.languages or None, one.kilometres, one.gain)


def _within(groups: Sequence[Group]) -> Iterator[tuple[Any, ...]]:
    for number, one in enumerate(groups, start=1):
        for line in one.lines:
            yield (number, *_line(line)[:5])


def _caveats(plan: Plan) -> Iterator[Caveat]:
    model = plan.acceptance
    if model.answers:
        bounds = {"low": round(100 * model.low), "high": round(100 * model.high)}
        yield Caveat("plan-acceptance-learned", {"answers": model.answers, **bounds})
    else:
        yield Caveat("acceptance-is-a-prior")
    if plan.lines:
        yield _no_promise(plan)
    yield Caveat("plan-missing-is-modelled")
    yield Caveat("absence-is-not-proof")
    if plan.lottery is not None:
        yield Caveat("plan-waiting")
    if plan.groups is not None:
        yield Caveat("plan-groups-meet-less")


def _no_promise(plan: Plan) -> Caveat:
    """Say how many introductions are accepted in nine rounds of ten, each accepted on its own."""
    chances = [line.probability for line in plan.lines]
    mean, spread = sum(chances), _NINE_IN_TEN * sqrt(sum(one * (1 - one) for one in chances))
    low, high = max(0, round(mean - spread)), min(len(chances), round(mean + spread))
    return Caveat("plan-no-promise", {"low": low, "high": high, "count": len(chances)})
