"""A report as one self-contained page in each language, and its lists as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from traitdunion.domain.plan import Line
from traitdunion.domain.recommendation import Reason, Recommendation
from traitdunion.domain.report import Column, Report
from traitdunion.language import cells, formats, pages, plans, sheets
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.charts import Outline, bar_svg, gain_svg, interval_svg, map_view
from traitdunion.language.names import Names, anchor
from traitdunion.language.reasons import reason_sentence
from traitdunion.language.terms import heading, term

_ADDRESSES = 2  # of one fact, before "and others"


def render(
    report: Report,
    language: str,
    *,
    outlines: Sequence[Outline] = (),
    links: Mapping[str, str] | None = None,
) -> str:
    """Write a report as one HTML page that asks for nothing from outside.

    Parameters
    ----------
    report : Report
    language : {"fr", "nl", "en"}
    outlines : sequence of Outline
        The backdrop of the map: rings of longitude and latitude in degrees.
    links : mapping, optional
        Addresses the page links to: "fr", "nl" and "en" for the other languages, "workbook" for the
        lists as one workbook, and "lists" for one list, with "{key}" where its key goes.

    Returns
    -------
    str
        The same page, byte for byte, for the same report.
    """
    page = environment().get_template("report.html")
    return page.render(_context(report, language, outlines=outlines, links=links or {}))


def write_report(report: Report, folder: Path, *, outlines: Sequence[Outline] = ()) -> dict[str, Path]:
    """Write a report into a folder: a page, a workbook and a file for each list, in each language.

    Returns
    -------
    dict
        The page of each language: `report-fr.html` and so on. Beside them lie `lists-fr.xlsx` and
        `lists/fr/members.csv`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {language: _write_language(report, folder, language, outlines=outlines) for language in LANGUAGES}


def _write_language(report: Report, folder: Path, language: str, *, outlines: Sequence[Outline]) -> Path:
    names = Names.of(report, language)
    links = {other: f"report-{other}.html" for other in LANGUAGES}
    links |= {"workbook": f"lists-{language}.xlsx", "lists": f"lists/{language}/{{key}}.csv"}
    page = folder / links[language]
    page.write_text(render(report, language, outlines=outlines, links=links), "utf-8")
    translated = [sheets.sheet_of(listing, names) for listing in report.listings]
    sheets.write_workbook(translated, folder / links["workbook"], title=say("report-title", language))
    for sheet in translated:
        sheets.write_csv(sheet, folder / links["lists"].format(key=sheet.key))
    return page


@cache
def style() -> str:
    """Give the style of every page."""
    return (files("traitdunion.language") / "templates" / "report.css").read_text("utf-8")


