"""Tables of people turned into records: what is read, what is refused, and where it says so."""

import json
import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.domain.record import ORGANIZATIONS, Records, record_key
from traitdunion.errors import InputError
from traitdunion.registers import values
from traitdunion.registers.base import Loaded
from traitdunion.registers.identifiers import parse_identifier
from traitdunion.registers.table import load_tables, mapping_from_toml, mapping_to_toml

TABLES = Path(__file__).parent.parent / "data" / "tables"


@pytest.fixture
def load(tmp_path):
    def loaded(**options) -> Loaded:
        names = {key: text for key, text in options.items() if isinstance(text, str) and key != "noun"}
        paths = []
        for name, text in names.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        return load_tables(paths, **{key: value for key, value in options.items() if key not in names})

    return loaded


def said(loaded: Loaded) -> list[tuple[str, int | None, str | None]]:
    return [(fault.key, fault.row, fault.column) for fault in loaded.faults]


def noted(loaded: Loaded) -> list[str]:
    return [note.key for note in loaded.notes]


def rows(loaded: Loaded, noun: str) -> list[dict]:
    assert loaded.faults == ()
    return getattr(loaded.records, noun).to_pylist()


class TestValues:
    @pytest.mark.parametrize(
        ("text", "read"),
        [
            ("2019", "2019"), ("2019-05", "2019-05"), ("05/2019", "2019-05"), ("5-2019", "2019-05"),
            ("31/12/2019", "2019-12-31"), ("31.12.2019", "2019-12-31"), ("31-12-2019", "2019-12-31"),
            ("1/2/2019", "2019-02-01"), ("2019-12-31T00:00:00", "2019-12-31"), ("2019/5/3", "2019-05-03"),
            ("2019-12-31 10:00:00", "2019-12-31"), ("20191231", "2019-12-31"),
            ("onbekend", None), ("-", None),
        ],
    )  # fmt: skip
    def test_dates(self, text, read):
        assert values.date(text) == read

    @pytest.mark.parametrize(
        ("text", "key"),
        [("31/02/2019", "date-impossible"), ("12/31/2019", "date-impossible"), ("2019-13", "date-impossible"),
         ("0000", "date-impossible"), ("12/19", "date-unreadable"), ("mei", "date-unreadable"),
         ("43830", "date-unreadable")],
    )  # fmt: skip
    def test_dates_that_are_none(self, text, key):
        with pytest.raises(InputError) as caught:
            values.date(text)
        assert caught.value.key == key

    @pytest.mark.parametrize(
        ("text", "read"),
        [("50,8455", 50.8455), ("50.8455", 50.8455), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
         ("-4,35", -4.35),
         ("1 234,5", 1234.5), ("1.234.567", 1234567.0), ("1e5", 1e5), (",5", 0.5), ("n.v.t.", None)],
    )  # fmt: skip
    def test_decimals(self, text, read):
        assert values.decimal(text) == read

    @pytest.mark.parametrize(
        ("text", "read"),
        [("1.234", 1234), ("1,234", 1234), ("1 234 567", 1234567), ("12,0", 12), ("1E+05", 100000)],
    )
    def test_integers(self, text, read):
        assert values.integer(text) == read

    @pytest.mark.parametrize("text", ["1,5", "10-49", "12,34", "veel", "1.23.456"])
    def test_integers_that_are_none(self, text):
        with pytest.raises(InputError):
            values.integer(text)

    def test_sums(self):
        assert values.amount("€ 1.234,50") == 1234.5
        assert values.amount("1 234 EUR") == 1234.0
        with pytest.raises(InputError) as caught:
            values.amount("1.234")
        assert caught.value.key == "amount-ambiguous"

    @pytest.mark.parametrize(
        ("text", "code"),
        [("België", "BE"), ("Belgique", "BE"), ("BEL", "BE"), ("be", "BE"), ("Pays-Bas", "NL"), ("UK", "GB"),
         ("EL", "GR"), ("NA", "NA"), ("Namibia", "NA"), ("Royaume-Uni", "GB"), ("Duitsland", "DE"),
         ("-", None)],
    )  # fmt: skip
    def test_countries(self, text, code):
        assert values.country(text) == code

    def test_unknown_country(self):
        with pytest.raises(InputError) as caught:
            values.country("Absurdistan")
        assert caught.value.key == "country-unknown"

    @pytest.mark.parametrize(
        ("vocabulary", "text", "term"),
        [("regions", "Région wallonne", "Wallonia"), ("regions", "Vlaanderen", "Flanders"),
         ("size_classes", "Grande entreprise", "large"), ("tie_states", "beëindigd", "ended"),
         ("bases", "source", "stated"), ("bases", "general-knowledge", "general-knowledge")],
    )  # fmt: skip
    def test_terms_in_three_languages(self, vocabulary, text, term):
        assert values.one_of(vocabulary)(text) == term

    @given(st.dates())
    def test_every_day_comes_back_however_written(self, day):
        written = [day.isoformat(), f"{day:%d/%m/}{day.year:04d}", f"{day:%d.%m.}{day.year:04d}"]
        if day.year in values.YEARS:
            assert {values.date(text) for text in written} == {day.isoformat()}

    @given(st.decimals(-(10**9), 10**9, places=3))
    def test_every_number_comes_back_with_point_or_comma(self, number):
        assert (
            values.decimal(f"{number:f}") == values.decimal(f"{number:f}".replace(".", ",")) == float(number)
        )

    @given(st.text(max_size=20))
    def test_no_text_breaks_a_reader(self, text):
        for reader in (values.date, values.decimal, values.integer, values.amount, values.country,
                       values.boolean, values.employees, values.organization_kind):  # fmt: skip
            with suppress(InputError):
                reader(text)


