"""The data that a page holds for search engines, which drop what does not parse without a word."""

import json
from collections.abc import Iterator

from briefing.finishing.document import Document, Element

_TYPE = "application/ld+json"


def find_json_ld_problems(document: Document) -> Iterator[tuple[str, str]]:
    """Yield code and message of every block of JSON-LD that does not parse or holds nothing."""
    for element, content in document.contents("script"):
        if element.attribute("type") == _TYPE:
            yield from _check_block(element, content)


def _check_block(element: Element, content: str) -> Iterator[tuple[str, str]]:
    """Check the content of one script element that holds such data."""
    reason = _reason_against(content)
    if reason:
        yield "json-invalid", f"line {element.line}: JSON-LD {reason}"


def _reason_against(content: str) -> str | None:
    """Return what is wrong with a block of JSON-LD, or None where nothing is."""
    try:
        parsed = json.loads(content)
    except ValueError as trouble:
        return f"does not parse: {trouble}"
    # A number or a text is JSON, but describes nothing.
    is_description = isinstance(parsed, dict | list)
    if not parsed or not is_description:
        return "says nothing"
    return None
