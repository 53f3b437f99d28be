"""Seconds for null-model draws of contacts between clusters, beside the same swaps in plain Python.

    python benchmarks/null_models.py [--quick] [--json] [--data FOLDER]

The table is that of the H2020 participations of all Europe: projects by organizations, 144,726 of them. The
clusters are the countries of the organizations (first one named). A draw is five curveball trades for each
project, then the count of contacts between every two countries. Peer: the same trades and the same count with
Python sets and dictionaries, timed on a few draws and scaled. Sizes are shares of the projects; the exponent
is the slope of log seconds over log participations.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import os
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from traitdunion.methods.null_models.swaps import shared_by_swaps

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("TRAITDUNION_DATA", ROOT.parent / "shared" / "data"))
FILE = Path("cordis") / "h2020_participations_europe.csv.gz"
TRADES = 5


def participations(folder: Path) -> tuple[Any, Any]:
    """Projects by organizations, and the country of each organization."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8", newline="") as file:
        rows = [(row["rcn"], row["pic"], row["country"]) for row in csv.DictReader(file)]
    _, project = np.unique([row[0] for row in rows], return_inverse=True)
    _, first, organization = np.unique([row[1] for row in rows], return_index=True, return_inverse=True)
    _, country = np.unique([rows[at][2] for at in first], return_inverse=True)
    table = sparse.csr_array((np.ones(len(rows)), (project, organization)))
    return table, country


def share_of(table: Any, country: Any, part: int) -> tuple[Any, Any]:
    """Every so-many-th project, and the organizations that take part in one of them."""
    some = table[::part]
    present = np.flatnonzero(np.asarray(some.sum(axis=0)).ravel())
    return sparse.csr_array(some[:, present]), country[present]


def plain_draw(lines: list[set[int]], country: list[int], dice: random.Random) -> dict[tuple[int, int], int]:
    """Five trades for each line, then the contacts, with nothing but Python."""
    for _ in range(TRADES * len(lines)):
        i, j = dice.sample(range(len(lines)), 2)
        one, other = lines[i], lines[j]
        both = one & other
        pool = list(one ^ other)
        dice.shuffle(pool)
        share = len(one) - len(both)
        lines[i], lines[j] = both.union(pool[:share]), both.union(pool[share:])
    contacts: dict[tuple[int, int], int] = {}
    for line in lines:
        held = sorted(country[organization] for organization in line)
        for place, first in enumerate(held):
            for second in held[place + 1 :]:
                contacts[first, second] = contacts.get((first, second), 0) + 1
    return contacts


def seconds_of_peer(table: Any, country: Any, draws: int, seed: int) -> float:
    """Seconds of one draw in plain Python."""
    rows = [set(line.tolist()) for line in np.split(table.indices, table.indptr[1:-1])]
    dice, countries = random.Random(seed), country.tolist()
    began = time.perf_counter()
    for _ in range(draws):
        plain_draw(rows, countries, dice)
    return (time.perf_counter() - began) / draws


def measured(table: Any, country: Any, draws: int, peer_draws: int, seed: int) -> dict[str, Any]:
    trades = TRADES * table.shape[0]
    began = time.perf_counter()
    drawn = shared_by_swaps(table, groups=country, draws=draws, seed=seed, thin=trades)
    ours = time.perf_counter() - began
    peer = seconds_of_peer(table, country, peer_draws, seed) * draws
    varies = drawn.sd > 0
    return {
        "participations": int(table.nnz),
        "projects": int(table.shape[0]),
        "organizations": int(table.shape[1]),
        "clusters": int(country.max()) + 1,
        "draws": draws,
        "trades_between_draws": trades,
        "seconds": ours,
        "peer_seconds": peer,
        "ratio": peer / ours,
        "mixed": drawn.mixed,
        "effective_draws_median": float(np.median(drawn.effective[varies])),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="100 draws instead of 1,000")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of real data")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draws, peer_draws = (100, 1) if given.quick else (1000, 3)
    table, country = participations(given.data)
    # The first run pays for imports and compiled files: not counted.
    shared_by_swaps(table[:50], groups=country, draws=8, seed=1)
    runs = [measured(*share_of(table, country, part), draws, peer_draws, given.seed) for part in (16, 4, 1)]
    small, large = runs[0], runs[-1]
    exponent = math.log(large["seconds"] / small["seconds"]) / math.log(
        large["participations"] / small["participations"]
    )
    if given.json:
        print(json.dumps({"runs": runs, "exponent": exponent}, indent=2))
        return
    names = ("participations", "projects", "draws", "seconds", "plain Python", "ratio")
    print("{:>14} {:>9} {:>6} {:>8} {:>13} {:>6}".format(*names))
    for run in runs:
        what = f"{run['participations']:>14,} {run['projects']:>9,} {run['draws']:>6,}"
        took = f"{run['seconds']:>8.2f} {run['peer_seconds']:>13.1f} {run['ratio']:>5.0f}x"
        effective = (
            f"{run['effective_draws_median']:.0f} effective, {'mixed' if run['mixed'] else 'not mixed'}"
        )
        print(f"{what} {took}   {effective}")
    print(f"exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
