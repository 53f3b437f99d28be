import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def run(
    *arguments: str, workspace: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    given = [*arguments, *(["--workspace", str(workspace)] if workspace else [])]
    return subprocess.run(
        [sys.executable, "-m", "traitdunion", *given],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "100", **environment},
        check=False,
    )


def said(*arguments: str, workspace: Path) -> Any:
    done = run(*arguments, "--json", workspace=workspace)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "workspace"
    said("demo", "--no-serve", workspace=folder)
    return folder


VERBS = [
    "load",
    "batches",
    "undo",
    "resolve",
    "review",
    "judge",
    "snapshot",
    "locate",
    "audit",
    "measure",
    "recommend",
    "plan",
    "report",
]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_help_lists_the_verbs_in_the_order_of_the_route(language: str) -> None:
    text = run("--help", TRAITDUNION_LANGUAGE=language).stdout
    lines = [line.strip("│ ").split(" ")[0] for line in text.splitlines()]
    assert [line for line in lines if line in VERBS] == VERBS


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom traitdunion.cli import app\n"
        "heavy = {'django', 'duckdb', 'numba', 'pandas', 'sklearn', 'scipy', 'splink', 'pyarrow'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, traitdunion\nprint([one for one in ('django', 'numpy') if one in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_the_demo_prints_what_machines_were_promised(walked: Path) -> None:
    told = said("demo", "--no-serve", workspace=walked)
    assert {name: told[name] for name in ("organizations", "clusters", "ties", "members")} == {
        "organizations": 626,
        "clusters": 66,
        "ties": 999,
        "members": 71,
    }
    assert set(told["coverage"]) == {"tied", "no_tie_known", "no_data"}
    assert {"a", "b", "observed", "expected", "ratio", "low", "high", "p", "q"} == set(told["pairs"][0])
    line = told["plan"][0]
    assert {"organization", "cluster", "gain", "reasons"} <= set(line)
    assert set(line["reasons"][0]) == {"key", "values", "source", "date"}
    assert len(told["ecosystem"]) == 64
    assert {"seed", "version", "recommendations"} <= set(told)
    assert set(told["reports"]) == {"fr", "nl", "en"}
    assert all(Path(path).is_file() for path in told["reports"].values())


def test_two_demos_say_the_same_to_the_byte(walked: Path, tmp_path: Path) -> None:
    other = tmp_path / "workspace"
    first = run("demo", "--no-serve", "--json", workspace=walked).stdout.replace(str(walked), "W")
    second = run("demo", "--no-serve", "--json", workspace=other).stdout.replace(str(other), "W")
    assert first == second
    for one in sorted((walked / "reports").rglob("*")):
        if one.is_file():
            assert one.read_bytes() == (other / "reports" / one.relative_to(walked / "reports")).read_bytes()


@pytest.mark.parametrize(
    "verb", ["batches", "resolve", "review", "snapshot", "audit", "recommend", "plan", "report"]
)
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_every_verb_speaks_to_people(walked: Path, verb: str, language: str) -> None:
    done = run(verb, workspace=walked, TRAITDUNION_LANGUAGE=language)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert len(done.stdout.split()) > 3


def test_verbs_print_json(walked: Path) -> None:
    assert said("snapshot", workspace=walked)["organizations"] == 626
    assert said("audit", workspace=walked)["coverage"]["tied"] == 10
    advice = said("recommend", "Umicore", "--kind", "partner", "--top", "4", workspace=walked)
    assert [one["purpose"] for one in advice] == ["partner"] * 4
    plan = said("plan", "--introductions", "7", workspace=walked)
    assert len(plan["introductions"]) == 7
    assert plan["gain"] <= plan["bound"]


