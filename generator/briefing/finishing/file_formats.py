"""The reader for each format of the files beside the pages.

A reader returns the addresses that a text names, and raises ValueError, SyntaxError or csv.Error where it does not
parse.
"""

import csv
import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from briefing.finishing.json_files import Addresses, read_json
from briefing.finishing.repeats import refuse_repeated

ATOM = "{http://www.w3.org/2005/Atom}"
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")


def _read_xml(text: str) -> Addresses:
    """Read an Atom feed, or any other XML, such as a drawing or the sitemap."""
    root = ElementTree.fromstring(text)
    if root.tag != f"{ATOM}feed":
        return []
    return _read_feed(root)


def _read_feed(feed: ElementTree.Element) -> Addresses:
    """Read an Atom feed, whose entries are told apart by their ids."""
    _refuse_incomplete(feed)
    ids: list[str | None] = []
    for entry in feed.iter(f"{ATOM}entry"):
        _refuse_incomplete(entry)
        ids.append(entry.findtext(f"{ATOM}id"))
    refuse_repeated(ids)
    return [link.get("href", "") for link in feed.iter(f"{ATOM}link")]


def _refuse_incomplete(element: ElementTree.Element) -> None:
    """Raise ValueError for a feed or an entry without what RFC 4287 asks of both."""
    for name in ("id", "title", "updated"):
        content = element.findtext(ATOM + name, "")
        # Spaces alone name nothing.
        if not content.strip():
            raise ValueError(f"a feed and its entries have {name}")


def _read_csv(text: str) -> Addresses:
    """Read a table, whose rows all have a cell for each column."""
    # Some programs write a mark of their byte order, which is no part of the first name.
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    rows = list(csv.reader(lines, strict=True))
    if not rows or not all(rows[0]):
        raise ValueError("its first row names the columns")
    _refuse_uneven(rows)
    return []


def _refuse_uneven(rows: Sequence[Sequence[str]]) -> None:
    """Raise ValueError for a row with fewer or more cells than the first has."""
    columns = len(rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != columns:
            raise ValueError(f"row {number} has {len(row)} cells of {columns}")


def _read_calendar(text: str) -> Addresses:
    """Read an iCalendar file, whose parts end in the order that they lie within each other."""
    open_parts: list[str] = []
    for line in text.splitlines():
        _read_calendar_line(line, open_parts)
    if open_parts or not text.startswith("BEGIN:VCALENDAR"):
        raise ValueError("a calendar begins and ends")
    return []


def _read_calendar_line(line: str, open_parts: list[str]) -> None:
    """Note the part that a line begins or ends, if it does either."""
    name, _, value = line.partition(":")
    if name == "BEGIN":
        open_parts.append(value)
    elif name == "END":
        _end_part(open_parts, value)


def _end_part(open_parts: list[str], name: str) -> None:
    """Take the innermost part that is open off the list; raise ValueError where it is another than ``name``."""
    innermost = open_parts[-1:]
    if innermost != [name]:
        raise ValueError(f"{name} ends where it did not begin")
    open_parts.pop()


# By the suffix of a file: the format that messages name, and its reader.
READERS: dict[str, tuple[str, Callable[[str], Addresses]]] = {
    "json": ("json", read_json),
    "map": ("json", read_json),
    "xml": ("xml", _read_xml),
    "svg": ("xml", _read_xml),
    "csv": ("csv", _read_csv),
    "ics": ("calendar", _read_calendar),
    "md": ("markdown", _MARKDOWN_LINK.findall),
    "txt": ("markdown", _MARKDOWN_LINK.findall),
}
