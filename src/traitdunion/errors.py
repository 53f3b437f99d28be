"""One tree of errors. Each carries a key and values; `language` makes the two sentences of it.

TraitdunionError
├── InputError          what was handed in cannot be used (a file, an option, a name)
│   └── FaultyFile      a file with faults: all of them, none loaded
├── WorkspaceError      the workspace cannot do this now
└── MissingExtra        an optional package is needed
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Voice = Callable[["TraitdunionError"], str]
_voice: list[Voice] = []


def speak_with(voice: Voice) -> None:
    """Let `voice` turn errors into sentences; the lower floors know only keys and values."""
    _voice[:] = [voice]


class TraitdunionError(Exception):
    """An error a person can mend.

    Parameters
    ----------
    key : str
        Name of the message in the catalogs; its attribute `remedy` says how to mend it.
    **values
        What the sentence needs: file names, options, numbers.
    """

    def __init__(self, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        if _voice:
            return _voice[0](self)
        return ": ".join([self.key, ", ".join(f"{name}={value}" for name, value in self.values.items())])


class InputError(TraitdunionError):
    """What was handed in cannot be used."""


class FaultyFile(InputError):
    """A file with faults: all of them together, and nothing of it is loaded."""

    def __init__(self, faults: Sequence[Any]) -> None:
        super().__init__("faulty-file", count=len(faults), file=faults[0].file if faults else "")
        self.faults = tuple(faults)


class WorkspaceError(TraitdunionError):
    """The workspace cannot do this now."""


class MissingExtra(TraitdunionError):
    """An optional package is needed for this."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__("missing-extra", package=package, extra=extra)
