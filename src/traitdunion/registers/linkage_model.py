"""What agreement and disagreement weigh when two records are compared, as a Splink model.

Fellegi and Sunter (1969): every comparison falls on a level, a level has a chance m among records of one
organization and a chance u among records of two, and its weight is log2(m / u). The weights below are
priors: set on public registers whose identifiers tell the truth, rounded, and used as they are, so that a
file of seventy rows is judged as one of a hundred thousand. Two things come from the data: how rare the
words of a name are, and how often two records share a town by chance.

Reference
---------
Fellegi, I. P. and Sunter, A. B. (1969). A theory for record linkage. Journal of the American Statistical
Association 64(328), 1183-1210.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

PRIOR_WEIGHT = -10.0  # log2 odds, before anything is compared, that two records are one organization
WORD_SCALE = 1024  # a word of a name is coded as rank * WORD_SCALE + hundred times its rarity
SAME_TOWN = 6.5
ADDRESS_OVER_TOWN = 2.5

# One slip of the pen in twenty letters, none in a short name: NEC and NRC are two companies.
# 4 * shared - left - right - least(left, right) is shared rarity, less what the name with more words left has
# alone, less twice what the other has alone: a missing word is likelier than an exchanged one.
MACROS = f"""
create macro shared(a, b) as coalesce(list_sum(list_transform(
    list_intersect(a, b), lambda word: word % {WORD_SCALE})), 0) / 100.0;
