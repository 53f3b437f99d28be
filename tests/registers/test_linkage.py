"""Which records are one organization: small tables made to be ruled on."""

import json
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.registers.linkage import DOUBT, SURE, score_pairs

LEUVEN = {"city": "Leuven", "country": "BE"}
MARKET = {**LEUVEN, "street": "Oude Markt 13", "postcode": "3000"}


def table(*rows: dict[str, Any]) -> pa.Table:
    """Give the rows the records a, b, c ...; only the columns they name exist."""
    columns = {key: None for row in rows for key in row}
    values = {key: [row.get(key) for row in rows] for key in columns}
    return pa.table({"record": [chr(ord("a") + place) for place in range(len(rows))], **values})


def pair(*rows: dict[str, Any]) -> dict[str, Any]:
    """Score two rows that are sure to be compared."""
    (scored,) = score_pairs(table(*rows), lowest=0.0).to_pylist()
    return scored


def levels(scored: dict[str, Any]) -> dict[str, str]:
    return {item["key"]: item["level"] for item in json.loads(scored["evidence"])}


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("number", "0419052173"),
        ("vat", "BE0419052173"),
        ("pic", "999991334"),
        ("lei", "549300CSLHPO6Y1AZN37"),
        ("ror", "https://ror.org/05f950310"),
    ],
)
def test_the_same_identifier_is_the_same_organization(scheme: str, value: str) -> None:
    scored = pair(
        {"name": "Katholieke Universiteit Leuven", "city": "Leuven", "country": "BE", scheme: value},
        {"name": "Something Else", "city": "Oslo", "country": "NO", scheme: value},
    )
    assert (scored["left"], scored["right"]) == ("a", "b")
    assert (scored["probability"], scored["basis"]) == (1.0, scheme)


@pytest.mark.parametrize(
    ("scheme", "one", "other"),
    [("number", "0419052173", "0248015142"), ("pic", "999991334", "999986096")],
)
def test_two_identifiers_of_one_scheme_are_never_sure(scheme: str, one: str, other: str) -> None:
    acme = {"name": "Acme Robotics NV", **MARKET, "website": "acme.be"}
    scored = pair({**acme, scheme: one}, {**acme, scheme: other})
    assert scored["probability"] < SURE
    assert scored["weight"] <= pair(acme, acme)["weight"] - 10
    assert scored["basis"] == "name-and-place"
    assert levels(scored)[scheme] == "different"


def test_a_number_outranks_a_group_s_vat_and_a_second_code() -> None:
    vat = {"name": "Acme Robotics NV", "vat": "BE0419052173", **MARKET}
    in_group = pair({**vat, "number": "0419052173"}, {**vat, "number": "0248015142"})
    assert in_group["probability"] < SURE
    coded = {"name": "Acme Robotics NV", "number": "0419052173"}
    twice_coded = pair({**coded, "pic": "999991334"}, {**coded, "pic": "999986096"})
    assert (twice_coded["probability"], twice_coded["basis"]) == (1.0, "number")


def test_a_number_whose_check_fails_says_nothing() -> None:
    scored = pair({"name": "Acme", "number": "0419052174"}, {"name": "Acme", "number": "0419052174"})
    assert scored["basis"] == "name"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Acme Robotics NV", "ACME ROBOTICS S.A."),
        ("Société Générale d'Énergie", "SOCIETE GENERALE D ENERGIE"),
        ("Lancaster Forge Works", "Forge Works of Lancaster"),
        ("Acme Robotics", "Acme Robotics BVBA"),
    ],
)
def test_name_and_town_together_are_sure(left: str, right: str) -> None:
    scored = pair(
        {"name": left, "city": "Bruxelles", "country": "BE"},
        {"name": right, "city": "Brussel", "country": "BE"},
    )
    assert scored["probability"] >= SURE
    assert scored["basis"] == "name-and-place"


@pytest.mark.parametrize("rows", [(MARKET, {}), ({}, {}), ({"country": "BE"}, {"country": "BE"})])
def test_a_name_alone_is_never_sure_yet_asked(rows: tuple[dict[str, str], dict[str, str]]) -> None:
    scored = pair(*({"name": "Katholieke Universiteit Leuven", **row} for row in rows))
    assert DOUBT <= scored["probability"] < SURE
    assert scored["basis"] == "name"


