"""The pages of the site: what its templates show, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from typing import Any, Protocol
from urllib.parse import quote, urlencode

from markupsafe import Markup

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.partial_date import last_day
from traitdunion.domain.recommendation import Reason, Recommendation, Recommendations
from traitdunion.domain.report import Column, Listing, Subject
from traitdunion.language import cells, formats, pages, reports
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.charts import bar_svg, interval_svg
from traitdunion.language.names import Names, anchor
from traitdunion.language.reasons import reason_sentence
from traitdunion.language.terms import heading, term

State = Mapping[str, Sequence[str]]  # what a link holds after its "?"
ROOMS = (
    ("site-overview", ""),
    ("listing-clusters", "clusters/"),
    ("listing-organizations", "organizations/"),
    ("listing-gaps", "gaps/"),
    ("site-plan", "plan/"),
    ("site-report", "report/"),
)
LISTS = (
    "clusters",
    "organizations",
    "members",
    "gaps",
    "recommendations",
    "bridges",
    "weak-spots",
    "ties",
    "sources",
)


class Ground(Protocol):
    """What the pages stand on: everything known of a workspace, as `workspace.atlas` makes it."""

    @property
    def ecosystem(self) -> Ecosystem: ...  # noqa: D102
    @property
    def audit(self) -> Audit: ...  # noqa: D102
    @property
    def recommendations(self) -> Recommendations: ...  # noqa: D102
    @property
    def listings(self) -> Mapping[str, Listing]: ...  # noqa: D102
    @property
    def subjects(self) -> Mapping[str, Subject]: ...  # noqa: D102
    @property
    def topics(self) -> Mapping[str, Mapping[str, str]]: ...  # noqa: D102
    @property
    def counts(self) -> Mapping[str, int]: ...  # noqa: D102
    @property
    def named(self) -> Sequence[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is.

    Attributes
    ----------
    language : {"fr", "nl", "en"}
    path : str
        After the language, as it reads: "members/". Empty for the overview.
    state : mapping of str to sequence of str
        What stands after the "?": the same in another language.
    style : str
        Address of the style sheet.
    """

    language: str
    path: str = ""
    state: State = field(default_factory=dict)
    style: str = ""

    def to(self, path: str, **state: str | Sequence[str]) -> str:
        """Give the address of a page in the same language.

        Examples
        --------
        >>> Place("fr").to("members/", status="tied")
        '/fr/members/?status=tied'
        """
        return address(self.language, path, {name: _several(value) for name, value in state.items()})

    def here(self, **changes: str | Sequence[str] | None) -> str:
        """Give the address of this page with its state changed; None takes a part of it away.

        Examples
        --------
        >>> Place("nl", "ties/", {"kind": ("member",), "page": ("3",)}).here(page=None)
        '/nl/ties/?kind=member'
        """
        kept: dict[str, Sequence[str]] = {name: value for name, value in self.state.items() if value}
        for name, value in changes.items():
            kept.pop(name, None)
            if value:
                kept[name] = _several(value)
        return address(self.language, self.path, kept)


def address(language: str, path: str, state: State = {}) -> str:  # noqa: B006  read only
    """Write the address of a page: its path after the language, and its state."""
    query = urlencode([(name, one) for name, values in state.items() for one in values])
    return f"/{language}/{quote(path, safe='/:')}{'?' if query else ''}{query}"


def page_of(organization: str, *, cluster: bool) -> str:
    """Give the path of the page of an organization or a cluster.

    Examples
    --------
    >>> page_of("local:a/b", cluster=False)
    'organizations/local:a%2Fb/'
    """
    return f"{'clusters' if cluster else 'organizations'}/{quote(organization, safe=':')}/"


