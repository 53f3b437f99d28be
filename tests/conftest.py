"""What every test may lean on."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real data, outside the project."""
    folder = Path(os.environ.get("TRAITDUNION_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"real data not found at {folder}; set TRAITDUNION_DATA to its folder")
    return folder
