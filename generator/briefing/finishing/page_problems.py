"""What is wrong with a page by itself: its structure, what could harm its readers, what they were not meant to see."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from briefing.finishing.document import Document, Element, Passage, words
from briefing.finishing.footnotes import find_footnote_problems
from briefing.finishing.page_links import META_ADDRESSES, meta_names
from briefing.finishing.visible_text import find_leftovers, find_unmarked_languages, is_language

_READ_ATTRIBUTES = words(
    "alt title aria-label aria-description aria-roledescription aria-valuetext label placeholder summary"
)
"""Attributes whose values people read or hear."""
_REFERENCES = words("aria-controls aria-describedby aria-details aria-labelledby aria-owns for headers")
"""Attributes that name other elements of the page by their ids."""
_THEME_SWITCH = "__toc"
"""The theme's table of contents names it on pages outside the navigation too, which lack it; without effect."""
_LABELLED_BY_VALUE = words("input button select textarea label")
_HANDLER = re.compile(r"on[a-z]+")
_UNSAFE_ATTRIBUTES = {"style": "inline-style", "srcdoc": "unsafe-scheme"}
_UNSAFE_ELEMENTS = {
    "style": ("inline-style", "within the page"),
    "base": ("base-element", "bends every other address"),
}

_Problems: TypeAlias = Iterator[tuple[str, str]]
"""Pairs of a code and a message."""


def find_page_problems(document: Document, *, is_redirect: bool) -> _Problems:
    """Yield code and message of every defect of a page; one that only sends readers on has no content to judge."""
    yield from _find_structure(document)
    yield from _find_id_problems(document)
    for element in document.elements:
        yield from _find_unsafe(element)
        yield from _find_template_marks(element)
        yield from _find_languages(element)
    for passage in (*document.passages, *_attribute_passages(document)):
        yield from find_leftovers(passage)
    yield from _find_json_ld(document)
    if not is_redirect:
        yield from _find_headings(document)
        yield from find_footnote_problems(document)
        yield from find_unmarked_languages(document.runs)


# ---- structure


def _find_structure(document: Document) -> _Problems:
    """Find what makes browsers guess: no document type, tags that do not match; and images without words.

    Without its type browsers lay a page out in quirks mode.
    """
    if not document.doctype:
        yield "doctype-missing", "it does not begin with <!doctype html>"
    for slip in document.slips:
        yield "tags-unbalanced", slip
    for image in document.with_tag("img"):
        if "alt" not in image.attributes:
            yield "alt-missing", f'line {image.line}: the image "{image.attribute("src")}" has no alt'


def _find_languages(element: Element) -> _Problems:
    """Find languages that do not exist, such as the country `jp`: voices and fonts are chosen by them."""
    for name in ("lang", "hreflang"):
        if name in element.attributes and not is_language(element.attributes[name]):
            yield "lang-invalid", f'line {element.line}: "{element.attributes[name]}" is no language'


def _find_id_problems(document: Document) -> _Problems:
    """Find ids that are there twice or cannot be named, and attributes that name an element which is not there."""
    ids = Counter(element.attributes["id"] for element in document.elements if "id" in element.attributes)
    for name, count in ids.items():
        if count > 1:
            yield "id-duplicate", f'{count} elements have the id "{name}"'
        if name.split() != [name]:
            yield "id-invalid", f'an id may not be empty or hold spaces: "{name}"'
    for element in document.elements:
        for attribute, name in _references(element):
            if name not in ids and name != _THEME_SWITCH:
                yield "id-unknown", f'line {element.line}: {attribute}="{name}" names no element'


def _references(element: Element) -> Iterator[tuple[str, str]]:
    """Yield every id of another element that one names, with the attribute that names it."""
    for attribute in _REFERENCES.intersection(element.attributes):
        # Elsewhere "for" is no attribute of HTML.
        if attribute == "for" and element.tag not in ("label", "output"):
            continue
        for name in element.attributes[attribute].split():
            yield attribute, name


def _find_headings(document: Document) -> _Problems:
    """Find pages that do not say what they are: in which language, under which title, with which one heading.

    Screen readers announce all three before anything else.
    """
    if not any(root.attribute("lang") for root in document.with_tag("html")):
        yield "lang-missing", "<html> has no lang"
    headings = document.texts("h1")
    if len(headings) != 1:
        yield "h1-count", f"it has {len(headings)} h1 elements"
    elif not headings[0]:
        yield "h1-count", "its h1 is empty"
    titles = [title for title in document.texts("title") if title]
    if len(titles) != 1:
        yield "title-missing", "it needs exactly one title that says something"


# ---- what could harm readers: the policy of the site's headers forbids most of it, and not every host sends them


def _find_unsafe(element: Element) -> _Problems:
    """Find what runs, styles or embeds something in the page itself, which text of the data may have brought in."""
    for name in element.attributes:
        if name in _UNSAFE_ATTRIBUTES:
            yield _UNSAFE_ATTRIBUTES[name], f"line {element.line}: <{element.tag}> has {name}"
        elif _HANDLER.fullmatch(name):
            yield "event-handler", f"line {element.line}: <{element.tag}> has {name}"
    if element.tag in _UNSAFE_ELEMENTS:
        code, reason = _UNSAFE_ELEMENTS[element.tag]
        yield code, f"line {element.line}: <{element.tag}> {reason}"


# ---- what a template or a value left behind


def _find_template_marks(element: Element) -> _Problems:
    """Find marks of templates in all attributes, those included that nobody reads."""
    for name, value in element.attributes.items():
        if "{{" in value or "{%" in value:
            yield "leftover-template", f'line {element.line}: {name}="{value[:60]}"'


def _attribute_passages(document: Document) -> Iterator[Passage]:
    """Yield the attributes that people read."""
    for element in document.elements:
        for name in _READ_ATTRIBUTES.intersection(element.attributes):
            yield Passage(name, element.attributes[name])
        # What search engines and others show of a page; an address there is none to read.
        if element.tag == "meta" and not META_ADDRESSES & meta_names(element):
            yield Passage("content", element.attribute("content"))
        if element.tag in _LABELLED_BY_VALUE and element.attribute("type") in ("button", "submit", "reset"):
            yield Passage("value", element.attribute("value"))


def _find_json_ld(document: Document) -> _Problems:
    """Find data for search engines that do not parse: these drop them without a word."""
    for element, content in document.contents("script"):
        if element.attribute("type") != "application/ld+json":
            continue
        try:
            parsed = json.loads(content)
        except ValueError as trouble:
            yield "json-invalid", f"line {element.line}: JSON-LD does not parse: {trouble}"
        else:
            if not parsed or not isinstance(parsed, dict | list):
                yield "json-invalid", f"line {element.line}: JSON-LD says nothing"
