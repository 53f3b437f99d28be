"""What brokerage ties thrown at random would show: exact moments of the counts of Gould and Fernandez.

Each arc (or, undirected, each edge) is there with one chance, the density, independently of the others. A
pair i, j is brokered by e when i -> e and e -> j are there and i -> j is not.
"""

from __future__ import annotations

from itertools import permutations, product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Triple = tuple[int, int, int]
TOTAL = 5
# Of the ends of an arc and a third node, the groups; up to renaming there are no others.
_THIRDS: tuple[Triple, ...] = ((0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (0, 1, 2))
_TRIADS: tuple[Triple, ...] = ((0, 0, 0), (0, 0, 1), (0, 1, 2))


class Moments(NamedTuple):
    """Expected value and variance, a column for each role; the last is of all roles together."""

    expected: Floats
    variance: Floats


def node_moments(sizes: Integers, density: float, *, directed: bool) -> Moments:
    """Give the moments of the counts of a node of each group.

    Parameters
    ----------
    sizes : ndarray of int, shape (groups,)
    density : float
        Chance of an arc.
    directed : bool
        Else the counts are those of a symmetric matrix, each brokered pair counted in both directions.

    Returns
    -------
    Moments of shape (groups, 6)

    Notes
    -----
    The variance sums over pairs and over couples of pairs that share their first or their last node. Among
    undirected ties both directions of a pair fall together: all but representative and gatekeeper, which hold
    one direction each, vary twice as much.

    Examples
    --------
    >>> node_moments(np.array([4, 4, 4]), 21 / 132, directed=True).expected[0].round(4).tolist()
    [0.1277, 0.5108, 0.5108, 0.5108, 0.6811, 2.3412]
    """
    size = sizes.astype(float)
    own, rest, every = size - 1.0, size.sum() - size, np.full(len(size), size.sum() - 1.0)
    # Over the other groups, of g nodes each: sums of g^2 and g^3; rest - g nodes are in neither group.
    squares, cubes = (size**2).sum() - size**2, (size**3).sum() - size**3
    pairs = [
        own * (own - 1),
        squares - rest,
        own * rest,
        own * rest,
        rest**2 - squares,
        every * (every - 1),
    ]
    across = own * rest * (own + rest - 2)
    couples = [
        2 * own * (own - 1) * (own - 2),
        2 * (cubes - 3 * squares + 2 * rest),
        across,
        across,
        2 * (rest**2 * (rest - 1) - (2 * rest - 1) * squares + cubes),
        2 * every * (every - 1) * (every - 2),
    ]
    chance, joint = density**2 * (1 - density), (density * (1 - density)) ** 3
    variance = np.stack(pairs, axis=1) * chance * (1 - chance) + np.stack(couples, axis=1) * joint
    twice = np.array([2.0, 2.0, 1.0, 1.0, 2.0, 2.0])
    return Moments(np.stack(pairs, axis=1) * chance, variance if directed else variance * twice)


def whole_moments(sizes: Integers, density: float, *, directed: bool, published: bool = False) -> Moments:
    """Give the moments of the counts of all nodes together.

    Parameters
    ----------
    sizes, density, directed
        As for `node_moments`.
    published : bool
        Leave out covariances that published values leave out, see `brokerage.gould_fernandez`.

    Returns
    -------
    Moments of shape (6,)

    Notes
    -----
    Counts of two triads are independent unless they share two nodes, and then, given the tie of these two,
    they are again. So the variance is that of the triads, each by itself, and for every two nodes that of the
    sum of what their tie does to each triad it is in, less those triads by themselves.

    Examples
    --------
    >>> whole_moments(np.array([4, 4, 4]), 21 / 132, directed=True).expected.round(3).tolist()
    [1.532, 6.13, 6.13, 6.13, 8.173, 28.094]
    """
    expected = sizes.astype(float) @ node_moments(sizes, density, directed=directed).expected
    legs, closing = _uses()
    effect = density * (1 - density) * legs - density**2 * closing
    if not directed:
        # The edge is an arc and its reverse, seen from which u and v change places.
        effect = (effect + effect[:, [0, 1, 3, 2, 4]]) / np.sqrt(2.0)
    alone = sum(
        number * _triad_variance(groups, density, directed=directed)
        for number, groups in zip(_triads(sizes), _TRIADS, strict=True)
    )
    variance = density * (1 - density) * _crossed(sizes, effect, effect) + alone
    if published:
        same = np.array([2.0, 0.0, 1.0, 1.0, 0.0, 2.0]) * expected * density**2 * (1 - density)
        apart = 2.0 * _crossed(sizes, legs, closing) * (density**2 * (1 - density)) ** 2
        variance = variance + same + apart * np.array([0.0, 0.0, 1.0, 1.0, 0.0, 0.0])
    return Moments(expected, np.maximum(variance, 0.0))


def role(first: int, ego: int, last: int) -> int:
    """Number the role of ego by the groups of the three: 0 AAA, 1 ABA, 2 AAB, 3 ABB, 4 ABC.

    Examples
    --------
    >>> role(0, 1, 0)
    1
    """
    if first == ego:
        return 0 if last == ego else 2
    if first == last:
        return 1
    return 3 if ego == last else 4


def _uses() -> tuple[Floats, Floats]:
    """Count, by role and third node, the triples in which an arc is one of two legs, and the closing one."""
    legs, closing = np.zeros((6, len(_THIRDS))), np.zeros((6, len(_THIRDS)))
    for at, (u, v, z) in enumerate(_THIRDS):
        for found, triple in ((legs, (u, v, z)), (legs, (z, u, v)), (closing, (u, z, v))):
            found[[role(*triple), TOTAL], at] += 1.0
    return legs, closing


def _crossed(sizes: Integers, one: Floats, other: Floats) -> Floats:
    """Sum over arcs, and over couples of different third nodes, the product of what each of them counts."""
    size, groups = (part.astype(float) for part in np.unique(sizes, return_counts=True))
    nodes = float(sizes.sum())
    s, t = size[:, None], size[None, :]
    within, across = groups * size * (size - 1), (groups[:, None] * groups - np.diag(groups)) * s * t
    # How many third nodes of each kind an arc has; none of the kinds of the other sort of arc.
    zero = np.zeros(len(size))
    inside = np.stack([size - 2, nodes - size, zero, zero, zero], axis=-1)
    wide = np.zeros(across.shape)
    outside = np.stack([wide, wide, wide + s - 1, wide + t - 1, nodes - s - t], axis=-1)
    crossed = np.zeros(len(one))
    for arcs, thirds in ((within, inside), (across, outside)):
        apart = (thirds @ one.T) * (thirds @ other.T) - thirds @ (one * other).T
        crossed += np.tensordot(arcs, apart, axes=arcs.ndim)
    return crossed


def _triads(sizes: Integers) -> Floats:
    """Number of sets of three nodes of one group, of two, and of three."""
    size, nodes = sizes.astype(float), float(sizes.sum())
    alike = (size * (size - 1) * (size - 2)).sum() / 6
    two = (size * (size - 1) * (nodes - size)).sum() / 2
    return np.array([alike, two, nodes * (nodes - 1) * (nodes - 2) / 6 - alike - two])


def _triad_variance(groups: Triple, density: float, *, directed: bool) -> Floats:
    """Variance of the counts of three nodes, over every state of their ties."""
    arcs = list(permutations(range(3), 2)) if directed else [(0, 1), (0, 2), (1, 2)]
    mean, square = np.zeros(6), np.zeros(6)
    for state in product((False, True), repeat=len(arcs)):
        there = {arc for arc, on in zip(arcs, state, strict=True) if on}
        there |= set() if directed else {(b, a) for a, b in there}
        chance = float(np.prod(np.where(state, density, 1.0 - density)))
        count = np.zeros(6)
        for i, e, j in permutations(range(3)):
            if (i, e) in there and (e, j) in there and (i, j) not in there:
                count[[role(groups[i], groups[e], groups[j]), TOTAL]] += 1.0
        mean, square = mean + chance * count, square + chance * count**2
    return square - mean**2
