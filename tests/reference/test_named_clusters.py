"""Do the agglomerations found from sites alone hold the clusters people know?

No list of clusters is given to `locate`: clusters are not among the sites. What it finds is then laid beside
the clusters of the built-in example, each by its own focus.
"""

from datetime import date
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
import shapely
import shapely.ops

from traitdunion.domain.activity import FIELDS
from traitdunion.domain.record import Records
from traitdunion.methods.permutation import drawn, monte_carlo_p
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.registers.cordis import load_cordis
from traitdunion.registers.resolve import resolve
from traitdunion.registers.snapshot import snapshot
from traitdunion.steps.locate import locate

FILES = (
    "organizations_belgium.csv",
    "h2020_participations_belgium.csv.gz",
    "h2020_projects_belgium.csv.gz",
    "h2020_programme_parts.csv.gz",
)
DRAWS = 199


class Named(NamedTuple):
    """Clusters with a place: where, which fields their topics lie in, which agglomerations hold them."""

    ids: list[str]
    focus: np.ndarray  # clusters by fields
    held: np.ndarray  # clusters by fields


@pytest.fixture(scope="module")
def cordis(data):
    """Belgian organizations of H2020 and what they took part in; their partners abroad are left out."""
    read = load_cordis([data / "cordis" / name for name in FILES]).records
    home = read.organizations.filter(pc.equal(read.organizations["country"], "BE"))
    refs = pa.array(home["ref"].to_pylist())
    part = read.participations.filter(pc.is_in(read.participations["organization_ref"], refs))
    records = Records(home, read.ties, read.events, part, read.topics)
    return snapshot(resolve(records), as_of=date(2020, 12, 31))


@pytest.fixture(scope="module")
def found_in(cordis, example):
    """Agglomerations of each field, from the projects of H2020 and from the example's organizations."""
    return {
        name: {field: locate(world, field, draws=DRAWS, seed=1).agglomerations for field in FIELDS}
        for name, world in (("cordis", cordis), ("example", example))
    }


def holds(area, lat, lon):
    """Whether a point lies in the hull, or within two kilometres of it: places are known to the town."""
    hull = shapely.Polygon(area.hull[:, ::-1])
    if hull.contains(shapely.Point(lon, lat)):
        return True
    near = shapely.get_coordinates(shapely.ops.nearest_points(hull, shapely.Point(lon, lat))[0])[0]
    return great_circle_km(lat, lon, near[1], near[0]) <= 2.0


def named(example, areas):
    rows = example.organizations.select(["id", "kind", "topics", "lat", "lon"]).to_pylist()
    placed = [row for row in rows if row["kind"] == "cluster" and row["lat"] is not None]
    focus = [[bool(field.topics & set(row["topics"] or ())) for field in FIELDS.values()] for row in placed]
    held = [
        [any(holds(area, row["lat"], row["lon"]) for area in areas[field]) for field in FIELDS]
        for row in placed
    ]
    kept = np.array(focus).any(axis=1)
    ids = [row["id"] for row, keep in zip(placed, kept, strict=True) if keep]
    return Named(ids, np.array(focus)[kept], np.array(held)[kept])


def hits(clusters, order=None):
    """Clusters held by an agglomeration of a field that is theirs, or is dealt to them."""
    focus = clusters.focus if order is None else clusters.focus[order]
    return int((focus & clusters.held).any(axis=1).sum())


def by_chance(clusters):
    return drawn(lambda dice: hits(clusters, dice.permutation(len(clusters.ids))), draws=999, seed=1)


def towns(areas):
    return {town for area in areas for town in area.places}


def test_the_biotechnology_of_gosselies_and_ghent_comes_out_of_the_example(found_in):
    """Gosselies: 23 sites where 6.6 are expected; Ghent with Zwijnaarde: 15 where 3.2 are; p 0.005 each."""
    assert {"Gosselies", "Gent"} <= towns(found_in["example"]["life-sciences"])
    assert all(area.p <= 0.05 and area.low > 1 for area in found_in["example"]["life-sciences"])


def test_horizon_2020_alone_is_too_thin_for_them(cordis, found_in):
    """Of 869 placed organizations three stand in Gosselies: no test can tell three from chance.

    What it does tell: energy projects gather around Brussels (119 where 96 are expected, p 0.035), where the
    associations of the sector have their seats. Nothing else leaves what chance would do.
    """
    rows = cordis.organizations.select(["city", "lat"]).to_pylist()
    placed = [(row["city"] or "").casefold() for row in rows if row["lat"] is not None]
    assert len(placed) == 869
    assert sum("gosselies" in city for city in placed) < 5
    assert towns(found_in["cordis"]["energy"]) == {"Bruxelles"}
    assert "Gosselies" not in towns(found_in["cordis"]["life-sciences"])


@pytest.mark.parametrize("source", ["cordis", "example"])
def test_clusters_lie_in_agglomerations_of_their_own_focus_more_than_of_another(example, found_in, source):
    """Of 58 clusters with a focus and a place, 2 (H2020) and 7 (example) lie in one of their own focus.

    Foci dealt anew among the clusters give 1.1 and 4.4: more than by chance, but not surely (p 0.30, 0.11).
    Few agglomerations are sure at all, and 44 of the 58 clusters lie in none.
    """
    clusters = named(example, found_in[source])
    observed, null = hits(clusters), by_chance(clusters)
    assert len(clusters.ids) == 58
    assert observed > null.mean()
    assert monte_carlo_p(observed, null) < 0.5


def test_what_is_held_is_held_by_a_focus_of_its_own(example, found_in):
    """In the example: BeCentral by digital, the Biopark by life sciences, Tech Lane by life sciences."""
    clusters = named(example, found_in["example"])
    own = (clusters.focus & clusters.held).any(axis=1)
    held = {name for name, keep in zip(clusters.ids, own, strict=True) if keep}
    assert {"becentral", "biopark-charleroi", "tech-lane-ghent"} <= held
