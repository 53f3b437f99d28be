"""Words of the vocabularies, headings of columns and names of activities, in three languages."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from traitdunion.language.catalog import has, say
from traitdunion.language.formats import sort_key


@lru_cache(maxsize=5_000)
def term(word: Any, language: str, *, column: str = "") -> str:
    """Say a word of a vocabulary as a reader knows it.

    Parameters
    ----------
    word : str or bool
        "joint-project", "Flanders", True. A word no catalog has is the user's own and stays as it is.
    column : str, optional
        Where it stands, when the same word means different things: a tie whose state is "unknown", a
        purpose "partner".

    Examples
    --------
    >>> term("competitiveness-pole", "fr"), term("no-tie-known", "nl"), term("mentor", "en")
    ('pôle de compétitivité', 'geen band bekend', 'mentor')
    """
    if word is None:
        return ""
    name = _key(str(word))
    for key in (f"term-{_key(column)}-{name}", f"term-{name}"):
        if name and has(key):
            return say(key, language)
    return str(word)


def heading(column: str, language: str) -> str:
    """Say the heading of a column."""
    return say(f"label-{_key(column)}", language)


def _key(word: str) -> str:
    """Write a word as the catalogs key it: small letters without accents, with hyphens between."""
    return "-".join(re.findall(r"[a-z0-9]+", sort_key(word)[0]))


@cache
def _nace() -> dict[str, dict[str, str]]:
    text = (files("bce_codes_to_label") / "data" / "nace.json").read_text("utf-8")
    codes: dict[str, dict[str, str]] = json.loads(text)["codes"]
    return codes


@lru_cache(maxsize=5_000)
def activity(code: str, language: str) -> str:
    """Say an activity: its number with a dot after the division, and its label.

    Parameters
    ----------
    code : str
        "nace-rev2:2841", "nace-bel-2025:28410", or a bare division such as "28".

    Returns
    -------
    str
        The label of the nearest level the official table has; the code when it has none.

    Examples
    --------
    >>> activity("nace-rev2:2841", "en")
    '28.41 Manufacture of metal forming machinery'
    """
    scheme, _, digits = code.rpartition(":")
    version = "2025" if "2025" in scheme or scheme.endswith("rev2.1") else "2008"
    for length in range(len(digits), 1, -1):
        found = _nace().get(f"{version}:{digits[:length]}")
        if found:
            return f"{_dotted(digits[:length])} {found[f'label_{language}']}"
    return code


def _dotted(digits: str) -> str:
    return f"{digits[:2]}.{digits[2:]}" if len(digits) > 2 else digits
