"""The plan page of the site: what is asked for in a link, and the plan that answers it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from traitdunion.domain.mandate import EACH, UNDER_50
from traitdunion.domain.measurement import Measurement
from traitdunion.domain.plan import Line, Plan, WhatIf
from traitdunion.errors import InputError
from traitdunion.language import measurements, plans, what_if
from traitdunion.language.catalog import error_sentences, say
from traitdunion.language.charts import gain_svg
from traitdunion.language.names import Names
from traitdunion.language.pages import Gain
from traitdunion.language.site import Ground, Place, State, linked_names, names_of, render, words
from traitdunion.language.terms import activity, term

FIRST = 25  # lines that are not folded away
_MOST = 50  # quotas, and pairs, of a kind
_FIELDS = 2  # for quotas, at least
_CONSENTED = "yes"
_SOLVER = "quick"  # a page does not wait for a proof

Groups = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Field:
    """A number in the form: its words, its bounds, and what it is when nothing is typed."""

    label: str
    least: int
    most: int
    standard: int


NUMBERS: Mapping[str, Field] = {
    "introductions": Field("site-plan-introductions", 1, 1000, 100),
    "per-organization": Field("site-plan-per-organization", 1, 1000, 3),
    "per-cluster": Field("site-plan-per-cluster", 1, 1000, 10),
    "partners": Field("site-plan-partners", 0, 10, 3),
    "randomize": Field("site-plan-randomize", 0, 100, 0),
}
_QUOTAS = {
    "at-least": ("site-plan-at-least", "site-plan-and-at-least"),
    "at-most": ("site-plan-at-most", "site-plan-and-at-most"),
}
_PAIRS = {"pin": "site-plan-pinned", "add": "site-plan-added", "drop": "site-plan-dropped"}
_DIMENSIONS = {
    "region": "site-plan-of-region",
    "province": "site-plan-of-province",
    "language": "site-plan-of-language",
    "size": "site-plan-of-size",
    "sector": "site-plan-of-sector",
    "kind": "site-plan-of-kind",
    "cluster": "site-plan-of-cluster",
    "purpose": "site-plan-of-purpose",
}
_COLUMNS = {"language": "languages", "province": "area"}  # under which the words of a dimension are kept


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks for, as it was typed.

    Attributes
    ----------
    numbers : mapping of field to str
        Those of `NUMBERS`; empty where nothing was typed.
    quotas : mapping of "at-least" and "at-most" to tuple of str
    pairs : mapping of "pin", "add" and "drop" to tuple of str
        Written "organization=partner".
    consented : bool
    one, other : str
        The pair that is being added.
    """

    numbers: Mapping[str, str]
    quotas: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[str, ...]]
    consented: bool = False
    one: str = ""
    other: str = ""

    @classmethod
    def of(cls, state: State) -> Asked:
        """Read what a link asks for; what has no field on the page is left aside.

        Examples
        --------
        >>> asked = Asked.of({"introductions": ("20",), "pin": ("umicore=a6k", " ")})
        >>> asked.numbers["introductions"], asked.pairs["pin"]
        ('20', ('umicore=a6k',))
        """
        filled = {name: _filled(values) for name, values in state.items()}
        first = {name: values[0] for name, values in filled.items() if values}
        return cls(
            numbers={name: first.get(name, "") for name in NUMBERS},
            quotas={name: filled.get(name, ()) for name in _QUOTAS},
            pairs={name: filled.get(name, ()) for name in _PAIRS},
            consented=first.get("consented") == _CONSENTED,
            one=first.get("one", ""),
            other=first.get("other", ""),
        )

    def settled(self) -> Asked:
        """Take the pair that is being added among those added.

        Raises
        ------
        InputError
            `plan-pair-half`.
        """
        if not (self.one or self.other):
            return self
        if not (self.one and self.other):
            raise InputError("plan-pair-half", value=self.one or self.other)
        added = tuple(dict.fromkeys((*self.pairs["add"], f"{self.one}={self.other}")))
        return replace(self, pairs={**self.pairs, "add": added}, one="", other="")

    def amounts(self, language: str) -> dict[str, int]:
        """Give the numbers of the form, in which nothing typed is the standard.

        Parameters
        ----------
        language : str
            In which an error names the field.

        Raises
        ------
        InputError
            `plan-number`; `plan-many` for more quotas or pairs than a page can hold.
        """
        for name, values in (*self.quotas.items(), *self.pairs.items()):
            if len(values) > _MOST:
                raise InputError("plan-many", name=name, count=len(values), most=_MOST)
        return {name: _number(self.numbers[name], field, language) for name, field in NUMBERS.items()}

    def sides(self, name: str) -> list[tuple[str, str]]:
        """Give the two sides of each pair that is pinned, added or dropped.

        Raises
        ------
        InputError
            `pair-not-read`.
        """
        return [_sides(text) for text in self.pairs[name]]

    def state(self) -> dict[str, tuple[str, ...]]:
        """Give what a link holds that asks for the same, without what is standard."""
        standard = {name: str(field.standard) for name, field in NUMBERS.items()}
        typed = {name: (text,) for name, text in self.numbers.items() if text not in ("", standard[name])}
        found = {**typed, **self.quotas, **self.pairs}
        if self.consented:
            found["consented"] = (_CONSENTED,)
        pair = {"one": self.one, "other": self.other}
        found |= {name: (text,) for name, text in pair.items() if text}
        return {name: values for name, values in found.items() if values}


