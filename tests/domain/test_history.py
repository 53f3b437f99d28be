from datetime import date

import pytest

from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.ecosystem import SCHEMAS, Ecosystem
from traitdunion.domain.history import PROGRAMME_ENDS, known_by, meetings

CUT = date(2017, 12, 31)


def event(ref: str, **said) -> dict:
    return {
        "record": f"local:{ref}",
        "source": "local",
        "ref": ref,
        "name": ref,
        "file": "t",
        "row": 2,
    } | said


def took_part(event_ref: str, ref: str, **said) -> dict:
    record = f"{event_ref}-{ref}"
    row = {"record": record, "source": "local", "event_ref": event_ref, "organization_ref": ref}
    return row | {"file": "t", "row": 2} | said


def world(**others) -> Ecosystem:
    return ecosystem(
        [
            *(organization(name, country="BE") for name in ("acme", "bolt", "cell", "dyno")),
            organization("later", topics=["5g"], as_of="2019-05-01", employees=12),
            organization("early", topics=["5g"], as_of="2016", employees=12),
            cluster("hub"),
            cluster("part"),
        ],
        [
            tie("acme", "hub", since="2015", until="2019"),
            tie("bolt", "hub", since="2018-02"),
            tie("cell", "hub"),
            tie("dyno", "hub", since="2010", until="2016"),
            tie("later", "hub", since="2016"),
            tie("acme", "part", kind="award", since="2016"),
            tie("part", "hub", kind="part-of"),
        ],
        events=[
            event("old", programme="FP7", topics=["wind"]),
            event("running", programme="H2020", topics=["sun"]),
            event("dated", programme="H2020", since="2016-05-01", until="2020-01-01", topics=["sea"]),
            event("after", since="2018-01-01", topics=["moon"]),
        ],
        participations=[
            took_part(name, ref)
            for name, refs in {
                "old": ("acme", "bolt"),
                "running": ("acme", "cell"),
                "dated": ("acme", "dyno"),
                "after": ("bolt", "cell"),
            }.items()
            for ref in refs
        ],
        as_of=date(2020, 12, 31),
        **others,
    )


def named(found: Ecosystem) -> dict[str, dict]:
    return {row["name"]: row for row in found.organizations.to_pylist()}


def tied(found: Ecosystem) -> set[tuple[str, str, bool]]:
    names = found.organizations["name"].to_pylist()
    return {(names[row["source"]], names[row["target"]], row["valid"]) for row in found.ties.to_pylist()}


def test_a_tie_without_a_date_is_out_and_one_that_ended_later_held() -> None:
    found = known_by(world(), CUT)
    assert tied(found) == {
        ("acme", "hub", True),
        ("dyno", "hub", False),
        ("later", "hub", True),
        ("acme", "part", True),
    }
    assert tied(world()) >= {("acme", "hub", False)}
    assert [row["until"] for row in found.ties.to_pylist() if row["until"]] == ["2016"]


def test_what_is_only_announced_never_held() -> None:
    some = ecosystem(
        [organization("acme"), cluster("hub")],
        [tie("acme", "hub", since="2015", until="2030", status="announced")],
    )
    assert tied(known_by(some, CUT)) == {("acme", "hub", False)}


def test_events_are_known_from_their_day_or_from_the_end_of_their_programme() -> None:
    assert known_by(world(), CUT).events["name"].to_pylist() == ["dated", "old"]
    assert known_by(world(), date(2020, 12, 31)).events.num_rows == 4
    assert known_by(world(), date(2013, 12, 30)).events.num_rows == 0
    assert known_by(world(), date(2013, 12, 31)).events["name"].to_pylist() == ["old"]


@pytest.mark.parametrize(
    ("since", "day", "known"),
    [
        ("2017", date(2017, 12, 30), False),
        ("2017", date(2017, 12, 31), True),
        ("2017-02", date(2017, 2, 27), False),
        ("2017-02", date(2017, 2, 28), True),
        ("2017-02-03", date(2017, 2, 3), True),
    ],
)
def test_what_is_dated_roughly_counts_once_it_is_sure(since: str, day: date, known: bool) -> None:
    some = ecosystem(
        [organization("acme"), organization("bolt")],
        [tie("acme", "bolt", kind="agreement", since=since)],
        events=[event("one", since=since)],
        participations=[took_part("one", "acme"), took_part("one", "bolt")],
    )
    found = known_by(some, day)
    assert (found.ties.num_rows, found.events.num_rows) == (int(known), int(known))
    assert found.organizations.num_rows == 2 * int(known)


