"""A plan as figures, lists and doubts, and as pages."""

import csv
import re
import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import ecosystem, organization
from tests.language.conftest import REASONS
from tests.language.made_plans import beside, groups, line, lottery, made_plan
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import Measurement
from traitdunion.domain.plan import Plan
from traitdunion.language.catalog import LANGUAGES, MissingWords, has
from traitdunion.language.measurements import caveats
from traitdunion.language.terms import heading
from traitdunion.settings import Settings
from traitdunion.workspace.base import Workspace
from traitdunion.workspace.plan_pages import export, measurement

IDS = ("alstom", "kbc", "a6k", "the-beacon", "thor-park", "ugent", "howest", "becentral", "arenberg")


@pytest.fixture
def small() -> Ecosystem:
    return ecosystem([organization(one) for one in IDS], as_of=date(2026, 2, 28))


@pytest.fixture
def plain() -> Plan:
    return made_plan(
        [
            line(1, "alstom", "the-beacon", reasons=REASONS[:2], broker="LV"),
            line(2, "kbc", "a6k", "bridge", via="thor-park"),
            line(3, "thor-park", "arenberg", "clusters"),
        ]
    )


@pytest.fixture
def full(plain: Plan) -> Plan:
    drawn = lottery(plain.lines[0], line(4, "howest", "becentral", "partner"))
    model = replace(plain.acceptance, answers=61, accepted=20, low=0.314, high=0.486)
    return replace(
        plain,
        lottery=drawn,
        groups=groups(plain.lines[0]),
        compared=beside(18.0, 2.5, introductions=12),
        acceptance=model,
    )


def rows(found: Measurement, key: str) -> list[dict[str, Any]]:
    listing = next(one for one in found.listings if one.key == key)
    names = [column.key for column in listing.columns]
    return [dict(zip(names, row, strict=True)) for row in listing.rows]


def test_figures_are_those_of_the_plan(plain: Plan, small: Ecosystem) -> None:
    found = {one.key: one.value for one in measurement(plain, small).findings}
    assert found == {
        "introductions": 3.0,
        "plan-gain": 20.5,
        "plan-bound": 21.0,
        "share-plan-best": 0.97,  # 20.5 / 21 = 0.976, rounded down
        "plan-tied": 6.2,
        "plan-filled": 1.5,
        "plan-reached": 9.7,
        "plan-weak": 31.0,
    }
    proved = {one.key: one.value for one in measurement(replace(plain, exact=True), small).findings}
    assert proved["share-plan-best"] == 1.0


def test_lists_without_a_row_are_left_out(plain: Plan, full: Plan, small: Ecosystem) -> None:
    assert [one.key for one in measurement(plain, small).listings] == [
        "introductions",
        "plan-beside",
        "plan-acceptance",
        "plan-pairs",
        "plan-brokerage",
        "plan-curve",
        "plan-draws",
    ]
    assert {one.key for one in measurement(full, small).listings} >= {
        "waiting-list",
        "plan-groups",
        "group-introductions",
    }
    nothing = made_plan(
        [],
        gain=0.0,
        bound=0.0,
        curve=(),
        draw_costs=(),
        effects=replace(plain.effects, pairs=(), brokerage=()),
    )
    assert [one.key for one in measurement(nothing, small).listings] == ["introductions"]


def test_introductions_keep_who_makes_them_and_why(plain: Plan, small: Ecosystem) -> None:
    first, second, _ = rows(measurement(plain, small), "introductions")
    assert (first["introduced_by"], first["reasons"]) == ("LV", REASONS[:2])
    assert (second["via"], second["purpose"], second["gain"]) == ("thor-park", "bridge", 1.5)


def test_a_draw_lists_both_sides(full: Plan, small: Ecosystem) -> None:
    now, later = rows(measurement(full, small), "waiting-list")
    assert (now["organization"], now["drawn"], now["propensity"]) == ("alstom", "now", 0.5)
    assert (later["organization"], later["drawn"], later["block"]) == ("howest", "next", 1)