def command(asked: Asked, amounts: Mapping[str, int]) -> str:
    """Write the command that makes the same plan, as a shell reads it.

    Examples
    --------
    >>> asked = Asked.of({"at-least": ("region:Wallonia=20",), "pin": ("umicore=a6k",)})
    >>> command(asked, asked.amounts("en"))
    'traitdunion plan --at-least region:Wallonia=20 --pin umicore=a6k --solver quick'
    """
    parts = ["traitdunion", "plan"]
    for name, amount in amounts.items():
        if amount != NUMBERS[name].standard:
            parts += [f"--{name}", f"{amount / 100:g}" if name == "randomize" else str(amount)]
    for name, values in (*asked.quotas.items(), *asked.pairs.items()):
        for value in values:
            parts += [f"--{name}", value]
    return shlex.join([*parts, *(["--consented"] if asked.consented else []), "--solver", _SOLVER])


def plan_page(
    ground: Ground,
    place: Place,
    asked: Asked,
    groups: Groups,
    *,
    plan: Plan,
    beside: WhatIf | None,
    measured: Measurement,
) -> str:
    """Write the page of a plan.

    Parameters
    ----------
    ground : Ground
    place : Place
    asked : Asked
        Settled.
    groups : mapping of dimension to groups
        A quota can be of.
    plan : Plan
    beside : WhatIf, optional
        Where lines are pinned, added or dropped.
    measured : Measurement
        The plan as lists and doubts.
    """
    here, language = replace(place, state=asked.state()), place.language
    linked = linked_names(ground, language)
    return _page(
        ground,
        here,
        asked,
        groups,
        plan=plan,
        first=FIRST,
        told=_told(plan, language),
        gains=_gains(plan),
        most=max(one.high or one.mean for one in _gains(plan)),
        draw_gain=gain_svg,
        purpose=partial(plans.purpose, names=linked),
        moves=partial(_moves, asked=asked, place=here, names=names_of(ground, language)),
        beside=beside,
        sides=_two_sides(beside, language) if beside else [],
        list_of={listing.key: listing for listing in measured.listings}.get,
        doubts=measurements.caveats(measured, language),
        files={kind: _file(here, kind) for kind in ("csv", "xlsx")},
        command=command(asked, asked.amounts(language)),
    )


def refused_page(ground: Ground, place: Place, asked: Asked, groups: Groups, error: InputError) -> str:
    """Write the page of a plan that cannot be made: why, how to mend it, and what was typed."""
    here = replace(place, state=asked.state())
    return _page(ground, here, asked, groups, plan=None, refused=error_sentences(error, place.language))


def _page(ground: Ground, place: Place, asked: Asked, groups: Groups, **shown: Any) -> str:
    names = names_of(ground, place.language)
    return render(
        "plan",
        place,
        say("measure-plan-title", place.language),
        **words(ground, place),
        numbers=[(name, field, asked.numbers[name] or field.standard) for name, field in NUMBERS.items()],
        quotas=[(name, *_QUOTAS[name], _with_room(values)) for name, values in asked.quotas.items()],
        asked=asked,
        hidden=[(name, value) for name, values in asked.pairs.items() for value in values],
        chips=list(_chips(asked, place, names)),
        groups=list(_grouped(groups, names)),
        coded=partial(_coded, language=place.language),
        **{"refused": None, **shown},
    )


def _coded(key: str, *, language: str) -> Markup:
    """Say a sentence in which what stands between backticks is set as code."""
    text, code = Markup("{}"), Markup("<code>{}</code>")
    parts = enumerate(say(key, language).split("`"))
    return Markup("").join((code if place % 2 else text).format(part) for place, part in parts)


