"""Writers: they turn tokens and marks into the text of one target.

A page is Markdown for an engine, with classes, anchors and escaped values; a twin is Markdown for people and
carries none of that.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from briefing.render.drawing.figure import figure_html
from briefing.render.escape import collapse_spaces, escape_address, escape_page, escape_twin, safe, web_address
from briefing.routes import PagePath, relative_file, relative_page
from briefing.views.base.tokens import FileLink, PageLink, Prose, Token, WebLink, Words
from briefing.views.parts.facets import Facet
from briefing.views.pictures.picture import Picture

_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(?: [a-z0-9-]+)*\Z")
_SAFE_LABEL = re.compile(r"[^\"{}<>&\n|`]+\Z")
# A cell's attributes are read after its Markdown: what Markdown, a table or an attribute list could take for its
# own becomes a space.
_NOT_PLAIN = re.compile(r"(?:[^\w ,.'()/%+:&-]|_)+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")
# The same name, figure or word stands on many pages, and many times on one.
_REMEMBERED = 2**14
_NOTHING, _BLANK_LINE, _BREAK, _SEMICOLON = map(safe, ("", "\n\n", "<br>", "; "))


class Writer(ABC):
    """What a template needs of its target. Only results of a writer count as safe; all else is escaped."""

    @abstractmethod
    def text(self, text: str) -> Markup:
        """Escape text of the data."""

    @abstractmethod
    def value(self, text: str) -> Markup:
        """Escape text of the data that stands alone, without the spaces around it."""

    @abstractmethod
    def attributes(
        self, anchor: str = "", css: str = "", label: str = "", sort: str = "", facets: Sequence[Facet] = ()
    ) -> Markup:
        """Give the heading or table cell before it names, and what it is sorted and its row is filtered by."""

    @abstractmethod
    def mark(self, css: str) -> Markup:
        """Give the link before it a class."""

    @abstractmethod
    def span(self, inner: Markup, css: str) -> Markup:
        """Give a stretch of text a class."""

    @abstractmethod
    def struck(self, inner: Markup) -> Markup:
        """Strike a superseded value through."""

    @abstractmethod
    def opened(self, tag: str, css: str = "", anchor: str = "", facets: Sequence[Facet] = (), **words: str) -> Markup:
        """Begin an element around Markdown; ``words`` are what scripts say there, in the reader's language."""

    @abstractmethod
    def closed(self, tag: str) -> Markup:
        """End an element around Markdown."""

    @abstractmethod
    def line_break(self) -> Markup:
        """Begin a new line inside a table cell."""

    @abstractmethod
    def to_itself(self, anchor: str, label: str) -> Markup:
        """Lead to the place that it stands at, so that its address can be kept."""

    @abstractmethod
    def in_language(self, inner: Markup, lang: str) -> Markup:
        """Mark a stretch of text as another language."""

    @abstractmethod
    def link(self, here: PagePath, token: PageLink | FileLink | WebLink) -> Markup:
        """Write a link, or only its text where it may not become one."""

    @abstractmethod
    def figure(self, here: PagePath, picture: Picture) -> Markup:
        """Write a picture: drawn, or in words."""

    def prose(self, here: PagePath, prose: Prose | Token) -> Markup:
        """Write prose for the page ``here``."""
        tokens = prose if isinstance(prose, tuple) else (prose,)
        written = "".join([self._token(here, token) for token in tokens])
        # Tokens may end and begin with spaces, of which Markdown would make a code block or a line break.
        return safe(collapse_spaces(written).strip())

    def _token(self, here: PagePath, token: Token) -> Markup:
        if isinstance(token, Words):
            written = self.text(token.text)
        elif isinstance(token, PageLink):
            written = self.link(here, token)
        else:
            return self.link(here, token)
        if token.lang:
            return self.in_language(written, token.lang)
        return written


class PageWriter(Writer):
    """Writes for the page tree."""

    def text(self, text: str) -> Markup:
        """Escape text so that nothing in it means anything to an engine."""
        return _page_text(text)

    def value(self, text: str) -> Markup:
        """Escape text as ``text`` does."""
        return _page_value(text)

    def attributes(
        self, anchor: str = "", css: str = "", label: str = "", sort: str = "", facets: Sequence[Facet] = ()
    ) -> Markup:
        """Write an attribute list behind a heading or the content of a cell."""
        parts: list[str] = []
        if anchor:
            parts.append(f"#{_name(anchor)}")
        if css or label:
            parts.append(_column(css, label))
        if sort:
            parts.append(f'data-sort="{_plain(sort)}"')
        if facets:
            parts += _facet_attributes(facets)
        return safe(f" {{ {' '.join(parts)} }}")

    def mark(self, css: str) -> Markup:
        """Write an attribute list right behind a link."""
        return safe(f"{{ .{_word(css)} }}")

    def span(self, inner: Markup, css: str) -> Markup:
        """Write a span."""
        return safe(f'<span class="{_word(css)}">{inner}</span>')

    def struck(self, inner: Markup) -> Markup:
        """Write a deletion."""
        return safe(f'<del class="superseded">{inner}</del>')

    def opened(self, tag: str, css: str = "", anchor: str = "", facets: Sequence[Facet] = (), **words: str) -> Markup:
        """Write a start tag whose content is Markdown."""
        attributes: list[str] = []
        if css:
            attributes.append(f'class="{_name(css)}"')
        if anchor:
            attributes.append(f'id="{_name(anchor)}"')
        attributes += [f'data-{_name(name)}="{escape(text)}"' for name, text in words.items()]
        attributes += _facet_attributes(facets)
        return safe(f"\n\n<{' '.join([_name(tag), *attributes])} markdown>")

    def closed(self, tag: str) -> Markup:
        """Write an end tag."""
        return safe(f"</{_name(tag)}>\n\n")

    def line_break(self) -> Markup:
        """Write a line break."""
        return _BREAK

    def to_itself(self, anchor: str, label: str) -> Markup:
        """Write a link whose words only a screen reader says; the style sheet shows a sign."""
        return safe(f'<a class="fact-link" href="#{_name(anchor)}"><span>{self.text(label)}</span></a>')

    def in_language(self, inner: Markup, lang: str) -> Markup:
        """Write a span with its language."""
        if not _LANGUAGE.match(lang):
            return inner
        return safe(f'<span lang="{lang}">{inner}</span>')

    def link(self, here: PagePath, token: PageLink | FileLink | WebLink) -> Markup:
        """Write a Markdown link."""
        text = _page_text(token.text)
        if isinstance(token, PageLink):
            if token.page == here and not token.anchor:
                return text
            return safe(f"[{text}]({relative_page(here, token.page, token.anchor)})")
        if isinstance(token, FileLink):
            # Raw, because the file is laid over the finished site and engines check Markdown links.
            return safe(f'<a href="{relative_file(here, token.path)}">{text}</a>')
        address = web_address(token.address)
        if address is None:
            return text
        return safe(f"[{text}]({escape_address(address)})")

    def figure(self, here: PagePath, picture: Picture) -> Markup:
        """Write a block of raw HTML."""
        return safe(f"\n\n{figure_html(here, picture)}\n\n")


