"""The one place where text of the data becomes safe to stand in a page: escaped for its target, never trusted.

A page's text keeps no ASCII punctuation but `, ; '`: as entities the rest can be no Markdown, no HTML, no template
code, wherever it stands. A twin's text is escaped only as far as Markdown needs, so that people can read it.
"""

import html
import json
import re
import unicodedata
from urllib.parse import SplitResult, quote, urlsplit

from briefing.model.hosts import MAX_ADDRESS, linkable_domain

_KEPT = ",;'"
_ENTITIES = {
    code: f"&#{code};" for code in range(0x21, 0x7F) if not chr(code).isalnum() and chr(code) not in _KEPT
}  # fmt: skip
_SPACES = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")
# They turn the text around them about, so that it reads otherwise than it is.
_BIDI = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)
_PAGE = {**_ENTITIES, **_SPACES, **_BIDI}
_TWIN = {**_SPACES, **_BIDI, **{ord(c): "\\" + c for c in "\\`*_[]<>|~"}, ord("&"): "&amp;"}
_NUMBERED = re.compile(r"\d+(?=[.)](?: |\Z))")
_LONE_HALF = re.compile(r"[\ud800-\udfff]")


def escape_page(text: str) -> str:
    """Return text for any place of a page: a paragraph, a table cell, a heading, a link, an element."""
    return _spaced(_LONE_HALF.sub("\ufffd", text).translate(_PAGE))


def escape_twin(text: str) -> str:
    """Return text for a readable Markdown file."""
    escaped = _spaced(_LONE_HALF.sub("\ufffd", text).translate(_TWIN))
    if escaped[:1] in ("#", "+", "=", "-"):
        return "\\" + escaped
    numbered = _NUMBERED.match(escaped)
    return f"{numbered[0]}\\{escaped[numbered.end() :]}" if numbered else escaped


def _spaced(text: str) -> str:
    """Return text with single spaces: four in a row would begin code, two at an end break the line."""
    if "  " not in text:
        return text
    return re.sub(" {2,}", " ", text)


def escape_front(text: str) -> str:
    """Return text for front matter: safe as HTML, because themes print it as it is, and as a YAML string."""
    clean = _spaced(_LONE_HALF.sub("\ufffd", text).translate({**_SPACES, **_BIDI, 0xFEFF: None})).strip()
    return json.dumps(html.escape(clean), ensure_ascii=False)


def web_address(text: str) -> str | None:
    """Return an address as it may stand in a link; None for all but http and https without credentials."""
    if len(text) > MAX_ADDRESS or any(_is_hidden(letter) for letter in text):
        return None
    try:
        parts = urlsplit(text)
        host, port = _host(parts), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host is None or "@" in parts.netloc:
        return None
    authority = host if port is None else f"{host}:{port}"
    path, query, fragment = (_encoded(part) for part in (parts.path, parts.query, parts.fragment))
    return f"{parts.scheme}://{authority}{path}" + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def _is_hidden(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _host(parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    return None if "\\" in parts.netloc or "%" in host else linkable_domain(host)


def _encoded(part: str) -> str:
    """Return a part of an address with nothing left that Markdown or HTML could read as its own."""
    return quote(part, safe="/:@!$+,=~.-%?&")


def escape_address(address: str) -> str:
    """Return an address for the inside of `(<…>)` or of an attribute."""
    return address.replace("&", "&amp;")
