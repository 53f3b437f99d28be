import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.domain.recommendation import Reason
from traitdunion.domain.report import Column, Listing, Report, Subject
from traitdunion.errors import InputError
from traitdunion.language import tables
from traitdunion.language.catalog import say
from traitdunion.language.cells import cell_text, rows_of
from traitdunion.language.names import Names

COLUMNS = (
    Column("organization", "organization"),
    Column("region", "term"),
    Column("kinds", "term"),
    Column("sector", "activity"),
    Column("count", "integer"),
    Column("share", "share"),
    Column("since", "partial-date"),
    Column("note", "text"),
)
IDS = ("a6k", "thor-park", "étoile", "zaventem")
SUBJECTS = {
    one: Subject(one.title(), "cluster", "Gent", "Flanders", {}, "", (), "", "stated") for one in IDS[:3]
}
NAMES = Names(SUBJECTS, {}, "fr")

ROWS = st.tuples(
    st.sampled_from(IDS) | st.none(),
    st.sampled_from(["Flanders", "Wallonia", "Brussels", "", "own word"]) | st.none() | st.booleans(),
    st.lists(st.sampled_from(["hub", "network", None]), max_size=3),
    st.sampled_from(["nace-rev2:2841", "nace-rev2:28", "no code"]) | st.none(),
    st.integers(-5, 5) | st.none(),
    st.floats(-1, 1) | st.just(math.nan) | st.none(),
    st.sampled_from(["2019", "2019-05", "2019-05-03", "2021", ""]) | st.none(),
    st.text(max_size=5) | st.none(),
)
LISTINGS = st.lists(ROWS, max_size=25).map(lambda rows: Listing("members", COLUMNS, tuple(rows)))


def listing(kind: str, *cells: Any) -> Listing:
    return Listing("members", (Column("x", kind), Column("place", "integer")), tuple(zip(cells, range(99))))  # type: ignore[arg-type]  # noqa: B905


def order(found: Listing) -> list[int]:
    return [row[1] for row in found.rows]


def same(one: Listing, other: Listing) -> bool:
    """Tell whether two listings hold the very same rows: not a number is not equal to itself."""
    return [id(row) for row in one.rows] == [id(row) for row in other.rows]


@given(LISTINGS)
def test_narrowing_to_a_value_leaves_as_many_rows_as_its_facet_counts(given_: Listing) -> None:
    for key, found in tables.facets(given_, NAMES).items():
        for value, label, count in found:
            assert label
            assert len(tables.chosen(given_, NAMES, where={key: [value]}).rows) == count > 0
        everything = tables.chosen(given_, NAMES, where={key: [value for value, _, _ in found]})
        assert same(everything, given_)


@given(LISTINGS)
def test_facets_are_of_words_and_names_alone_and_the_unknown_comes_last(given_: Listing) -> None:
    found = tables.facets(given_, NAMES)
    assert found.keys() <= {"organization", "region", "kinds", "sector"}
    for values in found.values():
        known = [count for value, _, count in values if value]
        assert known == sorted(known, reverse=True)
        assert "" not in [value for value, _, _ in values[:-1]]
        assert len(values) == len({value for value, _, _ in values})


def test_a_column_of_too_many_values_is_no_facet_but_can_be_narrowed_to_one() -> None:
    for many, facet in ((40, {"x"}), (41, set())):
        wide = listing("term", *(f"word {number}" for number in range(many)))
        assert tables.facets(wide, NAMES).keys() == facet
        assert order(tables.chosen(wide, NAMES, where={"x": ["word 7", "word 3"]})) == [3, 7]


def test_a_facet_is_labelled_as_it_is_read_and_without_a_link() -> None:
    linked = Names(SUBJECTS, {}, "fr", anchors=frozenset(IDS))
    found = tables.facets(listing("organization", "a6k", "a6k", None), linked)["x"]
    assert found == [("a6k", "A6K", 2), ("", say("not-known", "fr"), 1)]
    label = tables.facets(listing("activity", "nace-rev2:2841"), NAMES)["x"][0][1]
    assert label.startswith("28.41 ")
    assert [value for value, _, _ in tables.facets(listing("term", True, False, True), NAMES)["x"]] == [
        "true",
        "false",
    ]


