"""Seconds to recommend to everybody, and to learn how.

    python benchmarks/recommend.py [--quick] [--json] [--data FOLDER]

Invented ecosystems of three sizes, the last of 2,200 organizations: those of the generator, with one invented
project for each organization. Partners are the ten best of each organization, clusters the three best of each
member that has none and who carries each bridge; all with their reasons. Learning is timed apart, least of
three runs the rest; the exponent is the slope of log seconds over log size between the smallest and the
largest. Peers, in the same run: networkx scores some of the same candidates by Adamic-Adar alone, scaled to
all of them; scikit-learn's histogram gradient boosting is fitted to pairs described for the last window the
model learned from. With the folder of real data (TRAITDUNION_DATA), the model is also learned on Horizon
2020, Belgium at home and all of Europe at home, each in a process of its own, for its peak of memory.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import os
import resource
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pyarrow as pa

import traitdunion as td
from projects import timed
from traitdunion.domain.ecosystem import EVENTS, PARTICIPATIONS, Ecosystem
from traitdunion.examples.generator import invent, write
from traitdunion.methods.partners.features import features, features_of, open_pairs
from traitdunion.methods.partners.model import train
from traitdunion.methods.partners.pair_scores import prepared
from traitdunion.registers.cordis import load_cordis
from traitdunion.steps.recommend import recommend, weights_of
from traitdunion.steps.recommend.evidence import evidence_of
from traitdunion.steps.recommend.partners import PartnerAdvice, partner_advice, partner_lists

SIZES = (550, 1_100, 2_200)
FILE = Path("cordis") / "h2020_participations_europe.csv.gz"
ASKED = 4  # organizations the peer scores candidates of
YEAR = 365.25


def invented(size: int) -> Ecosystem:
    """The generator's ecosystem, and as many projects as organizations among those that share a topic."""
    with tempfile.TemporaryDirectory() as folder:
        files = write(invent(size, seed=1), Path(folder))
        made = td.snapshot(td.resolve(td.load(*files)), as_of="2026-01-01")
    dice = np.random.default_rng(1)
    by_topic: dict[str, list[int]] = {}
    for row, (kind, topics) in enumerate(
        zip(*(made.organizations[name].to_pylist() for name in ("kind", "topics")), strict=True)
    ):
        for topic in topics or () if kind != "cluster" else ():
            by_topic.setdefault(topic, []).append(row)
    pull = 1.0 / (dice.permutation(made.organizations.num_rows) + 8.0) ** 0.85
    events, parts = [], []
    for number in range(size):
        topics = sorted(dice.choice(sorted(by_topic), 2, replace=False).tolist())
        among = np.array(by_topic[topics[0]])
        count = min(int(np.clip(round(dice.lognormal(1.3, 0.5)), 2, 12)), len(among))
        who = dice.choice(among, count, replace=False, p=pull[among] / pull[among].sum())
        day = f"{dice.integers(2014, 2026)}-{dice.integers(1, 13):02d}-01"
        named = {"id": f"p{number:05d}", "name": f"P{number}: {topics[0]} for {topics[1]}", "kind": "project"}
        source = {"source_url": "https://example.org/invented", "source_date": day}
        events.append(named | source | {"since": day, "topics": topics})
        parts += [{"event": number, "organization": int(one)} for one in np.sort(who)]
    tables = made.tables() | {
        "events": pa.Table.from_pylist(events, schema=EVENTS),
        "participations": pa.Table.from_pylist(parts, schema=PARTICIPATIONS),
    }
    return Ecosystem.of(made.as_of, tables)


def measured(size: int) -> tuple[dict[str, Any], PartnerAdvice]:
    ecosystem = invented(size)
    audit = td.audit(ecosystem)
    learn_weights, weights = timed(weights_of, ecosystem)
    learn_partners, advice = timed(partner_advice, ecosystem)
    to_clusters = [timed(recommend, ecosystem, audit, weights=weights) for _ in range(3)]
    to_partners = [timed(partner_lists, advice) for _ in range(3)]
    seconds = {
        "partners, ten best": min(took for took, _ in to_partners),
        "clusters, three best": min(took for took, _ in to_clusters),
        "learn partners": learn_partners,
        "learn clusters": learn_weights,
    }
    counts = {"partners": len(to_partners[0][1]), "clusters": len(to_clusters[0][1])}
    return {"organizations": size, "recommendations": counts, "seconds": seconds}, advice


def by_networkx(advice: PartnerAdvice) -> dict[str, Any]:
    """Adamic-Adar of all candidates of some organizations, one kind of evidence of the model's twelve."""
    scene = advice.scene
    graph = nx.from_scipy_sparse_array(scene.pattern)
    rows = np.random.default_rng(3).choice(len(scene.columns), ASKED, replace=False)
    free = open_pairs(scene, rows)
    pairs = [
        (int(scene.columns[row]), int(scene.columns[column]))
        for row, line in zip(rows, free, strict=True)
        for column in np.flatnonzero(line)
    ]
    seconds, _ = timed(lambda: list(nx.adamic_adar_index(graph, pairs)))
    return {"pairs": len(pairs), "seconds": seconds, "scaled": seconds * len(scene.columns) / ASKED}


