"""The site of a workspace, served on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from traitdunion.errors import WorkspaceError
from traitdunion.workspace.base import opened

HOST = "127.0.0.1"


def run(folder: Path, port: int, *, announce: Callable[[str], None]) -> None:
    """Serve until interrupted.

    Parameters
    ----------
    folder : Path
        The workspace.
    port : int
    announce : callable
        Told the address when the site answers.

    Raises
    ------
    WorkspaceError
        When the port is taken.
    """
    import socket  # noqa: PLC0415  only to serve

    import uvicorn  # noqa: PLC0415  slow to import
    from django.core.asgi import get_asgi_application  # noqa: PLC0415  needs Django set up

    with opened(folder):
        application = get_asgi_application()
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="off"))
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listening.bind((HOST, port))
            except OSError as error:
                raise WorkspaceError("port-taken", port=str(port)) from error
            announce(f"http://{HOST}:{port}/")
            server.run(sockets=[listening])
