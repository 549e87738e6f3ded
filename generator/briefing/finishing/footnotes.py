"""Footnotes and the places that refer to them: each must lead to the other."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from briefing.finishing.document import Document, Element

_NOTE_NAME = re.compile(r"fn[:-](.+)")
_REFERENCE_NAME = re.compile(r"fnref\d*[:-](.+)")


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a footnote: how its ids are spelled and those of the other end, and what is said where a way lacks."""

    pattern: re.Pattern[str]
    counterpart: re.Pattern[str]
    code_unlinked: str
    text_unlinked: str
    text_astray: str


_NOTE = _End(
    _NOTE_NAME,
    _REFERENCE_NAME,
    code_unlinked="footnote-unreferenced",
    text_unlinked='nothing refers to the note "{}"',
    text_astray='the note "{}" does not lead back',
)
_REFERENCE = _End(
    _REFERENCE_NAME,
    _NOTE_NAME,
    code_unlinked="footnote-one-way",
    text_unlinked='no note leads back to "{}"',
    text_astray='the reference "{}" leads to no note',
)


def find_footnote_problems(document: Document) -> Iterator[tuple[str, str]]:
    """Yield code and message of every note and every reference that lacks its counterpart.

    Readers of a note go back by its link; without it they would have to find where they were.
    """
    linked_names = set(map(_target, document.with_tag("a")))
    for end in (_NOTE, _REFERENCE):
        for element, name in document.with_attribute("id"):
            if end.pattern.fullmatch(name):
                yield from _check_end(document, end, element, linked_names)


def _check_end(
    document: Document, end: _End, element: Element, linked_names: Container[str]
) -> Iterator[tuple[str, str]]:
    """Check one end of a footnote: that it leads to the other one, and that something leads to it."""
    name = element.attribute("id")
    if name not in linked_names:
        yield end.code_unlinked, end.text_unlinked.format(name)
    if not _leads_to(document, element, end.counterpart):
        yield "footnote-one-way", end.text_astray.format(name)


def _target(link: Element) -> str:
    """Return the id that a link within its page leads to; any other address is the id of nothing."""
    return link.attribute("href").removeprefix("#")


def _leads_to(document: Document, element: Element, pattern: re.Pattern[str]) -> bool:
    """Return whether an element is or holds a link to a name of this pattern."""
    targets = map(_target, _links_inside(document, element))
    return any(map(pattern.fullmatch, targets))


def _links_inside(document: Document, element: Element) -> Iterator[Element]:
    """Yield the links in an element, itself included: the id may stand at the link or around it."""
    for link in document.with_tag("a"):
        if _is_in(document, link, element):
            yield link


def _is_in(document: Document, link: Element, element: Element) -> bool:
    # Two elements of one page may say the same, and are still two.
    if link is element:
        return True
    return any(ancestor is element for ancestor in document.ancestors(link))
