"""Files of wishes and lists of participants, with every fault at its place and no person read."""

import json
from dataclasses import asdict

import pytest

from traitdunion.domain.schedule import House, Participant, Timetable, Wish
from traitdunion.errors import InputError
from traitdunion.registers.wishes import read_former, read_wishes
from traitdunion.steps.schedule import schedule


def written(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(read):
    return {(one.key, one.row, one.column) for one in read.faults}


def test_wishes_in_three_languages_read_alike(tmp_path):
    texts = (
        "from,to,priority\nAcme,Bolt,1\nBolt,Acme,low\n",
        "de;vers;priorité\nAcme;Bolt;haute\nBolt;Acme;3\n",
        "van;naar;prioriteit\nAcme;Bolt;hoog\nBolt;Acme;laag\n",
    )
    for at, text in enumerate(texts):
        read = read_wishes(written(tmp_path, f"{at}.csv", text), slots=4)
        assert read.wishes == (Wish("Acme", "Bolt", 1), Wish("Bolt", "Acme", 3))
        assert read.faults == ()


def test_the_first_spelling_of_a_name_holds(tmp_path):
    read = read_wishes(written(tmp_path, "w.csv", "from,to\nAcme NV,Bolt\nBOLT,acme nv\n"), slots=4)
    assert read.wishes == (Wish("Acme NV", "Bolt"), Wish("Bolt", "Acme NV"))


def test_an_exported_list_keeps_no_person(tmp_path):
    people = written(
        tmp_path,
        "people.csv",
        "First name,Last name,E-mail,Organization,Languages,Not available,Zone,Booth\n"
        'An,Peeters,an@acme.example,Acme,"Dutch, English",1-2,,\n'
        "Jo,Maes,jo@acme.example,Acme,Français,2-3,East,E4\n"
        "Li,Wu,li@bolt.example,Bolt,fr/en,4,,\n",
    )
    read = read_wishes(written(tmp_path, "w.csv", "from,to\nacme,bolt\n"), people, slots=4)
    assert read.participants == (
        Participant("Acme", frozenset({"nl", "en", "fr"}), frozenset({2}), "East", "E4"),
        Participant("Bolt", frozenset({"fr", "en"}), frozenset({4})),
    )
    assert read.wishes == (Wish("Acme", "Bolt"),)
    left = [one.column for one in read.notes if one.key == "person-column-left-out"]
    assert left == ["First name", "Last name", "E-mail"]
    assert "Peeters" not in repr(read)
    assert "@" not in repr(read)


def test_slots_may_be_told_by_when_one_is_there_and_languages_with_and(tmp_path):
    people = written(tmp_path, "p.csv", "badge;beschikbaar;talen\n7;2-3;Frans en Engels\n8;1 4;fr en nl\n")
    read = read_wishes(written(tmp_path, "w.csv", "from,to\n7,8\n"), people, slots=4)
    assert [one.unavailable for one in read.participants] == [frozenset({1, 4}), frozenset({2, 3})]
    assert read.participants[0].languages == frozenset({"fr", "en"})


def test_every_fault_is_told_at_its_place(tmp_path):
    people = written(tmp_path, "p.csv", "organization,unavailable\nAcme,5\nBolt,x\nCork,\n,1\n")
    text = "from,to,priority\nCork,Cork,1\nCork,Dent,9\nx@y.example,Cork,1\n,Cork,1\n"
    read = read_wishes(written(tmp_path, "w.csv", text), people, slots=4)
    assert read.wishes == read.participants == ()
    assert faults(read) == {
        ("slots-unreadable", 2, "unavailable"),
        ("slots-unreadable", 3, "unavailable"),
        ("wish-without-side", 5, "organization"),
        ("pair-itself", 2, "to"),
        ("participant-not-known", 3, "to"),
        ("wish-priority", 3, "priority"),
        ("wish-names-person", 4, "from"),
        ("wish-without-side", 5, "from"),
    }
    twice = read_wishes(written(tmp_path, "t.csv", "from,to\nA,B\nA,B\n"), slots=4)
    assert faults(twice) == {("wish-repeated", 3, "to")}
    bare = read_wishes(written(tmp_path, "b.csv", "who,whom\nA,B\n"), slots=4)
    assert faults(bare) == {("wishes-columns-missing", 1, None)}
    assert faults(read_wishes(tmp_path / "none.csv", slots=4)) == {("file-missing", None, None)}


def test_a_schedule_is_read_back_and_anything_else_refused(tmp_path):
    told = schedule([Wish("a", "b")], [], Timetable(2), House(1))
    document = json.dumps(
        {
            "meetings": [asdict(one) for one in told.meetings],
            "cancelled": [],
            "timetable": asdict(told.timetable),
        }
    )
    former = read_former(written(tmp_path, "s.json", document))
    assert (former.meetings, former.timetable) == (told.meetings, told.timetable)
    for text in ("", "[]", "{}", '{"meetings": [{}]}', '{"meetings": [], "cancelled": [], "timetable": 3}'):
        with pytest.raises(InputError, match="schedule"):
            read_former(written(tmp_path, "bad.json", text))
