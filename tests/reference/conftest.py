"""Counts which reference numbers the tests of this folder reproduce.

A test says which by `@pytest.mark.reproduces("id", ...)`; ids are those of `reference_numbers.json`. What no
test reproduces stands in `left.toml`, under its topic or with its reason.
"""

import json
import textwrap
import tomllib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
CARRIED, OUTCOMES, KNOWN = (pytest.StashKey() for _ in range(3))


@pytest.fixture(scope="session")
def reference(data, pytestconfig):
    """Every reference number by its id: method, input, expected, tolerance, source."""
    checks = json.loads((data / "reference" / "reference_numbers.json").read_text(encoding="utf-8"))
    pytestconfig.stash[KNOWN] = {check["id"] for check in checks}
    return {check["id"]: check for check in checks}


def left_alone():
    """What is left to a later topic, and what is left out: id to topic or reason."""
    said = tomllib.loads((FOLDER / "left.toml").read_text(encoding="utf-8"))
    later = {name: topic for topic, names in said["later"].items() for name in names}
    return later, said["out"]


@pytest.fixture(scope="session")
def left():
    return left_alone()


def remember(config, items):
    """Note the ids a test carries before anything runs, so that a test that never ran counts against them."""
    carried = config.stash.setdefault(CARRIED, {})
    for item in items:
        if item.path.is_relative_to(FOLDER):
            names = [name for mark in item.iter_markers("reproduces") for name in mark.args]
            carried[item.nodeid] = set(names)


def pytest_deselected(items):
    for item in items:
        remember(item.config, [item])


def pytest_collection_finish(session):
    remember(session.config, session.items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    item.config.stash.setdefault(OUTCOMES, {}).setdefault(item.nodeid, []).append(report.outcome)
    return report


def reproduced(config):
    """Ids of which every test ran and passed, from setting up to tearing down."""
    outcomes, every = config.stash.get(OUTCOMES, {}), {}
    for test, names in config.stash.get(CARRIED, {}).items():
        passed = outcomes.get(test) == ["passed"] * 3
        every.update({name: every.get(name, True) and passed for name in names})
    return {name for name, passed in every.items() if passed}


def whole_folder(config):
    """Whether everything here was asked for, in this very process (workers share the tests among them)."""
    shared = hasattr(config, "workerinput") or getattr(config.option, "numprocesses", None)
    named = {(config.invocation_params.dir / argument).resolve() for argument in config.args}
    return not (shared or config.option.collectonly) and bool({FOLDER, *FOLDER.parents} & named)


def summary(config):
    """Lines from what is left to what is reached; the last is the one to look at."""
    later, out = left_alone()
    carried = set().union(*config.stash.get(CARRIED, {}).values())
    known = config.stash.get(KNOWN, set())
    if not known:
        yield "reference numbers not read: set TRAITDUNION_DATA to the folder of real data"
    for topic in sorted(set(later.values())):
        names = sorted(name for name in later if later[name] == topic)
        yield from wrapped(f"later, {topic}: {', '.join(names)}")
    for name in sorted(out):
        yield from wrapped(f"left out, {name}: {out[name]}")
    done, every = reproduced(config), known or carried | set(later) | set(out)
    missing = sorted((every | carried) - done - set(later) - set(out))
    if missing:
        yield from wrapped(f"not reproduced: {', '.join(missing)}")
    yield f"reference: {len(done & every)} of {len(every)} reproduced"


def wrapped(line):
    return textwrap.wrap(line, 110, subsequent_indent="  ", break_on_hyphens=False)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session):
    """Speak after everything else has."""
    result = yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and whole_folder(session.config):
        for line in summary(session.config):
            reporter.write_line(line)
    return result