def test_what_is_stated_later_is_not_known_yet() -> None:
    found = named(known_by(world(), CUT))
    assert set(found) == {"acme", "bolt", "cell", "dyno", "later", "early", "hub", "part"} - {"cell"}
    assert [found["later"][name] for name in ("topics", "employees", "as_of")] == [None, None, None]
    assert [found["early"][name] for name in ("topics", "employees", "as_of")] == [["5g"], 12, "2016"]
    assert found["later"]["kind"] == "company"


def test_topics_are_those_somebody_speaks_of() -> None:
    rows = [
        {"record": f"local:{name}", "source": "local", "ref": name, "file": "t", "row": 2}
        for name in ("sea", "moon")
    ]
    from tests.builders import records
    from traitdunion.domain.record import table_of
    from traitdunion.registers.resolve import resolve
    from traitdunion.registers.snapshot import snapshot

    given = records(
        [organization("acme", topics=["moon"], as_of="2019")],
        [],
        events=[event("dated", since="2016", topics=["sea"])],
    )
    given = type(given)(
        given.organizations, given.ties, given.events, given.participations, table_of("topics", rows)
    )
    some = snapshot(resolve(given), as_of=date(2020, 1, 1))
    assert some.topics["id"].to_pylist() == ["moon", "sea"]
    assert known_by(some, CUT).topics["id"].to_pylist() == ["sea"]


def test_rows_are_numbered_anew() -> None:
    whole, found = world(), known_by(world(), CUT)

    def pairs(each: Ecosystem) -> set[tuple[str, str]]:
        names, events = each.organizations["name"].to_pylist(), each.events["name"].to_pylist()
        return {(names[row["organization"]], events[row["event"]]) for row in each.participations.to_pylist()}

    assert pairs(found) == {one for one in pairs(whole) if one[1] in ("old", "dated")}
    for name, schema in SCHEMAS.items():
        assert found.tables()[name].schema == schema
    parts = {row["name"]: row["part_of"] for row in found.organizations.to_pylist()}
    assert found.organizations["name"].to_pylist()[parts["part"]] == "hub"
    assert {name for name, part in parts.items() if part is not None} == {"part"}


def test_the_key_is_that_of_what_is_known() -> None:
    whole = world()
    assert known_by(whole, CUT).key == known_by(world(), CUT).key != whole.key
    assert known_by(whole, CUT).key != known_by(whole, date(2016, 12, 31)).key
    assert known_by(known_by(whole, CUT), date(2016, 12, 31)).events["name"].to_pylist() == ["dated", "old"]


def test_nothing_is_known_before_anything_began() -> None:
    found = known_by(world(), date(1980, 1, 1))
    assert [table.num_rows for table in found.tables().values()] == [0] * 6
    assert meetings(found).part.shape == (0, 0)


def test_meetings_are_events_and_ties_that_are_contacts() -> None:
    whole = world()
    found, names = meetings(whole), whole.organizations["name"].to_pylist()
    part = found.part.toarray()

    def who(column: int) -> set[str]:
        return {name for name, there in zip(names, part[:, column], strict=True) if there}

    events = whole.events["name"].to_pylist()
    assert {events[row]: who(column) for column, row in enumerate(found.event.tolist()) if row >= 0} == {
        "old": {"acme", "bolt"},
        "running": {"acme", "cell"},
        "dated": {"acme", "dyno"},
        "after": {"bolt", "cell"},
    }
    # Neither the award, nor the part of a cluster, nor memberships that ended.
    ties = {frozenset(who(column)): column for column, row in enumerate(found.tie.tolist()) if row >= 0}
    assert set(ties) == {frozenset({one, "hub"}) for one in ("bolt", "cell", "later")}
    day = dict(zip(events, found.day[: len(events)].tolist(), strict=True))
    assert day["dated"] == date(2016, 5, 1).toordinal()
    assert day["old"] == PROGRAMME_ENDS["FP7"].toordinal()
    assert found.day[ties[frozenset({"cell", "hub"})]] == -float("inf")
    dated = dict(zip(events, found.dated[: len(events)].tolist(), strict=True))
    assert dated == {"old": False, "running": False, "dated": True, "after": True}
    assert ((found.event >= 0) != (found.tie >= 0)).all()
