"""Seconds for Burt's measures, brokerage and betweenness on a network of projects, and ratios to peers.

    python benchmarks/structural_holes.py [--quick] [--json]

The network is that of Horizon 2020 (organizations of one project are tied, by Newman's weights) where the
folder of real data is there (TRAITDUNION_DATA), else an invented one of about the same size. Three sizes are
an eighth, a third and all of its projects; the exponent is the slope of log seconds over log links between
the first and the last; seconds are the least of three runs. igraph (constraint alone, all it has) is measured
where it can be imported; it is no dependency of the project. networkx is measured twice: its loops on some
nodes, scaled by the steps they take over all nodes (a few hubs make most of them), and its matrix form of
constraint at the second size.
"""

from __future__ import annotations

import argparse
import json
import math
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from projects import PARTS, incidence, network, timed
from traitdunion.methods.networks.brokerage import ei_index, gould_fernandez
from traitdunion.methods.networks.centrality import betweenness, sampled_betweenness
from traitdunion.methods.networks.cohesion import bridges, core_number, rich_club, transitivity
from traitdunion.methods.networks.structural_holes import structural_holes

PIVOTS, DRAWS, GROUPS, SAMPLE = 256, 20, 40, 8


def measured(ties: Any) -> dict[str, float]:
    groups = np.random.default_rng(3).integers(0, GROUPS, ties.shape[0])
    jobs = {
        "Burt's four measures": lambda: structural_holes(ties),
        f"Gould-Fernandez, {GROUPS} groups": lambda: gould_fernandez(ties, groups),
        f"E-I index, {DRAWS} draws": lambda: ei_index(ties, groups, draws=DRAWS),
        f"betweenness, {PIVOTS} pivots": lambda: sampled_betweenness(ties, pivots=PIVOTS, seed=1),
        f"weighted betweenness, {PIVOTS} pivots": lambda: sampled_betweenness(
            ties, pivots=PIVOTS, seed=1, weighted=True
        ),
        "k-core": lambda: core_number(ties),
        "bridges": lambda: bridges(ties),
        "rich club": lambda: rich_club(ties),
        "transitivity": lambda: transitivity(ties),
    }
    return {name: min(timed(job)[0] for _ in range(3)) for name, job in jobs.items()}


def by_igraph(ties: Any, ours: Any) -> dict[str, Any] | None:
    """Constraint alone: igraph has no effective size."""
    try:
        import igraph
    except ImportError:
        return None
    upper = sparse.coo_array(sparse.triu(ties, k=1))
    graph = igraph.Graph(n=ties.shape[0], edges=np.column_stack([upper.row, upper.col]))
    runs = [timed(graph.constraint, weights=upper.data.tolist()) for _ in range(3)]
    found = runs[0][1]
    return {
        "seconds": min(seconds for seconds, _ in runs),
        "difference": float(np.abs(np.array(found) - ours).max()),
    }


def by_networkx_loops(ties: Any, ours: Any) -> dict[str, Any]:
    """Constraint and effective size of some nodes of the middle, scaled by steps to all nodes."""
    degree = np.diff(ties.indptr).astype(float)
    steps = degree * (degree**2 + ties.astype(bool) @ degree)
    middle = np.flatnonzero((degree >= np.median(degree)) & (degree <= np.quantile(degree, 0.75)))
    nodes = np.random.default_rng(4).choice(middle, SAMPLE, replace=False).tolist()
    graph = nx.from_scipy_sparse_array(ties)
    first, constraint = timed(nx.constraint, graph, nodes=nodes, weight="weight")
    second, _ = timed(nx.effective_size, graph, nodes=nodes, weight="weight")
    scaled = (first + second) * steps.sum() / steps[nodes].sum()
    difference = max(abs(constraint[node] - ours[node]) for node in nodes)
    return {"nodes": SAMPLE, "seconds": first + second, "scaled": scaled, "difference": difference}


def by_networkx_matrix(ties: Any) -> float:
    graph = nx.from_scipy_sparse_array(ties)
    return timed(nx.constraint, graph, weight="weight")[0]


def compared() -> dict[str, Any]:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="an eighth of the projects at most")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    source, part = incidence()
    measured(network(part, 0.005))  # the first run pays for imports and compiled files: not counted
    runs, networks = [], [network(part, share / 8 if given.quick else share) for share in PARTS]
    for ties in networks:
        seconds = measured(ties)
        runs.append({"organizations": ties.shape[0], "links": ties.nnz // 2, "seconds": seconds})
    span = math.log(runs[-1]["links"] / runs[0]["links"])
    small, large = runs[0]["seconds"], runs[-1]["seconds"]
    few = network(part, 0.02)
    ours = structural_holes(networks[-1]).constraint
    return {
        "as_json": given.json,
        "source": source,
        "runs": runs,
        "exponents": {name: math.log(large[name] / small[name]) / span for name in large},
        "exact_betweenness": {"organizations": few.shape[0], "seconds": timed(betweenness, few)[0]},
        "igraph": by_igraph(networks[-1], ours),
        "networkx_loops": by_networkx_loops(networks[-1], ours),
        "networkx_matrix": by_networkx_matrix(networks[1]),
    }


def main() -> None:
    found = compared()
    runs = found["runs"]
    if found.pop("as_json"):
        print(json.dumps(found, indent=2))
        return
    print(f"{found['source']} network")
    print(f"{'organizations':36} " + " ".join(f"{run['organizations']:>10,}" for run in runs))
    print(f"{'links':36} " + " ".join(f"{run['links']:>10,}" for run in runs) + "   exponent")
    for name, exponent in found["exponents"].items():
        took = " ".join(f"{run['seconds'][name]:>9.3f}s" for run in runs)
        print(f"{name:36} {took} {exponent:>10.2f}")
    few = found["exact_betweenness"]
    print(f"exact betweenness of {few['organizations']:,} organizations: {few['seconds']:.2f} s")
    second, burt = (run["seconds"]["Burt's four measures"] for run in runs[1:])
    if (igraph := found["igraph"]) is None:
        print("igraph cannot be imported: not measured")
    else:
        print(
            f"igraph, constraint alone: {igraph['seconds']:.1f} s, {igraph['seconds'] / burt:.0f} times",
            end="",
        )
        print(f" ours (largest difference {igraph['difference']:.1e})")
    matrix, loops = found["networkx_matrix"], found["networkx_loops"]
    print(
        f"networkx, constraint in matrix form, second size: {matrix:.1f} s, {matrix / second:.0f} times ours"
    )
    print(f"networkx, loops for constraint and effective size: {loops['scaled'] / 3600:,.0f} hours,", end=" ")
    print(f"scaled by steps from {loops['nodes']} nodes in {loops['seconds']:.1f} s", end="")
    print(f" (largest difference {loops['difference']:.1e})")


if __name__ == "__main__":
    main()