def test_values_of_one_column_widen_and_columns_narrow() -> None:
    rows = (("a6k", "Flanders"), ("a6k", "Wallonia"), ("thor-park", "Flanders"))
    both = Listing("members", (Column("organization", "organization"), Column("region", "term")), rows)
    regions = {"region": ["Flanders", "Wallonia"]}
    assert tables.chosen(both, NAMES, where=regions).rows == rows
    assert tables.chosen(both, NAMES, where={**regions, "organization": ["a6k"]}).rows == rows[:2]
    assert tables.chosen(both, NAMES, where={"region": []}).rows == rows


@pytest.mark.parametrize(
    ("asked", "option", "value"),
    [
        ({"where": {"colour": ["red"]}}, "filter", "colour"),
        ({"where": {"place": ["1"]}}, "filter", "place"),  # a number is not narrowed to
        ({"where": {"x": ["Utopia"]}}, "x", "Utopia"),
        ({"sort": "colour"}, "sort", "colour"),
        ({"sort": "--x"}, "sort", "--x"),
        ({"sort": "-"}, "sort", "-"),
    ],
)
def test_what_a_list_does_not_have_is_refused(asked: Any, option: str, value: str) -> None:
    with pytest.raises(InputError) as refused:
        tables.chosen(listing("term", "Flanders", None), NAMES, **asked)
    assert refused.value.key == "option-choice"
    assert (refused.value.values["option"], refused.value.values["value"]) == (option, value)


@given(LISTINGS, st.sampled_from([column.key for column in COLUMNS]))
def test_sorting_is_a_stable_permutation_with_the_unknown_last_both_ways(given_: Listing, key: str) -> None:
    column = next(column for column in COLUMNS if column.key == key)
    for sort in (key, f"-{key}"):
        found = tables.chosen(given_, NAMES, sort=sort)
        assert sorted(id(row) for row in found.rows) == sorted(id(row) for row in given_.rows)
        said = [cell_text(column, row, NAMES) for row in rows_of(found)]
        assert [bool(text) for text in said] == sorted((bool(text) for text in said), reverse=True)
        assert same(tables.chosen(found, NAMES, sort=sort), found)


@pytest.mark.parametrize(
    ("kind", "cells", "rising"),
    [
        ("integer", (10, 9, None, -1), [3, 1, 0, 2]),
        ("decimal", (math.nan, 0.5, -math.inf, 0.25), [2, 3, 1, 0]),
        ("partial-date", ("2021", "2019-05", None, "2019", "2019-05-03"), [3, 1, 4, 0, 2]),
        ("text", ("zoo", "Élan", "eland", "", "abeille"), [4, 1, 2, 0, 3]),
        ("organization", ("thor-park", "étoile", "a6k"), [2, 1, 0]),
    ],
)
def test_what_is_known_is_sorted_by_value_or_as_a_reader_would(
    kind: str, cells: Any, rising: list[int]
) -> None:
    given_ = listing(kind, *cells)
    known = [row for row in rising if cells[row] not in (None, "") and cells[row] == cells[row]]
    unknown = rising[len(known) :]
    assert order(tables.chosen(given_, NAMES, sort="x")) == rising
    assert order(tables.chosen(given_, NAMES, sort="-x")) == known[::-1] + unknown


def test_equals_keep_their_order_both_ways() -> None:
    given_ = listing("integer", 1, 0, 1, 0, 1)
    assert order(tables.chosen(given_, NAMES, sort="x")) == [1, 3, 0, 2, 4]
    assert order(tables.chosen(given_, NAMES, sort="-x")) == [0, 2, 4, 1, 3]


def test_words_are_sorted_in_the_language_read() -> None:
    given_ = listing("term", "Wallonia", "Brussels", "Flanders")
    assert order(tables.chosen(given_, NAMES, sort="x")) == [1, 2, 0]  # Bruxelles, Flandre, Wallonie
    dutch = Names(SUBJECTS, {}, "nl")
    assert order(tables.chosen(given_, dutch, sort="x")) == [1, 2, 0]  # Brussel, Vlaanderen, Wallonië
    assert order(tables.chosen(given_, NAMES, text="flandre")) == [2]
    assert order(tables.chosen(given_, dutch, text="flandre")) == []


