"""Plans as they were made. A plan is never changed; a new one stands beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any


def save(document: Mapping[str, Any], *, at: datetime) -> str:
    """Keep a plan with everything it was made from; the same plan is kept once.

    Returns
    -------
    str
        Hash of its content.
    """
    from traitdunion.store.models import PlanRow  # noqa: PLC0415  needs Django set up

    content = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    PlanRow.objects.get_or_create(
        content=content,
        defaults={"ecosystem": document["ecosystem"], "document": document, "made_at": at},
    )
    return content
