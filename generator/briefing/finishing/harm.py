"""What in a page could harm its readers.

The policy of the site's headers forbids most of it to browsers, but not every host sends them.
"""

import re
from collections.abc import Iterator

from briefing.finishing.document import Element

_HANDLER = re.compile(r"on[a-z]+")
_UNSAFE_ATTRIBUTES = {"style": "inline-style", "srcdoc": "unsafe-scheme"}
_UNSAFE_ELEMENTS = {
    "style": ("inline-style", "within the page"),
    "base": ("base-element", "bends every other address"),
}


def find_unsafe(element: Element) -> Iterator[tuple[str, str]]:
    """Find what runs, styles or embeds something in the page itself, which text of the data may have brought in."""
    for name in element.attributes:
        code = _attribute_code(name)
        if code:
            yield code, f"line {element.line}: <{element.tag}> has {name}"
    if element.tag in _UNSAFE_ELEMENTS:
        code, reason = _UNSAFE_ELEMENTS[element.tag]
        yield code, f"line {element.line}: <{element.tag}> {reason}"


def _attribute_code(name: str) -> str | None:
    # Browsers know some hundred events, and new ones come: all of them are named so.
    if _HANDLER.fullmatch(name):
        return "event-handler"
    return _UNSAFE_ATTRIBUTES.get(name)
