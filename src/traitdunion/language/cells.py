"""A cell of a listing, as text to read, as a value to compute with, and as markup of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from traitdunion.domain.report import CellKind, Column, Listing
from traitdunion.language import formats
from traitdunion.language.names import Names
from traitdunion.language.reasons import reason_sentence
from traitdunion.language.terms import activity, term

_DIGITS = {
    "distance_km": 0,
    "p": 3,
    "q": 3,
    "lat": 3,
    "lon": 3,
    "radius_km": 0,
    **dict.fromkeys(("model", "best", "gini"), 3),
    **{f"{one}{end}": 3 for one in ("mrr", "hits", "recall", "auc") for end in ("", "_low", "_high")},
}  # decimals a reader needs; two elsewhere
_SHARE_DIGITS = dict.fromkeys(
    ("chance_from", "chance_to", "predicted", "came_true", "cost"), 1
)  # none elsewhere
NUMBERS: frozenset[CellKind] = frozenset({"integer", "decimal", "share"})
Row = Mapping[str, Any]
Value = str | int | float | date | None


def rows_of(listing: Listing) -> Iterator[Row]:
    """Give the rows of a listing, each cell by the key of its column."""
    keys = [column.key for column in listing.columns]
    return (dict(zip(keys, row, strict=True)) for row in listing.rows)


def cell_text(column: Column, row: Row, names: Names) -> str:
    """Write a cell as a person reads it; empty when it is not known.

    A cell of reasons is told for the organization and the partner of its row.
    """
    value = row[column.key]
    if _unknown(value):
        return ""
    if isinstance(value, bool) or column.key in ("group", "place"):
        return _term(value, column, row, names)
    return _TEXT[column.kind](value, column, row, names)


def cell_value(column: Column, row: Row, names: Names) -> Value:
    """Give a cell as a value a spreadsheet computes with: a number, a day, or text."""
    value = row[column.key]
    if _unknown(value):
        return None
    if column.kind in NUMBERS:
        return int(value) if column.kind == "integer" else float(value)
    if column.kind == "partial-date":
        return _day(str(value))
    if column.kind == "link":
        return " ".join(addresses(value))
    return cell_text(column, row, names)


def cell_markup(column: Column, row: Row, names: Names) -> Markup:
    """Write a cell as markup: addresses become links, names link to their place on the page."""
    value = row[column.key]
    if not _unknown(value) and column.kind == "link":
        return links(addresses(value))
    return Markup("{}").format(cell_text(column, row, names))


def links(found: Sequence[str]) -> Markup:
    """Link to web addresses by the name of their site; any other address stays text."""
    return Markup(" ").join(
        Markup('<a href="{}" rel="noopener">{}</a>').format(address, site(address))
        if site(address)
        else Markup("{}").format(address)
        for address in found
    )


def addresses(value: Any) -> list[str]:
    """Give the addresses of a cell; one cell may hold several, apart by a blank."""
    return value.split() if isinstance(value, str) else [str(one) for one in value]


def site(address: str) -> str:
    """Name the site of a web address; empty for anything that is not one.

    Examples
    --------
    >>> site("https://www.vrt.be/vrtnws/nl/"), site("javascript:alert(1)"), site("members.xlsx")
    ('vrt.be', '', '')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return host if parts.scheme in ("http", "https") else ""


def _unknown(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, float) and value != value)


def _day(text: str) -> str | date:
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else text


def _listed(values: Sequence[str]) -> str:
    """Join for a cell, without "and": each part can be searched for."""
    if any(isinstance(value, Markup) for value in values):
        return Markup(", ").join(values)
    return ", ".join(values)


def _plain(value: Any, *_: Any) -> str:
    return _listed([str(one) for one in value]) if isinstance(value, list | tuple) else str(value)


def _term(value: Any, column: Column, row: Row, names: Names) -> str:
    """Say a word; a group of members by sector is an activity."""
    if isinstance(value, list | tuple):
        return _listed([_term(one, column, row, names) for one in value])
    if isinstance(value, str) and value.isdigit():
        return activity(value, names.language)
    return term(value, names.language, column=column.key)


def _reasons(value: Any, _: Column, row: Row, names: Names) -> str:
    sides = {"organization": row["organization"], "partner": row["partner"]}
    return " ".join(reason_sentence(reason, **sides, names=names) for reason in value)


_TEXT: dict[CellKind, Callable[[Any, Column, Row, Names], str]] = {
    "text": _plain,
    "link": _plain,
    "term": _term,
    "reasons": _reasons,
    "integer": lambda value, _, __, names: formats.number(value, names.language),
    "decimal": lambda value, column, _, names: formats.number(
        value, names.language, digits=_DIGITS.get(column.key, 2)
    ),
    "share": lambda value, column, _, names: formats.percent(
        value, names.language, digits=_SHARE_DIGITS.get(column.key, 0)
    ),
    "partial-date": lambda value, _, __, names: formats.date_text(str(value), names.language),
    "organization": lambda value, _, __, names: names.organization(value),
    "organizations": lambda value, _, __, names: _listed([names.organization(one) for one in value]),
    "topic": lambda value, _, __, names: names.topic(value),
    "topics": lambda value, _, __, names: _listed([names.topic(one) for one in value]),
    "activity": lambda value, _, __, names: activity(str(value), names.language),
    "area": lambda value, _, __, names: term(str(value), names.language, column="area"),
}
