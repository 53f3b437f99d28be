"""What a page of a report shows, worked out from the report: figures, rows and drawings, not one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from traitdunion.domain.plan import Plan
from traitdunion.domain.report import Cell, Column, Listing, Report, Subject
from traitdunion.language import formats
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.cells import rows_of
from traitdunion.language.names import Names, anchor
from traitdunion.language.terms import activity, term

GLYPHS = {"gap": "▼", "within": "●", "above": "▲", "unsure": "○"}
RATIOS = ("ratio", "quotient", "times")
STATES = ("cluster", "tied", "no-tie-known", "no-data", "other")
_WIDE = frozenset({"text", "reasons", "topics", "organizations", "activity"})
_ORDER = {"gap": 0, "unsure": 1, "within": 2, "above": 3}

_TELLING: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "members": lambda row: STATES.index(row["status"]),  # what is known before what is not
    "weak-spots": lambda row: bool(row.get("broker")),  # the broker holds pairs together by trade
    "sources": lambda row: -(row.get("facts") or 0),
}

Pair = tuple[str, str, Cell]


@dataclass(frozen=True, slots=True)
class Gain:
    """A bar of the comparison: what a choice of introductions gains, with its interval where it has one."""

    key: str
    mean: float
    low: float | None = None
    high: float | None = None


def leads(report: Report, language: str) -> list[str]:
    """Say what the report found in two or three sentences."""
    said = []
    if report.counts.get("members"):
        said.append(
            say("lead-members", language, members=report.counts["members"], **report.audit.coverage())
        )
    pairs = named_pairs(report)
    if pairs:
        states = Counter(cell.state for _, _, cell in pairs)
        counts = {"clusters": len(report.named), "pairs": len(pairs), "gaps": states["gap"]}
        said.append(say("lead-pairs", language, **counts, unsure=states["unsure"]))
    said += _lead_of_plan(report, language)
    return said


def _lead_of_plan(report: Report, language: str) -> list[str]:
    lines, chance = len(report.plan.lines), report.plan.random.gain
    if not lines:
        return []
    if chance <= 0:
        return [say("lead-plan", language, count=lines)]
    times = formats.number(report.plan.gain / chance, language, digits=1)
    return [say("lead-plan-times", language, count=lines, times=times)]


def sections(report: Report) -> list[str]:
    """Name the sections of the page, in their order; one with nothing to tell is left out."""
    told = {
        "members": bool(report.audit.members.num_rows),
        "map": bool(report.points),
        "profiles": bool(report.profiles),
    }
    order = (
        "overview",
        "contacts",
        "plan",
        "profiles",
        "members",
        "map",
        "bridges",
        "method",
        "lists",
        "sources",
    )
    return [name for name in order if told.get(name, True)]


def anchors(report: Report) -> frozenset[str]:
    """Give the ids the page has a place for: profiles, and the rows of the members and of the clusters."""
    rows = [
        row[0]
        for listing in report.listings
        if listing.key in ("members", "clusters") and listing.columns[0].kind == "organization"
        for row in listing.rows
    ]
    return frozenset([*rows, *(profile.organization for profile in report.profiles)])


def row_anchor(row: Mapping[str, Any], profiled: frozenset[str]) -> str:
    """Give the place a row makes on the page; none for an organization that has a section of its own."""
    first = next(iter(row.values()))
    return "" if first in profiled else anchor(str(first))


def coverage(report: Report) -> list[tuple[str, int]]:
    """Count members by what is known of their ties."""
    return [(name.replace("_", "-"), count) for name, count in report.audit.coverage().items()]


def shares(report: Report) -> list[tuple[str, list[dict[str, Any]]]]:
    """Give coverage by region, size and sector, the largest groups first and the unknown last."""
    rows = report.audit.shares.to_pylist()
    found = []
    for dimension in ("region", "size", "sector"):
        groups = [row for row in rows if row["dimension"] == dimension]
        groups.sort(key=lambda row: (row["group"] is None, -row["members"], row["group"] or ""))
        if groups:
            found.append((dimension, groups))
    return found


def group_name(row: Mapping[str, Any], language: str) -> str:
    """Name a group of members."""
    group = row["group"]
    if group is None:
        return say("not-known", language)
    return activity(group, language) if row["dimension"] == "sector" else term(group, language)


def cell_of(report: Report, one: str, other: str) -> Cell | None:
    """Find the cell of two clusters, whichever way round it is kept."""
    return report.matrix.get((one, other)) or report.matrix.get((other, one))


def matrix(report: Report) -> list[tuple[str, list[Cell | None]]]:
    """Give the whole matrix of the named clusters, each pair in both its places."""
    if not report.matrix:
        return []
    return [(one, [cell_of(report, one, other) for other in report.named]) for one in report.named]


def named_pairs(report: Report) -> list[Pair]:
    """Give each pair of named clusters once, gaps first, then by how far they stand below expectation."""
    found = [
        (one, other, cell)
        for position, one in enumerate(report.named)
        for other in report.named[position + 1 :]
        if (cell := cell_of(report, one, other)) is not None
    ]
    return sorted(found, key=lambda pair: (_ORDER.get(pair[2].state, 9), pair[2].ratio, pair[0], pair[1]))


def gains(report: Report) -> list[Gain]:
    """Give the plan beside chance, plain scores, the manager's own list and the bound."""
    plan = report.plan
    others = {
        "random": plan.random,
        "top": plan.top_scores,
        "random-mix": plan.random_same_mix,
        "top-mix": plan.top_scores_same_mix,
        "list": plan.compared,
    }
    return [
        *(Gain(key, one.gain, one.low, one.high) for key, one in others.items() if one is not None),
        Gain("ours", plan.gain),
        Gain("bound", plan.bound),
    ]


