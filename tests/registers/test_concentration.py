"""Aggregations in SQL give the numbers of `methods`, on registers small and odd, larger and skewed."""

import csv

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import sparse

from traitdunion.engine.duckdb import DuckEngine
from traitdunion.errors import InputError
from traitdunion.methods.industries import relatedness
from traitdunion.methods.networks import link_prediction
from traitdunion.methods.permutation import stream
from traitdunion.methods.regions import agglomeration, concentration, specialization
from traitdunion.methods.regions import coagglomeration as pairs
from traitdunion.methods.space.k_density import density_curve
from traitdunion.registers.concentration import (
    activity_figures,
    co_participation,
    coagglomeration,
    ellison_glaeser,
    location_quotients,
    maurel_sedillot,
    place_counts,
    proximity,
    read_kbo,
    region_figures,
)

REGIONS, ACTIVITIES = ["11", "9", "é", "b c"], ["01.1", "10", "28", "O'"]
ROWS = st.lists(
    st.tuples(st.sampled_from(REGIONS), st.sampled_from(ACTIVITIES), st.integers(0, 9)),
    min_size=1,
    max_size=20,
)
# One engine serves all examples: each registers its relation anew.
SHARED = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
SAME = {"rtol": 1e-11, "atol": 1e-12}


@pytest.fixture(scope="module")
def engine():
    with DuckEngine() as opened:
        yield opened


def register(engine, rows, name="plants"):
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    region, activity, jobs = map(list, columns)
    table = {
        "region": pa.array(region, pa.string()),
        "activity": pa.array(activity, pa.string()),
        "jobs": pa.array(jobs, pa.float64()),
    }
    engine.register(name, pa.table(table))


def coded(rows):
    """Names of regions and activities in their order, and the number of each row's."""
    regions, region = np.unique([row[0] for row in rows], return_inverse=True)
    activities, activity = np.unique([row[1] for row in rows], return_inverse=True)
    return regions.tolist(), activities.tolist(), region, activity


def grid(rows, measure):
    regions, activities, region, activity = coded(rows)
    found = np.zeros((len(regions), len(activities)))
    weight = [row[2] for row in rows] if measure == "jobs" else np.ones(len(rows))
    np.add.at(found, (region, activity), weight)
    return found


def column(table, name):
    """Numbers of a column, NaN where null."""
    return table[name].to_numpy(zero_copy_only=False).astype(float)


def skewed(count=5000, seed=3):
    """Rows with regions, activities and jobs of very different sizes, jobs not whole."""
    dice = stream(seed, 0)
    region, activity = (np.minimum(dice.geometric(share, count), 40) for share in (0.1, 0.05))
    jobs = np.round(dice.lognormal(1, 1.5, count), 2)
    return [(f"r{r:02}", f"a{a:02}", j.item()) for r, a, j in zip(region, activity, jobs, strict=True)]


def check_quotients(engine, rows, measure):
    register(engine, rows)
    found = location_quotients(engine, "plants", measure=measure)
    counts = grid(rows, measure)
    expected = specialization.location_quotient(counts)
    regions, activities, *_ = coded(rows)
    assert found["region"].to_pylist() == [one for one in regions for _ in activities]
    assert found["activity"].to_pylist() == activities * len(regions)
    np.testing.assert_allclose(column(found, "count"), counts.ravel(), **SAME)
    pairs_of_names = {"quotient": "raw"} | {
        name: name for name in ("symmetric", "expected", "shrunken", "low", "high")
    }
    for here, there in pairs_of_names.items():
        # The prior is the top of a likelihood, which is flat: jobs summed in another order move it a little.
        exact = measure == "establishments" or here in ("quotient", "symmetric", "expected")
        tolerance = SAME if exact else {"rtol": 1e-6, "atol": 1e-9}
        np.testing.assert_allclose(column(found, here), getattr(expected, there).ravel(), **tolerance)


@SHARED
@given(rows=ROWS, measure=st.sampled_from(["establishments", "jobs"]))
def test_location_quotients(engine, rows, measure):
    check_quotients(engine, rows, measure)


