"""No catalog has a hole, nothing in it is dead, and every sentence is well formed in its language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import traitdunion
from traitdunion.domain import audit as noun
from traitdunion.domain.activity import FIELDS
from traitdunion.domain.measurement import MEASURES
from traitdunion.domain.record import (
    BASES,
    CLUSTER_KINDS,
    ORGANIZATION_KINDS,
    SIZE_CLASSES,
    TIE_KINDS,
    TIE_STATES,
    Fault,
)
from traitdunion.errors import FaultyFile, InputError, MissingExtra
from traitdunion.language.catalog import (
    LANGUAGES,
    MissingWords,
    error_sentences,
    fault_sentences,
    has,
    say,
    spoken,
)
from traitdunion.language.terms import activity, heading, term
from traitdunion.registers.boundaries import ARRONDISSEMENTS, PROVINCES

ROOM = Path(traitdunion.__file__).parent
PLACE = {"file", "row", "column", "value"}  # known of every fault
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")
FAMILIES = (
    "term-", "label-", "listing-", "reason-", "caveat-", "language-", "command-", "progress-", "section-",
    "map-", "overview-", "members-by-", "method-", "plan-", "line-", "fact-", "matrix-", "judge-",
    "measure-", "finding-", "field-", "parameter-", "locate-",
)  # fmt: skip
RAISED = {"InputError", "WorkspaceError", "TraitdunionError"}
NOTED = {"note", "_note_first", "_require", "Approximate", "_radians"}


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def _patterns(language: str) -> Iterator[tuple[str, ftl.Pattern]]:
    for file in sorted((ROOM / "language" / "locale" / language).iterdir()):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                yield entry.id.name, entry.value
                for attribute in entry.attributes:
                    yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def _variables(pattern: ftl.Pattern) -> set[str]:
    found = Variables()
    found.visit(pattern)
    return found.names


def _texts(language: str) -> Iterator[tuple[str, str]]:
    class Texts(Visitor):
        def visit_TextElement(self, node: ftl.TextElement) -> None:
            said.append(node.value)

    for key, pattern in _patterns(language):
        said: list[str] = []
        Texts().visit(pattern)
        yield from ((key, text) for text in said)


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Give each call that raises an error or keeps a fault or a note, with the key it names."""
    for file in sorted(ROOM.rglob("*.py")):
        if "language" in file.relative_to(ROOM).parts:
            continue
        for call in [
            one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.Call)
        ]:
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            given = [*call.args, *(word.value for word in call.keywords if word.arg == "key")]
            texts = [
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if name in RAISED:
                yield from ((str(file), text, call) for text in texts[:1])
            elif name in NOTED:
                yield from ((str(file), text, call) for text in texts if KEY.fullmatch(text))


def test_every_language_has_the_same_messages_with_the_same_variables() -> None:
    told = {language: {key: _variables(one) for key, one in _patterns(language)} for language in LANGUAGES}
    assert told["fr"] == told["en"]
    assert told["nl"] == told["en"]
    assert len(told["en"]) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_said_twice(language: str) -> None:
    keys = [key for key, _ in _patterns(language)]
    assert sorted(keys) == sorted(set(keys))


def test_every_error_and_fault_has_a_sentence_and_a_remedy() -> None:
    calls = list(_calls())
    assert len(calls) > 60
    lacking = sorted({key for _, key, _ in calls if not has(key)})
    assert lacking == []
    known = {key for key, _ in _patterns("en")}
    assert sorted({key for _, key, _ in calls if f"{key}.remedy" not in known}) == []


def test_no_error_is_raised_without_the_values_its_sentences_need() -> None:
    needed: dict[str, set[str]] = {}
    for key, pattern in _patterns("en"):
        needed.setdefault(key.partition(".")[0], set()).update(_variables(pattern))
    for file, key, call in _calls():
        if getattr(call.func, "id", "") in RAISED:
            given = {word.arg for word in call.keywords}
            assert needed[key] <= given | PLACE, f"{file}: {key} lacks {needed[key] - given - PLACE}"


def test_no_sentence_stands_below_this_room() -> None:
    assert [(file, key) for file, key, _ in _calls() if " " in key] == []


def test_every_key_the_program_names_exists_and_no_message_is_dead() -> None:
    code = {file: file.read_text("utf-8") for kind in ("*.py", "*.html") for file in ROOM.rglob(kind)}
    named = re.compile(r"""(?:\bsay|\b_said|\b_print|\bt)\(\s*"([a-z][a-z0-9-]*)"(?!\s*~)""")
    spoken_of = {key for text in code.values() for key in named.findall(text)}
    assert len(spoken_of) > 100
    assert sorted(key for key in spoken_of if not has(key)) == []
    literals = {
        text for source in code.values() for text in re.findall(r"""["']([a-z][a-z0-9-]*)["']""", source)
    }
    keys = {key.partition(".")[0] for key, _ in _patterns("en")}
    assert (
        sorted(key for key in keys - literals if not key.startswith(FAMILIES))
        == ["faulty-file", "missing-extra"][: len(keys & {"faulty-file", "missing-extra"} - literals)]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogs_hold_no_markup(language: str) -> None:
    assert [text for _, text in _texts(language) if re.search(r"[<>&]", text)] == []


def test_french_binds_its_signs_with_unbreakable_spaces() -> None:
    for key, text in _texts("fr"):
        said = re.sub(r"`[^`]*`|https?:\S+|postgresql:\S+|127\S+", "", text)
        assert not re.search(r" [:;?!»]|« |[^\s\u00a0\d][;?!]|\w:(?!\w)", said), f"{key}: {text}"
        assert "'" not in said, key


def test_dutch_and_english_put_no_space_before_their_signs() -> None:
    for language in ("nl", "en"):
        for key, text in _texts(language):
            said = re.sub(r"`[^`]*`", "", text)
            assert not re.search(r"\s[:;?!]", said), f"{key}: {text}"
            assert "'" not in said, f"{key}: {text}"
            assert "«" not in said, key


def test_plurals_follow_each_language() -> None:
    tell = [(language, [say("map-no-data", language, count=n) for n in (0, 1, 2)]) for language in LANGUAGES]
    assert dict(tell) == {
        "fr": ["0 membre sans données", "1 membre sans données", "2 membres sans données"],
        "nl": ["0 leden zonder gegevens", "1 lid zonder gegevens", "2 leden zonder gegevens"],
        "en": ["0 members without data", "1 member without data", "2 members without data"],
    }


def test_numbers_and_lists_are_written_as_each_language_does() -> None:
    assert say("plan-caption", "nl", candidates=12345).endswith("12.345 mogelijke introducties")
    assert say("contacts-aside", "fr", brokers=["A", "B", "C"]).startswith(
        "Les contacts qui passent par A, B et C "
    )
    assert say("contacts-aside", "nl", brokers=["A", "B"]).startswith("Contacten via A en B ")


def test_a_missing_message_warns_and_shows_its_key() -> None:
    with pytest.warns(MissingWords, match="no message such-a-key"):
        assert say("such-a-key", "fr") == "such-a-key"


def test_a_missing_value_warns() -> None:
    with pytest.warns(MissingWords, match="serving"):
        say("serving", "en")


def test_the_language_is_taken_from_the_environment_or_is_english() -> None:
    assert [spoken(wish) for wish in ("fr_BE.UTF-8", "NL", "C.UTF-8", "", None)] == [
        "fr",
        "nl",
        "en",
        "en",
        "en",
    ]


def test_an_error_is_a_fact_and_a_remedy() -> None:
    error = InputError("organization-ambiguous", organization="Thor", candidates=["thor-1", "thor-2"])
    assert error_sentences(error, "nl") == (
        "Meer dan één organisatie heet ‘Thor’.",
        "Geef een van deze kenmerken: thor-1 en thor-2.",
    )
    assert (
        error_sentences(MissingExtra("pyspark", "spark"), "en")[1]
        == 'Install it with `pip install "traitdunion[spark]"`.'
    )


def test_faults_count_and_name_their_place() -> None:
    fault = Fault("members.xlsx", 1204, "since", "31/02/2020", "date-impossible", {})
    assert fault_sentences(fault, "fr")[0] == "La date «\u00a031/02/2020\u00a0» n’existe pas."
    assert (
        error_sentences(FaultyFile([fault]), "en")[0]
        == "1 fault was found in members.xlsx; nothing was loaded."
    )
    torn = Fault("a.csv", 1204, None, None, "quotes-broken", {"row": 1204})
    assert "row 1204 " in fault_sentences(torn, "en")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_vocabularies_is_translated(language: str) -> None:
    words = (*ORGANIZATION_KINDS, *CLUSTER_KINDS, *TIE_KINDS, *TIE_STATES, *SIZE_CLASSES, *BASES)
    words = (*words, "Flanders", "Brussels", "Wallonia", "abroad", "tied", "no-tie-known", "no-data")
    words = (*words, "gap", "within", "above", "unsure", "true", "false")
    assert [word for word in words if not has(f"term-{word.lower()}")] == []
    assert all(term(word, language) for word in words)


def test_a_word_means_what_its_column_says() -> None:
    assert term("unknown", "en", column="status") == "not checked"
    assert term("unknown", "en", column="basis") == "not known"
    assert term("partner", "fr", column="purpose") == "rapprocher deux organisations"
    assert term(True, "nl") == "ja"
    assert term("mentor van", "nl") == "mentor van"
    assert term("Liège", "nl", column="place") == "Luik"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_an_audit_has_a_heading(language: str) -> None:
    schemas = (noun.MEMBERS, noun.MEMBER_TIES, noun.SHARES, noun.PAIRS, noun.CONTACTS, noun.BRIDGES)
    columns = {name for schema in (*schemas, noun.WEAK_SPOTS, noun.STRENGTHS) for name in schema.names}
    assert len(columns) > 40
    assert all(heading(column, language) for column in columns)


def test_activities_are_named_by_the_nearest_level_of_the_official_table() -> None:
    assert activity("nace-rev2:2841", "fr") == "28.41 Fabrication de machines de formage des métaux"
    assert activity("28", "nl").startswith("28 Vervaardiging van machines")
    assert activity("nace-rev2:9999", "en") == "99 Activities of extraterritorial organisations and bodies"
    assert activity("xx", "en") == "xx"


def _constants(file: Path, function: str) -> set[str]:
    """Give the texts that are the first argument of a call, or yielded by a function of that name."""
    tree = ast.parse(file.read_text("utf-8"))
    calls = {
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == function and call.args
        if isinstance(call.args[0], ast.Constant)
    }
    bodies = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == function]
    yielded = {
        one.value.value
        for body in bodies
        for one in ast.walk(body)
        if isinstance(one, ast.Yield) and isinstance(one.value, ast.Constant)
    }
    return {text for text in calls | yielded if isinstance(text, str)}


def test_every_reason_and_caveat_the_steps_give_has_a_sentence() -> None:
    reasons = {key for file in (ROOM / "steps").rglob("*.py") for key in _constants(file, "Reason")}
    caveats = {key for file in (ROOM / "steps").rglob("*.py") for key in _constants(file, "_caveats")}
    assert len(reasons) > 5
    assert len(caveats) > 3
    assert sorted(key for key in reasons if not has(f"reason-{key}")) == []
    assert sorted(key for key in caveats if not has(f"caveat-{key}")) == []


def test_every_figure_doubt_column_and_list_of_a_measurement_has_words() -> None:
    measuring = [*(ROOM / "steps" / "measure").glob("*.py"), *(ROOM / "steps" / "locate").glob("*.py")]
    kinds = {"Finding": "finding", "Caveat": "caveat", "Column": "label", "Listing": "listing"}
    for name, family in kinds.items():
        keys = {key.replace("_", "-") for file in measuring for key in _constants(file, name)}
        assert len(keys) > 5 or name == "Listing"
        assert sorted(key for key in keys if not has(f"{family}-{key}")) == []
    assert sorted(one for one in FIELDS if not has(f"field-{one}")) == []
    assert all(has(f"measure-{one}-{part}") for one in (*MEASURES, "locate") for part in ("title", "read"))


def test_areas_are_called_what_the_boundaries_call_them() -> None:
    for area in (*ARRONDISSEMENTS, *PROVINCES):
        said = tuple(term(area.code, language, column="area") for language in ("fr", "nl"))
        assert said == (area.name_fr, area.name_nl)
