"""The one place where text of the data becomes safe to stand in a page: escaped for its target, never trusted.

A page's text keeps no ASCII punctuation but `, ; '`: as entities the rest can be no Markdown, no HTML, no template
code, wherever it stands. A twin's text is escaped only as far as Markdown needs, so that people can read it.
"""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from urllib.parse import SplitResult, quote, urlsplit

from markupsafe import Markup

from briefing.model.hosts import MAX_ADDRESS, linkable_domain

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Mark a text as safe that is known to be: ``Markup`` would ask it first, which takes three times as long."""

_HARMLESS = ",;'"
_PUNCTUATION = [chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()]
_ENTITIES = {ord(mark): f"&#{ord(mark)};" for mark in _PUNCTUATION if mark not in _HARMLESS}
# Controls and line ends of all kinds, which would begin a line of Markdown.
_SPACES = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")
# They turn the text around them about, so that it reads otherwise than it is.
_BIDI = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)
_IN_PAGES = {**_ENTITIES, **_SPACES, **_BIDI}
_IN_TWINS = {**_SPACES, **_BIDI, **{ord(c): "\\" + c for c in "\\`*_[]<>|~"}, ord("&"): "&amp;"}
_NUMBERED = re.compile(r"\d+(?=[.)](?: |\Z))")
_MANY_SPACES = re.compile(" {2,}")
_IN_FRONT_MATTER = {**_SPACES, **_BIDI, 0xFEFF: None}


def _replacer(replacements: Mapping[int, str | None]) -> Callable[[str], str]:
    """Return what replaces letters by a table, and halves of letters, which no file can hold, by the sign for them."""
    table = {chr(code): text or "" for code, text in replacements.items()}
    # Most of a text is harmless: a pattern passes over it, where ``str.translate`` asks for every letter.
    letters = re.compile(rf"[\ud800-\udfff{re.escape(''.join(table))}]")

    def replacement(letter: re.Match[str]) -> str:
        return table.get(letter[0], "\ufffd")

    return partial(letters.sub, replacement)


_replace_in_pages = _replacer(_IN_PAGES)
_replace_in_twins = _replacer(_IN_TWINS)
_replace_in_front_matter = _replacer(_IN_FRONT_MATTER)


def escape_page(text: str) -> str:
    """Return text for any place of a page: a paragraph, a table cell, a heading, a link, an element."""
    return collapse_spaces(_replace_in_pages(text))


def escape_twin(text: str) -> str:
    """Return text for a readable Markdown file."""
    escaped = collapse_spaces(_replace_in_twins(text))
    # These mean something at the beginning of a line alone: a heading, a list, an underline, a numbered list.
    if escaped[:1] in ("#", "+", "=", "-"):
        return "\\" + escaped
    number = _NUMBERED.match(escaped)
    if number is None:
        return escaped
    return f"{number[0]}\\{escaped[number.end() :]}"


def collapse_spaces(text: str) -> str:
    """Return text with single spaces: four in a row would begin code, two at an end break the line."""
    if "  " not in text:
        return text
    return _MANY_SPACES.sub(" ", text)


def escape_front(text: str) -> str:
    """Return text for front matter: safe as HTML, because themes print it as it is, and as a YAML string."""
    return json.dumps(escape_html(text).strip(), ensure_ascii=False)


def escape_html(text: str) -> str:
    """Return text for an element or a quoted attribute of HTML that no Markdown is made into."""
    return html.escape(collapse_spaces(_replace_in_front_matter(text)))


@lru_cache(maxsize=4096)
def web_address(text: str) -> str | None:
    """Return an address as it may stand in a link; None for all but web addresses without credentials.

    A calendar to be followed (`webcal`) is at a web address, too.
    """
    if len(text) > MAX_ADDRESS or any(map(_is_invisible, text)):
        return None
    try:
        parts = urlsplit(text)
        authority = _authority(parts)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "webcal") or authority is None:
        return None
    address = f"{parts.scheme}://{authority}{_encode_part(parts.path)}"
    if parts.query:
        address += f"?{_encode_part(parts.query)}"
    if parts.fragment:
        address += f"#{_encode_part(parts.fragment)}"
    return address


def _is_invisible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _authority(parts: SplitResult) -> str | None:
    """Return host and port, or None where a link must not lead there; raises ValueError for a port that is none."""
    port, host = parts.port, _host(parts)
    # Who a link leads to must be readable: what stands before the sign is no part of the host.
    if host is None or "@" in parts.netloc:
        return None
    if port is None:
        return host
    return f"{host}:{port}"


def _host(parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    # Browsers take a backslash for a slash and decode escapes, so that the host would be another than the one read.
    if "\\" in parts.netloc or "%" in host:
        return None
    return linkable_domain(host)


def _encode_part(part: str) -> str:
    """Return a part of an address with nothing left that Markdown or HTML could read as its own."""
    return quote(part, safe="/:@!$+,=~.-%?&")


def escape_address(address: str) -> str:
    """Return an address for the inside of `(<…>)` or of an attribute."""
    return address.replace("&", "&amp;")
