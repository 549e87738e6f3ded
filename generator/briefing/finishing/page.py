"""A page of a built site: what the rest of its files need to know of it, and the problems that it has by itself."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from briefing.finishing.document import Document, Element
from briefing.finishing.document_reader import read_document
from briefing.finishing.page_links import Link, find_anchors, find_links, meta_names
from briefing.finishing.page_problems import find_page_problems
from briefing.finishing.problem import Problem

_SWITCH = re.compile(r"dir|data-md-color-[a-z]+")
"""Attributes whose values only pages set, no script: the direction of writing, and the theme's palettes."""
_JAVASCRIPT = frozenset({"", "module", "text/javascript", "application/javascript"})
"""Types of script elements that browsers run."""


@dataclass(frozen=True, slots=True)
class Styling:
    """What style sheets can select in a page; ``switches`` are attributes with values that only pages set."""

    classes: frozenset[str]
    tags: frozenset[str]
    switches: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked of a page once it is read; ``refresh`` is where it sends its readers by itself.

    ``styles`` and ``inline_scripts`` are the contents of elements in the page, scripts only where they would run.
    """

    path: str
    title: str
    description: str
    anchors: frozenset[str]
    links: tuple[Link, ...]
    styles: tuple[str, ...]
    inline_scripts: tuple[str, ...]
    styling: Styling
    refresh: str | None
    problems: tuple[Problem, ...]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends its readers on."""
        return self.refresh is not None


def built_pages(files: Iterable[str]) -> list[str]:
    """Return the paths of the pages among the files of a site, sorted."""
    paths: list[str] = []
    for path in sorted(files):
        if path.endswith(".html"):
            paths.append(path)
    return paths


def read_built_pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    """Return the pages of a site by path; bytes that are no text become replacement characters."""
    # One at a time: a document taken apart needs many times the memory of what is asked of it later.
    return {path: read_page(path, files[path].decode(errors="replace")) for path in built_pages(files)}


def read_page(path: str, html: str) -> Page:
    """Return what a page says of itself."""
    document = read_document(html)
    refresh = _refresh(document)
    problems = dict.fromkeys(find_page_problems(document, is_redirect=refresh is not None))
    return Page(
        path=path,
        title=next(iter(document.texts("title")), ""),
        description=_description(document),
        anchors=frozenset(find_anchors(document)),
        links=tuple(find_links(document)),
        styles=tuple(style for _, style in document.contents("style")),
        inline_scripts=tuple(_inline_scripts(document)),
        styling=_styling(document),
        refresh=refresh,
        problems=tuple(Problem(path, code, message) for code, message in problems),
    )


def _description(document: Document) -> str:
    """Return what the page says of itself to search engines: the first such text, as they take it."""
    for element in document.with_tag("meta"):
        if "description" in meta_names(element):
            return element.attribute("content").strip()
    return ""


def _refresh(document: Document) -> str | None:
    """Return where a page sends its readers by itself, or None where they stay."""
    for element in document.with_tag("meta"):
        if element.attribute("http-equiv").lower() == "refresh":
            # Before it stands after how many seconds: `0; url=../`.
            _, _, address = element.attribute("content").partition("=")
            return address.strip(" '\"")
    return None


def _inline_scripts(document: Document) -> Iterator[str]:
    for element, script in document.contents("script"):
        if _runs_inline(element):
            yield script


def _runs_inline(script: Element) -> bool:
    """Return whether a browser runs the content of a script element; of another type it is data."""
    # With an address the element's own content does not run.
    if "src" in script.attributes:
        return False
    return script.attribute("type").lower() in _JAVASCRIPT


def _styling(document: Document) -> Styling:
    classes = (element.attribute("class").split() for element in document.elements)
    switches = (_switches(element) for element in document.elements)
    return Styling(
        classes=frozenset(chain.from_iterable(classes)),
        tags=frozenset(element.tag for element in document.elements),
        switches=frozenset(chain.from_iterable(switches)),
    )


def _switches(element: Element) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element by which a page alone chooses among styles, with their values."""
    for name, value in element.attributes.items():
        if _SWITCH.fullmatch(name):
            yield name, value
