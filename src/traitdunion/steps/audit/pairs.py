"""Each pair of clusters: contacts seen against contacts expected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from scipy import sparse

from traitdunion.domain import audit as noun
from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.methods.industries.relatedness import complementarity, proximity
from traitdunion.methods.networks.contacts import pairs_of
from traitdunion.methods.null_models.gravity import gravity, lower_tail
from traitdunion.methods.significance import false_discovery_rate
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.audit.ground import Floats, Ground, Row, table

_LANGUAGES = {"Flanders": {"nl"}, "Wallonia": {"fr"}, "Brussels": {"fr", "nl"}}
_COUNT_OF = {
    "shared": "shared",
    "agreement": "agreements",
    "project": "projects",
    "event": "events",
    "other": "other",
}
_COUNTS = ("observed", *_COUNT_OF.values(), "through_broker")
_FEWEST_PAIRS = 15  # three for each quantity the gravity model estimates
_NEAR_KM = 1.0  # two clusters at one address are as near as can be


class Expected(NamedTuple):
    """Expected contacts of each pair, errors of their logarithms, the dispersion of counts, and the model."""

    counts: Floats
    log_errors: Floats
    dispersion: float
    model: dict[str, float]


def pairs_expected(
    ground: Ground, contacts: Sequence[Row], level: float
) -> tuple[pa.Table, dict[str, float]]:
    """Set contacts seen beside contacts expected for each pair, and give the model that expects."""
    first, second = pairs_of(ground.within)
    counted = _counted(contacts)
    rows = [
        {"a": ground.id_of(a), "b": ground.id_of(b), **counted[ground.id_of(a), ground.id_of(b)]}
        for a, b in zip(first.tolist(), second.tolist(), strict=True)
    ]
    observed = np.array([row["observed"] for row in rows], dtype=float)
    distance = _distances(ground, first, second)
    found = _expected(ground, observed, distance, (first, second))
    expected = found.counts
    ratios = shrunken_ratio(observed, expected, level=level, log_errors=found.log_errors)
    p = lower_tail(observed, expected, found.dispersion)
    measures = {
        "distance_km": distance,
        "expected": expected,
        "ratio": ratios.ratio,
        "low": ratios.low,
        "high": ratios.high,
        "rank": ratios.rank,
        "p": p,
        "q": false_discovery_rate(p),
        "complementarity": _complementarity(ground, first, second),
        "missing": np.maximum(expected - observed, 0.0),
    }
    measures["weight"] = measures["missing"] * (1 + np.nan_to_num(measures["complementarity"]))
    for position, row in enumerate(rows):
        row |= {name: _plain(values[position]) for name, values in measures.items()}
    prior = {"prior_shape": float(ratios.shape), "prior_mean": float(ratios.mean)}
    return table(rows, noun.PAIRS), {**found.model, **prior}


def _counted(contacts: Iterable[Row]) -> Mapping[tuple[str, str], dict[str, int]]:
    counted: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: dict.fromkeys(_COUNTS, 0))
    for contact in contacts:
        pair = counted[contact["a"], contact["b"]]
        names = ("through_broker",) if contact["broker"] else ("observed", _COUNT_OF[contact["kind"]])
        for name in names:
            pair[name] += 1
    return counted


def _distances(ground: Ground, first: Any, second: Any) -> Floats:
    lat, lon = (np.array(ground.column(name), dtype=float) for name in ("lat", "lon"))
    return np.asarray(great_circle_km(lat[first], lon[first], lat[second], lon[second]), dtype=float)


def _expected(ground: Ground, observed: Floats, distance: Floats, pair: tuple[Any, Any]) -> Expected:
    """Fit the gravity model; a pair without coordinates stands at the mean log distance."""
    if observed.sum() == 0:
        nothing = np.zeros(len(observed))
        return Expected(nothing, nothing, 0.0, {"pairs": float(len(observed)), "contacts": 0.0})
    if len(observed) < _FEWEST_PAIRS:
        return _by_size_alone(ground, observed, pair)
    covariates = _covariates(ground, distance, pair)
    fitted = gravity(observed, np.column_stack(list(covariates.values())), names=list(covariates))
    model = {"pairs": float(len(observed)), "contacts": float(observed.sum())}
    for name, value, error in zip(fitted.names, fitted.coefficients, fitted.standard_errors, strict=True):
        if not np.isnan(value):
            model |= {name: float(value), f"{name}_error": float(error)}
    model |= {"dispersion": fitted.dispersion, "overdispersion_p": fitted.overdispersion_p}
    return Expected(fitted.expected, fitted.log_errors, fitted.dispersion, model)


def _by_size_alone(ground: Ground, observed: Floats, pair: tuple[Any, Any]) -> Expected:
    """Share the contacts seen out by size: too few pairs say nothing of distance or language."""
    size = 1.0 + ground.sizes()
    product = size[pair[0]] * size[pair[1]]
    model = {"pairs": float(len(observed)), "contacts": float(observed.sum())}
    counts = product * (observed.sum() / product.sum())
    return Expected(counts, np.zeros(len(counts)), 0.0, model)


def _covariates(ground: Ground, distance: Floats, pair: tuple[Any, Any]) -> dict[str, Floats]:
    first, second = pair
    size = np.log1p(ground.sizes())
    log_distance = np.log(np.maximum(distance, _NEAR_KM))
    known = ~np.isnan(log_distance)
    log_distance = np.where(known, log_distance, log_distance[known].mean() if known.any() else 0.0)
    spoken = [_LANGUAGES.get(region, set()) for region in ground.column("region")]
    shared = [bool(spoken[a] & spoken[b]) for a, b in zip(first, second, strict=True)]
    return {
        "size": size[first] + size[second],
        "distance": log_distance,
        "relatedness": _likeness(ground, first, second),
        "language": np.array(shared, dtype=float),
    }


def _likeness(ground: Ground, first: Any, second: Any) -> Floats:
    """Give the cosine of what the organizations of two clusters do, those tied to both left out.

    With them the measure would foresee the very contacts it is to explain.
    """
    tied = ground.tied()
    counts = ground.stated(tied)
    one, other = counts[first], counts[second]
    both = np.flatnonzero((tied @ tied.T)[first, second] > 0)
    sets = sparse.csr_array(tied)
    shared = ((sets[first[both]] * sets[second[both]]) @ ground.profiles).toarray()
    one[both] -= shared
    other[both] -= shared
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return np.asarray((one * other).sum(axis=1) / np.where(lengths > 0, lengths, 1.0), dtype=float)


def _complementarity(ground: Ground, first: Any, second: Any) -> Floats:
    if not ground.topic_names:
        return np.full(len(first), np.nan)
    scores = complementarity(ground.topics() > 0, proximity(ground.profiles))
    return np.asarray(scores.symmetric[first, second], dtype=float)


def _plain(value: Any) -> float | int | None:
    plain = value.item()
    return None if isinstance(plain, float) and np.isnan(plain) else plain
