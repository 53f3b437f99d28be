"""Seconds to find the twenty likest of each of 200,000 vectors, how many are found, and ratios to peers.

    python benchmarks/nearest_neighbours.py [--quick] [--json] [--threads N]

The vectors are invented, with the structure of texts: 64 columns of falling weight, topics of very unequal
size around sections, as classes of activity have. Three sizes are an eighth, a third and all of 200,000; the
exponent is the slope of log seconds over log vectors between the first and the last; seconds are the least of
two runs. Recall is the share of the true twenty found, over 1,000 vectors drawn at random, each compared with
all others. The worst case, vectors without any structure, is measured beside.

faiss (HNSW, 32 links, 64 candidates held) and usearch (HNSW, its own settings) are measured where they can be
imported: building and searching, since a list is made once. They run on all cores or on `--threads`; ours on
one. They are no dependencies of the project: python -m pip install --no-deps --target FOLDER faiss-cpu
usearch numkong tqdm, and PYTHONPATH=FOLDER.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from projects import PARTS, timed
from traitdunion.methods.nearest import nearest

SIZE, COLUMNS, K, JUDGED = 200_000, 64, 20, 1_000
SECTIONS, TOPICS = 20, 800


def invented(count: int, *, structure: bool = True) -> Any:
    dice = np.random.default_rng(1)
    if not structure:
        return dice.standard_normal((count, COLUMNS)).astype(np.float32)
    weight = np.arange(1, COLUMNS + 1) ** -0.3
    sections = dice.standard_normal((SECTIONS, COLUMNS))
    topics = sections[dice.integers(SECTIONS, size=TOPICS)] + dice.standard_normal((TOPICS, COLUMNS))
    share = 1.0 / (np.arange(TOPICS) + 5.0)
    of = dice.choice(TOPICS, count, p=share / share.sum())
    return ((topics[of] + 1.3 * dice.standard_normal((count, COLUMNS))) * weight).astype(np.float32)


def unit(vectors: Any) -> Any:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def truth(vectors: Any) -> tuple[Any, Any]:
    """Some vectors drawn at random, and the likest of each by comparing it with all."""
    rows = np.random.default_rng(2).choice(len(vectors), JUDGED, replace=False)
    every, best = unit(vectors), np.empty((JUDGED, K), dtype=np.int64)
    for place, row in enumerate(rows):
        alike = every @ every[row]
        alike[row] = -np.inf
        best[place] = np.argpartition(alike, len(alike) - K)[-K:]
    return rows, best


def recall(found: Any, judged: tuple[Any, Any]) -> float:
    rows, best = judged
    return float(np.mean([np.isin(best[place], found[row]).mean() for place, row in enumerate(rows)]))


def others(rows: Any, found: Any) -> Any:
    """Peers name each vector itself too, mostly first: its place is given up, or else the last one."""
    own = found == np.asarray(rows)[:, None]
    own[:, -1] |= ~own.any(axis=1)
    return found[~own].reshape(len(found), -1)


def ours(vectors: Any) -> Any:
    return nearest(vectors, k=K, seed=1).columns


def by_faiss(vectors: Any, threads: int) -> Any:
    import faiss

    faiss.omp_set_num_threads(threads)
    rows = unit(vectors)
    index = faiss.IndexHNSWFlat(COLUMNS, 32, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efSearch = 64
    index.add(rows)
    return others(np.arange(len(rows)), index.search(rows, K + 1)[1])


def by_usearch(vectors: Any, threads: int) -> Any:
    from usearch.index import Index

    index, numbers = Index(ndim=COLUMNS, metric="cos", dtype="f32"), np.arange(len(vectors))
    index.add(numbers, vectors, threads=threads)
    return others(numbers, index.search(vectors, K + 1, threads=threads).keys.astype(np.int64))


def measured(method: Callable[[Any], Any], vectors: Any, judged: tuple[Any, Any], runs: int = 2) -> Any:
    """None where a peer cannot be imported."""
    try:
        taken = [clocked(method, vectors) for _ in range(runs)]
    except ImportError:
        return None
    seconds, processor, found = min(taken, key=lambda one: one[:2])
    return {"seconds": seconds, "processor": processor, "recall": recall(found, judged)}


def clocked(method: Callable[[Any], Any], vectors: Any) -> tuple[float, float, Any]:
    """Seconds by the clock and of the processor, which others on the machine do not lengthen."""
    began = time.process_time()
    seconds, found = timed(method, vectors)
    return seconds, time.process_time() - began, found


def compared() -> dict[str, Any]:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="an eighth of the vectors")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="of the peers")
    given = parser.parse_args()
    ours(invented(1000))  # the first run pays for imports: not counted
    sizes = [round(SIZE * share / (8 if given.quick else 1)) for share in PARTS]
    made = [invented(size) for size in sizes]
    runs = [{"vectors": len(part)} | measured(ours, part, truth(part)) for part in made]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first, last = runs[0], runs[-1]
    judged, without = truth(made[-1]), invented(sizes[-1], structure=False)
    return {
        "as_json": given.json,
        "runs": runs,
        "exponent": math.log(last["seconds"] / first["seconds"]) / math.log(sizes[-1] / sizes[0]),
        "megabytes at most": memory,
        "without structure": measured(ours, without, truth(without), runs=1),
        "threads of the peers": given.threads,
        "faiss": measured(partial(by_faiss, threads=given.threads), made[-1], judged, runs=1),
        "usearch": measured(partial(by_usearch, threads=given.threads), made[-1], judged, runs=1),
    }


def main() -> None:
    found = compared()
    if found.pop("as_json"):
        print(json.dumps(found, indent=2))
        return
    runs = found["runs"]
    print(f"{'vectors':24} " + " ".join(f"{run['vectors']:>9,}" for run in runs) + "   exponent")
    took = " ".join(f"{run['seconds']:>8.2f}s" for run in runs)
    print(f"{f'{K} likest of each':24} {took} {found['exponent']:>10.2f}")
    spent = " ".join(f"{run['processor']:>8.2f}s" for run in runs)
    print(f"{'  of the processor':24} {spent}")
    print(f"{f'recall at {K}':24} " + " ".join(f"{run['recall']:>9.3f}" for run in runs))
    print(f"memory of the program, at most: {found['megabytes at most']:,.0f} MB")
    worst = found["without structure"]
    print(f"without structure: {worst['seconds']:.2f} s, recall {worst['recall']:.3f}")
    for name in ("faiss", "usearch"):
        peer = found[name]
        if peer is None:
            print(f"{name} cannot be imported: not measured")
            continue
        ratios = [peer[clock] / runs[-1][clock] for clock in ("seconds", "processor")]
        print(f"{name}, threads {found['threads of the peers']}: {peer['seconds']:.2f} s,", end=" ")
        print(f"{ratios[0]:.1f} times ours; {peer['processor']:.2f} s of the processor,", end=" ")
        print(f"{ratios[1]:.1f} times ours; recall {peer['recall']:.3f}")


if __name__ == "__main__":
    main()
