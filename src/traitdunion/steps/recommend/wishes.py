"""What the manager wishes of advice: what counts more, who must meet, who must not, who was asked already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from traitdunion.domain.answer import Standing
from traitdunion.domain.rule import Rule
from traitdunion.errors import InputError
from traitdunion.methods.partners.features import PROXIMITIES, Proximity

LEAST, MOST = 0.0, 5.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the manager wishes.

    Attributes
    ----------
    proximities : mapping of proximity to float
        What it counts, 1 as learned; from 0, not at all, to 5.
    rules : tuple of Rule
        Who must meet, must not, or wants no rival.
    answers : mapping of pair to Standing
        Pairs asked already, ids in alphabetical order. A no that newer facts lift is not among them.
    learned : mapping of proximity to float
        What answers taught a proximity counts, beside `proximities`; of advice on partners alone.
    """

    proximities: Mapping[Proximity, float] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    answers: Mapping[tuple[str, str], Standing] = field(default_factory=dict)
    learned: Mapping[Proximity, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, value in (*self.proximities.items(), *self.learned.items()):
            if name not in PROXIMITIES:
                raise InputError("option-choice", option="--weigh", value=name, known=list(PROXIMITIES))
            if not LEAST <= value <= MOST:
                raise InputError("proximity-range", name=name, value=value, least=LEAST, most=MOST)

    def raised(self, proximity: Proximity) -> float:
        """Give how much the manager wishes a proximity to count."""
        return self.proximities.get(proximity, 1.0)

    def counts(self, proximity: Proximity) -> float:
        """Give how much a proximity counts between partners: as wished, times what answers taught."""
        return self.raised(proximity) * self.learned.get(proximity, 1.0)

    @property
    def musts(self) -> dict[tuple[str, str], Rule]:
        """Pairs that must meet, either way around, and by which rule."""
        must = [rule for rule in self.rules if rule.kind == "must"]
        return {pair: rule for rule in must for pair in _both(rule.organization, rule.partner)}

    @property
    def barred(self) -> set[tuple[str, str]]:
        """Pairs that must not be told of each other, either way around: by rule, or asked already."""
        by_rule = [(rule.organization, rule.partner) for rule in self.rules if rule.kind == "must-not"]
        asked = [pair for pair, standing in self.answers.items() if standing.state != "open"]
        return {pair for one, other in (*by_rule, *asked) for pair in _both(one, other)}

    @property
    def shy(self) -> set[str]:
        """Organizations that want no rival."""
        return {rule.organization for rule in self.rules if rule.kind == "no-rivals"}


NONE = Wishes()


def _both(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, other), (other, one)
