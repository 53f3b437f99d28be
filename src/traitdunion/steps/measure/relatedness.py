"""What goes together, and what two clusters could bring to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem, incidence, topic_profiles
from traitdunion.domain.measurement import Caveat, Finding, Measurement
from traitdunion.domain.report import Column, Listing
from traitdunion.errors import InputError
from traitdunion.methods.industries import relatedness as method
from traitdunion.version import VERSION

SUBJECTS = ("topics", "activities", "themes")
_FEW = 5  # carriers below which a thing is called rare
_MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Profiles:
    """Who carries what: carriers by things, and the names of the things."""

    matrix: Any
    names: Sequence[str]
    kind: str


def profiles(ecosystem: Ecosystem, of: str | None) -> Profiles:
    """Lay out what to relate: topics organizations state, their activities by district, themes of projects.

    Parameters
    ----------
    ecosystem : Ecosystem
    of : {"topics", "activities", "themes"}, optional
        Else the first of them this ecosystem knows.

    Raises
    ------
    InputError
        `option-choice` for another word, `group-empty` when the ecosystem knows none.
    """
    if of is not None and of not in SUBJECTS:
        raise InputError("option-choice", option="--of", value=of, known=list(SUBJECTS))
    found = (_LAID_OUT[one](ecosystem) for one in ((of,) if of else SUBJECTS))
    filled = next((one for one in found if len(one.names)), None)
    if filled is None:
        raise InputError("group-empty", name=of or "topics")
    return filled


def _topics(ecosystem: Ecosystem) -> Profiles:
    matrix, names = topic_profiles(ecosystem)
    return Profiles(matrix, names, "topics")


def _activities(ecosystem: Ecosystem) -> Profiles:
    """Give districts by NACE divisions, one where a district has more of a division than its share."""
    rows = ecosystem.organizations.select(["arrondissement", "activities"]).to_pylist()
    cells = [
        (row["arrondissement"], stated.rpartition(":")[2][:2])
        for row in rows
        for stated in row["activities"] or ()
        if row["arrondissement"]
    ]
    places, names = (sorted({cell[end] for cell in cells}) for end in (0, 1))
    counts = np.zeros((len(places), len(names)))
    for place, name in cells:
        counts[places.index(place), names.index(name)] += 1
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / max(counts.sum(), 1.0)
    return Profiles(sparse.csr_array((counts > expected).astype(float)), names, "activities")


def _themes(ecosystem: Ecosystem) -> Profiles:
    """Give organizations by themes of the projects they took part in."""
    stated = ecosystem.events["topics"].to_pylist()
    names = sorted({topic for topics in stated for topic in topics or ()})
    column = {name: place for place, name in enumerate(names)}
    cells = [(row, column[topic]) for row, topics in enumerate(stated) for topic in sorted(set(topics or ()))]
    rows, columns = zip(*cells, strict=True) if cells else ((), ())
    about = sparse.csr_array((np.ones(len(cells)), (rows, columns)), shape=(len(stated), len(names)))
    return Profiles(sparse.csr_array(incidence(ecosystem) @ about), names, "themes")


_LAID_OUT = {"topics": _topics, "activities": _activities, "themes": _themes}


def relatedness(ecosystem: Ecosystem, audit: Audit, *, of: str | None = None, seed: int = 1) -> Measurement:
    """Measure what goes together, and what pairs of clusters could bring each other.

    Parameters
    ----------
    ecosystem : Ecosystem
    audit : Audit
        Of the same ecosystem: it says who is tied to which cluster.
    of : {"topics", "activities", "themes"}, optional
        Topics organizations state, their NACE divisions by district, or the themes of their projects; else
        the first of them the ecosystem knows.
    seed : int
        Kept with the result; nothing here is drawn.

    Returns
    -------
    Measurement
        With the lists `relatedness` and `complements`.

    Raises
    ------
    InputError
        `option-choice` for another word, `group-empty` when the ecosystem knows none.
    """
    found = profiles(ecosystem, of)
    listing, findings, doubts = related(found)
    return Measurement(
        name="relatedness",
        findings=tuple(findings),
        listings=(listing, complements(ecosystem, audit)),
        caveats=tuple(doubts),
        parameters={"of": found.kind},
        as_of=ecosystem.as_of.isoformat(),
        ecosystem=ecosystem.key,
        seed=seed,
        version=VERSION,
    )


def related(found: Profiles) -> tuple[Listing, list[Finding], list[Caveat]]:
    """List each pair of things found together, by every measure, and say what is too rare to believe."""
    present = sparse.csr_array(found.matrix > 0, dtype=float)
    carriers = np.asarray(present.sum(axis=0)).ravel()
    together = sparse.coo_array(sparse.triu(present.T @ present, k=1))
    measures = {
        "proximity": method.proximity(present),
        "association": method.association_strength(present.T @ present),
        "cosine": method.cosine(present),
        "jaccard": method.jaccard(present),
    }
    values = {name: _at(matrix, together.row, together.col) for name, matrix in measures.items()}
    order = np.lexsort((together.col, together.row, -together.data, -values["proximity"]))[:_MOST_PAIRS]
    cell = "activity" if found.kind == "activities" else "topic"
    keys = ("subject_a", "subject_b", "carriers_a", "carriers_b", "together", *measures)
    kinds = (cell, cell, "integer", "integer", "integer", "decimal", "decimal", "decimal", "decimal")
    rows = tuple(
        (
            found.names[together.row[at]],
            found.names[together.col[at]],
            int(carriers[together.row[at]]),
            int(carriers[together.col[at]]),
            int(together.data[at]),
            *(float(values[name][at]) for name in measures),
        )
        for at in order
    )
    columns = tuple(Column(key, kind) for key, kind in zip(keys, kinds, strict=True))  # type: ignore[arg-type]
    findings = [
        Finding("subjects", float(len(found.names))),
        Finding("carriers", float((np.diff(present.indptr) > 0).sum())),
        Finding("pairs-together", float(together.nnz)),
    ]
    return Listing("relatedness", columns, rows), findings, list(_caveats(found, carriers))


def _at(matrix: Any, rows: Any, columns: Any) -> Any:
    return np.asarray(sparse.csr_array(matrix)[rows, columns]).ravel()


def _caveats(found: Profiles, carriers: Any) -> Iterator[Caveat]:
    rare = int(((carriers > 0) & (carriers < _FEW)).sum())
    if rare:
        yield Caveat("rare-subjects", {"count": rare, "all": len(found.names), "fewest": _FEW})
    if found.kind == "activities":
        yield Caveat("siblings-by-classification")
    if found.kind == "themes":
        yield Caveat("large-projects-relate")
    yield Caveat("together-is-not-linked")


def complements(ecosystem: Ecosystem, audit: Audit) -> Listing:
    """List pairs of clusters by what one has that the other lacks and is close to; topics alone can tell."""
    topics, names = topic_profiles(ecosystem)
    ids = ecosystem.organizations["id"].to_pylist()
    row_of = {one: row for row, one in enumerate(ids)}
    clusters = [ids[row] for row in ecosystem.clusters]
    number = {one: place for place, one in enumerate(clusters)}
    held = np.zeros((len(clusters), len(ids)))
    held[np.arange(len(clusters)), ecosystem.clusters] = 1.0
    for row in audit.memberships.to_pylist():
        if not row["broker"]:
            held[number[row["cluster"]], row_of[row["organization"]]] = 1.0
    columns = (
        Column("a", "organization"),
        Column("b", "organization"),
        Column("complementarity", "decimal"),
        Column("brings_a", "decimal"),
        Column("brings_b", "decimal"),
    )
    if not names:
        return Listing("complements", columns, ())
    scores = method.complementarity(sparse.csr_array(held @ topics), method.proximity(topics))
    pairs = [(number[row["a"]], number[row["b"]]) for row in audit.pairs.select(["a", "b"]).to_pylist()]
    rows = [
        (clusters[a], clusters[b], *(float(one[x, y]) for one, x, y in _views(scores, a, b)))
        for a, b in pairs
        if not np.isnan(scores.symmetric[a, b])
    ]
    return Listing("complements", columns, tuple(sorted(rows, key=lambda row: (-row[2], row[0], row[1]))))


def _views(scores: method.Complementarity, a: int, b: int) -> tuple[tuple[Any, int, int], ...]:
    """Look at a pair as a whole, at what a could bring to b, and at what b could bring to a."""
    return (scores.symmetric, a, b), (scores.directed, b, a), (scores.directed, a, b)
