"""One frozen Settings: `traitdunion.toml` in the workspace, overruled by the environment, then options."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from traitdunion.errors import InputError

PREFIX = "TRAITDUNION_"
FILE = "traitdunion.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; `traitdunion.toml` and TRAITDUNION_* use the same names.

    Attributes
    ----------
    workspace : Path
        The folder that holds everything: the memory, the snapshots, the reports.
    database : str
        Address of the memory; empty means SQLite in the workspace.
    broker : tuple of str
        Organizations that run the tool: left out of the contacts between clusters, shown apart.
    seed : int
        Of every draw.
    """

    workspace: Path = Path("workspace")
    database: str = ""
    broker: tuple[str, ...] = ()
    seed: int = 1

    @property
    def database_file(self) -> Path:
        """The SQLite file of the workspace."""
        return self.workspace / "traitdunion.sqlite3"


def read_settings(workspace: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings of a workspace.

    Parameters
    ----------
    workspace : Path, optional
        Else TRAITDUNION_WORKSPACE, else ./workspace.
    environment : mapping, optional
        Else the process's.

    Raises
    ------
    InputError
        When the file is not TOML, names an unknown setting, or a value has the wrong type.
    """
    environment = os.environ if environment is None else environment
    folder = workspace or Path(environment.get(PREFIX + "WORKSPACE", "workspace"))
    settings = replace(Settings(), workspace=folder)
    settings = _overruled(settings, _from_file(folder / FILE), str(folder / FILE))
    return _overruled(settings, _from_environment(environment), "environment")


def write_settings(settings: Settings) -> Path:
    """Write what differs from the defaults to the workspace's file, which is then the user's own."""
    import tomli_w  # noqa: PLC0415  only when a workspace is made

    default = asdict(Settings())
    chosen = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(settings).items()
        if name != "workspace" and value != default[name]
    }
    path = settings.workspace / FILE
    path.write_text(tomli_w.dumps(chosen), encoding="utf-8")
    return path


def django_database(settings: Settings) -> dict[str, object]:
    """Turn the address of the memory into Django's terms.

    Examples
    --------
    >>> django_database(Settings(database="postgresql://ada@localhost/traitdunion"))["ENGINE"]
    'django.db.backends.postgresql'
    """
    if not settings.database:
        options = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL;", "timeout": 30}
        name = str(settings.database_file.absolute())
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}
    address = urlsplit(settings.database)
    if address.scheme not in ("postgresql", "postgres"):
        raise InputError("database-address", address=settings.database)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.path.lstrip("/"),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": address.hostname or "",
        "PORT": str(address.port or ""),
    }


def django_settings(settings: Settings) -> dict[str, object]:
    """Make Django's settings from ours, for the memory and the site."""
    return {
        "DATABASES": {"default": django_database(settings)},
        "INSTALLED_APPS": ["traitdunion.store.apps.StoreConfig"],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "ROOT_URLCONF": "traitdunion.web.urls",
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "MIDDLEWARE": [
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.http.ConditionalGetMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        "TRAITDUNION_REPORTS": str(settings.workspace / "reports"),
        "X_FRAME_OPTIONS": "DENY",
        "LOGGING_CONFIG": None,
    }


def _from_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("settings-not-toml", file=str(path), detail=str(error)) from error


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    names = {
        PREFIX + field.name.upper(): field.name for field in fields(Settings) if field.name != "workspace"
    }
    return {names[key]: value for key, value in environment.items() if key in names}


def _overruled(settings: Settings, values: Mapping[str, Any], origin: str) -> Settings:
    known = {field.name for field in fields(Settings)} - {"workspace"}
    for name in values:
        if name not in known:
            raise InputError("setting-unknown", name=name, origin=origin, known=sorted(known))
    return replace(
        settings, **{name: _typed(settings, name, value, origin) for name, value in values.items()}
    )


def _typed(settings: Settings, name: str, value: Any, origin: str) -> Any:
    default = getattr(settings, name)
    if isinstance(default, tuple):
        parts = value.split(",") if isinstance(value, str) else value
        return tuple(str(part).strip() for part in parts if str(part).strip())
    try:
        return type(default)(value)
    except (TypeError, ValueError) as error:
        raise InputError("setting-type", name=name, value=str(value), origin=origin) from error
