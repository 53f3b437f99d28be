"""The full H2020 tables of Belgium on the route: loaded, audited, planned, and the same twice."""

from pathlib import Path

import pytest

from traitdunion.workspace import analysis, registry
from traitdunion.workspace.base import Workspace, opened
from traitdunion.workspace.demo import EXAMPLE
from traitdunion.workspace.documents import audit_document, plan_document


def walk(folder: Path, cordis: Path) -> tuple[Workspace, dict, dict, str]:
    tables = [
        cordis / name
        for name in (
            "organizations_belgium.csv",
            "h2020_projects_belgium.csv.gz",
            "h2020_participations_belgium.csv.gz",
        )
    ]
    with opened(folder) as place:
        loaded = registry.load(place, tables, format="cordis")
        assert loaded.faults == ()
        assert registry.load(place, sorted(EXAMPLE.glob("*.csv"))).faults == ()
        ecosystem = registry.snapshot(place)
        audited = analysis.audit(place, ecosystem)
        advice = analysis.recommend(place, ecosystem, audited)
        return place, audit_document(audited), plan_document(analysis.plan(place, advice)), ecosystem.key


@pytest.mark.slow
def test_h2020_belgium_is_loaded_audited_and_planned_the_same_twice(data: Path, tmp_path: Path) -> None:
    _, audit, plan, key = walk(tmp_path / "one", data / "cordis")
    assert audit["coverage"]["tied"] >= 10
    assert len(plan["introductions"]) == 100
    assert plan["random"]["high"] < plan["gain"] <= plan["bound"]
    _, audit_again, plan_again, key_again = walk(tmp_path / "two", data / "cordis")
    assert (key, audit, plan) == (key_again, audit_again, plan_again)
