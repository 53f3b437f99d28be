import csv
import json

import pytest
from rapidfuzz import fuzz
from stdnum.eu import nace

from traitdunion.errors import InputError
from traitdunion.registers.activities import (
    LANGUAGES,
    Activity,
    _table,
    activity_label,
    activity_parents,
    parse_activity,
)

VERSIONS = {"2003": "rev1.1", "2008": "rev2", "2025": "rev2.1"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("28.41", "2841"),
        ("2841", "2841"),
        (" 28410 ", "28410"),
        ("28.410", "28410"),
        ("NACE 28.41", "2841"),
        ("NACE-BEL 28.41", "2841"),
        ("nace-rev2:2841", "2841"),
        ("NACE Rev. 2 28.41", "2841"),
        ("NACE-BEL 2008: 28.410", "28410"),
        ("C28.41", "2841"),
        ("C 28.41", "2841"),
        ("C.28.41", "2841"),
        ("C", "C"),
        ("28", "28"),
        ("28.4", "284"),
        ("1.11", "0111"),
        ("01.11", "0111"),
        ("0111", "0111"),
    ],
)
def test_reads_a_code_as_people_write_it(text, code):
    assert parse_activity(text) == Activity("nace", "rev2", code)


@pytest.mark.parametrize(
    ("text", "version", "expected"),
    [
        ("29.42", "rev1.1", "nace-rev1.1:2942"),
        ("29.42", "2003", "nace-rev1.1:2942"),
        ("28.41", "2025", "nace-rev2.1:2841"),
        ("nace-rev2.1:2841", "rev2", "nace-rev2.1:2841"),
        ("NACE Rev.1.1 29.42", "rev2", "nace-rev1.1:2942"),
        ("NACE-BEL 2025 62100", "rev2", "nace-rev2.1:62100"),
    ],
)
def test_a_stated_version_comes_before_the_one_assumed(text, version, expected):
    activity = parse_activity(text, version=version)
    assert str(activity) == expected
    assert parse_activity(str(activity)) == activity


@pytest.mark.parametrize(
    ("text", "version", "key"),
    [
        ("28.99.9", "rev2", "unknown-activity"),
        ("04", "rev2", "unknown-activity"),
        ("62.10", "rev2", "unknown-activity"),
        ("V", "rev2", "unknown-activity"),
        ("D28.41", "rev2", "activity-section"),
        ("machines", "rev2", "activity-format"),
        ("", "rev2", "activity-format"),
        ("NACE", "rev2", "activity-format"),
        ("28.41", "rev3", "unknown-activity-version"),
    ],
)
def test_says_why_it_refuses(text, version, key):
    with pytest.raises(InputError) as caught:
        parse_activity(text, version=version)
    assert caught.value.key == key


def test_parents_climb_to_the_section():
    seven_digits = parse_activity("2822006")
    assert [parent.code for parent in activity_parents(seven_digits)] == ["28220", "2822", "282", "28", "C"]
    assert activity_parents(parse_activity("C")) == ()
    assert seven_digits.division == "28"
    assert parse_activity("C").division is None
    assert [parent.code for parent in activity_parents(parse_activity("DK", version="2003"))] == ["D"]


def test_every_code_of_every_version_reads_back_with_parents_and_labels():
    for key, entry in _table().items():
        year, _ = key.split(":")
        activity = parse_activity(entry["value_dot"], version=year)
        assert (activity.version, activity.code) == (VERSIONS[year], entry["value"])
        assert [parse_activity(str(parent)) for parent in activity_parents(activity)] == list(
            activity_parents(activity)
        )
        assert all(activity_label(activity, language) for language in LANGUAGES)


def test_every_section_has_divisions_and_every_division_a_section():
    for year, version in VERSIONS.items():
        of_year = [entry["value"] for entry in _table().values() if entry["version"] == year]
        divisions = [value for value in of_year if value.isdigit() and len(value) == 2]
        sections = {Activity("nace", version, division).section for division in divisions}
        assert sections == {value for value in of_year if len(value) == 1}


@pytest.mark.parametrize(("version", "revision"), [("rev2", "2.0"), ("rev2.1", "2.1")])
def test_sections_agree_with_stdnum(version, revision):
    divisions = [
        f"{number:02d}" for number in range(100) if nace.is_valid(f"{number:02d}", revision=revision)
    ]
    assert len(divisions) > 80
    for division in divisions:
        expected = nace.info(division, revision=revision)["section"]
        assert Activity("nace", version, division).section == expected, division


@pytest.mark.parametrize(
    ("division", "section"),
    # Where sections meet in NACE Rev. 1.1: fishing and mining, mining and manufacturing, and so on.
    [("02", "A"), ("05", "B"), ("10", "C"), ("14", "C"), ("15", "D"), ("37", "D"), ("40", "E"), ("45", "F"),
     ("50", "G"), ("55", "H"), ("64", "I"), ("65", "J"), ("70", "K"), ("74", "K"), ("80", "M"), ("85", "N"),
     ("90", "O"), ("93", "O"), ("95", "P"), ("99", "Q")],
)  # fmt: skip
def test_sections_of_the_oldest_version(division, section):
    assert Activity("nace", "rev1.1", division).section == section


def test_labels_agree_with_eurostat(data):
    labels = json.loads((data / "reference" / "data_nace_rev2_labels_en_fr_nl.json").read_text("utf-8"))
    activities = [parse_activity(code) for code in labels["codes"]]
    assert len(activities) == 615
    # The tables differ in wording here and there; a shift by one code would agree almost nowhere.
    for language, share in (("en", 0.9), ("fr", 0.9), ("nl", 0.9)):
        pairs = zip(activities, labels[language], strict=True)
        close = [
            fuzz.ratio(activity_label(activity, language).casefold(), label.casefold()) > 80
            for activity, label in pairs
        ]
        assert sum(close) / len(close) > share


def test_a_section_is_named_without_its_letter():
    assert activity_label(parse_activity("C"), "fr") == "INDUSTRIE MANUFACTURIÈRE"
    assert activity_label(parse_activity("C"), "nl") == "INDUSTRIE"
    assert activity_label(parse_activity("C"), "en") == "MANUFACTURING"


def test_refuses_a_language_without_labels():
    with pytest.raises(InputError) as caught:
        activity_label(parse_activity("28"), "it")
    assert caught.value.key == "unknown-language"


def test_codes_of_the_register_are_known(data):
    text = (data / "kbo" / "activity.csv").read_text(encoding="utf-8-sig")
    for row in csv.DictReader(text.splitlines()):
        activity = parse_activity(row["NaceCode"], version=row["NaceVersion"])
        assert activity.code == row["NaceCode"]
