from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.workspace.finding import Hit, Index, find, folded

TOPICS = {"hydrogen": {"en": "hydrogen", "fr": "hydrogène", "nl": "waterstof"}}


def row(id: str, name: str | None, **known: Any) -> dict[str, Any]:
    return {"id": id, "name": name, "kind": "company", **known}


ROWS = [
    row("solvay", "Solvay", number="0403091220", vat="BE0403091220", city="Brussels", aliases=["Syensqo"]),
    row("solvan", "Solvan", number="0403170701", municipality_fr="Liège", municipality_nl="Luik"),
    row("mecha", "Mechatronic Valley", ror="05f950310", pic="999992401", topics=["hydrogen"]),
    row("valley", "Bio Valley Gent", kind="cluster"),
    row("gent", "Gent Innovation", city="Leuven"),
    row("gentec", "Gentec", city="Gent"),
    row("haven", "Haven van Gent"),
    row("tech", "Techno", aliases=["Gent"]),
    row("dots", "U.C.B. Ltd", lei="5493008H3828EMEXB082"),
    row("b-park", "Science Park", kind="cluster"),
    row("a-park", "Science Park"),
    row("mute", "!!!", number="0202239951"),
    row("unnamed", None),
]
INDEX = Index.of(ROWS, TOPICS, {"haven": ("Zeebrugge",)})


def ids(text: str, limit: int = 20) -> list[str]:
    return [hit.id for hit in find(INDEX, text, limit=limit)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("solvay", "solvay"),
        ("SOLVÁY", "solvay"),
        ("solv ay", "solvay"),
        ("ucb", "dots"),
        ("u.c.b.", "dots"),
        ("valley bio", "valley"),
        ("mecha", "mecha"),
        ("tronic", "mecha"),
        ("mechatronci", "mecha"),  # two letters changed places
        ("mechatrnik", "mecha"),  # two typing errors
        ("solvau", "solvan"),  # one from both; the name decides
        ("syensquo", "solvay"),
        ("0403.170.701", "solvan"),
        ("403170701", "solvan"),  # without its leading zero, as a spreadsheet keeps it
        ("BE 0403.091.220", "solvay"),
        ("BTW BE0403.091.220", "solvay"),
        ("TVA 0403 091 220", "solvay"),
        ("be0403091220", "solvay"),
        ("https://ror.org/05f950310", "mecha"),
        ("05F950310", "mecha"),
        ("PIC 999992401", "mecha"),
        ("5493008h3828emexb082", "dots"),
        ("0202.239.951", "mute"),
        ("liege", "solvan"),
        ("Luik", "solvan"),
        ("zeebruge", "haven"),
        ("waterstof", "mecha"),
        ("Hydrogène", "mecha"),
        ("unnamed", "unnamed"),
        ("solvay brussels", "solvay"),
    ],
)
def test_it_is_found(text: str, first: str) -> None:
    assert ids(text)[0] == first


def test_what_matched_is_told_as_it_is_written() -> None:
    told = {
        text: (hit.matched, hit.kind)
        for text in ("solvay", "syensqo", "be 0403", "luik", "waterstof")
        for hit in find(INDEX, text, limit=1)
    }
    assert told["solvay"] == ("Solvay", "name")
    assert told["syensqo"] == ("Syensqo", "alias")
    assert told["luik"] == ("Luik", "place")
    assert told["waterstof"] == ("waterstof", "topic")
    assert [(hit.matched, hit.kind) for hit in find(INDEX, "0403091")] == [("0403091220", "identifier")]


def test_the_same_comes_before_the_begun_the_begun_before_the_inner_and_all_before_the_mistyped() -> None:
    assert ids("gent")[:4] == ["tech", "gent", "valley", "haven"]  # whole, begun, a word of it, of a company
    assert ids("gent").index("haven") < ids("gent").index("gentec")
    exact, mistyped = find(INDEX, "solvay")
    assert (exact.id, exact.score, mistyped.id) == ("solvay", 100.0, "solvan")
    assert mistyped.score <= 50.0


def test_clusters_come_before_others_among_equals_then_the_name_then_the_id() -> None:
    assert ids("science park") == ["b-park", "a-park"]
    assert ids("science") == ["b-park", "a-park"]
    assert ids("sceince park") == ["b-park", "a-park"]
    same = Index.of([row("b", "Acme"), row("a", "Acme"), row("c", "ACME")], {})
    assert [hit.id for hit in find(same, "acme")] == ["a", "b", "c"]


def test_every_word_must_be_there() -> None:
    assert ids("valley hydrogen") == ["mecha"]
    assert ids("valley solvay") == []


@pytest.mark.parametrize("text", ["xyzzyx", "99", "", "   ", "...", "xy"])
def test_nothing_is_found_where_nothing_is_alike(text: str) -> None:
    assert ids(text) == []


def test_short_words_and_numbers_are_not_guessed() -> None:
    assert ids("ubc") == []
    assert ids("0403.170.702") == []


@pytest.mark.parametrize("limit", [-1, 0, 1, 3, 1000])
def test_no_more_than_the_limit(limit: int) -> None:
    assert ids("gent", limit) == ids("gent")[: max(limit, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "gent " * 2_000,
        "\x00\x1b[31m\r\n",
        "👩‍👩‍👧‍👦" * 2_000,
        "\ud800\udfff",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        ".*+?[](){}^$|\\",
        "ﷺ" * 3_000,
        "İıſßﬁ",
        "²³¼",
        "a\u0300" * 5_000,
    ],
)
def test_a_hostile_text_has_an_answer(text: str) -> None:
    assert all(isinstance(hit, Hit) for hit in find(INDEX, text))


@given(st.text(max_size=40))
def test_any_text_has_one_answer(text: str) -> None:
    found = find(INDEX, text)
    assert found == find(INDEX, text)
    assert all(0 < hit.score <= 100 for hit in found)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert len({hit.id for hit in found}) == len(found)


@given(st.lists(st.text(max_size=12), max_size=8), st.data())
def test_every_name_that_says_anything_finds_itself_among_the_best(
    names: list[str], data: st.DataObject
) -> None:
    rows = [row(f"x{place}", name) for place, name in enumerate(names)]
    index = Index.of(data.draw(st.permutations(rows)), {})
    assert index.ids == Index.of(rows, {}).ids
    for place, name in enumerate(names):
        if folded(name):
            best = [hit.id for hit in find(index, name, limit=100) if hit.score == 100.0]
            assert f"x{place}" in best
            assert best == [hit.id for hit in find(index, folded(name), limit=100)][: len(best)]


@given(st.text(alphabet="abcdefghij", min_size=8, max_size=12), st.data())
def test_two_typing_errors_in_a_long_word_are_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    index = Index.of([row("it", f"Acme {word} Works")], {})
    for mistyped in (
        word[:at] + word[at + 1 :],
        word[:at] + "z" + word[at:],
        word[:at] + "z" + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ):
        assert [hit.id for hit in find(index, f"acme {mistyped}")] == ["it"]


def test_nothing_at_all_can_be_searched() -> None:
    assert find(Index.of([], {}), "solvay") == ()
    assert find(Index.of([row("mute", "!!!")], {}), "solvay") == ()
    assert find(Index.of([row("mute", "!!!")], {}), "!!!") == ()
