"""Location quotients with intervals of a whole register, from its CSV: seconds, and ratios to peers.

    python benchmarks/location_quotients.py [--sizes 200000 700000 2200000] [--quick] [--json]

The register is invented: an establishment's number, its district (43), class (900) and jobs, of very unequal
sizes. The peer is a typed scan of the same file by DuckDB that touches every column and computes nothing to
speak of; "bare" is the same scan told how the file is written, as our own reading is; pandas, where it is
installed, reads and groups, without intervals. Each is run several times in turn and the best of each counts,
in seconds on the clock and of the processors, which other work on the machine hardly touches. The exponent is
the slope of log seconds over log size between the smallest and the largest size: 1 is proportional.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import csv

from traitdunion.engine.duckdb import DuckEngine
from traitdunion.registers.concentration import location_quotients

DISTRICTS, CLASSES = 43, 900
SCAN = """
SELECT count(*) AS n, sum(jobs) AS jobs, max(plant) AS plant, max(region) AS region, max(activity) AS activity
FROM read_csv(
  $file, header = true,
  columns = {'plant': 'VARCHAR', 'region': 'VARCHAR', 'activity': 'VARCHAR', 'jobs': 'DOUBLE'}
)
"""


def invent(size: int, seed: int, file: Path) -> None:
    """Write a register of so many establishments."""
    dice = np.random.default_rng(seed)
    of_region, of_activity = dice.dirichlet(np.full(DISTRICTS, 2.0)), dice.dirichlet(np.full(CLASSES, 0.4))
    closeness = dice.gamma(2.0, 0.5, (DISTRICTS, CLASSES))
    chance = np.outer(of_region, of_activity) * closeness
    cell = dice.choice(chance.size, size, p=chance.ravel() / chance.sum())
    number = pa.array([f"2.{at // 1_000_000:03}.{at // 1000 % 1000:03}.{at % 1000:03}" for at in range(size)])
    region = pa.array([f"{at + 11}" for at in range(DISTRICTS)]).take(pa.array(cell // CLASSES))
    activity = pa.array([f"{at + 1000:05}" for at in range(CLASSES)]).take(pa.array(cell % CLASSES))
    jobs = pa.array(np.ceil(dice.lognormal(0.7, 1.3, size)).astype(np.int64))
    table = pa.table({"plant": number, "region": region, "activity": activity, "jobs": jobs})
    csv.write_csv(table, file, csv.WriteOptions(quoting_style="none"))


def scan(file: Path) -> None:
    with DuckEngine() as engine:
        engine.run(SCAN, {"file": str(file)})


def bare(file: Path) -> None:
    with DuckEngine() as engine:
        engine.read("plants", file, types={"jobs": "DOUBLE"})
        engine.run(SCAN.partition("FROM")[0] + "FROM plants")


def quotients(file: Path) -> None:
    with DuckEngine() as engine:
        engine.read("plants", file)
        location_quotients(engine, "plants")


def quotients_of_jobs(file: Path) -> None:
    with DuckEngine() as engine:
        engine.read("plants", file, types={"jobs": "DOUBLE"})
        location_quotients(engine, "plants", measure="jobs")


def pandas_quotients(file: Path) -> None:
    import pandas as pd

    types = {"plant": str, "region": str, "activity": str, "jobs": float}
    counts = pd.read_csv(file, dtype=types).groupby(["region", "activity"]).size().unstack(fill_value=0)
    share = counts.div(counts.sum(axis=1), axis=0)
    share.div(counts.sum() / counts.to_numpy().sum(), axis=1)


def runners() -> dict[str, Callable[[Path], None]]:
    known = {
        "scan": scan,
        "bare": bare,
        "quotients": quotients,
        "of_jobs": quotients_of_jobs,
        "pandas": pandas_quotients,
    }
    try:
        import pandas  # noqa: F401  only whether it is there
    except ImportError:
        del known["pandas"]
    return known


def measured(size: int, seed: int, times: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "register.csv"
        invent(size, seed, file)
        wall: dict[str, float] = {}
        work: dict[str, float] = {}
        for turn in range(times):
            for name, run in runners().items():
                if name == "pandas" and turn:
                    continue  # the slowest by far: once will do
                began, worked = time.perf_counter(), time.process_time()
                run(file)
                wall[name] = min(wall.get(name, math.inf), time.perf_counter() - began)
                work[name] = min(work.get(name, math.inf), time.process_time() - worked)
        over = {
            f"{name}_over_{peer}": {"seconds": wall[name] / wall[peer], "processor": work[name] / work[peer]}
            for name in ("quotients", "of_jobs", "pandas")
            for peer in ("scan", "bare")
            if name in wall
        }
        size_of_file = file.stat().st_size / 1e6
        return {"establishments": size, "megabytes": size_of_file, "seconds": wall, "processor": work} | over


def exponent(runs: list[dict[str, Any]], name: str) -> float:
    small, large = runs[0], runs[-1]
    span = math.log(large["establishments"] / small["establishments"])
    return math.log(large["seconds"][name] / small["seconds"][name]) / span


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[200_000, 700_000, 2_200_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="small sizes, once")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    sizes, times = ([50_000, 100_000, 200_000], 1) if given.quick else (sorted(given.sizes), given.times)
    measured(2000, given.seed, 1)  # the first run pays for imports: not counted
    runs = [measured(size, given.seed, times) for size in sizes]
    names = list(runs[0]["seconds"])
    exponents = {name: exponent(runs, name) for name in names} if len(runs) > 1 else {}
    if given.json:
        print(json.dumps({"runs": runs, "exponents": exponents}, indent=2))
        return
    print(f"{'establishments':>14} " + " ".join(f"{name:>10}" for name in names))
    for run in runs:
        for kind in ("seconds", "processor"):
            took = " ".join(f"{run[kind][name]:>9.3f}s" for name in names)
            print(f"{run['establishments']:>14,} {took}  {kind}")
    print(f"{'exponent':>14} " + " ".join(f"{value:>10.2f}" for value in exponents.values()))
    for name, ratio in runs[-1].items():
        if "_over_" in name:
            print(f"{name:>24} {ratio['seconds']:.2f} by the clock, {ratio['processor']:.2f} of processors")


if __name__ == "__main__":
    main()
