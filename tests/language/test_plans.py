"""A plan said on a terminal, in every language."""

import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from rich.console import Console
from rich.table import Table

from tests.language.conftest import REASONS
from tests.language.made_plans import PAIR, beside, groups, line, lottery, made_plan
from traitdunion.domain.plan import (
    AcceptanceModel,
    Effects,
    Interval,
    Plan,
    Structure,
    what_if,
)
from traitdunion.language import plans
from traitdunion.language.backtest_drawings import bars_svg
from traitdunion.language.catalog import LANGUAGES, MissingWords
from traitdunion.language.names import Names
from traitdunion.language.plan_drawings import chosen, curve_svg, drawings
from traitdunion.language.what_if import lines as side_by_side

Speak = Callable[[str], Names]


@pytest.fixture(autouse=True)
def nothing_missing() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error", MissingWords)
        yield


@pytest.fixture
def made() -> Plan:
    lines = [
        line(1, "alstom", "the-beacon", "join", reasons=REASONS),
        line(2, "kbc", "a6k", "bridge", via="thor-park", reasons=REASONS[:1], broker="LV", pinned=True),
        line(3, "ugent", "howest", "partner"),
        line(4, "thor-park", "arenberg", "clusters"),
    ]
    return made_plan(lines, compared=beside(22.0, -1.5, spread=0.5))


def said(found: Any) -> str:
    console = Console(width=200, file=StringIO())
    for one in found:
        console.print(one, markup=False, highlight=False) if not isinstance(one, Table) else console.print(
            one
        )
    return console.file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_with_everything_is_said_in_every_language(made: Plan, names: Speak, language: str) -> None:
    full = replace(
        made, lottery=lottery(made.lines[0], line(5, "howest", "becentral")), groups=groups(made.lines[1])
    )
    text = said(plans.lines(full, names(language)))
    assert "Thor Park" in text
    assert not re.search(r"\b(plan|line|term|label|finding)-[a-z]+", text)
    assert "{" not in text
    if language == "fr":
        assert not re.search(r" [:;?!»]|'", text)


def test_a_plan_in_english_says_what_a_manager_asks(made: Plan, names: Speak) -> None:
    text = said(plans.lines(made, names("en")))
    assert text.startswith("4 introductions, ")
    assert "Expected gain 20.5: at least 97% of the best possible" in text  # 20.5 of 21: 97.6 %, rounded down
    assert "first known tie: 6.2 (gain 12.0)" in text
    assert "come about: 1.5 (gain 6.0)" in text  # four missing, two and a half still
    assert "within two steps of a cluster: 9.7 (gain 1.5)" in text
    table = [re.split(r"\s{2,}", row.strip()) for row in text.splitlines()]
    assert ["Drawn at random", "8.2 (6.9–9.5)", "12.3 (10.8 to 13.8)", "better"] in table
    assert [
        "Best scores, in order",
        "19.4 (18.1–20.7)",
        "1.1 (-0.4 to 2.6)",
        "not shown to be better",
    ] in table
    assert ["Your own list", "22.0 (20.7–23.3)", "-1.5 (-2.0 to -1.0)", "worse"] in table
    assert ["Maximum no plan can exceed", "21.0"] in table
    assert "This is an assumption" in text
    assert "half as high: 26 of 4; if it were twice as high: 24" in text
    assert "A bridge between Thor Park and" in text
    assert "probability 40%, gain 1.50; introduced by LV" in text
    assert "You asked for it" in text
    assert "falls by 2.5%" in text
    assert "7 pairs of organizations" in text
    assert "those that hang on one organization go from 34 to 31" in text
    assert "2 pairs of clusters get their first contact" in text


def test_two_reasons_a_line_and_no_more_lines_than_asked(made: Plan, names: Speak) -> None:
    text = said(plans.lines(made, names("en"), top=1))
    told = plans.reasons_of(made.lines[0], names("en"))
    assert [reason in text for reason in told] == [True, True, False, False, False]
    assert "Arenberg" not in text
    assert "The first 1 of 4 rows." in text


def test_the_best_possible_is_said_only_when_proved(made: Plan) -> None:
    assert "the best possible within the limits, and proved" in plans.worth(replace(made, exact=True), "en")
    assert "at least 99% of" in plans.worth(replace(made, gain=20.999), "en")
    assert "proved" in plans.worth(replace(made, gain=21.0), "en")


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(1.0, 0.001, 2.0), "better"),
        (Interval(1.0, 0.0, 2.0), "not-shown"),
        (Interval(-1.0, -2.0, 0.0), "not-shown"),
        (Interval(-1.0, -2.0, -0.001), "worse"),
    ],
)
def test_a_range_that_touches_zero_shows_nothing(interval: Interval, expected: str) -> None:
    assert plans.verdict(interval) == expected


def test_a_difference_shown_is_never_written_as_none(made: Plan) -> None:
    small = replace(made.random, difference=Interval(0.5, 0.004, 1.0))
    assert plans.comparisons(replace(made, random=small), "en")["random"] == (
        "0.500 (0.004 to 1.000)",
        "better",
    )


def test_learned_acceptance_names_its_answers(made: Plan) -> None:
    model = replace(made.acceptance, answers=61, accepted=20, low=0.31, high=0.49)
    text = plans.acceptance(replace(made, acceptance=model), "en")[0]
    assert "40% of these introductions are expected to be accepted (from 31% to 49%)" in text
    assert "61 answers, 20 of them yes" in text


