"""What prose is made of on its way to a page: words and links, not yet escaped for any target."""

import re
from dataclasses import dataclass

from briefing.model.script import JAPANESE_LETTERS
from briefing.routes import PagePath


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text; ``lang`` only where it is not the page's own language."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a place of the site."""

    text: str
    page: PagePath
    anchor: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to another host; shown as text where the address is not fit for a link."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """A link to a file laid over the site, such as the data of a page; ``path`` is relative to the site's root."""

    text: str
    path: str


Token = Words | PageLink | WebLink | FileLink


Prose = tuple[Token, ...]


def words(text: str, lang: str = "") -> Prose:
    """Return plain text as prose; nothing for no text."""
    return (Words(text, lang),) if text else ()


# Kana or kanji, and what stands between them without a space.
_JAPANESE = re.compile(rf"[{JAPANESE_LETTERS}](?:\S*[{JAPANESE_LETTERS}])?")


def language_of(text: str) -> str:
    """Return the language of a name that is not in the page's own: Japanese, or nothing."""
    return "ja" if _JAPANESE.search(text) else ""


def mark_japanese(text: str) -> Prose:
    """Return a text with its stretches of Japanese marked as such."""
    tokens: list[Token] = []
    place = 0
    for found in _JAPANESE.finditer(text):
        tokens += [*words(text[place : found.start()]), Words(found[0], "ja")]
        place = found.end()
    return (*tokens, *words(text[place:]))


def join_prose(items: "list[Prose] | tuple[Prose, ...]", separator: str = ", ") -> Prose:
    """Return prose items one after the other with a separator between them."""
    tokens: list[Token] = []
    for item in items:
        if tokens and item:
            tokens.append(Words(separator))
        tokens.extend(item)
    return tuple(tokens)


def plain(prose: Prose) -> str:
    """Return what prose says without its links."""
    return "".join(token.text for token in prose)