class TestOrganizations:
    def test_belgian_excel_export(self):
        loaded = load_tables([TABLES / "leden_excel_belgie.csv"])
        cafe, metaal, three = rows(loaded, "organizations")
        assert (cafe["name"], cafe["number"], cafe["street"]) == (
            "Café Liégeois SA",
            "0403170701",
            "Rue Neuve 12",
        )
        assert (cafe["lat"], cafe["lon"], cafe["employees"]) == (50.6326, 5.5797, 13)
        assert cafe["member_since"] == "2019-12-31"
        assert json.loads(cafe["extra"]) == {"VTE": "12,5", "Opmerking": 'klant; sinds "lang"'}
        assert (metaal["employees"], metaal["postcode"], metaal["member_since"]) == (1234, "9000", "2018-05")
        assert (three["name"], three["ref"], three["row"]) == ("3E NV", "0464648806", 5)
        assert {cafe["member"], metaal["member"], three["member"]} == {True}
        assert noted(loaded) == [
            "encoding-guessed", "members-guessed", "person-column-left-out", "person-column-left-out",
            "zero-restored", "employees-rounded",
        ]  # fmt: skip

    def test_nothing_of_a_person_is_kept(self, load):
        loaded = load(
            a="Société;Nom;Prénom;Contact;Notes;Site;Ligne\n"
            "Sirris;Peeters;Jan;x;écrire à jan@sirris.be;jan@sirris.be;02/123.45.67\n"
        )
        everything = json.dumps([table.to_pylist() for _, table in loaded.records.tables()])
        for trace in ("Peeters", "Jan", "jan@", "123.45"):
            assert trace not in everything
        assert Counter(noted(loaded)) == {"person-column-left-out": 4, "mail-left-out": 2}

    def test_references_in_order(self, load):
        text = (
            "id;naam;kbo;pic;postcode;gemeente\n"
            "x1;A;0403170701;998616262;1000;Brussel\n"
            ";B;0406606380;;;\n"
            ";C;;998616262;;\n"
            ";D  van  E;;;9000;Gent\n"
            ";F;;;;Gent\n"
            ";G;;;;\n"
        )
        found = rows(load(a=text), "organizations")
        assert [row["ref"] for row in found] == [
            "x1",
            "0406606380",
            "998616262",
            "D van E@9000",
            "F@Gent",
            "G",
        ]
        assert [row["record"] for row in found] == [f"local:{row['ref']}" for row in found]

    def test_kinds(self, load):
        text = "naam;type\nA;Bedrijf\nB;Pôle de compétitivité\nC;Gilde\nD;\nE;onbekend\n"
        loaded = load(a=text)
        found = rows(loaded, "organizations")
        assert [row["kind"] for row in found] == ["company", "cluster", "other", None, None]
        assert [row["cluster_kind"] for row in found] == [None, "competitiveness-pole", None, None, None]
        assert json.loads(found[2]["extra"]) == {"type": "Gilde"}
        (note,) = loaded.notes
        assert (note.key, note.row, note.value) == ("word-unknown", 4, "Gilde")

    def test_activities_and_lists(self, load):
        text = "naam;NACE;thema's;aliases\nA;62.01, 28.41;iot;x|y\nB;2841;energy|food;\n"
        a, b = rows(load(a=text.replace("62.01, 28.41", '"62.01, 28.41"')), "organizations")
        assert a["activities"] == ["nace-rev2:6201", "nace-rev2:2841"]
        assert (a["aliases"], b["topics"]) == (["x", "y"], ["energy", "food"])

    def test_offers_and_needs_are_lists_as_topics_are(self, load):
        text = 'naam;aanbod;noden\nA;"lassen; 3D  printen|lassen";geen\nB;n.v.t.;"AI\nénergie;-|AI"\nC;;\n'
        found = rows(load(a=text), "organizations")
        assert [row["offers"] for row in found] == [["lassen", "3D printen"], None, None]
        assert [row["needs"] for row in found] == [None, ["AI", "énergie"], None]

    def test_the_separator_of_needs_may_be_said(self, load):
        mapping = (
            '[[table]]\nmatch = "*"\n[table.columns]\n"Wat" = "needs"\n[table.separators]\nneeds = ","\n'
        )
        loaded = load(a='naam;Wat\nA;"test, robots"\n', mapping=mapping_from_toml(mapping))
        assert rows(loaded, "organizations")[0]["needs"] == ["test", "robots"]

    def test_activities_with_their_labels(self, load):
        text = "naam;NACEBEL 2025\nA;62.100 - Programmation, conseil\nB;C28.41\n"
        a, b = rows(load(a=text), "organizations")
        assert (a["activities"], b["activities"]) == (["nace-rev2.1:62100"], ["nace-rev2.1:2841"])

    def test_a_belgian_vat_number_holds_the_enterprise_number(self, load):
        a, b = rows(load(a="naam;btw\nA;BE 0403.170.701\nB;NL004495445B01\n"), "organizations")
        assert (a["vat"], a["number"]) == ("BE0403170701", "0403170701")
        assert (b["vat"], b["number"], b["ref"]) == ("NL004495445B01", None, "NL004495445B01")

    def test_a_number_of_another_country_is_kept_aside(self, load):
        loaded = load(a="naam;ondernemingsnummer;land\nA;12345678;Nederland\nB;0403170701;België\n")
        a, b = rows(loaded, "organizations")
        assert (a["number"], json.loads(a["extra"])) == (None, {"ondernemingsnummer": "12345678"})
        assert b["number"] == "0403170701"
        assert "number-of-another-country" in noted(loaded)

    def test_an_organization_without_cluster_is_an_organization(self, load):
        loaded = load(a="bedrijf;cluster\nA;A6K\nB;\n")
        assert [row["name"] for row in rows(loaded, "organizations")] == ["A", "B"]
        assert [tie["from_ref"] for tie in rows(loaded, "ties")] == ["A"]

    def test_clusters_in_a_list_of_members_are_ties(self, load):
        loaded = load(
            a="naam;kbo;clusters\nSirris;0406606380;A6K; Skywin\n".replace("A6K; Skywin", '"A6K; Skywin"')
        )
        ties = rows(loaded, "ties")
        assert [(tie["from_ref"], tie["to_ref"], tie["kind"], tie["row"]) for tie in ties] == [
            ("0406606380", "A6K", "member", 2), ("0406606380", "Skywin", "member", 2),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("naam;kbo\nA;0403170702\n", [("identifier-check-digits", 2, "kbo")]),
            ("naam;kbo\nA;4.03171E+08\n", [("digits-lost", 2, "kbo")]),
            ("id;naam\n4,03E+08;A\n", [("digits-lost", 2, "id")]),
            ("naam;lat;lon\nA;4,35;50,85\n", [("coordinates-swapped", 2, "lat")]),
            ("naam;lat;lon\nA;50,85;\n", [("coordinate-alone", 2, "lon")]),
            ("naam;lat;lon\nA;50,85;500\n", [("coordinate-outside", 2, "lon")]),
            ("naam;lat;lon\nA;noord;4,3\n", [("number-unreadable", 2, "lat")]),
            ("naam;land\nA;Nergensland\n", [("country-unknown", 2, "land")]),
            ("naam;gemeente\n;Gent\n", [("row-names-nothing", 2, None)]),
            ("naam;nace\nA;99999\n", [("unknown-activity", 2, "nace")]),
            ("naam;effectif\nA;10-49\n", [("number-unreadable", 2, "effectif")]),
            ("wat;hoe\n1;2\n", [("table-not-recognized", 1, None)]),
            ("naam;NAAM\nA;B\n", [("heading-twice", 1, "NAAM")]),
        ],
    )
    def test_faults(self, load, text, expected):
        loaded = load(a=text)
        assert [(key, row, column) for key, row, column in said(loaded)] == expected
        assert loaded.records.rows == 0

    def test_all_faults_of_all_files_come_together(self, load, tmp_path):
        (tmp_path / "leeg.csv").write_text("")
        loaded = load(a="naam;lat;lon\nA;x;4\nB;50;y\n", b="van;naar\nA;A\n;B\n")
        more = load_tables(
            [tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "leeg.csv", tmp_path / "weg.csv"]
        )
        assert len(loaded.faults) == 4
        assert Counter(fault.file for fault in more.faults) == {
            "a.csv": 2,
            "b.csv": 2,
            "leeg.csv": 1,
            "weg.csv": 1,
        }


