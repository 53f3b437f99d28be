from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from types import SimpleNamespace

import numpy as np
import pytest

from tests.builders import cluster, ecosystem, organization, tie
from traitdunion.domain.backtest import Backtest, Foretold, Newcomer
from traitdunion.domain.ecosystem import Ecosystem, memberships
from traitdunion.domain.history import known_by, meetings
from traitdunion.errors import InputError
from traitdunion.steps.backtest import _at_home, backtest, clusters, partners
from traitdunion.steps.backtest.baselines import GRAPH, Baselines
from traitdunion.steps.backtest.judging import LONG, Question, nobody, task
from traitdunion.steps.recommend.advisor import Advisor

CUT = date(2017, 12, 31)


def event(ref: str, **said) -> dict:
    return {
        "record": f"local:{ref}",
        "source": "local",
        "ref": ref,
        "name": ref,
        "file": "t",
        "row": 2,
    } | said


def took_part(event_ref: str, ref: str) -> dict:
    row = {"record": f"{event_ref}-{ref}", "source": "local", "event_ref": event_ref}
    return row | {"organization_ref": ref, "file": "t", "row": 2}


def made(organizations, met: dict, ties=()) -> Ecosystem:
    """Events by name: what is said of them, and who took part."""
    return ecosystem(
        organizations,
        ties,
        events=[event(name, **said) for name, (said, _) in met.items()],
        participations=[took_part(name, ref) for name, (_, refs) in met.items() for ref in refs],
        as_of=date(2020, 12, 31),
    )


@cache
def world(poison: str = "", *, size: int = 44, clustered: bool = True) -> Ecosystem:
    """Years of projects among forty; `poison` changes all that is dated after the cut, and nothing else."""
    dice, later = np.random.default_rng(7), np.random.default_rng([7, *poison.encode()])
    names = [f"o{number:02d}" for number in range(size)]
    town = dice.integers(2, size=size)
    rows = [
        organization(
            name,
            country="BE" if number % 11 else "NL",
            kind="university" if number % 5 == 0 else "company",
            lat=51.0 - 1.4 * int(town[number]),
            lon=4.4 + 0.01 * number,
            topics=[("wind", "sun", "sea")[number % 3]],
        )
        for number, name in enumerate(names)
    ]
    met: dict[str, tuple[dict, list[str]]] = {}
    for number in range(190):
        year = 2012 + number // 21
        chooses = later if year >= 2018 and poison else dice
        old = 36 if year < 2018 else size  # the others come after the cut
        first = int(chooses.integers(old))
        alike = np.flatnonzero((town[:old] == town[first]) & (np.arange(old) != first))
        who = [first, *chooses.choice(alike, 2, replace=False).tolist()]
        if year >= 2018 and poison == "removed" and number % 2:
            continue
        said = {"since": f"{year}-{number % 12 + 1:02d}-15", "topics": [("wind", "sun", "sea")[first % 3]]}
        if year >= 2018 and poison:
            said |= {"name": f"{poison} {number}", "topics": ["poison"], "until": "2019-01-01"}
        met[f"e{number:03d}"] = said, [names[one] for one in who]
    if poison == "added":
        rows += [
            organization(f"a{number:02d}", country="BE", topics=["poison"], as_of="2019")
            for number in range(9)
        ]
        met |= {
            f"a{number:02d}": ({"since": "2019-02-03", "topics": ["poison"]}, [f"a{number:02d}", "o01"])
            for number in range(9)
        }
    ties = []
    if clustered:
        rows += [
            cluster(name, lat=lat, lon=4.4, country="BE")
            for name, lat in (("hub", 51.0), ("lab", 49.6), ("ring", 50.3))
        ]
        ties = [tie(names[one], ("hub", "lab")[int(town[one])], since="2014") for one in range(0, 20)]
        gone = {"until": "2018-06"} if poison else {}
        ties += [tie(names[one], "ring", since="2015", **gone) for one in (1, 3)]
        late = range(20, 25) if poison else range(25, 31)
        ties += [tie(names[one], ("hub", "lab")[int(town[one])], since="2018-03") for one in late]
    return made(rows, met, ties)


NEWCOMERS = (
    Newcomer(
        "n1",
        {"kind": "company", "region": None, "lat": 51.0, "lon": 4.5, "activities": None, "topics": ["sun"]},
        ("wind",),
        "wind",
    ),
    Newcomer(
        "n2",
        {"kind": None, "region": None, "lat": None, "lon": None, "activities": None, "topics": None},
        (),
        "",
    ),
)


