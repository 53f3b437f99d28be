import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse.csgraph import connected_components

from traitdunion.errors import InputError
from traitdunion.methods.compiled import scan_statistic as loops
from traitdunion.methods.permutation import stream
from traitdunion.methods.space.density_clusters import dbscan, hdbscan
from traitdunion.methods.space.places import places_of
from traitdunion.methods.space.proximity import EARTH_RADIUS_KM, distance_matrix_km


def heaps(seed=1):
    """Three heaps of 20 on a plane in kilometres and 15 points between them."""
    dice = stream(seed, 0)
    middles = np.repeat([[0.0, 0.0], [30.0, 5.0], [10.0, 40.0]], 20, axis=0)
    return np.vstack([middles + dice.normal(0, 1.5, middles.shape), dice.uniform(-10, 50, (15, 2))])


def on_the_sphere(plane):
    """Near the equator a plane and the sphere are alike."""
    return np.degrees(plane / EARTH_RADIUS_KM)


def partition(labels):
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist()) - {-1}}


def test_heaps_are_found_and_numbered_by_their_first_point():
    points = heaps()
    order = stream(1, 1).permutation(len(points))
    found = hdbscan(points[order], smallest=10)
    assert max(found.labels) == 2
    for heap in range(3):
        rows = np.isin(order, np.arange(20 * heap, 20 * heap + 20))
        label = np.bincount(found.labels[rows & (found.labels >= 0)]).argmax()
        assert (found.labels[rows] == label).mean() > 0.85
    first = [np.flatnonzero(found.labels == label)[0] for label in range(3)]
    assert first == sorted(first)
    assert ((found.membership > 0) <= (found.labels >= 0)).all()
    assert (found.membership[found.labels >= 0] <= 1).all()


def test_the_sphere_is_measured_in_kilometres():
    points = heaps()
    flat, round_ = hdbscan(points, smallest=8), hdbscan(on_the_sphere(points), smallest=8, metric="sphere")
    np.testing.assert_array_equal(flat.labels, round_.labels)
    far_north = np.column_stack([np.full(6, 60.0), [5.0, 5.1, 5.2, 5.3, 5.6, 5.7]])
    step = distance_matrix_km(*far_north.T)[0, 1]
    labels = dbscan(far_north, radius=step * 1.01, neighbours=2, metric="sphere")
    assert labels.tolist() == [0, 0, 0, 0, 1, 1]
    assert (dbscan(far_north, radius=step * 0.99, neighbours=2, metric="sphere") == -1).all()


def test_a_point_is_a_neighbour_of_itself():
    pair = [[0, 0], [0, 1]]
    assert dbscan(pair, radius=1.0, neighbours=2).tolist() == [0, 0]
    assert dbscan(pair, radius=1.0, neighbours=3).tolist() == [-1, -1]
    assert dbscan(pair, radius=0.5, neighbours=1).tolist() == [0, 1]


@pytest.mark.parametrize("seed", range(5))
def test_dbscan_joins_dense_points_within_reach(seed):
    points = heaps(seed)
    apart = np.hypot(*(points[:, None] - points[None]).T)
    dense = (apart <= 2.0).sum(axis=1) >= 4
    _, component = connected_components((apart <= 2.0) & dense[:, None] & dense[None])
    labels = dbscan(points, radius=2.0, neighbours=4)
    assert partition(np.where(dense, labels, -1)) == partition(np.where(dense, component, -1))
    border = ~dense & (labels >= 0)
    for row in np.flatnonzero(border):
        assert (labels[(apart[row] <= 2.0) & dense] == labels[row]).any()
    assert not (apart[np.ix_(labels < 0, dense)] <= 2.0).any()


def test_many_at_one_place_are_a_cluster_but_not_when_there_is_no_other():
    place = np.vstack([np.zeros((10, 2)), heaps() + 20.0])
    assert len(set(hdbscan(place, smallest=8).labels[:10].tolist())) == 1
    assert hdbscan(place, smallest=8).labels[0] == 0
    assert (hdbscan(np.zeros((30, 2))).labels == -1).all()
    assert (hdbscan(np.zeros((30, 2))).membership == 0).all()


@pytest.mark.parametrize("rows", [0, 1, 4])
def test_too_few_points_are_noise(rows):
    points = np.arange(2.0 * rows).reshape(rows, 2)
    found = hdbscan(points)
    assert found.labels.tolist() == [-1] * rows
    assert found.membership.tolist() == [0.0] * rows
    assert dbscan(points, radius=0.1, neighbours=2).tolist() == [-1] * rows


