"""The command line: the verbs of the route."""

from traitdunion.cli import (
    analysis,
    backtesting,
    measuring,
    planning,
    recommending,
    registry,
    scheduling,
    wishes,
)
from traitdunion.cli.commands import main
from traitdunion.cli.program import app

__all__ = [
    "analysis",
    "app",
    "backtesting",
    "main",
    "measuring",
    "planning",
    "recommending",
    "registry",
    "scheduling",
    "wishes",
]

_ROUTE = (
    *("load", "batches", "undo", "resolve", "review", "judge", "snapshot", "locate", "audit", "measure"),
    *(
        "rule",
        "rules",
        "recommend",
        "backtest",
        "plan",
        "schedule",
        "report",
        "answer",
        "answers",
        "demo",
        "serve",
    ),
)
app.registered_commands.sort(key=lambda verb: _ROUTE.index(str(verb.name)))
