"""Do ties stay within groups? E-I index, participation, and what each two groups have together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.methods.arguments import group_codes, ties
from traitdunion.methods.networks.triangles import undirected
from traitdunion.methods.permutation import Tail, drawn, monte_carlo_p

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
# Equal indices differ in the last bits by the order of their sums: a tie must stay a tie.
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class EIIndex:
    """External less internal ties over all ties: -1 when all stay within groups, 1 when none does.

    Attributes
    ----------
    nodes : ndarray, shape (n,)
        NaN for a node without ties to nodes of known group, or of unknown group itself.
    groups : ndarray, shape (groups,)
        Of the ties that the members of each group have; NaN for a group without ties.
    whole : float
    expected : float
        Of `whole`, and of each node, when the groups are dealt out anew: it depends on the sizes of groups
        alone. Exact.
    p : float
        Of `whole`, by the draws.
    expected_groups, p_groups : ndarray, shape (groups,)
        By the draws, those in which the group has no tie left out.
    draws : int
    """

    nodes: Floats
    groups: Floats
    whole: float
    expected: float
    p: float
    expected_groups: Floats
    p_groups: Floats
    draws: int


def mixing(adjacency: Any, groups: npt.ArrayLike) -> Floats:
    """Sum the ties from each group to each.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative. Ties of a node to itself are passed over. Where ties go both ways
        (a symmetric matrix), each tie within a group counts twice on the diagonal, once from either end, and
        each tie across once on either side of it: rows then add up to the ties of the members.
    groups : array_like of int, shape (n,)
        Numbered from 0; nodes of -1 are left out with their ties.

    Returns
    -------
    ndarray, shape (groups, groups)

    Raises
    ------
    InputError
        `matrix-not-square`, `values-not-numbers`, `values-negative`, `lengths-differ`, `group-codes`.

    Examples
    --------
    >>> mixing([[0, 1, 0], [1, 0, 2], [0, 2, 0]], [0, 0, 1]).tolist()
    [[2.0, 2.0], [2.0, 0.0]]
    """
    directed = ties(adjacency)
    directed.setdiag(0.0)
    belongs = _belongs(group_codes(groups, length=directed.shape[0]))
    return np.asarray((belongs.T @ directed @ belongs).toarray(), dtype=float)


def participation_coefficient(adjacency: Any, groups: npt.ArrayLike) -> Floats:
    """Say how evenly each node's ties spread over the groups: 0 when all go to one.

    At most 1 - 1/groups. It does not ask which group is the node's own, so a node of unknown group has one
    too; its ties to nodes of unknown group are left out. Not comparable between numbers of groups, and a
    node of few ties cannot reach far.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative; both directions are summed, ties of a node to itself passed over.
    groups : array_like of int, shape (n,)
        Numbered from 0; -1 for unknown.

    Returns
    -------
    ndarray, shape (n,)
        NaN for a node without ties to nodes of known group.

    Raises
    ------
    InputError
        As `mixing`.

    Notes
    -----
    Guimera & Amaral (2005), Functional cartography of complex metabolic networks, Nature 433: one less the
    sum of the squared shares of each group in the node's ties (here: in their weight).

    Examples
    --------
    >>> participation_coefficient([[0, 1, 1], [1, 0, 0], [1, 0, 0]], [0, 0, 1]).tolist()
    [0.5, 0.0, 0.0]
    """
    mutual = undirected(adjacency)
    towards = sparse.csr_array(mutual @ _belongs(group_codes(groups, length=mutual.shape[0])))
    strength = np.asarray(towards.sum(axis=1)).ravel()
    share = towards.multiply(1.0 / np.where(strength > 0, strength, 1.0)[:, None])
    squared = np.asarray(share.multiply(share).sum(axis=1)).ravel()
    return np.where(strength > 0, np.clip(1.0 - squared, 0.0, 1.0), np.nan)


def ei_index(
    adjacency: Any, groups: npt.ArrayLike, *, draws: int = 999, seed: int = 1, tail: Tail = "both"
) -> EIIndex:
    """Compare ties across groups with ties within them, and both with groups dealt out by chance.

    The index alone says little: with many small groups most ties go across whatever anybody prefers. The
    draws leave the network as it is and deal the groups out anew among the nodes of known group, so that
    clusters of ties (as projects make them) stay. They do not mind who could have met whom: distance,
    language and branch explain most of what they call unlikely.

    Parameters
    ----------
    adjacency : sparse array, shape (n, n)
        Weights of ties, not negative; both directions are summed, ties of a node to itself passed over.
    groups : array_like of int, shape (n,)
        Numbered from 0; nodes of -1 are left out with their ties.
    draws : int
        At least 1; each takes one pass over the ties.
    seed : int
    tail : {"both", "lower", "upper"}
        Lower for groups that keep to themselves.

    Raises
    ------
    InputError
        As `mixing`; `draws-too-few`, `seed-negative`.

    Notes
    -----
    Krackhardt & Stern (1988), Informal networks and organizational crises, Social Psychology Quarterly 51(2).

    Examples
    --------
    >>> found = ei_index([[0, 1, 1], [1, 0, 0], [1, 0, 0]], [0, 0, 1], draws=99)
    >>> found.nodes.tolist(), found.groups.round(6).tolist(), found.whole
    ([0.0, -1.0, 1.0], [-0.333333, 1.0], 0.0)
    >>> round(found.expected, 6)
    0.333333
    """
    mutual = undirected(adjacency)
    code = group_codes(groups, length=mutual.shape[0])
    known = np.flatnonzero(code >= 0)
    among, of, count = mutual[known][:, known], code[known], int(code.max(initial=-1)) + 1
    edge = sparse.coo_array(sparse.triu(among, k=1))
    first, second = edge.row, edge.col
    strength = np.asarray(among.sum(axis=1)).ravel()

    def index(of: Integers) -> Floats:
        """Give the index of the whole, then that of each group."""
        within = of[first] == of[second]
        inside = 2.0 * np.bincount(of[first[within]], edge.data[within], count)
        held = np.bincount(of, strength, count)
        return _external(np.append(inside.sum(), inside), np.append(strength.sum(), held)).round(_DIGITS)

    found = index(of)
    simulated = drawn(lambda dice: index(dice.permutation(of)), draws=draws, seed=seed)
    expected, p = _judged(found, simulated, tail)
    nodes = np.full(len(code), np.nan)
    nodes[known] = _external(_within(among, of), strength)
    return EIIndex(
        nodes, found[1:], float(found[0]), _expected(of, found[0]), float(p[0]), expected[1:], p[1:], draws
    )


def modularity(adjacency: Any, groups: npt.ArrayLike) -> float:
    """Newman's modularity of the groups: the share of ties within them beyond what degrees would make.

    Parameters
    ----------
    adjacency, groups
        As for `ei_index`.

    Returns
    -------
    float
        NaN without ties among nodes of known group.

    Notes
    -----
    Newman (2004), Analysis of weighted networks, Physical Review E 70, 056131. Not comparable between
    networks of different size.

    Examples
    --------
    >>> modularity([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]], [0, 0, 1, 1])
    0.5
    """
    table = mixing(undirected(adjacency), groups)
    total = table.sum()
    if total == 0:
        return float("nan")
    return float(np.trace(table) / total - ((table.sum(axis=1) / total) ** 2).sum())


def _belongs(code: Integers) -> Any:
    """Nodes by groups, one where a node is in a group."""
    known = np.flatnonzero(code >= 0)
    shape = (len(code), int(code.max(initial=-1)) + 1)
    return sparse.csr_array((np.ones(len(known)), (known, code[known])), shape=shape)


def _external(inside: Floats, strength: Floats) -> Floats:
    return 1.0 - 2.0 * inside / np.where(strength > 0, strength, np.nan)


def _within(among: Any, of: Integers) -> Floats:
    """Weight of each node's ties within its group."""
    entry = sparse.coo_array(among)
    within = of[entry.row] == of[entry.col]
    return np.asarray(np.bincount(entry.row[within], entry.data[within], len(of)), dtype=float)


def _expected(of: Integers, found: float) -> float:
    """Give the index that two nodes taken at random would have, NaN where nothing is found."""
    size, nodes = np.bincount(of).astype(float), float(len(of))
    if np.isnan(found) or nodes < 2:
        return float("nan")
    return float(1.0 - 2.0 * (size * (size - 1.0)).sum() / (nodes * (nodes - 1.0)))


def _judged(found: Floats, simulated: Floats, tail: Tail) -> tuple[Floats, Floats]:
    """Mean of the draws and p of what is found, each over the draws that have a value."""
    expected, p = np.full(len(found), np.nan), np.full(len(found), np.nan)
    for at in np.flatnonzero(~np.isnan(found)):
        values = simulated[~np.isnan(simulated[:, at]), at]
        if len(values):
            expected[at], p[at] = values.mean(), monte_carlo_p(found[at], values, tail=tail)
    return expected, p