@dataclass(frozen=True)
class Recorder:
    """Hands on what it is asked, and keeps what it was handed and what came back."""

    inner: Advisor
    said: dict = field(default_factory=dict)
    handed: dict = field(default_factory=dict)

    def candidates(self, ecosystem, home):
        return self.inner.candidates(ecosystem, home)

    def partners(self, ecosystem, home, asking):
        return self._kept("partners", ecosystem, self.inner.partners(ecosystem, home, asking))

    def newcomers(self, ecosystem, home, newcomers):
        return self._kept("newcomers", ecosystem, self.inner.newcomers(ecosystem, home, newcomers))

    def clusters(self, ecosystem, held):
        return self._kept("clusters", ecosystem, self.inner.clusters(ecosystem, held))

    def _kept(self, name: str, ecosystem: Ecosystem, told: Foretold) -> Foretold:
        self.said[name] = told
        self.handed.setdefault(name, []).append(ecosystem)
        return told


@dataclass(frozen=True)
class Fake(Advisor):
    """Scores by a function of the rows of who asks and who is named."""

    score: Callable[[Ecosystem, np.ndarray, np.ndarray], np.ndarray] = lambda _, rows, columns: np.zeros(
        (len(rows), len(columns))
    )
    yearly: float | None = None

    def partners(self, ecosystem, home, asking):
        columns = self.candidates(ecosystem, home)
        scores = self.score(ecosystem, columns[asking], columns)
        hazard = None if self.yearly is None else np.full(scores.shape, self.yearly)
        return Foretold(columns, scores, hazard)

    def newcomers(self, ecosystem, home, newcomers):
        columns = self.candidates(ecosystem, home)
        return Foretold(columns, np.zeros((len(newcomers), len(columns))))


def judged(some: Ecosystem, advisor, **options) -> Backtest:
    return backtest(some, advisor, **({"until": "2017", "start": "2018"} | options))


def foretold(some: Ecosystem, advisor) -> dict[str, Foretold]:
    """Everything an advisor says in a backtest of partners, and of some newcomers and clusters."""
    recorder = Recorder(advisor)
    judged(some, recorder)
    before = known_by(some, CUT)
    home = _at_home(before, "BE")
    recorder.newcomers(before, home, NEWCOMERS)
    recorder.clusters(before, [(row, -1) for row in np.flatnonzero(home).tolist()])
    return recorder.said


def written(told: Foretold) -> list[bytes]:
    arrays = [told.columns, told.scores, *told.parts.values()]
    if told.yearly is not None:
        arrays.append(told.yearly)
    return [np.ascontiguousarray(one).tobytes() for one in arrays] + [
        repr(sorted(told.learned.items())).encode()
    ]


def same(make: Callable[[Ecosystem], Advisor], poison: str) -> None:
    """An advisor says the same, to the byte, whatever happens after the cut."""
    clean, poisoned = world(), world(poison)
    assert meetings(clean).part.nnz != meetings(poisoned).part.nnz or clean.key != poisoned.key
    one, other = foretold(clean, make(clean)), foretold(poisoned, make(poisoned))
    for name in ("partners", "newcomers", "clusters"):
        assert one[name].scores.size
        assert written(one[name]) == written(other[name]), name


@pytest.mark.parametrize("poison", ["swapped", "removed", "added"])
def test_nothing_that_happens_later_is_seen(poison: str) -> None:
    same(lambda _: Advisor(), poison)
    assert known_by(world(), CUT).key == known_by(world(poison), CUT).key


@dataclass(frozen=True)
class Leaky(Advisor):
    """Has looked at what came later, and lets a little of it show."""

    whole: Ecosystem | None = None

    def partners(self, ecosystem, home, asking):
        told = Advisor.partners(self, ecosystem, home, asking)
        part = meetings(self.whole).part
        ids = self.whole.organizations["id"].to_pylist()
        names = ecosystem.organizations["id"].to_pylist()
        rows = np.array([ids.index(names[column]) for column in told.columns])
        later = (part[rows[asking]] @ part[rows].T).toarray() > 0
        return replace(told, scores=told.scores + 1e-6 * later)


def test_an_advisor_that_looks_ahead_is_caught() -> None:
    with pytest.raises(AssertionError, match="partners"):
        same(lambda whole: Leaky(whole=whole), "swapped")


