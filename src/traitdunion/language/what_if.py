"""Two plans side by side, in words: what a line more or less would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from rich.table import Table
from rich.text import Text

from traitdunion.domain.plan import Plan, WhatIf
from traitdunion.language import formats
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.plans import at_least, filled, pair_named
from traitdunion.language.terms import heading

_SHOWN = 20  # pairs and organizations that move


def lines(what_if: WhatIf, names: Names) -> Iterator[str | Table]:
    """Say two plans side by side: what they are worth, which lines go and come, what moves with them.

    Parameters
    ----------
    what_if : WhatIf
    names : Names

    Yields
    ------
    str or Table
    """
    language = names.language
    yield _two_plans(what_if, language)
    yield ""
    if not what_if.gone and not what_if.come:
        yield say("plan-if-same", language)
    if what_if.gone:
        yield say("plan-if-gone", language, count=len(what_if.gone))
        yield from (f"  − {pair_named(line, names)}" for line in what_if.gone)
    if what_if.come:
        yield say("plan-if-come", language, count=len(what_if.come))
        yield from (f"  + {pair_named(line, names)}" for line in what_if.come)
    yield from _moved_table(
        "plan-if-pairs",
        _moved(what_if, "pairs", ("a", "b"), after="still_missing", before="missing"),
        names,
        digits=1,
    )
    yield from _moved_table(
        "plan-if-brokerage",
        _moved(what_if, "brokerage", ("organization",), after="share_after", before="share"),
        names,
        digits=2,
    )


def _two_plans(what_if: WhatIf, language: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for side in ("plan-if-before", "plan-if-after"):
        table.add_column(say(side, language), justify="right")
    sides = [figures(plan, language) for plan in (what_if.before, what_if.after)]
    for key in sides[0]:
        table.add_row(say(f"finding-{key}", language), *(side[key] for side in sides))
    return table


def figures(plan: Plan, language: str) -> dict[str, str]:
    """Give what stands side by side of a plan, written."""
    members = plan.effects.members
    amounts = {
        "plan-tied": members.get("newly_tied", 0.0),
        "plan-filled": filled(plan),
        "plan-reached": members.get("reached", 0.0),
    }
    return {
        "introductions": formats.number(len(plan.lines), language),
        "plan-gain": formats.number(plan.gain, language, digits=1),
        "share-plan-best": at_least(1.0 if plan.exact else plan.ratio, language),
        **{key: formats.number(amount, language, digits=1) for key, amount in amounts.items()},
        "plan-weak": formats.number(plan.effects.weak_spots[1], language),
    }


Moved = tuple[tuple[str, ...], float, float]


def _moved(
    what_if: WhatIf, rows: Literal["pairs", "brokerage"], ids: tuple[str, ...], *, after: str, before: str
) -> list[Moved]:
    """Give what the two plans leave differently, the largest move first.

    A plan that does not touch a row leaves it as it was before.
    """
    sides = [
        {tuple(row[one] for one in ids): row for row in getattr(plan.effects, rows)}
        for plan in (what_if.before, what_if.after)
    ]
    found: list[Moved] = []
    for key in sorted({*sides[0], *sides[1]}):
        old, new = (side.get(key) for side in sides)
        left, right = (
            float(own[after] if own is not None else other[before] if other is not None else 0.0)
            for own, other in ((old, new), (new, old))
        )
        found.append((key, left, right))
    return sorted(found, key=lambda one: (-abs(one[2] - one[1]), one[0]))


def _moved_table(key: str, found: Sequence[Moved], names: Names, *, digits: int) -> Iterator[str | Table]:
    language = names.language
    moved = [one for one in found if abs(one[2] - one[1]) >= 10.0**-digits]  # less cannot be read off
    if not moved:
        return
    yield ""
    yield say(key, language)
    table = Table(box=None, pad_edge=False)
    table.add_column(heading("organization" if len(moved[0][0]) == 1 else "clusters", language))
    for side in ("plan-if-before", "plan-if-after"):
        table.add_column(say(side, language), justify="right")
    for ids, old, new in moved[:_SHOWN]:
        name = " – ".join(names.organization(one) for one in ids)
        table.add_row(Text(name), *(formats.number(one, language, digits=digits) for one in (old, new)))
    yield table
    if len(moved) > _SHOWN:
        yield say("table-first", language, shown=_SHOWN, count=len(moved))
