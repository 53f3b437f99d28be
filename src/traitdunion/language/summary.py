"""What the terminal says: the summary of a whole route, and a few lines for each verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.plan import Line, Plan
from traitdunion.domain.recommendation import Recommendation
from traitdunion.domain.report import Cell, Report
from traitdunion.language import formats, pages
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.plans import reasons_of
from traitdunion.language.terms import heading

_SHOWN = 5  # gaps and introductions of a summary
_LISTED = 20  # lines of one verb


def summary(report: Report, language: str, *, folder: Path) -> Group:
    """Say on one screen what was loaded, what is connected, what is missing and what to do first.

    Parameters
    ----------
    report : Report
    language : {"fr", "nl", "en"}
    folder : Path
        The workspace; the report lies in its folder "reports".

    Returns
    -------
    rich.console.Group
        For a terminal of 80 columns; colour is never the only sign.
    """
    names = Names.of(report, language)
    parts: list[Any] = [
        Text(),
        Text(say("report-title", language), style="bold"),
        Text(_loaded(report, language)),
        Text(_coverage(report.audit, language)),
    ]
    if report.matrix:
        parts += [Text(), Text(say("summary-matrix", language), style="bold"), _matrix(report, names)]
        parts.append(Text(_key(language), style="dim"))
    parts += [Text(), Text(say("summary-gaps", language), style="bold"), *_gaps(report.audit, names)]
    parts += [Text(), Text(say("summary-plan", language), style="bold")]
    parts += [_introduction(line, names) for line in report.plan.lines[:_SHOWN]]
    parts += [Text(_gain(report.plan, language)), Text()]
    parts.append(Text(say("summary-files", language, folder=str(folder / "reports"))))
    return Group(*parts)


def audit_lines(audit: Audit, ecosystem: Ecosystem, language: str) -> Iterator[str]:
    """Say who is tied, which pairs of clusters lack most contacts, and who holds pairs together."""
    names = Names.within(ecosystem, language, brokers=audit.broker)
    yield _coverage(audit, language)
    yield say("summary-gaps", language)
    yield from [gap.plain for gap in _gaps(audit, names, shown=_LISTED)] or [say("no-rows", language)]
    yield say("listing-bridges", language)
    yield from [_bridge(row, names) for row in audit.bridges.slice(0, _SHOWN).to_pylist()] or [
        say("no-rows", language)
    ]


def _bridge(row: Mapping[str, Any], names: Names) -> str:
    organization = names.organization(row["organization"])
    counts = {name: row[name] for name in ("pairs", "alone")}
    return "  " + say("summary-bridge", names.language, organization=organization, **counts)


def recommendation_lines(
    recommendations: Sequence[Recommendation], ecosystem: Ecosystem, language: str
) -> Iterator[str]:
    """Say who should meet whom, each with its reasons."""
    names = Names.within(ecosystem, language)
    if not recommendations:
        yield say("no-rows", language)
    for made in recommendations[:_LISTED]:
        score = _worth(made, language)
        yield f"{names.organization(made.organization)} → {names.organization(made.partner)} ({score})"
        yield from (f"  {text}" for text in reasons_of(made, names))


def _worth(made: Recommendation, language: str) -> str:
    """Say the chance of a recommendation where it is known, else its score."""
    if made.chance is None:
        return say("summary-score", language, score=formats.number(made.score, language, digits=2))
    return say("summary-chance", language, chance=formats.percent(made.chance, language))


def doubt_lines(doubt: Mapping[str, Any], language: str) -> Iterator[str]:
    """Say of two organizations that may be one: how probably, on what evidence, and how to rule."""
    yield say(
        "doubt-pair",
        language,
        probability=formats.percent(doubt["probability"], language),
        left=doubt["left_name"] or doubt["left"],
        right=doubt["right_name"] or doubt["right"],
    )
    for key, wanted in (("doubt-agrees", True), ("doubt-differs", False)):
        fields = [_field(item, language) for item in doubt["evidence"] if (item["weight"] > 0) == wanted]
        if fields:
            yield "  " + say(key, language, fields=fields)
    yield "  " + say("doubt-judge", language, left=doubt["left"], right=doubt["right"])


def _field(item: Mapping[str, Any], language: str) -> str:
    return f"{heading(item['key'], language)} ({item['left']} / {item['right']})"


def _loaded(report: Report, language: str) -> str:
    counts = {name: report.counts[name] for name in ("organizations", "clusters", "ties")}
    return say("summary-loaded", language, **counts, day=formats.date_text(report.as_of, language))


def _coverage(audit: Audit, language: str) -> str:
    return say("summary-known", language, **audit.coverage())


def _matrix(report: Report, names: Names) -> Table:
    """Draw the lower half of the matrix: clusters by row, by number above the columns."""
    table = Table(box=None, padding=(0, 1), show_header=True, header_style="dim")
    table.add_column("")
    for number in range(1, len(report.named)):
        table.add_column(str(number), justify="right", no_wrap=True)
    for number, (one, cells) in enumerate(pages.matrix(report), start=1):
        shown = [_figure(cell, names.language) for cell in cells[: number - 1]]
        table.add_row(Text(f"{number} {names.organization(one)}", no_wrap=True, overflow="ellipsis"), *shown)
    return table


def _figure(cell: Cell | None, language: str) -> Text:
    if cell is None:
        return Text("–")
    style = {"gap": "bold red", "above": "bold blue", "unsure": "dim"}.get(cell.state, "")
    expected = formats.number(cell.expected, language, digits=1)
    return Text(f"{pages.GLYPHS[cell.state]}{cell.observed} ({expected})", style=style)


def _key(language: str) -> str:
    return "  ".join(f"{glyph} {say(f'term-{state}', language)}" for state, glyph in pages.GLYPHS.items())


def _gaps(audit: Audit, names: Names, *, shown: int = _SHOWN) -> Iterator[Text]:
    pairs = audit.pairs.sort_by([("weight", "descending"), ("a", "ascending"), ("b", "ascending")])
    for pair in pairs.slice(0, shown).to_pylist():
        if pair["weight"] > 0:
            yield Text(
                "  "
                + say(
                    "summary-gap",
                    names.language,
                    a=names.organization(pair["a"]),
                    b=names.organization(pair["b"]),
                    observed=pair["observed"],
                    expected=formats.number(pair["expected"], names.language, digits=1),
                )
            )


def _introduction(line: Line, names: Names) -> Group:
    pair = f"{names.organization(line.organization)} → {names.organization(line.partner)}"
    first = next(iter(reasons_of(line, names)), "")
    return Group(Text.assemble(f"{line.rank:>3}. ", (pair, "bold")), Padding(Text(first), (0, 0, 0, 5)))


def _gain(plan: Plan, language: str) -> str:
    gains = {
        "gain": plan.gain,
        "random": plan.random.gain,
        "top": plan.top_scores.gain,
        "bound": plan.bound,
    }
    written = {name: formats.number(gain, language, digits=1) for name, gain in gains.items()}
    return say("summary-gain", language, **written)
