"""Everybody meets everybody: the meetings a day of few slots has room for."""

import numpy as np
import pytest

from traitdunion.methods import assignment
from traitdunion.methods.assignment import Day, meeting_schedule


@pytest.mark.reproduces("round_robin")
@pytest.mark.parametrize("exact", [True, False])
def test_everybody_with_everybody_fills_the_slots_of_the_theory(reference, monkeypatch, exact):
    check = reference["round_robin"]
    if not exact:
        monkeypatch.setattr(assignment, "_EXACT", -1)
    met = []
    for people, slots in check["input"]["n_slots"]:
        wishes = np.column_stack(np.triu_indices(people, 1))
        day = Day.open_to_all(people, slots=slots, tables=people)
        found = meeting_schedule(wishes, day, rounds=60)
        assert (found.slot >= 0).sum() == found.value == pytest.approx(found.bound)
        met.append(found.value)
    assert met == pytest.approx(check["expected"], abs=check["tolerance"])
