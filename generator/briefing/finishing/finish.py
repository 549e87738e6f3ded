"""The files of a site as its engine left it in, what is to be written over them out: lighter styles, and headers."""

import posixpath
import re
from collections.abc import Mapping

from briefing.finishing.headers import render_headers
from briefing.finishing.styles import gather_vocabulary, prune_styles

HEADERS = "_headers"
_THEIRS = "assets/javascripts/"
_SCRIPT = re.compile(r'<script\b[^>]*\ssrc="([^"]+)"')


def finish_site(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that differ once a site is finished, by path."""
    pages = texts_of(files, ".html")
    sheets = texts_of(files, ".css")
    known = gather_vocabulary(pages.values(), _scripts(files, pages))
    lighter = {path: text.encode() for path, text in prune_styles(sheets, known).items()}
    return {**lighter, HEADERS: render_headers(pages).encode()}


def texts_of(files: Mapping[str, bytes], suffix: str) -> dict[str, str]:
    """Return the texts whose paths end so; what is no text is left to the crawl, which refuses it."""
    return {path: files[path].decode(errors="replace") for path in sorted(files) if path.endswith(suffix)}


def _scripts(files: Mapping[str, bytes], pages: Mapping[str, str]) -> list[str]:
    """Return the scripts that make elements: all of ours, and those of the theme that some page starts."""
    started = {posixpath.basename(address) for html in pages.values() for address in _SCRIPT.findall(html)}
    scripts = texts_of(files, ".js").items()
    return [text for path, text in scripts if not path.startswith(_THEIRS) or posixpath.basename(path) in started]
