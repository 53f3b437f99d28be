import numpy as np
import pytest

import traitdunion as td
from tests.builders import cluster, ecosystem, organization, tie
from tests.steps.recommending import NACE, drawn
from traitdunion.domain.answer import STATES, Standing
from traitdunion.domain.ecosystem import NO_CONTACT
from traitdunion.domain.rule import decided
from traitdunion.language.names import Names
from traitdunion.language.reasons import reason_sentence
from traitdunion.methods.partners.features import PROXIMITIES, features, open_pairs
from traitdunion.methods.space.proximity import great_circle_km
from traitdunion.steps.recommend.partner_reasons import TELLING
from traitdunion.steps.recommend.partners import between, partner_advice, partner_lists, partners
from traitdunion.steps.recommend.wishes import Wishes


@pytest.fixture(scope="module")
def world():
    return drawn()


@pytest.fixture(scope="module")
def advice(world):
    return partner_advice(world)


@pytest.fixture(scope="module")
def every(advice):
    return partner_lists(advice)


def named(found):
    return [one.partner for one in found]


def rule(kind, one, other=""):
    return decided(kind, one, other, by="mv", reason="they should talk", at="2026-01-05T10:00:00")


# What the model says is what the reasons say


def test_lists_are_the_best_by_score_of_those_no_source_shows_together(advice, world):
    took_part = {}
    for row in world.participations.to_pylist():
        took_part.setdefault(row["organization"], set()).add(row["event"])
    ids = world.organizations["id"].to_pylist()
    met = {
        (ids[one], ids[other])
        for one in took_part
        for other in took_part
        if took_part[one] & took_part[other]
    }
    for row in world.ties.to_pylist():
        if row["valid"] and row["kind"] not in NO_CONTACT:
            ends = ids[row["source"]], ids[row["target"]]
            met |= {ends, ends[::-1]}
    for asking in advice.facts.ids[::7]:
        found = partners(advice, asking, top=100)
        unmet = {one for one in advice.facts.ids if one != asking and (asking, one) not in met}
        assert set(named(found)) == unmet
        assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_weight_of_a_reason_is_what_the_score_would_lack(advice, every):
    scene, model = advice.scene, advice.model
    rows = np.arange(len(scene.columns))
    described = features(scene, rows, model.named, open_pairs(scene, rows))
    place = {one: at for at, one in enumerate(advice.facts.ids)}
    evidence_of = {"shared-partners-projects": "partners-in-common", "shared-activities": "shared-topics"}
    for one in every:
        here = described[place[one.organization], place[one.partner]]
        assert one.score == pytest.approx(here @ model.coefficients, abs=1e-4)
        for reason in one.reasons:
            if reason.key in ("few-data",) or not reason.weight:
                continue
            kind = evidence_of.get(reason.key, reason.key)
            without = np.array([0.0 if name.evidence == kind else 1.0 for name in model.named])
            lack = one.score - here @ (model.coefficients * without)
            assert reason.weight == pytest.approx(lack, abs=1e-4)
            assert reason.weight >= TELLING


def test_reasons_are_two_to_five_by_weight_each_once_with_source_and_date(every, world):
    stated = {row["id"]: row for row in world.organizations.to_pylist()}
    assert len({reason.key for one in every for reason in one.reasons}) > 8
    for one in every:
        weights = [reason.weight for reason in one.reasons]
        assert 2 <= len(weights) <= 5
        assert weights == sorted(weights, reverse=True)
        assert len({reason.key for reason in one.reasons}) == len(weights)
        for reason in one.reasons:
            assert reason.source or not stated[one.partner]["source_urls"]
            assert reason.date or not stated[one.partner]["as_of"]


def test_the_strongest_evidence_is_never_left_out(advice, every):
    """Where less than five reasons are given, evidence that tells more than the last one is there."""
    place = {one: at for at, one in enumerate(advice.facts.ids)}
    kept = advice.kept.parts
    for one in every:
        at = place[one.organization], place[one.partner]
        told = {reason.key for reason in one.reasons}
        if kept["distance"][at] >= TELLING and len(told) < 5:
            assert "distance" in told


# Facts, by brute force from the tables