QUICK = ("--draws", "49")


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_locate_and_measure_speak_to_people_and_write_what_they_found(
    walked: Path, tmp_path: Path, language: str
) -> None:
    done = run(
        *("locate", "life-sciences", *QUICK, "--export", str(tmp_path / "located")),
        workspace=walked,
        TRAITDUNION_LANGUAGE=language,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Gosselies" in done.stdout
    assert sorted(file.name for file in (tmp_path / "located").glob("*.html")) == [
        f"locate-{one}.html" for one in ("en", "fr", "nl")
    ]
    shapes = json.loads((tmp_path / "located" / "locate.geojson").read_text("utf-8"))
    assert {one["geometry"]["type"] for one in shapes["features"]} == {"Polygon", "Point"}
    done = run(
        *("measure", "brokerage", "--by", "province", "--top", "3", *QUICK, "--export", str(tmp_path / "m")),
        workspace=walked,
        TRAITDUNION_LANGUAGE=language,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sirris" in done.stdout
    assert (tmp_path / "m" / "lists" / language / "mixing.csv").is_file()
    assert (tmp_path / "m" / f"brokerage-{language}.xlsx").is_file()


def test_locate_and_measure_print_json(walked: Path) -> None:
    located = said("locate", "life-sciences", *QUICK, workspace=walked)
    assert located["measure"] == "locate"
    assert "Gosselies" in {place for one in located["agglomerations"] for place in one["place"]}
    assert (
        len(located["shapes"])
        == len(located["agglomerations"])
        == located["findings"]["agglomerations"]["value"]
    )
    assert len(located["curve"]) == 101
    assert {"areas", "provinces", "activity_organizations", "caveats", "parameters", "seed"} <= set(located)
    assert located == said("locate", "life-sciences", *QUICK, workspace=walked)
    for what, listing in (
        ("brokerage", "mixing"),
        ("constraint", "constraint"),
        ("contacts", "contacts_expected"),
        ("relatedness", "complements"),
    ):
        told = said("measure", what, *QUICK, workspace=walked)
        assert told["measure"] == what
        assert told[listing]
        assert told["caveats"]


def test_loading_a_faulty_file_says_each_fault_and_exits_2(tmp_path: Path) -> None:
    file = tmp_path / "companies.csv"
    file.write_text("id,name,lat,lon\n1,Acme,fifty,4.3\n", encoding="utf-8")
    done = run("load", str(file), "--json", workspace=tmp_path / "w")
    told = json.loads(done.stdout)
    assert done.returncode == 2
    assert told["batch"] is None
    (fault,) = told["faults"]
    assert (fault["file"], fault["row"], fault["column"], fault["value"]) == (
        "companies.csv",
        2,
        "lat",
        "fifty",
    )
    assert fault["problem"].endswith(".")
    assert fault["remedy"].endswith(".")
    people = run("load", str(file), workspace=tmp_path / "w")
    assert people.returncode == 2
    assert "companies.csv" in people.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("load", "no-such-file.csv"),
        ("undo", "7"),
        ("judge", "same", "nobody", "nothing"),
        ("judge", "perhaps", "a", "b"),
        ("recommend", "nobody"),
        ("locate", "alchemy"),
        ("locate",),
        ("locate", "28", "--draws", "3"),
        ("measure", "beauty"),
        ("measure", "brokerage", "--by", "colour"),
        ("measure", "relatedness", "--of", "colours"),
        ("snapshot", "--as-of", "yesterday"),
        ("load", "--format", "papyrus", "x.csv"),
        ("plan", "--introductions", "0"),
        ("plan", "--introductions", "many"),
        ("snapshot", "--as-if"),
        ("load",),
        ("unload", "x.csv"),
    ],
)
def test_an_error_is_two_lines_and_exit_code_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, workspace=tmp_path / "w")
    assert done.returncode == 2
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 2, done.stderr
    assert "Traceback" not in done.stderr


def test_settings_say_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "traitdunion.toml").write_text('brooker = ["a"]\n', encoding="utf-8")
    done = run("batches", workspace=tmp_path)
    assert done.returncode == 2
    assert "brooker" in done.stderr


def test_a_workspace_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("batches", workspace=tmp_path / "file")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 2)


def test_the_mapping_guessed_can_be_saved_and_given(tmp_path: Path) -> None:
    file, mapping = tmp_path / "leden.csv", tmp_path / "mapping.toml"
    file.write_text("Naam;Postcode;Gemeente\nAcme;9000;Gent\n", encoding="utf-8")
    assert run("load", str(file), "--save-mapping", str(mapping), workspace=tmp_path / "a").returncode == 0
    assert run("load", str(file), "--map", str(mapping), workspace=tmp_path / "b").returncode == 0
    one, other = (said("snapshot", workspace=tmp_path / name) for name in "ab")
    assert one["organizations"] == other["organizations"] == 1


def test_ctrl_c_stops_without_a_trace_of_the_inside(tmp_path: Path) -> None:
    code = (
        "import os, signal, time\n"
        "from traitdunion.workspace import registry\n"
        "from traitdunion.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may have it ignored
        "registry.load = lambda *a, **k: (os.kill(os.getpid(), signal.SIGINT), time.sleep(30))\n"
        "main()"
    )
    arguments = ["load", "x.csv", "--workspace", str(tmp_path / "w")]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert len(done.stderr.strip().splitlines()) == 1


def test_another_plan_writes_another_report(walked: Path) -> None:
    page = walked / "reports" / "report-en.html"
    before = page.read_bytes()
    assert run("report", "--introductions", "5", workspace=walked).returncode == 0
    assert page.read_bytes() != before
    assert run("report", workspace=walked).returncode == 0
    assert page.read_bytes() == before
