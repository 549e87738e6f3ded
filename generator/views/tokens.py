"""What prose is made of on its way to a page: words and links, not yet escaped for any target."""

from dataclasses import dataclass

from generator.routes import PagePath


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


def listed(items: "list[Prose] | tuple[Prose, ...]", separator: str = ", ") -> Prose:
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
