"""One way of compiling, so that every kernel has the same arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numba import njit


def compiled(signature: Any) -> Callable[[Callable[..., Any]], Any]:
    """Compile a function for one signature when its module is imported, and keep it on the disk.

    Sums keep their order (no fast mathematics), so that the same input gives the same bytes. The global
    interpreter lock is released while the function runs. A kernel must not read a global other than a number.
    """
    return njit(signature, cache=True, nogil=True, fastmath=False, error_model="numpy")  # type: ignore[no-any-return]
