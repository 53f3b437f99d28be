"""A model of who starts to work with whom, learned from what came true and nothing later.

The history before the day of the advice is cut at several earlier days. At each cut everything is computed as
if it were that day, and the new partners that followed are what the model learns to put first. Its penalty is
chosen the same way, one step further back: trained up to a cut, judged by what came after it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from traitdunion.methods.discrete_choice import conditional_logit
from traitdunion.methods.hazard import Hazard, fit_hazard
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.features import Feature, batches, features, features_of, open_pairs
from traitdunion.methods.partners.pair_scores import Prepared
from traitdunion.methods.partners.prior import prior_of
from traitdunion.methods.partners.windows import YEAR, Lists, Window, together, windows
from traitdunion.methods.ranking import judged

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

FOLDS = (1, 2, 3, 4)  # windows that judge; those before them train
PENALTIES = (10.0, 30.0, 100.0)
RECALL = 20
HAZARDS = 2  # windows the chance is learned from: the last
WATCHED, PAIRS = 500, 2_000_000  # who could have asked, at most, of a window, and their pairs


class Choice(NamedTuple):
    """What a setting was worth on years held out: mean reciprocal rank plus recall of 20."""

    penalty: float
    worth: float


@dataclass(frozen=True, slots=True)
class PartnerModel:
    """What was learned.

    Attributes
    ----------
    named : tuple of Feature, length p
    coefficients : ndarray, shape (p,)
    hazard : Hazard or None
        Chance within a horizon; None where history is too short to tell.
    windows : tuple of float
        Days at which history was cut to learn from.
    lists : int
        Who had a new partner, over all windows: what the model is learned from. 0: the prior alone.
    choices : tuple of Choice
        Settings tried; the first is the one taken.
    """

    named: tuple[Feature, ...]
    coefficients: Floats
    hazard: Hazard | None
    windows: tuple[float, ...]
    lists: int
    choices: tuple[Choice, ...]


Fits = Mapping[float, Mapping[int, Floats]]  # coefficients by penalty and fold


def train(
    evidence: Evidence, *, day: float, progress: Callable[[str], None] = lambda _: None
) -> PartnerModel:
    """Learn who starts to work with whom.

    Parameters
    ----------
    evidence : Evidence
        Nothing in it may be later than `day`.
    day : float
        Day of the advice, in the days of the evidence.
    progress : callable
        Told the name of each stage as it begins.

    Returns
    -------
    PartnerModel
        Without history to learn from, the prior (`prior.prior_of`).

    Notes
    -----
    Conditional logit of McFadden (1974) over whole lists of candidates, ridge towards the prior, with the
    penalty by nested validation in time.

    Examples
    --------
    Three days of history teach nothing: what is published stands.

    >>> from traitdunion.methods.partners.evidence import example
    >>> model = train(example(), day=3.0)
    >>> model.lists, bool((model.coefficients == prior_of(model.named)).all()), model.hazard is None
    (0, True, True)
    """
    named = features_of(evidence.kind[evidence.home].tolist())
    cut = list(windows(evidence, named, day, progress=progress))
    progress("train")
    fits, choices = _choices(cut, named, day)
    lists = [window.until(day) for window in cut]
    return PartnerModel(
        named=named,
        coefficients=_fitted(lists, named, choices[0].penalty),
        hazard=_hazard(evidence, cut, named, fits[choices[0].penalty], day),
        windows=tuple(window.day for window in cut),
        lists=sum(len(one.lengths) for one in lists),
        choices=choices,
    )


def scored(scene: Prepared, model: PartnerModel, rows: Ints) -> Floats:
    """Score every candidate for some who ask; -inf for those that are no candidates.

    Parameters
    ----------
    scene : Prepared
    model : PartnerModel
    rows : ndarray of int, shape (q,)
        Who asks, as places among the candidates.

    Returns
    -------
    ndarray, shape (q, h)

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.pair_scores import prepared
    >>> scene, model = prepared(example(), np.arange(3)), train(example(), day=3.0)
    >>> np.isfinite(scored(scene, model, np.array([0]))).tolist()
    [[False, False, True]]
    """
    return _scored(scene, model.named, model.coefficients, rows)


def _scored(scene: Prepared, named: Sequence[Feature], coefficients: Floats, rows: Ints) -> Floats:
    found = np.empty((len(rows), len(scene.columns)))
    for at in batches(len(rows), len(scene.columns)):
        free = open_pairs(scene, rows[at])
        scores = features(scene, rows[at], named, free) @ coefficients.astype(np.float32)
        found[at] = np.where(free, scores, -np.inf)
    return found


def contributions(
    scene: Prepared, model: PartnerModel, rows: Ints
) -> tuple[dict[str, npt.NDArray[np.float32]], Bools]:
    """Tell what each kind of evidence adds to the score of every candidate.

    Parameters
    ----------
    scene : Prepared
    model : PartnerModel
    rows : ndarray of int, shape (q,)
        Who asks, as places among the candidates.

    Returns
    -------
    parts : dict of evidence to ndarray, shape (q, h)
        They add up to the score of `scored`.
    free : ndarray of bool, shape (q, h)
        Who is a candidate.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.pair_scores import prepared
    >>> scene, model = prepared(example(), np.arange(3)), train(example(), day=3.0)
    >>> parts, free = contributions(scene, model, np.array([0]))
    >>> parts["same-region"].astype(float).round(3).tolist(), free.tolist()
    ([[0.15, 0.15, -0.15]], [[False, False, True]])
    """
    of: dict[str, list[int]] = {}
    for place, feature in enumerate(model.named):
        of.setdefault(feature.evidence, []).append(place)
    found = {name: np.empty((len(rows), len(scene.columns)), np.float32) for name in of}
    every = np.empty((len(rows), len(scene.columns)), dtype=bool)
    beta = model.coefficients.astype(np.float32)
    for at in batches(len(rows), len(scene.columns)):
        every[at] = open_pairs(scene, rows[at])
        described = features(scene, rows[at], model.named, every[at])
        for name, places in of.items():
            found[name][at] = described[:, :, places] @ beta[places]
    return found, every


def _fitted(lists: Sequence[Lists], named: Sequence[Feature], penalty: float) -> Floats:
    every = together(lists, len(named))
    prior = prior_of(named)
    return conditional_logit(*every, penalty=penalty, prior=prior).coefficients


def _choices(cut: Sequence[Window], named: Sequence[Feature], day: float) -> tuple[Fits, tuple[Choice, ...]]:
    """Try every penalty on windows held out, each trained on those before it; the best first."""
    fits: dict[float, dict[int, Floats]] = {penalty: {} for penalty in PENALTIES}
    folds = [place for place in FOLDS if place < len(cut)]
    if not folds:
        return fits, (Choice(PENALTIES[1], np.nan),)
    worth: dict[float, list[Floats]] = {penalty: [] for penalty in PENALTIES}
    for place in folds:
        taught = [together([one.until(cut[place].day) for one in cut[:place]], len(named))]
        held = cut[place].until(day)
        for penalty in PENALTIES:
            fits[penalty][place] = _fitted(taught, named, penalty)
            worth[penalty].append(_worth(held, fits[penalty][place]))
    tried = [Choice(penalty, float(np.concatenate(found).mean())) for penalty, found in worth.items()]
    return fits, tuple(sorted(tried, key=lambda one: (-round(one.worth, 9), -one.penalty)))


def _worth(held: Lists, coefficients: Floats) -> Floats:
    """What each who asked would have got: reciprocal rank plus recall."""
    scores = (held.features @ coefficients.astype(np.float32)).astype(float)
    longest = int(held.lengths.max(initial=0))
    inside = np.arange(longest) < held.lengths[:, None]
    table, new = np.full(inside.shape, -np.inf), np.zeros(inside.shape, dtype=bool)
    table[inside], new[inside] = scores, held.chosen
    found = judged(table, new, excluded=~inside, lengths=(RECALL,))
    return found.reciprocal + found.recall[RECALL]


def _hazard(
    evidence: Evidence,
    cut: Sequence[Window],
    named: Sequence[Feature],
    fits: Mapping[int, Floats],
    day: float,
) -> Hazard | None:
    """Learn the chance from windows the ranking was not trained on, over all who could have asked."""
    designs, outcomes, years = [], [], []
    for place in [place for place in FOLDS if place < len(cut)][-HAZARDS:]:
        scene, at = cut[place].scene, cut[place].scene.columns
        watched = min(len(at), WATCHED, max(PAIRS // len(at), 1))
        rows = np.linspace(0, len(at) - 1, watched).astype(np.int64)
        scores = _scored(scene, named, fits[place], rows)
        came = evidence.partners_between(cut[place].day, day, at[rows], at).toarray()
        free = np.isfinite(scores)
        designs.append(hazard_design(scene, rows, scores))
        outcomes.append(came[free])
        years.append(np.full(int(free.sum()), (day - cut[place].day) / YEAR))
    if not designs or not np.concatenate(outcomes).any():
        return None
    return _rising(np.concatenate(designs), np.concatenate(outcomes), np.concatenate(years))


def _rising(design: Floats, outcome: Bools, years: Floats) -> Hazard:
    """Fit the chance; where it would fall as the score rises, without the bend, then without the score."""
    for known in ([1.0, 1.0, 1.0, 1.0], [1.0, 0.0, 1.0, 1.0]):
        found = fit_hazard(design * np.array(known), outcome, years)
        if (np.cumsum(found.coefficients[:2]) >= 0).all():
            return found
    return fit_hazard(design * np.array([0.0, 0.0, 1.0, 1.0]), outcome, years)


def hazard_design(scene: Prepared, rows: Ints, scores: Floats) -> Floats:
    """Describe open pairs for the chance: where the score stands among all, and how large both sides are.

    Parameters
    ----------
    scene : Prepared
    rows : ndarray of int, shape (q,)
        Who asks, as places among the candidates: all, or evenly over all.
    scores : ndarray, shape (q, h)
        -inf for pairs that are not open.

    Returns
    -------
    ndarray, shape (open pairs, 4)
        In the order of the pairs, row by row.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.pair_scores import prepared
    >>> scores = np.array([[-np.inf, -np.inf, 1.0], [-np.inf] * 3, [3.0, -np.inf, -np.inf]])
    >>> hazard_design(prepared(example(), np.arange(3)), np.arange(3), scores).round(3).tolist()
    [[-1.0, 0.0, 1.386, 0.0], [1.0, 0.0, 1.386, 0.0]]
    """
    free = np.isfinite(scores)
    given = scores[free]
    place = (given - given.mean()) / max(float(given.std()), 1e-9) if given.size else given
    degree = np.log1p(scene.degree[scene.columns])
    row, column = np.nonzero(free)
    one, other = degree[rows][row], degree[column]
    return np.column_stack([place, np.maximum(place - 2.0, 0.0), one + other, np.abs(one - other)])


def yearly_hazard(scene: Prepared, model: PartnerModel, rows: Ints, scores: Floats) -> Floats | None:
    """Give the hazard of one year of each open pair; 0 where a pair is not open.

    Parameters
    ----------
    scene : Prepared
    model : PartnerModel
    rows : ndarray of int, shape (q,)
        As of `hazard_design`.
    scores : ndarray, shape (q, h)
        Of `scored`.

    Returns
    -------
    ndarray or None, shape (q, h)
        The chance within y years is 1 - exp(-y times it). None where the model knows no chances.

    Examples
    --------
    >>> from traitdunion.methods.partners.evidence import example
    >>> from traitdunion.methods.partners.pair_scores import prepared
    >>> scene, model = prepared(example(), np.arange(3)), train(example(), day=3.0)
    >>> yearly_hazard(scene, model, np.array([0]), scored(scene, model, np.array([0]))) is None
    True
    """
    if model.hazard is None:
        return None
    found = np.zeros(scores.shape)
    chance = model.hazard.chance(hazard_design(scene, rows, scores), 1.0)
    found[np.isfinite(scores)] = -np.log1p(-np.minimum(chance, 1.0 - 1e-12))
    return found
