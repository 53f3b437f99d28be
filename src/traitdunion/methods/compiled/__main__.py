"""Compile every loop and keep it: `python -m traitdunion.methods.compiled`, as `make setup` does."""

from __future__ import annotations

import importlib
import pkgutil

from traitdunion.methods import compiled

for module in pkgutil.iter_modules(compiled.__path__):
    if module.name != "__main__":
        importlib.import_module(f"{compiled.__name__}.{module.name}")
