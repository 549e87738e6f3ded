"""The files beside the pages: JSON, feeds, tables, calendars that do not parse, or name addresses that lead nowhere."""

import csv
import json
from collections.abc import Iterator, Mapping

from briefing.finishing.addresses import Site, Whither
from briefing.finishing.file_formats import READERS
from briefing.finishing.json_files import Addresses
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem
from briefing.finishing.text_files import suffix_of

INDEX = "api/v1/index.json"


def find_file_problems(site: Site, pages: Mapping[str, Page], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the files that do not parse, and addresses in feeds and data that lead nowhere."""
    for path, text in texts.items():
        if suffix_of(path) not in READERS:
            continue
        form, read = READERS[suffix_of(path)]
        try:
            addresses = read(text)
        except (ValueError, SyntaxError, csv.Error) as trouble:
            yield Problem(path, f"{form}-invalid", f"it does not parse: {trouble}")
        else:
            yield from _check_addresses(site, pages, path, addresses)


def _check_addresses(site: Site, pages: Mapping[str, Page], path: str, addresses: Addresses) -> Iterator[Problem]:
    """Check that addresses in a file lead to files of the site; those of other hosts are the sources' own."""
    # The addresses of the exports count from the site's root, not from their own folder.
    source = "index.html" if path.startswith("api/") else path
    for address in addresses:
        target = site.resolve(source, address)
        match target.whither:
            case Whither.ELSEWHERE:
                continue
            case Whither.HERE:
                if _lacks_place(pages.get(target.file), target.fragment):
                    yield Problem(path, "address-broken", f'there is no place "{address}"')
            case _:
                yield Problem(path, "address-broken", f'"{address}" leads to {target.whither.value}')


def _lacks_place(page: Page | None, fragment: str) -> bool:
    """Return whether an address names a place that its page has not; other files name theirs as they like."""
    if page is None or not fragment:
        return False
    return fragment not in page.anchors


def subject_files(texts: Mapping[str, str]) -> list[str]:
    """Return the pages of the subjects that the index of the site's data names."""
    try:
        subjects = json.loads(texts.get(INDEX, "{}")).get("subjects", [])
        return [f"{subject['url']}index.html" for subject in subjects]
    except (ValueError, KeyError, TypeError, AttributeError):
        # What is wrong with the index is said where it is parsed.
        return []
