"""Measurements as pages, lines and files: missing words warn, and a warning fails a test."""

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import traitdunion as td
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.measurement import MEASURES, Caveat, Finding, Measurement
from traitdunion.language import locations, measurements
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.names import Names
from traitdunion.registers.boundaries import outlines

VOID = {"meta", "link", "br", "img", "input", "hr", "path", "circle", "rect", "line"}


class Balanced(HTMLParser):
    """Tags that are opened are closed, in order; ids are not given twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self.open.pop() == tag


@pytest.fixture(scope="module")
def measured(example: Ecosystem, example_audit: Audit) -> dict[str, Measurement]:
    return {
        what: td.measure(example, what, audit=example_audit, broker=("agoria", "sirris"), draws=49)
        for what in MEASURES
    }


@pytest.fixture(scope="module")
def located(example: Ecosystem) -> td.Location:
    return td.locate(example, "life-sciences", draws=49)


@pytest.fixture(scope="module")
def names(example: Ecosystem) -> dict[str, Names]:
    return {language: Names.within(example, language) for language in LANGUAGES}


@pytest.mark.parametrize("what", MEASURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measurement_is_a_sound_page(
    measured: dict[str, Measurement], names: dict[str, Names], what: str, language: str
) -> None:
    text = measurements.render(measured[what], names[language])
    page = Balanced()
    page.feed(text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert f'<html lang="{language}">' in text
    assert text.count("<table>") >= 1
    assert not re.search(
        r"\b(?:caveat|finding|label|measure|term|parameter)-[a-z]+-?[a-z]*\b(?![=\"])", _words(text)
    )


def _words(text: str) -> str:
    """What a person reads: neither tags nor the style."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("what", MEASURES)
def test_a_terminal_shows_figures_rows_and_doubts(
    measured: dict[str, Measurement], names: dict[str, Names], what: str
) -> None:
    said = list(measurements.lines(measured[what], names["en"], top=3))
    tables = [one for one in said if not isinstance(one, str)]
    assert [one.row_count for one in tables] == [3]
    assert len(tables[0].columns) <= 7
    assert f"The first 3 of {len(measured[what].listings[0].rows):,} rows." in said
    assert sum(line.startswith("  – ") for line in said if isinstance(line, str)) == len(
        measured[what].caveats
    )


def test_a_located_activity_has_its_map_its_curve_and_their_table_twins(
    located: td.Location, names: dict[str, Names], tmp_path: Path
) -> None:
    pages = locations.write(located, tmp_path, names=names, outlines=outlines())
    for language, path in pages.items():
        text = path.read_text("utf-8")
        page = Balanced()
        page.feed(text)
        assert page.open == []
        assert text.count('role="img"') == 2
        assert text.count('class="pin"') == len(located.agglomerations) > 0
        assert 10 < text.count('class="m-tied"') < text.count('class="m-other"'), (
            "most are of another activity"
        )
        for listing in located.measurement.listings:
            written = (tmp_path / "lists" / language / f"{listing.key}.csv").read_text("utf-8-sig")
            rows = list(csv.reader(written.splitlines()))
            assert len(rows) == len(listing.rows) + 1
        assert (tmp_path / f"locate-{language}.xlsx").stat().st_size > 5_000
    assert "sciences de la vie" in pages["fr"].read_text("utf-8")
    assert "Gand" in pages["fr"].read_text("utf-8")
    assert "levenswetenschappen" in pages["nl"].read_text("utf-8")


def test_pages_are_the_same_bytes_when_written_again(
    located: td.Location, names: dict[str, Names], tmp_path: Path
) -> None:
    first = locations.write(located, tmp_path / "a", names=names)
    second = locations.write(located, tmp_path / "b", names=names)
    assert [path.read_bytes() for path in first.values()] == [path.read_bytes() for path in second.values()]


def test_shares_are_percentages_and_what_is_not_known_is_said(names: dict[str, Names]) -> None:
    made = Measurement(
        name="constraint",
        findings=(Finding("share-inside", 0.25), Finding("components", None)),
        listings=(),
        caveats=(Caveat("one-town", {"share": 0.6, "town": "Gent"}),),
        parameters={},
        as_of="2026-01-01",
        ecosystem="0" * 64,
        seed=1,
        version="0",
    )
    text = measurements.render(made, names["fr"])
    assert "25\u00a0%" in text
    assert "60\u00a0% de l’activité se trouve dans une seule ville (Gand)" in text
    assert f"<dd>{say('not-known', 'fr')}</dd>" in text
