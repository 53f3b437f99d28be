"""Rows per second for load and seconds for each verb of the route, at several sizes.

    python benchmarks/route.py [--sizes 500 2200 50000] [--json]

The exponent is the slope of log seconds over log size between the smallest and the largest size: 1 is
proportional. The peer for load is Python's own csv module reading the same files into dictionaries.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import tempfile
import time
from pathlib import Path
from typing import Any

from traitdunion.examples.generator import invent, write
from traitdunion.workspace import analysis, planning, registry
from traitdunion.workspace.base import opened

VERBS = ("load", "resolve", "snapshot", "audit", "recommend", "plan")


def walk(size: int, seed: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        files = write(invent(size, seed=seed), Path(folder) / "files")
        began = time.perf_counter()
        rows = sum(len(list(csv.DictReader(file.open(encoding="utf-8")))) for file in files)
        peer = time.perf_counter() - began
        seconds: dict[str, float] = {}
        with opened(Path(folder) / "workspace") as place:
            loaded = timed(seconds, "load", registry.load, place, files)
            assert loaded.batch, loaded.faults[:3]
            timed(seconds, "resolve", registry.resolve, place)
            ecosystem = timed(seconds, "snapshot", registry.snapshot, place)
            audited = timed(seconds, "audit", analysis.audit, place, ecosystem)
            found = timed(seconds, "recommend", analysis.recommend, place, ecosystem, audited)
            timed(seconds, "plan", planning.plan, place, found, planning.Options(partners=0))
        return {
            "organizations": size,
            "rows": rows,
            "rows_per_second": rows / seconds["load"],
            "load_over_csv_module": seconds["load"] / peer,
            "seconds": seconds,
        }


def timed(seconds: dict[str, float], verb: str, function: Any, *arguments: Any) -> Any:
    began = time.perf_counter()
    result = function(*arguments)
    seconds[verb] = time.perf_counter() - began
    return result


def exponents(runs: list[dict[str, Any]]) -> dict[str, float]:
    small, large = runs[0], runs[-1]
    span = math.log(large["organizations"] / small["organizations"])
    return {verb: math.log(large["seconds"][verb] / small["seconds"][verb]) / span for verb in VERBS}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2200, 50_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    walk(100, given.seed)  # the first run pays for imports and compiled files: not counted
    runs = [walk(size, given.seed) for size in sorted(given.sizes)]
    result = {"runs": runs, "exponents": exponents(runs) if len(runs) > 1 else {}}
    if given.json:
        print(json.dumps(result, indent=2))
        return
    print(f"{'organizations':>14} {'rows/s':>10} {'/ csv':>6} " + " ".join(f"{verb:>10}" for verb in VERBS))
    for run in runs:
        took = " ".join(f"{run['seconds'][verb]:>9.2f}s" for verb in VERBS)
        speed = f"{run['rows_per_second']:>10,.0f} {run['load_over_csv_module']:>6.1f}"
        print(f"{run['organizations']:>14,} {speed} {took}")
    print(f"{'exponent':>32} " + " ".join(f"{value:>10.2f}" for value in result["exponents"].values()))


if __name__ == "__main__":
    main()