@pytest.mark.parametrize("measure", ["establishments", "jobs"])
def test_location_quotients_of_a_larger_register(engine, measure):
    check_quotients(engine, skewed(), measure)


def test_level_and_prior_are_handed_on(engine):
    register(engine, skewed(500))
    found = location_quotients(engine, "plants", level=0.5, prior="industry")
    expected = specialization.location_quotient(
        grid(skewed(500), "establishments"), level=0.5, prior="industry"
    )
    np.testing.assert_allclose(column(found, "low"), expected.low.ravel(), **SAME)
    with pytest.raises(InputError) as refused:
        location_quotients(engine, "plants", level=2.0)
    assert refused.value.key == "level-range"


def check_figures(engine, rows, measure):
    register(engine, rows)
    counts = grid(rows, measure)
    found = region_figures(engine, "plants", measure=measure)
    regions, activities, *_ = coded(rows)
    assert found["region"].to_pylist() == regions
    expected = {
        "size": counts.sum(axis=1),
        "activities": (counts > 0).sum(axis=1),
        "krugman": specialization.krugman(counts),
        "hoover": specialization.hoover_specialization(counts),
        "hachman": specialization.hachman(counts),
        "entropy": specialization.entropy(counts),
    }
    for name, values in expected.items():
        np.testing.assert_allclose(column(found, name), values, **SAME, err_msg=name)
    found = activity_figures(engine, "plants", measure=measure)
    assert found["activity"].to_pylist() == activities
    expected = {
        "size": counts.sum(axis=0),
        "regions": (counts > 0).sum(axis=0),
        "hoover": concentration.hoover(counts),
        "locational_gini": concentration.locational_gini(counts),
    }
    for name, values in expected.items():
        np.testing.assert_allclose(column(found, name), values, **SAME, err_msg=name)


@SHARED
@given(rows=ROWS, measure=st.sampled_from(["establishments", "jobs"]))
def test_figures_of_regions_and_activities(engine, rows, measure):
    check_figures(engine, rows, measure)


@pytest.mark.parametrize("measure", ["establishments", "jobs"])
def test_figures_of_a_larger_register(engine, measure):
    check_figures(engine, skewed(), measure)


