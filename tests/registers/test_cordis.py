"""CORDIS: what the official tables and the tables cut from them say, laid over each other."""

import csv
import gzip
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from traitdunion.domain.record import record_key
from traitdunion.registers.base import Loaded
from traitdunion.registers.cordis import load_cordis
from traitdunion.registers.identifiers import parse_identifier

ORGANIZATION = (
    "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;"
    "city;country;nutsCode;geolocation;organizationURL;contentUpdateDate;rcn;role;ecContribution\n"
    '101;ALPHA;999999999;BE0403170701;NEW NAME;NN;True;PRC;"Rue ""A"" 1; bus 2";1000;Bruxelles;BE;BE100;'
    '"50.8,4.3";http://a.be;2024-01-02 10:00:00;1906458;participant;1000,5\n'
    "102;BETA;999999999;;OLD NAME;;;PRC;;;;BE;;;;2020-01-02 10:00:00;1906458;coordinator;\n"
    "102;BETA;888888888;DE129517720;UNIVERSITY;;;HES;;;;EL;;;;2020-01-02 10:00:00;1;thirdParty;NA\n"
    "102;BETA;777777777;BE0403170702;WINDHOEK;;;PUB;;;;NA;;;;2020-01-02 10:00:00;1;associatedPartner;5\n"
)
PROJECT = (
    '"id";"acronym";"title";"startDate";"endDate";"frameworkProgramme";"topics";"rcn"\n'
    '"101";"ALPHA";"First\nletter";"2021-01-01";"2024-12-31";"HORIZON";"CL4-1";"250001"\n'
)


def rows(loaded: Loaded, noun: str) -> dict[str, dict]:
    assert loaded.faults == ()
    return {row["ref"]: row for row in getattr(loaded.records, noun).to_pylist()}


@pytest.fixture
def official(tmp_path) -> Path:
    (tmp_path / "organization.csv").write_text(ORGANIZATION, encoding="utf-8-sig")
    (tmp_path / "project.csv").write_text(PROJECT, encoding="utf-8-sig")
    return tmp_path


class TestOfficialLayout:
    def test_organizations(self, official):
        loaded = load_cordis(official)
        found = rows(loaded, "organizations")
        newest = found["999999999"]
        assert (newest["name"], newest["aliases"]) == ("NEW NAME", ["OLD NAME", "NN"])
        assert (newest["vat"], newest["number"]) == ("BE0403170701", "0403170701")
        assert (newest["street"], newest["lat"], newest["lon"]) == ('Rue "A" 1; bus 2', 50.8, 4.3)
        assert (newest["record"], newest["pic"]) == ("cordis:999999999", "999999999")
        assert (found["888888888"]["kind"], found["888888888"]["country"]) == ("university", "GR")
        assert (found["777777777"]["kind"], found["777777777"]["country"]) == ("public-body", "NA"), (
            "NA is Namibia"
        )
        assert found["777777777"]["number"] is None, "its check does not hold"
        assert [(note.key, note.row, note.values) for note in loaded.notes] == [
            ("vat-left-out", 4, {"count": 2})
        ]

    def test_projects(self, official):
        found = rows(load_cordis(official), "events")
        assert found["rcn:250001"]["name"] == "ALPHA: First\nletter"
        assert (found["rcn:250001"]["since"], found["rcn:250001"]["until"]) == ("2021-01-01", "2024-12-31")
        assert (found["rcn:250001"]["programme"], found["rcn:250001"]["topics"]) == ("HORIZON", ["CL4-1"])
        assert found["id:102"]["name"] == "BETA"
        assert found["id:102"]["source_url"] == "https://cordis.europa.eu/project/id/102"

    def test_participations(self, official):
        found = load_cordis(official).records.participations.to_pylist()
        assert {
            (row["event_ref"], row["organization_ref"]): (row["role"], row["amount"]) for row in found
        } == {
            ("rcn:250001", "999999999"): ("participant", 1000.5),
            ("id:102", "999999999"): ("coordinator", None),
            ("id:102", "888888888"): ("third-party", None),
            ("id:102", "777777777"): ("associated-partner", 5.0),
        }
        assert all(
            row["record"] == record_key("cordis", row["event_ref"], row["organization_ref"]) for row in found
        )

    def test_zip_says_the_same(self, official):
        apart = load_cordis([official / "organization.csv", official / "project.csv"])
        with zipfile.ZipFile(official / "cordis.zip", "w") as archive:
            for name in ("organization.csv", "project.csv"):
                archive.write(official / name, f"csv/{name}")
        together = load_cordis([official / "cordis.zip"])
        for noun in ("organizations", "events", "participations"):
            first, second = (getattr(each.records, noun).drop(["file"]) for each in (apart, together))
            assert first == second
        assert set(together.records.events["file"].to_pylist()) == {
            "cordis.zip#csv/organization.csv", "cordis.zip#csv/project.csv",
        }  # fmt: skip

    def test_a_real_extract(self, data):
        file = data / "cordis" / "official_organization_csv_first_100_rows.csv"
        loaded = load_cordis([file])
        with file.open(encoding="utf-8", newline="") as text:
            written = list(csv.DictReader(text))
        assert loaded.faults == ()
        assert set(rows(loaded, "organizations")) == {row["organisationID"] for row in written}
        assert loaded.records.participations.num_rows == len(written)
        amounts = {
            (row["event_ref"], row["organization_ref"]): row["amount"] or 0.0
            for row in loaded.records.participations.to_pylist()
        }
        assert amounts == {
            (f"id:{row['projectID']}", row["organisationID"]): float(row["ecContribution"] or 0)
            for row in written
        }  # fmt: skip