class TwinWriter(Writer):
    """Writes for readers of plain Markdown."""

    def text(self, text: str) -> Markup:
        """Escape what Markdown would take for its own."""
        return _twin_text(text)

    def value(self, text: str) -> Markup:
        """Escape text as ``text`` does."""
        return _twin_value(text)

    def attributes(self, *_: Any, **__: Any) -> Markup:
        """Write nothing."""
        return _NOTHING

    def mark(self, *_: str, **__: str) -> Markup:
        """Write nothing."""
        return _NOTHING

    def span(self, inner: Markup, *_: str, **__: str) -> Markup:
        """Write the text alone."""
        return inner

    def struck(self, inner: Markup) -> Markup:
        """Write the strike of common Markdown."""
        return safe(f"~~{inner}~~")

    def opened(self, *_: Any, **__: Any) -> Markup:
        """Write a blank line."""
        return _BLANK_LINE

    def closed(self, *_: str, **__: str) -> Markup:
        """Write a blank line."""
        return _BLANK_LINE

    def line_break(self) -> Markup:
        """Separate by a semicolon."""
        return _SEMICOLON

    def to_itself(self, *_: str) -> Markup:
        """Write nothing."""
        return _NOTHING

    def in_language(self, inner: Markup, *_: str, **__: str) -> Markup:
        """Write the text alone."""
        return inner

    def link(self, here: PagePath, token: PageLink | FileLink | WebLink) -> Markup:
        """Write a link to the twin of a page; none to a place on the same page."""
        text = _twin_text(token.text)
        if isinstance(token, PageLink):
            # Twins have no anchors to lead to.
            if token.page == here:
                return text
            return safe(f"[{text}]({relative_page(here, token.page)})")
        if isinstance(token, FileLink):
            return safe(f"[{text}]({relative_file(here, token.path)})")
        address = web_address(token.address)
        if address is None:
            return text
        return safe(f"[{text}]({address})")

    def figure(self, here: PagePath, picture: Picture) -> Markup:
        """Write what the picture shows in words, its notes and its sources."""
        notes = [self.prose(here, note) for note in (*picture.notes, picture.source_line)]
        # A name may begin with a space, and asterisks before one are no bold text.
        title = safe(f"**{self.text(picture.title).strip()}**")
        paragraphs = "\n\n".join([title, self.text(picture.alternative), *notes])
        return safe(f"\n\n{paragraphs}\n\n")


@lru_cache(maxsize=_REMEMBERED)
def _page_text(text: str) -> Markup:
    return safe(escape_page(text))


@lru_cache(maxsize=_REMEMBERED)
def _page_value(text: str) -> Markup:
    return safe(escape_page(text).strip())


@lru_cache(maxsize=_REMEMBERED)
def _twin_text(text: str) -> Markup:
    return safe(escape_twin(text))


@lru_cache(maxsize=_REMEMBERED)
def _twin_value(text: str) -> Markup:
    return safe(escape_twin(text).strip())


def _name(name: str) -> str:
    # Names come from views and templates, never from data: one that is none is a bug.
    if not _SAFE_NAME.match(name):
        raise ValueError(f"{name!r} is no name for a class, anchor or element")
    return name


@lru_cache(maxsize=256)
def _word(css: str) -> str:
    """Return the name of a class: there are few of them, on many places."""
    return _name(css)


@lru_cache(maxsize=1024)
def _column(css: str, label: str) -> str:
    """Return the attributes that all cells of a column share."""
    parts = [f".{_name(css_class)}" for css_class in css.split()]
    if label:
        parts.append(f'data-label="{_label(label)}"')
    return " ".join(parts)


def _facet_attributes(facets: Sequence[Facet]) -> list[str]:
    """Return attributes that hold what a row is filtered by, several values with a broken bar between them."""
    return [_facet_attribute(facet.name, facet.values) for facet in facets if facet.values]


@lru_cache(maxsize=4096)
def _facet_attribute(name: str, values: tuple[str, ...]) -> str:
    return f'data-by-{_name(name)}="{"¦".join(map(_plain, values))}"'


def _plain(text: str) -> str:
    return _NOT_PLAIN.sub(" ", text).strip()


def _label(label: str) -> str:
    if not _SAFE_LABEL.match(label):
        raise ValueError(f"{label!r} is no label for a column")
    return label
