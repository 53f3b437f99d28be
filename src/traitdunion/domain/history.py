"""What is dated: who met whom on which day, and the ecosystem as it was known on an earlier day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from traitdunion.domain.ecosystem import NO_CONTACT, STANDING_KINDS, Ecosystem
from traitdunion.domain.partial_date import first_day, last_day

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# A project without a date of its own began at the latest when the calls of its programme were over.
# Regulations (EU) 1291/2013 and (EU) 2021/695, Decisions 1110/94/EC, 182/1999/EC, 1513/2002/EC, 1982/2006/EC.
PROGRAMME_ENDS: Mapping[str, date] = {
    "FP4": date(1998, 12, 31),
    "FP5": date(2002, 12, 31),
    "FP6": date(2006, 12, 31),
    "FP7": date(2013, 12, 31),
    "H2020": date(2020, 12, 31),
    "HORIZON": date(2027, 12, 31),
}
# What an organization is called, is and where it lies counts as known at any time; what it does has a date.
_STATED_LATER = (
    *("activities", "topics", "offers", "needs", "description_en", "description_fr", "description_nl"),
    *("size_class", "employees", "member", "member_basis", "member_since", "member_source", "members_stated"),
    "as_of",
)


@dataclass(frozen=True, slots=True)
class Meetings:
    """Who took part in what, and when: events, and each tie as an event of two.

    Attributes
    ----------
    part : csr_array, shape (organizations, meetings)
        One where an organization took part.
    day : ndarray, shape (meetings,)
        Proleptic ordinal of the first day; -inf where no date is known.
    dated : ndarray of bool, shape (meetings,)
        The meeting has a date of its own, not only that of its programme.
    event : ndarray of int, shape (meetings,)
        Row of the event, -1 for a tie.
    tie : ndarray of int, shape (meetings,)
        Row of the tie, -1 for an event.
    """

    part: sparse.csr_array
    day: Floats
    dated: npt.NDArray[np.bool_]
    event: Ints
    tie: Ints


def meetings(ecosystem: Ecosystem) -> Meetings:
    """Lay out who met whom: every event, then every valid tie that is a contact.

    A project without a date has the day its programme ended, which is no date of its own. Awards, funding and
    being a part of one another are no contacts.

    Parameters
    ----------
    ecosystem : Ecosystem
    """
    events, ties = ecosystem.events.num_rows, np.asarray(_contacts(ecosystem), dtype=np.int64)
    rows = [ecosystem.participations["organization"].to_numpy()]
    columns = [ecosystem.participations["event"].to_numpy()]
    for end in ("source", "target"):
        rows.append(ecosystem.ties[end].to_numpy()[ties])
        columns.append(events + np.arange(len(ties)))
    shape = (ecosystem.organizations.num_rows, events + len(ties))
    cells = (np.concatenate(rows), np.concatenate(columns))
    part = sparse.csr_array((np.ones(len(cells[0])), cells), shape=shape)
    part.data[:] = 1.0
    own = [_ordinal(since) for since in ecosystem.events["since"].to_pylist()]
    own += [_ordinal(since) for since in ecosystem.ties["since"].take(ties).to_pylist()]
    dated = np.isfinite(own)
    at_latest = [_programme_end(name) for name in ecosystem.events["programme"].to_pylist()]
    at_latest += [-np.inf] * len(ties)
    none = np.full(events, -1)
    return Meetings(
        part=part,
        day=np.where(dated, own, at_latest),
        dated=dated,
        event=np.concatenate([np.arange(events), np.full(len(ties), -1)]),
        tie=np.concatenate([none, ties]),
    )


def known_by(ecosystem: Ecosystem, day: date) -> Ecosystem:
    """Give the ecosystem as it was known on a day: nothing that is dated later is in it, or shows in it.

    Ties without a date are left out, as nobody can tell whether they held; a project without one counts from
    the end of its programme. What is dated by its year or month alone counts from the last day of it.
    Organizations that nothing before the day speaks of are left out; of the others name, kind and place are
    kept, and what they do where its date is not later.

    Parameters
    ----------
    ecosystem : Ecosystem
    day : datetime.date
        The last day known.
    """
    limit = day.toordinal()
    events = [
        row
        for row, (since, programme) in enumerate(
            zip(*(ecosystem.events[name].to_pylist() for name in ("since", "programme")), strict=True)
        )
        if -np.inf < (_over(since) if since else _programme_end(programme)) <= limit
    ]
    took_part = ecosystem.participations.filter(pc.is_in(ecosystem.participations["event"], _ints(events)))
    begun = [not since or _over(since) <= limit for since in ecosystem.ties["since"].to_pylist()]
    ties = _held(ecosystem.ties.filter(pa.array(begun, pa.bool_())), limit)
    dated = ties.filter(pc.is_valid(ties["since"]))
    rows = _known(ecosystem, took_part, dated, limit)
    organizations = _then(ecosystem.organizations.take(_ints(rows)), limit)
    return Ecosystem.of(
        day,
        {
            "organizations": _tied_then(organizations, rows, took_part, dated, ties),
            "sites": _renumbered(ecosystem.sites, {"organization": rows}),
            "ties": _renumbered(dated, {"source": rows, "target": rows}),
            "events": ecosystem.events.take(_ints(events)),
            "participations": _renumbered(took_part, {"organization": rows, "event": events}),
            "topics": _spoken_of(ecosystem, events, organizations),
        },
    )


def _contacts(ecosystem: Ecosystem) -> list[int]:
    kinds, valid = (ecosystem.ties[name].to_pylist() for name in ("kind", "valid"))
    ends = zip(ecosystem.ties["source"].to_pylist(), ecosystem.ties["target"].to_pylist(), strict=True)
    return [
        row
        for row, (kind, holds, (one, other)) in enumerate(zip(kinds, valid, ends, strict=True))
        if holds and kind not in NO_CONTACT and one != other
    ]


def _ordinal(since: str | None) -> float:
    return float(first_day(since).toordinal()) if since else -np.inf


def _over(since: str) -> int:
    """The day from which something has surely begun."""
    return last_day(since).toordinal()


def _programme_end(programme: str | None) -> float:
    end = PROGRAMME_ENDS.get((programme or "").upper())
    return float(end.toordinal()) if end else -np.inf


def _ends(ties: pa.Table) -> list[int]:
    found: list[int] = [*ties["source"].to_pylist(), *ties["target"].to_pylist()]
    return found


def _known(ecosystem: Ecosystem, took_part: pa.Table, ties: pa.Table, limit: int) -> list[int]:
    spoken = {*took_part["organization"].to_pylist(), *_ends(ties)}
    stated = ecosystem.organizations["as_of"].to_pylist()
    return [row for row, as_of in enumerate(stated) if row in spoken or (as_of and _over(as_of) <= limit)]


def _then(organizations: pa.Table, limit: int) -> pa.Table:
    """Take away what organizations state at a later day."""
    dates = organizations["as_of"].to_pylist()
    later = pa.array([bool(as_of) and _over(as_of) > limit for as_of in dates], pa.bool_())
    for name in _STATED_LATER:
        column = organizations[name].combine_chunks()
        organizations = _put(organizations, name, pc.if_else(later, pa.scalar(None, column.type), column))
    return organizations


def _tied_then(
    organizations: pa.Table, rows: Sequence[int], took_part: pa.Table, dated: pa.Table, ties: pa.Table
) -> pa.Table:
    """Say whose ties some source had looked at, and which clusters were parts of others.

    That is so without a date of its own, as a name or a place is.
    """
    looked = {*took_part["organization"].to_pylist()}
    looked |= {*_ends(dated.filter(pc.not_equal(dated["kind"], "award")))}
    parts = ties.filter(pc.and_(pc.equal(ties["kind"], "part-of"), ties["valid"]))
    inside = dict(zip(parts["source"].to_pylist(), parts["target"].to_pylist(), strict=True))
    place = {row: number for number, row in enumerate(rows)}
    kinds = organizations["kind"].to_pylist()
    whole = [
        place.get(inside.get(row, -1)) if kind == "cluster" else None
        for row, kind in zip(rows, kinds, strict=True)
    ]
    whole = [None if one is None or kinds[one] != "cluster" else one for one in whole]
    organizations = _put(organizations, "covered", pa.array([row in looked for row in rows], pa.bool_()))
    return _put(organizations, "part_of", pa.array(whole, pa.int32()))


def _put(table: pa.Table, name: str, column: Any) -> pa.Table:
    at = table.schema.get_field_index(name)
    return table.set_column(at, table.schema.field(at), column)


def _held(ties: pa.Table, limit: int) -> pa.Table:
    """Say which ties held on the day: a standing one that ended later had not ended yet, and nobody knew."""
    ends = [bool(until) and last_day(until).toordinal() > limit for until in ties["until"].to_pylist()]
    stated = zip(ends, *(ties[name].to_pylist() for name in ("valid", "kind", "status")), strict=True)
    valid = [
        holds or (later and kind in STANDING_KINDS and status != "announced")
        for later, holds, kind, status in stated
    ]
    until = pc.if_else(pa.array(ends, pa.bool_()), pa.scalar(None, pa.string()), ties["until"])
    return _put(_put(ties, "valid", pa.array(valid, pa.bool_())), "until", until)


def _renumbered(table: pa.Table, places: Mapping[str, Sequence[int]]) -> pa.Table:
    """Keep the rows whose ends are kept, under their new numbers."""
    for name, rows in places.items():
        table = table.filter(pc.is_in(table[name], _ints(rows)))
        table = _put(table, name, pc.index_in(table[name], _ints(rows)))
    return table


def _spoken_of(ecosystem: Ecosystem, events: Sequence[int], organizations: pa.Table) -> pa.Table:
    spoken: set[str] = set()
    for table in (ecosystem.events.take(_ints(events)), organizations):
        for topics in table["topics"].to_pylist():
            spoken.update(topics or ())
    return ecosystem.topics.filter(pc.is_in(ecosystem.topics["id"], pa.array(sorted(spoken), pa.string())))


def _ints(rows: Any) -> pa.Array:
    return pa.array(rows, pa.int32())
