"""The ids of a page: those that nothing can name, and the attributes that name none of them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from briefing.finishing.document import Document, Element, words

_REFERENCES = words("aria-controls aria-describedby aria-details aria-labelledby aria-owns for headers")
"""Attributes that name other elements of the page by their ids."""
_LABELS = ("label", "output")
_THEME_SWITCH = "__toc"
"""The theme's table of contents names it on pages outside the navigation too, which lack it; without effect."""


def find_id_problems(document: Document) -> Iterator[tuple[str, str]]:
    """Find ids that are there twice or cannot be named, and attributes that name an element which is not there."""
    ids = Counter(name for _, name in document.with_attribute("id"))
    yield from _find_unusable(ids)
    # The switch counts as there wherever it is named.
    targets = {*ids, _THEME_SWITCH}
    for element, attribute, name in _find_references(document):
        if name not in targets:
            yield "id-unknown", f'line {element.line}: {attribute}="{name}" names no element'


def _find_references(document: Document) -> Iterator[tuple[Element, str, str]]:
    """Yield every id that an element names, with the element and the attribute that names it."""
    for element in document.elements:
        # Hardly any element names another: the others cost one question here.
        if not _REFERENCES.isdisjoint(element.attributes):
            yield from _references(element)


def _find_unusable(ids: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Find ids that cannot be named: of several elements, empty, or with spaces, which part a list of ids."""
    for name, count in ids.items():
        if count > 1:
            yield "id-duplicate", f'{count} elements have the id "{name}"'
        # What an attribute names by its id is a list of words.
        if name.split() != [name]:
            yield "id-invalid", f'an id may not be empty or hold spaces: "{name}"'


def _references(element: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield the ids that one element names; an attribute may name several."""
    for attribute in _naming_attributes(element):
        for name in element.attributes[attribute].split():
            yield element, attribute, name


def _naming_attributes(element: Element) -> frozenset[str]:
    """Return the attributes of an element that name others."""
    attributes = _REFERENCES.intersection(element.attributes)
    if element.tag in _LABELS:
        return attributes
    # Elsewhere "for" is no attribute of HTML.
    return attributes - {"for"}
