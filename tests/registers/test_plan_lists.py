"""Lists handed to a plan: a list of introductions, and who makes them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from traitdunion.domain.mandate import Broker
from traitdunion.errors import InputError
from traitdunion.language.catalog import LANGUAGES, fault_sentences
from traitdunion.registers.plan_lists import ReadBrokers, ReadPairs, read_brokers, read_pairs

KNOWN = {"Acme": "acme", "Acme NV": "acme", "Globex": "globex", "Initech": "initech", "Food Cluster": "food"}


def find(name: str) -> str:
    if name not in {*KNOWN, *KNOWN.values()}:
        raise InputError("organization-unknown", organization=name, candidates=[])
    return KNOWN.get(name, name)


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def pairs(folder: Path, text: str) -> ReadPairs:
    return read_pairs(written(folder, text), find=find)


def brokers(folder: Path, text: str) -> ReadBrokers:
    return read_brokers(written(folder, text))


def places(read: ReadPairs | ReadBrokers) -> list[tuple[int | None, str | None, str]]:
    return [(one.row, one.column, one.key) for one in read.faults]


def noted(read: ReadPairs | ReadBrokers) -> list[tuple[str, int | None, str | None]]:
    return [(one.key, one.row, one.column) for one in read.notes]


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "Organization,To meet,Why\nGlobex,Acme,both bake\nInitech,Food Cluster,\n",
        "Entreprise;À rencontrer;Raison\nGlobex;Acme;clients, communs\nInitech;Food Cluster;\n",
        "Bedrijf\tTe ontmoeten\tReden\nGlobex\tAcme\t-\n\n  Initech \tFood  Cluster\tx\n",
        "partner,reason,organization\nAcme,x,Globex\nfood,y,initech\n",
    ],
)
def test_introductions_are_read_in_three_languages_in_the_order_of_the_rows(tmp_path, text):
    read = pairs(tmp_path, text)
    assert (read.faults, read.notes, read.rows_read) == ((), (), 2)
    assert read.pairs == (("globex", "acme"), ("initech", "food"))


def test_the_list_a_plan_exports_is_read_as_it_is(tmp_path):
    text = (
        "rank,organization,partner,purpose,via,probability,gain,broker,pinned,reasons\n"
        '1,acme,globex,partner,initech,0.31,1.25,mv,False,"near; both bake"\n'
        "2,globex,food,join,,0.2,0.75,,True,\n"
    )
    read = read_pairs(written(tmp_path, text, "introductions.csv"), find=find)
    assert read == ReadPairs((("acme", "globex"), ("globex", "food")), (), (), 2)


def test_a_pair_told_again_either_way_around_is_one_with_a_note(tmp_path):
    text = "organization,partner\nGlobex,Acme\nInitech,Acme\nAcme NV,Globex\nGlobex,Acme\n"
    read = pairs(tmp_path, text)
    assert read.pairs == (("globex", "acme"), ("initech", "acme"))
    assert noted(read) == [("row-repeated", 4, None)]
    assert read.notes[0].values == {"count": 2}
    assert read.rows_read == 4


def test_every_fault_of_a_list_is_told_at_its_place_and_nothing_is_read(tmp_path):
    text = (
        "bedrijf;partner;reden\n"
        "Acme;Globex;\n"  # the one row that is right
        "Acme;Acme NV;\n"
        "Nobody;;x\n"
        ";n.v.t.;Totaal\n"
        "Globex;Noone;\n"
    )
    read = pairs(tmp_path, text)
    assert read.pairs == ()
    assert places(read) == [
        (3, "partner", "pair-itself"),
        (4, "bedrijf", "organization-unknown"),
        (4, "partner", "introduction-without-side"),
        (5, "bedrijf", "introduction-without-side"),
        (5, "partner", "introduction-without-side"),
        (6, "partner", "organization-unknown"),
    ]
    assert {one.file for one in read.faults} == {"list.csv"}
    assert [one.value for one in read.faults] == ["Acme NV", "Nobody", None, None, None, "Noone"]
    assert read.faults[0].values["organization"] == "Acme"


def test_columns_about_persons_are_left_out_with_a_note(tmp_path):
    text = "First name,organization,E-mail,partner\nAn,Acme,an@acme.example,Globex\n"
    read = pairs(tmp_path, text)
    assert read.pairs == (("acme", "globex"),)
    assert noted(read) == [
        ("person-column-left-out", 1, "First name"),
        ("person-column-left-out", 1, "E-mail"),
    ]
    text = "initials,e-mail,capacity\nmv,m@v.example,3\n"
    assert noted(brokers(tmp_path, text)) == [("person-column-left-out", 1, "e-mail")]
    assert "@" not in repr(brokers(tmp_path, text))


def test_every_sheet_with_introductions_is_read_below_its_title(tmp_path):
    path = workbook(
        tmp_path / "mine.xlsx",
        spring=[
            [],
            ["Introductions of spring"],
            [],
            ["#", "Company", "Cluster"],
            [1, "Acme", "Food Cluster"],
        ],
        notes=[["a", "b"], [1, 2]],
        autumn=[["organisation", "partenaire"], [None, None], ["Globex ", "Initech"], ["food", "acme"]],
    )
    read = read_pairs(path, find=find)
    assert read.faults == ()
    assert read.pairs == (("acme", "food"), ("globex", "initech"))
    assert read.rows_read == 3
    assert [(one.file, *at) for one, at in zip(read.notes, noted(read), strict=True)] == [
        ("mine.xlsx#spring", "title-skipped", 2, None),
        ("mine.xlsx#autumn", "row-repeated", 4, None),
    ]


@pytest.mark.parametrize("reader", [lambda path: read_pairs(path, find=find), read_brokers])
@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("a.csv", "organization,who\nAcme,mv\n", "list-columns-missing"),
        ("a.csv", "organization,partner,broker,introductions\n", "file-only-headings"),
        ("a.csv", "", "file-empty"),
        ("a.csv", None, "file-missing"),
        ("a.pdf", "x", "file-extension"),
        ("a.xlsx", "x", "file-damaged"),
        ("a.csv", 'organization,partner,broker,introductions\n"Acme,Globex,mv,1\n', "quotes-broken"),
    ],
)
def test_a_file_that_holds_no_list_is_a_fault(tmp_path, reader, name, text, key):
    if text is not None:
        written(tmp_path, text, name)
    read = reader(tmp_path / name)
    assert [one.key for one in read.faults] == [key]
    assert getattr(read, "pairs", ()) == getattr(read, "brokers", ()) == ()


def test_the_columns_that_lack_are_named(tmp_path):
    lacking = brokers(tmp_path, "\norganization,who\nAcme,mv\n").faults[0]
    assert (lacking.row, lacking.column) == (2, None)
    assert lacking.values == {"missing": ["introductions"], "columns": "organization, who"}
    assert pairs(tmp_path, "name,x\nAcme,1\n").faults[0].values["missing"] == ["organization", "partner"]


TEAM = (
    Broker("mv", 12, frozenset({"fr", "nl"}), frozenset({"Flanders", "Brussels"})),
    Broker("JP", 0, frozenset({"en", "de"}), frozenset()),
    Broker("desk-2", 1500),
)


@pytest.mark.parametrize(
    "text",
    [
        "Broker,Introductions,Languages,Regions\n"
        'mv,12,"French, Dutch",Flanders and Brussels\nJP,0,English and German,\ndesk-2,1500,all,All\n',
        "Courtier;Capacité;Langues;Régions\n"
        "mv;12;français et néerlandais;Région flamande / Bruxelles-Capitale\n"
        "JP;0;anglais, allemand;-\ndesk-2;1 500;toutes;toutes\n",
        "Makelaar\tAantal\tTalen\tRegio's\n"
        "mv\t12\tFrans en Nederlands\tVlaanderen en Brussel\n\nJP\t0\tEN/DE\t\ndesk-2\t1.500\talle\talle\n",
        "initialen;capaciteit;taal;gewest\nmv;12;NL-FR;Vlaams Gewest|Bruxelles\nJP;0;Engels + Duits;geen\n"
        "desk-2 ;1500;;\n",
    ],
)
def test_brokers_are_read_in_three_languages(tmp_path, text):
    read = brokers(tmp_path, text)
    assert read.faults == ()
    assert read.brokers == TEAM


def test_languages_and_regions_are_no_duty_and_a_workbook_has_numbers(tmp_path):
    path = workbook(
        tmp_path / "brokers.xlsx",
        team=[["who", "max"], ["mv", 12], ["JP", 3.0]],
        other=[["x"], ["y"]],
        abroad=[["qui", "nombre", "région"], ["li", "4", "Wallonie\nBruxelles"]],
    )
    read = read_brokers(path)
    assert (read.faults, read.notes) == ((), ())
    assert read.brokers == (
        Broker("mv", 12),
        Broker("JP", 3),
        Broker("li", 4, frozenset(), frozenset({"Wallonia", "Brussels"})),
    )


def test_every_fault_of_a_list_of_brokers_is_told_at_its_place_and_nothing_is_read(tmp_path):
    text = (
        "qui;capacité;langues;régions\n"
        "mv;12;fr;Wallonie\n"  # the one row that is right
        "MV;3;;\n"
        ";4;;\n"
        "jp;;;\n"
        "kl;-1;;\n"
        "no;2,5;;\n"
        "qr;many;klingon;Limburg\n"
        "an@acme.example;5;fr, klingon;Flandre, abroad\n"
        "st;5;fr en nl;\n"  # two languages in Dutch, three in English
        "uv;5;日本語;;\n"
        "wx;5;, ;/,\n"
        f"yz;1{' 000' * 1500};;\n"
    )
    read = brokers(tmp_path, text)
    assert read.brokers == ()
    assert places(read) == [
        (3, "qui", "broker-repeated"),
        (4, "qui", "broker-missing"),
        (5, "capacité", "broker-without-introductions"),
        (6, "capacité", "number-below-zero"),
        (7, "capacité", "number-not-whole"),
        (8, "capacité", "number-unreadable"),
        (8, "langues", "option-choice"),
        (8, "régions", "option-choice"),
        (9, "qui", "wish-names-person"),
        (9, "langues", "option-choice"),
        (9, "régions", "option-choice"),
        (10, "langues", "option-choice"),
        (11, "langues", "option-choice"),
        (12, "langues", "option-choice"),
        (12, "régions", "option-choice"),
        (13, "capacité", "number-not-whole"),
    ]
    assert read.faults[0].values == {"first_row": "2"}
    assert read.faults[7].values["known"] == ["Flanders", "Brussels", "Wallonia"]
    assert read.faults[7].value == "Limburg"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_can_be_said(tmp_path, language):
    told = pairs(tmp_path, "organization,partner\nAcme,\n").faults
    told += brokers(tmp_path, "broker,capacity\nmv,\n,1\nkl,1\nKL,1\n").faults
    told += brokers(tmp_path, "x,y\n1,2\n").faults
    assert [one.key for one in told] == [
        "introduction-without-side", "broker-without-introductions", "broker-missing", "broker-repeated",
        "list-columns-missing",
    ]  # fmt: skip
    said = [" ".join(fault_sentences(one, language)) for one in told]
    assert "4" in said[3]
    assert "x, y" in said[4]


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Acme", "Acme NV", "Globex", "Food Cluster", "mv", "3", "-3", "fr en nl", "Wallonie", ";"]
    ),
)
HEADINGS = ["organization", "partner", "broker", "introductions", "languages", "regions", "e-mail"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(
    st.text(max_size=200),
    st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=6).map(
        lambda rows: "\n".join(map("\t".join, [HEADINGS, *rows]))
    ),
))  # fmt: skip
def test_no_text_makes_a_reader_stumble_and_nothing_is_half_read(tmp_path, text):
    path = written(tmp_path, text.encode("utf-8", "replace").decode("utf-8"), "any.tsv")
    introductions, makers = read_pairs(path, find=find), read_brokers(path)
    assert bool(introductions.pairs) != bool(introductions.faults)
    assert bool(makers.brokers) != bool(makers.faults)
    assert all({one, other} <= set(KNOWN.values()) and one != other for one, other in introductions.pairs)
    assert len({frozenset(pair) for pair in introductions.pairs}) == len(introductions.pairs)
    assert len({one.name.casefold() for one in makers.brokers}) == len(makers.brokers)
    assert not any("@" in one.name and "." in one.name.rpartition("@")[2] for one in makers.brokers)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.lists(
        st.tuples(st.sampled_from(sorted(KNOWN)), st.sampled_from(sorted(KNOWN))).filter(
            lambda two: KNOWN[two[0]] != KNOWN[two[1]]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_a_list_keeps_the_first_telling_of_each_pair(tmp_path, asked):
    read = pairs(tmp_path, "organization;partner\n" + "".join(f"{one};{other}\n" for one, other in asked))
    kept: list[tuple[str, str]] = []
    for one, other in ((KNOWN[one], KNOWN[other]) for one, other in asked):
        if (one, other) not in kept and (other, one) not in kept:
            kept.append((one, other))
    assert read.pairs == tuple(kept)
    assert sum(note.values["count"] for note in read.notes) == len(asked) - len(kept)
