"""A list on a page: what it can be narrowed to, the rows chosen, in the order wished, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import RLock
from typing import Any, TypeVar

from traitdunion.domain.report import CellKind, Column, Listing
from traitdunion.errors import InputError
from traitdunion.language.catalog import say
from traitdunion.language.cells import NUMBERS, cell_text
from traitdunion.language.formats import sort_key
from traitdunion.language.names import Names

PAGE = 50  # rows
_FACETS: frozenset[CellKind] = frozenset({"term", "area", "activity", "organization"})
_MOST_VALUES = 40
_MOST_TOLD = 40  # values an error names
_LONGEST_TEXT = 200  # signs of a search that are read

Facet = tuple[str, str, int]
T = TypeVar("T")

_LONG = 200  # rows from which what was written is kept
_MOST_KEPT = 32  # long lists and columns of sentences
_kept: dict[tuple[Any, ...], tuple[Any, Names, list[Any]]] = {}
_writing = RLock()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list.

    Attributes
    ----------
    listing : Listing
        Its rows alone.
    number, pages : int
        Which page of how many, from 1; an empty list has one page.
    total : int
        Rows of all pages.
    """

    listing: Listing
    number: int
    pages: int
    total: int


def facets(listing: Listing, names: Names) -> dict[str, list[Facet]]:
    """Give what each column can be narrowed to: the values, as they are read, and how many rows have each.

    Parameters
    ----------
    listing : Listing
    names : Names
        Of the language.

    Returns
    -------
    mapping of column key to list of (value, label, count)
        For columns of words, areas, activities and organizations with one to 40 different values; the
        commonest first, then by label, and last the value "" of rows where it is not known. A cell that
        holds several values counts for each.

    Examples
    --------
    >>> rows = (("Flanders",), ("Wallonia",), ("Flanders",))
    >>> listing = Listing("members", (Column("region", "term"),), rows)
    >>> facets(listing, Names({}, {}, "fr"))
    {'region': [('Flanders', 'Flandre', 2), ('Wallonia', 'Wallonie', 1)]}
    """
    plain = replace(names, anchors=frozenset())
    found = {}
    for place, column in enumerate(listing.columns):
        if column.kind in _FACETS:
            counted = _counted(listing, place)
            if 0 < len(counted.keys() - {""}) <= _MOST_VALUES:
                found[column.key] = _ordered(counted, column, plain)
    return found


def chosen(
    listing: Listing,
    names: Names,
    *,
    where: Mapping[str, Sequence[str]] | None = None,
    text: str = "",
    sort: str = "",
) -> Listing:
    """Choose the rows of a list, and put them in order.

    Parameters
    ----------
    listing : Listing
    names : Names
        Of the language: cells are searched and sorted as they are read.
    where : mapping of column key to values, optional
        As `facets` gives them, of columns with any number of values. A row must have one of the values of
        each column; a column without values does not narrow.
    text : str
        Each of its words must be in one of the cells of a row; accents and capitals do not count.
    sort : str
        The key of a column, with "-" before it for descending; else the rows keep their order.

    Returns
    -------
    Listing
        The same columns.

    Raises
    ------
    InputError
        `option-choice` for a column or a value that the list does not have.

    Notes
    -----
    Numbers and dates are sorted by their value, all else as text: without accents and capitals, then as it is
    written. That is the order of French and Dutch dictionaries but for rare cases (the last accent deciding
    in French, "ij" beside "y" in Dutch). Rows that are equal keep their order; those where nothing is known
    come last in both directions.

    Examples
    --------
    >>> columns = (Column("name", "text"), Column("members", "integer"))
    >>> listing = Listing("clusters", columns, (("Élan", 3), ("Zaventem", None), ("abeille", 12)))
    >>> chosen(listing, Names({}, {}, "fr"), sort="-members").rows
    (('abeille', 12), ('Élan', 3), ('Zaventem', None))
    >>> chosen(listing, Names({}, {}, "fr"), text="elan").rows
    (('Élan', 3),)
    """
    plain = replace(names, anchors=frozenset())
    order = _narrowed(listing, where or {})
    words = sort_key(text[:_LONGEST_TEXT])[0].split()
    if words:
        order = list(_holding(listing, order, words, plain))
    if sort:
        order = _sorted(listing, order, sort, plain)
    return replace(listing, rows=tuple(listing.rows[place] for place in order))


