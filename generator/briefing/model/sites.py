"""The address that a site is published at, in one spelling, so that every page says the same of itself."""

import re
from urllib.parse import SplitResult, quote, urlsplit

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
    folders = [folder for folder in _normal_path(parts.path).split("/") if folder]
    path = "".join(f"{folder}/" for folder in folders)
    return f"{parts.scheme}://{host}{_port_suffix(parts)}/{path}"


def _port_suffix(parts: SplitResult) -> str:
    """Return the port as it stands in an address, or nothing for the usual one of the scheme."""
    if not parts.port or parts.port == _USUAL_PORTS.get(parts.scheme):
        return ""
    return f":{parts.port}"


def _normal_path(path: str) -> str:
    unescaped = _ESCAPE.sub(_without_need, path)
    return quote(unescaped, safe=f"/{_KEPT}", errors="surrogatepass")


def _without_need(escape: re.Match[str]) -> str:
    """Return what an escape stands for, where it may stand for itself; else the escape in capitals.

    `%7E` is `~`, and `%2f` stays an escape: a slash would part two folders.
    """
    character = chr(int(escape[1], 16))
    if character in _UNRESERVED:
        return character
    return escape[0].upper()


def site_problem(address: str) -> tuple[str, str] | None:
    """Return what keeps a whole web address from being that of a site, and the remedy; None where nothing does.

    ``address`` has a scheme and a host: whether these are right is checked before.
    """
    bare = address.partition("#")[0].partition("?")[0]
    # A fragment may hold a question mark, and ends a query: it is told first.
    if "#" in address:
        return "the address of a site has no fragment: pages lie below it", f"write {_suggested(bare)}"
    if "?" in address:
        return "the address of a site has no query: pages lie below it", f"write {_suggested(bare)}"
    return _path_problem(urlsplit(address).path, bare) or _length_problem(address)


def _path_problem(path: str, address: str) -> tuple[str, str] | None:
    """Return what is wrong with the path; ``address`` is whole but for query and fragment."""
    if _BROKEN_ESCAPE.search(path):
        return "a % stands for no character here", "write %25 for the sign itself"
    folders = _normal_path(path).split("/")
    if folders[-1].lower() in _FILES:
        message = f'"{folders[-1]}" is a page, and the address of a site a folder'
        return message, f"write {_suggested(_parent(address))}"
    # A path begins with a slash and may end with one: only in between an empty name is a slash too many.
    if "" in folders[1:-1] or any(map(_names_no_folder, folders)):
        return "its path has a part that names no folder", "write the names of folders, one slash between two"
    return None


def _names_no_folder(name: str) -> bool:
    return name in (".", "..") or _NO_NAME.search(name) is not None


def _length_problem(address: str) -> tuple[str, str] | None:
    if len(address) <= SITE_MAX:
        return None
    return f"the address of a site has more than {SITE_MAX} characters", "name a shorter one"


def _parent(address: str) -> str:
    return address[: address.rindex("/") + 1]


def _suggested(address: str) -> str:
    """Return the spelling to propose.

    Where what is left would be refused, too, it is a pattern.
    """
    if site_problem(address) is None:
        return normal_site(address)
    return "an address such as https://example.org/"
