from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import traitdunion as td
from traitdunion.domain.mandate import pair_of
from traitdunion.domain.plan import Plan
from traitdunion.domain.recommendation import Recommendations
from traitdunion.workspace import analysis, documents, planning, registry, wishes
from traitdunion.workspace.base import Workspace, changed, opened
from traitdunion.workspace.demo import EXAMPLE
from traitdunion.workspace.planning import Options

FEW = Options(introductions=20, partners=0, solver="quick")
WHY = {"by": "mv", "reason": "why"}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planning") / "workspace"
    with opened(folder) as place:
        registry.load(place, sorted(EXAMPLE.glob("*.csv")))
    return folder


@pytest.fixture
def place(loaded: Path) -> Iterator[Workspace]:
    """A workspace in which rules and answers are taken back afterwards."""
    with opened(loaded) as workspace:
        yield changed(workspace, broker=("agoria", "sirris"))
        for one in wishes.rules(workspace).items:
            wishes.withdraw_rule(workspace, one.kind, one.organization, one.partner)
        for given in wishes.answers(workspace).items:
            wishes.withdraw_answer(workspace, given.organization, given.partner, given.outcome)


@pytest.fixture
def found(place: Workspace) -> Recommendations:
    ecosystem = registry.snapshot(place)
    return analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))


def again(place: Workspace) -> Recommendations:
    ecosystem = registry.snapshot(place)
    return analysis.recommend(place, ecosystem, analysis.audit(place, ecosystem))


def pairs(plan: Plan) -> set[tuple[str, str]]:
    return {line.pair for line in plan.lines}


def kept_plans() -> list[dict[str, object]]:
    from traitdunion.store.models import PlanRow

    return [row.document for row in PlanRow.objects.order_by("id")]


def test_a_plan_is_kept_once_with_all_it_was_made_from(place: Workspace, found: Recommendations) -> None:
    made = planning.plan(place, found, FEW)
    kept = kept_plans()
    planning.plan(place, found, FEW)
    assert kept_plans() == kept
    document = documents.plan_document(made)
    assert document in kept
    wanted = ("introductions", "gain", "bound", "ratio", "random", "top_scores", "curve", "weights")
    assert {*wanted, "waiting_list", "seed"} <= document.keys()
    assert {"gain", "low", "high"} <= document["random"].keys()
    assert document["ratio"] == pytest.approx(document["gain"] / document["bound"])


def test_rules_hold_and_a_must_that_nobody_recommended_is_in(
    place: Workspace, found: Recommendations
) -> None:
    first = planning.plan(place, found, FEW).lines[0]
    wishes.rule(place, "must-not", first.organization, first.partner, **WHY)  # type: ignore[arg-type]
    wishes.rule(place, "must", "umicore", "a6k", **WHY)  # type: ignore[arg-type]
    ruled = planning.plan(place, again(place), FEW)
    assert first.pair not in pairs(ruled)
    line = next(line for line in ruled.lines if line.pair == pair_of("umicore", "a6k"))
    assert line.pinned
    assert [reason.key for reason in line.reasons]


def test_who_was_asked_is_left_alone_and_teaches(place: Workspace, found: Recommendations) -> None:
    before = planning.plan(place, found, FEW)
    one, other = before.lines[0], before.lines[1]
    wishes.answer(place, one.organization, one.partner, "declined", by="mv", reason="no-time")
    wishes.answer(place, other.organization, other.partner, "accepted", by="mv")
    after = planning.plan(place, again(place), FEW)
    assert not {one.pair, other.pair} & pairs(after)
    assert (after.acceptance.answers, after.acceptance.accepted) == (2, 1)


def test_answers_between_partners_teach_too(place: Workspace) -> None:
    wishes.answer(place, "umicore", "imec", "declined", by="mv", reason="known-already")
    wishes.answer(place, "umicore", "agoria", "declined", by="mv", reason="no-need")
    made = planning.plan(place, again(place), FEW)
    assert made.acceptance.answers == 1


