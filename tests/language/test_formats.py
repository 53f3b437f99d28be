"""Numbers, dates and names as readers in Belgium write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.language import formats


@pytest.mark.parametrize(
    ("text", "french", "dutch", "english"),
    [
        ("2019", "2019", "2019", "2019"),
        ("2019-05", "mai 2019", "mei 2019", "May 2019"),
        ("2019-05-03", "3 mai 2019", "3 mei 2019", "3 May 2019"),
        ("2019-08-01", "1er août 2019", "1 augustus 2019", "1 August 2019"),
        ("c. 2019", "c. 2019", "c. 2019", "c. 2019"),
        ("2019-13", "2019-13", "2019-13", "2019-13"),
    ],
)
def test_partial_dates(text: str, french: str, dutch: str, english: str) -> None:
    assert [formats.date_text(text, language) for language in ("fr", "nl", "en")] == [french, dutch, english]


def test_a_day_is_written_out() -> None:
    assert formats.date_text(date(2026, 6, 30), "nl") == "30 juni 2026"


def test_numbers() -> None:
    assert [formats.number(12345.67, one, digits=1) for one in ("fr", "nl", "en")] == [
        "12\u202f345,7",
        "12.345,7",
        "12,345.7",
    ]
    assert [formats.percent(0.123, one) for one in ("fr", "nl", "en")] == ["12\u00a0%", "12%", "12%"]
    assert formats.interval(0.05, 1.96, "fr") == "0,0–2,0"
    assert [formats.distance(km, "en") for km in (0.44, 9.96, 10.4)] == [
        "0.4\u00a0km",
        "10.0\u00a0km",
        "10\u00a0km",
    ]


def test_lists_end_with_and() -> None:
    assert [formats.joined(["A", "B", "C"], one) for one in ("fr", "nl", "en")] == [
        "A, B et C",
        "A, B en C",
        "A, B and C",
    ]


@given(st.lists(st.sampled_from(["Élan", "elan", "Zaventem", "abeille", "Œuvre", "Łódź"]), max_size=6))
def test_sorting_depends_on_the_names_alone(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=formats.sort_key) == sorted(backwards, key=formats.sort_key)


def test_accents_and_capitals_do_not_count() -> None:
    assert sorted(["Zaventem", "élan", "Étoile", "abeille"], key=formats.sort_key) == [
        "abeille",
        "élan",
        "Étoile",
        "Zaventem",
    ]
