"""The page: whole, self-contained, accessible, safe, and the same every time."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.language.made_plans import beside
from traitdunion.domain.report import Report
from traitdunion.language.catalog import LANGUAGES
from traitdunion.language.reports import render, write_report

VOID = {"meta", "link", "br", "img", "input", "hr", "path", "circle", "rect"}
LINKS = {
    "fr": "report-fr.html",
    "nl": "report-nl.html",
    "en": "report-en.html",
    "lists": "lists/x/{key}.csv",
    "workbook": "lists-x.xlsx",
}
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """A page read tag by tag: every one must be closed by its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes, tuple[str, ...]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.text.append(data)

    def all(self, *names: str) -> list[Attributes]:
        return [attributes for tag, attributes, _ in self.tags if tag in names]


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest, report: Report, outlines: Any) -> Page:
    return Page(render(report, request.param, outlines=outlines, links=LINKS))


def test_every_tag_is_closed(page: Page) -> None:
    assert page.open == []
    assert len(page.tags) > 3000


def test_ids_are_unique_and_every_link_within_the_page_arrives(page: Page) -> None:
    ids = [attributes["id"] for _, attributes, _ in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inside = {
        attributes["href"] for attributes in page.all("a") if (attributes["href"] or "").startswith("#")
    }
    assert len(inside) > 50
    assert {(one or "")[1:] for one in inside} <= set(ids)
    named = [
        attributes[name]
        for name in ("aria-labelledby", "aria-describedby")
        for _, attributes, _ in page.tags
        if name in attributes
    ]
    assert {one for names in named for one in (names or "").split()} <= set(ids)


def test_nothing_is_asked_from_outside(page: Page) -> None:
    assert [
        attributes for attributes in page.all("script", "img", "iframe", "object", "embed") if attributes
    ] == []
    assert [attributes["href"] for attributes in page.all("link")] == ["data:,"]
    assert not [
        attributes for _, attributes, _ in page.tags if any(name.startswith("on") for name in attributes)
    ]
    policy = [attributes["content"] for attributes in page.all("meta") if "http-equiv" in attributes]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_the_style_asks_for_nothing(report: Report) -> None:
    assert not re.search(r"url\(|@import", render(report, "en"))


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_language_and_skip_link(page: Page) -> None:
    assert page.all("html")[0]["lang"] in LANGUAGES
    assert [len(page.all(name)) for name in ("main", "header", "footer")] == [1, 1, 1]
    assert all(attributes.get("aria-label") for attributes in page.all("nav"))
    assert page.all("a")[0]["href"] == "#main"


def test_every_table_has_a_caption_scopes_and_a_region_the_keyboard_reaches(page: Page) -> None:
    tables = page.all("table")
    assert len(tables) > 30
    assert len(page.all("caption")) == len(tables)
    assert {attributes.get("scope") for attributes in page.all("th")} == {"row", "col"}
    regions = [attributes for attributes in page.all("div") if attributes.get("class") == "scroll"]
    assert len(regions) == len(tables)
    assert all(
        one["tabindex"] == "0" and one["role"] == "region" and one["aria-labelledby"] for one in regions
    )


def test_every_drawing_has_a_name_or_is_decoration(page: Page) -> None:
    drawings = page.all("svg")
    assert len(drawings) > 20
    named = [one for one in drawings if one.get("role") == "img" and one.get("aria-labelledby")]
    assert len(named) == 1
    assert all(one.get("aria-hidden") == "true" for one in drawings if one not in named)


def test_no_key_and_no_hole_shows(page: Page) -> None:
    text = " ".join(page.text)
    assert not re.search(r"\b(None|nan|Undefined)\b|\{ ?\$|\{\?\?\?", text)
    assert not re.search(r"\b(section|caveat|term|label|plan|line|profile)-[a-z]+(-[a-z]+)+", text)


def test_a_state_is_told_by_a_word_and_a_sign(report: Report) -> None:
    text = render(report, "en")
    for sign, word in (("▼", "below expectation"), ("▲", "above expectation"), ("○", "not certain")):
        assert f'aria-hidden="true">{sign}</span>{word}' in text


def test_names_cannot_break_the_page(hostile: Report, report: Report, outlines: Any) -> None:
    text = render(hostile, "en", outlines=outlines, links=LINKS)
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert 'href="javascript:' not in text
    clean = Page(render(report, "en", outlines=outlines, links=LINKS))
    assert [tag for tag, _, _ in Page(text).tags if tag != "a"] == [
        tag for tag, _, _ in clean.tags if tag != "a"
    ]


def test_what_a_person_must_know_is_said(report: Report) -> None:
    text = render(report, "fr")
    assert "Situation au 30 juin 2026" in text
    assert "1er février 2026" in text
    assert "abababababababab" in text
    assert "2,5 fois ce qu’apporterait un tirage au hasard" in text


def test_a_plan_no_better_than_nothing_is_not_compared_with_it(report: Report) -> None:
    chance = replace(report, plan=replace(report.plan, random=beside(0.0, 0.0)))
    assert "The plan proposes 30 introductions.</p>" in render(chance, "en")


def test_an_empty_report_is_still_a_page(report: Report) -> None:
    bare = replace(
        report,
        plan=replace(report.plan, lines=()),
        points=(),
        named=(),
        matrix={},
        profiles=(),
        listings=(),
        counts={**report.counts, "members": 0},
    )
    page = Page(render(bare, "nl"))
    assert page.open == []
    assert "languages" not in {attributes.get("class") for attributes in page.all("ul")}


def test_the_other_languages_and_the_lists_are_one_link_away(report: Report, tmp_path: Path) -> None:
    pages = write_report(report, tmp_path)
    assert {language: path.name for language, path in pages.items()} == {
        language: f"report-{language}.html" for language in LANGUAGES
    }
    for language, path in pages.items():
        links = [attributes["href"] or "" for attributes in Page(path.read_text("utf-8")).all("a")]
        local = {link for link in links if not link.startswith(("#", "http"))}
        assert len(local) == len(report.listings) + 4
        assert all((tmp_path / link).is_file() for link in local), language


def test_the_same_report_is_the_same_bytes(report: Report, outlines: Any, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_report(report, tmp_path / name, outlines=outlines)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert len(files) == 3 * (2 + len(report.listings))
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files
    )
