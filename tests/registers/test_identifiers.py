import csv
import gzip

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import vat as oracle

from traitdunion.errors import InputError
from traitdunion.registers.identifiers import (
    SCHEMES,
    Identifier,
    enterprise_numbers,
    parse_identifier,
    recognize,
)


@pytest.mark.parametrize(
    "text",
    [
        "0403.170.701",
        "0403170701",
        " 0403 170 701 ",
        "0403\u00a0170\u202f701",
        "BE 0403.170.701",
        "BE-0403-170-701",
        "BTW BE 0403.170.701",
        "TVA: BE0403.170.701",
        "KBO 0403.170.701",
        "KBO/BCE: 0403.170.701",
        "BCE n° 0403.170.701",
        "N° d'entreprise : 0403.170.701",
        "numéro d’entreprise 0403.170.701",
        "Ondernemingsnummer 0403.170.701",
        "BE-BCE_KBO-0403170701",
        "be (0)403 170 701",
    ],
)
def test_reads_an_enterprise_number_as_people_write_it(text):
    found = parse_identifier("enterprise", text)
    assert found == Identifier("enterprise", "0403170701")
    assert not found.repaired
    assert enterprise_numbers([text]).normalized.to_pylist() == ["0403170701"]


@pytest.mark.parametrize("text", ["403.170.701", "BE 403 170 701", "403170701", "403170701.0"])
def test_restores_a_leading_zero_and_says_so(text):
    found = parse_identifier("enterprise", text)
    assert (found.value, found.repaired) == ("0403170701", True)
    column = enterprise_numbers([text])
    assert column.normalized.to_pylist() == ["0403170701"]
    assert column.repaired.all()


@pytest.mark.parametrize(
    ("scheme", "text", "key"),
    [
        ("enterprise", "0403170702", "identifier-check-digits"),
        ("enterprise", "403170702", "identifier-check-digits"),
        ("enterprise", "0403.170.70", "identifier-check-digits"),
        ("enterprise", "0403.170", "identifier-length"),
        ("enterprise", "0403.170.701.1", "identifier-length"),
        ("enterprise", "ACME", "identifier-format"),
        ("enterprise", "", "identifier-format"),
        ("enterprise", "2.000.000.339", "identifier-is-establishment"),
        ("establishment", "0403.170.701", "identifier-is-enterprise"),
        ("establishment", "2.000.000.338", "identifier-check-digits"),
        ("establishment", "200000034", "identifier-check-digits"),
        ("vat", "BE0403170702", "identifier-check-digits"),
        ("vat", "FR61954506078", "identifier-check-digits"),
        ("vat", "FR6195450607", "identifier-length"),
        ("vat", "XX123456789", "identifier-format"),
        ("pic", "99999133", "identifier-length"),
        ("pic", "99999133A", "identifier-format"),
        ("lei", "529900T8BM49AURSDO56", "identifier-check-digits"),
        ("lei", "529900T8BM49AURSDO5", "identifier-length"),
        ("ror", "https://ror.org/05f950311", "identifier-check-digits"),
        ("ror", "https://ror.org/05i950310", "identifier-format"),
        ("duns", "123456789", "identifier-scheme"),
    ],
)
def test_says_why_it_refuses(scheme, text, key):
    with pytest.raises(InputError) as caught:
        parse_identifier(scheme, text)
    assert caught.value.key == key


