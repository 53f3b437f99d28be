"""Every reason is a sentence, for the manager and for either side."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from markupsafe import Markup

from traitdunion.domain.recommendation import Reason
from traitdunion.domain.record import ORGANIZATION_KINDS
from traitdunion.domain.report import Report
from traitdunion.language.catalog import LANGUAGES
from traitdunion.language.names import Names
from traitdunion.language.reasons import reason_sentence
from traitdunion.language.terms import term

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
    "need-met": {"needs": ["energy", "test benches"]},
    "offer-wanted": {"needs": ["robotics"]},
    "shared-partners-projects": {
        "organizations": ["ugent", "howest"],
        "projects": ["FLEX", ""],
        "years": [2019, ""],
        "count": 5,
    },
    "shared-calls": {"topics": ["energy", "LC-SC3-2020"], "here": 1, "there": 3},
    "shared-words": {"words": ["welding", "cobots"]},
    "close-in-network": {"partners": 3},
    "same-region": {"region": "Wallonia"},
    "same-kind": {"kind": "university"},
    "kinds": {"kind": "university", "partner_kind": "company"},
    "same-group": {"organizations": ["ugent"]},
    "group-there": {"organizations": ["ugent", "howest"], "count": 5},
    "active-lately": {"count": 3, "year": 2023},
    "rule": {"by": "jd", "reason": "the same chain", "date": "2026-05-03"},
    "newcomer-theme": {"topics": ["energy"], "count": 4},
}
# What may be missing, empty or none; each of these still makes a sentence without a hole.
SPARE: list[tuple[str, dict[str, Any]]] = [
    ("need-met", {"needs": []}),
    ("offer-wanted", {"needs": None}),
    ("shared-partners-projects", {"organizations": ["ugent"], "projects": [""], "years": [""], "count": 1}),
    ("shared-partners-projects", {"organizations": ["ugent"], "projects": [], "years": [2019]}),
    ("shared-partners-projects", {"organizations": [], "projects": [], "years": [], "count": 0}),
    ("shared-partners-projects", {"organizations": [], "projects": [], "years": [], "count": 7}),
    ("shared-calls", {"topics": []}),
    ("shared-calls", {"topics": ["energy"], "here": 0, "there": 2}),
    ("shared-calls", {"topics": ["energy"], "here": None}),
    ("shared-words", {"words": []}),
    ("close-in-network", {"partners": 0}),
    ("close-in-network", {"partners": 1}),
    ("close-in-network", {}),
    ("same-region", {"region": "Hauts-de-France"}),
    ("same-region", {"region": None}),
    ("same-kind", {"kind": None}),
    ("kinds", {"kind": "company", "partner_kind": "company"}),
    ("kinds", {"kind": "company", "partner_kind": None}),
    ("kinds", {}),
    ("same-group", {"organizations": []}),
    ("group-there", {"organizations": []}),
    ("group-there", {"organizations": ["ugent"], "count": 1}),
    ("group-there", {}),
    *(("active-lately", {"count": count, "year": year}) for count in (0, 1, 2) for year in (2023, "")),
    ("active-lately", {}),
    *(
        ("rule", {"by": by, "reason": why, "date": day})
        for by in ("jd", "")
        for why in ("a reason", None)
        for day in ("2026-05", None)
    ),
    ("rule", {}),
    *(("newcomer-theme", {"count": count, "topics": on}) for count in (0, 1, 2) for on in ([], ["energy"])),
]
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", ["manager", "organization", "partner"])
@pytest.mark.parametrize(("key", "values"), SPARE)
@pytest.mark.filterwarnings("error")
def test_a_missing_value_leaves_no_hole(
    told: Told, key: str, values: dict[str, Any], audience: str, language: str
) -> None:
    said = told(key, values, language, audience)
    assert said.endswith(".")
    assert said[0].isupper() or said[0].isdigit()
    assert not re.search(r"\(\W*\)|: *\.|:\u00a0|, *[,.)]|  |\.\.|None|[{}\[\]]", said)
    assert "\u00a0:." not in said.replace(" ", "")


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


SIDES = ("manager", "organization", "partner")
N = "\u00a0"


def test_a_need_is_told_from_the_side_that_reads(told: Told) -> None:
    values = VALUES["need-met"]
    assert [told("need-met", values, "en", side) for side in SIDES] == [
        "Thor Park offers what Alstom lists as a need: energy and test benches.",
        "Thor Park offers what you list as a need: energy and test benches.",
        "Alstom needs what you offer: energy and test benches.",
    ]
    assert told("need-met", values, "fr", "organization") == (
        f"Thor Park propose ce que vous recherchez{N}: énergie et test benches."
    )
    assert (
        told("need-met", values, "nl", "partner")
        == "Alstom heeft nodig wat u biedt: energie en test benches."
    )
    assert told("offer-wanted", {"needs": ["energy"]}, "nl", "partner") == (
        "Alstom biedt wat u als behoefte opgeeft: energie."
    )
    assert told("need-met", {"needs": []}, "fr") == "Thor Park propose ce dont Alstom a besoin."


def test_partners_in_common_are_named_with_their_project(told: Told) -> None:
    two = {
        "organizations": ["ugent", "howest"],
        "projects": ["FLEX", "SUN"],
        "years": [2019, 2018],
        "count": 2,
    }
    assert [told("shared-partners-projects", two, language) for language in ("en", "fr", "nl")] == [
        "Two partners in common: UGent (project FLEX, 2019) and Howest (project SUN, 2018).",
        f"Deux partenaires en commun{N}: UGent (projet FLEX, 2019) et Howest (projet SUN, 2018).",
        "Twee gemeenschappelijke partners: UGent (project FLEX, 2019) en Howest (project SUN, 2018).",
    ]
    bare = {**two, "projects": ["", ""], "years": [2019, ""], "count": 1200}
    assert told("shared-partners-projects", bare) == (
        "1,200 partners in common: UGent (2019), Howest and 1,198 others."
    )
    one = {"organizations": ["ugent"], "projects": ["FLEX"], "years": [""], "count": 1}
    assert (
        told("shared-partners-projects", one, "nl") == "Eén gemeenschappelijke partner: UGent (project FLEX)."
    )
    none = {"organizations": [], "projects": [], "years": [], "count": 0}
    assert told("shared-partners-projects", none, "fr") == "Aucun partenaire en commun n’est connu."


def test_projects_on_the_same_calls_are_counted_on_either_side(told: Told) -> None:
    values = VALUES["shared-calls"]
    assert [told("shared-calls", values, "en", side) for side in SIDES] == [
        "Both work on: energy and LC-SC3-2020 (1 project at Alstom, 3 projects at Thor Park).",
        "Like you, Thor Park works on: energy and LC-SC3-2020 "
        "(1 project on your side, 3 projects at Thor Park).",
        "Like you, Alstom works on: energy and LC-SC3-2020 (3 projects on your side, 1 project at Alstom).",
    ]
    assert told("shared-calls", {"topics": ["energy"]}, "nl") == "Beide werken aan: energie."


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("Flanders", ("in Flanders", "en Flandre", "in Vlaanderen")),
        ("Brussels", ("in Brussels", "à Bruxelles", "in Brussel")),
        ("Wallonia", ("in Wallonia", "en Wallonie", "in Wallonië")),
        ("abroad", ("abroad", "à l’étranger", "in het buitenland")),
        (
            "Limburg",
            ("in the same region (Limburg)", "dans la même région (Limburg)", "in dezelfde regio (Limburg)"),
        ),
    ],
)
def test_a_region_takes_the_preposition_of_its_language(
    told: Told, region: str, said: tuple[str, ...]
) -> None:
    english, french, dutch = said
    values = {"region": region}
    assert told("same-region", values) == f"Both are {english}."
    assert told("same-region", values, "fr", "organization") == f"Comme vous, Thor Park se trouve {french}."
    assert told("same-region", values, "nl", "partner") == f"Net als u zit Alstom {dutch}."


@pytest.mark.parametrize("kind", ORGANIZATION_KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_article(told: Told, kind: str, language: str) -> None:
    said, other = (told("kinds", {"kind": one, "partner_kind": "hub"}, language) for one in (kind, "other"))
    assert (said == other) == (kind == "other")
    assert kind == "other" or re.search(rf": (an?|une?|een) {term(kind, language)} ", said.replace(N, ""))


def test_two_kinds_or_one(told: Told) -> None:
    assert told("kinds", VALUES["kinds"], "fr") == (
        "Deux types d’organisations qui lancent souvent des projets ensemble"
        f"{N}: une université et une entreprise."
    )
    assert told("kinds", {"kind": "company", "partner_kind": "company"}, "nl") == (
        "Organisaties van dit soort starten vaak samen projecten op: bedrijf."
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ("has started no project", "n’a lancé aucun projet", "geen project opgestart")),
        (1, ("has started 1 project ", "a lancé 1 projet ", "1 project opgestart")),
        (1200, ("has started 1,200 projects ", f"a lancé 1{N}200 projets ", "1.200 projecten opgestart")),
    ],
)
def test_years_are_no_amounts_and_projects_are_counted(told: Told, count: int, said: tuple[str, ...]) -> None:
    for language, words in zip(("en", "fr", "nl"), said, strict=True):
        sentence = told("active-lately", {"count": count, "year": 2023}, language).replace("\u202f", N)
        assert words in sentence
        assert "2023" in sentence
        assert told("active-lately", {"count": count}, language).count("20") == str(count).count("20")


def test_who_asked_and_why_is_for_the_manager_alone(told: Told) -> None:
    values = {"by": "jd", "reason": "owed to the board. ", "date": "2026-05-03T10:00:00+00:00"}
    assert told("rule", values) == "Asked for by jd (3 May 2026): owed to the board."
    assert told("rule", {**values, "date": ""}, "nl") == "Gevraagd door jd: owed to the board."
    for language in LANGUAGES:
        for side in ("organization", "partner"):
            assert not re.search("jd|board|2026", told("rule", values, language, side))


def test_a_newcomer_hears_who_knows_the_theme_of_its_first_project(told: Told) -> None:
    assert [told("newcomer-theme", VALUES["newcomer-theme"], "en", side) for side in SIDES] == [
        "Thor Park has 4 projects on the theme of Alstom’s first one: energy.",
        "Thor Park has 4 projects on the theme of your first one: energy.",
        "You have 4 projects on the theme of Alstom’s first one: energy.",
    ]
    assert told("newcomer-theme", {"topics": ["energy"], "count": 1}, "nl", "organization") == (
        "Thor Park heeft 1 project rond het thema van uw eerste project: energie."
    )


def test_close_in_the_network_counts_partners(told: Told) -> None:
    near = "Thor Park est proche de vous dans le réseau"
    assert [told("close-in-network", {"partners": n}, "fr", "organization") for n in (0, 1, 2)] == [
        f"{near}.",
        f"{near}{N}: un de vos partenaires a déjà travaillé avec les siens.",
        f"{near}{N}: 2 de vos partenaires ont déjà travaillé avec les siens.",
    ]


def test_on_a_page_partners_link_and_their_projects_are_escaped(report: Report) -> None:
    linked = Names(report.subjects, report.topics, "en", (), frozenset({"ugent"}))
    values = {"organizations": ["ugent", "howest"], "projects": ["<i>A</i>", "B&C"], "years": [2019, ""]}
    reason = Reason("shared-partners-projects", {**values, "count": 2}, "", "")
    assert reason_sentence(reason, organization="alstom", partner="thor-park", names=linked) == (
        'Two partners in common: <a href="#o-ugent">UGent</a> (project &lt;i&gt;A&lt;/i&gt;, 2019) '
        "and Howest (project B&amp;C)."
    )