def parts(plan: Plan) -> list[tuple[str, float]]:
    """Give where the gain of a plan comes from, the largest part first, without what rounds to nothing."""
    return sorted(
        ((name, part) for name, part in plan.parts.items() if part >= 0.05),
        key=lambda item: (-item[1], item[0]),
    )


def legend(report: Report) -> list[tuple[str, int]]:
    """Count the points of the map by their state; states without a point are left out."""
    counted = Counter(point.state for point in report.points)
    return [(state, counted[state]) for state in STATES if counted[state]]


def places(report: Report, names: Names) -> list[tuple[str, Counter[str]]]:
    """Count the points of the map by place and state: the map as a table."""
    counted: dict[str, Counter[str]] = {}
    for point in report.points:
        counted.setdefault(names.place(point.organization), Counter())[point.state] += 1
    return sorted(counted.items(), key=lambda item: (not item[0], formats.sort_key(item[0])))


def model(report: Report) -> list[tuple[str, float, float | None]]:
    """List the numbers of the null model, each with its standard error where it has one."""
    numbers = report.audit.model
    return [
        (name, value, numbers.get(f"{name}_error"))
        for name, value in numbers.items()
        if not name.endswith("_error") and name not in ("pairs", "contacts")
    ]


def described(subject: Subject, language: str) -> tuple[str, str]:
    """Give the description of an organization and the language it is in: the reader's if there is one."""
    for spoken in dict.fromkeys((language, "en", *LANGUAGES)):
        if subject.descriptions.get(spoken):
            return subject.descriptions[spoken], spoken
    return "", language


def facts(report: Report, language: str) -> list[tuple[str, str]]:
    """Give what another run needs to make the same report."""
    return [
        ("data-date", formats.date_text(report.data_date, language)),
        ("as-of", formats.date_text(report.as_of, language)),
        ("ecosystem", report.audit.ecosystem[:16]),
        ("seed", str(report.audit.seed)),
        ("version", report.audit.version),
    ]


def shown_columns(listing: Listing, wanted: Sequence[str] | None) -> list[Column]:
    """Choose the columns a page shows: those wanted, or all, but none that is empty.

    The bounds of an interval are written with the ratio they belong to, not in columns of their own.
    """
    filled = [
        column
        for place, column in enumerate(listing.columns)
        if any(row[place] is not None for row in listing.rows)
    ]
    bounded = any(column.key in RATIOS for column in filled)
    by_key = {column.key: column for column in filled if not (bounded and column.key in ("low", "high"))}
    return [by_key[key] for key in wanted if key in by_key] if wanted else list(by_key.values())


def telling(listing: Listing) -> list[dict[str, Any]]:
    """Give the rows of a listing, the most telling first; rows that tell as much keep their order."""
    rows = [dict(row) for row in rows_of(listing)]
    return sorted(rows, key=_TELLING[listing.key]) if listing.key in _TELLING else rows


def look(column: Column) -> str:
    """Give the class of a column's cells: numbers to the right, long text wide, names whole."""
    if column.kind in ("integer", "decimal", "share"):
        return "num"
    if column.kind in _WIDE:
        return "wide"
    return "name" if column.kind == "organization" else "plain"
