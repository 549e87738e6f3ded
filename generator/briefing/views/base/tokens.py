"""What prose is made of on its way to a page: words and links, not yet escaped for any target."""

import re
from collections.abc import Iterable
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
    if not text:
        return ()
    return (Words(text, lang),)


# Kana or kanji, and what stands between them without a space.
_JAPANESE = re.compile(rf"[{JAPANESE_LETTERS}](?:\S*[{JAPANESE_LETTERS}])?")


def language_of(text: str) -> str:
    """Return the language of a name that is not in the page's own: Japanese, or nothing."""
    return "ja" if _JAPANESE.search(text) else ""


def mark_japanese(text: str) -> Prose:
    """Return a text as prose, with its stretches of Japanese marked as such, so that readers see Japanese glyphs."""
    tokens: list[Token] = []
    end = 0
    for stretch in _JAPANESE.finditer(text):
        tokens.extend(words(text[end : stretch.start()]))
        tokens.append(Words(stretch[0], "ja"))
        end = stretch.end()
    return (*tokens, *words(text[end:]))


def join_prose(items: Iterable[Prose], separator: str = ", ") -> Prose:
    """Return prose items one after the other with a separator between them."""
    tokens: list[Token] = []
    for item in items:
        # Empty items leave no gap.
        if tokens and item:
            tokens.append(Words(separator))
        tokens.extend(item)
    return tuple(tokens)


def plain(prose: Prose) -> str:
    """Return what prose says without its links."""
    return "".join(token.text for token in prose)