def test_nobody_is_proposed_against_consent(place: Workspace, found: Recommendations) -> None:
    before = planning.plan(place, found, FEW)
    refusing = before.lines[0].organization
    wishes.rule(place, "not-proposed", refusing, **WHY)  # type: ignore[arg-type]
    wishes.rule(place, "no-rivals", refusing, **WHY)  # type: ignore[arg-type]
    assert {one.kind for one in wishes.rules(place).items} == {"not-proposed", "no-rivals"}
    after = planning.plan(place, again(place), FEW)
    assert all(refusing not in pair for pair in pairs(after))
    wishes.rule(place, "may-be-proposed", refusing, **WHY)  # type: ignore[arg-type]
    assert {one.kind for one in wishes.rules(place).items} == {"may-be-proposed", "no-rivals"}
    only = planning.plan(place, again(place), replace(FEW, consented=True))
    asked = {line.organization for line in only.lines if line.purpose != "clusters"}
    assert asked == {refusing}


def test_the_managers_list_brokers_and_partners(
    place: Workspace, found: Recommendations, tmp_path: Path
) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("Organization,Partner\nUmicore,A6K\nBarco,BeCentral\nUmicore,imec\n", encoding="utf-8")
    brokers = tmp_path / "brokers.csv"
    brokers.write_text("broker,introductions,languages\nmv,12,nl\njd,8,fr\n", encoding="utf-8")
    made = planning.plan(place, found, replace(FEW, compare=own, brokers=brokers, partners=2))
    assert made.compared is not None
    assert {line.pair for line in made.compared_lines} == {
        pair_of("umicore", "a6k"),
        pair_of("barco", "becentral"),
        pair_of("umicore", "imec"),
    }
    assert {line.purpose for line in made.compared_lines} >= {"partner"}
    assert {line.broker for line in made.lines} == {"mv", "jd"}
    assert made.candidates > planning.plan(place, found, FEW).candidates + 500
    own.write_text("Organization,Partner\nUmicore,Nowhere\nBarco,\n", encoding="utf-8")
    with pytest.raises(td.FaultyFile) as caught:
        planning.plan(place, found, replace(FEW, compare=own))
    assert [(fault.row, fault.column) for fault in caught.value.faults] == [(2, "Partner"), (3, "Partner")]


def test_what_if_keeps_the_changed_plan_and_tells_what_moves(
    place: Workspace, found: Recommendations
) -> None:
    plain = planning.plan(place, found, FEW)
    kept = kept_plans()
    first = plain.lines[0].pair
    options = replace(FEW, drop=[first], add=[("Umicore", "A6K")], pin=[plain.lines[-1].pair])
    seen = planning.changed(place, found, options)
    assert kept_plans() == [*kept, documents.plan_document(seen.after)]
    assert seen.before.lines == plain.lines
    assert first in {line.pair for line in seen.gone}
    assert pair_of("umicore", "a6k") in {line.pair for line in seen.come}
    assert plain.lines[-1].pair in pairs(seen.after)
    assert pairs(seen.after) == pairs(plain) - {line.pair for line in seen.gone} | {
        line.pair for line in seen.come
    }
    assert seen.after.gain < seen.before.gain
    document = documents.what_if_document(seen)["what_if"]
    assert document["after"]["effects"]["pairs"] != document["before"]["effects"]["pairs"]


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"pin": [("umicore", "umicore")]}, "pair-itself"),
        ({"pin": [("umicore", "nobody at all")]}, "organization-unknown"),
        ({"weights": {"tide": 1.0}}, "weight-unknown"),
        ({"at_least": ["region:Wallonia=30"]}, "plan-impossible"),
    ],
)
def test_what_cannot_be_is_refused(
    place: Workspace, found: Recommendations, options: dict[str, object], key: str
) -> None:
    with pytest.raises(td.InputError) as caught:
        planning.plan(place, found, replace(FEW, **options))  # type: ignore[arg-type]
    assert caught.value.key == key


def test_weights_steer_the_plan(place: Workspace, found: Recommendations) -> None:
    tied = planning.plan(place, found, replace(FEW, weights={"tied": 20.0}))
    bridged = planning.plan(place, found, replace(FEW, weights={"tied": 0.0, "reached": 0.0}))
    assert {line.purpose for line in tied.lines} == {"join"}
    assert all(line.purpose != "join" for line in bridged.lines)
    assert tied.weights["tied"] == 20.0
