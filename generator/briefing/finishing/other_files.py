"""The files beside the pages: JSON, XML, feeds, tables in, those that do not parse or lead nowhere out."""

import csv
import gzip
import json
import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from briefing.finishing.addresses import Site, Whither
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem

ATOM = "{http://www.w3.org/2005/Atom}"
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_TEXTS = ("css", "csv", "html", "ics", "js", "json", "map", "md", "svg", "txt", "xml", "bib")
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")
INDEX = "api/v1/index.json"

_Addresses = list[str]


def decode_texts(files: Mapping[str, bytes]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the text files of a site, and those that are not UTF-8."""
    texts: dict[str, str] = {}
    problems = []
    for path in sorted(files):
        if path.rpartition(".")[2] not in _TEXTS and posixpath.basename(path) not in ("_headers", "_redirects"):
            continue
        try:
            texts[path] = files[path].decode("utf-8")
        except UnicodeDecodeError as trouble:
            problems.append(Problem(path, "not-utf-8", f"byte {trouble.start} is no UTF-8"))
    return texts, tuple(problems)


def find_file_problems(site: Site, pages: Mapping[str, Page], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the files that do not parse, and addresses in feeds and data that lead nowhere."""
    for path, text in texts.items():
        parse = _PARSERS.get(path.rpartition(".")[2])
        if parse is None:
            continue
        name, read = parse
        try:
            addresses = read(text)
        except (ValueError, SyntaxError, csv.Error) as trouble:
            yield Problem(path, f"{name}-invalid", f"it does not parse: {trouble}")
            continue
        yield from _check_addresses(site, pages, path, addresses)


def _check_addresses(site: Site, pages: Mapping[str, Page], path: str, addresses: _Addresses) -> Iterator[Problem]:
    start = "index.html" if path.startswith("api/") else path
    for address in addresses:
        target = site.resolve(start, address)
        if target.whither is Whither.ELSEWHERE:
            continue
        page = pages.get(target.file)
        if target.whither is not Whither.HERE:
            yield Problem(path, "address-broken", f'"{address}" leads to {target.whither.value}')
        elif page and target.fragment and target.fragment not in page.anchors:
            yield Problem(path, "address-broken", f'there is no place "{address}"')


# ---- one reader per format: text in, the addresses that it names out, ValueError for what does not parse


def _read_json(text: str) -> _Addresses:
    found = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twice)
    if not isinstance(found, dict):
        return []
    addresses: _Addresses = []
    if "jsonfeed.org" in str(found.get("version")):
        addresses += [found[name] for name in ("home_page_url", "feed_url") if name in found]
        addresses += _feed_items(found)
    for name in ("subjects", "conflicts"):
        rows = found.get(name)
        if isinstance(rows, list):
            addresses += [row["url"] for row in rows if isinstance(row, dict) and row.get("url")]
    return addresses


def _feed_items(feed: dict[str, Any]) -> _Addresses:
    items = feed.get("items")
    if not feed.get("title") or not isinstance(items, list):
        raise ValueError("a feed has a title and items")
    _refuse_repeated([item.get("id") for item in items])
    return [item["url"] for item in items if "url" in item]


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _refuse_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _refuse_repeated([name for name, _ in pairs])
    return dict(pairs)


def _refuse_repeated(names: list[Any]) -> None:
    if None in names:
        raise ValueError("an entry has no id")
    repeated = next((name for name in names if names.count(name) > 1), None) if len(set(names)) < len(names) else None
    if repeated is not None:
        raise ValueError(f'"{repeated}" is there twice')


def _read_xml(text: str) -> _Addresses:
    root = ElementTree.fromstring(text)
    if root.tag != f"{ATOM}feed":
        return []
    for entry in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if not (entry.findtext(ATOM + name) or "").strip():
                raise ValueError(f"a feed and its entries have {name}")
    _refuse_repeated([entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")])
    return [link.get("href", "") for link in root.iter(f"{ATOM}link")]


def _read_csv(text: str) -> _Addresses:
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True))
    if not rows or not all(rows[0]):
        raise ValueError("its first row names the columns")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValueError(f"row {number} has {len(row)} cells of {len(rows[0])}")
    return []


def _read_calendar(text: str) -> _Addresses:
    depth: list[str] = []
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name == "BEGIN":
            depth.append(value)
        elif name == "END" and (not depth or depth.pop() != value):
            raise ValueError(f"{value} ends where it did not begin")
    if depth or not text.startswith("BEGIN:VCALENDAR"):
        raise ValueError("a calendar begins and ends")
    return []


_PARSERS: dict[str, tuple[str, Callable[[str], _Addresses]]] = {
    "json": ("json", _read_json),
    "map": ("json", _read_json),
    "xml": ("xml", _read_xml),
    "svg": ("xml", _read_xml),
    "csv": ("csv", _read_csv),
    "ics": ("calendar", _read_calendar),
    "md": ("markdown", _MARKDOWN_LINK.findall),
    "txt": ("markdown", _MARKDOWN_LINK.findall),
}


# ---- the sitemap


def find_sitemap_problems(files: Mapping[str, bytes], wanted: Collection[str]) -> Iterator[Problem]:
    """Yield what ``sitemap.xml`` lacks of the ``wanted`` addresses, has beside them, or names twice."""
    path = "sitemap.xml"
    try:
        root = ElementTree.fromstring(files.get(path, b""))
    except SyntaxError:
        yield Problem(path, "sitemap-differs", "there is none that parses")
        return
    named = [(one.text or "").strip() for one in root.iter(f"{_SITEMAP}loc")]
    for address in sorted(set(wanted) - set(named)):
        yield Problem(path, "sitemap-differs", f"it lacks {address}")
    for address in sorted(set(named) - set(wanted)):
        yield Problem(path, "sitemap-differs", f"no page has the address {address}")
    if len(named) > len(set(named)):
        yield Problem(path, "sitemap-differs", "it names a page twice")
    packed = files.get(f"{path}.gz")
    if packed is not None and not _unpacks_to(packed, files[path]):
        yield Problem(f"{path}.gz", "sitemap-differs", f"it is not {path}, packed")


def _unpacks_to(packed: bytes, wanted: bytes) -> bool:
    try:
        return gzip.decompress(packed) == wanted
    except (OSError, EOFError):
        return False


def subject_files(texts: Mapping[str, str]) -> list[str]:
    """Return the pages of the subjects that the index of the site's data names."""
    try:
        subjects = json.loads(texts.get(INDEX, "{}")).get("subjects", [])
        return [f"{one['url']}index.html" for one in subjects]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
