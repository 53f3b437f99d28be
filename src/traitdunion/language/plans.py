"""A plan in words: what it is worth, what it rests on and its lines, on a terminal and for a page."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import Literal

from rich.table import Table

from traitdunion.domain.plan import (
    AcceptanceModel,
    Beside,
    Group,
    Groups,
    Interval,
    Line,
    Lottery,
    Plan,
)
from traitdunion.domain.recommendation import Recommendation
from traitdunion.language import formats, pages
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.reasons import reason_sentence
from traitdunion.language.terms import heading, term

Verdict = Literal["better", "worse", "not-shown"]
OFFERED = 0.2  # share of the introductions for which the cost of drawing is told
_REASONS = 2  # of a line on a terminal; the page gives all


def lines(plan: Plan, names: Names, *, top: int = 20) -> Iterator[str | Table]:
    """Say a plan on a terminal.

    Parameters
    ----------
    plan : Plan
    names : Names
        Of the ecosystem, in the language of the reader.
    top : int
        Lines to show, and as many of the waiting list.

    Yields
    ------
    str or Table
        What it is worth, beside the other choices, and what it rests on; its lines with two reasons each; who
        waits; the groups; and what becomes of the network.
    """
    language = names.language
    yield say("plan-intro", language, count=len(plan.lines))
    if plan.lines:
        yield worth(plan, language)
        yield from (f"  {text}" for text in effects(plan, language))
        yield ""
        yield _beside_table(plan, language)
        yield say("plan-read", language)
        yield ""
        yield from acceptance(plan, language)
        yield ""
        yield from _listed_lines(plan, names, top)
    if plan.lottery is not None:
        yield ""
        yield from _waiting_lines(plan, plan.lottery, names, top)
    elif plan.lines:
        yield from _draw_cost(plan, language)
    if plan.groups is not None:
        yield ""
        yield from groups(plan.groups, names)
    if plan.lines:
        yield ""
        yield say("plan-accepted", language)
        yield from (f"  {text}" for text in network(plan, language))


def worth(plan: Plan, language: str) -> str:
    """Say the gain of a plan, and how near it is to the best; never nearer than is proved."""
    gain = formats.number(plan.gain, language, digits=1)
    if plan.exact or plan.ratio >= 1:
        return say("plan-best", language, gain=gain)
    return say("plan-best-share", language, gain=gain, share=at_least(plan.ratio, language))


def at_least(share: float, language: str) -> str:
    """Write a share as whole percent, rounded down.

    Examples
    --------
    >>> at_least(0.9799, "en"), at_least(0.97, "nl"), at_least(0.29, "en")
    ('97%', '97%', '29%')
    """
    return formats.percent(rounded_down(share), language)


def rounded_down(share: float) -> float:
    """Round a share down to whole percent; what lies a hair below one counts as it.

    Examples
    --------
    >>> rounded_down(0.9799), rounded_down(0.29), rounded_down(1.0)
    (0.97, 0.29, 1.0)
    """
    return floor(share * 100 + 1e-9) / 100


def effects(plan: Plan, language: str) -> list[str]:
    """Say where the gain comes from, in what people count, the largest part first."""
    amounts = {
        "tied": plan.effects.members.get("newly_tied", 0.0),
        "bridged": filled(plan),
        "reached": plan.effects.members.get("reached", 0.0),
    }
    said = []
    for name, part in pages.parts(plan):
        gain = {"gain": formats.number(part, language, digits=1)}
        amount = {"amount": formats.number(amounts[name], language, digits=1)} if name in amounts else {}
        said.append(say(f"plan-part-{name}", language, **gain, **amount))
    return said


def filled(plan: Plan) -> float:
    """Count the missing contacts between clusters that are expected to come about."""
    return sum(float(row["missing"]) - float(row["still_missing"]) for row in plan.effects.pairs)


def besides(plan: Plan) -> list[tuple[str, Beside]]:
    """Give the other choices, by the name they have in the catalogs."""
    found = {
        "random": plan.random,
        "top": plan.top_scores,
        "random-mix": plan.random_same_mix,
        "top-mix": plan.top_scores_same_mix,
        "list": plan.compared,
    }
    return [(name, other) for name, other in found.items() if other is not None]


def verdict(difference: Interval) -> Verdict:
    """Say what a difference shows; a range that includes nothing more and nothing less shows nothing.

    Examples
    --------
    >>> verdict(Interval(2.0, 0.5, 3.0)), verdict(Interval(2.0, 0.0, 3.0)), verdict(Interval(-2.0, -3.0, -1))
    ('better', 'not-shown', 'worse')
    """
    return "better" if difference.low > 0 else "worse" if difference.high < 0 else "not-shown"


def comparisons(plan: Plan, language: str) -> dict[str, tuple[str, str]]:
    """Say by how much the plan is worth more than each other choice, and what that shows."""
    told = {}
    for name, other in besides(plan):
        shown = verdict(other.difference)
        mean, low, high = _written(other.difference, shown, language)
        more = say("plan-span", language, middle=mean, low=low, high=high)
        told[name] = (more, term(shown, language, column="beside"))
    return told


def acceptance(plan: Plan, language: str) -> list[str]:
    """Say where the chances of acceptance come from, and how many lines would stay with others."""
    model = plan.acceptance
    mean, low, high = (formats.percent(one, language) for one in (model.mean, model.low, model.high))
    if model.answers:
        counts = {"answers": model.answers, "accepted": model.accepted}
        first = say("plan-acceptance-learned", language, mean=mean, low=low, high=high, **counts)
    else:
        first = say("plan-acceptance-stated", language, mean=mean)
    same = {"half": model.half.same, "double": model.double.same}
    said = [first, say("plan-half-double", language, count=len(plan.lines), **same)]
    return [*said, _foretold(model, language)] if model.foretold else said


def _foretold(model: AcceptanceModel, language: str) -> str:
    """Say how well answers kept out of the learning are foretold."""
    losses = {
        way: formats.number(model.foretold[f"log_loss_{way}"], language, digits=3)
        for way in ("learned", "stated", "constant")
    }
    return say("plan-foretold", language, **losses)


def lottery(plan: Plan, language: str) -> list[str]:
    """Say what was drawn by lot, and what drawing costs."""
    drawn = plan.lottery
    if drawn is None:
        return []
    cost, low, high = (formats.number(one, language, digits=2) for one in (drawn.cost, drawn.low, drawn.high))
    now = sum(one.now for one in drawn.drawn)
    later = len(drawn.drawn) - now
    fewer = [say("plan-lottery-fewer", language, asked=drawn.asked, now=now)] if now < drawn.asked else []
    if not now:
        return fewer
    first = say("plan-lottery", language, now=now, later=later, cost=cost, low=low, high=high)
    return [first, *fewer, say("plan-waiting-why", language)]


def _draw_cost(plan: Plan, language: str) -> Iterator[str]:
    """Say what a waiting list would cost, before anything is drawn."""
    offered = [one for one in plan.draw_costs if one.drawn and one.share <= OFFERED]
    if offered:
        cost = formats.number(offered[-1].cost, language, digits=2)
        yield say("plan-draw-cost", language, now=offered[-1].drawn, cost=cost)


def groups(found: Groups, names: Names) -> list[str]:
    """Say the groups that meet monthly: what they are worth, then one line each."""
    return [*groups_worth(found, names.language), *(f"  {text}" for text in group_lines(found, names))]


def groups_worth(found: Groups, language: str) -> list[str]:
    """Say what the groups are worth, beside others, and whether fewer were seated than asked for."""
    gain, random, scores = (
        formats.number(one, language, digits=1) for one in (found.gain, found.random, found.top_scores)
    )
    share = at_least(min(1.0, found.gain / found.bound) if found.bound > 0 else 1.0, language)
    sizes = {"least": found.size[0], "most": found.size[1]}
    count, told = len(found.groups), {"gain": gain, "random": random, "scores": scores}
    said = [say("plan-groups", language, count=count, share=share, **sizes, **told)] if count else []
    if count < found.asked:
        said.append(say("plan-groups-fewer", language, asked=found.asked, seated=count))
    return said


def group_lines(found: Groups, names: Names) -> list[str]:
    """Say who sits in each group, in which language they meet, and how far they come."""
    return [_group(one, names) for one in found.groups]


def network(plan: Plan, language: str) -> list[str]:
    """Say what becomes of the network as a whole if every line is accepted."""
    structure, (before, after) = plan.structure, plan.effects.weak_spots
    said = []
    if structure.before:
        share = formats.percent(structure.drop / structure.before, language, digits=1)
        said.append(say("plan-structure", language, share=share))
    if structure.joined:
        said.append(say("plan-joined", language, count=structure.joined))
    if plan.effects.first_contacts:
        said.append(say("plan-first-contacts", language, count=plan.effects.first_contacts))
    return [*said, say("plan-weak", language, before=before, after=after)]


def reasons_of(made: Line | Recommendation, names: Names) -> list[str]:
    """Say the reasons of an introduction."""
    return [
        reason_sentence(reason, organization=made.organization, partner=made.partner, names=names)
        for reason in made.reasons
    ]


def purpose(line: Line, names: Names) -> str:
    """Say what an introduction is for."""
    return say(
        f"line-{line.purpose}",
        names.language,
        organization=names.organization(line.organization),
        partner=names.organization(line.partner),
        via=names.organization(line.via) if line.via else "",
    )


def _beside_table(plan: Plan, language: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(heading("choice", language))
    for name in ("gain", "difference"):
        table.add_column(heading(name, language), justify="right")
    table.add_column(say("plan-ours", language))
    told = comparisons(plan, language)
    for name, other in besides(plan):
        gain = formats.number(other.gain, language, digits=1)
        span = formats.interval(other.low, other.high, language)
        table.add_row(say(f"plan-{name}", language), f"{gain} ({span})", *told[name])
    table.add_row(say("plan-bound", language), formats.number(plan.bound, language, digits=1), "", "")
    return table


def _written(difference: Interval, shown: Verdict, language: str) -> list[str]:
    """Write a difference and its range; what is shown not to be nothing is not written as 0.0."""
    sides = (difference.mean, difference.low, difference.high)
    fine = shown != "not-shown" and any(abs(one) < 0.05 for one in sides)
    return [formats.number(one, language, digits=3 if fine else 1) for one in sides]


def pair_named(line: Line, names: Names) -> str:
    """Name the two sides of a line."""
    return f"{names.organization(line.organization)} → {names.organization(line.partner)}"


def _listed_lines(plan: Plan, names: Names, top: int) -> Iterator[str]:
    language = names.language
    for line in plan.lines[:top]:
        yield f"{line.rank:>3}. {pair_named(line, names)}"
        yield f"     {_odds(line, names)}"
        if line.pinned:
            yield f"     {say('line-pinned', language)}"
        yield from (f"     {text}" for text in reasons_of(line, names)[:_REASONS])
    if len(plan.lines) > top:
        yield say("table-first", language, shown=top, count=len(plan.lines))


def _odds(line: Line, names: Names) -> str:
    told = {
        "purpose": purpose(line, names),
        "probability": formats.percent(line.probability, names.language),
        "gain": formats.number(line.gain, names.language, digits=2),
    }
    if line.broker:
        return say("plan-line-by", names.language, broker=line.broker, **told)
    return say("plan-line", names.language, **told)


def _waiting_lines(plan: Plan, drawn: Lottery, names: Names, top: int) -> Iterator[str]:
    language = names.language
    yield say("plan-waiting", language)
    yield from (f"  {text}" for text in lottery(plan, language))
    waiting = [one for one in drawn.drawn if not one.now]
    for one in waiting[:top]:
        chance = formats.percent(one.propensity, language)
        yield "  – " + say("plan-waiting-line", language, pair=pair_named(one.line, names), chance=chance)
    if len(waiting) > top:
        yield say("table-first", language, shown=top, count=len(waiting))


def _group(one: Group, names: Names) -> str:
    language = names.language
    spoken = [term(code, language, column="languages") for code in one.languages]
    return say(
        "plan-group",
        language,
        organizations=[names.organization(organization) for organization in one.organizations],
        gain=formats.number(one.gain, language, digits=1),
        languages=spoken or "none",
        distance="none" if one.kilometres is None else formats.distance(one.kilometres, language),
    )
