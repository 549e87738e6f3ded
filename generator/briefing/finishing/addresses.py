"""Addresses as a browser reads them: which file of the site a link means, by the file that it stands in."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import SplitResult, quote, unquote, urlsplit

_DROPPED = re.compile(r"[\t\n\r]")
"""Characters that browsers drop wherever they stand in an address."""
NOT_FOUND = "404.html"
"""The page that hosts show at any address which leads nowhere."""
_TOP = "/\0"
_LEADING = "".join(map(chr, range(0x21)))
"""Characters that browsers drop around an address."""
_WEB = ("", "http", "https", "webcal")
"""Schemes of pages, and of calendars to follow; an address that names none has that of the page it stands in."""
_HARMLESS = ("mailto", "tel")


class Whither(Enum):
    """Where an address leads."""

    HERE = "a file of the site"
    MISSING = "no file"
    ABOVE = "above the site's root"
    ELSEWHERE = "another host"
    UNSAFE = "a scheme that runs or embeds something"
    OTHER = "mail or telephone"


@dataclass(frozen=True, slots=True)
class Target:
    """What an address means; ``file`` and ``fragment`` only within the site, ``note`` says what is odd about it."""

    whither: Whither
    file: str = ""
    fragment: str = ""
    note: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether it would have to be a file of the site and is none."""
        return self.whither in (Whither.MISSING, Whither.ABOVE)


@dataclass(frozen=True, slots=True)
class Site:
    """The files of a site and its root, such as `https://briefing.example/`; without one, `/` alone is known."""

    files: Collection[str]
    root: str = ""
    _resolved: dict[tuple[str, str], Target] = field(default_factory=dict, init=False, repr=False, compare=False)

    def resolve(self, source: str, address: str) -> Target:
        """Return what ``address`` in the file ``source`` means."""
        # Several checks ask the same, and the exports name each page many times from one place.
        key = (source, address)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(source, address)
        return self._resolved[key]

    def files_at(self, source: str, addresses: Iterable[str]) -> Iterator[str]:
        """Yield the files of the site that addresses in the file ``source`` mean; those of others lead elsewhere."""
        for address in addresses:
            target = self.resolve(source, address)
            if target.whither is Whither.HERE:
                yield target.file

    def _resolve(self, source: str, address: str) -> Target:
        try:
            parts = urlsplit(_DROPPED.sub("", address.strip(_LEADING)))
        except ValueError:
            return Target(Whither.MISSING, note="it is no address")
        if parts.scheme in _HARMLESS:
            return Target(Whither.OTHER)
        if parts.scheme not in _WEB:
            return Target(Whither.UNSAFE)
        if parts.netloc:
            return self._resolve_whole(parts)
        # A fragment alone, or nothing, means the file that it stands in.
        if not parts.path:
            return Target(Whither.HERE, source, parts.fragment)
        return self._resolve_path(posixpath.dirname(source), parts)

    def _resolve_whole(self, parts: SplitResult) -> Target:
        """Resolve an address with a host, which may be that of the site itself."""
        own = urlsplit(self.root)
        if parts.netloc != own.netloc:
            return Target(Whither.ELSEWHERE)
        return self._resolve_path("", parts._replace(path=parts.path or "/"))

    def _resolve_path(self, folder: str, parts: SplitResult) -> Target:
        """Resolve a path, counted from a folder of the site, or from its host where it begins with a slash."""
        path = unquote(parts.path)
        if path.startswith("/"):
            prefix = self._path_of_root()
            if not path.startswith(prefix):
                return Target(Whither.ABOVE)
            folder, path = "", path[len(prefix) :]
        # Below a folder of a name that no path has, so that climbing above the root shows.
        climbed = posixpath.normpath(posixpath.join(_TOP, folder, path))
        if not climbed.startswith(_TOP):
            return Target(Whither.ABOVE)
        file = climbed.removeprefix(_TOP).lstrip("/")
        if _means_folder(path):
            file = posixpath.join(file, "index.html")
        return self._target(file, parts.fragment)

    def _target(self, file: str, fragment: str) -> Target:
        """Return the file if the site has it; if not, what may have been meant."""
        if file in self.files:
            return Target(Whither.HERE, file, fragment)
        # A host that sends readers on to the folder answers twice; another answers that nothing is there.
        if f"{file}/index.html" in self.files:
            return Target(Whither.MISSING, note="a slash is missing at its end")
        return Target(Whither.MISSING, note=self._note_on_case(file))

    def _path_of_root(self) -> str:
        """Return where the site begins on its host, such as `/chips/`."""
        return unquote(urlsplit(self.root).path) or "/"

    def _note_on_case(self, file: str) -> str:
        """Return which file may have been meant, if any: a disk that takes two cases for one finds it, no host does."""
        folded = file.lower()
        for path in self.files:
            if path.lower() == folded:
                return f'"{path}" is written otherwise'
        return ""


def _means_folder(path: str) -> bool:
    """Return whether a path ends as that of a folder; hosts answer it with the page in there."""
    return posixpath.basename(path) in ("", ".", "..")


def page_url(path: str) -> str:
    """Return the url of an HTML file, relative to the site's root."""
    folder, _, name = path.rpartition("/")
    if name != "index.html":
        return path
    # The home page has the root itself for its address.
    if not folder:
        return ""
    return f"{folder}/"


def page_address(path: str) -> str:
    """Return the same as it stands in addresses: letters of other scripts are escaped there."""
    return quote(page_url(path))


def is_page(path: str) -> bool:
    """Return whether a file is a page that readers can be sent to."""
    return path.endswith(".html") and path != NOT_FOUND


def describe_target(where: str, address: str, target: Target) -> str:
    """Return a message that says where an address leads; ``where`` names what it stands in."""
    text = f'{where}: "{address[:120]}" leads to {target.whither.value}'
    if not target.note:
        return text
    return f"{text} ({target.note})"
