"""One reader for each format of the files beside the pages.

A reader returns the addresses that a text names, and raises ValueError, SyntaxError or csv.Error where it does not
parse.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")

Addresses: TypeAlias = list[str]


def _read_json(text: str) -> Addresses:
    """Read an export, a feed, or any other JSON: the latter names no address that we know of."""
    content = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique_object)
    if not isinstance(content, dict):
        return []
    addresses: Addresses = []
    if "jsonfeed.org" in str(content.get("version")):
        addresses += _read_json_feed(content)
    for name in ("subjects", "conflicts"):
        addresses += _read_export_rows(content.get(name))
    return addresses


def _read_export_rows(rows: object) -> Addresses:
    """Read the rows of an export; in other JSON something else may stand under the same name."""
    if not isinstance(rows, list):
        return []
    return [row["url"] for row in rows if isinstance(row, dict) and row.get("url")]


def _read_json_feed(feed: dict[str, Any]) -> Addresses:
    """Read a JSON feed, whose items are told apart by their ids: one without would be new to readers every time."""
    items = feed.get("items")
    if not feed.get("title") or not isinstance(items, list):
        raise ValueError("a feed has a title and items")
    _refuse_repeated(item.get("id") for item in items)
    addresses = [feed[name] for name in ("home_page_url", "feed_url") if name in feed]
    return addresses + [item["url"] for item in items if "url" in item]


def _refuse_constant(name: str) -> None:
    # Python takes NaN and Infinity, which other readers of JSON refuse.
    raise ValueError(f"{name} is no number")


def _unique_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Of a key that is there twice, Python takes the last and says nothing.
    _refuse_repeated(name for name, _ in pairs)
    return dict(pairs)


def _refuse_repeated(names: Iterable[str | None]) -> None:
    counts = Counter(names)
    if None in counts:
        raise ValueError("an entry has no id")
    for name, count in counts.items():
        if count > 1:
            raise ValueError(f'"{name}" is there twice')


def _read_xml(text: str) -> Addresses:
    """Read an Atom feed, or any other XML, such as a drawing or the sitemap."""
    root = ElementTree.fromstring(text)
    if root.tag != f"{ATOM}feed":
        return []
    entries = list(root.iter(f"{ATOM}entry"))
    for element in (root, *entries):
        _refuse_incomplete(element)
    _refuse_repeated(entry.findtext(f"{ATOM}id") for entry in entries)
    return [link.get("href", "") for link in root.iter(f"{ATOM}link")]


def _refuse_incomplete(element: ElementTree.Element) -> None:
    """Raise ValueError for a feed or an entry without what RFC 4287 asks of both."""
    for name in ("id", "title", "updated"):
        content = element.findtext(ATOM + name) or ""
        if not content.strip():
            raise ValueError(f"a feed and its entries have {name}")


def _read_csv(text: str) -> Addresses:
    """Read a table, whose rows all have a cell for each column."""
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True))
    if not rows or not all(rows[0]):
        raise ValueError("its first row names the columns")
    columns = len(rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != columns:
            raise ValueError(f"row {number} has {len(row)} cells of {columns}")
    return []


def _read_calendar(text: str) -> Addresses:
    """Read an iCalendar file, whose parts end in the order that they lie within each other."""
    open_parts: list[str] = []
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
        elif name == "END" and (not open_parts or open_parts.pop() != value):
            raise ValueError(f"{value} ends where it did not begin")
    if open_parts or not text.startswith("BEGIN:VCALENDAR"):
        raise ValueError("a calendar begins and ends")
    return []


# By the suffix of a file: the format that messages name, and its reader.
READERS: dict[str, tuple[str, Callable[[str], Addresses]]] = {
    "json": ("json", _read_json),
    "map": ("json", _read_json),
    "xml": ("xml", _read_xml),
    "svg": ("xml", _read_xml),
    "csv": ("csv", _read_csv),
    "ics": ("calendar", _read_calendar),
    "md": ("markdown", _MARKDOWN_LINK.findall),
    "txt": ("markdown", _MARKDOWN_LINK.findall),
}
