"""The overview and the lists of the site: what each shows, how it is chosen from, and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from traitdunion.domain.audit import Audit
from traitdunion.domain.report import Cell, Column, Listing
from traitdunion.errors import InputError
from traitdunion.language import cells, formats, pages, tables
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.site import LISTS, Ground, Place, names_of, render, words
from traitdunion.language.terms import heading

Facets = Mapping[str, Sequence[tables.Facet]]
Advice = Callable[[cells.Row], tuple[int, str]]
PAGE = 50  # rows
OWN = ("q", "text", "sort", "page", "one", "other")  # names in a link that are not those of columns
_UNKNOWN = "not-known"  # in a link, where a form can send no value that is empty
_NEAR = 2  # pages linked to on either side of the one read


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of the site: the key of its listing, what is said of it, and the columns its page shows."""

    key: str
    about: str
    columns: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"{self.key}/"

    @property
    def title(self) -> str:
        """The key of its title."""
        return f"listing-{self.key}"


_PAIR = ("a", "b", "observed", "expected", "missing", "ratio", "through_broker", "distance_km", "weight")
_ADVICE = ("organization", "partner", "purpose", "via", "reasons")
_TIE = ("source", "target", "kind", "since", "until", "status", "source_url", "source_date", "note")
_COLUMNS = {"gaps": _PAIR, "recommendations": _ADVICE, "ties": _TIE}
_SIDES = {"source": "label-organization", "target": "site-tied-to"}  # of a tie: not what it is known from
_ABOUT = {
    "clusters": "site-about-clusters",
    "organizations": "site-about-organizations",
    "members": "site-about-members",
    "gaps": "site-about-gaps",
    "recommendations": "site-about-recommendations",
    "bridges": "site-about-bridges",
    "weak-spots": "site-about-weak-spots",
    "ties": "site-about-ties",
    "sources": "site-about-sources",
}
SHELVES = tuple(Shelf(key, _ABOUT[key], _COLUMNS.get(key, ())) for key in LISTS)


def shelf_of(key: str) -> Shelf:
    """Find a list by its key."""
    return next(shelf for shelf in SHELVES if shelf.key == key)


def listing_of(ground: Ground, key: str) -> Listing:
    """Give the rows of a list: of the pairs of clusters only the gaps, the heaviest first.

    Nothing to list gives a list without rows.
    """
    if key != "gaps":
        return ground.listings[key]
    pairs = ground.listings["pairs"]
    weight = [column.key for column in pairs.columns].index("weight")
    rows = (row for row in pairs.rows if row[weight] > 0)
    return replace(pairs, key="gaps", rows=tuple(sorted(rows, key=lambda row: -row[weight])))


def chosen(ground: Ground, key: str, place: Place) -> Listing:
    """Give the rows of a list that a link asks for, in its order.

    Raises
    ------
    InputError
        option-choice: an unknown column, value or page.
    """
    whole, names = listing_of(ground, key), names_of(ground, place.language)
    if key == "recommendations":
        whole = _between(whole, _first(place, "one"), _first(place, "other"))
    where = {
        name: tuple("" if one == _UNKNOWN else one for one in values if one)
        for name, values in place.state.items()
        if name not in OWN
    }
    return tables.chosen(
        whole, names, where=where, text=_first(place, "text").strip(), sort=_first(place, "sort")
    )


def list_page(ground: Ground, key: str, place: Place) -> str:
    """Write the page of a list."""
    shelf, whole, names = shelf_of(key), listing_of(ground, key), names_of(ground, place.language)
    found = chosen(ground, key, place)
    facets = tables.facets(whole, names)
    paged = tables.paged(found, _number(place), size=PAGE)
    columns = pages.shown_columns(whole, shelf.columns or None)
    return render(
        "list",
        place,
        say(shelf.title, place.language),
        **words(ground, place),
        about=shelf.about,
        whole=len(whole.rows),
        total=paged.total,
        first=(paged.number - 1) * PAGE + 1,
        last=(paged.number - 1) * PAGE + len(paged.listing.rows),
        page=paged.number,
        pages=_pages(paged.number, paged.pages, place),
        rows=[dict(row) for row in cells.rows_of(paged.listing)],
        columns=columns,
        headings=[(*_heading(column, place), _label(column, place)) for column in columns],
        selects=_selects(facets, place),
        text=_first(place, "text"),
        kept=_kept(facets, place),
        chips=_chips(facets, names, place),
        files={kind: _file(place, f"{key}.{kind}") for kind in ("csv", "xlsx")},
        advice=_advice(ground, key, place),
    )


