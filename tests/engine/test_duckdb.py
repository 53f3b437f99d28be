import gzip
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from traitdunion.engine.base import Engine, quoted, text
from traitdunion.engine.duckdb import DuckEngine
from traitdunion.errors import InputError


@pytest.fixture
def engine():
    with DuckEngine() as opened:
        yield opened


def refused(engine: Engine, sql: str) -> str:
    with pytest.raises(InputError) as error:
        engine.run(sql)
    return error.value.key


def test_a_table_is_a_relation_until_another_takes_its_name(engine):
    for values in ([3, 1, 2], [5]):
        engine.register("my list", pa.table({"x": values}))
        found = engine.run('SELECT x FROM "my list" WHERE x >= $least ORDER BY x', {"least": 2})
        assert found["x"].to_pylist() == sorted(one for one in values if one >= 2)


def test_columns_of_a_csv_are_texts_unless_told(engine, tmp_path):
    file = tmp_path / "l'été.csv"
    file.write_text('number,jobs,name\n0200.065.765,3,"Gent, Noord"\n0012,,\n', encoding="utf-8")
    engine.read("plants", file)
    assert engine.run("SELECT * FROM plants ORDER BY number").to_pylist() == [
        {"number": "0012", "jobs": None, "name": None},
        {"number": "0200.065.765", "jobs": "3", "name": "Gent, Noord"},
    ]
    engine.read("plants", file, types={"jobs": "DOUBLE"})
    assert engine.run("SELECT sum(jobs) AS jobs FROM plants")["jobs"].to_pylist() == [3.0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"a,b\n1,2\n", [("1", "2")]),
        (b"\xef\xbb\xbfa;b\r\n1;2,5\r\n", [("1", "2,5")]),
        (b'a\tb\n"x ""y"" z"\t"u\nv"\n', [('x "y" z', "u\nv")]),
        (b'"a"|b\n1|""\n', [("1", None)]),
        (b"a,b\n", []),
    ],
)
def test_the_first_line_says_what_parts_columns(engine, tmp_path, written, read):
    plain, packed = tmp_path / "list.csv", tmp_path / "list.csv.gz"
    plain.write_bytes(written)
    packed.write_bytes(gzip.compress(written))
    for file in (plain, packed):
        engine.read("list", file)
        assert [(row["a"], row["b"]) for row in engine.run("SELECT * FROM list").to_pylist()] == read


def test_quotes_may_come_late(engine, tmp_path):
    """After more rows than anything would look at to guess how the file is written."""
    file = tmp_path / "late.csv"
    file.write_text("name,jobs\n" + "x,1\n" * 30_000 + '"y, z",2\n')
    engine.read("late", file, types={"jobs": "BIGINT"})
    assert engine.run("SELECT name FROM late WHERE jobs = 2").to_pylist() == [{"name": "y, z"}]


@pytest.mark.parametrize("rows", ["1\n", "1,2,3\n", '"1,2\n'])
def test_a_torn_row_is_not_mended(engine, tmp_path, rows):
    (tmp_path / "torn.csv").write_text("a,b\n1,2\n" + rows)
    engine.read("torn", tmp_path / "torn.csv")
    assert refused(engine, "SELECT a FROM torn") == "relation-unreadable"


def test_parquet_knows_its_types(engine, tmp_path):
    parquet.write_table(pa.table({"region": ["a", "b"], "jobs": [1, 2]}), tmp_path / "plants.parquet")
    engine.read("plants", tmp_path / "plants.parquet")
    assert engine.run("SELECT sum(jobs) AS jobs FROM plants")["jobs"].to_pylist() == [3]


def test_a_statement_without_an_answer_may_make_a_relation(engine):
    engine.run("CREATE TEMP VIEW two AS SELECT 2 AS x")
    assert engine.run("SELECT x FROM two").to_pylist() == [{"x": 2}]


def test_names_and_texts_cannot_break_out(engine):
    name = 'a "b"; DROP TABLE c'
    engine.register(name, pa.table({"x": [1]}))
    assert engine.run(f"SELECT {text(name)} AS t, x FROM {quoted(name)}").to_pylist() == [{"t": name, "x": 1}]


def test_what_cannot_be_read_is_refused(engine, tmp_path):
    (tmp_path / "torn.csv").write_text("jobs\n1\nmany\n")
    for name, written in (("no.parquet", b"PAR"), ("latin.csv", b"\xe9,b\n"), ("plain.gz", b"a,b\n")):
        (tmp_path / name).write_bytes(written)
    (tmp_path / "twice.csv").write_text("a,a\n1,2\n")
    (tmp_path / "empty.csv").write_text("")
    for name in ("none.csv", ".", "none.parquet", "no.parquet", "latin.csv", "plain.gz", "twice.csv"):
        with pytest.raises(InputError) as error:
            engine.read("x", tmp_path / name)
        assert (error.value.key, error.value.values["file"]) == ("file-unreadable", str(tmp_path / name))
    with pytest.raises(InputError) as error:
        engine.read("x", tmp_path / "empty.csv")
    assert error.value.key == "file-empty"
    with pytest.raises(InputError) as error:
        engine.read("x", tmp_path / "torn.csv", types={"work": "DOUBLE"})
    assert (error.value.key, error.value.values["column"]) == ("relation-column-missing", "work")
    engine.read("x", tmp_path / "torn.csv", types={"jobs": "DOUBLE"})
    assert refused(engine, "SELECT sum(jobs) FROM x") == "relation-unreadable"
    assert refused(engine, "SELECT work FROM x") == "relation-unreadable"
    assert refused(engine, "SELECT 1 FROM nowhere") == "relation-unknown"
    assert engine.run("SELECT 1 AS x").num_rows == 1


def test_nothing_is_fetched_and_what_is_put_down_goes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with DuckEngine(threads=1) as engine:
        settings = "autoinstall_known_extensions", "autoload_known_extensions", "threads", "temp_directory"
        names = ", ".join(f"current_setting('{name}') AS {name}" for name in settings)
        found = engine.run(f"SELECT {names}").to_pylist()[0]
    assert (found["autoinstall_known_extensions"], found["autoload_known_extensions"]) == (False, False)
    assert found["threads"] == 1
    assert not Path(found["temp_directory"]).exists()
    assert list(tmp_path.iterdir()) == []
