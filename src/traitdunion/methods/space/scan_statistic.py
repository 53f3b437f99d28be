"""Where there are more cases than their share: Kulldorff's spatial scan over circles of every size.

All points at one place are one place. Every circle around a place that ends at a place is looked at; that so
many were looked at is paid for by comparing with the greatest ratio anywhere in data made by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import special

from traitdunion.errors import InputError
from traitdunion.methods.arguments import numbers, weights
from traitdunion.methods.permutation import monte_carlo_p, stream
from traitdunion.methods.space.density_clusters import Metric
from traitdunion.methods.space.places import Circles, Places, circle, circles, places_of, tally

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Model = Literal["poisson", "bernoulli"]
Draw = Callable[[np.random.Generator], npt.ArrayLike]
MODELS = ("poisson", "bernoulli")
# Equal zones differ in the last bits by the order of their sums: a tie must stay a tie.
DIGITS = 10
# What NumPy draws from without putting back is fewer.
CROWD = 1_000_000_000
# Columns of draws that the compiled loop takes at once.
BATCH = 128


@dataclass(frozen=True, slots=True)
class Zone:
    """A circle with more cases than its share.

    Attributes
    ----------
    center : int
        Row of the first point at its centre.
    members : ndarray of int
        Rows of all points in it.
    radius : float
        From its centre to its farthest point: in the unit of the plane, in kilometres on the sphere.
    population, cases, expected : float
    relative_risk : float
        Cases per expected case inside, over the same outside; infinite when all cases are inside.
    llr : float
        Log likelihood ratio.
    p : float
        By draws, of the greatest ratio among all circles.
    """

    center: int
    members: Integers
    radius: float
    population: float
    cases: float
    expected: float
    relative_risk: float
    llr: float
    p: float


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found.

    Attributes
    ----------
    zones : tuple of Zone
        By falling ratio; none touches another.
    maxima : ndarray, shape (draws,)
        Greatest ratio in each draw of the null model.
    cases : float
        All of them.
    places : int
    draws, seed : int
    """

    zones: tuple[Zone, ...]
    maxima: Floats
    cases: float
    places: int
    draws: int
    seed: int


def log_likelihood_ratio(
    cases: npt.ArrayLike,
    expected: npt.ArrayLike,
    total: float,
    *,
    population: float | None = None,
) -> Floats:
    """How much likelier the cases in a zone are with a rate of their own; 0 unless more than expected.

    Parameters
    ----------
    cases, expected : array_like, shape (zones,)
    total : float
        Cases inside and outside together, which is also what is expected in all.
    population : float, optional
        Of everything: then the Bernoulli model, in which each of the population is a case or is none; by
        default the Poisson model, for cases rare among the population.

    Returns
    -------
    ndarray, shape (zones,)

    Raises
    ------
    InputError
        `values-not-numbers`, `values-negative`, `cases-impossible` for a zone with more cases than there are,
        or than its population, or with cases where none is expected.

    Notes
    -----
    Kulldorff (1997), A spatial scan statistic, Communications in Statistics - Theory and Methods 26(6).
    Poisson: c ln(c/E) + (C - c) ln((C - c)/(C - E)). Bernoulli: the same sum also over those that are no
    cases, half the G statistic of the table of two by two.

    Examples
    --------
    >>> log_likelihood_ratio([10, 5, 2], [5.0, 5.0, 5.0], 20).round(4).tolist()
    [2.8768, 0.0, 0.0]
    >>> log_likelihood_ratio([10], [5.0], 20, population=40).round(4).tolist()
    [8.6305]
    """
    seen, mean = weights(cases, "cases"), weights(expected, "expected")
    seen, mean = np.broadcast_arrays(seen, mean)
    whole = float(numbers(total, "total", negative=False))
    parts = [(seen, mean), (whole - seen, whole - mean)]
    if population is not None:
        rest = float(numbers(population, "population", negative=False)) - whole
        share = mean / whole if whole > 0 else np.zeros_like(mean)
        others = (whole + rest) * share - seen
        parts += [(others, rest * share), (rest - others, rest - rest * share)]
    # What rounding leaves below zero is zero.
    small = 1e-9 * max(whole, 1.0)
    ratio = sum(special.rel_entr(_settled(one, small), _settled(two, small)) for one, two in parts)
    wrong = int((np.isinf(ratio) & (seen > 0)).sum())
    if wrong:
        raise InputError("cases-impossible", count=wrong)
    return np.asarray(np.where(seen > mean, np.maximum(ratio, 0.0), 0.0), dtype=float)