@given(LISTINGS, st.text(max_size=6))
def test_a_text_keeps_the_rows_with_each_of_its_words_in_a_cell(given_: Listing, text: str) -> None:
    found = tables.chosen(given_, NAMES, text=text)
    kept = {id(row) for row in found.rows}
    for cells, row in zip(given_.rows, rows_of(given_), strict=True):
        said = [tables.sort_key(cell_text(column, row, NAMES))[0] for column in COLUMNS]
        words = tables.sort_key(text)[0].split()
        assert (id(cells) in kept) == all(any(word in cell for cell in said) for word in words)


def test_accents_and_capitals_do_not_count_and_words_may_stand_in_different_cells() -> None:
    rows = (("étoile", "Flanders"), ("a6k", "Wallonia"))
    both = Listing("members", (Column("organization", "organization"), Column("region", "term")), rows)
    for text in ("ETOILE", "flandre étoile", " toi\tFLA "):
        assert tables.chosen(both, NAMES, text=text).rows == rows[:1]
    assert tables.chosen(both, NAMES, text="etoile wallonie").rows == ()


@pytest.mark.parametrize("text", ["x" * 10_000, "\x00\x1b[2J", "👩‍👩‍👧 " * 3000, "\ud800", "' OR 1=1 --"])
def test_a_hostile_text_has_an_answer(text: str) -> None:
    assert len(tables.chosen(listing("text", "a", "b"), NAMES, text=text).rows) in (0, 2)


def test_a_long_list_of_sentences_is_searched_in_every_language_alike(
    report: Report, names: Callable[[str], Names]
) -> None:
    """What is written once is not mixed up between languages, lists or names."""
    columns = (
        Column("organization", "organization"),
        Column("partner", "organization"),
        Column("reasons", "reasons"),
    )
    ids = sorted(report.subjects)[:300]
    reason = Reason("shared-topics", {"topics": ["energy"], "organizations": 3}, "", "2021", 0.2)
    rows = tuple((one, "a6k", (reason,) if number % 3 == 0 else ()) for number, one in enumerate(ids))
    long = Listing("recommendations", columns, rows)
    for _ in range(2):
        for language, word in (("fr", "énergie"), ("nl", "energie"), ("en", "energy")):
            found = tables.chosen(long, names(language), text=word)
            told = [
                row
                for cells, row in zip(rows, rows_of(long), strict=True)
                if any(
                    tables.sort_key(word)[0] in tables.sort_key(cell_text(column, row, names(language)))[0]
                    for column in columns
                )
            ]
            assert len(found.rows) == len(told) >= 100
    renamed = {one: Subject("Nemo", "", "", "", {}, "", (), "", "") for one in ids}
    assert len(tables.chosen(long, Names(renamed, report.topics, "en"), text="nemo").rows) == 300
    assert tables.chosen(long, names("en"), text="nemo").rows == ()
    rising = tables.chosen(long, names("en"), sort="reasons")
    assert [bool(row[2]) for row in rising.rows] == [True] * 100 + [False] * 200


@given(st.integers(0, 130), st.integers(1, 40))
def test_pages_hold_every_row_once_and_in_order(rows: int, size: int) -> None:
    given_ = listing("integer", *range(99)[: min(rows, 99)])
    first = tables.paged(given_, 1, size)
    pages = [tables.paged(given_, number, size) for number in range(1, first.pages + 1)]
    assert [row for page in pages for row in page.listing.rows] == list(given_.rows)
    assert all(len(page.listing.rows) == size for page in pages[:-1])
    assert len(pages[-1].listing.rows) > 0 or not given_.rows
    assert {page.total for page in pages} == {len(given_.rows)}


@given(st.integers(), st.integers(-3, 60))
def test_any_number_gives_a_page(number: int, size: int) -> None:
    page = tables.paged(listing("integer", 1, 2, 3), number, size)
    assert 1 <= page.number <= page.pages
    assert page.listing.rows
    assert tables.paged(listing("integer"), number, size).listing.rows == ()


def test_nothing_handed_in_is_changed_and_the_columns_stay(report: Report) -> None:
    given_ = next(one for one in report.listings if one.key == "members")
    before = given_.rows
    found = tables.chosen(given_, Names.of(report, "nl"), where={"status": ["tied"]}, sort="-organization")
    assert (given_.rows, found.columns, found.key) == (before, given_.columns, given_.key)
    assert 0 < len(found.rows) < len(before)
