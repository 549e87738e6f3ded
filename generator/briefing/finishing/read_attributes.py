"""The attributes of a page whose values people read or hear, and what templates left behind in any attribute."""

import re
from collections.abc import Iterator

from briefing.finishing.document import Document, Element, Passage, words
from briefing.finishing.page_links import META_ADDRESSES, meta_names

_READ_ATTRIBUTES = words(
    "alt title aria-label aria-description aria-roledescription aria-valuetext label placeholder summary"
)
_LABELLED_BY_VALUE = words("input button select textarea label")
_BUTTON_TYPES = ("button", "submit", "reset")
_TEMPLATE_MARK = re.compile(r"\{[{%]")


def read_attributes(document: Document) -> Iterator[Passage]:
    """Yield the values that people read, each under the name of its attribute."""
    for element in document.elements:
        yield from _labels_of(element)
        if _is_shown_elsewhere(element):
            yield Passage("content", element.attribute("content"))
        if _is_button(element):
            yield Passage("value", element.attribute("value"))


def _labels_of(element: Element) -> Iterator[Passage]:
    """Yield the values of those attributes that are read whatever element they stand at."""
    for name in _READ_ATTRIBUTES.intersection(element.attributes):
        yield Passage(name, element.attributes[name])


def _is_shown_elsewhere(element: Element) -> bool:
    """Return whether search engines and others show what an element says; an address there is none to read."""
    if element.tag != "meta":
        return False
    return META_ADDRESSES.isdisjoint(meta_names(element))


def _is_button(element: Element) -> bool:
    """Return whether the value of an element is its label: elsewhere it is what a reader has typed."""
    if element.tag not in _LABELLED_BY_VALUE:
        return False
    return element.attribute("type") in _BUTTON_TYPES


def find_template_marks(element: Element) -> Iterator[tuple[str, str]]:
    """Find marks of templates in all attributes, those included that nobody reads."""
    for name, value in element.attributes.items():
        if _TEMPLATE_MARK.search(value):
            yield "leftover-template", f'line {element.line}: {name}="{value[:60]}"'
