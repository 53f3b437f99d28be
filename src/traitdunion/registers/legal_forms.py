"""Legal forms of Europe: what an organization is in law, told apart from what it is called."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def name_table(*path: str) -> Any:
    """Give one entry of `organization_names.toml`; a list there is text parted by commas."""
    entry: Any = (
        tomllib.loads(_TABLE.read_text(encoding="utf-8")) if len(path) < 2 else name_table(*path[:-1])
    )
    return entry[path[-1]]


def listed(text: str) -> list[str]:
    """Cut a list of the table into its items.

    Examples
    --------
    >>> listed("naamloze vennootschap, nv")
    ['naamloze vennootschap', 'nv']
    """
    return [item.strip() for item in text.replace("\n", " ").split(",") if item.strip()]


_TABLE = files("traitdunion.registers").joinpath("organization_names.toml")
_FAMILY: Mapping[str, str] = {
    form: family for family, forms in name_table("legal_forms").items() for form in listed(forms)
}
_OPENING = frozenset(listed(name_table("legal_forms_that", "open")))
UNMISTAKABLE = frozenset(listed(name_table("legal_forms_that", "part")))
_LONGEST = max(form.count(" ") + 1 for form in _FAMILY)


def family_of(form: str) -> str | None:
    """Family of a folded legal form, or None if it is none.

    Examples
    --------
    >>> family_of("bvba"), family_of("gmbh"), family_of("leuven")
    ('private company', 'private company', None)
    """
    return _FAMILY.get(form)


def split_legal_form(words: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Take the legal forms off both ends of a folded name.

    Parameters
    ----------
    words : sequence of str
        The words of one name, folded.

    Returns
    -------
    tuple of (tuple of str, str or None)
        What is left, never empty unless `words` is, and the family of the form nearest to the name.

    Examples
    --------
    >>> split_legal_form(["solvay", "sa"])
    (('solvay',), 'public company')
    >>> split_legal_form(["stichting", "wetsus"])
    (('wetsus',), 'foundation')
    """
    left = tuple(words)
    family: str | None = None
    while size := _closing(left):
        family = _FAMILY[" ".join(left[-size:])]
        left = left[:-size]
    while size := _opening(left):
        family = family or _FAMILY[" ".join(left[:size])]
        left = left[size:]
    return left, family


def _closing(words: tuple[str, ...]) -> int:
    """How many last words are one legal form; the longest form wins, and a name keeps one word."""
    sizes = range(min(_LONGEST, len(words) - 1), 0, -1)
    return next((size for size in sizes if " ".join(words[-size:]) in _FAMILY), 0)


def _opening(words: tuple[str, ...]) -> int:
    sizes = range(min(_LONGEST, len(words) - 1), 0, -1)
    return next((size for size in sizes if " ".join(words[:size]) in _OPENING), 0)
