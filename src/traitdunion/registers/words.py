"""The words by which columns, values and tables are recognized, read from `words.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})
_FALSE_FRIENDS = re.compile(r"\(.*?\)|\[.*?\]")


@cache
def word(text: str) -> str:
    """Fold a heading or a value to what counts in it: letters without accents, and digits.

    Examples
    --------
    >>> word(" N° d'Entreprise ")
    'ndentreprise'
    >>> word("Rôle") == word("role")
    True
    """
    folded = unicodedata.normalize("NFKD", text.replace("°", "").replace("º", "").casefold())
    return "".join(sign for sign in folded.translate(_LIGATURES) if sign.isascii() and sign.isalnum())


def unbracketed(heading: str) -> str:
    """Leave out what a heading says in brackets: a unit, an example."""
    return _FALSE_FRIENDS.sub(" ", heading)


@cache
def table_of_words() -> Mapping[str, Any]:
    """Read the whole table of words, once."""
    return tomllib.loads(files("traitdunion").joinpath("registers", "words.toml").read_text(encoding="utf-8"))


@cache
def field_ranks(noun: str) -> Mapping[str, tuple[str, int]]:
    """Give the field of a noun that each folded heading claims, and the rank of the claim (0 is best)."""
    claims: dict[str, tuple[str, int]] = {}
    for name, synonyms in table_of_words()["columns"][noun].items():
        for rank, synonym in enumerate([name, *synonyms]):
            claims.setdefault(word(synonym), (name, rank))
    return claims


@cache
def terms(vocabulary: str) -> Mapping[str, str]:
    """Give the term of a vocabulary that each folded word stands for."""
    listed = table_of_words()["values"][vocabulary]
    return {word(text): term for term, synonyms in listed.items() for text in [*synonyms, term]}


@cache
def folded(*path: str) -> frozenset[str]:
    """Fold a plain list of words of the table."""
    listed: Any = table_of_words()
    for step in path:
        listed = listed[step]
    return _folded(listed)


def _folded(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(word(text) for text in listed)


@cache
def person_heading(heading: str) -> bool:
    """Tell whether a heading speaks of a person: a name, an address, a telephone."""
    plain = word(heading)
    return plain in folded("persons", "whole") or any(part in plain for part in folded("persons", "anywhere"))


def hints_of(*names: str) -> frozenset[str]:
    """Tell what the names of a file and its sheet hint at: members, clusters, ties ...

    Examples
    --------
    >>> sorted(hints_of("Leden 2024.csv"))
    ['members']
    """
    said = {word(part) for name in names for part in re.split(r"[\W_]+", name) if part}
    return frozenset(hint for hint in table_of_words()["hints"] if said & folded("hints", hint))


@cache
def country_names() -> Mapping[str, str]:
    """Give the two letters of each country name and code, in English, French, Dutch and German."""
    from babel import Locale  # noqa: PLC0415  a large package, needed only where a file names countries
    from babel.core import get_global  # noqa: PLC0415

    official = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()}
    known: dict[str, str] = {}
    for code, replacements in get_global("territory_aliases").items():
        if len(replacements) == 1 and not code.isdigit():
            known[word(code)] = replacements[0]
    for language in ("de", "nl", "fr", "en"):
        names = Locale(language).territories
        known |= {word(str(names[code])): code for code in sorted(official) if code in names}
    return {**known, **{word(code): code for code in sorted(official)}, **terms("countries")}
