import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.methods.partners.words import (
    COMMON,
    as_written,
    counted_in,
    counted_words,
    family,
    indicator,
    lasting,
    unit,
    weighed,
)

counts = st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=9)


@given(counts)
def test_words_weigh_by_how_rare_they_are(given_counts: list[list[int]]) -> None:
    table = np.array(given_counts, dtype=float)
    spread, texts = (table > 0).sum(axis=0), (table > 0).any(axis=1).sum()
    expected = np.zeros(table.shape)
    for row, column in zip(*np.nonzero(table), strict=True):
        if 1 < spread[column] <= max(COMMON * texts, 2):
            expected[row, column] = (1 + math.log(table[row, column])) * (
                1 + math.log((1 + texts) / (1 + spread[column]))
            )
    length = np.linalg.norm(expected, axis=1, keepdims=True)
    expected = np.divide(expected, length, out=np.zeros_like(expected), where=length > 0)
    assert weighed(sparse.csr_array(table)).toarray() == pytest.approx(expected)


@given(counts, counts)
def test_words_of_others_are_weighed_as_among_the_texts_known(
    known: list[list[int]], asked: list[list[int]]
) -> None:
    """What one newcomer is told does not depend on who else asks."""
    texts, others = (sparse.csr_array(np.array(each, dtype=float)) for each in (known, asked))
    together = weighed(others, among=texts).toarray()
    for row in range(len(asked)):
        assert (weighed(others[[row]], among=texts).toarray()[0] == together[row]).all()
    assert (weighed(texts, among=texts).toarray() == weighed(texts).toarray()).all()


def test_texts_without_a_word() -> None:
    table, words = counted_words(["", "3 4", "a"])
    assert (table.shape, words) == ((3, 0), [])
    assert counted_in([], ["wind"]).shape == (1, 0)
    assert weighed(table).shape == (3, 0)


def test_words_are_counted_without_accents_and_given_as_written() -> None:
    table, words = counted_words(["Énergie solaire, énergie", "Solaire"])
    assert words == ["energie", "solaire"]
    assert table.toarray().tolist() == [[2.0, 1.0], [0.0, 1.0]]
    assert counted_in(words, ["ENERGIE vent"]).toarray().tolist() == [[1.0, 0.0]]
    assert as_written(words, ["Énergie"]) == ["énergie", "solaire"]


def test_labels_among_those_known() -> None:
    matrix, names = indicator([["b", "c"], None or []], ["c", "a"])
    assert (matrix.toarray().tolist(), names) == ([[1.0, 0.0], [0.0, 0.0]], ["c", "a"])
    assert indicator([])[0].shape == (0, 0)


def test_themes_that_come_back_each_year_are_one() -> None:
    assert {lasting(f"ICT-15-{year}") for year in (2014, 2015, 2016)} == {"ICT-15"}
    assert family(lasting("LC-SC3-ES-5-2018-2020")) == "LC"
    assert lasting("2014") == "2014"


@given(st.lists(st.lists(st.floats(-9, 9), min_size=3, max_size=3), min_size=1, max_size=5))
def test_rows_have_length_one_or_none(rows: list[list[float]]) -> None:
    length = np.linalg.norm(unit(sparse.csr_array(np.array(rows))).toarray(), axis=1)
    assert all(one == pytest.approx(1) or one == 0 for one in length)
