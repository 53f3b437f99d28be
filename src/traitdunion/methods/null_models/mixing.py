"""Two chains of draws from very different starts, and whether they tell the same story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.errors import InputError
from traitdunion.methods.permutation import stream

Floats = npt.NDArray[np.float64]
Entries = npt.NDArray[np.int32]
Keys = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int64]
Walk = Callable[[Entries, Keys], Iterator[Counts]]

# Two chains, each in two halves, of at least two draws.
LEAST_DRAWS = 8
# Steps before the first draw of a chain, in steps between draws.
BURN = 8
# A pair has mixed if the chains together vary at most so much more than each alone; so many pairs must.
R_HAT, MIXED = 1.1, 0.95


@dataclass(frozen=True, slots=True)
class SwapDraws:
    """Contacts observed and drawn, with what the drawing is worth.

    Attributes
    ----------
    observed, mean, sd : ndarray, shape (g, g)
        Contacts of each pair, and mean and standard deviation over all draws.
    p_lower, p_upper : ndarray, shape (g, g)
        (1 + draws at most, at least, the observed) / (1 + draws).
    effective : ndarray, shape (g, g)
        Independent draws that the draws are worth: n (1 - a) / (1 + a) with a the correlation of each draw
        with the next, not counted below 0. The standard error of the mean is sd / sqrt(effective).
    r_hat : ndarray, shape (g, g)
        Root of the variance of all draws over that within half chains; 1 when chains from two very
        different starts tell the same story.
    mixed : bool
        Whether r_hat is at most 1.1 in 95 % of the pairs that vary; with fewer than some 100 draws it errs
        towards no.
    draws, thin, burn_in, seed : int
        Draws in all, trades or swaps between draws and before the first one of each chain.
    """

    observed: Floats
    mean: Floats
    sd: Floats
    p_lower: Floats
    p_upper: Floats
    effective: Floats
    r_hat: Floats
    mixed: bool
    draws: int
    thin: int
    burn_in: int
    seed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Draws in all, seed, and steps between draws and before the first one of each chain."""

    draws: int
    seed: int
    thin: int
    burn_in: int


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums over the draws of one chain, of what they are above the observed; by half chain where it is asked.

    `lagged` adds up products of neighbours, `ends` is the first draw plus the last.
    """

    length: int
    sums: Floats
    squares: Floats
    lagged: Floats
    ends: Floats
    at_most: Floats
    at_least: Floats


def plan(draws: int, seed: int, thin: int | None, burn_in: int | None, usual: int) -> Plan:
    """Check what was asked; `usual` steps between draws if nothing was.

    Raises
    ------
    InputError
        `draws-too-few`, `values-negative`.

    Examples
    --------
    >>> plan(100, 1, None, None, 5).burn_in
    40
    """
    if draws < LEAST_DRAWS:
        raise InputError("draws-too-few", draws=draws, least=LEAST_DRAWS)
    return Plan(draws, seed, whole(thin, "thin", usual), whole(burn_in, "burn_in", BURN * usual))


def whole(number: int | None, name: str, otherwise: int) -> int:
    """Read a number of steps.

    Examples
    --------
    >>> whole(None, "trades", 3)
    3
    """
    if number is not None and number < 0:
        raise InputError("values-negative", name=name, count=1)
    return otherwise if number is None else number


def summarized(
    observed: Floats,
    walk: Walk,
    starts: tuple[Entries, Entries],
    plan: Plan,
) -> SwapDraws:
    """Walk two chains side by side; neither knows of the other, so their order in time says nothing.

    Parameters
    ----------
    observed : ndarray, shape (g, g)
    walk : callable
        Given a start, which it may change, and one key for each draw, yields the contacts of each draw.
    starts : tuple of two ndarrays
    plan : Plan

    Examples
    --------
    >>> def walk(entries, keys):
    ...     return (np.array([[int(key % np.uint64(10))]]) for key in keys)
    >>> nowhere = np.zeros(0, np.int32)
    >>> found = summarized(np.array([[9.0]]), walk, (nowhere, nowhere), plan(400, 1, None, None, 5))
    >>> found.mixed, round(float(found.mean[0, 0])), float(found.p_lower[0, 0])
    (True, 5, 1.0)
    """

    def sums(chain: int) -> _Sums:
        length = (plan.draws + 1 - chain) // 2
        keys = stream(plan.seed, chain).integers(2**64, size=length, dtype=np.uint64)
        return _summed(observed, walk(starts[chain], keys), length)

    with ThreadPoolExecutor(max_workers=2) as pool:
        chains = tuple(pool.map(sums, (0, 1)))
    draws = plan.draws
    mean = sum(one.sums.sum(axis=0) for one in chains) / draws
    squares = sum(one.squares.sum(axis=0) for one in chains)
    variance = np.maximum(squares - draws * mean**2, 0.0) / (draws - 1)
    r_hat = _split_r_hat(chains)
    vary = (variance > 0) | (r_hat > 1)
    return SwapDraws(
        observed=observed,
        mean=mean + observed,
        sd=np.sqrt(variance),
        p_lower=(1.0 + chains[0].at_most + chains[1].at_most) / (1.0 + draws),
        p_upper=(1.0 + chains[0].at_least + chains[1].at_least) / (1.0 + draws),
        effective=_effective(chains),
        r_hat=r_hat,
        mixed=not vary.any() or bool((r_hat[vary] <= R_HAT).mean() >= MIXED),
        draws=draws,
        thin=plan.thin,
        burn_in=plan.burn_in,
        seed=plan.seed,
    )


def _summed(observed: Floats, chain: Iterator[Counts], length: int) -> _Sums:
    """Keep sums only, so that many draws need the memory of one."""
    from traitdunion.methods.compiled.swaps import tally  # noqa: PLC0415  slow to import

    sums, squares = (np.zeros((2, *observed.shape)) for _ in range(2))
    at_most, at_least, lagged, last, first = (np.zeros(observed.shape) for _ in range(5))
    base = np.ascontiguousarray(observed)
    for turn, contacts in enumerate(chain):
        half = int(turn >= length // 2)
        tally(contacts, base, last, sums[half], squares[half], lagged, at_most, at_least)
        if turn == 0:
            first += last
    return _Sums(length, sums, squares, lagged, first + last, at_most, at_least)


def _split_r_hat(chains: Sequence[_Sums]) -> Floats:
    """Gelman and Rubin's factor over the four half chains."""
    halves = np.array(
        [[one.length // 2, one.length - one.length // 2] for one in chains], dtype=float
    ).ravel()
    n = halves[:, None, None]
    total = np.concatenate([one.sums for one in chains])
    squares = np.concatenate([one.squares for one in chains])
    within = (np.maximum(squares - total**2 / n, 0.0) / (n - 1.0)).mean(axis=0)
    between = (total / n).var(axis=0, ddof=1)
    size = halves.mean()
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.sqrt((size - 1.0) / size + between / within)
    return np.where(within > 0, np.maximum(factor, 1.0), np.where(between > 0, np.inf, 1.0))


def _effective(chains: Sequence[_Sums]) -> Floats:
    """Draws that the draws are worth, from the correlation of neighbours about the mean of their chain."""
    spread, common = (np.zeros(chains[0].lagged.shape) for _ in range(2))
    draws = 0
    for one in chains:
        total = one.sums.sum(axis=0)
        mean = total / one.length
        spread = spread + one.squares.sum(axis=0) - one.length * mean**2
        common = common + one.lagged - mean * (2.0 * total - one.ends) + (one.length - 1.0) * mean**2
        draws += one.length
    lag = np.clip(np.divide(common, spread, out=np.zeros_like(spread), where=spread > 1e-9), 0.0, 1.0)
    worth: Floats = np.maximum(draws * (1.0 - lag) / (1.0 + lag), 1.0)
    return worth
