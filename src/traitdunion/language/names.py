"""Names of the organizations and topics a text speaks of, by their ids."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from markupsafe import Markup

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.report import Report, Subject
from traitdunion.language.catalog import has, say
from traitdunion.language.terms import activity, term


@dataclass(frozen=True, slots=True)
class Names:
    """A lookup of names in one language.

    Attributes
    ----------
    subjects : mapping of id to Subject
    topics : mapping of topic id to its label by language
    language : str
    brokers : tuple of str
        Ids of the organizations left out of the count of contacts.
    anchors : set of str
        Ids the page has a place for; their names become links. Empty outside a page.
    """

    subjects: Mapping[str, Subject]
    topics: Mapping[str, Mapping[str, str]]
    language: str
    brokers: tuple[str, ...] = ()
    anchors: Set[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, report: Report, language: str, *, anchors: Set[str] = frozenset()) -> Names:
        """Take the names a report carries."""
        return cls(report.subjects, report.topics, language, report.audit.broker, anchors)

    @classmethod
    def within(cls, ecosystem: Ecosystem, language: str, *, brokers: tuple[str, ...] = ()) -> Names:
        """Take the names an ecosystem knows."""
        rows = ecosystem.organizations.select(["id", "name", "kind", "city"]).to_pylist()
        subjects = {
            row["id"]: Subject(
                name=row["name"] or row["id"],
                kind=row["kind"] or "",
                place=row["city"] or "",
                region="",
                descriptions={},
                website="",
                sources=(),
                as_of="",
                basis="",
            )
            for row in rows
        }
        topics = {
            row["id"]: {one: row[f"label_{one}"] or "" for one in ("fr", "nl", "en")}
            for row in ecosystem.topics.to_pylist()
        }
        return cls(subjects, topics, language, brokers)

    def organization(self, organization: str) -> str:
        """Name an organization; its id when it is not known. On a page that has a place for it, a link."""
        subject = self.subjects.get(organization)
        name = subject.name if subject else organization
        if organization not in self.anchors:
            return name
        return Markup('<a href="#{}">{}</a>').format(anchor(organization), name)

    def topic(self, topic: str) -> str:
        """Name a topic in the language, else in any it has a name in, else by its id."""
        labels = self.topics.get(topic, {})
        wished = (self.language, "en", "fr", "nl")
        return next((labels[language] for language in wished if labels.get(language)), topic)

    def activity(self, word: str) -> str:
        """Name an activity: a field, a NACE code by its label, or a theme."""
        if has(f"field-{word}"):
            return say(f"field-{word}", self.language)
        digits = word.replace(".", "")
        return activity(digits, self.language) if digits.isdigit() else self.topic(word)

    def place(self, organization: str) -> str:
        """Give the place an organization is in, empty when not known."""
        subject = self.subjects.get(organization)
        return term(subject.place, self.language, column="place") if subject else ""


def anchor(organization: str) -> str:
    """Give the name of an organization's place on a page.

    Examples
    --------
    >>> anchor("kbo:0403.053.608")
    'o-kbo-0403-053-608'
    """
    return "o-" + re.sub(r"[^A-Za-z0-9_]+", "-", organization).strip("-")