def test_every_other_choice_stands_beside_the_plan(full: Plan, small: Ecosystem) -> None:
    compared = {row["choice"]: row for row in rows(measurement(full, small), "plan-beside")}
    assert list(compared) == ["ours", "random", "top", "random-mix", "top-mix", "list"]
    assert compared["ours"]["difference"] is None
    own = compared["list"]
    assert (own["introductions"], own["difference_low"], own["difference_high"], own["rounds_won"]) == (
        12,
        1.0,
        4.0,
        0.93,
    )


def test_groups_carry_their_lines(full: Plan, small: Ecosystem) -> None:
    found = measurement(full, small)
    one, other = rows(found, "plan-groups")
    assert (one["group_number"], one["languages"], one["radius_km"]) == (1, ("fr",), 31.4)
    assert (other["languages"], other["radius_km"]) == (None, None)
    assert [row["group_number"] for row in rows(found, "group-introductions")] == [1]


def test_doubts_follow_what_is_known(plain: Plan, full: Plan, small: Ecosystem) -> None:
    assert [one.key for one in measurement(plain, small).caveats] == [
        "acceptance-is-a-prior",
        "plan-no-promise",
        "plan-missing-is-modelled",
        "absence-is-not-proof",
    ]
    told = caveats(measurement(full, small), "en")
    assert "61 answers" in told[0]
    assert "from 31 to 49 in a hundred" in told[0]
    assert [one.key for one in measurement(full, small).caveats][-2:] == [
        "plan-waiting",
        "plan-groups-meet-less",
    ]


def test_the_number_of_acceptances_is_that_of_simulated_rounds(small: Ecosystem) -> None:
    chances = [0.1 + 0.005 * number for number in range(100)]
    many = [line(rank, "alstom", "a6k", probability=one) for rank, one in enumerate(chances, start=1)]
    found = next(one for one in measurement(made_plan(many), small).caveats if one.key == "plan-no-promise")
    exact = [1.0]
    for chance in chances:
        exact = [
            (exact[k] * (1 - chance) if k < len(exact) else 0.0) + (exact[k - 1] * chance if k else 0.0)
            for k in range(len(exact) + 1)
        ]
    between = sum(exact[found.values["low"] : found.values["high"] + 1])
    assert 0.88 <= between <= 0.93  # whole numbers cannot hold nine in ten exactly
    certain = made_plan([line(1, "alstom", "a6k", probability=1.0)])
    sure = next(one for one in measurement(certain, small).caveats if one.key == "plan-no-promise")
    assert (sure.values["low"], sure.values["high"]) == (1, 1)


def test_everything_has_words(full: Plan, small: Ecosystem) -> None:
    found = measurement(full, small)
    for language in LANGUAGES:
        assert all(has(f"listing-{one.key}", language) for one in found.listings)
        assert all(has(f"finding-{one.key}", language) for one in found.findings)
        assert all(heading(column.key, language) for one in found.listings for column in one.columns)


def test_pages_are_whole_and_the_same_every_time(full: Plan, small: Ecosystem, tmp_path: Path) -> None:
    workspace = Workspace(Settings(workspace=tmp_path / "w"))
    with warnings.catch_warnings():
        warnings.simplefilter("error", MissingWords)
        pages = export(workspace, small, full, tmp_path / "one")
    again = export(workspace, small, full, tmp_path / "two")
    assert set(pages) == set(LANGUAGES)
    for language, page in pages.items():
        text = page.read_text("utf-8")
        assert page.read_bytes() == again[language].read_bytes()
        assert text.count("<svg") >= 2
        assert "src=" not in text
        assert "{" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    with (tmp_path / "one" / "lists" / "nl" / "introductions.csv").open(encoding="utf-8-sig") as file:
        first, second, _ = csv.DictReader(file, delimiter=";")
    assert first["Voorgesteld door"] == "LV"
    assert second["Winst"] == "1,5"


def test_an_empty_plan_makes_pages_too(small: Ecosystem, tmp_path: Path) -> None:
    nothing = made_plan([], gain=0.0, bound=0.0, parts={}, curve=())
    workspace = Workspace(Settings(workspace=tmp_path / "w"))
    assert export(workspace, small, nothing, tmp_path)["fr"].exists()
