"""What browsers and readers do with an address, by the element and the attribute that it stands in."""

import re
from collections.abc import Iterator

from briefing.finishing.addresses import Site
from briefing.finishing.document import words
from briefing.finishing.page import Page
from briefing.finishing.page_links import Link

_LOADING = words(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload preconnect prefetch preload prerender"
    " stylesheet"
)
"""Relations of ``link`` elements that a browser acts on by itself."""
_FOLLOWED = words("a area blockquote q del ins")
_CLICKED = words("a area")
_NAMING_CODES = {"canonical": "canonical-broken", "alternate": "alternate-broken"}
"""Relations that name an address and ask for nothing, with the codes of those that lead to nothing."""
_NAMING = frozenset(_NAMING_CODES)
_EMBEDDED = words("embed iframe img object script")
_WHOLE = re.compile(r"(?i)\s*https?://[a-z0-9]")


def followed(site: Site, page: Page) -> Iterator[str]:
    """Yield the files of the site that a reader reaches from a page with one click."""
    yield from site.files_at(page.path, _clicked_addresses(page))
    if page.refresh is not None:
        yield site.resolve(page.path, page.refresh).file


def _clicked_addresses(page: Page) -> Iterator[str]:
    """Yield the addresses that a reader can click on."""
    for link in page.links:
        if link.tag in _CLICKED:
            yield link.address


def loads(page: Page) -> Iterator[str]:
    """Yield the addresses that a browser asks for by itself to show a page."""
    for link in page.links:
        if _is_asked_for(link):
            yield link.address


def _is_asked_for(link: Link) -> bool:
    """Return whether a browser asks for an address without being told to by its reader."""
    # Of a set of images a browser takes one, which stands in the plain attribute, too.
    if link.attribute.endswith("srcset"):
        return False
    if link.tag == "link":
        return not _LOADING.isdisjoint(link.rel)
    return link.tag in _EMBEDDED


def may_leave(link: Link) -> bool:
    """Return whether an address may name another host: that of a plain link, which nobody asks unasked."""
    # A ping would tell another host what is read here.
    if link.attribute == "ping":
        return False
    # These name pages of our own.
    if not _NAMING.isdisjoint(link.rel):
        return False
    if link.tag == "link":
        return _LOADING.isdisjoint(link.rel)
    return link.tag in _FOLLOWED


def broken_code(link: Link) -> str:
    """Return the code of a link that leads to nothing: what is lost depends on what the link is for."""
    if link.tag in _FOLLOWED:
        return _followed_code(link.address)
    # The rest is what a browser loads, but for the addresses that a page only names.
    for rel, code in _NAMING_CODES.items():
        if rel in link.rel:
            return code
    return "asset-broken"


def _followed_code(address: str) -> str:
    # Our own links are relative; a whole address in a page is a source's, which may lie on this very host.
    if _WHOLE.match(address):
        return "address-broken"
    return "link-broken"
