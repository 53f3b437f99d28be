"""The verbs of the manager's own word: rule, rules, answer, answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from traitdunion.cli.program import EXIT_FAULT, JsonOption, WorkspaceOption, command
from traitdunion.cli.show import (
    LANGUAGE,
    day,
    fault_document,
    said,
    show_faults,
    show_table,
    tell,
    tell_json,
    workspace_opened,
)
from traitdunion.errors import InputError

ByOption = Annotated[str, typer.Option("--by", metavar="WHO", help=said("option-owner"))]
WithdrawOption = Annotated[bool, typer.Option("--withdraw", help=said("option-withdraw"))]


@command("rule")
def rule(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=said("option-rule"))],
    organization: Annotated[str, typer.Argument(metavar="ORG", help=said("option-organization"))],
    partner: Annotated[str, typer.Argument(metavar="PARTNER", help=said("option-partner"))] = "",
    workspace: WorkspaceOption = None,
    by: ByOption = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=said("option-rule-reason"))] = "",
    withdraw: WithdrawOption = False,
    as_json: JsonOption = False,
) -> None:
    """Require or forbid introductions."""
    from traitdunion.workspace import wishes  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        if withdraw:
            wishes.withdraw_rule(place, kind, organization, partner, by=by)  # type: ignore[arg-type]
        else:
            wishes.rule(place, kind, organization, partner, by=by, reason=reason)  # type: ignore[arg-type]
        held = len(wishes.rules(place).items)
    sides = {"organization": organization, "partner": partner}
    if as_json:
        tell_json({"kind": kind, **sides, "withdrawn": withdraw, "rules": held})
    elif withdraw:
        tell("rule-withdrawn", kind=kind, rules=held, **sides)
    else:
        tell("rule-kept", kind=kind, rules=held, **sides)


@command("rules")
def rules(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """List the rules that hold."""
    from traitdunion.workspace import wishes  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        held = wishes.rules(place)
        called = wishes.names(place) if held.items or held.unresolved else {}
    if as_json:
        unresolved = [asdict(one) for one in held.unresolved]
        tell_json({"rules": [asdict(one) for one in held.items], "unresolved": unresolved})
        return
    show_table(
        ("rule", "organization", "other-side", "by", "date", "reason"),
        [_rule_cells(one, called) for one in held.items],
        "no-rules",
    )
    if held.unresolved:
        tell("rules-unresolved", count=len(held.unresolved))
        names = ("rule", "organization", "other-side", "by", "date", "reason")
        show_table(names, [_rule_cells(one, called) for one in held.unresolved], "no-rules")


@command("answer")
def answer(
    organization: Annotated[str, typer.Argument(metavar="ORG", help=said("option-organization"))] = "",
    partner: Annotated[str, typer.Argument(metavar="PARTNER", help=said("option-partner"))] = "",
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help=said("option-outcome"))] = "",
    workspace: WorkspaceOption = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help=said("option-answers-file"))
    ] = None,
    by: ByOption = "",
    reason: Annotated[str, typer.Option("--reason", metavar="KEY", help=said("option-answer-reason"))] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=said("option-answer-note"))] = "",
    at: Annotated[str | None, typer.Option("--at", metavar="DAY", help=said("option-at"))] = None,
    withdraw: WithdrawOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write down what became of introductions."""
    from traitdunion.workspace import wishes  # noqa: PLC0415  keeps --help fast

    alone = any((organization, reason, note, at, withdraw))  # what a file says row by row
    if alone if file else not outcome:
        raise InputError("answer-arguments")
    with workspace_opened(workspace, as_json) as place:
        if file is not None:
            _load(wishes.load_answers(place, file, by=by), as_json)
            return
        if withdraw:
            told = wishes.withdraw_answer(place, organization, partner, outcome, by=by, at=day(at))  # type: ignore[arg-type]
        else:
            told = wishes.answer(
                place,
                organization,
                partner,
                outcome,  # type: ignore[arg-type]
                by=by,
                reason=reason,
                note=note,
                at=day(at),
            )
    if as_json:
        tell_json({**asdict(told), "organization": organization, "partner": partner, "withdrawn": withdraw})
        return
    from traitdunion.language.terms import term  # noqa: PLC0415  keeps --help fast

    done = {"outcome": term(outcome, LANGUAGE, column="outcome"), "day": day(told.at)}
    sides = {"organization": organization, "partner": partner}
    if withdraw:
        tell("answer-withdrawn", **sides, **done)
    else:
        tell("answer-kept", **sides, **done)


@command("answers")
def answers(workspace: WorkspaceOption = None, as_json: JsonOption = False) -> None:
    """List the answers, and where each pair stands."""
    from traitdunion.workspace import wishes  # noqa: PLC0415  keeps --help fast

    with workspace_opened(workspace, as_json) as place:
        held = wishes.answers(place)
        stands = wishes.standing(place)
        called = wishes.names(place) if held.items or held.unresolved else {}
    if as_json:
        pairs = [{"pair": list(pair), **asdict(one)} for pair, one in stands.items()]
        listed = {"answers": held.items, "unresolved": held.unresolved}
        tell_json({name: [asdict(one) for one in some] for name, some in listed.items()} | {"pairs": pairs})
        return
    from traitdunion.language.terms import term  # noqa: PLC0415  keeps --help fast

    names = ("date", "organization", "other-side", "outcome", "reason", "by", "standing")
    rows = [
        [*_answer_cells(one, called), term(stands[one.pair].state, LANGUAGE, column="standing")]
        for one in held.items
    ]
    show_table(names, rows, "no-answers")
    if held.unresolved:
        tell("answers-unresolved", count=len(held.unresolved))
        show_table(names[:-1], [_answer_cells(one, called) for one in held.unresolved], "no-answers")


def _load(done: Any, as_json: bool) -> None:
    """Tell what a load of answers did, or every fault of it."""
    from traitdunion.language.catalog import fault_sentences  # noqa: PLC0415  keeps --help fast

    if as_json:
        found = {name: [fault_document(one) for one in getattr(done, name)] for name in ("faults", "notes")}
        tell_json({"rows_read": done.rows_read, "added": done.added, "known": done.known, **found})
    elif done.faults:
        show_faults(done.faults)
    else:
        tell("answers-loaded", rows=done.rows_read, added=done.added, known=done.known)
        for note in done.notes:
            typer.echo(f"  {fault_sentences(note, LANGUAGE)[0]}")
    if done.faults:
        raise typer.Exit(EXIT_FAULT)


def _rule_cells(one: Any, called: Mapping[str, str]) -> list[Any]:
    from traitdunion.language.terms import term  # noqa: PLC0415  keeps --help fast

    what = term(one.kind, LANGUAGE, column="rule")
    sides = [called.get(side, side) for side in (one.organization, one.partner)]
    return _plain([what, *sides, one.by, one.at[:10], one.reason])


def _answer_cells(one: Any, called: Mapping[str, str]) -> list[Any]:
    from traitdunion.language.terms import term  # noqa: PLC0415  keeps --help fast

    sides = [called.get(side, side) for side in (one.organization, one.partner)]
    reason = term(one.reason, LANGUAGE, column="declined") if one.reason else ""
    return _plain([one.at, *sides, term(one.outcome, LANGUAGE, column="outcome"), reason, one.by])


def _plain(cells: list[str]) -> list[str]:
    """Keep brackets in what people wrote from being read as signs of style."""
    from rich.markup import escape  # noqa: PLC0415  keeps --help fast

    return [escape(cell) for cell in cells]
