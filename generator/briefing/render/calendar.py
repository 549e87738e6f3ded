"""Calendar entries in, iCalendar files (RFC 5545) out: the same data give the same bytes."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefing.routes import CALENDAR, site_url, slug, subject_calendar_file
from briefing.views.base.context import Context
from briefing.views.parts.calendar_entries import CalendarEntry, view_calendar, view_subject_calendars

LINE_OCTETS = 75
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LONE_HALF = re.compile(r"[\ud800-\udfff]")


def render_calendars(ctx: Context) -> dict[str, bytes]:
    """Return the calendar of the briefing and one of every subject with plans; an empty one would be no calendar."""
    briefing = ctx.data.briefing
    name = briefing.name.en
    files = {CALENDAR: (name, view_calendar(ctx))}
    for subject, entries in view_subject_calendars(ctx).items():
        files[subject_calendar_file(subject)] = (f"{ctx.display(subject)} – {name}", entries)
    stamp, root, own = ctx.today, briefing.url, briefing.id or slug(name)
    return {path: calendar_file(title, found, stamp, root, own) for path, (title, found) in files.items() if found}


def calendar_file(name: str, entries: Iterable[CalendarEntry], stamp: date, root: str, briefing: str) -> bytes:
    """Return one calendar; ``stamp`` is the day that its data are of, ``root`` the address of the site.

    ``briefing`` is the id of the briefing, which entries keep when the site moves to another address.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{escape_text(f'-//{name}//briefing//EN')}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escape_text(name)}",
        *(line for entry in entries for line in _event(entry, stamp, root, briefing)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold_line(line)}\r\n" for line in lines).encode()


def _event(entry: CalendarEntry, stamp: date, root: str, briefing: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@{briefing}"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.first)}"
    yield f"DTEND;VALUE=DATE:{_day(entry.last + timedelta(1))}"
    yield f"SUMMARY:{escape_text(entry.summary)}"
    yield f"DESCRIPTION:{escape_text(entry.description)}"
    yield f"URL:{site_url(root, entry.page)}" + (f"#{entry.anchor}" if entry.anchor else "")
    yield f"STATUS:{'CANCELLED' if entry.dropped else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def escape_text(text: str) -> str:
    """Return text as a value of type TEXT."""
    clean = _LONE_HALF.sub("\ufffd", _CONTROLS.sub(" ", text))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Return a content line in pieces of at most 75 octets, no letter cut in two."""
    pieces, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE_OCTETS:
            # The space that begins the next piece counts as one of its octets.
            pieces.append("")
            size = 1
        pieces[-1] += letter
        size += octets
    return "\r\n ".join(pieces)
