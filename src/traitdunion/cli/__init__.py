"""The command line: the verbs of the route."""

from traitdunion.cli import analysis, measuring, registry
from traitdunion.cli.commands import main
from traitdunion.cli.program import app

__all__ = ["analysis", "app", "main", "measuring", "registry"]

_ROUTE = (
    *("load", "batches", "undo", "resolve", "review", "judge", "snapshot", "locate", "audit", "measure"),
    *("recommend", "plan", "report", "demo", "serve"),
)
app.registered_commands.sort(key=lambda verb: _ROUTE.index(str(verb.name)))
