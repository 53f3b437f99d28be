from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from traitdunion.domain.mandate import DIMENSIONS, pair_of, quota_of
from traitdunion.errors import InputError, WorkspaceError
from traitdunion.store.base import close_store
from traitdunion.workspace import atlas, documents, plan_desk, planning, registry, wishes
from traitdunion.workspace.base import Workspace, changed, opened
from traitdunion.workspace.demo import EXAMPLE
from traitdunion.workspace.plan_desk import Seen
from traitdunion.workspace.planning import Options

FEW = Options(introductions=12, partners=0, solver="quick")
WHY = {"by": "mv", "reason": "why"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "workspace"
    with opened(folder) as place:
        registry.load(place, sorted(EXAMPLE.glob("*.csv")))
    return folder


@pytest.fixture
def place(loaded: Path) -> Iterator[Workspace]:
    with opened(loaded) as workspace:
        yield changed(workspace, broker=("agoria", "sirris"))


@pytest.fixture(autouse=True)
def _empty_desk() -> None:
    plan_desk._held.clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """The options of every plan that is made, not taken from memory."""
    calls: list[Options] = []
    planned = planning.planned

    def counted(workspace: Any, recommendations: Any, options: Options) -> Any:
        calls.append(options)
        return planned(workspace, recommendations, options)

    monkeypatch.setattr(planning, "planned", counted)
    return calls


def pairs(plan: Any) -> set[tuple[str, str]]:
    return {line.pair for line in plan.lines}


def test_what_is_seen_is_the_plan_that_would_be_kept_and_nothing_is_kept(place: Workspace) -> None:
    from traitdunion.store.models import PlanRow

    found = plan_desk.seen(place, FEW)
    assert found.beside is None
    assert PlanRow.objects.count() == 0
    kept = planning.plan(place, atlas.atlas(place).recommendations, FEW)
    assert documents.plan_document(found.plan) == documents.plan_document(kept)
    assert len(found.measurement.listings[0].rows) == len(kept.lines) > 0
    PlanRow.objects.all().delete()


def test_the_same_is_made_once_for_twenty_requests(place: Workspace, made: list[Options]) -> None:
    atlas.atlas(place)
    start = Barrier(20)

    def request(_: int) -> Seen:
        start.wait()
        try:
            return plan_desk.seen(place, FEW)
        finally:
            close_store()  # the connection of this thread

    with ThreadPoolExecutor(20) as pool:
        found = list(pool.map(request, range(20)))
    assert made == [FEW]
    assert len({id(one.plan) for one in found}) == 1


def test_a_line_dropped_is_set_beside_the_plan_without_that_wish(
    place: Workspace, made: list[Options]
) -> None:
    plain = plan_desk.seen(place, FEW).plan
    first = plain.lines[0]
    asked = replace(FEW, drop=[first.pair], add=[("umicore", "a6k")])
    found = plan_desk.seen(place, asked)
    assert made == [FEW, asked]
    assert found.beside is not None
    assert (found.beside.before, found.beside.after) == (plain, found.plan)
    assert first in found.beside.gone
    assert pairs(found.plan) - pairs(plain) == {line.pair for line in found.beside.come}
    assert pair_of("umicore", "a6k") in pairs(found.plan)


def test_no_more_than_eight_are_held_and_the_last_used_stay(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Options] = []
    monkeypatch.setattr(planning, "planned", lambda _, __, options: made.append(options) or options)
    several = [replace(FEW, introductions=n) for n in range(1, 10)]
    for options in several[:8]:
        assert plan_desk.seen(place, options).plan == options
    plan_desk.seen(place, several[0])
    plan_desk.seen(place, several[8])
    assert len(plan_desk._held) == 8
    assert made == several
    plan_desk.seen(place, several[0])
    assert made == several
    plan_desk.seen(place, several[1])
    assert made == [*several, several[1]]


def test_a_rule_made_meanwhile_is_seen(place: Workspace) -> None:
    first = plan_desk.seen(place, FEW).plan.lines[0]
    wishes.rule(place, "must-not", first.organization, first.partner, **WHY)  # type: ignore[arg-type]
    after = plan_desk.seen(place, FEW).plan
    wishes.withdraw_rule(place, "must-not", first.organization, first.partner)
    assert first.pair not in pairs(after)


def test_what_was_loaded_while_a_plan_was_made_keeps_it_out_of_memory(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = planning.planned

    def slow(workspace: Any, recommendations: Any, options: Options) -> Any:
        wishes.rule(place, "not-proposed", "umicore", **WHY)  # type: ignore[arg-type]
        return planned(workspace, recommendations, options)

    monkeypatch.setattr(planning, "planned", slow)
    plan_desk.seen(place, FEW)
    assert plan_desk._held == {}
    wishes.withdraw_rule(place, "not-proposed", "umicore")


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ({"at_least": ["region:Nowhere=3"]}, "quota-group-unknown"),
        ({"at_least": ["region:Wallonia=9"], "at_most": ["region:Wallonia=2"]}, "plan-impossible"),
        ({"introductions": 0}, "budget-too-small"),
        ({"pin": [("umicore", "nobody-of-this-name")]}, "organization-unknown"),
    ],
)
def test_what_cannot_beplanned_is_an_error_and_leaves_nothing(
    place: Workspace, wish: dict[str, Any], key: str
) -> None:
    for _ in range(2):
        with pytest.raises(InputError) as caught:
            plan_desk.seen(place, replace(FEW, **wish))
        assert caught.value.key == key
    assert plan_desk._held == {}


def test_an_empty_workspace_is_told(tmp_path: Path) -> None:
    with opened(tmp_path / "empty") as workspace, pytest.raises(WorkspaceError, match="workspace"):
        plan_desk.seen(workspace, FEW)


def test_every_group_there_is_can_be_a_quota(place: Workspace) -> None:
    known = plan_desk.groups(atlas.atlas(place))
    assert tuple(known) == DIMENSIONS
    assert {"Flanders", "Wallonia", "Brussels"} <= {*known["region"]}
    assert {"a6k", "*"} <= {*known["cluster"]}
    quotas = [f"{dimension}:{some[-1]}=100%" for dimension, some in known.items() if some]
    assert len(quotas) == 8
    assert all(quota_of(text, at_least=False) for text in quotas)
    assert plan_desk.seen(place, replace(FEW, at_most=quotas)).plan.lines