class TestTies:
    def test_words_of_people(self, load):
        loaded = load(a="van;naar;soort;sinds;tot;status\nA;B;Lid;05/2018;2019;actief\nA;C;Mentor van;;;\n")
        first, second = rows(loaded, "ties")
        assert (first["kind"], first["since"], first["until"], first["status"]) == (
            "member",
            "2018-05",
            "2019",
            "active",
        )
        assert first["record"] == record_key("local", "A", "B", "member", "2018-05")
        assert second["kind"] == "mentor-van"
        assert noted(loaded) == ["own-word"]

    def test_equal_rows_collapse_and_other_dates_stay_apart(self, load):
        text = (
            "from,to,kind,since,until\nA,B,member,2015,2016\nA,B,member,2015,2016\n"
            "A,B,member,2018,\nA,B,member,2015,2017\n"
        )
        loaded = load(a=text)
        ties = rows(loaded, "ties")
        assert [(tie["since"], tie["until"], tie["row"]) for tie in ties] == [
            ("2015", "2016", 2), ("2018", None, 4), ("2015", "2017", 5),
        ]  # fmt: skip
        assert len({tie["record"] for tie in ties}) == 3
        (note,) = loaded.notes
        assert (note.key, note.row, note.values) == ("row-repeated", 3, {"count": 1})

    def test_refs_are_kept_but_for_spaces(self, load):
        (tie,) = rows(load(a="from,to,type\n BE  0403.170.701 ,A6K\u00a0Charleroi,member\n"), "ties")
        assert (tie["from_ref"], tie["to_ref"]) == ("BE 0403.170.701", "A6K Charleroi")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("from,to\nA,A\n", [("tie-to-itself", 2, "to")]),
            ("from,to\nA,\n", [("tie-without-end", 2, "to")]),
            ("lid,cluster\n,B\n", [("tie-without-end", 2, "lid")]),
            ("from,to,since,until\nA,B,2019,2018-12\n", [("until-before-since", 2, "until")]),
            ("from,to,since\nA,B,31/02/2019\n", [("date-impossible", 2, "since")]),
        ],
    )
    def test_faults(self, load, text, expected):
        assert said(load(a=text)) == expected

    def test_a_year_may_hold_the_month_it_began(self, load):
        assert len(rows(load(a="from,to,since,until\nA,B,2019-05,2019\n"), "ties")) == 1

    def test_pairs_of_member_and_cluster(self, load):
        loaded = load(a="Entreprise;Pôle;Depuis\nSirris;Skywin;2006\n")
        (tie,) = rows(loaded, "ties")
        assert (tie["from_ref"], tie["to_ref"], tie["kind"], tie["since"]) == (
            "Sirris",
            "Skywin",
            "member",
            "2006",
        )
        assert noted(loaded) == ["tie-kind-assumed"]

    def test_gephi(self):
        loaded = load_tables([TABLES / "gephi_nodes.csv", TABLES / "gephi_edges.csv"])
        assert [row["name"] for row in rows(loaded, "organizations")] == ["Alpha", "Beta", "Gamma"]
        first, second = rows(loaded, "ties")
        assert (first["from_ref"], first["to_ref"], first["note"], first["weight"]) == (
            "a",
            "b",
            "supplies",
            1.0,
        )
        assert (second["kind"], json.loads(second["extra"])) == ("partner", {"Type": "Undirected", "Id": "1"})

    def test_kumu(self):
        loaded = load_tables([TABLES / "kumu.xlsx"])
        a6k, sirris, odd = rows(loaded, "organizations")
        assert (a6k["kind"], a6k["topics"], a6k["file"]) == (
            "cluster",
            ["energy", "industry 4.0"],
            "kumu.xlsx#Elements",
        )
        assert (sirris["kind"], odd["kind"]) == ("research-center", "other")
        assert [tie["kind"] for tie in rows(loaded, "ties")] == ["member", "mentor-of"]
        assert Counter(noted(loaded)) == {
            "sheet-hidden": 1, "table-not-recognized": 1, "word-unknown": 1, "own-word": 1,
        }  # fmt: skip


