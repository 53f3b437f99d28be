"""A measurement, as lines of a terminal, as a page in each language, and its lists as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from markupsafe import Markup
from rich.table import Table

from traitdunion.domain.measurement import Finding, Measurement
from traitdunion.domain.report import Column, Listing
from traitdunion.language import cells, formats, pages, sheets
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.names import Names
from traitdunion.language.reports import environment, ratio_markup, style
from traitdunion.language.terms import heading, term

_ON_PAGE = 25  # rows of a list; the whole list is a file
# What a terminal of eighty signs shows of a list; the page and the files show all of it.
_ON_TERMINAL: Mapping[str, tuple[str, ...]] = {
    "agglomerations": ("number", "place", "organizations", "everyone", "ratio", "p"),
    "brokerage": ("organization", "group", "area", "contacts", "brokered", "liaison", "z"),
    "constraint": ("organization", "contacts", "constraint", "effective_size", "betweenness"),
    "contacts-expected": ("a", "b", "observed", "expected", "ratio", "rank", "q"),
    "relatedness": ("subject_a", "subject_b", "together", "proximity", "association"),
}
Drawing = Mapping[str, Any]


def title(measurement: Measurement, names: Names) -> str:
    """Say what was measured."""
    return say(f"measure-{measurement.name}-title", names.language, **_subject(measurement, names))


def lines(measurement: Measurement, names: Names, *, top: int) -> Iterator[str | Table]:
    """Say a measurement on a terminal: figures, the head of its first list, and when not to believe it.

    Parameters
    ----------
    measurement : Measurement
    names : Names
        Of the ecosystem, in the language of the reader.
    top : int
        Rows of the list to show.
    """
    language = names.language
    yield title(measurement, names)
    for finding in measurement.findings:
        label = say(f"finding-{finding.key}", language)
        yield "  " + say("measure-line", language, label=label, value=_figure(finding, language))
    first = measurement.listings[0]
    yield ""
    yield _terminal_table(first, names, top) if first.rows else say("no-rows", language)
    if len(first.rows) > top:
        yield say("table-first", language, shown=top, count=len(first.rows))
    yield ""
    yield say("measure-when-not", language)
    yield from (f"  – {text}" for text in caveats(measurement, language))


def caveats(measurement: Measurement, language: str) -> list[str]:
    """Say when not to believe a measurement."""
    return [say(f"caveat-{one.key}", language, **_told(one.values, language)) for one in measurement.caveats]


def render(
    measurement: Measurement,
    names: Names,
    *,
    links: Mapping[str, str] | None = None,
    drawings: Sequence[Drawing] = (),
) -> str:
    """Write a measurement as one HTML page that asks for nothing from outside.

    Parameters
    ----------
    measurement : Measurement
    names : Names
    links : mapping, optional
        As for `reports.render`.
    drawings : sequence of mapping
        Charts and maps with `title`, `described` and `svg`; the lists are their table twins.
    """
    return (
        environment()
        .get_template("measurement.html")
        .render(_context(measurement, names, links or {}, drawings))
    )


def write(
    measurement: Measurement,
    folder: Path,
    *,
    names: Mapping[str, Names],
    drawings: Mapping[str, Sequence[Drawing]] | None = None,
) -> dict[str, Path]:
    """Write a measurement into a folder: a page, a workbook and a file for each list, in each language.

    Returns
    -------
    dict
        The page of each language, such as `constraint-fr.html`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {
        language: _write_language(measurement, folder, names[language], (drawings or {}).get(language, ()))
        for language in LANGUAGES
    }


def _write_language(
    measurement: Measurement, folder: Path, names: Names, drawings: Sequence[Drawing]
) -> Path:
    language, name = names.language, measurement.name
    links = {other: f"{name}-{other}.html" for other in LANGUAGES}
    links |= {"workbook": f"{name}-{language}.xlsx", "lists": f"lists/{language}/{{key}}.csv"}
    page = folder / links[language]
    page.write_text(render(measurement, names, links=links, drawings=drawings), "utf-8")
    translated = [sheets.sheet_of(listing, names) for listing in measurement.listings]
    sheets.write_workbook(translated, folder / links["workbook"], title=title(measurement, names))
    for sheet in translated:
        sheets.write_csv(sheet, folder / links["lists"].format(key=sheet.key))
    return page


