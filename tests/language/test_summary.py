"""What the terminal says."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from traitdunion.domain.report import Report
from traitdunion.language.catalog import LANGUAGES
from traitdunion.language.summary import doubt_lines, summary


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_fits_one_screen(report: Report, language: str) -> None:
    console = Console(width=80, file=StringIO())
    console.print(summary(report, language, folder=Path("workspace")))
    lines = console.file.getvalue().rstrip().splitlines()
    assert 20 <= len(lines) <= 45
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    assert "Thor Park" in text
    assert "▼" in text
    assert "workspace/reports" in text


def test_a_doubt_tells_its_evidence_and_how_to_rule() -> None:
    doubt = {
        "left": "local:1",
        "right": "local:2",
        "left_name": "Barco",
        "right_name": "Barco NV",
        "probability": 0.93,
        "evidence": [
            {"key": "name", "left": "Barco", "right": "Barco NV", "weight": 5.0},
            {"key": "website", "left": "barco.com", "right": "b.be", "weight": -1.0},
        ],
    }
    assert list(doubt_lines(doubt, "en")) == [
        "93%: Barco and Barco NV",
        "  agrees: Name (Barco / Barco NV)",
        "  does not agree: Website (barco.com / b.be)",
        "  `traitdunion judge same local:1 local:2`",
    ]
