"""The generated pages of a site as HTML: taken from the last site where they would come out the same."""

import hashlib
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.pages import Page

from briefing.engine.content import Content
from briefing.engine.last_site import KnownPage
from briefing.engine.mkdocs_session import OnDemandSite
from briefing.engine.page_keys import frame_digest, page_key
from briefing.finishing.page import read_page
from briefing.finishing.page_facts import encode_page


@dataclass(frozen=True, slots=True)
class MadePage:
    """One page of a new site, at ``address`` within it, made from the text at ``path``.

    ``twin`` is the readable text beside it, empty where there is none; ``line`` is what it says to the crawl, empty for
    a page that was taken from the last site.
    """

    path: str
    address: str
    html: bytes
    twin: bytes
    known: KnownPage
    line: str = ""

    @property
    def files(self) -> dict[str, bytes]:
        """The files of the page by their paths."""
        if not self.twin:
            return {self.address: self.html}
        return {self.address: self.html, self.path: self.twin}


class PageMaker:
    """Makes the pages of one state of the data; ``last`` is the folder of the last site, ``known`` what it holds."""

    def __init__(self, content: Content, site: OnDemandSite, known: Mapping[str, KnownPage], last: Path) -> None:
        self._content = content
        self._site = site
        self._known = known
        self._last = last
        self._frame = frame_digest(site.config, site.navigation, site.written)

    def make(self, path: str) -> MadePage:
        """Return the page of the text at ``path``, with its twin where it is a generated one."""
        page = self._site.page_of(path)
        is_generated = path in self._content.pages
        source = self._content.source(path) if is_generated else page.file.content_string
        key = self._key(source, page)
        address = page.file.dest_uri
        recalled = self._recall(path, address, key, has_twin=is_generated)
        if recalled is not None:
            return recalled
        twin = self._content.static.get(path, b"") if is_generated else b""
        return _made(path, address, key, self._site.make_page(path), twin)

    def make_theme_page(self, name: str) -> MadePage | None:
        """Return a page that the theme shows for none, such as `404.html`; None where it has none of that name."""
        key = self._key(name, None)
        recalled = self._recall(name, name, key, has_twin=False)
        if recalled is not None:
            return recalled
        html = self._site.built_template_page(name)
        return None if html is None else _made(name, name, key, html, b"")

    def _key(self, source: str, page: Page | None) -> str:
        """Return the key of a page; empty where it cannot be told what it depends on."""
        if self._frame is None:
            return ""
        url = "" if page is None else page.url
        return page_key(self._frame, source, page, self._content.shown_around(url))

    def _recall(self, path: str, address: str, key: str, *, has_twin: bool) -> MadePage | None:
        """Return the page as the last site has it; None where it is not there, was edited, or was made from else."""
        known = self._known.get(path)
        if known is None or not key or known.key != key:
            return None
        html = _read(self._last / address)
        twin = _read(self._last / path) if has_twin else b""
        if _digest(html) != known.digest or _digest(twin) != known.twin:
            return None
        return MadePage(path, address, html, twin, known)


def _made(path: str, address: str, key: str, html: bytes, twin: bytes) -> MadePage:
    line = encode_page(read_page(address, html.decode(errors="replace")))
    return MadePage(path, address, html, twin, KnownPage(key, _digest(html), _digest(twin)), line)


def _read(file: Path) -> bytes:
    """Return the bytes of a plain file, none of what is none: a pipe would wait for someone to write into it."""
    try:
        if stat.S_ISREG(file.lstat().st_mode):
            return file.read_bytes()
    except OSError:
        pass
    return b""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