def test_establishment_units_of_the_register_hold(data):
    text = (data / "kbo" / "establishment.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert rows
    for row in rows:
        unit = parse_identifier("establishment", row["EstablishmentNumber"])
        assert unit.value == row["EstablishmentNumber"].replace(".", "")
        assert parse_identifier("enterprise", row["EnterpriseNumber"]).scheme == "enterprise"


@given(st.integers(0, 1_999_999_999))
def test_agrees_with_stdnum_on_any_ten_digits(number):
    text = f"{number:010d}"
    # stdnum asks for a sum divisible by 97, so it also lets the check digits 00, 98 and 99 pass.
    expected = oracle.is_valid(text) and 1 <= number % 100 <= 97
    column = enterprise_numbers([text])
    assert column.normalized.to_pylist() == [text if expected else None]
    assert column.faulty.tolist() == [not expected]


@given(st.integers(0, 19_999_999))
def test_every_number_with_its_check_digits_is_read_and_no_other(first_eight):
    right = 97 - first_eight % 97
    texts = [f"{first_eight:08d}{check:02d}" for check in range(100)]
    column = enterprise_numbers(texts)
    assert np.flatnonzero(~column.faulty).tolist() == [right]


def test_column_keeps_order_nulls_and_blanks():
    column = enterprise_numbers(
        pa.chunked_array([["0403170701", None, ""], ["2000000339", "x", " ", "403170701"]])
    )
    assert column.normalized.to_pylist() == ["0403170701", None, None, None, None, None, "0403170701"]
    assert column.repaired.tolist() == [False] * 6 + [True]
    assert column.faulty.tolist() == [False, False, False, True, True, False, False]


def test_column_of_numbers_from_a_spreadsheet():
    column = enterprise_numbers([403170701, 403170701.0, None])
    assert column.normalized.to_pylist() == ["0403170701", "0403170701", None]
    assert column.repaired.tolist() == [True, True, False]
    assert enterprise_numbers(pa.array([403170701, None])).repaired.tolist() == [True, False]
    assert enterprise_numbers(pa.array([403170701.0, None])).repaired.tolist() == [True, False]


def test_empty_column():
    column = enterprise_numbers(pa.array([], pa.string()))
    assert (len(column.normalized), len(column.repaired), len(column.faulty)) == (0, 0, 0)


def test_a_belgian_vat_number_holds_its_enterprise_number():
    found = parse_identifier("vat", "BTW BE 0403.170.701")
    assert found == Identifier("vat", "BE0403170701")
    assert found.enterprise_number == "0403170701"
    assert parse_identifier("vat", "FR 61 954 506 077").enterprise_number is None
    assert parse_identifier("enterprise", "0403170701").enterprise_number == "0403170701"


# Published identifiers of KU Leuven, Ghent University, UCLouvain, Harvard University and CNRS.
@pytest.mark.parametrize("ror", ["05f950310", "00cv9y106", "02495e989", "03vek6s52", "02feahw73"])
def test_reads_published_ror_identifiers(ror):
    for text in (ror, f"https://ror.org/{ror}", f"ROR.ORG/{ror.upper()}", f"ror:{ror}"):
        assert parse_identifier("ror", text) == Identifier("ror", ror)


@given(st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=6, max_size=6), st.integers(0, 9))
def test_one_wrong_character_breaks_a_ror_identifier(body, digit):
    def holds(text):
        try:
            return parse_identifier("ror", text).value == text
        except InputError:
            return False

    checks = [check for check in range(100) if holds(f"0{body}{check:02d}")]
    assert len(checks) == 1
    changed = str(digit) + body[1:]
    assert changed == body or not holds(f"0{changed}{checks[0]:02d}")


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("0403.170.701", "enterprise", "0403170701"),
        ("KBO 0403.170.701", "enterprise", "0403170701"),
        ("BE0403170701", "vat", "BE0403170701"),
        ("2.000.000.339", "establishment", "2000000339"),
        ("999991334", "pic", "999991334"),
        ("PIC 999991334", "pic", "999991334"),
        ("529900T8BM49AURSDO55", "lei", "529900T8BM49AURSDO55"),
        ("https://ror.org/05f950310", "ror", "05f950310"),
        ("DE 136,695 976", "vat", "DE136695976"),
    ],
)
def test_recognizes(text, scheme, value):
    assert recognize(text) == Identifier(scheme, value)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "Wetstraat 16", "1000", "0403170702", "123456789", "+32 2 123 45 67"]
)
def test_recognizes_nothing_in_what_is_none(text):
    assert recognize(text) is None


def test_does_not_choose_between_an_old_enterprise_number_and_a_participant_code():
    both = next(
        text
        for text in map(str, range(900_000_000, 901_000_000))
        if oracle.is_valid(text) and 1 <= int(text) % 100 <= 97 and int(text) % 97 == 1
    )
    assert parse_identifier("enterprise", both).repaired
    assert parse_identifier("pic", both)
    assert recognize(both) is None
    assert recognize(f"PIC {both}") == Identifier("pic", both)


def test_participant_codes_of_horizon_2020_are_recognized_or_left_alone(data):
    with gzip.open(data / "cordis" / "h2020_participations_europe.csv.gz", "rt", encoding="utf-8") as file:
        codes = sorted({row["pic"] for row in csv.DictReader(file)})
    sample = codes[:: len(codes) // 500]
    found = [recognize(code) for code in sample]
    assert all(parse_identifier("pic", code).value == code for code in sample)
    right = [identifier == Identifier("pic", code) for identifier, code in zip(found, sample, strict=True)]
    wrong = [identifier for identifier in found if identifier and identifier.scheme != "pic"]
    assert np.mean(right) > 0.93
    assert len(wrong) <= len(sample) / 50


def test_every_scheme_has_a_reader():
    for scheme in SCHEMES:
        with pytest.raises(InputError) as caught:
            parse_identifier(scheme, "?")
        assert caught.value.key in {"identifier-format", "identifier-length"}
