"""What the pages of a workspace show, made once and kept in memory until something it was made of changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from traitdunion.domain.audit import Audit
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.domain.report import Listing, Subject
from traitdunion.errors import WorkspaceError
from traitdunion.store import answers as answer_store
from traitdunion.store import batches as batch_store
from traitdunion.store import judgments as judgment_store
from traitdunion.store import rules as rule_store
from traitdunion.version import VERSION
from traitdunion.workspace import advising, analysis, registry
from traitdunion.workspace.base import Workspace, hashed, now
from traitdunion.workspace.facts import (
    Activity,
    ClusterProfile,
    Drawers,
    OrganizationFacts,
    Site,
    Tie,
    TieState,
    cluster_profile,
    organization_facts,
)
from traitdunion.workspace.finding import Hit, HitKind, Index, find

if TYPE_CHECKING:
    from traitdunion.language.names import Names

__all__ = [
    "Activity",
    "Atlas",
    "ClusterProfile",
    "Hit",
    "HitKind",
    "OrganizationFacts",
    "Site",
    "Tie",
    "TieState",
    "atlas",
    "cluster",
    "organization",
    "search",
]

_FITTING = 5  # unconnected members shown for a cluster
_KEPT = 2  # atlases: the one of now, and the one before an undo
_kept: dict[str, Atlas] = {}  # the one asked for last comes last
_shelf, _making = Lock(), Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Everything the pages show. Nothing of it may be changed: every request reads the same one.

    Attributes
    ----------
    key : str
        Hash of what it was made of: records, judgments, rules, answers, settings, version and day.
    ecosystem : Ecosystem
    audit : Audit
    recommendations : Recommendations
    listings : mapping of key to Listing
        members, member-ties, shares, pairs, contacts, bridges, weak-spots, strengths, recommendations,
        organizations, clusters, ties, sources.
    subjects : mapping of organization id to Subject
    topics : mapping of topic id to its label by language
    counts : mapping
        organizations, clusters, ties, members, events.
    named : tuple of str
        Ids of the clusters the federation has named.
    index : Index
        What `search` reads.
    drawers : Drawers
        What `organization` and `cluster` read.
    """

    key: str
    ecosystem: Ecosystem
    audit: Audit
    recommendations: Recommendations
    listings: Mapping[str, Listing]
    subjects: Mapping[str, Subject]
    topics: Mapping[str, Mapping[str, str]]
    counts: Mapping[str, int]
    named: tuple[str, ...]
    index: Index
    drawers: Drawers

    def names(self, language: str) -> Names:
        """Give the names of organizations and topics in a language."""
        from traitdunion.language.names import Names  # noqa: PLC0415  slow to import

        return Names(self.subjects, self.topics, language, self.audit.broker)


def atlas(workspace: Workspace) -> Atlas:
    """Give the atlas of a workspace as it stands; made once for what it is made of, and the last two kept.

    Requests that ask while it is made wait for it.

    Raises
    ------
    WorkspaceError
        `workspace-empty` when nothing is loaded.
    """
    known = _taken(_made_of(workspace))
    if known is not None:
        return known
    with _making:
        key = _made_of(workspace)
        known = _taken(key)
        if known is None:
            known = _made(workspace, key)
            if _made_of(workspace) == key:  # else something was loaded meanwhile: it may be half of each
                _put(known)
        return known


def organization(atlas: Atlas, id: str) -> OrganizationFacts:
    """Give what is known of an organization.

    Raises
    ------
    InputError
        `organization-unknown`.
    """
    return organization_facts(atlas.drawers, id)


def cluster(atlas: Atlas, id: str) -> ClusterProfile:
    """Give the profile of a cluster, named or not.

    Raises
    ------
    InputError
        `organization-unknown`; `not-a-cluster`.
    """
    return cluster_profile(atlas.drawers, id)


def search(atlas: Atlas, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Find organizations by name, alias, number, place or topic, mistyped or not, in any language.

    The best answer comes first, clusters before others among equals. Any text at all has an answer.
    """
    return find(atlas.index, text, limit=limit)


def _made_of(workspace: Workspace) -> str:
    """Hash everything an atlas depends on: cheap enough to ask at each request.

    The snapshot follows from the records, the judgments and the settings; the day decides when a pair that
    kept silent may be asked again.
    """
    rulings = [(one.left, one.right, one.verdict) for one in judgment_store.standing()]
    wished = (rule_store.standing(), answer_store.standing())
    return hashed(batch_store.state(), rulings, wished, workspace.settings, VERSION, now().date())


def _taken(key: str) -> Atlas | None:
    with _shelf:
        known = _kept.pop(key, None)
        if known is not None:
            _kept[key] = known
        return known


def _put(made: Atlas) -> None:
    with _shelf:
        _kept[made.key] = made
        for old in list(_kept)[:-_KEPT]:
            del _kept[old]


def _made(workspace: Workspace, key: str) -> Atlas:
    from traitdunion.steps import report  # noqa: PLC0415  slow to import

    ecosystem = registry.snapshot(workspace)
    if not ecosystem.organizations.num_rows:
        raise WorkspaceError("workspace-empty", folder=str(workspace.folder))
    audit = analysis.audit(workspace, ecosystem)
    recommendations = analysis.recommend(workspace, ecosystem, audit)
    listings = {one.key: one for one in report.listings_of(ecosystem, audit, recommendations)}
    subjects, topics = report.subjects_of(ecosystem), report.topics_of(ecosystem)
    fitting = _fitting(workspace, recommendations)
    drawers = Drawers.of(recommendations, subjects, listings["weak-spots"], fitting)
    towns = {id: [site.city for site in sites if site.city] for id, sites in drawers.sites.items()}
    return Atlas(
        key=key,
        ecosystem=ecosystem,
        audit=audit,
        recommendations=recommendations,
        listings=listings,
        subjects=subjects,
        topics=topics,
        counts=report.counts_of(ecosystem),
        named=report.named_of(ecosystem),
        index=Index.of(drawers.rows.values(), topics, towns),
        drawers=drawers,
    )


def _fitting(workspace: Workspace, recommendations: Recommendations) -> dict[str, tuple[Recommendation, ...]]:
    """Give the unconnected members that fit each cluster best, without those a rule or an answer bars."""
    from traitdunion.steps.recommend import members_for  # noqa: PLC0415  slow to import

    ecosystem, audit = recommendations.ecosystem, recommendations.audit
    ids = ecosystem.organizations["id"].to_pylist()
    clusters = [ids[row] for row in ecosystem.clusters.tolist()]
    barred = advising.wishes(workspace, ecosystem).barred
    most = max((sum(cluster == partner for _, partner in barred) for cluster in clusters), default=0)
    weights: Any = recommendations.weights
    found = members_for(ecosystem, audit, clusters, top=_FITTING + most, weights=weights)
    return {
        cluster: tuple(one for one in advised if (one.organization, cluster) not in barred)[:_FITTING]
        for cluster, advised in found.items()
    }
