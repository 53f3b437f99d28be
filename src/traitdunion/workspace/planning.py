"""A plan, from what is known and what the manager wishes: candidates gathered, chosen, kept, shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from traitdunion.domain.answer import OUTCOMES, Answer
from traitdunion.domain.mandate import Asked, Broker, Mandate, Pair, pair_of, quota_of
from traitdunion.domain.plan import Plan, WhatIf, what_if
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.errors import FaultyFile, InputError
from traitdunion.store import plans
from traitdunion.workspace import advising, registry
from traitdunion.workspace import wishes as kept
from traitdunion.workspace.base import Workspace, now
from traitdunion.workspace.documents import plan_document

_SAYS: Mapping[str, bool] = {
    "accepted": True, "met": True, "partnered": True, "declined": False, "silent": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What a plan is asked for, as people write it.

    Attributes
    ----------
    introductions, per_organization, per_cluster : int
    at_least, at_most : sequence of str
        Quotas, such as "region:Wallonia=20".
    brokers, compare : Path, optional
        Spreadsheets.
    pin, add, drop : sequence of (str, str)
        Pairs by id, record or exact name.
    consented : bool
        Propose only organizations that consent.
    randomize : float
    groups : int
    group_size : tuple of (int, int)
    within : float
        Kilometres to the middle of a group.
    partners : int
        Partners weighed for each organization; 0: none.
    solver : str
    weights : mapping of str to float
        Parts of the gain that count otherwise than stated.
    """

    introductions: int = 100
    per_organization: int = 3
    per_cluster: int = 10
    at_least: Sequence[str] = ()
    at_most: Sequence[str] = ()
    brokers: Path | None = None
    compare: Path | None = None
    pin: Sequence[tuple[str, str]] = ()
    add: Sequence[tuple[str, str]] = ()
    drop: Sequence[tuple[str, str]] = ()
    consented: bool = False
    randomize: float = 0.0
    groups: int = 0
    group_size: tuple[int, int] = (5, 10)
    within: float = 60.0
    partners: int = 3
    solver: str = "auto"
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether lines are pinned, added or dropped."""
        return bool(self.pin or self.add or self.drop)


STANDARD = Options()


def plan(workspace: Workspace, recommendations: Recommendations, options: Options = STANDARD) -> Plan:
    """Choose introductions, and keep the plan.

    Parameters
    ----------
    recommendations : Recommendations
        Of clusters, bridges and pairs of clusters; partners and named pairs are added here.
    options : Options

    Raises
    ------
    FaultyFile
        With every fault of a list or of the brokers.
    InputError
        Those of `steps.plan.plan`.
    """
    made = planned(workspace, recommendations, options)
    plans.save(plan_document(made), at=now())
    return made


def changed(workspace: Workspace, recommendations: Recommendations, options: Options) -> WhatIf:
    """Set the plan with lines pinned, added or dropped beside the one without; only the first is kept."""
    plain = replace(options, pin=(), add=(), drop=(), compare=None, groups=0)
    found = what_if(planned(workspace, recommendations, plain), planned(workspace, recommendations, options))
    plans.save(plan_document(found.after), at=now())
    return found


def planned(workspace: Workspace, recommendations: Recommendations, options: Options) -> Plan:
    """Choose introductions, and keep nothing."""
    from traitdunion.steps.plan import WEIGHTS, Extras, Gathering  # noqa: PLC0415  slow to import
    from traitdunion.steps.plan import plan as chosen  # noqa: PLC0415  as above

    for name in options.weights:
        if name not in WEIGHTS:
            raise InputError("weight-unknown", name=name, known=list(WEIGHTS))
    desk = _Desk(workspace, recommendations, options)
    gathering = Gathering(options.groups, options.group_size, options.within) if options.groups else None
    workspace.progress("plan")
    return chosen(
        desk.candidates(),
        introductions=options.introductions,
        per_organization=options.per_organization,
        per_cluster=options.per_cluster,
        mandate=desk.mandate(),
        extras=Extras(
            compare=desk.listed(),
            randomize=options.randomize,
            groups=gathering,
            apart=desk.apart(),
            solver=options.solver,  # type: ignore[arg-type]
            progress=workspace.progress,
        ),
        weights={**WEIGHTS, **options.weights},
        seed=workspace.settings.seed,
    )


class _Desk:
    """What the manager wishes and what was answered, in ids, for one plan."""

    def __init__(self, workspace: Workspace, recommendations: Recommendations, options: Options) -> None:
        self.workspace, self.recommendations, self.options = workspace, recommendations, options
        self.ecosystem = recommendations.ecosystem
        self.resolution = registry.resolve(workspace)
        self._find = kept.finder(self.resolution)
        self.wishes = advising.wishes(workspace, self.ecosystem)
        self.answers = kept.answers(workspace, self.resolution).items
        self.pins = frozenset({*self._pairs(options.pin), *self._pairs(options.add), *self._musts()})
        ids = self.ecosystem.organizations["id"].to_pylist()
        self.clusters = {ids[row] for row in self.ecosystem.clusters.tolist()}
        self._advice: Any = None

    def candidates(self) -> Recommendations:
        """Give everything that may be chosen: advice, partners, and pairs that must be in."""
        known = {pair_of(one.organization, one.partner) for one in self.recommendations}
        also: list[Recommendation] = []
        if self.options.partners:
            also += self._partners()
            known |= {pair_of(one.organization, one.partner) for one in also}
        also += self.advised(sorted(self.pins - known))
        return self.recommendations.and_also(also)

    def mandate(self) -> Mandate:
        """Give quotas, brokers, consent, pins and answers."""
        quotas = [quota_of(text, at_least=True) for text in self.options.at_least]
        quotas += [quota_of(text, at_least=False) for text in self.options.at_most]
        rules = self.wishes.rules
        willing = frozenset(rule.organization for rule in rules if rule.kind == "may-be-proposed")
        return Mandate(
            quotas=tuple(quotas),
            brokers=self._brokers(),
            pinned=self.pins,
            dropped=frozenset(self._pairs(self.options.drop)),
            unwilling=frozenset(rule.organization for rule in rules if rule.kind == "not-proposed"),
            willing=willing if self.options.consented else None,
            asked=self._asked(),
        )

    def listed(self) -> tuple[Recommendation, ...]:
        """Give what a recommendation would say of the manager's own list."""
        if self.options.compare is None:
            return ()
        from traitdunion.registers.plan_lists import read_pairs  # noqa: PLC0415  slow to import

        read = read_pairs(self.options.compare, find=self._id_of)
        if read.faults:
            raise FaultyFile(read.faults)
        return self.advised([pair_of(*pair) for pair in read.pairs])

    def apart(self) -> tuple[Pair, ...]:
        """Give who may not sit in one group: by rule, asked already, or rivals of one that wants none."""
        from traitdunion.domain.rule import rivals  # noqa: PLC0415  only for groups

        barred = {pair_of(*pair) for pair in self.wishes.barred}
        if not self.options.groups or not self.wishes.shy:
            return tuple(sorted(barred))
        rows = self.ecosystem.organizations.select(["id", "activities"]).to_pylist()
        stated = {row["id"]: row["activities"] or () for row in rows}
        for shy in sorted(self.wishes.shy & stated.keys()):
            barred |= {
                pair_of(shy, other)
                for other, activities in stated.items()
                if other != shy and rivals(stated[shy], activities)
            }
        return tuple(sorted(barred))

    @property
    def advice(self) -> Any:
        """Advice on partners, made once."""
        if self._advice is None:
            self._advice = advising.advice(self.workspace, self.ecosystem)
        return self._advice

    def advised(self, pairs: Sequence[Pair]) -> tuple[Recommendation, ...]:
        """Say of pairs what a recommendation would say."""
        from traitdunion.steps.recommend import recommend_pairs  # noqa: PLC0415  slow to import

        if not pairs:
            return ()
        advice = self.advice if any(not self.clusters & {*pair} for pair in pairs) else None
        audit = self.recommendations.audit
        weights: Any = self.recommendations.weights or None
        return recommend_pairs(
            self.ecosystem, audit, pairs, advice=advice, weights=weights, wishes=self.wishes
        )

    def _partners(self) -> Iterable[Recommendation]:
        from traitdunion.steps.recommend.partners import partner_lists  # noqa: PLC0415  slow to import

        wished = advising.taught(self.workspace, self.advice, self.wishes)
        return partner_lists(self.advice, top=self.options.partners, wishes=wished)

    def _asked(self) -> tuple[Asked, ...]:
        """Give the introductions answered: the last yes or no of each pair, with its score as of now."""
        last: dict[Pair, Answer] = {}
        for one in sorted(self.answers, key=lambda one: (one.at, OUTCOMES.index(one.outcome))):
            if one.outcome in _SAYS:
                last[one.pair] = one
        advised = self._that_can_be(sorted(last))
        return tuple(
            Asked(
                organization=last[pair].organization,
                purpose=one.purpose,
                score=one.score,
                accepted=_SAYS[last[pair].outcome],
            )
            for pair, one in advised
        )

    def _that_can_be(self, pairs: Sequence[Pair]) -> list[tuple[Pair, Recommendation]]:
        """Score pairs; those that no advice is for (abroad, the broker) are left out."""
        if not pairs:
            return []
        advised = {*self.advice.facts.ids} | self.clusters
        asked = [pair for pair in pairs if {*pair} <= advised]
        return list(zip(asked, self.advised(asked), strict=True))

    def _musts(self) -> list[Pair]:
        """Give the pairs that must meet, by rule, and have not been asked yet."""
        barred = self.wishes.barred
        return [
            pair_of(rule.organization, rule.partner)
            for rule in self.wishes.rules
            if rule.kind == "must" and (rule.organization, rule.partner) not in barred
        ]

    def _brokers(self) -> tuple[Broker, ...]:
        if self.options.brokers is None:
            return ()
        from traitdunion.registers.plan_lists import read_brokers  # noqa: PLC0415  slow to import

        read = read_brokers(self.options.brokers)
        if read.faults:
            raise FaultyFile(read.faults)
        return read.brokers

    def _pairs(self, named: Sequence[tuple[str, str]]) -> list[Pair]:
        found = [(self._id_of(one), self._id_of(other)) for one, other in named]
        for one, other in found:
            if one == other:
                raise InputError("pair-itself", organization=one)
        return [pair_of(*pair) for pair in found]

    def _id_of(self, name: str) -> str:
        """Find an organization by id, record or exact name."""
        return self._find(name)
