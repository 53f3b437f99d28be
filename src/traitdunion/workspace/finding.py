"""Finding organizations by what a person types: a name, a number, a place or a topic, mistyped or not."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
HitKind = Literal["name", "alias", "identifier", "place", "topic"]

IDENTIFIERS = ("number", "vat", "pic", "lei", "ror")
_LONGEST = 200  # signs read of a question, and of a text that may answer it
_MOST_WORDS = 8
_SHORTEST_NUMBER = 4  # signs of an identifier that is not written to its end
_SHORTEST_INNER = 3  # signs looked for within a word
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_PREFIX = re.compile(r"^(?:httpsrororg|httprororg|rororg|ror|btw|tva|vat|kbo|bce|cbe|pic|lei)+")

# How well a text answers; whole texts first, then every word of the question, the worst word counting.
_WHOLE, _BEGINS, _BEGINS_WORD = 100.0, 92.0, 85.0
_WORD, _WORD_BEGINS, _INNER = 88.0, 80.0, 65.0
_TYPOS = (50.0, 45.0)  # one and two
_MEAN = 0.02  # of the mean of the words beyond the worst: only between equals
# What a text counts beside a name: the beginning of a place or a topic still comes before a mistyped name.
_COUNTS: Mapping[HitKind, float] = {
    "name": 1.0,
    "alias": 0.98,
    "identifier": 1.0,
    "place": 0.7,
    "topic": 0.66,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """An organization found.

    Attributes
    ----------
    id : str
    matched : str
        The text that answers, as it is written: a name, an alias, a number, a place, the label of a topic.
    kind : {"name", "alias", "identifier", "place", "topic"}
        What that text is.
    score : float
        100 for a whole text; 50 and less for a mistyped one.
    """

    id: str
    matched: str
    kind: HitKind
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """What is searched, laid out once.

    Attributes
    ----------
    ids : tuple of str
        Clusters first, then by name: the order among equals.
    entries : tuple of (HitKind, str)
        Each text of each organization, as it is written.
    entry_text : array of int, shape (entries,)
        Which text it is once folded.
    entry_counts : array of float, shape (entries,)
        What it counts beside a name.
    first_entry : array of int, shape (organizations + 1,)
        Where the entries of each organization begin.
    texts : tuple of str
        Folded texts, each once.
    compact : tuple of (str, int)
        Folded texts without blanks, in order, and which text each is.
    words : tuple of str
        The words of all texts, in order.
    joined : str
        The words, each on a line of its own.
    first_sign : array of int
        Where each word begins in `joined`.
    by_length : mapping of int to (array of int, list of str)
        The words with a letter, by their length: their places, and themselves.
    first_text, word_texts : array of int
        The texts that hold each word, one word after the other, and where those of each word begin.
    identifiers : tuple of (str, int, str)
        Numbers without separators, in order; whose; and as they are kept.
    """

    ids: tuple[str, ...]
    entries: tuple[tuple[HitKind, str], ...]
    entry_text: Ints
    entry_counts: Floats
    first_entry: Ints
    texts: tuple[str, ...]
    compact: tuple[tuple[str, int], ...]
    words: tuple[str, ...]
    joined: str
    first_sign: Ints
    by_length: Mapping[int, tuple[Ints, list[str]]]
    first_text: Ints
    word_texts: Ints
    identifiers: tuple[tuple[str, int, str], ...]

    @classmethod
    def of(
        cls,
        rows: Iterable[Mapping[str, Any]],
        topics: Mapping[str, Mapping[str, str]],
        places: Mapping[str, Sequence[str]] | None = None,
    ) -> Index:
        """Lay out organizations for searching.

        Parameters
        ----------
        rows : iterable of mapping
            Rows of `Ecosystem.organizations`.
        topics : mapping of topic id to its label by language
        places : mapping of organization id to places, optional
            More places than those of the rows: its other sites.
        """
        ordered = sorted(rows, key=_rank)
        number: dict[str, int] = {}
        entries: list[tuple[HitKind, str]] = []
        text_of, first = [], [0]
        for row in ordered:
            for kind, text in _texts(row, topics, (places or {}).get(row["id"], ())):
                entries.append((kind, text))
                text_of.append(number.setdefault(folded(text), len(number)))
            first.append(len(entries))
        words, first_text, word_texts = _words(tuple(number))
        return cls(
            ids=tuple(row["id"] for row in ordered),
            entries=tuple(entries),
            entry_text=np.array(text_of, dtype=np.int64),
            entry_counts=np.array([_COUNTS[kind] for kind, _ in entries], dtype=np.float64),
            first_entry=np.array(first, dtype=np.int64),
            texts=tuple(number),
            compact=tuple(sorted((text.replace(" ", ""), place) for text, place in number.items())),
            words=words,
            joined="\n".join(words),
            first_sign=np.cumsum([0, *(len(word) + 1 for word in words)], dtype=np.int64)[:-1],
            by_length=_by_length(words),
            first_text=first_text,
            word_texts=word_texts,
            identifiers=tuple(sorted(_identifiers(ordered))),
        )


def folded(text: str) -> str:
    """Fold a text to what counts in it: words of small letters without accents, and digits.

    Examples
    --------
    >>> folded("  L'Œuvre d’Étude, N.V. ")
    'l oeuvre d etude n v'
    """
    small = unicodedata.normalize("NFKD", text[:_LONGEST])[:_LONGEST].casefold().translate(_LIGATURES)
    bare = unicodedata.normalize("NFKD", small)[:_LONGEST]
    signs = (sign if sign.isalnum() else " " for sign in bare if not unicodedata.combining(sign))
    return " ".join("".join(signs).split())


def find(index: Index, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Find organizations, the best answer first; among equals clusters first, then by name.

    Parameters
    ----------
    index : Index
    text : str
        As typed. What comes after 200 signs or eight words is not read.
    limit : int
        At most so many.

    Examples
    --------
    >>> rows = [{"id": "imec", "name": "imec", "kind": "research-center", "city": "Leuven"},
    ...         {"id": "solvay", "name": "Solvay", "kind": "company", "city": "Bruxelles"}]
    >>> index = Index.of(rows, {})
    >>> [(hit.id, hit.kind, hit.matched) for hit in find(index, "bruxelels")]
    [('solvay', 'place', 'Bruxelles')]
    """
    asked = folded(text)
    if not asked or limit < 1 or not index.ids:
        return ()
    named = _named(index, asked)
    by_words = [_texts_scored(index, word) for word in list(dict.fromkeys(asked.split()))[:_MOST_WORDS]]
    whole = _whole(index, asked)
    found = np.stack([_best_texts(index, scores) for scores in by_words])
    worst = found.min(axis=0)
    total = np.where(worst > 0, worst + _MEAN * (found.mean(axis=0) - worst), 0.0)
    total = np.maximum(total, _best_texts(index, whole))
    for owner, (score, _) in named.items():
        total[owner] = max(total[owner], score)
    best = np.lexsort((np.arange(len(total)), -total))[:limit]
    texts = np.maximum(np.mean(by_words, axis=0), whole)
    return tuple(_hit(index, int(owner), float(total[owner]), texts, named) for owner in best if total[owner])


