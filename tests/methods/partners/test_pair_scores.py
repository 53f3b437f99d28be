import itertools
import math
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from tests.methods.partners.worlds import dice_world, evidence, small_worlds
from traitdunion.methods.partners.evidence import Evidence, apart
from traitdunion.methods.partners.pair_scores import (
    DECAY_KM,
    GO_ON,
    GO_ON_WIDE,
    OLD_TIE,
    STEPS,
    STEPS_WIDE,
    pair_scores,
    prepared,
)

EVERYONE = np.arange(7)


def graph(world: Evidence, *, dated: bool, weighted: bool = False) -> nx.Graph:
    """Who met whom, from the definition."""
    ties = nx.Graph()
    ties.add_nodes_from(range(world.part.shape[0]))
    part = world.part.toarray()
    for column in range(part.shape[1]):
        met = np.flatnonzero(part[:, column]).tolist()
        if dated and not world.dated[column]:
            continue
        worth = (1.0 if world.dated[column] else OLD_TIE) / max(len(met) - 1, 1)
        for one, other in itertools.combinations(met, 2):
            before = ties.edges[one, other]["weight"] if ties.has_edge(one, other) else 0.0
            ties.add_edge(one, other, weight=before + worth)
    return ties


@given(small_worlds())
def test_adamic_adar_is_that_of_networkx(world: Evidence) -> None:
    found = pair_scores(prepared(world, EVERYONE), EVERYONE)
    for name, dated in (("adamic_adar", True), ("adamic_adar_every", False)):
        pairs = list(itertools.combinations(range(7), 2))
        for one, other, score in nx.adamic_adar_index(graph(world, dated=dated), pairs):
            assert found[name][one, other] == pytest.approx(score, abs=1e-5)
            assert found[name][other, one] == pytest.approx(score, abs=1e-5)


def walk_of(weights: np.ndarray, start: int, go_on: float, steps: int) -> np.ndarray:
    """A walk with restart from its definition, step by step; who has no ties stays nowhere."""
    strength = weights.sum(axis=1)
    seed = (np.arange(len(weights)) == start).astype(float)
    at = seed.copy()
    for _ in range(steps):
        onwards = np.zeros(len(weights))
        for here in range(len(weights)):
            if strength[here]:
                onwards += at[here] * weights[here] / strength[here]
        at = go_on * onwards + (1 - go_on) * seed
    return at


@given(small_worlds())
def test_the_walk_over_ties_is_a_walk_with_restart(world: Evidence) -> None:
    found = pair_scores(prepared(world, EVERYONE), EVERYONE)["walk"]
    weights = nx.to_numpy_array(graph(world, dated=False), nodelist=range(7))
    for start in range(7):
        assert found[start] == pytest.approx(walk_of(weights, start, GO_ON, STEPS), abs=1e-5)


def test_the_walk_is_personalized_pagerank_up_to_its_steps() -> None:
    world = evidence([[0, 1, 2], [2, 3], [3, 4, 0], [4, 5], [5, 6], [1, 6]], size=7)
    found = pair_scores(prepared(world, EVERYONE), EVERYONE)["walk"]
    ties = graph(world, dated=False)
    for start in range(7):
        rank = nx.pagerank(ties, alpha=GO_ON, personalization={start: 1.0}, tol=1e-12, weight="weight")
        assert found[start] == pytest.approx([rank[one] for one in range(7)], abs=2 * GO_ON**STEPS)


@given(small_worlds())
def test_the_wide_walk_goes_by_meetings_themes_and_words(world: Evidence) -> None:
    scene = prepared(world, EVERYONE)
    everything = scene.everything.toarray()
    assert (everything == everything.T).all()
    found = pair_scores(scene, EVERYONE)["wide_walk"]
    for start in range(7):
        at = walk_of(everything, start, GO_ON_WIDE, STEPS_WIDE)
        assert found[start] == pytest.approx(at[:7], abs=1e-5)


@given(small_worlds())
def test_a_walk_back_is_the_walk_from_the_other(world: Evidence) -> None:
    scene = prepared(world, EVERYONE)
    found = pair_scores(scene, EVERYONE)
    for name, strength in (("walk", scene.strength), ("wide_walk", scene.strength_everything[:7])):
        tied = (strength > 0) & (strength[:, None] > 0)
        assert np.where(tied, found[f"{name}_back"], 0) == pytest.approx(
            np.where(tied, found[name].T, 0), abs=1e-5
        )


def test_two_who_share_no_partner_are_near_by_the_walk_and_by_what_they_do() -> None:
    """0 and 3 never met, nor have they a partner in common; 4 is out of the world."""
    world = evidence([[0, 1], [1, 2], [2, 3]], size=5, themes=sparse.csr_array([[1.0, 0], [0, 1], [1, 0]]))
    found = pair_scores(prepared(world, np.arange(5)), np.array([0]))
    assert found["adamic_adar"][0, 3] == 0
    assert found["walk"][0, 3] > 0 == found["walk"][0, 4]
    assert found["themes"][0, 3] > 0 == found["themes"][0, 4]


