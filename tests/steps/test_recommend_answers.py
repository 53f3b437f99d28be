import numpy as np
import pytest
from scipy.special import expit

from tests.steps.recommending import drawn
from traitdunion.domain.answer import Answer
from traitdunion.methods.partners.features import PROXIMITIES
from traitdunion.steps.recommend.answers import learned_multipliers
from traitdunion.steps.recommend.partners import partner_advice

NOTHING = dict.fromkeys(PROXIMITIES, 1.0)


@pytest.fixture(scope="module")
def advice():
    return partner_advice(drawn())


def of_proximity(advice, proximity):
    names = {one.evidence for one in advice.model.named if one.proximity == proximity}
    return np.sum([advice.kept.parts[name] for name in sorted(names)], axis=0)


def answered(advice, chance, *, size=900, seed=1, free=True):
    """Pairs at random, the answer drawn by a chance for each pair."""
    dice = np.random.default_rng(seed)
    rows, columns = np.nonzero(np.triu(advice.kept.free == free, k=1))
    some = dice.permutation(len(rows))[:size]
    ids = advice.facts.ids
    return [
        Answer(ids[row], ids[column], *told, by="mv", reason="no-need" if told[0] == "declined" else "")
        for row, column in zip(rows[some].tolist(), columns[some].tolist(), strict=True)
        for told in [("accepted" if dice.random() < chance[row, column] else "declined", "2026-01-05")]
    ]


def test_answers_that_follow_one_proximity_raise_it_and_lower_the_others(advice):
    chance = expit(8.0 * of_proximity(advice, "geographic"))
    found = learned_multipliers(advice, answered(advice, chance))
    assert found["geographic"] > 1.5
    assert found["social"] < 0.8
    assert all(0.0 <= value <= 5.0 for value in found.values())


def test_answers_as_expected_teach_nothing(advice):
    chance = expit(advice.kept.plain - 0.5)
    found = [learned_multipliers(advice, answered(advice, chance, size=100, seed=seed)) for seed in range(10)]
    assert sum(one != NOTHING for one in found) <= 2


def test_few_answers_and_none_teach_nothing(advice):
    chance = expit(8.0 * of_proximity(advice, "geographic"))
    assert learned_multipliers(advice, answered(advice, chance, size=39)) == NOTHING
    assert learned_multipliers(advice, []) == NOTHING


def test_pairs_that_are_partners_by_now_are_left_out(advice):
    near = of_proximity(advice, "geographic")
    chance = (near > np.median(near[~advice.kept.free])).astype(float)
    known = answered(advice, chance, free=False)
    assert min(sum(one.outcome == said for one in known) for said in ("accepted", "declined")) > 20
    assert learned_multipliers(advice, known) == NOTHING
    assert learned_multipliers(advice, answered(advice, chance)) != NOTHING


def test_who_is_not_advised_is_left_out(advice):
    chance = expit(8.0 * of_proximity(advice, "geographic"))
    answers = answered(advice, chance)
    others = [Answer("c0", "f00", "accepted", "2026-01-05", by="mv")] * 50
    assert learned_multipliers(advice, [*others, *answers]) == learned_multipliers(advice, answers)


def test_the_last_yes_or_no_of_a_pair_counts(advice):
    answers = answered(advice, expit(8.0 * of_proximity(advice, "geographic")))
    before = [Answer(one.organization, one.partner, "accepted", "2025-01-01", by="mv") for one in answers]
    after = [Answer(one.organization, one.partner, "silent", "2026-02-01", by="mv") for one in answers]
    told = learned_multipliers(advice, answers)
    assert learned_multipliers(advice, [*after, *answers, *before]) == told
    assert learned_multipliers(advice, answers[::-1]) == told
    assert told != NOTHING