def _best_texts(index: Index, scores: Floats) -> Floats:
    """Give each organization the score of its best text, by the scores of the texts."""
    owned = np.flatnonzero(np.diff(index.first_entry))
    best = np.zeros(len(index.ids))
    if len(owned):
        worth = scores[index.entry_text] * index.entry_counts
        best[owned] = np.maximum.reduceat(worth, index.first_entry[owned])
    return best


def _hit(
    index: Index, owner: int, score: float, texts: Floats, named: Mapping[int, tuple[float, str]]
) -> Hit:
    """Say by which of its texts an organization is found: the one that answers most of the question."""
    number, shown = named.get(owner, (0.0, ""))
    if number == score:
        return Hit(index.ids[owner], shown, "identifier", round(score, 2))
    own = range(int(index.first_entry[owner]), int(index.first_entry[owner + 1]))
    best = max(own, key=lambda entry: texts[index.entry_text[entry]] * _COUNTS[index.entries[entry][0]])
    kind, shown = index.entries[best]
    return Hit(index.ids[owner], shown, kind, round(score, 2))


def _rank(row: Mapping[str, Any]) -> tuple[bool, str, str]:
    return row.get("kind") != "cluster", folded(row.get("name") or row["id"]), row["id"]


def _texts(
    row: Mapping[str, Any], topics: Mapping[str, Mapping[str, str]], places: Sequence[str]
) -> Iterator[tuple[HitKind, str]]:
    """Give what an organization is found by, each text once; one that folds to nothing is left out."""
    labels = [topics.get(topic, {}) for topic in row.get("topics") or ()]
    stated: list[tuple[HitKind, Iterable[str | None]]] = [
        ("name", [row.get("name") or row["id"]]),
        ("alias", row.get("aliases") or ()),
        ("place", [*(row.get(name) for name in ("city", "municipality_fr", "municipality_nl")), *places]),
        ("topic", [one[language] for one in labels for language in ("fr", "nl", "en") if language in one]),
    ]
    seen = {""}
    for kind, texts in stated:
        for text in texts:
            if text and (known := folded(text)) not in seen:
                seen.add(known)
                yield kind, text


