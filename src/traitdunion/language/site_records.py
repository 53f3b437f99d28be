"""One organization, one cluster, and the search: what the pages show of them.

The facts are those of `workspace.atlas`: OrganizationFacts, ClusterProfile and Hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from traitdunion.domain.recommendation import Recommendation
from traitdunion.language import cells, formats
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.site import Ground, Place, linked_names, names_of, render, words
from traitdunion.language.terms import activity, heading, term

_ROR = "https://ror.org/"
_TIE = ("organization", "kind", "state", "since", "until", "basis", "source_url", "source_date", "note")
_VERSIONS = {
    "nace-rev2": "NACE Rev. 2",
    "nace-rev2.1": "NACE Rev. 2.1",
    "nace-bel-2008": "NACE-BEL 2008",
    "nace-bel-2025": "NACE-BEL 2025",
}
_IDENTIFIERS = {
    "number": "site-id-number",
    "vat": "site-id-vat",
    "pic": "site-id-pic",
    "lei": "site-id-lei",
    "ror": "site-id-ror",
}
_STATES = {"valid": "site-valid", "ended": "site-ended", "announced": "site-announced"}
_CONFIRMED = {"facts": "site-confirmed-facts", "ties": "site-confirmed-ties"}
_STATUS = {
    "tied": "site-status-tied",
    "no-tie-known": "site-status-no-tie-known",
    "no-data": "site-status-no-data",
}
MOST_HITS = 20
_MOST = 300  # rows of a table on the page of one cluster; the list of ties has them all


def clusters_of(ground: Ground) -> frozenset[str]:
    """Give the ids that have a page as a cluster."""
    return frozenset(row[0] for row in ground.listings["clusters"].rows)


def search_page(ground: Ground, place: Place, hits: Sequence[Any]) -> str:
    """Write the page of a search."""
    searched, names = " ".join(place.state.get("q", ())).strip(), names_of(ground, place.language)
    title = say("site-search-title-for", place.language, text=searched) if searched else ""
    found = [
        {
            "id": hit.id,
            "what": _kind(ground, hit.id, names),
            "place": names.place(hit.id),
            "matched": hit.matched,
        }
        | {"how": hit.kind}
        for hit in hits
    ]
    return render(
        "search",
        place,
        title or say("site-search-title", place.language),
        **words(ground, place),
        hits=found,
        most=MOST_HITS,
        own_search=True,
    )


def organization_page(ground: Ground, place: Place, facts: Any) -> str:
    """Write the page of an organization."""
    status = _status(ground, facts.id)
    return render(
        "organization",
        place,
        facts.subject.name,
        **words(ground, place, here=facts.id),
        **_facts(ground, place, facts),
        status=status,
        verdict=_STATUS.get(status, ""),
        advice=[*facts.joins, *facts.bridges, *facts.wanted],
    )


def cluster_page(ground: Ground, place: Place, facts: Any, profile: Any) -> str:
    """Write the page of a cluster."""
    names = linked_names(ground, place.language, here=facts.id)
    related = [("site-part-of", [names.organization(profile.whole)])] if profile.whole else []
    if profile.parts:
        related.append(("site-parts", [names.organization(one) for one in profile.parts]))
    return render(
        "cluster",
        place,
        facts.subject.name,
        **words(ground, place, here=facts.id),
        **_facts(ground, place, facts),
        related=related,
        profile=profile,
        level=ground.audit.level,
        advice=_unlike([*facts.joins, *facts.bridges, *facts.wanted], profile.fitting),
    )


def _facts(ground: Ground, place: Place, facts: Any) -> dict[str, Any]:
    """Gather what both pages show: the facts one by one, the ties, the words for them."""
    names = linked_names(ground, place.language, here=facts.id)
    return {
        "facts": facts,
        "subject": facts.subject,
        "what": _kind(ground, facts.id, names),
        "where": names.place(facts.id),
        "about": [(label, shown) for label, shown in _about(facts, names) if shown],
        "ties": [_tie(tie) for tie in facts.ties[:_MOST]],
        "tie_columns": _TIE,
        "ties_count": len(facts.ties),
        "tie_cell": lambda key, tie: _tie_cell(key, tie, names),
    }


def _kind(ground: Ground, organization: str, names: Names) -> str:
    return term(ground.subjects[organization].kind, names.language)


def _status(ground: Ground, organization: str) -> str:
    """Give what is known of the ties of a member; empty for anyone else."""
    rows = cells.rows_of(ground.listings["members"])
    return next((row["status"] for row in rows if row["organization"] == organization), "")


def _about(facts: Any, names: Names) -> Iterable[tuple[str, Any]]:
    """Name the facts, each with what is known of it: text, or a list of texts."""
    language, subject = names.language, facts.subject

    def head(column: str) -> str:
        return heading(column, language)

    yield head("aliases"), list(facts.aliases)
    for name, value in facts.identifiers.items():
        yield say(_IDENTIFIERS[name], language), _identifier(name, value)
    yield say("site-website", language), cells.links([subject.website]) if subject.website else ""
    yield say("site-sites", language), list(dict.fromkeys(_site(one, names) for one in facts.sites))
    yield head("municipality"), _municipality(facts, names)
    yield head("province"), term(facts.province or "", language, column="area")
    yield head("activities"), [_activity(one, language) for one in facts.activities]
    yield head("topics"), [names.topic(topic) for topic in facts.topics]
    yield head("offers"), [names.topic(topic) for topic in facts.offers]
    yield head("needs"), [names.topic(topic) for topic in facts.needs]
    yield head("size_class"), term(facts.size_class or "", language)
    yield head("employees"), _whole(facts.employees, language)
    yield head("members_stated"), _whole(facts.members_stated, language)
    yield say("site-member-of", language), _membership(facts, language)
    yield say("site-tied-to", language), [names.organization(one) for one in facts.clusters]
    yield head("basis"), term(subject.basis, language, column="basis")
    yield say("site-confirmed", language), _confirmed(facts, language)
    yield say("site-known-from", language), [cells.links([one]) for one in subject.sources]


def _municipality(facts: Any, names: Names) -> str:
    """Name the municipality where it is not the town that stands at the head of the page."""
    known = facts.municipality.get(names.language) or next(iter(facts.municipality.values()), "")
    said = term(known, names.language, column="place")
    return "" if said == names.place(facts.id) else said


def _whole(number: int | None, language: str) -> str:
    return "" if number is None else formats.number(number, language)


def _identifier(name: str, value: str) -> str:
    """Write a number; that of the research registry is an address as well."""
    if name != "ror":
        return value
    code = value.removeprefix(_ROR)
    return cells.links([_ROR + code]) if code.isalnum() else value


def _site(site: Any, names: Names) -> str:
    town = term(site.city or "", names.language, column="place")
    parts = (site.street, " ".join(part for part in (site.postcode, town) if part), _abroad(site.country))
    return ", ".join(part for part in parts if part)


def _abroad(country: str | None) -> str:
    return "" if (country or "BE") == "BE" else str(country)


def _activity(one: Any, language: str) -> str:
    """Name an activity, with the version of the nomenclature it is coded in."""
    named = activity(one.code, language)
    return f"{named} ({_VERSIONS.get(one.version, one.version)})" if one.version else named


def _membership(facts: Any, language: str) -> Any:
    """Say that it is a member, since when, and who says so; nothing when it is not known for one."""
    if not facts.member:
        return ""
    told = [term(True, language)]
    if facts.member_since:
        told.append(say("site-member-since", language, since=formats.date_text(facts.member_since, language)))
    if facts.member_basis:
        told.append(term(facts.member_basis, language, column="member_basis"))
    said = Markup(", ").join(told)
    return said + Markup(" · ") + cells.links([facts.member_source]) if facts.member_source else said


def _confirmed(facts: Any, language: str) -> list[str]:
    return [
        say(_CONFIRMED[name], language, day=formats.date_text(day, language))
        for name, day in facts.confirmed.items()
    ]


def _tie(tie: Any) -> dict[str, Any]:
    return {key: getattr(tie, key) for key in _TIE}


def _tie_cell(key: str, tie: dict[str, Any], names: Names) -> str:
    """Write a cell of a tie; a dash when it is not known."""
    value, language = tie[key], names.language
    if not value:
        return "–"
    if key == "organization":
        return names.organization(value)
    if key == "state":
        return say(_STATES[value], language)
    if key == "source_url":
        return cells.links(cells.addresses(value))
    if key in ("since", "until", "source_date"):
        return formats.date_text(value, language)
    return str(value) if key == "note" else term(value, language, column=key)


def _unlike(advice: Iterable[Recommendation], shown: Iterable[Recommendation]) -> list[Recommendation]:
    """Leave out the introductions the page shows already."""
    told = {(one.organization, one.partner) for one in shown}
    return [one for one in advice if (one.organization, one.partner) not in told]
