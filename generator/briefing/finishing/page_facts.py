"""What is asked of a page, written as one line of text and read back: reading that is cheaper than reading the page."""

import json
from collections.abc import Iterator
from typing import Any

from briefing.finishing.page import Page, Styling
from briefing.finishing.page_links import Link
from briefing.finishing.problem import Problem

_TEXT = frozenset({str})


def encode_page(page: Page) -> str:
    """Return a line with all that a page says of itself but its path: pages of the same bytes say the same."""
    facts = {
        "title": page.title,
        "description": page.description,
        "anchors": sorted(page.anchors),
        "links": [[link.tag, link.attribute, link.address, *link.rel] for link in page.links],
        "styles": page.styles,
        "inline_scripts": page.inline_scripts,
        "classes": sorted(page.styling.classes),
        "tags": sorted(page.styling.tags),
        "switches": sorted(page.styling.switches),
        "refresh": page.refresh,
        "problems": [[problem.code, problem.message] for problem in page.problems],
    }
    return json.dumps(facts, separators=(",", ":"))


def decode_page(path: str, line: str) -> Page | None:
    """Return the page at ``path`` that a line tells of, or None where it is no line of ours."""
    try:
        return _page(path, json.loads(line))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _page(path: str, facts: dict[str, Any]) -> Page:
    refresh = facts["refresh"]
    return Page(
        path=path,
        title=_text(facts["title"]),
        description=_text(facts["description"]),
        anchors=frozenset(_texts(facts["anchors"])),
        links=tuple(_links(facts["links"])),
        styles=_texts(facts["styles"]),
        inline_scripts=_texts(facts["inline_scripts"]),
        styling=Styling(
            classes=frozenset(_texts(facts["classes"])),
            tags=frozenset(_texts(facts["tags"])),
            switches=frozenset(_pairs(facts["switches"])),
        ),
        refresh=None if refresh is None else _text(refresh),
        problems=tuple(Problem(path, code, message) for code, message in _pairs(facts["problems"])),
    )


def _links(rows: object) -> Iterator[Link]:
    for row in _list(rows):
        tag, attribute, address, *rel = _texts(row)
        yield Link(tag, attribute, address, tuple(rel))


def _pairs(rows: object) -> Iterator[tuple[str, str]]:
    for row in _list(rows):
        first, second = _texts(row)
        yield first, second


def _texts(value: object) -> tuple[str, ...]:
    texts = _list(value)
    if not _TEXT.issuperset(map(type, texts)):
        raise TypeError("something else than a text")
    return tuple(texts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value