def by_scikit_learn(advice: PartnerAdvice) -> dict[str, Any]:
    """Boosted trees on all candidates described a year before the end, beside all that learning is for us."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    evidence, end = advice.evidence, float(advice.ecosystem.as_of.toordinal() + 1)
    before = evidence.before(end - YEAR)
    scene = prepared(before, before.met)
    rows = np.arange(0, len(scene.columns), max(len(scene.columns) // 400, 1))
    free = open_pairs(scene, rows)
    met = evidence.partners_between(end - YEAR, end, scene.columns[rows], scene.columns).toarray()
    named = features_of(evidence.kind[evidence.home].tolist())
    described, table = timed(features, scene, rows, named, free)
    fitted, _ = timed(HistGradientBoostingClassifier(random_state=1).fit, table[free], met[free])
    return {"pairs": int(free.sum()), "seconds": fitted, "describing": described}


def learned_on(folder: Path, everybody: bool) -> dict[str, Any]:
    """Learn on Horizon 2020: seconds, and the peak of memory in gigabytes before and after."""
    loaded = load_cordis(folder / "cordis")
    assert not loaded.faults, loaded.faults[:3]
    ecosystem = td.snapshot(td.resolve(loaded.records), as_of="2020-12-31")
    stated = np.array([one or "" for one in ecosystem.organizations["country"].to_pylist()], dtype=object)
    kinds = np.array(ecosystem.organizations["kind"].to_pylist(), dtype=object)
    home = (kinds != "cluster") & (everybody | (stated == "BE"))
    evidence = evidence_of(ecosystem, home)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    seconds, model = timed(train, evidence, day=float(ecosystem.as_of.toordinal() + 1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {
        "home": "Europe" if everybody else "Belgium",
        "organizations": len(evidence.met),
        "lists": model.lists,
        "seconds": seconds,
        "gigabytes_before": before,
        "gigabytes": peak,
    }


def real(folder: Path, quick: bool) -> list[dict[str, Any]]:
    if not (folder / FILE).exists():
        return []
    found = []
    for everybody in (False,) if quick else (False, True):
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            found.append(alone.apply(learned_on, (folder, everybody)))
    return found


def compared() -> dict[str, Any]:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="quarter sizes, and Belgium alone of real data")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data", type=Path, help="folder of real data, TRAITDUNION_DATA by default")
    given = parser.parse_args()
    default = os.environ.get("TRAITDUNION_DATA")
    measured(100)  # the first run pays for imports and compiled files: not counted
    runs = []
    for size in SIZES:
        run, advice = measured(size // 4 if given.quick else size)
        runs.append(run)
    small, large = runs[0], runs[-1]
    span = math.log(large["organizations"] / small["organizations"])
    folder = given.data or (Path(default) if default else None)
    return {
        "as_json": given.json,
        "runs": runs,
        "exponents": {
            name: math.log(took / small["seconds"][name]) / span for name, took in large["seconds"].items()
        },
        "networkx": by_networkx(advice),
        "scikit_learn": by_scikit_learn(advice),
        "real": real(folder, given.quick) if folder else [],
    }


def main() -> None:
    found = compared()
    if found.pop("as_json"):
        print(json.dumps(found, indent=2))
        return
    runs, last = found["runs"], found["runs"][-1]
    print(f"{'organizations':28} " + " ".join(f"{run['organizations']:>10,}" for run in runs))
    for name, exponent in found["exponents"].items():
        took = " ".join(f"{run['seconds'][name]:>9.2f}s" for run in runs)
        print(f"{name:28} {took} {exponent:>10.2f}")
    print(f"recommendations: {last['recommendations']}")
    ours, trained = (last["seconds"][name] for name in ("partners, ten best", "learn partners"))
    nx_took, boosted = found["networkx"]["scaled"], found["scikit_learn"]
    print(f"networkx, Adamic-Adar alone: {nx_took:,.1f} s, {nx_took / ours:,.1f} times ours, scaled", end=" ")
    print(f"from {found['networkx']['pairs']:,} pairs")
    print(f"scikit-learn, boosted trees on {boosted['pairs']:,} pairs of one window:", end=" ")
    print(f"{boosted['seconds']:.1f} s; all our learning, describing included, {trained:.1f} s,", end=" ")
    print(f"{trained / boosted['seconds']:.1f} times that")
    for run in found["real"]:
        print(f"Horizon 2020, {run['home']} at home: {run['organizations']:,} candidates,", end=" ")
        print(f"{run['lists']:,} lists, {run['seconds']:.0f} s, {run['gigabytes']:.1f} GB at most", end=" ")
        print(f"({run['gigabytes_before']:.1f} GB before learning)")


if __name__ == "__main__":
    main()
