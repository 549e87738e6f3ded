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
    named = [(location.text or "").strip() for location in root.iter(f"{_NAMESPACE}loc")]
    for address in sorted(set(addresses) - set(named)):
        yield _problem(f"it lacks {address}")
    for address in sorted(set(named) - set(addresses)):
        yield _problem(f"no page has the address {address}")
    if len(named) > len(set(named)):
        yield _problem("it names a page twice")
    packed = files.get(f"{PATH}.gz")
    if packed is not None and not _unpacks_to(packed, files[PATH]):
        yield Problem(f"{PATH}.gz", "sitemap-differs", f"it is not {PATH}, packed")


def _problem(message: str) -> Problem:
    return Problem(PATH, "sitemap-differs", message)


def _unpacks_to(packed: bytes, content: bytes) -> bool:
    try:
        return gzip.decompress(packed) == content
    except (OSError, EOFError):
        return False