@cache
def environment() -> Environment:
    """Give the templates."""
    return Environment(
        loader=PackageLoader("traitdunion.language"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _context(
    report: Report, language: str, *, outlines: Sequence[Outline], links: Mapping[str, str]
) -> dict[str, Any]:
    """Gather what the templates ask for: facts of the report, and the words and drawings to show them."""
    plain = Names.of(report, language)
    return {
        **_facts(report, plain, outlines),
        **_words(report, plain),
        **_links(report, links),
        "bar": bar_svg,
        "draw_interval": interval_svg,
        "draw_gain": gain_svg,
        "css": Markup(style()),  # noqa: S704  our own file
    }


def _facts(report: Report, plain: Names, outlines: Sequence[Outline]) -> dict[str, Any]:
    named = {one: plain.organization(one) for one in report.subjects}
    return {
        "report": report,
        "language": plain.language,
        "plain": plain,
        "leads": pages.leads(report, plain.language),
        "sections": pages.sections(report),
        "coverage": pages.coverage(report),
        "members": report.counts.get("members", 0),
        "shares": pages.shares(report),
        "matrix": pages.matrix(report),
        "named_pairs": pages.named_pairs(report),
        "gains": pages.gains(report),
        "most": max(one.high or one.mean for one in pages.gains(report)),
        "told": _told_of_plan(report, plain),
        "legend": pages.legend(report),
        "places": pages.places(report, plain),
        "model": pages.model(report),
        "facts": pages.facts(report, plain.language),
        "list_of": {listing.key: listing for listing in report.listings}.get,
        "planned": {(line.organization, line.partner): line.rank for line in report.plan.lines},
        "map": map_view(report.points, outlines, names=named, named=report.named),
        "glyphs": pages.GLYPHS,
    }


def _told_of_plan(report: Report, plain: Names) -> dict[str, Any]:
    """Say what the section of the plan says in sentences."""
    plan, language = report.plan, plain.language
    return {
        "worth": plans.worth(plan, language),
        "effects": plans.effects(plan, language),
        "beside": plans.comparisons(plan, language),
        "acceptance": plans.acceptance(plan, language),
        "network": plans.network(plan, language),
        "lottery": plans.lottery(plan, language),
        "groups": plans.groups_worth(plan.groups, language) if plan.groups else [],
        "group_lines": plans.group_lines(plan.groups, plain) if plan.groups else [],
    }


def _words(report: Report, plain: Names) -> dict[str, Any]:
    """Give the templates their words, each bound to the language of the page."""
    language = plain.language
    linked = Names.of(report, language, anchors=pages.anchors(report))
    profiled = frozenset(profile.organization for profile in report.profiles)
    numbers = count(1)
    return {
        "t": lambda key, **values: say(key, language, **values),
        "n": lambda value, digits=0: formats.number(value, language, digits=digits),
        "pct": partial(formats.percent, language=language),
        "d": partial(formats.date_text, language=language),
        "interval": partial(formats.interval, language=language),
        "term": lambda word, column="": term(word, language, column=column),
        "head": partial(heading, language=language),
        "org": linked.organization,
        "brokers": [linked.organization(broker) for broker in report.audit.broker],
        "cell": partial(_cell, names=linked, plain=plain, profiled=profiled),
        "why": partial(_why, names=linked),
        "source": partial(_source, language=language),
        "link": partial(_some_links, language=language),
        "purpose": partial(plans.purpose, names=linked),
        "group": partial(pages.group_name, language=language),
        "described": partial(pages.described, language=language),
        "rows_of": pages.telling,
        "columns_of": pages.shown_columns,
        "place_of": partial(pages.row_anchor, profiled=profiled),
        "look": lambda column: Markup(' class="{}"').format(pages.look(column)),
        "anchor": anchor,
        "fresh_id": lambda: f"t{next(numbers)}",
    }


def _links(report: Report, links: Mapping[str, str]) -> dict[str, Any]:
    pattern = links.get("lists", "")
    known = {listing.key for listing in report.listings}
    return {
        "languages": [(language, links[language]) for language in LANGUAGES if language in links],
        "workbook": links.get("workbook", ""),
        "links_to": lambda key: pattern.format(key=key) if pattern and key in known else "",
    }


def _cell(
    column: Column, row: cells.Row, own: bool = False, *, names: Names, plain: Names, profiled: frozenset[str]
) -> Markup:
    """Write a cell: a dash when it is missing, and no link from an organization's own row to itself."""
    value = row[column.key]
    if column.kind == "link" and value:
        return _some_links(cells.addresses(value), language=names.language)
    if column.key in pages.RATIOS and row.get("low") is not None:
        return ratio_markup(value, row["low"], row["high"], names.language)
    itself = own and value not in profiled
    return cells.cell_markup(column, row, plain if itself else names) or Markup("–")


def ratio_markup(value: float, low: float, high: float, language: str, *, digits: int = 1) -> Markup:
    """Write a ratio with its interval, and draw both."""
    span = formats.interval(low, high, language, digits=digits)
    figures = f"{formats.number(value, language, digits=digits)} ({span})"
    return Markup("{}{}").format(figures, interval_svg(value, low, high))


def _why(reason: Reason, made: Line | Recommendation, *, names: Names) -> str:
    """Say a reason, and mark a place that no source gave."""
    said = reason_sentence(reason, organization=made.organization, partner=made.partner, names=names)
    ends = (names.subjects.get(end) for end in (made.organization, made.partner))
    if reason.key == "distance" and any(end and end.basis == "general-knowledge" for end in ends):
        return Markup("{} {}").format(said, say("place-general-knowledge", names.language))
    return said


def _source(reason: Reason, *, language: str) -> Markup:
    """Say where a reason comes from, and of when it is."""
    told = [_origin(reason.source, language)] if reason.source else []
    if reason.date:
        told.append(Markup("{}").format(formats.date_text(reason.date, language)))
    return Markup(", ").join(told)


def _origin(source: str, language: str) -> Markup:
    """Link to where a fact was read, or to the part of this page that found it."""
    if source.startswith("audit:"):
        return Markup('<a href="#contacts">{}</a>').format(say("source-audit", language))
    return _some_links(_separate(source), language=language)


def _separate(source: str) -> list[str]:
    """Tell several addresses from one credit written in words."""
    parts = source.split()
    return parts if all(cells.site(part) for part in parts) else [source]


def _some_links(found: Sequence[str], *, language: str) -> Markup:
    shown = cells.links(found[:_ADDRESSES])
    others = len(found) - _ADDRESSES
    if others <= 0:
        return shown
    return Markup("{} +{}").format(shown, formats.number(others, language))
