"""The pages of the site: lists answer, in three languages, whatever the data hold."""

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import openpyxl
import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import traitdunion
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.formats import sort_key
from traitdunion.language.site import LISTS, address, page_of
from traitdunion.workspace import demo, registry
from traitdunion.workspace.base import opened

LOCALE = Path(traitdunion.__file__).parent / "language" / "locale"
KINDS = (
    "",
    *(f"{key}/" for key in LISTS),
    "members/?status=tied&sort=-organization",
    "organizations/?text=gent&page=2",
    "gaps/?sort=a",
    "recommendations/?purpose=bridge",
    "organizations/?text=zzzzz",
    "clusters/the-beacon/",
    "organizations/alstom/",
    "organizations/alpro/",
    "search/",
    "search/?q=thor",
    "search/?q=qqqqqqqqqqqqqqqq",
)
REFUSED = (
    ("members/?status=nonsense", 400),
    ("members/?nonsense=1", 400),
    ("members/?sort=nonsense", 400),
    ("members/?page=two", 400),
    ("members/members.csv?status=nonsense", 400),
    ("organizations/nobody/", 404),
    ("clusters/nobody/", 404),
    ("nowhere/", 404),
    ("organizations/" + "x" * 3000 + "/", 404),
    ("members/?status=" + "x" * 3000, 400),
    ("members/members.pdf", 404),
    ("members/ties.csv", 404),
)