def test_the_same_name_in_another_town_is_asked() -> None:
    name = {"name": "Acme Robotics NV", "country": "BE"}
    scored = pair({**name, "city": "Leuven"}, {**name, "city": "Gent"})
    assert DOUBT <= scored["probability"] < SURE
    assert levels(scored)["place"] == "elsewhere"


def test_the_same_name_in_another_country_is_not_merged() -> None:
    scored = pair(
        {"name": "Acme Robotics", "city": "Baarle", "country": "BE"},
        {"name": "Acme Robotics", "city": "Baarle", "country": "NL"},
    )
    assert scored["probability"] < SURE
    assert levels(scored)["country"] == "different"


def test_country_codes_of_the_commission_are_those_of_iso() -> None:
    scored = pair({"name": "Acme", "country": "UK"}, {"name": "Acme", "country": "GB"})
    assert levels(scored)["country"] == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Acme Holding NV", "Acme Services NV"),
        ("Acme Belgium NV", "Acme Luxembourg NV"),
        ("Acme NV", "Acme Holding NV"),
        ("Acme Robotics NV", "Acme Robotics Invest NV"),
        ("Acme NV", "Acme VZW"),
        ("Politecnico di Milano", "Fondazione Politecnico di Milano"),
        ("Immo Kerkstraat 1 NV", "Immo Kerkstraat 2 NV"),
        ("Universiteit Gent, Faculty of Law", "Universiteit Gent, Faculty of Medicine"),
        ("Universiteit Gent", "Universiteit Gent - Department of Physics"),
        ("Deutsche Telekom AG", "Telekom Deutschland GmbH"),
        ("NEC Europe Ltd", "NRC Europe Ltd"),
    ],
)
def test_sisters_rivals_and_departments_at_one_address_are_not_merged(left: str, right: str) -> None:
    scored = score_pairs(table({"name": left, **MARKET}, {"name": right, **MARKET}), lowest=0.0)
    assert all(probability < SURE for probability in scored["probability"].to_pylist())


def test_twin_names_meet_through_aliases() -> None:
    scored = pair(
        {"name": "Université catholique de Louvain", "aliases": ["UCLouvain"], **MARKET},
        {"name": "UCLouvain", "aliases": None, **MARKET},
    )
    assert scored["probability"] >= SURE
    assert levels(scored)["name"] == "other-name"


def test_a_group_s_name_as_other_name_of_a_sister_is_asked() -> None:
    scored = pair(
        {"name": "Sioen NV", **MARKET}, {"name": "Sioen Industries NV", "aliases": ["SIOEN"], **MARKET}
    )
    assert DOUBT <= scored["probability"] < SURE


def test_twin_names_meet_through_abbreviation() -> None:
    scored = pair({"name": "Katholieke Universiteit Leuven", **LEUVEN}, {"name": "KU Leuven", **LEUVEN})
    assert DOUBT <= scored["probability"] < SURE
    assert levels(scored)["name"] == "abbreviation"


def test_a_slip_of_the_pen_at_one_address_is_merged_and_elsewhere_asked() -> None:
    names = ({"name": "Hellinikos Georgikos Organismos"}, {"name": "Ellinikos Georgikos Organismos"})
    assert pair(*({**name, **MARKET} for name in names))["probability"] >= SURE
    assert DOUBT <= pair(*({**name, **LEUVEN} for name in names))["probability"] < SURE


def test_coordinates_stand_for_a_place() -> None:
    name = {"name": "Acme Robotics NV"}
    near = pair({**name, "lat": 50.88, "lon": 4.70}, {**name, "lat": 50.89, "lon": 4.72})
    far = pair({**name, "lat": 50.88, "lon": 4.70}, {**name, "lat": -50.88, "lon": -175.3})
    assert (levels(near)["place"], levels(far)["place"]) == ("near", "elsewhere")
    assert far["weight"] < near["weight"]


