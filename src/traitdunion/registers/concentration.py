"""Specialization, concentration and relatedness of whole registers, which no table in memory need hold.

A relation has one row for each establishment and activity, with the columns `region` and `activity`, where
asked for `jobs`, and `plant` where a plant may stand in several rows of an activity; rows without region or
activity are passed over. Aggregations run as SQL in the engine and give the same numbers as `methods`; what
is more than an aggregation is done there, on what was added up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from traitdunion.engine.base import Engine, quoted, text
from traitdunion.errors import InputError
from traitdunion.methods.permutation import Tail
from traitdunion.methods.regions import agglomeration, specialization
from traitdunion.methods.regions import coagglomeration as pairs
from traitdunion.methods.regions.plants import PlantSums
from traitdunion.registers import concentration_sql as sql

Floats = npt.NDArray[np.float64]
Measure = Literal["establishments", "jobs"]
CELLS = "traitdunion cells"  # the name under which an engine is handed what was added up


@dataclass(frozen=True, slots=True)
class CoagglomeratedActivities:
    """Whether activities choose the same regions, beyond chance.

    Attributes
    ----------
    pairs : pyarrow.Table
        first, second, value, z, p: each pair once, in the order of their names.
    group, group_z, group_p : float
        As `methods.coagglomeration.Coagglomeration`.
    """

    pairs: pa.Table
    group: float
    group_z: float
    group_p: float


def read_kbo(
    engine: Engine,
    folder: Path,
    name: str = "establishments",
    *,
    version: str = "2025",
    address: Literal["BAET", "REGO"] = "BAET",
) -> None:
    """Make a relation of the Belgian register's open data: main activities by postcode.

    Parameters
    ----------
    engine : Engine
    folder : Path
        With `activity.csv` and `address.csv` as the register publishes them.
    name : str
        Of the relation: region (postcode), activity (NACE code), plant (its number).
    version : str
        Of the classification: 2003, 2008 or 2025.
    address : {"BAET", "REGO"}
        Of establishments, or registered offices of enterprises, which say little of where the work is done.

    Raises
    ------
    InputError
        `file-unreadable`.
    """
    activities, addresses = f"{name} activity", f"{name} address"
    engine.read(activities, folder / "activity.csv")
    engine.read(addresses, folder / "address.csv")
    engine.run(
        sql.KBO.format(
            name=quoted(name), activities=quoted(activities), addresses=quoted(addresses),
            version=text(version), kind=text(address),
        )
    )  # fmt: skip


def location_quotients(
    engine: Engine,
    relation: str,
    *,
    measure: Measure = "establishments",
    level: float = 0.90,
    prior: specialization.Prior = "table",
) -> pa.Table:
    """Location quotients of every region and activity of a register, with intervals.

    Parameters
    ----------
    engine : Engine
    relation : str
    measure : {"establishments", "jobs"}
        Rows, or their jobs; the interval is meant for establishments.
    level, prior
        As for `methods.specialization.location_quotient`.

    Returns
    -------
    pyarrow.Table
        region, activity, count, expected, quotient, symmetric, shrunken, low, high: one row for each region
        and activity that occur, together or not, in the order of their names.

    Raises
    ------
    InputError
        `relation-unknown`, `relation-column-missing`, `relation-unreadable`, `group-empty`, `level-range`,
        `values-not-numbers`, `values-negative`.

    Examples
    --------
    >>> from traitdunion.engine.duckdb import DuckEngine
    >>> with DuckEngine() as engine:
    ...     engine.register("plants", pa.table({"region": ["n", "n", "s"], "activity": ["28", "28", "10"]}))
    ...     found = location_quotients(engine, "plants")
    >>> found.select(["region", "activity", "count", "quotient"]).to_pylist()[1]
    {'region': 'n', 'activity': '28', 'count': 2.0, 'quotient': 1.5}
    """
    cells = _cells(engine, relation, measure)
    regions, activities, grid = _grid(cells)
    found = specialization.location_quotient(grid, level=level, prior=prior)
    columns = {
        "region": _repeated(regions, np.repeat(np.arange(len(regions)), len(activities))),
        "activity": _repeated(activities, np.tile(np.arange(len(activities)), len(regions))),
        "count": grid, "expected": found.expected, "quotient": found.raw, "symmetric": found.symmetric,
        "shrunken": found.shrunken, "low": found.low, "high": found.high,
    }  # fmt: skip
    return pa.table(
        {name: one.ravel() if isinstance(one, np.ndarray) else one for name, one in columns.items()}
    )


def region_figures(engine: Engine, relation: str, *, measure: Measure = "establishments") -> pa.Table:
    """One figure for each region of a register: how special, and how varied, its activities are.

    Parameters, and errors but for the level, are those of `location_quotients`.

    Returns
    -------
    pyarrow.Table
        region, size, activities (those present), krugman, hoover, hachman, entropy, as of
        `methods.specialization`; null for a region of no jobs.
    """
    engine.register(CELLS, _cells(engine, relation, measure))
    return engine.run(sql.REGIONS.format(cells=quoted(CELLS)))


def activity_figures(engine: Engine, relation: str, *, measure: Measure = "establishments") -> pa.Table:
    """One figure for each activity of a register: how unevenly it is spread over the regions.

    Parameters, and errors but for the level, are those of `location_quotients`.

    Returns
    -------
    pyarrow.Table
        activity, size, regions (with any of it), hoover, locational_gini (up to 0.5), as of
        `methods.concentration`; null for an activity of no jobs.
    """
    engine.register(CELLS, _cells(engine, relation, measure))
    return engine.run(sql.ACTIVITIES.format(cells=quoted(CELLS)))


def ellison_glaeser(
    engine: Engine, relation: str, *, totals: str | None = None, tail: Tail = "upper"
) -> pa.Table:
    """Index of Ellison and Glaeser of each activity of a register, from the sizes of its plants.

    Parameters
    ----------
    engine : Engine
    relation : str
        With jobs.
    totals : str, optional
        A relation of region and jobs, which chance follows, such as the whole register where `relation` is
        part of it; by default the jobs of `relation`.
    tail : {"upper", "lower", "both"}

    Returns
    -------
    pyarrow.Table
        activity, jobs, plants, herfindahl, raw, expected, variance, gamma, z, p, as of
        `methods.agglomeration`; p by the normal approximation.

    Raises
    ------
    InputError
        `relation-unknown`, `relation-column-missing`, `relation-unreadable`, `group-empty`,
        `values-not-numbers`, `values-negative`, `region-without-total`.
    """
    return _agglomeration(agglomeration.ellison_glaeser_from_sums, engine, relation, totals, tail)


def maurel_sedillot(
    engine: Engine, relation: str, *, totals: str | None = None, tail: Tail = "upper"
) -> pa.Table:
    """Index of Maurel and Sedillot of each activity of a register; otherwise as `ellison_glaeser`."""
    return _agglomeration(agglomeration.maurel_sedillot_from_sums, engine, relation, totals, tail)


def coagglomeration(
    engine: Engine, relation: str, *, totals: str | None = None, tail: Tail = "upper"
) -> CoagglomeratedActivities:
    """Whether pairs of activities of a register, and all together, choose the same regions.

    Parameters and errors are those of `ellison_glaeser`; `totals` should cover more than the activities
    compared.
    """
    activities, sums, chances = _plant_sums(engine, relation, totals)
    found = pairs.coagglomeration_from_sums(sums, totals=chances, tail=tail)
    first, second = np.triu_indices(len(activities), 1)
    columns = {name: getattr(found, name)[first, second] for name in ("z", "p")}
    table = pa.table(
        {
            "first": _repeated(activities, first), "second": _repeated(activities, second),
            "value": found.pairs[first, second], **columns,
        }
    )  # fmt: skip
    return CoagglomeratedActivities(table, found.group, found.group_z, found.group_p)


def proximity(engine: Engine, relation: str, *, by: str = "region") -> pa.Table:
    """How often two activities are found together, in regions or, by another column, in firms.

    Parameters
    ----------
    engine : Engine
    relation : str
        Every row is a presence: for regions keep the cells that are specialized, such as those of
        `location_quotients` of which `low` is above 1.
    by : str
        Column of the places.

    Returns
    -------
    pyarrow.Table
        first, second, together, first_places, second_places, proximity, as of
        `methods.relatedness.proximity`; only pairs found together, each once.

    Raises
    ------
    InputError
        `relation-unknown`, `relation-column-missing`, `relation-unreadable`.
    """
    _check(engine, relation, by, "activity")
    return engine.run(sql.PROXIMITY.format(relation=quoted(relation), by=quoted(by)))


def co_participation(engine: Engine, relation: str) -> pa.Table:
    """Tie organizations that took part in the same events, large events counting little for each pair.

    Parameters
    ----------
    engine : Engine
    relation : str
        With the columns organization and event; a row twice is a participation once.

    Returns
    -------
    pyarrow.Table
        first, second, events, weight, as of `methods.link_prediction.co_participation`, each pair once.

    Raises
    ------
    InputError
        `relation-unknown`, `relation-column-missing`, `relation-unreadable`.
    """
    _check(engine, relation, "organization", "event")
    return engine.run(sql.CO_PARTICIPATION.format(relation=quoted(relation)))


def place_counts(engine: Engine, relation: str, activities: Iterable[str], *, by: str = "region") -> pa.Table:
    """Sites of a register at each place, and those of some activities: what K-density by places stands on.

    Parameters
    ----------
    engine : Engine
    relation : str
    activities : iterable of str
        Codes as they stand in the relation.
    by : str
        Column of the places, such as the postcode.

    Returns
    -------
    pyarrow.Table
        place, sites, members.

    Raises
    ------
    InputError
        `relation-unknown`, `relation-column-missing`, `relation-unreadable`.
    """
    _check(engine, relation, by, "activity")
    query = sql.PLACES.format(relation=quoted(relation), by=quoted(by))
    return engine.run(query, {"activities": sorted(set(activities))})


def _check(engine: Engine, relation: str, *needed: str) -> list[str]:
    """Columns of a relation, which must have some."""
    found = engine.run(sql.COLUMNS.format(relation=quoted(relation))).column_names
    for column in needed:
        if column not in found:
            raise InputError("relation-column-missing", relation=relation, column=column, needed=needed)
    return list(found)


def _cells(engine: Engine, relation: str, measure: Measure) -> pa.Table:
    """Size of each region and activity that occur together, checked."""
    if measure == "establishments":
        _check(engine, relation, "region", "activity")
        cells = engine.run(sql.ESTABLISHMENTS.format(relation=quoted(relation)))
    else:
        _check(engine, relation, "region", "activity", "jobs")
        cells = engine.run(sql.JOBS.format(plants=quoted(relation)))
    return _sound(cells, relation)


def _sound(cells: pa.Table, relation: str) -> pa.Table:
    if cells.num_rows == 0:
        raise InputError("group-empty", name=relation)
    for column, key in (("unknown", "values-not-numbers"), ("negative", "values-negative")):
        count = int(cells[column].to_numpy().sum())
        if count:
            raise InputError(key, name="jobs", count=count)
    return cells


def _grid(cells: pa.Table) -> tuple[list[str], list[str], Floats]:
    """Cells as a table of regions by activities, both in the order of their names."""
    row, regions = _coded(cells["region"])
    column, activities = _coded(cells["activity"])
    grid = np.zeros((len(regions), len(activities)))
    grid[row, column] = cells["size"].to_numpy()
    return regions, activities, grid


def _coded(names: pa.ChunkedArray) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Number of each name, and the names in their order."""
    dictionary = names.combine_chunks().dictionary_encode()
    known = dictionary.dictionary.to_pylist()
    rank = np.argsort(np.argsort(known, kind="stable"), kind="stable")
    return rank[dictionary.indices.to_numpy()].astype(np.int64), sorted(known)


