"""A schedule of meetings: lines of a terminal, tables, a printable sheet for each participant, calendars."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup
from rich.table import Table

from traitdunion.domain.schedule import Meeting, Schedule
from traitdunion.language import formats, sheets
from traitdunion.language.catalog import LANGUAGES, say
from traitdunion.language.reports import environment, style
from traitdunion.language.terms import heading

_FOLD = 75  # octets of a line of a calendar, RFC 5545 section 3.1
_LOCAL = "%Y%m%dT%H%M%S"
# The hours of Brussels since 1996: RFC 5545 asks for them in the file.
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE""".splitlines()


def place(meeting: Meeting, language: str) -> str:
    """Say where a meeting is."""
    if not meeting.booth:
        return say("schedule-at-table", language, table=str(meeting.table))
    if not meeting.zone:
        return say("schedule-at-booth", language, booth=meeting.booth)
    return say("schedule-at-booth-in", language, booth=meeting.booth, zone=meeting.zone)


def hours(schedule: Schedule, meeting: Meeting) -> str:
    """Give the hours of a meeting."""
    return "–".join(schedule.timetable.hours(meeting.slot))


def figures(schedule: Schedule, language: str) -> list[tuple[str, str]]:
    """Give the figures of a schedule, each with its label."""
    best = schedule.value / schedule.bound if schedule.bound else 1.0
    told = [
        ("meetings", formats.number(len(schedule.meetings), language)),
        ("wishes-met", say("schedule-of", language, met=schedule.wishes_met, wishes=schedule.wishes)),
        ("smallest-share", formats.percent(schedule.smallest_share, language)),
        ("bound-reached", formats.percent(best, language, digits=1)),
    ]
    if schedule.added or schedule.dropped:
        told += [
            ("added", formats.number(schedule.added, language)),
            ("dropped", formats.number(schedule.dropped, language)),
        ]
    return [(say(f"finding-schedule-{key}", language), value) for key, value in told]


def lines(schedule: Schedule, language: str, *, top: int) -> Iterator[str | Table]:
    """Say a schedule on a terminal: figures, and the first meetings."""
    yield say("schedule-title", language)
    for label, value in figures(schedule, language):
        yield "  " + say("measure-line", language, label=label, value=value)
    yield ""
    if not schedule.meetings:
        yield say("no-rows", language)
        return
    columns = ("slot", "hours", "side-a", "side-b", "meeting-place")
    table = Table(*(heading(one, language) for one in columns), box=None, pad_edge=False)
    for one in schedule.meetings[:top]:
        table.add_row(str(one.slot), hours(schedule, one), one.a, one.b, place(one, language))
    yield table
    if len(schedule.meetings) > top:
        yield say("table-first", language, shown=top, count=len(schedule.meetings))


def tables(schedule: Schedule, language: str) -> list[sheets.Sheet]:
    """Give the lists of a schedule: meetings, wishes not met and why, each participant's share."""
    met = {name: sum(name in one.sides for one in schedule.meetings) for name in schedule.participants}
    meetings = [
        (one.slot, *schedule.timetable.hours(one.slot), one.a, one.b, place(one, language), one.wishes)
        for one in schedule.meetings
    ]
    unmet = [
        (wish.wisher, wish.wished, wish.priority, say(f"reason-unmet-{why}", language))
        for wish, why in schedule.unmet
    ]
    people = [(name, met[name], schedule.shares.get(name)) for name in schedule.participants]
    return [
        _sheet(
            "meetings",
            {"slot": "integer", "starts": "text", "ends": "text", "side-a": "text", "side-b": "text",
             "meeting-place": "text", "wishes": "integer"},
            meetings, language,
        ),
        _sheet(
            "unmet", {"wisher": "text", "wished": "text", "priority": "integer", "why": "text"},
            unmet, language,
        ),
        _sheet(
            "participants", {"participant": "text", "meetings": "integer", "share-met": "share"},
            people, language,
        ),
    ]  # fmt: skip


def _sheet(key: str, columns: Mapping[str, Any], rows: Any, language: str) -> sheets.Sheet:
    return sheets.Sheet(
        key=key,
        title=say(f"listing-schedule-{key}", language),
        language=language,
        headings=tuple(heading(column, language) for column in columns),
        kinds=tuple(columns.values()),
        rows=tuple(rows),
    )