def scan(
    points: npt.ArrayLike,
    cases: npt.ArrayLike,
    population: npt.ArrayLike,
    *,
    expected: npt.ArrayLike | None = None,
    model: Model = "poisson",
    metric: Metric = "plane",
    largest: float = 0.5,
    zones: int = 10,
    draws: int = 999,
    seed: int = 1,
) -> Scan:
    """Find the circles with more cases than their share, and how likely chance makes one as striking.

    Parameters
    ----------
    points : array_like, shape (rows, 2)
        x and y in one unit; or latitude and longitude in degrees on the sphere.
    cases, population : array_like, shape (rows,)
    expected : array_like, shape (rows,), optional
        Cases that chance would put there, such as those adjusted for the mix of ages; brought to the sum of
        the cases. By default in proportion to the population. Poisson model only.
    model : {"poisson", "bernoulli"}
        Bernoulli where each of the population is a case or is none and cases are not rare: whole numbers.
    metric : {"plane", "sphere"}
    largest : float
        Share of the population that a circle may hold.
    zones : int
        How many to give at most.
    draws : int
        At least 1. Each throws the cases over the population anew.
    seed : int

    Returns
    -------
    Scan
        Without zones where there are no cases, or one place alone, or no more than its share anywhere.

    Raises
    ------
    InputError
        `option-choice`, `lengths-differ`, `values-not-numbers`, `values-negative`, `group-empty` without
        population, `cases-impossible` where there are cases without population, or more than it in the
        Bernoulli model, `counts-not-whole` or `population-too-large` there, `level-range`, `draws-too-few`,
        `seed-negative`, and for degrees as `hdbscan`.

    Notes
    -----
    Kulldorff (1997), A spatial scan statistic, Communications in Statistics - Theory and Methods 26(6). The
    p-value is the rank of the ratio among the greatest of each draw. Zones after the first are the greatest
    of the circles that touch none before, and are compared with the same greatest ratios: too large a p, on
    the safe side. Fractional cases (shared between places) are taken as they are, while draws throw their
    rounded sum. A circle is not the shape of what is found: the edges of a zone are uncertain.
    Memory grows with the square of the places, 2,500 of them take 250 MB; time with places² times draws.

    Examples
    --------
    >>> points = [[0, 0], [0, 1], [1, 0], [8, 8], [8, 9], [9, 8]]
    >>> found = scan(points, [9, 8, 9, 2, 1, 1], [50, 50, 50, 50, 50, 50], draws=99)
    >>> [(zone.members.tolist(), round(zone.llr, 4), zone.p) for zone in found.zones]
    [([0, 1, 2], 9.0142, 0.01)]
    """
    ground = places_of(points, metric)
    seen, people, mean = _counted(ground, cases, population, expected, model)
    rings = circles(ground.distances, people, largest)
    whole = float(people.sum()) if model == "bernoulli" else 0.0
    throw = _throws(seen, people, mean, model)
    maxima = greatest_ratios(rings, mean, throw, population=whole, draws=draws, seed=seed)
    found: list[Zone] = []
    for zone in _zones(ground, rings, seen, people, mean, whole):
        if len(found) == zones:
            break
        p = float(monte_carlo_p(round(zone.llr, DIGITS), maxima.round(DIGITS)))
        found.append(replace(zone, p=p))
    return Scan(tuple(found), maxima, float(seen.sum()), len(people), draws, seed)


def greatest_ratios(
    rings: Circles, shares: Floats, throw: Draw, *, population: float, draws: int, seed: int
) -> Floats:
    """Greatest ratio over all circles in each draw of the null model.

    Parameters
    ----------
    rings : Circles
    shares : ndarray, shape (places,)
        Of what is expected; they add up to 1.
    throw : callable
        Given a generator, gives the cases at each place, shape (places,).
    population : float
        Of everything for the Bernoulli model, 0 for the Poisson model.
    draws, seed : int

    Examples
    --------
    >>> rings = circles(np.array([[0.0, 1.0], [1.0, 0.0]]), np.ones(2), 0.5)
    >>> throw = lambda dice: dice.multinomial(4, [0.5, 0.5])
    >>> greatest_ratios(rings, np.full(2, 0.5), throw, population=0.0, draws=1, seed=1).shape
    (1,)
    """
    from traitdunion.methods.compiled.scan_statistic import greatest_circles  # noqa: PLC0415  slow to import

    if draws < 1:
        raise InputError("draws-too-few", draws=draws, least=1)
    best = np.zeros(draws)
    for first in range(0, draws, BATCH):
        last = min(first + BATCH, draws)
        thrown = np.stack([throw(stream(seed, draw)) for draw in range(first, last)], axis=1)
        thrown = np.ascontiguousarray(thrown, dtype=float)
        part = np.zeros(last - first)
        greatest_circles(rings.order, rings.reach, shares, thrown, thrown, population, 0.0, part)
        best[first:last] = part
    return best


