"""What people write in cells, read: dates, numbers, countries, kinds. Each takes text and gives a value.

A text that cannot be read raises `InputError`; one that can be read only in part gives an `Approximate`,
and the whole of it is kept beside the record.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as day
from typing import Any, NamedTuple

from traitdunion.errors import InputError
from traitdunion.registers.identifiers import parse_identifier
from traitdunion.registers.words import country_names, folded, terms, word

Conversion = Callable[[str], Any]

_SPACES = re.compile(r"\s+")
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})(?: \d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_GROUPED = re.compile(r"[+-]?\d{1,3}([ .,'’])\d{3}(?:\1\d{3})*")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?")
_MONEY = re.compile(r"^(?:€|EUR|euro)\s*|\s*(?:€|EUR|euro)$", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"(.*\d)\s*\(\s*(?:19|20)\d\d\s*\)")
_LOST_DIGITS = re.compile(r"\d(?:[.,]\d+)?E\+\d{2,3}")  # how a spreadsheet writes what it rounded
_BELGIAN_POSTCODE = re.compile(r"(?:BE?[- ]\s*)?(\d{4})", re.IGNORECASE)
_DASHES = frozenset("-–—/?.")
# "fr en nl" does not say whether it means two languages or three: only a word parts at "en".
_AND = re.compile(r"[,;/|+&\n]| and | et | und |(?<=\w{4}) en ", re.IGNORECASE)
_LANGUAGES = {
    "fr": ("fr", "fra", "french", "français", "frans", "französisch"),
    "nl": ("nl", "nld", "dutch", "néerlandais", "nederlands", "niederländisch"),
    "en": ("en", "eng", "english", "anglais", "engels", "englisch"),
    "de": ("de", "deu", "german", "allemand", "duits", "deutsch"),
}
YEARS = range(1000, 2200)


class Approximate(NamedTuple):
    """A value that does not hold all that was written, and the key of the note that says so."""

    value: Any
    key: str


def nothing(text: str) -> bool:
    """Tell whether a text only says that there is nothing: a dash, "n.v.t.", "inconnu"."""
    return set(text) <= _DASHES or word(text) in folded("nothing", "words")


def line(text: str) -> str:
    """Read a text of one line."""
    return _SPACES.sub(" ", text)


def reference(text: str) -> str:
    """Read what names a record elsewhere: its spaces are made plain, nothing else."""
    if _LOST_DIGITS.fullmatch(text):
        raise InputError("digits-lost")
    return line(text)


def listed(separator: str, *, worded: bool = False) -> Conversion:
    """Make a reader of lists whose items stand between texts that match a pattern.

    In a list of words an item that only says that there is nothing ("geen", "n/a") is none.
    """
    parting = re.compile(separator)

    def items(text: str) -> list[str] | None:
        found = [line(item.strip()) for item in parting.split(text) if item.strip()]
        kept = [item for item in found if not (worded and nothing(item))]
        return list(dict.fromkeys(kept)) or None

    return items


def date(text: str) -> str | None:
    """Read a year, a month or a day, the day before the month as Belgium writes it.

    Examples
    --------
    >>> [date(text) for text in ("2019", "05/2019", "31.12.2019", "2019-12-31T00:00:00")]
    ['2019', '2019-05', '2019-12-31', '2019-12-31']
    """
    if nothing(text):
        return None
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, of_month = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        of_month, month, year = found.groups()
    else:
        raise InputError("date-unreadable")
    try:
        real = day(int(year), int(month or 1), int(of_month or 1))
    except ValueError as error:
        raise InputError("date-impossible") from error
    if real.year not in YEARS:
        raise InputError("date-impossible")
    return real.isoformat()[: 10 if of_month else 7 if month else 4]


def decimal(text: str) -> float | None:
    """Read a number with a decimal point or comma; where both stand, the last one is the decimal sign.

    Examples
    --------
    >>> [decimal(text) for text in ("50,8455", "1.234,5", "1 234", "1.234")]
    [50.8455, 1234.5, 1234.0, 1.234]
    """
    if nothing(text):
        return None
    plain = re.sub(r"[\s'’]", "", text)
    last = max(plain.rfind(","), plain.rfind("."))
    if "," in plain and "." in plain:
        plain = re.sub("[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    elif max(plain.count(","), plain.count(".")) > 1 and _GROUPED.fullmatch(plain):
        plain = re.sub("[.,]", "", plain)
    if not _PLAIN.fullmatch(plain):
        raise InputError("number-unreadable")
    return float(plain.replace(",", "."))


def integer(text: str) -> int | None:
    """Read a whole number; a point or comma before three digits parts thousands.

    Examples
    --------
    >>> [integer(text) for text in ("1.234", "1 234", "1e5", "70")]
    [1234, 1234, 100000, 70]
    """
    if nothing(text):
        return None
    number = decimal(re.sub(r"[ .,'’]", "", text) if _GROUPED.fullmatch(text) else text)
    if number is None or not number.is_integer() or abs(number) >= 1 << 53:
        raise InputError("number-not-whole")
    return int(number)


def employees(text: str) -> int | Approximate | None:
    """Read a count of people at work; the year it is of and parts of a full post are kept beside it."""
    dated = _OF_A_YEAR.fullmatch(text)
    if dated:
        return Approximate(integer(dated[1]), "year-set-aside")
    try:
        number = integer(text)
    except InputError as error:
        part = decimal(text) if error.key == "number-not-whole" else None
        if part is None or part < 0:
            raise
        return Approximate(int(part + 0.5), "employees-rounded")
    if number is not None and number < 0:
        raise InputError("number-below-zero")
    return number


def amount(text: str) -> float | None:
    """Read a sum of euros; three digits behind the only sign could be thousands or cents: a fault."""
    plain = _MONEY.sub("", text)
    grouped = _GROUPED.fullmatch(plain)
    if grouped and grouped[1] in ".," and plain.count(grouped[1]) == 1:
        raise InputError("amount-ambiguous")
    return decimal(plain)


def boolean(text: str) -> bool | None:
    """Read yes or no in three languages."""
    known = terms("booleans").get(word(text))
    if known is None and word(text) == "" and text in "✓✔☑":
        return True
    if known is None and not nothing(text):
        raise InputError("yes-or-no-unreadable")
    return None if known is None else known == "true"


def country(text: str) -> str | None:
    """Read the name or code of a country. ``NA`` is Namibia.

    Examples
    --------
    >>> [country(text) for text in ("Belgique", "UK", "EL", "NA", "Pays-Bas")]
    ['BE', 'GB', 'GR', 'NA', 'NL']
    """
    code = country_names().get(word(text))
    if code is None and not nothing(text):
        raise InputError("country-unknown")
    return code


def postcode(text: str) -> str | None:
    """Read a postcode; the country's letters before a Belgian one are left out."""
    belgian = _BELGIAN_POSTCODE.fullmatch(text)
    return belgian[1] if belgian else None if nothing(text) else line(text)


