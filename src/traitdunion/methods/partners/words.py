"""Words and themes of projects, counted: sparse matrices that advice compares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

Floats = npt.NDArray[np.float64]

# A theme that comes back each year is one theme: "ICT-15-2014", "ICT-15-2015".
_YEAR = re.compile(r"[-_ ](19|20)\d\d\b.*$")
_FAMILY = re.compile(r"^[^\W\d_]+\d*")
_WORD = r"(?u)\b[^\W\d]\w+\b"
# A word in so many texts says nothing, in whatever language.
COMMON = 0.3


def counted_words(texts: Sequence[str]) -> tuple[Any, list[str]]:
    """Count the words of texts, accents and capitals aside.

    Parameters
    ----------
    texts : sequence of str, length n

    Returns
    -------
    counts : csr_array, shape (n, words)
    words : list of str
        Of two letters and more, in the order of the alphabet.

    Examples
    --------
    >>> counts, words = counted_words(["Énergie énergie", "a wind"])
    >>> counts.toarray().tolist(), words
    ([[2.0, 0.0], [0.0, 1.0]], ['energie', 'wind'])
    """
    if not any(re.search(_WORD, text) for text in texts):
        return sparse.csr_array((len(texts), 0)), []
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415  slow to import

    counter = CountVectorizer(strip_accents="unicode", token_pattern=_WORD)
    counts = sparse.csr_array(counter.fit_transform(texts), dtype=float)
    return counts, [str(word) for word in counter.get_feature_names_out()]


def counted_in(vocabulary: Sequence[str], texts: Sequence[str]) -> Any:
    """Count the words of other texts in a vocabulary of `counted_words`; words not in it are passed over.

    Examples
    --------
    >>> counted_in(["energie", "wind"], ["L'énergie, l'énergie solaire"]).toarray().tolist()
    [[2.0, 0.0]]
    """
    if not len(vocabulary):
        return sparse.csr_array((len(texts), 0))
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415  slow to import

    counter = CountVectorizer(strip_accents="unicode", token_pattern=_WORD, vocabulary=list(vocabulary))
    return sparse.csr_array(counter.transform(texts), dtype=float)


def as_written(words: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Give words as the texts spell them, with their accents; as they are where no text has them.

    Examples
    --------
    >>> as_written(["energie", "wind"], ["L'énergie renouvelable"])
    ['énergie', 'wind']
    """
    spelled: dict[str, str] = {}
    for text in texts:
        for word in re.findall(_WORD, text):
            folded = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
            spelled.setdefault(folded, word.lower())
    return [spelled.get(word, word) for word in words]


def lasting(theme: str) -> str:
    """Take the year off a theme.

    Examples
    --------
    >>> lasting("ICT-15-2014"), lasting("H2020-EU.2.1.1."), lasting("LC-SC3-ES-5-2018-2020")
    ('ICT-15', 'H2020-EU.2.1.1.', 'LC-SC3-ES-5')
    """
    return _YEAR.sub("", theme) or theme


def family(theme: str) -> str:
    """Give the family of a theme: what its code begins with.

    Examples
    --------
    >>> family("ICT-15"), family("machine-learning"), family("5G")
    ('ICT', 'machine', '5G')
    """
    found = _FAMILY.match(theme)
    return found.group() if found else theme


def indicator(labels: Sequence[Sequence[str]], among: Sequence[str] | None = None) -> tuple[Any, list[str]]:
    """Turn the labels of each row into a matrix, one where a row has the label; and the labels.

    Labels that are not `among` those given, where any are, are passed over.

    Examples
    --------
    >>> matrix, names = indicator([["b"], [], ["a", "b", "b"]])
    >>> matrix.toarray().tolist(), names
    ([[0.0, 1.0], [0.0, 0.0], [1.0, 1.0]], ['a', 'b'])
    """
    names = sorted({label for own in labels for label in own}) if among is None else list(among)
    column = {name: place for place, name in enumerate(names)}
    cells = [
        (row, column[label])
        for row, own in enumerate(labels)
        for label in sorted(set(own))
        if label in column
    ]
    at = tuple(np.array(cells, dtype=np.int64).reshape(-1, 2).T)
    return sparse.csr_array((np.ones(len(cells)), at), shape=(len(labels), len(names))), names


def weighed(counts: Any, *, among: Any = None) -> Any:
    """Weigh words: the rarer among the texts, the heavier; each text has length one.

    A word of a single text ties nothing and is left out, and so is one in more than three texts of ten.

    Parameters
    ----------
    counts : csr_array, shape (n, words)
    among : csr_array, shape (m, words), optional
        Texts in which it is counted how rare a word is; `counts` by default.

    Returns
    -------
    csr_array, shape (n, words)
        (1 + ln count) (1 + ln((1 + m) / (1 + texts with the word))), rows of length one; m counts the texts
        that have any word.

    Notes
    -----
    Salton & Buckley (1988), Term-weighting approaches in automatic text retrieval, Information Processing &
    Management 24.

    Examples
    --------
    >>> counts = sparse.csr_array([[1.0, 2, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0]] * 2)
    >>> weighed(counts).toarray().round(3)[:2].tolist()
    [[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    """
    known = counts if among is None else among
    texts = int((np.diff(known.indptr) > 0).sum())
    spread = np.bincount(known.indices, minlength=known.shape[1])
    told = (spread > 1) & (spread <= max(COMMON * texts, 2))
    rarity = np.where(told, 1.0 + np.log((1.0 + texts) / (1.0 + spread)), 0.0)
    heavy = sparse.csr_array(counts, dtype=float, copy=True)
    heavy.data = (1.0 + np.log(np.maximum(heavy.data, 1.0))) * rarity[heavy.indices]
    heavy.eliminate_zeros()
    return unit(heavy)


def unit(matrix: Any) -> Any:
    """Bring each row to length one; empty rows stay empty.

    Examples
    --------
    >>> unit(sparse.csr_array([[3.0, 4.0], [0.0, 0.0]])).toarray().round(6).tolist()
    [[0.6, 0.8], [0.0, 0.0]]
    """
    length: Floats = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)
    return sparse.csr_array(sparse.diags_array(scale) @ matrix)