class Facts:
    """The ecosystem once more, by loops over its tables."""

    def __init__(self, world):
        self.rows = {row["id"]: row for row in world.organizations.to_pylist()}
        ids = world.organizations["id"].to_pylist()
        self.events = world.events.to_pylist()
        self.of_event = [set() for _ in self.events]
        for row in world.participations.to_pylist():
            self.of_event[row["event"]].add(ids[row["organization"]])
        self.pairs = [
            ({ids[one["source"]], ids[one["target"]]}, one)
            for one in world.ties.to_pylist()
            if one["valid"] and one["kind"] not in ("award", "funder", "part-of")
        ]
        self.near = {one: set() for one in ids}
        for group in (*self.of_event, *(pair for pair, _ in self.pairs)):
            for one in group:
                self.near[one] |= group - {one}

    def projects(self, one):
        return [event for event, group in enumerate(self.of_event) if one in group]

    def last(self, one, other):
        both = [event for event in self.projects(one) if other in self.of_event[event]]
        dates = [(self.events[event]["since"], self.events[event]) for event in both]
        dates += [(tie["since"] or "", tie) for pair, tie in self.pairs if pair == {one, other}]
        return max(since for since, _ in dates), [fact for _, fact in dates]


def reasons_of(every, key):
    found = [(one.organization, one.partner, reason) for one in every for reason in one.reasons]
    found = [one for one in found if one[2].key == key]
    assert found, key
    return found


def test_partners_in_common_and_what_was_done_with_them(every, world):
    facts = Facts(world)
    for one, other, reason in reasons_of(every, "shared-partners-projects"):
        common = facts.near[one] & facts.near[other]
        assert reason.values["count"] == len(common)
        assert reason.values["organizations"] == sorted(common, key=lambda z: (len(facts.near[z]), z))[:2]
        for partner, project, year in zip(
            *(reason.values[name] for name in ("organizations", "projects", "years")), strict=True
        ):
            since, together = facts.last(one, partner)
            assert year == (int(since[:4]) if since else "")
            assert project in {(fact.get("name") or "").partition(":")[0] for fact in together}
        first = facts.last(one, reason.values["organizations"][0])[1]
        assert reason.source in {fact["source_url"] for fact in first}


def test_how_many_lie_between_two(every, world):
    facts = Facts(world)
    for one, other, reason in reasons_of(every, "close-in-network"):
        theirs = facts.near[other]
        between_them = {z for z in facts.near[one] - {other} if z in theirs or facts.near[z] & theirs}
        assert reason.values["partners"] == len(between_them)
        sources = {fact["source_url"] for z in between_them for fact in facts.last(one, z)[1]}
        assert reason.source in sources


def test_shared_themes_and_their_projects(every, world):
    facts = Facts(world)
    for one, other, reason in reasons_of(every, "shared-calls"):
        sides = [
            [
                event
                for event in facts.projects(side)
                if set(facts.events[event]["topics"]) & set(reason.values["topics"])
            ]
            for side in (one, other)
        ]
        assert [len(side) for side in sides] == [reason.values["here"], reason.values["there"]]
        for topic in reason.values["topics"]:
            assert all(any(topic in facts.events[event]["topics"] for event in side) for side in sides)
        assert reason.date == max(facts.events[event]["since"] for event in sides[1])


def test_shared_words_are_in_projects_of_both(every, world):
    facts = Facts(world)
    for one, other, reason in reasons_of(every, "shared-words"):
        for side in (one, other):
            said = " ".join(facts.events[event]["name"] for event in facts.projects(side)).lower()
            assert all(word in said for word in reason.values["words"])
        assert reason.date == max(facts.events[event]["since"] for event in facts.projects(other))


def test_distances_needs_standing_and_groups(every, world):
    facts = Facts(world)
    for one, other, reason in reasons_of(every, "distance"):
        here, there = (facts.rows[side] for side in (one, other))
        km = great_circle_km(here["lat"], here["lon"], there["lat"], there["lon"])
        assert reason.values["km"] == round(float(km), 1)
        assert (reason.values["place"], reason.values["partner_place"]) == (here["city"], there["city"])
    for one, other, reason in reasons_of(every, "need-met"):
        assert facts.rows[one]["needs"] == ["test bench"]
        assert facts.rows[other]["offers"]
        assert reason.values["needs"] == ["test bench"]
    for one, other, _ in reasons_of(every, "offer-wanted"):
        assert facts.rows[other]["needs"] == ["test bench"]
        assert facts.rows[one]["offers"]
    for _, other, reason in reasons_of(every, "standing"):
        assert reason.values["organizations"] == len(facts.near[other])
    group = {"f05", "f07", "f09", "f31"}
    for one, other, _ in reasons_of(every, "same-group"):
        assert {one, other} <= group


