import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from traitdunion.errors import WorkspaceError
from traitdunion.workspace import demo
from traitdunion.workspace.base import opened
from traitdunion.workspace.site import run


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    with opened(tmp_path_factory.mktemp("site") / "workspace") as place:
        demo.demo(place)
        from django.test import Client

        yield Client(headers={"host": "localhost"})


@pytest.mark.parametrize(
    ("wished", "language"),
    [("nl-BE,nl;q=0.9,en;q=0.5", "nl"), ("de,fr;q=0.8", "fr"), ("de", "en"), ("", "en")],
)
def test_the_start_goes_to_the_language_of_the_browser(client, wished: str, language: str) -> None:
    answer = client.get("/", headers={"accept-language": wished})
    assert (answer.status_code, answer["Location"]) == (302, f"/{language}/")


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_report_has_a_page(client, language: str) -> None:
    answer = client.get(f"/{language}/report/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}' in page
    for name in ("The Beacon", "BeCentral", "A6K", "Thor Park", "Arenberg", "The POD", "Agoria", "Sirris"):
        assert name in page


def test_every_link_of_the_report_into_the_site_leads_somewhere(client) -> None:
    page = client.get("/fr/report/").content.decode()
    inside = {link for link in re.findall(r'href="([^"#]+)"', page) if not re.match(r"[a-z]+:", link)}
    assert inside
    for link in inside:
        answer = client.get(f"/fr/report/{link}")
        answer.close()
        assert answer.status_code in (200, 302), link


def test_the_report_may_load_nothing_from_elsewhere(client) -> None:
    policy = client.get("/en/report/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert client.get("/en/report/")["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "path",
    [
        "/de/",
        "/en/report/lists/en/../../../traitdunion.sqlite3",
        "/en/report/lists/en/%2e%2e/x.csv",
        "/en/report/.made-from",
        "/x",
    ],
)
def test_nothing_else_is_handed_out(client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("path", "remedy"), [("/fr/", "traitdunion load"), ("/fr/report/", "traitdunion report")]
)
def test_an_empty_workspace_says_what_to_do(tmp_path: Path, path: str, remedy: str) -> None:
    with opened(tmp_path / "empty"):
        from django.test import Client

        answer = Client(headers={"host": "localhost"}).get(path)
    assert answer.status_code == 404
    assert remedy in answer.content.decode()


def test_a_taken_port_is_an_error(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(WorkspaceError, match=str(taken.getsockname()[1])):
            run(tmp_path / "w", taken.getsockname()[1], announce=print)


def status_of(address: str) -> int | None:
    """The status a server answers with; None while nobody listens."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
    except urllib.error.URLError:
        return None


def test_the_server_answers_on_this_machine(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-u",
        "-m",
        "traitdunion",
        "serve",
        "--workspace",
        str(tmp_path / "w"),
        "--port",
        "8971",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        killer = threading.Timer(60, process.kill)
        killer.start()
        assert process.stdout is not None
        assert "http://127.0.0.1:8971/" in process.stdout.readline()
        answers = (status_of("http://127.0.0.1:8971/en/") or time.sleep(0.1) for _ in range(50))
        assert next((answer for answer in answers if answer), None) == 404
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        killer.cancel()
        assert process.returncode in (0, 130)
