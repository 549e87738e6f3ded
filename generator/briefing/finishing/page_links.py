"""The addresses that stand in a page, in whatever attribute, and the anchors that addresses can lead to."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.finishing.document import Document, Element, words

_ADDRESSES = {
    "a": ("href",), "area": ("href",), "link": ("href",), "img": ("src",), "script": ("src",), "iframe": ("src",),
    "frame": ("src",), "embed": ("src",), "object": ("data",), "source": ("src",), "track": ("src",),
    "audio": ("src",), "video": ("src", "poster"), "input": ("src", "formaction"), "button": ("formaction",),
    "form": ("action",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"), "blockquote": ("cite",), "q": ("cite",), "del": ("cite",), "ins": ("cite",),
    "body": ("background",),
}  # fmt: skip
_IMAGE_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
META_ADDRESSES = words("og:url og:image og:image:url twitter:image")


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page: its element, attribute and, of a ``link`` element, the relations."""

    tag: str
    attribute: str
    address: str
    rel: tuple[str, ...] = ()


def find_links(document: Document) -> Iterator[Link]:
    """Yield every address of a page, in the order of its elements."""
    for element in document.elements:
        # Most elements have none: they cost four questions here.
        if element.tag in _ADDRESSES:
            yield from _plain_links(element)
        if element.tag in _IMAGE_SETS:
            yield from _image_set_links(element)
        if "ping" in element.attributes:
            yield from _ping_links(element)
        if element.tag == "meta":
            yield from _meta_links(element)


def _ping_links(element: Element) -> Iterator[Link]:
    """Yield the addresses that a browser tells when a reader follows a link."""
    for address in element.attributes["ping"].split():
        yield Link(element.tag, "ping", address)


def _meta_links(element: Element) -> Iterator[Link]:
    """Yield the address that an element has for those who show the page elsewhere."""
    if not META_ADDRESSES.isdisjoint(meta_names(element)):
        yield Link(element.tag, "content", element.attribute("content"))


def _plain_links(element: Element) -> Iterator[Link]:
    rel = tuple(element.attribute("rel").lower().split())
    for name in _ADDRESSES[element.tag]:
        # A video may have a poster, and need not.
        if name in element.attributes:
            yield Link(element.tag, name, element.attributes[name], rel)


def _image_set_links(element: Element) -> Iterator[Link]:
    """Yield the addresses of a set of images, of which a browser takes the one that suits its screen."""
    name = _IMAGE_SETS[element.tag]
    for candidate in element.attribute(name).split(","):
        # Behind the address of an image stands how wide or dense it is; behind a last comma stands nothing.
        for address in candidate.split()[:1]:
            yield Link(element.tag, name, address)


def meta_names(element: Element) -> set[str]:
    """Return what a ``meta`` element is about, in the two ways to say it."""
    return {element.attribute("name"), element.attribute("property")}


def find_anchors(document: Document) -> Iterator[str]:
    """Yield the names that a fragment can lead to."""
    # The empty fragment leads to the top of a page, whatever is called so.
    yield from filter(None, _read_names(document))


def _read_names(document: Document) -> Iterator[str]:
    """Yield the names of elements; before there were ids anchors had others, and browsers still go to them."""
    for _, name in document.with_attribute("id"):
        yield name
    for anchor in document.with_tag("a"):
        yield anchor.attribute("name")