def test_an_older_programme_s_number_of_a_participant_is_no_obstacle():
    """What is old is given to the one of that name: its partners there can be named, with the project."""
    at = {"country": "BE", "topics": ["iot"]}
    where = {"source": "local", "file": "t", "row": 2}

    def event(ref, since, programme, *who):
        parts = [where | {"record": f"{ref}-{one}", "event_ref": ref, "organization_ref": one} for one in who]
        made = where | {"record": f"local:{ref}", "ref": ref, "name": f"{ref}: x", "programme": programme}
        return made | {"since": since, "kind": "project", "topics": ["iot"]}, parts

    made = [
        event("old", None, "FP7", "old-one", "middle"),
        event("new", "2020-01", "H2020", "new-one", "another"),
        event("newer", "2021-01", "H2020", "middle", "wanted"),
    ]
    world = ecosystem(
        [
            organization("old-one", **at | {"name": "Consolidated Works", "city": "Namur"}),
            organization("new-one", **at | {"name": "Consolidated  Works", "city": "Gent"}),
            *(organization(name, **at) for name in ("middle", "another", "wanted")),
        ],
        events=[one for one, _ in made],
        participations=[part for _, parts in made for part in parts],
    )
    ids = world.organizations["id"].to_pylist()
    assert {"old-one", "new-one"} <= set(ids)
    found = {one.partner: one for one in partners(partner_advice(world), "new-one")}
    told = [reason for reason in found["wanted"].reasons if reason.key == "shared-partners-projects"]
    assert [reason.values["projects"] for reason in told] == [["old"]]


# Rules and answers


def test_who_must_meet_comes_first_with_the_rule(advice):
    last = partners(advice, "f02", top=100)[-1].partner
    wishes = Wishes(rules=(rule("must", "f02", last),))
    first, *others = partners(advice, "f02", top=100, wishes=wishes)
    assert first.partner == last
    assert first.reasons[0].key == "rule"
    assert first.reasons[0].values == {"by": "mv", "reason": "they should talk", "date": "2026-01-05"}
    assert first.score < others[0].score
    assert partners(advice, last, top=1, wishes=wishes)[0].partner == "f02"
    assert len(others) == len(partners(advice, "f02", top=100)) - 1


def test_partners_already_that_must_meet_are_named_with_a_finite_score(advice, world):
    facts = Facts(world)
    known = sorted(facts.near["f00"] & set(advice.facts.ids) - set(named(partners(advice, "f00", top=100))))[
        0
    ]
    (first,) = partners(advice, "f00", top=1, wishes=Wishes(rules=(rule("must", "f00", known),)))
    assert first.partner == known
    assert np.isfinite(first.score)
    assert first.chance is None


def test_who_must_not_meet_is_never_named_whatever_else_is_wished(advice):
    best = partners(advice, "f00", top=1)[0].partner
    for kinds in (("must-not",), ("must", "must-not"), ("must-not", "must")):
        wishes = Wishes(rules=tuple(rule(kind, "f00", best) for kind in kinds))
        assert best not in named(partners(advice, "f00", top=100, wishes=wishes))
        assert "f00" not in named(partners(advice, best, top=100, wishes=wishes))
    assert best in named(partners(advice, "f00", top=100))


def test_who_wants_no_rival_gets_none_and_is_named_to_none(advice, world):
    activity = {row["id"]: row["activities"] for row in world.organizations.to_pylist()}
    wishes = Wishes(rules=(rule("no-rivals", "f04"),))
    before, after = (set(named(partners(advice, "f04", top=100, wishes=one))) for one in (Wishes(), wishes))
    rivals = {one for one in before if activity[one] == [NACE[0]]}
    assert rivals
    assert before - after == rivals
    for one in sorted(rivals):
        assert "f04" not in named(partners(advice, one, top=100, wishes=wishes))
    must = Wishes(rules=(rule("no-rivals", "f04"), rule("must", "f04", min(rivals))))
    assert partners(advice, "f04", top=1, wishes=must)[0].partner == min(rivals)


@pytest.mark.parametrize("state", STATES)
def test_pairs_asked_before_are_left_alone_unless_open(advice, state):
    best = partners(advice, "f00", top=1)[0].partner
    pair = tuple(sorted(("f00", best)))
    asked = Standing(state, "2025-12-01", "declined")
    wishes = Wishes(answers={pair: asked}, rules=(rule("must", *pair),))
    for sides in (pair, pair[::-1]):
        shown = sides[1] in named(partners(advice, sides[0], top=100, wishes=Wishes(answers={pair: asked})))
        assert shown == (state == "open")
        assert (sides[1] in named(partners(advice, sides[0], top=100, wishes=wishes))) == (state == "open")