def _identifiers(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int, str]]:
    for owner, row in enumerate(rows):
        for shown in dict.fromkeys(row.get(name) for name in IDENTIFIERS):
            if shown:
                yield _bare(shown), owner, shown


def _bare(text: str) -> str:
    return folded(text).replace(" ", "")


def _words(texts: Sequence[str]) -> tuple[tuple[str, ...], Ints, Ints]:
    """Give the words of texts in order, and the texts that hold each."""
    holding: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for word in sorted({*text.split()}):
            holding[word].append(place)
    words = tuple(sorted(holding))
    first = np.cumsum([0, *(len(holding[word]) for word in words)], dtype=np.int64)
    return words, first, np.array([place for word in words for place in holding[word]], dtype=np.int64)


def _by_length(words: Sequence[str]) -> dict[int, tuple[Ints, list[str]]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        if not word.isdigit():
            found[len(word)].append(place)
    return {
        length: (np.array(places, dtype=np.int64), [words[place] for place in places])
        for length, places in found.items()
    }


def _named(index: Index, asked: str) -> dict[int, tuple[float, str]]:
    """Find by a number, whole or its beginning; dots, blanks and a prefix such as BTW do not count."""
    found: dict[int, tuple[float, str]] = {}
    bare = asked.replace(" ", "")
    short = _PREFIX.sub("", bare)
    for number in dict.fromkeys((bare, short, short.removeprefix("be"), "0" + short.removeprefix("be"))):
        if len(number) < _SHORTEST_NUMBER or not any(sign.isdigit() for sign in number):
            continue
        for known, owner, shown in _beginning(index.identifiers, number):
            score = _WHOLE if known == number else _BEGINS
            found[owner] = max(found.get(owner, (0.0, "")), (score, shown))
    return found


def _beginning(ordered: Sequence[Any], start: str) -> Iterator[Any]:
    """Give the tuples of an ordered sequence whose first part begins so."""
    for place in range(bisect_left(ordered, (start,)), len(ordered)):
        if not ordered[place][0].startswith(start):
            return
        yield ordered[place]


def _whole(index: Index, asked: str) -> Floats:
    """Score texts that are the question, or begin with it, whatever its blanks."""
    scores = np.zeros(len(index.texts))
    bare = asked.replace(" ", "")
    for compact, place in _beginning(index.compact, bare):
        ended = index.texts[place].startswith(asked + " ")
        scores[place] = _WHOLE if compact == bare else _BEGINS if ended else _BEGINS_WORD
    return scores


def _texts_scored(index: Index, asked: str) -> Floats:
    """Score the texts by the best of their words for one word of the question."""
    words = _words_scored(index, asked)
    held = np.flatnonzero(words)
    counts = index.first_text[held + 1] - index.first_text[held]
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    scores = np.zeros(len(index.texts))
    texts = index.word_texts[np.repeat(index.first_text[held], counts) + within]
    np.maximum.at(scores, texts, np.repeat(words[held], counts))
    return scores


def _words_scored(index: Index, asked: str) -> Floats:
    """Score the words for one word of the question: the same, begun, within, or mistyped once or twice."""
    scores = np.zeros(len(index.words))
    allowed = 0 if len(asked) < 4 or asked.isdigit() else 1 if len(asked) < 8 else 2
    for length in range(len(asked) - allowed, len(asked) + allowed + 1) if allowed else ():
        if length in index.by_length:
            places, words = index.by_length[length]
            scores[places] = _mistyped(asked, words, allowed)
    if len(asked) >= _SHORTEST_INNER:
        at = [match.start() for match in re.finditer(re.escape(asked), index.joined)]
        scores[np.searchsorted(index.first_sign, at, side="right") - 1] = _INNER
    for place in range(bisect_left(index.words, asked), len(index.words)):
        if not index.words[place].startswith(asked):
            break
        scores[place] = _WORD if index.words[place] == asked else _WORD_BEGINS
    return scores


def _mistyped(asked: str, words: Sequence[str], allowed: int) -> Floats:
    from rapidfuzz.distance import OSA  # noqa: PLC0415  only to search
    from rapidfuzz.process import cdist  # noqa: PLC0415  as above

    typos = cdist([asked], words, scorer=OSA.distance, score_cutoff=allowed, dtype=np.uint8)[0]
    return np.array([0.0, *_TYPOS, 0.0])[np.where(typos > allowed, 3, typos)]
