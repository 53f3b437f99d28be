"""Report: gather what a board, a manager and a government want to read; `language` writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.partial_date import last_day
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.domain.report import Cell, CellKind, Column, Listing, Point, Profile, Report, Subject

_MAP_POINTS = 5000
_KINDS: Mapping[str, CellKind] = {
    "organization": "organization",
    "cluster": "organization",
    "a": "organization",
    "b": "organization",
    "partner": "organization",
    "via": "organization",
    "through": "organization",
    "source": "organization",
    "target": "organization",
    "clusters": "organizations",
    "topic": "topic",
    "topics": "topics",
    "sector": "activity",
    "status": "term",
    "region": "term",
    "size_class": "term",
    "kind": "term",
    "cluster_kind": "term",
    "dimension": "term",
    "purpose": "term",
    "basis": "term",
    "member_basis": "term",
    "since": "partial-date",
    "until": "partial-date",
    "source_date": "partial-date",
    "as_of": "partial-date",
    "source_url": "link",
    "website": "link",
    "reasons": "reasons",
    "probability": "share",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What the report must credit, and what it must say of its data.

    Attributes
    ----------
    credits : tuple of (what, address, licence)
    fitting : mapping of organization id to the unconnected members that fit it best
    """

    credits: tuple[tuple[str, str, str], ...] = ()
    fitting: Mapping[str, tuple[Recommendation, ...]] = field(default_factory=dict)


def report(
    recommendations: Recommendations,
    plan: Plan,
    *,
    sources: Sources = Sources(),
) -> Report:
    """Gather a report from what the route has made of one ecosystem.

    Parameters
    ----------
    recommendations : Recommendations
    plan : Plan
    sources : Sources

    Returns
    -------
    Report
    """
    ecosystem, audit = recommendations.ecosystem, recommendations.audit
    named, cells, facts = named_of(ecosystem), _cells(audit), Ground.of(ecosystem, audit)
    return Report(
        counts=counts_of(ecosystem),
        audit=audit,
        plan=plan,
        points=_points(ecosystem, audit),
        named=named,
        matrix={pair: cell for pair, cell in cells.items() if set(pair) <= set(named)},
        profiles=tuple(
            profile_of(facts, organization, sources.fitting.get(organization, ()))
            for organization in (*named, *audit.broker)
        ),
        subjects=subjects_of(ecosystem),
        topics=topics_of(ecosystem),
        listings=(*_findings(audit, recommendations), _planned(plan), *_facts(ecosystem)),
        caveats=tuple(_caveats(ecosystem, audit, plan)),
        credits=sources.credits,
        as_of=ecosystem.as_of.isoformat(),
        data_date=_data_date(ecosystem),
    )


def named_of(ecosystem: Ecosystem) -> tuple[str, ...]:
    """Give the ids of the clusters the federation has named as its own concern."""
    rows = ecosystem.organizations.select(["id", "kind", "named"]).to_pylist()
    return tuple(row["id"] for row in rows if row["named"] and row["kind"] == "cluster")


def counts_of(ecosystem: Ecosystem) -> dict[str, int]:
    """Count organizations, clusters, ties, members and events."""
    return {
        "organizations": ecosystem.organizations.num_rows,
        "clusters": len(ecosystem.clusters),
        "ties": ecosystem.ties.num_rows,
        "members": len(ecosystem.members),
        "events": ecosystem.events.num_rows,
    }


def _cells(audit: Audit) -> dict[tuple[str, str], Cell]:
    return {
        (pair["a"], pair["b"]): Cell(
            observed=pair["observed"],
            through_broker=pair["through_broker"],
            expected=pair["expected"],
            ratio=pair["ratio"],
            low=pair["low"],
            high=pair["high"],
            state=_state(pair),
        )
        for pair in audit.pairs.to_pylist()
    }


def _state(pair: Mapping[str, Any]) -> str:
    """Tell a gap, a surplus, neither, or that too little is expected to tell."""
    if pair["high"] < 1:
        return "gap"
    if pair["low"] > 1:
        return "above"
    return "within" if pair["expected"] >= 1 else "unsure"


def _points(ecosystem: Ecosystem, audit: Audit) -> tuple[Point, ...]:
    columns = ["id", "kind", "lat", "lon", "named"]
    status = dict(
        zip(audit.members["organization"].to_pylist(), audit.members["status"].to_pylist(), strict=True)
    )
    clusters = set(ecosystem.clusters.tolist())
    points = [
        Point(
            row["id"],
            row["lat"],
            row["lon"],
            "cluster" if number in clusters else status.get(row["id"], "other"),
            bool(row["named"]),
        )
        for number, row in enumerate(ecosystem.organizations.select(columns).to_pylist())
        if row["lat"] is not None and row["lon"] is not None
    ]
    order = {"other": 0, "no-data": 1, "no-tie-known": 2, "tied": 3, "cluster": 4}
    shown = sorted(points, key=lambda point: (-order[point.state], point.organization))[:_MAP_POINTS]
    return tuple(sorted(shown, key=lambda point: (order[point.state], point.named, point.organization)))


