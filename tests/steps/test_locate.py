"""Where an activity concentrates, on ecosystems made by hand, so that what is planted is known."""

import json
from dataclasses import replace
from itertools import cycle, islice

import numpy as np
import pytest

import traitdunion as td
from tests.builders import cluster, ecosystem, organization
from traitdunion.domain.agglomeration import Location
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.errors import InputError
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.locate import locate
from traitdunion.steps.locate.ground import Sites, town_of
from traitdunion.steps.locate.practice import practised
from traitdunion.workspace.documents import location_document, map_document

TOWNS = {
    "Gosselies": ("6041", 50.467, 4.432),
    "Gent": ("9000", 51.05, 3.72),
    "Brugge": ("8000", 51.21, 3.22),
    "Hasselt": ("3500", 50.93, 5.34),
    "Arlon": ("6700", 49.68, 5.81),
    "Brussel": ("1000", 50.85, 4.35),
    "Namur": ("5000", 50.46, 4.86),
    "Turnhout": ("2300", 51.32, 4.95),
}


def site(number: int, town: str, activities: list[str], **said: object) -> dict:
    postcode, lat, lon = TOWNS[town]
    return organization(
        f"firm {number:03d} {'abcdefghijklmnop'[number % 16] * 4}{number * 7919 % 1000}",
        postcode=postcode,
        city=town,
        country="BE",
        lat=lat,
        lon=lon,
        activities=activities,
        **said,
    )


def world() -> Ecosystem:
    """160 firms over eight towns, as many everywhere; of 24 in biotechnology 15 stand in Gosselies."""
    spread = list(islice(cycle(TOWNS), 160))
    biotech = ["Gosselies"] * 15 + ["Gent", "Brugge", "Hasselt"] * 3
    rows, left = [], list(biotech)
    for number, town in enumerate(spread):
        chosen = town in left
        if chosen:
            left.remove(town)
        rows.append(site(number, town, ["nace-rev2:7211" if chosen else "nace-rev2:4711"]))
    assert not left
    return ecosystem(rows)


@pytest.fixture(scope="module")
def planted() -> Ecosystem:
    return world()


@pytest.fixture(scope="module")
def found(planted: Ecosystem) -> Location:
    return locate(planted, "life-sciences", draws=199, seed=1)


def rows_of(location: Location, key: str) -> list[dict]:
    (listing,) = [one for one in location.measurement.listings if one.key == key]
    names = [column.key for column in listing.columns]
    return [dict(zip(names, row, strict=True)) for row in listing.rows]


def figures(location: Location) -> dict:
    return {one.key: one.value for one in location.measurement.findings}


def test_what_is_planted_is_found_and_named_after_its_town(found: Location) -> None:
    (area,) = found.agglomerations
    assert area.places == ("Gosselies",)
    assert (len(area.organizations), area.everyone, area.expected) == (15, 20, 24 * 20 / 160)
    assert area.p <= 0.05
    assert great_circle_km(area.lat, area.lon, 50.467, 4.432) < 3
    assert figures(found)["share-inside"] == 15 / 24


def test_districts_are_ranked_by_the_shrunken_quotient(found: Location) -> None:
    areas = rows_of(found, "areas")
    assert areas[0]["area"] == "52"
    assert areas[0]["location_quotient"] == pytest.approx((15 / 20) / (24 / 160))
    assert 1 < areas[0]["low"] < areas[0]["quotient"] < areas[0]["location_quotient"]
    assert areas[0]["finding"] == "above"
    assert sum(row["organizations"] for row in areas) == 24
    assert sum(row["organizations"] for row in rows_of(found, "provinces")) == 24


def test_the_curve_leaves_its_band_near_zero(found: Location) -> None:
    assert found.curve is not None
    assert found.curve.values[0] > found.curve.high[0]
    listed = rows_of(found, "curve")
    assert listed[0]["finding"] == "above"
    assert listed[0]["density"] == pytest.approx(1000 * found.curve.values[0])
    assert figures(found)["nearer-from"] == 0
    assert figures(found)["curve-p"] <= 0.05
    assert figures(found)["gamma-p"] <= 0.05