def test_the_waiting_list_names_who_waits_and_what_it_costs(made: Plan, names: Speak) -> None:
    drawn = replace(made, lottery=lottery(made.lines[0], line(5, "howest", "becentral")))
    text = said(plans.lines(drawn, names("en")))
    assert "1 now, 1 next round. Drawing gives up 0.31 of the expected gain (from 0.12 to 0.52)" in text
    assert "2 were to be decided by lot; only 1 could" in text
    assert re.search(r"– .* → BeCentral: had a chance of 50%", text)
    assert plans.lottery(made, "en") == []


def test_groups_name_their_members_language_and_reach(made: Plan, names: Speak) -> None:
    text = said(plans.groups(groups(), names("en")))
    assert "2 groups of 2 to 10 organizations" in text
    assert "at least 89% of the best possible" in text  # 3.5 of 3.9
    assert "3 groups were asked for; the limits leave no more than 2." in text
    assert "(gain 2.4); common language: French; nobody farther than 31\u00a0km from the middle" in text
    assert re.search(r"\(gain 1\.1\)$", text, re.MULTILINE)


def test_a_network_too_large_to_sum_is_not_given_a_share(made: Plan) -> None:
    bare = replace(made, structure=Structure(None, 12.0, 0), effects=Effects({}, (), (), (34, 31)))
    assert plans.network(bare, "en") == [
        "Of the pairs of clusters in contact today, those that hang on one organization go from 34 to 31."
    ]


def test_an_empty_plan_is_said_and_drawn_as_nothing(names: Speak) -> None:
    nothing = made_plan([], gain=0.0, bound=0.0, parts={}, curve=())
    assert said(plans.lines(nothing, names("en"))) == "No introduction is proposed: the limits leave none.\n"
    assert drawings(nothing, "en") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_if_sets_two_plans_side_by_side(made: Plan, names: Speak, language: str) -> None:
    changed = replace(
        made,
        lines=(*made.lines[1:], line(4, "howest", "becentral")),
        gain=19.0,
        effects=Effects({"newly_tied": 5.0, "reached": 9.7}, ({**PAIR, "still_missing": 3.5},), (), (34, 32)),
    )
    text = said(side_by_side(what_if(made, changed), names(language)))
    assert not re.search(r"\b(plan|term|label|finding)-[a-z]+", text)
    rows = [re.split(r"\s{2,}", row.strip()) for row in text.splitlines()]
    figures = [row[-2:] for row in rows if len(row) == 3 and row[-1][0].isdigit()]
    assert figures == [
        ["4", "4"],
        [formatted(20.5, language), formatted(19.0, language)],
        ["97\u00a0%", "90\u00a0%"] if language == "fr" else ["97%", "90%"],
        [formatted(6.2, language), formatted(5.0, language)],
        [formatted(1.5, language), formatted(0.5, language)],
        [formatted(9.7, language), formatted(9.7, language)],
        ["31", "32"],
        [formatted(2.5, language), formatted(3.5, language)],
        [formatted(1.75, language), formatted(1.25, language)],  # no longer touched: as it was before
    ]
    assert re.search(r"− .* → The Beacon", text)
    assert re.search(r"\+ .* → BeCentral", text)


def formatted(value: float, language: str) -> str:
    return f"{value}" if language == "en" else f"{value}".replace(".", ",")


def test_what_if_of_the_same_plan_says_so(made: Plan, names: Speak) -> None:
    text = said(side_by_side(what_if(made, made), names("en")))
    assert "The same introductions as before." in text
    assert "still missing, where" not in text


def test_the_curve_lies_under_its_maximum_and_marks_the_budget(made: Plan) -> None:
    svg = curve_svg(made.curve, chosen(made), labels=("x", "y", "all"), language="en")
    bound, gain = (
        [float(pair.split()[1]) for pair in re.search(pattern, svg)[1].split("L")]
        for pattern in (r'class="same" fill="none" d="M([^"]+)"', r'class="curve" d="M([^"]+)"')
    )
    assert len(bound) == len(gain) == 4  # three budgets and nothing at all
    assert all(above <= below for above, below in zip(bound, gain, strict=True))
    assert gain == sorted(gain, reverse=True)
    assert "4 → 20.5" in svg
    assert 'aria-label="all"' in svg


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawings_have_titles_and_name_every_choice(made: Plan, language: str) -> None:
    curve, bars = drawings(made, language)
    assert curve["title"] != bars["title"]
    assert bars["svg"].count("<rect") == 6
    assert bars["svg"].count('class="whisker"') == 6
    assert bars["svg"] != bars_svg([], label=bars["title"])


def test_names_are_escaped_in_groups_and_lines(made: Plan, hostile: Any) -> None:
    text = said(plans.lines(made, Names.of(hostile, "en")))
    assert "<script>alert(1)</script>" in text  # a terminal knows no markup


def test_acceptance_of_one_answer_is_one_answer() -> None:
    model = AcceptanceModel(
        1, 1, 0.5, 0.2, 0.8, {}, made_plan([]).acceptance.half, made_plan([]).acceptance.double
    )
    one = made_plan([line(1, "alstom", "a6k")], acceptance=model)
    assert "1 antwoord," in plans.acceptance(one, "nl")[0]
