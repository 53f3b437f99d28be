import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import traitdunion as td
from traitdunion.store import batches as batch_store
from traitdunion.workspace import registry
from traitdunion.workspace.base import Workspace, opened


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "workspace") as workspace:
        yield workspace


def companies(path: Path, names: list[str], **columns: str) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", *columns])
        writer.writerows([f"x{row}", name, *columns.values()] for row, name in enumerate(names))
    return path


def test_the_same_content_is_loaded_once(place: Workspace, tmp_path: Path) -> None:
    file = companies(tmp_path / "companies.csv", ["Acme", "Globex"])
    first = registry.load(place, [file])
    again = registry.load(place, [file])
    assert (first.batch, first.again) == (1, False)
    assert (again.batch, again.again) == (1, True)
    assert batch_store.records().organizations.num_rows == 2


def test_a_file_with_faults_stores_nothing_and_names_them_all(place: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "companies.csv"
    file.write_text("id,name,lat,lon\n1,Acme,fifty,4.3\n2,Globex,50.8,x\n", encoding="utf-8")
    done = registry.load(place, [file])
    assert done.batch is None
    assert [(fault.row, fault.column) for fault in done.faults] == [(2, "lat"), (3, "lon")]
    assert registry.batches(place) == ()


def test_a_dry_run_says_what_would_change_and_changes_nothing(place: Workspace, tmp_path: Path) -> None:
    registry.load(place, [companies(tmp_path / "companies.csv", ["Acme", "Globex"])])
    done = registry.load(
        place, [companies(tmp_path / "newer.csv", ["Acme", "Globex Europe", "Initech"])], dry_run=True
    )
    assert done.changes["organizations"] == {"new": 1, "changed": 1, "same": 1}
    assert len(registry.batches(place)) == 1


def test_a_newer_load_has_the_first_word_until_it_is_undone(place: Workspace, tmp_path: Path) -> None:
    registry.load(place, [companies(tmp_path / "old.csv", ["Acme"], city="Gent")])
    registry.load(place, [companies(tmp_path / "new.csv", ["Acme"], city="Brugge")])
    assert registry.resolve(place).organizations["city"].to_pylist() == ["Brugge"]
    registry.undo(place, 2)
    assert registry.resolve(place).organizations["city"].to_pylist() == ["Gent"]


@pytest.mark.parametrize(("batch", "key"), [(9, "batch-unknown"), (1, "batch-undone")])
def test_undoing_what_is_not_there_is_an_error(
    place: Workspace, tmp_path: Path, batch: int, key: str
) -> None:
    registry.load(place, [companies(tmp_path / "companies.csv", ["Acme"])])
    registry.undo(place, 1)
    with pytest.raises(td.InputError) as caught:
        registry.undo(place, batch)
    assert caught.value.key == key


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4), min_size=1, max_size=4), st.data()
)
def test_undo_brings_back_what_was_before(
    tmp_path_factory: pytest.TempPathFactory, loads: list[list[str]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("undo")
    with opened(folder / "workspace") as place:
        before = batch_store.records()
        numbers = []
        for turn, names in enumerate(loads):
            done = registry.load(
                place, [companies(folder / f"{turn}.csv", [f"{turn}{name}" for name in names])]
            )
            numbers.append(done.batch)
        for number in data.draw(st.permutations(numbers)):
            registry.undo(place, number)
        after = batch_store.records()
    assert all(
        one.equals(other) for (_, one), (_, other) in zip(before.tables(), after.tables(), strict=True)
    )


def test_killed_in_mid_load_the_workspace_is_as_before(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    with opened(folder) as place:
        registry.load(place, [companies(tmp_path / "first.csv", ["Acme"])])
    large = companies(tmp_path / "large.csv", [f"Company {number}" for number in range(120_000)])
    code = (
        "import sys, traitdunion.store.batches as b\n"
        "from pathlib import Path\n"
        "from traitdunion.workspace import registry\n"
        "from traitdunion.workspace.base import opened\n"
        "written = b._bytes\n"
        "def slowly(part):\n"
        "    print('writing', flush=True)\n"
        "    import time; time.sleep(0.5)\n"
        "    return written(part)\n"
        "b._bytes = slowly\n"
        "with opened(Path(sys.argv[1])) as place:\n"
        "    registry.load(place, [Path(sys.argv[2])])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), str(large)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    assert process.stdout.readline() == "writing\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with opened(folder) as place:
        assert [batch.number for batch in registry.batches(place)] == [1]
        assert batch_store.records().organizations["name"].to_pylist() == ["Acme"]
        assert registry.load(place, [large]).batch is not None


TWINS = "id,name,city\n1,Vlaamse Robotica NV,Gent\n2,Vlaamse Robotika,Gent\n3,Acme,Liège\n"
TIES = "source,target,kind,since\n1,3,joint-project,2018\n2,3,joint-project,2021\n2,3,joint-project,2023\n"


def test_a_ruling_merges_and_taking_it_back_leaves_every_dated_tie_intact(
    place: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "organizations.csv").write_text(TWINS, encoding="utf-8")
    (tmp_path / "ties.csv").write_text(TIES, encoding="utf-8")
    registry.load(place, [tmp_path / "organizations.csv", tmp_path / "ties.csv"])
    before = registry.resolve(place)
    assert before.organizations.num_rows == 3
    registry.judge(place, "same", "1", "2", by="test")
    merged = registry.resolve(place)
    assert merged.organizations.num_rows == 2
    assert sorted(merged.ties["since"].to_pylist()) == ["2018", "2021", "2023"]
    assert set(merged.ties["from_id"].to_pylist()) == {"1"}
    registry.withdraw(place, "local:1", "local:2")
    assert registry.resolve(place).organizations.equals(before.organizations)
    assert registry.resolve(place).ties.equals(before.ties)


def test_a_ruling_that_two_are_different_beats_their_number(place: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "companies.csv"
    file.write_text(
        "id,name,enterprise_number\n1,Acme,0403170701\n2,Acme group,0403170701\n", encoding="utf-8"
    )
    registry.load(place, [file])
    assert registry.resolve(place).organizations.num_rows == 1
    registry.judge(place, "different", "local:1", "local:2")
    assert registry.resolve(place).organizations.num_rows == 2


def test_a_snapshot_is_named_by_its_content_and_found_again(place: Workspace, tmp_path: Path) -> None:
    registry.load(place, [companies(tmp_path / "companies.csv", ["Acme", "Globex"], city="Gent")])
    first = registry.snapshot(place)
    again = registry.snapshot(place)
    assert again == first
    assert [path.name for path in place.ecosystems.iterdir()] == [first.key]


def test_a_snapshot_somebody_touched_is_refused(place: Workspace, tmp_path: Path) -> None:
    registry.load(place, [companies(tmp_path / "companies.csv", ["Acme"])])
    key = registry.snapshot(place).key
    (place.ecosystems / key / "ties.parquet").write_bytes(b"PAR1")
    with pytest.raises(td.WorkspaceError) as caught:
        registry.snapshot(place)
    assert caught.value.key == "ecosystem-damaged"


def test_ties_may_name_an_identifier_or_an_exact_name(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text(
        "id,name,kind,enterprise_number\n1,Acme NV,company,0403170701\n2,The Hub,cluster,\n", encoding="utf-8"
    )
    (tmp_path / "ties.csv").write_text(
        "source,target,kind\nBE 0403.170.701,the hub,member\nAcme NV,2,resident\nNobody,2,member\n",
        encoding="utf-8",
    )
    registry.load(place, [tmp_path / "organizations.csv", tmp_path / "ties.csv"])
    found = registry.resolve(place)
    assert sorted((row["from_id"], row["to_id"], row["kind"]) for row in found.ties.to_pylist()) == [
        ("1", "2", "member"),
        ("1", "2", "resident"),
    ]
    assert [(row["ref"], row["row"]) for row in found.unresolved.to_pylist()] == [("Nobody", 4)]


def test_two_processes_load_at_once_and_neither_loses(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    with opened(folder):
        pass
    files = [companies(tmp_path / f"{turn}.csv", [f"Company {turn}"]) for turn in range(4)]
    command = [sys.executable, "-m", "traitdunion", "load", "--workspace", str(folder), "--json"]
    running = [subprocess.Popen([*command, str(file)], stdout=subprocess.DEVNULL) for file in files]
    deadline = time.monotonic() + 120
    assert [process.wait(timeout=deadline - time.monotonic()) for process in running] == [0] * 4
    with opened(folder) as place:
        assert len(registry.batches(place)) == 4
