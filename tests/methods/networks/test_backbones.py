import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from traitdunion.errors import InputError
from traitdunion.methods.networks.backbones import disparity, noise_corrected


@st.composite
def networks(draw):
    size = draw(st.integers(0, 6))
    cells = draw(st.lists(st.integers(0, 9), min_size=size**2, max_size=size**2))
    upper = np.triu(np.array(cells, dtype=float).reshape(size, size))
    return upper + np.triu(upper, 1).T


@given(networks())
def test_both_backbones_judge_every_tie_once(network):
    before = network.copy()
    apart = np.triu(network, 1)
    kept, corrected = disparity(network), noise_corrected(network)
    for found in (kept, corrected):
        np.testing.assert_array_equal(np.argwhere(apart), np.column_stack([found.first, found.second]))
    assert ((kept.alpha >= 0) & (kept.alpha <= 1)).all()
    assert (np.abs(corrected.score) <= 1).all()
    assert (corrected.deviation >= 0).all()
    np.testing.assert_array_equal(network, before)


@given(networks(), st.sampled_from([0.5, 3.0]))
def test_shares_and_scores_do_not_hang_on_the_unit(network, factor):
    np.testing.assert_allclose(disparity(network * factor).alpha, disparity(network).alpha, atol=1e-12)
    np.testing.assert_allclose(
        noise_corrected(network * factor).score, noise_corrected(network).score, atol=1e-12
    )


def test_alpha_is_the_chance_of_a_share_as_large():
    """A stick of length s broken at k - 1 places drawn evenly: one piece is at least w with this chance."""
    star = np.zeros((5, 5))
    star[0, 1:] = star[1:, 0] = [6.0, 2.0, 1.0, 1.0]
    # The leaves also know each other, a little: every node has several ties.
    star[1, 2] = star[2, 1] = star[3, 4] = star[4, 3] = 0.5
    found = disparity(star)
    dice = np.random.default_rng(1)
    cuts = np.sort(dice.random((200_000, 3)), axis=1)
    piece = np.diff(np.column_stack([np.zeros(200_000), cuts, np.ones(200_000)]), axis=1)[:, 0]
    at_hub = [(piece >= w / 10).mean() for w in (6, 2)]
    at_leaf = [1 - 6 / 6.5, 1 - 2 / 2.5]
    np.testing.assert_allclose(found.alpha[:2], np.minimum(at_hub, at_leaf), atol=0.004)


def test_a_tie_that_is_the_only_one_of_both_ends_says_nothing():
    assert disparity([[0, 5], [5, 0]]).alpha.tolist() == [1.0]


def test_the_score_is_observed_against_expected():
    network = np.array([[0, 4, 1], [4, 0, 2], [1, 2, 0]], dtype=float)
    strength, total = network.sum(axis=1), network.sum()
    found = noise_corrected(network)
    lift = network * total / np.outer(strength, strength)
    expected = (lift - 1) / (lift + 1)
    np.testing.assert_allclose(found.score, expected[found.first, found.second])


def test_the_deviation_is_that_of_a_score_of_a_noisy_count():
    """Delta method against integration over the count, ends and total moving with it."""
    dice = np.random.default_rng(2)
    network = np.triu(dice.integers(40, 160, (12, 12)), 1).astype(float)
    network += network.T
    strength, total = network.sum(axis=1), network.sum()
    found = noise_corrected(network)
    for at in (0, 20, 60):
        i, j = found.first[at], found.second[at]
        weight = network[i, j]
        law = stats.norm(weight, np.sqrt(weight * (1 - weight / total)))
        count = np.linspace(*law.interval(1 - 1e-9), 4001)
        mass = law.pdf(count) / law.pdf(count).sum()
        moved = count - weight
        lift = count * (total + moved) / ((strength[i] + moved) * (strength[j] + moved))
        score = (lift - 1) / (lift + 1)
        deviation = np.sqrt(mass @ score**2 - (mass @ score) ** 2)
        # The prior pulls the chance towards that of busy ends, and the slope is taken at the observed count.
        assert found.deviation[at] == pytest.approx(deviation, rel=0.12)


def test_weights_too_small_to_be_counts_have_no_deviation():
    found = noise_corrected([[0, 0.3], [0.3, 0]])
    assert found.score.tolist() == pytest.approx([1 / 3])
    assert np.isnan(found.deviation).all()


@pytest.mark.parametrize("backbone", [disparity, noise_corrected])
@pytest.mark.parametrize(
    ("network", "key"),
    [
        ([[0, 1], [2, 0]], "matrix-not-symmetric"),
        ([[0, 1, 0], [1, 0, 0]], "matrix-not-square"),
        ([[0, np.nan], [np.nan, 0]], "values-not-numbers"),
        ([[0, -1], [-1, 0]], "values-negative"),
    ],
)
def test_what_is_no_undirected_network_is_refused(backbone, network, key):
    with pytest.raises(InputError) as caught:
        backbone(network)
    assert caught.value.key == key


@pytest.mark.parametrize("backbone", [disparity, noise_corrected])
def test_loops_are_passed_over_and_ties_given_twice_add_up(backbone):
    plain = backbone([[0, 3, 1], [3, 0, 2], [1, 2, 0]])
    rows, columns = [0, 0, 1, 1, 0, 2, 1, 2, 2], [1, 1, 0, 0, 2, 0, 2, 1, 2]
    weights = [1.0, 2.0, 2.0, 1.0, 1.0, 1.0, 2.0, 2.0, 7.0]
    twice = backbone(sparse.coo_array((weights, (rows, columns))))
    for name in plain.__slots__:
        np.testing.assert_array_equal(getattr(plain, name), getattr(twice, name))
