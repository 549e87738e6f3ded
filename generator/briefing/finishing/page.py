"""One HTML file in, what other files need to know of it out, with the problems that it has by itself."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.finishing.document import Document, Element, Passage, read_document, words
from briefing.finishing.problem import Problem
from briefing.finishing.visible_text import find_leftovers, find_unmarked_languages, is_language

_READ_ATTRIBUTES = (
    "alt", "title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label", "placeholder",
    "summary",
)  # fmt: skip
_REFERENCES = ("aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns", "for", "headers")
_THEME_SWITCH = "__toc"
"""The theme's table of contents names it on pages outside the navigation too, which lack it; without effect."""
_NAMED = ("input", "button", "select", "textarea", "label")
_NOTE = re.compile(r"fn[:-](.+)")
_NOTE_REF = re.compile(r"fnref\d*[:-](.+)")


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page: its element, attribute and, of a ``link`` element, the relations."""

    tag: str
    attribute: str
    address: str
    rel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What the rest of the crawl asks of a page; ``refresh`` is where it sends its readers by itself."""

    path: str
    title: str
    description: str
    anchors: frozenset[str]
    links: tuple[Link, ...]
    styles: tuple[str, ...]
    refresh: str | None
    problems: tuple[Problem, ...]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends its readers on."""
        return self.refresh is not None


def read_page(path: str, html: str) -> Page:
    """Return what a page says of itself."""
    document = read_document(html)
    refresh = _refresh(document)
    found = [*_find_structure(document), *_find_unsafe(document), *_find_unread(document), *_find_json_ld(document)]
    if refresh is None:
        found += [*_find_headings(document), *_find_footnotes(document), *find_unmarked_languages(document.runs)]
    return Page(
        path,
        next(iter(document.texts("title")), ""),
        _meta(document, "description"),
        frozenset(_anchors(document)),
        tuple(_links(document)),
        tuple(document.raw.get(number, "") for number, one in enumerate(document.elements) if one.tag == "style"),
        refresh,
        tuple(Problem(path, code, message) for code, message in dict.fromkeys(found)),
    )


def _meta(document: Document, name: str) -> str:
    for one in document.elements:
        if one.tag == "meta" and name in _meta_names(one):
            return one.attributes.get("content", "").strip()
    return ""


def _meta_names(element: Element) -> set[str]:
    return {element.attributes.get("name", ""), element.attributes.get("property", "")}


def _refresh(document: Document) -> str | None:
    for one in document.elements:
        if one.tag == "meta" and one.attributes.get("http-equiv", "").lower() == "refresh":
            _, _, address = one.attributes.get("content", "").partition("=")
            return address.strip(" '\"")
    return None


def _anchors(document: Document) -> Iterator[str]:
    for one in document.elements:
        if one.attributes.get("id"):
            yield one.attributes["id"]
        if one.tag == "a" and one.attributes.get("name"):
            yield one.attributes["name"]


# ---- addresses

_ADDRESSES = {
    "a": ("href",), "area": ("href",), "link": ("href",), "img": ("src",), "script": ("src",), "iframe": ("src",),
    "frame": ("src",), "embed": ("src",), "object": ("data",), "source": ("src",), "track": ("src",),
    "audio": ("src",), "video": ("src", "poster"), "input": ("src", "formaction"), "button": ("formaction",),
    "form": ("action",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"), "blockquote": ("cite",), "q": ("cite",), "del": ("cite",), "ins": ("cite",),
    "body": ("background",),
}  # fmt: skip
_IMAGE_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
_META_ADDRESSES = words("og:url og:image og:image:url twitter:image")


def _links(document: Document) -> Iterator[Link]:
    for one in document.elements:
        rel = tuple(one.attributes.get("rel", "").lower().split())
        for name in _ADDRESSES.get(one.tag, ()):
            if name in one.attributes:
                yield Link(one.tag, name, one.attributes[name], rel)
        name = _IMAGE_SETS.get(one.tag, "")
        for candidate in one.attributes.get(name, "").split(","):
            if candidate.strip():
                yield Link(one.tag, name, candidate.split()[0])
        for address in one.attributes.get("ping", "").split():
            yield Link(one.tag, "ping", address)
        if one.tag == "meta" and _META_ADDRESSES & _meta_names(one):
            yield Link("meta", "content", one.attributes.get("content", ""))


# ---- what is wrong with a page by itself

_Found = Iterator[tuple[str, str]]


def _find_structure(document: Document) -> _Found:
    if not document.doctype:
        yield "doctype-missing", "it does not begin with <!doctype html>"
    for slip in document.slips:
        yield "tags-unbalanced", slip
    ids = Counter(one.attributes["id"] for one in document.elements if "id" in one.attributes)
    for name, count in ids.items():
        if count > 1:
            yield "id-duplicate", f'{count} elements have the id "{name}"'
        if not name or name.split() != [name]:
            yield "id-invalid", f'an id may not be empty or hold spaces: "{name}"'
    yield from _find_dangling(document, frozenset(ids))
    for one in document.elements:
        if one.tag == "img" and "alt" not in one.attributes:
            yield "alt-missing", f'line {one.line}: the image "{one.attributes.get("src", "")}" has no alt'
        for name in ("lang", "hreflang"):
            if name in one.attributes and not is_language(one.attributes[name]):
                yield "lang-invalid", f'line {one.line}: "{one.attributes[name]}" is no language'


def _find_dangling(document: Document, ids: frozenset[str]) -> _Found:
    """Find elements that name another one of the page which is not there."""
    for one in document.elements:
        for attribute in _REFERENCES:
            if attribute == "for" and one.tag not in ("label", "output"):
                continue
            for name in one.attributes.get(attribute, "").split():
                if name not in ids and name != _THEME_SWITCH:
                    yield "id-unknown", f'line {one.line}: {attribute}="{name}" names no element'


def _find_unsafe(document: Document) -> _Found:
    for one in document.elements:
        where = f"line {one.line}: <{one.tag}>"
        for name in one.attributes:
            if re.fullmatch(r"on[a-z]+", name):
                yield "event-handler", f"{where} has {name}"
        if "style" in one.attributes:
            yield "inline-style", f"{where} has style"
        if "srcdoc" in one.attributes:
            yield "unsafe-scheme", f"{where} has srcdoc"
        if one.tag == "style":
            yield "inline-style", f"{where} within the page"
        if one.tag == "base":
            yield "base-element", f"{where} bends every other address"


def _find_unread(document: Document) -> _Found:
    """Find what a template or a value left behind, in text and in the attributes that people read."""
    passages = [*document.passages, *_attribute_passages(document)]
    for passage in passages:
        yield from find_leftovers(passage)
    for one in document.elements:
        for name, value in one.attributes.items():
            if "{{" in value or "{%" in value:
                yield "leftover-template", f'line {one.line}: {name}="{value[:60]}"'


def _attribute_passages(document: Document) -> Iterator[Passage]:
    for one in document.elements:
        for name in _READ_ATTRIBUTES:
            if one.attributes.get(name):
                yield Passage(name, one.attributes[name])
        if one.tag == "meta" and not {one.attributes.get("property"), one.attributes.get("name")} & set(
            _META_ADDRESSES
        ):
            yield Passage("content", one.attributes.get("content", ""))
        if one.tag in _NAMED and one.attributes.get("type", "") in ("button", "submit", "reset"):
            yield Passage("value", one.attributes.get("value", ""))


def _find_json_ld(document: Document) -> _Found:
    for number, one in enumerate(document.elements):
        if one.tag == "script" and one.attributes.get("type") == "application/ld+json":
            try:
                said = json.loads(document.raw.get(number, ""))
            except ValueError as trouble:
                yield "json-invalid", f"line {one.line}: JSON-LD does not parse: {trouble}"
                continue
            if not isinstance(said, dict | list) or not said:
                yield "json-invalid", f"line {one.line}: JSON-LD says nothing"


def _find_headings(document: Document) -> _Found:
    roots = [one for one in document.elements if one.tag == "html"]
    if not any(one.attributes.get("lang") for one in roots):
        yield "lang-missing", "<html> has no lang"
    headings = document.texts("h1")
    if len(headings) != 1:
        yield "h1-count", f"it has {len(headings)} h1 elements"
    elif not headings[0]:
        yield "h1-count", "its h1 is empty"
    if len([one for one in document.texts("title") if one]) != 1:
        yield "title-missing", "it needs exactly one title that says something"


# ---- footnotes


def _find_footnotes(document: Document) -> _Found:
    """Pair footnotes with the places that refer to them."""
    to_notes, to_places = _note_links(document, _NOTE), _note_links(document, _NOTE_REF)
    for one in document.elements:
        name = one.attributes.get("id", "")
        if _NOTE.fullmatch(name):
            if name not in to_notes:
                yield "footnote-unreferenced", f'nothing refers to the note "{name}"'
            if not any(_NOTE_REF.fullmatch(back) for back in _links_inside(document, one)):
                yield "footnote-one-way", f'the note "{name}" does not lead back'
        elif _NOTE_REF.fullmatch(name):
            if not any(_NOTE.fullmatch(there) for there in _links_inside(document, one)):
                yield "footnote-one-way", f'the reference "{name}" leads to no note'
            if name not in to_places:
                yield "footnote-one-way", f'no note leads back to "{name}"'


def _note_links(document: Document, pattern: re.Pattern[str]) -> set[str]:
    targets = (one.attributes.get("href", "").removeprefix("#") for one in document.elements if one.tag == "a")
    return {target for target in targets if pattern.fullmatch(target)}


def _links_inside(document: Document, around: Element) -> list[str]:
    return [
        one.attributes.get("href", "").removeprefix("#")
        for one in document.elements
        if one.tag == "a" and (one is around or any(each is around for each in document.ancestors(one)))
    ]
