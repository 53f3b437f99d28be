"""What is written stays true: examples run, commands and options printed in the pages exist."""

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import traitdunion
from tests.conftest import ROOT

# Importing these needs Django's settings, or starts the program.
NEED_DJANGO = (
    "traitdunion.store.models",
    "traitdunion.store.migrations",
    "traitdunion.web",
    "traitdunion.__main__",
    "traitdunion.methods.compiled.__main__",
)
MODULES = [
    module.name
    for module in pkgutil.walk_packages(traitdunion.__path__, "traitdunion.")
    if not module.name.startswith(NEED_DJANGO)
]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS).failed == 0


def test_there_are_examples_to_run() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = sum(bool(one.examples) for name in MODULES for one in finder.find(importlib.import_module(name)))
    assert found >= 60


def test_every_public_method_has_an_example_that_runs() -> None:
    public = {
        f"{name}.{key}": value
        for name in MODULES
        if name.startswith("traitdunion.methods.") and ".compiled" not in name
        for key, value in vars(importlib.import_module(name)).items()
        if inspect.isfunction(value) and value.__module__ == name and not key.startswith("_")
    }
    assert len(public) > 150
    assert [name for name, value in public.items() if ">>> " not in (value.__doc__ or "")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_in_the_pages_exist(page: Path) -> None:
    from traitdunion.cli import app

    verbs = {command.name: command.callback for command in app.registered_commands}
    text = page.read_text(encoding="utf-8")
    for verb in re.findall(r"(?:^\$ \.venv/bin/|`)traitdunion ([a-z]+)", text, re.MULTILINE):
        assert verb in verbs, verb
    source = "".join(
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "src/traitdunion/cli").glob("*.py"))
    )
    for option in set(re.findall(r"`[^`\n]*?(--[a-z][a-z-]+)", text)):
        assert option in source or option.removeprefix("--").replace("-", "_") in source, option


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_make_commands_in_the_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = {one for page in PAGES for one in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert told <= targets


def test_the_notebook_of_the_readme_runs() -> None:
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    namespace: dict = {}
    exec(block, namespace)
    assert len(namespace["plan"].lines) == 100
