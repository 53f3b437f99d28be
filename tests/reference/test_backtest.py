"""Advice on the projects of Horizon 2020, given at the end of 2017 and judged by what began from 2018 on.

Belgian organizations, partners abroad between them counted. What the documentation says of the advice is held
here, and what it must not say.
"""

from datetime import date

import pytest

from traitdunion.registers.cordis import load_cordis
from traitdunion.registers.resolve import resolve
from traitdunion.registers.snapshot import snapshot
from traitdunion.steps.backtest import backtest
from traitdunion.steps.recommend.advisor import Advisor

pytestmark = pytest.mark.slow
FIRST = 0.361  # mean reciprocal rank of Adamic-Adar, Belgian pairs of Horizon 2020 before and after 2018


@pytest.fixture(scope="module")
def found(data):
    loaded = load_cordis(data / "cordis")
    assert loaded.faults == ()
    ecosystem = snapshot(resolve(loaded.records), as_of=date(2020, 12, 31))
    return backtest(ecosystem, Advisor(), until="2017", start="2018", country="BE")


def test_the_baseline_is_about_as_good_as_first_published(found):
    """Adamic-Adar, over all candidates; a hundredth of room.

    The first figure was of the European participations alone. Here the projects of the Belgian table are
    known as well, records of one organization are joined, and equal scores are judged by expectation.
    """
    assert found.tasks["partners"].baselines["adamic_adar"]["mrr"].value == pytest.approx(FIRST, abs=0.01)


def test_more_of_the_new_partners_are_among_the_first_twenty(found):
    assert found.tasks["partners"].ratios["recall20"].low > 1
    assert found.tasks["partners_no_hubs"].ratios["recall20"].value >= 1.40
    assert found.tasks["partners_no_hubs"].ratios["recall20"].low > 1


def test_it_is_not_shown_that_the_first_is_found_sooner(found):
    """So nobody may say it."""
    ratio = found.tasks["partners"].ratios["mrr"]
    assert ratio.low < 1 < ratio.high


def test_partners_are_told_from_others_of_the_same_size(found):
    task = found.tasks["degree_matched"]
    assert task.model["auc"].value >= 0.72
    assert task.model["auc"].low > 0.5
    assert task.baselines["random"]["auc"].value == pytest.approx(0.5, abs=0.04)


def test_chances_are_what_they_say(found):
    assert {one.name for one in found.calibration} == {"advice", "all"}
    assert all(one.error < 0.02 for one in found.calibration)
    assert all(one.skill > 0 for one in found.calibration)


def test_newcomers_are_told_more_than_who_is_large(found):
    assert found.tasks["newcomers"].ratios["recall20"].low > 1


def test_what_was_learned_is_told(found):
    assert found.learned["lists"] > 500
    assert found.learned["windows"] == 5
    assert found.parameters["country"] == "BE"