def _filled(values: Sequence[str]) -> tuple[str, ...]:
    """Give the values that are more than blanks, each once and in a line of its own."""
    return tuple(dict.fromkeys(line.strip() for one in values for line in one.splitlines() if line.strip()))


def _number(text: str, field: Field, language: str) -> int:
    if not text:
        return field.standard
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not field.least <= value <= field.most:
        bounds = {"least": field.least, "most": field.most}
        raise InputError("plan-number", field=say(field.label, language), value=text, **bounds)
    return value


def _sides(text: str) -> tuple[str, str]:
    one, sign, other = (part.strip() for part in text.partition("="))
    if not (one and sign and other):
        raise InputError("pair-not-read", value=text)
    return one, other


def _with_room(values: Sequence[str]) -> list[str]:
    """Give the fields of quotas: those typed, and an empty one."""
    return [*values, *[""] * max(1, _FIELDS - len(values))]


def _chips(asked: Asked, place: Place, names: Names) -> Iterator[tuple[str, str]]:
    """Name the lines the reader decided on, each with the address that takes it back."""
    for name, values in asked.pairs.items():
        for value in values:
            said = [names.organization(side) for side in value.split("=", 1)]
            label = say(_PAIRS[name], place.language, pair=" – ".join(said))
            yield label, place.here(**{name: [one for one in values if one != value]})


def _grouped(groups: Groups, names: Names) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Give the dimensions of quotas with their groups, as they are written and as they are read."""
    for dimension, some in groups.items():
        if some:
            yield (
                dimension,
                say(_DIMENSIONS[dimension], names.language),
                [(one, _group(dimension, one, names)) for one in some],
            )


def _group(dimension: str, group: str, names: Names) -> str:
    language = names.language
    if group == EACH:
        return say("site-plan-each-cluster", language)
    if group == UNDER_50:
        return say("site-plan-under-50", language)
    if dimension == "cluster":
        return names.organization(group)
    if dimension == "sector":
        return activity(group, language)
    return term(group, language, column=_COLUMNS.get(dimension, dimension))


def _told(plan: Plan, language: str) -> dict[str, Any]:
    """Say what is said of a plan in sentences."""
    if not plan.lines:
        return {}
    return {
        "worth": plans.worth(plan, language),
        "effects": plans.effects(plan, language),
        "beside": plans.comparisons(plan, language),
        "acceptance": plans.acceptance(plan, language),
        "network": plans.network(plan, language),
        "lottery": plans.lottery(plan, language),
    }


def _gains(plan: Plan) -> list[Gain]:
    """Give the plan beside the other choices and the bound."""
    others = [Gain(name, one.gain, one.low, one.high) for name, one in plans.besides(plan)]
    return [*others, Gain("ours", plan.gain), Gain("bound", plan.bound)]


def _moves(line: Line, *, asked: Asked, place: Place, names: Names) -> list[tuple[str, str, str]]:
    """Give what the reader can do with a line: the words, those read aloud beside them, and the address."""
    text, turned = (
        f"{line.organization}={line.partner}",
        f"{line.partner}={line.organization}",
    )
    said = say(
        "site-plan-pair",
        place.language,
        one=names.organization(line.organization),
        other=names.organization(line.partner),
    )
    asked_for = [name for name in ("pin", "add") if {text, turned} & {*asked.pairs[name]}]
    if asked_for:
        kept = {name: [one for one in asked.pairs[name] if one not in (text, turned)] for name in asked_for}
        return [(say("site-plan-take-back", place.language), said, place.here(**kept))]
    if line.pinned:
        return []
    keep, drop = ([*asked.pairs[name], text] for name in ("pin", "drop"))
    return [
        (say("site-plan-keep", place.language), said, place.here(pin=keep)),
        (say("site-plan-leave-out", place.language), said, place.here(drop=drop)),
    ]


def _two_sides(beside: WhatIf, language: str) -> list[tuple[str, str, str]]:
    """Give the figures of the plan before the reader's choice of lines, and after."""
    before, after = (what_if.figures(plan, language) for plan in (beside.before, beside.after))
    return [(say(f"finding-{key}", language), before[key], after[key]) for key in before]


def _file(place: Place, kind: str) -> str:
    """Give the address of the lines as a file."""
    path, mark, query = place.here().partition("?")
    return f"{path}introductions.{kind}{mark}{query}"
