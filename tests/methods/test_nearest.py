import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.errors import InputError
from traitdunion.methods import nearest as module
from traitdunion.methods.nearest import nearest, unit_rows

ROUNDED = 2e-6


def cosines(queries, vectors):
    """By definition, in double precision; NaN with a row of zeros."""
    with np.errstate(invalid="ignore"):
        parts = [
            np.asarray(rows, float) / np.linalg.norm(rows, axis=1)[:, None] for rows in (queries, vectors)
        ]
    return parts[0] @ parts[1].T


def possible(queries, vectors, excluded=None):
    """Cosines with candidates, minus infinity with what is none."""
    found = cosines(vectors if queries is None else queries, vectors)
    found[np.isnan(found)] = -np.inf
    if queries is None:
        np.fill_diagonal(found, -np.inf)
    if excluded is not None:
        found[excluded] = -np.inf
    return found


def check(found, every, k):
    """The k greatest, each with its own score, best first, equal ones by column."""
    best = -np.sort(-every, axis=1)[:, :k]
    best = np.pad(best, ((0, 0), (0, k - best.shape[1])), constant_values=-np.inf)
    assert found.columns.shape == found.scores.shape == best.shape
    np.testing.assert_array_equal(found.columns == -1, np.isinf(best))
    np.testing.assert_array_equal(np.isnan(found.scores), np.isinf(best))
    for columns, scores, row, expected in zip(found.columns, found.scores, every, best, strict=True):
        columns, scores, expected = (part[np.isfinite(expected)] for part in (columns, scores, expected))
        assert len(set(columns.tolist())) == len(columns)
        np.testing.assert_allclose(row[columns], scores, atol=ROUNDED)
        np.testing.assert_allclose(scores, expected, atol=ROUNDED)
        assert (np.lexsort((columns, -scores)) == np.arange(len(columns))).all()


@st.composite
def vectors_and_masks(draw):
    """Few directions, so that equal vectors, opposite ones and zeros are common."""
    rows, columns, queries = draw(st.integers(0, 12)), draw(st.integers(1, 3)), draw(st.integers(0, 6))
    entries = st.integers(-2, 2)

    def matrix(height):
        return np.array(
            draw(st.lists(entries, min_size=height * columns, max_size=height * columns)), float
        ).reshape(height, columns)

    vectors, asked = matrix(rows), matrix(queries)
    asked = draw(st.sampled_from([None, asked]))
    height = rows if asked is None else queries
    mask = draw(st.lists(st.booleans(), min_size=height * rows, max_size=height * rows))
    return vectors, asked, np.array(mask, bool).reshape(height, rows)


@given(vectors_and_masks(), st.integers(1, 15), st.booleans())
def test_the_greatest_cosines_by_definition(made, k, masked):
    vectors, queries, mask = made
    found = nearest(vectors, k=k, queries=queries, excluded=mask if masked else None)
    check(found, possible(queries, vectors, mask if masked else None), k)


@given(vectors_and_masks(), st.integers(1, 15), st.integers(1, 14))
def test_all_cells_searched_is_exact(made, k, cells):
    vectors, queries, mask = made
    found = nearest(vectors, k=k, queries=queries, excluded=sparse.csr_array(mask), cells=cells, probes=14)
    check(found, possible(queries, vectors, mask), k)


@given(vectors_and_masks(), st.integers(1, 5), st.integers(1, 4), st.integers(1, 9), st.integers(1, 4))
def test_the_size_of_blocks_changes_nothing(made, k, wide, block, chunk):
    vectors, queries, mask = made
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "WIDE", wide)
        patch.setattr(module, "BLOCK", block)
        patch.setattr(module, "CHUNK", chunk)
        for cells in (1, 3):
            found = nearest(vectors, k=k, queries=queries, excluded=mask, cells=cells, probes=3)
            check(found, possible(queries, vectors, mask), k)


def topics(rows, *, columns=24, count=60, spread=0.8):
    dice = np.random.default_rng(4)
    centres = dice.standard_normal((count, columns))
    return centres[dice.integers(count, size=rows)] + spread * dice.standard_normal((rows, columns))


def recall(found, every, k):
    best = np.argsort(-every, axis=1)[:, :k]
    return np.mean(
        [len({*ours} & {*truth}) / k for ours, truth in zip(found.tolist(), best.tolist(), strict=True)]
    )