@dataclass(frozen=True, slots=True)
class Ground:
    """The facts of an ecosystem and its audit, by the organization they speak of.

    Attributes
    ----------
    ties : mapping of id to rows of the ties, each with `organization`, the id of the other side
    pairs : mapping of cluster id to rows of `Audit.pairs`, each with `cluster`, the id of the other cluster
    strengths : mapping of cluster id to rows of `Audit.strengths`
    """

    ties: Mapping[str, Sequence[Mapping[str, Any]]]
    pairs: Mapping[str, Sequence[Mapping[str, Any]]]
    strengths: Mapping[str, Sequence[Mapping[str, Any]]]

    @classmethod
    def of(cls, ecosystem: Ecosystem, audit: Audit) -> Ground:
        """Lay out the facts, once for any number of organizations."""
        ids = ecosystem.organizations["id"].to_pylist()
        ties, pairs, strengths = defaultdict(list), defaultdict(list), defaultdict(list)
        for tie in ecosystem.ties.to_pylist():
            sides = (tie["source"], tie["target"])
            for one, other in dict.fromkeys((sides, sides[::-1])):
                ties[ids[one]].append({**tie, "organization": ids[other], "outgoing": one == sides[0]})
        for pair in audit.pairs.to_pylist():
            for one, other in ((pair["a"], pair["b"]), (pair["b"], pair["a"])):
                pairs[one].append({**pair, "cluster": other})
        for row in audit.strengths.to_pylist():
            strengths[row["cluster"]].append(row)
        for found in ties.values():
            found.sort(key=lambda tie: (tie["organization"], tie["kind"], tie["since"] or ""))
        return cls(dict(ties), dict(pairs), dict(strengths))


def profile_of(ground: Ground, organization: str, fitting: Sequence[Recommendation] = ()) -> Profile:
    """Gather what is told of one organization: its ties, strengths, and whom it meets and should meet."""
    pairs = ground.pairs.get(organization, ())
    met = [pair for pair in pairs if pair["observed"] or pair["through_broker"]]
    gaps = [pair for pair in pairs if pair["weight"] > 0]
    shown = ("cluster", "observed", "through_broker", "expected", "ratio", "low", "high", "distance_km")
    strong = ground.strengths.get(organization, ())
    return Profile(
        organization=organization,
        ties=_listing("ties", ground.ties.get(organization, ()), _TIE_SHOWN),
        strengths=_listing("strengths", strong, ("topic", "organizations", "quotient", "low", "high")),
        meets=_listing("meets", sorted(met, key=lambda pair: (-pair["observed"], pair["cluster"])), shown),
        should_meet=_listing(
            "should-meet",
            sorted(gaps, key=lambda pair: (-pair["weight"], pair["cluster"])),
            (*shown, "complementarity"),
        ),
        fitting=tuple(fitting),
    )


_TIE_SHOWN = (
    "organization",
    "kind",
    "since",
    "until",
    "status",
    "basis",
    "source_url",
    "source_date",
    "note",
)


def subjects_of(ecosystem: Ecosystem) -> dict[str, Subject]:
    """Give what a text must know of each organization, by its id."""
    return {
        row["id"]: Subject(
            name=row["name"],
            kind=row["cluster_kind"] or row["kind"] or "other",
            place=row["city"] or row["municipality_nl"] or "",
            region=row["region"] or "",
            descriptions={
                language: row[f"description_{language}"]
                for language in ("fr", "nl", "en")
                if row[f"description_{language}"]
            },
            website=row["website"] or "",
            sources=tuple(row["source_urls"] or ()),
            as_of=row["as_of"] or "",
            basis=row["basis"] or "unknown",
        )
        for row in ecosystem.organizations.to_pylist()
    }


def topics_of(ecosystem: Ecosystem) -> dict[str, dict[str, str]]:
    """Give the labels of each topic by language."""
    return {
        row["id"]: {language: row[f"label_{language}"] or row["id"] for language in ("fr", "nl", "en")}
        for row in ecosystem.topics.to_pylist()
    }


