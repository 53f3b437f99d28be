"""How well linkage finds organizations by name and country alone, against a public participant code.

The file has columns `pic`, `name`, `country` (and any others): the rows with one code are one organization.
The code is hidden from linkage, which ranks pairs by weight. Rows that repeat code, name and country of
another count once, rows without a name not at all. Beside it stands plain similarity of sorted words.

    python benchmarks/resolve.py name_variants.csv.gz
    python benchmarks/resolve.py name_variants.csv.gz --json
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv
from rapidfuzz import fuzz, process, utils

from traitdunion.registers.linkage import score_pairs

LOWEST = 1e-6  # pairs less probable than this are no news at any precision
LEAST_SIMILAR = 75.0
POINTS = 50
PRECISION = 0.90

Curve = tuple[NDArray[np.float64], NDArray[np.float64]]


def read_organizations(file: Path) -> pa.Table:
    """Give the distinct named rows as pic, name, country and record."""
    text = {column: pa.string() for column in ("pic", "name", "country")}
    options = csv.ConvertOptions(column_types=text, include_columns=list(text), strings_can_be_null=False)
    rows = csv.read_csv(
        file, convert_options=options, parse_options=csv.ParseOptions(newlines_in_values=True)
    )
    named = rows.filter(pc.not_equal(pc.utf8_trim_whitespace(rows["name"]), ""))
    distinct = named.group_by(list(text)).aggregate([]).sort_by([(column, "ascending") for column in text])
    return distinct.append_column("record", pa.array([f"{row:09d}" for row in range(distinct.num_rows)]))


def pairs_of(pics: list[str]) -> int:
    return sum(times * (times - 1) // 2 for times in Counter(pics).values())


def by_linkage(organizations: pa.Table) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Weight of each pair linkage looks at, and whether it is one organization."""
    pairs = score_pairs(organizations.select(["record", "name", "country"]), lowest=LOWEST)
    pic = organizations["pic"].to_numpy(zero_copy_only=False)
    left, right = (pairs[side].cast(pa.int64()).to_numpy() for side in ("left", "right"))
    return pairs["weight"].to_numpy(), pic[left] == pic[right]


def by_sorted_words(organizations: pa.Table) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Similarity of sorted words for each pair within a country."""
    names = [utils.default_process(name) for name in organizations["name"].to_pylist()]
    pic = organizations["pic"].to_numpy(zero_copy_only=False)
    members: defaultdict[str, list[int]] = defaultdict(list)
    for row, country in enumerate(organizations["country"].to_pylist()):
        members[country].append(row)
    scores, same = [np.empty(0)], [np.empty(0, dtype=bool)]
    for rows in members.values():
        here = [names[row] for row in rows]
        alike = process.cdist(here, here, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_SIMILAR)
        left, right = np.nonzero(np.triu(alike, 1))
        scores.append(alike[left, right].astype(np.float64))
        same.append(pic[rows][left] == pic[rows][right])
    return np.concatenate(scores), np.concatenate(same)


def precision_and_recall(scores: NDArray[np.float64], same: NDArray[np.bool_], true: int) -> Curve:
    """Precision and recall at every distinct score, the highest first; pairs of one score stand together."""
    order = np.argsort(-scores, kind="stable")
    last = np.flatnonzero(np.diff(scores[order], append=-np.inf))
    found = np.cumsum(same[order])[last]
    return found / (last + 1), found / max(true, 1)


def recall_at(curve: Curve, precision: float) -> float:
    """Largest recall at which the precision still holds."""
    return float(max(curve[1][curve[0] >= precision], default=0.0))


def thinned(curve: Curve) -> list[dict[str, float]]:
    rows = np.unique(np.linspace(0, len(curve[0]) - 1, POINTS).round().astype(int)) if len(curve[0]) else []
    return [
        {"precision": round(float(curve[0][row]), 4), "recall": round(float(curve[1][row]), 4)}
        for row in rows
    ]


def measure(file: Path) -> tuple[dict[str, Any], pa.Table]:
    organizations = read_organizations(file)
    true = pairs_of(organizations["pic"].to_pylist())
    began = time.perf_counter()
    curve = precision_and_recall(*by_linkage(organizations), true)
    seconds = time.perf_counter() - began
    result = {
        "pairs_true": true,
        "recall_at_precision_90": round(recall_at(curve, PRECISION), 4),
        "curve": thinned(curve),
        "seconds": round(seconds, 2),
    }
    return result, organizations


def table(result: dict[str, Any], organizations: pa.Table) -> str:
    plain = precision_and_recall(*by_sorted_words(organizations), result["pairs_true"])
    lines = [
        f"{organizations.num_rows} distinct rows, {result['pairs_true']} true pairs, {result['seconds']} s",
        f"recall at precision {PRECISION}: linkage {result['recall_at_precision_90']:.3f}, "
        f"sorted words {recall_at(plain, PRECISION):.3f}",
        f"recall at precision 0.80: sorted words {recall_at(plain, 0.80):.3f}",
        "precision  recall",
        *(f"{point['precision']:9.3f}  {point['recall']:6.3f}" for point in result["curve"]),
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="csv or csv.gz with columns pic, name, country")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    result, organizations = measure(options.file)
    print(json.dumps(result) if options.json else table(result, organizations))


if __name__ == "__main__":
    main()
