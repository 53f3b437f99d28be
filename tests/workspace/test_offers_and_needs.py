"""What organizations offer and need, from a list to the frozen ecosystem, and in what was kept before."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.builders import organization, records
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.record import ORGANIZATIONS
from traitdunion.registers.resolve import resolve
from traitdunion.store import batches as batch_store
from traitdunion.workspace import registry
from traitdunion.workspace.base import Workspace, opened

OWN = ("offers", "needs")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workspace]:
    with opened(tmp_path / "workspace") as workspace:
        yield workspace


def loaded(place: Workspace, path: Path, text: str) -> int | None:
    path.write_text(text, encoding="utf-8")
    return registry.load(place, [path]).batch


def told(ecosystem: Ecosystem) -> list[tuple[str, list[str] | None, list[str] | None]]:
    return [
        (row["name"], row["offers"], row["needs"])
        for row in ecosystem.organizations.select(["name", *OWN]).to_pylist()
    ]


def as_kept_before(batch: int) -> None:
    """Write the parts of a batch as a version that knew nothing of offers and needs wrote them."""
    from traitdunion.store.models import Part

    for part in Part.objects.filter(batch_id=batch, noun="organizations"):
        sink = BytesIO()
        parquet.write_table(parquet.read_table(BytesIO(bytes(part.parquet))).drop_columns(list(OWN)), sink)
        part.parquet = sink.getvalue()
        part.save(update_fields=["parquet"])


def test_a_list_tells_what_its_organizations_offer_and_need(place: Workspace, tmp_path: Path) -> None:
    text = "id;naam;aanbod;zoekt\n1;Acme;lassen|robots;proefbanken\n2;Globex;;\n"
    loaded(place, tmp_path / "lijst.csv", text)
    found = registry.snapshot(place)
    assert told(found) == [("Acme", ["lassen", "robots"], ["proefbanken"]), ("Globex", None, None)]


def test_lists_of_several_loads_add_up_without_repeats_the_newest_first(
    place: Workspace, tmp_path: Path
) -> None:
    loaded(place, tmp_path / "old.csv", "id,name,offers,needs\n1,Acme,welding;robots,tests\n")
    key = registry.snapshot(place).key
    loaded(place, tmp_path / "new.csv", "id,name,offers\n1,Acme,painting;welding\n")
    found = registry.snapshot(place)
    assert told(found) == [("Acme", ["painting", "welding", "robots"], ["tests"])]
    assert found.key != key
    registry.undo(place, 2)
    assert registry.snapshot(place).key == key


def test_two_records_of_one_organization_are_joined_whatever_their_order() -> None:
    rows = [
        organization("a", number="0403170701", offers=["welding"], needs=["tests"]),
        organization("b", number="0403170701", offers=["robots", "welding"], needs=["power", "tests"]),
    ]
    for order in (rows, rows[::-1]):
        (found,) = resolve(records(order)).organizations.select(["id", *OWN]).to_pylist()
        assert found == {"id": "a", "offers": ["welding", "robots"], "needs": ["tests", "power"]}


def test_batches_kept_before_there_were_offers_are_read_as_saying_nothing_of_them(
    place: Workspace, tmp_path: Path
) -> None:
    first = loaded(place, tmp_path / "old.csv", "id,name,topics,offers,needs\n1,Acme,food,x,y\n")
    assert first is not None
    as_kept_before(first)
    loaded(place, tmp_path / "new.csv", "id,name,needs\n2,Globex,tests\n")
    kept = batch_store.records().organizations
    assert kept.schema == ORGANIZATIONS
    assert kept.select(["name", "topics", *OWN]).to_pylist() == [
        {"name": "Globex", "topics": None, "offers": None, "needs": ["tests"]},
        {"name": "Acme", "topics": ["food"], "offers": None, "needs": None},
    ]
    assert told(registry.snapshot(place)) == [("Acme", None, None), ("Globex", None, ["tests"])]


def test_what_was_computed_with_other_columns_is_computed_anew(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(place, tmp_path / "list.csv", "id,name\n1,Acme\n")
    here = registry.snapshot(place)
    with monkeypatch.context() as before:
        before.setattr(
            registry, "ORGANIZATIONS", ORGANIZATIONS.remove(ORGANIZATIONS.get_field_index("needs"))
        )
        registry.snapshot(place)
    folders = list(place.cache.glob("resolution-*"))
    assert len(folders) == 2
    assert registry.snapshot(place).key == here.key
