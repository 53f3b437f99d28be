"""The network of projects that several benchmarks measure on: not a benchmark itself."""

from __future__ import annotations

import csv
import gzip
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse

from traitdunion.methods.networks.link_prediction import co_participation

ROOT = Path(__file__).parent.parent
FILE = Path(os.environ.get("TRAITDUNION_DATA", ROOT.parent / "shared" / "data"))
FILE = FILE / "cordis" / "h2020_participations_europe.csv.gz"
PARTS = (1 / 8, 1 / 3, 1.0)


def incidence() -> tuple[str, Any]:
    """Organizations by projects."""
    if FILE.exists():
        with gzip.open(FILE, "rt", encoding="utf-8", newline="") as file:
            rows = [(row["pic"], row["rcn"]) for row in csv.DictReader(file)]
        ends = [np.unique([row[end] for row in rows], return_inverse=True)[1] for end in (0, 1)]
        return "Horizon 2020", sparse.csr_array(sparse.coo_array((np.ones(len(rows)), tuple(ends)))) != 0
    dice = np.random.default_rng(1)
    size = np.clip(np.round(dice.lognormal(1.35, 0.95, 30_000)), 1, 110).astype(int)
    popular = 1.0 / (np.arange(31_700) + 8.0) ** 0.85
    who = dice.choice(31_700, size.sum(), p=popular / popular.sum())
    one = sparse.coo_array(
        (np.ones(len(who)), (who, np.repeat(np.arange(30_000), size))), shape=(31_700, 30_000)
    )
    return "invented", sparse.csr_array(one) != 0


def network(part: Any, share: float) -> Any:
    """The tied organizations of a share of the projects."""
    projects = np.random.default_rng(2).permutation(part.shape[1])[: round(share * part.shape[1])]
    ties = co_participation(part[:, np.sort(projects)])
    tied = np.flatnonzero(np.diff(ties.indptr) > 0)
    return sparse.csr_array(ties[tied][:, tied])


def timed(function: Any, *arguments: Any, **options: Any) -> tuple[float, Any]:
    began = time.perf_counter()
    result = function(*arguments, **options)
    return time.perf_counter() - began, result