class TestPrecedence:
    def test_tables_lie_over_each_other(self, tmp_path):
        (tmp_path / "europe.csv").write_text(
            "rcn,role,pic,type,contribution,country,start_date,end_date\n"
            "7,participant,999999999,OTH,NA,UK,2019-01-01,2020-01-01\n"
            "7,participant,666666666,REC,5,UK,2019-01-01,2020-01-01\n"
        )
        (tmp_path / "fp7.csv.gz").write_bytes(
            gzip.compress(
                b"projectRcn,new_org_id,organisationName,organisationShortName,organizationUrl,country,street,city,postCode\n"
                b"9,999999999,OLD,O,,BE,Street 1,CITY,0\n"
                b"9,0123456789abcdef0123456789abcdef,OTHER,,,UK,,,\n"
            )
        )
        (tmp_path / "belgium.csv").write_text(
            "programme,rcn,role,pic,activityType,ecContribution,country,name,project_id,source,project_key\n"
            "H2020,7,coordinator,999999999,PRC,10,BE,NAME,555,eunets 2020-12-14,rcn:7\n"
            "H2020,,participant,999999999,PRC,-,BE,NAME,556,export 2021,id:556\n"
        )
        (tmp_path / "parts.csv").write_text("rcn,programme_part\n7,SC4\n7,LEIT; SC1\n8,ERC\n")
        (tmp_path / "names.csv").write_text("src,pic,name,country\nx,1,y,BE\n")
        (tmp_path / "readme.txt").write_text("not read")
        loaded = load_cordis(tmp_path)
        found = rows(loaded, "organizations")
        both = found["999999999"]
        assert (both["name"], both["aliases"], both["kind"]) == ("NAME", ["OLD", "O"], "company")
        assert (both["country"], both["street"], both["postcode"]) == ("BE", "Street 1", None)
        assert (found["666666666"]["name"], found["666666666"]["country"]) == ("PIC 666666666", "GB")
        assert found["0123456789abcdef0123456789abcdef"]["pic"] is None
        events = rows(loaded, "events")
        assert set(events) == {"rcn:7", "rcn:9", "id:556"}, "a part alone makes no project"
        assert (events["rcn:7"]["topics"], events["rcn:7"]["programme"]) == (["LEIT", "SC1", "SC4"], "H2020")
        assert (events["rcn:7"]["since"], events["rcn:9"]["programme"]) == ("2019-01-01", "FP7")
        told = {
            (row["event_ref"], row["organization_ref"]): (row["role"], row["amount"], row["source_date"])
            for row in loaded.records.participations.to_pylist()
        }
        assert told["rcn:7", "999999999"] == ("coordinator", 10.0, "2020-12-14")
        assert told["id:556", "999999999"] == ("participant", None, "2021")
        assert [(note.key, note.file) for note in loaded.notes] == [("table-not-recognized", "names.csv")]

    def test_of_names_as_new_the_most_frequent_comes_first(self, tmp_path):
        (tmp_path / "a.csv").write_text(
            "rcn,pic,role,name\n1,999999999,participant,RARE\n"
            "2,999999999,participant,USUAL\n3,999999999,participant,USUAL\n"
        )
        (found,) = rows(load_cordis(tmp_path), "organizations").values()
        assert (found["name"], found["aliases"]) == ("USUAL", ["RARE"])

    def test_an_inferred_number_ties_nothing(self, tmp_path):
        (tmp_path / "projects.csv").write_text(
            "project_id,id_source,Project Title,Project Acronym,project_key\n"
            "555,inferred(unique EC contribution),T,A,rcn:7\n556,exact,U,B,rcn:8\n"
        )
        (tmp_path / "organization.csv").write_text(
            "projectID,organisationID,name,role\n555,999999999,N,participant\n556,999999999,N,participant\n"
        )
        found = load_cordis(tmp_path).records.participations["event_ref"].to_pylist()
        assert found == ["id:555", "rcn:8"]


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "raw", "key"),
        [
            ("a.csv", b"src,name\nx,y\n", "cordis-not-found"),
            ("a.zip", b"no archive", "file-damaged"),
            ("a.csv.gz", b"\x1f\x8bno", "file-damaged"),
            ("a.csv", b"rcn,pic,role\n1,2\n", "file-damaged"),
        ],
    )
    def test_files_that_cannot_be_read(self, tmp_path, name, raw, key):
        (tmp_path / name).write_bytes(raw)
        loaded = load_cordis(tmp_path)
        assert [fault.key for fault in loaded.faults] == [key]
        assert loaded.records.rows == 0

    def test_a_missing_folder(self, tmp_path):
        assert [fault.key for fault in load_cordis(tmp_path / "none").faults] == ["file-missing"]