def paged(listing: Listing, number: int, size: int = PAGE) -> Page:
    """Give a page of a list; a number outside the pages gives the nearest one.

    Parameters
    ----------
    listing : Listing
    number : int
        From 1.
    size : int
        Rows of a page, at least one.

    Examples
    --------
    >>> page = paged(Listing("ties", (Column("rank", "integer"),), ((1,), (2,), (3,))), 9, size=2)
    >>> page.number, page.pages, page.total, page.listing.rows
    (2, 2, 3, ((3,),))
    """
    total, size = len(listing.rows), max(size, 1)
    pages = max(-(-total // size), 1)
    number = min(max(number, 1), pages)
    return Page(
        replace(listing, rows=listing.rows[(number - 1) * size : number * size]), number, pages, total
    )


def _counted(listing: Listing, place: int) -> Counter[str]:
    return Counter(value for row in listing.rows for value in _values(row[place]))


def _values(cell: Any) -> tuple[str, ...]:
    """Give the values of a cell as a link carries them, each once; "" where nothing is known."""
    if isinstance(cell, list | tuple):
        return tuple(dict.fromkeys(value for one in cell for value in _values(one))) or ("",)
    if isinstance(cell, bool):
        return ("true" if cell else "false",)
    return ("" if cell is None or cell != cell else str(cell),)


def _ordered(counted: Counter[str], column: Column, names: Names) -> list[Facet]:
    found = [(value, _label(value, column, names), count) for value, count in counted.items()]
    return sorted(found, key=lambda one: (one[0] == "", -one[2], sort_key(one[1]), one[0]))


def _label(value: str, column: Column, names: Names) -> str:
    if value == "":
        return say("not-known", names.language)
    said = {"true": True, "false": False}.get(value, value) if column.kind == "term" else value
    return str(cell_text(column, {column.key: said}, names)) or value


def _narrowed(listing: Listing, where: Mapping[str, Sequence[str]]) -> list[int]:
    """Give the places of the rows that have one of the values of each column."""
    keys = [column.key for column in listing.columns if column.kind in _FACETS]
    order = list(range(len(listing.rows)))
    for key, values in where.items():
        if key not in keys:
            raise InputError("option-choice", option="filter", value=key, known=keys)
        column = _place(listing, key)
        known = _counted(listing, column)
        for value in values:
            if value not in known:
                told = sorted(known.keys() - {""})[:_MOST_TOLD]
                raise InputError("option-choice", option=key, value=value, known=told)
        if values:
            order = [row for row in order if not {*values}.isdisjoint(_values(listing.rows[row][column]))]
    return order


def _place(listing: Listing, key: str) -> int:
    return next(place for place, column in enumerate(listing.columns) if column.key == key)


def _holding(listing: Listing, order: Sequence[int], words: Sequence[str], names: Names) -> Iterator[int]:
    """Give the places of the rows whose cells hold every word."""

    def row_said(row: int) -> str:
        return "\n".join(_said(listing, row, column, names)[0] for column in range(len(listing.columns)))

    said = _written(listing, names, "rows", row_said)
    for row in order:
        text = said(row)
        if all(word in text for word in words):
            yield row


def _sorted(listing: Listing, order: Sequence[int], sort: str, names: Names) -> list[int]:
    key = sort.removeprefix("-")
    keys = [column.key for column in listing.columns]
    if key not in keys:
        raise InputError("option-choice", option="sort", value=sort, known=keys)
    worths = {row: _worth(listing, row, keys.index(key), names) for row in order}
    known = [row for row in order if worths[row] is not None]
    known.sort(key=worths.__getitem__, reverse=sort.startswith("-"))
    return known + [row for row in order if worths[row] is None]


def _worth(listing: Listing, row: int, column: int, names: Names) -> Any:
    """Say by what a row is sorted; None where nothing is known."""
    kind, value = listing.columns[column].kind, listing.rows[row][column]
    if kind in NUMBERS:
        return None if value is None or value != value else value
    if kind == "partial-date":
        return str(value) if value else None
    said = _said(listing, row, column, names)
    return said if said[0] else None


def _said(listing: Listing, row: int, column: int, names: Names) -> tuple[str, str]:
    """Give a cell as it is read, folded for comparing and as it is; sentences are slow to write."""

    def read(row: int) -> tuple[str, str]:
        keys = (one.key for one in listing.columns)
        cells = dict(zip(keys, listing.rows[row], strict=True))
        return sort_key(cell_text(listing.columns[column], cells, names))

    if listing.columns[column].kind == "reasons":
        return _written(listing, names, column, read)(row)
    return read(row)


def _written(
    listing: Listing, names: Names, what: int | str, write: Callable[[int], T]
) -> Callable[[int], T]:
    """Write something of each row once for a long list: sentences take a second for five thousand rows.

    What was written is found again by the identity of the rows, the subjects and the topics, which are kept
    with it so that no other object can take their place.
    """
    if len(listing.rows) < _LONG:
        return write
    told = (id(names.subjects), id(names.topics), names.language, names.brokers)
    key = (id(listing.rows), listing.columns, told, what)
    with _writing:
        if key not in _kept:
            _kept[key] = (listing.rows, names, [write(row) for row in range(len(listing.rows))])
            for old in list(_kept)[:-_MOST_KEPT]:
                del _kept[old]
        kept: list[T] = _kept[key][-1]
    return kept.__getitem__