def render(schedule: Schedule, language: str) -> str:
    """Write one sheet for each participant, each on a page of its own, that asks for nothing from outside."""
    day = schedule.timetable.day
    people = [
        {
            "name": name,
            "meetings": [
                (one.slot, hours(schedule, one), _other(one, name), place(one, language))
                for one in schedule.meetings
                if name in one.sides
            ],
        }
        for name in schedule.participants
    ]
    return (
        environment()
        .get_template("schedule.html")
        .render(
            language=language,
            people=people,
            day=formats.date_text(day, language) if day else "",
            version=schedule.version,
            t=lambda key, **values: say(key, language, **values),
            head=lambda key: heading(key, language),
            css=Markup(style()),  # noqa: S704  our own file
        )
    )


def calendar(schedule: Schedule, participant: str, language: str, *, stamp: datetime) -> str:
    """Write the meetings of a participant as a calendar (RFC 5545).

    A meeting keeps its UID when it is moved; its SEQUENCE grows, so that a calendar changes the entry it has.
    A meeting called off is told as cancelled.

    Parameters
    ----------
    schedule : Schedule
        With a day.
    participant, language : str
    stamp : datetime
        When this was told, in UTC.
    """
    told = [
        line
        for meetings, status in ((schedule.meetings, "CONFIRMED"), (schedule.cancelled, "CANCELLED"))
        for one in meetings
        if participant in one.sides
        for line in _event(schedule, one, language, (status, stamp))
    ]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//traitdunion//schedule//EN", "CALSCALE:GREGORIAN"]
    return "".join(f"{_folded(line)}\r\n" for line in [*head, *_ZONE, *told, "END:VCALENDAR"])


def _event(schedule: Schedule, meeting: Meeting, language: str, state: tuple[str, datetime]) -> Iterator[str]:
    status, stamp = state
    begin, end = schedule.timetable.moments(meeting.slot)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(schedule.timetable.day, meeting)}"
    yield f"DTSTAMP:{stamp.strftime(_LOCAL)}Z"
    yield f"DTSTART;TZID=Europe/Brussels:{begin.strftime(_LOCAL)}"
    yield f"DTEND;TZID=Europe/Brussels:{end.strftime(_LOCAL)}"
    yield f"SEQUENCE:{meeting.sequence}"
    yield f"STATUS:{status}"
    yield f"SUMMARY:{_escaped(say('schedule-summary', language, a=meeting.a, b=meeting.b))}"
    yield f"LOCATION:{_escaped(place(meeting, language))}"
    yield "END:VEVENT"


def uid(day: str, meeting: Meeting) -> str:
    """Name a meeting in calendars: by its day and its sides, whatever its slot and its place."""
    digest = hashlib.sha256(json.dumps([day, *meeting.sides], ensure_ascii=False).encode("utf-8"))
    return f"{digest.hexdigest()[:32]}@traitdunion"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line so that none is longer than 75 octets, never within a letter."""
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > _FOLD:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n".join(parts)


def _other(meeting: Meeting, name: str) -> str:
    return meeting.b if name == meeting.a else meeting.a


def file_name(participant: str) -> str:
    """Name the file of a participant: what can be read of the name, and what tells it from others.

    Examples
    --------
    >>> file_name("Société À/B")
    'societe-a-b-6d96a7'
    """
    plain = "-".join(re.findall(r"[a-z0-9]+", formats.sort_key(participant)[0]))[:40]
    digest = hashlib.sha256(participant.encode("utf-8")).hexdigest()[:6]
    return f"{plain}-{digest}" if plain else digest


def write(schedule: Schedule, folder: Path, *, stamp: datetime) -> dict[str, Path]:
    """Write sheets, lists and, where the day is known, calendars in each language; give the sheets."""
    folder.mkdir(parents=True, exist_ok=True)
    return {language: _written(schedule, folder, language, stamp) for language in LANGUAGES}


def _written(schedule: Schedule, folder: Path, language: str, stamp: datetime) -> Path:
    page = folder / f"sheets-{language}.html"
    page.write_text(render(schedule, language), "utf-8")
    lists = tables(schedule, language)
    sheets.write_workbook(lists, folder / f"schedule-{language}.xlsx", title=say("schedule-title", language))
    for one in lists:
        sheets.write_csv(one, folder / "lists" / language / f"{one.key}.csv")
    if schedule.timetable.day:
        calendars = folder / "calendars" / language
        calendars.mkdir(parents=True, exist_ok=True)
        for name in schedule.participants:
            text = calendar(schedule, name, language, stamp=stamp)
            (calendars / f"{file_name(name)}.ics").write_bytes(text.encode("utf-8"))
    return page
