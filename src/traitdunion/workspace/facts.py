"""What is known of one organization or one cluster, taken from drawers that are filled once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.partial_date import last_day
from traitdunion.domain.recommendation import Recommendation, Recommendations
from traitdunion.domain.report import Listing, Profile, Subject
from traitdunion.errors import InputError
from traitdunion.workspace.finding import IDENTIFIERS

if TYPE_CHECKING:
    from traitdunion.steps.report import Ground

TieState = Literal["valid", "ended", "announced"]
_AS_IT_IS = (
    "province",
    "arrondissement",
    "nuts3",
    "size_class",
    "employees",
    "members_stated",
    "member",
    "member_basis",
    "member_since",
    "member_source",
    "covered",
)


@dataclass(frozen=True, slots=True)
class Site:
    """A place of work; what is not known is None. `precision`: of the coordinates (street, postcode ...)."""

    street: str | None
    postcode: str | None
    city: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    nuts3: str | None


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity: its code with the version before it ("nace-rev2:2841"), and both apart."""

    code: str
    version: str
    digits: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie, as one of its sides sees it.

    Attributes
    ----------
    organization, name : str
        The other side.
    outgoing : bool
        The tie goes from this side to the other: this one is the member, resident, shareholder ...
    kind : str
    state : {"valid", "ended", "announced"}
        On the day of the snapshot. A contact that took place (a joint project) stays valid when it is over.
    status : str
        As the source says it: active, ended, announced, unknown.
    since, until, basis, source_url, source_date, note : str or None
    """

    organization: str
    name: str
    outgoing: bool
    kind: str
    state: TieState
    status: str
    since: str | None
    until: str | None
    basis: str | None
    source_url: str | None
    source_date: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """What is known of one organization; what is not known is None or empty.

    Attributes
    ----------
    id : str
    subject : Subject
        Name, kind, place, region, descriptions by language, website, sources, as_of, basis.
    aliases : tuple of str
    identifiers : mapping of str to str
        Those known among number, vat, pic, lei and ror, in that order.
    sites : tuple of Site
    activities : tuple of Activity
    topics, offers, needs : tuple of str
        Ids of topics; offers and needs may be short texts.
    municipality : mapping of language ("fr", "nl") to str
    province, arrondissement, nuts3 : str or None
        REFNIS and NUTS codes.
    size_class : str or None
    employees, members_stated : int or None
    member : bool or None
        Of the federation; `member_basis`, `member_since` and `member_source` say why it is held for one.
    covered : bool
        Some source looked at its ties.
    ties : tuple of Tie
        Of both directions, by the id of the other side.
    clusters : tuple of str
        Ids of the clusters it is tied to on the day, or to a part of, as the audit counts them.
    joins, bridges : tuple of Recommendation
        Clusters it should join, and clusters it could carry a bridge to.
    wanted : tuple of Recommendation
        The other recommendations that name it: who should join it or bridge to it, clusters it should meet.
    confirmed : mapping of str to str
        When what is known was last confirmed: "facts" (the date of its record), "ties" (the newest date of a
        source of its ties). A field without a date is left out.
    """

    id: str
    subject: Subject
    aliases: tuple[str, ...]
    identifiers: Mapping[str, str]
    sites: tuple[Site, ...]
    activities: tuple[Activity, ...]
    topics: tuple[str, ...]
    offers: tuple[str, ...]
    needs: tuple[str, ...]
    municipality: Mapping[str, str]
    province: str | None
    arrondissement: str | None
    nuts3: str | None
    size_class: str | None
    employees: int | None
    members_stated: int | None
    member: bool | None
    member_basis: str | None
    member_since: str | None
    member_source: str | None
    covered: bool
    ties: tuple[Tie, ...]
    clusters: tuple[str, ...]
    joins: tuple[Recommendation, ...]
    bridges: tuple[Recommendation, ...]
    wanted: tuple[Recommendation, ...]
    confirmed: Mapping[str, str]

    @property
    def descriptions(self) -> Mapping[str, str]:
        """Descriptions by language."""
        return self.subject.descriptions

    @property
    def source_urls(self) -> tuple[str, ...]:
        """Where its facts come from."""
        return self.subject.sources

    @property
    def basis(self) -> str:
        """How well they are founded: stated, inferred, general-knowledge, unknown."""
        return self.subject.basis

    @property
    def as_of(self) -> str:
        """The date of its record, empty when not known."""
        return self.subject.as_of


@dataclass(frozen=True, slots=True)
class ClusterProfile(Profile):
    """A cluster as the report profiles it, for any cluster, and what its own page adds.

    Attributes
    ----------
    weak_spots : Listing
        Pairs of it and another cluster that hang on one organization.
    whole : str
        Id of the cluster it is a part of, else empty.
    parts : tuple of str
        Ids of the clusters that are parts of it.
    """

    weak_spots: Listing
    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Drawers:
    """The facts of an ecosystem, its audit and its recommendations by the organization they speak of.

    Attributes
    ----------
    rows : mapping of id to its row of `Ecosystem.organizations`, in their order
    subjects : mapping of id to Subject
    ground : Ground
        Ties, pairs and strengths.
    sites : mapping of id to its sites
    clusters : mapping of id to the ids of the clusters it is tied to, or to a part of
    advice : mapping of id to the recommendations that name it
    fitting : mapping of cluster id to the unconnected members that fit it best
    parts : mapping of cluster id to the ids of its parts
    weak_spots : Listing
        Pairs of clusters that hang on one organization.
    """

    rows: Mapping[str, Mapping[str, Any]]
    subjects: Mapping[str, Subject]
    ground: Ground
    sites: Mapping[str, Sequence[Site]]
    clusters: Mapping[str, Sequence[str]]
    advice: Mapping[str, Sequence[Recommendation]]
    fitting: Mapping[str, Sequence[Recommendation]]
    parts: Mapping[str, Sequence[str]]
    weak_spots: Listing

    @classmethod
    def of(
        cls,
        recommendations: Recommendations,
        subjects: Mapping[str, Subject],
        weak_spots: Listing,
        fitting: Mapping[str, Sequence[Recommendation]],
    ) -> Drawers:
        """Fill the drawers."""
        from traitdunion.steps.report import Ground  # noqa: PLC0415  slow to import

        ecosystem, audit = recommendations.ecosystem, recommendations.audit
        rows = {row["id"]: row for row in ecosystem.organizations.to_pylist()}
        ids = list(rows)
        held = audit.memberships.sort_by("cluster").to_pylist()
        parted = [(ids[row["part_of"]], id) for id, row in rows.items() if row["part_of"] is not None]
        return cls(
            rows=rows,
            subjects=subjects,
            ground=Ground.of(ecosystem, audit),
            sites=_grouped(_sites(ecosystem, ids)),
            clusters=_grouped((one["organization"], one["cluster"]) for one in held),
            advice=_grouped((id, one) for one in recommendations for id in _named(one)),
            fitting=fitting,
            parts=_grouped(parted),
            weak_spots=weak_spots,
        )


def organization_facts(drawers: Drawers, id: str) -> OrganizationFacts:
    """Take out what is known of an organization.

    Raises
    ------
    InputError
        `organization-unknown`.
    """
    row = _row(drawers, id)
    advice = drawers.advice.get(id, ())
    own = [one.purpose if one.organization == id else "" for one in advice]
    plain: dict[str, Any] = {name: row[name] for name in _AS_IT_IS}
    plain |= {name: tuple(row[name] or ()) for name in ("aliases", "topics", "offers", "needs")}
    return OrganizationFacts(
        id=id,
        subject=drawers.subjects[id],
        identifiers={name: row[name] for name in IDENTIFIERS if row[name]},
        sites=tuple(drawers.sites.get(id, ())),
        activities=tuple(_activity(code) for code in row["activities"] or ()),
        municipality={
            language: row[f"municipality_{language}"]
            for language in ("fr", "nl")
            if row[f"municipality_{language}"]
        },
        ties=_ties(drawers, id),
        clusters=tuple(drawers.clusters.get(id, ())),
        joins=tuple(one for one, purpose in zip(advice, own, strict=True) if purpose == "join"),
        bridges=tuple(one for one, purpose in zip(advice, own, strict=True) if purpose == "bridge"),
        wanted=tuple(
            one for one, purpose in zip(advice, own, strict=True) if purpose not in ("join", "bridge")
        ),
        confirmed=_confirmed(row, drawers.ground.ties.get(id, ())),
        **plain,
    )


def cluster_profile(drawers: Drawers, id: str) -> ClusterProfile:
    """Take out the profile of a cluster, named or not.

    Raises
    ------
    InputError
        `organization-unknown`; `not-a-cluster`.
    """
    from traitdunion.steps.report import profile_of  # noqa: PLC0415  slow to import

    row = _row(drawers, id)
    if id not in drawers.fitting:
        raise InputError("not-a-cluster", organization=id)
    profile = profile_of(drawers.ground, id, drawers.fitting[id])
    return ClusterProfile(
        **{one.name: getattr(profile, one.name) for one in fields(Profile)},
        weak_spots=_naming(drawers.weak_spots, id, ("a", "b")),
        whole="" if row["part_of"] is None else [*drawers.rows][row["part_of"]],
        parts=tuple(drawers.parts.get(id, ())),
    )


def _named(one: Recommendation) -> Iterable[str]:
    return [id for id in dict.fromkeys((one.organization, one.partner, one.via)) if id]


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _sites(ecosystem: Ecosystem, ids: Sequence[str]) -> Iterator[tuple[str, Site]]:
    """Give the sites of each organization, each place once however many records name it."""
    seen = set()
    for row in ecosystem.sites.to_pylist():
        found = ids[row["organization"]], Site(**{one.name: row[one.name] for one in fields(Site)})
        if found not in seen:
            seen.add(found)
            yield found


def _row(drawers: Drawers, id: str) -> Mapping[str, Any]:
    row = drawers.rows.get(id)
    if row is None:
        raise InputError("organization-unknown", organization=id, candidates=[])
    return row


def _naming(listing: Listing, id: str, sides: Sequence[str]) -> Listing:
    """Keep the rows of a listing that name an organization in one of these columns."""
    places = [place for place, column in enumerate(listing.columns) if column.key in sides]
    rows = tuple(row for row in listing.rows if any(row[place] == id for place in places))
    return Listing(listing.key, listing.columns, rows)


def _activity(code: str) -> Activity:
    version, _, digits = code.rpartition(":")
    return Activity(code, version, digits)


def _ties(drawers: Drawers, id: str) -> tuple[Tie, ...]:
    own = {one.name for one in fields(Tie)} - {"name", "state"}
    return tuple(
        Tie(
            name=drawers.subjects[tie["organization"]].name,
            state=_state(tie),
            **{name: tie[name] for name in own},
        )
        for tie in drawers.ground.ties.get(id, ())
    )


def _state(tie: Mapping[str, Any]) -> TieState:
    if tie["status"] == "announced":
        return "announced"
    return "valid" if tie["valid"] else "ended"


def _confirmed(row: Mapping[str, Any], ties: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    dates = [tie["source_date"] for tie in ties if tie["source_date"]]
    newest = max(dates, key=last_day, default=None)
    return {name: day for name, day in (("facts", row["as_of"]), ("ties", newest)) if day}
