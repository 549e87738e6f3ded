"""Plans as iCalendar files (RFC 5545): the same data give the same bytes, whenever they are written."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from briefing.routes import CALENDAR, site_url, slug, subject_calendar_file
from briefing.views.base.context import Context
from briefing.views.parts.calendar_entries import CalendarEntry, view_calendar, view_subject_calendars

LINE_OCTETS = 75
_LOOK_AGAIN = "P1D"
"""How often a program that follows a calendar should ask for it: data change by the day at most."""
_STATUS = {"dropped": "CANCELLED", "met": "CONFIRMED", "late": "CONFIRMED"}
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LONE_HALF = re.compile(r"[\ud800-\udfff]")


def render_calendars(context: Context) -> dict[str, bytes]:
    """Return the calendar of the briefing and one of every subject with plans; an empty one would be no calendar."""
    name = context.data.briefing.name.en
    files: dict[str, bytes] = {}
    if entries := view_calendar(context):
        files[CALENDAR] = _calendar_of(context, name, entries)
    for subject, entries in view_subject_calendars(context).items():
        if entries:
            title = f"{context.display(subject)} – {name}"
            files[subject_calendar_file(subject)] = _calendar_of(context, title, entries)
    return files


def _calendar_of(context: Context, title: str, entries: Iterable[CalendarEntry]) -> bytes:
    briefing = context.data.briefing
    return calendar_file(title, entries, context.today, briefing.url, briefing.id or slug(briefing.name.en))


def calendar_file(name: str, entries: Iterable[CalendarEntry], stamp: date, root: str, briefing: str) -> bytes:
    """Return one calendar; ``stamp`` is the day that its data are of, ``root`` the address of the site.

    ``briefing`` is the id of the briefing, which entries keep when the site moves to another address.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{escape_text(f'-//{name}//briefing//EN')}",
        "CALSCALE:GREGORIAN",
        f"NAME:{escape_text(name)}",
        f"X-WR-CALNAME:{escape_text(name)}",
        # Some programs read the one, some the other.
        f"REFRESH-INTERVAL;VALUE=DURATION:{_LOOK_AGAIN}",
        f"X-PUBLISHED-TTL:{_LOOK_AGAIN}",
    ]
    for entry in entries:
        lines += _event_lines(entry, stamp, root, briefing)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold_line(line)}\r\n" for line in lines).encode()


def _event_lines(entry: CalendarEntry, stamp: date, root: str, briefing: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.slot}@{briefing}"
    # A program that follows a calendar takes over what has a higher number than what it knows.
    yield f"SEQUENCE:{entry.changes}"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.first)}"
    # An end is exclusive there: a plan for one day ends on the next.
    yield f"DTEND;VALUE=DATE:{_day(entry.last + timedelta(1))}"
    yield f"SUMMARY:{escape_text(entry.summary)}"
    yield f"DESCRIPTION:{escape_text(entry.description)}"
    yield f"URL:{_url(entry, root)}"
    # Readers of calendars split categories at commas, escaped or not.
    yield f"CATEGORIES:{escape_text(entry.category.replace(',', ' '))}"
    yield f"STATUS:{_STATUS.get(entry.state, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _url(entry: CalendarEntry, root: str) -> str:
    page = site_url(root, entry.page)
    if not entry.anchor:
        return page
    return f"{page}#{entry.anchor}"


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