def _several(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class LinkedNames(Names):
    """Names that link to the page of their organization, but for those linked to already or being read."""

    clusters: frozenset[str] = frozenset()
    unlinked: frozenset[str] = frozenset()

    def organization(self, organization: str) -> str:
        """Name an organization, with a link to its page."""
        subject = self.subjects.get(organization)
        if subject is None or organization in self.unlinked:
            return subject.name if subject else organization
        path = page_of(organization, cluster=organization in self.clusters)
        return Markup('<a href="/{}/{}">{}</a>').format(self.language, path, subject.name)


def names_of(ground: Ground, language: str) -> Names:
    """Take the names the ground knows, without links."""
    return Names(ground.subjects, ground.topics, language, tuple(ground.audit.broker))


def linked_names(ground: Ground, language: str, *, here: str = "") -> LinkedNames:
    """Take the names the ground knows, each linked to its page."""
    rows = ground.listings["clusters"].rows
    return LinkedNames(
        subjects=ground.subjects,
        topics=ground.topics,
        language=language,
        brokers=tuple(ground.audit.broker),
        clusters=frozenset(row[0] for row in rows),
        unlinked=frozenset((here,)),
    )


def render(template: str, place: Place, title: str, **shown: Any) -> str:
    """Write a page from its template: the frame of every page, and what this one shows."""
    page = reports.environment().get_template(f"site/{template}.html")
    return page.render({**_frame(place, title), **shown})


def _frame(place: Place, title: str) -> dict[str, Any]:
    language = place.language
    same = {name: values for name, values in place.state.items() if values}
    return {
        "language": language,
        "title": title,
        "style": place.style,
        "at": place,
        "to": place.to,
        "rooms": ROOMS,
        "lists": LISTS,
        "room": place.path.partition("/")[0] + "/" if place.path else "",
        "languages": [(one, address(one, place.path, same)) for one in LANGUAGES],
        "searched": " ".join(place.state.get("q", ())),
        "own_search": False,
        "days": (),
        "t": lambda key, **values: say(key, language, **values),
        "n": lambda value, digits=0: formats.number(value, language, digits=digits),
        "pct": partial(formats.percent, language=language),
        "d": partial(formats.date_text, language=language),
        "interval": partial(formats.interval, language=language),
        "term": lambda word, column="": term(word, language, column=column),
        "head": partial(heading, language=language),
        "look": lambda column: Markup(' class="{}"').format(pages.look(column)),
        "glyphs": pages.GLYPHS,
        "bar": bar_svg,
        "draw_interval": interval_svg,
    }


def words(ground: Ground, place: Place, *, here: str = "") -> dict[str, Any]:
    """Give a page that speaks of organizations its names, cells and reasons."""
    plain, linked = names_of(ground, place.language), linked_names(ground, place.language, here=here)
    numbers = count(1)
    return {
        "days": _days(ground, place.language),
        "plain": plain,
        "org": linked.organization,
        "brokers": [linked.organization(one) for one in ground.audit.broker],
        "cell": partial(_cell, names=linked),
        "why": partial(_why, names=linked),
        "source": partial(_source, place=place),
        "link": cells.links,
        "described": partial(pages.described, language=place.language),
        "columns_of": pages.shown_columns,
        "rows_of": lambda listing: [dict(row) for row in cells.rows_of(listing)],
        "links_to": lambda _: "",
        "place_of": lambda _: "",
        "anchor": anchor,
        "fresh_id": lambda: f"t{next(numbers)}",
    }


def _days(ground: Ground, language: str) -> list[tuple[str, str]]:
    day = data_day(ground.ecosystem)
    return [
        ("data-date", formats.date_text(day, language)),
        ("as-of", formats.date_text(ground.ecosystem.as_of, language)),
        ("version", ground.audit.version),
    ]


def data_day(ecosystem: Ecosystem) -> str:
    """Give the newest day of evidence; a source dated by its year alone is not precise enough to count."""
    columns = (ecosystem.ties["source_date"], ecosystem.organizations["as_of"])
    dates = {date for column in columns for date in column.unique().to_pylist()}
    days = [last_day(date) for date in dates if date and len(date) > 4]
    return min(max(days, default=ecosystem.as_of), ecosystem.as_of).isoformat()


def _cell(column: Column, row: cells.Row, *_: Any, names: LinkedNames) -> Markup:
    """Write a cell: a dash when it is missing, reasons one below the other, a ratio with its interval."""
    value = row[column.key]
    if column.kind == "reasons":
        pair = (row["organization"], row["partner"])
        said = (_reason(one, *pair, names=names) for one in value)
        items = Markup("").join(Markup("<li>{}</li>").format(one) for one in said)
        return Markup('<ul class="why">{}</ul>').format(items)
    if column.key in pages.RATIOS and value is not None and row.get("low") is not None:
        return reports.ratio_markup(value, row["low"], row["high"], names.language)
    return cells.cell_markup(column, row, names) or Markup("–")


def _why(reason: Reason, made: Recommendation, *, names: LinkedNames) -> str:
    return _reason(reason, made.organization, made.partner, names=names)


def _reason(reason: Reason, organization: str, partner: str, *, names: LinkedNames) -> str:
    """Say a reason; the two it speaks of are linked beside it."""
    bare = replace(names, unlinked=names.unlinked | {organization, partner})
    return reason_sentence(reason, organization=organization, partner=partner, names=bare)


def _source(reason: Reason, *, place: Place) -> Markup:
    """Say where a reason comes from, and of when it is."""
    told: list[str] = []
    if reason.source.startswith("audit:"):
        told.append(
            Markup('<a href="{}">{}</a>').format(place.to("gaps/"), say("source-audit", place.language))
        )
    elif reason.source:
        parts = reason.source.split()
        told.append(cells.links(parts if all(map(cells.site, parts)) else [reason.source]))
    if reason.date:
        told.append(formats.date_text(reason.date, place.language))
    return Markup(", ").join(told)
