"""Organization names made comparable: spelling, legal form, parts and abbreviations told apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from traitdunion.registers.legal_forms import UNMISTAKABLE, family_of, listed, name_table, split_legal_form

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
    | {"&": " and "}
)
_WORD = re.compile(r"[^\W_]+")
# UTF-8 read as Windows-1252: "Ã©" for "é".
_MOJIBAKE = re.compile("[ÂÃÄÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ\u017d‘’“”•–—˜™š›œžŸ]")
_SEPARATOR = re.compile(r"[()\[\]/|*;:\"“”«»]|\s[-–—]|[-–—]\s|,\s")
# "S.P.A.", "a. s.", "S A", "A/S": letters on their own are the letters of one word.
_SPELLED_OUT = re.compile(r"(?<![^\W_])(?:[^\W\d_][./ ] ?)+[^\W\d_](?![^\W_])")

_LINKS = frozenset(listed(name_table("links")))
_STOP_WORDS = _LINKS | frozenset(listed(name_table("stop_words")))

_STEM = 7  # letters: long enough to keep words apart, short enough to drop what grammar adds
_SHORTEST = 4  # letters of a part or an abbreviation


def _synonyms(table: str) -> dict[str, str]:
    entries = name_table(table).items()
    return {word: meaning for meaning, words in entries for word in (meaning, *listed(words))}


COMMON_WORDS = frozenset(name_table("common_words"))
_TOWN = _synonyms("town_names")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, taken apart for comparison.

    Attributes
    ----------
    key : str
        The whole name without legal form, links, spaces and accents.
    letters : str
        The same with its links: where a line was cut, spaces are lost and found.
    spelled : str
        Its words that count, in the order of the alphabet.
    words : tuple of str
        What its words mean, sorted, each once: common words and places by their meaning, others by stem.
    form : str or None
        Family of its legal form.
    digits : str
        Its numerals in order: they tell sisters apart.
    parts : tuple of str
        Keys of what stands between brackets, dashes and legal forms: often the name in another language.
    abbreviations : tuple of str
        Keys with the first words reduced to initials: `"kuleuven"`, `"uclouvain"`.
    """

    key: str
    letters: str
    spelled: str
    words: tuple[str, ...]
    form: str | None
    digits: str
    parts: tuple[str, ...]
    abbreviations: tuple[str, ...]


def fold(text: str) -> str:
    """Write text in small letters without accents; repair UTF-8 that was read as Windows-1252.

    Examples
    --------
    >>> fold("Université de LiÃ¨ge & Łódź")
    'universite de liege  and  lodz'
    """
    text = _MOJIBAKE.sub(_repaired, text)
    text = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return text if text.isascii() else "".join(letter for letter in text if not unicodedata.combining(letter))


def parse_name(text: str) -> Name:
    """Take one organization name apart.

    Parameters
    ----------
    text : str
        As written; a text without letters or digits gives an empty key.

    Examples
    --------
    >>> parse_name("Katholieke Universiteit Leuven VZW").abbreviations
    ('kuniversiteitleuven', 'kuleuven')
    >>> parse_name("SOLVAY S.A.").form, parse_name("Solvay nv").form
    ('public company', 'public company')
    """
    folded = fold(text)
    spoken, form = _core(folded)
    weighty = [word for word in spoken if word not in _STOP_WORDS] or spoken
    key = _key(spoken)
    parts = dict.fromkeys(_key(_core(part)[0]) for part in _pieces(folded))
    return Name(
        key=key,
        letters="".join(spoken),
        spelled=" ".join(sorted(weighty)),
        words=tuple(sorted({_meaning(word) for word in weighty})),
        form=form,
        digits=" ".join(re.findall(r"\d+", folded)),
        parts=tuple(part for part in parts if len(part) >= _SHORTEST and part != key and not family_of(part)),
        abbreviations=tuple(dict.fromkeys(_abbreviations(weighty))),
    )


def place_key(text: str) -> str:
    """Bring the names of one town together, whatever the language and the delivery office.

    Examples
    --------
    >>> place_key("Bruxelles 4"), place_key("BRUSSEL"), place_key("Paris Cedex 05")
    ('brussels', 'brussels', 'paris')
    """
    words = [word for word in _WORD.findall(fold(text)) if word.isalpha() and word != "cedex"]
    return _TOWN.get(" ".join(words), " ".join(words))


def street_key(text: str) -> str:
    """Write a street and its first number in one way; empty when no word is left.

    Examples
    --------
    >>> street_key("Oude Markt  13 bus 5005") == street_key("OUDE MARKT 13")
    True
    """
    folded = fold(text)
    street = "".join(word for word in re.split(r"\d", folded)[0].split() if word not in ("bus", "bte", "box"))
    number = re.search(r"\d+", folded)
    letters = "".join(_WORD.findall(street))
    return f"{letters} {number[0] if number else ''}".strip() if letters else ""


def _repaired(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]


def _core(folded: str) -> tuple[list[str], str | None]:
    """Words of a folded text without its legal forms, German digraphs made one letter, and the form."""
    joined = _SPELLED_OUT.sub(lambda found: re.sub("[./ ]", "", found[0]), folded)
    words, form = split_legal_form(_WORD.findall(joined))
    kept = [word for word in words if word not in UNMISTAKABLE] or words
    return [_one_letter(word) for word in kept], form


def _one_letter(word: str) -> str:
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _key(words: list[str]) -> str:
    return "".join(word for word in words if word not in _LINKS) or "".join(words)


def _pieces(folded: str) -> list[str]:
    """Cut a name where brackets, dashes and unmistakable legal forms do."""
    pieces = []
    for segment in _SEPARATOR.split(folded):
        words = segment.split()
        ends = [place for place, word in enumerate(words) if word in UNMISTAKABLE]
        pieces += [" ".join(words[start:end]) for start, end in zip([0, *ends], [*ends, None], strict=True)]
    return pieces


def _meaning(word: str) -> str:
    return _MEANING.get(word) or word[:_STEM]


def _abbreviations(words: list[str]) -> list[str]:
    """The first word, the first two, ... down to their initials, the rest in full."""
    initials = "".join(word[0] for word in words)
    shortened = [initials[:count] + "".join(words[count:]) for count in range(1, len(words))]
    return [key for key in shortened if len(key) >= _SHORTEST]


_MEANING = {_one_letter(word): meaning for word, meaning in (_TOWN | _synonyms("common_words")).items()}
