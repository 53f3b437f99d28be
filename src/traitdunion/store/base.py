"""Opens the memory of a workspace: Django's settings are made from ours, and tables brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from traitdunion.errors import WorkspaceError
from traitdunion.settings import Settings, django_database, django_settings


def open_store(settings: Settings) -> None:
    """Open the memory of a workspace and bring its tables up to date.

    One process has one memory open at a time; opening another closes the first.

    Raises
    ------
    WorkspaceError
        When the folder cannot be written or the database cannot be reached.
    """
    _folder(settings.workspace)
    import django  # noqa: PLC0415  slow, and a notebook needs none
    from django.conf import settings as configured  # noqa: PLC0415  as above
    from django.core.management import call_command  # noqa: PLC0415  as above
    from django.db import DatabaseError, connections  # noqa: PLC0415  as above

    if not configured.configured:
        configured.configure(**django_settings(settings))
        django.setup()
    else:
        _point_elsewhere(settings)
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        connections.close_all()
        raise WorkspaceError(
            "workspace-database", folder=str(settings.workspace), detail=str(error)
        ) from error


def close_store() -> None:
    """Close the memory's connections."""
    from django.db import connections  # noqa: PLC0415  slow

    connections.close_all()


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Make everything within one transaction."""
    from django.db import transaction  # noqa: PLC0415  slow

    with transaction.atomic():
        yield


def _point_elsewhere(settings: Settings) -> None:
    from django.conf import settings as configured  # noqa: PLC0415  slow
    from django.db import connections  # noqa: PLC0415  slow

    wanted = django_database(settings)
    configured.TRAITDUNION_REPORTS = django_settings(settings)["TRAITDUNION_REPORTS"]
    connections.close_all()
    connections.databases["default"].update(wanted)
    del connections["default"]


def _folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise WorkspaceError("workspace-folder", folder=str(folder), detail=error.strerror or "") from error
