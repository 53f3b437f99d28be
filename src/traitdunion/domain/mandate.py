"""What a plan must respect beside its budgets: quotas, brokers, consent, pins and drops, answers known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from traitdunion.domain.recommendation import Purpose
from traitdunion.errors import InputError

Pair = tuple[str, str]  # ids of organizations in alphabetical order

DIMENSIONS = ("region", "province", "language", "size", "sector", "kind", "cluster", "purpose")
SIZES = ("micro", "small", "medium", "large")
UNDER_50 = "under-50"  # micro and small together
EACH = "*"  # every cluster, for a quota of each
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "Flanders": ("nl",),
    "Wallonia": ("fr",),
    "Brussels": ("fr", "nl"),
}
_GERMAN_SPEAKING = "BE336"  # NUTS 3


@dataclass(frozen=True, slots=True)
class Quota:
    """How many introductions a group must or may have.

    Attributes
    ----------
    dimension : str
        One of `DIMENSIONS`.
    group : str
        Region, two letters of a language, size class or "under-50", division of NACE, cluster, "*" for each
        cluster, or purpose.
    least, most : float
        Introductions; parts of the budget where `share` is true.
    share : bool

    Raises
    ------
    InputError
        `option-choice`, `quota-range`.
    """

    dimension: str
    group: str
    least: float = 0.0
    most: float = float("inf")
    share: bool = False

    def __post_init__(self) -> None:
        if self.dimension not in DIMENSIONS:
            raise InputError("option-choice", option="quota", value=self.dimension, known=list(DIMENSIONS))
        if not 0 <= self.least <= self.most or (self.share and self.least > 1):
            raise InputError("quota-range", quota=f"{self.dimension}:{self.group}")


@dataclass(frozen=True, slots=True)
class Broker:
    """Who makes introductions, by login or initials, and how many.

    Attributes
    ----------
    name : str
    introductions : int
        In this round, at most.
    languages, regions : frozenset of str
        Of the organizations looked after; empty: of all.
    """

    name: str
    introductions: int
    languages: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.introductions < 0:
            raise InputError("budget-too-small", name=self.name, value=self.introductions)


@dataclass(frozen=True, slots=True)
class Asked:
    """An introduction proposed before, and whether it was taken up; silence is a no.

    Attributes
    ----------
    organization : str
    purpose : Purpose
    score : float
        As a recommendation would have it now.
    accepted : bool
    """

    organization: str
    purpose: Purpose
    score: float
    accepted: bool


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a plan must respect beside its budgets.

    Attributes
    ----------
    quotas : tuple of Quota
    brokers : tuple of Broker
        Nobody in particular when empty.
    pinned, dropped : frozenset of Pair
        Introductions that must be in the plan, and that must not.
    unwilling : frozenset of str
        Organizations that do not consent to be proposed.
    willing : frozenset of str, optional
        Organizations that consent; nobody else is proposed. None: consent is asked with the introduction.
    asked : tuple of Asked
        What acceptance is learned from.
    """

    quotas: tuple[Quota, ...] = ()
    brokers: tuple[Broker, ...] = ()
    pinned: frozenset[Pair] = frozenset()
    dropped: frozenset[Pair] = frozenset()
    unwilling: frozenset[str] = frozenset()
    willing: frozenset[str] | None = None
    asked: tuple[Asked, ...] = ()


def pair_of(one: str, other: str) -> Pair:
    """Give two sides in alphabetical order.

    Examples
    --------
    >>> pair_of("umicore", "a6k")
    ('a6k', 'umicore')
    """
    return (one, other) if one <= other else (other, one)


def languages_of(region: str | None, nuts3: str | None) -> tuple[str, ...]:
    """Give the official languages of the place of an organization in Belgium; none where it is not known.

    Examples
    --------
    >>> languages_of("Wallonia", "BE336"), languages_of("Brussels", "BE100"), languages_of(None, None)
    (('de', 'fr'), ('fr', 'nl'), ())
    """
    if nuts3 == _GERMAN_SPEAKING:
        return ("de", "fr")
    return _LANGUAGES.get(region or "", ())


def size_of(size_class: str | None, employees: float | None) -> str | None:
    """Give the size class of an organization: as stated, else by people employed (2003/361/EC, headcount).

    Examples
    --------
    >>> size_of(None, 49), size_of("large", None), size_of(None, None)
    ('small', 'large', None)
    """
    if size_class in SIZES:
        return size_class
    if employees is None:
        return None
    return next((name for name, top in zip(SIZES, (10, 50, 250), strict=False) if employees < top), "large")


def quota_of(text: str, *, at_least: bool) -> Quota:
    """Read a quota as written on a command line: "region:Wallonia=20", "cluster:*=5", "size:under-50=50%".

    Raises
    ------
    InputError
        `quota-not-read`, and those of `Quota`.

    Examples
    --------
    >>> quota_of("size:under-50=50%", at_least=True).least
    0.5
    """
    name, sign, number = text.rpartition("=")
    dimension, colon, group = name.partition(":")
    try:
        value = float(number.strip().removesuffix("%").replace(",", "."))
    except ValueError as error:
        raise InputError("quota-not-read", value=text) from error
    if not sign or not colon or not group.strip():
        raise InputError("quota-not-read", value=text)
    share = number.strip().endswith("%")
    value = value / 100 if share else value
    bounds = {"least": value} if at_least else {"most": value}
    return Quota(dimension.strip(), group.strip(), share=share, **bounds)
