"""Methods judged on one question: measures with their intervals, and ratios to the best baseline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.domain.backtest import Ratio, Score, Task
from traitdunion.methods.permutation import drawn
from traitdunion.methods.ranking import judged

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Measures = Mapping[str, Floats]  # by query

Lengths = tuple[int, int]
LONG: Lengths = (10, 20)  # of the lists in which hits and recall are counted
SHORT: Lengths = (3, 3)  # and where candidates are few
DRAWS = 999


@dataclass(frozen=True, slots=True)
class Question:
    """Who asks, whom they may be told of, and who it turned out to be.

    Attributes
    ----------
    new : ndarray of bool, shape (q, h)
    free : ndarray of bool, shape (q, h)
    """

    new: Bools
    free: Bools

    @property
    def asking(self) -> npt.NDArray[np.int64]:
        """Rows with somebody to find."""
        return np.flatnonzero((self.new & self.free).any(axis=1))

    def only(self, *, rows: Bools | None = None, columns: Bools | None = None) -> Question:
        """Ask of some only, about some only."""
        free = self.free
        if rows is not None:
            free = free & rows[:, None]
        if columns is not None:
            free = free & columns
        return Question(self.new & free, free)

    def measured(self, scores: Floats, lengths: Lengths = LONG) -> Measures:
        """Judge scores of shape (q, h)."""
        at, (hits, recall) = self.asking, lengths
        given = np.where(self.free[at], np.nan_to_num(scores[at].astype(float), neginf=-1e300), -np.inf)
        found = judged(given, self.new[at], excluded=~self.free[at], lengths=sorted({*lengths}))
        return dict(
            zip(_names(lengths), (found.reciprocal, found.hits[hits], found.recall[recall]), strict=True)
        )


def _names(lengths: Lengths) -> tuple[str, ...]:
    return ("mrr", f"hits{lengths[0]}", f"recall{lengths[1]}")


def nobody(name: str, *, candidates: int, seed: int, lengths: Lengths = LONG) -> Task:
    """Give the task that nobody asked."""
    nothing = {measure: np.zeros(0) for measure in _names(lengths)}
    return task(name, {"model": nothing}, candidates=candidates, seed=seed)


def task(
    name: str,
    measured: Mapping[str, Measures],
    *,
    candidates: int,
    parts: Mapping[str, Measures] | None = None,
    seed: int,
) -> Task:
    """Put together what was measured, query by query; the method "model" is set beside the others."""
    model = measured["model"]
    n = len(next(iter(model.values())))
    baselines = {method: own for method, own in measured.items() if method != "model"}
    draw = _Draws(n, seed)
    return Task(
        name=name,
        n=n,
        candidates=candidates,
        model=draw.scores(model),
        baselines={method: draw.scores(own) for method, own in baselines.items()},
        parts={method: draw.scores(own) for method, own in (parts or {}).items()},
        ratios={measure: ratio for measure in model if (ratio := draw.ratio(model, baselines, measure))},
    )


class _Draws:
    """Queries drawn with replacement: the same draws for every method, so that ratios are paired."""

    def __init__(self, n: int, seed: int) -> None:
        def picked(dice: np.random.Generator) -> npt.NDArray[np.int64]:
            return dice.integers(n, size=n)

        self.picks = np.asarray(drawn(picked, draws=DRAWS, seed=seed)).astype(np.int64) if n else None

    def scores(self, measures: Measures) -> dict[str, Score]:
        return {name: self.score(values) for name, values in measures.items()}

    def score(self, values: Floats) -> Score:
        if self.picks is None:
            return Score(np.nan, np.nan, np.nan)
        low, high = np.quantile(values[self.picks].mean(axis=1), [0.025, 0.975])
        return Score(float(values.mean()), float(low), float(high))

    def ratio(self, model: Measures, baselines: Mapping[str, Measures], measure: str) -> Ratio | None:
        if self.picks is None or not baselines:
            return None
        best = max(sorted(baselines), key=lambda method: float(baselines[method][measure].mean()))
        over = baselines[best][measure]
        if over.mean() == 0:
            return None
        with np.errstate(divide="ignore", invalid="ignore"):
            ratios = model[measure][self.picks].mean(axis=1) / over[self.picks].mean(axis=1)
        low, high = np.quantile(ratios[np.isfinite(ratios)], [0.025, 0.975])
        return Ratio(best, float(model[measure].mean() / over.mean()), float(low), float(high))