# What counts more


def mean_km(world, found):
    facts = Facts(world).rows
    sides = [(facts[one.organization], facts[one.partner]) for one in found]
    return np.mean([great_circle_km(a["lat"], a["lon"], b["lat"], b["lon"]) for a, b in sides])


def test_raised_nearness_brings_nearer_partners(advice, world, every):
    plain = mean_km(world, every)
    near = mean_km(world, partner_lists(advice, wishes=Wishes({"geographic": 5.0})))
    far = mean_km(world, partner_lists(advice, wishes=Wishes({"geographic": 0.0})))
    assert near < plain < far


@pytest.mark.parametrize("proximity", PROXIMITIES)
def test_what_does_not_count_is_no_reason_and_adds_nothing(advice, proximity):
    of = {one.evidence: one.proximity for one in advice.model.named}
    wishes = Wishes({proximity: 0.0})
    place = {one: at for at, one in enumerate(advice.facts.ids)}
    for one in partner_lists(advice, ["f00", "f13", "f31"], wishes=wishes):
        at = place[one.organization], place[one.partner]
        rest = sum(float(part[at]) for name, part in advice.kept.parts.items() if of[name] != proximity)
        assert one.score == pytest.approx(rest, abs=1e-5)
        keys = {"shared-partners-projects": "partners-in-common", "shared-activities": "shared-topics"}
        told = [keys.get(reason.key, reason.key) for reason in one.reasons if reason.weight]
        assert all(of[key] != proximity for key in told)


def test_what_answers_taught_multiplies_what_is_wished(advice):
    both = Wishes({"social": 2.0}, learned={"social": 0.5, "geographic": 3.0})
    same = Wishes({"geographic": 3.0})
    assert both.counts("social") == 1.0
    assert both.raised("geographic") == 1.0
    assert partners(advice, "f00", wishes=both) == partners(advice, "f00", wishes=same)


@pytest.mark.parametrize("value", [-0.1, 5.1, float("nan")])
def test_what_counts_out_of_range_is_an_error(value):
    for given in ({"proximities": {"social": value}}, {"learned": {"social": value}}):
        with pytest.raises(td.InputError) as error:
            Wishes(**given)
        assert error.value.key == "proximity-range"


def test_an_unknown_proximity_is_an_error():
    with pytest.raises(td.InputError) as error:
        Wishes({"temporal": 1.0})
    assert error.value.key == "option-choice"


# Many lists


def times(found):
    count = {}
    for one in found:
        count[one.partner] = count.get(one.partner, 0) + 1
    return count


def test_a_cap_is_kept_and_told_at_what_cost(advice, every):
    assert every.cost == 0.0
    most = max(every.named.values())
    assert dict(every.named) == times(every)
    capped = partner_lists(advice, cap=11)
    assert max(times(capped).values()) <= 11 < most
    assert 0.0 <= capped.cost < 1.0
    tight = partner_lists(advice, cap=4)
    assert max(times(tight).values()) <= 4
    assert capped.cost <= tight.cost < 1.0


def test_a_floor_names_everybody(advice, every):
    least = min(times(every).get(one, 0) for one in advice.facts.ids)
    lifted = partner_lists(advice, floor=4)
    assert least < 4 <= min(times(lifted).get(one, 0) for one in advice.facts.ids)


def test_one_list_is_the_same_alone_and_among_all(advice, every):
    for one in ("f00", "f33"):
        assert partners(advice, one) == tuple(item for item in every if item.organization == one)


def test_without_kept_scores_the_lists_are_the_same(advice, every, monkeypatch):
    monkeypatch.setattr("traitdunion.steps.recommend.partners.KEPT", 0)
    monkeypatch.setattr("traitdunion.steps.recommend.partners.BATCH", 7)
    monkeypatch.setattr("traitdunion.steps.recommend.partner_facts.KEPT", 0)
    monkeypatch.setattr("traitdunion.steps.recommend.partner_reasons.BATCH", 13)
    bare = partner_advice(advice.ecosystem, model=advice.model)
    assert bare.kept is None
    found = partner_lists(bare)
    assert [(one.organization, one.partner) for one in found] == [
        (one.organization, one.partner) for one in every
    ]
    assert found.named == every.named
    for one, other in zip(found, every, strict=True):
        assert one.score == pytest.approx(other.score, abs=1e-5)
        assert [(r.key, r.values, r.source) for r in one.reasons] == [
            (r.key, r.values, r.source) for r in other.reasons
        ]


