"""Numbers that name an organization, read as people write them and believed only when their check holds.

Belgian enterprise numbers are checked here, one by one or a column at a time; an establishment unit has the
same shape and check but names a place of work, so it is never taken for an enterprise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from stdnum import exceptions, lei
from stdnum.eu import vat

from traitdunion.errors import InputError

Scheme = Literal["enterprise", "establishment", "vat", "pic", "lei", "ror"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)

# Read by Python's engine and by Arrow's, which knows no space beyond ASCII: the others are listed.
_SEPARATORS = "[\\s\u00a0\u2007\u2009\u200b\u202f\ufeff.,:;/_()'’°º·•\u2010-\u2015-]"
_PREFIXES = (
    "^(?:BTW|TVA|VAT|MWST|UST|KBO|BCE|CBE|ZDU|RPR|RPM|ONDERNEMINGSNUMMER|ENTERPRISENUMBER|"
    "UNTERNEHMENSNUMMER|DENTREPRISE|NUMMER|NUM[EÉ]RO|NUMBER|NR|NO|ON|N|BE)+"
)
_SPREADSHEET_DECIMAL = r"^\s*(\d{8,10})\.0+\s*$"

_ROR = re.compile(r"^(?:HTTPS?://)?(?:WWW\.)?(?:ROR\.ORG/|ROR:)?(0[0-9A-HJKMNP-TV-Z]{6}[0-9]{2})/?$")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # base 32 without the letters I, L, O and U


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in its one canonical form.

    Attributes
    ----------
    scheme : str
        One of SCHEMES.
    value : str
        Without separators: `"0403170701"`, `"BE0403170701"`, `"05f950310"`.
    repaired : bool
        The text lacked the leading zero of an enterprise number and the check held with it. It says how the
        identifier was read, not what it is, so it counts neither in equality nor in hashes.
    """

    scheme: Scheme
    value: str
    repaired: bool = field(default=False, compare=False)

    @property
    def enterprise_number(self) -> str | None:
        """The Belgian enterprise number this identifier holds, if it holds one."""
        if self.scheme == "enterprise":
            return self.value
        return self.value[2:] if self.scheme == "vat" and self.value.startswith("BE") else None


class EnterpriseNumbers(NamedTuple):
    """A column of enterprise numbers, read.

    Attributes
    ----------
    normalized : pyarrow.StringArray
        Ten digits, or null where nothing was written or what was written does not hold.
    repaired, faulty : numpy.ndarray of bool
        Where a leading zero was restored; where something was written that is no enterprise number.
    """

    normalized: pa.Array
    repaired: NDArray[np.bool_]
    faulty: NDArray[np.bool_]


def parse_identifier(scheme: str, text: str) -> Identifier:
    """Read one identifier of a known scheme.

    Parameters
    ----------
    scheme : str
        One of SCHEMES.
    text : str
        As written, with spaces, dots, prefixes or an address in front.

    Raises
    ------
    InputError
        `identifier-scheme`, `identifier-length`, `identifier-format`, `identifier-check-digits`,
        `identifier-is-establishment` or `identifier-is-enterprise`.

    Notes
    -----
    The Participant Identification Code has no published check; only its nine digits are required.

    Examples
    --------
    >>> parse_identifier("enterprise", "BTW BE 0403.170.701").value
    '0403170701'
    >>> parse_identifier("vat", "BE 0403.170.701").enterprise_number
    '0403170701'
    """
    reader = _READERS.get(scheme)
    if reader is None:
        raise InputError("identifier-scheme", scheme=scheme, schemes=SCHEMES)
    return reader(text)


def recognize(text: str) -> Identifier | None:
    """Read an identifier of unknown scheme, or say nothing when none or more than one would do.

    A prefix decides between a VAT number and the enterprise number in it. Nine bare digits may be an old
    enterprise number or a participant code: of 35,871 codes in Horizon 2020, 98 % leave 1 modulo 97, so that
    remainder is asked here, though never in `parse_identifier`.

    Examples
    --------
    >>> recognize("https://ror.org/05f950310")
    Identifier(scheme='ror', value='05f950310', repaired=False)
    >>> recognize("Rue de la Loi 16") is None
    True
    """
    found = [
        identifier
        for scheme in SCHEMES
        if (identifier := _readable(scheme, text)) is not None and _is_plausible(identifier, text)
    ]
    return found[0] if len(found) == 1 else None


def enterprise_numbers(values: pa.Array | pa.ChunkedArray | Sequence[Any]) -> EnterpriseNumbers:
    """Read a column of Belgian enterprise numbers at once.

    Parameters
    ----------
    values : pyarrow array or sequence
        Text, or the numbers a spreadsheet made of it; nulls and blanks are nothing written.

    Returns
    -------
    EnterpriseNumbers

    Examples
    --------
    >>> read = enterprise_numbers(["BE 0403.170.701", "403170701", "2.000.000.339", None])
    >>> read.normalized.to_pylist(), read.repaired.tolist(), read.faulty.tolist()
    (['0403170701', '0403170701', None, None], [False, True, False, False], [False, False, True, False])
    """
    digits = _digits(_texts(values))
    length = np.asarray(pc.utf8_length(digits))
    is_number = np.asarray(pc.match_substring_regex(digits, "^[0-9]{9,10}$"))
    number = np.asarray(pc.cast(pc.if_else(pa.array(is_number), digits, "0"), pa.int64()))
    holds = is_number & (number < 2_000_000_000) & _check_holds(number)
    padded = pc.utf8_lpad(digits, 10, padding="0")
    normalized = pc.if_else(pa.array(holds), padded, pa.scalar(None, pa.string()))
    return EnterpriseNumbers(normalized, holds & (length == 9), ~holds & (length > 0))