@pytest.mark.parametrize(
    ("key", "function", "change"),
    [
        ("cluster-size", hdbscan, {"smallest": 1}),
        ("cluster-size", hdbscan, {"neighbours": 0}),
        ("cluster-size", dbscan, {"neighbours": 0, "radius": 1.0}),
        ("radius-range", dbscan, {"neighbours": 2, "radius": 0.0}),
        ("radius-range", dbscan, {"neighbours": 2, "radius": np.nan}),
        ("radius-range", dbscan, {"neighbours": 2, "radius": np.inf}),
        ("option-choice", hdbscan, {"metric": "cosine"}),
        ("values-not-numbers", hdbscan, {"points": [[0, 0], [np.nan, 1]]}),
        ("lengths-differ", hdbscan, {"points": [[0, 0, 0]]}),
        ("lengths-differ", hdbscan, {"points": [0, 0, 0]}),
        ("latitude-out-of-range", hdbscan, {"points": [[99, 0]], "metric": "sphere"}),
        ("longitude-out-of-range", hdbscan, {"points": [[9, 181]], "metric": "sphere"}),
    ],
)
def test_refusals(key, function, change):
    with pytest.raises(InputError) as error:
        function(**{"points": [[0, 0], [1, 1]], **change})
    assert error.value.key == key


@given(
    points=arrays.arrays(
        float,
        st.tuples(st.integers(0, 12), st.just(2)),
        elements=st.sampled_from([0.0, 0.5, 1.0, 80.0, np.nan]),
    ),
    metric=st.sampled_from(["plane", "sphere"]),
    smallest=st.integers(0, 6),
)
def test_anything_gives_labels_or_a_named_error(points, metric, smallest):
    try:
        found = hdbscan(points, metric=metric, smallest=smallest)
    except InputError:
        assert np.isnan(points).any() or smallest < 2
        return
    assert found.labels.shape == found.membership.shape == (len(points),)
    assert np.isfinite(found.membership).all()
    for cluster in partition(found.labels):
        assert len(cluster) >= smallest


# The hierarchy behind it, of which `hot_spots` takes every cluster.


def by_radius(distances, counts, smallest):
    """Clusters of dense places at every radius, as sets of places: the definition of DBSCAN*."""
    members = np.flatnonzero(counts)
    sites = np.repeat(np.arange(len(members)), counts[members].astype(int))
    apart = distances[np.ix_(members, members)]
    within = apart[np.ix_(sites, sites)]
    if len(sites) < smallest:
        return set()
    core = np.sort(within, axis=1)[:, smallest - 1]
    found = set()
    for radius in np.unique(np.concatenate([within.ravel(), core])):
        dense = core <= radius
        _, label = connected_components((within <= radius) & dense[:, None] & dense[None])
        for one in set(label[dense].tolist()):
            rows = np.flatnonzero(dense & (label == one))
            if len(rows) >= smallest:
                found.add(frozenset(members[sites[rows]].tolist()))
    return found


def groups(form, distances, counts, smallest):
    place, start, run = form(distances, counts.astype(float), smallest)
    assert sorted(place.tolist()) == np.flatnonzero(counts).tolist()
    return [frozenset(place[a : a + n].tolist()) for a, n in zip(start, run, strict=True)]


@given(
    sites=arrays.arrays(np.int64, st.tuples(st.integers(1, 40), st.just(2)), elements=st.integers(0, 7)),
    smallest=st.integers(2, 6),
)
def test_the_hierarchy_holds_every_cluster_at_any_radius(sites, smallest):
    """Integers make most distances equal, and put several sites at one place."""
    places = places_of(sites, "plane")
    counts = np.bincount(places.of, np.arange(len(sites)) % 4 > 0, len(places.points))
    found = groups(loops.dense_groups, places.distances, counts, smallest)
    assert len(found) == len(set(found))
    assert set(found) == by_radius(places.distances, counts, smallest)


@pytest.mark.parametrize("seed", range(3))
def test_the_hierarchy_is_the_same_compiled_or_not(seed):
    points = heaps(seed)
    distances, counts = places_of(points, "plane").distances, stream(seed, 1).integers(0, 3, len(points))
    found = groups(loops.dense_groups, distances, counts, 5)
    assert found == groups(loops.dense_groups.py_func, distances, counts, 5)
    members = np.flatnonzero(counts)
    args = (distances, counts.astype(float), members, 5)
    np.testing.assert_array_equal(loops.core_distances(*args), loops.core_distances.py_func(*args))
    tree = (distances, members, loops.core_distances(*args))
    for one, two in zip(loops.spanning_tree(*tree), loops.spanning_tree.py_func(*tree), strict=True):
        np.testing.assert_array_equal(one, two)