class TestEvents:
    def test_wide_and_long_say_the_same(self, load):
        wide = load(w="Evenement;Datum;Deelnemers\nBeurs;31/12/2019;A | B\nDag;2020;A\n")
        long = load(lang="Evenement;Datum;Bedrijf\nBeurs;31/12/2019;A\nBeurs;31/12/2019;B\nDag;2020;A\n")
        for noun, names in (
            ("events", ("record", "name", "since")),
            ("participations", ("record", "event_ref", "organization_ref")),
        ):  # fmt: skip
            told = [[tuple(row[name] for name in names) for row in rows(each, noun)] for each in (wide, long)]
            assert told[0] == told[1]
        assert len(rows(long, "participations")) == 3

    def test_participations_find_the_event_by_its_name(self, load):
        loaded = load(
            events="id;name;start\nE1;Beurs;2019\n",
            b="event;organization;role\nBeurs;A;Coördinator\nE1;B;\nDag;B;\n",
        )
        assert [row["ref"] for row in rows(loaded, "events")] == ["E1", "Dag"]
        assert [row["event_ref"] for row in rows(loaded, "participations")] == ["E1", "E1", "Dag"]
        assert rows(loaded, "participations")[0]["role"] == "coordinator"

    def test_repeated_participations_collapse(self, load):
        loaded = load(b="event;organization;role\nBeurs;A;\nBeurs;A;\nBeurs;A;spreker\n")
        found = rows(loaded, "participations")
        assert [(row["role"], row["row"]) for row in found] == [(None, 2), ("speaker", 4)]
        assert len({row["record"] for row in found}) == 2


