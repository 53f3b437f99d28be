import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from traitdunion.domain.judgment import Judgment, ruled
from traitdunion.domain.record import Records, content_hash, joined, table_of

ROWS = st.lists(
    st.tuples(st.text(max_size=5), st.integers(-9, 9), st.lists(st.text(max_size=2), max_size=2)), max_size=8
)


def table(rows: list) -> pa.Table:
    schema = pa.schema([("a", pa.string()), ("b", pa.int64()), ("c", pa.list_(pa.string()))])
    return pa.Table.from_pylist([dict(zip("abc", row, strict=True)) for row in rows], schema=schema)


@given(ROWS, ROWS)
def test_two_contents_have_one_hash_only_when_they_are_the_same(one: list, other: list) -> None:
    assert (content_hash([table(one)]) == content_hash([table(other)])) == (one == other)


@given(ROWS, st.integers(0, 8))
def test_the_hash_does_not_see_how_a_table_lies_in_memory(rows: list, cut: int) -> None:
    parts = pa.concat_tables([table(rows[:cut]), table(rows[cut:])])
    assert content_hash([parts]) == content_hash([table(rows)])


def test_records_refuse_a_table_of_another_shape() -> None:
    empty = Records.empty()
    with pytest.raises(ValueError, match="ties"):
        Records(empty.organizations, empty.events, empty.events, empty.participations, empty.topics)


def test_joined_keeps_the_order_given() -> None:
    one, other = (
        Records(
            table_of(
                "organizations",
                [{"record": f"local:{ref}", "source": "local", "ref": ref, "file": "f", "row": 2}],
            ),
            *(getattr(Records.empty(), noun) for noun in ("ties", "events", "participations", "topics")),
        )
        for ref in "ab"
    )
    assert joined([other, one]).organizations["ref"].to_pylist() == ["b", "a"]


def test_a_judgment_names_its_records_in_order() -> None:
    assert ruled("b", "a", "same") == Judgment("a", "b", "same")
    with pytest.raises(ValueError, match="alphabetical"):
        Judgment("a", "a", "same")