class Seen(HTMLParser):
    """What a page is made of: its elements with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, name: str) -> list[str]:
        return [given[name] or "" for one, given in self.elements if one == tag and name in given]


class Table(HTMLParser):
    """The cells of the first list of a page, row by row."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.open = False
        self.feed(page[page.index('<table class="list">') : page.index("</table>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.open:
            self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with opened(tmp_path_factory.mktemp("lists") / "workspace") as place:
        demo.demo(place)
        from django.test import Client

        yield Client(headers={"host": "localhost"})


def page(client: Any, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def own_sentences() -> dict[str, set[str]]:
    """Give the whole sentences of the site that each language alone has."""
    said: dict[str, set[str]] = {}
    for language in LANGUAGES:
        entries = FluentParser().parse((LOCALE / language / "site.ftl").read_text("utf-8")).body
        patterns = [one.value for one in entries if isinstance(one, ftl.Message)]
        plain = [
            one.elements for one in patterns if all(isinstance(e, ftl.TextElement) for e in one.elements)
        ]
        said[language] = {"".join(element.value for element in elements) for elements in plain}
    return {
        one: {text for text in said[one] if len(text) > 15}
        - set.union(*(said[o] for o in LANGUAGES if o != one))
        for one in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_answers_in_its_language_alone(client, language: str) -> None:
    others = set.union(*(own for other, own in own_sentences().items() if other != language))
    assert len(others) > 60
    for path in KINDS:
        answer = client.get(f"/{language}/{path}")
        assert answer.status_code == 200, path
        assert answer["Content-Language"] == language
        seen = Seen(answer.content.decode())
        assert seen.all("html", "lang") == [language]
        assert [text for text in others if text in seen.text] == [], path
        assert not re.search(r"\b(?:site|label|listing|term)-[a-z]", seen.text), path
        assert len(seen.all("main", "id")) == 1
        assert sum(tag == "h1" for tag, _ in seen.elements) == 1, path


@pytest.mark.parametrize("path", KINDS)
def test_every_part_of_a_page_can_be_named(client, path: str) -> None:
    seen = Seen(page(client, f"/fr/{path}"))
    ids = [given["id"] for _, given in seen.elements if "id" in given]
    assert len(ids) == len(set(ids))
    assert {one for _, given in seen.elements for one in (given.get("aria-labelledby") or "").split()} <= {
        *ids
    }
    fields = [
        given["id"]
        for tag, given in seen.elements
        if tag in ("select", "input") and given.get("type") != "hidden"
    ]
    assert {*fields} <= {*seen.all("label", "for")}
    for tag, given in seen.elements:
        if tag == "nav" or given.get("class") == "scroll":
            assert given.get("aria-label") or given.get("aria-labelledby")
        if given.get("class") == "scroll":
            assert given.get("tabindex") == "0"


def test_every_link_inside_leads_somewhere(client) -> None:
    links = {link for path in KINDS for link in inside(Seen(page(client, f"/nl/{path}")))}
    assert len(links) > 150
    for link in sorted(links):
        answer = client.get(link)
        answer.close()
        assert answer.status_code in (200, 302), link


def inside(seen: Seen) -> list[str]:
    links = [*seen.all("a", "href"), *seen.all("link", "href")]
    return [link for link in links if not link.startswith(("#", "http:", "https:", "data:"))]


@pytest.mark.parametrize("path", KINDS)
def test_the_same_page_and_state_stand_behind_the_switch_of_language(client, path: str) -> None:
    seen = Seen(page(client, f"/en/{path}"))
    switched = {given["hreflang"]: given["href"] for tag, given in seen.elements if "hreflang" in given}
    assert list(switched) == list(LANGUAGES)
    wanted = urlsplit(path)
    for language, link in switched.items():
        there = urlsplit(str(link))
        assert there.path == f"/{language}/{wanted.path}"
        assert parse_qs(there.query) == parse_qs(wanted.query)


@pytest.mark.parametrize(("path", "status"), REFUSED)
def test_what_cannot_be_shown_is_told_with_a_remedy(client, path: str, status: int) -> None:
    for language in LANGUAGES:
        answer = client.get(f"/{language}/{path}")
        assert answer.status_code == status
        seen = Seen(answer.content.decode())
        assert seen.all("html", "lang") == [language]
        assert f"/{language}/search/" in seen.all("form", "action")
        assert say("site-to-overview", language) in seen.text


def test_only_reading_is_allowed(client) -> None:
    for path in ("/", "/en/", "/en/members/", "/en/search/?q=a", "/en/organizations/alpro/", "/en/report/"):
        for method in ("post", "put", "delete", "patch"):
            answer = getattr(client, method)(path)
            assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
        assert client.head(path).status_code in (200, 302)
        assert client.head(path).content == b""


@pytest.mark.parametrize(
    "path", ["/", "/en/", *(f"/en/{one}" for one, _ in REFUSED), "/en/gaps/gaps.xlsx", "/en"]
)
def test_every_answer_says_what_it_may_load(client, path: str) -> None:
    answers = [client.get(path), client.post(path), client.get(path, headers={"host": "elsewhere.example"})]
    assert answers[2].status_code in (400, 404)
    for answer in answers:
        policy = dict(
            part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";")
        )
        assert policy == {
            "default-src": "'none'",
            "style-src": "'self'",
            "img-src": "'self' data:",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "DENY"


def test_a_request_that_cannot_be_read_is_refused(client) -> None:
    answer = client.get("/fr/members/?" + "&".join(f"a{n}=1" for n in range(1500)))
    assert answer.status_code == 400
    assert Seen(answer.content.decode()).all("html", "lang") == ["fr"]


def test_a_fault_of_the_site_is_told_and_hides_nothing_of_its_safety(client, monkeypatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("broken <script>")

    monkeypatch.setattr("traitdunion.language.site_lists.overview_page", broken)
    client.raise_request_exception = False
    try:
        answer = client.get("/nl/")
    finally:
        client.raise_request_exception = True
    assert answer.status_code == 500
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "broken" not in answer.content.decode()


def test_an_id_may_hold_anything() -> None:
    odd = "local:a/b %41?&#é"
    link = page_of(odd, cluster=False)
    assert link == "organizations/local:a%2Fb%20%2541%3F%26%23%C3%A9/"
    assert (
        address("fr", "organizations/local:a/b %41?&#é/")
        == "/fr/organizations/local:a/b%20%2541%3F%26%23%C3%A9/"
    )


def test_the_style_may_be_kept_for_good_and_has_no_other_address(client) -> None:
    [address] = [link for link in Seen(page(client, "/en/")).all("link", "href") if link.endswith(".css")]
    answer = client.get(address)
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert b"url(" not in answer.content
    assert b"@import" not in answer.content
    other = re.sub(r"\.[0-9a-f]{16}\.", "." + "0" * 16 + ".", address)
    assert client.get(other).status_code == 404


def test_a_filter_keeps_the_rows_it_promises(client) -> None:
    whole = page(client, "/en/members/")
    options = re.findall(r'<option value="([a-z-]+)">[^<]*\((\d+)\)</option>', whole)
    counts = {value: int(count) for value, count in options if value in ("tied", "no-tie-known", "no-data")}
    assert sum(counts.values()) == 71
    for value, count in counts.items():
        rows = Table(page(client, f"/en/members/?status={value}")).rows[1:]
        assert len(rows) == min(count, 50)
        assert {row[1] for row in rows} == {say(f"term-{value}", "en")}


def test_the_form_hands_on_what_it_has_no_field_for(client) -> None:
    seen = Seen(page(client, "/en/gaps/?a=becentral&text=park&sort=-ratio&page=2"))
    hidden = [(one["name"], one["value"]) for tag, one in seen.elements if one.get("type") == "hidden"]
    assert sorted(hidden) == [("a", "becentral"), ("sort", "-ratio")]
    assert say("site-chip", "en", column="Cluster A", value="BeCentral") in seen.text


def test_sorting_by_a_heading_turns_round_when_asked_again(client) -> None:
    first = Seen(page(client, "/en/clusters/?page=2"))
    [link] = [one for one in first.all("a", "href") if one.endswith("sort=organization")]
    rising = page(client, link)
    names = [row[0] for row in Table(rising).rows[1:]]
    assert names == sorted(names, key=sort_key)
    assert Seen(rising).all("th", "aria-sort") == ["ascending"]
    [back] = [one for one in Seen(rising).all("a", "href") if one.endswith("sort=-organization")]
    falling = page(client, back)
    assert Seen(falling).all("th", "aria-sort") == ["descending"]
    assert Table(falling).rows[1][0] >= Table(falling).rows[-1][0]


def test_the_pages_of_a_list_hold_every_row_once(client) -> None:
    names, path = [], "/en/organizations/?kind=company&sort=organization"
    while path:
        text = page(client, path)
        names += [row[0] for row in Table(text).rows[1:]]
        seen = Seen(text)
        here = int(parse_qs(urlsplit(path).query).get("page", ["1"])[0])
        after = [link for link in seen.all("a", "href") if link.endswith(f"page={here + 1}")]
        path = next(iter(after), "")
    assert len(names) > 300
    rows = list(
        csv.DictReader(io.StringIO(download(client, "/en/organizations/organizations.csv?kind=company")))
    )
    assert sorted(names) == sorted(row["Organization"] for row in rows)


def download(client: Any, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return answer.content.decode("utf-8-sig")


@pytest.mark.parametrize("state", ["", "?status=tied", "?region=Flanders&sort=-organization", "?text=food"])
def test_the_files_hold_exactly_the_rows_shown(client, state: str) -> None:
    text = page(client, f"/en/members/{state}")
    shown = [row[0] for row in Table(text).rows[1:]]
    links = Seen(text).all("a", "href")
    [table] = [link for link in links if "/members.csv" in link]
    [book] = [link for link in links if "/members.xlsx" in link]
    rows = list(csv.DictReader(io.StringIO(download(client, table))))
    assert [row["Organization"] for row in rows][:50] == shown
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(book).content)).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)][:50] == shown
    assert sheet.max_row - 1 == len(rows)


def test_gaps_are_pairs_below_expectation_the_heaviest_first(client) -> None:
    rows = list(csv.DictReader(io.StringIO(download(client, "/en/gaps/gaps.csv"))))
    weights = [float(row["Weight"]) for row in rows]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0
    pairs = list(csv.DictReader(io.StringIO(download(client, "/en/gaps/gaps.csv?sort=rank"))))
    assert sorted(row["Weight"] for row in pairs) == sorted(row["Weight"] for row in rows)


def test_from_a_gap_one_click_leads_to_those_who_could_close_it(client) -> None:
    text = page(client, "/en/gaps/")
    first = Table(text).rows[1]
    links = [link for link in Seen(text).all("a", "href") if link.startswith("/en/recommendations/?")]
    rows = Table(page(client, links[0])).rows[1:]
    assert first[-1] == say("site-recommendations", "en", count=len(rows))
    assert rows
    for organization, partner, _, via, *_ in rows:
        assert {first[0], first[1]} in ({partner, via}, {partner, organization})


def test_from_a_member_one_click_leads_to_where_it_would_fit(client) -> None:
    text = page(client, "/en/members/?status=no-tie-known")
    rows = Table(text).rows[1:]
    links = [link for link in Seen(text).all("a", "href") if link.startswith("/en/recommendations/?")]
    assert len(links) == len(rows) > 0
    for row, link in zip(rows, links, strict=True):
        advised = Table(page(client, link)).rows[1:]
        assert {one[0] for one in advised} == {row[0]}
        assert row[-1] == say("site-recommendations", "en", count=len(advised))


def test_coverage_on_the_first_page_is_that_of_the_audit(client) -> None:
    text = page(client, "/en/")
    figures = re.findall(r'<li class="figure [a-z-]+"><b>(\d+)</b>', text)
    rows = list(csv.DictReader(io.StringIO(download(client, "/en/members/members.csv"))))
    status = [row["Status"] for row in rows]
    assert [int(one) for one in figures] == [
        status.count(say(f"term-{one}", "en")) for one in ("tied", "no-tie-known", "no-data")
    ]
    actions = text[text.index('<ol class="next">') : text.index("</ol>")]
    assert len(re.findall(r"<li>", actions)) == 3
    assert "/en/members/?status=no-tie-known" in actions
    assert "/en/gaps/" in actions


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_an_organization_tells_facts_ties_and_reasons(client, language: str) -> None:
    text = page(client, f"/{language}/organizations/alpro/")
    seen = Seen(text)
    assert "Wevelgem" in seen.text
    assert say("site-status-no-data", language) in seen.text
    assert any(link.startswith(f"/{language}/clusters/") for link in seen.all("a", "href"))
    assert any(link.startswith("https://") for link in seen.all("a", "href"))
    assert '<ul class="why">' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_cluster_tells_what_it_is_strong_in_and_whom_it_meets(client, language: str) -> None:
    text = Seen(page(client, f"/{language}/clusters/a6k/")).text
    for key in ("profile-strengths", "profile-fitting"):
        assert say(key, language, name="A6K") in text
    for key in ("profile-should-meet", "profile-meets", "site-weak", "site-ties"):
        assert say(key, language) in text


def test_a_cluster_asked_for_as_an_organization_is_found_and_the_other_way_round(client) -> None:
    assert client.get("/fr/organizations/a6k/")["Location"] == "/fr/clusters/a6k/"
    assert client.get("/fr/clusters/alpro/")["Location"] == "/fr/organizations/alpro/"


@pytest.mark.parametrize(
    ("asked", "found"), [("thor", "Thor Park"), ("BECENTRAAL", "BeCentral"), ("alstom", "Alstom")]
)
def test_search_finds_what_is_meant(client, asked: str, found: str) -> None:
    text = page(client, f"/nl/search/?q={asked}")
    assert found in re.findall(r'<p class="pair"><a href="[^"]+">([^<]+)</a>', text)


@pytest.mark.parametrize(
    "asked", ["<script>alert(1)</script>", "\x00\x1b", "🤖" * 300, "a" * 9000, "' OR 1=1 --", "%"]
)
def test_search_answers_whatever_is_asked(client, asked: str) -> None:
    text = page(client, f"/en/search/?q={quote(asked)}")
    harmless(text)


def harmless(text: str) -> None:
    """Assert that a page holds no script, no style of its own, and no address but of the web."""
    seen = Seen(text)
    assert {tag for tag, _ in seen.elements}.isdisjoint(
        {"script", "style", "img", "iframe", "object", "base"}
    )
    for tag, given in seen.elements:
        assert not [name for name in given if name.startswith("on") or name in ("style", "srcdoc")], tag
        for name in ("href", "action", "src"):
            assert (given.get(name) or "/").startswith(("/", "#", "https://", "http://", "data:,")), given


PAYLOAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
SCRIPT = "javascript:alert(1)"
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def poisoned(tmp_path: Path) -> Iterator[Any]:
    """A workspace whose every text tries to be markup, an address that runs, or a formula."""
    with opened(tmp_path / "workspace") as place:
        made = registry.load(place, [*poisoned_files(tmp_path)])
        assert made.faults == ()
        from django.test import Client

        yield Client(headers={"host": "localhost"})


def poisoned_files(folder: Path) -> Iterator[Path]:
    fields = (
        "name",
        "aliases",
        "description_en",
        "description_fr",
        "website",
        "source_urls",
        "city",
        "street",
    )
    said = (PAYLOAD, f"alias {PAYLOAD}", PAYLOAD, PAYLOAD, SCRIPT, SCRIPT, f"Gent {PAYLOAD}", PAYLOAD)
    names = ["c0", "c1", "c2", *(f"o{n}" for n in range(9)), PAYLOAD.replace("|", "")]
    rows = [
        {
            "id": one,
            "kind": "cluster" if one.startswith("c") else "company",
            "topics": f"t1;{PAYLOAD}".replace(";", "|"),
        }
        | dict(zip(fields, said, strict=True))
        | {"name": f"{FORMULA} {one} {PAYLOAD}", "as_of": "2025-01-02", "offers": PAYLOAD, "needs": PAYLOAD}
        for one in names
    ]
    yield written(folder / "organizations.csv", rows)
    ties = [
        {"source": f"o{n}", "target": f"c{n % 3}", "kind": "member", "note": PAYLOAD, "evidence_url": SCRIPT}
        | {"status": "active", "since": "2020"}
        for n in range(6)
    ]
    yield written(folder / "ties.csv", ties)
    members = [{"id": f"o{n}", "basis": "list", "evidence_url": SCRIPT} for n in (0, 7, 8)]
    yield written(folder / "federation_members.csv", members)


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=[*rows[0]])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_nothing_that_was_imported_is_ever_markup_or_runs(poisoned) -> None:
    first = Seen(page(poisoned, "/en/organizations/"))
    records = [
        link for link in first.all("a", "href") if re.match(r"/en/(?:organizations|clusters)/[^?]+/$", link)
    ]
    assert len(records) >= 10
    told = 0
    for path in (
        *(f"/en/{key}/" for key in LISTS),
        "/en/",
        *records,
        "/en/search/?q=Gent",
        "/en/search/?q=alert",
    ):
        text = page(poisoned, path)
        harmless(text)
        told += "&lt;script&gt;alert(1)" in text
    assert told > 15


def test_a_file_of_a_poisoned_list_holds_no_formula(poisoned) -> None:
    for key in LISTS:
        for row in csv.reader(io.StringIO(download(poisoned, f"/en/{key}/{key}.csv"))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@"))]
        book = openpyxl.load_workbook(io.BytesIO(poisoned.get(f"/en/{key}/{key}.xlsx").content))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert not [cell for cell in cells if cell.hyperlink]


def test_one_organization_alone_is_told_what_to_load(tmp_path: Path) -> None:
    from django.test import Client

    with opened(tmp_path / "workspace") as place:
        registry.load(place, [written(tmp_path / "organizations.csv", [{"id": "x0", "name": "Works"}])])
        client = Client(headers={"host": "localhost"})
        first = Seen(page(client, "/nl/")).text
        assert say("site-next-load", "nl") in first
        assert say("site-no-members", "nl") in first
        for key in set(LISTS) - {"organizations"}:
            assert say("site-none-at-all", "nl") in Seen(page(client, f"/nl/{key}/")).text, key
        assert say("site-no-ties", "nl") in Seen(page(client, "/nl/organizations/x0/")).text


def queries(client: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    page(client, path)  # made and kept
    with CaptureQueriesContext(connection) as asked:
        page(client, path)
    return len(asked)


def test_pages_ask_the_database_as_often_with_one_organization_as_with_three_thousand(tmp_path: Path) -> None:
    from django.test import Client

    paths = (
        "/en/",
        "/en/organizations/",
        "/en/organizations/?text=works",
        "/en/organizations/x0/",
        "/en/search/?q=works",
    )
    counted = []
    for size in (1, 3000):
        with opened(tmp_path / f"w{size}") as place:
            rows = [
                {"id": f"x{n}", "name": f"Works {n} {n * 7919 % 9973}", "number": ""} for n in range(size)
            ]
            registry.load(place, [written(tmp_path / f"organizations{size}.csv", rows)])
            client = Client(headers={"host": "localhost"})
            counted.append([queries(client, path) for path in paths])
    assert counted[0] == counted[1]
    assert max(counted[0]) < 20