def overview_page(ground: Ground, place: Place) -> str:
    """Write the first page: coverage, what to do next, who meets whom, and the lists."""
    language = place.language
    coverage = [(name.replace("_", "-"), number) for name, number in ground.audit.coverage().items()]
    board = Board.of(ground)
    found = pages.named_pairs(board)  # type: ignore[arg-type]
    return render(
        "overview",
        place,
        say("report-title", language),
        **words(ground, place),
        leads=_leads(ground, board, language),
        as_of=ground.ecosystem.as_of.isoformat(),
        coverage=coverage,
        members=sum(number for _, number in coverage),
        counts=ground.counts,
        actions=_actions(ground, place)[:3],
        report=board,
        matrix=pages.matrix(board),  # type: ignore[arg-type]
        named_pairs=found,
        list_of=lambda _: None,
        shelves=[
            (shelf.title, shelf.about, shelf.path, len(listing_of(ground, shelf.key).rows))
            for shelf in SHELVES
        ],
    )


@dataclass(frozen=True, slots=True)
class Board:
    """The part of a report the contact matrix is drawn from."""

    audit: Audit
    named: tuple[str, ...]
    matrix: Mapping[tuple[str, str], Cell]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, ground: Ground) -> Board:
        """Take the pairs of the named clusters."""
        named = tuple(ground.named)
        rows = cells.rows_of(ground.listings["pairs"])
        pairs = {(row["a"], row["b"]): _matrix_cell(row) for row in rows if {row["a"], row["b"]} <= {*named}}
        return cls(ground.audit, named, pairs, ground.counts)


def _matrix_cell(row: cells.Row) -> Cell:
    figures = {name: row[name] for name in ("observed", "through_broker", "expected", "ratio", "low", "high")}
    return Cell(**figures, state=_state(row))


def _state(pair: cells.Row) -> str:
    """Tell a gap, a surplus, neither, or that too little is expected to tell."""
    if pair["high"] < 1:
        return "gap"
    if pair["low"] > 1:
        return "above"
    return "within" if pair["expected"] >= 1 else "unsure"


def _leads(ground: Ground, board: Board, language: str) -> list[str]:
    said = []
    if ground.counts.get("members"):
        said.append(
            say("lead-members", language, members=ground.counts["members"], **ground.audit.coverage())
        )
    states = Counter(cell.state for cell in board.matrix.values())
    if states:
        counts = {"clusters": len(board.named), "pairs": states.total(), "gaps": states["gap"]}
        said.append(say("lead-pairs", language, **counts, unsure=states["unsure"]))
    return said


def _actions(ground: Ground, place: Place) -> list[tuple[str, str, str]]:
    """Say what to do next: a sentence, the words of its link and where it leads, the most useful first."""
    language, coverage, names = place.language, ground.audit.coverage(), names_of(ground, place.language)
    found: list[tuple[str, str, str]] = []

    def add(key: str, link: str, address: str, **values: Any) -> None:
        found.append((say(key, language, **values), say(link, language), address))

    if count := coverage["no_tie_known"]:
        add(
            "site-next-untied",
            "site-next-untied-link",
            place.to("members/", status="no-tie-known"),
            count=count,
        )
    gap = next(iter(cells.rows_of(listing_of(ground, "gaps"))), None)
    if gap:
        pair = {side: names.organization(gap[side]) for side in ("a", "b")}
        expected = formats.number(gap["expected"], language, digits=1)
        add(
            "site-next-gap",
            "site-next-gap-link",
            place.to("gaps/"),
            **pair,
            observed=gap["observed"],
            expected=expected,
        )
    if count := coverage["no_data"]:
        add(
            "site-next-no-data", "site-next-no-data-link", place.to("members/", status="no-data"), count=count
        )
    if count := len(ground.listings["weak-spots"].rows):
        add("site-next-weak", "site-next-weak-link", place.to("weak-spots/"), count=count)
    return found


def _first(place: Place, name: str) -> str:
    return next(iter(place.state.get(name, ())), "")


def _number(place: Place) -> int:
    """Read the number of the page."""
    text = _first(place, "page") or "1"
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise InputError("page-number", value=text[:40])
    return int(text)