def test_the_advisor_is_handed_what_was_known_and_nothing_else() -> None:
    recorder = Recorder(Advisor())
    judged(world(), recorder)
    for name in ("partners", "newcomers"):
        assert [one.key for one in recorder.handed[name]] == [known_by(world(), CUT).key]
    assert [one.as_of for one in recorder.handed["clusters"]] == [date(2020, 12, 31), CUT]


FOUR = [organization(name, country="BE") for name in ("acme", "bolt", "cell", "dyno")]
PAST = {"one": ({"since": "2016"}, ["acme", "bolt"]), "two": ({"since": "2016"}, ["cell", "dyno"])}


def by_name(liked: dict[tuple[str, str], float]):
    def score(ecosystem: Ecosystem, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        names = ecosystem.organizations["name"].to_pylist()
        return np.array([[liked.get((names[row], names[column]), 0.0) for column in columns] for row in rows])

    return score


def test_measures_are_those_of_a_case_done_by_hand() -> None:
    """One new pair of four: acme has cell second of two, cell has acme first."""
    some = made(FOUR, PAST | {"new": ({"since": "2018-05"}, ["acme", "cell"])})
    found = judged(some, Fake(score=by_name({("acme", "dyno"): 1.0, ("cell", "acme"): 1.0})))
    task = found.tasks["partners"]
    assert (task.n, task.candidates) == (2, 4)
    assert {name: score.value for name, score in task.model.items()} == {
        "mrr": 0.75,
        "hits10": 1.0,
        "recall20": 1.0,
    }
    assert (task.model["mrr"].low, task.model["mrr"].high) == (0.5, 1.0)
    # All have one partner: every order is as likely as the other.
    assert task.baselines["popularity"]["mrr"].value == 0.75
    assert task.ratios["mrr"].value == pytest.approx(
        0.75 / max(one["mrr"].value for one in task.baselines.values())
    )
    assert list(task.baselines) == [*GRAPH, "distance", "topic_cosine", "random"]


def test_who_met_before_at_something_dated_is_not_new() -> None:
    """An old tie without a date is no stranger, but may begin anew."""
    tied = [tie("acme", "cell", kind="agreement"), tie("bolt", "dyno", kind="agreement", since="2015")]
    later = {
        "new": ({"since": "2018"}, ["acme", "bolt"]),
        "more": ({"since": "2019"}, ["acme", "cell", "dyno"]),
    }
    found = judged(made(FOUR, PAST | later, tied), Fake())
    assert found.tasks["partners"].n == 3
    assert found.tasks["strangers"].n == 3
    again = judged(
        made(
            FOUR,
            PAST
            | {"new": ({"since": "2018"}, ["acme", "bolt"]), "more": ({"since": "2018"}, ["bolt", "cell"])},
            tied,
        ),
        Fake(),
    )
    assert again.tasks["partners"].n == 2


def test_hubs_are_left_out_as_candidates() -> None:
    assert partners.hubs(np.array([1.0, 9.0, 1.0])).tolist() == [False, True, False]
    assert partners.hubs(np.arange(250.0)).sum() == 3
    found = judged(world(), Fake())
    assert found.tasks["partners_no_hubs"].candidates == found.tasks["partners"].candidates - 1


@cache
def perfect() -> Backtest:
    """Foretold by one who knows what came."""
    whole = world()

    def score(ecosystem: Ecosystem, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
        after, at = meetings(whole), partners.places(ecosystem, whole, columns)
        asked = partners.places(ecosystem, whole, rows)
        return partners.met_between(after, asked, at, CUT.toordinal() + 1, 1e9).toarray().astype(float)

    return judged(whole, Fake(score=score))


def test_who_knows_what_comes_is_always_right() -> None:
    for name in ("partners", "partners_no_hubs", "small", "strangers"):
        assert perfect().tasks[name].model["mrr"].value == 1.0
    assert perfect().tasks["degree_matched"].model["auc"].value == 1.0


def test_dice_are_right_half_the_time_and_the_degree_tells_nothing_apart() -> None:
    """Partners that came true all have many partners of their own, and so have their stand-ins."""
    dice = np.random.default_rng(5)
    size = 300
    degree = np.repeat(np.arange(1.0, 16.0), 20)
    free = ~np.eye(size, dtype=bool)
    new = free & (dice.random((size, size)) < 0.02 * degree / degree.mean())
    told = Foretold(np.arange(size), np.zeros((size, size)))
    known = SimpleNamespace(degree=degree)
    stage = partners._Stage(None, told, known, np.arange(size), Question(new, free), free, 1)  # type: ignore[arg-type]
    judge = partners._matched(stage)
    for scores, expected in (
        (dice.random((size, size)), 0.5),
        (np.tile(degree, (size, 1)), 0.5),
        (new * 1.0, 1.0),
        (-1.0 * new, 0.0),
        (np.zeros((size, size)), 0.5),
    ):
        assert judge(scores)["auc"].mean() == pytest.approx(expected, abs=0.03)
    dull = Baselines.chance(SimpleNamespace(columns=np.arange(size)), size, 1)  # type: ignore[arg-type]
    assert judge(dull)["auc"].mean() == pytest.approx(0.5, abs=0.03)


def stage(yearly: np.ndarray, dice: np.random.Generator) -> partners._Stage:
    size = len(yearly)
    free = ~np.eye(size, dtype=bool)
    told = Foretold(np.arange(size), np.where(free, yearly, -np.inf), yearly)
    return partners._Stage(world(), told, None, np.arange(size), Question(free & False, free), free, 1)  # type: ignore[arg-type]


def test_a_chance_that_is_right_is_found_right_and_one_that_is_not_is_not() -> None:
    dice = np.random.default_rng(3)
    yearly = dice.gamma(0.5, 0.1, (200, 200))
    came = dice.random((200, 200)) < -np.expm1(-2.0 * yearly)
    right = {one.name: one for one in partners._reliability(stage(yearly, dice), came, 2.0)}
    wrong = {one.name: one for one in partners._reliability(stage(3 * yearly, dice), came, 2.0)}
    assert right["all"].pairs == 200 * 199
    assert right["advice"].pairs == 200 * partners.LIST
    assert right["all"].error < 0.01 < 0.05 < wrong["all"].error
    assert right["advice"].error < 0.03 < 0.1 < wrong["advice"].error
    assert right["all"].skill > wrong["all"].skill
    for row in right["all"].classes:
        assert row["low"] <= row["predicted"] <= row["high"]
        assert row["observed"] == pytest.approx(row["predicted"], abs=0.05 + 3 * (row["pairs"] ** -0.5) / 2)
    assert sum(row["pairs"] for row in right["all"].classes) == right["all"].pairs


def test_chances_are_judged_up_to_the_last_year_that_is_whole() -> None:
    def after(counts: dict[int, int]):
        met = {
            f"e{year}-{n}": ({"since": str(year)}, ["acme", "bolt"])
            for year, count in counts.items()
            for n in range(count)
        }
        return meetings(made(FOUR, met))

    def last(counts: dict[int, int], end: date = date.max) -> date:
        return date.fromordinal(partners._last_full_year(after(counts), date(2018, 1, 1), end))

    whole = dict.fromkeys(range(2014, 2020), 6)
    assert last(whole | {2020: 2}) == date(2019, 12, 31)
    assert last(whole | {2020: 3}) == date(2020, 12, 31)
    assert last(whole, date(2019, 6, 30)) == date(2019, 6, 30)
    # None is whole: the last that has any, never one before the judging begins.
    assert last({2016: 9, 2017: 9, 2018: 1}) == date(2018, 12, 31)


def test_advice_falls_on_more_than_the_popular_and_a_cap_spreads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partners, "CAP", 1.0)
    found = {one.name: one for one in judged(world(), Advisor()).spread}
    assert list(found) == ["model", "popularity", "capped", "floored"]
    assert found["capped"].gini < 0.05 < found["model"].gini < found["popularity"].gini
    assert found["floored"].companies == 1.0
    assert (found["model"].cost, found["popularity"].cost) == (0.0, 0.0)
    assert 0 <= found["floored"].cost <= found["capped"].cost < 1
    assert found["capped"].cost > 0


def test_a_membership_held_out_never_helps_itself() -> None:
    """Its pair is scored as if the tie had never been, by the model and by every baseline."""
    whole = world()
    row, there = next(pair for pair in memberships(whole) if pair[0] == 2)
    ties = whole.ties.to_pylist()
    import pyarrow as pa

    kept = [one for one in ties if {one["source"], one["target"]} != {row, there}]
    assert len(kept) == len(ties) - 1
    tables = whole.tables() | {"ties": pa.Table.from_pylist(kept, schema=whole.ties.schema)}
    without = Ecosystem.of(whole.as_of, tables)
    one = Advisor().clusters(whole, [(row, there)])
    other = Advisor().clusters(without, [(row, -1)])
    for name in one.parts:
        assert one.parts[name] == pytest.approx(other.parts[name], abs=1e-12), name
    asked = [
        clusters._asked(whole, [(row, there)], [(row, there)]),
        clusters._asked(without, [(row, -1)], [(row, there)]),
    ]
    assert asked[0].question.free.tolist() == asked[1].question.free.tolist()
    first, second = (dict(clusters._baselines(each, 1)) for each in asked)
    for name in GRAPH:
        assert first[name] == pytest.approx(second[name], abs=1e-12), name


def test_memberships_that_began_in_time_are_asked_for_once_each() -> None:
    rows = [organization(name) for name in ("acme", "bolt", "cell", "dyno")]
    ties = [
        *(tie(name, "hub", since="2016") for name in ("acme", "bolt")),
        tie("acme", "lab", since="2018-04"),  # asked for
        tie("acme", "ring", since="2018-05"),  # asked for as well
        tie("bolt", "hub", kind="partner", since="2019"),  # known to each other already
        tie("cell", "lab", since="2019"),  # nobody knew of it
        tie("bolt", "lab"),  # nobody knows when
        *(tie("dyno", name, since="2015") for name in ("lab", "ring")),
        tie("dyno", "hub", kind="joint-event", since="2018"),  # no membership
    ]
    some = made([*rows, *(cluster(name) for name in ("hub", "lab", "ring"))], {}, ties)
    asked = clusters._later(some, CUT, date(2018, 1, 1), date.max)
    names = asked.ecosystem.organizations["name"].to_pylist()
    there = [names[column] for column in asked.columns]
    assert [names[row] for row, _ in asked.held] == ["acme", "acme"]
    assert [[there[one] for one in np.flatnonzero(line)] for line in asked.question.new] == [
        ["lab"],
        ["ring"],
    ]
    # Neither the cluster it is in, nor the other it is about to join, is a wrong answer.
    assert asked.question.free.tolist() == asked.question.new.tolist()
    assert clusters._later(some, CUT, date(2018, 5, 1), date.max).held == asked.held[:1]


def test_newcomers_are_those_with_no_dated_tie_before() -> None:
    recorder = Recorder(Fake())
    found = judged(world(), recorder)
    whole, after = world(), meetings(world())
    ids, countries = (whole.organizations[name].to_pylist() for name in ("id", "country"))
    seen = after.part[:, after.dated & (after.day <= CUT.toordinal())].sum(axis=1)
    ever = after.part[:, after.dated].sum(axis=1)
    new = [one for row, one in enumerate(ids) if countries[row] == "BE" and ever[row] and not seen[row]]
    new = [one for one in new if whole.organizations["kind"][ids.index(one)].as_py() != "cluster"]
    assert 0 < found.tasks["newcomers"].n == len(recorder.said["newcomers"].scores) <= len(new)


def test_the_same_twice_and_another_seed_draws_others() -> None:
    one, other, third = (judged(world(), Fake(), seed=seed) for seed in (1, 1, 2))
    assert repr(one) == repr(other)
    assert one.tasks["partners"].model == other.tasks["partners"].model
    assert one.tasks["partners"].baselines["random"] != third.tasks["partners"].baselines["random"]


@pytest.mark.parametrize(
    ("days", "key"),
    [
        ({"until": "2018", "start": "2017"}, "backtest-days"),
        ({"until": "2017", "start": "2017-12-31"}, "backtest-days"),
        ({"until": "2017", "start": "2018", "to": "2017"}, "backtest-days"),
        ({"until": "soon", "start": "2018"}, "day-not-a-date"),
        ({"until": "2017", "start": "2018", "to": "2018-13"}, "day-not-a-date"),
        ({"until": "2017", "start": "2018", "country": "XX"}, "country-without-organizations"),
        ({"until": "1999", "start": "2000"}, "backtest-no-history"),
        ({"until": "2020", "start": "2021"}, "backtest-no-history"),
    ],
)
def test_what_cannot_be_judged_is_said(days: dict[str, str], key: str) -> None:
    with pytest.raises(InputError) as caught:
        judged(world(), Fake(), **days)
    assert caught.value.key == key


def test_without_dates_there_is_no_history() -> None:
    undated = {f"p{n}": ({"programme": "FP7"}, ["acme", "bolt", "cell"]) for n in range(3)}
    for some in (made(FOUR, undated), made(FOUR, {}), made(FOUR[:1], {}), ecosystem([])):
        with pytest.raises(InputError) as caught:
            judged(some, Advisor())
        assert caught.value.key == "backtest-no-history"


def test_the_home_is_belgium_or_the_largest_or_the_one_named_or_everywhere() -> None:
    assert judged(world(), Fake()).parameters["country"] == "BE"
    dutch = judged(world(), Fake(), country="nl")
    assert dutch.parameters["country"] == "NL"
    everyone = judged(world(), Fake(), country="all")
    assert everyone.parameters["country"] == "all"
    sizes = [judged(world(), Fake(), country=one).tasks["partners"].candidates for one in ("BE", "all")]
    assert dutch.tasks["partners"].candidates < sizes[0] < sizes[1]
    abroad = made(
        [organization(name, country="NL") for name in ("acme", "bolt", "cell", "dyno")],
        PAST | {"new": ({"since": "2018"}, ["acme", "cell"])},
    )
    assert judged(abroad, Fake()).parameters["country"] == "NL"


def test_little_is_asked_where_candidates_are_many() -> None:
    assert partners.most_asked(1_400) == partners.ASKING
    assert partners.most_asked(32_000) == partners.CELLS // 32_000
    assert partners.most_asked(0) == partners.ASKING
    assert partners.most_asked(10**9) == 1


def test_no_clusters_no_newcomers_and_a_single_year() -> None:
    """Tasks that nobody asked stay, with nothing measured; no chance is foretold where none was learned."""
    some = made(FOUR, PAST | {"new": ({"since": "2018-05"}, ["acme", "cell"])})
    found = judged(some, Advisor())
    for name, measures in (
        ("newcomers", {"mrr", "hits10", "recall20"}),
        ("clusters", {"mrr", "hits3", "recall3"}),
    ):
        task = found.tasks[name]
        assert (task.n, task.baselines, task.ratios) == (0, {}, {})
        assert set(task.model) == measures
        assert all(np.isnan(score.value) for score in task.model.values())
    assert found.calibration == ()
    assert found.learned["lists"] == 0
    assert [one.name for one in found.spread] == ["model", "popularity", "capped", "floored"]
    assert all(0 <= one.gini <= 1 for one in found.spread)


def test_without_places_and_topics() -> None:
    dice = np.random.default_rng(1)
    met = {
        f"e{number}": (
            {"since": str(2012 + number % 8)},
            [f"o{one}" for one in dice.choice(12, 2, replace=False).tolist()],
        )
        for number in range(40)
    }
    found = judged(made([organization(f"o{number}", country="BE") for number in range(12)], met), Advisor())
    assert found.tasks["partners"].n > 0
    assert all(np.isfinite(score.value) for score in found.tasks["partners"].model.values())


def test_a_task_that_nobody_asked() -> None:
    empty = nobody("small", candidates=3, seed=1)
    assert (empty.n, empty.candidates, set(empty.model)) == (
        0,
        3,
        {"mrr", f"hits{LONG[0]}", f"recall{LONG[1]}"},
    )


def test_ratios_are_drawn_query_by_query() -> None:
    """Two methods wrong at the same queries: the ratio is sure though neither measure is."""
    hard = np.tile([0.1, 0.9], 50)
    found = task(
        "partners",
        {"model": {"mrr": hard}, "katz": {"mrr": hard / 2}, "dice": {"mrr": hard / 9}},
        candidates=9,
        seed=1,
    )
    ratio = found.ratios["mrr"]
    assert (ratio.baseline, round(ratio.value, 9)) == ("katz", 2.0)
    assert ratio.low == pytest.approx(2.0) == ratio.high
    assert found.model["mrr"].high - found.model["mrr"].low > 0.1
    nothing = task("partners", {"model": {"mrr": hard}, "katz": {"mrr": 0 * hard}}, candidates=9, seed=1)
    assert nothing.ratios == {}


def test_baselines_know_only_the_past() -> None:
    before = [known_by(world(poison), CUT) for poison in ("", "swapped")]
    columns = Advisor().candidates(before[0], _at_home(before[0], "BE"))
    rows = columns[:5]
    one, other = (dict(Baselines.of(each, columns).scores(rows, seed=1)) for each in before)
    for name in one:
        assert one[name].tobytes() == other[name].tobytes()
        assert one[name].shape == (5, len(columns))
