"""Plan: the introductions that change the network most within what a broker can do.

The gain of a plan is expected over who accepts: members newly tied, missing contacts between clusters filled
up to the deficit, organizations that come within two steps of a cluster, a little for every cluster, region
and sector that is served at all, and a weight fixed beforehand for how much each tie holds the network
together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from traitdunion.domain.mandate import Mandate, Pair, pair_of
from traitdunion.domain.plan import AcceptanceModel, Line, Lottery, Plan, Waiting
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.errors import InputError
from traitdunion.methods.acceptance import interval
from traitdunion.methods.planning.greedy import Choice, in_order
from traitdunion.methods.planning.problem import gain as gain_of
from traitdunion.steps.plan.acceptance import Chances, chances_of
from traitdunion.steps.plan.choosing import SOLVERS, Chosen, Solver, choose
from traitdunion.steps.plan.comparing import beside, beside_random, curve, mixed, other_prior, rounds
from traitdunion.steps.plan.effects import effects_of
from traitdunion.steps.plan.ground import Ground
from traitdunion.steps.plan.layout import Layout, laid_out, once_each
from traitdunion.steps.plan.limits import carriers, shared_out
from traitdunion.steps.plan.meeting import Gathering, gathered
from traitdunion.steps.plan.structure import structural_shares, structure_after
from traitdunion.steps.plan.waiting import costs, drawn
from traitdunion.version import VERSION

WEIGHTS: Mapping[str, float] = {
    "tied": 2.0,  # a member newly tied to a cluster: what the federation exists for
    "bridged": 1.0,  # one missing contact between two clusters, times one plus their complementarity
    "reached": 0.5,  # an organization newly within two steps of a cluster
    "spread": 0.05,  # for each cluster, region and sector, of the logarithm of one plus what it gets
    "structural": 0.25,  # the tie that lowers the resistance of the network most; others in proportion
    "acceptance": 0.2,  # prior chance that an introduction with score 0 is accepted
    "acceptance_by_score": 0.4,  # what a score of 1 adds to it
}
NO_MANDATE = Mandate()


@dataclass(frozen=True, slots=True)
class Extras:
    """What is asked for beside the plan itself.

    Attributes
    ----------
    compare : tuple of Recommendation
        The manager's own list, set beside the plan. It adds no candidate.
    randomize : float
        Share of the introductions that are drawn among near-equals; the others of these wait.
    groups : Gathering, optional
        Groups that meet monthly.
    apart : tuple of Pair
        Who may not sit in one group.
    solver : {"auto", "quick", "exact"}
    progress : callable
        Told the name of each stage.

    Raises
    ------
    InputError
        `share-range`, `option-choice`.
    """

    compare: tuple[Recommendation, ...] = ()
    randomize: float = 0.0
    groups: Gathering | None = None
    apart: tuple[Pair, ...] = ()
    solver: Solver = "auto"
    progress: Callable[[str], None] = lambda _: None

    def __post_init__(self) -> None:
        if not 0 <= self.randomize <= 1:
            raise InputError("share-range", name="--randomize", value=self.randomize)
        if self.solver not in SOLVERS:
            raise InputError("option-choice", option="--solver", value=self.solver, known=list(SOLVERS))


NO_EXTRAS = Extras()


def plan(
    recommendations: Recommendations,
    *,
    introductions: int = 100,
    per_organization: int = 3,
    per_cluster: int = 10,
    mandate: Mandate = NO_MANDATE,
    extras: Extras = NO_EXTRAS,
    weights: Mapping[str, float] = WEIGHTS,
    seed: int = 1,
) -> Plan:
    """Choose introductions.

    Parameters
    ----------
    recommendations : Recommendations
        The candidates; `Recommendations.and_also` adds partners and pairs somebody named.
    introductions, per_organization, per_cluster : int
        Budgets: in all, for each organization, for each cluster.
    mandate : Mandate
        Quotas, brokers, consent, lines pinned and dropped, answers known.
    extras : Extras
    weights : mapping
        See WEIGHTS.
    seed : int
        Of every draw.

    Returns
    -------
    Plan

    Raises
    ------
    InputError
        `budget-too-small`; `plan-impossible`; `share-range`; `option-choice`; those of `laid_out`.
    """
    budget = {
        "introductions": introductions,
        "per_organization": per_organization,
        "per_cluster": per_cluster,
    }
    for name, value in budget.items():
        if value < 1:
            raise InputError("budget-too-small", name=name, value=value)
    ground = Ground.of(recommendations.ecosystem, recommendations.audit)
    layout, chances = _laid_out(ground, recommendations, extras.compare, budget, mandate, weights, seed)
    chosen = choose(layout, solver=extras.solver)
    extras.progress("plan-compare")
    made = _described(ground, layout, chances, chosen, budget, mandate, weights, seed)
    if extras.compare:
        made = _compared(ground, layout, chosen.choice, made, extras.compare)
    if extras.randomize:
        made = _randomized(ground, layout, chosen.choice, made, extras.randomize)
    if extras.groups is not None:
        extras.progress("plan-groups")
        made = replace(made, groups=gathered(ground, layout, extras.groups, extras.apart, seed=seed))
    return made


def _laid_out(
    ground: Ground,
    offered: Iterable[Recommendation],
    compare: Sequence[Recommendation],
    budget: Mapping[str, int],
    mandate: Mandate,
    weights: Mapping[str, float],
    seed: int,
) -> tuple[Layout, Chances]:
    """Lay out what may be chosen, and what is only compared: that is barred from the choice."""
    free = once_each(list(offered))
    candidates = once_each([*free, *compare])
    only_compared = frozenset(pair_of(one.organization, one.partner) for one in candidates[len(free) :])
    chances = chances_of(candidates, mandate.asked, weights, seed=seed)
    closed = replace(mandate, dropped=mandate.dropped | (only_compared - mandate.pinned))
    layout = laid_out(
        ground,
        candidates,
        chances.used,
        structural_shares(ground, candidates, seed=seed),
        budget=budget,
        mandate=closed,
        weights=weights,
    )
    return layout, chances


def _described(
    ground: Ground,
    layout: Layout,
    chances: Chances,
    chosen: Chosen,
    budget: Mapping[str, int],
    mandate: Mandate,
    weights: Mapping[str, float],
    seed: int,
) -> Plan:
    """Say of a choice what it is worth, and what stands beside it."""
    problem, choice = layout.problem, chosen.choice
    everything = np.zeros_like(chances.kinds)
    ranked, blind = ({}, {})
    for name, kinds in (("plain", everything), ("same-mix", chances.kinds)):
        listed = mixed(problem, kinds, choice.chosen, chances.stated)
        ranked[name] = beside(problem, choice.chosen, listed, seed=seed)
        blind[name] = beside_random(problem, kinds, choice.chosen, seed=seed)
    return Plan(
        lines=_lines(ground, layout, choice, mandate),
        gain=choice.gain.total,
        parts=layout.parts(choice.gain),
        bound=chosen.bound,
        exact=chosen.exact,
        rounds=rounds(problem, choice.chosen, seed=seed),
        random=blind["plain"],
        top_scores=ranked["plain"],
        random_same_mix=blind["same-mix"],
        top_scores_same_mix=ranked["same-mix"],
        curve=curve(problem, chosen, budget["introductions"]),
        acceptance=_acceptance(layout, chances, choice),
        structure=structure_after(ground, [layout.candidates[number] for number in choice.chosen.tolist()]),
        effects=effects_of(ground, layout, choice.chosen, choice.gain),
        draw_costs=costs(ground, layout, choice, budget=budget["introductions"]),
        candidates=int((~problem.barred).sum()),
        weights=dict(weights),
        budget=dict(budget),
        mandate=mandate,
        ecosystem=ground.ecosystem.key,
        seed=seed,
        version=VERSION,
    )


def _lines(ground: Ground, layout: Layout, choice: Choice, mandate: Mandate) -> tuple[Line, ...]:
    some = [layout.candidates[number] for number in choice.chosen.tolist()]
    brokers = [""] * len(some)
    if mandate.brokers:
        able = [carriers(ground, one, mandate.brokers) for one in some]
        brokers = [mandate.brokers[number].name for number in shared_out(able, mandate.brokers)]
    return tuple(
        Line(
            rank=rank,
            organization=one.organization,
            partner=one.partner,
            purpose=one.purpose,
            via=one.via,
            probability=float(layout.problem.probability[number]),
            gain=float(added),
            reasons=one.reasons,
            broker=broker,
            pinned=bool(layout.problem.pinned[number]),
        )
        for rank, (number, added, one, broker) in enumerate(
            zip(choice.chosen.tolist(), choice.marginal.tolist(), some, brokers, strict=True), start=1
        )
    )


def _acceptance(layout: Layout, chances: Chances, choice: Choice) -> AcceptanceModel:
    of_plan = layout.problem.probability[choice.chosen]
    mean = float(of_plan.mean()) if len(of_plan) else 0.0
    low = high = mean
    if chances.learned is not None and len(of_plan):
        found = interval(chances.learned, chances.stated[choice.chosen], chances.kinds[choice.chosen])
        low, high = (float(side) for side in found.mean(axis=0))
    return AcceptanceModel(
        answers=chances.answers,
        accepted=chances.accepted,
        mean=mean,
        low=low,
        high=high,
        foretold=chances.foretold,
        half=other_prior(layout.problem, choice.chosen, 0.5),
        double=other_prior(layout.problem, choice.chosen, 2.0),
    )


def _compared(
    ground: Ground, layout: Layout, choice: Choice, made: Plan, listed: Sequence[Recommendation]
) -> Plan:
    pairs = {pair_of(one.organization, one.partner) for one in listed}
    places = np.array(sorted(layout.place[pair] for pair in pairs), dtype=np.int64)
    return replace(
        made,
        compared=beside(layout.problem, choice.chosen, places, seed=made.seed),
        compared_lines=_lines(ground, layout, in_order(layout.problem, places), Mandate()),
    )


def _randomized(ground: Ground, layout: Layout, choice: Choice, made: Plan, share: float) -> Plan:
    """Draw who is introduced now: the lines become those, and what is told of the plan is of them."""
    draw = drawn(ground, layout, choice, share=share, budget=made.budget["introductions"], seed=made.seed)
    now = in_order(layout.problem, draw.now)
    lines = _lines(ground, layout, now, made.mandate)
    later = _lines(
        ground, layout, in_order(layout.problem, np.concatenate([draw.now, draw.waiting])), made.mandate
    )
    of_pair = {line.pair: line for line in (*later, *lines)}
    told = tuple(
        Waiting(of_pair[_pair(layout, number)], bool(first), int(block), float(chance))
        for number, first, block, chance in zip(
            draw.lines.tolist(), draw.first, draw.block, draw.propensity, strict=True
        )
    )
    worth = gain_of(layout.problem, draw.now)
    return replace(
        made,
        lines=lines,
        gain=worth.total,
        parts=layout.parts(worth),
        exact=False,
        rounds=rounds(layout.problem, draw.now, seed=made.seed),
        structure=structure_after(ground, [layout.candidates[number] for number in now.chosen.tolist()]),
        effects=effects_of(ground, layout, now.chosen, worth),
        lottery=Lottery(
            drawn=told,
            share=share,
            asked=round(share * len(choice.chosen)),
            cost=draw.cost.mean,
            low=draw.cost.low,
            high=draw.cost.high,
            seed=made.seed,
        ),
    )


def _pair(layout: Layout, number: int) -> Pair:
    one = layout.candidates[number]
    return pair_of(one.organization, one.partner)


__all__ = ["WEIGHTS", "Extras", "Gathering", "plan"]
