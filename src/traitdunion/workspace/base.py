"""A workspace: a folder with its memory, its snapshots and its reports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from traitdunion.errors import InputError
from traitdunion.settings import Settings, read_settings, write_settings
from traitdunion.store import base as store

Progress = Callable[[str], None]


def silent(_: str) -> None:
    """Say nothing of the progress."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace.

    Attributes
    ----------
    settings : Settings
    progress : callable
        Told the name of each verb as it begins.
    """

    settings: Settings
    progress: Progress = silent

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self.settings.workspace

    @property
    def ecosystems(self) -> Path:
        """Where the snapshots lie."""
        return self.folder / "ecosystems"

    @property
    def cache(self) -> Path:
        """Where what can be computed again lies: it may be deleted at any time."""
        return self.folder / "cache"

    @property
    def reports(self) -> Path:
        """Where the reports lie."""
        return self.folder / "reports"


@contextmanager
def opened(folder: Path | None = None, *, progress: Progress = silent) -> Iterator[Workspace]:
    """Open a workspace, made when it is not there, and close it afterwards.

    Parameters
    ----------
    folder : Path, optional
        Else TRAITDUNION_WORKSPACE, else ./workspace.
    progress : callable

    Raises
    ------
    WorkspaceError
        When the folder cannot be written or its memory cannot be opened.
    """
    workspace = Workspace(read_settings(folder), progress)
    store.open_store(workspace.settings)
    try:
        yield workspace
    finally:
        store.close_store()


def changed(workspace: Workspace, **settings: object) -> Workspace:
    """Change settings of a workspace for good."""
    from dataclasses import replace  # noqa: PLC0415  only when a workspace is made

    renewed = replace(workspace.settings, **settings)  # type: ignore[arg-type]
    if renewed != workspace.settings:
        write_settings(renewed)
    return replace(workspace, settings=renewed)


def now() -> datetime:
    """Give the time: the clock is read here and nowhere below."""
    return datetime.now(UTC)


def hashed(*parts: object) -> str:
    """Hash what a result was made from."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def files_hashed(paths: list[Path]) -> str:
    """Hash the content of files, whatever they are called."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise InputError("file-unreadable", file=str(path), detail=error.strerror or "") from error
    return digest.hexdigest()
