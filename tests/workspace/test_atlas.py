import csv
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from traitdunion.domain.ecosystem import NO_CONTACT
from traitdunion.domain.partial_date import last_day
from traitdunion.domain.report import Profile
from traitdunion.errors import InputError, WorkspaceError
from traitdunion.examples.generator import invent, write
from traitdunion.store.base import close_store
from traitdunion.workspace import analysis, atlas, planning, registry, wishes
from traitdunion.workspace.atlas import Atlas
from traitdunion.workspace.base import Workspace, changed, opened
from traitdunion.workspace.demo import EXAMPLE

WHY = {"by": "mv", "reason": "why"}


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    made = invent(60, seed=4)
    for row in made.organizations:
        row["member"] = "true"
    return write(made, tmp_path_factory.mktemp("invented"))


@pytest.fixture
def place(tmp_path: Path, invented: list[Path]) -> Iterator[Workspace]:
    with opened(tmp_path / "workspace") as workspace:
        registry.load(workspace, invented)
        yield workspace


@pytest.fixture(scope="module")
def belgium(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    with opened(tmp_path_factory.mktemp("belgium") / "workspace") as workspace:
        registry.load(workspace, sorted(EXAMPLE.glob("*.csv")))
        return atlas.atlas(changed(workspace, broker=("agoria", "sirris")))


def loaded(workspace: Workspace, path: Path, name: str) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "name", "city"], [name.casefold(), name, "Gent"]])
    number = registry.load(workspace, [path]).batch
    assert number is not None
    return number


def told(tie: atlas.Tie) -> tuple[Any, ...]:
    return tie.kind, tie.since, tie.until, tie.source_url, tie.source_date


def count_calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls: list[int] = []
    audit = analysis.audit

    def counted(*args: Any) -> Any:
        calls.append(1)
        return audit(*args)

    monkeypatch.setattr(analysis, "audit", counted)
    return calls


