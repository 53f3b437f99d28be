"""What names are made of."""

import pytest

from traitdunion.registers.legal_forms import family_of, split_legal_form
from traitdunion.registers.names import fold, parse_name, place_key, street_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Société Générale", "societe generale"),
        ("Försvarshögskolan", "forsvarshogskolan"),
        ("Łódź Ørsted Straße Œuvre", "lodz orsted strasse oeuvre"),
        ("UniversitÃ© de LiÃ¨ge", "universite de liege"),
        ("Ãle", "ale"),  # a letter that only looks like misread UTF-8
    ],
)
def test_folding_drops_accents_and_repairs_misread_text(text: str, folded: str) -> None:
    assert fold(text) == folded


FORMS = """
NV SA BV SRL BVBA SPRL CVBA VZW ASBL AISBL IVZW N.V. B.V. GmbH AG e.V. Ltd PLC S.p.A. S.r.l. SAS SARL AB Oy
A/S ApS Kft. s.r.o. d.o.o. Lda S.L. OÜ UAB
"""


@pytest.mark.parametrize("form", FORMS.split())
def test_legal_forms_of_europe_are_told_apart_from_the_name(form: str) -> None:
    name = parse_name(f"Acme Robotics {form}")
    assert name.key == "acmerobotics"
    assert name.form is not None
    assert form.lower() not in name.words


@pytest.mark.parametrize(
    ("left", "right"),
    [("NV", "SA"), ("BV", "SRL"), ("BVBA", "SPRL"), ("VZW", "ASBL"), ("IVZW", "AISBL"), ("GmbH", "Ltd")],
)
def test_forms_that_answer_each_other_are_of_one_family(left: str, right: str) -> None:
    assert parse_name(f"Acme {left}").form == parse_name(f"Acme {right}").form


def test_families_differ_where_the_law_does() -> None:
    forms = [parse_name(f"Kafka {form}").form for form in ("NV", "BV", "VZW", "CVBA", "VOF")]
    assert len(set(forms)) == 5
    assert parse_name("Stichting Kafka").form == parse_name("Kafka Foundation").form
    assert parse_name("Kafka").form is None


def test_a_name_keeps_a_word_even_if_all_are_forms() -> None:
    assert split_legal_form(["sa"]) == (("sa",), None)
    assert split_legal_form(["fondation", "nv"]) == (("fondation",), "public company")
    assert split_legal_form([]) == ((), None)


def test_a_form_of_several_words_is_one_form() -> None:
    long_form = ["delta", "gesellschaft", "mit", "beschrankter", "haftung"]
    assert split_legal_form(long_form) == (("delta",), family_of("gmbh"))
    assert split_legal_form(["spring", "techno", "gmbh", "co", "kg"]) == (("spring", "techno"), "partnership")
    assert family_of("spolka z ograniczona odpowiedzialnoscia") == family_of("bv")


def test_word_order_changes_nothing_that_counts() -> None:
    one, other = parse_name("University of Lancaster"), parse_name("LANCASTER UNIVERSITY")
    assert one.spelled == other.spelled
    assert one.words == other.words
    assert one.key != other.key


def test_german_letters_and_their_digraphs_meet() -> None:
    assert parse_name("Universität zu Köln").key == parse_name("UNIVERSITAET ZU KOELN").key


def test_spaced_and_dotted_initials_are_one_word() -> None:
    keys = {parse_name(text).key for text in ("I.C.I Caldaie SpA", "ICI CALDAIE S. P. A.", "ici caldaie")}
    assert keys == {"icicaldaie"}


def test_words_of_several_languages_mean_the_same() -> None:
    assert parse_name("Vrije Universiteit Brussel").words == parse_name("Vrije Université Bruxelles").words
    assert parse_name("Vrije Universiteit Brussel").words != parse_name("Vrije Universiteit Gent").words


def test_abbreviations_of_twin_names() -> None:
    assert parse_name("UCLouvain").key in parse_name("Université catholique de Louvain").abbreviations
    assert parse_name("KU Leuven").key in parse_name("Katholieke Universiteit Leuven").abbreviations
    assert parse_name("ULiège").key in parse_name("Université de Liège").abbreviations
    assert parse_name("UCLouvain").key not in parse_name("Katholieke Universiteit Leuven").abbreviations


def test_parts_are_the_names_in_two_languages() -> None:
    slashed = parse_name("Studiecentrum voor Kernenergie/Centre d'Etude de l'Energie Nucléaire")
    assert parse_name("Studiecentrum voor Kernenergie").key in slashed.parts
    assert parse_name("Centre d'étude de l'énergie nucléaire").key in slashed.parts
    joined = parse_name("Belgisch Instituut voor de Verkeersveiligheid VZW Institut Belge de Securite ASBL")
    assert parse_name("Institut belge de sécurité").key in joined.parts
    assert "asbl" not in joined.parts


def test_numerals_are_kept() -> None:
    assert parse_name("Immo 2 Gent 17").digits == "2 17"


@pytest.mark.parametrize("text", ["", "   ", "???", "-"])
def test_a_name_of_no_letters_is_no_name(text: str) -> None:
    name = parse_name(text)
    assert (name.key, name.words, name.abbreviations, name.form) == ("", (), (), None)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bruxelles", "Brussel"),
        ("BRUSSELS", "Bruxelles 4"),
        ("Liège", "LUIK"),
        ("Louvain", "Leuven"),
        ("Mons", "Bergen"),
        ("Köln", "Cologne"),
        ("The Hague", "Den Haag"),
        ("Paris Cedex 05", "PARIS"),
    ],
)
def test_towns_of_two_names_are_one(left: str, right: str) -> None:
    assert place_key(left) == place_key(right)


def test_towns_of_like_names_are_two() -> None:
    assert place_key("Louvain-la-Neuve") != place_key("Louvain")
    assert place_key("Antwerpen") != place_key("Gent")


def test_streets_agree_on_name_and_first_number() -> None:
    assert street_key("Oude Markt  13") == street_key("OUDE MARKT 13 bus 5005")
    assert street_key("Sint-Pietersnieuwstraat 25") == street_key("SINT PIETERSNIEUWSTRAAT 25")
    assert street_key("Oude Markt 13") != street_key("Oude Markt 15")
    assert street_key("12") == ""
