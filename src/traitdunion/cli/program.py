"""The program, and what its verbs share: sentences come from the catalogs, work from the workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from traitdunion.cli.show import said

EXIT_FAULT = 2

app = typer.Typer(
    name="traitdunion",
    help=said("help-introduction"),
    epilog=said("help-example"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

WorkspaceOption = Annotated[
    Path | None, typer.Option("--workspace", metavar="DIR", help=said("option-workspace"))
]
JsonOption = Annotated[bool, typer.Option("--json", help=said("option-json"))]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help=said("option-as-of"))]


def command(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add a verb to the program, in the order of the route, with its help from the catalog."""
    return app.command(name, help=said(f"command-{name}-help"), short_help=said(f"command-{name}"))
