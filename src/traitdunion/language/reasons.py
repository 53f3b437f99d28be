"""A reason as a sentence, for the manager who introduces and for either side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, Literal

from traitdunion.domain.recommendation import Reason
from traitdunion.language import formats
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.terms import activity, term

Audience = Literal["manager", "organization", "partner"]
_NAMED = 3  # names listed before "and others"
_SAME_KM = 1.0  # nearer than this, two sides in one town are simply there
_REGIONS = ("flanders", "brussels", "wallonia", "abroad")  # those the language has a preposition for


def reason_sentence(
    reason: Reason, *, organization: str, partner: str, names: Names, audience: Audience = "manager"
) -> str:
    """Say a reason in the language of the names.

    Parameters
    ----------
    reason : Reason
    organization, partner : str
        Ids of the two sides of the introduction.
    names : Names
        Its language is the reader's.
    audience : {"manager", "organization", "partner"}
        Who reads: the manager hears of both sides, a side is addressed itself.
    """
    values = {name: _said(name, value, names) for name, value in reason.values.items()}
    values |= _derived(reason.values, names, audience)
    if reason.key in _OWN:
        values |= _OWN[reason.key](reason.values, names)
    values |= {"organization": names.organization(organization), "partner": names.organization(partner)}
    return say(f"reason-{_message(reason)}", names.language, **values, audience=audience)


def _message(reason: Reason) -> str:
    """Choose the message: two sides nearer than places can tell are in the same place."""
    values = reason.values
    same = values.get("place") and values.get("place") == values.get("partner_place")
    return "same-place" if reason.key == "distance" and same and values["km"] < _SAME_KM else reason.key


def _said(name: str, value: Any, names: Names) -> Any:
    return _SAID[name](value, names) if name in _SAID else value


def _derived(values: Mapping[str, Any], names: Names, audience: Audience) -> dict[str, Any]:
    """Add what sentences choose their wording by, and lists that need two values to be written."""
    placed = values.get("place") and values.get("partner_place")
    exact = "yes" if values.get("precision") == "street" else "no"
    found = any(isinstance(values.get(name), list | tuple) and values[name] for name in _LISTS)
    known: dict[str, Any] = {
        "exact": exact if placed else "bare",
        "case": audience if found else "none",
        "listed": "yes" if found else "no",
        "dated": "yes" if values.get("since") or values.get("year") else "no",
        "aside": "yes" if names.brokers else "no",
        "count": values.get("count") or 0,
        "partners": values.get("partners") or 0,
    }
    if "a" in values:
        known["brokers"] = [names.organization(broker) for broker in names.brokers]
    if isinstance(values.get("organizations"), list | tuple):
        named = list(values["organizations"])
        known["count"] = known["count"] or len(named)
        known["organizations"] = listed(named, names, count=known["count"])
    if "activities" in values and not values["activities"]:
        known["activities"] = _activities(values.get("divisions", ()), names)
    return known


def listed(organizations: Sequence[str], names: Names, *, count: int) -> list[str]:
    """Name the first few of `count` organizations, and say how many others there are."""
    shown = [names.organization(organization) for organization in organizations[:_NAMED]]
    others = count - len(shown)
    return [*shown, say("count-others", names.language, count=others)] if others > 0 else shown


def _by_project(values: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Name each partner in common with a project and its year, as far as they are known."""
    partners = list(values.get("organizations") or ())[:_NAMED]
    projects, years = (chain(values.get(name) or (), repeat("")) for name in ("projects", "years"))
    told = [
        say(
            "partner-by-project",
            names.language,
            partner=names.organization(partner),
            project=project or "",
            year=str(year or ""),
            told="-".join(part for part, one in (("project", project), ("year", year)) if one) or "none",
        )
        for partner, project, year in zip(partners, projects, years, strict=False)
    ]
    others = (values.get("count") or 0) - len(told)
    return {
        "organizations": [*told, say("count-others", names.language, count=others)] if others > 0 else told
    }


def _projects_of_both(values: Mapping[str, Any], names: Names) -> dict[str, Any]:
    here, there = (values.get(name) or 0 for name in ("here", "there"))
    counts = {
        name: say("count-projects", names.language, count=count)
        for name, count in (("here", here), ("there", there))
    }
    return counts | {"counted": "yes" if here and there else "no"}


def _where(values: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Say where a region is, with the preposition it takes."""
    region = values.get("region") or ""
    known = region.lower() if region.lower() in _REGIONS else "other" if region else "none"
    said = say("region-where", names.language, known=known, region=term(region, names.language))
    return {"where": said}


def _kinds(values: Mapping[str, Any], names: Names) -> dict[str, Any]:
    kinds = [values.get(name) or "" for name in ("kind", "partner_kind")]
    alike = "none" if not all(kinds) else "same" if kinds[0] == kinds[1] else "different"
    return {"alike": alike, "kinds": [say("kind-one", names.language, kind=kind) for kind in kinds]}


def _rule(values: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Give who asked, why and when; of a time the day is said, and the sentence ends with its own stop."""
    said = {
        "by": str(values.get("by") or ""),
        "reason": str(values.get("reason") or "").rstrip(" .;:"),
        "date": formats.date_text(str(values.get("date") or "")[:10], names.language),
    }
    return said | {"told": "-".join(name for name in said if said[name]) or "none"}


def _topics(value: Any, names: Names) -> list[str]:
    return [names.topic(topic) for topic in value or ()]


def _activities(value: Any, names: Names) -> list[str]:
    return [activity(str(code), names.language) for code in value]


def _organization(value: Any, names: Names) -> str:
    return names.organization(value)


def _decimal(value: Any, names: Names) -> str:
    return formats.number(value, names.language, digits=1)


_LISTS = ("topics", "needs", "words", "organizations")  # a sentence does without them when they are empty
_OWN: dict[str, Callable[[Mapping[str, Any], Names], dict[str, Any]]] = {
    "shared-partners-projects": _by_project,
    "shared-calls": _projects_of_both,
    "same-region": _where,
    "same-kind": lambda values, names: _kinds({**values, "partner_kind": values.get("kind")}, names),
    "kinds": _kinds,
    "rule": _rule,
}
_SAID: dict[str, Callable[[Any, Names], Any]] = {
    "topics": _topics,
    "needs": _topics,
    "words": lambda value, _: list(value or ()),
    "year": lambda value, _: str(value or ""),
    "activities": _activities,
    "divisions": _activities,
    "division": lambda value, names: activity(str(value), names.language),
    "cluster": _organization,
    "a": _organization,
    "b": _organization,
    "km": lambda value, names: formats.distance(value, names.language),
    "expected": _decimal,
    "ratio": _decimal,
    "low": _decimal,
    "high": _decimal,
    "region": lambda value, names: term(value, names.language),
    "place": lambda value, names: term(value, names.language, column="place"),
    "partner_place": lambda value, names: term(value, names.language, column="place"),
    "kind": lambda value, names: term(value, names.language),
    "partner_kind": lambda value, names: term(value, names.language),
    "since": lambda value, names: formats.date_text(value or "", names.language),
}
