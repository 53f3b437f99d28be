"""What every test may lean on."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

import traitdunion as td
from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem

ROOT = Path(__file__).parent.parent

# How long an example takes depends on the machine: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real data, outside the project."""
    folder = Path(os.environ.get("TRAITDUNION_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"real data not found at {folder}; set TRAITDUNION_DATA to its folder")
    return folder


@pytest.fixture(scope="session")
def example() -> Ecosystem:
    """The built-in Belgian ecosystem on the day of its newest evidence."""
    return td.snapshot(td.resolve(td.read_example()), as_of="2026-02-28")


@pytest.fixture(scope="session")
def example_audit(example: Ecosystem) -> Audit:
    """Its audit, the federation and its research centre left out of the count."""
    return td.audit(example, broker=("agoria", "sirris"))
