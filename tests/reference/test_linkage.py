"""How well linkage does on public participants, whose codes tell the truth and are hidden from it.

Weights and vocabulary were set on the half of the participants whose hashed code begins with a 0 bit; the
other half is held out and judged here. The floors are what is promised; the docstrings say what was measured.
"""

import csv
import gzip
import hashlib
import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from traitdunion.registers.linkage import SURE, score_pairs

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "resolve.py"


def held_out(pic: str) -> bool:
    return hashlib.sha256(pic.encode()).digest()[0] >= 128


def rows_of(file: Path) -> Iterator[dict[str, str]]:
    content = file.read_bytes()
    text = gzip.decompress(content) if file.suffix == ".gz" else content
    yield from csv.DictReader(io.StringIO(text.decode("utf-8"), newline=""))


def measured(file: Path) -> dict[str, Any]:
    command = [sys.executable, str(BENCHMARK), str(file), "--json"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return json.loads(said.stdout)


def written(file: Path, rows: list[tuple[str, str, str]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([("src", "pic", "name", "country"), *(("x", *row) for row in rows)])
    return file


def test_names_alone_find_half_at_nine_in_ten(data: Path, tmp_path: Path) -> None:
    """Recall 0.61 here, with 0.37 by sorted words; 0.50 is the promise."""
    rows = [
        (row["pic"], row["name"], row["country"])
        for row in rows_of(data / "cordis" / "name_variants.csv.gz")
        if held_out(row["pic"])
    ]
    result = measured(written(tmp_path / "held_out.csv", rows))
    named = Counter(pic for pic, name, _ in {row for row in rows if row[1].strip()})
    assert result["pairs_true"] == sum(times * (times - 1) // 2 for times in named.values())
    assert result["recall_at_precision_90"] >= 0.50
    held = [point["recall"] for point in result["curve"] if point["precision"] >= 0.90]
    assert result["recall_at_precision_90"] == pytest.approx(max(held), abs=0.05)


def test_names_alone_hold_in_the_whole_file(data: Path) -> None:
    """Recall 0.55: twice the names make four times the chances to be wrong."""
    result = measured(data / "cordis" / "name_variants.csv.gz")
    assert result["recall_at_precision_90"] >= 0.50
    assert {"pairs_true", "recall_at_precision_90", "curve", "seconds"} == set(result)


def test_the_benchmark_counts_as_one_would_by_hand(tmp_path: Path) -> None:
    """Of three true pairs one shares no word; codes 4 and 5 share a name and make the false pair."""
    rows = [
        ("1", "Alpha Robotics NV", "BE"),
        ("1", "ALPHA ROBOTICS", "BE"),
        ("1", "ALPHA ROBOTICS", "BE"),
        ("2", "Katholieke Universiteit Leuven", "BE"),
        ("2", "Katholieke Universiteit te Leuven", "BE"),
        ("3", "Omega Forge", "BE"),
        ("3", "Zeta", "BE"),
        ("4", "Delta Optics", "BE"),
        ("5", "Delta Optics", "BE"),
        ("6", " ", "BE"),
        ("6", "", "BE"),
    ]
    result = measured(written(tmp_path / "small.csv", rows))
    assert result["pairs_true"] == 3
    assert result["recall_at_precision_90"] == 0.0  # one false pair ranks with the best
    assert result["curve"][-1] == {"precision": 0.6667, "recall": 0.6667}
    clean = measured(written(tmp_path / "clean.csv", rows[:7]))
    assert clean["recall_at_precision_90"] == 0.6667


def located_participants(folder: Path) -> list[dict[str, str | None]]:
    """Distinct spellings of participants: from the register, from projects and from other lists of names."""
    sources = ("organizations_belgium.csv", "h2020_participations_belgium.csv.gz", "name_variants.csv.gz")
    distinct = {
        (
            row["pic"],
            row["name"],
            row.get("country") or "BE",
            row.get("city"),
            row.get("street"),
            row.get("url"),
            row.get("shortName"),
        )
        for source in sources
        for row in rows_of(folder / source)
        if row["name"].strip() and row["pic"]
        if source != "name_variants.csv.gz" or row["country"] == "BE"
    }
    names = ("pic", "name", "country", "city", "street", "website", "short")
    texts = sorted(tuple(text or "" for text in row) for row in distinct)
    return [dict(zip(names, (text or None for text in row), strict=True)) for row in texts]


def precision_and_recall_of_merging(rows: list[dict[str, str | None]]) -> tuple[float, float]:
    """Of the pairs that nobody is asked about; recall among pairs that both tell a town."""
    columns: dict = {key: [row[key] for row in rows] for key in rows[0] if key not in ("pic", "short")}
    columns["aliases"] = [[row["short"]] if row["short"] else None for row in rows]
    organizations = pa.table({"record": [f"{place:05d}" for place in range(len(rows))], **columns})
    sure = score_pairs(organizations, lowest=SURE).to_pylist()
    right = sum(rows[int(pair["left"])]["pic"] == rows[int(pair["right"])]["pic"] for pair in sure)
    located = Counter(row["pic"] for row in rows if row["city"])
    return right / len(sure), right / sum(times * (times - 1) // 2 for times in located.values())


def test_what_is_merged_without_asking_is_right(data: Path) -> None:
    """Precision 0.998 and recall 0.90; a short name stands as an alias, as the CORDIS reader has it."""
    rows = [row for row in located_participants(data / "cordis") if held_out(row["pic"] or "")]
    precision, recall = precision_and_recall_of_merging(rows)
    assert precision >= 0.99
    assert recall >= 0.80


def test_what_is_merged_in_the_whole_file(data: Path) -> None:
    """Precision 0.990 and recall 0.89: what is wrong are codes given twice to one name in one town."""
    precision, recall = precision_and_recall_of_merging(located_participants(data / "cordis"))
    assert precision >= 0.99
    assert recall >= 0.80
