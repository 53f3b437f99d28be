"""The plan page: set in the link, kept nowhere, and the same by the command it gives."""

import csv
import io
import re
import shlex
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import openpyxl
import pytest

from tests.web.test_site_lists import Seen, harmless, own_sentences, poisoned_files
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.site_plan import NUMBERS
from traitdunion.workspace import demo, registry
from traitdunion.workspace.base import opened

FEW = "introductions=12&partners=0"
PAYLOAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
NAMES = (*NUMBERS, "at-least", "at-most", "pin", "add", "drop", "consented", "one", "other")


class Lines(HTMLParser):
    """The lines of a plan: the two sides of each by the address of their page, and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pairs: list[list[str]] = []
        self.moves: list[list[str]] = []
        self.within = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "li" and given.get("class") == "line":
            self.pairs.append([])
            self.moves.append([])
        if tag == "p":
            self.within = given.get("class") or ""
        if tag == "a" and self.within == "pair" and self.pairs:
            self.pairs[-1].append(str(given["href"]).rstrip("/").rpartition("/")[2])
        if tag == "a" and self.within == "odds":
            self.moves[-1].append(str(given["href"]))

    def handle_endtag(self, tag: str) -> None:
        self.within = "" if tag == "p" else self.within


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plan") / "workspace"
    with opened(folder) as place:
        demo.demo(place)
    return folder


@pytest.fixture
def client(folder: Path) -> Iterator[Any]:
    with opened(folder):
        from django.test import Client

        yield Client(headers={"host": "localhost"})


def page(client: Any, path: str, *, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def lines(client: Any, query: str = FEW) -> list[tuple[str, ...]]:
    return [tuple(pair) for pair in Lines(page(client, f"/en/plan/?{query}")).pairs]


def kept() -> int:
    from traitdunion.store.models import PlanRow

    return PlanRow.objects.count()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", ["", "&randomize=30&drop=ku-leuven%3Dbecentral", "&introductions=x"])
def test_the_page_speaks_its_language_alone(client, language: str, more: str) -> None:
    others = set.union(*(own for other, own in own_sentences().items() if other != language))
    query = FEW + more if "x" not in more else more[1:]
    text = page(client, f"/{language}/plan/?{query}", status=400 if "x" in more else 200)
    seen = Seen(text)
    assert seen.all("html", "lang") == [language]
    assert say("site-plan-lead", language) in seen.text
    assert say("site-plan-wait", language) in seen.text
    assert [said for said in others if said in seen.text] == []
    assert not re.search(r"\b(?:site-plan|label|listing|term|finding|caveat)-[a-z]", seen.text)
    assert sum(tag == "h1" for tag, _ in seen.elements) == 1
    assert "`" not in seen.text


@pytest.mark.parametrize("query", [FEW, f"{FEW}&at-least=region:Wallonia%3D3&randomize=30", "partners=11"])
def test_every_part_of_the_page_can_be_named(client, query: str) -> None:
    seen = Seen(client.get(f"/nl/plan/?{query}").content.decode())
    ids = [given["id"] for _, given in seen.elements if "id" in given]
    assert len(ids) == len(set(ids))
    labelled = {one for _, given in seen.elements for one in (given.get("aria-labelledby") or "").split()}
    assert labelled <= {*ids}
    fields = [
        given["id"]
        for tag, given in seen.elements
        if tag in ("select", "input") and given.get("type") != "hidden"
    ]
    assert {*fields} == {*seen.all("label", "for")}
    assert {*seen.all("input", "list")} == {"quota-groups"} <= {*ids}


def test_looking_keeps_nothing_and_the_same_link_is_the_same_page(client) -> None:
    from traitdunion.workspace import plan_desk

    before = kept()
    first = page(client, f"/fr/plan/?{FEW}")
    plan_desk._held.clear()
    assert page(client, f"/fr/plan/?{FEW}") == first
    assert kept() == before


def test_nothing_set_is_the_standard_plan(client) -> None:
    assert len(lines(client, "")) == 100
    standard = "&".join(f"{name}={field.standard}" for name, field in NUMBERS.items())
    assert page(client, "/en/plan/") == page(client, f"/en/plan/?{standard}&at-least=&one=&other=")


def test_what_is_set_is_respected_and_stays_in_the_form(client) -> None:
    query = f"{FEW}&per-organization=1&at-least=region%3AWallonia%3D6"
    found = lines(client, query)
    assert len(found) == 12
    from traitdunion.workspace import atlas, plan_desk

    ground = next(one for one in atlas._kept.values() if "becentral" in one.subjects)
    clusters = {*plan_desk.groups(ground)["cluster"]}
    sides = [side for pair in found for side in pair if side not in clusters]
    assert len(sides) == len(set(sides))
    regions = {id: subject.region for id, subject in ground.subjects.items()}
    assert sum(any(regions[s] == "Wallonia" for s in pair if s not in clusters) for pair in found) >= 6
    values = Seen(page(client, f"/en/plan/?{query}")).elements
    typed = {given.get("name"): given.get("value") for tag, given in values if tag == "input"}
    assert (typed["introductions"], typed["per-organization"]) == ("12", "1")
    assert "region:Wallonia=6" in [
        given.get("value") for _, given in values if given.get("name") == "at-least"
    ]


def test_the_standards_of_the_form_are_those_of_the_command() -> None:
    from traitdunion.workspace.planning import STANDARD

    named = {name: getattr(STANDARD, name.replace("-", "_")) for name in NUMBERS}
    assert named == {name: field.standard for name, field in NUMBERS.items()}


def test_a_line_is_left_out_kept_and_taken_back_by_links(client) -> None:
    start = Lines(page(client, f"/en/plan/?{FEW}"))
    first, last = start.pairs[0], start.pairs[-1]
    assert all(len(pair) == len(moves) == 2 for pair, moves in zip(start.pairs, start.moves, strict=True))
    without = page(client, start.moves[0][1])
    assert first not in Lines(without).pairs
    assert say("site-plan-what-if", "en") in without
    chips = re.findall(r'<li><span>([^<]+)</span> <a href="([^"]+)"', without)
    assert [unescape(label).partition(":")[0] for label, _ in chips] == ["Left out"]
    assert Lines(page(client, unescape(chips[0][1]))).pairs == start.pairs

    tight = urlsplit(start.moves[-1][0]).query.replace("introductions=12", "introductions=5")
    kept = Lines(page(client, f"/en/plan/?{tight}"))
    assert len(kept.pairs) == 5
    assert last in kept.pairs
    back = kept.moves[kept.pairs.index(last)]
    assert len(back) == 1
    plain = lines(client, FEW.replace("12", "5"))
    assert last not in [list(pair) for pair in plain]
    assert [tuple(pair) for pair in Lines(page(client, back[0])).pairs] == plain


def test_a_pair_is_added_by_two_fields_and_then_stands_in_the_links(client) -> None:
    text = page(client, f"/en/plan/?{FEW}&one=Umicore&other=a6k")
    assert ["umicore", "a6k"] in [sorted(pair, reverse=True) for pair in Lines(text).pairs]
    switch = next(link for link in Seen(text).all("a", "href") if link.startswith("/nl/plan/"))
    assert parse_qs(urlsplit(switch).query) == {
        "introductions": ["12"],
        "partners": ["0"],
        "add": ["Umicore=a6k"],
    }
    seen = Seen(text)
    fields = {given["name"]: given.get("value") for tag, given in seen.elements if tag == "input"}
    assert (fields["one"], fields["other"], fields["add"]) == ("", "", "Umicore=a6k")
    assert Lines(page(client, switch)).pairs == Lines(text).pairs


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("introductions=-1", ("-1", "1,000")),
        ("introductions=1e9", ("1e9",)),
        ("introductions=abc", ("abc",)),
        ("introductions=1001", ("1001",)),
        ("introductions=0", ("0",)),
        ("introductions=²", ("²",)),
        ("introductions=" + "9" * 5000, ("999",)),
        ("per-organization=0", ("At most per organization",)),
        ("per-cluster=NaN", ("NaN",)),
        ("partners=11", ("11",)),
        ("randomize=101", ("101",)),
        ("at-least=region", ("region", "dimension:group=number")),
        ("at-least=region:Nowhere=3", ("region:Nowhere", "Wallonia")),
        ("at-most=color:blue=3", ("color", "province")),
        ("at-most=region:Wallonia=-3", ("region:Wallonia",)),
        ("at-least=size:under-50=500%25", ("size:under-50",)),
        ("at-least=cluster:nobody=3", ("nobody",)),
        ("at-least=region:Wallonia=9&at-most=region:Wallonia=2", ("region:Wallonia ≥ 9", "→")),
        ("pin=umicore", ("umicore", "ORG=ORG")),
        ("pin=umicore=umicore", ("umicore",)),
        ("drop=nobody-at-all=a6k", ("nobody-at-all",)),
        ("one=Umicore", ("Umicore",)),
        ("other=a6k", ("a6k",)),
        ("one=Umicore&other=nobody-at-all", ("nobody-at-all",)),
        ("&".join(f"pin=a{n}=b{n}" for n in range(60)), ("60", "50")),
    ],
)
def test_what_cannot_be_planned_is_told_and_what_was_typed_stays(client, query: str, told: Any) -> None:
    text = page(client, f"/en/plan/?at-most=purpose:join=90&{query}", status=400)
    alert = unescape(text[text.index('role="alert"') : text.index('<form class="facets"')])
    for part in told:
        assert part in alert
    assert not Lines(text).pairs
    typed = [given.get("value") or "" for tag, given in Seen(text).elements if tag == "input"]
    for name, values in parse_qs(query.replace("+", "%2B")).items():
        assert name in NAMES
        for value in values:
            assert value[:200] in typed
    for language in LANGUAGES:
        assert client.get(f"/{language}/plan/?{query}").status_code == 400
        assert client.get(f"/{language}/plan/introductions.csv?{query}").status_code in (400, 404)


def test_a_file_holds_the_lines_of_the_page(client) -> None:
    query = f"{FEW}&at-least=region%3AWallonia%3D4"
    for language in LANGUAGES:
        text = page(client, f"/{language}/plan/?{query}")
        links = [link for link in Seen(text).all("a", "href") if "/plan/introductions." in link]
        shown = re.findall(r'<p class="pair"><a[^>]*>([^<]+)</a>.*?<a[^>]*>([^<]+)</a></p>', text)
        answers = [client.get(link) for link in links]
        assert [answer.status_code for answer in answers] == [200, 200]
        told = answers[0].content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(told), delimiter=";" if language != "en" else ","))[1:]
        assert [tuple(row[1:3]) for row in rows] == [tuple(map(unescape, pair)) for pair in shown]
        book = openpyxl.load_workbook(io.BytesIO(answers[1].content)).active
        cells = [tuple(cell.value for cell in row[1:3]) for row in book.iter_rows(min_row=2)]
        assert cells == [tuple(row[1:3]) for row in rows]
        assert 'filename="introductions.xlsx"' in answers[1]["Content-Disposition"]


@pytest.mark.parametrize(
    "query",
    [
        FEW,
        f"{FEW}&per-organization=2&at-least=region:Wallonia=4&at-most=language:nl=50%25&randomize=25",
        f"{FEW}&drop=ku-leuven=becentral&one=Umicore&other=a6k",
    ],
)
def test_the_command_makes_the_same_plan(folder: Path, query: str) -> None:
    import json

    from typer.testing import CliRunner

    from traitdunion.cli import app

    with opened(folder):
        from django.test import Client

        text = page(Client(headers={"host": "localhost"}), f"/en/plan/?{query}")
    shown = unescape(re.findall(r"<code>(traitdunion plan[^<]*)</code>", text)[0])
    name, *rest = shlex.split(shown)
    assert name == "traitdunion"
    run = CliRunner().invoke(app, [*rest, "--workspace", str(folder), "--json"])
    assert run.exit_code == 0, run.output
    document = json.loads(run.stdout)
    document = document.get("after", document)
    made = [(one["organization"], one.get("cluster") or one["partner"]) for one in document["introductions"]]
    assert made == [tuple(pair) for pair in Lines(text).pairs]
    assert f"{document['gain']:.1f}" in text


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_a_link_is_ever_markup(client, name: str) -> None:
    for said in (PAYLOAD, f"{PAYLOAD}={PAYLOAD}", f"region:{PAYLOAD}=3", "javascript:alert(1)", "\x00=\x1b"):
        answer = client.get(f"/en/plan/?{FEW}&{name}={quote(said)}")
        assert answer.status_code in (200, 400)
        harmless(answer.content.decode())


def test_an_unknown_part_of_a_link_changes_nothing(client) -> None:
    answer = client.get(f"/en/plan/?{FEW}&{urlencode({PAYLOAD: PAYLOAD})}")
    harmless(answer.content.decode())
    assert Lines(answer.content.decode()).pairs == [list(pair) for pair in lines(client)]


def test_a_command_never_says_more_than_one_command(client) -> None:
    nasty = "x; rm -rf ~ $(id) `id` '\""
    from traitdunion.language.site_plan import Asked, command

    asked = Asked.of({"at-least": (nasty,), "drop": (f"{nasty}={nasty}",)})
    assert shlex.split(command(asked, asked.amounts("en"))) == [
        "traitdunion",
        "plan",
        "--at-least",
        nasty,
        "--drop",
        f"{nasty}={nasty}",
        "--solver",
        "quick",
    ]


def test_imported_text_is_never_markup_on_the_page_nor_a_formula_in_its_files(tmp_path: Path) -> None:
    with opened(tmp_path / "workspace") as place:
        assert registry.load(place, [*poisoned_files(tmp_path)]).faults == ()
        from django.test import Client

        client = Client(headers={"host": "localhost"})
        text = page(client, "/en/plan/?introductions=10")
        harmless(text)
        assert Lines(text).pairs
        assert "&lt;script&gt;alert(1)" in text
        told = client.get("/en/plan/introductions.csv?introductions=10").content.decode("utf-8-sig")
        for row in csv.reader(io.StringIO(told)):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@"))]


def test_one_organization_alone_gets_an_empty_plan_that_says_what_to_do(tmp_path: Path) -> None:
    with opened(tmp_path / "workspace") as place:
        path = tmp_path / "organizations.csv"
        path.write_text("id,name\nx0,Works\n", encoding="utf-8")
        registry.load(place, [path])
        from django.test import Client

        client = Client(headers={"host": "localhost"})
        for language in LANGUAGES:
            text = Seen(page(client, f"/{language}/plan/")).text
            assert say("site-plan-none-next", language) in text
        told = client.get("/en/plan/introductions.csv").content.decode("utf-8-sig")
        assert len(told.splitlines()) == 1


def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    with opened(tmp_path / "empty"):
        from django.test import Client

        text = page(Client(headers={"host": "localhost"}), "/nl/plan/", status=404)
    assert "traitdunion load" in text


@pytest.mark.parametrize("path", ["plan/", "plan/?partners=x", "plan/introductions.csv?partners=x"])
def test_the_page_loads_nothing_from_elsewhere_and_is_read_only(client, path: str) -> None:
    for answer in (client.get(f"/en/{path}"), client.post(f"/en/{path}")):
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy
        assert "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "DENY"
    assert client.post(f"/en/{path}").status_code == 405
    assert client.head(f"/en/{path}").content == b""


def test_every_link_inside_the_page_leads_somewhere(client) -> None:
    text = page(client, "/nl/plan/?introductions=2&partners=0&drop=ku-leuven%3Dbecentral")
    links = [link for link in Seen(text).all("a", "href") if link.startswith("/")]
    assert len(links) > 20
    for link in sorted(set(links)):
        answer = client.get(link)
        answer.close()
        assert answer.status_code in (200, 302), link


def test_the_pages_lead_to_the_plan(client) -> None:
    for language in LANGUAGES:
        assert f"/{language}/plan/" in Seen(page(client, f"/{language}/")).all("a", "href")
        found = Seen(page(client, f"/{language}/plan/?{FEW}"))
        current = [given for _, given in found.elements if given.get("aria-current") == "page"]
        assert f"/{language}/plan/" in [given["href"] for given in current]