def test_an_activity_that_follows_everything_gathers_nowhere() -> None:
    spread = list(islice(cycle(TOWNS), 160))
    rows = [
        site(number, town, ["nace-rev2:2110" if number // 8 % 4 == 0 else "nace-rev2:4711"])
        for number, town in enumerate(spread)
    ]
    location = locate(ecosystem(rows), "21", draws=199, seed=1)
    assert location.agglomerations == ()
    assert all(row["finding"] == "unsure" for row in rows_of(location, "areas"))
    assert figures(location)["gamma-p"] > 0.05


def test_an_activity_that_keeps_apart_is_said_to_be_rarer_near_by() -> None:
    """One shop in each of eight towns, among twenty firms each: no two are in one town."""
    spread = list(islice(cycle(TOWNS), 160))
    rows = [
        site(number, town, ["nace-rev2:2110" if number < 8 else "nace-rev2:4711"])
        for number, town in enumerate(spread)
    ]
    location = locate(ecosystem(rows), "21", draws=199, seed=1)
    told = figures(location)
    assert "nearer-from" not in told
    assert location.curve is not None
    assert location.curve.values[0] < location.curve.low[0]
    assert told["rarer-from"] == 0 < told["rarer-until"] < 60


def test_every_organization_of_the_activity_is_listed_with_how_it_is_known(found: Location) -> None:
    listed = rows_of(found, "activity-organizations")
    assert len(listed) == 24
    assert {row["agglomeration"] for row in listed} == {1, None}
    assert all(row["by_code"] and not row["by_topic"] and not row["by_project"] for row in listed)


def test_clusters_and_those_abroad_are_not_sites() -> None:
    rows = [site(number, "Gent", ["nace-rev2:3511"]) for number in range(3)]
    rows += [cluster("park", city="Gent", country="BE", lat=51.05, lon=3.72, topics=["energy"])]
    rows += [organization("foreign", country="FR", lat=48.8, lon=2.3, activities=["nace-rev2:3511"])]
    rows += [organization("nowhere to be found", country="BE", activities=["nace-rev2:3511"])]
    one = ecosystem(rows)
    sites = Sites.of(one, practised(one, "energy"))
    assert sorted(row["kind"] for row in sites.rows) == ["company"] * 3
    assert sites.unplaced == 1


def test_few_sites_are_said_to_be_few() -> None:
    rows = [site(number, "Gent", ["nace-rev2:3511"]) for number in range(3)]
    location = locate(ecosystem(rows), "energy", draws=19)
    keys = [one.key for one in location.measurement.caveats]
    assert keys[:4] == ["few-sites", "no-curve", "one-town", "thin-areas"]
    assert location.curve is None
    assert location.agglomerations == ()
    assert rows_of(location, "curve") == []


def test_projects_and_topics_tell_what_an_organization_does() -> None:
    rows = [site(0, "Gent", []), site(1, "Gent", [], topics=["biotech"]), site(2, "Gent", ["nace-rev2:4711"])]
    event = {"record": "local:p", "source": "local", "ref": "p", "name": "P", "kind": "project"}
    event |= {"topics": ["SC1-BHC-09-2018"], "file": "t", "row": 2}
    part = {"record": "local:p|x", "source": "local", "event_ref": "p", "organization_ref": rows[0]["ref"]}
    one = ecosystem(rows, events=[event], participations=[part | {"file": "t", "row": 2}])
    practice = practised(one, "life-sciences")
    known = dict(zip(one.organizations["name"].to_pylist(), practice.anyhow.tolist(), strict=True))
    assert [known[row["name"]] for row in rows] == [True, True, False]
    assert (practice.by_project.sum(), practice.by_topic.sum(), practice.by_code.sum()) == (1, 1, 0)


@pytest.mark.parametrize(
    ("theme", "field", "fits"),
    [
        ("SC1", "life-sciences", True),
        ("SC1-PM-09-2016", "life-sciences", True),
        ("SC12", "life-sciences", False),
        ("ICT-26-2014", "digital", True),
        ("PICT-1", "digital", False),
        ("LC-SC3-RES-28-2018", "energy", True),
        ("SC3", "energy", True),
        ("FoF-02-2014", "manufacturing", True),
        ("MSCA-ITN-2018", "manufacturing", False),
    ],
)
def test_themes_of_a_field_are_known_by_their_beginning(theme: str, field: str, fits: bool) -> None:
    rows = [site(0, "Gent", []), site(1, "Gent", ["nace-rev2:3511", "nace-rev2:7211", "nace-rev2:6201"])]
    rows[1]["activities"] += ["nace-rev2:2841"]
    event = {"record": "local:p", "source": "local", "ref": "p", "name": "P", "kind": "project"}
    event |= {"topics": [theme], "file": "t", "row": 2}
    part = {"record": "local:p|x", "source": "local", "event_ref": "p", "organization_ref": rows[0]["ref"]}
    one = ecosystem(rows, events=[event], participations=[part | {"file": "t", "row": 2}])
    assert practised(one, field).by_project.any() == fits


def test_an_activity_nobody_does_is_refused_with_what_comes_near(example: Ecosystem) -> None:
    with pytest.raises(InputError, match="life-sciences") as error:
        locate(example, "biotec", draws=19)
    assert error.value.key == "activity-unknown"
    assert "biotech" in error.value.values["known"]
    with pytest.raises(InputError) as error:
        locate(ecosystem([organization("a", activities=["nace-rev2:3511"])]), "35", draws=19)
    assert error.value.key == "activity-nowhere"


def test_the_same_question_has_the_same_answer(planted: Ecosystem, found: Location) -> None:
    again = locate(world(), "life-sciences", draws=199, seed=1)
    assert json.dumps(location_document(again)) == json.dumps(location_document(found))


def test_map_data_is_geojson_with_closed_rings_that_run_counter_clockwise(found: Location) -> None:
    document = map_document(found)
    areas = [one for one in document["features"] if one["geometry"]["type"] == "Polygon"]
    points = [one for one in document["features"] if one["geometry"]["type"] == "Point"]
    assert len(points) == 160
    assert sum(one["properties"]["activity"] for one in points) == 24
    (ring,) = areas[0]["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    x, y = np.array(ring).T
    assert (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() > 0
    assert 4 < x.mean() < 5 < 50 < y.mean() < 51, "longitude first, as RFC 7946 has it"
    turned = replace(found.agglomerations[0], hull=found.agglomerations[0].hull[::-1])
    again = map_document(replace(found, agglomerations=(turned,)))["features"][0]
    x, y = np.array(again["geometry"]["coordinates"][0]).T
    assert (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() > 0


def test_towns_are_written_as_towns_are() -> None:
    assert town_of({"city": "LOUVAIN LA NEUVE", "municipality_nl": None}) == "Louvain La Neuve"
    assert town_of({"city": "Bruxelles / Brussel", "municipality_nl": None}) == "Bruxelles"
    assert town_of({"city": None, "municipality_nl": "Gent"}) == "Gent"


def test_it_is_a_verb_of_the_face(planted: Ecosystem) -> None:
    assert td.locate(planted, "7211", draws=19).activity == "7211"


def uneven() -> Ecosystem:
    """A city of forty firms and two towns of ten; the activity is half of one town, a tenth of the city."""
    counts = {"Brussel": (40, 4), "Gent": (10, 5), "Namur": (10, 1)}
    places = [(town, number < chosen) for town, (every, chosen) in counts.items() for number in range(every)]
    rows = [
        site(number, town, ["nace-rev2:3511" if chosen else "nace-rev2:4711"])
        for number, (town, chosen) in enumerate(places)
    ]
    return ecosystem(rows)


def test_expectations_follow_how_many_stand_in_a_district() -> None:
    areas = {row["area"]: row for row in rows_of(locate(uneven(), "energy", draws=19), "areas")}
    assert {area: row["expected"] for area, row in areas.items()} == pytest.approx(
        {"21": 10 * 40 / 60, "44": 10 * 10 / 60, "92": 10 * 10 / 60}
    )
    assert areas["44"]["location_quotient"] == pytest.approx(3.0)
    assert areas["44"]["symmetric_quotient"] == pytest.approx(0.5)
    for row in areas.values():
        stands_out = "above" if row["low"] > 1 else "gap" if row["high"] < 1 else "unsure"
        assert row["finding"] == stands_out
    assert areas["44"]["quotient"] > 1


def test_an_area_is_named_after_the_towns_that_make_half_of_it() -> None:
    one = uneven()
    sites = Sites.of(one, practised(one, "energy"))
    at = {town: [n for n, row in enumerate(sites.rows) if row["city"] == town] for town in TOWNS}
    assert sites.towns(np.array(at["Gent"][:3] + at["Brussel"][:2])) == ("Gent",)
    assert sites.towns(np.array(at["Brussel"][:2] + at["Gent"][:2] + at["Namur"][:2])) == ("Brussel", "Gent")
    assert sites.towns(np.array(at["Namur"][:3] + at["Brussel"][:2] + at["Gent"][:2]), most=1) == ("Namur",)


def test_the_curve_is_called_above_only_where_it_leaves_the_band(found: Location) -> None:
    told = {row["finding"] for row in rows_of(found, "curve")}
    assert "within" in told
    for row in rows_of(found, "curve"):
        beyond = "above" if row["density"] > row["density_high"] else "gap"
        inside = row["density_low"] <= row["density"] <= row["density_high"]
        assert row["finding"] == ("within" if inside else beyond)


def test_two_towns_far_apart_are_two_agglomerations(example: Ecosystem) -> None:
    found = locate(example, "life-sciences", draws=99, seed=1).agglomerations
    assert {area.places for area in found} == {("Gosselies",), ("Gent",)}
    assert all(area.radius_km <= 30 for area in found), "the middle of members is within twice the reach"


def test_those_known_by_a_project_alone_are_counted_apart() -> None:
    rows = [site(0, "Gent", ["nace-rev2:3511"]), site(1, "Gent", []), site(2, "Namur", ["nace-rev2:4711"])]
    event = {"record": "local:p", "source": "local", "ref": "p", "name": "P", "kind": "project"}
    event |= {"topics": ["SC3"], "file": "t", "row": 2}
    parts = [
        {"record": f"local:p|{row['ref']}", "source": "local", "event_ref": "p", "file": "t", "row": 2}
        | {"organization_ref": row["ref"]}
        for row in rows[:2]
    ]
    located = locate(ecosystem(rows, events=[event], participations=parts), "energy", draws=19)
    doubts = {one.key: one.values for one in located.measurement.caveats}
    assert doubts["by-project-only"] == {"share": 0.5}
