"""Check digits of Belgian, French and Dutch numbers against python-stdnum's documented examples."""

import pytest

from traitdunion.errors import InputError
from traitdunion.registers.identifiers import parse_identifier


@pytest.mark.reproduces("vat_checks")
def test_vat_numbers_hold_or_fail_as_documented(reference):
    for text, expected in reference["vat_checks"]["expected"].items():
        if expected is False:
            with pytest.raises(InputError) as error:
                parse_identifier("vat", text)
            assert error.value.key == "identifier-check-digits"
        else:
            read = parse_identifier("vat", text).value
            assert read[2:] == (text[2:] if expected is True else expected)
