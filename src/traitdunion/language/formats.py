"""Numbers, dates and distances as a reader in Belgium writes them, in French, Dutch and English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_GB"}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=20_000)
def number(value: float, language: str, *, digits: int = 0) -> str:
    """Write a number with a fixed count of decimals.

    Examples
    --------
    >>> number(1234.5, "nl", digits=1), number(1234.5, "en", digits=1)
    ('1.234,5', '1,234.5')
    """
    decimals = "." + "0" * digits if digits else ""
    return format_decimal(value, f"#,##0{decimals}", locale=LOCALES[language])


def percent(share: float, language: str, *, digits: int = 0) -> str:
    """Write a share between 0 and 1 as a percentage, with the space the language puts before the sign."""
    decimals = "." + "0" * digits if digits else ""
    sign = "\u00a0%" if language == "fr" else "%"
    return format_percent(share, f"#,##0{decimals}{sign}", locale=LOCALES[language])


def interval(low: float, high: float, language: str, *, digits: int = 1) -> str:
    """Write an interval: its two ends with an en dash between, which no decimal comma disturbs."""
    return f"{number(low, language, digits=digits)}\u2013{number(high, language, digits=digits)}"


def distance(km: float, language: str) -> str:
    """Write a distance: whole kilometres, one decimal below ten.

    Examples
    --------
    >>> distance(3.25, "fr"), distance(112.4, "fr")
    ('3,2\\xa0km', '112\\xa0km')
    """
    return f"{number(km, language, digits=1 if km < 10 else 0)}\u00a0km"


@lru_cache(maxsize=20_000)
def date_text(day: date | str, language: str) -> str:
    """Write a day, or a partial date: "2019", "2019-05", "2019-05-03". Other text is left as it is.

    Examples
    --------
    >>> date_text("2019-05", "fr"), date_text("2019-05-01", "fr"), date_text("2019-05-03", "nl")
    ('mai 2019', '1er mai 2019', '3 mei 2019')
    """
    if isinstance(day, str):
        parts = _PARTIAL.fullmatch(day)
        if not parts or not _is_date(parts):
            return day
        year, month, number_of_day = (int(part) if part else None for part in parts.groups())
        if month is None:
            return str(year)
        if number_of_day is None:
            return format_skeleton("yMMMM", date(year or 1, month, 1), locale=LOCALES[language])
        day = date(year or 1, month, number_of_day)
    text = format_date(day, "long", locale=LOCALES[language])
    return re.sub(r"^1 ", "1er ", text) if language == "fr" else text


def _is_date(parts: re.Match[str]) -> bool:
    year, month, day = (int(part or 1) for part in parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def joined(parts: Sequence[str], language: str) -> str:
    """Join a list with commas and the language's "and"."""
    return format_list(list(parts), locale=LOCALES[language])


def sort_key(text: str) -> tuple[str, str]:
    """Give the key that sorts names as a reader expects: accents and capitals do not count.

    Examples
    --------
    >>> sorted(["Zaventem", "élan", "Étoile", "abeille"], key=sort_key)
    ['abeille', 'élan', 'Étoile', 'Zaventem']
    """
    bare = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold(), text
