"""Every reason is a sentence, for the manager and for either side."""

from collections.abc import Callable
from typing import Any

import pytest
from markupsafe import Markup

from traitdunion.domain.recommendation import Reason
from traitdunion.domain.report import Report
from traitdunion.language.catalog import LANGUAGES
from traitdunion.language.names import Names
from traitdunion.language.reasons import reason_sentence

VALUES: dict[str, dict[str, Any]] = {
    "distance": {"km": 12.34, "place": "Gullegem", "partner_place": "Kortrijk", "precision": "city"},
    "same-place": {"place": "Kortrijk"},
    "shared-topics": {"topics": ["energy"], "organizations": 3},
    "shared-activities": {"activities": ["nace-rev2:2841"], "divisions": ["28"]},
    "complementary": {"topics": ["robotics"]},
    "peers": {"organizations": ["ugent", "howest"], "count": 2},
    "partners-in-common": {"organizations": ["ugent"], "count": 1},
    "first-of-region": {"region": "Wallonia"},
    "first-of-sector": {"division": "28"},
    "tied-to": {"cluster": "a6k", "kind": "resident", "since": "2021-05"},
    "gap": {
        "a": "a6k",
        "b": "arenberg",
        "observed": 1,
        "expected": 3.14,
        "ratio": 0.4,
        "low": 0.1,
        "high": 0.9,
    },
    "nothing-between": {"a": "a6k", "b": "arenberg"},
    "standing": {"organizations": 4},
    "few-data": {},
}
Told = Callable[..., str]


@pytest.fixture
def told(names: Callable[[str], Names]) -> Told:
    def tell(key: str, values: dict[str, Any], language: str = "en", audience: Any = "manager") -> str:
        reason = Reason(key, values, "", "")
        lookup = names(language)
        return reason_sentence(
            reason, organization="alstom", partner="thor-park", names=lookup, audience=audience
        )

    return tell


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["manager", "organization", "partner"])
@pytest.mark.parametrize("key", VALUES)
def test_every_reason_is_a_sentence(told: Told, key: str, audience: str, language: str) -> None:
    said = told(key, VALUES[key], language, audience)
    assert said.endswith(".")
    assert said[0].isupper() or said[0].isdigit()
    assert "{" not in said
    assert "a6k" not in said


def test_distance_says_how_sure_it_is(told: Told) -> None:
    values = VALUES["distance"]
    assert told("distance", values) == "About 12\u00a0km from each other: Gullegem and Kortrijk."
    assert told("distance", {**values, "precision": "street"}, "fr") == (
        "À 12\u00a0km l’un de l’autre\u00a0: Gullegem et Courtrai."
    )
    assert told("distance", {**values, "place": ""}, "nl") == "Ongeveer 12\u00a0km van elkaar."
    near = {**values, "place": "Kortrijk", "km": 0.0}
    assert told("distance", near) == "In the same place: Kortrijk."


def test_long_lists_of_names_are_cut_and_counted(told: Told) -> None:
    values = {"organizations": ["ugent", "howest", "a6k"], "count": 18}
    assert told("peers", values, "nl").endswith("UGent, Howest, A6K en 15 andere.")


def test_a_side_is_addressed(told: Told) -> None:
    values = VALUES["same-place"]
    assert (
        told("same-place", values, "en", "organization") == "Thor Park is in the same place as you: Kortrijk."
    )
    assert told("same-place", values, "nl", "partner").endswith("zit in dezelfde plaats als u: Kortrijk.")


def test_counts_choose_their_words(told: Told) -> None:
    gap = VALUES["gap"]
    said = [told("gap", {**gap, "observed": seen}, "fr") for seen in (0, 1, 2)]
    assert [text.partition("\u00a0: ")[2].partition(" pour")[0] for text in said] == [
        "aucun contact constaté",
        "1 contact constaté",
        "2 contacts constatés",
    ]


def test_the_broker_is_named_when_it_is_set_aside(told: Told, report: Report) -> None:
    assert "leaving those through Agoria and Sirris aside" in told(
        "nothing-between", VALUES["nothing-between"]
    )
    nobody = Names(report.subjects, report.topics, "en")
    reason = Reason("nothing-between", VALUES["nothing-between"], "", "")
    assert reason_sentence(reason, organization="alstom", partner="a6k", names=nobody) == (
        "No contact known between A6K and Arenberg Science Park."
    )


def test_on_a_page_names_link_and_everything_else_is_escaped(report: Report) -> None:
    linked = Names(report.subjects, report.topics, "en", (), frozenset({"thor-park"}))
    reason = Reason("same-place", {"place": "<b>Genk</b>"}, "", "")
    said = reason_sentence(
        reason, organization="alstom", partner="thor-park", names=linked, audience="organization"
    )
    assert isinstance(said, Markup)
    assert (
        said == '<a href="#o-thor-park">Thor Park</a> is in the same place as you: &lt;b&gt;Genk&lt;/b&gt;.'
    )