@pytest.fixture(scope="module")
def loaded(data) -> Loaded:
    return load_cordis(data / "cordis")


@pytest.fixture(scope="module")
def belgium(data) -> list[dict]:
    with gzip.open(data / "cordis" / "h2020_participations_belgium.csv.gz", "rt", newline="") as text:
        return list(csv.DictReader(text))


class TestWholeFolder:
    def test_every_participation_of_belgium_is_there(self, loaded, belgium):
        stated = {(row["project_key"], row["pic"]) for row in belgium}
        pairs = loaded.records.participations.select(["event_ref", "organization_ref"]).to_pydict()
        found = Counter(zip(pairs["event_ref"], pairs["organization_ref"], strict=True))
        assert loaded.faults == ()
        assert len(belgium) == 61_626
        assert stated <= found.keys()
        assert max(found.values()) == 1
        assert loaded.rows_read > 61_626 + 144_726 + 49_615

    def test_every_organization_has_one_row_and_a_name(self, loaded):
        refs = loaded.records.organizations["ref"].to_pylist()
        assert len(refs) == len(set(refs))
        assert loaded.records.organizations["name"].null_count == 0
        assert set(loaded.records.participations["organization_ref"].to_pylist()) <= set(refs)
        assert set(loaded.records.participations["event_ref"].to_pylist()) <= rows(loaded, "events").keys()

    def test_the_name_is_the_most_frequent_of_the_newest(self, loaded, belgium, data):
        file = data / "cordis" / "official_organization_csv_first_100_rows.csv"
        with file.open(encoding="utf-8", newline="") as text:
            newer = {row["organisationID"] for row in csv.DictReader(text)}
        newer |= {row["pic"] for row in belgium if row["source"].endswith("2021")}
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for row in belgium:
            if row["name"] and row["pic"] not in newer and row["source"].startswith("eunets"):
                names[row["pic"]][row["name"]] += 1
        ranked = {pic: counted.most_common(2) for pic, counted in names.items()}
        clear = {pic: top[0][0] for pic, top in ranked.items() if len(top) == 1 or top[0][1] > top[1][1]}
        found = rows(loaded, "organizations")
        assert len(clear) > 5_000
        assert {pic: found[pic]["name"] for pic in clear} == clear

    def test_numbers_hold_and_countries_are_iso(self, loaded):
        numbers = loaded.records.organizations["number"].drop_null().to_pylist()
        assert len(numbers) > 100
        assert all(parse_identifier("enterprise", number).value == number for number in numbers)
        countries = set(loaded.records.organizations["country"].to_pylist())
        assert {"GB", "GR", "NA"} <= countries
        assert not {"UK", "EL"} & countries

    def test_the_same_folder_gives_the_same_records(self, loaded, data):
        assert load_cordis(data / "cordis").records == loaded.records