class TestReferences:
    def test_two_files_that_both_count_from_one(self, load):
        loaded = load(
            bedrijven="id;naam;type\n1;Sirris;bedrijf\n2;Umicore;bedrijf\n",
            parken="id;naam;type\n1;Thor Park;cluster\n2;Hangar K;cluster\n",
        )
        assert [(f.key, f.file, f.row, f.column) for f in loaded.faults] == [
            ("reference-of-two", "parken.csv", 2, "id"), ("reference-of-two", "parken.csv", 3, "id"),
        ]  # fmt: skip
        assert loaded.faults[0].values["other"] == "Sirris"

    def test_without_kinds_the_names_of_two_files_tell(self, load):
        a, b = "id;naam\n1;Sirris\n2;Umicore\n", "id;naam\n1;Thor Park\n2;Hangar K\n"
        assert len(load(a=a, b=b).faults) == 2

    def test_one_reference_of_two_kinds_among_many_that_agree(self, load):
        shared = "2;Umicore;bedrijf\n3;Barco;bedrijf\n4;Bekaert;bedrijf\n"
        loaded = load(
            a=f"id;naam;type\n1;Sirris;bedrijf\n{shared}", b=f"id;naam;type\n1;Thor Park;cluster\n{shared}"
        )
        assert [(fault.key, fault.file, fault.row) for fault in loaded.faults] == [
            ("reference-of-two", "b.csv", 2)
        ]

    def test_one_organization_may_have_two_names(self, load):
        loaded = load(
            a="id;naam;type\n1;Stad Gent;overheid\n1;Ville de Gand;administration\n2;A;bedrijf\n",
            b="id;naam\n1;Gent\n2;A\n",
        )
        assert loaded.faults == ()

    def test_files_may_share_organizations(self, load):
        loaded = load(a="id;naam;type\nx;Thor Park;bedrijf\n", clusters="id;naam\nx;Thor park Genk\n")
        assert loaded.faults == ()


