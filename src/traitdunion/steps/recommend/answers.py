"""What the answers to earlier introductions teach advice on partners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from traitdunion.domain.answer import OUTCOMES, Answer
from traitdunion.methods.partners.answers import taught
from traitdunion.methods.partners.features import PROXIMITIES, Proximity
from traitdunion.steps.recommend.partners import PartnerAdvice

Floats = npt.NDArray[np.float64]
SAYS: Mapping[str, int] = {"declined": 0, "accepted": 1, "met": 1, "partnered": 1}


def learned_multipliers(
    advice: PartnerAdvice, answers: Sequence[Answer], *, seed: int = 1
) -> Mapping[Proximity, float]:
    """Learn how much each proximity counts from who said yes and who said no.

    Parameters
    ----------
    advice : PartnerAdvice
    answers : sequence of Answer
        In ids of the ecosystem. The last yes or no of each pair counts; to be asked, or silent, is neither.
    seed : int
        Of the folds.

    Returns
    -------
    mapping of proximity to float
        From 0 to 5; all 1 where answers are fewer than 40, or of one kind fewer than 10, or foretell those of
        organizations held out no better than multipliers of 1 (`methods.partners.answers`).

    Notes
    -----
    Pairs with a dated tie in the ecosystem are left out: today's scores know how those ended. So are
    organizations no advice is for.
    """
    place = {one: column for column, one in enumerate(advice.facts.ids)}
    pairs = [
        (place[answer.organization], place[answer.partner], SAYS[answer.outcome])
        for answer in _last(answers)
        if answer.organization in place and answer.partner in place
    ]
    asked, other, said = np.array(pairs, dtype=np.int64).reshape(-1, 3).T
    rows, lines = np.unique(asked, return_inverse=True)
    added = advice.added(rows)
    free = added.free[lines, other]
    of_proximity: dict[str, Floats] = {name: np.zeros(len(asked)) for name in PROXIMITIES}
    for evidence, proximity in {one.evidence: one.proximity for one in advice.model.named}.items():
        of_proximity[proximity] += added.parts[evidence][lines, other]
    parts = np.column_stack(list(of_proximity.values()))
    found = taught(parts[free], said[free], asked[free], seed=seed).multipliers
    return dict(zip(PROXIMITIES, found.tolist(), strict=True))


def _last(answers: Sequence[Answer]) -> list[Answer]:
    """Give the last yes or no of each pair, in the order of the pairs."""
    last: dict[tuple[str, str], Answer] = {}
    for answer in sorted(answers, key=lambda one: (one.at, OUTCOMES.index(one.outcome), one.organization)):
        if answer.outcome in SAYS:
            last[answer.pair] = answer
    return [last[pair] for pair in sorted(last)]