def test_chances_are_chances_and_rise_with_all_scores_alike(advice, every):
    assert all(0.0 < one.chance < 1.0 for one in every)
    alone = partners(advice, "f00")
    assert [one.chance for one in alone] == [one.chance for one in every if one.organization == "f00"]


def test_the_same_twice(world, every):
    assert repr(partner_lists(partner_advice(world)).items) == repr(every.items)


# Between two clusters


def around(world, name):
    near = Facts(world).near[name]
    return {one for one in near if not one.startswith("c")}


def test_between_two_clusters_each_side_is_one_s_own(advice, world):
    found = between(advice, "c0", "c1", top=30, each=2)
    here, there = around(world, "c0"), around(world, "c1")
    assert found
    for one in found:
        assert one.organization in here - there
        assert one.partner in there - here
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    for each in (1, 2, 3):
        some = between(advice, "c0", "c1", top=30, each=each)
        used = [side for one in some for side in (one.organization, one.partner)]
        assert max(used.count(side) for side in used) == each
    assert len(between(advice, "c0", "c1", top=3)) == 3


def test_between_obeys_rules(advice):
    first = between(advice, "c0", "c1", top=1)[0]
    barred = Wishes(rules=(rule("must-not", first.organization, first.partner),))
    pairs = {
        (one.organization, one.partner)
        for one in between(advice, "c0", "c1", top=500, each=99, wishes=barred)
    }
    assert (first.organization, first.partner) not in pairs


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [("c0", "f01", "not-a-cluster"), ("c0", "c0", "pair-itself"), ("c0", "nobody", "organization-unknown")],
)
def test_between_what_are_not_two_clusters_is_an_error(advice, first, second, key):
    with pytest.raises(td.InputError) as error:
        between(advice, first, second)
    assert error.value.key == key


def test_a_cluster_by_id_and_by_name_is_one():
    world = ecosystem(
        [cluster("hub", name="The Hub"), organization("a"), organization("b")], [tie("a", "hub")]
    )
    with pytest.raises(td.InputError) as error:
        between(partner_advice(world), "hub", "The Hub")
    assert error.value.key == "pair-itself"


# Who is not advised


@pytest.mark.parametrize("asking", ["abroad", "blank", "c0"])
def test_who_is_abroad_a_cluster_or_unknown_is_not_advised(advice, asking):
    with pytest.raises(td.InputError) as error:
        partners(advice, asking)
    assert error.value.key == "organization-not-advised"


def test_a_company_of_which_only_a_theme_is_known_is_advised():
    world = ecosystem(
        [organization(name, topics=["iot"]) for name in ("Acme", "Other")] + [organization("Blank")]
    )
    (one,) = partners(partner_advice(world), "Acme")
    assert one.partner == "Other"
    assert len(one.reasons) >= 2


def test_nobody_to_advise_is_no_error():
    found = partner_lists(partner_advice(ecosystem([organization("Blank")])), cap=3)
    assert (len(found), found.cost) == (0, 0.0)


# In words


def test_reasons_of_the_example_are_sentences_in_three_languages(example):
    found = partner_lists(partner_advice(example), top=10).items
    step = max(len(found) // 200, 1)
    for language in ("en", "fr", "nl"):
        names = Names.within(example, language)
        for one in found[::step][:200]:
            for reason in one.reasons:
                for audience in ("manager", "organization", "partner"):
                    said = reason_sentence(
                        reason,
                        organization=one.organization,
                        partner=one.partner,
                        names=names,
                        audience=audience,
                    )
                    assert said.endswith(".")
                    assert not any(mark in said for mark in ("{", "None", "()", ": .", "\u00a0: ."))


def test_who_states_a_need_and_nothing_else_is_told_who_offers_it():
    small = ecosystem(
        [
            organization("Acme", needs=["test benches"]),
            organization("Other", topics=["iot"]),
            organization("Bench", kind="research-center", offers=["test benches"]),
        ]
    )
    first = partners(partner_advice(small), "Acme")[0]
    assert first.partner == "Bench"
    assert first.reasons[0].key == "need-met"
    assert first.reasons[0].values["needs"] == ["test benches"]
