"""Organization records made comparable: one row of keys a record, and the blocks that bring rows together."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from traitdunion.errors import InputError
from traitdunion.registers.identifiers import enterprise_numbers, parse_identifier
from traitdunion.registers.linkage_model import SCHEMES, WORD_SCALE
from traitdunion.registers.names import COMMON_WORDS, Name, parse_name, place_key, street_key

BLOCK = 40  # records: a key that more of them share is cut by country, then by town, else left
_COMPANY = frozenset(("public company", "private company", "partnership", "cooperative"))
_COUNTRIES = {"EL": "GR", "UK": "GB"}
_DOMAIN = re.compile(r"^(?:[a-z]+://)?(?:[^/@]*@)?(?:www\d?\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)")
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "net", "org"))
# A domain of this many records is a provider's or a group's; it tells nobody apart.
_SHARED_DOMAIN = 10
# A file cannot tell how common a word is among all organizations: each file is read as if beside a thousand
# others, two hundred of them of the country in question, one in fifty of which uses any given common word.
_OTHERS = 1000
_OTHERS_AT_HOME = 200
_USE_OF_COMMON_WORDS = 20
_RARE = 5.0  # of 10: rarity from which a word is worth a block
_START = 10  # letters that misspelled names mostly share

_SCHEMA = pa.schema(
    [
        ("unique_id", pa.int64()),
        ("name_key", pa.string()),
        ("letters", pa.string()),
        ("spelled", pa.string()),
        ("words", pa.list_(pa.int64())),
        ("rarity", pa.float64()),
        ("digits", pa.string()),
        ("names", pa.list_(pa.string())),
        ("parts", pa.list_(pa.string())),
        ("abbreviations", pa.list_(pa.string())),
        ("legal_form", pa.string()),
        ("company", pa.bool_()),
        ("country", pa.string()),
        ("kind", pa.string()),
        ("towns", pa.list_(pa.string())),
        ("street", pa.string()),
        ("area", pa.string()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("domain", pa.string()),
        *((scheme, pa.string()) for scheme in SCHEMES),
        ("blocks", pa.list_(pa.int64())),
    ]
)


def comparable_records(organizations: pa.Table) -> pa.Table:
    """Write every record as the keys by which it is compared.

    Parameters
    ----------
    organizations : pyarrow.Table
        Column `record`, and any of name, aliases, kind, country, postcode, city, municipality, street, lat,
        lon, number, vat, pic, lei, ror, website. Other columns are left alone.

    Returns
    -------
    pyarrow.Table
        In the order of `record`, whose rank is `unique_id`.

    Raises
    ------
    InputError
        `linkage-records-not-unique`: two rows have one key.
    """
    order = _order(organizations)
    read = _reader(organizations, order)
    names = [parse_name(text or "") for text in read("name")]
    aliases = [[parse_name(text) for text in texts or ()] for texts in read("aliases")]
    countries = [_COUNTRIES.get(text.upper(), text.upper()) if text else None for text in read("country")]
    postcodes = [text.replace(" ", "").upper() if text else None for text in read("postcode")]
    towns = [_towns(*fields) for fields in zip(read("city"), read("municipality"), postcodes, strict=True)]
    codes = _word_codes(names, countries)
    rarities = [sum(code % WORD_SCALE for code in own) / 100 for own in codes]
    known = [
        [name.key, *(alias.key for alias in others)] for name, others in zip(names, aliases, strict=True)
    ]
    columns: dict[str, list[Any]] = {
        "unique_id": list(range(len(order))),
        "name_key": [name.key or None for name in names],
        "letters": [name.letters for name in names],
        "spelled": [name.spelled for name in names],
        "words": codes,
        "rarity": rarities,
        "digits": [name.digits for name in names],
        "names": [sorted({key for key in keys if key}) for keys in known],
        "parts": [_joined(every, "parts") for every in zip(names, aliases, strict=True)],
        "abbreviations": [_joined(every, "abbreviations") for every in zip(names, aliases, strict=True)],
        "legal_form": [name.form for name in names],
        "company": [name.form in _COMPANY for name in names],
        "country": countries,
        "kind": read("kind"),
        "towns": [own or None for own in towns],
        "street": [street_key(text) or None if text else None for text in read("street")],
        "area": [
            f"{land}{code[:2]}" if land and code else None
            for land, code in zip(countries, postcodes, strict=True)
        ],
        "lat": read("lat"),
        "lon": read("lon"),
        "domain": _domains(read("website")),
        **{scheme: _identifiers(scheme, read(scheme)) for scheme in SCHEMES},
    }
    columns["blocks"] = _blocks(columns)
    return pa.Table.from_pydict(columns, schema=_SCHEMA)


def chance_of_same_town(towns: pa.ChunkedArray, generator: np.random.Generator, draws: int = 20_000) -> float:
    """Estimate how often two records drawn at random share a town, those without a town left out."""
    places = [frozenset(own) for own in towns.to_pylist() if own]
    if len(places) < 2:
        return 0.0
    first = generator.integers(len(places), size=draws)
    second = (first + generator.integers(1, len(places), size=draws)) % len(places)
    return sum(not places[a].isdisjoint(places[b]) for a, b in zip(first, second, strict=True)) / draws


def _order(organizations: pa.Table) -> list[int]:
    records = organizations["record"].to_pylist()
    if len(set(records)) < len(records):
        repeated = next(record for record, times in Counter(records).items() if times > 1)
        raise InputError("linkage-records-not-unique", record=repeated)
    return sorted(range(len(records)), key=records.__getitem__)


def _reader(organizations: pa.Table, order: Sequence[int]) -> Callable[[str], list[Any]]:
    """Read a column in the order of the records, blank text as null, an absent column as nulls."""

    def read(name: str) -> list[Any]:
        if name not in organizations.column_names:
            return [None] * len(order)
        values = organizations[name].to_pylist()
        return [(value.strip() or None) if isinstance(value := values[row], str) else value for row in order]

    return read


def _joined(every: tuple[Name, list[Name]], attribute: str) -> list[str]:
    name, aliases = every
    return sorted(set(chain.from_iterable(getattr(one, attribute) for one in (name, *aliases))))


def _towns(city: str | None, municipality: str | None, postcode: str | None) -> list[str]:
    keys = {place_key(text) for text in (city, municipality) if text} - {""}
    return sorted(keys | ({postcode} if postcode else set()))


def _word_codes(names: Sequence[Name], countries: Sequence[str | None]) -> list[list[int]]:
    """Code each word as its rank and its rarity: 10 for a word of one name, 0 for a word of all."""
    distinct = {(name.words, country) for name, country in zip(names, countries, strict=True)}
    scale = math.log(len(distinct) + _OTHERS)
    codes = {}
    for rank, (word, share) in enumerate(sorted(_shares(distinct).items())):
        expected = share * (len(distinct) + _OTHERS) + (_USE_OF_COMMON_WORDS if word in COMMON_WORDS else 0)
        codes[word] = rank * WORD_SCALE + round(1000 * max(0.0, 1 - math.log(expected) / scale))
    return [sorted(codes[word] for word in name.words) for name in names]


def _shares(distinct: Collection[tuple[tuple[str, ...], str | None]]) -> dict[str, float]:
    """Share of names that use a word: in all, or in the country where it is most at home, if that is more."""
    everywhere = Counter(chain.from_iterable(words for words, _ in distinct))
    shares = {word: count / (len(distinct) + _OTHERS) for word, count in everywhere.items()}
    sizes = Counter(country for _, country in distinct)
    at_home = Counter((word, country) for words, country in distinct for word in words)
    for (word, country), count in at_home.items():
        shares[word] = max(shares[word], (count - 1) / (sizes[country] + _OTHERS_AT_HOME))
    return shares


def _domains(websites: Iterable[str | None]) -> list[str | None]:
    domains = [_domain(text) if text else None for text in websites]
    counts = Counter(domains)
    return [domain if domain and counts[domain] <= _SHARED_DOMAIN else None for domain in domains]


def _domain(website: str) -> str | None:
    """Registrable domain of an address on the web."""
    found = _DOMAIN.match(website.strip().lower())
    if found is None:
        return None
    labels = found[1].split(".")
    size = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


def _identifiers(scheme: str, texts: Sequence[str | None]) -> list[str | None]:
    """Give identifiers that hold in their canonical form; what does not hold says nothing."""
    if scheme == "number":
        numbers: list[str | None] = enterprise_numbers(texts).normalized.to_pylist()
        return numbers
    values = {text: _identifier(scheme, text) for text in set(texts) if text}
    return [values[text] if text else None for text in texts]


def _identifier(scheme: str, text: str) -> str | None:
    try:
        return parse_identifier(scheme, text).value
    except InputError:
        return None


def _blocks(columns: dict[str, list[Any]]) -> list[list[int]]:
    """Number the blocks each record stands in; pairs are drawn within blocks only."""
    countries, towns = columns["country"], [own[0] if own else None for own in columns["towns"]]
    held: list[list[int]] = [[] for _ in countries]
    numbered = enumerate(
        chain(
            *(_cut(_groups([value] if value else () for value in columns[scheme])) for scheme in SCHEMES),
            _cut(_groups([value] if value else () for value in columns["domain"])),
            _cut(_groups(_name_keys(columns)), (countries, towns)),
            _cut(_groups(_loose_keys(columns)), (countries, towns), chained=False),
        )
    )
    for number, members in numbered:
        for member in members:
            held[member].append(number)
    return held


def _groups(keys: Iterable[Iterable[Any]]) -> Iterator[list[int]]:
    members: defaultdict[Any, list[int]] = defaultdict(list)
    for record, own in enumerate(keys):
        for key in own:
            members[key].append(record)
    return (group for group in members.values() if len(group) > 1)


def _cut(
    groups: Iterable[list[int]], by: Sequence[Sequence[str | None]] = (), *, chained: bool = True
) -> Iterator[list[int]]:
    """Cut groups too big to compare in full; what stays too big is paired with its first, or left."""
    for group in groups:
        if len(group) <= BLOCK:
            yield group
        elif by:
            yield from _cut(_groups_of(group, by[0]), by[1:], chained=chained)
        elif chained:
            yield from ([group[0], other] for other in group[1:])


def _groups_of(group: Sequence[int], key: Sequence[str | None]) -> Iterator[list[int]]:
    members: defaultdict[str | None, list[int]] = defaultdict(list)
    for record in group:
        members[key[record]].append(record)
    return (part for part in members.values() if len(part) > 1)


def _name_keys(columns: dict[str, list[Any]]) -> Iterator[Iterable[str]]:
    for every in zip(columns["names"], columns["parts"], columns["abbreviations"], strict=True):
        yield dict.fromkeys(chain(*every))


def _loose_keys(columns: dict[str, list[Any]]) -> Iterator[Iterable[str | int]]:
    """Rare words, and how a name starts, so that misspelled names meet."""
    for key, codes in zip(columns["name_key"], columns["words"], strict=True):
        rare = [code for code in codes if code % WORD_SCALE >= 100 * _RARE]
        yield [*rare, key[:_START]] if key and len(key) > _START else rare