def _repeated(names: list[str], at: npt.NDArray[np.int64]) -> pa.Array:
    return pa.array(names, pa.string()).take(pa.array(at))


def _plant_sums(
    engine: Engine, relation: str, totals: str | None
) -> tuple[list[str], PlantSums, Floats | None]:
    """Activities, what their indices need to know of the plants, and totals of the same regions if given."""
    columns = _check(engine, relation, "region", "activity", "jobs")
    plants = sql.BY_PLANT.format(relation=quoted(relation)) if "plant" in columns else quoted(relation)
    cells = _sound(engine.run(sql.PLANT_SUMS.format(plants=plants)), relation)
    regions, activities, jobs = _grid(cells)
    row = np.zeros(len(activities), dtype=np.int64)
    row[_coded(cells["activity"])[0]] = np.arange(cells.num_rows)
    of_activity = cells.take(pa.array(row))
    count = of_activity["plants"].to_numpy().astype(np.int64)
    powers = [of_activity[name].to_numpy(zero_copy_only=False) for name in ("herfindahl", "cubes", "fourths")]
    if totals is None:
        return activities, PlantSums(jobs, count, *powers), None
    everywhere, chances = _totals(engine, totals)
    missing = sorted(set(regions) - set(everywhere))
    if missing:
        raise InputError("region-without-total", region=missing[0])
    wider = np.zeros((len(everywhere), len(activities)))
    wider[[everywhere.index(region) for region in regions]] = jobs
    return activities, PlantSums(wider, count, *powers), chances


def _totals(engine: Engine, totals: str) -> tuple[list[str], Floats]:
    _check(engine, totals, "region", "jobs")
    found = engine.run(sql.TOTALS.format(relation=quoted(totals)))
    return found["region"].to_pylist(), found["jobs"].to_numpy(zero_copy_only=False)


def _agglomeration(
    index: Callable[..., agglomeration.Agglomeration],
    engine: Engine,
    relation: str,
    totals: str | None,
    tail: Tail,
) -> pa.Table:
    activities, sums, chances = _plant_sums(engine, relation, totals)
    found = index(sums, totals=chances, tail=tail)
    columns: dict[str, Any] = {"activity": activities, "jobs": sums.jobs.sum(axis=0)}
    names = ("plants", "herfindahl", "raw", "expected", "variance", "gamma", "z", "p")
    return pa.table(columns | {name: getattr(found, name) for name in names})