def test_the_domain_of_a_provider_says_nothing() -> None:
    rows = [{"name": f"{word}ax", "website": f"https://www.provider.com/{word}"} for word in "abcdefghijklm"]
    assert score_pairs(table(*rows), lowest=0.0).num_rows == 0
    two = pair(*({**row, "name": "Acme", "website": "http://www.acme.co.uk/en"} for row in rows[:2]))
    assert levels(two)["website"] == "same"


def test_evidence_shows_both_sides_as_written() -> None:
    scored = pair({"name": "Solvay NV", **MARKET}, {"name": "SOLVAY S.A.", "city": "Louvain"})
    said = {item["key"]: item for item in json.loads(scored["evidence"])}
    assert (said["name"]["left"], said["name"]["right"]) == ("Solvay NV", "SOLVAY S.A.")
    assert (said["place"]["left"], said["place"]["right"]) == ("Oude Markt 13, 3000 Leuven", "Louvain")
    assert said["name"]["weight"] > 0
    assert "country" not in said


def test_weight_is_the_prior_and_what_the_evidence_weighs() -> None:
    scored = pair({"name": "Solvay NV", **MARKET}, {"name": "SOLVAY S.A.", **MARKET})
    told = sum(item["weight"] for item in json.loads(scored["evidence"]))
    assert scored["weight"] == pytest.approx(told - 10.0, abs=0.05)
    assert scored["probability"] == pytest.approx(1 / (1 + 2 ** -scored["weight"]))


@pytest.mark.parametrize("names", [[], ["Acme"], [None, "", "  ", "???"], ["Alpha Works", "Beta Forge"]])
def test_nothing_to_compare_gives_an_empty_table(names: list[str | None]) -> None:
    organizations = pa.table(
        {
            "record": pa.array([str(row) for row in range(len(names))], pa.string()),
            "name": pa.array(names, pa.string()),
        }
    )
    scored = score_pairs(organizations)
    assert scored.num_rows == 0
    assert scored.column_names == ["left", "right", "probability", "weight", "basis", "evidence"]


def test_two_rows_of_one_record_are_refused() -> None:
    with pytest.raises(InputError) as refused:
        score_pairs(pa.table({"record": ["a", "a"], "name": ["Acme", "Acme"]}))
    assert (refused.value.key, refused.value.values) == ("linkage-records-not-unique", {"record": "a"})


def test_a_name_many_records_bear_loses_none_of_them() -> None:
    copies = pa.table(
        {"record": [f"{row:03d}" for row in range(90)], "name": ["Acme Robotics"] * 90, "city": ["Gent"] * 90}
    )
    joined = {
        end for pair in score_pairs(copies, lowest=SURE).to_pylist() for end in (pair["left"], pair["right"])
    }
    assert len(joined) == 90


ROWS = (
    {"name": "Acme Robotics NV", **MARKET, "pic": "999991334"},
    {"name": "ACME ROBOTICS SA", **LEUVEN},
    {"name": "Acme Services NV", **MARKET},
    {"name": "Université catholique de Louvain", "city": "Louvain-la-Neuve", "aliases": ["UCLouvain"]},
    {"name": "UCLouvain", "city": "Louvain-la-Neuve"},
    {"name": "Robotics Acme", "country": "BE", "pic": "999991334"},
    {"name": None, "pic": "999986096"},
    {"name": "Universiteit Gent", "city": "Gand", "country": "BE", "pic": "999986096"},
)


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(ROWS))), st.integers(0, 3))
def test_the_order_of_rows_changes_no_byte(order: list[int], seed: int) -> None:
    straight = table(*ROWS)
    assert score_pairs(straight.take(order), seed=seed, lowest=0.0).equals(
        score_pairs(straight, seed=seed, lowest=0.0)
    )


def test_the_number_of_threads_changes_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, copies = duckdb.connect, table(*ROWS * 3)
    tables = []
    for threads in (1, 2):

        def with_threads(database: str, config: dict[str, Any] | None = None, n: int = threads) -> Any:
            return connect(database, config={**(config or {}), "threads": n})

        monkeypatch.setattr(duckdb, "connect", with_threads)
        tables.append(score_pairs(copies, lowest=0.0))
    assert tables[0].equals(tables[1])
    assert tables[0].num_rows > len(ROWS)
