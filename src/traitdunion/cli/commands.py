"""The door of the program: demo, serve, and how an error is told."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from traitdunion.cli.program import EXIT_FAULT, JsonOption, WorkspaceOption, app, command
from traitdunion.cli.show import LANGUAGE, said, show_faults, tell, tell_json, workspace_opened
from traitdunion.errors import FaultyFile, TraitdunionError
from traitdunion.language.catalog import error_sentences
from traitdunion.version import VERSION

EXIT_STOPPED = 130
_UsageError: Any = typer.BadParameter.__base__  # what typer raises for words it cannot read


@command("demo")
def demo(
    workspace: WorkspaceOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help=said("option-port"))] = 8000,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help=said("option-serve"))] = True,
    as_json: JsonOption = False,
) -> None:
    """Walk the whole route on the built-in Belgian ecosystem."""
    from traitdunion.workspace import demo as main_job  # noqa: PLC0415  keeps --help fast
    from traitdunion.workspace import documents  # noqa: PLC0415  as above

    with workspace_opened(workspace, as_json) as place:
        walked = main_job.demo(place)
        folder = place.folder
    if as_json:
        tell_json(documents.route_document(walked.recommendations, walked.plan, walked.pages))
    else:
        from traitdunion.language.summary import summary  # noqa: PLC0415  keeps --help fast

        Console(highlight=False).print(summary(walked.report, LANGUAGE, folder=folder))
    if serve:
        _serve(folder, port)


@command("serve")
def serve(
    workspace: WorkspaceOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help=said("option-port"))] = 8000,
) -> None:
    """Open the site on this machine."""
    from traitdunion.workspace.base import opened  # noqa: PLC0415  keeps --help fast

    with opened(workspace) as place:
        folder = place.folder
    _serve(folder, port)


def _serve(folder: Path, port: int) -> None:
    from traitdunion.workspace.site import run  # noqa: PLC0415  keeps --help fast

    run(folder, port, announce=lambda address: tell("serving", address=address))


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"traitdunion {VERSION}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=said("option-version"))
    ] = False,
) -> None:
    """Nothing to do before a verb."""


def main() -> None:
    """Run the program: an error is two lines, fact and remedy, and exit code 2."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = app(standalone_mode=False)
    except FaultyFile as error:
        show_faults(error.faults)
        code = EXIT_FAULT
    except TraitdunionError as error:
        _refuse(*error_sentences(error, LANGUAGE))
    except _UsageError as error:
        _refuse(error.format_message(), said("usage-remedy"))
    except (KeyboardInterrupt, typer.Abort):
        code = EXIT_STOPPED
    if code == EXIT_STOPPED:
        typer.echo(said("stopped"), err=True)
    sys.exit(code)


def _refuse(fact: str, remedy: str) -> None:
    typer.echo(f"{fact}\n{remedy}", err=True)
    sys.exit(EXIT_FAULT)
