"""The ecosystem laid out as evidence for advice on partners."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from traitdunion.domain.backtest import Newcomer
from traitdunion.domain.ecosystem import Ecosystem
from traitdunion.domain.history import Meetings, meetings
from traitdunion.methods.partners.evidence import Evidence
from traitdunion.methods.partners.newcomers import Newcomers
from traitdunion.methods.partners.words import counted_in, counted_words, family, indicator, lasting
from traitdunion.steps.recommend.ground import exchange, owner_groups

Ints = npt.NDArray[np.int64]
_LONG = 8  # letters: a shorter name is an acronym that others have too


def evidence_of(ecosystem: Ecosystem, home: npt.NDArray[np.bool_]) -> Evidence:
    """Lay out an ecosystem; `home` marks the organizations advised and named, shape (n,)."""
    met = meetings(ecosystem)
    themes = _by_meeting(met.event, event_themes(ecosystem), [])
    lasts = [sorted({lasting(theme) for theme in own}) for own in themes]
    words, vocabulary = counted_words(_by_meeting(met.event, texts(ecosystem), ""))
    calls = counted_in(vocabulary, _by_meeting(met.event, texts(ecosystem, named=False), ""))
    needs, offers, _ = exchange(ecosystem)
    organizations = ecosystem.organizations
    return Evidence(
        part=_by_one_name(ecosystem, met),
        day=met.day,
        dated=met.dated,
        themes=indicator(lasts)[0],
        families=indicator([sorted({family(theme) for theme in own}) for own in lasts])[0],
        words=words,
        calls=calls,
        vocabulary=tuple(vocabulary),
        kind=_codes(organizations["kind"].to_pylist()),
        region=_codes(organizations["region"].to_pylist()),
        lat=np.array(organizations["lat"].to_pylist(), dtype=float),
        lon=np.array(organizations["lon"].to_pylist(), dtype=float),
        profile=indicator(_stated(ecosystem))[0],
        needs=needs,
        offers=offers,
        group=owner_groups(ecosystem),
        home=home,
    )


def _by_one_name(ecosystem: Ecosystem, met: Meetings) -> sparse.csr_array:
    """Give what is old to the only one of the same name and country that something dated is known of.

    An earlier programme knew its participants by other numbers; where a name is not enough to make two
    records one organization, it is enough to believe that their partners meet again.
    """
    took_part = np.asarray(met.part[:, met.dated].sum(axis=1)).ravel() > 0
    stated = ecosystem.organizations.select(["name", "aliases", "country"]).to_pylist()
    folded = [
        [(_folded(name), row["country"]) for name in [row["name"], *(row["aliases"] or ())]] for row in stated
    ]
    of: dict[tuple[str, str | None], set[int]] = {}
    for row in np.flatnonzero(took_part).tolist():
        for name in folded[row]:
            of.setdefault(name, set()).add(row)
    to = np.arange(len(stated))
    for row in np.flatnonzero(~took_part).tolist():
        called = [of[name] for name in folded[row] if len(name[0]) >= _LONG and name in of]
        if called and len(set.union(*called)) == 1:
            (to[row],) = set.union(*called)
    cells = met.part.tocoo()
    joined = sparse.csr_array((np.ones(cells.nnz), (to[cells.row], cells.col)), shape=met.part.shape)
    joined.data[:] = 1.0
    return joined


def _folded(name: str | None) -> str:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def newcomers_of(ecosystem: Ecosystem, evidence: Evidence, asking: Sequence[Newcomer]) -> Newcomers:
    """Lay out organizations without a tie, in the columns of an evidence that does not know them."""
    themes = [sorted({lasting(theme) for theme in one.themes}) for one in asking]
    known = [sorted({lasting(theme) for theme in own}) for own in event_themes(ecosystem)]
    stated = [[*(one.facts["activities"] or ()), *(one.facts["topics"] or ())] for one in asking]
    organizations = ecosystem.organizations
    return Newcomers(
        kind=_coded([one.facts["kind"] for one in asking], organizations["kind"].to_pylist()),
        region=_coded([one.facts["region"] for one in asking], organizations["region"].to_pylist()),
        lat=np.array([one.facts["lat"] for one in asking], dtype=float),
        lon=np.array([one.facts["lon"] for one in asking], dtype=float),
        profile=indicator(stated, indicator(_stated(ecosystem))[1])[0],
        themes=indicator(themes, indicator(known)[1])[0],
        families=indicator(
            [sorted({family(theme) for theme in own}) for own in themes],
            indicator([sorted({family(theme) for theme in own}) for own in known])[1],
        )[0],
        words=counted_in(evidence.vocabulary, [one.text for one in asking]),
    )


def event_themes(ecosystem: Ecosystem) -> list[list[str]]:
    """Give the topics of each event."""
    return [list(topics or ()) for topics in ecosystem.events["topics"].to_pylist()]


def texts(ecosystem: Ecosystem, *, named: bool = True) -> list[str]:
    """Give the words of each event: its name, unless not wanted, and the labels of its topics."""
    labels = {
        row["id"]: " ".join(row[name] or "" for name in ("label_en", "label_fr", "label_nl"))
        for row in ecosystem.topics.to_pylist()
    }
    names, topics = (ecosystem.events[column].to_pylist() for column in ("name", "topics"))
    return [
        " ".join([(name or "") * named, *(labels.get(topic, "") for topic in own or ())])
        for name, own in zip(names, topics, strict=True)
    ]


def _by_meeting(event: Ints, values: Sequence[Any], missing: Any) -> list[Any]:
    return [values[row] if row >= 0 else missing for row in event.tolist()]


def _stated(ecosystem: Ecosystem) -> list[list[str]]:
    activities, topics = (ecosystem.organizations[name].to_pylist() for name in ("activities", "topics"))
    return [[*(own or ()), *(about or ())] for own, about in zip(activities, topics, strict=True)]


def _codes(values: Sequence[str | None]) -> Ints:
    return _coded(values, values)


def _coded(values: Sequence[str | None], among: Sequence[str | None]) -> Ints:
    number = {value: code for code, value in enumerate(sorted({value for value in among if value}))}
    return np.array([number.get(value or "", -1) for value in values], dtype=np.int64)
