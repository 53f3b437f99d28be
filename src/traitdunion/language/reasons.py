"""A reason as a sentence, for the manager who introduces and for either side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from traitdunion.domain.recommendation import Reason
from traitdunion.language import formats
from traitdunion.language.catalog import say
from traitdunion.language.names import Names
from traitdunion.language.terms import activity, term

Audience = Literal["manager", "organization", "partner"]
_NAMED = 3  # names listed before "and others"
_SAME_KM = 1.0  # nearer than this, two sides in one town are simply there


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
    known: dict[str, Any] = {
        "exact": exact if placed else "bare",
        "case": audience if values.get("topics") else "none",
        "dated": "yes" if values.get("since") else "no",
        "aside": "yes" if names.brokers else "no",
    }
    if "a" in values:
        known["brokers"] = [names.organization(broker) for broker in names.brokers]
    if isinstance(values.get("organizations"), list | tuple):
        named = list(values["organizations"])
        known["organizations"] = listed(named, names, count=values.get("count", len(named)))
    if "activities" in values and not values["activities"]:
        known["activities"] = _activities(values.get("divisions", ()), names)
    return known


def listed(organizations: Sequence[str], names: Names, *, count: int) -> list[str]:
    """Name the first few of `count` organizations, and say how many others there are."""
    shown = [names.organization(organization) for organization in organizations[:_NAMED]]
    others = count - len(shown)
    return [*shown, say("count-others", names.language, count=others)] if others > 0 else shown


def _topics(value: Any, names: Names) -> list[str]:
    return [names.topic(topic) for topic in value]


def _activities(value: Any, names: Names) -> list[str]:
    return [activity(str(code), names.language) for code in value]


def _organization(value: Any, names: Names) -> str:
    return names.organization(value)


def _decimal(value: Any, names: Names) -> str:
    return formats.number(value, names.language, digits=1)


_SAID: dict[str, Callable[[Any, Names], Any]] = {
    "topics": _topics,
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
    "since": lambda value, names: formats.date_text(value or "", names.language),
}