def check_agglomeration(engine, rows, tail, totals=None):
    register(engine, rows)
    regions, activities, region, activity = coded(rows)
    jobs, given_totals = [row[2] for row in rows], None
    if totals is not None:
        register(engine, [(name, "", size) for name, size in totals.items()], "everything")
        regions = sorted(totals)
        region = [regions.index(row[0]) for row in rows]
        given_totals = [totals[name] for name in regions]
    named = None if totals is None else "everything"
    for here, there in (
        (ellison_glaeser, agglomeration.ellison_glaeser),
        (maurel_sedillot, agglomeration.maurel_sedillot),
    ):
        found = here(engine, "plants", totals=named, tail=tail)
        expected = there(activity, region, jobs, totals=given_totals, draws=0, tail=tail)
        assert found["activity"].to_pylist() == activities
        for name in ("plants", "herfindahl", "raw", "expected", "variance", "gamma", "z", "p"):
            np.testing.assert_allclose(
                column(found, name), getattr(expected, name), rtol=1e-9, atol=1e-11, err_msg=name
            )
        np.testing.assert_allclose(column(found, "jobs"), np.bincount(activity, jobs), **SAME)
    found = coagglomeration(engine, "plants", totals=named, tail=tail)
    expected = pairs.coagglomeration(activity, region, jobs, totals=given_totals, draws=0, tail=tail)
    first, second = np.triu_indices(len(activities), 1)
    assert found.pairs["first"].to_pylist() == [activities[one] for one in first]
    assert found.pairs["second"].to_pylist() == [activities[one] for one in second]
    for name, values in (("value", expected.pairs), ("z", expected.z), ("p", expected.p)):
        np.testing.assert_allclose(column(found.pairs, name), values[first, second], rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(
        [found.group, found.group_z, found.group_p],
        [expected.group, expected.group_z, expected.group_p],
        rtol=1e-9,
        atol=1e-11,
    )


@SHARED
@given(rows=ROWS, tail=st.sampled_from(["upper", "lower", "both"]))
def test_agglomeration(engine, rows, tail):
    if any(row[2] for row in rows):
        check_agglomeration(engine, rows, tail)
    check_agglomeration(engine, rows, tail, totals={"11": 5, "9": 2, "é": 1, "b c": 4, "none here": 3})


def test_agglomeration_of_a_larger_register(engine):
    check_agglomeration(engine, skewed(), "upper")


def test_a_plant_that_stands_in_several_rows_is_one(engine):
    rows = [("a", "28", 3.0), ("a", "28", 5.0), ("b", "28", 2.0), ("b", "10", 4.0)]
    register(engine, rows)
    apart = ellison_glaeser(engine, "plants")
    twice = [*rows, ("a", "28", 1.0), ("b", "10", 2.0)]
    regions, activities, jobs = map(list, zip(*twice, strict=True))
    jobs[0], jobs[3] = 2.0, 2.0
    columns = {
        "region": regions,
        "activity": activities,
        "jobs": jobs,
        "plant": ["1", "2", "3", "4", "1", "4"],
    }
    engine.register("plants", pa.table(columns))
    joined = ellison_glaeser(engine, "plants")
    for name in apart.column_names:
        np.testing.assert_array_equal(joined[name].to_pylist(), apart[name].to_pylist())
    assert apart["plants"].to_pylist() == [1, 3]


def test_a_plant_of_which_part_is_unknown_is_unknown(engine):
    columns = {"region": ["a", "a"], "activity": ["1", "1"], "jobs": [1.0, None], "plant": ["x", "x"]}
    engine.register("plants", pa.table(columns))
    with pytest.raises(InputError) as refused:
        ellison_glaeser(engine, "plants")
    assert refused.value.key == "values-not-numbers"


PRESENCES = st.lists(st.tuples(st.sampled_from("pqrst"), st.sampled_from("abcd")), min_size=1, max_size=20)


def square(table, names, value):
    found = np.zeros((len(names), len(names)))
    for row in table.to_pylist():
        one, other = names.index(row["first"]), names.index(row["second"])
        assert one < other
        found[one, other] = found[other, one] = row[value]
    return found


@SHARED
@given(rows=PRESENCES)
def test_proximity(engine, rows):
    firms, firm = np.unique([row[0] for row in rows], return_inverse=True)
    names, activity = np.unique([row[1] for row in rows], return_inverse=True)
    engine.register(
        "held", pa.table({"firm": [row[0] for row in rows], "activity": [row[1] for row in rows]})
    )
    profiles = sparse.coo_array((np.ones(len(rows)), (firm, activity)), (len(firms), len(names)))
    found = proximity(engine, "held", by="firm")
    np.testing.assert_allclose(
        square(found, names.tolist(), "proximity"), relatedness.proximity(profiles).toarray(), **SAME
    )
    present = (profiles.toarray() > 0).astype(float)
    together = present.T @ present
    np.testing.assert_array_equal(
        square(found, names.tolist(), "together"), together - np.diag(np.diag(together))
    )
    for row in found.to_pylist():
        assert row["first_places"] == together[(at := names.tolist().index(row["first"])), at]
        assert row["second_places"] == together[(at := names.tolist().index(row["second"])), at]


@SHARED
@given(rows=PRESENCES)
def test_co_participation(engine, rows):
    names, who = np.unique([row[0] for row in rows], return_inverse=True)
    events, what = np.unique([row[1] for row in rows], return_inverse=True)
    engine.register(
        "parts", pa.table({"organization": [row[0] for row in rows], "event": [row[1] for row in rows]})
    )
    incidence = sparse.coo_array((np.ones(len(rows)), (who, what)), (len(names), len(events)))
    found = co_participation(engine, "parts")
    expected = link_prediction.co_participation(incidence).toarray()
    np.testing.assert_allclose(square(found, names.tolist(), "weight"), expected, **SAME)
    present = (incidence.toarray() > 0).astype(float)
    np.testing.assert_array_equal(
        square(found, names.tolist(), "events"), np.where(expected > 0, present @ present.T, 0.0)
    )


def test_place_counts_give_the_curve_of_the_sites(engine):
    rows = [row for row in skewed(300) if row[0] < "r20"]
    register(engine, rows)
    activities = ["a01", "a02"]
    found = place_counts(engine, "plants", iter(activities))
    places = found["place"].to_pylist()
    assert places == sorted({row[0] for row in rows})
    for place, sites, members in zip(*(found[name].to_pylist() for name in found.column_names), strict=True):
        here = [row[1] for row in rows if row[0] == place]
        assert (sites, members) == (len(here), sum(one in activities for one in here))
    points = stream(9, 0).random((len(places), 2)) * 50
    at = points[[places.index(row[0]) for row in rows]]
    whole = density_curve(at, [row[1] in activities for row in rows], distances=np.arange(40), bandwidth=3.0)
    sites, members = column(found, "sites").astype(int), column(found, "members").astype(int)
    member = np.concatenate([np.arange(n) < m for n, m in zip(sites, members, strict=True)])
    counted = density_curve(np.repeat(points, sites, axis=0), member, distances=np.arange(40), bandwidth=3.0)
    np.testing.assert_allclose(counted.values, whole.values, rtol=1e-9)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_same_register_gives_the_same_bits(threads, tmp_path):
    """However the work is divided, and in whatever order the rows come."""
    rows, answers = skewed(20_000), []
    shuffled = [rows[at] for at in stream(1, threads).permutation(len(rows))]
    for given_rows, count in ((rows, 2), (shuffled, threads)):
        with DuckEngine(threads=count) as engine:
            register(engine, given_rows)
            tables = [
                location_quotients(engine, "plants", measure="jobs"),
                region_figures(engine, "plants", measure="jobs"),
                activity_figures(engine, "plants", measure="jobs"),
                ellison_glaeser(engine, "plants"),
                coagglomeration(engine, "plants").pairs,
            ]
        answers.append(tables)
    for one, other in zip(*answers, strict=True):
        for name in one.column_names:
            np.testing.assert_array_equal(one[name].to_pylist(), other[name].to_pylist(), err_msg=name)


def test_rows_without_region_or_activity_are_passed_over(engine):
    columns = {"region": ["a", None, "b"], "activity": ["1", "1", None], "jobs": [2.0, None, -1.0]}
    engine.register("plants", pa.table(columns))
    assert location_quotients(engine, "plants", measure="jobs")["count"].to_pylist() == [2.0]
    assert place_counts(engine, "plants", [])["sites"].to_pylist() == [1]
    assert proximity(engine, "plants").num_rows == 0


def test_numbers_name_regions_too(engine):
    engine.register("plants", pa.table({"region": [10, 9, 9], "activity": [1, 1, 2], "jobs": [1, 2, 3]}))
    found = location_quotients(engine, "plants", measure="jobs")
    assert found["region"].to_pylist() == ["10", "10", "9", "9"]
    assert found["count"].to_pylist() == [1.0, 0.0, 2.0, 3.0]
    assert region_figures(engine, "plants", measure="jobs")["size"].to_pylist() == [1.0, 5.0]
    assert ellison_glaeser(engine, "plants")["plants"].to_pylist() == [2, 1]


MEASURES = (location_quotients, region_figures, activity_figures)


@pytest.mark.parametrize("function", [*MEASURES, ellison_glaeser, maurel_sedillot, coagglomeration])
@pytest.mark.parametrize(
    ("jobs", "key"),
    [
        ([], "group-empty"),
        ([1.0, None], "values-not-numbers"),
        ([1.0, float("nan")], "values-not-numbers"),
        ([1.0, float("-inf")], "values-not-numbers"),
        ([1.0, -1.0], "values-negative"),
    ],
)
def test_jobs_that_cannot_be_are_refused(engine, function, jobs, key):
    register(engine, [("a", "1", one) for one in jobs])
    with pytest.raises(InputError) as refused:
        function(engine, "plants", **({"measure": "jobs"} if function in MEASURES else {}))
    assert refused.value.key == key
    if key != "group-empty":
        assert refused.value.values == {"name": "jobs", "count": 1}


@pytest.mark.parametrize(
    ("function", "columns", "missing"),
    [
        (location_quotients, ["activity"], "region"),
        (region_figures, ["region"], "activity"),
        (ellison_glaeser, ["region", "activity"], "jobs"),
        (proximity, ["activity"], "region"),
        (co_participation, ["organization"], "event"),
        (lambda engine, name: place_counts(engine, name, []), ["region"], "activity"),
    ],
)
def test_columns_and_relations_that_are_not_there_are_named(engine, function, columns, missing):
    engine.register("short", pa.table({name: ["x"] for name in columns}))
    with pytest.raises(InputError) as refused:
        function(engine, "short")
    assert (refused.value.key, refused.value.values["column"]) == ("relation-column-missing", missing)
    with pytest.raises(InputError) as refused:
        function(engine, "nowhere")
    assert refused.value.key == "relation-unknown"


def test_totals_must_know_every_region(engine):
    register(engine, [("a", "1", 1), ("b", "1", 1)])
    register(engine, [("a", "", 1)], "everything")
    with pytest.raises(InputError) as refused:
        ellison_glaeser(engine, "plants", totals="everything")
    assert (refused.value.key, refused.value.values) == ("region-without-total", {"region": "b"})
    register(engine, [("a", "", -1), ("b", "", 2)], "everything")
    with pytest.raises(InputError) as refused:
        ellison_glaeser(engine, "plants", totals="everything")
    assert refused.value.key == "values-negative"


def read_rows(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize("version", ["2008", "2025"])
def test_the_belgian_register(engine, data, version):
    """Against the same rows read one by one."""
    folder = data / "kbo"
    read_kbo(engine, folder, version=version, address="REGO")
    where = {
        row["EntityNumber"]: row["Zipcode"]
        for row in read_rows(folder / "address.csv")
        if row["TypeOfAddress"] == "REGO" and not row["CountryNL"] and not row["DateStrikingOff"]
    }
    expected = {
        (where[row["EntityNumber"]], row["NaceCode"], row["EntityNumber"])
        for row in read_rows(folder / "activity.csv")
        if row["Classification"] == "MAIN" and row["NaceVersion"] == version and row["EntityNumber"] in where
    }
    assert len(expected) >= 3
    found = engine.run("SELECT region, activity, plant FROM establishments ORDER BY ALL")
    assert [tuple(row.values()) for row in found.to_pylist()] == sorted(expected)
    counts = location_quotients(engine, "establishments")
    assert sum(counts["count"].to_pylist()) == len(expected)
    with pytest.raises(InputError) as refused:
        read_kbo(engine, data)
    assert refused.value.key == "file-unreadable"


def test_what_is_struck_off_or_abroad_or_secondary_is_no_establishment(engine, tmp_path):
    activities = ["1,28100,MAIN,2025", "1,10710,SECO,2025", "1,28000,MAIN,2008", "2,28100,MAIN,2025"]
    activities += ["3,28100,MAIN,2025", "4,28100,MAIN,2025", "5,28100,MAIN,2025"]
    addresses = ["1,BAET,,9000,", "1,REGO,,1000,", "2,BAET,,8500,01-01-2020", "3,BAET,France,59000,"]
    addresses += ["4,BAET,,8500,", "4,BAET,,8500,"]
    for name, head, rows in (
        ("activity", "EntityNumber,NaceCode,Classification,NaceVersion", activities),
        ("address", "EntityNumber,TypeOfAddress,CountryNL,Zipcode,DateStrikingOff", addresses),
    ):
        (tmp_path / f"{name}.csv").write_text("\n".join([head, *rows]) + "\n")
    read_kbo(engine, tmp_path, "found")
    assert engine.run("SELECT plant, region, activity FROM found ORDER BY ALL").to_pylist() == [
        {"plant": "1", "region": "9000", "activity": "28100"},
        {"plant": "4", "region": "8500", "activity": "28100"},
    ]
