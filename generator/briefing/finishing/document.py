"""An HTML file taken apart: its elements, its texts and its structural slips. Nothing is judged or resolved here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

JOINT = "\u2060"
"""Stands in a passage where one piece of text ends and the next begins, so that no pattern spans both."""
CODE = "\ufffc"
"""Stands in a passage for what is code, and may look like anything."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


def squeeze(text: str) -> str:
    """Return a text with single spaces, and none around it."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag; ``parent`` is the number of the element around it, -1 at the top."""

    tag: str
    attributes: Mapping[str, str]
    parent: int
    line: int

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, empty where the element has none of this name."""
        return self.attributes.get(name, "")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block, or the value of an attribute that people read; ``where`` names the tag or attribute."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of visible text with the language that its elements say it has."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of an HTML file; ``raw`` holds the content of scripts, styles, titles and h1 by element number."""

    elements: tuple[Element, ...]
    passages: tuple[Passage, ...]
    runs: tuple[Run, ...]
    raw: Mapping[int, str]
    slips: tuple[str, ...]
    doctype: bool

    def with_tag(self, tag: str) -> list[Element]:
        """Return the elements with a tag, in the order of the file."""
        return [element for element in self.elements if element.tag == tag]

    def with_attribute(self, name: str) -> Iterator[tuple[Element, str]]:
        """Yield each element that has an attribute, in the order of the file, and the value of it."""
        for element in self.elements:
            if name in element.attributes:
                yield element, element.attributes[name]

    def contents(self, tag: str) -> Iterator[tuple[Element, str]]:
        """Yield each element with one of the tags that ``raw`` is kept for, and its content as it was written."""
        for number, element in enumerate(self.elements):
            if element.tag == tag:
                yield element, self.raw.get(number, "")

    def texts(self, tag: str) -> list[str]:
        """Return the text of each element with this tag, those of pictures left out."""
        texts: list[str] = []
        for element, content in self.contents(tag):
            # A picture has titles of its own, for its parts.
            if not self.is_within(element, "svg"):
                texts.append(squeeze(content))
        return texts

    def ancestors(self, element: Element) -> Iterator[Element]:
        """Yield the elements around one, the nearest first."""
        # The root has no parent, and a broken file may have several roots.
        while element.parent >= 0:
            element = self.elements[element.parent]
            yield element

    def is_within(self, element: Element, tag: str) -> bool:
        """Return whether an element stands inside one with this tag."""
        return any(ancestor.tag == tag for ancestor in self.ancestors(element))
