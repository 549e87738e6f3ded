"""The sitemap of a site, held against its pages: it names each of them once, and nothing else."""

import gzip
from collections.abc import Collection, Iterator, Mapping
from xml.etree import ElementTree

from briefing.finishing.problem import Problem

PATH = "sitemap.xml"
_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def find_sitemap_problems(files: Mapping[str, bytes], addresses: Collection[str]) -> Iterator[Problem]:
    """Yield what ``sitemap.xml`` lacks of the addresses of all pages, has beside them, or names twice."""
    try:
        root = ElementTree.fromstring(files.get(PATH, b""))
    except SyntaxError:
        yield _problem("there is none that parses")
        return
    yield from _compare(_read_addresses(root), addresses)
    yield from _check_packed(files)


def _check_packed(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Check that the packed sitemap, if there is one, is the same: search engines take either."""
    path = f"{PATH}.gz"
    if path in files and not _unpacks_to(files[path], files[PATH]):
        yield Problem(path, "sitemap-differs", f"it is not {PATH}, packed")


def _read_addresses(root: ElementTree.Element) -> list[str]:
    """Return the addresses that a sitemap names; spaces around one are layout."""
    addresses: list[str] = []
    for location in root.iter(f"{_NAMESPACE}loc"):
        addresses.append((location.text or "").strip())
    return addresses


def _compare(named: Collection[str], addresses: Collection[str]) -> Iterator[Problem]:
    """Hold the addresses that a sitemap names against those of all pages."""
    for address in sorted(set(addresses) - set(named)):
        yield _problem(f"it lacks {address}")
    for address in sorted(set(named) - set(addresses)):
        yield _problem(f"no page has the address {address}")
    if len(named) > len(set(named)):
        yield _problem("it names a page twice")


def _problem(message: str) -> Problem:
    return Problem(PATH, "sitemap-differs", message)


def _unpacks_to(packed: bytes, content: bytes) -> bool:
    try:
        return gzip.decompress(packed) == content
    except (OSError, EOFError):
        return False