class TestMapping:
    def test_a_mapping_reads_what_no_guess_finds(self, load):
        mapping = mapping_from_toml(
            '[[table]]\nmatch = "vreemd*"\nnoun = "organizations"\n'
            '[table.columns]\n"Wie" = "name"\n"Wat" = "topics"\n"Geheim" = "leave-out"\n'
            '[table.constants]\nkind = "Bedrijf"\nmember = "ja"\n[table.separators]\ntopics = "+"\n'
        )
        loaded = load(vreemd1="Wie;Wat;Geheim\nSirris;iot + food;x\n", mapping=mapping)
        (row,) = rows(loaded, "organizations")
        assert (row["name"], row["kind"], row["member"]) == ("Sirris", "company", True)
        assert (row["topics"], row["extra"]) == (["iot", "food"], None)

    def test_what_was_guessed_can_be_given_back(self, load):
        text = "naam;kbo;clusters;vreemd\nSirris;0406606380;A6K;x\n"
        first = load(leden=text)
        again = load(leden=text, mapping=mapping_from_toml(mapping_to_toml(first.mapping)))
        assert again.records == first.records
        assert again.mapping == first.mapping

    def test_noun(self, load):
        loaded = load(a="id;name\nx;Energy\n", noun="topics")
        assert rows(loaded, "topics")[0]["label_en"] == "Energy"

    def test_an_impossible_constant_is_a_fault(self, load):
        mapping = mapping_from_toml('[[table]]\nmatch = "*"\n[table.constants]\ncountry = "Nergensland"\n')
        assert [fault.key for fault in load(a="naam\nA\n", mapping=mapping).faults] == ["country-unknown"]