def listings_of(ecosystem: Ecosystem, audit: Audit, recommendations: Recommendations) -> tuple[Listing, ...]:
    """Give every list that stands without a plan: what was found, then the facts it was found from."""
    return (*_findings(audit, recommendations), *_facts(ecosystem))


def _findings(audit: Audit, recommendations: Recommendations) -> Iterable[Listing]:
    for key, table in (
        ("members", audit.members),
        ("member-ties", audit.member_ties),
        ("shares", audit.shares),
        ("pairs", audit.pairs.sort_by([("rank", "ascending"), ("a", "ascending"), ("b", "ascending")])),
        ("contacts", audit.contacts),
        ("bridges", audit.bridges),
        ("weak-spots", audit.weak_spots),
        ("strengths", audit.strengths),
    ):
        yield _listing(key, _with_sectors(table), table.column_names)
    advised = [_recommended(one) for one in recommendations]
    yield _listing(
        "recommendations", advised, ("organization", "partner", "purpose", "via", "score", "reasons")
    )


def _planned(plan: Plan) -> Listing:
    names = ("rank", "organization", "partner", "purpose", "via", "probability", "gain", "reasons")
    return _listing("plan", [{name: getattr(line, name) for name in names} for line in plan.lines], names)


def _with_sectors(table: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pylist()
    for row in rows:
        if row.get("sector"):
            row["sector"] = f"nace-rev2:{row['sector']}"
    return rows


def _recommended(one: Recommendation) -> dict[str, Any]:
    names = ("organization", "partner", "purpose", "via", "score", "reasons")
    return {name: getattr(one, name) for name in names}


def _facts(ecosystem: Ecosystem) -> Iterable[Listing]:
    """List what the report stands on: organizations, clusters, ties and their sources."""
    ids = ecosystem.organizations["id"].to_pylist()
    rows = [{**row, "organization": row["id"]} for row in ecosystem.organizations.to_pylist()]
    shown = ("organization", "kind", "place", "region", "topics", "size_class", "website", "basis", "as_of")
    for row in rows:
        row["place"] = row["city"]
    yield _listing("organizations", rows, shown)
    clusters = [rows[number] for number in ecosystem.clusters]
    yield _listing(
        "clusters", clusters, ("organization", "cluster_kind", *shown[2:5], "members_stated", *shown[6:])
    )
    ties = [
        {**tie, "source": ids[tie["source"]], "target": ids[tie["target"]]}
        for tie in ecosystem.ties.to_pylist()
    ]
    yield _listing("ties", ties, ("source", "target", *_TIE_SHOWN[1:]))
    yield _listing("sources", _sources(ties, rows), ("source_url", "facts", "source_date"))


def _sources(ties: Iterable[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    dates: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        if tie["source_url"]:
            dates[tie["source_url"]].append(tie["source_date"] or "")
    for row in rows:
        for address in row["source_urls"] or ():
            dates[address].append("")
    return [
        {"source_url": address, "facts": len(found), "source_date": max(found) or None}
        for address, found in sorted(dates.items())
    ]


def _listing(key: str, rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> Listing:
    kept = [tuple(row.get(name) for name in names) for row in rows]
    columns = tuple(
        Column(name, _kind(name, [row[place] for row in kept])) for place, name in enumerate(names)
    )
    return Listing(key, columns, tuple(kept))


def _kind(name: str, values: Sequence[Any]) -> CellKind:
    if name in _KINDS and not any(isinstance(value, int) for value in values):
        return _KINDS[name]
    if any(isinstance(value, float) for value in values):
        return "decimal"
    if any(isinstance(value, int) and not isinstance(value, bool) for value in values):
        return "integer"
    return "text"


def _caveats(ecosystem: Ecosystem, audit: Audit, plan: Plan) -> Iterable[str]:
    """Name what a reader must know before believing a number."""
    if "award" in ecosystem.organizations["member_basis"].to_pylist():
        yield "award-winners-stand-in"
    yield "absence-is-not-proof"
    yield "sources-cover-unevenly"
    if {"inferred", "general-knowledge"} & set(ecosystem.organizations["basis"].to_pylist()):
        yield "inferred-facts"
    if audit.broker:
        yield "broker-left-out"
    if not plan.acceptance.answers:
        yield "acceptance-is-a-prior"


def _data_date(ecosystem: Ecosystem) -> str:
    """Give the newest day of evidence; a source dated by its year alone is not precise enough to count."""
    dates = [*ecosystem.ties["source_date"].to_pylist(), *ecosystem.organizations["as_of"].to_pylist()]
    days = [last_day(partial) for partial in set(dates) - {None} if len(partial) > 4]
    return min(max(days), ecosystem.as_of).isoformat() if days else ecosystem.as_of.isoformat()
