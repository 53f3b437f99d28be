"""Seconds to score who would probably meet in a network of projects, and ratios to peers.

    python benchmarks/link_prediction.py [--quick] [--json]

The network is that of Horizon 2020 (organizations of one project are tied, by Newman's weights) where the
folder of real data is there (TRAITDUNION_DATA), else an invented one of about the same size. Three sizes are
an eighth, a third and all of its projects; the exponent is the slope of log seconds over log links between
the first and the last; seconds are the least of three runs. All Adamic-Adar scores of paths of two ties are
computed, and the ten best of each organization kept. igraph and networkx compute the scores of some
organizations drawn at random, scaled by their number for igraph (each row costs it the same) and by pairs
for networkx; igraph is measured where it can be imported, it is no dependency of the project.
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
from traitdunion.methods.compiled.two_hop import two_hop_scores
from traitdunion.methods.networks.candidate_scores import entry_weights, laid_out, score_rows
from traitdunion.methods.networks.link_prediction import top_candidates

K, WALKERS, IGRAPH_ROWS, NETWORKX_ROWS = 10, 64, 200, 8


def some_rows(ties: Any, count: int) -> Any:
    return np.random.default_rng(3).choice(ties.shape[0], count, replace=False)


def measured(ties: Any) -> dict[str, float]:
    walkers = some_rows(ties, WALKERS)
    jobs = {
        f"Adamic-Adar, all scores, {K} best kept": lambda: top_candidates(ties, k=K),
        f"weighted resource allocation, {K} best": lambda: top_candidates(
            ties, k=K, score="weighted_resource_allocation"
        ),
        f"Katz, {WALKERS} organizations": lambda: list(score_rows(ties, "katz", rows=walkers)),
        f"PageRank, {WALKERS} organizations": lambda: list(score_rows(ties, "page_rank", rows=walkers)),
    }
    return {name: min(timed(job)[0] for _ in range(3)) for name, job in jobs.items()}


def our_rows(ties: Any, rows: Any) -> Any:
    laid = laid_out(ties)
    return two_hop_scores(laid.indptr, laid.indices, *entry_weights(laid, "adamic_adar"), np.asarray(rows))


def by_igraph(ties: Any) -> dict[str, Any] | None:
    try:
        import igraph
    except ImportError:
        return None
    upper = sparse.coo_array(sparse.triu(ties, k=1))
    graph = igraph.Graph(n=ties.shape[0], edges=np.column_stack([upper.row, upper.col]))
    rows = some_rows(ties, IGRAPH_ROWS)
    seconds, found = timed(graph.similarity_inverse_log_weighted, vertices=rows.tolist())
    ours = our_rows(ties, rows)
    ours[np.arange(len(rows)), rows] = 0.0  # an organization with itself: igraph gives none
    difference = np.abs(np.array(found) - ours).max()
    return {
        "rows": len(rows),
        "seconds": seconds,
        "scaled": seconds * ties.shape[0] / len(rows),
        "difference": float(difference),
    }


def by_networkx(ties: Any) -> dict[str, Any]:
    """Each pair of distinct organizations once."""
    graph = nx.from_scipy_sparse_array(ties)
    nodes, rows = ties.shape[0], some_rows(ties, NETWORKX_ROWS)
    pairs = [(row, column) for row in rows.tolist() for column in range(nodes) if column != row]
    seconds, found = timed(lambda: [score for _, _, score in nx.adamic_adar_index(graph, pairs)])
    ours = our_rows(ties, rows)
    place = {row: at for at, row in enumerate(rows.tolist())}
    difference = max(abs(score - ours[place[u], v]) for (u, v), score in zip(pairs, found, strict=True))
    scaled = seconds * (nodes * (nodes - 1) / 2) / len(pairs)
    return {"pairs": len(pairs), "seconds": seconds, "scaled": scaled, "difference": float(difference)}


def compared() -> dict[str, Any]:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="an eighth of the projects at most")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    source, part = incidence()
    measured(network(part, 0.005))  # the first run pays for imports and compiled files: not counted
    networks = [network(part, share / 8 if given.quick else share) for share in PARTS]
    runs = [
        {"organizations": ties.shape[0], "links": ties.nnz // 2, "seconds": measured(ties)}
        for ties in networks
    ]
    span = math.log(runs[-1]["links"] / runs[0]["links"])
    small, large = runs[0]["seconds"], runs[-1]["seconds"]
    return {
        "as_json": given.json,
        "source": source,
        "runs": runs,
        "exponents": {name: math.log(large[name] / small[name]) / span for name in large},
        "igraph": by_igraph(networks[-1]),
        "networkx": by_networkx(networks[-1]),
    }


def main() -> None:
    found = compared()
    if found.pop("as_json"):
        print(json.dumps(found, indent=2))
        return
    runs = found["runs"]
    print(f"{found['source']} network")
    print(f"{'organizations':44} " + " ".join(f"{run['organizations']:>10,}" for run in runs))
    print(f"{'links':44} " + " ".join(f"{run['links']:>10,}" for run in runs) + "   exponent")
    for name, exponent in found["exponents"].items():
        took = " ".join(f"{run['seconds'][name]:>9.3f}s" for run in runs)
        print(f"{name:44} {took} {exponent:>10.2f}")
    ours = next(iter(runs[-1]["seconds"].values()))
    for name, sampled in (("igraph", "rows"), ("networkx", "pairs")):
        peer = found[name]
        if peer is None:
            print(f"{name} cannot be imported: not measured")
            continue
        print(
            f"{name}, all scores: {peer['scaled']:,.0f} s, {peer['scaled'] / ours:,.0f} times ours,", end=" "
        )
        print(f"scaled from {peer[sampled]:,} {sampled} in {peer['seconds']:.1f} s", end=" ")
        print(f"(largest difference {peer['difference']:.1e})")


if __name__ == "__main__":
    main()