class TestBelgium:
    def test_the_five_files_load_without_fault(self, data):
        names = ("organizations", "clusters", "ties", "topics", "federation_members")
        loaded = load_tables([data / "belgium" / f"{name}.csv" for name in names])
        organizations = loaded.records.organizations.to_pylist()
        assert loaded.faults == ()
        assert Counter(row["file"] for row in organizations) == {
            "organizations.csv": 626, "clusters.csv": 66, "federation_members.csv": 71,
        }  # fmt: skip
        assert (loaded.records.ties.num_rows, loaded.records.topics.num_rows) == (999, 80)
        assert loaded.rows_read == 626 + 66 + 999 + 80 + 71
        beacon = next(
            row for row in organizations if row["file"] == "clusters.csv" and row["ref"] == "the-beacon"
        )
        assert (beacon["kind"], beacon["cluster_kind"], beacon["named"], beacon["basis"]) == (
            "cluster",
            "hub",
            True,
            "stated",
        )
        member = next(row for row in organizations if row["file"] == "federation_members.csv")
        assert (member["member"], member["member_basis"], member["member_since"]) == (True, "award", "2022")
        assert member["member_source"].startswith("https://")
        assert member["name"] is None

    def test_the_same_files_give_the_same_records(self, data):
        paths = [data / "belgium" / "organizations.csv", data / "belgium" / "ties.csv"]
        first, second = load_tables(paths), load_tables(paths)
        assert first == second


def enterprise_number(at: int) -> str:
    first = f"{4_000_000 + 7 * at:08d}"
    return first + f"{97 - int(first) % 97:02d}"


def big(path: Path, count: int) -> Path:
    lines = ["Naam;Ondernemingsnummer;Straat;Nummer;Postcode;Gemeente;NACE;Breedtegraad;Lengtegraad;Effectif"]
    lines += [
        f"Bedrijf {at} NV;{enterprise_number(at)};Kerkstraat;{at % 200};{1000 + at % 8000};Gent;62.01;"
        f"50,{at % 9999:04d};4,{at % 7777:04d};{at % 300}"
        for at in range(count)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_hundred_thousand_rows(tmp_path):
    loaded = load_tables([big(tmp_path / "groot.csv", 100_000)])
    assert loaded.faults == ()
    numbers = loaded.records.organizations["number"]
    assert (len(numbers), numbers.null_count) == (100_000, 0)
    assert (
        loaded.records.organizations["ref"][99_999].as_py()
        == parse_identifier("enterprise", enterprise_number(99_999)).value
    )


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_a_planted_fault_is_named_where_it_stands(tmp_path_factory, form, seed):
    dice = random.Random(seed)
    headings = ["Naam", "KBO", "Land", "Breedtegraad", "Lengtegraad", "NACE", "Lid sinds"]
    lines = [
        [f"B {at}", enterprise_number(at), "België", "50,85", "4,35", "62.01", "2019"]
        for at in range(dice.randrange(1, 40))
    ]
    row, column = dice.randrange(len(lines)), dice.randrange(1, len(headings))
    lines[row][column] = "onzin!"
    blank = dice.randrange(len(lines))
    lines.insert(blank, [""] * len(headings))
    path = tmp_path_factory.mktemp("planted") / f"t.{form}"
    if form == "csv":
        path.write_text("\n".join(";".join(line) for line in [headings, *lines]), encoding="cp1252")
    else:
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet()
            for at, line in enumerate([headings, *lines]):
                page.write_row(at, 0, line)
    loaded = load_tables([path])
    (fault,) = loaded.faults
    assert (fault.row, fault.column, fault.value) == (row + 2 + (blank <= row), headings[column], "onzin!")


def test_records_have_no_place_for_a_person():
    assert Records.empty().organizations.schema == ORGANIZATIONS
    assert not {"email", "phone", "contact", "person"} & set(ORGANIZATIONS.names)


def test_two_files_of_one_name_are_told_apart(tmp_path):
    paths = [tmp_path / folder / "lijst.csv" for folder in ("skywin", "vil")]
    for path in paths:
        path.parent.mkdir()
        path.write_text("naam;land\nA;Nergens\n")
    assert [fault.file for fault in load_tables(paths).faults] == ["skywin/lijst.csv", "vil/lijst.csv"]


def test_the_name_of_a_sheet_tells_what_it_holds():
    loaded = load_tables([TABLES / "typed.xlsx"])
    assert rows(loaded, "organizations")[0]["member"] is True
    assert "members-guessed" not in noted(loaded), "there is a column for it"
    assert {note.file for note in loaded.notes} == {"typed.xlsx#Leden"}
