"""A small report, made by hand from the built-in Belgian ecosystem."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import combinations
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tests.language.made_plans import line, made_plan
from traitdunion.domain import audit as noun
from traitdunion.domain.audit import Audit
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Reason, Recommendation
from traitdunion.domain.report import Cell, Column, Listing, Point, Profile, Report, Subject
from traitdunion.language.names import Names

Row = dict[str, Any]
NAMED = ("the-beacon", "becentral", "a6k", "thor-park", "kortrijk-industry-4-0", "arenberg", "the-pod")
BROKER = ("agoria", "sirris")
SOURCE = "https://www.vrt.be/vrtnws/nl/"
REASONS = (
    Reason(
        "distance",
        {"km": 12.34, "place": "Gullegem", "partner_place": "Kortrijk", "precision": "city"},
        SOURCE,
        "2021",
        0.3,
    ),
    Reason("shared-topics", {"topics": ["energy", "robotics"], "organizations": 3}, SOURCE, "2021-05", 0.2),
    Reason("complementary", {"topics": ["industry-4-0"]}, SOURCE, "", 0.1),
    Reason("partners-in-common", {"organizations": ["ugent", "howest"], "count": 5}, "", "2021-05-01", 0.1),
    Reason("peers", {"organizations": ["alstom"], "count": 1}, "members.xlsx", "", 0.1),
)


@dataclass(frozen=True)
class Outline:
    code: str
    rings: tuple[np.ndarray, ...]


@pytest.fixture(scope="session")
def outlines() -> tuple[Outline, ...]:
    ring = np.array(
        [(2.5, 51.1), (4.3, 51.5), (5.9, 51.1), (6.4, 50.3), (5.8, 49.5), (4.1, 49.9), (2.5, 51.1)]
    )
    return (Outline("BE", (ring,)),)


def _rows(name: str) -> list[Row]:
    text = (files("traitdunion") / "examples" / "belgium" / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _listing(key: str, kinds: dict[str, str], rows: list[Row]) -> Listing:
    columns = tuple(Column(name, kind) for name, kind in kinds.items())
    return Listing(key, columns, tuple(tuple(row.get(name) for name in kinds) for row in rows))


def _table(rows: list[Row], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(
        [{name: row.get(name) for name in schema.names} for row in rows], schema=schema
    )


@pytest.fixture(scope="session")
def report() -> Report:
    organizations = {row["id"]: row for row in _rows("organizations")}
    ties, members = _rows("ties"), [row["id"] for row in _rows("federation_members")]
    clusters = [one for one, row in organizations.items() if row["kind"] == "cluster"]
    audit = _audit(organizations, ties, members)
    lines = [
        line(
            rank,
            one,
            NAMED[rank % 7],
            ("join", "bridge")[rank % 2],
            via=("", "a6k")[rank % 2],
            reasons=REASONS,
        )
        for rank, one in enumerate(members[:30], start=1)
    ]
    plan = made_plan(lines)
    return Report(
        counts={
            "organizations": len(organizations),
            "clusters": len(clusters),
            "ties": len(ties),
            "members": 71,
        },
        audit=audit,
        plan=plan,
        points=tuple(_points(organizations, audit)),
        named=NAMED,
        matrix=_matrix(),
        profiles=tuple(_profile(one, ties) for one in (*NAMED, *BROKER)),
        subjects={one: _subject(row) for one, row in organizations.items()},
        topics={
            row["id"]: {language: row[f"label_{language}"] for language in ("fr", "nl", "en")}
            for row in _rows("topics")
        },
        listings=tuple(_listings(audit, plan, clusters)),
        caveats=("award-winners-stand-in", "absence-is-not-proof", "acceptance-is-a-prior"),
        credits=(("Statbel", "https://statbel.fgov.be", "CC BY 4.0"), ("members.xlsx", "", "")),
        as_of="2026-06-30",
        data_date="2026-02-01",
    )


def _audit(organizations: dict[str, Row], ties: list[Row], members: list[str]) -> Audit:
    clusters = {one for one, row in organizations.items() if row["kind"] == "cluster"}
    met = {
        one: [tie["target"] for tie in ties if tie["source"] == one and tie["target"] in clusters]
        for one in members
    }
    listed = [
        {
            "organization": one,
            "status": "tied" if met[one] else ("no-tie-known", "no-data")[number % 2],
            "region": organizations[one]["region"] or None,
            "sector": (organizations[one]["nace"] or None) and organizations[one]["nace"][:2],
            "size_class": organizations[one]["size_class"],
            "clusters": sorted(set(met[one])),
        }
        for number, one in enumerate(members)
    ]
    tables = {
        "members": _table(listed, noun.MEMBERS),
        "shares": _table(list(_shares(listed)), noun.SHARES),
        "bridges": _table(
            [{"organization": "kbc", "clusters": 3, "pairs": 3, "alone": 1, "share": 0.25, "broker": False}],
            noun.BRIDGES,
        ),
        "weak_spots": _table(
            [{"a": "a6k", "b": "arenberg", "organization": "kbc", "broker": False}], noun.WEAK_SPOTS
        ),
    }
    empty = {
        name: getattr(noun, name.upper()).empty_table()
        for name in ("member_ties", "pairs", "contacts", "memberships", "strengths")
    }
    model = {"pairs": 21.0, "contacts": 12.0, "size": 0.5, "size_error": 0.1, "dispersion": 1.5}
    return Audit(
        **tables, **empty, model=model, broker=BROKER, level=0.9, ecosystem="ab" * 32, seed=7, version="0.1.0"
    )


def _shares(members: list[Row]) -> Any:
    for dimension, name in (("region", "region"), ("sector", "sector"), ("size", "size_class")):
        for group in sorted({member[name] for member in members}, key=str):
            status = [member["status"] for member in members if member[name] == group]
            counts = {key.replace("-", "_"): status.count(key) for key in ("tied", "no-tie-known", "no-data")}
            yield {"dimension": dimension, "group": group, "members": len(status), **counts}


def _matrix() -> dict[tuple[str, str], Cell]:
    states = ("gap", "within", "above", "unsure")
    return {
        pair: Cell(
            number % 5,
            number % 3,
            1.5 + number / 4,
            0.2 * number,
            0.1 * number,
            0.3 * number,
            states[number % 4],
        )
        for number, pair in enumerate(combinations(NAMED, 2))
    }


def _points(organizations: dict[str, Row], audit: Audit) -> Any:
    status = dict(
        zip(audit.members["organization"].to_pylist(), audit.members["status"].to_pylist(), strict=True)
    )
    for one, row in sorted(organizations.items()):
        if row["lat"]:
            state = "cluster" if row["kind"] == "cluster" else status.get(one, "other")
            yield Point(one, float(row["lat"]), float(row["lon"]), state, one in NAMED)


def _profile(one: str, ties: list[Row]) -> Profile:
    kinds = {
        "organization": "organization",
        "kind": "term",
        "since": "partial-date",
        "status": "term",
        "source_url": "link",
    }
    rows = [
        {**tie, "organization": tie["source"], "source_url": tie["evidence_url"]}
        for tie in ties
        if tie["target"] == one
    ]
    strong = [{"topic": "energy", "organizations": 4, "quotient": 2.5, "low": 1.2, "high": 4.0}]
    met = [{"cluster": "hangar-k", "observed": 3, "expected": 1.2}]
    pairs = {"cluster": "organization", "observed": "integer", "expected": "decimal"}
    strengths = {
        "topic": "topic",
        "organizations": "integer",
        "quotient": "decimal",
        "low": "decimal",
        "high": "decimal",
    }
    return Profile(
        organization=one,
        ties=_listing("ties", kinds, rows),
        strengths=_listing("strengths", strengths, strong if one in NAMED else []),
        meets=_listing("meets", pairs, met),
        should_meet=_listing("should-meet", pairs, []),
        fitting=(Recommendation("alstom", one, "join", "", 0.7, REASONS[:2]),),
    )


def _subject(row: Row) -> Subject:
    return Subject(
        name=row["name"],
        kind=row["kind"],
        place=row["city"],
        region=row["region"],
        descriptions={language: row[f"description_{language}"] for language in ("fr", "nl", "en")},
        website=row["website"],
        sources=tuple(row["source_urls"].split()),
        as_of=row["as_of"],
        basis="stated",
    )


def _listings(audit: Audit, plan: Plan, clusters: list[str]) -> Any:
    members = {
        "organization": "organization",
        "status": "term",
        "region": "term",
        "sector": "activity",
        "size_class": "term",
        "clusters": "organizations",
    }
    yield _listing("members", members, audit.members.to_pylist())
    yield _listing(
        "shares", {"dimension": "term", "group": "term", "members": "integer"}, audit.shares.to_pylist()
    )
    pairs = {"a": "organization", "b": "organization", "observed": "integer", "ratio": "decimal"}
    rows = [
        {"a": a, "b": b, "observed": cell.observed, "ratio": cell.ratio} for (a, b), cell in _matrix().items()
    ]
    yield _listing("pairs", pairs, rows * 2)
    bridges = {"organization": "organization", "clusters": "integer", "share": "share", "broker": "term"}
    yield _listing("bridges", bridges, audit.bridges.to_pylist())
    weak = {"a": "organization", "b": "organization", "organization": "organization"}
    yield _listing("weak-spots", weak, audit.weak_spots.to_pylist())
    lines = {
        "rank": "integer",
        "organization": "organization",
        "partner": "organization",
        "purpose": "term",
        "probability": "share",
        "gain": "decimal",
        "reasons": "reasons",
    }
    yield _listing("plan", lines, [{name: getattr(line, name) for name in lines} for line in plan.lines])
    yield _listing("clusters", {"organization": "organization"}, [{"organization": one} for one in clusters])
    yield _listing(
        "sources",
        {"source_url": "link", "source_date": "partial-date"},
        [{"source_url": SOURCE, "source_date": "2021-05-03"}],
    )


@pytest.fixture(scope="session")
def hostile(report: Report) -> Report:
    """The same report, with names an attacker would choose."""
    names = {
        "the-beacon": "<script>alert(1)</script>",
        "alstom": "=cmd|' /C calc'!A0",
        "a6k": '"><img src=x onerror=alert(1)>',
    }
    subjects = {
        one: replace(
            subject,
            name=names.get(one, subject.name),
            website="javascript:alert(1)",
        )
        for one, subject in report.subjects.items()
    }
    return replace(report, subjects=subjects)


@pytest.fixture
def names(report: Report) -> Callable[[str], Names]:
    return lambda language: Names.of(report, language)