def test_cosine_of_themes_by_rarity() -> None:
    themes = np.array([[1.0, 0, 1], [1, 1, 0], [0, 1, 0], [0, 0, 0]])
    world = evidence([[0, 1], [1, 2], [2, 3], [0, 3]], size=4, themes=sparse.csr_array(themes))
    found = pair_scores(prepared(world, np.arange(4)), np.arange(4))["themes"]
    rarity = np.log(4 / np.array([2, 2, 1]))
    own = np.array([themes[0], themes[0] + themes[1], themes[1] + themes[2], themes[2]]) * rarity
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    assert found == pytest.approx(own @ own.T, abs=1e-6)


def test_nearness_region_needs_and_owners() -> None:
    world = evidence(
        [[0, 1], [1, 2]],
        size=3,
        lat=np.array([51.0, 51.0, np.nan]),
        lon=np.array([4.0, 4.2, 4.0]),
        region=np.array([0, 1, -1]),
        needs=sparse.csr_array([[1.0, 1], [0, 0], [0, 0]]),
        offers=sparse.csr_array([[0.0, 0], [0, 1], [1, 1]]),
        group=sparse.csr_array([[0.0, 0, 1], [0, 0, 0], [1, 0, 0]]),
    )
    found = pair_scores(prepared(world, np.arange(3)), np.arange(3))
    km = 6371.0 * math.radians(0.2) * math.cos(math.radians(51.0))
    assert found["nearness"][0].tolist() == pytest.approx([1.0, math.exp(-km / DECAY_KM), 0.0], rel=2e-3)
    assert found["region"][0].tolist() == [0.5, -0.5, 0.0]
    assert found["need"].tolist() == [[0.0, 0.5, 1.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    assert found["offer"].tolist() == np.transpose(found["need"]).tolist()
    assert found["group"][0].tolist() == [0.0, 0.0, 1.0]
    assert found["degree"][0].tolist() == pytest.approx([math.log(2), math.log(3), math.log(2)], rel=1e-6)


@given(small_worlds(), st.integers(0, 6))
def test_what_happened_later_is_not_seen(world: Evidence, day: int) -> None:
    """Meetings on or after the cut change nothing, whatever they are."""
    later = evidence([[0, 1, 2], [3, 4], [0, 6]], size=7, days=[day, day + 1, day + 9])
    count = len(world.day)
    more = replace(
        world,
        part=sparse.csr_array(sparse.hstack([world.part, later.part])),
        day=np.append(world.day, later.day),
        dated=np.append(world.dated, later.dated),
        themes=sparse.csr_array(sparse.block_diag([world.themes, later.themes])),
        families=sparse.csr_array((count + 3, 0)),
        words=sparse.csr_array(sparse.vstack([world.words, np.ones((3, world.words.shape[1]))])),
        calls=sparse.csr_array((count + 3, 0)),
    )
    one, other = (pair_scores(prepared(each.before(day), EVERYONE), EVERYONE) for each in (world, more))
    for name in one:
        assert one[name].tobytes() == other[name].tobytes(), name


@given(small_worlds())
def test_scores_are_finite_and_do_not_depend_on_who_else_asks(world: Evidence) -> None:
    scene = prepared(world, EVERYONE)
    every = pair_scores(scene, EVERYONE)
    for row in range(7):
        alone = pair_scores(scene, np.array([row]))
        for name, values in alone.items():
            assert np.isfinite(values).all()
            assert values[0].tobytes() == every[name][row].tobytes(), name


def test_candidates_are_some_of_the_organizations() -> None:
    """Partners in between count, though they are no candidates."""
    world = evidence([[0, 1], [1, 2], [1, 3]], size=4, home=np.array([True, False, True, False]))
    assert world.known.tolist() == world.met.tolist() == [0, 2]
    found = pair_scores(prepared(world, world.met), np.array([0]))["adamic_adar"]
    assert found.shape == (1, 2)
    assert found[0, 1] == pytest.approx(1 / math.log(3))


def test_meetings_without_a_date_are_old_and_count_less() -> None:
    dated = evidence([[0, 1], [1, 2]], size=3)
    old = replace(dated, dated=np.array([True, False]), day=np.array([0.0, -np.inf]))
    assert old.met.tolist() == [0, 1]
    assert old.known.tolist() == [0, 1, 2]
    one, other = (pair_scores(prepared(each, np.arange(3)), np.array([1])) for each in (dated, old))
    assert other["walk"][0, 2] < one["walk"][0, 2]
    assert other["degree"][0, 2] == 0 < one["degree"][0, 2]
    assert old.partners_between(-1, 9, np.array([1]), np.arange(3)).toarray().tolist() == [
        [True, False, False]
    ]


def test_partners_between_counts_from_the_first_day_up_to_the_last() -> None:
    world = dice_world(1)
    part, rows = world.part.toarray(), np.array([3, 8])
    start, end = 500.0, float(world.day[200])
    inside = (world.day >= start) & (world.day < end)
    expected = (part[rows][:, inside] @ part[:, inside].T) > 0
    expected[[0, 1], rows] = False
    found = world.partners_between(start, end, rows, np.arange(60))
    assert found.dtype == bool
    assert (found.toarray() == expected).all()
    assert found.nnz == expected.sum()


def test_nobody_is_apart_from_itself_alone() -> None:
    assert apart(np.ones((2, 2), dtype=bool), np.array([4, 5]), np.array([4, 5])).nnz == 2
    assert apart(np.zeros((0, 0), dtype=bool), np.zeros(0, int), np.zeros(0, int)).shape == (0, 0)