def relative_risk(cases: float, expected: float, total: float) -> float:
    """Cases per expected case inside over the same outside; infinite when all are inside, NaN for none.

    Examples
    --------
    >>> relative_risk(10, 5, 20)
    3.0
    """
    inside, outside = cases * (total - expected), expected * (total - cases)
    if outside > 0:
        return inside / outside
    return np.inf if inside > 0 else np.nan


def _counted(
    ground: Places,
    cases: npt.ArrayLike,
    population: npt.ArrayLike,
    expected: npt.ArrayLike | None,
    model: str,
) -> tuple[Floats, Floats, Floats]:  # fmt: skip
    """Cases, population and share of what is expected, at each place."""
    if model not in MODELS:
        raise InputError("option-choice", option="model", value=model, known=list(MODELS))
    rows = ground.of.size
    given = {"cases": cases, "population": population}
    if expected is not None and model == "poisson":
        given["expected"] = expected
    read = {name: weights(values, name, length=rows) for name, values in given.items()}
    if model == "bernoulli":
        for name, values in read.items():
            _whole(values, name)
    here = {name: tally(ground, values) for name, values in read.items()}
    seen, people = here["cases"], here["population"]
    mean = here.get("expected", people)
    for name, values in {"population": people, "expected": mean}.items():
        if not values.any():
            raise InputError("group-empty", name=name)
    wrong = int((seen > (people if model == "bernoulli" else np.where(mean > 0, np.inf, 0.0))).sum())
    if wrong:
        raise InputError("cases-impossible", count=wrong)
    return seen, people, mean / mean.sum()


def _whole(values: Floats, name: str) -> None:
    broken = int((values != np.rint(values)).sum())
    if broken:
        raise InputError("counts-not-whole", name=name, count=broken)


def _throws(seen: Floats, people: Floats, shares: Floats, model: str) -> Draw:
    """The same number of cases, each anywhere in proportion; Bernoulli draws without putting back."""
    total = round(float(seen.sum()))
    if model == "poisson":
        return lambda dice: dice.multinomial(total, shares)
    if people.sum() >= CROWD:
        raise InputError("population-too-large", population=float(people.sum()))
    crowd = np.rint(people).astype(np.int64)
    return lambda dice: dice.multivariate_hypergeometric(crowd, total, method="marginals")


def _zones(
    ground: Places, rings: Circles, seen: Floats, people: Floats, shares: Floats, whole: float
) -> Iterator[Zone]:
    """Circles by falling ratio, none touching one before; p is still open."""
    from traitdunion.methods.compiled.scan_statistic import greatest_circle  # noqa: PLC0415  slow to import

    taken, total = np.zeros(len(seen), dtype=np.uint8), float(seen.sum())
    while True:
        llr, centre, held = greatest_circle(rings.order, rings.reach, shares, seen, seen, whole, 0.0, taken)
        if not round(llr, DIGITS) > 0:
            return
        inside = circle(rings, int(centre), int(held))
        taken[inside] = 1
        cases, mean = float(seen[inside].sum()), float(shares[inside].sum()) * total
        yield Zone(
            center=int(np.flatnonzero(ground.of == int(centre))[0]),
            members=np.flatnonzero(np.isin(ground.of, inside)),
            radius=float(ground.distances[int(centre), inside].max()),
            population=float(people[inside].sum()),
            cases=cases,
            expected=mean,
            relative_risk=relative_risk(cases, mean, total),
            llr=llr,
            p=np.nan,
        )


def _settled(values: Floats, small: float) -> Floats:
    return np.where(np.abs(values) < small, 0.0, values)