def parted(text: str) -> list[str]:
    """Part a cell of several words: at signs, and at "and" in the languages of Belgium.

    Examples
    --------
    >>> parted("Flandre et Bruxelles"), parted("Vlaanderen; Wallonië en Brussel")
    (['Flandre', 'Bruxelles'], ['Vlaanderen', 'Wallonië', 'Brussel'])
    """
    return [part.strip() for part in _AND.split(text) if part.strip() and not nothing(part.strip())]


def languages(text: str) -> frozenset[str]:
    """Read the languages of a cell: fr, nl, en, de; what is none of these stays what it is, in small letters.

    Examples
    --------
    >>> sorted(languages("Frans en Engels, Spaans")), sorted(languages("NL/FR")), sorted(languages("fr nl"))
    (['en', 'fr', 'spaans'], ['fr', 'nl'], ['fr', 'nl'])
    """
    return frozenset(code for part in parted(text) for code in _languages_of(part))


def _languages_of(part: str) -> list[str]:
    codes = {word(name): code for code, names in _LANGUAGES.items() for name in names}
    words = [word(one) for one in re.split(r"[\s–-]+", part)]
    if "en" in words[1:-1] or not codes.keys() >= set(words):
        return [codes.get(word(part), word(part) or part)]
    return [codes[one] for one in words]


def one_of(vocabulary: str, *, otherwise: str | None = None) -> Conversion:
    """Make a reader of the terms of a vocabulary; an unknown word is kept beside the record, with a note."""

    def term(text: str) -> str | Approximate | None:
        known = terms(vocabulary).get(word(text))
        if known is None and not nothing(text):
            return Approximate(otherwise, "word-unknown")
        return known

    return term


def organization_kind(text: str) -> str | Approximate | None:
    """Read the kind of an organization; every kind of cluster is a cluster."""
    known = terms("organization_kinds").get(word(text))
    if known is None and word(text) in terms("cluster_kinds"):
        return "cluster"
    return one_of("organization_kinds", otherwise="other")(text) if known is None else known  # type: ignore[no-any-return]


def kind_of_cluster(text: str) -> str | None:
    """Read the kind of a cluster out of a kind of organization; None where it says no more than that."""
    return None if word(text) in terms("organization_kinds") else terms("cluster_kinds").get(word(text))


def cluster_kind(text: str) -> str | Approximate | None:
    """Read the kind of a cluster in a table of clusters."""
    if terms("organization_kinds").get(word(text)) == "cluster":
        return None
    return one_of("cluster_kinds", otherwise="other")(text)  # type: ignore[no-any-return]


def own_word(vocabulary: str) -> Conversion:
    """Make a reader of a vocabulary that people may widen: their own word is kept, in small letters.

    Examples
    --------
    >>> own_word("tie_kinds")("Membre"), own_word("tie_kinds")("Mentor van")
    ('member', Approximate(value='mentor-van', key='own-word'))
    """

    def term(text: str) -> str | Approximate | None:
        known = terms(vocabulary).get(word(text))
        if known is None and not nothing(text):
            return Approximate(re.sub(r"[\W_]+", "-", text.lower()).strip("-") or None, "own-word")
        return known

    return term


def identifier(scheme: str) -> Conversion:
    """Make a reader of identifiers of one scheme."""

    def value(text: str) -> str | None:
        if nothing(text):
            return None
        if _LOST_DIGITS.fullmatch(text):
            raise InputError("digits-lost")
        return parse_identifier(scheme, text).value

    return value
