"""The rules that groups keep to, and a seating being made under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.arguments import group_codes
from traitdunion.methods.planning.problem import Problem, gain

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

# Beginnings of a group that are tried before it is given up, and rounds of moves.
TRIES = 200
PASSES = 200


@dataclass(frozen=True, slots=True)
class Rules:
    """What groups must keep to.

    Attributes
    ----------
    nodes : int
        Organizations there are, numbered from 0.
    count : int
        Groups asked for.
    size : (int, int)
        Fewest and most members of a group; from 2 up.
    apart : ndarray of int, shape (k, 2)
        Pairs who may not sit together: rivals, introductions ruled out, pairs that met a short while ago.
    places : ndarray, shape (nodes, 2), optional
        Coordinates in metres. Whoever's is not finite is unknown and then sits nowhere, as nobody can say
        that they could travel.
    reach : float
        Metres from a group's medoid, at most. The medoid is the member with the smallest sum of distances to
        the others, of equals the first.
    tongues : ndarray of bool, shape (nodes, languages), optional
        Languages spoken. All of a group share at least one.
    home : ndarray of int, shape (nodes,), optional
        Cluster of each, -1 for none, which counts as no cluster. When given, at most half of a group is from
        one cluster.
    mixed : int
        Clusters in a group, at least; only when `home` is given.

    Raises
    ------
    InputError
        `groups-size`, `plan-range`, `plan-shapes`, `plan-index`, `lengths-differ`, `values-negative`,
        `values-not-numbers`, `group-codes`.
    """

    nodes: int
    count: int
    size: tuple[int, int] = (5, 10)
    apart: Ints = field(default_factory=lambda: np.zeros((0, 2), dtype=np.int64))
    places: Floats | None = None
    reach: float = np.inf
    tongues: Bools | None = None
    home: Ints | None = None
    mixed: int = 2

    def __post_init__(self) -> None:
        if not 2 <= self.size[0] <= self.size[1]:
            raise InputError("groups-size", least=self.size[0], most=self.size[1])
        for name in ("nodes", "count", "mixed", "reach"):
            if not getattr(self, name) >= 0:
                raise InputError("plan-range", name=name)
        pairs_of(self.apart, "apart", self.nodes)
        for name in ("places", "tongues"):
            given = getattr(self, name)
            if given is not None and (given.ndim != 2 or len(given) != self.nodes):
                raise InputError("plan-shapes", name=name, shape=given.shape)
        if self.places is not None and self.places.shape[1] != 2:
            raise InputError("plan-shapes", name="places", shape=self.places.shape)
        if self.home is not None:
            group_codes(self.home, length=self.nodes)

    @property
    def seatable(self) -> Bools:
        """Who can sit at all, shape (nodes,): of known place and with a language, where these are asked."""
        able = np.ones(self.nodes, dtype=bool)
        if self.places is not None and np.isfinite(self.reach):
            able &= np.isfinite(self.places).all(axis=1)
        if self.tongues is not None:
            able &= self.tongues.any(axis=1)
        return able

    @property
    def most(self) -> int:
        """How many groups there can be at most."""
        return min(self.count, int(self.seatable.sum()) // self.size[0])


def pairs_of(given: npt.ArrayLike, name: str, nodes: int, length: int | None = None) -> Ints:
    """Read pairs of organizations, numbered from 0 to before `nodes`.

    Raises
    ------
    InputError
        `plan-shapes`, `plan-index`.

    Examples
    --------
    >>> pairs_of([[0, 1]], "ends", 2).tolist()
    [[0, 1]]
    """
    pairs = np.asarray(given, dtype=np.int64)
    if pairs.size == 0 and not length:
        return np.zeros((0, 2), dtype=np.int64)
    if pairs.ndim != 2 or pairs.shape[1] != 2 or (length is not None and len(pairs) != length):
        raise InputError("plan-shapes", name=name, shape=pairs.shape)
    if pairs.min() < 0 or pairs.max() >= nodes:
        raise InputError("plan-index", name=name, known=nodes)
    return np.ascontiguousarray(pairs)


NONE = np.zeros(0, dtype=np.int64)


def usable(problem: Problem, ends: Ints) -> Ints:
    """List the candidates that can take place: not barred, and of two organizations.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4], [0, 1], budget=2)
    >>> usable(problem, np.array([[0, 1], [1, 1]])).tolist()
    [0]
    """
    found: Ints = np.flatnonzero(~problem.barred & (ends[:, 0] != ends[:, 1]))
    return found


def taking_place(problem: Problem, ends: Ints, seats: Sequence[Ints]) -> list[Ints]:
    """List the candidates that take place in each group, ascending.

    Examples
    --------
    >>> problem = Problem.of_members([0.5, 0.4], [0, 1], budget=2)
    >>> [one.tolist() for one in taking_place(problem, np.array([[0, 1], [1, 2]]), [np.array([1, 2])])]
    [[1]]
    """
    seat = np.full(int(ends.max(initial=-1)) + 1, -1, dtype=np.int64)
    for group, members in enumerate(seats):
        seat[members[members < len(seat)]] = group
    able = usable(problem, ends)
    one, two = seat[ends[able]].T
    return [able[(one == group) & (two == group)] for group in range(len(seats))]


def admissible(rules: Rules, pairs: Ints) -> Bools:
    """Say of each pair whether the two may sit in one group at all, whoever else does.

    Both must be seatable, share a language, not be kept apart, and live within twice the reach, as both are
    within reach of the medoid.

    Examples
    --------
    >>> rules = Rules(nodes=3, count=1, apart=np.array([[1, 0]]))
    >>> admissible(rules, np.array([[0, 1], [0, 2], [1, 1]])).tolist()
    [False, True, False]
    """
    one, two = pairs.T
    fine: Bools = rules.seatable[one] & rules.seatable[two] & (one != two)
    barred = np.sort(rules.apart, axis=1) @ np.array([rules.nodes, 1])
    fine &= ~np.isin(np.sort(pairs, axis=1) @ np.array([rules.nodes, 1]), barred)
    if rules.tongues is not None:
        fine &= (rules.tongues[one] & rules.tongues[two]).any(axis=1)
    if rules.places is not None and np.isfinite(rules.reach):
        known = np.where(np.isfinite(rules.places), rules.places, np.nan)
        away = np.hypot(*(known[one] - known[two]).T)
        fine &= away <= 2.0 * rules.reach * (1.0 + 1e-12)
    if rules.home is not None and rules.size[1] < 4:
        fine &= (rules.home[one] != rules.home[two]) | (rules.home[one] < 0)
    return fine


class Search:
    """A seating being made, in the arrays of the compiled loops."""

    def __init__(self, problem: Problem, ends: Ints, rules: Rules) -> None:
        from traitdunion.methods.compiled import group_worth, grouping  # noqa: PLC0415  slow to import

        self.loops, self.cells = grouping, group_worth
        self.problem, self.ends, self.rules = problem, ends, rules
        able = usable(problem, ends)
        able = able[admissible(rules, ends[able])]
        part = problem.only(able)
        self.worth = worth_arrays(part)
        self.ties = _ties(ends[able], rules.nodes)
        self.frame = _frame(rules)
        self.state = empty_state(self.worth, rules.nodes, rules.most, rules.size[1])

    def build(self, taste: Floats, order: Ints, *, full: bool = False, lean: bool = False) -> None:
        """Build every empty group from those in `order`, who are weighed by taste.

        With `full`, up to its largest size even where nothing is gained; with `lean`, to its smallest only.
        """
        frame = self.frame._replace(high=self.frame.low) if lean else self.frame
        self.loops.build(self.worth, self.ties, frame, self.state, taste, order, full, TRIES)

    def improve(self) -> int:
        """Make moves until none gains; give how many were made."""
        return int(self.loops.improve(self.worth, self.ties, self.frame, self.state, PASSES))

    def seats(self) -> list[Ints]:
        """List the members of each group, ascending; nobody in a group that could not be built."""
        return [np.sort(row[:size]) for row, size in zip(self.state.members, self.state.sizes, strict=True)]

    def dissolve(self, groups: Ints) -> None:
        """Let the members of some groups go."""
        seats = self.seats()
        for node in [int(node) for group in groups for node in seats[group]]:
            self.cells.sit(self.worth, self.ties, self.state, node, -1)

    def place(self, seats: list[Ints]) -> None:
        """Seat everybody as given, whoever sat where before."""
        self.dissolve(np.arange(len(seats)))
        for group, members in enumerate(seats):
            for node in members.tolist():
                self.cells.sit(self.worth, self.ties, self.state, node, group)

    def rank(self) -> tuple[int, float]:
        """Groups seated, then what they are worth: more is better."""
        seats = self.seats()
        chosen = np.concatenate([*taking_place(self.problem, self.ends, seats), NONE])
        return sum(len(group) > 0 for group in seats), round(gain(self.problem, chosen).total, 9)


def worth_arrays(problem: Problem) -> Any:
    """Lay out what candidates are worth for the compiled loops.

    An element whose cap no number of candidates can exceed is worth value times chance: it needs no cell.

    Examples
    --------
    >>> worth_arrays(Problem.of_members([0.5, 0.4], [0, 1], budget=2)).alone.tolist()
    [0.5, 0.4]
    """
    from traitdunion.methods.compiled.group_worth import Worth  # noqa: PLC0415  slow to import

    p, m = problem.probability, len(problem.value)
    served, groups = problem.served, problem.groups
    often = np.bincount(served.item, minlength=m)
    plain = problem.cap >= often
    counts = plain[served.item]
    alone = p * problem.worth + np.bincount(
        served.candidate[counts], (problem.value[served.item] * p[served.candidate])[counts], minlength=len(p)
    )
    owner = np.concatenate([served.candidate[~counts], groups.candidate])
    cell = np.concatenate([served.item[~counts], groups.item + m]).astype(np.int64)
    order = np.argsort(owner, kind="stable")
    slots = np.concatenate(
        [np.where(plain, 0, np.ceil(np.minimum(problem.cap, often))), np.ones(groups.size)]
    )
    return Worth(
        chance=np.ascontiguousarray(p, dtype=float),
        alone=alone,
        start=np.searchsorted(owner[order], np.arange(len(p) + 1)).astype(np.int64),
        cell=cell[order],
        owner=owner[order].astype(np.int64),
        slots=np.concatenate([[0], np.cumsum(slots)]).astype(np.int64),
        factor=np.concatenate([problem.value, problem.weight]).astype(float),
        cap=np.where(plain, 0.0, problem.cap).astype(float),
        elements=m,
    )


def empty_state(worth: Any, nodes: int, groups: int, high: int) -> Any:
    """Seat nobody: fresh arrays for the compiled loops, to be changed in place by them.

    Examples
    --------
    >>> empty_state(worth_arrays(Problem.of_members([0.5], [0], budget=1)), 2, 1, 2).seat.tolist()
    [-1, -1]
    """
    from traitdunion.methods.compiled.group_worth import State  # noqa: PLC0415  slow to import

    cells, entries = len(worth.slots) - 1, len(worth.cell)
    first = np.zeros(int(worth.slots[-1]))
    filled = np.flatnonzero(np.diff(worth.slots[: worth.elements + 1]))
    first[worth.slots[filled]] = 1.0
    return State(
        members=np.full((groups, high), -1, dtype=np.int64),
        sizes=np.zeros(groups, dtype=np.int64),
        seat=np.full(nodes, -1, dtype=np.int64),
        head=np.full(cells, -1, dtype=np.int64),
        after=np.full(entries, -1, dtype=np.int64),
        before=np.full(entries, -1, dtype=np.int64),
        gone=np.zeros(len(worth.chance), dtype=np.int64),
        layer=np.ascontiguousarray(np.tile(first, (3, 1))),
        stamp=np.zeros((3, cells), dtype=np.int64),
        today=np.zeros(3, dtype=np.int64),
    )


def _ties(ends: Ints, nodes: int) -> Any:
    """Introductions of each organization, by the other one and then by number."""
    from traitdunion.methods.compiled.group_worth import Ties  # noqa: PLC0415  slow to import

    both = np.concatenate([ends, ends[:, ::-1]])
    number = np.tile(np.arange(len(ends)), 2)
    order = np.lexsort((number, both[:, 1], both[:, 0]))
    start = np.searchsorted(both[order, 0], np.arange(nodes + 1)).astype(np.int64)
    other = np.ascontiguousarray(both[order, 1])
    return Ties(start, other, number[order].astype(np.int64), np.ascontiguousarray(ends))


def _frame(rules: Rules) -> Any:
    """The rules for the compiled loops: what is not asked becomes what nobody can fail."""
    from traitdunion.methods.compiled.grouping import Frame  # noqa: PLC0415  slow to import

    both = np.concatenate([rules.apart, rules.apart[:, ::-1]]).astype(np.int64)
    both = np.unique(both[both[:, 0] != both[:, 1]], axis=0)
    places = np.zeros((rules.nodes, 2)) if rules.places is None else rules.places
    tongues = np.zeros((rules.nodes, 0), dtype=bool) if rules.tongues is None else rules.tongues
    home = np.full(rules.nodes, -1) if rules.home is None else rules.home
    return Frame(
        low=int(rules.size[0]),
        high=int(rules.size[1]),
        mixed=-1 if rules.home is None else int(rules.mixed),
        reach=np.inf if rules.places is None else float(rules.reach),
        apart_start=np.searchsorted(both[:, 0], np.arange(rules.nodes + 1)).astype(np.int64),
        apart=np.ascontiguousarray(both[:, 1]),
        places=np.ascontiguousarray(places, dtype=float),
        tongues=np.ascontiguousarray(tongues, dtype=bool),
        home=np.ascontiguousarray(home, dtype=np.int64),
        seatable=rules.seatable,
    )
