"""Pages of a built site in, one HTML document out: parts, chapters, and links that stay inside where they can.

Knows neither browsers nor PDF.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from posixpath import dirname, join, normpath
from urllib.parse import urldefrag, urlsplit

from lxml import html
from lxml.html import HtmlElement

CONTENT = "//article[contains(@class, 'md-content__inner')]"
LEFT_OUT = (
    ".//a[@class='headerlink']",
    ".//script",
    ".//button",
    ".//form",
    ".//*[contains(concat(' ', @class, ' '), ' fact-link ')]",
)
_HEADING = re.compile(r"h([1-6])\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book: its title and its pages, as paths of the built site."""

    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: a heading, the anchor it has in the book, and its depth (1 for parts)."""

    text: str
    anchor: str
    depth: int


@dataclass(frozen=True, slots=True)
class Book:
    """The document without its contents, which need the page numbers of a first print."""

    title: str
    subtitle: str
    entries: tuple[Entry, ...]
    body: str


def bind_book(title: str, subtitle: str, parts: Sequence[Part], pages: Mapping[str, bytes], site_url: str) -> Book:
    """Return the pages of all parts as one document; ``pages`` are HTML by path, links out lead to ``site_url``.

    Raises ValueError for a page without content.
    """
    trees = {path: _content_of(pages[path], path) for part in parts for path in part.pages}
    anchors = {path: frozenset(map(str, tree.xpath(".//@id"))) for path, tree in trees.items()}
    entries: list[Entry] = []
    chunks: list[str] = []
    for number, part in enumerate(parts, 1):
        entries.append(Entry(part.title, f"part-{number}", 1))
        chunks.append(f'<section class="part"><h1 id="part-{number}">{escape(part.title)}</h1>')
        for path in part.pages:
            tree = trees[path]
            _fit(tree, path, anchors, site_url)
            entries.append(Entry(_heading_of(tree), _chapter(path), 2))
            chunks.append(f'<article id="{_chapter(path)}">{_inner(tree)}</article>')
        chunks.append("</section>")
    return Book(title, subtitle, tuple(entries), "\n".join(chunks))


def _content_of(page: bytes, path: str) -> HtmlElement:
    found = html.document_fromstring(page.decode("utf-8")).xpath(CONTENT)
    if not found:
        raise ValueError(f"{path} has no content")
    return found[0]


def _chapter(path: str) -> str:
    """Return the anchor of a page in the book."""
    folder = dirname(path)
    return f"page-{folder.replace('/', '--')}" if folder else "page-home"


def _anchor(path: str, fragment: str) -> str:
    return f"{_chapter(path)}---{fragment}"


def _heading_of(tree: HtmlElement) -> str:
    heading = tree.find(".//h2")
    return " ".join(heading.text_content().split()) if heading is not None else ""


def _inner(tree: HtmlElement) -> str:
    inside = "".join(html.tostring(child, encoding="unicode") for child in tree)
    return escape(tree.text or "") + inside


def _fit(tree: HtmlElement, path: str, anchors: Mapping[str, frozenset[str]], site_url: str) -> None:
    """Leave out what is of no use on paper, open what is folded, set headings one deeper, and turn links inwards."""
    for query in LEFT_OUT:
        for element in tree.xpath(query):
            element.drop_tree()
    for folded in tree.iter("details"):
        folded.set("open", "")
    for element in tree.iter():
        heading = _HEADING.match(element.tag) if isinstance(element.tag, str) else None
        if heading:
            element.tag = f"h{min(6, int(heading[1]) + 1)}"
        if name := element.get("id"):
            element.set("id", _anchor(path, name))
        for attribute in ("aria-labelledby", "aria-describedby"):
            if names := element.get(attribute):
                element.set(attribute, " ".join(_anchor(path, one) for one in names.split()))
    for link in tree.iter("a"):
        link.set("href", _target(link.get("href", ""), path, anchors, site_url))


def _target(href: str, path: str, anchors: Mapping[str, frozenset[str]], site_url: str) -> str:
    """Return where a link of the page ``path`` leads from the book: inside it, to the site, or away."""
    if urlsplit(href).scheme or href.startswith("//"):
        return href
    address, fragment = urldefrag(href)
    address = address.partition("?")[0]
    there = normpath(join(dirname(path), address)) if address else dirname(path)
    there = "" if there == "." else there
    page = f"{there}/index.html".lstrip("/") if not there.endswith(".html") else there
    if page not in anchors:
        return f"{site_url.rstrip('/')}/{there}{'/' if address.endswith('/') and there else ''}" + (
            f"#{fragment}" if fragment else ""
        )
    return f"#{_anchor(page, fragment)}" if fragment in anchors[page] else f"#{_chapter(page)}"


def render_book(book: Book, styles: str, numbers: Mapping[str, int] | None = None) -> str:
    """Return the document as HTML; ``numbers`` are the page numbers of the anchors in its contents."""
    rows = "\n".join(_contents(book.entries, numbers or {}))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(book.title)}</title>'
        f"<style>{styles}</style></head><body>"
        f'<section class="cover"><p class="book-title">{escape(book.title)}</p><p>{escape(book.subtitle)}</p></section>'
        f'<nav class="contents" aria-label="Contents"><p class="contents-title">Contents</p><ol>{rows}</ol></nav>'
        f"<main>{book.body}</main></body></html>"
    )


def _contents(entries: Sequence[Entry], numbers: Mapping[str, int]) -> Iterator[str]:
    for one in entries:
        number = numbers.get(one.anchor, "")
        yield (
            f'<li class="depth-{one.depth}"><a href="#{one.anchor}"><span>{escape(one.text)}</span>'
            f'<span class="dots"></span><span class="number">{number}</span></a></li>'
        )
