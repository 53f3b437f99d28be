"""Small mixed groups that meet monthly: who sits with whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import weights
from traitdunion.methods.permutation import drawn, stream
from traitdunion.methods.planning.group_bound import seating_bound
from traitdunion.methods.planning.problem import Incidence, Problem, gain
from traitdunion.methods.planning.seating import (
    NONE,
    Rules,
    Search,
    empty_state,
    pairs_of,
    taking_place,
    worth_arrays,
)

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# How much a restart departs from the best at hand: share of groups dissolved, and spread of their taste.
DISSOLVED = 1 / 3
SPREAD = 0.3
WILD = 2.0  # spread where groups are missing, to find room for them


@dataclass(frozen=True, slots=True)
class Groups:
    """Who sits with whom.

    Attributes
    ----------
    seats : tuple of ndarray of int
        Members of each group, ascending. First the group that is worth most, then always the one that adds
        most to those before it; of equals the one with the first member.
    introductions : tuple of ndarray of int
        Candidates that take place in each group, ascending.
    gains : ndarray, shape (seated,)
        What each group adds to those before it.
    total : float
        What all introductions that take place are worth together.
    bound : float
        No seating under the same rules is worth more.
    asked : int
        Groups asked for.
    """

    seats: tuple[Ints, ...]
    introductions: tuple[Ints, ...]
    gains: Floats
    total: float
    bound: float
    asked: int

    @property
    def seated(self) -> int:
        """Groups found; where it is below `asked`, the rules or the search allowed no more."""
        return len(self.seats)

    @property
    def ratio(self) -> float:
        """Share of the bound that is reached, 1 where nothing can be gained."""
        return self.total / self.bound if self.bound > 0 else 1.0


def grouped(
    problem: Problem, ends: npt.ArrayLike, rules: Rules, *, seed: int = 1, restarts: int = 10
) -> Groups:
    """Seat organizations in groups so that the introductions that take place in them are worth most.

    An introduction takes place when both of its ends sit in one group; each organization sits in one group at
    most. As many groups as the search can find come first, then what they are worth.

    Not for single introductions (choose a plan), nor for a meeting day on which everybody changes tables. The
    gain is of introductions alone: what a group does for its members beyond them is not in it.

    Parameters
    ----------
    problem : Problem
        Its limits do not count within groups, since all members of a group meet, nor does what is pinned.
        What is barred never takes place as an introduction; if the two may not meet, put them in `apart`.
    ends : array_like of int, shape (n, 2)
        The two organizations of each candidate. A candidate of one organization with itself never counts.
    rules : Rules
    seed : int
    restarts : int
        Rounds in which a third of the groups are dissolved and built anew, by another taste.

    Raises
    ------
    InputError
        `plan-shapes`, `plan-index`, `plan-range`, `seed-negative`.

    Notes
    -----
    Cai & Szeidl (2018), Interfirm relationships and business performance, Quarterly Journal of Economics
    133(3): in a trial with 2,820 firms, those whose managers met monthly in groups of about ten for a year
    sold 8 % more.

    What a seating is worth is not submodular in the organizations, as an introduction needs both ends, so no
    share of the best seating is promised: `bound` says how far from it this one may be. Groups grow from the
    introduction that adds most by the organization that adds most; then organizations from outside join or
    replace members, members move or change seats, until no such move gains. The result is a local optimum of
    these moves.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=3)
    >>> found = grouped(problem, [[0, 1], [1, 2], [3, 4]], Rules(nodes=6, count=1, size=(3, 3)))
    >>> [seats.tolist() for seats in found.seats], [one.tolist() for one in found.introductions], found.total
    ([[0, 1, 2]], [[0, 1]], 0.9)
    """
    if restarts < 0:
        raise InputError("plan-range", name="restarts")
    joined = pairs_of(ends, "ends", rules.nodes, len(problem.probability))
    search = Search(problem, joined, rules)
    search.build(np.ones(rules.nodes), np.flatnonzero(rules.seatable))
    search.improve()
    best, worth = search.seats(), search.rank()
    for restart in range(1, restarts + 1):
        _shake(search, best, stream(seed, restart))
        search.improve()
        if search.rank() > worth:
            best, worth = search.seats(), search.rank()
        else:
            search.place(best)
    return _told(problem, joined, rules, best)


def _shake(search: Search, seats: list[Ints], dice: np.random.Generator) -> None:
    """Dissolve some groups and build them anew by another taste; where groups are missing, small ones."""
    rules = search.rules
    built = np.flatnonzero([len(group) > 0 for group in seats])
    short = len(built) < len(seats)
    dissolved = dice.permutation(built)
    number = dice.integers(len(built) + 1) if short else max(2, int(np.ceil(DISSOLVED * len(built))))
    search.dissolve(dissolved[:number])
    taste = np.exp((WILD if short else SPREAD) * dice.standard_normal(rules.nodes))
    order = np.flatnonzero(rules.seatable)
    search.build(taste, dice.permutation(order) if short else order, lean=short)


def score_groups(problem: Problem, ends: npt.ArrayLike, rules: Rules, scores: npt.ArrayLike) -> Groups:
    """Seat groups by the highest total score, one after the other: the groups of a ranked list.

    Each begins with the introduction of the highest score left and takes in whoever brings most score, until
    it is full.

    Parameters
    ----------
    problem, ends, rules
        As for `grouped`.
    scores : array_like, shape (n,)
        Not negative.

    Raises
    ------
    InputError
        Those of `grouped`, `lengths-differ`, `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4, 0.3], [0, 1, 2], budget=3)
    >>> rules = Rules(nodes=5, count=1, size=(2, 2))
    >>> score_groups(problem, [[0, 1], [1, 2], [3, 4]], rules, [1, 3, 2]).introductions[0].tolist()
    [1]
    """
    joined = pairs_of(ends, "ends", rules.nodes, len(problem.probability))
    value = weights(scores, "scores", length=len(joined))
    search = Search(_scored(problem, value), joined, rules)
    search.build(np.ones(rules.nodes), np.flatnonzero(rules.seatable), full=True)
    return _told(problem, joined, rules, search.seats())


def random_groups(
    problem: Problem, ends: npt.ArrayLike, rules: Rules, *, draws: int = 100, seed: int = 1
) -> Floats:
    """Worth of seatings drawn blindly under the same rules: what groups must beat.

    Members come in random order, each into the first group being filled that the rules let them join. Where
    the rules are tight, fewer groups may come about than a search finds; no draw is thrown away for it.

    Returns
    -------
    ndarray, shape (draws,)

    Raises
    ------
    InputError
        Those of `grouped`, `draws-too-few`.

    Examples
    --------
    >>> problem = Problem.of_members([0.5], [0], budget=1)
    >>> random_groups(problem, [[0, 1]], Rules(nodes=2, count=1, size=(2, 2)), draws=2).tolist()
    [0.5, 0.5]
    """
    joined = pairs_of(ends, "ends", rules.nodes, len(problem.probability))
    search = Search(problem.only([]), joined[:0], rules)

    def blind(dice: np.random.Generator) -> float:
        search.dissolve(np.arange(rules.most))
        search.build(np.ones(rules.nodes), dice.permutation(np.flatnonzero(rules.seatable)), full=True)
        return gain(problem, np.concatenate([*taking_place(problem, joined, search.seats()), NONE])).total

    return drawn(blind, draws=draws, seed=seed)


def _scored(problem: Problem, scores: Floats) -> Problem:
    """The same candidates, worth their score and nothing else."""
    n = len(scores)
    return replace(
        problem,
        probability=np.ones(n),
        served=Incidence.none(n),
        value=np.zeros(0),
        cap=np.zeros(0),
        groups=Incidence.none(n),
        weight=np.zeros(0),
        worth=scores,
    )


def _told(problem: Problem, ends: Ints, rules: Rules, seats: list[Ints]) -> Groups:
    """Put groups in their order and say what they are worth."""
    from traitdunion.methods.compiled.group_worth import in_order  # noqa: PLC0415  slow to import

    found = sorted((group for group in seats if len(group)), key=lambda group: int(group[0]))
    within = taking_place(problem, ends, found)
    chosen = np.concatenate([*within, NONE])
    start = np.concatenate([[0], np.cumsum([len(one) for one in within], dtype=np.int64)])
    worth = worth_arrays(problem)
    order, gains = in_order(worth, empty_state(worth, 0, 0, 1), start.astype(np.int64), chosen)
    introductions = tuple(within[number] for number in order)
    chosen = np.concatenate([*introductions, NONE])
    return Groups(
        seats=tuple(found[number] for number in order),
        introductions=introductions,
        gains=gains,
        total=gain(problem, chosen).total,
        bound=seating_bound(problem, ends, rules, chosen),
        asked=rules.count,
    )