def test_twenty_requests_at_once_make_it_once(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    calls, start = count_calls(monkeypatch), Barrier(20)

    def request(_: int) -> Atlas:
        start.wait()
        try:
            return atlas.atlas(place)
        finally:
            close_store()  # the connection of this thread

    with ThreadPoolExecutor(20) as pool:
        found = list(pool.map(request, range(20)))
    assert len({id(one) for one in found}) == 1
    assert len(calls) == 1


def test_a_load_is_seen_at_once_and_its_undoing_too(place: Workspace, tmp_path: Path) -> None:
    before = atlas.atlas(place)
    number = loaded(place, tmp_path / "one.csv", "Globex")
    after = atlas.atlas(place)
    assert "globex" in after.subjects.keys() - before.subjects.keys()
    registry.undo(place, number)
    assert atlas.atlas(place) is before


def test_at_most_two_are_kept_those_asked_for_last(place: Workspace, tmp_path: Path) -> None:
    first = atlas.atlas(place)
    number = loaded(place, tmp_path / "one.csv", "Globex")
    atlas.atlas(place)
    registry.undo(place, number)
    atlas.atlas(place)
    other = loaded(place, tmp_path / "two.csv", "Initech")
    atlas.atlas(place)
    registry.undo(place, other)
    assert len(atlas._kept) == 2
    assert atlas.atlas(place) is first


def test_rules_answers_settings_and_judgments_make_it_anew(place: Workspace) -> None:
    found = [atlas.atlas(place)]
    advised = next(one for one in found[0].recommendations if one.purpose == "join")
    sides = (advised.organization, advised.partner)
    wishes.rule(place, "must-not", *sides, **WHY)
    found.append(atlas.atlas(place))
    wishes.withdraw_rule(place, "must-not", *sides)
    wishes.answer(place, *sides, "declined", by="mv", reason="no-time")
    found.append(atlas.atlas(place))
    for one in found[1:]:
        assert sides not in {(each.organization, each.partner) for each in one.recommendations}
    registry.judge(place, "same", "o1", "o2")
    found.append(atlas.atlas(place))
    assert found[-1].counts["organizations"] == found[0].counts["organizations"] - 1
    found.append(atlas.atlas(changed(place, broker=("o3",))))
    assert found[-1].audit.broker == ("o3",)
    assert len({one.key for one in found}) == len(found)


def test_what_is_barred_fits_no_cluster(place: Workspace) -> None:
    before = atlas.atlas(place)
    cluster = next(id for id, fitting in before.drawers.fitting.items() if len(fitting) == 5)
    barred = [one.organization for one in atlas.cluster(before, cluster).fitting[:2]]
    for organization in barred:
        wishes.rule(place, "must-not", cluster, organization, **WHY)
    after = atlas.cluster(atlas.atlas(place), cluster).fitting
    assert not {one.organization for one in after} & {*barred}
    assert len(after) == 5
    assert [one.organization for one in after[:3]] == [
        one.organization for one in atlas.cluster(before, cluster).fitting[2:]
    ]


def test_what_was_loaded_while_it_was_made_is_not_kept_under_the_old_name(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot, numbers = registry.snapshot, []

    def slow(workspace: Workspace) -> Any:
        if not numbers:
            numbers.append(loaded(workspace, tmp_path / "one.csv", "Globex"))
        return snapshot(workspace)

    monkeypatch.setattr(registry, "snapshot", slow)
    assert "globex" in atlas.atlas(place).subjects
    registry.undo(place, numbers[0])
    assert "globex" not in atlas.atlas(place).subjects


def test_a_failure_is_told_and_does_not_stop_the_next_request(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr(analysis, "audit", fail)
        with pytest.raises(OSError, match="no space"):
            atlas.atlas(place)
    assert atlas.atlas(place).counts["organizations"]


def test_an_empty_workspace_says_so(tmp_path: Path) -> None:
    with opened(tmp_path / "workspace") as workspace, pytest.raises(WorkspaceError) as refused:
        atlas.atlas(workspace)
    assert refused.value.key == "workspace-empty"


def test_its_lists_are_those_of_the_report_without_the_plan(place: Workspace) -> None:
    found = atlas.atlas(place)
    options = planning.Options(introductions=5, partners=0, solver="quick")
    report, _ = analysis.report(
        place, found.recommendations, planning.plan(place, found.recommendations, options)
    )
    assert [one for one in report.listings if one.key != "plan"] == [*found.listings.values()]
    assert (report.subjects, report.topics, report.counts) == (found.subjects, found.topics, found.counts)
    assert report.named == found.named
    assert len(report.profiles) == len(report.named) > 0
    for profile in report.profiles:
        own = atlas.cluster(found, profile.organization)
        assert all(getattr(own, one.name) == getattr(profile, one.name) for one in fields(Profile))


def test_an_organization_has_every_tie_from_its_own_side(belgium: Atlas) -> None:
    ids = belgium.ecosystem.organizations["id"].to_pylist()
    expected: dict[str, list[tuple[Any, ...]]] = {id: [] for id in ids}
    for tie in belgium.ecosystem.ties.to_pylist():
        source, target = ids[tie["source"]], ids[tie["target"]]
        rest = (tie["kind"], tie["since"], tie["until"], tie["source_url"], tie["source_date"])
        state = "announced" if tie["status"] == "announced" else "valid" if tie["valid"] else "ended"
        expected[source].append((target, True, state, *rest))
        expected[target].append((source, False, state, *rest))
    states = set()
    for id in ids:
        facts = atlas.organization(belgium, id)
        found = [(tie.organization, tie.outgoing, tie.state, *told(tie)) for tie in facts.ties]
        assert sorted(found, key=str) == sorted(expected[id], key=str)
        assert all(tie.name == belgium.subjects[tie.organization].name for tie in facts.ties)
        states |= {tie.state for tie in facts.ties}
    assert states >= {"valid", "ended"}


def test_an_organization_is_tied_to_the_clusters_its_valid_ties_name(belgium: Atlas) -> None:
    clusters = {*belgium.drawers.fitting}
    for id in belgium.subjects.keys() - clusters:
        facts = atlas.organization(belgium, id)
        met = {
            tie.organization
            for tie in facts.ties
            if tie.state == "valid" and tie.organization in clusters and tie.kind not in NO_CONTACT
        }
        wholes = {belgium.drawers.rows[one]["part_of"] for one in met} - {None}
        assert met <= {*facts.clusters}
        assert wholes or {*facts.clusters} == met


def test_every_recommendation_is_told_once_to_each_it_names(belgium: Atlas) -> None:
    told = 0
    for id in belgium.subjects:
        facts = atlas.organization(belgium, id)
        found = [*facts.joins, *facts.bridges, *facts.wanted]
        named = [one for one in belgium.recommendations if id in (one.organization, one.partner, one.via)]
        assert len(found) == len(named)
        assert {id} >= {one.organization for one in (*facts.joins, *facts.bridges)}
        assert {one.purpose for one in facts.joins} <= {"join"}
        assert {one.purpose for one in facts.bridges} <= {"bridge"}
        told += len(facts.joins) + len(facts.bridges)
    assert told == len([one for one in belgium.recommendations if one.purpose in ("join", "bridge")])


def test_an_organization_tells_its_row(belgium: Atlas) -> None:
    for id, row in belgium.drawers.rows.items():
        facts = atlas.organization(belgium, id)
        assert facts.identifiers == {
            name: row[name] for name in ("number", "vat", "pic", "lei", "ror") if row[name]
        }
        assert [one.code for one in facts.activities] == (row["activities"] or [])
        assert all(f"{one.version}:{one.digits}" == one.code for one in facts.activities)
        assert (facts.topics, facts.aliases) == (tuple(row["topics"] or ()), tuple(row["aliases"] or ()))
        assert facts.descriptions == {
            language: row[f"description_{language}"]
            for language in ("fr", "nl", "en")
            if row[f"description_{language}"]
        }
        assert facts.confirmed.get("facts") == row["as_of"]
        dates = [tie.source_date for tie in facts.ties if tie.source_date]
        if dates:
            assert all(last_day(one) <= last_day(facts.confirmed["ties"]) for one in dates)
        else:
            assert "ties" not in facts.confirmed
        assert len(facts.sites) == len({*facts.sites})


@pytest.mark.parametrize("asked", [atlas.organization, atlas.cluster])
@pytest.mark.parametrize("id", ["", "nobody", "Agoria", "../etc/passwd", "\x00"])
def test_an_unknown_id_is_refused(belgium: Atlas, asked: Any, id: str) -> None:
    with pytest.raises(InputError) as refused:
        asked(belgium, id)
    assert refused.value.key == "organization-unknown"


def test_a_company_has_no_profile_of_a_cluster(belgium: Atlas) -> None:
    with pytest.raises(InputError) as refused:
        atlas.cluster(belgium, "umicore")
    assert refused.value.key == "not-a-cluster"


def test_any_cluster_has_a_profile(belgium: Atlas) -> None:
    clusters = belgium.listings["clusters"].rows
    assert len(clusters) == belgium.counts["clusters"] > len(belgium.named)
    pairs = belgium.audit.pairs.to_pylist()
    spots = belgium.audit.weak_spots.to_pylist()
    parts = []
    for id, *_ in clusters:
        found = atlas.cluster(belgium, id)
        own = [pair for pair in pairs if id in (pair["a"], pair["b"])]
        assert len(found.meets.rows) == sum(bool(one["observed"] or one["through_broker"]) for one in own)
        assert len(found.should_meet.rows) == sum(one["weight"] > 0 for one in own)
        assert len(found.weak_spots.rows) == sum(id in (one["a"], one["b"]) for one in spots)
        assert len(found.ties.rows) == len(atlas.organization(belgium, id).ties)
        assert all(one.partner == id and one.purpose == "join" for one in found.fitting)
        if found.whole:
            parts.append(id)
            assert id in atlas.cluster(belgium, found.whole).parts
    assert parts


def test_the_search_of_an_atlas_finds_it_in_any_language_mistyped_or_not(belgium: Atlas) -> None:
    for text, id in (
        ("Flanders Make", "flanders-make"),
        ("flandersmake", "flanders-make"),
        ("becentrla", "becentral"),
        ("umicoer", "umicore"),
        ("KU LEUVEN", "ku-leuven"),
        ("Tolhuis Antwerpen", "the-beacon"),
    ):
        assert atlas.search(belgium, text)[0].id == id
    for text in ("Luik", "Liège", "liege"):
        assert "wsl" in {hit.id for hit in atlas.search(belgium, text, limit=100)}
    for text in ("waterstof", "hydrogène", "hydrogen"):
        assert {hit.kind for hit in atlas.search(belgium, text)} >= {"topic"}


def test_names_are_given_in_the_language_asked(belgium: Atlas) -> None:
    assert belgium.names("nl").topic("hydrogen") == "waterstof"
    assert belgium.names("fr").organization("umicore") == "Umicore"
