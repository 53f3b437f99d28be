"""What each cluster is strong in."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from traitdunion.domain import audit as noun
from traitdunion.methods.empirical_bayes import shrunken_ratio
from traitdunion.steps.audit.ground import Ground, table


def strengths(ground: Ground, level: float) -> pa.Table:
    """Say what each cluster, and the broker, is strong in: a topic's share here over its share everywhere.

    The quotient is shrunken towards the mean of all, as far as the counts are small.
    """
    counts = np.vstack([ground.topics(), ground.broker_topics()])
    whose = [*(ground.id_of(number) for number in range(len(ground.clusters))), *ground.broker_ids()]
    topics = ground.topic_names
    if counts.sum() == 0:
        return noun.STRENGTHS.empty_table()
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    ratios = shrunken_ratio(counts.ravel(), expected.ravel(), level=level)
    quotient, low, high = (part.reshape(counts.shape) for part in (ratios.ratio, ratios.low, ratios.high))
    rows = [
        {
            "cluster": whose[cluster],
            "topic": topics[topic],
            "organizations": int(counts[cluster, topic]),
            "quotient": float(quotient[cluster, topic]),
            "low": float(low[cluster, topic]),
            "high": float(high[cluster, topic]),
        }
        for cluster, topic in zip(*np.nonzero(counts), strict=True)
    ]
    rows.sort(key=lambda row: (row["cluster"], -row["low"], row["topic"]))
    return table(rows, noun.STRENGTHS)
