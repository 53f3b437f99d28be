"""The advice that recommend gives, in the form a backtest can judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from traitdunion.domain.backtest import Foretold, Newcomer
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.methods.partners.model import PartnerModel, scored, train, yearly_hazard
from traitdunion.methods.partners.newcomers import newcomer_parts, newcomer_scores, train_newcomers
from traitdunion.methods.partners.pair_scores import pair_scores, prepared
from traitdunion.steps.recommend.evidence import evidence_of, newcomers_of
from traitdunion.steps.recommend.ground import WEIGHTS, Ground
from traitdunion.steps.recommend.memberships import (
    cross_fitted,
    held_out,
    open_clusters,
    sampled,
    weighted,
    weights_learned,
)

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
_SHOWN = ("adamic_adar_every", "walk", "wide_walk", "themes", "text", "degree")


@dataclass(frozen=True, slots=True)
class Advisor:
    """Gives the advice of `recommend` from an ecosystem and nothing else.

    Attributes
    ----------
    progress : callable
        Told the name of each stage.
    """

    progress: Callable[[str], None] = lambda _: None

    def candidates(self, ecosystem: Ecosystem, home: Bools) -> Ints:
        """Give the rows of the home organizations with a dated meeting."""
        return evidence_of(ecosystem, home).met

    def partners(self, ecosystem: Ecosystem, home: Bools, asking: Ints) -> Foretold:
        """Score all candidates for some of them."""
        evidence = evidence_of(ecosystem, home)
        day = float(ecosystem.as_of.toordinal() + 1)
        model = train(evidence, day=day, progress=self.progress)
        scene = prepared(evidence, evidence.met)
        scores = scored(scene, model, asking)
        parts = pair_scores(scene, asking)
        return Foretold(
            columns=scene.columns,
            scores=scores,
            yearly=yearly_hazard(scene, model, asking, scores),
            parts={name: parts[name] for name in _SHOWN},
            learned=learned(model),
        )

    def newcomers(self, ecosystem: Ecosystem, home: Bools, newcomers: Sequence[Newcomer]) -> Foretold:
        """Score all candidates for organizations without a tie."""
        evidence = evidence_of(ecosystem, home)
        model = train_newcomers(evidence, day=float(ecosystem.as_of.toordinal() + 1))
        scene = prepared(evidence, evidence.met)
        asking = newcomers_of(ecosystem, evidence, newcomers)
        return Foretold(
            columns=scene.columns,
            scores=newcomer_scores(scene, model, asking),
            parts=newcomer_parts(scene, asking),
            learned={"lists": model.lists},
        )

    def clusters(self, ecosystem: Ecosystem, held: Sequence[tuple[int, int]]) -> Foretold:
        """Score all clusters for organizations as if one membership of each were not known."""
        ground = Ground.of(ecosystem, WEIGHTS)
        clusters = [int(row) for row in ecosystem.clusters]
        described = held_out(ground, held, clusters)
        if all(cluster >= 0 for _, cluster in held):
            free = open_clusters(ground, held, clusters)
            scores = cross_fitted(ground, described, free, held, clusters)
        else:
            taught = sampled(ecosystem)
            before = held_out(ground, taught, clusters)
            free = open_clusters(ground, taught, clusters)
            scores = weighted(described, weights_learned(ground, before, free, taught, clusters))
        parts = {str(name): described[:, :, place] for place, name in enumerate(ground.weights)}
        return Foretold(np.array(clusters, dtype=np.int64), scores, parts=parts)


def learned(model: PartnerModel) -> dict[str, object]:
    """Say what a model was learned from, for people."""
    best = model.choices[0]
    return {
        "lists": model.lists,
        "windows": len(model.windows),
        "penalty": best.penalty,
        "worth": best.worth,
        "coefficients": {
            one.name: float(value) for one, value in zip(model.named, model.coefficients, strict=True)
        },
    }