create macro slips(letters) as case when letters < 12 then 0 else greatest(1, least(3, letters // 20)) end;
create macro spelled_alike(a, b) as abs(length(a) - length(b)) <= 3
    and damerau_levenshtein(a, b) <= slips(greatest(length(a), length(b)));
create macro kilometres(a, b, c, d) as 12742.0 * asin(sqrt(
    least(1, power(sin(radians(c - a) / 2), 2)
    + cos(radians(a)) * cos(radians(c)) * power(sin(radians(d - b) / 2), 2))));
"""
_IN_COMMON = "4 * shared(words_l, words_r) - rarity_l - rarity_r - least(rarity_l, rarity_r)"
_TOLD_APART = 8.0  # the rarity a name needs to stand for one organization in its town
_OTHER_NAME = "(list_contains(names_l, name_key_r) or list_contains(names_r, name_key_l))"
# "Acme", also the other name of "Acme Services", is as well its mother.
_ONE_HOLDS_THE_OTHER = "(list_has_all(words_l, words_r) or list_has_all(words_r, words_l))"

# What names have in common at least, what that is called, its m and its weight.
_WORDS_IN_COMMON = (
    (20, "most-words", 0.02, 11.0),
    (14, "most-words", 0.01, 10.5),
    (10, "most-words", 0.02, 9.5),
    (7, "most-words", 0.02, 9.0),
    (4, "some-words", 0.02, 7.5),
    (0, "some-words", 0.03, 7.0),
    (-5, "few-words", 0.03, 6.0),
    (-10, "few-words", 0.04, 5.5),
    (-20, "few-words", 0.05, 4.0),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a comparison: its key, its condition on columns `_l` and `_r`, its m and its weight."""

    key: str
    condition: str
    m: float
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison and its levels, tried in order; where `unknown` holds nothing is said."""

    key: str
    unknown: str
    levels: tuple[Level, ...]

    def as_splink(self) -> dict[str, Any]:
        """Write the comparison as Splink's settings have it."""
        unknown = {"sql_condition": self.unknown, "label_for_charts": "unknown", "is_null_level": True}
        return {"output_column_name": self.key, "comparison_levels": [unknown, *map(_as_splink, self.levels)]}

    def level(self, gamma: int) -> Level | None:
        """Give the level that Splink's comparison vector value stands for; None where nothing is known."""
        return None if gamma < 0 else self.levels[len(self.levels) - 1 - gamma]


def _as_splink(level: Level) -> dict[str, Any]:
    return {
        "sql_condition": level.condition,
        "label_for_charts": level.key,
        "m_probability": level.m,
        "u_probability": level.m / 2**level.weight,
    }


def _missing(column: str) -> str:
    return f"{column}_l is null or {column}_r is null"


NAME = Comparison(
    "name",
    _missing("name_key"),
    (
        Level("same", f"name_key_l = name_key_r and rarity_l >= {_TOLD_APART}", 0.40, 13.0),
        Level("same-common", "name_key_l = name_key_r", 0.02, 10.0),
        Level("word-order", f"spelled_l = spelled_r and rarity_l >= {_TOLD_APART}", 0.03, 12.0),
        Level(
            "same-meaning",
            f"words_l = words_r and digits_l = digits_r and rarity_l >= {_TOLD_APART}",
            0.02,
            11.0,
        ),
        Level("spelling", "digits_l = digits_r and spelled_alike(letters_l, letters_r)", 0.04, 11.5),
        Level("other-name", f"{_OTHER_NAME} and not {_ONE_HOLDS_THE_OTHER}", 0.04, 11.5),
        Level("shared-other-name", "list_has_any(names_l, names_r)", 0.02, 9.0),
        Level(
            "abbreviation",
            "list_has_any(names_l, abbreviations_r) or list_has_any(abbreviations_l, names_r)",
            0.02,
            11.0,
        ),
        # Nine pairs in ten fall here: asked early, for speed.
        Level("different", f"{_IN_COMMON} < -30", 0.05, -4.0),
        Level("part", "list_has_any(names_l, parts_r) or list_has_any(parts_l, names_r)", 0.06, 10.0),
        *(Level(key, f"{_IN_COMMON} >= {least}", m, weight) for least, key, m, weight in _WORDS_IN_COMMON),
        Level("few-words", "else", 0.06, 2.0),
    ),
)

# An organization drops its form as it likes, but the foundation of a school is not the school.
LEGAL_FORM = Comparison(
    "legal_form",
    f"({_missing('legal_form')}) and coalesce(legal_form_l, legal_form_r, '') <> 'foundation'",
    (
        Level("same", "legal_form_l = legal_form_r", 0.83, 0.7),
        Level("one-foundation", _missing("legal_form"), 0.03, -1.5),
        Level("other-company-form", "company_l and company_r", 0.10, -1.5),
        Level("different", "else", 0.04, -4.0),
    ),
)

COUNTRY = Comparison(
    "country",
    _missing("country"),
    (Level("same", "country_l = country_r", 0.993, 1.0), Level("different", "else", 0.007, -7.0)),
)

KIND = Comparison(
    "kind",
    _missing("kind"),
    (Level("same", "kind_l = kind_r", 0.85, 0.3), Level("different", "else", 0.15, -2.0)),
)

WEBSITE = Comparison(
    "website",
    _missing("domain"),
    (Level("same", "domain_l = domain_r", 0.7, 5.0), Level("different", "else", 0.3, -1.7)),
)


def place_comparison(town_weight: float) -> Comparison:
    """Compare places, given what it weighs to share a town where these records come from."""
    address = "list_has_any(towns_l, towns_r) and street_l = street_r"
    near = "kilometres(lat_l, lon_l, lat_r, lon_r) <= 20 or area_l = area_r"
    return Comparison(
        "place",
        f"({_missing('towns')}) and ({_missing('lat')} or {_missing('lon')})",
        (
            Level("same-address", address, 0.45, town_weight + ADDRESS_OVER_TOWN),
            Level("same-town", "list_has_any(towns_l, towns_r)", 0.35, town_weight),
            Level("near", near, 0.14, 2.0),
            Level("elsewhere", "else", 0.06, -4.0),
        ),
    )


def identifier_comparison(scheme: str, conflict: float) -> Comparison:
    """Compare the identifiers of one scheme, given what it weighs that two records carry two of them."""
    return Comparison(
        scheme,
        _missing(scheme),
        (
            Level("same", f"{scheme}_l = {scheme}_r", 0.999999, 60.0),
            Level("different", "else", 0.0000005, conflict),
        ),
    )


# The most trusted scheme first: the first one that both records carry decides. A number or a LEI is of one
# legal person; participants register twice, ROR lists institutes beside their parts, groups share a VAT.
_CONFLICTS = {"number": -20.0, "pic": -12.0, "ror": -12.0, "lei": -20.0, "vat": -8.0}
SCHEMES = tuple(_CONFLICTS)


def comparisons(town_weight: float) -> tuple[Comparison, ...]:
    """All comparisons, identifiers first."""
    identifiers = (identifier_comparison(*item) for item in _CONFLICTS.items())
    return (*identifiers, NAME, LEGAL_FORM, place_comparison(town_weight), COUNTRY, WEBSITE, KIND)