def _texts(values: pa.Array | pa.ChunkedArray | Sequence[Any]) -> pa.Array:
    """Text for whatever was handed in, and nothing written for null."""
    if not isinstance(values, (pa.Array, pa.ChunkedArray)):
        values = pa.array([None if value is None else str(value) for value in values], pa.string())
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    return pc.fill_null(pc.cast(values, pa.string()), "")


def _digits(texts: pa.Array) -> pa.Array:
    """Strip separators and known prefixes; what remains should be digits."""
    texts = pc.replace_substring_regex(texts, _SPREADSHEET_DECIMAL, r"\1")
    texts = pc.utf8_upper(pc.replace_substring_regex(texts, _SEPARATORS, ""))
    return pc.replace_substring_regex(texts, _PREFIXES, "")


def _check_holds(number: NDArray[np.int64] | np.int64) -> NDArray[np.bool_]:
    """Say whether the last two digits are 97 less the first eight modulo 97."""
    return np.asarray(number % 100 == 97 - number // 100 % 97)


def _read_ten_digits(text: str) -> str:
    digits = str(_digits(pa.array([text], pa.string()))[0])
    if not re.fullmatch("[0-9]+", digits):
        raise InputError("identifier-format", text=text)
    if len(digits) not in (9, 10):
        raise InputError("identifier-length", text=text, length=len(digits), expected=10)
    if not _check_holds(np.int64(digits)):
        raise InputError("identifier-check-digits", text=text)
    return digits


def _read_enterprise(text: str) -> Identifier:
    digits = _read_ten_digits(text)
    if len(digits) == 10 and digits[0] in "2345678":
        raise InputError("identifier-is-establishment", text=text)
    if len(digits) == 10 and digits[0] == "9":
        raise InputError("identifier-format", text=text)
    return Identifier("enterprise", digits.zfill(10), repaired=len(digits) == 9)


def _read_establishment(text: str) -> Identifier:
    digits = _read_ten_digits(text)
    if len(digits) == 9:
        raise InputError("identifier-length", text=text, length=9, expected=10)
    if digits[0] in "01":
        raise InputError("identifier-is-enterprise", text=text)
    if digits[0] == "9":
        raise InputError("identifier-format", text=text)
    return Identifier("establishment", digits)


def _read_vat(text: str) -> Identifier:
    compact = re.sub(_SEPARATORS, "", text).upper()
    compact = re.sub("^(?:BTW|TVA|VAT|MWST|UST|USTIDNR|NR|NO)+(?=[A-Z]{2})", "", compact)
    if compact.startswith("BE") or compact[:1].isdigit():
        enterprise = _read_enterprise(text)
        return Identifier("vat", f"BE{enterprise.value}", repaired=enterprise.repaired)
    return Identifier("vat", _by_stdnum(vat.validate, compact, text))


def _read_pic(text: str) -> Identifier:
    digits = re.sub("^PIC", "", re.sub(_SEPARATORS, "", text).upper())
    if not re.fullmatch("[0-9]+", digits):
        raise InputError("identifier-format", text=text)
    if len(digits) != 9:
        raise InputError("identifier-length", text=text, length=len(digits), expected=9)
    return Identifier("pic", digits)


def _read_lei(text: str) -> Identifier:
    compact = re.sub(_SEPARATORS, "", text).upper()
    if len(compact) == 23:
        compact = compact.removeprefix("LEI")
    if len(compact) != 20:
        raise InputError("identifier-length", text=text, length=len(compact), expected=20)
    return Identifier("lei", _by_stdnum(lei.validate, compact, text))


def _read_ror(text: str) -> Identifier:
    """Read a ROR id: a zero, six digits in base 32, and their check by ISO 7064 modulo 97-10."""
    shaped = _ROR.match(text.strip().upper())
    if shaped is None:
        raise InputError("identifier-format", text=text)
    value = shaped[1]
    number = 0
    for character in value[:7]:
        number = 32 * number + _CROCKFORD.index(character)
    if 98 - number * 100 % 97 != int(value[7:]):
        raise InputError("identifier-check-digits", text=text)
    return Identifier("ror", value.lower())


_READERS: dict[str, Callable[[str], Identifier]] = {
    "enterprise": _read_enterprise,
    "establishment": _read_establishment,
    "vat": _read_vat,
    "pic": _read_pic,
    "lei": _read_lei,
    "ror": _read_ror,
}


def _by_stdnum(validate: Callable[[str], str], compact: str, text: str) -> str:
    try:
        return validate(compact)
    except exceptions.InvalidChecksum as error:
        raise InputError("identifier-check-digits", text=text) from error
    except exceptions.InvalidLength as error:
        raise InputError("identifier-length", text=text, length=len(compact)) from error
    except exceptions.ValidationError as error:
        raise InputError("identifier-format", text=text) from error


def _readable(scheme: Scheme, text: str) -> Identifier | None:
    try:
        return parse_identifier(scheme, text)
    except InputError:
        return None


def _is_plausible(identifier: Identifier, text: str) -> bool:
    """Of the schemes that could read the text, keep those a person would mean by writing it so."""
    names_vat = re.match(r"\s*(?:BTW|TVA|VAT|MWST|BE\W*\d)", text, re.IGNORECASE) is not None
    if identifier.scheme == "vat" and identifier.value.startswith("BE"):
        return names_vat
    if identifier.scheme == "enterprise":
        return not names_vat
    if identifier.scheme == "pic":
        return text.strip().upper().startswith("PIC") or int(identifier.value) % 97 == 1
    return True
