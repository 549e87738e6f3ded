"""The files beside the pages: JSON, feeds, tables, calendars that do not parse, or name addresses that lead nowhere."""

import csv
import json
from collections.abc import Iterator, Mapping

from briefing.finishing.addresses import Site, Target, Whither
from briefing.finishing.file_formats import READERS
from briefing.finishing.json_files import Addresses
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem
from briefing.finishing.text_files import suffix_of

INDEX = "api/v1/index.json"


def find_file_problems(site: Site, pages: Mapping[str, Page], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the files that do not parse, and addresses in feeds and data that lead nowhere."""
    for path, text in texts.items():
        # What no format of ours is by its name is left to whoever put it there.
        if suffix_of(path) in READERS:
            yield from _check_file(site, pages, path, text)


def _check_file(site: Site, pages: Mapping[str, Page], path: str, text: str) -> Iterator[Problem]:
    """Check that a file parses as what it is by its name, and the addresses that it then gives."""
    form, read = READERS[suffix_of(path)]
    try:
        addresses = read(text)
    except (ValueError, SyntaxError, csv.Error) as trouble:
        yield Problem(path, f"{form}-invalid", f"it does not parse: {trouble}")
    else:
        yield from _check_addresses(site, pages, path, addresses)


def _check_addresses(site: Site, pages: Mapping[str, Page], path: str, addresses: Addresses) -> Iterator[Problem]:
    """Check that addresses in a file lead to files of the site; those of other hosts are the sources' own."""
    source = _file_to_count_from(path)
    for address in addresses:
        reason = _reason_against(pages, address, site.resolve(source, address))
        if reason:
            yield Problem(path, "address-broken", reason)


def _file_to_count_from(path: str) -> str:
    """Return the file from whose folder the addresses in a file count: mostly the file itself."""
    # Those of the exports count from the site's root.
    if path.startswith("api/"):
        return "index.html"
    return path


def _reason_against(pages: Mapping[str, Page], address: str, target: Target) -> str | None:
    """Return what is wrong with an address that leads to a target, or None where nothing is."""
    if target.whither is Whither.ELSEWHERE:
        return None
    if target.whither is not Whither.HERE:
        return f'"{address}" leads to {target.whither.value}'
    if _lacks_place(pages.get(target.file), target.fragment):
        return f'there is no place "{address}"'
    return None


def _lacks_place(page: Page | None, fragment: str) -> bool:
    """Return whether an address names a place that its page has not; other files name theirs as they like."""
    if page is None or not fragment:
        return False
    return fragment not in page.anchors


def subject_files(texts: Mapping[str, str]) -> list[str]:
    """Return the pages of the subjects that the index of the site's data names."""
    try:
        index = json.loads(texts.get(INDEX, "{}"))
        return [f"{subject['url']}index.html" for subject in index.get("subjects", [])]
    except (ValueError, KeyError, TypeError, AttributeError):
        # What is wrong with the index is said where it is parsed.
        return []