def _context(
    measurement: Measurement, names: Names, links: Mapping[str, str], drawings: Sequence[Drawing]
) -> dict[str, Any]:
    language, numbers = names.language, count(1)
    pattern = links.get("lists", "")
    return {
        "measurement": measurement,
        "language": language,
        "title": title(measurement, names),
        "read": say(f"measure-{measurement.name}-read", language),
        "caveats": caveats(measurement, language),
        "findings": [
            (say(f"finding-{one.key}", language), _figure(one, language)) for one in measurement.findings
        ],
        "facts": facts(measurement, names),
        "drawings": drawings,
        "first": _ON_PAGE,
        "languages": [(one, links[one]) for one in LANGUAGES if one in links],
        "workbook": links.get("workbook", ""),
        "links_to": lambda key: pattern.format(key=key) if pattern else "",
        "t": lambda key, **values: say(key, language, **values),
        "n": lambda value, digits=0: formats.number(value, language, digits=digits),
        "d": partial(formats.date_text, language=language),
        "head": partial(heading, language=language),
        "cell": partial(_cell, names=names),
        "rows_of": lambda listing: [dict(row) for row in cells.rows_of(listing)],
        "columns_of": pages.shown_columns,
        "look": lambda column: Markup(' class="{}"').format(pages.look(column)),
        "fresh_id": lambda: f"t{next(numbers)}",
        "css": Markup(style()),  # noqa: S704  our own file
    }


def facts(measurement: Measurement, names: Names) -> list[tuple[str, str]]:
    """Give what another run needs to make the same page."""
    language = names.language
    asked = [(name, value) for name, value in measurement.parameters.items() if value is not None]
    return [
        (say("fact-as-of", language), formats.date_text(measurement.as_of, language)),
        *((_parameter(name, language), _asked(name, value, names)) for name, value in asked),
        (say("fact-ecosystem", language), measurement.ecosystem[:16]),
        (say("fact-seed", language), str(measurement.seed)),
        (say("fact-version", language), measurement.version),
    ]


def _parameter(name: str, language: str) -> str:
    return say(f"parameter-{name.replace('_', '-')}", language)


def _asked(name: str, value: Any, names: Names) -> str:
    """Say what was asked: words in the language, numbers as it writes them."""
    if name == "activity":
        return names.activity(str(value))
    if isinstance(value, float):
        return formats.number(value, names.language, digits=2)
    return term(value, names.language, column=name)


def _cell(column: Column, row: cells.Row, _: bool = False, *, names: Names) -> Markup:
    value = row[column.key]
    if column.key in pages.RATIOS and value is not None and row.get("low") is not None:
        digits = 2 if column.key == "times" else 1
        return ratio_markup(value, row["low"], row["high"], names.language, digits=digits)
    return cells.cell_markup(column, row, names) or Markup("–")


def _figure(finding: Finding, language: str) -> str:
    if finding.value is None:
        return say("not-known", language)
    if finding.key.startswith("share-"):
        return formats.percent(finding.value, language)
    digits = 0 if float(finding.value).is_integer() else 1 if abs(finding.value) >= 1 else 3
    digits = 2 if "-times-" in finding.key else digits  # 1.04 is not 1.0
    text = formats.number(finding.value, language, digits=digits)
    if finding.low is None or finding.high is None:
        return text
    return f"{text} ({formats.interval(finding.low, finding.high, language, digits=digits or 1)})"


def _told(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Write shares, decimals and towns as the language does; whole numbers stay for the plurals."""
    told = dict(values)
    for name, value in values.items():
        if name == "share":
            told[name] = formats.percent(value, language)
        elif name == "town":
            told[name] = term(value, language, column="place")
        elif isinstance(value, float):
            told[name] = formats.number(value, language, digits=1 if abs(value) >= 1 else 3)
    return told


def _subject(measurement: Measurement, names: Names) -> dict[str, str]:
    """Name the activity a place was looked for; other measurements have none."""
    stated = measurement.parameters.get("activity")
    return {"activity": names.activity(str(stated))} if stated else {}


def _terminal_table(listing: Listing, names: Names, top: int) -> Table:
    columns = pages.shown_columns(listing, _ON_TERMINAL.get(listing.key))
    table = Table(box=None, pad_edge=False)
    for column in columns:
        right = column.kind in cells.NUMBERS
        table.add_column(heading(column.key, names.language), justify="right" if right else "left")
    for position, row in enumerate(cells.rows_of(listing)):
        if position == top:
            break
        table.add_row(*(_plain(column, row, names) for column in columns))
    return table


def _plain(column: Column, row: cells.Row, names: Names) -> str:
    value = row[column.key]
    text = cells.cell_text(column, row, names)
    if column.key in pages.RATIOS and value is not None and row.get("low") is not None:
        return f"{text} ({formats.interval(row['low'], row['high'], names.language)})"
    return text or "–"
