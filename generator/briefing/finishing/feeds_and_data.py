"""The files beside the pages: JSON, feeds, tables, calendars that do not parse, or name addresses that lead nowhere."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias
from xml.etree import ElementTree

from briefing.finishing.addresses import Site, Whither
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem
from briefing.finishing.text_files import suffix_of

ATOM = "{http://www.w3.org/2005/Atom}"
INDEX = "api/v1/index.json"
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")

_Addresses: TypeAlias = list[str]


def find_file_problems(site: Site, pages: Mapping[str, Page], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the files that do not parse, and addresses in feeds and data that lead nowhere."""
    for path, text in texts.items():
        if suffix_of(path) not in _READERS:
            continue
        form, read = _READERS[suffix_of(path)]
        try:
            addresses = read(text)
        except (ValueError, SyntaxError, csv.Error) as trouble:
            yield Problem(path, f"{form}-invalid", f"it does not parse: {trouble}")
            continue
        yield from _check_addresses(site, pages, path, addresses)


def _check_addresses(site: Site, pages: Mapping[str, Page], path: str, addresses: _Addresses) -> Iterator[Problem]:
    """Check that addresses in a file lead to files of the site; those of other hosts are the sources' own."""
    # The addresses of the exports count from the site's root, not from their own folder.
    source = "index.html" if path.startswith("api/") else path
    for address in addresses:
        target = site.resolve(source, address)
        if target.whither is Whither.ELSEWHERE:
            continue
        page = pages.get(target.file)
        if target.whither is not Whither.HERE:
            yield Problem(path, "address-broken", f'"{address}" leads to {target.whither.value}')
        elif page and target.fragment and target.fragment not in page.anchors:
            yield Problem(path, "address-broken", f'there is no place "{address}"')


def subject_files(texts: Mapping[str, str]) -> list[str]:
    """Return the pages of the subjects that the index of the site's data names."""
    try:
        subjects = json.loads(texts.get(INDEX, "{}")).get("subjects", [])
        return [f"{subject['url']}index.html" for subject in subjects]
    except (ValueError, KeyError, TypeError, AttributeError):
        # What is wrong with the index is said where it is parsed.
        return []


# ---- one reader per format: it returns the addresses that a text names, and raises ValueError where it does not parse


def _read_json(text: str) -> _Addresses:
    """Read an export, a feed, or any other JSON: the latter names no address that we know of."""
    content = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique_object)
    if not isinstance(content, dict):
        return []
    addresses: _Addresses = []
    if "jsonfeed.org" in str(content.get("version")):
        addresses += _read_json_feed(content)
    for name in ("subjects", "conflicts"):
        rows = content.get(name)
        if isinstance(rows, list):
            addresses += [row["url"] for row in rows if isinstance(row, dict) and row.get("url")]
    return addresses


def _read_json_feed(feed: dict[str, Any]) -> _Addresses:
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


def _read_xml(text: str) -> _Addresses:
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


def _read_csv(text: str) -> _Addresses:
    """Read a table, whose rows all have a cell for each column."""
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True))
    if not rows or not all(rows[0]):
        raise ValueError("its first row names the columns")
    columns = len(rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != columns:
            raise ValueError(f"row {number} has {len(row)} cells of {columns}")
    return []


def _read_calendar(text: str) -> _Addresses:
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


_READERS: dict[str, tuple[str, Callable[[str], _Addresses]]] = {
    "json": ("json", _read_json),
    "map": ("json", _read_json),
    "xml": ("xml", _read_xml),
    "svg": ("xml", _read_xml),
    "csv": ("csv", _read_csv),
    "ics": ("calendar", _read_calendar),
    "md": ("markdown", _MARKDOWN_LINK.findall),
    "txt": ("markdown", _MARKDOWN_LINK.findall),
}
