"""The address that a site is published at: one spelling for each, so that every page says the same of itself."""

import re
from urllib.parse import quote, urlsplit

from briefing.model.hosts import linkable_domain

SITE_MAX = 500
"""Characters of a site's address; those of its pages are longer, and have a limit of their own."""

_USUAL_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NO_NAME = re.compile(r"[\x00-\x1f\x7f/\\]|%2F|%5C|%00", re.IGNORECASE)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = "%!$&()*+,;=:@~"
_FILES = ("index.html", "index.htm", "index.md")


def normal_site(address: str) -> str:
    """Return the one spelling of a whole web address of a site; it ends in a slash, and has no query, no fragment.

    Scheme and host are in small ASCII letters, the usual port goes unsaid, and nothing is escaped without need.
    """
    parts = urlsplit(address)
    host = (linkable_domain(parts.hostname or "") or "").lower()
    port = f":{parts.port}" if parts.port and parts.port != _USUAL_PORTS.get(parts.scheme) else ""
    folder = "/".join(filter(None, _normal_path(parts.path).split("/")))
    return f"{parts.scheme}://{host}{port}/{folder}{'/' if folder else ''}"


def _normal_path(path: str) -> str:
    plain = _ESCAPE.sub(_without_need, path)
    return quote(plain, safe=f"/{_KEPT}", errors="surrogatepass")


def _without_need(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if letter in _UNRESERVED else escape[0].upper()


def site_problem(address: str) -> tuple[str, str] | None:
    """Return what keeps a whole web address from being that of a site, and the remedy; None where nothing does."""
    parts = urlsplit(address)
    bare = address.partition("#")[0].partition("?")[0]
    for mark, what in (("#", "a fragment"), ("?", "a query")):
        if mark in address:
            return f"the address of a site has no {what[2:]}: pages lie below it", f"write {_suggested(bare)}"
    if _BROKEN_ESCAPE.search(parts.path):
        return "a % stands for no character here", "write %25 for the sign itself"
    folders = _normal_path(parts.path).split("/")
    if folders[-1].lower() in _FILES:
        return f'"{folders[-1]}" is a page, and the address of a site a folder', f"write {_suggested(_parent(bare))}"
    if any(name in (".", "..") or _NO_NAME.search(name) for name in folders) or "" in folders[1:-1]:
        return "its path has a part that names no folder", "write the names of folders, one slash between two"
    if len(address) > SITE_MAX:
        return f"the address of a site has more than {SITE_MAX} characters", "name a shorter one"
    return None


def _parent(address: str) -> str:
    return address[: address.rindex("/") + 1]


def _suggested(address: str) -> str:
    """Return the spelling to propose, or a pattern where what is left would be refused, too."""
    return normal_site(address) if site_problem(address) is None else "an address such as https://example.org/"