def _kept(facets: Facets, place: Place) -> list[tuple[str, str]]:
    """Give what the form must hand on, since it has no field for it."""
    fields = {"text", "page", "q", *facets}
    return [
        (name, one) for name, values in place.state.items() if name not in fields for one in values if one
    ]


def _file(place: Place, name: str) -> str:
    """Give the address of the rows chosen as a file."""
    path, _, query = place.here(page=None).partition("?")
    return f"{path}{name}{'?' if query else ''}{query}"


def _heading(column: Column, place: Place) -> tuple[Column, str, str]:
    """Give how a list is sorted by a column, and the address that sorts it so, or the other way round."""
    sort = _first(place, "sort")
    order = {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, "")
    down_first = column.kind in cells.NUMBERS
    turned = {"": down_first, "ascending": True, "descending": False}[order]
    return column, order, place.here(sort=f"-{column.key}" if turned else column.key, page=None)


def _label(column: Column, place: Place) -> str:
    return (
        say(_SIDES.get(column.key, ""), place.language)
        if column.key in _SIDES
        else heading(column.key, place.language)
    )


def _selects(facets: Facets, place: Place) -> list[tuple[str, str, list[Any]]]:
    """Give the facets of a list; one with a single value tells nothing and is left out."""
    found = []
    for key, options in facets.items():
        picked = {*place.state.get(key, ())}
        if len(options) > 1 or picked:
            shown = [
                (value or _UNKNOWN, label, count, (value or _UNKNOWN) in picked)
                for value, label, count in options
            ]
            found.append((key, heading(key, place.language), shown))
    return found


def _chips(facets: Facets, names: Names, place: Place) -> list[tuple[str, str]]:
    """Name what a list is narrowed down to, each with the address that takes it away."""
    labels = {
        (key, value or _UNKNOWN): label for key, options in facets.items() for value, label, _ in options
    }
    found = []
    for key, values in place.state.items():
        for value in [one for one in values if one]:
            others = [one for one in values if one and one != value]
            label = labels.get((key, value)) or names.organization(value)
            if key not in OWN:
                said = say("site-chip", names.language, column=heading(key, names.language), value=label)
                found.append((said, place.here(**{key: others or None, "page": None})))
    if text := _first(place, "text").strip():
        found.append((say("site-chip-text", names.language, text=text), place.here(text=None, page=None)))
    pair = [_first(place, side) for side in ("one", "other")]
    if all(pair):
        a, b = (names.organization(one) for one in pair)
        said = say("site-chip-pair", names.language, a=a, b=b)
        found.append((said, place.here(one=None, other=None, page=None)))
    return found


def _pages(number: int, last: int, place: Place) -> list[tuple[int | None, str]]:
    """Link to the first page, the last, and those near the one read; None where some are left out."""
    near = {1, last, *range(number - _NEAR, number + _NEAR + 1)}
    shown: list[tuple[int | None, str]] = []
    for one in sorted(one for one in near if 1 <= one <= last):
        if shown and shown[-1][0] != one - 1:
            shown.append((None, ""))
        shown.append((one, place.here(page=str(one) if one > 1 else None)))
    return shown


def _sides(row: cells.Row) -> frozenset[str]:
    """Give the two clusters an introduction brings together."""
    return frozenset((row["partner"], row["organization"] if row["purpose"] == "clusters" else row["via"]))


def _between(whole: Listing, a: str, b: str) -> Listing:
    """Keep the introductions that bring two clusters together."""
    if not (a and b):
        return whole
    kept = [
        row for row, named in zip(whole.rows, cells.rows_of(whole), strict=True) if _sides(named) == {a, b}
    ]
    return replace(whole, rows=tuple(kept))


def _advice(ground: Ground, key: str, place: Place) -> Advice | None:
    """Give what counts the introductions for a row and links to them; None for a list that has none.

    For a pair of clusters, those that would bring the two together; for a member, its own.
    """
    advised = cells.rows_of(ground.listings["recommendations"])
    if key == "members":
        own = Counter(row["organization"] for row in advised)
        return lambda row: (
            own[row["organization"]],
            place.to("recommendations/", organization=row["organization"]),
        )
    if key == "gaps":
        between = Counter(_sides(row) for row in advised)
        return lambda row: (
            between[frozenset((row["a"], row["b"]))],
            place.to("recommendations/", one=row["a"], other=row["b"]),
        )
    return None
