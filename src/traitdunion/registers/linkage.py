"""Which organization records are the same organization, how probably, and on what evidence."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from traitdunion.registers.comparable import chance_of_same_town, comparable_records
from traitdunion.registers.linkage_model import (
    MACROS,
    PRIOR_WEIGHT,
    SAME_TOWN,
    SCHEMES,
    Comparison,
    Level,
    comparisons,
)

SURE = 0.99  # from here on a pair is merged without asking
DOUBT = 0.5  # from here on a person is asked
_UNSURE = 0.98  # the most a pair can reach that only a person may merge
_TOWN_WEIGHTS = (5.0, SAME_TOWN)
_SAME_TOWN_AMONG_ONE = 0.7  # how often two records of one organization give the same town

PAIRS = pa.schema(
    [
        ("left", pa.string()),
        ("right", pa.string()),
        ("probability", pa.float64()),
        ("weight", pa.float64()),
        ("basis", pa.string()),
        ("evidence", pa.string()),
    ]
)
_AS_WRITTEN = ("record", "name", "country", "kind", "website", *SCHEMES)
_WHERE = ("street", "postcode", "city", "municipality")

_NAMES_THAT_AGREE = ("same", "word-order")
_NAMES_THAT_AGREE_AT_AN_ADDRESS = ("same-common", "same-meaning", "spelling", "other-name", "abbreviation")


def score_pairs(organizations: pa.Table, *, seed: int = 1, lowest: float = DOUBT) -> pa.Table:
    """Score the pairs of records that may be one organization.

    The most trusted identifier that both records carry decides: the same number is the same organization,
    two numbers are never merged without asking. Else name and place together, never a name alone, and never
    names that differ by more than accents, legal form, word order or language: sister companies, departments
    and rivals share towns, addresses and most of their words.

    Parameters
    ----------
    organizations : pyarrow.Table
        `record` (unique), and any of name, aliases, kind, country, postcode, city, municipality, street, lat,
        lon (degrees), number, vat, pic, lei, ror, website; absent columns are unknown.
    seed : int
        Of the draw of record pairs that tells how much a shared town says among these records.
    lowest : float
        Pairs less probable than this are left out.

    Returns
    -------
    pyarrow.Table
        `left` < `right`, ordered; `probability` in 0..1, `SURE` or more only where a pair may be merged
        without asking; `weight`, the log2 odds before that rule, for ranking; `basis`, the identifier scheme
        that decided, else `name-and-place`, or `name` where there was no place to compare; `evidence`, a JSON
        list of {key, left, right, level, weight}, one for each field both records have.

    Raises
    ------
    InputError
        `linkage-records-not-unique`: two rows have one key.

    Examples
    --------
    >>> names, cities = ["Solvay NV", "SOLVAY S.A."], ["Brussel", "Bruxelles"]
    >>> pairs = score_pairs(pa.table({"record": ["a", "b"], "name": names, "city": cities}))
    >>> pairs.select(["left", "right", "basis"]).to_pylist()
    [{'left': 'a', 'right': 'b', 'basis': 'name-and-place'}]
    """
    records = comparable_records(organizations)
    if records.num_rows < 2:
        return PAIRS.empty_table()
    chance = chance_of_same_town(records["towns"], np.random.default_rng(seed))
    model = comparisons(_town_weight(chance))
    scored = _scored(records, model, _lowest_weight(lowest))
    return _pairs(scored, model, organizations).filter(pc.field("probability") >= lowest)


def _town_weight(chance: float) -> float:
    lowest, highest = _TOWN_WEIGHTS
    return highest if chance <= 0 else min(highest, max(lowest, math.log2(_SAME_TOWN_AMONG_ONE / chance)))


def _lowest_weight(probability: float) -> float:
    """Weight that no pair worth `probability` is under; what may be sure is well above the last of them."""
    bounded = min(max(probability, 1e-9), SURE)
    return math.log2(bounded / (1 - bounded))


def _probability(weight: float) -> float:
    return 1 / (1 + math.exp2(-weight))


def _scored(records: pa.Table, model: Sequence[Comparison], lowest: float) -> pa.Table:
    """Let Splink block, compare and weigh, on a connection of its own that fetches no extension."""
    import duckdb  # noqa: PLC0415  heavy, and only linkage needs it here
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415  heavy

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison.as_splink() for comparison in model],
        blocking_rules_to_generate_predictions=[block_on("blocks", arrays_to_explode=["blocks"])],
        probability_two_random_records_match=_probability(PRIOR_WEIGHT),
        retain_matching_columns=True,  # keeps the comparison vector
        retain_intermediate_calculation_columns=False,
    )
    config: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(":memory:", config=config) as connection:
        connection.execute(MACROS)
        database = DuckDBAPI(connection)
        linker = Linker(database.register(records), settings, log_level=None)
        predictions = linker.inference.predict(threshold_match_weight=lowest, warning_mode="never")
        vector = ", ".join(f"gamma_{comparison.key}" for comparison in model)
        query = f"""select unique_id_l, unique_id_r, match_weight, {vector}
            from {predictions.physical_name} order by unique_id_l, unique_id_r"""  # noqa: S608  our own names
        return connection.sql(query).to_arrow_table()


def _pairs(scored: pa.Table, model: Sequence[Comparison], organizations: pa.Table) -> pa.Table:
    """Rule what may be merged, and put the evidence in writing."""
    shown = _shown(organizations)
    rows = [_pair(row, model, shown) for row in scored.to_pylist()]
    return pa.Table.from_pylist(rows, schema=PAIRS)


def _pair(
    row: Mapping[str, Any], model: Sequence[Comparison], shown: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    left, right = shown[row["unique_id_l"]], shown[row["unique_id_r"]]
    levels = {comparison.key: comparison.level(row[f"gamma_{comparison.key}"]) for comparison in model}
    known = {key: level for key, level in levels.items() if level is not None}
    agreed = {key: level.key for key, level in known.items()}
    decided = next((scheme for scheme in SCHEMES if scheme in agreed), None)
    if decided is not None and agreed[decided] == "same":
        basis, probability = decided, 1.0
    else:
        basis = "name-and-place" if "place" in agreed else "name"
        probability = _probability(row["match_weight"])
        probability = probability if _may_merge(agreed) else min(probability, _UNSURE)
    evidence = [_said(key, left, right, level) for key, level in known.items()]
    return {
        "left": left["record"],
        "right": right["record"],
        "probability": probability,
        "weight": row["match_weight"],
        "basis": basis,
        "evidence": json.dumps(evidence, ensure_ascii=False, separators=(",", ":")),
    }


def _said(key: str, left: Mapping[str, Any], right: Mapping[str, Any], level: Level) -> dict[str, Any]:
    weight = round(level.weight, 2)
    return {"key": key, "left": left[key], "right": right[key], "level": level.key, "weight": weight}


def _may_merge(agreed: Mapping[str, str]) -> bool:
    """Say whether name and place agree so fully, and nothing against them, that nobody need be asked."""
    against = [key for key in (*SCHEMES, "legal_form", "country") if agreed.get(key, "same") != "same"]
    if against:
        return False
    name, place = agreed.get("name"), agreed.get("place")
    if place == "same-address" or (place == "same-town" and agreed.get("website") == "same"):
        return name in _NAMES_THAT_AGREE or name in _NAMES_THAT_AGREE_AT_AN_ADDRESS
    return place == "same-town" and name in _NAMES_THAT_AGREE


def _shown(organizations: pa.Table) -> list[dict[str, Any]]:
    """Give what a person is shown of each record, by the key of the comparison."""
    present = [name for name in (*_AS_WRITTEN, *_WHERE) if name in organizations.column_names]
    return [
        {
            **{name: row.get(name) for name in _AS_WRITTEN},
            "legal_form": row.get("name"),
            "place": ", ".join(_lines(row)) or None,
        }
        for row in organizations.select(present).sort_by("record").to_pylist()
    ]


def _lines(row: Mapping[str, Any]) -> Iterator[str]:
    town = [row.get("postcode"), row.get("city") or row.get("municipality")]
    yield from (text for text in (row.get("street"), " ".join(filter(None, town))) if text)
