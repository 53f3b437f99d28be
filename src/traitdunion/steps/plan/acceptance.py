"""The chance that an introduction is accepted when proposed: a stated prior, until answers teach more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.domain.mandate import Asked
from traitdunion.domain.recommendation import PURPOSES, Purpose, Recommendation
from traitdunion.methods.acceptance import Acceptance, Foretold, chance, foretold, learned

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_NEVER = 1e-6  # nothing is certain
FORETOLD = 40  # answers from which it is worth telling how well others are foretold


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances of candidates, and where they come from.

    Attributes
    ----------
    stated : ndarray, shape (n,)
        The prior.
    used : ndarray, shape (n,)
        What the plan takes: learned where there are answers.
    kinds : ndarray of int, shape (n,)
        Places in `PURPOSES`.
    learned : Acceptance or None
    foretold : mapping of str to float
    answers, accepted : int
    """

    stated: Floats
    used: Floats
    kinds: Ints
    learned: Acceptance | None
    foretold: Mapping[str, float]
    answers: int
    accepted: int


def chances_of(
    candidates: Sequence[Recommendation],
    asked: Sequence[Asked],
    weights: Mapping[str, float],
    *,
    seed: int,
) -> Chances:
    """Give the chance of each candidate."""
    partner_scores = np.sort([one.score for one in candidates if one.purpose == "partner"])
    scored = [(one.purpose, one.score) for one in candidates]
    stated = _stated(scored, partner_scores, weights)
    kinds = _kinds([one.purpose for one in candidates])
    if not asked:
        return Chances(stated, stated, kinds, None, {}, 0, 0)
    before = _stated([(one.purpose, one.score) for one in asked], partner_scores, weights)
    of_kind = _kinds([one.purpose for one in asked])
    said = np.array([one.accepted for one in asked], dtype=bool)
    taught = learned(before, of_kind, said, kind_count=len(PURPOSES))
    told: Mapping[str, float] = {}
    if len(asked) >= FORETOLD and 0 < said.sum() < len(said):
        _, groups = np.unique([one.organization for one in asked], return_inverse=True)
        judged = foretold(before, of_kind, said, groups, kind_count=len(PURPOSES), seed=seed)
        told = _judgment(judged)
    used = chance(taught, stated, kinds)
    return Chances(stated, used, kinds, taught, told, len(said), int(said.sum()))


def _judgment(judged: Foretold) -> dict[str, float]:
    """Give how well the learned chances foretell, beside the stated ones and one rate for all."""
    ways = {"learned": judged.learned, "stated": judged.stated, "constant": judged.constant}
    return {
        f"{name}_{way}": value
        for way, found in ways.items()
        for name, value in {"log_loss": found.log_loss, "brier": found.brier, "error": found.error}.items()
    }


def _kinds(purposes: Sequence[Purpose]) -> Ints:
    return np.array([PURPOSES.index(one) for one in purposes], dtype=np.int64)


def _stated(
    scored: Sequence[tuple[Purpose, float]], partner_scores: Floats, weights: Mapping[str, float]
) -> Floats:
    """State the prior: it rises with the score; of partners, with the share of candidates scored lower."""
    score = np.array([one for _, one in scored], dtype=float)
    partner = np.array([purpose == "partner" for purpose, _ in scored], dtype=bool)
    if partner.any():
        below = np.searchsorted(partner_scores, score[partner], side="left")
        score[partner] = below / max(len(partner_scores), 1)
    prior = weights["acceptance"] + weights["acceptance_by_score"] * np.clip(score, 0.0, 1.0)
    return np.asarray(np.clip(prior, _NEVER, 1.0 - _NEVER), dtype=float)
