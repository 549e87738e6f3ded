"""Footnotes and the places that refer to them: each must lead to the other."""

import re
from collections.abc import Iterator

from briefing.finishing.document import Document, Element

_NOTE = re.compile(r"fn[:-](.+)")
_REFERENCE = re.compile(r"fnref\d*[:-](.+)")


def find_footnote_problems(document: Document) -> Iterator[tuple[str, str]]:
    """Yield code and message of every note and every reference that lacks its counterpart.

    Readers of a note go back by its link; without it they would have to find where they were.
    """
    yield from _find_note_problems(document)
    yield from _find_reference_problems(document)


def _find_note_problems(document: Document) -> Iterator[tuple[str, str]]:
    names = _linked_names(document, _NOTE)
    for note in _elements_named(document, _NOTE):
        name = note.attribute("id")
        if name not in names:
            yield "footnote-unreferenced", f'nothing refers to the note "{name}"'
        if not _leads_to(document, note, _REFERENCE):
            yield "footnote-one-way", f'the note "{name}" does not lead back'


def _find_reference_problems(document: Document) -> Iterator[tuple[str, str]]:
    names = _linked_names(document, _REFERENCE)
    for reference in _elements_named(document, _REFERENCE):
        name = reference.attribute("id")
        if not _leads_to(document, reference, _NOTE):
            yield "footnote-one-way", f'the reference "{name}" leads to no note'
        if name not in names:
            yield "footnote-one-way", f'no note leads back to "{name}"'


def _elements_named(document: Document, pattern: re.Pattern[str]) -> list[Element]:
    named = (element for element in document.elements if "id" in element.attributes)
    return [element for element in named if pattern.fullmatch(element.attributes["id"])]


def _linked_names(document: Document, pattern: re.Pattern[str]) -> set[str]:
    """Return the names of this pattern that any link of the page leads to."""
    names = (_target(link) for link in document.with_tag("a"))
    return {name for name in names if pattern.fullmatch(name)}


def _target(link: Element) -> str:
    return link.attribute("href").removeprefix("#")


def _leads_to(document: Document, element: Element, pattern: re.Pattern[str]) -> bool:
    """Return whether an element is or holds a link to a name of this pattern."""
    return any(pattern.fullmatch(_target(link)) for link in _links_inside(document, element))


def _links_inside(document: Document, element: Element) -> Iterator[Element]:
    """Yield the links in an element, itself included: the id may stand at the link or around it."""
    for link in document.with_tag("a"):
        if link is element or any(ancestor is element for ancestor in document.ancestors(link)):
            yield link
