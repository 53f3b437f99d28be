"""The catalogs: every sentence a person reads, as Fluent messages in three languages.

One file a theme in `locale/<language>/`; a theme is parsed when a message of it is first asked for, so
that the help of a command costs one file. Sentences are whole: nothing is glued together in code.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from traitdunion.errors import TraitdunionError
from traitdunion.language import formats

LANGUAGES = ("fr", "nl", "en")
FALLBACK = "en"
_KEY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


class MissingWords(UserWarning):
    """A catalog lacks a message, an attribute, or a value it needs; the reader sees the key."""


class _Catalog:
    """The messages of one language."""

    def __init__(self, language: str) -> None:
        from fluent.runtime import FluentBundle  # noqa: PLC0415  slow to import, not needed by `import traitdunion`

        self._bundle = FluentBundle([formats.LOCALES[language]], use_isolating=False)
        folder = files("traitdunion.language") / "locale" / language
        themes = sorted((file.name, file.read_text("utf-8")) for file in folder.iterdir())
        self._theme = {key: name for name, text in themes for key in _KEY.findall(text)}
        self._unread = dict(themes)

    def message(self, key: str) -> Any:
        """Give a message, reading its theme if need be; None when there is none."""
        theme = self._theme.get(key)
        if theme is None:
            return None
        text = self._unread.get(theme)
        if text is not None:
            from fluent.runtime import FluentResource  # noqa: PLC0415  slow to import

            self._bundle.add_resource(FluentResource(text))
            self._unread.pop(theme, None)
        return self._bundle.get_message(key)

    def sentence(self, key: str, attribute: str | None, values: dict[str, Any]) -> str | None:
        """Fill in a message, or None when the catalog lacks it."""
        message = self.message(key)
        pattern = message and (message.attributes.get(attribute) if attribute else message.value)
        if pattern is None:
            return None
        text, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            warnings.warn(f"{key}: {'; '.join(map(str, faults))}", MissingWords, stacklevel=4)
        return str(text)


@cache
def _catalog(language: str) -> _Catalog:
    return _Catalog(language)


def spoken(language: str | None) -> str:
    """Give the language to speak for a wish such as "fr", "nl_BE.UTF-8" or nothing: English otherwise.

    Examples
    --------
    >>> spoken("nl_BE.UTF-8"), spoken("de"), spoken(None)
    ('nl', 'en', 'en')
    """
    wished = (language or "")[:2].lower()
    return wished if wished in LANGUAGES else FALLBACK


def has(key: str, language: str = FALLBACK) -> bool:
    """Say whether the catalog has a message."""
    return _catalog(language).message(key) is not None


def say(key: str, language: str, /, **values: Any) -> str:
    """Say a message in a language.

    Parameters
    ----------
    key, language : str
        Name of the message; "fr", "nl" or "en".
    **values
        What the sentence needs. Numbers are written, and plurals chosen, as the language does; dates are
        written out; lists are joined with its "and". One value that is markup makes markup of the
        sentence, and every other value is escaped.

    Returns
    -------
    str
        The sentence; the key when the catalog lacks it, with a `MissingWords` warning.

    Examples
    --------
    >>> say("listing-plan", "fr")
    'Plan des mises en relation'
    """
    return _said(key, None, values, language)


def _said(key: str, attribute: str | None, values: Mapping[str, Any], language: str) -> str:
    marked = any(_is_markup(value) for value in values.values())
    written = {name: _written(value, language, marked) for name, value in values.items()}
    text = _catalog(language).sentence(key, attribute, written)
    if text is None:
        name = f"{key}.{attribute}" if attribute else key
        warnings.warn(f"no message {name} in {language}", MissingWords, stacklevel=3)
        return name
    return Markup(text) if marked else text  # noqa: S704  every value was escaped, catalogs hold no markup


def _is_markup(value: Any) -> bool:
    parts = value if isinstance(value, list | tuple) else (value,)
    return any(isinstance(part, Markup) for part in parts)


def _written(value: Any, language: str, marked: bool) -> Any:
    """Write one value as the sentence takes it: numbers stay numbers, for the plural to be chosen by."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return formats.date_text(value, language)
    if isinstance(value, list | tuple):
        return formats.joined([str(_written(part, language, marked)) for part in value], language)
    return str(escape(value)) if marked else str(value)


def error_sentences(error: TraitdunionError, language: str) -> tuple[str, str]:
    """Say what is wrong, and how to mend it."""
    return _fact_and_remedy(error.key, error.values, language)


def fault_sentences(fault: Any, language: str) -> tuple[str, str]:
    """Say what is wrong in a place of a file, and how to mend it.

    Parameters
    ----------
    fault : traitdunion.domain.record.Fault
        Its file, row, column and value may be named by the sentences, beside its own values.
    """
    place = {name: getattr(fault, name) for name in ("file", "row", "column", "value")}
    return _fact_and_remedy(fault.key, {**place, **fault.values}, language)


def _fact_and_remedy(key: str, values: Mapping[str, Any], language: str) -> tuple[str, str]:
    known = dict.fromkeys(("file", "row", "column", "value"), "")
    known |= {name: "" if value is None else value for name, value in values.items()}
    known["row"] = str(known["row"])  # a place, not an amount: never with a separator of thousands
    return _said(key, None, known, language), _said(key, "remedy", known, language)
