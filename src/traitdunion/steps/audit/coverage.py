"""Who is tied to a cluster: tied, no tie known although the sources looked, or no data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pyarrow as pa

from traitdunion.domain import audit as noun
from traitdunion.steps.audit.ground import Ground, Row, table

_NO_COVERAGE = frozenset({"award"})  # being honoured by a cluster is not being tied to it


def members_and_ties(ground: Ground) -> tuple[pa.Table, pa.Table]:
    """Give each member's coverage, and the ties behind it."""
    organizations = ground.ecosystem.organizations.select(
        ["id", "region", "activities", "size_class", "covered"]
    ).to_pylist()
    members, member_ties = [], []
    for row in ground.ecosystem.members:
        one, ties = organizations[row], _coverage_ties(ground, int(row))
        known = "no-tie-known" if one["covered"] else "no-data"
        members.append(
            {
                "organization": one["id"],
                "status": "tied" if ties else known,
                "region": one["region"],
                "sector": _division(one["activities"]),
                "size_class": one["size_class"],
                "clusters": list(dict.fromkeys(tie["cluster"] for tie in ties)),
            }
        )
        member_ties += [{**tie, "organization": one["id"]} for tie in ties]
    return table(members, noun.MEMBERS), table(member_ties, noun.MEMBER_TIES)


def _coverage_ties(ground: Ground, organization: int) -> list[Row]:
    by_cluster = ground.ties.get(organization, {})
    return [
        {**tie, "cluster": ground.id_of(cluster)}
        for cluster in sorted(by_cluster)
        for tie in by_cluster[cluster]
        if tie["kind"] not in _NO_COVERAGE
    ]


def _division(activities: Sequence[str] | None) -> str | None:
    return activities[0].rpartition(":")[2][:2] if activities else None


def shares(members: pa.Table) -> pa.Table:
    """Count the coverage of all members, and by region, sector and size."""
    rows = []
    listed = members.to_pylist()
    for dimension, name in (
        ("all", None),
        ("region", "region"),
        ("sector", "sector"),
        ("size", "size_class"),
    ):
        groups: dict[str | None, list[str]] = defaultdict(list)
        for member in listed:
            groups[member[name] if name else "all"].append(member["status"])
        for group in sorted(groups, key=lambda group: (group is None, group)):
            status = groups[group]
            counts = {key.replace("-", "_"): status.count(key) for key in ("tied", "no-tie-known", "no-data")}
            rows.append({"dimension": dimension, "group": group, "members": len(status), **counts})
    return table(rows, noun.SHARES)