def test_cells_find_nearly_all_and_more_cells_more():
    vectors = topics(3000)
    every = possible(None, vectors)
    shares = []
    for probes in (1, 4, 16, 110):
        found = nearest(vectors, k=10, cells=110, probes=probes)
        own = np.take_along_axis(every, found.columns, axis=1)
        np.testing.assert_allclose(own, found.scores, atol=ROUNDED)
        shares.append(recall(found.columns, every, 10))
    assert shares == sorted(shares)
    assert shares[0] < 0.9 < 0.97 < shares[2]
    assert shares[-1] > 0.999


def test_beyond_the_limit_cells_are_made(monkeypatch):
    vectors = topics(2000)
    every = nearest(vectors, k=10)
    monkeypatch.setattr(module, "EXACT", 1999)
    some = nearest(vectors, k=10, probes=1)
    again = nearest(vectors, k=10, probes=1, cells=round(2 * 2000**0.5))
    assert (some.scores < every.scores - ROUNDED).any()
    np.testing.assert_array_equal(some.columns, again.columns)
    assert (nearest(vectors, k=10, probes=1, cells=1).columns == every.columns).all()


def test_same_input_same_bytes_and_nothing_changed():
    vectors = topics(800).astype(np.float32)
    kept = vectors.copy()
    first, second = (nearest(vectors, k=7, cells=30, probes=3, seed=5) for _ in range(2))
    assert first.columns.tobytes() == second.columns.tobytes()
    assert first.scores.tobytes() == second.scores.tobytes()
    assert (vectors == kept).all()
    other = nearest(vectors, k=7, cells=30, probes=3, seed=6)
    assert (first.columns != other.columns).any()


def test_only_directions_count():
    vectors = topics(50)
    sizes = np.array([1e-30, 1.0, 1e30])[np.arange(50) % 3][:, None]
    plain, scaled = nearest(vectors, k=4), nearest(vectors * sizes, k=4)
    np.testing.assert_array_equal(plain.columns, scaled.columns)
    assert np.abs(np.linalg.norm(unit_rows(vectors * sizes, "vectors"), axis=1) - 1.0).max() < 1e-6


def test_equals_are_listed_by_column_and_nobody_is_its_own_neighbour():
    found = nearest(np.ones((6, 3)), k=3)
    assert found.columns.tolist() == [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], [0, 1, 2], [0, 1, 2]]
    asked = nearest(np.ones((3, 3)), k=2, queries=np.ones((1, 3)))
    assert asked.columns.tolist() == [[0, 1]]


def test_a_list_is_as_long_as_without_excluded_pairs():
    vectors = topics(600)
    plain = nearest(vectors, k=5, cells=20, probes=20)
    known = sparse.csr_array(
        (np.ones(3000), (np.repeat(np.arange(600), 5), plain.columns.ravel())), shape=(600, 600)
    )
    found = nearest(vectors, k=5, cells=20, probes=20, excluded=known)
    longer = nearest(vectors, k=10, cells=20, probes=20)
    np.testing.assert_allclose(found.scores, longer.scores[:, 5:], atol=ROUNDED)
    assert known[np.repeat(np.arange(600), 5), found.columns.ravel()].sum() == 0


def test_a_list_is_full_where_the_cells_searched_hold_too_few():
    vectors = topics(400)
    alone = nearest(vectors, k=30, cells=80, probes=1)
    assert (alone.columns >= 0).all()
    queries = vectors[:5]
    mask = np.ones((5, 400), bool)
    mask[:, 7:9] = False
    check(
        nearest(vectors, k=3, queries=queries, excluded=mask, cells=80, probes=1),
        possible(queries, vectors, mask),
        3,
    )


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"k": 0}, "count-from-one"),
        ({"probes": 0}, "count-from-one"),
        ({"cells": 0}, "count-from-one"),
        ({"vectors": [[np.nan, 1.0]]}, "values-not-numbers"),
        ({"vectors": [[1e200, 1.0]]}, "values-not-numbers"),
        ({"vectors": [1.0, 2.0]}, "lengths-differ"),
        ({"queries": [[1.0, 2.0, 3.0]]}, "lengths-differ"),
        ({"excluded": np.zeros((1, 3))}, "lengths-differ"),
        ({"cells": 2, "seed": -1}, "seed-negative"),
    ],
)
def test_what_cannot_be_used_is_named(wrong, key):
    handed = {"vectors": [[1.0, 0.0], [0.0, 1.0]], "k": 1} | wrong
    with pytest.raises(InputError) as caught:
        nearest(handed.pop("vectors"), **handed)
    assert caught.value.key == key
