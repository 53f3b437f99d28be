"""The program: the verbs as commands."""

from traitdunion.cli.commands import app, main

__all__ = ["app", "main"]
